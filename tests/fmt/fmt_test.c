/* Layout files, or a count of random texts, go in; for each it is checked that formatting changes nothing but white
 * space, that no doc comment comes to belong to something else, and that formatting the result changes nothing more.
 *
 *     fmt_test files FILE…        one line for each that fails; exit status 1 if any does
 *     fmt_test shaken FILE…       the same of each file with random white space between its tokens
 *     fmt_test soups COUNT SEED   the same of COUNT texts of random tokens; prints how many were formatted
 *     fmt_test print FILE         prints a file formatted */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diagnostic.h"
#include "format.h"
#include "lexer.h"
#include "parser.h"

typedef struct compile {
    arena_t *arena;
    names_t *names;
    sources_t *sources;
    diagnostics_t *diagnostics;
} compile_t;

/* All that a text says, white space aside, one line each. */
static void describe(compile_t *compile, const source_t *source, text_t *out)
{
    lexer_t lexer;
    token_t token;
    int kind;

    lexer_start(&lexer, compile->arena, compile->names, compile->diagnostics, source);
    lexer.keeps_comments = true;
    do {
        kind = lexer_next(&lexer, &token);
        text_format(out, "%d ", kind);
        for (uint32_t at = token.span.start; at < token.span.end; at++) {
            char character = source->chars[at - source->base];
            bool is_white = character == ' ' || (character >= '\t' && character <= '\r');
            if (kind != TOKEN_COMMENT || !is_white)
                text_put_char(out, character);
        }
        text_put_char(out, '\n');
    } while (kind != TOKEN_END);

    lexer_start(&lexer, compile->arena, compile->names, compile->diagnostics, source);
    uint32_t count = 0;
    do {
        kind = lexer_next(&lexer, &token);
        count++;
        if (token.doc)
            text_format(out, "doc of %u: %s\n", count, token.doc);
        for (; lexer.trailing_doc_count; lexer.trailing_doc_count--)
            text_format(out, "doc before %u: %s\n", count, lexer.trailing_docs[lexer.trailing_doc_count - 1].doc);
    } while (kind != TOKEN_END);
}

static bool is_same(text_t *left, text_t *right)
{
    return left->length_bytes == right->length_bytes && memcmp(text_chars(left), text_chars(right), left->length_bytes) == 0;
}

static const source_t *add_text(compile_t *compile, text_t *text)
{
    return sources_add(compile->sources, "formatted", text_chars(text), text->length_bytes);
}

/* NULL, or what is wrong. */
static const char *check_result(compile_t *compile, const source_t *source, text_t *once, text_t *twice)
{
    text_t before = { 0 }, after = { 0 };

    if (once->length_bytes && (once->chars[once->length_bytes - 1] != '\n'
                               || (once->length_bytes > 1 && once->chars[once->length_bytes - 2] == '\n')))
        return "it does not end with one newline";
    const source_t *formatted = add_text(compile, once);
    describe(compile, source, &before);
    describe(compile, formatted, &after);
    bool is_kept = is_same(&before, &after);
    text_free(&before);
    text_free(&after);
    if (!is_kept)
        return "tokens or comments changed";
    if (!format_source(compile->arena, compile->names, compile->diagnostics, formatted, twice))
        return "the result is not formatted";
    return is_same(once, twice) ? NULL : "formatting it again changes it";
}

/* Returns whether it was formatted at all; *error is NULL or says what is wrong. */
static bool check_source(compile_t *compile, const source_t *source, const char **error)
{
    text_t once = { 0 }, twice = { 0 };
    bool is_formatted = format_source(compile->arena, compile->names, compile->diagnostics, source, &once);

    *error = is_formatted ? check_result(compile, source, &once, &twice) : NULL;
    if (*error && getenv("FMT_SHOW"))
        printf("--- source\n%.*s\n--- once\n%s--- twice\n%s---\n", (int)source->length_bytes, source->chars,
               text_chars(&once), text_chars(&twice));
    text_free(&once);
    text_free(&twice);
    return is_formatted;
}

static compile_t begin(void)
{
    static const diagnostic_options_t options = { .color = COLOR_NEVER };
    arena_t *arena = arena_create();
    sources_t *sources = sources_create(arena);
    return (compile_t){ arena, names_create(arena), sources, diagnostics_create(arena, sources, &options) };
}

static void end(compile_t *compile)
{
    sources_destroy(compile->sources);
    arena_destroy(compile->arena);
}

static int check_files(char **paths, int count)
{
    int failures = 0;
    for (int index = 0; index < count; index++) {
        compile_t compile = begin();
        const char *error = NULL;
        const source_t *source = sources_read(compile.sources, paths[index], &error);
        if (source)
            check_source(&compile, source, &error);
        if (error) {
            printf("%s: %s\n", paths[index], error);
            failures++;
        }
        end(&compile);
    }
    return failures != 0;
}

/* ---- random texts */

static uint64_t random_state;

static unsigned random_below(unsigned limit)
{
    random_state = random_state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(random_state >> 33) % limit;
}

