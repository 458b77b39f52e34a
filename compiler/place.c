/* Placing items in byte memory, and what bytes and registers share; see place.h. */
#include "place.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "naming.h"
#include "overlap.h"

/* ---- attributes */

static const struct { attribute_kind_t attribute; access_t access; } access_rows[] = {
#define ACCESS(KEYWORD, WRITE, READ, NEUTRAL) { ATTRIBUTE_##KEYWORD, { WRITE, READ } },
    ACCESS_TABLE(ACCESS)
#undef ACCESS
};
enum { ACCESS_ROWS = sizeof access_rows / sizeof *access_rows };

static bool says_how_to_read(access_t access) { return access.read == READ_CLEARS || access.read == READ_SETS; }

/* Groups of attributes of which a thing has one. */
static unsigned exclusive_group(attribute_kind_t kind)
{
    switch (kind) {
    case ATTRIBUTE_AT: case ATTRIBUTE_BITS: return 1;
    case ATTRIBUTE_RO: case ATTRIBUTE_RW: case ATTRIBUTE_WO: case ATTRIBUTE_W1C: case ATTRIBUTE_W1S:
    case ATTRIBUTE_W1T: case ATTRIBUTE_W0C: case ATTRIBUTE_W0S: return 2;
    case ATTRIBUTE_RC: case ATTRIBUTE_RS: return 3;
    case ATTRIBUTE_BE: case ATTRIBUTE_LE: return 4;
    case ATTRIBUTE_PACKED: case ATTRIBUTE_ORDERED: case ATTRIBUTE_NATURAL: return 5;
    default: return 0;
    }
}

/* "field, a container or a group" */
static const char *places_text(resolver_t *resolver, attribute_kind_t kind)
{
    const char *text = "";
    unsigned places = attribute_places(kind);
    for (int node_kind = AST_LAYOUT; node_kind <= AST_PARTITION; node_kind++) {
        unsigned place = ast_kind_place((ast_kind_t)node_kind);
        if (!(places & place))
            continue;
        places &= ~place;
        text = *text ? arena_format(resolver->arena, "%s%s %s", text, places ? ", a" : " or a",
                                    ast_kind_text((ast_kind_t)node_kind)) : ast_kind_text((ast_kind_t)node_kind);
    }
    return text;
}

void check_attributes(resolver_t *resolver, const ast_node_t *node)
{
    unsigned place = ast_kind_place(node->kind);
    const ast_attribute_t *seen[ATTRIBUTE_COUNT_] = { 0 }, *seen_group[6] = { 0 };

    for (const ast_attribute_t *attribute = node->attributes; attribute; attribute = attribute->next) {
        const char *written = attribute_written(attribute->kind);
        unsigned group = exclusive_group(attribute->kind);
        if (!(attribute_places(attribute->kind) & place)) {
            diagnostic_t *misplaced = report(resolver->diagnostics, RULE_ATTRIBUTE_MISPLACED, attribute->span,
                                             "'%s' does not belong to a %s", written, ast_kind_text(node->kind));
            report_help(misplaced, "it belongs to a %s", places_text(resolver, attribute->kind));
            continue;
        }
        const ast_attribute_t *before = seen[attribute->kind] ? seen[attribute->kind] : group ? seen_group[group] : NULL;
        if (before) {
            diagnostic_t *twice = report(resolver->diagnostics, RULE_ATTRIBUTE_REPEATED, attribute->span,
                                         before->kind == attribute->kind ? "'%s' stands here twice"
                                                                         : "'%s' contradicts '%s'",
                                         written, attribute_written(before->kind));
            report_note(twice, before->span, "the first is here");
        }
        seen[attribute->kind] = attribute;
        seen_group[group] = group ? attribute : NULL;
    }
}

access_t read_access(resolver_t *resolver, const ast_node_t *node, access_t inherited, bool *is_written)
{
    access_t access = inherited;
    const ast_attribute_t *read_effect = NULL, *write_only = NULL;
    *is_written = false;
    for (const ast_attribute_t *attribute = node->attributes; attribute; attribute = attribute->next) {
        for (unsigned row = 0; row < ACCESS_ROWS; row++) {
            if (access_rows[row].attribute != attribute->kind)
                continue;
            *is_written = true;
            if (says_how_to_read(access_rows[row].access)) {
                access.read = access_rows[row].access.read;
                read_effect = attribute;
            } else {
                access.write = access_rows[row].access.write;
                access.read = read_effect ? access.read : access_rows[row].access.read;
                if (attribute->kind == ATTRIBUTE_WO)
                    write_only = attribute;
            }
        }
    }
    if (read_effect && write_only)
        report(resolver->diagnostics, RULE_ACCESS_CONFLICT, write_only->span,
               "'%s' is write-only, but says what a read does", node->name);
    return access;
}

