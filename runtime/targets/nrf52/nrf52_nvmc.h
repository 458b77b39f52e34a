/* What the flash and row drivers of an nRF52 share: words to program go in, the NVMC's registers are written. Private to
 * them. Source of the registers: nrf52840.svd, NVMC. */
#ifndef MEMREG_NRF52_NVMC_H
#define MEMREG_NRF52_NVMC_H

#include "memreg/cortex_m.h"

#define NVMC_READY (*(const volatile uint32_t *)0x4001E400u)
#define NVMC_CONFIG (*(volatile uint32_t *)0x4001E504u)
#define NVMC_ERASEPAGE (*(volatile uint32_t *)0x4001E508u)
#define NVMC_ERASEUICR (*(volatile uint32_t *)0x4001E514u)
enum { CONFIG_READ = 0, CONFIG_WRITE = 1, CONFIG_ERASE = 2 };

/* Waits for what runs, then says what comes next. */
static inline void mr_nrf52_configure(uint32_t configuration)
{
    while ((NVMC_READY & 1u) == 0)
        continue;
    NVMC_CONFIG = configuration;
}

/* By the aligned word, for the UICR is made of 32-bit registers. */
static inline uint8_t mr_nrf52_read_byte(void *context, size_t offset)
{
    const volatile uint32_t *words = context;

    return (uint8_t)(words[offset / 4] >> offset % 4 * 8);
}

static inline mr_status_t mr_nrf52_program_word(void *context, size_t offset, const uint8_t *unit)
{
    volatile uint32_t *words = context;

    mr_nrf52_configure(CONFIG_WRITE);
    words[offset / 4] = mr_cortex_m_word_of(unit);
    mr_nrf52_configure(CONFIG_READ);
    return MR_OK;
}

#endif
