/* Tests generated load, flush, plan, pending, erase and open of blocks in rows and of mirrored ones on a bus (rows.mr). The
 * parts are simulated: bits only fall between erases, and power fails after each programmed unit, erase or written byte in
 * turn. Out: the first line that fails, and exit status 1 where one does. */
#include "rows.h"
#include "rows_glue.h"

#include "machine.h"

static unsigned failed_line;

#define EXPECT(condition) do { if (!(condition) && !failed_line) failed_line = __LINE__; } while (0)

/* ---- the parts */

static uint8_t user[64], eeprom[256], words[64], otp[32], fram[128];
static unsigned actions = UINT16_MAX, erases, programs;

/* False where power failed: from then on nothing is changed. */
static bool act(void)
{
    if (actions == 0)
        return false;
    if (actions != UINT16_MAX)
        actions--;
    return true;
}

static mr_status_t get(const uint8_t *part, uint32_t offset, uint8_t *bytes, uint32_t count)
{
    memcpy(bytes, part + offset, count);
    return MR_OK;
}

static mr_status_t clear(uint8_t *part, uint32_t offset, const uint8_t *bytes, uint32_t count)
{
    EXPECT(offset % count == 0);
    if (!act())
        return MR_ERROR;
    programs += count;
    for (uint32_t at = 0; at < count; at++) {
        EXPECT((bytes[at] & ~part[offset + at]) == 0);
        part[offset + at] = (uint8_t)(part[offset + at] & bytes[at]);
    }
    return MR_OK;
}

static mr_status_t wipe(uint8_t *part, uint32_t offset, uint32_t count)
{
    EXPECT(offset % count == 0);
    if (!act())
        return MR_ERROR;
    erases++;
    memset(part + offset, 0xFF, count);
    return MR_OK;
}

mr_status_t t_user_read(uint32_t offset, uint8_t *bytes, uint32_t count) { return get(user, offset, bytes, count); }
mr_status_t t_user_program(uint32_t offset, const uint8_t *bytes, uint32_t count) { return clear(user, offset, bytes, count); }
mr_status_t t_user_erase(uint32_t offset) { return wipe(user, offset, 32); }
mr_status_t t_eeprom_read(uint32_t offset, uint8_t *bytes, uint32_t count) { return get(eeprom, offset, bytes, count); }
mr_status_t t_eeprom_program(uint32_t offset, const uint8_t *bytes, uint32_t count) { return clear(eeprom, offset, bytes, count); }
mr_status_t t_eeprom_erase(uint32_t offset) { return wipe(eeprom, offset, 1); }
mr_status_t t_words_read(uint32_t offset, uint8_t *bytes, uint32_t count) { return get(words, offset, bytes, count); }
mr_status_t t_words_program(uint32_t offset, const uint8_t *bytes, uint32_t count) { EXPECT(count == 4); return clear(words, offset, bytes, count); }
mr_status_t t_words_erase(uint32_t offset) { return wipe(words, offset, 64); }
mr_status_t t_otp_read(uint32_t offset, uint8_t *bytes, uint32_t count) { return get(otp, offset, bytes, count); }
mr_status_t t_otp_program(uint32_t offset, const uint8_t *bytes, uint32_t count) { EXPECT(count == 2); return clear(otp, offset, bytes, count); }
mr_status_t t_fram_read(uint32_t offset, uint8_t *bytes, uint32_t count) { return get(fram, offset, bytes, count); }

mr_status_t t_fram_write(uint32_t offset, const uint8_t *bytes, uint32_t count)
{
    for (; count > 0; count--) {
        if (!act())
            return MR_ERROR;
        programs++;
        fram[offset++] = *bytes++;
    }
    return MR_OK;
}

static void restart(void)
{
    actions = UINT16_MAX;
    erases = programs = 0;
    EXPECT(t_init() == MR_OK);
}

/* ---- rows */

