/* Made from bus.mr by memregc 0.1.0; fingerprint 0xC30B644E. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Devices behind a bus: only the runs of bytes that changed are written. */
#ifndef BUS_BUS_INCLUDED
#define BUS_BUS_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Time, Settings. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- Text of at most `size` bytes, padded with NUL; a copy of it is always terminated. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
/* ---- Writing the bytes that changed. Runs that are at most `transfer_cost` equal bytes apart are sent as one. */
#define BUS_VERSION 1u
#define BUS_FINGERPRINT 0xC30B644Eu

typedef enum {
    BUS_OUTPUT_OFF = 0,
    BUS_OUTPUT_ONE_HERTZ = 1,
    BUS_OUTPUT_KILOHERTZ = 2,
    BUS_OUTPUT_ALARM = 3
} bus_output_t;
MR_INLINE bool bus_output_is_valid(unsigned value) { return value <= 3u; }
static inline const char *bus_output_name(bus_output_t value)
{
    switch (value) {
    case BUS_OUTPUT_OFF: return "off";
    case BUS_OUTPUT_ONE_HERTZ: return "one_hertz";
    case BUS_OUTPUT_KILOHERTZ: return "kilohertz";
    case BUS_OUTPUT_ALARM: return "alarm";
    default: return "?";
    }
}

/* ---- Time: 20 bytes in clock at 0x0
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        seconds                  u8
 *        3:0      units                  u4
 *        6:4      tens                   u3
 *        7        halted                 bool            = true
 * 0x0001        minutes                  u8
 *        3:0      units                  u4
 *        6:4      tens                   u3
 *        7        (free)
 * 0x0002        (free)
 * 0x0007        control                  u8
 *        1:0      output                 Output
 *        3:2      (free)
 *        4        enabled                bool
 *        7:5      (free)
 * 0x0008        note                     char[8]
 * 0x0010        stamp                    u32 be
 */
