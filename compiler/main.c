/* The program: a command line goes in; files, messages and an exit status come out. One function a command. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compile.h"
#include "completion.h"
#include "diff.h"
#include "emit.h"
#include "explain.h"
#include "format.h"
#include "options.h"
#include "output.h"
#include "parse.h"
#include "show.h"
#include "svd_print.h"
#include "tools.h"
#include "version.h"

enum { EXIT_DONE = 0, EXIT_INPUT = 1, EXIT_USE = 2 };

static void start(compile_t *compile, const options_t *options)
{
    compile_start(compile, &options->diagnostics);
    compile->load = (load_options_t){ options->import_folders.values, options->import_folders.count, options->target };
    compile->prefix = options->prefix;
}

static int cannot_read(const char *path, const char *error)
{
    fprintf(stderr, "memregc: %s: %s\n", path, error);
    return EXIT_USE;
}

/* Prints what was reported; errors make the status one of bad input. */
static int finish(compile_t *compile, int status)
{
    if (status != EXIT_USE && diagnostics_error_count(compile->diagnostics))
        status = EXIT_INPUT;
    diagnostics_print(compile->diagnostics, stderr);
    return status;
}

static bool print_text(const char *chars, size_t length_bytes)
{
    fwrite(chars, 1, length_bytes, stdout);
    if (fflush(stdout) == 0 && !ferror(stdout))
        return true;
    perror("memregc: standard output");
    return false;
}

/* Writes one file as a whole; returns the exit status. */
static int write_file(arena_t *arena, const char *path, const text_t *text)
{
    outputs_t *outputs = outputs_create(arena);
    text_put_bytes(output_add(outputs, path), text->chars, text->length_bytes);
    bool is_written = outputs_commit(outputs);
    outputs_destroy(outputs);
    return is_written ? EXIT_DONE : EXIT_USE;
}

/* ---- compile and check */

static const char *depfile_path(arena_t *arena, const options_t *options, const schema_t *schema)
{
    if (options->depfile_path)
        return options->depfile_path;
    if (!options->output_folder)
        return arena_format(arena, "%s.d", schema->name.snake);
    return arena_format(arena, "%s/%s.d", options->output_folder, schema->name.snake);
}

/* The rule's target is what was written, unless -MT says otherwise; built-in targets are no files. */
static void add_depfile(compile_t *compile, outputs_t *outputs, const options_t *options, const schema_t *schema)
{
    size_t target_count = options->depfile_targets.count ? options->depfile_targets.count : outputs_count(outputs);
    const char **targets = ARENA_ARRAY(compile->arena, const char *, target_count + 1);
    for (size_t index = 0; index < target_count; index++)
        targets[index] = options->depfile_targets.count ? options->depfile_targets.values[index]
                                                        : output_path(outputs, index);
    const char **prerequisites = ARENA_ARRAY(compile->arena, const char *, sources_count(compile->sources) + 1);
    size_t count = 0;
    for (size_t index = 0; index < sources_count(compile->sources); index++)
        if (!sources_at(compile->sources, index)->is_built_in)
            prerequisites[count++] = sources_at(compile->sources, index)->path;
    depfile_put(output_add(outputs, depfile_path(compile->arena, options, schema)), targets, target_count,
                prerequisites, count, options->depfile_has_phony_targets);
}

/* Does every --place name a region? */
static bool places_are_known(const options_t *options, const schema_t *schema)
{
    for (size_t index = 0; index < options->place_count; index++) {
        bool is_known = false;
        for (size_t region = 0; region < schema->region_count; region++)
            is_known |= strcmp(schema->regions[region].name.name, options->places[index].region) == 0;
        if (is_known)
            continue;
        fprintf(stderr, "memregc: --place: the layout has no region '%s'\n", options->places[index].region);
        return false;
    }
    return true;
}

static int compile_one(const char *path, const options_t *options, outputs_t *outputs, bool is_check)
{
    compile_t compile;
    const char *error;
    start(&compile, options);
    schema_t *schema = compile_file(&compile, path, &error);
    int status = error ? cannot_read(path, error) : schema ? EXIT_DONE : EXIT_INPUT;
    if (schema && !places_are_known(options, schema)) {
        status = EXIT_USE;
    } else if (schema && !diagnostics_error_count(compile.diagnostics) && !is_check) {
        emit_schema(compile.arena, outputs, schema, options);
        if (options->writes_depfile)
            add_depfile(&compile, outputs, options, schema);
    }
    status = finish(&compile, status);
    compile_end(&compile);
    return status;
}

static int print_outputs(const outputs_t *outputs)
{
    for (size_t index = 0; index < outputs_count(outputs); index++) {
        const text_t *text = output_text(outputs, index);
        if (!print_text(text->chars, text->length_bytes))
            return EXIT_USE;
    }
    return EXIT_DONE;
}

/* Two layouts may not write one file. */
static bool outputs_differ(const outputs_t *outputs)
{
    for (size_t index = 0; index < outputs_count(outputs); index++) {
        for (size_t other = 0; other < index; other++) {
            if (strcmp(output_path(outputs, index), output_path(outputs, other)) != 0)
                continue;
            fprintf(stderr, "memregc: two of the layouts would write %s: give them different names\n",
                    output_path(outputs, index));
            return false;
        }
    }
    return true;
}

