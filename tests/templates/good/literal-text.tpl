%#include "show.h"
%% template show()
plain line
    indented, with a	tab

"quotes", back\slashes \n and a dollar: $5, $name, $
what??! is no trigraph, nor is ??/
100 % of it, a % within; µ and €
%% end
