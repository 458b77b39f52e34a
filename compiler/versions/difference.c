/* Comparing two versions of what a layout keeps; see difference.h. */
#include "difference.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "item.h"

typedef struct comparer {
    arena_t *arena;
    const schema_t *const *chain;
    size_t chain_count;
    comparison_t *result;
    size_t difference_capacity, pair_capacity;
    bool is_same_version;

    /* The body that is being compared. */
    const char *body_name;
    const void *owner;
    const schema_name_t *owner_name;
    bool is_guarded, may_drop, is_record;
    const schema_field_t *now_fields, *old_fields;
    leaf_pair_t *leaves;
    bool *is_dropped;              /* of each field of today: it or what it lies in says `drop` */
    bool *is_remade;               /* it has the name of something of another nature, which it cannot take over */
    bool *is_taken;                /* of each field of then: one of today takes it over */
    size_t leaf_count;
} comparer_t;

/* ---- who was who */

typedef struct named { const char *name, *was; } named_t;
typedef struct entry { const char *name; size_t index; } entry_t;

enum { NOBODY = -1 };

static int compare_entries(const void *left, const void *right)
{
    const entry_t *a = left, *b = right;
    return a->name < b->name ? -1 : a->name > b->name;
}

static long find_entry(const entry_t *entries, size_t count, const char *name)
{
    entry_t wanted = { name, 0 };
    if (!name || !count)
        return NOBODY;
    const entry_t *found = bsearch(&wanted, entries, count, sizeof *entries, compare_entries);
    return found ? (long)found->index : NOBODY;
}

/* For each of today the index of the one of then, or NOBODY. `was` counts where the renaming lies between the two:
 * where then had one of the new name that said the same `was`, it had been renamed before. Names are interned. */
static long *match_names(arena_t *arena, const named_t *now, size_t now_count, const named_t *old, size_t old_count)
{
    long *matches = ARENA_ARRAY(arena, long, now_count + 1);
    entry_t *entries = ARENA_ARRAY(arena, entry_t, old_count + 1);
    bool *is_claimed = ARENA_ARRAY(arena, bool, old_count + 1);
    size_t count = 0;
    for (size_t index = 0; index < old_count; index++)
        if (old[index].name)
            entries[count++] = (entry_t){ old[index].name, index };
    qsort(entries, count, sizeof *entries, compare_entries);
    for (size_t index = 0; index < now_count; index++) {
        long same = find_entry(entries, count, now[index].name);
        matches[index] = find_entry(entries, count, now[index].was);
        if (matches[index] != NOBODY && same != NOBODY && old[same].was == now[index].was)
            matches[index] = NOBODY;
        if (matches[index] != NOBODY)
            is_claimed[matches[index]] = true;
    }
    for (size_t index = 0; index < now_count; index++) {
        long same = matches[index] == NOBODY ? find_entry(entries, count, now[index].name) : NOBODY;
        if (same != NOBODY && !is_claimed[same])
            matches[index] = same;
    }
    return matches;
}

static const char *written_was(const ast_node_t *node)
{
    const ast_attribute_t *was = ast_attribute(node, ATTRIBUTE_WAS);
    return was ? was->name : NULL;
}

static named_t *item_names(arena_t *arena, const placed_t *placed)
{
    named_t *names = ARENA_ARRAY(arena, named_t, placed->item_count + 1);
    for (size_t index = 0; index < placed->item_count; index++)
        if (!placed->items[index].is_gap)
            names[index] = (named_t){ placed->items[index].node->name, written_was(placed->items[index].node) };
    return names;
}

/* ---- bodies: which leaf was which */

static size_t leaves_of(const placed_t *placed);

static size_t leaves_of_item(const placed_item_t *item)
{
    return item->is_gap ? 0 : item->inside ? leaves_of(item->inside) : 1;
}

static size_t leaves_of(const placed_t *placed)
{
    size_t count = 0;
    for (size_t index = 0; index < placed->item_count; index++)
        count += leaves_of_item(&placed->items[index]);
    return count;
}

static void pair_bodies(comparer_t *comparer, const placed_t *const *chain, size_t old_leaf, bool may_drop);

/* Fields without one of then. */
static void add_new_leaves(comparer_t *comparer, const placed_item_t *item, bool may_drop, bool is_remade)
{
    for (size_t left = leaves_of_item(item); left; left--) {
        comparer->is_dropped[comparer->leaf_count] = may_drop;
        comparer->is_remade[comparer->leaf_count] = is_remade;
        comparer->leaves[comparer->leaf_count] = (leaf_pair_t){ &comparer->now_fields[comparer->leaf_count], NULL };
        comparer->leaf_count++;
    }
}

static void pair_items(comparer_t *comparer, const placed_item_t *const *chain, size_t old_leaf, bool may_drop)
{
    const placed_item_t *now = chain[0], *old = chain[comparer->chain_count - 1];
    bool all_have_inside = true;
    may_drop |= ast_attribute(now->node, ATTRIBUTE_DROP) != NULL;
    for (size_t step = 0; step < comparer->chain_count; step++)
        all_have_inside &= chain[step]->inside != NULL;
    if (all_have_inside) {
        const placed_t **inside = ARENA_ARRAY(comparer->arena, const placed_t *, comparer->chain_count);
        for (size_t step = 0; step < comparer->chain_count; step++)
            inside[step] = chain[step]->inside;
        pair_bodies(comparer, inside, old_leaf, may_drop);
    } else if (now->inside || old->inside) {
        add_new_leaves(comparer, now, may_drop, true);
        for (size_t left = leaves_of_item(old); left; left--)
            comparer->is_taken[old_leaf++] = true;
    } else {
        comparer->is_dropped[comparer->leaf_count] = may_drop;
        comparer->is_taken[old_leaf] = true;
        comparer->leaves[comparer->leaf_count] = (leaf_pair_t){ &comparer->now_fields[comparer->leaf_count],
                                                                &comparer->old_fields[old_leaf] };
        comparer->leaf_count++;
    }
}

