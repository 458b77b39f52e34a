/* Flash of an STM32L4: reads, programs and erases go in, the registers of its flash interface are written. Source of the
 * registers and sequences: stm32l476xx.h FLASH_TypeDef; RM0351, embedded flash memory. */
#include "stm32l4_flash.h"

#define FLASH_ACR (*(volatile uint32_t *)0x40022000u)
#define FLASH_KEYR (*(volatile uint32_t *)0x40022008u)
#define FLASH_SR (*(volatile uint32_t *)0x40022010u)
#define FLASH_CR (*(volatile uint32_t *)0x40022014u)

enum { FLASH_START = 0x08000000, PAGE_BYTES = 0x800, BANK_PAGES = 256, UNIT_BYTES = 8 };

#define KEY_1 0x45670123u
#define KEY_2 0xCDEF89ABu
#define SR_BUSY 0x00010000u
#define SR_PROTECTED 0x00000010u
#define SR_ERRORS 0x0000C3FAu         /* OPTVERR, RDERR, FASTERR, MISERR, PGSERR, SIZERR, PGAERR, WRPERR, PROGERR, OPERR */
#define CR_PROGRAM 0x00000001u
#define CR_PAGE_ERASE 0x00000002u
#define CR_PAGE_SHIFT 3
#define CR_BANK_2 0x00000800u
#define CR_START 0x00010000u
#define CR_LOCK 0x80000000u
#define ACR_DATA_CACHE 0x00000400u
#define ACR_DATA_CACHE_RESET 0x00001000u

static void wait_ready(void)
{
    while ((FLASH_SR & SR_BUSY) != 0)
        continue;
}

/* Errors that are left from earlier, or from the reset, would refuse what comes. */
static void unlock(void)
{
    wait_ready();
    if ((FLASH_CR & CR_LOCK) != 0) {
        FLASH_KEYR = KEY_1;
        FLASH_KEYR = KEY_2;
    }
    FLASH_SR = SR_ERRORS;
}

static mr_status_t lock(void)
{
    uint32_t errors;

    wait_ready();
    errors = FLASH_SR & SR_ERRORS;
    FLASH_CR = CR_LOCK;
    return (errors & SR_PROTECTED) != 0 ? MR_LOCKED : errors != 0 ? MR_ERROR : MR_OK;
}

/* The cache of constants still holds what was there before an erase. */
static void drop_data_cache(void)
{
    uint32_t access = FLASH_ACR;

    if ((access & ACR_DATA_CACHE) == 0)
        return;
    FLASH_ACR = access & ~ACR_DATA_CACHE;
    FLASH_ACR = (access & ~ACR_DATA_CACHE) | ACR_DATA_CACHE_RESET;
    FLASH_ACR = access;
}

static mr_status_t read_bytes(void *context, uint32_t offset, void *data, size_t length)
{
    const volatile uint8_t *from = (const volatile uint8_t *)context + offset;
    uint8_t *to = data;

    while (length-- > 0)
        *to++ = *from++;
    return MR_OK;
}

static uint32_t word_of(const uint8_t *bytes)
{
    return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

static mr_status_t program_double_words(void *context, uint32_t offset, const void *data, size_t length)
{
    volatile uint32_t *words = (volatile uint32_t *)context + offset / 4;
    const uint8_t *bytes = data;

    unlock();
    FLASH_CR = CR_PROGRAM;
    for (; length > 0 && (FLASH_SR & SR_ERRORS) == 0; length -= UNIT_BYTES, bytes += UNIT_BYTES) {
        *words++ = word_of(bytes);
        *words++ = word_of(bytes + 4);
        wait_ready();
    }
    return lock();
}

static mr_status_t erase_page(void *context, uint32_t offset)
{
    uint32_t page = ((uint32_t)(uintptr_t)context + offset - FLASH_START) / PAGE_BYTES;
    uint32_t control = CR_PAGE_ERASE | page % BANK_PAGES << CR_PAGE_SHIFT | (page >= BANK_PAGES ? CR_BANK_2 : 0u);
    mr_status_t status;

    unlock();
    FLASH_CR = control;
    FLASH_CR = control | CR_START;
    status = lock();
    drop_data_cache();
    return status;
}

const mr_flash_driver_t mr_stm32l4_flash_driver = { read_bytes, program_double_words, erase_page };
