/* Files in, files out, for the tools on bytes: see tools.h. What they do with the bytes is in modules of their own, which
 * touch no file. */
#include "tools.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "decode.h"
#include "encode.h"
#include "input.h"
#include "json_text.h"
#include "output.h"
#include "pack.h"
#include "partition.h"
#include "tool.h"

int run_decode(const options_t *options)
{
    tool_t tool;
    image_t image = { 0 }, other = { 0 };
    const char *other_path = options->other_image;
    tool_start(&tool, options);
    if (tool_read_layout(&tool, options->operands[0]) && tool_read_image(&tool, options->operands[1], &image)
        && (!other_path || tool_read_image(&tool, other_path, &other))) {
        if (!decode_image(tool.compile.arena, &tool.messages, tool.schema, options, &image,
                          other_path ? &other : NULL, &tool.out))
            tool.status = EXIT_INPUT;
        if (!tool_write(&tool, NULL))
            tool.status = EXIT_USE;
    }
    image_free(&image);
    image_free(&other);
    return tool_finish(&tool);
}

static void write_result(tool_t *tool, bool is_good)
{
    if (!is_good)
        tool->status = EXIT_INPUT;
    else if (!tool_write(tool, tool->options->output_file))
        tool->status = EXIT_USE;
}

int run_encode(const options_t *options)
{
    tool_t tool;
    char *json = NULL;
    size_t json_bytes = 0;
    const char *json_path = options->operand_count > 1 ? options->operands[1] : NULL;
    tool_start(&tool, options);
    if (tool_read_layout(&tool, options->operands[0])
        && (!json_path || tool_read_bytes(&tool, json_path, &json, &json_bytes)))
        write_result(&tool, encode_image(tool.compile.arena, &tool.messages, tool.schema, options,
                                         json_path ? input_name(json_path) : NULL, json, json_bytes, &tool.out));
    free(json);
    return tool_finish(&tool);
}

int run_set(const options_t *options)
{
    tool_t tool;
    image_t image = { 0 };
    tool_start(&tool, options);
    if (tool_read_layout(&tool, options->operands[0]) && tool_read_image(&tool, options->operands[1], &image))
        write_result(&tool, set_values(tool.compile.arena, &tool.messages, tool.schema, options, &image, &tool.out));
    image_free(&image);
    return tool_finish(&tool);
}

/* ---- image */

/* An area that is flashed at an address: raw, or as Intel HEX where the output's name asks for that. */
static void write_area(tool_t *tool, uint64_t address)
{
    const char *path = tool->options->output_file;
    if (path && is_hex_path(path)) {
        image_t image = { 0 };
        image_put(&image, address, (const uint8_t *)tool->out.chars, tool->out.length_bytes);
        text_free(&tool->out);
        image_write_hex(&image, &tool->out);
        image_free(&image);
    }
    if (!tool_write(tool, path))
        tool->status = EXIT_USE;
}

/* NAME=FILE, or a FILE whose own name is taken. */
static bool read_packed(tool_t *tool, const char *operand, packed_file_t *file, char **owned)
{
    arena_t *arena = tool->compile.arena;
    const char *equals = strchr(operand, '='), *slash = strrchr(operand, '/');
    bool has_name = equals && (!slash || equals < strchr(operand, '/'));
    const char *path = has_name ? equals + 1 : operand;
    const char *name = has_name ? arena_copy(arena, operand, (size_t)(equals - operand)) : slash ? slash + 1 : operand;
    const char *problem = pack_name_problem(arena, name, strlen(name));
    file->name = name;
    if (problem) {
        tool->status = EXIT_INPUT;
        return message_error(&tool->messages, operand, 0, has_name ? "%s" : "%s; write NAME=%s", problem, path);
    }
    if (!tool_read_bytes(tool, path, owned, &file->size_bytes))
        return false;
    file->bytes = *owned;
    return true;
}

static const schema_map_t *find_map(const schema_t *schema, const char *name)
{
    for (size_t index = 0; index < schema->item_count; index++)
        if (schema->items[index].kind == SCHEMA_MAP && strcmp(schema->items[index].of.map->name.name, name) == 0)
            return schema->items[index].of.map;
    return NULL;
}

/* A map's program opens files by its labels: each must be there. */
static bool check_map(tool_t *tool, const packed_file_t *files, size_t count, uint64_t *most_bytes)
{
    const char *written = tool->options->map, *colon = strrchr(written, ':');
    if (!colon || !colon[1])
        return message_error(&tool->messages, written, 0, "--map takes a layout and a map in it, as LAYOUT.mr:assets");
    if (!tool_read_layout(tool, arena_copy(tool->compile.arena, written, (size_t)(colon - written))))
        return false;
    const schema_map_t *map = find_map(tool->schema, colon + 1);
    bool is_good = true;
    if (!map)
        return message_error(&tool->messages, written, 0, "the layout has no map '%s'", colon + 1);
    for (size_t entry = 0; entry < map->entry_count; entry++) {
        bool is_there = false;
        for (size_t index = 0; index < count; index++)
            is_there |= strcmp(files[index].name, map->entries[entry].label) == 0;
        if (!is_there)
            is_good = message_error(&tool->messages, written, 0, "map '%s' wants a file '%s', and there is none",
                                    map->name.name, map->entries[entry].label);
    }
    if (!*most_bytes || map->size_bytes < *most_bytes)
        *most_bytes = map->size_bytes;
    return is_good;
}

