/* An emulated ESP32-C3 or C6: `esp32_machine esp32c3|esp32c6 FILE.elf [IMAGE ADDRESS]`; firmware, and a file that lies in
 * the flash, go in; the firmware's text and exit status come out; 98 where it crashes, 97 where it does not end, 96 where it
 * broke a rule of the chip (standard error says which). The MMU's registers and the ROM's functions are those of
 * esp32_model.c; the data window shows the flash through a cache that holds a page from its first load until it is
 * forgotten; while the cache is stopped, nothing may be fetched or loaded but from RAM. */
#include <elf.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicorn/unicorn.h>

#include "esp32_firmware.h"
#include "esp32_model.h"

enum { STATUS_CRASHED = 98, STATUS_OUT_OF_BUDGET = 97, STATUS_BROKE_RULE = 96, STATUS_WRONG_USE = 2, PAGE_BYTES = 65536 };

static const uint64_t block_budget = 100000000;

static uint8_t flash[FLASH_BYTES];
static uint8_t *cached[MODEL_MOST_ENTRIES];   /* a page as it was loaded; NULL: not in the cache */
static uint32_t window_base, entry_count;
static unsigned dead_reads, loads, status;
static bool may_read_dead, is_over;
static uint64_t blocks;

static void stop_on(uc_err error, const char *what)
{
    if (error != UC_ERR_OK) {
        fprintf(stderr, "esp32_machine: %s: %s\n", what, uc_strerror(error));
        exit(STATUS_WRONG_USE);
    }
}

static void complain(uc_engine *engine, const char *rule, uint64_t at)
{
    if (model.wrong == NULL) {
        model.wrong = rule;
        fprintf(stderr, "at 0x%" PRIx64 ": ", at);
    }
    uc_emu_stop(engine);
}

/* The model asks whether interrupts are on: the processor knows. */
static void look_at_interrupts(uc_engine *engine)
{
    uint32_t mstatus = 0;

    uc_reg_read(engine, UC_RISCV_REG_MSTATUS, &mstatus);
    model.are_interrupts_off = (mstatus & 8) == 0;
}

static void forget_where_true(void)
{
    unsigned entry;

    for (entry = 0; entry < entry_count; ++entry)
        if (!model.is_stale[0][entry] && cached[entry] != NULL) {
            free(cached[entry]);
            cached[entry] = NULL;
        }
}

static uint64_t window_read(uc_engine *engine, uint64_t offset, unsigned size_bytes, void *parameter)
{
    unsigned entry = (unsigned)(offset / PAGE_BYTES), page;
    uint64_t value = 0;

    (void)parameter;
    ++loads;
    if (model.suspended != 0)
        complain(engine, "the window is read while the cache is stopped", window_base + offset);
    for (page = 0; page < FLASH_BYTES / PAGE_BYTES && !model_shows_flash(entry, page); ++page)
        continue;
    if (page == FLASH_BYTES / PAGE_BYTES && cached[entry] == NULL) {
        ++dead_reads;
        if (!may_read_dead)
            complain(engine, "a dead page is read", window_base + offset);
        return 0xDDDDDDDDDDDDDDDDu;
    }
    if (cached[entry] == NULL) {
        cached[entry] = malloc(PAGE_BYTES);
        memcpy(cached[entry], flash + (size_t)page * PAGE_BYTES, PAGE_BYTES);
    }
    memcpy(&value, cached[entry] + offset % PAGE_BYTES, size_bytes);
    return value;
}

static void window_write(uc_engine *engine, uint64_t offset, unsigned size_bytes, uint64_t value, void *parameter)
{
    (void)size_bytes;
    (void)value;
    (void)parameter;
    complain(engine, "the window is written", window_base + offset);
}

static uint64_t register_read(uc_engine *engine, uint64_t offset, unsigned size_bytes, void *parameter)
{
    look_at_interrupts(engine);
    if (size_bytes != 4)
        complain(engine, "a register is read at another width", offset);
    return esp32_model_read((uint32_t)((uintptr_t)parameter + offset));
}

