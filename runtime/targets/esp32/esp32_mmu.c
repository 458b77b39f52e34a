/* The flash MMUs of the ESP32 family: entries and pages go in, tables, cache registers and ROM functions are used as
 * each chip wants it; see esp32_mmu.h. Sources of the facts: docs/targets.md. */
#include "esp32_mmu.h"

/* A test, or a program that knows better, may define any of these in the file that MR_ESP32_CONFIG names. */
#ifdef MR_ESP32_CONFIG
#include MR_ESP32_CONFIG
#endif

/* Two sections for each chip, so that the linker drops what is not used. */
#ifndef MR_ESP32_RAM_CODE
#define MR_ESP32_RAM_CODE(name) __attribute__((__section__(".iram1.mr_" #name), __noinline__))
#define MR_ESP32_RAM_DATA(name) __attribute__((__section__(".dram1.mr_" #name)))
#endif

#ifndef MR_ESP32_READ
#define MR_ESP32_READ(address) (*(const volatile uint32_t *)(uintptr_t)(address))
#define MR_ESP32_WRITE(address, value) (*(volatile uint32_t *)(uintptr_t)(address) = (value))
#endif

/* ROM functions take up to two numbers and return one or none: registers that are not looked at do no harm. */
#ifndef MR_ESP32_ROM
typedef uint32_t (*rom_function_t)(uint32_t, uint32_t);
#define MR_ESP32_ROM(address, first, second) ((rom_function_t)(uintptr_t)(address))((first), (second))
#endif

/* Interrupts off, and as they were. On Xtensa level 5: the ESP32's table may not be read with level-4 interrupts on. */
#ifndef MR_ESP32_INTERRUPTS_OFF
#if defined __riscv
#define MR_ESP32_INTERRUPTS_OFF(state) __asm__ volatile("csrrci %0, mstatus, 8" : "=r"(state) : : "memory")
#define MR_ESP32_INTERRUPTS_RESTORE(state) __asm__ volatile("csrs mstatus, %0" : : "r"((state) & 8u) : "memory")
#elif defined __XTENSA__
#define MR_ESP32_INTERRUPTS_OFF(state) __asm__ volatile("rsil %0, 5" : "=a"(state) : : "memory")
#define MR_ESP32_INTERRUPTS_RESTORE(state) __asm__ volatile("wsr %0, ps\n\trsync" : : "a"(state) : "memory")
#else
#error "this processor is no ESP32: define MR_ESP32_INTERRUPTS_OFF and MR_ESP32_INTERRUPTS_RESTORE"
#endif
#endif

/* The APB register whose read must come before one of the ESP32's tables, lest both cores' reads get mixed up. */
#define ESP32_APB_REGISTER 0x3FF40078u

enum { MOST_CACHES = 2 };

/* An entry's value is its page number and bits. */
typedef struct chip {
    uint32_t table, second_table;           /* the first entry's word; 0: none */
    uint32_t index_register, content_register;   /* where there is no table */
    uint32_t page_mask;
    uint32_t free_mask, free_bits;          /* an entry is free where these bits are so; made free by them alone */
    uint32_t kind_mask, flash_bits;         /* it shows flash where these bits are so */
    uint32_t sensitive_bit;                 /* set in all entries while the flash is encrypted */
    uint32_t bus_register, bus_shut_bits;
    uint32_t suspend[MOST_CACHES], resume[MOST_CACHES];   /* ROM functions; 0: none */
    uint32_t invalidate;                    /* ROM function: address, bytes */
    uint32_t flush;                         /* ROM function where there is no such: core; suspend, resume: core, too */
    uint32_t page_size_register;            /* its bits 4:3; 0: pages are fixed */
    int8_t page_shift, page_shift_step;     /* log2 of a page's bytes where those bits are 0; for each one more */
    uint16_t entry_count;
    uint8_t window_count;
    mr_mmu_window_t windows[5];
} chip_t;

/* ---- Single entries. ---- */

MR_ESP32_RAM_CODE(esp32_read)
static uint32_t read_value(const chip_t *chip, unsigned entry)
{
    uint32_t value, interrupts;

    if (chip->table == 0) {
        MR_ESP32_INTERRUPTS_OFF(interrupts);
        MR_ESP32_WRITE(chip->index_register, entry);
        value = MR_ESP32_READ(chip->content_register);
        MR_ESP32_INTERRUPTS_RESTORE(interrupts);
        return value;
    }
    if (chip->second_table == 0)
        return MR_ESP32_READ(chip->table + 4u * entry);
    MR_ESP32_INTERRUPTS_OFF(interrupts);
    (void)MR_ESP32_READ(ESP32_APB_REGISTER);
    value = MR_ESP32_READ(chip->table + 4u * entry);
    MR_ESP32_INTERRUPTS_RESTORE(interrupts);
    return value;
}

