/* A fuzzer's bytes go in as a layout; they pass through every stage of the compiler in memory. What must not happen is a
 * crash, a finding of the sanitizers, or a formatted text that is formatted otherwise the second time. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "build.h"
#include "diagnostic.h"
#include "format.h"
#include "load.h"

/* The linker sends every open() here: an import named by chance must not reach this machine's files. */
int __wrap_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...)
{
    (void)path, (void)flags;
    errno = ENOENT;
    return -1;
}

/* A NUL-terminated copy on the heap, so that the sanitizer sees each byte that is read too far. */
static char *copy_text(const void *bytes, size_t length_bytes)
{
    char *chars = malloc(length_bytes + 1);
    if (!chars)
        abort();
    memcpy(chars, bytes, length_bytes);
    chars[length_bytes] = '\0';
    return chars;
}

static void print_nowhere(diagnostics_t *diagnostics)
{
    static FILE *nowhere;
    if (!nowhere)
        nowhere = fopen("/dev/null", "w");
    diagnostics_print(diagnostics, nowhere);
}

static bool format_text(const char *chars, size_t length_bytes, text_t *formatted)
{
    arena_t *arena = arena_create();
    sources_t *sources = sources_create(arena);
    diagnostic_options_t options = { 0 };
    diagnostics_t *diagnostics = diagnostics_create(arena, sources, &options);
    const source_t *source = sources_add(sources, "fuzz.mr", chars, length_bytes);
    bool is_good = format_source(arena, names_create(arena), diagnostics, source, formatted);
    sources_destroy(sources);
    arena_destroy(arena);
    return is_good;
}

/* Formatting what was formatted changes nothing. */
static void check_format(const char *chars, size_t length_bytes)
{
    text_t once = { 0 }, twice = { 0 };
    if (format_text(chars, length_bytes, &once)) {
        char *copy = copy_text(once.chars ? once.chars : "", once.length_bytes);
        if (!format_text(copy, once.length_bytes, &twice) || once.length_bytes != twice.length_bytes
            || memcmp(copy, twice.chars ? twice.chars : "", once.length_bytes) != 0) {
            fprintf(stderr, "ERROR: the second formatting differs\n");
            abort();
        }
        free(copy);
    }
    text_free(&once);
    text_free(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes)
{
    char *chars = copy_text(bytes, length_bytes);
    arena_t *arena = arena_create();
    sources_t *sources = sources_create(arena);
    diagnostic_options_t options = { .format = length_bytes % 3 };
    load_options_t load_options = { 0 };
    diagnostics_t *diagnostics = diagnostics_create(arena, sources, &options);
    const source_t *source = sources_add(sources, "fuzz.mr", chars, length_bytes);

    names_t *names = names_create(arena);

    schema_build(arena, names, diagnostics, load_source(arena, names, sources, diagnostics, source, &load_options), NULL);
    bool is_good = diagnostics_error_count(diagnostics) == 0;
    print_nowhere(diagnostics);
    sources_destroy(sources);
    arena_destroy(arena);
    if (is_good)
        check_format(chars, length_bytes);
    free(chars);
    return 0;
}
