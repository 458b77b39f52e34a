/* Rows: user rows, EEPROM, UICR, OTP, whatever is programmed by clearing bits and erased by setting them. In: reads,
 * writes and a driver for the part. Out: the contents, changed with the least erases and programmed units.
 *
 * A row keeps a copy of its contents in the caller's buffer. Writes go there; what can be had by clearing bits is
 * programmed at once, the rest waits for mr_row_flush(). Reads always see what was written last.
 *
 * When power fails within a flush:
 *   - with no erase, each unit holds its old contents, its new ones, or (the one being programmed) some of the new zeros;
 *   - with an erase, an erase unit holds its old contents until the erase begins; from then on what was not programmed
 *     yet reads 0xFF, and the old contents are gone. An erase that power cuts short leaves anything. A row of a single
 *     erase unit cannot promise more: what must survive needs a guard and a mirror in another erase unit;
 *   - units of kept ranges are programmed first, then the others, both in rising order: a guard that lies last is
 *     programmed last, so that contents it approves are whole;
 *   - flushing the same contents again after the restart completes them.
 *
 * No call may interrupt another one on the same row; mr_row_get(), mr_row_stage(), mr_row_pending(), mr_row_plan() and
 * mr_row_revert() may otherwise be called from an interrupt, the others return MR_IN_INTERRUPT where they must program.
 */
#ifndef MEMREG_ROW_H
#define MEMREG_ROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "memreg/status.h"

