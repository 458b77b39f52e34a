/* Bytes become names and values: see decode.h, and docs/tools.md for the forms of what comes out. */
#include "decode.h"

#include <stdlib.h>
#include <string.h>

#include "block_bytes.h"
#include "flash_copy.h"
#include "input.h"
#include "json_text.h"
#include "locate.h"
#include "utf8.h"
#include "value.h"

static const char *const state_names[GUARD_STATE_COUNT] = {
    [GUARD_STATE_OK] = "ok", [GUARD_STATE_OTHER_VERSION] = "other version", [GUARD_STATE_FRESH] = "fresh",
    [GUARD_STATE_FOREIGN] = "foreign", [GUARD_STATE_CORRUPT] = "corrupt",
};

/* One element of a block or record, taken out of an image. */
typedef struct found {
    const shape_t *shape;
    uint32_t element;
    uint64_t address;              /* in the image, of both copies */
    const uint8_t *bytes;          /* of the copy that counts */
    guard_state_t states[2];       /* of each copy; the second where it is mirrored */
    unsigned newest;               /* 0 or 1; 2 where no copy of two is whole */
} found_t;

typedef struct decoder {
    arena_t *arena;
    messages_t *messages;
    const schema_t *schema;
    const options_t *options;
    const char *path, *other_path;
    const locations_t *locations, *other_locations;
    const image_t *image, *other;
    text_t *out;
    bool is_good, has_output;
} decoder_t;

static const char *element_name(arena_t *arena, const shape_t *shape, uint32_t element)
{
    return shape->is_array ? arena_format(arena, "%s[%u]", shape->name, element) : shape->name;
}

/* ---- taking bytes out */

/* Copies one element out of an image; false where it is not wholly there. A block of which nothing is there is missing
 * from a raw image, which is of the whole region, and from one that is compared; in Intel HEX it is simply not meant. */
static bool take(decoder_t *decoder, const image_t *image, const char *path, const location_t *location,
                 uint32_t element, uint8_t *bytes)
{
    uint64_t size = extent_of(location), address = location_of(location, element), offset;
    uint64_t reach = image_reach(image, address, size);
    if (reach == size) {
        image_get(image, address, bytes, (size_t)size);
        if (!location->is_copied)
            return true;
        if (flash_copy_find(location->shape->block, bytes, &offset)) {
            memmove(bytes, bytes + offset, location->shape->size_bytes);
            return true;
        }
        decoder->is_good = message_error(decoder->messages, path, 0, "'%s' has no whole copy in its %llu bytes of flash "
                                         "at 0x%llX", element_name(decoder->arena, location->shape, element),
                                         (unsigned long long)size, (unsigned long long)address);
        return false;
    }
    bool is_meant = reach || !image->is_hex || decoder->options->block || image == decoder->other;
    if (is_meant)
        decoder->is_good = message_error(decoder->messages, path, 0, "'%s' is %llu bytes at 0x%llX, and %s%llu of them "
                                         "%s there: the image is cut off or of something else",
                                         element_name(decoder->arena, location->shape, element),
                                         (unsigned long long)size, (unsigned long long)address, reach ? "only " : "",
                                         (unsigned long long)reach, reach == 1 ? "is" : "are");
    return false;
}

static bool is_guarded(const shape_t *shape) { return shape->block && shape->block->guard != GUARD_NONE; }
static bool is_mirrored(const shape_t *shape) { return footprint_of(shape) > shape->size_bytes; }

static void check_guard(const schema_t *schema, found_t *found, const uint8_t *bytes)
{
    const schema_block_t *block = found->shape->block;
    found->bytes = bytes;
    if (!block || block->guard == GUARD_NONE)
        return;
    found->states[0] = guard_check(block, bytes, schema->version);
    if (!is_mirrored(found->shape))
        return;
    found->states[1] = guard_check(block, bytes + block->size_bytes, schema->version);
    found->newest = guard_newest(block, bytes, found->states);
    if (found->newest == 1)
        found->bytes = bytes + block->size_bytes;
}

/* What the whole is: of two copies the better one's state counts. */
static guard_state_t state_of(const found_t *found)
{
    return is_mirrored(found->shape) && found->newest < 2 ? found->states[found->newest] : found->states[0];
}

