/* Made from split.mr by memregc 0.1.0; fingerprint 0x6C05B922. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
#ifndef SPLIT_LAST_INCLUDED
#define SPLIT_LAST_INCLUDED

#include "split.common.h"

/* ---- Last: 9 bytes in memory at 0x0, guarded by crc8
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000 1:0    mode                     Mode
 * 0x0000 7:2    (free)
 * 0x0001        reading                  Reading
 * 0x0001          at                     u32
 * 0x0005          value                  i16
 * 0x0007        (version)                u8
 * 0x0008        (crc8)
 */
#define SPLIT_LAST_SIZE 9u
typedef struct { uint8_t bytes[SPLIT_LAST_SIZE]; } split_last_t;
MR_ASSERT(split_last, sizeof(split_last_t) == SPLIT_LAST_SIZE);
MR_EXTERN uint8_t split_memory_bytes[];
/* The place itself. */
MR_INLINE split_last_t *split_last_at(void) { return (split_last_t *)(void *)(split_memory_bytes + 0x0u); }
static inline void split_last_defaults(split_last_t *block)
{
    static const uint8_t initial[SPLIT_LAST_SIZE] = {
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01, 0xC0,
    };
    mr_copy(block->bytes, initial, SPLIT_LAST_SIZE);
}
static inline uint8_t split_last_crc(const split_last_t *block)
{
    return mr_crc8(0x0Du, block->bytes, 0x8u);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t split_last_check(const split_last_t *block)
{
    uint8_t difference = (uint8_t)(split_last_crc(block) ^ MR_LE8(1, block->bytes + 0x8u));
    if (difference == 0)
        return block->bytes[0x7u] == 1u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, SPLIT_LAST_SIZE) || mr_is_filled(block->bytes, 0xFF, SPLIT_LAST_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void split_last_seal(split_last_t *block)
{
    block->bytes[0x7u] = 1u;
    MR_SET_LE8(1, block->bytes + 0x8u, split_last_crc(block));
}
/* Copies the place here, and back: only bytes that differ are written, the guard last. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t split_last_load(split_last_t *block)
{
    mr_copy(block->bytes, split_last_at()->bytes, SPLIT_LAST_SIZE);
    return MR_OK;
}
static inline mr_status_t split_last_flush(split_last_t *block)
{
    split_last_seal(block);
    mr_copy_changed(split_last_at()->bytes, block->bytes, SPLIT_LAST_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool split_last_pending(const split_last_t *block)
{
    const split_last_t *place = split_last_at();
    return mr_differs(block->bytes, place->bytes, 0x7u) || split_last_check(place) != MR_OK;
}
/* Loads, and says what was found; where that is neither MR_OK nor an error of the transfer, the defaults are set. */
static inline mr_status_t split_last_open(split_last_t *block)
{
    mr_status_t found = split_last_load(block);
    if (found < MR_OK)
        return found;
    found = split_last_check(block);
    if (found != MR_OK)
        split_last_defaults(block);
    return found;
}
#define SPLIT_LAST_READING_AT_OFFSET 0x01u
#define SPLIT_LAST_READING_AT_BIT 0u
#define SPLIT_LAST_READING_AT_WIDTH 32u
MR_INLINE uint32_t split_last_get_reading_at(const split_last_t *block) { return MR_LE32(1, block->bytes + 0x1u); }
MR_INLINE void split_last_set_reading_at(split_last_t *block, uint32_t to) { MR_SET_LE32(1, block->bytes + 0x1u, to); }
#define SPLIT_LAST_READING_VALUE_OFFSET 0x05u
#define SPLIT_LAST_READING_VALUE_BIT 0u
#define SPLIT_LAST_READING_VALUE_WIDTH 16u
MR_INLINE int16_t split_last_get_reading_value(const split_last_t *block) { return (int16_t)MR_LE16(1, block->bytes + 0x5u); }
MR_INLINE void split_last_set_reading_value(split_last_t *block, int16_t to) { MR_SET_LE16(1, block->bytes + 0x5u, (uint16_t)to); }
#define SPLIT_LAST_MODE_OFFSET 0x00u
#define SPLIT_LAST_MODE_BIT 0u
#define SPLIT_LAST_MODE_WIDTH 2u
MR_INLINE split_mode_t split_last_get_mode(const split_last_t *block) { return MR_BITS_ENUM(split_mode_t, MR_LE8(1, block->bytes), 0, 2); }
MR_INLINE void split_last_set_mode(split_last_t *block, split_mode_t to) { MR_CHECK((unsigned)to >> 2 == 0); MR_PUT_IN(8, uint8_t, block->bytes, 0, 2, mr_any((uint32_t)to)); }
MR_INLINE split_reading_t split_last_get_reading(const split_last_t *block) { split_reading_t value; split_reading_unpack(&value, block->bytes + 0x1u); return value; }
MR_INLINE void split_last_set_reading(split_last_t *block, split_reading_t to) { split_reading_pack(block->bytes + 0x1u, &to); }

#endif
