/* Placing registers: the items of an mmio block go in; registers with offsets, widths, indices, bit fields and masks
 * come out; see place.h. */
#include <stdlib.h>
#include <string.h>

#include "naming.h"
#include "overlap.h"
#include "place.h"
#include "rows.h"

enum { MOST_REGISTER_SPAN = 1 << 30, MOST_REGISTERS = 1 << 18 };

typedef struct register_placer {
    resolver_t *resolver;
    schema_register_t *registers;
    size_t count, capacity;
    row_list_t rows;
    bool is_bad;
} register_placer_t;

/* Where a level (the block, or a group in it) is. */
typedef struct level {
    const ast_node_t *node;
    uint64_t base;                 /* of element 0, from the block's base */
    const schema_name_t *name;     /* joined path; NULL for the block itself */
    schema_index_t *indices;
    unsigned index_count;
    access_t access;
    unsigned depth;
    bool is_natural;
    const placed_item_t *repeated; /* the group whose items these are, where it has a stride of its own; or NULL */
} level_t;

static schema_register_t *add_register(register_placer_t *placer)
{
    if (placer->count == placer->capacity)
        placer->registers = arena_grow(placer->resolver->arena, placer->registers, &placer->capacity,
                                       sizeof *placer->registers);
    return &placer->registers[placer->count++];
}

static void gather_bits(schema_register_t *to, const placed_t *container, arena_t *arena)
{
    uint64_t gathered = 0, plain_mask = 0, field_mask = 0;
    bool has_default = false, any_read = false, any_write = false;

    to->bits = ARENA_ARRAY(arena, schema_bits_t, container->item_count + 1);
    for (size_t index = 0; index < container->item_count; index++) {
        const placed_item_t *item = &container->items[index];
        if (item->is_gap)
            continue;
        schema_bits_t *bits = &to->bits[to->bits_count++];
        unsigned length = item->array_length ? item->array_length : 1;
        *bits = (schema_bits_t){ .name = item->name, .type = item->type, .position = (unsigned)item->run_bit,
                                 .array_length = item->array_length, .access = item->access,
                                 .is_alias = item->is_alias, .unit = item->unit, .scale = item->scale,
                                 .bias = item->bias, .span = item->node->span };
        bits->value_mask = ones(item->type.width_bits);
        bits->mask = ones(item->type.width_bits * length) << bits->position;
        field_mask |= bits->mask;
        any_read |= item->access.read != READ_NONE;
        any_write |= item->access.write != WRITE_NONE;
        switch (item->access.write) {
        case WRITE_1_CLEARS: case WRITE_1_SETS: case WRITE_1_TOGGLES:
            to->neutral_zero_mask |= bits->mask;
            break;
        case WRITE_0_CLEARS: case WRITE_0_SETS:
            to->neutral_one_mask |= bits->mask;
            break;
        case WRITE_PLAIN:
            if (item->access.read == READ_NONE)
                to->neutral_zero_mask |= bits->mask;
            else
                plain_mask |= bits->mask;
            break;
        default:
            break;
        }
        if (item->access.read == READ_CLEARS || item->access.read == READ_SETS)
            to->read_effect_mask |= bits->mask;
        if (item->initial.is_set) {
            has_default = true;
            for (unsigned element = 0; element < length; element++) {
                uint64_t word = item->initial.words[element < item->initial.word_count ? element : 0];
                if (item->initial.word_count > 1 && element >= item->initial.word_count)
                    word = 0;
                gathered |= word << (bits->position + element * item->type.width_bits);
            }
        }
    }
    to->neutral_one_mask &= ~plain_mask;
    to->neutral_zero_mask &= ~(plain_mask | to->neutral_one_mask);
    /* Bits without a field are kept where there is something to keep at all; beside flags alone a store of zeros is
     * what their data sheets ask for. */
    to->kept_mask = plain_mask ? plain_mask | (ones(to->width_bits) & ~field_mask) : 0;
    to->is_readable = to->access.read != READ_NONE && (any_read || !to->bits_count);
    to->is_writable = to->access.write != WRITE_NONE && (any_write || !to->bits_count);
    if (has_default && !to->has_reset) {
        to->has_reset = true;
        to->reset = gathered;
    }
}

