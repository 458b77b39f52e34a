%// Stores: their schema goes in; functions for each kind of record for the header, and tables and memory for the glue, come
%// out.
%#include "templates.h"
%#include "stores.h"

%static bool has_raw_ring(const schema_record_t *record) { return record->is_ring && !record->body; }

%static const char *storage_name(const schema_record_t *record)
%{
%    return record->storage == STORAGE_RING ? "MR_STORE_RING" : record->storage == STORAGE_KEYED ? "MR_STORE_KEYED" : "MR_STORE_INDEXED";
%}

%static const char *calls_name(const schema_record_t *record)
%{
%    return record->storage == STORAGE_RING ? "&mr_store_ring_calls"
%         : record->storage == STORAGE_KEYED || record->parts > 1 ? "&mr_store_tagged_calls" : "NULL";
%}

%static void put_range(text_t *out, const schema_record_t *record)
%{
%    if (record->id_check)
%        text_format(out, "    if (%s)\n        return MR_OUT_OF_RANGE;\n", record->id_check);
%}

%static void put_record_name(text_t *out, const schema_store_t *store, const schema_record_t *record)
%{
%    (void)store;
%    text_format(out, "/* record %s \"", record->name.name);
%    put_comment_text(out, record->prefix_text);
%    text_put_string(out, record->has_ids ? "\", ids " : "\", ");
%    if (!record->has_ids)
%        text_put_string(out, "any id");
%    else if (record->first_id == record->last_id)
%        text_format(out, "%u", record->first_id);
%    else
%        text_format(out, "%u..%u", record->first_id, record->last_id);
%    text_put_string(out, record->is_ring ? ", a ring: the oldest are overwritten" : "");
%    if (record->storage == STORAGE_KEYED)
%        text_format(out, ", at most %u at a time", record->records);
%    text_put_string(out, " */\n");
%}

%/* Do the defaults show in what an earlier version stored? */
%static bool shows_defaults(const schema_record_t *record)
%{
%    for (size_t index = 0; index < record->migration_count; index++)
%        if (!record->migrations[index].sets_all)
%            return record->initial != NULL;
%    return false;
%}

%% static template initial_bytes(const schema_record_t *record)
    static const uint8_t initial[${record->body->c_upper}_SIZE] = {\
%     for (uint32_t index = 0; index < record->most_bytes; index++) {
%         if (index % 16 == 0)
%             text_put_string(out, "\n        ");
%         text_format(out, index % 16 == 15 || index + 1 == record->most_bytes ? "0x%02X," : "0x%02X, ", record->initial[index]);
%     }

    };
%% end

%% static template record_defaults(const schema_record_t *record)
% if (shows_defaults(record)) {
static inline const uint8_t *${record->c_name}_initial(void)
{
%     initial_bytes(out, record);
    return initial;
}
MR_INLINE void ${record->c_name}_defaults(${record->body->c_name}_t *value) { ${record->body->c_name}_unpack(value, ${record->c_name}_initial()); }
% } else {
static inline void ${record->c_name}_defaults(${record->body->c_name}_t *value)
{
%     initial_bytes(out, record);
    ${record->body->c_name}_unpack(value, initial);
}
% }
%% end

%/* ---- records of earlier versions */

%static unsigned then(const schema_migration_t *migration) { return (unsigned)migration->versions[0]; }

%static uint32_t most_of_then(const schema_record_t *record)
%{
%    uint32_t most = 0;
%    for (size_t index = 0; index < record->migration_count; index++)
%        if (record->migrations[index].old_record->most_bytes > most)
%            most = record->migrations[index].old_record->most_bytes;
%    return most;
%}

%% static template convert_record(const schema_record_t *record, const schema_migration_t *migration)
static inline void ${record->c_name}_from_${then(migration)}(uint8_t *bytes, const uint8_t *old)
{
% if (!migration->sets_all && record->initial) {
    mr_copy(bytes, ${record->c_name}_initial(), ${record->body->c_upper}_SIZE);
% } else if (!migration->sets_all) {
    mr_fill(bytes, 0, ${record->body->c_upper}_SIZE);
% }
% for (size_t index = 0; index < migration->move_count; index++)
% put_move(out, &migration->moves[index], "bytes");
% if (!migration->move_count) {
    (void)old;
% }
}
%% end

