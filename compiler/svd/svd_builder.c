/* Notes and names for all stages that make a layout of a device; see svd_builder.h. */
#include "svd_builder.h"

#include <stdlib.h>
#include <string.h>

#include "naming.h"

enum { MOST_ITEMS = 1 << 20, MOST_TEXT_BYTES = 256 << 20 };

/* ---- notes */

void svd_put_note(svd_builder_t *builder, svd_notes_t *notes, const char *text)
{
    svd_note_t *note = ARENA_NEW(builder->arena, svd_note_t);
    note->text = text;
    if (notes->last)
        notes->last->next = note;
    else
        notes->first = note;
    notes->last = note;
}

void svd_note_trouble(svd_builder_t *builder, svd_notes_t *notes, const svd_element_t *element)
{
    if (element->trouble)
        MENDED(builder, notes, "%s", element->trouble);
}

const char *svd_quoted(svd_builder_t *builder, const char *name)
{
    return arena_format(builder->arena, "'%s'", name ? name : "");
}

bool svd_count_item(svd_builder_t *builder, const svd_element_t *element)
{
    builder->item_count++;
    builder->register_count += element->kind == SVD_REGISTER || element->kind == SVD_CLUSTER;
    if (builder->item_count <= MOST_ITEMS && builder->register_count <= MOST_REGISTERS
        && builder->text_bytes <= MOST_TEXT_BYTES)
        return true;
    if (!builder->is_bad)
        *builder->error = (svd_error_t){ element->place,
                                         "this is too large to be a device: too many registers and fields" };
    builder->is_bad = true;
    return false;
}

const char *svd_sentence(svd_builder_t *builder, const char *doc, const char *remark)
{
    if (!remark)
        return doc;
    size_t length = doc ? strlen(doc) : 0;
    if (!length)
        return remark;
    builder->text_bytes += length;
    return arena_format(builder->arena, "%s%s %s", doc, strchr(".!?", doc[length - 1]) ? "" : ".", remark);
}

/* ---- names */

uint64_t svd_local_hash(uint64_t scope, const char *snake)
{
    return svd_hash(SVD_HASH_START ^ (scope + 1) * UINT64_C(0x9E3779B97F4A7C15), snake);
}

void svd_add_hash(svd_identifiers_t *identifiers, uint64_t hash) { identifiers->hashes[identifiers->count++] = hash; }

bool svd_claim_all(svd_builder_t *builder, const svd_identifiers_t *identifiers)
{
    for (unsigned index = 0; index < identifiers->count; index++)
        if (svd_is_claimed(&builder->claims, identifiers->hashes[index]))
            return false;
    for (unsigned index = 0; index < identifiers->count; index++)
        svd_claim(&builder->claims, identifiers->hashes[index]);
    return true;
}

void svd_add_each(svd_identifiers_t *identifiers, uint64_t stem, const char *const *suffixes)
{
    for (; *suffixes; suffixes++)
        svd_add_hash(identifiers, svd_hash(stem, *suffixes));
}

void svd_identify_block(const void *context, const char *snake, svd_identifiers_t *identifiers)
{
    static const char *const constants[] = { "_base", "_size", "_address", "_count", "_stride", NULL };
    const svd_stem_t *stem = context;
    svd_add_hash(identifiers, svd_local_hash(stem->scope, snake));
    svd_add_hash(identifiers, svd_hash(svd_hash(stem->lower, snake), "_t"));
    svd_add_each(identifiers, svd_hash(stem->upper, snake), constants);
}

void svd_identify_part(const void *context, const char *snake, svd_identifiers_t *identifiers)
{
    static const char *const functions[] = { "_t", "_read", "_write", "_edit", NULL };
    static const char *const constants[] = { "_offset", "_reset", "_count", "_stride", NULL };
    const svd_stem_t *stem = context;
    svd_add_hash(identifiers, svd_local_hash(stem->scope, snake));
    if (stem->is_group)
        return;
    svd_add_each(identifiers, svd_hash(stem->lower, snake), functions);
    svd_add_each(identifiers, svd_hash(stem->upper, snake), constants);
}

void svd_identify_bits(const void *context, const char *snake, svd_identifiers_t *identifiers)
{
    static const char *const verbs[] = { "_get_", "_with_", "_read_", "_set_", "_toggle_", "_clear_", NULL };
    const svd_stem_t *stem = context;
    svd_add_hash(identifiers, svd_local_hash(stem->scope, snake));
    for (const char *const *verb = verbs; *verb; verb++)
        svd_add_hash(identifiers, svd_hash(svd_hash(stem->lower, *verb), snake));
    uint64_t upper = svd_hash(svd_hash(stem->upper, "_"), snake);
    svd_add_hash(identifiers, svd_hash(upper, "_Pos"));
    if (stem->is_array)
        svd_add_hash(identifiers, svd_hash(upper, "_count"));
}

void svd_identify_constant(const void *context, const char *snake, svd_identifiers_t *identifiers)
{
    const svd_stem_t *stem = context;
    svd_add_hash(identifiers, svd_local_hash(stem->scope, snake));
    svd_add_hash(identifiers, svd_hash(stem->upper, snake));
}

const char *svd_take_name(svd_builder_t *builder, svd_identify_t *identify, const void *context, const char *wanted,
                          const char *second, const char **snake)
{
    const char *name = wanted;
    for (unsigned attempt = 1;; attempt++) {
        svd_identifiers_t identifiers = { .count = 0 };
        *snake = snake_case(builder->arena, name);
        identify(context, *snake, &identifiers);
        if (svd_claim_all(builder, &identifiers))
            return name;
        unsigned long long number = attempt < TRIED_NAMES ? attempt + !second : ++builder->scope_count + 1000;
        name = attempt == 1 && second ? arena_format(builder->arena, "%s_%s", wanted, second)
                                      : arena_format(builder->arena, "%s_%llu", wanted, number);
    }
}

void svd_note_name(svd_builder_t *builder, svd_notes_t *notes, const char *original, const char *wanted,
                   const char *name)
{
    if (strcmp(name, wanted) != 0)
        MENDED(builder, notes, "%s is called %s here: the name is taken", svd_quoted(builder, original), name);
    else if (original && !strstr(original, "%s") && strcmp(name, original) != 0)
        MENDED(builder, notes, "the name is %s in the file", svd_quoted(builder, original));
}

/* ---- overlaps */

void svd_mark_alias(void *context, const extent_t *first, const extent_t *second)
{
    (void)context, (void)first;
    *(bool *)(uintptr_t)second->owner = true;
}

static int compare_starts(const void *left, const void *right)
{
    const extent_t *a = left, *b = right;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    /* Owners lie in one array in the order of the file. */
    return (uintptr_t)a->owner < (uintptr_t)b->owner ? -1 : 1;
}

void svd_mark_overlaps(extent_t *extents, size_t count)
{
    qsort(extents, count, sizeof *extents, compare_starts);
    overlaps_find(extents, count, svd_mark_alias, NULL);
}
