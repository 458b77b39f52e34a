/* Made from register_groups_arrays.mr by memregc 0.1.0; fingerprint 0xB873372D. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Register blocks, groups and registers that come many times. */
#ifndef REGISTER_GROUPS_ARRAYS_REGISTER_GROUPS_ARRAYS_INCLUDED
#define REGISTER_GROUPS_ARRAYS_REGISTER_GROUPS_ARRAYS_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Timer, Single. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Registers: each access at exactly its width. */
#define REGISTER_GROUPS_ARRAYS_VERSION 1u
#define REGISTER_GROUPS_ARRAYS_FINGERPRINT 0xB873372Du

typedef enum {
    REGISTER_GROUPS_ARRAYS_TRIGGER_NONE = 0,
    REGISTER_GROUPS_ARRAYS_TRIGGER_RISING = 1,
    REGISTER_GROUPS_ARRAYS_TRIGGER_FALLING = 2,
    REGISTER_GROUPS_ARRAYS_TRIGGER_BOTH = 3
} register_groups_arrays_trigger_t;
MR_INLINE bool register_groups_arrays_trigger_is_valid(unsigned value) { return value <= 3u; }
static inline const char *register_groups_arrays_trigger_name(register_groups_arrays_trigger_t value)
{
    switch (value) {
    case REGISTER_GROUPS_ARRAYS_TRIGGER_NONE: return "none";
    case REGISTER_GROUPS_ARRAYS_TRIGGER_RISING: return "rising";
    case REGISTER_GROUPS_ARRAYS_TRIGGER_FALLING: return "falling";
    case REGISTER_GROUPS_ARRAYS_TRIGGER_BOTH: return "both";
    default: return "?";
    }
}

/* ---- Timer: 776 bytes at 0x40010000, 3 times every 0x400
 * OFFSET BITS   NAME                     TYPE       ACCESS
 * 0x0000        control                  u32        rw
 *        0        enable                 bool       rw
 *        7:1      (free)
 *        15:8     prescaler              u8         rw
 *        31:16    (free)
 * 0x0100        channel                  [4] every 16
 * 0x0100          setup                  u32        rw   = 0x2
 *        1:0        trigger              Trigger    rw
 *        3:2        (free)
 *        4          inverted             bool       rw
 *        31:5       (free)
 * 0x0104          compare                u32        rw
 * 0x0108          capture                [2] every 4
 * 0x0108            value                u16        ro
 * 0x0200        scratch                  u32[8]     rw
 * 0x0240        lanes                    u16[4] every 4 rw
 *        7:0      low                    u8         rw
 *        15:8     high                   u8         rw
 * 0x0300        filter
 * 0x0300          gain                   u32        rw
 * 0x0304          state                  u32        ro
 */
/** Three timers of four channels. */
#ifndef REGISTER_GROUPS_ARRAYS_TIMER_BASE
#define REGISTER_GROUPS_ARRAYS_TIMER_BASE 0x40010000u
#endif
#define REGISTER_GROUPS_ARRAYS_TIMER_COUNT 3u
#define REGISTER_GROUPS_ARRAYS_TIMER_STRIDE 0x400u

