/* Generated names that would meet: each is hashed as it would come out, without being written; see check.h. */
#include "check.h"

#include <string.h>

typedef struct seen { uint64_t hash; const schema_name_t *name; } seen_t;

typedef struct identifiers {
    arena_t *arena;
    diagnostics_t *diagnostics;
    seen_t *seen;
    size_t capacity, count;
} identifiers_t;

static uint64_t hash_on(uint64_t hash, const char *chars)
{
    for (; *chars; chars++)
        hash = (hash ^ (uint8_t)*chars) * UINT64_C(1099511628211);
    return hash;
}

static void enter(identifiers_t *identifiers, uint64_t hash, const schema_name_t *name)
{
    size_t bucket = (size_t)(hash ^ hash >> 29) & (identifiers->capacity - 1);
    while (identifiers->seen[bucket].name && identifiers->seen[bucket].hash != hash)
        bucket = (bucket + 1) & (identifiers->capacity - 1);
    const schema_name_t *first = identifiers->seen[bucket].name;
    if (!first) {
        identifiers->seen[bucket] = (seen_t){ hash, name };
        return;
    }
    if (first->span.start == name->span.start && first->span.end == name->span.end)
        return;
    if (name->span.start < first->span.start) {
        const schema_name_t *later = first;
        first = name;
        name = later;
    }
    diagnostic_t *meet = report(identifiers->diagnostics, RULE_NAME_COLLISION, name->span,
                                "'%s' gets a name in C that '%s' has already", name->name, first->name);
    report_note(meet, first->span, "'%s' is here", first->name);
    report_help(meet, "names come out in snake_case, joined by underscores: rename one of them");
}

static void enter_each(identifiers_t *identifiers, uint64_t stem, const schema_name_t *name, const char *const *suffixes)
{
    for (; *suffixes; suffixes++)
        enter(identifiers, hash_on(stem, *suffixes), name);
}

static void enter_verbs(identifiers_t *identifiers, uint64_t stem, const schema_name_t *owner, const char *snake,
                        const char *const *verbs)
{
    for (; *verbs; verbs++)
        enter(identifiers, hash_on(hash_on(stem, *verbs), snake), owner);
}

static void enter_register(identifiers_t *identifiers, uint64_t lower, uint64_t upper, const schema_register_t *one)
{
    static const char *const own[] = { "_t", "_read", "_write", "_edit", NULL };
    static const char *const verbs[] = { "_get_", "_with_", "_read_", "_set_", NULL };
    uint64_t stem = hash_on(lower, one->name.snake), upper_stem = hash_on(upper, one->name.upper);
    enter_each(identifiers, stem, &one->name, own);
    enter(identifiers, hash_on(upper_stem, "_OFFSET"), &one->name);
    upper_stem = hash_on(upper_stem, "_");
    for (size_t index = 0; index < one->bits_count; index++) {
        const schema_bits_t *bits = &one->bits[index];
        enter_verbs(identifiers, stem, &bits->name, bits->name.snake, verbs);
        enter(identifiers, hash_on(hash_on(upper_stem, bits->name.upper), "_Pos"), &bits->name);
    }
}

static void enter_block(identifiers_t *identifiers, uint64_t lower, uint64_t upper, const schema_block_t *block)
{
    static const char *const own[] = { "_t", "_open", "_load", "_flush", "_pending", "_defaults", "_erase", "_at",
                                       NULL };
    static const char *const verbs[] = { "get_", "set_", "toggle_", "bytes_", "const_bytes_", NULL };
    uint64_t stem = hash_on(lower, block->name.snake), upper_stem = hash_on(upper, block->name.upper);
    enter_each(identifiers, stem, &block->name, own);
    enter(identifiers, hash_on(upper_stem, block->is_register_block ? "_BASE" : "_SIZE"), &block->name);
    stem = hash_on(stem, "_");
    upper_stem = hash_on(upper_stem, "_");
    for (size_t index = 0; index < block->field_count; index++) {
        const schema_field_t *field = &block->fields[index];
        enter_verbs(identifiers, stem, &field->name, field->name.snake, verbs);
        enter(identifiers, hash_on(hash_on(upper_stem, field->name.upper), "_OFFSET"), &field->name);
    }
    for (size_t index = 0; index < block->part_count; index++)
        enter_verbs(identifiers, stem, &block->parts[index].name, block->parts[index].name.snake, verbs);
    for (size_t index = 0; index < block->register_count; index++)
        enter_register(identifiers, stem, upper_stem, &block->registers[index]);
}

