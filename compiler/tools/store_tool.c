/* Record stores in images: records are listed, taken out, put in, deleted; see tools.h. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "decode.h"
#include "encode.h"
#include "input.h"
#include "json_text.h"
#include "little_endian.h"
#include "nearest.h"
#include "output.h"
#include "store_search.h"
#include "storageat_image.h"
#include "tool.h"
#include "tools.h"
#include "whole.h"

/* A store to work on: records in an image, and what a layout knows of them. */
typedef struct store_work {
    tool_t *tool;
    const char *path;
    image_t image;
    uint8_t *bytes;                /* that were searched; for free() */
    const schema_store_t *store;   /* NULL without --layout */
    shapes_t shapes;
    records_t *records;
} store_work_t;

typedef struct record_key { char prefix[4]; uint32_t id; const char *file; } record_key_t;

static bool complain(store_work_t *work, const char *message)
{
    return message_error(&work->tool->messages, work->path, 0, "%s", message);
}

/* The command line is at fault, not what it names. */
static bool wrong_use(store_work_t *work, const char *message)
{
    work->tool->status = EXIT_USE;
    return complain(work, message);
}

/* ---- what the layout says */

static bool read_layout(store_work_t *work)
{
    tool_t *tool = work->tool;
    const char *written = tool->options->layout, *colon = strrchr(written, ':');
    bool has_name = colon && colon - written > 3 && memcmp(colon - 3, ".mr", 3) == 0;
    const char *names[16];
    size_t count = 0;
    if (!tool_read_layout(tool, has_name ? arena_copy(tool->compile.arena, written, (size_t)(colon - written)) : written))
        return false;
    for (size_t index = 0; index < tool->schema->item_count; index++) {
        const schema_item_t *item = &tool->schema->items[index];
        if (item->kind != SCHEMA_STORE)
            continue;
        if (count < 16)
            names[count] = item->of.store->name.name;
        count++;
        if (!has_name || strcmp(item->of.store->name.name, colon + 1) == 0
            || strcmp(item->of.store->name.snake, colon + 1) == 0)
            work->store = item->of.store;
    }
    work->shapes = shapes_make(tool->compile.arena, tool->schema, NULL);
    if (!count)
        return message_error(&tool->messages, written, 0, "the layout has no store");
    if (!has_name && count > 1)
        return message_error(&tool->messages, written, 0, "the layout has %zu stores: say which one, as %s:%s", count,
                             written, names[0]);
    if (work->store)
        return true;
    const char *nearest = nearest_find(colon + 1, names, count < 16 ? count : 16, NULL);
    return message_error(&tool->messages, written, 0, "the layout has no store '%s'; it has '%s'", colon + 1,
                         nearest ? nearest : names[0]);
}

static const schema_record_t *record_of_prefix(const store_work_t *work, const char *prefix)
{
    for (size_t index = 0; work->store && index < work->store->record_count; index++)
        if (strcmp(work->store->records[index].prefix, prefix) == 0)
            return &work->store->records[index];
    return NULL;
}

/* "Sample", "log.Sample", or in snake_case. */
static const schema_record_t *record_of_name(const store_work_t *work, const char *name)
{
    const char *dot = strchr(name, '.');
    if (!work->store)
        return NULL;
    if (dot && strncmp(name, work->store->name.name, (size_t)(dot - name)) == 0
        && strlen(work->store->name.name) == (size_t)(dot - name))
        name = dot + 1;
    for (size_t index = 0; index < work->store->record_count; index++) {
        const schema_record_t *record = &work->store->records[index];
        if (strcmp(record->name.name, name) == 0 || strcmp(record->name.snake, name) == 0)
            return record;
    }
    return NULL;
}

/* Records of raw bytes in a ring have their length before them. */
static bool has_length(const schema_record_t *record) { return record && record->is_ring && !record->body; }

/* A record's value out of what the store has. */
static void take_value(const schema_record_t *record, const uint8_t **bytes, uint32_t *length_bytes)
{
    if (!has_length(record) || *length_bytes < 2)
        return;
    uint32_t length = little_get_u16(*bytes);
    *bytes += 2;
    *length_bytes = length < *length_bytes - 2 ? length : *length_bytes - 2;
}

