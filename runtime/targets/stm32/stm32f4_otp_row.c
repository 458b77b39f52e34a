/* The OTP of an STM32F4: bytes to program go in, the FLASH interface's registers are written. */
#include "stm32f4_otp_row.h"

#define FLASH_ACR (*(volatile uint32_t *)0x40023C00u)
#define FLASH_KEYR (*(volatile uint32_t *)0x40023C04u)
#define FLASH_SR (*(volatile uint32_t *)0x40023C0Cu)
#define FLASH_CR (*(volatile uint32_t *)0x40023C10u)

#define SR_BUSY 0x00010000u
#define SR_ERRORS 0x000000F2u /* PGSERR, PGPERR, PGAERR, WRPERR, OPERR */

#include "stm32_flash_interface.h"

enum { OTP_ADDRESS = 0x1FFF7800, OTP_BYTES = 512, BLOCK_BYTES = 32 };

/* The lock byte of the block that an address lies in; 0 locks it. */
static volatile uint8_t *lock_of(const volatile uint8_t *at)
{
    uintptr_t offset = (uintptr_t)at - OTP_ADDRESS;

    return (volatile uint8_t *)(OTP_ADDRESS + OTP_BYTES + offset / BLOCK_BYTES);
}

static mr_status_t program(volatile uint8_t *at, uint8_t value)
{
    bool was_locked = unlock();

    FLASH_CR = CR_PROGRAM; /* by the byte */
    *at = value;
    return finish(was_locked);
}

static mr_status_t program_byte(void *context, size_t offset, const uint8_t *unit)
{
    volatile uint8_t *at = (volatile uint8_t *)context + offset;

    return *lock_of(at) == 0 ? MR_LOCKED : program(at, *unit);
}

mr_status_t mr_stm32f4_otp_lock(void *context, size_t offset)
{
    volatile uint8_t *lock = lock_of((volatile uint8_t *)context + offset);
    mr_status_t status = mr_cortex_m_row_state(context);

    if (offset >= OTP_BYTES)
        return MR_OUT_OF_RANGE;
    if (status != MR_OK || *lock == 0)
        return status;
    status = program(lock, 0);
    return status == MR_OK && *lock != 0 ? MR_ERROR : status;
}

const mr_row_driver_t mr_stm32f4_otp_userrow_driver = {
    mr_cortex_m_read_byte, program_byte, mr_cortex_m_refuse_erase, mr_cortex_m_row_state
};
