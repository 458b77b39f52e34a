/* Tests generated pools (pools.mr): what alloc gives is aligned, apart and given back by address; handles are made 0 and
 * refused when stale; compaction, copies, walks, and neighbours in the region that stay as they are. Out: the first line that
 * fails, and exit status 1 where one does. */
#include "pools.h"
#include "pools_glue.h"

#include "machine.h"

static unsigned failed_line;

#define EXPECT(condition) do { if (!(condition) && !failed_line) failed_line = __LINE__; } while (0)

static void test_raw(void)
{
    mr_handle_t handles[T_MESSAGES_COUNT], large, stale;
    uint8_t bytes[40], back[40];
    for (unsigned at = 0; at < sizeof bytes; at++)
        bytes[at] = (uint8_t)(at * 7u);

    EXPECT(t_messages_next(0) == 0 && t_messages_pin(0) == NULL && t_messages_alloc(0) == 0);
    for (unsigned at = 0; at < T_MESSAGES_COUNT; at++) {
        handles[at] = t_messages_alloc(T_MESSAGES_BLOCK_SIZE);
        EXPECT(handles[at] && t_messages_size(handles[at]) == T_MESSAGES_BLOCK_SIZE);
        uint8_t *object = (uint8_t *)t_messages_pin(handles[at]);
        EXPECT((uintptr_t)object % 8u == 0);
        memset(object, (int)at, T_MESSAGES_BLOCK_SIZE);
        EXPECT(t_messages_free(&handles[at]) == MR_LOCKED && handles[at]);
        EXPECT(t_messages_unpin(handles[at]) == MR_OK && t_messages_unpin(handles[at]) == MR_BAD_ARGUMENT);
    }
    EXPECT(!t_messages_alloc(1) && t_messages_statistics().failures == 2 && t_messages_statistics().free_blocks == 0);
    stale = handles[2];
    for (unsigned at = 0; at < T_MESSAGES_COUNT; at += 2)
        EXPECT(t_messages_free(&handles[at]) == MR_OK && handles[at] == 0);
    EXPECT(t_messages_free(&handles[0]) == MR_STALE && t_messages_free(&stale) == MR_STALE && stale != 0);
    EXPECT(t_messages_read(stale, 0, back, 1) == MR_STALE && t_messages_size(stale) == 0);
    EXPECT(!t_messages_alloc(T_MESSAGES_BLOCK_SIZE + 1u));
    EXPECT(t_messages_compact(1) == MR_BUSY);
    while (t_messages_compact(2) == MR_BUSY)
        continue;
    large = t_messages_alloc(6u * T_MESSAGES_BLOCK_SIZE);
    EXPECT(large && t_messages_size(large) == 6u * T_MESSAGES_BLOCK_SIZE);
    for (unsigned at = 1; at < T_MESSAGES_COUNT; at += 2) {
        EXPECT(t_messages_read(handles[at], T_MESSAGES_BLOCK_SIZE - 4u, back, 4) == MR_OK);
        EXPECT(back[0] == at && back[3] == at);
        EXPECT(t_messages_read(handles[at], T_MESSAGES_BLOCK_SIZE - 4u, back, 5) == MR_OUT_OF_RANGE);
    }
    EXPECT(t_messages_write(large, 100, bytes, sizeof bytes) == MR_OK);
    EXPECT(t_messages_read(large, 100, back, sizeof back) == MR_OK && memcmp(bytes, back, sizeof back) == 0);
    EXPECT(t_messages_write(large, (size_t)-1, bytes, 2) == MR_OUT_OF_RANGE);
    stale = handles[1];
    EXPECT(t_messages_move(large, &handles[1]) == MR_OK && !handles[1] && t_messages_size(stale) == 0);
    EXPECT(t_messages_read(large, 0, back, 2) == MR_OK && back[0] == 1 && back[1] == 1);
    EXPECT(t_messages_move(handles[3], &large) == MR_NO_SPACE && large);
    EXPECT(t_messages_move(large, &large) == MR_BAD_ARGUMENT && large);
    EXPECT(t_messages_move(0, &large) == MR_STALE);
    unsigned live = 0;
    for (mr_handle_t handle = t_messages_next(0); handle; handle = t_messages_next(handle))
        live++;
    EXPECT(live == 6 && t_messages_statistics().live_objects == 6 && t_messages_statistics().peak_blocks == 12);
}

static void test_objects(void)
{
    t_reading_t *readings[T_READINGS_COUNT], *none = NULL, *middle;
    unsigned live = 0;
    for (unsigned at = 0; at < T_READINGS_COUNT; at++) {
        readings[at] = t_readings_alloc();
        EXPECT(readings[at] && (uintptr_t)readings[at] % __alignof__(t_reading_t) == 0);
        readings[at]->at = 1000u + at;
        readings[at]->mode = T_MODE_FAULT;
        memcpy(readings[at]->name, "acme!", 6);
    }
    EXPECT(!t_readings_alloc() && t_readings_statistics().failures == 1);
    EXPECT(t_readings_free(&none) == MR_OUT_OF_RANGE);
    middle = (t_reading_t *)(void *)((uint8_t *)readings[1] + 4);
    EXPECT(t_readings_free(&middle) == MR_BAD_ARGUMENT && middle);
    for (unsigned at = 0; at < T_READINGS_COUNT; at++)
        EXPECT(readings[at]->at == 1000u + at && readings[at]->name[5] == 0);
    middle = readings[3];
    EXPECT(t_readings_free(&readings[3]) == MR_OK && !readings[3]);
    EXPECT(t_readings_free(&middle) == MR_NOT_FOUND);
    for (t_reading_t *reading = t_readings_next(NULL); reading; reading = t_readings_next(reading), live++)
        EXPECT(reading != middle);
    EXPECT(live == 4 && t_readings_statistics().live_objects == 4 && t_readings_statistics().largest_free_blocks == 1);
    EXPECT(t_readings_alloc() == middle);
}

static void test_bytes(void)
{
    mr_handle_t all = t_bytes_alloc(24);
    EXPECT(all && t_bytes_size(all) == 24 && !t_bytes_alloc(1));
    EXPECT(t_bytes_free(&all) == MR_OK && all == 0);
}

int main(void)
{
    t_first_t first;
    t_last_t last;
    EXPECT(t_init() == MR_OK);
    t_first_defaults(&first);
    t_last_defaults(&last);
    (void)t_first_flush(&first);
    (void)t_last_flush(&last);
    test_raw();
    test_objects();
    test_bytes();
    EXPECT(t_first_get_one(t_first_at()) == 0x5A && t_last_get_other(t_last_at()) == 0xA55A);
    EXPECT((const uint8_t *)t_last_at() >= (const uint8_t *)t_readings_objects.first + sizeof(t_reading_t) * T_READINGS_COUNT);
    if (failed_line) {
        machine_put("pools_test.c: line ");
        machine_put_number(failed_line);
        machine_put(" fails\n");
    }
    return failed_line != 0;
}
