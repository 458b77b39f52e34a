/* Made from packed.mr by memregc 0.1.0; fingerprint 0xFDE2DF7B. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** The policy `packed`: bit types first, run together, then the byte types in declared order. */
#ifndef PACKED_PACKED_INCLUDED
#define PACKED_PACKED_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Mixed, Same. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- Text of at most `size` bytes, padded with NUL; a copy of it is always terminated. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define PACKED_VERSION 1u
#define PACKED_FINGERPRINT 0xFDE2DF7Bu

/* ---- Mixed: 20 bytes at 0x20000000
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000 0      is_on                    bool
 * 0x0000 3:1    level                    u3
 * 0x0000 13:4   steps                    u10
 * 0x0001 6      ready                    bool
 * 0x0001 18:7   offset                   i12
 * 0x0003 35:3   wide                     u33
 * 0x0007 7:4    (free)
 * 0x0008        date                     u16
 * 0x000A        serial                   u32
 * 0x000E        name                     char[5]
 * 0x0013        last                     u8
 */
#define PACKED_MIXED_SIZE 20u
#ifndef PACKED_MIXED_ADDRESS
#define PACKED_MIXED_ADDRESS 0x20000000u
#endif
typedef struct { uint8_t bytes[PACKED_MIXED_SIZE]; } packed_mixed_t;
MR_ASSERT(packed_mixed, sizeof(packed_mixed_t) == PACKED_MIXED_SIZE);
/* The place itself. */
MR_INLINE packed_mixed_t *packed_mixed_at(void) { return (packed_mixed_t *)(uintptr_t)(PACKED_MIXED_ADDRESS); }
static inline void packed_mixed_defaults(packed_mixed_t *block)
{
    mr_fill(block->bytes, 0, PACKED_MIXED_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t packed_mixed_load(packed_mixed_t *block)
{
    mr_copy(block->bytes, packed_mixed_at()->bytes, PACKED_MIXED_SIZE);
    return MR_OK;
}
static inline mr_status_t packed_mixed_flush(packed_mixed_t *block)
{
    mr_copy_changed(packed_mixed_at()->bytes, block->bytes, PACKED_MIXED_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool packed_mixed_pending(const packed_mixed_t *block)
{
    const packed_mixed_t *place = packed_mixed_at();
    return mr_differs(block->bytes, place->bytes, PACKED_MIXED_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t packed_mixed_open(packed_mixed_t *block)
{
    return packed_mixed_load(block);
}
#define PACKED_MIXED_IS_ON_OFFSET 0x00u
#define PACKED_MIXED_IS_ON_BIT 0u
#define PACKED_MIXED_IS_ON_WIDTH 1u
MR_INLINE bool packed_mixed_get_is_on(const packed_mixed_t *block) { return MR_BIT(MR_LE8(1, block->bytes), 0); }
MR_INLINE void packed_mixed_set_is_on(packed_mixed_t *block, bool to) { MR_PUT_IN(8, uint8_t, block->bytes, 0, 1, to); }
MR_INLINE void packed_mixed_toggle_is_on(packed_mixed_t *block) { block->bytes[0x00u] ^= 0x1u; }
#define PACKED_MIXED_DATE_OFFSET 0x08u
#define PACKED_MIXED_DATE_BIT 0u
#define PACKED_MIXED_DATE_WIDTH 16u
MR_INLINE uint16_t packed_mixed_get_date(const packed_mixed_t *block) { return MR_LE16(1, block->bytes + 0x8u); }
MR_INLINE void packed_mixed_set_date(packed_mixed_t *block, uint16_t to) { MR_SET_LE16(1, block->bytes + 0x8u, to); }
#define PACKED_MIXED_LEVEL_OFFSET 0x00u
#define PACKED_MIXED_LEVEL_BIT 1u
#define PACKED_MIXED_LEVEL_WIDTH 3u
MR_INLINE uint8_t packed_mixed_get_level(const packed_mixed_t *block) { return MR_BITS(uint8_t, MR_LE8(1, block->bytes), 1, 3); }
MR_INLINE void packed_mixed_set_level(packed_mixed_t *block, uint8_t to) { MR_CHECK(to <= 7u); MR_PUT_IN(8, uint8_t, block->bytes, 1, 3, to); }
#define PACKED_MIXED_SERIAL_OFFSET 0x0Au
#define PACKED_MIXED_SERIAL_BIT 0u
#define PACKED_MIXED_SERIAL_WIDTH 32u
MR_INLINE uint32_t packed_mixed_get_serial(const packed_mixed_t *block) { return MR_LE32(1, block->bytes + 0xAu); }
MR_INLINE void packed_mixed_set_serial(packed_mixed_t *block, uint32_t to) { MR_SET_LE32(1, block->bytes + 0xAu, to); }
/** crosses a byte boundary */
#define PACKED_MIXED_STEPS_OFFSET 0x00u
#define PACKED_MIXED_STEPS_BIT 4u
#define PACKED_MIXED_STEPS_WIDTH 10u
MR_INLINE uint16_t packed_mixed_get_steps(const packed_mixed_t *block) { return MR_BITS(uint16_t, MR_LE16(1, block->bytes), 4, 10); }
MR_INLINE void packed_mixed_set_steps(packed_mixed_t *block, uint16_t to) { MR_CHECK(to <= 1023u); MR_PUT_TWO(block->bytes, 4, 10, to); }
#define PACKED_MIXED_READY_OFFSET 0x01u
#define PACKED_MIXED_READY_BIT 6u
#define PACKED_MIXED_READY_WIDTH 1u
MR_INLINE bool packed_mixed_get_ready(const packed_mixed_t *block) { return MR_BIT(MR_LE8(1, block->bytes + 0x1u), 6); }
MR_INLINE void packed_mixed_set_ready(packed_mixed_t *block, bool to) { MR_PUT_IN(8, uint8_t, block->bytes + 0x1u, 6, 1, to); }
MR_INLINE void packed_mixed_toggle_ready(packed_mixed_t *block) { block->bytes[0x01u] ^= 0x40u; }
#define PACKED_MIXED_OFFSET_OFFSET 0x01u
#define PACKED_MIXED_OFFSET_BIT 7u
#define PACKED_MIXED_OFFSET_WIDTH 12u
MR_INLINE int16_t packed_mixed_get_offset(const packed_mixed_t *block) { return MR_BITS_SIGNED(int16_t, MR_LE24(1, block->bytes + 0x1u), 7, 12); }
MR_INLINE void packed_mixed_set_offset(packed_mixed_t *block, int16_t to) { MR_CHECK(to >= -2048 && to <= 2047); MR_PUT_ACROSS(24, uint32_t, block->bytes + 0x1u, 7, 12, to); }
#define PACKED_MIXED_NAME_OFFSET 0x0Eu
#define PACKED_MIXED_NAME_BIT 0u
#define PACKED_MIXED_NAME_WIDTH 40u
MR_INLINE void packed_mixed_get_name(const packed_mixed_t *block, char out[6]) { mr_text(out, block->bytes + 0xEu, 5u); }
MR_INLINE void packed_mixed_set_name(packed_mixed_t *block, const char *to) { mr_set_text(block->bytes + 0xEu, to, 5u); }
#define PACKED_MIXED_WIDE_OFFSET 0x03u
#define PACKED_MIXED_WIDE_BIT 3u
#define PACKED_MIXED_WIDE_WIDTH 33u
MR_INLINE uint64_t packed_mixed_get_wide(const packed_mixed_t *block) { return MR_BITS(uint64_t, MR_LE40(1, block->bytes + 0x3u), 3, 33); }
MR_INLINE void packed_mixed_set_wide(packed_mixed_t *block, uint64_t to) { MR_CHECK(to <= 8589934591ull); MR_PUT_ACROSS(40, uint64_t, block->bytes + 0x3u, 3, 33, to); }
#define PACKED_MIXED_LAST_OFFSET 0x13u
#define PACKED_MIXED_LAST_BIT 0u
#define PACKED_MIXED_LAST_WIDTH 8u
MR_INLINE uint8_t packed_mixed_get_last(const packed_mixed_t *block) { return MR_LE8(1, block->bytes + 0x13u); }
MR_INLINE void packed_mixed_set_last(packed_mixed_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x13u, to); }

/* ---- Same: 3 bytes at 0x20000014
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000 4:0    bits                     u5
 * 0x0000 7:5    more_bits                i3              = -2
 * 0x0001        value                    u16             = 4660
 */
#define PACKED_SAME_SIZE 3u
#ifndef PACKED_SAME_ADDRESS
#define PACKED_SAME_ADDRESS 0x20000014u
#endif
/** Without a policy a block is packed too. */
typedef struct { uint8_t bytes[PACKED_SAME_SIZE]; } packed_same_t;
MR_ASSERT(packed_same, sizeof(packed_same_t) == PACKED_SAME_SIZE);
/* The place itself. */
MR_INLINE packed_same_t *packed_same_at(void) { return (packed_same_t *)(uintptr_t)(PACKED_SAME_ADDRESS); }
static inline void packed_same_defaults(packed_same_t *block)
{
    static const uint8_t initial[PACKED_SAME_SIZE] = {
        0xC0, 0x34, 0x12,
    };
    mr_copy(block->bytes, initial, PACKED_SAME_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t packed_same_load(packed_same_t *block)
{
    mr_copy(block->bytes, packed_same_at()->bytes, PACKED_SAME_SIZE);
    return MR_OK;
}
static inline mr_status_t packed_same_flush(packed_same_t *block)
{
    mr_copy_changed(packed_same_at()->bytes, block->bytes, PACKED_SAME_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool packed_same_pending(const packed_same_t *block)
{
    const packed_same_t *place = packed_same_at();
    return mr_differs(block->bytes, place->bytes, PACKED_SAME_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t packed_same_open(packed_same_t *block)
{
    return packed_same_load(block);
}
#define PACKED_SAME_BITS_OFFSET 0x00u
#define PACKED_SAME_BITS_BIT 0u
#define PACKED_SAME_BITS_WIDTH 5u
MR_INLINE uint8_t packed_same_get_bits(const packed_same_t *block) { return MR_BITS(uint8_t, MR_LE8(1, block->bytes), 0, 5); }
MR_INLINE void packed_same_set_bits(packed_same_t *block, uint8_t to) { MR_CHECK(to <= 31u); MR_PUT_IN(8, uint8_t, block->bytes, 0, 5, to); }
#define PACKED_SAME_VALUE_OFFSET 0x01u
#define PACKED_SAME_VALUE_BIT 0u
#define PACKED_SAME_VALUE_WIDTH 16u
MR_INLINE uint16_t packed_same_get_value(const packed_same_t *block) { return MR_LE16(1, block->bytes + 0x1u); }
MR_INLINE void packed_same_set_value(packed_same_t *block, uint16_t to) { MR_SET_LE16(1, block->bytes + 0x1u, to); }
#define PACKED_SAME_MORE_BITS_OFFSET 0x00u
#define PACKED_SAME_MORE_BITS_BIT 5u
#define PACKED_SAME_MORE_BITS_WIDTH 3u
MR_INLINE int8_t packed_same_get_more_bits(const packed_same_t *block) { return MR_BITS_SIGNED(int8_t, MR_LE8(1, block->bytes), 5, 3); }
MR_INLINE void packed_same_set_more_bits(packed_same_t *block, int8_t to) { MR_CHECK(to >= -4 && to <= 3); MR_PUT_IN(8, uint8_t, block->bytes, 5, 3, to); }

#endif
