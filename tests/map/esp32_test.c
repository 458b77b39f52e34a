/* The drivers of all chips of the ESP32 family on models: `esp32_test CHIP` says nothing where all is right, else what
 * is not; `esp32_test list` names the chips; `esp32_test churn` prints what random maps and unmaps on an ESP32-C3 cost,
 * and fails above the goal. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "esp32_mmu.h"
#include "esp32_model.h"

static const char *chip_name;

static void fail(const char *what, int line)
{
    printf("%s: %s (esp32_test.c:%d)\n", chip_name, what, line);
    exit(1);
}

#define CHECK(is_right) ((is_right) && model.wrong == NULL ? (void)0 : fail(model.wrong ? model.wrong : #is_right, __LINE__))

static uint32_t random_state = 88172645;

static uint32_t random_below(uint32_t limit)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 17;
    random_state ^= random_state << 5;
    return (random_state >> 4) % limit;
}

static uint16_t books[MODEL_MOST_ENTRIES];

static const struct { const char *name; const mr_mmu_driver_t *driver; unsigned first, count; } drivers[] = {
    { "esp32c3", &mr_esp32c3_mmu, 0, 128 }, { "esp32s3", &mr_esp32s3_mmu, 0, 512 }, { "esp32s2", &mr_esp32s2_mmu, 0, 384 },
    { "esp32c2", &mr_esp32c2_mmu, 0, 64 }, { "esp32c6", &mr_esp32c6_mmu, 0, 256 }, { "esp32h2", &mr_esp32h2_mmu, 0, 256 },
    { "esp32", &mr_esp32_mmu, 0, 256 }
};

/* Where a view's first byte lies: the address of data or of words. */
static uint32_t address_of(const mr_view_t *view)
{
    return (uint32_t)(uintptr_t)(view->data != NULL ? view->data : view->words);
}

/* Only windows onto the code buses of the ESP32 and S2 take words only. */
static bool takes_words_only(uint32_t address)
{
    return address >= 0x40000000 && address < 0x41000000;
}

static bool is_right(const mr_view_t *view, uint32_t address)
{
    unsigned shift = model_shift();
    uint32_t page, first = address >> shift, last = (address + view->length_bytes - 1) >> shift;

    if ((view->data == NULL) != takes_words_only(address_of(view))
        || address_of(view) % (1u << shift) != address % (1u << shift))
        return false;
    for (page = first; page <= last; ++page) {
        uint32_t at = (address_of(view) & ~((1u << shift) - 1u)) + ((page - first) << shift);
        if (!model_shows_flash(model_entry_at(at), page) || model.table[1][model_entry_at(at)] == 0xBAD)
            return false;
    }
    return true;
}

static bool has_stale(void)
{
    unsigned window, entry;

    for (window = 0; window < MODEL_MOST_WINDOWS; ++window)
        for (entry = 0; entry < MODEL_MOST_ENTRIES; ++entry)
            if (model.is_stale[window][entry])
                return true;
    return false;
}

static bool are_tables_alike(void)
{
    return model.chip->second_table == 0 || memcmp(model.table[0], model.table[1], sizeof model.table[0]) == 0;
}

static void start(const model_chip_t *chip, unsigned size_code)
{
    model_start(chip, size_code);
    memset(books, 0, sizeof books);
}

enum { MOST_LIVE = 64 };

