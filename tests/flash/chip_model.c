/* Runs a flash driver's test on an emulated Cortex-M beside a model of a chip's flash controller. In: `chip_model CHIP FILE.elf`.
 * Out: the firmware's text and its exit status; 98 where it crashes or breaks a rule of the part, with the rule on standard
 * error. Code lies at 0, as tests/machines links it; the flash under test lies elsewhere, and stores to it reach the model. */
#include <elf.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicorn/unicorn.h>

enum { MOST_FLASH_BYTES = 3 * 0x20000, BUSY_READS = 3, STATUS_BROKEN = 98 };

typedef struct model model_t;

typedef struct chip {
    const char *name;
    int processor;
    uint32_t flash_address, flash_bytes, registers_address, erase_bytes;
    uint64_t (*read_register)(model_t *model, uint32_t offset);
    void (*write_register)(model_t *model, uint32_t offset, uint32_t value, unsigned size);
    void (*store)(model_t *model, uint32_t offset, uint32_t value, unsigned size);
} chip_t;

struct model {
    const chip_t *chip;
    uc_engine *engine;
    uint8_t flash[MOST_FLASH_BYTES];
    uint8_t is_programmed[MOST_FLASH_BYTES];
    uint8_t buffer[512];
    uint32_t control, status, address, keys;
    unsigned busy;
    bool protects_last, is_over;
    int exit_status;
    uint64_t blocks;
};

static void broken(model_t *model, const char *rule)
{
    if (model->is_over)
        return;
    fprintf(stderr, "%s: broken rule: %s\n", model->chip->name, rule);
    model->is_over = true;
    model->exit_status = STATUS_BROKEN;
    uc_emu_stop(model->engine);
}

static void program(model_t *model, uint32_t offset, const uint8_t *bytes, unsigned length, bool is_once)
{
    for (unsigned index = 0; index < length; ++index) {
        if ((bytes[index] & ~model->flash[offset + index]) != 0)
            broken(model, "programs a bit that must rise");
        if (is_once && model->is_programmed[offset + index])
            broken(model, "programs a unit twice");
        model->flash[offset + index] &= bytes[index];
        model->is_programmed[offset + index] = 1;
    }
    model->busy = BUSY_READS;
}

static void erase(model_t *model, uint32_t offset)
{
    if (offset % model->chip->erase_bytes != 0 || offset >= model->chip->flash_bytes) {
        broken(model, "erases no unit under test");
        return;
    }
    memset(model->flash + offset, 0xFF, model->chip->erase_bytes);
    memset(model->is_programmed + offset, 0, model->chip->erase_bytes);
    model->busy = BUSY_READS;
}

static bool is_still_busy(model_t *model)
{
    return model->busy > 0 && model->busy-- > 0;
}

/* The last unit is write-protected, where a chip can have that. */
static bool is_protected(const model_t *model, uint32_t offset)
{
    return offset >= model->chip->flash_bytes - model->chip->erase_bytes && model->protects_last;
}

/* ---- STM32F4 and STM32L4: keys, PG, erase by number */

enum { PROGRAM = 1, ERASE = 2, START = 0x10000, BUSY = 0x10000, WRITE_ERROR = 0x10, PROGRAM_ERROR = 0x08 };
#define LOCK 0x80000000u

static void unlock_stm32(model_t *model, uint32_t key)
{
    if (model->keys == 0 && key == 0x45670123)
        model->keys = 1;
    else if (model->keys == 1 && key == 0xCDEF89AB)
        model->control &= ~LOCK, model->keys = 0;
    else
        broken(model, "a wrong key");
}

static uint64_t read_stm32(model_t *model, uint32_t status_offset, uint32_t control_offset, uint32_t offset)
{
    if (offset == status_offset)
        return model->status | (is_still_busy(model) ? BUSY : 0);
    return offset == control_offset ? model->control : 0;
}

/* An erase begins where STRT is set; what is locked takes nothing. */
static void control_stm32(model_t *model, uint32_t value, uint32_t erased_offset)
{
    if ((model->control & LOCK) != 0 && value != LOCK)
        broken(model, "the control register is locked");
    if (model->busy > 0)
        broken(model, "a command while busy");
    model->control = value & ~(uint32_t)START;
    if ((value & (START | ERASE)) == (START | ERASE)) {
        if (is_protected(model, erased_offset))
            model->status |= WRITE_ERROR;
        else
            erase(model, erased_offset);
    }
}