static void register_write(uc_engine *engine, uint64_t offset, unsigned size_bytes, uint64_t value, void *parameter)
{
    look_at_interrupts(engine);
    if (size_bytes != 4)
        complain(engine, "a register is written at another width", offset);
    esp32_model_write((uint32_t)((uintptr_t)parameter + offset), (uint32_t)value);
    if (model.wrong != NULL)
        uc_emu_stop(engine);
}

static uint64_t control_read(uc_engine *engine, uint64_t offset, unsigned size_bytes, void *parameter)
{
    (void)engine;
    (void)size_bytes;
    (void)parameter;
    return offset == CONTROL_DEAD_READS ? dead_reads : offset == CONTROL_STOPS ? model.stops
        : offset == CONTROL_LOADS ? loads : 0;
}

static void control_write(uc_engine *engine, uint64_t offset, unsigned size_bytes, uint64_t value, void *parameter)
{
    unsigned index;

    (void)size_bytes;
    (void)parameter;
    switch (offset) {
    case CONTROL_CONSOLE: putchar((int)(value & 0xFF)); break;
    case CONTROL_DEAD_READS: may_read_dead = value != 0; break;
    case CONTROL_PROGRAM:
        for (index = 0; index < PAGE_BYTES; ++index)
            flash[value * PAGE_BYTES + index] ^= 0xFF;
        model_program((uint32_t)value, 1);
        break;
    default:
        is_over = true;
        status = (unsigned)value & 0xFF;
        uc_emu_stop(engine);
    }
}

/* A ROM function is a return; what it does is done here. */
static void call_rom(uc_engine *engine, uint64_t address, uint32_t size_bytes, void *parameter)
{
    uint32_t first = 0, second = 0;

    (void)size_bytes;
    (void)parameter;
    look_at_interrupts(engine);
    uc_reg_read(engine, UC_RISCV_REG_A0, &first);
    uc_reg_read(engine, UC_RISCV_REG_A1, &second);
    first = esp32_model_rom((uint32_t)address, first, second);
    uc_reg_write(engine, UC_RISCV_REG_A0, &first);
    forget_where_true();
    if (model.wrong != NULL)
        uc_emu_stop(engine);
}

/* CODE stands for flash behind the cache. */
static void look_at_block(uc_engine *engine, uint64_t address, uint32_t size_bytes, void *parameter)
{
    (void)size_bytes;
    (void)parameter;
    if (++blocks > block_budget)
        uc_emu_stop(engine);
    if (model.suspended != 0 && address >= 0x80000000u)
        complain(engine, "code is fetched from flash while the cache is stopped", address);
}

static void look_at_load(uc_engine *engine, uc_mem_type type, uint64_t address, int size_bytes, int64_t value,
                         void *parameter)
{
    (void)type;
    (void)size_bytes;
    (void)value;
    (void)parameter;
    if (model.suspended != 0)
        complain(engine, "a constant is loaded from flash while the cache is stopped", address);
}

static uint32_t load_firmware(uc_engine *engine, const char *path)
{
    static uint8_t bytes[1 << 20];
    FILE *file = fopen(path, "rb");
    size_t size_bytes = file == NULL ? 0 : fread(bytes, 1, sizeof bytes, file);
    unsigned index;
    Elf32_Ehdr header;

    if (file != NULL)
        fclose(file);
    memcpy(&header, bytes, sizeof header);
    if (size_bytes < sizeof header || memcmp(bytes, ELFMAG, SELFMAG) != 0) {
        fprintf(stderr, "esp32_machine: %s is no ELF file\n", path);
        exit(STATUS_WRONG_USE);
    }
    for (index = 0; index < header.e_phnum; ++index) {
        Elf32_Phdr segment;
        memcpy(&segment, bytes + header.e_phoff + index * sizeof segment, sizeof segment);
        if (segment.p_type == PT_LOAD && segment.p_filesz > 0)
            stop_on(uc_mem_write(engine, segment.p_paddr, bytes + segment.p_offset, segment.p_filesz), "loading");
    }
    return header.e_entry;
}

/* Puts a file into the flash, which holds a pattern elsewhere. */
static void load_image(const char *path, const char *address)
{
    unsigned long start = strtoul(address, NULL, 0);
    FILE *file = start < FLASH_BYTES ? fopen(path, "rb") : NULL;

    if (file == NULL || fread(flash + start, 1, FLASH_BYTES - start, file) == 0) {
        fprintf(stderr, "esp32_machine: %s cannot be read to %s\n", path, address);
        exit(STATUS_WRONG_USE);
    }
    fclose(file);
}

