%// Static templates come in any order, file-level C too.
%#include "show.h"

%static const char *const names[] = { "first", "second" };

%% template show()
% for (int index = 0; index < 2; ++index)
%     list(out, names[index], index);
% nothing(out);
% apply(out, tail);
%% end

%% static template list(const char *name, int depth)
- ${name}
% if (depth > 0)
%     list(out, "nested", depth - 1);
%% end

%% static template nothing ( )
%% end
%static void unused_by_templates(void);
%static void unused_by_templates(void) { }
%%static template apply(void (*print)(text_t *))
% unused_by_templates();
% print(out);
%%end
%% static template tail()
end
%% end
