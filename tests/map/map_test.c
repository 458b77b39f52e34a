/* Maps, packed files and tables on a model of an MMU, on flash behind a driver and in memory: a line for each case
 * comes out, "NAME: ok" or the number of the check that failed, and a hash that is the same on every machine. */
#include "machine.h"
#include "model.h"

static unsigned checks, failed;
static uint32_t hash = 2166136261u;

static void mix(uint32_t value)
{
    unsigned index;

    for (index = 0; index < 4; ++index, value >>= 8)
        hash = (hash ^ (value & 0xFFu)) * 16777619u;
}

static void check(bool is_right)
{
    ++checks;
    mix(is_right);
    if (!is_right && failed == 0)
        failed = checks;
}

static uint32_t random_state = 2463534242u;

static uint32_t random_below(uint32_t limit)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 17;
    random_state ^= random_state << 5;
    return (random_state >> 8) % limit;
}

/* ---- What is mapped. ---- */

enum { FLASH_BYTES = MODEL_PAGES * MODEL_PAGE_BYTES, FIRST = 3, COUNT = 18 };

static uint16_t books[MR_MMU_BOOKS(MODEL_ENTRIES)];
static const mr_mmu_t mmu = { &model_driver, NULL, books, FIRST, COUNT };
static const mr_map_area_t flash = { &mr_map_mmu, &mmu, 0, FLASH_BYTES };
static const mr_mmu_t words_mmu = { &model_words_driver, NULL, books, 0, MODEL_ENTRIES };
static const mr_map_area_t words = { &mr_map_mmu, &words_mmu, 0, FLASH_BYTES };

static unsigned driver_reads;

static mr_status_t driver_read(void *context, uint32_t offset, void *data, size_t length)
{
    uint8_t *bytes = data;
    size_t index;

    ++driver_reads;
    if (context != model_flash || offset > FLASH_BYTES || length > FLASH_BYTES - offset)
        return MR_ERROR;
    for (index = 0; index < length; ++index)
        bytes[index] = model_flash[offset + index];
    return MR_OK;
}

static const mr_flash_driver_t nor_driver = { driver_read, NULL, NULL };
static const mr_flash_geometry_t nor_geometry = { FLASH_BYTES, 256, 64, 1, false };
static const mr_flash_t nor = { &nor_driver, &nor_geometry, model_flash };
static const mr_map_area_t behind_driver = { &mr_map_flash, &nor, 0, FLASH_BYTES };
static const mr_map_area_t in_memory = { &mr_map_memory, model_flash, 0, FLASH_BYTES };

static void reset(void)
{
    unsigned index;

    model_reset();
    for (index = 0; index < MODEL_ENTRIES; ++index)
        books[index] = 0;
}

static bool shows(const mr_view_t *view, uint32_t address, uint32_t length)
{
    uint32_t index;

    if (view->length_bytes != length)
        return false;
    for (index = 0; index < length; ++index) {
        uint8_t byte;
        if (mr_view_u8(view, index, &byte) != MR_OK || byte != model_flash[address + index])
            return false;
    }
    return true;
}

static bool is_free(void)
{
    mr_mmu_statistics_t statistics = mr_mmu_statistics(&mmu);

    return statistics.used == 0 && statistics.lost == 0;
}

/* ---- Cases. ---- */