/* Fresh memory is no fault, and a torn copy neither where the other is whole. */
static void judge(decoder_t *decoder, const found_t *found)
{
    guard_state_t state = state_of(found);
    if (!is_guarded(found->shape) || state == GUARD_STATE_OK || state == GUARD_STATE_FRESH)
        return;
    const char *name = element_name(decoder->arena, found->shape, found->element);
    if (state == GUARD_STATE_OTHER_VERSION)
        decoder->is_good = message_error(decoder->messages, decoder->path, 0, "'%s' is of version %u, and the layout "
                                         "is version %u: values are shown at this layout's places", name,
                                         found->bytes[found->shape->block->version_offset], decoder->schema->version);
    else
        decoder->is_good = message_error(decoder->messages, decoder->path, 0, state == GUARD_STATE_FOREIGN
                                         ? "'%s' holds another block's bytes" : "the guard of '%s' does not match its "
                                         "bytes: they are corrupt", name);
}

static bool find_element(decoder_t *decoder, const location_t *location, uint32_t element, found_t *found)
{
    uint8_t *bytes = arena_allocate(decoder->arena, (size_t)extent_of(location) + 1);
    *found = (found_t){ .shape = location->shape, .element = element, .address = location_of(location, element) };
    if (!take(decoder, decoder->image, decoder->path, location, element, bytes))
        return false;
    check_guard(decoder->schema, found, bytes);
    judge(decoder, found);
    return true;
}

/* The other image's bytes of the same element, which lie elsewhere where one image is raw and the other Intel HEX. */
static bool find_other(decoder_t *decoder, const shape_t *shape, uint32_t element, found_t *found)
{
    const location_t *location = decoder->other_locations->items;
    while (location->shape != shape)
        location++;
    uint8_t *bytes = arena_allocate(decoder->arena, (size_t)extent_of(location) + 1);
    *found = (found_t){ .shape = shape, .element = element };
    if (!take(decoder, decoder->other, decoder->other_path, location, element, bytes))
        return false;
    check_guard(decoder->schema, found, bytes);
    return true;
}

/* ---- tables */

typedef struct row { const char *cells[3]; } row_t;

typedef struct table {
    decoder_t *decoder;
    const found_t *found;
    const uint8_t *against;        /* only what differs from these bytes; or NULL */
    bool shows_against;            /* --diff: both values */
    row_t *rows;
    size_t count, capacity;
} table_t;

static int width_of(const char *chars)
{
    int count = 0;
    for (; *chars; chars++)
        count += ((unsigned char)*chars & 0xC0) != 0x80;
    return count;
}

static const char *value_text(arena_t *arena, const schema_field_t *field, const uint8_t *bytes,
                              const uint32_t *indices)
{
    char chars[256];
    text_t text = TEXT_IN(chars);
    value_put(&text, field, bytes, indices);
    return text_take(&text, arena);
}

static const char *physical_text(arena_t *arena, const schema_field_t *field, const uint8_t *bytes,
                                 const uint32_t *indices)
{
    char chars[256];
    text_t text = TEXT_IN(chars);
    if (!value_is_physical(field))
        return "";
    value_put_physical(&text, field, bytes, indices);
    return text_take(&text, arena);
}

static void add_row(void *context, const char *path, const schema_field_t *field, const uint32_t *indices)
{
    table_t *table = context;
    arena_t *arena = table->decoder->arena;
    if (table->against && field_is_equal(field, indices, table->found->bytes, table->against))
        return;
    if (table->count == table->capacity)
        table->rows = grow_array(table->rows, &table->capacity, sizeof *table->rows);
    row_t *row = &table->rows[table->count++];
    row->cells[0] = arena_copy(arena, path, strlen(path));
    row->cells[1] = value_text(arena, field, table->found->bytes, indices);
    row->cells[2] = table->shows_against ? value_text(arena, field, table->against, indices)
                                         : physical_text(arena, field, table->found->bytes, indices);
}

