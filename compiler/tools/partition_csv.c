/* Partition tables as CSV: "Name, Type, SubType, Offset, Size, Flags" a line; lines with '#' in front and empty ones are
 * passed over, and there are no quotes. See partition.h. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "partition.h"
#include "whole.h"

enum { NAME, TYPE, SUBTYPE, OFFSET, SIZE, FLAGS, COLUMN_COUNT };
enum { UNDEFINED_SUBTYPE = 0x06, MOST_NUMBER_CHARS = 40 };

typedef struct csv {
    arena_t *arena;
    messages_t *messages;
    const char *path;
    size_t line;
    partition_table_t *table;
    size_t capacity;
    uint64_t end;                  /* of the partition before */
    uint64_t bootloader_bytes;     /* of the primary one, for others that do not say */
} csv_t;

static const char *column_names[] = { "Name", "Type", "SubType", "Offset", "Size", "Flags" };

/* ---- columns */

/* $NAME and ${NAME} become what the environment says. NULL where it says nothing. */
static const char *expand(csv_t *csv, const char *chars, size_t length)
{
    text_t text = { 0 };
    for (size_t at = 0; at < length;) {
        bool has_brace = chars[at] == '$' && at + 1 < length && chars[at + 1] == '{';
        size_t start = at + 1 + has_brace, end = start;
        while (end < length && (isalnum((unsigned char)chars[end]) || chars[end] == '_'))
            end++;
        if (chars[at] != '$' || end == start || (has_brace && (end == length || chars[end] != '}'))) {
            text_put_char(&text, chars[at++]);
            continue;
        }
        const char *name = arena_copy(csv->arena, chars + start, end - start), *value = getenv(name);
        if (!value) {
            message_error(csv->messages, csv->path, csv->line, "the environment has no variable '%s'", name);
            text_free(&text);
            return NULL;
        }
        text_put_string(&text, value);
        at = end + has_brace;
    }
    return text_take(&text, csv->arena);
}

static const char *trimmed(arena_t *arena, const char *chars, size_t length)
{
    while (length && isspace((unsigned char)*chars))
        chars++, length--;
    while (length && isspace((unsigned char)chars[length - 1]))
        length--;
    return arena_copy(arena, chars, length);
}

/* Missing columns at the end are empty. */
static bool split(csv_t *csv, const char *chars, const char **columns)
{
    for (unsigned column = 0; column < COLUMN_COUNT; column++) {
        size_t length = strcspn(chars, ",");
        columns[column] = trimmed(csv->arena, chars, length);
        chars += length + (chars[length] == ',');
    }
    if (!chars[strspn(chars, ", \t\r")])
        return true;
    return message_error(csv->messages, csv->path, csv->line, "there is more than the six columns Name, Type, SubType, "
                         "Offset, Size, Flags: '%s'", chars);
}

static bool read_number(csv_t *csv, unsigned column, const char *written, whole_t *whole)
{
    bool is_octal = written[0] == '0' && isdigit((unsigned char)written[1]);
    bool is_number = strlen(written) <= MOST_NUMBER_CHARS && !is_octal && !strpbrk(written, "gG")
        && whole_read_size(written, whole);
    if (!is_number)
        return message_error(csv->messages, csv->path, csv->line, "%s '%s' is no number like 4096, 0x1000, 4K or 1M",
                             column_names[column], written);
    if (whole->is_too_large || whole->size > UINT32_MAX)
        return message_error(csv->messages, csv->path, csv->line, "%s '%s' is more than 4 GiB", column_names[column],
                             written);
    return true;
}

static const char *lower(arena_t *arena, const char *written)
{
    char *copy = arena_copy(arena, written, strlen(written));
    for (char *at = copy; *at; at++)
        *at = (char)tolower((unsigned char)*at);
    return copy;
}

static bool read_type(csv_t *csv, const char *written, unsigned *type)
{
    whole_t whole;
    if (!*written)
        return message_error(csv->messages, csv->path, csv->line, "the type is missing");
    if (partition_type_find(lower(csv->arena, written), type))
        return true;
    if (!whole_read(written, &whole))
        return message_error(csv->messages, csv->path, csv->line, "there is no partition type '%s'; the types are %s, "
                             "or a number 0x40 to 0xFE", written, partition_type_names(csv->arena));
    *type = whole.size <= PARTITION_MOST_TYPE && !whole.is_negative ? (unsigned)whole.size : PARTITION_MOST_TYPE + 1;
    if (*type <= PARTITION_TABLE || (*type >= PARTITION_LEAST_OWN_TYPE && *type <= PARTITION_MOST_TYPE))
        return true;
    return message_error(csv->messages, csv->path, csv->line, "a type of your own is 0x40 to 0xFE, not %s", written);
}