MR_ESP32_RAM_CODE(esp32_write)
static void write_value(const chip_t *chip, unsigned entry, uint32_t value)
{
    if (chip->table == 0) {
        MR_ESP32_WRITE(chip->index_register, entry);
        MR_ESP32_WRITE(chip->content_register, value);
        return;
    }
    MR_ESP32_WRITE(chip->table + 4u * entry, value);
    if (chip->second_table != 0)
        MR_ESP32_WRITE(chip->second_table + 4u * entry, value);
}

MR_ESP32_RAM_CODE(esp32_page)
static uint32_t page_of(const chip_t *chip, uint32_t value)
{
    if ((value & chip->free_mask) == chip->free_bits)
        return MR_MMU_FREE;
    if ((value & chip->kind_mask) != chip->flash_bits)
        return MR_MMU_FOREIGN;
    return value & chip->page_mask;
}

static uint8_t page_shift_of(const chip_t *chip)
{
    int step = 0;

    if (chip->page_size_register != 0)
        step = (int)(MR_ESP32_READ(chip->page_size_register) >> 3 & 3u);
    return (uint8_t)(chip->page_shift + step * chip->page_shift_step);
}

/* ---- The cache. ---- */

/* What to put back. The hooks are copied: what they were read from may be in flash. */
typedef struct stopped {
    void (*start)(void);
    bool has_second_core;
    uint32_t interrupts;
    uint32_t autoload[MOST_CACHES];
} stopped_t;

MR_ESP32_RAM_CODE(esp32_stop)
static void stop_cache(const chip_t *chip, const mr_esp32_cache_t *cache, stopped_t *stopped)
{
    unsigned index;

    stopped->start = cache != NULL ? cache->start : NULL;
    stopped->has_second_core = cache != NULL && cache->has_second_core;
    if (stopped->start != NULL) {
        cache->stop();
        return;
    }
    MR_ESP32_INTERRUPTS_OFF(stopped->interrupts);
    for (index = 0; index < MOST_CACHES; ++index)
        if (chip->suspend[index] != 0)
            stopped->autoload[index] = MR_ESP32_ROM(chip->suspend[index], 0, 0);
}

MR_ESP32_RAM_CODE(esp32_start)
static void start_cache(const chip_t *chip, const stopped_t *stopped)
{
    unsigned index;

    if (chip->flush != 0) {
        (void)MR_ESP32_ROM(chip->flush, 0, 0);
        if (stopped->has_second_core)
            (void)MR_ESP32_ROM(chip->flush, 1, 0);
    }
    if (stopped->start != NULL) {
        stopped->start();
        return;
    }
    for (index = 0; index < MOST_CACHES; ++index)
        if (chip->resume[index] != 0)
            (void)MR_ESP32_ROM(chip->resume[index], chip->flush != 0 ? 0 : stopped->autoload[index], 0);
    MR_ESP32_INTERRUPTS_RESTORE(stopped->interrupts);
}

/* Forgets one entry's lines, in every window. */
MR_ESP32_RAM_CODE(esp32_forget)
static void forget_entry(const chip_t *chip, unsigned entry, unsigned shift)
{
    unsigned index;

    if (chip->invalidate == 0)
        return;
    for (index = 0; index < chip->window_count; ++index) {
        const mr_mmu_window_t *window = &chip->windows[index];
        unsigned in_window = entry - window->first_entry;
        if (in_window < window->entry_count)
            (void)MR_ESP32_ROM(chip->invalidate, (uint32_t)window->address + ((uint32_t)in_window << shift),
                               (uint32_t)1 << shift);
    }
}

/* Entries say themselves whether the flash is encrypted: those of the running program do. */
static uint32_t sensitive_bit_of(const chip_t *chip)
{
    unsigned entry;

    for (entry = 0; chip->sensitive_bit != 0 && entry < chip->entry_count; ++entry) {
        uint32_t value = read_value(chip, entry);
        if (page_of(chip, value) < MR_MMU_FOREIGN)
            return value & chip->sensitive_bit;
    }
    return 0;
}

MR_ESP32_RAM_CODE(esp32_run)
static void change_stopped(const chip_t *chip, const mr_esp32_cache_t *cache, unsigned entry, unsigned count,
                           uint32_t page, uint32_t bits, unsigned shift)
{
    stopped_t stopped;
    unsigned index;

    stop_cache(chip, cache, &stopped);
    if (chip->bus_register != 0)
        MR_ESP32_WRITE(chip->bus_register, MR_ESP32_READ(chip->bus_register) & ~chip->bus_shut_bits);
    for (index = 0; index < count; ++index) {
        uint32_t shown = page == MR_MMU_FREE ? page : page + index;
        if (page_of(chip, read_value(chip, entry + index)) == shown)
            continue;
        write_value(chip, entry + index, shown == MR_MMU_FREE ? chip->free_bits : shown | bits);
        forget_entry(chip, entry + index, shift);
    }
    start_cache(chip, &stopped);
}

