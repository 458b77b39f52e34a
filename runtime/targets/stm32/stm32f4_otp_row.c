/* The OTP of an STM32F4: bytes to program go in, the FLASH interface's registers are written. */
#include "stm32f4_otp_row.h"

#define FLASH_KEYR (*(volatile uint32_t *)0x40023C04u)
#define FLASH_SR (*(volatile uint32_t *)0x40023C0Cu)
#define FLASH_CR (*(volatile uint32_t *)0x40023C10u)

#define KEY_1 0x45670123u
#define KEY_2 0xCDEF89ABu
#define CR_LOCK 0x80000000u
enum { CR_PROGRAM_BYTE = 0x00000001 };
enum { SR_ERRORS = 0x000000F2, SR_BUSY = 0x00010000 };
enum { OTP_ADDRESS = 0x1FFF7800, OTP_BYTES = 512, BLOCK_BYTES = 32 };

static void wait_ready(void)
{
    while ((FLASH_SR & SR_BUSY) != 0)
        continue;
}

/* The lock byte of the block that an address lies in; 0 locks it. */
static volatile uint8_t *lock_of(const volatile uint8_t *at)
{
    uintptr_t offset = (uintptr_t)at - OTP_ADDRESS;

    return (volatile uint8_t *)(OTP_ADDRESS + OTP_BYTES + offset / BLOCK_BYTES);
}

static mr_status_t program(volatile uint8_t *at, uint8_t value)
{
    bool was_locked = (FLASH_CR & CR_LOCK) != 0;
    bool has_error;

    wait_ready();
    if (was_locked) {
        FLASH_KEYR = KEY_1;
        FLASH_KEYR = KEY_2;
    }
    FLASH_SR = SR_ERRORS;
    FLASH_CR = CR_PROGRAM_BYTE;
    *at = value;
    wait_ready();
    has_error = (FLASH_SR & SR_ERRORS) != 0;
    FLASH_CR = was_locked ? CR_LOCK : 0;
    return has_error ? MR_ERROR : MR_OK;
}

static uint8_t read_byte(void *context, size_t offset)
{
    return ((const volatile uint8_t *)context)[offset];
}

static mr_status_t program_byte(void *context, size_t offset, const uint8_t *unit)
{
    volatile uint8_t *at = (volatile uint8_t *)context + offset;

    return *lock_of(at) == 0 ? MR_LOCKED : program(at, *unit);
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

mr_status_t mr_stm32f4_otp_lock(void *context, size_t offset)
{
    volatile uint8_t *lock = lock_of((volatile uint8_t *)context + offset);
    mr_status_t status = state(context);

    if (offset >= OTP_BYTES)
        return MR_OUT_OF_RANGE;
    if (status != MR_OK || *lock == 0)
        return status;
    status = program(lock, 0);
    return status == MR_OK && *lock != 0 ? MR_ERROR : status;
}

const mr_row_driver_t mr_stm32f4_otp_userrow_driver = { read_byte, program_byte, erase, state };
