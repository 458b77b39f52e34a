/* UICR.CUSTOMER of an nRF52 as a row: words to program and erases go in, the NVMC's registers are written; what lies
 * beside it in the UICR comes through. */
#include "nrf52_nvmc.h"
#include "nrf52_uicr_row.h"

enum { UICR_ADDRESS = 0x10001000 };

/* Words of the UICR outside of CUSTOMER that mean something: boot loader and MBR addresses and what else software keeps
 * before it; PSELRESET, APPROTECT, NFCPINS, DEBUGCTRL; REGOUT0. */
static const struct { uint16_t first_word, end_word; } carried[] = { { 0x00, 0x20 }, { 0x80, 0x85 }, { 0xC1, 0xC2 } };
enum { RANGE_COUNT = 3, CARRIED_WORDS = 0x20 + 5 + 1 };

static void save_carried(const volatile uint32_t *uicr, uint32_t *saved)
{
    unsigned range, word;

    for (range = 0; range < RANGE_COUNT; ++range)
        for (word = carried[range].first_word; word < carried[range].end_word; ++word)
            *saved++ = uicr[word];
}

static mr_status_t restore_carried(volatile uint32_t *uicr, const uint32_t *saved)
{
    unsigned range, word;

    for (range = 0; range < RANGE_COUNT; ++range)
        for (word = carried[range].first_word; word < carried[range].end_word; ++word, ++saved)
            if (uicr[word] != *saved) {
                mr_nrf52_configure(CONFIG_WRITE);
                uicr[word] = *saved;
                mr_nrf52_configure(CONFIG_READ);
                if (uicr[word] != *saved)
                    return MR_ERROR;
            }
    return MR_OK;
}

static mr_status_t erase_uicr(void *context, size_t offset)
{
    volatile uint32_t *uicr = (volatile uint32_t *)UICR_ADDRESS;
    uint32_t saved[CARRIED_WORDS];

    (void)context;
    (void)offset;
    save_carried(uicr, saved);
    mr_nrf52_configure(CONFIG_ERASE);
    NVMC_ERASEUICR = 1;
    mr_nrf52_configure(CONFIG_READ);
    return restore_carried(uicr, saved);
}

const mr_row_driver_t mr_nrf52_uicr_userrow_driver = {
    mr_nrf52_read_byte, mr_nrf52_program_word, erase_uicr, mr_cortex_m_row_state
};
