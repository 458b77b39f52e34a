/* Start, text and end of a test on the model of an AVR DA: characters go to GPR0, the exit status to GPR1. */
#include "machine.h"

__attribute__((naked, used, section(".init2"))) void start(void);
void start(void)
{
    __asm__ volatile("clr r1\n\tldi r28, 0xFF\n\tldi r29, 0x7F\n\tout 0x3D, r28\n\tout 0x3E, r29");
}

__attribute__((naked, used, section(".init9"))) void enter(void);
void enter(void)
{
    __asm__ volatile("sei");
    machine_exit(main());
}

void machine_put_character(char character)
{
    *(volatile uint8_t *)0x1Cu = (uint8_t)character;
}

void machine_exit(int status)
{
    for (;;)
        *(volatile uint8_t *)0x1Du = (uint8_t)status;
}
