/* Made from services.mr by memregc 0.1.0; fingerprint 0xACFD17F1. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** All services of one layout, its flash on a SPI bus. */
#ifndef SERVICES_SERVICES_INCLUDED
#define SERVICES_SERVICES_INCLUDED

/* Behind the helpers, each below a line "---- NAME": store log, pool messages, pool readings, map assets, State. */
#include <stdbool.h>
#include <stdint.h>

#include <memreg/map.h>
#include <memreg/pool.h>
#include <memreg/store.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- Text of at most `size` bytes, padded with NUL; a copy of it is always terminated. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define SERVICES_VERSION 1u
#define SERVICES_FINGERPRINT 0xACFD17F1u

/* ---- region nor (flash), by spi_nor_flash.h */
/* The program defines it: under one chip select sends the command, then sends `length` bytes of `send`, or, where that is
 * NULL, receives as many into `receive`. Returns MR_OK, or a negative status, which ends the call that needs it. */
MR_EXTERN mr_status_t services_nor_transfer(const uint8_t *command, size_t command_length, const uint8_t *send, uint8_t *receive, size_t length);

typedef enum {
    SERVICES_MODE_OFF = 0,
    SERVICES_MODE_HEAT = 1,
    SERVICES_MODE_COOL = 2,
    SERVICES_MODE_FAULT = 7
} services_mode_t;
static inline bool services_mode_is_valid(unsigned value)
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
static inline const char *services_mode_name(services_mode_t value)
{
    switch (value) {
    case SERVICES_MODE_OFF: return "off";
    case SERVICES_MODE_HEAT: return "heat";
    case SERVICES_MODE_COOL: return "cool";
    case SERVICES_MODE_FAULT: return "fault";
    default: return "?";
    }
}

#define SERVICES_READING_SIZE 7u
typedef struct {
    uint32_t at;
    int16_t celsius;   /* 0.01 degC */
    uint8_t humidity;
} services_reading_t;
static inline void services_reading_pack(uint8_t *bytes, const services_reading_t *value)
{
    MR_SET_LE32(1, bytes, value->at);
    MR_SET_LE16(1, bytes + 0x4u, (uint16_t)value->celsius);
    MR_SET_LE8(1, bytes + 0x6u, value->humidity);
}
static inline void services_reading_unpack(services_reading_t *value, const uint8_t *bytes)
{
    value->at = MR_LE32(1, bytes);
    value->celsius = (int16_t)MR_LE16(1, bytes + 0x4u);
    value->humidity = MR_LE8(1, bytes + 0x6u);
}

/* ---- store log: 1048576 bytes in nor + 0x0; 488 bytes of RAM
 * save: writes a value over the one that the record had; whenever power fails, the old or the new one is there whole.
 * load: MR_NOT_FOUND, MR_CORRUPT; MR_FOREIGN where the value has another size than the layout says.
 * first, last: the least and the greatest id; next: the least above *id. MR_NOT_FOUND, and *id stays.
 * All: MR_OUT_OF_RANGE for an id that the layout does not have; memreg/store.h says what else they return. Not from
 * interrupts. */
MR_EXTERN mr_store_t services_log_store;   /* both in the glue */
MR_EXTERN const mr_store_config_t services_log_setup;

/* Mounts the store and repairs what a cut left: call it first. MR_OK; MR_FRESH: nothing was ever stored; MR_MIGRATED: the
 * layout has more kinds of records now; MR_FOREIGN: another layout's records are there, and only format may follow;
 * MR_CORRUPT: as MR_OK, but a record was damaged and shows an older value, or none. */
