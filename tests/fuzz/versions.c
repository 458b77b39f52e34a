/* A lock file and, behind a byte 0x1C, the layout beside it go in, as every compile of a layout with a history reads them.
 * What must not happen is a crash or a finding of the sanitizers; and where the layout is taken, locking it must work,
 * what is locked then must be what it keeps, and the layout must mean the same with its own version locked too. */
#include "layouts.h"
#include "lock.h"
#include "versions.h"

typedef struct part { char *chars; size_t length_bytes; } part_t;

/* A compile of a layout against a lock file; `with` becomes the lock file with this version in it, which may replace
 * one of its number where is_replacing. False where either is refused. */
static bool compile_versions(const part_t *layout, const part_t *lock_file, unsigned variant, bool is_replacing,
                             text_t *all, text_t *with)
{
    compile_t compile;
    diagnostic_options_t messages = messages_of(variant);
    lock_t lock;
    compile_start(&compile, &messages);
    const lock_reader_t reader = { compile.arena, compile.names, compile.sources, compile.diagnostics };
    schema_t *schema = compile_text(&compile, "fuzz.mr", layout->chars, layout->length_bytes);
    bool is_good = schema && !diagnostics_error_count(compile.diagnostics)
        && lock_read_text(&reader, "fuzz.mr.lock", lock_file->chars, lock_file->length_bytes, &lock);
    if (is_good)
        versions_check(&reader, schema, &lock, is_replacing);
    if (!is_good && !diagnostics_error_count(compile.diagnostics))
        fail("refused without a message");
    is_good = !diagnostics_error_count(compile.diagnostics);
    if (is_good) {
        schema_t *frozen = lock_freeze(&reader, schema);
        if (!frozen) {
            diagnostics_print(compile.diagnostics, stderr);
            fail("a good layout cannot be locked");
        }
        const lock_t locked = versions_with(&reader, &lock, frozen);
        lock_put(&reader, with, &locked);
    }
    print_nowhere(compile.diagnostics);
    if (is_good)
        put_outputs(compile.arena, schema, variant, all);
    compile_end(&compile);
    return is_good;
}

/* With its own version locked a layout comes out as before, and locking it again changes nothing. */
static void check_locked(const part_t *layout, const text_t *locked, unsigned variant, const text_t *meant)
{
    text_t means = { 0 }, again = { 0 };
    const part_t lock_file = { copy_text(locked->chars, locked->length_bytes), locked->length_bytes };
    if (!compile_versions(layout, &lock_file, variant, false, &means, &again))
        fail("a layout is refused once it is locked");
    if (!are_equal(locked, &again))
        fail("the second locking differs");
    if (!are_equal(meant, &means))
        fail("a layout means something else once it is locked");
    free(lock_file.chars);
    text_free(&means);
    text_free(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes)
{
    const uint8_t *separator = length_bytes ? memchr(bytes, 0x1C, length_bytes) : NULL;
    size_t lock_bytes = separator ? (size_t)(separator - bytes) : 0, layout_start = separator ? lock_bytes + 1 : 0;
    const part_t lock_file = { copy_text(bytes, lock_bytes), lock_bytes };
    const part_t layout = { copy_text(bytes + layout_start, length_bytes - layout_start), length_bytes - layout_start };
    unsigned variant = (unsigned)(length_bytes % 18);
    text_t meant = { 0 }, locked = { 0 };

    if (compile_versions(&layout, &lock_file, variant, false, &meant, &locked)
        || compile_versions(&layout, &lock_file, variant, true, &meant, &locked))
        check_locked(&layout, &locked, variant, &meant);
    text_free(&meant);
    text_free(&locked);
    free(lock_file.chars);
    free(layout.chars);
    return 0;
}
