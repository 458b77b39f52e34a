/* The pool and the two-level segregated fit go through the same calls, on a processor that bench/count.c emulates: it counts
 * the instructions of each call, which it is told of through a port. Freestanding, COUNT blocks. */
#include "memreg/pool.h"
#include "tlsf.h"

#ifndef COUNT
#define COUNT 4096
#endif
enum { SHIFT = 4, BLOCK = 1 << SHIFT, REQUESTS = 100000, LOAD_PERCENT = 77, PORT = 0x40000000 };

static uint8_t memory[COUNT * BLOCK] __attribute__((aligned(BLOCK)));
static uint16_t words[MR_POOL_WORDS(COUNT)];
static mr_pool_t pool;
static tlsf_t heap;

/* Begins to count; ends it and adds the call to a row; ends the run. */
static void begin(void) { ((volatile uint32_t *)PORT)[0] = 0; }
static void end(uint32_t row) { ((volatile uint32_t *)PORT)[1] = row; }
static void stop(void) { ((volatile uint32_t *)PORT)[2] = 0; }

static uint32_t random_state;
static unsigned random_below(unsigned bound)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 17;
    random_state ^= random_state << 5;
    return (random_state >> 8) % bound;
}

/* Even over all lengths, or over all powers of two. */
static unsigned bytes_up_to_200(void) { return 1u + random_below(200); }
static unsigned bytes_up_to_4000(void) { return 1u + random_below(4000u >> random_below(12)); }

static __attribute__((noinline)) void *nothing(void *object) { __asm__ volatile(""); return object; }

enum { NOTHING, POOL, HEAP, ALLOCATORS };

static void *counted_alloc(unsigned allocator, unsigned bytes, uint32_t row)
{
    void *object;
    begin();
    object = allocator == NOTHING ? nothing(memory) : allocator == POOL ? mr_pool_alloc(&pool, bytes) : tlsf_alloc(&heap, bytes);
    end(row);
    return object;
}

static void counted_free(unsigned allocator, void *object, uint32_t row)
{
    begin();
    if (allocator == NOTHING)
        nothing(object);
    else if (allocator == POOL)
        mr_pool_free(&pool, object);
    else
        tlsf_free(&heap, object);
    end(row);
}

/* Load counts what is asked for, given or not: so that all see the same calls. */
static void churn(unsigned allocator, unsigned (*bytes_of)(void), uint32_t row)
{
    static struct { void *object; unsigned blocks; } live[COUNT];
    unsigned live_count = 0, used = 0;
    random_state = 7;
    mr_pool_init(&pool, memory, COUNT, SHIFT, words);
    if (allocator == HEAP)
        tlsf_init(&heap, memory, sizeof memory);
    for (unsigned requests = 0; requests < REQUESTS; requests++) {
        unsigned bytes = bytes_of();
        live[live_count].blocks = (bytes + BLOCK - 1u) / BLOCK;
        used += live[live_count].blocks;
        live[live_count++].object = counted_alloc(allocator, bytes, row);
        while (used * 100u >= COUNT * (unsigned)LOAD_PERCENT) {
            unsigned which = random_below(live_count);
            used -= live[which].blocks;
            if (live[which].object)
                counted_free(allocator, live[which].object, row + 1u);
            live[which] = live[--live_count];
        }
    }
}

__attribute__((section(".text.start"))) void start(void)
{
    for (unsigned allocator = 0; allocator < ALLOCATORS; allocator++) {
        churn(allocator, bytes_up_to_200, 4u * allocator);
        churn(allocator, bytes_up_to_4000, 4u * allocator + 2u);
    }
    stop();
}
