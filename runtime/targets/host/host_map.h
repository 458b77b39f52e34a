/* The host's MMU: a flash file's pages and a table's entries go in, a window of address space comes out in which each
 * entry shows its page of the file, and in which reading a dead entry ends the program (SIGSEGV), as a chip would
 * fault. The file is that of mr_host_memory_t of the same name (host_memory.h); it is mapped read-only and shared, so
 * that what is programmed shows at once. For POSIX systems. */
#ifndef MEMREG_HOST_MAP_H
#define MEMREG_HOST_MAP_H

#include "memreg/map.h"

#if defined __cplusplus
extern "C" {
#endif

enum { MR_HOST_MAP_PAGE_SHIFT = 16, MR_HOST_MAP_ENTRIES = 512 };

/* A flash and its window. A program fills in the first two members and leaves the rest zero:
 *     static mr_host_map_t flash_map = { .name = "demo.flash", .size_bytes = 8u << 20 };
 *     static uint16_t books[MR_MMU_BOOKS(MR_HOST_MAP_ENTRIES)];
 *     static const mr_mmu_t flash_mmu = { &mr_host_mmu_driver, &flash_map, books, 0, MR_HOST_MAP_ENTRIES };
 * It opens by itself at the first view, or by mr_host_map_open(). One at a time is open in a process: there is one
 * window. */
typedef struct mr_host_map {
    const char *name;             /* LAYOUT.REGION: the file is LAYOUT.REGION.bin */
    uint32_t size_bytes;
    /* The runtime's own: */
    bool is_open;
    int file;
    unsigned changes;             /* what on a chip would be stops of the cache */
    uint32_t pages[MR_HOST_MAP_ENTRIES];
} mr_host_map_t;

/* The MMU, as mr_mmu_t wants it; the context is the mr_host_map_t. */
extern const mr_mmu_driver_t mr_host_mmu_driver;

/* Opens the file, which is made where it is missing, and reserves the window. MR_OK, also where it is open already;
 * MR_BUSY where another one is open; MR_ERROR where the file or the addresses cannot be had, and standard error says
 * why. */
mr_status_t mr_host_map_open(mr_host_map_t *map);

/* Gives the window back: all views on it are dead. The books must be cleared before it is opened again. */
void mr_host_map_close(mr_host_map_t *map);

#if defined __cplusplus
}
#endif

#endif