static void put_rows(text_t *out, const table_t *table)
{
    enum { MOST_WIDTH = 40 };
    int widths[2] = { 0, 0 };
    for (size_t index = 0; index < table->count; index++)
        for (int column = 0; column < 2; column++) {
            int width = width_of(table->rows[index].cells[column]);
            if (width > widths[column] && (column == 0 || width <= MOST_WIDTH))
                widths[column] = width;
        }
    for (size_t index = 0; index < table->count; index++) {
        const row_t *row = &table->rows[index];
        text_put_string(out, "  ");
        text_put_padded(out, padded(row->cells[0], widths[0]));
        text_put_string(out, "  ");
        if (*row->cells[2]) {
            text_put_padded(out, padded(row->cells[1], widths[1]));
            text_put_string(out, table->shows_against ? "  -> " : "  ");
            text_put_string(out, row->cells[2]);
        } else {
            text_put_string(out, row->cells[1]);
        }
        text_put_char(out, '\n');
    }
}

static void put_guard(text_t *out, const found_t *found)
{
    const schema_block_t *block = found->shape->block;
    if (!is_guarded(found->shape))
        return;
    text_format(out, "; %s %s", guards[block->guard].name, state_names[state_of(found)]);
    if (state_of(found) <= GUARD_STATE_OTHER_VERSION)
        text_format(out, ", version %u", (unsigned)found->bytes[block->version_offset]);
    if (!is_mirrored(found->shape))
        return;
    if (found->newest < 2)
        text_format(out, "; copy %u of 0 and 1 is the newest (sequence %u)", found->newest,
                    (unsigned)found->bytes[block->sequence_offset]);
    if (found->newest == 2 || found->states[!found->newest] != GUARD_STATE_OK)
        text_format(out, ", copy %d is %s", found->newest == 2 ? 1 : !found->newest,
                    state_names[found->states[found->newest == 2 ? 1 : !found->newest]]);
}

static void put_heading(decoder_t *decoder, const found_t *found)
{
    text_t *out = decoder->out;
    const shape_t *shape = found->shape;
    text_put_string(out, decoder->has_output ? "\n" : "");
    decoder->has_output = true;
    text_put_string(out, element_name(decoder->arena, shape, found->element));
    text_format(out, ": %llu %s at 0x%llX", (unsigned long long)footprint_of(shape),
                footprint_of(shape) == 1 ? "byte" : "bytes", (unsigned long long)found->address);
    if (shape->block && shape->block->region && !decoder->locations->are_addresses && !decoder->options->has_offset)
        text_format(out, " of %s", shape->block->region->name.name);
    put_guard(out, found);
    text_put_char(out, '\n');
}

static void put_table(decoder_t *decoder, const found_t *found, const uint8_t *against, bool shows_against)
{
    table_t table = { .decoder = decoder, .found = found, .against = against, .shows_against = shows_against };
    shape_walk(found->shape, add_row, &table);
    if (!shows_against || table.count) {
        put_heading(decoder, found);
        put_rows(decoder->out, &table);
        if (!table.count)
            text_put_string(decoder->out, against ? "  all values are the defaults\n" : "  no values\n");
    }
    free(table.rows);
}

/* ---- JSON */

typedef struct json {
    decoder_t *decoder;
    const found_t *found;
    const uint8_t *against;        /* only what differs from these bytes; or NULL */
    uint32_t *indices;
} json_t;

static void put_line(text_t *out, unsigned depth)
{
    text_format(out, "\n%*s", (int)(2 * depth), "");
}

static void put_key(text_t *out, const char *name)
{
    json_put_string(out, name);
    text_put_string(out, ": ");
}

/* Does anything in a node differ? */
static bool node_differs(json_t *json, const shape_node_t *node, unsigned index_count);

static bool element_differs(json_t *json, const shape_node_t *node, unsigned index_count)
{
    if (node->field)
        return !field_is_equal(node->field, json->indices, json->found->bytes, json->against);
    for (const shape_node_t *inside = node->first; inside; inside = inside->next)
        if (node_differs(json, inside, index_count))
            return true;
    return false;
}

static bool node_differs(json_t *json, const shape_node_t *node, unsigned index_count)
{
    if (!node->is_array)
        return element_differs(json, node, index_count);
    for (uint32_t element = 0; element < node->count; element++) {
        json->indices[index_count] = element;
        if (element_differs(json, node, index_count + 1))
            return true;
    }
    return false;
}

static void put_inside(json_t *json, const shape_node_t *node, unsigned index_count, unsigned depth, bool is_first);

