/* Placing: items of structs and blocks go in as read; each comes out with its place. Policies are applied here, and
 * everything that can be wrong within one struct or block is reported here. */
#ifndef MEMREGC_PLACE_H
#define MEMREGC_PLACE_H

#include "item.h"

/* Bounds that no real layout meets, so that junk ends soon: bytes and fields of one block, fields of a whole layout. */
enum { MOST_BLOCK_BYTES = 1 << 24, MOST_LEAVES = 1 << 16, MOST_LEAVES_IN_ALL = 1 << 20 };

/* Starts placing for a resolver: sets what it calls of this module. */
void placer_start(resolver_t *resolver);

/* The struct of this symbol, placed; NULL where it is wrong (reported). */
placed_t *place_struct(resolver_t *resolver, symbol_t *symbol);

/* The body of a memreg or record in byte memory. NULL where it is wrong (reported). */
placed_t *place_body(resolver_t *resolver, const ast_node_t *node, policy_t policy);

/* The bit fields of a container of width_bits, placed from bit 0; the result lies in `arena`. Never NULL. */
placed_t *place_container(resolver_t *resolver, arena_t *arena, const ast_node_t *node, unsigned width_bits,
                          access_t inherited);

/* Registers of an mmio block: fills registers, rows and size_bytes. False where something is wrong (reported). */
bool place_registers(resolver_t *resolver, const ast_node_t *node, schema_block_t *block, const schema_index_t *outer,
                     unsigned outer_count);

/* Once a register block's address and strides are known: whether each register lies where it can be accessed (else
 * reported). */
bool check_registers_alignment(resolver_t *resolver, const schema_block_t *block);

#endif
