/* Program flash of an AVR DA, DB or DD: reads, programs and erases go in, NVMCTRL's registers are written. Source of the
 * registers and commands: ioavr128da28.h, NVMCTRL; sequences: data sheet, NVMCTRL. */
#include "avr_dx_flash.h"

/* By address, for avr-libc lacks headers of these parts. */
#define CPU_SREG_IO 0x3F
#define CPU_CCP_IO 0x34
#define CPU_RAMPZ_IO 0x3B
#define NVMCTRL_CTRLA_ADDRESS 0x1000
#define NVMCTRL_STATUS (*(volatile uint8_t *)0x1002u)

enum { CCP_SPM = 0x9D, PAGE_SHIFT = 9 };
enum { STATUS_BUSY = 0x03, STATUS_ERROR = 0x70, STATUS_WRONG_SECTION = 0x20 };

typedef enum command { COMMAND_NONE = 0x00, COMMAND_FLASH_WRITE = 0x02, COMMAND_FLASH_PAGE_ERASE = 0x08 } command_t;

/* The signature opens CTRLA for four instructions only: two stores that nothing can come between. */
static void arm(command_t command)
{
    __asm__ volatile("out %0, %1\n\tsts %2, %3"
                     : : "I"(CPU_CCP_IO), "r"((uint8_t)CCP_SPM), "n"(NVMCTRL_CTRLA_ADDRESS), "r"((uint8_t)command)
                     : "memory");
}

static void wait_ready(void)
{
    while ((NVMCTRL_STATUS & STATUS_BUSY) != 0)
        continue;
}

/* Whoever else uses RAMPZ finds it as it was. */
static void store_word(uint32_t address, uint16_t word)
{
    uint8_t rampz;

    __asm__ volatile("in %[rampz], %[io]\n\tout %[io], %C[address]\n\tmovw r30, %A[address]\n\tmovw r0, %[word]\n\tspm\n\t"
                     "clr r1\n\tout %[io], %[rampz]"
                     : [rampz] "=&r"(rampz) : [io] "I"(CPU_RAMPZ_IO), [address] "r"(address), [word] "r"(word)
                     : "r0", "r30", "r31", "memory");
}

static uint8_t load_byte(uint32_t address)
{
    uint8_t rampz, value;

    __asm__ volatile("in %[rampz], %[io]\n\tout %[io], %C[address]\n\tmovw r30, %A[address]\n\telpm %[value], Z\n\t"
                     "out %[io], %[rampz]"
                     : [rampz] "=&r"(rampz), [value] "=&r"(value) : [io] "I"(CPU_RAMPZ_IO), [address] "r"(address)
                     : "r30", "r31", "memory");
    return value;
}

/* Arms a command, starts it, and disarms it: an armed one would take any SPM or stray store for its own, and one that
 * follows another without COMMAND_NONE between collides. */
static mr_status_t execute(command_t command, uint32_t address, uint16_t word)
{
    uint8_t interrupts, error;

    wait_ready();
    __asm__ volatile("in %0, %1\n\tcli" : "=r"(interrupts) : "I"(CPU_SREG_IO) : "memory");
    NVMCTRL_STATUS = 0;
    arm(COMMAND_NONE);
    arm(command);
    store_word(address, word);
    wait_ready();
    arm(COMMAND_NONE);
    error = NVMCTRL_STATUS & STATUS_ERROR;
    __asm__ volatile("out %0, %1" : : "I"(CPU_SREG_IO), "r"(interrupts) : "memory");
    return error == 0 ? MR_OK : error == STATUS_WRONG_SECTION ? MR_LOCKED : MR_ERROR;
}

static uint32_t address_of(const void *context, uint32_t offset)
{
    return ((uint32_t)(uintptr_t)context << PAGE_SHIFT) + offset;
}

static mr_status_t read_bytes(void *context, uint32_t offset, void *data, size_t length)
{
    uint32_t address = address_of(context, offset);
    uint8_t *to = data;

    while (length-- > 0)
        *to++ = load_byte(address++);
    return MR_OK;
}

static mr_status_t program_words(void *context, uint32_t offset, const void *data, size_t length)
{
    uint32_t address = address_of(context, offset);
    const uint8_t *bytes = data;
    mr_status_t status = MR_OK;

    for (; length > 0 && status == MR_OK; length -= 2, bytes += 2, address += 2)
        status = execute(COMMAND_FLASH_WRITE, address, (uint16_t)(bytes[0] | bytes[1] << 8));
    return status;
}

static mr_status_t erase_page(void *context, uint32_t offset)
{
    return execute(COMMAND_FLASH_PAGE_ERASE, address_of(context, offset), 0);
}

const mr_flash_driver_t mr_avr_dx_flash_driver = { read_bytes, program_words, erase_page };
