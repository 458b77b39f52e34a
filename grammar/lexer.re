/* The lexer of the layout language, for re2c: characters go in, tokens come out (see compiler/lexer.h). */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "lexer.h"
#include "parser.h"
#include "utf8.h"

/*!re2c
    re2c:define:YYCTYPE  = "unsigned char";
    re2c:yyfill:enable   = 0;
    re2c:eof             = 0;
    re2c:tags            = 0;

    digit       = [0-9];
    name        = [A-Za-z_][A-Za-z0-9_]*;
    decimal     = digit [0-9_]*;
    hexadecimal = "0" [xX] [0-9a-fA-F_]+;
    binary      = "0" [bB] [01_]+;
    octal       = "0" [oO] [0-7_]+;
    integer     = (decimal | hexadecimal | binary | octal) [KMG]?;
    exponent    = [eE] [+-]? digit+;
    real        = digit [0-9_]* "." digit [0-9_]* exponent? | digit [0-9_]* exponent;
    fixed       = "u"? "q" digit+ "." digit+;
    blank       = [ \t\r\v\f];
*/

static span_t span_of(const lexer_t *lexer, const char *start, const char *end)
{
    return (span_t){ lexer->source->base + (uint32_t)(start - lexer->source->chars),
                     lexer->source->base + (uint32_t)(end - lexer->source->chars) };
}

/* Strings and comments travel into every output, and all of those are UTF-8. */
static void check_encoding(const lexer_t *lexer)
{
    const char *at = lexer->cursor;
    while ((at = utf8_skip_ascii(at, lexer->limit)) < lexer->limit) {
        utf8_character_t character = utf8_decode(at, (size_t)(lexer->limit - at));
        if (!character.is_valid) {
            diagnostic_t *error = report(lexer->diagnostics, RULE_CHARACTER, span_of(lexer, at, at + 1),
                                         "the byte 0x%02X is no UTF-8", (unsigned char)*at);
            report_help(error, "save the file as UTF-8");
            return;
        }
        at += character.byte_count;
    }
}

void lexer_start(lexer_t *lexer, arena_t *arena, names_t *names, diagnostics_t *diagnostics, const source_t *source)
{
    *lexer = (lexer_t){ .arena = arena, .names = names, .diagnostics = diagnostics, .source = source,
                        .cursor = source->chars, .limit = source->chars + source->length_bytes };
    if (source->length_bytes >= 3 && memcmp(source->chars, "\xEF\xBB\xBF", 3) == 0) {
        lexer->cursor += 3;
        lexer->has_byte_order_mark = true;
    }
    check_encoding(lexer);
}

void lexer_end(lexer_t *lexer)
{
    free(lexer->trailing_docs);
    lexer->trailing_docs = NULL;
    lexer->trailing_doc_count = lexer->trailing_doc_capacity = 0;
}

static int digit_value(char character)
{
    if (character >= '0' && character <= '9')
        return character - '0';
    return (character | 0x20) - 'a' + 10;
}

static bool is_hexadecimal(char character)
{
    return (character >= '0' && character <= '9') || ((character | 0x20) >= 'a' && (character | 0x20) <= 'f');
}

/* A separator without a digit on both sides, in what is behind a number's prefix. */
static void check_separators(lexer_t *lexer, const char *start, const char *end, const token_t *token)
{
    for (const char *at = start; at < end; at++)
        if (*at == '_' && (at == start || at + 1 == end || !(at[-1] == '_' || is_hexadecimal(at[-1]))
                           || !(at[1] == '_' || is_hexadecimal(at[1])))) {
            report(lexer->diagnostics, RULE_NUMBER, token->span, "'_' stands between digits");
            return;
        }
}

