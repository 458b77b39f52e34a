/* A block in flash is kept as copies in slots of its erase units: the units' bytes go in, the newest copy comes out.
 * The runtime does the same (memreg/flash_block.h); docs/formats.md has the format. */
#ifndef MEMREGC_FLASH_COPY_H
#define MEMREGC_FLASH_COPY_H

#include "schema.h"

/* Finds the newest whole copy in footprint_bytes of units; *offset is then that of the block's bytes in them. */
bool flash_copy_find(const schema_block_t *block, const uint8_t *units, uint64_t *offset);

/* Writes the CRC of the copy whose block lies at `offset` anew, after a change. */
void flash_copy_seal(const schema_block_t *block, uint8_t *units, uint64_t offset);

/* Fills erased units with one first copy; returns where its block lies. */
uint64_t flash_copy_write(const schema_block_t *block, uint8_t *units, const uint8_t *bytes);

#endif
