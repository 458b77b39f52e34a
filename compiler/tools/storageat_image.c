/* Images of StorageAT, changed in memory; see storageat_image.h. */
#include "storageat_image.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "crc.h"
#include "little_endian.h"

enum {
    PAGE_BYTES = MR_STORAGEAT_PAGE_BYTES, PAYLOAD_BYTES = MR_STORAGEAT_PAYLOAD_BYTES,
    MACROBLOCK_BYTES = MR_STORAGEAT_MACROBLOCK_BYTES, SLOTS_BYTES = MR_STORAGEAT_SLOTS_BYTES,
    RESERVED_PAGES = 4, DATA_PAGES = 32, KEY_BYTES = 7, FORMAT_VERSION = 6,
    OFFSET_PREVIOUS = 5, OFFSET_NEXT = 9, OFFSET_KEY = 13, OFFSET_PAYLOAD = 20, OFFSET_CRC = 254,
    STATUS_DATA = 1, STATUS_EMPTY = 2, STATUS_BLOCKED = 3
};

static const uint8_t magic[] = { 0xDE, 0xC0, 0xDA, 0xBE };

/* ---- pages */

static uint16_t page_crc(const uint8_t *page)
{
    return (uint16_t)guard_crc(GUARD_CRC16, 0, page + 1, OFFSET_CRC - 1);
}

static bool is_page(const uint8_t *page)
{
    return memcmp(page, magic, sizeof magic) == 0 && (page[4] == 5 || page[4] == 6)
        && page_crc(page) == little_get_u16(page + OFFSET_CRC);
}

static void seal(uint8_t *page)
{
    memcpy(page, magic, sizeof magic);
    page[4] = FORMAT_VERSION;
    uint16_t crc = page_crc(page);
    page[OFFSET_CRC] = (uint8_t)crc;
    page[OFFSET_CRC + 1] = (uint8_t)(crc >> 8);
}

static uint32_t page_address(uint32_t macroblock, unsigned slot)
{
    return macroblock * (uint32_t)MACROBLOCK_BYTES + (RESERVED_PAGES + slot) * (uint32_t)PAGE_BYTES;
}

static void make_key(uint8_t key[KEY_BYTES], const char *prefix, uint32_t id)
{
    memset(key, 0, KEY_BYTES);
    memcpy(key, prefix, strlen(prefix));
    little_put_u32(key + 3, id);
}

/* ---- tables */

/* The first whole one of a macroblock's reserved pages; NULL where none is. */
static uint8_t *find_table(const storageat_image_t *image, uint32_t macroblock)
{
    for (unsigned copy = 0; copy < RESERVED_PAGES; copy++) {
        uint8_t *page = image->bytes + macroblock * (size_t)MACROBLOCK_BYTES + copy * (size_t)PAGE_BYTES;
        if (is_page(page))
            return page;
    }
    return NULL;
}

static uint8_t *slot_key(uint8_t *table, unsigned slot) { return table + OFFSET_PAYLOAD + slot * KEY_BYTES; }

static unsigned slot_status(const uint8_t *table, unsigned slot)
{
    return table[OFFSET_PAYLOAD + DATA_PAGES * KEY_BYTES + slot / 4] >> slot % 4 * 2 & 3u;
}

static void set_slot(uint8_t *table, unsigned slot, unsigned status, const uint8_t *key)
{
    uint8_t *statuses = &table[OFFSET_PAYLOAD + DATA_PAGES * KEY_BYTES + slot / 4];
    *statuses = (uint8_t)((*statuses & ~(3u << slot % 4 * 2)) | status << slot % 4 * 2);
    if (key)
        memcpy(slot_key(table, slot), key, KEY_BYTES);
    else
        memset(slot_key(table, slot), 0, KEY_BYTES);
}

static uint8_t *make_table(const storageat_image_t *image, uint32_t macroblock)
{
    uint8_t *table = image->bytes + macroblock * (size_t)MACROBLOCK_BYTES;
    memset(table, 0xFF, RESERVED_PAGES * PAGE_BYTES);
    memset(table, 0, PAGE_BYTES);
    for (unsigned slot = 0; slot < DATA_PAGES; slot++)
        set_slot(table, slot, STATUS_EMPTY, NULL);
    seal(table);
    return table;
}