/* Reads the digits of an integer with its prefix, separators and suffix. */
static void read_integer(lexer_t *lexer, const char *start, const char *end, token_t *token)
{
    unsigned base = 10;
    const char *at = start;
    bool overflows = false, has_digit = false;
    uint64_t value = 0;

    if (end - start > 1 && start[0] == '0') {
        switch (start[1] | 0x20) {
        case 'x': base = 16, at += 2; break;
        case 'b': base = 2, at += 2; break;
        case 'o': base = 8, at += 2; break;
        default:
            if (start[1] >= '0' && start[1] <= '9') {
                diagnostic_t *error = report(lexer->diagnostics, RULE_NUMBER, token->span,
                                             "a decimal number does not begin with 0");
                report_help(error, "write 0o… for octal, or leave the 0 out");
            }
        }
    }
    check_separators(lexer, at, end, token);
    for (; at < end; at++) {
        if (*at == '_')
            continue;
        unsigned shift = *at == 'K' ? 10 : *at == 'M' ? 20 : *at == 'G' ? 30 : 0;
        if (shift) {
            overflows |= value > UINT64_MAX >> shift;
            value <<= shift;
            continue;
        }
        unsigned digit = (unsigned)digit_value(*at);
        has_digit = true;
        overflows |= value > (UINT64_MAX - digit) / base;
        value = value * base + digit;
    }
    if (!has_digit)
        report(lexer->diagnostics, RULE_NUMBER, token->span, "a number without digits");
    if (overflows)
        report(lexer->diagnostics, RULE_NUMBER, token->span, "the number does not fit in 64 bits");
    token->integer = overflows ? 0 : value;
}

static void read_real(lexer_t *lexer, const char *start, const char *end, token_t *token)
{
    char *digits = arena_chars(lexer->arena, (size_t)(end - start) + 1);
    size_t length = 0;
    check_separators(lexer, start, end, token);
    for (const char *at = start; at < end; at++)
        if (*at != '_')
            digits[length++] = *at;
    token->real = strtod(digits, NULL);
    if (token->real > 1e308)
        report(lexer->diagnostics, RULE_NUMBER, token->span, "the number is too large");
}

/* Reads one escape after its backslash; moves *at behind it. Returns the byte, or -1 where C has no such escape. */
static int read_escape(const char **at, const char *end)
{
    static const char names[] = "abfnrtv\\'\"?", values[] = "\a\b\f\n\r\t\v\\'\"?";
    char first = *(*at)++;
    const char *found = first ? strchr(names, first) : NULL;
    if (found)
        return (unsigned char)values[found - names];
    int value = 0, digits = 0;
    if (first == 'x') {
        while (*at < end && digits < 2 && is_hexadecimal(**at))
            value = value * 16 + digit_value(*(*at)++), digits++;
        return digits ? value : -1;
    }
    if (first < '0' || first > '7')
        return -1;
    value = first - '0';
    while (*at < end && digits < 2 && **at >= '0' && **at <= '7')
        value = value * 8 + (*(*at)++ - '0'), digits++;
    return value <= 255 ? value : -1;
}

/* Reads what stands between quotes. */
static void read_string(lexer_t *lexer, const char *start, const char *end, token_t *token)
{
    char *chars = arena_chars(lexer->arena, (size_t)(end - start) + 1);
    size_t length = 0;
    for (const char *at = start; at < end;) {
        if (*at != '\\') {
            chars[length++] = *at++;
            continue;
        }
        const char *escape = at++;
        int value = read_escape(&at, end);
        if (value < 0)
            report(lexer->diagnostics, RULE_STRING, span_of(lexer, escape, at), "C has no such escape in strings");
        chars[length++] = (char)value;
    }
    token->string = chars;
    token->string_length_bytes = (uint32_t)length;
}

/* Nothing but blanks, printing characters and UTF-8, and no slash: most docs, told eight bytes at a time. */
static bool is_plain_doc(const char *chars, size_t length)
{
    uint64_t const ones = UINT64_C(0x0101010101010101), highs = ones << 7;
    uint64_t found = 0, word;
    size_t index = 0;
    for (; index + sizeof word <= length; index += sizeof word) {
        memcpy(&word, chars + index, sizeof word);
        uint64_t slashes = word ^ ones * '/';
        found |= ((word - ones * ' ') & ~word) | ((slashes - ones) & ~slashes);
    }
    bool is_plain = (found & highs) == 0;
    for (; index < length; index++)
        is_plain &= (unsigned char)chars[index] >= ' ' && chars[index] != '/';
    return is_plain;
}

/* The text of a doc comment line: without one leading blank and without blanks at its end; what would end or open a
 * comment in C is taken apart, and control characters become blanks. */
static const char *doc_text(lexer_t *lexer, const char *before, const char *start, const char *end)
{
    if (start < end && *start == ' ')
        start++;
    while (end > start && (unsigned char)end[-1] <= ' ')
        end--;
    size_t length = (size_t)(end - start), before_length = before ? strlen(before) + 1 : 0;
    bool is_plain = is_plain_doc(start, length);
    char *text = arena_chars(lexer->arena, before_length + (is_plain ? length : 2 * length) + 1);
    char *to = text + before_length;
    if (before) {
        memcpy(text, before, before_length - 1);
        text[before_length - 1] = '\n';
    }
    if (is_plain) {
        memcpy(to, start, length);
        return text;
    }
    for (const char *at = start; at < end; at++) {
        bool joins = at > start && ((at[-1] == '*' && *at == '/') || (at[-1] == '/' && *at == '*'));
        if (joins)
            *to++ = ' ';
        *to++ = (unsigned char)*at < ' ' ? ' ' : *at;
    }
    return text;
}

