/* Names of a CMSIS-SVD file go in, names that the layout language and C can have come out; and a set of all that were
 * given, so that no two meet in C. */
#ifndef MEMREGC_SVD_NAMES_H
#define MEMREGC_SVD_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"

/* The nearest name of the language: other characters become underscores, and a word that the language keeps for itself
 * gets one behind it. "[%s]" and "%s" give way to `index`, or go where it is NULL. `otherwise` is for a name of which
 * nothing would be left. In `is_value` a leading sign becomes a word. */
const char *svd_mend_name(arena_t *arena, const char *name, const char *index, const char *otherwise, bool is_value);

/* A description with the first "%s" given way to `index`; as it is where that, or the text, is NULL. */
const char *svd_fill_index(arena_t *arena, const char *text, const char *index);

/* A set of hashes of names. Starts as { 0 }. */
typedef struct svd_claims { uint64_t *hashes; size_t count, capacity; } svd_claims_t;

uint64_t svd_hash(uint64_t start, const char *chars);
#define SVD_HASH_START UINT64_C(14695981039346656037)

bool svd_is_claimed(const svd_claims_t *claims, uint64_t hash);
void svd_claim(svd_claims_t *claims, uint64_t hash);
void svd_claims_free(svd_claims_t *claims);

#endif
