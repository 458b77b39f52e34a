/* A compile up to its schema: a layout's path or text goes in; the schema and all messages come out. Every command that
 * reads a layout starts here. */
#ifndef MEMREGC_COMPILE_H
#define MEMREGC_COMPILE_H

#include "diagnostic.h"
#include "load.h"
#include "name.h"
#include "schema.h"
#include "source.h"
#include "text.h"

/* All that one compile owns; freed at once. */
typedef struct compile {
    arena_t *arena;
    names_t *names;
    sources_t *sources;
    diagnostics_t *diagnostics;
    load_options_t load;
    const char *prefix;          /* of --prefix, or NULL */
    bool ignores_lock;           /* the layout is taken as it is, whatever is locked */
} compile_t;

void compile_start(compile_t *compile, const diagnostic_options_t *options);
void compile_end(compile_t *compile);

/* NULL where there are errors, which are in compile->diagnostics; where the file cannot be read *error says why. */
schema_t *compile_file(compile_t *compile, const char *path, const char **error);

/* The version that the layout has is frozen in its lock file's text, which is put into out, in canonical form. False
 * where there are errors, or the layout or lock file cannot be read, for which *error says why. *schema is today's;
 * *was_locked: the file would not change. */
bool compile_lock(compile_t *compile, const char *path, bool is_replacing, text_t *out, const schema_t **schema,
                  bool *was_locked, const char **error);

/* The same of a text in memory (NUL-terminated), under a name for messages. */
schema_t *compile_text(compile_t *compile, const char *name, const char *chars, size_t length_bytes);

#endif