static const char *const fragments[] = {
    "{", "}", "{", "}", "[", "]", "(", ")", ";", ";", ";", ",", ",", ":", ".", "..", "@", "=", "+", "-", "*", "/", "%", "&",
    "|", "^", "~", "<<", ">>", "0", "17", "0x1F", "0b1010", "4K", "1.5", "1e-3", "'A'", "\"text\"", "\"// \\\" no comment\"",
    "u8", "u12", "q8.8", "q8", "e5", "_", "name", "a_name_that_is_rather_long_so_that_lines_must_be_broken", "Mode",
    "endian", "big", "little", "endian big", "sizeof", "offsetof", "sizeof(", "size", "range", "reset", "in", "alias", "set",
    "layout", "enum", "struct", "region", "memreg", "store", "record", "target", "ro", "w1c", "be", "unit", "version",
    "// comment", "//< trailing", "/// doc", "//", "///< no", "//// row", "/* block */", "/**/", "/* two\n   lines */",
    "/*\n * three\n\n\t* \xC3\xA4 */", "/* a */ //< b", "enum E { a, b = 2, c }", "data: u8[4] = { 1, 2, 3, 4 };",
    "status: u8 @ 0x04 ro { rx: bool @7 ro; tx: u2 @[6:5]; }", "x: i16 = -5 range -10..10;",
};

static const char *const gaps[] = { "", " ", " ", " ", "\n", "\n", "\n\n", "\n\n\n", "  \t", "\r\n", " \n\t" };

static void make_soup(text_t *text)
{
    unsigned count = random_below(60), newline_share = random_below(10) + 2;
    for (unsigned index = 0; index < count; index++) {
        const char *fragment = fragments[random_below(sizeof fragments / sizeof *fragments)];
        text_put_string(text, fragment);
        if (fragment[0] == '/' && fragment[1] == '/')
            text_put_char(text, '\n');
        text_put_string(text, random_below(newline_share) ? gaps[random_below(4)]
                                                          : gaps[random_below(sizeof gaps / sizeof *gaps)]);
    }
}

/* The source's tokens and comments with other white space between them. */
static void shake(compile_t *compile, const source_t *source, text_t *text)
{
    enum { GAPS = sizeof gaps / sizeof *gaps };
    lexer_t lexer;
    token_t token;
    unsigned newline_share = random_below(20) + 1;

    lexer_start(&lexer, compile->arena, compile->names, compile->diagnostics, source);
    lexer.keeps_comments = true;
    for (int kind; (kind = lexer_next(&lexer, &token)) != TOKEN_END;) {
        const char *chars = source->chars + (token.span.start - source->base);
        text_put_bytes(text, chars, token.span.end - token.span.start);
        if (kind == TOKEN_COMMENT && chars[1] == '/')
            text_put_char(text, '\n');
        text_put_string(text, random_below(newline_share) ? " " : gaps[1 + random_below(GAPS - 1)]);
    }
}

static int check_shaken(char **paths, int count)
{
    enum { ROUNDS = 20, MOST_BYTES = 100000 };
    int failures = 0;
    random_state = 1;
    for (int round = 0; round < ROUNDS * count && failures < 5; round++) {
        compile_t compile = begin();
        const char *error = NULL, *path = paths[round % count];
        const source_t *source = sources_read(compile.sources, path, &error);
        text_t text = { 0 };
        if (source && source->length_bytes < MOST_BYTES) {
            shake(&compile, source, &text);
            check_source(&compile, add_text(&compile, &text), &error);
        }
        if (error) {
            printf("%s, round %d: %s\n", path, round / count, error);
            failures++;
        }
        text_free(&text);
        end(&compile);
    }
    return failures != 0;
}

static int check_soups(unsigned count, unsigned seed)
{
    unsigned formatted = 0, failures = 0;
    random_state = seed;
    for (unsigned index = 0; index < count && failures < 5; index++) {
        compile_t compile = begin();
        text_t text = { 0 };
        const char *error = NULL;
        make_soup(&text);
        formatted += check_source(&compile, add_text(&compile, &text), &error);
        if (error) {
            printf("text %u of seed %u: %s\n", index, seed, error);
            failures++;
        }
        end(&compile);
        text_free(&text);
    }
    printf("%u formatted\n", formatted);
    return failures != 0 || formatted < count / 4;
}

static int print_formatted(const char *path)
{
    compile_t compile = begin();
    const char *error;
    text_t out = { 0 };
    const source_t *source = sources_read(compile.sources, path, &error);
    bool is_formatted = source && format_source(compile.arena, compile.names, compile.diagnostics, source, &out);
    fwrite(text_chars(&out), 1, out.length_bytes, stdout);
    text_free(&out);
    end(&compile);
    return !is_formatted;
}

int main(int argument_count, char **arguments)
{
    const char *mode = argument_count > 2 ? arguments[1] : "";
    if (argument_count == 4 && strcmp(mode, "soups") == 0)
        return check_soups((unsigned)strtoul(arguments[2], NULL, 10), (unsigned)strtoul(arguments[3], NULL, 10));
    if (strcmp(mode, "files") == 0)
        return check_files(arguments + 2, argument_count - 2);
    if (strcmp(mode, "shaken") == 0)
        return check_shaken(arguments + 2, argument_count - 2);
    if (argument_count == 3 && strcmp(mode, "print") == 0)
        return print_formatted(arguments[2]);
    fputs("usage: fmt_test files FILE… | shaken FILE… | soups COUNT SEED | print FILE\n", stderr);
    return 2;
}