/* Random views among entries of others, which stay as they are. */
static void test_views(const mr_mmu_t *mmu, const model_chip_t *chip, unsigned size_code, bool is_encrypted)
{
    uint32_t size = mmu->driver->page_count << chip->shifts[size_code], pages = mmu->driver->page_count;
    const mr_map_area_t area = { &mr_map_mmu, mmu, 0, size > (32u << 20) || size == 0 ? 32u << 20 : size };
    uint32_t others[6], sensitive = is_encrypted ? chip->sensitive : 0;
    unsigned others_at[6], index, live = 0, operation;
    struct { mr_view_t view; uint32_t address; } views[12];

    start(chip, size_code);
    for (index = 0; index < 6; ++index) {
        others_at[index] = index < 2 ? index : (unsigned)random_below(chip->entries - 1);
        others[index] = random_below(pages) | chip->flash_bits | sensitive;
        if (index == 2 && chip->other_value != 0)
            others[index] = chip->other_value | 3;
        model_set(others_at[index], others[index]);
    }
    for (operation = 0; operation < 400; ++operation) {
        unsigned stops = model.stops;
        if (live < 12 && random_below(2) == 0) {
            uint32_t length = 1 + random_below(5u << model_shift()), address = random_below(area.size_bytes - length);
            unsigned writes = model.entry_writes;
            mr_status_t status = mr_map_view(&area, address, length, &views[live].view);
            CHECK(status == MR_OK || status == MR_NO_SPACE);
            CHECK(model.stops - stops <= 1 && (model.stops != stops) == (model.entry_writes != writes));
            if (status == MR_OK)
                views[live++].address = address;
        } else if (live != 0) {
            unsigned which = (unsigned)random_below(live);
            mr_map_unmap(&views[which].view);
            CHECK(model.stops == stops);
            views[which] = views[--live];
        }
        for (index = 0; index < live; ++index)
            CHECK(is_right(&views[index].view, views[index].address));
        CHECK(model.suspended == 0 && !model.are_interrupts_off && !has_stale() && are_tables_alike());
    }
    CHECK(model.stops == 0 || (model.bus & chip->bus_shut) == 0);
    for (index = 0; index < 6; ++index)
        CHECK(model.table[0][others_at[index]] == others[index] || index > 2);
    for (index = 2; index < chip->entries && chip->sensitive != 0; ++index)
        CHECK(model.table[0][index] == chip->free_value || (model.table[0][index] & chip->sensitive) == sensitive);
    while (live != 0)
        mr_map_unmap(&views[--live].view);
    (void)mr_mmu_trim(mmu);
    CHECK(mr_mmu_statistics(mmu).used == 0 && mr_mmu_statistics(mmu).kept == 0 && !has_stale());
}

/* After a flash write every address is true again, in windows of others and for pages that are shown twice. */
static void test_sync(const mr_mmu_t *mmu, const model_chip_t *chip)
{
    const mr_map_area_t area = { &mr_map_mmu, mmu, 0, mmu->driver->page_count << chip->shifts[0] };
    unsigned page_bytes = 1u << chip->shifts[0], index, stops;
    mr_view_t view;

    start(chip, 0);
    for (index = 0; index < chip->entries; index += 13)
        model_set(index, 5 | chip->flash_bits);
    CHECK(mr_map_view(&area, 5 * page_bytes + 3, page_bytes, &view) == MR_OK);
    model_program(5, 2);
    CHECK(has_stale());
    stops = model.stops;
    CHECK(mr_map_sync(&area, 5 * page_bytes + 100, page_bytes) == MR_OK && model.stops == stops + 1 && !has_stale());
    (void)mr_mmu_trim(mmu);
    stops = model.stops;
    CHECK(mr_map_sync(&area, 60 * page_bytes, 1) == MR_OK && model.stops == stops);
    mr_map_unmap(&view);
}

static unsigned hook_stops, hook_starts;

static void hook_stop(void) { ++hook_stops; model.are_hooks_stopped = true; }
static void hook_start(void) { ++hook_starts; model.are_hooks_stopped = false; }

/* The caller's functions stop and start the caches instead of the ROM's. */
static void test_hooks(const mr_mmu_t *mmu, const model_chip_t *chip)
{
    static mr_esp32_cache_t cache = { hook_stop, hook_start, true };
    mr_mmu_t hooked = { mmu->driver, &cache, books, mmu->first_entry, mmu->entry_count };
    const mr_map_area_t area = { &mr_map_mmu, &hooked, 0, 60u << chip->shifts[0] };
    mr_view_t view;

    start(chip, 0);
    hook_stops = hook_starts = 0;
    CHECK(mr_map_view(&area, 7, 3u << chip->shifts[0], &view) == MR_OK && is_right(&view, 7));
    CHECK(hook_stops == 1 && hook_starts == 1 && model.stops == 0 && !has_stale());
    CHECK(mr_map_sync(&area, 7, 1) == MR_OK && hook_stops == 2 && hook_starts == 2 && model.stops == 0);
    CHECK(chip->flush == 0 || (model.flushes[0] == 2 && model.flushes[1] == 2));
    mr_map_unmap(&view);
}

/* All pages of the flash at most in all windows: the places differ, and each is where the chip has it. */
static void test_all_entries(const mr_mmu_t *mmu, const model_chip_t *chip)
{
    const mr_map_area_t area = { &mr_map_mmu, mmu, 0, mmu->driver->page_count << chip->shifts[0] };
    static mr_view_t views[MODEL_MOST_ENTRIES];
    unsigned count = 0, index, before;
    uint32_t pages = mmu->driver->page_count;

    start(chip, 0);
    while (count < MODEL_MOST_ENTRIES && mr_map_view(&area, (count % pages) << chip->shifts[0], 1, &views[count]) == MR_OK) {
        if (count >= pages)
            break;
        ++count;
    }
    for (index = 0; index < count; ++index) {
        CHECK(is_right(&views[index], index << chip->shifts[0]));
        for (before = 0; before < index; ++before)
            CHECK(address_of(&views[before]) != address_of(&views[index]));
    }
    CHECK(count == (strcmp(chip->name, "esp32s2") == 0 ? 64u + 120 : strcmp(chip->name, "esp32") == 0 ? 64u + 179
                    : chip->entries));
}

