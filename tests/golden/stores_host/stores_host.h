/* Made from stores_host.mr by memregc 0.1.0; fingerprint 0x05530490. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** A store, and a block beside it, in the host's flash. */
#ifndef P_STORES_HOST_INCLUDED
#define P_STORES_HOST_INCLUDED

/* Behind the helpers, each below a line "---- NAME": store log, Setup. */
#include <stdbool.h>
#include <stdint.h>

#include <memreg/flash_block.h>
#include <memreg/store.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- Text of at most `size` bytes, padded with NUL; a copy of it is always terminated. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define P_VERSION 2u
#define P_FINGERPRINT 0x05530490u

/* ---- region flash (flash), by host_memory.h */

typedef enum {
    P_MODE_OFF = 0,
    P_MODE_HEAT = 1,
    P_MODE_COOL = 2,
    P_MODE_FAULT = 7
} p_mode_t;
static inline bool p_mode_is_valid(unsigned value)
{
    switch (value) {
    case 0u:
    case 1u:
    case 2u:
    case 7u:
        return true;
    default:
        return false;
    }
}
static inline const char *p_mode_name(p_mode_t value)
{
    switch (value) {
    case P_MODE_OFF: return "off";
    case P_MODE_HEAT: return "heat";
    case P_MODE_COOL: return "cool";
    case P_MODE_FAULT: return "fault";
    default: return "?";
    }
}

#define P_READING_SIZE 7u
typedef struct {
    uint32_t at;
    int16_t celsius;   /* 0.01 degC */
    uint8_t humidity;
} p_reading_t;
static inline void p_reading_pack(uint8_t *bytes, const p_reading_t *value)
{
    MR_SET_LE32(1, bytes, value->at);
    MR_SET_LE16(1, bytes + 0x4u, (uint16_t)value->celsius);
    MR_SET_LE8(1, bytes + 0x6u, value->humidity);
}
static inline void p_reading_unpack(p_reading_t *value, const uint8_t *bytes)
{
    value->at = MR_LE32(1, bytes);
    value->celsius = (int16_t)MR_LE16(1, bytes + 0x4u);
    value->humidity = MR_LE8(1, bytes + 0x6u);
}

/* ---- store log: 65536 bytes in flash + 0x0; 288 bytes of RAM
 * save: writes a value over the one that the record had; whenever power fails, the old or the new one is there whole.
 * load: MR_NOT_FOUND, MR_CORRUPT; MR_FOREIGN where the value has another size than the layout says.
 * first, last: the least and the greatest id; next: the least above *id. MR_NOT_FOUND, and *id stays.
 * All: MR_OUT_OF_RANGE for an id that the layout does not have; memreg/store.h says what else they return. Not from
 * interrupts. */
/** What happened, and how it is set. */
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

/* record Sample "SMP", ids 0..999, a ring: the oldest are overwritten */
static inline mr_status_t p_log_sample_save(uint32_t id, const p_reading_t *value)
{
    uint8_t bytes[P_READING_SIZE];
    if (id > 999u)
        return MR_OUT_OF_RANGE;
    p_reading_pack(bytes, value);
    return mr_store_put(&p_log_store, 3u, id, bytes, sizeof bytes);
}
static inline mr_status_t p_log_sample_load(uint32_t id, p_reading_t *value)
{
    uint8_t bytes[P_READING_SIZE];
    size_t length;
    mr_status_t status;
    if (id > 999u)
        return MR_OUT_OF_RANGE;
    status = mr_store_get(&p_log_store, 3u, id, bytes, sizeof bytes, &length);
    if (status == MR_OUT_OF_RANGE || (status == MR_OK && length != sizeof bytes))
        return MR_FOREIGN;
    if (status == MR_OK)
        p_reading_unpack(value, bytes);
    return status;
}
static inline mr_status_t p_log_sample_delete(uint32_t id)
{
    if (id > 999u)
        return MR_OUT_OF_RANGE;
    return mr_store_remove(&p_log_store, 3u, id);
}
/* In the order of time, where ids are counted up. newest: the id that was saved last; older: the one saved before *id,
 * until MR_NOT_FOUND; *id stays then. append: saves under the id behind the newest one's, the first after the last; *id
 * becomes it, where id is not NULL. */
