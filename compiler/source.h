/* The input files: paths go in, bytes and places come out. All files lie one behind another in one virtual buffer of
 * 32-bit offsets, so that a place in any file is one number and a span is two. Lines are found only when printing. */
#ifndef MEMREGC_SOURCE_H
#define MEMREGC_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"

typedef struct { uint32_t start, end; } span_t;  /* [start, end) in the virtual buffer; {0, 0} is "nowhere" */

typedef struct source {
    const char *path;       /* as shown in messages and in the outputs' first line */
    const char *chars;      /* length_bytes of them, then a NUL */
    uint32_t length_bytes;
    uint32_t base;          /* virtual offset of chars[0]; never 0 */
    bool is_built_in;       /* a target file that is compiled into the program */
    bool is_main;           /* named on the command line, not imported */
} source_t;

typedef struct source_place {
    const source_t *source;
    uint32_t line, column;          /* from 1; columns count UTF-8 characters, a tab as one */
    const char *line_chars;         /* the whole line, without its end */
    uint32_t line_length_bytes;
    uint32_t line_offset_bytes;     /* of the place within the line */
} source_place_t;

typedef struct sources sources_t;

sources_t *sources_create(arena_t *arena);
void sources_destroy(sources_t *sources);
size_t sources_count(const sources_t *sources);
const source_t *sources_at(const sources_t *sources, size_t index);

/* Reads a file ("-" is standard input). NULL with *error set to a static or arena text (without the path) where it
 * cannot be read, is a directory, or the virtual buffer (4 GiB less one) is full. */
const source_t *sources_read(sources_t *sources, const char *path, const char **error);

/* Adds text that is in memory already (a built-in target, a test); chars must be NUL-terminated and stay alive. */
const source_t *sources_add(sources_t *sources, const char *path, const char *chars, size_t length_bytes);

/* The source that was read from exactly this path, or NULL. */
const source_t *sources_find(const sources_t *sources, const char *path);

/* Where a virtual offset is. place.source is NULL for offset 0. */
source_place_t sources_place(const sources_t *sources, uint32_t offset);

#endif
