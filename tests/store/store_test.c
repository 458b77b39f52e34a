/* The store on a simulated flash: the name of a case, and how many cuts, go in; what is wrong comes out on standard error.
 *
 * Every operation is compared with a plain model, and mr_store_check() is asked around it. For cuts, the flash and the
 * store's RAM are kept before an operation, which is then run once for each event at which power can fail. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "medium.h"
#include "memreg/store.h"

#define FAIL(...) do { fprintf(stderr, "line %d, geometry %s: ", __LINE__, shape->name); \
                       fprintf(stderr, __VA_ARGS__); fputc('\n', stderr); exit(1); } while (0)
#define LENGTH_OF(array) (sizeof (array) / sizeof *(array))

enum { MOST_KINDS = 6, MOST_RECORDS = 600, MOST_VALUE = 20000 };

typedef struct shape_kind { const char *prefix; uint8_t storage; uint32_t first_id; uint16_t records; uint32_t most; } shape_kind_t;

typedef struct shape {
    const char *name;
    uint32_t sectors, erase;
    unsigned page, unit;
    bool once;
    shape_kind_t kinds[MOST_KINDS];
    unsigned fill_percent;   /* of ids that are used */
    unsigned hot_percent;    /* of operations that go to the first record */
} shape_t;

enum { I = MR_STORE_INDEXED, K = MR_STORE_KEYED, R = MR_STORE_RING };

/* Those first that need no more than MR_STORE_PLAIN gives. */
static const shape_t shapes[] = {
    { "nor-512", 6, 512, 256, 1, false, { { "CFG", I, 0, 6, 24 }, { "b", I, 0xFFFFFFFE, 2, 7 } }, 100, 0 },
    { "nor-4k", 5, 4096, 256, 1, false, { { "SMP", I, 10, 60, 64 }, { "TXT", I, 0, 4, 300 } }, 100, 0 },
    { "full", 5, 512, 256, 1, false, { { "AB", I, 1, 60, 20 } }, 100, 0 },
    { "hot", 6, 512, 256, 1, false, { { "HOT", I, 0, 40, 30 } }, 100, 80 },
    { "three", 3, 256, 64, 1, false, { { "x", I, 0, 3, 10 } }, 100, 0 },
    { "long", 12, 512, 256, 1, false, { { "big", I, 0, 2, 1200 }, { "s", I, 0, 8, 9 } }, 100, 0 },
    { "keyed", 6, 512, 256, 1, false, { { "any", K, 0, 12, 20 }, { "l", K, 0, 2, 250 }, { "i", I, 5, 4, 12 } }, 100, 0 },
    { "unit-4", 6, 512, 64, 4, false, { { "A", I, 0, 10, 24 }, { "L", I, 0, 1, 700 } }, 100, 0 },
    { "once-8", 6, 512, 64, 8, true, { { "A", I, 0, 10, 24 }, { "L", I, 0, 1, 400 } }, 100, 0 },
    { "once-16", 6, 1024, 128, 16, true, { { "A", I, 0, 12, 30 }, { "k", K, 0, 6, 20 } }, 100, 0 },
    { "unit-32", 6, 1024, 128, 32, false, { { "A", I, 0, 10, 75 }, { "L", I, 0, 1, 700 } }, 100, 0 },
    { "once-32", 6, 1024, 64, 32, true, { { "A", I, 0, 10, 101 } }, 100, 0 },
    { "once-4", 4, 512, 64, 4, true, { { "A", I, 0, 8, 13 } }, 100, 50 },
};

#if defined MR_STORE_PLAIN
enum { SHAPES = 5 };
#else
enum { SHAPES = LENGTH_OF(shapes) };
#endif

/* ---- A store's RAM, and a second one for what comes after cuts. */

typedef struct ram {
    mr_store_t store;
    uint8_t index[3 * (MOST_RECORDS * 4 + 1 + 64)];
    mr_store_ring_t rings[MOST_KINDS];
    uint16_t sequences[MEDIUM_MOST_SECTORS];   /* used from behind: what reads beyond them leaves the structure */
} ram_t;

static medium_t medium, kept_medium;
static ram_t ram, kept_ram;
static mr_store_kind_t kinds[MOST_KINDS];
static mr_store_config_t config;
static const shape_t *shape;

typedef struct model_record { uint32_t id, length, salt; bool is_there; } model_record_t;
static model_record_t model[MOST_KINDS][MOST_RECORDS];
static uint32_t salt;
static uint64_t cuts;

static uint32_t random_state = 1;
static uint32_t roll(uint32_t below)
{
    random_state = random_state * 1664525u + 1013904223u;
    return (uint32_t)(((uint64_t)random_state * below) >> 32);
}