/* What was read of the bytes before they changed is forgotten. */
static void forget(storageat_image_t *image) { image->reader.table_of = UINT32_MAX; }

/* ---- the image as flash */

static mr_status_t read_bytes(void *context, uint32_t offset, void *data, size_t length)
{
    const storageat_image_t *image = context;
    if (offset > image->size_bytes || length > image->size_bytes - offset)
        return MR_OUT_OF_RANGE;
    memcpy(data, image->bytes + offset, length);
    return MR_OK;
}

static const mr_flash_driver_t image_driver = { read_bytes, NULL, NULL };

bool storageat_image_is(const uint8_t *bytes, size_t size_bytes)
{
    for (size_t base = 0; size_bytes - base >= MACROBLOCK_BYTES; base += MACROBLOCK_BYTES)
        for (unsigned page = 0; page < RESERVED_PAGES + 1; page++)
            if (is_page(bytes + base + page * (size_t)PAGE_BYTES))
                return true;
    return false;
}

/* ---- images within a flash */

typedef struct search { const uint8_t *bytes; uint64_t from, units; const bool *is_page; } search_t;

static bool has_page(const search_t *search, uint64_t base, uint32_t address)
{
    uint64_t at = base + address;
    return address % PAGE_BYTES == 0 && at / PAGE_BYTES < search->units && search->is_page[at / PAGE_BYTES];
}

/* Whether the page there is a table at a table's place, or one of a chain whose neighbours know it, in an image from
 * `base` on. */
static bool is_at_home(const search_t *search, uint64_t base, uint64_t unit)
{
    uint64_t at = unit * PAGE_BYTES;
    if (at < base || (at - base) / MACROBLOCK_BYTES >= UINT32_MAX / MACROBLOCK_BYTES)
        return false;
    uint32_t own = (uint32_t)(at - base), previous = little_get_u32(search->bytes + at + OFFSET_PREVIOUS);
    uint32_t next = little_get_u32(search->bytes + at + OFFSET_NEXT);
    bool is_table = own / PAGE_BYTES % (RESERVED_PAGES + DATA_PAGES) < RESERVED_PAGES;
    if (is_table || !previous)
        return is_table && !previous;
    return (previous == own || (has_page(search, base, previous)
                                && little_get_u32(search->bytes + base + previous + OFFSET_NEXT) == own))
        && (next == own || (has_page(search, base, next)
                            && little_get_u32(search->bytes + base + next + OFFSET_PREVIOUS) == own));
}

/* Of the bases that pages name (that of a chain its own address) the one at which most of them are at home. */
static bool find_base(const search_t *search, uint64_t *base, uint64_t *length_bytes)
{
    enum { MOST_TRIES = 8 };
    uint32_t *votes = calloc(search->units + 1, sizeof *votes);
    uint64_t best_count = 0;
    if (!votes)
        out_of_memory();
    for (uint64_t unit = search->from / PAGE_BYTES; unit < search->units; unit++) {
        const uint8_t *page = search->bytes + unit * PAGE_BYTES;
        uint32_t previous = search->is_page[unit] ? little_get_u32(page + OFFSET_PREVIOUS) : 1;
        if (previous % PAGE_BYTES == 0 && unit - search->from / PAGE_BYTES >= previous / PAGE_BYTES)
            votes[unit - previous / PAGE_BYTES]++;
    }
    for (unsigned tries = 0; tries < MOST_TRIES; tries++) {
        uint64_t most = 0, count = 0, end = 0;
        for (uint64_t unit = 0; unit < search->units; unit++)
            if (votes[unit] > votes[most])
                most = unit;
        if (!votes[most])
            break;
        votes[most] = 0;
        for (uint64_t unit = most; unit < search->units; unit++)
            if (search->is_page[unit] && is_at_home(search, most * PAGE_BYTES, unit)) {
                count++;
                end = (unit - most) / (RESERVED_PAGES + DATA_PAGES) + 1;
            }
        if (count > best_count) {
            best_count = count;
            *base = most * PAGE_BYTES;
            *length_bytes = end * MACROBLOCK_BYTES;
        }
    }
    free(votes);
    return best_count != 0;
}