static void warn_read_effect(register_placer_t *placer, const schema_register_t *made, const ast_node_t *node)
{
    if (!made->read_effect_mask || !(made->kept_mask & ~made->read_effect_mask) || !made->is_writable)
        return;
    for (size_t index = 0; index < made->bits_count; index++) {
        const schema_bits_t *bits = &made->bits[index];
        if (bits->access.write != WRITE_PLAIN || bits->access.read != READ_PLAIN)
            continue;
        diagnostic_t *lost = report(placer->resolver->diagnostics, RULE_READ_EFFECT, bits->name.span,
                                    "setting '%s' reads '%s', and that loses fields which a read changes",
                                    bits->name.name, node->name);
        report_help(lost, "write the whole register, or handle those fields before you set '%s'", bits->name.name);
        return;
    }
}

static bool check_register_type(register_placer_t *placer, const ast_node_t *node, placed_item_t *item)
{
    const schema_type_t *type = &item->type;
    diagnostics_t *diagnostics = placer->resolver->diagnostics;
    bool is_bytes = type->kind == VALUE_TEXT || type->kind == VALUE_BYTES;

    if (is_bytes && !item->array_length) {
        /* Bytes in register space are that many registers of a byte. */
        if (item->initial.is_set) {
            uint64_t *words = ARENA_ARRAY(placer->resolver->arena, uint64_t, type->length_bytes);
            for (unsigned index = 0; index < type->length_bytes; index++)
                words[index] = item->initial.bytes[index];
            item->initial = (schema_default_t){ .is_set = true, .words = words, .word_count = type->length_bytes };
        }
        item->array_length = type->length_bytes;
        item->type = (schema_type_t){ .kind = VALUE_UNSIGNED, .width_bits = 8, .storage_bits = 8, .written = "u8" };
        item->element_bits = item->stride_bits = 8;
        return true;
    }
    if (type->kind == VALUE_STRUCT || type->kind == VALUE_FLOAT || is_bytes) {
        diagnostic_t *wrong = report(diagnostics, RULE_REGISTER_TYPE, node->type.span,
                                     "'%s: %s' cannot be a register", node->name, type->written);
        if (type->kind == VALUE_STRUCT)
            report_help(wrong, "a group '%s { … }' holds several registers", node->name);
        else
            report_help(wrong, "a register is an integer or an enum of 8, 16, 32 or 64 bits");
        return false;
    }
    if (item->is_bit_type) {
        diagnostic_t *wrong = report(diagnostics, RULE_BITS_IN_MMIO, node->name_span,
                                     "'%s: %s' stands outside of a container: hardware has no such access",
                                     node->name, type->written);
        report_help(wrong, "write '%s: u8 { … }' with the bits in the braces", item->is_gap ? "name" : node->name);
        return false;
    }
    unsigned width = type->width_bits;
    bool is_possible = width == 8 || width == 16 || width == 32 || width == 64;
    if (!is_possible && !item->is_gap) {
        report(diagnostics, RULE_REGISTER_TYPE, node->type.span, "a register has 8, 16, 32 or 64 bits, not %u", width);
        return false;
    }
    if (node->kind == AST_CONTAINER && type->kind != VALUE_UNSIGNED) {
        report(diagnostics, RULE_CONTAINER_WIDTH, node->type.span,
               "a container is u8, u16, u32 or u64, not '%s'", node->type.name);
        return false;
    }
    return true;
}

static bool read_place(register_placer_t *placer, const level_t *level, const placed_item_t *item, uint64_t *cursor)
{
    const ast_node_t *node = item->node;
    const ast_attribute_t *at = ast_attribute(node, ATTRIBUTE_AT), *bits = ast_attribute(node, ATTRIBUTE_BITS);
    if (bits) {
        diagnostic_t *wrong = report(placer->resolver->diagnostics, RULE_BITS_OUTSIDE, bits->span,
                                     "'@[hi:lo]' places bits in a container, and '%s' is in none", node->name);
        report_help(wrong, "write '%s: u32 @ N { NAME: … @[…]; }', where N is the byte offset", node->name);
        return false;
    }
    if (at)
        return evaluate_bounded(placer->resolver, at->first, RULE_TOO_LARGE, "the offset", 0, MOST_REGISTER_SPAN,
                                cursor);
    unsigned bytes = (unsigned)item->element_bits / 8;
    if (level->is_natural && node->kind != AST_GROUP && bytes)
        *cursor = (*cursor + bytes - 1) / bytes * bytes;
    return true;
}

