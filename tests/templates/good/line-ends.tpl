%#include "show.h"
%% template show()
joined \
with the next \
${1 + 1}\

#define MACRO(x) \\
    do_this(x); \\\
|
\% at the beginning
   \%d after blanks
 \ % and \\% stay
%% end
