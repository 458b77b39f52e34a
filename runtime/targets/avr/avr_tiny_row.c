/* Rows of a tinyAVR 0, 1 or 2 or a megaAVR 0: bytes to program and to erase go in, NVMCTRL's registers are written. */
#include "avr_tiny_row.h"

#define NVMCTRL_STATUS (*(const volatile uint8_t *)0x1002u)
#define STATUS_ERROR 0x04
#include "avr_nvmctrl_buffered.h"

enum { COMMAND_PAGE_WRITE = 0x01, COMMAND_PAGE_ERASE = 0x02, COMMAND_BUFFER_CLEAR = 0x04 };

static mr_status_t program_byte(void *context, size_t offset, const uint8_t *unit)
{
    return execute(COMMAND_BUFFER_CLEAR, COMMAND_PAGE_WRITE, (volatile uint8_t *)context + offset, *unit);
}

/* Of an EEPROM page, only bytes that were loaded are erased. */
static mr_status_t erase_byte(void *context, size_t offset)
{
    return execute(COMMAND_BUFFER_CLEAR, COMMAND_PAGE_ERASE, (volatile uint8_t *)context + offset, 0xFF);
}

static mr_status_t state(void *context)
{
    (void)context;
    return mr_avr_state(false);
}

const mr_row_driver_t mr_avr_tiny_userrow_driver = { mr_avr_read_byte, program_byte, erase_byte, state };
const mr_row_driver_t mr_avr_tiny_eeprom_driver = { mr_avr_read_byte, program_byte, erase_byte, state };
