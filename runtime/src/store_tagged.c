/* Kinds whose entries carry more than a value: the id, where any may be given; a stamp, where values are kept in parts. The
 * contract is in memreg/store.h, the bytes on the medium in docs/formats.md. */
#include "store_internal.h"

/* What an entry has before its data; `id_bytes` are 0 where the kind's ids are a range. */
typedef struct tag {
    entry_t entry;
    uint32_t id;
    uint32_t length;            /* of the whole value: in part 0 */
    uint16_t stamp;             /* parts of one value have the same */
} tag_t;

static unsigned id_bytes(const mr_store_kind_t *kind)
{
    return kind->storage == MR_STORE_KEYED ? 4 : 0;
}

static unsigned key_bytes(const mr_store_kind_t *kind, unsigned part)
{
    unsigned bytes = part == 0 ? id_bytes(kind) : 0;

    if (kind->parts > 1)
        bytes += part == 0 ? 6u : 2u;
    return bytes;
}

/* Which part of a value has this number among the kind's; *number becomes that of the first part. */
static unsigned part_of(const mr_store_kind_t *kind, unsigned *number)
{
    unsigned part = 0;

    for (; *number >= kind->records; *number -= kind->records)
        ++part;
    return part;
}

static unsigned full_payload(const mr_store_t *store, const mr_store_kind_t *kind, unsigned number)
{
    unsigned part = part_of(kind, &number);
    uint32_t most = store_part_bytes(store), data = kind->most_bytes - part * most;

    return (unsigned)(data < most ? data : most) + key_bytes(kind, part);
}

/* Reads what a slot's entry has before its data; false: there is none, or it is damaged. */
static bool read_tag(mr_store_t *store, const mr_store_kind_t *kind, unsigned slot, unsigned part, tag_t *tag)
{
    uint8_t key[KEY_BYTES] = { 0 };
    unsigned bytes = key_bytes(kind, part), id = part == 0 ? id_bytes(kind) : 0;

    tag->entry.from = store_place(store, slot) & ~PLACE_DELETED;
    if (!store_read_lead(store, &tag->entry) || tag->entry.payload < bytes)
        return false;
    store_read(store, tag->entry.from + tag->entry.lead, key, bytes);
    tag->id = store_u32(key);
    tag->stamp = store_u16(key + id);
    tag->length = store_u32(key + id + 2);
    return store->failure == 0;
}

/* ---- Mounting. */

/* Parts after the first count where they are of the same value as that. */
static void visit_part(mr_store_t *store, const entry_t *entry)
{
    const mr_store_kind_t *kind;
    unsigned record, part;
    uint8_t stamp[2];
    tag_t tag;

    if (entry->slot >= store->config->handles || store_is_deletion(entry))
        return;
    kind = store_kind_of(store, entry->slot);
    record = entry->slot - (unsigned)kind->first_handle;
    part = part_of(kind, &record);
    record += (unsigned)kind->first_handle;
    if (part == 0 || !store_is_record(store, record) || !read_tag(store, kind, record, 0, &tag))
        return;
    store_read(store, entry->from + entry->lead, stamp, 2);
    if (tag.stamp == store_u16(stamp) && tag.length > part * store_part_bytes(store))
        store_set_place(store, entry->slot, entry->from);
}

/* Once for all kinds, with the first one that has parts. */
static void mount_kind(mr_store_t *store, const mr_store_kind_t *kind)
{
    const mr_store_kind_t *other;
    unsigned slot;
    walk_t walk;

    for (other = store->config->kinds; other != kind && other->parts == 1; ++other)
        continue;
    if (other != kind || kind->parts == 1)
        return;
    for (slot = 0; slot < store->config->handles; ++slot) {
        other = store_kind_of(store, slot);
        if (slot - other->first_handle >= other->records)
            store_set_place(store, slot, 0);
    }
    store_visit_sectors(store, visit_part, &walk);
}

static void format_kind(mr_store_t *store, const mr_store_kind_t *kind)
{
    (void)store;
    (void)kind;
}

static mr_status_t check_kind(mr_store_t *store, const mr_store_kind_t *kind)
{
    (void)kind;
    return store_status(store);
}

/* ---- Finding. */

static mr_status_t id_at(mr_store_t *store, const mr_store_kind_t *kind, uint32_t record, uint32_t *id)
{
    unsigned slot = (unsigned)(kind->first_handle + record);
    tag_t tag;

    *id = kind->first_id + record;
    if (!store_is_record(store, slot))
        return MR_NOT_FOUND;
    if (kind->storage != MR_STORE_KEYED)
        return MR_OK;
    if (!read_tag(store, kind, slot, 0, &tag))
        return store->failure != 0 ? store_status(store) : MR_NOT_FOUND;
    *id = tag.id;
    return MR_OK;
}

/* MR_NOT_FOUND: *record is a free one of the kind, or kind->records. */
static mr_status_t find(mr_store_t *store, const mr_store_kind_t *kind, uint32_t id, uint32_t *record)
{
    uint32_t candidate, found;

    *record = id - kind->first_id;
    if (kind->storage != MR_STORE_KEYED)
        return id_at(store, kind, *record, &found);
    *record = kind->records;
    for (candidate = 0; candidate < kind->records; ++candidate) {
        mr_status_t status = id_at(store, kind, candidate, &found);

        if (status == MR_OK && found == id)
            *record = candidate;
        if (status != MR_NOT_FOUND && (status != MR_OK || found == id))
            return status;
        if (*record == kind->records && !store_is_record(store, (unsigned)(kind->first_handle + candidate)))
            *record = candidate;
    }
    return MR_NOT_FOUND;
}

