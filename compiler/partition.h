/* ESP-IDF's partition tables: CSV or binary goes in, partitions come out, and the other way; what a table may hold is
 * checked here for layouts, CSV and binaries alike. The format is that of ESP-IDF (gen_esp32part.py and
 * esp_flash_partitions.h): docs/formats.md describes it. */
#ifndef MEMREGC_PARTITION_H
#define MEMREGC_PARTITION_H

#include "messages.h"
#include "schema.h"

enum {
    PARTITION_APP = 0, PARTITION_DATA = 1, PARTITION_BOOTLOADER = 2, PARTITION_TABLE = 3,
    PARTITION_LEAST_OWN_TYPE = 0x40, PARTITION_MOST_TYPE = 0xFE, PARTITION_MOST_SUBTYPE = 0xFE,
    PARTITION_ENCRYPTED = 1, PARTITION_READONLY = 2,               /* flags */
    PARTITION_NAME_BYTES = 16, PARTITION_MOST_NAME = 15,
    PARTITION_TABLE_OFFSET = 0x8000,                               /* where IDF puts the table unless told otherwise */
    PARTITION_TABLE_SECTOR = 0x1000, PARTITION_TABLE_BYTES = 0xC00,
    PARTITION_ENTRY_BYTES = 32, PARTITION_MOST_ENTRIES = 94        /* beside the checksum and the end; without one 95 */
};

typedef struct partition {
    const char *name;              /* UTF-8, 1 to 15 bytes */
    unsigned type, subtype;
    uint64_t offset, size_bytes;
    uint32_t flags;
    size_t line;                   /* in the CSV; in a binary the entry's number from 1 */
} partition_t;

typedef struct partition_table {
    partition_t *entries;          /* in the table's order */
    size_t count;
    uint64_t offset;               /* of the table itself, in the flash */
    bool has_checksum;             /* read from a binary: MD5 was there, and right */
    bool lacks_checksum;           /* read from a binary of ESP-IDF's first tables, which have none */
} partition_table_t;

/* Names and numbers of types and subtypes; NULL where a number has no name. */
bool partition_type_find(const char *name, unsigned *type);
bool partition_subtype_find(unsigned type, const char *name, unsigned *subtype);
const char *partition_type_name(unsigned type);
const char *partition_subtype_name(unsigned type, unsigned subtype);

/* "app, data, …": for messages; "" for types without names. */
const char *partition_type_names(arena_t *arena);
const char *partition_subtype_names(arena_t *arena, unsigned type);

/* Of a partition's offset: 0x10000 for app, else 0x1000. */
uint64_t partition_alignment(unsigned type);

/* NULL, or the first thing that is wrong with this partition alone: a sentence about "partition 'x'" in the arena. */
const char *partition_problem(arena_t *arena, const partition_t *partition, uint64_t table_offset);

/* NULL, or what is wrong with `partition` beside the earlier ones of its table, but for overlaps. */
const char *partition_conflict(arena_t *arena, const partition_table_t *table, const partition_t *partition);

/* Reports everything that is wrong with a table, at path and the entries' lines. */
bool partition_table_check(arena_t *arena, messages_t *messages, const char *path, const partition_table_t *table);

/* Reads CSV; table->offset is set by the caller, and blank offsets are counted from behind it. Not yet checked. */
bool partition_read_csv(arena_t *arena, messages_t *messages, const char *path, const char *chars, size_t length_bytes,
                        partition_table_t *table);

/* Reads a binary table that begins at chars. Not yet checked. */
bool partition_read_binary(arena_t *arena, messages_t *messages, const char *path, const char *chars,
                           size_t length_bytes, partition_table_t *table);

/* The table of a layout. */
partition_table_t partition_table_of(arena_t *arena, const schema_partitions_t *partitions);

void partition_write_csv(text_t *out, const partition_table_t *table);

/* 0xC00 bytes: the entries, the MD5 of them, 0xFF. The table has been checked. */
void partition_write_binary(text_t *out, const partition_table_t *table);

/* For people. */
void partition_show(text_t *out, const partition_table_t *table);

#endif
