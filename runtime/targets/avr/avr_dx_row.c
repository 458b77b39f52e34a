/* Rows of an AVR DA, DB or DD: bytes to program and units to erase go in, NVMCTRL's registers are written. */
#include "avr_dx_row.h"

#define NVMCTRL_STATUS (*(volatile uint8_t *)0x1002u)
#include "avr_nvmctrl_armed.h"

static mr_status_t state(void *context)
{
    (void)context;
    return mr_avr_state(false);
}

const mr_row_driver_t mr_avr_dx_userrow_driver = { mr_avr_read_byte, program_userrow, erase_userrow, state };
const mr_row_driver_t mr_avr_dx_eeprom_driver = { mr_avr_read_byte, program_eeprom, erase_eeprom, state };
