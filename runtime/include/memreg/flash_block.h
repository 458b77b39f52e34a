/* Flash blocks: one block of fixed size in flash, for configuration without a store. In: the block's bytes, and a few
 * erase units of a part (memreg/flash.h). Out: the newest of the copies that were written there, whole, after any cut of
 * power.
 *
 * Copies are appended in an erase unit until it is full; then the next one is erased and takes over. Nothing is
 * erased until it is full. With two units or more a flush leaves the old or the new contents whole, wherever power fails,
 * also when it fails again while open completes or undoes what was cut; and what open has returned no later open takes back.
 * On parts whose units are programmed once, that second cut asks for three units. With one unit the same holds but for the
 * flush that finds the unit full: from its erase on until it ends, no copy exists.
 *
 * The bytes are in docs/formats.md. No call may interrupt another one on the same part. */
#ifndef MEMREG_FLASH_BLOCK_H
#define MEMREG_FLASH_BLOCK_H

#include "memreg/flash.h"

#if defined __cplusplus
extern "C" {
#endif

enum { MR_FLASH_BLOCK_MOST_PROGRAM_BYTES = 64 };

/* What a copy takes, and how many of them an erase unit: constants for the configuration. */
#define MR_FLASH_BLOCK_UNITS(bytes, program_bytes) (((bytes) + (program_bytes) - 1u) / (program_bytes) * (program_bytes))
#define MR_FLASH_BLOCK_SLOT_BYTES(size_bytes, program_bytes) \
    (MR_FLASH_BLOCK_UNITS(4u, program_bytes) + MR_FLASH_BLOCK_UNITS((size_bytes) + 4u, program_bytes) + (program_bytes))
#define MR_FLASH_BLOCK_SLOT_COUNT(size_bytes, program_bytes, erase_bytes) \
    ((erase_bytes) / MR_FLASH_BLOCK_SLOT_BYTES(size_bytes, program_bytes))

/* Where a block lies. All constant: glue keeps it in flash. */
typedef struct mr_flash_block_config {
    const mr_flash_t *flash;     /* program_bytes at most MR_FLASH_BLOCK_MOST_PROGRAM_BYTES */
    uint32_t offset;             /* of the first erase unit, from the region's start */
    uint32_t seed;               /* of the CRC: the block's own, so that other blocks' copies do not pass */
    uint16_t unit_count;         /* erase units: 2; 3 where units are programmed once; 1 with the danger told above */
    uint16_t size_bytes;         /* of the block, at least 1 */
    uint16_t slot_bytes;         /* MR_FLASH_BLOCK_SLOT_BYTES */
    uint16_t slot_count;         /* MR_FLASH_BLOCK_SLOT_COUNT, at least 1; at most 65535 */
} mr_flash_block_config_t;

/* A block in use; its members are the runtime's own. Before open they are zero, and it has no copy. */
typedef struct mr_flash_block {
    const mr_flash_block_config_t *config;
    uint32_t epoch;              /* of the unit with the newest copy */
    uint16_t unit;               /* the unit with the newest copy */
    uint16_t slots;              /* in that unit, up to the newest copy's; 0 where there is no copy */
    uint8_t flags;
} mr_flash_block_t;

/* Makes `block` ready and reads the newest copy into `data` (size_bytes). MR_OK; MR_FRESH where nothing was ever written;
 * MR_CORRUPT where something was, but no copy is whole: then, and on an error of the driver, `data` holds anything and
 * the caller sets its defaults. Where the last flush was cut, it is completed or undone for good: this alone programs and
 * erases, as one flush does; an error there is returned. After an error other than MR_CORRUPT the block is not open. Cost: a
 * binary search for the last copy in each unit, by reads of 4 bytes; reads two copies of two units, one of each other, and
 * each that is torn once. */
mr_status_t mr_flash_block_open(mr_flash_block_t *block, const mr_flash_block_config_t *config, void *data);

/* Reads the newest copy again. MR_OK, MR_NOT_FOUND where there is none, MR_CORRUPT where it is not whole any more; the
 * driver's. Cost: reads a copy once. */
mr_status_t mr_flash_block_load(const mr_flash_block_t *block, void *data);

/* Whether `data` differs from the newest copy, or there is none. Cost: reads a copy once at most. */
bool mr_flash_block_is_pending(const mr_flash_block_t *block, const void *data);

/* Writes `data` as the newest copy, where it differs; programs slot_bytes in three steps or more and reads them again;
 * erases one unit where the present one is full, or was left torn by a cut, or where there is no copy. MR_OK; the driver's
 * MR_BUSY, MR_LOCKED or MR_ERROR; MR_WORN where the part does not hold what was programmed. After these the old copy is
 * still the newest one (with one unit: if that was not erased), and the next flush begins anew, in the next unit where
 * something was programmed. MR_BAD_ARGUMENT where the block is not open. */
mr_status_t mr_flash_block_flush(mr_flash_block_t *block, const void *data);

/* Erases all units, that of the newest copy last: a cut leaves that copy, an older one, or none. MR_OK, or as
 * mr_flash_block_flush(). */
mr_status_t mr_flash_block_erase(mr_flash_block_t *block);

/* Before the first flush of a block whose open found nothing, because its contents are of an earlier version of the layout
 * that `older` was opened for in the same units: the first flush spares the unit with the older contents, and what is
 * written is newer than they. Both configurations have the same units, two at least. Cost: none. */
void mr_flash_block_follow(mr_flash_block_t *block, const mr_flash_block_t *older);

#if defined __cplusplus
}
#endif

#endif
