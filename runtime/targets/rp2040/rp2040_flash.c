/* The QSPI flash of an RP2040: reads, programs and erases go in, calls of the boot ROM come out. Source: RP2040 data sheet,
 * bootrom; pico-sdk hardware_flash, for what must be done around the calls. */
#if defined MR_CONFIG
#include MR_CONFIG
#endif
#include "rp2040_flash.h"

#include "memreg/cortex_m.h"

#if !defined MR_RP2040_STOP_OTHER_CORE
#define MR_RP2040_STOP_OTHER_CORE() ((void)0)
#define MR_RP2040_START_OTHER_CORE() ((void)0)
#endif
/* The section's name is pico-sdk's; its linker script and many others copy it to RAM with the initialised data. */
#if !defined MR_RAM_FUNCTION
#define MR_RAM_FUNCTION __attribute__((__noinline__, __section__(".time_critical.mr_rp2040_flash")))
#endif

enum { XIP_START = 0x10000000, PAGE_BYTES = 256, SECTOR_BYTES = 4096, BLOCK_BYTES = 65536, COMMAND_ERASE_BLOCK = 0xD8 };
enum { SECOND_STAGE_WORDS = 64, BLANK = 0xFF };

#define ROM_CODE(first, second) ((uint32_t)(first) | (uint32_t)(second) << 8)

typedef void *(*rom_lookup_t)(const uint16_t *table, uint32_t code);
typedef void (*rom_function_t)(void);
typedef void (*rom_erase_t)(uint32_t offset, size_t length, uint32_t block_bytes, uint8_t block_command);
typedef void (*rom_program_t)(uint32_t offset, const uint8_t *data, size_t length);

/* What is called while flash is out of reach: looked up before. */
typedef struct rom {
    rom_function_t connect, leave_xip, flush_cache;
    rom_erase_t erase;
    rom_program_t program;
    uint32_t second_stage[SECOND_STAGE_WORDS];   /* of the boot loader: brings XIP back as it was */
} rom_t;

/* The ROM's pointers have 16 bits. The compiler must not know the address: it takes what lies so low for a NULL. */
static uintptr_t rom_pointer(uintptr_t address)
{
    __asm__("" : "+r"(address));
    return *(const volatile uint16_t *)address;
}

static uintptr_t find(uint32_t code)
{
    rom_lookup_t lookup = (rom_lookup_t)rom_pointer(0x18);

    return (uintptr_t)lookup((const uint16_t *)rom_pointer(0x14), code);
}

static void prepare(rom_t *rom)
{
    const volatile uint32_t *second_stage = (const volatile uint32_t *)(uintptr_t)XIP_START;
    unsigned index;

    rom->connect = (rom_function_t)find(ROM_CODE('I', 'F'));
    rom->leave_xip = (rom_function_t)find(ROM_CODE('E', 'X'));
    rom->flush_cache = (rom_function_t)find(ROM_CODE('F', 'C'));
    rom->erase = (rom_erase_t)find(ROM_CODE('R', 'E'));
    rom->program = (rom_program_t)find(ROM_CODE('R', 'P'));
    for (index = 0; index < SECOND_STAGE_WORDS; ++index)
        rom->second_stage[index] = second_stage[index];
}

/* Programs a page, or erases a sector where there is no page; nothing here may touch flash, constants included. */
MR_RAM_FUNCTION static void change(const rom_t *rom, uint32_t offset, const uint8_t *page)
{
    rom_function_t enter_xip = (rom_function_t)((uintptr_t)rom->second_stage | 1u);
    uint32_t primask;

    __asm__ volatile("mrs %0, primask\n\tcpsid i" : "=r"(primask) : : "memory");
    rom->connect();
    rom->leave_xip();
    if (page != NULL)
        rom->program(offset, page, PAGE_BYTES);
    else
        rom->erase(offset, SECTOR_BYTES, BLOCK_BYTES, COMMAND_ERASE_BLOCK);
    rom->flush_cache();
    enter_xip();
    __asm__ volatile("msr primask, %0" : : "r"(primask) : "memory");
}

static void change_alone(uint32_t offset, const uint8_t *page)
{
    rom_t rom;

    prepare(&rom);
    MR_RP2040_STOP_OTHER_CORE();
    change(&rom, offset, page);
    MR_RP2040_START_OTHER_CORE();
}

/* The ROM programs whole pages: what is not to be programmed stays all ones. The copy also serves data in flash. */
static mr_status_t program_bytes(void *context, uint32_t offset, const void *data, size_t length)
{
    uint32_t first = (uint32_t)(uintptr_t)context + offset - XIP_START;
    const uint8_t *from = data;
    uint8_t page[PAGE_BYTES];
    unsigned index, begin = first % PAGE_BYTES;

    for (index = 0; index < PAGE_BYTES; ++index)
        page[index] = index >= begin && index - begin < length ? from[index - begin] : (uint8_t)BLANK;
    change_alone(first - begin, page);
    return MR_OK;
}

static mr_status_t erase_sector(void *context, uint32_t offset)
{
    change_alone((uint32_t)(uintptr_t)context + offset - XIP_START, NULL);
    return MR_OK;
}

const mr_flash_driver_t mr_rp2040_flash_driver = { mr_cortex_m_read_bytes, program_bytes, erase_sector };
