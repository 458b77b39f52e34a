/* Which blocks an image holds, and where: a layout's shapes, the command's options and an image's format go in; shapes
 * with their addresses in the image come out.
 *
 * A raw image begins where its region does, and is of one region; in Intel HEX a block of a region with an address lies
 * at its own. A raw image that is written of one block, or is just as long as it, is that block alone. --offset N says
 * where the one block asked for begins. */
#ifndef MEMREGC_LOCATE_H
#define MEMREGC_LOCATE_H

#include "image.h"
#include "messages.h"
#include "options.h"
#include "shape.h"

typedef struct location {
    const shape_t *shape;
    uint64_t address;              /* in the image, of the first element */
    bool is_copied;                /* there are its erase units, with copies in them: flash_copy.h */
} location_t;

typedef struct locations {
    location_t *items;             /* in the order of the layout */
    size_t count;
    const schema_region_t *region; /* of all of them where it is one, else NULL */
    bool are_addresses;            /* they count as the processor does, not from the region's start */
} locations_t;

/* Fills *to for an image that is_hex, or is not; image: what was read, or NULL where it is to be written. False where the
 * options leave it open or name what is not there; a message on `path` says so. */
bool locate(arena_t *arena, messages_t *messages, const char *path, const shapes_t *shapes, const options_t *options,
            bool is_hex, const image_t *image, locations_t *to);

/* Where a block's element begins in the image. */
static inline uint64_t location_of(const location_t *location, uint32_t element)
{
    return location->address + element * location->shape->stride_bytes;
}

/* The bytes of one element: both copies of a mirrored block; of one in flash a single copy. */
static inline uint64_t footprint_of(const shape_t *shape)
{
    bool is_mirrored = shape->block && shape->block->is_mirrored && shape->block->kind != REGION_FLASH;
    return is_mirrored ? 2 * (uint64_t)shape->size_bytes : shape->size_bytes;
}

/* What an element takes in the image. */
static inline uint64_t extent_of(const location_t *location)
{
    return location->is_copied ? location->shape->block->footprint_bytes : footprint_of(location->shape);
}

#endif
