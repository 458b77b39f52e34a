/* Record stores in images: records are listed, taken out, put in, deleted; see tools.h. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "encode.h"
#include "input.h"
#include "json_text.h"
#include "storageat_image.h"
#include "tool.h"
#include "tools.h"
#include "whole.h"

/* A store to work on: the bytes of its area, which lie in an image at `first`. */
typedef struct store_area {
    tool_t *tool;
    const char *path;
    image_t image;
    uint64_t first;
    uint8_t *bytes;
    size_t length_bytes;
    storageat_image_t records;
} store_area_t;

typedef struct record_key { char prefix[4]; uint32_t id; const char *file; } record_key_t;

/* ---- keys: PREFIX:ID, or PREFIX:ID=FILE */

static bool read_prefix(const char *chars, size_t count, char prefix[4])
{
    size_t length = 0;
    for (size_t index = 0; index < count; index++) {
        unsigned byte = (unsigned char)chars[index];
        if (byte == '\\' && index + 3 < count && chars[index + 1] == 'x' && isxdigit((unsigned char)chars[index + 2])
            && isxdigit((unsigned char)chars[index + 3])) {
            char digits[3] = { chars[index + 2], chars[index + 3], 0 };
            byte = (unsigned)strtoul(digits, NULL, 16);
            index += 3;
        }
        if (length == 3 || !byte)
            return false;
        prefix[length++] = (char)byte;
    }
    prefix[length] = 0;
    return length > 0;
}

static bool read_key(tool_t *tool, const char *operand, bool has_file, record_key_t *key)
{
    size_t end = has_file ? strcspn(operand, "=") : strlen(operand);
    const char *written = arena_copy(tool->compile.arena, operand, end), *colon = strrchr(written, ':');
    whole_t id;
    if (has_file && !operand[end])
        return message_error(&tool->messages, operand, 0, "a record to put is PREFIX:ID=FILE, as CFG:1=config.bin");
    if (!colon || !whole_read(colon + 1, &id) || id.is_negative || id.is_too_large || id.size > UINT32_MAX)
        return message_error(&tool->messages, operand, 0, "a record's key is PREFIX:ID, as CFG:1, with an id from 0 to "
                             "0xFFFFFFFF");
    if (!read_prefix(written, (size_t)(colon - written), key->prefix))
        return message_error(&tool->messages, operand, 0, "a prefix has 1 to 3 bytes, none of them 0; \\xHH is any byte");
    key->id = (uint32_t)id.size;
    key->file = has_file ? operand + end + 1 : NULL;
    return true;
}

static void put_key(text_t *text, const char *prefix, uint32_t id)
{
    for (const char *at = prefix; *at; at++) {
        if (isgraph((unsigned char)*at) && *at != '\\')
            text_put_char(text, *at);
        else
            text_format(text, "\\x%02X", (unsigned)(unsigned char)*at);
    }
    text_format(text, ":%u", (unsigned)id);
}

/* ---- areas */

static bool open_area(store_area_t *area, tool_t *tool, const char *path)
{
    const options_t *options = tool->options;
    *area = (store_area_t){ .tool = tool, .path = input_name(path) };
    if (!tool_read_image(tool, path, &area->image))
        return false;
    area->first = options->has_offset ? options->offset : area->image.run_count ? area->image.runs[0].address : 0;
    area->bytes = (uint8_t *)tool_area(tool, &area->image, &area->length_bytes);
    if (options->size_bytes && options->size_bytes < area->length_bytes)
        area->length_bytes = (size_t)options->size_bytes;
    if (storageat_image_is(area->bytes, area->length_bytes))
        return storageat_image_open(&area->records, area->bytes, area->length_bytes)
            || message_error(&tool->messages, area->path, 0, "the store is larger than 4 GiB");
    return message_error(&tool->messages, area->path, 0, "there is no store in its %llu bytes from 0x%llX on: --offset says "
                         "where it begins", (unsigned long long)area->length_bytes, (unsigned long long)area->first);
}

static void close_area(store_area_t *area)
{
    image_free(&area->image);
    free(area->bytes);
}

