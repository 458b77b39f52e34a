/* Made from target_avr.mr by memregc 0.1.0; fingerprint 0xFC51FA89. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** A target that brings regions: AVR128DA28. */
#ifndef TARGET_AVR_TARGET_AVR_INCLUDED
#define TARGET_AVR_TARGET_AVR_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Boot, Factory, Setup, Flags, Usart0. */
#include <stdbool.h>
#include <stdint.h>

#include <memreg/row.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Registers: each access at exactly its width. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- Text of at most `size` bytes, padded with NUL; a copy of it is always terminated. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
/* ---- Blocks in rows: their bytes go into the row's copy, and from there, all at once, into the part. */
#define TARGET_AVR_VERSION 2u
#define TARGET_AVR_FINGERPRINT 0xFC51FA89u

/* ---- region userrow (userrow), by avr_dx_row.h */
MR_EXTERN mr_row_t target_avr_userrow_row;   /* in the glue, opened by its init */

/* ---- region eeprom (eeprom), by avr_dx_row.h */
MR_EXTERN mr_row_t target_avr_eeprom_row;   /* in the glue, opened by its init */

typedef enum {
    TARGET_AVR_MODE_OFF = 0,
    TARGET_AVR_MODE_HEAT = 1,
    TARGET_AVR_MODE_COOL = 2,
    TARGET_AVR_MODE_FAULT = 7
} target_avr_mode_t;
static inline bool target_avr_mode_is_valid(unsigned value)
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
static inline const char *target_avr_mode_name(target_avr_mode_t value)
{
    switch (value) {
    case TARGET_AVR_MODE_OFF: return "off";
    case TARGET_AVR_MODE_HEAT: return "heat";
    case TARGET_AVR_MODE_COOL: return "cool";
    case TARGET_AVR_MODE_FAULT: return "fault";
    default: return "?";
    }
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
#define TARGET_AVR_BOOT_SIZE 16u
typedef struct { uint8_t bytes[TARGET_AVR_BOOT_SIZE]; } target_avr_boot_t;
MR_ASSERT(target_avr_boot, sizeof(target_avr_boot_t) == TARGET_AVR_BOOT_SIZE);
MR_EXTERN uint8_t target_avr_sram_bytes[];
/* The place itself. */
MR_INLINE target_avr_boot_t *target_avr_boot_at(void) { return (target_avr_boot_t *)(void *)(target_avr_sram_bytes + 0x0u); }
static inline void target_avr_boot_defaults(target_avr_boot_t *block)
{
    static const uint8_t initial[TARGET_AVR_BOOT_SIZE] = {
        0x01, 0x00, 0x00, 0x61, 0x63, 0x6D, 0x65, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xDD, 0xF9,
    };
    mr_copy(block->bytes, initial, TARGET_AVR_BOOT_SIZE);
}
static inline uint16_t target_avr_boot_crc(const target_avr_boot_t *block)
{
    return mr_crc16(0xC7B6u, block->bytes, 0xEu);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t target_avr_boot_check(const target_avr_boot_t *block)
{
    uint16_t difference = (uint16_t)(target_avr_boot_crc(block) ^ MR_LE16(1, block->bytes + 0xEu));
    if (difference == 0)
        return block->bytes[0xDu] == 2u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, TARGET_AVR_BOOT_SIZE) || mr_is_filled(block->bytes, 0xFF, TARGET_AVR_BOOT_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void target_avr_boot_seal(target_avr_boot_t *block)
{
    block->bytes[0xDu] = 2u;
    MR_SET_LE16(1, block->bytes + 0xEu, target_avr_boot_crc(block));
}
/* Copies the place here, and back: only bytes that differ are written, the guard last. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t target_avr_boot_load(target_avr_boot_t *block)
{
    mr_copy(block->bytes, target_avr_boot_at()->bytes, TARGET_AVR_BOOT_SIZE);
    return MR_OK;
}
static inline mr_status_t target_avr_boot_flush(target_avr_boot_t *block)
{
    target_avr_boot_seal(block);
    mr_copy_changed(target_avr_boot_at()->bytes, block->bytes, TARGET_AVR_BOOT_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool target_avr_boot_pending(const target_avr_boot_t *block)
{
    const target_avr_boot_t *place = target_avr_boot_at();
    return mr_differs(block->bytes, place->bytes, 0xDu) || target_avr_boot_check(place) != MR_OK;
}
/* Loads, and says what was found; where that is neither MR_OK nor an error of the transfer, the defaults are set. */
static inline mr_status_t target_avr_boot_open(target_avr_boot_t *block)
{
    mr_status_t found = target_avr_boot_load(block);
    if (found < MR_OK)
        return found;
    found = target_avr_boot_check(block);
    if (found != MR_OK)
        target_avr_boot_defaults(block);
    return found;
}
#define TARGET_AVR_BOOT_FIRST_RUN_OFFSET 0x00u
#define TARGET_AVR_BOOT_FIRST_RUN_BIT 0u
#define TARGET_AVR_BOOT_FIRST_RUN_WIDTH 1u
MR_INLINE bool target_avr_boot_get_first_run(const target_avr_boot_t *block) { return MR_BIT(MR_LE8(1, block->bytes), 0); }
MR_INLINE void target_avr_boot_set_first_run(target_avr_boot_t *block, bool to) { MR_PUT_IN(8, uint8_t, block->bytes, 0, 1, to); }
MR_INLINE void target_avr_boot_toggle_first_run(target_avr_boot_t *block) { block->bytes[0x00u] ^= 0x1u; }
#define TARGET_AVR_BOOT_MODE_OFFSET 0x00u
#define TARGET_AVR_BOOT_MODE_BIT 1u
#define TARGET_AVR_BOOT_MODE_WIDTH 3u
MR_INLINE target_avr_mode_t target_avr_boot_get_mode(const target_avr_boot_t *block) { return MR_BITS_ENUM(target_avr_mode_t, MR_LE8(1, block->bytes), 1, 3); }
MR_INLINE void target_avr_boot_set_mode(target_avr_boot_t *block, target_avr_mode_t to) { MR_CHECK((unsigned)to >> 3 == 0); MR_PUT_IN(8, uint8_t, block->bytes, 1, 3, mr_any((uint32_t)to)); }
#define TARGET_AVR_BOOT_RESETS_OFFSET 0x01u
#define TARGET_AVR_BOOT_RESETS_BIT 0u
#define TARGET_AVR_BOOT_RESETS_WIDTH 16u
MR_INLINE uint16_t target_avr_boot_get_resets(const target_avr_boot_t *block) { return MR_LE16(1, block->bytes + 0x1u); }
MR_INLINE void target_avr_boot_set_resets(target_avr_boot_t *block, uint16_t to) { MR_SET_LE16(1, block->bytes + 0x1u, to); }
#define TARGET_AVR_BOOT_OWNER_OFFSET 0x03u
#define TARGET_AVR_BOOT_OWNER_BIT 0u
#define TARGET_AVR_BOOT_OWNER_WIDTH 40u
MR_INLINE void target_avr_boot_get_owner(const target_avr_boot_t *block, char out[6]) { mr_text(out, block->bytes + 0x3u, 5u); }
MR_INLINE void target_avr_boot_set_owner(target_avr_boot_t *block, const char *to) { mr_set_text(block->bytes + 0x3u, to, 5u); }

/* ---- Factory: 6 bytes at 0x1080
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        serial                   u32
 * 0x0004        gain                     i16             = 1000
 */
#define TARGET_AVR_FACTORY_SIZE 6u
#ifndef TARGET_AVR_FACTORY_ADDRESS
#define TARGET_AVR_FACTORY_ADDRESS 0x1080u
#endif
typedef struct { uint8_t bytes[TARGET_AVR_FACTORY_SIZE]; } target_avr_factory_t;
MR_ASSERT(target_avr_factory, sizeof(target_avr_factory_t) == TARGET_AVR_FACTORY_SIZE);
/* The place itself. */
MR_INLINE const target_avr_factory_t *target_avr_factory_at(void) { return (const target_avr_factory_t *)(uintptr_t)(TARGET_AVR_FACTORY_ADDRESS); }
static inline void target_avr_factory_defaults(target_avr_factory_t *block)
{
    static const uint8_t initial[TARGET_AVR_FACTORY_SIZE] = {
        0x00, 0x00, 0x00, 0x00, 0xE8, 0x03,
    };
    mr_copy(block->bytes, initial, TARGET_AVR_FACTORY_SIZE);
}
/* What the row holds, with what a failed flush left waiting. */
MR_INLINE const target_avr_factory_t *target_avr_factory_held(void) { return (const target_avr_factory_t *)(const void *)(target_avr_userrow_row.buffer + 0x0u); }
/* Copies the block from the row, and back: programs what differs; erases only where a bit must rise, and
 * carries over what else lies in that erase unit. MR_BUSY, MR_LOCKED, MR_IN_INTERRUPT: nothing is changed; MR_ERROR,
 * MR_WORN: the part does not hold it, and the next flush tries again. */
static inline mr_status_t target_avr_factory_load(target_avr_factory_t *block)
{
    mr_copy(block->bytes, target_avr_factory_held()->bytes, TARGET_AVR_FACTORY_SIZE);
    return MR_OK;
}
static inline mr_status_t target_avr_factory_flush(target_avr_factory_t *block)
{
    return mr_row_bring(&target_avr_userrow_row, 0x0u, block->bytes, TARGET_AVR_FACTORY_SIZE);
}
/* What a flush would cost now. */
static inline mr_status_t target_avr_factory_plan(const target_avr_factory_t *block, mr_row_plan_t *plan)
{
    target_avr_factory_t image = *block;
    return mr_row_plan_of(&target_avr_userrow_row, 0x0u, image.bytes, TARGET_AVR_FACTORY_SIZE, plan);
}
/* Would a flush change anything? */
static inline bool target_avr_factory_pending(const target_avr_factory_t *block)
{
    const target_avr_factory_t *held = target_avr_factory_held();
    return mr_differs(block->bytes, held->bytes, TARGET_AVR_FACTORY_SIZE)
        || mr_row_pending(&target_avr_userrow_row) != 0;
}
/* Makes the block's bytes 0xFF, as new ones are. Fails as flush. */
static inline mr_status_t target_avr_factory_erase(void) { return mr_row_wipe(&target_avr_userrow_row, 0x0u, 6u); }
/* Loads. MR_FRESH where all bytes are 0xFF, as erased ones are: the defaults are set then. */
static inline mr_status_t target_avr_factory_open(target_avr_factory_t *block)
{
    mr_status_t status = target_avr_factory_load(block);
    if (status != MR_OK || !mr_is_filled(block->bytes, 0xFF, TARGET_AVR_FACTORY_SIZE))
        return status;
    target_avr_factory_defaults(block);
    return MR_FRESH;
}
#define TARGET_AVR_FACTORY_SERIAL_OFFSET 0x00u
#define TARGET_AVR_FACTORY_SERIAL_BIT 0u
#define TARGET_AVR_FACTORY_SERIAL_WIDTH 32u
MR_INLINE uint32_t target_avr_factory_get_serial(const target_avr_factory_t *block) { return MR_LE32(1, block->bytes); }
MR_INLINE void target_avr_factory_set_serial(target_avr_factory_t *block, uint32_t to) { MR_SET_LE32(1, block->bytes, to); }
#define TARGET_AVR_FACTORY_GAIN_OFFSET 0x04u
#define TARGET_AVR_FACTORY_GAIN_BIT 0u
#define TARGET_AVR_FACTORY_GAIN_WIDTH 16u
MR_INLINE int16_t target_avr_factory_get_gain(const target_avr_factory_t *block) { return (int16_t)MR_LE16(1, block->bytes + 0x4u); }
MR_INLINE void target_avr_factory_set_gain(target_avr_factory_t *block, int16_t to) { MR_SET_LE16(1, block->bytes + 0x4u, (uint16_t)to); }

/* ---- Setup: 5 bytes at 0x1400, guarded by crc8
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000 3:0    hysteresis               u4              = 3
 * 0x0000 7:4    (free)
 * 0x0001        target                   i16             = 2100
 * 0x0003        (version)                u8
 * 0x0004        (crc8)
 */
#define TARGET_AVR_SETUP_SIZE 5u
#ifndef TARGET_AVR_SETUP_ADDRESS
#define TARGET_AVR_SETUP_ADDRESS 0x1400u
#endif
typedef struct { uint8_t bytes[TARGET_AVR_SETUP_SIZE]; } target_avr_setup_t;
MR_ASSERT(target_avr_setup, sizeof(target_avr_setup_t) == TARGET_AVR_SETUP_SIZE);
/* The place itself. */
MR_INLINE const target_avr_setup_t *target_avr_setup_at(void) { return (const target_avr_setup_t *)(uintptr_t)(TARGET_AVR_SETUP_ADDRESS); }
static inline void target_avr_setup_defaults(target_avr_setup_t *block)
{
    static const uint8_t initial[TARGET_AVR_SETUP_SIZE] = {
        0x03, 0x34, 0x08, 0x02, 0x16,
    };
    mr_copy(block->bytes, initial, TARGET_AVR_SETUP_SIZE);
}
static inline uint8_t target_avr_setup_crc(const target_avr_setup_t *block)
{
    return mr_crc8(0xB4u, block->bytes, 0x4u);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t target_avr_setup_check(const target_avr_setup_t *block)
{
    uint8_t difference = (uint8_t)(target_avr_setup_crc(block) ^ MR_LE8(1, block->bytes + 0x4u));
    if (difference == 0)
        return block->bytes[0x3u] == 2u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, TARGET_AVR_SETUP_SIZE) || mr_is_filled(block->bytes, 0xFF, TARGET_AVR_SETUP_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void target_avr_setup_seal(target_avr_setup_t *block)
{
    block->bytes[0x3u] = 2u;
    MR_SET_LE8(1, block->bytes + 0x4u, target_avr_setup_crc(block));
}
/* What the row holds, with what a failed flush left waiting. */
MR_INLINE const target_avr_setup_t *target_avr_setup_held(void) { return (const target_avr_setup_t *)(const void *)(target_avr_eeprom_row.buffer + 0x0u); }
/* Copies the block from the row, and back: programs what differs, the guard last; erases only where a bit must rise, and
 * carries over what else lies in that erase unit. MR_BUSY, MR_LOCKED, MR_IN_INTERRUPT: nothing is changed; MR_ERROR,
 * MR_WORN: the part does not hold it, and the next flush tries again. */
static inline mr_status_t target_avr_setup_load(target_avr_setup_t *block)
{
    mr_copy(block->bytes, target_avr_setup_held()->bytes, TARGET_AVR_SETUP_SIZE);
    return MR_OK;
}
static inline mr_status_t target_avr_setup_flush(target_avr_setup_t *block)
{
    target_avr_setup_seal(block);
    return mr_row_bring(&target_avr_eeprom_row, 0x0u, block->bytes, TARGET_AVR_SETUP_SIZE);
}
/* What a flush would cost now. */
static inline mr_status_t target_avr_setup_plan(const target_avr_setup_t *block, mr_row_plan_t *plan)
{
    target_avr_setup_t image = *block;
    target_avr_setup_seal(&image);
    return mr_row_plan_of(&target_avr_eeprom_row, 0x0u, image.bytes, TARGET_AVR_SETUP_SIZE, plan);
}
/* Would a flush change anything? */
static inline bool target_avr_setup_pending(const target_avr_setup_t *block)
{
    const target_avr_setup_t *held = target_avr_setup_held();
    return mr_differs(block->bytes, held->bytes, 0x3u) || target_avr_setup_check(held) != MR_OK
        || mr_row_pending(&target_avr_eeprom_row) != 0;
}
/* Makes the block's bytes 0xFF, as new ones are. Fails as flush. */
static inline mr_status_t target_avr_setup_erase(void) { return mr_row_wipe(&target_avr_eeprom_row, 0x0u, 5u); }
/* Loads, and says what was found; where that is neither MR_OK nor an error of the transfer, the defaults are set. */
static inline mr_status_t target_avr_setup_open(target_avr_setup_t *block)
{
    mr_status_t found = target_avr_setup_load(block);
    if (found < MR_OK)
        return found;
    found = target_avr_setup_check(block);
    if (found != MR_OK)
        target_avr_setup_defaults(block);
    return found;
}
#define TARGET_AVR_SETUP_TARGET_OFFSET 0x01u
#define TARGET_AVR_SETUP_TARGET_BIT 0u
#define TARGET_AVR_SETUP_TARGET_WIDTH 16u
MR_INLINE int16_t target_avr_setup_get_target(const target_avr_setup_t *block) { return (int16_t)MR_LE16(1, block->bytes + 0x1u); }
MR_INLINE void target_avr_setup_set_target(target_avr_setup_t *block, int16_t to) { MR_SET_LE16(1, block->bytes + 0x1u, (uint16_t)to); }
#define TARGET_AVR_SETUP_HYSTERESIS_OFFSET 0x00u
#define TARGET_AVR_SETUP_HYSTERESIS_BIT 0u
#define TARGET_AVR_SETUP_HYSTERESIS_WIDTH 4u
MR_INLINE uint8_t target_avr_setup_get_hysteresis(const target_avr_setup_t *block) { return MR_BITS(uint8_t, MR_LE8(1, block->bytes), 0, 4); }
MR_INLINE void target_avr_setup_set_hysteresis(target_avr_setup_t *block, uint8_t to) { MR_CHECK(to <= 15u); MR_PUT_IN(8, uint8_t, block->bytes, 0, 4, to); }

/* ---- Flags: 2 bytes at 0x1C
 * OFFSET BITS   NAME                     TYPE       ACCESS
 * 0x0000        low                      u8         rw
 *        0        overflow               bool       rw
 *        1        frame_error            bool       rw
 *        5:2      level                  u4         rw
 *        7:6      (free)
 * 0x0001        high                     u8         rw
 */
/** General purpose registers, changed by single instructions. */
#ifndef TARGET_AVR_FLAGS_BASE
#define TARGET_AVR_FLAGS_BASE 0x0000001Cu
#endif

#define TARGET_AVR_FLAGS_LOW_OFFSET 0x00u
typedef struct { uint8_t bits; } target_avr_flags_low_t;
MR_ASSERT(target_avr_flags_low, sizeof(target_avr_flags_low_t) == 1u);
MR_INLINE target_avr_flags_low_t target_avr_flags_low_read(void) { target_avr_flags_low_t value = { MR_REGISTER(uint8_t, TARGET_AVR_FLAGS_BASE) }; return value; }
MR_INLINE void target_avr_flags_low_write(target_avr_flags_low_t value) { MR_REGISTER(uint8_t, TARGET_AVR_FLAGS_BASE) = value.bits; }
MR_INLINE target_avr_flags_low_t target_avr_flags_low_edit(void) { return target_avr_flags_low_read(); }
#define TARGET_AVR_FLAGS_LOW_OVERFLOW_Pos 0u
#define TARGET_AVR_FLAGS_LOW_OVERFLOW_Msk 0x01u
MR_INLINE bool target_avr_flags_low_get_overflow(target_avr_flags_low_t value) { return MR_BIT(value.bits, 0); }
MR_INLINE target_avr_flags_low_t target_avr_flags_low_with_overflow(target_avr_flags_low_t value, bool to) { value.bits = MR_WITH(uint8_t, value.bits, 0, 1, to); return value; }
MR_INLINE bool target_avr_flags_low_read_overflow(void) { return MR_READ(target_avr_flags_low, overflow); }
MR_INLINE void target_avr_flags_low_set_overflow(bool to) { MR_SET(target_avr_flags_low, overflow, to); }
MR_INLINE void target_avr_flags_low_toggle_overflow(void) { MR_TOGGLE(target_avr_flags_low, 0x01u); }
#define TARGET_AVR_FLAGS_LOW_FRAME_ERROR_Pos 1u
#define TARGET_AVR_FLAGS_LOW_FRAME_ERROR_Msk 0x02u
MR_INLINE bool target_avr_flags_low_get_frame_error(target_avr_flags_low_t value) { return MR_BIT(value.bits, 1); }
MR_INLINE target_avr_flags_low_t target_avr_flags_low_with_frame_error(target_avr_flags_low_t value, bool to) { value.bits = MR_WITH(uint8_t, value.bits, 1, 1, to); return value; }
MR_INLINE bool target_avr_flags_low_read_frame_error(void) { return MR_READ(target_avr_flags_low, frame_error); }
MR_INLINE void target_avr_flags_low_set_frame_error(bool to) { MR_SET(target_avr_flags_low, frame_error, to); }
MR_INLINE void target_avr_flags_low_toggle_frame_error(void) { MR_TOGGLE(target_avr_flags_low, 0x02u); }
#define TARGET_AVR_FLAGS_LOW_LEVEL_Pos 2u
#define TARGET_AVR_FLAGS_LOW_LEVEL_Msk 0x3Cu
MR_INLINE uint8_t target_avr_flags_low_get_level(target_avr_flags_low_t value) { return MR_BITS(uint8_t, value.bits, 2, 4); }
MR_INLINE target_avr_flags_low_t target_avr_flags_low_with_level(target_avr_flags_low_t value, uint8_t to) { MR_CHECK(to <= 15u); value.bits = MR_WITH(uint8_t, value.bits, 2, 4, to); return value; }
MR_INLINE uint8_t target_avr_flags_low_read_level(void) { return MR_READ(target_avr_flags_low, level); }
MR_INLINE void target_avr_flags_low_set_level(uint8_t to) { MR_SET(target_avr_flags_low, level, to); }

#define TARGET_AVR_FLAGS_HIGH_OFFSET 0x01u
MR_INLINE uint8_t target_avr_flags_high_read(void) { return MR_REGISTER(uint8_t, TARGET_AVR_FLAGS_BASE + 0x1u); }
MR_INLINE void target_avr_flags_high_write(uint8_t value) { MR_REGISTER(uint8_t, TARGET_AVR_FLAGS_BASE + 0x1u) = value; }

/* ---- Usart0: 10 bytes at 0x800
 * OFFSET BITS   NAME                     TYPE       ACCESS
 * 0x0000        rxdata                   u16        ro
 *        7:0      data                   u8         ro
 *        8        (free)
 *        9        parity_error           bool       ro
 *        10       frame_error            bool       ro
 *        15:11    (free)
 * 0x0004        status                   u8         rw
 *        4:0      (free)
 *        5        ready                  bool       ro
 *        6        tx_done                bool       w1c
 *        7        rx_done                bool       ro
 * 0x0008        baud                     u16        rw
 */
#ifndef TARGET_AVR_USART0_BASE
#define TARGET_AVR_USART0_BASE 0x00000800u
#endif

#define TARGET_AVR_USART0_RXDATA_OFFSET 0x00u
typedef struct { uint16_t bits; } target_avr_usart0_rxdata_t;
MR_ASSERT(target_avr_usart0_rxdata, sizeof(target_avr_usart0_rxdata_t) == 2u);
MR_INLINE target_avr_usart0_rxdata_t target_avr_usart0_rxdata_read(void) { target_avr_usart0_rxdata_t value = { MR_REGISTER(uint16_t, TARGET_AVR_USART0_BASE) }; return value; }
#define TARGET_AVR_USART0_RXDATA_DATA_Pos 0u
#define TARGET_AVR_USART0_RXDATA_DATA_Msk 0x00FFu
MR_INLINE uint8_t target_avr_usart0_rxdata_get_data(target_avr_usart0_rxdata_t value) { return MR_BITS(uint8_t, value.bits, 0, 8); }
MR_INLINE uint8_t target_avr_usart0_rxdata_read_data(void) { return MR_READ(target_avr_usart0_rxdata, data); }
#define TARGET_AVR_USART0_RXDATA_PARITY_ERROR_Pos 9u
#define TARGET_AVR_USART0_RXDATA_PARITY_ERROR_Msk 0x0200u
MR_INLINE bool target_avr_usart0_rxdata_get_parity_error(target_avr_usart0_rxdata_t value) { return MR_BIT(value.bits, 9); }
MR_INLINE bool target_avr_usart0_rxdata_read_parity_error(void) { return MR_READ(target_avr_usart0_rxdata, parity_error); }
#define TARGET_AVR_USART0_RXDATA_FRAME_ERROR_Pos 10u
#define TARGET_AVR_USART0_RXDATA_FRAME_ERROR_Msk 0x0400u
MR_INLINE bool target_avr_usart0_rxdata_get_frame_error(target_avr_usart0_rxdata_t value) { return MR_BIT(value.bits, 10); }
MR_INLINE bool target_avr_usart0_rxdata_read_frame_error(void) { return MR_READ(target_avr_usart0_rxdata, frame_error); }

#define TARGET_AVR_USART0_STATUS_OFFSET 0x04u
typedef struct { uint8_t bits; } target_avr_usart0_status_t;
MR_ASSERT(target_avr_usart0_status, sizeof(target_avr_usart0_status_t) == 1u);
MR_INLINE target_avr_usart0_status_t target_avr_usart0_status_read(void) { target_avr_usart0_status_t value = { MR_REGISTER(uint8_t, TARGET_AVR_USART0_BASE + 0x4u) }; return value; }
MR_INLINE void target_avr_usart0_status_write(target_avr_usart0_status_t value) { MR_REGISTER(uint8_t, TARGET_AVR_USART0_BASE + 0x4u) = value.bits; }
MR_INLINE target_avr_usart0_status_t target_avr_usart0_status_edit(void)
{
    target_avr_usart0_status_t value = target_avr_usart0_status_read();
    value.bits = (uint8_t)(value.bits & 0xBFu);
    return value;
}
#define TARGET_AVR_USART0_STATUS_RX_DONE_Pos 7u
#define TARGET_AVR_USART0_STATUS_RX_DONE_Msk 0x80u
MR_INLINE bool target_avr_usart0_status_get_rx_done(target_avr_usart0_status_t value) { return MR_BIT(value.bits, 7); }
MR_INLINE bool target_avr_usart0_status_read_rx_done(void) { return MR_READ(target_avr_usart0_status, rx_done); }
#define TARGET_AVR_USART0_STATUS_TX_DONE_Pos 6u
#define TARGET_AVR_USART0_STATUS_TX_DONE_Msk 0x40u
MR_INLINE bool target_avr_usart0_status_get_tx_done(target_avr_usart0_status_t value) { return MR_BIT(value.bits, 6); }
MR_INLINE target_avr_usart0_status_t target_avr_usart0_status_with_tx_done(target_avr_usart0_status_t value, bool to) { value.bits = MR_WITH(uint8_t, value.bits, 6, 1, to); return value; }
MR_INLINE bool target_avr_usart0_status_read_tx_done(void) { return MR_READ(target_avr_usart0_status, tx_done); }
MR_INLINE void target_avr_usart0_status_clear_tx_done(void) { target_avr_usart0_status_t value = { 0x0u }; value.bits = (uint8_t)(value.bits | 0x40u); target_avr_usart0_status_write(value); }
#define TARGET_AVR_USART0_STATUS_READY_Pos 5u
#define TARGET_AVR_USART0_STATUS_READY_Msk 0x20u
MR_INLINE bool target_avr_usart0_status_get_ready(target_avr_usart0_status_t value) { return MR_BIT(value.bits, 5); }
MR_INLINE bool target_avr_usart0_status_read_ready(void) { return MR_READ(target_avr_usart0_status, ready); }

#define TARGET_AVR_USART0_BAUD_OFFSET 0x08u
MR_INLINE uint16_t target_avr_usart0_baud_read(void) { return MR_REGISTER(uint16_t, TARGET_AVR_USART0_BASE + 0x8u); }
MR_INLINE void target_avr_usart0_baud_write(uint16_t value) { MR_REGISTER(uint16_t, TARGET_AVR_USART0_BASE + 0x8u) = value; }

#endif
