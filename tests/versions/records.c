/* Takes over records that earlier versions saved (records/1.mr to 3.mr): values, walks, deletions, rings and rows that are
 * gone; power that fails at each byte that a save or a delete programs, and at each erase. The flash is simulated: bits
 * only fall between erases. Out: a line "ID: ok" or what is wrong for each test, and the number of cuts. */
#include "g/1/records_glue.c"
#include "g/2/records_glue.c"
#include "g/3/records_glue.c"

#include "machine.h"

static unsigned failed_line;
static const char *test_name;
static unsigned failures;

#define EXPECT(condition) do { if (!(condition) && !failed_line) failed_line = __LINE__; } while (0)

static void begin(const char *name) { test_name = name; failed_line = 0; }
static void end(void)
{
    machine_put(test_name);
    machine_put(failed_line ? ": line " : ": ok");
    if (failed_line)
        machine_put_number(failed_line);
    machine_put("\n");
    failures += failed_line != 0;
}

/* ---- the part */

enum { UNIT_BYTES = 512, PART_BYTES = 5120 };

#include "part.h"

PART(1)
PART(2)
PART(3)

/* ---- what version 1 saved */

static void save_first(void)
{
    v1_log_config_t config = { 5, -300, "abcd" };
    v1_log_same_t same = { 0x12345678u };
    v1_log_gone_t gone = { 1 };
    memset(cells, 0xFF, sizeof cells);
    EXPECT(v1_log_open() == MR_FRESH);
    for (uint32_t id = 0; id < 4; id++) {
        if (id == 2)
            continue;
        config.target = (int16_t)(-300 - (int)id);
        EXPECT(v1_log_config_save(id, &config) == MR_OK);
    }
    EXPECT(v1_log_blob_save(70000, (const uint8_t *)"seventy", 7) == MR_OK);
    EXPECT(v1_log_blob_save(9, (const uint8_t *)"nine", 4) == MR_OK);
    EXPECT(v1_log_same_save(6, &same) == MR_OK && v1_log_gone_save(0, &gone) == MR_OK);
    for (uint32_t id = 0; id < 20; id++) {
        v1_log_trace_t trace = { (uint16_t)(id * 7u) };
        EXPECT(v1_log_trace_save(id, &trace) == MR_OK);
    }
}

/* What has no changes is there whatever the version. */
static bool is_rest_kept(void)
{
    v3_log_same_t same;
    v3_log_trace_t trace;
    bool is_kept = v3_log_same_load(6, &same) == MR_OK && same.x == 0x12345678u;
    for (uint32_t id = 0; id < 20; id += 19)
        is_kept = is_kept && v3_log_trace_load(id, &trace) == MR_OK && trace.a == id * 7u;
    return is_kept && v3_log_check() == MR_OK;
}

/* Settings as version 3 sees what version `of` saved with this number in `goal`. */
static bool is_setting(const v3_log_settings_t *one, unsigned of, int32_t goal)
{
    if (one->goal != goal)
        return false;
    if (of == 1)
        return !one->flag && memcmp(one->name, "abcd", sizeof "abcd") == 0 && one->extra == 8 && one->last == 77;
    if (of == 2)
        return one->flag && memcmp(one->name, "eightchr", sizeof "eightchr") == 0 && one->extra == 21 && one->last == 77;
    return one->flag && memcmp(one->name, "three", sizeof "three") == 0 && one->extra == 33 && one->last == 0xCAFEu;
}

static const v3_log_settings_t third = { true, 333333, "three", 33, 0xCAFE };

/* ---- */

static void save_second(void)
{
    v2_log_settings_t settings = { true, 100000, "eightchr", 4, 21 };
    v2_log_new_t fresh = { 0xBEEF };
    EXPECT(v2_log_open() >= MR_OK);
    EXPECT(v2_log_settings_save(1, &settings) == MR_OK && v2_log_settings_save(4, &settings) == MR_OK);
    EXPECT(v2_log_new_save(2, &fresh) == MR_OK);
}

