/* Parts with an ARM core as far as their flash controllers go, around Unicorn's processor. In: `arm_part PART FILE.elf`. Out:
 * the firmware's text and its exit status; 96 where it broke a rule of the part, 98 where it crashed, 97 where it does not
 * end, 2 on wrong use.
 *
 * The firmware asks and tells at CONTROL: what to pretend, how often the part erased and programmed. */
#include <elf.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicorn/unicorn.h>

enum { STATUS_BROKEN_RULE = 96, STATUS_OUT_OF_BUDGET = 97, STATUS_CRASHED = 98, STATUS_WRONG_USE = 2 };
enum { PAGE_BYTES = 0x1000, BUSY_READS = 3, BLOCK_BUDGET = 20000000 };
enum { CONTROL = 0x50000000, CONTROL_TEXT = 0, CONTROL_STATUS = 4, CONTROL_PRETEND = 8, CONTROL_ERASES = 12,
       CONTROL_PROGRAMS = 16 };
enum { PRETEND_NOTHING = 0, PRETEND_INTERRUPT = 1, PRETEND_LOCKED = 2 };

static struct {
    uint8_t bytes[PAGE_BYTES];       /* the memory that the row lies in, from a page's start */
    bool is_used[PAGE_BYTES];        /* programmed since the erase: the first byte of each unit */
    uint32_t buffer[16];
    bool is_loaded[16];
    uint32_t buffer_address, address, mode, errors, configuration, pending_word, pending_offset;
    unsigned busy, keys, erases, programs;
    bool is_unlocked, has_pending, is_protected, is_over;
    int status;
    unsigned long blocks;
} part;

static uc_engine *engine;

static void broken(const char *format, ...)
{
    va_list values;
    uint32_t at = 0;

    va_start(values, format);
    uc_reg_read(engine, UC_ARM_REG_PC, &at);
    printf("broken rule at 0x%x: ", at);
    vprintf(format, values);
    putchar('\n');
    va_end(values);
    fflush(stdout);
    exit(STATUS_BROKEN_RULE);
}

static bool is_busy(void)
{
    return part.busy > 0;
}

/* Busy ends after some reads of the register that tells it. */
static bool read_busy(void)
{
    if (part.busy == 0)
        return false;
    --part.busy;
    return true;
}

static void program_unit(uint32_t offset, const uint8_t *unit, unsigned bytes, bool once)
{
    if (once && part.is_used[offset])
        broken("a unit is programmed twice, at 0x%x", offset);
    for (unsigned index = 0; index < bytes; ++index) {
        if ((unit[index] & ~part.bytes[offset + index]) != 0)
            broken("a bit would have to rise, at 0x%x", offset + index);
        part.bytes[offset + index] &= unit[index];
    }
    part.is_used[offset] = true;
    part.busy = BUSY_READS;
    ++part.programs;
}

static void erase_all(uint32_t first, uint32_t end)
{
    memset(part.bytes + first, 0xFF, end - first);
    memset(part.is_used + first, 0, end - first);
    part.busy = BUSY_READS;
    ++part.erases;
}

static void put_word(uint32_t offset, uint32_t word)
{
    for (unsigned index = 0; index < 4; ++index)
        part.bytes[offset + index] = (uint8_t)(word >> 8 * index);
    part.is_used[offset] = true;
}

/* ---- nRF52: NVMC ---- */

static void open_nrf52(void)
{
    put_word(0x14, 0x000F4000); /* boot loader */
    put_word(0x18, 0x000FE000);
    put_word(0x200, 18);        /* reset pin, twice */
    put_word(0x204, 18);
    put_word(0x208, 0xFFFFFF5A);
    put_word(0x20C, 0xFFFFFFFE);
    put_word(0x304, 0xFFFFFFFD);
}

static uint32_t read_nvmc(uint32_t offset)
{
    if (offset == 0x400)
        return read_busy() ? 0 : 1;
    return offset == 0x504 ? part.configuration : 0;
}