/* ---- keys: PREFIX:ID, or PREFIX:ID=FILE; with a layout also NAME:ID */

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

static bool read_key(store_work_t *work, const char *operand, bool has_file, record_key_t *key)
{
    messages_t *messages = &work->tool->messages;
    size_t end = has_file ? strcspn(operand, "=") : strlen(operand);
    const char *written = arena_copy(work->tool->compile.arena, operand, end), *colon = strrchr(written, ':');
    whole_t id;
    if (has_file && !operand[end])
        return message_error(messages, operand, 0, "a record to put is PREFIX:ID=FILE, as CFG:1=config.bin");
    if (!colon || !whole_read(colon + 1, &id) || id.is_negative || id.is_too_large || id.size > UINT32_MAX)
        return message_error(messages, operand, 0, "a record's key is PREFIX:ID, as CFG:1, with an id from 0 to "
                             "0xFFFFFFFF");
    size_t count = (size_t)(colon - written);
    bool is_prefix = read_prefix(written, count, key->prefix);
    if (work->store && (!is_prefix || !record_of_prefix(work, key->prefix))) {
        const schema_record_t *record = record_of_name(work, arena_copy(work->tool->compile.arena, written, count));
        if (record)
            strcpy(key->prefix, record->prefix);
        else
            return message_error(messages, operand, 0, "store '%s' has no record with this prefix or name",
                                 work->store->name.name);
    } else if (!is_prefix) {
        return message_error(messages, operand, 0, "a prefix has 1 to 3 bytes, none of them 0; \\xHH is any byte");
    }
    key->id = (uint32_t)id.size;
    key->file = has_file ? operand + end + 1 : NULL;
    return true;
}

static const char *key_text(arena_t *arena, const char *prefix, bool has_id, uint32_t id)
{
    char chars[40];
    text_t text = TEXT_IN(chars);
    text_put_visible(&text, prefix);
    if (has_id)
        text_format(&text, ":%u", (unsigned)id);
    else
        text_put_string(&text, ":?");
    return text_take(&text, arena);
}

/* ---- areas */

static bool use(store_work_t *work, records_t *records, uint64_t first, const char *problem)
{
    work->records = records;
    if (records)
        records->first = first;
    return records || message_error(&work->tool->messages, work->path, 0, "0x%llX: %s", (unsigned long long)first, problem);
}

static bool use_native(store_work_t *work, const uint8_t *bytes, size_t length_bytes, uint64_t first, const store_plan_t *plan)
{
    const char *problem;
    records_t *records = store_image_open(work->tool->compile.arena, bytes, length_bytes, plan, &problem);
    return use(work, records, first, problem);
}

static bool use_storageat(store_work_t *work, uint8_t *bytes, size_t length_bytes, uint64_t first)
{
    return use(work, storageat_records_open(work->tool->compile.arena, bytes, length_bytes), first,
               "the store is larger than 4 GiB");
}

/* Where the layout's store lies: in Intel HEX at its address, in a raw image from its region's start on, or alone. */
static uint64_t first_of_layout(const store_work_t *work)
{
    const options_t *options = work->tool->options;
    const schema_store_t *store = work->store;
    if (options->has_offset)
        return options->offset;
    if (work->image.is_hex && store->region->has_address)
        return store->region->address + store->region_offset;
    return !work->image.is_hex && image_end(&work->image) == store->size_bytes ? 0 : store->region_offset;
}