static void keep_trailing_doc(lexer_t *lexer, const char *start, const char *text_start, const char *end)
{
    if (lexer->trailing_doc_count == lexer->trailing_doc_capacity)
        lexer->trailing_docs = grow_array(lexer->trailing_docs, &lexer->trailing_doc_capacity,
                                          sizeof *lexer->trailing_docs);
    lexer->trailing_docs[lexer->trailing_doc_count++] = (trailing_doc_t){
        .span = span_of(lexer, start, end), .doc = doc_text(lexer, NULL, text_start, end),
        .token_end = lexer->last_token_end };
}

static int finish(lexer_t *lexer, token_t *token, int kind)
{
    lexer->last_token_end = token->span.end;
    lexer->line_has_token = true;
    return kind;
}

/* Where the line ends on which the cursor is. */
static const char *line_end(const lexer_t *lexer)
{
    const char *end = memchr(lexer->cursor, '\n', (size_t)(lexer->limit - lexer->cursor));
    return end ? end : lexer->limit;
}

int lexer_next(lexer_t *lexer, token_t *token)
{
    const char *start, *YYMARKER = NULL, *YYCTXMARKER = NULL;
    const char *doc = NULL;
    bool bad_run = false;
    span_t bad_span = { 0, 0 };

    *token = (token_t){ 0 };
    if (lexer->owes_semicolon) {
        lexer->owes_semicolon = false;
        token->span = span_of(lexer, lexer->cursor, lexer->cursor);
        return TOKEN_SEMI;
    }
    for (;;) {
        start = lexer->cursor;
#define YYCURSOR lexer->cursor
#define YYLIMIT lexer->limit
#define TOKEN(KIND) \
        do { \
            token->span = span_of(lexer, start, YYCURSOR); \
            token->doc = doc; \
            return finish(lexer, token, KIND); \
        } while (0)
#define KEYWORD(KIND) \
        do { \
            token->name = name_intern(lexer->names, start, (size_t)(YYCURSOR - start)); \
            TOKEN(KIND); \
        } while (0)
        /*!re2c
            $ {
                token->span = span_of(lexer, start, start);
                return TOKEN_END;
            }
            blank+ { continue; }
            "\n" { lexer->line_has_token = false; continue; }

            "//<" {
                YYCURSOR = line_end(lexer);
                if (lexer->keeps_comments) { token->span = span_of(lexer, start, YYCURSOR); return TOKEN_COMMENT; }
                if (lexer->line_has_token)
                    keep_trailing_doc(lexer, start, start + 3, YYCURSOR);
                continue;
            }
            "///" {
                YYCURSOR = line_end(lexer);
                if (lexer->keeps_comments) { token->span = span_of(lexer, start, YYCURSOR); return TOKEN_COMMENT; }
                if (start + 3 < YYCURSOR && start[3] == '/')
                    continue;
                doc = doc_text(lexer, doc, start + 3, YYCURSOR);
                continue;
            }
            "//" {
                YYCURSOR = line_end(lexer);
                if (lexer->keeps_comments) { token->span = span_of(lexer, start, YYCURSOR); return TOKEN_COMMENT; }
                continue;
            }
            "/*" {
                const char *end = YYCURSOR;
                while (end < YYLIMIT && !(end[0] == '*' && end + 1 < YYLIMIT && end[1] == '/'))
                    end++;
                if (end >= YYLIMIT) {
                    report(lexer->diagnostics, RULE_COMMENT, span_of(lexer, start, start + 2),
                           "this comment has no end");
                    YYCURSOR = YYLIMIT;
                    continue;
                }
                YYCURSOR = end + 2;
                if (memchr(start, '\n', (size_t)(end - start)))
                    lexer->line_has_token = false;
                if (lexer->keeps_comments) { token->span = span_of(lexer, start, YYCURSOR); return TOKEN_COMMENT; }
                continue;
            }

            "layout"     { KEYWORD(TOKEN_LAYOUT); }
            "import"     { KEYWORD(TOKEN_IMPORT); }
            "const"      { KEYWORD(TOKEN_CONST); }
            "enum"       { KEYWORD(TOKEN_ENUM); }
            "struct"     { KEYWORD(TOKEN_STRUCT); }
            "region"     { KEYWORD(TOKEN_REGION); }
            "partitions" { KEYWORD(TOKEN_PARTITIONS); }
            "target"     { KEYWORD(TOKEN_TARGET); }
            "memreg"     { KEYWORD(TOKEN_MEMREG); }
            "store"      { KEYWORD(TOKEN_STORE); }
            "record"     { KEYWORD(TOKEN_RECORD); }
            "pool"       { KEYWORD(TOKEN_POOL); }
            "map"        { KEYWORD(TOKEN_MAP); }

            // Keywords only where what follows makes them so; else they are names.
            "endian" / (blank+ ("big" | "little")) { KEYWORD(TOKEN_ENDIAN); }
            "sizeof" / (blank* "(")                { KEYWORD(TOKEN_SIZEOF); }
            "offsetof" / (blank* "(")              { KEYWORD(TOKEN_OFFSETOF); }

            // Names elsewhere (%fallback in the grammar).
            "version"   { KEYWORD(TOKEN_VERSION); }
            "check"     { KEYWORD(TOKEN_CHECK); }
            "prefix"    { KEYWORD(TOKEN_PREFIX); }
            "big"       { KEYWORD(TOKEN_BIG); }
            "little"    { KEYWORD(TOKEN_LITTLE); }
            "in"        { KEYWORD(TOKEN_IN); }
            "span"      { KEYWORD(TOKEN_SPAN); }
            "guard"     { KEYWORD(TOKEN_GUARD); }
            "mirror"    { KEYWORD(TOKEN_MIRROR); }
            "packed"    { KEYWORD(TOKEN_PACKED); }
            "ordered"   { KEYWORD(TOKEN_ORDERED); }
            "natural"   { KEYWORD(TOKEN_NATURAL); }
            "stride"    { KEYWORD(TOKEN_STRIDE); }
            "ro"        { KEYWORD(TOKEN_RO); }
            "rw"        { KEYWORD(TOKEN_RW); }
            "wo"        { KEYWORD(TOKEN_WO); }
            "w1c"       { KEYWORD(TOKEN_W1C); }
            "w1s"       { KEYWORD(TOKEN_W1S); }
            "w1t"       { KEYWORD(TOKEN_W1T); }
            "w0c"       { KEYWORD(TOKEN_W0C); }
            "w0s"       { KEYWORD(TOKEN_W0S); }
            "rc"        { KEYWORD(TOKEN_RC); }
            "rs"        { KEYWORD(TOKEN_RS); }
            "be"        { KEYWORD(TOKEN_BE); }
            "le"        { KEYWORD(TOKEN_LE); }
            "unit"      { KEYWORD(TOKEN_UNIT); }
            "scale"     { KEYWORD(TOKEN_SCALE); }
            "bias"      { KEYWORD(TOKEN_BIAS); }
            "range"     { KEYWORD(TOKEN_RANGE); }
            "alias"     { KEYWORD(TOKEN_ALIAS); }
            "was"       { KEYWORD(TOKEN_WAS); }
            "drop"      { KEYWORD(TOKEN_DROP); }
            "reset"     { KEYWORD(TOKEN_RESET); }
            "size"      { KEYWORD(TOKEN_SIZE); }
            "retained"  { KEYWORD(TOKEN_RETAINED); }
            "erase"     { KEYWORD(TOKEN_ERASE); }
            "program"   { KEYWORD(TOKEN_PROGRAM); }
            "endurance" { KEYWORD(TOKEN_ENDURANCE); }
            "driver"    { KEYWORD(TOKEN_DRIVER); }
            "align"     { KEYWORD(TOKEN_ALIGN); }
            "transfer"  { KEYWORD(TOKEN_TRANSFER); }
            "set"       { KEYWORD(TOKEN_SET); }
            "clear"     { KEYWORD(TOKEN_CLEAR); }
            "xor"       { KEYWORD(TOKEN_XOR); }
            "block"     { KEYWORD(TOKEN_BLOCK); }
            "count"     { KEYWORD(TOKEN_COUNT); }
            "of"        { KEYWORD(TOKEN_OF); }
            "ids"       { KEYWORD(TOKEN_IDS); }
            "ring"      { KEYWORD(TOKEN_RING); }
            "writes"    { KEYWORD(TOKEN_WRITES); }
            "per"       { KEYWORD(TOKEN_PER); }
            "day"       { KEYWORD(TOKEN_DAY); }
            "encrypted" { KEYWORD(TOKEN_ENCRYPTED); }
            "readonly"  { KEYWORD(TOKEN_READONLY); }
            "key"       { KEYWORD(TOKEN_KEY); }

            fixed { KEYWORD(TOKEN_FIXED); }
            name  { KEYWORD(TOKEN_NAME); }

            integer {
                token->span = span_of(lexer, start, YYCURSOR);
                read_integer(lexer, start, YYCURSOR, token);
                TOKEN(TOKEN_INTEGER);
            }
            real {
                token->span = span_of(lexer, start, YYCURSOR);
                read_real(lexer, start, YYCURSOR, token);
                TOKEN(TOKEN_REAL);
            }
            (integer | real) [A-Za-z0-9_]+ {
                token->span = span_of(lexer, start, YYCURSOR);
                diagnostic_t *error = report(lexer->diagnostics, RULE_NUMBER, token->span, "this is no number");
                report_help(error, "numbers are written 10, 0x1F, 0b1010, 0o17, 4K, 2M or 0.5");
                TOKEN(TOKEN_INTEGER);
            }

            "'" ([^'\\\n\x00] | "\\" [^\n\x00])* "'" {
                token->span = span_of(lexer, start, YYCURSOR);
                read_string(lexer, start + 1, YYCURSOR - 1, token);
                if (token->string_length_bytes != 1)
                    report(lexer->diagnostics, RULE_STRING, token->span, "one character stands between '…'");
                uint64_t character = (unsigned char)token->string[0];   /* 0 where there is none */
                token->integer = character;
                TOKEN(TOKEN_INTEGER);
            }
            "\"" ([^"\\\n\x00] | "\\" [^\n\x00])* "\"" {
                read_string(lexer, start + 1, YYCURSOR - 1, token);
                TOKEN(TOKEN_STRING);
            }
            "\"" ([^"\\\n\x00] | "\\" [^\n\x00])* {
                report(lexer->diagnostics, RULE_STRING, span_of(lexer, start, YYCURSOR),
                       "this string has no end on its line");
                read_string(lexer, start + 1, YYCURSOR, token);
                lexer->owes_semicolon = true;
                TOKEN(TOKEN_STRING);
            }

            "{"  { TOKEN(TOKEN_LBRACE); }
            "}"  { TOKEN(TOKEN_RBRACE); }
            "["  { TOKEN(TOKEN_LBRACKET); }
            "]"  { TOKEN(TOKEN_RBRACKET); }
            "("  { TOKEN(TOKEN_LPAREN); }
            ")"  { TOKEN(TOKEN_RPAREN); }
            ";"  { TOKEN(TOKEN_SEMI); }
            ":"  { TOKEN(TOKEN_COLON); }
            ","  { TOKEN(TOKEN_COMMA); }
            "."  { TOKEN(TOKEN_DOT); }
            ".." { TOKEN(TOKEN_DOTDOT); }
            "@"  { TOKEN(TOKEN_AT); }
            "="  { TOKEN(TOKEN_EQUALS); }
            "+"  { TOKEN(TOKEN_PLUS); }
            "-"  { TOKEN(TOKEN_MINUS); }
            "*"  { TOKEN(TOKEN_STAR); }
            "/"  { TOKEN(TOKEN_SLASH); }
            "%"  { TOKEN(TOKEN_PERCENT); }
            "&"  { TOKEN(TOKEN_AND); }
            "|"  { TOKEN(TOKEN_OR); }
            "^"  { TOKEN(TOKEN_CARET); }
            "~"  { TOKEN(TOKEN_TILDE); }
            "<<" { TOKEN(TOKEN_SHIFT_LEFT); }
            ">>" { TOKEN(TOKEN_SHIFT_RIGHT); }

            * {
                // Junk is reported once for each run of it, not once for each byte.
                span_t span = span_of(lexer, start, YYCURSOR);
                if (!bad_run || bad_span.end != span.start)
                    report(lexer->diagnostics, RULE_CHARACTER, span, (unsigned char)*start >= 0x80
                           ? "outside strings and comments only ASCII may stand"
                           : "this character means nothing here");
                bad_run = true;
                bad_span = span;
                continue;
            }
        */
    }
}