static void pack(tool_t *tool)
{
    const options_t *options = tool->options;
    size_t count = options->operand_count - 1;
    uint64_t most_bytes = options->size_bytes;
    packed_file_t *files = ARENA_ARRAY(tool->compile.arena, packed_file_t, count + 1);
    char **owned = ARENA_ARRAY(tool->compile.arena, char *, count + 1);
    bool is_good = true;
    for (size_t index = 0; index < count; index++)
        is_good &= read_packed(tool, options->operands[index + 1], &files[index], &owned[index]);
    if (is_good && options->map)
        is_good = check_map(tool, files, count, &most_bytes);
    if (is_good && pack_write(&tool->messages, options->output_file, files, count, most_bytes, &tool->out))
        write_area(tool, options->offset);
    else if (tool->status == EXIT_DONE)
        tool->status = EXIT_INPUT;
    for (size_t index = 0; index < count; index++)
        free(owned[index]);
}

static void list_text(text_t *out, const packed_file_t *files, size_t count)
{
    text_put_string(out, "name          offset        size\n");
    for (size_t index = 0; index < count; index++) {
        char line[60];
        snprintf(line, sizeof line, "  0x%08llX  %10llu\n", (unsigned long long)files[index].offset,
                 (unsigned long long)files[index].size_bytes);
        text_put_padded(out, padded(files[index].name, PACK_NAME_BYTES));
        text_put_string(out, line);
    }
}

static void list_json(text_t *out, const packed_file_t *files, size_t count)
{
    text_put_char(out, '[');
    for (size_t index = 0; index < count; index++) {
        text_put_string(out, index ? ",\n  {\"name\": " : "\n  {\"name\": ");
        json_put_string(out, files[index].name);
        text_format(out, ", \"offset\": %llu, \"size\": %llu}", (unsigned long long)files[index].offset,
                    (unsigned long long)files[index].size_bytes);
    }
    text_put_string(out, count ? "\n]\n" : "]\n");
}

/* A packed file's name becomes a file's in one folder, and nothing else. */
static bool is_safe(const char *name)
{
    return !strchr(name, '/') && !strchr(name, '\\') && strcmp(name, ".") != 0 && strcmp(name, "..") != 0;
}

static void unpack(tool_t *tool, const char *path, const packed_file_t *files, size_t count)
{
    outputs_t *outputs = outputs_create(tool->compile.arena);
    bool is_good = true;
    for (size_t index = 0; index < count; index++) {
        if (!is_safe(files[index].name)) {
            is_good = message_error(&tool->messages, path, 0, "the name '%s' would lead out of the folder",
                                    files[index].name);
            continue;
        }
        const char *to = arena_format(tool->compile.arena, "%s/%s", tool->options->output_file, files[index].name);
        text_put_bytes(output_add(outputs, to), files[index].bytes, files[index].size_bytes);
    }
    if (!is_good)
        tool->status = EXIT_INPUT;
    else if (!outputs_commit(outputs))
        tool->status = EXIT_USE;
    outputs_destroy(outputs);
}

static void list_or_unpack(tool_t *tool, bool is_list)
{
    const options_t *options = tool->options;
    const char *path = input_name(options->operands[1]);
    image_t image = { 0 };
    packed_file_t *files;
    size_t count, length_bytes;
    if (!tool_read_image(tool, options->operands[1], &image)) {
        image_free(&image);
        return;
    }
    char *bytes = tool_area(tool, &image, &length_bytes);
    image_free(&image);
    if (!pack_read(tool->compile.arena, &tool->messages, path, bytes, length_bytes, &files, &count)) {
        tool->status = EXIT_INPUT;
    } else if (!is_list) {
        unpack(tool, path, files, count);
    } else {
        (options->is_json ? list_json : list_text)(&tool->out, files, count);
        if (!tool_write(tool, NULL))
            tool->status = EXIT_USE;
    }
    free(bytes);
}

int run_image(const options_t *options)
{
    tool_t tool;
    tool_start(&tool, options);
    if (options->action == ACTION_IMAGE_PACK)
        pack(&tool);
    else
        list_or_unpack(&tool, options->action == ACTION_IMAGE_LIST);
    return tool_finish(&tool);
}

/* ---- partition */

