/* A fuzzer's bytes go in as an area of packed files and, after the first two, as a table; every call of both is made.
 * What must not happen is a finding of the sanitizers, a view that leaves the area, or a walk that does not end. */
#include <stdlib.h>
#include <string.h>

#include "memreg/map.h"

static void read_all(const mr_view_t *view)
{
    uint8_t byte;
    uint32_t index;

    for (index = 0; index < mr_view_length(view); ++index)
        if (mr_view_u8(view, index, &byte) != MR_OK)
            abort();
    if (mr_view_u8(view, index, &byte) != MR_OUT_OF_RANGE)
        abort();
}

static mr_status_t read_part(void *context, uint32_t offset, void *data, size_t length)
{
    memcpy(data, (const uint8_t *)context + offset, length);
    return MR_OK;
}

static void open_files(const mr_map_area_t *area, const char *text)
{
    const char *const names[] = { "eng5X8", text, "icons" };
    mr_view_t view;
    mr_file_t file;
    uint32_t index;

    for (index = 0; mr_files_at(area, index, &file) == MR_OK; ++index) {
        if (file.offset > area->size_bytes || file.size_bytes > area->size_bytes - file.offset || strlen(file.name) > 8)
            abort();
        if (mr_files_open(area, file.name, &view) == MR_OK)
            read_all(&view);
        mr_map_unmap(&view);
        if (index > area->size_bytes / 16)
            abort();
    }
    for (index = 0; index < 4; ++index) {
        if (mr_files_open_known(area, names, 3, index, &view) == MR_OK)
            read_all(&view);
        mr_map_unmap(&view);
    }
}

static void search_table(const mr_map_area_t *area, uint8_t size, uint8_t key_bits)
{
    mr_table_key_t key = { key_bits & 15, (uint8_t)(key_bits >> 4 & 3), (key_bits & 64) != 0, (key_bits & 128) != 0 };
    uint8_t value[3] = { size, key_bits, 0x80 }, record[255];
    uint32_t index;
    mr_table_t table;
    mr_view_t view;

    if (mr_map_view(area, 0, area->size_bytes, &view) != MR_OK)
        abort();
    (void)mr_table_open(&table, &view, size);
    if (mr_table_find(&table, &key, value, &index) != MR_BAD_ARGUMENT && index > table.count)
        abort();
    for (index = 0; index <= table.count; ++index)
        if ((mr_table_at(&table, index, record) == MR_OK) != (index < table.count))
            abort();
    mr_map_unmap(&view);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes)
{
    static const mr_flash_driver_t driver = { read_part, NULL, NULL };
    uint8_t *copy = malloc(length_bytes + 1);
    mr_flash_geometry_t geometry = { (uint32_t)length_bytes, 1, 1, 1, false };
    mr_flash_t flash = { &driver, &geometry, copy };
    mr_map_area_t memory = { &mr_map_memory, copy, 0, (uint32_t)length_bytes };
    mr_map_area_t part = { &mr_map_flash, &flash, 0, (uint32_t)length_bytes };
    char text[10] = { 0 };

    if (copy == NULL)
        abort();
    memcpy(copy, bytes, length_bytes);
    if (length_bytes >= 11) {
        memcpy(text, bytes + length_bytes - 9, 9);
        open_files(&memory, text);
        open_files(&part, text);
        search_table(&memory, copy[0], copy[1]);
        search_table(&part, copy[0], copy[1]);
    }
    free(copy);
    return 0;
}
