/* Made from rows_host.mr by memregc 0.1.0; fingerprint 0xB0ADD5A6. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** The same on the PC: regions are files, one-time bytes too. */
#ifndef P_ROWS_HOST_INCLUDED
#define P_ROWS_HOST_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Factory, Tuned, Settings, Slots, Once. */
#include <stdbool.h>
#include <stdint.h>

#include <memreg/row.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
/* ---- Blocks in rows: their bytes go into the row's copy, and from there, all at once, into the part. */
#define P_VERSION 2u
#define P_FINGERPRINT 0xB0ADD5A6u

/* ---- region userrow (userrow), by host_memory.h */
MR_EXTERN mr_row_t p_userrow_row;   /* in the glue, opened by its init */

/* ---- region eeprom (eeprom), by host_memory.h */
MR_EXTERN mr_row_t p_eeprom_row;   /* in the glue, opened by its init */

/* ---- region otp (userrow), by host_memory.h */
MR_EXTERN mr_row_t p_otp_row;   /* in the glue, opened by its init */

/* ---- Factory: 8 bytes in userrow at 0x0
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        serial                   u32
 * 0x0004        gain                     i16             = 1000
 * 0x0006        offset                   i16
 */
#define P_FACTORY_SIZE 8u
typedef struct { uint8_t bytes[P_FACTORY_SIZE]; } p_factory_t;
MR_ASSERT(p_factory, sizeof(p_factory_t) == P_FACTORY_SIZE);
static inline void p_factory_defaults(p_factory_t *block)
{
    static const uint8_t initial[P_FACTORY_SIZE] = {
        0x00, 0x00, 0x00, 0x00, 0xE8, 0x03, 0x00, 0x00,
    };
    mr_copy(block->bytes, initial, P_FACTORY_SIZE);
}
/* What the row holds, with what a failed flush left waiting. */
MR_INLINE const p_factory_t *p_factory_held(void) { return (const p_factory_t *)(const void *)(p_userrow_row.buffer + 0x0u); }
/* Copies the block from the row, and back: programs what differs; erases only where a bit must rise, and
 * carries over what else lies in that erase unit. MR_BUSY, MR_LOCKED, MR_IN_INTERRUPT: nothing is changed; MR_ERROR,
 * MR_WORN: the part does not hold it, and the next flush tries again. */
static inline mr_status_t p_factory_load(p_factory_t *block)
{
    mr_copy(block->bytes, p_factory_held()->bytes, P_FACTORY_SIZE);
    return MR_OK;
}
static inline mr_status_t p_factory_flush(p_factory_t *block)
{
    return mr_row_bring(&p_userrow_row, 0x0u, block->bytes, P_FACTORY_SIZE);
}
/* What a flush would cost now. */
static inline mr_status_t p_factory_plan(const p_factory_t *block, mr_row_plan_t *plan)
{
    p_factory_t image = *block;
    return mr_row_plan_of(&p_userrow_row, 0x0u, image.bytes, P_FACTORY_SIZE, plan);
}
/* Would a flush change anything? */
static inline bool p_factory_pending(const p_factory_t *block)
{
    const p_factory_t *held = p_factory_held();
    return mr_differs(block->bytes, held->bytes, P_FACTORY_SIZE)
        || mr_row_pending(&p_userrow_row) != 0;
}
/* Makes the block's bytes 0xFF, as new ones are. Fails as flush. */
static inline mr_status_t p_factory_erase(void) { return mr_row_wipe(&p_userrow_row, 0x0u, 8u); }
/* Loads. MR_FRESH where all bytes are 0xFF, as erased ones are: the defaults are set then. */
static inline mr_status_t p_factory_open(p_factory_t *block)
{
    mr_status_t status = p_factory_load(block);
    if (status != MR_OK || !mr_is_filled(block->bytes, 0xFF, P_FACTORY_SIZE))
        return status;
    p_factory_defaults(block);
    return MR_FRESH;
}
#define P_FACTORY_SERIAL_OFFSET 0x00u
#define P_FACTORY_SERIAL_BIT 0u
#define P_FACTORY_SERIAL_WIDTH 32u
MR_INLINE uint32_t p_factory_get_serial(const p_factory_t *block) { return MR_LE32(1, block->bytes); }
MR_INLINE void p_factory_set_serial(p_factory_t *block, uint32_t to) { MR_SET_LE32(1, block->bytes, to); }
#define P_FACTORY_GAIN_OFFSET 0x04u
#define P_FACTORY_GAIN_BIT 0u
#define P_FACTORY_GAIN_WIDTH 16u
MR_INLINE int16_t p_factory_get_gain(const p_factory_t *block) { return (int16_t)MR_LE16(1, block->bytes + 0x4u); }
MR_INLINE void p_factory_set_gain(p_factory_t *block, int16_t to) { MR_SET_LE16(1, block->bytes + 0x4u, (uint16_t)to); }
#define P_FACTORY_OFFSET_OFFSET 0x06u
#define P_FACTORY_OFFSET_BIT 0u
#define P_FACTORY_OFFSET_WIDTH 16u
MR_INLINE int16_t p_factory_get_offset(const p_factory_t *block) { return (int16_t)MR_LE16(1, block->bytes + 0x6u); }
MR_INLINE void p_factory_set_offset(p_factory_t *block, int16_t to) { MR_SET_LE16(1, block->bytes + 0x6u, (uint16_t)to); }

