/* Made from bus_mirror.mr by memregc 0.1.0; fingerprint 0x737EAEEF. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Two copies behind a bus. */
#ifndef P_BUS_MIRROR_INCLUDED
#define P_BUS_MIRROR_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Counter, Pairs. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
/* ---- Writing the bytes that changed. Runs that are at most `transfer_cost` equal bytes apart are sent as one. */
#define P_VERSION 1u
#define P_FINGERPRINT 0x737EAEEFu

/* ---- Counter: 8 bytes in fram at 0x0, guarded by crc16, two copies
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        count                    u32
 * 0x0004        (sequence)               u8
 * 0x0005        (version)                u8
 * 0x0006        (crc16)
 */
#define P_COUNTER_SIZE 8u
/* A copy to work on, beside what the device is known to hold. */
typedef struct { uint8_t bytes[P_COUNTER_SIZE], stored[P_COUNTER_SIZE]; } p_counter_t;
MR_ASSERT(p_counter, sizeof(((p_counter_t *)0)->bytes) == P_COUNTER_SIZE);
static inline void p_counter_defaults(p_counter_t *block)
{
    static const uint8_t initial[P_COUNTER_SIZE] = {
        0x00, 0x00, 0x00, 0x00, 0x00, 0x01, 0x79, 0x23,
    };
    mr_copy(block->bytes, initial, P_COUNTER_SIZE);
    for (unsigned at = 0; at < P_COUNTER_SIZE; at++)
        block->stored[at] = (uint8_t)~block->bytes[at];
}
static inline uint16_t p_counter_crc(const p_counter_t *block)
{
    return mr_crc16(0x9247u, block->bytes, 0x6u);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t p_counter_check(const p_counter_t *block)
{
    uint16_t difference = (uint16_t)(p_counter_crc(block) ^ MR_LE16(1, block->bytes + 0x6u));
    if (difference == 0)
        return block->bytes[0x5u] == 1u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, P_COUNTER_SIZE) || mr_is_filled(block->bytes, 0xFF, P_COUNTER_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void p_counter_seal(p_counter_t *block)
{
    block->bytes[0x5u] = 1u;
    MR_SET_LE16(1, block->bytes + 0x6u, p_counter_crc(block));
}
/* The program defines these two; offsets are from the region's start. */
MR_EXTERN mr_status_t p_fram_read(uint32_t offset, uint8_t *bytes, uint32_t count);
MR_EXTERN mr_status_t p_fram_write(uint32_t offset, const uint8_t *bytes, uint32_t count);
/* Reads both copies: the newer one that is whole into block->bytes, the other into block->stored; *newest is 0 or 1, or 2
 * where neither is whole, and *found says why. */
static inline mr_status_t p_counter_read_copies(p_counter_t *block, mr_status_t *found, unsigned *newest)
{
    mr_status_t first, second;
    mr_status_t status = p_fram_read(0x0u, block->bytes, P_COUNTER_SIZE);
    if (status < MR_OK)
        return status;
    first = p_counter_check(block);
    mr_copy(block->stored, block->bytes, P_COUNTER_SIZE);
    status = p_fram_read(0x0u + P_COUNTER_SIZE, block->bytes, P_COUNTER_SIZE);
    if (status < MR_OK)
        return status;
    second = p_counter_check(block);
    *found = MR_OK;
    if (first == MR_OK && second == MR_OK) {
        *newest = (uint8_t)((unsigned)block->bytes[0x4u] - (unsigned)block->stored[0x4u] - 1u) < 0x7Fu;
    } else if (first == MR_OK || second == MR_OK) {
        *newest = first != MR_OK;
    } else {
        *newest = 2;
        *found = first == second ? first : first == MR_FOREIGN || second == MR_FOREIGN ? MR_FOREIGN : MR_CORRUPT;
    }
    if (*newest == 0u)
        mr_swap(block->bytes, block->stored, P_COUNTER_SIZE);
    return MR_OK;
}
/* Reads the newer copy, and writes over the older one only the runs of bytes that differ, the guard last: an interrupted
 * flush leaves the newer as it was. Both read the two copies. */
static inline mr_status_t p_counter_load(p_counter_t *block)
{
    mr_status_t found;
    unsigned newest;
    mr_status_t status = p_counter_read_copies(block, &found, &newest);
    if (status >= MR_OK)
        mr_copy(block->stored, block->bytes, P_COUNTER_SIZE);
    return status;
}
static inline mr_status_t p_counter_flush(p_counter_t *block)
{
    p_counter_t device;
    mr_status_t found;
    unsigned newest;
    mr_status_t status = p_counter_read_copies(&device, &found, &newest);
    if (status < MR_OK)
        return status;
    if (newest == 2u || mr_differs(block->bytes, device.bytes, 0x4u)) {
        block->bytes[0x4u] = newest == 2u ? 0u : (uint8_t)(device.bytes[0x4u] + 1u);
        p_counter_seal(block);
        status = mr_flush_runs(p_fram_write, 0x0u + (newest == 0u ? P_COUNTER_SIZE : 0u), block->bytes, device.stored, P_COUNTER_SIZE, 3u);
    }
    if (status >= MR_OK)
        mr_copy(block->stored, block->bytes, P_COUNTER_SIZE);
    return status;
}
/* Does this differ from what was loaded or written last? */
static inline bool p_counter_pending(const p_counter_t *block)
{
    return mr_differs(block->bytes, block->stored, 0x4u);
}
/* Loads, and says what was found; where that is neither MR_OK nor an error of the transfer, the defaults are set. */
static inline mr_status_t p_counter_open(p_counter_t *block)
{
    mr_status_t found;
    unsigned newest;
    mr_status_t status = p_counter_read_copies(block, &found, &newest);
    if (status < MR_OK)
        return status;
    mr_copy(block->stored, block->bytes, P_COUNTER_SIZE);
    if (found != MR_OK)
        p_counter_defaults(block);
    return found;
}
#define P_COUNTER_COUNT_OFFSET 0x00u
#define P_COUNTER_COUNT_BIT 0u
#define P_COUNTER_COUNT_WIDTH 32u
MR_INLINE uint32_t p_counter_get_count(const p_counter_t *block) { return MR_LE32(1, block->bytes); }
MR_INLINE void p_counter_set_count(p_counter_t *block, uint32_t to) { MR_SET_LE32(1, block->bytes, to); }

/* ---- Pairs: 4 bytes in fram at 0x10, 2 times every 0x8, guarded by crc8, two copies
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        level                    u8              = 1
 * 0x0001        (sequence)               u8
 * 0x0002        (version)                u8
 * 0x0003        (crc8)
 */
#define P_PAIRS_SIZE 4u
#define P_PAIRS_COUNT 2u
#define P_PAIRS_STRIDE 0x8u
/* A copy to work on, beside what the device is known to hold. */
typedef struct { uint8_t bytes[P_PAIRS_SIZE], stored[P_PAIRS_SIZE]; } p_pairs_t;
MR_ASSERT(p_pairs, sizeof(((p_pairs_t *)0)->bytes) == P_PAIRS_SIZE);
static inline void p_pairs_defaults(p_pairs_t *block)
{
    static const uint8_t initial[P_PAIRS_SIZE] = {
        0x01, 0x00, 0x01, 0xDB,
    };
    mr_copy(block->bytes, initial, P_PAIRS_SIZE);
    for (unsigned at = 0; at < P_PAIRS_SIZE; at++)
        block->stored[at] = (uint8_t)~block->bytes[at];
}
static inline uint8_t p_pairs_crc(const p_pairs_t *block)
{
    return mr_crc8(0xC9u, block->bytes, 0x3u);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t p_pairs_check(const p_pairs_t *block)
{
    uint8_t difference = (uint8_t)(p_pairs_crc(block) ^ MR_LE8(1, block->bytes + 0x3u));
    if (difference == 0)
        return block->bytes[0x2u] == 1u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, P_PAIRS_SIZE) || mr_is_filled(block->bytes, 0xFF, P_PAIRS_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void p_pairs_seal(p_pairs_t *block)
{
    block->bytes[0x2u] = 1u;
    MR_SET_LE8(1, block->bytes + 0x3u, p_pairs_crc(block));
}
/* The program defines these two; offsets are from the region's start. */
MR_EXTERN mr_status_t p_fram_read(uint32_t offset, uint8_t *bytes, uint32_t count);
MR_EXTERN mr_status_t p_fram_write(uint32_t offset, const uint8_t *bytes, uint32_t count);
/* Reads both copies: the newer one that is whole into block->bytes, the other into block->stored; *newest is 0 or 1, or 2
 * where neither is whole, and *found says why. */
static inline mr_status_t p_pairs_read_copies(p_pairs_t *block, mr_status_t *found, unsigned *newest, unsigned i)
{
    mr_status_t first, second;
    mr_status_t status = p_fram_read(0x10u + i * 0x8u, block->bytes, P_PAIRS_SIZE);
    if (status < MR_OK)
        return status;
    first = p_pairs_check(block);
    mr_copy(block->stored, block->bytes, P_PAIRS_SIZE);
    status = p_fram_read(0x10u + i * 0x8u + P_PAIRS_SIZE, block->bytes, P_PAIRS_SIZE);
    if (status < MR_OK)
        return status;
    second = p_pairs_check(block);
    *found = MR_OK;
    if (first == MR_OK && second == MR_OK) {
        *newest = (uint8_t)((unsigned)block->bytes[0x1u] - (unsigned)block->stored[0x1u] - 1u) < 0x7Fu;
    } else if (first == MR_OK || second == MR_OK) {
        *newest = first != MR_OK;
    } else {
        *newest = 2;
        *found = first == second ? first : first == MR_FOREIGN || second == MR_FOREIGN ? MR_FOREIGN : MR_CORRUPT;
    }
    if (*newest == 0u)
        mr_swap(block->bytes, block->stored, P_PAIRS_SIZE);
    return MR_OK;
}
/* Reads the newer copy, and writes over the older one only the runs of bytes that differ, the guard last: an interrupted
 * flush leaves the newer as it was. Both read the two copies. */
static inline mr_status_t p_pairs_load(p_pairs_t *block, unsigned i)
{
    mr_status_t found;
    unsigned newest;
    mr_status_t status = p_pairs_read_copies(block, &found, &newest, i);
    if (status >= MR_OK)
        mr_copy(block->stored, block->bytes, P_PAIRS_SIZE);
    return status;
}
static inline mr_status_t p_pairs_flush(p_pairs_t *block, unsigned i)
{
    p_pairs_t device;
    mr_status_t found;
    unsigned newest;
    mr_status_t status = p_pairs_read_copies(&device, &found, &newest, i);
    if (status < MR_OK)
        return status;
    if (newest == 2u || mr_differs(block->bytes, device.bytes, 0x1u)) {
        block->bytes[0x1u] = newest == 2u ? 0u : (uint8_t)(device.bytes[0x1u] + 1u);
        p_pairs_seal(block);
        status = mr_flush_runs(p_fram_write, 0x10u + i * 0x8u + (newest == 0u ? P_PAIRS_SIZE : 0u), block->bytes, device.stored, P_PAIRS_SIZE, 3u);
    }
    if (status >= MR_OK)
        mr_copy(block->stored, block->bytes, P_PAIRS_SIZE);
    return status;
}
/* Does this differ from what was loaded or written last? */
static inline bool p_pairs_pending(const p_pairs_t *block)
{
    return mr_differs(block->bytes, block->stored, 0x1u);
}
/* Loads, and says what was found; where that is neither MR_OK nor an error of the transfer, the defaults are set. */
static inline mr_status_t p_pairs_open(p_pairs_t *block, unsigned i)
{
    mr_status_t found;
    unsigned newest;
    mr_status_t status = p_pairs_read_copies(block, &found, &newest, i);
    if (status < MR_OK)
        return status;
    mr_copy(block->stored, block->bytes, P_PAIRS_SIZE);
    if (found != MR_OK)
        p_pairs_defaults(block);
    return found;
}
#define P_PAIRS_LEVEL_OFFSET 0x00u
#define P_PAIRS_LEVEL_BIT 0u
#define P_PAIRS_LEVEL_WIDTH 8u
MR_INLINE uint8_t p_pairs_get_level(const p_pairs_t *block) { return MR_LE8(1, block->bytes); }
MR_INLINE void p_pairs_set_level(p_pairs_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes, to); }

#endif
