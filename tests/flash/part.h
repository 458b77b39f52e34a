/* A flash part with real rules, for machines without files: geometry in; a driver out that programs by clearing bits,
 * refuses what the part would refuse, and loses power at any programmed unit or erase. Without power nothing happens any
 * more, and every call fails, until part_restart(). */
#ifndef PART_H
#define PART_H

#include "memreg/flash.h"

enum { PART_MOST_BYTES = 768 };

typedef enum torn { TORN_SEQUENTIAL, TORN_SCATTERED, TORN_UNSTABLE } torn_t;

typedef struct part {
    const mr_flash_geometry_t *geometry;
    uint8_t bytes[PART_MOST_BYTES];
    uint8_t hanging[PART_MOST_BYTES];         /* bits that read differently each time */
    uint8_t is_programmed[PART_MOST_BYTES];   /* of the unit that begins there, since the erase */
    uint32_t actions_left;                    /* until power fails; 0: never */
    torn_t torn;
    uint32_t random;
    uint32_t actions, reads;                  /* units programmed and erases; calls of read */
    uint16_t erases;
    uint16_t busy_in;                         /* refuses the n-th program or erase with MR_BUSY; 0: none */
    bool is_off;
    const char *broken_rule;
} part_t;

extern const mr_flash_driver_t part_driver;

/* A blank one. */
void part_open(part_t *part, const mr_flash_geometry_t *geometry);

/* Power comes back, and fails again at the `actions`-th unit or erase; 0: it stays. */
void part_restart(part_t *part, uint32_t actions);

uint32_t part_random(part_t *part);

#endif
