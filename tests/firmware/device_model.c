/* Runs register-test firmware on an emulated processor beside a modelled device. In: `device_model cortex-m0|rv32imc
 * FILE.elf`. Out: the firmware's text, and its exit status; 98 where it crashes, 97 where it does not end within its
 * budget of basic blocks, 2 on wrong use. What the device does is in device.h: bits that react to reads and writes as
 * their kind says, aliases that set, clear and toggle, and a log of every access with its width. */
#include <elf.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicorn/unicorn.h>

#include "device.h"

enum { STATUS_CRASHED = 98, STATUS_OUT_OF_BUDGET = 97, STATUS_WRONG_USE = 2 };

static const uint64_t block_budget = 400000000u;

enum { LOG_CAPACITY = 64 };

typedef struct access_entry { uint32_t offset; uint32_t size_bytes; bool is_write; } access_entry_t;

typedef struct device {
    uint8_t contents[DEVICE_SIZE];
    uint8_t kinds[8 * DEVICE_SIZE];
    uint32_t cursor_bit;
    uint32_t alias_set, alias_clear, alias_xor, alias_start, alias_size;
    access_entry_t log[LOG_CAPACITY];
    uint32_t log_count, log_index;
    bool is_over;
    int status;
    uint64_t blocks;
} device_t;

/* ---- one bit ---- */

static bool bit_after_write(unsigned kind, bool old, bool written)
{
    switch (kind) {
    case KIND_READ_ONLY:       return old;
    case KIND_WRITE_1_CLEARS:  return old && !written;
    case KIND_WRITE_1_SETS:    return old || written;
    case KIND_WRITE_1_TOGGLES: return old != written;
    case KIND_WRITE_0_CLEARS:  return old && written;
    case KIND_WRITE_0_SETS:    return old || !written;
    default:                   return written;
    }
}

static bool bit_after_read(unsigned kind, bool old)
{
    return kind == KIND_READ_CLEARS ? false : kind == KIND_READ_SETS ? true : old;
}

/* A write-only bit reads as the opposite of what it holds: code that writes it back is found out. */
static bool bit_as_read(unsigned kind, bool old)
{
    return kind == KIND_WRITE_ONLY ? !old : old;
}

/* ---- the window ---- */

static void log_access(device_t *device, uint64_t offset, unsigned size_bytes, bool is_write)
{
    if (device->log_count < LOG_CAPACITY)
        device->log[device->log_count] = (access_entry_t){ (uint32_t)offset, size_bytes, is_write };
    ++device->log_count;
}

static uint8_t byte_read(device_t *device, uint64_t offset)
{
    uint8_t value = 0, after = 0;

    for (unsigned bit = 0; bit < 8; ++bit) {
        unsigned kind = device->kinds[8 * offset + bit];
        bool old = device->contents[offset] >> bit & 1;
        value |= (uint8_t)(bit_as_read(kind, old) << bit);
        after |= (uint8_t)(bit_after_read(kind, old) << bit);
    }
    device->contents[offset] = after;
    return value;
}

static void byte_write(device_t *device, uint64_t offset, uint8_t value)
{
    uint8_t after = 0;

    for (unsigned bit = 0; bit < 8; ++bit) {
        bool old = device->contents[offset] >> bit & 1;
        after |= (uint8_t)(bit_after_write(device->kinds[8 * offset + bit], old, value >> bit & 1) << bit);
    }
    device->contents[offset] = after;
}

static uint64_t window_read(uc_engine *engine, uint64_t offset, unsigned size_bytes, void *parameter)
{
    device_t *device = parameter;
    uint64_t value = 0;

    (void)engine;
    log_access(device, offset, size_bytes, false);
    for (unsigned byte = 0; byte < size_bytes && offset + byte < DEVICE_SIZE; ++byte)
        value |= (uint64_t)byte_read(device, offset + byte) << (8 * byte);
    return value;
}

static bool is_within(const device_t *device, uint64_t offset, uint32_t alias)
{
    uint64_t first = (uint64_t)device->alias_start + alias;

    return alias != 0 && offset >= first && offset < first + device->alias_size;
}

