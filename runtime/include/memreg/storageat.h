/* Images of StorageAT, version 5 and 6, read in place: flash goes in, records by prefix and id come out. Nothing is ever
 * written. The format is in docs/formats.md.
 *
 * A macroblock whose table of contents is lost is read page by page: a record, of however many pages, is found where all
 * its pages are whole and name each other. What had been deleted there may come back, for only the table knew of it; where
 * a whole table names the same key, that record is preferred.
 *
 * No call may interrupt another one on the same reader. */
#ifndef MEMREG_STORAGEAT_H
#define MEMREG_STORAGEAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "memreg/find.h"
#include "memreg/flash.h"
#include "memreg/status.h"

#if defined __cplusplus
extern "C" {
#endif

enum {
    MR_STORAGEAT_PAGE_BYTES = 256,
    MR_STORAGEAT_PAYLOAD_BYTES = 234,         /* of a page */
    MR_STORAGEAT_MACROBLOCK_BYTES = 36 * 256, /* 4 pages for the table of contents, 32 pages of data */
    MR_STORAGEAT_SLOTS_BYTES = 232            /* the table: 7 bytes of key for each data page, then 2 bits of status */
};

/* A reader; its members are the runtime's own. */
typedef struct mr_storageat {
    const mr_flash_t *flash;
    uint32_t macroblock_count;
    uint32_t table_of;                        /* the macroblock whose table `slots` holds; UINT32_MAX: none */
    bool has_table;                           /* … and it was whole */
    uint8_t slots[MR_STORAGEAT_SLOTS_BYTES];
    uint8_t page[MR_STORAGEAT_PAGE_BYTES];
} mr_storageat_t;

/* A record's key and extent. */
typedef struct mr_storageat_record {
    char prefix[4];                           /* terminated */
    uint32_t id;
    uint32_t address;                         /* of its first page */
    uint32_t capacity_bytes;                  /* of its pages: the format does not know the length that was saved */
    bool is_recovered;                        /* its macroblock's table is lost */
} mr_storageat_record_t;

/* Makes `reader` read the flash from its offset 0 on; pages behind the last whole macroblock are never searched. Flash and
 * its driver must stay. MR_BAD_ARGUMENT: smaller than one macroblock. Reads nothing. */
mr_status_t mr_storageat_open(mr_storageat_t *reader, const mr_flash_t *flash);

/* The address of the first page of the record that `mode` asks for; with MR_FIND_EMPTY of the lowest free page (prefix and
 * id do not matter). A prefix has at most 3 bytes. MR_NOT_FOUND, MR_BAD_ARGUMENT, or the driver's error, and *address is
 * as it was. Cost: reads each macroblock's table (256 bytes) and the first page of what may be it; of macroblocks without
 * table, all pages. */
mr_status_t mr_storageat_find(mr_storageat_t *reader, mr_find_t mode, const char *prefix, uint32_t id,
                              uint32_t *address);

/* What the record that begins at `address` is; MR_CORRUPT where one of its pages is damaged (all but capacity_bytes is
 * set then, and that to the bytes before the damage); MR_BAD_ARGUMENT where no record begins there; the driver's error.
 * Reads all its pages. */
mr_status_t mr_storageat_stat(mr_storageat_t *reader, uint32_t address, mr_storageat_record_t *record);

/* Copies the first `length` bytes of the record that begins at `address`. MR_OUT_OF_RANGE: it has fewer. MR_CORRUPT: a page
 * is damaged. MR_BAD_ARGUMENT: no record begins there, or length is 0. In each case `data` may hold a part. Else the
 * driver's error. Reads as many pages as hold them. */
mr_status_t mr_storageat_load(mr_storageat_t *reader, uint32_t address, void *data, uint32_t length);

/* The record after the one at `record->address`, in the order of addresses; the first one where is_first. MR_NOT_FOUND
 * after the last. Damaged records are shown, too, with MR_CORRUPT, as mr_storageat_stat() does. */
mr_status_t mr_storageat_next(mr_storageat_t *reader, mr_storageat_record_t *record, bool is_first);

#if defined __cplusplus
}
#endif

#endif