static void write_nvmc(uint32_t offset, uint32_t value, unsigned bytes)
{
    if (bytes != 4)
        broken("registers take words");
    if (is_busy())
        broken("NVMC written while busy");
    if (offset == 0x504 && value < 3)
        part.configuration = value;
    else if (offset == 0x514 && value == 1 && part.configuration == 2)
        erase_all(0, PAGE_BYTES);
    else
        broken("NVMC register 0x%x = 0x%x, CONFIG is %u", offset, value, part.configuration);
}

static void store_uicr(uint32_t offset, uint32_t value, unsigned bytes)
{
    if (bytes != 4 || offset % 4 != 0)
        broken("the UICR takes aligned words");
    if (is_busy() || part.configuration != 1)
        broken("a store to the UICR, CONFIG is %u", part.configuration);
    program_unit(offset, (const uint8_t *)&value, 4, true);
}

/* ---- SAMD21 and SAMD51: NVMCTRL; their page buffers ---- */

static void open_samd(void)
{
    unsigned index;

    part.mode = 0;
    part.is_loaded[3] = true; /* somebody left it so */
    for (index = 0; index < 8; ++index)
        put_word(4 * index, 0xD8E0C7FFu - 77 * index);
}

static void clear_buffer(void)
{
    memset(part.buffer, 0xFF, sizeof part.buffer);
    memset(part.is_loaded, 0, sizeof part.is_loaded);
}

static void load_buffer(uint32_t offset, uint32_t value, unsigned bytes, unsigned unit_bytes)
{
    unsigned index = offset % unit_bytes / 4;

    if (bytes != 4)
        broken("the page buffer takes words");
    if (is_busy())
        broken("the page buffer is loaded while busy");
    if (part.is_loaded[index])
        broken("a word of the page buffer is loaded twice");
    part.buffer[index] = value;
    part.is_loaded[index] = true;
    part.buffer_address = offset / unit_bytes * unit_bytes;
}

static void write_buffer(uint32_t address, unsigned unit_bytes)
{
    for (unsigned index = 0; index < unit_bytes / 4; ++index)
        if (!part.is_loaded[index])
            broken("a page is written of which word %u was not loaded", index);
    if (address != 0x00804000 + part.buffer_address)
        broken("ADDR is 0x%x, the page buffer was loaded for 0x%x", address, part.buffer_address);
    program_unit(part.buffer_address, (const uint8_t *)part.buffer, unit_bytes, true);
    clear_buffer();
}

static uint32_t read_samd21(uint32_t offset)
{
    switch (offset) {
    case 0x04: return part.mode;
    case 0x14: return read_busy() ? 0 : 1;
    case 0x18: return part.errors | (part.is_protected ? 0x100 : 0);
    default:   broken("NVMCTRL register 0x%x is read", offset); return 0;
    }
}

static void command_samd21(uint32_t value)
{
    if (value >> 8 != 0xA5)
        broken("a command without its key: 0x%x", value);
    if (is_busy())
        broken("a command while busy");
    if (part.is_protected && (value & 0xFF) < 0x10)
        broken("a command for the user row with the security bit set");
    switch (value & 0xFF) {
    case 0x05:
        if (part.address * 2 < 0x00804000 || part.address * 2 >= 0x00804100)
            broken("ADDR is 0x%x", part.address);
        erase_all(0, 256);
        break;
    case 0x06: write_buffer(part.address * 2, 64); break;
    case 0x44: clear_buffer(); part.busy = 1; break;
    case 0x46: part.busy = 1; break;
    default:   broken("no command 0x%x", value & 0xFF);
    }
}

static void write_samd21(uint32_t offset, uint32_t value, unsigned bytes)
{
    switch (offset) {
    case 0x00: command_samd21(value); break;
    case 0x04: part.mode = value; break;
    case 0x18: part.errors &= ~value; break;
    case 0x1C: part.address = value; break;
    default:   broken("NVMCTRL register 0x%x, %u bytes", offset, bytes);
    }
}

