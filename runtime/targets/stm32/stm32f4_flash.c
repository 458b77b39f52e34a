/* Flash of an STM32F4: reads, programs and erases go in, the registers of its flash interface are written. Source of the
 * registers and sequences: stm32f405xx.h FLASH_TypeDef; RM0090, embedded flash memory interface. */
#include "stm32f4_flash.h"

#define FLASH_ACR (*(volatile uint32_t *)0x40023C00u)
#define FLASH_KEYR (*(volatile uint32_t *)0x40023C04u)
#define FLASH_SR (*(volatile uint32_t *)0x40023C0Cu)
#define FLASH_CR (*(volatile uint32_t *)0x40023C10u)

enum { FLASH_START = 0x08000000, SMALL_SECTOR_BYTES = 0x4000, LARGE_SECTOR_BYTES = 0x20000, LARGE_SECTORS_FROM = 0x20000 };

#define SR_BUSY 0x00010000u
#define SR_ERRORS 0x000000F2u         /* PGSERR, PGPERR, PGAERR, WRPERR, OPERR */
#define CR_SECTOR_ERASE 0x00000002u
#define CR_SECTOR_SHIFT 3
#define CR_WORDS 0x00000200u          /* PSIZE: 32 bits at once */

#include "stm32_flash_interface.h"

static mr_status_t program_words(void *context, uint32_t offset, const void *data, size_t length)
{
    volatile uint32_t *words = (volatile uint32_t *)context + offset / 4;
    const uint8_t *bytes = data;
    bool was_locked = unlock();

    FLASH_CR = CR_WORDS | CR_PROGRAM;
    for (; length > 0 && (FLASH_SR & SR_ERRORS) == 0; length -= 4, bytes += 4) {
        *words++ = mr_cortex_m_word_of(bytes);
        wait_ready();
    }
    return finish(was_locked);
}

/* Four sectors of 16 KiB, one of 64, then those of 128. */
static uint32_t sector_of(uint32_t address)
{
    uint32_t offset = address - FLASH_START;

    if (offset >= LARGE_SECTORS_FROM)
        return 5 + (offset - LARGE_SECTORS_FROM) / LARGE_SECTOR_BYTES;
    return offset / SMALL_SECTOR_BYTES < 4 ? offset / SMALL_SECTOR_BYTES : 4;
}

static mr_status_t erase_sector(void *context, uint32_t offset)
{
    uint32_t sector = sector_of((uint32_t)(uintptr_t)context + offset);
    bool was_locked = unlock();
    mr_status_t status;

    FLASH_CR = CR_WORDS | CR_SECTOR_ERASE | sector << CR_SECTOR_SHIFT;
    FLASH_CR = CR_WORDS | CR_SECTOR_ERASE | sector << CR_SECTOR_SHIFT | CR_START;
    status = finish(was_locked);
    drop_data_cache();
    return status;
}

const mr_flash_driver_t mr_stm32f4_flash_driver = { mr_cortex_m_read_bytes, program_words, erase_sector };
