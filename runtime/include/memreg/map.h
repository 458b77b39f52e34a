/* Flash read in place: an area of flash and a place in it go in, a view that knows its length and how its bytes are
 * reached comes out. C99, freestanding; nothing is allocated, nothing is global: the caller owns all memory, and all
 * but views and the books of an MMU is constant.
 *
 * Three backings: memory (flash that always has an address), flash (a part behind a driver, read piece by piece) and an
 * MMU (pages of flash that are given an address on demand). Only those that a program names are linked.
 *
 * No call on an area may interrupt another one on the same area or MMU; none may be called from an interrupt, but for
 * the reads of a view whose mr_view_data() is not NULL. */
#ifndef MEMREG_MAP_H
#define MEMREG_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "memreg/flash.h"
#include "memreg/status.h"

#if defined __cplusplus
extern "C" {
#endif

/* ---- Areas and views. ---- */

struct mr_view;
struct mr_map_backing;

/* A piece of flash. All constant: glue keeps it in flash. */
typedef struct mr_map_area {
    const struct mr_map_backing *backing;
    const void *part;        /* the address of the part's first byte; a mr_flash_t; a mr_mmu_t: as the backing says */
    uint32_t start;          /* bytes from the part's start; 0 with the part's size: addresses are the physical ones */
    uint32_t size_bytes;
} mr_map_area_t;

/* How areas of a kind are reached. `address` is the part's here, and already checked against the area. */
typedef struct mr_map_backing {
    mr_status_t (*map)(const mr_map_area_t *area, uint32_t address, uint32_t length, struct mr_view *view);
    void (*unmap)(struct mr_view *view);
    mr_status_t (*sync)(const mr_map_area_t *area, uint32_t address, uint32_t length);
    /* Of a view without `data`; within its bounds, length not 0. */
    mr_status_t (*read)(const struct mr_view *view, uint32_t offset, void *to, uint32_t length);
} mr_map_backing_t;

/* `part` is the address at which the part's first byte always lies (nRF52 flash: 0; RP2040: 0x10000000). */
extern const mr_map_backing_t mr_map_memory;
/* `part` is a mr_flash_t: nothing has an address, every read is one of the driver. */
extern const mr_map_backing_t mr_map_flash;
/* `part` is a mr_mmu_t, below. */
extern const mr_map_backing_t mr_map_mmu;

/* Bytes that may be read until mr_map_unmap(). A copy of a view is no second view: unmap one of them only. */
typedef struct mr_view {
    const uint8_t *data;         /* the first byte; NULL where bytes have no address, or one for whole words only */
    uint32_t length_bytes;
    /* The runtime's own. */
    const mr_map_area_t *area;
    uint32_t address;            /* the part's, of the first byte */
    const uint8_t *words;        /* the first byte, where only aligned words of 32 bits may be loaded */
    uint16_t first_entry, entry_count;
} mr_view_t;

/* Makes `view` show `length` bytes from the area's byte `address` on: any byte, any length, 0 too. All or nothing: on
 * an error no entry of an MMU was written and the view is an empty one. MR_OUT_OF_RANGE: not all within the area, or
 * beyond what an MMU's entries can name. MR_NO_SPACE: an MMU has no run of entries for it now (unmap something). Cost
 * with an MMU: reads each entry of its range up to `pages` times; none or one cache stop, none where the pages are
 * there already, in which at most `pages` + 8 entries change. Else constant. */
mr_status_t mr_map_view(const mr_map_area_t *area, uint32_t address, uint32_t length, mr_view_t *view);

/* Ends a view, which is empty then; one that is empty already stays so. An MMU's entries are kept, without users, until
 * they are needed: no cache stop. Cost: with an MMU a store for each page. */
void mr_map_unmap(mr_view_t *view);

/* After flash was programmed or erased by whatever way: makes every address show what the area's `length` bytes from
 * `address` on hold now; also in entries that others hold, and for pages mapped twice. MR_OUT_OF_RANGE: not all within
 * the area. Cost with an MMU: reads each entry of the table; one cache stop where a page is mapped. Else nothing. */
mr_status_t mr_map_sync(const mr_map_area_t *area, uint32_t address, uint32_t length);

/* The view's first byte, to be read at any width and offset below its length, at one load each; NULL where bytes have
 * no address of their own: use mr_view_read() and the like. */
static inline const uint8_t *mr_view_data(const mr_view_t *view)
{
    return view->data;
}

static inline uint32_t mr_view_length(const mr_view_t *view)
{
    return view->length_bytes;
}

/* Copies `length` bytes from the view's byte `offset` on. MR_OUT_OF_RANGE: not all within the view; nothing is copied.
 * Else what the flash driver returns. Cost: a loop over the bytes, or one driver call. */
mr_status_t mr_view_read(const mr_view_t *view, uint32_t offset, void *to, uint32_t length);

/* The little-endian (_be: big-endian) number of 1, 2 or 4 bytes at the view's byte `offset`, aligned or not. Errors as
 * of mr_view_read(); `to` is left alone then. */
static inline mr_status_t mr_view_u8(const mr_view_t *view, uint32_t offset, uint8_t *to)
{
    if (view->data == NULL || offset >= view->length_bytes)
        return mr_view_read(view, offset, to, 1);
    *to = view->data[offset];
    return MR_OK;
}
mr_status_t mr_view_u16(const mr_view_t *view, uint32_t offset, uint16_t *to);
mr_status_t mr_view_u32(const mr_view_t *view, uint32_t offset, uint32_t *to);
mr_status_t mr_view_u16_be(const mr_view_t *view, uint32_t offset, uint16_t *to);
mr_status_t mr_view_u32_be(const mr_view_t *view, uint32_t offset, uint32_t *to);

/* ---- MMUs: tables of entries that give pages of flash an address. ---- */

#define MR_MMU_FREE 0xFFFFFFFFu     /* an entry that shows nothing */
#define MR_MMU_FOREIGN 0xFFFFFFFEu  /* an entry that shows something else than flash */

/* Where a run of entries shows its pages, one after the other. The same entries may answer in several windows. */
typedef struct mr_mmu_window {
    uintptr_t address;              /* of the first entry's page */
    uint16_t first_entry, entry_count;
    bool is_mapped_to;              /* views may lie here; the others are only kept true by a sync */
    bool takes_words_only;          /* loads of aligned 32 bits only */
} mr_mmu_window_t;

/* A chip's MMU; `context` is what its mr_mmu_t says. */
typedef struct mr_mmu_driver {
    const mr_mmu_window_t *windows; /* the preferred ones first */
    uint8_t window_count;
    uint16_t entry_count;           /* of the table */
    uint32_t page_count;            /* the flash pages that an entry can name: 0 to before this */
    /* log2 of a page's bytes. */
    uint8_t (*page_shift)(void *context);
    /* The flash page that an entry shows, MR_MMU_FREE or MR_MMU_FOREIGN. Reads the table. */
    uint32_t (*read)(void *context, unsigned entry);
    /* In one cache stop: makes `count` entries from `entry` on show the pages from `page` on (MR_MMU_FREE: nothing),
     * and forgets what the cache holds of their addresses in every window. Entries that are right are not written. */
    void (*change)(void *context, unsigned entry, unsigned count, uint32_t page);
    /* In one cache stop: forgets what the cache holds of each address, of any entry and window, that shows one of
     * `count` pages from `page` on. */
    void (*forget)(void *context, uint32_t page, uint32_t count);
} mr_mmu_driver_t;

/* Elements of the uint16_t array that keeps the books of `entry_count` entries; zero at the start. */
#define MR_MMU_BOOKS(entry_count) (entry_count)

/* The entries of a table that a program may use, from `first_entry` on; only those among them that are free are taken,
 * and what others put there later is left alone. Leave the others enough: whoever maps flash behind this one's back (an
 * operating system) does not look at the table. All constant: glue keeps it in flash. */
typedef struct mr_mmu {
    const mr_mmu_driver_t *driver;
    void *context;
    uint16_t *books;
    uint16_t first_entry, entry_count;
} mr_mmu_t;

typedef struct mr_mmu_counts {
    uint16_t used;       /* entries that views use */
    uint16_t kept;       /* entries without users that will serve again */
    uint16_t free;       /* entries to be taken */
    uint16_t foreign;    /* entries that others hold */
    uint16_t lost;       /* entries that views use and somebody else has changed: those views are dead */
} mr_mmu_statistics_t;

/* What the MMU's range of entries is used for. Cost: reads each of them. */
mr_mmu_statistics_t mr_mmu_statistics(const mr_mmu_t *mmu);

/* Frees the entries that are kept without users, so that others may take them. Returns how many. Cost: reads each entry
 * of the range; a cache stop for each run of adjacent ones. */
unsigned mr_mmu_trim(const mr_mmu_t *mmu);

/* ---- Packed files: an area that begins with a table of names (docs/formats.md). ---- */

enum { MR_FILE_NAME_BYTES = 8 };

typedef struct mr_file {
    uint32_t offset, size_bytes;         /* within the area: checked */
    char name[MR_FILE_NAME_BYTES + 1];   /* without spaces, NULs and 0xFF at its ends; NUL-terminated */
} mr_file_t;

/* The file at `index` (0, 1, …: count up until MR_NOT_FOUND to see all). MR_NOT_FOUND: the table ends before it.
 * MR_CORRUPT: the table runs into the files' data or out of the area, or this file leaves the area. Errors as of
 * mr_map_view() and mr_view_read(). Cost: reads index + 1 entries of 16 bytes, of at most size / 16. */
mr_status_t mr_files_at(const mr_map_area_t *area, uint32_t index, mr_file_t *file);

/* The first file of this name: NUL-terminated, at most 8 bytes after spaces at its ends are taken off; a longer one is
 * MR_BAD_ARGUMENT. Errors as of mr_files_at(). Cost: reads the entries up to it, at most size / 16. */
mr_status_t mr_files_find(const mr_map_area_t *area, const char *name, mr_file_t *file);

/* A view of the file of this name. Errors as of mr_files_find() and mr_map_view(); the view is empty then. */
mr_status_t mr_files_open(const mr_map_area_t *area, const char *name, mr_view_t *view);

/* A view of a file that the layout knows: its name is `names[index]` and it was packed as number `index`. Where it lies
 * there, one comparison finds it; else it is looked for as mr_files_open() does. MR_OUT_OF_RANGE: index is not below
 * count. For generated code:
 *     static const char *const names[] = { "eng5X8", "icons" };
 *     mr_status_t p_assets_open(p_assets_file_t file, mr_view_t *view)
 *     { return mr_files_open_known(&area, names, 2, (unsigned)file, view); } */
mr_status_t mr_files_open_known(const mr_map_area_t *area, const char *const *names, unsigned count, unsigned index,
                                mr_view_t *view);

/* ---- Tables: structs of one size, one behind another, in a view. ---- */

/* A key within a struct. */
typedef struct mr_table_key {
    uint16_t offset_bytes;
    uint8_t width_bytes;     /* 1 or more */
    bool is_signed;          /* two's complement */
    bool is_big_endian;
} mr_table_key_t;

typedef struct mr_table {
    const mr_view_t *view;
    uint32_t count;
    uint16_t size_bytes;     /* of one struct */
} mr_table_t;

/* Makes a table of all whole structs in the view, which must stay. MR_BAD_ARGUMENT: size_bytes is 0. MR_CORRUPT: bytes
 * are left over at the end; the table can be used. Cost: one division, by hand. */
mr_status_t mr_table_open(mr_table_t *table, const mr_view_t *view, uint16_t size_bytes);

/* Copies the struct at `index`. MR_OUT_OF_RANGE: index is not below the count. Else as of mr_view_read(). */
mr_status_t mr_table_at(const mr_table_t *table, uint32_t index, void *to);

/* Where the struct at `index` lies; NULL where the index is outside or bytes have no address. Cost: one
 * multiplication. */
const uint8_t *mr_table_data(const mr_table_t *table, uint32_t index);

/* The first struct whose key is not below `value`, of structs in rising order of it; `value` has the key's bytes in the
 * key's own order (as packed). `index` gets its number, the count where all are below. MR_OK where its key equals
 * `value`; MR_NOT_FOUND. MR_BAD_ARGUMENT: the key leaves the struct. Else as of mr_view_read(), and `index` is left
 * alone. Cost: log2(count) + 2 keys are read. */
mr_status_t mr_table_find(const mr_table_t *table, const mr_table_key_t *key, const void *value, uint32_t *index);

#if defined __cplusplus
}
#endif

#endif
