/* Loading a file and all that it names; see load.h. */
#include "load.h"

#include <string.h>

#include "parse.h"
#include "targets.h"

enum { DEEPEST_IMPORT = 64 };

typedef struct loader {
    arena_t *arena;
    names_t *names;
    sources_t *sources;
    diagnostics_t *diagnostics;
    const load_options_t *options;
    program_t *program;
    size_t capacity;
    /* The files that are being loaded, outermost first: an import of one of them is a cycle. */
    struct { const source_t *source; const ast_node_t *import; } open[DEEPEST_IMPORT];
    size_t open_count;
    const source_t **done;
    size_t done_count, done_capacity;
} loader_t;

static void add_declaration(loader_t *loader, const ast_node_t *node, bool is_from_target)
{
    program_t *program = loader->program;
    if (program->declaration_count == loader->capacity) {
        size_t capacity = loader->capacity;
        program->is_from_target = arena_grow(loader->arena, program->is_from_target, &capacity, sizeof(bool));
        program->declarations = arena_grow(loader->arena, program->declarations, &loader->capacity,
                                           sizeof *program->declarations);
    }
    program->is_from_target[program->declaration_count] = is_from_target;
    program->declarations[program->declaration_count++] = node;
}

static bool is_done(loader_t *loader, const source_t *source)
{
    for (size_t index = 0; index < loader->done_count; index++)
        if (loader->done[index] == source)
            return true;
    if (loader->done_count == loader->done_capacity)
        loader->done = arena_grow(loader->arena, loader->done, &loader->done_capacity, sizeof *loader->done);
    loader->done[loader->done_count++] = source;
    return false;
}

static const source_t *find_or_read(loader_t *loader, const char *path, const char **error)
{
    const source_t *source = sources_find(loader->sources, path);
    return source ? source : sources_read(loader->sources, path, error);
}

/* Beside the file that names it first, then in the folders of -I. */
static const source_t *find_import(loader_t *loader, const source_t *from, const char *path, const char **error)
{
    if (*path == '/')
        return find_or_read(loader, path, error);
    const char *slash = strrchr(from->path, '/');
    const char *beside = slash && !from->is_built_in
        ? arena_format(loader->arena, "%.*s/%s", (int)(slash - from->path), from->path, path) : path;
    const source_t *source = find_or_read(loader, beside, error);
    for (size_t index = 0; !source && index < loader->options->import_folder_count; index++) {
        const char *ignored;
        source = find_or_read(loader, arena_format(loader->arena, "%s/%s", loader->options->import_folders[index],
                                                   path), &ignored);
    }
    return source;
}

static void load_file(loader_t *loader, const source_t *source, const ast_node_t *import, bool is_target);

static void load_import(loader_t *loader, const source_t *from, const ast_node_t *node, bool is_target)
{
    const char *error = "";
    if (strlen(node->string) != node->string_length_bytes || !*node->string) {
        report(loader->diagnostics, RULE_IMPORT_MISSING, node->string_span, "an import names a file");
        return;
    }
    const source_t *source = find_import(loader, from, node->string, &error);
    if (!source) {
        diagnostic_t *missing = report(loader->diagnostics, RULE_IMPORT_MISSING, node->string_span,
                                       "cannot import '%s': %s", node->string, error);
        report_help(missing, "it is looked for beside '%s', then in the folders given by -I", from->path);
        return;
    }
    load_file(loader, source, node, is_target);
}

static const source_t *built_in_source(loader_t *loader, const char *name)
{
    for (size_t index = 0; index < built_in_target_count; index++) {
        const struct built_in_target *target = &built_in_targets[index];
        if (strcmp(target->name, name) != 0)
            continue;
        const source_t *known = sources_find(loader->sources, target->path);
        if (known)
            return known;
        source_t *added = (source_t *)sources_add(loader->sources, target->path, target->chars, target->length_bytes);
        if (added)
            added->is_built_in = true;
        return added;
    }
    return NULL;
}

static void load_target(loader_t *loader, const source_t *from, const char *name, span_t span)
{
    const char *error = "";
    const source_t *source = built_in_source(loader, name);
    if (!source)
        source = find_import(loader, from, arena_format(loader->arena, "%s.mr", name), &error);
    if (!source) {
        diagnostic_t *unknown = report(loader->diagnostics, RULE_TARGET_UNKNOWN, span, "there is no target '%s'", name);
        const char **candidates = ARENA_ARRAY(loader->arena, const char *, built_in_target_count);
        for (size_t index = 0; index < built_in_target_count; index++)
            candidates[index] = built_in_targets[index].name;
        report_nearest(unknown, name, candidates, built_in_target_count);
        report_help(unknown, "'memregc targets' lists those built in; '%s.mr' beside the layout or in a folder of -I "
                    "adds one", name);
        return;
    }
    loader->program->target_name = name;
    load_file(loader, source, NULL, true);
}

static void load_layout(loader_t *loader, const source_t *source, const ast_node_t *node)
{
    if (source != loader->program->main_source)
        return;
    if (node->count)
        report(loader->diagnostics, RULE_LOCK_FILE, node->count->span,
               "a check stands in a lock file, which 'memregc lock' writes");
    if (loader->program->layout) {
        diagnostic_t *twice = report(loader->diagnostics, RULE_LAYOUT_TWICE, node->name_span,
                                     "a file has one 'layout' line");
        report_note(twice, loader->program->layout->name_span, "the first is here");
        return;
    }
    loader->program->layout = node;
}