static void shape_begin(const shape_t *with, uint32_t seed)
{
    unsigned parts;

    shape = with;
    random_state = seed;
    medium_init(&medium, shape->sectors + 1, shape->erase, shape->page, shape->unit, shape->once, seed);
    memset(&config, 0, sizeof config);
    memset(model, 0, sizeof model);
    memset(&ram, 0xA5, sizeof ram);
    config.flash.driver = &medium_driver;
    config.flash.geometry = &medium.geometry;
    config.flash.context = &medium;
    config.offset_bytes = shape->erase;
    config.sectors = (uint16_t)shape->sectors;
    config.kinds = kinds;
    config.index = ram.index;
    config.sequences = ram.sequences + MEDIUM_MOST_SECTORS - shape->sectors;
    config.rings = ram.rings;
    config.once = shape->once ? &mr_store_once : NULL;
    for (unsigned k = 0; k < MOST_KINDS && shape->kinds[k].prefix != NULL; ++k) {
        const shape_kind_t *from = &shape->kinds[k];
        mr_store_kind_t *to = &kinds[k];

        memset(to, 0, sizeof *to);
        memcpy(to->prefix, from->prefix, strlen(from->prefix));
        to->storage = from->storage;
        to->first_id = from->storage == K ? 0 : from->first_id;
        to->last_id = from->storage == K ? UINT32_MAX : from->first_id + from->records - 1;
        to->most_bytes = from->most;
        to->records = from->records;
        config.kind_count = (uint8_t)(k + 1);
        for (unsigned i = 0; i < from->records; ++i)
            model[k][i].id = from->storage == K ? i * 0x9E3779B9u : from->first_id + i;
        to->parts = 1;
        to->first_handle = config.handles;
        if (from->storage == R) {
            to->first_sector = (uint16_t)shape->sectors;
            to->calls = &mr_store_ring_calls;
            medium.geometry.size_bytes = (shape->sectors + 1 + MR_STORE_RING_SECTORS(from->records, from->most, shape->erase,
                                                                                  shape->unit)) * shape->erase;
            continue;
        }
        parts = to->parts = (uint16_t)MR_STORE_PARTS(from->most, shape->erase);
        to->calls = parts > 1 || from->storage == K ? &mr_store_tagged_calls : NULL;
        config.handles = (uint16_t)(config.handles + parts * from->records);
        if (parts - 1 > config.scratch)
            config.scratch = (uint16_t)(parts - 1);
    }
    if (MR_STORE_INDEX_BYTES(config.handles, config.scratch) > sizeof ram.index)
        FAIL("the test's RAM is too small");
}

static void fill_value(uint8_t *value, uint32_t length, uint32_t with)
{
    uint32_t state = with * 747796405u + 1;

    for (uint32_t i = 0; i < length; ++i) {
        state = state * 1664525u + 1013904223u;
        value[i] = (uint8_t)(with % 5 == 0 ? 0xFF : with % 7 == 0 ? 0 : state >> 24);
    }
}

/* Whether a record reads as the model says. */
static bool reads_as(unsigned kind, const model_record_t *record)
{
    static uint8_t value[MOST_VALUE], expected[MOST_VALUE];
    size_t length = 0;
    mr_status_t status = mr_store_get(&ram.store, kind, record->id, value, sizeof value, &length);

    if (!record->is_there)
        return status == MR_NOT_FOUND;
    fill_value(expected, record->length, record->salt);
    return status == MR_OK && length == record->length && memcmp(value, expected, length) == 0;
}

static void check_all(const char *when, const model_record_t *except)
{
    for (unsigned k = 0; k < config.kind_count; ++k)
        for (unsigned i = 0; i < kinds[k].records; ++i)
            if (&model[k][i] != except && !reads_as(k, &model[k][i])) {
                uint8_t value[8];
                size_t length = 0;
                int status = mr_store_get(&ram.store, k, model[k][i].id, value, sizeof value, &length);

                FAIL("%s: kind %u id %u %s: status %d, length %u, not %u", when, k, (unsigned)model[k][i].id,
                     model[k][i].is_there ? "is not the value saved" : "should be absent", status, (unsigned)length,
                     (unsigned)model[k][i].length);
            }
}

static void check_store(const char *when)
{
    mr_status_t status = mr_store_check(&ram.store);

    if (status != MR_OK)
        FAIL("%s: mr_store_check() says %s", when, mr_status_text(status));
}

/* ---- Operations. */

typedef struct operation { unsigned kind, record; uint32_t length, salt; } operation_t;

static operation_t pick(void)
{
    operation_t op;
    uint32_t most;

    op.kind = roll(config.kind_count);
    op.record = roll(kinds[op.kind].records);
    if (roll(100) < shape->hot_percent)
        op.kind = op.record = 0;
    most = kinds[op.kind].most_bytes;
    op.length = roll(8) == 0 ? 0 : roll(3) == 0 ? 1 + roll(most) : most;
    op.salt = ++salt;
    return op;
}

static mr_status_t run(const operation_t *op)
{
    static uint8_t value[MOST_VALUE];
    uint32_t id = model[op->kind][op->record].id;

    fill_value(value, op->length, op->salt);
    return op->length == 0 ? mr_store_remove(&ram.store, op->kind, id)
                           : mr_store_put(&ram.store, op->kind, id, value, op->length);
}

static model_record_t result_of(const operation_t *op)
{
    model_record_t record = model[op->kind][op->record];

    record.is_there = op->length != 0;
    record.length = op->length;
    record.salt = op->salt;
    return record;
}