MR_INLINE mr_status_t p_log_sample_newest(uint32_t *id) { return mr_store_newest(&p_log_store, 3u, id); }
MR_INLINE mr_status_t p_log_sample_older(uint32_t *id) { return mr_store_older(&p_log_store, 3u, id); }
static inline mr_status_t p_log_sample_append(const p_reading_t *value, uint32_t *id)
{
    uint8_t bytes[P_READING_SIZE];
    p_reading_pack(bytes, value);
    return mr_store_append(&p_log_store, 3u, bytes, sizeof bytes, id);
}
MR_INLINE mr_status_t p_log_sample_first(uint32_t *id) { return mr_store_first(&p_log_store, 3u, id); }
MR_INLINE mr_status_t p_log_sample_next(uint32_t *id) { return mr_store_next(&p_log_store, 3u, id); }
MR_INLINE mr_status_t p_log_sample_last(uint32_t *id) { return mr_store_last(&p_log_store, 3u, id); }

/* record Config "CFG", ids 0 */

#define P_LOG_CONFIG_SIZE 27u
/** One for all. */
typedef struct {
    p_mode_t mode;
    int16_t target;
    char name[25];
} p_log_config_t;
static inline void p_log_config_pack(uint8_t *bytes, const p_log_config_t *value)
{
    mr_fill(bytes, 0, P_LOG_CONFIG_SIZE);
    MR_PUT_IN(8, uint8_t, bytes, 0, 3, mr_any((uint32_t)value->mode));
    MR_SET_LE16(1, bytes + 0x1u, (uint16_t)value->target);
    mr_set_text(bytes + 0x3u, value->name, 24u);
}
static inline void p_log_config_unpack(p_log_config_t *value, const uint8_t *bytes)
{
    value->mode = MR_BITS_ENUM(p_mode_t, MR_LE8(1, bytes), 0, 3);
    value->target = (int16_t)MR_LE16(1, bytes + 0x1u);
    mr_text(value->name, bytes + 0x3u, 24u);
}
static inline void p_log_config_defaults(p_log_config_t *value)
{
    static const uint8_t initial[P_LOG_CONFIG_SIZE] = {
        0x01, 0x34, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    };
    p_log_config_unpack(value, initial);
}
static inline mr_status_t p_log_config_save(uint32_t id, const p_log_config_t *value)
{
    uint8_t bytes[P_LOG_CONFIG_SIZE];
    if (id != 0u)
        return MR_OUT_OF_RANGE;
    p_log_config_pack(bytes, value);
    return mr_store_put(&p_log_store, 0u, id, bytes, sizeof bytes);
}
static inline mr_status_t p_log_config_load(uint32_t id, p_log_config_t *value)
{
    uint8_t bytes[P_LOG_CONFIG_SIZE];
    size_t length;
    mr_status_t status;
    if (id != 0u)
        return MR_OUT_OF_RANGE;
    status = mr_store_get(&p_log_store, 0u, id, bytes, sizeof bytes, &length);
    if (status == MR_OUT_OF_RANGE || (status == MR_OK && length != sizeof bytes))
        return MR_FOREIGN;
    if (status == MR_OK)
        p_log_config_unpack(value, bytes);
    return status;
}
static inline mr_status_t p_log_config_delete(uint32_t id)
{
    if (id != 0u)
        return MR_OUT_OF_RANGE;
    return mr_store_remove(&p_log_store, 0u, id);
}
MR_INLINE mr_status_t p_log_config_first(uint32_t *id) { return mr_store_first(&p_log_store, 0u, id); }
MR_INLINE mr_status_t p_log_config_next(uint32_t *id) { return mr_store_next(&p_log_store, 0u, id); }
MR_INLINE mr_status_t p_log_config_last(uint32_t *id) { return mr_store_last(&p_log_store, 0u, id); }

