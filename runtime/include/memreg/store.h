/* Stores: records by prefix and id go in, and come out whole after any cut of power: the old value or the new one.
 * C99, freestanding; nothing is allocated and nothing is global: the caller owns all memory, whose size is known when the
 * layout is compiled. The bytes on the medium are specified in docs/formats.md.
 *
 * A table of kinds says which records there can be. A kind is one of
 *   - MR_STORE_INDEXED: ids first_id..last_id; each has a place in the index, found by arithmetic: no search, no read;
 *   - MR_STORE_KEYED: any id, at most `most_records` at a time; finding one reads the keys of its kind;
 *   - MR_STORE_RING: ids first_id..last_id of one fixed length, kept in sectors of their own: no index at all; what is
 *     saved overwrites the oldest, a sector at a time.
 * Rows may be added at the table's end, and none may change as long as records of it are on some device: a kind whose
 * values become others gets another row with the same prefix at the end. Calls by prefix mean the last of those; who
 * takes over what the earlier ones have calls by the row's number.
 *
 * A call returns MR_OK, or a negative status and nothing visible has changed: a value that was saved stays as it was.
 * MR_BUSY, MR_LOCKED and MR_ERROR are the driver's own. Values are 1 byte to the kind's most_bytes long. One save or
 * remove waits for one erase at the most, for each sector's worth of value that it writes.
 * No call may interrupt another one on the same store; none may be called from an interrupt. */
#ifndef MEMREG_STORE_H
#define MEMREG_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "memreg/find.h"
#include "memreg/flash.h"
#include "memreg/status.h"