static void store_samd21(uint32_t offset, uint32_t value, unsigned bytes)
{
    load_buffer(offset, value, bytes, 64);
    part.address = (0x00804000 + offset) / 2;
    if ((part.mode & 0x80) == 0 && offset % 64 == 60)
        broken("with MANW 0 the last word of a page writes it to the wrong memory");
}

static uint32_t read_samd51(uint32_t offset)
{
    switch (offset) {
    case 0x00: return part.mode;
    case 0x10: return part.errors | 1;
    case 0x12: return read_busy() ? 0 : 1;
    default:   broken("NVMCTRL register 0x%x is read", offset); return 0;
    }
}

static void command_samd51(uint32_t value)
{
    if (value >> 8 != 0xA5)
        broken("a command without its key: 0x%x", value);
    if (is_busy())
        broken("a command while busy");
    if ((part.mode & 0x30) != 0)
        broken("a command with WMODE %x", part.mode);
    switch (value & 0xFF) {
    case 0x00:
        if (part.address < 0x00804000 || part.address >= 0x00804200)
            broken("ADDR is 0x%x", part.address);
        erase_all(0, 512);
        break;
    case 0x04: write_buffer(part.address, 16); break;
    case 0x15: clear_buffer(); part.busy = 1; break;
    default:   broken("no command 0x%x for the user page", value & 0xFF);
    }
}

static void write_samd51(uint32_t offset, uint32_t value, unsigned bytes)
{
    switch (offset) {
    case 0x00: part.mode = value; break;
    case 0x04: command_samd51(value); break;
    case 0x10: part.errors &= ~value; break;
    case 0x14: part.address = value; break;
    default:   broken("NVMCTRL register 0x%x, %u bytes", offset, bytes);
    }
}

static void open_samd51(void)
{
    open_samd();
    part.mode = 0x0034; /* automatic writes by the quad word, as boot loaders leave it */
}

static void store_samd51(uint32_t offset, uint32_t value, unsigned bytes)
{
    if ((part.mode & 0x30) != 0)
        broken("the page buffer is loaded with WMODE %x: it writes by itself", part.mode);
    load_buffer(offset, value, bytes, 16);
}

/* ---- STM32F4 and STM32L4, G0: FLASH ---- */

enum { CR_LOCK_BIT = 31, SR_BUSY = 0x10000 };

static void open_stm32(void)
{
    part.configuration = 1u << CR_LOCK_BIT;
    part.errors = 0x80; /* what somebody left there: a program must clear it first */
}

static void write_key(uint32_t value)
{
    static const uint32_t keys[] = { 0x45670123, 0xCDEF89AB };

    if ((part.configuration >> CR_LOCK_BIT) == 0)
        broken("a key while unlocked");
    if (value != keys[part.keys])
        broken("a wrong key locks the flash until the next reset");
    if (++part.keys == 2) {
        part.keys = 0;
        part.configuration = 0;
    }
}

static void write_control(uint32_t value)
{
    if ((part.configuration >> CR_LOCK_BIT) != 0)
        broken("FLASH_CR is locked");
    if (is_busy())
        broken("FLASH_CR is written while busy");
    part.configuration = value;
}

static void may_program(uint32_t wanted)
{
    if (part.configuration != wanted)
        broken("a store with FLASH_CR 0x%x", part.configuration);
    if (is_busy())
        broken("a store while busy");
    if (part.errors != 0)
        broken("a store with errors in FLASH_SR: 0x%x", part.errors);
}

static uint32_t read_stm32f4(uint32_t offset)
{
    switch (offset) {
    case 0xC0C: return part.errors | (read_busy() ? SR_BUSY : 0);
    case 0xC10: return part.configuration;
    default:    broken("FLASH register 0x%x is read", offset); return 0;
    }
}

static void write_stm32f4(uint32_t offset, uint32_t value, unsigned bytes)
{
    switch (offset) {
    case 0xC04: write_key(value); break;
    case 0xC0C: part.errors &= ~value; break;
    case 0xC10: write_control(value); break;
    default:    broken("FLASH register 0x%x, %u bytes", offset, bytes);
    }
}