static void test_neighbours(void)
{
    t_first_t first;
    t_second_t second;
    t_far_t far;
    mr_row_plan_t plan;
    user[20] = 0x77;   /* what another program keeps in the same erase unit */
    restart();
    EXPECT(t_first_open(&first) == MR_FRESH && t_first_get_serial(&first) == 0);
    t_first_load(&first);
    EXPECT(t_first_get_serial(&first) == 0xFFFFFFFFu);
    EXPECT(t_second_open(&second) == MR_FRESH && t_second_get_level(&second) == 3);
    EXPECT(t_second_pending(&second) && !t_first_pending(&first));
    t_first_defaults(&first);
    t_first_set_serial(&first, 0x12345678u);
    EXPECT(t_first_plan(&first, &plan) == MR_OK && plan.erases == 0 && plan.programmed_bytes == 6);
    EXPECT(t_first_flush(&first) == MR_OK && erases == 0 && programs == 6 && !t_first_pending(&first));
    EXPECT(t_second_flush(&second) == MR_OK && !t_second_pending(&second) && t_second_open(&second) == MR_OK);
    t_first_set_gain(&first, 1001);
    programs = 0;
    EXPECT(t_first_plan(&first, &plan) == MR_OK && plan.erases == 1 && erases == 0);
    EXPECT(t_first_flush(&first) == MR_OK && erases == 1 && programs == plan.programmed_bytes && user[20] == 0x77);
    t_far_load(&far);
    t_far_set_value(&far, 0x00F0);
    EXPECT(t_far_flush(&far) == MR_OK && user[40] == 0xF0 && user[41] == 0);
    restart();
    EXPECT(t_first_open(&first) == MR_OK && t_first_get_serial(&first) == 0x12345678u && t_first_get_gain(&first) == 1001);
    EXPECT(t_second_open(&second) == MR_OK && user[20] == 0x77);
    EXPECT(t_first_erase() == MR_OK && user[0] == 0xFF && user[5] == 0xFF && user[20] == 0x77);
    EXPECT(t_second_open(&second) == MR_OK);
    user[7] ^= 1;
    restart();
    EXPECT(t_second_open(&second) == MR_CORRUPT && t_second_get_level(&second) == 3);
}

/* What cannot be flushed at once is not lost: the next flush brings it. */
static void test_failure(void)
{
    t_first_t first;
    t_second_t second;
    restart();
    t_first_defaults(&first);
    t_second_defaults(&second);
    EXPECT(t_first_flush(&first) == MR_OK && t_second_flush(&second) == MR_OK);
    t_first_set_gain(&first, 1001);
    actions = 1;   /* the erase alone */
    EXPECT(t_first_flush(&first) == MR_ERROR && t_first_pending(&first) && user[20] == 0xFF);
    actions = UINT16_MAX;
    EXPECT(t_second_flush(&second) == MR_OK && user[20] == 0x77);
    restart();
    EXPECT(t_second_open(&second) == MR_OK && t_first_load(&first) == MR_OK && t_first_get_gain(&first) == 1001);
}

static void test_arrays(void)
{
    t_slots_t slot;
    restart();
    EXPECT(t_slots_open(&slot, 2) == MR_FRESH && t_slots_get_target(&slot) == 7);
    t_slots_set_target(&slot, 99);
    EXPECT(t_slots_flush(&slot, 2) == MR_OK && t_slots_open(&slot, 1) == MR_FRESH && t_slots_open(&slot, 2) == MR_OK);
    EXPECT(t_slots_get_target(&slot) == 99 && !t_slots_pending(&slot, 2));
    EXPECT(t_slots_erase(2) == MR_OK && t_slots_open(&slot, 2) == MR_FRESH);
}

static void test_words(void)
{
    t_word_t word;
    char name[7];
    restart();
    EXPECT(t_word_open(&word) == MR_FRESH);
    t_word_set_count(&word, 5);
    EXPECT(t_word_flush(&word) == MR_OK && erases == 0);
    t_word_set_count(&word, 4);   /* a bit falls, but units are programmed once */
    EXPECT(t_word_flush(&word) == MR_OK && erases == 1);
    restart();
    EXPECT(t_word_open(&word) == MR_OK && t_word_get_count(&word) == 4);
    t_word_get_name(&word, name);
    EXPECT(memcmp(name, "acme", 5) == 0);
}

