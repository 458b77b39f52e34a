/* The numbers of memreg/store.h, whose comments say what they mean; see stores.h. */
#include "stores.h"

#include "block_bytes.h"

enum {
    LEAST_SECTORS = 3, MOST_HANDLES = 8188, MOST_PROGRAM_BYTES = 32, LEAST_ERASE_BYTES = 256, MOST_RING = 65535,
    USUAL_KEYED_RECORDS = 64, ENTRY_BYTES = 8, HEADER_BYTES = 16, RING_SPARE = 2, MOST_KINDS = 255
};

static uint64_t rounded(uint64_t bytes, uint64_t unit) { return (bytes + unit - 1) / unit * unit; }

static uint64_t parts_of(uint64_t bytes, uint64_t erase)
{
    uint64_t part = erase / 4 - 24;
    return (bytes + part - 1) / part;
}

/* ---- rings */

static void size_ring(diagnostics_t *diagnostics, const schema_store_t *store, schema_record_t *record)
{
    const schema_region_t *region = store->region;
    uint64_t unit = region->unit_bytes, records = (uint64_t)record->last_id - record->first_id + 1;
    uint64_t slot = rounded(record->value_bytes + 6, unit) + rounded(2, unit);
    uint64_t slots = (region->erase_bytes - rounded(HEADER_BYTES + 1, unit) - unit) / slot;
    slots = slots > RING_SPARE ? slots - RING_SPARE : 0;
    record->storage = STORAGE_RING;
    record->parts = 1;
    if (records > MOST_RING || !slots) {
        report(diagnostics, records > MOST_RING ? RULE_RECORD_IDS : RULE_TOO_LARGE, record->name.span, records > MOST_RING
               ? "a ring has at most 65,535 ids" : "a record of ring '%s' does not fit into an erase unit",
               record->name.name);
        record->records = 1;
        record->sectors = 1;
        return;
    }
    record->records = (uint32_t)records;
    record->sectors = (uint32_t)((records + slots - 1) / slots + 1);
}

/* ---- records with a place in the index */

static void size_indexed(diagnostics_t *diagnostics, schema_record_t *record, uint64_t erase, uint64_t left, uint64_t fitting)
{
    uint64_t ids = (uint64_t)record->last_id - record->first_id + 1, parts = parts_of(record->value_bytes, erase);
    uint64_t most = left / parts < fitting ? left / parts : fitting;
    bool is_small = record->has_ids && (!record->most_records || record->most_records >= ids) && ids * parts <= left;
    uint64_t records = record->most_records ? record->most_records : record->has_ids ? ids : USUAL_KEYED_RECORDS;
    record->storage = is_small ? STORAGE_INDEXED : STORAGE_KEYED;
    record->parts = (uint32_t)parts;
    if (!is_small && !record->most_records && records > most) {
        records = most ? most : 1;
    }
    if (!is_small && !record->most_records && record->has_ids && records < ids) {
        diagnostic_t *fewer = report(diagnostics, RULE_RECORD_COUNT, record->name.span,
                                     "the index of record '%s' has places for %llu of its %llu ids", record->name.name,
                                     (unsigned long long)records, (unsigned long long)ids);
        report_help(fewer, "'count N' behind the ids says how many there are at a time; a 'ring' needs no index");
    }
    record->records = (uint32_t)records;
}

static void report_handles(diagnostics_t *diagnostics, const schema_store_t *store, uint64_t handles)
{
    diagnostic_t *many = report(diagnostics, RULE_RECORD_IDS, store->name.span,
                                "the index of store '%s' would have %llu places, of at most %d", store->name.name,
                                (unsigned long long)handles, MOST_HANDLES);
    report_help(many, "say of fewer records that there may be so many: 'count N'");
}

/* ---- the whole */

