/* Fonts and pictures in mapped flash go in; a line of large text, as a display would show it, comes out. No byte of them is
 * copied into RAM. */
#include "esp32c3_assets.h"
#include "esp32c3_assets_glue.h"

#include "machine.h"

enum { ROWS = 8 };

static void put_row(const uint8_t *columns, unsigned count, unsigned row)
{
    for (unsigned at = 0; at < count; at++)
        machine_put(columns[at] >> row & 1u ? "#" : ".");
    machine_put(".");
}

/* The picture, where flash has an address, is an array like any other. */
static bool draw(const char *text, const uint8_t *picture, uint32_t width)
{
    for (unsigned row = 0; row < ROWS; row++) {
        for (const char *character = text; *character; character++) {
            app_glyph_t glyph;
            if (app_assets_font_find((uint8_t)*character, &glyph) != MR_OK)
                return false;
            put_row(glyph.columns, sizeof glyph.columns, row);
        }
        put_row(picture, (unsigned)width, row);
        machine_put("\n");
    }
    return true;
}

int main(void)
{
    mr_view_t sun;
    mr_file_t file;

    if (app_init() != MR_OK)
        return 1;
    for (uint32_t index = 0; app_assets_file_at(index, &file) == MR_OK; index++) {
        machine_put(file.name);
        machine_put(": ");
        machine_put_number(file.size_bytes);
        machine_put(" bytes\n");
    }
    if (app_assets_font_open() != MR_OK || app_assets_open(APP_ASSETS_SUN, &sun) != MR_OK) {
        machine_put("the assets are not in the flash\n");
        return 1;
    }
    machine_put_number(app_assets_font_count());
    machine_put(" glyphs\n");
    if (!draw("+21.5 C", mr_view_data(&sun), mr_view_length(&sun)))
        return 1;
    app_assets_close(&sun);
    app_assets_font_close();
    return 0;
}
