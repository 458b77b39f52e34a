%#include "show.h"
%% template show()
no newline behind the end
%% end