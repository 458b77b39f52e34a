/* Blocks: memreg declarations go in; schema blocks with their region, address, guard, fields or registers come out.
 * Also what else takes room in a region: stores, pools, maps and partition tables. */
#ifndef MEMREGC_BLOCK_H
#define MEMREGC_BLOCK_H

#include "resolve.h"
#include "schema.h"

/* A thing that takes bytes of a region, for the allocation of the next free bytes and the check of overlaps. */
typedef struct claim {
    const ast_node_t *node;
    const schema_region_t *region;      /* NULL: at a fixed address of its own */
    uint64_t start, size_bytes;         /* in the region; without one the address */
    bool is_alias;
} claim_t;

typedef struct claims {
    resolver_t *resolver;
    claim_t *claims;
    size_t count, capacity;
} claims_t;

/* NULL where something is wrong (reported). */
schema_block_t *make_block(claims_t *claims, const ast_node_t *node, const schema_name_t *layout, uint32_t version);
schema_store_t *make_store(claims_t *claims, const ast_node_t *node);
schema_pool_t *make_pool(claims_t *claims, const ast_node_t *node);
schema_map_t *make_map(claims_t *claims, const ast_node_t *node);
schema_partitions_t *make_partitions(claims_t *claims, const ast_node_t *node);

/* Reports what overlaps in a region or leaves it; sizes stores that take the rest of their region; fills the regions'
 * use. */
void check_claims(claims_t *claims, schema_t *schema);

/* Finds where `in R [+ N]` puts size_bytes: claims them. False where R is wrong (reported). */
bool claim_place(claims_t *claims, const ast_node_t *node, unsigned allowed_kinds, const char *wanted,
                 uint64_t size_bytes, uint64_t alignment_bytes, schema_region_t **region, uint64_t *start);

#endif
