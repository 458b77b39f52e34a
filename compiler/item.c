/* Reading one item: its node goes in; its type, access, default and attributes come out; see item.h. */
#include "item.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "naming.h"

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

policy_t read_policy(const ast_node_t *node, policy_t otherwise)
{
    return ast_attribute(node, ATTRIBUTE_PACKED) ? POLICY_PACKED : ast_attribute(node, ATTRIBUTE_ORDERED)
        ? POLICY_ORDERED : ast_attribute(node, ATTRIBUTE_NATURAL) ? POLICY_NATURAL : otherwise;
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

bool is_register_effect(access_t access)
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
        item->inside = resolver->place_struct(resolver, structure);
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

void report_item_overlap(void *context, const extent_t *first, const extent_t *second)
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
