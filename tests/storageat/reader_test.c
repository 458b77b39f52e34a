/* Images written by StorageAT go in, whole and damaged in many ways; a line for each case comes out. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "images.h"
#include "machine.h"
#include "memreg/storageat.h"

/* ---- flash: an image, read with some damage */

typedef struct damage {
    uint32_t lost_first, lost_end;   /* reads 0xFF */
    uint32_t flipped;                /* one byte with a bit flipped; UINT32_MAX: none */
    uint8_t flipped_bits;
    bool is_version_5;               /* every page is of version 5 */
    uint32_t busy_after;             /* so many reads succeed, then MR_BUSY */
} damage_t;

static const uint8_t *image;
static damage_t damage;
static uint32_t read_count;

static uint16_t crc_of(const uint8_t *page)
{
    uint16_t crc = 0;
    for (unsigned index = 1; index < 254; index++)
        for (unsigned bit = 0; bit < 8; bit++) {
            bool carry = (crc >> 15 ^ page[index] >> (7 - bit)) & 1;
            crc = (uint16_t)(crc << 1 ^ (carry ? 0x1021 : 0));
        }
    return crc;
}

static mr_status_t read_image(void *context, uint32_t offset, void *data, size_t length)
{
    uint8_t *to = data;
    (void)context;
    if (read_count++ >= damage.busy_after)
        return MR_BUSY;
    if (offset > IMAGE_BYTES || length > IMAGE_BYTES - offset)
        return MR_ERROR;
    for (size_t index = 0; index < length; index++) {
        uint32_t at = offset + (uint32_t)index;
        to[index] = at >= damage.lost_first && at < damage.lost_end ? 0xFF : image[at];
    }
    if (damage.is_version_5 && length == 256 && to[0] == 0xDE) {
        uint16_t crc;
        to[4] = 5;
        crc = crc_of(to);
        to[254] = (uint8_t)crc;
        to[255] = (uint8_t)(crc >> 8);
    }
    if (damage.flipped >= offset && damage.flipped - offset < length)
        to[damage.flipped - offset] ^= damage.flipped_bits;
    return MR_OK;
}

static const mr_flash_driver_t driver = { read_image, NULL, NULL };
static const mr_flash_geometry_t geometry = { IMAGE_BYTES, 256, 256, 256, false };
static const mr_flash_t flash = { &driver, &geometry, NULL };

static void use(const uint8_t *bytes)
{
    image = bytes;
    damage = (damage_t){ 0, 0, UINT32_MAX, 0x10, false, UINT32_MAX };
    read_count = 0;
}

/* ---- what must come out */

typedef struct known { const char *prefix; uint32_t id, address, length; } known_t;

static const known_t records[] = { { "LOG", 7, 0x400, 1000 }, { "FRG", 5, 0x900, 600 }, { "LOG", 9, 0xA00, 235 },
                                   { "BIG", 1, 0xC00, 7037 } };
enum { RECORD_COUNT = sizeof records / sizeof *records };

static mr_storageat_t reader;
static uint8_t bytes[31 * 234 + 1];
static bool is_failed;

static void expect(bool condition, int line)
{
    if (condition || is_failed)
        return;
    is_failed = true;
    machine_put("line ");
    machine_put_number((unsigned)line);
    machine_put(" ");
}
#define EXPECT(condition) expect(condition, __LINE__)

static void end_case(const char *name)
{
    machine_put(name);
    machine_put(is_failed ? ": failed\n" : ": ok\n");
    is_failed = false;
}

static bool holds(const known_t *record)
{
    uint32_t first = 13 * record->id;
    for (unsigned index = 0; record->prefix[index]; index++)
        first += (uint8_t)record->prefix[index] * (2u * index + 1u);
    for (uint32_t index = 0; index < record->length; index++)
        if (bytes[index] != (uint8_t)(7 * index + first))
            return false;
    return true;
}

static bool is_found(const known_t *record)
{
    uint32_t address = 1;
    return mr_storageat_find(&reader, MR_FIND_EQUAL, record->prefix, record->id, &address) == MR_OK
        && address == record->address && mr_storageat_load(&reader, address, bytes, record->length) == MR_OK
        && holds(record);
}

