/* Enumerated values go in, enums come out: one for all fields that say the same, with a name; see svd_builder.h. */
#include "svd_builder.h"

#include <ctype.h>
#include <string.h>

#include "naming.h"

/* ---- enums */

static svd_enum_entry_t *enum_find(svd_enum_table_t *table, uint64_t hash)
{
    size_t bucket = (size_t)(hash ^ hash >> 29) & (table->capacity - 1);
    while (table->entries[bucket].enumeration && table->entries[bucket].hash != hash)
        bucket = (bucket + 1) & (table->capacity - 1);
    return &table->entries[bucket];
}

/* The entry of a hash: its enumeration is NULL where it is new. */
static svd_enum_entry_t *enum_entry(svd_builder_t *builder, svd_enum_table_t *table, uint64_t hash)
{
    if (2 * table->count >= table->capacity) {
        svd_enum_table_t larger = { .capacity = table->capacity ? 2 * table->capacity : 256, .count = table->count };
        larger.entries = ARENA_ARRAY(builder->arena, svd_enum_entry_t, larger.capacity);
        for (size_t index = 0; index < table->capacity; index++)
            if (table->entries[index].enumeration)
                *enum_find(&larger, table->entries[index].hash) = table->entries[index];
        *table = larger;
    }
    svd_enum_entry_t *entry = enum_find(table, hash);
    if (!entry->enumeration)
        table->count++;
    entry->hash = hash;
    return entry;
}

/* Values like "#1x0": the lowest that it stands for. */
static bool parse_value(const char *text, uint64_t *value, bool *has_gaps)
{
    *has_gaps = false;
    if (svd_parse_number(text, value))
        return true;
    text += *text == '#' ? 1 : text[0] == '0' && (text[1] | 0x20) == 'b' ? 2 : strlen(text);
    if (!*text || strlen(text) > 64)
        return false;
    *value = 0;
    for (; *text; text++) {
        if (!strchr("01xX", *text))
            return false;
        *value = *value << 1 | (*text == '1');
        *has_gaps |= (*text | 0x20) == 'x';
    }
    return true;
}

static void add_value(svd_builder_t *builder, svd_enum_t *made, uint64_t scope, const svd_element_t *element)
{
    const char *text = element->words[SVD_VALUE_TEXT], *original = element->words[SVD_NAME];
    uint64_t value;
    bool has_gaps;
    if (element->words[SVD_IS_DEFAULT] && strcmp(element->words[SVD_IS_DEFAULT], "false") != 0 && !text) {
        svd_put_note(builder, &made->notes, arena_format(builder->arena, "all other values: %s%s%s",
                 original ? original : "default", element->words[SVD_DESCRIPTION] ? ": " : "",
                 element->words[SVD_DESCRIPTION] ? element->words[SVD_DESCRIPTION] : ""));
        return;
    }
    if (!text || !parse_value(text, &value, &has_gaps)) {
        MENDED(builder, &made->notes, "%s has no value: \"%s\"", svd_quoted(builder, original), text ? text : "");
        return;
    }
    if (value > ones(made->width_bits)) {
        MENDED(builder, &made->notes, "%s = %llu does not fit in %u bit%s", svd_quoted(builder, original),
               (unsigned long long)value, made->width_bits, made->width_bits == 1 ? "" : "s");
        return;
    }
    const char *otherwise = arena_format(builder->arena, "value_%llu", (unsigned long long)value);
    const char *wanted = svd_mend_name(builder->arena, original ? original : "", NULL, otherwise, true);
    const char *snake = snake_case(builder->arena, wanted), *name = wanted;
    uint64_t pair = svd_local_hash(scope, arena_format(builder->arena, "%s=%llu", snake, (unsigned long long)value));
    if (svd_is_claimed(&builder->claims, pair))
        return;
    svd_claim(&builder->claims, pair);
    if (svd_is_claimed(&builder->claims, svd_local_hash(scope, snake))) {
        svd_stem_t stem = { .scope = scope, .is_group = true };
        name = svd_take_name(builder, svd_identify_part, &stem, wanted,
                             arena_format(builder->arena, "%llu", (unsigned long long)value), &snake);
        MENDED(builder, &made->notes, "%s = %llu is called %s here: the name is taken", svd_quoted(builder, original),
               (unsigned long long)value, name);
    } else {
        svd_claim(&builder->claims, svd_local_hash(scope, snake));
    }
    svd_value_t *added = &made->values[made->value_count++];
    *added = (svd_value_t){ .name = name, .snake = snake, .value = value, .doc = element->words[SVD_DESCRIPTION] };
    if (has_gaps)
        added->doc = svd_sentence(builder, added->doc, arena_format(builder->arena, "Any value of the form %s.", text));
    uint64_t value_hash = svd_local_hash(scope, arena_format(builder->arena, "=%llu", (unsigned long long)value));
    added->is_repeated = svd_is_claimed(&builder->claims, value_hash);
    svd_claim(&builder->claims, value_hash);
}