static bool is_register_effect(access_t access)
{
    return (access.write != WRITE_PLAIN && access.write != WRITE_NONE) || says_how_to_read(access);
}

const char *access_text(access_t access, bool is_register)
{
    static const char *const plain[WRITE_KIND_COUNT][READ_KIND_COUNT] = {
        [WRITE_PLAIN]     = { "rw", "wo", "rw rc", "rw rs" },
        [WRITE_NONE]      = { "ro", "--", "ro rc", "ro rs" },
        [WRITE_1_CLEARS]  = { "w1c", "w1c", "w1c rc", "w1c rs" },
        [WRITE_1_SETS]    = { "w1s", "w1s", "w1s rc", "w1s rs" },
        [WRITE_1_TOGGLES] = { "w1t", "w1t", "w1t rc", "w1t rs" },
        [WRITE_0_CLEARS]  = { "w0c", "w0c", "w0c rc", "w0c rs" },
        [WRITE_0_SETS]    = { "w0s", "w0s", "w0s rc", "w0s rs" },
    };
    const char *text = plain[access.write][access.read];
    return !is_register && strcmp(text, "rw") == 0 ? "" : text;
}

/* ---- defaults */

static uint64_t ones(unsigned width_bits) { return width_bits >= 64 ? UINT64_MAX : (UINT64_C(1) << width_bits) - 1; }

static bool default_range(resolver_t *resolver, const placed_item_t *item, const ast_expression_t *value,
                          const char *shown)
{
    diagnostic_t *wrong = report(resolver->diagnostics, RULE_DEFAULT_RANGE, value->span,
                                 "%s does not fit in '%s: %s'", shown, item->node->name, item->type.written);
    const schema_type_t *type = &item->type;
    if (type->kind == VALUE_UNSIGNED && !type->fraction_bits)
        report_help(wrong, "%s holds 0 to %llu", type->written, (unsigned long long)ones(type->width_bits));
    else if (type->kind == VALUE_SIGNED && !type->fraction_bits)
        report_help(wrong, "%s holds %lld to %lld", type->written, -(long long)(ones(type->width_bits - 1)) - 1,
                    (long long)ones(type->width_bits - 1));
    return false;
}

static bool read_real_default(resolver_t *resolver, const placed_item_t *item, const ast_expression_t *value,
                              uint64_t *word)
{
    const schema_type_t *type = &item->type;
    double real;
    if (!evaluate_real(resolver, value, &real))
        return false;
    if (type->kind == VALUE_FLOAT && type->width_bits == 32) {
        float narrow = (float)real;
        uint32_t bits;
        if (!isfinite(narrow))
            return default_range(resolver, item, value, arena_format(resolver->arena, "%g", real));
        memcpy(&bits, &narrow, sizeof bits);
        return *word = bits, true;
    }
    if (type->kind == VALUE_FLOAT) {
        memcpy(word, &real, sizeof *word);
        return true;
    }
    double raw = nearbyint(ldexp(real, (int)type->fraction_bits));
    double least = type->is_signed ? -ldexp(1, (int)type->width_bits - 1) : 0;
    double above = ldexp(1, (int)type->width_bits - (type->is_signed ? 1 : 0));
    if (raw < least || raw >= above)
        return default_range(resolver, item, value, arena_format(resolver->arena, "%g", real));
    *word = (raw < 0 ? (uint64_t)(int64_t)raw : (uint64_t)raw) & ones(type->width_bits);
    return true;
}

