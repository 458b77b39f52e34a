/* Tests flash blocks on parts of several geometries, whose power fails at every programmed unit and erase: prints a line
 * "CASE: ok" or "CASE: line N ..." for each case and "hash: NUMBER" of all that was stored, which must be equal on every
 * machine; the status is the number of cases that failed. With THOROUGH the cuts are swept from more states. */
#include "machine.h"
#include "memreg/flash_block.h"
#include "part.h"

#if defined THOROUGH
enum { SEEDS = 3, CHAINS = 20000, STRIDE = 1, SECOND_STRIDE = 5 };
#else
enum { SEEDS = 1, CHAINS = 30, STRIDE = 7, SECOND_STRIDE = 61 };
#endif
enum { MOST_BLOCK_BYTES = 160, OPENS = 3 };

/* Erase unit, page, program unit, programs once, erase units, block's size. */
#define KINDS(K) \
    K(128, 32, 1, false, 2, 5) \
    K(256, 64, 1, false, 3, 33) \
    K(128, 128, 1, false, 2, 119) \
    K(128, 32, 2, false, 2, 7) \
    K(128, 64, 4, true, 3, 20) \
    K(128, 64, 8, true, 2, 12) \
    K(256, 64, 64, true, 3, 60) \
    K(64, 16, 16, true, 3, 1)

#define GEOMETRY(erase, page, program, once, units, size) { (units) * (erase), erase, page, program, once },
#define CONFIG(erase, page, program, once, units, size) \
    { NULL, 0, 0x12345678u, units, size, MR_FLASH_BLOCK_SLOT_BYTES(size, program), MR_FLASH_BLOCK_SLOT_COUNT(size, program, erase) },
static const mr_flash_geometry_t geometries[] = { KINDS(GEOMETRY) };
static const mr_flash_block_config_t configs[] = { KINDS(CONFIG) };
enum { KIND_COUNT = sizeof configs / sizeof configs[0] };

static part_t part, before, after;
static mr_flash_t flash;
static mr_flash_block_config_t config;
static mr_flash_block_t block;
static uint8_t data[MOST_BLOCK_BYTES];
static unsigned kind, failed_line, failed_cases;
static uint32_t hash = 2166136261u, cuts;

#define CHECK(condition) ((condition) && part.broken_rule == NULL ? (void)0 : fail(__LINE__))

static void fail(unsigned line)
{
    if (failed_line != 0)
        return;
    failed_line = line;
    if (part.broken_rule != NULL) {
        machine_put(part.broken_rule);
        machine_put("\n");
    }
    machine_put("kind ");
    machine_put_number(kind);
    machine_put(", torn ");
    machine_put_number((uint32_t)part.torn);
    machine_put("\n");
}

static void add_to_hash(uint8_t byte)
{
    hash = (hash ^ byte) * 16777619u;
}

static void hash_part(void)
{
    uint32_t at;

    for (at = 0; at < part.geometry->size_bytes; ++at)
        add_to_hash(part.bytes[at]);
}

static void use_kind(unsigned wanted, torn_t torn, uint32_t seed)
{
    kind = wanted;
    part_open(&part, &geometries[kind]);
    part.torn = torn;
    part.random = seed;
    flash.driver = &part_driver;
    flash.geometry = &geometries[kind];
    flash.context = &part;
    config = configs[kind];
    config.flash = &flash;
}

/* A block's contents are a number's; neighbouring numbers differ in many bits, and some are mostly 0xFF. */
static uint8_t contents(uint32_t number, unsigned at)
{
    uint32_t mixed = (number + 1) * 2654435761u + (uint32_t)at * 40503u;

    return number % 4 == 3 && at % 4 != 0 ? 0xFF : (uint8_t)(mixed >> 16 ^ mixed >> 8);
}

static mr_status_t flush(uint32_t number)
{
    unsigned at;

    for (at = 0; at < config.size_bytes; ++at)
        data[at] = contents(number, at);
    return mr_flash_block_flush(&block, data);
}

