/* Checks over the whole schema: generated names that would meet. */
#ifndef MEMREGC_CHECK_H
#define MEMREGC_CHECK_H

#include "diagnostic.h"
#include "schema.h"

/* Reports every two declared names of which something would have the same name in the generated C. */
void check_identifiers(diagnostics_t *diagnostics, const schema_t *schema);

#endif
