/* Made from groups.mr by memregc 0.1.0; fingerprint 0x23138E8F. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Groups: items under one name, once or many times, also within one another. */
#ifndef GROUPS_GROUPS_INCLUDED
#define GROUPS_GROUPS_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Settings. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define GROUPS_VERSION 1u
#define GROUPS_FINGERPRINT 0x23138E8Fu

/* ---- Settings: 179 bytes at 0x20000000
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        net
 *        0        is_static              bool
 *        7:1      (free)
 * 0x0001          address                u32
 * 0x0005          port                   u16             = 80
 * 0x0007        zones                    [3]
 * 0x0007          target                 i16             = 2100
 * 0x0009          schedule               [2]
 *        0          on                   bool
 *        7:1        (free)
 * 0x000A            start                u8
 * 0x000B            end                  u8
 * 0x001F        (free)
 * 0x0080        channels                 [4] every 16
 * 0x0080          gain                   u16
 * 0x0082          flags                  u8
 *        3:0        low                  u4
 *        7:4        high                 u4
 */
#define GROUPS_SETTINGS_SIZE 179u
#ifndef GROUPS_SETTINGS_ADDRESS
#define GROUPS_SETTINGS_ADDRESS 0x20000000u
#endif
typedef struct { uint8_t bytes[GROUPS_SETTINGS_SIZE]; } groups_settings_t;
MR_ASSERT(groups_settings, sizeof(groups_settings_t) == GROUPS_SETTINGS_SIZE);
/* The place itself. */
MR_INLINE groups_settings_t *groups_settings_at(void) { return (groups_settings_t *)(uintptr_t)(GROUPS_SETTINGS_ADDRESS); }
static inline void groups_settings_defaults(groups_settings_t *block)
{
    static const uint8_t initial[GROUPS_SETTINGS_SIZE] = {
        0x00, 0x00, 0x00, 0x00, 0x00, 0x50, 0x00, 0x34, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x34,
        0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x34, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00,
    };
    mr_copy(block->bytes, initial, GROUPS_SETTINGS_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t groups_settings_load(groups_settings_t *block)
{
    mr_copy(block->bytes, groups_settings_at()->bytes, GROUPS_SETTINGS_SIZE);
    return MR_OK;
}
static inline mr_status_t groups_settings_flush(groups_settings_t *block)
{
    mr_copy_changed(groups_settings_at()->bytes, block->bytes, GROUPS_SETTINGS_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool groups_settings_pending(const groups_settings_t *block)
{
    const groups_settings_t *place = groups_settings_at();
    return mr_differs(block->bytes, place->bytes, GROUPS_SETTINGS_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t groups_settings_open(groups_settings_t *block)
{
    return groups_settings_load(block);
}
#define GROUPS_SETTINGS_NET_ADDRESS_OFFSET 0x01u
#define GROUPS_SETTINGS_NET_ADDRESS_BIT 0u
#define GROUPS_SETTINGS_NET_ADDRESS_WIDTH 32u
MR_INLINE uint32_t groups_settings_get_net_address(const groups_settings_t *block) { return MR_LE32(1, block->bytes + 0x1u); }
MR_INLINE void groups_settings_set_net_address(groups_settings_t *block, uint32_t to) { MR_SET_LE32(1, block->bytes + 0x1u, to); }
#define GROUPS_SETTINGS_NET_PORT_OFFSET 0x05u
#define GROUPS_SETTINGS_NET_PORT_BIT 0u
#define GROUPS_SETTINGS_NET_PORT_WIDTH 16u
MR_INLINE uint16_t groups_settings_get_net_port(const groups_settings_t *block) { return MR_LE16(1, block->bytes + 0x5u); }
MR_INLINE void groups_settings_set_net_port(groups_settings_t *block, uint16_t to) { MR_SET_LE16(1, block->bytes + 0x5u, to); }
#define GROUPS_SETTINGS_NET_IS_STATIC_OFFSET 0x00u
#define GROUPS_SETTINGS_NET_IS_STATIC_BIT 0u
#define GROUPS_SETTINGS_NET_IS_STATIC_WIDTH 1u
MR_INLINE bool groups_settings_get_net_is_static(const groups_settings_t *block) { return MR_BIT(MR_LE8(1, block->bytes), 0); }
MR_INLINE void groups_settings_set_net_is_static(groups_settings_t *block, bool to) { MR_PUT_IN(8, uint8_t, block->bytes, 0, 1, to); }
MR_INLINE void groups_settings_toggle_net_is_static(groups_settings_t *block) { block->bytes[0x00u] ^= 0x1u; }
#define GROUPS_SETTINGS_ZONES_TARGET_OFFSET 0x07u
#define GROUPS_SETTINGS_ZONES_TARGET_BIT 0u
#define GROUPS_SETTINGS_ZONES_TARGET_WIDTH 16u
MR_INLINE int16_t groups_settings_get_zones_target(const groups_settings_t *block, unsigned i) { MR_CHECK(i < 3u); return (int16_t)MR_LE16(1, block->bytes + 0x7u + i * 8u); }
MR_INLINE void groups_settings_set_zones_target(groups_settings_t *block, unsigned i, int16_t to) { MR_CHECK(i < 3u); MR_SET_LE16(1, block->bytes + 0x7u + i * 8u, (uint16_t)to); }
#define GROUPS_SETTINGS_ZONES_SCHEDULE_START_OFFSET 0x0Au
#define GROUPS_SETTINGS_ZONES_SCHEDULE_START_BIT 0u
#define GROUPS_SETTINGS_ZONES_SCHEDULE_START_WIDTH 8u
MR_INLINE uint8_t groups_settings_get_zones_schedule_start(const groups_settings_t *block, unsigned i, unsigned j) { MR_CHECK(i < 3u && j < 2u); return MR_LE8(1, block->bytes + 0xAu + i * 8u + j * 3u); }
MR_INLINE void groups_settings_set_zones_schedule_start(groups_settings_t *block, unsigned i, unsigned j, uint8_t to) { MR_CHECK(i < 3u && j < 2u); MR_SET_LE8(1, block->bytes + 0xAu + i * 8u + j * 3u, to); }
#define GROUPS_SETTINGS_ZONES_SCHEDULE_END_OFFSET 0x0Bu
#define GROUPS_SETTINGS_ZONES_SCHEDULE_END_BIT 0u
#define GROUPS_SETTINGS_ZONES_SCHEDULE_END_WIDTH 8u
MR_INLINE uint8_t groups_settings_get_zones_schedule_end(const groups_settings_t *block, unsigned i, unsigned j) { MR_CHECK(i < 3u && j < 2u); return MR_LE8(1, block->bytes + 0xBu + i * 8u + j * 3u); }
MR_INLINE void groups_settings_set_zones_schedule_end(groups_settings_t *block, unsigned i, unsigned j, uint8_t to) { MR_CHECK(i < 3u && j < 2u); MR_SET_LE8(1, block->bytes + 0xBu + i * 8u + j * 3u, to); }
#define GROUPS_SETTINGS_ZONES_SCHEDULE_ON_OFFSET 0x09u
#define GROUPS_SETTINGS_ZONES_SCHEDULE_ON_BIT 0u
#define GROUPS_SETTINGS_ZONES_SCHEDULE_ON_WIDTH 1u
MR_INLINE bool groups_settings_get_zones_schedule_on(const groups_settings_t *block, unsigned i, unsigned j) { MR_CHECK(i < 3u && j < 2u); return MR_BIT(MR_LE8(1, block->bytes + 0x9u + i * 8u + j * 3u), 0); }
MR_INLINE void groups_settings_set_zones_schedule_on(groups_settings_t *block, unsigned i, unsigned j, bool to) { MR_CHECK(i < 3u && j < 2u); MR_PUT_IN(8, uint8_t, block->bytes + 0x9u + i * 8u + j * 3u, 0, 1, to); }
MR_INLINE void groups_settings_toggle_zones_schedule_on(groups_settings_t *block, unsigned i, unsigned j) { MR_CHECK(i < 3u && j < 2u); block->bytes[0x09u + i * 8u + j * 3u] ^= 0x1u; }
#define GROUPS_SETTINGS_CHANNELS_GAIN_OFFSET 0x80u
#define GROUPS_SETTINGS_CHANNELS_GAIN_BIT 0u
#define GROUPS_SETTINGS_CHANNELS_GAIN_WIDTH 16u
MR_INLINE uint16_t groups_settings_get_channels_gain(const groups_settings_t *block, unsigned i) { MR_CHECK(i < 4u); return MR_LE16(1, block->bytes + 0x80u + i * 16u); }
MR_INLINE void groups_settings_set_channels_gain(groups_settings_t *block, unsigned i, uint16_t to) { MR_CHECK(i < 4u); MR_SET_LE16(1, block->bytes + 0x80u + i * 16u, to); }
#define GROUPS_SETTINGS_CHANNELS_FLAGS_LOW_OFFSET 0x82u
#define GROUPS_SETTINGS_CHANNELS_FLAGS_LOW_BIT 0u
#define GROUPS_SETTINGS_CHANNELS_FLAGS_LOW_WIDTH 4u
MR_INLINE uint8_t groups_settings_get_channels_flags_low(const groups_settings_t *block, unsigned i) { MR_CHECK(i < 4u); return MR_BITS(uint8_t, MR_LE8(1, block->bytes + 0x82u + i * 16u), 0, 4); }
MR_INLINE void groups_settings_set_channels_flags_low(groups_settings_t *block, unsigned i, uint8_t to) { MR_CHECK(i < 4u); MR_CHECK(to <= 15u); MR_PUT_IN(8, uint8_t, block->bytes + 0x82u + i * 16u, 0, 4, to); }
#define GROUPS_SETTINGS_CHANNELS_FLAGS_HIGH_OFFSET 0x82u
#define GROUPS_SETTINGS_CHANNELS_FLAGS_HIGH_BIT 4u
#define GROUPS_SETTINGS_CHANNELS_FLAGS_HIGH_WIDTH 4u
MR_INLINE uint8_t groups_settings_get_channels_flags_high(const groups_settings_t *block, unsigned i) { MR_CHECK(i < 4u); return MR_BITS(uint8_t, MR_LE8(1, block->bytes + 0x82u + i * 16u), 4, 4); }
MR_INLINE void groups_settings_set_channels_flags_high(groups_settings_t *block, unsigned i, uint8_t to) { MR_CHECK(i < 4u); MR_CHECK(to <= 15u); MR_PUT_IN(8, uint8_t, block->bytes + 0x82u + i * 16u, 4, 4, to); }

#endif
