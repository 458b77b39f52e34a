%// 3: error: no previous prototype for 'other'
%#include "show.h"
%% template other()
%% end