MR_INLINE mr_status_t services_log_open(void) { return mr_store_open(&services_log_store, &services_log_setup); }
/* Forgets all records; right after open, whatever that returned. */
MR_INLINE mr_status_t services_log_format(void) { return mr_store_format(&services_log_store); }
/* Reads all of it and proves that it is whole: MR_OK or MR_CORRUPT. Changes nothing. */
MR_INLINE mr_status_t services_log_check(void) { return mr_store_check(&services_log_store); }
MR_INLINE mr_status_t services_log_statistics(mr_store_statistics_t *statistics) { return mr_store_statistics(&services_log_store, statistics); }

/* record Sample "SMP", ids 0..9999, a ring: the oldest are overwritten */
static inline mr_status_t services_log_sample_save(uint32_t id, const services_reading_t *value)
{
    uint8_t bytes[SERVICES_READING_SIZE];
    if (id > 9999u)
        return MR_OUT_OF_RANGE;
    services_reading_pack(bytes, value);
    return mr_store_put(&services_log_store, 2u, id, bytes, sizeof bytes);
}
static inline mr_status_t services_log_sample_load(uint32_t id, services_reading_t *value)
{
    uint8_t bytes[SERVICES_READING_SIZE];
    size_t length;
    mr_status_t status;
    if (id > 9999u)
        return MR_OUT_OF_RANGE;
    status = mr_store_get(&services_log_store, 2u, id, bytes, sizeof bytes, &length);
    if (status == MR_OUT_OF_RANGE || (status == MR_OK && length != sizeof bytes))
        return MR_FOREIGN;
    if (status == MR_OK)
        services_reading_unpack(value, bytes);
    return status;
}
static inline mr_status_t services_log_sample_delete(uint32_t id)
{
    if (id > 9999u)
        return MR_OUT_OF_RANGE;
    return mr_store_remove(&services_log_store, 2u, id);
}
/* In the order of time, where ids are counted up. newest: the id that was saved last; older: the one saved before *id,
 * until MR_NOT_FOUND; *id stays then. append: saves under the id behind the newest one's, the first after the last; *id
 * becomes it, where id is not NULL. */
MR_INLINE mr_status_t services_log_sample_newest(uint32_t *id) { return mr_store_newest(&services_log_store, 2u, id); }
MR_INLINE mr_status_t services_log_sample_older(uint32_t *id) { return mr_store_older(&services_log_store, 2u, id); }
static inline mr_status_t services_log_sample_append(const services_reading_t *value, uint32_t *id)
{
    uint8_t bytes[SERVICES_READING_SIZE];
    services_reading_pack(bytes, value);
    return mr_store_append(&services_log_store, 2u, bytes, sizeof bytes, id);
}
MR_INLINE mr_status_t services_log_sample_first(uint32_t *id) { return mr_store_first(&services_log_store, 2u, id); }
MR_INLINE mr_status_t services_log_sample_next(uint32_t *id) { return mr_store_next(&services_log_store, 2u, id); }
MR_INLINE mr_status_t services_log_sample_last(uint32_t *id) { return mr_store_last(&services_log_store, 2u, id); }

/* record Config "CFG", ids 0 */