static void test_values(void)
{
    v2_log_settings_t second;
    v3_log_settings_t one;
    v3_log_new_t fresh;
    v3_log_gone_t gone;
    uint32_t id = 99;
    begin("values");
    save_first();
    EXPECT(v2_log_open() == MR_MIGRATED && v2_log_open() == MR_OK);
    EXPECT(v2_log_settings_load(3, &second) == MR_MIGRATED && second.target == -303 && second.mode == 5 && second.extra == 7);
    EXPECT(memcmp(second.name, "abcd", sizeof "abcd") == 0 && v2_log_settings_load(2, &second) == MR_NOT_FOUND);
    EXPECT(v2_log_settings_load(4, &second) == MR_NOT_FOUND && v2_log_settings_load(5, &second) == MR_OUT_OF_RANGE);
    save_second();
    EXPECT(v2_log_settings_load(1, &second) == MR_OK && v2_log_open() == MR_OK);
    EXPECT(v3_log_open() == MR_MIGRATED && is_rest_kept());
    EXPECT(v3_log_settings_load(0, &one) == MR_MIGRATED && is_setting(&one, 1, -300));
    EXPECT(v3_log_settings_load(1, &one) == MR_MIGRATED && is_setting(&one, 2, 100000));
    EXPECT(v3_log_settings_first(&id) == MR_OK && id == 0 && v3_log_settings_next(&id) == MR_OK && id == 1);
    EXPECT(v3_log_settings_next(&id) == MR_OK && id == 3 && v3_log_settings_next(&id) == MR_OK && id == 4);
    EXPECT(v3_log_settings_next(&id) == MR_NOT_FOUND && id == 4);
    EXPECT(v3_log_settings_save(1, &third) == MR_OK && v3_log_settings_load(1, &one) == MR_OK && is_setting(&one, 3, 333333));
    EXPECT(v3_log_settings_delete(4) == MR_OK && v3_log_settings_delete(4) == MR_NOT_FOUND);
    EXPECT(v3_log_settings_last(&id) == MR_OK && id == 3 && v3_log_settings_load(4, &one) == MR_NOT_FOUND);
    EXPECT(v3_log_settings_delete(1) == MR_OK && v3_log_settings_load(1, &one) == MR_NOT_FOUND);
    EXPECT(v3_log_new_load(2, &fresh) == MR_OK && fresh.x == 0xBEEF && v3_log_gone_load(0, &gone) == MR_NOT_FOUND);
    EXPECT(v3_log_open() == MR_OK && v3_log_settings_load(1, &one) == MR_NOT_FOUND && is_rest_kept());
    end();
}

static void test_raw(void)
{
    uint8_t bytes[40];
    size_t length = 0;
    uint32_t id = 0;
    begin("raw");
    save_first();
    EXPECT(v3_log_open() == MR_MIGRATED);
    EXPECT(v3_log_blob_load(70000, bytes, sizeof bytes, &length) == MR_MIGRATED && length == 7 && memcmp(bytes, "seventy", 7) == 0);
    memset(bytes, 'x', sizeof bytes);
    EXPECT(v3_log_blob_save(70000, bytes, 40) == MR_OK && v3_log_blob_load(70000, bytes, 40, &length) == MR_OK && length == 40);
    EXPECT(v3_log_blob_first(&id) == MR_OK && id == 9 && v3_log_blob_next(&id) == MR_OK && id == 70000);
    EXPECT(v3_log_blob_next(&id) == MR_NOT_FOUND && v3_log_blob_delete(9) == MR_OK && v3_log_blob_first(&id) == MR_OK && id == 70000);
    end();
}

