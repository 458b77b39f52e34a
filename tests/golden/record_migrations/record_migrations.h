/* Made from record_migrations.mr by memregc 0.1.0; fingerprint 0x6AA214B3. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Records and blocks in flash that versions 1 and 2 had otherwise: see record_migrations.mr.lock. */
#ifndef P_RECORD_MIGRATIONS_INCLUDED
#define P_RECORD_MIGRATIONS_INCLUDED

/* Behind the helpers, each below a line "---- NAME": store log, Setup, Level. */
#include <stdbool.h>
#include <stdint.h>

#include <memreg/flash_block.h>
#include <memreg/store.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- IEEE 754 numbers and their bits. Where double is no 64 bits wide, a 64-bit number stays raw. */
/* ---- Bits of a float as those of the double of the same value. */
/* ---- Text of at most `size` bytes, padded with NUL; a copy of it is always terminated. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define P_VERSION 3u
#define P_FINGERPRINT 0x6AA214B3u

/* ---- region nor (flash) */
/* The program defines these three; offsets are from the region's start. Each returns MR_OK or a negative status. Program:
 * any bytes within 256, of which no bit has to rise. Erase: the unit at the offset. */
MR_EXTERN mr_status_t p_nor_read(uint32_t offset, uint8_t *bytes, uint32_t count);
MR_EXTERN mr_status_t p_nor_program(uint32_t offset, const uint8_t *bytes, uint32_t count);
MR_EXTERN mr_status_t p_nor_erase(uint32_t offset);

typedef enum {
    P_MODE_OFF = 0,
    P_MODE_HEAT = 1,
    P_MODE_COOL = 2
} p_mode_t;
MR_INLINE bool p_mode_is_valid(unsigned value) { return value <= 2u; }
static inline const char *p_mode_name(p_mode_t value)
{
    switch (value) {
    case P_MODE_OFF: return "off";
    case P_MODE_HEAT: return "heat";
    case P_MODE_COOL: return "cool";
    default: return "?";
    }
}

#define P_READING_SIZE 11u
typedef struct {
    uint64_t at;
    int16_t level;   /* q8.8 */
    p_mode_t mode;
} p_reading_t;
static inline void p_reading_pack(uint8_t *bytes, const p_reading_t *value)
{
    MR_SET_LE64(1, bytes, value->at);
    MR_SET_BE16(1, bytes + 0x8u, (uint16_t)value->level);
    MR_SET_LE8(1, bytes + 0xAu, (uint8_t)value->mode);
}
static inline void p_reading_unpack(p_reading_t *value, const uint8_t *bytes)
{
    value->at = MR_LE64(1, bytes);
    value->level = (int16_t)MR_BE16(1, bytes + 0x8u);
    value->mode = (p_mode_t)MR_LE8(1, bytes + 0xAu);
}

/* ---- store log: 32768 bytes in nor + 0x0; 402 bytes of RAM
 * save: writes a value over the one that the record had; whenever power fails, the old or the new one is there whole.
 * load: MR_NOT_FOUND, MR_CORRUPT; MR_FOREIGN where the value has another size than the layout says.
 * first, last: the least and the greatest id; next: the least above *id. MR_NOT_FOUND, and *id stays.
 * All: MR_OUT_OF_RANGE for an id that the layout does not have; memreg/store.h says what else they return. Not from
 * interrupts. */
/** New records come first here, and last in the table. */
MR_EXTERN mr_store_t p_log_store;   /* both in the glue */
MR_EXTERN const mr_store_config_t p_log_setup;

/* Mounts the store and repairs what a cut left: call it first. MR_OK; MR_FRESH: nothing was ever stored; MR_MIGRATED: the
 * layout has more kinds of records now; MR_FOREIGN: another layout's records are there, and only format may follow;
 * MR_CORRUPT: as MR_OK, but a record was damaged and shows an older value, or none. */
MR_INLINE mr_status_t p_log_open(void) { return mr_store_open(&p_log_store, &p_log_setup); }
/* Forgets all records; right after open, whatever that returned. */
MR_INLINE mr_status_t p_log_format(void) { return mr_store_format(&p_log_store); }
/* Reads all of it and proves that it is whole: MR_OK or MR_CORRUPT. Changes nothing. */
MR_INLINE mr_status_t p_log_check(void) { return mr_store_check(&p_log_store); }
MR_INLINE mr_status_t p_log_statistics(mr_store_statistics_t *statistics) { return mr_store_statistics(&p_log_store, statistics); }

/* record New "NEW", ids 0..2 */

