/* Made from floats_fixed.mr by memregc 0.1.0; fingerprint 0x611838DA. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** IEEE 754 and fixed-point values. */
#ifndef FLOATS_FIXED_FLOATS_FIXED_INCLUDED
#define FLOATS_FIXED_FLOATS_FIXED_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Calibration. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- IEEE 754 numbers and their bits. Where double is no 64 bits wide, a 64-bit number stays raw. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define FLOATS_FIXED_VERSION 1u
#define FLOATS_FIXED_FINGERPRINT 0x611838DAu

/* ---- Calibration: 39 bytes at 0x20000000
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000 12:0   third                    q3.10           = -3.5
 * 0x0001 7:5    (free)
 * 0x0002        gain                     f32             = 1.5
 * 0x0006        offset                   f64             = -0.001
 * 0x000E        curve                    f32[3]          = { 0, … }
 * 0x001A        slope                    q8.8            = -1.5
 * 0x001C        share                    uq0.16          = 0.75
 * 0x001E        angle                    q4.4            = 0.0625
 * 0x001F        fine                     uq1.31
 * 0x0023        swapped                  f32 be          = 1
 */
#define FLOATS_FIXED_CALIBRATION_SIZE 39u
#ifndef FLOATS_FIXED_CALIBRATION_ADDRESS
#define FLOATS_FIXED_CALIBRATION_ADDRESS 0x20000000u
#endif
typedef struct { uint8_t bytes[FLOATS_FIXED_CALIBRATION_SIZE]; } floats_fixed_calibration_t;
MR_ASSERT(floats_fixed_calibration, sizeof(floats_fixed_calibration_t) == FLOATS_FIXED_CALIBRATION_SIZE);
/* The place itself. */
MR_INLINE floats_fixed_calibration_t *floats_fixed_calibration_at(void) { return (floats_fixed_calibration_t *)(uintptr_t)(FLOATS_FIXED_CALIBRATION_ADDRESS); }
static inline void floats_fixed_calibration_defaults(floats_fixed_calibration_t *block)
{
    static const uint8_t initial[FLOATS_FIXED_CALIBRATION_SIZE] = {
        0x00, 0x12, 0x00, 0x00, 0xC0, 0x3F, 0xFC, 0xA9, 0xF1, 0xD2, 0x4D, 0x62, 0x50, 0xBF, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x80, 0x3E, 0x00, 0x24, 0x74, 0x49, 0x80, 0xFE, 0x00, 0xC0, 0x01, 0x00,
        0x00, 0x00, 0x00, 0x3F, 0x80, 0x00, 0x00,
    };
    mr_copy(block->bytes, initial, FLOATS_FIXED_CALIBRATION_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t floats_fixed_calibration_load(floats_fixed_calibration_t *block)
{
    mr_copy(block->bytes, floats_fixed_calibration_at()->bytes, FLOATS_FIXED_CALIBRATION_SIZE);
    return MR_OK;
}
static inline mr_status_t floats_fixed_calibration_flush(floats_fixed_calibration_t *block)
{
    mr_copy_changed(floats_fixed_calibration_at()->bytes, block->bytes, FLOATS_FIXED_CALIBRATION_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool floats_fixed_calibration_pending(const floats_fixed_calibration_t *block)
{
    const floats_fixed_calibration_t *place = floats_fixed_calibration_at();
    return mr_differs(block->bytes, place->bytes, FLOATS_FIXED_CALIBRATION_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t floats_fixed_calibration_open(floats_fixed_calibration_t *block)
{
    return floats_fixed_calibration_load(block);
}
#define FLOATS_FIXED_CALIBRATION_GAIN_OFFSET 0x02u
#define FLOATS_FIXED_CALIBRATION_GAIN_BIT 0u
#define FLOATS_FIXED_CALIBRATION_GAIN_WIDTH 32u
MR_INLINE float floats_fixed_calibration_get_gain(const floats_fixed_calibration_t *block) { return mr_float(MR_LE32(1, block->bytes + 0x2u)); }
MR_INLINE void floats_fixed_calibration_set_gain(floats_fixed_calibration_t *block, float to) { MR_SET_LE32(1, block->bytes + 0x2u, mr_float_bits(to)); }
#define FLOATS_FIXED_CALIBRATION_OFFSET_OFFSET 0x06u
#define FLOATS_FIXED_CALIBRATION_OFFSET_BIT 0u
#define FLOATS_FIXED_CALIBRATION_OFFSET_WIDTH 64u
MR_INLINE mr_double_t floats_fixed_calibration_get_offset(const floats_fixed_calibration_t *block) { return mr_double(MR_LE64(1, block->bytes + 0x6u)); }
MR_INLINE void floats_fixed_calibration_set_offset(floats_fixed_calibration_t *block, mr_double_t to) { MR_SET_LE64(1, block->bytes + 0x6u, mr_double_bits(to)); }
#define FLOATS_FIXED_CALIBRATION_CURVE_OFFSET 0x0Eu
#define FLOATS_FIXED_CALIBRATION_CURVE_BIT 0u
#define FLOATS_FIXED_CALIBRATION_CURVE_WIDTH 32u
#define FLOATS_FIXED_CALIBRATION_CURVE_COUNT 3u
MR_INLINE float floats_fixed_calibration_get_curve(const floats_fixed_calibration_t *block, unsigned i) { MR_CHECK(i < 3u); return mr_float(MR_LE32(1, block->bytes + 0xEu + i * 4u)); }
MR_INLINE void floats_fixed_calibration_set_curve(floats_fixed_calibration_t *block, unsigned i, float to) { MR_CHECK(i < 3u); MR_SET_LE32(1, block->bytes + 0xEu + i * 4u, mr_float_bits(to)); }
#define FLOATS_FIXED_CALIBRATION_SLOPE_OFFSET 0x1Au
#define FLOATS_FIXED_CALIBRATION_SLOPE_BIT 0u
#define FLOATS_FIXED_CALIBRATION_SLOPE_WIDTH 16u
MR_INLINE int16_t floats_fixed_calibration_get_slope(const floats_fixed_calibration_t *block) { return (int16_t)MR_LE16(1, block->bytes + 0x1Au); }
MR_INLINE void floats_fixed_calibration_set_slope(floats_fixed_calibration_t *block, int16_t to) { MR_SET_LE16(1, block->bytes + 0x1Au, (uint16_t)to); }
#define FLOATS_FIXED_CALIBRATION_SHARE_OFFSET 0x1Cu
#define FLOATS_FIXED_CALIBRATION_SHARE_BIT 0u
#define FLOATS_FIXED_CALIBRATION_SHARE_WIDTH 16u
MR_INLINE uint16_t floats_fixed_calibration_get_share(const floats_fixed_calibration_t *block) { return MR_LE16(1, block->bytes + 0x1Cu); }
MR_INLINE void floats_fixed_calibration_set_share(floats_fixed_calibration_t *block, uint16_t to) { MR_SET_LE16(1, block->bytes + 0x1Cu, to); }
#define FLOATS_FIXED_CALIBRATION_ANGLE_OFFSET 0x1Eu
#define FLOATS_FIXED_CALIBRATION_ANGLE_BIT 0u
#define FLOATS_FIXED_CALIBRATION_ANGLE_WIDTH 8u
MR_INLINE int8_t floats_fixed_calibration_get_angle(const floats_fixed_calibration_t *block) { return (int8_t)MR_LE8(1, block->bytes + 0x1Eu); }
MR_INLINE void floats_fixed_calibration_set_angle(floats_fixed_calibration_t *block, int8_t to) { MR_SET_LE8(1, block->bytes + 0x1Eu, (uint8_t)to); }
#define FLOATS_FIXED_CALIBRATION_FINE_OFFSET 0x1Fu
#define FLOATS_FIXED_CALIBRATION_FINE_BIT 0u
#define FLOATS_FIXED_CALIBRATION_FINE_WIDTH 32u
MR_INLINE uint32_t floats_fixed_calibration_get_fine(const floats_fixed_calibration_t *block) { return MR_LE32(1, block->bytes + 0x1Fu); }
MR_INLINE void floats_fixed_calibration_set_fine(floats_fixed_calibration_t *block, uint32_t to) { MR_SET_LE32(1, block->bytes + 0x1Fu, to); }
#define FLOATS_FIXED_CALIBRATION_THIRD_OFFSET 0x00u
#define FLOATS_FIXED_CALIBRATION_THIRD_BIT 0u
#define FLOATS_FIXED_CALIBRATION_THIRD_WIDTH 13u
MR_INLINE int16_t floats_fixed_calibration_get_third(const floats_fixed_calibration_t *block) { return MR_BITS_SIGNED(int16_t, MR_LE16(1, block->bytes), 0, 13); }
MR_INLINE void floats_fixed_calibration_set_third(floats_fixed_calibration_t *block, int16_t to) { MR_CHECK(to >= -4096 && to <= 4095); MR_PUT_TWO(block->bytes, 0, 13, to); }
#define FLOATS_FIXED_CALIBRATION_SWAPPED_OFFSET 0x23u
#define FLOATS_FIXED_CALIBRATION_SWAPPED_BIT 0u
#define FLOATS_FIXED_CALIBRATION_SWAPPED_WIDTH 32u
MR_INLINE float floats_fixed_calibration_get_swapped(const floats_fixed_calibration_t *block) { return mr_float(MR_BE32(1, block->bytes + 0x23u)); }
MR_INLINE void floats_fixed_calibration_set_swapped(floats_fixed_calibration_t *block, float to) { MR_SET_BE32(1, block->bytes + 0x23u, mr_float_bits(to)); }

#endif