/* Runs an operation that power does not cut; MR_NO_SPACE changes nothing. */
static void run_whole(const operation_t *op, bool may_be_full)
{
    model_record_t *record = &model[op->kind][op->record];
    mr_status_t status = run(op);

    if (status == MR_OK)
        *record = result_of(op);
    else if (!(status == MR_NOT_FOUND && op->length == 0 && !record->is_there) &&
             !(status == MR_NO_SPACE && may_be_full))
        FAIL("%s of kind %u id %u, %u bytes: %s", op->length == 0 ? "remove" : "put", op->kind, (unsigned)record->id,
             (unsigned)op->length, mr_status_text(status));
}

static mr_status_t open_store(void)
{
    memset(&ram, 0x5A, sizeof ram);
    return mr_store_open(&ram.store, &config);
}

/* Mounts after a cut, perhaps cut once more; then the operation's record is old or new, and stays that. */
static void check_after_cut(const operation_t *op, unsigned more_cuts, bool is_last)
{
    model_record_t *record = &model[op->kind][op->record], old = *record, new = result_of(op), seen;
    mr_status_t status;
    volatile unsigned left = more_cuts;

    ++cuts;
    if (setjmp(medium.cut) == 1) {
        ++cuts;
        --left;
    }
    medium.events = 0;
    medium.budget = left > 0 ? (int64_t)roll(left == more_cuts ? 12 : 100) : -1;
    if (left == 0 && roll(4) == 0) {
        /* The driver refuses while the mount repairs; the next one goes on. */
        medium.refusal = roll(2) == 0 ? MR_BUSY : MR_LOCKED;
        medium.busy_after = (int)roll(12);
        open_store();
        medium.busy_after = -1;
    }
    status = open_store();
    medium.budget = -1;
    if (status != MR_OK && status != MR_FRESH)
        FAIL("open after a cut: %s", mr_status_text(status));
    seen = reads_as(op->kind, &old) ? old : new;
    if (!reads_as(op->kind, &seen))
        FAIL("after a cut kind %u id %u is neither the old value (%u bytes, salt %u) nor the new one (%u, %u)", op->kind,
             (unsigned)record->id, old.is_there ? (unsigned)old.length : 0, (unsigned)old.salt, (unsigned)new.length,
             (unsigned)new.salt);
    *record = seen;
    check_all("after a cut", record);
    if (roll(16) == 0 || is_last)
        check_store("after a cut");
    if (roll(8) == 0) {
        operation_t next = pick();

        run_whole(&next, true);
        if (roll(2) == 0)
            open_store();
        check_all("after a cut and an operation", NULL);
        check_store("after a cut and an operation");
        model[next.kind][next.record] = seen.id == model[next.kind][next.record].id && next.kind == op->kind ? seen
                                        : model[next.kind][next.record];
    }
    (void)is_last;
    *record = old;
}

/* One operation, cut at every event, or at some where there are many. */
static void cut_everywhere(const operation_t *op, unsigned stride)
{
    static model_record_t kept_model[MOST_KINDS][MOST_RECORDS];
    int64_t events, at;

    kept_medium = medium;
    kept_ram = ram;
    memcpy(kept_model, model, sizeof model);
    medium.events = 0;
    run(op);
    events = medium.events;
    for (at = stride > 1 ? (int64_t)roll(stride) : 0; at < events; at += stride) {
        medium = kept_medium;
        ram = kept_ram;
        medium.random ^= (uint32_t)at * 2654435761u;
        medium.random |= medium.random == 0;
        medium.tear = (int)roll(TEAR_KINDS);
        medium.events = 0;
        medium.budget = at;
        if (setjmp(medium.cut) == 0) {
            run(op);
            FAIL("power did not fail at event %d of %d", (int)at, (int)events);
        }
        check_after_cut(op, roll(3) == 0 ? 1 + roll(3) : 0, at + stride >= events);
        memcpy(model, kept_model, sizeof model);
    }
    medium = kept_medium;
    ram = kept_ram;
}

static void test_cuts(uint64_t most_cuts)
{
    for (unsigned s = 0; s < SHAPES; ++s) {
        uint64_t end = cuts + most_cuts / SHAPES;

        shape_begin(&shapes[s], s + 1);
        if (mr_store_open(&ram.store, &config) != MR_FRESH)
            FAIL("a blank part is not fresh");
        while (cuts < end) {
            operation_t op;

            for (unsigned skipped = roll(20); skipped > 0; --skipped) {
                op = pick();
                run_whole(&op, true);
            }
            op = pick();
            cut_everywhere(&op, op.length > 200 ? 7 : 1);
            run_whole(&op, true);
            /* As devices live: mostly the same mount goes on. */
            if (roll(10) == 0)
                open_store();
        }
    }
    fprintf(stderr, "%llu cuts\n", (unsigned long long)cuts);
}

static void test_random(void)
{
    for (unsigned s = 0; s < SHAPES; ++s) {
        unsigned full = 0;

        shape_begin(&shapes[s], 100 + s);
        if (mr_store_open(&ram.store, &config) != MR_FRESH)
            FAIL("a blank part is not fresh");
        for (unsigned n = 0; n < 3000; ++n) {
            operation_t op = pick();
            mr_status_t status;

            run_whole(&op, true);
            if (n % 8 == 0)
                check_store("after an operation");
            if (n % 16 == 0)
                check_all("after an operation", NULL);
            if (n % 64 == 0 && (status = open_store()) != MR_OK)
                FAIL("open: %s", mr_status_text(status));
            full += 0;
        }
        (void)full;
        if (mr_store_format(&ram.store) != MR_OK)
            FAIL("format fails");
        for (unsigned k = 0; k < config.kind_count; ++k)
            for (unsigned i = 0; i < kinds[k].records; ++i)
                model[k][i].is_there = false;
        check_all("after a format", NULL);
    }
}