static bool is_flash_fit(diagnostics_t *diagnostics, const schema_store_t *store)
{
    const schema_region_t *region = store->region;
    uint32_t erase = region->erase_bytes;
    if (erase >= LEAST_ERASE_BYTES && !(erase & (erase - 1)) && region->unit_bytes <= MOST_PROGRAM_BYTES
        && store->region_offset % erase == 0)
        return true;
    report(diagnostics, RULE_REGION_ATTRIBUTE, store->name.span,
           store->region_offset % erase ? "store '%s' begins within an erase unit of '%s'"
           : "store '%s' needs erase units of a power of two from 256 bytes on, programmed by at most 32: not those of '%s'",
           store->name.name, region->name.name);
    return false;
}

/* A store with its rows in the order of the table. */
typedef struct rows { schema_store_t *store; schema_record_t **rows; size_t count; } rows_t;

static rows_t rows_of(arena_t *arena, schema_store_t *store)
{
    rows_t rows = { store, NULL, store->record_count + store->earlier_count };
    rows.rows = ARENA_ARRAY(arena, schema_record_t *, rows.count + 1);
    for (size_t index = 0; index < store->record_count; index++)
        rows.rows[store->records[index].kind_number] = &store->records[index];
    for (size_t index = 0; index < store->earlier_count; index++)
        rows.rows[store->earlier[index].kind_number] = &store->earlier[index];
    return rows;
}

/* Rows of records that have none yet: rings behind the others. */
static void number_rows(schema_store_t *store, unsigned next)
{
    for (int ring = 0; ring < 2; ring++)
        for (size_t index = 0; index < store->record_count; index++)
            if (!store->records[index].is_row_kept && store->records[index].is_ring == (ring == 1))
                store->records[index].kind_number = next++;
}

static uint64_t size_rings(diagnostics_t *diagnostics, const rows_t *rows)
{
    schema_store_t *store = rows->store;
    uint64_t sectors = 0;
    store->ring_count = 0;
    for (size_t index = 0; index < rows->count; index++) {
        schema_record_t *record = rows->rows[index];
        if (record->name.name)
            record->value_bytes = record->most_bytes + (record->is_ring && !record->body ? 2 : 0);
        if (!record->is_ring)
            continue;
        size_ring(diagnostics, store, record);
        record->ring_number = store->ring_count++;
        sectors += record->sectors;
    }
    return sectors;
}

static uint64_t size_index(diagnostics_t *diagnostics, const rows_t *rows, uint64_t room)
{
    schema_store_t *store = rows->store;
    const schema_region_t *region = store->region;
    uint64_t handles = 0;
    store->scratch = 0;
    for (size_t index = 0; index < rows->count; index++) {
        schema_record_t *record = rows->rows[index];
        if (record->is_ring)
            continue;
        if (!record->is_row_kept)
            size_indexed(diagnostics, record, region->erase_bytes, MOST_HANDLES - (handles < MOST_HANDLES ? handles : MOST_HANDLES),
                         room / rounded(record->value_bytes + ENTRY_BYTES, region->unit_bytes));
        record->first_handle = (uint32_t)handles;
        handles += (uint64_t)record->records * record->parts;
        if (record->parts - 1 > store->scratch)
            store->scratch = record->parts - 1;
    }
    return handles;
}

/* Rings have sectors behind the log, and handles behind all others. */
static void place_rings(const rows_t *rows)
{
    const schema_store_t *store = rows->store;
    uint32_t sector = store->log_sectors, handle = store->handles;
    for (size_t index = 0; index < rows->count; index++) {
        schema_record_t *record = rows->rows[index];
        if (!record->is_ring)
            continue;
        record->first_sector = sector;
        record->first_handle = handle;
        sector += record->sectors;
        handle += record->records;
    }
}