/* ---- Writing and reading. */

typedef struct tagged {
    entry_t entry;
    uint8_t key[KEY_BYTES + 2]; /* numbers overlap: each is written whole, its end by the one after it */
    uint8_t key_bytes;
} tagged_t;

static unsigned tagged_byte(const entry_t *entry, unsigned position)
{
    const tagged_t *tagged = (const tagged_t *)entry;

    return position < tagged->key_bytes ? tagged->key[position]
                                        : ((const uint8_t *)entry->data)[position - tagged->key_bytes];
}

static APART uint32_t append_part(mr_store_t *store, const job_t *job, unsigned slot, unsigned part, uint16_t stamp,
                                  uint32_t data)
{
    unsigned id = part == 0 ? id_bytes(job->kind) : 0, payload = 0, type = ENTRY_DELETED;
    tagged_t tagged;

    if (job->length != 0) {
        store_put_u32(tagged.key, job->id);
        store_put_u32(tagged.key + id, stamp);
        store_put_u32(tagged.key + id + 2, (uint32_t)job->length);
        tagged.key_bytes = (uint8_t)key_bytes(job->kind, part);
        payload = tagged.key_bytes + (unsigned)data;
        type = payload == full_payload(store, job->kind, slot - (unsigned)job->kind->first_handle) ? ENTRY_WHOLE
                                                                                                  : ENTRY_SIZED;
    }
    store_new_entry(store, &tagged.entry, slot | type, payload);
    tagged.entry.byte = tagged_byte;
    tagged.entry.data = job->length != 0 ? (const uint8_t *)job->value + part * store_part_bytes(store) : NULL;
    return store_append(store, &tagged.entry);
}

/* Appends a part of a value, or a deletion, and returns its place. */
static uint32_t write_part(mr_store_t *store, const job_t *job, unsigned slot, unsigned part, uint16_t stamp)
{
    uint32_t data = store_part_bytes(store);

    if (data > job->length - part * data)
        data = (uint32_t)job->length - part * data;
    if (job->length != 0)
        store_make_room(store, data + key_bytes(job->kind, part), store_slack(store));
    else
        store_make_room(store, 0, 0);
    return append_part(store, job, slot, part, stamp, data);
}

/* Appends a value, the last part first: the first part makes all of them count. Until then the others are known as scratch,
 * so that the old ones stay. */
static void write_value(mr_store_t *store, const job_t *job)
{
    unsigned scratch = store->config->handles, parts = 1, part, slot = job->slot;
    size_t left = job->length;
    uint16_t stamp = 1;
    uint32_t place = 0;
    tag_t old;

    for (; left > store_part_bytes(store); left -= store_part_bytes(store))
        ++parts;
    if (job->kind->parts > 1 && store_is_record(store, slot) && read_tag(store, job->kind, slot, 0, &old))
        stamp = (uint16_t)(old.stamp + 1);
    for (part = 1; part < parts; ++part)
        slot += job->kind->records;
    for (part = parts; part-- > 0 && store->failure == 0; slot -= job->kind->records) {
        place = write_part(store, job, slot, part, stamp);
        if (part != 0)
            store_set_place(store, scratch + part, place);
    }
    slot = job->slot;
    for (part = 1; part < job->kind->parts; ++part) {
        slot += job->kind->records;
        if (store->failure == 0)
            store_set_place(store, slot, part < parts ? store_place(store, scratch + part) : 0);
        store_set_place(store, scratch + part, 0);
    }
    if (store->failure == 0)
        store_set_place(store, job->slot, place);
}

static mr_status_t put(mr_store_t *store, job_t *job)
{
    uint32_t record;
    mr_status_t status = find(store, job->kind, job->id, &record);

    if (status == MR_NOT_FOUND && job->length != 0)
        status = record == job->kind->records ? MR_NO_SPACE : MR_OK;
    job->slot = (unsigned)(job->kind->first_handle + record);
    job->write = write_value;
    return status;
}

static mr_status_t get(mr_store_t *store, const mr_store_kind_t *kind, uint32_t id, void *value, size_t size, size_t *length)
{
    unsigned slot, part;
    uint32_t start = 0, total = 0, record;
    uint8_t *to = value;
    uint16_t stamp = 0;
    mr_status_t status = find(store, kind, id, &record);

    if (status != MR_OK)
        return status;
    slot = (unsigned)(kind->first_handle + record);
    for (part = 0; part == 0 || start < total; ++part) {
        tag_t tag;

        if (part == kind->parts || !store_is_record(store, slot) || !read_tag(store, kind, slot, part, &tag) ||
            (part != 0 && tag.stamp != stamp))
            return store_fail(store, MR_CORRUPT);
        if (part == 0) {
            stamp = tag.stamp;
            total = kind->parts > 1 ? tag.length : (uint32_t)tag.entry.payload - key_bytes(kind, 0);
        }
        tag.entry.sink = to + (start < size ? start : size);
        tag.entry.room = start < size ? (uint32_t)(size - start) : 0;
        tag.entry.skip = (uint8_t)key_bytes(kind, part);
        if (!store_transfer(store, &tag.entry) || tag.entry.damage != 0 || tag.entry.payload < tag.entry.skip)
            return store_fail(store, MR_CORRUPT);
        start += (uint32_t)tag.entry.payload - tag.entry.skip;
        slot += kind->records;
    }
    if (length != NULL)
        *length = (size_t)total;
    return total > size ? MR_OUT_OF_RANGE : MR_OK;
}

const struct mr_store_calls mr_store_tagged_calls = {
    mount_kind, format_kind, put, get, id_at, find, check_kind, full_payload
};
