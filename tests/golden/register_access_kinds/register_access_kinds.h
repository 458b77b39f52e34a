/* Made from register_access_kinds.mr by memregc 0.1.0; fingerprint 0x5DEF84D2. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Every access kind of registers and their bit fields. */
#ifndef REGISTER_ACCESS_KINDS_REGISTER_ACCESS_KINDS_INCLUDED
#define REGISTER_ACCESS_KINDS_REGISTER_ACCESS_KINDS_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Device. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Registers: each access at exactly its width. */
#define REGISTER_ACCESS_KINDS_VERSION 1u
#define REGISTER_ACCESS_KINDS_FINGERPRINT 0x5DEF84D2u

/* ---- Device: 60 bytes at 0x40000000
 * OFFSET BITS   NAME                     TYPE       ACCESS
 * 0x0000        control                  u32        rw   = 0x300
 *        0        enable                 bool       rw
 *        7:1      (free)
 *        11:8     level                  u4         rw
 *        14:12    gain                   i3         rw
 *        31:15    (free)
 * 0x0004        status                   u32        ro
 *        0        ready                  bool       ro
 *        7:1      (free)
 *        15:8     count                  u8         ro
 *        31:16    (free)
 * 0x0008        command                  u32        wo
 *        0        start                  bool       wo
 *        7:1      (free)
 *        15:8     code                   u8         wo
 *        31:16    (free)
 * 0x000C        events                   u32        rw
 *        0        done                   bool       w1c
 *        1        failed                 bool       w1c
 *        4:2      code                   u3         w1c
 *        7:5      (free)
 *        8        armed                  bool       rw
 *        9        busy                   bool       ro
 *        10       go                     bool       wo
 *        31:11    (free)
 * 0x0010        sets                     u32        rw
 *        0        a                      bool       w1s
 *        2:1      b                      u2         w1s
 *        31:3     (free)
 * 0x0014        toggles                  u32        rw
 *        0        a                      bool       w1t
 *        2:1      b                      u2         w1t
 *        3        keep                   bool       rw
 *        31:4     (free)
 * 0x0018        zero_clears              u32        rw
 *        0        a                      bool       w0c
 *        2:1      b                      u2         w0c
 *        3        (free)
 *        7:4      keep                   u4         rw
 *        31:8     (free)
 * 0x001C        zero_sets                u32        rw
 *        0        a                      bool       w0s
 *        3:1      (free)
 *        7:4      keep                   u4         rw
 *        31:8     (free)
 * 0x0020        read_clears              u32        rw
 *        0        a                      bool       rw rc
 *        31:1     (free)
 * 0x0024        read_sets                u32        rw
 *        0        a                      bool       rw rs
 *        31:1     (free)
 * 0x0028        mixed                    u8         rw
 *        0        a                      bool       w1c
 *        1        b                      bool       w1s
 *        2        c                      bool       w1t
 *        3        d                      bool       w0c
 *        4        e                      bool       w0s
 *        7:5      f                      u3         rw
 * 0x002A        plain                    u16        rw
 * 0x002C        plain_ro                 u32        ro
 * 0x0030        plain_wo                 u32        wo
 * 0x0034        plain_signed             i16        rw
 * 0x0038        all_flags                u32        w1c
 *        0        a                      bool       w1c
 *        1        b                      bool       w1c
 *        3:2      (free)
 *        7:4      c                      u4         w1c
 *        31:8     (free)
 */
#ifndef REGISTER_ACCESS_KINDS_DEVICE_BASE
#define REGISTER_ACCESS_KINDS_DEVICE_BASE 0x40000000u
#endif

#define REGISTER_ACCESS_KINDS_DEVICE_CONTROL_OFFSET 0x00u
#define REGISTER_ACCESS_KINDS_DEVICE_CONTROL_RESET 0x00000300u
typedef struct { uint32_t bits; } register_access_kinds_device_control_t;
MR_ASSERT(register_access_kinds_device_control, sizeof(register_access_kinds_device_control_t) == 4u);
MR_INLINE register_access_kinds_device_control_t register_access_kinds_device_control_read(void) { register_access_kinds_device_control_t value = { MR_REGISTER(uint32_t, REGISTER_ACCESS_KINDS_DEVICE_BASE) }; return value; }
MR_INLINE void register_access_kinds_device_control_write(register_access_kinds_device_control_t value) { MR_REGISTER(uint32_t, REGISTER_ACCESS_KINDS_DEVICE_BASE) = value.bits; }
MR_INLINE register_access_kinds_device_control_t register_access_kinds_device_control_edit(void) { return register_access_kinds_device_control_read(); }
#define REGISTER_ACCESS_KINDS_DEVICE_CONTROL_ENABLE_Pos 0u
#define REGISTER_ACCESS_KINDS_DEVICE_CONTROL_ENABLE_Msk 0x00000001u
MR_INLINE bool register_access_kinds_device_control_get_enable(register_access_kinds_device_control_t value) { return MR_BIT(value.bits, 0); }
MR_INLINE register_access_kinds_device_control_t register_access_kinds_device_control_with_enable(register_access_kinds_device_control_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 0, 1, to); return value; }
MR_INLINE bool register_access_kinds_device_control_read_enable(void) { return MR_READ(register_access_kinds_device_control, enable); }
MR_INLINE void register_access_kinds_device_control_set_enable(bool to) { MR_SET(register_access_kinds_device_control, enable, to); }
MR_INLINE void register_access_kinds_device_control_toggle_enable(void) { MR_TOGGLE(register_access_kinds_device_control, 0x00000001u); }
#define REGISTER_ACCESS_KINDS_DEVICE_CONTROL_LEVEL_Pos 8u
#define REGISTER_ACCESS_KINDS_DEVICE_CONTROL_LEVEL_Msk 0x00000F00u
MR_INLINE uint8_t register_access_kinds_device_control_get_level(register_access_kinds_device_control_t value) { return MR_BITS(uint8_t, value.bits, 8, 4); }
MR_INLINE register_access_kinds_device_control_t register_access_kinds_device_control_with_level(register_access_kinds_device_control_t value, uint8_t to) { MR_CHECK(to <= 15u); value.bits = MR_WITH(uint32_t, value.bits, 8, 4, to); return value; }
MR_INLINE uint8_t register_access_kinds_device_control_read_level(void) { return MR_READ(register_access_kinds_device_control, level); }
MR_INLINE void register_access_kinds_device_control_set_level(uint8_t to) { MR_SET(register_access_kinds_device_control, level, to); }
#define REGISTER_ACCESS_KINDS_DEVICE_CONTROL_GAIN_Pos 12u
#define REGISTER_ACCESS_KINDS_DEVICE_CONTROL_GAIN_Msk 0x00007000u
MR_INLINE int8_t register_access_kinds_device_control_get_gain(register_access_kinds_device_control_t value) { return MR_BITS_SIGNED(int8_t, value.bits, 12, 3); }
MR_INLINE register_access_kinds_device_control_t register_access_kinds_device_control_with_gain(register_access_kinds_device_control_t value, int8_t to) { MR_CHECK(to >= -4 && to <= 3); value.bits = MR_WITH(uint32_t, value.bits, 12, 3, to); return value; }
MR_INLINE int8_t register_access_kinds_device_control_read_gain(void) { return MR_READ(register_access_kinds_device_control, gain); }
MR_INLINE void register_access_kinds_device_control_set_gain(int8_t to) { MR_SET(register_access_kinds_device_control, gain, to); }

