/* Values become bytes: see encode.h, and docs/tools.md for the forms of values. */
#include "encode.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <jansson.h>

#include "block_bytes.h"
#include "flash_copy.h"
#include "input.h"
#include "locate.h"
#include "nearest.h"
#include "value.h"
#include "whole.h"

#define MOST_RAW_BYTES ((uint64_t)1 << 30)
#define MOST_HEX_ADDRESS ((uint64_t)1 << 32)

/* ---- the image as a file */

bool is_hex_path(const char *path)
{
    static const char *const endings[] = { ".hex", ".ihex", ".ihx" };
    size_t length = strlen(path);
    for (size_t index = 0; index < sizeof endings / sizeof *endings; index++) {
        size_t ending = strlen(endings[index]);
        if (length > ending && strcasecmp(path + length - ending, endings[index]) == 0)
            return true;
    }
    return false;
}

static bool write_hex(messages_t *messages, const char *path, const image_t *image, text_t *out)
{
    if (image_end(image) > MOST_HEX_ADDRESS)
        return message_error(messages, path, 0, "Intel HEX ends at 4 GiB, and the image reaches up to 0x%llX",
                             (unsigned long long)image_end(image));
    image_write_hex(image, out);
    return true;
}

static bool write_raw(messages_t *messages, const char *path, const image_t *image, uint64_t first, text_t *out)
{
    if (image_end(image) > first && image_end(image) - first > MOST_RAW_BYTES)
        return message_error(messages, path, 0, "a raw image would have %llu bytes, more than 1 GiB: write Intel HEX, "
                             "to X.hex", (unsigned long long)(image_end(image) - first));
    image_write_raw(image, first, out);
    return true;
}

/* ---- values from JSON */

typedef struct encoder {
    arena_t *arena;
    messages_t *messages;
    const char *path;              /* of the JSON */
    uint8_t *bytes;                /* of the block */
    uint32_t *indices;
    text_t name;                   /* of the value, for messages */
    bool is_good;
} encoder_t;

static void complain(encoder_t *encoder, const char *problem)
{
    encoder->is_good = message_error(encoder->messages, encoder->path, 0, "%s: %s", text_chars(&encoder->name),
                                     problem);
}

static const char *unknown_name(arena_t *arena, const shape_node_t *node, const char *name)
{
    size_t count = 0;
    for (const shape_node_t *inside = node->first; inside; inside = inside->next)
        count++;
    const char **names = ARENA_ARRAY(arena, const char *, count + 1);
    count = 0;
    for (const shape_node_t *inside = node->first; inside; inside = inside->next)
        names[count++] = inside->name;
    const char *nearest = nearest_find(name, names, count, NULL), *list = "";
    if (nearest)
        return arena_format(arena, "there is no '%s' in it; did you mean '%s'?", name, nearest);
    for (size_t index = 0; index < count && index < 8; index++)
        list = arena_format(arena, "%s%s%s", list, index ? ", " : "", names[index]);
    return arena_format(arena, "there is no '%s' in it; it has %s%s", name, list, count > 8 ? ", …" : "");
}

/* {"raw": …} and {"hex": …}. */
static const char *set_from_object(encoder_t *encoder, const schema_field_t *field, const json_t *value)
{
    const json_t *raw = json_object_get(value, "raw"), *hex = json_object_get(value, "hex");
    arena_t *arena = encoder->arena;
    if (json_object_size(value) == 1 && json_is_string(hex) && field->type.length_bytes)
        return value_parse_hex(arena, field, json_string_value(hex), json_string_length(hex), encoder->bytes,
                               encoder->indices);
    if (json_object_size(value) != 1 || !raw || !(json_is_string(raw) || json_is_integer(raw)))
        return "an object in place of a value is {\"raw\": \"0x…\"}, or of text and bytes {\"hex\": \"…\"}";
    const char *chars = json_is_string(raw) ? json_string_value(raw)
                                            : arena_format(arena, "%lld", (long long)json_integer_value(raw));
    return value_parse_raw(arena, field, chars, strlen(chars), encoder->bytes, encoder->indices);
}

