/* Checking a layout against the versions that are locked; see versions.h. */
#include "versions.h"

#include <string.h>

#include "fingerprint.h"
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
        if (difference->compatibility != BREAKING)
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
                            : comparison->differences[index].compatibility == BREAKING)
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
    if (chain[1])
        follow_stores(reader, schema_compare(reader->arena, chain, 2));
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
