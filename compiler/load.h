/* Loading: the main file's path goes in; its ast and those of its imports and target come out as one list of
 * declarations in order, the target's first, an import's where it stands. */
#ifndef MEMREGC_LOAD_H
#define MEMREGC_LOAD_H

#include "ast.h"
#include "diagnostic.h"
#include "name.h"
#include "source.h"

typedef struct load_options {
    const char *const *import_folders;   /* -I */
    size_t import_folder_count;
    const char *target;                  /* --target; NULL: what the layout names */
} load_options_t;

typedef struct program {
    const ast_node_t **declarations;     /* without layout, import, target, prefix and endian */
    bool *is_from_target;                /* for each of them */
    size_t declaration_count;
    const ast_node_t *layout;            /* NULL where the main file has none (that is reported) */
    const ast_node_t *prefix;            /* NULL where it has none */
    bool is_big_endian;
    const ast_node_t *target;            /* the target file's description; NULL where there is none */
    const char *target_name;
    const source_t *main_source;
    bool is_frozen;                      /* one version of a lock file: its names come out nowhere */
} program_t;

/* Always returns a program; what is wrong is reported. NULL only where the main file cannot be read: *error then says
 * why. */
program_t *load_program(arena_t *arena, names_t *names, sources_t *sources, diagnostics_t *diagnostics,
                        const char *path, const load_options_t *options, const char **error);

/* The same of a source that is in memory already. */
program_t *load_source(arena_t *arena, names_t *names, sources_t *sources, diagnostics_t *diagnostics,
                       const source_t *source, const load_options_t *options);

/* The versions of a lock file, each as a program of its own, in the order of the file. What is wrong is reported. */
program_t **load_lock(arena_t *arena, names_t *names, diagnostics_t *diagnostics, const source_t *source,
                      size_t *count);

#endif
