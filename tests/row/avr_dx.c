/* Rows of an AVR DA: writes the status of each step to GPR0 for the emulator to note; one step is taken as if in an
 * interrupt. GPR1 tells the emulator where that begins and ends, and where all is over. */
#include "avr_dx_row.h"

#define REPORT(value) (*(volatile uint8_t *)0x1Cu = (uint8_t)(value))
#define STAGE (*(volatile uint8_t *)0x1Du)

__attribute__((naked, used, section(".init2"))) void start(void);
void start(void)
{
    __asm__ volatile("clr r1\n\tldi r28, 0xFF\n\tldi r29, 0x7F\n\tout 0x3D, r28\n\tout 0x3E, r29");
}

__attribute__((naked, used, section(".init9"))) void enter(void);
int main(void);
void enter(void)
{
    __asm__ volatile("sei\n\trjmp main");
}

static uint8_t buffer[32];
static mr_row_t row;

#if !defined MR_ROW_PLAIN /* the EEPROM is not of that kind */
static uint8_t eeprom_buffer[16];

static void use_eeprom(void)
{
    static const mr_row_geometry_t eeprom = {
        .size_bytes = 16, .erase_bytes = 1, .program_bytes = 1, .is_erasable = true
    };
    mr_row_t eeprom_row;

    mr_row_open(&eeprom_row, &mr_avr_dx_eeprom_driver, &eeprom, MR_AVR_DX_EEPROM_ADDRESS, eeprom_buffer);
    REPORT(mr_row_write(&eeprom_row, 3, 0x5A));
    REPORT(mr_row_write(&eeprom_row, 3, 0xA5));
    REPORT(mr_row_flush(&eeprom_row));
}
#endif

int main(void)
{
    static const uint8_t text[] = { 1, 2, 3, 4, 5 };
    uint16_t count;

    mr_row_open(&row, &mr_avr_dx_userrow_driver, &mr_avr_dx_userrow_geometry, MR_AVR_DX_USERROW_ADDRESS, buffer);
    REPORT(mr_row_write(&row, 0, 0x55));
    REPORT(mr_row_write(&row, 0, 0x54));
    REPORT(mr_row_put(&row, 27, text, 5));
    REPORT(mr_row_write(&row, 0, 0xAA));
    REPORT(mr_row_flush(&row));
    for (count = 0; count < 65; ++count)
        if (mr_row_tally_increment(&row, 8, 8) != (int)(count % 64 + 1))
            REPORT(0xEE);
    REPORT(mr_row_tally(&row, 8, 8));
    STAGE = 1;
    REPORT(mr_row_write(&row, 1, 7));
    STAGE = 2;
    REPORT(mr_row_flush(&row));
#if !defined MR_ROW_PLAIN
    use_eeprom();
#endif
    STAGE = 3;
    for (;;)
        continue;
}
