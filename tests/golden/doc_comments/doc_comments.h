/* Made from doc_comments.mr by memregc 0.1.0; fingerprint 0x66E490B0. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Doc comments of every kind travel into the output.
 *
 * A second paragraph, with what could break a C comment: * / / * and a backslash at the end \
 * and a trigraph ? ?/
 * and a percent sign 100 %d ${x}. */
#ifndef DOC_COMMENTS_DOC_COMMENTS_INCLUDED
#define DOC_COMMENTS_DOC_COMMENTS_INCLUDED

/* Behind the helpers, each below a line "---- NAME": State, Port. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Registers: each access at exactly its width. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define DOC_COMMENTS_VERSION 1u
#define DOC_COMMENTS_FINGERPRINT 0x66E490B0u
/** A constant
 * and what stands behind it */
#define DOC_COMMENTS_ANSWER 42

/** An enum.
 * behind the brace */
typedef enum {
    DOC_COMMENTS_MODE_OFF = 0, /**< Before a value. */
    DOC_COMMENTS_MODE_ON = 1 /**< Behind a value. */
} doc_comments_mode_t;
MR_INLINE bool doc_comments_mode_is_valid(unsigned value) { return value <= 1u; }
static inline const char *doc_comments_mode_name(doc_comments_mode_t value)
{
    switch (value) {
    case DOC_COMMENTS_MODE_OFF: return "off";
    case DOC_COMMENTS_MODE_ON: return "on";
    default: return "?";
    }
}

#define DOC_COMMENTS_PAIR_SIZE 3u
/** A struct. */
typedef struct {
    /** The first. */
    uint8_t a;
    /** The second,
     * on two lines. */
    uint16_t b;
} doc_comments_pair_t;
static inline void doc_comments_pair_pack(uint8_t *bytes, const doc_comments_pair_t *value)
{
    MR_SET_LE8(1, bytes, value->a);
    MR_SET_LE16(1, bytes + 0x1u, value->b);
}
static inline void doc_comments_pair_unpack(doc_comments_pair_t *value, const uint8_t *bytes)
{
    value->a = MR_LE8(1, bytes);
    value->b = MR_LE16(1, bytes + 0x1u);
}

/* ---- State: 9 bytes at 0x20000000
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000 1:0    mode                     Mode
 * 0x0000 7:2    (free)
 * 0x0001        temperature              i16             [0.01 °C]
 * 0x0003        flags                    u8
 *        0        ready                  bool
 *        1        fault                  bool
 *        7:2      (free)
 * 0x0004        net
 * 0x0004          port                   u16
 * 0x0006        pair                     Pair
 * 0x0006          a                      u8
 * 0x0007          b                      u16
 */