#if defined __cplusplus
extern "C" {
#endif

/* Bytes of a row from `first` to before `end`, whole program units. */
typedef struct mr_row_range { uint16_t first; uint16_t end; } mr_row_range_t;

/* What a part's row is like. Each size is a multiple of the one below it, and none is 0. A part that erases single bytes
 * has erase_bytes 1. `programs_once` says that only blank units are programmed: on parts with error correction, and where
 * the number of programs a unit takes between erases is limited, for after a restart nobody knows how many there were. */
typedef struct mr_row_geometry {
    uint16_t size_bytes;             /* at most 32767 */
    uint16_t erase_bytes;            /* what one erase sets to 0xFF; the size where the row is not erasable */
    uint16_t program_bytes;          /* what is programmed together: a power of two */
    bool programs_once;
    bool is_erasable;                /* false for OTP */
    uint8_t kept_count;
    const mr_row_range_t *kept;      /* fuses, calibration: callers cannot write them, an erase carries them over */
} mr_row_geometry_t;

/* How a part is reached; `context` is what mr_row_open() was given. All offsets are from the row's start. */
typedef struct mr_row_driver {
    /* The byte at `offset`. */
    uint8_t (*read)(void *context, size_t offset);
    /* Programs the program unit at `offset`, of which no bit has to rise, and waits for the end; MR_OK, MR_ERROR. */
    mr_status_t (*program)(void *context, size_t offset, const uint8_t *unit);
    /* Sets the erase unit at `offset` to 0xFF and waits for the end; MR_OK, MR_ERROR. Never called where the geometry
     * says that the row is not erasable. */
    mr_status_t (*erase)(void *context, size_t offset);
    /* Whether the row can be programmed now: MR_OK, MR_BUSY, MR_LOCKED, MR_IN_INTERRUPT. */
    mr_status_t (*state)(void *context);
} mr_row_driver_t;

/* A row in use; its members are the runtime's own. */
typedef struct mr_row {
    const mr_row_driver_t *driver;
    const mr_row_geometry_t *geometry;
    void *context;
    uint8_t *buffer;
    uint16_t settled;                /* where mr_row_turn() last wrote, or MR_ROW_NOWHERE */
} mr_row_t;
#define MR_ROW_NOWHERE ((uint16_t)0xFFFF)

/* What a flush will cost. */
typedef struct { size_t erases; size_t programmed_bytes; } mr_row_plan_t;

/* Makes `row` ready and reads its contents into `buffer`, which has the row's size. Driver, geometry, context and buffer
 * must stay. Cost: reads the row once. */
void mr_row_open(mr_row_t *row, const mr_row_driver_t *driver, const mr_row_geometry_t *geometry, void *context,
                 uint8_t *buffer);

/* Writes `length` bytes: programs them at once where that needs no erase and nothing else is pending, else keeps them for
 * mr_row_flush(). Equal bytes are not programmed. Returns 1 where the part now holds them, 0 where they are pending;
 * MR_OUT_OF_RANGE or MR_LOCKED (in a kept range), and nothing is written; another negative status as of mr_row_flush(),
 * and they are pending. Cost: as mr_row_stage(); where something differs, reads the row once more; where that is
 * programmed, as mr_row_flush() too. */
int mr_row_put(mr_row_t *row, size_t offset, const void *data, size_t length);

/* Writes one byte, as mr_row_put(). */
int mr_row_write(mr_row_t *row, size_t offset, uint8_t value);

/* The same under EEPROM libraries' name: mr_row_write() never programs an equal byte either. */
static inline int mr_row_update(mr_row_t *row, size_t offset, uint8_t value)
{
    return mr_row_write(row, offset, value);
}

/* As mr_row_put(), but never programs: what is scattered over the row is staged piece by piece and paid by one
 * mr_row_flush(). Returns how many of these bytes the part does not hold yet; MR_OUT_OF_RANGE, MR_LOCKED (in a kept
 * range). Cost: reads `length` bytes of the part. */
int mr_row_stage(mr_row_t *row, size_t offset, const void *data, size_t length);

/* Reads `length` bytes, pending ones included. MR_OK, or MR_OUT_OF_RANGE and nothing is read. Kept ranges can be read.
 * Cost: a copy in RAM. */
mr_status_t mr_row_get(const mr_row_t *row, size_t offset, void *data, size_t length);

/* The byte at `offset`, pending or not; MR_OUT_OF_RANGE. Cost: one load. */
static inline int mr_row_read(const mr_row_t *row, size_t offset)
{
    return offset < row->geometry->size_bytes ? row->buffer[offset] : (int)MR_OUT_OF_RANGE;
}

/* How many bytes the row has, for loops over it. */
static inline size_t mr_row_length(const mr_row_t *row)
{
    return row->geometry->size_bytes;
}

/* How many bytes wait for mr_row_flush(). Cost: reads the row once. */
size_t mr_row_pending(const mr_row_t *row);

/* Tells what mr_row_flush() will cost now: erases, and bytes in the units that it will program. Changes nothing; where
 * erases are needed and the row is not erasable, the flush will fail. Cost: reads the row twice. */
void mr_row_plan(const mr_row_t *row, mr_row_plan_t *plan);

/* Brings all pending bytes into the part and verifies them. An erase unit is erased once and only where a bit must rise
 * or a unit that is programmed once is used; of an erased one the units that are not all 0xFF are programmed, of the
 * others those that differ. Returns the number of bytes that differed; 0 where there were none, and neither programs nor
 * asks for the part's state. Negative, and what the part does not hold stays pending: MR_IN_INTERRUPT, MR_BUSY, MR_LOCKED
 * (protected, or an erase is needed and the row is not erasable), all three before anything is changed; the driver's
 * error; MR_WORN where the part does not hold what was programmed. Cost: reads the row three times, and what mr_row_plan()
 * tells. */
int mr_row_flush(mr_row_t *row);

/* Sets all bytes but the kept ranges to 0xFF, as staging and flushing them does: a row that is blank is not erased.
 * Returns as mr_row_flush(). */
int mr_row_erase(mr_row_t *row);

/* Forgets what is pending: the contents are the part's again. Cost: reads the row once. */
void mr_row_revert(mr_row_t *row);

/* Counts one up in a tally: `length` bytes at `offset` whose zero bits are the count (0xFF: 0), then flushes, whatever
 * else is pending too. A full tally starts again with 1: where units may be programmed without limit, one erase for every
 * 8 * length counts. Returns the new count, 1 to 8 * length; negative as of mr_row_put() and mr_row_flush(), then the
 * count is pending. MR_OUT_OF_RANGE where length is 0. */
int mr_row_tally_increment(mr_row_t *row, size_t offset, size_t length);

/* The tally's count, 0 to 8 * length, pending ones included; MR_OUT_OF_RANGE. */
int mr_row_tally(const mr_row_t *row, size_t offset, size_t length);

/* ---- What follows is in src/row_block.c. */

/* Flushes, and where that erases counts it: adds the erases to the 32-bit number, low byte first, at `offset` (0xFFFFFFFF:
 * 0), and flushes it along. It costs no erase of its own but where bytes are erased one by one. Where power fails between an
 * erase of the number's own erase unit and the number's programming, the count is lost and begins anew: at the row's start
 * it is programmed first. Returns as mr_row_flush(), the number's bytes included; MR_OUT_OF_RANGE; MR_LOCKED (in a kept
 * range). Cost: as mr_row_plan() and mr_row_flush(). */
int mr_row_flush_counted(mr_row_t *row, size_t offset);

/* The number that mr_row_flush_counted() counts; 0 where it is blank or outside. */
uint32_t mr_row_wear(const mr_row_t *row, size_t offset);

/* Which copy of a mirrored block is written next: two copies of `length` bytes in the row, each with a guard that tells
 * whether it is whole. */
typedef struct mr_row_copies {
    uint16_t length;
    uint16_t older, newer;           /* the copies' offsets; the same where neither is whole */
    bool is_older_whole;
} mr_row_turn_t;

/* Writes a mirrored block: `bytes` over the older copy, which has its guard at its end, with all else that is pending. The
 * newer copy stays, and is made sure of before: what the last cut of power left half programmed reads as it likes, and may
 * have read right this time. So, in the first turn after mr_row_open(), the units of the newer copy are programmed once
 * more as they read; then the older copy's erase units are erased whatever they read (of a whole copy in single bytes: one
 * is cleared, then those are erased in which bits must rise); then `bytes` is programmed, in rising order. Where power fails
 * at any time, also again and again, the newer copy or the new one is whole. That holds where the copies share no erase
 * unit, always so where bytes are erased one by one; where they do share one, a flush that erases puts both at risk. Units
 * that are programmed once are not programmed once more.
 *
 * Returns as mr_row_flush(): bytes that differed, negative where it failed, and then nothing is pending. MR_BAD_ARGUMENT
 * where the copies overlap. Cost: as mr_row_flush(), twice. */
int mr_row_turn(mr_row_t *row, const mr_row_turn_t *turn, const void *bytes);

/* Tells what mr_row_turn() will cost now, where nothing else is pending; what is pending in the older copy is forgotten. */
void mr_row_turn_plan(mr_row_t *row, const mr_row_turn_t *turn, const void *bytes, mr_row_plan_t *plan);

#if defined __cplusplus
}
#endif

#endif
