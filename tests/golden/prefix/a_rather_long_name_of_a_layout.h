/* Made from prefix.mr by memregc 0.1.0; fingerprint 0x3977EB93. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Generated names begin with the prefix instead of the layout's name. */
#ifndef PRE_A_RATHER_LONG_NAME_OF_A_LAYOUT_INCLUDED
#define PRE_A_RATHER_LONG_NAME_OF_A_LAYOUT_INCLUDED

/* Behind the helpers, each below a line "---- NAME": State, Port. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Registers: each access at exactly its width. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define PRE_VERSION 1u
#define PRE_FINGERPRINT 0x3977EB93u
#define PRE_ANSWER 42

typedef enum {
    PRE_MODE_OFF = 0,
    PRE_MODE_ON = 1
} pre_mode_t;
MR_INLINE bool pre_mode_is_valid(unsigned value) { return value <= 1u; }
static inline const char *pre_mode_name(pre_mode_t value)
{
    switch (value) {
    case PRE_MODE_OFF: return "off";
    case PRE_MODE_ON: return "on";
    default: return "?";
    }
}

/* ---- State: 3 bytes at 0x20000000
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000 1:0    mode                     Mode
 * 0x0000 7:2    (free)
 * 0x0001        total                    u16
 */
#define PRE_STATE_SIZE 3u
#ifndef PRE_STATE_ADDRESS
#define PRE_STATE_ADDRESS 0x20000000u
#endif
typedef struct { uint8_t bytes[PRE_STATE_SIZE]; } pre_state_t;
MR_ASSERT(pre_state, sizeof(pre_state_t) == PRE_STATE_SIZE);
/* The place itself. */
MR_INLINE pre_state_t *pre_state_at(void) { return (pre_state_t *)(uintptr_t)(PRE_STATE_ADDRESS); }
static inline void pre_state_defaults(pre_state_t *block)
{
    mr_fill(block->bytes, 0, PRE_STATE_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t pre_state_load(pre_state_t *block)
{
    mr_copy(block->bytes, pre_state_at()->bytes, PRE_STATE_SIZE);
    return MR_OK;
}
static inline mr_status_t pre_state_flush(pre_state_t *block)
{
    mr_copy_changed(pre_state_at()->bytes, block->bytes, PRE_STATE_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool pre_state_pending(const pre_state_t *block)
{
    const pre_state_t *place = pre_state_at();
    return mr_differs(block->bytes, place->bytes, PRE_STATE_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t pre_state_open(pre_state_t *block)
{
    return pre_state_load(block);
}
#define PRE_STATE_MODE_OFFSET 0x00u
#define PRE_STATE_MODE_BIT 0u
#define PRE_STATE_MODE_WIDTH 2u
MR_INLINE pre_mode_t pre_state_get_mode(const pre_state_t *block) { return MR_BITS_ENUM(pre_mode_t, MR_LE8(1, block->bytes), 0, 2); }
MR_INLINE void pre_state_set_mode(pre_state_t *block, pre_mode_t to) { MR_CHECK((unsigned)to >> 2 == 0); MR_PUT_IN(8, uint8_t, block->bytes, 0, 2, mr_any((uint32_t)to)); }
#define PRE_STATE_TOTAL_OFFSET 0x01u
#define PRE_STATE_TOTAL_BIT 0u
#define PRE_STATE_TOTAL_WIDTH 16u
MR_INLINE uint16_t pre_state_get_total(const pre_state_t *block) { return MR_LE16(1, block->bytes + 0x1u); }
MR_INLINE void pre_state_set_total(pre_state_t *block, uint16_t to) { MR_SET_LE16(1, block->bytes + 0x1u, to); }

/* ---- Port: 1 bytes at 0x40000000
 * OFFSET BITS   NAME                     TYPE       ACCESS
 * 0x0000        data                     u8         rw
 *        3:0      low                    u4         rw
 *        7:4      high                   u4         rw
 */
#ifndef PRE_PORT_BASE
#define PRE_PORT_BASE 0x40000000u
#endif

#define PRE_PORT_DATA_OFFSET 0x00u
typedef struct { uint8_t bits; } pre_port_data_t;
MR_ASSERT(pre_port_data, sizeof(pre_port_data_t) == 1u);
MR_INLINE pre_port_data_t pre_port_data_read(void) { pre_port_data_t value = { MR_REGISTER(uint8_t, PRE_PORT_BASE) }; return value; }
MR_INLINE void pre_port_data_write(pre_port_data_t value) { MR_REGISTER(uint8_t, PRE_PORT_BASE) = value.bits; }
MR_INLINE pre_port_data_t pre_port_data_edit(void) { return pre_port_data_read(); }
#define PRE_PORT_DATA_LOW_Pos 0u
#define PRE_PORT_DATA_LOW_Msk 0x0Fu
MR_INLINE uint8_t pre_port_data_get_low(pre_port_data_t value) { return MR_BITS(uint8_t, value.bits, 0, 4); }
MR_INLINE pre_port_data_t pre_port_data_with_low(pre_port_data_t value, uint8_t to) { MR_CHECK(to <= 15u); value.bits = MR_WITH(uint8_t, value.bits, 0, 4, to); return value; }
MR_INLINE uint8_t pre_port_data_read_low(void) { return MR_READ(pre_port_data, low); }
MR_INLINE void pre_port_data_set_low(uint8_t to) { MR_SET(pre_port_data, low, to); }
#define PRE_PORT_DATA_HIGH_Pos 4u
#define PRE_PORT_DATA_HIGH_Msk 0xF0u
MR_INLINE uint8_t pre_port_data_get_high(pre_port_data_t value) { return MR_BITS(uint8_t, value.bits, 4, 4); }
MR_INLINE pre_port_data_t pre_port_data_with_high(pre_port_data_t value, uint8_t to) { MR_CHECK(to <= 15u); value.bits = MR_WITH(uint8_t, value.bits, 4, 4, to); return value; }
MR_INLINE uint8_t pre_port_data_read_high(void) { return MR_READ(pre_port_data, high); }
MR_INLINE void pre_port_data_set_high(uint8_t to) { MR_SET(pre_port_data, high, to); }

#endif
