/* Flash of an STM32L4: reads, programs and erases go in, the registers of its flash interface are written. Source of the
 * registers and sequences: stm32l476xx.h FLASH_TypeDef; RM0351, embedded flash memory. */
#include "stm32l4_flash.h"

#define FLASH_ACR (*(volatile uint32_t *)0x40022000u)
#define FLASH_KEYR (*(volatile uint32_t *)0x40022008u)
#define FLASH_SR (*(volatile uint32_t *)0x40022010u)
#define FLASH_CR (*(volatile uint32_t *)0x40022014u)

enum { FLASH_START = 0x08000000, PAGE_BYTES = 0x800, BANK_PAGES = 256, UNIT_BYTES = 8 };

#define SR_BUSY 0x00010000u
#define SR_ERRORS 0x0000C3FAu         /* OPTVERR, RDERR, FASTERR, MISERR, PGSERR, SIZERR, PGAERR, WRPERR, PROGERR, OPERR */
#define CR_PAGE_ERASE 0x00000002u
#define CR_PAGE_SHIFT 3
#define CR_BANK_2 0x00000800u

#include "stm32_flash_interface.h"

static mr_status_t program_double_words(void *context, uint32_t offset, const void *data, size_t length)
{
    volatile uint32_t *words = (volatile uint32_t *)context + offset / 4;
    const uint8_t *bytes = data;
    bool was_locked = unlock();

    FLASH_CR = CR_PROGRAM;
    for (; length > 0 && (FLASH_SR & SR_ERRORS) == 0; length -= UNIT_BYTES, bytes += UNIT_BYTES) {
        *words++ = mr_cortex_m_word_of(bytes);
        *words++ = mr_cortex_m_word_of(bytes + 4);
        wait_ready();
    }
    return finish(was_locked);
}

static mr_status_t erase_page(void *context, uint32_t offset)
{
    uint32_t page = ((uint32_t)(uintptr_t)context + offset - FLASH_START) / PAGE_BYTES;
    uint32_t control = CR_PAGE_ERASE | page % BANK_PAGES << CR_PAGE_SHIFT | (page >= BANK_PAGES ? CR_BANK_2 : 0u);
    bool was_locked = unlock();
    mr_status_t status;

    FLASH_CR = control;
    FLASH_CR = control | CR_START;
    status = finish(was_locked);
    drop_data_cache();
    return status;
}

const mr_flash_driver_t mr_stm32l4_flash_driver = { mr_cortex_m_read_bytes, program_double_words, erase_page };
