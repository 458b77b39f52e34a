/* Takes over blocks in flash that earlier versions stored (flash/1.mr to 3.mr), with the newest copy at each place of an
 * erase unit, and with power that fails at each byte and erase of the first flush. What is opened afterwards is the old
 * contents, taken over once more, or the new ones. The flash is simulated: bits only fall between erases. Out: a line
 * "ID: ok" or what is wrong, and the number of cuts. */
#include "g/1/flash_glue.c"
#include "g/2/flash_glue.c"
#include "g/3/flash_glue.c"

#include "machine.h"

static unsigned failed_line;

#define EXPECT(condition) do { if (!(condition) && !failed_line) failed_line = __LINE__; } while (0)

enum { UNIT_BYTES = 256, PART_BYTES = 2048 };

#include "part.h"

PART(1)
PART(2)
PART(3)

/* As the version that is newest had flushed it `flushes` times. */
static void store_old(unsigned version, unsigned flushes)
{
    v1_setup_t first;
    v2_setup_t second;
    v1_slot_t slot;
    memset(cells, 0xFF, sizeof cells);
    EXPECT(v1_setup_open(&first) == MR_FRESH && v1_slot_open(&slot, 1) == MR_FRESH);
    v1_slot_set_level(&slot, 200);
    EXPECT(v1_slot_flush(&slot, 1) == MR_OK);
    v1_setup_set_name(&first, "abcd");
    for (unsigned at = 0; at < flushes; at++) {
        v1_setup_set_target(&first, (int16_t)(-1 - (int)at));
        EXPECT(v1_setup_flush(&first) == MR_OK);
    }
    if (version == 1)
        return;
    EXPECT(v2_setup_open(&second) == MR_MIGRATED && v2_setup_get_target(&second) == -(int32_t)flushes);
    for (unsigned at = 0; at < flushes; at++) {
        v2_setup_set_target(&second, 100000 + (int32_t)at);
        EXPECT(v2_setup_flush(&second) == MR_OK);
    }
}

static bool is_old(const v3_setup_t *block, unsigned version, unsigned flushes)
{
    char name[7];
    v3_setup_get_name(block, name);
    return v3_setup_get_goal(block) == (version == 1 ? -(int32_t)flushes : 99999 + (int32_t)flushes)
        && v3_setup_get_more(block) == 5 && v3_setup_get_last(block) == 77 && memcmp(name, "abcd", 5) == 0;
}

static unsigned cut_all(unsigned version, unsigned flushes)
{
    v3_setup_t block;
    v3_level_t slot;
    mr_status_t status;
    bool is_done = false;
    unsigned cuts = 0;
    for (; !is_done && !failed_line; cuts++) {
        memcpy(cells, kept, sizeof cells);
        budget = ENDLESS;
        EXPECT(v3_setup_open(&block) == MR_MIGRATED && is_old(&block, version, flushes));
        v3_setup_set_goal(&block, 7654321);
        budget = cuts;
        is_done = v3_setup_flush(&block) == MR_OK && budget != 0;
        budget = ENDLESS;
        for (int again = 0; again < 2; again++) {
            status = v3_setup_open(&block);
            if (status == MR_MIGRATED)
                EXPECT(!is_done && is_old(&block, version, flushes));
            else
                EXPECT(status == MR_OK && v3_setup_get_goal(&block) == 7654321);
        }
        EXPECT(v3_level_open(&slot, 1) == MR_MIGRATED && v3_level_get_level(&slot) == 200 && v3_level_get_kind(&slot) == 9);
        EXPECT(v3_level_open(&slot, 0) == MR_FRESH);
        v3_level_set_level(&slot, 3);
        EXPECT(v3_level_flush(&slot, 0) == MR_OK && v3_level_open(&slot, 1) == MR_MIGRATED);
        EXPECT(v3_level_flush(&slot, 1) == MR_OK && v3_level_open(&slot, 1) == MR_OK && v3_level_get_level(&slot) == 200);
        /* From now on as if there had never been another version. */
        for (unsigned at = 0; at < 15; at++) {
            v3_setup_set_goal(&block, (int32_t)at);
            EXPECT(v3_setup_flush(&block) == MR_OK && v3_setup_open(&block) == MR_OK && v3_setup_get_goal(&block) == (int32_t)at);
        }
    }
    return cuts;
}

int main(void)
{
    unsigned cuts = 0;
    for (unsigned version = 1; version <= 2; version++)
        for (unsigned flushes = 1; flushes <= 16; flushes++) {
            store_old(version, flushes);
            memcpy(kept, cells, sizeof kept);
            cuts += cut_all(version, flushes);
        }
    machine_put(failed_line ? "flash: line " : "flash: ok");
    if (failed_line)
        machine_put_number(failed_line);
    machine_put("\ncuts: ");
    machine_put_number(cuts);
    machine_put("\n");
    return failed_line ? 1 : 0;
}