static void window_write(uc_engine *engine, uint64_t offset, unsigned size_bytes, uint64_t value, void *parameter)
{
    device_t *device = parameter;

    (void)engine;
    log_access(device, offset, size_bytes, true);
    for (unsigned byte = 0; byte < size_bytes && offset + byte < DEVICE_SIZE; ++byte) {
        uint8_t bits = (uint8_t)(value >> (8 * byte));
        uint64_t at = offset + byte;
        if (is_within(device, at, device->alias_set))
            device->contents[at - device->alias_set] |= bits;
        else if (is_within(device, at, device->alias_clear))
            device->contents[at - device->alias_clear] &= (uint8_t)~bits;
        else if (is_within(device, at, device->alias_xor))
            device->contents[at - device->alias_xor] ^= bits;
        else
            byte_write(device, at, bits);
    }
}

/* ---- the control registers ---- */

static uint64_t control_read(uc_engine *engine, uint64_t offset, unsigned size_bytes, void *parameter)
{
    device_t *device = parameter;
    const access_entry_t *entry = &device->log[device->log_index % LOG_CAPACITY];
    uint8_t contents;

    (void)engine;
    (void)size_bytes;
    switch (offset) {
    case CONTROL_CONTENTS:
        contents = device->contents[device->cursor_bit / 8 % DEVICE_SIZE];
        device->cursor_bit += 8;
        return contents;
    case CONTROL_LOG_COUNT:    return device->log_count;
    case CONTROL_LOG_OFFSET:   return entry->offset;
    case CONTROL_LOG_BYTES:    return entry->size_bytes;
    case CONTROL_LOG_IS_WRITE: return entry->is_write;
    default:                   return 0;
    }
}

static void control_write(uc_engine *engine, uint64_t offset, unsigned size_bytes, uint64_t value, void *parameter)
{
    device_t *device = parameter;

    (void)size_bytes;
    switch (offset) {
    case CONTROL_CONSOLE: putchar((int)(value & 0xFF)); break;
    case CONTROL_STATUS:
        device->is_over = true;
        device->status = (int)(value & 0xFF);
        uc_emu_stop(engine);
        break;
    case CONTROL_CURSOR:  device->cursor_bit = (uint32_t)value % (8 * DEVICE_SIZE); break;
    case CONTROL_KIND:
        device->kinds[device->cursor_bit % (8 * DEVICE_SIZE)] = (uint8_t)value;
        ++device->cursor_bit;
        break;
    case CONTROL_CONTENTS:
        device->contents[device->cursor_bit / 8 % DEVICE_SIZE] = (uint8_t)value;
        device->cursor_bit += 8;
        break;
    case CONTROL_ALIAS_SET:   device->alias_set = (uint32_t)value; break;
    case CONTROL_ALIAS_CLEAR: device->alias_clear = (uint32_t)value; break;
    case CONTROL_ALIAS_XOR:   device->alias_xor = (uint32_t)value; break;
    case CONTROL_ALIAS_START: device->alias_start = (uint32_t)value; break;
    case CONTROL_ALIAS_SIZE:  device->alias_size = (uint32_t)value; break;
    case CONTROL_LOG_CLEAR:   device->log_count = 0; break;
    case CONTROL_LOG_INDEX:   device->log_index = (uint32_t)value; break;
    default: break;
    }
}

static void count_block(uc_engine *engine, uint64_t address, uint32_t size_bytes, void *parameter)
{
    device_t *device = parameter;

    (void)address;
    (void)size_bytes;
    if (++device->blocks > block_budget)
        uc_emu_stop(engine);
}

/* ---- the processor ---- */

typedef struct processor {
    const char *name;
    uc_arch arch;
    uc_mode mode;
    int model;                     /* -1: the architecture's default */
    int program_counter;
    struct { uint64_t address; uint64_t size_bytes; } memory[2];   /* as the linker scripts in tests/machines have it */
} processor_t;

static const processor_t processors[] = {
    { "cortex-m0", UC_ARCH_ARM, UC_MODE_THUMB | UC_MODE_MCLASS, UC_CPU_ARM_CORTEX_M0, UC_ARM_REG_PC,
      { { 0x00000000, 0x400000 }, { 0x20000000, 0x400000 } } },
    { "rv32imc", UC_ARCH_RISCV, UC_MODE_RISCV32, -1, UC_RISCV_REG_PC, { { 0x80000000, 0x1000000 }, { 0, 0 } } },
};

static const processor_t *find_processor(const char *name)
{
    for (size_t index = 0; index < sizeof processors / sizeof processors[0]; ++index)
        if (strcmp(processors[index].name, name) == 0)
            return &processors[index];
    return NULL;
}

