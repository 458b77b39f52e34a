%// 7: error: 'missing' undeclared
%#include "show.h"
%% template show()
text
text \

% for (int index = 0; index < missing; ++index)
text
%% end
