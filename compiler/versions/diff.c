/* The differences of two layouts as a table or as JSON; see diff.h. */
#include "diff.h"

#include <stdlib.h>
#include <string.h>

#include "difference.h"
#include "fingerprint.h"
#include "json_text.h"
#include "lock.h"
#include "migration.h"

static const char *const class_names[] = {
    [COMPATIBLE] = "compatible", [MIGRATABLE] = "migratable", [BREAKING] = "breaking",
};

/* One side: a layout, or a version of a lock file. */
typedef struct side { schema_t *schema; lock_t lock; } side_t;

/* ---- reading */

/* "FILE.lock:2" is a version of a lock file; *path is the file then. */
static bool split_version(arena_t *arena, const char **path, long *version)
{
    const char *colon = strrchr(*path, ':');
    char *end;
    *version = -1;
    if (is_lock_path(*path))
        return true;
    if (!colon || colon[1] < '0' || colon[1] > '9')
        return false;
    const char *file = arena_copy(arena, *path, (size_t)(colon - *path));
    *version = strtol(colon + 1, &end, 10);
    if (*end || !is_lock_path(file))
        return false;
    *path = file;
    return true;
}

static bool read_locked(compile_t *compile, const char *path, long version, side_t *side, const char **error)
{
    const lock_reader_t reader = { compile->arena, compile->names, compile->sources, compile->diagnostics };
    if (!lock_read(&reader, path, &side->lock))
        return false;
    if (!side->lock.count) {
        *error = "no version is locked there";
        return false;
    }
    side->schema = version < 0 ? side->lock.versions[side->lock.count - 1]
        : lock_version(&side->lock, version > 255 ? UINT32_MAX : (uint32_t)version);
    if (!side->schema)
        *error = arena_format(compile->arena, "version %ld is not locked there; the newest is %u", version,
                              (unsigned)side->lock.versions[side->lock.count - 1]->version);
    return side->schema != NULL;
}

static bool read_side(compile_t *compile, const char *path, side_t *side, const char **error)
{
    long version;
    if (split_version(compile->arena, &path, &version))
        return read_locked(compile, path, version, side, error);
    compile->ignores_lock = true;
    side->schema = compile_file(compile, path, error);
    return side->schema != NULL;
}

/* ---- what is not stored: it may change, and is told */

typedef struct rows { difference_t *rows; size_t count, capacity; arena_t *arena; } rows_t;

static void add_row(rows_t *rows, difference_t row)
{
    if (rows->count == rows->capacity)
        rows->rows = arena_grow(rows->arena, rows->rows, &rows->capacity, sizeof *rows->rows);
    rows->rows[rows->count++] = row;
}

static const char *item_name(const schema_item_t *item)
{
    switch (item->kind) {
    case SCHEMA_CONSTANT: return item->of.constant->name.name;
    case SCHEMA_ENUM: return item->of.enumeration->name.name;
    case SCHEMA_STRUCT: return item->of.structure->name.name;
    case SCHEMA_BLOCK: return item->of.block->name.name;
    case SCHEMA_STORE: return item->of.store->name.name;
    case SCHEMA_POOL: return item->of.pool->name.name;
    case SCHEMA_MAP: return item->of.map->name.name;
    case SCHEMA_PARTITIONS: return item->of.partitions->name.name;
    }
    return "";
}

static bool is_kept(const schema_item_t *item)
{
    return item->kind == SCHEMA_STORE || (item->kind == SCHEMA_BLOCK && item->of.block->is_persistent);
}

static const schema_item_t *same_item(const schema_t *schema, const schema_item_t *item)
{
    for (size_t index = 0; index < schema->item_count; index++)
        if (schema->items[index].kind == item->kind && item_name(&schema->items[index]) == item_name(item))
            return &schema->items[index];
    return NULL;
}

static void compare_enums(rows_t *rows, const schema_enum_t *old, const schema_enum_t *now)
{
    for (size_t index = 0; index < now->enumerator_count; index++) {
        const schema_enumerator_t *one = &now->enumerators[index];
        bool is_known = false;
        for (size_t other = 0; other < old->enumerator_count && !is_known; other++)
            is_known = old->enumerators[other].name.name == one->name.name
                && old->enumerators[other].value == one->value;
        if (!is_known)
            add_row(rows, (difference_t){ .subject = arena_format(rows->arena, "%s.%s", now->name.name, one->name.name),
                                          .text = arena_format(rows->arena, "is %lld now", (long long)one->value) });
    }
}

static const char *change_of(const schema_item_t *old, const schema_item_t *now)
{
    if (now->kind == SCHEMA_CONSTANT)
        return old->of.constant->value != now->of.constant->value ? "has another value" : NULL;
    return item_fingerprint(old) != item_fingerprint(now) ? "has other registers, fields or places" : NULL;
}

static void compare_others(rows_t *rows, const schema_t *old, const schema_t *now)
{
    for (size_t index = 0; index < now->item_count; index++) {
        const schema_item_t *item = &now->items[index], *before = same_item(old, item);
        if (is_kept(item) || (before && is_kept(before)))
            continue;
        const char *text = before ? change_of(before, item) : "is new";
        if (text)
            add_row(rows, (difference_t){ .subject = item_name(item), .text = text });
        if (before && item->kind == SCHEMA_ENUM)
            compare_enums(rows, before->of.enumeration, item->of.enumeration);
    }
    for (size_t index = 0; index < old->item_count; index++)
        if (!is_kept(&old->items[index]) && !same_item(now, &old->items[index]))
            add_row(rows, (difference_t){ .subject = item_name(&old->items[index]), .text = "is gone" });
}

