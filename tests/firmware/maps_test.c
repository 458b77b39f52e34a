/* Tests generated maps (maps.mr): files by enumerator and by name, tables by number and by key, signed and big-endian; the
 * flash with the packed files is simulated. Out: the first line that fails, and exit status 1 where one does. */
#include "maps.h"
#include "maps_glue.h"

#include "machine.h"

static unsigned failed_line;

#define EXPECT(condition) do { if (!(condition) && !failed_line) failed_line = __LINE__; } while (0)

enum { AREA = 4096, TEXT = 64, CURVE = 80, POINTS = 20, WIDE = CURVE + 240, IMAGE_BYTES = WIDE + 240 };

static uint8_t image[IMAGE_BYTES];

mr_status_t t_nor_read(uint32_t offset, uint8_t *bytes, uint32_t count)
{
    for (; count > 0; count--, offset++)
        *bytes++ = offset >= AREA && offset - AREA < IMAGE_BYTES ? image[offset - AREA] : 0xFF;
    return MR_OK;
}
mr_status_t t_nor_program(uint32_t offset, const uint8_t *bytes, uint32_t count)
{
    (void)offset, (void)bytes, (void)count;
    return MR_LOCKED;
}
mr_status_t t_nor_erase(uint32_t offset) { (void)offset; return MR_LOCKED; }

static void put_file(unsigned number, const char *name, uint32_t start, uint32_t size)
{
    uint8_t *entry = image + 16u * number;
    for (unsigned byte = 0; byte < 4; byte++) {
        entry[byte] = (uint8_t)(start >> 8 * byte);
        entry[4 + byte] = (uint8_t)(size >> 8 * byte);
    }
    for (unsigned at = 0; at < 8 && name[at]; at++)
        entry[8 + at] = (uint8_t)name[at];
}

static t_point_t point_of(unsigned number)
{
    t_point_t point;
    point.kind = number % 2u ? T_KIND_HIGH : T_KIND_LOW;
    point.at = (int16_t)(10 * (int)number - 70);
    point.level = (uint16_t)(number * 3u);
    point.wide = 1000000u * number;
    return point;
}

static void make_image(void)
{
    memset(image, 0xFF, sizeof image);
    put_file(0, "text", TEXT, 5);
    put_file(1, "curve", CURVE, POINTS * T_POINT_SIZE);
    put_file(2, "wide", WIDE, POINTS * T_POINT_SIZE);
    memcpy(image + TEXT, "hello", 5);
    for (unsigned number = 0; number < POINTS; number++) {
        t_point_t point = point_of(number);
        t_point_pack(image + CURVE + number * T_POINT_SIZE, &point);
        t_point_pack(image + WIDE + number * T_POINT_SIZE, &point);
    }
}

static void test_files(void)
{
    mr_view_t view;
    mr_file_t file;
    char text[6] = "";
    EXPECT(t_assets_open(T_ASSETS_TEXT, &view) == MR_OK && mr_view_length(&view) == 5);
    EXPECT(mr_view_read(&view, 0, text, 5) == MR_OK && memcmp(text, "hello", 5) == 0);
    EXPECT(mr_view_read(&view, 1, text, 5) == MR_OUT_OF_RANGE);
    t_assets_close(&view);
    EXPECT(t_assets_open(T_ASSETS_MISSING, &view) == MR_NOT_FOUND);
    EXPECT(t_assets_open_name("curve", &view) == MR_OK && mr_view_length(&view) == POINTS * T_POINT_SIZE);
    EXPECT(t_assets_open_name("curves", &view) == MR_NOT_FOUND);
    EXPECT(t_assets_file_at(2, &file) == MR_OK && memcmp(file.name, "wide", 5) == 0);
    EXPECT(t_assets_file_at(3, &file) == MR_NOT_FOUND);
    EXPECT(t_assets_map(8, 8184, &view) == MR_OK && mr_view_length(&view) == 8184);
    EXPECT(mr_view_read(&view, 0, text, 4) == MR_OK && memcmp(text, "text", 4) == 0);
    t_assets_close(&view);
    EXPECT(t_assets_map(8, 8185, &view) == MR_OUT_OF_RANGE);
    EXPECT(t_assets_sync(0, 8192) == MR_OK && t_assets_sync(0, 8193) == MR_OUT_OF_RANGE);
}

static void test_tables(void)
{
    t_point_t point;
    uint32_t index = 99;
    EXPECT(t_assets_curve_count() == 0 && t_assets_curve_at(0, &point) == MR_OUT_OF_RANGE);
    EXPECT(t_assets_curve_open() == MR_OK && t_assets_curve_count() == POINTS && t_assets_wide_open() == MR_OK);
    for (unsigned number = 0; number < POINTS; number++) {
        t_point_t wanted = point_of(number);
        EXPECT(t_assets_curve_at(number, &point) == MR_OK && point.at == wanted.at && point.kind == wanted.kind);
        EXPECT(t_assets_curve_find(wanted.at, &point) == MR_OK && point.level == number * 3u && point.at == wanted.at);
        EXPECT(t_assets_wide_find(wanted.wide, &point) == MR_OK && point.level == number * 3u);
        EXPECT(t_assets_wide_find(wanted.wide + 1u, &point) == MR_NOT_FOUND);
    }
    EXPECT(t_assets_curve_at(POINTS, &point) == MR_OUT_OF_RANGE);
    EXPECT(t_assets_curve_seek(-75, &index) == MR_NOT_FOUND && index == 0);
    EXPECT(t_assets_curve_seek(-5, &index) == MR_NOT_FOUND && index == 7);
    EXPECT(t_assets_curve_seek(0, &index) == MR_OK && index == 7);
    EXPECT(t_assets_curve_seek(500, &index) == MR_NOT_FOUND && index == POINTS);
    t_assets_curve_close();
    EXPECT(t_assets_curve_count() == 0 && t_assets_wide_count() == POINTS);
}

int main(void)
{
    make_image();
    EXPECT(t_init() == MR_OK);
    test_files();
    test_tables();
    if (failed_line) {
        machine_put("maps_test.c: line ");
        machine_put_number(failed_line);
        machine_put(" fails\n");
    }
    return failed_line != 0;
}
