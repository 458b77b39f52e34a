/* The bytes of a flash go in; which stores lie in them, and where, comes out: native ones, told by their sectors' headers
 * and their tables, and StorageAT's, told by their pages. */
#ifndef MEMREGC_STORE_SEARCH_H
#define MEMREGC_STORE_SEARCH_H

#include "store_image.h"

typedef struct store_found {
    bool is_native;
    store_plan_t plan;             /* of a native one */
    uint64_t offset, length_bytes; /* the area; as far as something of it is there */
} store_found_t;

/* In the order of offsets. Time grows with the bytes, whatever they are; at most MOST_STORES_FOUND are told. */
enum { MOST_STORES_FOUND = 32 };
size_t store_search(arena_t *arena, const uint8_t *bytes, size_t length_bytes, store_found_t **found);

/* Whether any sector of a native store is there. */
bool store_search_has_sectors(const uint8_t *bytes, size_t length_bytes);

#endif