static uint32_t found(mr_find_t mode, const char *prefix, uint32_t id)
{
    uint32_t address = 1;
    mr_status_t status = mr_storageat_find(&reader, mode, prefix, id, &address);
    EXPECT(status == MR_OK || (status == MR_NOT_FOUND && address == 1));
    return address;
}

static unsigned count_records(unsigned *damaged)
{
    mr_storageat_record_t record;
    unsigned count = 0;
    mr_status_t status;
    *damaged = 0;
    for (status = mr_storageat_next(&reader, &record, true); status != MR_NOT_FOUND;
         status = mr_storageat_next(&reader, &record, false)) {
        *damaged += status != MR_OK;
        if (++count > 1000)
            break;
    }
    return count;
}

/* ---- cases */

static void empty_case(void)
{
    unsigned damaged;
    use(image_empty);
    EXPECT(mr_storageat_open(&reader, &flash) == MR_OK);
    EXPECT(found(MR_FIND_MIN, "", 0) == 1 && found(MR_FIND_EMPTY, "", 0) == 0x400);
    EXPECT(count_records(&damaged) == 0);
    end_case("empty");
}

static void one_record_case(void)
{
    static const known_t only = { "CFG", 1, 0x400, 64 };
    use(image_one_record);
    EXPECT(mr_storageat_open(&reader, &flash) == MR_OK);
    EXPECT(is_found(&only));
    EXPECT(mr_storageat_load(&reader, 0x400, bytes, 234) == MR_OK && bytes[64] == 0 && bytes[233] == 0);
    /* Asking for more than there is deletes nothing. */
    EXPECT(mr_storageat_load(&reader, 0x400, bytes, 235) == MR_OUT_OF_RANGE && is_found(&only));
    EXPECT(mr_storageat_load(&reader, 0x400, bytes, 0) == MR_BAD_ARGUMENT);
    EXPECT(mr_storageat_load(&reader, 0x401, bytes, 1) == MR_BAD_ARGUMENT);
    EXPECT(mr_storageat_load(&reader, 0x000, bytes, 1) == MR_BAD_ARGUMENT);
    EXPECT(mr_storageat_load(&reader, 0x500, bytes, 1) == MR_BAD_ARGUMENT);
    EXPECT(mr_storageat_load(&reader, IMAGE_BYTES, bytes, 1) == MR_BAD_ARGUMENT);
    end_case("one-record");
}

static void all_found(void)
{
    for (unsigned index = 0; index < RECORD_COUNT; index++)
        EXPECT(is_found(&records[index]));
}

static void multi_page_case(void)
{
    unsigned damaged;
    mr_storageat_record_t record;
    use(image_multi_page);
    EXPECT(mr_storageat_open(&reader, &flash) == MR_OK);
    all_found();
    EXPECT(count_records(&damaged) == RECORD_COUNT && damaged == 0);
    EXPECT(mr_storageat_stat(&reader, 0xC00, &record) == MR_OK && record.capacity_bytes == 31 * 234 && record.id == 1);
    EXPECT(mr_storageat_stat(&reader, 0xD00, &record) == MR_BAD_ARGUMENT);
    EXPECT(mr_storageat_load(&reader, 0xC00, bytes, 31 * 234 + 1) == MR_OUT_OF_RANGE);
    end_case("multi-page");
}

