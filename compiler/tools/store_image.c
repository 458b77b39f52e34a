/* Native stores in images: see store_image.h. What a mount would repair is told by comparing the copy that was mounted with
 * the bytes as they were. */
#include "store_image.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../runtime/src/store_internal.h"

enum {
    LEAST_SHIFT = 8, MOST_SHIFT = 24, TABLE_HEAD_BYTES = 4, TABLE_ROW_BYTES = 16, USUAL_PAGE_BYTES = 256,
    MOST_SECTORS = 0xFFFF, SPARE_SECTORS = 3
};
#define MOST_AREA_BYTES ((uint64_t)1 << 31)
#define LEAST_BUDGET ((uint64_t)32 << 20)

/* Flash in memory. A budget bounds how long an image that was made to waste time can take. */
typedef struct medium { uint8_t *cells; uint32_t size_bytes, erase_bytes; uint64_t budget; bool is_spent; } medium_t;

typedef struct store_image {
    records_t face;
    store_plan_t plan;
    const uint8_t *original;       /* the area before it was mounted, with the spare sectors */
    medium_t medium, original_medium;
    mr_flash_geometry_t geometry;
    mr_store_config_t config, original_config;
    mr_store_t store;
    mr_store_t before;             /* the original, to be walked over: not mounted, no index */
    mr_status_t mounted;
} store_image_t;

/* ---- plans */

uint64_t store_plan_bytes(const store_plan_t *plan)
{
    return (uint64_t)(plan->log_sectors + plan->ring_sectors) * plan->erase_bytes;
}

/* As the compiler's glue does. */
static void choose_calls(mr_store_kind_t *kind)
{
    kind->calls = kind->storage == MR_STORE_RING ? &mr_store_ring_calls
                : kind->storage == MR_STORE_KEYED || kind->parts > 1 ? &mr_store_tagged_calls : NULL;
}

void store_plan_of_schema(arena_t *arena, const schema_store_t *store, store_plan_t *plan)
{
    const schema_region_t *region = store->region;
    *plan = (store_plan_t){ .is_size_known = true, .is_from_layout = true, .erase_bytes = region->erase_bytes,
                            .page_bytes = (uint16_t)region->page_bytes, .program_bytes = (uint16_t)region->unit_bytes,
                            .programs_once = region->programs_once, .log_sectors = store->log_sectors,
                            .handles = store->handles, .scratch = store->scratch, .ring_count = store->ring_count,
                            .kind_count = (unsigned)store->record_count,
                            .kinds = ARENA_ARRAY(arena, mr_store_kind_t, store->record_count + 1) };
    for (size_t index = 0; index < store->record_count; index++) {
        const schema_record_t *record = &store->records[index];
        bool is_keyed = record->storage == STORAGE_KEYED;
        mr_store_kind_t *kind = &plan->kinds[record->kind_number];
        memcpy(kind->prefix, record->prefix, strlen(record->prefix));
        kind->storage = record->storage == STORAGE_RING ? MR_STORE_RING : is_keyed ? MR_STORE_KEYED : MR_STORE_INDEXED;
        kind->first_id = is_keyed ? 0 : record->first_id;
        kind->last_id = is_keyed ? UINT32_MAX : record->last_id;
        kind->most_bytes = record->value_bytes;
        kind->first_handle = record->first_handle;
        kind->records = (uint16_t)record->records;
        kind->parts = (uint16_t)record->parts;
        kind->first_sector = (uint16_t)record->first_sector;
        kind->ring = (uint8_t)record->ring_number;
        choose_calls(kind);
        plan->ring_sectors += record->sectors;
    }
}

static bool is_prefix(const uint8_t prefix[3])
{
    return prefix[0] && (prefix[1] || !prefix[2]);
}

