/* Generated names that would meet: each is hashed as it would come out, and written only where it meets another; see check.h. */
#include "check.h"

#include <stdlib.h>
#include <string.h>

typedef struct seen { uint64_t hash; const schema_name_t *name; } seen_t;

typedef struct identifiers {
    arena_t *arena;
    diagnostics_t *diagnostics;
    seen_t *seen;
    size_t capacity;
    bool is_alone;   /* no other thing's name begins like this one's: then its own names differ where its items' do */
    const schema_name_t *told_first, *told_second;   /* the pair that was told last: once is enough */
} identifiers_t;

/* An identifier as it grows from left to right: its parts are linked on the stack and joined only for a message. */
typedef struct path { uint64_t hash; const char *part; const struct path *outer; } path_t;

static path_t path_on(const path_t *outer, const char *part)
{
    uint64_t hash = outer ? outer->hash : UINT64_C(14695981039346656037);
    for (const char *at = part; *at; at++)
        hash = (hash ^ (uint8_t)*at) * UINT64_C(1099511628211);
    return (path_t){ hash, part, outer };
}

static const char *path_text(arena_t *arena, const path_t *path)
{
    return path->outer ? arena_format(arena, "%s%s", path_text(arena, path->outer), path->part) : path->part;
}

static void enter(identifiers_t *identifiers, path_t path, const schema_name_t *name)
{
    size_t bucket = (size_t)(path.hash ^ path.hash >> 29) & (identifiers->capacity - 1);
    while (identifiers->seen[bucket].name && identifiers->seen[bucket].hash != path.hash)
        bucket = (bucket + 1) & (identifiers->capacity - 1);
    const schema_name_t *first = identifiers->seen[bucket].name;
    if (!first) {
        identifiers->seen[bucket] = (seen_t){ path.hash, name };
        return;
    }
    if (first->span.start == name->span.start && first->span.end == name->span.end)
        return;
    if (name->span.start < first->span.start) {
        const schema_name_t *later = first;
        first = name;
        name = later;
    }
    if (first == identifiers->told_first && name == identifiers->told_second)
        return;
    identifiers->told_first = first;
    identifiers->told_second = name;
    diagnostic_t *meet = report(identifiers->diagnostics, RULE_NAME_COLLISION, name->span,
                                "'%s' becomes %s, which '%s' has already", name->name,
                                path_text(identifiers->arena, &path), first->name);
    report_note(meet, first->span, "'%s' is here", first->name);
    report_help(meet, "names come out in snake_case, joined by underscores: rename one of them");
}

static void enter_each(identifiers_t *identifiers, path_t stem, const schema_name_t *name, const char *const *suffixes)
{
    for (; *suffixes; suffixes++)
        enter(identifiers, path_on(&stem, *suffixes), name);
}

static void enter_verbs(identifiers_t *identifiers, path_t stem, const schema_name_t *owner, const char *snake,
                        const char *const *verbs)
{
    for (; *verbs; verbs++) {
        path_t verb = path_on(&stem, *verbs);
        enter(identifiers, path_on(&verb, snake), owner);
    }
}

static void enter_macro(identifiers_t *identifiers, path_t stem, const schema_name_t *name, const char *suffix)
{
    path_t path = path_on(&stem, name->upper);
    enter(identifiers, path_on(&path, suffix), name);
}

/* Where nothing else begins like the register, its fields' functions meet only where the fields' own names do. */
static void enter_register(identifiers_t *identifiers, path_t lower, path_t upper, const schema_register_t *one,
                           bool is_alone)
{
    static const char *const first_verb[] = { "_get_", NULL };
    static const char *const own[] = { "_t", "_read", "_write", "_edit", NULL };
    static const char *const verbs[] = { "_get_", "_with_", "_read_", "_set_", NULL };
    path_t stem = path_on(&lower, one->name.snake), upper_name = path_on(&upper, one->name.upper);
    path_t upper_stem = path_on(&upper_name, "_");
    enter_each(identifiers, stem, &one->name, own);
    enter(identifiers, path_on(&upper_name, "_OFFSET"), &one->name);
    for (size_t index = 0; index < one->bits_count; index++) {
        const schema_bits_t *bits = &one->bits[index];
        enter_verbs(identifiers, stem, &bits->name, bits->name.snake, is_alone ? first_verb : verbs);
        if (!is_alone)
            enter_macro(identifiers, upper_stem, &bits->name, "_Pos");
    }
}

