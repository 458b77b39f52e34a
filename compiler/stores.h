/* Stores: placed stores go in; the table of kinds that the runtime reads, and what it costs, come out in them. */
#ifndef MEMREGC_STORES_H
#define MEMREGC_STORES_H

#include "diagnostic.h"
#include "difference.h"
#include "schema.h"

/* After find_parts(). Reports what the store cannot hold or does not fit. is_frozen: rows are numbered already, in the
 * order of a lock file. */
void size_stores(arena_t *arena, diagnostics_t *diagnostics, schema_t *schema, bool is_frozen);

/* The record, of today or of earlier versions, that has this row of the store's table; NULL where none has. */
const schema_record_t *store_row(const schema_store_t *store, unsigned number);

/* A store of today, and what a locked version has of it. */
typedef struct store_follow {
    schema_store_t *now;
    const schema_store_t *old;
    const record_pair_t *pairs;
    size_t pair_count;
    unsigned version;          /* the locked one; … */
    bool is_same_version;      /* … it is today's too */
} store_follow_t;

/* Sizes a store again so that the records of a locked version are kept: their rows stay, in their order, what is new
 * comes behind them, and the log keeps its sectors. Reports where that cannot be. */
void follow_store(arena_t *arena, diagnostics_t *diagnostics, const store_follow_t *follow);

#endif
