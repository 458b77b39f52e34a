/* Images of StorageAT as records: see records.h; what is done to their bytes is in storageat_image.c. */
#include <string.h>

#include "records.h"
#include "storageat_image.h"

typedef struct storageat_records { records_t face; storageat_image_t image; } storageat_records_t;

static storageat_image_t *image_of(records_t *records) { return &((storageat_records_t *)records)->image; }

static bool list(records_t *records, record_t **items, size_t *count)
{
    mr_storageat_record_t found;
    mr_storageat_t *reader = &image_of(records)->reader;
    size_t capacity = 0;
    *items = NULL;
    *count = 0;
    for (mr_status_t status = mr_storageat_next(reader, &found, true); status != MR_NOT_FOUND;
         status = mr_storageat_next(reader, &found, false)) {
        if (*count == capacity)
            *items = arena_grow(records->arena, *items, &capacity, sizeof **items);
        record_t *record = &(*items)[(*count)++];
        *record = (record_t){ .has_id = true, .id = found.id, .has_address = true, .address = found.address,
                              .length_bytes = found.capacity_bytes, .is_damaged = status != MR_OK,
                              .note = status == MR_OK && found.is_recovered ? "its table is lost" : "" };
        memcpy(record->prefix, found.prefix, sizeof record->prefix);
    }
    return true;
}

static mr_status_t get(records_t *records, const char *prefix, uint32_t id, const uint8_t **bytes, uint32_t *length_bytes)
{
    mr_storageat_t *reader = &image_of(records)->reader;
    mr_storageat_record_t record;
    uint32_t address;
    if (mr_storageat_find(reader, MR_FIND_EQUAL, prefix, id, &address) != MR_OK)
        return MR_NOT_FOUND;
    mr_status_t status = mr_storageat_stat(reader, address, &record);
    uint8_t *to = arena_allocate(records->arena, (size_t)record.capacity_bytes + 1);
    *bytes = to;
    *length_bytes = 0;
    if (record.capacity_bytes && mr_storageat_load(reader, address, to, record.capacity_bytes) == MR_OK)
        *length_bytes = record.capacity_bytes;
    return status == MR_OK ? MR_OK : MR_CORRUPT;
}

static mr_status_t put(records_t *records, const char *prefix, uint32_t id, const uint8_t *bytes, uint32_t length_bytes)
{
    return storageat_image_put(image_of(records), prefix, id, bytes, length_bytes);
}

static mr_status_t delete(records_t *records, const char *prefix, uint32_t id)
{
    return storageat_image_delete(image_of(records), prefix, id);
}

static const char *problem(records_t *records, const char *prefix, uint32_t id, uint32_t length_bytes, mr_status_t status)
{
    uint32_t free_pages, all_pages;
    (void)prefix, (void)id;
    if (status == MR_NOT_FOUND)
        return "there is no such record";
    if (status == MR_BAD_ARGUMENT)
        return "the file is empty: a record has at least one byte";
    storageat_image_count(image_of(records), &free_pages, &all_pages);
    return arena_format(records->arena, "%u bytes do not fit: %u of %u pages of %d bytes are free", (unsigned)length_bytes,
                        (unsigned)free_pages, (unsigned)all_pages, MR_STORAGEAT_PAYLOAD_BYTES);
}

typedef struct teller { record_finding_t finding; void *context; } teller_t;

static void tell(void *context, uint32_t address, const char *message)
{
    const teller_t *teller = context;
    teller->finding(teller->context, false, address, message);
}

static unsigned check(records_t *records, record_finding_t finding, void *context)
{
    return storageat_image_check(image_of(records), tell, &(teller_t){ finding, context });
}

static void describe(records_t *records, bool is_long, text_t *text)
{
    uint32_t free_pages, all_pages;
    if (is_long)
        return;
    storageat_image_count(image_of(records), &free_pages, &all_pages);
    text_format(text, "%u of %u pages free", (unsigned)free_pages, (unsigned)all_pages);
}

static const record_format_t storageat_format = { "StorageAT", list, get, put, delete, problem, check, describe };

static storageat_records_t *open_records(arena_t *arena, uint8_t *bytes, size_t length_bytes)
{
    storageat_records_t *records = ARENA_NEW(arena, storageat_records_t);
    records->face = (records_t){ .format = &storageat_format, .arena = arena, .bytes = bytes, .length_bytes = length_bytes };
    return storageat_image_open(&records->image, bytes, length_bytes) ? records : NULL;
}

records_t *storageat_records_open(arena_t *arena, uint8_t *bytes, size_t length_bytes)
{
    storageat_records_t *records = storageat_image_is(bytes, length_bytes) ? open_records(arena, bytes, length_bytes) : NULL;
    return records ? &records->face : NULL;
}

records_t *storageat_records_make(arena_t *arena, uint8_t *bytes, size_t length_bytes)
{
    storageat_records_t *records = open_records(arena, bytes, length_bytes);
    if (records)
        storageat_image_format(&records->image);
    return records ? &records->face : NULL;
}