%% static template migrate_record(const schema_store_t *store, const schema_record_t *record)
% bool is_raw = !record->body;
% if (is_raw) {
/* What an earlier version saved: MR_MIGRATED, or MR_NOT_FOUND. */
static inline mr_status_t ${record->c_name}_migrate(uint32_t id, uint8_t *bytes, size_t capacity, size_t *length)
{
    mr_status_t status;
% } else {
/* What an earlier version saved, as bytes of today: MR_MIGRATED, or MR_NOT_FOUND. */
static inline mr_status_t ${record->c_name}_migrate(uint32_t id, uint8_t *bytes)
{
    uint8_t old[${most_of_then(record)}u];
    size_t length;
    mr_status_t status;
% }
% for (size_t index = 0; index < record->migration_count; index++) {
%     const schema_migration_t *migration = &record->migrations[index];
%     const schema_record_t *old = migration->old_record;
%     if (is_raw) {
    status = mr_store_get(&${store->c_name}_store, ${old->kind_number}u, id, bytes, capacity, length);   /* version ${then(migration)} */
    if (status == MR_OK)
        return MR_MIGRATED;
    if (status != MR_NOT_FOUND && status != MR_BAD_ARGUMENT)
        return status;
%     } else {
    status = mr_store_get(&${store->c_name}_store, ${old->kind_number}u, id, old, ${old->most_bytes}u, &length);   /* version ${then(migration)} */
    if (status == MR_OK && length == ${old->most_bytes}u) {
        ${record->c_name}_from_${then(migration)}(bytes, old);
        return MR_MIGRATED;
    }
    if (status != MR_NOT_FOUND && status != MR_BAD_ARGUMENT)
        return status == MR_OK || status == MR_OUT_OF_RANGE ? MR_FOREIGN : status;
%     }
% }
    return MR_NOT_FOUND;
}
%% end

%% static template forget_record(const schema_store_t *store, const schema_record_t *record)
/* Removes what earlier versions saved, the oldest first: MR_OK, MR_NOT_FOUND, or what went wrong. */
static inline mr_status_t ${record->c_name}_forget(uint32_t id)
{
    mr_status_t status, done = MR_NOT_FOUND;
% for (size_t index = record->migration_count; index-- > 0;) {
    status = mr_store_remove(&${store->c_name}_store, ${record->migrations[index].old_record->kind_number}u, id);
    if (status == MR_OK)
        done = MR_OK;
    else if (status != MR_NOT_FOUND && status != MR_BAD_ARGUMENT)
        return status;
% }
    return done;
}
%% end

%% static template seek_record(const schema_store_t *store, const schema_record_t *record)
/* The least or the greatest of the ids that `seek` finds among today's records and those of earlier versions. */
static inline mr_status_t ${record->c_name}_seek(mr_status_t (*seek)(mr_store_t *store, unsigned kind, uint32_t *id), bool is_last, uint32_t *id)
{
    static const uint8_t kinds[] = { ${record->kind_number}u\
% for (size_t index = 0; index < record->migration_count; index++)
%     text_format(out, ", %uu", record->migrations[index].old_record->kind_number);
 };
    const uint32_t from = *id;
    mr_status_t found = MR_NOT_FOUND;
    for (size_t at = 0; at < sizeof kinds; at++) {
        uint32_t one = from;
        const mr_status_t status = seek(&${store->c_name}_store, kinds[at], &one);
        if (status != MR_OK && status != MR_NOT_FOUND)
            return status;
        if (status == MR_OK && (found != MR_OK || (one > *id) == is_last)) {
            *id = one;
            found = MR_OK;
        }
    }
    return found;
}
%% end

%% static template earlier_records(const schema_store_t *store, const schema_record_t *record)
% for (size_t index = 0; record->body && index < record->migration_count; index++)
% convert_record(out, record, &record->migrations[index]);
% migrate_record(out, store, record);
% forget_record(out, store, record);
% seek_record(out, store, record);
%% end

%static void put_saved(text_t *out, const schema_store_t *store, const schema_record_t *record, const char *bytes, const char *length)
%{
%    const char *call = "mr_store_put(&%s_store, %uu, id, %s, %s);\n";
%    if (!record->migration_count) {
%        text_put_string(out, "    return ");
%        text_format(out, call, store->c_name, record->kind_number, bytes, length);
%        return;
%    }
%    text_put_string(out, "    status = ");
%    text_format(out, call, store->c_name, record->kind_number, bytes, length);
%    text_format(out, "    if (status == MR_OK)\n        (void)%s_forget(id);   /* else a later save or delete does */\n    return status;\n", record->c_name);
%}

%% static template struct_record(const schema_store_t *store, const schema_record_t *record)
static inline mr_status_t ${record->c_name}_save(uint32_t id, const ${record->body->c_name}_t *value)
{
    uint8_t bytes[${record->body->c_upper}_SIZE];
% if (record->migration_count) {
    mr_status_t status;
% }
% put_range(out, record);
    ${record->body->c_name}_pack(bytes, value);
% put_saved(out, store, record, "bytes", "sizeof bytes");
}
static inline mr_status_t ${record->c_name}_load(uint32_t id, ${record->body->c_name}_t *value)
{
    uint8_t bytes[${record->body->c_upper}_SIZE];
    size_t length;
    mr_status_t status;
% put_range(out, record);
    status = mr_store_get(&${store->c_name}_store, ${record->kind_number}u, id, bytes, sizeof bytes, &length);
    if (status == MR_OUT_OF_RANGE || (status == MR_OK && length != sizeof bytes))
        return MR_FOREIGN;
% if (record->migration_count) {
    if (status == MR_NOT_FOUND)
        status = ${record->c_name}_migrate(id, bytes);
    if (status == MR_OK || status == MR_MIGRATED)
% } else {
    if (status == MR_OK)
% }
        ${record->body->c_name}_unpack(value, bytes);
    return status;
}
%% end

%% static template raw_record(const schema_store_t *store, const schema_record_t *record)
static inline mr_status_t ${record->c_name}_save(uint32_t id, const uint8_t *bytes, size_t length)
{
% if (record->migration_count) {
    mr_status_t status;
% }
% put_range(out, record);
% put_saved(out, store, record, "bytes", "length");
}
/* *length is the value's; MR_OUT_OF_RANGE where that is more than the capacity, whose bytes are given then. */
static inline mr_status_t ${record->c_name}_load(uint32_t id, uint8_t *bytes, size_t capacity, size_t *length)
{
% if (record->migration_count) {
    mr_status_t status;
% }
% put_range(out, record);
% if (record->migration_count) {
    status = mr_store_get(&${store->c_name}_store, ${record->kind_number}u, id, bytes, capacity, length);
    return status == MR_NOT_FOUND ? ${record->c_name}_migrate(id, bytes, capacity, length) : status;
% } else {
    return mr_store_get(&${store->c_name}_store, ${record->kind_number}u, id, bytes, capacity, length);
% }
}
%% end

%% static template raw_ring_record(const schema_store_t *store, const schema_record_t *record)
#define ${record->c_upper}_SIZE ${record->most_bytes}u
/* The length, two bytes, and the bytes, as the ring keeps them. */
static inline bool ${record->c_name}_frame(uint8_t *value, const uint8_t *bytes, size_t length)
{
    value[0] = (uint8_t)length;
    value[1] = (uint8_t)(length >> 8);
    for (size_t at = 0; at < ${record->c_upper}_SIZE; at++)
        value[2u + at] = at < length ? bytes[at] : 0xFFu;
    return length > 0 && length <= ${record->c_upper}_SIZE;
}
static inline mr_status_t ${record->c_name}_save(uint32_t id, const uint8_t *bytes, size_t length)
{
    uint8_t value[${record->c_upper}_SIZE + 2u];
% put_range(out, record);
    if (!${record->c_name}_frame(value, bytes, length))
        return MR_BAD_ARGUMENT;
    return mr_store_put(&${store->c_name}_store, ${record->kind_number}u, id, value, sizeof value);
}
/* *length is the value's; MR_OUT_OF_RANGE where that is more than the capacity, whose bytes are given then. */
static inline mr_status_t ${record->c_name}_load(uint32_t id, uint8_t *bytes, size_t capacity, size_t *length)
{
    uint8_t value[${record->c_upper}_SIZE + 2u];
    size_t found;
    mr_status_t status;
% put_range(out, record);
    status = mr_store_get(&${store->c_name}_store, ${record->kind_number}u, id, value, sizeof value, &found);
    if (status != MR_OK)
        return status;
    found = value[0] | (size_t)value[1] << 8;
    for (size_t at = 0; at < found && at < capacity && at < ${record->c_upper}_SIZE; at++)
        bytes[at] = value[2u + at];
    *length = found;
    return found > ${record->c_upper}_SIZE ? MR_CORRUPT : found > capacity ? MR_OUT_OF_RANGE : MR_OK;
}
%% end

%% static template record_functions(const schema_t *schema, const schema_store_t *store, const schema_record_t *record, accessors_t accessors)

% put_record_name(out, store, record);
% if (record->body_is_own)
% struct_type(out, schema, record->body, accessors);
% else
% put_doc(out, record->name.doc);
% if (record->initial)
% record_defaults(out, record);
% if (!record->body && !has_raw_ring(record)) {
#define ${record->c_upper}_SIZE ${record->most_bytes}u
% }
% if (record->migration_count)
% earlier_records(out, store, record);
% if (record->body)
% struct_record(out, store, record);
% else if (has_raw_ring(record))
% raw_ring_record(out, store, record);
% else
% raw_record(out, store, record);
static inline mr_status_t ${record->c_name}_delete(uint32_t id)
{
% if (record->migration_count) {
    mr_status_t status, earlier;
% }
% put_range(out, record);
% if (record->migration_count) {
    earlier = ${record->c_name}_forget(id);
    if (earlier != MR_OK && earlier != MR_NOT_FOUND)
        return earlier;
    status = mr_store_remove(&${store->c_name}_store, ${record->kind_number}u, id);
    return status == MR_NOT_FOUND ? earlier : status;
% } else {
    return mr_store_remove(&${store->c_name}_store, ${record->kind_number}u, id);
% }
}
% if (record->is_ring)
% ring_functions(out, store, record);
% if (record->migration_count) {
MR_INLINE mr_status_t ${record->c_name}_first(uint32_t *id) { return ${record->c_name}_seek(mr_store_first, false, id); }
MR_INLINE mr_status_t ${record->c_name}_next(uint32_t *id) { return ${record->c_name}_seek(mr_store_next, false, id); }
MR_INLINE mr_status_t ${record->c_name}_last(uint32_t *id) { return ${record->c_name}_seek(mr_store_last, true, id); }
%     return;
% }
MR_INLINE mr_status_t ${record->c_name}_first(uint32_t *id) { return mr_store_first(&${store->c_name}_store, ${record->kind_number}u, id); }
MR_INLINE mr_status_t ${record->c_name}_next(uint32_t *id) { return mr_store_next(&${store->c_name}_store, ${record->kind_number}u, id); }
MR_INLINE mr_status_t ${record->c_name}_last(uint32_t *id) { return mr_store_last(&${store->c_name}_store, ${record->kind_number}u, id); }
%% end

%/* Records of a ring keep their form from version to version: no earlier ones are looked for. */
%% static template ring_functions(const schema_store_t *store, const schema_record_t *record)
/* In the order of time, where ids are counted up. newest: the id that was saved last; older: the one saved before *id,
 * until MR_NOT_FOUND; *id stays then. append: saves under the id behind the newest one's, the first after the last; *id
 * becomes it, where id is not NULL. */
MR_INLINE mr_status_t ${record->c_name}_newest(uint32_t *id) { return mr_store_newest(&${store->c_name}_store, ${record->kind_number}u, id); }
MR_INLINE mr_status_t ${record->c_name}_older(uint32_t *id) { return mr_store_older(&${store->c_name}_store, ${record->kind_number}u, id); }
% if (record->body) {
static inline mr_status_t ${record->c_name}_append(const ${record->body->c_name}_t *value, uint32_t *id)
{
    uint8_t bytes[${record->body->c_upper}_SIZE];
    ${record->body->c_name}_pack(bytes, value);
    return mr_store_append(&${store->c_name}_store, ${record->kind_number}u, bytes, sizeof bytes, id);
}
% } else {
static inline mr_status_t ${record->c_name}_append(const uint8_t *bytes, size_t length, uint32_t *id)
{
    uint8_t value[${record->c_upper}_SIZE + 2u];
    if (!${record->c_name}_frame(value, bytes, length))
        return MR_BAD_ARGUMENT;
    return mr_store_append(&${store->c_name}_store, ${record->kind_number}u, value, sizeof value, id);
}
% }
%% end

%% template store_functions(const schema_t *schema, const schema_store_t *store, accessors_t accessors)

/* ---- store ${store->name.name}: ${store->size_bytes} bytes in ${store->region->name.name} + ${hex(store->region_offset)}; ${(unsigned)store->ram_bytes} bytes of RAM
 * save: writes a value over the one that the record had; whenever power fails, the old or the new one is there whole.
 * load: MR_NOT_FOUND, MR_CORRUPT; MR_FOREIGN where the value has another size than the layout says.
 * first, last: the least and the greatest id; next: the least above *id. MR_NOT_FOUND, and *id stays.
 * All: MR_OUT_OF_RANGE for an id that the layout does not have; memreg/store.h says what else they return. Not from
 * interrupts. */
% put_doc(out, store->name.doc);
MR_EXTERN mr_store_t ${store->c_name}_store;   /* both in the glue */
MR_EXTERN const mr_store_config_t ${store->c_name}_setup;

/* Mounts the store and repairs what a cut left: call it first. MR_OK; MR_FRESH: nothing was ever stored; MR_MIGRATED: the
 * layout has more kinds of records now; MR_FOREIGN: another layout's records are there, and only format may follow;
 * MR_CORRUPT: as MR_OK, but a record was damaged and shows an older value, or none. */
MR_INLINE mr_status_t ${store->c_name}_open(void) { return mr_store_open(&${store->c_name}_store, &${store->c_name}_setup); }
/* Forgets all records; right after open, whatever that returned. */
MR_INLINE mr_status_t ${store->c_name}_format(void) { return mr_store_format(&${store->c_name}_store); }
/* Reads all of it and proves that it is whole: MR_OK or MR_CORRUPT. Changes nothing. */
MR_INLINE mr_status_t ${store->c_name}_check(void) { return mr_store_check(&${store->c_name}_store); }
MR_INLINE mr_status_t ${store->c_name}_statistics(mr_store_statistics_t *statistics) { return mr_store_statistics(&${store->c_name}_store, statistics); }
% for (size_t index = 0; index < store->record_count; index++)
% record_functions(out, schema, store, &store->records[index], accessors);
%% end

%static void put_prefix(text_t *out, const char *prefix)
%{
%    for (int at = 0; at < 3; at++) {
%        unsigned byte = (unsigned char)(*prefix ? *prefix++ : 0);
%        bool is_plain = byte > ' ' && byte < 0x7F && byte != '\'' && byte != '\\';
%        text_format(out, is_plain ? "%s'%c'" : "%s0x%02X", at ? ", " : "", byte);
%    }
%}

%% static template kind_row(const schema_record_t *record)
    /* ${record->name.name ? record->name.name : "of an earlier version"} */
    { .prefix = { \
% put_prefix(out, record->prefix);
 }, .storage = ${storage_name(record)}, .first_id = ${record->storage == STORAGE_KEYED ? 0 : record->first_id}u, .last_id = ${record->storage == STORAGE_KEYED ? UINT32_MAX : record->last_id}u, .most_bytes = ${record->value_bytes}u,
      .first_handle = ${record->first_handle}u, .records = ${record->records}u, .parts = ${record->parts}u, .first_sector = ${record->first_sector}u, .ring = ${record->ring_number}u,
      .calls = ${calls_name(record)} },
%% end

%% template store_storage(const schema_store_t *store)

/* store ${store->name.name} */
static const mr_store_kind_t ${store->c_name}_kinds[] = {
% for (unsigned number = 0; number < store->record_count + store->earlier_count; number++)
%     kind_row(out, store_row(store, number));
};
static uint8_t ${store->c_name}_index[MR_STORE_INDEX_BYTES(${store->handles}u, ${store->scratch}u)];
static uint16_t ${store->c_name}_sequences[MR_STORE_SEQUENCES(${store->log_sectors}u)];
% if (store->ring_count) {
static mr_store_ring_t ${store->c_name}_rings[${store->ring_count}];
% }
const mr_store_config_t ${store->c_name}_setup = {
    .flash = { ${store->region->c_flash} }, .offset_bytes = ${hex(store->region_offset)}u, .sectors = ${store->log_sectors}u,
    .handles = ${store->handles}u, .kind_count = ${(unsigned)(store->record_count + store->earlier_count)}u, .kinds = ${store->c_name}_kinds, .scratch = ${store->scratch}u,
    .index = ${store->c_name}_index, .sequences = ${store->c_name}_sequences, .rings = \
% if (store->ring_count) {
${store->c_name}_rings,\
% } else {
NULL,\
% }
 .once = ${store->region->programs_once ? "&mr_store_once" : "NULL"},
};
mr_store_t ${store->c_name}_store;
% for (size_t index = 0; index < store->record_count; index++)
% record_assertion(out, store, &store->records[index]);
%% end

%% static template record_assertion(const schema_store_t *store, const schema_record_t *record)
% if (record->is_ring) {
MR_ASSERT(${record->c_name}, MR_STORE_RING_SECTORS(${record->records}u, ${record->value_bytes}u, ${store->region->erase_bytes}u, ${store->region->unit_bytes}u) == ${record->sectors}u);
% } else {
MR_ASSERT(${record->c_name}, MR_STORE_PARTS(${record->value_bytes}u, ${store->region->erase_bytes}u) == ${record->parts}u);
% }
%% end