static void test_once(void)
{
    t_once_t once;
    restart();
    t_once_load(&once);
    t_once_set_number(&once, 0x1234);
    EXPECT(t_once_flush(&once) == MR_OK && otp[0] == 0x34);
    t_once_set_number(&once, 0x1235);
    EXPECT(t_once_flush(&once) == MR_LOCKED && t_once_pending(&once));
    EXPECT(t_once_load(&once) == MR_OK && t_once_get_number(&once) == 0x1234);
}

/* ---- mirrors: a cut after each action leaves the old or the new */

static void test_settings(void)
{
    t_settings_t settings;
    mr_row_plan_t plan;
    restart();
    EXPECT(t_settings_open(&settings) == MR_FRESH && t_settings_pending(&settings));
    EXPECT(t_settings_flush(&settings) == MR_OK && !t_settings_pending(&settings));
    for (int turn = 0; turn < 40 && !failed_line; turn++) {
        bool is_done = false;
        for (unsigned cut = 0; !is_done && !failed_line; cut++) {
            restart();
            EXPECT(t_settings_open(&settings) == MR_OK);
            int16_t old = t_settings_get_target(&settings), new = (int16_t)(old * 3 + 1);
            t_settings_set_target(&settings, new);
            EXPECT(t_settings_plan(&settings, &plan) == MR_OK);
            actions = cut;
            is_done = t_settings_flush(&settings) == MR_OK;
            EXPECT(!is_done || (plan.erases == erases && plan.programmed_bytes == programs));
            EXPECT(is_done != t_settings_pending(&settings));
            restart();
            EXPECT(t_settings_open(&settings) == MR_OK);
            EXPECT(t_settings_get_target(&settings) == (is_done ? new : old));
        }
    }
    EXPECT(t_settings_erase() == MR_OK && t_settings_open(&settings) == MR_FRESH);
}

static void test_bus(void)
{
    t_counter_t counter;
    t_pairs_t pair;
    restart();
    EXPECT(t_counter_open(&counter) == MR_FRESH && t_counter_pending(&counter));
    EXPECT(t_counter_flush(&counter) == MR_OK && !t_counter_pending(&counter));
    for (unsigned turn = 1; turn < 300 && !failed_line; turn++) {
        bool is_done = false;
        for (unsigned cut = 0; !is_done && !failed_line; cut++) {
            restart();
            EXPECT(t_counter_open(&counter) == MR_OK && t_counter_get_count(&counter) == turn - 1u);
            t_counter_set_count(&counter, turn);
            EXPECT(t_counter_pending(&counter));
            actions = cut;
            is_done = t_counter_flush(&counter) == MR_OK;
            EXPECT(is_done != t_counter_pending(&counter));
        }
        EXPECT(programs < T_COUNTER_SIZE);
        programs = 0;
        EXPECT(t_counter_flush(&counter) == MR_OK && programs == 0);
    }
    restart();
    EXPECT(t_pairs_open(&pair, 1) == MR_FRESH && t_pairs_get_count(&pair) == 1);
    t_pairs_set_count(&pair, 9);
    EXPECT(t_pairs_flush(&pair, 1) == MR_OK && t_pairs_open(&pair, 0) == MR_FRESH && t_pairs_open(&pair, 1) == MR_OK);
    EXPECT(t_pairs_load(&pair, 1) == MR_OK && t_pairs_get_count(&pair) == 9);
}

int main(void)
{
    memset(user, 0xFF, sizeof user);
    memset(eeprom, 0xFF, sizeof eeprom);
    memset(words, 0xFF, sizeof words);
    memset(otp, 0xFF, sizeof otp);
    test_neighbours();
    test_failure();
    test_arrays();
    test_words();
    test_once();
    test_settings();
    test_bus();
    if (failed_line) {
        machine_put("rows_test.c: line ");
        machine_put_number(failed_line);
        machine_put(" fails\n");
    }
    return failed_line != 0;
}
