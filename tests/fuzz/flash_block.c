/* A fuzzer's bytes go in as the erase units of a flash block: it is opened, flushed and opened again. What must not happen is
 * a crash, a finding of the sanitizers, a call outside of the area, or a flush after which open finds something else. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memreg/flash_block.h"

enum { ERASE_BYTES = 128, UNITS = 3, SIZE_BYTES = 9, FIRST = 256, AREA_BYTES = UNITS * ERASE_BYTES };
enum { SLOT_BYTES = MR_FLASH_BLOCK_SLOT_BYTES(SIZE_BYTES, 1), SLOTS = ERASE_BYTES / SLOT_BYTES, SEED = 7 };

static uint8_t area[AREA_BYTES];

static void require(bool condition, const char *why)
{
    if (condition)
        return;
    fprintf(stderr, "ERROR: %s\n", why);
    abort();
}

static uint8_t *at(uint32_t offset, size_t length)
{
    require(offset >= FIRST && offset - FIRST <= AREA_BYTES && length <= AREA_BYTES - (offset - FIRST), "outside of the area");
    return area + (offset - FIRST);
}

static mr_status_t read_area(void *context, uint32_t offset, void *data, size_t length)
{
    (void)context;
    memcpy(data, at(offset, length), length);
    return MR_OK;
}

static mr_status_t program_area(void *context, uint32_t offset, const void *data, size_t length)
{
    const uint8_t *bytes = data;
    uint8_t *to = at(offset, length);

    (void)context;
    require(length > 0 && offset % 32 + length <= 32, "programs across a page");
    for (size_t index = 0; index < length; index++)
        to[index] &= bytes[index];
    return MR_OK;
}

static mr_status_t erase_area(void *context, uint32_t offset)
{
    (void)context;
    require(offset % ERASE_BYTES == 0, "erases no unit");
    memset(at(offset, ERASE_BYTES), 0xFF, ERASE_BYTES);
    return MR_OK;
}

static uint32_t crc_add(uint32_t crc, const uint8_t *bytes, size_t length)
{
    for (size_t bit = 0; bit < 8 * length; bit++)
        crc = crc >> 1 ^ ((crc ^ bytes[bit / 8] >> bit % 8) & 1 ? 0xEDB88320u : 0);
    return crc;
}

/* The fuzzer would hardly find a right CRC: copies whose mark is odd get one. */
static void mend_copies(void)
{
    for (uint32_t unit = 0; unit < UNITS; unit++)
        for (uint32_t slot = 0; slot < SLOTS; slot++) {
            uint32_t offset = unit * ERASE_BYTES + slot * SLOT_BYTES, crc;
            uint8_t *copy = area + offset, begin[12] = { SEED, 0, 0, 0, SIZE_BYTES, 0, 0, 0, (uint8_t)offset, (uint8_t)(offset >> 8) };

            if (copy[SLOT_BYTES - 1] % 2 == 0 || copy[0] == 0xFF)
                continue;
            crc = ~crc_add(crc_add(0xFFFFFFFFu, begin, sizeof begin), copy, 4 + SIZE_BYTES);
            for (unsigned index = 0; index < 4; index++)
                copy[4 + SIZE_BYTES + index] = (uint8_t)(crc >> 8 * index);
        }
}

/* Copies are appended: behind a blank header a unit of ours is blank. */
static void end_units(void)
{
    for (uint32_t unit = 0; unit < UNITS; unit++) {
        uint8_t *copy = area + unit * ERASE_BYTES, *end = copy + ERASE_BYTES;
        while (end - copy >= SLOT_BYTES && memcmp(copy, "\xFF\xFF\xFF\xFF", 4) != 0)
            copy += SLOT_BYTES;
        memset(copy, 0xFF, (size_t)(end - copy));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes)
{
    static const mr_flash_driver_t driver = { read_area, program_area, erase_area };
    static const mr_flash_geometry_t geometry = { FIRST + AREA_BYTES, ERASE_BYTES, 32, 1, false };
    static const mr_flash_t flash = { &driver, &geometry, NULL };
    static const mr_flash_block_config_t config = { &flash, FIRST, SEED, UNITS, SIZE_BYTES, SLOT_BYTES, SLOTS };
    uint8_t data[SIZE_BYTES] = { 0 }, again[SIZE_BYTES];
    mr_flash_block_t block;
    mr_status_t status;

    memset(area, 0xFF, sizeof area);
    memcpy(area, bytes, length_bytes < AREA_BYTES ? length_bytes : AREA_BYTES);
    mend_copies();
    if (length_bytes % 2 == 0)
        end_units();
    status = mr_flash_block_open(&block, &config, data);
    require(status == MR_OK || status == MR_FRESH || status == MR_CORRUPT || status == MR_WORN, "an unknown status");
    if (length_bytes % 2 != 0)
        return 0;
    if (status == MR_OK) {
        require(mr_flash_block_open(&block, &config, again) == MR_OK && memcmp(data, again, SIZE_BYTES) == 0, "opens differ");
        data[0] ^= 0x5A;
    }
    /* Counts of erases that no part reaches are refused. */
    if (mr_flash_block_flush(&block, data) != MR_OK)
        return 0;
    require(mr_flash_block_open(&block, &config, again) == MR_OK && memcmp(data, again, SIZE_BYTES) == 0, "what was flushed is lost");
    return 0;
}