/* ---- all differences */

/* Old and new, with what is locked between them. */
static const schema_t **chain_of(arena_t *arena, const side_t *old, const side_t *now, size_t *count)
{
    const lock_t *lock = &old->lock;
    const schema_t **chain = ARENA_ARRAY(arena, const schema_t *, lock->count + 2);
    *count = 0;
    chain[(*count)++] = now->schema;
    for (size_t index = lock->count; index-- > 0;)
        if (lock->versions[index]->version > old->schema->version
            && lock->versions[index]->version < now->schema->version)
            chain[(*count)++] = lock->versions[index];
    chain[(*count)++] = old->schema;
    return chain;
}

static void gather(rows_t *rows, const side_t *old, const side_t *now, const comparison_t *comparison)
{
    unsigned old_version = (unsigned)old->schema->version, version = (unsigned)now->schema->version;
    if (version < old_version)
        add_row(rows, (difference_t){ .compatibility = BREAKING, .subject = now->schema->name.name,
                                      .text = arena_format(rows->arena, "falls from version %u to %u", old_version,
                                                           version) });
    for (size_t index = 0; index < comparison->difference_count; index++) {
        difference_t row = comparison->differences[index];
        if (row.is_of_bytes && version == old_version) {
            row.compatibility = BREAKING;
            row.text = arena_format(rows->arena, "%s (and the version is still %u)", row.text, version);
        }
        add_row(rows, row);
    }
    if (!old->lock.count && !now->lock.count)
        compare_others(rows, old->schema, now->schema);
}

static unsigned count_of(const rows_t *rows, compatibility_t compatibility)
{
    unsigned count = 0;
    for (size_t index = 0; index < rows->count; index++)
        count += rows->rows[index].compatibility == compatibility;
    return count;
}

/* ---- as text */

static void put_table(text_t *out, const rows_t *rows)
{
    int width = 0;
    for (size_t index = 0; index < rows->count; index++)
        if ((int)strlen(rows->rows[index].subject) > width)
            width = (int)strlen(rows->rows[index].subject);
    for (int compatibility = BREAKING; compatibility >= COMPATIBLE; compatibility--) {
        for (size_t index = 0; index < rows->count; index++) {
            if ((int)rows->rows[index].compatibility != compatibility)
                continue;
            text_put_padded(out, padded(class_names[compatibility], 12));
            text_put_padded(out, padded(rows->rows[index].subject, width + 2));
            text_format(out, "%s\n", rows->rows[index].text);
        }
    }
    if (rows->count)
        text_format(out, "%u breaking, %u migratable, %u compatible\n", count_of(rows, BREAKING),
                    count_of(rows, MIGRATABLE), count_of(rows, COMPATIBLE));
    else
        text_put_string(out, "no differences\n");
}

/* ---- as JSON */

static void put_json_side(text_t *out, const char *key, const schema_t *schema)
{
    text_format(out, "\"%s\": { \"layout\": ", key);
    json_put_string(out, schema->name.name);
    text_format(out, ", \"version\": %u, \"fingerprint\": %u }", (unsigned)schema->version,
                (unsigned)schema->fingerprint);
}

static void put_json(text_t *out, const rows_t *rows, const side_t *old, const side_t *now)
{
    text_put_string(out, "{ ");
    put_json_side(out, "old", old->schema);
    text_put_string(out, ",\n  ");
    put_json_side(out, "new", now->schema);
    text_put_string(out, ",\n  \"differences\": [");
    for (size_t index = 0; index < rows->count; index++) {
        text_format(out, "%s\n    { \"class\": \"%s\", \"subject\": ", index ? "," : "",
                    class_names[rows->rows[index].compatibility]);
        json_put_string(out, rows->rows[index].subject);
        text_put_string(out, ", \"text\": ");
        json_put_string(out, rows->rows[index].text);
        text_put_string(out, " }");
    }
    text_put_string(out, rows->count ? "\n  ] }\n" : "] }\n");
}

bool diff_layouts(compile_t *compile, const char *old_path, const char *new_path, bool as_json, text_t *out,
                  bool *is_breaking, const char **unread, const char **error)
{
    side_t old = { 0 }, now = { 0 };
    size_t count;
    rows_t rows = { .arena = compile->arena };
    *unread = old_path;
    if (!read_side(compile, old_path, &old, error))
        return false;
    *unread = new_path;
    if (!read_side(compile, new_path, &now, error))
        return false;
    const schema_t **chain = chain_of(compile->arena, &old, &now, &count);
    const comparison_t *comparison = schema_compare(compile->arena, chain, count);
    gather(&rows, &old, &now, comparison);
    if (!count_of(&rows, BREAKING))
        plan_migrations(compile->arena, compile->diagnostics, now.schema, comparison);
    *is_breaking = count_of(&rows, BREAKING) != 0;
    if (as_json) {
        put_json(out, &rows, &old, &now);
    } else {
        text_format(out, "%s version %u -> %s version %u\n", old.schema->name.name, (unsigned)old.schema->version,
                    now.schema->name.name, (unsigned)now.schema->version);
        put_table(out, &rows);
    }
    return true;
}
