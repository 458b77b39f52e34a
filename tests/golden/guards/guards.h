/* Made from guards.mr by memregc 0.1.0; fingerprint 0x8A9267A1. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Guards: a version and a CRC behind the fields tell valid contents from fresh, foreign and torn ones. */
#ifndef GUARDS_GUARDS_INCLUDED
#define GUARDS_GUARDS_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Small, Middle, Large, Twin. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- Text of at most `size` bytes, padded with NUL; a copy of it is always terminated. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define GUARDS_VERSION 5u
#define GUARDS_FINGERPRINT 0x8A9267A1u

/* ---- Small: 3 bytes in memory at 0x0, guarded by crc8
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        value                    u8              = 1
 * 0x0001        (version)                u8
 * 0x0002        (crc8)
 */
#define GUARDS_SMALL_SIZE 3u
typedef struct { uint8_t bytes[GUARDS_SMALL_SIZE]; } guards_small_t;
MR_ASSERT(guards_small, sizeof(guards_small_t) == GUARDS_SMALL_SIZE);
MR_EXTERN uint8_t guards_memory_bytes[];
/* The place itself. */
MR_INLINE guards_small_t *guards_small_at(void) { return (guards_small_t *)(void *)(guards_memory_bytes + 0x0u); }
static inline void guards_small_defaults(guards_small_t *block)
{
    static const uint8_t initial[GUARDS_SMALL_SIZE] = {
        0x01, 0x05, 0x48,
    };
    mr_copy(block->bytes, initial, GUARDS_SMALL_SIZE);
}
static inline uint8_t guards_small_crc(const guards_small_t *block)
{
    return mr_crc8(0xDCu, block->bytes, 0x2u);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t guards_small_check(const guards_small_t *block)
{
    uint8_t difference = (uint8_t)(guards_small_crc(block) ^ MR_LE8(1, block->bytes + 0x2u));
    if (difference == 0)
        return block->bytes[0x1u] == 5u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, GUARDS_SMALL_SIZE) || mr_is_filled(block->bytes, 0xFF, GUARDS_SMALL_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void guards_small_seal(guards_small_t *block)
{
    block->bytes[0x1u] = 5u;
    MR_SET_LE8(1, block->bytes + 0x2u, guards_small_crc(block));
}
/* Copies the place here, and back: only bytes that differ are written, the guard last. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t guards_small_load(guards_small_t *block)
{
    mr_copy(block->bytes, guards_small_at()->bytes, GUARDS_SMALL_SIZE);
    return MR_OK;
}
static inline mr_status_t guards_small_flush(guards_small_t *block)
{
    guards_small_seal(block);
    mr_copy_changed(guards_small_at()->bytes, block->bytes, GUARDS_SMALL_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool guards_small_pending(const guards_small_t *block)
{
    const guards_small_t *place = guards_small_at();
    return mr_differs(block->bytes, place->bytes, 0x1u) || guards_small_check(place) != MR_OK;
}
/* Loads, and says what was found; where that is neither MR_OK nor an error of the transfer, the defaults are set. */
static inline mr_status_t guards_small_open(guards_small_t *block)
{
    mr_status_t found = guards_small_load(block);
    if (found < MR_OK)
        return found;
    found = guards_small_check(block);
    if (found != MR_OK)
        guards_small_defaults(block);
    return found;
}
#define GUARDS_SMALL_VALUE_OFFSET 0x00u
#define GUARDS_SMALL_VALUE_BIT 0u
#define GUARDS_SMALL_VALUE_WIDTH 8u
MR_INLINE uint8_t guards_small_get_value(const guards_small_t *block) { return MR_LE8(1, block->bytes); }
MR_INLINE void guards_small_set_value(guards_small_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes, to); }

/* ---- Middle: 11 bytes in memory at 0x3, guarded by crc16
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        value                    u32             = 16909060
 * 0x0004        name                     char[4]         = "abcd"
 * 0x0008        (version)                u8
 * 0x0009        (crc16)
 */
#define GUARDS_MIDDLE_SIZE 11u
typedef struct { uint8_t bytes[GUARDS_MIDDLE_SIZE]; } guards_middle_t;
MR_ASSERT(guards_middle, sizeof(guards_middle_t) == GUARDS_MIDDLE_SIZE);
MR_EXTERN uint8_t guards_memory_bytes[];
/* The place itself. */
MR_INLINE guards_middle_t *guards_middle_at(void) { return (guards_middle_t *)(void *)(guards_memory_bytes + 0x3u); }
static inline void guards_middle_defaults(guards_middle_t *block)
{
    static const uint8_t initial[GUARDS_MIDDLE_SIZE] = {
        0x04, 0x03, 0x02, 0x01, 0x61, 0x62, 0x63, 0x64, 0x05, 0xF9, 0x1F,
    };
    mr_copy(block->bytes, initial, GUARDS_MIDDLE_SIZE);
}
static inline uint16_t guards_middle_crc(const guards_middle_t *block)
{
    return mr_crc16(0x5BB2u, block->bytes, 0x9u);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t guards_middle_check(const guards_middle_t *block)
{
    uint16_t difference = (uint16_t)(guards_middle_crc(block) ^ MR_LE16(1, block->bytes + 0x9u));
    if (difference == 0)
        return block->bytes[0x8u] == 5u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, GUARDS_MIDDLE_SIZE) || mr_is_filled(block->bytes, 0xFF, GUARDS_MIDDLE_SIZE))
        return MR_FRESH;
    if (difference == 0xA50Au)
        return MR_FOREIGN;
    return MR_CORRUPT;
}
static inline void guards_middle_seal(guards_middle_t *block)
{
    block->bytes[0x8u] = 5u;
    MR_SET_LE16(1, block->bytes + 0x9u, guards_middle_crc(block));
}
/* Copies the place here, and back: only bytes that differ are written, the guard last. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t guards_middle_load(guards_middle_t *block)
{
    mr_copy(block->bytes, guards_middle_at()->bytes, GUARDS_MIDDLE_SIZE);
    return MR_OK;
}
static inline mr_status_t guards_middle_flush(guards_middle_t *block)
{
    guards_middle_seal(block);
    mr_copy_changed(guards_middle_at()->bytes, block->bytes, GUARDS_MIDDLE_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool guards_middle_pending(const guards_middle_t *block)
{
    const guards_middle_t *place = guards_middle_at();
    return mr_differs(block->bytes, place->bytes, 0x8u) || guards_middle_check(place) != MR_OK;
}
/* Loads, and says what was found; where that is neither MR_OK nor an error of the transfer, the defaults are set. */
static inline mr_status_t guards_middle_open(guards_middle_t *block)
{
    mr_status_t found = guards_middle_load(block);
    if (found < MR_OK)
        return found;
    found = guards_middle_check(block);
    if (found != MR_OK)
        guards_middle_defaults(block);
    return found;
}
#define GUARDS_MIDDLE_VALUE_OFFSET 0x00u
#define GUARDS_MIDDLE_VALUE_BIT 0u
#define GUARDS_MIDDLE_VALUE_WIDTH 32u
MR_INLINE uint32_t guards_middle_get_value(const guards_middle_t *block) { return MR_LE32(1, block->bytes); }
MR_INLINE void guards_middle_set_value(guards_middle_t *block, uint32_t to) { MR_SET_LE32(1, block->bytes, to); }
#define GUARDS_MIDDLE_NAME_OFFSET 0x04u
#define GUARDS_MIDDLE_NAME_BIT 0u
#define GUARDS_MIDDLE_NAME_WIDTH 32u
MR_INLINE void guards_middle_get_name(const guards_middle_t *block, char out[5]) { mr_text(out, block->bytes + 0x4u, 4u); }
MR_INLINE void guards_middle_set_name(guards_middle_t *block, const char *to) { mr_set_text(block->bytes + 0x4u, to, 4u); }

