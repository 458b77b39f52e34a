/* Rows of an AVR DA, DB or DD: bytes to program and units to erase go in, NVMCTRL's registers are written. */
#include "avr_dx_row.h"

/* By address, for avr-libc lacks headers of these parts. */
#define CPU_SREG_IO 0x3F
#define CPU_CCP_IO 0x34
#define NVMCTRL_CTRLA_ADDRESS 0x1000
#define NVMCTRL_STATUS (*(volatile uint8_t *)0x1002u)
#define CPUINT_STATUS (*(const volatile uint8_t *)0x0111u)

enum { CCP_SPM = 0x9D };
enum { STATUS_BUSY = 0x03, STATUS_ERROR = 0x70 };

typedef enum command {
    COMMAND_NONE = 0x00, COMMAND_FLASH_WRITE = 0x02, COMMAND_FLASH_PAGE_ERASE = 0x08, COMMAND_EEPROM_WRITE = 0x12,
    COMMAND_EEPROM_BYTE_ERASE = 0x18
} command_t;

/* The signature opens CTRLA for four instructions only: two stores that nothing can come between. */
static void arm(command_t command)
{
    __asm__ volatile("out %0, %1\n\tsts %2, %3"
                     : : "I"(CPU_CCP_IO), "r"((uint8_t)CCP_SPM), "n"(NVMCTRL_CTRLA_ADDRESS), "r"((uint8_t)command)
                     : "memory");
}

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
    __asm__ volatile("in %0, %1\n\tcli" : "=r"(interrupts) : "I"(CPU_SREG_IO) : "memory");
    NVMCTRL_STATUS = 0;
    arm(COMMAND_NONE);
    arm(command);
    *at = value;
    wait_ready();
    arm(COMMAND_NONE);
    error = NVMCTRL_STATUS & STATUS_ERROR;
    __asm__ volatile("out %0, %1" : : "I"(CPU_SREG_IO), "r"(interrupts) : "memory");
    return error != 0 ? MR_ERROR : MR_OK;
}

static uint8_t read_byte(void *context, size_t offset)
{
    return ((const volatile uint8_t *)context)[offset];
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

static mr_status_t state(void *context)
{
    (void)context;
    return CPUINT_STATUS != 0 ? MR_IN_INTERRUPT : MR_OK;
}

const mr_row_driver_t mr_avr_dx_userrow_driver = { read_byte, program_userrow, erase_userrow, state };
const mr_row_driver_t mr_avr_dx_eeprom_driver = { read_byte, program_eeprom, erase_eeprom, state };

const mr_row_geometry_t mr_avr_dx_userrow_geometry = {
    .size_bytes = 32, .erase_bytes = 32, .program_bytes = 1, .is_erasable = true
};
