/* Never ends by itself: the machine's budget must end it. */
#include "machine.h"

int main(void)
{
    volatile unsigned turns = 0;

    for (;;)
        ++turns;
}