static bool read_count_and_stride(register_placer_t *placer, placed_item_t *item)
{
    resolver_t *resolver = placer->resolver;
    const ast_node_t *node = item->node;
    const ast_attribute_t *stride = ast_attribute(node, ATTRIBUTE_STRIDE);
    uint64_t count = 0, bytes;
    if (node->kind == AST_GROUP && node->count) {
        if (!evaluate_bounded(resolver, node->count, RULE_ARRAY_LENGTH, "the length", 1, 1 << 24, &count))
            return false;
        item->array_length = (uint32_t)count;
    }
    if (stride && !item->array_length) {
        report(resolver->diagnostics, RULE_STRIDE, stride->span, "'%s' is no array: a stride says nothing", node->name);
        return false;
    }
    item->stride_bits = item->element_bits;
    if (!stride)
        return true;
    uint64_t least = node->kind == AST_GROUP ? 1 : item->element_bits / 8;
    if (!evaluate_bounded(resolver, stride->first, RULE_STRIDE, "the stride", least, MOST_REGISTER_SPAN, &bytes))
        return false;
    item->stride_bits = 8 * bytes;
    return true;
}

static uint64_t place_level(register_placer_t *placer, const level_t *level);

static void fill_register(register_placer_t *placer, const level_t *level, const placed_item_t *item, uint64_t offset)
{
    resolver_t *resolver = placer->resolver;
    bool is_array = item->array_length != 0;
    schema_register_t *made = add_register(placer);
    *made = (schema_register_t){ .name = name_join(resolver->arena, level->name, &item->name), .type = item->type,
                                 .byte_offset = (uint32_t)(level->base + offset),
                                 .width_bits = (unsigned)item->element_bits, .access = item->access,
                                 .has_reset = item->has_reset, .reset = item->reset, .is_alias = item->is_alias,
                                 .unit = item->unit, .scale = item->scale, .bias = item->bias,
                                 .span = item->node->span };
    made->index_count = level->index_count + is_array;
    made->indices = ARENA_ARRAY(resolver->arena, schema_index_t, made->index_count + 1);
    if (level->index_count)
        memcpy(made->indices, level->indices, level->index_count * sizeof *made->indices);
    if (is_array)
        made->indices[level->index_count] = (schema_index_t){ item->array_length, item->stride_bits, level->depth };
    made->is_readable = item->access.read != READ_NONE;
    made->is_writable = item->access.write != WRITE_NONE;
    if (item->node->kind == AST_CONTAINER) {
        gather_bits(made, item->inside, resolver->arena);
        warn_read_effect(placer, made, item->node);
    } else if (item->initial.is_set && !made->has_reset) {
        made->has_reset = true;
        made->reset = item->initial.words[0];
    }
}

static void fill_row(register_placer_t *placer, const level_t *level, const placed_item_t *item, uint64_t offset)
{
    resolver_t *resolver = placer->resolver;
    schema_row_t *row = add_row(&placer->rows);
    row->depth = level->depth;
    row->byte_offset = (uint32_t)(level->base + offset);
    row->name = item->is_gap ? "_" : item->node->name;
    row->type = type_text(resolver, item);
    row->size_bits = item->array_length ? (item->array_length - 1) * item->stride_bits + item->element_bits
                                        : item->element_bits;
    row->doc = first_line(resolver, item->node->doc);
    row->unit = item->node->kind == AST_GROUP ? "" : physical_text(resolver, item);
    if (item->node->kind == AST_GROUP || item->is_gap)
        return;
    row->access = access_text(item->access, true);
    row->value = item->has_reset ? arena_format(resolver->arena, "0x%llX", (unsigned long long)item->reset)
                                 : default_text(resolver, &item->type, &item->initial);
    if (item->inside)
        add_container_rows(resolver, &placer->rows, item->inside, level->depth + 1, level->base + offset,
                           (unsigned)item->element_bits, true);
}