static bool read_word_default(resolver_t *resolver, const placed_item_t *item, const ast_expression_t *value,
                              uint64_t *word)
{
    number_t number;
    const schema_type_t *type = &item->type;
    if (value->kind == EXPRESSION_STRING || value->kind == EXPRESSION_LIST) {
        report(resolver->diagnostics, RULE_DEFAULT_KIND, value->span, "the default of '%s: %s' is a number",
               item->node->name, type->written);
        return false;
    }
    if (type->kind == VALUE_FLOAT || type->fraction_bits || strchr(type->written, '.'))
        return read_real_default(resolver, item, value, word);
    if (!evaluate(resolver, value, type->enumeration, &number))
        return false;
    if (!number_fits(number, type->width_bits, type->is_signed))
        return default_range(resolver, item, value, number_text(resolver->arena, number));
    if (type->kind == VALUE_ENUM) {
        bool is_known = false;
        for (size_t index = 0; index < type->enumeration->enumerator_count && !is_known; index++)
            is_known = type->enumeration->enumerators[index].value == number.value;
        if (!is_known) {
            report(resolver->diagnostics, RULE_DEFAULT_RANGE, value->span, "enum '%s' has no value %s",
                   type->enumeration->name.name, number_text(resolver->arena, number));
            return false;
        }
    }
    if (item->has_range && (number.value < item->range_least || number.value > item->range_most)) {
        report(resolver->diagnostics, RULE_DEFAULT_RANGE, value->span, "the default %s of '%s' is outside of its range "
               "%lld..%lld", number_text(resolver->arena, number), item->node->name, (long long)item->range_least,
               (long long)item->range_most);
        return false;
    }
    *word = (uint64_t)number.value & ones(type->width_bits);
    return true;
}

static bool read_bytes_default(resolver_t *resolver, const placed_item_t *item, const ast_expression_t *value,
                               uint8_t *bytes)
{
    unsigned length = 0;
    if (value->kind == EXPRESSION_STRING) {
        if (value->string_length_bytes > item->type.length_bytes) {
            report(resolver->diagnostics, RULE_DEFAULT_RANGE, value->span, "%zu bytes do not fit in '%s: %s'",
                   value->string_length_bytes, item->node->name, item->type.written);
            return false;
        }
        memcpy(bytes, value->string, value->string_length_bytes);
        return true;
    }
    if (item->type.kind == VALUE_TEXT || value->kind != EXPRESSION_LIST) {
        report(resolver->diagnostics, RULE_DEFAULT_KIND, value->span, "the default of '%s: %s' is %s", item->node->name,
               item->type.written, item->type.kind == VALUE_TEXT ? "a string" : "a string or a list { 0x01, … }");
        return false;
    }
    for (const ast_expression_t *one = value->left; one; one = one->next) {
        uint64_t byte;
        if (length == item->type.length_bytes) {
            report(resolver->diagnostics, RULE_DEFAULT_RANGE, one->span, "'%s: %s' has no room for more",
                   item->node->name, item->type.written);
            return false;
        }
        if (!evaluate_bounded(resolver, one, RULE_DEFAULT_RANGE, "a byte", 0, 255, &byte))
            return false;
        bytes[length++] = (uint8_t)byte;
    }
    return true;
}

/* One default fills all elements of an array; a list gives one for each, and leaves the rest 0. */
static void read_default(resolver_t *resolver, placed_item_t *item, const ast_expression_t *value)
{
    schema_default_t *initial = &item->initial;
    bool is_bytes = item->type.kind == VALUE_TEXT || item->type.kind == VALUE_BYTES;
    bool is_list = item->array_length && value->kind == EXPRESSION_LIST
        && !(item->type.kind == VALUE_BYTES && value->left && value->left->kind == EXPRESSION_INTEGER);
    size_t count = is_list ? item->array_length : 1, index = 0;

    if (item->type.kind == VALUE_STRUCT) {
        diagnostic_t *wrong = report(resolver->diagnostics, RULE_DEFAULT_KIND, value->span,
                                     "'%s' is a struct: its fields have the defaults", item->node->name);
        report_help(wrong, "write them in struct '%s'", item->type.written);
        return;
    }
    uint64_t *words = is_bytes ? NULL : ARENA_ARRAY(resolver->arena, uint64_t, count);
    uint8_t *bytes = is_bytes ? arena_allocate(resolver->arena, count * item->type.length_bytes) : NULL;
    const ast_expression_t *one = is_list ? value->left : value;
    for (; one; one = is_list ? one->next : NULL, index++) {
        if (index == count) {
            report(resolver->diagnostics, RULE_DEFAULT_RANGE, one->span, "'%s' has %u elements, and this is one more",
                   item->node->name, item->array_length);
            return;
        }
        bool is_good = is_bytes
            ? read_bytes_default(resolver, item, one, bytes + index * item->type.length_bytes)
            : read_word_default(resolver, item, one, &words[index]);
        if (!is_good)
            return;
    }
    *initial = (schema_default_t){ .is_set = true, .words = words, .word_count = is_bytes ? 0 : count,
                                   .bytes = bytes, .byte_count = is_bytes ? count * item->type.length_bytes : 0 };
}

