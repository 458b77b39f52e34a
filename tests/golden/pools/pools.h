/* Made from pools.mr by memregc 0.1.0; fingerprint 0x5228E844. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Pools of blocks and of objects, in RAM that the linker places and at an address. */
#ifndef P_POOLS_INCLUDED
#define P_POOLS_INCLUDED

/* Behind the helpers, each below a line "---- NAME": State, pool messages, pool readings, pool parts, pool points. */
#include <stdbool.h>
#include <stdint.h>

#include <memreg/pool.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- Text of at most `size` bytes, padded with NUL; a copy of it is always terminated. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define P_VERSION 1u
#define P_FINGERPRINT 0x5228E844u

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

#define P_READING_SIZE 10u
typedef struct {
    uint32_t at;
    p_mode_t mode;
    char name[6];
} p_reading_t;
static inline void p_reading_pack(uint8_t *bytes, const p_reading_t *value)
{
    mr_fill(bytes, 0, P_READING_SIZE);
    MR_SET_LE32(1, bytes + 0x1u, value->at);
    MR_PUT_IN(8, uint8_t, bytes, 0, 3, mr_any((uint32_t)value->mode));
    mr_set_text(bytes + 0x5u, value->name, 5u);
}
static inline void p_reading_unpack(p_reading_t *value, const uint8_t *bytes)
{
    value->at = MR_LE32(1, bytes + 0x1u);
    value->mode = MR_BITS_ENUM(p_mode_t, MR_LE8(1, bytes), 0, 3);
    mr_text(value->name, bytes + 0x5u, 5u);
}

/* ---- State: 1 bytes in memory at 0x0
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000 2:0    mode                     Mode
 * 0x0000 7:3    (free)
 */
