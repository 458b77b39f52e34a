/* What the flash interfaces of the STM32F4, L4, G0 and WB have in common: keys, lock, busy, the cache of constants. A driver
 * names its registers (FLASH_ACR, FLASH_KEYR, FLASH_SR, FLASH_CR) and bits (SR_BUSY, SR_ERRORS), then includes this. Private
 * to the drivers of flash and OTP. */
#ifndef STM32_FLASH_INTERFACE_H
#define STM32_FLASH_INTERFACE_H

#include "memreg/cortex_m.h"

#define KEY_1 0x45670123u
#define KEY_2 0xCDEF89ABu
#define SR_PROTECTED 0x00000010u
#define CR_PROGRAM 0x00000001u
#define CR_START 0x00010000u
#define CR_LOCK 0x80000000u
#define ACR_DATA_CACHE 0x00000400u
#define ACR_DATA_CACHE_RESET 0x00001000u

static inline void wait_ready(void)
{
    while ((FLASH_SR & SR_BUSY) != 0)
        continue;
}

/* Errors that are left from earlier, or from the reset, would refuse what comes. Returns whether it was locked. */
static inline bool unlock(void)
{
    bool was_locked;

    wait_ready();
    was_locked = (FLASH_CR & CR_LOCK) != 0;
    if (was_locked) {
        FLASH_KEYR = KEY_1;
        FLASH_KEYR = KEY_2;
    }
    FLASH_SR = SR_ERRORS;
    return was_locked;
}

/* Waits for the end, leaves the lock as it was, and says how it went. */
static inline mr_status_t finish(bool was_locked)
{
    uint32_t errors;

    wait_ready();
    errors = FLASH_SR & SR_ERRORS;
    FLASH_CR = was_locked ? CR_LOCK : 0;
    return (errors & SR_PROTECTED) != 0 ? MR_LOCKED : errors != 0 ? MR_ERROR : MR_OK;
}

/* The cache of constants still holds what was there before; the G0 has none, and its bit reads 0. */
static inline void drop_data_cache(void)
{
    uint32_t access = FLASH_ACR;

    if ((access & ACR_DATA_CACHE) == 0)
        return;
    FLASH_ACR = access & ~ACR_DATA_CACHE;
    FLASH_ACR = (access & ~ACR_DATA_CACHE) | ACR_DATA_CACHE_RESET;
    FLASH_ACR = access;
}

#endif