/* ---- one item */

static void read_range(resolver_t *resolver, const ast_node_t *node, placed_item_t *item)
{
    number_t least, most;
    const ast_attribute_t *range = ast_attribute(node, ATTRIBUTE_RANGE);
    const schema_type_t *type = &item->type;
    if (!range)
        return;
    if (type->kind != VALUE_UNSIGNED && type->kind != VALUE_SIGNED) {
        report(resolver->diagnostics, RULE_RANGE_LIMITS, range->span, "a range belongs to an integer, not to '%s: %s'",
               node->name, type->written);
        return;
    }
    if (!evaluate(resolver, range->first, NULL, &least) || !evaluate(resolver, range->second, NULL, &most))
        return;
    if (least.is_unsigned_64 || most.is_unsigned_64 || least.value > most.value
        || !number_fits(least, type->width_bits, type->is_signed)
        || !number_fits(most, type->width_bits, type->is_signed)) {
        report(resolver->diagnostics, RULE_RANGE_LIMITS, range->span, least.value > most.value
               ? "the range of '%s: %s' is empty" : "the range of '%s' is not within %s", node->name, type->written);
        return;
    }
    item->has_range = true;
    item->range_least = least.value;
    item->range_most = most.value;
}

static void read_physical(resolver_t *resolver, const ast_node_t *node, placed_item_t *item)
{
    const ast_attribute_t *unit = ast_attribute(node, ATTRIBUTE_UNIT);
    const ast_attribute_t *scale = ast_attribute(node, ATTRIBUTE_SCALE);
    const ast_attribute_t *bias = ast_attribute(node, ATTRIBUTE_BIAS);
    item->unit = unit ? unit->string : NULL;
    item->scale = item->type.fraction_bits ? ldexp(1, -(int)item->type.fraction_bits) : 1;
    item->bias = 0;
    if (scale && evaluate_real(resolver, scale->first, &item->scale) && item->scale == 0.0)
        report(resolver->diagnostics, RULE_SCALE_ZERO, scale->span, "a scale of 0 makes every value the same");
    if (bias)
        (void)evaluate_real(resolver, bias->first, &item->bias);
}

bool read_item(resolver_t *resolver, const ast_node_t *node, placed_item_t *item, access_t inherited,
               bool is_big_endian)
{
    symbol_t *structure = NULL;

    *item = (placed_item_t){ .node = node };
    item->is_gap = node->name && strcmp(node->name, "_") == 0;
    item->is_alias = ast_attribute(node, ATTRIBUTE_ALIAS) != NULL;
    item->name = name_forms(resolver->arena, node->name ? node->name : "_", node->doc, node->name_span);
    check_attributes(resolver, node);
    if (!item->is_gap && !*item->name.snake)
        report(resolver->diagnostics, RULE_RESERVED_NAME, node->name_span, "'%s' leaves no name in C", node->name);
    item->access = read_access(resolver, node, inherited, &item->has_access);
    item->is_big_endian = ast_attribute(node, ATTRIBUTE_BE) ? true
        : ast_attribute(node, ATTRIBUTE_LE) ? false : is_big_endian;
    if (node->kind == AST_GROUP)
        return true;
    if (!resolve_type(resolver, &node->type, &item->type, &item->array_length, &structure))
        return false;
    if (structure) {
        item->inside = place_struct(resolver, structure);
        if (!item->inside)
            return false;
        item->type.structure = item->inside->structure;
        item->type.width_bits = (unsigned)(8 * item->inside->size_bytes);
    }
    item->element_bits = structure ? 8 * item->inside->size_bytes : item->type.width_bits;
    item->stride_bits = item->element_bits;
    item->is_bit_type = item->type.storage_bits && (item->type.width_bits < 8 || item->type.width_bits % 8);
    read_range(resolver, node, item);
    read_physical(resolver, node, item);
    const ast_attribute_t *reset = ast_attribute(node, ATTRIBUTE_RESET);
    number_t number;
    if (reset && evaluate(resolver, reset->first, item->type.enumeration, &number)) {
        if (!number_fits(number, item->type.width_bits, item->type.is_signed && number.value < 0)) {
            report(resolver->diagnostics, RULE_DEFAULT_RANGE, reset->first->span, "%s does not fit in '%s: %s'",
                   number_text(resolver->arena, number), node->name, item->type.written);
        } else {
            item->has_reset = true;
            item->reset = (uint64_t)number.value & ones(item->type.width_bits);
        }
    }
    if (node->value && !item->is_gap)
        read_default(resolver, item, node->value);
    return true;
}

