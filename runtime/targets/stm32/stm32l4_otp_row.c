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

#define SR_BUSY 0x00050000u   /* BSY, and on the G0 CFGBSY */
#define SR_ERRORS 0x000003FAu /* FASTERR, MISERR, PGSERR, SIZERR, PGAERR, WRPERR, PROGERR, OPERR */

#include "stm32_flash_interface.h"

/* The second word starts the program: nothing may be written to flash between the two. */
static mr_status_t program_double_word(void *context, size_t offset, const uint8_t *unit)
{
    volatile uint32_t *to = (volatile uint32_t *)context + offset / 4;
    bool was_locked = unlock();
    uint32_t was_masked;
    mr_status_t status;

    FLASH_CR = CR_PROGRAM;
    __asm__ volatile("mrs %0, primask\n\tcpsid i" : "=r"(was_masked) : : "memory");
    to[0] = mr_cortex_m_word_of(unit);
    __asm__ volatile("isb" : : : "memory");
    to[1] = mr_cortex_m_word_of(unit + 4);
    __asm__ volatile("msr primask, %0" : : "r"(was_masked) : "memory");
    status = finish(was_locked);
    drop_data_cache();
    return status;
}

const mr_row_driver_t mr_stm32l4_otp_userrow_driver = {
    mr_cortex_m_read_byte, program_double_word, mr_cortex_m_refuse_erase, mr_cortex_m_row_state
};