#define REGISTER_GROUPS_ARRAYS_TIMER_CONTROL_OFFSET 0x00u
typedef struct { uint32_t bits; } register_groups_arrays_timer_control_t;
MR_ASSERT(register_groups_arrays_timer_control, sizeof(register_groups_arrays_timer_control_t) == 4u);
MR_INLINE register_groups_arrays_timer_control_t register_groups_arrays_timer_control_read(unsigned i) { MR_CHECK(i < 3u); register_groups_arrays_timer_control_t value = { MR_REGISTERS(uint32_t, 256u, REGISTER_GROUPS_ARRAYS_TIMER_BASE)[i][0] }; return value; }
MR_INLINE void register_groups_arrays_timer_control_write(unsigned i, register_groups_arrays_timer_control_t value) { MR_CHECK(i < 3u); MR_REGISTERS(uint32_t, 256u, REGISTER_GROUPS_ARRAYS_TIMER_BASE)[i][0] = value.bits; }
MR_INLINE register_groups_arrays_timer_control_t register_groups_arrays_timer_control_edit(unsigned i) { return register_groups_arrays_timer_control_read(i); }
#define REGISTER_GROUPS_ARRAYS_TIMER_CONTROL_ENABLE_Pos 0u
#define REGISTER_GROUPS_ARRAYS_TIMER_CONTROL_ENABLE_Msk 0x00000001u
MR_INLINE bool register_groups_arrays_timer_control_get_enable(register_groups_arrays_timer_control_t value) { return MR_BIT(value.bits, 0); }
MR_INLINE register_groups_arrays_timer_control_t register_groups_arrays_timer_control_with_enable(register_groups_arrays_timer_control_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 0, 1, to); return value; }
MR_INLINE bool register_groups_arrays_timer_control_read_enable(unsigned i) { return register_groups_arrays_timer_control_get_enable(register_groups_arrays_timer_control_read(i)); }
MR_INLINE void register_groups_arrays_timer_control_set_enable(unsigned i, bool to) { register_groups_arrays_timer_control_write(i, register_groups_arrays_timer_control_with_enable(register_groups_arrays_timer_control_edit(i), to)); }
MR_INLINE void register_groups_arrays_timer_control_toggle_enable(unsigned i) { register_groups_arrays_timer_control_t value = register_groups_arrays_timer_control_edit(i); value.bits = (uint32_t)(value.bits ^ 0x00000001u); register_groups_arrays_timer_control_write(i, value); }
#define REGISTER_GROUPS_ARRAYS_TIMER_CONTROL_PRESCALER_Pos 8u
#define REGISTER_GROUPS_ARRAYS_TIMER_CONTROL_PRESCALER_Msk 0x0000FF00u
MR_INLINE uint8_t register_groups_arrays_timer_control_get_prescaler(register_groups_arrays_timer_control_t value) { return MR_BITS(uint8_t, value.bits, 8, 8); }
MR_INLINE register_groups_arrays_timer_control_t register_groups_arrays_timer_control_with_prescaler(register_groups_arrays_timer_control_t value, uint8_t to) { value.bits = MR_WITH(uint32_t, value.bits, 8, 8, to); return value; }
MR_INLINE uint8_t register_groups_arrays_timer_control_read_prescaler(unsigned i) { return register_groups_arrays_timer_control_get_prescaler(register_groups_arrays_timer_control_read(i)); }
MR_INLINE void register_groups_arrays_timer_control_set_prescaler(unsigned i, uint8_t to) { register_groups_arrays_timer_control_write(i, register_groups_arrays_timer_control_with_prescaler(register_groups_arrays_timer_control_edit(i), to)); }

