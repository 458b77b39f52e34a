/* Placing items in containers and in byte memory; see place.h. */
#include "place.h"

#include <stdlib.h>
#include <string.h>

#include "flatten.h"
#include "naming.h"

/* ---- containers */

static bool read_bit_place(resolver_t *resolver, const ast_node_t *node, const placed_item_t *item,
                           unsigned width_bits, uint64_t *position)
{
    const ast_attribute_t *at = ast_attribute(node, ATTRIBUTE_AT), *bits = ast_attribute(node, ATTRIBUTE_BITS);
    uint64_t high, low, total = item->element_bits * (item->array_length ? item->array_length : 1);
    if (at)
        return evaluate_bounded(resolver, at->first, RULE_BITS_POSITION, "a bit position", 0, width_bits - 1,
                                position);
    if (!bits)
        return true;
    if (!evaluate_bounded(resolver, bits->first, RULE_BITS_POSITION, "the high bit", 0, width_bits - 1, &high)
        || !evaluate_bounded(resolver, bits->second, RULE_BITS_POSITION, "the low bit", 0, width_bits - 1, &low))
        return false;
    *position = low;
    if (high >= low && high - low + 1 == total)
        return true;
    diagnostic_t *wrong;
    if (high < low)
        wrong = report(resolver->diagnostics, RULE_BITS_POSITION, bits->span,
                       "the high bit comes first: @[%llu:%llu]", (unsigned long long)low, (unsigned long long)high);
    else
        wrong = report(resolver->diagnostics, RULE_BITS_POSITION, bits->span,
                       "@[%llu:%llu] are %llu bits, but '%s: %s' has %llu", (unsigned long long)high,
                       (unsigned long long)low, (unsigned long long)(high - low + 1), node->name, item->type.written,
                       (unsigned long long)total);
    if (high >= low && (item->type.kind == VALUE_UNSIGNED || item->type.kind == VALUE_BOOL) && !item->array_length)
        report_help(wrong, "write '%s: u%llu'", node->name, (unsigned long long)(high - low + 1));
    return false;
}

static void check_bit_access(resolver_t *resolver, const ast_node_t *container, const placed_item_t *item,
                             access_t inherited)
{
    if (!item->has_access || item->is_gap)
        return;
    bool writes = item->access.write != WRITE_NONE, reads = item->access.read != READ_NONE;
    const char *kind = inherited.write == WRITE_NONE && writes ? "read-only"
        : inherited.read == READ_NONE && reads ? "write-only" : NULL;
    if (kind && (inherited.write == WRITE_NONE || inherited.read == READ_NONE))
        report(resolver->diagnostics, RULE_ACCESS_CONFLICT, item->node->name_span,
               "'%s' is %s, but its container '%s' is %s", item->node->name, access_text(item->access, true),
               container->name, kind);
}

placed_t *place_container(resolver_t *resolver, arena_t *arena, const ast_node_t *node, unsigned width_bits,
                          access_t inherited)
{
    placed_t *placed = ARENA_NEW(arena, placed_t);
    extent_t *extents = ARENA_ARRAY(arena, extent_t, node->children.count + 1);
    size_t extent_count = 0;
    uint64_t cursor = 0;

    *placed = (placed_t){ .node = node, .is_container = true, .alignment_bytes = 1, .size_bytes = width_bits / 8 };
    placed->items = ARENA_ARRAY(arena, placed_item_t, node->children.count + 1);
    for (const ast_node_t *child = node->children.first; child; child = child->next) {
        placed_item_t *item = &placed->items[placed->item_count];
        if (child->kind != AST_FIELD) {
            report(resolver->diagnostics, RULE_CONTAINER_ITEM, child->span, "only bit fields stand in a container");
            continue;
        }
        placed->leaf_count++;
        if (!read_item(resolver, child, item, inherited, false))
            continue;
        if (!item->type.storage_bits || item->type.kind == VALUE_FLOAT) {
            report(resolver->diagnostics, RULE_CONTAINER_ITEM, child->type.span,
                   "'%s: %s' cannot be a bit field: only bool, integers and enums can", child->name,
                   item->type.written);
            continue;
        }
        item->is_bit_type = true;
        item->run_bit = cursor;
        if (!read_bit_place(resolver, child, item, width_bits, &item->run_bit))
            continue;
        uint64_t bits = item->element_bits * (item->array_length ? item->array_length : 1);
        cursor = item->run_bit + bits;
        if (cursor > width_bits) {
            report(resolver->diagnostics, RULE_OUTSIDE_CONTAINER, child->name_span,
                   "'%s' takes bits %llu to %llu, but '%s: %s' has %u", item->is_gap ? "_" : child->name,
                   (unsigned long long)item->run_bit, (unsigned long long)cursor - 1, node->name, node->type.name,
                   width_bits);
            continue;
        }
        check_bit_access(resolver, node, item, inherited);
        placed->has_default |= item->initial.is_set;
        placed->leaf_count -= item->is_gap;
        placed->item_count++;
        if (!item->is_alias)
            extents[extent_count++] = (extent_t){ item->run_bit, bits, bits, 1, item };
    }
    overlaps_find(extents, extent_count, report_item_overlap, resolver);
    check_item_names(resolver, placed);
    return placed;
}