static const char *set_from_json(encoder_t *encoder, const schema_field_t *field, const json_t *value)
{
    const char *chars = NULL;
    arena_t *arena = encoder->arena;
    switch (json_typeof(value)) {
    case JSON_NULL:
        return NULL;
    case JSON_OBJECT:
        return set_from_object(encoder, field, value);
    case JSON_STRING:
        if (field->type.kind == VALUE_TEXT)
            return value_parse_text(arena, field, json_string_value(value), json_string_length(value), encoder->bytes,
                                    encoder->indices);
        return value_parse(arena, field, json_string_value(value), json_string_length(value), encoder->bytes,
                           encoder->indices);
    case JSON_INTEGER:
        chars = arena_format(arena, "%lld", (long long)json_integer_value(value));
        break;
    case JSON_REAL:
        chars = arena_format(arena, "%.17g", json_real_value(value));
        break;
    case JSON_TRUE:
    case JSON_FALSE:
        chars = json_is_true(value) ? "true" : "false";
        break;
    default:
        return "there is a list for a single value";
    }
    if (field->type.kind == VALUE_TEXT || field->type.kind == VALUE_BYTES)
        return field->type.kind == VALUE_TEXT ? "text is a string" : "bytes are a string of hexadecimal digits";
    return value_parse(arena, field, chars, strlen(chars), encoder->bytes, encoder->indices);
}

static void set_inside(encoder_t *encoder, const shape_node_t *node, json_t *value, unsigned index_count);

static void set_element(encoder_t *encoder, const shape_node_t *node, json_t *value, unsigned index_count)
{
    if (!node->field) {
        set_inside(encoder, node, value, index_count);
        return;
    }
    const char *problem = set_from_json(encoder, node->field, value);
    if (problem)
        complain(encoder, problem);
}

static void set_array(encoder_t *encoder, const shape_node_t *node, json_t *value, unsigned index_count)
{
    size_t name_bytes = encoder->name.length_bytes, index;
    json_t *element;
    if (json_is_null(value))
        return;
    if (!json_is_array(value)) {
        complain(encoder, arena_format(encoder->arena, "it is an array of %u: write a list", node->count));
        return;
    }
    if (json_array_size(value) > node->count) {
        complain(encoder, arena_format(encoder->arena, "it has %u elements, and the list has %zu", node->count,
                                       json_array_size(value)));
        return;
    }
    json_array_foreach(value, index, element) {
        text_format(&encoder->name, "[%zu]", index);
        encoder->indices[index_count] = (uint32_t)index;
        set_element(encoder, node, element, index_count + 1);
        encoder->name.length_bytes = name_bytes;
    }
}

/* Members whose name begins with '$' tell of the bytes, and set nothing. */
static void set_inside(encoder_t *encoder, const shape_node_t *node, json_t *value, unsigned index_count)
{
    size_t name_bytes = encoder->name.length_bytes;
    const char *key;
    json_t *member;
    if (json_is_null(value))
        return;
    if (!json_is_object(value)) {
        complain(encoder, "it has fields: write an object");
        return;
    }
    json_object_foreach(value, key, member) {
        const shape_node_t *inside = shape_inside(node, key, strlen(key));
        if (*key == '$')
            continue;
        if (!inside) {
            complain(encoder, unknown_name(encoder->arena, node, key));
            continue;
        }
        text_format(&encoder->name, ".%s", inside->name);
        if (inside->is_array)
            set_array(encoder, inside, member, index_count);
        else
            set_element(encoder, inside, member, index_count);
        encoder->name.length_bytes = name_bytes;
    }
}

/* ---- encode */

static json_t *member_of(const json_t *values, const shape_t *shape)
{
    json_t *member = json_object_get(values, shape->name);
    return member ? member : json_object_get(values, shape->snake);
}

/* The value of one block, or of an array's element; NULL where only defaults are. */
static json_t *element_value(encoder_t *encoder, const json_t *values, const shape_t *shape, uint32_t element)
{
    json_t *value = member_of(values, shape);
    if (!value || !shape->is_array || json_is_null(value))
        return value;
    bool is_list = json_is_array(value) && json_array_size(value) <= shape->count;
    if (!is_list && element == 0)
        complain(encoder, arena_format(encoder->arena, "it is an array of %u blocks: write a list of at most so many "
                                       "objects", shape->count));
    return is_list ? json_array_get(value, element) : NULL;
}

