/* What the flash interfaces of the STM32F4 and L4 have in common: keys, lock, busy, the cache of constants. A driver names its
 * registers (FLASH_ACR, FLASH_KEYR, FLASH_SR, FLASH_CR) and the bits of its errors (SR_ERRORS), then includes this. */
#ifndef STM32_FLASH_INTERFACE_H
#define STM32_FLASH_INTERFACE_H

#include "memreg/flash.h"

#define KEY_1 0x45670123u
#define KEY_2 0xCDEF89ABu
#define SR_BUSY 0x00010000u
#define SR_PROTECTED 0x00000010u
#define CR_PROGRAM 0x00000001u
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

#endif