#define BUS_TIME_SIZE 20u
/* A copy to work on, beside what the device is known to hold. */
typedef struct { uint8_t bytes[BUS_TIME_SIZE], stored[BUS_TIME_SIZE]; } bus_time_t;
MR_ASSERT(bus_time, sizeof(((bus_time_t *)0)->bytes) == BUS_TIME_SIZE);
static inline void bus_time_defaults(bus_time_t *block)
{
    static const uint8_t initial[BUS_TIME_SIZE] = {
        0x80, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00,
    };
    mr_copy(block->bytes, initial, BUS_TIME_SIZE);
    for (unsigned at = 0; at < BUS_TIME_SIZE; at++)
        block->stored[at] = (uint8_t)~block->bytes[at];
}
/* The program defines these two; offsets are from the region's start. */
MR_EXTERN mr_status_t bus_clock_read(uint32_t offset, uint8_t *bytes, uint32_t count);
MR_EXTERN mr_status_t bus_clock_write(uint32_t offset, const uint8_t *bytes, uint32_t count);
static inline mr_status_t bus_time_load(bus_time_t *block)
{
    mr_status_t status = bus_clock_read(0x0u, block->bytes, BUS_TIME_SIZE);
    if (status >= MR_OK)
        mr_copy(block->stored, block->bytes, BUS_TIME_SIZE);
    return status;
}
/* Writes only the runs of bytes that differ from what was loaded or written last. */
static inline mr_status_t bus_time_flush(bus_time_t *block)
{
    return mr_flush_runs(bus_clock_write, 0x0u, block->bytes, block->stored, BUS_TIME_SIZE, 3u);
}
/* Would a flush change anything? */
static inline bool bus_time_pending(const bus_time_t *block)
{
    return mr_differs(block->bytes, block->stored, BUS_TIME_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t bus_time_open(bus_time_t *block)
{
    return bus_time_load(block);
}
#define BUS_TIME_SECONDS_UNITS_OFFSET 0x00u
#define BUS_TIME_SECONDS_UNITS_BIT 0u
#define BUS_TIME_SECONDS_UNITS_WIDTH 4u
MR_INLINE uint8_t bus_time_get_seconds_units(const bus_time_t *block) { return MR_BITS(uint8_t, MR_LE8(1, block->bytes), 0, 4); }
MR_INLINE void bus_time_set_seconds_units(bus_time_t *block, uint8_t to) { MR_CHECK(to <= 15u); MR_PUT_IN(8, uint8_t, block->bytes, 0, 4, to); }
#define BUS_TIME_SECONDS_TENS_OFFSET 0x00u
#define BUS_TIME_SECONDS_TENS_BIT 4u
#define BUS_TIME_SECONDS_TENS_WIDTH 3u
MR_INLINE uint8_t bus_time_get_seconds_tens(const bus_time_t *block) { return MR_BITS(uint8_t, MR_LE8(1, block->bytes), 4, 3); }
MR_INLINE void bus_time_set_seconds_tens(bus_time_t *block, uint8_t to) { MR_CHECK(to <= 7u); MR_PUT_IN(8, uint8_t, block->bytes, 4, 3, to); }
#define BUS_TIME_SECONDS_HALTED_OFFSET 0x00u
#define BUS_TIME_SECONDS_HALTED_BIT 7u
#define BUS_TIME_SECONDS_HALTED_WIDTH 1u
MR_INLINE bool bus_time_get_seconds_halted(const bus_time_t *block) { return MR_BIT(MR_LE8(1, block->bytes), 7); }
MR_INLINE void bus_time_set_seconds_halted(bus_time_t *block, bool to) { MR_PUT_IN(8, uint8_t, block->bytes, 7, 1, to); }
MR_INLINE void bus_time_toggle_seconds_halted(bus_time_t *block) { block->bytes[0x00u] ^= 0x80u; }
#define BUS_TIME_MINUTES_UNITS_OFFSET 0x01u
#define BUS_TIME_MINUTES_UNITS_BIT 0u
#define BUS_TIME_MINUTES_UNITS_WIDTH 4u
MR_INLINE uint8_t bus_time_get_minutes_units(const bus_time_t *block) { return MR_BITS(uint8_t, MR_LE8(1, block->bytes + 0x1u), 0, 4); }
MR_INLINE void bus_time_set_minutes_units(bus_time_t *block, uint8_t to) { MR_CHECK(to <= 15u); MR_PUT_IN(8, uint8_t, block->bytes + 0x1u, 0, 4, to); }
#define BUS_TIME_MINUTES_TENS_OFFSET 0x01u
#define BUS_TIME_MINUTES_TENS_BIT 4u
#define BUS_TIME_MINUTES_TENS_WIDTH 3u
MR_INLINE uint8_t bus_time_get_minutes_tens(const bus_time_t *block) { return MR_BITS(uint8_t, MR_LE8(1, block->bytes + 0x1u), 4, 3); }
MR_INLINE void bus_time_set_minutes_tens(bus_time_t *block, uint8_t to) { MR_CHECK(to <= 7u); MR_PUT_IN(8, uint8_t, block->bytes + 0x1u, 4, 3, to); }
#define BUS_TIME_CONTROL_OUTPUT_OFFSET 0x07u
#define BUS_TIME_CONTROL_OUTPUT_BIT 0u
#define BUS_TIME_CONTROL_OUTPUT_WIDTH 2u
MR_INLINE bus_output_t bus_time_get_control_output(const bus_time_t *block) { return MR_BITS_ENUM(bus_output_t, MR_LE8(1, block->bytes + 0x7u), 0, 2); }
MR_INLINE void bus_time_set_control_output(bus_time_t *block, bus_output_t to) { MR_CHECK((unsigned)to >> 2 == 0); MR_PUT_IN(8, uint8_t, block->bytes + 0x7u, 0, 2, mr_any((uint32_t)to)); }
#define BUS_TIME_CONTROL_ENABLED_OFFSET 0x07u
#define BUS_TIME_CONTROL_ENABLED_BIT 4u
#define BUS_TIME_CONTROL_ENABLED_WIDTH 1u
MR_INLINE bool bus_time_get_control_enabled(const bus_time_t *block) { return MR_BIT(MR_LE8(1, block->bytes + 0x7u), 4); }
MR_INLINE void bus_time_set_control_enabled(bus_time_t *block, bool to) { MR_PUT_IN(8, uint8_t, block->bytes + 0x7u, 4, 1, to); }
MR_INLINE void bus_time_toggle_control_enabled(bus_time_t *block) { block->bytes[0x07u] ^= 0x10u; }
#define BUS_TIME_NOTE_OFFSET 0x08u
#define BUS_TIME_NOTE_BIT 0u
#define BUS_TIME_NOTE_WIDTH 64u
MR_INLINE void bus_time_get_note(const bus_time_t *block, char out[9]) { mr_text(out, block->bytes + 0x8u, 8u); }
MR_INLINE void bus_time_set_note(bus_time_t *block, const char *to) { mr_set_text(block->bytes + 0x8u, to, 8u); }
#define BUS_TIME_STAMP_OFFSET 0x10u
#define BUS_TIME_STAMP_BIT 0u
#define BUS_TIME_STAMP_WIDTH 32u
MR_INLINE uint32_t bus_time_get_stamp(const bus_time_t *block) { return MR_BE32(1, block->bytes + 0x10u); }
MR_INLINE void bus_time_set_stamp(bus_time_t *block, uint32_t to) { MR_SET_BE32(1, block->bytes + 0x10u, to); }

/* ---- Settings: 9 bytes in vendor at 0x0, guarded by crc16
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000 6:0    volume                   u7              = 60
 * 0x0000 7      mute                     bool
 * 0x0001        tone                     i8[5]
 * 0x0006        (version)                u8
 * 0x0007        (crc16)
 */
#define BUS_SETTINGS_SIZE 9u
/* A copy to work on, beside what the device is known to hold. */
typedef struct { uint8_t bytes[BUS_SETTINGS_SIZE], stored[BUS_SETTINGS_SIZE]; } bus_settings_t;
MR_ASSERT(bus_settings, sizeof(((bus_settings_t *)0)->bytes) == BUS_SETTINGS_SIZE);
static inline void bus_settings_defaults(bus_settings_t *block)
{
    static const uint8_t initial[BUS_SETTINGS_SIZE] = {
        0x3C, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01, 0xFE, 0x28,
    };
    mr_copy(block->bytes, initial, BUS_SETTINGS_SIZE);
    for (unsigned at = 0; at < BUS_SETTINGS_SIZE; at++)
        block->stored[at] = (uint8_t)~block->bytes[at];
}
static inline uint16_t bus_settings_crc(const bus_settings_t *block)
{
    return mr_crc16(0x513Du, block->bytes, 0x7u);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t bus_settings_check(const bus_settings_t *block)
{
    uint16_t difference = (uint16_t)(bus_settings_crc(block) ^ MR_LE16(1, block->bytes + 0x7u));
    if (difference == 0)
        return block->bytes[0x6u] == 1u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, BUS_SETTINGS_SIZE) || mr_is_filled(block->bytes, 0xFF, BUS_SETTINGS_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void bus_settings_seal(bus_settings_t *block)
{
    block->bytes[0x6u] = 1u;
    MR_SET_LE16(1, block->bytes + 0x7u, bus_settings_crc(block));
}
/* The program defines these two; offsets are from the region's start. */
MR_EXTERN mr_status_t bus_vendor_read(uint32_t offset, uint8_t *bytes, uint32_t count);
MR_EXTERN mr_status_t bus_vendor_write(uint32_t offset, const uint8_t *bytes, uint32_t count);
static inline mr_status_t bus_settings_load(bus_settings_t *block)
{
    mr_status_t status = bus_vendor_read(0x0u, block->bytes, BUS_SETTINGS_SIZE);
    if (status >= MR_OK)
        mr_copy(block->stored, block->bytes, BUS_SETTINGS_SIZE);
    return status;
}
/* Writes only the runs of bytes that differ from what was loaded or written last, the guard last. */
static inline mr_status_t bus_settings_flush(bus_settings_t *block)
{
    bus_settings_seal(block);
    return mr_flush_runs(bus_vendor_write, 0x0u, block->bytes, block->stored, BUS_SETTINGS_SIZE, 0u);
}
/* Would a flush change anything? */
static inline bool bus_settings_pending(const bus_settings_t *block)
{
    return mr_differs(block->bytes, block->stored, 0x6u);
}
/* Loads, and says what was found; where that is neither MR_OK nor an error of the transfer, the defaults are set. */
static inline mr_status_t bus_settings_open(bus_settings_t *block)
{
    mr_status_t found = bus_settings_load(block);
    if (found < MR_OK)
        return found;
    found = bus_settings_check(block);
    if (found != MR_OK)
        bus_settings_defaults(block);
    return found;
}
#define BUS_SETTINGS_VOLUME_OFFSET 0x00u
#define BUS_SETTINGS_VOLUME_BIT 0u
#define BUS_SETTINGS_VOLUME_WIDTH 7u
MR_INLINE uint8_t bus_settings_get_volume(const bus_settings_t *block) { return MR_BITS(uint8_t, MR_LE8(1, block->bytes), 0, 7); }
MR_INLINE void bus_settings_set_volume(bus_settings_t *block, uint8_t to) { MR_CHECK(to <= 127u); MR_PUT_IN(8, uint8_t, block->bytes, 0, 7, to); }
#define BUS_SETTINGS_MUTE_OFFSET 0x00u
#define BUS_SETTINGS_MUTE_BIT 7u
#define BUS_SETTINGS_MUTE_WIDTH 1u
MR_INLINE bool bus_settings_get_mute(const bus_settings_t *block) { return MR_BIT(MR_LE8(1, block->bytes), 7); }
MR_INLINE void bus_settings_set_mute(bus_settings_t *block, bool to) { MR_PUT_IN(8, uint8_t, block->bytes, 7, 1, to); }
MR_INLINE void bus_settings_toggle_mute(bus_settings_t *block) { block->bytes[0x00u] ^= 0x80u; }
#define BUS_SETTINGS_TONE_OFFSET 0x01u
#define BUS_SETTINGS_TONE_BIT 0u
#define BUS_SETTINGS_TONE_WIDTH 8u
#define BUS_SETTINGS_TONE_COUNT 5u
MR_INLINE uint8_t *bus_settings_bytes_tone(bus_settings_t *block) { return block->bytes + 0x1u; }
MR_INLINE const uint8_t *bus_settings_const_bytes_tone(const bus_settings_t *block) { return block->bytes + 0x1u; }
MR_INLINE int8_t bus_settings_get_tone(const bus_settings_t *block, unsigned i) { MR_CHECK(i < 5u); return (int8_t)MR_LE8(1, block->bytes + 0x1u + i); }
MR_INLINE void bus_settings_set_tone(bus_settings_t *block, unsigned i, int8_t to) { MR_CHECK(i < 5u); MR_SET_LE8(1, block->bytes + 0x1u + i, (uint8_t)to); }

#endif
