/* The checks of guards: bytes go in, a CRC comes out. The generated code computes the same. */
#ifndef MEMREGC_CRC_H
#define MEMREGC_CRC_H

#include <stddef.h>

#include "tables.h"

/* Goes on from `crc`, the register's value (a seed at the start). CRC-8 (0x07) and CRC-16/CCITT (0x1021) work MSB
 * first, CRC-32 (IEEE, reflected 0xEDB88320) LSB first. Nothing is inverted before or after: the seed stands in for it. */
uint32_t guard_crc(guard_kind_t kind, uint32_t crc, const uint8_t *bytes, size_t count);

/* The seed made of the layout's and the block's names as written: the CRC of "LAYOUT.BLOCK" begun with all ones. */
uint32_t guard_seed(guard_kind_t kind, const char *layout, const char *block);

#endif
