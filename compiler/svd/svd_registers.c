/* The registers and clusters of a peripheral go in, where they lie and what they are called comes out: see
 * svd_builder.h. */
#include "svd_builder.h"

#include <string.h>

#include "naming.h"

enum { DEEPEST_GROUP = 32, MOST_SPAN_BYTES = 1 << 30 };

typedef struct part_list { svd_part_t *parts; size_t count, capacity; } part_list_t;

static svd_part_t *add_part(svd_builder_t *builder, part_list_t *list)
{
    if (list->count == list->capacity)
        list->parts = arena_grow(builder->arena, list->parts, &list->capacity, sizeof *list->parts);
    svd_part_t *part = &list->parts[list->count++];
    *part = (svd_part_t){ 0 };
    return part;
}

static unsigned rounded_width(uint64_t size_bits)
{
    return size_bits <= 8 ? 8 : size_bits <= 16 ? 16 : size_bits <= 32 ? 32 : 64;
}

/* A register of 64 bits lies at a multiple of 4 as well: processors have words of 32 bits where a file says no more. */
static unsigned alignment_bytes(unsigned width_bits) { return width_bits >= 32 ? 4 : width_bits / 8; }

static void note_fields(svd_builder_t *builder, svd_part_t *part)
{
    for (size_t index = 0; index < part->source->member_count; index++) {
        const svd_element_t *field = part->source->members[index];
        uint64_t low, high;
        if (svd_count_item(builder, field) && svd_read_bit_place(builder, field, &part->notes, &low, &high))
            MENDED(builder, &part->notes, "field %s: bits %llu to %llu", svd_quoted(builder, field->words[SVD_NAME]),
                   (unsigned long long)low, (unsigned long long)high);
    }
}

/* A register that no single access reaches becomes an array of those that do. */
static void make_words(svd_builder_t *builder, svd_part_t *part, uint64_t size_bits, unsigned word_bits)
{
    uint64_t words = (size_bits + word_bits - 1) / word_bits;
    MENDED(builder, &part->notes, "%llu bits at offset 0x%llX: here it is %llu registers of %u",
           (unsigned long long)size_bits, (unsigned long long)part->offset, (unsigned long long)words, word_bits);
    note_fields(builder, part);
    part->has_reset = false;
    part->extent_bytes = words * word_bits / 8;
    if (!part->count) {
        part->width_bits = word_bits;
        part->count = words;
        part->stride = part->extent_bytes = word_bits / 8;
        return;
    }
    svd_part_t *word = ARENA_NEW(builder->arena, svd_part_t);
    *word = (svd_part_t){ .source = part->source, .name = "word", .count = words, .stride = word_bits / 8,
                          .path = arena_format(builder->arena, "%s_word", part->path),
                          .extent_bytes = word_bits / 8, .width_bits = word_bits, .access = part->access };
    part->parts = word;
    part->part_count = 1;
}

static void make_register(svd_builder_t *builder, svd_part_t *part, const svd_place_t *place)
{
    const svd_element_t *element = part->source;
    svd_properties_t properties = svd_inherit(&place->properties, element);
    uint64_t size = properties.size_bits;
    if (!size || size > 1 << 20) {
        MENDED(builder, &part->notes, "the file has a size of %llu bits", (unsigned long long)size);
        size = 32;
    }
    unsigned width = rounded_width(size), needed = alignment_bytes(width);
    uint64_t places = (place->block->address + place->base + part->offset) | place->distances;
    part->access = svd_access_of(builder, &properties, element, &part->doc);
    part->has_reset = properties.has_reset && properties.reset_mask;
    part->reset = properties.reset & ones(width);
    if (size > 64 || places % needed) {
        unsigned word = size > 64 ? 32 : width;
        while (places % (word / 8))
            word /= 2;
        make_words(builder, part, size, word);
        return;
    }
    if (size != width)
        MENDED(builder, &part->notes, "the file has a size of %llu bits", (unsigned long long)size);
    part->width_bits = width;
    part->extent_bytes = width / 8;
    part->is_signed = element->words[SVD_DATA_TYPE] && strncmp(element->words[SVD_DATA_TYPE], "int", 3) == 0
        && !strchr(element->words[SVD_DATA_TYPE], '*') && !element->member_count;
    if (part->has_reset && (~properties.reset_mask & ones(width)))
        svd_put_note(builder, &part->notes, arena_format(builder->arena, "the reset value holds for bits 0x%llX",
                                                         (unsigned long long)(properties.reset_mask & ones(width))));
    svd_make_fields(builder, part, place, &properties);
}

static extent_t *extents_of(svd_builder_t *builder, svd_part_t *parts, size_t count)
{
    extent_t *extents = ARENA_ARRAY(builder->arena, extent_t, count + 1);
    for (size_t index = 0; index < count; index++) {
        svd_part_t *part = &parts[index];
        uint64_t size = 8 * part->extent_bytes;
        extents[index] = (extent_t){ 8 * part->offset, size, part->count ? 8 * part->stride : size,
                                     part->count ? part->count : 1, &part->is_alias };
    }
    return extents;
}