static bool holds(uint32_t number)
{
    unsigned at;

    for (at = 0; at < config.size_bytes; ++at)
        if (data[at] != contents(number, at))
            return false;
    return true;
}

static mr_status_t open_block(void)
{
    memset(data, 0xEE, sizeof data);
    return mr_flash_block_open(&block, &config, data);
}

/* ---- Without cuts */

static void test_plain(void)
{
    uint32_t number, actions, erases;

    for (kind = 0; kind < KIND_COUNT; ++kind) {
        use_kind(kind, TORN_SEQUENTIAL, 1);
        memset(&block, 0, sizeof block);
        CHECK(flush(0) == MR_BAD_ARGUMENT && mr_flash_block_load(&block, data) == MR_NOT_FOUND);
        CHECK(open_block() == MR_FRESH && part.actions == 0);
        CHECK(mr_flash_block_load(&block, data) == MR_NOT_FOUND && mr_flash_block_is_pending(&block, data));
        for (number = 0; number < 40; ++number) {
            erases = part.erases;
            CHECK(flush(number) == MR_OK && !mr_flash_block_is_pending(&block, data));
            CHECK(part.erases == erases + (number % config.slot_count == 0));
            actions = part.actions;
            CHECK(flush(number) == MR_OK && part.actions == actions);
            memset(data, 0, sizeof data);
            CHECK(mr_flash_block_load(&block, data) == MR_OK && holds(number));
            data[config.size_bytes - 1] ^= 1;
            CHECK(mr_flash_block_is_pending(&block, data));
            if (number % 3 == 0)
                CHECK(open_block() == MR_OK && holds(number) && part.actions == actions);
        }
        hash_part();
        part.reads = 0;
        CHECK(open_block() == MR_OK && part.reads <= 40u * config.unit_count);
        CHECK(mr_flash_block_erase(&block) == MR_OK && mr_flash_block_load(&block, data) == MR_NOT_FOUND);
        CHECK(open_block() == MR_FRESH);
        CHECK(flush(7) == MR_OK && open_block() == MR_OK && holds(7));
    }
}

/* Another block's copies, or another size's, are none; a wrong configuration is refused. */
static void test_foreign(void)
{
    use_kind(0, TORN_SEQUENTIAL, 1);
    CHECK(open_block() == MR_FRESH && flush(1) == MR_OK);
    config.seed ^= 1;
    CHECK(open_block() == MR_CORRUPT && block.slots == 0);
    config.seed ^= 1;
    CHECK(open_block() == MR_OK && holds(1));
    config.size_bytes = 4;
    CHECK(open_block() == MR_CORRUPT);
    config.slot_count = 0;
    CHECK(open_block() == MR_BAD_ARGUMENT && flush(2) == MR_BAD_ARGUMENT && mr_flash_block_erase(&block) == MR_BAD_ARGUMENT);
}

/* A flipped bit in the newest copy is seen, and gives the one before it, from then on. */
static void test_flipped_bit(void)
{
    uint32_t bit, first;

    use_kind(1, TORN_SEQUENTIAL, 1);
    CHECK(open_block() == MR_FRESH && flush(1) == MR_OK && flush(2) == MR_OK);
    first = config.slot_bytes;
    before = part;
    for (bit = 0; bit < 8u * (4 + config.size_bytes + 4); ++bit) {
        part = before;
        part.bytes[first + bit / 8] ^= (uint8_t)(1u << bit % 8);
        CHECK(open_block() == MR_OK && holds(1));
        part.bytes[first + bit / 8] ^= (uint8_t)(1u << bit % 8);
        CHECK(open_block() == MR_OK && holds(1));
    }
}

/* ---- With cuts */

/* After a cut: what open returns is old or new, and stays; what is flushed then is kept. */
static void check_after_cut(uint32_t old_number, uint32_t new_number)
{
    uint32_t found;
    unsigned turn;

    CHECK(open_block() == MR_OK && (holds(old_number) || holds(new_number)));
    found = holds(old_number) ? old_number : new_number;
    for (turn = 0; turn < OPENS; ++turn)
        CHECK(open_block() == MR_OK && holds(found));
    add_to_hash((uint8_t)(found - old_number));
    CHECK(flush(new_number + 1) == MR_OK);
    for (turn = 0; turn < OPENS; ++turn)
        CHECK(open_block() == MR_OK && holds(new_number + 1));
}

