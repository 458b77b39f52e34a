/* Checking a layout against the versions that are locked; see versions.h. */
#include "versions.h"

#include <string.h>

#include "fingerprint.h"
#include "item.h"
#include "migration.h"
#include "parts.h"
#include "stores.h"

/* ---- the same version: stored bytes stay as they are */

enum { MOST_NOTES = 8 };

static void note_difference(diagnostic_t *changed, const difference_t *difference)
{
    span_t span = difference->old_span.start ? difference->old_span : difference->span;
    report_note(changed, span, "'%s' %s", difference->subject, difference->text);
}

/* All differences of one block as one error. Returns the index behind them. */
static size_t report_changed(const lock_reader_t *reader, const comparison_t *comparison, size_t index,
                             const char *lock_name)
{
    const difference_t *first = &comparison->differences[index];
    unsigned count = 0, version = (unsigned)comparison->now->version;
    size_t end = index;
    for (; end < comparison->difference_count && comparison->differences[end].owner == first->owner; end++)
        count += comparison->differences[end].is_of_bytes;
    if (!count)
        return end;
    bool is_gone = !first->span.start;
    diagnostic_t *changed = report(reader->diagnostics, RULE_LOCKED_BYTES,
                                   is_gone ? comparison->now->name.span : first->owner_name->span,
                                   is_gone ? "'%s' is gone, and the version is still %u, which is locked with it"
                                           : "the stored bytes of '%s' changed, and the version is still %u, which is "
                                             "locked", first->owner_name->name, version);
    unsigned noted = 0;
    for (; index < end; index++)
        if (comparison->differences[index].is_of_bytes && noted++ < MOST_NOTES)
            note_difference(changed, &comparison->differences[index]);
    if (count > MOST_NOTES)
        report_note(changed, (span_t){ 0, 0 }, "and %u more", count - MOST_NOTES);
    report_help(changed, "raise the version: 'layout %s version %u;' lets firmware tell the bytes of version %u from "
                "its own, and migrate them", comparison->now->name.name, version + 1, version);
    report_help(changed, "or put the bytes back as %s has them; where no firmware of version %u is in use, 'memregc "
                "lock --replace' freezes it anew", lock_name, version);
    return end;
}

static void check_same(const lock_reader_t *reader, const schema_t *schema, const schema_t *locked,
                       const char *lock_name)
{
    const schema_t *chain[] = { schema, locked };
    const comparison_t *comparison = schema_compare(reader->arena, chain, 2);
    for (size_t index = 0; index < comparison->difference_count;)
        index = report_changed(reader, comparison, index, lock_name);
}

/* ---- a raised version: each earlier one is migrated */

static bool check_earlier(const lock_reader_t *reader, const comparison_t *comparison)
{
    bool is_good = true;
    for (size_t index = 0; index < comparison->difference_count; index++) {
        const difference_t *difference = &comparison->differences[index];
        if (difference->compatibility != BREAKING || difference->is_of_meaning)
            continue;
        span_t span = difference->span.start ? difference->span : difference->owner_name->span;
        diagnostic_t *lossy = report(reader->diagnostics, RULE_MIGRATION, span, "what version %u stored cannot be "
                                     "migrated: '%s' %s", (unsigned)comparison->old->version, difference->subject,
                                     difference->text);
        if (difference->old_span.start)
            report_note(lossy, difference->old_span, "version %u has it here", (unsigned)comparison->old->version);
        if (difference->help)
            report_help(lossy, "%s", difference->help);
        is_good = false;
    }
    return is_good;
}

/* ---- stores: rows of their tables stay */

/* The newest locked version that today's firmware may find; NULL where there is none. */
static const schema_t *newest_before(const lock_t *lock, uint32_t version, bool is_replacing)
{
    const schema_t *newest = NULL;
    for (size_t index = 0; index < lock->count; index++)
        if (lock->versions[index]->version < version || (lock->versions[index]->version == version && !is_replacing))
            newest = lock->versions[index];
    return newest;
}