static void change(const chip_t *chip, const mr_esp32_cache_t *cache, unsigned entry, unsigned count, uint32_t page)
{
    uint32_t bits = chip->flash_bits | (chip->free_mask & ~chip->free_bits) | sensitive_bit_of(chip);

    change_stopped(chip, cache, entry, count, page, bits, page_shift_of(chip));
}

MR_ESP32_RAM_CODE(esp32_forget_run)
static void forget_stopped(const chip_t *chip, const mr_esp32_cache_t *cache, uint32_t page, uint32_t count,
                           unsigned shift)
{
    stopped_t stopped;
    unsigned entry;

    stop_cache(chip, cache, &stopped);
    for (entry = 0; entry < chip->entry_count; ++entry)
        if (page_of(chip, read_value(chip, entry)) - page < count)
            forget_entry(chip, entry, shift);
    start_cache(chip, &stopped);
}

/* ---- The chips. ---- */

#define CHIP_DRIVER(name, pages)                                                                                       \
    static uint8_t name##_page_shift(void *context)                                                                    \
    {                                                                                                                  \
        (void)context;                                                                                                 \
        return page_shift_of(&name);                                                                                   \
    }                                                                                                                  \
    static uint32_t name##_read(void *context, unsigned entry)                                                         \
    {                                                                                                                  \
        (void)context;                                                                                                 \
        return page_of(&name, read_value(&name, entry));                                                               \
    }                                                                                                                  \
    static void name##_change(void *context, unsigned entry, unsigned count, uint32_t page)                            \
    {                                                                                                                  \
        change(&name, context, entry, count, page);                                                                    \
    }                                                                                                                  \
    static void name##_forget(void *context, uint32_t page, uint32_t count)                                            \
    {                                                                                                                  \
        forget_stopped(&name, context, page, count, page_shift_of(&name));                                             \
    }                                                                                                                  \
    const mr_mmu_driver_t mr_##name##_mmu = {                                                                          \
        .windows = name.windows, .window_count = (uint8_t)WINDOWS_OF_##name, .entry_count = ENTRIES_OF_##name,         \
        .page_count = (pages), .page_shift = name##_page_shift, .read = name##_read, .change = name##_change,          \
        .forget = name##_forget                                                                                        \
    }

/* A window: where, which entries, whether views lie there and whether it takes words only. */
#define DATA_WINDOW(at, first, count) { (at), (first), (count), true, false }
#define WORD_WINDOW(at, first, count) { (at), (first), (count), true, true }
#define ALIAS_WINDOW(at, first, count) { (at), (first), (count), false, false }

#define WINDOWS_OF_esp32c3 2
#define ENTRIES_OF_esp32c3 128
MR_ESP32_RAM_DATA(esp32c3)
static const chip_t esp32c3 = {
    .table = 0x600C5000u, .page_mask = 0xFF, .free_mask = 0x100, .free_bits = 0x100,
    .bus_register = 0x600C4004u, .bus_shut_bits = 0x3, .suspend = { 0x40000524u }, .resume = { 0x40000528u },
    .invalidate = 0x400004D4u, .page_shift = 16, .entry_count = ENTRIES_OF_esp32c3, .window_count = WINDOWS_OF_esp32c3,
    .windows = { DATA_WINDOW(0x3C000000u, 0, 128), ALIAS_WINDOW(0x42000000u, 0, 128) }
};
CHIP_DRIVER(esp32c3, 256);

#define WINDOWS_OF_esp32c2 2
#define ENTRIES_OF_esp32c2 64
MR_ESP32_RAM_DATA(esp32c2)
static const chip_t esp32c2 = {
    .table = 0x600C5000u, .page_mask = 0x3F, .free_mask = 0x40, .free_bits = 0x40,
    .bus_register = 0x600C4004u, .bus_shut_bits = 0x3, .suspend = { 0x40000724u }, .resume = { 0x40000728u },
    .invalidate = 0x4000070Cu, .page_size_register = 0x600C40C8u, .page_shift = 14, .page_shift_step = 1,
    .entry_count = ENTRIES_OF_esp32c2, .window_count = WINDOWS_OF_esp32c2,
    .windows = { DATA_WINDOW(0x3C000000u, 0, 64), ALIAS_WINDOW(0x42000000u, 0, 64) }
};
CHIP_DRIVER(esp32c2, 64);