/* "bytes 3 to 6", "bit 5": the whole of an extent. */
static const char *extent_text(resolver_t *resolver, const extent_t *extent, unsigned unit)
{
    uint64_t start = extent->start * unit, last = extent_end(extent) * unit - 1;
    bool is_bytes = start % 8 == 0 && last % 8 == 7;
    if (is_bytes)
        start /= 8, last /= 8;
    const char *format = start == last ? "%s %llu" : start >= 0x1000 ? "%ss 0x%llX to 0x%llX" : "%ss %llu to %llu";
    return arena_format(resolver->arena, format, is_bytes ? "byte" : "bit", (unsigned long long)start,
                        (unsigned long long)last);
}

void report_overlap(resolver_t *resolver, const ast_node_t *first_node, const extent_t *first,
                    const ast_node_t *second_node, const extent_t *second, unsigned unit)
{
    /* The later one in the source is at fault. */
    bool is_swapped = second_node->name_span.start < first_node->name_span.start;
    const ast_node_t *earlier = is_swapped ? second_node : first_node, *later = is_swapped ? first_node : second_node;
    const char *earlier_text = extent_text(resolver, is_swapped ? second : first, unit);
    const char *later_text = extent_text(resolver, is_swapped ? first : second, unit);
    diagnostic_t *overlap = report(resolver->diagnostics, RULE_OVERLAP, later->name_span,
                                   "%s '%s' (%s) overlaps '%s' (%s)", ast_kind_text(later->kind), later->name,
                                   later_text, earlier->name, earlier_text);
    report_note(overlap, earlier->name_span, "'%s' is here", earlier->name);
    if (attribute_places(ATTRIBUTE_ALIAS) & ast_kind_place(later->kind))
        report_help(overlap, "where both are meant to lie there, write 'alias' on one of them");
}

static void item_overlap(void *context, const extent_t *first, const extent_t *second)
{
    const placed_item_t *a = first->owner, *b = second->owner;
    report_overlap(context, a->node, first, b->node, second, 1);
}

void report_empty(resolver_t *resolver, const ast_node_t *node, const char *what)
{
    if (!node->has_syntax_errors)
        report(resolver->diagnostics, RULE_EMPTY, node->name_span, "%s '%s' has no %s", ast_kind_text(node->kind),
               node->name, what);
}

void check_item_names(resolver_t *resolver, const placed_t *placed)
{
    size_t bucket_count = 16;
    while (bucket_count < 2 * placed->item_count)
        bucket_count *= 2;
    arena_mark_t mark = arena_mark(resolver->scratch);
    const placed_item_t **buckets = ARENA_ARRAY(resolver->scratch, const placed_item_t *, bucket_count);
    for (size_t index = 0; index < placed->item_count; index++) {
        const placed_item_t *item = &placed->items[index];
        if (item->is_gap)
            continue;
        size_t bucket = (size_t)((uintptr_t)item->node->name * UINT64_C(0x9E3779B97F4A7C15) >> 32) & (bucket_count - 1);
        while (buckets[bucket] && buckets[bucket]->node->name != item->node->name)
            bucket = (bucket + 1) & (bucket_count - 1);
        if (buckets[bucket]) {
            diagnostic_t *twice = report(resolver->diagnostics, RULE_DUPLICATE_NAME, item->node->name_span,
                                         "'%s' is in this %s already", item->node->name,
                                         ast_kind_text(placed->node->kind));
            report_note(twice, buckets[bucket]->node->name_span, "the first is here");
        } else {
            buckets[bucket] = item;
        }
    }
    arena_release(resolver->scratch, mark);
}

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
    overlaps_find(extents, extent_count, item_overlap, resolver);
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
        overlaps_find(extents, extent_count, item_overlap, resolver);
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

