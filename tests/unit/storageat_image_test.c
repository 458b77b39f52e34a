/* Records are put into images of StorageAT and deleted, against a plain model; each image is read by the runtime's reader
 * and checked, whole and with tables lost. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <stdio.h>

#include <cmocka.h>

#include "storageat_image.h"

enum { MACROBLOCKS = 5, SIZE_BYTES = MACROBLOCKS * MR_STORAGEAT_MACROBLOCK_BYTES, KEYS = 12, MOST_BYTES = 12000 };

typedef struct model { uint32_t length; uint8_t bytes[MOST_BYTES]; } model_t;

static uint8_t bytes[SIZE_BYTES], copy[SIZE_BYTES];
static model_t models[KEYS];
static uint32_t state = 1;
static unsigned refusal_count;

static uint32_t random_below(uint32_t bound)
{
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % bound;
}

static const char *prefix_of(unsigned key) { return key % 3 == 0 ? "A" : key % 3 == 1 ? "BC" : "LOG"; }
static uint32_t id_of(unsigned key) { return key < 3 ? 0 : key < 6 ? UINT32_MAX : key; }

static void print_finding(void *context, uint32_t address, const char *message)
{
    (void)context;
    print_message("0x%X: %s\n", (unsigned)address, message);
}

static void no_finding(void *context, uint32_t address, const char *message)
{
    (void)context, (void)address, (void)message;
}

static void assert_model(storageat_image_t *image)
{
    static uint8_t data[MOST_BYTES];
    for (unsigned key = 0; key < KEYS; key++) {
        uint32_t address;
        mr_status_t status = mr_storageat_find(&image->reader, MR_FIND_EQUAL, prefix_of(key), id_of(key), &address);
        assert_int_equal(status, models[key].length ? MR_OK : MR_NOT_FOUND);
        if (status != MR_OK)
            continue;
        assert_int_equal(mr_storageat_load(&image->reader, address, data, models[key].length), MR_OK);
        assert_memory_equal(data, models[key].bytes, models[key].length);
    }
}

static void step(storageat_image_t *image)
{
    unsigned key = random_below(KEYS);
    model_t next = { .length = 1 + random_below(random_below(2) ? 700 : MOST_BYTES) };
    if (random_below(8) == 0) {
        assert_int_equal(storageat_image_delete(image, prefix_of(key), id_of(key)),
                         models[key].length ? MR_OK : MR_NOT_FOUND);
        models[key].length = 0;
        return;
    }
    for (uint32_t index = 0; index < next.length; index++)
        next.bytes[index] = (uint8_t)random_below(256);
    mr_status_t status = storageat_image_put(image, prefix_of(key), id_of(key), next.bytes, next.length);
    if (status == MR_OK)
        models[key] = next;
    else
        refusal_count += status == MR_NO_SPACE;
    assert_true(status == MR_OK || status == MR_NO_SPACE);
}

static void random_operations(void **unused)
{
    storageat_image_t image;
    (void)unused;
    assert_true(storageat_image_open(&image, bytes, sizeof bytes));
    storageat_image_format(&image);
    assert_true(storageat_image_is(bytes, sizeof bytes));
    for (unsigned round = 0; round < 400; round++) {
        uint32_t free_pages, all_pages;
        step(&image);
        storageat_image_count(&image, &free_pages, &all_pages);
        assert_int_equal(all_pages, MACROBLOCKS * 32);
        assert_int_equal(storageat_image_check(&image, print_finding, NULL), 0);
        assert_model(&image);
    }
    assert_true(refusal_count > 0);
}

/* A lost table is told, loses no record, and is written anew. */
static void lost_tables(void **unused)
{
    storageat_image_t image;
    (void)unused;
    memset(models, 0, sizeof models);
    assert_true(storageat_image_open(&image, bytes, sizeof bytes));
    storageat_image_format(&image);
    /* Nothing is deleted or put anew: what was deleted may come back where a table is lost. */
    for (unsigned key = 0; key < KEYS; key++) {
        models[key].length = 1 + random_below(2400);
        memset(models[key].bytes, (int)key + 1, models[key].length);
        assert_int_equal(storageat_image_put(&image, prefix_of(key), id_of(key), models[key].bytes, models[key].length),
                         MR_OK);
    }
    memcpy(copy, bytes, sizeof bytes);
    for (unsigned lost = 1; lost < 1u << MACROBLOCKS; lost++) {
        unsigned lost_count = 0;
        memcpy(bytes, copy, sizeof bytes);
        for (unsigned macroblock = 0; macroblock < MACROBLOCKS; macroblock++) {
            if (!(lost >> macroblock & 1))
                continue;
            bytes[macroblock * MR_STORAGEAT_MACROBLOCK_BYTES + 30 + macroblock] ^= 0x04;
            lost_count++;
        }
        assert_true(storageat_image_open(&image, bytes, sizeof bytes));
        assert_true(storageat_image_check(&image, no_finding, NULL) >= lost_count);
        assert_model(&image);
        assert_int_equal(storageat_image_repair(&image), lost_count);
        assert_int_equal(storageat_image_check(&image, print_finding, NULL), 0);
        assert_model(&image);
        assert_memory_equal(bytes, copy, sizeof bytes);
    }
}

static void refusals(void **unused)
{
    storageat_image_t image;
    (void)unused;
    assert_false(storageat_image_open(&image, bytes, MR_STORAGEAT_MACROBLOCK_BYTES - 1));
    assert_true(storageat_image_open(&image, bytes, sizeof bytes));
    storageat_image_format(&image);
    memcpy(copy, bytes, sizeof bytes);
    assert_int_equal(storageat_image_put(&image, "LONG", 1, "x", 1), MR_BAD_ARGUMENT);
    assert_int_equal(storageat_image_put(&image, "", 1, "x", 1), MR_BAD_ARGUMENT);
    assert_int_equal(storageat_image_put(&image, "A", 1, "x", 0), MR_BAD_ARGUMENT);
    assert_int_equal(storageat_image_delete(&image, "A", 1), MR_NOT_FOUND);
    uint8_t *all = calloc(1, MACROBLOCKS * 32 * MR_STORAGEAT_PAYLOAD_BYTES + 1);
    assert_non_null(all);
    assert_int_equal(storageat_image_put(&image, "A", 1, all, MACROBLOCKS * 32 * MR_STORAGEAT_PAYLOAD_BYTES + 1), MR_NO_SPACE);
    assert_memory_equal(bytes, copy, sizeof bytes);
    assert_int_equal(storageat_image_put(&image, "A", 1, all, MACROBLOCKS * 32 * MR_STORAGEAT_PAYLOAD_BYTES), MR_OK);
    free(all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_operations), cmocka_unit_test(lost_tables), cmocka_unit_test(refusals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
