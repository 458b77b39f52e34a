/* Images of StorageAT in memory: records are put, deleted and checked so that StorageAT itself, and the runtime's reader
 * (memreg/storageat.h), find them. The format is in docs/formats.md. */
#ifndef MEMREGC_STORAGEAT_IMAGE_H
#define MEMREGC_STORAGEAT_IMAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "memreg/storageat.h"

typedef struct storageat_image {
    uint8_t *bytes;            /* the caller's */
    uint32_t size_bytes;
    mr_flash_geometry_t geometry;
    mr_flash_t flash;
    mr_storageat_t reader;
} storageat_image_t;

/* A finding of storageat_image_check(). */
typedef void (*storageat_finding_t)(void *context, uint32_t address, const char *message);

/* Whether any macroblock begins with a page of StorageAT's: what its images are told by. */
bool storageat_image_is(const uint8_t *bytes, size_t size_bytes);

/* Finds the first image of StorageAT at `from` or behind it, in the bytes of a whole flash: *offset, and how many bytes of
 * macroblocks there are up to its last page. */
bool storageat_image_find(const uint8_t *bytes, uint64_t size_bytes, uint64_t from, uint64_t *offset, uint64_t *length_bytes);

/* Uses the bytes, whole macroblocks of them; they must stay. `image` must not be moved afterwards. Returns false where
 * they are fewer than one macroblock, or 4 GiB and more. */
bool storageat_image_open(storageat_image_t *image, uint8_t *bytes, size_t size_bytes);

/* Makes all bytes those of an image without records. */
void storageat_image_format(storageat_image_t *image);

/* Writes tables that are lost anew; whole records whose table is lost are in them. Returns how many were written. */
unsigned storageat_image_repair(storageat_image_t *image);

/* Puts a record of `length` bytes in place of the one with the same key; lost tables are repaired first. MR_NO_SPACE: it
 * does not fit, and nothing has changed; MR_BAD_ARGUMENT: no bytes, or a prefix without 1 to 3. */
mr_status_t storageat_image_put(storageat_image_t *image, const char *prefix, uint32_t id, const void *data,
                                uint32_t length);

/* Deletes every record with this key; lost tables are repaired first. MR_NOT_FOUND: there is none. */
mr_status_t storageat_image_delete(storageat_image_t *image, const char *prefix, uint32_t id);

/* Tells what is wrong: lost tables, slots that name no page of their key, damaged records, pages of no record, keys that
 * occur twice. Returns the number of findings. */
unsigned storageat_image_check(storageat_image_t *image, storageat_finding_t finding, void *context);

/* Pages that are free, and all that could hold data. */
void storageat_image_count(storageat_image_t *image, uint32_t *free_pages, uint32_t *all_pages);

#endif