/* A ring's place and size follow from those before it, and from how the part is programmed. */
static bool plan_ring(store_plan_t *plan, mr_store_kind_t *kind, uint32_t place)
{
    uint32_t unit = plan->program_bytes, slot;
    if (kind->most_bytes >= plan->erase_bytes)
        return false;
    slot = MR_STORE_RING_SLOT_BYTES(kind->most_bytes, unit);
    if (MR_STORE_ALIGN(17u, unit) + unit + slot * (MR_STORE_RING_SPARE + 1) > plan->erase_bytes)
        return false;
    if (!plan->ring_count)
        plan->log_sectors = place;
    if (place != plan->log_sectors + plan->ring_sectors || place < MR_STORE_LEAST_SECTORS)
        return false;
    kind->parts = 1;
    kind->first_sector = (uint16_t)place;
    kind->ring = (uint8_t)plan->ring_count++;
    plan->ring_sectors += MR_STORE_RING_SECTORS(kind->records, kind->most_bytes, plan->erase_bytes, unit);
    return plan->log_sectors + plan->ring_sectors <= MOST_SECTORS;
}

static bool plan_kind(store_plan_t *plan, mr_store_kind_t *kind, uint32_t place)
{
    uint32_t parts;
    if (plan->ring_count || place != plan->handles || kind->most_bytes > INT32_MAX)
        return false;
    parts = MR_STORE_PARTS(kind->most_bytes, plan->erase_bytes);
    if (parts > MR_STORE_MOST_HANDLES || plan->handles + parts * kind->records > MR_STORE_MOST_HANDLES)
        return false;
    kind->parts = (uint16_t)parts;
    kind->first_handle = plan->handles;
    plan->handles += parts * kind->records;
    if (parts - 1 > plan->scratch)
        plan->scratch = parts - 1;
    return true;
}

bool store_plan_of_table(arena_t *arena, const uint8_t *table, size_t table_bytes, store_plan_t *plan)
{
    if (table_bytes < TABLE_HEAD_BYTES + TABLE_ROW_BYTES || (table_bytes - TABLE_HEAD_BYTES) % TABLE_ROW_BYTES
        || table[0] < LEAST_SHIFT || table[0] > MOST_SHIFT)
        return false;
    plan->erase_bytes = (uint32_t)1 << table[0];
    plan->kind_count = (unsigned)((table_bytes - TABLE_HEAD_BYTES) / TABLE_ROW_BYTES);
    plan->handles = plan->scratch = plan->ring_count = plan->ring_sectors = 0;
    plan->page_bytes = plan->erase_bytes < USUAL_PAGE_BYTES ? (uint16_t)plan->erase_bytes : USUAL_PAGE_BYTES;
    if (plan->kind_count > UINT8_MAX)
        return false;
    plan->kinds = ARENA_ARRAY(arena, mr_store_kind_t, plan->kind_count);
    for (unsigned index = 0; index < plan->kind_count; index++) {
        const uint8_t *row = table + TABLE_HEAD_BYTES + index * (size_t)TABLE_ROW_BYTES;
        mr_store_kind_t *kind = &plan->kinds[index];
        uint32_t place = store_u16(row + 12);
        *kind = (mr_store_kind_t){ .prefix = { row[0], row[1], row[2] }, .storage = row[3], .first_id = store_u32(row + 4),
                                   .most_bytes = store_u32(row + 8), .records = store_u16(row + 14) };
        kind->last_id = kind->storage == MR_STORE_KEYED ? UINT32_MAX : kind->first_id + (kind->records - 1u);
        if (!is_prefix(kind->prefix) || kind->storage > MR_STORE_RING || !kind->records || !kind->most_bytes
            || kind->last_id < kind->first_id || (kind->storage == MR_STORE_KEYED && kind->first_id))
            return false;
        if (kind->storage == MR_STORE_RING ? !plan_ring(plan, kind, place) : !plan_kind(plan, kind, place))
            return false;
        choose_calls(kind);
    }
    return true;
}

/* ---- flash in memory */

static bool takes(medium_t *medium, uint32_t offset, size_t length)
{
    uint64_t cost = 16 + length;
    if (medium->budget < cost)
        medium->is_spent = true;
    if (medium->is_spent || offset > medium->size_bytes || length > medium->size_bytes - offset)
        return false;
    medium->budget -= cost;
    return true;
}

static mr_status_t read_cells(void *context, uint32_t offset, void *data, size_t length)
{
    medium_t *medium = context;
    if (!takes(medium, offset, length))
        return MR_ERROR;
    memcpy(data, medium->cells + offset, length);
    return MR_OK;
}

