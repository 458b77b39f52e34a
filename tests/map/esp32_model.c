/* Accesses of the driver go in, a chip's table and what was done wrong come out; see esp32_model.h. */
#include <string.h>

#include "esp32_model.h"

model_t model;

const model_chip_t model_chips[] = {
    { .name = "esp32c3", .table = 0x600C5000, .entries = 128, .free_value = 0x100, .page_mask = 0xFF,
      .suspend = { 0x40000524 }, .resume = { 0x40000528 }, .invalidate = 0x400004d4,
      .bus_register = 0x600C4004, .bus_shut = 3, .shifts = { 16 },
      .windows = { { 0x3C000000, 0, 128 }, { 0x42000000, 0, 128 } } },
    { .name = "esp32s3", .table = 0x600C5000, .entries = 512, .free_value = 0x4000, .other_value = 0x8000, .page_mask = 0x3FFF,
      .suspend = { 0x4000189c, 0x400018b4 }, .resume = { 0x400018a8, 0x400018c0 }, .invalidate = 0x400016b0,
      .bus_register = 0x600C4004, .bus_shut = 1, .shifts = { 16 },
      .windows = { { 0x3C000000, 0, 512 }, { 0x42000000, 0, 512 } } },
    { .name = "esp32s2", .table = 0x61801000, .entries = 384, .free_value = 0x4000, .flash_bits = 0x8000,
      .other_value = 0x10000, .page_mask = 0x3FFF, .suspend = { 0x40018ca4 }, .resume = { 0x40018cdc },
      .invalidate = 0x400182e4, .bus_register = 0x61800044, .bus_shut = 7, .shifts = { 16 },
      .windows = { { 0x40080000, 8, 56 }, { 0x40400000, 64, 64 }, { 0x3F000000, 128, 64 }, { 0x3FC00000, 192, 64 },
                   { 0x3F800000, 256, 64 }, { 0x3F400000, 320, 64 } } },
    { .name = "esp32c2", .table = 0x600C5000, .entries = 64, .free_value = 0x40, .page_mask = 0x3F,
      .suspend = { 0x40000724 }, .resume = { 0x40000728 }, .invalidate = 0x4000070c, .bus_register = 0x600C4004,
      .bus_shut = 3, .size_register = 0x600C40C8, .shifts = { 14, 15, 16 },
      .windows = { { 0x3C000000, 0, 64 }, { 0x42000000, 0, 64 } } },
    { .name = "esp32c6", .index_register = 0x60002380, .content_register = 0x6000237C, .entries = 256, .flash_bits = 0x200,
      .page_mask = 0x1FF, .sensitive = 0x400, .suspend = { 0x40000698 }, .resume = { 0x4000069c },
      .invalidate = 0x40000648, .bus_register = 0x600C8004, .bus_shut = 3, .size_register = 0x60002384,
      .shifts = { 16, 15, 14, 13 }, .windows = { { 0x42000000, 0, 256 } } },
    { .name = "esp32h2", .index_register = 0x60002380, .content_register = 0x6000237C, .entries = 256, .flash_bits = 0x200,
      .page_mask = 0x1FF, .sensitive = 0x400, .suspend = { 0x4000066c }, .resume = { 0x40000670 },
      .invalidate = 0x4000061c, .bus_register = 0x600C8004, .bus_shut = 3, .size_register = 0x60002384,
      .shifts = { 16, 15, 14, 13 }, .windows = { { 0x42000000, 0, 256 } } },
    { .name = "esp32", .table = 0x3FF10000, .second_table = 0x3FF12000, .entries = 256, .free_value = 0x100,
      .page_mask = 0xFF, .suspend = { 0x40009ab8 }, .resume = { 0x40009a84 }, .flush = 0x40009a14,
      .bus_register = 0x3FF00044, .bus_shut = 0x17, .shifts = { 16 },
      .windows = { { 0x3F400000, 0, 64 }, { 0x40000000, 64, 64 }, { 0x40400000, 128, 64 }, { 0x40800000, 192, 64 } } }
};
const unsigned model_chip_count = sizeof model_chips / sizeof *model_chips;

static void complain(const char *rule)
{
    if (model.wrong == NULL)
        model.wrong = rule;
}

unsigned model_shift(void)
{
    return model.chip->shifts[model.size_code];
}

void model_start(const model_chip_t *chip, unsigned size_code)
{
    unsigned entry;

    memset(&model, 0, sizeof model);
    model.chip = chip;
    model.size_code = size_code;
    model.bus = chip->bus_shut | 0x80;
    for (entry = 0; entry < chip->entries; ++entry)
        model.table[0][entry] = model.table[1][entry] = chip->free_value;
}

void model_set(unsigned entry, uint32_t value)
{
    model.table[0][entry] = model.table[1][entry] = value;
}

static void make_stale(unsigned entry, bool is_stale)
{
    unsigned window;

    for (window = 0; window < MODEL_MOST_WINDOWS && model.chip->windows[window].count != 0; ++window)
        if (entry - model.chip->windows[window].first < model.chip->windows[window].count)
            model.is_stale[window][entry] = is_stale;
}

bool model_shows_flash(unsigned entry, uint32_t page)
{
    return model.table[0][entry] == (page | model.chip->flash_bits)
        || (model.chip->sensitive != 0 && model.table[0][entry] == (page | model.chip->flash_bits | model.chip->sensitive));
}

