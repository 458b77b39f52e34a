/* Packed files in and out: see pack.h. An entry is u32 offset, u32 size, name[8], little-endian; one whose offset is 0 or
 * 0xFFFFFFFF ends the table. */
#include "pack.h"

#include <string.h>

#include "little_endian.h"
#include "utf8.h"

#define END_OFFSET UINT32_MAX

/* ---- names */

const char *pack_name_problem(arena_t *arena, const char *name, size_t length)
{
    if (!length || length > PACK_NAME_BYTES)
        return arena_format(arena, "a packed file's name has 1 to %d bytes, and '%.*s' has %zu", PACK_NAME_BYTES,
                            (int)(length > 60 ? 60 : length), name, length);
    for (size_t offset = 0; offset < length;) {
        utf8_character_t character = utf8_decode(name + offset, length - offset);
        if (!character.is_valid || character.code_point < 0x20 || character.code_point == 0x7F)
            return arena_format(arena, "the name '%.*s' is no UTF-8, or has a control character", (int)length, name);
        offset += character.byte_count;
    }
    if (name[0] == ' ' || name[length - 1] == ' ')
        return arena_format(arena, "spaces around the name '%.*s' would be lost", (int)length, name);
    return NULL;
}

static const packed_file_t *find_twin(const packed_file_t *files, const packed_file_t *file)
{
    for (const packed_file_t *earlier = files; earlier < file; earlier++)
        if (strcmp(earlier->name, file->name) == 0)
            return earlier;
    return NULL;
}

/* ---- out */

static uint64_t aligned(uint64_t offset)
{
    return (offset + PACK_ALIGNMENT - 1) / PACK_ALIGNMENT * PACK_ALIGNMENT;
}

static void put_word(text_t *out, uint64_t word)
{
    uint8_t bytes[4];
    little_put_u32(bytes, (uint32_t)word);
    text_put_bytes(out, (const char *)bytes, sizeof bytes);
}

static void put_gap(text_t *out, size_t count)
{
    while (count--)
        text_put_char(out, (char)0xFF);
}

static void put_entry(text_t *out, const packed_file_t *file, uint64_t offset)
{
    size_t length = strlen(file->name);
    put_word(out, offset);
    put_word(out, file->size_bytes);
    text_put_bytes(out, file->name, length);
    for (; length < PACK_NAME_BYTES; length++)
        text_put_char(out, '\0');
}

/* Where the area would end. */
static uint64_t end_of(const packed_file_t *files, size_t count)
{
    uint64_t offset = PACK_ENTRY_BYTES * ((uint64_t)count + 1);
    for (size_t index = 0; index < count; index++)
        offset = aligned(offset) + files[index].size_bytes;
    return offset;
}

bool pack_write(messages_t *messages, const char *path, const packed_file_t *files, size_t count, uint64_t most_bytes,
                text_t *out)
{
    bool is_good = true;
    uint64_t end = end_of(files, count), offset = PACK_ENTRY_BYTES * ((uint64_t)count + 1);
    for (size_t index = 0; index < count; index++)
        if (find_twin(files, &files[index]))
            is_good = message_error(messages, path, 0, "there are two files of the name '%s'", files[index].name);
    if (most_bytes && end > most_bytes)
        is_good = message_error(messages, path, 0, "the files need %llu bytes, %llu more than the area has",
                                (unsigned long long)end, (unsigned long long)(end - most_bytes));
    else if (end >= END_OFFSET)
        is_good = message_error(messages, path, 0, "the files need more than 4 GiB");
    if (!is_good)
        return false;
    size_t start = out->length_bytes;
    for (size_t index = 0; index < count; index++) {
        offset = aligned(offset);
        put_entry(out, &files[index], offset);
        offset += files[index].size_bytes;
    }
    put_gap(out, PACK_ENTRY_BYTES);
    for (size_t index = 0; index < count; index++) {
        size_t done = out->length_bytes - start;
        put_gap(out, (size_t)(aligned(done) - done));
        text_put_bytes(out, files[index].bytes, files[index].size_bytes);
    }
    return true;
}

/* ---- in */

static bool is_filler(char byte) { return byte == ' ' || byte == '\0' || (uint8_t)byte == 0xFF; }

/* Without spaces, NULs and 0xFF at both ends. */
static const char *read_name(arena_t *arena, const char *chars)
{
    size_t length = PACK_NAME_BYTES;
    while (length && is_filler(*chars))
        chars++, length--;
    while (length && is_filler(chars[length - 1]))
        length--;
    return arena_copy(arena, chars, length);
}

static bool check_entry(arena_t *arena, messages_t *messages, const char *path, const packed_file_t *files,
                        const packed_file_t *file, size_t length_bytes)
{
    size_t number = (size_t)(file - files) + 1;
    const char *problem = pack_name_problem(arena, file->name, strlen(file->name));
    if (problem)
        return message_error(messages, path, 0, "entry %zu: %s", number, problem);
    if (find_twin(files, file))
        return message_error(messages, path, 0, "entry %zu: there are two files of the name '%s'", number, file->name);
    if (file->offset > length_bytes || file->size_bytes > length_bytes - file->offset)
        return message_error(messages, path, 0, "entry %zu: '%s' is %zu bytes at 0x%llX, and the area has only 0x%zX",
                             number, file->name, file->size_bytes, (unsigned long long)file->offset, length_bytes);
    return true;
}

/* Files may share bytes, but none may lie over the table. */
static bool check_offsets(messages_t *messages, const char *path, const packed_file_t *files, size_t count)
{
    bool is_good = true;
    for (size_t index = 0; index < count; index++)
        if (files[index].size_bytes && files[index].offset < PACK_ENTRY_BYTES * (uint64_t)count)
            is_good = message_error(messages, path, 0, "entry %zu: '%s' lies at 0x%llX, over the table", index + 1,
                                    files[index].name, (unsigned long long)files[index].offset);
    return is_good;
}

bool pack_read(arena_t *arena, messages_t *messages, const char *path, const char *bytes, size_t length_bytes,
               packed_file_t **files, size_t *count)
{
    enum { MOST_FILES = 4096 };
    size_t capacity = 64, at = 0;
    bool is_good = true;
    *files = ARENA_ARRAY(arena, packed_file_t, capacity);
    for (*count = 0;; at += PACK_ENTRY_BYTES) {
        if (at + PACK_ENTRY_BYTES > length_bytes)
            return message_error(messages, path, 0, "the table of packed files has no end within the %zu bytes of the "
                                 "area", length_bytes);
        uint32_t offset = little_get_u32((const uint8_t *)bytes + at);
        if (offset == 0 || offset == END_OFFSET)
            break;
        if (*count == MOST_FILES || !is_good)
            return message_error(messages, path, 0, "this is no table of packed files");
        if (*count == capacity)
            *files = arena_grow(arena, *files, &capacity, sizeof **files);
        packed_file_t *file = &(*files)[(*count)++];
        *file = (packed_file_t){ .name = read_name(arena, bytes + at + 8), .offset = offset,
                                 .size_bytes = little_get_u32((const uint8_t *)bytes + at + 4) };
        is_good &= check_entry(arena, messages, path, *files, file, length_bytes);
        file->bytes = is_good ? bytes + offset : NULL;
    }
    return check_offsets(messages, path, *files, *count) && is_good;
}
