/* Flash of an nRF52: reads, programs and erases go in, the NVMC's registers are written. */
#include "nrf52_nvmc.h"
#include "nrf52_nvmc_flash.h"

static mr_status_t program_words(void *context, uint32_t offset, const void *data, size_t length)
{
    volatile uint32_t *words = (volatile uint32_t *)context + offset / 4;
    const uint8_t *bytes = data;

    for (; length > 0; length -= 4, bytes += 4) {
        mr_nrf52_configure(CONFIG_WRITE);
        *words++ = mr_cortex_m_word_of(bytes);
    }
    mr_nrf52_configure(CONFIG_READ);
    return MR_OK;
}

static mr_status_t erase_page(void *context, uint32_t offset)
{
    mr_nrf52_configure(CONFIG_ERASE);
    NVMC_ERASEPAGE = (uint32_t)(uintptr_t)context + offset;
    mr_nrf52_configure(CONFIG_READ);
    return MR_OK;
}

const mr_flash_driver_t mr_nrf52_nvmc_flash_driver = { mr_cortex_m_read_bytes, program_words, erase_page };
