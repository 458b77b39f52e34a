/* Made from arrays.mr by memregc 0.1.0; fingerprint 0x713D4E1C. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Arrays of byte types, of groups and of whole blocks, with and without a stride. */
#ifndef ARRAYS_ARRAYS_INCLUDED
#define ARRAYS_ARRAYS_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Table, Channel, Sparse. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- IEEE 754 numbers and their bits. Where double is no 64 bits wide, a 64-bit number stays raw. */
/* ---- Text of at most `size` bytes, padded with NUL; a copy of it is always terminated. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define ARRAYS_VERSION 1u
#define ARRAYS_FINGERPRINT 0x713D4E1Cu
#define ARRAYS_CHANNELS 4

#define ARRAYS_PAIR_SIZE 3u
typedef struct {
    uint8_t a;
    uint16_t b;
} arrays_pair_t;
static inline void arrays_pair_pack(uint8_t *bytes, const arrays_pair_t *value)
{
    MR_SET_LE8(1, bytes, value->a);
    MR_SET_LE16(1, bytes + 0x1u, value->b);
}
static inline void arrays_pair_unpack(arrays_pair_t *value, const uint8_t *bytes)
{
    value->a = MR_LE8(1, bytes);
    value->b = MR_LE16(1, bytes + 0x1u);
}

/* ---- Table: 91 bytes at 0x20000000
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        words                    u16[8]          = { 1, … }
 * 0x0010        filled                   u8[4]           = 255
 * 0x0014        signs                    i32[2]          = { -1, … }
 * 0x001C        ratios                   f32[3]
 * 0x0028        pairs                    Pair[5]
 * 0x0028          a                      u8
 * 0x0029          b                      u16
 * 0x0037        rows                     [3]
 * 0x0037          cells                  u16[4]
 * 0x004F        names                    char[6][2]
 */
