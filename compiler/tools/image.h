/* Images of memory: raw bytes or Intel HEX go in, runs of bytes by address come out, and the other way. A run costs what
 * it holds, and the gaps between runs nothing, however far apart they are. */
#ifndef MEMREGC_IMAGE_H
#define MEMREGC_IMAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "messages.h"

typedef struct image_run {
    uint64_t address;
    uint8_t *bytes;
    size_t length_bytes, capacity_bytes;
} image_run_t;

/* Starts as { 0 }: empty. */
typedef struct image {
    bool is_hex;                   /* it was read from Intel HEX: addresses are the processor's; else they begin at 0 */
    image_run_t *runs;             /* by address; no two meet */
    size_t run_count, run_capacity;
    unsigned start_record;         /* 3 or 5: an Intel HEX record of where execution starts, kept as it was; else 0 */
    uint32_t start_address;
} image_t;

/* Takes an image apart. What begins like a line of Intel HEX is that, anything else is raw. Returns false with what is
 * wrong in messages, at path and line. */
bool image_parse(image_t *image, messages_t *messages, const char *path, const char *chars, size_t length_bytes);
void image_free(image_t *image);

/* How many of the bytes from address on are there without a gap, at most count. */
uint64_t image_reach(const image_t *image, uint64_t address, uint64_t count);

/* Copies count bytes out; the caller has asked image_reach(). */
void image_get(const image_t *image, uint64_t address, uint8_t *bytes, size_t count);

/* Writes bytes, over what is there or into a gap. */
void image_put(image_t *image, uint64_t address, const uint8_t *bytes, size_t count);

/* The end of the last run; 0 where there is none. */
uint64_t image_end(const image_t *image);

/* Adds the bytes from address `first` to the image's end to a text, gaps as 0xFF. */
void image_write_raw(const image_t *image, uint64_t first, text_t *text);

/* Adds Intel HEX: 16 bytes a record, type 04 for addresses above 64 KiB. All addresses must be below 4 GiB. */
void image_write_hex(const image_t *image, text_t *text);

#endif