static int run_compile(const options_t *options)
{
    arena_t *arena = arena_create();
    outputs_t *outputs = outputs_create(arena);
    int status = EXIT_DONE;
    if (options->to_standard_output)
        outputs_keep_texts(outputs);
    for (size_t index = 0; index < options->operand_count; index++) {
        int one = compile_one(options->operands[index], options, outputs, false);
        status = one > status ? one : status;
    }
    if (status == EXIT_DONE && options->operand_count > 1 && !outputs_differ(outputs))
        status = EXIT_INPUT;
    if (status == EXIT_DONE && options->to_standard_output) {
        status = print_outputs(outputs);
    } else if (status == EXIT_DONE) {
        if (!options->only_if_changed)
            outputs_touch_unchanged(outputs);
        status = outputs_commit(outputs) ? EXIT_DONE : EXIT_USE;
    }
    outputs_destroy(outputs);
    arena_destroy(arena);
    return status;
}

static int run_check(const options_t *options)
{
    int status = EXIT_DONE;
    for (size_t index = 0; index < options->operand_count; index++) {
        int one = compile_one(options->operands[index], options, NULL, true);
        status = one > status ? one : status;
    }
    return status;
}

/* ---- show and fmt */

static int run_show(const options_t *options)
{
    compile_t compile;
    const char *error;
    text_t text = { 0 };
    start(&compile, options);
    schema_t *schema = compile_file(&compile, options->operands[0], &error);
    int status = error ? cannot_read(options->operands[0], error) : schema ? EXIT_DONE : EXIT_INPUT;
    status = finish(&compile, status);
    if (schema && status == EXIT_DONE) {
        show(&text, schema);
        if (!print_text(text.chars, text.length_bytes))
            status = EXIT_USE;
    }
    text_free(&text);
    compile_end(&compile);
    return status;
}

static bool is_canonical(const source_t *source, const text_t *text)
{
    return source->length_bytes == text->length_bytes
        && memcmp(source->chars, text->chars, text->length_bytes) == 0;
}

static int write_formatted(arena_t *arena, const options_t *options, const source_t *source, const text_t *text)
{
    bool is_same = is_canonical(source, text);
    if (options->checks_format) {
        if (!is_same)
            fprintf(stderr, "memregc: %s is not in canonical form; 'memregc fmt -w' mends it\n", source->path);
        return is_same ? EXIT_DONE : EXIT_INPUT;
    }
    if (!options->formats_in_place || strcmp(source->path, "-") == 0)
        return print_text(text->chars, text->length_bytes) ? EXIT_DONE : EXIT_USE;
    if (is_same)
        return EXIT_DONE;
    return write_file(arena, source->path, text);
}

static int format_one(const char *path, const options_t *options)
{
    compile_t compile;
    const char *error = NULL;
    text_t text = { 0 };
    int status = EXIT_DONE;
    start(&compile, options);
    const source_t *source = sources_read(compile.sources, path, &error);
    if (!source) {
        status = cannot_read(path, error);
    } else {
        (void)parse_source(compile.arena, compile.names, compile.diagnostics, source);
        if (!diagnostics_error_count(compile.diagnostics)
            && format_source(compile.arena, compile.names, compile.diagnostics, source, &text))
            status = write_formatted(compile.arena, options, source, &text);
    }
    status = finish(&compile, status);
    text_free(&text);
    compile_end(&compile);
    return status;
}

static int run_format(const options_t *options)
{
    int status = EXIT_DONE;
    for (size_t index = 0; index < options->operand_count; index++) {
        int one = format_one(options->operands[index], options);
        status = one > status ? one : status;
    }
    return status;
}

/* ---- lock and diff */

static int run_lock(const options_t *options)
{
    compile_t compile;
    const char *path = options->operands[0], *error = NULL;
    const schema_t *frozen = NULL;
    text_t text = { 0 };
    bool was_locked = false;
    if (strcmp(path, "-") == 0) {
        fputs("memregc: standard input has no file beside it: 'memregc lock' takes a file\n", stderr);
        return EXIT_USE;
    }
    start(&compile, options);
    bool is_good = compile_lock(&compile, path, options->replaces_locked, &text, &frozen, &was_locked, &error);
    int status = finish(&compile, error ? cannot_read(path, error) : is_good ? EXIT_DONE : EXIT_INPUT);
    const char *lock = arena_format(compile.arena, "%s.lock", path);
    if (is_good && status == EXIT_DONE && !was_locked)
        status = write_file(compile.arena, lock, &text);
    if (is_good && status == EXIT_DONE)
        printf("%s: version %u %s, fingerprint 0x%08X\n", lock, (unsigned)frozen->version,
               was_locked ? "is as it was" : "is frozen", (unsigned)frozen->fingerprint);
    text_free(&text);
    compile_end(&compile);
    return status;
}

