/* A template (.tpl) goes in, a C file comes out whose functions print what the template shows. Runs at build time only:
 *
 *     template_compiler INPUT.tpl OUTPUT.c
 *
 * Outside of templates, lines are C at file level; each begins with %:
 *
 *     %#include "schema.h"
 *     %// a comment
 *
 * `%% template NAME(C parameters)` … `%% end` becomes `void NAME(text_t *out, C parameters)`; the prototype is in a
 * header that a person writes. `%% static template NAME(…)` is seen in its file only, and declared behind the includes,
 * so that the order of templates does not matter. Within a template:
 *
 *     % for (…) {          a line that begins with % (blanks before it do not count) is C
 *     anything else        is output, with its newline
 *     ${expression}        prints the expression's value: text_put(out, (expression))
 *     \%                   at the beginning of a line is output: %
 *     …\                   the last backslash of a line takes its newline away
 *     …\\                  at the end of a line are output as one backslash and the newline
 *
 * All output between two lines of C is one block, so that `% if (…)` without braces does what it looks like. Output that
 * touches is one text_put_bytes() of constant length. Exit status: 0; 1 the template is malformed, said as
 * "file:line: error: …"; 2 wrong use, or a file that cannot be read or written. */
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "text.h"

/* C11 promises that string literals of 4095 bytes work; a piece begins at most this far into one. */
#define MOST_LITERAL_BYTES 3500u
#define MOST_NESTED_BRACKETS 64u
#define NO_LINE 0u

typedef struct template_name {
    const char *chars;
    unsigned line;
    const struct template_name *previous;
} template_name_t;

typedef struct template_file {
    const char *path;
    arena_t *arena;
    const char *cursor, *limit;    /* what is not read yet; a NUL is at limit */
    unsigned line;                 /* of cursor, from 1 */

    text_t code;                   /* the C so far */
    unsigned code_line;            /* the template's line that its last line belongs to, or NO_LINE */
    text_t declarations;           /* of static templates */
    size_t declarations_at_bytes;  /* where in code they belong: behind the last #include before the first template */

    const template_name_t *newest_template;
    bool is_in_template;
    bool is_in_output;             /* between two lines of C: a block is open */
    bool is_in_literal;            /* within it, a string is open */
    unsigned literal_line;
    size_t literal_bytes;
} template_file_t;

