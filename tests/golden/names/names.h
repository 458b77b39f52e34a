/* Made from names.mr by memregc 0.1.0; fingerprint 0xFD0E1FA0. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Names as they come out: CamelCase, digits, keywords of C and C++, words of the layout language. */
#ifndef NAMES_NAMES_INCLUDED
#define NAMES_NAMES_INCLUDED

/* Behind the helpers, each below a line "---- NAME": UART0Control, double. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Registers: each access at exactly its width. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- Text of at most `size` bytes, padded with NUL; a copy of it is always terminated. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define NAMES_VERSION 1u
#define NAMES_FINGERPRINT 0xFD0E1FA0u
#define NAMES_MAX_HTTP_RETRIES 3
#define NAMES_VALUE2 2

typedef enum {
    NAMES_RX_STATE_RX_DONE = 0,
    NAMES_RX_STATE_TX_BUSY = 1,
    NAMES_RX_STATE_IDLE2 = 2,
    NAMES_RX_STATE_DEFAULT = 3,
    NAMES_RX_STATE_CLASS = 4,
    NAMES_RX_STATE_NULL = 5,
    NAMES_RX_STATE_I2C_ERROR = 6
} names_rx_state_t;
MR_INLINE bool names_rx_state_is_valid(unsigned value) { return value <= 6u; }
static inline const char *names_rx_state_name(names_rx_state_t value)
{
    switch (value) {
    case NAMES_RX_STATE_RX_DONE: return "RxDone";
    case NAMES_RX_STATE_TX_BUSY: return "TXBusy";
    case NAMES_RX_STATE_IDLE2: return "idle2";
    case NAMES_RX_STATE_DEFAULT: return "default";
    case NAMES_RX_STATE_CLASS: return "class";
    case NAMES_RX_STATE_NULL: return "NULL_";
    case NAMES_RX_STATE_I2C_ERROR: return "i2cError";
    default: return "?";
    }
}

#define NAMES_INT_SIZE 6u
typedef struct {
    uint8_t int_;
    uint16_t class_;
    uint8_t new_;
    bool this_;
    uint8_t xml2json;
    uint8_t private_;
} names_int_t;
static inline void names_int_pack(uint8_t *bytes, const names_int_t *value)
{
    mr_fill(bytes, 0, NAMES_INT_SIZE);
    MR_SET_LE8(1, bytes + 0x1u, value->int_);
    MR_SET_LE16(1, bytes + 0x2u, value->class_);
    MR_SET_LE8(1, bytes + 0x4u, value->new_);
    MR_PUT_IN(8, uint8_t, bytes, 0, 1, value->this_);
    MR_PUT_IN(8, uint8_t, bytes, 1, 4, value->xml2json);
    MR_SET_LE8(1, bytes + 0x5u, value->private_);
}
static inline void names_int_unpack(names_int_t *value, const uint8_t *bytes)
{
    value->int_ = MR_LE8(1, bytes + 0x1u);
    value->class_ = MR_LE16(1, bytes + 0x2u);
    value->new_ = MR_LE8(1, bytes + 0x4u);
    value->this_ = MR_BIT(MR_LE8(1, bytes), 0);
    value->xml2json = MR_BITS(uint8_t, MR_LE8(1, bytes), 1, 4);
    value->private_ = MR_LE8(1, bytes + 0x5u);
}

/* ---- UART0Control: 38 bytes at 0x20000000
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000 0      while                    bool
 * 0x0000 1      flush                    bool
 * 0x0000 5:2    RxFIFOLevel              u4
 * 0x0000 7:6    (free)
 * 0x0001        int                      u8
 * 0x0002        template                 u16
 * 0x0004        read                     u8
 * 0x0005        write                    u8
 * 0x0006        get                      u8
 * 0x0007        set                      u8
 * 0x0008        load                     u8
 * 0x0009        t                        u8
 * 0x000A        m                        u8
 * 0x000B        value                    u8
 * 0x000C        i                        u8[2]
 * 0x000E        out                      char[4]
 * 0x0012        bytes                    byte[4]
 * 0x0016        version                  u8
 * 0x0017        size                     u16
 * 0x0019        count                    u8
 * 0x001A        block                    u8
 * 0x001B        offset                   u8
 * 0x001C        reset                    u8
 * 0x001D        in                       u8
 * 0x001E        unit                     Int
 *        0        this                   bool
 *        4:1      xml2json               u4
 *        7:5      (free)
 * 0x001F          int                    u8
 * 0x0020          class                  u16
 * 0x0022          new                    u8
 * 0x0023          _private               u8
 * 0x0024        endian                   u8
 * 0x0025        sizeof                   u8
 */