static mr_status_t program_cells(void *context, uint32_t offset, const void *data, size_t length)
{
    medium_t *medium = context;
    const uint8_t *from = data;
    if (!takes(medium, offset, length))
        return MR_ERROR;
    for (size_t index = 0; index < length; index++)
        medium->cells[offset + index] &= from[index];
    return MR_OK;
}

static mr_status_t erase_cells(void *context, uint32_t offset)
{
    medium_t *medium = context;
    if (!takes(medium, offset, medium->erase_bytes))
        return MR_ERROR;
    memset(medium->cells + offset, 0xFF, medium->erase_bytes);
    return MR_OK;
}

static const mr_flash_driver_t image_driver = { read_cells, program_cells, erase_cells };

/* ---- records */

/* Each piece of work has a budget of its own: many times what an image that is sound needs. */
static store_image_t *begin(store_image_t *image)
{
    image->medium.budget = image->original_medium.budget = 64 * (uint64_t)image->medium.size_bytes + LEAST_BUDGET;
    image->medium.is_spent = image->original_medium.is_spent = false;
    return image;
}

static store_image_t *image_of(records_t *records) { return begin((store_image_t *)records); }

static bool is_ring(const mr_store_kind_t *kind) { return kind->storage == MR_STORE_RING; }

/* No value has more bytes than the area, whatever the table says. */
static uint32_t most_bytes(const store_image_t *image, const mr_store_kind_t *kind)
{
    return kind->most_bytes < image->face.length_bytes ? kind->most_bytes : (uint32_t)image->face.length_bytes;
}

static void copy_prefix(char to[4], const mr_store_kind_t *kind)
{
    memcpy(to, kind->prefix, 3);
    to[3] = 0;
}

static const mr_store_kind_t *kind_named(const store_image_t *image, const char *prefix)
{
    char other[4];
    for (unsigned index = 0; index < image->plan.kind_count; index++) {
        copy_prefix(other, &image->plan.kinds[index]);
        if (strcmp(other, prefix) == 0)
            return &image->plan.kinds[index];
    }
    return NULL;
}

/* Where an id is, or may go, counted from the kind's first; kind->records where there is no room. */
static mr_status_t find_number(store_image_t *image, const mr_store_kind_t *kind, uint32_t id, uint32_t *number)
{
    store_begin(&image->store);
    *number = id - kind->first_id;
    if (kind->calls)
        return kind->calls->find(&image->store, kind, id, number);
    return store_is_record(&image->store, (unsigned)(kind->first_handle + *number)) ? MR_OK : MR_NOT_FOUND;
}

/* The bytes of a value of which not all are whole: those of its first entry, as they read. */
static uint32_t left_of(store_image_t *image, const mr_store_kind_t *kind, unsigned slot)
{
    entry_t entry = { .from = store_place(&image->store, slot) };
    uint32_t part = store_part_bytes(&image->store), data = kind->most_bytes < part ? kind->most_bytes : part;
    unsigned key = kind->calls ? kind->calls->full_payload(&image->store, kind, 0) - data : 0;
    store_begin(&image->store);
    if (!store_read_lead(&image->store, &entry) || entry.payload < key)
        return 0;
    return entry.payload - key < kind->most_bytes ? entry.payload - key : kind->most_bytes;
}

static bool fill_record(store_image_t *image, const mr_store_kind_t *kind, unsigned slot, uint8_t *buffer, record_t *record)
{
    size_t length = 0;
    mr_status_t status = MR_CORRUPT;
    *record = (record_t){ .has_id = true, .id = kind->first_id + (slot - kind->first_handle), .has_address = true,
                          .address = store_place(&image->store, slot), .note = "" };
    copy_prefix(record->prefix, kind);
    store_begin(&image->store);
    if (kind->calls)
        record->has_id = kind->calls->id_at(&image->store, kind, slot - kind->first_handle, &record->id) == MR_OK;
    if (record->has_id)
        status = mr_store_get(&image->store, (unsigned)(kind - image->plan.kinds), record->id, buffer,
                              most_bytes(image, kind), &length);
    else
        record->id = 0;
    record->is_damaged = status != MR_OK;
    record->length_bytes = status == MR_OK ? (uint32_t)length : left_of(image, kind, slot);
    return status == MR_OK || status == MR_CORRUPT || status == MR_OUT_OF_RANGE;
}