/* The whole image with what has changed in the area: raw, or Intel HEX where the name asks for it. */
static void write_area(store_area_t *area)
{
    tool_t *tool = area->tool;
    const char *path = tool->options->output_file;
    image_put(&area->image, area->first, area->bytes, area->length_bytes);
    if (is_hex_path(path))
        image_write_hex(&area->image, &tool->out);
    else
        image_write_raw(&area->image, area->image.is_hex ? area->image.runs[0].address : 0, &tool->out);
    if (!tool_write(tool, path))
        tool->status = EXIT_USE;
}

/* ---- what each action does; false where the input is at fault */

static bool list_records(store_area_t *area)
{
    text_t *out = &area->tool->out;
    mr_storageat_record_t record;
    bool is_json = area->tool->options->is_json, is_first = true, is_good = true;
    text_put_string(out, is_json ? "[" : "record              address        bytes\n");
    for (mr_status_t status = mr_storageat_next(&area->records.reader, &record, true); status != MR_NOT_FOUND;
         status = mr_storageat_next(&area->records.reader, &record, false)) {
        const char *state = status != MR_OK ? "damaged" : record.is_recovered ? "its table is lost" : "";
        char chars[40];
        text_t key = TEXT_IN(chars);
        put_key(&key, record.prefix, record.id);
        is_good &= status == MR_OK;
        if (is_json) {
            text_put_string(out, is_first ? "\n  {\"prefix\": " : ",\n  {\"prefix\": ");
            json_put_string(out, record.prefix, strlen(record.prefix));
            text_format(out, ", \"id\": %u, \"address\": %u, \"bytes\": %u, \"is_damaged\": %s, \"is_recovered\": %s}",
                        (unsigned)record.id, (unsigned)record.address, (unsigned)record.capacity_bytes,
                        status != MR_OK ? "true" : "false", record.is_recovered ? "true" : "false");
        } else {
            text_format(out, "%-17s  0x%08X  %9u%s%s\n", text_chars(&key), (unsigned)record.address,
                        (unsigned)record.capacity_bytes, *state ? "  " : "", state);
        }
        text_free(&key);
        is_first = false;
    }
    if (is_json)
        text_put_string(out, is_first ? "]\n" : "\n]\n");
    if (!tool_write(area->tool, NULL))
        area->tool->status = EXIT_USE;
    return is_good || message_error(&area->tool->messages, area->path, 0, "a record is damaged: 'store check' tells where");
}

static bool get_record(store_area_t *area, const record_key_t *key)
{
    tool_t *tool = area->tool;
    uint32_t address;
    mr_storageat_record_t record;
    mr_storageat_t *reader = &area->records.reader;
    char chars[40];
    text_t name = TEXT_IN(chars);
    put_key(&name, key->prefix, key->id);
    if (mr_storageat_find(reader, MR_FIND_EQUAL, key->prefix, key->id, &address) != MR_OK)
        return message_error(&tool->messages, area->path, 0, "there is no record %s", text_chars(&name));
    bool is_whole = mr_storageat_stat(reader, address, &record) == MR_OK;
    uint8_t *bytes = arena_allocate(tool->compile.arena, record.capacity_bytes + 1);
    if (record.capacity_bytes && mr_storageat_load(reader, address, bytes, record.capacity_bytes) == MR_OK)
        text_put_bytes(&tool->out, (const char *)bytes, record.capacity_bytes);
    if (!tool_write(tool, tool->options->output_file))
        tool->status = EXIT_USE;
    return is_whole || message_error(&tool->messages, area->path, 0, "record %s is damaged: only its first %u bytes are "
                                     "whole", text_chars(&name), (unsigned)record.capacity_bytes);
}

static bool put_record(store_area_t *area, const record_key_t *key, const char *operand)
{
    tool_t *tool = area->tool;
    char *bytes;
    size_t length_bytes;
    uint32_t free_pages, all_pages;
    if (!tool_read_bytes(tool, key->file, &bytes, &length_bytes))
        return false;
    mr_status_t status = length_bytes <= UINT32_MAX
        ? storageat_image_put(&area->records, key->prefix, key->id, bytes, (uint32_t)length_bytes) : MR_NO_SPACE;
    free(bytes);
    if (status == MR_OK)
        return true;
    if (status == MR_BAD_ARGUMENT)
        return message_error(&tool->messages, operand, 0, "the file is empty: a record has at least one byte");
    storageat_image_count(&area->records, &free_pages, &all_pages);
    return message_error(&tool->messages, operand, 0, "%zu bytes do not fit: %u of %u pages of %d bytes are free", length_bytes,
                         (unsigned)free_pages, (unsigned)all_pages, MR_STORAGEAT_PAYLOAD_BYTES);
}