/* ---- Faults of the part. */

/* Sectors that do not take an erase or a program, with and without saying so: nothing is lost. */
static void test_bad_sectors_from(uint32_t seed)
{
    for (unsigned s = 0; s < SHAPES; ++s) {
        shape_begin(&shapes[s], seed + s);
        /* One is bad in so few sectors, two in more. */
        if (shape->sectors < 5)
            continue;
        open_store();
        for (unsigned n = 0; n < 500; ++n) {
            operation_t op = pick();

            if (n == 100 || (n == 300 && shape->sectors > 6)) {
                /* A sector that is being filled shows other faults than one that is yet to be. */
                unsigned bad = 1 + (roll(2) == 0 ? ram.store.head : roll(shape->sectors));

                if (roll(2) == 0)
                    medium.bad_erase[bad] = (uint8_t)(1 + roll(2));
                else
                    medium.bad_program[bad] = (uint8_t)(1 + roll(2));
            }
            run_whole(&op, true);
            if (n % 16 == 0)
                check_all("with bad sectors", NULL);
            if (n % 100 == 50) {
                mr_status_t status = open_store();

                if (status != MR_OK)
                    FAIL("open with bad sectors: %s", mr_status_text(status));
                check_all("after a mount with bad sectors", NULL);
            }
        }
    }
}

static void test_bad_sectors(void)
{
    for (uint32_t seed = 300; seed < 3000; seed += 100)
        test_bad_sectors_from(seed);
}

/* A driver that refuses: each call that changes something is refused once; the status passes, nothing else is seen. */
static void test_refusals(void)
{
    static const mr_status_t refusals[] = { MR_BUSY, MR_LOCKED, MR_ERROR };

    for (unsigned s = 0; s < SHAPES; ++s) {
        shape_begin(&shapes[s], 400 + s);
        open_store();
        for (unsigned n = 0; n < 400; ++n) {
            operation_t op = pick();

            run_whole(&op, true);
            op = pick();
            for (int at = 0; at < 40; ++at) {
                model_record_t old = model[op.kind][op.record], new = result_of(&op);
                mr_status_t status;

                medium.refusal = refusals[roll(3)];
                medium.busy_after = at;
                status = run(&op);
                if (medium.busy_after >= 0) {
                    medium.busy_after = -1;
                    if (status == MR_OK)
                        model[op.kind][op.record] = new;
                    break;
                }
                medium.busy_after = -1;
                if (status == MR_OK)
                    model[op.kind][op.record] = new;
                else if (status != medium.refusal && status != MR_NO_SPACE && !(status == MR_NOT_FOUND && op.length == 0))
                    FAIL("a driver's %s became %s", mr_status_text(medium.refusal), mr_status_text(status));
                if (status != MR_OK && !reads_as(op.kind, &old))
                    FAIL("a refused call changed its record");
                check_all("after a refusal", NULL);
            }
        }
        check_store("after refusals");
    }
}

/* One flipped bit anywhere: no wrong value is read, no other record is lost, open() tells or the record's load does. */
static void test_flips(void)
{
    for (unsigned s = 0; s < SHAPES; ++s) {
        uint32_t from, end, head;
        model_record_t last;

        shape_begin(&shapes[s], 500 + s);
        open_store();
        for (unsigned n = 0; n < 150; ++n) {
            operation_t op = pick();

            run_whole(&op, true);
        }
        open_store();
        do {
            operation_t op = { 0, 0, 1 + roll(kinds[0].most_bytes), ++salt };

            run_whole(&op, true);
        } while (!model[0][0].is_there || model[0][0].salt != salt);
        last = model[0][0];
        head = (ram.store.head + 1u) * shape->erase;
        from = shape->erase;
        end = from + shape->sectors * shape->erase;
        kept_medium = medium;
        for (uint32_t at = from; at < end; at += 1 + roll(shape->erase > 1024 ? 12 : 3)) {
            unsigned wrong = 0, silent = 0;
            mr_status_t status;

            medium = kept_medium;
            /* Nothing tells that a blank place is not; what is programmed there is verified. */
            medium.is_lenient = true;
            medium.cells[at] ^= (uint8_t)(1u << roll(8));
            status = open_store();
            if (status != MR_OK && status != MR_CORRUPT)
                FAIL("a flipped bit at 0x%x: open says %s", (unsigned)at, mr_status_text(status));
            for (unsigned k = 0; k < config.kind_count; ++k)
                for (unsigned i = 0; i < kinds[k].records; ++i) {
                    uint8_t value[8];

                    if (reads_as(k, &model[k][i]))
                        continue;
                    ++wrong;
                    /* The last entry cannot be told from one that a cut tore: its record may show what was before. */
                    if (at >= head && at < head + shape->erase && k == 0 && i == 0 && last.is_there)
                        continue;
                    /* A keyed record's id is in the entry: it is not found, and the check tells. */
                    if (kinds[k].storage == K && mr_store_check(&ram.store) == MR_CORRUPT)
                        continue;
                    if (status == MR_OK && mr_store_get(&ram.store, k, model[k][i].id, value, sizeof value, NULL) != MR_CORRUPT)
                        ++silent;
                }
            if (wrong > 1 || silent > 0)
                FAIL("a flipped bit at 0x%x costs %u records, %u of them silently", (unsigned)at, wrong, silent);
        }
        medium = kept_medium;
    }
}