/* In the order of flatten(): the next leaf of today is number leaf_count. old_leaf is the first one of then in here. */
static void pair_bodies(comparer_t *comparer, const placed_t *const *chain, size_t old_leaf, bool may_drop)
{
    size_t count = comparer->chain_count;
    const placed_t *old = chain[count - 1];
    long **matches = ARENA_ARRAY(comparer->arena, long *, count);
    size_t *old_leaves = ARENA_ARRAY(comparer->arena, size_t, old->item_count + 1);
    const placed_item_t **items = ARENA_ARRAY(comparer->arena, const placed_item_t *, count);

    for (size_t step = 1; step < count; step++)
        matches[step] = match_names(comparer->arena, item_names(comparer->arena, chain[step - 1]),
                                    chain[step - 1]->item_count, item_names(comparer->arena, chain[step]),
                                    chain[step]->item_count);
    for (size_t index = 0; index < old->item_count; index++) {
        old_leaves[index] = old_leaf;
        old_leaf += leaves_of_item(&old->items[index]);
    }
    for (size_t index = 0; index < chain[0]->item_count; index++) {
        long at = (long)index;
        items[0] = &chain[0]->items[index];
        if (items[0]->is_gap)
            continue;
        for (size_t step = 1; step < count && at != NOBODY; step++) {
            at = matches[step][at];
            items[step] = at == NOBODY ? NULL : &chain[step]->items[at];
        }
        if (at != NOBODY)
            pair_items(comparer, items, old_leaves[at], may_drop);
        else
            add_new_leaves(comparer, items[0], may_drop || ast_attribute(items[0]->node, ATTRIBUTE_DROP), false);
    }
}

/* ---- what is lost */

static bool is_integer(const schema_type_t *type)
{
    return type->kind == VALUE_BOOL || type->kind == VALUE_UNSIGNED || type->kind == VALUE_SIGNED
        || type->kind == VALUE_ENUM;
}

static const schema_enumerator_t *enumerator_of(const schema_enum_t *enumeration, const char *name, int64_t value)
{
    for (size_t index = 0; index < enumeration->enumerator_count; index++)
        if (name ? enumeration->enumerators[index].name.name == name : enumeration->enumerators[index].value == value)
            return &enumeration->enumerators[index];
    return NULL;
}

static const char *enum_loss(arena_t *arena, const schema_enum_t *old, const schema_enum_t *now)
{
    for (size_t index = 0; old != now && index < old->enumerator_count; index++) {
        const schema_enumerator_t *before = &old->enumerators[index];
        const schema_enumerator_t *after = enumerator_of(now, before->name.name, 0);
        if (after && after->value != before->value)
            return arena_format(arena, "%s.%s was %lld and is %lld", now->name.name, after->name.name,
                                (long long)before->value, (long long)after->value);
        if (!after && !enumerator_of(now, NULL, before->value))
            return arena_format(arena, "%s has no enumerator for %lld, which was '%s'", now->name.name,
                                (long long)before->value, before->name.name);
    }
    return NULL;
}

/* Has an enum a name for each value of an integer of this width? */
static bool names_all(const schema_enum_t *enumeration, const schema_type_t *type)
{
    int64_t least = type->is_signed ? -(int64_t)(ones(type->width_bits - 1)) - 1 : 0;
    int64_t most = (int64_t)ones(type->is_signed ? type->width_bits - 1 : type->width_bits);
    return type->width_bits < 64 && enumeration->is_dense && enumeration->least <= least && enumeration->most >= most;
}

static const char *integer_loss(arena_t *arena, const schema_type_t *old, const schema_type_t *now)
{
    int old_whole = (int)old->width_bits - (int)old->fraction_bits;
    int now_whole = (int)now->width_bits - (int)now->fraction_bits;
    if (now->kind == VALUE_ENUM && old->kind == VALUE_ENUM) {
        const char *loss = enum_loss(arena, old->enumeration, now->enumeration);
        if (loss)
            return loss;
    } else if (now->kind == VALUE_ENUM && !names_all(now->enumeration, old)) {
        return arena_format(arena, "not every %s is a %s", old->written, now->written);
    }
    if (old->is_signed && !now->is_signed)
        return arena_format(arena, "%s has no negative values", now->written);
    if (now_whole < old_whole + (now->is_signed && !old->is_signed) || now->fraction_bits < old->fraction_bits)
        return arena_format(arena, "%s does not hold every %s", now->written, old->written);
    return NULL;
}

static const char *value_loss(arena_t *arena, const schema_type_t *old, const schema_type_t *now)
{
    if (is_integer(old) && is_integer(now))
        return integer_loss(arena, old, now);
    if (old->kind != now->kind)
        return arena_format(arena, "%s is no %s", old->written, now->written);
    if (old->kind == VALUE_FLOAT ? now->width_bits < old->width_bits : now->length_bytes < old->length_bytes)
        return arena_format(arena, "%s does not hold every %s", now->written, old->written);
    return NULL;
}