static void encode_element(encoder_t *encoder, const schema_t *schema, const location_t *location, uint32_t element,
                           const json_t *values, image_t *image)
{
    const shape_t *shape = location->shape;
    memcpy(encoder->bytes, shape->initial, shape->size_bytes);
    text_free(&encoder->name);
    text_put_string(&encoder->name, shape->name);
    if (shape->is_array)
        text_format(&encoder->name, "[%u]", element);
    json_t *value = values ? element_value(encoder, values, shape, element) : NULL;
    if (value)
        set_inside(encoder, &shape->root, value, 0);
    if (shape->block && shape->block->guard != GUARD_NONE)
        guard_seal(shape->block, encoder->bytes, schema->version);
    uint64_t address = location_of(location, element);
    if (location->is_copied) {
        uint8_t *units = arena_allocate(encoder->arena, shape->block->footprint_bytes);
        flash_copy_write(shape->block, units, encoder->bytes);
        image_put(image, address, units, shape->block->footprint_bytes);
        return;
    }
    image_put(image, address, encoder->bytes, shape->size_bytes);
    if (footprint_of(shape) > shape->size_bytes)
        image_put(image, address + shape->size_bytes, encoder->bytes, shape->size_bytes);
}

static void encode_locations(encoder_t *encoder, const schema_t *schema, const locations_t *locations,
                             const json_t *values, image_t *image)
{
    for (size_t index = 0; index < locations->count; index++) {
        const location_t *location = &locations->items[index];
        encoder->bytes = malloc(location->shape->size_bytes + 1u);
        encoder->indices = calloc(location->shape->index_count + 1u, sizeof *encoder->indices);
        if (!encoder->bytes || !encoder->indices)
            out_of_memory();
        for (uint32_t element = 0; element < location->shape->count; element++)
            encode_element(encoder, schema, location, element, values, image);
        free(encoder->bytes);
        free(encoder->indices);
    }
    text_free(&encoder->name);
}

static const char *unknown_block(arena_t *arena, const shapes_t *shapes, const char *name)
{
    const char **names = ARENA_ARRAY(arena, const char *, shapes->count + 1);
    for (size_t index = 0; index < shapes->count; index++)
        names[index] = shapes->items[index].name;
    const char *nearest = nearest_find(name, names, shapes->count, NULL);
    if (nearest)
        return arena_format(arena, "there is no block '%s'; did you mean '%s'?", name, nearest);
    return arena_format(arena, "there is no block '%s' in the layout%s%s", name, shapes->count ? "; the first is " : "",
                        shapes->count ? names[0] : "");
}

/* NULL where the text is no object of blocks. */
static json_t *read_values(arena_t *arena, messages_t *messages, const shapes_t *shapes, const char *path,
                           const char *json, size_t json_bytes)
{
    json_error_t error;
    json_t *values = json_loadb(json, json_bytes, JSON_REJECT_DUPLICATES, &error), *member;
    const char *key;
    bool is_good = true;
    if (!values) {
        message_error(messages, path, error.line > 0 ? (size_t)error.line : 0, "%s%s", error.text,
                      strstr(error.text, "too big integer") ? ": write integers of more than 64 bits' signed range as "
                      "strings" : "");
        return NULL;
    }
    if (!json_is_object(values))
        is_good = message_error(messages, path, 0, "the values are an object of blocks: {\"Block\": {\"field\": 1}}");
    json_object_foreach(values, key, member)
        if (*key != '$' && !shapes_find(shapes, key, strlen(key)))
            is_good = message_error(messages, path, 0, "%s", unknown_block(arena, shapes, key));
    if (is_good)
        return values;
    json_decref(values);
    return NULL;
}

