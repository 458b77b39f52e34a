%// 8: error: 'missing' undeclared
%#include "show.h"

%% template show()
text
%% end
%% static template other()
text ${missing}
%% end