#if defined __cplusplus
extern "C" {
#endif

/* ---- What the layout says: all constant. ---- */

enum { MR_STORE_INDEXED = 0, MR_STORE_KEYED = 1, MR_STORE_RING = 2 };

typedef struct mr_store_kind {
    uint8_t prefix[3];      /* 1 to 3 bytes, the rest 0; of rows that share one the last is today's: see below */
    uint8_t storage;        /* MR_STORE_INDEXED, _KEYED or _RING */
    uint32_t first_id;      /* KEYED: 0 */
    uint32_t last_id;       /* KEYED: 0xFFFFFFFF */
    uint32_t most_bytes;    /* of a value; RING: of every value */
    uint32_t first_handle;  /* the sum of the handles of the kinds before it, MR_STORE_HANDLES of each; rings count after
                             * all others, for addresses alone */
    uint16_t records;       /* INDEXED, RING: last_id - first_id + 1; KEYED: the most at a time */
    uint16_t parts;         /* MR_STORE_PARTS; RING: 1 */
    uint16_t first_sector;  /* RING: the first of its own sectors, counted from the area's start; else 0 */
    uint8_t ring;           /* RING: its number among the rings, from 0; else 0 */
    const struct mr_store_calls *calls; /* RING: &mr_store_ring_calls; KEYED, or of more than one part:
                                         * &mr_store_tagged_calls; else NULL */
} mr_store_kind_t;

/* Bookkeeping of a ring, in RAM. */
typedef struct mr_store_ring {
    uint32_t sequence;      /* of the sector that is being filled; 0: none yet */
    uint16_t sectors;
    uint16_t slots;         /* in a sector, spare ones included */
    uint16_t used;          /* of the sector that is being filled: up to the highest slot that is not blank */
} mr_store_ring_t;

typedef struct mr_store_config {
    mr_flash_t flash;
    uint32_t offset_bytes;          /* where the area begins, from the flash's start: a whole erase unit */
    uint16_t sectors;               /* erase units of the log, at least MR_STORE_LEAST_SECTORS; rings' sectors follow */
    uint16_t handles;               /* of all kinds that are not rings: at most MR_STORE_MOST_HANDLES */
    uint8_t kind_count;             /* 1 to 255 */
    const mr_store_kind_t *kinds;   /* handles of those that are no rings are dense from 0; those of rings follow them */
    uint16_t scratch;               /* the largest MR_STORE_SCRATCH of a kind that is not a ring */
    uint8_t *index;                 /* RAM: MR_STORE_INDEX_BYTES(handles, scratch) */
    uint16_t *sequences;            /* RAM: MR_STORE_SEQUENCES(sectors) elements */
    mr_store_ring_t *rings;         /* RAM: one for each kind that is a ring; NULL where there is none */
    const struct mr_store_once *once; /* &mr_store_once where the part programs a unit once, else NULL */
} mr_store_config_t;

/* What not every store needs; the linker leaves out what no configuration refers to. */
extern const struct mr_store_calls mr_store_ring_calls, mr_store_tagged_calls;
extern const struct mr_store_once mr_store_once;

/* A store in use; its members are the runtime's own. */
typedef struct mr_store {
    const mr_store_config_t *config;
    uint32_t sequence;      /* of the sector that is being filled, the head */
    uint32_t tail;          /* where the next entry goes, from the area's start */
    uint32_t sector_bytes;
    int32_t failure;        /* of the call that runs: its status */
    uint16_t head;          /* the sector's number */
    uint16_t floor;         /* entries in sectors of lower sequences (modulo 65536) are dead */
    uint16_t layout;        /* a hash of the table */
    uint8_t erase_shift;    /* log2 of sector_bytes, and of the bytes that entries are aligned to */
    uint8_t align_shift;
    uint8_t state;
} mr_store_t;

/* ---- How much memory: constant expressions for the glue. `erase` and `program` are the flash's erase_bytes and
 * program_bytes; a parameter may be used more than once. ---- */

#define MR_STORE_LEAST_SECTORS 3u
#define MR_STORE_MOST_HANDLES 8188u

/* A value of more bytes than this is kept in parts: about four of them fill a sector. */
#define MR_STORE_PART_BYTES(erase) ((erase) / 4u - 24u)
/* Handles that one record of at most `most_bytes` needs: one for each part. */
#define MR_STORE_PARTS(most_bytes, erase)                                                                              \
    (((most_bytes) + MR_STORE_PART_BYTES(erase) - 1u) / MR_STORE_PART_BYTES(erase))
/* Handles of a kind that is not a ring, and the handles that a ring counts for addresses. */
#define MR_STORE_HANDLES(records, most_bytes, erase) ((records) * MR_STORE_PARTS(most_bytes, erase))
/* What mr_store_config_t's scratch is the largest of. */
#define MR_STORE_SCRATCH(most_bytes, erase) (MR_STORE_PARTS(most_bytes, erase) - 1u)
/* Bytes of RAM for the index: 3 for each handle, and for the copy of the layout's table on the medium. */
#define MR_STORE_INDEX_BYTES(handles, scratch) (3u * ((handles) + (scratch) + 1u))
/* Elements of RAM, of uint16_t, for the sectors of the log. */
#define MR_STORE_SEQUENCES(sectors) (sectors)

/* Bytes of one slot of a ring with values of `bytes`: a mark that it is taken, the value, its check value, a mark that it
 * was deleted. */
#define MR_STORE_ALIGN(bytes, program) (((bytes) + (program) - 1u) / (program) * (program))
#define MR_STORE_RING_SLOT_BYTES(bytes, program) (MR_STORE_ALIGN((bytes) + 6u, program) + MR_STORE_ALIGN(2u, program))
/* Records in one sector of a ring. Two more slots are for those that a cut of power has spoilt. */
#define MR_STORE_RING_SPARE 2u
#define MR_STORE_RING_SLOTS(bytes, erase, program)                                                                     \
    (((erase) - MR_STORE_ALIGN(17u, program) - (program)) / MR_STORE_RING_SLOT_BYTES(bytes, program) -                 \
     MR_STORE_RING_SPARE)
/* Sectors of a ring: for all records, and one more, so that the one that is erased next has none of the newest. */
#define MR_STORE_RING_SECTORS(records, bytes, erase, program)                                                          \
    (((records) + MR_STORE_RING_SLOTS(bytes, erase, program) - 1u) / MR_STORE_RING_SLOTS(bytes, erase, program) + 1u)

/* ---- The store as a whole. ---- */

/* Mounts the store: reads sectors' headers and the entries that may be live, repairs what a cut left. `config` must stay.
 * MR_OK; MR_FRESH: nothing was ever stored here, the store is empty (nothing is programmed until the first save);
 * MR_MIGRATED: the layout's table grew since, all records are kept; MR_FOREIGN: the area holds another layout's records,
 * nothing is changed, and only mr_store_format() may follow; MR_CORRUPT: as MR_OK, but some entry was damaged by other
 * than a cut, and its record shows an older value or is gone. MR_BAD_ARGUMENT: the configuration is not possible.
 * MR_WORN: too few sectors are left that take an erase. Another negative status is the driver's: open again.
 * Cost: docs/runtime.md has figures. */
mr_status_t mr_store_open(mr_store_t *store, const mr_store_config_t *config);

/* Forgets all records. Right after mr_store_open(), whatever that returned. Power that fails within leaves all of them,
 * some of them or none, each whole. Cost: an erase for each sector that was used. */
mr_status_t mr_store_format(mr_store_t *store);

/* ---- Records by kind and id: what generated code calls. `kind` counts the table's rows from 0.
 * MR_BAD_ARGUMENT: no such kind, an id outside, a NULL, a length of 0 or above most_bytes, for rings other than it. ---- */

/* Saves a value, over the one that the record had. MR_NO_SPACE: it does not fit. MR_WORN: no sector takes it any more.
 * Rings: ids are meant to be counted up and to begin again at first_id after last_id; skipped ones stay absent. Where all
 * ids fit into one sector, they may be saved in any order and over again. Else MR_EXISTS: the newest sector has the id
 * already; MR_NO_SPACE: cuts of power have spoilt the sector's spare slots; the ids after those of this sector can be saved.
 * Cost: programs the value and 6 bytes, 8 where it is shorter than most_bytes; reads them once to verify; once a
 * sector: one erase, and the live entries of another sector are moved where few are free. */
mr_status_t mr_store_put(mr_store_t *store, unsigned kind, uint32_t id, const void *value, size_t length);

/* Reads a record's value: at most `size` bytes go to `value`. *length (may be NULL) becomes the value's length.
 * MR_NOT_FOUND: there is none. MR_OUT_OF_RANGE: it is longer than `size`, of which the first bytes were given. MR_CORRUPT:
 * the medium does not hold any more what was saved; nothing is deleted. `value` is undefined after all but the first two.
 * Cost: one read of the value and 8 bytes where these are not more than 72; two or three more of 2 to 10 bytes for each
 * part where ids are any or values have parts. */
mr_status_t mr_store_get(mr_store_t *store, unsigned kind, uint32_t id, void *value, size_t size, size_t *length);

/* Deletes a record. MR_NOT_FOUND: there is none. Cost: programs 6 bytes. */
mr_status_t mr_store_remove(mr_store_t *store, unsigned kind, uint32_t id);

/* The smallest id, the largest id, the smallest id above *id of the kind's records. MR_NOT_FOUND: there is none, *id stays.
 * Cost: a loop over the kind's places in the index; KEYED: one short read for each record of the kind; RING: for each
 * place that is passed. */
mr_status_t mr_store_first(mr_store_t *store, unsigned kind, uint32_t *id);
mr_status_t mr_store_last(mr_store_t *store, unsigned kind, uint32_t *id);
mr_status_t mr_store_next(mr_store_t *store, unsigned kind, uint32_t *id);

/* ---- Rings in the order of time. MR_BAD_ARGUMENT: the kind is no ring. src/store_ring.c has these. */

/* Saves a value under the id that follows the one saved last: first_id where there is none, and after last_id. *id (may be
 * NULL) becomes it. Errors and cost as of mr_store_put(); where MR_NO_SPACE would be, the ids of the next sector follow. */
mr_status_t mr_store_append(mr_store_t *store, unsigned kind, const void *value, size_t length, uint32_t *id);

/* The id that was saved last, where ids are counted up. MR_NOT_FOUND: there is none, *id stays. Cost: reads the newest
 * slot; slots above it that a cut or a deletion spoilt, too. */
mr_status_t mr_store_newest(mr_store_t *store, unsigned kind, uint32_t *id);

/* The id that was saved before *id: begin with the newest, until MR_NOT_FOUND, and *id stays. Cost: as of mr_store_newest(),
 * and a read for each absent id that is passed. */
mr_status_t mr_store_older(mr_store_t *store, unsigned kind, uint32_t *id);

/* ---- Records by prefix, id and address, after StorageAT. An address is a multiple of 256 that names a record for as
 * long as it is there; `prefix` is text of which at most 3 bytes count. ---- */

/* Finds a record's address. The empty prefix matches every prefix; of equal ids the kind first in the table counts, of
 * kinds with one prefix the last.
 * MR_NOT_FOUND, and *address stays. MR_BAD_ARGUMENT: no such mode, a NULL. Cost: as mr_store_first() for each kind that
 * matches. */
mr_status_t mr_store_find(mr_store_t *store, mr_find_t mode, uint32_t *address, const char *prefix, uint32_t id);

/* Reads the record at an address, as mr_store_get(). MR_BAD_ARGUMENT: not an address that mr_store_find() gives. */
mr_status_t mr_store_load(mr_store_t *store, uint32_t address, void *value, size_t size, size_t *length);

/* Saves a value as mr_store_put() and sets *address to the record's, which for another one given may differ: places
 * follow from prefix and id. MR_EXISTS: *address is the address of a record with another prefix or id. MR_BAD_ARGUMENT:
 * the layout has no such prefix or id. */
mr_status_t mr_store_save(mr_store_t *store, uint32_t *address, const char *prefix, uint32_t id, const void *value,
                          size_t length);

/* As mr_store_save(), but a record with another key at *address is deleted once the value is saved. */
mr_status_t mr_store_rewrite(mr_store_t *store, uint32_t *address, const char *prefix, uint32_t id, const void *value,
                             size_t length);

/* Deletes a record by its key, as mr_store_remove(); of kinds with one prefix in each, the last one last. */
mr_status_t mr_store_delete(mr_store_t *store, const char *prefix, uint32_t id);

/* Deletes the record at an address. MR_NOT_FOUND: there is none. */
mr_status_t mr_store_clear(mr_store_t *store, uint32_t address);

/* The key of the record at an address: its kind and id. MR_NOT_FOUND: there is none. */
mr_status_t mr_store_key(mr_store_t *store, uint32_t address, unsigned *kind, uint32_t *id);

/* The next record in the order of addresses: begin with *address = MR_STORE_BEGIN. MR_NOT_FOUND after the last one.
 * Records may be saved and deleted meanwhile. */
#define MR_STORE_BEGIN 0xFFFFFFFFu
mr_status_t mr_store_walk(mr_store_t *store, uint32_t *address);

/* ---- Looking at it from outside. ---- */

typedef struct {
    uint32_t live_bytes;            /* that entries of records and deletions take */
    uint32_t free_bytes;            /* for entries until a save may say MR_NO_SPACE; a value takes a little more than its length */
    uint16_t free_sectors;          /* that need no collection */
    uint16_t retired_sectors;       /* that do not take an erase */
    uint32_t most_erases, least_erases; /* of a sector of the log, as far as the headers tell */
} mr_store_statistics_t;

/* Cost: reads each sector's header. */
mr_status_t mr_store_statistics(mr_store_t *store, mr_store_statistics_t *statistics);

/* Proves what the runtime relies on, from the medium: each place in the index holds a whole entry of its own handle, no
 * newer one exists, counts of live bytes and free sectors are right, the tail of the head is blank, a free sector is in
 * reserve. MR_OK, or MR_CORRUPT. Changes nothing. Cost: reads all that is stored, some of it often. */
mr_status_t mr_store_check(mr_store_t *store);

#if defined __cplusplus
}
#endif

#endif
