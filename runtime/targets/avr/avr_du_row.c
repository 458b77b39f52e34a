/* Rows of an AVR DU: bytes to program and units to erase go in, NVMCTRL's registers are written. */
#include "avr_du_row.h"

#define NVMCTRL_STATUS (*(volatile uint8_t *)0x1006u)
#include "avr_nvmctrl_armed.h"

const mr_row_driver_t mr_avr_du_userrow_driver = {
    mr_avr_read_byte, program_userrow, erase_userrow, mr_avr_lockable_userrow_state
};
const mr_row_driver_t mr_avr_du_eeprom_driver = {
    mr_avr_read_byte, program_eeprom, erase_eeprom, mr_avr_lockable_eeprom_state
};
