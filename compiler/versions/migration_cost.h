/* A migration goes in, about how many bytes of code it adds to firmware come out: for `memregc show`. */
#ifndef MEMREGC_MIGRATION_COST_H
#define MEMREGC_MIGRATION_COST_H

#include "schema.h"

/* What of a migration makes code. bench/migration/run measures many migrations that a compiler has compiled, and fits to
 * them what each of these costs. */
typedef enum migration_part {
    PART_BLOCK,             /* once for all migrations of a block */
    PART_FIND_RAM, PART_FIND_ROW, PART_FIND_BUS, PART_FIND_FLASH,   /* read what is stored, check it */
    PART_SECOND_COPY,       /* of a mirror: choose the newer */
    PART_FOLLOW,            /* copies of another size in flash */
    PART_INDEX,             /* of an array of blocks */
    PART_ALIKE,             /* one more version that stored the same */
    PART_CRC_BYTE,          /* of a CRC of another width than today's */
    PART_ROOM, PART_KEEP,   /* choose the copy to write first, copy what lies there to the other one */
    PART_DEFAULTS,          /* for what is new */
    PART_RECORD, PART_FIND_RECORD, PART_FIND_RAW,   /* the same of a store's records */
    PART_COPY,              /* bytes as they are */
    PART_TEXT, PART_FILL,
    PART_VALUE,             /* a value, read and written: */
    PART_READ_BYTE, PART_WRITE_BYTE, PART_EXTRACT, PART_INSERT, PART_SIGN, PART_SHIFT,
    PART_ELEMENT_WRITE,                         /* of an array of bit types, within a byte … */
    PART_CROSSING_READ, PART_CROSSING_WRITE,    /* … or across bytes */
    PART_LOOP,
    PART_ELEMENTS, PART_FLOAT,                  /* what such values share */
    MIGRATION_PART_COUNT
} migration_part_t;

/* How many there are of each; `index`: of the block's or record's migrations. */
void count_block_parts(const schema_block_t *block, size_t index, unsigned counts[MIGRATION_PART_COUNT]);
void count_record_parts(const schema_record_t *record, size_t index, unsigned counts[MIGRATION_PART_COUNT]);

/* Bytes of code, as gcc -Os makes it, of firmware that opens and flushes the block, or that loads, saves and deletes the
 * record: what the migration adds. */
typedef struct migration_cost { unsigned cortex_m0_bytes, avr_bytes; } migration_cost_t;
migration_cost_t migration_cost(const unsigned counts[MIGRATION_PART_COUNT]);

#endif