/* ---- byte memory */

/* A run of bit types that follow each other. */
typedef struct run { bool is_open, is_big_endian; uint64_t start_byte, bits; size_t number; } run_t;

typedef struct byte_placer {
    resolver_t *resolver;
    placed_t *placed;
    size_t *run_numbers;       /* of each item that is a bit type */
    run_t run;
    uint64_t cursor_bytes;     /* behind the last thing; while a run is open, behind its whole bytes */
    uint64_t end_bytes;        /* the furthest end */
    uint64_t padding_bytes;
    bool is_bad;
} byte_placer_t;

static uint64_t largest_power_of_two(uint64_t value) { return value & (~value + 1); }

static unsigned alignment_of(const placed_item_t *item)
{
    if (item->inside && !item->inside->is_container)
        return item->inside->alignment_bytes;
    if (item->type.kind == VALUE_TEXT || item->type.kind == VALUE_BYTES)
        return 1;
    uint64_t bytes = item->element_bits / 8;
    uint64_t alignment = bytes ? largest_power_of_two(bytes) : 1;
    return (unsigned)(alignment > 8 ? 8 : alignment);
}

static uint64_t elements_of(const placed_item_t *item) { return item->array_length ? item->array_length : 1; }

static void close_run(byte_placer_t *placer)
{
    run_t *run = &placer->run;
    if (!run->is_open)
        return;
    uint64_t bytes = (run->bits + 7) / 8;
    for (size_t index = 0; index < placer->placed->item_count; index++) {
        placed_item_t *item = &placer->placed->items[index];
        if (placer->run_numbers[index] != run->number)
            continue;
        uint64_t low = item->run_bit / 8, high = (item->run_bit + item->element_bits - 1) / 8;
        item->run_start = run->start_byte;
        item->run_bytes = bytes;
        item->byte_count = (unsigned)(high - low + 1);
        item->shift = item->run_bit % 8;
        item->byte_offset = run->start_byte + (run->is_big_endian ? bytes - 1 - high : low);
        bool crosses = item->byte_count > 1 || item->array_length;
        if (crosses && item->is_big_endian != run->is_big_endian && !item->is_gap
            && (item->byte_count > 1 || 8 % item->element_bits)) {
            diagnostic_t *mixed = report(placer->resolver->diagnostics, RULE_MIXED_ENDIAN, item->node->name_span,
                                         "'%s' crosses a byte in a run of bit fields of the other byte order",
                                         item->node->name);
            report_help(mixed, "put it into a container of its own: 'name: u16 be { %s: %s; }'", item->node->name,
                        item->type.written);
            placer->is_bad = true;
        }
        item->is_run_big_endian = run->is_big_endian;
        item->is_big_endian = run->is_big_endian && crosses;
    }
    run->is_open = false;
    placer->cursor_bytes = run->start_byte + bytes;
    if (placer->cursor_bytes > placer->end_bytes)
        placer->end_bytes = placer->cursor_bytes;
}