_Noreturn static void fail_at(const template_file_t *file, unsigned line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

_Noreturn static void fail_at(const template_file_t *file, unsigned line, const char *format, ...)
{
    fprintf(stderr, "%s:%u: error: ", file->path, line);
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    exit(1);
}

/* Writing C */

static void put_line_directive(template_file_t *file, text_t *code, unsigned line)
{
    text_format(code, "#line %u \"", line);
    for (const char *next = file->path; *next != '\0'; ++next) {
        if (*next == '"' || *next == '\\')
            text_put_char(code, '\\');
        text_put_char(code, *next);
    }
    text_put_string(code, "\"\n");
}

/* What is put into the code next belongs to the line that is being read. */
static void begin_line(template_file_t *file)
{
    if (file->code_line == file->line)
        return;
    text_put_char(&file->code, '\n');
    if (file->code_line == NO_LINE || file->code_line + 1 != file->line)
        put_line_directive(file, &file->code, file->line);
    file->code_line = file->line;
}

static void begin_output(template_file_t *file)
{
    begin_line(file);
    if (!file->is_in_output)
        text_put_string(&file->code, "    {");
    file->is_in_output = true;
}

static void end_literal(template_file_t *file)
{
    if (file->is_in_literal)
        text_format(&file->code, "\", %zu);", file->literal_bytes);
    file->is_in_literal = false;
}

static void end_output(template_file_t *file)
{
    end_literal(file);
    if (file->is_in_output)
        text_put_string(&file->code, " }");
    file->is_in_output = false;
}

static void put_literal_char(text_t *code, char character)
{
    switch (character) {
    case '\n': text_put_string(code, "\\n"); break;
    case '\t': text_put_string(code, "\\t"); break;
    case '"':  text_put_string(code, "\\\""); break;
    case '\\': text_put_string(code, "\\\\"); break;
    case '?':  text_put_string(code, "\\?"); break; /* two of them could begin a trigraph */
    default:
        if ((unsigned char)character < ' ' || character == 0x7F)
            text_format(code, "\\%03o", (unsigned)(unsigned char)character);
        else
            text_put_char(code, character);
    }
}

static void put_literal(template_file_t *file, const char *chars, const char *end)
{
    if (file->is_in_literal && file->literal_bytes > MOST_LITERAL_BYTES)
        end_literal(file);
    if (!file->is_in_literal) {
        begin_output(file);
        text_put_string(&file->code, " text_put_bytes(out, \"");
        file->is_in_literal = true;
        file->literal_bytes = 0;
    } else if (file->literal_line != file->line) {
        text_put_char(&file->code, '"');
        begin_line(file);
        text_put_string(&file->code, "        \"");
    }
    file->literal_line = file->line;
    file->literal_bytes += (size_t)(end - chars);
    for (; chars < end; ++chars)
        put_literal_char(&file->code, *chars);
}

static void put_expression(template_file_t *file, const char *chars, const char *end)
{
    end_literal(file);
    begin_output(file);
    text_put_string(&file->code, " text_put(out, (");
    text_put_bytes(&file->code, chars, (size_t)(end - chars));
    text_put_string(&file->code, "));");
}

/* Takes the template on to its next line. */
static void put_c_line(template_file_t *file, const char *chars, const char *end)
{
    end_output(file);
    begin_line(file);
    text_put_bytes(&file->code, chars, (size_t)(end - chars));
    file->line++;
}

static void put_signature(text_t *code, bool is_static, const char *name, const char *parameters)
{
    text_put_string(code, is_static ? "static void " : "void ");
    text_put_string(code, name);
    text_put_string(code, "(text_t *out");
    if (*parameters != '\0')
        text_put_string(code, ", ");
    text_put_string(code, parameters);
    text_put_char(code, ')');
}

static void begin_template(template_file_t *file, bool is_static, const char *name, const char *parameters)
{
    for (const template_name_t *other = file->newest_template; other != NULL; other = other->previous)
        if (strcmp(other->chars, name) == 0)
            fail_at(file, file->line, "template '%s' was defined before, at line %u", name, other->line);
    template_name_t *template_name = ARENA_NEW(file->arena, template_name_t);
    *template_name = (template_name_t){ name, file->line, file->newest_template };
    file->newest_template = template_name;
    if (is_static) {
        put_line_directive(file, &file->declarations, file->line);
        put_signature(&file->declarations, true, name, parameters);
        text_put_string(&file->declarations, ";\n");
    }
    begin_line(file);
    put_signature(&file->code, is_static, name, parameters);
    text_put_string(&file->code, " { (void)out;");
    file->is_in_template = true;
}

static void end_template(template_file_t *file)
{
    end_output(file);
    begin_line(file);
    text_put_char(&file->code, '}');
    file->is_in_template = false;
}

/* Reading the template */

/*!re2c
    re2c:api:style = free-form;
    re2c:define:YYCTYPE = "unsigned char";
    re2c:define:YYCURSOR = cursor;
    re2c:define:YYMARKER = marker;
    re2c:define:YYLIMIT = file->limit;
    re2c:yych:conversion = 1;
    re2c:yyfill:enable = 0;
    re2c:eof = 0;
    re2c:flags:tags = 1;

    blank = [ \t];
    rest = [^\n\x00]*;
    name = [A-Za-z_][A-Za-z_0-9]*;
*/

static const char *copy(template_file_t *file, const char *chars, const char *end)
{
    return arena_copy(file->arena, chars, (size_t)(end - chars));
}

static char closing_bracket(char opening)
{
    return opening == '(' ? ')' : opening == '[' ? ']' : '}';
}

/* Takes the place behind "${", returns the one behind its "}". */
static const char *read_expression(template_file_t *file, const char *cursor)
{
    const char *marker, *start = cursor, *token;
    char closing[MOST_NESTED_BRACKETS];
    unsigned depth = 0;
    bool is_empty = true;
    for (;;) {
        token = cursor;
        /*!re2c
            $ { fail_at(file, file->line, "'${' without its '}'"); }
            "\n" | "\x00" { fail_at(file, file->line, "'${' without its '}' on the same line"); }

            blank+ { continue; }
            "/*" ([^*\n\x00] | "*"+ [^*/\n\x00])* "*"+ "/" { continue; }
            ["] ([^"\\\n\x00] | "\\" [^\n\x00])* ["] { is_empty = false; continue; }
            ['] ([^'\\\n\x00] | "\\" [^\n\x00])* ['] { is_empty = false; continue; }
            ["'] { fail_at(file, file->line, "%c without its partner within '${'", *token); }

            [([{] {
                if (depth == MOST_NESTED_BRACKETS)
                    fail_at(file, file->line, "more than %u brackets within one another", MOST_NESTED_BRACKETS);
                closing[depth++] = closing_bracket(*token);
                is_empty = false;
                continue;
            }
            [)\]}] {
                if (depth == 0 && *token == '}')
                    break;
                if (depth == 0)
                    fail_at(file, file->line, "'%c' without its partner within '${'", *token);
                if (closing[--depth] != *token)
                    fail_at(file, file->line, "expected '%c' before '%c' within '${'", closing[depth], *token);
                continue;
            }
            * { is_empty = false; continue; }
        */
    }
    if (is_empty)
        fail_at(file, file->line, "'${}' has no expression");
    put_expression(file, start, token);
    return cursor;
}