static void put_element(json_t *json, const shape_node_t *node, unsigned index_count, unsigned depth)
{
    text_t *out = json->decoder->out;
    if (node->field) {
        value_put_json(out, node->field, json->found->bytes, json->indices);
        return;
    }
    text_put_char(out, '{');
    put_inside(json, node, index_count, depth + 1, true);
    put_line(out, depth);
    text_put_char(out, '}');
}

/* Values of an array stand in one line, objects each in their own. An array is shown whole. */
static void put_array(json_t *json, const shape_node_t *node, unsigned index_count, unsigned depth)
{
    text_t *out = json->decoder->out;
    const uint8_t *against = json->against;
    json->against = NULL;
    text_put_char(out, '[');
    for (uint32_t element = 0; element < node->count; element++) {
        json->indices[index_count] = element;
        text_put_string(out, element ? node->field ? ", " : "," : "");
        if (!node->field)
            put_line(out, depth + 1);
        put_element(json, node, index_count + 1, depth + 1);
    }
    if (!node->field)
        put_line(out, depth);
    text_put_char(out, ']');
    json->against = against;
}

static void put_inside(json_t *json, const shape_node_t *node, unsigned index_count, unsigned depth, bool is_first)
{
    text_t *out = json->decoder->out;
    for (const shape_node_t *inside = node->first; inside; inside = inside->next) {
        if (json->against && !node_differs(json, inside, index_count))
            continue;
        text_put_string(out, is_first ? "" : ",");
        is_first = false;
        put_line(out, depth);
        put_key(out, inside->name);
        if (inside->is_array)
            put_array(json, inside, index_count, depth);
        else
            put_element(json, inside, index_count, depth);
    }
}

/* What is known of the bytes themselves. No field can be called so. */
static void put_about(text_t *out, const found_t *found, unsigned depth)
{
    const schema_block_t *block = found->shape->block;
    put_line(out, depth);
    text_format(out, "\"$bytes\": {\"address\": %llu, \"size\": %llu", (unsigned long long)found->address,
                (unsigned long long)footprint_of(found->shape));
    if (is_guarded(found->shape))
        text_format(out, ", \"guard\": \"%s\", \"version\": %u", state_names[state_of(found)],
                    (unsigned)found->bytes[block->version_offset]);
    if (is_mirrored(found->shape)) {
        text_format(out, ", \"copies\": [\"%s\", \"%s\"], \"newest\": ", state_names[found->states[0]],
                    state_names[found->states[1]]);
        if (found->newest < 2)
            text_format(out, "%u", found->newest);
        else
            text_put_string(out, "null");
    }
    text_put_char(out, '}');
}

static void put_object(decoder_t *decoder, const found_t *found, const uint8_t *against, unsigned depth)
{
    json_t json = { .decoder = decoder, .found = found, .against = against };
    json.indices = ARENA_ARRAY(decoder->arena, uint32_t, found->shape->index_count + 1);
    text_put_char(decoder->out, '{');
    put_about(decoder->out, found, depth + 1);
    put_inside(&json, &found->shape->root, 0, depth + 1, false);
    put_line(decoder->out, depth);
    text_put_char(decoder->out, '}');
}

void decode_json_value(arena_t *arena, const shape_t *shape, const uint8_t *bytes, unsigned depth, text_t *out)
{
    decoder_t decoder = { .arena = arena, .out = out };
    found_t found = { .shape = shape, .bytes = bytes };
    json_t json = { .decoder = &decoder, .found = &found, .indices = ARENA_ARRAY(arena, uint32_t, shape->index_count + 1) };
    text_put_char(out, '{');
    put_inside(&json, &shape->root, 0, depth + 1, true);
    put_line(out, depth);
    text_put_char(out, '}');
}

static const uint8_t *defaults_of(const decoder_t *decoder, const found_t *found)
{
    return decoder->options->only_changed ? found->shape->initial : NULL;
}

static void put_array_of_blocks(decoder_t *decoder, const location_t *location)
{
    text_t *out = decoder->out;
    text_put_char(out, '[');
    for (uint32_t element = 0; element < location->shape->count; element++) {
        found_t found;
        text_put_string(out, element ? "," : "");
        put_line(out, 2);
        if (find_element(decoder, location, element, &found))
            put_object(decoder, &found, defaults_of(decoder, &found), 2);
        else
            text_put_string(out, "null");
    }
    put_line(out, 1);
    text_put_char(out, ']');
}