static bool open_by_layout(store_work_t *work)
{
    store_plan_t plan;
    uint64_t first = first_of_layout(work), reach;
    store_plan_of_schema(work->tool->compile.arena, work->store, &plan);
    reach = image_reach(&work->image, first, store_plan_bytes(&plan));
    if (reach < store_plan_bytes(&plan))
        return message_error(&work->tool->messages, work->path, 0, "store '%s' is %llu bytes at 0x%llX, and %s%llu of them "
                             "%s there: --offset says where it begins", work->store->name.name,
                             (unsigned long long)store_plan_bytes(&plan), (unsigned long long)first, reach ? "only " : "",
                             (unsigned long long)reach, reach == 1 ? "is" : "are");
    work->bytes = malloc((size_t)reach + 1);
    if (!work->bytes)
        out_of_memory();
    image_get(&work->image, first, work->bytes, (size_t)reach);
    return use_native(work, work->bytes, (size_t)reach, first, &plan);
}

static bool tell_places(store_work_t *work, const store_found_t *found, size_t count, uint64_t first)
{
    arena_t *arena = work->tool->compile.arena;
    const char *places = "";
    for (size_t index = 0; index < count; index++)
        places = arena_format(arena, "%s%s0x%llX", places, index ? ", " : "", (unsigned long long)(first + found[index].offset));
    return message_error(&work->tool->messages, work->path, 0, "there are %zu stores: say which one, with --offset; they "
                         "begin at %s", count, places);
}

/* What was said of the size outdoes what the bytes tell. */
static void resize(const options_t *options, store_plan_t *plan, size_t length_bytes)
{
    if (plan->is_size_known || !options->size_bytes || plan->offset % plan->erase_bytes || length_bytes % plan->erase_bytes)
        return;
    plan->log_sectors = (uint32_t)(length_bytes / plan->erase_bytes);
    plan->offset = 0;
    plan->is_size_known = true;
}

static bool open_found(store_work_t *work, store_found_t *found, size_t length_bytes, uint64_t first)
{
    if (!found->is_native)
        return use_storageat(work, work->bytes + found->offset, (size_t)(found->offset ? found->length_bytes : length_bytes),
                             first + found->offset);
    resize(work->tool->options, &found->plan, length_bytes);
    uint64_t offset = found->plan.offset < length_bytes ? found->plan.offset : length_bytes;
    return use_native(work, work->bytes + offset, (size_t)(length_bytes - offset), first + offset, &found->plan);
}

/* The store that begins where the bytes do, or the only one in them. */
static bool open_by_search(store_work_t *work, size_t length_bytes, uint64_t first)
{
    store_found_t *found;
    size_t count = store_search(work->tool->compile.arena, work->bytes, length_bytes, &found);
    if (count == 1 || (count && work->tool->options->has_offset && !found[0].offset))
        return open_found(work, &found[0], length_bytes, first);
    if (count)
        return tell_places(work, found, count, first);
    if (store_search_has_sectors(work->bytes, length_bytes))
        return complain(work, "there are sectors of a store, but not its table, which says what they hold: --layout does");
    if (storageat_image_is(work->bytes, length_bytes))
        return use_storageat(work, work->bytes, length_bytes, first);
    return message_error(&work->tool->messages, work->path, 0, "there is no store in its %llu bytes from 0x%llX on: --offset "
                         "says where it begins", (unsigned long long)length_bytes, (unsigned long long)first);
}

static bool open_work(store_work_t *work, const char *path)
{
    tool_t *tool = work->tool;
    const options_t *options = tool->options;
    size_t length_bytes;
    work->path = input_name(path);
    if (!tool_read_image(tool, path, &work->image))
        return false;
    if (work->store)
        return open_by_layout(work);
    work->bytes = (uint8_t *)tool_area(tool, &work->image, &length_bytes);
    if (options->size_bytes && options->size_bytes < length_bytes)
        length_bytes = (size_t)options->size_bytes;
    return open_by_search(work, length_bytes, options->has_offset ? options->offset
                          : work->image.run_count ? work->image.runs[0].address : 0);
}

/* The whole image with what has changed in the area: raw, or Intel HEX where the name asks for it. */
static void write_work(store_work_t *work)
{
    tool_t *tool = work->tool;
    const char *path = tool->options->output_file;
    const records_t *records = work->records;
    image_put(&work->image, records->first, records->bytes, records->length_bytes);
    if (is_hex_path(path))
        image_write_hex(&work->image, &tool->out);
    else
        image_write_raw(&work->image, work->image.is_hex ? work->image.runs[0].address : 0, &tool->out);
    if (!tool_write(tool, path))
        tool->status = EXIT_USE;
}

