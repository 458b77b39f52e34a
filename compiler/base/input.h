/* A path goes in, all bytes behind it come out. */
#ifndef MEMREGC_INPUT_H
#define MEMREGC_INPUT_H

#include <stddef.h>

/* Reads a file, or standard input where the path is "-". Returns 0 with *chars for free(), a NUL behind its length; or
 * the errno of what failed, EFBIG where there are more than most_bytes. */
int input_read(const char *path, size_t most_bytes, char **chars, size_t *length_bytes);

/* How a path is shown in messages: "-" is standard input. */
const char *input_name(const char *path);

#endif
