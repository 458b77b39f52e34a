/* Rows of an AVR EA or EB: bytes to program and units to erase go in, NVMCTRL's registers are written. */
#include "avr_ex_row.h"

#define NVMCTRL_STATUS (*(volatile uint8_t *)0x1006u)
#define STATUS_ERROR 0x70
#include "avr_nvmctrl_buffered.h"

enum {
    COMMAND_FLASH_PAGE_WRITE = 0x04, COMMAND_FLASH_PAGE_ERASE = 0x08, COMMAND_FLASH_BUFFER_CLEAR = 0x0F,
    COMMAND_EEPROM_PAGE_WRITE = 0x14, COMMAND_EEPROM_PAGE_ERASE = 0x17, COMMAND_EEPROM_BUFFER_CLEAR = 0x1F
};

static mr_status_t program_userrow(void *context, size_t offset, const uint8_t *unit)
{
    return execute(COMMAND_FLASH_BUFFER_CLEAR, COMMAND_FLASH_PAGE_WRITE, (volatile uint8_t *)context + offset, *unit);
}

static mr_status_t erase_userrow(void *context, size_t offset)
{
    return execute(COMMAND_FLASH_BUFFER_CLEAR, COMMAND_FLASH_PAGE_ERASE, (volatile uint8_t *)context + offset, 0xFF);
}

static mr_status_t program_eeprom(void *context, size_t offset, const uint8_t *unit)
{
    return execute(COMMAND_EEPROM_BUFFER_CLEAR, COMMAND_EEPROM_PAGE_WRITE, (volatile uint8_t *)context + offset, *unit);
}

static mr_status_t erase_eeprom(void *context, size_t offset)
{
    return execute(COMMAND_EEPROM_BUFFER_CLEAR, COMMAND_EEPROM_PAGE_ERASE, (volatile uint8_t *)context + offset, 0xFF);
}

const mr_row_driver_t mr_avr_ex_userrow_driver = {
    mr_avr_read_byte, program_userrow, erase_userrow, mr_avr_lockable_userrow_state
};
const mr_row_driver_t mr_avr_ex_eeprom_driver = {
    mr_avr_read_byte, program_eeprom, erase_eeprom, mr_avr_lockable_eeprom_state
};