static void find_modes_case(void)
{
    use(image_multi_page);
    EXPECT(mr_storageat_open(&reader, &flash) == MR_OK);
    EXPECT(found(MR_FIND_EQUAL, "LOG", 8) == 1 && found(MR_FIND_EQUAL, "LO", 7) == 1 && found(MR_FIND_EQUAL, "", 7) == 0x400);
    EXPECT(found(MR_FIND_NEXT, "LOG", 7) == 0xA00 && found(MR_FIND_NEXT, "LOG", 9) == 1 && found(MR_FIND_NEXT, "", 5) == 0x400);
    EXPECT(found(MR_FIND_MIN, "LOG", 0) == 0x400 && found(MR_FIND_MIN, "", 0) == 0xC00);
    EXPECT(found(MR_FIND_MAX, "LOG", 0) == 0xA00 && found(MR_FIND_MAX, "FRG", 0) == 0x900 && found(MR_FIND_MAX, "XYZ", 0) == 1);
    uint32_t address = 1;
    EXPECT(mr_storageat_find(&reader, MR_FIND_EQUAL, "LONG", 7, &address) == MR_BAD_ARGUMENT && address == 1);
    EXPECT(mr_storageat_find(&reader, (mr_find_t)6, "LOG", 7, &address) == MR_BAD_ARGUMENT);
    end_case("find-modes");
}

static void version_5_case(void)
{
    use(image_multi_page);
    damage.is_version_5 = true;
    EXPECT(mr_storageat_open(&reader, &flash) == MR_OK);
    all_found();
    end_case("version-5");
}

/* Without the tables of one macroblock, of the other, of all: no record of many pages is lost. */
static void lost_table_case(void)
{
    mr_storageat_record_t record;
    static const uint32_t losses[][2] = { { 0, 1024 }, { 9216, 9216 + 1024 } };
    for (unsigned index = 0; index < 2; index++) {
        use(image_multi_page);
        damage.lost_first = losses[index][0];
        damage.lost_end = losses[index][1];
        EXPECT(mr_storageat_open(&reader, &flash) == MR_OK);
        all_found();
        EXPECT(found(MR_FIND_NEXT, "LOG", 7) == 0xA00);
        EXPECT(mr_storageat_stat(&reader, 0x400, &record) == MR_OK && record.is_recovered == (index == 0));
    }
    end_case("lost-table");
}

/* Any one bit of a table's page, flipped: nothing is lost. */
static void flipped_table_case(void)
{
    for (uint32_t at = 0; at < 256; at++) {
        use(image_multi_page);
        damage.flipped = at;
        damage.flipped_bits = (uint8_t)(1u << at % 8);
        EXPECT(mr_storageat_open(&reader, &flash) == MR_OK);
        all_found();
    }
    end_case("flipped-table");
}

/* A damaged page in the middle costs its own record, and what is before it can still be had. */
static void flipped_page_case(void)
{
    mr_storageat_record_t record;
    unsigned damaged;
    for (uint32_t at = 0x600; at < 0x700; at += 3) {
        use(image_multi_page);
        damage.flipped = at;
        EXPECT(mr_storageat_open(&reader, &flash) == MR_OK);
        EXPECT(!is_found(&records[0]) && is_found(&records[1]) && is_found(&records[2]));
        EXPECT(mr_storageat_load(&reader, 0x400, bytes, 468) == MR_OK);
        EXPECT(mr_storageat_load(&reader, 0x400, bytes, 1000) == MR_CORRUPT);
        EXPECT(mr_storageat_stat(&reader, 0x400, &record) == MR_CORRUPT && record.capacity_bytes == 468);
        EXPECT(count_records(&damaged) == RECORD_COUNT && damaged == 1);
    }
    end_case("flipped-page");
}

/* BUSY, at whichever read, passes through. */
static void busy_case(void)
{
    uint32_t address = 1;
    unsigned after = 0;
    for (;; after++) {
        use(image_multi_page);
        damage.busy_after = after;
        EXPECT(mr_storageat_open(&reader, &flash) == MR_OK);
        mr_status_t status = mr_storageat_find(&reader, MR_FIND_EQUAL, "BIG", 1, &address);
        if (status == MR_OK)
            break;
        EXPECT(status == MR_BUSY && address == 1);
        damage.busy_after = UINT32_MAX;
        EXPECT(is_found(&records[3]));
    }
    EXPECT(after > 4 && after < 60);
    end_case("busy");
}

int main(void)
{
    empty_case();
    one_record_case();
    multi_page_case();
    find_modes_case();
    version_5_case();
    lost_table_case();
    flipped_table_case();
    flipped_page_case();
    busy_case();
    return 0;
}