/* ---- Tuned: 3 bytes in userrow at 0x8, guarded by crc8
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        level                    u8              = 3
 * 0x0001        (version)                u8
 * 0x0002        (crc8)
 */
#define P_TUNED_SIZE 3u
typedef struct { uint8_t bytes[P_TUNED_SIZE]; } p_tuned_t;
MR_ASSERT(p_tuned, sizeof(p_tuned_t) == P_TUNED_SIZE);
static inline void p_tuned_defaults(p_tuned_t *block)
{
    static const uint8_t initial[P_TUNED_SIZE] = {
        0x03, 0x02, 0x55,
    };
    mr_copy(block->bytes, initial, P_TUNED_SIZE);
}
static inline uint8_t p_tuned_crc(const p_tuned_t *block)
{
    return mr_crc8(0x43u, block->bytes, 0x2u);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t p_tuned_check(const p_tuned_t *block)
{
    uint8_t difference = (uint8_t)(p_tuned_crc(block) ^ MR_LE8(1, block->bytes + 0x2u));
    if (difference == 0)
        return block->bytes[0x1u] == 2u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, P_TUNED_SIZE) || mr_is_filled(block->bytes, 0xFF, P_TUNED_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void p_tuned_seal(p_tuned_t *block)
{
    block->bytes[0x1u] = 2u;
    MR_SET_LE8(1, block->bytes + 0x2u, p_tuned_crc(block));
}
/* What the row holds, with what a failed flush left waiting. */
MR_INLINE const p_tuned_t *p_tuned_held(void) { return (const p_tuned_t *)(const void *)(p_userrow_row.buffer + 0x8u); }
/* Copies the block from the row, and back: programs what differs, the guard last; erases only where a bit must rise, and
 * carries over what else lies in that erase unit. MR_BUSY, MR_LOCKED, MR_IN_INTERRUPT: nothing is changed; MR_ERROR,
 * MR_WORN: the part does not hold it, and the next flush tries again. */
static inline mr_status_t p_tuned_load(p_tuned_t *block)
{
    mr_copy(block->bytes, p_tuned_held()->bytes, P_TUNED_SIZE);
    return MR_OK;
}
static inline mr_status_t p_tuned_flush(p_tuned_t *block)
{
    p_tuned_seal(block);
    return mr_row_bring(&p_userrow_row, 0x8u, block->bytes, P_TUNED_SIZE);
}
/* What a flush would cost now. */
static inline mr_status_t p_tuned_plan(const p_tuned_t *block, mr_row_plan_t *plan)
{
    p_tuned_t image = *block;
    p_tuned_seal(&image);
    return mr_row_plan_of(&p_userrow_row, 0x8u, image.bytes, P_TUNED_SIZE, plan);
}
/* Would a flush change anything? */
static inline bool p_tuned_pending(const p_tuned_t *block)
{
    const p_tuned_t *held = p_tuned_held();
    return mr_differs(block->bytes, held->bytes, 0x1u) || p_tuned_check(held) != MR_OK
        || mr_row_pending(&p_userrow_row) != 0;
}
/* Makes the block's bytes 0xFF, as new ones are. Fails as flush. */
static inline mr_status_t p_tuned_erase(void) { return mr_row_wipe(&p_userrow_row, 0x8u, 3u); }
/* Loads, and says what was found; where that is neither MR_OK nor an error of the transfer, the defaults are set. */
static inline mr_status_t p_tuned_open(p_tuned_t *block)
{
    mr_status_t found = p_tuned_load(block);
    if (found < MR_OK)
        return found;
    found = p_tuned_check(block);
    if (found != MR_OK)
        p_tuned_defaults(block);
    return found;
}
#define P_TUNED_LEVEL_OFFSET 0x00u
#define P_TUNED_LEVEL_BIT 0u
#define P_TUNED_LEVEL_WIDTH 8u
MR_INLINE uint8_t p_tuned_get_level(const p_tuned_t *block) { return MR_LE8(1, block->bytes); }
MR_INLINE void p_tuned_set_level(p_tuned_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes, to); }

/* ---- Settings: 7 bytes in eeprom at 0x0, guarded by crc16, two copies
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        mode                     u8              = 2
 * 0x0001        target                   i16             = 2100
 * 0x0003        (sequence)               u8
 * 0x0004        (version)                u8
 * 0x0005        (crc16)
 */
#define P_SETTINGS_SIZE 7u
/** Two copies: the older one is written over. */
typedef struct { uint8_t bytes[P_SETTINGS_SIZE]; } p_settings_t;
MR_ASSERT(p_settings, sizeof(p_settings_t) == P_SETTINGS_SIZE);
static inline void p_settings_defaults(p_settings_t *block)
{
    static const uint8_t initial[P_SETTINGS_SIZE] = {
        0x02, 0x34, 0x08, 0x00, 0x02, 0x5B, 0x2C,
    };
    mr_copy(block->bytes, initial, P_SETTINGS_SIZE);
}
static inline uint16_t p_settings_crc(const p_settings_t *block)
{
    return mr_crc16(0x44F0u, block->bytes, 0x5u);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t p_settings_check(const p_settings_t *block)
{
    uint16_t difference = (uint16_t)(p_settings_crc(block) ^ MR_LE16(1, block->bytes + 0x5u));
    if (difference == 0)
        return block->bytes[0x4u] == 2u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, P_SETTINGS_SIZE) || mr_is_filled(block->bytes, 0xFF, P_SETTINGS_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void p_settings_seal(p_settings_t *block)
{
    block->bytes[0x4u] = 2u;
    MR_SET_LE16(1, block->bytes + 0x5u, p_settings_crc(block));
}
/* What the row holds, with what a failed flush left waiting: the first copy, the second behind it. */
MR_INLINE const p_settings_t *p_settings_held(void) { return (const p_settings_t *)(const void *)(p_eeprom_row.buffer + 0x0u); }
/* The newer of the two copies that is whole: 0 or 1; 2 where neither is, and *found says why. */
static inline unsigned p_settings_newest(mr_status_t *found)
{
    const p_settings_t *copies = p_settings_held();
    mr_status_t first = p_settings_check(&copies[0]), second = p_settings_check(&copies[1]);
    *found = MR_OK;
    if (first == MR_OK && second == MR_OK)
        return (uint8_t)((unsigned)copies[1].bytes[0x3u] - (unsigned)copies[0].bytes[0x3u] - 1u) < 0x7Fu;
    if (first == MR_OK || second == MR_OK)
        return first != MR_OK;
    *found = first == second ? first : first == MR_FOREIGN || second == MR_FOREIGN ? MR_FOREIGN : MR_CORRUPT;
    return 2;
}
/* Copies the newer copy from the row, and back over the older one, the guard last. An interrupted flush leaves the newer as
 * it was. A flush that fails changes nothing. */
static inline mr_status_t p_settings_load(p_settings_t *block)
{
    mr_status_t found;
    unsigned newest = p_settings_newest(&found);
    mr_copy(block->bytes, p_settings_held()[newest & 1u].bytes, P_SETTINGS_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool p_settings_pending(const p_settings_t *block)
{
    mr_status_t found;
    unsigned newest = p_settings_newest(&found);
    return newest == 2u || mr_differs(block->bytes, p_settings_held()[newest].bytes, 0x3u);
}
/* Seals the block as the next copy, and says which one of the row's it takes the place of. */
static inline mr_row_turn_t p_settings_turn(p_settings_t *block)
{
    const p_settings_t *held = p_settings_held();
    mr_status_t found;
    unsigned newest = p_settings_newest(&found), older = newest == 0u;
    mr_row_turn_t turn;
    turn.length = P_SETTINGS_SIZE;
    turn.older = (uint16_t)(0x0u + older * P_SETTINGS_SIZE);
    turn.newer = newest == 2u ? turn.older : (uint16_t)(0x0u + newest * P_SETTINGS_SIZE);
    turn.is_older_whole = p_settings_check(&held[older]) == MR_OK;
    block->bytes[0x3u] = newest == 2u ? 0u : (uint8_t)(held[newest].bytes[0x3u] + 1u);
    p_settings_seal(block);
    return turn;
}
static inline mr_status_t p_settings_flush(p_settings_t *block)
{
    mr_row_turn_t turn;
    int done;
    if (!p_settings_pending(block))
        return MR_OK;
    turn = p_settings_turn(block);
    done = mr_row_turn(&p_eeprom_row, &turn, block->bytes);
    return done < 0 ? (mr_status_t)done : MR_OK;
}
/* What a flush would cost now. */
static inline mr_status_t p_settings_plan(const p_settings_t *block, mr_row_plan_t *plan)
{
    p_settings_t image = *block;
    mr_row_turn_t turn;
    plan->erases = plan->programmed_bytes = 0;
    if (!p_settings_pending(block))
        return MR_OK;
    turn = p_settings_turn(&image);
    mr_row_turn_plan(&p_eeprom_row, &turn, image.bytes, plan);
    return MR_OK;
}
/* Makes the block's bytes 0xFF, as new ones are. Fails as flush. */
static inline mr_status_t p_settings_erase(void) { return mr_row_wipe(&p_eeprom_row, 0x0u, 14u); }
/* Loads, and says what was found; where that is neither MR_OK nor an error of the transfer, the defaults are set. */
static inline mr_status_t p_settings_open(p_settings_t *block)
{
    mr_status_t found;
    (void)p_settings_newest(&found);
    (void)p_settings_load(block);
    if (found != MR_OK)
        p_settings_defaults(block);
    return found;
}
#define P_SETTINGS_MODE_OFFSET 0x00u
#define P_SETTINGS_MODE_BIT 0u
#define P_SETTINGS_MODE_WIDTH 8u
MR_INLINE uint8_t p_settings_get_mode(const p_settings_t *block) { return MR_LE8(1, block->bytes); }
MR_INLINE void p_settings_set_mode(p_settings_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes, to); }
#define P_SETTINGS_TARGET_OFFSET 0x01u
#define P_SETTINGS_TARGET_BIT 0u
#define P_SETTINGS_TARGET_WIDTH 16u
MR_INLINE int16_t p_settings_get_target(const p_settings_t *block) { return (int16_t)MR_LE16(1, block->bytes + 0x1u); }
MR_INLINE void p_settings_set_target(p_settings_t *block, int16_t to) { MR_SET_LE16(1, block->bytes + 0x1u, (uint16_t)to); }

/* ---- Slots: 6 bytes in eeprom at 0xE, 3 times every 0x6, guarded by crc16
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        mode                     u8
 * 0x0001        target                   i16
 * 0x0003        (version)                u8
 * 0x0004        (crc16)
 */
#define P_SLOTS_SIZE 6u
#define P_SLOTS_COUNT 3u
#define P_SLOTS_STRIDE 0x6u
typedef struct { uint8_t bytes[P_SLOTS_SIZE]; } p_slots_t;
MR_ASSERT(p_slots, sizeof(p_slots_t) == P_SLOTS_SIZE);
static inline void p_slots_defaults(p_slots_t *block)
{
    static const uint8_t initial[P_SLOTS_SIZE] = {
        0x00, 0x00, 0x00, 0x02, 0xD2, 0x07,
    };
    mr_copy(block->bytes, initial, P_SLOTS_SIZE);
}
static inline uint16_t p_slots_crc(const p_slots_t *block)
{
    return mr_crc16(0x5E0Bu, block->bytes, 0x4u);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t p_slots_check(const p_slots_t *block)
{
    uint16_t difference = (uint16_t)(p_slots_crc(block) ^ MR_LE16(1, block->bytes + 0x4u));
    if (difference == 0)
        return block->bytes[0x3u] == 2u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, P_SLOTS_SIZE) || mr_is_filled(block->bytes, 0xFF, P_SLOTS_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void p_slots_seal(p_slots_t *block)
{
    block->bytes[0x3u] = 2u;
    MR_SET_LE16(1, block->bytes + 0x4u, p_slots_crc(block));
}
/* What the row holds, with what a failed flush left waiting. */
MR_INLINE const p_slots_t *p_slots_held(unsigned i) { MR_CHECK(i < 3u); return (const p_slots_t *)(const void *)(p_eeprom_row.buffer + 0xEu + i * 0x6u); }
/* Copies the block from the row, and back: programs what differs, the guard last; erases only where a bit must rise, and
 * carries over what else lies in that erase unit. MR_BUSY, MR_LOCKED, MR_IN_INTERRUPT: nothing is changed; MR_ERROR,
 * MR_WORN: the part does not hold it, and the next flush tries again. */
static inline mr_status_t p_slots_load(p_slots_t *block, unsigned i)
{
    mr_copy(block->bytes, p_slots_held(i)->bytes, P_SLOTS_SIZE);
    return MR_OK;
}
static inline mr_status_t p_slots_flush(p_slots_t *block, unsigned i)
{
    p_slots_seal(block);
    return mr_row_bring(&p_eeprom_row, 0xEu + i * 0x6u, block->bytes, P_SLOTS_SIZE);
}
/* What a flush would cost now. */
static inline mr_status_t p_slots_plan(const p_slots_t *block, mr_row_plan_t *plan, unsigned i)
{
    p_slots_t image = *block;
    p_slots_seal(&image);
    return mr_row_plan_of(&p_eeprom_row, 0xEu + i * 0x6u, image.bytes, P_SLOTS_SIZE, plan);
}
/* Would a flush change anything? */
static inline bool p_slots_pending(const p_slots_t *block, unsigned i)
{
    const p_slots_t *held = p_slots_held(i);
    return mr_differs(block->bytes, held->bytes, 0x3u) || p_slots_check(held) != MR_OK
        || mr_row_pending(&p_eeprom_row) != 0;
}
/* Makes the block's bytes 0xFF, as new ones are. Fails as flush. */
static inline mr_status_t p_slots_erase(unsigned i) { return mr_row_wipe(&p_eeprom_row, 0xEu + i * 0x6u, 6u); }
/* Loads, and says what was found; where that is neither MR_OK nor an error of the transfer, the defaults are set. */
static inline mr_status_t p_slots_open(p_slots_t *block, unsigned i)
{
    mr_status_t found = p_slots_load(block, i);
    if (found < MR_OK)
        return found;
    found = p_slots_check(block);
    if (found != MR_OK)
        p_slots_defaults(block);
    return found;
}
#define P_SLOTS_MODE_OFFSET 0x00u
#define P_SLOTS_MODE_BIT 0u
#define P_SLOTS_MODE_WIDTH 8u
MR_INLINE uint8_t p_slots_get_mode(const p_slots_t *block) { return MR_LE8(1, block->bytes); }
MR_INLINE void p_slots_set_mode(p_slots_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes, to); }
#define P_SLOTS_TARGET_OFFSET 0x01u
#define P_SLOTS_TARGET_BIT 0u
#define P_SLOTS_TARGET_WIDTH 16u
MR_INLINE int16_t p_slots_get_target(const p_slots_t *block) { return (int16_t)MR_LE16(1, block->bytes + 0x1u); }
MR_INLINE void p_slots_set_target(p_slots_t *block, int16_t to) { MR_SET_LE16(1, block->bytes + 0x1u, (uint16_t)to); }

/* ---- Once: 2 bytes in otp at 0x0
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        number                   u16
 */
#define P_ONCE_SIZE 2u
typedef struct { uint8_t bytes[P_ONCE_SIZE]; } p_once_t;
MR_ASSERT(p_once, sizeof(p_once_t) == P_ONCE_SIZE);
static inline void p_once_defaults(p_once_t *block)
{
    mr_fill(block->bytes, 0, P_ONCE_SIZE);
}
/* What the row holds, with what a failed flush left waiting. */
MR_INLINE const p_once_t *p_once_held(void) { return (const p_once_t *)(const void *)(p_otp_row.buffer + 0x0u); }
/* Copies the block from the row, and back: programs what differs; erases only where a bit must rise, and
 * carries over what else lies in that erase unit. MR_BUSY, MR_LOCKED, MR_IN_INTERRUPT: nothing is changed; MR_ERROR,
 * MR_WORN: the part does not hold it, and the next flush tries again. */
static inline mr_status_t p_once_load(p_once_t *block)
{
    mr_copy(block->bytes, p_once_held()->bytes, P_ONCE_SIZE);
    return MR_OK;
}
static inline mr_status_t p_once_flush(p_once_t *block)
{
    return mr_row_bring(&p_otp_row, 0x0u, block->bytes, P_ONCE_SIZE);
}
/* What a flush would cost now. */
static inline mr_status_t p_once_plan(const p_once_t *block, mr_row_plan_t *plan)
{
    p_once_t image = *block;
    return mr_row_plan_of(&p_otp_row, 0x0u, image.bytes, P_ONCE_SIZE, plan);
}
/* Would a flush change anything? */
static inline bool p_once_pending(const p_once_t *block)
{
    const p_once_t *held = p_once_held();
    return mr_differs(block->bytes, held->bytes, P_ONCE_SIZE)
        || mr_row_pending(&p_otp_row) != 0;
}
/* Makes the block's bytes 0xFF, as new ones are. Fails as flush. */
static inline mr_status_t p_once_erase(void) { return mr_row_wipe(&p_otp_row, 0x0u, 2u); }
/* Loads. MR_FRESH where all bytes are 0xFF, as erased ones are: the defaults are set then. */
static inline mr_status_t p_once_open(p_once_t *block)
{
    mr_status_t status = p_once_load(block);
    if (status != MR_OK || !mr_is_filled(block->bytes, 0xFF, P_ONCE_SIZE))
        return status;
    p_once_defaults(block);
    return MR_FRESH;
}
#define P_ONCE_NUMBER_OFFSET 0x00u
#define P_ONCE_NUMBER_BIT 0u
#define P_ONCE_NUMBER_WIDTH 16u
MR_INLINE uint16_t p_once_get_number(const p_once_t *block) { return MR_LE16(1, block->bytes); }
MR_INLINE void p_once_set_number(p_once_t *block, uint16_t to) { MR_SET_LE16(1, block->bytes, to); }

#endif