static void count_fitting(const rows_t *rows)
{
    const schema_store_t *store = rows->store;
    for (size_t index = 0; index < rows->count; index++) {
        schema_record_t *record = rows->rows[index];
        uint64_t entry = rounded(record->value_bytes + ENTRY_BYTES, store->region->unit_bytes);
        record->fitting = record->is_ring ? record->records : store->capacity_bytes / entry;
        if (record->fitting > record->records)
            record->fitting = record->records;
    }
}

static void report_small(diagnostics_t *diagnostics, const schema_store_t *store, uint64_t sectors, uint64_t ring_sectors)
{
    diagnostic_t *small = report(diagnostics, RULE_STORE_SIZE, store->name.span, sectors > UINT16_MAX
        ? "store '%s' has %llu erase units, of at most 65,535"
        : "store '%s' has %llu erase units: its rings need %llu, and all else at least %d", store->name.name,
        (unsigned long long)sectors, (unsigned long long)ring_sectors, LEAST_SECTORS);
    report_note(small, store->region->name.span, "an erase unit of '%s' has %u bytes", store->region->name.name,
                store->region->erase_bytes);
}

/* `ring_sectors`: of size_rings(). `kept`: the store as a version has it whose records are kept, or NULL. Its log keeps its
 * place where rings lie behind it, and never shrinks. */
static void size_store(diagnostics_t *diagnostics, const rows_t *rows, uint64_t ring_sectors, const schema_store_t *kept)
{
    schema_store_t *store = rows->store;
    const schema_region_t *region = store->region;
    uint64_t erase = region->erase_bytes, sectors = store->size_bytes / erase;
    uint64_t room = sectors > ring_sectors + LEAST_SECTORS ? (sectors - ring_sectors - 2) * erase : erase;
    uint64_t handles = size_index(diagnostics, rows, room);

    if (handles > MOST_HANDLES)
        report_handles(diagnostics, store, handles);
    if (sectors < LEAST_SECTORS + ring_sectors || sectors > UINT16_MAX) {
        report_small(diagnostics, store, sectors, ring_sectors);
        return;
    }
    store->log_sectors = (uint32_t)(kept && kept->ring_count ? kept->log_sectors : sectors - ring_sectors);
    store->handles = (uint32_t)handles;
    store->ram_bytes = 3 * (handles + store->scratch + 1) + 2 * store->log_sectors + 12 * store->ring_count + 24;
    store->capacity_bytes = (store->log_sectors - 2) * (erase - rounded(HEADER_BYTES, region->unit_bytes));
    place_rings(rows);
    count_fitting(rows);
}

/* ---- what earlier versions have */

const schema_record_t *store_row(const schema_store_t *store, unsigned number)
{
    for (size_t index = 0; index < store->record_count; index++)
        if (store->records[index].kind_number == number)
            return &store->records[index];
    for (size_t index = 0; index < store->earlier_count; index++)
        if (store->earlier[index].kind_number == number)
            return &store->earlier[index];
    return NULL;
}

/* A row that today's records do not have: it stays as it is, since the runtime knows records by the rows before theirs.
 * They come in the order of their rows, as they stand in the lock file: the fingerprint goes by it. */
static void keep_earlier(schema_store_t *store, const schema_record_t *old)
{
    schema_record_t *kept = &store->earlier[store->earlier_count++];
    *kept = *old;
    kept->name = (schema_name_t){ .span = store->name.span };
    kept->body = NULL;
    kept->body_is_own = kept->may_drop = false;
    kept->was = NULL;
    kept->is_row_kept = true;
    kept->migrations = NULL;
    kept->migration_count = 0;
}

static void keep_row(schema_record_t *now, const schema_record_t *old)
{
    now->is_row_kept = true;
    now->kind_number = old->kind_number;
    now->storage = old->storage;
    now->records = old->records;
    now->parts = old->parts;
}

