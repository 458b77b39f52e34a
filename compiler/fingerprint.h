/* The fingerprint: a schema goes in; 32 bits come out that change whenever a byte lies elsewhere. Also what one guard
 * sees of another's bytes. */
#ifndef MEMREGC_FINGERPRINT_H
#define MEMREGC_FINGERPRINT_H

#include "arena.h"
#include "schema.h"

/* A hash of everything that decides where bytes lie and how they are read. Names, comments and defaults are not in
 * it, nor is what is read-only for the program (access, ranges, units). */
uint32_t schema_fingerprint(const schema_t *schema);

/* The same of one declaration. */
uint32_t item_fingerprint(const schema_item_t *item);

/* What the stored CRC differs by from the computed one where `block` holds whole bytes of `stranger`: a CRC is linear,
 * so this depends on both seeds and the length alone. */
uint32_t guard_difference(arena_t *arena, const schema_block_t *block, const schema_block_t *stranger);

#endif
