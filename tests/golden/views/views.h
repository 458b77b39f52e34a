/* Made from views.mr by memregc 0.1.0; fingerprint 0xB79C88A4. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** What other tools show of a layout: <every> view & its forms. */
#ifndef VIEWS_VIEWS_INCLUDED
#define VIEWS_VIEWS_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Boot, Kept, Forms, Device. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Registers: each access at exactly its width. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- Elements of arrays of bits that never cross a byte. */
/* ---- IEEE 754 numbers and their bits. Where double is no 64 bits wide, a 64-bit number stays raw. */
/* ---- Text of at most `size` bytes, padded with NUL; a copy of it is always terminated. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define VIEWS_VERSION 2u
#define VIEWS_FINGERPRINT 0xB79C88A4u

typedef enum {
    VIEWS_MODE_OFF = 0,
    VIEWS_MODE_HEAT = 1,
    VIEWS_MODE_COOL = 2,
    VIEWS_MODE_FAULT = 7
} views_mode_t;
static inline bool views_mode_is_valid(unsigned value)
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
static inline const char *views_mode_name(views_mode_t value)
{
    switch (value) {
    case VIEWS_MODE_OFF: return "off";
    case VIEWS_MODE_HEAT: return "heat";
    case VIEWS_MODE_COOL: return "cool";
    case VIEWS_MODE_FAULT: return "fault";
    default: return "?";
    }
}

#define VIEWS_POINT_SIZE 5u
typedef struct {
    int16_t x;
    uint32_t y;
} views_point_t;
static inline void views_point_pack(uint8_t *bytes, const views_point_t *value)
{
    MR_SET_LE16(1, bytes, (uint16_t)value->x);
    MR_SET_LE24(1, bytes + 0x2u, value->y);
}
static inline void views_point_unpack(views_point_t *value, const uint8_t *bytes)
{
    value->x = (int16_t)MR_LE16(1, bytes);
    value->y = MR_LE24(1, bytes + 0x2u);
}

/* ---- Boot: 16 bytes in sram at 0x0, guarded by crc16
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000 0      first_run                bool            = true
 * 0x0000 3:1    mode                     Mode            = off
 * 0x0000 7:4    (free)
 * 0x0001        resets                   u16
 * 0x0003        owner                    char[5]         = "acme"
 * 0x0008        (free)
 * 0x000D        (version)                u8
 * 0x000E        (crc16)
 */