#define REGISTER_ACCESS_KINDS_DEVICE_STATUS_OFFSET 0x04u
typedef struct { uint32_t bits; } register_access_kinds_device_status_t;
MR_ASSERT(register_access_kinds_device_status, sizeof(register_access_kinds_device_status_t) == 4u);
MR_INLINE register_access_kinds_device_status_t register_access_kinds_device_status_read(void) { register_access_kinds_device_status_t value = { MR_REGISTER(uint32_t, REGISTER_ACCESS_KINDS_DEVICE_BASE + 0x4u) }; return value; }
#define REGISTER_ACCESS_KINDS_DEVICE_STATUS_READY_Pos 0u
#define REGISTER_ACCESS_KINDS_DEVICE_STATUS_READY_Msk 0x00000001u
MR_INLINE bool register_access_kinds_device_status_get_ready(register_access_kinds_device_status_t value) { return MR_BIT(value.bits, 0); }
MR_INLINE bool register_access_kinds_device_status_read_ready(void) { return MR_READ(register_access_kinds_device_status, ready); }
#define REGISTER_ACCESS_KINDS_DEVICE_STATUS_COUNT_Pos 8u
#define REGISTER_ACCESS_KINDS_DEVICE_STATUS_COUNT_Msk 0x0000FF00u
MR_INLINE uint8_t register_access_kinds_device_status_get_count(register_access_kinds_device_status_t value) { return MR_BITS(uint8_t, value.bits, 8, 8); }
MR_INLINE uint8_t register_access_kinds_device_status_read_count(void) { return MR_READ(register_access_kinds_device_status, count); }

#define REGISTER_ACCESS_KINDS_DEVICE_COMMAND_OFFSET 0x08u
typedef struct { uint32_t bits; } register_access_kinds_device_command_t;
MR_ASSERT(register_access_kinds_device_command, sizeof(register_access_kinds_device_command_t) == 4u);
MR_INLINE void register_access_kinds_device_command_write(register_access_kinds_device_command_t value) { MR_REGISTER(uint32_t, REGISTER_ACCESS_KINDS_DEVICE_BASE + 0x8u) = value.bits; }
#define REGISTER_ACCESS_KINDS_DEVICE_COMMAND_START_Pos 0u
#define REGISTER_ACCESS_KINDS_DEVICE_COMMAND_START_Msk 0x00000001u
MR_INLINE register_access_kinds_device_command_t register_access_kinds_device_command_with_start(register_access_kinds_device_command_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 0, 1, to); return value; }
MR_INLINE void register_access_kinds_device_command_set_start(bool to) { register_access_kinds_device_command_t value = { 0x0u }; register_access_kinds_device_command_write(register_access_kinds_device_command_with_start(value, to)); }
#define REGISTER_ACCESS_KINDS_DEVICE_COMMAND_CODE_Pos 8u
#define REGISTER_ACCESS_KINDS_DEVICE_COMMAND_CODE_Msk 0x0000FF00u
MR_INLINE register_access_kinds_device_command_t register_access_kinds_device_command_with_code(register_access_kinds_device_command_t value, uint8_t to) { value.bits = MR_WITH(uint32_t, value.bits, 8, 8, to); return value; }
MR_INLINE void register_access_kinds_device_command_set_code(uint8_t to) { register_access_kinds_device_command_t value = { 0x0u }; register_access_kinds_device_command_write(register_access_kinds_device_command_with_code(value, to)); }

