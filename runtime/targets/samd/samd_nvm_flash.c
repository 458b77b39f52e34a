/* Flash of a SAMD21 or SAMD51: reads, programs and erases go in, NVMCTRL's registers are written. Source of the registers:
 * samd21 and samd51 nvmctrl.h, samd51 cmcc.h; sequences: data sheets, NVMCTRL. */
#include "samd_nvm_flash.h"

#include "memreg/cortex_m.h"

#define COMMAND_KEY 0xA500u

#if defined __ARM_ARCH_6M__

#define NVMCTRL_CTRLA (*(volatile uint16_t *)0x41004000u)
#define NVMCTRL_CTRLB (*(volatile uint32_t *)0x41004004u)
#define NVMCTRL_INTFLAG (*(volatile uint8_t *)0x41004014u)
#define NVMCTRL_STATUS (*(volatile uint16_t *)0x41004018u)
#define NVMCTRL_ADDR (*(volatile uint32_t *)0x4100401Cu)

enum { UNIT_BYTES = 64, READY = 0x01, ERRORS = 0x001C, LOCK_ERROR = 0x0008, WRITES_BY_COMMAND = 0x80 };
enum { COMMAND_ERASE = 0x02, COMMAND_WRITE = 0x04, COMMAND_CLEAR_BUFFER = 0x44, COMMAND_DROP_CACHE = 0x46 };

static void wait_ready(void)
{
    while ((NVMCTRL_INTFLAG & READY) == 0)
        continue;
}

static void execute(unsigned command)
{
    NVMCTRL_CTRLA = (uint16_t)(COMMAND_KEY | command);
    wait_ready();
}

static void begin(void)
{
    wait_ready();
    NVMCTRL_CTRLB |= WRITES_BY_COMMAND;
    NVMCTRL_STATUS = ERRORS;
}

static mr_status_t end(void)
{
    unsigned errors = NVMCTRL_STATUS & ERRORS;

    execute(COMMAND_DROP_CACHE);
    return (errors & LOCK_ERROR) != 0 ? MR_LOCKED : errors != 0 ? MR_ERROR : MR_OK;
}

/* NVMCTRL counts in half-words. */
static void set_address(uint32_t address)
{
    NVMCTRL_ADDR = address / 2;
}

#else

#define NVMCTRL_CTRLA (*(volatile uint16_t *)0x41004000u)
#define NVMCTRL_CTRLB (*(volatile uint16_t *)0x41004004u)
#define NVMCTRL_INTFLAG (*(volatile uint16_t *)0x41004010u)
#define NVMCTRL_STATUS (*(volatile uint16_t *)0x41004012u)
#define NVMCTRL_ADDR (*(volatile uint32_t *)0x41004014u)
#define CMCC_CTRL (*(volatile uint32_t *)0x41006008u)
#define CMCC_SR (*(volatile uint32_t *)0x4100600Cu)
#define CMCC_MAINT0 (*(volatile uint32_t *)0x41006020u)

enum { UNIT_BYTES = 16, READY = 0x01, ERRORS = 0x004E, LOCK_ERROR = 0x0008, WRITE_MODE = 0x0030 };
enum { COMMAND_ERASE = 0x01, COMMAND_WRITE = 0x04, COMMAND_CLEAR_BUFFER = 0x15 };

static void wait_ready(void)
{
    while ((NVMCTRL_STATUS & READY) == 0)
        continue;
}

static void execute(unsigned command)
{
    NVMCTRL_CTRLB = (uint16_t)(COMMAND_KEY | command);
    wait_ready();
}

/* By command, not by itself after a few stores. */
static void begin(void)
{
    wait_ready();
    NVMCTRL_CTRLA = (uint16_t)(NVMCTRL_CTRLA & ~(unsigned)WRITE_MODE);
    NVMCTRL_INTFLAG = ERRORS;
}

/* The processor's cache still holds what was there before. */
static mr_status_t end(void)
{
    unsigned errors = NVMCTRL_INTFLAG & ERRORS;

    if ((CMCC_SR & 1u) != 0) {
        CMCC_CTRL = 0;
        while ((CMCC_SR & 1u) != 0)
            continue;
        CMCC_MAINT0 = 1;
        CMCC_CTRL = 1;
    }
    return (errors & LOCK_ERROR) != 0 ? MR_LOCKED : errors != 0 ? MR_ERROR : MR_OK;
}

static void set_address(uint32_t address)
{
    NVMCTRL_ADDR = address;
}

#endif

/* Stores go to the page buffer, and the address of the last one is where it is written. */
static void fill_buffer(volatile uint32_t *words, const uint8_t *bytes)
{
    unsigned left;

    for (left = UNIT_BYTES / 4; left > 0; --left, bytes += 4)
        *words++ = mr_cortex_m_word_of(bytes);
}

static mr_status_t program_units(void *context, uint32_t offset, const void *data, size_t length)
{
    volatile uint32_t *words = (volatile uint32_t *)context + offset / 4;
    const uint8_t *bytes = data;

    begin();
    for (; length > 0; length -= UNIT_BYTES, bytes += UNIT_BYTES, words += UNIT_BYTES / 4) {
        execute(COMMAND_CLEAR_BUFFER);
        fill_buffer(words, bytes);
        set_address((uint32_t)(uintptr_t)words);
        execute(COMMAND_WRITE);
    }
    return end();
}

static mr_status_t erase_unit(void *context, uint32_t offset)
{
    begin();
    set_address((uint32_t)(uintptr_t)context + offset);
    execute(COMMAND_ERASE);
    return end();
}

const mr_flash_driver_t mr_samd_nvm_flash_driver = { mr_cortex_m_read_bytes, program_units, erase_unit };