/* Where that has been reported already, what would follow from it is no finding of its own. */
static bool is_refused(const comparison_t *comparison)
{
    bool is_same_version = comparison->now->version == comparison->old->version;
    for (size_t index = 0; index < comparison->difference_count; index++)
        if (is_same_version ? comparison->differences[index].is_of_bytes
                            : comparison->differences[index].compatibility == BREAKING
                              && !comparison->differences[index].is_of_meaning)
            return true;
    return false;
}

static void follow_stores(const lock_reader_t *reader, const comparison_t *comparison)
{
    store_follow_t follow = { .pairs = comparison->record_pairs, .pair_count = comparison->record_pair_count,
                              .version = (unsigned)comparison->old->version,
                              .is_same_version = comparison->now->version == comparison->old->version };
    for (size_t index = 0; index < comparison->store_pair_count && !is_refused(comparison); index++) {
        follow.now = (schema_store_t *)comparison->store_pairs[index].now;   /* today's: its rows are settled here */
        follow.old = comparison->store_pairs[index].old;
        follow_store(reader->arena, reader->diagnostics, &follow);
    }
}

/* A later version has rows of its own where today's would get new ones. */
static void check_new_rows(const lock_reader_t *reader, const comparison_t *comparison, const lock_t *lock)
{
    const schema_t *newest = lock->versions[lock->count - 1];
    for (size_t index = 0; index < comparison->store_pair_count && newest->version > comparison->now->version; index++) {
        const store_pair_t *pair = &comparison->store_pairs[index];
        if (pair->now->record_count + pair->now->earlier_count <= pair->old->record_count + pair->old->earlier_count)
            continue;
        diagnostic_t *late = report(reader->diagnostics, RULE_LOCKED_VERSION, pair->now->name.span,
                                    "store '%s' has new records in version %u, and version %u is locked already",
                                    pair->now->name.name, (unsigned)comparison->now->version, (unsigned)newest->version);
        report_note(late, newest->name.span, "version %u is here: its firmware would take the store for a foreign one",
                    (unsigned)newest->version);
        report_help(late, "put them into a store of their own, or into version %u", (unsigned)newest->version + 1);
    }
}

/* ---- what is likely meant otherwise; only against the newest locked version, so that locking settles it */

static void warn_meaning(const lock_reader_t *reader, const comparison_t *comparison, const difference_t *difference)
{
    unsigned version = (unsigned)comparison->old->version;
    bool is_same_version = comparison->now->version == comparison->old->version;
    diagnostic_t *other = report(reader->diagnostics, RULE_LOCKED_MEANING, difference->span,
                                 is_same_version ? "'%s' %s, and the version is still %u: numbers that are stored mean "
                                                   "something else" : "'%s' %s: the number that version %u stored is "
                                                                      "taken over as it is", difference->subject,
                                 difference->text, version);
    report_note(other, difference->old_span, "version %u has it here", version);
    report_help(other, is_same_version ? "put it back, or, where only the layout was wrong, run 'memregc lock' again"
                : "convert it where the block's open or the record's load returns MR_MIGRATED; 'memregc lock' settles it");
}

static void warn_gone(const lock_reader_t *reader, const comparison_t *comparison, const difference_t *difference)
{
    diagnostic_t *missing = report(reader->diagnostics, RULE_WAS_MISSING, difference->span,
                                   "'%s' is new, and '%s', of the same type, is gone: what version %u stored in it is "
                                   "dropped", difference->subject, difference->gone, (unsigned)comparison->old->version);
    report_help(missing, "write 'was %s' where it only has another name now, or 'drop' where it has not",
                difference->gone);
}

static void warn_differences(const lock_reader_t *reader, const comparison_t *comparison)
{
    for (size_t index = 0; index < comparison->difference_count; index++) {
        const difference_t *difference = &comparison->differences[index];
        if (difference->is_of_meaning)
            warn_meaning(reader, comparison, difference);
        else if (difference->gone && comparison->now->version != comparison->old->version)
            warn_gone(reader, comparison, difference);
    }
}