/* ---- list */

static const char *name_of(const store_work_t *work, const record_t *record)
{
    const schema_record_t *known = record_of_prefix(work, record->prefix);
    arena_t *arena = work->tool->compile.arena;
    if (!known)
        return "";
    return record->has_id ? arena_format(arena, "%s.%s %u", work->store->name.name, known->name.name, (unsigned)record->id)
                          : arena_format(arena, "%s.%s ?", work->store->name.name, known->name.name);
}

static const char *state_of(const record_t *record) { return record->is_damaged ? "damaged" : record->note; }

static void list_text(store_work_t *work, const record_t *items, size_t count)
{
    arena_t *arena = work->tool->compile.arena;
    text_t *out = &work->tool->out;
    int width = 4;
    for (size_t index = 0; work->store && index < count; index++)
        if ((int)strlen(name_of(work, &items[index])) > width)
            width = (int)strlen(name_of(work, &items[index]));
    if (work->store)
        text_format(out, "%-*s  ", width, "name");
    text_put_string(out, "record              address        bytes\n");
    for (size_t index = 0; index < count; index++) {
        const record_t *record = &items[index];
        if (work->store)
            text_format(out, "%-*s  ", width, name_of(work, record));
        text_format(out, "%-17s  ", key_text(arena, record->prefix, record->has_id, record->id));
        if (record->has_address)
            text_format(out, "0x%08X", (unsigned)record->address);
        else
            text_format(out, "%10s", "in a ring");
        text_format(out, "  %9u%s%s\n", (unsigned)record->length_bytes, *state_of(record) ? "  " : "", state_of(record));
    }
}

/* The fields where the layout knows them and the length fits, else the bytes in hexadecimal. */
static void put_value(store_work_t *work, const schema_record_t *record, const uint8_t *bytes, uint32_t length_bytes,
                      unsigned depth)
{
    text_t *out = &work->tool->out;
    arena_t *arena = work->tool->compile.arena;
    const char *name = arena_format(arena, "%s.%s", work->store->name.name, record->name.name);
    const shape_t *shape = record->body && length_bytes == record->most_bytes
        ? shapes_find(&work->shapes, name, strlen(name)) : NULL;
    if (shape) {
        decode_json_value(arena, shape, bytes, depth, out);
        return;
    }
    text_put_char(out, '"');
    for (uint32_t index = 0; index < length_bytes; index++)
        text_format(out, "%02x", bytes[index]);
    text_put_char(out, '"');
}

static void list_value(store_work_t *work, const record_t *record)
{
    const schema_record_t *known = record_of_prefix(work, record->prefix);
    arena_t *arena = work->tool->compile.arena;
    text_t *out = &work->tool->out;
    const uint8_t *bytes;
    uint32_t length_bytes;
    if (!known)
        return;
    arena_mark_t mark = arena_mark(arena);
    text_format(out, ",\n   \"record\": \"%s.%s\"", work->store->name.name, known->name.name);
    if (record->has_id && !record->is_damaged
        && work->records->format->get(work->records, record->prefix, record->id, &bytes, &length_bytes) == MR_OK) {
        take_value(known, &bytes, &length_bytes);
        text_put_string(out, ", \"value\": ");
        put_value(work, known, bytes, length_bytes, 1);
    }
    arena_release(arena, mark);
}

