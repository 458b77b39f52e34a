/* Made from accessors_registers.mr by memregc 0.1.0; fingerprint 0x50F0A5C4. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** How much is emitted: `registers`. */
#ifndef ACCESSORS_REGISTERS_ACCESSORS_REGISTERS_INCLUDED
#define ACCESSORS_REGISTERS_ACCESSORS_REGISTERS_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Port, State. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Registers: each access at exactly its width. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- Text of at most `size` bytes, padded with NUL; a copy of it is always terminated. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define ACCESSORS_REGISTERS_VERSION 1u
#define ACCESSORS_REGISTERS_FINGERPRINT 0x50F0A5C4u

typedef enum {
    ACCESSORS_REGISTERS_MODE_INPUT = 0,
    ACCESSORS_REGISTERS_MODE_OUTPUT = 1,
    ACCESSORS_REGISTERS_MODE_ALTERNATE = 2,
    ACCESSORS_REGISTERS_MODE_ANALOG = 3
} accessors_registers_mode_t;
MR_INLINE bool accessors_registers_mode_is_valid(unsigned value) { return value <= 3u; }
static inline const char *accessors_registers_mode_name(accessors_registers_mode_t value)
{
    switch (value) {
    case ACCESSORS_REGISTERS_MODE_INPUT: return "input";
    case ACCESSORS_REGISTERS_MODE_OUTPUT: return "output";
    case ACCESSORS_REGISTERS_MODE_ALTERNATE: return "alternate";
    case ACCESSORS_REGISTERS_MODE_ANALOG: return "analog";
    default: return "?";
    }
}

/* ---- Port: 92 bytes at 0x48000000
 * OFFSET BITS   NAME                     TYPE       ACCESS
 * 0x0000        mode                     u32        rw   = 0xA8000000
 *        31:0     pin                    Mode[16]   rw
 * 0x0010        input                    u32        ro
 *        15:0     pin                    bool[16]   ro
 *        31:16    (free)
 * 0x0014        output                   u32        rw
 * 0x0018        events                   u32        rw
 *        0        done                   bool       w1c
 *        7:1      (free)
 *        11:8     level                  u4         rw
 *        31:12    (free)
 * 0x0040        lane                     [4] every 8
 * 0x0040          setup                  u32        rw
 *        3:0        gain                 u4         rw
 *        31:4       (free)
 */
#ifndef ACCESSORS_REGISTERS_PORT_BASE
#define ACCESSORS_REGISTERS_PORT_BASE 0x48000000u
#endif

#define ACCESSORS_REGISTERS_PORT_MODE_OFFSET 0x00u
#define ACCESSORS_REGISTERS_PORT_MODE_RESET 0xA8000000u
typedef struct { uint32_t bits; } accessors_registers_port_mode_t;
MR_ASSERT(accessors_registers_port_mode, sizeof(accessors_registers_port_mode_t) == 4u);
MR_INLINE accessors_registers_port_mode_t accessors_registers_port_mode_read(void) { accessors_registers_port_mode_t value = { MR_REGISTER(uint32_t, ACCESSORS_REGISTERS_PORT_BASE) }; return value; }
MR_INLINE void accessors_registers_port_mode_write(accessors_registers_port_mode_t value) { MR_REGISTER(uint32_t, ACCESSORS_REGISTERS_PORT_BASE) = value.bits; }
MR_INLINE accessors_registers_port_mode_t accessors_registers_port_mode_edit(void) { return accessors_registers_port_mode_read(); }
#define ACCESSORS_REGISTERS_PORT_MODE_PIN_Pos 0u
#define ACCESSORS_REGISTERS_PORT_MODE_PIN_Msk 0xFFFFFFFFu
#define ACCESSORS_REGISTERS_PORT_MODE_PIN_COUNT 16u

#define ACCESSORS_REGISTERS_PORT_INPUT_OFFSET 0x10u
typedef struct { uint32_t bits; } accessors_registers_port_input_t;
MR_ASSERT(accessors_registers_port_input, sizeof(accessors_registers_port_input_t) == 4u);
MR_INLINE accessors_registers_port_input_t accessors_registers_port_input_read(void) { accessors_registers_port_input_t value = { MR_REGISTER(uint32_t, ACCESSORS_REGISTERS_PORT_BASE + 0x10u) }; return value; }
#define ACCESSORS_REGISTERS_PORT_INPUT_PIN_Pos 0u
#define ACCESSORS_REGISTERS_PORT_INPUT_PIN_Msk 0x0000FFFFu
#define ACCESSORS_REGISTERS_PORT_INPUT_PIN_COUNT 16u

#define ACCESSORS_REGISTERS_PORT_OUTPUT_OFFSET 0x14u
MR_INLINE uint32_t accessors_registers_port_output_read(void) { return MR_REGISTER(uint32_t, ACCESSORS_REGISTERS_PORT_BASE + 0x14u); }
MR_INLINE void accessors_registers_port_output_write(uint32_t value) { MR_REGISTER(uint32_t, ACCESSORS_REGISTERS_PORT_BASE + 0x14u) = value; }