bool encode_image(arena_t *arena, messages_t *messages, const schema_t *schema, const options_t *options,
                  const char *json_path, const char *json, size_t json_bytes, text_t *out)
{
    shapes_t shapes = shapes_make(arena, schema, NULL);
    locations_t locations;
    encoder_t encoder = { .arena = arena, .messages = messages, .path = json_path, .is_good = true };
    const char *path = options->output_file;
    bool is_hex = is_hex_path(path);
    image_t image = { 0 };
    json_t *values = NULL;
    if (!locate(arena, messages, path, &shapes, options, is_hex, NULL, &locations))
        return false;
    if (json && !(values = read_values(arena, messages, &shapes, json_path, json, json_bytes)))
        return false;
    encode_locations(&encoder, schema, &locations, values, &image);
    json_decref(values);
    bool is_good = encoder.is_good
        && (is_hex ? write_hex(messages, path, &image, out) : write_raw(messages, path, &image, 0, out));
    image_free(&image);
    return is_good;
}

/* ---- set: which value is meant */

/* One NAME=VALUE, resolved. */
typedef struct assignment {
    const char *written;           /* "boot.mode=heat" */
    const shape_t *shape;
    uint32_t element;
    const schema_field_t *field;
    uint32_t *indices;
    bool is_list;                  /* of all elements of the field's array: "1,2,3" … */
    unsigned list_index;           /* … which of the indices counts them, and how many there are */
    uint32_t list_count;
    const char *value;
} assignment_t;

/* The shape whose name the path begins with, the longest; *rest is what stands behind it. */
static const shape_t *shape_in(const shapes_t *shapes, const char *path, size_t length, const char **rest)
{
    for (size_t end = length; end > 0; end--) {
        if (end < length && path[end] != '.' && path[end] != '[')
            continue;
        const shape_t *shape = shapes_find(shapes, path, end);
        if (shape) {
            *rest = path + end;
            return shape;
        }
    }
    return NULL;
}

/* Reads "[3]" at *at, or nothing where there is no array. Returns a sentence where it is not as it must be. */
static const char *read_index(arena_t *arena, const char **at, const char *end, bool is_array, uint32_t count,
                              uint32_t *index)
{
    if (*at == end || **at != '[')
        return is_array ? arena_format(arena, "it is an array: say which element, [0] to [%u]", count - 1) : NULL;
    if (!is_array)
        return "it is no array, and takes no index";
    const char *close = memchr(*at, ']', (size_t)(end - *at));
    whole_t whole;
    if (!close || !whole_read(arena_copy(arena, *at + 1, (size_t)(close - *at - 1)), &whole) || whole.is_negative)
        return "an index is a number between '[' and ']'";
    if (whole.is_too_large || whole.size >= count)
        return arena_format(arena, "its elements are [0] to [%u]", count - 1);
    *index = (uint32_t)whole.size;
    *at = close + 1;
    return NULL;
}

/* The path below a block: ".chan[2].gain". */
static const char *find_field(arena_t *arena, const char *at, const char *end, assignment_t *to)
{
    const shape_node_t *node = &to->shape->root;
    unsigned index_count = 0;
    while (at < end) {
        if (*at++ != '.')
            return "a name and a '.' lead to a field: block.field, block.group[2].field";
        size_t length = 0;
        while (at + length < end && at[length] != '.' && at[length] != '[')
            length++;
        const shape_node_t *inside = shape_inside(node, at, length);
        if (!inside)
            return node->field ? "it is a field, and has nothing inside"
                               : unknown_name(arena, node, arena_copy(arena, at, length));
        node = inside;
        at += length;
        to->is_list = at == end && node->is_array && node->field;
        to->list_index = index_count;
        to->list_count = node->count;
        const char *problem = to->is_list ? NULL
            : read_index(arena, &at, end, node->is_array, node->count, &to->indices[index_count]);
        if (problem)
            return problem;
        index_count += node->is_array;
    }
    to->field = node->field;
    if (!node->field)
        return arena_format(arena, "that has fields: name one of them, like '%s'",
                            node->first ? node->first->name : "");
    return NULL;
}