#define P_LOG_NEW_SIZE 2u
typedef struct {
    uint16_t x;
} p_log_new_t;
static inline void p_log_new_pack(uint8_t *bytes, const p_log_new_t *value)
{
    MR_SET_LE16(1, bytes, value->x);
}
static inline void p_log_new_unpack(p_log_new_t *value, const uint8_t *bytes)
{
    value->x = MR_LE16(1, bytes);
}
static inline mr_status_t p_log_new_save(uint32_t id, const p_log_new_t *value)
{
    uint8_t bytes[P_LOG_NEW_SIZE];
    if (id > 2u)
        return MR_OUT_OF_RANGE;
    p_log_new_pack(bytes, value);
    return mr_store_put(&p_log_store, 7u, id, bytes, sizeof bytes);
}
static inline mr_status_t p_log_new_load(uint32_t id, p_log_new_t *value)
{
    uint8_t bytes[P_LOG_NEW_SIZE];
    size_t length;
    mr_status_t status;
    if (id > 2u)
        return MR_OUT_OF_RANGE;
    status = mr_store_get(&p_log_store, 7u, id, bytes, sizeof bytes, &length);
    if (status == MR_OUT_OF_RANGE || (status == MR_OK && length != sizeof bytes))
        return MR_FOREIGN;
    if (status == MR_OK)
        p_log_new_unpack(value, bytes);
    return status;
}
static inline mr_status_t p_log_new_delete(uint32_t id)
{
    if (id > 2u)
        return MR_OUT_OF_RANGE;
    return mr_store_remove(&p_log_store, 7u, id);
}
MR_INLINE mr_status_t p_log_new_first(uint32_t *id) { return mr_store_first(&p_log_store, 7u, id); }
MR_INLINE mr_status_t p_log_new_next(uint32_t *id) { return mr_store_next(&p_log_store, 7u, id); }
MR_INLINE mr_status_t p_log_new_last(uint32_t *id) { return mr_store_last(&p_log_store, 7u, id); }

/* record Settings "CFG", ids 0..4 */