static bool read_subtype(csv_t *csv, unsigned type, const char *written, unsigned *subtype)
{
    whole_t whole;
    *subtype = UNDEFINED_SUBTYPE;
    if (!*written)
        return type != PARTITION_APP || message_error(csv->messages, csv->path, csv->line,
                                                      "an app partition needs a subtype: factory, ota_0 …");
    if (partition_subtype_find(type, lower(csv->arena, written), subtype))
        return true;
    if (!whole_read(written, &whole)) {
        const char *names = partition_subtype_names(csv->arena, type);
        return message_error(csv->messages, csv->path, csv->line, *names ? "there is no subtype '%s' of this type; it "
                             "has %s, or a number up to 0xFE" : "there is no subtype '%s' of this type: its subtypes "
                             "are numbers up to 0xFE", written, names);
    }
    if (whole.is_negative || whole.is_too_large || whole.size > PARTITION_MOST_SUBTYPE)
        return message_error(csv->messages, csv->path, csv->line, "a subtype is 0 to 0xFE, not %s", written);
    *subtype = (unsigned)whole.size;
    return true;
}

static bool read_flags(csv_t *csv, const char *written, uint32_t *flags)
{
    while (*written) {
        size_t length = strcspn(written, ":");
        const char *flag = trimmed(csv->arena, written, length);
        if (strcmp(flag, "encrypted") == 0)
            *flags |= PARTITION_ENCRYPTED;
        else if (strcmp(flag, "readonly") == 0)
            *flags |= PARTITION_READONLY;
        else if (*flag)
            return message_error(csv->messages, csv->path, csv->line, "there is no flag '%s'; there are encrypted and "
                                 "readonly, with ':' between", flag);
        written += length + (written[length] == ':');
    }
    return true;
}

/* ---- places */

static bool is_left_out(const char *written)
{
    return !*written || strcmp(written, "N/A") == 0 || strcmp(written, "n/a") == 0;
}

static bool is_primary(const partition_t *one)
{
    return (one->type == PARTITION_BOOTLOADER || one->type == PARTITION_TABLE) && one->subtype == 0;
}

static bool read_offset(csv_t *csv, const char *written, partition_t *one)
{
    whole_t whole;
    uint64_t alignment = partition_alignment(one->type);
    if (!is_left_out(written)) {
        if (!read_number(csv, OFFSET, written, &whole))
            return false;
        if (whole.is_negative)
            return message_error(csv->messages, csv->path, csv->line, "the offset %s is negative", written);
        one->offset = whole.size;
        if (one->offset < csv->end && !is_primary(one))
            return message_error(csv->messages, csv->path, csv->line, "partition '%s' is to begin at 0x%llX, and what "
                                 "is in front of it ends at 0x%llX", one->name, (unsigned long long)one->offset,
                                 (unsigned long long)csv->end);
        return true;
    }
    if (*written && one->type != PARTITION_BOOTLOADER && one->type != PARTITION_TABLE)
        return message_error(csv->messages, csv->path, csv->line, "only bootloaders and partition tables leave their "
                             "offset to others with '%s'", written);
    if (one->type == PARTITION_BOOTLOADER && is_primary(one))
        return message_error(csv->messages, csv->path, csv->line, "where the primary bootloader begins is the chip's "
                             "choice: write 0x0, 0x1000 or 0x2000");
    one->offset = is_primary(one) ? csv->table->offset : (csv->end + alignment - 1) / alignment * alignment;
    return true;
}

/* Bootloaders are as long as the primary one, which ends at the table; tables take their sector. */
static bool compute_size(csv_t *csv, const char *written, partition_t *one)
{
    if (one->type == PARTITION_TABLE) {
        one->size_bytes = PARTITION_TABLE_SECTOR;
        return true;
    }
    bool is_loader = one->type == PARTITION_BOOTLOADER;
    if (is_loader && is_primary(one) && one->offset < csv->table->offset)
        one->size_bytes = csv->table->offset - one->offset;
    else if (is_loader && !is_primary(one))
        one->size_bytes = csv->bootloader_bytes;
    return one->size_bytes || message_error(csv->messages, csv->path, csv->line, *written
                                            ? "partition '%s' has no size" : "the size of partition '%s' is missing",
                                            one->name);
}

