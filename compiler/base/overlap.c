/* Finding overlaps by a sweep over the sorted extents; see overlap.h. */
#include "overlap.h"

#include <stdbool.h>
#include <stdlib.h>

/* Interleaved arrays are compared piece by piece; no real device needs more steps than this, and junk gets no more. */
enum { MOST_STEPS = 20000000 };

static int compare_extents(const void *left, const void *right)
{
    const extent_t *a = left, *b = right;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return a < b ? -1 : a > b;
}

/* Does a piece of `extent` touch [start, start + size)? */
static bool touches(const extent_t *extent, uint64_t start, uint64_t size)
{
    if (start + size <= extent->start || start >= extent_end(extent))
        return false;
    if (extent->count == 1)
        return true;
    uint64_t from = start > extent->start + extent->size - 1
        ? (start - extent->start - (extent->size - 1) + extent->stride - 1) / extent->stride : 0;
    return from < extent->count && extent->start + from * extent->stride < start + size;
}

static bool extents_overlap(const extent_t *a, const extent_t *b, uint64_t *steps)
{
    const extent_t *few = a->count <= b->count ? a : b, *many = few == a ? b : a;
    for (uint64_t index = 0; index < few->count && *steps < MOST_STEPS; index++, (*steps)++)
        if (touches(many, few->start + index * few->stride, few->size))
            return true;
    return false;
}

void overlaps_find(extent_t *extents, size_t count,
                   void (*found)(void *context, const extent_t *first, const extent_t *second), void *context)
{
    uint64_t steps = 0;
    size_t first_active = 0;
    uint64_t reach = 0;     /* the furthest end so far: nothing before it can be skipped past */

    bool is_sorted = true;
    for (size_t index = 1; index < count && is_sorted; index++)
        is_sorted = extents[index - 1].start <= extents[index].start;
    if (!is_sorted)
        qsort(extents, count, sizeof *extents, compare_extents);
    for (size_t index = 0; index < count; index++) {
        const extent_t *extent = &extents[index];
        if (extent->start >= reach)
            first_active = index;
        for (size_t earlier = first_active; earlier < index && steps < MOST_STEPS; earlier++, steps++) {
            const extent_t *other = &extents[earlier];
            if (other->owner == extent->owner || extent_end(other) <= extent->start
                || !extents_overlap(other, extent, &steps))
                continue;
            found(context, other, extent);
            break;
        }
        if (extent_end(extent) > reach)
            reach = extent_end(extent);
    }
}

/* Does a piece of `moved`, `shift` units away, touch `still`? Either way round: the shift may be that of either. */
static bool shifted_overlap(const extent_t *moved, const extent_t *still, uint64_t shift, uint64_t *steps)
{
    extent_t further = *moved;
    further.start += shift;
    return extent_end(still) > further.start && extents_overlap(&further, still, steps);
}

void overlaps_find_between(const extent_t *extents, size_t extent_count, uint64_t stride, uint64_t count,
                           void (*found)(void *context, const extent_t *first, const extent_t *second), void *context)
{
    uint64_t steps = 0, end = 0;
    for (size_t index = 0; index < extent_count; index++)
        end = extent_end(&extents[index]) > end ? extent_end(&extents[index]) : end;
    for (size_t index = 0; index < extent_count; index++) {
        bool is_found = false;
        for (size_t earlier = 0; earlier <= index && !is_found; earlier++) {
            const extent_t *first = &extents[earlier], *second = &extents[index];
            for (uint64_t element = 1; element < count && element * stride < end && !is_found && steps < MOST_STEPS;
                 element++, steps++)
                is_found = shifted_overlap(first, second, element * stride, &steps)
                    || shifted_overlap(second, first, element * stride, &steps);
            if (is_found)
                found(context, first, second);
        }
    }
}
