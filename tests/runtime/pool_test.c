/* Sequences of calls of the pool go in, on any test machine; "NAME: ok" or "NAME: line N" for each case, and a hash of
 * what the random sequence did, come out. */
#include "machine.h"
#include "memreg/pool.h"

enum { BLOCK = 16, SHIFT = 4, COUNT = 150, LIVE = 40, OPERATIONS = 3000 };

static uint8_t memory[COUNT * BLOCK] __attribute__((aligned(BLOCK)));
static uint16_t words[MR_POOL_WORDS(COUNT)];
static uint16_t owners[COUNT];
static mr_slot_t slots[LIVE];
static mr_pool_t pool;
static mr_handles_t handles;
static unsigned failed_line;

#define EXPECT(condition) do { if (!(condition)) { failed_line = __LINE__; return; } } while (0)

static uint32_t random_state = 1;
static unsigned random_below(unsigned bound)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 17;
    random_state ^= random_state << 5;
    return (unsigned)((random_state >> 8) % bound);
}

static uint32_t hash = 2166136261u;
static void hash_number(uint32_t number)
{
    hash = (hash ^ number) * 16777619u;
}

static void start(unsigned count)
{
    mr_pool_init(&pool, memory, count, SHIFT, words);
}

/* The plain model: what each live object is, and who has each block. */
static struct { uint8_t *object; uint16_t blocks; uint8_t fill; mr_handle_t handle; } model[LIVE];
static uint8_t holder[COUNT];

static void model_clear(void)
{
    for (unsigned at = 0; at < LIVE; at++)
        model[at].object = NULL, model[at].handle = 0;
    for (unsigned at = 0; at < COUNT; at++)
        holder[at] = 0;
}

static void hold(unsigned which, uint8_t by)
{
    unsigned first = (unsigned)(model[which].object - memory) / BLOCK;
    for (unsigned at = 0; at < model[which].blocks; at++)
        holder[first + at] = by;
}

static bool is_filled(const uint8_t *object, unsigned which)
{
    for (unsigned at = 0; at < (unsigned)model[which].blocks * BLOCK; at++)
        if (object[at] != model[which].fill)
            return false;
    return true;
}

static void fill(uint8_t *object, unsigned which)
{
    model[which].fill = (uint8_t)random_below(256);
    for (unsigned at = 0; at < (unsigned)model[which].blocks * BLOCK; at++)
        object[at] = model[which].fill;
}

/* The length of the free run at or around a block, 0 where it is held; that of the shortest run that is long enough. */
static unsigned model_run(unsigned block)
{
    unsigned end = block;
    while (block > 0 && !holder[block] && !holder[block - 1])
        block--;
    while (end < COUNT && !holder[end])
        end++;
    return end - block;
}

static unsigned model_shortest_run(unsigned length)
{
    unsigned shortest = COUNT + 1, run;
    for (unsigned at = 0; at < COUNT; at += run ? run : 1) {
        run = holder[at] ? 0 : model_run(at);
        if (run >= length && run < shortest)
            shortest = run;
    }
    return shortest;
}

static bool statistics_agree(void)
{
    mr_pool_statistics_t statistics = mr_pool_statistics(&pool);
    unsigned used = 0, run = 0, largest = 0, live = 0;
    for (unsigned at = 0; at < COUNT; at++) {
        used += holder[at] != 0;
        run = holder[at] ? 0 : run + 1;
        if (run > largest)
            largest = run;
    }
    for (unsigned at = 0; at < LIVE; at++)
        live += model[at].object != NULL;
    return statistics.used_blocks == used && statistics.free_blocks == COUNT - used &&
           statistics.largest_free_blocks == largest && statistics.live_objects == live;
}

static void random_alloc(unsigned which, unsigned most_bytes)
{
    unsigned bytes = 1 + random_below(most_bytes), length = (bytes + BLOCK - 1) / BLOCK, block;
    unsigned shortest = model_shortest_run(length), run;
    uint32_t failures = mr_pool_statistics(&pool).failures;
    uint8_t *object = mr_pool_alloc(&pool, bytes);
    if (shortest > COUNT) {
        EXPECT(!object && mr_pool_statistics(&pool).failures == failures + 1);
        hash_number(COUNT);
        return;
    }
    EXPECT(object && (size_t)(object - memory) % BLOCK == 0);
    block = (unsigned)(object - memory) / BLOCK;
    run = model_run(block);
    EXPECT(run >= length && (block == 0 || holder[block - 1]));
    EXPECT(run == shortest || shortest >= MR_POOL_EXACT);
    EXPECT(mr_pool_size(&pool, object) == length * BLOCK);
    model[which].object = object;
    model[which].blocks = (uint16_t)length;
    hold(which, 1);
    fill(object, which);
    hash_number(block);
}

