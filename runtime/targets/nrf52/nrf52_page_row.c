/* Flash pages of an nRF52 as a row: words to program and pages to erase go in, the NVMC's registers are written. */
#include "nrf52_nvmc.h"
#include "nrf52_page_row.h"

static mr_status_t erase_page(void *context, size_t offset)
{
    mr_nrf52_configure(CONFIG_ERASE);
    NVMC_ERASEPAGE = (uint32_t)((uintptr_t)context + offset);
    mr_nrf52_configure(CONFIG_READ);
    return MR_OK;
}

const mr_row_driver_t mr_nrf52_page_userrow_driver = {
    mr_nrf52_read_byte, mr_nrf52_program_word, erase_page, mr_cortex_m_row_state
};