/* Cuts the flush of a number at its n-th action, and then what open does at some of its own, others for each n. */
static bool cut_once(uint32_t number, uint32_t action)
{
    uint32_t second;

    part = before;
    part.random += action;
    part_restart(&part, 0);
    CHECK(open_block() == MR_OK && holds(number - 1));
    part_restart(&part, action);
    (void)flush(number);
    if (!part.is_off)
        return false;
    after = part;
    for (second = 1 + action % SECOND_STRIDE; ; second += SECOND_STRIDE) {
        part = after;
        part.random += second;
        part_restart(&part, second);
        (void)open_block();
        if (!part.is_off)
            break;
        ++cuts;
        part_restart(&part, 0);
        check_after_cut(number - 1, number);
    }
    ++cuts;
    part = after;
    part_restart(&part, 0);
    check_after_cut(number - 1, number);
    return true;
}

static void sweep(torn_t torn)
{
    uint32_t seed, number, action, flushes;

    for (kind = 0; kind < KIND_COUNT; ++kind)
        for (seed = 1; seed <= SEEDS; ++seed) {
            use_kind(kind, torn, seed);
            CHECK(open_block() == MR_FRESH && flush(0) == MR_OK);
            flushes = SEEDS == 1 ? config.slot_count + 1u : 2u * config.slot_count * config.unit_count;
            for (number = 1; number <= flushes; ++number) {
                /* Short sweeps cut only around the change of units. */
                if (SEEDS > 1 || number < 2 || number + 1 >= config.slot_count) {
                    before = part;
                    for (action = 1 + number % STRIDE; cut_once(number, action); action += STRIDE)
                        continue;
                    part = before;
                    part_restart(&part, 0);
                    CHECK(open_block() == MR_OK);
                }
                CHECK(flush(number) == MR_OK);
            }
            hash_part();
        }
}

static void test_cuts_sequential(void) { sweep(TORN_SEQUENTIAL); }
static void test_cuts_scattered(void) { sweep(TORN_SCATTERED); }
static void test_cuts_unstable(void) { sweep(TORN_UNSTABLE); }

/* The first flush ever, and the erase of all. */
static void test_cuts_first(void)
{
    uint32_t action;
    mr_status_t status;

    for (kind = 0; kind < KIND_COUNT; ++kind)
        for (action = 1; ; ++action) {
            use_kind(kind, (torn_t)(action % 3), action);
            CHECK(open_block() == MR_FRESH);
            part_restart(&part, action);
            (void)flush(1);
            if (!part.is_off)
                break;
            part_restart(&part, 0);
            status = open_block();
            CHECK(status == MR_FRESH || status == MR_CORRUPT || (status == MR_OK && holds(1)));
            CHECK(flush(2) == MR_OK && open_block() == MR_OK && holds(2));
            part_restart(&part, action % config.unit_count + 1);
            CHECK(mr_flash_block_erase(&block) == MR_ERROR);
            part_restart(&part, 0);
            status = open_block();
            CHECK(status == MR_FRESH || status == MR_CORRUPT || (status == MR_OK && (holds(2) || holds(1))));
            CHECK(flush(3) == MR_OK && open_block() == MR_OK && holds(3));
        }
}

/* What is in `data`, of the numbers from `first` to `last`. */
static uint32_t number_held(uint32_t first, uint32_t last)
{
    for (; last > first && !holds(last); --last)
        continue;
    CHECK(holds(last));
    return last;
}

/* Opens after a cut, which is cut as well, at most so often. */
static void open_in_spite_of_cuts(unsigned most_cuts)
{
    do {
        part_restart(&part, most_cuts > 0 && part_random(&part) % 2 ? 1 + part_random(&part) % 8 : 0);
        if (open_block() == MR_OK && !part.is_off)
            return;
        CHECK(part.is_off);
        ++cuts;
    } while (most_cuts-- > 0);
}

