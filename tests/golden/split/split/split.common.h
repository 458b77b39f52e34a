/* Made from split.mr by memregc 0.1.0; fingerprint 0x6C05B922. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
#ifndef SPLIT_SPLIT_COMMON_INCLUDED
#define SPLIT_SPLIT_COMMON_INCLUDED

#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Registers: each access at exactly its width. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define SPLIT_VERSION 1u
#define SPLIT_FINGERPRINT 0x6C05B922u
#define SPLIT_CLOCK 8000000

typedef enum {
    SPLIT_MODE_INPUT = 0,
    SPLIT_MODE_OUTPUT = 1,
    SPLIT_MODE_ALTERNATE = 2,
    SPLIT_MODE_ANALOG = 3
} split_mode_t;
MR_INLINE bool split_mode_is_valid(unsigned value) { return value <= 3u; }
static inline const char *split_mode_name(split_mode_t value)
{
    switch (value) {
    case SPLIT_MODE_INPUT: return "input";
    case SPLIT_MODE_OUTPUT: return "output";
    case SPLIT_MODE_ALTERNATE: return "alternate";
    case SPLIT_MODE_ANALOG: return "analog";
    default: return "?";
    }
}

#define SPLIT_READING_SIZE 6u
typedef struct {
    uint32_t at;
    int16_t value;
} split_reading_t;
static inline void split_reading_pack(uint8_t *bytes, const split_reading_t *value)
{
    MR_SET_LE32(1, bytes, value->at);
    MR_SET_LE16(1, bytes + 0x4u, (uint16_t)value->value);
}
static inline void split_reading_unpack(split_reading_t *value, const uint8_t *bytes)
{
    value->at = MR_LE32(1, bytes);
    value->value = (int16_t)MR_LE16(1, bytes + 0x4u);
}

#endif