#define P_LOG_SETTINGS_SIZE 27u
/** Twice changed. */
typedef struct {
    bool flag;
    int32_t goal;   /* 0.01 K */
    char name[9];
    uint16_t limits[3];
    mr_double_t gain;
} p_log_settings_t;
static inline void p_log_settings_pack(uint8_t *bytes, const p_log_settings_t *value)
{
    mr_fill(bytes, 0, P_LOG_SETTINGS_SIZE);
    MR_PUT_IN(8, uint8_t, bytes, 0, 1, value->flag);
    MR_SET_LE32(1, bytes + 0x1u, (uint32_t)value->goal);
    mr_set_text(bytes + 0x5u, value->name, 8u);
    for (unsigned i = 0; i < 3u; i++)
        MR_SET_LE16(1, bytes + 0xDu + i * 2u, value->limits[i]);
    MR_SET_LE64(1, bytes + 0x13u, mr_double_bits(value->gain));
}
static inline void p_log_settings_unpack(p_log_settings_t *value, const uint8_t *bytes)
{
    value->flag = MR_BIT(MR_LE8(1, bytes), 0);
    value->goal = (int32_t)MR_LE32(1, bytes + 0x1u);
    mr_text(value->name, bytes + 0x5u, 8u);
    for (unsigned i = 0; i < 3u; i++)
        value->limits[i] = MR_LE16(1, bytes + 0xDu + i * 2u);
    value->gain = mr_double(MR_LE64(1, bytes + 0x13u));
}
static inline const uint8_t *p_log_settings_initial(void)
{
    static const uint8_t initial[P_LOG_SETTINGS_SIZE] = {
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01, 0x00, 0x02,
        0x00, 0x03, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xF0, 0x3F,
    };
    return initial;
}
MR_INLINE void p_log_settings_defaults(p_log_settings_t *value) { p_log_settings_unpack(value, p_log_settings_initial()); }
static inline void p_log_settings_from_2(uint8_t *bytes, const uint8_t *old)
{
    mr_copy(bytes, p_log_settings_initial(), P_LOG_SETTINGS_SIZE);
    mr_copy(bytes + 0x00u, old + 0x00u, 1u);
    { const int32_t value = (int32_t)(int16_t)MR_LE16(1, old + 0x1u); MR_SET_LE32(1, bytes + 0x1u, (uint32_t)value); }   /* goal */
    { mr_copy(bytes + 0x5u, old + 0x3u, 4u); mr_fill(bytes + 0x5u + 4u, 0, 4u); }   /* name */
    for (unsigned i = 0; i < 2u; i++) { const uint16_t value = (uint16_t)MR_LE8(1, old + 0x7u + i); MR_SET_LE16(1, bytes + 0xDu + i * 2u, value); }   /* limits */
    { const uint64_t value = (uint64_t)mr_widened(MR_LE32(1, old + 0x9u)); MR_SET_LE64(1, bytes + 0x13u, value); }   /* gain */
}
static inline void p_log_settings_from_1(uint8_t *bytes, const uint8_t *old)
{
    mr_copy(bytes, p_log_settings_initial(), P_LOG_SETTINGS_SIZE);
    { const int32_t value = (int32_t)(int16_t)MR_LE16(1, old); MR_SET_LE32(1, bytes + 0x1u, (uint32_t)value); }   /* goal */
    { mr_copy(bytes + 0x5u, old + 0x2u, 4u); mr_fill(bytes + 0x5u + 4u, 0, 4u); }   /* name */
    for (unsigned i = 0; i < 2u; i++) { const uint16_t value = (uint16_t)MR_LE8(1, old + 0x6u + i); MR_SET_LE16(1, bytes + 0xDu + i * 2u, value); }   /* limits */
    { const uint64_t value = (uint64_t)mr_widened(MR_LE32(1, old + 0x8u)); MR_SET_LE64(1, bytes + 0x13u, value); }   /* gain */
}
/* What an earlier version saved, as bytes of today: MR_MIGRATED, or MR_NOT_FOUND. */
static inline mr_status_t p_log_settings_migrate(uint32_t id, uint8_t *bytes)
{
    uint8_t old[13u];
    size_t length;
    mr_status_t status;
    status = mr_store_get(&p_log_store, 5u, id, old, 13u, &length);   /* version 2 */
    if (status == MR_OK && length == 13u) {
        p_log_settings_from_2(bytes, old);
        return MR_MIGRATED;
    }
    if (status != MR_NOT_FOUND && status != MR_BAD_ARGUMENT)
        return status == MR_OK || status == MR_OUT_OF_RANGE ? MR_FOREIGN : status;
    status = mr_store_get(&p_log_store, 0u, id, old, 12u, &length);   /* version 1 */
    if (status == MR_OK && length == 12u) {
        p_log_settings_from_1(bytes, old);
        return MR_MIGRATED;
    }
    if (status != MR_NOT_FOUND && status != MR_BAD_ARGUMENT)
        return status == MR_OK || status == MR_OUT_OF_RANGE ? MR_FOREIGN : status;
    return MR_NOT_FOUND;
}
/* Removes what earlier versions saved, the oldest first: MR_OK, MR_NOT_FOUND, or what went wrong. */
static inline mr_status_t p_log_settings_forget(uint32_t id)
{
    mr_status_t status, done = MR_NOT_FOUND;
    status = mr_store_remove(&p_log_store, 0u, id);
    if (status == MR_OK)
        done = MR_OK;
    else if (status != MR_NOT_FOUND && status != MR_BAD_ARGUMENT)
        return status;
    status = mr_store_remove(&p_log_store, 5u, id);
    if (status == MR_OK)
        done = MR_OK;
    else if (status != MR_NOT_FOUND && status != MR_BAD_ARGUMENT)
        return status;
    return done;
}
/* The least or the greatest of the ids that `seek` finds among today's records and those of earlier versions. */
static inline mr_status_t p_log_settings_seek(mr_status_t (*seek)(mr_store_t *store, unsigned kind, uint32_t *id), bool is_last, uint32_t *id)
{
    static const uint8_t kinds[] = { 8u, 5u, 0u };
    const uint32_t from = *id;
    mr_status_t found = MR_NOT_FOUND;
    for (size_t at = 0; at < sizeof kinds; at++) {
        uint32_t one = from;
        const mr_status_t status = seek(&p_log_store, kinds[at], &one);
        if (status != MR_OK && status != MR_NOT_FOUND)
            return status;
        if (status == MR_OK && (found != MR_OK || (one > *id) == is_last)) {
            *id = one;
            found = MR_OK;
        }
    }
    return found;
}
static inline mr_status_t p_log_settings_save(uint32_t id, const p_log_settings_t *value)
{
    uint8_t bytes[P_LOG_SETTINGS_SIZE];
    mr_status_t status;
    if (id > 4u)
        return MR_OUT_OF_RANGE;
    p_log_settings_pack(bytes, value);
    status = mr_store_put(&p_log_store, 8u, id, bytes, sizeof bytes);
    if (status == MR_OK)
        (void)p_log_settings_forget(id);   /* else a later save or delete does */
    return status;
}
static inline mr_status_t p_log_settings_load(uint32_t id, p_log_settings_t *value)
{
    uint8_t bytes[P_LOG_SETTINGS_SIZE];
    size_t length;
    mr_status_t status;
    if (id > 4u)
        return MR_OUT_OF_RANGE;
    status = mr_store_get(&p_log_store, 8u, id, bytes, sizeof bytes, &length);
    if (status == MR_OUT_OF_RANGE || (status == MR_OK && length != sizeof bytes))
        return MR_FOREIGN;
    if (status == MR_NOT_FOUND)
        status = p_log_settings_migrate(id, bytes);
    if (status == MR_OK || status == MR_MIGRATED)
        p_log_settings_unpack(value, bytes);
    return status;
}
static inline mr_status_t p_log_settings_delete(uint32_t id)
{
    mr_status_t status, earlier;
    if (id > 4u)
        return MR_OUT_OF_RANGE;
    earlier = p_log_settings_forget(id);
    if (earlier != MR_OK && earlier != MR_NOT_FOUND)
        return earlier;
    status = mr_store_remove(&p_log_store, 8u, id);
    return status == MR_NOT_FOUND ? earlier : status;
}
MR_INLINE mr_status_t p_log_settings_first(uint32_t *id) { return p_log_settings_seek(mr_store_first, false, id); }
MR_INLINE mr_status_t p_log_settings_next(uint32_t *id) { return p_log_settings_seek(mr_store_next, false, id); }
MR_INLINE mr_status_t p_log_settings_last(uint32_t *id) { return p_log_settings_seek(mr_store_last, true, id); }

