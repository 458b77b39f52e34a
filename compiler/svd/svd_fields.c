/* The fields of a register go in, with their bits, access and enums they come out; see svd_builder.h. */
#include "svd_builder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

bool svd_read_bit_place(svd_builder_t *builder, const svd_element_t *field, svd_notes_t *notes, uint64_t *low,
                        uint64_t *high)
{
    const char *range = field->words[SVD_BIT_RANGE];
    if (range) {
        unsigned long long first = 0, second = 0;
        int count = sscanf(range, "[ %llu : %llu ]", &first, &second);
        if (count >= 1) {
            *high = first;
            *low = count == 2 ? second : first;
        } else {
            MENDED(builder, notes, "%s left out: its bits are \"%s\"", svd_quoted(builder, field->words[SVD_NAME]),
                   range);
            return false;
        }
    } else if (svd_has(field, SVD_LSB)) {
        *low = field->numbers[SVD_LSB];
        *high = svd_number(field, SVD_MSB, *low);
    } else if (svd_has(field, SVD_BIT_OFFSET)) {
        *low = field->numbers[SVD_BIT_OFFSET];
        uint64_t width = svd_number(field, SVD_BIT_WIDTH, 1);
        *high = width && *low < 4096 && width < 4096 ? *low + width - 1 : *low;
    } else {
        MENDED(builder, notes, "%s left out: it does not say which bits", svd_quoted(builder, field->words[SVD_NAME]));
        return false;
    }
    if (*high < *low) {
        uint64_t swapped = *low;
        *low = *high, *high = swapped;
    }
    return true;
}

/* "reserved", "RESERVED_3": bits of which nothing is known. */
static bool is_reserved(const char *name)
{
    return strncasecmp(name, "reserved", 8) == 0 && !name[8 + strspn(name + 8, "_0123456789")];
}

typedef struct bits_list { svd_bits_t *bits; size_t count, capacity; } bits_list_t;

static svd_bits_t *add_bits(svd_builder_t *builder, bits_list_t *list)
{
    if (list->count == list->capacity)
        list->bits = arena_grow(builder->arena, list->bits, &list->capacity, sizeof *list->bits);
    svd_bits_t *bits = &list->bits[list->count++];
    *bits = (svd_bits_t){ 0 };
    return bits;
}

static void read_bit_range(const svd_element_t *field, svd_bits_t *bits)
{
    for (const svd_element_t *child = field->first; child; child = child->next)
        if (child->kind == SVD_RANGE && svd_has(child, SVD_MAXIMUM)) {
            bits->range_least = svd_number(child, SVD_MINIMUM, 0);
            bits->range_most = child->numbers[SVD_MAXIMUM];
        }
    uint64_t all = ones(bits->width_bits);
    bits->has_range = bits->range_least <= bits->range_most && bits->range_most <= all && bits->range_most <= INT64_MAX
        && bits->width_bits > 1 && !(bits->range_least == 0 && (bits->range_most == all || bits->range_most == 0));
}

/* One field of a register, or one of a list. */
static void make_bits(svd_builder_t *builder, bits_list_t *list, svd_part_t *part, const svd_place_t *place,
                      const svd_element_t *field, const char *index, uint64_t low, uint64_t high, uint64_t count,
                      const svd_properties_t *properties, svd_notes_t notes)
{
    const char *name = field->words[SVD_NAME] ? field->words[SVD_NAME] : "";
    uint64_t last = count ? low + count * (high - low + 1) - 1 : high;
    if (low >= part->width_bits || (count && last >= part->width_bits)) {
        MENDED(builder, &part->notes, "%s left out: bits %llu to %llu of %u", svd_quoted(builder, name),
               (unsigned long long)low, (unsigned long long)last, part->width_bits);
        return;
    }
    svd_bits_t *bits = add_bits(builder, list);
    bits->notes = notes;
    if (high >= part->width_bits) {
        MENDED(builder, &bits->notes, "cut: the file has bits %llu to %llu", (unsigned long long)low,
               (unsigned long long)high);
        high = part->width_bits - 1;
    }
    bits->source = field;
    bits->position = (unsigned)low;
    bits->width_bits = (unsigned)(high - low + 1);
    bits->count = count;
    bits->doc = svd_fill_index(builder->arena, field->words[SVD_DESCRIPTION], index);
    bits->access = svd_access_of(builder, properties, field, &bits->doc);
    bits->name = is_reserved(name) ? "_"
        : svd_mend_name(builder->arena, name, index, arena_format(builder->arena, "bits_%u", bits->position), false);
    if (svd_is_gap(bits))
        return;
    bits->enumeration = svd_enum_of(builder, bits, place, part->name);
    if (!bits->enumeration)
        read_bit_range(field, bits);
}