static void begin_member(decoder_t *decoder, const shape_t *shape)
{
    text_put_string(decoder->out, decoder->has_output ? "," : "");
    decoder->has_output = true;
    put_line(decoder->out, 1);
    put_key(decoder->out, shape->name);
}

static void decode_json(decoder_t *decoder)
{
    text_put_char(decoder->out, '{');
    for (size_t index = 0; index < decoder->locations->count; index++) {
        const location_t *location = &decoder->locations->items[index];
        found_t found;
        if (location->shape->is_array) {
            begin_member(decoder, location->shape);
            put_array_of_blocks(decoder, location);
        } else if (find_element(decoder, location, 0, &found)) {
            begin_member(decoder, location->shape);
            put_object(decoder, &found, defaults_of(decoder, &found), 1);
        }
    }
    text_put_string(decoder->out, decoder->has_output ? "\n}\n" : "}\n");
}

/* ---- differences as JSON */

typedef struct difference {
    decoder_t *decoder;
    const found_t *from, *to;
} difference_t;

static void put_difference(void *context, const char *path, const schema_field_t *field, const uint32_t *indices)
{
    difference_t *difference = context;
    decoder_t *decoder = difference->decoder;
    const found_t *from = difference->from, *to = difference->to;
    if (field_is_equal(field, indices, from->bytes, to->bytes))
        return;
    const char *name = arena_format(decoder->arena, "%s.%s", element_name(decoder->arena, from->shape, from->element),
                                    path);
    text_put_string(decoder->out, decoder->has_output ? ",\n  {\"name\": " : "\n  {\"name\": ");
    decoder->has_output = true;
    json_put_string(decoder->out, name);
    text_put_string(decoder->out, ", \"from\": ");
    value_put_json(decoder->out, field, from->bytes, indices);
    text_put_string(decoder->out, ", \"to\": ");
    value_put_json(decoder->out, field, to->bytes, indices);
    text_put_char(decoder->out, '}');
}

static void decode_element(decoder_t *decoder, const location_t *location, uint32_t element)
{
    found_t found, other;
    if (!find_element(decoder, location, element, &found))
        return;
    if (!decoder->other) {
        put_table(decoder, &found, defaults_of(decoder, &found), false);
        return;
    }
    if (!find_other(decoder, location->shape, element, &other))
        return;
    if (!decoder->options->is_json) {
        put_table(decoder, &found, other.bytes, true);
        return;
    }
    difference_t difference = { decoder, &found, &other };
    shape_walk(location->shape, put_difference, &difference);
}

static void decode_elements(decoder_t *decoder)
{
    bool is_list = decoder->options->is_json;
    text_put_string(decoder->out, is_list ? "[" : "");
    for (size_t index = 0; index < decoder->locations->count; index++)
        for (uint32_t element = 0; element < decoder->locations->items[index].shape->count; element++)
            decode_element(decoder, &decoder->locations->items[index], element);
    if (is_list)
        text_put_string(decoder->out, decoder->has_output ? "\n]\n" : "]\n");
}

bool decode_image(arena_t *arena, messages_t *messages, const schema_t *schema, const options_t *options,
                  const image_t *image, const image_t *other, text_t *out)
{
    shapes_t shapes = shapes_make(arena, schema, options->block);
    locations_t locations, other_locations;
    decoder_t decoder = { .arena = arena, .messages = messages, .schema = schema, .options = options, .image = image,
                          .other = other, .out = out, .is_good = true, .locations = &locations,
                          .other_locations = &other_locations,
                          .path = input_name(options->operands[1]) };
    decoder.other_path = other ? input_name(options->other_image) : NULL;
    if (!locate(arena, messages, decoder.path, &shapes, options, image->is_hex, image, &locations))
        return false;
    if (other && !locate(arena, messages, decoder.other_path, &shapes, options, other->is_hex, other, &other_locations))
        return false;
    if (options->is_json && !other)
        decode_json(&decoder);
    else
        decode_elements(&decoder);
    if (!decoder.has_output && !other && decoder.is_good)
        return message_error(messages, decoder.path, 0, "none of the layout's blocks is in this image");
    return decoder.is_good;
}