static bool read_assignment(arena_t *arena, messages_t *messages, const shapes_t *shapes, const char *written,
                            assignment_t *to)
{
    const char *equals = strchr(written, '='), *rest, *problem;
    *to = (assignment_t){ .written = written };
    if (!equals)
        return message_error(messages, written, 0, "an assignment is block.field=value");
    to->value = equals + 1;
    to->shape = shape_in(shapes, written, (size_t)(equals - written), &rest);
    if (!to->shape) {
        const char *first = arena_copy(arena, written, strcspn(written, ".[="));
        return message_error(messages, written, 0, "%s", unknown_block(arena, shapes, first));
    }
    to->indices = ARENA_ARRAY(arena, uint32_t, to->shape->index_count + 1);
    problem = read_index(arena, &rest, equals, to->shape->is_array, to->shape->count, &to->element);
    if (!problem)
        problem = find_field(arena, rest, equals, to);
    return !problem || message_error(messages, written, 0, "%s", problem);
}

/* ---- set: changing it */

static bool is_changeable(messages_t *messages, const char *path, const schema_t *schema, const shape_t *shape,
                          const uint8_t *copies, unsigned *copy)
{
    const schema_block_t *block = shape->block;
    *copy = 0;
    if (!block || block->guard == GUARD_NONE)
        return true;
    guard_state_t states[2] = { guard_check(block, copies, schema->version), GUARD_STATE_CORRUPT };
    if (footprint_of(shape) > shape->size_bytes) {
        states[1] = guard_check(block, copies + block->size_bytes, schema->version);
        *copy = guard_newest(block, copies, states);
    }
    if (*copy < 2 && states[*copy] == GUARD_STATE_OK)
        return true;
    return message_error(messages, path, 0, states[0] == GUARD_STATE_FRESH
                         ? "'%s' is fresh: it has no contents yet; 'memregc encode' makes them"
                         : states[0] == GUARD_STATE_OTHER_VERSION
                         ? "'%s' is of another version of the layout, and has other places"
                         : "the guard of '%s' does not match its bytes: a change would make corrupt bytes look whole",
                         shape->name);
}

/* Up to the next ',' that stands in no quotes. */
static size_t item_length(const char *text)
{
    bool is_quoted = false;
    size_t length = 0;
    for (; text[length] && (is_quoted || text[length] != ','); length++) {
        is_quoted ^= text[length] == '"';
        length += is_quoted && text[length] == '\\' && text[length + 1];
    }
    return length;
}

/* Puts the assignment's value, or its list, into a block's bytes. Returns a sentence where it is not as it must be. */
static const char *put_values(arena_t *arena, const assignment_t *to, uint8_t *bytes)
{
    const char *at = to->value, *problem = NULL;
    uint32_t count = 0;
    if (!to->is_list)
        return value_parse(arena, to->field, at, strlen(at), bytes, to->indices);
    while (!problem && count < to->list_count) {
        at += strspn(at, " ");
        size_t length = item_length(at), item = length;
        while (item && at[item - 1] == ' ')
            item--;
        to->indices[to->list_index] = count++;
        problem = value_parse(arena, to->field, at, item, bytes, to->indices);
        at += length;
        if (!*at)
            break;
        at++;
    }
    if (problem || (count == to->list_count && !*at && at[-1] != ','))
        return problem;
    return arena_format(arena, "it is an array of %u: give as many values, with ',' between, or say which element, "
                        "[0] to [%u]", to->list_count, to->list_count - 1);
}

static bool assign(arena_t *arena, messages_t *messages, const schema_t *schema, const char *path,
                   const location_t *location, const assignment_t *assignment, image_t *image)
{
    const shape_t *shape = assignment->shape;
    uint64_t address = location_of(location, assignment->element), size = extent_of(location), offset = 0;
    unsigned copy;
    if (image_reach(image, address, size) < size)
        return message_error(messages, path, 0, "'%s' is %llu bytes at 0x%llX, and they are not all there", shape->name,
                             (unsigned long long)size, (unsigned long long)address);
    uint8_t *bytes = arena_allocate(arena, (size_t)size + 1);
    image_get(image, address, bytes, (size_t)size);
    if (location->is_copied && !flash_copy_find(shape->block, bytes, &offset))
        return message_error(messages, path, 0, "'%s' has no whole copy in flash; 'memregc encode' makes one",
                             shape->name);
    if (!is_changeable(messages, path, schema, shape, bytes + offset, &copy))
        return false;
    uint8_t *changed = bytes + offset + copy * (size_t)shape->size_bytes;
    const char *problem = put_values(arena, assignment, changed);
    if (problem)
        return message_error(messages, assignment->written, 0, "%s", problem);
    if (shape->block && shape->block->guard != GUARD_NONE)
        guard_seal(shape->block, changed, schema->version);
    if (location->is_copied)
        flash_copy_seal(shape->block, bytes, offset);
    image_put(image, address, bytes, (size_t)size);
    return true;
}