/* By prefix the row of today is found and saved to. */
static void test_prefix(void)
{
    uint8_t bytes[40];
    uint32_t address = 0, other = 0;
    size_t length;
    begin("prefix");
    save_first();
    EXPECT(v3_log_open() == MR_MIGRATED);
    EXPECT(mr_store_find(&v3_log_store, MR_FIND_EQUAL, &address, "CFG", 0) == MR_OK);
    EXPECT(mr_store_load(&v3_log_store, address, bytes, sizeof bytes, &length) == MR_OK && length == 7);
    EXPECT(v3_log_settings_save(0, &third) == MR_OK);
    EXPECT(mr_store_find(&v3_log_store, MR_FIND_MIN, &address, "CFG", 0) == MR_OK);
    EXPECT(mr_store_load(&v3_log_store, address, bytes, sizeof bytes, &length) == MR_OK && length == 18);
    EXPECT(mr_store_delete(&v3_log_store, "CFG", 3) == MR_OK && mr_store_delete(&v3_log_store, "CFG", 3) == MR_NOT_FOUND);
    EXPECT(mr_store_find(&v3_log_store, MR_FIND_EQUAL, &other, "CFG", 3) == MR_NOT_FOUND);
    length = 0;
    for (address = MR_STORE_BEGIN; mr_store_walk(&v3_log_store, &address) == MR_OK;)
        length++;
    EXPECT(length == 2 + 2 + 1 + 1 + 20);
    end();
}

/* ---- power cuts */

enum { SAVE, DELETE };

static mr_status_t act(int action, uint32_t id)
{
    return action == SAVE ? v3_log_settings_save(id, &third) : v3_log_settings_delete(id);
}

static bool is_as_before(uint32_t id, const v3_log_settings_t *one, mr_status_t status)
{
    if (id == 2)
        return status == MR_NOT_FOUND;
    return status == MR_MIGRATED && (id == 1 ? is_setting(one, 2, 100000) : is_setting(one, 1, -300 - (int32_t)id));
}

/* Cuts at every byte and erase: the value is the old one or the new one, from the next mount on always the same, and
 * what was whole before is. Returns the cuts. */
static unsigned cut_all(int action, uint32_t id)
{
    v3_log_settings_t one;
    mr_status_t status, again;
    unsigned cuts = 0;
    bool is_done = false;
    for (; !is_done && !failed_line; cuts++) {
        memcpy(cells, kept, sizeof cells);
        budget = ENDLESS;
        EXPECT(v3_log_open() == MR_MIGRATED);
        budget = cuts;
        is_done = act(action, id) == MR_OK && budget != 0;
        budget = ENDLESS;
        EXPECT(v3_log_open() >= MR_OK);
        status = v3_log_settings_load(id, &one);
        if (!is_as_before(id, &one, status))
            EXPECT(action == SAVE ? status == MR_OK && is_setting(&one, 3, 333333) : status == MR_NOT_FOUND);
        EXPECT(!is_done || (action == SAVE ? status == MR_OK : status == MR_NOT_FOUND));
        EXPECT(is_rest_kept());
        EXPECT(v3_log_open() >= MR_OK);
        again = v3_log_settings_load(id, &one);
        EXPECT(again == status);
        status = v3_log_settings_load(id == 3 ? 0 : 3, &one);
        EXPECT(status == MR_MIGRATED && is_setting(&one, 1, id == 3 ? -300 : -303));
        status = act(action, id);
        EXPECT(status == MR_OK || (action == DELETE && status == MR_NOT_FOUND));
        status = v3_log_settings_load(id, &one);
        EXPECT(action == SAVE ? status == MR_OK && is_setting(&one, 3, 333333) : status == MR_NOT_FOUND);
    }
    return cuts;
}

/* The same where saves must collect: version 2 has filled the log up to here. */
static void fill_log(unsigned saves)
{
    v2_log_same_t same = { 0x12345678u };
    while (saves--)
        EXPECT(v2_log_same_save(6, &same) == MR_OK);
}

static void test_cuts(void)
{
    unsigned cuts = 0;
    begin("power cuts");
    save_first();
    save_second();
    for (unsigned round = 0; round < 12 && !failed_line; round++) {
        memcpy(kept, cells, sizeof kept);
        for (uint32_t id = 0; id < 4 && !(round && id); id++)
            for (int action = SAVE; action <= DELETE; action++)
                if (id != 2 || action == SAVE)
                    cuts += cut_all(action, id);
        memcpy(cells, kept, sizeof kept);
        EXPECT(v2_log_open() >= MR_OK);
        fill_log(round == 0 ? 250 : 4);
    }
    end();
    machine_put("cuts: ");
    machine_put_number(cuts);
    machine_put("\n");
}

int main(void)
{
    test_values();
    test_raw();
    test_prefix();
    test_cuts();
    return failures ? 1 : 0;
}