static const char *index_loss(arena_t *arena, const schema_field_t *old, const schema_field_t *now)
{
    unsigned old_outer = old->index_count - old->is_array, now_outer = now->index_count - now->is_array;
    if (old_outer != now_outer)
        return "the arrays around it are others";
    for (unsigned index = 0; index < old_outer; index++)
        if (now->indices[index].count < old->indices[index].count)
            return arena_format(arena, "%u of %u elements have no place", old->indices[index].count
                                - now->indices[index].count, old->indices[index].count);
    uint32_t old_length = old->is_array ? old->array_length : 1, now_length = now->is_array ? now->array_length : 1;
    if (now_length < old_length)
        return arena_format(arena, "%u of %u elements have no place", old_length - now_length, old_length);
    return NULL;
}

bool has_same_place(const schema_field_t *old, const schema_field_t *now)
{
    if (old->byte_offset != now->byte_offset || old->shift != now->shift || old->is_big_endian != now->is_big_endian
        || old->index_count != now->index_count)
        return false;
    for (unsigned index = 0; index < old->index_count; index++)
        if (old->indices[index].count != now->indices[index].count
            || old->indices[index].stride_bits != now->indices[index].stride_bits)
            return false;
    return true;
}

static bool is_same_shape(const schema_field_t *old, const schema_field_t *now)
{
    return has_same_place(old, now) && old->type.kind == now->type.kind && old->type.width_bits == now->type.width_bits
        && old->type.fraction_bits == now->type.fraction_bits && old->type.is_signed == now->type.is_signed;
}

/* ---- words */

static const char *type_words(arena_t *arena, const schema_field_t *field)
{
    const schema_type_t *type = &field->type;
    const char *base = type->enumeration ? arena_format(arena, "%s (%c%u)", type->written, type->is_signed ? 'i' : 'u',
                                                        type->width_bits) : type->written;
    return field->is_array ? arena_format(arena, "%s[%u]", base, field->array_length) : base;
}

/* "u16 at byte 4", "bool at byte 0, bit 3", "u32 be at byte 8 of 4 elements, 12 bytes apart" */
static const char *leaf_words(arena_t *arena, const schema_field_t *field)
{
    const char *words = arena_format(arena, "%s%s at byte %u", type_words(arena, field),
                                     field->is_big_endian ? " be" : "", (unsigned)field->byte_offset);
    if (field->is_bit_type)
        words = arena_format(arena, "%s, bit %u", words, field->shift);
    for (unsigned index = 0; index < field->index_count - field->is_array; index++)
        words = arena_format(arena, "%s, %u times %llu bytes apart", words, field->indices[index].count,
                             (unsigned long long)field->indices[index].stride_bits / 8);
    return words;
}

static difference_t *add(comparer_t *comparer, compatibility_t compatibility, bool is_of_bytes, const char *subject,
                         const char *text)
{
    comparison_t *result = comparer->result;
    if (result->difference_count == comparer->difference_capacity)
        result->differences = arena_grow(comparer->arena, result->differences, &comparer->difference_capacity,
                                         sizeof *result->differences);
    difference_t *difference = &result->differences[result->difference_count++];
    *difference = (difference_t){ .compatibility = compatibility, .is_of_bytes = is_of_bytes, .subject = subject,
                                  .text = text, .owner = comparer->owner, .owner_name = comparer->owner_name };
    return difference;
}

/* Stored bytes that changed: without a raised version, or a guard that stores it, nothing can tell old from new. */
static compatibility_t class_of_change(const comparer_t *comparer, bool is_lossless)
{
    if (comparer->may_drop)
        return MIGRATABLE;
    return comparer->is_guarded && is_lossless ? MIGRATABLE : BREAKING;
}

static const char *help_for(const comparer_t *comparer, bool is_lossless, const char *what)
{
    if (class_of_change(comparer, is_lossless) != BREAKING)
        return NULL;
    if (comparer->is_record)
        return comparer->is_guarded
            ? arena_format(comparer->arena, "keep what '%s' held, or write 'drop' on '%s' where its old contents may be "
                           "lost", what, comparer->body_name)
            : arena_format(comparer->arena, "a ring's records keep their length and fields: put '%s' back, and give "
                           "what is new a ring of its own beside '%s'", what, comparer->body_name);
    if (!comparer->is_guarded)
        return arena_format(comparer->arena, "without a guard nothing tells the versions apart: put '%s' back, or "
                            "write 'drop' on '%s' where its old contents may be lost", what, comparer->body_name);
    return arena_format(comparer->arena, "keep what '%s' held, or write 'drop' on it where its old contents may be "
                        "lost", what);
}

static const char *subject_of(const comparer_t *comparer, const schema_field_t *field)
{
    return arena_format(comparer->arena, "%s.%s", comparer->body_name, field->name.name);
}

/* ---- one field */

/* A unit where there was none only says what was so all along. */
static bool is_same_unit(const schema_field_t *old, const schema_field_t *now)
{
    return !old->unit || (now->unit && strcmp(old->unit, now->unit) == 0);
}

void put_factor(text_t *out, double value)
{
    if (value == nearbyint(value) && fabs(value) < 1e15)
        text_format(out, "%.0f", value);
    else
        text_put_double(out, value);
}

static const char *meaning_words(arena_t *arena, const schema_field_t *field)
{
    text_t text = { 0 };
    if (field->scale != 1) {
        text_put_string(&text, "scale ");
        put_factor(&text, field->scale);
        text_put_string(&text, field->bias != 0 || field->unit ? ", " : "");
    }
    if (field->bias != 0) {
        text_put_string(&text, "bias ");
        put_factor(&text, field->bias);
        text_put_string(&text, field->unit ? ", " : "");
    }
    if (field->unit)
        text_format(&text, "unit \"%s\"", field->unit);
    const char *words = text.length_bytes ? arena_copy(arena, text_chars(&text), text.length_bytes) : "neither scale nor unit";
    text_free(&text);
    return words;
}