static bool read_pin(byte_placer_t *placer, const placed_item_t *item, bool *is_pinned, uint64_t *offset)
{
    const ast_attribute_t *at = ast_attribute(item->node, ATTRIBUTE_AT);
    const ast_attribute_t *bits = ast_attribute(item->node, ATTRIBUTE_BITS);
    *is_pinned = at != NULL;
    if (bits) {
        diagnostic_t *wrong = report(placer->resolver->diagnostics, RULE_BITS_OUTSIDE, bits->span,
                                     "'@[hi:lo]' places bits in a container, and '%s' is in none", item->node->name);
        report_help(wrong, "write '@ N' for the byte offset N, or put the field into a container: "
                    "'name: u8 { %s: %s @[…]; }'", item->node->name, item->type.written);
        return false;
    }
    return !at || evaluate_bounded(placer->resolver, at->first, RULE_TOO_LARGE, "the offset", 0, MOST_BLOCK_BYTES,
                                   offset);
}

static bool too_large(byte_placer_t *placer, const placed_item_t *item, uint64_t end_bytes)
{
    if (end_bytes <= MOST_BLOCK_BYTES)
        return false;
    report(placer->resolver->diagnostics, RULE_TOO_LARGE, item->node->span, "'%s' would end at byte %llu; a block "
           "holds at most %d", item->name.name, (unsigned long long)end_bytes, MOST_BLOCK_BYTES);
    placer->is_bad = true;
    return true;
}

static void place_bits(byte_placer_t *placer, placed_item_t *item, size_t index)
{
    run_t *run = &placer->run;
    bool is_pinned;
    uint64_t offset = 0;
    if (!read_pin(placer, item, &is_pinned, &offset)) {
        placer->is_bad = true;
        return;
    }
    if (is_pinned)
        close_run(placer);
    if (!run->is_open) {
        run->is_open = true;
        run->is_big_endian = item->is_big_endian;
        run->start_byte = is_pinned ? offset : placer->cursor_bytes;
        run->bits = 0;
        run->number++;
    }
    item->run_bit = run->bits;
    placer->run_numbers[index] = run->number;
    uint64_t bits = item->element_bits * elements_of(item);
    if (too_large(placer, item, run->start_byte + (run->bits + bits + 7) / 8))
        return;
    run->bits += bits;
}

static void place_bytes(byte_placer_t *placer, placed_item_t *item)
{
    placed_t *placed = placer->placed;
    bool is_pinned;
    uint64_t offset = 0;
    close_run(placer);
    if (!read_pin(placer, item, &is_pinned, &offset)) {
        placer->is_bad = true;
        return;
    }
    if (!is_pinned)
        offset = placer->cursor_bytes;
    if (placed->policy == POLICY_NATURAL) {
        unsigned alignment = alignment_of(item);
        if (alignment > placed->alignment_bytes)
            placed->alignment_bytes = alignment;
        if (!is_pinned) {
            uint64_t aligned = (offset + alignment - 1) / alignment * alignment;
            placer->padding_bytes += aligned - offset;
            offset = aligned;
        } else if (offset % alignment) {
            report(placer->resolver->diagnostics, RULE_ALIGNMENT, item->node->span,
                   "'%s' at offset %llu is not aligned to %u bytes, as 'natural' promises", item->name.name,
                   (unsigned long long)offset, alignment);
            placer->is_bad = true;
        }
    }
    item->byte_offset = offset;
    item->byte_count = (unsigned)(item->element_bits / 8);
    if (item->byte_count <= 1 || item->type.kind == VALUE_TEXT || item->type.kind == VALUE_BYTES
        || item->type.kind == VALUE_STRUCT)
        item->is_big_endian = item->is_big_endian && item->inside && item->inside->is_container
            && item->byte_count > 1;
    uint64_t end = offset + ((elements_of(item) - 1) * item->stride_bits + item->element_bits) / 8;
    if (too_large(placer, item, end))
        return;
    placer->cursor_bytes = offset + (item->array_length ? elements_of(item) * item->stride_bits / 8
                                                        : item->element_bits / 8);
    if (end > placer->end_bytes)
        placer->end_bytes = end;
}

