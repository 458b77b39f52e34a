/* A part of memory with real rules: geometry in; a driver out that programs by clearing bits, refuses what the part would
 * refuse, counts what it does, and can lose power at any program or erase. */
#ifndef MEDIUM_H
#define MEDIUM_H

#include "memreg/row.h"

enum { MEDIUM_MOST_BYTES = 512 };

typedef struct medium {
    const mr_row_geometry_t *geometry;
    uint8_t bytes[MEDIUM_MOST_BYTES];
    uint8_t programs[MEDIUM_MOST_BYTES];  /* since the erase, of the unit that begins there */
    uint8_t unstable[MEDIUM_MOST_BYTES];  /* bits that read as they like */
    unsigned erases, programmed_bytes;
    bool has_programmed_last;
    mr_status_t state;
    long actions_left;                    /* until the power fails; negative: never */
    bool is_torn;                         /* whether the action that the power fails in is done in part */
    bool is_unstable;                     /* whether it leaves each bit changed, or not, or unstable */
    uint32_t random_state;
    bool is_stuck;                        /* programs do nothing */
    const char *broken_rule;
} medium_t;

extern const mr_row_driver_t medium_driver;

/* A blank one. */
void medium_open(medium_t *medium, const mr_row_geometry_t *geometry);

#endif