static void make_field(svd_builder_t *builder, bits_list_t *list, svd_part_t *part, const svd_place_t *place,
                       const svd_element_t *field, const svd_properties_t *outer)
{
    svd_notes_t notes = { 0 };
    svd_properties_t properties = svd_inherit(outer, field);
    uint64_t low, high;
    if (!svd_count_item(builder, field))
        return;
    svd_note_trouble(builder, &notes, field);
    if (!svd_read_bit_place(builder, field, &part->notes, &low, &high))
        return;
    if (low > 4096 || high > 4096)
        low = high = 4096;
    svd_dimension_t dimension = svd_read_dimension(builder, field, &notes);
    uint64_t width = high - low + 1;
    bool is_array = dimension.count && dimension.is_array && (dimension.increment == width || dimension.count == 1);
    if (is_array || !dimension.count) {
        make_bits(builder, list, part, place, field, NULL, low, high, dimension.count, &properties, notes);
        return;
    }
    for (uint64_t index = 0; index < dimension.count && svd_count_item(builder, field); index++) {
        uint64_t from = low + index * (dimension.increment < 4096 ? dimension.increment : 4096);
        make_bits(builder, list, part, place, field, svd_index_text(builder, &dimension, index), from,
                  from + width - 1, 0, &properties, index ? (svd_notes_t){ 0 } : notes);
    }
}

static void place_bits(svd_builder_t *builder, svd_part_t *part)
{
    arena_mark_t mark = arena_mark(builder->arena);
    extent_t *extents = ARENA_ARRAY(builder->arena, extent_t, part->bit_count + 1);
    for (size_t index = 0; index < part->bit_count; index++) {
        svd_bits_t *bits = &part->bits[index];
        uint64_t size = bits->width_bits * (bits->count ? bits->count : 1);
        extents[index] = (extent_t){ bits->position, size, size, 1, &bits->is_alias };
    }
    svd_mark_overlaps(extents, part->bit_count);
    arena_release(builder->arena, mark);
}

static bool accesses_equal(access_t a, access_t b) { return a.write == b.write && a.read == b.read; }

/* A register is what all its fields are; a field cannot do what its register cannot. */
static void settle_access(svd_builder_t *builder, svd_part_t *part)
{
    const svd_bits_t *first = NULL;
    bool are_alike = true, reads = false, writes = false;
    for (size_t index = 0; index < part->bit_count; index++) {
        const svd_bits_t *bits = &part->bits[index];
        if (svd_is_gap(bits))
            continue;
        first = first ? first : bits;
        are_alike &= accesses_equal(bits->access, first->access);
        reads |= bits->access.read != READ_NONE;
        writes |= bits->access.write != WRITE_NONE;
    }
    if (first && are_alike)
        part->access = first->access;
    if (!first || are_alike)
        return;
    bool exceeds = (part->access.read == READ_NONE && reads) || (part->access.write == WRITE_NONE && writes);
    if (!exceeds)
        return;
    MENDED(builder, &part->notes, "the register is %s in the file, but its fields are not",
           part->access.read == READ_NONE ? "write-only" : "read-only");
    part->access = (access_t){ WRITE_PLAIN, READ_PLAIN };
}

void svd_make_fields(svd_builder_t *builder, svd_part_t *part, const svd_place_t *place,
                     const svd_properties_t *properties)
{
    bits_list_t list = { 0 };
    for (size_t index = 0; index < part->source->member_count && !builder->is_bad; index++)
        make_field(builder, &list, part, place, part->source->members[index], properties);
    part->bits = list.bits;
    part->bit_count = list.count;
    place_bits(builder, part);
    settle_access(builder, part);
}

void svd_name_fields(svd_builder_t *builder, const svd_block_t *block, svd_part_t *parts, size_t part_count)
{
    for (size_t index = 0; index < part_count && !builder->is_bad; index++) {
        svd_part_t *part = &parts[index];
        svd_name_fields(builder, block, part->parts, part->part_count);
        svd_stem_t stem = { .scope = ++builder->scope_count };
        stem.lower = svd_hash(svd_hash(svd_hash(SVD_HASH_START, block->snake), "_"), part->path);
        stem.upper = svd_hash(svd_hash(svd_hash(SVD_MACRO_SALT, block->snake), "_"), part->path);
        for (size_t one = 0; one < part->bit_count; one++) {
            svd_bits_t *bits = &part->bits[one];
            const char *wanted = bits->name, *snake;
            if (svd_is_gap(bits))
                continue;
            stem.is_array = bits->count != 0;
            bits->name = svd_take_name(builder, svd_identify_bits, &stem, wanted, NULL, &snake);
            svd_note_name(builder, &bits->notes, bits->source->words[SVD_NAME], wanted, bits->name);
        }
    }
}