#define SERVICES_LOG_CONFIG_SIZE 27u
typedef struct {
    services_mode_t mode;
    int16_t target;
    char name[25];
} services_log_config_t;
static inline void services_log_config_pack(uint8_t *bytes, const services_log_config_t *value)
{
    mr_fill(bytes, 0, SERVICES_LOG_CONFIG_SIZE);
    MR_PUT_IN(8, uint8_t, bytes, 0, 3, mr_any((uint32_t)value->mode));
    MR_SET_LE16(1, bytes + 0x1u, (uint16_t)value->target);
    mr_set_text(bytes + 0x3u, value->name, 24u);
}
static inline void services_log_config_unpack(services_log_config_t *value, const uint8_t *bytes)
{
    value->mode = MR_BITS_ENUM(services_mode_t, MR_LE8(1, bytes), 0, 3);
    value->target = (int16_t)MR_LE16(1, bytes + 0x1u);
    mr_text(value->name, bytes + 0x3u, 24u);
}
static inline void services_log_config_defaults(services_log_config_t *value)
{
    static const uint8_t initial[SERVICES_LOG_CONFIG_SIZE] = {
        0x00, 0x34, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    };
    services_log_config_unpack(value, initial);
}
static inline mr_status_t services_log_config_save(uint32_t id, const services_log_config_t *value)
{
    uint8_t bytes[SERVICES_LOG_CONFIG_SIZE];
    if (id != 0u)
        return MR_OUT_OF_RANGE;
    services_log_config_pack(bytes, value);
    return mr_store_put(&services_log_store, 0u, id, bytes, sizeof bytes);
}
static inline mr_status_t services_log_config_load(uint32_t id, services_log_config_t *value)
{
    uint8_t bytes[SERVICES_LOG_CONFIG_SIZE];
    size_t length;
    mr_status_t status;
    if (id != 0u)
        return MR_OUT_OF_RANGE;
    status = mr_store_get(&services_log_store, 0u, id, bytes, sizeof bytes, &length);
    if (status == MR_OUT_OF_RANGE || (status == MR_OK && length != sizeof bytes))
        return MR_FOREIGN;
    if (status == MR_OK)
        services_log_config_unpack(value, bytes);
    return status;
}
static inline mr_status_t services_log_config_delete(uint32_t id)
{
    if (id != 0u)
        return MR_OUT_OF_RANGE;
    return mr_store_remove(&services_log_store, 0u, id);
}
MR_INLINE mr_status_t services_log_config_first(uint32_t *id) { return mr_store_first(&services_log_store, 0u, id); }
MR_INLINE mr_status_t services_log_config_next(uint32_t *id) { return mr_store_next(&services_log_store, 0u, id); }
MR_INLINE mr_status_t services_log_config_last(uint32_t *id) { return mr_store_last(&services_log_store, 0u, id); }

/* record Blob "B", ids 0..3 */
#define SERVICES_LOG_BLOB_SIZE 100u
static inline mr_status_t services_log_blob_save(uint32_t id, const uint8_t *bytes, size_t length)
{
    if (id > 3u)
        return MR_OUT_OF_RANGE;
    return mr_store_put(&services_log_store, 1u, id, bytes, length);
}
/* *length is the value's; MR_OUT_OF_RANGE where that is more than the capacity, whose bytes are given then. */
static inline mr_status_t services_log_blob_load(uint32_t id, uint8_t *bytes, size_t capacity, size_t *length)
{
    if (id > 3u)
        return MR_OUT_OF_RANGE;
    return mr_store_get(&services_log_store, 1u, id, bytes, capacity, length);
}
static inline mr_status_t services_log_blob_delete(uint32_t id)
{
    if (id > 3u)
        return MR_OUT_OF_RANGE;
    return mr_store_remove(&services_log_store, 1u, id);
}
MR_INLINE mr_status_t services_log_blob_first(uint32_t *id) { return mr_store_first(&services_log_store, 1u, id); }
MR_INLINE mr_status_t services_log_blob_next(uint32_t *id) { return mr_store_next(&services_log_store, 1u, id); }
MR_INLINE mr_status_t services_log_blob_last(uint32_t *id) { return mr_store_last(&services_log_store, 1u, id); }

/* ---- pool messages: 16 blocks of 64 bytes, in memory + 0 */
#define SERVICES_MESSAGES_BLOCK_SIZE 64u
#define SERVICES_MESSAGES_COUNT 16u
MR_EXTERN mr_handles_t services_messages_handles;   /* in the glue, made ready by its init */

/* As many adjacent blocks as the bytes need; 0 where there are none. An interrupt may call it, as all but compact, where
 * MR_LOCK is defined (memreg/pool.h). */
