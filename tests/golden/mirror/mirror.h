/* Made from mirror.mr by memregc 0.1.0; fingerprint 0x6298086B. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** A mirror keeps two copies and a sequence number: an interrupted flush leaves the older copy. */
#ifndef MIRROR_MIRROR_INCLUDED
#define MIRROR_MIRROR_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Counters, Setup. */
#include <stdbool.h>
#include <stdint.h>

#include <memreg/row.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- Text of at most `size` bytes, padded with NUL; a copy of it is always terminated. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
/* ---- Blocks in rows: their bytes go into the row's copy, and from there, all at once, into the part. */
#define MIRROR_VERSION 2u
#define MIRROR_FINGERPRINT 0x6298086Bu

/* ---- region eeprom (eeprom), by avr_dx_row.h */
MR_EXTERN mr_row_t mirror_eeprom_row;   /* in the glue, opened by its init */

/* ---- Counters: 10 bytes in memory at 0x0, guarded by crc16, two copies
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        starts                   u32
 * 0x0004        faults                   u16
 * 0x0006        (sequence)               u8
 * 0x0007        (version)                u8
 * 0x0008        (crc16)
 */
#define MIRROR_COUNTERS_SIZE 10u
typedef struct { uint8_t bytes[MIRROR_COUNTERS_SIZE]; } mirror_counters_t;
MR_ASSERT(mirror_counters, sizeof(mirror_counters_t) == MIRROR_COUNTERS_SIZE);
MR_EXTERN uint8_t mirror_memory_bytes[];
/* The place itself: its first copy. */
MR_INLINE mirror_counters_t *mirror_counters_at(void) { return (mirror_counters_t *)(void *)(mirror_memory_bytes + 0x0u); }
static inline void mirror_counters_defaults(mirror_counters_t *block)
{
    static const uint8_t initial[MIRROR_COUNTERS_SIZE] = {
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xDE, 0x44,
    };
    mr_copy(block->bytes, initial, MIRROR_COUNTERS_SIZE);
}
static inline uint16_t mirror_counters_crc(const mirror_counters_t *block)
{
    return mr_crc16(0x1B4Cu, block->bytes, 0x8u);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t mirror_counters_check(const mirror_counters_t *block)
{
    uint16_t difference = (uint16_t)(mirror_counters_crc(block) ^ MR_LE16(1, block->bytes + 0x8u));
    if (difference == 0)
        return block->bytes[0x7u] == 2u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, MIRROR_COUNTERS_SIZE) || mr_is_filled(block->bytes, 0xFF, MIRROR_COUNTERS_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void mirror_counters_seal(mirror_counters_t *block)
{
    block->bytes[0x7u] = 2u;
    MR_SET_LE16(1, block->bytes + 0x8u, mirror_counters_crc(block));
}
/* The newer of the two copies that is whole: 0 or 1; 2 where neither is, and *found says why. */
static inline unsigned mirror_counters_newest(mr_status_t *found)
{
    const mirror_counters_t *copies = mirror_counters_at();
    mr_status_t first = mirror_counters_check(&copies[0]), second = mirror_counters_check(&copies[1]);
    *found = MR_OK;
    if (first == MR_OK && second == MR_OK)
        return (uint8_t)((unsigned)copies[1].bytes[0x6u] - (unsigned)copies[0].bytes[0x6u] - 1u) < 0x7Fu;
    if (first == MR_OK || second == MR_OK)
        return first != MR_OK;
    *found = first == second ? first : first == MR_FOREIGN || second == MR_FOREIGN ? MR_FOREIGN : MR_CORRUPT;
    return 2;
}
/* Copies the newer copy here, and back over the older one, the guard last: a reset within a flush leaves the newer as it was.
 * Both go byte by byte: keep interrupts that use the place away from them. */
static inline mr_status_t mirror_counters_load(mirror_counters_t *block)
{
    mr_status_t found;
    unsigned newest = mirror_counters_newest(&found);
    mr_copy(block->bytes, mirror_counters_at()[newest & 1u].bytes, MIRROR_COUNTERS_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool mirror_counters_pending(const mirror_counters_t *block)
{
    mr_status_t found;
    unsigned newest = mirror_counters_newest(&found);
    return newest == 2u || mr_differs(block->bytes, mirror_counters_at()[newest].bytes, 0x6u);
}
static inline mr_status_t mirror_counters_flush(mirror_counters_t *block)
{
    mr_status_t found;
    mirror_counters_t *copies = mirror_counters_at();
    unsigned newest = mirror_counters_newest(&found), older = newest == 0u;
    if (!mirror_counters_pending(block))
        return MR_OK;
    block->bytes[0x6u] = newest == 2u ? 0u : (uint8_t)(copies[newest].bytes[0x6u] + 1u);
    mirror_counters_seal(block);
    mr_copy_changed(copies[older].bytes, block->bytes, MIRROR_COUNTERS_SIZE);
    return MR_OK;
}
/* Loads, and says what was found; where that is neither MR_OK nor an error of the transfer, the defaults are set. */
static inline mr_status_t mirror_counters_open(mirror_counters_t *block)
{
    mr_status_t found;
    (void)mirror_counters_newest(&found);
    (void)mirror_counters_load(block);
    if (found != MR_OK)
        mirror_counters_defaults(block);
    return found;
}
#define MIRROR_COUNTERS_STARTS_OFFSET 0x00u
#define MIRROR_COUNTERS_STARTS_BIT 0u
#define MIRROR_COUNTERS_STARTS_WIDTH 32u
MR_INLINE uint32_t mirror_counters_get_starts(const mirror_counters_t *block) { return MR_LE32(1, block->bytes); }
MR_INLINE void mirror_counters_set_starts(mirror_counters_t *block, uint32_t to) { MR_SET_LE32(1, block->bytes, to); }
#define MIRROR_COUNTERS_FAULTS_OFFSET 0x04u
#define MIRROR_COUNTERS_FAULTS_BIT 0u
#define MIRROR_COUNTERS_FAULTS_WIDTH 16u
MR_INLINE uint16_t mirror_counters_get_faults(const mirror_counters_t *block) { return MR_LE16(1, block->bytes + 0x4u); }
MR_INLINE void mirror_counters_set_faults(mirror_counters_t *block, uint16_t to) { MR_SET_LE16(1, block->bytes + 0x4u, to); }

/* ---- Setup: 12 bytes at 0x1410, guarded by crc8, two copies
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000 3:0    mode                     u4              = 3
 * 0x0000 7:4    (free)
 * 0x0001        name                     char[8]         = "setup"
 * 0x0009        (sequence)               u8
 * 0x000A        (version)                u8
 * 0x000B        (crc8)
 */
#define MIRROR_SETUP_SIZE 12u
#ifndef MIRROR_SETUP_ADDRESS
#define MIRROR_SETUP_ADDRESS 0x1410u
#endif
typedef struct { uint8_t bytes[MIRROR_SETUP_SIZE]; } mirror_setup_t;
MR_ASSERT(mirror_setup, sizeof(mirror_setup_t) == MIRROR_SETUP_SIZE);
/* The place itself: its first copy. */
MR_INLINE const mirror_setup_t *mirror_setup_at(void) { return (const mirror_setup_t *)(uintptr_t)(MIRROR_SETUP_ADDRESS); }
static inline void mirror_setup_defaults(mirror_setup_t *block)
{
    static const uint8_t initial[MIRROR_SETUP_SIZE] = {
        0x03, 0x73, 0x65, 0x74, 0x75, 0x70, 0x00, 0x00, 0x00, 0x00, 0x02, 0x4F,
    };
    mr_copy(block->bytes, initial, MIRROR_SETUP_SIZE);
}
static inline uint8_t mirror_setup_crc(const mirror_setup_t *block)
{
    return mr_crc8(0xC7u, block->bytes, 0xBu);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t mirror_setup_check(const mirror_setup_t *block)
{
    uint8_t difference = (uint8_t)(mirror_setup_crc(block) ^ MR_LE8(1, block->bytes + 0xBu));
    if (difference == 0)
        return block->bytes[0xAu] == 2u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, MIRROR_SETUP_SIZE) || mr_is_filled(block->bytes, 0xFF, MIRROR_SETUP_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void mirror_setup_seal(mirror_setup_t *block)
{
    block->bytes[0xAu] = 2u;
    MR_SET_LE8(1, block->bytes + 0xBu, mirror_setup_crc(block));
}
/* What the row holds, with what a failed flush left waiting: the first copy, the second behind it. */
MR_INLINE const mirror_setup_t *mirror_setup_held(void) { return (const mirror_setup_t *)(const void *)(mirror_eeprom_row.buffer + 0x10u); }
/* The newer of the two copies that is whole: 0 or 1; 2 where neither is, and *found says why. */
static inline unsigned mirror_setup_newest(mr_status_t *found)
{
    const mirror_setup_t *copies = mirror_setup_held();
    mr_status_t first = mirror_setup_check(&copies[0]), second = mirror_setup_check(&copies[1]);
    *found = MR_OK;
    if (first == MR_OK && second == MR_OK)
        return (uint8_t)((unsigned)copies[1].bytes[0x9u] - (unsigned)copies[0].bytes[0x9u] - 1u) < 0x7Fu;
    if (first == MR_OK || second == MR_OK)
        return first != MR_OK;
    *found = first == second ? first : first == MR_FOREIGN || second == MR_FOREIGN ? MR_FOREIGN : MR_CORRUPT;
    return 2;
}
/* Copies the newer copy from the row, and back over the older one, the guard last. An interrupted flush leaves the newer as
 * it was. A flush that fails changes nothing. */
static inline mr_status_t mirror_setup_load(mirror_setup_t *block)
{
    mr_status_t found;
    unsigned newest = mirror_setup_newest(&found);
    mr_copy(block->bytes, mirror_setup_held()[newest & 1u].bytes, MIRROR_SETUP_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool mirror_setup_pending(const mirror_setup_t *block)
{
    mr_status_t found;
    unsigned newest = mirror_setup_newest(&found);
    return newest == 2u || mr_differs(block->bytes, mirror_setup_held()[newest].bytes, 0x9u);
}
/* Seals the block as the next copy, and says which one of the row's it takes the place of. */
static inline mr_row_turn_t mirror_setup_turn(mirror_setup_t *block)
{
    const mirror_setup_t *held = mirror_setup_held();
    mr_status_t found;
    unsigned newest = mirror_setup_newest(&found), older = newest == 0u;
    mr_row_turn_t turn;
    turn.length = MIRROR_SETUP_SIZE;
    turn.older = (uint16_t)(0x10u + older * MIRROR_SETUP_SIZE);
    turn.newer = newest == 2u ? turn.older : (uint16_t)(0x10u + newest * MIRROR_SETUP_SIZE);
    turn.is_older_whole = mirror_setup_check(&held[older]) == MR_OK;
    block->bytes[0x9u] = newest == 2u ? 0u : (uint8_t)(held[newest].bytes[0x9u] + 1u);
    mirror_setup_seal(block);
    return turn;
}
static inline mr_status_t mirror_setup_flush(mirror_setup_t *block)
{
    mr_row_turn_t turn;
    int done;
    if (!mirror_setup_pending(block))
        return MR_OK;
    turn = mirror_setup_turn(block);
    done = mr_row_turn(&mirror_eeprom_row, &turn, block->bytes);
    return done < 0 ? (mr_status_t)done : MR_OK;
}
/* What a flush would cost now. */
static inline mr_status_t mirror_setup_plan(const mirror_setup_t *block, mr_row_plan_t *plan)
{
    mirror_setup_t image = *block;
    mr_row_turn_t turn;
    plan->erases = plan->programmed_bytes = 0;
    if (!mirror_setup_pending(block))
        return MR_OK;
    turn = mirror_setup_turn(&image);
    mr_row_turn_plan(&mirror_eeprom_row, &turn, image.bytes, plan);
    return MR_OK;
}
/* Makes the block's bytes 0xFF, as new ones are. Fails as flush. */
static inline mr_status_t mirror_setup_erase(void) { return mr_row_wipe(&mirror_eeprom_row, 0x10u, 24u); }
/* Loads, and says what was found; where that is neither MR_OK nor an error of the transfer, the defaults are set. */
static inline mr_status_t mirror_setup_open(mirror_setup_t *block)
{
    mr_status_t found;
    (void)mirror_setup_newest(&found);
    (void)mirror_setup_load(block);
    if (found != MR_OK)
        mirror_setup_defaults(block);
    return found;
}
#define MIRROR_SETUP_MODE_OFFSET 0x00u
#define MIRROR_SETUP_MODE_BIT 0u
#define MIRROR_SETUP_MODE_WIDTH 4u
MR_INLINE uint8_t mirror_setup_get_mode(const mirror_setup_t *block) { return MR_BITS(uint8_t, MR_LE8(1, block->bytes), 0, 4); }
MR_INLINE void mirror_setup_set_mode(mirror_setup_t *block, uint8_t to) { MR_CHECK(to <= 15u); MR_PUT_IN(8, uint8_t, block->bytes, 0, 4, to); }
#define MIRROR_SETUP_NAME_OFFSET 0x01u
#define MIRROR_SETUP_NAME_BIT 0u
#define MIRROR_SETUP_NAME_WIDTH 64u
MR_INLINE void mirror_setup_get_name(const mirror_setup_t *block, char out[9]) { mr_text(out, block->bytes + 0x1u, 8u); }
MR_INLINE void mirror_setup_set_name(mirror_setup_t *block, const char *to) { mr_set_text(block->bytes + 0x1u, to, 8u); }

#endif