/* Bytes are taken over as numbers: these then stand for something else. A number of fixed point that got more fraction
 * bits is shifted by as many. */
static void compare_meaning(comparer_t *comparer, const schema_field_t *old, const schema_field_t *now)
{
    int more_bits = (int)now->type.fraction_bits - (int)old->type.fraction_bits;
    bool is_same_number = old->scale == ldexp(now->scale, more_bits) && old->bias == now->bias;
    if (is_same_number && is_same_unit(old, now))
        return;
    difference_t *changed = add(comparer, is_same_number ? COMPATIBLE : BREAKING, false, subject_of(comparer, now),
                                arena_format(comparer->arena, "had %s, and has %s", meaning_words(comparer->arena, old),
                                             meaning_words(comparer->arena, now)));
    changed->is_of_meaning = true;
    changed->span = now->span, changed->old_span = old->span;
}

static void compare_leaf(comparer_t *comparer, size_t index)
{
    arena_t *arena = comparer->arena;
    leaf_pair_t *pair = &comparer->leaves[index];
    const schema_field_t *now = pair->now, *old = pair->old;
    const char *loss = value_loss(arena, &old->type, &now->type);
    if (!loss)
        loss = index_loss(arena, old, now);
    bool is_renamed = strcmp(old->name.name, now->name.name) != 0, is_dropped = comparer->is_dropped[index];
    if (!loss && !comparer->may_drop)
        compare_meaning(comparer, old, now);
    if (is_same_shape(old, now) && !loss) {
        if (is_renamed) {
            difference_t *renamed = add(comparer, COMPATIBLE, false, subject_of(comparer, now),
                                        arena_format(arena, "was '%s'", old->name.name));
            renamed->span = now->span, renamed->old_span = old->span;
        }
        return;
    }
    bool is_lossless = !loss || is_dropped;
    const char *text = arena_format(arena, "was %s%s%s, and is %s%s%s%s", is_renamed ? "'" : "",
                                    is_renamed ? arena_format(arena, "%s', ", old->name.name) : "",
                                    leaf_words(arena, old), leaf_words(arena, now), loss ? ": " : "",
                                    loss ? loss : "", loss && is_dropped ? "; what it held is dropped" : "");
    difference_t *changed = add(comparer, class_of_change(comparer, is_lossless), true, subject_of(comparer, now),
                                text);
    changed->help = help_for(comparer, is_lossless, now->name.name);
    changed->span = now->span, changed->old_span = old->span;
    if (loss)
        pair->old = NULL;
}

/* Fields that only changed their names: at the place of one that is gone, and of its shape. Within one version that is
 * no change of bytes. */
static void find_renamed(comparer_t *comparer, size_t old_count)
{
    for (size_t index = 0; index < comparer->leaf_count; index++) {
        leaf_pair_t *pair = &comparer->leaves[index];
        for (size_t old = 0; old < old_count && !pair->old && !comparer->is_remade[index]; old++) {
            if (comparer->is_taken[old] || !is_same_shape(&comparer->old_fields[old], pair->now))
                continue;
            pair->old = &comparer->old_fields[old];
            comparer->is_taken[old] = true;
        }
    }
}

/* The name without the groups that it lies in. */
static const char *last_name(const char *path)
{
    const char *dot = strrchr(path, '.');
    return dot ? dot + 1 : path;
}

static bool is_beside(const schema_field_t *old, const schema_field_t *now)
{
    size_t length = (size_t)(last_name(old->name.name) - old->name.name);
    return length == (size_t)(last_name(now->name.name) - now->name.name)
        && memcmp(old->name.name, now->name.name, length) == 0;
}

static bool is_same_type(const schema_field_t *old, const schema_field_t *now)
{
    return old->type.kind == now->type.kind && old->type.width_bits == now->type.width_bits
        && old->type.fraction_bits == now->type.fraction_bits && old->type.is_signed == now->type.is_signed
        && old->array_length == now->array_length && old->index_count == now->index_count;
}

/* A field that is gone, of a new one's type and in the same group: the one at its place first. Each is given once. */
static const char *find_gone(comparer_t *comparer, size_t old_count, const schema_field_t *now, bool *is_given)
{
    for (int must_be_there = 1; must_be_there >= 0; must_be_there--)
        for (size_t old = 0; old < old_count; old++) {
            const schema_field_t *field = &comparer->old_fields[old];
            if (comparer->is_taken[old] || is_given[old] || !is_same_type(field, now) || !is_beside(field, now)
                || (must_be_there && !has_same_place(field, now)))
                continue;
            is_given[old] = true;
            return last_name(field->name.name);
        }
    return NULL;
}