static void store_stm32f4(uint32_t offset, uint32_t value, unsigned bytes)
{
    uint8_t byte = (uint8_t)value;

    if (bytes != 1 || offset < 0x800 || offset >= 0xA10)
        broken("a store of %u bytes at 0x%x", bytes, offset);
    may_program(0x1);
    if (offset < 0xA00 && part.bytes[0xA00 + (offset - 0x800) / 32] == 0)
        part.errors |= 0x10; /* WRPERR */
    else
        program_unit(offset, &byte, 1, false);
}

static uint32_t read_stm32l4(uint32_t offset)
{
    switch (offset) {
    case 0x00: return part.mode;
    case 0x10: return part.errors | (read_busy() ? SR_BUSY : 0);
    case 0x14: return part.configuration;
    default:   broken("FLASH register 0x%x is read", offset); return 0;
    }
}

static void write_stm32l4(uint32_t offset, uint32_t value, unsigned bytes)
{
    switch (offset) {
    case 0x00: part.mode = value; break;
    case 0x08: write_key(value); break;
    case 0x10: part.errors &= ~value; break;
    case 0x14: write_control(value); break;
    default:   broken("FLASH register 0x%x, %u bytes", offset, bytes);
    }
}

static void store_stm32l4(uint32_t offset, uint32_t value, unsigned bytes)
{
    uint32_t double_word[2] = { part.pending_word, value };
    uint32_t is_masked = 0;

    if (bytes != 4 || offset >= 0x400)
        broken("a store of %u bytes at 0x%x", bytes, offset);
    if (!part.has_pending && offset % 8 == 0) {
        may_program(0x1);
        part.pending_word = value;
        part.pending_offset = offset;
        part.has_pending = true;
        return;
    }
    uc_reg_read(engine, UC_ARM_REG_PRIMASK, &is_masked);
    if (!part.has_pending || offset != part.pending_offset + 4)
        broken("a store at 0x%x that is no second half", offset);
    if ((is_masked & 1) == 0)
        broken("the halves of a double word may be torn by an interrupt");
    part.has_pending = false;
    program_unit(part.pending_offset, (const uint8_t *)double_word, 8, true);
}

/* ---- RP2040: the boot ROM's calls, and flash that is out of reach meanwhile ---- */

enum { ROM_LOOKUP = 0x100, ROM_CONNECT = 0x110, ROM_LEAVE_XIP = 0x120, ROM_ERASE = 0x130, ROM_PROGRAM = 0x140,
       ROM_FLUSH_CACHE = 0x150, ROM_END = 0x160 };
enum { XIP_START = 0x10000000, XIP_BYTES = 0x1FF000, SECTOR_OFFSET = 0x1FF000 };

static struct { bool is_connected, is_in_command_mode, has_stale_cache; } qspi;

static uint32_t register_of(int number)
{
    uint32_t value = 0;

    uc_reg_read(engine, number, &value);
    return value;
}

static void rom_lookup(void)
{
    static const struct { char name[3]; uint32_t address; } functions[] = {
        { "IF", ROM_CONNECT }, { "EX", ROM_LEAVE_XIP }, { "RE", ROM_ERASE }, { "RP", ROM_PROGRAM }, { "FC", ROM_FLUSH_CACHE }
    };
    uint32_t code = register_of(UC_ARM_REG_R1), found = 0;

    for (size_t index = 0; index < sizeof functions / sizeof functions[0]; ++index)
        if (code == ((uint32_t)functions[index].name[0] | (uint32_t)functions[index].name[1] << 8))
            found = functions[index].address | 1;
    if (found == 0)
        broken("the ROM has no function 0x%x", code);
    uc_reg_write(engine, UC_ARM_REG_R0, &found);
}

static void may_change_flash(uint32_t offset, uint32_t length, uint32_t unit)
{
    if (!qspi.is_in_command_mode)
        broken("flash is changed in XIP mode");
    if (offset < SECTOR_OFFSET || offset % unit != 0 || length != unit)
        broken("flash is changed at 0x%x, %u bytes", offset, length);
    qspi.has_stale_cache = true;
}

