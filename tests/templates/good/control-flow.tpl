%#include "show.h"
%% template show()
% for (int row = 0; row < 3; ++row) {
row ${row}:\
    % for (int column = 0; column < row; ++column)
 ${column}\
    % if (row == 2)
 and two ${"pieces"}
    % else if (row == 1) {

    % } else {
 nothing
    % }
% }
% switch (2) {
% case 1:
one
%     break;
% default:
other
% }
%% end