static void enter_enum(identifiers_t *identifiers, uint64_t lower, uint64_t upper, const schema_enum_t *enumeration)
{
    static const char *const own[] = { "_t", "_is_valid", "_name", NULL };
    uint64_t stem = hash_on(hash_on(upper, enumeration->name.upper), "_");
    enter_each(identifiers, hash_on(lower, enumeration->name.snake), &enumeration->name, own);
    for (size_t index = 0; index < enumeration->enumerator_count; index++)
        enter(identifiers, hash_on(stem, enumeration->enumerators[index].name.upper),
              &enumeration->enumerators[index].name);
}

static void check_members(identifiers_t *identifiers, const schema_struct_t *structure)
{
    uint64_t own = hash_on((uint64_t)(uintptr_t)structure * UINT64_C(1099511628211), "member.");
    for (size_t index = 0; index < structure->member_count; index++)
        enter(identifiers, hash_on(own, structure->members[index].c_name), &structure->members[index].name);
}

static void enter_item(identifiers_t *identifiers, uint64_t lower, uint64_t upper, const schema_item_t *item)
{
    static const char *const own[] = { "_t", "_pack", "_unpack", NULL };
    switch (item->kind) {
    case SCHEMA_CONSTANT:
        enter(identifiers, hash_on(upper, item->of.constant->name.upper), &item->of.constant->name);
        break;
    case SCHEMA_ENUM:
        enter_enum(identifiers, lower, upper, item->of.enumeration);
        break;
    case SCHEMA_STRUCT:
        enter_each(identifiers, hash_on(lower, item->of.structure->name.snake), &item->of.structure->name, own);
        check_members(identifiers, item->of.structure);
        break;
    case SCHEMA_BLOCK:
        enter_block(identifiers, lower, upper, item->of.block);
        break;
    case SCHEMA_STORE:
        enter(identifiers, hash_on(hash_on(lower, item->of.store->name.snake), "_open"), &item->of.store->name);
        for (size_t index = 0; index < item->of.store->record_count; index++)
            if (item->of.store->records[index].body_is_own)
                check_members(identifiers, item->of.store->records[index].body);
        break;
    case SCHEMA_POOL:
        enter(identifiers, hash_on(hash_on(lower, item->of.pool->name.snake), "_open"), &item->of.pool->name);
        break;
    case SCHEMA_MAP:
        enter(identifiers, hash_on(hash_on(lower, item->of.map->name.snake), "_open"), &item->of.map->name);
        break;
    case SCHEMA_PARTITIONS:
        break;
    }
}

static size_t count_names(const schema_t *schema)
{
    size_t count = 64;
    for (size_t index = 0; index < schema->item_count; index++) {
        const schema_item_t *item = &schema->items[index];
        count += 16;
        if (item->kind == SCHEMA_ENUM)
            count += item->of.enumeration->enumerator_count;
        if (item->kind == SCHEMA_STRUCT)
            count += item->of.structure->member_count;
        if (item->kind == SCHEMA_STORE)
            for (size_t record = 0; record < item->of.store->record_count; record++)
                if (item->of.store->records[record].body)
                    count += item->of.store->records[record].body->member_count;
        if (item->kind != SCHEMA_BLOCK)
            continue;
        const schema_block_t *block = item->of.block;
        count += 6 * block->field_count + 6 * block->part_count + 6 * block->register_count;
        for (size_t one = 0; one < block->register_count; one++)
            count += 5 * block->registers[one].bits_count;
    }
    return count;
}

void check_identifiers(arena_t *arena, diagnostics_t *diagnostics, const schema_t *schema)
{
    identifiers_t identifiers = { .arena = arena, .diagnostics = diagnostics };
    size_t count = count_names(schema);
    static const char *const own[] = { "_VERSION", "_FINGERPRINT", NULL };
    uint64_t start = UINT64_C(14695981039346656037);
    uint64_t lower = hash_on(start, schema->prefix), upper = hash_on(start, schema->prefix_upper);

    identifiers.capacity = 1024;
    while (identifiers.capacity < count + count / 2)
        identifiers.capacity *= 2;
    identifiers.seen = ARENA_ARRAY(arena, seen_t, identifiers.capacity);
    enter_each(&identifiers, upper, &schema->name, own);
    lower = hash_on(lower, "_");
    upper = hash_on(upper, "_");
    for (size_t index = 0; index < schema->item_count; index++)
        enter_item(&identifiers, lower, upper, &schema->items[index]);
}