static bool enums_equal(const svd_enum_t *a, const svd_enum_t *b)
{
    if (a->width_bits != b->width_bits || a->value_count != b->value_count)
        return false;
    for (size_t index = 0; index < a->value_count; index++)
        if (a->values[index].value != b->values[index].value
            || strcmp(a->values[index].name, b->values[index].name) != 0)
            return false;
    return true;
}

static svd_enum_t *make_enum(svd_builder_t *builder, const svd_element_t *field, unsigned width_bits)
{
    svd_enum_t *made = ARENA_NEW(builder->arena, svd_enum_t);
    uint64_t scope = ++builder->scope_count;
    size_t most = 0;
    made->width_bits = width_bits;
    for (size_t index = 0; index < field->member_count; index++)
        most += field->members[index]->member_count;
    builder->item_count += most;
    made->values = ARENA_ARRAY(builder->arena, svd_value_t, most + 1);
    for (size_t index = 0; index < field->member_count; index++) {
        const svd_element_t *enumeration = field->members[index];
        svd_note_trouble(builder, &made->notes, enumeration);
        if (enumeration->words[SVD_NAME])
            made->given_name = enumeration->words[SVD_NAME];
        for (size_t value = 0; value < enumeration->member_count; value++)
            add_value(builder, made, scope, enumeration->members[value]);
    }
    made->hash = SVD_HASH_START ^ width_bits;
    for (size_t index = 0; index < made->value_count; index++)
        made->hash = (svd_hash(made->hash, made->values[index].name) ^ made->values[index].value)
            * UINT64_C(0x9E3779B97F4A7C15);
    return made;
}

/* Docs that differ between the uses say nothing about all of them. */
static void merge_enum(svd_enum_t *kept, const svd_enum_t *made)
{
    for (size_t index = 0; index < kept->value_count; index++) {
        svd_value_t *value = &kept->values[index];
        const char *doc = made->values[index].doc;
        if (value->doc && (!doc || strcmp(value->doc, doc) != 0))
            value->doc = NULL;
    }
    if (kept->given_name && (!made->given_name || kept->given_name != made->given_name))
        kept->given_name = NULL;
}

svd_enum_t *svd_enum_of(svd_builder_t *builder, svd_bits_t *bits, const svd_place_t *place, const char *register_name)
{
    const svd_element_t *field = bits->source;
    if (!field->member_count)
        return NULL;
    uint64_t key = ((uint64_t)(uintptr_t)field->members * UINT64_C(0x9E3779B97F4A7C15)) ^ bits->width_bits;
    svd_enum_entry_t *known = enum_entry(builder, &builder->by_members, key);
    svd_enum_t *found = known->enumeration;
    if (!found) {
        svd_enum_t *made = make_enum(builder, field, bits->width_bits);
        svd_enum_entry_t *equal = enum_entry(builder, &builder->by_values, made->hash);
        found = equal->enumeration && enums_equal(equal->enumeration, made) ? equal->enumeration : NULL;
        if (found) {
            merge_enum(found, made);
        } else {
            found = equal->enumeration = made;
            if (made->value_count) {
                if (builder->enum_count == builder->enum_capacity)
                    builder->enums = arena_grow(builder->arena, builder->enums, &builder->enum_capacity,
                                                sizeof *builder->enums);
                builder->enums[builder->enum_count++] = made;
                made->field_name = bits->name;
                made->block_name = place->block->name;
                made->register_path = *place->shown
                    ? arena_format(builder->arena, "%s_%s_%s", place->shown, register_name, bits->name)
                    : arena_format(builder->arena, "%s_%s", register_name, bits->name);
            }
        }
        known->enumeration = found;
    }
    if (found->field_name && strcmp(found->field_name, bits->name) != 0)
        found->field_name = NULL;
    if (found->value_count)
        return found;
    for (const svd_note_t *note = found->notes.first; note; note = note->next)
        svd_put_note(builder, &bits->notes, note->text);
    return NULL;
}

