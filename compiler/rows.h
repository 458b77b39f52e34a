/* The table of a block: its placed items go in; the rows that its comment and `show` print come out, sorted by place,
 * with rows for what is free. */
#ifndef MEMREGC_ROWS_H
#define MEMREGC_ROWS_H

#include "item.h"

typedef struct row_list { schema_row_t *rows; size_t count, capacity; } row_list_t;

/* A new row, empty; valid until the next is added. */
schema_row_t *add_row(row_list_t *list);

/* Gives the rows to a block, and ends the list. */
void finish_rows(resolver_t *resolver, row_list_t *list, schema_block_t *block);

void add_container_rows(resolver_t *resolver, row_list_t *list, const placed_t *container, unsigned depth,
                        uint64_t byte_offset, unsigned width_bits, bool is_register);
void add_rows(resolver_t *resolver, row_list_t *list, const placed_t *placed, unsigned depth, uint64_t base,
              uint64_t size_bytes);

const char *default_text(resolver_t *resolver, const schema_type_t *type, const schema_default_t *initial);
const char *type_text(resolver_t *resolver, const placed_item_t *item);
const char *physical_text(resolver_t *resolver, const placed_item_t *item);
const char *first_line(resolver_t *resolver, const char *doc);

#endif
