/* Rows of AVRs whose NVMCTRL has no page buffer (DA, DB, DD, DU): a command is armed, then a store starts it. In: where
 * STATUS is, as the includer's NVMCTRL_STATUS. Out: the functions of a driver. Private to the drivers. */
#ifndef MEMREG_AVR_NVMCTRL_ARMED_H
#define MEMREG_AVR_NVMCTRL_ARMED_H

#include "avr_nvmctrl.h"

enum { STATUS_ERROR = 0x70 };

typedef enum command {
    COMMAND_NONE = 0x00, COMMAND_FLASH_WRITE = 0x02, COMMAND_FLASH_PAGE_ERASE = 0x08, COMMAND_EEPROM_WRITE = 0x12,
    COMMAND_EEPROM_BYTE_ERASE = 0x18
} command_t;

static void wait_ready(void)
{
    while ((NVMCTRL_STATUS & STATUS_BUSY) != 0)
        continue;
}

/* Arms a command, starts it by a store, and disarms it: an armed one would take any stray store for data, and one that
 * follows another without COMMAND_NONE between collides. */
static mr_status_t execute(command_t command, volatile uint8_t *at, uint8_t value)
{
    uint8_t interrupts, error;

    wait_ready();
    interrupts = mr_avr_disable_interrupts();
    NVMCTRL_STATUS = 0;
    mr_avr_command(COMMAND_NONE);
    mr_avr_command((uint8_t)command);
    *at = value;
    wait_ready();
    mr_avr_command(COMMAND_NONE);
    error = NVMCTRL_STATUS & STATUS_ERROR;
    mr_avr_restore_interrupts(interrupts);
    return error != 0 ? MR_ERROR : MR_OK;
}

static mr_status_t program_userrow(void *context, size_t offset, const uint8_t *unit)
{
    return execute(COMMAND_FLASH_WRITE, (volatile uint8_t *)context + offset, *unit);
}

static mr_status_t erase_userrow(void *context, size_t offset)
{
    return execute(COMMAND_FLASH_PAGE_ERASE, (volatile uint8_t *)context + offset, 0);
}

static mr_status_t program_eeprom(void *context, size_t offset, const uint8_t *unit)
{
    return execute(COMMAND_EEPROM_WRITE, (volatile uint8_t *)context + offset, *unit);
}

static mr_status_t erase_eeprom(void *context, size_t offset)
{
    return execute(COMMAND_EEPROM_BYTE_ERASE, (volatile uint8_t *)context + offset, 0);
}

#endif