#define ARRAYS_TABLE_SIZE 91u
#ifndef ARRAYS_TABLE_ADDRESS
#define ARRAYS_TABLE_ADDRESS 0x20000000u
#endif
typedef struct { uint8_t bytes[ARRAYS_TABLE_SIZE]; } arrays_table_t;
MR_ASSERT(arrays_table, sizeof(arrays_table_t) == ARRAYS_TABLE_SIZE);
/* The place itself. */
MR_INLINE arrays_table_t *arrays_table_at(void) { return (arrays_table_t *)(uintptr_t)(ARRAYS_TABLE_ADDRESS); }
static inline void arrays_table_defaults(arrays_table_t *block)
{
    static const uint8_t initial[ARRAYS_TABLE_SIZE] = {
        0x01, 0x00, 0x02, 0x00, 0x03, 0x00, 0x04, 0x00, 0x05, 0x00, 0x06, 0x00, 0x07, 0x00, 0x08, 0x00,
        0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    };
    mr_copy(block->bytes, initial, ARRAYS_TABLE_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t arrays_table_load(arrays_table_t *block)
{
    mr_copy(block->bytes, arrays_table_at()->bytes, ARRAYS_TABLE_SIZE);
    return MR_OK;
}
static inline mr_status_t arrays_table_flush(arrays_table_t *block)
{
    mr_copy_changed(arrays_table_at()->bytes, block->bytes, ARRAYS_TABLE_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool arrays_table_pending(const arrays_table_t *block)
{
    const arrays_table_t *place = arrays_table_at();
    return mr_differs(block->bytes, place->bytes, ARRAYS_TABLE_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t arrays_table_open(arrays_table_t *block)
{
    return arrays_table_load(block);
}
#define ARRAYS_TABLE_WORDS_OFFSET 0x00u
#define ARRAYS_TABLE_WORDS_BIT 0u
#define ARRAYS_TABLE_WORDS_WIDTH 16u
#define ARRAYS_TABLE_WORDS_COUNT 8u
MR_INLINE uint16_t arrays_table_get_words(const arrays_table_t *block, unsigned i) { MR_CHECK(i < 8u); return MR_LE16(1, block->bytes + i * 2u); }
MR_INLINE void arrays_table_set_words(arrays_table_t *block, unsigned i, uint16_t to) { MR_CHECK(i < 8u); MR_SET_LE16(1, block->bytes + i * 2u, to); }
#define ARRAYS_TABLE_FILLED_OFFSET 0x10u
#define ARRAYS_TABLE_FILLED_BIT 0u
#define ARRAYS_TABLE_FILLED_WIDTH 8u
#define ARRAYS_TABLE_FILLED_COUNT 4u
MR_INLINE uint8_t *arrays_table_bytes_filled(arrays_table_t *block) { return block->bytes + 0x10u; }
MR_INLINE const uint8_t *arrays_table_const_bytes_filled(const arrays_table_t *block) { return block->bytes + 0x10u; }
MR_INLINE uint8_t arrays_table_get_filled(const arrays_table_t *block, unsigned i) { MR_CHECK(i < 4u); return MR_LE8(1, block->bytes + 0x10u + i); }
MR_INLINE void arrays_table_set_filled(arrays_table_t *block, unsigned i, uint8_t to) { MR_CHECK(i < 4u); MR_SET_LE8(1, block->bytes + 0x10u + i, to); }
#define ARRAYS_TABLE_SIGNS_OFFSET 0x14u
#define ARRAYS_TABLE_SIGNS_BIT 0u
#define ARRAYS_TABLE_SIGNS_WIDTH 32u
#define ARRAYS_TABLE_SIGNS_COUNT 2u
MR_INLINE int32_t arrays_table_get_signs(const arrays_table_t *block, unsigned i) { MR_CHECK(i < 2u); return (int32_t)MR_LE32(1, block->bytes + 0x14u + i * 4u); }
MR_INLINE void arrays_table_set_signs(arrays_table_t *block, unsigned i, int32_t to) { MR_CHECK(i < 2u); MR_SET_LE32(1, block->bytes + 0x14u + i * 4u, (uint32_t)to); }
#define ARRAYS_TABLE_RATIOS_OFFSET 0x1Cu
#define ARRAYS_TABLE_RATIOS_BIT 0u
#define ARRAYS_TABLE_RATIOS_WIDTH 32u
#define ARRAYS_TABLE_RATIOS_COUNT 3u
MR_INLINE float arrays_table_get_ratios(const arrays_table_t *block, unsigned i) { MR_CHECK(i < 3u); return mr_float(MR_LE32(1, block->bytes + 0x1Cu + i * 4u)); }
MR_INLINE void arrays_table_set_ratios(arrays_table_t *block, unsigned i, float to) { MR_CHECK(i < 3u); MR_SET_LE32(1, block->bytes + 0x1Cu + i * 4u, mr_float_bits(to)); }
#define ARRAYS_TABLE_PAIRS_A_OFFSET 0x28u
#define ARRAYS_TABLE_PAIRS_A_BIT 0u
#define ARRAYS_TABLE_PAIRS_A_WIDTH 8u
MR_INLINE uint8_t arrays_table_get_pairs_a(const arrays_table_t *block, unsigned i) { MR_CHECK(i < 5u); return MR_LE8(1, block->bytes + 0x28u + i * 3u); }
MR_INLINE void arrays_table_set_pairs_a(arrays_table_t *block, unsigned i, uint8_t to) { MR_CHECK(i < 5u); MR_SET_LE8(1, block->bytes + 0x28u + i * 3u, to); }
#define ARRAYS_TABLE_PAIRS_B_OFFSET 0x29u
#define ARRAYS_TABLE_PAIRS_B_BIT 0u
#define ARRAYS_TABLE_PAIRS_B_WIDTH 16u
MR_INLINE uint16_t arrays_table_get_pairs_b(const arrays_table_t *block, unsigned i) { MR_CHECK(i < 5u); return MR_LE16(1, block->bytes + 0x29u + i * 3u); }
MR_INLINE void arrays_table_set_pairs_b(arrays_table_t *block, unsigned i, uint16_t to) { MR_CHECK(i < 5u); MR_SET_LE16(1, block->bytes + 0x29u + i * 3u, to); }
#define ARRAYS_TABLE_ROWS_CELLS_OFFSET 0x37u
#define ARRAYS_TABLE_ROWS_CELLS_BIT 0u
#define ARRAYS_TABLE_ROWS_CELLS_WIDTH 16u
#define ARRAYS_TABLE_ROWS_CELLS_COUNT 4u
MR_INLINE uint16_t arrays_table_get_rows_cells(const arrays_table_t *block, unsigned i, unsigned j) { MR_CHECK(i < 3u && j < 4u); return MR_LE16(1, block->bytes + 0x37u + i * 8u + j * 2u); }
MR_INLINE void arrays_table_set_rows_cells(arrays_table_t *block, unsigned i, unsigned j, uint16_t to) { MR_CHECK(i < 3u && j < 4u); MR_SET_LE16(1, block->bytes + 0x37u + i * 8u + j * 2u, to); }
#define ARRAYS_TABLE_NAMES_OFFSET 0x4Fu
#define ARRAYS_TABLE_NAMES_BIT 0u
#define ARRAYS_TABLE_NAMES_WIDTH 48u
#define ARRAYS_TABLE_NAMES_COUNT 2u
MR_INLINE void arrays_table_get_names(const arrays_table_t *block, unsigned i, char out[7]) { MR_CHECK(i < 2u); mr_text(out, block->bytes + 0x4Fu + i * 6u, 6u); }
MR_INLINE void arrays_table_set_names(arrays_table_t *block, unsigned i, const char *to) { MR_CHECK(i < 2u); mr_set_text(block->bytes + 0x4Fu + i * 6u, to, 6u); }
MR_INLINE arrays_pair_t arrays_table_get_pairs(const arrays_table_t *block, unsigned i) { MR_CHECK(i < 5u); arrays_pair_t value; arrays_pair_unpack(&value, block->bytes + 0x28u + i * 3u); return value; }
MR_INLINE void arrays_table_set_pairs(arrays_table_t *block, unsigned i, arrays_pair_t to) { MR_CHECK(i < 5u); arrays_pair_pack(block->bytes + 0x28u + i * 3u, &to); }

/* ---- Channel: 9 bytes at 0x2000005B, 4 times every 0x20
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000 0      enabled                  bool
 * 0x0000 7:1    (free)
 * 0x0001        gain                     u16             = 100
 * 0x0003        points                   u8[6]
 */
#define ARRAYS_CHANNEL_SIZE 9u
#define ARRAYS_CHANNEL_COUNT 4u
#define ARRAYS_CHANNEL_STRIDE 0x20u
#ifndef ARRAYS_CHANNEL_ADDRESS
#define ARRAYS_CHANNEL_ADDRESS 0x2000005Bu
#endif
typedef struct { uint8_t bytes[ARRAYS_CHANNEL_SIZE]; } arrays_channel_t;
MR_ASSERT(arrays_channel, sizeof(arrays_channel_t) == ARRAYS_CHANNEL_SIZE);
/* The place itself. */
MR_INLINE arrays_channel_t *arrays_channel_at(unsigned i) { MR_CHECK(i < 4u); return (arrays_channel_t *)(uintptr_t)(ARRAYS_CHANNEL_ADDRESS + i * 0x20u); }
static inline void arrays_channel_defaults(arrays_channel_t *block)
{
    static const uint8_t initial[ARRAYS_CHANNEL_SIZE] = {
        0x00, 0x64, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    };
    mr_copy(block->bytes, initial, ARRAYS_CHANNEL_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t arrays_channel_load(arrays_channel_t *block, unsigned i)
{
    mr_copy(block->bytes, arrays_channel_at(i)->bytes, ARRAYS_CHANNEL_SIZE);
    return MR_OK;
}
static inline mr_status_t arrays_channel_flush(arrays_channel_t *block, unsigned i)
{
    mr_copy_changed(arrays_channel_at(i)->bytes, block->bytes, ARRAYS_CHANNEL_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool arrays_channel_pending(const arrays_channel_t *block, unsigned i)
{
    const arrays_channel_t *place = arrays_channel_at(i);
    return mr_differs(block->bytes, place->bytes, ARRAYS_CHANNEL_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t arrays_channel_open(arrays_channel_t *block, unsigned i)
{
    return arrays_channel_load(block, i);
}
#define ARRAYS_CHANNEL_ENABLED_OFFSET 0x00u
#define ARRAYS_CHANNEL_ENABLED_BIT 0u
#define ARRAYS_CHANNEL_ENABLED_WIDTH 1u
MR_INLINE bool arrays_channel_get_enabled(const arrays_channel_t *block) { return MR_BIT(MR_LE8(1, block->bytes), 0); }
MR_INLINE void arrays_channel_set_enabled(arrays_channel_t *block, bool to) { MR_PUT_IN(8, uint8_t, block->bytes, 0, 1, to); }
MR_INLINE void arrays_channel_toggle_enabled(arrays_channel_t *block) { block->bytes[0x00u] ^= 0x1u; }
#define ARRAYS_CHANNEL_GAIN_OFFSET 0x01u
#define ARRAYS_CHANNEL_GAIN_BIT 0u
#define ARRAYS_CHANNEL_GAIN_WIDTH 16u
MR_INLINE uint16_t arrays_channel_get_gain(const arrays_channel_t *block) { return MR_LE16(1, block->bytes + 0x1u); }
MR_INLINE void arrays_channel_set_gain(arrays_channel_t *block, uint16_t to) { MR_SET_LE16(1, block->bytes + 0x1u, to); }
#define ARRAYS_CHANNEL_POINTS_OFFSET 0x03u
#define ARRAYS_CHANNEL_POINTS_BIT 0u
#define ARRAYS_CHANNEL_POINTS_WIDTH 8u
#define ARRAYS_CHANNEL_POINTS_COUNT 6u
MR_INLINE uint8_t *arrays_channel_bytes_points(arrays_channel_t *block) { return block->bytes + 0x3u; }
MR_INLINE const uint8_t *arrays_channel_const_bytes_points(const arrays_channel_t *block) { return block->bytes + 0x3u; }
MR_INLINE uint8_t arrays_channel_get_points(const arrays_channel_t *block, unsigned i) { MR_CHECK(i < 6u); return MR_LE8(1, block->bytes + 0x3u + i); }
MR_INLINE void arrays_channel_set_points(arrays_channel_t *block, unsigned i, uint8_t to) { MR_CHECK(i < 6u); MR_SET_LE8(1, block->bytes + 0x3u + i, to); }

/* ---- Sparse: 21 bytes at 0x200000C4
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        first                    u8
 * 0x0001        (free)
 * 0x0004        samples                  u16[4] every 4
 * 0x0012        (free)
 * 0x0014        last                     u8
 */
#define ARRAYS_SPARSE_SIZE 21u
#ifndef ARRAYS_SPARSE_ADDRESS
#define ARRAYS_SPARSE_ADDRESS 0x200000C4u
#endif
typedef struct { uint8_t bytes[ARRAYS_SPARSE_SIZE]; } arrays_sparse_t;
MR_ASSERT(arrays_sparse, sizeof(arrays_sparse_t) == ARRAYS_SPARSE_SIZE);
/* The place itself. */
MR_INLINE arrays_sparse_t *arrays_sparse_at(void) { return (arrays_sparse_t *)(uintptr_t)(ARRAYS_SPARSE_ADDRESS); }
static inline void arrays_sparse_defaults(arrays_sparse_t *block)
{
    mr_fill(block->bytes, 0, ARRAYS_SPARSE_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t arrays_sparse_load(arrays_sparse_t *block)
{
    mr_copy(block->bytes, arrays_sparse_at()->bytes, ARRAYS_SPARSE_SIZE);
    return MR_OK;
}
static inline mr_status_t arrays_sparse_flush(arrays_sparse_t *block)
{
    mr_copy_changed(arrays_sparse_at()->bytes, block->bytes, ARRAYS_SPARSE_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool arrays_sparse_pending(const arrays_sparse_t *block)
{
    const arrays_sparse_t *place = arrays_sparse_at();
    return mr_differs(block->bytes, place->bytes, ARRAYS_SPARSE_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t arrays_sparse_open(arrays_sparse_t *block)
{
    return arrays_sparse_load(block);
}
#define ARRAYS_SPARSE_FIRST_OFFSET 0x00u
#define ARRAYS_SPARSE_FIRST_BIT 0u
#define ARRAYS_SPARSE_FIRST_WIDTH 8u
MR_INLINE uint8_t arrays_sparse_get_first(const arrays_sparse_t *block) { return MR_LE8(1, block->bytes); }
MR_INLINE void arrays_sparse_set_first(arrays_sparse_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes, to); }
#define ARRAYS_SPARSE_SAMPLES_OFFSET 0x04u
#define ARRAYS_SPARSE_SAMPLES_BIT 0u
#define ARRAYS_SPARSE_SAMPLES_WIDTH 16u
#define ARRAYS_SPARSE_SAMPLES_COUNT 4u
MR_INLINE uint16_t arrays_sparse_get_samples(const arrays_sparse_t *block, unsigned i) { MR_CHECK(i < 4u); return MR_LE16(1, block->bytes + 0x4u + i * 4u); }
MR_INLINE void arrays_sparse_set_samples(arrays_sparse_t *block, unsigned i, uint16_t to) { MR_CHECK(i < 4u); MR_SET_LE16(1, block->bytes + 0x4u + i * 4u, to); }
#define ARRAYS_SPARSE_LAST_OFFSET 0x14u
#define ARRAYS_SPARSE_LAST_BIT 0u
#define ARRAYS_SPARSE_LAST_WIDTH 8u
MR_INLINE uint8_t arrays_sparse_get_last(const arrays_sparse_t *block) { return MR_LE8(1, block->bytes + 0x14u); }
MR_INLINE void arrays_sparse_set_last(arrays_sparse_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x14u, to); }

#endif