static bool read_stride(resolver_t *resolver, placed_item_t *item, uint64_t most)
{
    const ast_attribute_t *stride = ast_attribute(item->node, ATTRIBUTE_STRIDE);
    uint64_t bytes;
    if (!stride)
        return true;
    if (!item->array_length) {
        report(resolver->diagnostics, RULE_STRIDE, stride->span, "'%s' is no array: a stride says nothing",
               item->node->name);
        return false;
    }
    if (item->is_bit_type && !item->inside) {
        report(resolver->diagnostics, RULE_STRIDE, stride->span, "elements of a bit type follow each other without "
               "a stride");
        return false;
    }
    if (!evaluate_bounded(resolver, stride->first, RULE_STRIDE, "the stride", (item->element_bits + 7) / 8, most,
                          &bytes))
        return false;
    item->stride_bits = 8 * bytes;
    return true;
}

static placed_t *place_aggregate(resolver_t *resolver, const ast_node_t *node, policy_t policy, bool is_big_endian);

static bool read_group(byte_placer_t *placer, const ast_node_t *node, placed_item_t *item)
{
    resolver_t *resolver = placer->resolver;
    uint64_t count = 0;
    item->inside = place_aggregate(resolver, node, placer->placed->policy, item->is_big_endian);
    if (!item->inside)
        return false;
    if (node->count && !evaluate_bounded(resolver, node->count, RULE_ARRAY_LENGTH, "the length", 1, 1 << 24, &count))
        return false;
    item->array_length = (uint32_t)count;
    item->element_bits = 8 * item->inside->size_bytes;
    item->stride_bits = item->element_bits;
    return read_stride(resolver, item, MOST_BLOCK_BYTES);
}

static bool check_memory_access(resolver_t *resolver, const placed_item_t *item)
{
    if (!is_register_effect(item->access))
        return true;
    diagnostic_t *wrong = report(resolver->diagnostics, RULE_ACCESS_MEMORY, item->node->name_span,
                                 "'%s' is memory: '%s' says what a register does", item->node->name,
                                 access_text(item->access, true));
    report_help(wrong, "memory keeps what is written: leave the access out, or write 'ro' or 'wo'");
    return false;
}

static bool read_container(byte_placer_t *placer, const ast_node_t *node, placed_item_t *item)
{
    unsigned width = item->type.width_bits;
    bool is_possible = (item->type.kind == VALUE_UNSIGNED || item->type.kind == VALUE_SIGNED)
        && (width == 8 || width == 16 || width == 32 || width == 64);
    if (!is_possible) {
        report(placer->resolver->diagnostics, RULE_CONTAINER_WIDTH, node->type.span,
               "a container is u8, u16, u32 or u64, not '%s'", node->type.name);
        return false;
    }
    item->inside = place_container(placer->resolver, placer->resolver->arena, node, width, item->access);
    for (size_t index = 0; index < item->inside->item_count; index++)
        if (!check_memory_access(placer->resolver, &item->inside->items[index]))
            return false;
    return read_stride(placer->resolver, item, MOST_BLOCK_BYTES);
}

static bool read_any(byte_placer_t *placer, const ast_node_t *child, placed_item_t *item)
{
    static const access_t plain = { WRITE_PLAIN, READ_PLAIN };
    resolver_t *resolver = placer->resolver;
    if (!read_item(resolver, child, item, plain, placer->placed->is_big_endian))
        return false;
    if (!check_memory_access(resolver, item))
        return false;
    if (item->has_reset)
        report(resolver->diagnostics, RULE_ATTRIBUTE_MISPLACED, ast_attribute(child, ATTRIBUTE_RESET)->span,
               "'reset' belongs to a register; in memory write '= …'");
    switch (child->kind) {
    case AST_GROUP:
        return read_group(placer, child, item);
    case AST_CONTAINER:
        return read_container(placer, child, item);
    default:
        return read_stride(resolver, item, MOST_BLOCK_BYTES);
    }
}

/* The extents of one item in bits: a big-endian run's bits go down through its bytes, so that a field of it is up to
 * three pieces. */