static void compare_leaves(comparer_t *comparer, size_t old_count)
{
    bool *is_given = ARENA_ARRAY(comparer->arena, bool, old_count + 1);
    for (size_t index = 0; index < comparer->leaf_count; index++) {
        const leaf_pair_t *pair = &comparer->leaves[index];
        if (pair->old) {
            compare_leaf(comparer, index);
            continue;
        }
        bool is_lossless = !comparer->is_remade[index] || comparer->is_dropped[index];
        difference_t *added = add(comparer, class_of_change(comparer, is_lossless), true,
                                  subject_of(comparer, pair->now),
                                  arena_format(comparer->arena, comparer->is_remade[index]
                                               ? "is %s, and of that name there was something of another nature"
                                               : "is new: %s", leaf_words(comparer->arena, pair->now)));
        added->help = help_for(comparer, is_lossless, pair->now->name.name);
        added->span = pair->now->span;
        if (!pair->now->was && !comparer->is_dropped[index] && !comparer->is_remade[index])
            added->gone = find_gone(comparer, old_count, pair->now, is_given);
    }
    for (size_t index = 0; index < old_count; index++) {
        if (comparer->is_taken[index])
            continue;
        const schema_field_t *old = &comparer->old_fields[index];
        difference_t *gone = add(comparer, class_of_change(comparer, true), true, subject_of(comparer, old),
                                 arena_format(comparer->arena, "is gone: it was %s", leaf_words(comparer->arena, old)));
        gone->help = help_for(comparer, true, old->name.name);
        gone->old_span = old->span;
    }
}

/* Compares two bodies; returns the fields of today with those of then. */
static leaf_pair_t *compare_bodies(comparer_t *comparer, const placed_t *const *chain, const schema_field_t *now_fields,
                                   size_t now_count, const schema_field_t *old_fields, size_t old_count)
{
    arena_t *arena = comparer->arena;
    comparer->now_fields = now_fields;
    comparer->old_fields = old_fields;
    comparer->leaves = ARENA_ARRAY(arena, leaf_pair_t, now_count + 1);
    comparer->is_dropped = ARENA_ARRAY(arena, bool, now_count + 1);
    comparer->is_remade = ARENA_ARRAY(arena, bool, now_count + 1);
    comparer->is_taken = ARENA_ARRAY(arena, bool, old_count + 1);
    comparer->leaf_count = 0;
    pair_bodies(comparer, chain, 0, false);
    if (comparer->is_same_version)
        find_renamed(comparer, old_count);
    compare_leaves(comparer, old_count);
    return comparer->leaves;
}

static body_pair_t *add_pair(comparer_t *comparer)
{
    comparison_t *result = comparer->result;
    if (result->pair_count == comparer->pair_capacity)
        result->pairs = arena_grow(comparer->arena, result->pairs, &comparer->pair_capacity, sizeof *result->pairs);
    return &result->pairs[result->pair_count++];
}

/* ---- blocks */

static const char *place_words(arena_t *arena, const schema_block_t *block)
{
    const char *words = arena_format(arena, "at byte %llu of '%s'", (unsigned long long)block->region_offset,
                                     block->region->name.name);
    return block->count ? arena_format(arena, "%s, %u times %llu bytes apart", words, block->count,
                                       (unsigned long long)block->stride_bytes) : words;
}

/* Regions are known by their address, and where one has none (a chip's layout is compiled for the host) by their name. */
static bool is_same_region(const schema_region_t *old, const schema_region_t *now)
{
    if (old->kind != now->kind)
        return false;
    return old->has_address && now->has_address ? old->address == now->address
                                                : strcmp(old->name.name, now->name.name) == 0;
}

static void compare_place(comparer_t *comparer, const schema_block_t *old, const schema_block_t *now)
{
    arena_t *arena = comparer->arena;
    const char *name = comparer->body_name;
    if (!is_same_region(old->region, now->region)) {
        difference_t *moved = add(comparer, now->may_drop ? MIGRATABLE : BREAKING, true, name, arena_format(arena,
            "lay in region '%s', and lies in '%s'", old->region->name.name, now->region->name.name));
        moved->help = arena_format(arena, "let it lie in '%s', or write 'drop' on '%s' where its old contents may be "
                                   "lost", old->region->name.name, name);
        moved->span = now->name.span, moved->old_span = old->name.span;
        return;
    }
    bool is_shorter = (now->count ? now->count : 1) < (old->count ? old->count : 1);
    if (old->region_offset == now->region_offset && old->count == now->count
        && (!now->count || old->stride_bytes == now->stride_bytes))
        return;
    difference_t *moved = add(comparer, class_of_change(comparer, !is_shorter), true, name,
                              arena_format(arena, "was %s, and is %s", place_words(arena, old),
                                           place_words(arena, now)));
    moved->help = !comparer->is_guarded
        ? arena_format(arena, "without a guard nothing tells the versions apart: write 'in %s + %llu', or 'drop' where "
                       "its old contents may be lost", now->region->name.name, (unsigned long long)old->region_offset)
        : is_shorter ? arena_format(arena, "keep %u of them, or write 'drop' on '%s' where the old contents of all may "
                                    "be lost", old->count ? old->count : 1, name) : NULL;
    moved->span = now->name.span, moved->old_span = old->name.span;
}

static const char *guard_words(arena_t *arena, const schema_block_t *block)
{
    return block->guard == GUARD_NONE ? "no guard"
        : arena_format(arena, "guard %s%s", guards[block->guard].name, block->is_mirrored ? " mirror" : "");
}