/* Many cuts in a row, flushes and opens mixed, and refusals; on parts that program once an open is cut at most once in a
 * row. A flush that was refused may have been written all the same. */
static void test_chains(void)
{
    uint32_t turn, number, stored;

    for (kind = 0; kind < KIND_COUNT; ++kind) {
        use_kind(kind, TORN_UNSTABLE, 99);
        CHECK(open_block() == MR_FRESH && flush(0) == MR_OK);
        number = stored = 0;
        for (turn = 0; turn < CHAINS && failed_line == 0; ++turn) {
            part.torn = (torn_t)(part_random(&part) % 3);
            part_restart(&part, part_random(&part) % 2 ? 1 + part_random(&part) % (config.slot_bytes + 2u) : 0);
            if (part_random(&part) % 4 == 0)
                part.busy_in = (uint16_t)(1 + part_random(&part) % 4);
            if (flush(++number) == MR_OK)
                stored = number;
            cuts += part.is_off;
            if (!part.is_off && part_random(&part) % 2)
                continue;
            open_in_spite_of_cuts(geometries[kind].programs_once ? 1 : 6);
            stored = number = number_held(stored, number);
            part_restart(&part, 0);
            CHECK(open_block() == MR_OK && holds(number));
        }
        hash_part();
    }
}

/* One erase unit: nothing is lost but by the flush that must erase. */
static void test_single_unit(void)
{
    static const mr_flash_geometry_t single = { 128, 128, 32, 1, false };
    uint32_t action, number;
    bool is_done;

    use_kind(0, TORN_UNSTABLE, 5);
    part.geometry = flash.geometry = &single;
    config.unit_count = 1;
    CHECK(open_block() == MR_FRESH && flush(0) == MR_OK);
    for (number = 1; number < 40; ++number) {
        before = part;
        for (action = 1, is_done = false; !is_done; ++action) {
            uint16_t erases = before.erases;
            mr_status_t status;

            part = before;
            CHECK(open_block() == MR_OK);
            part_restart(&part, action);
            is_done = flush(number) == MR_OK;
            part_restart(&part, 0);
            status = open_block();
            CHECK(status == MR_OK || part.erases > erases);
            CHECK(status != MR_OK || holds(number) || holds(number - 1) || part.erases > erases);
            CHECK(flush(number + 1) == MR_OK && open_block() == MR_OK && holds(number + 1));
        }
        part = before;
        CHECK(open_block() == MR_OK && flush(number) == MR_OK);
    }
}

/* The driver refuses, or the part does not take what is programmed: the old contents stay. */
static void test_refusals(void)
{
    uint16_t refused;
    uint32_t number;

    for (kind = 0; kind < KIND_COUNT; ++kind)
        for (refused = 1; refused < 5; ++refused) {
            use_kind(kind, TORN_SEQUENTIAL, 1);
            CHECK(open_block() == MR_FRESH && flush(0) == MR_OK);
            for (number = 1; number < 12; ++number) {
                part.busy_in = refused;
                if (flush(number) != MR_OK) {
                    part.busy_in = 0;
                    CHECK(mr_flash_block_load(&block, data) == MR_OK && holds(number - 1));
                    CHECK(flush(number) == MR_OK);
                }
                part.busy_in = 0;
                CHECK(mr_flash_block_load(&block, data) == MR_OK && holds(number) && open_block() == MR_OK && holds(number));
            }
        }
}

