/* Made from accessors_none.mr by memregc 0.1.0; fingerprint 0x50F0A5C4. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** How much is emitted: `none`. */
#ifndef ACCESSORS_NONE_ACCESSORS_NONE_INCLUDED
#define ACCESSORS_NONE_ACCESSORS_NONE_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Port, State. */
#define ACCESSORS_NONE_VERSION 1u
#define ACCESSORS_NONE_FINGERPRINT 0x50F0A5C4u

typedef enum {
    ACCESSORS_NONE_MODE_INPUT = 0,
    ACCESSORS_NONE_MODE_OUTPUT = 1,
    ACCESSORS_NONE_MODE_ALTERNATE = 2,
    ACCESSORS_NONE_MODE_ANALOG = 3
} accessors_none_mode_t;

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
#ifndef ACCESSORS_NONE_PORT_BASE
#define ACCESSORS_NONE_PORT_BASE 0x48000000u
#endif

#define ACCESSORS_NONE_PORT_MODE_OFFSET 0x00u
#define ACCESSORS_NONE_PORT_MODE_RESET 0xA8000000u
#define ACCESSORS_NONE_PORT_MODE_PIN_Pos 0u
#define ACCESSORS_NONE_PORT_MODE_PIN_Msk 0xFFFFFFFFu
#define ACCESSORS_NONE_PORT_MODE_PIN_COUNT 16u

#define ACCESSORS_NONE_PORT_INPUT_OFFSET 0x10u
#define ACCESSORS_NONE_PORT_INPUT_PIN_Pos 0u
#define ACCESSORS_NONE_PORT_INPUT_PIN_Msk 0x0000FFFFu
#define ACCESSORS_NONE_PORT_INPUT_PIN_COUNT 16u

#define ACCESSORS_NONE_PORT_OUTPUT_OFFSET 0x14u

#define ACCESSORS_NONE_PORT_EVENTS_OFFSET 0x18u
#define ACCESSORS_NONE_PORT_EVENTS_DONE_Pos 0u
#define ACCESSORS_NONE_PORT_EVENTS_DONE_Msk 0x00000001u
#define ACCESSORS_NONE_PORT_EVENTS_LEVEL_Pos 8u
#define ACCESSORS_NONE_PORT_EVENTS_LEVEL_Msk 0x00000F00u

#define ACCESSORS_NONE_PORT_LANE_SETUP_OFFSET 0x40u
#define ACCESSORS_NONE_PORT_LANE_SETUP_COUNT 4u
#define ACCESSORS_NONE_PORT_LANE_SETUP_STRIDE 0x8u
#define ACCESSORS_NONE_PORT_LANE_SETUP_GAIN_Pos 0u
#define ACCESSORS_NONE_PORT_LANE_SETUP_GAIN_Msk 0x0000000Fu

/* ---- State: 9 bytes at 0x20000000
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000 1:0    mode                     Mode
 * 0x0000 7:2    (free)
 * 0x0001        total                    u32
 * 0x0005        name                     char[4]
 */
#define ACCESSORS_NONE_STATE_SIZE 9u
#ifndef ACCESSORS_NONE_STATE_ADDRESS
#define ACCESSORS_NONE_STATE_ADDRESS 0x20000000u
#endif
#define ACCESSORS_NONE_STATE_MODE_OFFSET 0x00u
#define ACCESSORS_NONE_STATE_MODE_BIT 0u
#define ACCESSORS_NONE_STATE_MODE_WIDTH 2u
#define ACCESSORS_NONE_STATE_TOTAL_OFFSET 0x01u
#define ACCESSORS_NONE_STATE_TOTAL_BIT 0u
#define ACCESSORS_NONE_STATE_TOTAL_WIDTH 32u
#define ACCESSORS_NONE_STATE_NAME_OFFSET 0x05u
#define ACCESSORS_NONE_STATE_NAME_BIT 0u
#define ACCESSORS_NONE_STATE_NAME_WIDTH 32u

#endif
