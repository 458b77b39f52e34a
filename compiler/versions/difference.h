/* What changed between two versions of a layout: their schemas go in; every difference in what is kept over a reset comes
 * out, with what it means for bytes that are stored, and which field of today holds which of then. */
#ifndef MEMREGC_DIFFERENCE_H
#define MEMREGC_DIFFERENCE_H

#include "arena.h"
#include "schema.h"
#include "text.h"

typedef enum compatibility {
    COMPATIBLE,       /* stored bytes mean what they meant */
    MIGRATABLE,       /* they are converted when they are opened, or let go where the layout says so */
    BREAKING          /* they would be lost or misread */
} compatibility_t;

typedef struct difference {
    compatibility_t compatibility;
    bool is_of_bytes;              /* stored bytes lie elsewhere or mean something else */
    bool is_of_meaning;            /* they are what they were, but for what the number stands for */
    const char *gone;              /* new: a field of the same type that is gone, which this may be; else NULL */
    const char *subject;           /* "Boot.mode" */
    const char *text;              /* what follows it in a sentence: "was u2 at byte 0, bit 1, and is u3 …" */
    const char *help;              /* how to mend a breaking one; NULL where nothing is to be said */
    const void *owner;             /* today's block or record, or that of then: differences of one stand together */
    const schema_name_t *owner_name;
    span_t span, old_span;         /* {0, 0} where it is gone, or new */
} difference_t;

/* A field of today, and the one of then that it takes its value from. */
typedef struct leaf_pair {
    const schema_field_t *now, *old;   /* old: NULL where it is new, or what was there is dropped */
} leaf_pair_t;

/* A block of today with that of then. */
typedef struct body_pair {
    const schema_block_t *now, *old;
    leaf_pair_t *leaves;           /* one for each field of today */
} body_pair_t;

/* A store, or a record of one, of today with that of then. */
typedef struct store_pair {
    const schema_store_t *now, *old;
} store_pair_t;

typedef struct record_pair {
    const schema_store_t *store;   /* today's */
    const schema_record_t *now, *old;
    leaf_pair_t *leaves;           /* one for each field of today; NULL of raw bytes */
    bool is_other;                 /* today's values, or the row that they have in the store's table, are others */
} record_pair_t;

typedef struct comparison {
    const schema_t *now, *old;
    difference_t *differences;
    size_t difference_count;
    body_pair_t *pairs;            /* of what both versions keep and today's does not drop */
    size_t pair_count;
    store_pair_t *store_pairs;     /* of stores that both versions have */
    size_t store_pair_count;
    record_pair_t *record_pairs;   /* of their records that both versions have */
    size_t record_pair_count;
} comparison_t;

/* Do two fields lie at the same bits, in the same byte order, with the same indices? */
bool has_same_place(const schema_field_t *old, const schema_field_t *now);

/* A scale or a bias as the language writes it: it reads back equal. */
void put_factor(text_t *out, double value);

/* chain[0] is today's schema, chain[chain_count - 1] that of then; the versions between them stand between them, the
 * newest first: what was renamed twice is followed through them. */
comparison_t *schema_compare(arena_t *arena, const schema_t *const *chain, size_t chain_count);

#endif
