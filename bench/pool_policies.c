/* Random requests of 1..200 bytes at 77 % load go in; out comes how many of 100,000 find no free run that is long enough, under
 * the pool and the classic ways to choose among free runs, at three readings of the load. Means of four sequences. */
#include "memreg/pool.h"
#include <stdio.h>
#include <string.h>

enum { MOST_COUNT = 1024, BLOCK = 16, MOST_BYTES = 200, REQUESTS = 100000, LOAD_PERCENT = 77, SEQUENCES = 4, SMALL_BLOCKS = 6 };

static unsigned count, next_fit_from;
static bool is_held[MOST_COUNT + 1];
static uint8_t memory[MOST_COUNT * BLOCK];
static uint16_t words[MR_POOL_WORDS(MOST_COUNT)];
static mr_pool_t pool;

static uint64_t random_state;
static unsigned random_below(unsigned bound)
{
    random_state = random_state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)((random_state >> 33) % bound);
}

/* What is better is less; the lowest of equals is taken. */
static unsigned first_fit(unsigned first, unsigned length, unsigned wanted) { (void)length, (void)wanted; return first; }
static unsigned best_fit(unsigned first, unsigned length, unsigned wanted) { (void)first, (void)wanted; return length; }
static unsigned worst_fit(unsigned first, unsigned length, unsigned wanted) { (void)first, (void)wanted; return count - length; }

static unsigned next_fit(unsigned first, unsigned length, unsigned wanted)
{
    (void)length, (void)wanted;
    return first >= next_fit_from ? first : first + count;
}

static unsigned two_ends(unsigned first, unsigned length, unsigned wanted)
{
    (void)length;
    return wanted <= SMALL_BLOCKS ? first : count - first;
}

static unsigned best_of_two_ends(unsigned first, unsigned length, unsigned wanted)
{
    return length * count + two_ends(first, length, wanted);
}

static const struct policy {
    const char *name;
    unsigned (*badness)(unsigned first, unsigned length, unsigned wanted); /* NULL: the pool chooses */
    bool is_large_at_end;                                                  /* cut from the run's end */
} policies[] = {
    { "the pool", NULL, false },
    { "best fit", best_fit, false },
    { "best fit, long requests from the top", best_of_two_ends, true },
    { "first fit", first_fit, false },
    { "first fit, long requests from the top", two_ends, true },
    { "next fit", next_fit, false },
    { "worst fit", worst_fit, false },
};

/* The first block given to a request; `count` where there is none. */
static unsigned place(const struct policy *policy, unsigned wanted)
{
    unsigned best = count, best_length = 0, least = ~0u;
    if (!policy->badness) {
        uint8_t *object = mr_pool_alloc(&pool, wanted * BLOCK);
        return object ? (unsigned)(object - memory) / BLOCK : count;
    }
    for (unsigned first = 0, end; first < count; first = end + 1) {
        for (end = first; end < count && !is_held[end]; end++)
            ;
        if (end - first >= wanted && policy->badness(first, end - first, wanted) < least) {
            least = policy->badness(first, end - first, wanted);
            best = first;
            best_length = end - first;
        }
    }
    if (best < count && policy->is_large_at_end && wanted > SMALL_BLOCKS)
        best += best_length - wanted;
    next_fit_from = best + wanted;
    return best;
}

enum reading { MAY_PASS, NEVER_ABOVE, OF_BYTES };

static unsigned failures_of(const struct policy *policy, enum reading reading, unsigned sequence)
{
    static struct { unsigned first, blocks, bytes; } live[MOST_COUNT];
    unsigned live_count = 0, blocks_used = 0, bytes_used = 0, failures = 0, bytes = 0;
    random_state = 7 * sequence;
    next_fit_from = 0;
    memset(is_held, 0, sizeof is_held);
    mr_pool_init(&pool, memory, count, 4, words);
    for (unsigned requests = 0; requests < REQUESTS;) {
        if (bytes == 0)
            bytes = 1 + random_below(MOST_BYTES);
        unsigned blocks = (bytes + BLOCK - 1) / BLOCK;
        bool is_loaded = reading == OF_BYTES ? bytes_used * 100 >= count * BLOCK * LOAD_PERCENT
                       : reading == MAY_PASS ? blocks_used * 100 >= count * LOAD_PERCENT
                                             : (blocks_used + blocks) * 100 > count * LOAD_PERCENT;
        if (is_loaded && live_count > 0) {
            unsigned which = random_below(live_count);
            memset(&is_held[live[which].first], 0, live[which].blocks);
            if (!policy->badness)
                mr_pool_free(&pool, memory + live[which].first * BLOCK);
            blocks_used -= live[which].blocks;
            bytes_used -= live[which].bytes;
            live[which] = live[--live_count];
            continue;
        }
        unsigned first = place(policy, blocks);
        requests++;
        if (first == count) {
            failures++;
        } else {
            memset(&is_held[first], 1, blocks);
            live[live_count].first = first;
            live[live_count].blocks = blocks;
            live[live_count++].bytes = bytes;
            blocks_used += blocks;
            bytes_used += bytes;
        }
        bytes = 0;
    }
    return failures;
}

int main(void)
{
    static const unsigned counts[] = { 128, 256, 512, 1024 };
    static const char *const readings[] = { "77 % of blocks, then a request that may pass them", "never above 77 % of blocks",
                                            "77 % of bytes, then a request that may pass them" };
    for (unsigned reading = 0; reading < 3; reading++) {
        printf("failures in %u requests; %s\n%-40s", (unsigned)REQUESTS, readings[reading], "blocks");
        for (unsigned at = 0; at < 4; at++)
            printf(" %8u", counts[at]);
        putchar('\n');
        for (unsigned which = 0; which < sizeof policies / sizeof *policies; which++) {
            printf("%-40s", policies[which].name);
            for (unsigned at = 0; at < 4; at++) {
                unsigned sum = 0;
                count = counts[at];
                for (unsigned sequence = 1; sequence <= SEQUENCES; sequence++)
                    sum += failures_of(&policies[which], (enum reading)reading, sequence);
                printf(" %8u", (sum + SEQUENCES / 2) / SEQUENCES);
            }
            putchar('\n');
        }
    }
    return 0;
}
