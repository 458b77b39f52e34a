/* A fuzzer's bytes go in as a layout; they pass through every stage of the compiler in memory. What must not happen is a
 * crash, a finding of the sanitizers, or a formatted text that is formatted otherwise the second time or means anything
 * else. */
#include "difference.h"
#include "format.h"
#include "layouts.h"
#include "lock.h"

/* Every output of this text one behind another, into `all`; false where the layout is refused. */
static bool compile_all(const char *chars, size_t length_bytes, unsigned variant, text_t *all)
{
    compile_t compile;
    diagnostic_options_t messages = messages_of(variant);

    compile_start(&compile, &messages);
    schema_t *schema = compile_text(&compile, "fuzz.mr", chars, length_bytes);
    bool is_good = schema && diagnostics_error_count(compile.diagnostics) == 0;
    if (!is_good && diagnostics_error_count(compile.diagnostics) == 0)
        fail("refused without a message");
    print_nowhere(compile.diagnostics);
    if (is_good)
        put_outputs(compile.arena, schema, variant, all);
    compile_end(&compile);
    return is_good;
}

static bool format_text(const char *chars, size_t length_bytes, text_t *formatted)
{
    compile_t compile;
    diagnostic_options_t messages = { 0 };

    compile_start(&compile, &messages);
    const source_t *source = sources_add(compile.sources, "fuzz.mr", chars, length_bytes);
    bool is_good = format_source(compile.arena, compile.names, compile.diagnostics, source, formatted);
    compile_end(&compile);
    return is_good;
}

/* Formatting changes nothing but white space, and nothing the second time. `meant` is what the text compiles to. */
static void check_format(const char *chars, size_t length_bytes, unsigned variant, const text_t *meant)
{
    text_t once = { 0 }, twice = { 0 }, means = { 0 };

    if (!format_text(chars, length_bytes, &once))
        fail("a good layout cannot be formatted");
    char *copy = copy_text(once.chars, once.length_bytes);
    if (!format_text(copy, once.length_bytes, &twice) || !are_equal(&once, &twice))
        fail("the second formatting differs");
    if (!compile_all(copy, once.length_bytes, variant, &means) || !are_equal(meant, &means))
        fail("the formatted layout means something else");
    free(copy);
    text_free(&once);
    text_free(&twice);
    text_free(&means);
}

/* As a lock file: what each version keeps is the same when it is frozen; versions that follow each other are compared. */
static void check_lock(const char *chars, size_t length_bytes)
{
    compile_t compile;
    diagnostic_options_t messages = { 0 };
    lock_t lock;
    compile_start(&compile, &messages);
    const lock_reader_t reader = { compile.arena, compile.names, compile.sources, compile.diagnostics };
    bool is_good = lock_read_text(&reader, "fuzz.lock", chars, length_bytes, &lock);
    for (size_t index = 0; is_good && index < lock.count; index++) {
        schema_t *frozen = lock_freeze(&reader, lock.versions[index]);
        const schema_t *chain[] = { frozen, lock.versions[index] };
        if (!frozen)
            fail("a version cannot be frozen");
        const comparison_t *comparison = schema_compare(compile.arena, chain, 2);
        for (size_t one = 0; one < comparison->difference_count; one++)
            if (comparison->differences[one].is_of_bytes)
                fail("a frozen version keeps other bytes");
        chain[1] = lock.versions[index ? index - 1 : 0];
        (void)schema_compare(compile.arena, chain, 2);
    }
    print_nowhere(compile.diagnostics);
    compile_end(&compile);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes)
{
    unsigned variant = (unsigned)(length_bytes % 18);
    char *chars = copy_text(bytes, length_bytes);
    text_t meant = { 0 };

    if (compile_all(chars, length_bytes, variant, &meant))
        check_format(chars, length_bytes, variant, &meant);
    text_free(&meant);
    check_lock(chars, length_bytes);
    free(chars);
    return 0;
}