#define NAMES_UART0_CONTROL_SIZE 38u
#ifndef NAMES_UART0_CONTROL_ADDRESS
#define NAMES_UART0_CONTROL_ADDRESS 0x20000000u
#endif
typedef struct { uint8_t bytes[NAMES_UART0_CONTROL_SIZE]; } names_uart0_control_t;
MR_ASSERT(names_uart0_control, sizeof(names_uart0_control_t) == NAMES_UART0_CONTROL_SIZE);
/* The place itself. */
MR_INLINE names_uart0_control_t *names_uart0_control_at(void) { return (names_uart0_control_t *)(uintptr_t)(NAMES_UART0_CONTROL_ADDRESS); }
static inline void names_uart0_control_defaults(names_uart0_control_t *block)
{
    mr_fill(block->bytes, 0, NAMES_UART0_CONTROL_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t names_uart0_control_load(names_uart0_control_t *block)
{
    mr_copy(block->bytes, names_uart0_control_at()->bytes, NAMES_UART0_CONTROL_SIZE);
    return MR_OK;
}
static inline mr_status_t names_uart0_control_flush(names_uart0_control_t *block)
{
    mr_copy_changed(names_uart0_control_at()->bytes, block->bytes, NAMES_UART0_CONTROL_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool names_uart0_control_pending(const names_uart0_control_t *block)
{
    const names_uart0_control_t *place = names_uart0_control_at();
    return mr_differs(block->bytes, place->bytes, NAMES_UART0_CONTROL_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t names_uart0_control_open(names_uart0_control_t *block)
{
    return names_uart0_control_load(block);
}
#define NAMES_UART0_CONTROL_INT_OFFSET 0x01u
#define NAMES_UART0_CONTROL_INT_BIT 0u
#define NAMES_UART0_CONTROL_INT_WIDTH 8u
MR_INLINE uint8_t names_uart0_control_get_int(const names_uart0_control_t *block) { return MR_LE8(1, block->bytes + 0x1u); }
MR_INLINE void names_uart0_control_set_int(names_uart0_control_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x1u, to); }
#define NAMES_UART0_CONTROL_WHILE_OFFSET 0x00u
#define NAMES_UART0_CONTROL_WHILE_BIT 0u
#define NAMES_UART0_CONTROL_WHILE_WIDTH 1u
MR_INLINE bool names_uart0_control_get_while(const names_uart0_control_t *block) { return MR_BIT(MR_LE8(1, block->bytes), 0); }
MR_INLINE void names_uart0_control_set_while(names_uart0_control_t *block, bool to) { MR_PUT_IN(8, uint8_t, block->bytes, 0, 1, to); }
MR_INLINE void names_uart0_control_toggle_while(names_uart0_control_t *block) { block->bytes[0x00u] ^= 0x1u; }
#define NAMES_UART0_CONTROL_TEMPLATE_OFFSET 0x02u
#define NAMES_UART0_CONTROL_TEMPLATE_BIT 0u
#define NAMES_UART0_CONTROL_TEMPLATE_WIDTH 16u
MR_INLINE uint16_t names_uart0_control_get_template(const names_uart0_control_t *block) { return MR_LE16(1, block->bytes + 0x2u); }
MR_INLINE void names_uart0_control_set_template(names_uart0_control_t *block, uint16_t to) { MR_SET_LE16(1, block->bytes + 0x2u, to); }
#define NAMES_UART0_CONTROL_READ_OFFSET 0x04u
#define NAMES_UART0_CONTROL_READ_BIT 0u
#define NAMES_UART0_CONTROL_READ_WIDTH 8u
MR_INLINE uint8_t names_uart0_control_get_read(const names_uart0_control_t *block) { return MR_LE8(1, block->bytes + 0x4u); }
MR_INLINE void names_uart0_control_set_read(names_uart0_control_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x4u, to); }
#define NAMES_UART0_CONTROL_WRITE_OFFSET 0x05u
#define NAMES_UART0_CONTROL_WRITE_BIT 0u
#define NAMES_UART0_CONTROL_WRITE_WIDTH 8u
MR_INLINE uint8_t names_uart0_control_get_write(const names_uart0_control_t *block) { return MR_LE8(1, block->bytes + 0x5u); }
MR_INLINE void names_uart0_control_set_write(names_uart0_control_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x5u, to); }
#define NAMES_UART0_CONTROL_GET_OFFSET 0x06u
#define NAMES_UART0_CONTROL_GET_BIT 0u
#define NAMES_UART0_CONTROL_GET_WIDTH 8u
MR_INLINE uint8_t names_uart0_control_get_get(const names_uart0_control_t *block) { return MR_LE8(1, block->bytes + 0x6u); }
MR_INLINE void names_uart0_control_set_get(names_uart0_control_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x6u, to); }
#define NAMES_UART0_CONTROL_SET_OFFSET 0x07u
#define NAMES_UART0_CONTROL_SET_BIT 0u
#define NAMES_UART0_CONTROL_SET_WIDTH 8u
MR_INLINE uint8_t names_uart0_control_get_set(const names_uart0_control_t *block) { return MR_LE8(1, block->bytes + 0x7u); }
MR_INLINE void names_uart0_control_set_set(names_uart0_control_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x7u, to); }
#define NAMES_UART0_CONTROL_LOAD_OFFSET 0x08u
#define NAMES_UART0_CONTROL_LOAD_BIT 0u
#define NAMES_UART0_CONTROL_LOAD_WIDTH 8u
MR_INLINE uint8_t names_uart0_control_get_load(const names_uart0_control_t *block) { return MR_LE8(1, block->bytes + 0x8u); }
MR_INLINE void names_uart0_control_set_load(names_uart0_control_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x8u, to); }
#define NAMES_UART0_CONTROL_FLUSH_OFFSET 0x00u
#define NAMES_UART0_CONTROL_FLUSH_BIT 1u
#define NAMES_UART0_CONTROL_FLUSH_WIDTH 1u
MR_INLINE bool names_uart0_control_get_flush(const names_uart0_control_t *block) { return MR_BIT(MR_LE8(1, block->bytes), 1); }
MR_INLINE void names_uart0_control_set_flush(names_uart0_control_t *block, bool to) { MR_PUT_IN(8, uint8_t, block->bytes, 1, 1, to); }
MR_INLINE void names_uart0_control_toggle_flush(names_uart0_control_t *block) { block->bytes[0x00u] ^= 0x2u; }
#define NAMES_UART0_CONTROL_T_OFFSET 0x09u
#define NAMES_UART0_CONTROL_T_BIT 0u
#define NAMES_UART0_CONTROL_T_WIDTH 8u
MR_INLINE uint8_t names_uart0_control_get_t(const names_uart0_control_t *block) { return MR_LE8(1, block->bytes + 0x9u); }
MR_INLINE void names_uart0_control_set_t(names_uart0_control_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x9u, to); }
#define NAMES_UART0_CONTROL_M_OFFSET 0x0Au
#define NAMES_UART0_CONTROL_M_BIT 0u
#define NAMES_UART0_CONTROL_M_WIDTH 8u
MR_INLINE uint8_t names_uart0_control_get_m(const names_uart0_control_t *block) { return MR_LE8(1, block->bytes + 0xAu); }
MR_INLINE void names_uart0_control_set_m(names_uart0_control_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0xAu, to); }
#define NAMES_UART0_CONTROL_VALUE_OFFSET 0x0Bu
#define NAMES_UART0_CONTROL_VALUE_BIT 0u
#define NAMES_UART0_CONTROL_VALUE_WIDTH 8u
MR_INLINE uint8_t names_uart0_control_get_value(const names_uart0_control_t *block) { return MR_LE8(1, block->bytes + 0xBu); }
MR_INLINE void names_uart0_control_set_value(names_uart0_control_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0xBu, to); }
#define NAMES_UART0_CONTROL_I_OFFSET 0x0Cu
#define NAMES_UART0_CONTROL_I_BIT 0u
#define NAMES_UART0_CONTROL_I_WIDTH 8u
#define NAMES_UART0_CONTROL_I_COUNT 2u
MR_INLINE uint8_t *names_uart0_control_bytes_i(names_uart0_control_t *block) { return block->bytes + 0xCu; }
MR_INLINE const uint8_t *names_uart0_control_const_bytes_i(const names_uart0_control_t *block) { return block->bytes + 0xCu; }
MR_INLINE uint8_t names_uart0_control_get_i(const names_uart0_control_t *block, unsigned i) { MR_CHECK(i < 2u); return MR_LE8(1, block->bytes + 0xCu + i); }
MR_INLINE void names_uart0_control_set_i(names_uart0_control_t *block, unsigned i, uint8_t to) { MR_CHECK(i < 2u); MR_SET_LE8(1, block->bytes + 0xCu + i, to); }
#define NAMES_UART0_CONTROL_OUT_OFFSET 0x0Eu
#define NAMES_UART0_CONTROL_OUT_BIT 0u
#define NAMES_UART0_CONTROL_OUT_WIDTH 32u
MR_INLINE void names_uart0_control_get_out(const names_uart0_control_t *block, char out[5]) { mr_text(out, block->bytes + 0xEu, 4u); }
MR_INLINE void names_uart0_control_set_out(names_uart0_control_t *block, const char *to) { mr_set_text(block->bytes + 0xEu, to, 4u); }
#define NAMES_UART0_CONTROL_BYTES_OFFSET 0x12u
#define NAMES_UART0_CONTROL_BYTES_BIT 0u
#define NAMES_UART0_CONTROL_BYTES_WIDTH 32u
MR_INLINE uint8_t *names_uart0_control_bytes_bytes(names_uart0_control_t *block) { return block->bytes + 0x12u; }
MR_INLINE const uint8_t *names_uart0_control_const_bytes_bytes(const names_uart0_control_t *block) { return block->bytes + 0x12u; }
#define NAMES_UART0_CONTROL_VERSION_OFFSET 0x16u
#define NAMES_UART0_CONTROL_VERSION_BIT 0u
#define NAMES_UART0_CONTROL_VERSION_WIDTH 8u
MR_INLINE uint8_t names_uart0_control_get_version(const names_uart0_control_t *block) { return MR_LE8(1, block->bytes + 0x16u); }
MR_INLINE void names_uart0_control_set_version(names_uart0_control_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x16u, to); }
#define NAMES_UART0_CONTROL_SIZE_OFFSET 0x17u
#define NAMES_UART0_CONTROL_SIZE_BIT 0u
#define NAMES_UART0_CONTROL_SIZE_WIDTH 16u
MR_INLINE uint16_t names_uart0_control_get_size(const names_uart0_control_t *block) { return MR_LE16(1, block->bytes + 0x17u); }
MR_INLINE void names_uart0_control_set_size(names_uart0_control_t *block, uint16_t to) { MR_SET_LE16(1, block->bytes + 0x17u, to); }
#define NAMES_UART0_CONTROL_COUNT_OFFSET 0x19u
#define NAMES_UART0_CONTROL_COUNT_BIT 0u
#define NAMES_UART0_CONTROL_COUNT_WIDTH 8u
MR_INLINE uint8_t names_uart0_control_get_count(const names_uart0_control_t *block) { return MR_LE8(1, block->bytes + 0x19u); }
MR_INLINE void names_uart0_control_set_count(names_uart0_control_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x19u, to); }
#define NAMES_UART0_CONTROL_BLOCK_OFFSET 0x1Au
#define NAMES_UART0_CONTROL_BLOCK_BIT 0u
#define NAMES_UART0_CONTROL_BLOCK_WIDTH 8u
MR_INLINE uint8_t names_uart0_control_get_block(const names_uart0_control_t *block) { return MR_LE8(1, block->bytes + 0x1Au); }
MR_INLINE void names_uart0_control_set_block(names_uart0_control_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x1Au, to); }
#define NAMES_UART0_CONTROL_OFFSET_OFFSET 0x1Bu
#define NAMES_UART0_CONTROL_OFFSET_BIT 0u
#define NAMES_UART0_CONTROL_OFFSET_WIDTH 8u
MR_INLINE uint8_t names_uart0_control_get_offset(const names_uart0_control_t *block) { return MR_LE8(1, block->bytes + 0x1Bu); }
MR_INLINE void names_uart0_control_set_offset(names_uart0_control_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x1Bu, to); }
#define NAMES_UART0_CONTROL_RESET_OFFSET 0x1Cu
#define NAMES_UART0_CONTROL_RESET_BIT 0u
#define NAMES_UART0_CONTROL_RESET_WIDTH 8u
MR_INLINE uint8_t names_uart0_control_get_reset(const names_uart0_control_t *block) { return MR_LE8(1, block->bytes + 0x1Cu); }
MR_INLINE void names_uart0_control_set_reset(names_uart0_control_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x1Cu, to); }
#define NAMES_UART0_CONTROL_RX_FIFO_LEVEL_OFFSET 0x00u
#define NAMES_UART0_CONTROL_RX_FIFO_LEVEL_BIT 2u
#define NAMES_UART0_CONTROL_RX_FIFO_LEVEL_WIDTH 4u
MR_INLINE uint8_t names_uart0_control_get_rx_fifo_level(const names_uart0_control_t *block) { return MR_BITS(uint8_t, MR_LE8(1, block->bytes), 2, 4); }
MR_INLINE void names_uart0_control_set_rx_fifo_level(names_uart0_control_t *block, uint8_t to) { MR_CHECK(to <= 15u); MR_PUT_IN(8, uint8_t, block->bytes, 2, 4, to); }
#define NAMES_UART0_CONTROL_IN_OFFSET 0x1Du
#define NAMES_UART0_CONTROL_IN_BIT 0u
#define NAMES_UART0_CONTROL_IN_WIDTH 8u
MR_INLINE uint8_t names_uart0_control_get_in(const names_uart0_control_t *block) { return MR_LE8(1, block->bytes + 0x1Du); }
MR_INLINE void names_uart0_control_set_in(names_uart0_control_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x1Du, to); }
#define NAMES_UART0_CONTROL_UNIT_INT_OFFSET 0x1Fu
#define NAMES_UART0_CONTROL_UNIT_INT_BIT 0u
#define NAMES_UART0_CONTROL_UNIT_INT_WIDTH 8u
MR_INLINE uint8_t names_uart0_control_get_unit_int(const names_uart0_control_t *block) { return MR_LE8(1, block->bytes + 0x1Fu); }
MR_INLINE void names_uart0_control_set_unit_int(names_uart0_control_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x1Fu, to); }
#define NAMES_UART0_CONTROL_UNIT_CLASS_OFFSET 0x20u
#define NAMES_UART0_CONTROL_UNIT_CLASS_BIT 0u
#define NAMES_UART0_CONTROL_UNIT_CLASS_WIDTH 16u
MR_INLINE uint16_t names_uart0_control_get_unit_class(const names_uart0_control_t *block) { return MR_LE16(1, block->bytes + 0x20u); }
MR_INLINE void names_uart0_control_set_unit_class(names_uart0_control_t *block, uint16_t to) { MR_SET_LE16(1, block->bytes + 0x20u, to); }
#define NAMES_UART0_CONTROL_UNIT_NEW_OFFSET 0x22u
#define NAMES_UART0_CONTROL_UNIT_NEW_BIT 0u
#define NAMES_UART0_CONTROL_UNIT_NEW_WIDTH 8u
MR_INLINE uint8_t names_uart0_control_get_unit_new(const names_uart0_control_t *block) { return MR_LE8(1, block->bytes + 0x22u); }
MR_INLINE void names_uart0_control_set_unit_new(names_uart0_control_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x22u, to); }
#define NAMES_UART0_CONTROL_UNIT_THIS_OFFSET 0x1Eu
#define NAMES_UART0_CONTROL_UNIT_THIS_BIT 0u
#define NAMES_UART0_CONTROL_UNIT_THIS_WIDTH 1u
MR_INLINE bool names_uart0_control_get_unit_this(const names_uart0_control_t *block) { return MR_BIT(MR_LE8(1, block->bytes + 0x1Eu), 0); }
MR_INLINE void names_uart0_control_set_unit_this(names_uart0_control_t *block, bool to) { MR_PUT_IN(8, uint8_t, block->bytes + 0x1Eu, 0, 1, to); }
MR_INLINE void names_uart0_control_toggle_unit_this(names_uart0_control_t *block) { block->bytes[0x1Eu] ^= 0x1u; }
#define NAMES_UART0_CONTROL_UNIT_XML2JSON_OFFSET 0x1Eu
#define NAMES_UART0_CONTROL_UNIT_XML2JSON_BIT 1u
#define NAMES_UART0_CONTROL_UNIT_XML2JSON_WIDTH 4u
MR_INLINE uint8_t names_uart0_control_get_unit_xml2json(const names_uart0_control_t *block) { return MR_BITS(uint8_t, MR_LE8(1, block->bytes + 0x1Eu), 1, 4); }
MR_INLINE void names_uart0_control_set_unit_xml2json(names_uart0_control_t *block, uint8_t to) { MR_CHECK(to <= 15u); MR_PUT_IN(8, uint8_t, block->bytes + 0x1Eu, 1, 4, to); }
#define NAMES_UART0_CONTROL_UNIT_PRIVATE_OFFSET 0x23u
#define NAMES_UART0_CONTROL_UNIT_PRIVATE_BIT 0u
#define NAMES_UART0_CONTROL_UNIT_PRIVATE_WIDTH 8u
MR_INLINE uint8_t names_uart0_control_get_unit_private(const names_uart0_control_t *block) { return MR_LE8(1, block->bytes + 0x23u); }
MR_INLINE void names_uart0_control_set_unit_private(names_uart0_control_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x23u, to); }
#define NAMES_UART0_CONTROL_ENDIAN_OFFSET 0x24u
#define NAMES_UART0_CONTROL_ENDIAN_BIT 0u
#define NAMES_UART0_CONTROL_ENDIAN_WIDTH 8u
MR_INLINE uint8_t names_uart0_control_get_endian(const names_uart0_control_t *block) { return MR_LE8(1, block->bytes + 0x24u); }
MR_INLINE void names_uart0_control_set_endian(names_uart0_control_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x24u, to); }
#define NAMES_UART0_CONTROL_SIZEOF_OFFSET 0x25u
#define NAMES_UART0_CONTROL_SIZEOF_BIT 0u
#define NAMES_UART0_CONTROL_SIZEOF_WIDTH 8u
MR_INLINE uint8_t names_uart0_control_get_sizeof(const names_uart0_control_t *block) { return MR_LE8(1, block->bytes + 0x25u); }
MR_INLINE void names_uart0_control_set_sizeof(names_uart0_control_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x25u, to); }
MR_INLINE names_int_t names_uart0_control_get_unit(const names_uart0_control_t *block) { names_int_t value; names_int_unpack(&value, block->bytes + 0x1Eu); return value; }
MR_INLINE void names_uart0_control_set_unit(names_uart0_control_t *block, names_int_t to) { names_int_pack(block->bytes + 0x1Eu, &to); }