/* From cursor to the end of a line of output, and its newline. */
static void read_output_line(template_file_t *file, const char *cursor)
{
    const char *marker, *token;
    for (;;) {
        token = cursor;
        /*!re2c
            $ { break; }
            "\n" { put_literal(file, token, cursor); break; }
            "\\\n" { break; }
            "\\\\\n" { put_literal(file, token + 1, cursor); break; }
            "\x00" { fail_at(file, file->line, "a NUL character"); }
            "${" { cursor = read_expression(file, cursor); continue; }
            [^\\$\n\x00]+ | [\\$] { put_literal(file, token, cursor); continue; }
        */
    }
    file->line++;
    file->cursor = cursor;
}

/* One line within a template. */
static void read_line_in_template(template_file_t *file)
{
    const char *cursor = file->cursor, *marker, *start = cursor, *text_start, *text_end;
    /*!stags:re2c:inside format = '    const char *@@;\n'; */
    const template_name_t *current = file->newest_template;
    /*!re2c:inside
        $ { fail_at(file, current->line, "template '%s' has no '%%%% end'", current->chars); }

        blank* "%%" blank* "end" blank* "\n" {
            end_template(file);
            file->line++;
            file->cursor = cursor;
            return;
        }
        blank* "%%" blank* ("static" blank+)? "template" blank rest "\n" {
            fail_at(file, file->line, "'%%%% end' of template '%s' (line %u) expected first", current->chars,
                    current->line);
        }
        blank* "%%" @text_start rest @text_end "\n" {
            fail_at(file, file->line, "unknown '%%%%%.*s': '%%%% end' expected", (int)(text_end - text_start), text_start);
        }
        blank* "%" @text_start rest @text_end "\n" {
            put_c_line(file, text_start, text_end);
            file->cursor = cursor;
            return;
        }
        blank* "\\%" {
            put_literal(file, start, cursor - 2);
            put_literal(file, cursor - 1, cursor);
            read_output_line(file, cursor);
            return;
        }
        "" { read_output_line(file, start); return; }
    */
}

static bool is_include(const char *chars, const char *end)
{
    while (chars < end && strchr(" \t#", *chars) != NULL)
        ++chars;
    return (size_t)(end - chars) > strlen("include") && strncmp(chars, "include", strlen("include")) == 0;
}

_Noreturn static void fail_malformed_template(const template_file_t *file)
{
    fail_at(file, file->line, "expected '%%%% template NAME(C parameters)'");
}

/* What stands before the last bracket of a line. */
static const char *copy_parameters(template_file_t *file, const char *start, const char *end)
{
    while (end > start && (end[-1] == ' ' || end[-1] == '\t'))
        --end;
    if (end == start || *--end != ')')
        fail_malformed_template(file);
    return copy(file, start, end);
}

