/* A fuzzer's bytes go in as a CMSIS-SVD file. What must not happen is a crash, a finding of the sanitizers, or a layout that
 * the compiler refuses or that is not in canonical form: what can be read as a device can be used. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compile.h"
#include "format.h"
#include "svd_print.h"

static void fail(const char *why, const text_t *text)
{
    fprintf(stderr, "%.*s\nERROR: %s\n", (int)text->length_bytes, text->chars, why);
    abort();
}

static void check_compiles(text_t *text)
{
    compile_t compile;
    diagnostic_options_t messages = { .no_warnings = true };
    compile_start(&compile, &messages);
    schema_t *schema = compile_text(&compile, "svd.mr", text_chars(text), text->length_bytes);
    /* A device without a single register has nothing to compile, and is no error either. */
    if (!schema || diagnostics_error_count(compile.diagnostics)) {
        diagnostics_print(compile.diagnostics, stderr);
        fail("the layout is refused", text);
    }
    compile_end(&compile);
}

static void check_canonical(text_t *text)
{
    compile_t compile;
    diagnostic_options_t messages = { .no_warnings = true };
    text_t formatted = { 0 };
    compile_start(&compile, &messages);
    const source_t *source = sources_add(compile.sources, "svd.mr", text_chars(text), text->length_bytes);
    if (!format_source(compile.arena, compile.names, compile.diagnostics, source, &formatted))
        fail("the layout cannot be formatted", text);
    if (formatted.length_bytes != text->length_bytes || memcmp(formatted.chars, text->chars, text->length_bytes) != 0)
        fail("the layout is not in canonical form", text);
    text_free(&formatted);
    compile_end(&compile);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes)
{
    arena_t *arena = arena_create();
    names_t *names = names_create(arena);
    svd_error_t error;
    text_t text = { 0 };
    bool is_canonical;
    /* A copy, so that the sanitizer sees each byte that is read too far. */
    char *chars = malloc(length_bytes + 1);
    memcpy(chars, bytes, length_bytes);
    const svd_element_t *device = svd_read(arena, names, chars, length_bytes, &error);
    const svd_layout_t *layout = device ? svd_layout(arena, device, &error) : NULL;
    if (layout && svd_print(arena, &text, layout, "fuzz.svd", &is_canonical, &error)) {
        check_compiles(&text);
        if (is_canonical)
            check_canonical(&text);
    } else if (!error.message) {
        fail("refused without a message", &text);
    }
    text_free(&text);
    free(chars);
    arena_destroy(arena);
    return 0;
}
