/* Native stores in images: bytes and a plan of what lies in them go in; records (records.h) come out, by the runtime's own
 * code (memreg/store.h). The format is in docs/formats.md. */
#ifndef MEMREGC_STORE_IMAGE_H
#define MEMREGC_STORE_IMAGE_H

#include "memreg/store.h"
#include "records.h"
#include "schema.h"

/* What a store is like: from a layout, or from the table that the store itself has. */
typedef struct store_plan {
    uint64_t offset;               /* where the area begins in the bytes that were searched */
    bool is_size_known;            /* else log_sectors is as many as hold anything: there may be blank ones behind them */
    bool is_from_layout;
    uint32_t erase_bytes;
    uint16_t page_bytes, program_bytes;
    bool programs_once;
    mr_store_kind_t *kinds;
    unsigned kind_count, ring_count;
    uint32_t log_sectors, ring_sectors, handles, scratch;
} store_plan_t;

/* Bytes of the area. */
uint64_t store_plan_bytes(const store_plan_t *plan);

/* The plan of a layout's store; the offset is 0. */
void store_plan_of_schema(arena_t *arena, const schema_store_t *store, store_plan_t *plan);

/* Reads the rows of a store's table, as its payload has them, for a part that is programmed as the plan says. False: no
 * store can have this table. */
bool store_plan_of_table(arena_t *arena, const uint8_t *table, size_t table_bytes, store_plan_t *plan);

/* Mounts a copy of the area, at most store_plan_bytes(); what is missing behind its end is blank. NULL, and *problem says
 * why: it cannot be mounted. Blank bytes are a store without records where the plan is a layout's. */
records_t *store_image_open(arena_t *arena, const uint8_t *bytes, size_t length_bytes, const store_plan_t *plan,
                            const char **problem);

/* How many sectors of the log begin with a whole entry: what tells whether a plan's way of programming is the right one. */
unsigned store_image_fit(records_t *records);

#endif
