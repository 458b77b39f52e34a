/* A fuzzer's bytes go in as an image of StorageAT: every record is walked over, found and loaded. What must not happen is a
 * crash, a finding of the sanitizers, a walk without end, or a record that lies outside of the image. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memreg/storageat.h"

static const uint8_t *image;
static size_t image_bytes;

static void require(bool condition, const char *why)
{
    if (condition)
        return;
    fprintf(stderr, "ERROR: %s\n", why);
    abort();
}

static uint16_t page_crc(const uint8_t *page)
{
    unsigned crc = 0;
    for (unsigned bit = 8; bit < 254 * 8; bit++)
        crc = (crc << 1 ^ ((crc >> 15 ^ page[bit / 8] >> (7 - bit % 8)) & 1 ? 0x1021u : 0)) & 0xFFFF;
    return (uint16_t)crc;
}

/* Pages with the right magic number get the right CRC: else the fuzzer would hardly come behind it. */
static mr_status_t read_image(void *context, uint32_t offset, void *data, size_t length)
{
    uint8_t *page = data;
    (void)context;
    require(offset <= image_bytes && length <= image_bytes - offset, "read outside of the image");
    memcpy(page, image + offset, length);
    if (length == 256 && page[0] == 0xDE && page[255] != 0) {
        unsigned crc = page_crc(page);
        page[254] = (uint8_t)crc;
        page[255] = (uint8_t)(crc >> 8);
    }
    return MR_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes)
{
    static const mr_flash_driver_t driver = { read_image, NULL, NULL };
    static uint8_t data[100000];
    mr_flash_geometry_t geometry = { (uint32_t)length_bytes, 256, 256, 256, false };
    mr_flash_t flash = { &driver, &geometry, NULL };
    mr_storageat_t reader;
    mr_storageat_record_t record;
    uint32_t address, last = 0;

    image = bytes;
    image_bytes = length_bytes;
    if (mr_storageat_open(&reader, &flash) != MR_OK)
        return 0;
    for (bool is_first = true;; is_first = false) {
        mr_status_t status = mr_storageat_next(&reader, &record, is_first);
        if (status == MR_NOT_FOUND)
            break;
        require(is_first || record.address > last, "the walk goes back");
        require(record.capacity_bytes <= length_bytes, "a record is larger than the image");
        last = record.address;
        if (record.capacity_bytes <= sizeof data)
            require((mr_storageat_load(&reader, record.address, data, record.capacity_bytes) == MR_OK)
                        == (status == MR_OK) || record.capacity_bytes == 0 || status == MR_CORRUPT, "load and stat differ");
        require(mr_storageat_load(&reader, record.address, data, record.capacity_bytes + 1) != MR_OK, "bytes beyond");
        require(mr_storageat_find(&reader, MR_FIND_EQUAL, record.prefix, record.id, &address) == MR_OK, "not found again");
    }
    for (int mode = MR_FIND_EQUAL; mode <= MR_FIND_EMPTY; mode++)
        (void)mr_storageat_find(&reader, (mr_find_t)mode, "", 7, &address);
    return 0;
}
