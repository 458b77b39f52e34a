/* Made from enums.mr by memregc 0.1.0; fingerprint 0x45B36242. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Enumerations: bases, values that count on, gaps, aliases, signed values. */
#ifndef ENUMS_ENUMS_INCLUDED
#define ENUMS_ENUMS_INCLUDED

/* Behind the helpers, each below a line "---- NAME": State, Control. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Registers: each access at exactly its width. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- Elements of arrays of bits that never cross a byte. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define ENUMS_VERSION 1u
#define ENUMS_FINGERPRINT 0x45B36242u

/** What the machine does. */
typedef enum {
    ENUMS_MODE_OFF = 0, /**< nothing moves */
    ENUMS_MODE_HEAT = 1,
    ENUMS_MODE_COOL = 2,
    ENUMS_MODE_FAULT = 7 /**< needs a person */
} enums_mode_t;
static inline bool enums_mode_is_valid(unsigned value)
{
    switch (value) {
    case 0u:
    case 1u:
    case 2u:
    case 7u:
        return true;
    default:
        return false;
    }
}
static inline const char *enums_mode_name(enums_mode_t value)
{
    switch (value) {
    case ENUMS_MODE_OFF: return "off";
    case ENUMS_MODE_HEAT: return "heat";
    case ENUMS_MODE_COOL: return "cool";
    case ENUMS_MODE_FAULT: return "fault";
    default: return "?";
    }
}

/** Every value has a name. */
typedef enum {
    ENUMS_PARITY_NONE = 0,
    ENUMS_PARITY_ODD = 1,
    ENUMS_PARITY_EVEN = 2,
    ENUMS_PARITY_MARK = 3
} enums_parity_t;
MR_INLINE bool enums_parity_is_valid(unsigned value) { return value <= 3u; }
static inline const char *enums_parity_name(enums_parity_t value)
{
    switch (value) {
    case ENUMS_PARITY_NONE: return "none";
    case ENUMS_PARITY_ODD: return "odd";
    case ENUMS_PARITY_EVEN: return "even";
    case ENUMS_PARITY_MARK: return "mark";
    default: return "?";
    }
}

/** Two names for one value. */
typedef enum {
    ENUMS_SPEED_SLOW = 10,
    ENUMS_SPEED_NORMAL = 20,
    ENUMS_SPEED_STANDARD = 20,
    ENUMS_SPEED_FAST = 64
} enums_speed_t;
static inline bool enums_speed_is_valid(unsigned value)
{
    switch (value) {
    case 10u:
    case 20u:
    case 64u:
        return true;
    default:
        return false;
    }
}
static inline const char *enums_speed_name(enums_speed_t value)
{
    switch (value) {
    case ENUMS_SPEED_SLOW: return "slow";
    case ENUMS_SPEED_NORMAL: return "normal";
    case ENUMS_SPEED_FAST: return "fast";
    default: return "?";
    }
}

/** Values below zero. */
typedef enum {
    ENUMS_TREND_FALLING = -1,
    ENUMS_TREND_STEADY = 0,
    ENUMS_TREND_RISING = 1,
    ENUMS_TREND_LOWEST = -8
} enums_trend_t;
static inline bool enums_trend_is_valid(int value)
{
    switch (value) {
    case -1:
    case 0:
    case 1:
    case -8:
        return true;
    default:
        return false;
    }
}
static inline const char *enums_trend_name(enums_trend_t value)
{
    switch (value) {
    case ENUMS_TREND_FALLING: return "falling";
    case ENUMS_TREND_STEADY: return "steady";
    case ENUMS_TREND_RISING: return "rising";
    case ENUMS_TREND_LOWEST: return "lowest";
    default: return "?";
    }
}

typedef uint32_t enums_wide_t;
#define ENUMS_WIDE_LOW ((enums_wide_t)0u)
#define ENUMS_WIDE_HIGH ((enums_wide_t)4294967295u)
static inline bool enums_wide_is_valid(uint32_t value)
{
    switch (value) {
    case 0u:
    case 4294967295u:
        return true;
    default:
        return false;
    }
}
static inline const char *enums_wide_name(enums_wide_t value)
{
    switch (value) {
    case ENUMS_WIDE_LOW: return "low";
    case ENUMS_WIDE_HIGH: return "high";
    default: return "?";
    }
}

