/* Stores in dumps of flash: see store_search.h, and docs/formats.md, "Reading without the layout". */
#include "store_search.h"

#include <stdlib.h>
#include <string.h>

#include "crc.h"
#include "little_endian.h"
#include "storageat_image.h"

enum {
    STEP_BYTES = 256, HEADER_BYTES = 16, CRC_BYTES = 4, TABLE_HEAD_BYTES = 4, TABLE_ROW_BYTES = 16, MOST_ROWS = 255,
    MOST_ALIGN_SHIFT = 23, MOST_TABLES = 64, MOST_SECTORS = 0xFFFF, MOST_BASES = 8,
    MOST_UNIT_BYTES = 32
};
#define HEADER_SEED 0x3153726Du
/* Tables that are not whole cost at most as much as this many bytes. */
#define MOST_CHECKED_BYTES ((size_t)64 << 20)

typedef struct sector {
    size_t at;
    uint32_t sequence;
    uint16_t layout;
    uint8_t align_shift;
    bool is_taken;                 /* a store that was found has it */
} sector_t;

typedef struct table {
    const uint8_t *bytes;          /* the entry's payload */
    size_t count;
    size_t at;                     /* the sector in which it is */
    uint32_t erase_bytes;
    uint8_t align_shift;
    uint16_t layouts[MOST_ROWS];   /* of the table, and of those that it has grown from: one for each row */
    unsigned row_count;
} table_t;

typedef struct search {
    arena_t *arena;
    const uint8_t *bytes;
    size_t length_bytes, checked_bytes;
    uint64_t mounted_bytes;        /* of areas that were tried: images made to waste time stop there */
    sector_t *sectors;
    size_t sector_count, sector_capacity;
    table_t *tables;
    size_t table_count;
    store_found_t *found;
    size_t found_count;
} search_t;

/* ---- sectors and tables */

static bool read_sector(const uint8_t *bytes, size_t length_bytes, size_t at, sector_t *sector)
{
    const uint8_t *header = bytes + at;
    if (length_bytes - at < HEADER_BYTES)
        return false;
    *sector = (sector_t){ .at = at, .sequence = little_get_u32(header), .layout = little_get_u16(header + 8),
                          .align_shift = header[7] >> 2 };
    return sector->align_shift && sector->align_shift <= MOST_ALIGN_SHIFT && sector->sequence
        && guard_crc(GUARD_CRC32, HEADER_SEED, header, HEADER_BYTES - CRC_BYTES) == little_get_u32(header + 12);
}

bool store_search_has_sectors(const uint8_t *bytes, size_t length_bytes)
{
    sector_t sector;
    for (size_t at = 0; at < length_bytes; at += STEP_BYTES)
        if (read_sector(bytes, length_bytes, at, &sector))
            return true;
    return false;
}

static void find_sectors(search_t *search)
{
    sector_t sector;
    for (size_t at = 0; at < search->length_bytes; at += STEP_BYTES) {
        if (!read_sector(search->bytes, search->length_bytes, at, &sector))
            continue;
        if (search->sector_count == search->sector_capacity)
            search->sectors = arena_grow(search->arena, search->sectors, &search->sector_capacity, sizeof(sector_t));
        search->sectors[search->sector_count++] = sector;
    }
}

static bool has_odd_ones(unsigned bits) { return __builtin_popcount(bits) & 1; }

/* Whether a table's entry begins at `offset` of a sector. */
static bool read_table(search_t *search, const sector_t *sector, size_t offset, table_t *table)
{
    const uint8_t *entry = search->bytes + sector->at + offset;
    size_t left = search->length_bytes - sector->at - offset;
    if (left < 4 + TABLE_HEAD_BYTES + TABLE_ROW_BYTES + CRC_BYTES || has_odd_ones(little_get_u16(entry + 2)))
        return false;
    size_t count = little_get_u16(entry + 2) & 0x7FFFu;
    const uint8_t *rows = entry + 4 + TABLE_HEAD_BYTES;
    if (count < TABLE_HEAD_BYTES + TABLE_ROW_BYTES || (count - TABLE_HEAD_BYTES) % TABLE_ROW_BYTES || count + 8 > left
        || (count - TABLE_HEAD_BYTES) / TABLE_ROW_BYTES > MOST_ROWS || entry[4] < 8 || entry[4] > 24
        || entry[5] || entry[6] || entry[7] || offset >= (size_t)1 << entry[4] || rows[3] > MR_STORE_RING
        || search->checked_bytes + count > MOST_CHECKED_BYTES)
        return false;
    search->checked_bytes += count;
    uint32_t seed = ~(sector->sequence ^ (uint32_t)offset << 15);
    if (guard_crc(GUARD_CRC32, seed, entry, 4 + count) != little_get_u32(entry + 4 + count))
        return false;
    *table = (table_t){ .bytes = entry + 4, .count = count, .at = sector->at, .erase_bytes = (uint32_t)1 << entry[4],
                        .align_shift = sector->align_shift };
    uint32_t crc = guard_crc(GUARD_CRC32, 0, table->bytes, TABLE_HEAD_BYTES);
    for (; TABLE_HEAD_BYTES + (size_t)table->row_count * TABLE_ROW_BYTES < count; table->row_count++) {
        crc = guard_crc(GUARD_CRC32, crc, rows + (size_t)table->row_count * TABLE_ROW_BYTES, TABLE_ROW_BYTES);
        table->layouts[table->row_count] = (uint16_t)crc;
    }
    return true;
}