static void place_parts(svd_builder_t *builder, part_list_t *list)
{
    arena_mark_t mark = arena_mark(builder->arena);
    svd_mark_overlaps(extents_of(builder, list->parts, list->count), list->count);
    arena_release(builder->arena, mark);
}

/* The elements of a cluster's array lie in one another: what is there twice is marked. */
static void place_between(svd_builder_t *builder, svd_part_t *cluster)
{
    arena_mark_t mark = arena_mark(builder->arena);
    overlaps_find_between(extents_of(builder, cluster->parts, cluster->part_count), cluster->part_count,
                          8 * cluster->stride, cluster->count, svd_mark_alias, NULL);
    arena_release(builder->arena, mark);
}

uint64_t svd_extent_bytes(const svd_part_t *parts, size_t part_count)
{
    uint64_t extent = 0;
    for (size_t index = 0; index < part_count; index++) {
        const svd_part_t *part = &parts[index];
        uint64_t end = part->offset + (part->count ? (part->count - 1) * part->stride : 0) + part->extent_bytes;
        extent = end > extent ? end : extent;
    }
    return extent;
}

static void make_cluster(svd_builder_t *builder, svd_part_t *part, const svd_place_t *place)
{
    svd_place_t inner = { .block = place->block, .properties = svd_inherit(&place->properties, part->source),
                          .base = place->base + part->offset, .path = part->path, .depth = place->depth + 1,
                          .distances = place->distances | part->stride };
    inner.shown = *place->shown ? arena_format(builder->arena, "%s_%s", place->shown, part->name) : part->name;
    if (!svd_make_level(builder, part->source, &inner, &part->parts, &part->part_count))
        return;
    part->extent_bytes = svd_extent_bytes(part->parts, part->part_count);
    if (part->count && part->stride < part->extent_bytes)
        place_between(builder, part);
}

/* The element's full name in this place. */
static const char *full_name(svd_builder_t *builder, const svd_place_t *place, const svd_element_t *element)
{
    const char *name = element->words[SVD_NAME] ? element->words[SVD_NAME] : "";
    const char *before = place->affixes ? place->affixes->words[SVD_PREPEND] : NULL;
    const char *after = place->affixes ? place->affixes->words[SVD_APPEND] : NULL;
    if (!before && !after)
        return name;
    return arena_format(builder->arena, "%s%s%s", before ? before : "", name, after ? after : "");
}

/* One register or cluster, or one of a list; count 0: no array. Leaves nothing where it cannot be had. */
static void make_part(svd_builder_t *builder, part_list_t *list, const svd_place_t *place, uint64_t scope,
                      const svd_element_t *element, const char *index, uint64_t offset,
                      const svd_dimension_t *dimension, svd_notes_t notes)
{
    if (!svd_count_item(builder, element))
        return;
    size_t at = list->count;
    svd_part_t *part = add_part(builder, list);
    bool is_group = element->kind == SVD_CLUSTER;
    const char *original = full_name(builder, place, element);
    const char *wanted = svd_mend_name(builder->arena, original, index, "unnamed", false), *snake;
    svd_stem_t stem = { .scope = scope, .is_group = is_group,
                    .lower = svd_hash(svd_hash(svd_hash(SVD_HASH_START, place->block->snake), "_"), place->path),
                    .upper = svd_hash(svd_hash(svd_hash(SVD_MACRO_SALT, place->block->snake), "_"), place->path) };
    if (*place->path)
        stem.lower = svd_hash(stem.lower, "_"), stem.upper = svd_hash(stem.upper, "_");

    *part = (svd_part_t){ .source = element, .offset = offset, .notes = notes,
                          .doc = svd_fill_index(builder->arena, element->words[SVD_DESCRIPTION], index) };
    const char *group = element->words[SVD_ALTERNATE_GROUP];
    part->name = svd_take_name(builder, svd_identify_part, &stem, wanted,
                               group ? svd_mend_name(builder->arena, group, NULL, "alternate", false) : NULL, &snake);
    if (group)
        svd_put_note(builder, &part->notes, arena_format(builder->arena, "%s of the group %s",
                                                         svd_quoted(builder, original), svd_quoted(builder, group)));
    else
        svd_note_name(builder, &part->notes, original, wanted, part->name);
    svd_note_trouble(builder, &part->notes, element);
    part->path = *place->path ? arena_format(builder->arena, "%s_%s", place->path, snake) : snake;
    builder->text_bytes += strlen(part->path);
    part->count = dimension ? dimension->count : 0;
    part->stride = dimension ? dimension->increment : 0;
    const char *alternate = element->words[is_group ? SVD_ALTERNATE_CLUSTER : SVD_ALTERNATE_REGISTER];
    if (alternate)
        svd_put_note(builder, &part->notes, arena_format(builder->arena, "another view of %s",
                                                         svd_quoted(builder, alternate)));
    if (is_group)
        make_cluster(builder, part, place);
    else
        make_register(builder, part, place);
    if (!part->extent_bytes && !builder->is_bad)
        MENDED(builder, &place->block->notes, "%s left out: there are no registers in it",
               svd_quoted(builder, original));
    if (!part->extent_bytes)
        list->count = at;
}

