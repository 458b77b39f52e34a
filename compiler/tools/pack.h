/* Packed files: files go in, the bytes of an area of flash come out, and the other way. The runtime's map reads them
 * (memreg/map.h); docs/formats.md has the format. */
#ifndef MEMREGC_PACK_H
#define MEMREGC_PACK_H

#include "messages.h"

enum { PACK_ENTRY_BYTES = 16, PACK_NAME_BYTES = 8, PACK_ALIGNMENT = 16 };

typedef struct packed_file {
    const char *name;              /* 1 to 8 bytes */
    const char *bytes;
    size_t size_bytes;
    uint64_t offset;               /* from the area's start */
} packed_file_t;

/* NULL, or why a packed file cannot have this name: a sentence in the arena. */
const char *pack_name_problem(arena_t *arena, const char *name, size_t length);

/* Adds the area to `out`: a table, then the files in order. Names have been checked. Reports, at path, names that are
 * there twice and an area larger than most_bytes (0: no bound). */
bool pack_write(messages_t *messages, const char *path, const packed_file_t *files, size_t count, uint64_t most_bytes,
                text_t *out);

/* Reads an area's table. *files, in the arena, point into bytes. Reports every entry that reaches beyond the area, into
 * the table, or has a name that is none or another's. */
bool pack_read(arena_t *arena, messages_t *messages, const char *path, const char *bytes, size_t length_bytes,
               packed_file_t **files, size_t *count);

#endif