/* ---- set: the image in the format that is asked for */

/* A raw image counts from its region's start, Intel HEX as the processor does: this much lies between them. */
static uint64_t address_shift(const location_t *location)
{
    const schema_block_t *block = location->shape->block;
    return block ? (block->has_address ? block->address : block->region_offset) - location->address : 0;
}

static bool write_as_raw(messages_t *messages, const char *path, const image_t *image, const locations_t *locations,
                         text_t *out)
{
    const schema_region_t *region = locations->region;
    if (!locations->are_addresses)
        return write_raw(messages, path, image, 0, out);
    if (!region)
        return message_error(messages, path, 0, "a raw image is of one region: say which with --region, or write Intel "
                             "HEX, to X.hex");
    if (image->runs[0].address < region->address || image_end(image) > region->address + region->size_bytes)
        return message_error(messages, path, 0, "the image has bytes outside of region '%s': write it as Intel HEX, to "
                             "X.hex", region->name.name);
    return write_raw(messages, path, image, region->address, out);
}

static bool write_image(messages_t *messages, const char *path, image_t *image, const locations_t *locations,
                        text_t *out)
{
    bool is_hex = strcmp(path, "-") == 0 ? image->is_hex : is_hex_path(path);
    if (!is_hex && image->is_hex)
        return write_as_raw(messages, path, image, locations, out);
    if (!is_hex)
        return write_raw(messages, path, image, 0, out);
    uint64_t shift = image->is_hex ? 0 : address_shift(&locations->items[0]);
    for (size_t index = 0; index < image->run_count; index++)
        image->runs[index].address += shift;
    return write_hex(messages, path, image, out);
}

/* Values say which block, or region, an image is of where nothing else does. */
static options_t options_by_values(const options_t *options, const assignment_t *assignments, size_t count)
{
    options_t narrowed = *options;
    bool is_one = true;
    for (size_t index = 1; index < count; index++)
        is_one &= assignments[index].shape == assignments[0].shape;
    const schema_block_t *block = assignments[0].shape->block;
    if (!options->block && is_one)
        narrowed.block = assignments[0].shape->name;
    else if (!options->block && !options->region && block)
        narrowed.region = block->region->name.name;
    return narrowed;
}

static const location_t *location_for(const locations_t *locations, const shape_t *shape)
{
    for (size_t index = 0; index < locations->count; index++)
        if (locations->items[index].shape == shape)
            return &locations->items[index];
    return NULL;
}

bool set_values(arena_t *arena, messages_t *messages, const schema_t *schema, const options_t *options, image_t *image,
                text_t *out)
{
    shapes_t shapes = shapes_make(arena, schema, NULL);
    locations_t locations;
    size_t count = options->operand_count - 2;
    assignment_t *assignments = ARENA_ARRAY(arena, assignment_t, count);
    const char *path = input_name(options->operands[1]);
    bool is_good = true;
    for (size_t index = 0; index < count; index++)
        is_good &= read_assignment(arena, messages, &shapes, options->operands[index + 2], &assignments[index]);
    if (!is_good)
        return false;
    options_t narrowed = image->is_hex ? *options : options_by_values(options, assignments, count);
    if (!locate(arena, messages, path, &shapes, &narrowed, image->is_hex, image, &locations))
        return false;
    for (size_t index = 0; index < count; index++) {
        const location_t *location = location_for(&locations, assignments[index].shape);
        if (!location)
            is_good = message_error(messages, assignments[index].written, 0, "'%s' is in another region than the image",
                                    assignments[index].shape->name);
        else
            is_good &= assign(arena, messages, schema, path, location, &assignments[index], image);
    }
    return is_good && write_image(messages, options->output_file, image, &locations, out);
}