#define REGISTER_ACCESS_KINDS_DEVICE_EVENTS_OFFSET 0x0Cu
typedef struct { uint32_t bits; } register_access_kinds_device_events_t;
MR_ASSERT(register_access_kinds_device_events, sizeof(register_access_kinds_device_events_t) == 4u);
MR_INLINE register_access_kinds_device_events_t register_access_kinds_device_events_read(void) { register_access_kinds_device_events_t value = { MR_REGISTER(uint32_t, REGISTER_ACCESS_KINDS_DEVICE_BASE + 0xCu) }; return value; }
MR_INLINE void register_access_kinds_device_events_write(register_access_kinds_device_events_t value) { MR_REGISTER(uint32_t, REGISTER_ACCESS_KINDS_DEVICE_BASE + 0xCu) = value.bits; }
MR_INLINE register_access_kinds_device_events_t register_access_kinds_device_events_edit(void)
{
    register_access_kinds_device_events_t value = register_access_kinds_device_events_read();
    value.bits = (uint32_t)(value.bits & 0xFFFFFBE0u);
    return value;
}
#define REGISTER_ACCESS_KINDS_DEVICE_EVENTS_DONE_Pos 0u
#define REGISTER_ACCESS_KINDS_DEVICE_EVENTS_DONE_Msk 0x00000001u
MR_INLINE bool register_access_kinds_device_events_get_done(register_access_kinds_device_events_t value) { return MR_BIT(value.bits, 0); }
MR_INLINE register_access_kinds_device_events_t register_access_kinds_device_events_with_done(register_access_kinds_device_events_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 0, 1, to); return value; }
MR_INLINE bool register_access_kinds_device_events_read_done(void) { return MR_READ(register_access_kinds_device_events, done); }
MR_INLINE void register_access_kinds_device_events_clear_done(void) { register_access_kinds_device_events_t value = register_access_kinds_device_events_edit(); value.bits = (uint32_t)(value.bits | 0x00000001u); register_access_kinds_device_events_write(value); }
#define REGISTER_ACCESS_KINDS_DEVICE_EVENTS_FAILED_Pos 1u
#define REGISTER_ACCESS_KINDS_DEVICE_EVENTS_FAILED_Msk 0x00000002u
MR_INLINE bool register_access_kinds_device_events_get_failed(register_access_kinds_device_events_t value) { return MR_BIT(value.bits, 1); }
MR_INLINE register_access_kinds_device_events_t register_access_kinds_device_events_with_failed(register_access_kinds_device_events_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 1, 1, to); return value; }
MR_INLINE bool register_access_kinds_device_events_read_failed(void) { return MR_READ(register_access_kinds_device_events, failed); }
MR_INLINE void register_access_kinds_device_events_clear_failed(void) { register_access_kinds_device_events_t value = register_access_kinds_device_events_edit(); value.bits = (uint32_t)(value.bits | 0x00000002u); register_access_kinds_device_events_write(value); }
#define REGISTER_ACCESS_KINDS_DEVICE_EVENTS_CODE_Pos 2u
#define REGISTER_ACCESS_KINDS_DEVICE_EVENTS_CODE_Msk 0x0000001Cu
MR_INLINE uint8_t register_access_kinds_device_events_get_code(register_access_kinds_device_events_t value) { return MR_BITS(uint8_t, value.bits, 2, 3); }
MR_INLINE register_access_kinds_device_events_t register_access_kinds_device_events_with_code(register_access_kinds_device_events_t value, uint8_t to) { MR_CHECK(to <= 7u); value.bits = MR_WITH(uint32_t, value.bits, 2, 3, to); return value; }
MR_INLINE uint8_t register_access_kinds_device_events_read_code(void) { return MR_READ(register_access_kinds_device_events, code); }
MR_INLINE void register_access_kinds_device_events_clear_code(void) { register_access_kinds_device_events_t value = register_access_kinds_device_events_edit(); value.bits = (uint32_t)(value.bits | 0x0000001Cu); register_access_kinds_device_events_write(value); }
#define REGISTER_ACCESS_KINDS_DEVICE_EVENTS_ARMED_Pos 8u
#define REGISTER_ACCESS_KINDS_DEVICE_EVENTS_ARMED_Msk 0x00000100u
MR_INLINE bool register_access_kinds_device_events_get_armed(register_access_kinds_device_events_t value) { return MR_BIT(value.bits, 8); }
MR_INLINE register_access_kinds_device_events_t register_access_kinds_device_events_with_armed(register_access_kinds_device_events_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 8, 1, to); return value; }
MR_INLINE bool register_access_kinds_device_events_read_armed(void) { return MR_READ(register_access_kinds_device_events, armed); }
MR_INLINE void register_access_kinds_device_events_set_armed(bool to) { MR_SET(register_access_kinds_device_events, armed, to); }
MR_INLINE void register_access_kinds_device_events_toggle_armed(void) { MR_TOGGLE(register_access_kinds_device_events, 0x00000100u); }
#define REGISTER_ACCESS_KINDS_DEVICE_EVENTS_BUSY_Pos 9u
#define REGISTER_ACCESS_KINDS_DEVICE_EVENTS_BUSY_Msk 0x00000200u
MR_INLINE bool register_access_kinds_device_events_get_busy(register_access_kinds_device_events_t value) { return MR_BIT(value.bits, 9); }
MR_INLINE bool register_access_kinds_device_events_read_busy(void) { return MR_READ(register_access_kinds_device_events, busy); }
#define REGISTER_ACCESS_KINDS_DEVICE_EVENTS_GO_Pos 10u
#define REGISTER_ACCESS_KINDS_DEVICE_EVENTS_GO_Msk 0x00000400u
MR_INLINE register_access_kinds_device_events_t register_access_kinds_device_events_with_go(register_access_kinds_device_events_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 10, 1, to); return value; }
MR_INLINE void register_access_kinds_device_events_set_go(bool to) { MR_SET(register_access_kinds_device_events, go, to); }

#define REGISTER_ACCESS_KINDS_DEVICE_SETS_OFFSET 0x10u
typedef struct { uint32_t bits; } register_access_kinds_device_sets_t;
MR_ASSERT(register_access_kinds_device_sets, sizeof(register_access_kinds_device_sets_t) == 4u);
MR_INLINE register_access_kinds_device_sets_t register_access_kinds_device_sets_read(void) { register_access_kinds_device_sets_t value = { MR_REGISTER(uint32_t, REGISTER_ACCESS_KINDS_DEVICE_BASE + 0x10u) }; return value; }
MR_INLINE void register_access_kinds_device_sets_write(register_access_kinds_device_sets_t value) { MR_REGISTER(uint32_t, REGISTER_ACCESS_KINDS_DEVICE_BASE + 0x10u) = value.bits; }
MR_INLINE register_access_kinds_device_sets_t register_access_kinds_device_sets_edit(void)
{
    register_access_kinds_device_sets_t value = register_access_kinds_device_sets_read();
    value.bits = (uint32_t)(value.bits & 0xFFFFFFF8u);
    return value;
}
#define REGISTER_ACCESS_KINDS_DEVICE_SETS_A_Pos 0u
#define REGISTER_ACCESS_KINDS_DEVICE_SETS_A_Msk 0x00000001u
MR_INLINE bool register_access_kinds_device_sets_get_a(register_access_kinds_device_sets_t value) { return MR_BIT(value.bits, 0); }
MR_INLINE register_access_kinds_device_sets_t register_access_kinds_device_sets_with_a(register_access_kinds_device_sets_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 0, 1, to); return value; }
MR_INLINE bool register_access_kinds_device_sets_read_a(void) { return MR_READ(register_access_kinds_device_sets, a); }
MR_INLINE void register_access_kinds_device_sets_set_a(bool to) { register_access_kinds_device_sets_t value = { 0x0u }; register_access_kinds_device_sets_write(register_access_kinds_device_sets_with_a(value, to)); }
#define REGISTER_ACCESS_KINDS_DEVICE_SETS_B_Pos 1u
#define REGISTER_ACCESS_KINDS_DEVICE_SETS_B_Msk 0x00000006u
MR_INLINE uint8_t register_access_kinds_device_sets_get_b(register_access_kinds_device_sets_t value) { return MR_BITS(uint8_t, value.bits, 1, 2); }
MR_INLINE register_access_kinds_device_sets_t register_access_kinds_device_sets_with_b(register_access_kinds_device_sets_t value, uint8_t to) { MR_CHECK(to <= 3u); value.bits = MR_WITH(uint32_t, value.bits, 1, 2, to); return value; }
MR_INLINE uint8_t register_access_kinds_device_sets_read_b(void) { return MR_READ(register_access_kinds_device_sets, b); }
MR_INLINE void register_access_kinds_device_sets_set_b(uint8_t to) { register_access_kinds_device_sets_t value = { 0x0u }; register_access_kinds_device_sets_write(register_access_kinds_device_sets_with_b(value, to)); }

