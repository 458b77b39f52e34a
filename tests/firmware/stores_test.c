/* Tests generated stores (stores.mr): each kind of records, ids out of range, walks, defaults, power that fails in the middle
 * of each program and erase in turn; the flash is simulated: bits only fall between erases. Out: the first line that fails,
 * and exit status 1 where one does. */
#include "stores.h"
#include "stores_glue.h"

#include "machine.h"

static unsigned failed_line;

#define EXPECT(condition) do { if (!(condition) && !failed_line) failed_line = __LINE__; } while (0)

/* ---- the parts; only erase units that are used take RAM, of which an AVR has 16 KiB */

enum { UNIT_BYTES = 512, NOR_UNITS = 32, ONCE_UNITS = 4, MOST_USED = 20 };

static uint8_t units[MOST_USED][UNIT_BYTES];
static uint8_t unit_of[NOR_UNITS + ONCE_UNITS];   /* its place in units, counted from 1 */
static unsigned units_used, actions = UINT16_MAX;

static bool act(void)
{
    if (actions == 0)
        return false;
    if (actions != UINT16_MAX)
        actions--;
    return true;
}

static uint8_t *unit_at(unsigned number, bool is_made)
{
    if (!unit_of[number] && is_made) {
        if (units_used == MOST_USED) {
            EXPECT(!"more units are used");
            units_used--;
        }
        unit_of[number] = (uint8_t)++units_used;
        memset(units[units_used - 1u], 0xFF, sizeof units[0]);
    }
    return unit_of[number] ? units[unit_of[number] - 1u] : NULL;
}

static mr_status_t get(unsigned first, uint32_t offset, uint8_t *bytes, uint32_t count)
{
    for (; count > 0; count--, offset++) {
        const uint8_t *unit = unit_at(first + (unsigned)(offset / UNIT_BYTES), false);
        *bytes++ = unit ? unit[offset % UNIT_BYTES] : 0xFF;
    }
    return MR_OK;
}

static mr_status_t clear(unsigned first, uint32_t offset, const uint8_t *bytes, uint32_t count)
{
    bool has_power = act();
    for (uint32_t at = 0; at < (has_power ? count : count / 2u); at++) {
        uint8_t *place = unit_at(first + (unsigned)((offset + at) / UNIT_BYTES), true) + (offset + at) % UNIT_BYTES;
        EXPECT((bytes[at] & ~*place) == 0 || !has_power);
        *place = (uint8_t)(*place & bytes[at]);
    }
    return has_power ? MR_OK : MR_ERROR;
}

static mr_status_t wipe(unsigned first, uint32_t offset)
{
    uint8_t *unit = unit_at(first + (unsigned)(offset / UNIT_BYTES), false);
    bool has_power = act();
    EXPECT(offset % UNIT_BYTES == 0);
    if (unit)
        memset(unit, 0xFF, has_power ? UNIT_BYTES : UNIT_BYTES / 2u);
    return has_power ? MR_OK : MR_ERROR;
}

mr_status_t t_nor_read(uint32_t offset, uint8_t *bytes, uint32_t count) { return get(0, offset, bytes, count); }
mr_status_t t_nor_program(uint32_t offset, const uint8_t *bytes, uint32_t count) { return clear(0, offset, bytes, count); }
mr_status_t t_nor_erase(uint32_t offset) { return wipe(0, offset); }
mr_status_t t_once_read(uint32_t offset, uint8_t *bytes, uint32_t count) { return get(NOR_UNITS, offset, bytes, count); }
mr_status_t t_once_program(uint32_t offset, const uint8_t *bytes, uint32_t count)
{
    EXPECT(offset % 8u == 0 && count % 8u == 0);
    return clear(NOR_UNITS, offset, bytes, count);
}
mr_status_t t_once_erase(uint32_t offset) { return wipe(NOR_UNITS, offset); }

/* ---- */

static t_reading_t reading_of(unsigned number)
{
    t_reading_t reading;
    reading.at = 100000u + number;
    reading.celsius = (int16_t)-(int)number;
    reading.humidity = (uint8_t)(number * 3u);
    return reading;
}

static bool is_reading(const t_reading_t *reading, unsigned number)
{
    return reading->at == 100000u + number && reading->celsius == -(int)number && reading->humidity == (uint8_t)(number * 3u);
}

