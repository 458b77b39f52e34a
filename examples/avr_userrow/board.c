/* Start-up of an AVR128DA28 for compilers that do not know the chip, and text on USART0: characters go in, they come out
 * on the pin. */
#include "avr_userrow.h"

#include "machine.h"

/* Stack at the end of RAM; libgcc's start-up code between init2 and init9 fills .data and .bss. */
__attribute__((naked, used, section(".init2"))) void start(void);
void start(void)
{
    __asm__ volatile("clr r1\n\tldi r28, 0xFF\n\tldi r29, 0x7F\n\tout 0x3D, r28\n\tout 0x3E, r29");
}

/* Ends where the processor stands still. */
__attribute__((naked, used, section(".init9"))) void enter(void);
void enter(void)
{
    __asm__ volatile("rcall main\n0:\trjmp 0b");
}

void machine_put_character(char character)
{
    if (!unit_usart0_ctrlb_read_txen()) {
        unit_usart0_baud_write(1667);   /* 9,600 baud from 4 MHz */
        unit_usart0_ctrlb_set_txen(true);
    }
    while (!unit_usart0_status_read_ready()) {
    }
    unit_usart0_txdata_write((uint8_t)character);
}
