/* Tests open, flush, pending and defaults of guarded blocks (guards.mr): every bit damaged in turn, flushes cut short
 * after every byte, contents of another block, and a bus on which only what changed may be sent. Out: text about the
 * first failures, and their number as the exit status (at most 1). */
#include "guards.h"

#include "machine.h"

#if !defined(ROUNDS)
#define ROUNDS 20
#endif

enum { MOST_MESSAGES = 8, MOST_BYTES = 80, WIRE_BYTES = 512, TRANSFER_COST = 3 };

/* ---- the bus: keeps bytes, counts transfers, and fails when its budget of written bytes is spent ---- */

static uint8_t wire[WIRE_BYTES];
static uint32_t wire_budget = UINT32_MAX;
static unsigned wire_runs;
static struct { uint32_t offset, count; } wire_log[16];

mr_status_t t_wire_read(uint32_t offset, uint8_t *bytes, uint32_t count)
{
    memcpy(bytes, wire + offset, count);
    return MR_OK;
}

mr_status_t t_wire_write(uint32_t offset, const uint8_t *bytes, uint32_t count)
{
    if (wire_runs < 16u) {
        wire_log[wire_runs].offset = offset;
        wire_log[wire_runs].count = count;
    }
    ++wire_runs;
    for (; count > 0; --count, --wire_budget) {
        if (wire_budget == 0)
            return MR_ERROR;
        wire[offset++] = *bytes++;
    }
    return MR_OK;
}

/* ---- one block, with its accessors behind pointers ---- */

typedef struct guarded {
    const char *name;
    uint8_t *work;                 /* the copy that accessors work on */
    uint8_t *medium;               /* where it is kept; both copies of a mirrored one */
    uint8_t size_bytes, fields_bytes;
    bool is_mirrored, is_wired, has_weak_crc;
    mr_status_t (*open)(void);
    mr_status_t (*flush)(void);
    bool (*pending)(void);
    void (*set_count)(uint16_t);
    uint16_t (*get_count)(void);
    bool (*has_defaults)(void);
} guarded_t;

static bool is_text_acme(const char *text)
{
    return memcmp(text, "acme", 5) == 0;
}

#define WRAP(BLOCK) \
    static t_##BLOCK##_t BLOCK##_work; \
    static mr_status_t BLOCK##_open(void) { return t_##BLOCK##_open(&BLOCK##_work); } \
    static mr_status_t BLOCK##_flush(void) { return t_##BLOCK##_flush(&BLOCK##_work); } \
    static bool BLOCK##_pending(void) { return t_##BLOCK##_pending(&BLOCK##_work); } \
    WRAP_FIELDS(BLOCK)

/* The same for an element of an array of blocks. */
#define WRAP_ELEMENT(BLOCK, INDEX) \
    static t_##BLOCK##_t BLOCK##_work; \
    static mr_status_t BLOCK##_open(void) { return t_##BLOCK##_open(&BLOCK##_work, INDEX); } \
    static mr_status_t BLOCK##_flush(void) { return t_##BLOCK##_flush(&BLOCK##_work, INDEX); } \
    static bool BLOCK##_pending(void) { return t_##BLOCK##_pending(&BLOCK##_work, INDEX); } \
    WRAP_FIELDS(BLOCK)