static void test_indexed(void)
{
    t_log_config_t config, back;
    t_reading_t reading = reading_of(7), found;
    uint32_t id = 99;
    EXPECT(t_log_config_load(0, &back) == MR_NOT_FOUND && t_log_config_load(1, &back) == MR_OUT_OF_RANGE);
    t_log_config_defaults(&config);
    EXPECT(config.mode == T_MODE_HEAT && config.target == 2100 && config.name[0] == 0);
    memcpy(config.name, "kitchen", 8);
    EXPECT(t_log_config_save(0, &config) == MR_OK && t_log_config_save(7, &config) == MR_OUT_OF_RANGE);
    EXPECT(t_log_config_load(0, &back) == MR_OK && back.target == 2100 && memcmp(back.name, "kitchen", 8) == 0);
    EXPECT(t_log_few_first(&id) == MR_NOT_FOUND && id == 99);
    for (unsigned at = 5; at <= 14; at += 3) {
        reading = reading_of(at);
        EXPECT(t_log_few_save(at, &reading) == MR_OK);
    }
    EXPECT(t_log_few_save(4, &reading) == MR_OUT_OF_RANGE && t_log_few_save(15, &reading) == MR_OUT_OF_RANGE);
    EXPECT(t_log_few_first(&id) == MR_OK && id == 5 && t_log_few_next(&id) == MR_OK && id == 8);
    EXPECT(t_log_few_last(&id) == MR_OK && id == 14 && t_log_few_next(&id) == MR_NOT_FOUND && id == 14);
    EXPECT(t_log_few_load(11, &found) == MR_OK && is_reading(&found, 11));
    EXPECT(t_log_few_delete(11) == MR_OK && t_log_few_load(11, &found) == MR_NOT_FOUND);
    EXPECT(t_log_few_delete(11) == MR_NOT_FOUND && t_log_few_delete(1) == MR_OUT_OF_RANGE);
}

static void test_raw(void)
{
    uint8_t bytes[T_LOG_BLOB_SIZE], back[T_LOG_BLOB_SIZE];
    size_t length = 0;
    uint32_t id;
    for (unsigned at = 0; at < sizeof bytes; at++)
        bytes[at] = (uint8_t)(at * 5u);
    EXPECT(t_log_blob_save(0xFFFFFFFFu, bytes, sizeof bytes) == MR_OK && t_log_blob_save(0, bytes, 3) == MR_OK);
    EXPECT(t_log_blob_save(77, bytes, 1) == MR_OK && t_log_blob_save(78, bytes, 1) == MR_OK && t_log_blob_save(79, bytes, 1) == MR_OK);
    EXPECT(t_log_blob_save(80, bytes, 1) == MR_NO_SPACE);
    EXPECT(t_log_blob_load(0xFFFFFFFFu, back, sizeof back, &length) == MR_OK && length == sizeof bytes);
    EXPECT(memcmp(bytes, back, sizeof back) == 0);
    EXPECT(t_log_blob_load(0, back, sizeof back, &length) == MR_OK && length == 3);
    EXPECT(t_log_blob_load(0xFFFFFFFFu, back, 10, &length) == MR_OUT_OF_RANGE && length == sizeof bytes);
    EXPECT(t_log_blob_first(&id) == MR_OK && id == 0 && t_log_blob_last(&id) == MR_OK && id == 0xFFFFFFFFu);
}

static void test_rings(void)
{
    t_reading_t reading, found;
    uint8_t line[T_LOG_LINE_SIZE] = { 'a', 'b', 'c' }, back[T_LOG_LINE_SIZE];
    size_t length = 0;
    uint32_t id;
    for (unsigned number = 0; number < 250; number++) {
        reading = reading_of(number);
        EXPECT(t_log_sample_save(10u + number % 100u, &reading) == MR_OK);
        EXPECT(t_log_sample_load(10u + number % 100u, &found) == MR_OK && is_reading(&found, number));
    }
    EXPECT(t_log_sample_save(9, &reading) == MR_OUT_OF_RANGE && t_log_sample_load(110, &found) == MR_OUT_OF_RANGE);
    EXPECT(t_log_sample_load(10u + 240u % 100u, &found) == MR_OK && is_reading(&found, 240));
    EXPECT(t_log_line_save(0, line, 0) == MR_BAD_ARGUMENT && t_log_line_save(0, line, 21) == MR_BAD_ARGUMENT);
    EXPECT(t_log_line_save(0, line, 3) == MR_OK && t_log_line_save(1, line, 20) == MR_OK);
    EXPECT(t_log_line_load(0, back, sizeof back, &length) == MR_OK && length == 3 && memcmp(back, "abc", 3) == 0);
    EXPECT(t_log_line_load(1, back, 2, &length) == MR_OUT_OF_RANGE && length == 20 && back[0] == 'a');
    EXPECT(t_log_line_first(&id) == MR_OK && id == 0 && t_log_line_next(&id) == MR_OK && id == 1);
}

