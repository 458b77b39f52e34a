/* What the C templates need beyond the plain facts: a placed schema goes in, and C names, types, expressions and masks
 * come out in it. */
#ifndef MEMREGC_DERIVE_H
#define MEMREGC_DERIVE_H

#include "arena.h"
#include "schema.h"

/* Fills the members of the schema that are marked with it. Cannot fail. */
void schema_derive(arena_t *arena, schema_t *schema);

#endif
