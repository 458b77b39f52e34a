/* Rows of AVRs whose NVMCTRL has a page buffer (tinyAVR and megaAVR 0, 1 and 2, EA, EB): a store loads it, then a command
 * programs or erases. In: where STATUS is and which of its bits tell errors, as the includer's NVMCTRL_STATUS and
 * STATUS_ERROR. Out: one function. Private to the drivers. */
#ifndef MEMREG_AVR_NVMCTRL_BUFFERED_H
#define MEMREG_AVR_NVMCTRL_BUFFERED_H

#include "avr_nvmctrl.h"

enum { COMMAND_NONE = 0x00 };

static void wait_ready(void)
{
    while ((NVMCTRL_STATUS & STATUS_BUSY) != 0)
        continue;
}

/* Loads one byte into an empty page buffer and gives the command. An interrupt that stores to a row or to flash between
 * would load the buffer, too; once the command runs it may come. */
static mr_status_t execute(uint8_t clear_buffer, uint8_t command, volatile uint8_t *at, uint8_t value)
{
    uint8_t interrupts, error;

    wait_ready();
    interrupts = mr_avr_disable_interrupts();
    mr_avr_command(clear_buffer);
    wait_ready();
    mr_avr_command(COMMAND_NONE);
    *at = value;
    mr_avr_command(command);
    mr_avr_restore_interrupts(interrupts);
    wait_ready();
    error = NVMCTRL_STATUS & STATUS_ERROR;
    interrupts = mr_avr_disable_interrupts();
    mr_avr_command(COMMAND_NONE);
    mr_avr_restore_interrupts(interrupts);
    return error != 0 ? MR_ERROR : MR_OK;
}

#endif
