/* The target files under runtime/targets/, compiled into the program: one row for each, sorted by name in byte order. */
#ifndef MEMREGC_TARGETS_H
#define MEMREGC_TARGETS_H

#include <stddef.h>

typedef struct built_in_target {
    const char *name;      /* "avr128da28": the file's name without ".mr" */
    const char *path;      /* "runtime/targets/avr/avr128da28.mr" */
    const char *chars;     /* length_bytes of them, then a NUL */
    size_t length_bytes;
} built_in_target_t;

extern const built_in_target_t built_in_targets[];
extern const size_t built_in_target_count;

#endif
