/* Lock files: a schema goes in, the text that freezes what it keeps over a reset comes out; that text goes in, the
 * frozen schemas come out. A lock file is written in the layout language, one `layout` line with what follows it for
 * each version, with every offset pinned. */
#ifndef MEMREGC_LOCK_H
#define MEMREGC_LOCK_H

#include "diagnostic.h"
#include "name.h"
#include "schema.h"
#include "source.h"
#include "text.h"

typedef struct lock {
    const char *path;
    schema_t **versions;     /* rising; never two of one number */
    size_t count;
} lock_t;

/* What reading needs, all of one compile. */
typedef struct lock_reader {
    arena_t *arena;
    names_t *names;
    sources_t *sources;
    diagnostics_t *diagnostics;
} lock_reader_t;

/* FILE.lock; NULL for standard input, which has none. */
const char *lock_path(arena_t *arena, const char *layout_path);

bool is_lock_path(const char *path);

/* Reads a lock file. False where it is wrong (reported), or where there were errors before; true with no versions where
 * there is no such file. */
bool lock_read(const lock_reader_t *reader, const char *path, lock_t *lock);

/* The same of a text in memory (NUL-terminated), under a name for messages. */
bool lock_read_text(const lock_reader_t *reader, const char *name, const char *chars, size_t length_bytes, lock_t *lock);

/* The version of this number, or NULL. */
schema_t *lock_version(const lock_t *lock, uint32_t version);

/* What a lock file would say of a schema, read back: as lock_read() gives it. NULL where that is not possible, which is
 * reported. */
schema_t *lock_freeze(const lock_reader_t *reader, const schema_t *schema);

/* The whole file, in canonical form. */
void lock_put(const lock_reader_t *reader, text_t *out, const lock_t *lock);

#endif