/* The names in a body, with those in its groups and containers. */
static size_t gather_names(const placed_t *body, const char **names, size_t count, size_t most)
{
    for (size_t index = 0; index < body->item_count; index++) {
        if (!body->items[index].is_gap && count < most)
            names[count++] = body->items[index].node->name;
        if (body->items[index].inside)
            count = gather_names(body->items[index].inside, names, count, most);
    }
    return count;
}

enum { MOST_NAMES = 4096 };

/* What bears a name: a block, a struct, or a record of a store (else NULL); its body; what it was called. */
typedef struct bearer { const char *store, *name, *was; span_t span; const placed_t *body; bool is_block; } bearer_t;

static size_t bearers_of(arena_t *arena, const schema_t *schema, bearer_t **bearers)
{
    size_t count = 0, most = schema->item_count;
    for (size_t index = 0; index < schema->item_count; index++)
        if (schema->items[index].kind == SCHEMA_STORE)
            most += schema->items[index].of.store->record_count;
    *bearers = ARENA_ARRAY(arena, bearer_t, most + 1);
    for (size_t index = 0; index < schema->item_count; index++) {
        const schema_item_t *item = &schema->items[index];
        if (item->kind == SCHEMA_STRUCT && item->of.structure->is_persistent)
            (*bearers)[count++] = (bearer_t){ NULL, item->of.structure->name.name, NULL, item->of.structure->name.span,
                                              item->of.structure->body, false };
        if (item->kind == SCHEMA_BLOCK && item->of.block->is_persistent)
            (*bearers)[count++] = (bearer_t){ NULL, item->of.block->name.name, item->of.block->was,
                                              item->of.block->name.span, item->of.block->body, true };
        for (size_t record = 0; item->kind == SCHEMA_STORE && record < item->of.store->record_count; record++) {
            const schema_record_t *one = &item->of.store->records[record];
            (*bearers)[count++] = (bearer_t){ item->of.store->name.name, one->name.name, one->was, one->name.span,
                                              one->body_is_own ? one->body->body : NULL, false };
        }
    }
    return count;
}

static bool is_among(const char *name, const char *const *names, size_t count)
{
    for (size_t index = 0; index < count; index++)
        if (names[index] == name)
            return true;
    return false;
}

static void warn_was(const lock_reader_t *reader, span_t span, const char *was, const char *const *names, size_t count)
{
    if (!was || is_among(was, names, count))
        return;
    diagnostic_t *unknown = report(reader->diagnostics, RULE_WAS_UNKNOWN, span,
                                   "'was %s' names nothing that a locked version has here", was);
    report_nearest(unknown, was, names, count);
}

static void warn_body(const lock_reader_t *reader, const placed_t *body, const char *const *names, size_t count)
{
    for (size_t index = 0; index < body->item_count; index++) {
        const placed_item_t *item = &body->items[index];
        const ast_attribute_t *was = ast_attribute(item->node, ATTRIBUTE_WAS);
        if (was)
            warn_was(reader, was->span, was->name, names, count);
        if (item->inside && !item->type.structure)
            warn_body(reader, item->inside, names, count);
    }
}

/* Of a block or record that is in no locked version every field is new, whatever it says. */
static void warn_bearer(const lock_reader_t *reader, const lock_t *lock, const bearer_t *bearer, bearer_t *const *locked,
                        const size_t *counts, const char **names, const char **fields)
{
    size_t name_count = 0, field_count = 0;
    for (size_t version = 0; version < lock->count; version++)
        for (size_t index = 0; index < counts[version]; index++) {
            const bearer_t *old = &locked[version][index];
            if (old->store != bearer->store || old->is_block != bearer->is_block)
                continue;
            if (name_count < MOST_NAMES)
                names[name_count++] = old->name;
            if (bearer->body && old->body && (old->name == bearer->name || old->name == bearer->was))
                field_count = gather_names(old->body, fields, field_count, MOST_NAMES);
        }
    if (name_count)
        warn_was(reader, bearer->span, bearer->was, names, name_count);
    if (field_count)
        warn_body(reader, bearer->body, fields, field_count);
}

