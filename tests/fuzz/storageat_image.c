/* A fuzzer's bytes go in as an image of StorageAT; it is checked, repaired, and records are put and deleted. What must not
 * happen is a crash, a finding of the sanitizers, or an image that, once repaired, loses what was put. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "storageat_image.h"

static void require(bool condition, const char *why)
{
    if (condition)
        return;
    fprintf(stderr, "ERROR: %s\n", why);
    abort();
}

static void no_finding(void *context, uint32_t address, const char *message)
{
    (void)context, (void)address, (void)message;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes)
{
    static const char value[500] = "a value of several pages";
    storageat_image_t image;
    uint8_t *copy = malloc(length_bytes + 1), back[sizeof value];
    uint32_t address;
    if (!copy)
        abort();
    memcpy(copy, bytes, length_bytes);
    (void)storageat_image_is(copy, length_bytes);
    if (storageat_image_open(&image, copy, length_bytes)) {
        (void)storageat_image_check(&image, no_finding, NULL);
        mr_status_t status = storageat_image_put(&image, "NEW", 7, value, sizeof value);
        require(status == MR_OK || status == MR_NO_SPACE, "put fails");
        require(storageat_image_repair(&image) == 0, "put leaves a lost table");
        if (status == MR_OK) {
            require(mr_storageat_find(&image.reader, MR_FIND_EQUAL, "NEW", 7, &address) == MR_OK, "what was put is not found");
            require(mr_storageat_load(&image.reader, address, back, sizeof back) == MR_OK
                        && memcmp(back, value, sizeof value) == 0, "what was put is not read back");
            require(storageat_image_delete(&image, "NEW", 7) == MR_OK, "delete fails");
            require(mr_storageat_find(&image.reader, MR_FIND_EQUAL, "NEW", 7, &address) == MR_NOT_FOUND, "delete leaves it");
        }
        (void)storageat_image_check(&image, no_finding, NULL);
    }
    free(copy);
    return 0;
}