#define REGISTER_ACCESS_KINDS_DEVICE_TOGGLES_OFFSET 0x14u
typedef struct { uint32_t bits; } register_access_kinds_device_toggles_t;
MR_ASSERT(register_access_kinds_device_toggles, sizeof(register_access_kinds_device_toggles_t) == 4u);
MR_INLINE register_access_kinds_device_toggles_t register_access_kinds_device_toggles_read(void) { register_access_kinds_device_toggles_t value = { MR_REGISTER(uint32_t, REGISTER_ACCESS_KINDS_DEVICE_BASE + 0x14u) }; return value; }
MR_INLINE void register_access_kinds_device_toggles_write(register_access_kinds_device_toggles_t value) { MR_REGISTER(uint32_t, REGISTER_ACCESS_KINDS_DEVICE_BASE + 0x14u) = value.bits; }
MR_INLINE register_access_kinds_device_toggles_t register_access_kinds_device_toggles_edit(void)
{
    register_access_kinds_device_toggles_t value = register_access_kinds_device_toggles_read();
    value.bits = (uint32_t)(value.bits & 0xFFFFFFF8u);
    return value;
}
#define REGISTER_ACCESS_KINDS_DEVICE_TOGGLES_A_Pos 0u
#define REGISTER_ACCESS_KINDS_DEVICE_TOGGLES_A_Msk 0x00000001u
MR_INLINE bool register_access_kinds_device_toggles_get_a(register_access_kinds_device_toggles_t value) { return MR_BIT(value.bits, 0); }
MR_INLINE register_access_kinds_device_toggles_t register_access_kinds_device_toggles_with_a(register_access_kinds_device_toggles_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 0, 1, to); return value; }
MR_INLINE bool register_access_kinds_device_toggles_read_a(void) { return MR_READ(register_access_kinds_device_toggles, a); }
MR_INLINE void register_access_kinds_device_toggles_toggle_a(void) { register_access_kinds_device_toggles_t value = register_access_kinds_device_toggles_edit(); value.bits = (uint32_t)(value.bits | 0x00000001u); register_access_kinds_device_toggles_write(value); }
#define REGISTER_ACCESS_KINDS_DEVICE_TOGGLES_B_Pos 1u
#define REGISTER_ACCESS_KINDS_DEVICE_TOGGLES_B_Msk 0x00000006u
MR_INLINE uint8_t register_access_kinds_device_toggles_get_b(register_access_kinds_device_toggles_t value) { return MR_BITS(uint8_t, value.bits, 1, 2); }
MR_INLINE register_access_kinds_device_toggles_t register_access_kinds_device_toggles_with_b(register_access_kinds_device_toggles_t value, uint8_t to) { MR_CHECK(to <= 3u); value.bits = MR_WITH(uint32_t, value.bits, 1, 2, to); return value; }
MR_INLINE uint8_t register_access_kinds_device_toggles_read_b(void) { return MR_READ(register_access_kinds_device_toggles, b); }
MR_INLINE void register_access_kinds_device_toggles_toggle_b(void) { register_access_kinds_device_toggles_t value = register_access_kinds_device_toggles_edit(); value.bits = (uint32_t)(value.bits | 0x00000006u); register_access_kinds_device_toggles_write(value); }
#define REGISTER_ACCESS_KINDS_DEVICE_TOGGLES_KEEP_Pos 3u
#define REGISTER_ACCESS_KINDS_DEVICE_TOGGLES_KEEP_Msk 0x00000008u
MR_INLINE bool register_access_kinds_device_toggles_get_keep(register_access_kinds_device_toggles_t value) { return MR_BIT(value.bits, 3); }
MR_INLINE register_access_kinds_device_toggles_t register_access_kinds_device_toggles_with_keep(register_access_kinds_device_toggles_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 3, 1, to); return value; }
MR_INLINE bool register_access_kinds_device_toggles_read_keep(void) { return MR_READ(register_access_kinds_device_toggles, keep); }
MR_INLINE void register_access_kinds_device_toggles_set_keep(bool to) { MR_SET(register_access_kinds_device_toggles, keep, to); }
MR_INLINE void register_access_kinds_device_toggles_toggle_keep(void) { MR_TOGGLE(register_access_kinds_device_toggles, 0x00000008u); }