static bool begins_with(const char *name, const char *root)
{
    size_t length = strlen(root);
    return strncmp(name, root, length) == 0 && (name[length] == '_' || !name[length]);
}

/* An underscore before all else, so that "a_b" stands right behind "a", and not behind "a1". */
static int compare_snakes(const char *a, const char *b)
{
    while (*a && *a == *b)
        a++, b++;
    int a_rank = *a == '_' ? 1 : (unsigned char)*a, b_rank = *b == '_' ? 1 : (unsigned char)*b;
    return a_rank - b_rank;
}

static int compare_registers(const void *left, const void *right)
{
    return compare_snakes((*(const schema_register_t *const *)left)->name.snake,
                          (*(const schema_register_t *const *)right)->name.snake);
}

static void enter_registers(identifiers_t *identifiers, path_t lower, path_t upper, const schema_block_t *block)
{
    size_t count = block->register_count;
    const schema_register_t **sorted = ARENA_ARRAY(identifiers->arena, const schema_register_t *, count + 1);
    for (size_t index = 0; index < count; index++)
        sorted[index] = &block->registers[index];
    qsort(sorted, count, sizeof *sorted, compare_registers);
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count && begins_with(sorted[end]->name.snake, sorted[first]->name.snake);)
            end++;
        for (size_t index = first; index < end; index++)
            enter_register(identifiers, lower, upper, sorted[index], identifiers->is_alone && end == first + 1);
    }
}

static void enter_block(identifiers_t *identifiers, path_t lower, path_t upper, const schema_block_t *block)
{
    static const char *const own[] = { "_t", "_open", "_load", "_flush", "_pending", "_defaults", "_erase", "_at",
                                       "_plan", "_held", "_newest", "_turn", "_state", "_setup", "_check", "_crc", "_seal", "_read_copies", NULL };
    static const char *const constants[] = { "_BASE", "_SIZE", "_ADDRESS", "_COUNT", "_STRIDE", NULL };
    static const char *const verbs[] = { "get_", "set_", "toggle_", "bytes_", "const_bytes_", NULL };
    path_t name = path_on(&lower, block->name.snake), upper_name = path_on(&upper, block->name.upper);
    path_t stem = path_on(&name, "_"), upper_stem = path_on(&upper_name, "_");
    enter_each(identifiers, name, &block->name, own);
    enter_each(identifiers, upper_name, &block->name, constants);
    for (size_t index = 0; index < block->field_count; index++) {
        const schema_field_t *field = &block->fields[index];
        enter_verbs(identifiers, stem, &field->name, field->name.snake, verbs);
        enter_macro(identifiers, upper_stem, &field->name, "_OFFSET");
    }
    for (size_t index = 0; index < block->part_count; index++)
        enter_verbs(identifiers, stem, &block->parts[index].name, block->parts[index].name.snake, verbs);
    enter_registers(identifiers, stem, upper_stem, block);
}

static void enter_enum(identifiers_t *identifiers, path_t lower, path_t upper, const schema_enum_t *enumeration)
{
    static const char *const own[] = { "_t", "_is_valid", "_name", NULL };
    path_t upper_name = path_on(&upper, enumeration->name.upper), stem = path_on(&upper_name, "_");
    enter_each(identifiers, path_on(&lower, enumeration->name.snake), &enumeration->name, own);
    for (size_t index = 0; index < enumeration->enumerator_count; index++)
        enter(identifiers, path_on(&stem, enumeration->enumerators[index].name.upper),
              &enumeration->enumerators[index].name);
}