/* Places a group: its registers go straight into the block's list, with the group's index before their own. */
static bool place_group(register_placer_t *placer, const level_t *level, placed_item_t *item, uint64_t offset)
{
    resolver_t *resolver = placer->resolver;
    const ast_node_t *node = item->node;
    schema_name_t name = name_join(resolver->arena, level->name, &item->name);
    level_t inner = { .node = node, .base = level->base + offset, .name = &name, .access = item->access,
                      .depth = level->depth + 1, .is_natural = level->is_natural };
    if (item->array_length && ast_attribute(node, ATTRIBUTE_STRIDE))
        inner.repeated = item;
    size_t first = placer->count;

    size_t row = placer->rows.count;
    fill_row(placer, level, item, offset);
    inner.indices = ARENA_ARRAY(resolver->arena, schema_index_t, level->index_count + 1);
    if (level->index_count)
        memcpy(inner.indices, level->indices, level->index_count * sizeof *inner.indices);
    inner.index_count = level->index_count + (item->array_length != 0);
    if (item->array_length)
        inner.indices[level->index_count] = (schema_index_t){ item->array_length, 0, level->depth };
    uint64_t size = place_level(placer, &inner);
    unsigned widest = 1;
    for (size_t index = first; index < placer->count; index++)
        if (placer->registers[index].width_bits / 8 > widest)
            widest = placer->registers[index].width_bits / 8;
    item->element_bits = 8 * size;
    if (!ast_attribute(node, ATTRIBUTE_STRIDE))
        item->stride_bits = 8 * ((size + widest - 1) / widest * widest);
    /* The stride is known only now: the registers inside carry the group's index at this level. */
    if (item->array_length)
        for (size_t index = first; index < placer->count; index++)
            placer->registers[index].indices[level->index_count].stride_bits = item->stride_bits;
    placer->rows.rows[row].size_bits = item->array_length
        ? (item->array_length - 1) * item->stride_bits + item->element_bits : item->element_bits;
    if (!size) {
        report_empty(resolver, node, "registers");
        return false;
    }
    return true;
}

static bool place_item(register_placer_t *placer, const level_t *level, const ast_node_t *node, placed_item_t *item,
                       uint64_t *cursor)
{
    resolver_t *resolver = placer->resolver;
    if (node->kind == AST_ENDIAN) {
        if (node->value && node->value->integer)
            report(resolver->diagnostics, RULE_REGISTER_ENDIAN, node->span,
                   "registers have the processor's byte order");
        return false;
    }
    if (!read_item(resolver, node, item, level->access, false)
        || (node->kind != AST_GROUP && !check_register_type(placer, node, item))
        || !read_count_and_stride(placer, item) || !read_place(placer, level, item, cursor)) {
        placer->is_bad = true;
        return false;
    }
    const ast_attribute_t *order = ast_attribute(node, ATTRIBUTE_BE);
    if (order)
        report(resolver->diagnostics, RULE_REGISTER_ENDIAN, order->span, "registers have the processor's byte order");
    uint64_t offset = *cursor;
    item->byte_offset = offset;
    if (placer->count > MOST_REGISTERS) {
        report(resolver->diagnostics, RULE_TOO_LARGE, node->name_span, "a block has at most %d registers",
               MOST_REGISTERS);
        placer->is_bad = true;
        return false;
    }
    if (node->kind == AST_GROUP) {
        if (!place_group(placer, level, item, offset))
            placer->is_bad = true;
    } else {
        arena_mark_t mark = arena_mark(resolver->scratch);
        if (node->kind == AST_CONTAINER)
            item->inside = place_container(resolver, resolver->scratch, node, (unsigned)item->element_bits,
                                           item->access);
        if (!item->is_gap)
            fill_register(placer, level, item, offset);
        fill_row(placer, level, item, offset);
        item->inside = NULL;
        arena_release(resolver->scratch, mark);
    }
    uint64_t elements = item->array_length ? item->array_length : 1;
    *cursor = offset + ((elements - 1) * item->stride_bits + item->element_bits) / 8;
    if (item->array_length && item->stride_bits >= item->element_bits)
        *cursor = offset + elements * item->stride_bits / 8;
    if (level->base + *cursor > MOST_REGISTER_SPAN) {
        report(resolver->diagnostics, RULE_TOO_LARGE, node->name_span, "'%s' would end at offset %llu",
               item->name.name, (unsigned long long)(level->base + *cursor));
        placer->is_bad = true;
        *cursor = 0;
        return false;
    }
    return true;
}

typedef struct repeated { resolver_t *resolver; const placed_item_t *group; } repeated_t;