/* ---- import */

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* "FILE:line:col: error: …" for a place in bytes. */
static int report_import(const source_t *source, const svd_error_t *error)
{
    size_t line = 1, column = 1;
    for (size_t index = 0; index < error->place && index < source->length_bytes; index++) {
        bool is_newline = source->chars[index] == '\n', continues = ((unsigned char)source->chars[index] & 0xC0) == 0x80;
        line += is_newline;
        column = is_newline ? 1 : column + !continues;
    }
    fprintf(stderr, "%s:%zu:%zu: error: %s\n", source->path, line, column, error->message);
    return EXIT_INPUT;
}

/* Names that are longer than a line are broken as the formatter breaks them. */
static bool make_canonical(compile_t *compile, text_t *text)
{
    text_t formatted = { 0 };
    const source_t *source = sources_add(compile->sources, "layout", text_chars(text), text->length_bytes);
    bool is_good = source && format_source(compile->arena, compile->names, compile->diagnostics, source, &formatted);
    if (is_good) {
        text_free(text);
        *text = formatted;
    }
    return is_good;
}

static int write_import(compile_t *compile, const options_t *options, const text_t *text)
{
    if (!options->output_file || strcmp(options->output_file, "-") == 0)
        return print_text(text->chars, text->length_bytes) ? EXIT_DONE : EXIT_USE;
    return write_file(compile->arena, options->output_file, text);
}

static int import_svd(compile_t *compile, const options_t *options, const source_t *source)
{
    svd_error_t error;
    text_t text = { 0 };
    bool is_canonical = true;
    const svd_element_t *device = svd_read(compile->arena, compile->names, source->chars, source->length_bytes, &error);
    const svd_layout_t *layout = device ? svd_layout(compile->arena, device, &error) : NULL;
    bool is_good = layout && svd_print(compile->arena, &text, layout, base_name(source->path), &is_canonical, &error);
    if (is_good && !is_canonical)
        is_good = make_canonical(compile, &text);
    int status = is_good ? write_import(compile, options, &text) : report_import(source, &error);
    if (status == EXIT_DONE && layout->mended_count)
        fprintf(stderr, "%s: %zu %s not be had as the file has %s: see the comments \"SVD:\"\n", source->path,
                layout->mended_count, layout->mended_count == 1 ? "thing could" : "things could",
                layout->mended_count == 1 ? "it" : "them");
    text_free(&text);
    return status;
}

static int run_import(const options_t *options)
{
    compile_t compile;
    const char *path = options->operands[1], *error;
    start(&compile, options);
    const source_t *source = sources_read(compile.sources, path, &error);
    int status = source ? import_svd(&compile, options, source) : cannot_read(path, error);
    compile_end(&compile);
    return status;
}

/* ---- completion */

static int run_completion(const options_t *options)
{
    text_t text = { 0 };
    completion_put(&text, options->action);
    bool is_printed = print_text(text.chars, text.length_bytes);
    text_free(&text);
    return is_printed ? EXIT_DONE : EXIT_USE;
}

static int run_diff(const options_t *options)
{
    compile_t compile;
    const char *unread = NULL, *error = NULL;
    text_t text = { 0 };
    bool is_breaking = false;
    start(&compile, options);
    bool is_good = diff_layouts(&compile, options->operands[0], options->operands[1], options->is_json, &text,
                                &is_breaking, &unread, &error);
    int status = finish(&compile, error ? cannot_read(unread, error) : !is_good || is_breaking ? EXIT_INPUT : EXIT_DONE);
    if (is_good && !print_text(text.chars, text.length_bytes))
        status = EXIT_USE;
    text_free(&text);
    compile_end(&compile);
    return status;
}

static int run_command(const options_t *options)
{
    switch (options->command) {
    case COMMAND_COMPILE: return run_compile(options);
    case COMMAND_CHECK: return run_check(options);
    case COMMAND_SHOW: return run_show(options);
    case COMMAND_FMT: return run_format(options);
    case COMMAND_LOCK: return run_lock(options);
    case COMMAND_DIFF: return run_diff(options);
    case COMMAND_IMPORT: return run_import(options);
    case COMMAND_EXPLAIN: return explain_rule(options->operands[0]);
    case COMMAND_RULES: return explain_rules();
    case COMMAND_TARGETS: return explain_targets();
    case COMMAND_COMPLETION: return run_completion(options);
    case COMMAND_DECODE: return run_decode(options);
    case COMMAND_ENCODE: return run_encode(options);
    case COMMAND_SET: return run_set(options);
    case COMMAND_IMAGE: return run_image(options);
    case COMMAND_PARTITION: return run_partition(options);
    case COMMAND_STORE: return run_store(options);
    default: return EXIT_USE;
    }
}

int main(int argument_count, char **arguments)
{
    arena_t *arena = arena_create();
    options_t options;
    int status = EXIT_DONE;
    if (options_parse(&options, arena, argument_count, (const char *const *)arguments, &status))
        status = run_command(&options);
    /* A full disk behind a redirection shows only now; print_text() has said so already where it was its text. */
    if ((fflush(stdout) != 0 || ferror(stdout)) && status != EXIT_USE) {
        perror("memregc: standard output");
        status = EXIT_USE;
    }
    arena_destroy(arena);
    return status;
}