#define REGISTER_ACCESS_KINDS_DEVICE_ZERO_CLEARS_OFFSET 0x18u
typedef struct { uint32_t bits; } register_access_kinds_device_zero_clears_t;
MR_ASSERT(register_access_kinds_device_zero_clears, sizeof(register_access_kinds_device_zero_clears_t) == 4u);
MR_INLINE register_access_kinds_device_zero_clears_t register_access_kinds_device_zero_clears_read(void) { register_access_kinds_device_zero_clears_t value = { MR_REGISTER(uint32_t, REGISTER_ACCESS_KINDS_DEVICE_BASE + 0x18u) }; return value; }
MR_INLINE void register_access_kinds_device_zero_clears_write(register_access_kinds_device_zero_clears_t value) { MR_REGISTER(uint32_t, REGISTER_ACCESS_KINDS_DEVICE_BASE + 0x18u) = value.bits; }
MR_INLINE register_access_kinds_device_zero_clears_t register_access_kinds_device_zero_clears_edit(void)
{
    register_access_kinds_device_zero_clears_t value = register_access_kinds_device_zero_clears_read();
    value.bits = (uint32_t)(value.bits | 0x00000007u);
    return value;
}
#define REGISTER_ACCESS_KINDS_DEVICE_ZERO_CLEARS_A_Pos 0u
#define REGISTER_ACCESS_KINDS_DEVICE_ZERO_CLEARS_A_Msk 0x00000001u
MR_INLINE bool register_access_kinds_device_zero_clears_get_a(register_access_kinds_device_zero_clears_t value) { return MR_BIT(value.bits, 0); }
MR_INLINE register_access_kinds_device_zero_clears_t register_access_kinds_device_zero_clears_with_a(register_access_kinds_device_zero_clears_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 0, 1, to); return value; }
MR_INLINE bool register_access_kinds_device_zero_clears_read_a(void) { return MR_READ(register_access_kinds_device_zero_clears, a); }
MR_INLINE void register_access_kinds_device_zero_clears_clear_a(void) { register_access_kinds_device_zero_clears_t value = register_access_kinds_device_zero_clears_edit(); value.bits = (uint32_t)(value.bits & 0xFFFFFFFEu); register_access_kinds_device_zero_clears_write(value); }
#define REGISTER_ACCESS_KINDS_DEVICE_ZERO_CLEARS_B_Pos 1u
#define REGISTER_ACCESS_KINDS_DEVICE_ZERO_CLEARS_B_Msk 0x00000006u
MR_INLINE uint8_t register_access_kinds_device_zero_clears_get_b(register_access_kinds_device_zero_clears_t value) { return MR_BITS(uint8_t, value.bits, 1, 2); }
MR_INLINE register_access_kinds_device_zero_clears_t register_access_kinds_device_zero_clears_with_b(register_access_kinds_device_zero_clears_t value, uint8_t to) { MR_CHECK(to <= 3u); value.bits = MR_WITH(uint32_t, value.bits, 1, 2, to); return value; }
MR_INLINE uint8_t register_access_kinds_device_zero_clears_read_b(void) { return MR_READ(register_access_kinds_device_zero_clears, b); }
MR_INLINE void register_access_kinds_device_zero_clears_clear_b(void) { register_access_kinds_device_zero_clears_t value = register_access_kinds_device_zero_clears_edit(); value.bits = (uint32_t)(value.bits & 0xFFFFFFF9u); register_access_kinds_device_zero_clears_write(value); }
#define REGISTER_ACCESS_KINDS_DEVICE_ZERO_CLEARS_KEEP_Pos 4u
#define REGISTER_ACCESS_KINDS_DEVICE_ZERO_CLEARS_KEEP_Msk 0x000000F0u
MR_INLINE uint8_t register_access_kinds_device_zero_clears_get_keep(register_access_kinds_device_zero_clears_t value) { return MR_BITS(uint8_t, value.bits, 4, 4); }
MR_INLINE register_access_kinds_device_zero_clears_t register_access_kinds_device_zero_clears_with_keep(register_access_kinds_device_zero_clears_t value, uint8_t to) { MR_CHECK(to <= 15u); value.bits = MR_WITH(uint32_t, value.bits, 4, 4, to); return value; }
MR_INLINE uint8_t register_access_kinds_device_zero_clears_read_keep(void) { return MR_READ(register_access_kinds_device_zero_clears, keep); }
MR_INLINE void register_access_kinds_device_zero_clears_set_keep(uint8_t to) { MR_SET(register_access_kinds_device_zero_clears, keep, to); }

#define REGISTER_ACCESS_KINDS_DEVICE_ZERO_SETS_OFFSET 0x1Cu
typedef struct { uint32_t bits; } register_access_kinds_device_zero_sets_t;
MR_ASSERT(register_access_kinds_device_zero_sets, sizeof(register_access_kinds_device_zero_sets_t) == 4u);
MR_INLINE register_access_kinds_device_zero_sets_t register_access_kinds_device_zero_sets_read(void) { register_access_kinds_device_zero_sets_t value = { MR_REGISTER(uint32_t, REGISTER_ACCESS_KINDS_DEVICE_BASE + 0x1Cu) }; return value; }
MR_INLINE void register_access_kinds_device_zero_sets_write(register_access_kinds_device_zero_sets_t value) { MR_REGISTER(uint32_t, REGISTER_ACCESS_KINDS_DEVICE_BASE + 0x1Cu) = value.bits; }
MR_INLINE register_access_kinds_device_zero_sets_t register_access_kinds_device_zero_sets_edit(void)
{
    register_access_kinds_device_zero_sets_t value = register_access_kinds_device_zero_sets_read();
    value.bits = (uint32_t)(value.bits | 0x00000001u);
    return value;
}
#define REGISTER_ACCESS_KINDS_DEVICE_ZERO_SETS_A_Pos 0u
#define REGISTER_ACCESS_KINDS_DEVICE_ZERO_SETS_A_Msk 0x00000001u
MR_INLINE bool register_access_kinds_device_zero_sets_get_a(register_access_kinds_device_zero_sets_t value) { return MR_BIT(value.bits, 0); }
MR_INLINE register_access_kinds_device_zero_sets_t register_access_kinds_device_zero_sets_with_a(register_access_kinds_device_zero_sets_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 0, 1, to); return value; }
MR_INLINE bool register_access_kinds_device_zero_sets_read_a(void) { return MR_READ(register_access_kinds_device_zero_sets, a); }
MR_INLINE void register_access_kinds_device_zero_sets_set_a(bool to) { register_access_kinds_device_zero_sets_t value = register_access_kinds_device_zero_sets_edit(); value.bits = MR_WITH_MASK(uint32_t, value.bits, 0, 1, ~(uint32_t)to); register_access_kinds_device_zero_sets_write(value); }
#define REGISTER_ACCESS_KINDS_DEVICE_ZERO_SETS_KEEP_Pos 4u
#define REGISTER_ACCESS_KINDS_DEVICE_ZERO_SETS_KEEP_Msk 0x000000F0u
MR_INLINE uint8_t register_access_kinds_device_zero_sets_get_keep(register_access_kinds_device_zero_sets_t value) { return MR_BITS(uint8_t, value.bits, 4, 4); }
MR_INLINE register_access_kinds_device_zero_sets_t register_access_kinds_device_zero_sets_with_keep(register_access_kinds_device_zero_sets_t value, uint8_t to) { MR_CHECK(to <= 15u); value.bits = MR_WITH(uint32_t, value.bits, 4, 4, to); return value; }
MR_INLINE uint8_t register_access_kinds_device_zero_sets_read_keep(void) { return MR_READ(register_access_kinds_device_zero_sets, keep); }
MR_INLINE void register_access_kinds_device_zero_sets_set_keep(uint8_t to) { MR_SET(register_access_kinds_device_zero_sets, keep, to); }