static uint64_t read_f4(model_t *model, uint32_t offset) { return read_stm32(model, 0x0C, 0x10, offset); }
static uint64_t read_l4(model_t *model, uint32_t offset) { return read_stm32(model, 0x10, 0x14, offset); }

static void write_f4(model_t *model, uint32_t offset, uint32_t value, unsigned size)
{
    (void)size;
    switch (offset) {
    case 0x04: unlock_stm32(model, value); break;
    case 0x0C: model->status &= ~value; break;
    case 0x10: control_stm32(model, value, ((value >> 3 & 0xF) - 5) * 0x20000); break;
    default: broken(model, "an unknown register");
    }
}

/* The flash under test is from page 300 on, in bank 2. */
static void write_l4(model_t *model, uint32_t offset, uint32_t value, unsigned size)
{
    (void)size;
    switch (offset) {
    case 0x08: unlock_stm32(model, value); break;
    case 0x10: model->status &= ~value; break;
    case 0x14: control_stm32(model, value, ((value >> 3 & 0xFF) + (value & 0x800 ? 256 : 0) - 300) * 0x800); break;
    default: broken(model, "an unknown register");
    }
}

static bool may_store(model_t *model, uint32_t offset, unsigned size)
{
    if (model->busy > 0 || size != 4 || offset % 4 != 0 || (model->control & (LOCK | PROGRAM)) != PROGRAM)
        broken(model, "a store that does not program");
    if (is_protected(model, offset)) {
        model->status |= WRITE_ERROR;
        return false;
    }
    return true;
}

static void store_f4(model_t *model, uint32_t offset, uint32_t value, unsigned size)
{
    if ((model->control >> 8 & 3) != 2)
        broken(model, "a word without PSIZE of 32 bits");
    if (may_store(model, offset, size))
        program(model, offset, (const uint8_t *)&value, 4, false);
}

/* Two words make a unit; one that is not blank is refused. */
static void store_l4(model_t *model, uint32_t offset, uint32_t value, unsigned size)
{
    static const uint8_t blank[8] = { 255, 255, 255, 255, 255, 255, 255, 255 };

    if (!may_store(model, offset, size))
        return;
    memcpy(model->buffer + offset % 8, &value, 4);
    if (offset % 8 == 0) {
        model->address = offset + 4;
        return;
    }
    if (offset != model->address)
        broken(model, "half of a double word");
    if (memcmp(model->flash + offset - 4, blank, 8) != 0)
        model->status |= PROGRAM_ERROR;
    else
        program(model, offset - 4, model->buffer, 8, true);
}

/* ---- SAMD21 and SAMD51: a page buffer and commands with a key */

enum { KEY = 0xA500, READY = 1, LOCK_ERROR = 8 };

static void command_samd(model_t *model, uint32_t value, unsigned erase_command, unsigned clear_command, unsigned unit_bytes)
{
    uint32_t offset = model->address - model->chip->flash_address;
    unsigned command = value & 0x7F;

    if ((value & 0xFF00) != KEY || model->busy > 0)
        broken(model, "a command without its key, or while busy");
    if (command == clear_command) {
        memset(model->buffer, 0xFF, sizeof model->buffer);
    } else if ((command == erase_command || command == 4) && is_protected(model, offset)) {
        model->status |= LOCK_ERROR;
    } else if (command == erase_command) {
        erase(model, offset);
    } else if (command == 4) {
        offset -= offset % unit_bytes;
        program(model, offset, model->buffer + offset % sizeof model->buffer, unit_bytes, true);
        memset(model->buffer, 0xFF, sizeof model->buffer);
    } else if (command != 0x46) {
        broken(model, "an unknown command");
    }
}

static uint64_t read_d21(model_t *model, uint32_t offset)
{
    switch (offset) {
    case 0x04: return model->control;
    case 0x14: return is_still_busy(model) ? 0 : READY;
    case 0x18: return model->status;
    default: return 0;
    }
}

