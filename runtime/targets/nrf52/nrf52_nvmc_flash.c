/* Flash of an nRF52: reads, programs and erases go in, the NVMC's registers are written. Source of the registers:
 * nrf52840.svd, NVMC. */
#include "nrf52_nvmc_flash.h"

#define NVMC_READY (*(const volatile uint32_t *)0x4001E400u)
#define NVMC_CONFIG (*(volatile uint32_t *)0x4001E504u)
#define NVMC_ERASEPAGE (*(volatile uint32_t *)0x4001E508u)
enum { CONFIG_READ = 0, CONFIG_WRITE = 1, CONFIG_ERASE = 2 };

static void configure(uint32_t configuration)
{
    while ((NVMC_READY & 1u) == 0)
        continue;
    NVMC_CONFIG = configuration;
}

static mr_status_t read_bytes(void *context, uint32_t offset, void *data, size_t length)
{
    const volatile uint8_t *from = (const volatile uint8_t *)context + offset;
    uint8_t *to = data;

    while (length-- > 0)
        *to++ = *from++;
    return MR_OK;
}

static mr_status_t program_words(void *context, uint32_t offset, const void *data, size_t length)
{
    volatile uint32_t *words = (volatile uint32_t *)context + offset / 4;
    const uint8_t *bytes = data;

    for (; length > 0; length -= 4, bytes += 4) {
        configure(CONFIG_WRITE);
        *words++ = bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
    }
    configure(CONFIG_READ);
    return MR_OK;
}

static mr_status_t erase_page(void *context, uint32_t offset)
{
    configure(CONFIG_ERASE);
    NVMC_ERASEPAGE = (uint32_t)(uintptr_t)context + offset;
    configure(CONFIG_READ);
    return MR_OK;
}

const mr_flash_driver_t mr_nrf52_nvmc_flash_driver = { read_bytes, program_words, erase_page };
