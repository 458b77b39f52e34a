/* Flash as stores, flash blocks and maps see it: offsets and bytes go to a driver; the part's answer comes back.
 *
 * The rules are NOR's: an erase sets a whole erase unit to 0xFF, a program only clears bits. What was being programmed
 * or erased when power failed holds anything, and may read differently twice. No call may interrupt another one on the
 * same part; none may be called from an interrupt unless its driver says so. */
#ifndef MEMREG_FLASH_H
#define MEMREG_FLASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "memreg/status.h"

#if defined __cplusplus
extern "C" {
#endif

/* What a part is like. Each size is a multiple of the one below it, none is 0. */
typedef struct mr_flash_geometry {
    uint32_t size_bytes;     /* whole erase units */
    uint32_t erase_bytes;    /* what one erase sets to 0xFF */
    uint16_t page_bytes;     /* a power of two: one program never crosses a multiple of it */
    uint16_t program_bytes;  /* a power of two: programs begin and end at multiples of it; 1 on NOR */
    bool programs_once;      /* a unit may be programmed only once between erases: parts with error correction */
} mr_flash_geometry_t;

/* How a part is reached; `context` is the part's own. All offsets are in bytes from the region's start. Each waits for
 * its end. Returns MR_OK; MR_BUSY or MR_LOCKED where nothing was begun; MR_ERROR. */
typedef struct mr_flash_driver {
    mr_status_t (*read)(void *context, uint32_t offset, void *data, size_t length);
    /* `length` bytes within one page, of which no bit has to rise. */
    mr_status_t (*program)(void *context, uint32_t offset, const void *data, size_t length);
    /* The erase unit at `offset`. */
    mr_status_t (*erase)(void *context, uint32_t offset);
} mr_flash_driver_t;

/* A part, or the piece of one that is a region. All constant: glue keeps it in flash. */
typedef struct mr_flash {
    const mr_flash_driver_t *driver;
    const mr_flash_geometry_t *geometry;
    void *context;
} mr_flash_t;

#if defined __cplusplus
}
#endif

#endif
