/* Overlaps: extents go in (of fields, registers, blocks, partitions), pairs that share a bit or byte come out. */
#ifndef MEMREGC_OVERLAP_H
#define MEMREGC_OVERLAP_H

#include <stddef.h>
#include <stdint.h>

/* `count` pieces of `size` units, the next `stride` units behind the one before. */
typedef struct extent {
    uint64_t start, size, stride, count;
    const void *owner;
} extent_t;

static inline uint64_t extent_end(const extent_t *extent)
{
    return extent->start + extent->stride * (extent->count - 1) + extent->size;
}

/* Sorts the extents and calls `found` for each that overlaps an earlier one of another owner, once, with the first
 * such. */
void overlaps_find(extent_t *extents, size_t count,
                   void (*found)(void *context, const extent_t *first, const extent_t *second), void *context);

/* The same for a group that is there `count` times, `stride` units apart, where its extents reach beyond the stride: calls
 * `found` for each that overlaps an earlier one or itself, the one in one element of the group and the other in another. */
void overlaps_find_between(const extent_t *extents, size_t extent_count, uint64_t stride, uint64_t count,
                           void (*found)(void *context, const extent_t *first, const extent_t *second), void *context);

#endif
