/* Leaves go in, trees of names come out: see shape.h. */
#include "shape.h"

#include <stdlib.h>
#include <string.h>

#include "block_bytes.h"
#include "naming.h"
#include "place.h"

static shape_node_t *add_node(arena_t *arena, shape_node_t *outer, const char *name, size_t length)
{
    shape_node_t *node = ARENA_NEW(arena, shape_node_t);
    node->name = arena_copy(arena, name, length);
    node->snake = snake_case(arena, node->name);
    if (outer->last)
        outer->last->next = node;
    else
        outer->first = node;
    return outer->last = node;
}

/* Leaves of one group follow each other, hence only the last name is looked at. */
static void add_field(arena_t *arena, shape_node_t *root, const schema_field_t *field)
{
    shape_node_t *node = root;
    const char *name = field->name.name;
    for (unsigned level = 0, index = 0;; level++) {
        size_t length = strcspn(name, ".");
        bool is_leaf = !name[length];
        shape_node_t *last = node->last;
        bool is_there = !is_leaf && last && !last->field && strlen(last->name) == length
            && memcmp(last->name, name, length) == 0;
        node = is_there ? last : add_node(arena, node, name, length);
        if (index < field->index_count && field->indices[index].level == level) {
            node->is_array = true;
            node->count = field->indices[index++].count;
        }
        if (is_leaf) {
            node->field = field;
            return;
        }
        name += length + 1;
    }
}

static void fill(arena_t *arena, shape_t *shape)
{
    for (size_t index = 0; index < shape->field_count; index++) {
        add_field(arena, &shape->root, &shape->fields[index]);
        if (shape->fields[index].index_count > shape->index_count)
            shape->index_count = shape->fields[index].index_count;
    }
}

static shape_t shape_of_block(const schema_block_t *block)
{
    return (shape_t){ .name = block->name.name, .snake = block->name.snake, .block = block, .fields = block->fields,
                      .field_count = block->field_count, .size_bytes = block->size_bytes,
                      .count = block->count ? block->count : 1, .is_array = block->count != 0,
                      .stride_bytes = block->stride_bytes, .initial = block->initial };
}

static shape_t shape_of_record(arena_t *arena, const schema_store_t *store, const schema_record_t *record)
{
    const schema_struct_t *body = record->body;
    uint8_t *initial = arena_allocate(arena, body->size_bytes);
    for (size_t index = 0; index < body->field_count; index++)
        field_write_default(&body->fields[index], initial);
    return (shape_t){ .name = arena_format(arena, "%s.%s", store->name.name, record->name.name),
                      .snake = arena_format(arena, "%s.%s", store->name.snake, record->name.snake),
                      .fields = body->fields, .field_count = body->field_count, .size_bytes = body->size_bytes,
                      .count = 1, .initial = initial };
}

/* ---- registers as fields */

typedef struct register_fields { arena_t *arena; schema_field_t *fields; size_t count, capacity; } register_fields_t;

static schema_field_t *add_register_field(register_fields_t *to, const schema_register_t *in, schema_name_t name,
                                          schema_type_t type, unsigned outer_count)
{
    if (to->count == to->capacity)
        to->fields = arena_grow(to->arena, to->fields, &to->capacity, sizeof *to->fields);
    schema_field_t *field = &to->fields[to->count++];
    *field = (schema_field_t){ .name = name, .type = type, .byte_offset = in->byte_offset,
                               .byte_count = in->width_bits / 8, .indices = in->indices + outer_count,
                               .index_count = in->index_count - outer_count, .scale = 1 };
    return field;
}

static void add_bits_field(register_fields_t *to, const schema_register_t *in, const schema_bits_t *bits,
                           unsigned outer_count)
{
    schema_field_t *field = add_register_field(to, in, name_join(to->arena, &in->name, &bits->name), bits->type,
                                               outer_count);
    field->is_bit_type = true;
    field->shift = bits->position;
    field->unit = bits->unit, field->scale = bits->scale, field->bias = bits->bias;
    if (!bits->array_length)
        return;
    schema_index_t *indices = ARENA_ARRAY(to->arena, schema_index_t, field->index_count + 1);
    unsigned level = 1;
    for (const char *dot = strchr(in->name.name, '.'); dot; dot = strchr(dot + 1, '.'))
        level++;
    if (field->index_count)
        memcpy(indices, field->indices, field->index_count * sizeof *indices);
    indices[field->index_count++] = (schema_index_t){ bits->array_length, bits->type.width_bits, level };
    field->indices = indices;
    field->is_array = true;
    field->array_length = bits->array_length;
}

static void write_reset(const schema_register_t *in, unsigned outer_count, uint8_t *initial)
{
    schema_field_t whole = { .type = { .kind = VALUE_UNSIGNED, .width_bits = in->width_bits },
                             .byte_offset = in->byte_offset, .indices = in->indices + outer_count,
                             .index_count = in->index_count - outer_count,
                             .initial = { .is_set = in->has_reset, .words = &in->reset, .word_count = 1 } };
    field_write_default(&whole, initial);
}