/* ---- double: 28 bytes at 0x40000000
 * OFFSET BITS   NAME                     TYPE       ACCESS
 * 0x0000        register                 u32        rw
 *        0        auto                   bool       rw
 *        4:1      bits                   u4         rw
 *        8:5      value                  u4         rw
 *        9        read                   bool       rw
 *        10       write                  bool       rw
 *        12:11    t                      u2         rw
 *        13       get                    bool       rw
 *        31:14    (free)
 * 0x0004        volatile                 u32        rw
 * 0x0008        read                     u32        rw
 *        0        field                  bool       rw
 *        31:1     (free)
 * 0x000C        edit                     u32        rw
 *        0        write                  bool       rw
 *        31:1     (free)
 * 0x0010        channel                  [2] every 8
 * 0x0010          i                      u32        rw
 *        3:0        i                    u4         rw
 *        31:4       (free)
 */
#ifndef NAMES_DOUBLE_BASE
#define NAMES_DOUBLE_BASE 0x40000000u
#endif

#define NAMES_DOUBLE_REGISTER_OFFSET 0x00u
typedef struct { uint32_t bits; } names_double_register_t;
MR_ASSERT(names_double_register, sizeof(names_double_register_t) == 4u);
MR_INLINE names_double_register_t names_double_register_read(void) { names_double_register_t value = { MR_REGISTER(uint32_t, NAMES_DOUBLE_BASE) }; return value; }
MR_INLINE void names_double_register_write(names_double_register_t value) { MR_REGISTER(uint32_t, NAMES_DOUBLE_BASE) = value.bits; }
MR_INLINE names_double_register_t names_double_register_edit(void) { return names_double_register_read(); }
#define NAMES_DOUBLE_REGISTER_AUTO_Pos 0u
#define NAMES_DOUBLE_REGISTER_AUTO_Msk 0x00000001u
MR_INLINE bool names_double_register_get_auto(names_double_register_t value) { return MR_BIT(value.bits, 0); }
MR_INLINE names_double_register_t names_double_register_with_auto(names_double_register_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 0, 1, to); return value; }
MR_INLINE bool names_double_register_read_auto(void) { return MR_READ(names_double_register, auto); }
MR_INLINE void names_double_register_set_auto(bool to) { MR_SET(names_double_register, auto, to); }
MR_INLINE void names_double_register_toggle_auto(void) { MR_TOGGLE(names_double_register, 0x00000001u); }
#define NAMES_DOUBLE_REGISTER_BITS_Pos 1u
#define NAMES_DOUBLE_REGISTER_BITS_Msk 0x0000001Eu
MR_INLINE uint8_t names_double_register_get_bits(names_double_register_t value) { return MR_BITS(uint8_t, value.bits, 1, 4); }
MR_INLINE names_double_register_t names_double_register_with_bits(names_double_register_t value, uint8_t to) { MR_CHECK(to <= 15u); value.bits = MR_WITH(uint32_t, value.bits, 1, 4, to); return value; }
MR_INLINE uint8_t names_double_register_read_bits(void) { return MR_READ(names_double_register, bits); }
MR_INLINE void names_double_register_set_bits(uint8_t to) { MR_SET(names_double_register, bits, to); }
#define NAMES_DOUBLE_REGISTER_VALUE_Pos 5u
#define NAMES_DOUBLE_REGISTER_VALUE_Msk 0x000001E0u
MR_INLINE uint8_t names_double_register_get_value(names_double_register_t value) { return MR_BITS(uint8_t, value.bits, 5, 4); }
MR_INLINE names_double_register_t names_double_register_with_value(names_double_register_t value, uint8_t to) { MR_CHECK(to <= 15u); value.bits = MR_WITH(uint32_t, value.bits, 5, 4, to); return value; }
MR_INLINE uint8_t names_double_register_read_value(void) { return MR_READ(names_double_register, value); }
MR_INLINE void names_double_register_set_value(uint8_t to) { MR_SET(names_double_register, value, to); }
#define NAMES_DOUBLE_REGISTER_READ_Pos 9u
#define NAMES_DOUBLE_REGISTER_READ_Msk 0x00000200u
MR_INLINE bool names_double_register_get_read(names_double_register_t value) { return MR_BIT(value.bits, 9); }
MR_INLINE names_double_register_t names_double_register_with_read(names_double_register_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 9, 1, to); return value; }
MR_INLINE bool names_double_register_read_read(void) { return MR_READ(names_double_register, read); }
MR_INLINE void names_double_register_set_read(bool to) { MR_SET(names_double_register, read, to); }
MR_INLINE void names_double_register_toggle_read(void) { MR_TOGGLE(names_double_register, 0x00000200u); }
#define NAMES_DOUBLE_REGISTER_WRITE_Pos 10u
#define NAMES_DOUBLE_REGISTER_WRITE_Msk 0x00000400u
MR_INLINE bool names_double_register_get_write(names_double_register_t value) { return MR_BIT(value.bits, 10); }
MR_INLINE names_double_register_t names_double_register_with_write(names_double_register_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 10, 1, to); return value; }
MR_INLINE bool names_double_register_read_write(void) { return MR_READ(names_double_register, write); }
MR_INLINE void names_double_register_set_write(bool to) { MR_SET(names_double_register, write, to); }
MR_INLINE void names_double_register_toggle_write(void) { MR_TOGGLE(names_double_register, 0x00000400u); }
#define NAMES_DOUBLE_REGISTER_T_Pos 11u
#define NAMES_DOUBLE_REGISTER_T_Msk 0x00001800u
MR_INLINE uint8_t names_double_register_get_t(names_double_register_t value) { return MR_BITS(uint8_t, value.bits, 11, 2); }
MR_INLINE names_double_register_t names_double_register_with_t(names_double_register_t value, uint8_t to) { MR_CHECK(to <= 3u); value.bits = MR_WITH(uint32_t, value.bits, 11, 2, to); return value; }
MR_INLINE uint8_t names_double_register_read_t(void) { return MR_READ(names_double_register, t); }
MR_INLINE void names_double_register_set_t(uint8_t to) { MR_SET(names_double_register, t, to); }
#define NAMES_DOUBLE_REGISTER_GET_Pos 13u
#define NAMES_DOUBLE_REGISTER_GET_Msk 0x00002000u
MR_INLINE bool names_double_register_get_get(names_double_register_t value) { return MR_BIT(value.bits, 13); }
MR_INLINE names_double_register_t names_double_register_with_get(names_double_register_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 13, 1, to); return value; }
MR_INLINE bool names_double_register_read_get(void) { return MR_READ(names_double_register, get); }
MR_INLINE void names_double_register_set_get(bool to) { MR_SET(names_double_register, get, to); }
MR_INLINE void names_double_register_toggle_get(void) { MR_TOGGLE(names_double_register, 0x00002000u); }