static void random_wrong_free(void)
{
    unsigned offset = random_below(COUNT * BLOCK);
    bool is_held = holder[offset / BLOCK];
    for (unsigned at = 0; at < LIVE; at++)
        if (model[at].object == memory + offset)
            return;
    EXPECT(mr_pool_free(&pool, memory + offset) == (is_held ? MR_BAD_ARGUMENT : MR_NOT_FOUND));
    EXPECT(mr_pool_size(&pool, memory + offset) == 0);
}

static void random_free(unsigned which)
{
    EXPECT(is_filled(model[which].object, which));
    EXPECT(mr_pool_free(&pool, model[which].object) == MR_OK);
    EXPECT(mr_pool_free(&pool, model[which].object) == MR_NOT_FOUND);
    hold(which, 0);
    model[which].object = NULL;
}

static void random_move(unsigned to, unsigned from)
{
    mr_status_t status = mr_pool_move(&pool, model[to].object, model[from].object);
    hash_number((uint32_t)-status);
    if (to == from) {
        EXPECT(status == MR_BAD_ARGUMENT);
    } else if (model[to].blocks < model[from].blocks) {
        EXPECT(status == MR_NO_SPACE && is_filled(model[to].object, to) && is_filled(model[from].object, from));
    } else {
        uint16_t blocks = model[to].blocks;
        EXPECT(status == MR_OK);
        hold(from, 0);
        model[from].object = NULL;
        model[to].blocks = model[from].blocks;
        model[to].fill = model[from].fill;
        EXPECT(is_filled(model[to].object, to));
        model[to].blocks = blocks;
        fill(model[to].object, to);
    }
}

static void operate_at_random(unsigned most_bytes)
{
    start(COUNT);
    model_clear();
    for (unsigned turn = 0; turn < OPERATIONS && !failed_line; turn++) {
        unsigned which = random_below(LIVE), other = random_below(LIVE);
        if (!model[which].object)
            random_alloc(which, most_bytes);
        else if (model[other].object && random_below(4) == 0)
            random_move(which, other);
        else
            random_free(which);
        EXPECT(!failed_line);
        random_wrong_free();
        EXPECT(!failed_line && mr_pool_check(&pool) && statistics_agree());
    }
    hash_number(mr_pool_statistics(&pool).failures);
    hash_number(mr_pool_statistics(&pool).peak_blocks);
}

static void random_operations(void)
{
    operate_at_random(200);
}

static void random_long_operations(void)
{
    operate_at_random(1000);
}

static void random_handles(void)
{
    mr_handle_t stale = 0;
    start(COUNT);
    model_clear();
    EXPECT(mr_handles_init(&handles, &pool, slots, LIVE, owners) == MR_OK);
    for (unsigned turn = 0; turn < OPERATIONS; turn++) {
        unsigned which = random_below(LIVE);
        if (!model[which].handle) {
            unsigned bytes = 1 + random_below(200), length = (bytes + BLOCK - 1) / BLOCK, calls = 0;
            if (length > mr_pool_statistics(&pool).free_blocks)
                continue;
            while (!(model[which].handle = mr_handle_alloc(&handles, bytes))) {
                mr_status_t status = mr_handles_compact(&handles, 16);
                EXPECT(mr_pool_check(&pool) && calls++ < 100 && (status == MR_OK || status == MR_BUSY));
            }
            hash_number(calls);
            model[which].blocks = (uint16_t)length;
            fill(mr_handle_pin(&handles, model[which].handle), which);
            EXPECT(mr_handle_free(&handles, model[which].handle) == MR_LOCKED);
            EXPECT(mr_handle_unpin(&handles, model[which].handle) == MR_OK);
            EXPECT(mr_handle_unpin(&handles, model[which].handle) == MR_BAD_ARGUMENT);
        } else {
            uint8_t *object = mr_handle_pin(&handles, model[which].handle);
            EXPECT(object && is_filled(object, which));
            hash_number((uint32_t)(object - memory));
            EXPECT(mr_handle_unpin(&handles, model[which].handle) == MR_OK);
            stale = model[which].handle;
            EXPECT(mr_handle_free(&handles, stale) == MR_OK);
            model[which].handle = 0;
        }
        EXPECT(mr_handle_free(&handles, stale) == MR_STALE && !mr_handle_pin(&handles, stale));
        EXPECT(mr_pool_check(&pool));
    }
}