#define REGISTER_GROUPS_ARRAYS_TIMER_CHANNEL_SETUP_OFFSET 0x100u
#define REGISTER_GROUPS_ARRAYS_TIMER_CHANNEL_SETUP_COUNT 4u
#define REGISTER_GROUPS_ARRAYS_TIMER_CHANNEL_SETUP_STRIDE 0x10u
#define REGISTER_GROUPS_ARRAYS_TIMER_CHANNEL_SETUP_RESET 0x00000002u
typedef struct { uint32_t bits; } register_groups_arrays_timer_channel_setup_t;
MR_ASSERT(register_groups_arrays_timer_channel_setup, sizeof(register_groups_arrays_timer_channel_setup_t) == 4u);
MR_INLINE register_groups_arrays_timer_channel_setup_t register_groups_arrays_timer_channel_setup_read(unsigned i, unsigned j) { MR_CHECK(i < 3u && j < 4u); register_groups_arrays_timer_channel_setup_t value = { MR_REGISTERS(uint32_t, 256u, REGISTER_GROUPS_ARRAYS_TIMER_BASE + 0x100u)[i][j * 4u] }; return value; }
MR_INLINE void register_groups_arrays_timer_channel_setup_write(unsigned i, unsigned j, register_groups_arrays_timer_channel_setup_t value) { MR_CHECK(i < 3u && j < 4u); MR_REGISTERS(uint32_t, 256u, REGISTER_GROUPS_ARRAYS_TIMER_BASE + 0x100u)[i][j * 4u] = value.bits; }
MR_INLINE register_groups_arrays_timer_channel_setup_t register_groups_arrays_timer_channel_setup_edit(unsigned i, unsigned j) { return register_groups_arrays_timer_channel_setup_read(i, j); }
#define REGISTER_GROUPS_ARRAYS_TIMER_CHANNEL_SETUP_TRIGGER_Pos 0u
#define REGISTER_GROUPS_ARRAYS_TIMER_CHANNEL_SETUP_TRIGGER_Msk 0x00000003u
MR_INLINE register_groups_arrays_trigger_t register_groups_arrays_timer_channel_setup_get_trigger(register_groups_arrays_timer_channel_setup_t value) { return MR_BITS_ENUM(register_groups_arrays_trigger_t, value.bits, 0, 2); }
MR_INLINE register_groups_arrays_timer_channel_setup_t register_groups_arrays_timer_channel_setup_with_trigger(register_groups_arrays_timer_channel_setup_t value, register_groups_arrays_trigger_t to) { MR_CHECK((unsigned)to >> 2 == 0); value.bits = MR_WITH(uint32_t, value.bits, 0, 2, mr_any((uint32_t)to)); return value; }
MR_INLINE register_groups_arrays_trigger_t register_groups_arrays_timer_channel_setup_read_trigger(unsigned i, unsigned j) { return register_groups_arrays_timer_channel_setup_get_trigger(register_groups_arrays_timer_channel_setup_read(i, j)); }
MR_INLINE void register_groups_arrays_timer_channel_setup_set_trigger(unsigned i, unsigned j, register_groups_arrays_trigger_t to) { register_groups_arrays_timer_channel_setup_write(i, j, register_groups_arrays_timer_channel_setup_with_trigger(register_groups_arrays_timer_channel_setup_edit(i, j), to)); }
#define REGISTER_GROUPS_ARRAYS_TIMER_CHANNEL_SETUP_INVERTED_Pos 4u
#define REGISTER_GROUPS_ARRAYS_TIMER_CHANNEL_SETUP_INVERTED_Msk 0x00000010u
MR_INLINE bool register_groups_arrays_timer_channel_setup_get_inverted(register_groups_arrays_timer_channel_setup_t value) { return MR_BIT(value.bits, 4); }
MR_INLINE register_groups_arrays_timer_channel_setup_t register_groups_arrays_timer_channel_setup_with_inverted(register_groups_arrays_timer_channel_setup_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 4, 1, to); return value; }
MR_INLINE bool register_groups_arrays_timer_channel_setup_read_inverted(unsigned i, unsigned j) { return register_groups_arrays_timer_channel_setup_get_inverted(register_groups_arrays_timer_channel_setup_read(i, j)); }
MR_INLINE void register_groups_arrays_timer_channel_setup_set_inverted(unsigned i, unsigned j, bool to) { register_groups_arrays_timer_channel_setup_write(i, j, register_groups_arrays_timer_channel_setup_with_inverted(register_groups_arrays_timer_channel_setup_edit(i, j), to)); }
MR_INLINE void register_groups_arrays_timer_channel_setup_toggle_inverted(unsigned i, unsigned j) { register_groups_arrays_timer_channel_setup_t value = register_groups_arrays_timer_channel_setup_edit(i, j); value.bits = (uint32_t)(value.bits ^ 0x00000010u); register_groups_arrays_timer_channel_setup_write(i, j, value); }

#define REGISTER_GROUPS_ARRAYS_TIMER_CHANNEL_COMPARE_OFFSET 0x104u
#define REGISTER_GROUPS_ARRAYS_TIMER_CHANNEL_COMPARE_COUNT 4u
#define REGISTER_GROUPS_ARRAYS_TIMER_CHANNEL_COMPARE_STRIDE 0x10u
MR_INLINE uint32_t register_groups_arrays_timer_channel_compare_read(unsigned i, unsigned j) { MR_CHECK(i < 3u && j < 4u); return MR_REGISTERS(uint32_t, 256u, REGISTER_GROUPS_ARRAYS_TIMER_BASE + 0x104u)[i][j * 4u]; }
MR_INLINE void register_groups_arrays_timer_channel_compare_write(unsigned i, unsigned j, uint32_t value) { MR_CHECK(i < 3u && j < 4u); MR_REGISTERS(uint32_t, 256u, REGISTER_GROUPS_ARRAYS_TIMER_BASE + 0x104u)[i][j * 4u] = value; }

