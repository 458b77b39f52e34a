/* CRCs bit by bit: short blocks once a compile need no tables. See crc.h. */
#include "crc.h"

#include <string.h>

uint32_t guard_crc(guard_kind_t kind, uint32_t crc, const uint8_t *bytes, size_t count)
{
    const guard_info_t *guard = &guards[kind];
    unsigned width_bits = 8 * guard->crc_bytes;
    uint32_t mask = width_bits == 32 ? UINT32_MAX : (UINT32_C(1) << width_bits) - 1;

    for (size_t index = 0; index < count; index++) {
        if (kind == GUARD_CRC32) {
            crc ^= bytes[index];
            for (int bit = 0; bit < 8; bit++)
                crc = crc >> 1 ^ (crc & 1 ? guard->polynomial : 0);
        } else {
            crc ^= (uint32_t)bytes[index] << (width_bits - 8);
            for (int bit = 0; bit < 8; bit++)
                crc = (crc << 1 ^ (crc >> (width_bits - 1) & 1 ? guard->polynomial : 0)) & mask;
        }
    }
    return crc;
}

uint32_t guard_seed(guard_kind_t kind, const char *layout, const char *block)
{
    uint32_t all_ones = guards[kind].crc_bytes == 4 ? UINT32_MAX : (UINT32_C(1) << 8 * guards[kind].crc_bytes) - 1;
    uint32_t crc = guard_crc(kind, all_ones, (const uint8_t *)layout, strlen(layout));
    crc = guard_crc(kind, crc, (const uint8_t *)".", 1);
    return guard_crc(kind, crc, (const uint8_t *)block, strlen(block));
}
