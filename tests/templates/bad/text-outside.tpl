%// 3: outside of a template each line begins with '%'
%#include "show.h"
This is text.