#define ACCESSORS_REGISTERS_PORT_EVENTS_OFFSET 0x18u
typedef struct { uint32_t bits; } accessors_registers_port_events_t;
MR_ASSERT(accessors_registers_port_events, sizeof(accessors_registers_port_events_t) == 4u);
MR_INLINE accessors_registers_port_events_t accessors_registers_port_events_read(void) { accessors_registers_port_events_t value = { MR_REGISTER(uint32_t, ACCESSORS_REGISTERS_PORT_BASE + 0x18u) }; return value; }
MR_INLINE void accessors_registers_port_events_write(accessors_registers_port_events_t value) { MR_REGISTER(uint32_t, ACCESSORS_REGISTERS_PORT_BASE + 0x18u) = value.bits; }
MR_INLINE accessors_registers_port_events_t accessors_registers_port_events_edit(void)
{
    accessors_registers_port_events_t value = accessors_registers_port_events_read();
    value.bits = (uint32_t)(value.bits & 0xFFFFFFFEu);
    return value;
}
#define ACCESSORS_REGISTERS_PORT_EVENTS_DONE_Pos 0u
#define ACCESSORS_REGISTERS_PORT_EVENTS_DONE_Msk 0x00000001u
#define ACCESSORS_REGISTERS_PORT_EVENTS_LEVEL_Pos 8u
#define ACCESSORS_REGISTERS_PORT_EVENTS_LEVEL_Msk 0x00000F00u

#define ACCESSORS_REGISTERS_PORT_LANE_SETUP_OFFSET 0x40u
#define ACCESSORS_REGISTERS_PORT_LANE_SETUP_COUNT 4u
#define ACCESSORS_REGISTERS_PORT_LANE_SETUP_STRIDE 0x8u
typedef struct { uint32_t bits; } accessors_registers_port_lane_setup_t;
MR_ASSERT(accessors_registers_port_lane_setup, sizeof(accessors_registers_port_lane_setup_t) == 4u);
MR_INLINE accessors_registers_port_lane_setup_t accessors_registers_port_lane_setup_read(unsigned i) { MR_CHECK(i < 4u); accessors_registers_port_lane_setup_t value = { MR_REGISTERS(uint32_t, 2u, ACCESSORS_REGISTERS_PORT_BASE + 0x40u)[i][0] }; return value; }
MR_INLINE void accessors_registers_port_lane_setup_write(unsigned i, accessors_registers_port_lane_setup_t value) { MR_CHECK(i < 4u); MR_REGISTERS(uint32_t, 2u, ACCESSORS_REGISTERS_PORT_BASE + 0x40u)[i][0] = value.bits; }
MR_INLINE accessors_registers_port_lane_setup_t accessors_registers_port_lane_setup_edit(unsigned i) { return accessors_registers_port_lane_setup_read(i); }
#define ACCESSORS_REGISTERS_PORT_LANE_SETUP_GAIN_Pos 0u
#define ACCESSORS_REGISTERS_PORT_LANE_SETUP_GAIN_Msk 0x0000000Fu

/* ---- State: 9 bytes at 0x20000000
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000 1:0    mode                     Mode
 * 0x0000 7:2    (free)
 * 0x0001        total                    u32
 * 0x0005        name                     char[4]
 */
#define ACCESSORS_REGISTERS_STATE_SIZE 9u
#ifndef ACCESSORS_REGISTERS_STATE_ADDRESS
#define ACCESSORS_REGISTERS_STATE_ADDRESS 0x20000000u
#endif
typedef struct { uint8_t bytes[ACCESSORS_REGISTERS_STATE_SIZE]; } accessors_registers_state_t;
MR_ASSERT(accessors_registers_state, sizeof(accessors_registers_state_t) == ACCESSORS_REGISTERS_STATE_SIZE);
/* The place itself. */
MR_INLINE accessors_registers_state_t *accessors_registers_state_at(void) { return (accessors_registers_state_t *)(uintptr_t)(ACCESSORS_REGISTERS_STATE_ADDRESS); }
static inline void accessors_registers_state_defaults(accessors_registers_state_t *block)
{
    mr_fill(block->bytes, 0, ACCESSORS_REGISTERS_STATE_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t accessors_registers_state_load(accessors_registers_state_t *block)
{
    mr_copy(block->bytes, accessors_registers_state_at()->bytes, ACCESSORS_REGISTERS_STATE_SIZE);
    return MR_OK;
}
static inline mr_status_t accessors_registers_state_flush(accessors_registers_state_t *block)
{
    mr_copy_changed(accessors_registers_state_at()->bytes, block->bytes, ACCESSORS_REGISTERS_STATE_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool accessors_registers_state_pending(const accessors_registers_state_t *block)
{
    const accessors_registers_state_t *place = accessors_registers_state_at();
    return mr_differs(block->bytes, place->bytes, ACCESSORS_REGISTERS_STATE_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t accessors_registers_state_open(accessors_registers_state_t *block)
{
    return accessors_registers_state_load(block);
}
#define ACCESSORS_REGISTERS_STATE_MODE_OFFSET 0x00u
#define ACCESSORS_REGISTERS_STATE_MODE_BIT 0u
#define ACCESSORS_REGISTERS_STATE_MODE_WIDTH 2u
#define ACCESSORS_REGISTERS_STATE_TOTAL_OFFSET 0x01u
#define ACCESSORS_REGISTERS_STATE_TOTAL_BIT 0u
#define ACCESSORS_REGISTERS_STATE_TOTAL_WIDTH 32u
#define ACCESSORS_REGISTERS_STATE_NAME_OFFSET 0x05u
#define ACCESSORS_REGISTERS_STATE_NAME_BIT 0u
#define ACCESSORS_REGISTERS_STATE_NAME_WIDTH 32u

#endif
