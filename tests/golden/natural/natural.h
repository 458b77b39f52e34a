/* Made from natural.mr by memregc 0.1.0; fingerprint 0x87E997E0. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** The policy `natural`: each byte type aligned to its own size, for blocks that the processor reads in place. */
#ifndef NATURAL_NATURAL_INCLUDED
#define NATURAL_NATURAL_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Mixed, Twice, Several. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- IEEE 754 numbers and their bits. Where double is no 64 bits wide, a 64-bit number stays raw. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define NATURAL_VERSION 1u
#define NATURAL_FINGERPRINT 0x87E997E0u

#define NATURAL_SAMPLE_SIZE 24u
typedef struct {
    uint8_t kind;
    uint32_t at;
    int16_t value;
    uint64_t total;
} natural_sample_t;
static inline void natural_sample_pack(uint8_t *bytes, const natural_sample_t *value)
{
    mr_fill(bytes, 0, NATURAL_SAMPLE_SIZE);
    MR_SET_LE8(1, bytes, value->kind);
    MR_SET_LE32(1, bytes + 0x4u, value->at);
    MR_SET_LE16(1, bytes + 0x8u, (uint16_t)value->value);
    MR_SET_LE64(1, bytes + 0x10u, value->total);
}
static inline void natural_sample_unpack(natural_sample_t *value, const uint8_t *bytes)
{
    value->kind = MR_LE8(1, bytes);
    value->at = MR_LE32(1, bytes + 0x4u);
    value->value = (int16_t)MR_LE16(1, bytes + 0x8u);
    value->total = MR_LE64(1, bytes + 0x10u);
}

/* ---- Mixed: 72 bytes at 0x20000000
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        first                    u8
 * 0x0001        (free)
 * 0x0002        second                   u16
 * 0x0004        third                    u8
 * 0x0005        (free)
 * 0x0008        fourth                   u32             = 100
 * 0x000C        (free)
 * 0x0010        fifth                    u64
 * 0x0018        ratio                    f32             = 0.5
 * 0x001C        (free)
 * 0x0020        fine                     f64
 * 0x0028 0      flag                     bool
 * 0x0028 4:1    level                    u4
 * 0x0028 7:5    (free)
 * 0x0029        (free)
 * 0x002A        words                    u16[3]
 * 0x0030        sample                   Sample
 * 0x0030          kind                   u8
 * 0x0031          (free)
 * 0x0034          at                     u32
 * 0x0038          value                  i16
 * 0x003A          (free)
 * 0x0040          total                  u64
 */
