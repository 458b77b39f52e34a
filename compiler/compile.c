/* The pipeline up to the schema; see compile.h. */
#include "compile.h"

#include <string.h>

#include "build.h"
#include "versions.h"

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

static lock_reader_t reader_of(const compile_t *compile)
{
    return (lock_reader_t){ compile->arena, compile->names, compile->sources, compile->diagnostics };
}

schema_t *compile_file(compile_t *compile, const char *path, const char **error)
{
    *error = NULL;
    program_t *program = load_program(compile->arena, compile->names, compile->sources, compile->diagnostics, path,
                                      &compile->load, error);
    schema_t *schema = program ? build(compile, program) : NULL;
    lock_t lock;
    lock_reader_t reader = reader_of(compile);
    if (!schema || compile->ignores_lock)
        return schema;
    if (!lock_read(&reader, lock_path(compile->arena, path), &lock))
        return NULL;
    versions_check(&reader, schema, &lock, false);
    return diagnostics_error_count(compile->diagnostics) ? NULL : schema;
}

bool compile_lock(compile_t *compile, const char *path, bool is_replacing, text_t *out, const schema_t **schema,
                  bool *was_locked, const char **error)
{
    lock_t lock;
    lock_reader_t reader = reader_of(compile);
    compile->ignores_lock = true;
    schema_t *today = compile_file(compile, path, error);
    if (!today || !lock_read(&reader, lock_path(compile->arena, path), &lock))
        return false;
    versions_check(&reader, today, &lock, is_replacing);
    if (diagnostics_error_count(compile->diagnostics))
        return false;
    schema_t *frozen = lock_freeze(&reader, today);
    if (!frozen)
        return false;
    lock_t with = versions_with(&reader, &lock, frozen);
    lock_put(&reader, out, &with);
    const source_t *source = sources_find(compile->sources, lock.path);
    *was_locked = lock.count && source && source->length_bytes == out->length_bytes
        && memcmp(source->chars, out->chars, out->length_bytes) == 0;
    *schema = today;
    return !diagnostics_error_count(compile->diagnostics);
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