typedef struct found { record_t *items; size_t count, capacity; } found_t;

static record_t *add_record(store_image_t *image, found_t *found)
{
    if (found->count == found->capacity)
        found->items = arena_grow(image->face.arena, found->items, &found->capacity, sizeof *found->items);
    return &found->items[found->count++];
}

static int compare_ids(const void *left, const void *right)
{
    const record_t *one = left, *other = right;
    return one->has_id != other->has_id ? other->has_id - one->has_id : (one->id > other->id) - (one->id < other->id);
}

static bool list_slots(store_image_t *image, const mr_store_kind_t *kind, uint8_t *buffer, found_t *found)
{
    size_t first = found->count;
    for (unsigned number = 0; number < kind->records; number++) {
        unsigned slot = (unsigned)kind->first_handle + number;
        if (store_is_record(&image->store, slot)
            && !fill_record(image, kind, slot, buffer, add_record(image, found)))
            return false;
    }
    if (found->count > first)
        qsort(found->items + first, found->count - first, sizeof *found->items, compare_ids);
    return true;
}

static bool list_ring(store_image_t *image, const mr_store_kind_t *kind, found_t *found)
{
    for (uint32_t number = 0; number < kind->records; number++) {
        mr_status_t status = mr_store_ring_calls.get(&image->store, kind, kind->first_id + number, NULL, 0, NULL);
        if (status == MR_NOT_FOUND)
            continue;
        if (status != MR_OUT_OF_RANGE)
            return false;
        record_t *record = add_record(image, found);
        *record = (record_t){ .has_id = true, .id = kind->first_id + number, .length_bytes = kind->most_bytes, .note = "" };
        copy_prefix(record->prefix, kind);
    }
    return true;
}

static bool list(records_t *records, record_t **items, size_t *count)
{
    store_image_t *image = image_of(records);
    found_t found = { 0 };
    bool is_good = true;
    for (unsigned index = 0; is_good && index < image->plan.kind_count; index++) {
        const mr_store_kind_t *kind = &image->plan.kinds[index];
        uint8_t *buffer = is_ring(kind) ? NULL : malloc((size_t)most_bytes(image, kind) + 1);
        if (!is_ring(kind) && !buffer)
            out_of_memory();
        is_good = is_ring(kind) ? list_ring(image, kind, &found) : list_slots(image, kind, buffer, &found);
        free(buffer);
    }
    *items = found.items;
    *count = found.count;
    return is_good;
}

static mr_status_t get(records_t *records, const char *prefix, uint32_t id, const uint8_t **bytes, uint32_t *length_bytes)
{
    store_image_t *image = image_of(records);
    const mr_store_kind_t *kind = kind_named(image, prefix);
    size_t length = 0;
    uint32_t number;
    if (!kind || id < kind->first_id || id > kind->last_id)
        return MR_NOT_FOUND;
    uint8_t *buffer = calloc((size_t)most_bytes(image, kind) + 1, 1);
    if (!buffer)
        out_of_memory();
    mr_status_t status = mr_store_get(&image->store, (unsigned)(kind - image->plan.kinds), id, buffer,
                                      most_bytes(image, kind), &length);
    if (status == MR_CORRUPT || status == MR_OUT_OF_RANGE) {
        status = MR_CORRUPT;
        length = !is_ring(kind) && find_number(image, kind, id, &number) == MR_OK
            ? left_of(image, kind, (unsigned)(kind->first_handle + number)) : 0;
    }
    if (length > most_bytes(image, kind))
        length = most_bytes(image, kind);
    *length_bytes = (uint32_t)length;
    *bytes = (const uint8_t *)arena_copy(records->arena, (const char *)buffer, length);
    free(buffer);
    return status;
}

static mr_status_t put(records_t *records, const char *prefix, uint32_t id, const uint8_t *bytes, uint32_t length_bytes)
{
    store_image_t *image = image_of(records);
    const mr_store_kind_t *kind = kind_named(image, prefix);
    return kind ? mr_store_put(&image->store, (unsigned)(kind - image->plan.kinds), id, bytes, length_bytes) : MR_BAD_ARGUMENT;
}