/* ---- names of enums */

enum { NAME_LEVELS = 3, MOST_JOINED_VALUES = 3, MOST_JOINED_BYTES = 32 };

/* From the shortest name on: the field's, the block's and field's, the whole path. What all uses have in common comes
 * first; NULL where there is no name of this level. */
static const char *enum_candidate(svd_builder_t *builder, const svd_enum_t *enumeration, unsigned level)
{
    const char *own = enumeration->given_name
        ? svd_mend_name(builder->arena, enumeration->given_name, NULL, "values", false) : enumeration->field_name;
    if (level == 2)
        return arena_format(builder->arena, "%s_%s", enumeration->block_name, enumeration->register_path);
    if (own)
        return level == 0 ? own : arena_format(builder->arena, "%s_%s", enumeration->block_name, own);
    if (enumeration->value_count > MOST_JOINED_VALUES || level == 1)
        return NULL;
    const char *joined = "";
    for (size_t index = 0; index < enumeration->value_count; index++)
        joined = arena_format(builder->arena, "%s%s%s", joined, index ? "_" : "", enumeration->values[index].name);
    return strlen(joined) <= MOST_JOINED_BYTES && isalpha((unsigned char)*joined) ? joined : NULL;
}

static bool is_type_name(const char *name)
{
    for (unsigned index = 0; index < plain_type_count; index++)
        if (strcmp(plain_types[index].name, name) == 0)
            return true;
    return (*name == 'u' || *name == 'i') && name[1] && !name[1 + strspn(name + 1, "0123456789")];
}

static bool claim_enum(svd_builder_t *builder, const svd_enum_t *enumeration, const char *name)
{
    static const char *const functions[] = { "_t", "_is_valid", "_name", NULL };
    const char *snake = snake_case(builder->arena, name);
    svd_identifiers_t identifiers = { .count = 0 };
    uint64_t upper = svd_hash(svd_hash(SVD_MACRO_SALT, snake), "_");
    if (is_type_name(name))
        return false;
    svd_add_hash(&identifiers, svd_local_hash(0, snake));
    svd_add_each(&identifiers, svd_hash(SVD_HASH_START, snake), functions);
    for (size_t index = 0; index < enumeration->value_count; index++)
        if (svd_is_claimed(&builder->claims, svd_hash(upper, enumeration->values[index].snake)))
            return false;
    if (!svd_claim_all(builder, &identifiers))
        return false;
    for (size_t index = 0; index < enumeration->value_count; index++)
        svd_claim(&builder->claims, svd_hash(upper, enumeration->values[index].snake));
    return true;
}

void svd_name_enums(svd_builder_t *builder)
{
    svd_claims_t once = { 0 }, often = { 0 };
    for (size_t index = 0; index < builder->enum_count; index++)
        for (unsigned level = 0; level < NAME_LEVELS; level++) {
            const char *name = enum_candidate(builder, builder->enums[index], level);
            uint64_t hash = name ? svd_local_hash(level, snake_case(builder->arena, name)) : 0;
            if (name)
                svd_claim(svd_is_claimed(&once, hash) ? &often : &once, hash);
        }
    for (size_t index = 0; index < builder->enum_count; index++) {
        svd_enum_t *enumeration = builder->enums[index];
        for (unsigned level = 0; level < NAME_LEVELS && !enumeration->name; level++) {
            const char *name = enum_candidate(builder, enumeration, level);
            if (name && !svd_is_claimed(&often, svd_local_hash(level, snake_case(builder->arena, name)))
                && claim_enum(builder, enumeration, name))
                enumeration->name = name;
        }
        for (unsigned long long number = 2; !enumeration->name; number = number < TRIED_NAMES ? number + 1
             : ++builder->scope_count + 1000) {
            const char *name = arena_format(builder->arena, "%s_%llu", enum_candidate(builder, enumeration, 2), number);
            if (claim_enum(builder, enumeration, name))
                enumeration->name = name;
        }
    }
    svd_claims_free(&once);
    svd_claims_free(&often);
}