MR_INLINE mr_handle_t services_messages_alloc(size_t size_bytes) { return mr_handle_alloc(&services_messages_handles, size_bytes); }
/* Gives the blocks back and makes *handle 0. MR_STALE: it is none of a live object; MR_LOCKED: it is pinned. */
static inline mr_status_t services_messages_free(mr_handle_t *handle)
{
    mr_status_t status = mr_handle_free(&services_messages_handles, *handle);
    if (status == MR_OK)
        *handle = 0;
    return status;
}
/* The object's address, which stays until the last unpin; NULL where the handle is stale. */
MR_INLINE void *services_messages_pin(mr_handle_t handle) { return mr_handle_pin(&services_messages_handles, handle); }
MR_INLINE mr_status_t services_messages_unpin(mr_handle_t handle) { return mr_handle_unpin(&services_messages_handles, handle); }
/* Bytes that the object may use, whole blocks; 0 where the handle is stale. */
MR_INLINE size_t services_messages_size(mr_handle_t handle) { return mr_handle_size(&services_messages_handles, handle); }
/* Copies bytes out and in, pinned or not. MR_OUT_OF_RANGE: some would be outside the object, none is copied. */
MR_INLINE mr_status_t services_messages_read(mr_handle_t handle, size_t offset, void *to, size_t count) { return mr_handle_read(&services_messages_handles, handle, offset, to, count); }
MR_INLINE mr_status_t services_messages_write(mr_handle_t handle, size_t offset, const void *from, size_t count) { return mr_handle_write(&services_messages_handles, handle, offset, from, count); }
/* Copies all of *from over the beginning of `to`, frees it and makes it 0. MR_NO_SPACE: `to` is smaller. */
static inline mr_status_t services_messages_move(mr_handle_t to, mr_handle_t *from)
{
    mr_status_t status = mr_handle_move(&services_messages_handles, to, *from);
    if (status == MR_OK)
        *from = 0;
    return status;
}
/* Moves objects together, copying at most so many blocks: MR_OK when all free blocks are one run, MR_BUSY: call again,
 * MR_LOCKED: something pinned, or longer than that, is in the way. Not from an interrupt. */
MR_INLINE mr_status_t services_messages_compact(unsigned most_blocks) { return mr_handles_compact(&services_messages_handles, most_blocks); }
/* The live object after this one, the first for 0; 0 after the last. */
MR_INLINE mr_handle_t services_messages_next(mr_handle_t handle) { return mr_handle_next(&services_messages_handles, handle); }
MR_INLINE mr_pool_statistics_t services_messages_statistics(void) { return mr_pool_statistics(services_messages_handles.pool); }

/* ---- pool readings: 8 objects of Reading, in memory + 1024 */
#define SERVICES_READINGS_COUNT 8u
MR_EXTERN mr_objects_t services_readings_objects;   /* in the glue, made ready by its init */

/* An object, its contents undefined; NULL where all are live. An interrupt may call it, as all of these, where MR_LOCK is
 * defined (memreg/pool.h). */
MR_INLINE services_reading_t *services_readings_alloc(void) { return (services_reading_t *)mr_objects_alloc(&services_readings_objects); }
/* Gives *object back and makes it NULL. MR_OUT_OF_RANGE: it is none of this pool; MR_BAD_ARGUMENT: it points into one;
 * MR_NOT_FOUND: it is free. */
static inline mr_status_t services_readings_free(services_reading_t **object)
{
    mr_status_t status = mr_objects_free(&services_readings_objects, *object);
    if (status == MR_OK)
        *object = NULL;
    return status;
}
/* The live object after this one, the first for NULL; NULL after the last. */
MR_INLINE services_reading_t *services_readings_next(const services_reading_t *object) { return (services_reading_t *)mr_objects_next(&services_readings_objects, object); }
MR_INLINE mr_pool_statistics_t services_readings_statistics(void) { return mr_objects_statistics(&services_readings_objects); }

