/* Text output and exit of an ATmega: characters in, writes to GPIOR1 out; the status goes to GPIOR0. The runner
 * (run.c) watches both registers. Start-up and memory functions are avr-libc's. */
#include "../machine.h"
#include <avr/io.h>

void machine_put_character(char character)
{
    GPIOR1 = (uint8_t)character;
}

void machine_exit(int status)
{
    GPIOR0 = (uint8_t)status;
    for (;;)
        continue;
}

/* avr-libc's own exit() hangs with interrupts off; the status of main() must reach the runner. */
void exit(int status);
void exit(int status)
{
    machine_exit(status);
}