static policy_t policy_of(const ast_node_t *node, policy_t otherwise)
{
    return ast_attribute(node, ATTRIBUTE_PACKED) ? POLICY_PACKED : ast_attribute(node, ATTRIBUTE_ORDERED)
        ? POLICY_ORDERED : ast_attribute(node, ATTRIBUTE_NATURAL) ? POLICY_NATURAL : otherwise;
}

placed_t *place_body(resolver_t *resolver, const ast_node_t *node, policy_t policy)
{
    return place_aggregate(resolver, node, policy_of(node, policy), starts_big_endian(resolver));
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

/* ---- from placed items to the schema's leaves */

typedef struct flattener {
    resolver_t *resolver;
    schema_field_t *fields;
    size_t field_count;
    schema_part_t *parts;
    size_t part_count;
    unsigned alignment_bytes;    /* of the whole; 1 where nothing is promised */
} flattener_t;

static schema_index_t *indices_with(resolver_t *resolver, const schema_index_t *outer, unsigned count, bool more,
                                    uint32_t length, uint64_t stride_bits)
{
    schema_index_t *indices = ARENA_ARRAY(resolver->arena, schema_index_t, count + 1);
    if (count)
        memcpy(indices, outer, count * sizeof *indices);
    if (more)
        indices[count] = (schema_index_t){ length, stride_bits };
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
                                     bits->element_bits);
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
                                               item->stride_bits);
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
                                     .stride_bytes = (uint32_t)(item->stride_bits / 8) };
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
    structure->fields = to.fields = ARENA_ARRAY(resolver->arena, schema_field_t, placed->leaf_count + 1);
    flatten(&to, placed, 0, NULL, NULL, 0);
    structure->field_count = to.field_count;
    structure->members = ARENA_ARRAY(resolver->arena, schema_member_t, placed->leaf_count + count_parts(placed) + 1);
    if (!add_members(resolver, structure, placed, 0, NULL))
        return NULL;
    return structure;
}

/* ---- rows */

schema_row_t *add_row(resolver_t *resolver, row_list_t *list)
{
    if (list->count == list->capacity) {
        size_t capacity = list->capacity ? 2 * list->capacity : 64;
        schema_row_t *rows = ARENA_ARRAY(resolver->arena, schema_row_t, capacity);
        if (list->count)
            memcpy(rows, list->rows, list->count * sizeof *rows);
        list->rows = rows;
        list->capacity = capacity;
    }
    schema_row_t *row = &list->rows[list->count++];
    *row = (schema_row_t){ .name = "", .type = "", .high_bit = -1, .low_bit = -1, .access = "", .value = "",
                           .doc = "", .unit = "" };
    return row;
}

const char *first_line(resolver_t *resolver, const char *doc)
{
    if (!doc)
        return "";
    const char *end = strchr(doc, '\n');
    return end ? arena_copy(resolver->arena, doc, (size_t)(end - doc)) : doc;
}

const char *type_text(resolver_t *resolver, const placed_item_t *item)
{
    const char *text = item->node->kind == AST_GROUP ? "" : item->type.written;
    if (item->array_length)
        text = arena_format(resolver->arena, "%s[%u]", text, item->array_length);
    if (item->is_big_endian && item->element_bits > 8)
        text = arena_format(resolver->arena, "%s be", text);
    if (item->array_length && item->stride_bits != item->element_bits)
        text = arena_format(resolver->arena, "%s every %llu", text, (unsigned long long)item->stride_bits / 8);
    return text;
}

static const char *word_text(resolver_t *resolver, const schema_type_t *type, uint64_t word)
{
    int64_t number = (int64_t)word;
    if (type->is_signed && type->width_bits < 64 && word >> (type->width_bits - 1) & 1)
        number = (int64_t)(word | ~ones(type->width_bits));
    switch (type->kind) {
    case VALUE_BOOL:
        return word ? "true" : "false";
    case VALUE_ENUM:
        for (size_t index = 0; index < type->enumeration->enumerator_count; index++)
            if (((uint64_t)type->enumeration->enumerators[index].value & ones(type->width_bits)) == word)
                return type->enumeration->enumerators[index].name.name;
        return arena_format(resolver->arena, "%llu", (unsigned long long)word);
    case VALUE_FLOAT: {
        double real;
        if (type->width_bits == 32) {
            float narrow;
            uint32_t bits = (uint32_t)word;
            memcpy(&narrow, &bits, sizeof narrow);
            return arena_format(resolver->arena, "%.7g", (double)narrow);
        }
        memcpy(&real, &word, sizeof real);
        return arena_format(resolver->arena, "%.15g", real);
    }
    default:
        if (type->fraction_bits)
            return arena_format(resolver->arena, "%.9g", ldexp((double)number, -(int)type->fraction_bits));
        return type->is_signed ? arena_format(resolver->arena, "%lld", (long long)number)
                               : arena_format(resolver->arena, "%llu", (unsigned long long)word);
    }
}

