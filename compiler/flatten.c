/* From placed items to the schema's leaves, parts and members; see flatten.h. */
#include "flatten.h"

#include <string.h>

#include "naming.h"
#include "rows.h"

/* ---- from placed items to the schema's leaves */

typedef struct flattener {
    resolver_t *resolver;
    schema_field_t *fields;
    size_t field_count;
    schema_part_t *parts;
    size_t part_count;
    unsigned alignment_bytes;    /* of the whole; 1 where nothing is promised */
} flattener_t;

/* How many names lead to what is in `outer`. */
static unsigned path_levels(const schema_name_t *outer)
{
    const char *at = outer ? outer->name : "";
    unsigned levels = *at != '\0';
    for (; *at; at++)
        levels += *at == '.';
    return levels;
}

static schema_index_t *indices_with(resolver_t *resolver, const schema_index_t *outer, unsigned count, bool more,
                                    uint32_t length, uint64_t stride_bits, const schema_name_t *outer_name)
{
    schema_index_t *indices = ARENA_ARRAY(resolver->arena, schema_index_t, count + 1);
    if (count)
        memcpy(indices, outer, count * sizeof *indices);
    if (more)
        indices[count] = (schema_index_t){ length, stride_bits, path_levels(outer_name) };
    return indices;
}

static bool is_aligned(const schema_field_t *field, unsigned alignment_bytes)
{
    unsigned bytes = field->type.storage_bits / 8;
    if (!bytes || bytes > alignment_bytes || field->is_bit_type || field->type.width_bits != field->type.storage_bits
        || field->byte_offset % bytes)
        return false;
    for (unsigned index = 0; index < field->index_count; index++)
        if (field->indices[index].stride_bits % (8 * bytes))
            return false;
    return true;
}

static void fill_leaf(schema_field_t *leaf, const placed_item_t *item, const schema_name_t *outer_name, arena_t *arena)
{
    const ast_attribute_t *was = ast_attribute(item->node, ATTRIBUTE_WAS);
    *leaf = (schema_field_t){
        .name = name_join(arena, outer_name, &item->name), .type = item->type, .byte_count = item->byte_count,
        .shift = item->shift, .is_big_endian = item->is_big_endian, .is_bit_type = item->is_bit_type,
        .is_array = item->array_length != 0, .array_length = item->array_length, .access = item->access,
        .initial = item->initial, .unit = item->unit, .scale = item->scale, .bias = item->bias,
        .has_range = item->has_range, .range_least = item->range_least, .range_most = item->range_most,
        .was = was ? was->name : NULL, .may_drop = ast_attribute(item->node, ATTRIBUTE_DROP) != NULL,
        .is_alias = item->is_alias, .span = item->node->span };
}

static void flatten(flattener_t *to, const placed_t *placed, uint64_t base, const schema_name_t *outer_name,
                    const schema_index_t *outer, unsigned outer_count);

static void flatten_container(flattener_t *to, const placed_item_t *container, uint64_t base,
                              const schema_name_t *name, const schema_index_t *indices, unsigned index_count)
{
    uint64_t bytes = container->element_bits / 8;
    for (size_t index = 0; index < container->inside->item_count; index++) {
        const placed_item_t *bits = &container->inside->items[index];
        if (bits->is_gap)
            continue;
        schema_field_t *leaf = &to->fields[to->field_count++];
        fill_leaf(leaf, bits, name, to->resolver->arena);
        uint64_t low = bits->run_bit / 8, high = (bits->run_bit + bits->element_bits - 1) / 8;
        leaf->byte_offset = (uint32_t)(base + (container->is_big_endian ? bytes - 1 - high : low));
        leaf->byte_count = (unsigned)(high - low + 1);
        leaf->shift = bits->run_bit % 8;
        leaf->is_big_endian = container->is_big_endian && (leaf->byte_count > 1 || bits->array_length);
        leaf->bit_run_start = (uint32_t)base;
        leaf->bit_run_bytes = (uint32_t)bytes;
        leaf->is_alias |= container->is_alias;
        leaf->indices = indices_with(to->resolver, indices, index_count, leaf->is_array, bits->array_length,
                                     bits->element_bits, name);
        leaf->index_count = index_count + leaf->is_array;
    }
}

static void flatten(flattener_t *to, const placed_t *placed, uint64_t base, const schema_name_t *outer_name,
                    const schema_index_t *outer, unsigned outer_count)
{
    resolver_t *resolver = to->resolver;
    for (size_t index = 0; index < placed->item_count; index++) {
        const placed_item_t *item = &placed->items[index];
        bool is_array = item->array_length != 0;
        if (item->is_gap)
            continue;
        schema_index_t *indices = indices_with(resolver, outer, outer_count, is_array, item->array_length,
                                               item->stride_bits, outer_name);
        unsigned index_count = outer_count + is_array;
        uint64_t offset = base + item->byte_offset;
        if (!item->inside) {
            schema_field_t *leaf = &to->fields[to->field_count++];
            fill_leaf(leaf, item, outer_name, resolver->arena);
            leaf->byte_offset = (uint32_t)offset;
            leaf->indices = indices;
            leaf->index_count = index_count;
            leaf->bit_run_start = (uint32_t)(base + item->run_start);
            leaf->bit_run_bytes = (uint32_t)item->run_bytes;
            leaf->is_aligned = is_aligned(leaf, to->alignment_bytes);
            continue;
        }
        schema_name_t name = name_join(resolver->arena, outer_name, &item->name);
        if (item->inside->is_container) {
            flatten_container(to, item, offset, &name, indices, index_count);
            continue;
        }
        if (item->inside->structure && to->parts)
            to->parts[to->part_count++] = (schema_part_t){ .name = name, .structure = item->inside->structure,
                .byte_offset = (uint32_t)offset, .indices = indices, .index_count = index_count };
        flatten(to, item->inside, offset, &name, indices, index_count);
    }
}

