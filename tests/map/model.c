/* Entries and pages go in, bytes in the window come out; see model.h. */
#include "model.h"

uint8_t model_flash[MODEL_PAGES * MODEL_PAGE_BYTES];
uint32_t model_table[MODEL_ENTRIES];
unsigned model_changes, model_forgets, model_wrong_writes;

/* Of words, so that it is aligned. */
static uint32_t window[MODEL_ENTRIES * MODEL_PAGE_BYTES / 4];

uint8_t model_byte(uint32_t address)
{
    return (uint8_t)(address * 7u + (address >> MODEL_SHIFT) * 31u + 5u);
}

static void load(unsigned entry)
{
    uint8_t *bytes = (uint8_t *)window + entry * MODEL_PAGE_BYTES;
    uint32_t page = model_table[entry];
    unsigned index;

    for (index = 0; index < MODEL_PAGE_BYTES; ++index)
        bytes[index] = page < MODEL_PAGES ? model_flash[page * MODEL_PAGE_BYTES + index] : MODEL_DEAD;
}

void model_write(unsigned entry, uint32_t page)
{
    model_table[entry] = page;
    load(entry);
}

void model_reset(void)
{
    uint32_t index;

    for (index = 0; index < sizeof model_flash; ++index)
        model_flash[index] = model_byte(index);
    for (index = 0; index < MODEL_ENTRIES; ++index)
        model_write((unsigned)index, MR_MMU_FREE);
    model_changes = model_forgets = model_wrong_writes = 0;
}

static uint8_t page_shift(void *context)
{
    (void)context;
    return MODEL_SHIFT;
}

static uint32_t read_entry(void *context, unsigned entry)
{
    (void)context;
    if (entry >= MODEL_ENTRIES)
        ++model_wrong_writes;
    return model_table[entry];
}

static void change(void *context, unsigned entry, unsigned count, uint32_t page)
{
    unsigned index, changed = 0;

    (void)context;
    ++model_changes;
    for (index = 0; index < count; ++index) {
        uint32_t wanted = page == MR_MMU_FREE ? page : page + index;
        if (entry + index >= MODEL_ENTRIES || (wanted != MR_MMU_FREE && wanted >= MODEL_PAGES)) {
            ++model_wrong_writes;
            continue;
        }
        if (model_table[entry + index] == wanted)
            continue;
        model_write(entry + index, wanted);
        ++changed;
    }
    if (changed == 0)
        ++model_wrong_writes;
}

static void forget(void *context, uint32_t page, uint32_t count)
{
    unsigned entry;

    (void)context;
    ++model_forgets;
    for (entry = 0; entry < MODEL_ENTRIES; ++entry)
        if (model_table[entry] - page < count)
            load(entry);
}

static mr_mmu_window_t windows[1];
static mr_mmu_window_t word_windows[3];

const mr_mmu_driver_t model_driver = { windows, 1, MODEL_ENTRIES, MODEL_PAGES, page_shift, read_entry, change, forget };
const mr_mmu_driver_t model_words_driver = { word_windows, 3, MODEL_ENTRIES, MODEL_PAGES, page_shift, read_entry, change,
                                             forget };

static mr_mmu_window_t window_of(unsigned first, unsigned count, bool is_mapped_to, bool takes_words_only)
{
    mr_mmu_window_t made;

    made.address = (uintptr_t)window + first * MODEL_PAGE_BYTES;
    made.first_entry = (uint16_t)first;
    made.entry_count = (uint16_t)count;
    made.is_mapped_to = is_mapped_to;
    made.takes_words_only = takes_words_only;
    return made;
}

void model_open(void)
{
    windows[0] = window_of(0, MODEL_ENTRIES, true, false);
    word_windows[0] = window_of(0, 4, true, false);
    word_windows[1] = window_of(4, MODEL_FIRST_ALIAS - 4, true, true);
    word_windows[2] = window_of(MODEL_FIRST_ALIAS, MODEL_ENTRIES - MODEL_FIRST_ALIAS, false, false);
}
