/* Made from ordered.mr by memregc 0.1.0; fingerprint 0xD34BEE0C. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** The policy `ordered`: as declared, a run of bits closed to a whole byte before the next byte type. */
#ifndef ORDERED_ORDERED_INCLUDED
#define ORDERED_ORDERED_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Mixed. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define ORDERED_VERSION 1u
#define ORDERED_FINGERPRINT 0xD34BEE0Cu

/* ---- Mixed: 34 bytes at 0x20000000
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000 0      is_on                    bool
 * 0x0000 7:1    (free)
 * 0x0001        date                     u16
 * 0x0003 2:0    level                    u3
 * 0x0003 9:3    mode                     u7
 * 0x0004 7:2    (free)
 * 0x0005        serial                   u32
 * 0x0009 9:0    steps                    u10
 * 0x000A 21:2   offset                   i20             = -5
 * 0x000C 8:6    _                        u3
 * 0x000D 1      ready                    bool            = true
 * 0x000D 7:2    (free)
 * 0x000E        _                        u16
 * 0x0010        last                     u8              = 165
 * 0x0011        (free)
 * 0x0020        pinned                   u16
 */
#define ORDERED_MIXED_SIZE 34u
#ifndef ORDERED_MIXED_ADDRESS
#define ORDERED_MIXED_ADDRESS 0x20000000u
#endif
typedef struct { uint8_t bytes[ORDERED_MIXED_SIZE]; } ordered_mixed_t;
MR_ASSERT(ordered_mixed, sizeof(ordered_mixed_t) == ORDERED_MIXED_SIZE);
/* The place itself. */
MR_INLINE ordered_mixed_t *ordered_mixed_at(void) { return (ordered_mixed_t *)(uintptr_t)(ORDERED_MIXED_ADDRESS); }
static inline void ordered_mixed_defaults(ordered_mixed_t *block)
{
    static const uint8_t initial[ORDERED_MIXED_SIZE] = {
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xEC, 0xFF, 0x3F, 0x02, 0x00, 0x00,
        0xA5, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00,
    };
    mr_copy(block->bytes, initial, ORDERED_MIXED_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t ordered_mixed_load(ordered_mixed_t *block)
{
    mr_copy(block->bytes, ordered_mixed_at()->bytes, ORDERED_MIXED_SIZE);
    return MR_OK;
}
static inline mr_status_t ordered_mixed_flush(ordered_mixed_t *block)
{
    mr_copy_changed(ordered_mixed_at()->bytes, block->bytes, ORDERED_MIXED_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool ordered_mixed_pending(const ordered_mixed_t *block)
{
    const ordered_mixed_t *place = ordered_mixed_at();
    return mr_differs(block->bytes, place->bytes, ORDERED_MIXED_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t ordered_mixed_open(ordered_mixed_t *block)
{
    return ordered_mixed_load(block);
}
#define ORDERED_MIXED_IS_ON_OFFSET 0x00u
#define ORDERED_MIXED_IS_ON_BIT 0u
#define ORDERED_MIXED_IS_ON_WIDTH 1u
MR_INLINE bool ordered_mixed_get_is_on(const ordered_mixed_t *block) { return MR_BIT(MR_LE8(1, block->bytes), 0); }
MR_INLINE void ordered_mixed_set_is_on(ordered_mixed_t *block, bool to) { MR_PUT_IN(8, uint8_t, block->bytes, 0, 1, to); }
MR_INLINE void ordered_mixed_toggle_is_on(ordered_mixed_t *block) { block->bytes[0x00u] ^= 0x1u; }
#define ORDERED_MIXED_DATE_OFFSET 0x01u
#define ORDERED_MIXED_DATE_BIT 0u
#define ORDERED_MIXED_DATE_WIDTH 16u
MR_INLINE uint16_t ordered_mixed_get_date(const ordered_mixed_t *block) { return MR_LE16(1, block->bytes + 0x1u); }
MR_INLINE void ordered_mixed_set_date(ordered_mixed_t *block, uint16_t to) { MR_SET_LE16(1, block->bytes + 0x1u, to); }
#define ORDERED_MIXED_LEVEL_OFFSET 0x03u
#define ORDERED_MIXED_LEVEL_BIT 0u
#define ORDERED_MIXED_LEVEL_WIDTH 3u
MR_INLINE uint8_t ordered_mixed_get_level(const ordered_mixed_t *block) { return MR_BITS(uint8_t, MR_LE8(1, block->bytes + 0x3u), 0, 3); }
MR_INLINE void ordered_mixed_set_level(ordered_mixed_t *block, uint8_t to) { MR_CHECK(to <= 7u); MR_PUT_IN(8, uint8_t, block->bytes + 0x3u, 0, 3, to); }
#define ORDERED_MIXED_MODE_OFFSET 0x03u
#define ORDERED_MIXED_MODE_BIT 3u
#define ORDERED_MIXED_MODE_WIDTH 7u
MR_INLINE uint8_t ordered_mixed_get_mode(const ordered_mixed_t *block) { return MR_BITS(uint8_t, MR_LE16(1, block->bytes + 0x3u), 3, 7); }
MR_INLINE void ordered_mixed_set_mode(ordered_mixed_t *block, uint8_t to) { MR_CHECK(to <= 127u); MR_PUT_TWO(block->bytes + 0x3u, 3, 7, to); }
#define ORDERED_MIXED_SERIAL_OFFSET 0x05u
#define ORDERED_MIXED_SERIAL_BIT 0u
#define ORDERED_MIXED_SERIAL_WIDTH 32u
MR_INLINE uint32_t ordered_mixed_get_serial(const ordered_mixed_t *block) { return MR_LE32(1, block->bytes + 0x5u); }
MR_INLINE void ordered_mixed_set_serial(ordered_mixed_t *block, uint32_t to) { MR_SET_LE32(1, block->bytes + 0x5u, to); }
#define ORDERED_MIXED_STEPS_OFFSET 0x09u
#define ORDERED_MIXED_STEPS_BIT 0u
#define ORDERED_MIXED_STEPS_WIDTH 10u
MR_INLINE uint16_t ordered_mixed_get_steps(const ordered_mixed_t *block) { return MR_BITS(uint16_t, MR_LE16(1, block->bytes + 0x9u), 0, 10); }
MR_INLINE void ordered_mixed_set_steps(ordered_mixed_t *block, uint16_t to) { MR_CHECK(to <= 1023u); MR_PUT_TWO(block->bytes + 0x9u, 0, 10, to); }
#define ORDERED_MIXED_OFFSET_OFFSET 0x0Au
#define ORDERED_MIXED_OFFSET_BIT 2u
#define ORDERED_MIXED_OFFSET_WIDTH 20u
MR_INLINE int32_t ordered_mixed_get_offset(const ordered_mixed_t *block) { return MR_BITS_SIGNED(int32_t, MR_LE24(1, block->bytes + 0xAu), 2, 20); }
MR_INLINE void ordered_mixed_set_offset(ordered_mixed_t *block, int32_t to) { MR_CHECK(to >= -524288 && to <= 524287); MR_PUT_ACROSS(24, uint32_t, block->bytes + 0xAu, 2, 20, to); }
#define ORDERED_MIXED_READY_OFFSET 0x0Du
#define ORDERED_MIXED_READY_BIT 1u
#define ORDERED_MIXED_READY_WIDTH 1u
MR_INLINE bool ordered_mixed_get_ready(const ordered_mixed_t *block) { return MR_BIT(MR_LE8(1, block->bytes + 0xDu), 1); }
MR_INLINE void ordered_mixed_set_ready(ordered_mixed_t *block, bool to) { MR_PUT_IN(8, uint8_t, block->bytes + 0xDu, 1, 1, to); }
MR_INLINE void ordered_mixed_toggle_ready(ordered_mixed_t *block) { block->bytes[0x0Du] ^= 0x2u; }
#define ORDERED_MIXED_LAST_OFFSET 0x10u
#define ORDERED_MIXED_LAST_BIT 0u
#define ORDERED_MIXED_LAST_WIDTH 8u
MR_INLINE uint8_t ordered_mixed_get_last(const ordered_mixed_t *block) { return MR_LE8(1, block->bytes + 0x10u); }
MR_INLINE void ordered_mixed_set_last(ordered_mixed_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x10u, to); }
#define ORDERED_MIXED_PINNED_OFFSET 0x20u
#define ORDERED_MIXED_PINNED_BIT 0u
#define ORDERED_MIXED_PINNED_WIDTH 16u
MR_INLINE uint16_t ordered_mixed_get_pinned(const ordered_mixed_t *block) { return MR_LE16(1, block->bytes + 0x20u); }
MR_INLINE void ordered_mixed_set_pinned(ordered_mixed_t *block, uint16_t to) { MR_SET_LE16(1, block->bytes + 0x20u, to); }

#endif