/* A store that is full says so, and keeps what it has; deletions make room again. */
static void test_full(void)
{
    static const shape_t tight = { "tight", 4, 512, 256, 1, false, { { "AB", I, 0, 100, 20 } }, 100, 0 };

    for (unsigned round = 0; round < 30; ++round) {
        unsigned refused = 0, put = 0;

        shape_begin(&tight, 600 + round);
        open_store();
        for (unsigned i = 0; i < 100; ++i) {
            operation_t op = { 0, i, 20, ++salt };
            mr_status_t status = run(&op);

            if (status == MR_OK) {
                model[0][i] = result_of(&op);
                ++put;
            } else if (status == MR_NO_SPACE) {
                ++refused;
            } else {
                FAIL("put into a full store: %s", mr_status_text(status));
            }
        }
        if (refused == 0 || put < 30)
            FAIL("%u fit into 2 KiB, %u do not", put, refused);
        check_all("when full", NULL);
        check_store("when full");
        for (unsigned i = 0; i < 100; ++i) {
            operation_t op = { 0, (i * 7 + round) % 100, 0, 0 };

            if (model[0][op.record].is_there)
                run_whole(&op, false);
        }
        check_all("when emptied", NULL);
        for (unsigned i = 0; i < 30; ++i) {
            operation_t op = { 0, i, 20, ++salt };

            run_whole(&op, false);
        }
        open_store();
        check_all("when filled again", NULL);
        check_store("when filled again");
    }
}

/* ---- The calls by prefix and address. */

static void must_be(mr_status_t status, mr_status_t expected, int line)
{
    if (status != expected)
        FAIL("line %d: %s, not %s", line, mr_status_text(status), mr_status_text(expected));
}

#define MUST(call, expected) must_be(call, expected, __LINE__)

static void test_find(void)
{
    static const shape_t finds = { "find", 6, 512, 256, 1, false,
        { { "A", I, 0, 5, 8 }, { "AB", I, 0xFFFFFFF0u, 16, 8 }, { "any", K, 0, 6, 8 } }, 100, 0 };
    static const uint32_t any_ids[] = { 0xFFFFFFFFu, 7, 0, 3000000000u };
    uint32_t address = 99, other, id, count = 0;
    unsigned kind;
    uint8_t value[8];
    size_t length;

    shape_begin(&finds, 1);
    MUST(open_store(), MR_FRESH);
    MUST(mr_store_find(&ram.store, MR_FIND_MIN, &address, "", 0), MR_NOT_FOUND);
    MUST(mr_store_find(&ram.store, MR_FIND_EQUAL, &address, "A", 0), MR_NOT_FOUND);
    if (address != 99)
        FAIL("an address changed where nothing was found");
    MUST(mr_store_find(&ram.store, MR_FIND_EMPTY, &address, NULL, 0), MR_OK);
    MUST(mr_store_save(&ram.store, &address, "AB", 0xFFFFFFFFu, "max", 3), MR_OK);
    MUST(mr_store_save(&ram.store, &address, "A", 0, "zero", 4), MR_EXISTS);
    MUST(mr_store_find(&ram.store, MR_FIND_EMPTY, &address, NULL, 0), MR_OK);
    MUST(mr_store_save(&ram.store, &address, "A", 0, "zero", 4), MR_OK);
    MUST(mr_store_load(&ram.store, address, value, sizeof value, &length), MR_OK);
    if (length != 4 || memcmp(value, "zero", 4) != 0)
        FAIL("the address does not lead to what was saved");
    MUST(mr_store_load(&ram.store, address, value, 2, &length), MR_OUT_OF_RANGE);
    if (length != 4)
        FAIL("load does not tell the length");
    MUST(mr_store_load(&ram.store, address + 1, value, 2, &length), MR_BAD_ARGUMENT);
    for (unsigned i = 0; i < LENGTH_OF(any_ids); ++i)
        MUST(mr_store_put(&ram.store, 2, any_ids[i], &any_ids[i], 4), MR_OK);
    MUST(mr_store_find(&ram.store, MR_FIND_MIN, &address, "any", 0), MR_OK);
    MUST(mr_store_key(&ram.store, address, &kind, &id), MR_OK);
    if (kind != 2 || id != 0)
        FAIL("MIN is id %u", (unsigned)id);
    MUST(mr_store_find(&ram.store, MR_FIND_NEXT, &address, "any", 3000000000u), MR_OK);
    MUST(mr_store_key(&ram.store, address, &kind, &id), MR_OK);
    if (id != 0xFFFFFFFFu)
        FAIL("NEXT is id %u", (unsigned)id);
    MUST(mr_store_find(&ram.store, MR_FIND_NEXT, &address, "any", 0xFFFFFFFFu), MR_NOT_FOUND);
    MUST(mr_store_find(&ram.store, MR_FIND_MAX, &address, "A", 0), MR_OK);
    MUST(mr_store_key(&ram.store, address, &kind, &id), MR_OK);
    if (kind != 0 || id != 0)
        FAIL("MAX of A is kind %u id %u", kind, (unsigned)id);
    MUST(mr_store_find(&ram.store, MR_FIND_NEXT, &address, "", 0), MR_OK);
    MUST(mr_store_key(&ram.store, address, &kind, &id), MR_OK);
    if (kind != 2 || id != 7)
        FAIL("NEXT of all after 0 is kind %u id %u", kind, (unsigned)id);
    for (address = MR_STORE_BEGIN; mr_store_walk(&ram.store, &address) == MR_OK;)
        ++count;
    if (count != 6)
        FAIL("a walk sees %u records of 6", (unsigned)count);
    MUST(mr_store_find(&ram.store, MR_FIND_EQUAL, &other, "any", 7), MR_OK);
    address = other;
    MUST(mr_store_rewrite(&ram.store, &address, "A", 3, "new", 3), MR_OK);
    if (address == other)
        FAIL("rewrite does not tell the record's address");
    MUST(mr_store_find(&ram.store, MR_FIND_EQUAL, &other, "any", 7), MR_NOT_FOUND);
    MUST(mr_store_clear(&ram.store, address), MR_OK);
    MUST(mr_store_clear(&ram.store, address), MR_NOT_FOUND);
    MUST(mr_store_delete(&ram.store, "A", 3), MR_NOT_FOUND);
    MUST(mr_store_delete(&ram.store, "A", 9), MR_BAD_ARGUMENT);
    MUST(mr_store_delete(&ram.store, "A", 0), MR_OK);
    MUST(mr_store_save(&ram.store, &address, "", 0, "x", 1), MR_BAD_ARGUMENT);
    MUST(mr_store_save(&ram.store, &address, "A", 0, "x", 0), MR_BAD_ARGUMENT);
    MUST(mr_store_save(&ram.store, &address, "A", 0, "123456789", 9), MR_BAD_ARGUMENT);
    MUST(mr_store_find(&ram.store, 6, &address, "", 0), MR_BAD_ARGUMENT);
}