typedef enum {
    ENUMS_SINGLE_ONLY = 0
} enums_single_t;
MR_INLINE bool enums_single_is_valid(unsigned value) { return value <= 0u; }
static inline const char *enums_single_name(enums_single_t value)
{
    switch (value) {
    case ENUMS_SINGLE_ONLY: return "only";
    default: return "?";
    }
}
#define ENUMS_BASE 5

typedef enum {
    ENUMS_COMPUTED_FIRST = 5,
    ENUMS_COMPUTED_SECOND = 6,
    ENUMS_COMPUTED_FAR = 41,
    ENUMS_COMPUTED_NEXT = 42
} enums_computed_t;
static inline bool enums_computed_is_valid(unsigned value)
{
    switch (value) {
    case 5u:
    case 6u:
    case 41u:
    case 42u:
        return true;
    default:
        return false;
    }
}
static inline const char *enums_computed_name(enums_computed_t value)
{
    switch (value) {
    case ENUMS_COMPUTED_FIRST: return "first";
    case ENUMS_COMPUTED_SECOND: return "second";
    case ENUMS_COMPUTED_FAR: return "far";
    case ENUMS_COMPUTED_NEXT: return "next";
    default: return "?";
    }
}

/* ---- State: 9 bytes at 0x20000000
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000 2:0    mode                     Mode            = heat
 * 0x0000 4:3    parity                   Parity
 * 0x0000 8:5    trend                    Trend           = falling
 * 0x0001 1      single                   Single
 * 0x0001 13:2   history                  Mode[4]
 * 0x0002 7:6    (free)
 * 0x0003        speed                    Speed           = fast
 * 0x0004        wide                     Wide            = high
 * 0x0008        computed                 Computed        = second
 */