#define NAMES_DOUBLE_VOLATILE_OFFSET 0x04u
MR_INLINE uint32_t names_double_volatile_read(void) { return MR_REGISTER(uint32_t, NAMES_DOUBLE_BASE + 0x4u); }
MR_INLINE void names_double_volatile_write(uint32_t value) { MR_REGISTER(uint32_t, NAMES_DOUBLE_BASE + 0x4u) = value; }

#define NAMES_DOUBLE_READ_OFFSET 0x08u
typedef struct { uint32_t bits; } names_double_read_t;
MR_ASSERT(names_double_read, sizeof(names_double_read_t) == 4u);
MR_INLINE names_double_read_t names_double_read_read(void) { names_double_read_t value = { MR_REGISTER(uint32_t, NAMES_DOUBLE_BASE + 0x8u) }; return value; }
MR_INLINE void names_double_read_write(names_double_read_t value) { MR_REGISTER(uint32_t, NAMES_DOUBLE_BASE + 0x8u) = value.bits; }
MR_INLINE names_double_read_t names_double_read_edit(void) { return names_double_read_read(); }
#define NAMES_DOUBLE_READ_FIELD_Pos 0u
#define NAMES_DOUBLE_READ_FIELD_Msk 0x00000001u
MR_INLINE bool names_double_read_get_field(names_double_read_t value) { return MR_BIT(value.bits, 0); }
MR_INLINE names_double_read_t names_double_read_with_field(names_double_read_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 0, 1, to); return value; }
MR_INLINE bool names_double_read_read_field(void) { return MR_READ(names_double_read, field); }
MR_INLINE void names_double_read_set_field(bool to) { MR_SET(names_double_read, field, to); }
MR_INLINE void names_double_read_toggle_field(void) { MR_TOGGLE(names_double_read, 0x00000001u); }

