/* Made from big_endian.mr by memregc 0.1.0; fingerprint 0x32DF0DBA. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Big-endian: fields, containers, whole blocks, exceptions from them. */
#ifndef BIG_ENDIAN_BIG_ENDIAN_INCLUDED
#define BIG_ENDIAN_BIG_ENDIAN_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Header, Whole, Bus. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Registers: each access at exactly its width. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- Elements of arrays of bits that never cross a byte. */
/* ---- IEEE 754 numbers and their bits. Where double is no 64 bits wide, a 64-bit number stays raw. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define BIG_ENDIAN_VERSION 1u
#define BIG_ENDIAN_FINGERPRINT 0x32DF0DBAu

/* ---- Header: 25 bytes at 0x20000000
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        length                   u16 be
 * 0x0002        sequence                 u32 be          = 16909060
 * 0x0006        little                   u32
 * 0x000A        ratio                    f32 be
 * 0x000E        offset                   i24 be          = -3
 * 0x0011        ports                    u16[3] be
 * 0x0017        status                   u16 be
 *        8:0      code                   u9
 *        9        valid                  bool
 *        15:10    class                  u6
 */
#define BIG_ENDIAN_HEADER_SIZE 25u
#ifndef BIG_ENDIAN_HEADER_ADDRESS
#define BIG_ENDIAN_HEADER_ADDRESS 0x20000000u
#endif
typedef struct { uint8_t bytes[BIG_ENDIAN_HEADER_SIZE]; } big_endian_header_t;
MR_ASSERT(big_endian_header, sizeof(big_endian_header_t) == BIG_ENDIAN_HEADER_SIZE);
/* The place itself. */
MR_INLINE big_endian_header_t *big_endian_header_at(void) { return (big_endian_header_t *)(uintptr_t)(BIG_ENDIAN_HEADER_ADDRESS); }
static inline void big_endian_header_defaults(big_endian_header_t *block)
{
    static const uint8_t initial[BIG_ENDIAN_HEADER_SIZE] = {
        0x00, 0x00, 0x01, 0x02, 0x03, 0x04, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xFF,
        0xFD, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    };
    mr_copy(block->bytes, initial, BIG_ENDIAN_HEADER_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t big_endian_header_load(big_endian_header_t *block)
{
    mr_copy(block->bytes, big_endian_header_at()->bytes, BIG_ENDIAN_HEADER_SIZE);
    return MR_OK;
}
static inline mr_status_t big_endian_header_flush(big_endian_header_t *block)
{
    mr_copy_changed(big_endian_header_at()->bytes, block->bytes, BIG_ENDIAN_HEADER_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool big_endian_header_pending(const big_endian_header_t *block)
{
    const big_endian_header_t *place = big_endian_header_at();
    return mr_differs(block->bytes, place->bytes, BIG_ENDIAN_HEADER_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t big_endian_header_open(big_endian_header_t *block)
{
    return big_endian_header_load(block);
}
#define BIG_ENDIAN_HEADER_LENGTH_OFFSET 0x00u
#define BIG_ENDIAN_HEADER_LENGTH_BIT 0u
#define BIG_ENDIAN_HEADER_LENGTH_WIDTH 16u
MR_INLINE uint16_t big_endian_header_get_length(const big_endian_header_t *block) { return MR_BE16(1, block->bytes); }
MR_INLINE void big_endian_header_set_length(big_endian_header_t *block, uint16_t to) { MR_SET_BE16(1, block->bytes, to); }
#define BIG_ENDIAN_HEADER_SEQUENCE_OFFSET 0x02u
#define BIG_ENDIAN_HEADER_SEQUENCE_BIT 0u
#define BIG_ENDIAN_HEADER_SEQUENCE_WIDTH 32u
MR_INLINE uint32_t big_endian_header_get_sequence(const big_endian_header_t *block) { return MR_BE32(1, block->bytes + 0x2u); }
MR_INLINE void big_endian_header_set_sequence(big_endian_header_t *block, uint32_t to) { MR_SET_BE32(1, block->bytes + 0x2u, to); }
#define BIG_ENDIAN_HEADER_LITTLE_OFFSET 0x06u
#define BIG_ENDIAN_HEADER_LITTLE_BIT 0u
#define BIG_ENDIAN_HEADER_LITTLE_WIDTH 32u
MR_INLINE uint32_t big_endian_header_get_little(const big_endian_header_t *block) { return MR_LE32(1, block->bytes + 0x6u); }
MR_INLINE void big_endian_header_set_little(big_endian_header_t *block, uint32_t to) { MR_SET_LE32(1, block->bytes + 0x6u, to); }
#define BIG_ENDIAN_HEADER_RATIO_OFFSET 0x0Au
#define BIG_ENDIAN_HEADER_RATIO_BIT 0u
#define BIG_ENDIAN_HEADER_RATIO_WIDTH 32u
MR_INLINE float big_endian_header_get_ratio(const big_endian_header_t *block) { return mr_float(MR_BE32(1, block->bytes + 0xAu)); }
MR_INLINE void big_endian_header_set_ratio(big_endian_header_t *block, float to) { MR_SET_BE32(1, block->bytes + 0xAu, mr_float_bits(to)); }
#define BIG_ENDIAN_HEADER_OFFSET_OFFSET 0x0Eu
#define BIG_ENDIAN_HEADER_OFFSET_BIT 0u
#define BIG_ENDIAN_HEADER_OFFSET_WIDTH 24u
MR_INLINE int32_t big_endian_header_get_offset(const big_endian_header_t *block) { return MR_BITS_SIGNED(int32_t, MR_BE24(1, block->bytes + 0xEu), 0, 24); }
MR_INLINE void big_endian_header_set_offset(big_endian_header_t *block, int32_t to) { MR_CHECK(to >= -8388608 && to <= 8388607); MR_SET_BE24(1, block->bytes + 0xEu, (uint32_t)to); }
#define BIG_ENDIAN_HEADER_PORTS_OFFSET 0x11u
#define BIG_ENDIAN_HEADER_PORTS_BIT 0u
#define BIG_ENDIAN_HEADER_PORTS_WIDTH 16u
#define BIG_ENDIAN_HEADER_PORTS_COUNT 3u
MR_INLINE uint16_t big_endian_header_get_ports(const big_endian_header_t *block, unsigned i) { MR_CHECK(i < 3u); return MR_BE16(1, block->bytes + 0x11u + i * 2u); }
MR_INLINE void big_endian_header_set_ports(big_endian_header_t *block, unsigned i, uint16_t to) { MR_CHECK(i < 3u); MR_SET_BE16(1, block->bytes + 0x11u + i * 2u, to); }
#define BIG_ENDIAN_HEADER_STATUS_CODE_OFFSET 0x17u
#define BIG_ENDIAN_HEADER_STATUS_CODE_BIT 0u
#define BIG_ENDIAN_HEADER_STATUS_CODE_WIDTH 9u
MR_INLINE uint16_t big_endian_header_get_status_code(const big_endian_header_t *block) { return MR_BITS(uint16_t, MR_BE16(1, block->bytes + 0x17u), 0, 9); }
MR_INLINE void big_endian_header_set_status_code(big_endian_header_t *block, uint16_t to) { MR_CHECK(to <= 511u); MR_PUT_BE(16, uint16_t, block->bytes + 0x17u, 0, 9, to); }
#define BIG_ENDIAN_HEADER_STATUS_VALID_OFFSET 0x17u
#define BIG_ENDIAN_HEADER_STATUS_VALID_BIT 1u
#define BIG_ENDIAN_HEADER_STATUS_VALID_WIDTH 1u
MR_INLINE bool big_endian_header_get_status_valid(const big_endian_header_t *block) { return MR_BIT(MR_LE8(1, block->bytes + 0x17u), 1); }
MR_INLINE void big_endian_header_set_status_valid(big_endian_header_t *block, bool to) { MR_PUT_IN(8, uint8_t, block->bytes + 0x17u, 1, 1, to); }
MR_INLINE void big_endian_header_toggle_status_valid(big_endian_header_t *block) { block->bytes[0x17u] ^= 0x2u; }
#define BIG_ENDIAN_HEADER_STATUS_CLASS_OFFSET 0x17u
#define BIG_ENDIAN_HEADER_STATUS_CLASS_BIT 2u
#define BIG_ENDIAN_HEADER_STATUS_CLASS_WIDTH 6u
MR_INLINE uint8_t big_endian_header_get_status_class(const big_endian_header_t *block) { return MR_BITS(uint8_t, MR_LE8(1, block->bytes + 0x17u), 2, 6); }
MR_INLINE void big_endian_header_set_status_class(big_endian_header_t *block, uint8_t to) { MR_CHECK(to <= 63u); MR_PUT_IN(8, uint8_t, block->bytes + 0x17u, 2, 6, to); }

/* ---- Whole: 23 bytes at 0x20000019
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        length                   u16 be
 * 0x0003 2:0    flags                    u3
 * 0x0002 15:3   fragment                 u13 be
 * 0x0004        small                    u32
 * 0x0008        stamp                    u64 be
 * 0x0012 23:0   nibbles                  u4[6]
 * 0x0013        status                   u32 be
 *        11:0     code                   u12
 *        13:12    (free)
 *        31:14    wide                   u18
 */
#define BIG_ENDIAN_WHOLE_SIZE 23u
#ifndef BIG_ENDIAN_WHOLE_ADDRESS
#define BIG_ENDIAN_WHOLE_ADDRESS 0x20000019u
#endif
typedef struct { uint8_t bytes[BIG_ENDIAN_WHOLE_SIZE]; } big_endian_whole_t;
MR_ASSERT(big_endian_whole, sizeof(big_endian_whole_t) == BIG_ENDIAN_WHOLE_SIZE);
/* The place itself. */
MR_INLINE big_endian_whole_t *big_endian_whole_at(void) { return (big_endian_whole_t *)(uintptr_t)(BIG_ENDIAN_WHOLE_ADDRESS); }
static inline void big_endian_whole_defaults(big_endian_whole_t *block)
{
    mr_fill(block->bytes, 0, BIG_ENDIAN_WHOLE_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t big_endian_whole_load(big_endian_whole_t *block)
{
    mr_copy(block->bytes, big_endian_whole_at()->bytes, BIG_ENDIAN_WHOLE_SIZE);
    return MR_OK;
}
static inline mr_status_t big_endian_whole_flush(big_endian_whole_t *block)
{
    mr_copy_changed(big_endian_whole_at()->bytes, block->bytes, BIG_ENDIAN_WHOLE_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool big_endian_whole_pending(const big_endian_whole_t *block)
{
    const big_endian_whole_t *place = big_endian_whole_at();
    return mr_differs(block->bytes, place->bytes, BIG_ENDIAN_WHOLE_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t big_endian_whole_open(big_endian_whole_t *block)
{
    return big_endian_whole_load(block);
}
#define BIG_ENDIAN_WHOLE_LENGTH_OFFSET 0x00u
#define BIG_ENDIAN_WHOLE_LENGTH_BIT 0u
#define BIG_ENDIAN_WHOLE_LENGTH_WIDTH 16u
MR_INLINE uint16_t big_endian_whole_get_length(const big_endian_whole_t *block) { return MR_BE16(1, block->bytes); }
MR_INLINE void big_endian_whole_set_length(big_endian_whole_t *block, uint16_t to) { MR_SET_BE16(1, block->bytes, to); }
#define BIG_ENDIAN_WHOLE_FLAGS_OFFSET 0x03u
#define BIG_ENDIAN_WHOLE_FLAGS_BIT 0u
#define BIG_ENDIAN_WHOLE_FLAGS_WIDTH 3u
MR_INLINE uint8_t big_endian_whole_get_flags(const big_endian_whole_t *block) { return MR_BITS(uint8_t, MR_LE8(1, block->bytes + 0x3u), 0, 3); }
MR_INLINE void big_endian_whole_set_flags(big_endian_whole_t *block, uint8_t to) { MR_CHECK(to <= 7u); MR_PUT_IN(8, uint8_t, block->bytes + 0x3u, 0, 3, to); }
#define BIG_ENDIAN_WHOLE_FRAGMENT_OFFSET 0x02u
#define BIG_ENDIAN_WHOLE_FRAGMENT_BIT 3u
#define BIG_ENDIAN_WHOLE_FRAGMENT_WIDTH 13u
MR_INLINE uint16_t big_endian_whole_get_fragment(const big_endian_whole_t *block) { return MR_BITS(uint16_t, MR_BE16(1, block->bytes + 0x2u), 3, 13); }
MR_INLINE void big_endian_whole_set_fragment(big_endian_whole_t *block, uint16_t to) { MR_CHECK(to <= 8191u); MR_PUT_BE(16, uint16_t, block->bytes + 0x2u, 3, 13, to); }
#define BIG_ENDIAN_WHOLE_SMALL_OFFSET 0x04u
#define BIG_ENDIAN_WHOLE_SMALL_BIT 0u
#define BIG_ENDIAN_WHOLE_SMALL_WIDTH 32u
MR_INLINE uint32_t big_endian_whole_get_small(const big_endian_whole_t *block) { return MR_LE32(1, block->bytes + 0x4u); }
MR_INLINE void big_endian_whole_set_small(big_endian_whole_t *block, uint32_t to) { MR_SET_LE32(1, block->bytes + 0x4u, to); }
#define BIG_ENDIAN_WHOLE_STAMP_OFFSET 0x08u
#define BIG_ENDIAN_WHOLE_STAMP_BIT 0u
#define BIG_ENDIAN_WHOLE_STAMP_WIDTH 64u
MR_INLINE uint64_t big_endian_whole_get_stamp(const big_endian_whole_t *block) { return MR_BE64(1, block->bytes + 0x8u); }
MR_INLINE void big_endian_whole_set_stamp(big_endian_whole_t *block, uint64_t to) { MR_SET_BE64(1, block->bytes + 0x8u, to); }
#define BIG_ENDIAN_WHOLE_NIBBLES_OFFSET 0x12u
#define BIG_ENDIAN_WHOLE_NIBBLES_BIT 0u
#define BIG_ENDIAN_WHOLE_NIBBLES_WIDTH 4u
#define BIG_ENDIAN_WHOLE_NIBBLES_COUNT 6u
MR_INLINE uint8_t big_endian_whole_get_nibbles(const big_endian_whole_t *block, unsigned i) { MR_CHECK(i < 6u); return ((uint8_t)mr_element(block->bytes + 0x12u, -1, i * 4u, 4)); }
MR_INLINE void big_endian_whole_set_nibbles(big_endian_whole_t *block, unsigned i, uint8_t to) { MR_CHECK(i < 6u); MR_CHECK(to <= 15u); mr_put_element(block->bytes + 0x12u, -1, i * 4u, 4, to); }
#define BIG_ENDIAN_WHOLE_STATUS_CODE_OFFSET 0x15u
#define BIG_ENDIAN_WHOLE_STATUS_CODE_BIT 0u
#define BIG_ENDIAN_WHOLE_STATUS_CODE_WIDTH 12u
MR_INLINE uint16_t big_endian_whole_get_status_code(const big_endian_whole_t *block) { return MR_BITS(uint16_t, MR_BE16(1, block->bytes + 0x15u), 0, 12); }
MR_INLINE void big_endian_whole_set_status_code(big_endian_whole_t *block, uint16_t to) { MR_CHECK(to <= 4095u); MR_PUT_BE(16, uint16_t, block->bytes + 0x15u, 0, 12, to); }
#define BIG_ENDIAN_WHOLE_STATUS_WIDE_OFFSET 0x13u
#define BIG_ENDIAN_WHOLE_STATUS_WIDE_BIT 6u
#define BIG_ENDIAN_WHOLE_STATUS_WIDE_WIDTH 18u
MR_INLINE uint32_t big_endian_whole_get_status_wide(const big_endian_whole_t *block) { return MR_BITS(uint32_t, MR_BE24(1, block->bytes + 0x13u), 6, 18); }
MR_INLINE void big_endian_whole_set_status_wide(big_endian_whole_t *block, uint32_t to) { MR_CHECK(to <= 262143u); MR_PUT_BE(24, uint32_t, block->bytes + 0x13u, 6, 18, to); }

/* ---- Bus: 4 bytes at 0x40000000
 * OFFSET BITS   NAME                     TYPE       ACCESS
 * 0x0000        value                    u32        rw
 */
#ifndef BIG_ENDIAN_BUS_BASE
#define BIG_ENDIAN_BUS_BASE 0x40000000u
#endif

#define BIG_ENDIAN_BUS_VALUE_OFFSET 0x00u
MR_INLINE uint32_t big_endian_bus_value_read(void) { return MR_REGISTER(uint32_t, BIG_ENDIAN_BUS_BASE); }
MR_INLINE void big_endian_bus_value_write(uint32_t value) { MR_REGISTER(uint32_t, BIG_ENDIAN_BUS_BASE) = value; }

#endif
