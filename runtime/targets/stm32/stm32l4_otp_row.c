/* The OTP of an STM32L4, G0 or WB: double words to program go in, the FLASH interface's registers are written. */
#include "stm32l4_otp_row.h"

#define FLASH_BASE 0x40022000u /* 0x58004000 on an STM32WB */
#if defined MR_STM32_FLASH_BASE
#undef FLASH_BASE
#define FLASH_BASE MR_STM32_FLASH_BASE
#endif
#define FLASH_ACR (*(volatile uint32_t *)(FLASH_BASE + 0x00u))
#define FLASH_KEYR (*(volatile uint32_t *)(FLASH_BASE + 0x08u))
#define FLASH_SR (*(volatile uint32_t *)(FLASH_BASE + 0x10u))
#define FLASH_CR (*(volatile uint32_t *)(FLASH_BASE + 0x14u))

#define KEY_1 0x45670123u
#define KEY_2 0xCDEF89ABu
#define CR_LOCK 0x80000000u
enum { CR_PROGRAM = 0x00000001 };
/* BSY, and on the G0 CFGBSY. */
enum { SR_END = 0x00000001, SR_ERRORS = 0x000003FA, SR_BUSY = 0x00050000 };
enum { ACR_DATA_CACHE = 0x00000400, ACR_DATA_CACHE_RESET = 0x00001000 };

static void wait_ready(void)
{
    while ((FLASH_SR & SR_BUSY) != 0)
        continue;
}

/* The L4's data cache may hold what was read before; the G0 has none, and its bit reads 0. */
static void forget_cached(void)
{
    uint32_t access = FLASH_ACR;

    if ((access & ACR_DATA_CACHE) == 0)
        return;
    FLASH_ACR = access & ~(uint32_t)ACR_DATA_CACHE;
    FLASH_ACR = (access & ~(uint32_t)ACR_DATA_CACHE) | ACR_DATA_CACHE_RESET;
    FLASH_ACR = access & ~(uint32_t)ACR_DATA_CACHE;
    FLASH_ACR = access;
}

static uint8_t read_byte(void *context, size_t offset)
{
    return ((const volatile uint8_t *)context)[offset];
}

static uint32_t word_of(const uint8_t *bytes)
{
    return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

/* The second word starts the program: nothing may be written to flash between the two. */
static mr_status_t program_double_word(void *context, size_t offset, const uint8_t *unit)
{
    volatile uint32_t *to = (volatile uint32_t *)context + offset / 4;
    bool was_locked = (FLASH_CR & CR_LOCK) != 0;
    uint32_t was_masked;
    bool has_error;

    wait_ready();
    if (was_locked) {
        FLASH_KEYR = KEY_1;
        FLASH_KEYR = KEY_2;
    }
    FLASH_SR = SR_ERRORS | SR_END;
    FLASH_CR = CR_PROGRAM;
    __asm__ volatile("mrs %0, primask\n\tcpsid i" : "=r"(was_masked) : : "memory");
    to[0] = word_of(unit);
    __asm__ volatile("isb" : : : "memory");
    to[1] = word_of(unit + 4);
    __asm__ volatile("msr primask, %0" : : "r"(was_masked) : "memory");
    wait_ready();
    has_error = (FLASH_SR & SR_ERRORS) != 0;
    FLASH_CR = was_locked ? CR_LOCK : 0;
    forget_cached();
    return has_error ? MR_ERROR : MR_OK;
}

/* Never called: the row is not erasable. */
static mr_status_t erase(void *context, size_t offset)
{
    (void)context;
    (void)offset;
    return MR_LOCKED;
}

static mr_status_t state(void *context)
{
    uint32_t exception;

    (void)context;
    __asm__ volatile("mrs %0, ipsr" : "=r"(exception));
    return exception != 0 ? MR_IN_INTERRUPT : MR_OK;
}

const mr_row_driver_t mr_stm32l4_otp_userrow_driver = { read_byte, program_double_word, erase, state };
