/* A two-level segregated fit heap, the yardstick of bench/pool: a caller's memory goes in, pieces of it come out, in constant
 * time. Written from the published description: free blocks are kept in lists by size, the first level in powers of two, the
 * second in sixteen even parts of each; a bit for each list that is not empty; neighbours are joined at once, by boundary
 * tags. As the known ones, it has one word of header an object and trusts what it is given. */
#ifndef TLSF_H
#define TLSF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TLSF_PARTS_SHIFT = 4, TLSF_PARTS = 1 << TLSF_PARTS_SHIFT, TLSF_LEVELS = 20 };

/* A block of memory; `before` lies in the block before and means something only where that is free, the links only where
 * this is. */
typedef struct tlsf_block {
    struct tlsf_block *before;
    size_t size; /* of the payload, and two flags */
    struct tlsf_block *next, *previous;
} tlsf_block_t;

typedef struct tlsf {
    uint32_t levels;              /* a bit for each level that has a list */
    uint32_t parts[TLSF_LEVELS];  /* a bit for each of its lists */
    tlsf_block_t *lists[TLSF_LEVELS][TLSF_PARTS];
    tlsf_block_t none;            /* ends all lists, so that links are written without asking */
    tlsf_block_t *first;
} tlsf_t;

/* Makes a heap of `bytes` at `memory`, which is aligned to a size_t. */
void tlsf_init(tlsf_t *heap, void *memory, size_t bytes);

/* At least so many bytes, aligned to a size_t; NULL where bytes is 0 or no list has a block that is surely long enough. */
void *tlsf_alloc(tlsf_t *heap, size_t bytes);

/* Gives an object back. */
void tlsf_free(tlsf_t *heap, void *object);

/* Whether blocks, flags, lists and bits agree. */
bool tlsf_check(const tlsf_t *heap);

#endif