static void load_declaration(loader_t *loader, const source_t *source, const ast_node_t *node, bool is_target)
{
    bool is_main = source == loader->program->main_source;
    switch (node->kind) {
    case AST_LAYOUT:
        load_layout(loader, source, node);
        break;
    case AST_IMPORT:
        load_import(loader, source, node, is_target);
        break;
    case AST_TARGET:
        if (!is_main) {
            report(loader->diagnostics, RULE_TARGET_MISPLACED, node->span,
                   "only the main file names a target");
        } else if (loader->program->target_name && !loader->options->target) {
            diagnostic_t *second = report(loader->diagnostics, RULE_TARGET_MISPLACED, node->span,
                                          "a layout has one target, and '%s' is named already",
                                          loader->program->target_name);
            report_help(second, "remove one of them; --target NAME chooses another for one compile");
        } else if (!loader->options->target) {
            load_target(loader, source, node->name, node->name_span);
        }
        break;
    case AST_TARGET_FILE:
        if (is_target)
            loader->program->target = node;
        else
            report(loader->diagnostics, RULE_TARGET_MISPLACED, node->span,
                   "a target's description stands in its own file");
        break;
    case AST_PREFIX:
        if (is_main)
            loader->program->prefix = node;
        break;
    case AST_ENDIAN:
        if (is_main)
            loader->program->is_big_endian = node->value && node->value->integer;
        break;
    default:
        add_declaration(loader, node, is_target);
    }
}

static void load_file(loader_t *loader, const source_t *source, const ast_node_t *import, bool is_target)
{
    for (size_t index = 0; index < loader->open_count; index++) {
        if (loader->open[index].source != source)
            continue;
        diagnostic_t *cycle = report(loader->diagnostics, RULE_IMPORT_CYCLE, import->string_span,
                                     "'%s' imports itself%s", source->path,
                                     index + 1 == loader->open_count ? "" : " through other files");
        for (size_t step = index + 1; step < loader->open_count; step++)
            if (loader->open[step].import)
                report_note(cycle, loader->open[step].import->string_span, "by way of this import");
        return;
    }
    if (is_done(loader, source))
        return;
    if (loader->open_count == DEEPEST_IMPORT) {
        report(loader->diagnostics, RULE_IMPORT_CYCLE, import->string_span,
               "imports are nested more than %d deep", DEEPEST_IMPORT);
        return;
    }
    loader->open[loader->open_count].import = import;
    loader->open[loader->open_count++].source = source;
    ast_file_t *file = parse_source(loader->arena, loader->names, loader->diagnostics, source);
    for (const ast_node_t *node = file->declarations.first; node; node = node->next)
        load_declaration(loader, source, node, is_target);
    loader->open_count--;
}

program_t *load_source(arena_t *arena, names_t *names, sources_t *sources, diagnostics_t *diagnostics,
                       const source_t *source, const load_options_t *options)
{
    loader_t loader = { .arena = arena, .names = names, .sources = sources, .diagnostics = diagnostics,
                        .options = options };
    loader.program = ARENA_NEW(arena, program_t);
    loader.program->main_source = source;
    if (options->target)
        load_target(&loader, source, name_intern_string(names, options->target), (span_t){ 0, 0 });
    load_file(&loader, source, NULL, false);
    if (!loader.program->layout && diagnostics_error_count(diagnostics) == 0) {
        diagnostic_t *missing = report(diagnostics, RULE_LAYOUT_MISSING,
                                       (span_t){ source->base, source->base + (source->length_bytes ? 1 : 0) },
                                       "'%s' has no 'layout' line", source->path);
        report_help(missing, "begin with 'layout NAME;': generated names start with it");
    }
    return loader.program;
}

program_t *load_program(arena_t *arena, names_t *names, sources_t *sources, diagnostics_t *diagnostics,
                        const char *path, const load_options_t *options, const char **error)
{
    const source_t *source = sources_read(sources, path, error);
    if (!source)
        return NULL;
    return load_source(arena, names, sources, diagnostics, source, options);
}

/* ---- lock files */

static bool may_be_frozen(ast_kind_t kind)
{
    return kind == AST_ENUM || kind == AST_STRUCT || kind == AST_REGION || kind == AST_MEMREG || kind == AST_STORE;
}

program_t **load_lock(arena_t *arena, names_t *names, diagnostics_t *diagnostics, const source_t *source,
                      size_t *count)
{
    const ast_file_t *file = parse_source(arena, names, diagnostics, source);
    program_t **programs = ARENA_ARRAY(arena, program_t *, file->declarations.count + 1);
    /* Each program has a slice of these. */
    const ast_node_t **declarations = ARENA_ARRAY(arena, const ast_node_t *, file->declarations.count + 1);
    bool *is_from_target = ARENA_ARRAY(arena, bool, file->declarations.count + 1);
    program_t *program = NULL;
    *count = 0;
    for (const ast_node_t *node = file->declarations.first; node; node = node->next) {
        if (node->kind == AST_LAYOUT) {
            program = programs[(*count)++] = ARENA_NEW(arena, program_t);
            program->layout = node;
            program->main_source = source;
            program->is_frozen = true;
            program->declarations = declarations;
            program->is_from_target = is_from_target;
        } else if (!program || !may_be_frozen(node->kind)) {
            report(diagnostics, RULE_LOCK_FILE, node->span, program ? "a lock file holds enums, structs, regions, "
                   "memregs and stores only" : "a lock file begins with a 'layout' line");
        } else {
            *declarations++ = node;
            program->declaration_count++;
        }
    }
    return programs;
}