static void pinned_objects_stay(void)
{
    mr_handle_t first, second, third;
    uint8_t *object;
    start(8);
    EXPECT(mr_handles_init(&handles, &pool, slots, LIVE, owners) == MR_OK);
    first = mr_handle_alloc(&handles, 32);
    second = mr_handle_alloc(&handles, 16);
    third = mr_handle_alloc(&handles, 48);
    object = mr_handle_pin(&handles, second);
    EXPECT(mr_handle_free(&handles, first) == MR_OK);
    EXPECT(mr_handles_compact(&handles, 0) == MR_BAD_ARGUMENT);
    EXPECT(mr_handles_compact(&handles, 100) == MR_BUSY && mr_handles_compact(&handles, 100) == MR_LOCKED);
    EXPECT(mr_handle_pin(&handles, second) == object);
    EXPECT(mr_handle_unpin(&handles, second) == MR_OK && mr_handle_unpin(&handles, second) == MR_OK);
    EXPECT(mr_handles_compact(&handles, 100) == MR_OK);
    EXPECT(mr_handle_pin(&handles, second) == memory && mr_handle_pin(&handles, third) == memory + BLOCK);
    EXPECT(mr_pool_statistics(&pool).largest_free_blocks == 4 && mr_pool_check(&pool));
}

static void freed_middle_is_used_again(void)
{
    uint8_t *objects[4];
    start(4);
    for (unsigned at = 0; at < 4; at++)
        objects[at] = mr_pool_alloc(&pool, BLOCK);
    EXPECT(mr_pool_free(&pool, objects[1]) == MR_OK && mr_pool_free(&pool, objects[2]) == MR_OK);
    EXPECT(mr_pool_alloc(&pool, 2 * BLOCK) == objects[1]);
}

static void exact_size_takes_no_more(void)
{
    static uint8_t large[4 * 64];
    mr_pool_init(&pool, large, 4, 6, words);
    EXPECT(mr_pool_size(&pool, mr_pool_alloc(&pool, 64)) == 64);
    EXPECT(mr_pool_size(&pool, mr_pool_alloc(&pool, 65)) == 128);
    EXPECT(mr_pool_statistics(&pool).used_blocks == 3);
}

static void long_lengths_do_not_overflow(void)
{
    uint8_t *object;
    start(COUNT);
    object = mr_pool_alloc(&pool, COUNT * BLOCK);
    EXPECT(object == memory && mr_pool_size(&pool, object) == COUNT * BLOCK && mr_pool_check(&pool));
    EXPECT(mr_pool_free(&pool, object) == MR_OK && mr_pool_statistics(&pool).largest_free_blocks == COUNT);
    for (unsigned length = 15; length < 18; length++)
        EXPECT(mr_pool_size(&pool, mr_pool_alloc(&pool, length * BLOCK)) == length * BLOCK);
    EXPECT(!mr_pool_alloc(&pool, SIZE_MAX) && !mr_pool_alloc(&pool, 0) && mr_pool_statistics(&pool).failures == 2);
}

static void double_free_changes_nothing(void)
{
    uint8_t *object, *other;
    start(4);
    object = mr_pool_alloc(&pool, BLOCK);
    other = mr_pool_alloc(&pool, BLOCK);
    EXPECT(mr_pool_free(&pool, object) == MR_OK && mr_pool_free(&pool, object) == MR_NOT_FOUND);
    EXPECT(mr_pool_statistics(&pool).used_blocks == 1 && mr_pool_check(&pool));
    EXPECT(mr_pool_alloc(&pool, BLOCK) == object && mr_pool_size(&pool, other) == BLOCK);
}

static void wrong_pointers_are_told_apart(void)
{
    uint8_t *object, outside[BLOCK];
    start(8);
    object = mr_pool_alloc(&pool, 3 * BLOCK);
    EXPECT(mr_pool_free(&pool, NULL) == MR_OUT_OF_RANGE && mr_pool_free(&pool, outside) == MR_OUT_OF_RANGE);
    EXPECT(mr_pool_free(&pool, memory + 8 * BLOCK) == MR_OUT_OF_RANGE);
    EXPECT(mr_pool_free(&pool, object + BLOCK) == MR_BAD_ARGUMENT && mr_pool_free(&pool, object + 1) == MR_BAD_ARGUMENT);
    EXPECT(mr_pool_free(&pool, memory + 3 * BLOCK) == MR_NOT_FOUND && mr_pool_free(&pool, memory + 7 * BLOCK) == MR_NOT_FOUND);
    EXPECT(mr_pool_statistics(&pool).used_blocks == 3 && mr_pool_check(&pool));
}