static void rom_program(void)
{
    uint32_t offset = register_of(UC_ARM_REG_R0);
    uint8_t page[256];

    may_change_flash(offset, register_of(UC_ARM_REG_R2), 256);
    if (register_of(UC_ARM_REG_R1) < 0x20000000 || uc_mem_read(engine, register_of(UC_ARM_REG_R1), page, sizeof page) != UC_ERR_OK)
        broken("data at 0x%x", register_of(UC_ARM_REG_R1));
    program_unit(offset - SECTOR_OFFSET, page, 256, false);
    part.busy = 0;
}

static void rom_erase(void)
{
    may_change_flash(register_of(UC_ARM_REG_R0), register_of(UC_ARM_REG_R1), PAGE_BYTES);
    erase_all(0, PAGE_BYTES);
    part.busy = 0;
}

static void call_rom(uc_engine *unused, uint64_t address, uint32_t bytes, void *parameter)
{
    (void)unused;
    (void)bytes;
    (void)parameter;
    if (address != ROM_LOOKUP && (register_of(UC_ARM_REG_PRIMASK) & 1) == 0)
        broken("interrupts are on");
    switch (address) {
    case ROM_LOOKUP:    rom_lookup(); break;
    case ROM_CONNECT:   qspi.is_connected = true; break;
    case ROM_LEAVE_XIP: qspi.is_in_command_mode = qspi.is_connected; break;
    case ROM_ERASE:     rom_erase(); break;
    case ROM_PROGRAM:   rom_program(); break;
    case ROM_FLUSH_CACHE: qspi.has_stale_cache = false; break;
    default:            broken("no ROM function at 0x%x", (unsigned)address);
    }
}

static void run_from_flash(uc_engine *unused, uint64_t address, uint32_t bytes, void *parameter)
{
    (void)unused;
    (void)bytes;
    (void)parameter;
    if (qspi.is_in_command_mode)
        broken("code runs from flash that is out of reach, at 0x%x", (unsigned)address);
}

static void open_rp2040(void)
{
    static const uint16_t pointers[] = { 0x80, ROM_LOOKUP | 1 };           /* table, its look-up: at 0x14 and 0x18 */
    static const uint16_t bx_lr = 0x4770;
    static const uint16_t second_stage[] = { 0x4801, 0x2101, 0x6001, 0x4770, 0x0008, 0x1800 }; /* SSIENR = 1; return */
    uc_hook hook;

    uc_mem_write(engine, 0x14, &pointers[0], 2);
    uc_mem_write(engine, 0x18, &pointers[1], 2);
    for (uint32_t address = ROM_LOOKUP; address < ROM_END; address += 0x10)
        uc_mem_write(engine, address, &bx_lr, 2);
    uc_mem_map(engine, XIP_START, XIP_BYTES, UC_PROT_ALL);
    uc_mem_write(engine, XIP_START, second_stage, sizeof second_stage);
    uc_hook_add(engine, &hook, UC_HOOK_CODE, (void *)call_rom, NULL, ROM_LOOKUP, ROM_END - 1);
    uc_hook_add(engine, &hook, UC_HOOK_CODE, (void *)run_from_flash, NULL, XIP_START, XIP_START + XIP_BYTES - 1);
}

static uint32_t read_ssi(uint32_t offset)
{
    broken("SSI register 0x%x is read", offset);
    return 0;
}

static void write_ssi(uint32_t offset, uint32_t value, unsigned bytes)
{
    if (offset != 8 || value != 1 || bytes != 4)
        broken("SSI register 0x%x = 0x%x", offset, value);
    if (qspi.has_stale_cache)
        broken("XIP goes on with stale lines in its cache");
    qspi.is_in_command_mode = qspi.is_connected = false;
}

static void store_xip(uint32_t offset, uint32_t value, unsigned bytes)
{
    broken("a store of 0x%x, %u bytes to XIP at 0x%x", value, bytes, offset);
}

