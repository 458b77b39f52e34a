/* Flattening: placed items go in; the leaves that accessors are made of come out, with joined names, offsets from the
 * block's start, and the indices of all arrays around them. */
#ifndef MEMREGC_FLATTEN_H
#define MEMREGC_FLATTEN_H

#include "item.h"

/* Makes a schema struct of a body (of a struct, or of a record in braces). NULL where C has no such struct (reported). */
schema_struct_t *make_struct(resolver_t *resolver, const schema_name_t *name, placed_t *placed);

/* Fills fields, parts and rows of a byte block from its placed body. */
void flatten_block(resolver_t *resolver, const placed_t *placed, schema_block_t *block);

#endif