static size_t item_extents(const placed_item_t *item, extent_t *extents)
{
    if (!item->is_bit_type || item->inside) {
        uint64_t count = elements_of(item), size = item->element_bits;
        if (!size)
            return 0;
        if (count == 1 || item->stride_bits == size)
            extents[0] = (extent_t){ 8 * item->byte_offset, size * count, size * count, 1, item };
        else
            extents[0] = (extent_t){ 8 * item->byte_offset, size, item->stride_bits, count, item };
        return 1;
    }
    uint64_t from = item->run_bit, to = from + item->element_bits * elements_of(item);
    if (!item->is_run_big_endian) {
        extents[0] = (extent_t){ 8 * item->run_start + from, to - from, to - from, 1, item };
        return 1;
    }
    size_t count = 0;
    uint64_t last_byte = item->run_start + item->run_bytes - 1;
    while (from < to) {
        uint64_t end = from % 8 || to - from < 8 ? (from / 8 + 1) * 8 : to / 8 * 8;
        if (end > to)
            end = to;
        uint64_t low_byte = last_byte - (end - 1) / 8;
        extents[count++] = (extent_t){ 8 * low_byte + from % 8, end - from, end - from, 1, item };
        from = end;
    }
    return count;
}

static void warn_straddle(resolver_t *resolver, const placed_item_t *item)
{
    if (item->is_gap || !item->is_bit_type || item->inside || 8 * item->byte_count <= item->type.storage_bits)
        return;
    diagnostic_t *straddle = report(resolver->diagnostics, RULE_STRADDLE, item->node->name_span,
                                    "'%s: %s' touches %u bytes: each access costs that many", item->node->name,
                                    item->type.written, item->byte_count);
    report_help(straddle, "where the order is yours, let it begin a byte; -Wno-straddle where it is not");
}

static void finish_aggregate(byte_placer_t *placer)
{
    placed_t *placed = placer->placed;
    resolver_t *resolver = placer->resolver;
    extent_t *extents = ARENA_ARRAY(resolver->arena, extent_t, 3 * placed->item_count + 1);
    size_t extent_count = 0;

    for (size_t index = 0; index < placed->item_count; index++) {
        placed_item_t *item = &placed->items[index];
        warn_straddle(resolver, item);
        if (!item->is_alias)
            extent_count += item_extents(item, extents + extent_count);
        uint64_t leaves = item->inside ? item->inside->leaf_count : !item->is_gap;
        placed->leaf_count += leaves;
        placed->has_default |= item->initial.is_set || (item->inside && item->inside->has_default);
    }
    if (!placer->is_bad)
        overlaps_find(extents, extent_count, report_item_overlap, resolver);
    check_item_names(resolver, placed);
    placed->size_bytes = placer->end_bytes;
    if (placed->policy == POLICY_NATURAL) {
        uint64_t rounded = (placed->size_bytes + placed->alignment_bytes - 1) / placed->alignment_bytes
            * placed->alignment_bytes;
        placer->padding_bytes += rounded - placed->size_bytes;
        placed->size_bytes = rounded;
        if (placer->padding_bytes && !placer->is_bad) {
            diagnostic_t *padding = report(resolver->diagnostics, RULE_PADDING, placed->node->name_span,
                                           "'%s' has %llu bytes of padding", placed->node->name,
                                           (unsigned long long)placer->padding_bytes);
            report_help(padding, "declare large fields before small ones, or name the gaps with '_'");
        }
    }
    resolver->leaf_total += placed->leaf_count;
    if (placed->leaf_count > MOST_LEAVES || resolver->leaf_total > MOST_LEAVES_IN_ALL) {
        report(resolver->diagnostics, RULE_TOO_LARGE, placed->node->name_span,
               "'%s' has too many fields with all that is nested in it: at most %d are possible, %d in a layout",
               placed->node->name, MOST_LEAVES, MOST_LEAVES_IN_ALL);
        placer->is_bad = true;
    }
}

