/* Made from physical_values.mr by memregc 0.1.0; fingerprint 0x6BE5A918. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Units, scales, biases and ranges: for documents and host tools, and limits for defaults. */
#ifndef PHYSICAL_VALUES_PHYSICAL_VALUES_INCLUDED
#define PHYSICAL_VALUES_PHYSICAL_VALUES_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Sensor, Converter. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Registers: each access at exactly its width. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define PHYSICAL_VALUES_VERSION 1u
#define PHYSICAL_VALUES_FINGERPRINT 0x6BE5A918u

/* ---- Sensor: 14 bytes at 0x20000000
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000 6:0    percent                  u7              = 50 [%, 0..100]
 * 0x0000 18:7   volts                    u12             [x 0.001 V]
 * 0x0002 7:3    (free)
 * 0x0003        celsius                  i16             = 2100 [x 0.01 degC]
 * 0x0005        kelvin                   u16             [x 0.01 + 273.15 K]
 * 0x0007        trim                     i8              = -10 [-10..10]
 * 0x0008        speed                    q8.8            = 1.25 [m/s]
 * 0x000A        limits                   u16[2]          = { 100, … } [rpm, 100..8000]
 */
#define PHYSICAL_VALUES_SENSOR_SIZE 14u
#ifndef PHYSICAL_VALUES_SENSOR_ADDRESS
#define PHYSICAL_VALUES_SENSOR_ADDRESS 0x20000000u
#endif
typedef struct { uint8_t bytes[PHYSICAL_VALUES_SENSOR_SIZE]; } physical_values_sensor_t;
MR_ASSERT(physical_values_sensor, sizeof(physical_values_sensor_t) == PHYSICAL_VALUES_SENSOR_SIZE);
/* The place itself. */
MR_INLINE physical_values_sensor_t *physical_values_sensor_at(void) { return (physical_values_sensor_t *)(uintptr_t)(PHYSICAL_VALUES_SENSOR_ADDRESS); }
static inline void physical_values_sensor_defaults(physical_values_sensor_t *block)
{
    static const uint8_t initial[PHYSICAL_VALUES_SENSOR_SIZE] = {
        0x32, 0x00, 0x00, 0x34, 0x08, 0x00, 0x00, 0xF6, 0x40, 0x01, 0x64, 0x00, 0x40, 0x1F,
    };
    mr_copy(block->bytes, initial, PHYSICAL_VALUES_SENSOR_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t physical_values_sensor_load(physical_values_sensor_t *block)
{
    mr_copy(block->bytes, physical_values_sensor_at()->bytes, PHYSICAL_VALUES_SENSOR_SIZE);
    return MR_OK;
}
static inline mr_status_t physical_values_sensor_flush(physical_values_sensor_t *block)
{
    mr_copy_changed(physical_values_sensor_at()->bytes, block->bytes, PHYSICAL_VALUES_SENSOR_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool physical_values_sensor_pending(const physical_values_sensor_t *block)
{
    const physical_values_sensor_t *place = physical_values_sensor_at();
    return mr_differs(block->bytes, place->bytes, PHYSICAL_VALUES_SENSOR_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t physical_values_sensor_open(physical_values_sensor_t *block)
{
    return physical_values_sensor_load(block);
}
#define PHYSICAL_VALUES_SENSOR_CELSIUS_OFFSET 0x03u
#define PHYSICAL_VALUES_SENSOR_CELSIUS_BIT 0u
#define PHYSICAL_VALUES_SENSOR_CELSIUS_WIDTH 16u
MR_INLINE int16_t physical_values_sensor_get_celsius(const physical_values_sensor_t *block) { return (int16_t)MR_LE16(1, block->bytes + 0x3u); }
MR_INLINE void physical_values_sensor_set_celsius(physical_values_sensor_t *block, int16_t to) { MR_SET_LE16(1, block->bytes + 0x3u, (uint16_t)to); }
#define PHYSICAL_VALUES_SENSOR_KELVIN_OFFSET 0x05u
#define PHYSICAL_VALUES_SENSOR_KELVIN_BIT 0u
#define PHYSICAL_VALUES_SENSOR_KELVIN_WIDTH 16u
MR_INLINE uint16_t physical_values_sensor_get_kelvin(const physical_values_sensor_t *block) { return MR_LE16(1, block->bytes + 0x5u); }
MR_INLINE void physical_values_sensor_set_kelvin(physical_values_sensor_t *block, uint16_t to) { MR_SET_LE16(1, block->bytes + 0x5u, to); }
#define PHYSICAL_VALUES_SENSOR_PERCENT_OFFSET 0x00u
#define PHYSICAL_VALUES_SENSOR_PERCENT_BIT 0u
#define PHYSICAL_VALUES_SENSOR_PERCENT_WIDTH 7u
MR_INLINE uint8_t physical_values_sensor_get_percent(const physical_values_sensor_t *block) { return MR_BITS(uint8_t, MR_LE8(1, block->bytes), 0, 7); }
MR_INLINE void physical_values_sensor_set_percent(physical_values_sensor_t *block, uint8_t to) { MR_CHECK(to <= 100u); MR_PUT_IN(8, uint8_t, block->bytes, 0, 7, to); }
#define PHYSICAL_VALUES_SENSOR_VOLTS_OFFSET 0x00u
#define PHYSICAL_VALUES_SENSOR_VOLTS_BIT 7u
#define PHYSICAL_VALUES_SENSOR_VOLTS_WIDTH 12u
MR_INLINE uint16_t physical_values_sensor_get_volts(const physical_values_sensor_t *block) { return MR_BITS(uint16_t, MR_LE24(1, block->bytes), 7, 12); }
MR_INLINE void physical_values_sensor_set_volts(physical_values_sensor_t *block, uint16_t to) { MR_CHECK(to <= 4095u); MR_PUT_ACROSS(24, uint32_t, block->bytes, 7, 12, to); }
#define PHYSICAL_VALUES_SENSOR_TRIM_OFFSET 0x07u
#define PHYSICAL_VALUES_SENSOR_TRIM_BIT 0u
#define PHYSICAL_VALUES_SENSOR_TRIM_WIDTH 8u
MR_INLINE int8_t physical_values_sensor_get_trim(const physical_values_sensor_t *block) { return (int8_t)MR_LE8(1, block->bytes + 0x7u); }
MR_INLINE void physical_values_sensor_set_trim(physical_values_sensor_t *block, int8_t to) { MR_CHECK(to >= -10 && to <= 10); MR_SET_LE8(1, block->bytes + 0x7u, (uint8_t)to); }
#define PHYSICAL_VALUES_SENSOR_SPEED_OFFSET 0x08u
#define PHYSICAL_VALUES_SENSOR_SPEED_BIT 0u
#define PHYSICAL_VALUES_SENSOR_SPEED_WIDTH 16u
MR_INLINE int16_t physical_values_sensor_get_speed(const physical_values_sensor_t *block) { return (int16_t)MR_LE16(1, block->bytes + 0x8u); }
MR_INLINE void physical_values_sensor_set_speed(physical_values_sensor_t *block, int16_t to) { MR_SET_LE16(1, block->bytes + 0x8u, (uint16_t)to); }
#define PHYSICAL_VALUES_SENSOR_LIMITS_OFFSET 0x0Au
#define PHYSICAL_VALUES_SENSOR_LIMITS_BIT 0u
#define PHYSICAL_VALUES_SENSOR_LIMITS_WIDTH 16u
#define PHYSICAL_VALUES_SENSOR_LIMITS_COUNT 2u
MR_INLINE uint16_t physical_values_sensor_get_limits(const physical_values_sensor_t *block, unsigned i) { MR_CHECK(i < 2u); return MR_LE16(1, block->bytes + 0xAu + i * 2u); }
MR_INLINE void physical_values_sensor_set_limits(physical_values_sensor_t *block, unsigned i, uint16_t to) { MR_CHECK(i < 2u); MR_CHECK(to >= 100u && to <= 8000u); MR_SET_LE16(1, block->bytes + 0xAu + i * 2u, to); }

/* ---- Converter: 6 bytes at 0x40000000
 * OFFSET BITS   NAME                     TYPE       ACCESS
 * 0x0000        data                     u32        ro
 *        11:0     result                 u12        ro   [x 0.8 mV]
 *        15:12    (free)
 *        25:16    temperature            i10        ro   [+ 25 degC]
 *        31:26    (free)
 * 0x0004        limit                    u16        rw   [x 0.8 mV]
 */
#ifndef PHYSICAL_VALUES_CONVERTER_BASE
#define PHYSICAL_VALUES_CONVERTER_BASE 0x40000000u
#endif

#define PHYSICAL_VALUES_CONVERTER_DATA_OFFSET 0x00u
typedef struct { uint32_t bits; } physical_values_converter_data_t;
MR_ASSERT(physical_values_converter_data, sizeof(physical_values_converter_data_t) == 4u);
MR_INLINE physical_values_converter_data_t physical_values_converter_data_read(void) { physical_values_converter_data_t value = { MR_REGISTER(uint32_t, PHYSICAL_VALUES_CONVERTER_BASE) }; return value; }
#define PHYSICAL_VALUES_CONVERTER_DATA_RESULT_Pos 0u
#define PHYSICAL_VALUES_CONVERTER_DATA_RESULT_Msk 0x00000FFFu
MR_INLINE uint16_t physical_values_converter_data_get_result(physical_values_converter_data_t value) { return MR_BITS(uint16_t, value.bits, 0, 12); }
MR_INLINE uint16_t physical_values_converter_data_read_result(void) { return MR_READ(physical_values_converter_data, result); }
#define PHYSICAL_VALUES_CONVERTER_DATA_TEMPERATURE_Pos 16u
#define PHYSICAL_VALUES_CONVERTER_DATA_TEMPERATURE_Msk 0x03FF0000u
MR_INLINE int16_t physical_values_converter_data_get_temperature(physical_values_converter_data_t value) { return MR_BITS_SIGNED(int16_t, value.bits, 16, 10); }
MR_INLINE int16_t physical_values_converter_data_read_temperature(void) { return MR_READ(physical_values_converter_data, temperature); }

#define PHYSICAL_VALUES_CONVERTER_LIMIT_OFFSET 0x04u
MR_INLINE uint16_t physical_values_converter_limit_read(void) { return MR_REGISTER(uint16_t, PHYSICAL_VALUES_CONVERTER_BASE + 0x4u); }
MR_INLINE void physical_values_converter_limit_write(uint16_t value) { MR_REGISTER(uint16_t, PHYSICAL_VALUES_CONVERTER_BASE + 0x4u) = value; }

#endif
