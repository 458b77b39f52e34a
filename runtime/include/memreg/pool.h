/* Pools of memory: a caller's array of blocks goes in, pieces of it (pointers, objects of one size, movable handles)
 * come out. C99, freestanding; nothing is allocated and nothing is global: the caller owns blocks and bookkeeping.
 *
 * Interrupts: every call except the init and check functions runs its changes between MR_LOCK() and MR_UNLOCK().
 * Both are empty unless defined (the same for the runtime's sources and for all that includes this), and then an
 * interrupt may call what its comment allows. MR_LOCK() may declare a variable that MR_UNLOCK() uses:
 *     #define MR_LOCK()   uint32_t primask = interrupts_off()
 *     #define MR_UNLOCK() interrupts_restore(primask)
 * Where MR_CONFIG is defined (as "file.h"), that file is included first and may define them. */
#ifndef MEMREG_POOL_H
#define MEMREG_POOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef MR_CONFIG
#include MR_CONFIG
#endif
#include "memreg/status.h"

#ifndef MR_LOCK
#define MR_LOCK() ((void)0)
#endif
#ifndef MR_UNLOCK
#define MR_UNLOCK() ((void)0)
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Blocks, glued for larger requests. ---- */

#define MR_POOL_MOST_BLOCKS 16383u

/* Classes of free runs: each length below MR_POOL_EXACT is one, then each half of an octave; the last that `count` blocks
 * need. */
#define MR_POOL_EXACT 16u
#define MR_POOL_HALVES(count, octave)                                                                                  \
    (((count) >= 16u << (octave) ? 1u : 0u) + ((count) >= 24u << (octave) ? 1u : 0u))
#define MR_POOL_CLASSES(count)                                                                                         \
    ((count) < MR_POOL_EXACT ? (count)                                                                                 \
                             : 15u + MR_POOL_HALVES(count, 0) + MR_POOL_HALVES(count, 1) + MR_POOL_HALVES(count, 2) +  \
                                   MR_POOL_HALVES(count, 3) + MR_POOL_HALVES(count, 4) + MR_POOL_HALVES(count, 5) +    \
                                   MR_POOL_HALVES(count, 6) + MR_POOL_HALVES(count, 7))
/* Entries for the blocks, the classes, and before and behind the blocks. */
#define MR_POOL_ENTRIES(count) ((count) + MR_POOL_CLASSES(count) + 2u)
/* Elements of a uint16_t array that keeps the books of a pool of `count` (1..MR_POOL_MOST_BLOCKS) blocks; constant. */
#define MR_POOL_WORDS(count) (MR_POOL_ENTRIES(count) + (MR_POOL_ENTRIES(count) + 1u) / 2u)

typedef struct mr_pool {
    uint8_t *blocks;
    uint16_t *entries;     /* of blocks, counted from 1, then of classes: see pool.c */
    uint16_t *previous;    /* for every two entries: the one that leads to the free run that begins there */
    size_t bytes;
    unsigned block_shift;
    uint32_t classes;      /* a bit for each that has a free run */
    unsigned end;          /* one more than there are blocks */
    unsigned used, peak, live;
    uint32_t failures;
} mr_pool_t;

typedef struct {
    uint16_t used_blocks, peak_blocks, free_blocks;
    uint16_t largest_free_blocks;   /* the longest run of free blocks */
    uint16_t live_objects;
    uint32_t failures;              /* requests refused since init */
} mr_pool_statistics_t;

/* Makes a pool of `count` (1..MR_POOL_MOST_BLOCKS) free blocks of 1 << block_shift (0..15) bytes at `blocks`, which should
 * be aligned to a block: every object is aligned as its first block is. `words`: MR_POOL_WORDS(count) elements.
 * MR_BAD_ARGUMENT: a NULL, a count or shift outside, more bytes than addresses; nothing is changed then.
 * Cost: a store for each word. Not while others use the pool. */
mr_status_t mr_pool_init(mr_pool_t *pool, void *blocks, unsigned count, unsigned block_shift, uint16_t *words);

/* Adjacent blocks that hold `bytes`; NULL where bytes is 0 or no free run is long enough (a failure in the statistics). They are
 * the beginning of the shortest run that is long enough; among runs of MR_POOL_EXACT blocks and more, of a short one. The
 * contents are undefined. Cost: constant for requests of fewer than MR_POOL_EXACT blocks; a longer one looks at up to two
 * runs of its class, and where no class above has a run at all of them (count / MR_POOL_EXACT at most). No division, no
 * library call. An interrupt may call it, with MR_LOCK. */
