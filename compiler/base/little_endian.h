/* Bytes go in, numbers come out, and back: the lowest byte first, at any address, on any host. */
#ifndef MEMREGC_LITTLE_ENDIAN_H
#define MEMREGC_LITTLE_ENDIAN_H

#include <stdint.h>

static inline uint16_t little_get_u16(const uint8_t *bytes) { return (uint16_t)(bytes[0] | bytes[1] << 8); }

static inline uint32_t little_get_u32(const uint8_t *bytes)
{
    return little_get_u16(bytes) | (uint32_t)little_get_u16(bytes + 2) << 16;
}

static inline void little_put_u16(uint8_t *bytes, uint16_t value)
{
    bytes[0] = (uint8_t)value;
    bytes[1] = (uint8_t)(value >> 8);
}

static inline void little_put_u32(uint8_t *bytes, uint32_t value)
{
    little_put_u16(bytes, (uint16_t)value);
    little_put_u16(bytes + 2, (uint16_t)(value >> 16));
}

#endif