static void list_json(store_work_t *work, const record_t *items, size_t count)
{
    text_t *out = &work->tool->out;
    text_put_char(out, '[');
    for (size_t index = 0; index < count; index++) {
        const record_t *record = &items[index];
        text_put_string(out, index ? ",\n  {\"prefix\": " : "\n  {\"prefix\": ");
        char chars[16];
        text_t prefix = TEXT_IN(chars);
        text_put_visible(&prefix, record->prefix);
        json_put_string(out, text_chars(&prefix));
        text_free(&prefix);
        text_put_string(out, ", \"id\": ");
        if (record->has_id)
            text_format(out, "%u", (unsigned)record->id);
        else
            text_put_string(out, "null");
        text_put_string(out, ", \"address\": ");
        if (record->has_address)
            text_format(out, "%u", (unsigned)record->address);
        else
            text_put_string(out, "null");
        text_format(out, ", \"bytes\": %u, \"is_damaged\": %s, \"is_recovered\": %s", (unsigned)record->length_bytes,
                    record->is_damaged ? "true" : "false", *record->note ? "true" : "false");
        list_value(work, record);
        text_put_char(out, '}');
    }
    text_put_string(out, count ? "\n]\n" : "]\n");
}

static bool list_records(store_work_t *work)
{
    record_t *items;
    size_t count;
    bool is_good = work->records->format->list(work->records, &items, &count), is_damaged = false;
    (work->tool->options->is_json ? list_json : list_text)(work, items, count);
    for (size_t index = 0; index < count; index++)
        is_damaged |= items[index].is_damaged;
    if (!tool_write(work->tool, NULL))
        work->tool->status = EXIT_USE;
    if (!is_good)
        return complain(work, "not all of its records can be read");
    if (work->records->damage)
        return message_error(&work->tool->messages, work->path, 0, "%s; 'store check' tells where", work->records->damage);
    return !is_damaged || complain(work, "a record is damaged: 'store check' tells where");
}

/* ---- get */

static bool get_record(store_work_t *work, const record_key_t *key)
{
    tool_t *tool = work->tool;
    const uint8_t *bytes;
    uint32_t length_bytes;
    const char *name = key_text(tool->compile.arena, key->prefix, true, key->id);
    const schema_record_t *known = record_of_prefix(work, key->prefix);
    mr_status_t status = work->records->format->get(work->records, key->prefix, key->id, &bytes, &length_bytes);
    if (status != MR_OK && status != MR_CORRUPT)
        return message_error(&tool->messages, work->path, 0, "there is no record %s", name);
    uint32_t left_bytes = length_bytes;
    take_value(known, &bytes, &length_bytes);
    if (tool->options->is_json && known) {
        put_value(work, known, bytes, length_bytes, 0);
        text_put_char(&tool->out, '\n');
    } else {
        text_put_bytes(&tool->out, (const char *)bytes, length_bytes);
    }
    if (!tool_write(tool, tool->options->output_file))
        tool->status = EXIT_USE;
    return status == MR_OK || message_error(&tool->messages, work->path, 0, "record %s is damaged: only its first %u bytes "
                                            "are whole", name, (unsigned)left_bytes);
}

static int compare_keys(const void *left, const void *right)
{
    const record_t *one = left, *other = right;
    int order = memcmp(one->prefix, other->prefix, sizeof one->prefix);
    return order ? order : (one->id > other->id) - (one->id < other->id);
}

/* "CFG-1.bin": letters and digits of a prefix, any other byte as _HH, so that no name leads out of the folder. */
static const char *file_of(arena_t *arena, const char *folder, const record_t *record)
{
    char chars[300];
    text_t text = TEXT_IN(chars);
    text_put_string(&text, folder);
    text_put_char(&text, '/');
    for (const char *at = record->prefix; *at; at++) {
        if (isalnum((unsigned char)*at))
            text_put_char(&text, *at);
        else
            text_format(&text, "_%02X", (unsigned)(unsigned char)*at);
    }
    text_format(&text, "-%u%s", (unsigned)record->id, record->is_damaged ? ".damaged" : ".bin");
    return text_take(&text, arena);
}