static void enter_struct(identifiers_t *identifiers, path_t lower, path_t upper, const schema_struct_t *structure)
{
    static const char *const own[] = { "_t", "_pack", "_unpack", NULL };
    path_t members = path_on(&lower, structure->name.snake);
    enter_each(identifiers, members, &structure->name, own);
    enter_macro(identifiers, upper, &structure->name, "_SIZE");
    members = path_on(&members, ".");
    for (size_t index = 0; index < structure->member_count; index++)
        enter(identifiers, path_on(&members, structure->members[index].c_name), &structure->members[index].name);
}

static void enter_map(identifiers_t *identifiers, path_t lower, path_t upper, const schema_map_t *map)
{
    static const char *const own[] = { "_open", "_open_name", "_close", "_file_at", "_sync", "_file_t", "_area", "_names",
                                       NULL };
    static const char *const verbs[] = { "_open", "_close", "_count", "_at", "_find", "_seek", "_view", "_table", NULL };
    path_t name = path_on(&lower, map->name.snake), upper_name = path_on(&upper, map->name.upper);
    path_t stem = path_on(&name, "_"), upper_stem = path_on(&upper_name, "_");
    enter_each(identifiers, name, &map->name, own);
    for (size_t index = 0; index < map->entry_count; index++) {
        const schema_map_entry_t *entry = &map->entries[index];
        enter_macro(identifiers, upper_stem, &entry->name, "");
        if (entry->table)
            enter_each(identifiers, path_on(&stem, entry->name.snake), &entry->name, verbs);
    }
}

static void enter_pool(identifiers_t *identifiers, path_t lower, path_t upper, const schema_name_t *name)
{
    static const char *const own[] = { "_alloc", "_free", "_pin", "_unpin", "_size", "_read", "_write", "_move", "_compact",
                                       "_next", "_statistics", "_handles", "_objects", "_pool", "_words", "_slots",
                                       "_owners", "_links", NULL };
    static const char *const constants[] = { "_BLOCK_SIZE", "_COUNT", "_ADDRESS", NULL };
    enter_each(identifiers, path_on(&lower, name->snake), name, own);
    enter_each(identifiers, path_on(&upper, name->upper), name, constants);
}

static void enter_store(identifiers_t *identifiers, path_t lower, path_t upper, const schema_store_t *store)
{
    static const char *const own[] = { "_open", "_format", "_check", "_statistics", "_store", "_setup", "_kinds", "_index",
                                       "_sequences", "_rings", NULL };
    static const char *const verbs[] = { "_save", "_load", "_delete", "_first", "_next", "_last", "_defaults", "_t", "_pack",
                                         "_unpack", NULL };
    path_t name = path_on(&lower, store->name.snake), upper_name = path_on(&upper, store->name.upper);
    path_t stem = path_on(&name, "_"), upper_stem = path_on(&upper_name, "_");
    enter_each(identifiers, name, &store->name, own);
    for (size_t index = 0; index < store->record_count; index++) {
        const schema_record_t *record = &store->records[index];
        enter_each(identifiers, path_on(&stem, record->name.snake), &record->name, verbs);
        enter_macro(identifiers, upper_stem, &record->name, "_SIZE");
    }
}

static void enter_item(identifiers_t *identifiers, path_t lower, path_t upper, const schema_item_t *item)
{
    switch (item->kind) {
    case SCHEMA_CONSTANT:
        enter(identifiers, path_on(&upper, item->of.constant->name.upper), &item->of.constant->name);
        break;
    case SCHEMA_ENUM:
        enter_enum(identifiers, lower, upper, item->of.enumeration);
        break;
    case SCHEMA_STRUCT:
        enter_struct(identifiers, lower, upper, item->of.structure);
        break;
    case SCHEMA_BLOCK:
        enter_block(identifiers, lower, upper, item->of.block);
        break;
    case SCHEMA_STORE:
        enter_store(identifiers, lower, upper, item->of.store);
        break;
    case SCHEMA_POOL:
        enter_pool(identifiers, lower, upper, &item->of.pool->name);
        break;
    case SCHEMA_MAP:
        enter_map(identifiers, lower, upper, item->of.map);
        break;
    case SCHEMA_PARTITIONS:
        break;
    }
}