static placed_t *place_aggregate(resolver_t *resolver, const ast_node_t *node, policy_t policy, bool is_big_endian)
{
    placed_t *placed = ARENA_NEW(resolver->arena, placed_t);
    byte_placer_t placer = { .resolver = resolver, .placed = placed };
    bool is_first = true;

    *placed = (placed_t){ .node = node, .policy = policy, .is_big_endian = is_big_endian, .alignment_bytes = 1 };
    placed->items = ARENA_ARRAY(resolver->arena, placed_item_t, node->children.count + 1);
    placer.run_numbers = ARENA_ARRAY(resolver->arena, size_t, node->children.count + 1);
    for (const ast_node_t *child = node->children.first; child; child = child->next, is_first = false) {
        if (child->kind == AST_ENDIAN) {
            placed->is_big_endian = child->value && child->value->integer;
            if (!is_first)
                report(resolver->diagnostics, RULE_ENDIAN_FIRST, child->span,
                       "'endian' stands before all items: those above would keep the other order");
        } else if (read_any(&placer, child, &placed->items[placed->item_count])) {
            placed->item_count++;
        } else {
            placer.is_bad = true;
        }
    }
    bool is_packed = policy == POLICY_PACKED;
    for (int pass = is_packed ? 0 : 1; pass < 2; pass++) {
        for (size_t index = 0; index < placed->item_count; index++) {
            placed_item_t *item = &placed->items[index];
            bool is_bits = item->is_bit_type && !item->inside;
            if (is_packed && is_bits != (pass == 0))
                continue;
            if (is_bits)
                place_bits(&placer, item, index);
            else
                place_bytes(&placer, item);
        }
        close_run(&placer);
    }
    finish_aggregate(&placer);
    return placer.is_bad ? NULL : placed;
}

static bool starts_big_endian(const resolver_t *resolver) { return resolver->program->is_big_endian; }

placed_t *place_body(resolver_t *resolver, const ast_node_t *node, policy_t policy)
{
    return place_aggregate(resolver, node, read_policy(node, policy), starts_big_endian(resolver));
}

placed_t *place_struct(resolver_t *resolver, symbol_t *symbol)
{
    if (symbol->state == SYMBOL_DONE)
        return symbol->of.structure;
    if (!resolver_open(resolver, symbol, RULE_STRUCT_CYCLE))
        return NULL;
    check_attributes(resolver, symbol->node);
    placed_t *placed = place_body(resolver, symbol->node, POLICY_PACKED);
    if (placed && !placed->leaf_count) {
        report_empty(resolver, symbol->node, "fields");
        placed = NULL;
    }
    if (placed) {
        schema_name_t name = name_forms(resolver->arena, symbol->name, symbol->node->doc, symbol->node->name_span);
        placed->structure = make_struct(resolver, &name, placed);
        if (!placed->structure)
            placed = NULL;
    }
    symbol->of.structure = placed;
    resolver_close(resolver, symbol, placed != NULL);
    return placed;
}

/* ---- sizeof and offsetof */

static placed_t *placed_of(resolver_t *resolver, symbol_t *symbol, span_t span)
{
    if (symbol->node->kind == AST_STRUCT)
        return place_struct(resolver, symbol);
    report(resolver->diagnostics, RULE_EXPRESSION_TYPE, span, "'%s' is a memreg: sizeof and offsetof are for structs",
           symbol->name);
    return NULL;
}

static bool size_of(resolver_t *resolver, symbol_t *symbol, span_t span, uint64_t *bytes)
{
    const placed_t *placed = placed_of(resolver, symbol, span);
    *bytes = placed ? placed->size_bytes : 0;
    return placed != NULL;
}

static bool offset_of(resolver_t *resolver, symbol_t *symbol, const char *name, span_t span, uint64_t *bytes)
{
    const placed_t *placed = placed_of(resolver, symbol, span);
    if (!placed)
        return false;
    const char **candidates = ARENA_ARRAY(resolver->arena, const char *, placed->item_count + 1);
    for (size_t index = 0; index < placed->item_count; index++) {
        candidates[index] = placed->items[index].name.name;
        if (placed->items[index].node->name != name)
            continue;
        *bytes = placed->items[index].byte_offset;
        return true;
    }
    diagnostic_t *unknown = report(resolver->diagnostics, RULE_UNKNOWN_NAME, span, "struct '%s' has no field '%s'",
                                   symbol->name, name);
    report_nearest(unknown, name, candidates, placed->item_count);
    return false;
}

void placer_start(resolver_t *resolver)
{
    resolver->place_struct = place_struct;
    resolver->size_of = size_of;
    resolver->offset_of = offset_of;
}