static mr_status_t delete(records_t *records, const char *prefix, uint32_t id)
{
    store_image_t *image = image_of(records);
    const mr_store_kind_t *kind = kind_named(image, prefix);
    return kind ? mr_store_remove(&image->store, (unsigned)(kind - image->plan.kinds), id) : MR_BAD_ARGUMENT;
}

static const char *bad_argument(store_image_t *image, const char *prefix, uint32_t id, uint32_t length_bytes)
{
    const mr_store_kind_t *kind = kind_named(image, prefix);
    arena_t *arena = image->face.arena;
    if (!kind)
        return "the store has no records with this prefix";
    if (id < kind->first_id || id > kind->last_id)
        return arena_format(arena, "its ids are %u to %u", (unsigned)kind->first_id, (unsigned)kind->last_id);
    return is_ring(kind)
        ? arena_format(arena, "%u bytes: a record of this ring has %u", (unsigned)length_bytes, (unsigned)kind->most_bytes)
        : arena_format(arena, "%u bytes: the record has 1 to %u", (unsigned)length_bytes, (unsigned)kind->most_bytes);
}

static const char *problem(records_t *records, const char *prefix, uint32_t id, uint32_t length_bytes, mr_status_t status)
{
    store_image_t *image = image_of(records);
    const mr_store_kind_t *kind = kind_named(image, prefix);
    mr_store_statistics_t statistics;
    switch (status) {
    case MR_NOT_FOUND: return "there is no such record";
    case MR_EXISTS: return "the ring's newest sector has this id already, and a ring is only added to";
    case MR_BAD_ARGUMENT: return bad_argument(image, prefix, id, length_bytes);
    case MR_NO_SPACE: break;
    default: return mr_status_text(status);
    }
    if (is_ring(kind))
        return "cuts of power have spoilt the slots of this id";
    if (kind->storage == MR_STORE_KEYED) {
        uint32_t number;
        if (find_number(image, kind, id, &number) == MR_NOT_FOUND && number == kind->records)
            return arena_format(records->arena, "the store has room for %u records with this prefix, and so many are there",
                                (unsigned)kind->records);
    }
    if (mr_store_statistics(&image->store, &statistics) != MR_OK)
        return "it does not fit";
    return arena_format(records->arena, "%u bytes do not fit: %u bytes are free", (unsigned)length_bytes,
                        (unsigned)statistics.free_bytes);
}

/* ---- checking */

typedef struct check {
    store_image_t *image;
    record_finding_t finding;
    void *context;
    unsigned count;
} check_t;