static uint64_t count_parts(const placed_t *placed)
{
    uint64_t count = 0;
    for (size_t index = 0; index < placed->item_count; index++)
        if (placed->items[index].inside && !placed->items[index].inside->is_container)
            count += 1 + count_parts(placed->items[index].inside);
    return count;
}

/* ---- structs */

static const schema_field_t *field_named(const schema_struct_t *structure, const char *name)
{
    for (size_t index = 0; index < structure->field_count; index++)
        if (strcmp(structure->fields[index].name.name, name) == 0)
            return &structure->fields[index];
    return NULL;
}

/* What a member's raw numbers mean. */
static const char *meaning_text(resolver_t *resolver, const placed_item_t *item)
{
    const char *physical = item->inside ? "" : physical_text(resolver, item);
    if (!item->type.fraction_bits)
        return physical;
    return arena_format(resolver->arena, "%s%s%s", item->type.written, *physical ? ", " : "", physical);
}

static bool add_members(resolver_t *resolver, schema_struct_t *structure, const placed_t *placed, uint64_t base,
                        const schema_name_t *outer_name)
{
    for (size_t index = 0; index < placed->item_count; index++) {
        const placed_item_t *item = &placed->items[index];
        if (item->is_gap)
            continue;
        schema_name_t name = name_join(resolver->arena, outer_name, &item->name);
        bool is_flattened = item->inside && !item->inside->structure;
        if (is_flattened && item->array_length) {
            diagnostic_t *array = report(resolver->diagnostics, RULE_STRUCT_GROUP, item->node->name_span,
                                         "a struct holds no array of groups or containers");
            report_help(array, "declare a struct for '%s' and write '%s: Name[%u]'", item->node->name, item->node->name,
                        item->array_length);
            return false;
        }
        uint64_t offset = base + item->byte_offset;
        if (is_flattened) {
            if (!add_members(resolver, structure, item->inside, offset, &name))
                return false;
            continue;
        }
        schema_member_t *member = &structure->members[structure->member_count++];
        *member = (schema_member_t){ .name = name, .type = item->type, .byte_offset = (uint32_t)offset,
                                     .array_length = item->array_length,
                                     .stride_bytes = (uint32_t)(item->stride_bits / 8),
                                     .meaning = meaning_text(resolver, item) };
        if (*name.snake >= '0' && *name.snake <= '9')
            name.snake = arena_format(resolver->arena, "_%s", name.snake);
        member->c_name = is_c_keyword(name.snake) ? arena_format(resolver->arena, "%s_", name.snake) : name.snake;
        if (!item->inside)
            member->field = field_named(structure, name.name);
    }
    return true;
}

schema_struct_t *make_struct(resolver_t *resolver, const schema_name_t *name, placed_t *placed)
{
    schema_struct_t *structure = ARENA_NEW(resolver->arena, schema_struct_t);
    flattener_t to = { .resolver = resolver, .alignment_bytes = placed->alignment_bytes };

    structure->name = *name;
    structure->policy = placed->policy;
    structure->size_bytes = (uint32_t)placed->size_bytes;
    structure->alignment_bytes = placed->alignment_bytes;
    structure->body = placed;
    structure->fields = to.fields = ARENA_ARRAY(resolver->arena, schema_field_t, placed->leaf_count + 1);
    flatten(&to, placed, 0, NULL, NULL, 0);
    structure->field_count = to.field_count;
    structure->members = ARENA_ARRAY(resolver->arena, schema_member_t, placed->leaf_count + count_parts(placed) + 1);
    if (!add_members(resolver, structure, placed, 0, NULL))
        return NULL;
    return structure;
}

void flatten_block(resolver_t *resolver, const placed_t *placed, schema_block_t *block)
{
    flattener_t to = { .resolver = resolver, .alignment_bytes = placed->alignment_bytes };
    row_list_t list = { 0 };
    block->fields = to.fields = ARENA_ARRAY(resolver->arena, schema_field_t, placed->leaf_count + 1);
    block->parts = to.parts = ARENA_ARRAY(resolver->arena, schema_part_t, count_parts(placed) + 1);
    flatten(&to, placed, 0, NULL, NULL, 0);
    block->field_count = to.field_count;
    block->part_count = to.part_count;
    add_rows(resolver, &list, placed, 0, 0, block->fields_bytes);
    finish_rows(resolver, &list, block);
}
