/* An area of packed files and a name or number go in, the file's place and a view of it come out. Every number that the
 * area holds is checked: whatever its bytes are, no view leaves it. */
#include "memreg/map.h"

enum { ENTRY_BYTES = 16, SIZE_AT = 4, NAME_AT = 8 };

typedef struct entry { uint32_t offset, size_bytes; char name[MR_FILE_NAME_BYTES + 1]; } entry_t;

static bool is_filler(char character)
{
    return character == ' ' || character == '\0' || (uint8_t)character == 0xFFu;
}

/* Copies what is left of a name without fillers at its ends, NUL-terminated; false where that is more than 8 bytes. */
static bool trim(const char *name, uint32_t length, char to[MR_FILE_NAME_BYTES + 1])
{
    uint32_t index = 0;

    while (length != 0 && is_filler(name[length - 1]))
        --length;
    while (length != 0 && is_filler(*name)) {
        ++name;
        --length;
    }
    if (length > MR_FILE_NAME_BYTES)
        return false;
    for (index = 0; index < MR_FILE_NAME_BYTES + 1; ++index)
        to[index] = index < length ? name[index] : '\0';
    return true;
}

static bool is_same(const char *left, const char *right)
{
    unsigned index;

    for (index = 0; index < MR_FILE_NAME_BYTES; ++index)
        if (left[index] != right[index])
            return false;
    return true;
}

static uint32_t little_endian(const uint8_t *bytes)
{
    return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

static bool is_end(uint32_t offset)
{
    return offset == 0 || offset == 0xFFFFFFFFu;
}

static mr_status_t read_entry(const mr_map_area_t *area, uint32_t index, entry_t *entry)
{
    uint8_t bytes[ENTRY_BYTES];
    mr_view_t view;
    mr_status_t status = mr_map_view(area, index * ENTRY_BYTES, ENTRY_BYTES, &view);

    if (status == MR_OK) {
        status = mr_view_read(&view, 0, bytes, sizeof bytes);
        mr_map_unmap(&view);
    }
    if (status != MR_OK)
        return status;
    entry->offset = little_endian(bytes);
    entry->size_bytes = little_endian(bytes + SIZE_AT);
    (void)trim((const char *)bytes + NAME_AT, MR_FILE_NAME_BYTES, entry->name);
    return MR_OK;
}

static mr_status_t check(const mr_map_area_t *area, const entry_t *entry, mr_file_t *file)
{
    unsigned index;

    if (entry->offset > area->size_bytes || entry->size_bytes > area->size_bytes - entry->offset)
        return MR_CORRUPT;
    file->offset = entry->offset;
    file->size_bytes = entry->size_bytes;
    for (index = 0; index < sizeof file->name; ++index)
        file->name[index] = entry->name[index];
    return MR_OK;
}

/* Walks the table up to number `last` or, where there is a name, up to the file of that name. The table ends where the
 * first file's data begins, whatever stands there: entries behind would be a file's bytes. */
static mr_status_t walk(const mr_map_area_t *area, uint32_t last, const char *name, mr_file_t *file)
{
    uint32_t index, table_end = area->size_bytes;

    for (index = 0;; ++index) {
        entry_t entry;
        mr_status_t status;
        if (table_end < ENTRY_BYTES || index > (table_end - ENTRY_BYTES) / ENTRY_BYTES)
            return MR_CORRUPT;
        status = read_entry(area, index, &entry);
        if (status != MR_OK)
            return status;
        if (is_end(entry.offset))
            return MR_NOT_FOUND;
        if (entry.offset < table_end)
            table_end = entry.offset;
        if (entry.offset / ENTRY_BYTES <= index)
            return MR_CORRUPT;
        if (name != NULL ? is_same(name, entry.name) : index == last)
            return check(area, &entry, file);
    }
}

mr_status_t mr_files_at(const mr_map_area_t *area, uint32_t index, mr_file_t *file)
{
    return walk(area, index, NULL, file);
}

mr_status_t mr_files_find(const mr_map_area_t *area, const char *name, mr_file_t *file)
{
    char trimmed[MR_FILE_NAME_BYTES + 1];
    uint32_t length = 0;

    while (name[length] != '\0')
        ++length;
    if (!trim(name, length, trimmed))
        return MR_BAD_ARGUMENT;
    return walk(area, 0, trimmed, file);
}

static mr_status_t refuse(const mr_map_area_t *area, mr_status_t status, mr_view_t *view)
{
    (void)mr_map_view(area, 0, 0, view);
    return status;
}

mr_status_t mr_files_open(const mr_map_area_t *area, const char *name, mr_view_t *view)
{
    mr_file_t file;
    mr_status_t status = mr_files_find(area, name, &file);

    return status == MR_OK ? mr_map_view(area, file.offset, file.size_bytes, view) : refuse(area, status, view);
}

/* Whether number `index` lies within the table: before the data of the first file. */
static bool is_in_table(const mr_map_area_t *area, uint32_t index, const entry_t *entry)
{
    entry_t first = *entry;

    return (index == 0 || read_entry(area, 0, &first) == MR_OK) && !is_end(first.offset)
        && first.offset / ENTRY_BYTES > index;
}

mr_status_t mr_files_open_known(const mr_map_area_t *area, const char *const *names, unsigned count, unsigned index,
                                mr_view_t *view)
{
    char name[MR_FILE_NAME_BYTES + 1];
    uint32_t length = 0;
    mr_file_t file;
    entry_t entry;

    if (index >= count)
        return refuse(area, MR_OUT_OF_RANGE, view);
    while (names[index][length] != '\0')
        ++length;
    if (trim(names[index], length, name) && index < area->size_bytes / ENTRY_BYTES
        && read_entry(area, index, &entry) == MR_OK && !is_end(entry.offset) && is_same(name, entry.name)
        && is_in_table(area, index, &entry) && check(area, &entry, &file) == MR_OK)
        return mr_map_view(area, file.offset, file.size_bytes, view);
    return mr_files_open(area, names[index], view);
}