/* record Blob "B", any id, at most 6 at a time */
/** Longer, and more of them. */
#define P_LOG_BLOB_SIZE 40u
/* What an earlier version saved: MR_MIGRATED, or MR_NOT_FOUND. */
static inline mr_status_t p_log_blob_migrate(uint32_t id, uint8_t *bytes, size_t capacity, size_t *length)
{
    mr_status_t status;
    status = mr_store_get(&p_log_store, 2u, id, bytes, capacity, length);   /* version 2 */
    if (status == MR_OK)
        return MR_MIGRATED;
    if (status != MR_NOT_FOUND && status != MR_BAD_ARGUMENT)
        return status;
    return MR_NOT_FOUND;
}
/* Removes what earlier versions saved, the oldest first: MR_OK, MR_NOT_FOUND, or what went wrong. */
static inline mr_status_t p_log_blob_forget(uint32_t id)
{
    mr_status_t status, done = MR_NOT_FOUND;
    status = mr_store_remove(&p_log_store, 2u, id);
    if (status == MR_OK)
        done = MR_OK;
    else if (status != MR_NOT_FOUND && status != MR_BAD_ARGUMENT)
        return status;
    return done;
}
/* The least or the greatest of the ids that `seek` finds among today's records and those of earlier versions. */
static inline mr_status_t p_log_blob_seek(mr_status_t (*seek)(mr_store_t *store, unsigned kind, uint32_t *id), bool is_last, uint32_t *id)
{
    static const uint8_t kinds[] = { 9u, 2u };
    const uint32_t from = *id;
    mr_status_t found = MR_NOT_FOUND;
    for (size_t at = 0; at < sizeof kinds; at++) {
        uint32_t one = from;
        const mr_status_t status = seek(&p_log_store, kinds[at], &one);
        if (status != MR_OK && status != MR_NOT_FOUND)
            return status;
        if (status == MR_OK && (found != MR_OK || (one > *id) == is_last)) {
            *id = one;
            found = MR_OK;
        }
    }
    return found;
}
static inline mr_status_t p_log_blob_save(uint32_t id, const uint8_t *bytes, size_t length)
{
    mr_status_t status;
    status = mr_store_put(&p_log_store, 9u, id, bytes, length);
    if (status == MR_OK)
        (void)p_log_blob_forget(id);   /* else a later save or delete does */
    return status;
}
/* *length is the value's; MR_OUT_OF_RANGE where that is more than the capacity, whose bytes are given then. */
static inline mr_status_t p_log_blob_load(uint32_t id, uint8_t *bytes, size_t capacity, size_t *length)
{
    mr_status_t status;
    status = mr_store_get(&p_log_store, 9u, id, bytes, capacity, length);
    return status == MR_NOT_FOUND ? p_log_blob_migrate(id, bytes, capacity, length) : status;
}
static inline mr_status_t p_log_blob_delete(uint32_t id)
{
    mr_status_t status, earlier;
    earlier = p_log_blob_forget(id);
    if (earlier != MR_OK && earlier != MR_NOT_FOUND)
        return earlier;
    status = mr_store_remove(&p_log_store, 9u, id);
    return status == MR_NOT_FOUND ? earlier : status;
}
MR_INLINE mr_status_t p_log_blob_first(uint32_t *id) { return p_log_blob_seek(mr_store_first, false, id); }
MR_INLINE mr_status_t p_log_blob_next(uint32_t *id) { return p_log_blob_seek(mr_store_next, false, id); }
MR_INLINE mr_status_t p_log_blob_last(uint32_t *id) { return p_log_blob_seek(mr_store_last, true, id); }