static void compare_guard(comparer_t *comparer, const schema_block_t *old, const schema_block_t *now)
{
    arena_t *arena = comparer->arena;
    const char *text = NULL;
    if (old->guard != now->guard || old->is_mirrored != now->is_mirrored)
        text = arena_format(arena, "had %s, and has %s", guard_words(arena, old), guard_words(arena, now));
    else if (old->size_bytes != now->size_bytes)
        text = arena_format(arena, "had %u bytes, and has %u", (unsigned)old->size_bytes, (unsigned)now->size_bytes);
    else if (old->guard_seed != now->guard_seed)
        text = arena_format(arena, "was '%s.%s', from which the guard's seed is made", comparer->result->old->name.name,
                            old->name.name);
    if (text) {
        /* A longer span alone moves nothing that is stored where there is no guard behind it. */
        bool is_of_bytes = now->guard || old->guard || old->is_mirrored;
        difference_t *changed = add(comparer, is_of_bytes ? class_of_change(comparer, true) : COMPATIBLE, is_of_bytes,
                                    comparer->body_name, text);
        if (changed->compatibility == BREAKING)
            changed->help = arena_format(arena, "what no guard told whole is not migrated: write '%s' as before, or "
                                         "'drop' on '%s' where its old contents may be lost", guard_words(arena, old),
                                         comparer->body_name);
        changed->span = now->name.span, changed->old_span = old->name.span;
    } else if (strcmp(old->name.name, now->name.name) != 0) {
        difference_t *renamed = add(comparer, COMPATIBLE, false, comparer->body_name,
                                    arena_format(arena, "was '%s'", old->name.name));
        renamed->span = now->name.span, renamed->old_span = old->name.span;
    }
}

static void compare_block(comparer_t *comparer, const schema_block_t *const *chain)
{
    const schema_block_t *now = chain[0], *old = chain[comparer->chain_count - 1];
    const placed_t **bodies = ARENA_ARRAY(comparer->arena, const placed_t *, comparer->chain_count);
    for (size_t step = 0; step < comparer->chain_count; step++)
        bodies[step] = chain[step]->body;
    comparer->owner = now;
    comparer->owner_name = &now->name;
    comparer->body_name = now->name.name;
    comparer->is_guarded = now->guard && old->guard;
    comparer->may_drop = now->may_drop;
    compare_place(comparer, old, now);
    compare_guard(comparer, old, now);
    leaf_pair_t *leaves = compare_bodies(comparer, bodies, now->fields, now->field_count, old->fields,
                                         old->field_count);
    if (!now->may_drop && is_same_region(old->region, now->region))
        *add_pair(comparer) = (body_pair_t){ .now = now, .old = old, .leaves = leaves };
}

typedef struct block_list { const schema_block_t **blocks; named_t *names; size_t count; } block_list_t;

static block_list_t kept_blocks(arena_t *arena, const schema_t *schema)
{
    block_list_t list = { ARENA_ARRAY(arena, const schema_block_t *, schema->item_count + 1),
                          ARENA_ARRAY(arena, named_t, schema->item_count + 1), 0 };
    for (size_t index = 0; index < schema->item_count; index++) {
        const schema_block_t *block = schema->items[index].of.block;
        if (schema->items[index].kind != SCHEMA_BLOCK || !block->is_persistent)
            continue;
        list.names[list.count] = (named_t){ block->name.name, block->was };
        list.blocks[list.count++] = block;
    }
    return list;
}

/* An unguarded block of another name at the same place is the same block within one version: only its name changed. */
static long renamed_block(const block_list_t *old, const bool *is_taken, const schema_block_t *now)
{
    for (size_t index = 0; index < old->count; index++)
        if (!is_taken[index] && old->blocks[index]->guard == GUARD_NONE && now->guard == GUARD_NONE
            && is_same_region(old->blocks[index]->region, now->region)
            && old->blocks[index]->region_offset == now->region_offset)
            return (long)index;
    return NOBODY;
}

static void compare_blocks(comparer_t *comparer)
{
    arena_t *arena = comparer->arena;
    size_t count = comparer->chain_count;
    block_list_t *lists = ARENA_ARRAY(arena, block_list_t, count);
    long **matches = ARENA_ARRAY(arena, long *, count);
    for (size_t step = 0; step < count; step++) {
        lists[step] = kept_blocks(arena, comparer->chain[step]);
        if (step)
            matches[step] = match_names(arena, lists[step - 1].names, lists[step - 1].count, lists[step].names,
                                        lists[step].count);
    }
    const block_list_t *now = &lists[0], *old = &lists[count - 1];
    bool *is_taken = ARENA_ARRAY(arena, bool, old->count + 1);
    const schema_block_t **blocks = ARENA_ARRAY(arena, const schema_block_t *, count * (now->count + 1));
    long *found = ARENA_ARRAY(arena, long, now->count + 1);
    for (size_t index = 0; index < now->count; index++) {
        found[index] = (long)index;
        blocks[index * count] = now->blocks[index];
        for (size_t step = 1; step < count && found[index] != NOBODY; step++) {
            found[index] = matches[step][found[index]];
            blocks[index * count + step] = found[index] == NOBODY ? NULL : lists[step].blocks[found[index]];
        }
        if (found[index] != NOBODY)
            is_taken[found[index]] = true;
    }
    for (size_t index = 0; index < now->count; index++) {
        if (found[index] == NOBODY && comparer->is_same_version) {
            found[index] = renamed_block(old, is_taken, now->blocks[index]);
            if (found[index] != NOBODY) {
                is_taken[found[index]] = true;
                blocks[index * count + count - 1] = old->blocks[found[index]];
            }
        }
        if (found[index] != NOBODY) {
            compare_block(comparer, &blocks[index * count]);
            continue;
        }
        comparer->owner = now->blocks[index];
        comparer->owner_name = &now->blocks[index]->name;
        difference_t *added = add(comparer, COMPATIBLE, false, now->blocks[index]->name.name, "is new");
        added->span = now->blocks[index]->name.span;
    }
    for (size_t index = 0; index < old->count; index++) {
        if (is_taken[index])
            continue;
        comparer->owner = old->blocks[index];
        comparer->owner_name = &old->blocks[index]->name;
        difference_t *gone = add(comparer, MIGRATABLE, true, old->blocks[index]->name.name,
                                 "is gone: nothing reads its bytes any more");
        gone->old_span = old->blocks[index]->name.span;
    }
}

