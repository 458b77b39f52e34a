/* Random requests of 1..200 bytes go in, at 77 % load of COUNT blocks; nanoseconds a call and failures of each allocator come
 * out. */
#define _POSIX_C_SOURCE 200809L
#include "memreg/pool.h"
#include "tlsf.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#ifndef COUNT
#define COUNT 4096
#endif
enum { SHIFT = 4, BLOCK = 1 << SHIFT, MOST_BYTES = 200, REQUESTS = 100000, LOAD_PERCENT = 77, OBJECT = 24 };

static uint8_t memory[COUNT * BLOCK] __attribute__((aligned(BLOCK)));
static uint16_t words[MR_POOL_WORDS(COUNT)], owners[COUNT], next_objects[COUNT];
static mr_slot_t slots[COUNT];
static mr_pool_t pool;
static mr_handles_t handles;
static mr_objects_t objects;
static bool is_compacting;

static uint64_t random_state;
static unsigned random_below(unsigned bound)
{
    random_state = random_state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)((random_state >> 33) % bound);
}

/* A list of all blocks' runs with an eight-byte header before each object: first fit, joined while searching. */
typedef struct header { uint32_t bytes, is_free; } header_t;

static header_t *after(header_t *header)
{
    return (header_t *)((uint8_t *)(header + 1) + header->bytes);
}

static void list_init(void)
{
    *(header_t *)memory = (header_t){ sizeof memory - sizeof(header_t), 1 };
}

static void *list_alloc(size_t bytes)
{
    header_t *end = (header_t *)(memory + sizeof memory);
    bytes = (bytes + 7u) & ~(size_t)7u;
    for (header_t *header = (header_t *)memory; header != end; header = after(header)) {
        if (!header->is_free)
            continue;
        while (after(header) != end && after(header)->is_free)
            header->bytes += (uint32_t)sizeof(header_t) + after(header)->bytes;
        if (header->bytes < bytes)
            continue;
        if (header->bytes >= bytes + sizeof(header_t)) {
            uint32_t rest = header->bytes - (uint32_t)(bytes + sizeof(header_t));
            header->bytes = (uint32_t)bytes;
            *after(header) = (header_t){ rest, 1 };
        }
        header->is_free = 0;
        return header + 1;
    }
    return NULL;
}

static void list_free(void *object)
{
    ((header_t *)object - 1)->is_free = 1;
}

static void pool_init(void) { mr_pool_init(&pool, memory, COUNT, SHIFT, words); }
static void *pool_alloc(size_t bytes) { return mr_pool_alloc(&pool, bytes); }
static void pool_free(void *object) { mr_pool_free(&pool, object); }

static void handles_init(void)
{
    pool_init();
    mr_handles_init(&handles, &pool, slots, COUNT, owners);
}

static void *handle_alloc(size_t bytes)
{
    mr_handle_t handle = mr_handle_alloc(&handles, bytes);
    while (!handle && is_compacting) {
        bool is_done = mr_handles_compact(&handles, 64) != MR_BUSY;
        handle = mr_handle_alloc(&handles, bytes);
        if (is_done)
            break;
    }
    return (void *)(uintptr_t)handle;
}

static void handle_free(void *handle) { mr_handle_free(&handles, (mr_handle_t)(uintptr_t)handle); }

static void objects_init(void) { mr_objects_init(&objects, memory, OBJECT, sizeof memory / OBJECT, next_objects); }
static void *objects_alloc(size_t bytes) { (void)bytes; return mr_objects_alloc(&objects); }
static void objects_free(void *object) { mr_objects_free(&objects, object); }

static tlsf_t heap;
static void heap_init(void) { tlsf_init(&heap, memory, sizeof memory); }
static void *heap_alloc(size_t bytes) { return tlsf_alloc(&heap, bytes); }
static void heap_free(void *object) { tlsf_free(&heap, object); }

static void nothing(void) { }
static void *nothing_alloc(size_t bytes) { return memory + bytes; }
static void nothing_free(void *object) { (void)object; }

static const struct allocator {
    const char *name;
    void (*init)(void);
    void *(*alloc)(size_t bytes);
    void (*free)(void *object);
    bool is_compacting;
} allocators[] = {
    { "pool", pool_init, pool_alloc, pool_free, false },
    { "pool, handles, compacting where a request fails", handles_init, handle_alloc, handle_free, true },
    { "objects of one size (24 bytes)", objects_init, objects_alloc, objects_free, false },
    { "two-level segregated fit", heap_init, heap_alloc, heap_free, false },
    { "first-fit list", list_init, list_alloc, list_free, false },
    { "glibc malloc", nothing, malloc, free, false },
    { "none: the loop itself", nothing, nothing_alloc, nothing_free, false },
};

static double now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static int by_size(const void *left, const void *right)
{
    double first = *(const double *)left, second = *(const double *)right;
    return (first > second) - (first < second);
}

/* Load counts what the requests come to in whole blocks, alike for all. times: NULL, or each call's nanoseconds. */
static unsigned churn(const struct allocator *allocator, double *times, unsigned *calls)
{
    static struct { void *object; unsigned blocks; } live[COUNT];
    unsigned live_count = 0, used = 0, failures = 0, requests = 0;
    random_state = 7;
    *calls = 0;
    allocator->init();
    while (requests < REQUESTS) {
        double start = times ? now_ns() : 0;
        if (used * 100u < COUNT * (unsigned)LOAD_PERCENT) {
            unsigned bytes = 1u + random_below(MOST_BYTES);
            void *object = allocator->alloc(bytes);
            requests++;
            if (object) {
                live[live_count].object = object;
                live[live_count].blocks = (bytes + BLOCK - 1u) / BLOCK;
                used += live[live_count++].blocks;
            } else {
                failures++;
            }
        }
        if (live_count > 0 && used * 100u >= COUNT * (unsigned)LOAD_PERCENT) {
            unsigned which = random_below(live_count);
            allocator->free(live[which].object);
            used -= live[which].blocks;
            live[which] = live[--live_count];
        }
        if (times)
            times[*calls] = now_ns() - start;
        ++*calls;
    }
    while (live_count > 0)
        allocator->free(live[--live_count].object);
    return failures;
}

int main(void)
{
    static double times[4 * REQUESTS];
    printf("%u requests of 1..%u bytes, %u blocks of %u bytes, %u %% of them used\n", (unsigned)REQUESTS,
           (unsigned)MOST_BYTES, (unsigned)COUNT, (unsigned)BLOCK, (unsigned)LOAD_PERCENT);
    printf("%-50s %12s %14s %9s\n", "", "ns a request", "99.99 % below", "failures");
    for (unsigned at = 0; at < sizeof allocators / sizeof *allocators; at++) {
        const struct allocator *allocator = &allocators[at];
        unsigned calls, failures = 0;
        double best = 1e18;
        is_compacting = allocator->is_compacting;
        for (unsigned turn = 0; turn < 15; turn++) {
            double start = now_ns();
            failures = churn(allocator, NULL, &calls);
            if (now_ns() - start < best)
                best = now_ns() - start;
        }
        churn(allocator, times, &calls);
        qsort(times, calls, sizeof *times, by_size);
        printf("%-50s %12.1f %14.0f %9u\n", allocator->name, best / REQUESTS, times[calls - calls / 10000 - 1], failures);
    }
    printf("A request's time is that of the fastest of 15 runs; it includes the free that keeps the load, and the loop.\n");
    return 0;
}