/* ---- Large: 32 bytes in memory at 0xE, guarded by crc32
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        value                    u64
 * 0x0008        (free)
 * 0x001B        (version)                u8
 * 0x001C        (crc32)
 */
#define GUARDS_LARGE_SIZE 32u
typedef struct { uint8_t bytes[GUARDS_LARGE_SIZE]; } guards_large_t;
MR_ASSERT(guards_large, sizeof(guards_large_t) == GUARDS_LARGE_SIZE);
MR_EXTERN uint8_t guards_memory_bytes[];
/* The place itself. */
MR_INLINE guards_large_t *guards_large_at(void) { return (guards_large_t *)(void *)(guards_memory_bytes + 0xEu); }
static inline void guards_large_defaults(guards_large_t *block)
{
    static const uint8_t initial[GUARDS_LARGE_SIZE] = {
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x05, 0xC4, 0x0F, 0x00, 0x6E,
    };
    mr_copy(block->bytes, initial, GUARDS_LARGE_SIZE);
}
static inline uint32_t guards_large_crc(const guards_large_t *block)
{
    return mr_crc32(0x5DEA37ADu, block->bytes, 0x1Cu);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t guards_large_check(const guards_large_t *block)
{
    uint32_t difference = (uint32_t)(guards_large_crc(block) ^ MR_LE32(1, block->bytes + 0x1Cu));
    if (difference == 0)
        return block->bytes[0x1Bu] == 5u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, GUARDS_LARGE_SIZE) || mr_is_filled(block->bytes, 0xFF, GUARDS_LARGE_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void guards_large_seal(guards_large_t *block)
{
    block->bytes[0x1Bu] = 5u;
    MR_SET_LE32(1, block->bytes + 0x1Cu, guards_large_crc(block));
}
/* Copies the place here, and back: only bytes that differ are written, the guard last. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t guards_large_load(guards_large_t *block)
{
    mr_copy(block->bytes, guards_large_at()->bytes, GUARDS_LARGE_SIZE);
    return MR_OK;
}
static inline mr_status_t guards_large_flush(guards_large_t *block)
{
    guards_large_seal(block);
    mr_copy_changed(guards_large_at()->bytes, block->bytes, GUARDS_LARGE_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool guards_large_pending(const guards_large_t *block)
{
    const guards_large_t *place = guards_large_at();
    return mr_differs(block->bytes, place->bytes, 0x1Bu) || guards_large_check(place) != MR_OK;
}
/* Loads, and says what was found; where that is neither MR_OK nor an error of the transfer, the defaults are set. */
static inline mr_status_t guards_large_open(guards_large_t *block)
{
    mr_status_t found = guards_large_load(block);
    if (found < MR_OK)
        return found;
    found = guards_large_check(block);
    if (found != MR_OK)
        guards_large_defaults(block);
    return found;
}
#define GUARDS_LARGE_VALUE_OFFSET 0x00u
#define GUARDS_LARGE_VALUE_BIT 0u
#define GUARDS_LARGE_VALUE_WIDTH 64u
MR_INLINE uint64_t guards_large_get_value(const guards_large_t *block) { return MR_LE64(1, block->bytes); }
MR_INLINE void guards_large_set_value(guards_large_t *block, uint64_t to) { MR_SET_LE64(1, block->bytes, to); }

/* ---- Twin: 11 bytes in memory at 0x2E, guarded by crc16
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        value                    u32
 * 0x0004        name                     char[4]
 * 0x0008        (version)                u8
 * 0x0009        (crc16)
 */
#define GUARDS_TWIN_SIZE 11u
/** Equal in size and guard to Middle, and yet never taken for it. */
typedef struct { uint8_t bytes[GUARDS_TWIN_SIZE]; } guards_twin_t;
MR_ASSERT(guards_twin, sizeof(guards_twin_t) == GUARDS_TWIN_SIZE);
MR_EXTERN uint8_t guards_memory_bytes[];
/* The place itself. */
MR_INLINE guards_twin_t *guards_twin_at(void) { return (guards_twin_t *)(void *)(guards_memory_bytes + 0x2Eu); }
static inline void guards_twin_defaults(guards_twin_t *block)
{
    static const uint8_t initial[GUARDS_TWIN_SIZE] = {
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x05, 0xC8, 0xC9,
    };
    mr_copy(block->bytes, initial, GUARDS_TWIN_SIZE);
}
static inline uint16_t guards_twin_crc(const guards_twin_t *block)
{
    return mr_crc16(0xC274u, block->bytes, 0x9u);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t guards_twin_check(const guards_twin_t *block)
{
    uint16_t difference = (uint16_t)(guards_twin_crc(block) ^ MR_LE16(1, block->bytes + 0x9u));
    if (difference == 0)
        return block->bytes[0x8u] == 5u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, GUARDS_TWIN_SIZE) || mr_is_filled(block->bytes, 0xFF, GUARDS_TWIN_SIZE))
        return MR_FRESH;
    if (difference == 0xA50Au)
        return MR_FOREIGN;
    return MR_CORRUPT;
}
static inline void guards_twin_seal(guards_twin_t *block)
{
    block->bytes[0x8u] = 5u;
    MR_SET_LE16(1, block->bytes + 0x9u, guards_twin_crc(block));
}
/* Copies the place here, and back: only bytes that differ are written, the guard last. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t guards_twin_load(guards_twin_t *block)
{
    mr_copy(block->bytes, guards_twin_at()->bytes, GUARDS_TWIN_SIZE);
    return MR_OK;
}
static inline mr_status_t guards_twin_flush(guards_twin_t *block)
{
    guards_twin_seal(block);
    mr_copy_changed(guards_twin_at()->bytes, block->bytes, GUARDS_TWIN_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool guards_twin_pending(const guards_twin_t *block)
{
    const guards_twin_t *place = guards_twin_at();
    return mr_differs(block->bytes, place->bytes, 0x8u) || guards_twin_check(place) != MR_OK;
}
/* Loads, and says what was found; where that is neither MR_OK nor an error of the transfer, the defaults are set. */
static inline mr_status_t guards_twin_open(guards_twin_t *block)
{
    mr_status_t found = guards_twin_load(block);
    if (found < MR_OK)
        return found;
    found = guards_twin_check(block);
    if (found != MR_OK)
        guards_twin_defaults(block);
    return found;
}
#define GUARDS_TWIN_VALUE_OFFSET 0x00u
#define GUARDS_TWIN_VALUE_BIT 0u
#define GUARDS_TWIN_VALUE_WIDTH 32u
MR_INLINE uint32_t guards_twin_get_value(const guards_twin_t *block) { return MR_LE32(1, block->bytes); }
MR_INLINE void guards_twin_set_value(guards_twin_t *block, uint32_t to) { MR_SET_LE32(1, block->bytes, to); }
#define GUARDS_TWIN_NAME_OFFSET 0x04u
#define GUARDS_TWIN_NAME_BIT 0u
#define GUARDS_TWIN_NAME_WIDTH 32u
MR_INLINE void guards_twin_get_name(const guards_twin_t *block, char out[5]) { mr_text(out, block->bytes + 0x4u, 4u); }
MR_INLINE void guards_twin_set_name(guards_twin_t *block, const char *to) { mr_set_text(block->bytes + 0x4u, to, 4u); }

#endif
