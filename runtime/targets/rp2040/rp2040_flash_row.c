/* The last sector of an RP2040's QSPI flash as a row: pages to program and sectors to erase go in, the flash driver's calls
 * come out. */
#include "memreg/cortex_m.h"
#include "rp2040_flash.h"
#include "rp2040_flash_row.h"

enum { PAGE_BYTES = 256 };

static mr_status_t program_page(void *context, size_t offset, const uint8_t *unit)
{
    return mr_rp2040_flash_driver.program(context, (uint32_t)offset, unit, PAGE_BYTES);
}

static mr_status_t erase_sector(void *context, size_t offset)
{
    return mr_rp2040_flash_driver.erase(context, (uint32_t)offset);
}

const mr_row_driver_t mr_rp2040_flash_userrow_driver = { mr_cortex_m_read_byte, program_page, erase_sector, mr_cortex_m_row_state };