static void test_worn(void)
{
    use_kind(0, TORN_SEQUENTIAL, 1);
    CHECK(open_block() == MR_FRESH && flush(0) == MR_OK);
    part.bytes[config.slot_bytes + 6u] = 0;       /* a byte that was used by something else */
    memset(data, 0, sizeof data);
    CHECK(mr_flash_block_flush(&block, data) == MR_OK);
    use_kind(0, TORN_SEQUENTIAL, 1);
    CHECK(open_block() == MR_FRESH && flush(0) == MR_OK);
    part.hanging[config.slot_bytes + 6u] = 0xFF;  /* and one that cannot be read */
    memset(data, 0xFF, sizeof data);
    CHECK(mr_flash_block_flush(&block, data) == MR_WORN);
    CHECK(mr_flash_block_load(&block, data) == MR_OK && holds(0));
    CHECK(flush(1) == MR_OK && part.erases == 2 && open_block() == MR_OK && holds(1));
}

/* A copy without a mark may read wrong next time: the one before it stays until it is settled. */
static void test_unmarked(void)
{
    uint32_t first;

    for (kind = 2; kind < KIND_COUNT; kind += 4) {
        use_kind(kind, TORN_SCATTERED, 7);
        CHECK(config.slot_count == 1 && open_block() == MR_FRESH && flush(0) == MR_OK && flush(1) == MR_OK);
        first = part.geometry->erase_bytes;
        part.bytes[first + config.slot_bytes - part.geometry->program_bytes] = 0xFF;
        before = part;
        part_restart(&part, 1);
        CHECK(open_block() == MR_ERROR && part.is_off);
        part_restart(&part, 0);
        part.bytes[first + part.geometry->program_bytes + 4] ^= 1;
        CHECK(open_block() == MR_OK && holds(0) && open_block() == MR_OK && holds(0));
        part = before;
        CHECK(open_block() == MR_OK && holds(1));
        part.bytes[first + part.geometry->program_bytes + 4] ^= (uint8_t)part.geometry->programs_once;
        CHECK(open_block() == MR_OK && holds(1) && !mr_flash_block_is_pending(&block, data));
    }
}

/* Another version's contents stay until the new ones are whole. */
static void test_follow(void)
{
    mr_flash_block_config_t older_config;
    mr_flash_block_t older;
    uint32_t action;
    bool is_done = false;

    use_kind(0, TORN_UNSTABLE, 3);
    CHECK(open_block() == MR_FRESH && flush(0) == MR_OK && flush(1) == MR_OK);
    before = part;
    older_config = config;
    for (action = 1; !is_done; ++action) {
        part = before;
        part.random += action;
        config.size_bytes = 9;
        config.slot_bytes = MR_FLASH_BLOCK_SLOT_BYTES(9, 1);
        config.slot_count = MR_FLASH_BLOCK_SLOT_COUNT(9, 1, 128);
        CHECK(open_block() == MR_CORRUPT);
        CHECK(mr_flash_block_open(&older, &older_config, data) == MR_OK);
        mr_flash_block_follow(&block, &older);
        part_restart(&part, action);
        is_done = flush(5) == MR_OK;
        part_restart(&part, 0);
        if (open_block() == MR_OK) {
            CHECK(holds(5));
        } else {
            CHECK(mr_flash_block_open(&older, &older_config, data) == MR_OK);
            config = older_config;
            CHECK(holds(1) && !is_done);
        }
    }
}

static void run(const char *name, void (*test)(void))
{
    failed_line = 0;
    test();
    machine_put(name);
    if (failed_line == 0) {
        machine_put(": ok\n");
        return;
    }
    ++failed_cases;
    machine_put(": line ");
    machine_put_number(failed_line);
    machine_put("\n");
}

int main(void)
{
    run("plain", test_plain);
    run("foreign", test_foreign);
    run("flipped-bit", test_flipped_bit);
    run("cuts-sequential", test_cuts_sequential);
    run("cuts-scattered", test_cuts_scattered);
    run("cuts-unstable", test_cuts_unstable);
    run("cuts-first", test_cuts_first);
    run("chains", test_chains);
    run("single-unit", test_single_unit);
    run("refusals", test_refusals);
    run("worn", test_worn);
    run("unmarked", test_unmarked);
    run("follow", test_follow);
    machine_put_number(cuts);
    machine_put(" cuts\nhash: ");
    machine_put_hexadecimal(hash);
    machine_put("\n");
    return (int)failed_cases;
}