#define NAMES_DOUBLE_EDIT_OFFSET 0x0Cu
typedef struct { uint32_t bits; } names_double_edit_t;
MR_ASSERT(names_double_edit, sizeof(names_double_edit_t) == 4u);
MR_INLINE names_double_edit_t names_double_edit_read(void) { names_double_edit_t value = { MR_REGISTER(uint32_t, NAMES_DOUBLE_BASE + 0xCu) }; return value; }
MR_INLINE void names_double_edit_write(names_double_edit_t value) { MR_REGISTER(uint32_t, NAMES_DOUBLE_BASE + 0xCu) = value.bits; }
MR_INLINE names_double_edit_t names_double_edit_edit(void) { return names_double_edit_read(); }
#define NAMES_DOUBLE_EDIT_WRITE_Pos 0u
#define NAMES_DOUBLE_EDIT_WRITE_Msk 0x00000001u
MR_INLINE bool names_double_edit_get_write(names_double_edit_t value) { return MR_BIT(value.bits, 0); }
MR_INLINE names_double_edit_t names_double_edit_with_write(names_double_edit_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 0, 1, to); return value; }
MR_INLINE bool names_double_edit_read_write(void) { return MR_READ(names_double_edit, write); }
MR_INLINE void names_double_edit_set_write(bool to) { MR_SET(names_double_edit, write, to); }
MR_INLINE void names_double_edit_toggle_write(void) { MR_TOGGLE(names_double_edit, 0x00000001u); }