static void bounds_case(void)
{
    static const mr_map_area_t *const areas[] = { &flash, &words, &behind_driver, &in_memory };
    static const mr_map_area_t piece = { &mr_map_memory, model_flash, 100, 50 };
    unsigned index;

    for (index = 0; index < 4; ++index) {
        const mr_map_area_t *area = areas[index];
        uint8_t bytes[4] = { 1, 2, 3, 4 };
        uint16_t half = 7;
        uint32_t word = 7;
        mr_view_t view;
        reset();
        check(mr_map_view(area, 61, 70, &view) == MR_OK && shows(&view, 61, 70));
        check(mr_view_read(&view, 66, bytes, 4) == MR_OK && bytes[3] == model_byte(61 + 69));
        check(mr_view_read(&view, 67, bytes, 4) == MR_OUT_OF_RANGE && bytes[0] == model_byte(61 + 66));
        check(mr_view_read(&view, 71, bytes, 0) == MR_OUT_OF_RANGE && mr_view_read(&view, 70, bytes, 0) == MR_OK);
        check(mr_view_read(&view, 0xFFFFFFFFu, bytes, 2) == MR_OUT_OF_RANGE);
        check(mr_view_u8(&view, 70, bytes) == MR_OUT_OF_RANGE && mr_view_u8(&view, 69, bytes) == MR_OK);
        check(mr_view_u16(&view, 69, &half) == MR_OUT_OF_RANGE && half == 7);
        check(mr_view_u16(&view, 1, &half) == MR_OK && half == (uint16_t)(model_byte(62) | model_byte(63) << 8));
        check(mr_view_u16_be(&view, 1, &half) == MR_OK && half == (uint16_t)(model_byte(62) << 8 | model_byte(63)));
        check(mr_view_u32(&view, 67, &word) == MR_OUT_OF_RANGE && word == 7);
        check(mr_view_u32(&view, 66, &word) == MR_OK && (word & 0xFF) == model_byte(61 + 66)
              && word >> 24 == model_byte(61 + 69));
        mix(word);
        check(mr_view_u32_be(&view, 66, &word) == MR_OK && (word & 0xFF) == model_byte(61 + 69));
        mix(word);
        mr_map_unmap(&view);
        check(view.length_bytes == 0 && mr_view_data(&view) == NULL && mr_view_u8(&view, 0, bytes) == MR_OUT_OF_RANGE);
        mr_map_unmap(&view);
        check(mr_map_view(area, FLASH_BYTES, 0, &view) == MR_OK && mr_view_length(&view) == 0);
        check(mr_map_view(area, FLASH_BYTES, 1, &view) == MR_OUT_OF_RANGE);
        check(mr_map_view(area, FLASH_BYTES - 1, 2, &view) == MR_OUT_OF_RANGE);
        check(mr_map_view(area, 0xFFFFFFFFu, 0xFFFFFFFFu, &view) == MR_OUT_OF_RANGE);
        check(mr_map_view(area, FLASH_BYTES - 1, 1, &view) == MR_OK && shows(&view, FLASH_BYTES - 1, 1));
        mr_map_unmap(&view);
        check(mr_map_sync(area, 1, FLASH_BYTES) == MR_OUT_OF_RANGE && mr_map_sync(area, 1, 5) == MR_OK);
    }
    {
        mr_view_t view;
        check(mr_map_view(&piece, 49, 1, &view) == MR_OK && shows(&view, 149, 1));
        check(mr_view_data(&view) == model_flash + 149);
        check(mr_map_view(&piece, 49, 2, &view) == MR_OUT_OF_RANGE);
    }
}

/* A part that is smaller than its area says. */
static void smaller_part_case(void)
{
    static const mr_map_area_t too_large = { &mr_map_flash, &nor, 64, FLASH_BYTES };
    static const mr_map_area_t beyond_pages = { &mr_map_mmu, &mmu, 0, FLASH_BYTES + 64 };
    mr_view_t view;

    reset();
    check(mr_map_view(&too_large, FLASH_BYTES - 64, 1, &view) == MR_OUT_OF_RANGE && view.length_bytes == 0);
    check(mr_map_view(&too_large, FLASH_BYTES - 65, 1, &view) == MR_OK);
    check(mr_map_view(&beyond_pages, FLASH_BYTES, 1, &view) == MR_OUT_OF_RANGE);
    check(mr_map_view(&beyond_pages, FLASH_BYTES - 10, 11, &view) == MR_OUT_OF_RANGE && model_changes == 0);
    check(mr_map_view(&beyond_pages, FLASH_BYTES - 10, 10, &view) == MR_OK && shows(&view, FLASH_BYTES - 10, 10));
    check(model_wrong_writes == 0);
}

