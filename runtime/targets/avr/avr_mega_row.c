/* The EEPROM of a classic AVR: bytes to program and to erase go in, EECR, EEDR and EEAR are written. */
#include "avr_mega_row.h"

/* I/O addresses, the same on all ATmegas with EEPM bits (ATmega48 ... ATmega1284, ATmega640 ... ATmega2560). */
#define EECR_IO 0x1F
#define EECR (*(volatile uint8_t *)0x3Fu)
#define EEDR (*(volatile uint8_t *)0x40u)
#define EEAR (*(volatile uint16_t *)0x41u)
#define SPMCSR (*(const volatile uint8_t *)0x57u)
#define SREG_IO 0x3F

enum { EECR_READ = 0x01, EECR_PROGRAM = 0x02, EECR_READY_INTERRUPT = 0x08, EECR_ERASE_ONLY = 0x10, EECR_WRITE_ONLY = 0x20 };
enum { EECR_PROGRAM_BIT = 1, EECR_MASTER_BIT = 2 };
enum { SPMCSR_BUSY = 0x01 };

static uint8_t disable_interrupts(void)
{
    uint8_t before;

    __asm__ volatile("in %0, %1\n\tcli" : "=r"(before) : "I"(SREG_IO) : "memory");
    return before;
}

static void restore_interrupts(uint8_t before)
{
    __asm__ volatile("out %0, %1" : : "I"(SREG_IO), "r"(before) : "memory");
}

static void wait_ready(void)
{
    while ((EECR & EECR_PROGRAM) != 0 || (SPMCSR & SPMCSR_BUSY) != 0)
        continue;
}

/* The address of a byte: a region that has none begins at 0. */
static uint16_t address_of(void *context, size_t offset)
{
    return (uint16_t)((uintptr_t)context + offset);
}

/* An interrupt that reads or writes EEPROM would change the address between. */
static uint8_t read_byte(void *context, size_t offset)
{
    uint8_t interrupts, value;

    wait_ready();
    interrupts = disable_interrupts();
    EEAR = address_of(context, offset);
    EECR |= EECR_READ;
    value = EEDR;
    restore_interrupts(interrupts);
    return value;
}

/* The second bit must follow the first within four cycles. */
static mr_status_t execute(uint8_t mode, uint16_t address, uint8_t value)
{
    uint8_t interrupts;

    wait_ready();
    interrupts = disable_interrupts();
    EEAR = address;
    EEDR = value;
    EECR = (uint8_t)((EECR & EECR_READY_INTERRUPT) | mode);
    __asm__ volatile("sbi %0, %1\n\tsbi %0, %2"
                     : : "I"(EECR_IO), "I"(EECR_MASTER_BIT), "I"(EECR_PROGRAM_BIT) : "memory");
    restore_interrupts(interrupts);
    wait_ready();
    return MR_OK;
}

static mr_status_t program_byte(void *context, size_t offset, const uint8_t *unit)
{
    return execute(EECR_WRITE_ONLY, address_of(context, offset), *unit);
}

static mr_status_t erase_byte(void *context, size_t offset)
{
    return execute(EECR_ERASE_ONLY, address_of(context, offset), 0xFF);
}

static mr_status_t state(void *context)
{
    (void)context;
    return MR_OK;
}

const mr_row_driver_t mr_avr_mega_eeprom_driver = { read_byte, program_byte, erase_byte, state };
