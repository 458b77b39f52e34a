%// 5: note: in expansion of macro 'text_put'
%#include "show.h"
%static struct point { int x; } point;
%% template show()
${point}
%% end