static void map_machine(uc_engine *engine)
{
    static uint16_t rom[0x10000 / 2];
    unsigned index;
    uc_hook hook;

    for (index = 0; index < sizeof rom / sizeof *rom; ++index)
        rom[index] = 0x8082; /* c.jr ra */
    stop_on(uc_mem_map(engine, 0x80000000, 0x100000, UC_PROT_READ | UC_PROT_EXEC), "code");
    stop_on(uc_mem_map(engine, 0x40380000, 0x10000, UC_PROT_ALL), "instruction RAM");
    stop_on(uc_mem_map(engine, 0x3FC80000, 0x40000, UC_PROT_READ | UC_PROT_WRITE), "RAM");
    stop_on(uc_mem_map(engine, 0x40000000, sizeof rom, UC_PROT_READ | UC_PROT_EXEC), "ROM");
    stop_on(uc_mem_write(engine, 0x40000000, rom, sizeof rom), "ROM");
    stop_on(uc_mmio_map(engine, CONTROL_BASE, 0x1000, control_read, NULL, control_write, NULL), "control");
    stop_on(uc_mmio_map(engine, 0x600C4000, 0x5000, register_read, (void *)0x600C4000, register_write, (void *)0x600C4000),
            "cache registers");
    stop_on(uc_mmio_map(engine, 0x60002000, 0x1000, register_read, (void *)0x60002000, register_write, (void *)0x60002000),
            "SPI registers");
    stop_on(uc_mmio_map(engine, window_base, (size_t)entry_count * PAGE_BYTES, window_read, NULL, window_write, NULL),
            "window");
    stop_on(uc_hook_add(engine, &hook, UC_HOOK_BLOCK, (void *)look_at_block, NULL, 1, 0), "blocks");
    stop_on(uc_hook_add(engine, &hook, UC_HOOK_CODE, (void *)call_rom, NULL, 0x40000000, 0x4000FFFF), "ROM calls");
    stop_on(uc_hook_add(engine, &hook, UC_HOOK_MEM_READ, (void *)look_at_load, NULL, 0x80000000, 0x800FFFFF), "loads");
}

int main(int argument_count, char **arguments)
{
    const model_chip_t *chip = NULL;
    uc_engine *engine;
    uc_err error;
    uint32_t index, at = 0;

    for (index = 0; (argument_count == 3 || argument_count == 5) && index < model_chip_count; ++index)
        if (strcmp(model_chips[index].name, arguments[1]) == 0)
            chip = &model_chips[index];
    if (chip == NULL) {
        fprintf(stderr, "use: esp32_machine esp32c3|esp32c6 FILE.elf [IMAGE ADDRESS]\n");
        return STATUS_WRONG_USE;
    }
    for (index = 0; index < FLASH_BYTES; ++index)
        flash[index] = FLASH_BYTE(index);
    if (argument_count == 5)
        load_image(arguments[3], arguments[4]);
    model_start(chip, 0);
    for (index = 0; index < PROGRAM_ENTRIES; ++index)
        model_set(index, (index + 1) | chip->flash_bits);
    window_base = chip->windows[0].address;
    entry_count = chip->entries;

    stop_on(uc_open(UC_ARCH_RISCV, UC_MODE_RISCV32, &engine), "opening the processor");
    map_machine(engine);
    error = uc_emu_start(engine, load_firmware(engine, arguments[2]), UINT64_MAX, 0, 0);
    fflush(stdout);
    uc_reg_read(engine, UC_RISCV_REG_PC, &at);
    if (model.wrong != NULL) {
        fprintf(stderr, "%s (at 0x%" PRIx32 ")\n", model.wrong, at);
        return STATUS_BROKE_RULE;
    }
    if (is_over)
        return (int)status;
    fprintf(stderr, "esp32_machine: %s at 0x%" PRIx32 "\n", blocks > block_budget ? "not over" : uc_strerror(error), at);
    return blocks > block_budget ? STATUS_OUT_OF_BUDGET : STATUS_CRASHED;
}