/* A layout that grew keeps its records; another one is refused and left alone. */
static void test_layouts(void)
{
    static const shape_t first = { "layouts", 6, 512, 256, 1, false, { { "A", I, 0, 5, 8 } }, 100, 0 };
    uint8_t value[8];
    size_t length;

    shape_begin(&first, 1);
    MUST(open_store(), MR_FRESH);
    MUST(mr_store_put(&ram.store, 0, 2, "two", 3), MR_OK);
    kinds[1] = kinds[0];
    kinds[1].prefix[0] = 'B';
    kinds[1].first_handle = 5;
    config.handles = 10;
    config.kind_count = 2;
    MUST(open_store(), MR_MIGRATED);
    MUST(mr_store_put(&ram.store, 1, 2, "bee", 3), MR_OK);
    MUST(mr_store_get(&ram.store, 0, 2, value, sizeof value, &length), MR_OK);
    MUST(open_store(), MR_OK);
    kept_medium = medium;
    kinds[0].most_bytes = 20;
    MUST(open_store(), MR_FOREIGN);
    MUST(mr_store_put(&ram.store, 1, 2, "bad", 3), MR_LOCKED);
    if (memcmp(kept_medium.cells, medium.cells, sizeof medium.cells) != 0)
        FAIL("a foreign layout's bytes were changed");
    MUST(mr_store_format(&ram.store), MR_OK);
    MUST(mr_store_put(&ram.store, 1, 2, "own", 3), MR_OK);
    MUST(open_store(), MR_OK);
}

/* What MR_STORE_PLAIN leaves out is refused. */
static void test_plain(void)
{
    for (unsigned s = 0; s < LENGTH_OF(shapes); ++s) {
        mr_status_t expected = s < SHAPES ? MR_FRESH : MR_BAD_ARGUMENT;

        shape_begin(&shapes[s], 1);
        MUST(open_store(), expected);
        if (expected == MR_BAD_ARGUMENT)
            MUST(mr_store_format(&ram.store), MR_BAD_ARGUMENT);
    }
}

/* ---- A ring beside a record of the log: ids are counted up, round and round; the newest are there. */