/* ---- groups: only things whose names begin alike can meet */

typedef struct root { const char *snake; const schema_item_t *item; size_t name_count; } root_t;

static size_t count_names(const schema_item_t *item)
{
    size_t count = 24;
    switch (item->kind) {
    case SCHEMA_ENUM:
        return count + item->of.enumeration->enumerator_count;
    case SCHEMA_STRUCT:
        return count + item->of.structure->member_count;
    case SCHEMA_BLOCK:
        break;
    case SCHEMA_MAP:
        return count + 12 * item->of.map->entry_count;
    case SCHEMA_STORE:
        return count + 12 * item->of.store->record_count;
    default:
        return count;
    }
    const schema_block_t *block = item->of.block;
    count += 32 + 6 * block->field_count + 6 * block->part_count + 6 * block->register_count;
    for (size_t one = 0; one < block->register_count; one++)
        count += 5 * block->registers[one].bits_count;
    return count;
}

static const schema_name_t *name_of(const schema_item_t *item)
{
    switch (item->kind) {
    case SCHEMA_CONSTANT: return &item->of.constant->name;
    case SCHEMA_ENUM: return &item->of.enumeration->name;
    case SCHEMA_STRUCT: return &item->of.structure->name;
    case SCHEMA_BLOCK: return &item->of.block->name;
    case SCHEMA_STORE: return &item->of.store->name;
    case SCHEMA_POOL: return &item->of.pool->name;
    case SCHEMA_MAP: return &item->of.map->name;
    default: return &item->of.partitions->name;
    }
}

static int compare_roots(const void *left, const void *right)
{
    return compare_snakes(((const root_t *)left)->snake, ((const root_t *)right)->snake);
}

/* Checks the things whose names begin with that of the first of them. */
static void check_group(identifiers_t *identifiers, path_t lower, path_t upper, const root_t *roots, size_t count)
{
    size_t name_count = 0;
    for (size_t index = 0; index < count; index++)
        name_count += roots[index].name_count;
    arena_mark_t mark = arena_mark(identifiers->arena);
    identifiers->is_alone = count == 1;
    identifiers->capacity = 64;
    while (identifiers->capacity < name_count + name_count / 2)
        identifiers->capacity *= 2;
    identifiers->seen = ARENA_ARRAY(identifiers->arena, seen_t, identifiers->capacity);
    for (size_t index = 0; index < count; index++)
        enter_item(identifiers, lower, upper, roots[index].item);
    arena_release(identifiers->arena, mark);
}

void check_identifiers(diagnostics_t *diagnostics, const schema_t *schema)
{
    static const char *const own[] = { "version", "fingerprint" };
    identifiers_t identifiers = { .arena = arena_create(), .diagnostics = diagnostics };
    root_t *roots = ARENA_ARRAY(identifiers.arena, root_t, schema->item_count + 1);
    path_t lower_name = path_on(NULL, schema->prefix), upper_name = path_on(NULL, schema->prefix_upper);
    path_t lower = path_on(&lower_name, "_"), upper = path_on(&upper_name, "_");

    for (size_t index = 0; index < schema->item_count; index++) {
        const schema_item_t *item = &schema->items[index];
        const schema_name_t *name = name_of(item);
        roots[index] = (root_t){ name->snake, item, count_names(item) };
        for (size_t word = 0; word < sizeof own / sizeof *own; word++)
            if (item->kind == SCHEMA_CONSTANT && strcmp(name->snake, own[word]) == 0)
                report(diagnostics, RULE_NAME_COLLISION, name->span, "'%s' becomes %s_%s, which every layout has",
                       name->name, schema->prefix_upper, name->upper);
    }
    qsort(roots, schema->item_count, sizeof *roots, compare_roots);
    for (size_t first = 0, end; first < schema->item_count; first = end) {
        for (end = first + 1; end < schema->item_count && begins_with(roots[end].snake, roots[first].snake);)
            end++;
        check_group(&identifiers, lower, upper, roots + first, end - first);
    }
    arena_destroy(identifiers.arena);
}
