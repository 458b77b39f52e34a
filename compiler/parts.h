/* Parts: a schema goes in; what each region needs to be reached by (a row's copy, a flash's geometry, drivers) comes out. */
#ifndef MEMREGC_PARTS_H
#define MEMREGC_PARTS_H

#include "diagnostic.h"
#include "schema.h"

/* After all places are known. Reports what no part can be like. */
void find_parts(arena_t *arena, diagnostics_t *diagnostics, schema_t *schema);

#endif