static void warn_names(const lock_reader_t *reader, const schema_t *schema, const lock_t *lock)
{
    bearer_t *bearers, **locked = ARENA_ARRAY(reader->arena, bearer_t *, lock->count + 1);
    size_t *counts = ARENA_ARRAY(reader->arena, size_t, lock->count + 1);
    const char **names = ARENA_ARRAY(reader->arena, const char *, MOST_NAMES);
    const char **fields = ARENA_ARRAY(reader->arena, const char *, MOST_NAMES);
    size_t count = bearers_of(reader->arena, schema, &bearers);
    for (size_t version = 0; version < lock->count; version++)
        counts[version] = bearers_of(reader->arena, lock->versions[version], &locked[version]);
    for (size_t index = 0; index < count; index++)
        warn_bearer(reader, lock, &bearers[index], locked, counts, names, fields);
}

/* ---- all of it */

static bool check_number(const lock_reader_t *reader, const schema_t *schema, const lock_t *lock)
{
    const schema_t *newest = lock->versions[lock->count - 1];
    if (lock_version(lock, schema->version) || schema->version > newest->version)
        return true;
    diagnostic_t *older = report(reader->diagnostics, RULE_LOCKED_VERSION, schema->name.span,
                                 "this is version %u, and version %u is locked already", (unsigned)schema->version,
                                 (unsigned)newest->version);
    report_note(older, newest->name.span, "version %u is here", (unsigned)newest->version);
    report_help(older, "write 'version %u', or 'version %u' where stored bytes change; versions only rise",
                (unsigned)newest->version, (unsigned)newest->version + 1);
    return false;
}

void versions_check(const lock_reader_t *reader, schema_t *schema, const lock_t *lock, bool is_replacing)
{
    const schema_t *locked = lock_version(lock, schema->version);
    const schema_t **chain = ARENA_ARRAY(reader->arena, const schema_t *, lock->count + 2);
    size_t count = 1;
    const char *slash = lock->path ? strrchr(lock->path, '/') : NULL;
    if (!lock->count || !check_number(reader, schema, lock))
        return;
    if (locked && !is_replacing)
        check_same(reader, schema, locked, slash ? slash + 1 : lock->path);
    chain[0] = schema;
    chain[1] = newest_before(lock, schema->version, is_replacing);
    if (chain[1]) {
        const comparison_t *newest = schema_compare(reader->arena, chain, 2);
        follow_stores(reader, newest);
        check_new_rows(reader, newest, lock);
        warn_differences(reader, newest);
        warn_names(reader, schema, lock);
    }
    for (size_t index = lock->count; index-- > 0;) {
        if (lock->versions[index]->version >= schema->version)
            continue;
        chain[count++] = lock->versions[index];
        const comparison_t *comparison = schema_compare(reader->arena, chain, count);
        if (check_earlier(reader, comparison))
            plan_migrations(reader->arena, reader->diagnostics, schema, comparison);
    }
    /* What earlier versions stored may lie behind all that there is today. */
    find_parts(reader->arena, reader->diagnostics, schema);
    schema->fingerprint = schema_fingerprint(schema);
}

lock_t versions_with(const lock_reader_t *reader, const lock_t *lock, schema_t *frozen)
{
    lock_t with = { .path = lock->path, .versions = ARENA_ARRAY(reader->arena, schema_t *, lock->count + 1) };
    for (size_t index = 0; index < lock->count; index++) {
        if (frozen && lock->versions[index]->version >= frozen->version) {
            with.versions[with.count++] = frozen;
            if (lock->versions[index]->version == frozen->version)
                index++;
            frozen = NULL;
            if (index == lock->count)
                break;
        }
        with.versions[with.count++] = lock->versions[index];
    }
    if (frozen)
        with.versions[with.count++] = frozen;
    return with;
}