static const shape_t ring_shapes[] = {
    { "ring", 3, 512, 256, 1, false, { { "C", I, 0, 2, 8 }, { "SMP", R, 100, 40, 20 } }, 100, 0 },
    { "ring-4", 3, 256, 64, 4, false, { { "C", I, 0, 2, 8 }, { "SMP", R, 0, 11, 21 } }, 100, 0 },
    { "ring-once-8", 3, 512, 64, 8, true, { { "C", I, 0, 2, 8 }, { "SMP", R, 5, 30, 24 } }, 100, 0 },
    { "ring-small", 3, 512, 256, 1, false, { { "C", I, 0, 2, 8 }, { "SMP", R, 7, 10, 20 } }, 100, 0 },
    { "ring-one", 3, 256, 64, 4, false, { { "C", I, 0, 2, 8 }, { "SMP", R, 0, 1, 21 } }, 100, 0 },
    { "ring-any-order", 3, 512, 256, 1, false, { { "C", I, 0, 2, 8 }, { "SMP", R, 0, 6, 20 } }, 100, 100 },
    { "ring-any-order-4", 3, 256, 64, 4, false, { { "C", I, 0, 2, 8 }, { "SMP", R, 9, 4, 21 } }, 100, 100 },
    { "ring-once-16", 3, 1024, 128, 16, true, { { "C", I, 0, 2, 8 }, { "SMP", R, 0, 12, 63 } }, 100, 0 },
    { "ring-32", 3, 1024, 128, 32, false, { { "C", I, 0, 2, 8 }, { "SMP", R, 0, 12, 60 } }, 100, 0 },
};

/* Where number n goes: one place after the other; where all ids are hot, in any order. */
static uint32_t ring_place(uint32_t n)
{
    return (shape->hot_percent ? (n * 2654435761u) >> 16 : n - 1u) % kinds[1].records;
}

static uint32_t ring_id(uint32_t n)
{
    return kinds[1].first_id + ring_place(n);
}

/* What the ring has: number n of the values that were put, or nothing. */
typedef struct ring_model { uint32_t at[64]; } ring_model_t;

static bool ring_reads(uint32_t place, uint32_t number)
{
    uint8_t value[64], expected[64];
    size_t length = 0;
    mr_status_t status = mr_store_get(&ram.store, 1, kinds[1].first_id + place, value, sizeof value, &length);

    if (number == 0)
        return status == MR_NOT_FOUND;
    fill_value(expected, kinds[1].most_bytes, number);
    return status == MR_OK && length == kinds[1].most_bytes && memcmp(value, expected, length) == 0;
}

static mr_status_t ring_put_number(uint32_t n)
{
    uint8_t value[64];

    fill_value(value, kinds[1].most_bytes, n);
    return mr_store_put(&ram.store, 1, ring_id(n), value, kinds[1].most_bytes);
}

/* Where ids are counted up, the newest and those before it are those that the model has, in its order. */
static void ring_verify_order(const ring_model_t *is)
{
    uint32_t most = 0, below = UINT32_MAX, id = 0, number;
    mr_status_t status = mr_store_newest(&ram.store, 1, &id);

    for (uint32_t place = 0; place < kinds[1].records; ++place)
        most = is->at[place] > most ? is->at[place] : most;
    if (status != (most ? MR_OK : MR_NOT_FOUND) || (most && is->at[id - kinds[1].first_id] != most))
        FAIL("the newest is %u, not number %u", (unsigned)id, (unsigned)most);
    for (; status == MR_OK; status = mr_store_older(&ram.store, 1, &id)) {
        number = is->at[id - kinds[1].first_id];
        for (uint32_t place = 0; place < kinds[1].records; ++place)
            if (is->at[place] > number && is->at[place] < below)
                FAIL("number %u was passed over before %u", (unsigned)is->at[place], (unsigned)number);
        if (number == 0 || number >= below)
            FAIL("number %u is said to be older than %u", (unsigned)number, (unsigned)below);
        below = number;
    }
    if (most && status != MR_NOT_FOUND)
        FAIL("older: %s", mr_status_text(status));
}

static void ring_verify(const ring_model_t *is, const char *when)
{
    for (uint32_t place = 0; place < kinds[1].records; ++place)
        if (!ring_reads(place, is->at[place]))
            FAIL("%s: place %u does not have number %u", when, (unsigned)place, (unsigned)is->at[place]);
}

