/* Building the schema: a loaded program goes in; the whole schema comes out, or NULL where there is any error. */
#ifndef MEMREGC_BUILD_H
#define MEMREGC_BUILD_H

#include "diagnostic.h"
#include "load.h"
#include "schema.h"

/* prefix: of --prefix, or NULL for what the layout says. */
schema_t *schema_build(arena_t *arena, names_t *names, diagnostics_t *diagnostics, const program_t *program,
                       const char *prefix);

#endif