#define REGISTER_ACCESS_KINDS_DEVICE_READ_CLEARS_OFFSET 0x20u
typedef struct { uint32_t bits; } register_access_kinds_device_read_clears_t;
MR_ASSERT(register_access_kinds_device_read_clears, sizeof(register_access_kinds_device_read_clears_t) == 4u);
MR_INLINE register_access_kinds_device_read_clears_t register_access_kinds_device_read_clears_read(void) { register_access_kinds_device_read_clears_t value = { MR_REGISTER(uint32_t, REGISTER_ACCESS_KINDS_DEVICE_BASE + 0x20u) }; return value; }
MR_INLINE void register_access_kinds_device_read_clears_write(register_access_kinds_device_read_clears_t value) { MR_REGISTER(uint32_t, REGISTER_ACCESS_KINDS_DEVICE_BASE + 0x20u) = value.bits; }
MR_INLINE register_access_kinds_device_read_clears_t register_access_kinds_device_read_clears_edit(void) { return register_access_kinds_device_read_clears_read(); }
#define REGISTER_ACCESS_KINDS_DEVICE_READ_CLEARS_A_Pos 0u
#define REGISTER_ACCESS_KINDS_DEVICE_READ_CLEARS_A_Msk 0x00000001u
MR_INLINE bool register_access_kinds_device_read_clears_get_a(register_access_kinds_device_read_clears_t value) { return MR_BIT(value.bits, 0); }
MR_INLINE register_access_kinds_device_read_clears_t register_access_kinds_device_read_clears_with_a(register_access_kinds_device_read_clears_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 0, 1, to); return value; }
MR_INLINE bool register_access_kinds_device_read_clears_read_a(void) { return MR_READ(register_access_kinds_device_read_clears, a); }
MR_INLINE void register_access_kinds_device_read_clears_set_a(bool to) { MR_SET(register_access_kinds_device_read_clears, a, to); }
MR_INLINE void register_access_kinds_device_read_clears_toggle_a(void) { MR_TOGGLE(register_access_kinds_device_read_clears, 0x00000001u); }

#define REGISTER_ACCESS_KINDS_DEVICE_READ_SETS_OFFSET 0x24u
typedef struct { uint32_t bits; } register_access_kinds_device_read_sets_t;
MR_ASSERT(register_access_kinds_device_read_sets, sizeof(register_access_kinds_device_read_sets_t) == 4u);
MR_INLINE register_access_kinds_device_read_sets_t register_access_kinds_device_read_sets_read(void) { register_access_kinds_device_read_sets_t value = { MR_REGISTER(uint32_t, REGISTER_ACCESS_KINDS_DEVICE_BASE + 0x24u) }; return value; }
MR_INLINE void register_access_kinds_device_read_sets_write(register_access_kinds_device_read_sets_t value) { MR_REGISTER(uint32_t, REGISTER_ACCESS_KINDS_DEVICE_BASE + 0x24u) = value.bits; }
MR_INLINE register_access_kinds_device_read_sets_t register_access_kinds_device_read_sets_edit(void) { return register_access_kinds_device_read_sets_read(); }
#define REGISTER_ACCESS_KINDS_DEVICE_READ_SETS_A_Pos 0u
#define REGISTER_ACCESS_KINDS_DEVICE_READ_SETS_A_Msk 0x00000001u
MR_INLINE bool register_access_kinds_device_read_sets_get_a(register_access_kinds_device_read_sets_t value) { return MR_BIT(value.bits, 0); }
MR_INLINE register_access_kinds_device_read_sets_t register_access_kinds_device_read_sets_with_a(register_access_kinds_device_read_sets_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 0, 1, to); return value; }
MR_INLINE bool register_access_kinds_device_read_sets_read_a(void) { return MR_READ(register_access_kinds_device_read_sets, a); }
MR_INLINE void register_access_kinds_device_read_sets_set_a(bool to) { MR_SET(register_access_kinds_device_read_sets, a, to); }
MR_INLINE void register_access_kinds_device_read_sets_toggle_a(void) { MR_TOGGLE(register_access_kinds_device_read_sets, 0x00000001u); }

