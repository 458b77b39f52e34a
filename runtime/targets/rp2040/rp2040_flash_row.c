/* The last sector of an RP2040's QSPI flash as a row: pages to program and sectors to erase go in, the flash driver's calls
 * come out. */
#include "rp2040_flash.h"
#include "rp2040_flash_row.h"

enum { PAGE_BYTES = 256 };

static uint8_t read_byte(void *context, size_t offset)
{
    return ((const volatile uint8_t *)context)[offset];
}

static mr_status_t program_page(void *context, size_t offset, const uint8_t *unit)
{
    return mr_rp2040_flash_driver.program(context, (uint32_t)offset, unit, PAGE_BYTES);
}

static mr_status_t erase_sector(void *context, size_t offset)
{
    return mr_rp2040_flash_driver.erase(context, (uint32_t)offset);
}

static mr_status_t state(void *context)
{
    uint32_t exception;

    (void)context;
    __asm__ volatile("mrs %0, ipsr" : "=r"(exception));
    return exception != 0 ? MR_IN_INTERRUPT : MR_OK;
}

const mr_row_driver_t mr_rp2040_flash_userrow_driver = { read_byte, program_page, erase_sector, state };