static void stop_on(uc_err error, const char *what)
{
    if (error != UC_ERR_OK) {
        fprintf(stderr, "device_model: %s: %s\n", what, uc_strerror(error));
        exit(STATUS_WRONG_USE);
    }
}

static uint8_t *read_whole_file(const char *path, size_t *size_bytes)
{
    FILE *file = fopen(path, "rb");
    uint8_t *bytes = NULL;
    long size;

    if (file == NULL)
        return NULL;
    if (fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) > 0 && fseek(file, 0, SEEK_SET) == 0) {
        bytes = malloc((size_t)size);
        *size_bytes = (size_t)size;
        if (bytes != NULL && fread(bytes, 1, (size_t)size, file) != (size_t)size) {
            free(bytes);
            bytes = NULL;
        }
    }
    fclose(file);
    return bytes;
}

/* Loads the segments; returns where the file says that execution starts. */
static uint32_t load_firmware(uc_engine *engine, const char *path)
{
    size_t size_bytes = 0;
    uint8_t *bytes = read_whole_file(path, &size_bytes);
    Elf32_Ehdr header;
    uint32_t entry;

    if (bytes == NULL || size_bytes < sizeof header || memcmp(bytes, ELFMAG, SELFMAG) != 0) {
        fprintf(stderr, "device_model: %s is no ELF file\n", path);
        exit(STATUS_WRONG_USE);
    }
    memcpy(&header, bytes, sizeof header);
    entry = header.e_entry;
    for (unsigned index = 0; index < header.e_phnum; ++index) {
        Elf32_Phdr segment;
        memcpy(&segment, bytes + header.e_phoff + index * sizeof segment, sizeof segment);
        if (segment.p_type == PT_LOAD && segment.p_filesz > 0)
            stop_on(uc_mem_write(engine, segment.p_paddr, bytes + segment.p_offset, segment.p_filesz), "loading");
    }
    free(bytes);
    return entry;
}

static void start_arm_stack(uc_engine *engine)
{
    uint32_t stack = 0;

    stop_on(uc_mem_read(engine, 0, &stack, sizeof stack), "reading the first vector");
    stop_on(uc_reg_write(engine, UC_ARM_REG_SP, &stack), "setting the stack pointer");
}

static device_t device;

int main(int argument_count, char **arguments)
{
    const processor_t *processor = argument_count == 3 ? find_processor(arguments[1]) : NULL;
    uc_engine *engine;
    uc_hook hook;
    uc_err error;
    uint32_t entry;
    uint64_t at = 0;

    if (processor == NULL) {
        fprintf(stderr, "use: device_model cortex-m0|rv32imc FILE.elf\n");
        return STATUS_WRONG_USE;
    }
    stop_on(uc_open(processor->arch, processor->mode, &engine), "opening the processor");
    if (processor->model >= 0)
        stop_on(uc_ctl_set_cpu_model(engine, processor->model), "choosing the processor");
    for (unsigned index = 0; index < 2 && processor->memory[index].size_bytes > 0; ++index)
        stop_on(uc_mem_map(engine, processor->memory[index].address, processor->memory[index].size_bytes, UC_PROT_ALL),
                "mapping memory");
    stop_on(uc_mmio_map(engine, DEVICE_BASE, DEVICE_SIZE, window_read, &device, window_write, &device), "mapping the device");
    stop_on(uc_mmio_map(engine, CONTROL_BASE, CONTROL_SIZE, control_read, &device, control_write, &device),
            "mapping the control registers");
    stop_on(uc_hook_add(engine, &hook, UC_HOOK_BLOCK, (void *)count_block, &device, 1, 0), "counting blocks");

    entry = load_firmware(engine, arguments[2]);
    if (processor->arch == UC_ARCH_ARM)
        start_arm_stack(engine);
    error = uc_emu_start(engine, entry, UINT64_MAX, 0, 0);
    fflush(stdout);
    uc_reg_read(engine, processor->program_counter, &at);
    if (device.is_over)
        return device.status;
    if (device.blocks > block_budget) {
        fprintf(stderr, "device_model: not over after %" PRIu64 " blocks, at 0x%" PRIx64 "\n", block_budget, at);
        return STATUS_OUT_OF_BUDGET;
    }
    fprintf(stderr, "device_model: %s at 0x%" PRIx64 "\n", uc_strerror(error), at);
    return STATUS_CRASHED;
}
