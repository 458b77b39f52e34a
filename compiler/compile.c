/* The pipeline up to the schema; see compile.h. */
#include "compile.h"

#include "build.h"

void compile_start(compile_t *compile, const diagnostic_options_t *options)
{
    *compile = (compile_t){ .arena = arena_create() };
    compile->names = names_create(compile->arena);
    compile->sources = sources_create(compile->arena);
    compile->diagnostics = diagnostics_create(compile->arena, compile->sources, options);
}

void compile_end(compile_t *compile)
{
    sources_destroy(compile->sources);
    arena_destroy(compile->arena);
}

static schema_t *build(compile_t *compile, const program_t *program)
{
    if (diagnostics_error_count(compile->diagnostics) && !program->layout)
        return NULL;
    return schema_build(compile->arena, compile->names, compile->diagnostics, program, compile->prefix);
}

schema_t *compile_file(compile_t *compile, const char *path, const char **error)
{
    *error = NULL;
    program_t *program = load_program(compile->arena, compile->names, compile->sources, compile->diagnostics, path,
                                      &compile->load, error);
    return program ? build(compile, program) : NULL;
}

schema_t *compile_text(compile_t *compile, const char *name, const char *chars, size_t length_bytes)
{
    const source_t *source = sources_add(compile->sources, name, chars, length_bytes);
    if (!source)
        return NULL;
    program_t *program = load_source(compile->arena, compile->names, compile->sources, compile->diagnostics, source,
                                     &compile->load);
    return build(compile, program);
}