/* Whether one has grown from the other, or is the same; their sectors must lie alike. */
static bool is_related(const table_t *one, const table_t *other)
{
    size_t count = one->count < other->count ? one->count : other->count;
    return one->align_shift == other->align_shift && one->erase_bytes == other->erase_bytes
        && one->at % one->erase_bytes == other->at % one->erase_bytes && memcmp(one->bytes, other->bytes, count) == 0;
}

/* Of related tables the longest is kept. */
static void add_table(search_t *search, const table_t *table)
{
    for (size_t index = 0; index < search->table_count; index++) {
        table_t *known = &search->tables[index];
        if (!is_related(known, table))
            continue;
        if (table->count > known->count)
            *known = *table;
        return;
    }
    if (search->table_count < MOST_TABLES)
        search->tables[search->table_count++] = *table;
}

static void find_tables(search_t *search)
{
    search->tables = ARENA_ARRAY(search->arena, table_t, MOST_TABLES);
    for (size_t index = 0; index < search->sector_count; index++) {
        const sector_t *sector = &search->sectors[index];
        size_t end = index + 1 < search->sector_count ? search->sectors[index + 1].at : search->length_bytes;
        if (end - sector->at > (size_t)1 << 24)
            end = sector->at + ((size_t)1 << 24);
        size_t unit = (size_t)1 << sector->align_shift;
        const uint8_t *from = search->bytes + sector->at + HEADER_BYTES, *last = search->bytes + end;
        while (last - from >= 2 && (from = memchr(from, 0xFD, (size_t)(last - from) - 1)) != NULL) {
            table_t table;
            size_t offset = (size_t)(from - search->bytes) - sector->at;
            if (from[1] == 0xBF && offset % unit == 0 && read_table(search, sector, offset, &table))
                add_table(search, &table);
            from++;
        }
    }
}

/* ---- a table's sectors */

static bool is_of(const table_t *table, const sector_t *sector)
{
    if (sector->is_taken || sector->align_shift != table->align_shift
        || sector->at % table->erase_bytes != table->at % table->erase_bytes)
        return false;
    for (unsigned row = 0; row < table->row_count; row++)
        if (table->layouts[row] == sector->layout)
            return true;
    return false;
}

/* Whether a sector of this sequence can lie there: anywhere in the log, or where its turn in a ring is. */
static bool is_at_home(const store_plan_t *plan, uint64_t number, uint32_t sequence, bool *is_log)
{
    *is_log = number < plan->log_sectors;
    if (*is_log)
        return true;
    for (unsigned index = 0; index < plan->kind_count; index++) {
        const mr_store_kind_t *kind = &plan->kinds[index];
        uint64_t sectors = MR_STORE_RING_SECTORS(kind->records, kind->most_bytes, plan->erase_bytes,
                                                 (uint32_t)plan->program_bytes);
        if (kind->storage == MR_STORE_RING && number >= kind->first_sector && number < kind->first_sector + sectors)
            return number == kind->first_sector + (sequence - 1) % sectors;
    }
    return false;
}

