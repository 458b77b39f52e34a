/* Made from migrations.mr by memregc 0.1.0; fingerprint 0x1A9DDC87. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Blocks that versions 1 and 2 had otherwise: see migrations.mr.lock. Version 2 changed no byte. */
#ifndef MIGRATIONS_MIGRATIONS_INCLUDED
#define MIGRATIONS_MIGRATIONS_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Boot, Slot, Settings, Timer. */
#include <stdbool.h>
#include <stdint.h>

#include <memreg/row.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- Elements of arrays of bits that never cross a byte. */
/* ---- Text of at most `size` bytes, padded with NUL; a copy of it is always terminated. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
/* ---- Writing the bytes that changed. Runs that are at most `transfer_cost` equal bytes apart are sent as one. */
/* ---- Blocks in rows: their bytes go into the row's copy, and from there, all at once, into the part. */
#define MIGRATIONS_VERSION 3u
#define MIGRATIONS_FINGERPRINT 0x1A9DDC87u

/* ---- region rom (eeprom) */
/* The program defines these three; offsets are from the region's start. Each returns MR_OK or a negative status. Program:
 * any bytes, of which no bit has to rise. Erase: the unit at the offset. */
MR_EXTERN mr_status_t migrations_rom_read(uint32_t offset, uint8_t *bytes, uint32_t count);
MR_EXTERN mr_status_t migrations_rom_program(uint32_t offset, const uint8_t *bytes, uint32_t count);
MR_EXTERN mr_status_t migrations_rom_erase(uint32_t offset);
MR_EXTERN mr_row_t migrations_rom_row;   /* in the glue, opened by its init */

typedef enum {
    MIGRATIONS_MODE_OFF = 0,
    MIGRATIONS_MODE_HEAT = 1,
    MIGRATIONS_MODE_COOL = 2,
    MIGRATIONS_MODE_DRY = 3,
    MIGRATIONS_MODE_FAULT = 7
} migrations_mode_t;
static inline bool migrations_mode_is_valid(unsigned value)
{
    switch (value) {
    case 0u:
    case 1u:
    case 2u:
    case 3u:
    case 7u:
        return true;
    default:
        return false;
    }
}
static inline const char *migrations_mode_name(migrations_mode_t value)
{
    switch (value) {
    case MIGRATIONS_MODE_OFF: return "off";
    case MIGRATIONS_MODE_HEAT: return "heat";
    case MIGRATIONS_MODE_COOL: return "cool";
    case MIGRATIONS_MODE_DRY: return "dry";
    case MIGRATIONS_MODE_FAULT: return "fault";
    default: return "?";
    }
}

/* ---- Boot: 40 bytes in keep at 0x0, guarded by crc16
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000 0      flag                     bool
 * 0x0000 7:1    (free)
 * 0x0001        resets                   u32
 * 0x0005        mode                     Mode
 * 0x0006        title                    char[9]         = "none"
 * 0x000F        levels                   u16[5] be       = { 9, … }
 * 0x0019        fresh                    u8              = 7
 * 0x001A        (free)
 * 0x0025        (version)                u8
 * 0x0026        (crc16)
 */