static bool get_all(store_work_t *work)
{
    tool_t *tool = work->tool;
    arena_t *arena = tool->compile.arena;
    outputs_t *outputs = outputs_create(arena);
    record_t *items;
    size_t count;
    bool is_good = work->records->format->list(work->records, &items, &count)
        || complain(work, "not all of its records can be read");
    if (count)
        qsort(items, count, sizeof *items, compare_keys);
    for (size_t index = 0; index < count; index++) {
        const record_t *record = &items[index];
        const uint8_t *bytes;
        uint32_t length_bytes;
        if (record->is_damaged)
            is_good = message_error(&tool->messages, work->path, 0, "record %s is damaged: of it there is what its bytes read as",
                                    key_text(arena, record->prefix, record->has_id, record->id));
        if (!record->has_id || (index && compare_keys(&items[index - 1], record) == 0))
            continue;
        text_t *text = output_add(outputs, file_of(arena, tool->options->output_file, record));
        mr_status_t status = work->records->format->get(work->records, record->prefix, record->id, &bytes, &length_bytes);
        if (status != MR_OK && status != MR_CORRUPT)
            continue;
        take_value(record_of_prefix(work, record->prefix), &bytes, &length_bytes);
        text_put_bytes(text, (const char *)bytes, length_bytes);
    }
    if (!outputs_commit(outputs))
        tool->status = EXIT_USE;
    outputs_destroy(outputs);
    return is_good;
}

static bool get(store_work_t *work)
{
    const options_t *options = work->tool->options;
    record_key_t key;
    if (options->takes_all)
        return (options->operand_count == 2 && options->output_file) || wrong_use(work, "'store get --all' takes no key, and a "
                                                                                  "folder for its files: -o FOLDER")
            ? get_all(work) : false;
    if (options->is_json && !work->store)
        return wrong_use(work, "only a layout knows a record's values: --layout FILE.mr");
    return (options->operand_count == 3 || wrong_use(work, "'store get' takes one record, as CFG:1"))
        && read_key(work, options->operands[2], false, &key) && get_record(work, &key);
}

/* ---- put, delete, make */

static bool put_record(store_work_t *work, const record_key_t *key, const char *operand)
{
    tool_t *tool = work->tool;
    const record_format_t *format = work->records->format;
    const schema_record_t *known = record_of_prefix(work, key->prefix);
    char *bytes;
    size_t length_bytes;
    if (!tool_read_bytes(tool, key->file, &bytes, &length_bytes))
        return false;
    if (has_length(known) && length_bytes && length_bytes <= known->most_bytes) {
        char *value = malloc(known->value_bytes);
        if (!value)
            out_of_memory();
        memset(value, 0xFF, known->value_bytes);
        little_put_u16((uint8_t *)value, (uint16_t)length_bytes);
        memcpy(value + 2, bytes, length_bytes);
        free(bytes);
        bytes = value;
        length_bytes = known->value_bytes;
    }
    mr_status_t status = length_bytes > UINT32_MAX ? MR_NO_SPACE
        : format->put(work->records, key->prefix, key->id, (uint8_t *)bytes, (uint32_t)length_bytes);
    free(bytes);
    return status == MR_OK || message_error(&tool->messages, operand, 0, "%s",
                                            format->problem(work->records, key->prefix, key->id, (uint32_t)length_bytes, status));
}

static bool delete_record(store_work_t *work, const record_key_t *key, const char *operand)
{
    const record_format_t *format = work->records->format;
    mr_status_t status = format->remove(work->records, key->prefix, key->id);
    if (status == MR_NOT_FOUND)
        return message_error(&work->tool->messages, operand, 0, "there is no such record in %s", work->path);
    return status == MR_OK || message_error(&work->tool->messages, operand, 0, "%s",
                                            format->problem(work->records, key->prefix, key->id, 0, status));
}

/* The keys of all operands from `from` on, in turn. */
static bool change_records(store_work_t *work, size_t from, bool puts)
{
    const options_t *options = work->tool->options;
    bool is_good = true;
    if (work->records->fixed)
        return complain(work, work->records->fixed);
    for (size_t index = from; index < options->operand_count; index++) {
        record_key_t key;
        const char *operand = options->operands[index];
        is_good = read_key(work, operand, puts, &key)
            && (puts ? put_record(work, &key, operand) : delete_record(work, &key, operand)) && is_good;
    }
    if (is_good)
        write_work(work);
    return is_good;
}