/* ---- all of them ---- */

typedef struct rules {
    const char *name;
    int processor;
    uint32_t memory_address, registers_address, vectors_address;
    void (*open)(void);
    uint32_t (*read)(uint32_t offset);
    void (*write)(uint32_t offset, uint32_t value, unsigned bytes);
    void (*store)(uint32_t offset, uint32_t value, unsigned bytes);
} rules_t;

static const rules_t all_rules[] = {
    { "nrf52", UC_CPU_ARM_CORTEX_M4, 0x10001000, 0x4001E000, 0, open_nrf52, read_nvmc, write_nvmc, store_uicr },
    { "samd21", UC_CPU_ARM_CORTEX_M0, 0x00804000, 0x41004000, 0, open_samd, read_samd21, write_samd21, store_samd21 },
    { "samd51", UC_CPU_ARM_CORTEX_M4, 0x00804000, 0x41004000, 0, open_samd51, read_samd51, write_samd51, store_samd51 },
    { "stm32f4", UC_CPU_ARM_CORTEX_M4, 0x1FFF7000, 0x40023000, 0, open_stm32, read_stm32f4, write_stm32f4, store_stm32f4 },
    { "stm32l4", UC_CPU_ARM_CORTEX_M4, 0x1FFF7000, 0x40022000, 0, open_stm32, read_stm32l4, write_stm32l4, store_stm32l4 },
    { "rp2040", UC_CPU_ARM_CORTEX_M0, XIP_START + SECTOR_OFFSET, 0x18000000, XIP_START + 0x1000, open_rp2040, read_ssi,
      write_ssi, store_xip },
};

static const rules_t *rules;

static uint64_t memory_read(uc_engine *unused, uint64_t offset, unsigned bytes, void *parameter)
{
    uint64_t value = 0;

    (void)unused;
    (void)parameter;
    if (is_busy() || qspi.is_in_command_mode)
        broken("memory is read while busy");
    for (unsigned index = 0; index < bytes; ++index)
        value |= (uint64_t)part.bytes[offset + index] << 8 * index;
    return value;
}

static void memory_write(uc_engine *unused, uint64_t offset, unsigned bytes, uint64_t value, void *parameter)
{
    (void)unused;
    (void)parameter;
    rules->store((uint32_t)offset, (uint32_t)value, bytes);
}

static uint64_t registers_read(uc_engine *unused, uint64_t offset, unsigned bytes, void *parameter)
{
    (void)unused;
    (void)bytes;
    (void)parameter;
    return rules->read((uint32_t)offset);
}

static void registers_write(uc_engine *unused, uint64_t offset, unsigned bytes, uint64_t value, void *parameter)
{
    (void)unused;
    (void)parameter;
    rules->write((uint32_t)offset, (uint32_t)value, bytes);
}

static uint64_t control_read(uc_engine *unused, uint64_t offset, unsigned bytes, void *parameter)
{
    (void)unused;
    (void)bytes;
    (void)parameter;
    return offset == CONTROL_ERASES ? part.erases : part.programs;
}

/* The number of an exception in IPSR is all that an interrupt is to a driver. */
static void pretend(uint32_t what)
{
    uint32_t status = 0x01000000 | (what == PRETEND_INTERRUPT ? 17 : 0);

    part.is_protected = what == PRETEND_LOCKED;
    uc_reg_write(engine, UC_ARM_REG_XPSR, &status);
}

static void control_write(uc_engine *unused, uint64_t offset, unsigned bytes, uint64_t value, void *parameter)
{
    (void)unused;
    (void)bytes;
    (void)parameter;
    switch (offset) {
    case CONTROL_TEXT:    putchar((int)(value & 0xFF)); break;
    case CONTROL_STATUS:  part.is_over = true; part.status = (int)(value & 0xFF); uc_emu_stop(engine); break;
    case CONTROL_PRETEND: pretend((uint32_t)value); break;
    default:              broken("no control at 0x%x", (unsigned)offset);
    }
}