bool storageat_image_find(const uint8_t *bytes, uint64_t size_bytes, uint64_t from, uint64_t *offset, uint64_t *length_bytes)
{
    uint64_t units = size_bytes / PAGE_BYTES, first = (from + PAGE_BYTES - 1) / PAGE_BYTES;
    bool *pages = calloc((size_t)units + 1, sizeof *pages), is_any = false;
    if (!pages)
        out_of_memory();
    for (uint64_t unit = first; unit < units; unit++)
        is_any |= pages[unit] = is_page(bytes + unit * PAGE_BYTES);
    bool is_found = is_any && find_base(&(search_t){ bytes, first * PAGE_BYTES, units, pages }, offset, length_bytes);
    free(pages);
    return is_found && size_bytes - *offset >= MACROBLOCK_BYTES;
}

bool storageat_image_open(storageat_image_t *image, uint8_t *bytes, size_t size_bytes)
{
    if (size_bytes > UINT32_MAX)
        return false;
    *image = (storageat_image_t){ .bytes = bytes, .size_bytes = (uint32_t)size_bytes };
    image->geometry = (mr_flash_geometry_t){ image->size_bytes, PAGE_BYTES, PAGE_BYTES, PAGE_BYTES, false };
    image->flash = (mr_flash_t){ &image_driver, &image->geometry, image };
    return mr_storageat_open(&image->reader, &image->flash) == MR_OK;
}

void storageat_image_format(storageat_image_t *image)
{
    memset(image->bytes, 0xFF, image->size_bytes);
    for (uint32_t macroblock = 0; macroblock < image->reader.macroblock_count; macroblock++)
        (void)make_table(image, macroblock);
    forget(image);
}

/* ---- records */

/* Calls `each` for every page of every record that is whole; pages of damaged records are called with is_whole false as far
 * as their chain can be followed. */
typedef void (*page_visit_t)(void *context, uint32_t address, const mr_storageat_record_t *record, bool is_whole);

static void visit_pages(storageat_image_t *image, page_visit_t each, void *context)
{
    mr_storageat_record_t record;
    for (mr_status_t status = mr_storageat_next(&image->reader, &record, true); status != MR_NOT_FOUND;
         status = mr_storageat_next(&image->reader, &record, false)) {
        uint32_t address = record.address;
        for (uint32_t page = 0; page < record.capacity_bytes / PAYLOAD_BYTES; page++) {
            uint32_t next = little_get_u32(image->bytes + address + OFFSET_NEXT);
            each(context, address, &record, status == MR_OK);
            address = next;
        }
    }
}

/* Slots for the pages whose table is lost; `is_lost` has an element for each macroblock. */
typedef struct rebuild { storageat_image_t *image; uint8_t *tables; const bool *is_lost; } rebuild_t;

static void rebuild_slot(void *context, uint32_t address, const mr_storageat_record_t *record, bool is_whole)
{
    rebuild_t *rebuild = context;
    uint32_t macroblock = address / MACROBLOCK_BYTES;
    uint8_t key[KEY_BYTES];
    if (!is_whole || !rebuild->is_lost[macroblock])
        return;
    make_key(key, record->prefix, record->id);
    memcpy(key, record->prefix, 3);
    set_slot(rebuild->tables + macroblock * (size_t)PAGE_BYTES, address % MACROBLOCK_BYTES / PAGE_BYTES - RESERVED_PAGES,
             STATUS_DATA, key);
}

unsigned storageat_image_repair(storageat_image_t *image)
{
    uint32_t count = image->reader.macroblock_count;
    bool *is_lost = calloc(count, sizeof *is_lost);
    uint8_t *tables = calloc(count, PAGE_BYTES);
    unsigned lost_count = 0;
    if (!is_lost || !tables)
        abort();
    for (uint32_t macroblock = 0; macroblock < count; macroblock++) {
        is_lost[macroblock] = !find_table(image, macroblock);
        lost_count += is_lost[macroblock];
        for (unsigned slot = 0; slot < DATA_PAGES; slot++)
            set_slot(tables + macroblock * (size_t)PAGE_BYTES, slot, STATUS_EMPTY, NULL);
    }
    if (lost_count)
        visit_pages(image, rebuild_slot, &(rebuild_t){ image, tables, is_lost });
    for (uint32_t macroblock = 0; macroblock < count; macroblock++) {
        if (!is_lost[macroblock])
            continue;
        uint8_t *table = make_table(image, macroblock);
        memcpy(table + OFFSET_PAYLOAD, tables + macroblock * (size_t)PAGE_BYTES + OFFSET_PAYLOAD, SLOTS_BYTES);
        seal(table);
    }
    free(is_lost);
    free(tables);
    forget(image);
    return lost_count;
}