/* Code goes through the one cache, data through the other: both are stopped, as both show the same entries. */
#define WINDOWS_OF_esp32s3 2
#define ENTRIES_OF_esp32s3 512
MR_ESP32_RAM_DATA(esp32s3)
static const chip_t esp32s3 = {
    .table = 0x600C5000u, .page_mask = 0x3FFF, .free_mask = 0x4000, .free_bits = 0x4000, .kind_mask = 0x8000,
    .bus_register = 0x600C4004u, .bus_shut_bits = 0x1,
    .suspend = { 0x4000189Cu, 0x400018B4u }, .resume = { 0x400018A8u, 0x400018C0u }, .invalidate = 0x400016B0u,
    .page_shift = 16, .entry_count = ENTRIES_OF_esp32s3, .window_count = WINDOWS_OF_esp32s3,
    .windows = { DATA_WINDOW(0x3C000000u, 0, 512), ALIAS_WINDOW(0x42000000u, 0, 512) }
};
CHIP_DRIVER(esp32s3, 0x4000);

/* Views lie in the instruction cache's windows; the data cache's are PSRAM's, but a sync keeps them true as well. */
#define WINDOWS_OF_esp32s2 5
#define ENTRIES_OF_esp32s2 384
MR_ESP32_RAM_DATA(esp32s2)
static const chip_t esp32s2 = {
    .table = 0x61801000u, .page_mask = 0x3FFF, .free_mask = 0x4000, .free_bits = 0x4000, .kind_mask = 0x18000,
    .flash_bits = 0x8000, .bus_register = 0x61800044u, .bus_shut_bits = 0x7,
    .suspend = { 0x40018CA4u }, .resume = { 0x40018CDCu }, .invalidate = 0x400182E4u, .page_shift = 16,
    .entry_count = ENTRIES_OF_esp32s2, .window_count = WINDOWS_OF_esp32s2,
    .windows = { DATA_WINDOW(0x3F000000u, 128, 64), WORD_WINDOW(0x40080000u, 8, 120),
                 ALIAS_WINDOW(0x3FC00000u, 192, 64), ALIAS_WINDOW(0x3F800000u, 256, 64),
                 ALIAS_WINDOW(0x3F400000u, 320, 64) }
};
CHIP_DRIVER(esp32s2, 0x4000);

#define WINDOWS_OF_esp32c6 1
#define ENTRIES_OF_esp32c6 256
MR_ESP32_RAM_DATA(esp32c6)
static const chip_t esp32c6 = {
    .index_register = 0x60002380u, .content_register = 0x6000237Cu, .page_mask = 0x1FF, .free_mask = 0x200,
    .sensitive_bit = 0x400, .bus_register = 0x600C8004u, .bus_shut_bits = 0x3, .suspend = { 0x40000698u },
    .resume = { 0x4000069Cu }, .invalidate = 0x40000648u, .page_size_register = 0x60002384u, .page_shift = 16,
    .page_shift_step = -1, .entry_count = ENTRIES_OF_esp32c6, .window_count = WINDOWS_OF_esp32c6,
    .windows = { DATA_WINDOW(0x42000000u, 0, 256) }
};
CHIP_DRIVER(esp32c6, 256);

#define WINDOWS_OF_esp32h2 1
#define ENTRIES_OF_esp32h2 256
MR_ESP32_RAM_DATA(esp32h2)
static const chip_t esp32h2 = {
    .index_register = 0x60002380u, .content_register = 0x6000237Cu, .page_mask = 0x1FF, .free_mask = 0x200,
    .sensitive_bit = 0x400, .bus_register = 0x600C8004u, .bus_shut_bits = 0x3, .suspend = { 0x4000066Cu },
    .resume = { 0x40000670u }, .invalidate = 0x4000061Cu, .page_size_register = 0x60002384u, .page_shift = 16,
    .page_shift_step = -1, .entry_count = ENTRIES_OF_esp32h2, .window_count = WINDOWS_OF_esp32h2,
    .windows = { DATA_WINDOW(0x42000000u, 0, 256) }
};
CHIP_DRIVER(esp32h2, 256);

/* Its ROM flushes a core's whole cache; entries have no bit that tells PSRAM, which has entries of its own. */
#define WINDOWS_OF_esp32 2
#define ENTRIES_OF_esp32 256
MR_ESP32_RAM_DATA(esp32)
static const chip_t esp32 = {
    .table = 0x3FF10000u, .second_table = 0x3FF12000u, .page_mask = 0xFF, .free_mask = 0x100, .free_bits = 0x100,
    .bus_register = 0x3FF00044u, .bus_shut_bits = 0x17, .suspend = { 0x40009AB8u }, .resume = { 0x40009A84u },
    .flush = 0x40009A14u, .page_shift = 16, .entry_count = ENTRIES_OF_esp32, .window_count = WINDOWS_OF_esp32,
    .windows = { DATA_WINDOW(0x3F400000u, 0, 64), WORD_WINDOW(0x400D0000u, 77, 179) }
};
CHIP_DRIVER(esp32, 256);
