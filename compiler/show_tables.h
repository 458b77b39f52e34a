/* A schema goes in, the cells and sums that `memregc show` prints come out: what is arithmetic or alignment, so that
 * templates/show.tpl has only the words. */
#ifndef MEMREGC_SHOW_TABLES_H
#define MEMREGC_SHOW_TABLES_H

#include "arena.h"
#include "schema.h"

enum { SHOW_WIDTH = 100, SHOW_MOST_COLUMNS = 9 };

/* Cells as text; row 0 is the head. A column whose cells are all empty is not printed. */
typedef struct show_table {
    unsigned column_count;
    bool is_right_aligned[SHOW_MOST_COLUMNS];
    unsigned widths[SHOW_MOST_COLUMNS];          /* in characters; 0: the column is empty */
    const char *(*cells)[SHOW_MOST_COLUMNS];
    size_t row_count;
} show_table_t;

/* The layout's bytes by what they take: of all blocks, pools, stores and maps, copies and guards included. */
typedef struct show_costs {
    uint64_t ram_bytes;          /* in ram regions */
    uint64_t copy_bytes;         /* in RAM besides, where each block that is flushed is open once */
    uint64_t persistent_bytes;   /* in userrow, eeprom, flash and bus regions */
} show_costs_t;

show_table_t show_regions(arena_t *arena, const schema_t *schema);      /* only regions that something lies in */
show_table_t show_rows(arena_t *arena, const schema_block_t *block);
show_table_t show_structs(arena_t *arena, const schema_t *schema);
show_table_t show_enums(arena_t *arena, const schema_t *schema);
show_table_t show_records(arena_t *arena, const schema_store_t *store);

/* What rows that only earlier versions' records have take. */
const char *show_earlier(arena_t *arena, const schema_store_t *store);
/* ", Point of 5 bytes each, sorted by at"; "" for a raw file. */
const char *show_table_text(arena_t *arena, const schema_map_entry_t *entry);

show_table_t show_partitions(arena_t *arena, const schema_partitions_t *partitions);
show_costs_t show_costs(const schema_t *schema);

/* A table's row as one line of at most SHOW_WIDTH columns behind `indent` spaces, its last cell cut where need be. */
const char *show_line(arena_t *arena, const show_table_t *table, size_t row, unsigned indent);

/* Text cut to `width` characters, its last one "…" where something is missing; only its first line. */
const char *show_cut(arena_t *arena, const char *text, unsigned width);

/* Text in lines of at most SHOW_WIDTH columns behind `indent` spaces, each with its newline; a long word is not broken. */
const char *show_wrapped(arena_t *arena, const char *text, unsigned indent);

/* "16 KiB", "40 bytes", "1 byte". */
const char *show_size(arena_t *arena, uint64_t bytes);

/* "sram + 16, 12 bytes, packed"; "0x00000800, 10 bytes". */
const char *show_place(arena_t *arena, const schema_block_t *block);

/* "version at 0x0D, crc16 at 0x0E"; NULL where the block has no guard. */
const char *show_guard(arena_t *arena, const schema_block_t *block);

/* What a flush may cost in erases, and how often that is possible; NULL where the region says nothing about it. */
const char *show_wear(arena_t *arena, const schema_block_t *block);

/* "version 1: about 240 bytes of code on a Cortex-M0, 430 on an AVR; 40 bytes of stack". */
const char *show_block_migration(arena_t *arena, const schema_block_t *block, size_t index);
const char *show_record_migration(arena_t *arena, const schema_record_t *record, size_t index);

/* The names of regions in which nothing lies, with commas between; NULL where there are none. */
const char *show_unused_regions(arena_t *arena, const schema_t *schema);

#endif