static void test_chip(const char *name)
{
    unsigned index, size_code;

    chip_name = name;
    for (index = 0; index < model_chip_count; ++index) {
        const model_chip_t *chip = &model_chips[index];
        mr_mmu_t mmu = { drivers[index].driver, NULL, books, (uint16_t)drivers[index].first, (uint16_t)drivers[index].count };
        if (strcmp(chip->name, name) != 0)
            continue;
        for (size_code = 0; size_code < 4 && chip->shifts[size_code] != 0; ++size_code)
            test_views(&mmu, chip, size_code, false);
        if (chip->sensitive != 0)
            test_views(&mmu, chip, 0, true);
        test_sync(&mmu, chip);
        test_hooks(&mmu, chip);
        test_all_entries(&mmu, chip);
        return;
    }
    fail("no such chip", __LINE__);
}

/* ---- Random maps and unmaps on a C3 whose program has 22 of 128 entries, with 8 MB of flash. ---- */

enum { OPERATIONS = 5000, PROGRAM_ENTRIES = 22, FREE_ENTRIES = 128 - PROGRAM_ENTRIES, MOST_STOPS = 1400 };

static unsigned churn(uint32_t most_bytes, unsigned most_live, unsigned *maps, unsigned *refused)
{
    static const mr_mmu_t mmu = { &mr_esp32c3_mmu, NULL, books, 0, 128 };
    static const mr_map_area_t area = { &mr_map_mmu, &mmu, 0, 8u << 20 };
    static struct { mr_view_t view; uint32_t address; } views[MOST_LIVE];
    unsigned live = 0, operation, index;

    start(&model_chips[0], 0);
    for (index = 0; index < PROGRAM_ENTRIES; ++index)
        model_set(index, 1 + index);
    *maps = *refused = 0;
    for (operation = 0; operation < OPERATIONS; ++operation) {
        if (live == 0 || (live < most_live && random_below(2) == 0)) {
            uint32_t address = random_below(area.size_bytes), length = 1 + random_below(most_bytes);
            if (length > area.size_bytes - address)
                length = area.size_bytes - address;
            ++*maps;
            if (mr_map_view(&area, address, length, &views[live].view) == MR_OK)
                views[live++].address = address;
            else
                ++*refused;
        } else {
            unsigned which = (unsigned)random_below(live);
            mr_map_unmap(&views[which].view);
            views[which] = views[--live];
        }
        for (index = 0; index < live; ++index)
            CHECK(is_right(&views[index].view, views[index].address));
    }
    while (live != 0)
        mr_map_unmap(&views[--live].view);
    CHECK(mr_mmu_statistics(&mmu).used == 0 && mr_mmu_statistics(&mmu).foreign == PROGRAM_ENTRIES);
    return model.stops;
}

static int churn_all(void)
{
    static const uint32_t sizes[] = { 64u << 10, 256u << 10, 1u << 20 };
    static const unsigned lives[] = { 8, 32, 64 };
    unsigned size, live, maps, refused, stops, most = 0;

    chip_name = "esp32c3";
    printf("%d maps and unmaps at random on an ESP32-C3, %d free entries, 8 MiB; goal: at most %d cache stops\n", OPERATIONS,
           FREE_ENTRIES, MOST_STOPS);
    for (size = 0; size < 3; ++size)
        for (live = 0; live < 3; ++live) {
            stops = churn(sizes[size], lives[live], &maps, &refused);
            printf("views of 1 to %4u KiB, at most %2u at a time: %4u cache stops for %u maps (%u found no space)\n",
                   sizes[size] >> 10, lives[live], stops, maps, refused);
            most = stops > most ? stops : most;
        }
    printf("no view shows what it should not; at most %u cache stops\n", most);
    return most <= MOST_STOPS ? 0 : 1;
}

int main(int count, char **arguments)
{
    unsigned index;

    if (count == 2 && strcmp(arguments[1], "churn") == 0)
        return churn_all();
    if (count == 2 && strcmp(arguments[1], "list") != 0) {
        test_chip(arguments[1]);
        return 0;
    }
    for (index = 0; index < model_chip_count; ++index)
        printf("%s\n", model_chips[index].name);
    return 0;
}