/* record Last "L", ids 0..9 */
static inline void p_log_last_from_2(uint8_t *bytes, const uint8_t *old)
{
    mr_fill(bytes, 0, P_READING_SIZE);
    mr_copy(bytes + 0x08u, old + 0x05u, 2u);
    { const uint64_t value = (uint64_t)MR_LE32(1, old + 0x1u); MR_SET_LE64(1, bytes, value); }   /* at */
    { const uint8_t value = (uint8_t)MR_BITS(uint8_t, MR_LE8(1, old), 0, 2); MR_SET_LE8(1, bytes + 0xAu, value); }   /* mode */
}
static inline void p_log_last_from_1(uint8_t *bytes, const uint8_t *old)
{
    mr_fill(bytes, 0, P_READING_SIZE);
    { const uint64_t value = (uint64_t)MR_LE32(1, old + 0x2u); MR_SET_LE64(1, bytes, value); }   /* at */
    { const int16_t value = (int16_t)((int16_t)MR_BITS_SIGNED(int16_t, MR_LE16(1, old), 0, 12) * (int16_t)(UINT64_C(1) << 4)); MR_SET_BE16(1, bytes + 0x8u, (uint16_t)value); }   /* level */
    { const uint8_t value = (uint8_t)MR_BITS(uint8_t, MR_LE8(1, old + 0x1u), 4, 2); MR_SET_LE8(1, bytes + 0xAu, value); }   /* mode */
}
/* What an earlier version saved, as bytes of today: MR_MIGRATED, or MR_NOT_FOUND. */
static inline mr_status_t p_log_last_migrate(uint32_t id, uint8_t *bytes)
{
    uint8_t old[7u];
    size_t length;
    mr_status_t status;
    status = mr_store_get(&p_log_store, 6u, id, old, 7u, &length);   /* version 2 */
    if (status == MR_OK && length == 7u) {
        p_log_last_from_2(bytes, old);
        return MR_MIGRATED;
    }
    if (status != MR_NOT_FOUND && status != MR_BAD_ARGUMENT)
        return status == MR_OK || status == MR_OUT_OF_RANGE ? MR_FOREIGN : status;
    status = mr_store_get(&p_log_store, 3u, id, old, 6u, &length);   /* version 1 */
    if (status == MR_OK && length == 6u) {
        p_log_last_from_1(bytes, old);
        return MR_MIGRATED;
    }
    if (status != MR_NOT_FOUND && status != MR_BAD_ARGUMENT)
        return status == MR_OK || status == MR_OUT_OF_RANGE ? MR_FOREIGN : status;
    return MR_NOT_FOUND;
}
/* Removes what earlier versions saved, the oldest first: MR_OK, MR_NOT_FOUND, or what went wrong. */
static inline mr_status_t p_log_last_forget(uint32_t id)
{
    mr_status_t status, done = MR_NOT_FOUND;
    status = mr_store_remove(&p_log_store, 3u, id);
    if (status == MR_OK)
        done = MR_OK;
    else if (status != MR_NOT_FOUND && status != MR_BAD_ARGUMENT)
        return status;
    status = mr_store_remove(&p_log_store, 6u, id);
    if (status == MR_OK)
        done = MR_OK;
    else if (status != MR_NOT_FOUND && status != MR_BAD_ARGUMENT)
        return status;
    return done;
}
/* The least or the greatest of the ids that `seek` finds among today's records and those of earlier versions. */
static inline mr_status_t p_log_last_seek(mr_status_t (*seek)(mr_store_t *store, unsigned kind, uint32_t *id), bool is_last, uint32_t *id)
{
    static const uint8_t kinds[] = { 10u, 6u, 3u };
    const uint32_t from = *id;
    mr_status_t found = MR_NOT_FOUND;
    for (size_t at = 0; at < sizeof kinds; at++) {
        uint32_t one = from;
        const mr_status_t status = seek(&p_log_store, kinds[at], &one);
        if (status != MR_OK && status != MR_NOT_FOUND)
            return status;
        if (status == MR_OK && (found != MR_OK || (one > *id) == is_last)) {
            *id = one;
            found = MR_OK;
        }
    }
    return found;
}
static inline mr_status_t p_log_last_save(uint32_t id, const p_reading_t *value)
{
    uint8_t bytes[P_READING_SIZE];
    mr_status_t status;
    if (id > 9u)
        return MR_OUT_OF_RANGE;
    p_reading_pack(bytes, value);
    status = mr_store_put(&p_log_store, 10u, id, bytes, sizeof bytes);
    if (status == MR_OK)
        (void)p_log_last_forget(id);   /* else a later save or delete does */
    return status;
}
static inline mr_status_t p_log_last_load(uint32_t id, p_reading_t *value)
{
    uint8_t bytes[P_READING_SIZE];
    size_t length;
    mr_status_t status;
    if (id > 9u)
        return MR_OUT_OF_RANGE;
    status = mr_store_get(&p_log_store, 10u, id, bytes, sizeof bytes, &length);
    if (status == MR_OUT_OF_RANGE || (status == MR_OK && length != sizeof bytes))
        return MR_FOREIGN;
    if (status == MR_NOT_FOUND)
        status = p_log_last_migrate(id, bytes);
    if (status == MR_OK || status == MR_MIGRATED)
        p_reading_unpack(value, bytes);
    return status;
}
static inline mr_status_t p_log_last_delete(uint32_t id)
{
    mr_status_t status, earlier;
    if (id > 9u)
        return MR_OUT_OF_RANGE;
    earlier = p_log_last_forget(id);
    if (earlier != MR_OK && earlier != MR_NOT_FOUND)
        return earlier;
    status = mr_store_remove(&p_log_store, 10u, id);
    return status == MR_NOT_FOUND ? earlier : status;
}
MR_INLINE mr_status_t p_log_last_first(uint32_t *id) { return p_log_last_seek(mr_store_first, false, id); }
MR_INLINE mr_status_t p_log_last_next(uint32_t *id) { return p_log_last_seek(mr_store_next, false, id); }
MR_INLINE mr_status_t p_log_last_last(uint32_t *id) { return p_log_last_seek(mr_store_last, true, id); }

/* record Sample "SMP", ids 0..99, a ring: the oldest are overwritten */