/* How many of a table's sectors fit an area that begins at `base`; 0 where the table itself would not lie in the log. */
static size_t fit_base(const search_t *search, const table_t *table, const store_plan_t *plan, uint64_t base)
{
    size_t count = 0;
    bool has_log = false;
    for (size_t index = 0; index < search->sector_count; index++) {
        const sector_t *sector = &search->sectors[index];
        bool is_log;
        if (sector->at < base || !is_of(table, sector))
            continue;
        if (sector->at >= base + store_plan_bytes(plan))
            break;
        bool is_home = is_at_home(plan, (sector->at - base) / plan->erase_bytes, sector->sequence, &is_log);
        count += is_home;
        has_log |= is_home && is_log && sector->at == table->at;
    }
    return has_log ? count : 0;
}

/* Where an area with rings begins: its sectors vote, since a ring's sequences tell places. */
static bool find_base(search_t *search, const table_t *table, const store_plan_t *plan, uint64_t *base)
{
    size_t units = search->length_bytes / STEP_BYTES + 1, best_fit = 0;
    uint32_t *votes = calloc(units, sizeof *votes);
    bool is_first = true;
    if (!votes)
        out_of_memory();
    for (size_t index = 0; index < search->sector_count; index++) {
        const sector_t *sector = &search->sectors[index];
        if (!is_of(table, sector))
            continue;
        /* The log is filled from its start on; that alone counts where no ring was begun. */
        votes[sector->at / STEP_BYTES] += is_first ? 1 : 0;
        is_first = false;
        for (unsigned row = 0; row < plan->kind_count; row++) {
            const mr_store_kind_t *kind = &plan->kinds[row];
            if (kind->storage != MR_STORE_RING)
                continue;
            uint32_t sectors = MR_STORE_RING_SECTORS(kind->records, kind->most_bytes, plan->erase_bytes,
                                                     (uint32_t)plan->program_bytes);
            uint64_t before = (uint64_t)(kind->first_sector + (sector->sequence - 1) % sectors) * plan->erase_bytes;
            if (before <= sector->at)
                votes[(sector->at - before) / STEP_BYTES]++;
        }
    }
    for (unsigned tries = 0; tries < MOST_BASES; tries++) {
        size_t most = 0;
        for (size_t unit = 1; unit < units; unit++)
            if (votes[unit] > votes[most])
                most = unit;
        if (!votes[most])
            break;
        uint64_t candidate = most * (uint64_t)STEP_BYTES + table->at % STEP_BYTES;
        size_t fit = fit_base(search, table, plan, candidate);
        votes[most] = 0;
        if (fit > best_fit) {
            best_fit = fit;
            *base = candidate;
        }
    }
    free(votes);
    return best_fit != 0;
}

/* A store without rings: its sectors, up to one that another store with the same table must have. */
static bool find_extent(search_t *search, const table_t *table, store_plan_t *plan)
{
    uint8_t *is_seen = calloc(0x10000, 1);
    bool is_any = false;
    size_t last = 0;
    if (!is_seen)
        out_of_memory();
    for (size_t index = 0; index < search->sector_count; index++) {
        const sector_t *sector = &search->sectors[index];
        if (!is_of(table, sector))
            continue;
        if (is_any && (is_seen[(uint16_t)sector->sequence] || (sector->at - plan->offset) / plan->erase_bytes >= MOST_SECTORS - 8))
            break;
        if (!is_any)
            plan->offset = sector->at;
        is_seen[(uint16_t)sector->sequence] = 1;
        is_any = true;
        last = sector->at;
    }
    free(is_seen);
    plan->log_sectors = is_any ? (uint32_t)((last - plan->offset) / plan->erase_bytes + 1) : 0;
    return is_any;
}

/* Where each sector of the bytes is the store's, or was until its header was taken back for an erase, its size is known.
 * Blank ones behind it may be anything's: nothing must be written there. */
static void claim_whole(const search_t *search, const table_t *table, store_plan_t *plan)
{
    size_t sectors = search->length_bytes / table->erase_bytes, next = 0;
    if (search->length_bytes % table->erase_bytes || plan->offset % table->erase_bytes || sectors > MOST_SECTORS
        || sectors < MR_STORE_LEAST_SECTORS)
        return;
    for (size_t at = 0; at < search->length_bytes; at += table->erase_bytes) {
        while (next < search->sector_count && search->sectors[next].at < at)
            next++;
        const uint8_t *header = search->bytes + at;
        bool has_header = next < search->sector_count && search->sectors[next].at == at && is_of(table, &search->sectors[next]);
        if (!has_header && (header[7] >> 2 != table->align_shift || little_get_u32(header + 12) != 0))
            return;
    }
    plan->offset = 0;
    plan->log_sectors = (uint32_t)sectors;
    plan->is_size_known = true;
}