static void references_case(void)
{
    mr_view_t first, second, third;
    unsigned stops;

    reset();
    check(mr_map_view(&flash, 10, 100, &first) == MR_OK && model_changes == 1);
    check(mr_map_view(&flash, 70, 10, &second) == MR_OK && model_changes == 1);
    check(first.data + 60 == second.data);
    check(mr_mmu_statistics(&mmu).used == 2);
    mr_map_unmap(&first);
    check(mr_mmu_statistics(&mmu).used == 1 && shows(&second, 70, 10));
    check(mr_map_view(&flash, 0, 64, &third) == MR_OK && model_changes == 1);
    mr_map_unmap(&third);
    mr_map_unmap(&second);
    check(is_free() && model_changes == 1);
    check(mr_map_view(&flash, 10, 100, &first) == MR_OK && model_changes == 1 && shows(&first, 10, 100));
    mr_map_unmap(&first);
    stops = model_changes;
    check(mr_mmu_trim(&mmu) == 2 + 4 && model_changes == stops + 1); /* four neighbours came along */
    check(mr_mmu_statistics(&mmu).free == COUNT && mr_mmu_trim(&mmu) == 0);
    check(model_wrong_writes == 0);
}

/* One page is mapped as often as a book can count, then at another entry, and all come off again. */
static void many_users_case(void)
{
    enum { MANY = 300 };
    static mr_view_t views[MANY];
    unsigned index;

    reset();
    for (index = 0; index < MANY; ++index)
        if (mr_map_view(&flash, 7, 1, &views[index]) != MR_OK || !shows(&views[index], 7, 1))
            break;
    check(index == MANY);
    mix(model_changes);
    check(views[0].data != views[MANY - 1].data && mr_mmu_statistics(&mmu).used == 3);
    for (index = 0; index < MANY; ++index)
        mr_map_unmap(&views[index]);
    check(is_free() && model_wrong_writes == 0);
}

static void no_space_case(void)
{
    mr_view_t views[COUNT], view;
    unsigned index, changes;

    reset();
    check(mr_map_view(&flash, 0, COUNT * MODEL_PAGE_BYTES + 1, &view) == MR_NO_SPACE && model_changes == 0);
    check(mr_map_view(&flash, 1, COUNT * MODEL_PAGE_BYTES, &view) == MR_NO_SPACE && model_changes == 0);
    check(mr_map_view(&flash, 0, COUNT * MODEL_PAGE_BYTES, &view) == MR_OK && shows(&view, 0, COUNT * MODEL_PAGE_BYTES));
    changes = model_changes;
    check(mr_map_view(&flash, COUNT * MODEL_PAGE_BYTES, 1, &views[0]) == MR_NO_SPACE && model_changes == changes);
    check(views[0].length_bytes == 0 && shows(&view, 0, COUNT * MODEL_PAGE_BYTES));
    mr_map_unmap(&view);
    for (index = 0; index < COUNT; ++index)
        check(mr_map_view(&flash, index * MODEL_PAGE_BYTES, 1, &views[index]) == MR_OK);
    for (index = 0; index < COUNT; index += 2)
        mr_map_unmap(&views[index]);
    changes = model_changes;
    /* Half of the entries have no users, but no two adjacent ones. */
    check(mr_map_view(&flash, 28 * MODEL_PAGE_BYTES + 60, 8, &view) == MR_NO_SPACE && model_changes == changes);
    check(mr_map_view(&flash, 28 * MODEL_PAGE_BYTES + 6, 8, &view) == MR_OK && model_changes == changes + 1);
    for (index = 1; index < COUNT; index += 2)
        check(shows(&views[index], index * MODEL_PAGE_BYTES, 1));
    mr_map_unmap(&view);
    for (index = 1; index < COUNT; index += 2)
        mr_map_unmap(&views[index]);
    check(is_free() && model_wrong_writes == 0);
}