#define P_LOG_SAMPLE_SIZE 2u
typedef struct {
    uint16_t x;
} p_log_sample_t;
static inline void p_log_sample_pack(uint8_t *bytes, const p_log_sample_t *value)
{
    MR_SET_LE16(1, bytes, value->x);
}
static inline void p_log_sample_unpack(p_log_sample_t *value, const uint8_t *bytes)
{
    value->x = MR_LE16(1, bytes);
}
static inline mr_status_t p_log_sample_save(uint32_t id, const p_log_sample_t *value)
{
    uint8_t bytes[P_LOG_SAMPLE_SIZE];
    if (id > 99u)
        return MR_OUT_OF_RANGE;
    p_log_sample_pack(bytes, value);
    return mr_store_put(&p_log_store, 4u, id, bytes, sizeof bytes);
}
static inline mr_status_t p_log_sample_load(uint32_t id, p_log_sample_t *value)
{
    uint8_t bytes[P_LOG_SAMPLE_SIZE];
    size_t length;
    mr_status_t status;
    if (id > 99u)
        return MR_OUT_OF_RANGE;
    status = mr_store_get(&p_log_store, 4u, id, bytes, sizeof bytes, &length);
    if (status == MR_OUT_OF_RANGE || (status == MR_OK && length != sizeof bytes))
        return MR_FOREIGN;
    if (status == MR_OK)
        p_log_sample_unpack(value, bytes);
    return status;
}
static inline mr_status_t p_log_sample_delete(uint32_t id)
{
    if (id > 99u)
        return MR_OUT_OF_RANGE;
    return mr_store_remove(&p_log_store, 4u, id);
}
/* In the order of time, where ids are counted up. newest: the id that was saved last; older: the one saved before *id,
 * until MR_NOT_FOUND; *id stays then. append: saves under the id behind the newest one's, the first after the last; *id
 * becomes it, where id is not NULL. */
MR_INLINE mr_status_t p_log_sample_newest(uint32_t *id) { return mr_store_newest(&p_log_store, 4u, id); }
MR_INLINE mr_status_t p_log_sample_older(uint32_t *id) { return mr_store_older(&p_log_store, 4u, id); }
static inline mr_status_t p_log_sample_append(const p_log_sample_t *value, uint32_t *id)
{
    uint8_t bytes[P_LOG_SAMPLE_SIZE];
    p_log_sample_pack(bytes, value);
    return mr_store_append(&p_log_store, 4u, bytes, sizeof bytes, id);
}
MR_INLINE mr_status_t p_log_sample_first(uint32_t *id) { return mr_store_first(&p_log_store, 4u, id); }
MR_INLINE mr_status_t p_log_sample_next(uint32_t *id) { return mr_store_next(&p_log_store, 4u, id); }
MR_INLINE mr_status_t p_log_sample_last(uint32_t *id) { return mr_store_last(&p_log_store, 4u, id); }

/* ---- Setup: 40 bytes in nor at 0x8000, guarded by crc16
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        goal                     i32
 * 0x0004        more                     u16             = 5
 * 0x0006        (free)
 * 0x0025        (version)                u8
 * 0x0026        (crc16)
 */
