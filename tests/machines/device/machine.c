/* Text output and exit on the machines of tests/firmware/device_model.c: characters and a status in, writes to the
 * model's console and exit registers out. */
#include "../machine.h"

#define CONSOLE (*(volatile uint32_t *)0x50000000u)
#define STATUS (*(volatile uint32_t *)0x50000004u)

void machine_put_character(char character)
{
    CONSOLE = (uint8_t)character;
}

void machine_exit(int status)
{
    for (;;)
        STATUS = (uint32_t)status;
}
