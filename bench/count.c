/* `count arm|x86 IMAGE` runs a flat image, to be loaded at 0x20000000, on an emulated processor; for each call that it tells of
 * through the port, the instructions are counted; a table of means and worst calls comes out. The rows are those of
 * bench/pool_count.c. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicorn/unicorn.h>

enum { BASE = 0x20000000, MEMORY_BYTES = 1 << 20, PORT = 0x40000000, ROWS = 12 };

static struct { uint64_t calls, total, worst; } rows[ROWS];
static uint64_t instructions;

static void count_instruction(uc_engine *engine, uint64_t address, uint32_t size, void *unused)
{
    (void)engine, (void)address, (void)size, (void)unused;
    instructions++;
}

static void take_write(uc_engine *engine, uc_mem_type type, uint64_t address, int size, int64_t value, void *unused)
{
    (void)type, (void)size, (void)unused;
    switch (address - PORT) {
    case 0:
        instructions = 0;
        break;
    case 4:
        rows[value].calls++;
        rows[value].total += instructions;
        if (instructions > rows[value].worst)
            rows[value].worst = instructions;
        break;
    default:
        uc_emu_stop(engine);
    }
}

static void check(uc_err error, const char *what)
{
    if (error != UC_ERR_OK) {
        fprintf(stderr, "count: %s: %s\n", what, uc_strerror(error));
        exit(1);
    }
}

static uc_engine *load(bool is_arm, const char *path)
{
    static uint8_t image[MEMORY_BYTES];
    uint64_t stack = BASE + MEMORY_BYTES - 64;
    uc_engine *engine;
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        exit(1);
    }
    size_t bytes = fread(image, 1, sizeof image, file);
    fclose(file);
    check(is_arm ? uc_open(UC_ARCH_ARM, UC_MODE_THUMB | UC_MODE_MCLASS, &engine)
                 : uc_open(UC_ARCH_X86, UC_MODE_64, &engine), "open");
    check(uc_mem_map(engine, BASE, MEMORY_BYTES, UC_PROT_ALL), "memory");
    check(uc_mem_map(engine, PORT, 4096, UC_PROT_ALL), "port");
    check(uc_mem_write(engine, BASE, image, bytes), "image");
    check(uc_reg_write(engine, is_arm ? UC_ARM_REG_SP : UC_X86_REG_RSP, &stack), "stack");
    return engine;
}

int main(int argument_count, char *arguments[])
{
    static const char *const names[] = { "", "pool", "two-level segregated fit" };
    static const char *const calls[] = { "alloc, 1..200 bytes", "free", "alloc, 1..4000 bytes", "free" };
    uc_hook each, writes;
    if (argument_count != 3) {
        fputs("use: count arm|x86 IMAGE\n", stderr);
        return 2;
    }
    bool is_arm = strcmp(arguments[1], "arm") == 0;
    uc_engine *engine = load(is_arm, arguments[2]);
    check(uc_hook_add(engine, &each, UC_HOOK_CODE, (void *)count_instruction, NULL, 1, 0), "hook");
    check(uc_hook_add(engine, &writes, UC_HOOK_MEM_WRITE, (void *)take_write, NULL, PORT, PORT + 4095), "hook");
    check(uc_emu_start(engine, is_arm ? BASE | 1 : BASE, 0, 0, 0), "run");
    uc_close(engine);
    printf("%-24s", "");
    for (unsigned call = 0; call < 4; call++)
        printf(" %21s", calls[call]);
    putchar('\n');
    for (unsigned allocator = 1; allocator < 3; allocator++) {
        printf("%-24s", names[allocator]);
        for (unsigned call = 0; call < 4; call++) {
            /* Less what a call of nothing takes. */
            uint64_t nothing = rows[call].worst, n = rows[4 * allocator + call].calls;
            printf("  mean %5.1f worst %4" PRIu64, (double)rows[4 * allocator + call].total / (double)n - (double)nothing,
                   rows[4 * allocator + call].worst - nothing);
        }
        putchar('\n');
    }
    return 0;
}