/* Slots that hold pages of this key; with `frees` they are made empty. */
static uint32_t count_slots(storageat_image_t *image, const uint8_t *key, bool frees)
{
    uint32_t count = 0;
    for (uint32_t macroblock = 0; macroblock < image->reader.macroblock_count; macroblock++) {
        uint8_t *table = find_table(image, macroblock);
        uint32_t before = count;
        for (unsigned slot = 0; table && slot < DATA_PAGES; slot++) {
            if (slot_status(table, slot) != STATUS_DATA || memcmp(slot_key(table, slot), key, KEY_BYTES) != 0)
                continue;
            count++;
            if (frees)
                set_slot(table, slot, STATUS_EMPTY, NULL);
        }
        if (frees && count != before)
            seal(table);
    }
    forget(image);
    return count;
}

void storageat_image_count(storageat_image_t *image, uint32_t *free_pages, uint32_t *all_pages)
{
    *free_pages = *all_pages = 0;
    for (uint32_t macroblock = 0; macroblock < image->reader.macroblock_count; macroblock++) {
        const uint8_t *table = find_table(image, macroblock);
        for (unsigned slot = 0; table && slot < DATA_PAGES; slot++) {
            *free_pages += slot_status(table, slot) == STATUS_EMPTY;
            *all_pages += slot_status(table, slot) != STATUS_BLOCKED;
        }
    }
}

static void write_page(storageat_image_t *image, uint32_t address, uint32_t previous, const uint8_t *key,
                       const uint8_t *data, uint32_t length)
{
    uint8_t *page = image->bytes + address;
    memset(page, 0, PAGE_BYTES);
    little_put_u32(page + OFFSET_PREVIOUS, previous);
    little_put_u32(page + OFFSET_NEXT, address);
    memcpy(page + OFFSET_KEY, key, KEY_BYTES);
    memcpy(page + OFFSET_PAYLOAD, data, length);
    seal(page);
}

mr_status_t storageat_image_put(storageat_image_t *image, const char *prefix, uint32_t id, const void *data,
                                uint32_t length)
{
    const uint8_t *from = data;
    uint8_t key[KEY_BYTES];
    uint32_t free_pages, all_pages, previous = UINT32_MAX;
    size_t prefix_length = strlen(prefix);

    if (!length || !prefix_length || prefix_length > 3)
        return MR_BAD_ARGUMENT;
    make_key(key, prefix, id);
    (void)storageat_image_repair(image);
    storageat_image_count(image, &free_pages, &all_pages);
    if ((length - 1) / PAYLOAD_BYTES + 1 > free_pages + count_slots(image, key, false))
        return MR_NO_SPACE;
    (void)count_slots(image, key, true);
    for (uint32_t macroblock = 0; length; macroblock++) {
        uint8_t *table = find_table(image, macroblock);
        for (unsigned slot = 0; length && slot < DATA_PAGES; slot++) {
            if (slot_status(table, slot) != STATUS_EMPTY)
                continue;
            uint32_t address = page_address(macroblock, slot), count = length < PAYLOAD_BYTES ? length : PAYLOAD_BYTES;
            write_page(image, address, previous == UINT32_MAX ? address : previous, key, from, count);
            if (previous != UINT32_MAX) {
                little_put_u32(image->bytes + previous + OFFSET_NEXT, address);
                seal(image->bytes + previous);
            }
            set_slot(table, slot, STATUS_DATA, key);
            previous = address;
            from += count;
            length -= count;
        }
        seal(table);
    }
    forget(image);
    return MR_OK;
}