static void tell(check_t *check, bool is_note, uint32_t address, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

static void tell(check_t *check, bool is_note, uint32_t address, const char *format, ...)
{
    char chars[200];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(chars, sizeof chars, format, arguments);
    va_end(arguments);
    check->finding(check->context, is_note, address, chars);
    check->count += !is_note;
}

/* Whose an entry is that begins at `from`. */
static const char *name_handle(const store_image_t *image, uint32_t from, const entry_t *entry, char chars[24])
{
    if (entry->slot == image->plan.handles)
        return "the table";
    if (entry->slot == NONE)
        return "a mark";
    const mr_store_kind_t *kind = store_kind_of(&image->before, entry->slot);
    char prefix[4];
    copy_prefix(prefix, kind);
    unsigned number = (entry->slot - (unsigned)kind->first_handle) % kind->records;
    bool is_further_part = entry->slot - kind->first_handle >= kind->records;
    uint32_t id = kind->storage == MR_STORE_KEYED ? store_u32(image->original + from + entry->lead)
                                                     : kind->first_id + number;
    char shown[16] = "";
    for (const char *at = prefix; *at; at++)
        snprintf(shown + strlen(shown), sizeof shown - strlen(shown), *at > ' ' && *at < 0x7F ? "%c" : "\\x%02X",
                 (unsigned char)*at);
    if (kind->storage == MR_STORE_KEYED && is_further_part)
        snprintf(chars, 24, "%s", shown);
    else
        snprintf(chars, 24, "%s:%u", shown, (unsigned)id);
    return chars;
}

static bool is_blank(const uint8_t *bytes, uint32_t count, bool or_zero)
{
    for (uint32_t index = 0; index < count; index++)
        if (bytes[index] != 0xFF && (!or_zero || bytes[index]))
            return false;
    return true;
}

/* What stands between whole entries: zeros are passed over, and blank units where those are programmed once. */
static void check_gap(check_t *check, uint32_t from, uint32_t to, bool is_tail)
{
    store_image_t *image = check->image;
    entry_t entry;
    char chars[24];
    uint32_t unit = (uint32_t)1 << image->before.align_shift;
    while (from < to && is_blank(image->original + from, to - from < unit ? to - from : unit, true))
        from += unit;
    if (from >= to || is_blank(image->original + from, to - from, true))
        return;
    store_begin_entry(&entry, from);
    bool is_entry = store_transfer(&image->before, &entry);
    if (is_tail)
        tell(check, true, from, "power failed while this was written: a mount makes sure that it stays unread");
    else if (is_entry)
        tell(check, false, from, "an entry of %s, %u bytes, is damaged", name_handle(image, from, &entry, chars),
             (unsigned)entry.payload);
    else
        tell(check, false, from, "%u bytes are no entry", (unsigned)(to - from));
}

/* Every entry of a sector that counts is read whole. */
static void check_entries(check_t *check, unsigned sector)
{
    store_image_t *image = check->image;
    walk_t walk;
    uint32_t tail, end = (sector + 1u) << image->before.erase_shift;
    store_walk_begin(&image->before, sector, &walk);
    walk.is_careful = true;
    tail = walk.tail;
    while (store_walk_next(&image->before, &walk)) {
        check_gap(check, tail, walk.last, false);
        tail = walk.tail;
    }
    check_gap(check, tail, end, sector == image->before.head);
}

/* A header of which a bit is flipped is mended each time it is read; that is worth knowing. */
static void check_header(check_t *check, unsigned sector)
{
    store_image_t *image = check->image;
    uint32_t at = sector << image->before.erase_shift, crc = 0x3153726Du;
    const uint8_t *header = image->original + at;
    for (unsigned index = 0; index < HEADER_BYTES - 4; index++)
        crc = store_crc(crc ^ header[index], 8);
    if (crc != store_u32(header + HEADER_BYTES - 4))
        tell(check, false, at, "a bit of the sector's header is flipped");
}

static void check_sectors(check_t *check)
{
    store_image_t *image = check->image;
    const mr_store_t *before = &image->before;
    const uint16_t *sequences = image->original_config.sequences;
    for (unsigned sector = 0; sector < image->original_config.sectors; sector++) {
        uint32_t at = sector << before->erase_shift;
        const uint8_t *header = image->original + at;
        if (sequences[sector] != SEQUENCE_NONE) {
            check_header(check, sector);
            if ((uint16_t)(before->sequence - sequences[sector]) <= (uint16_t)(before->sequence - before->floor))
                check_entries(check, sector);
        } else if (!is_blank(header, image->plan.erase_bytes, false) && !is_blank(header + 12, 4, true)
                   && !image->plan.programs_once) {
            tell(check, true, at, "the sector is not blank, and its header is not whole: an erase was cut, or it is worn");
        }
    }
}

/* What mounting relies on, and single entries do not show: told where nothing else explains it. */
static void check_records(check_t *check)
{
    record_t *items;
    size_t count;
    if (!list(&check->image->face, &items, &count))
        tell(check, false, 0, "not all records can be read");
    for (size_t index = 0; index < count; index++)
        if (items[index].is_damaged && !check->count)
            tell(check, false, items[index].address, "the newest value of %s:%u is not whole", items[index].prefix,
                 (unsigned)items[index].id);
}

static void check_mount(check_t *check)
{
    store_image_t *image = check->image;
    const uint8_t *now = image->face.bytes;
    unsigned sector, sectors = image->config.sectors, count = 0, first = 0;
    for (sector = 0; sector < sectors; sector++)
        if (memcmp(now + ((size_t)sector << image->store.erase_shift), image->original + ((size_t)sector << image->store.erase_shift),
                   image->plan.erase_bytes) != 0 && !count++)
            first = sector;
    if (count)
        tell(check, true, first << image->store.erase_shift, "opening the store writes to %u sector%s, this one first", count,
             count == 1 ? "" : "s");
    if (image->mounted == MR_MIGRATED)
        tell(check, true, 0, "the layout has more kinds of records than the store's table");
    if (!check->count && mr_store_check(&image->store) != MR_OK)
        tell(check, false, 0, "mr_store_check() finds it corrupt");
}

static unsigned check_store(records_t *records, record_finding_t finding, void *context)
{
    check_t check = { image_of(records), finding, context, 0 };
    if (check.image->mounted == MR_FRESH)
        return 0;
    check_sectors(&check);
    check_records(&check);
    check_mount(&check);
    return check.count;
}

unsigned store_image_fit(records_t *records)
{
    store_image_t *image = image_of(records);
    unsigned count = 0;
    for (unsigned sector = 0; sector < image->original_config.sectors; sector++) {
        entry_t entry;
        uint32_t at = (sector << image->before.erase_shift) + store_header_bytes(&image->before);
        count += image->original_config.sequences[sector] != SEQUENCE_NONE
            && store_is_whole(&image->before, &entry, at);
    }
    return count;
}

/* ---- telling what it is like */

static void describe_kind(store_image_t *image, const mr_store_kind_t *kind, text_t *text)
{
    static const char *const storages[] = { "indexed", "any ids", "a ring" };
    text_put_string(text, "\n  ");
    for (unsigned index = 0; index < 3 && kind->prefix[index]; index++)
        text_format(text, kind->prefix[index] > ' ' && kind->prefix[index] < 0x7F && kind->prefix[index] != '\\' ? "%c"
                    : "\\x%02X", (unsigned)kind->prefix[index]);
    text_format(text, ": %s", storages[kind->storage]);
    if (kind->storage == MR_STORE_KEYED)
        text_format(text, ", at most %u records", (unsigned)kind->records);
    else
        text_format(text, ", ids %u to %u", (unsigned)kind->first_id, (unsigned)kind->last_id);
    text_format(text, ", %s%u bytes", is_ring(kind) ? "" : "at most ", (unsigned)kind->most_bytes);
    (void)image;
}

static void describe(records_t *records, bool is_long, text_t *text)
{
    store_image_t *image = image_of(records);
    mr_store_statistics_t statistics;
    if (is_long) {
        for (unsigned index = 0; index < image->plan.kind_count; index++)
            describe_kind(image, &image->plan.kinds[index], text);
        return;
    }
    unsigned sectors = (unsigned)image->plan.log_sectors + (unsigned)image->plan.ring_sectors;
    text_format(text, "%s%u sector%s of %u bytes", image->plan.is_size_known ? "" : "at least ", sectors,
                sectors == 1 ? "" : "s", (unsigned)image->plan.erase_bytes);
    if (image->mounted == MR_FRESH || mr_store_statistics(&image->store, &statistics) != MR_OK)
        return;
    if (image->plan.is_size_known)
        text_format(text, ", %u bytes free, erased %u to %u times", (unsigned)statistics.free_bytes,
                    (unsigned)statistics.least_erases, (unsigned)statistics.most_erases);
    else
        text_format(text, ", erased at most %u times", (unsigned)statistics.most_erases);
}

static const record_format_t store_format = { "store", list, get, put, delete, problem, check_store, describe };

/* ---- opening */

static mr_store_config_t make_config(store_image_t *image, medium_t *medium, uint32_t sectors)
{
    arena_t *arena = image->face.arena;
    const store_plan_t *plan = &image->plan;
    return (mr_store_config_t){
        .flash = { &image_driver, &image->geometry, medium }, .sectors = (uint16_t)sectors, .handles = (uint16_t)plan->handles,
        .kind_count = (uint8_t)plan->kind_count, .kinds = plan->kinds, .scratch = (uint16_t)plan->scratch,
        .index = arena_allocate(arena, MR_STORE_INDEX_BYTES(plan->handles, plan->scratch)),
        .sequences = ARENA_ARRAY(arena, uint16_t, sectors),
        .rings = ARENA_ARRAY(arena, mr_store_ring_t, plan->ring_count + 1),
        .once = plan->programs_once ? &mr_store_once : NULL,
    };
}

/* Makes `before` walk over the bytes as they were: its head is the newest sector, all of which may hold entries. */
static void look_before(store_image_t *image)
{
    mr_store_t *before = &image->before;
    uint16_t *sequences = image->original_config.sequences;
    *before = image->store;
    before->config = &image->original_config;
    before->sequence = 0;
    before->head = 0;
    before->floor = 0;
    before->failure = 0;
    for (unsigned sector = 0; sector < image->config.sectors; sector++) {
        sector_header_t header;
        sequences[sector] = SEQUENCE_NONE;
        if (!store_read_header(before, sector, &header) || (uint16_t)(header.words[HEADER_SEQUENCE] + 1) < 2)
            continue;
        sequences[sector] = (uint16_t)header.words[HEADER_SEQUENCE];
        if (header.words[HEADER_SEQUENCE] <= before->sequence)
            continue;
        before->sequence = header.words[HEADER_SEQUENCE];
        before->head = (uint16_t)sector;
        before->floor = (uint16_t)(sequences[sector] - (header.words[HEADER_KIN] >> 16));
    }
    before->tail = store_head_end(before);
}

static const char *mount_problem(const store_image_t *image)
{
    switch (image->mounted) {
    case MR_FRESH: return image->plan.is_from_layout
            && is_blank(image->original, image->plan.log_sectors * image->plan.erase_bytes, false) ? NULL
            : "no sector has a whole header, and not all bytes are blank: there is no store, or only what is left of one";
    case MR_FOREIGN: return "there are another layout's records: without --layout they are shown by the store's own table";
    case MR_WORN: case MR_NO_SPACE: return "no sector is left for what a mount has to move";
    case MR_BAD_ARGUMENT: return "no store can be like this";
    case MR_ERROR: return !image->medium.is_spent ? "its last sector cannot be read" : "it takes too long to read: its "
            "bytes are damaged beyond that, or were made to be so";
    default: return image->mounted >= 0 || image->mounted == MR_CORRUPT ? NULL : mr_status_text(image->mounted);
    }
}

records_t *store_image_open(arena_t *arena, const uint8_t *bytes, size_t length_bytes, const store_plan_t *plan,
                            const char **problem)
{
    store_image_t *image = ARENA_NEW(arena, store_image_t);
    uint64_t area = store_plan_bytes(plan), all = area + (plan->is_size_known ? 0 : SPARE_SECTORS * (uint64_t)plan->erase_bytes);
    uint32_t sectors = plan->log_sectors + (plan->is_size_known ? 0 : SPARE_SECTORS);
    *problem = "no store can be like this";
    if (all > MOST_AREA_BYTES || sectors > MOST_SECTORS || sectors < MR_STORE_LEAST_SECTORS)
        return NULL;
    if (length_bytes > area)
        length_bytes = (size_t)area;
    image->plan = *plan;
    uint8_t *original = arena_allocate(arena, (size_t)all), *cells = arena_allocate(arena, (size_t)all);
    memset(original, 0xFF, (size_t)all);
    memcpy(original, bytes, length_bytes);
    memcpy(cells, original, (size_t)all);
    image->original = original;
    image->face = (records_t){ .format = &store_format, .arena = arena, .bytes = cells, .length_bytes = (size_t)area };
    if (!plan->is_size_known)
        image->face.fixed = "how many bytes the store has is not in the image: say so with --size, or with --layout";
    image->medium = (medium_t){ cells, (uint32_t)all, plan->erase_bytes, 0, false };
    image->original_medium = (medium_t){ original, (uint32_t)all, plan->erase_bytes, 0, false };
    image->geometry = (mr_flash_geometry_t){ (uint32_t)all, plan->erase_bytes, plan->page_bytes, plan->program_bytes,
                                             plan->programs_once };
    image->config = make_config(image, &image->medium, sectors);
    image->original_config = make_config(image, &image->original_medium, sectors);
    image->mounted = mr_store_open(&begin(image)->store, &image->config);
    *problem = mount_problem(image);
    if (image->mounted == MR_CORRUPT)
        image->face.damage = "entries are damaged: their records show an older value, or are gone";
    look_before(image);
    return *problem ? NULL : &image->face;
}
