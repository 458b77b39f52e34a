/* Made from constants.mr by memregc 0.1.0; fingerprint 0xEF646FCB. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Constants of every kind, and expressions over them. */
#ifndef CONSTANTS_CONSTANTS_INCLUDED
#define CONSTANTS_CONSTANTS_INCLUDED

#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
#define CONSTANTS_VERSION 3u
#define CONSTANTS_FINGERPRINT 0xEF646FCBu
/** The board's number, as it is printed on the board. */
#define CONSTANTS_BOARD 42
#define CONSTANTS_HEXADECIMAL 31
#define CONSTANTS_BINARY 10
#define CONSTANTS_OCTAL 15
#define CONSTANTS_SEPARATED 1000000
#define CONSTANTS_KIBIBYTES 4096
#define CONSTANTS_MEBIBYTES 2097152
#define CONSTANTS_GIBIBYTES 1073741824
#define CONSTANTS_LETTER 65
#define CONSTANTS_NEW_LINE 10
#define CONSTANTS_NEGATIVE (-1)
#define CONSTANTS_LEAST_I16 (-32768)
#define CONSTANTS_MOST_U32 4294967295u
#define CONSTANTS_ABOVE_U32 4294967296ll
#define CONSTANTS_LEAST_I64 (-9223372036854775807ll - 1)
#define CONSTANTS_MOST_I64 9223372036854775807ll
#define CONSTANTS_MOST_U64 18446744073709551615ull
/** multiplies before it adds */
#define CONSTANTS_SUM 104
#define CONSTANTS_GROUPED 146
/** towards zero, as C has it */
#define CONSTANTS_QUOTIENT (-3)
#define CONSTANTS_REST (-1)
#define CONSTANTS_SHIFTED 2147483649u
#define CONSTANTS_MASKED 192
#define CONSTANTS_WARM 2
#define CONSTANTS_SAMPLE_BYTES 7
#define CONSTANTS_VALUE_AT 5
#define CONSTANTS_LATER 10
#define CONSTANTS_EARLIER_THAN_IT_IS_DECLARED 9

typedef enum {
    CONSTANTS_LEVEL_COLD = 0,
    CONSTANTS_LEVEL_WARM = 2,
    CONSTANTS_LEVEL_HOT = 3
} constants_level_t;
static inline bool constants_level_is_valid(unsigned value)
{
    switch (value) {
    case 0u:
    case 2u:
    case 3u:
        return true;
    default:
        return false;
    }
}
static inline const char *constants_level_name(constants_level_t value)
{
    switch (value) {
    case CONSTANTS_LEVEL_COLD: return "cold";
    case CONSTANTS_LEVEL_WARM: return "warm";
    case CONSTANTS_LEVEL_HOT: return "hot";
    default: return "?";
    }
}

#define CONSTANTS_SAMPLE_SIZE 7u
typedef struct {
    uint32_t at;
    constants_level_t level;
    int16_t value;
} constants_sample_t;
static inline void constants_sample_pack(uint8_t *bytes, const constants_sample_t *value)
{
    mr_fill(bytes, 0, CONSTANTS_SAMPLE_SIZE);
    MR_SET_LE32(1, bytes + 0x1u, value->at);
    MR_PUT_IN(8, uint8_t, bytes, 0, 2, mr_any((uint32_t)value->level));
    MR_SET_LE16(1, bytes + 0x5u, (uint16_t)value->value);
}
static inline void constants_sample_unpack(constants_sample_t *value, const uint8_t *bytes)
{
    value->at = MR_LE32(1, bytes + 0x1u);
    value->level = MR_BITS_ENUM(constants_level_t, MR_LE8(1, bytes), 0, 2);
    value->value = (int16_t)MR_LE16(1, bytes + 0x5u);
}

#endif
