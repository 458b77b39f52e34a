/* Made from bit_arrays.mr by memregc 0.1.0; fingerprint 0x8C6DCEAE. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Arrays of bit types: elements follow each other without gaps. */
#ifndef BIT_ARRAYS_BIT_ARRAYS_INCLUDED
#define BIT_ARRAYS_BIT_ARRAYS_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Flags, Big, Pins. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Registers: each access at exactly its width. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- Elements of arrays of bits that never cross a byte. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define BIT_ARRAYS_VERSION 1u
#define BIT_ARRAYS_FINGERPRINT 0x8C6DCEAEu

typedef enum {
    BIT_ARRAYS_LEVEL_LOW = 0,
    BIT_ARRAYS_LEVEL_MIDDLE = 1,
    BIT_ARRAYS_LEVEL_HIGH = 2
} bit_arrays_level_t;
MR_INLINE bool bit_arrays_level_is_valid(unsigned value) { return value <= 2u; }
static inline const char *bit_arrays_level_name(bit_arrays_level_t value)
{
    switch (value) {
    case BIT_ARRAYS_LEVEL_LOW: return "low";
    case BIT_ARRAYS_LEVEL_MIDDLE: return "middle";
    case BIT_ARRAYS_LEVEL_HIGH: return "high";
    default: return "?";
    }
}

/* ---- Flags: 15 bytes at 0x20000000
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000 11:0   lamps                    bool[12]
 * 0x0001 13:4   levels                   Level[5]        = { high, … }
 * 0x0002 17:6   nibbles                  u4[3]
 * 0x0004 25:2   threes                   u3[8]
 * 0x0007 21:2   signed_fives             i5[4]           = { -1, … }
 * 0x0009 41:6   twelves                  u12[3]
 * 0x000E 7:2    (free)
 */