/* ---- map assets: packed files in nor + 0x100000, 1048576 bytes, read by the flash's driver: a view's mr_view_data() is NULL */
MR_EXTERN const mr_map_area_t services_assets_area;   /* in the glue */
typedef enum {
    SERVICES_ASSETS_FONT,   /* "eng5X8" */
    SERVICES_ASSETS_ICONS   /* "icons" */
} services_assets_file_t;
MR_EXTERN const char *const services_assets_names[2];
/* None of these from an interrupt, but for reads where mr_view_data() is not NULL.
 * open makes `view` show a file, until close. One comparison where it was packed at its place in the layout. MR_NOT_FOUND: it is
 * not there; MR_CORRUPT: the table of names is damaged, or there is none. */
MR_INLINE mr_status_t services_assets_open(services_assets_file_t file, mr_view_t *view) { return mr_files_open_known(&services_assets_area, services_assets_names, 2u, (unsigned)file, view); }
/* The same by a name that is known at run time only: looks through the table of names. */
MR_INLINE mr_status_t services_assets_open_name(const char *name, mr_view_t *view) { return mr_files_open(&services_assets_area, name, view); }
/* A view of any bytes, from the map's byte `offset` on: MR_OUT_OF_RANGE where they leave it. mr_view_u8(), _u16(), _u32() and
 * mr_view_read() read within a view's bounds, at any offset. */
MR_INLINE mr_status_t services_assets_map(uint32_t offset, uint32_t length, mr_view_t *view) { return mr_map_view(&services_assets_area, offset, length, view); }
MR_INLINE void services_assets_close(mr_view_t *view) { mr_map_unmap(view); }
/* The packed files one after the other: 0, 1 … until MR_NOT_FOUND. */
MR_INLINE mr_status_t services_assets_file_at(uint32_t index, mr_file_t *file) { return mr_files_at(&services_assets_area, index, file); }
/* After the flash was written: every view shows what it holds now. */
MR_INLINE mr_status_t services_assets_sync(uint32_t offset, uint32_t length) { return mr_map_sync(&services_assets_area, offset, length); }

/* ---- State: 1 bytes in memory at 0x440
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000 2:0    mode                     Mode
 * 0x0000 7:3    (free)
 */
#define SERVICES_STATE_SIZE 1u
typedef struct { uint8_t bytes[SERVICES_STATE_SIZE]; } services_state_t;
MR_ASSERT(services_state, sizeof(services_state_t) == SERVICES_STATE_SIZE);
MR_EXTERN uint8_t services_memory_bytes[];
/* The place itself. */
MR_INLINE services_state_t *services_state_at(void) { return (services_state_t *)(void *)(services_memory_bytes + 0x440u); }
static inline void services_state_defaults(services_state_t *block)
{
    mr_fill(block->bytes, 0, SERVICES_STATE_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t services_state_load(services_state_t *block)
{
    mr_copy(block->bytes, services_state_at()->bytes, SERVICES_STATE_SIZE);
    return MR_OK;
}
static inline mr_status_t services_state_flush(services_state_t *block)
{
    mr_copy_changed(services_state_at()->bytes, block->bytes, SERVICES_STATE_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool services_state_pending(const services_state_t *block)
{
    const services_state_t *place = services_state_at();
    return mr_differs(block->bytes, place->bytes, SERVICES_STATE_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t services_state_open(services_state_t *block)
{
    return services_state_load(block);
}
#define SERVICES_STATE_MODE_OFFSET 0x00u
#define SERVICES_STATE_MODE_BIT 0u
#define SERVICES_STATE_MODE_WIDTH 3u
MR_INLINE services_mode_t services_state_get_mode(const services_state_t *block) { return MR_BITS_ENUM(services_mode_t, MR_LE8(1, block->bytes), 0, 3); }
MR_INLINE void services_state_set_mode(services_state_t *block, services_mode_t to) { MR_CHECK((unsigned)to >> 3 == 0); MR_PUT_IN(8, uint8_t, block->bytes, 0, 3, mr_any((uint32_t)to)); }

#endif