#define REGISTER_GROUPS_ARRAYS_TIMER_CHANNEL_CAPTURE_VALUE_OFFSET 0x108u
#define REGISTER_GROUPS_ARRAYS_TIMER_CHANNEL_CAPTURE_VALUE_COUNT 2u
#define REGISTER_GROUPS_ARRAYS_TIMER_CHANNEL_CAPTURE_VALUE_STRIDE 0x4u
MR_INLINE uint16_t register_groups_arrays_timer_channel_capture_value_read(unsigned i, unsigned j, unsigned k) { MR_CHECK(i < 3u && j < 4u && k < 2u); return MR_REGISTERS(uint16_t, 512u, REGISTER_GROUPS_ARRAYS_TIMER_BASE + 0x108u)[i][j * 8u + k * 2u]; }

#define REGISTER_GROUPS_ARRAYS_TIMER_SCRATCH_OFFSET 0x200u
#define REGISTER_GROUPS_ARRAYS_TIMER_SCRATCH_COUNT 8u
#define REGISTER_GROUPS_ARRAYS_TIMER_SCRATCH_STRIDE 0x4u
MR_INLINE uint32_t register_groups_arrays_timer_scratch_read(unsigned i, unsigned j) { MR_CHECK(i < 3u && j < 8u); return MR_REGISTERS(uint32_t, 256u, REGISTER_GROUPS_ARRAYS_TIMER_BASE + 0x200u)[i][j * 1u]; }
MR_INLINE void register_groups_arrays_timer_scratch_write(unsigned i, unsigned j, uint32_t value) { MR_CHECK(i < 3u && j < 8u); MR_REGISTERS(uint32_t, 256u, REGISTER_GROUPS_ARRAYS_TIMER_BASE + 0x200u)[i][j * 1u] = value; }

#define REGISTER_GROUPS_ARRAYS_TIMER_LANES_OFFSET 0x240u
#define REGISTER_GROUPS_ARRAYS_TIMER_LANES_COUNT 4u
#define REGISTER_GROUPS_ARRAYS_TIMER_LANES_STRIDE 0x4u
typedef struct { uint16_t bits; } register_groups_arrays_timer_lanes_t;
MR_ASSERT(register_groups_arrays_timer_lanes, sizeof(register_groups_arrays_timer_lanes_t) == 2u);
MR_INLINE register_groups_arrays_timer_lanes_t register_groups_arrays_timer_lanes_read(unsigned i, unsigned j) { MR_CHECK(i < 3u && j < 4u); register_groups_arrays_timer_lanes_t value = { MR_REGISTERS(uint16_t, 512u, REGISTER_GROUPS_ARRAYS_TIMER_BASE + 0x240u)[i][j * 2u] }; return value; }
MR_INLINE void register_groups_arrays_timer_lanes_write(unsigned i, unsigned j, register_groups_arrays_timer_lanes_t value) { MR_CHECK(i < 3u && j < 4u); MR_REGISTERS(uint16_t, 512u, REGISTER_GROUPS_ARRAYS_TIMER_BASE + 0x240u)[i][j * 2u] = value.bits; }
MR_INLINE register_groups_arrays_timer_lanes_t register_groups_arrays_timer_lanes_edit(unsigned i, unsigned j) { return register_groups_arrays_timer_lanes_read(i, j); }
#define REGISTER_GROUPS_ARRAYS_TIMER_LANES_LOW_Pos 0u
#define REGISTER_GROUPS_ARRAYS_TIMER_LANES_LOW_Msk 0x00FFu
MR_INLINE uint8_t register_groups_arrays_timer_lanes_get_low(register_groups_arrays_timer_lanes_t value) { return MR_BITS(uint8_t, value.bits, 0, 8); }
MR_INLINE register_groups_arrays_timer_lanes_t register_groups_arrays_timer_lanes_with_low(register_groups_arrays_timer_lanes_t value, uint8_t to) { value.bits = MR_WITH(uint16_t, value.bits, 0, 8, to); return value; }
MR_INLINE uint8_t register_groups_arrays_timer_lanes_read_low(unsigned i, unsigned j) { return register_groups_arrays_timer_lanes_get_low(register_groups_arrays_timer_lanes_read(i, j)); }
MR_INLINE void register_groups_arrays_timer_lanes_set_low(unsigned i, unsigned j, uint8_t to) { register_groups_arrays_timer_lanes_write(i, j, register_groups_arrays_timer_lanes_with_low(register_groups_arrays_timer_lanes_edit(i, j), to)); }
#define REGISTER_GROUPS_ARRAYS_TIMER_LANES_HIGH_Pos 8u
#define REGISTER_GROUPS_ARRAYS_TIMER_LANES_HIGH_Msk 0xFF00u
MR_INLINE uint8_t register_groups_arrays_timer_lanes_get_high(register_groups_arrays_timer_lanes_t value) { return MR_BITS(uint8_t, value.bits, 8, 8); }
MR_INLINE register_groups_arrays_timer_lanes_t register_groups_arrays_timer_lanes_with_high(register_groups_arrays_timer_lanes_t value, uint8_t to) { value.bits = MR_WITH(uint16_t, value.bits, 8, 8, to); return value; }
MR_INLINE uint8_t register_groups_arrays_timer_lanes_read_high(unsigned i, unsigned j) { return register_groups_arrays_timer_lanes_get_high(register_groups_arrays_timer_lanes_read(i, j)); }
MR_INLINE void register_groups_arrays_timer_lanes_set_high(unsigned i, unsigned j, uint8_t to) { register_groups_arrays_timer_lanes_write(i, j, register_groups_arrays_timer_lanes_with_high(register_groups_arrays_timer_lanes_edit(i, j), to)); }

