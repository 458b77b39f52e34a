/* Made from imports.mr by memregc 0.1.0; fingerprint 0x82D170A1. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Declarations from other files, one of them reached twice. */
#ifndef IMPORTS_IMPORTS_INCLUDED
#define IMPORTS_IMPORTS_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Sensor. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define IMPORTS_VERSION 1u
#define IMPORTS_FINGERPRINT 0x82D170A1u
/** The highest temperature. */
#define IMPORTS_HOTTEST 120

/** A unit of measure. */
typedef enum {
    IMPORTS_UNIT_NONE = 0,
    IMPORTS_UNIT_CELSIUS = 1,
    IMPORTS_UNIT_KELVIN = 2
} imports_unit_t;
MR_INLINE bool imports_unit_is_valid(unsigned value) { return value <= 2u; }
static inline const char *imports_unit_name(imports_unit_t value)
{
    switch (value) {
    case IMPORTS_UNIT_NONE: return "none";
    case IMPORTS_UNIT_CELSIUS: return "celsius";
    case IMPORTS_UNIT_KELVIN: return "kelvin";
    default: return "?";
    }
}

/* ---- Sensor: 2 bytes at 0x20000000
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000 1:0    unit                     Unit            = kelvin
 * 0x0000 7:2    (free)
 * 0x0001        limit                    u8              = 120
 */
#define IMPORTS_SENSOR_SIZE 2u
#ifndef IMPORTS_SENSOR_ADDRESS
#define IMPORTS_SENSOR_ADDRESS 0x20000000u
#endif
typedef struct { uint8_t bytes[IMPORTS_SENSOR_SIZE]; } imports_sensor_t;
MR_ASSERT(imports_sensor, sizeof(imports_sensor_t) == IMPORTS_SENSOR_SIZE);
/* The place itself. */
MR_INLINE imports_sensor_t *imports_sensor_at(void) { return (imports_sensor_t *)(uintptr_t)(IMPORTS_SENSOR_ADDRESS); }
static inline void imports_sensor_defaults(imports_sensor_t *block)
{
    static const uint8_t initial[IMPORTS_SENSOR_SIZE] = {
        0x02, 0x78,
    };
    mr_copy(block->bytes, initial, IMPORTS_SENSOR_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t imports_sensor_load(imports_sensor_t *block)
{
    mr_copy(block->bytes, imports_sensor_at()->bytes, IMPORTS_SENSOR_SIZE);
    return MR_OK;
}
static inline mr_status_t imports_sensor_flush(imports_sensor_t *block)
{
    mr_copy_changed(imports_sensor_at()->bytes, block->bytes, IMPORTS_SENSOR_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool imports_sensor_pending(const imports_sensor_t *block)
{
    const imports_sensor_t *place = imports_sensor_at();
    return mr_differs(block->bytes, place->bytes, IMPORTS_SENSOR_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t imports_sensor_open(imports_sensor_t *block)
{
    return imports_sensor_load(block);
}
#define IMPORTS_SENSOR_UNIT_OFFSET 0x00u
#define IMPORTS_SENSOR_UNIT_BIT 0u
#define IMPORTS_SENSOR_UNIT_WIDTH 2u
MR_INLINE imports_unit_t imports_sensor_get_unit(const imports_sensor_t *block) { return MR_BITS_ENUM(imports_unit_t, MR_LE8(1, block->bytes), 0, 2); }
MR_INLINE void imports_sensor_set_unit(imports_sensor_t *block, imports_unit_t to) { MR_CHECK((unsigned)to >> 2 == 0); MR_PUT_IN(8, uint8_t, block->bytes, 0, 2, mr_any((uint32_t)to)); }
#define IMPORTS_SENSOR_LIMIT_OFFSET 0x01u
#define IMPORTS_SENSOR_LIMIT_BIT 0u
#define IMPORTS_SENSOR_LIMIT_WIDTH 8u
MR_INLINE uint8_t imports_sensor_get_limit(const imports_sensor_t *block) { return MR_LE8(1, block->bytes + 0x1u); }
MR_INLINE void imports_sensor_set_limit(imports_sensor_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x1u, to); }

#endif