void model_program(uint32_t page, uint32_t count)
{
    unsigned entry;
    uint32_t index;

    for (entry = 0; entry < model.chip->entries; ++entry)
        for (index = 0; index < count; ++index)
            if (model_shows_flash(entry, page + index))
                make_stale(entry, true);
}

unsigned model_entry_at(uint32_t address)
{
    unsigned window;

    for (window = 0; window < MODEL_MOST_WINDOWS; ++window) {
        const model_window_t *here = &model.chip->windows[window];
        if (address - here->address < (uint32_t)here->count << model_shift())
            return here->first + ((address - here->address) >> model_shift());
    }
    complain("an address outside of all windows");
    return 0;
}

static unsigned cache_count(void)
{
    return model.chip->suspend[1] != 0 ? 2 : 1;
}

static bool is_stopped(void)
{
    return model.are_hooks_stopped || (model.are_interrupts_off && model.suspended == (1u << cache_count()) - 1u);
}

static uint32_t *entry_at(uint32_t address)
{
    const model_chip_t *chip = model.chip;

    if (chip->table != 0 && address - chip->table < 4 * chip->entries)
        return &model.table[0][(address - chip->table) / 4];
    if (chip->second_table != 0 && address - chip->second_table < 4 * chip->entries)
        return &model.table[1][(address - chip->second_table) / 4];
    if (chip->content_register != 0 && address == chip->content_register)
        return &model.table[0][model.index % chip->entries];
    return NULL;
}

uint32_t esp32_model_read(uint32_t address)
{
    uint32_t *entry = entry_at(address);

    if (entry != NULL) {
        if ((model.chip->second_table != 0 || model.chip->table == 0) && !model.are_interrupts_off
            && !model.are_hooks_stopped)
            complain("an entry is read with interrupts on");
        return *entry;
    }
    if (address == model.chip->bus_register)
        return model.bus;
    if (model.chip->size_register != 0 && address == model.chip->size_register)
        return 0xFFFFFFE7u | model.size_code << 3;
    if (address != 0x3FF40078 || model.chip->second_table == 0)
        complain("a register that the chip has not is read");
    return 0;
}

void esp32_model_write(uint32_t address, uint32_t value)
{
    uint32_t *entry = entry_at(address);

    if (entry != NULL) {
        if (!is_stopped())
            complain("an entry is written while the cache runs");
        *entry = value;
        make_stale((unsigned)(address == model.chip->content_register ? model.index : (uint32_t)(entry - model.table[0])
                              % MODEL_MOST_ENTRIES), true);
        ++model.entry_writes;
    } else if (model.chip->index_register != 0 && address == model.chip->index_register) {
        if (!model.are_interrupts_off && !model.are_hooks_stopped)
            complain("the index is written with interrupts on");
        if (value >= model.chip->entries)
            complain("an index beyond the table");
        model.index = value;
    } else if (address == model.chip->bus_register) {
        if ((model.bus & ~model.chip->bus_shut) != (value & ~model.chip->bus_shut))
            complain("other bits of the bus register are written");
        model.bus = value;
    } else {
        complain("a register that the chip has not is written");
    }
}

uint32_t esp32_model_interrupts(uint32_t state)
{
    bool were_off = model.are_interrupts_off;

    model.are_interrupts_off = state != 1;
    if (!model.are_interrupts_off && model.suspended != 0)
        complain("interrupts are on while the cache is stopped");
    return were_off ? 2 : 1;
}

static void invalidate(uint32_t address, uint32_t bytes)
{
    unsigned window;
    uint32_t page_bytes = 1u << model_shift();

    if (address % page_bytes != 0 || bytes % page_bytes != 0)
        complain("lines outside of a page are forgotten");
    for (; bytes != 0; bytes -= page_bytes, address += page_bytes) {
        unsigned entry = model_entry_at(address);
        for (window = 0; window < MODEL_MOST_WINDOWS; ++window)
            if (address - model.chip->windows[window].address < model.chip->windows[window].count * page_bytes)
                model.is_stale[window][entry] = false;
    }
}

static void suspend(unsigned cache)
{
    if (!model.are_interrupts_off)
        complain("the cache is stopped with interrupts on");
    if (model.suspended >> cache & 1)
        complain("the cache is stopped twice");
    model.suspended |= 1u << cache;
    model.stops += cache == 0;
}

uint32_t esp32_model_rom(uint32_t address, uint32_t first, uint32_t second)
{
    const model_chip_t *chip = model.chip;
    unsigned cache;

    for (cache = 0; cache < cache_count(); ++cache) {
        if (address == chip->suspend[cache]) {
            suspend(cache);
            return chip->flush != 0 ? 0xBAD : 4 + cache;
        }
        if (address == chip->resume[cache]) {
            if ((model.suspended >> cache & 1) == 0)
                complain("a running cache is started");
            if (first != (chip->flush != 0 ? 0 : 4 + cache))
                complain("the cache is started otherwise than it was");
            model.suspended &= ~(1u << cache);
            return 0;
        }
    }
    if (!is_stopped())
        complain("lines are forgotten while the cache runs");
    if (chip->invalidate != 0 && address == chip->invalidate) {
        invalidate(first, second);
    } else if (chip->flush != 0 && address == chip->flush && first < 2) {
        ++model.flushes[first];
        if (first == 0)
            memset(model.is_stale, 0, sizeof model.is_stale);
    } else {
        complain("a ROM function that the chip has not");
    }
    return 0;
}