static void count_block(uc_engine *unused, uint64_t address, uint32_t bytes, void *parameter)
{
    (void)unused;
    (void)address;
    (void)bytes;
    (void)parameter;
    if (++part.blocks > BLOCK_BUDGET)
        uc_emu_stop(engine);
}

static void need(bool is_right, const char *what)
{
    if (!is_right) {
        fprintf(stderr, "arm_part: %s\n", what);
        exit(STATUS_WRONG_USE);
    }
}

/* Loads the segments; returns where execution starts. */
static uint32_t load(const char *path)
{
    static uint8_t file[0x100000];
    FILE *stream = fopen(path, "rb");
    size_t length = stream == NULL ? 0 : fread(file, 1, sizeof file, stream);
    Elf32_Ehdr header;

    need(length > sizeof header && length < sizeof file, "cannot read the firmware");
    fclose(stream);
    memcpy(&header, file, sizeof header);
    for (unsigned index = 0; index < header.e_phnum; ++index) {
        Elf32_Phdr segment;

        memcpy(&segment, file + header.e_phoff + index * sizeof segment, sizeof segment);
        if (segment.p_type == PT_LOAD && segment.p_filesz > 0)
            need(uc_mem_write(engine, segment.p_paddr, file + segment.p_offset, segment.p_filesz) == UC_ERR_OK, "loading");
    }
    return header.e_entry;
}

static void open_machine(void)
{
    uc_hook hook;

    need(uc_open(UC_ARCH_ARM, UC_MODE_THUMB | UC_MODE_MCLASS, &engine) == UC_ERR_OK, "no processor");
    need(uc_ctl_set_cpu_model(engine, rules->processor) == UC_ERR_OK, "no such processor");
    need(uc_mem_map(engine, 0, 0x400000, UC_PROT_ALL) == UC_ERR_OK, "no flash");
    need(uc_mem_map(engine, 0x20000000, 0x400000, UC_PROT_ALL) == UC_ERR_OK, "no RAM");
    need(uc_mmio_map(engine, rules->memory_address, PAGE_BYTES, memory_read, NULL, memory_write, NULL) == UC_ERR_OK, "no row");
    need(uc_mmio_map(engine, rules->registers_address, PAGE_BYTES, registers_read, NULL, registers_write, NULL) == UC_ERR_OK,
         "no registers");
    need(uc_mmio_map(engine, CONTROL, PAGE_BYTES, control_read, NULL, control_write, NULL) == UC_ERR_OK, "no control");
    need(uc_hook_add(engine, &hook, UC_HOOK_BLOCK, (void *)count_block, NULL, 1, 0) == UC_ERR_OK, "no hook");
}

int main(int argument_count, char **arguments)
{
    uint32_t entry, stack = 0, at = 0;
    uc_err error;

    need(argument_count == 3, "use: arm_part PART FILE.elf");
    for (size_t index = 0; index < sizeof all_rules / sizeof all_rules[0]; ++index)
        if (strcmp(all_rules[index].name, arguments[1]) == 0)
            rules = &all_rules[index];
    need(rules != NULL, "no such part");
    open_machine();
    memset(part.bytes, 0xFF, sizeof part.bytes);
    clear_buffer();
    rules->open();
    entry = load(arguments[2]);
    need(uc_mem_read(engine, rules->vectors_address, &stack, sizeof stack) == UC_ERR_OK, "no stack");
    uc_reg_write(engine, UC_ARM_REG_SP, &stack);
    error = uc_emu_start(engine, entry, UINT64_MAX, 0, 0);
    fflush(stdout);
    if (part.is_over)
        return part.status;
    uc_reg_read(engine, UC_ARM_REG_PC, &at);
    printf("%s at 0x%x\n", part.blocks > BLOCK_BUDGET ? "does not end" : uc_strerror(error), at);
    return part.blocks > BLOCK_BUDGET ? STATUS_OUT_OF_BUDGET : STATUS_CRASHED;
}
