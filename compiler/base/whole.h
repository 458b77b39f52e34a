/* Whole numbers as people write them: text goes in, a number comes out. (The layout language has its own, in the lexer.) */
#ifndef MEMREGC_WHOLE_H
#define MEMREGC_WHOLE_H

#include <stdbool.h>
#include <stdint.h>

typedef struct whole { bool is_negative, is_too_large /* for 64 bits */; uint64_t size; } whole_t;

/* Reads 10, -10, 0x1F, 0b1, 0o17, with '_' between digits; false where the text is anything else. */
bool whole_read(const char *chars, whole_t *whole);

/* The same with K, M or G (1024-fold, in either case) behind it, which may be repeated as in 1KK. */
bool whole_read_size(const char *chars, whole_t *whole);

#endif