#define DOC_COMMENTS_STATE_SIZE 9u
#ifndef DOC_COMMENTS_STATE_ADDRESS
#define DOC_COMMENTS_STATE_ADDRESS 0x20000000u
#endif
/** A block. Its first sentence stands in tables; the rest does not. */
typedef struct { uint8_t bytes[DOC_COMMENTS_STATE_SIZE]; } doc_comments_state_t;
MR_ASSERT(doc_comments_state, sizeof(doc_comments_state_t) == DOC_COMMENTS_STATE_SIZE);
/* The place itself. */
MR_INLINE doc_comments_state_t *doc_comments_state_at(void) { return (doc_comments_state_t *)(uintptr_t)(DOC_COMMENTS_STATE_ADDRESS); }
static inline void doc_comments_state_defaults(doc_comments_state_t *block)
{
    mr_fill(block->bytes, 0, DOC_COMMENTS_STATE_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t doc_comments_state_load(doc_comments_state_t *block)
{
    mr_copy(block->bytes, doc_comments_state_at()->bytes, DOC_COMMENTS_STATE_SIZE);
    return MR_OK;
}
static inline mr_status_t doc_comments_state_flush(doc_comments_state_t *block)
{
    mr_copy_changed(doc_comments_state_at()->bytes, block->bytes, DOC_COMMENTS_STATE_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool doc_comments_state_pending(const doc_comments_state_t *block)
{
    const doc_comments_state_t *place = doc_comments_state_at();
    return mr_differs(block->bytes, place->bytes, DOC_COMMENTS_STATE_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t doc_comments_state_open(doc_comments_state_t *block)
{
    return doc_comments_state_load(block);
}
/** Non-ASCII: größer, 温度, °C.
 * measured outside */
#define DOC_COMMENTS_STATE_TEMPERATURE_OFFSET 0x01u
#define DOC_COMMENTS_STATE_TEMPERATURE_BIT 0u
#define DOC_COMMENTS_STATE_TEMPERATURE_WIDTH 16u
MR_INLINE int16_t doc_comments_state_get_temperature(const doc_comments_state_t *block) { return (int16_t)MR_LE16(1, block->bytes + 0x1u); }
MR_INLINE void doc_comments_state_set_temperature(doc_comments_state_t *block, int16_t to) { MR_SET_LE16(1, block->bytes + 0x1u, (uint16_t)to); }
/** the mode */
#define DOC_COMMENTS_STATE_MODE_OFFSET 0x00u
#define DOC_COMMENTS_STATE_MODE_BIT 0u
#define DOC_COMMENTS_STATE_MODE_WIDTH 2u
MR_INLINE doc_comments_mode_t doc_comments_state_get_mode(const doc_comments_state_t *block) { return MR_BITS_ENUM(doc_comments_mode_t, MR_LE8(1, block->bytes), 0, 2); }
MR_INLINE void doc_comments_state_set_mode(doc_comments_state_t *block, doc_comments_mode_t to) { MR_CHECK((unsigned)to >> 2 == 0); MR_PUT_IN(8, uint8_t, block->bytes, 0, 2, mr_any((uint32_t)to)); }
/** a bit */
#define DOC_COMMENTS_STATE_FLAGS_READY_OFFSET 0x03u
#define DOC_COMMENTS_STATE_FLAGS_READY_BIT 0u
#define DOC_COMMENTS_STATE_FLAGS_READY_WIDTH 1u
MR_INLINE bool doc_comments_state_get_flags_ready(const doc_comments_state_t *block) { return MR_BIT(MR_LE8(1, block->bytes + 0x3u), 0); }
MR_INLINE void doc_comments_state_set_flags_ready(doc_comments_state_t *block, bool to) { MR_PUT_IN(8, uint8_t, block->bytes + 0x3u, 0, 1, to); }
MR_INLINE void doc_comments_state_toggle_flags_ready(doc_comments_state_t *block) { block->bytes[0x03u] ^= 0x1u; }
#define DOC_COMMENTS_STATE_FLAGS_FAULT_OFFSET 0x03u
#define DOC_COMMENTS_STATE_FLAGS_FAULT_BIT 1u
#define DOC_COMMENTS_STATE_FLAGS_FAULT_WIDTH 1u
MR_INLINE bool doc_comments_state_get_flags_fault(const doc_comments_state_t *block) { return MR_BIT(MR_LE8(1, block->bytes + 0x3u), 1); }
MR_INLINE void doc_comments_state_set_flags_fault(doc_comments_state_t *block, bool to) { MR_PUT_IN(8, uint8_t, block->bytes + 0x3u, 1, 1, to); }
MR_INLINE void doc_comments_state_toggle_flags_fault(doc_comments_state_t *block) { block->bytes[0x03u] ^= 0x2u; }
/** a port */
#define DOC_COMMENTS_STATE_NET_PORT_OFFSET 0x04u
#define DOC_COMMENTS_STATE_NET_PORT_BIT 0u
#define DOC_COMMENTS_STATE_NET_PORT_WIDTH 16u
MR_INLINE uint16_t doc_comments_state_get_net_port(const doc_comments_state_t *block) { return MR_LE16(1, block->bytes + 0x4u); }
MR_INLINE void doc_comments_state_set_net_port(doc_comments_state_t *block, uint16_t to) { MR_SET_LE16(1, block->bytes + 0x4u, to); }
/** The first. */
#define DOC_COMMENTS_STATE_PAIR_A_OFFSET 0x06u
#define DOC_COMMENTS_STATE_PAIR_A_BIT 0u
#define DOC_COMMENTS_STATE_PAIR_A_WIDTH 8u
MR_INLINE uint8_t doc_comments_state_get_pair_a(const doc_comments_state_t *block) { return MR_LE8(1, block->bytes + 0x6u); }
MR_INLINE void doc_comments_state_set_pair_a(doc_comments_state_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x6u, to); }
/** The second,
 * on two lines. */
#define DOC_COMMENTS_STATE_PAIR_B_OFFSET 0x07u
#define DOC_COMMENTS_STATE_PAIR_B_BIT 0u
#define DOC_COMMENTS_STATE_PAIR_B_WIDTH 16u
MR_INLINE uint16_t doc_comments_state_get_pair_b(const doc_comments_state_t *block) { return MR_LE16(1, block->bytes + 0x7u); }
MR_INLINE void doc_comments_state_set_pair_b(doc_comments_state_t *block, uint16_t to) { MR_SET_LE16(1, block->bytes + 0x7u, to); }
MR_INLINE doc_comments_pair_t doc_comments_state_get_pair(const doc_comments_state_t *block) { doc_comments_pair_t value; doc_comments_pair_unpack(&value, block->bytes + 0x6u); return value; }
MR_INLINE void doc_comments_state_set_pair(doc_comments_state_t *block, doc_comments_pair_t to) { doc_comments_pair_pack(block->bytes + 0x6u, &to); }

/* ---- Port: 4 bytes at 0x40000000
 * OFFSET BITS   NAME                     TYPE       ACCESS
 * 0x0000        control                  u32        rw
 *        0        enable                 bool       rw
 *        31:1     (free)
 */
/** A register block. */
#ifndef DOC_COMMENTS_PORT_BASE
#define DOC_COMMENTS_PORT_BASE 0x40000000u
#endif

/** A register.
 * behind its brace */
#define DOC_COMMENTS_PORT_CONTROL_OFFSET 0x00u
typedef struct { uint32_t bits; } doc_comments_port_control_t;
MR_ASSERT(doc_comments_port_control, sizeof(doc_comments_port_control_t) == 4u);
MR_INLINE doc_comments_port_control_t doc_comments_port_control_read(void) { doc_comments_port_control_t value = { MR_REGISTER(uint32_t, DOC_COMMENTS_PORT_BASE) }; return value; }
MR_INLINE void doc_comments_port_control_write(doc_comments_port_control_t value) { MR_REGISTER(uint32_t, DOC_COMMENTS_PORT_BASE) = value.bits; }
MR_INLINE doc_comments_port_control_t doc_comments_port_control_edit(void) { return doc_comments_port_control_read(); }
/** a bit field */
#define DOC_COMMENTS_PORT_CONTROL_ENABLE_Pos 0u
#define DOC_COMMENTS_PORT_CONTROL_ENABLE_Msk 0x00000001u
MR_INLINE bool doc_comments_port_control_get_enable(doc_comments_port_control_t value) { return MR_BIT(value.bits, 0); }
MR_INLINE doc_comments_port_control_t doc_comments_port_control_with_enable(doc_comments_port_control_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 0, 1, to); return value; }
MR_INLINE bool doc_comments_port_control_read_enable(void) { return MR_READ(doc_comments_port_control, enable); }
MR_INLINE void doc_comments_port_control_set_enable(bool to) { MR_SET(doc_comments_port_control, enable, to); }
MR_INLINE void doc_comments_port_control_toggle_enable(void) { MR_TOGGLE(doc_comments_port_control, 0x00000001u); }

#endif
