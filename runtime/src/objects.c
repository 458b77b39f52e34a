/* Memory for objects of one size goes in; single objects, in constant time, come out. */
#include "memreg/pool.h"

#define LIVE 0xFFFFu
#define MOST_OBJECTS 65534u

mr_status_t mr_objects_init(mr_objects_t *objects, void *first, size_t size, unsigned count, uint16_t *next)
{
    unsigned at;
    size_t odd = size, inverse;
    uint8_t shift = 0;
    if (!objects || !first || !next || size == 0 || count == 0 || count > MOST_OBJECTS)
        return MR_BAD_ARGUMENT;
    for (; (odd & 1u) == 0; odd >>= 1)
        shift++;
    /* Each turn doubles the bits that are right, three at first. */
    inverse = odd;
    for (at = 3; at < 8u * sizeof inverse; at *= 2)
        inverse *= 2u - odd * inverse;
    objects->first = (uint8_t *)first;
    objects->next = next;
    objects->size = size;
    objects->inverse = inverse;
    objects->shift = shift;
    objects->count = (uint16_t)count;
    objects->free = objects->used = objects->peak = 0;
    objects->failures = 0;
    for (at = 0; at < count; at++)
        next[at] = (uint16_t)(at + 1u);
    return MR_OK;
}

void *mr_objects_alloc(mr_objects_t *objects)
{
    void *object = NULL;
    unsigned index;
    MR_LOCK();
    index = objects->free;
    if (index >= objects->count) {
        objects->failures++;
    } else {
        objects->free = objects->next[index];
        objects->next[index] = LIVE;
        if (++objects->used > objects->peak)
            objects->peak = objects->used;
        object = objects->first + index * objects->size;
    }
    MR_UNLOCK();
    return object;
}

mr_status_t mr_objects_free(mr_objects_t *objects, void *object)
{
    size_t offset = (size_t)((uintptr_t)object - (uintptr_t)objects->first);
    size_t index = (offset >> objects->shift) * objects->inverse;
    mr_status_t status = MR_OK;
    MR_LOCK();
    if (offset >= objects->count * objects->size) {
        status = MR_OUT_OF_RANGE;
    } else if (index >= objects->count || index * objects->size != offset) {
        status = MR_BAD_ARGUMENT;
    } else if (objects->next[index] != LIVE) {
        status = MR_NOT_FOUND;
    } else {
        objects->next[index] = objects->free;
        objects->free = (uint16_t)index;
        objects->used--;
    }
    MR_UNLOCK();
    return status;
}

void *mr_objects_next(const mr_objects_t *objects, const void *object)
{
    size_t offset = object ? (size_t)((uintptr_t)object - (uintptr_t)objects->first) + objects->size : 0;
    size_t index = (offset >> objects->shift) * objects->inverse;
    void *next = NULL;
    if (index > objects->count || index * objects->size != offset)
        return NULL;
    MR_LOCK();
    while (index < objects->count && objects->next[index] != LIVE)
        index++;
    if (index < objects->count)
        next = objects->first + index * objects->size;
    MR_UNLOCK();
    return next;
}

mr_pool_statistics_t mr_objects_statistics(const mr_objects_t *objects)
{
    mr_pool_statistics_t statistics;
    MR_LOCK();
    statistics.used_blocks = statistics.live_objects = objects->used;
    statistics.peak_blocks = objects->peak;
    statistics.free_blocks = (uint16_t)(objects->count - objects->used);
    statistics.largest_free_blocks = objects->used < objects->count;
    statistics.failures = objects->failures;
    MR_UNLOCK();
    return statistics;
}