const char *default_text(resolver_t *resolver, const schema_type_t *type, const schema_default_t *initial)
{
    if (!initial->is_set)
        return "";
    if (initial->word_count == 1)
        return word_text(resolver, type, initial->words[0]);
    if (initial->word_count)
        return arena_format(resolver->arena, "{ %s, … }", word_text(resolver, type, initial->words[0]));
    bool is_printable = type->kind == VALUE_TEXT && initial->byte_count == type->length_bytes;
    size_t length = 0;
    while (length < initial->byte_count && initial->bytes[length])
        length++;
    for (size_t index = 0; index < length; index++)
        is_printable &= initial->bytes[index] >= ' ' && initial->bytes[index] < 0x7F;
    if (is_printable)
        return arena_format(resolver->arena, "\"%.*s\"", (int)(length > 24 ? 24 : length),
                            (const char *)initial->bytes);
    return arena_format(resolver->arena, "0x%02X…", initial->bytes[0]);
}

/* What raw values mean: "degC", "x 0.01 + 273.15 K", "1..9". */
const char *physical_text(resolver_t *resolver, const placed_item_t *item)
{
    const char *text = item->unit ? item->unit : "";
    double natural = item->type.fraction_bits ? ldexp(1, -(int)item->type.fraction_bits) : 1;
    if (item->bias < 0 || item->bias > 0)
        text = arena_format(resolver->arena, "%c %g%s%s", item->bias < 0 ? '-' : '+', fabs(item->bias),
                            *text ? " " : "", text);
    if (item->scale < natural || item->scale > natural)
        text = arena_format(resolver->arena, "x %g%s%s", item->scale, *text ? " " : "", text);
    if (item->has_range)
        text = arena_format(resolver->arena, "%s%s%lld..%lld", text, *text ? ", " : "", (long long)item->range_least,
                            (long long)item->range_most);
    return text;
}

static void add_free_row(resolver_t *resolver, row_list_t *list, unsigned depth, uint64_t byte_offset, int low_bit,
                         uint64_t size_bits)
{
    schema_row_t *row = add_row(resolver, list);
    row->depth = depth;
    row->byte_offset = (uint32_t)byte_offset;
    row->size_bits = size_bits;
    row->low_bit = low_bit;
    row->high_bit = low_bit < 0 ? -1 : low_bit + (int)size_bits - 1;
}

static void describe_row(resolver_t *resolver, schema_row_t *row, const placed_item_t *item, unsigned depth,
                         bool is_register)
{
    row->depth = depth;
    row->name = item->is_gap ? "_" : item->node->name;
    row->type = type_text(resolver, item);
    row->size_bits = item->array_length ? (item->array_length - 1) * item->stride_bits + item->element_bits
                                        : item->element_bits;
    row->access = item->is_gap || item->node->kind == AST_GROUP ? "" : access_text(item->access, is_register);
    row->value = default_text(resolver, &item->type, &item->initial);
    if (item->has_reset)
        row->value = arena_format(resolver->arena, "0x%llX", (unsigned long long)item->reset);
    row->doc = first_line(resolver, item->node->doc);
    row->unit = physical_text(resolver, item);
}

/* Items sorted by a place in bits: within a container by bit, in memory by byte and run. */
typedef struct ordered_item { uint64_t place; size_t index; } ordered_item_t;