void *mr_pool_alloc(mr_pool_t *pool, size_t bytes);

/* Gives an object back; its blocks join free neighbours at once. MR_OUT_OF_RANGE: not a pointer into the pool.
 * MR_BAD_ARGUMENT: into the middle of an object or of a block. MR_NOT_FOUND: the block is free (freed before). None of
 * these changes anything. Cost: constant; on an error up to `count` loads. An interrupt may call it, with MR_LOCK. */
mr_status_t mr_pool_free(mr_pool_t *pool, void *object);

/* Bytes that an object may use: whole blocks; 0 where free would refuse it. Cost: one load; on an error as of free.
 * An interrupt may call it, with MR_LOCK. */
size_t mr_pool_size(const mr_pool_t *pool, const void *object);

/* Copies `count` bytes from an object's byte `offset` on. MR_OUT_OF_RANGE: some would be outside the object; no byte is
 * copied. Else errors as of free. Cost: a loop over the bytes, within the lock. An interrupt may call it, with MR_LOCK. */
mr_status_t mr_pool_read(const mr_pool_t *pool, const void *object, size_t offset, void *to, size_t count);

/* Copies `count` bytes into an object from its byte `offset` on; errors and cost as of read. */
mr_status_t mr_pool_write(mr_pool_t *pool, void *object, size_t offset, const void *from, size_t count);

/* Copies all of the object `from` over the beginning of `to`, then frees `from`. MR_NO_SPACE: `to` is smaller.
 * MR_BAD_ARGUMENT: they are the same. Else errors as of free, of either; none changes anything.
 * Cost: a loop over the bytes and one free. An interrupt may call it, with MR_LOCK. */
mr_status_t mr_pool_move(mr_pool_t *pool, void *to, void *from);

/* The live object after `object` in the order of addresses, the first for NULL; NULL after the last, and where `object`
 * is not live. Cost: the free runs between. The walk as a whole is not locked: what is freed meanwhile ends it. */
void *mr_pool_next(const mr_pool_t *pool, const void *object);

/* What the pool has counted. Cost: constant, and some loads for each run of the longest's class where that has
 * MR_POOL_EXACT blocks or more. An interrupt may call it, with MR_LOCK. */
mr_pool_statistics_t mr_pool_statistics(const mr_pool_t *pool);

/* Whether the books are whole: runs cover all blocks, no two free ones are adjacent, tags, counts and lists agree.
 * Cost: some loads for each block, unlocked. Not from an interrupt. */
bool mr_pool_check(const mr_pool_t *pool);

/* ---- Objects of one size, in constant time. ---- */

typedef struct mr_objects {
    uint8_t *first;
    uint16_t *next;        /* an object's: the next free one, or that it is live */
    size_t size;
    size_t inverse;        /* of the size's odd factor, modulo the range of size_t: divides exactly by multiplying */
    uint16_t count, free, used, peak;
    uint32_t failures;
    uint8_t shift;         /* of the size's power of two */
} mr_objects_t;

/* Makes `count` (1..65534) free objects of `size` bytes (1 or more) at `first`; `next`: count elements.
 * MR_BAD_ARGUMENT: a NULL or a number outside. Cost: a store for each object. Not while others use them. */
mr_status_t mr_objects_init(mr_objects_t *objects, void *first, size_t size, unsigned count, uint16_t *next);

/* An object, the latest freed first; NULL where all are live (a failure). Cost: constant. An interrupt may call it, with
 * MR_LOCK. */
void *mr_objects_alloc(mr_objects_t *objects);

/* Gives an object back. MR_OUT_OF_RANGE: not a pointer into the objects' memory. MR_BAD_ARGUMENT: into the middle of an
 * object. MR_NOT_FOUND: it is free. None changes anything. Cost: constant. An interrupt may call it, with MR_LOCK. */
mr_status_t mr_objects_free(mr_objects_t *objects, void *object);

/* The live object after `object` in the order of addresses, the first for NULL; NULL after the last, and where `object`
 * is none. Cost: the free objects between. The walk as a whole is not locked: what is freed meanwhile is skipped. */
void *mr_objects_next(const mr_objects_t *objects, const void *object);

/* What has been counted, an object being a block; the longest free run is 1, or 0 where none is free. Cost: constant. An
 * interrupt may call it, with MR_LOCK. */
mr_pool_statistics_t mr_objects_statistics(const mr_objects_t *objects);

