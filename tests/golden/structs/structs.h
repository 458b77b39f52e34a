/* Made from structs.mr by memregc 0.1.0; fingerprint 0xFA8C0764. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Structs: plain members, nested ones, arrays of them, their places in a block. */
#ifndef STRUCTS_STRUCTS_INCLUDED
#define STRUCTS_STRUCTS_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Log. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- Text of at most `size` bytes, padded with NUL; a copy of it is always terminated. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define STRUCTS_VERSION 1u
#define STRUCTS_FINGERPRINT 0xFA8C0764u

#define STRUCTS_READING_SIZE 8u
/** One reading of the sensor. */
typedef struct {
    uint32_t at;   /* s */
    int16_t celsius;   /* x 0.01 degC */
    uint8_t humidity;
    bool is_valid;
    uint8_t quality;
} structs_reading_t;
static inline void structs_reading_pack(uint8_t *bytes, const structs_reading_t *value)
{
    mr_fill(bytes, 0, STRUCTS_READING_SIZE);
    MR_SET_LE32(1, bytes + 0x1u, value->at);
    MR_SET_LE16(1, bytes + 0x5u, (uint16_t)value->celsius);
    MR_SET_LE8(1, bytes + 0x7u, value->humidity);
    MR_PUT_IN(8, uint8_t, bytes, 0, 1, value->is_valid);
    MR_PUT_IN(8, uint8_t, bytes, 1, 4, value->quality);
}
static inline void structs_reading_unpack(structs_reading_t *value, const uint8_t *bytes)
{
    value->at = MR_LE32(1, bytes + 0x1u);
    value->celsius = (int16_t)MR_LE16(1, bytes + 0x5u);
    value->humidity = MR_LE8(1, bytes + 0x7u);
    value->is_valid = MR_BIT(MR_LE8(1, bytes), 0);
    value->quality = MR_BITS(uint8_t, MR_LE8(1, bytes), 1, 4);
}

#define STRUCTS_POINT_SIZE 5u
typedef struct {
    int16_t x;
    int16_t y;
    uint8_t flags;
} structs_point_t;
static inline void structs_point_pack(uint8_t *bytes, const structs_point_t *value)
{
    mr_fill(bytes, 0, STRUCTS_POINT_SIZE);
    MR_SET_LE16(1, bytes, (uint16_t)value->x);
    MR_SET_LE16(1, bytes + 0x2u, (uint16_t)value->y);
    MR_PUT_IN(8, uint8_t, bytes + 0x4u, 0, 4, value->flags);
}
static inline void structs_point_unpack(structs_point_t *value, const uint8_t *bytes)
{
    value->x = (int16_t)MR_LE16(1, bytes);
    value->y = (int16_t)MR_LE16(1, bytes + 0x2u);
    value->flags = MR_BITS(uint8_t, MR_LE8(1, bytes + 0x4u), 0, 4);
}

#define STRUCTS_TRACK_SIZE 34u
/** A struct of structs. */
typedef struct {
    char name[7];
    structs_point_t start;
    structs_point_t corners[3];
    uint8_t raw[4];
    uint16_t weights[2];
} structs_track_t;
static inline void structs_track_pack(uint8_t *bytes, const structs_track_t *value)
{
    mr_fill(bytes, 0, STRUCTS_TRACK_SIZE);
    mr_set_text(bytes, value->name, 6u);
    structs_point_pack(bytes + 0x6u, &value->start);
    for (unsigned i = 0; i < 3u; i++)
        structs_point_pack(bytes + 0xBu + i * 5u, &value->corners[i]);
    mr_copy(bytes + 0x1Au, value->raw, 4u);
    for (unsigned i = 0; i < 2u; i++)
        MR_SET_LE16(1, bytes + 0x1Eu + i * 2u, value->weights[i]);
}
static inline void structs_track_unpack(structs_track_t *value, const uint8_t *bytes)
{
    mr_text(value->name, bytes, 6u);
    structs_point_unpack(&value->start, bytes + 0x6u);
    for (unsigned i = 0; i < 3u; i++)
        structs_point_unpack(&value->corners[i], bytes + 0xBu + i * 5u);
    mr_copy(value->raw, bytes + 0x1Au, 4u);
    for (unsigned i = 0; i < 2u; i++)
        value->weights[i] = MR_LE16(1, bytes + 0x1Eu + i * 2u);
}

