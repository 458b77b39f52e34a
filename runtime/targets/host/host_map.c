/* The host's MMU: entries and pages go in, pages of the flash's file show in the window; see host_map.h. */
#define _DEFAULT_SOURCE 1
#include "host_map.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "host_memory.h"

enum { PAGE_BYTES = 1 << MR_HOST_MAP_PAGE_SHIFT, ERASED = 0xFF };

#if !defined MAP_NORESERVE
#define MAP_NORESERVE 0
#endif

/* Where the addresses are is known when the window is open. */
static mr_mmu_window_t window = { 0, 0, MR_HOST_MAP_ENTRIES, true, false };
static void *reserved;            /* a page more than the window: it begins at a whole one */

static size_t reserved_bytes(void)
{
    return (size_t)(MR_HOST_MAP_ENTRIES + 1) * PAGE_BYTES;
}

mr_status_t mr_host_map_open(mr_host_map_t *map)
{
    unsigned entry;

    if (map->is_open)
        return MR_OK;
    if (reserved != NULL)
        return MR_BUSY;
    map->file = mr_host_open_file(map->name, map->size_bytes, ERASED);
    if (map->file < 0)
        return MR_ERROR;
    reserved = mmap(NULL, reserved_bytes(), PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (reserved == MAP_FAILED) {
        (void)fprintf(stderr, "%s: no addresses for its window: %s\n", map->name, strerror(errno));
        (void)close(map->file);
        reserved = NULL;
        return MR_ERROR;
    }
    window.address = ((uintptr_t)reserved + PAGE_BYTES - 1u) / PAGE_BYTES * PAGE_BYTES;
    for (entry = 0; entry < MR_HOST_MAP_ENTRIES; ++entry)
        map->pages[entry] = MR_MMU_FREE;
    map->is_open = true;
    return MR_OK;
}

void mr_host_map_close(mr_host_map_t *map)
{
    if (!map->is_open)
        return;
    (void)munmap(reserved, reserved_bytes());
    (void)close(map->file);
    reserved = NULL;
    map->is_open = false;
}

/* Asked before all else of a view: here the file is opened. */
static uint8_t page_shift(void *context)
{
    (void)mr_host_map_open(context);
    return MR_HOST_MAP_PAGE_SHIFT;
}

/* Where there is no window, no entry can be had. */
static uint32_t read_entry(void *context, unsigned entry)
{
    const mr_host_map_t *map = context;

    return map->is_open ? map->pages[entry] : MR_MMU_FOREIGN;
}

static bool show(const mr_host_map_t *map, unsigned entry, uint32_t page)
{
    void *at = (void *)(window.address + (uintptr_t)entry * PAGE_BYTES);
    off_t offset = (off_t)page * PAGE_BYTES;

    if (page == MR_MMU_FREE || (uint64_t)page * PAGE_BYTES >= map->size_bytes)
        return mmap(at, PAGE_BYTES, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED, -1, 0)
            != MAP_FAILED;
    return mmap(at, PAGE_BYTES, PROT_READ, MAP_SHARED | MAP_FIXED, map->file, offset) != MAP_FAILED;
}

static void change(void *context, unsigned entry, unsigned count, uint32_t page)
{
    mr_host_map_t *map = context;
    unsigned index;

    ++map->changes;
    for (index = 0; index < count; ++index) {
        uint32_t shown = page == MR_MMU_FREE ? page : page + index;
        if (map->pages[entry + index] == shown)
            continue;
        if (!show(map, entry + index, shown))
            (void)fprintf(stderr, "%s: page %lu cannot be mapped: %s\n", map->name, (unsigned long)shown,
                          strerror(errno));
        map->pages[entry + index] = shown;
    }
}

/* Shared pages are the file's: nothing is stale. */
static void forget(void *context, uint32_t page, uint32_t count)
{
    (void)context;
    (void)page;
    (void)count;
}

const mr_mmu_driver_t mr_host_mmu_driver = {
    &window, 1, MR_HOST_MAP_ENTRIES, 0x10000u, page_shift, read_entry, change, forget
};