#define MIGRATIONS_BOOT_SIZE 40u
/** Wider, in another order, renamed; `fresh` is new. */
typedef struct { uint8_t bytes[MIGRATIONS_BOOT_SIZE]; } migrations_boot_t;
MR_ASSERT(migrations_boot, sizeof(migrations_boot_t) == MIGRATIONS_BOOT_SIZE);
MR_EXTERN uint8_t migrations_keep_bytes[];
/* The place itself. */
MR_INLINE migrations_boot_t *migrations_boot_at(void) { return (migrations_boot_t *)(void *)(migrations_keep_bytes + 0x0u); }
static inline void migrations_boot_defaults(migrations_boot_t *block)
{
    static const uint8_t initial[MIGRATIONS_BOOT_SIZE] = {
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x6E, 0x6F, 0x6E, 0x65, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x09, 0x00, 0x09, 0x00, 0x09, 0x00, 0x09, 0x00, 0x09, 0x07, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0x11, 0x96,
    };
    mr_copy(block->bytes, initial, MIGRATIONS_BOOT_SIZE);
}
static inline uint16_t migrations_boot_crc(const migrations_boot_t *block)
{
    return mr_crc16(0x04CFu, block->bytes, 0x26u);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t migrations_boot_check(const migrations_boot_t *block)
{
    uint16_t difference = (uint16_t)(migrations_boot_crc(block) ^ MR_LE16(1, block->bytes + 0x26u));
    if (difference == 0)
        return block->bytes[0x25u] == 3u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, MIGRATIONS_BOOT_SIZE) || mr_is_filled(block->bytes, 0xFF, MIGRATIONS_BOOT_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void migrations_boot_seal(migrations_boot_t *block)
{
    block->bytes[0x25u] = 3u;
    MR_SET_LE16(1, block->bytes + 0x26u, migrations_boot_crc(block));
}
/* What version 2 stored, and others alike, 40 bytes: is this whole? */
static inline bool migrations_boot_is_2(const uint8_t *old)
{
    return (old[0x25u] == 2u || old[0x25u] == 1u)
        && mr_crc16(0x04CFu, old, 0x26u) == MR_LE16(1, old + 0x26u);
}
/* Reads it: 0; 2 where there is none. */
static inline int migrations_boot_find_2(uint8_t *old)
{
    mr_copy(old, migrations_keep_bytes + 0x0u, 40u);
    return migrations_boot_is_2(old) ? 0 : 2;
}
static inline void migrations_boot_from_2(migrations_boot_t *block, const uint8_t *old)
{
    migrations_boot_defaults(block);
    { const uint32_t value = (uint32_t)MR_LE16(1, old + 0x1u); MR_SET_LE32(1, block->bytes + 0x1u, value); }   /* resets */
    { const uint8_t value = (uint8_t)MR_BITS(uint8_t, MR_LE8(1, old), 0, 3); MR_SET_LE8(1, block->bytes + 0x5u, value); }   /* mode */
    { const uint8_t value = (uint8_t)MR_BITS(uint8_t, MR_LE8(1, old), 3, 1); MR_PUT_IN(8, uint8_t, block->bytes, 0, 1, value); }   /* flag */
    { mr_copy(block->bytes + 0x6u, old + 0x3u, 5u); mr_fill(block->bytes + 0x6u + 5u, 0, 4u); }   /* title */
    for (unsigned i = 0; i < 3u; i++) { const uint16_t value = (uint16_t)MR_LE8(1, old + 0x8u + i); MR_SET_BE16(1, block->bytes + 0xFu + i * 2u, value); }   /* levels */
}
/* Takes over what an earlier version stored: MR_MIGRATED, or MR_NOT_FOUND where there is nothing of one.
 * The place is left as it is: a flush stores the block as of this version. */
static inline mr_status_t migrations_boot_migrate(migrations_boot_t *block)
{
    uint8_t old[40u];
    if (migrations_boot_find_2(old) != 2) {
        migrations_boot_from_2(block, old);
        return MR_MIGRATED;
    }
    return MR_NOT_FOUND;
}
/* Copies the place here, and back: only bytes that differ are written, the guard last. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t migrations_boot_load(migrations_boot_t *block)
{
    mr_copy(block->bytes, migrations_boot_at()->bytes, MIGRATIONS_BOOT_SIZE);
    return MR_OK;
}
static inline mr_status_t migrations_boot_flush(migrations_boot_t *block)
{
    migrations_boot_seal(block);
    mr_copy_changed(migrations_boot_at()->bytes, block->bytes, MIGRATIONS_BOOT_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool migrations_boot_pending(const migrations_boot_t *block)
{
    const migrations_boot_t *place = migrations_boot_at();
    return mr_differs(block->bytes, place->bytes, 0x25u) || migrations_boot_check(place) != MR_OK;
}
/* Loads, and says what was found; where that is neither MR_OK, MR_MIGRATED nor an error of the transfer, the defaults are set. */
static inline mr_status_t migrations_boot_open(migrations_boot_t *block)
{
    mr_status_t found = migrations_boot_load(block);
    if (found < MR_OK)
        return found;
    found = migrations_boot_check(block);
    if (found != MR_OK) {
        mr_status_t migrated = migrations_boot_migrate(block);
        if (migrated != MR_NOT_FOUND)
            return migrated;
    }
    if (found != MR_OK)
        migrations_boot_defaults(block);
    return found;
}
#define MIGRATIONS_BOOT_RESETS_OFFSET 0x01u
#define MIGRATIONS_BOOT_RESETS_BIT 0u
#define MIGRATIONS_BOOT_RESETS_WIDTH 32u
MR_INLINE uint32_t migrations_boot_get_resets(const migrations_boot_t *block) { return MR_LE32(1, block->bytes + 0x1u); }
MR_INLINE void migrations_boot_set_resets(migrations_boot_t *block, uint32_t to) { MR_SET_LE32(1, block->bytes + 0x1u, to); }
#define MIGRATIONS_BOOT_MODE_OFFSET 0x05u
#define MIGRATIONS_BOOT_MODE_BIT 0u
#define MIGRATIONS_BOOT_MODE_WIDTH 8u
MR_INLINE migrations_mode_t migrations_boot_get_mode(const migrations_boot_t *block) { return (migrations_mode_t)MR_LE8(1, block->bytes + 0x5u); }
MR_INLINE void migrations_boot_set_mode(migrations_boot_t *block, migrations_mode_t to) { MR_CHECK((unsigned)to >> 8 == 0); MR_SET_LE8(1, block->bytes + 0x5u, (uint8_t)to); }
#define MIGRATIONS_BOOT_FLAG_OFFSET 0x00u
#define MIGRATIONS_BOOT_FLAG_BIT 0u
#define MIGRATIONS_BOOT_FLAG_WIDTH 1u
MR_INLINE bool migrations_boot_get_flag(const migrations_boot_t *block) { return MR_BIT(MR_LE8(1, block->bytes), 0); }
MR_INLINE void migrations_boot_set_flag(migrations_boot_t *block, bool to) { MR_PUT_IN(8, uint8_t, block->bytes, 0, 1, to); }
MR_INLINE void migrations_boot_toggle_flag(migrations_boot_t *block) { block->bytes[0x00u] ^= 0x1u; }
#define MIGRATIONS_BOOT_TITLE_OFFSET 0x06u
#define MIGRATIONS_BOOT_TITLE_BIT 0u
#define MIGRATIONS_BOOT_TITLE_WIDTH 72u
MR_INLINE void migrations_boot_get_title(const migrations_boot_t *block, char out[10]) { mr_text(out, block->bytes + 0x6u, 9u); }
MR_INLINE void migrations_boot_set_title(migrations_boot_t *block, const char *to) { mr_set_text(block->bytes + 0x6u, to, 9u); }
#define MIGRATIONS_BOOT_LEVELS_OFFSET 0x0Fu
#define MIGRATIONS_BOOT_LEVELS_BIT 0u
#define MIGRATIONS_BOOT_LEVELS_WIDTH 16u
#define MIGRATIONS_BOOT_LEVELS_COUNT 5u
MR_INLINE uint16_t migrations_boot_get_levels(const migrations_boot_t *block, unsigned i) { MR_CHECK(i < 5u); return MR_BE16(1, block->bytes + 0xFu + i * 2u); }
MR_INLINE void migrations_boot_set_levels(migrations_boot_t *block, unsigned i, uint16_t to) { MR_CHECK(i < 5u); MR_SET_BE16(1, block->bytes + 0xFu + i * 2u, to); }
#define MIGRATIONS_BOOT_FRESH_OFFSET 0x19u
#define MIGRATIONS_BOOT_FRESH_BIT 0u
#define MIGRATIONS_BOOT_FRESH_WIDTH 8u
MR_INLINE uint8_t migrations_boot_get_fresh(const migrations_boot_t *block) { return MR_LE8(1, block->bytes + 0x19u); }
MR_INLINE void migrations_boot_set_fresh(migrations_boot_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x19u, to); }

/* ---- Slot: 5 bytes in keep at 0x64, 3 times every 0x14, guarded by crc8
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        value                    u16
 * 0x0002        more                     u8              = 3
 * 0x0003        (version)                u8
 * 0x0004        (crc8)
 */
#define MIGRATIONS_SLOT_SIZE 5u
#define MIGRATIONS_SLOT_COUNT 3u
#define MIGRATIONS_SLOT_STRIDE 0x14u
/** One more, each longer within its stride. */
typedef struct { uint8_t bytes[MIGRATIONS_SLOT_SIZE]; } migrations_slot_t;
MR_ASSERT(migrations_slot, sizeof(migrations_slot_t) == MIGRATIONS_SLOT_SIZE);
MR_EXTERN uint8_t migrations_keep_bytes[];
/* The place itself. */
MR_INLINE migrations_slot_t *migrations_slot_at(unsigned i) { MR_CHECK(i < 3u); return (migrations_slot_t *)(void *)(migrations_keep_bytes + 0x64u + i * 0x14u); }
static inline void migrations_slot_defaults(migrations_slot_t *block)
{
    static const uint8_t initial[MIGRATIONS_SLOT_SIZE] = {
        0x00, 0x00, 0x03, 0x03, 0x46,
    };
    mr_copy(block->bytes, initial, MIGRATIONS_SLOT_SIZE);
}
static inline uint8_t migrations_slot_crc(const migrations_slot_t *block)
{
    return mr_crc8(0xBCu, block->bytes, 0x4u);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t migrations_slot_check(const migrations_slot_t *block)
{
    uint8_t difference = (uint8_t)(migrations_slot_crc(block) ^ MR_LE8(1, block->bytes + 0x4u));
    if (difference == 0)
        return block->bytes[0x3u] == 3u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, MIGRATIONS_SLOT_SIZE) || mr_is_filled(block->bytes, 0xFF, MIGRATIONS_SLOT_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void migrations_slot_seal(migrations_slot_t *block)
{
    block->bytes[0x3u] = 3u;
    MR_SET_LE8(1, block->bytes + 0x4u, migrations_slot_crc(block));
}
/* What version 2 stored, and others alike, 4 bytes: is this whole? */
static inline bool migrations_slot_is_2(const uint8_t *old)
{
    return (old[0x2u] == 2u || old[0x2u] == 1u)
        && mr_crc8(0xBCu, old, 0x3u) == old[0x3u];
}
/* Reads it: 0; 2 where there is none. */
static inline int migrations_slot_find_2(uint8_t *old, unsigned i)
{
    if (i >= 2u)
        return 2;
    mr_copy(old, migrations_keep_bytes + 0x64u + i * 0x14u, 4u);
    return migrations_slot_is_2(old) ? 0 : 2;
}
static inline void migrations_slot_from_2(migrations_slot_t *block, const uint8_t *old)
{
    migrations_slot_defaults(block);
    mr_copy(block->bytes + 0x00u, old + 0x00u, 2u);
}
/* Takes over what an earlier version stored: MR_MIGRATED, or MR_NOT_FOUND where there is nothing of one.
 * The place is left as it is: a flush stores the block as of this version. */
static inline mr_status_t migrations_slot_migrate(migrations_slot_t *block, unsigned i)
{
    uint8_t old[4u];
    if (migrations_slot_find_2(old, i) != 2) {
        migrations_slot_from_2(block, old);
        return MR_MIGRATED;
    }
    return MR_NOT_FOUND;
}
/* Copies the place here, and back: only bytes that differ are written, the guard last. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t migrations_slot_load(migrations_slot_t *block, unsigned i)
{
    mr_copy(block->bytes, migrations_slot_at(i)->bytes, MIGRATIONS_SLOT_SIZE);
    return MR_OK;
}
static inline mr_status_t migrations_slot_flush(migrations_slot_t *block, unsigned i)
{
    migrations_slot_seal(block);
    mr_copy_changed(migrations_slot_at(i)->bytes, block->bytes, MIGRATIONS_SLOT_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool migrations_slot_pending(const migrations_slot_t *block, unsigned i)
{
    const migrations_slot_t *place = migrations_slot_at(i);
    return mr_differs(block->bytes, place->bytes, 0x3u) || migrations_slot_check(place) != MR_OK;
}
/* Loads, and says what was found; where that is neither MR_OK, MR_MIGRATED nor an error of the transfer, the defaults are set. */
static inline mr_status_t migrations_slot_open(migrations_slot_t *block, unsigned i)
{
    mr_status_t found = migrations_slot_load(block, i);
    if (found < MR_OK)
        return found;
    found = migrations_slot_check(block);
    if (found != MR_OK) {
        mr_status_t migrated = migrations_slot_migrate(block, i);
        if (migrated != MR_NOT_FOUND)
            return migrated;
    }
    if (found != MR_OK)
        migrations_slot_defaults(block);
    return found;
}
#define MIGRATIONS_SLOT_VALUE_OFFSET 0x00u
#define MIGRATIONS_SLOT_VALUE_BIT 0u
#define MIGRATIONS_SLOT_VALUE_WIDTH 16u
MR_INLINE uint16_t migrations_slot_get_value(const migrations_slot_t *block) { return MR_LE16(1, block->bytes); }
MR_INLINE void migrations_slot_set_value(migrations_slot_t *block, uint16_t to) { MR_SET_LE16(1, block->bytes, to); }
#define MIGRATIONS_SLOT_MORE_OFFSET 0x02u
#define MIGRATIONS_SLOT_MORE_BIT 0u
#define MIGRATIONS_SLOT_MORE_WIDTH 8u
MR_INLINE uint8_t migrations_slot_get_more(const migrations_slot_t *block) { return MR_LE8(1, block->bytes + 0x2u); }
MR_INLINE void migrations_slot_set_more(migrations_slot_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x2u, to); }

/* ---- Settings: 9 bytes in rom at 0x0, guarded by crc16, two copies
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        target                   i32
 * 0x0004        limit                    u8
 * 0x0005        (sequence)               u8
 * 0x0006        (version)                u8
 * 0x0007        (crc16)
 */
#define MIGRATIONS_SETTINGS_SIZE 9u
/** Both copies grow: one of version 1 stays whole until the first of this version is. */
typedef struct { uint8_t bytes[MIGRATIONS_SETTINGS_SIZE]; } migrations_settings_t;
MR_ASSERT(migrations_settings, sizeof(migrations_settings_t) == MIGRATIONS_SETTINGS_SIZE);
static inline void migrations_settings_defaults(migrations_settings_t *block)
{
    static const uint8_t initial[MIGRATIONS_SETTINGS_SIZE] = {
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0x53, 0x59,
    };
    mr_copy(block->bytes, initial, MIGRATIONS_SETTINGS_SIZE);
}
static inline uint16_t migrations_settings_crc(const migrations_settings_t *block)
{
    return mr_crc16(0x66BEu, block->bytes, 0x7u);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t migrations_settings_check(const migrations_settings_t *block)
{
    uint16_t difference = (uint16_t)(migrations_settings_crc(block) ^ MR_LE16(1, block->bytes + 0x7u));
    if (difference == 0)
        return block->bytes[0x6u] == 3u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, MIGRATIONS_SETTINGS_SIZE) || mr_is_filled(block->bytes, 0xFF, MIGRATIONS_SETTINGS_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void migrations_settings_seal(migrations_settings_t *block)
{
    block->bytes[0x6u] = 3u;
    MR_SET_LE16(1, block->bytes + 0x7u, migrations_settings_crc(block));
}
/* What version 2 stored, and others alike, 7 bytes: is this whole? */
static inline bool migrations_settings_is_2(const uint8_t *old)
{
    return (old[0x4u] == 2u || old[0x4u] == 1u)
        && mr_crc16(0x66BEu, old, 0x5u) == MR_LE16(1, old + 0x5u);
}
/* Reads it: 0 or 1, the copy that was written last; 2 where there is none. */
static inline int migrations_settings_find_2(uint8_t *old)
{
    bool is_second;
    uint8_t second;
    mr_copy(old, migrations_rom_row.buffer + 0x7u, 7u);
    is_second = migrations_settings_is_2(old);
    second = old[0x3u];
    mr_copy(old, migrations_rom_row.buffer + 0x0u, 7u);
    if (migrations_settings_is_2(old) && !(is_second && (uint8_t)((unsigned)second - (unsigned)old[0x3u] - 1u) < 0x7Fu))
        return 0;
    if (!is_second)
        return 2;
    mr_copy(old, migrations_rom_row.buffer + 0x7u, 7u);
    return 1;
}
static inline void migrations_settings_from_2(migrations_settings_t *block, const uint8_t *old)
{
    migrations_settings_defaults(block);
    mr_copy(block->bytes + 0x04u, old + 0x02u, 1u);
    { const int32_t value = (int32_t)(int16_t)MR_LE16(1, old); MR_SET_LE32(1, block->bytes, (uint32_t)value); }   /* target */
}
/* Takes over what an earlier version stored: MR_MIGRATED, or MR_NOT_FOUND where there is nothing of one.
 * The place is left as it is: a flush stores the block as of this version. */
static inline mr_status_t migrations_settings_migrate(migrations_settings_t *block)
{
    uint8_t old[7u];
    if (migrations_settings_find_2(old) != 2) {
        migrations_settings_from_2(block, old);
        return MR_MIGRATED;
    }
    return MR_NOT_FOUND;
}
/* Which copy the first flush of this version writes: one that leaves what an earlier one stored. */
static inline unsigned migrations_settings_free(void)
{
    uint8_t old[7u];
    int found;
    found = migrations_settings_find_2(old);
    if (found >= 0 && found != 2)
        return 1u;
    return 0;
}
/* Makes room for it: where it would lie over the newer copy of an earlier version, that is copied over the older one. */
static inline mr_status_t migrations_settings_make_room(void)
{
    uint8_t old[7u];
    int found;
    mr_row_turn_t turn;
    int done;
    found = migrations_settings_find_2(old);
    if (found == 1) {
        turn.length = 7u;
        turn.older = (uint16_t)(0x0u);
        turn.newer = (uint16_t)(0x7u);
        turn.is_older_whole = false;
        done = mr_row_turn(&migrations_rom_row, &turn, old);
        return done < 0 ? (mr_status_t)done : MR_OK;
    }
    return MR_OK;
}
/* What the row holds, with what a failed flush left waiting: the first copy, the second behind it. */
MR_INLINE const migrations_settings_t *migrations_settings_held(void) { return (const migrations_settings_t *)(const void *)(migrations_rom_row.buffer + 0x0u); }
/* The newer of the two copies that is whole: 0 or 1; 2 where neither is, and *found says why. */
static inline unsigned migrations_settings_newest(mr_status_t *found)
{
    const migrations_settings_t *copies = migrations_settings_held();
    mr_status_t first = migrations_settings_check(&copies[0]), second = migrations_settings_check(&copies[1]);
    *found = MR_OK;
    if (first == MR_OK && second == MR_OK)
        return (uint8_t)((unsigned)copies[1].bytes[0x5u] - (unsigned)copies[0].bytes[0x5u] - 1u) < 0x7Fu;
    if (first == MR_OK || second == MR_OK)
        return first != MR_OK;
    *found = first == second ? first : first == MR_FOREIGN || second == MR_FOREIGN ? MR_FOREIGN : MR_CORRUPT;
    return 2;
}
/* Copies the newer copy from the row, and back over the older one, the guard last. An interrupted flush leaves the newer as
 * it was. A flush that fails changes nothing. */
static inline mr_status_t migrations_settings_load(migrations_settings_t *block)
{
    mr_status_t found;
    unsigned newest = migrations_settings_newest(&found);
    mr_copy(block->bytes, migrations_settings_held()[newest & 1u].bytes, MIGRATIONS_SETTINGS_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool migrations_settings_pending(const migrations_settings_t *block)
{
    mr_status_t found;
    unsigned newest = migrations_settings_newest(&found);
    return newest == 2u || mr_differs(block->bytes, migrations_settings_held()[newest].bytes, 0x5u);
}
/* Seals the block as the next copy, and says which one of the row's it takes the place of. */
static inline mr_row_turn_t migrations_settings_turn(migrations_settings_t *block)
{
    const migrations_settings_t *held = migrations_settings_held();
    mr_status_t found;
    unsigned newest = migrations_settings_newest(&found), older = newest == 0u;
    mr_row_turn_t turn;
    if (newest == 2u)
        older = migrations_settings_free();
    turn.length = MIGRATIONS_SETTINGS_SIZE;
    turn.older = (uint16_t)(0x0u + older * MIGRATIONS_SETTINGS_SIZE);
    turn.newer = newest == 2u ? turn.older : (uint16_t)(0x0u + newest * MIGRATIONS_SETTINGS_SIZE);
    turn.is_older_whole = migrations_settings_check(&held[older]) == MR_OK;
    block->bytes[0x5u] = newest == 2u ? 0u : (uint8_t)(held[newest].bytes[0x5u] + 1u);
    migrations_settings_seal(block);
    return turn;
}
static inline mr_status_t migrations_settings_flush(migrations_settings_t *block)
{
    mr_row_turn_t turn;
    int done;
    mr_status_t found;
    if (!migrations_settings_pending(block))
        return MR_OK;
    if (migrations_settings_newest(&found) == 2u) {
        mr_status_t status = migrations_settings_make_room();
        if (status < MR_OK)
            return status;
    }
    turn = migrations_settings_turn(block);
    done = mr_row_turn(&migrations_rom_row, &turn, block->bytes);
    return done < 0 ? (mr_status_t)done : MR_OK;
}
/* What a flush would cost now. */
static inline mr_status_t migrations_settings_plan(const migrations_settings_t *block, mr_row_plan_t *plan)
{
    migrations_settings_t image = *block;
    mr_row_turn_t turn;
    plan->erases = plan->programmed_bytes = 0;
    if (!migrations_settings_pending(block))
        return MR_OK;
    turn = migrations_settings_turn(&image);
    mr_row_turn_plan(&migrations_rom_row, &turn, image.bytes, plan);
    return MR_OK;
}
/* Makes the block's bytes 0xFF, as new ones are. Fails as flush. */
static inline mr_status_t migrations_settings_erase(void) { return mr_row_wipe(&migrations_rom_row, 0x0u, 18u); }
/* Loads, and says what was found; where that is neither MR_OK, MR_MIGRATED nor an error of the transfer, the defaults are set. */
static inline mr_status_t migrations_settings_open(migrations_settings_t *block)
{
    mr_status_t found;
    (void)migrations_settings_newest(&found);
    (void)migrations_settings_load(block);
    if (found != MR_OK) {
        mr_status_t migrated = migrations_settings_migrate(block);
        if (migrated != MR_NOT_FOUND)
            return migrated;
    }
    if (found != MR_OK)
        migrations_settings_defaults(block);
    return found;
}
#define MIGRATIONS_SETTINGS_TARGET_OFFSET 0x00u
#define MIGRATIONS_SETTINGS_TARGET_BIT 0u
#define MIGRATIONS_SETTINGS_TARGET_WIDTH 32u
MR_INLINE int32_t migrations_settings_get_target(const migrations_settings_t *block) { return (int32_t)MR_LE32(1, block->bytes); }
MR_INLINE void migrations_settings_set_target(migrations_settings_t *block, int32_t to) { MR_SET_LE32(1, block->bytes, (uint32_t)to); }
#define MIGRATIONS_SETTINGS_LIMIT_OFFSET 0x04u
#define MIGRATIONS_SETTINGS_LIMIT_BIT 0u
#define MIGRATIONS_SETTINGS_LIMIT_WIDTH 8u
MR_INLINE uint8_t migrations_settings_get_limit(const migrations_settings_t *block) { return MR_LE8(1, block->bytes + 0x4u); }
MR_INLINE void migrations_settings_set_limit(migrations_settings_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes + 0x4u, to); }

/* ---- Timer: 11 bytes in device at 0x0, guarded by crc16, two copies
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000 20:0   bits                     u3[7]           = 2
 * 0x0002 7:5    (free)
 * 0x0003        ticks                    u32
 * 0x0007        (sequence)               u8
 * 0x0008        (version)                u8
 * 0x0009        (crc16)
 */
#define MIGRATIONS_TIMER_SIZE 11u
/** Renamed, and mirrored from now on. */
/* A copy to work on, beside what the device is known to hold. */
typedef struct { uint8_t bytes[MIGRATIONS_TIMER_SIZE], stored[MIGRATIONS_TIMER_SIZE]; } migrations_timer_t;
MR_ASSERT(migrations_timer, sizeof(((migrations_timer_t *)0)->bytes) == MIGRATIONS_TIMER_SIZE);
static inline void migrations_timer_defaults(migrations_timer_t *block)
{
    static const uint8_t initial[MIGRATIONS_TIMER_SIZE] = {
        0x92, 0x24, 0x09, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xE5, 0x58,
    };
    mr_copy(block->bytes, initial, MIGRATIONS_TIMER_SIZE);
    for (unsigned at = 0; at < MIGRATIONS_TIMER_SIZE; at++)
        block->stored[at] = (uint8_t)~block->bytes[at];
}
static inline uint16_t migrations_timer_crc(const migrations_timer_t *block)
{
    return mr_crc16(0x6135u, block->bytes, 0x9u);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t migrations_timer_check(const migrations_timer_t *block)
{
    uint16_t difference = (uint16_t)(migrations_timer_crc(block) ^ MR_LE16(1, block->bytes + 0x9u));
    if (difference == 0)
        return block->bytes[0x8u] == 3u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, MIGRATIONS_TIMER_SIZE) || mr_is_filled(block->bytes, 0xFF, MIGRATIONS_TIMER_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void migrations_timer_seal(migrations_timer_t *block)
{
    block->bytes[0x8u] = 3u;
    MR_SET_LE16(1, block->bytes + 0x9u, migrations_timer_crc(block));
}
/* The program defines these two; offsets are from the region's start. */
MR_EXTERN mr_status_t migrations_device_read(uint32_t offset, uint8_t *bytes, uint32_t count);
MR_EXTERN mr_status_t migrations_device_write(uint32_t offset, const uint8_t *bytes, uint32_t count);
/* What version 2 stored, and others alike, 8 bytes: is this whole? */
static inline bool migrations_timer_is_2(const uint8_t *old)
{
    return (old[0x6u] == 2u || old[0x6u] == 1u)
        && mr_crc8(0x25u, old, 0x7u) == old[0x7u];
}
/* Reads it: 0; 2 where there is none; negative, the transfer's error. */
static inline int migrations_timer_find_2(uint8_t *old)
{
    mr_status_t status;
    status = migrations_device_read(0x0u, old, 8u);
    if (status < MR_OK)
        return status;
    return migrations_timer_is_2(old) ? 0 : 2;
}
static inline void migrations_timer_from_2(migrations_timer_t *block, const uint8_t *old)
{
    migrations_timer_defaults(block);
    mr_copy(block->bytes + 0x00u, old + 0x00u, 1u);
    mr_copy(block->bytes + 0x03u, old + 0x02u, 4u);
    for (unsigned i = 0; i < 5u; i++) { const uint8_t value = (uint8_t)((uint8_t)mr_span(old, 1, i * 3u, 3)); mr_put_span(block->bytes, 1, i * 3u, 3, (uint64_t)value); }   /* bits */
    for (unsigned at = 0; at < MIGRATIONS_TIMER_SIZE; at++)
        block->stored[at] = (uint8_t)~block->bytes[at];
}
/* Takes over what an earlier version stored: MR_MIGRATED, or MR_NOT_FOUND where there is nothing of one, or an error.
 * The place is left as it is: a flush stores the block as of this version. */
static inline mr_status_t migrations_timer_migrate(migrations_timer_t *block)
{
    uint8_t old[8u];
    int found;
    found = migrations_timer_find_2(old);
    if (found < 0)
        return (mr_status_t)found;
    if (found != 2) {
        migrations_timer_from_2(block, old);
        return MR_MIGRATED;
    }
    return MR_NOT_FOUND;
}
/* Which copy the first flush of this version writes: one that leaves what an earlier one stored. */
static inline unsigned migrations_timer_free(void)
{
    uint8_t old[8u];
    int found;
    found = migrations_timer_find_2(old);
    if (found >= 0 && found != 2)
        return 1u;
    return 0;
}
/* Reads both copies: the newer one that is whole into block->bytes, the other into block->stored; *newest is 0 or 1, or 2
 * where neither is whole, and *found says why. */
static inline mr_status_t migrations_timer_read_copies(migrations_timer_t *block, mr_status_t *found, unsigned *newest)
{
    mr_status_t first, second;
    mr_status_t status = migrations_device_read(0x0u, block->bytes, MIGRATIONS_TIMER_SIZE);
    if (status < MR_OK)
        return status;
    first = migrations_timer_check(block);
    mr_copy(block->stored, block->bytes, MIGRATIONS_TIMER_SIZE);
    status = migrations_device_read(0x0u + MIGRATIONS_TIMER_SIZE, block->bytes, MIGRATIONS_TIMER_SIZE);
    if (status < MR_OK)
        return status;
    second = migrations_timer_check(block);
    *found = MR_OK;
    if (first == MR_OK && second == MR_OK) {
        *newest = (uint8_t)((unsigned)block->bytes[0x7u] - (unsigned)block->stored[0x7u] - 1u) < 0x7Fu;
    } else if (first == MR_OK || second == MR_OK) {
        *newest = first != MR_OK;
    } else {
        *newest = 2;
        *found = first == second ? first : first == MR_FOREIGN || second == MR_FOREIGN ? MR_FOREIGN : MR_CORRUPT;
    }
    if (*newest == 0u)
        mr_swap(block->bytes, block->stored, MIGRATIONS_TIMER_SIZE);
    return MR_OK;
}
/* Reads the newer copy, and writes over the older one only the runs of bytes that differ, the guard last: an interrupted
 * flush leaves the newer as it was. Both read the two copies. */
static inline mr_status_t migrations_timer_load(migrations_timer_t *block)
{
    mr_status_t found;
    unsigned newest;
    mr_status_t status = migrations_timer_read_copies(block, &found, &newest);
    if (status >= MR_OK)
        mr_copy(block->stored, block->bytes, MIGRATIONS_TIMER_SIZE);
    return status;
}
static inline mr_status_t migrations_timer_flush(migrations_timer_t *block)
{
    migrations_timer_t device;
    mr_status_t found;
    unsigned newest;
    mr_status_t status = migrations_timer_read_copies(&device, &found, &newest);
    if (status < MR_OK)
        return status;
    if (newest == 2u || mr_differs(block->bytes, device.bytes, 0x7u)) {
        block->bytes[0x7u] = newest == 2u ? 0u : (uint8_t)(device.bytes[0x7u] + 1u);
        migrations_timer_seal(block);
        if (newest == 2u && migrations_timer_free() == 1u) {
            newest = 0;
            mr_swap(device.bytes, device.stored, MIGRATIONS_TIMER_SIZE);
        }
        status = mr_flush_runs(migrations_device_write, 0x0u + (newest == 0u ? MIGRATIONS_TIMER_SIZE : 0u), block->bytes, device.stored, MIGRATIONS_TIMER_SIZE, 2u);
    }
    if (status >= MR_OK)
        mr_copy(block->stored, block->bytes, MIGRATIONS_TIMER_SIZE);
    return status;
}
/* Does this differ from what was loaded or written last? */
static inline bool migrations_timer_pending(const migrations_timer_t *block)
{
    return mr_differs(block->bytes, block->stored, 0x7u);
}
/* Loads, and says what was found; where that is neither MR_OK, MR_MIGRATED nor an error of the transfer, the defaults are set. */
static inline mr_status_t migrations_timer_open(migrations_timer_t *block)
{
    mr_status_t found;
    unsigned newest;
    mr_status_t status = migrations_timer_read_copies(block, &found, &newest);
    if (status < MR_OK)
        return status;
    mr_copy(block->stored, block->bytes, MIGRATIONS_TIMER_SIZE);
    if (found != MR_OK) {
        mr_status_t migrated = migrations_timer_migrate(block);
        if (migrated != MR_NOT_FOUND)
            return migrated;
    }
    if (found != MR_OK)
        migrations_timer_defaults(block);
    return found;
}
#define MIGRATIONS_TIMER_TICKS_OFFSET 0x03u
#define MIGRATIONS_TIMER_TICKS_BIT 0u
#define MIGRATIONS_TIMER_TICKS_WIDTH 32u
MR_INLINE uint32_t migrations_timer_get_ticks(const migrations_timer_t *block) { return MR_LE32(1, block->bytes + 0x3u); }
MR_INLINE void migrations_timer_set_ticks(migrations_timer_t *block, uint32_t to) { MR_SET_LE32(1, block->bytes + 0x3u, to); }
#define MIGRATIONS_TIMER_BITS_OFFSET 0x00u
#define MIGRATIONS_TIMER_BITS_BIT 0u
#define MIGRATIONS_TIMER_BITS_WIDTH 3u
#define MIGRATIONS_TIMER_BITS_COUNT 7u
MR_INLINE uint8_t migrations_timer_get_bits(const migrations_timer_t *block, unsigned i) { MR_CHECK(i < 7u); return ((uint8_t)mr_span(block->bytes, 1, i * 3u, 3)); }
MR_INLINE void migrations_timer_set_bits(migrations_timer_t *block, unsigned i, uint8_t to) { MR_CHECK(i < 7u); MR_CHECK(to <= 7u); mr_put_span(block->bytes, 1, i * 3u, 3, (uint64_t)to); }

#endif