/* ---- Log: 75 bytes at 0x20000000
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        count                    u8
 * 0x0001        last                     Reading
 *        0        is_valid               bool
 *        4:1      quality                u4
 *        7:5      (free)
 * 0x0002          at                     u32             [s]
 * 0x0006          celsius                i16             [x 0.01 degC]
 * 0x0008          humidity               u8
 * 0x0009        recent                   Reading[4]
 *        0        is_valid               bool
 *        4:1      quality                u4
 *        7:5      (free)
 * 0x000A          at                     u32             [s]
 * 0x000E          celsius                i16             [x 0.01 degC]
 * 0x0010          humidity               u8
 * 0x0029        track                    Track
 * 0x0029          name                   char[6]
 * 0x002F          start                  Point
 * 0x002F            x                    i16
 * 0x0031            y                    i16
 *        3:0        flags                u4
 *        7:4        (free)
 * 0x0034          corners                Point[3]
 * 0x0034            x                    i16
 * 0x0036            y                    i16
 *        3:0        flags                u4
 *        7:4        (free)
 * 0x0043          raw                    byte[4]
 * 0x0047          weights                u16[2]
 */
#define STRUCTS_LOG_SIZE 75u
#ifndef STRUCTS_LOG_ADDRESS
#define STRUCTS_LOG_ADDRESS 0x20000000u
#endif
typedef struct { uint8_t bytes[STRUCTS_LOG_SIZE]; } structs_log_t;
MR_ASSERT(structs_log, sizeof(structs_log_t) == STRUCTS_LOG_SIZE);
/* The place itself. */
MR_INLINE structs_log_t *structs_log_at(void) { return (structs_log_t *)(uintptr_t)(STRUCTS_LOG_ADDRESS); }
static inline void structs_log_defaults(structs_log_t *block)
{
    mr_fill(block->bytes, 0, STRUCTS_LOG_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t structs_log_load(structs_log_t *block)
{
    mr_copy(block->bytes, structs_log_at()->bytes, STRUCTS_LOG_SIZE);
    return MR_OK;
}
static inline mr_status_t structs_log_flush(structs_log_t *block)
{
    mr_copy_changed(structs_log_at()->bytes, block->bytes, STRUCTS_LOG_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool structs_log_pending(const structs_log_t *block)
{
    const structs_log_t *place = structs_log_at();
    return mr_differs(block->bytes, place->bytes, STRUCTS_LOG_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t structs_log_open(structs_log_t *block)
{
    return structs_log_load(block);
}
#define STRUCTS_LOG_COUNT_OFFSET 0x00u
#define STRUCTS_LOG_COUNT_BIT 0u
#define STRUCTS_LOG_COUNT_WIDTH 8u
MR_INLINE uint8_t structs_log_get_count(const structs_log_t *block) { return MR_LE8(1, block->bytes); }
MR_INLINE void structs_log_set_count(structs_log_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes, to); }
#define STRUCTS_LOG_LAST_AT_OFFSET 0x02u
#define STRUCTS_LOG_LAST_AT_BIT 0u
#define STRUCTS_LOG_LAST_AT_WIDTH 32u
MR_INLINE uint32_t structs_log_get_last_at(const structs_log_t *block) { return MR_LE32(1, block->bytes + 0x2u); }
MR_INLINE void structs_log_set_last_at(structs_log_t *block, uint32_t to) { MR_SET_LE32(1, block->bytes + 0x2u, to); }
#define STRUCTS_LOG_LAST_CELSIUS_OFFSET 0x06u
#define STRUCTS_LOG_LAST_CELSIUS_BIT 0u
#define STRUCTS_LOG_LAST_CELSIUS_WIDTH 16u
MR_INLINE int16_t structs_log_get_last_celsius(const structs_log_t *block) { return (int16_t)MR_LE16(1, block->bytes + 0x6u); }
MR_INLINE void structs_log_set_last_celsius(structs_log_t *block, int16_t to) { MR_SET_LE16(1, block->bytes + 0x6u, (uint16_t)to); }
#define STRUCTS_LOG_LAST_HUMIDITY_OFFSET 0x08u
#define STRUCTS_LOG_LAST_HUMIDITY_BIT 0u
#define STRUCTS_LOG_LAST_HUMIDITY_WIDTH 8u
MR_INLINE uint8_t structs_log_get_last_humidity(const structs_log_t *block) { return MR_LE8(1, block->bytes + 0x8u); }
MR_INLINE void structs_log_set_last_humidity(structs_log_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x8u, to); }
#define STRUCTS_LOG_LAST_IS_VALID_OFFSET 0x01u
#define STRUCTS_LOG_LAST_IS_VALID_BIT 0u
#define STRUCTS_LOG_LAST_IS_VALID_WIDTH 1u
MR_INLINE bool structs_log_get_last_is_valid(const structs_log_t *block) { return MR_BIT(MR_LE8(1, block->bytes + 0x1u), 0); }
MR_INLINE void structs_log_set_last_is_valid(structs_log_t *block, bool to) { MR_PUT_IN(8, uint8_t, block->bytes + 0x1u, 0, 1, to); }
MR_INLINE void structs_log_toggle_last_is_valid(structs_log_t *block) { block->bytes[0x01u] ^= 0x1u; }
#define STRUCTS_LOG_LAST_QUALITY_OFFSET 0x01u
#define STRUCTS_LOG_LAST_QUALITY_BIT 1u
#define STRUCTS_LOG_LAST_QUALITY_WIDTH 4u
MR_INLINE uint8_t structs_log_get_last_quality(const structs_log_t *block) { return MR_BITS(uint8_t, MR_LE8(1, block->bytes + 0x1u), 1, 4); }
MR_INLINE void structs_log_set_last_quality(structs_log_t *block, uint8_t to) { MR_CHECK(to <= 15u); MR_PUT_IN(8, uint8_t, block->bytes + 0x1u, 1, 4, to); }
#define STRUCTS_LOG_RECENT_AT_OFFSET 0x0Au
#define STRUCTS_LOG_RECENT_AT_BIT 0u
#define STRUCTS_LOG_RECENT_AT_WIDTH 32u
MR_INLINE uint32_t structs_log_get_recent_at(const structs_log_t *block, unsigned i) { MR_CHECK(i < 4u); return MR_LE32(1, block->bytes + 0xAu + i * 8u); }
MR_INLINE void structs_log_set_recent_at(structs_log_t *block, unsigned i, uint32_t to) { MR_CHECK(i < 4u); MR_SET_LE32(1, block->bytes + 0xAu + i * 8u, to); }
#define STRUCTS_LOG_RECENT_CELSIUS_OFFSET 0x0Eu
#define STRUCTS_LOG_RECENT_CELSIUS_BIT 0u
#define STRUCTS_LOG_RECENT_CELSIUS_WIDTH 16u
MR_INLINE int16_t structs_log_get_recent_celsius(const structs_log_t *block, unsigned i) { MR_CHECK(i < 4u); return (int16_t)MR_LE16(1, block->bytes + 0xEu + i * 8u); }
MR_INLINE void structs_log_set_recent_celsius(structs_log_t *block, unsigned i, int16_t to) { MR_CHECK(i < 4u); MR_SET_LE16(1, block->bytes + 0xEu + i * 8u, (uint16_t)to); }
#define STRUCTS_LOG_RECENT_HUMIDITY_OFFSET 0x10u
#define STRUCTS_LOG_RECENT_HUMIDITY_BIT 0u
#define STRUCTS_LOG_RECENT_HUMIDITY_WIDTH 8u
MR_INLINE uint8_t structs_log_get_recent_humidity(const structs_log_t *block, unsigned i) { MR_CHECK(i < 4u); return MR_LE8(1, block->bytes + 0x10u + i * 8u); }
MR_INLINE void structs_log_set_recent_humidity(structs_log_t *block, unsigned i, uint8_t to) { MR_CHECK(i < 4u); MR_SET_LE8(1, block->bytes + 0x10u + i * 8u, to); }
#define STRUCTS_LOG_RECENT_IS_VALID_OFFSET 0x09u
#define STRUCTS_LOG_RECENT_IS_VALID_BIT 0u
#define STRUCTS_LOG_RECENT_IS_VALID_WIDTH 1u
MR_INLINE bool structs_log_get_recent_is_valid(const structs_log_t *block, unsigned i) { MR_CHECK(i < 4u); return MR_BIT(MR_LE8(1, block->bytes + 0x9u + i * 8u), 0); }
MR_INLINE void structs_log_set_recent_is_valid(structs_log_t *block, unsigned i, bool to) { MR_CHECK(i < 4u); MR_PUT_IN(8, uint8_t, block->bytes + 0x9u + i * 8u, 0, 1, to); }
MR_INLINE void structs_log_toggle_recent_is_valid(structs_log_t *block, unsigned i) { MR_CHECK(i < 4u); block->bytes[0x09u + i * 8u] ^= 0x1u; }
#define STRUCTS_LOG_RECENT_QUALITY_OFFSET 0x09u
#define STRUCTS_LOG_RECENT_QUALITY_BIT 1u
#define STRUCTS_LOG_RECENT_QUALITY_WIDTH 4u
MR_INLINE uint8_t structs_log_get_recent_quality(const structs_log_t *block, unsigned i) { MR_CHECK(i < 4u); return MR_BITS(uint8_t, MR_LE8(1, block->bytes + 0x9u + i * 8u), 1, 4); }
MR_INLINE void structs_log_set_recent_quality(structs_log_t *block, unsigned i, uint8_t to) { MR_CHECK(i < 4u); MR_CHECK(to <= 15u); MR_PUT_IN(8, uint8_t, block->bytes + 0x9u + i * 8u, 1, 4, to); }
#define STRUCTS_LOG_TRACK_NAME_OFFSET 0x29u
#define STRUCTS_LOG_TRACK_NAME_BIT 0u
#define STRUCTS_LOG_TRACK_NAME_WIDTH 48u
MR_INLINE void structs_log_get_track_name(const structs_log_t *block, char out[7]) { mr_text(out, block->bytes + 0x29u, 6u); }
MR_INLINE void structs_log_set_track_name(structs_log_t *block, const char *to) { mr_set_text(block->bytes + 0x29u, to, 6u); }
#define STRUCTS_LOG_TRACK_START_X_OFFSET 0x2Fu
#define STRUCTS_LOG_TRACK_START_X_BIT 0u
#define STRUCTS_LOG_TRACK_START_X_WIDTH 16u
MR_INLINE int16_t structs_log_get_track_start_x(const structs_log_t *block) { return (int16_t)MR_LE16(1, block->bytes + 0x2Fu); }
MR_INLINE void structs_log_set_track_start_x(structs_log_t *block, int16_t to) { MR_SET_LE16(1, block->bytes + 0x2Fu, (uint16_t)to); }
#define STRUCTS_LOG_TRACK_START_Y_OFFSET 0x31u
#define STRUCTS_LOG_TRACK_START_Y_BIT 0u
#define STRUCTS_LOG_TRACK_START_Y_WIDTH 16u
MR_INLINE int16_t structs_log_get_track_start_y(const structs_log_t *block) { return (int16_t)MR_LE16(1, block->bytes + 0x31u); }
MR_INLINE void structs_log_set_track_start_y(structs_log_t *block, int16_t to) { MR_SET_LE16(1, block->bytes + 0x31u, (uint16_t)to); }
#define STRUCTS_LOG_TRACK_START_FLAGS_OFFSET 0x33u
#define STRUCTS_LOG_TRACK_START_FLAGS_BIT 0u
#define STRUCTS_LOG_TRACK_START_FLAGS_WIDTH 4u
MR_INLINE uint8_t structs_log_get_track_start_flags(const structs_log_t *block) { return MR_BITS(uint8_t, MR_LE8(1, block->bytes + 0x33u), 0, 4); }
MR_INLINE void structs_log_set_track_start_flags(structs_log_t *block, uint8_t to) { MR_CHECK(to <= 15u); MR_PUT_IN(8, uint8_t, block->bytes + 0x33u, 0, 4, to); }
#define STRUCTS_LOG_TRACK_CORNERS_X_OFFSET 0x34u
#define STRUCTS_LOG_TRACK_CORNERS_X_BIT 0u
#define STRUCTS_LOG_TRACK_CORNERS_X_WIDTH 16u
MR_INLINE int16_t structs_log_get_track_corners_x(const structs_log_t *block, unsigned i) { MR_CHECK(i < 3u); return (int16_t)MR_LE16(1, block->bytes + 0x34u + i * 5u); }
MR_INLINE void structs_log_set_track_corners_x(structs_log_t *block, unsigned i, int16_t to) { MR_CHECK(i < 3u); MR_SET_LE16(1, block->bytes + 0x34u + i * 5u, (uint16_t)to); }
#define STRUCTS_LOG_TRACK_CORNERS_Y_OFFSET 0x36u
#define STRUCTS_LOG_TRACK_CORNERS_Y_BIT 0u
#define STRUCTS_LOG_TRACK_CORNERS_Y_WIDTH 16u
MR_INLINE int16_t structs_log_get_track_corners_y(const structs_log_t *block, unsigned i) { MR_CHECK(i < 3u); return (int16_t)MR_LE16(1, block->bytes + 0x36u + i * 5u); }
MR_INLINE void structs_log_set_track_corners_y(structs_log_t *block, unsigned i, int16_t to) { MR_CHECK(i < 3u); MR_SET_LE16(1, block->bytes + 0x36u + i * 5u, (uint16_t)to); }
#define STRUCTS_LOG_TRACK_CORNERS_FLAGS_OFFSET 0x38u
#define STRUCTS_LOG_TRACK_CORNERS_FLAGS_BIT 0u
#define STRUCTS_LOG_TRACK_CORNERS_FLAGS_WIDTH 4u
MR_INLINE uint8_t structs_log_get_track_corners_flags(const structs_log_t *block, unsigned i) { MR_CHECK(i < 3u); return MR_BITS(uint8_t, MR_LE8(1, block->bytes + 0x38u + i * 5u), 0, 4); }
MR_INLINE void structs_log_set_track_corners_flags(structs_log_t *block, unsigned i, uint8_t to) { MR_CHECK(i < 3u); MR_CHECK(to <= 15u); MR_PUT_IN(8, uint8_t, block->bytes + 0x38u + i * 5u, 0, 4, to); }
#define STRUCTS_LOG_TRACK_RAW_OFFSET 0x43u
#define STRUCTS_LOG_TRACK_RAW_BIT 0u
#define STRUCTS_LOG_TRACK_RAW_WIDTH 32u
MR_INLINE uint8_t *structs_log_bytes_track_raw(structs_log_t *block) { return block->bytes + 0x43u; }
MR_INLINE const uint8_t *structs_log_const_bytes_track_raw(const structs_log_t *block) { return block->bytes + 0x43u; }
#define STRUCTS_LOG_TRACK_WEIGHTS_OFFSET 0x47u
#define STRUCTS_LOG_TRACK_WEIGHTS_BIT 0u
#define STRUCTS_LOG_TRACK_WEIGHTS_WIDTH 16u
#define STRUCTS_LOG_TRACK_WEIGHTS_COUNT 2u
MR_INLINE uint16_t structs_log_get_track_weights(const structs_log_t *block, unsigned i) { MR_CHECK(i < 2u); return MR_LE16(1, block->bytes + 0x47u + i * 2u); }
MR_INLINE void structs_log_set_track_weights(structs_log_t *block, unsigned i, uint16_t to) { MR_CHECK(i < 2u); MR_SET_LE16(1, block->bytes + 0x47u + i * 2u, to); }
MR_INLINE structs_reading_t structs_log_get_last(const structs_log_t *block) { structs_reading_t value; structs_reading_unpack(&value, block->bytes + 0x1u); return value; }
MR_INLINE void structs_log_set_last(structs_log_t *block, structs_reading_t to) { structs_reading_pack(block->bytes + 0x1u, &to); }
MR_INLINE structs_reading_t structs_log_get_recent(const structs_log_t *block, unsigned i) { MR_CHECK(i < 4u); structs_reading_t value; structs_reading_unpack(&value, block->bytes + 0x9u + i * 8u); return value; }
MR_INLINE void structs_log_set_recent(structs_log_t *block, unsigned i, structs_reading_t to) { MR_CHECK(i < 4u); structs_reading_pack(block->bytes + 0x9u + i * 8u, &to); }
MR_INLINE structs_track_t structs_log_get_track(const structs_log_t *block) { structs_track_t value; structs_track_unpack(&value, block->bytes + 0x29u); return value; }
MR_INLINE void structs_log_set_track(structs_log_t *block, structs_track_t to) { structs_track_pack(block->bytes + 0x29u, &to); }
MR_INLINE structs_point_t structs_log_get_track_start(const structs_log_t *block) { structs_point_t value; structs_point_unpack(&value, block->bytes + 0x2Fu); return value; }
MR_INLINE void structs_log_set_track_start(structs_log_t *block, structs_point_t to) { structs_point_pack(block->bytes + 0x2Fu, &to); }
MR_INLINE structs_point_t structs_log_get_track_corners(const structs_log_t *block, unsigned i) { MR_CHECK(i < 3u); structs_point_t value; structs_point_unpack(&value, block->bytes + 0x34u + i * 5u); return value; }
MR_INLINE void structs_log_set_track_corners(structs_log_t *block, unsigned i, structs_point_t to) { MR_CHECK(i < 3u); structs_point_pack(block->bytes + 0x34u + i * 5u, &to); }

#endif
