/* The rows of a block's table; see rows.h. */
#include "rows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

schema_row_t *add_row(row_list_t *list)
{
    if (list->count == list->capacity)
        list->rows = grow_array(list->rows, &list->capacity, sizeof *list->rows);
    schema_row_t *row = &list->rows[list->count++];
    *row = (schema_row_t){ .name = "", .type = "", .high_bit = -1, .low_bit = -1, .access = "", .value = "",
                           .doc = "", .unit = "" };
    return row;
}

void finish_rows(resolver_t *resolver, row_list_t *list, schema_block_t *block)
{
    block->rows = ARENA_ARRAY(resolver->arena, schema_row_t, list->count + 1);
    block->row_count = list->count;
    if (list->count)
        memcpy(block->rows, list->rows, list->count * sizeof *list->rows);
    free(list->rows);
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
    if (item->is_big_endian && item->element_bits > 8 && item->node->kind != AST_GROUP)
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

static void add_free_row(row_list_t *list, unsigned depth, uint64_t byte_offset, int low_bit,
                         uint64_t size_bits)
{
    schema_row_t *row = add_row(list);
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
    row->unit = item->node->kind == AST_GROUP ? "" : physical_text(resolver, item);
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
            add_free_row(list, depth, byte_offset, (int)cursor, item->run_bit - cursor);
        schema_row_t *row = add_row(list);
        describe_row(resolver, row, item, depth, is_register);
        row->byte_offset = (uint32_t)byte_offset;
        row->low_bit = (int)item->run_bit;
        row->high_bit = row->low_bit + (int)row->size_bits - 1;
        if (item->run_bit + row->size_bits > cursor)
            cursor = item->run_bit + row->size_bits;
    }
    if (cursor < width_bits)
        add_free_row(list, depth, byte_offset, (int)cursor, width_bits - cursor);
}

static uint64_t row_place(const placed_item_t *item)
{
    if (item->is_bit_type && !item->inside)
        return 8 * item->run_start + item->run_bit;
    return 8 * item->byte_offset;
}

void add_rows(resolver_t *resolver, row_list_t *list, const placed_t *placed, unsigned depth, uint64_t base,
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
            add_free_row(list, depth, base + cursor_bits / 8, (int)(cursor_bits % 8), bits);
            cursor_bits += bits;
        }
        if (place > cursor_bits)
            add_free_row(list, depth, base + cursor_bits / 8, -1, place - cursor_bits);
        if (is_end)
            break;
        schema_row_t *row = add_row(list);
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