#define WRAP_FIELDS(BLOCK) \
    static void BLOCK##_set_count(uint16_t to) { t_##BLOCK##_set_count(&BLOCK##_work, to); } \
    static uint16_t BLOCK##_get_count(void) { return t_##BLOCK##_get_count(&BLOCK##_work); } \
    static bool BLOCK##_has_defaults(void) \
    { \
        char text[6]; \
        unsigned at; \
        t_##BLOCK##_get_name(&BLOCK##_work, text); \
        for (at = 0; at < 6u; ++at) \
            if (t_##BLOCK##_get_list(&BLOCK##_work, at) != at + 1u) \
                return false; \
        return t_##BLOCK##_get_count(&BLOCK##_work) == 1000u && t_##BLOCK##_get_on(&BLOCK##_work) \
            && t_##BLOCK##_get_level(&BLOCK##_work) == -5 && is_text_acme(text); \
    }

WRAP(single8) WRAP(single16) WRAP(single32)
WRAP(double8) WRAP(double16) WRAP(double32)
WRAP(twin16) WRAP(twin32)
WRAP(wired8) WRAP(wired16) WRAP(wired32)
WRAP_ELEMENT(slots, 1) WRAP_ELEMENT(pairs, 1)

#define ROW(BLOCK, SIZE, MEDIUM, CRC_BYTES, IS_MIRRORED, IS_WIRED) \
    { #BLOCK, BLOCK##_work.bytes, MEDIUM, SIZE, (SIZE) - 1u - (CRC_BYTES) - (IS_MIRRORED), IS_MIRRORED, IS_WIRED, \
      (CRC_BYTES) == 1, BLOCK##_open, BLOCK##_flush, BLOCK##_pending, BLOCK##_set_count, BLOCK##_get_count, BLOCK##_has_defaults }

enum { SINGLE16, SINGLE32, TWIN16, TWIN32, BLOCK_COUNT = 13 };
static guarded_t blocks[BLOCK_COUNT];

static void fill_blocks(void)
{
    const guarded_t rows[BLOCK_COUNT] = {
        ROW(single16, T_SINGLE16_SIZE, t_single16_at()->bytes, 2, 0, 0),
        ROW(single32, T_SINGLE32_SIZE, t_single32_at()->bytes, 4, 0, 0),
        ROW(twin16, T_TWIN16_SIZE, t_twin16_at()->bytes, 2, 0, 0),
        ROW(twin32, T_TWIN32_SIZE, t_twin32_at()->bytes, 4, 0, 0),
        ROW(single8, T_SINGLE8_SIZE, t_single8_at()->bytes, 1, 0, 0),
        ROW(double8, T_DOUBLE8_SIZE, t_double8_at()->bytes, 1, 1, 0),
        ROW(double16, T_DOUBLE16_SIZE, t_double16_at()->bytes, 2, 1, 0),
        ROW(double32, T_DOUBLE32_SIZE, t_double32_at()->bytes, 4, 1, 0),
        ROW(wired8, T_WIRED8_SIZE, wire + 0x10, 1, 0, 1),
        ROW(wired16, T_WIRED16_SIZE, wire + 0x40, 2, 0, 1),
        ROW(wired32, T_WIRED32_SIZE, wire + 0x70, 4, 0, 1),
        ROW(slots, T_SLOTS_SIZE, t_slots_at(1)->bytes, 2, 0, 0),
        ROW(pairs, T_PAIRS_SIZE, t_pairs_at(1)->bytes, 2, 1, 0),
    };
    memcpy(blocks, rows, sizeof rows);
}

/* ---- helpers ---- */

static unsigned failures;
static uint32_t random_state = 0x2545F491u;

static uint8_t random_byte(void)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 17;
    random_state ^= random_state << 5;
    return (uint8_t)(random_state >> 11);
}

static void expect(bool is_right, const guarded_t *block, const char *what, uint32_t detail)
{
    if (is_right || ++failures > MOST_MESSAGES)
        return;
    machine_put(block->name);
    machine_put(": ");
    machine_put(what);
    machine_put(" (");
    machine_put_number(detail);
    machine_put(")\n");
}

static unsigned footprint(const guarded_t *block)
{
    return (unsigned)block->size_bytes * (block->is_mirrored ? 2u : 1u);
}

/* Random contents in all fields; only raw bytes, as a field's value does not matter here. */
static void randomize(const guarded_t *block)
{
    unsigned at;

    for (at = 0; at < block->fields_bytes; ++at)
        block->work[at] = random_byte();
}

static bool holds(const guarded_t *block, const uint8_t *fields)
{
    return memcmp(block->work, fields, block->fields_bytes) == 0;
}

static bool is_refusal(mr_status_t status)
{
    return status == MR_FRESH || status == MR_FOREIGN || status == MR_CORRUPT;
}

/* ---- tests ---- */

static void test_junk(const guarded_t *block)
{
    unsigned round, at;
    mr_status_t status;

    memset(block->medium, 0x00, footprint(block));
    status = block->open();
    expect(status == MR_FRESH, block, "zeros are not fresh", (uint32_t)status);
    expect(block->has_defaults(), block, "no defaults after zeros", 0);
    memset(block->medium, 0xFF, footprint(block));
    status = block->open();
    expect(status == MR_FRESH, block, "erased bytes are not fresh", (uint32_t)status);
    expect(block->has_defaults(), block, "no defaults after erased bytes", 0);
    for (round = 0; round < ROUNDS; ++round) {
        for (at = 0; at < footprint(block); ++at)
            block->medium[at] = random_byte();
        memset(block->work, 0x5A, block->size_bytes);
        status = block->open();
        expect(is_refusal(status), block, "junk is taken for good", (uint32_t)status);
        expect(block->has_defaults(), block, "no defaults after junk", round);
    }
}

static void test_round_trip(const guarded_t *block)
{
    uint8_t fields[MOST_BYTES];
    unsigned round;

    for (round = 0; round < ROUNDS; ++round) {
        (void)block->open();
        randomize(block);
        memcpy(fields, block->work, block->fields_bytes);
        expect(block->pending(), block, "nothing is pending after a change", round);
        expect(block->flush() == MR_OK, block, "flush fails", round);
        expect(!block->pending(), block, "still pending after a flush", round);
        expect(holds(block, fields), block, "flush changes fields", round);
        memset(block->work, 0x5A, block->size_bytes);
        expect(block->open() == MR_OK, block, "open after a flush", round);
        expect(holds(block, fields), block, "fields differ after open", round);
        expect(!block->pending(), block, "pending after open", round);

        block->set_count((uint16_t)(block->get_count() + 1u));
        expect(block->pending(), block, "a set is not pending", round);
        block->set_count((uint16_t)(block->get_count() - 1u));
        expect(!block->pending(), block, "a set back is pending", round);
    }
}

/* Damages every bit in turn. A lone copy must be refused; of two, the other one must show. */
static void test_damage(const guarded_t *block)
{
    uint8_t older[MOST_BYTES], newer[MOST_BYTES];
    unsigned at, bit, shows_older = 0;

    (void)block->open();
    randomize(block);
    memcpy(older, block->work, block->fields_bytes);
    (void)block->flush();
    randomize(block);
    memcpy(newer, block->work, block->fields_bytes);
    (void)block->flush();
    for (at = 0; at < footprint(block); ++at) {
        for (bit = 0; bit < 8u; ++bit) {
            mr_status_t status;
            block->medium[at] ^= (uint8_t)(1u << bit);
            memset(block->work, 0x5A, block->size_bytes);
            status = block->open();
            if (block->is_mirrored) {
                expect(status == MR_OK, block, "both copies lost by one bit", at);
                expect(holds(block, older) || holds(block, newer), block, "neither the old nor the new fields", at);
                shows_older += holds(block, older) ? 1u : 0u;
            } else {
                expect(is_refusal(status), block, "a wrong bit is not noticed", at);
                expect(block->has_defaults(), block, "no defaults after damage", at);
            }
            block->medium[at] ^= (uint8_t)(1u << bit);
        }
    }
    expect(block->open() == MR_OK && holds(block, newer), block, "undamaged again, but not opened", 0);
    if (block->is_mirrored)
        expect(shows_older == 8u * block->size_bytes, block, "the older copy shows too often or too seldom", shows_older);
}

/* A flush writes a copy's bytes upward, the guard last; so a cut leaves the first n bytes new and the rest old. */
static void test_cut_in_memory(const guarded_t *block)
{
    uint8_t before[MOST_BYTES], after[MOST_BYTES], older[MOST_BYTES], newer[MOST_BYTES];
    unsigned round, cut, trials = 0, mixed = 0;

    for (round = 0; round < ROUNDS / 4u + 1u; ++round) {
        (void)block->open();
        randomize(block);
        (void)block->flush();
        memcpy(older, block->work, block->fields_bytes);
        memcpy(before, block->medium, footprint(block));
        if ((round & 1u) != 0)
            randomize(block);
        else
            block->set_count((uint16_t)(block->get_count() ^ 0x0100u));
        memcpy(newer, block->work, block->fields_bytes);
        (void)block->flush();
        memcpy(after, block->medium, footprint(block));
        for (cut = 0; cut <= footprint(block); ++cut) {
            mr_status_t status;
            memcpy(block->medium, after, cut);
            memcpy(block->medium + cut, before + cut, footprint(block) - cut);
            status = block->open();
            ++trials;
            if (status == MR_OK && !holds(block, older) && !holds(block, newer))
                ++mixed;
            if (block->is_mirrored)
                expect(status == MR_OK, block, "a cut flush lost both copies", cut);
            else if (status != MR_OK)
                expect(block->has_defaults(), block, "no defaults after a cut flush", cut);
        }
    }
    /* Eight bits of CRC cannot tell everything. */
    expect(mixed <= (block->has_weak_crc ? trials / 32u : 0u), block, "half-written fields are taken for good", mixed);
}

static void test_cut_on_wire(const guarded_t *block)
{
    uint8_t before[MOST_BYTES], older[MOST_BYTES], newer[MOST_BYTES];
    unsigned cut, trials = 0, mixed = 0;

    (void)block->open();
    randomize(block);
    (void)block->flush();
    memcpy(older, block->work, block->fields_bytes);
    memcpy(before, block->medium, footprint(block));
    randomize(block);
    memcpy(newer, block->work, block->fields_bytes);
    for (cut = 0; cut < footprint(block); ++cut) {
        mr_status_t status;
        memcpy(block->medium, before, footprint(block));
        (void)block->open();
        memcpy(block->work, newer, block->fields_bytes);
        wire_budget = cut;
        status = block->flush();
        wire_budget = UINT32_MAX;
        if (cut < 4u)
            expect(status == MR_ERROR, block, "a failed transfer is not reported", (uint32_t)status);
        /* Without a reset, flushing again must mend it. */
        if ((cut & 1u) != 0) {
            expect(status == MR_OK || block->pending(), block, "nothing pending after a failed flush", cut);
            expect(block->flush() == MR_OK, block, "flush after a failed one", cut);
            expect(block->open() == MR_OK && holds(block, newer), block, "a repeated flush does not mend", cut);
            continue;
        }
        status = block->open();
        ++trials;
        if (status == MR_OK && !holds(block, older) && !holds(block, newer))
            ++mixed;
    }
    expect(mixed <= (block->has_weak_crc ? 1u + trials / 32u : 0u), block, "half-written fields are taken for good", mixed);
}

/* A flush sends runs that begin and end with a changed byte, joined exactly where the gap is no more than a transfer's
 * cost; and nothing when nothing changed. */
static void test_runs(const guarded_t *block)
{
    uint8_t before[MOST_BYTES];
    unsigned round, run;

    (void)block->open();
    randomize(block);
    (void)block->flush();
    wire_runs = 0;
    (void)block->flush();
    expect(wire_runs == 0, block, "an unchanged block is sent", wire_runs);
    for (round = 0; round < ROUNDS; ++round) {
        uint32_t base = (uint32_t)(block->medium - wire), end = base;
        memcpy(before, block->medium, block->size_bytes);
        block->work[random_byte() % block->fields_bytes] ^= (uint8_t)(random_byte() | 1u);
        block->work[random_byte() % block->fields_bytes] ^= (uint8_t)(random_byte() | 1u);
        wire_runs = 0;
        (void)block->flush();
        expect(wire_runs <= 16u, block, "too many runs", wire_runs);
        for (run = 0; run < wire_runs && run < 16u; ++run) {
            uint32_t first = wire_log[run].offset, last = first + wire_log[run].count - 1u, at, equal = 0;
            expect(before[first - base] != wire[first] && before[last - base] != wire[last], block, "a run with equal ends", run);
            for (at = first; at <= last; ++at) {
                equal = before[at - base] == wire[at] ? equal + 1u : 0u;
                expect(equal <= TRANSFER_COST, block, "a gap that should have been skipped", at - base);
            }
            expect(run == 0 || first - end > TRANSFER_COST, block, "two runs that should have been joined", run);
            for (at = end; at < first; ++at)
                expect(before[at - base] == wire[at], block, "changed on the way", at - base);
            end = last + 1u;
        }
        expect(memcmp(block->work, block->medium, block->size_bytes) == 0, block, "the device differs after a flush", round);
    }
}

static void test_foreign(const guarded_t *block, const guarded_t *other)
{
    mr_status_t status;

    (void)other->open();
    randomize(other);
    (void)other->flush();
    memcpy(block->medium, other->medium, block->size_bytes);
    status = block->open();
    expect(status == MR_FOREIGN, block, "another block's contents are not told", (uint32_t)status);
    expect(block->has_defaults(), block, "no defaults after another block's contents", 0);
}

/* What the tests above did to one element must not have touched its neighbours. */
static void test_elements(void)
{
    const guarded_t slots = { .name = "slots" }, pairs = { .name = "pairs" };
    t_slots_t slot;
    t_pairs_t pair;

    expect(t_slots_open(&slot, 0) == MR_FRESH && t_slots_open(&slot, 2) == MR_FRESH, &slots, "a neighbour changed", 0);
    expect(t_pairs_open(&pair, 0) == MR_FRESH, &pairs, "a neighbour changed", 0);
    expect(t_slots_at(2) - t_slots_at(0) == 2, &slots, "elements are not side by side", 0);
}

/* A block without a guard: no judgement, and a copy that is written only where it differs. */
static void test_plain(void)
{
    const guarded_t plain = { .name = "plain" };
    static t_plain_t work;
    uint8_t *medium = t_plain_at()->bytes;

    memset(medium, 0x5A, T_PLAIN_SIZE);
    expect(t_plain_open(&work) == MR_OK && memcmp(work.bytes, medium, T_PLAIN_SIZE) == 0, &plain, "open", 0);
    expect(!t_plain_pending(&work), &plain, "pending after open", 0);
    t_plain_defaults(&work);
    expect(t_plain_get_count(&work) == 1000u && t_plain_get_on(&work) && t_plain_get_level(&work) == -5, &plain, "defaults", 0);
    expect(t_plain_pending(&work) && medium[0] == 0x5A, &plain, "defaults reach the place before a flush", 0);
    expect(t_plain_flush(&work) == MR_OK && memcmp(work.bytes, medium, T_PLAIN_SIZE) == 0, &plain, "flush", 0);
    t_plain_set_count(&work, 7);
    expect(t_plain_load(&work) == MR_OK && t_plain_get_count(&work) == 1000u, &plain, "load", 0);
}

int main(void)
{
    unsigned index;

    fill_blocks();
    memset(t_slots_at(0)->bytes, 0, 3u * T_SLOTS_SIZE);
    memset(t_pairs_at(0)->bytes, 0, 4u * T_PAIRS_SIZE);
    for (index = 0; index < BLOCK_COUNT; ++index) {
        const guarded_t *block = &blocks[index];
        test_junk(block);
        test_round_trip(block);
        test_damage(block);
        if (block->is_wired) {
            test_cut_on_wire(block);
            test_runs(block);
        } else {
            test_cut_in_memory(block);
        }
    }
    test_elements();
    test_plain();
    test_foreign(&blocks[SINGLE16], &blocks[TWIN16]);
    test_foreign(&blocks[TWIN32], &blocks[SINGLE32]);
    if (failures != 0) {
        machine_put_number(failures);
        machine_put(" failures\n");
    }
    return failures != 0;
}