#define NAMES_DOUBLE_CHANNEL_I_OFFSET 0x10u
#define NAMES_DOUBLE_CHANNEL_I_COUNT 2u
#define NAMES_DOUBLE_CHANNEL_I_STRIDE 0x8u
typedef struct { uint32_t bits; } names_double_channel_i_t;
MR_ASSERT(names_double_channel_i, sizeof(names_double_channel_i_t) == 4u);
MR_INLINE names_double_channel_i_t names_double_channel_i_read(unsigned i) { MR_CHECK(i < 2u); names_double_channel_i_t value = { MR_REGISTERS(uint32_t, 2u, NAMES_DOUBLE_BASE + 0x10u)[i][0] }; return value; }
MR_INLINE void names_double_channel_i_write(unsigned i, names_double_channel_i_t value) { MR_CHECK(i < 2u); MR_REGISTERS(uint32_t, 2u, NAMES_DOUBLE_BASE + 0x10u)[i][0] = value.bits; }
MR_INLINE names_double_channel_i_t names_double_channel_i_edit(unsigned i) { return names_double_channel_i_read(i); }
#define NAMES_DOUBLE_CHANNEL_I_I_Pos 0u
#define NAMES_DOUBLE_CHANNEL_I_I_Msk 0x0000000Fu
MR_INLINE uint8_t names_double_channel_i_get_i(names_double_channel_i_t value) { return MR_BITS(uint8_t, value.bits, 0, 4); }
MR_INLINE names_double_channel_i_t names_double_channel_i_with_i(names_double_channel_i_t value, uint8_t to) { MR_CHECK(to <= 15u); value.bits = MR_WITH(uint32_t, value.bits, 0, 4, to); return value; }
MR_INLINE uint8_t names_double_channel_i_read_i(unsigned i) { return names_double_channel_i_get_i(names_double_channel_i_read(i)); }
MR_INLINE void names_double_channel_i_set_i(unsigned i, uint8_t to) { names_double_channel_i_write(i, names_double_channel_i_with_i(names_double_channel_i_edit(i), to)); }

#endif
