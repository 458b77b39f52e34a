/* A simulated flash: a driver's calls go in; bytes in RAM, counts of what was done, and faults come out. Power fails at
 * the event that the budget says: each byte programmed is one, an erase is three (before, within, after). */
#ifndef MEDIUM_H
#define MEDIUM_H

#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>

#include "memreg/flash.h"

#ifndef MEDIUM_MOST_BYTES
#define MEDIUM_MOST_BYTES (32u << 10)
#endif
enum { MEDIUM_MOST_SECTORS = MEDIUM_MOST_BYTES / 256 };

enum { TEAR_SEQUENTIAL, TEAR_SCATTERED, TEAR_UNSTABLE, TEAR_KINDS };

typedef struct medium {
    mr_flash_geometry_t geometry;
    uint8_t cells[MEDIUM_MOST_BYTES];
    uint8_t unstable[MEDIUM_MOST_BYTES];   /* bits that read as anything; their cells are 1 */
    bool has_unstable;
    bool is_lenient;                       /* what its bytes forbid is not told: they may be anything */
    uint8_t bad_erase[MEDIUM_MOST_SECTORS], bad_program[MEDIUM_MOST_SECTORS]; /* 1: says so, 2: does not say so */
    uint32_t erases[MEDIUM_MOST_SECTORS];
    uint64_t read_bytes, read_calls, programmed_bytes, program_calls, erase_calls;
    int tear;
    int64_t events, budget;                /* budget < 0: power does not fail */
    int busy_after;                        /* calls that change something, until one is refused; < 0: none */
    mr_status_t refusal;
    jmp_buf cut;
    uint32_t random;
} medium_t;

extern const mr_flash_driver_t medium_driver;

uint32_t medium_random(medium_t *medium);
void medium_init(medium_t *medium, uint32_t sectors, uint32_t erase_bytes, unsigned page, unsigned unit, bool once,
                 uint32_t seed);

#endif