static void report_rings(diagnostics_t *diagnostics, const schema_store_t *store, const store_follow_t *follow,
                         uint64_t missing)
{
    const schema_record_t *ring = NULL;
    for (size_t index = 0; index < store->record_count; index++)
        if (store->records[index].is_ring && !store->records[index].is_row_kept)
            ring = &store->records[index];
    diagnostic_t *taken = report(diagnostics, follow->is_same_version ? RULE_LOCKED_BYTES : RULE_MIGRATION,
                                 ring ? ring->name.span : store->name.span,
                                 "%s%s%s takes %llu erase units from store '%s' as version %u has it", ring ? "ring '" : "",
                                 ring ? ring->name.name : "what is new", ring ? "'" : "", (unsigned long long)missing,
                                 store->name.name, follow->version);
    report_note(taken, follow->old->name.span, "version %u has it here", follow->version);
    report_help(taken, "let the store grow at its end: 'size %llu'", (unsigned long long)(store->size_bytes
                + missing * store->region->erase_bytes));
    report_help(taken, "or give the ring a store of its own");
    if (follow->is_same_version)
        report_help(taken, "where no firmware of version %u is in use, 'memregc lock --replace' freezes it anew",
                    follow->version);
}

void follow_store(arena_t *arena, diagnostics_t *diagnostics, const store_follow_t *follow)
{
    schema_store_t *store = follow->now;
    const schema_store_t *old = follow->old;
    size_t old_count = old->record_count + old->earlier_count;
    bool *is_kept = ARENA_ARRAY(arena, bool, old_count + 1);

    for (size_t index = 0; index < follow->pair_count; index++) {
        const record_pair_t *pair = &follow->pairs[index];
        if (pair->store != store || pair->is_other)
            continue;
        keep_row((schema_record_t *)pair->now, pair->old);
        is_kept[pair->old->kind_number] = true;
    }
    store->earlier = ARENA_ARRAY(arena, schema_record_t, old_count + 1);
    store->earlier_count = 0;
    for (unsigned number = 0; number < old_count; number++)
        if (!is_kept[number])
            keep_earlier(store, store_row(old, number));
    number_rows(store, (unsigned)old_count);
    if (store->record_count + store->earlier_count > MOST_KINDS) {
        report(diagnostics, RULE_STORE_SIZE, store->name.span, "store '%s' has %u rows of records with those of earlier "
               "versions, of at most %d", store->name.name, (unsigned)(store->record_count + store->earlier_count),
               MOST_KINDS);
        return;
    }
    const rows_t rows = rows_of(arena, store);
    uint64_t sectors = store->size_bytes / store->region->erase_bytes, ring_sectors = size_rings(diagnostics, &rows);
    uint64_t needed = old->log_sectors + ring_sectors;
    if (needed > sectors)
        report_rings(diagnostics, store, follow, needed - sectors);
    else
        size_store(diagnostics, &rows, ring_sectors, old);
}

static void find_defaults(arena_t *arena, schema_record_t *record)
{
    bool has_default = false;
    uint8_t *image = record->body ? arena_allocate(arena, record->most_bytes) : NULL;
    for (size_t index = 0; record->body && index < record->body->field_count; index++) {
        has_default |= record->body->fields[index].initial.is_set;
        field_write_default(&record->body->fields[index], image);
    }
    record->initial = has_default ? image : NULL;
}

void size_stores(arena_t *arena, diagnostics_t *diagnostics, schema_t *schema, bool is_frozen)
{
    for (size_t index = 0; index < schema->item_count; index++) {
        if (schema->items[index].kind != SCHEMA_STORE)
            continue;
        /* The schema hands stores out as const; only this stage completes them. */
        schema_store_t *store = (schema_store_t *)schema->items[index].of.store;
        if (!is_frozen)
            number_rows(store, 0);
        if (is_flash_fit(diagnostics, store)) {
            const rows_t rows = rows_of(arena, store);
            size_store(diagnostics, &rows, size_rings(diagnostics, &rows), NULL);
        }
        for (size_t record = 0; record < store->record_count; record++)
            find_defaults(arena, &store->records[record]);
    }
}