/* Entries of others are not written, whether they were there before or come while ours are kept or used. */
static void foreign_case(void)
{
    mr_view_t view, other;
    unsigned index;

    reset();
    model_write(FIRST + 2, 9);
    model_write(FIRST + 6, MR_MMU_FOREIGN);
    model_write(FIRST - 1, 5);
    model_write(FIRST + COUNT, 6);
    check(mr_mmu_statistics(&mmu).foreign == 2);
    for (index = 0; index < 40; ++index) {
        uint32_t address = random_below(FLASH_BYTES - 300);
        check(mr_map_view(&flash, address, 1 + random_below(300), &view) == MR_OK);
        check(shows(&view, address, view.length_bytes));
        mr_map_unmap(&view);
    }
    check(model_table[FIRST + 2] == 9 && model_table[FIRST + 6] == MR_MMU_FOREIGN);
    check(model_table[FIRST - 1] == 5 && model_table[FIRST + COUNT] == 6);
    /* Somebody takes an entry that was kept for later: it is theirs from then on. */
    check(mr_map_view(&flash, 0, 1, &view) == MR_OK);
    index = view.first_entry;
    mr_map_unmap(&view);
    model_write(index, 17);
    check(mr_map_view(&flash, 0, 1, &view) == MR_OK && view.first_entry != index && shows(&view, 0, 1));
    check(mr_map_view(&flash, 17 * MODEL_PAGE_BYTES, 1, &other) == MR_OK && other.first_entry != index);
    mr_map_unmap(&other);
    /* Somebody takes an entry under a view: it is lost, nothing is written to it, and the books stay right. */
    index = view.first_entry;
    model_write(index, 18);
    check(mr_mmu_statistics(&mmu).lost == 1);
    mr_map_unmap(&view);
    check(is_free() && model_table[index] == 18);
    (void)mr_mmu_trim(&mmu);
    check(model_table[index] == 18 && model_table[FIRST + 2] == 9);
    /* Somebody frees what we kept: it is free. */
    check(mr_map_view(&flash, 0, 1, &view) == MR_OK);
    mr_map_unmap(&view);
    model_write(view.first_entry, MR_MMU_FREE);
    check(mr_map_view(&flash, 0, 1, &view) == MR_OK && shows(&view, 0, 1));
    check(model_wrong_writes == 0);
}

/* A page that is shown thrice, once by somebody else: a sync makes each of them true. */
static void aliases_case(void)
{
    mr_view_t first, second;

    reset();
    model_write(0, 4);
    check(mr_map_view(&flash, 4 * MODEL_PAGE_BYTES, 64, &first) == MR_OK);
    model_write(MODEL_ENTRIES - 1, 4);
    model_flash[4 * MODEL_PAGE_BYTES + 3] ^= 0x55;
    check(!shows(&first, 4 * MODEL_PAGE_BYTES, 64)); /* the model's cache is stale */
    check(mr_map_sync(&flash, 4 * MODEL_PAGE_BYTES + 3, 1) == MR_OK && model_forgets == 1);
    check(shows(&first, 4 * MODEL_PAGE_BYTES, 64));
    check(first.data[(MODEL_ENTRIES - 1 - first.first_entry) * MODEL_PAGE_BYTES + 3]
          == model_flash[4 * MODEL_PAGE_BYTES + 3]);
    check(mr_mmu_trim(&mmu) > 0);
    check(mr_map_sync(&flash, 31 * MODEL_PAGE_BYTES, 64) == MR_OK && model_forgets == 1); /* mapped nowhere */
    check(mr_map_sync(&flash, 4 * MODEL_PAGE_BYTES - 1, 1) == MR_OK && model_forgets == 1);
    check(mr_map_sync(&flash, 4 * MODEL_PAGE_BYTES - 1, 2) == MR_OK && model_forgets == 2);
    /* Kept entries are true as well when they serve again. */
    mr_map_unmap(&first);
    model_flash[4 * MODEL_PAGE_BYTES + 5] ^= 0x55;
    check(mr_map_sync(&flash, 4 * MODEL_PAGE_BYTES, 64) == MR_OK);
    check(mr_map_view(&flash, 4 * MODEL_PAGE_BYTES, 64, &second) == MR_OK && shows(&second, 4 * MODEL_PAGE_BYTES, 64));
    mr_map_unmap(&second);
    check(is_free());
}