static void bounds_are_in_bytes(void)
{
    uint8_t bytes[2 * BLOCK + 1] = { 1, 2, 3 }, back[3] = { 0 };
    uint8_t *object;
    start(8);
    object = mr_pool_alloc(&pool, 2 * BLOCK);
    memory[2 * BLOCK] = 77;
    EXPECT(mr_pool_write(&pool, object, 0, bytes, 2 * BLOCK) == MR_OK);
    EXPECT(mr_pool_write(&pool, object, 0, bytes, 2 * BLOCK + 1) == MR_OUT_OF_RANGE);
    EXPECT(mr_pool_write(&pool, object, 2 * BLOCK - 2, bytes, 3) == MR_OUT_OF_RANGE);
    EXPECT(mr_pool_write(&pool, object, 1, bytes, SIZE_MAX) == MR_OUT_OF_RANGE);
    EXPECT(mr_pool_write(&pool, object, SIZE_MAX, bytes, 1) == MR_OUT_OF_RANGE);
    EXPECT(mr_pool_write(&pool, object, 2 * BLOCK - 3, bytes, 3) == MR_OK && memory[2 * BLOCK] == 77);
    EXPECT(mr_pool_read(&pool, object, 2 * BLOCK - 3, back, 3) == MR_OK && back[0] == 1 && back[2] == 3);
    EXPECT(mr_pool_read(&pool, object, 2 * BLOCK, back, 1) == MR_OUT_OF_RANGE);
    EXPECT(mr_pool_read(&pool, object, 2 * BLOCK, back, 0) == MR_OK);
}

static void move_copies_all(void)
{
    uint8_t *from, *to;
    start(8);
    from = mr_pool_alloc(&pool, 3 * BLOCK);
    to = mr_pool_alloc(&pool, 4 * BLOCK);
    for (unsigned at = 0; at < 3 * BLOCK; at++)
        from[at] = (uint8_t)(at + 1);
    EXPECT(mr_pool_move(&pool, to, from) == MR_OK);
    for (unsigned at = 0; at < 3 * BLOCK; at++)
        EXPECT(to[at] == (uint8_t)(at + 1));
    EXPECT(mr_pool_size(&pool, from) == 0 && mr_pool_move(&pool, to, from) == MR_NOT_FOUND);
}

static void walk_finds_leaks(void)
{
    uint8_t *first, *second, *third;
    start(8);
    EXPECT(!mr_pool_next(&pool, NULL));
    first = mr_pool_alloc(&pool, 1);
    second = mr_pool_alloc(&pool, 20);
    third = mr_pool_alloc(&pool, 1);
    EXPECT(mr_pool_next(&pool, NULL) == first && mr_pool_next(&pool, first) == second);
    EXPECT(mr_pool_free(&pool, second) == MR_OK && mr_pool_next(&pool, first) == third);
    EXPECT(!mr_pool_next(&pool, third) && !mr_pool_next(&pool, second));
}

/* One free run, of the blocks behind two objects: 11 to COUNT. */
static void corruption_is_seen(void)
{
    for (unsigned at = 0; at < sizeof words / sizeof *words; at++) {
        start(COUNT);
        EXPECT(mr_pool_alloc(&pool, 40) && mr_pool_alloc(&pool, 100) && mr_pool_check(&pool));
        if (&words[at] >= pool.previous && &words[at] != &pool.previous[11 / 2])
            continue;
        words[at] ^= 1;
        EXPECT(!mr_pool_check(&pool));
    }
    start(COUNT);
    pool.classes ^= 1u << 3;
    EXPECT(!mr_pool_check(&pool));
}

/* Frees runs of these lengths, each between two objects, in their order; all else is in use. */
static void free_runs(const uint8_t *lengths, unsigned count)
{
    uint8_t *objects[8];
    start(COUNT);
    for (unsigned at = 0; at < count; at++) {
        objects[at] = mr_pool_alloc(&pool, (unsigned)lengths[at] * BLOCK);
        mr_pool_alloc(&pool, BLOCK);
    }
    mr_pool_alloc(&pool, mr_pool_statistics(&pool).largest_free_blocks * BLOCK);
    for (unsigned at = 0; at < count; at++)
        mr_pool_free(&pool, objects[at]);
}

