/* Rows of an nRF52: words to program and units to erase go in, the NVMC's registers are written. */
#include "nrf52_row.h"

/* Non-volatile memory controller. */
#define NVMC_READY (*(const volatile uint32_t *)0x4001E400u)
#define NVMC_CONFIG (*(volatile uint32_t *)0x4001E504u)
#define NVMC_ERASEPAGE (*(volatile uint32_t *)0x4001E508u)
#define NVMC_ERASEUICR (*(volatile uint32_t *)0x4001E514u)
enum { CONFIG_READ = 0, CONFIG_WRITE = 1, CONFIG_ERASE = 2 };

static void wait_ready(void)
{
    while ((NVMC_READY & 1u) == 0)
        continue;
}

static void configure(uint32_t configuration)
{
    wait_ready();
    NVMC_CONFIG = configuration;
}

/* By the aligned word, for the UICR is made of 32-bit registers. */
static uint8_t read_byte(void *context, size_t offset)
{
    const volatile uint32_t *words = context;

    return (uint8_t)(words[offset / 4] >> offset % 4 * 8);
}

static mr_status_t program_word(void *context, size_t offset, const uint8_t *unit)
{
    volatile uint32_t *words = context;

    configure(CONFIG_WRITE);
    words[offset / 4] = unit[0] | (uint32_t)unit[1] << 8 | (uint32_t)unit[2] << 16 | (uint32_t)unit[3] << 24;
    configure(CONFIG_READ);
    return MR_OK;
}

static mr_status_t erase_uicr(void *context, size_t offset)
{
    (void)context;
    (void)offset;
    configure(CONFIG_ERASE);
    NVMC_ERASEUICR = 1;
    configure(CONFIG_READ);
    return MR_OK;
}

static mr_status_t erase_page(void *context, size_t offset)
{
    configure(CONFIG_ERASE);
    NVMC_ERASEPAGE = (uint32_t)((uintptr_t)context + offset);
    configure(CONFIG_READ);
    return MR_OK;
}

static mr_status_t state(void *context)
{
    uint32_t exception;

    (void)context;
    __asm__ volatile("mrs %0, ipsr" : "=r"(exception));
    return exception != 0 ? MR_IN_INTERRUPT : MR_OK;
}

const mr_row_driver_t mr_nrf52_uicr_driver = { read_byte, program_word, erase_uicr, state };
const mr_row_driver_t mr_nrf52_flash_driver = { read_byte, program_word, erase_page, state };

static const mr_row_range_t outside_customer[] = {
    { 0, MR_NRF52_UICR_CUSTOMER }, { MR_NRF52_UICR_CUSTOMER_END, MR_NRF52_UICR_BYTES }
};

/* A word takes so few writes between erases that a second one is not worth the risk. */
const mr_row_geometry_t mr_nrf52_uicr_geometry = {
    .size_bytes = MR_NRF52_UICR_BYTES, .erase_bytes = MR_NRF52_UICR_BYTES, .program_bytes = 4, .programs_once = true,
    .is_erasable = true, .kept_count = 2, .kept = outside_customer
};