static int compare_ordered(const void *left, const void *right)
{
    const ordered_item_t *a = left, *b = right;
    if (a->place != b->place)
        return a->place < b->place ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

static void sort_items(ordered_item_t *order, size_t count)
{
    for (size_t index = 1; index < count; index++) {
        if (order[index - 1].place <= order[index].place)
            continue;
        qsort(order, count, sizeof *order, compare_ordered);
        return;
    }
}

void add_container_rows(resolver_t *resolver, row_list_t *list, const placed_t *container, unsigned depth,
                        uint64_t byte_offset, unsigned width_bits, bool is_register)
{
    ordered_item_t *order = ARENA_ARRAY(resolver->scratch, ordered_item_t, container->item_count + 1);
    uint64_t cursor = 0;
    for (size_t index = 0; index < container->item_count; index++)
        order[index] = (ordered_item_t){ container->items[index].run_bit, index };
    sort_items(order, container->item_count);
    for (size_t index = 0; index < container->item_count; index++) {
        const placed_item_t *item = &container->items[order[index].index];
        if (item->run_bit > cursor)
            add_free_row(resolver, list, depth, byte_offset, (int)cursor, item->run_bit - cursor);
        schema_row_t *row = add_row(resolver, list);
        describe_row(resolver, row, item, depth, is_register);
        row->byte_offset = (uint32_t)byte_offset;
        row->low_bit = (int)item->run_bit;
        row->high_bit = row->low_bit + (int)row->size_bits - 1;
        if (item->run_bit + row->size_bits > cursor)
            cursor = item->run_bit + row->size_bits;
    }
    if (cursor < width_bits)
        add_free_row(resolver, list, depth, byte_offset, (int)cursor, width_bits - cursor);
}

static uint64_t row_place(const placed_item_t *item)
{
    if (item->is_bit_type && !item->inside)
        return 8 * item->run_start + item->run_bit;
    return 8 * item->byte_offset;
}

static void add_rows(resolver_t *resolver, row_list_t *list, const placed_t *placed, unsigned depth, uint64_t base,
                     uint64_t size_bytes)
{
    ordered_item_t *order = ARENA_ARRAY(resolver->arena, ordered_item_t, placed->item_count + 1);
    uint64_t cursor_bits = 0;
    for (size_t index = 0; index < placed->item_count; index++)
        order[index] = (ordered_item_t){ row_place(&placed->items[index]), index };
    sort_items(order, placed->item_count);
    for (size_t index = 0; index <= placed->item_count; index++) {
        bool is_end = index == placed->item_count;
        const placed_item_t *item = is_end ? NULL : &placed->items[order[index].index];
        uint64_t place = is_end ? 8 * size_bytes : order[index].place;
        if (place > cursor_bits && cursor_bits % 8) {
            uint64_t bits = 8 - cursor_bits % 8;
            if (bits > place - cursor_bits)
                bits = place - cursor_bits;
            add_free_row(resolver, list, depth, base + cursor_bits / 8, (int)(cursor_bits % 8), bits);
            cursor_bits += bits;
        }
        if (place > cursor_bits)
            add_free_row(resolver, list, depth, base + cursor_bits / 8, -1, place - cursor_bits);
        if (is_end)
            break;
        schema_row_t *row = add_row(resolver, list);
        describe_row(resolver, row, item, depth, false);
        row->byte_offset = (uint32_t)(base + item->byte_offset);
        uint64_t end = place + row->size_bits;
        if (item->is_bit_type && !item->inside) {
            row->low_bit = (int)item->shift;
            row->high_bit = row->low_bit + (int)row->size_bits - 1;
        }
        if (item->inside && item->inside->is_container)
            add_container_rows(resolver, list, item->inside, depth + 1, base + item->byte_offset,
                               (unsigned)item->element_bits, false);
        else if (item->inside)
            add_rows(resolver, list, item->inside, depth + 1, base + item->byte_offset, item->inside->size_bytes);
        if (end > cursor_bits)
            cursor_bits = end;
    }
}

void flatten_block(resolver_t *resolver, const placed_t *placed, schema_block_t *block, const schema_index_t *outer,
                   unsigned outer_count)
{
    flattener_t to = { .resolver = resolver, .alignment_bytes = placed->alignment_bytes };
    row_list_t list = { 0 };
    block->fields = to.fields = ARENA_ARRAY(resolver->arena, schema_field_t, placed->leaf_count + 1);
    block->parts = to.parts = ARENA_ARRAY(resolver->arena, schema_part_t, count_parts(placed) + 1);
    flatten(&to, placed, 0, NULL, outer, outer_count);
    block->field_count = to.field_count;
    block->part_count = to.part_count;
    add_rows(resolver, &list, placed, 0, 0, block->fields_bytes);
    block->rows = list.rows;
    block->row_count = list.count;
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
    resolver->size_of = size_of;
    resolver->offset_of = offset_of;
}