/* A negative size is the address up to which the partition reaches. */
static bool read_size(csv_t *csv, const char *written, partition_t *one)
{
    whole_t whole;
    if (is_left_out(written))
        return compute_size(csv, written, one);
    if (!read_number(csv, SIZE, written, &whole))
        return false;
    one->size_bytes = whole.size;
    if (!whole.is_negative)
        return true;
    if (whole.size <= one->offset)
        return message_error(csv->messages, csv->path, csv->line, "partition '%s' is to reach up to 0x%llX, and begins "
                             "at 0x%llX", one->name, (unsigned long long)whole.size, (unsigned long long)one->offset);
    one->size_bytes = whole.size - one->offset;
    return true;
}

/* ---- lines */

static bool read_line(csv_t *csv, const char *chars)
{
    const char *columns[COLUMN_COUNT];
    partition_table_t *table = csv->table;
    partition_t one = { .line = csv->line };
    if (!split(csv, chars, columns))
        return false;
    one.name = columns[NAME];
    if (!read_type(csv, columns[TYPE], &one.type) || !read_subtype(csv, one.type, columns[SUBTYPE], &one.subtype)
        || !read_flags(csv, columns[FLAGS], &one.flags) || !read_offset(csv, columns[OFFSET], &one)
        || !read_size(csv, columns[SIZE], &one))
        return false;
    if (one.type == PARTITION_BOOTLOADER && is_primary(&one))
        csv->bootloader_bytes = one.size_bytes;
    if (!is_primary(&one))
        csv->end = one.offset + one.size_bytes;
    if (table->count == csv->capacity)
        table->entries = arena_grow(csv->arena, table->entries, &csv->capacity, sizeof *table->entries);
    table->entries[table->count++] = one;
    return true;
}

bool partition_read_csv(arena_t *arena, messages_t *messages, const char *path, const char *chars, size_t length_bytes,
                        partition_table_t *table)
{
    csv_t csv = { .arena = arena, .messages = messages, .path = path, .table = table, .capacity = 32,
                  .end = table->offset + PARTITION_TABLE_SECTOR };
    const char *at = chars, *end = chars + length_bytes;
    bool is_good = true;
    table->entries = ARENA_ARRAY(arena, partition_t, csv.capacity);
    table->count = 0;
    if (length_bytes >= 2 && (memcmp(chars, "\xFF\xFE", 2) == 0 || memcmp(chars, "\xFE\xFF", 2) == 0))
        return message_error(messages, path, 1, "the file is UTF-16: save it as UTF-8");
    if (length_bytes >= 3 && memcmp(chars, "\xEF\xBB\xBF", 3) == 0)
        at += 3;
    while (at < end) {
        const char *newline = memchr(at, '\n', (size_t)(end - at)), *stop = newline ? newline : end;
        csv.line++;
        if (memchr(at, '\0', (size_t)(stop - at)))
            return message_error(messages, path, csv.line, "the line has a NUL in it: this is no CSV");
        const char *line = trimmed(arena, at, (size_t)(stop - at));
        at = newline ? newline + 1 : end;
        if (!*line || *line == '#')
            continue;
        const char *expanded = expand(&csv, line, strlen(line));
        is_good &= expanded && read_line(&csv, expanded);
    }
    if (is_good && !table->count)
        return message_error(messages, path, 0, "there are no partitions in it");
    return is_good;
}

/* ---- writing */

static void put_number_or_name(text_t *out, const char *name, unsigned number)
{
    if (name)
        text_put_string(out, name);
    else
        text_format(out, "0x%02x", number);
}

static void put_size(text_t *out, uint64_t bytes)
{
    unsigned long long size = bytes;
    if (size && size % (1 << 20) == 0)
        text_format(out, "%lluM", size >> 20);
    else if (size && size % (1 << 10) == 0)
        text_format(out, "%lluK", size >> 10);
    else
        text_format(out, "0x%llx", size);
}

void partition_write_csv(text_t *out, const partition_table_t *table)
{
    text_put_string(out, "# ESP-IDF Partition Table\n# Name, Type, SubType, Offset, Size, Flags\n");
    for (size_t index = 0; index < table->count; index++) {
        const partition_t *one = &table->entries[index];
        text_format(out, "%s,", one->name);
        put_number_or_name(out, partition_type_name(one->type), one->type);
        text_put_char(out, ',');
        put_number_or_name(out, partition_subtype_name(one->type, one->subtype), one->subtype);
        text_format(out, ",0x%llx,", (unsigned long long)one->offset);
        put_size(out, one->size_bytes);
        text_put_char(out, ',');
        text_put_string(out, one->flags & PARTITION_ENCRYPTED ? "encrypted" : "");
        text_put_string(out, (one->flags & 3) == 3 ? ":" : "");
        text_put_string(out, one->flags & PARTITION_READONLY ? "readonly" : "");
        text_put_char(out, '\n');
    }
}