static bool find_place(search_t *search, const table_t *table, store_plan_t *plan)
{
    if (!store_plan_of_table(search->arena, table->bytes, table->count, plan))
        return false;
    if (plan->ring_count) {
        plan->is_size_known = true;
        return find_base(search, table, plan, &plan->offset);
    }
    if (!find_extent(search, table, plan))
        return false;
    claim_whole(search, table, plan);
    return true;
}

/* ---- how the part is programmed: what the alignment allows, and the bytes fit best */

static unsigned fit_plan(search_t *search, const store_plan_t *plan)
{
    const char *problem;
    unsigned fit = 0;
    record_t *items;
    size_t count;
    search->mounted_bytes += store_plan_bytes(plan);
    if (search->mounted_bytes > 16 * (uint64_t)search->length_bytes + MOST_CHECKED_BYTES)
        return 0;
    arena_t *arena = arena_create();
    size_t left = plan->offset < search->length_bytes ? search->length_bytes - (size_t)plan->offset : 0;
    records_t *records = store_image_open(arena, search->bytes + plan->offset, left, plan, &problem);
    if (records) {
        fit = 1 + 2 * store_image_fit(records);
        if (plan->ring_count && records->format->list(records, &items, &count))
            for (size_t index = 0; index < count; index++)
                fit += !items[index].has_address;
    }
    arena_destroy(arena);
    return fit;
}

/* Whether the runtime would align entries as the table's sectors say. */
static bool is_aligned(const table_t *table, const store_plan_t *plan)
{
    unsigned shift = 1;
    while (1u << shift < plan->program_bytes || (uint64_t)plan->log_sectors * plan->erase_bytes >> shift > 0x800000)
        shift++;
    return shift == table->align_shift;
}

static bool find_plan(search_t *search, const table_t *table, store_plan_t *best)
{
    unsigned best_fit = 0;
    for (unsigned unit = 1; unit <= MOST_UNIT_BYTES; unit *= 2) {
        for (unsigned once = 0; once < (unit > 1 ? 2u : 1u); once++) {
            store_plan_t plan = { .program_bytes = (uint16_t)unit, .programs_once = once != 0 };
            if (unit >> table->align_shift > 1 || !find_place(search, table, &plan) || !is_aligned(table, &plan))
                continue;
            unsigned fit = fit_plan(search, &plan);
            if (fit > best_fit) {
                best_fit = fit;
                *best = plan;
            }
        }
    }
    return best_fit != 0;
}

static void take_sectors(search_t *search, const table_t *table, const store_plan_t *plan)
{
    for (size_t index = 0; index < search->sector_count; index++)
        if (search->sectors[index].at >= plan->offset && search->sectors[index].at - plan->offset < store_plan_bytes(plan)
            && is_of(table, &search->sectors[index]))
            search->sectors[index].is_taken = true;
}

static void find_native(search_t *search)
{
    find_sectors(search);
    find_tables(search);
    for (size_t index = 0; index < search->table_count; index++) {
        store_plan_t plan;
        while (search->found_count < MOST_STORES_FOUND && find_plan(search, &search->tables[index], &plan)) {
            take_sectors(search, &search->tables[index], &plan);
            search->found[search->found_count++] = (store_found_t){ .is_native = true, .plan = plan, .offset = plan.offset,
                                                                    .length_bytes = store_plan_bytes(&plan) };
        }
    }
}

/* ---- StorageAT's */

static void find_storageat(search_t *search)
{
    uint64_t from = 0, offset, length;
    while (search->found_count < MOST_STORES_FOUND
           && storageat_image_find(search->bytes, search->length_bytes, from, &offset, &length)) {
        search->found[search->found_count++] = (store_found_t){ .offset = offset, .length_bytes = length };
        from = offset + length;
    }
}

static int compare_offsets(const void *left, const void *right)
{
    const store_found_t *one = left, *other = right;
    return (one->offset > other->offset) - (one->offset < other->offset);
}

size_t store_search(arena_t *arena, const uint8_t *bytes, size_t length_bytes, store_found_t **found)
{
    search_t search = { .arena = arena, .bytes = bytes, .length_bytes = length_bytes,
                        .found = ARENA_ARRAY(arena, store_found_t, MOST_STORES_FOUND) };
    find_native(&search);
    find_storageat(&search);
    qsort(search.found, search.found_count, sizeof *search.found, compare_offsets);
    *found = search.found;
    return search.found_count;
}