/* The window of all widths is taken first; then those of words only, whose views have no data; never an alias. */
static void words_case(void)
{
    mr_view_t wide, narrow, far;
    uint32_t word;

    reset();
    check(mr_map_view(&words, 3, 4 * MODEL_PAGE_BYTES - 3, &wide) == MR_OK && mr_view_data(&wide) != NULL);
    check(wide.first_entry == 0 && wide.entry_count == 4);
    check(mr_map_view(&words, 10 * MODEL_PAGE_BYTES + 1, 150, &narrow) == MR_OK && mr_view_data(&narrow) == NULL);
    check(narrow.words != NULL && narrow.first_entry >= 4 && narrow.first_entry + narrow.entry_count <= MODEL_FIRST_ALIAS);
    check(shows(&narrow, 10 * MODEL_PAGE_BYTES + 1, 150));
    check(mr_view_u32(&narrow, 2, &word) == MR_OK && (word & 0xFF) == model_byte(10 * MODEL_PAGE_BYTES + 3));
    mix(word);
    check(mr_map_view(&words, 0, 17 * MODEL_PAGE_BYTES, &far) == MR_NO_SPACE);
    check(mr_map_view(&words, 14 * MODEL_PAGE_BYTES, 14 * MODEL_PAGE_BYTES, &far) == MR_NO_SPACE);
    check(mr_map_view(&words, 0, 1, &far) == MR_OK && far.first_entry == 0);
    check(model_table[MODEL_FIRST_ALIAS] == MR_MMU_FREE && model_wrong_writes == 0);
}

/* Many views at random: each shows what it should, as long as it lives; none leaks. */
static void random_case(void)
{
    enum { MOST_LIVE = 8, OPERATIONS = 2000 };
    static mr_view_t views[MOST_LIVE];
    uint32_t addresses[MOST_LIVE];
    unsigned live = 0, operation, index;

    reset();
    model_write(FIRST + 5, 30);
    for (operation = 0; operation < OPERATIONS && failed == 0; ++operation) {
        if (live < MOST_LIVE && random_below(2) == 0) {
            uint32_t address = random_below(FLASH_BYTES), length = random_below(260);
            unsigned changes = model_changes;
            mr_status_t status = mr_map_view(&flash, address, length, &views[live]);
            mix((uint32_t)status);
            if (length > FLASH_BYTES - address)
                check(status == MR_OUT_OF_RANGE);
            else
                check(status == MR_OK || (status == MR_NO_SPACE && model_changes == changes));
            check(model_changes - changes <= 1);
            if (status == MR_OK)
                addresses[live++] = address;
        } else if (live != 0) {
            unsigned which = (unsigned)random_below(live), changes = model_changes;
            check(shows(&views[which], addresses[which], views[which].length_bytes));
            mr_map_unmap(&views[which]);
            check(model_changes == changes);
            --live;
            views[which] = views[live];
            addresses[which] = addresses[live];
        }
        for (index = 0; index < live && operation % 16 == 0; ++index)
            check(shows(&views[index], addresses[index], views[index].length_bytes));
    }
    while (live != 0)
        mr_map_unmap(&views[--live]);
    mix(model_changes);
    check(is_free() && model_table[FIRST + 5] == 30 && model_wrong_writes == 0);
}

/* ---- Packed files. ---- */

static void put_entry(unsigned index, uint32_t offset, uint32_t size, const char *name)
{
    uint8_t *bytes = model_flash + 16 * index;
    unsigned at;

    for (at = 0; at < 4; ++at) {
        bytes[at] = (uint8_t)(offset >> 8 * at);
        bytes[4 + at] = (uint8_t)(size >> 8 * at);
    }
    for (at = 0; at < 8; ++at, name += *name != '\0')
        bytes[8 + at] = (uint8_t)*name;
}