/* A ring of few ids takes them round and round, and over again. */
static void test_short_ring(void)
{
    t_reading_t reading, found;
    uint32_t id = 77;
    EXPECT(t_log_short_newest(&id) == MR_NOT_FOUND && id == 77);
    for (unsigned number = 0; number < 25; number++) {
        reading = reading_of(number);
        EXPECT(t_log_short_save(number % 10u, &reading) == MR_OK);
        EXPECT(t_log_short_newest(&id) == MR_OK && id == number % 10u);
    }
    for (unsigned number = 15; number < 25; number++)
        EXPECT(t_log_short_load(number % 10u, &found) == MR_OK && is_reading(&found, number));
    for (unsigned number = 100; number < 140; number++) {
        reading = reading_of(number);
        EXPECT(t_log_short_save(4, &reading) == MR_OK && t_log_short_load(4, &found) == MR_OK && is_reading(&found, number));
    }
    EXPECT(t_log_open() == MR_OK && t_log_short_load(4, &found) == MR_OK && is_reading(&found, 139));
    EXPECT(t_log_short_load(5, &found) == MR_OK && is_reading(&found, 15));
    EXPECT(t_log_short_delete(4) == MR_OK && t_log_short_load(4, &found) == MR_NOT_FOUND);
    EXPECT(t_log_short_save(4, &reading) == MR_OK && t_log_short_load(4, &found) == MR_OK);
}

/* What is appended gets the ids one after the other, and is seen in the order of time. */
static void test_appending(void)
{
    uint8_t line[T_LOG_LINE_SIZE] = { 'a', 'b', 'c' }, back[T_LOG_LINE_SIZE];
    t_reading_t reading;
    uint32_t id, last;
    size_t length;
    EXPECT(t_log_line_append(line, 0, &id) == MR_BAD_ARGUMENT && t_log_line_append(line, 21, &id) == MR_BAD_ARGUMENT);
    for (unsigned number = 2; number < 120; number++) {
        line[0] = (uint8_t)number;
        EXPECT(t_log_line_append(line, 1u + number % 20u, &id) == MR_OK && id == number % 50u);
        EXPECT(t_log_line_load(id, back, sizeof back, &length) == MR_OK && length == 1u + number % 20u && back[0] == number);
        EXPECT(t_log_line_newest(&last) == MR_OK && last == id);
    }
    for (unsigned number = 118; number > 69; number--)
        EXPECT(t_log_line_older(&id) == MR_OK && t_log_line_load(id, back, sizeof back, &length) == MR_OK && back[0] == number);
    EXPECT(t_log_line_older(&id) == MR_NOT_FOUND && id == 20);
    EXPECT(t_log_sample_newest(&id) == MR_OK && id == 10u + 249u % 100u);
    reading = reading_of(250);
    EXPECT(t_log_sample_append(&reading, NULL) == MR_OK && t_log_sample_newest(&id) == MR_OK && id == 10u + 250u % 100u);
    EXPECT(t_log_sample_older(&id) == MR_OK && id == 10u + 249u % 100u);
}

/* Saves over and over; at each cut the old or the new value is there. */
static void test_cuts(void)
{
    unsigned saved = 0;
    t_reading_t found;
    for (unsigned number = 1; number < 60 && !failed_line; number++) {
        bool is_done = false;
        for (unsigned cut = 0; !is_done && !failed_line; cut++) {
            t_reading_t reading = reading_of(number);
            actions = cut;
            is_done = t_small_only_save(2, &reading) == MR_OK;
            actions = UINT16_MAX;
            mr_status_t status = t_small_open();
            EXPECT(status >= MR_OK);
            status = t_small_only_load(2, &found);
            EXPECT(status == MR_OK || (status == MR_NOT_FOUND && !saved && !is_done));
            if (status == MR_OK) {
                EXPECT(is_reading(&found, number) || (!is_done && saved && is_reading(&found, saved)));
                if (is_reading(&found, number))
                    saved = number, is_done = true;
            }
        }
    }
    EXPECT(t_small_check() == MR_OK);
}

int main(void)
{
    t_log_config_t config;
    t_reading_t reading;
    EXPECT(t_init() == MR_OK);
    EXPECT(t_log_open() == MR_FRESH && t_small_open() == MR_FRESH);
    test_indexed();
    test_raw();
    test_rings();
    test_short_ring();
    test_appending();
    EXPECT(t_log_check() == MR_OK);
    EXPECT(t_log_open() == MR_OK && t_log_config_load(0, &config) == MR_OK && config.target == 2100);
    EXPECT(t_log_few_load(14, &reading) == MR_OK && is_reading(&reading, 14));
    test_cuts();
    EXPECT(t_log_format() == MR_OK && t_log_config_load(0, &config) == MR_NOT_FOUND);
    if (failed_line) {
        machine_put("stores_test.c: line ");
        machine_put_number(failed_line);
        machine_put(" fails\n");
    }
    return failed_line != 0;
}