static bool make_native(store_work_t *work)
{
    const options_t *options = work->tool->options;
    const schema_store_t *store = work->store;
    store_plan_t plan;
    store_plan_of_schema(work->tool->compile.arena, store, &plan);
    if (options->size_bytes && options->size_bytes != store_plan_bytes(&plan))
        return message_error(&work->tool->messages, options->output_file, 0, "'--size' is not needed: store '%s' has %llu bytes",
                             store->name.name, (unsigned long long)store_plan_bytes(&plan));
    uint64_t first = options->has_offset ? options->offset
        : is_hex_path(options->output_file) && store->region->has_address ? store->region->address + store->region_offset : 0;
    return use_native(work, (const uint8_t *)"", 0, first, &plan) && change_records(work, 1, true);
}

static bool make_storageat(store_work_t *work)
{
    const options_t *options = work->tool->options;
    if (options->size_bytes < MR_STORAGEAT_MACROBLOCK_BYTES || options->size_bytes > UINT32_MAX) {
        work->tool->status = EXIT_USE;
        return message_error(&work->tool->messages, options->output_file, 0, "'--size' is missing or wrong: a store has %d "
                             "bytes to 4 GiB", MR_STORAGEAT_MACROBLOCK_BYTES);
    }
    work->bytes = malloc((size_t)options->size_bytes);
    if (!work->bytes)
        out_of_memory();
    return use(work, storageat_records_make(work->tool->compile.arena, work->bytes, (size_t)options->size_bytes),
               options->offset, "the store is larger than 4 GiB")
        && change_records(work, 1, true);
}

/* ---- check */

static void tell_finding(void *context, bool is_note, uint32_t address, const char *message)
{
    store_work_t *work = context;
    unsigned long long at = work->records->first + address;
    if (is_note)
        text_format(&work->tool->out, "%s: note: 0x%llX: %s\n", work->path, at, message);
    else
        (void)message_error(&work->tool->messages, work->path, 0, "0x%llX: %s", at, message);
}

static bool check_store(store_work_t *work)
{
    const record_format_t *format = work->records->format;
    text_t *out = &work->tool->out;
    text_t notes = { 0 };
    text_t swapped = *out;
    *out = notes;
    unsigned count = format->check(work->records, tell_finding, work);
    notes = *out;
    *out = swapped;
    text_format(out, "%s: %s", work->path, format->name);
    if (work->records->first)
        text_format(out, " at 0x%llX", (unsigned long long)work->records->first);
    text_put_string(out, ", ");
    format->describe(work->records, false, out);
    text_format(out, ", %u finding%s", count, count == 1 ? "" : "s");
    format->describe(work->records, true, out);
    text_put_char(out, '\n');
    text_put_bytes(out, notes.length_bytes ? notes.chars : "", notes.length_bytes);
    text_free(&notes);
    if (!tool_write(work->tool, NULL))
        work->tool->status = EXIT_USE;
    return count == 0;
}

/* ---- the whole */

static bool work_on_image(store_work_t *work)
{
    const options_t *options = work->tool->options;
    if (!open_work(work, options->operands[1]))
        return false;
    switch (options->action) {
    case ACTION_STORE_LIST: return list_records(work);
    case ACTION_STORE_CHECK: return check_store(work);
    case ACTION_STORE_GET: return get(work);
    default:
        return change_records(work, 2, options->action == ACTION_STORE_PUT);
    }
}

int run_store(const options_t *options)
{
    tool_t tool;
    tool_start(&tool, options);
    store_work_t work = { .tool = &tool, .path = options->output_file };
    bool is_good = !options->layout || read_layout(&work);
    if (is_good && options->action == ACTION_STORE_MAKE)
        is_good = work.store ? make_native(&work) : make_storageat(&work);
    else if (is_good)
        is_good = work_on_image(&work);
    if (!is_good && tool.status == EXIT_DONE)
        tool.status = EXIT_INPUT;
    image_free(&work.image);
    free(work.bytes);
    return tool_finish(&tool);
}