#define BIT_ARRAYS_FLAGS_SIZE 15u
#ifndef BIT_ARRAYS_FLAGS_ADDRESS
#define BIT_ARRAYS_FLAGS_ADDRESS 0x20000000u
#endif
typedef struct { uint8_t bytes[BIT_ARRAYS_FLAGS_SIZE]; } bit_arrays_flags_t;
MR_ASSERT(bit_arrays_flags, sizeof(bit_arrays_flags_t) == BIT_ARRAYS_FLAGS_SIZE);
/* The place itself. */
MR_INLINE bit_arrays_flags_t *bit_arrays_flags_at(void) { return (bit_arrays_flags_t *)(uintptr_t)(BIT_ARRAYS_FLAGS_ADDRESS); }
static inline void bit_arrays_flags_defaults(bit_arrays_flags_t *block)
{
    static const uint8_t initial[BIT_ARRAYS_FLAGS_SIZE] = {
        0x00, 0x20, 0x21, 0x00, 0x00, 0x00, 0x00, 0x7C, 0x10, 0x20, 0x00, 0x00, 0x00, 0x00, 0x00,
    };
    mr_copy(block->bytes, initial, BIT_ARRAYS_FLAGS_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t bit_arrays_flags_load(bit_arrays_flags_t *block)
{
    mr_copy(block->bytes, bit_arrays_flags_at()->bytes, BIT_ARRAYS_FLAGS_SIZE);
    return MR_OK;
}
static inline mr_status_t bit_arrays_flags_flush(bit_arrays_flags_t *block)
{
    mr_copy_changed(bit_arrays_flags_at()->bytes, block->bytes, BIT_ARRAYS_FLAGS_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool bit_arrays_flags_pending(const bit_arrays_flags_t *block)
{
    const bit_arrays_flags_t *place = bit_arrays_flags_at();
    return mr_differs(block->bytes, place->bytes, BIT_ARRAYS_FLAGS_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t bit_arrays_flags_open(bit_arrays_flags_t *block)
{
    return bit_arrays_flags_load(block);
}
#define BIT_ARRAYS_FLAGS_LAMPS_OFFSET 0x00u
#define BIT_ARRAYS_FLAGS_LAMPS_BIT 0u
#define BIT_ARRAYS_FLAGS_LAMPS_WIDTH 1u
#define BIT_ARRAYS_FLAGS_LAMPS_COUNT 12u
MR_INLINE bool bit_arrays_flags_get_lamps(const bit_arrays_flags_t *block, unsigned i) { MR_CHECK(i < 12u); return (mr_element(block->bytes, 1, i, 1) != 0); }
MR_INLINE void bit_arrays_flags_set_lamps(bit_arrays_flags_t *block, unsigned i, bool to) { MR_CHECK(i < 12u); mr_put_flag(block->bytes, 1, i, to); }
MR_INLINE void bit_arrays_flags_toggle_lamps(bit_arrays_flags_t *block, unsigned i) { bit_arrays_flags_set_lamps(block, i, !bit_arrays_flags_get_lamps(block, i)); }
#define BIT_ARRAYS_FLAGS_LEVELS_OFFSET 0x01u
#define BIT_ARRAYS_FLAGS_LEVELS_BIT 4u
#define BIT_ARRAYS_FLAGS_LEVELS_WIDTH 2u
#define BIT_ARRAYS_FLAGS_LEVELS_COUNT 5u
MR_INLINE bit_arrays_level_t bit_arrays_flags_get_levels(const bit_arrays_flags_t *block, unsigned i) { MR_CHECK(i < 5u); return ((bit_arrays_level_t)mr_element(block->bytes + 0x1u, 1, 4u + i * 2u, 2)); }
MR_INLINE void bit_arrays_flags_set_levels(bit_arrays_flags_t *block, unsigned i, bit_arrays_level_t to) { MR_CHECK(i < 5u); MR_CHECK((unsigned)to >> 2 == 0); mr_put_element(block->bytes + 0x1u, 1, 4u + i * 2u, 2, (uint8_t)to); }
#define BIT_ARRAYS_FLAGS_NIBBLES_OFFSET 0x02u
#define BIT_ARRAYS_FLAGS_NIBBLES_BIT 6u
#define BIT_ARRAYS_FLAGS_NIBBLES_WIDTH 4u
#define BIT_ARRAYS_FLAGS_NIBBLES_COUNT 3u
MR_INLINE uint8_t bit_arrays_flags_get_nibbles(const bit_arrays_flags_t *block, unsigned i) { MR_CHECK(i < 3u); return ((uint8_t)mr_span(block->bytes + 0x2u, 1, 6u + i * 4u, 4)); }
MR_INLINE void bit_arrays_flags_set_nibbles(bit_arrays_flags_t *block, unsigned i, uint8_t to) { MR_CHECK(i < 3u); MR_CHECK(to <= 15u); mr_put_span(block->bytes + 0x2u, 1, 6u + i * 4u, 4, (uint64_t)to); }
#define BIT_ARRAYS_FLAGS_THREES_OFFSET 0x04u
#define BIT_ARRAYS_FLAGS_THREES_BIT 2u
#define BIT_ARRAYS_FLAGS_THREES_WIDTH 3u
#define BIT_ARRAYS_FLAGS_THREES_COUNT 8u
MR_INLINE uint8_t bit_arrays_flags_get_threes(const bit_arrays_flags_t *block, unsigned i) { MR_CHECK(i < 8u); return ((uint8_t)mr_span(block->bytes + 0x4u, 1, 2u + i * 3u, 3)); }
MR_INLINE void bit_arrays_flags_set_threes(bit_arrays_flags_t *block, unsigned i, uint8_t to) { MR_CHECK(i < 8u); MR_CHECK(to <= 7u); mr_put_span(block->bytes + 0x4u, 1, 2u + i * 3u, 3, (uint64_t)to); }
#define BIT_ARRAYS_FLAGS_SIGNED_FIVES_OFFSET 0x07u
#define BIT_ARRAYS_FLAGS_SIGNED_FIVES_BIT 2u
#define BIT_ARRAYS_FLAGS_SIGNED_FIVES_WIDTH 5u
#define BIT_ARRAYS_FLAGS_SIGNED_FIVES_COUNT 4u
MR_INLINE int8_t bit_arrays_flags_get_signed_fives(const bit_arrays_flags_t *block, unsigned i) { MR_CHECK(i < 4u); return MR_BITS_SIGNED_64(int8_t, mr_span(block->bytes + 0x7u, 1, 2u + i * 5u, 5), 0, 5); }
MR_INLINE void bit_arrays_flags_set_signed_fives(bit_arrays_flags_t *block, unsigned i, int8_t to) { MR_CHECK(i < 4u); MR_CHECK(to >= -16 && to <= 15); mr_put_span(block->bytes + 0x7u, 1, 2u + i * 5u, 5, (uint64_t)to); }
#define BIT_ARRAYS_FLAGS_TWELVES_OFFSET 0x09u
#define BIT_ARRAYS_FLAGS_TWELVES_BIT 6u
#define BIT_ARRAYS_FLAGS_TWELVES_WIDTH 12u
#define BIT_ARRAYS_FLAGS_TWELVES_COUNT 3u
MR_INLINE uint16_t bit_arrays_flags_get_twelves(const bit_arrays_flags_t *block, unsigned i) { MR_CHECK(i < 3u); return ((uint16_t)mr_span(block->bytes + 0x9u, 1, 6u + i * 12u, 12)); }
MR_INLINE void bit_arrays_flags_set_twelves(bit_arrays_flags_t *block, unsigned i, uint16_t to) { MR_CHECK(i < 3u); MR_CHECK(to <= 4095u); mr_put_span(block->bytes + 0x9u, 1, 6u + i * 12u, 12, (uint64_t)to); }

/* ---- Big: 6 bytes at 0x2000000F
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0005 23:0   threes                   u3[8]
 * 0x0001 23:0   twelves                  u12[2] be
 */
#define BIT_ARRAYS_BIG_SIZE 6u
#ifndef BIT_ARRAYS_BIG_ADDRESS
#define BIT_ARRAYS_BIG_ADDRESS 0x2000000Fu
#endif
typedef struct { uint8_t bytes[BIT_ARRAYS_BIG_SIZE]; } bit_arrays_big_t;
MR_ASSERT(bit_arrays_big, sizeof(bit_arrays_big_t) == BIT_ARRAYS_BIG_SIZE);
/* The place itself. */
MR_INLINE bit_arrays_big_t *bit_arrays_big_at(void) { return (bit_arrays_big_t *)(uintptr_t)(BIT_ARRAYS_BIG_ADDRESS); }
static inline void bit_arrays_big_defaults(bit_arrays_big_t *block)
{
    mr_fill(block->bytes, 0, BIT_ARRAYS_BIG_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t bit_arrays_big_load(bit_arrays_big_t *block)
{
    mr_copy(block->bytes, bit_arrays_big_at()->bytes, BIT_ARRAYS_BIG_SIZE);
    return MR_OK;
}
static inline mr_status_t bit_arrays_big_flush(bit_arrays_big_t *block)
{
    mr_copy_changed(bit_arrays_big_at()->bytes, block->bytes, BIT_ARRAYS_BIG_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool bit_arrays_big_pending(const bit_arrays_big_t *block)
{
    const bit_arrays_big_t *place = bit_arrays_big_at();
    return mr_differs(block->bytes, place->bytes, BIT_ARRAYS_BIG_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t bit_arrays_big_open(bit_arrays_big_t *block)
{
    return bit_arrays_big_load(block);
}
#define BIT_ARRAYS_BIG_THREES_OFFSET 0x05u
#define BIT_ARRAYS_BIG_THREES_BIT 0u
#define BIT_ARRAYS_BIG_THREES_WIDTH 3u
#define BIT_ARRAYS_BIG_THREES_COUNT 8u
MR_INLINE uint8_t bit_arrays_big_get_threes(const bit_arrays_big_t *block, unsigned i) { MR_CHECK(i < 8u); return ((uint8_t)mr_span(block->bytes + 0x5u, -1, i * 3u, 3)); }
MR_INLINE void bit_arrays_big_set_threes(bit_arrays_big_t *block, unsigned i, uint8_t to) { MR_CHECK(i < 8u); MR_CHECK(to <= 7u); mr_put_span(block->bytes + 0x5u, -1, i * 3u, 3, (uint64_t)to); }
#define BIT_ARRAYS_BIG_TWELVES_OFFSET 0x01u
#define BIT_ARRAYS_BIG_TWELVES_BIT 0u
#define BIT_ARRAYS_BIG_TWELVES_WIDTH 12u
#define BIT_ARRAYS_BIG_TWELVES_COUNT 2u
MR_INLINE uint16_t bit_arrays_big_get_twelves(const bit_arrays_big_t *block, unsigned i) { MR_CHECK(i < 2u); return ((uint16_t)mr_span(block->bytes + 0x5u, -1, 24u + i * 12u, 12)); }
MR_INLINE void bit_arrays_big_set_twelves(bit_arrays_big_t *block, unsigned i, uint16_t to) { MR_CHECK(i < 2u); MR_CHECK(to <= 4095u); mr_put_span(block->bytes + 0x5u, -1, 24u + i * 12u, 12, (uint64_t)to); }

/* ---- Pins: 6 bytes at 0x40000000
 * OFFSET BITS   NAME                     TYPE       ACCESS
 * 0x0000        mode                     u32        rw
 *        31:0     pins                   u2[16]     rw
 * 0x0004        level                    u16        rw
 *        9:0      pins                   bool[10]   rw
 *        15:10    rest                   u6         rw
 */
#ifndef BIT_ARRAYS_PINS_BASE
#define BIT_ARRAYS_PINS_BASE 0x40000000u
#endif

#define BIT_ARRAYS_PINS_MODE_OFFSET 0x00u
typedef struct { uint32_t bits; } bit_arrays_pins_mode_t;
MR_ASSERT(bit_arrays_pins_mode, sizeof(bit_arrays_pins_mode_t) == 4u);
MR_INLINE bit_arrays_pins_mode_t bit_arrays_pins_mode_read(void) { bit_arrays_pins_mode_t value = { MR_REGISTER(uint32_t, BIT_ARRAYS_PINS_BASE) }; return value; }
MR_INLINE void bit_arrays_pins_mode_write(bit_arrays_pins_mode_t value) { MR_REGISTER(uint32_t, BIT_ARRAYS_PINS_BASE) = value.bits; }
MR_INLINE bit_arrays_pins_mode_t bit_arrays_pins_mode_edit(void) { return bit_arrays_pins_mode_read(); }
#define BIT_ARRAYS_PINS_MODE_PINS_Pos 0u
#define BIT_ARRAYS_PINS_MODE_PINS_Msk 0xFFFFFFFFu
#define BIT_ARRAYS_PINS_MODE_PINS_COUNT 16u
MR_INLINE uint8_t bit_arrays_pins_mode_get_pins(bit_arrays_pins_mode_t value, unsigned i) { MR_CHECK(i < 16u); return MR_BITS(uint8_t, value.bits, 0u + i * 2u, 2); }
MR_INLINE bit_arrays_pins_mode_t bit_arrays_pins_mode_with_pins(bit_arrays_pins_mode_t value, unsigned i, uint8_t to) { MR_CHECK(i < 16u); MR_CHECK(to <= 3u); value.bits = MR_WITH_MASK(uint32_t, value.bits, 0u + i * 2u, 2, to); return value; }
MR_INLINE uint8_t bit_arrays_pins_mode_read_pins(unsigned i) { return bit_arrays_pins_mode_get_pins(bit_arrays_pins_mode_read(), i); }
MR_INLINE void bit_arrays_pins_mode_set_pins(unsigned i, uint8_t to) { bit_arrays_pins_mode_write(bit_arrays_pins_mode_with_pins(bit_arrays_pins_mode_edit(), i, to)); }

#define BIT_ARRAYS_PINS_LEVEL_OFFSET 0x04u
typedef struct { uint16_t bits; } bit_arrays_pins_level_t;
MR_ASSERT(bit_arrays_pins_level, sizeof(bit_arrays_pins_level_t) == 2u);
MR_INLINE bit_arrays_pins_level_t bit_arrays_pins_level_read(void) { bit_arrays_pins_level_t value = { MR_REGISTER(uint16_t, BIT_ARRAYS_PINS_BASE + 0x4u) }; return value; }
MR_INLINE void bit_arrays_pins_level_write(bit_arrays_pins_level_t value) { MR_REGISTER(uint16_t, BIT_ARRAYS_PINS_BASE + 0x4u) = value.bits; }
MR_INLINE bit_arrays_pins_level_t bit_arrays_pins_level_edit(void) { return bit_arrays_pins_level_read(); }
#define BIT_ARRAYS_PINS_LEVEL_PINS_Pos 0u
#define BIT_ARRAYS_PINS_LEVEL_PINS_Msk 0x03FFu
#define BIT_ARRAYS_PINS_LEVEL_PINS_COUNT 10u
MR_INLINE bool bit_arrays_pins_level_get_pins(bit_arrays_pins_level_t value, unsigned i) { MR_CHECK(i < 10u); return MR_BIT(value.bits, 0u + i * 1u); }
MR_INLINE bit_arrays_pins_level_t bit_arrays_pins_level_with_pins(bit_arrays_pins_level_t value, unsigned i, bool to) { MR_CHECK(i < 10u); value.bits = MR_WITH_MASK(uint16_t, value.bits, 0u + i * 1u, 1, to); return value; }
MR_INLINE bool bit_arrays_pins_level_read_pins(unsigned i) { return bit_arrays_pins_level_get_pins(bit_arrays_pins_level_read(), i); }
MR_INLINE void bit_arrays_pins_level_set_pins(unsigned i, bool to) { bit_arrays_pins_level_write(bit_arrays_pins_level_with_pins(bit_arrays_pins_level_edit(), i, to)); }
MR_INLINE void bit_arrays_pins_level_toggle_pins(unsigned i) { MR_CHECK(i < 10u); bit_arrays_pins_level_t value = bit_arrays_pins_level_edit(); value.bits = (uint16_t)(value.bits ^ MR_MASK(uint16_t, 0u + i * 1u, 1)); bit_arrays_pins_level_write(value); }
#define BIT_ARRAYS_PINS_LEVEL_REST_Pos 10u
#define BIT_ARRAYS_PINS_LEVEL_REST_Msk 0xFC00u
MR_INLINE uint8_t bit_arrays_pins_level_get_rest(bit_arrays_pins_level_t value) { return MR_BITS(uint8_t, value.bits, 10, 6); }
MR_INLINE bit_arrays_pins_level_t bit_arrays_pins_level_with_rest(bit_arrays_pins_level_t value, uint8_t to) { MR_CHECK(to <= 63u); value.bits = MR_WITH(uint16_t, value.bits, 10, 6, to); return value; }
MR_INLINE uint8_t bit_arrays_pins_level_read_rest(void) { return MR_READ(bit_arrays_pins_level, rest); }
MR_INLINE void bit_arrays_pins_level_set_rest(uint8_t to) { MR_SET(bit_arrays_pins_level, rest, to); }

#endif