#define ENUMS_STATE_SIZE 9u
#ifndef ENUMS_STATE_ADDRESS
#define ENUMS_STATE_ADDRESS 0x20000000u
#endif
typedef struct { uint8_t bytes[ENUMS_STATE_SIZE]; } enums_state_t;
MR_ASSERT(enums_state, sizeof(enums_state_t) == ENUMS_STATE_SIZE);
/* The place itself. */
MR_INLINE enums_state_t *enums_state_at(void) { return (enums_state_t *)(uintptr_t)(ENUMS_STATE_ADDRESS); }
static inline void enums_state_defaults(enums_state_t *block)
{
    static const uint8_t initial[ENUMS_STATE_SIZE] = {
        0xE1, 0x01, 0x00, 0x40, 0xFF, 0xFF, 0xFF, 0xFF, 0x06,
    };
    mr_copy(block->bytes, initial, ENUMS_STATE_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t enums_state_load(enums_state_t *block)
{
    mr_copy(block->bytes, enums_state_at()->bytes, ENUMS_STATE_SIZE);
    return MR_OK;
}
static inline mr_status_t enums_state_flush(enums_state_t *block)
{
    mr_copy_changed(enums_state_at()->bytes, block->bytes, ENUMS_STATE_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool enums_state_pending(const enums_state_t *block)
{
    const enums_state_t *place = enums_state_at();
    return mr_differs(block->bytes, place->bytes, ENUMS_STATE_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t enums_state_open(enums_state_t *block)
{
    return enums_state_load(block);
}
#define ENUMS_STATE_MODE_OFFSET 0x00u
#define ENUMS_STATE_MODE_BIT 0u
#define ENUMS_STATE_MODE_WIDTH 3u
MR_INLINE enums_mode_t enums_state_get_mode(const enums_state_t *block) { return MR_BITS_ENUM(enums_mode_t, MR_LE8(1, block->bytes), 0, 3); }
MR_INLINE void enums_state_set_mode(enums_state_t *block, enums_mode_t to) { MR_CHECK((unsigned)to >> 3 == 0); MR_PUT_IN(8, uint8_t, block->bytes, 0, 3, mr_any((uint32_t)to)); }
#define ENUMS_STATE_PARITY_OFFSET 0x00u
#define ENUMS_STATE_PARITY_BIT 3u
#define ENUMS_STATE_PARITY_WIDTH 2u
MR_INLINE enums_parity_t enums_state_get_parity(const enums_state_t *block) { return MR_BITS_ENUM(enums_parity_t, MR_LE8(1, block->bytes), 3, 2); }
MR_INLINE void enums_state_set_parity(enums_state_t *block, enums_parity_t to) { MR_CHECK((unsigned)to >> 2 == 0); MR_PUT_IN(8, uint8_t, block->bytes, 3, 2, mr_any((uint32_t)to)); }
#define ENUMS_STATE_SPEED_OFFSET 0x03u
#define ENUMS_STATE_SPEED_BIT 0u
#define ENUMS_STATE_SPEED_WIDTH 8u
MR_INLINE enums_speed_t enums_state_get_speed(const enums_state_t *block) { return (enums_speed_t)MR_LE8(1, block->bytes + 0x3u); }
MR_INLINE void enums_state_set_speed(enums_state_t *block, enums_speed_t to) { MR_CHECK((unsigned)to >> 8 == 0); MR_SET_LE8(1, block->bytes + 0x3u, (uint8_t)to); }
#define ENUMS_STATE_TREND_OFFSET 0x00u
#define ENUMS_STATE_TREND_BIT 5u
#define ENUMS_STATE_TREND_WIDTH 4u
MR_INLINE enums_trend_t enums_state_get_trend(const enums_state_t *block) { return MR_BITS_SIGNED(enums_trend_t, MR_LE16(1, block->bytes), 5, 4); }
MR_INLINE void enums_state_set_trend(enums_state_t *block, enums_trend_t to) { MR_CHECK(((unsigned)to + 0x8u) >> 4 == 0); MR_PUT_TWO(block->bytes, 5, 4, mr_any((uint32_t)to)); }
#define ENUMS_STATE_WIDE_OFFSET 0x04u
#define ENUMS_STATE_WIDE_BIT 0u
#define ENUMS_STATE_WIDE_WIDTH 32u
MR_INLINE enums_wide_t enums_state_get_wide(const enums_state_t *block) { return (enums_wide_t)MR_LE32(1, block->bytes + 0x4u); }
MR_INLINE void enums_state_set_wide(enums_state_t *block, enums_wide_t to) { MR_SET_LE32(1, block->bytes + 0x4u, (uint32_t)to); }
#define ENUMS_STATE_SINGLE_OFFSET 0x01u
#define ENUMS_STATE_SINGLE_BIT 1u
#define ENUMS_STATE_SINGLE_WIDTH 1u
MR_INLINE enums_single_t enums_state_get_single(const enums_state_t *block) { return MR_BITS_ENUM(enums_single_t, MR_LE8(1, block->bytes + 0x1u), 1, 1); }
MR_INLINE void enums_state_set_single(enums_state_t *block, enums_single_t to) { MR_CHECK((unsigned)to >> 1 == 0); MR_PUT_IN(8, uint8_t, block->bytes + 0x1u, 1, 1, mr_any((uint32_t)to)); }
#define ENUMS_STATE_COMPUTED_OFFSET 0x08u
#define ENUMS_STATE_COMPUTED_BIT 0u
#define ENUMS_STATE_COMPUTED_WIDTH 8u
MR_INLINE enums_computed_t enums_state_get_computed(const enums_state_t *block) { return (enums_computed_t)MR_LE8(1, block->bytes + 0x8u); }
MR_INLINE void enums_state_set_computed(enums_state_t *block, enums_computed_t to) { MR_CHECK((unsigned)to >> 8 == 0); MR_SET_LE8(1, block->bytes + 0x8u, (uint8_t)to); }
#define ENUMS_STATE_HISTORY_OFFSET 0x01u
#define ENUMS_STATE_HISTORY_BIT 2u
#define ENUMS_STATE_HISTORY_WIDTH 3u
#define ENUMS_STATE_HISTORY_COUNT 4u
MR_INLINE enums_mode_t enums_state_get_history(const enums_state_t *block, unsigned i) { MR_CHECK(i < 4u); return ((enums_mode_t)mr_span(block->bytes + 0x1u, 1, 2u + i * 3u, 3)); }
MR_INLINE void enums_state_set_history(enums_state_t *block, unsigned i, enums_mode_t to) { MR_CHECK(i < 4u); MR_CHECK((unsigned)to >> 3 == 0); mr_put_span(block->bytes + 0x1u, 1, 2u + i * 3u, 3, (uint64_t)to); }

/* ---- Control: 4 bytes at 0x40000000
 * OFFSET BITS   NAME                     TYPE       ACCESS
 * 0x0000        setup                    u32        rw
 *        2:0      mode                   Mode       rw
 *        7:3      (free)
 *        11:8     trend                  Trend      rw
 *        23:12    (free)
 *        31:24    speed                  Speed      rw
 */
#ifndef ENUMS_CONTROL_BASE
#define ENUMS_CONTROL_BASE 0x40000000u
#endif

#define ENUMS_CONTROL_SETUP_OFFSET 0x00u
typedef struct { uint32_t bits; } enums_control_setup_t;
MR_ASSERT(enums_control_setup, sizeof(enums_control_setup_t) == 4u);
MR_INLINE enums_control_setup_t enums_control_setup_read(void) { enums_control_setup_t value = { MR_REGISTER(uint32_t, ENUMS_CONTROL_BASE) }; return value; }
MR_INLINE void enums_control_setup_write(enums_control_setup_t value) { MR_REGISTER(uint32_t, ENUMS_CONTROL_BASE) = value.bits; }
MR_INLINE enums_control_setup_t enums_control_setup_edit(void) { return enums_control_setup_read(); }
#define ENUMS_CONTROL_SETUP_MODE_Pos 0u
#define ENUMS_CONTROL_SETUP_MODE_Msk 0x00000007u
MR_INLINE enums_mode_t enums_control_setup_get_mode(enums_control_setup_t value) { return MR_BITS_ENUM(enums_mode_t, value.bits, 0, 3); }
MR_INLINE enums_control_setup_t enums_control_setup_with_mode(enums_control_setup_t value, enums_mode_t to) { MR_CHECK((unsigned)to >> 3 == 0); value.bits = MR_WITH(uint32_t, value.bits, 0, 3, mr_any((uint32_t)to)); return value; }
MR_INLINE enums_mode_t enums_control_setup_read_mode(void) { return MR_READ(enums_control_setup, mode); }
MR_INLINE void enums_control_setup_set_mode(enums_mode_t to) { MR_SET(enums_control_setup, mode, to); }
#define ENUMS_CONTROL_SETUP_TREND_Pos 8u
#define ENUMS_CONTROL_SETUP_TREND_Msk 0x00000F00u
MR_INLINE enums_trend_t enums_control_setup_get_trend(enums_control_setup_t value) { return MR_BITS_SIGNED(enums_trend_t, value.bits, 8, 4); }
MR_INLINE enums_control_setup_t enums_control_setup_with_trend(enums_control_setup_t value, enums_trend_t to) { MR_CHECK(((unsigned)to + 0x8u) >> 4 == 0); value.bits = MR_WITH(uint32_t, value.bits, 8, 4, mr_any((uint32_t)to)); return value; }
MR_INLINE enums_trend_t enums_control_setup_read_trend(void) { return MR_READ(enums_control_setup, trend); }
MR_INLINE void enums_control_setup_set_trend(enums_trend_t to) { MR_SET(enums_control_setup, trend, to); }
#define ENUMS_CONTROL_SETUP_SPEED_Pos 24u
#define ENUMS_CONTROL_SETUP_SPEED_Msk 0xFF000000u
MR_INLINE enums_speed_t enums_control_setup_get_speed(enums_control_setup_t value) { return MR_BITS_ENUM(enums_speed_t, value.bits, 24, 8); }
MR_INLINE enums_control_setup_t enums_control_setup_with_speed(enums_control_setup_t value, enums_speed_t to) { MR_CHECK((unsigned)to >> 8 == 0); value.bits = MR_WITH(uint32_t, value.bits, 24, 8, mr_any((uint32_t)to)); return value; }
MR_INLINE enums_speed_t enums_control_setup_read_speed(void) { return MR_READ(enums_control_setup, speed); }
MR_INLINE void enums_control_setup_set_speed(enums_speed_t to) { MR_SET(enums_control_setup, speed, to); }

#endif