static void put_end(unsigned index)
{
    put_entry(index, 0xFFFFFFFFu, 0xFFFFFFFFu, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF");
}

static const char *const names[] = { "eng5X8", "icons", "  pad  ", "ninechars" };

static void files_in(const mr_map_area_t *area)
{
    mr_view_t view;
    mr_file_t file;
    unsigned changes;

    reset();
    put_entry(0, 80, 33, "eng5X8");
    put_entry(1, 128, 0, " icons\xFF");
    put_entry(2, 1800, FLASH_BYTES - 1800, "eightchr");
    put_entry(3, 144, 5, "  pad");
    put_end(4);
    (void)mr_map_sync(area, 0, 80);
    check(mr_files_at(area, 0, &file) == MR_OK && file.offset == 80 && file.size_bytes == 33 && file.name[5] == '8');
    check(mr_files_at(area, 1, &file) == MR_OK && file.size_bytes == 0 && file.name[0] == 'i' && file.name[5] == '\0');
    check(mr_files_at(area, 2, &file) == MR_OK && file.name[7] == 'r' && file.name[8] == '\0');
    check(mr_files_at(area, 3, &file) == MR_OK && mr_files_at(area, 4, &file) == MR_NOT_FOUND);
    check(mr_files_at(area, 0xFFFFFFFFu, &file) == MR_NOT_FOUND);
    check(mr_files_open(area, "eng5X8", &view) == MR_OK && shows(&view, 80, 33));
    mr_map_unmap(&view);
    check(mr_files_open(area, "icons   ", &view) == MR_OK && view.length_bytes == 0);
    check(mr_files_open(area, "eightchr", &view) == MR_OK && shows(&view, 1800, FLASH_BYTES - 1800));
    mr_map_unmap(&view);
    check(mr_files_open(area, "eng5X", &view) == MR_NOT_FOUND && view.length_bytes == 0);
    check(mr_files_open(area, "eng5X8 2 ", &view) == MR_NOT_FOUND || view.length_bytes == 0);
    check(mr_files_open(area, "ninechars", &view) == MR_BAD_ARGUMENT);
    check(mr_files_open(area, "", &view) == MR_NOT_FOUND);
    check(mr_files_open_known(area, names, 4, 0, &view) == MR_OK && shows(&view, 80, 33));
    mr_map_unmap(&view);
    check(mr_files_open_known(area, names, 4, 1, &view) == MR_OK && view.length_bytes == 0);
    check(mr_files_open_known(area, names, 4, 2, &view) == MR_OK && shows(&view, 144, 5)); /* packed in another place */
    mr_map_unmap(&view);
    check(mr_files_open_known(area, names, 4, 3, &view) == MR_BAD_ARGUMENT);
    check(mr_files_open_known(area, names, 4, 4, &view) == MR_OUT_OF_RANGE && view.length_bytes == 0);
    changes = model_changes;
    check(mr_files_open_known(area, names, 4, 0, &view) == MR_OK && model_changes == changes);
    mr_map_unmap(&view);
    check(is_free());
}

static void files_case(void)
{
    driver_reads = 0;
    files_in(&flash);
    files_in(&words);
    check(driver_reads == 0);
    files_in(&behind_driver);
    /* By a known name: its entry, and the first where that is another. */
    driver_reads = 0;
    {
        mr_view_t view;
        check(mr_files_open_known(&behind_driver, names, 4, 0, &view) == MR_OK && driver_reads == 1);
        check(mr_files_open_known(&behind_driver, names, 4, 1, &view) == MR_OK && driver_reads == 3);
    }
    files_in(&in_memory);
}

/* Tables that lie. */
static void hostile_case(void)
{
    static const mr_map_area_t tiny = { &mr_map_memory, model_flash, 0, 15 };
    static const mr_map_area_t one = { &mr_map_memory, model_flash, 0, 48 };
    static const mr_map_area_t piece = { &mr_map_memory, model_flash + 64, 0, 128 };
    mr_view_t view;
    mr_file_t file;
    unsigned index;

    reset();
    put_end(0);
    check(mr_files_at(&in_memory, 0, &file) == MR_NOT_FOUND);
    put_entry(0, 0, 5, "zero");
    check(mr_files_open(&in_memory, "zero", &view) == MR_NOT_FOUND);
    put_entry(0, 32, FLASH_BYTES - 31, "long");
    check(mr_files_open(&in_memory, "long", &view) == MR_CORRUPT && view.length_bytes == 0);
    put_entry(0, FLASH_BYTES + 1, 0, "far");
    check(mr_files_open(&in_memory, "far", &view) == MR_CORRUPT);
    put_entry(0, 32, 0xFFFFFFF0u, "wraps");
    check(mr_files_open(&in_memory, "wraps", &view) == MR_CORRUPT);
    put_entry(0, 0xFFFFFFF0u, 0x20, "wraps");
    check(mr_files_open(&in_memory, "wraps", &view) == MR_CORRUPT);
    put_entry(0, FLASH_BYTES, 0, "end");
    check(mr_files_open(&in_memory, "end", &view) == MR_OK && view.length_bytes == 0);
    /* A file over its own entry, and a table that runs into a file. */
    put_entry(0, 8, 4, "self");
    check(mr_files_open(&in_memory, "self", &view) == MR_CORRUPT);
    put_entry(0, 32, 64, "outer");
    put_entry(1, 48, 4, "second");
    put_entry(2, 48, 4, "inner"); /* the first file's own bytes */
    check(mr_files_open(&in_memory, "second", &view) == MR_OK && shows(&view, 48, 4));
    check(mr_files_open(&in_memory, "inner", &view) == MR_CORRUPT);
    {
        static const char *const inner[] = { "x", "y", "inner" };
        check(mr_files_open_known(&in_memory, inner, 3, 2, &view) == MR_CORRUPT);
    }
    /* No end: the table is the whole area. */
    for (index = 0; index < FLASH_BYTES / 16; ++index)
        put_entry(index, FLASH_BYTES, 0, "same");
    check(mr_files_open(&in_memory, "other", &view) == MR_CORRUPT);
    check(mr_files_open(&in_memory, "same", &view) == MR_OK);
    check(mr_files_at(&in_memory, FLASH_BYTES / 16 - 1, &file) == MR_OK);
    check(mr_files_at(&in_memory, FLASH_BYTES / 16, &file) == MR_CORRUPT);
    check(mr_files_at(&tiny, 0, &file) == MR_CORRUPT && mr_files_open_known(&tiny, names, 4, 0, &view) == MR_CORRUPT);
    put_entry(0, 32, 16, "a");
    put_entry(1, 32, 17, "b");
    check(mr_files_open(&one, "a", &view) == MR_OK && mr_files_open(&one, "b", &view) == MR_CORRUPT);
    check(mr_files_open(&one, "c", &view) == MR_CORRUPT);
    /* Random bytes: whatever comes is within. */
    for (index = 0; index < 400; ++index) {
        unsigned at;
        for (at = 0; at < 128; ++at)
            model_flash[64 + at] = (uint8_t)(random_below(3) == 0 ? random_below(256) : at % 16 == 0 ? 96 : 0);
        for (at = 0; at < 8; ++at) {
            mr_status_t status = mr_files_at(&piece, at, &file);
            mix((uint32_t)status);
            check(status != MR_OK || (file.offset <= 128 && file.size_bytes <= 128 - file.offset));
        }
    }
}

/* ---- Tables. ---- */

enum { STRUCT_BYTES = 7, STRUCTS = 40 };

/* Rising keys, each twice: little-endian i16 at 1, big-endian u24 at 3, u8 at 0. */
static void fill_table(void)
{
    unsigned index;

    for (index = 0; index < STRUCTS; ++index) {
        uint8_t *bytes = model_flash + 100 + index * STRUCT_BYTES;
        unsigned key = 1000u * (index / 2);
        unsigned half = (unsigned)((int)key - 9000) & 0xFFFFu;
        bytes[0] = (uint8_t)(index / 2 * 10);
        bytes[1] = (uint8_t)half;
        bytes[2] = (uint8_t)(half >> 8);
        bytes[3] = (uint8_t)(key >> 8);
        bytes[4] = (uint8_t)key;
        bytes[5] = (uint8_t)index;
        bytes[6] = 0xA5;
    }
}

static void tables_in(const mr_map_area_t *area)
{
    static const mr_table_key_t by_half = { 1, 2, true, false }, by_large = { 3, 3, false, true };
    static const mr_table_key_t by_byte = { 0, 1, false, false };
    static const mr_table_key_t wrong = { 6, 2, false, false }, none = { 0, 0, false, false };
    uint8_t bytes[STRUCT_BYTES];
    mr_table_t table;
    mr_view_t view;
    uint32_t index;
    unsigned at;

    reset();
    fill_table();
    check(mr_map_view(area, 100, STRUCT_BYTES * STRUCTS, &view) == MR_OK);
    check(mr_table_open(&table, &view, 0) == MR_BAD_ARGUMENT && table.count == 0);
    check(mr_table_open(&table, &view, STRUCT_BYTES) == MR_OK && table.count == STRUCTS);
    check(mr_table_at(&table, 39, bytes) == MR_OK && bytes[5] == 39 && mr_table_at(&table, 40, bytes) == MR_OUT_OF_RANGE);
    check(mr_table_data(&table, 40) == NULL);
    check(view.data == NULL ? mr_table_data(&table, 1) == NULL : mr_table_data(&table, 1) == view.data + STRUCT_BYTES);
    for (at = 0; at < STRUCTS; at += 2) {
        (void)mr_table_at(&table, at, bytes);
        check(mr_table_find(&table, &by_half, bytes + 1, &index) == MR_OK && index == at);
        check(mr_table_find(&table, &by_large, bytes + 3, &index) == MR_OK && index == at);
        check(mr_table_find(&table, &by_byte, bytes, &index) == MR_OK && index == at);
        bytes[0] = (uint8_t)(bytes[0] + 1);
        check(mr_table_find(&table, &by_byte, bytes, &index) == MR_NOT_FOUND && index == at + 2);
        mix(index);
    }
    bytes[1] = 0;
    bytes[2] = 0x80; /* below all */
    check(mr_table_find(&table, &by_half, bytes + 1, &index) == MR_NOT_FOUND && index == 0);
    bytes[2] = 0x7F; /* above all */
    check(mr_table_find(&table, &by_half, bytes + 1, &index) == MR_NOT_FOUND && index == STRUCTS);
    check(mr_table_find(&table, &wrong, bytes, &index) == MR_BAD_ARGUMENT);
    check(mr_table_find(&table, &none, bytes, &index) == MR_BAD_ARGUMENT);
    mr_map_unmap(&view);
    check(mr_map_view(area, 100, STRUCT_BYTES * 3 + 1, &view) == MR_OK);
    check(mr_table_open(&table, &view, STRUCT_BYTES) == MR_CORRUPT && table.count == 3);
    mr_map_unmap(&view);
    check(mr_map_view(area, 100, 0, &view) == MR_OK && mr_table_open(&table, &view, STRUCT_BYTES) == MR_OK);
    check(table.count == 0 && mr_table_find(&table, &by_byte, bytes, &index) == MR_NOT_FOUND && index == 0);
    check(is_free());
}

static void tables_case(void)
{
    tables_in(&flash);
    tables_in(&words);
    tables_in(&behind_driver);
    tables_in(&in_memory);
}

static void run(const char *name, void (*test)(void))
{
    checks = failed = 0;
    test();
    machine_put(name);
    if (failed == 0) {
        machine_put(": ok\n");
        return;
    }
    machine_put(": failed at check ");
    machine_put_number(failed);
    machine_put("\n");
}

int main(void)
{
    model_open();
    run("bounds", bounds_case);
    run("smaller-part", smaller_part_case);
    run("references", references_case);
    run("many-users", many_users_case);
    run("no-space", no_space_case);
    run("foreign", foreign_case);
    run("aliases", aliases_case);
    run("words", words_case);
    run("random", random_case);
    run("files", files_case);
    run("hostile", hostile_case);
    run("tables", tables_case);
    machine_put("hash: ");
    machine_put_hexadecimal(hash);
    machine_put("\n");
    return 0;
}