/* ---- stores */

static const schema_store_t *store_named(const schema_t *schema, const char *name)
{
    for (size_t index = 0; index < schema->item_count; index++)
        if (schema->items[index].kind == SCHEMA_STORE && schema->items[index].of.store->name.name == name)
            return schema->items[index].of.store;
    return NULL;
}

/* What decides on a record's row in the store's table, or on what its values are. */
static void add_change(comparer_t *comparer, const schema_record_t *now, const schema_record_t *old, bool is_lossless,
                       const char *text)
{
    difference_t *changed = add(comparer, class_of_change(comparer, is_lossless), true, comparer->body_name, text);
    changed->help = help_for(comparer, is_lossless, now->name.name);
    changed->span = now->name.span, changed->old_span = old->name.span;
}

static const char *ids_words(arena_t *arena, const schema_record_t *record)
{
    return record->has_ids ? arena_format(arena, "ids %u to %u", record->first_id, record->last_id) : "any id";
}

static void compare_row(comparer_t *comparer, const schema_record_t *old, const schema_record_t *now)
{
    arena_t *arena = comparer->arena;
    if (strcmp(old->prefix, now->prefix) != 0)
        add_change(comparer, now, old, true, arena_format(arena, "had the prefix \"%s\", and has \"%s\"",
                                                          old->prefix_text, now->prefix_text));
    if (now->has_ids != old->has_ids || now->first_id != old->first_id || now->last_id != old->last_id)
        add_change(comparer, now, old, now->first_id <= old->first_id && now->last_id >= old->last_id,
                   arena_format(arena, "had %s, and has %s", ids_words(arena, old), ids_words(arena, now)));
    else if (now->most_records && !now->is_ring && now->records != old->records)
        add_change(comparer, now, old, true, arena_format(arena, "had places for %u at a time, and has for %u",
                                                          old->records, now->records));
    if (now->is_ring != old->is_ring)
        add_change(comparer, now, old, true, old->is_ring ? "was a ring, and is none" : "was no ring, and is one");
    if (!old->body != !now->body)
        add_change(comparer, now, old, false, now->body ? "held raw bytes, and holds fields"
                                                        : "held fields, and holds raw bytes");
    else if (!now->body && now->most_bytes != old->most_bytes)
        add_change(comparer, now, old, now->most_bytes > old->most_bytes,
                   arena_format(arena, "held up to %u bytes, and holds %u", old->most_bytes, now->most_bytes));
}

/* chain: the record in each version. */
static void compare_record(comparer_t *comparer, const schema_store_t *store, const schema_record_t *const *chain)
{
    const schema_record_t *now = chain[0], *old = chain[comparer->chain_count - 1];
    const placed_t **bodies = ARENA_ARRAY(comparer->arena, const placed_t *, comparer->chain_count);
    size_t first = comparer->result->difference_count;
    record_pair_t pair = { .store = store, .now = now, .old = old };
    bool have_bodies = true;

    comparer->owner = now;
    comparer->owner_name = &now->name;
    comparer->is_record = true;
    comparer->is_guarded = !now->is_ring && !old->is_ring;
    comparer->may_drop = now->may_drop;
    compare_row(comparer, old, now);
    for (size_t step = 0; step < comparer->chain_count; step++) {
        have_bodies &= chain[step]->body != NULL;
        bodies[step] = chain[step]->body ? chain[step]->body->body : NULL;
    }
    if (have_bodies)
        pair.leaves = compare_bodies(comparer, bodies, now->body->fields, now->body->field_count, old->body->fields,
                                     old->body->field_count);
    comparer->is_record = false;
    for (size_t index = first; index < comparer->result->difference_count; index++)
        pair.is_other |= comparer->result->differences[index].is_of_bytes;
    /* Fields may come and go within bytes that a gap keeps, or at the end of them. */
    pair.is_other |= now->most_bytes != old->most_bytes;
    comparer->result->record_pairs[comparer->result->record_pair_count++] = pair;
}

static named_t *record_names(arena_t *arena, const schema_store_t *store)
{
    named_t *names = ARENA_ARRAY(arena, named_t, store->record_count + 1);
    for (size_t index = 0; index < store->record_count; index++)
        names[index] = (named_t){ store->records[index].name.name, store->records[index].was };
    return names;
}

static const char *store_place(arena_t *arena, const schema_store_t *store)
{
    return arena_format(arena, "%llu bytes at %llu of '%s'", (unsigned long long)store->size_bytes,
                        (unsigned long long)store->region_offset, store->region->name.name);
}

static void compare_extent(comparer_t *comparer, const schema_store_t *old, const schema_store_t *now)
{
    arena_t *arena = comparer->arena;
    bool is_at_place = is_same_region(old->region, now->region) && old->region_offset == now->region_offset
        && old->region->erase_bytes == now->region->erase_bytes;
    bool is_kept = is_at_place && old->size_bytes <= now->size_bytes;
    /* What is locked is what the store uses, whole erase units. */
    if (is_kept && now->size_bytes - old->size_bytes < now->region->erase_bytes)
        return;
    difference_t *moved = add(comparer, is_kept ? COMPATIBLE : BREAKING, !is_kept, now->name.name,
                              arena_format(arena, "took %s, and takes %s", store_place(arena, old),
                                           store_place(arena, now)));
    if (!is_kept)
        moved->help = "a store stays where it is, and may grow at its end; one of another name begins empty";
    moved->span = now->name.span, moved->old_span = old->name.span;
}