#define REGISTER_GROUPS_ARRAYS_TIMER_FILTER_GAIN_OFFSET 0x300u
MR_INLINE uint32_t register_groups_arrays_timer_filter_gain_read(unsigned i) { MR_CHECK(i < 3u); return MR_REGISTERS(uint32_t, 256u, REGISTER_GROUPS_ARRAYS_TIMER_BASE + 0x300u)[i][0]; }
MR_INLINE void register_groups_arrays_timer_filter_gain_write(unsigned i, uint32_t value) { MR_CHECK(i < 3u); MR_REGISTERS(uint32_t, 256u, REGISTER_GROUPS_ARRAYS_TIMER_BASE + 0x300u)[i][0] = value; }

#define REGISTER_GROUPS_ARRAYS_TIMER_FILTER_STATE_OFFSET 0x304u
MR_INLINE uint32_t register_groups_arrays_timer_filter_state_read(unsigned i) { MR_CHECK(i < 3u); return MR_REGISTERS(uint32_t, 256u, REGISTER_GROUPS_ARRAYS_TIMER_BASE + 0x304u)[i][0]; }

/* ---- Single: 80 bytes at 0x40020000
 * OFFSET BITS   NAME                     TYPE       ACCESS
 * 0x0000        status                   u8         ro
 * 0x0010        pad                      [16] every 4
 * 0x0010          drive                  u32        rw
 *        0          slow                 bool       rw
 *        3:1        (free)
 *        5:4        strength             u2         rw
 *        31:6       (free)
 */
/** One block, one group. */
#ifndef REGISTER_GROUPS_ARRAYS_SINGLE_BASE
#define REGISTER_GROUPS_ARRAYS_SINGLE_BASE 0x40020000u
#endif

#define REGISTER_GROUPS_ARRAYS_SINGLE_STATUS_OFFSET 0x00u
MR_INLINE uint8_t register_groups_arrays_single_status_read(void) { return MR_REGISTER(uint8_t, REGISTER_GROUPS_ARRAYS_SINGLE_BASE); }