static void write_d21(model_t *model, uint32_t offset, uint32_t value, unsigned size)
{
    switch (offset) {
    case 0x00:
        if ((model->control & 0x80) == 0 || size != 2)
            broken(model, "a command without MANW");
        command_samd(model, value, 0x02, 0x44, 64);
        break;
    case 0x04: model->control = value; break;
    case 0x18: model->status &= ~value; break;
    case 0x1C: model->address = value * 2; break;
    default: broken(model, "an unknown register");
    }
}

static uint64_t read_d51(model_t *model, uint32_t offset)
{
    switch (offset) {
    case 0x00: return model->control;
    case 0x10: return model->status;
    case 0x12: return is_still_busy(model) ? 0 : READY;
    default: return 0;
    }
}

static void write_d51(model_t *model, uint32_t offset, uint32_t value, unsigned size)
{
    switch (offset) {
    case 0x00: model->control = value; break;
    case 0x04:
        if ((model->control & 0x30) != 0 || size != 2)
            broken(model, "a command while writing by itself");
        command_samd(model, value, 0x01, 0x15, 16);
        break;
    case 0x10: model->status &= ~value; break;
    case 0x14: model->address = value; break;
    default: broken(model, "an unknown register");
    }
}

static void store_samd(model_t *model, uint32_t offset, uint32_t value, unsigned size)
{
    if (model->busy > 0 || size < 2 || offset % size != 0)
        broken(model, "a store to the page buffer of less than 16 bits, or while busy");
    memcpy(model->buffer + offset % sizeof model->buffer, &value, size);
}

static const chip_t chips[] = {
    { "stm32f4", UC_CPU_ARM_CORTEX_M4, 0x08020000, 3 * 0x20000, 0x40023C00, 0x20000, read_f4, write_f4, store_f4 },
    { "stm32l4", UC_CPU_ARM_CORTEX_M4, 0x08096000, 3 * 0x800, 0x40022000, 0x800, read_l4, write_l4, store_l4 },
    { "samd21", UC_CPU_ARM_CORTEX_M0, 0x00300000, 3 * 0x100, 0x41004000, 0x100, read_d21, write_d21, store_samd },
    { "samd51", UC_CPU_ARM_CORTEX_M4, 0x00300000, 3 * 0x2000, 0x41004000, 0x2000, read_d51, write_d51, store_samd },
};

/* ---- The machine */

static uint64_t flash_read(uc_engine *engine, uint64_t offset, unsigned size, void *parameter)
{
    model_t *model = parameter;
    uint64_t value = 0;

    (void)engine;
    if (offset + size <= model->chip->flash_bytes)
        memcpy(&value, model->flash + offset, size);
    else
        broken(model, "reads past the flash under test");
    if (model->busy > 0)
        broken(model, "reads while busy");
    return value;
}

static void flash_write(uc_engine *engine, uint64_t offset, unsigned size, uint64_t value, void *parameter)
{
    model_t *model = parameter;

    (void)engine;
    if (offset + size <= model->chip->flash_bytes)
        model->chip->store(model, (uint32_t)offset, (uint32_t)value, size);
    else
        broken(model, "stores past the flash under test");
}

static uint64_t registers_read(uc_engine *engine, uint64_t offset, unsigned size, void *parameter)
{
    model_t *model = parameter;
    uint32_t within = (uint32_t)offset + (model->chip->registers_address & ~0xFFFu) - model->chip->registers_address;

    (void)engine;
    (void)size;
    return model->chip->read_register(model, within);
}

static void registers_write(uc_engine *engine, uint64_t offset, unsigned size, uint64_t value, void *parameter)
{
    model_t *model = parameter;
    uint32_t within = (uint32_t)offset + (model->chip->registers_address & ~0xFFFu) - model->chip->registers_address;

    (void)engine;
    model->chip->write_register(model, within, (uint32_t)value, size);
}

/* The console, the end, and at 8 whether the last unit is protected from now on. */
static void control_write(uc_engine *engine, uint64_t offset, unsigned size, uint64_t value, void *parameter)
{
    model_t *model = parameter;

    (void)size;
    if (offset == 0) {
        putchar((int)(value & 0xFF));
    } else if (offset == 8) {
        model->protects_last = value != 0;
    } else if (!model->is_over) {
        model->is_over = true;
        model->exit_status = (int)(value & 0xFF);
        uc_emu_stop(engine);
    }
}