/* record Blob "B", any id, at most 20 at a time */
#define P_LOG_BLOB_SIZE 3000u
static inline mr_status_t p_log_blob_save(uint32_t id, const uint8_t *bytes, size_t length)
{
    return mr_store_put(&p_log_store, 1u, id, bytes, length);
}
/* *length is the value's; MR_OUT_OF_RANGE where that is more than the capacity, whose bytes are given then. */
static inline mr_status_t p_log_blob_load(uint32_t id, uint8_t *bytes, size_t capacity, size_t *length)
{
    return mr_store_get(&p_log_store, 1u, id, bytes, capacity, length);
}
static inline mr_status_t p_log_blob_delete(uint32_t id)
{
    return mr_store_remove(&p_log_store, 1u, id);
}
MR_INLINE mr_status_t p_log_blob_first(uint32_t *id) { return mr_store_first(&p_log_store, 1u, id); }
MR_INLINE mr_status_t p_log_blob_next(uint32_t *id) { return mr_store_next(&p_log_store, 1u, id); }
MR_INLINE mr_status_t p_log_blob_last(uint32_t *id) { return mr_store_last(&p_log_store, 1u, id); }

/* record Few "\xF0", ids 5..14 */
static inline mr_status_t p_log_few_save(uint32_t id, const p_reading_t *value)
{
    uint8_t bytes[P_READING_SIZE];
    if (id - 5u > 9u)
        return MR_OUT_OF_RANGE;
    p_reading_pack(bytes, value);
    return mr_store_put(&p_log_store, 2u, id, bytes, sizeof bytes);
}
static inline mr_status_t p_log_few_load(uint32_t id, p_reading_t *value)
{
    uint8_t bytes[P_READING_SIZE];
    size_t length;
    mr_status_t status;
    if (id - 5u > 9u)
        return MR_OUT_OF_RANGE;
    status = mr_store_get(&p_log_store, 2u, id, bytes, sizeof bytes, &length);
    if (status == MR_OUT_OF_RANGE || (status == MR_OK && length != sizeof bytes))
        return MR_FOREIGN;
    if (status == MR_OK)
        p_reading_unpack(value, bytes);
    return status;
}
static inline mr_status_t p_log_few_delete(uint32_t id)
{
    if (id - 5u > 9u)
        return MR_OUT_OF_RANGE;
    return mr_store_remove(&p_log_store, 2u, id);
}
MR_INLINE mr_status_t p_log_few_first(uint32_t *id) { return mr_store_first(&p_log_store, 2u, id); }
MR_INLINE mr_status_t p_log_few_next(uint32_t *id) { return mr_store_next(&p_log_store, 2u, id); }
MR_INLINE mr_status_t p_log_few_last(uint32_t *id) { return mr_store_last(&p_log_store, 2u, id); }

/* record Line "LIN", ids 100..199, a ring: the oldest are overwritten */
#define P_LOG_LINE_SIZE 20u
/* The length, two bytes, and the bytes, as the ring keeps them. */
static inline bool p_log_line_frame(uint8_t *value, const uint8_t *bytes, size_t length)
{
    value[0] = (uint8_t)length;
    value[1] = (uint8_t)(length >> 8);
    for (size_t at = 0; at < P_LOG_LINE_SIZE; at++)
        value[2u + at] = at < length ? bytes[at] : 0xFFu;
    return length > 0 && length <= P_LOG_LINE_SIZE;
}
static inline mr_status_t p_log_line_save(uint32_t id, const uint8_t *bytes, size_t length)
{
    uint8_t value[P_LOG_LINE_SIZE + 2u];
    if (id - 100u > 99u)
        return MR_OUT_OF_RANGE;
    if (!p_log_line_frame(value, bytes, length))
        return MR_BAD_ARGUMENT;
    return mr_store_put(&p_log_store, 4u, id, value, sizeof value);
}
/* *length is the value's; MR_OUT_OF_RANGE where that is more than the capacity, whose bytes are given then. */
static inline mr_status_t p_log_line_load(uint32_t id, uint8_t *bytes, size_t capacity, size_t *length)
{
    uint8_t value[P_LOG_LINE_SIZE + 2u];
    size_t found;
    mr_status_t status;
    if (id - 100u > 99u)
        return MR_OUT_OF_RANGE;
    status = mr_store_get(&p_log_store, 4u, id, value, sizeof value, &found);
    if (status != MR_OK)
        return status;
    found = value[0] | (size_t)value[1] << 8;
    for (size_t at = 0; at < found && at < capacity && at < P_LOG_LINE_SIZE; at++)
        bytes[at] = value[2u + at];
    *length = found;
    return found > P_LOG_LINE_SIZE ? MR_CORRUPT : found > capacity ? MR_OUT_OF_RANGE : MR_OK;
}
static inline mr_status_t p_log_line_delete(uint32_t id)
{
    if (id - 100u > 99u)
        return MR_OUT_OF_RANGE;
    return mr_store_remove(&p_log_store, 4u, id);
}
/* In the order of time, where ids are counted up. newest: the id that was saved last; older: the one saved before *id,
 * until MR_NOT_FOUND; *id stays then. append: saves under the id behind the newest one's, the first after the last; *id
 * becomes it, where id is not NULL. */