#define P_SETUP_SIZE 40u
/** Larger, with another name. */
typedef struct { uint8_t bytes[P_SETUP_SIZE]; } p_setup_t;
MR_ASSERT(p_setup, sizeof(p_setup_t) == P_SETUP_SIZE);
static inline void p_setup_defaults(p_setup_t *block)
{
    static const uint8_t initial[P_SETUP_SIZE] = {
        0x00, 0x00, 0x00, 0x00, 0x05, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0x25, 0x51,
    };
    mr_copy(block->bytes, initial, P_SETUP_SIZE);
}
static inline uint16_t p_setup_crc(const p_setup_t *block)
{
    return mr_crc16(0x433Bu, block->bytes, 0x26u);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t p_setup_check(const p_setup_t *block)
{
    uint16_t difference = (uint16_t)(p_setup_crc(block) ^ MR_LE16(1, block->bytes + 0x26u));
    if (difference == 0)
        return block->bytes[0x25u] == 3u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, P_SETUP_SIZE) || mr_is_filled(block->bytes, 0xFF, P_SETUP_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void p_setup_seal(p_setup_t *block)
{
    block->bytes[0x25u] = 3u;
    MR_SET_LE16(1, block->bytes + 0x26u, p_setup_crc(block));
}
MR_EXTERN mr_flash_block_t p_setup_state;   /* both in the glue */
MR_EXTERN const mr_flash_block_config_t p_setup_setup;

/* What version 2 stored, and others alike, 5 bytes: is this whole? */
static inline bool p_setup_is_2(const uint8_t *old)
{
    return (old[0x2u] == 2u || old[0x2u] == 1u)
        && mr_crc16(0xD318u, old, 0x3u) == MR_LE16(1, old + 0x3u);
}
/* Reads it: 0; 2 where there is none. */
static inline int p_setup_find_2(uint8_t *old)
{
    mr_flash_block_config_t setup = p_setup_setup;
    mr_flash_block_t then;
    setup.seed = 0xEC5314DDu;
    setup.size_bytes = 5u;
    setup.slot_bytes = MR_FLASH_BLOCK_SLOT_BYTES(5u, 1u);
    setup.slot_count = MR_FLASH_BLOCK_SLOT_COUNT(5u, 1u, 4096u);
    if (mr_flash_block_open(&then, &setup, old) != MR_OK || !p_setup_is_2(old))
        return 2;
    mr_flash_block_follow(&p_setup_state, &then);   /* the first flush leaves that copy alone */
    return 0;
}
static inline void p_setup_from_2(p_setup_t *block, const uint8_t *old)
{
    p_setup_defaults(block);
    { const int32_t value = (int32_t)(int16_t)MR_LE16(1, old); MR_SET_LE32(1, block->bytes, (uint32_t)value); }   /* goal */
}
/* Takes over what an earlier version stored: MR_MIGRATED, or MR_NOT_FOUND where there is nothing of one.
 * The place is left as it is: a flush stores the block as of this version. */
static inline mr_status_t p_setup_migrate(p_setup_t *block)
{
    uint8_t old[5u];
    if (p_setup_find_2(old) != 2) {
        p_setup_from_2(block, old);
        return MR_MIGRATED;
    }
    return MR_NOT_FOUND;
}
/* Finds the newest copy in flash and loads it; says what was found; where that is not MR_OK or MR_MIGRATED, the defaults are set. Where the
 * last flush was cut just before its end, this completes it. Call it first: until then there is no copy, and flush and
 * erase refuse with MR_BAD_ARGUMENT. None of these from an interrupt. */
static inline mr_status_t p_setup_open(p_setup_t *block)
{
    mr_status_t found = mr_flash_block_open(&p_setup_state, &p_setup_setup, block->bytes);
    if (found == MR_OK)
        found = p_setup_check(block);
    if (found != MR_OK && p_setup_migrate(block) == MR_MIGRATED)
        return MR_MIGRATED;
    if (found != MR_OK)
        p_setup_defaults(block);
    return found;
}
/* Reads the newest copy again. MR_NOT_FOUND: there is none. */
static inline mr_status_t p_setup_load(p_setup_t *block) { return mr_flash_block_load(&p_setup_state, block->bytes); }
/* Appends a copy where the block differs from the newest one. Whenever power fails, the old or the new one is there whole. */
static inline mr_status_t p_setup_flush(p_setup_t *block)
{
    p_setup_seal(block);
    return mr_flash_block_flush(&p_setup_state, block->bytes);
}
/* Would a flush change anything? */
static inline bool p_setup_pending(const p_setup_t *block)
{
    p_setup_t image = *block;
    p_setup_seal(&image);
    return mr_flash_block_is_pending(&p_setup_state, image.bytes);
}
/* Forgets all copies, each by an erase: the next open finds MR_FRESH. */
static inline mr_status_t p_setup_erase(void) { return mr_flash_block_erase(&p_setup_state); }
#define P_SETUP_GOAL_OFFSET 0x00u
#define P_SETUP_GOAL_BIT 0u
#define P_SETUP_GOAL_WIDTH 32u
MR_INLINE int32_t p_setup_get_goal(const p_setup_t *block) { return (int32_t)MR_LE32(1, block->bytes); }
MR_INLINE void p_setup_set_goal(p_setup_t *block, int32_t to) { MR_SET_LE32(1, block->bytes, (uint32_t)to); }
#define P_SETUP_MORE_OFFSET 0x04u
#define P_SETUP_MORE_BIT 0u
#define P_SETUP_MORE_WIDTH 16u
MR_INLINE uint16_t p_setup_get_more(const p_setup_t *block) { return MR_LE16(1, block->bytes + 0x4u); }
MR_INLINE void p_setup_set_more(p_setup_t *block, uint16_t to) { MR_SET_LE16(1, block->bytes + 0x4u, to); }

/* ---- Level: 5 bytes in nor at 0xA000, 2 times every 0x2000, guarded by crc8
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        level                    u16
 * 0x0002        kind                     u8              = 9
 * 0x0003        (version)                u8
 * 0x0004        (crc8)
 */
#define P_LEVEL_SIZE 5u
#define P_LEVEL_COUNT 2u
#define P_LEVEL_STRIDE 0x2000u
typedef struct { uint8_t bytes[P_LEVEL_SIZE]; } p_level_t;
MR_ASSERT(p_level, sizeof(p_level_t) == P_LEVEL_SIZE);
static inline void p_level_defaults(p_level_t *block)
{
    static const uint8_t initial[P_LEVEL_SIZE] = {
        0x00, 0x00, 0x09, 0x03, 0x71,
    };
    mr_copy(block->bytes, initial, P_LEVEL_SIZE);
}
static inline uint8_t p_level_crc(const p_level_t *block)
{
    return mr_crc8(0xA3u, block->bytes, 0x4u);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t p_level_check(const p_level_t *block)
{
    uint8_t difference = (uint8_t)(p_level_crc(block) ^ MR_LE8(1, block->bytes + 0x4u));
    if (difference == 0)
        return block->bytes[0x3u] == 3u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, P_LEVEL_SIZE) || mr_is_filled(block->bytes, 0xFF, P_LEVEL_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void p_level_seal(p_level_t *block)
{
    block->bytes[0x3u] = 3u;
    MR_SET_LE8(1, block->bytes + 0x4u, p_level_crc(block));
}
MR_EXTERN mr_flash_block_t p_level_state[2];   /* both in the glue */
MR_EXTERN const mr_flash_block_config_t p_level_setup[2];

/* What version 2 stored, and others alike, 3 bytes: is this whole? */
static inline bool p_level_is_2(const uint8_t *old)
{
    return (old[0x1u] == 2u || old[0x1u] == 1u)
        && mr_crc8(0xA3u, old, 0x2u) == old[0x2u];
}
/* Reads it: 0; 2 where there is none. */
static inline int p_level_find_2(uint8_t *old, unsigned i)
{
    mr_flash_block_config_t setup = p_level_setup[i];
    mr_flash_block_t then;
    setup.seed = 0x9479D997u;
    setup.size_bytes = 3u;
    setup.slot_bytes = MR_FLASH_BLOCK_SLOT_BYTES(3u, 1u);
    setup.slot_count = MR_FLASH_BLOCK_SLOT_COUNT(3u, 1u, 4096u);
    if (mr_flash_block_open(&then, &setup, old) != MR_OK || !p_level_is_2(old))
        return 2;
    mr_flash_block_follow(&p_level_state[i], &then);   /* the first flush leaves that copy alone */
    return 0;
}
static inline void p_level_from_2(p_level_t *block, const uint8_t *old)
{
    p_level_defaults(block);
    { const uint16_t value = (uint16_t)MR_LE8(1, old); MR_SET_LE16(1, block->bytes, value); }   /* level */
}
/* Takes over what an earlier version stored: MR_MIGRATED, or MR_NOT_FOUND where there is nothing of one.
 * The place is left as it is: a flush stores the block as of this version. */
static inline mr_status_t p_level_migrate(p_level_t *block, unsigned i)
{
    uint8_t old[3u];
    if (p_level_find_2(old, i) != 2) {
        p_level_from_2(block, old);
        return MR_MIGRATED;
    }
    return MR_NOT_FOUND;
}
/* Finds the newest copy in flash and loads it; says what was found; where that is not MR_OK or MR_MIGRATED, the defaults are set. Where the
 * last flush was cut just before its end, this completes it. Call it first: until then there is no copy, and flush and
 * erase refuse with MR_BAD_ARGUMENT. None of these from an interrupt. */
static inline mr_status_t p_level_open(p_level_t *block, unsigned i)
{
    mr_status_t found = mr_flash_block_open(&p_level_state[i], &p_level_setup[i], block->bytes);
    if (found == MR_OK)
        found = p_level_check(block);
    if (found != MR_OK && p_level_migrate(block, i) == MR_MIGRATED)
        return MR_MIGRATED;
    if (found != MR_OK)
        p_level_defaults(block);
    return found;
}
/* Reads the newest copy again. MR_NOT_FOUND: there is none. */
static inline mr_status_t p_level_load(p_level_t *block, unsigned i) { return mr_flash_block_load(&p_level_state[i], block->bytes); }
/* Appends a copy where the block differs from the newest one. Whenever power fails, the old or the new one is there whole. */
static inline mr_status_t p_level_flush(p_level_t *block, unsigned i)
{
    p_level_seal(block);
    return mr_flash_block_flush(&p_level_state[i], block->bytes);
}
/* Would a flush change anything? */
static inline bool p_level_pending(const p_level_t *block, unsigned i)
{
    p_level_t image = *block;
    p_level_seal(&image);
    return mr_flash_block_is_pending(&p_level_state[i], image.bytes);
}
/* Forgets all copies, each by an erase: the next open finds MR_FRESH. */
static inline mr_status_t p_level_erase(unsigned i) { return mr_flash_block_erase(&p_level_state[i]); }
#define P_LEVEL_LEVEL_OFFSET 0x00u
#define P_LEVEL_LEVEL_BIT 0u
#define P_LEVEL_LEVEL_WIDTH 16u
MR_INLINE uint16_t p_level_get_level(const p_level_t *block) { return MR_LE16(1, block->bytes); }
MR_INLINE void p_level_set_level(p_level_t *block, uint16_t to) { MR_SET_LE16(1, block->bytes, to); }
#define P_LEVEL_KIND_OFFSET 0x02u
#define P_LEVEL_KIND_BIT 0u
#define P_LEVEL_KIND_WIDTH 8u
MR_INLINE uint8_t p_level_get_kind(const p_level_t *block) { return MR_LE8(1, block->bytes + 0x2u); }
MR_INLINE void p_level_set_kind(p_level_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x2u, to); }

#endif