static bool delete_record(store_area_t *area, const record_key_t *key, const char *operand)
{
    return storageat_image_delete(&area->records, key->prefix, key->id) == MR_OK
        || message_error(&area->tool->messages, operand, 0, "there is no such record in %s", area->path);
}

static void tell_finding(void *context, uint32_t address, const char *message)
{
    store_area_t *area = context;
    (void)message_error(&area->tool->messages, area->path, 0, "0x%llX: %s", (unsigned long long)(area->first + address),
                        message);
}

static bool check_store(store_area_t *area)
{
    uint32_t free_pages, all_pages;
    unsigned count = storageat_image_check(&area->records, tell_finding, area);
    storageat_image_count(&area->records, &free_pages, &all_pages);
    text_format(&area->tool->out, "%s: StorageAT, %u of %u pages free, %u finding%s\n", area->path, (unsigned)free_pages,
                (unsigned)all_pages, count, count == 1 ? "" : "s");
    if (!tool_write(area->tool, NULL))
        area->tool->status = EXIT_USE;
    return count == 0;
}

/* The keys of all operands from `from` on, in turn. */
static bool change_records(store_area_t *area, size_t from, bool puts)
{
    const options_t *options = area->tool->options;
    bool is_good = true;
    for (size_t index = from; index < options->operand_count; index++) {
        record_key_t key;
        const char *operand = options->operands[index];
        is_good = read_key(area->tool, operand, puts, &key)
            && (puts ? put_record(area, &key, operand) : delete_record(area, &key, operand)) && is_good;
    }
    if (is_good)
        write_area(area);
    return is_good;
}

static bool make_store(tool_t *tool)
{
    const options_t *options = tool->options;
    store_area_t area = { .tool = tool, .path = options->output_file, .first = options->offset };
    area.length_bytes = (size_t)options->size_bytes;
    if (options->size_bytes < MR_STORAGEAT_MACROBLOCK_BYTES || options->size_bytes > UINT32_MAX)
        return message_error(&tool->messages, options->output_file, 0, "'--size' is missing or wrong: a store has %d bytes to "
                             "4 GiB", MR_STORAGEAT_MACROBLOCK_BYTES);
    area.bytes = malloc(area.length_bytes);
    if (!area.bytes)
        out_of_memory();
    (void)storageat_image_open(&area.records, area.bytes, area.length_bytes);
    storageat_image_format(&area.records);
    bool is_good = change_records(&area, 1, true);
    close_area(&area);
    return is_good;
}

static bool work_on_area(tool_t *tool, const char *action)
{
    const options_t *options = tool->options;
    store_area_t area;
    record_key_t key;
    bool is_good = options->operand_count > 1 ? open_area(&area, tool, options->operands[1])
                                              : message_error(&tool->messages, "store", 0, "no image is named");
    if (options->operand_count < 2)
        return false;
    if (!is_good)
        ;
    else if (strcmp(action, "list") == 0)
        is_good = list_records(&area);
    else if (strcmp(action, "check") == 0)
        is_good = check_store(&area);
    else if (strcmp(action, "get") == 0)
        is_good = (options->operand_count == 3
                   || message_error(&tool->messages, area.path, 0, "'store get' takes one record, as CFG:1"))
            && read_key(tool, options->operands[2], false, &key) && get_record(&area, &key);
    else
        is_good = (options->operand_count > 2
                   || message_error(&tool->messages, area.path, 0, "no record is named, as CFG:1"))
            && change_records(&area, 2, strcmp(action, "put") == 0);
    close_area(&area);
    return is_good;
}

int run_store(const options_t *options)
{
    tool_t tool;
    const char *action = options->operands[0];
    tool_start(&tool, options);
    bool is_good = strcmp(action, "make") == 0 ? make_store(&tool) : work_on_area(&tool, action);
    if (!is_good && tool.status == EXIT_DONE)
        tool.status = EXIT_INPUT;
    return tool_finish(&tool);
}