static void test_ring(uint64_t most_cuts)
{
    for (unsigned s = 0; s < LENGTH_OF(ring_shapes); ++s) {
        static ring_model_t is, was;
        uint64_t end = cuts + most_cuts / LENGTH_OF(ring_shapes);
        uint32_t n, last_id;

        memset(&is, 0, sizeof is);
        shape_begin(&ring_shapes[s], 77 + s);
        if (mr_store_open(&ram.store, &config) != MR_FRESH)
            FAIL("a blank part is not fresh");
        for (n = 1; n < 400 || cuts < end; ++n) {
            int64_t events, at;
            mr_status_t status;
            uint32_t place = ring_place(n);

            was = is;
            kept_medium = medium;
            kept_ram = ram;
            medium.events = 0;
            ring_put_number(n);
            events = medium.events;
            for (at = 0; at < events && cuts < end; ++at) {
                medium = kept_medium;
                ram = kept_ram;
                medium.random ^= (uint32_t)at * 2654435761u;
                medium.random |= medium.random == 0;
                medium.tear = (int)roll(shape->once ? 2 : TEAR_KINDS);
                medium.events = 0;
                medium.budget = at;
                if (setjmp(medium.cut) == 0) {
                    ring_put_number(n);
                    FAIL("power did not fail");
                }
                ++cuts;
                medium.budget = -1;
                if (open_store() < 0)
                    FAIL("open after a cut");
                if (!ring_reads(place, was.at[place]) && !ring_reads(place, n))
                    FAIL("after a cut place %u has neither number %u nor %u", (unsigned)place, (unsigned)was.at[place],
                         (unsigned)n);
                was.at[place] = ring_reads(place, n) ? n : was.at[place];
                ring_verify(&was, "after a cut");
                check_store("after a cut");
                if (roll(4) == 0 && was.at[place] != n) {
                    status = ring_put_number(n);
                    if (status != MR_OK)
                        FAIL("put after a cut: %s", mr_status_text(status));
                    was.at[place] = n;
                    ring_verify(&was, "after a cut and a put");
                }
                was = is;
            }
            medium = kept_medium;
            ram = kept_ram;
            status = ring_put_number(n);
            if (status != MR_OK)
                FAIL("put of number %u: %s", (unsigned)n, mr_status_text(status));
            is.at[place] = n;
            if (roll(10) == 0 && mr_store_remove(&ram.store, 1, ring_id(n)) == MR_OK)
                is.at[place] = 0;
            if (n % 16 == 0)
                open_store();
            ring_verify(&is, "after a put");
            if (!shape->hot_percent)
                ring_verify_order(&is);
            if (n == kinds[1].records / 2 && n > 0 && !shape->hot_percent && is.at[place] != 0 &&
                (mr_store_last(&ram.store, 1, &last_id) != MR_OK || last_id != ring_id(n)))
                FAIL("the last id is not the newest one");
        }
    }
    fprintf(stderr, "%llu cuts of rings\n", (unsigned long long)cuts);
}

/* What is appended gets one id after the other, round and round, also after a cut in some of them and after deletions. */
static void test_append(uint64_t most_cuts)
{
    for (unsigned s = 0; s < LENGTH_OF(ring_shapes); ++s) {
        uint64_t end = cuts + most_cuts / LENGTH_OF(ring_shapes);
        uint8_t value[64];
        uint32_t id = 0, last = 0;

        if (ring_shapes[s].hot_percent)
            continue;
        shape_begin(&ring_shapes[s], 991 + s);
        if (mr_store_open(&ram.store, &config) != MR_FRESH)
            FAIL("a blank part is not fresh");
        MUST(mr_store_newest(&ram.store, 1, &id), MR_NOT_FOUND);
        MUST(mr_store_newest(&ram.store, 0, &id), MR_BAD_ARGUMENT);
        MUST(mr_store_append(&ram.store, 0, value, 8, &id), MR_BAD_ARGUMENT);
        for (uint32_t n = 1; n < 400 || (cuts < end && !shape->once); ++n) {
            fill_value(value, kinds[1].most_bytes, n);
            medium.events = 0;
            medium.budget = roll(12) || shape->once ? -1 : (int64_t)roll(30);
            medium.tear = (int)roll(TEAR_KINDS);
            if (setjmp(medium.cut) == 0) {
                MUST(mr_store_append(&ram.store, 1, value, kinds[1].most_bytes, &id), MR_OK);
                medium.budget = -1;
            } else {
                ++cuts;
                medium.budget = -1;
                if (open_store() < 0)
                    FAIL("open after a cut");
                if (mr_store_newest(&ram.store, 1, &id) == MR_OK && id != last && ring_reads(id - kinds[1].first_id, n)) {
                    last = id;
                    continue;
                }
                MUST(mr_store_append(&ram.store, 1, value, kinds[1].most_bytes, &id), MR_OK);
            }
            if (!ring_reads(id - kinds[1].first_id, n))
                FAIL("what was appended does not read");
            last = id;
            MUST(mr_store_newest(&ram.store, 1, &id), MR_OK);
            if (id != last)
                FAIL("the newest is not what was appended");
            if (roll(10) == 0)
                MUST(mr_store_remove(&ram.store, 1, id), MR_OK);
        }
    }
    fprintf(stderr, "%llu cuts of rings that are appended to\n", (unsigned long long)cuts);
}

int main(int count, char **arguments)
{
    const char *name = count > 1 ? arguments[1] : "";
    uint64_t most = count > 2 ? strtoull(arguments[2], NULL, 10) : 100000;

    if (strcmp(name, "list") == 0) {
        puts("random\ncuts\nbad-sectors\nrefusals\nflips\nfull\nlayouts");
#if defined MR_STORE_PLAIN
        puts("plain");
#else
        puts("ring\nappend\nfind");
#endif
        return 0;
    }
    if (strcmp(name, "random") == 0)
        test_random();
    else if (strcmp(name, "cuts") == 0)
        test_cuts(most);
    else if (strcmp(name, "ring") == 0)
        test_ring(most / 5);
    else if (strcmp(name, "append") == 0)
        test_append(most / 5);
    else if (strcmp(name, "bad-sectors") == 0)
        test_bad_sectors();
    else if (strcmp(name, "refusals") == 0)
        test_refusals();
    else if (strcmp(name, "flips") == 0)
        test_flips();
    else if (strcmp(name, "full") == 0)
        test_full();
    else if (strcmp(name, "find") == 0)
        test_find();
    else if (strcmp(name, "layouts") == 0)
        test_layouts();
    else if (strcmp(name, "plain") == 0)
        test_plain();
    else
        return 2;
    return 0;
}