static shape_t shape_of_registers(arena_t *arena, const schema_block_t *block)
{
    register_fields_t made = { .arena = arena };
    unsigned outer_count = block->count != 0;
    uint8_t *initial = arena_allocate(arena, block->size_bytes);
    shape_t shape = shape_of_block(block);
    for (size_t index = 0; index < block->register_count; index++) {
        const schema_register_t *in = &block->registers[index];
        write_reset(in, outer_count, initial);
        if (!in->bits_count) {
            schema_field_t *field = add_register_field(&made, in, in->name, in->type, outer_count);
            field->unit = in->unit, field->scale = in->scale, field->bias = in->bias;
        }
        for (size_t bits = 0; bits < in->bits_count; bits++)
            add_bits_field(&made, in, &in->bits[bits], outer_count);
    }
    shape.fields = made.fields;
    shape.field_count = made.count;
    shape.initial = initial;
    return shape;
}

static bool is_wanted(const schema_block_t *block, const char *register_block)
{
    if (!block->is_register_block)
        return true;
    return register_block && block->size_bytes <= MOST_BLOCK_BYTES
        && (strcmp(block->name.name, register_block) == 0 || strcmp(block->name.snake, register_block) == 0);
}

static size_t shape_count(const schema_t *schema)
{
    size_t count = 0;
    for (size_t index = 0; index < schema->item_count; index++)
        count += schema->items[index].kind == SCHEMA_STORE ? schema->items[index].of.store->record_count : 1;
    return count;
}

shapes_t shapes_make(arena_t *arena, const schema_t *schema, const char *register_block)
{
    shapes_t shapes = { .items = ARENA_ARRAY(arena, shape_t, shape_count(schema) + 1) };
    for (size_t index = 0; index < schema->item_count; index++)
        if (schema->items[index].kind == SCHEMA_BLOCK && is_wanted(schema->items[index].of.block, register_block)) {
            const schema_block_t *block = schema->items[index].of.block;
            shapes.items[shapes.count++] = block->is_register_block ? shape_of_registers(arena, block)
                                                                    : shape_of_block(block);
        }
    for (size_t index = 0; index < schema->item_count; index++) {
        const schema_store_t *store = schema->items[index].kind == SCHEMA_STORE ? schema->items[index].of.store : NULL;
        for (size_t record = 0; store && record < store->record_count; record++)
            if (store->records[record].body)
                shapes.items[shapes.count++] = shape_of_record(arena, store, &store->records[record]);
    }
    for (size_t index = 0; index < shapes.count; index++)
        fill(arena, &shapes.items[index]);
    return shapes;
}

static bool is_named(const char *name, const char *written, size_t length)
{
    return strlen(name) == length && memcmp(name, written, length) == 0;
}

shape_t *shapes_find(const shapes_t *shapes, const char *name, size_t length)
{
    for (size_t index = 0; index < shapes->count; index++)
        if (is_named(shapes->items[index].name, name, length) || is_named(shapes->items[index].snake, name, length))
            return &shapes->items[index];
    return NULL;
}

const shape_node_t *shape_inside(const shape_node_t *node, const char *name, size_t length)
{
    for (const shape_node_t *inside = node->first; inside; inside = inside->next)
        if (is_named(inside->name, name, length) || is_named(inside->snake, name, length))
            return inside;
    return NULL;
}

/* ---- walking */

typedef struct walk {
    shape_visit_t *visit;
    void *context;
    text_t path;
    uint32_t *indices;
} walk_t;

static void walk_inside(walk_t *walk, const shape_node_t *node, unsigned index_count);

static void walk_element(walk_t *walk, const shape_node_t *node, unsigned index_count)
{
    if (node->field)
        walk->visit(walk->context, text_chars(&walk->path), node->field, walk->indices);
    else
        walk_inside(walk, node, index_count);
}

static void walk_inside(walk_t *walk, const shape_node_t *node, unsigned index_count)
{
    size_t outer_bytes = walk->path.length_bytes;
    for (const shape_node_t *inside = node->first; inside; inside = inside->next) {
        walk->path.length_bytes = outer_bytes;
        text_put_string(&walk->path, outer_bytes ? "." : "");
        text_put_string(&walk->path, inside->name);
        if (!inside->is_array) {
            walk_element(walk, inside, index_count);
            continue;
        }
        size_t name_bytes = walk->path.length_bytes;
        for (uint32_t element = 0; element < inside->count; element++) {
            walk->path.length_bytes = name_bytes;
            text_format(&walk->path, "[%u]", element);
            walk->indices[index_count] = element;
            walk_element(walk, inside, index_count + 1);
        }
    }
    walk->path.length_bytes = outer_bytes;
}

void shape_walk(const shape_t *shape, shape_visit_t *visit, void *context)
{
    walk_t walk = { .visit = visit, .context = context, .indices = calloc(shape->index_count + 1, sizeof(uint32_t)) };
    if (!walk.indices)
        out_of_memory();
    walk_inside(&walk, &shape->root, 0);
    text_free(&walk.path);
    free(walk.indices);
}

bool field_is_equal(const schema_field_t *field, const uint32_t *indices, const uint8_t *one, const uint8_t *other)
{
    if (field->type.kind != VALUE_TEXT && field->type.kind != VALUE_BYTES)
        return field_read(field, one, indices) == field_read(field, other, indices);
    uint64_t offset = field_offset(field, indices);
    return memcmp(one + offset, other + offset, field->type.length_bytes) == 0;
}