#define REGISTER_ACCESS_KINDS_DEVICE_MIXED_OFFSET 0x28u
typedef struct { uint8_t bits; } register_access_kinds_device_mixed_t;
MR_ASSERT(register_access_kinds_device_mixed, sizeof(register_access_kinds_device_mixed_t) == 1u);
MR_INLINE register_access_kinds_device_mixed_t register_access_kinds_device_mixed_read(void) { register_access_kinds_device_mixed_t value = { MR_REGISTER(uint8_t, REGISTER_ACCESS_KINDS_DEVICE_BASE + 0x28u) }; return value; }
MR_INLINE void register_access_kinds_device_mixed_write(register_access_kinds_device_mixed_t value) { MR_REGISTER(uint8_t, REGISTER_ACCESS_KINDS_DEVICE_BASE + 0x28u) = value.bits; }
MR_INLINE register_access_kinds_device_mixed_t register_access_kinds_device_mixed_edit(void)
{
    register_access_kinds_device_mixed_t value = register_access_kinds_device_mixed_read();
    value.bits = (uint8_t)((value.bits & 0xF8u) | 0x18u);
    return value;
}
#define REGISTER_ACCESS_KINDS_DEVICE_MIXED_A_Pos 0u
#define REGISTER_ACCESS_KINDS_DEVICE_MIXED_A_Msk 0x01u
MR_INLINE bool register_access_kinds_device_mixed_get_a(register_access_kinds_device_mixed_t value) { return MR_BIT(value.bits, 0); }
MR_INLINE register_access_kinds_device_mixed_t register_access_kinds_device_mixed_with_a(register_access_kinds_device_mixed_t value, bool to) { value.bits = MR_WITH(uint8_t, value.bits, 0, 1, to); return value; }
MR_INLINE bool register_access_kinds_device_mixed_read_a(void) { return MR_READ(register_access_kinds_device_mixed, a); }
MR_INLINE void register_access_kinds_device_mixed_clear_a(void) { register_access_kinds_device_mixed_t value = register_access_kinds_device_mixed_edit(); value.bits = (uint8_t)(value.bits | 0x01u); register_access_kinds_device_mixed_write(value); }
#define REGISTER_ACCESS_KINDS_DEVICE_MIXED_B_Pos 1u
#define REGISTER_ACCESS_KINDS_DEVICE_MIXED_B_Msk 0x02u
MR_INLINE bool register_access_kinds_device_mixed_get_b(register_access_kinds_device_mixed_t value) { return MR_BIT(value.bits, 1); }
MR_INLINE register_access_kinds_device_mixed_t register_access_kinds_device_mixed_with_b(register_access_kinds_device_mixed_t value, bool to) { value.bits = MR_WITH(uint8_t, value.bits, 1, 1, to); return value; }
MR_INLINE bool register_access_kinds_device_mixed_read_b(void) { return MR_READ(register_access_kinds_device_mixed, b); }
MR_INLINE void register_access_kinds_device_mixed_set_b(bool to) { MR_SET(register_access_kinds_device_mixed, b, to); }
#define REGISTER_ACCESS_KINDS_DEVICE_MIXED_C_Pos 2u
#define REGISTER_ACCESS_KINDS_DEVICE_MIXED_C_Msk 0x04u
MR_INLINE bool register_access_kinds_device_mixed_get_c(register_access_kinds_device_mixed_t value) { return MR_BIT(value.bits, 2); }
MR_INLINE register_access_kinds_device_mixed_t register_access_kinds_device_mixed_with_c(register_access_kinds_device_mixed_t value, bool to) { value.bits = MR_WITH(uint8_t, value.bits, 2, 1, to); return value; }
MR_INLINE bool register_access_kinds_device_mixed_read_c(void) { return MR_READ(register_access_kinds_device_mixed, c); }
MR_INLINE void register_access_kinds_device_mixed_toggle_c(void) { register_access_kinds_device_mixed_t value = register_access_kinds_device_mixed_edit(); value.bits = (uint8_t)(value.bits | 0x04u); register_access_kinds_device_mixed_write(value); }
#define REGISTER_ACCESS_KINDS_DEVICE_MIXED_D_Pos 3u
#define REGISTER_ACCESS_KINDS_DEVICE_MIXED_D_Msk 0x08u
MR_INLINE bool register_access_kinds_device_mixed_get_d(register_access_kinds_device_mixed_t value) { return MR_BIT(value.bits, 3); }
MR_INLINE register_access_kinds_device_mixed_t register_access_kinds_device_mixed_with_d(register_access_kinds_device_mixed_t value, bool to) { value.bits = MR_WITH(uint8_t, value.bits, 3, 1, to); return value; }
MR_INLINE bool register_access_kinds_device_mixed_read_d(void) { return MR_READ(register_access_kinds_device_mixed, d); }
MR_INLINE void register_access_kinds_device_mixed_clear_d(void) { register_access_kinds_device_mixed_t value = register_access_kinds_device_mixed_edit(); value.bits = (uint8_t)(value.bits & 0xF7u); register_access_kinds_device_mixed_write(value); }
#define REGISTER_ACCESS_KINDS_DEVICE_MIXED_E_Pos 4u
#define REGISTER_ACCESS_KINDS_DEVICE_MIXED_E_Msk 0x10u
MR_INLINE bool register_access_kinds_device_mixed_get_e(register_access_kinds_device_mixed_t value) { return MR_BIT(value.bits, 4); }
MR_INLINE register_access_kinds_device_mixed_t register_access_kinds_device_mixed_with_e(register_access_kinds_device_mixed_t value, bool to) { value.bits = MR_WITH(uint8_t, value.bits, 4, 1, to); return value; }
MR_INLINE bool register_access_kinds_device_mixed_read_e(void) { return MR_READ(register_access_kinds_device_mixed, e); }
MR_INLINE void register_access_kinds_device_mixed_set_e(bool to) { register_access_kinds_device_mixed_t value = register_access_kinds_device_mixed_edit(); value.bits = MR_WITH_MASK(uint8_t, value.bits, 4, 1, ~(uint8_t)to); register_access_kinds_device_mixed_write(value); }
#define REGISTER_ACCESS_KINDS_DEVICE_MIXED_F_Pos 5u
#define REGISTER_ACCESS_KINDS_DEVICE_MIXED_F_Msk 0xE0u
MR_INLINE uint8_t register_access_kinds_device_mixed_get_f(register_access_kinds_device_mixed_t value) { return MR_BITS(uint8_t, value.bits, 5, 3); }
MR_INLINE register_access_kinds_device_mixed_t register_access_kinds_device_mixed_with_f(register_access_kinds_device_mixed_t value, uint8_t to) { MR_CHECK(to <= 7u); value.bits = MR_WITH(uint8_t, value.bits, 5, 3, to); return value; }
MR_INLINE uint8_t register_access_kinds_device_mixed_read_f(void) { return MR_READ(register_access_kinds_device_mixed, f); }
MR_INLINE void register_access_kinds_device_mixed_set_f(uint8_t to) { register_access_kinds_device_mixed_t value = { 0x18u }; register_access_kinds_device_mixed_write(register_access_kinds_device_mixed_with_f(value, to)); }