/* The one partition table of a layout. */
static bool table_of_layout(tool_t *tool, const char *path, partition_table_t *table)
{
    const schema_partitions_t *found = NULL;
    if (!tool_read_layout(tool, path))
        return false;
    for (size_t index = 0; index < tool->schema->item_count; index++) {
        if (tool->schema->items[index].kind != SCHEMA_PARTITIONS)
            continue;
        if (found)
            return message_error(&tool->messages, path, 0, "the layout has more than one partition table: compile it, "
                                 "each becomes NAME.csv and NAME.bin");
        found = tool->schema->items[index].of.partitions;
    }
    if (!found)
        return message_error(&tool->messages, path, 0, "the layout has no partition table: partitions NAME { … }");
    *table = partition_table_of(tool->compile.arena, found);
    return true;
}

/* Text has no control characters but those of its lines; a flash image has. */
static bool is_text(const char *chars, size_t length_bytes)
{
    enum { LOOKED_AT_BYTES = 65536 };
    if (length_bytes >= 2 && (memcmp(chars, "\xFF\xFE", 2) == 0 || memcmp(chars, "\xFE\xFF", 2) == 0))
        return true;
    for (size_t index = 0; index < length_bytes && index < LOOKED_AT_BYTES; index++) {
        unsigned char byte = (unsigned char)chars[index];
        if ((byte < 0x20 && !strchr("\t\n\v\f\r", byte)) || byte == 0 || byte == 0xFF)
            return false;
    }
    return true;
}

/* A table of its own, or the one in a firmware image. */
static bool table_of_image(tool_t *tool, const char *path, const image_t *image, partition_table_t *table)
{
    const options_t *options = tool->options;
    uint8_t magic[2] = { 0 };
    uint64_t first = options->offset, length;
    if (!options->has_offset) {
        if (image_reach(image, 0, sizeof magic) == sizeof magic)
            image_get(image, 0, magic, sizeof magic);
        first = magic[0] == 0xAA && magic[1] == 0x50 ? 0 : PARTITION_TABLE_OFFSET;
    }
    table->offset = options->has_offset ? first : PARTITION_TABLE_OFFSET;
    length = image_reach(image, first, PARTITION_TABLE_BYTES);
    if (!length)
        return message_error(&tool->messages, path, 0, "there is no partition table at 0, and the image ends before "
                             "0x%llX: say where it is, with --offset", (unsigned long long)first);
    char *bytes = arena_allocate(tool->compile.arena, PARTITION_TABLE_BYTES);
    image_get(image, first, (uint8_t *)bytes, (size_t)length);
    if (!partition_read_binary(tool->compile.arena, &tool->messages, path, bytes, (size_t)length, table))
        return false;
    return table->count || message_error(&tool->messages, path, 0, "there is no partition table at 0x%llX, nothing but "
                                         "0xFF: say where it is, with --offset", (unsigned long long)first);
}

static bool read_table(tool_t *tool, const char *path, partition_table_t *table)
{
    arena_t *arena = tool->compile.arena;
    size_t length = strlen(path), length_bytes;
    char *chars;
    *table = (partition_table_t){ .offset = PARTITION_TABLE_OFFSET };
    if (tool->options->has_offset)
        table->offset = tool->options->offset;
    if (length > 3 && strcmp(path + length - 3, ".mr") == 0)
        return table_of_layout(tool, path, table);
    if (!tool_read_bytes(tool, path, &chars, &length_bytes))
        return false;
    image_t image;
    const char *name = input_name(path);
    bool is_good = image_parse(&image, &tool->messages, name, chars, length_bytes);
    if (is_good)
        is_good = !image.is_hex && is_text(chars, length_bytes)
            ? partition_read_csv(arena, &tool->messages, name, chars, length_bytes, table)
            : table_of_image(tool, name, &image, table);
    image_free(&image);
    free(chars);
    return is_good;
}

int run_partition(const options_t *options)
{
    tool_t tool;
    partition_table_t table;
    const char *path = options->operands[1];
    bool is_show = options->action == ACTION_PARTITION_SHOW;
    tool_start(&tool, options);
    bool is_read = read_table(&tool, path, &table);
    if (options->action == ACTION_PARTITION_BIN)
        table.lacks_checksum = false;   /* what is written has one */
    bool is_good = partition_table_check(tool.compile.arena, &tool.messages, input_name(path), &table) && is_read;
    if (!is_good && tool.status == EXIT_DONE)
        tool.status = EXIT_INPUT;
    if (is_show && table.count)
        partition_show(&tool.out, &table);
    else if (is_good && options->action == ACTION_PARTITION_CSV)
        partition_write_csv(&tool.out, &table);
    else if (is_good && !is_show)
        partition_write_binary(&tool.out, &table);
    if (is_good && options->action == ACTION_PARTITION_BIN)
        write_area(&tool, table.offset);
    else if (tool.out.length_bytes && !tool_write(&tool, options->output_file))
        tool.status = EXIT_USE;
    return tool_finish(&tool);
}