static void read_line_outside(template_file_t *file)
{
    const char *cursor = file->cursor, *marker, *text_start, *text_end, *static_start, *parameters_start,
               *parameters_end;
    /*!stags:re2c:outside format = '    const char *@@;\n'; */
    /*!re2c:outside
        $ { return; }

        blank* "\n" {
            file->line++;
            file->cursor = cursor;
            return;
        }
        "%%" blank* (@static_start "static" blank+)? "template" blank+ @text_start name @text_end blank*
            "(" blank* @parameters_start rest @parameters_end "\n" {
            begin_template(file, static_start != NULL, copy(file, text_start, text_end),
                           copy_parameters(file, parameters_start, parameters_end));
            file->line++;
            file->cursor = cursor;
            return;
        }
        "%%" blank* ("static" blank+)? "template" rest "\n" {
            fail_malformed_template(file);
        }
        "%%" blank* "end" blank* "\n" { fail_at(file, file->line, "'%%%% end' outside of a template"); }
        "%%" @text_start rest @text_end "\n" {
            fail_at(file, file->line, "unknown '%%%%%.*s': '%%%% template NAME(C parameters)' expected",
                    (int)(text_end - text_start), text_start);
        }
        "%" @text_start rest @text_end "\n" {
            put_c_line(file, text_start, text_end);
            if (file->newest_template == NULL && is_include(text_start, text_end))
                file->declarations_at_bytes = file->code.length_bytes;
            file->cursor = cursor;
            return;
        }
        * { fail_at(file, file->line, "outside of a template each line begins with '%%'"); }
    */
}

static void compile(template_file_t *file)
{
    text_format(&file->code, "/* Made from %s; change that. */\n#include \"text.h\"\n", file->path);
    file->declarations_at_bytes = file->code.length_bytes;
    while (file->cursor < file->limit || file->is_in_template) {
        if (file->is_in_template)
            read_line_in_template(file);
        else
            read_line_outside(file);
    }
    text_put_char(&file->code, '\n');
}

/* Files */

static bool read_file(const char *path, text_t *text)
{
    FILE *stream = fopen(path, "rb");
    if (stream == NULL)
        return false;
    char chars[4096];
    for (size_t count; (count = fread(chars, 1, sizeof chars, stream)) > 0;)
        text_put_bytes(text, chars, count);
    bool const is_read = ferror(stream) == 0;
    return fclose(stream) == 0 && is_read;
}

static bool write_result(const char *path, const template_file_t *file)
{
    FILE *stream = fopen(path, "wb");
    if (stream == NULL)
        return false;
    size_t const head_bytes = file->declarations_at_bytes;
    fwrite(file->code.chars, 1, head_bytes, stream);
    if (file->declarations.length_bytes > 0) {
        fputc('\n', stream);
        fwrite(file->declarations.chars, 1, file->declarations.length_bytes, stream);
    }
    fwrite(file->code.chars + head_bytes, 1, file->code.length_bytes - head_bytes, stream);
    bool const is_written = ferror(stream) == 0;
    return fclose(stream) == 0 && is_written;
}

int main(int argument_count, char **arguments)
{
    if (argument_count != 3) {
        fputs("usage: template_compiler INPUT.tpl OUTPUT.c\n", stderr);
        return 2;
    }
    text_t input = { 0 };
    if (!read_file(arguments[1], &input)) {
        perror(arguments[1]);
        return 2;
    }
    if (input.length_bytes > 0 && input.chars[input.length_bytes - 1] != '\n')
        text_put_char(&input, '\n');
    const char *chars = text_chars(&input);
    template_file_t file = {
        .path = arguments[1], .arena = arena_create(), .cursor = chars, .limit = chars + input.length_bytes, .line = 1
    };
    compile(&file);
    bool const is_written = write_result(arguments[2], &file);
    if (!is_written)
        perror(arguments[2]);
    text_free(&file.code);
    text_free(&file.declarations);
    text_free(&input);
    arena_destroy(file.arena);
    return is_written ? 0 : 2;
}