#define VIEWS_BOOT_SIZE 16u
/** The linker chooses its place. */
typedef struct { uint8_t bytes[VIEWS_BOOT_SIZE]; } views_boot_t;
MR_ASSERT(views_boot, sizeof(views_boot_t) == VIEWS_BOOT_SIZE);
MR_EXTERN uint8_t views_sram_bytes[];
/* The place itself. */
MR_INLINE views_boot_t *views_boot_at(void) { return (views_boot_t *)(void *)(views_sram_bytes + 0x0u); }
static inline void views_boot_defaults(views_boot_t *block)
{
    static const uint8_t initial[VIEWS_BOOT_SIZE] = {
        0x01, 0x00, 0x00, 0x61, 0x63, 0x6D, 0x65, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x51, 0x61,
    };
    mr_copy(block->bytes, initial, VIEWS_BOOT_SIZE);
}
static inline uint16_t views_boot_crc(const views_boot_t *block)
{
    return mr_crc16(0x7214u, block->bytes, 0xEu);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t views_boot_check(const views_boot_t *block)
{
    uint16_t difference = (uint16_t)(views_boot_crc(block) ^ MR_LE16(1, block->bytes + 0xEu));
    if (difference == 0)
        return block->bytes[0xDu] == 2u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, VIEWS_BOOT_SIZE) || mr_is_filled(block->bytes, 0xFF, VIEWS_BOOT_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void views_boot_seal(views_boot_t *block)
{
    block->bytes[0xDu] = 2u;
    MR_SET_LE16(1, block->bytes + 0xEu, views_boot_crc(block));
}
/* Copies the place here, and back: only bytes that differ are written, the guard last. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t views_boot_load(views_boot_t *block)
{
    mr_copy(block->bytes, views_boot_at()->bytes, VIEWS_BOOT_SIZE);
    return MR_OK;
}
static inline mr_status_t views_boot_flush(views_boot_t *block)
{
    views_boot_seal(block);
    mr_copy_changed(views_boot_at()->bytes, block->bytes, VIEWS_BOOT_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool views_boot_pending(const views_boot_t *block)
{
    const views_boot_t *place = views_boot_at();
    return mr_differs(block->bytes, place->bytes, 0xDu) || views_boot_check(place) != MR_OK;
}
/* Loads, and says what was found; where that is neither MR_OK nor an error of the transfer, the defaults are set. */
static inline mr_status_t views_boot_open(views_boot_t *block)
{
    mr_status_t found = views_boot_load(block);
    if (found < MR_OK)
        return found;
    found = views_boot_check(block);
    if (found != MR_OK)
        views_boot_defaults(block);
    return found;
}
#define VIEWS_BOOT_FIRST_RUN_OFFSET 0x00u
#define VIEWS_BOOT_FIRST_RUN_BIT 0u
#define VIEWS_BOOT_FIRST_RUN_WIDTH 1u
MR_INLINE bool views_boot_get_first_run(const views_boot_t *block) { return MR_BIT(MR_LE8(1, block->bytes), 0); }
MR_INLINE void views_boot_set_first_run(views_boot_t *block, bool to) { MR_PUT_IN(8, uint8_t, block->bytes, 0, 1, to); }
MR_INLINE void views_boot_toggle_first_run(views_boot_t *block) { block->bytes[0x00u] ^= 0x1u; }
#define VIEWS_BOOT_MODE_OFFSET 0x00u
#define VIEWS_BOOT_MODE_BIT 1u
#define VIEWS_BOOT_MODE_WIDTH 3u
MR_INLINE views_mode_t views_boot_get_mode(const views_boot_t *block) { return MR_BITS_ENUM(views_mode_t, MR_LE8(1, block->bytes), 1, 3); }
MR_INLINE void views_boot_set_mode(views_boot_t *block, views_mode_t to) { MR_CHECK((unsigned)to >> 3 == 0); MR_PUT_IN(8, uint8_t, block->bytes, 1, 3, mr_any((uint32_t)to)); }
/** since it was made */
#define VIEWS_BOOT_RESETS_OFFSET 0x01u
#define VIEWS_BOOT_RESETS_BIT 0u
#define VIEWS_BOOT_RESETS_WIDTH 16u
MR_INLINE uint16_t views_boot_get_resets(const views_boot_t *block) { return MR_LE16(1, block->bytes + 0x1u); }
MR_INLINE void views_boot_set_resets(views_boot_t *block, uint16_t to) { MR_SET_LE16(1, block->bytes + 0x1u, to); }
#define VIEWS_BOOT_OWNER_OFFSET 0x03u
#define VIEWS_BOOT_OWNER_BIT 0u
#define VIEWS_BOOT_OWNER_WIDTH 40u
MR_INLINE void views_boot_get_owner(const views_boot_t *block, char out[6]) { mr_text(out, block->bytes + 0x3u, 5u); }
MR_INLINE void views_boot_set_owner(views_boot_t *block, const char *to) { mr_set_text(block->bytes + 0x3u, to, 5u); }

/* ---- Kept: 7 bytes in sram at 0x10, guarded by crc8, two copies
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        count                    u32
 * 0x0004        (sequence)               u8
 * 0x0005        (version)                u8
 * 0x0006        (crc8)
 */
#define VIEWS_KEPT_SIZE 7u
/** Twice. */
typedef struct { uint8_t bytes[VIEWS_KEPT_SIZE]; } views_kept_t;
MR_ASSERT(views_kept, sizeof(views_kept_t) == VIEWS_KEPT_SIZE);
MR_EXTERN uint8_t views_sram_bytes[];
/* The place itself: its first copy. */
MR_INLINE views_kept_t *views_kept_at(void) { return (views_kept_t *)(void *)(views_sram_bytes + 0x10u); }
static inline void views_kept_defaults(views_kept_t *block)
{
    static const uint8_t initial[VIEWS_KEPT_SIZE] = {
        0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x96,
    };
    mr_copy(block->bytes, initial, VIEWS_KEPT_SIZE);
}
static inline uint8_t views_kept_crc(const views_kept_t *block)
{
    return mr_crc8(0xA8u, block->bytes, 0x6u);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t views_kept_check(const views_kept_t *block)
{
    uint8_t difference = (uint8_t)(views_kept_crc(block) ^ MR_LE8(1, block->bytes + 0x6u));
    if (difference == 0)
        return block->bytes[0x5u] == 2u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, VIEWS_KEPT_SIZE) || mr_is_filled(block->bytes, 0xFF, VIEWS_KEPT_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void views_kept_seal(views_kept_t *block)
{
    block->bytes[0x5u] = 2u;
    MR_SET_LE8(1, block->bytes + 0x6u, views_kept_crc(block));
}
/* The newer of the two copies that is whole: 0 or 1; 2 where neither is, and *found says why. */
static inline unsigned views_kept_newest(mr_status_t *found)
{
    const views_kept_t *copies = views_kept_at();
    mr_status_t first = views_kept_check(&copies[0]), second = views_kept_check(&copies[1]);
    *found = MR_OK;
    if (first == MR_OK && second == MR_OK)
        return (uint8_t)((unsigned)copies[1].bytes[0x4u] - (unsigned)copies[0].bytes[0x4u] - 1u) < 0x7Fu;
    if (first == MR_OK || second == MR_OK)
        return first != MR_OK;
    *found = first == second ? first : first == MR_FOREIGN || second == MR_FOREIGN ? MR_FOREIGN : MR_CORRUPT;
    return 2;
}
/* Copies the newer copy here, and back over the older one, the guard last: a reset within a flush leaves the newer as it was.
 * Both go byte by byte: keep interrupts that use the place away from them. */
static inline mr_status_t views_kept_load(views_kept_t *block)
{
    mr_status_t found;
    unsigned newest = views_kept_newest(&found);
    mr_copy(block->bytes, views_kept_at()[newest & 1u].bytes, VIEWS_KEPT_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool views_kept_pending(const views_kept_t *block)
{
    mr_status_t found;
    unsigned newest = views_kept_newest(&found);
    return newest == 2u || mr_differs(block->bytes, views_kept_at()[newest].bytes, 0x4u);
}
static inline mr_status_t views_kept_flush(views_kept_t *block)
{
    mr_status_t found;
    views_kept_t *copies = views_kept_at();
    unsigned newest = views_kept_newest(&found), older = newest == 0u;
    if (!views_kept_pending(block))
        return MR_OK;
    block->bytes[0x4u] = newest == 2u ? 0u : (uint8_t)(copies[newest].bytes[0x4u] + 1u);
    views_kept_seal(block);
    mr_copy_changed(copies[older].bytes, block->bytes, VIEWS_KEPT_SIZE);
    return MR_OK;
}
/* Loads, and says what was found; where that is neither MR_OK nor an error of the transfer, the defaults are set. */
static inline mr_status_t views_kept_open(views_kept_t *block)
{
    mr_status_t found;
    (void)views_kept_newest(&found);
    (void)views_kept_load(block);
    if (found != MR_OK)
        views_kept_defaults(block);
    return found;
}
#define VIEWS_KEPT_COUNT_OFFSET 0x00u
#define VIEWS_KEPT_COUNT_BIT 0u
#define VIEWS_KEPT_COUNT_WIDTH 32u
MR_INLINE uint32_t views_kept_get_count(const views_kept_t *block) { return MR_LE32(1, block->bytes); }
MR_INLINE void views_kept_set_count(views_kept_t *block, uint32_t to) { MR_SET_LE32(1, block->bytes, to); }

/* ---- Forms: 30 bytes at 0x20001000, 3 times every 0x1E
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000 11:0   bits                     u12
 * 0x0001 15:4   signed_bits              i3[4]
 * 0x0003        odd                      u40
 * 0x0008        points                   Point[2]
 * 0x0008          x                      i16
 * 0x000A          y                      u24
 * 0x0012        fixed_point              q8.8
 * 0x0014        ratio                    f32
 * 0x0018        millivolts               u16 be          [x 0.5 + 10 mV]
 * 0x001A        raw                      byte[4]
 */
#define VIEWS_FORMS_SIZE 30u
#define VIEWS_FORMS_COUNT 3u
#define VIEWS_FORMS_STRIDE 0x1Eu
#ifndef VIEWS_FORMS_ADDRESS
#define VIEWS_FORMS_ADDRESS 0x20001000u
#endif
typedef struct { uint8_t bytes[VIEWS_FORMS_SIZE]; } views_forms_t;
MR_ASSERT(views_forms, sizeof(views_forms_t) == VIEWS_FORMS_SIZE);
/* The place itself. */
MR_INLINE views_forms_t *views_forms_at(unsigned i) { MR_CHECK(i < 3u); return (views_forms_t *)(uintptr_t)(VIEWS_FORMS_ADDRESS + i * 0x1Eu); }
static inline void views_forms_defaults(views_forms_t *block)
{
    mr_fill(block->bytes, 0, VIEWS_FORMS_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t views_forms_load(views_forms_t *block, unsigned i)
{
    mr_copy(block->bytes, views_forms_at(i)->bytes, VIEWS_FORMS_SIZE);
    return MR_OK;
}
static inline mr_status_t views_forms_flush(views_forms_t *block, unsigned i)
{
    mr_copy_changed(views_forms_at(i)->bytes, block->bytes, VIEWS_FORMS_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool views_forms_pending(const views_forms_t *block, unsigned i)
{
    const views_forms_t *place = views_forms_at(i);
    return mr_differs(block->bytes, place->bytes, VIEWS_FORMS_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t views_forms_open(views_forms_t *block, unsigned i)
{
    return views_forms_load(block, i);
}
#define VIEWS_FORMS_BITS_OFFSET 0x00u
#define VIEWS_FORMS_BITS_BIT 0u
#define VIEWS_FORMS_BITS_WIDTH 12u
MR_INLINE uint16_t views_forms_get_bits(const views_forms_t *block) { return MR_BITS(uint16_t, MR_LE16(1, block->bytes), 0, 12); }
MR_INLINE void views_forms_set_bits(views_forms_t *block, uint16_t to) { MR_CHECK(to <= 4095u); MR_PUT_TWO(block->bytes, 0, 12, to); }
#define VIEWS_FORMS_SIGNED_BITS_OFFSET 0x01u
#define VIEWS_FORMS_SIGNED_BITS_BIT 4u
#define VIEWS_FORMS_SIGNED_BITS_WIDTH 3u
#define VIEWS_FORMS_SIGNED_BITS_COUNT 4u
MR_INLINE int8_t views_forms_get_signed_bits(const views_forms_t *block, unsigned i) { MR_CHECK(i < 4u); return MR_BITS_SIGNED_64(int8_t, mr_span(block->bytes + 0x1u, 1, 4u + i * 3u, 3), 0, 3); }
MR_INLINE void views_forms_set_signed_bits(views_forms_t *block, unsigned i, int8_t to) { MR_CHECK(i < 4u); MR_CHECK(to >= -4 && to <= 3); mr_put_span(block->bytes + 0x1u, 1, 4u + i * 3u, 3, (uint64_t)to); }
#define VIEWS_FORMS_ODD_OFFSET 0x03u
#define VIEWS_FORMS_ODD_BIT 0u
#define VIEWS_FORMS_ODD_WIDTH 40u
MR_INLINE uint64_t views_forms_get_odd(const views_forms_t *block) { return MR_LE40(1, block->bytes + 0x3u); }
MR_INLINE void views_forms_set_odd(views_forms_t *block, uint64_t to) { MR_CHECK(to <= 1099511627775ull); MR_SET_LE40(1, block->bytes + 0x3u, to); }
#define VIEWS_FORMS_POINTS_X_OFFSET 0x08u
#define VIEWS_FORMS_POINTS_X_BIT 0u
#define VIEWS_FORMS_POINTS_X_WIDTH 16u
MR_INLINE int16_t views_forms_get_points_x(const views_forms_t *block, unsigned i) { MR_CHECK(i < 2u); return (int16_t)MR_LE16(1, block->bytes + 0x8u + i * 5u); }
MR_INLINE void views_forms_set_points_x(views_forms_t *block, unsigned i, int16_t to) { MR_CHECK(i < 2u); MR_SET_LE16(1, block->bytes + 0x8u + i * 5u, (uint16_t)to); }
#define VIEWS_FORMS_POINTS_Y_OFFSET 0x0Au
#define VIEWS_FORMS_POINTS_Y_BIT 0u
#define VIEWS_FORMS_POINTS_Y_WIDTH 24u
MR_INLINE uint32_t views_forms_get_points_y(const views_forms_t *block, unsigned i) { MR_CHECK(i < 2u); return MR_LE24(1, block->bytes + 0xAu + i * 5u); }
MR_INLINE void views_forms_set_points_y(views_forms_t *block, unsigned i, uint32_t to) { MR_CHECK(i < 2u); MR_CHECK(to <= 16777215u); MR_SET_LE24(1, block->bytes + 0xAu + i * 5u, to); }
#define VIEWS_FORMS_FIXED_POINT_OFFSET 0x12u
#define VIEWS_FORMS_FIXED_POINT_BIT 0u
#define VIEWS_FORMS_FIXED_POINT_WIDTH 16u
MR_INLINE int16_t views_forms_get_fixed_point(const views_forms_t *block) { return (int16_t)MR_LE16(1, block->bytes + 0x12u); }
MR_INLINE void views_forms_set_fixed_point(views_forms_t *block, int16_t to) { MR_SET_LE16(1, block->bytes + 0x12u, (uint16_t)to); }
#define VIEWS_FORMS_RATIO_OFFSET 0x14u
#define VIEWS_FORMS_RATIO_BIT 0u
#define VIEWS_FORMS_RATIO_WIDTH 32u
MR_INLINE float views_forms_get_ratio(const views_forms_t *block) { return mr_float(MR_LE32(1, block->bytes + 0x14u)); }
MR_INLINE void views_forms_set_ratio(views_forms_t *block, float to) { MR_SET_LE32(1, block->bytes + 0x14u, mr_float_bits(to)); }
#define VIEWS_FORMS_MILLIVOLTS_OFFSET 0x18u
#define VIEWS_FORMS_MILLIVOLTS_BIT 0u
#define VIEWS_FORMS_MILLIVOLTS_WIDTH 16u
MR_INLINE uint16_t views_forms_get_millivolts(const views_forms_t *block) { return MR_BE16(1, block->bytes + 0x18u); }
MR_INLINE void views_forms_set_millivolts(views_forms_t *block, uint16_t to) { MR_SET_BE16(1, block->bytes + 0x18u, to); }
#define VIEWS_FORMS_RAW_OFFSET 0x1Au
#define VIEWS_FORMS_RAW_BIT 0u
#define VIEWS_FORMS_RAW_WIDTH 32u
MR_INLINE uint8_t *views_forms_bytes_raw(views_forms_t *block) { return block->bytes + 0x1Au; }
MR_INLINE const uint8_t *views_forms_const_bytes_raw(const views_forms_t *block) { return block->bytes + 0x1Au; }
MR_INLINE views_point_t views_forms_get_points(const views_forms_t *block, unsigned i) { MR_CHECK(i < 2u); views_point_t value; views_point_unpack(&value, block->bytes + 0x8u + i * 5u); return value; }
MR_INLINE void views_forms_set_points(views_forms_t *block, unsigned i, views_point_t to) { MR_CHECK(i < 2u); views_point_pack(block->bytes + 0x8u + i * 5u, &to); }

/* ---- Device: 312 bytes at 0x40000000
 * OFFSET BITS   NAME                     TYPE       ACCESS
 * 0x0000        status                   u8         rw
 *        0        (free)
 *        1        done                   bool       w1c
 *        4:2      mode                   Mode       rw
 *        7:5      (free)
 * 0x0100        channel                  [4] every 16
 * 0x0100          values                 u16[2]     rw
 * 0x0104          cleared                u32        rw rc
 */
#ifndef VIEWS_DEVICE_BASE
#define VIEWS_DEVICE_BASE 0x40000000u
#endif

#define VIEWS_DEVICE_STATUS_OFFSET 0x00u
typedef struct { uint8_t bits; } views_device_status_t;
MR_ASSERT(views_device_status, sizeof(views_device_status_t) == 1u);
MR_INLINE views_device_status_t views_device_status_read(void) { views_device_status_t value = { MR_REGISTER(uint8_t, VIEWS_DEVICE_BASE) }; return value; }
MR_INLINE void views_device_status_write(views_device_status_t value) { MR_REGISTER(uint8_t, VIEWS_DEVICE_BASE) = value.bits; }
MR_INLINE views_device_status_t views_device_status_edit(void)
{
    views_device_status_t value = views_device_status_read();
    value.bits = (uint8_t)(value.bits & 0xFDu);
    return value;
}
#define VIEWS_DEVICE_STATUS_DONE_Pos 1u
#define VIEWS_DEVICE_STATUS_DONE_Msk 0x02u
MR_INLINE bool views_device_status_get_done(views_device_status_t value) { return MR_BIT(value.bits, 1); }
MR_INLINE views_device_status_t views_device_status_with_done(views_device_status_t value, bool to) { value.bits = MR_WITH(uint8_t, value.bits, 1, 1, to); return value; }
MR_INLINE bool views_device_status_read_done(void) { return MR_READ(views_device_status, done); }
MR_INLINE void views_device_status_clear_done(void) { views_device_status_t value = views_device_status_edit(); value.bits = (uint8_t)(value.bits | 0x02u); views_device_status_write(value); }
#define VIEWS_DEVICE_STATUS_MODE_Pos 2u
#define VIEWS_DEVICE_STATUS_MODE_Msk 0x1Cu
MR_INLINE views_mode_t views_device_status_get_mode(views_device_status_t value) { return MR_BITS_ENUM(views_mode_t, value.bits, 2, 3); }
MR_INLINE views_device_status_t views_device_status_with_mode(views_device_status_t value, views_mode_t to) { MR_CHECK((unsigned)to >> 3 == 0); value.bits = MR_WITH(uint8_t, value.bits, 2, 3, mr_any((uint32_t)to)); return value; }
MR_INLINE views_mode_t views_device_status_read_mode(void) { return MR_READ(views_device_status, mode); }
MR_INLINE void views_device_status_set_mode(views_mode_t to) { MR_SET(views_device_status, mode, to); }

#define VIEWS_DEVICE_CHANNEL_VALUES_OFFSET 0x100u
#define VIEWS_DEVICE_CHANNEL_VALUES_COUNT 2u
#define VIEWS_DEVICE_CHANNEL_VALUES_STRIDE 0x2u
MR_INLINE uint16_t views_device_channel_values_read(unsigned i, unsigned j) { MR_CHECK(i < 4u && j < 2u); return MR_REGISTERS(uint16_t, 8u, VIEWS_DEVICE_BASE + 0x100u)[i][j * 1u]; }
MR_INLINE void views_device_channel_values_write(unsigned i, unsigned j, uint16_t value) { MR_CHECK(i < 4u && j < 2u); MR_REGISTERS(uint16_t, 8u, VIEWS_DEVICE_BASE + 0x100u)[i][j * 1u] = value; }

#define VIEWS_DEVICE_CHANNEL_CLEARED_OFFSET 0x104u
#define VIEWS_DEVICE_CHANNEL_CLEARED_COUNT 4u
#define VIEWS_DEVICE_CHANNEL_CLEARED_STRIDE 0x10u
MR_INLINE uint32_t views_device_channel_cleared_read(unsigned i) { MR_CHECK(i < 4u); return MR_REGISTERS(uint32_t, 4u, VIEWS_DEVICE_BASE + 0x104u)[i][0]; }
MR_INLINE void views_device_channel_cleared_write(unsigned i, uint32_t value) { MR_CHECK(i < 4u); MR_REGISTERS(uint32_t, 4u, VIEWS_DEVICE_BASE + 0x104u)[i][0] = value; }

#endif