/* Rings have as many sectors as the unit that is programmed at once makes of them; on the host a part of its own stands in. */
static void compare_unit(comparer_t *comparer, const schema_store_t *old, const schema_store_t *now)
{
    if (!old->ring_count || old->region->unit_bytes == now->region->unit_bytes || comparer->result->now->is_host_target)
        return;
    difference_t *other = add(comparer, BREAKING, true, now->name.name,
                              arena_format(comparer->arena, "lay in flash that is programmed %u bytes at once, and lies in "
                                           "one of %u", (unsigned)old->region->unit_bytes,
                                           (unsigned)now->region->unit_bytes));
    other->help = "a store with rings keeps the part that it was made for; one of another name begins empty";
    other->span = now->name.span, other->old_span = old->name.span;
}

/* chain: the store in each version. */
static void compare_store(comparer_t *comparer, const schema_store_t *const *chain)
{
    arena_t *arena = comparer->arena;
    comparison_t *result = comparer->result;
    size_t count = comparer->chain_count;
    const schema_store_t *now = chain[0], *old = chain[count - 1];
    bool *is_taken = ARENA_ARRAY(arena, bool, old->record_count + 1);
    long **matches = ARENA_ARRAY(arena, long *, count);
    const schema_record_t **records = ARENA_ARRAY(arena, const schema_record_t *, count);

    for (size_t step = 1; step < count; step++)
        matches[step] = match_names(arena, record_names(arena, chain[step - 1]), chain[step - 1]->record_count,
                                    record_names(arena, chain[step]), chain[step]->record_count);
    result->store_pairs[result->store_pair_count++] = (store_pair_t){ now, old };
    comparer->owner = now;
    comparer->owner_name = &now->name;
    comparer->body_name = now->name.name;
    comparer->is_guarded = comparer->may_drop = false;
    compare_extent(comparer, old, now);
    compare_unit(comparer, old, now);
    for (size_t index = 0; index < now->record_count; index++) {
        long at = (long)index;
        records[0] = &now->records[index];
        comparer->body_name = arena_format(arena, "%s.%s", now->name.name, records[0]->name.name);
        for (size_t step = 1; step < count && at != NOBODY; step++) {
            at = matches[step][at];
            records[step] = at == NOBODY ? NULL : &chain[step]->records[at];
        }
        if (at != NOBODY) {
            is_taken[at] = true;
            compare_record(comparer, now, records);
            continue;
        }
        comparer->owner = records[0];
        comparer->owner_name = &records[0]->name;
        add(comparer, COMPATIBLE, false, comparer->body_name, "is new")->span = records[0]->name.span;
    }
    for (size_t index = 0; index < old->record_count; index++) {
        if (is_taken[index])
            continue;
        comparer->owner = &old->records[index];
        comparer->owner_name = &old->records[index].name;
        add(comparer, MIGRATABLE, true, arena_format(arena, "%s.%s", now->name.name, old->records[index].name.name),
            "is gone: its row of the table stays, and nothing reads such records any more")->old_span
            = old->records[index].name.span;
    }
}

static size_t count_stores(const schema_t *schema, size_t *records)
{
    size_t count = 0;
    for (size_t index = 0; index < schema->item_count; index++)
        if (schema->items[index].kind == SCHEMA_STORE) {
            count++;
            *records += schema->items[index].of.store->record_count;
        }
    return count;
}

static void compare_stores(comparer_t *comparer)
{
    comparison_t *result = comparer->result;
    const schema_store_t **stores = ARENA_ARRAY(comparer->arena, const schema_store_t *, comparer->chain_count);
    size_t record_count = 0, store_count = count_stores(result->now, &record_count);
    result->store_pairs = ARENA_ARRAY(comparer->arena, store_pair_t, store_count + 1);
    result->record_pairs = ARENA_ARRAY(comparer->arena, record_pair_t, record_count + 1);
    for (size_t index = 0; index < result->now->item_count; index++) {
        const schema_store_t *now = result->now->items[index].of.store;
        bool is_in_all = true;
        if (result->now->items[index].kind != SCHEMA_STORE)
            continue;
        for (size_t step = 0; step < comparer->chain_count && is_in_all; step++) {
            stores[step] = step ? store_named(comparer->chain[step], now->name.name) : now;
            is_in_all = stores[step] != NULL;
        }
        comparer->owner = now;
        comparer->owner_name = &now->name;
        if (is_in_all)
            compare_store(comparer, stores);
        else
            add(comparer, COMPATIBLE, false, now->name.name, "is new")->span = now->name.span;
    }
    for (size_t index = 0; index < result->old->item_count; index++) {
        const schema_store_t *old = result->old->items[index].of.store;
        if (result->old->items[index].kind != SCHEMA_STORE || store_named(result->now, old->name.name))
            continue;
        comparer->owner = old;
        comparer->owner_name = &old->name;
        add(comparer, MIGRATABLE, true, old->name.name, "is gone: nothing reads its bytes any more")->old_span
            = old->name.span;
    }
}

comparison_t *schema_compare(arena_t *arena, const schema_t *const *chain, size_t chain_count)
{
    comparison_t *result = ARENA_NEW(arena, comparison_t);
    comparer_t comparer = { .arena = arena, .chain = chain, .chain_count = chain_count, .result = result };
    result->now = chain[0];
    result->old = chain[chain_count - 1];
    comparer.is_same_version = result->now->version == result->old->version;
    compare_blocks(&comparer);
    compare_stores(&comparer);
    return result;
}
