/* Made from containers_in_bytes.mr by memregc 0.1.0; fingerprint 0x218CEC66. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Containers in a block of bytes: integers whose bit fields follow in braces. */
#ifndef CONTAINERS_IN_BYTES_CONTAINERS_IN_BYTES_INCLUDED
#define CONTAINERS_IN_BYTES_CONTAINERS_IN_BYTES_INCLUDED

/* Behind the helpers, each below a line "---- NAME": State. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define CONTAINERS_IN_BYTES_VERSION 1u
#define CONTAINERS_IN_BYTES_FINGERPRINT 0x218CEC66u

typedef enum {
    CONTAINERS_IN_BYTES_MODE_OFF = 0,
    CONTAINERS_IN_BYTES_MODE_HEAT = 1,
    CONTAINERS_IN_BYTES_MODE_COOL = 2,
    CONTAINERS_IN_BYTES_MODE_FAULT = 7
} containers_in_bytes_mode_t;
static inline bool containers_in_bytes_mode_is_valid(unsigned value)
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
static inline const char *containers_in_bytes_mode_name(containers_in_bytes_mode_t value)
{
    switch (value) {
    case CONTAINERS_IN_BYTES_MODE_OFF: return "off";
    case CONTAINERS_IN_BYTES_MODE_HEAT: return "heat";
    case CONTAINERS_IN_BYTES_MODE_COOL: return "cool";
    case CONTAINERS_IN_BYTES_MODE_FAULT: return "fault";
    default: return "?";
    }
}

/* ---- State: 22 bytes at 0x20000000
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        status                   u8
 *        0        ready                  bool
 *        3:1      mode                   Mode            = cool
 *        7:4      level                  i4              = -1
 * 0x0001        placed                   u16
 *        3:0      low                    u4
 *        6:4      (free)
 *        7        flag                   bool
 *        10:8     (free)
 *        15:11    high                   u5              = 9
 * 0x0003        wide                     u64
 *        32:0     first                  u33
 *        63:33    second                 u31
 * 0x000B        many                     u16[3]
 *        7:0      low                    u8
 *        15:8     high                   u8
 * 0x0011        swapped                  u32 be
 *        11:0     low                    u12
 *        31:12    high                   u20
 * 0x0015        count                    u8
 */