mr_status_t storageat_image_delete(storageat_image_t *image, const char *prefix, uint32_t id)
{
    uint8_t key[KEY_BYTES];
    if (!*prefix || strlen(prefix) > 3)
        return MR_BAD_ARGUMENT;
    make_key(key, prefix, id);
    (void)storageat_image_repair(image);
    return count_slots(image, key, true) ? MR_OK : MR_NOT_FOUND;
}

/* ---- checking */

typedef struct check {
    storageat_image_t *image;
    storageat_finding_t finding;
    void *context;
    unsigned count;
    bool *is_owned;            /* of each page: some record's chain comes over it */
} check_t;

static void found(check_t *check, uint32_t address, const char *message)
{
    check->finding(check->context, address, message);
    check->count++;
}

static void own(void *context, uint32_t address, const mr_storageat_record_t *record, bool is_whole)
{
    (void)record, (void)is_whole;
    ((check_t *)context)->is_owned[address / PAGE_BYTES] = true;
}

static void check_slots(check_t *check, uint32_t macroblock)
{
    uint8_t *table = find_table(check->image, macroblock);
    uint32_t base = macroblock * (uint32_t)MACROBLOCK_BYTES;
    if (!table) {
        found(check, base, "the macroblock's table is lost");
        return;
    }
    for (unsigned slot = 0; slot < DATA_PAGES; slot++) {
        uint32_t address = page_address(macroblock, slot);
        const uint8_t *page = check->image->bytes + address;
        if (slot_status(table, slot) == 0)
            found(check, address, "the page's status in its table was never written");
        if (slot_status(table, slot) != STATUS_DATA)
            continue;
        if (!is_page(page))
            found(check, address, "the table names a page here, but it is damaged");
        else if (memcmp(page + OFFSET_KEY, slot_key(table, slot), KEY_BYTES) != 0)
            found(check, address, "the table gives this page another key than it bears");
        else if (!check->is_owned[address / PAGE_BYTES])
            found(check, address, "the page belongs to no record: no chain leads to it");
    }
}

/* A record's key and place, for sorting. */
typedef struct keyed { uint8_t key[KEY_BYTES]; bool is_recovered; uint32_t address; } keyed_t;

/* By key; of equal keys the one that is found comes first. */
static int compare_keyed(const void *left, const void *right)
{
    const keyed_t *one = left, *other = right;
    int order = memcmp(one->key, other->key, KEY_BYTES);
    return order ? order : one->is_recovered != other->is_recovered ? one->is_recovered - other->is_recovered
        : (one->address > other->address) - (one->address < other->address);
}

static void check_records(check_t *check)
{
    mr_storageat_record_t record;
    size_t count = 0;
    keyed_t *records = calloc(check->image->size_bytes / PAGE_BYTES + 1, sizeof *records);
    if (!records)
        abort();
    for (mr_status_t status = mr_storageat_next(&check->image->reader, &record, true); status != MR_NOT_FOUND;
         status = mr_storageat_next(&check->image->reader, &record, false)) {
        keyed_t *keyed = &records[count++];
        if (status != MR_OK)
            found(check, record.address, "the record that begins here is damaged");
        memcpy(keyed->key, check->image->bytes + record.address + OFFSET_KEY, KEY_BYTES);
        keyed->is_recovered = record.is_recovered;
        keyed->address = record.address;
    }
    qsort(records, count, sizeof *records, compare_keyed);
    for (size_t index = 1; index < count; index++)
        if (memcmp(records[index].key, records[index - 1].key, KEY_BYTES) == 0)
            found(check, records[index].address, "another record has this key, too, and is found instead");
    free(records);
}

unsigned storageat_image_check(storageat_image_t *image, storageat_finding_t finding, void *context)
{
    check_t check = { image, finding, context, 0, calloc(image->size_bytes / PAGE_BYTES + 1, sizeof(bool)) };
    if (!check.is_owned)
        abort();
    forget(image);
    visit_pages(image, own, &check);
    for (uint32_t macroblock = 0; macroblock < image->reader.macroblock_count; macroblock++)
        check_slots(&check, macroblock);
    check_records(&check);
    free(check.is_owned);
    return check.count;
}
