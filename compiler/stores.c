/* The numbers of memreg/store.h, whose comments say what they mean; see stores.h. */
#include "stores.h"

#include "block_bytes.h"

enum {
    LEAST_SECTORS = 3, MOST_HANDLES = 8188, MOST_PROGRAM_BYTES = 32, LEAST_ERASE_BYTES = 256, MOST_RING = 65535,
    USUAL_KEYED_RECORDS = 64, ENTRY_BYTES = 8, HEADER_BYTES = 16, RING_SPARE = 2
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

static void number_records(schema_store_t *store)
{
    unsigned number = 0;
    for (int ring = 0; ring < 2; ring++)
        for (size_t index = 0; index < store->record_count; index++)
            if (store->records[index].is_ring == (ring == 1))
                store->records[index].kind_number = number++;
}

static void size_store(diagnostics_t *diagnostics, schema_store_t *store)
{
    const schema_region_t *region = store->region;
    uint64_t erase = region->erase_bytes, handles = 0, ring_sectors = 0, sectors = store->size_bytes / erase;

    if (!is_flash_fit(diagnostics, store))
        return;
    number_records(store);
    for (size_t index = 0; index < store->record_count; index++) {
        schema_record_t *record = &store->records[index];
        record->value_bytes = record->most_bytes + (record->is_ring && !record->body ? 2 : 0);
        if (!record->is_ring)
            continue;
        size_ring(diagnostics, store, record);
        record->ring_number = store->ring_count++;
        ring_sectors += record->sectors;
    }
    uint64_t room = sectors > ring_sectors + LEAST_SECTORS ? (sectors - ring_sectors - 2) * erase : erase;
    for (size_t index = 0; index < store->record_count; index++) {
        schema_record_t *record = &store->records[index];
        if (record->is_ring)
            continue;
        size_indexed(diagnostics, record, erase, MOST_HANDLES - (handles < MOST_HANDLES ? handles : MOST_HANDLES),
                     room / rounded(record->value_bytes + ENTRY_BYTES, region->unit_bytes));
        record->first_handle = (uint32_t)handles;
        handles += (uint64_t)record->records * record->parts;
        if (record->parts - 1 > store->scratch)
            store->scratch = record->parts - 1;
    }
    if (handles > MOST_HANDLES)
        report_handles(diagnostics, store, handles);
    if (sectors < LEAST_SECTORS + ring_sectors || sectors > UINT16_MAX) {
        diagnostic_t *small = report(diagnostics, RULE_STORE_SIZE, store->name.span, sectors > UINT16_MAX
            ? "store '%s' has %llu erase units, of at most 65,535"
            : "store '%s' has %llu erase units: its rings need %llu, and all else at least %d", store->name.name,
            (unsigned long long)sectors, (unsigned long long)ring_sectors, LEAST_SECTORS);
        report_note(small, region->name.span, "an erase unit of '%s' has %u bytes", region->name.name, region->erase_bytes);
        return;
    }
    store->log_sectors = (uint32_t)(sectors - ring_sectors);
    store->handles = (uint32_t)handles;
    store->ram_bytes = 3 * (handles + store->scratch + 1) + 2 * store->log_sectors + 8 * store->ring_count + 20;
    store->capacity_bytes = (store->log_sectors - 2) * (erase - rounded(HEADER_BYTES, region->unit_bytes));
    uint64_t first = store->log_sectors;
    for (size_t index = 0; index < store->record_count; index++) {
        schema_record_t *record = &store->records[index];
        record->first_sector = record->is_ring ? (uint32_t)first : 0;
        first += record->sectors;
        uint64_t entry = rounded(record->value_bytes + ENTRY_BYTES, region->unit_bytes);
        record->fitting = record->is_ring ? record->records : store->capacity_bytes / entry;
        if (record->fitting > record->records)
            record->fitting = record->records;
    }
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

void size_stores(arena_t *arena, diagnostics_t *diagnostics, schema_t *schema)
{
    for (size_t index = 0; index < schema->item_count; index++) {
        if (schema->items[index].kind != SCHEMA_STORE)
            continue;
        /* The schema hands stores out as const; only this stage completes them. */
        schema_store_t *store = (schema_store_t *)schema->items[index].of.store;
        size_store(diagnostics, store);
        for (size_t record = 0; record < store->record_count; record++)
            find_defaults(arena, &store->records[record]);
    }
}