static bool gives_run(unsigned length, unsigned first_block)
{
    return mr_pool_alloc(&pool, length * BLOCK) == memory + first_block * BLOCK && mr_pool_check(&pool);
}

static void shortest_run_is_taken(void)
{
    static const uint8_t lengths[] = { 9, 4, 6, 15 };
    free_runs(lengths, 4);
    EXPECT(gives_run(5, 15) && gives_run(10, 22) && gives_run(3, 10) && gives_run(1, 13));
    EXPECT(gives_run(1, 20) && gives_run(5, 32) && gives_run(9, 0) && !mr_pool_alloc(&pool, 1));
}

/* The latest freed is looked at first. */
static void long_run_is_found_behind_shorter(void)
{
    static const uint8_t alone[] = { 23, 16, 17, 18, 19, 16 }, beside_longer[] = { 22, 16, 16, 16, 16, 32 };
    static const uint8_t second[] = { 22, 16, 32 };
    free_runs(alone, 6);
    EXPECT(mr_pool_statistics(&pool).largest_free_blocks == 23);
    EXPECT(!mr_pool_alloc(&pool, 24 * BLOCK) && gives_run(20, 0) && !mr_pool_alloc(&pool, 20 * BLOCK));
    EXPECT(gives_run(19, 23 + 16 + 17 + 18 + 4));
    free_runs(beside_longer, 6);
    EXPECT(gives_run(20, 22 + 4 * 16 + 5) && gives_run(20, 0) && !mr_pool_alloc(&pool, 20 * BLOCK));
    free_runs(second, 3);
    EXPECT(gives_run(20, 0) && gives_run(20, 22 + 16 + 2));
}

static void objects_of_one_size(void)
{
    static uint16_t next[7];
    static uint8_t space[7 * 12];
    mr_objects_t objects;
    uint8_t *all[7];
    for (unsigned size = 1; size <= 12; size++) {
        EXPECT(mr_objects_init(&objects, space, size, 7, next) == MR_OK);
        for (unsigned at = 0; at < 7; at++)
            EXPECT((all[at] = mr_objects_alloc(&objects)) == space + at * size);
        EXPECT(!mr_objects_alloc(&objects) && objects.failures == 1 && objects.peak == 7);
        for (unsigned at = 0; at < 7 * size; at++)
            EXPECT(at % size == 0 || mr_objects_free(&objects, space + at) == MR_BAD_ARGUMENT);
        EXPECT(mr_objects_free(&objects, space + 7 * size) == MR_OUT_OF_RANGE);
        EXPECT(mr_objects_free(&objects, NULL) == MR_OUT_OF_RANGE);
        EXPECT(mr_objects_free(&objects, all[3]) == MR_OK && mr_objects_free(&objects, all[3]) == MR_NOT_FOUND);
        EXPECT(mr_objects_free(&objects, all[5]) == MR_OK && objects.used == 5);
        EXPECT(mr_objects_alloc(&objects) == all[5] && mr_objects_alloc(&objects) == all[3]);
    }
}

unsigned lock_depth, deepest_lock;
static void locks_are_paired(void)
{
    EXPECT(lock_depth == 0 && deepest_lock == 1);
}

static void run(const char *name, void (*test)(void))
{
    failed_line = 0;
    test();
    machine_put(name);
    machine_put(failed_line ? ": line " : ": ok");
    if (failed_line)
        machine_put_number(failed_line);
    machine_put("\n");
}
#define RUN(test) run(#test, test)

int main(void)
{
    RUN(random_operations);
    RUN(random_long_operations);
    RUN(random_handles);
    RUN(pinned_objects_stay);
    RUN(freed_middle_is_used_again);
    RUN(exact_size_takes_no_more);
    RUN(long_lengths_do_not_overflow);
    RUN(double_free_changes_nothing);
    RUN(wrong_pointers_are_told_apart);
    RUN(bounds_are_in_bytes);
    RUN(move_copies_all);
    RUN(walk_finds_leaks);
    RUN(corruption_is_seen);
    RUN(shortest_run_is_taken);
    RUN(long_run_is_found_behind_shorter);
    RUN(objects_of_one_size);
    RUN(locks_are_paired);
    machine_put("hash: ");
    machine_put_hexadecimal(hash);
    machine_put("\n");
    return 0;
}