/* Elements of a group may lie between one another, as a controller's channels do; they may not lie over one another. */
static void report_between(void *context, const extent_t *first, const extent_t *second)
{
    const repeated_t *repeated = context;
    const ast_node_t *group = repeated->group->node;
    const placed_item_t *a = first->owner, *b = second->owner;
    diagnostic_t *overlap = report(repeated->resolver->diagnostics, RULE_OVERLAP, b->node->name_span,
                                   "'%s' overlaps '%s' of another element of '%s'", b->node->name, a->node->name,
                                   group->name);
    report_note(overlap, ast_attribute(group, ATTRIBUTE_STRIDE)->span, "elements of '%s' lie %llu bytes apart",
                group->name, (unsigned long long)repeated->group->stride_bits / 8);
    report_help(overlap, "where both are meant to lie there, write 'alias' on one of them");
}

static uint64_t place_level(register_placer_t *placer, const level_t *level)
{
    resolver_t *resolver = placer->resolver;
    size_t most = level->node->children.count;
    placed_t placed = { .node = level->node };
    arena_mark_t mark = arena_mark(resolver->scratch);
    extent_t *extents = ARENA_ARRAY(resolver->scratch, extent_t, most + 1);
    size_t extent_count = 0;
    uint64_t cursor = 0, end = 0;

    placed.items = ARENA_ARRAY(resolver->scratch, placed_item_t, most + 1);
    for (const ast_node_t *node = level->node->children.first; node; node = node->next) {
        placed_item_t *item = &placed.items[placed.item_count];
        if (!place_item(placer, level, node, item, &cursor))
            continue;
        placed.item_count++;
        uint64_t elements = item->array_length ? item->array_length : 1;
        extent_t extent = { 8 * item->byte_offset, item->element_bits, item->stride_bits, elements, item };
        if (extent.size && extent.stride && !item->is_alias)
            extents[extent_count++] = extent;
        if (extent.size && extent_end(&extent) / 8 > end)
            end = extent_end(&extent) / 8;
    }
    overlaps_find(extents, extent_count, report_item_overlap, resolver);
    repeated_t repeated = { resolver, level->repeated };
    if (level->repeated && level->repeated->stride_bits < 8 * end)
        overlaps_find_between(extents, extent_count, level->repeated->stride_bits, level->repeated->array_length,
                              report_between, &repeated);
    check_item_names(resolver, &placed);
    arena_release(resolver->scratch, mark);
    return end;
}

/* In an array it is enough that the first element is aligned, and each distance. */
static bool check_alignment(resolver_t *resolver, const schema_block_t *block, const schema_register_t *placed)
{
    unsigned bytes = placed->width_bits / 8, word_bytes = resolver->word_bits / 8;
    unsigned needed = bytes < word_bytes ? bytes : word_bytes;
    uint64_t address = block->address + placed->byte_offset;
    if (address % needed) {
        report(resolver->diagnostics, RULE_ALIGNMENT, placed->name.span,
               "register '%s' of %u bits at 0x%llX is not aligned to its %u bytes", placed->name.name,
               placed->width_bits, (unsigned long long)address, needed);
        return false;
    }
    for (unsigned index = 0; index < placed->index_count; index++) {
        const schema_index_t *array = &placed->indices[index];
        if (array->count == 1 || array->stride_bits / 8 % needed == 0)
            continue;
        report(resolver->diagnostics, RULE_ALIGNMENT, placed->name.span, "register '%s' of %u bits is there again "
               "every %llu bytes, and not aligned to its %u bytes then", placed->name.name, placed->width_bits,
               (unsigned long long)array->stride_bits / 8, needed);
        return false;
    }
    return true;
}

bool check_registers_alignment(resolver_t *resolver, const schema_block_t *block)
{
    bool are_aligned = true;
    for (size_t index = 0; index < block->register_count; index++)
        are_aligned &= check_alignment(resolver, block, &block->registers[index]);
    return are_aligned;
}

bool place_registers(resolver_t *resolver, const ast_node_t *node, schema_block_t *block, const schema_index_t *outer,
                     unsigned outer_count)
{
    static const access_t plain = { WRITE_PLAIN, READ_PLAIN };
    register_placer_t placer = { .resolver = resolver };
    level_t level = { .node = node, .access = plain, .index_count = outer_count,
                      .is_natural = block->policy == POLICY_NATURAL };
    level.indices = ARENA_ARRAY(resolver->arena, schema_index_t, outer_count + 1);
    if (outer_count)
        memcpy(level.indices, outer, outer_count * sizeof *outer);
    uint64_t size = place_level(&placer, &level);
    block->registers = placer.registers;
    block->register_count = placer.count;
    finish_rows(resolver, &placer.rows, block);
    block->size_bytes = (uint32_t)size;
    return !placer.is_bad;
}