#define REGISTER_ACCESS_KINDS_DEVICE_PLAIN_OFFSET 0x2Au
MR_INLINE uint16_t register_access_kinds_device_plain_read(void) { return MR_REGISTER(uint16_t, REGISTER_ACCESS_KINDS_DEVICE_BASE + 0x2Au); }
MR_INLINE void register_access_kinds_device_plain_write(uint16_t value) { MR_REGISTER(uint16_t, REGISTER_ACCESS_KINDS_DEVICE_BASE + 0x2Au) = value; }

#define REGISTER_ACCESS_KINDS_DEVICE_PLAIN_RO_OFFSET 0x2Cu
MR_INLINE uint32_t register_access_kinds_device_plain_ro_read(void) { return MR_REGISTER(uint32_t, REGISTER_ACCESS_KINDS_DEVICE_BASE + 0x2Cu); }

#define REGISTER_ACCESS_KINDS_DEVICE_PLAIN_WO_OFFSET 0x30u
MR_INLINE void register_access_kinds_device_plain_wo_write(uint32_t value) { MR_REGISTER(uint32_t, REGISTER_ACCESS_KINDS_DEVICE_BASE + 0x30u) = value; }

#define REGISTER_ACCESS_KINDS_DEVICE_PLAIN_SIGNED_OFFSET 0x34u
MR_INLINE int16_t register_access_kinds_device_plain_signed_read(void) { return MR_REGISTER(int16_t, REGISTER_ACCESS_KINDS_DEVICE_BASE + 0x34u); }
MR_INLINE void register_access_kinds_device_plain_signed_write(int16_t value) { MR_REGISTER(int16_t, REGISTER_ACCESS_KINDS_DEVICE_BASE + 0x34u) = value; }

#define REGISTER_ACCESS_KINDS_DEVICE_ALL_FLAGS_OFFSET 0x38u
typedef struct { uint32_t bits; } register_access_kinds_device_all_flags_t;
MR_ASSERT(register_access_kinds_device_all_flags, sizeof(register_access_kinds_device_all_flags_t) == 4u);
MR_INLINE register_access_kinds_device_all_flags_t register_access_kinds_device_all_flags_read(void) { register_access_kinds_device_all_flags_t value = { MR_REGISTER(uint32_t, REGISTER_ACCESS_KINDS_DEVICE_BASE + 0x38u) }; return value; }
MR_INLINE void register_access_kinds_device_all_flags_write(register_access_kinds_device_all_flags_t value) { MR_REGISTER(uint32_t, REGISTER_ACCESS_KINDS_DEVICE_BASE + 0x38u) = value.bits; }
MR_INLINE register_access_kinds_device_all_flags_t register_access_kinds_device_all_flags_edit(void)
{
    register_access_kinds_device_all_flags_t value = register_access_kinds_device_all_flags_read();
    value.bits = (uint32_t)(value.bits & 0xFFFFFF0Cu);
    return value;
}
#define REGISTER_ACCESS_KINDS_DEVICE_ALL_FLAGS_A_Pos 0u
#define REGISTER_ACCESS_KINDS_DEVICE_ALL_FLAGS_A_Msk 0x00000001u
MR_INLINE bool register_access_kinds_device_all_flags_get_a(register_access_kinds_device_all_flags_t value) { return MR_BIT(value.bits, 0); }
MR_INLINE register_access_kinds_device_all_flags_t register_access_kinds_device_all_flags_with_a(register_access_kinds_device_all_flags_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 0, 1, to); return value; }
MR_INLINE bool register_access_kinds_device_all_flags_read_a(void) { return MR_READ(register_access_kinds_device_all_flags, a); }
MR_INLINE void register_access_kinds_device_all_flags_clear_a(void) { register_access_kinds_device_all_flags_t value = { 0x0u }; value.bits = (uint32_t)(value.bits | 0x00000001u); register_access_kinds_device_all_flags_write(value); }
#define REGISTER_ACCESS_KINDS_DEVICE_ALL_FLAGS_B_Pos 1u
#define REGISTER_ACCESS_KINDS_DEVICE_ALL_FLAGS_B_Msk 0x00000002u
MR_INLINE bool register_access_kinds_device_all_flags_get_b(register_access_kinds_device_all_flags_t value) { return MR_BIT(value.bits, 1); }
MR_INLINE register_access_kinds_device_all_flags_t register_access_kinds_device_all_flags_with_b(register_access_kinds_device_all_flags_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 1, 1, to); return value; }
MR_INLINE bool register_access_kinds_device_all_flags_read_b(void) { return MR_READ(register_access_kinds_device_all_flags, b); }
MR_INLINE void register_access_kinds_device_all_flags_clear_b(void) { register_access_kinds_device_all_flags_t value = { 0x0u }; value.bits = (uint32_t)(value.bits | 0x00000002u); register_access_kinds_device_all_flags_write(value); }
#define REGISTER_ACCESS_KINDS_DEVICE_ALL_FLAGS_C_Pos 4u
#define REGISTER_ACCESS_KINDS_DEVICE_ALL_FLAGS_C_Msk 0x000000F0u
MR_INLINE uint8_t register_access_kinds_device_all_flags_get_c(register_access_kinds_device_all_flags_t value) { return MR_BITS(uint8_t, value.bits, 4, 4); }
MR_INLINE register_access_kinds_device_all_flags_t register_access_kinds_device_all_flags_with_c(register_access_kinds_device_all_flags_t value, uint8_t to) { MR_CHECK(to <= 15u); value.bits = MR_WITH(uint32_t, value.bits, 4, 4, to); return value; }
MR_INLINE uint8_t register_access_kinds_device_all_flags_read_c(void) { return MR_READ(register_access_kinds_device_all_flags, c); }
MR_INLINE void register_access_kinds_device_all_flags_clear_c(void) { register_access_kinds_device_all_flags_t value = { 0x0u }; value.bits = (uint32_t)(value.bits | 0x000000F0u); register_access_kinds_device_all_flags_write(value); }

#endif