/* ---- Handles: objects of a pool that may be moved together. ---- */

/* Never 0: generation (1..65535) above the slot's number. */
typedef uint32_t mr_handle_t;

typedef struct mr_slot {
    uint16_t place;        /* the object's first block, counted from 1; the next free slot where free */
    uint16_t generation;
    uint8_t pins;
    bool is_live;
} mr_slot_t;

typedef struct mr_handles {
    mr_pool_t *pool;
    mr_slot_t *slots;
    uint16_t *owners;      /* a block's: the slot, counted from 1, whose object begins there; else 0 */
    uint16_t slot_count, free;
    uint16_t cursor;       /* the place where compaction goes on */
    bool is_pass_changed;  /* something moved or was freed since compaction began at block 0 */
} mr_handles_t;

/* Makes `slot_count` (1..65534) free slots for objects of `pool`; `owners`: as many elements as the pool has blocks.
 * Objects with handles are freed by mr_handle_free alone; plain objects in the same pool are never moved.
 * MR_BAD_ARGUMENT: a NULL or a number outside. Cost: a store for each slot and block. */
mr_status_t mr_handles_init(mr_handles_t *handles, mr_pool_t *pool, mr_slot_t *slots, unsigned slot_count,
                            uint16_t *owners);

/* A handle of a new object of `bytes`, 0 where there is no run or slot (a failure in the pool's statistics). Cost: as of mr_pool_alloc. An interrupt may call
 * it, with MR_LOCK. */
mr_handle_t mr_handle_alloc(mr_handles_t *handles, size_t bytes);

/* Gives the object back and makes the handle stale. MR_STALE: the handle is not a live one. MR_LOCKED: it is pinned.
 * Neither changes anything. Cost: as of mr_pool_free. An interrupt may call it, with MR_LOCK. */
mr_status_t mr_handle_free(mr_handles_t *handles, mr_handle_t handle);

/* The object's address, which stays until the last unpin; NULL where the handle is stale or pinned 255 times.
 * Cost: constant. An interrupt may call it, with MR_LOCK. */
void *mr_handle_pin(mr_handles_t *handles, mr_handle_t handle);

/* Takes back one pin. MR_STALE: the handle is not a live one. MR_BAD_ARGUMENT: it is not pinned. Cost: constant.
 * An interrupt may call it, with MR_LOCK. */
mr_status_t mr_handle_unpin(mr_handles_t *handles, mr_handle_t handle);

/* Bytes that the object may use: whole blocks; 0 where the handle is stale. Cost: constant. An interrupt may call it, with
 * MR_LOCK. */
size_t mr_handle_size(const mr_handles_t *handles, mr_handle_t handle);

/* As mr_pool_read() and mr_pool_write(), of the handle's object, pinned or not. MR_STALE: the handle is not a live one.
 * MR_OUT_OF_RANGE: some bytes would be outside the object; none is copied. */
mr_status_t mr_handle_read(const mr_handles_t *handles, mr_handle_t handle, size_t offset, void *to, size_t count);
mr_status_t mr_handle_write(mr_handles_t *handles, mr_handle_t handle, size_t offset, const void *from, size_t count);

/* Copies all of the object `from` over the beginning of `to`, then frees `from`. MR_STALE: a handle is not a live one.
 * MR_LOCKED: `from` is pinned. MR_NO_SPACE: `to` is smaller. MR_BAD_ARGUMENT: they are the same. None changes anything.
 * Cost: as of mr_pool_move(). An interrupt may call it, with MR_LOCK. */
mr_status_t mr_handle_move(mr_handles_t *handles, mr_handle_t to, mr_handle_t from);

/* The live handle after this one in the order of slots, the first for 0; 0 after the last. Cost: the free slots between.
 * The walk as a whole is not locked: what is freed meanwhile is skipped. */
mr_handle_t mr_handle_next(const mr_handles_t *handles, mr_handle_t handle);

/* Moves objects down into free blocks before them. MR_OK: all free blocks are one run, so that a request that fits in
 * their total fits. MR_BUSY: call again. MR_LOCKED: pinned or plain objects, or ones longer than max_blocks, are in the
 * way. MR_BAD_ARGUMENT: max_blocks is 0. Cost: copies at most max_blocks blocks, looks at as many runs, and
 * looks back over one run; locked for one object at a time. Not from an interrupt. */
mr_status_t mr_handles_compact(mr_handles_t *handles, unsigned max_blocks);

#ifdef __cplusplus
}
#endif
#endif