#define CONTAINERS_IN_BYTES_STATE_SIZE 22u
#ifndef CONTAINERS_IN_BYTES_STATE_ADDRESS
#define CONTAINERS_IN_BYTES_STATE_ADDRESS 0x20000000u
#endif
typedef struct { uint8_t bytes[CONTAINERS_IN_BYTES_STATE_SIZE]; } containers_in_bytes_state_t;
MR_ASSERT(containers_in_bytes_state, sizeof(containers_in_bytes_state_t) == CONTAINERS_IN_BYTES_STATE_SIZE);
/* The place itself. */
MR_INLINE containers_in_bytes_state_t *containers_in_bytes_state_at(void) { return (containers_in_bytes_state_t *)(uintptr_t)(CONTAINERS_IN_BYTES_STATE_ADDRESS); }
static inline void containers_in_bytes_state_defaults(containers_in_bytes_state_t *block)
{
    static const uint8_t initial[CONTAINERS_IN_BYTES_STATE_SIZE] = {
        0xF4, 0x00, 0x48, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    };
    mr_copy(block->bytes, initial, CONTAINERS_IN_BYTES_STATE_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t containers_in_bytes_state_load(containers_in_bytes_state_t *block)
{
    mr_copy(block->bytes, containers_in_bytes_state_at()->bytes, CONTAINERS_IN_BYTES_STATE_SIZE);
    return MR_OK;
}
static inline mr_status_t containers_in_bytes_state_flush(containers_in_bytes_state_t *block)
{
    mr_copy_changed(containers_in_bytes_state_at()->bytes, block->bytes, CONTAINERS_IN_BYTES_STATE_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool containers_in_bytes_state_pending(const containers_in_bytes_state_t *block)
{
    const containers_in_bytes_state_t *place = containers_in_bytes_state_at();
    return mr_differs(block->bytes, place->bytes, CONTAINERS_IN_BYTES_STATE_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t containers_in_bytes_state_open(containers_in_bytes_state_t *block)
{
    return containers_in_bytes_state_load(block);
}
#define CONTAINERS_IN_BYTES_STATE_STATUS_READY_OFFSET 0x00u
#define CONTAINERS_IN_BYTES_STATE_STATUS_READY_BIT 0u
#define CONTAINERS_IN_BYTES_STATE_STATUS_READY_WIDTH 1u
MR_INLINE bool containers_in_bytes_state_get_status_ready(const containers_in_bytes_state_t *block) { return MR_BIT(MR_LE8(1, block->bytes), 0); }
MR_INLINE void containers_in_bytes_state_set_status_ready(containers_in_bytes_state_t *block, bool to) { MR_PUT_IN(8, uint8_t, block->bytes, 0, 1, to); }
MR_INLINE void containers_in_bytes_state_toggle_status_ready(containers_in_bytes_state_t *block) { block->bytes[0x00u] ^= 0x1u; }
#define CONTAINERS_IN_BYTES_STATE_STATUS_MODE_OFFSET 0x00u
#define CONTAINERS_IN_BYTES_STATE_STATUS_MODE_BIT 1u
#define CONTAINERS_IN_BYTES_STATE_STATUS_MODE_WIDTH 3u
MR_INLINE containers_in_bytes_mode_t containers_in_bytes_state_get_status_mode(const containers_in_bytes_state_t *block) { return MR_BITS_ENUM(containers_in_bytes_mode_t, MR_LE8(1, block->bytes), 1, 3); }
MR_INLINE void containers_in_bytes_state_set_status_mode(containers_in_bytes_state_t *block, containers_in_bytes_mode_t to) { MR_CHECK((unsigned)to >> 3 == 0); MR_PUT_IN(8, uint8_t, block->bytes, 1, 3, mr_any((uint32_t)to)); }
#define CONTAINERS_IN_BYTES_STATE_STATUS_LEVEL_OFFSET 0x00u
#define CONTAINERS_IN_BYTES_STATE_STATUS_LEVEL_BIT 4u
#define CONTAINERS_IN_BYTES_STATE_STATUS_LEVEL_WIDTH 4u
MR_INLINE int8_t containers_in_bytes_state_get_status_level(const containers_in_bytes_state_t *block) { return MR_BITS_SIGNED(int8_t, MR_LE8(1, block->bytes), 4, 4); }
MR_INLINE void containers_in_bytes_state_set_status_level(containers_in_bytes_state_t *block, int8_t to) { MR_CHECK(to >= -8 && to <= 7); MR_PUT_IN(8, uint8_t, block->bytes, 4, 4, to); }
#define CONTAINERS_IN_BYTES_STATE_PLACED_LOW_OFFSET 0x01u
#define CONTAINERS_IN_BYTES_STATE_PLACED_LOW_BIT 0u
#define CONTAINERS_IN_BYTES_STATE_PLACED_LOW_WIDTH 4u
MR_INLINE uint8_t containers_in_bytes_state_get_placed_low(const containers_in_bytes_state_t *block) { return MR_BITS(uint8_t, MR_LE8(1, block->bytes + 0x1u), 0, 4); }
MR_INLINE void containers_in_bytes_state_set_placed_low(containers_in_bytes_state_t *block, uint8_t to) { MR_CHECK(to <= 15u); MR_PUT_IN(8, uint8_t, block->bytes + 0x1u, 0, 4, to); }
#define CONTAINERS_IN_BYTES_STATE_PLACED_FLAG_OFFSET 0x01u
#define CONTAINERS_IN_BYTES_STATE_PLACED_FLAG_BIT 7u
#define CONTAINERS_IN_BYTES_STATE_PLACED_FLAG_WIDTH 1u
MR_INLINE bool containers_in_bytes_state_get_placed_flag(const containers_in_bytes_state_t *block) { return MR_BIT(MR_LE8(1, block->bytes + 0x1u), 7); }
MR_INLINE void containers_in_bytes_state_set_placed_flag(containers_in_bytes_state_t *block, bool to) { MR_PUT_IN(8, uint8_t, block->bytes + 0x1u, 7, 1, to); }
MR_INLINE void containers_in_bytes_state_toggle_placed_flag(containers_in_bytes_state_t *block) { block->bytes[0x01u] ^= 0x80u; }
#define CONTAINERS_IN_BYTES_STATE_PLACED_HIGH_OFFSET 0x02u
#define CONTAINERS_IN_BYTES_STATE_PLACED_HIGH_BIT 3u
#define CONTAINERS_IN_BYTES_STATE_PLACED_HIGH_WIDTH 5u
MR_INLINE uint8_t containers_in_bytes_state_get_placed_high(const containers_in_bytes_state_t *block) { return MR_BITS(uint8_t, MR_LE8(1, block->bytes + 0x2u), 3, 5); }
MR_INLINE void containers_in_bytes_state_set_placed_high(containers_in_bytes_state_t *block, uint8_t to) { MR_CHECK(to <= 31u); MR_PUT_IN(8, uint8_t, block->bytes + 0x2u, 3, 5, to); }
#define CONTAINERS_IN_BYTES_STATE_WIDE_FIRST_OFFSET 0x03u
#define CONTAINERS_IN_BYTES_STATE_WIDE_FIRST_BIT 0u
#define CONTAINERS_IN_BYTES_STATE_WIDE_FIRST_WIDTH 33u
MR_INLINE uint64_t containers_in_bytes_state_get_wide_first(const containers_in_bytes_state_t *block) { return MR_BITS(uint64_t, MR_LE40(1, block->bytes + 0x3u), 0, 33); }
MR_INLINE void containers_in_bytes_state_set_wide_first(containers_in_bytes_state_t *block, uint64_t to) { MR_CHECK(to <= 8589934591ull); MR_PUT_LOW(40, uint64_t, block->bytes + 0x3u, 33, to); }
#define CONTAINERS_IN_BYTES_STATE_WIDE_SECOND_OFFSET 0x07u
#define CONTAINERS_IN_BYTES_STATE_WIDE_SECOND_BIT 1u
#define CONTAINERS_IN_BYTES_STATE_WIDE_SECOND_WIDTH 31u
MR_INLINE uint32_t containers_in_bytes_state_get_wide_second(const containers_in_bytes_state_t *block) { return MR_BITS(uint32_t, MR_LE32(1, block->bytes + 0x7u), 1, 31); }
MR_INLINE void containers_in_bytes_state_set_wide_second(containers_in_bytes_state_t *block, uint32_t to) { MR_CHECK(to <= 2147483647u); MR_PUT_ACROSS(32, uint32_t, block->bytes + 0x7u, 1, 31, to); }
#define CONTAINERS_IN_BYTES_STATE_MANY_LOW_OFFSET 0x0Bu
#define CONTAINERS_IN_BYTES_STATE_MANY_LOW_BIT 0u
#define CONTAINERS_IN_BYTES_STATE_MANY_LOW_WIDTH 8u
MR_INLINE uint8_t containers_in_bytes_state_get_many_low(const containers_in_bytes_state_t *block, unsigned i) { MR_CHECK(i < 3u); return MR_LE8(1, block->bytes + 0xBu + i * 2u); }
MR_INLINE void containers_in_bytes_state_set_many_low(containers_in_bytes_state_t *block, unsigned i, uint8_t to) { MR_CHECK(i < 3u); MR_SET_LE8(1, block->bytes + 0xBu + i * 2u, to); }
#define CONTAINERS_IN_BYTES_STATE_MANY_HIGH_OFFSET 0x0Cu
#define CONTAINERS_IN_BYTES_STATE_MANY_HIGH_BIT 0u
#define CONTAINERS_IN_BYTES_STATE_MANY_HIGH_WIDTH 8u
MR_INLINE uint8_t containers_in_bytes_state_get_many_high(const containers_in_bytes_state_t *block, unsigned i) { MR_CHECK(i < 3u); return MR_LE8(1, block->bytes + 0xCu + i * 2u); }
MR_INLINE void containers_in_bytes_state_set_many_high(containers_in_bytes_state_t *block, unsigned i, uint8_t to) { MR_CHECK(i < 3u); MR_SET_LE8(1, block->bytes + 0xCu + i * 2u, to); }
#define CONTAINERS_IN_BYTES_STATE_SWAPPED_LOW_OFFSET 0x13u
#define CONTAINERS_IN_BYTES_STATE_SWAPPED_LOW_BIT 0u
#define CONTAINERS_IN_BYTES_STATE_SWAPPED_LOW_WIDTH 12u
MR_INLINE uint16_t containers_in_bytes_state_get_swapped_low(const containers_in_bytes_state_t *block) { return MR_BITS(uint16_t, MR_BE16(1, block->bytes + 0x13u), 0, 12); }
MR_INLINE void containers_in_bytes_state_set_swapped_low(containers_in_bytes_state_t *block, uint16_t to) { MR_CHECK(to <= 4095u); MR_PUT_BE(16, uint16_t, block->bytes + 0x13u, 0, 12, to); }
#define CONTAINERS_IN_BYTES_STATE_SWAPPED_HIGH_OFFSET 0x11u
#define CONTAINERS_IN_BYTES_STATE_SWAPPED_HIGH_BIT 4u
#define CONTAINERS_IN_BYTES_STATE_SWAPPED_HIGH_WIDTH 20u
MR_INLINE uint32_t containers_in_bytes_state_get_swapped_high(const containers_in_bytes_state_t *block) { return MR_BITS(uint32_t, MR_BE24(1, block->bytes + 0x11u), 4, 20); }
MR_INLINE void containers_in_bytes_state_set_swapped_high(containers_in_bytes_state_t *block, uint32_t to) { MR_CHECK(to <= 1048575u); MR_PUT_BE(24, uint32_t, block->bytes + 0x11u, 4, 20, to); }
#define CONTAINERS_IN_BYTES_STATE_COUNT_OFFSET 0x15u
#define CONTAINERS_IN_BYTES_STATE_COUNT_BIT 0u
#define CONTAINERS_IN_BYTES_STATE_COUNT_WIDTH 8u
MR_INLINE uint8_t containers_in_bytes_state_get_count(const containers_in_bytes_state_t *block) { return MR_LE8(1, block->bytes + 0x15u); }
MR_INLINE void containers_in_bytes_state_set_count(containers_in_bytes_state_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x15u, to); }

#endif
