/* The language's facts that have many instances, one table each: field types, access kinds, region kinds, policies,
 * guards. Everything else walks these tables; a new row is all that a new instance needs. */
#ifndef MEMREGC_TABLES_H
#define MEMREGC_TABLES_H

#include <stdbool.h>
#include <stdint.h>

/* What a field's bits mean. */
typedef enum value_kind {
    VALUE_BOOL,
    VALUE_UNSIGNED,
    VALUE_SIGNED,     /* two's complement */
    VALUE_FLOAT,      /* IEEE 754, 32 or 64 bits */
    VALUE_ENUM,
    VALUE_TEXT,       /* char[N], NUL-padded */
    VALUE_BYTES,      /* byte[N] */
    VALUE_STRUCT
} value_kind_t;

/* How a write acts on a field of a register. */
typedef enum write_kind {
    WRITE_PLAIN,      /* the bits written are the bits kept */
    WRITE_NONE,       /* read-only */
    WRITE_1_CLEARS, WRITE_1_SETS, WRITE_1_TOGGLES,
    WRITE_0_CLEARS, WRITE_0_SETS,
    WRITE_KIND_COUNT
} write_kind_t;

/* How a read acts on it. */
typedef enum read_kind { READ_PLAIN, READ_NONE /* write-only */, READ_CLEARS, READ_SETS, READ_KIND_COUNT } read_kind_t;

/* The access keywords: a field has at most one that says how it is written, and one that says how it is read.
 * ACCESS(KEYWORD, write, read, neutral): `neutral` is what a read-modify-write must put into the field's bits so that
 * nothing happens to it: 0, 1, or -1 for "what was read". */
#define ACCESS_TABLE(ACCESS) \
    ACCESS(RW,  WRITE_PLAIN,     READ_PLAIN,  -1) \
    ACCESS(RO,  WRITE_NONE,      READ_PLAIN,  -1) \
    ACCESS(WO,  WRITE_PLAIN,     READ_NONE,    0) \
    ACCESS(W1C, WRITE_1_CLEARS,  READ_PLAIN,   0) \
    ACCESS(W1S, WRITE_1_SETS,    READ_PLAIN,   0) \
    ACCESS(W1T, WRITE_1_TOGGLES, READ_PLAIN,   0) \
    ACCESS(W0C, WRITE_0_CLEARS,  READ_PLAIN,   1) \
    ACCESS(W0S, WRITE_0_SETS,    READ_PLAIN,   1) \
    ACCESS(RC,  WRITE_PLAIN,     READ_CLEARS, -1) \
    ACCESS(RS,  WRITE_PLAIN,     READ_SETS,   -1)

typedef struct access { write_kind_t write; read_kind_t read; } access_t;

typedef enum region_kind {
    REGION_MMIO, REGION_RAM, REGION_USERROW, REGION_EEPROM, REGION_FLASH, REGION_MAPPED, REGION_BUS, REGION_KIND_COUNT
} region_kind_t;

typedef struct region_kind_info {
    const char *name;
    bool is_register_space;   /* blocks in it are register blocks: volatile, exact width */
    bool is_addressable;      /* the processor can read it in place */
    bool may_hold_blocks;     /* memregs may lie in it */
    bool keeps_contents;      /* persistent without `retained` */
} region_kind_info_t;

extern const region_kind_info_t region_kinds[REGION_KIND_COUNT];

typedef enum policy { POLICY_PACKED, POLICY_ORDERED, POLICY_NATURAL, POLICY_COUNT } policy_t;
extern const char *const policy_names[POLICY_COUNT];

typedef enum guard_kind { GUARD_NONE, GUARD_CRC8, GUARD_CRC16, GUARD_CRC32, GUARD_KIND_COUNT } guard_kind_t;

typedef struct guard_info {
    const char *name;         /* "crc16" */
    unsigned crc_bytes;
    uint32_t polynomial;      /* CRC-8 0x07 and CRC-16 0x1021 MSB first; CRC-32 0xEDB88320 LSB first; see crc.h */
} guard_info_t;

extern const guard_info_t guards[GUARD_KIND_COUNT];

/* The types that need no declaration and whose width is not in their name. */
typedef struct plain_type { const char *name; value_kind_t kind; unsigned width_bits; } plain_type_t;
extern const plain_type_t plain_types[];
extern const unsigned plain_type_count;

/* A mask of the lowest width_bits. */
static inline uint64_t ones(unsigned width_bits)
{
    return width_bits >= 64 ? UINT64_MAX : (UINT64_C(1) << width_bits) - 1;
}

#endif