static uint64_t nothing_read(uc_engine *engine, uint64_t offset, unsigned size, void *parameter)
{
    (void)engine, (void)offset, (void)size, (void)parameter;
    return 0;
}

static void count_block(uc_engine *engine, uint64_t address, uint32_t size, void *parameter)
{
    model_t *model = parameter;

    (void)address, (void)size;
    if (++model->blocks > 200000000u)
        uc_emu_stop(engine);
}

static void must(uc_err error, const char *what)
{
    if (error == UC_ERR_OK)
        return;
    fprintf(stderr, "chip_model: %s: %s\n", what, uc_strerror(error));
    exit(2);
}

static uint32_t load(uc_engine *engine, const char *path)
{
    static uint8_t file[1 << 20];
    FILE *stream = fopen(path, "rb");
    size_t bytes = stream ? fread(file, 1, sizeof file, stream) : 0;
    Elf32_Ehdr header;

    if (stream != NULL)
        fclose(stream);
    if (bytes < sizeof header || memcmp(file, ELFMAG, SELFMAG) != 0) {
        fprintf(stderr, "chip_model: %s is no ELF file\n", path);
        exit(2);
    }
    memcpy(&header, file, sizeof header);
    for (unsigned index = 0; index < header.e_phnum; ++index) {
        Elf32_Phdr segment;
        memcpy(&segment, file + header.e_phoff + index * sizeof segment, sizeof segment);
        if (segment.p_type == PT_LOAD && segment.p_filesz > 0)
            must(uc_mem_write(engine, segment.p_paddr, file + segment.p_offset, segment.p_filesz), "loading");
    }
    return header.e_entry;
}

static model_t model;

int main(int count, char **arguments)
{
    uc_hook hook;
    uint32_t entry, stack = 0, at = 0;
    uc_err error;

    for (size_t index = 0; count == 3 && index < sizeof chips / sizeof chips[0]; ++index)
        if (strcmp(chips[index].name, arguments[1]) == 0)
            model.chip = &chips[index];
    if (model.chip == NULL) {
        fprintf(stderr, "use: chip_model CHIP FILE.elf\n");
        return 2;
    }
    model.control = model.chip->store == store_samd ? 0 : LOCK;
    if (model.chip->store == store_l4)
        model.status = 0x80;    /* left by the reset: refuses programs until it is cleared */
    must(uc_open(UC_ARCH_ARM, UC_MODE_THUMB | UC_MODE_MCLASS, &model.engine), "opening the processor");
    must(uc_ctl_set_cpu_model(model.engine, model.chip->processor), "choosing the processor");
    must(uc_mem_map(model.engine, 0, 0x100000, UC_PROT_ALL), "mapping code");
    must(uc_mem_map(model.engine, 0x20000000, 0x400000, UC_PROT_ALL), "mapping RAM");
    must(uc_mmio_map(model.engine, model.chip->flash_address, (model.chip->flash_bytes + 0xFFF) & ~0xFFFu, flash_read, &model,
                     flash_write, &model), "mapping flash");
    must(uc_mmio_map(model.engine, model.chip->registers_address & ~0xFFFu, 0x1000, registers_read, &model, registers_write,
                     &model), "mapping registers");
    must(uc_mmio_map(model.engine, 0x50000000, 0x1000, nothing_read, &model, control_write, &model), "mapping the console");
    must(uc_mmio_map(model.engine, 0x41006000, 0x1000, nothing_read, &model, control_write, &model), "mapping the cache");
    must(uc_hook_add(model.engine, &hook, UC_HOOK_BLOCK, (void *)count_block, &model, 1, 0), "counting blocks");
    entry = load(model.engine, arguments[2]);
    must(uc_mem_read(model.engine, 0, &stack, sizeof stack), "reading the first vector");
    must(uc_reg_write(model.engine, UC_ARM_REG_SP, &stack), "setting the stack pointer");
    error = uc_emu_start(model.engine, entry, UINT64_MAX, 0, 0);
    fflush(stdout);
    if (model.is_over)
        return model.exit_status;
    uc_reg_read(model.engine, UC_ARM_REG_PC, &at);
    fprintf(stderr, "chip_model: %s at 0x%x\n", error == UC_ERR_OK ? "not over" : uc_strerror(error), (unsigned)at);
    return STATUS_BROKEN;
}
