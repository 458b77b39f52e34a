/* Stores: placed stores go in; the table of kinds that the runtime reads, and what it costs, come out in them. */
#ifndef MEMREGC_STORES_H
#define MEMREGC_STORES_H

#include "diagnostic.h"
#include "schema.h"

/* After find_parts(). Reports what the store cannot hold or does not fit. */
void size_stores(arena_t *arena, diagnostics_t *diagnostics, schema_t *schema);

#endif