#define P_STATE_SIZE 1u
typedef struct { uint8_t bytes[P_STATE_SIZE]; } p_state_t;
MR_ASSERT(p_state, sizeof(p_state_t) == P_STATE_SIZE);
MR_EXTERN uint8_t p_memory_bytes[];
/* The place itself. */
MR_INLINE p_state_t *p_state_at(void) { return (p_state_t *)(void *)(p_memory_bytes + 0x0u); }
static inline void p_state_defaults(p_state_t *block)
{
    mr_fill(block->bytes, 0, P_STATE_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t p_state_load(p_state_t *block)
{
    mr_copy(block->bytes, p_state_at()->bytes, P_STATE_SIZE);
    return MR_OK;
}
static inline mr_status_t p_state_flush(p_state_t *block)
{
    mr_copy_changed(p_state_at()->bytes, block->bytes, P_STATE_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool p_state_pending(const p_state_t *block)
{
    const p_state_t *place = p_state_at();
    return mr_differs(block->bytes, place->bytes, P_STATE_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t p_state_open(p_state_t *block)
{
    return p_state_load(block);
}
#define P_STATE_MODE_OFFSET 0x00u
#define P_STATE_MODE_BIT 0u
#define P_STATE_MODE_WIDTH 3u
MR_INLINE p_mode_t p_state_get_mode(const p_state_t *block) { return MR_BITS_ENUM(p_mode_t, MR_LE8(1, block->bytes), 0, 3); }
MR_INLINE void p_state_set_mode(p_state_t *block, p_mode_t to) { MR_CHECK((unsigned)to >> 3 == 0); MR_PUT_IN(8, uint8_t, block->bytes, 0, 3, mr_any((uint32_t)to)); }

/* ---- pool messages: 16 blocks of 64 bytes, in memory + 8 */
/** What the radio sends and receives. */
#define P_MESSAGES_BLOCK_SIZE 64u
#define P_MESSAGES_COUNT 16u
MR_EXTERN mr_handles_t p_messages_handles;   /* in the glue, made ready by its init */

/* As many adjacent blocks as the bytes need; 0 where there are none. An interrupt may call it, as all but compact, where
 * MR_LOCK is defined (memreg/pool.h). */
MR_INLINE mr_handle_t p_messages_alloc(size_t size_bytes) { return mr_handle_alloc(&p_messages_handles, size_bytes); }
/* Gives the blocks back and makes *handle 0. MR_STALE: it is none of a live object; MR_LOCKED: it is pinned. */
static inline mr_status_t p_messages_free(mr_handle_t *handle)
{
    mr_status_t status = mr_handle_free(&p_messages_handles, *handle);
    if (status == MR_OK)
        *handle = 0;
    return status;
}
/* The object's address, which stays until the last unpin; NULL where the handle is stale. */
MR_INLINE void *p_messages_pin(mr_handle_t handle) { return mr_handle_pin(&p_messages_handles, handle); }
MR_INLINE mr_status_t p_messages_unpin(mr_handle_t handle) { return mr_handle_unpin(&p_messages_handles, handle); }
/* Bytes that the object may use, whole blocks; 0 where the handle is stale. */
MR_INLINE size_t p_messages_size(mr_handle_t handle) { return mr_handle_size(&p_messages_handles, handle); }
/* Copies bytes out and in, pinned or not. MR_OUT_OF_RANGE: some would be outside the object, none is copied. */
MR_INLINE mr_status_t p_messages_read(mr_handle_t handle, size_t offset, void *to, size_t count) { return mr_handle_read(&p_messages_handles, handle, offset, to, count); }
MR_INLINE mr_status_t p_messages_write(mr_handle_t handle, size_t offset, const void *from, size_t count) { return mr_handle_write(&p_messages_handles, handle, offset, from, count); }
/* Copies all of *from over the beginning of `to`, frees it and makes it 0. MR_NO_SPACE: `to` is smaller. */
static inline mr_status_t p_messages_move(mr_handle_t to, mr_handle_t *from)
{
    mr_status_t status = mr_handle_move(&p_messages_handles, to, *from);
    if (status == MR_OK)
        *from = 0;
    return status;
}
/* Moves objects together, copying at most so many blocks: MR_OK when all free blocks are one run, MR_BUSY: call again,
 * MR_LOCKED: something pinned, or longer than that, is in the way. Not from an interrupt. */
MR_INLINE mr_status_t p_messages_compact(unsigned most_blocks) { return mr_handles_compact(&p_messages_handles, most_blocks); }
/* The live object after this one, the first for 0; 0 after the last. */
MR_INLINE mr_handle_t p_messages_next(mr_handle_t handle) { return mr_handle_next(&p_messages_handles, handle); }
MR_INLINE mr_pool_statistics_t p_messages_statistics(void) { return mr_pool_statistics(p_messages_handles.pool); }

/* ---- pool readings: 8 objects of Reading, in memory + 1032 */
#define P_READINGS_COUNT 8u
MR_EXTERN mr_objects_t p_readings_objects;   /* in the glue, made ready by its init */

/* An object, its contents undefined; NULL where all are live. An interrupt may call it, as all of these, where MR_LOCK is
 * defined (memreg/pool.h). */
MR_INLINE p_reading_t *p_readings_alloc(void) { return (p_reading_t *)mr_objects_alloc(&p_readings_objects); }
/* Gives *object back and makes it NULL. MR_OUT_OF_RANGE: it is none of this pool; MR_BAD_ARGUMENT: it points into one;
 * MR_NOT_FOUND: it is free. */
static inline mr_status_t p_readings_free(p_reading_t **object)
{
    mr_status_t status = mr_objects_free(&p_readings_objects, *object);
    if (status == MR_OK)
        *object = NULL;
    return status;
}
/* The live object after this one, the first for NULL; NULL after the last. */
MR_INLINE p_reading_t *p_readings_next(const p_reading_t *object) { return (p_reading_t *)mr_objects_next(&p_readings_objects, object); }
MR_INLINE mr_pool_statistics_t p_readings_statistics(void) { return mr_objects_statistics(&p_readings_objects); }

/* ---- pool parts: 20 blocks of 16 bytes, in backup + 256 */
#ifndef P_PARTS_ADDRESS
#define P_PARTS_ADDRESS 0x47000100u
#endif
#define P_PARTS_BLOCK_SIZE 16u
#define P_PARTS_COUNT 20u
MR_EXTERN mr_handles_t p_parts_handles;   /* in the glue, made ready by its init */

/* As many adjacent blocks as the bytes need; 0 where there are none. An interrupt may call it, as all but compact, where
 * MR_LOCK is defined (memreg/pool.h). */
MR_INLINE mr_handle_t p_parts_alloc(size_t size_bytes) { return mr_handle_alloc(&p_parts_handles, size_bytes); }
/* Gives the blocks back and makes *handle 0. MR_STALE: it is none of a live object; MR_LOCKED: it is pinned. */
static inline mr_status_t p_parts_free(mr_handle_t *handle)
{
    mr_status_t status = mr_handle_free(&p_parts_handles, *handle);
    if (status == MR_OK)
        *handle = 0;
    return status;
}
/* The object's address, which stays until the last unpin; NULL where the handle is stale. */
MR_INLINE void *p_parts_pin(mr_handle_t handle) { return mr_handle_pin(&p_parts_handles, handle); }
MR_INLINE mr_status_t p_parts_unpin(mr_handle_t handle) { return mr_handle_unpin(&p_parts_handles, handle); }
/* Bytes that the object may use, whole blocks; 0 where the handle is stale. */
MR_INLINE size_t p_parts_size(mr_handle_t handle) { return mr_handle_size(&p_parts_handles, handle); }
/* Copies bytes out and in, pinned or not. MR_OUT_OF_RANGE: some would be outside the object, none is copied. */
MR_INLINE mr_status_t p_parts_read(mr_handle_t handle, size_t offset, void *to, size_t count) { return mr_handle_read(&p_parts_handles, handle, offset, to, count); }
MR_INLINE mr_status_t p_parts_write(mr_handle_t handle, size_t offset, const void *from, size_t count) { return mr_handle_write(&p_parts_handles, handle, offset, from, count); }
/* Copies all of *from over the beginning of `to`, frees it and makes it 0. MR_NO_SPACE: `to` is smaller. */
static inline mr_status_t p_parts_move(mr_handle_t to, mr_handle_t *from)
{
    mr_status_t status = mr_handle_move(&p_parts_handles, to, *from);
    if (status == MR_OK)
        *from = 0;
    return status;
}
/* Moves objects together, copying at most so many blocks: MR_OK when all free blocks are one run, MR_BUSY: call again,
 * MR_LOCKED: something pinned, or longer than that, is in the way. Not from an interrupt. */
MR_INLINE mr_status_t p_parts_compact(unsigned most_blocks) { return mr_handles_compact(&p_parts_handles, most_blocks); }
/* The live object after this one, the first for 0; 0 after the last. */
MR_INLINE mr_handle_t p_parts_next(mr_handle_t handle) { return mr_handle_next(&p_parts_handles, handle); }
MR_INLINE mr_pool_statistics_t p_parts_statistics(void) { return mr_pool_statistics(p_parts_handles.pool); }

/* ---- pool points: 4 objects of Reading, in backup + 768 */
#ifndef P_POINTS_ADDRESS
#define P_POINTS_ADDRESS 0x47000300u
#endif
#define P_POINTS_COUNT 4u
MR_EXTERN mr_objects_t p_points_objects;   /* in the glue, made ready by its init */

/* An object, its contents undefined; NULL where all are live. An interrupt may call it, as all of these, where MR_LOCK is
 * defined (memreg/pool.h). */
MR_INLINE p_reading_t *p_points_alloc(void) { return (p_reading_t *)mr_objects_alloc(&p_points_objects); }
/* Gives *object back and makes it NULL. MR_OUT_OF_RANGE: it is none of this pool; MR_BAD_ARGUMENT: it points into one;
 * MR_NOT_FOUND: it is free. */
static inline mr_status_t p_points_free(p_reading_t **object)
{
    mr_status_t status = mr_objects_free(&p_points_objects, *object);
    if (status == MR_OK)
        *object = NULL;
    return status;
}
/* The live object after this one, the first for NULL; NULL after the last. */
MR_INLINE p_reading_t *p_points_next(const p_reading_t *object) { return (p_reading_t *)mr_objects_next(&p_points_objects, object); }
MR_INLINE mr_pool_statistics_t p_points_statistics(void) { return mr_objects_statistics(&p_points_objects); }

#endif
