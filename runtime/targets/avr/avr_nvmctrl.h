/* What the row drivers of AVRs with an NVMCTRL share: commands go in, CTRLA is written as its protection asks; and whether
 * code runs in an interrupt comes out. Private to the drivers. By address, for avr-libc lacks headers of many parts. */
#ifndef MEMREG_AVR_NVMCTRL_H
#define MEMREG_AVR_NVMCTRL_H

#include "memreg/row.h"

#define CPU_SREG_IO 0x3F
#define CPU_CCP_IO 0x34
#define NVMCTRL_CTRLA_ADDRESS 0x1000
#define NVMCTRL_CTRLB (*(const volatile uint8_t *)0x1001u)
#define NVMCTRL_CTRLC (*(const volatile uint8_t *)0x1002u)  /* DU, EB */
#define CPUINT_STATUS (*(const volatile uint8_t *)0x0111u)

enum { CCP_SPM = 0x9D };
/* Which of the two busy bits is the EEPROM's differs from part to part; both set mean busy on all. */
enum { STATUS_BUSY = 0x03 };
enum { CTRLB_EEPROM_WRITE_PROTECT = 0x08, CTRLC_USERROW_WRITE_PROTECT = 0x01 };

/* The signature opens CTRLA for four instructions only: two stores that nothing can come between. */
static inline void mr_avr_command(uint8_t command)
{
    __asm__ volatile("out %0, %1\n\tsts %2, %3"
                     : : "I"(CPU_CCP_IO), "r"((uint8_t)CCP_SPM), "n"(NVMCTRL_CTRLA_ADDRESS), "r"(command) : "memory");
}

/* Turns interrupts off; the result goes to mr_avr_restore_interrupts(). */
static inline uint8_t mr_avr_disable_interrupts(void)
{
    uint8_t before;

    __asm__ volatile("in %0, %1\n\tcli" : "=r"(before) : "I"(CPU_SREG_IO) : "memory");
    return before;
}

static inline void mr_avr_restore_interrupts(uint8_t before)
{
    __asm__ volatile("out %0, %1" : : "I"(CPU_SREG_IO), "r"(before) : "memory");
}

static inline uint8_t mr_avr_read_byte(void *context, size_t offset)
{
    return ((const volatile uint8_t *)context)[offset];
}

static inline mr_status_t mr_avr_state(bool is_locked)
{
    if (CPUINT_STATUS != 0)
        return MR_IN_INTERRUPT;
    return is_locked ? MR_LOCKED : MR_OK;
}

/* Of a DU, EA or EB, whose rows can be locked till the next reset. The EA has no CTRLC: what is reserved reads 0. */
static inline mr_status_t mr_avr_lockable_userrow_state(void *context)
{
    (void)context;
    return mr_avr_state((NVMCTRL_CTRLC & CTRLC_USERROW_WRITE_PROTECT) != 0);
}

static inline mr_status_t mr_avr_lockable_eeprom_state(void *context)
{
    (void)context;
    return mr_avr_state((NVMCTRL_CTRLB & CTRLB_EEPROM_WRITE_PROTECT) != 0);
}

#endif