#define NATURAL_MIXED_SIZE 72u
#ifndef NATURAL_MIXED_ADDRESS
#define NATURAL_MIXED_ADDRESS 0x20000000u
#endif
typedef union { uint8_t bytes[NATURAL_MIXED_SIZE]; uint64_t alignment; } natural_mixed_t;
MR_ASSERT(natural_mixed, sizeof(((natural_mixed_t *)0)->bytes) == NATURAL_MIXED_SIZE);
/* The place itself. */
MR_INLINE natural_mixed_t *natural_mixed_at(void) { return (natural_mixed_t *)(uintptr_t)(NATURAL_MIXED_ADDRESS); }
static inline void natural_mixed_defaults(natural_mixed_t *block)
{
    static const uint8_t initial[NATURAL_MIXED_SIZE] = {
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x64, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x3F, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    };
    mr_copy(block->bytes, initial, NATURAL_MIXED_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t natural_mixed_load(natural_mixed_t *block)
{
    mr_copy(block->bytes, natural_mixed_at()->bytes, NATURAL_MIXED_SIZE);
    return MR_OK;
}
static inline mr_status_t natural_mixed_flush(natural_mixed_t *block)
{
    mr_copy_changed(natural_mixed_at()->bytes, block->bytes, NATURAL_MIXED_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool natural_mixed_pending(const natural_mixed_t *block)
{
    const natural_mixed_t *place = natural_mixed_at();
    return mr_differs(block->bytes, place->bytes, NATURAL_MIXED_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t natural_mixed_open(natural_mixed_t *block)
{
    return natural_mixed_load(block);
}
#define NATURAL_MIXED_FIRST_OFFSET 0x00u
#define NATURAL_MIXED_FIRST_BIT 0u
#define NATURAL_MIXED_FIRST_WIDTH 8u
MR_INLINE uint8_t natural_mixed_get_first(const natural_mixed_t *block) { return MR_LE8(1, block->bytes); }
MR_INLINE void natural_mixed_set_first(natural_mixed_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes, to); }
#define NATURAL_MIXED_SECOND_OFFSET 0x02u
#define NATURAL_MIXED_SECOND_BIT 0u
#define NATURAL_MIXED_SECOND_WIDTH 16u
MR_INLINE uint16_t natural_mixed_get_second(const natural_mixed_t *block) { return MR_LE16(2, block->bytes + 0x2u); }
MR_INLINE void natural_mixed_set_second(natural_mixed_t *block, uint16_t to) { MR_SET_LE16(2, block->bytes + 0x2u, to); }
#define NATURAL_MIXED_THIRD_OFFSET 0x04u
#define NATURAL_MIXED_THIRD_BIT 0u
#define NATURAL_MIXED_THIRD_WIDTH 8u
MR_INLINE uint8_t natural_mixed_get_third(const natural_mixed_t *block) { return MR_LE8(1, block->bytes + 0x4u); }
MR_INLINE void natural_mixed_set_third(natural_mixed_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x4u, to); }
#define NATURAL_MIXED_FOURTH_OFFSET 0x08u
#define NATURAL_MIXED_FOURTH_BIT 0u
#define NATURAL_MIXED_FOURTH_WIDTH 32u
MR_INLINE uint32_t natural_mixed_get_fourth(const natural_mixed_t *block) { return MR_LE32(4, block->bytes + 0x8u); }
MR_INLINE void natural_mixed_set_fourth(natural_mixed_t *block, uint32_t to) { MR_SET_LE32(4, block->bytes + 0x8u, to); }
#define NATURAL_MIXED_FIFTH_OFFSET 0x10u
#define NATURAL_MIXED_FIFTH_BIT 0u
#define NATURAL_MIXED_FIFTH_WIDTH 64u
MR_INLINE uint64_t natural_mixed_get_fifth(const natural_mixed_t *block) { return MR_LE64(8, block->bytes + 0x10u); }
MR_INLINE void natural_mixed_set_fifth(natural_mixed_t *block, uint64_t to) { MR_SET_LE64(8, block->bytes + 0x10u, to); }
#define NATURAL_MIXED_RATIO_OFFSET 0x18u
#define NATURAL_MIXED_RATIO_BIT 0u
#define NATURAL_MIXED_RATIO_WIDTH 32u
MR_INLINE float natural_mixed_get_ratio(const natural_mixed_t *block) { return mr_float(MR_LE32(4, block->bytes + 0x18u)); }
MR_INLINE void natural_mixed_set_ratio(natural_mixed_t *block, float to) { MR_SET_LE32(4, block->bytes + 0x18u, mr_float_bits(to)); }
#define NATURAL_MIXED_FINE_OFFSET 0x20u
#define NATURAL_MIXED_FINE_BIT 0u
#define NATURAL_MIXED_FINE_WIDTH 64u
MR_INLINE mr_double_t natural_mixed_get_fine(const natural_mixed_t *block) { return mr_double(MR_LE64(8, block->bytes + 0x20u)); }
MR_INLINE void natural_mixed_set_fine(natural_mixed_t *block, mr_double_t to) { MR_SET_LE64(8, block->bytes + 0x20u, mr_double_bits(to)); }
#define NATURAL_MIXED_FLAG_OFFSET 0x28u
#define NATURAL_MIXED_FLAG_BIT 0u
#define NATURAL_MIXED_FLAG_WIDTH 1u
MR_INLINE bool natural_mixed_get_flag(const natural_mixed_t *block) { return MR_BIT(MR_LE8(1, block->bytes + 0x28u), 0); }
MR_INLINE void natural_mixed_set_flag(natural_mixed_t *block, bool to) { MR_PUT_IN(8, uint8_t, block->bytes + 0x28u, 0, 1, to); }
MR_INLINE void natural_mixed_toggle_flag(natural_mixed_t *block) { block->bytes[0x28u] ^= 0x1u; }
#define NATURAL_MIXED_LEVEL_OFFSET 0x28u
#define NATURAL_MIXED_LEVEL_BIT 1u
#define NATURAL_MIXED_LEVEL_WIDTH 4u
MR_INLINE uint8_t natural_mixed_get_level(const natural_mixed_t *block) { return MR_BITS(uint8_t, MR_LE8(1, block->bytes + 0x28u), 1, 4); }
MR_INLINE void natural_mixed_set_level(natural_mixed_t *block, uint8_t to) { MR_CHECK(to <= 15u); MR_PUT_IN(8, uint8_t, block->bytes + 0x28u, 1, 4, to); }
#define NATURAL_MIXED_WORDS_OFFSET 0x2Au
#define NATURAL_MIXED_WORDS_BIT 0u
#define NATURAL_MIXED_WORDS_WIDTH 16u
#define NATURAL_MIXED_WORDS_COUNT 3u
MR_INLINE uint16_t natural_mixed_get_words(const natural_mixed_t *block, unsigned i) { MR_CHECK(i < 3u); return MR_LE16(2, block->bytes + 0x2Au + i * 2u); }
MR_INLINE void natural_mixed_set_words(natural_mixed_t *block, unsigned i, uint16_t to) { MR_CHECK(i < 3u); MR_SET_LE16(2, block->bytes + 0x2Au + i * 2u, to); }
#define NATURAL_MIXED_SAMPLE_KIND_OFFSET 0x30u
#define NATURAL_MIXED_SAMPLE_KIND_BIT 0u
#define NATURAL_MIXED_SAMPLE_KIND_WIDTH 8u
MR_INLINE uint8_t natural_mixed_get_sample_kind(const natural_mixed_t *block) { return MR_LE8(1, block->bytes + 0x30u); }
MR_INLINE void natural_mixed_set_sample_kind(natural_mixed_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x30u, to); }
#define NATURAL_MIXED_SAMPLE_AT_OFFSET 0x34u
#define NATURAL_MIXED_SAMPLE_AT_BIT 0u
#define NATURAL_MIXED_SAMPLE_AT_WIDTH 32u
MR_INLINE uint32_t natural_mixed_get_sample_at(const natural_mixed_t *block) { return MR_LE32(4, block->bytes + 0x34u); }
MR_INLINE void natural_mixed_set_sample_at(natural_mixed_t *block, uint32_t to) { MR_SET_LE32(4, block->bytes + 0x34u, to); }
#define NATURAL_MIXED_SAMPLE_VALUE_OFFSET 0x38u
#define NATURAL_MIXED_SAMPLE_VALUE_BIT 0u
#define NATURAL_MIXED_SAMPLE_VALUE_WIDTH 16u
MR_INLINE int16_t natural_mixed_get_sample_value(const natural_mixed_t *block) { return (int16_t)MR_LE16(2, block->bytes + 0x38u); }
MR_INLINE void natural_mixed_set_sample_value(natural_mixed_t *block, int16_t to) { MR_SET_LE16(2, block->bytes + 0x38u, (uint16_t)to); }
#define NATURAL_MIXED_SAMPLE_TOTAL_OFFSET 0x40u
#define NATURAL_MIXED_SAMPLE_TOTAL_BIT 0u
#define NATURAL_MIXED_SAMPLE_TOTAL_WIDTH 64u
MR_INLINE uint64_t natural_mixed_get_sample_total(const natural_mixed_t *block) { return MR_LE64(8, block->bytes + 0x40u); }
MR_INLINE void natural_mixed_set_sample_total(natural_mixed_t *block, uint64_t to) { MR_SET_LE64(8, block->bytes + 0x40u, to); }
MR_INLINE natural_sample_t natural_mixed_get_sample(const natural_mixed_t *block) { natural_sample_t value; natural_sample_unpack(&value, block->bytes + 0x30u); return value; }
MR_INLINE void natural_mixed_set_sample(natural_mixed_t *block, natural_sample_t to) { natural_sample_pack(block->bytes + 0x30u, &to); }

/* ---- Twice: 11 bytes at 0x20000048, guarded by crc8, two copies
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        count                    u32
 * 0x0004        total                    u32
 * 0x0008        (sequence)               u8
 * 0x0009        (version)                u8
 * 0x000A        (crc8)
 */
#define NATURAL_TWICE_SIZE 11u
#ifndef NATURAL_TWICE_ADDRESS
#define NATURAL_TWICE_ADDRESS 0x20000048u
#endif
/** Copies lie 11 bytes apart, elements 6: of the alignment to 4 bytes 1 and 2 are left to all of them. */
typedef struct { uint8_t bytes[NATURAL_TWICE_SIZE]; } natural_twice_t;
MR_ASSERT(natural_twice, sizeof(natural_twice_t) == NATURAL_TWICE_SIZE);
/* The place itself: its first copy. */
MR_INLINE natural_twice_t *natural_twice_at(void) { return (natural_twice_t *)(uintptr_t)(NATURAL_TWICE_ADDRESS); }
static inline void natural_twice_defaults(natural_twice_t *block)
{
    static const uint8_t initial[NATURAL_TWICE_SIZE] = {
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01, 0x2B,
    };
    mr_copy(block->bytes, initial, NATURAL_TWICE_SIZE);
}
static inline uint8_t natural_twice_crc(const natural_twice_t *block)
{
    return mr_crc8(0x68u, block->bytes, 0xAu);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t natural_twice_check(const natural_twice_t *block)
{
    uint8_t difference = (uint8_t)(natural_twice_crc(block) ^ MR_LE8(1, block->bytes + 0xAu));
    if (difference == 0)
        return block->bytes[0x9u] == 1u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, NATURAL_TWICE_SIZE) || mr_is_filled(block->bytes, 0xFF, NATURAL_TWICE_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void natural_twice_seal(natural_twice_t *block)
{
    block->bytes[0x9u] = 1u;
    MR_SET_LE8(1, block->bytes + 0xAu, natural_twice_crc(block));
}
/* The newer of the two copies that is whole: 0 or 1; 2 where neither is, and *found says why. */
static inline unsigned natural_twice_newest(mr_status_t *found)
{
    const natural_twice_t *copies = natural_twice_at();
    mr_status_t first = natural_twice_check(&copies[0]), second = natural_twice_check(&copies[1]);
    *found = MR_OK;
    if (first == MR_OK && second == MR_OK)
        return (uint8_t)((unsigned)copies[1].bytes[0x8u] - (unsigned)copies[0].bytes[0x8u] - 1u) < 0x7Fu;
    if (first == MR_OK || second == MR_OK)
        return first != MR_OK;
    *found = first == second ? first : first == MR_FOREIGN || second == MR_FOREIGN ? MR_FOREIGN : MR_CORRUPT;
    return 2;
}
/* Copies the newer copy here, and back over the older one, the guard last: a reset within a flush leaves the newer as it was.
 * Both go byte by byte: keep interrupts that use the place away from them. */
static inline mr_status_t natural_twice_load(natural_twice_t *block)
{
    mr_status_t found;
    unsigned newest = natural_twice_newest(&found);
    mr_copy(block->bytes, natural_twice_at()[newest & 1u].bytes, NATURAL_TWICE_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool natural_twice_pending(const natural_twice_t *block)
{
    mr_status_t found;
    unsigned newest = natural_twice_newest(&found);
    return newest == 2u || mr_differs(block->bytes, natural_twice_at()[newest].bytes, 0x8u);
}
static inline mr_status_t natural_twice_flush(natural_twice_t *block)
{
    mr_status_t found;
    natural_twice_t *copies = natural_twice_at();
    unsigned newest = natural_twice_newest(&found), older = newest == 0u;
    if (!natural_twice_pending(block))
        return MR_OK;
    block->bytes[0x8u] = newest == 2u ? 0u : (uint8_t)(copies[newest].bytes[0x8u] + 1u);
    natural_twice_seal(block);
    mr_copy_changed(copies[older].bytes, block->bytes, NATURAL_TWICE_SIZE);
    return MR_OK;
}
/* Loads, and says what was found; where that is neither MR_OK nor an error of the transfer, the defaults are set. */
static inline mr_status_t natural_twice_open(natural_twice_t *block)
{
    mr_status_t found;
    (void)natural_twice_newest(&found);
    (void)natural_twice_load(block);
    if (found != MR_OK)
        natural_twice_defaults(block);
    return found;
}
#define NATURAL_TWICE_COUNT_OFFSET 0x00u
#define NATURAL_TWICE_COUNT_BIT 0u
#define NATURAL_TWICE_COUNT_WIDTH 32u
MR_INLINE uint32_t natural_twice_get_count(const natural_twice_t *block) { return MR_LE32(1, block->bytes); }
MR_INLINE void natural_twice_set_count(natural_twice_t *block, uint32_t to) { MR_SET_LE32(1, block->bytes, to); }
#define NATURAL_TWICE_TOTAL_OFFSET 0x04u
#define NATURAL_TWICE_TOTAL_BIT 0u
#define NATURAL_TWICE_TOTAL_WIDTH 32u
MR_INLINE uint32_t natural_twice_get_total(const natural_twice_t *block) { return MR_LE32(1, block->bytes + 0x4u); }
MR_INLINE void natural_twice_set_total(natural_twice_t *block, uint32_t to) { MR_SET_LE32(1, block->bytes + 0x4u, to); }

/* ---- Several: 6 bytes at 0x20000060, 3 times every 0x6, guarded by crc8
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        at                       u32
 * 0x0004        (version)                u8
 * 0x0005        (crc8)
 */
#define NATURAL_SEVERAL_SIZE 6u
#define NATURAL_SEVERAL_COUNT 3u
#define NATURAL_SEVERAL_STRIDE 0x6u
#ifndef NATURAL_SEVERAL_ADDRESS
#define NATURAL_SEVERAL_ADDRESS 0x20000060u
#endif
typedef union { uint8_t bytes[NATURAL_SEVERAL_SIZE]; uint16_t alignment; } natural_several_t;
MR_ASSERT(natural_several, sizeof(((natural_several_t *)0)->bytes) == NATURAL_SEVERAL_SIZE);
/* The place itself. */
MR_INLINE natural_several_t *natural_several_at(unsigned i) { MR_CHECK(i < 3u); return (natural_several_t *)(uintptr_t)(NATURAL_SEVERAL_ADDRESS + i * 0x6u); }
static inline void natural_several_defaults(natural_several_t *block)
{
    static const uint8_t initial[NATURAL_SEVERAL_SIZE] = {
        0x00, 0x00, 0x00, 0x00, 0x01, 0x52,
    };
    mr_copy(block->bytes, initial, NATURAL_SEVERAL_SIZE);
}
static inline uint8_t natural_several_crc(const natural_several_t *block)
{
    return mr_crc8(0xA3u, block->bytes, 0x5u);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t natural_several_check(const natural_several_t *block)
{
    uint8_t difference = (uint8_t)(natural_several_crc(block) ^ MR_LE8(1, block->bytes + 0x5u));
    if (difference == 0)
        return block->bytes[0x4u] == 1u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, NATURAL_SEVERAL_SIZE) || mr_is_filled(block->bytes, 0xFF, NATURAL_SEVERAL_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void natural_several_seal(natural_several_t *block)
{
    block->bytes[0x4u] = 1u;
    MR_SET_LE8(1, block->bytes + 0x5u, natural_several_crc(block));
}
/* Copies the place here, and back: only bytes that differ are written, the guard last. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t natural_several_load(natural_several_t *block, unsigned i)
{
    mr_copy(block->bytes, natural_several_at(i)->bytes, NATURAL_SEVERAL_SIZE);
    return MR_OK;
}
static inline mr_status_t natural_several_flush(natural_several_t *block, unsigned i)
{
    natural_several_seal(block);
    mr_copy_changed(natural_several_at(i)->bytes, block->bytes, NATURAL_SEVERAL_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool natural_several_pending(const natural_several_t *block, unsigned i)
{
    const natural_several_t *place = natural_several_at(i);
    return mr_differs(block->bytes, place->bytes, 0x4u) || natural_several_check(place) != MR_OK;
}
/* Loads, and says what was found; where that is neither MR_OK nor an error of the transfer, the defaults are set. */
static inline mr_status_t natural_several_open(natural_several_t *block, unsigned i)
{
    mr_status_t found = natural_several_load(block, i);
    if (found < MR_OK)
        return found;
    found = natural_several_check(block);
    if (found != MR_OK)
        natural_several_defaults(block);
    return found;
}
#define NATURAL_SEVERAL_AT_OFFSET 0x00u
#define NATURAL_SEVERAL_AT_BIT 0u
#define NATURAL_SEVERAL_AT_WIDTH 32u
MR_INLINE uint32_t natural_several_get_at(const natural_several_t *block) { return MR_LE32(2, block->bytes); }
MR_INLINE void natural_several_set_at(natural_several_t *block, uint32_t to) { MR_SET_LE32(2, block->bytes, to); }

#endif