/* Whether a list can be an array: its elements lie where the language puts them. */
static bool is_array(const svd_place_t *place, const svd_element_t *element, const svd_dimension_t *dimension)
{
    if (!dimension->is_array || !dimension->increment)
        return false;
    if (element->kind == SVD_CLUSTER)
        return true;
    uint64_t size = svd_number(element, SVD_SIZE, place->properties.size_bits);
    unsigned width = rounded_width(size);
    return dimension->increment >= (size > 64 ? (size + 31) / 32 * 4 : width / 8)
        && dimension->increment % alignment_bytes(width) == 0;
}

/* Nothing else here has the name that a list would have as an array. */
static bool is_name_free(svd_builder_t *builder, const svd_place_t *place, uint64_t scope, const svd_element_t *element)
{
    const char *name = svd_mend_name(builder->arena, full_name(builder, place, element), NULL, "", false);
    return *name && !svd_is_claimed(&builder->claims, svd_local_hash(scope, snake_case(builder->arena, name)));
}

static void make_parts(svd_builder_t *builder, part_list_t *list, const svd_place_t *place, uint64_t scope,
                       uint64_t plain_scope, const svd_element_t *element, uint64_t shift)
{
    svd_notes_t notes = { 0 };
    if (!svd_count_item(builder, element))
        return;
    svd_dimension_t dimension = svd_read_dimension(builder, element, &notes);
    uint64_t offset = svd_number(element, SVD_OFFSET, shift) - shift;
    uint64_t count = dimension.count ? dimension.count : 1;
    if (!svd_has(element, SVD_OFFSET))
        MENDED(builder, &notes, "the file does not say where it lies");
    if (offset > MOST_SPAN_BYTES || dimension.increment > MOST_SPAN_BYTES
        || place->base + offset + (count - 1) * dimension.increment > MOST_SPAN_BYTES - 256) {
        MENDED(builder, &place->block->notes, "%s left out: it would lie at offset 0x%llX",
               svd_quoted(builder, element->words[SVD_NAME]), (unsigned long long)offset);
        return;
    }
    if (!dimension.count) {
        make_part(builder, list, place, scope, element, NULL, offset, NULL, notes);
        return;
    }
    if (is_array(place, element, &dimension)
        && (!dimension.is_list_name || is_name_free(builder, place, plain_scope, element))) {
        make_part(builder, list, place, scope, element, NULL, offset, &dimension, notes);
        return;
    }
    for (uint64_t index = 0; index < dimension.count && !builder->is_bad; index++)
        make_part(builder, list, place, scope, element, svd_index_text(builder, &dimension, index),
                  offset + index * dimension.increment, NULL, index ? (svd_notes_t){ 0 } : notes);
}

bool svd_make_level(svd_builder_t *builder, const svd_element_t *element, const svd_place_t *place, svd_part_t **parts,
                    size_t *part_count)
{
    part_list_t list = { 0 };
    uint64_t scope = ++builder->scope_count, plain_scope = ++builder->scope_count, shift = 0;
    if (place->depth > DEEPEST_GROUP) {
        MENDED(builder, &place->block->notes, "clusters nest deeper than %d: those within are left out", DEEPEST_GROUP);
        return false;
    }
    for (size_t index = 0; index < element->member_count; index++) {
        const svd_element_t *member = element->members[index];
        if (svd_has(member, SVD_DIM))
            continue;
        const char *name = svd_mend_name(builder->arena, full_name(builder, place, member), NULL, "unnamed", false);
        svd_claim(&builder->claims, svd_local_hash(plain_scope, snake_case(builder->arena, name)));
    }
    if (!place->depth) {
        uint64_t least = UINT64_MAX, most = 0;
        for (size_t index = 0; index < element->member_count; index++) {
            uint64_t offset = svd_number(element->members[index], SVD_OFFSET, 0);
            least = offset < least ? offset : least;
            most = offset > most ? offset : most;
        }
        /* Offsets that are addresses in truth. */
        if (element->member_count && most > MOST_SPAN_BYTES / 2) {
            shift = least & ~UINT64_C(7);
            place->block->address += shift;
        }
    }
    for (size_t index = 0; index < element->member_count && !builder->is_bad; index++)
        make_parts(builder, &list, place, scope, plain_scope, element->members[index], shift);
    place_parts(builder, &list);
    *parts = list.parts;
    *part_count = list.count;
    return list.count != 0;
}
