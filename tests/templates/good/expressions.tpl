%#include <stdbool.h>
%#include "show.h"
%static int sum(const int *numbers) { return numbers[0] + numbers[1]; }
%% template show()
${1}${2} ${"three"}${(char)'4'}
${ sum((int[]){ 1, 2 }) } ${"a } in a \"string\""} ${(char)'}'} ${(char)'\''} ${/* } */ 1.5}
${hex_wide(0xAB, 4)} ${padded("left", 6)}|${padded("right", -6)}| ${(bool)true} ${(unsigned char)200} ${-5LL}
$${"{"}x} $${2} {${3}} }
%% end
