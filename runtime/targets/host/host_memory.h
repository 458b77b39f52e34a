/* The host's memories: what a layout calls flash, user row, EEPROM or one-time bytes goes in; files that keep its contents
 * between runs, and obey the rules of such parts, come out. For POSIX systems. (Retained RAM is the glue's own.)
 *
 * A region LAYOUT.REGION lies in the file LAYOUT.REGION.bin: its plain bytes, so that other programs can read and map
 * it. What is counted lies beside it in LAYOUT.REGION.wear. New ones hold 0xFF.
 *
 * The environment says what else happens:
 *   MEMREG_HOST_DIR=FOLDER   where the files lie; else in the current folder
 *   MEMREG_HOST_CUT=N        power fails at the N-th programmed unit or erase, counted over all memories of the process
 *                            (1 is the first): it is left torn, and the process ends at once with status 86
 *   MEMREG_HOST_TORN=HOW     sequential (default): what is before the cut is done, one byte is done in part;
 *                            scattered: any bits of the program or erase are done; unstable: as scattered, and the bits
 *                            that hang between two values read differently every time, also in later runs, until they
 *                            are programmed or erased
 *   MEMREG_HOST_BUSY=N       every N-th program or erase is refused with MR_BUSY
 * A row or flash whose file is write-protected (chmod a-w) is a protected part: MR_LOCKED.
 *
 * What breaks a part's rules is told on standard error, changes nothing and returns MR_ERROR. Nothing here may be called
 * from a signal handler or from two threads at once. */
#ifndef MEMREG_HOST_MEMORY_H
#define MEMREG_HOST_MEMORY_H

#include <stdio.h>

#include "memreg/flash.h"
#include "memreg/row.h"

#if defined __cplusplus
extern "C" {
#endif

/* A flash or row. The first members are the definition: a program fills them in and leaves the rest zero. */
typedef struct mr_host_memory {
    const char *name;             /* LAYOUT.REGION */
    uint32_t size_bytes;
    uint32_t erase_bytes;         /* as in the geometry; ignored where the part is not erasable */
    uint32_t page_bytes;          /* a program does not cross a multiple of it; 0: there are no pages */
    uint16_t program_bytes;       /* as in the geometry */
    bool programs_once;
    bool is_erasable;
    /* The runtime's own: */
    bool is_protected;
    uint8_t *bytes;               /* the file, mapped; NULL before it is open */
    void *wear;
    struct mr_host_memory *next;
} mr_host_memory_t;

/* The parts as services see them; the context is the mr_host_memory_t. Files are opened at the first call. */
extern const mr_flash_driver_t mr_host_flash_driver;
extern const mr_row_driver_t mr_host_row_driver;

/* Opens a memory now. MR_OK, also where it is open already; MR_BAD_ARGUMENT where the definition is wrong; MR_ERROR where a
 * file cannot be made, read or mapped, and standard error says why. */
mr_status_t mr_host_open(mr_host_memory_t *memory);

/* Forgets a memory, whose file stays; the next call opens it again. */
void mr_host_close(mr_host_memory_t *memory);

/* Opens the file NAME.bin for reading and writing, makes it at least `size_bytes` long, new bytes being `fill`. Returns a
 * file descriptor, which the caller closes; -1 where it cannot (errno and standard error say why). A map service maps the
 * pages of a flash with it. */
int mr_host_open_file(const char *name, size_t size_bytes, uint8_t fill);

/* ---- Wear */

/* Prints a line for each open memory:
 * NAME size=BYTES unit=BYTES units=N programmed=BYTES erases=N most=N least=N
 * where `most` and `least` are the erases of the most and least erased unit. They count over all runs. */
void mr_host_report(FILE *out);

/* How often the erase unit at `offset` was erased. */
uint32_t mr_host_erases(mr_host_memory_t *memory, uint32_t offset);

/* How many bytes were programmed. */
uint64_t mr_host_programmed_bytes(mr_host_memory_t *memory);

/* ---- Power cuts from within a test; they go before the environment. */

typedef enum mr_host_torn { MR_HOST_TORN_SEQUENTIAL, MR_HOST_TORN_SCATTERED, MR_HOST_TORN_UNSTABLE } mr_host_torn_t;

/* Power fails at the `actions`-th unit or erase from now on; 0: never. */
void mr_host_cut(uint64_t actions, mr_host_torn_t torn);

/* How many units were programmed and erased, in all memories, since the process began. */
uint64_t mr_host_actions(void);

/* What is called when power fails, instead of ending the process; it must not return (longjmp). NULL: the process ends. */
extern void (*mr_host_power_off)(void);

#if defined __cplusplus
}
#endif

#endif
