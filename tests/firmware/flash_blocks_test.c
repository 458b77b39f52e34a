/* Tests generated open, flush, load, pending and erase of blocks in flash (flash_blocks.mr), the parts simulated: bits only
 * fall between erases, and power fails in the middle of each program and erase in turn. Out: the first line that fails,
 * and exit status 1 where one does. */
#include "flash_blocks.h"
#include "flash_blocks_glue.h"

#include "machine.h"

static unsigned failed_line;

#define EXPECT(condition) do { if (!(condition) && !failed_line) failed_line = __LINE__; } while (0)

/* ---- the parts */

static uint8_t nor[4096], once[2048];
static unsigned actions = UINT16_MAX, erases;

static bool act(void)
{
    if (actions == 0)
        return false;
    if (actions != UINT16_MAX)
        actions--;
    return true;
}

/* With the power gone half of what was begun is done, once. */
static mr_status_t clear(uint8_t *part, uint32_t offset, const uint8_t *bytes, uint32_t count)
{
    bool has_power = act();
    for (uint32_t at = 0; at < (has_power ? count : count / 2u); at++) {
        EXPECT((bytes[at] & ~part[offset + at]) == 0 || !has_power);
        part[offset + at] = (uint8_t)(part[offset + at] & bytes[at]);
    }
    return has_power ? MR_OK : MR_ERROR;
}

static mr_status_t wipe(uint8_t *part, uint32_t offset)
{
    EXPECT(offset % 256u == 0);
    bool has_power = act();
    memset(part + offset, 0xFF, has_power ? 256u : 100u);
    erases++;
    return has_power ? MR_OK : MR_ERROR;
}

mr_status_t t_nor_read(uint32_t offset, uint8_t *bytes, uint32_t count) { memcpy(bytes, nor + offset, count); return MR_OK; }
mr_status_t t_nor_program(uint32_t offset, const uint8_t *bytes, uint32_t count)
{
    EXPECT(offset / 128u == (offset + count - 1u) / 128u);
    return clear(nor, offset, bytes, count);
}
mr_status_t t_nor_erase(uint32_t offset) { return wipe(nor, offset); }
mr_status_t t_once_read(uint32_t offset, uint8_t *bytes, uint32_t count) { memcpy(bytes, once + offset, count); return MR_OK; }
mr_status_t t_once_program(uint32_t offset, const uint8_t *bytes, uint32_t count)
{
    EXPECT(offset % 8u == 0 && count % 8u == 0);
    for (uint32_t at = 0; at < count; at++)
        EXPECT(once[offset + at] == 0xFF);
    return clear(once, offset, bytes, count);
}
mr_status_t t_once_erase(uint32_t offset) { return wipe(once, offset); }

/* ---- */

static void test_plain(void)
{
    t_setup_t setup;
    EXPECT(t_setup_flush(&setup) == MR_BAD_ARGUMENT && t_setup_load(&setup) == MR_NOT_FOUND && t_setup_pending(&setup));
    EXPECT(t_setup_open(&setup) == MR_FRESH && t_setup_get_target(&setup) == -5 && t_setup_pending(&setup));
    EXPECT(t_setup_flush(&setup) == MR_OK && !t_setup_pending(&setup));
    t_setup_set_target(&setup, 77);
    EXPECT(t_setup_load(&setup) == MR_OK && t_setup_get_target(&setup) == -5);
    for (int turn = 0; turn < 60 && !failed_line; turn++) {
        bool is_done = false;
        for (unsigned cut = 0; !is_done && !failed_line; cut++) {
            actions = UINT16_MAX;
            EXPECT(t_init() == MR_OK && t_setup_open(&setup) == MR_OK);
            int16_t old = t_setup_get_target(&setup), found;
            int16_t new = (int16_t)(old * 3 + 1);
            t_setup_set_target(&setup, new);
            EXPECT(t_setup_pending(&setup));
            actions = cut;
            is_done = t_setup_flush(&setup) == MR_OK;
            actions = UINT16_MAX;
            EXPECT(t_setup_open(&setup) == MR_OK);
            found = t_setup_get_target(&setup);
            EXPECT(is_done ? found == new : found == old || found == new);
            is_done = found == new;
        }
    }
    EXPECT(erases > 2);
    EXPECT(t_setup_erase() == MR_OK && t_setup_open(&setup) == MR_FRESH);
}

static void test_guarded(void)
{
    t_guarded_t guarded;
    EXPECT(t_guarded_open(&guarded) == MR_FRESH && t_guarded_get_count(&guarded) == 9);
    t_guarded_set_count(&guarded, 10);
    EXPECT(t_guarded_pending(&guarded) && t_guarded_flush(&guarded) == MR_OK && !t_guarded_pending(&guarded));
    erases = 0;
    EXPECT(t_guarded_flush(&guarded) == MR_OK && erases == 0);
    EXPECT(t_guarded_open(&guarded) == MR_OK && t_guarded_get_count(&guarded) == 10);
}

static void test_array(void)
{
    t_slots_t slot;
    char name[7];
    for (unsigned at = 0; at < T_SLOTS_COUNT; at++)
        EXPECT(t_slots_open(&slot, at) == MR_FRESH);
    for (unsigned turn = 0; turn < 30; turn++) {
        t_slots_set_level(&slot, (uint8_t)turn);
        EXPECT(t_slots_flush(&slot, turn % T_SLOTS_COUNT) == MR_OK);
    }
    for (unsigned at = 0; at < T_SLOTS_COUNT; at++) {
        EXPECT(t_slots_open(&slot, at) == MR_OK && t_slots_get_level(&slot) == 27u + at);
        t_slots_get_name(&slot, name);
        EXPECT(memcmp(name, "acme", 5) == 0);
    }
}

int main(void)
{
    memset(nor, 0xFF, sizeof nor);
    memset(once, 0xFF, sizeof once);
    EXPECT(t_init() == MR_OK);
    test_plain();
    test_guarded();
    test_array();
    if (failed_line) {
        machine_put("flash_blocks_test.c: line ");
        machine_put_number(failed_line);
        machine_put(" fails\n");
    }
    return failed_line != 0;
}