#define REGISTER_GROUPS_ARRAYS_SINGLE_PAD_DRIVE_OFFSET 0x10u
#define REGISTER_GROUPS_ARRAYS_SINGLE_PAD_DRIVE_COUNT 16u
#define REGISTER_GROUPS_ARRAYS_SINGLE_PAD_DRIVE_STRIDE 0x4u
typedef struct { uint32_t bits; } register_groups_arrays_single_pad_drive_t;
MR_ASSERT(register_groups_arrays_single_pad_drive, sizeof(register_groups_arrays_single_pad_drive_t) == 4u);
MR_INLINE register_groups_arrays_single_pad_drive_t register_groups_arrays_single_pad_drive_read(unsigned i) { MR_CHECK(i < 16u); register_groups_arrays_single_pad_drive_t value = { MR_REGISTERS(uint32_t, 1u, REGISTER_GROUPS_ARRAYS_SINGLE_BASE + 0x10u)[i][0] }; return value; }
MR_INLINE void register_groups_arrays_single_pad_drive_write(unsigned i, register_groups_arrays_single_pad_drive_t value) { MR_CHECK(i < 16u); MR_REGISTERS(uint32_t, 1u, REGISTER_GROUPS_ARRAYS_SINGLE_BASE + 0x10u)[i][0] = value.bits; }
MR_INLINE register_groups_arrays_single_pad_drive_t register_groups_arrays_single_pad_drive_edit(unsigned i) { return register_groups_arrays_single_pad_drive_read(i); }
#define REGISTER_GROUPS_ARRAYS_SINGLE_PAD_DRIVE_STRENGTH_Pos 4u
#define REGISTER_GROUPS_ARRAYS_SINGLE_PAD_DRIVE_STRENGTH_Msk 0x00000030u
MR_INLINE uint8_t register_groups_arrays_single_pad_drive_get_strength(register_groups_arrays_single_pad_drive_t value) { return MR_BITS(uint8_t, value.bits, 4, 2); }
MR_INLINE register_groups_arrays_single_pad_drive_t register_groups_arrays_single_pad_drive_with_strength(register_groups_arrays_single_pad_drive_t value, uint8_t to) { MR_CHECK(to <= 3u); value.bits = MR_WITH(uint32_t, value.bits, 4, 2, to); return value; }
MR_INLINE uint8_t register_groups_arrays_single_pad_drive_read_strength(unsigned i) { return register_groups_arrays_single_pad_drive_get_strength(register_groups_arrays_single_pad_drive_read(i)); }
MR_INLINE void register_groups_arrays_single_pad_drive_set_strength(unsigned i, uint8_t to) { register_groups_arrays_single_pad_drive_write(i, register_groups_arrays_single_pad_drive_with_strength(register_groups_arrays_single_pad_drive_edit(i), to)); }
#define REGISTER_GROUPS_ARRAYS_SINGLE_PAD_DRIVE_SLOW_Pos 0u
#define REGISTER_GROUPS_ARRAYS_SINGLE_PAD_DRIVE_SLOW_Msk 0x00000001u
MR_INLINE bool register_groups_arrays_single_pad_drive_get_slow(register_groups_arrays_single_pad_drive_t value) { return MR_BIT(value.bits, 0); }
MR_INLINE register_groups_arrays_single_pad_drive_t register_groups_arrays_single_pad_drive_with_slow(register_groups_arrays_single_pad_drive_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 0, 1, to); return value; }
MR_INLINE bool register_groups_arrays_single_pad_drive_read_slow(unsigned i) { return register_groups_arrays_single_pad_drive_get_slow(register_groups_arrays_single_pad_drive_read(i)); }
MR_INLINE void register_groups_arrays_single_pad_drive_set_slow(unsigned i, bool to) { register_groups_arrays_single_pad_drive_write(i, register_groups_arrays_single_pad_drive_with_slow(register_groups_arrays_single_pad_drive_edit(i), to)); }
MR_INLINE void register_groups_arrays_single_pad_drive_toggle_slow(unsigned i) { register_groups_arrays_single_pad_drive_t value = register_groups_arrays_single_pad_drive_edit(i); value.bits = (uint32_t)(value.bits ^ 0x00000001u); register_groups_arrays_single_pad_drive_write(i, value); }

#endif