MR_INLINE mr_status_t p_log_line_newest(uint32_t *id) { return mr_store_newest(&p_log_store, 4u, id); }
MR_INLINE mr_status_t p_log_line_older(uint32_t *id) { return mr_store_older(&p_log_store, 4u, id); }
static inline mr_status_t p_log_line_append(const uint8_t *bytes, size_t length, uint32_t *id)
{
    uint8_t value[P_LOG_LINE_SIZE + 2u];
    if (!p_log_line_frame(value, bytes, length))
        return MR_BAD_ARGUMENT;
    return mr_store_append(&p_log_store, 4u, value, sizeof value, id);
}
MR_INLINE mr_status_t p_log_line_first(uint32_t *id) { return mr_store_first(&p_log_store, 4u, id); }
MR_INLINE mr_status_t p_log_line_next(uint32_t *id) { return mr_store_next(&p_log_store, 4u, id); }
MR_INLINE mr_status_t p_log_line_last(uint32_t *id) { return mr_store_last(&p_log_store, 4u, id); }

/* ---- Setup: 1 bytes in flash at 0x10000
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        volume                   u8              = 5
 */
#define P_SETUP_SIZE 1u
typedef struct { uint8_t bytes[P_SETUP_SIZE]; } p_setup_t;
MR_ASSERT(p_setup, sizeof(p_setup_t) == P_SETUP_SIZE);
static inline void p_setup_defaults(p_setup_t *block)
{
    static const uint8_t initial[P_SETUP_SIZE] = {
        0x05,
    };
    mr_copy(block->bytes, initial, P_SETUP_SIZE);
}
MR_EXTERN mr_flash_block_t p_setup_state;   /* both in the glue */
MR_EXTERN const mr_flash_block_config_t p_setup_setup;

/* Finds the newest copy in flash and loads it; says what was found; where that is not MR_OK, the defaults are set. Where the
 * last flush was cut just before its end, this completes it. Call it first: until then there is no copy, and flush and
 * erase refuse with MR_BAD_ARGUMENT. None of these from an interrupt. */
static inline mr_status_t p_setup_open(p_setup_t *block)
{
    mr_status_t found = mr_flash_block_open(&p_setup_state, &p_setup_setup, block->bytes);
    if (found != MR_OK)
        p_setup_defaults(block);
    return found;
}
/* Reads the newest copy again. MR_NOT_FOUND: there is none. */
static inline mr_status_t p_setup_load(p_setup_t *block) { return mr_flash_block_load(&p_setup_state, block->bytes); }
/* Appends a copy where the block differs from the newest one. Whenever power fails, the old or the new one is there whole. */
static inline mr_status_t p_setup_flush(p_setup_t *block)
{
    return mr_flash_block_flush(&p_setup_state, block->bytes);
}
/* Would a flush change anything? */
static inline bool p_setup_pending(const p_setup_t *block)
{
    return mr_flash_block_is_pending(&p_setup_state, block->bytes);
}
/* Forgets all copies, each by an erase: the next open finds MR_FRESH. */
static inline mr_status_t p_setup_erase(void) { return mr_flash_block_erase(&p_setup_state); }
#define P_SETUP_VOLUME_OFFSET 0x00u
#define P_SETUP_VOLUME_BIT 0u
#define P_SETUP_VOLUME_WIDTH 8u
MR_INLINE uint8_t p_setup_get_volume(const p_setup_t *block) { return MR_LE8(1, block->bytes); }
MR_INLINE void p_setup_set_volume(p_setup_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes, to); }

#endif
