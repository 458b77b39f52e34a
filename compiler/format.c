/* A source's tokens and comments go in, the same come out with canonical white space between them (see format.h).
 *
 * Two passes. analyze() gives each token what follows from its neighbours alone: whether a space stands before it,
 * whether a line may be broken there, which brace matches it. print() then goes through them once and breaks lines.
 * What print() decides depends only on the tokens and on those line breaks of the author that it also puts out itself;
 * that is why its own output comes through unchanged. */
#include "format.h"

#include <string.h>

#include "lexer.h"
#include "parser.h"
#include "utf8.h"

enum { LINE_WIDTH = 100, INDENT_WIDTH = 4, CONTINUATION_DEPTH = 2, COMMENT_GAP = 2 };

#define NOWHERE UINT32_MAX

/* What stands behind a comment on its line. */
typedef enum line_rest { REST_TOKEN, REST_NOTHING, REST_CLOSING_BRACE } line_rest_t;

typedef struct piece {
    int kind;                    /* a token's number, or TOKEN_COMMENT */
    const char *chars;
    uint32_t length_bytes;
    uint32_t width;              /* in characters */
    uint32_t first_line, last_line;
    uint32_t match;              /* of a brace: the index of the other one, or NOWHERE */
    line_rest_t rest;            /* of a comment */
    bool precedes_closing_brace; /* of a comment: nothing but comments up to there */
    bool space_before;
    bool may_break_before;
    bool must_break_before;
    bool expects_operand;        /* a value or name has to follow: an operator, `@`, `size` … */
    bool is_unary;
    bool is_separator;           /* a comma directly within braces */
    bool is_filled;              /* of an opening brace: the author put several elements of its list on a line */
} piece_t;

/* One line of the result. Its trailing comment is kept apart, because comments of lines in a row are aligned. */
typedef struct line {
    size_t start, comment, end;  /* in the buffer; comment = end where there is none */
    unsigned indent, width;      /* width without the comment */
    unsigned comment_width;
} line_t;

typedef struct frame { uint32_t open; bool is_inline; } frame_t;

typedef struct format {
    arena_t *arena;
    const source_t *source;
    const char *start;           /* of the text, behind a byte-order mark */
    piece_t *pieces;
    uint32_t count;

    text_t buffer;
    line_t *lines;
    size_t line_count;
    unsigned column;
    frame_t *frames;
    size_t frame_count;
    unsigned depth;              /* braces open that are not inline */
    bool at_boundary;            /* between two items, not within one */
    bool needs_break;            /* the next piece begins a line */
    bool may_fill;               /* the next piece begins an element of a list whose elements share lines */
    bool body_is_empty;          /* nothing stands behind the last `{` yet */
} format_t;

/* ---- pieces */

static bool is_blank(char character)
{
    return character == ' ' || character == '\t' || character == '\r' || character == '\v' || character == '\f';
}

static size_t without_blanks_at_end(const char *chars, size_t length_bytes)
{
    while (length_bytes && is_blank(chars[length_bytes - 1]))
        length_bytes--;
    return length_bytes;
}

static bool is_line_comment(const piece_t *piece) { return piece->kind == TOKEN_COMMENT && piece->chars[1] == '/'; }

/* Nothing may follow it on its last line: what stands behind a comment of several lines is not seen as belonging there. */
static bool fills_line(const piece_t *piece)
{
    return is_line_comment(piece) || (piece->kind == TOKEN_COMMENT && piece->first_line != piece->last_line);
}

static void add_piece(format_t *format, int kind, span_t span, uint32_t *capacity)
{
    if (format->count == *capacity) {
        piece_t *pieces = ARENA_ARRAY(format->arena, piece_t, (size_t)*capacity * 2);
        memcpy(pieces, format->pieces, format->count * sizeof *pieces);
        format->pieces = pieces;
        *capacity *= 2;
    }
    piece_t *piece = &format->pieces[format->count++];
    piece->kind = kind;
    piece->chars = format->source->chars + (span.start - format->source->base);
    piece->length_bytes = span.end - span.start;
    piece->match = NOWHERE;
    if (kind == TOKEN_COMMENT)
        piece->length_bytes = (uint32_t)without_blanks_at_end(piece->chars, piece->length_bytes);
    piece->width = utf8_character_count(piece->chars, piece->length_bytes);
}

static bool read_pieces(format_t *format, names_t *names, diagnostics_t *diagnostics)
{
    unsigned errors_before = diagnostics_error_count(diagnostics);
    uint32_t capacity = 256;
    lexer_t lexer;
    token_t token;
    int kind;

    lexer_start(&lexer, format->arena, names, diagnostics, format->source);
    lexer.keeps_comments = true;
    format->start = lexer.cursor;
    format->pieces = ARENA_ARRAY(format->arena, piece_t, capacity);
    while ((kind = lexer_next(&lexer, &token)) != TOKEN_END)
        add_piece(format, kind, token.span, &capacity);
    return diagnostics_error_count(diagnostics) == errors_before;
}

static uint32_t count_newlines(const char *from, const char *to)
{
    uint32_t count = 0;
    while (from < to && (from = memchr(from, '\n', (size_t)(to - from))) != NULL)
        count++, from++;
    return count;
}

static void number_lines(format_t *format)
{
    const char *at = format->start;
    uint32_t line = 0;
    for (uint32_t index = 0; index < format->count; index++) {
        piece_t *piece = &format->pieces[index];
        piece->first_line = line += count_newlines(at, piece->chars);
        at = piece->chars + piece->length_bytes;
        piece->last_line = line += count_newlines(piece->chars, at);
    }
}

/* How many lines further down than what stands before it. */
static uint32_t lines_before(const format_t *format, uint32_t index)
{
    return index ? format->pieces[index].first_line - format->pieces[index - 1].last_line : 1;
}

static void find_line_rests(format_t *format)
{
    for (uint32_t index = format->count; index-- > 0;) {
        piece_t *piece = &format->pieces[index];
        if (piece->kind != TOKEN_COMMENT)
            continue;
        piece->precedes_closing_brace = index + 1 < format->count
            && (piece[1].kind == TOKEN_RBRACE || piece[1].precedes_closing_brace);
        if (fills_line(piece) || index + 1 == format->count || lines_before(format, index + 1))
            piece->rest = REST_NOTHING;
        else if (piece[1].kind == TOKEN_COMMENT)
            piece->rest = piece[1].rest;
        else
            piece->rest = piece[1].kind == TOKEN_RBRACE ? REST_CLOSING_BRACE : REST_TOKEN;
    }
}

/* ---- what follows from a token's neighbours */

/* An open bracket, or the file. */
typedef struct bracket {
    int kind;
    uint32_t open;
    size_t brace;              /* the nearest brace around, or itself: an index of the stack; 0 is the file */
    bool is_container;         /* a brace whose head is `name : type` */
    unsigned item_length;      /* tokens of the current item so far; of braces only */
    int item_first;            /* its first token */
    bool item_has_type;        /* its second token is a colon */
} bracket_t;

static bool takes_operand(int kind)
{
    switch (kind) {
    case TOKEN_LAYOUT: case TOKEN_IMPORT: case TOKEN_CONST: case TOKEN_ENUM: case TOKEN_STRUCT: case TOKEN_REGION:
    case TOKEN_PARTITIONS: case TOKEN_TARGET: case TOKEN_MEMREG: case TOKEN_STORE: case TOKEN_RECORD: case TOKEN_POOL:
    case TOKEN_MAP: case TOKEN_ENDIAN: case TOKEN_SIZEOF: case TOKEN_OFFSETOF:
    case TOKEN_VERSION: case TOKEN_CHECK: case TOKEN_PREFIX: case TOKEN_IN: case TOKEN_SPAN: case TOKEN_GUARD: case TOKEN_STRIDE:
    case TOKEN_UNIT: case TOKEN_SCALE: case TOKEN_BIAS: case TOKEN_RANGE: case TOKEN_WAS: case TOKEN_RESET:
    case TOKEN_SIZE: case TOKEN_ERASE: case TOKEN_PROGRAM: case TOKEN_ENDURANCE: case TOKEN_DRIVER: case TOKEN_ALIGN:
    case TOKEN_TRANSFER: case TOKEN_SET: case TOKEN_CLEAR: case TOKEN_XOR: case TOKEN_BLOCK: case TOKEN_COUNT:
    case TOKEN_OF: case TOKEN_IDS: case TOKEN_WRITES: case TOKEN_PER: case TOKEN_KEY:
        return true;
    default:
        return false;
    }
}

static bool is_operator(int kind)
{
    switch (kind) {
    case TOKEN_PLUS: case TOKEN_MINUS: case TOKEN_STAR: case TOKEN_SLASH: case TOKEN_PERCENT: case TOKEN_AND:
    case TOKEN_OR: case TOKEN_CARET: case TOKEN_SHIFT_LEFT: case TOKEN_SHIFT_RIGHT: case TOKEN_TILDE: case TOKEN_EQUALS:
    case TOKEN_AT: case TOKEN_LPAREN: case TOKEN_LBRACKET: case TOKEN_DOT: case TOKEN_DOTDOT: case TOKEN_COLON:
        return true;
    default:
        return false;
    }
}

/* Keywords wherever they stand, because of what follows them on their line. */
static bool begins_value(int kind) { return kind == TOKEN_ENDIAN || kind == TOKEN_SIZEOF || kind == TOKEN_OFFSETOF; }

static bool is_list_mark(int kind) { return kind == TOKEN_LBRACE || kind == TOKEN_COMMA; }

static bool begins_with(const piece_t *piece, const char *chars)
{
    size_t length = strlen(chars);
    return piece->length_bytes >= length && memcmp(piece->chars, chars, length) == 0;
}

/* Some words are keywords only before certain others on the same line: what was a name because of a line break must
 * stay one. */
static bool would_become_keyword(const piece_t *before, const piece_t *piece)
{
    if (before->kind != TOKEN_NAME)
        return false;
    if (before->length_bytes == 6 && begins_with(before, "endian"))
        return begins_with(piece, "big") || begins_with(piece, "little");
    return piece->kind == TOKEN_LPAREN && ((before->length_bytes == 6 && begins_with(before, "sizeof"))
                                           || (before->length_bytes == 8 && begins_with(before, "offsetof")));
}

static bool is_digit(char character) { return character >= '0' && character <= '9'; }

static bool dot_needs_space(const piece_t *before, const piece_t *piece)
{
    return before->kind == TOKEN_DOT
        && (piece->kind == TOKEN_DOT || piece->kind == TOKEN_DOTDOT || is_digit(piece->chars[0]));
}

/* A space between two tokens of one line? Both are no comments. */
static bool is_spaced(const bracket_t *bracket, const bracket_t *brace, const piece_t *before, const piece_t *piece)
{
    int left = before->kind, right = piece->kind;

    if (right == TOKEN_SEMI || right == TOKEN_COMMA)
        return left == TOKEN_LBRACE;
    if (left == TOKEN_LBRACE || left == TOKEN_RBRACE || right == TOKEN_LBRACE || right == TOKEN_RBRACE)
        return true;
    if (left == TOKEN_SEMI || left == TOKEN_COMMA)
        return true;
    if (before->is_unary || left == TOKEN_LPAREN || left == TOKEN_LBRACKET)
        return false;
    if (right == TOKEN_RPAREN || right == TOKEN_RBRACKET || right == TOKEN_LBRACKET)
        return false;
    if (left == TOKEN_DOT || right == TOKEN_DOT || left == TOKEN_DOTDOT || right == TOKEN_DOTDOT)
        return dot_needs_space(before, piece);
    if (left == TOKEN_COLON || right == TOKEN_COLON) {
        if (bracket->kind == TOKEN_LBRACKET)
            return false;
        return left == TOKEN_COLON || brace->item_first == TOKEN_ENUM || brace->item_first == TOKEN_RECORD;
    }
    if (left == TOKEN_AT)
        return !brace->is_container;
    return !(right == TOKEN_LPAREN && (left == TOKEN_SIZEOF || left == TOKEN_OFFSETOF));
}

static void count_item_token(bracket_t *brace, int kind)
{
    if (brace->item_length == 0) {
        brace->item_first = kind;
        brace->item_has_type = false;
    } else if (brace->item_length == 1) {
        brace->item_has_type = kind == TOKEN_COLON;
    }
    brace->item_length++;
}

/* Keeps the stack of brackets and the matches of braces up to date with one more token. Returns the new top. */
static size_t follow_brackets(format_t *format, bracket_t *stack, size_t top, uint32_t index)
{
    piece_t *piece = &format->pieces[index];
    bracket_t *brace = &stack[stack[top].brace];

    switch (piece->kind) {
    case TOKEN_LBRACE: case TOKEN_LPAREN: case TOKEN_LBRACKET:
        stack[top + 1] = (bracket_t){ .kind = piece->kind, .open = index, .brace = stack[top].brace };
        top++;
        if (piece->kind == TOKEN_LBRACE) {
            stack[top].brace = top;
            stack[top].is_container = brace->item_has_type;
        }
        return top;
    case TOKEN_RPAREN:
        return top - (stack[top].kind == TOKEN_LPAREN);
    case TOKEN_RBRACKET:
        return top - (stack[top].kind == TOKEN_LBRACKET);
    case TOKEN_RBRACE:
        if (stack[top].brace) {
            piece->match = brace->open;
            format->pieces[brace->open].match = index;
            top = stack[top].brace - 1;
        }
        stack[stack[top].brace].item_length = 0;
        return top;
    case TOKEN_COMMA:
        piece->is_separator = stack[top].kind == TOKEN_LBRACE;
        if (piece->is_separator)
            brace->item_length = 0;
        return top;
    case TOKEN_SEMI:
        brace->item_length = 0;
        return top;
    default:
        count_item_token(brace, piece->kind);
        return top;
    }
}

static void analyze(format_t *format)
{
    bracket_t *stack = ARENA_ARRAY(format->arena, bracket_t, (size_t)format->count + 1);
    piece_t none = { .kind = TOKEN_SEMI }, *last = &none;   /* the last that is no comment */
    piece_t *separator = NULL;                              /* the same, where it is a separator */
    size_t top = 0;

    for (uint32_t index = 0; index < format->count; index++) {
        piece_t *piece = &format->pieces[index];
        bool follows_comment = index && piece[-1].kind == TOKEN_COMMENT;
        if (piece->kind == TOKEN_COMMENT) {
            piece->space_before = true;
            piece->may_break_before = !last->expects_operand && !follows_comment;
            continue;
        }
        bool wants_operand = last->expects_operand || is_list_mark(last->kind);
        piece->is_unary = piece->kind == TOKEN_TILDE
            || (wants_operand && (piece->kind == TOKEN_PLUS || piece->kind == TOKEN_MINUS));
        piece->expects_operand = is_operator(piece->kind) || begins_value(piece->kind)
            || (takes_operand(piece->kind) && !last->expects_operand);
        piece->space_before = follows_comment || is_spaced(&stack[top], &stack[stack[top].brace], last, piece);
        piece->may_break_before = piece->space_before && !last->expects_operand && !follows_comment
            && piece->kind != TOKEN_LBRACE;
        piece->must_break_before = !follows_comment && would_become_keyword(last, piece);
        if (separator && piece->kind != TOKEN_RBRACE && piece->first_line == separator->last_line)
            format->pieces[stack[top].open].is_filled = true;
        top = follow_brackets(format, stack, top, index);
        separator = piece->is_separator ? piece : NULL;
        last = piece;
    }
}

/* ---- lines */

static bool is_inline(const format_t *format)
{
    return format->frame_count && format->frames[format->frame_count - 1].is_inline;
}

static void begin_line(format_t *format, unsigned indent)
{
    line_t *line = &format->lines[format->line_count++];
    *line = (line_t){ .indent = indent, .width = indent, .start = format->buffer.length_bytes };
    format->column = indent;
    for (unsigned column = 0; column < indent; column++)
        text_put_char(&format->buffer, ' ');
    line->comment = line->end = format->buffer.length_bytes;
}

static void begin_blank_line(format_t *format)
{
    begin_line(format, 0);
}

/* Adds to the current line what contains no newline. */
static void put(format_t *format, bool is_spaced_, const char *chars, size_t length_bytes, unsigned width)
{
    line_t *line = &format->lines[format->line_count - 1];
    if (is_spaced_)
        text_put_char(&format->buffer, ' ');
    text_put_bytes(&format->buffer, chars, length_bytes);
    format->column += is_spaced_ + width;
    line->comment = line->end = format->buffer.length_bytes;
    line->width = format->column;
}

static void put_trailing_line_comment(format_t *format, const piece_t *piece)
{
    line_t *line = &format->lines[format->line_count - 1];
    line->comment = format->buffer.length_bytes;
    text_put_bytes(&format->buffer, piece->chars, piece->length_bytes);
    line->end = format->buffer.length_bytes;
    line->comment_width = piece->width;
}

/* The column of a place in the source, in characters. */
static uint32_t source_column(const format_t *format, const char *at)
{
    const char *line = at;
    while (line > format->start && line[-1] != '\n')
        line--;
    return utf8_character_count(line, (size_t)(at - line));
}

/* Of a comment of several lines, those below the first are moved as far as the first one was. */
static void put_block_comment(format_t *format, const piece_t *piece, bool is_spaced_)
{
    const char *at = piece->chars, *end = at + piece->length_bytes;
    unsigned column = format->column + is_spaced_;
    uint32_t old_column = source_column(format, at);

    for (bool is_first = true; at <= end; is_first = false) {
        const char *newline = at < end ? memchr(at, '\n', (size_t)(end - at)) : NULL;
        const char *line_end = newline ? newline : end;
        for (uint32_t blanks = 0; !is_first && blanks < old_column && at < line_end && is_blank(*at); blanks++)
            at++;
        size_t length = without_blanks_at_end(at, (size_t)(line_end - at));
        if (!is_first && length)
            begin_line(format, column);
        else if (!is_first)
            begin_blank_line(format);
        put(format, is_first && is_spaced_, at, length, utf8_character_count(at, length));
        at = line_end + 1;
    }
}

/* ---- what fits */

/* The width of a brace's body with the brace that ends it and the mark behind that. */
static bool body_fits(const format_t *format, uint32_t open)
{
    const piece_t *piece = &format->pieces[open];
    uint32_t close = piece->match;
    unsigned width = format->column;

    if (close == NOWHERE)
        return false;
    if (close == open + 1)
        return true;
    if (format->pieces[close].first_line != piece->last_line)
        return false;
    if (close + 1 < format->count && (format->pieces[close + 1].kind == TOKEN_SEMI
                                      || format->pieces[close + 1].kind == TOKEN_COMMA))
        close++;
    for (uint32_t index = open + 1; index <= close && width <= LINE_WIDTH; index++)
        width += format->pieces[index].space_before + format->pieces[index].width;
    return width <= LINE_WIDTH;
}

/* Does a list's element fit on the current line, with the comma behind it? */
static bool element_fits(const format_t *format, uint32_t index)
{
    unsigned width = format->column + 1 + format->pieces[index].width;
    unsigned nesting = format->pieces[index].kind == TOKEN_LBRACE;

    while (++index < format->count && width <= LINE_WIDTH) {
        const piece_t *piece = &format->pieces[index];
        if (fills_line(piece) || (piece->kind == TOKEN_RBRACE && nesting == 0))
            break;
        nesting += piece->kind == TOKEN_LBRACE;
        nesting -= piece->kind == TOKEN_RBRACE;
        width += piece->space_before + piece->width;
        if (piece->is_separator && nesting == 0)
            break;
    }
    return width <= LINE_WIDTH;
}

/* Does what stands up to the next place for a line break fit on the current line? */
static bool stretch_fits(const format_t *format, uint32_t index)
{
    unsigned width = format->column + 1 + format->pieces[index].width;

    while (++index < format->count && width <= LINE_WIDTH) {
        const piece_t *piece = &format->pieces[index];
        if (piece->kind == TOKEN_LBRACE)
            return width + 2 <= LINE_WIDTH;
        if (piece->may_break_before || piece->kind == TOKEN_COMMENT || piece->kind == TOKEN_RBRACE
            || piece[-1].kind == TOKEN_SEMI || piece[-1].is_separator)
            break;
        width += piece->space_before + piece->width;
    }
    return width <= LINE_WIDTH;
}

/* ---- printing */

static void break_line(format_t *format, uint32_t index)
{
    const piece_t *piece = &format->pieces[index];
    bool is_closing = piece->kind == TOKEN_RBRACE;
    unsigned depth = format->at_boundary || is_closing ? format->depth : format->depth + CONTINUATION_DEPTH;

    if (format->at_boundary && !format->body_is_empty && !is_closing && lines_before(format, index) > 1)
        begin_blank_line(format);
    begin_line(format, depth * INDENT_WIDTH);
    format->needs_break = format->may_fill = false;
}

/* Decides on a line break before the piece. Returns whether a space stands before it instead. */
static bool break_or_space(format_t *format, uint32_t index)
{
    const piece_t *piece = &format->pieces[index];

    if (format->may_fill && (lines_before(format, index) > 1 || !element_fits(format, index)))
        format->needs_break = true;
    if (!format->needs_break && !format->may_fill && !format->at_boundary && piece->may_break_before
        && !stretch_fits(format, index))
        format->needs_break = true;
    format->may_fill = false;
    if (!format->needs_break)
        return piece->space_before;
    break_line(format, index);
    return false;
}

static void print_comment(format_t *format, uint32_t index)
{
    const piece_t *piece = &format->pieces[index];
    bool starts_line = lines_before(format, index) > 0;
    bool ends_line = piece->rest == REST_NOTHING || (piece->rest == REST_CLOSING_BRACE && !is_inline(format));

    if (!starts_line && ends_line) {
        if (is_line_comment(piece))
            put_trailing_line_comment(format, piece);
        else {
            put(format, false, "  ", COMMENT_GAP - 1, COMMENT_GAP - 1);
            put_block_comment(format, piece, true);
        }
    } else {
        format->needs_break |= starts_line;
        format->at_boundary |= starts_line && piece->precedes_closing_brace;
        bool is_spaced_ = is_inline(format) ? piece->space_before : break_or_space(format, index);
        put_block_comment(format, piece, is_spaced_);
        format->body_is_empty = false;
    }
    if (fills_line(piece) || index + 1 == format->count || lines_before(format, index + 1))
        format->needs_break = true;
}

static void close_brace(format_t *format, const piece_t *piece)
{
    if (piece->match != NOWHERE)
        format->frame_count--;
}

static void open_brace(format_t *format, uint32_t index)
{
    bool was_inline = is_inline(format);
    bool becomes_inline = was_inline || body_fits(format, index);
    format->frames[format->frame_count++] = (frame_t){ index, becomes_inline };
    if (becomes_inline)
        return;
    format->depth++;
    format->at_boundary = format->needs_break = format->body_is_empty = true;
}

static void end_token(format_t *format, uint32_t index)
{
    const piece_t *piece = &format->pieces[index];

    format->body_is_empty = format->at_boundary = format->needs_break = format->may_fill = false;
    if (piece->kind == TOKEN_LBRACE) {
        open_brace(format, index);
        return;
    }
    if (is_inline(format))
        return;
    format->at_boundary = piece->kind == TOKEN_SEMI || piece->kind == TOKEN_RBRACE || piece->is_separator;
    format->may_fill = piece->is_separator
        && format->pieces[format->frames[format->frame_count - 1].open].is_filled;
    format->needs_break = format->at_boundary && !format->may_fill;
}

static void print_token(format_t *format, uint32_t index)
{
    const piece_t *piece = &format->pieces[index];
    bool is_spaced_ = piece->space_before;
    bool ends_brace = (piece->kind == TOKEN_SEMI || piece->kind == TOKEN_COMMA) && index
        && piece[-1].kind == TOKEN_RBRACE;

    if (is_inline(format)) {
        if (piece->kind == TOKEN_RBRACE)
            close_brace(format, piece);
    } else if (piece->kind == TOKEN_RBRACE) {
        format->depth -= piece->match != NOWHERE;
        close_brace(format, piece);
        break_line(format, index);
        is_spaced_ = false;
    } else if (!ends_brace) {
        format->needs_break |= piece->must_break_before;
        is_spaced_ = break_or_space(format, index);
    }
    put(format, is_spaced_, piece->chars, piece->length_bytes, piece->width);
    end_token(format, index);
}

static void print_lines(format_t *format)
{
    uint32_t last_line = format->count ? format->pieces[format->count - 1].last_line : 0;
    format->lines = ARENA_ARRAY(format->arena, line_t, 2 * (size_t)format->count + last_line + 2);
    format->frames = ARENA_ARRAY(format->arena, frame_t, (size_t)format->count + 1);
    format->at_boundary = format->needs_break = format->body_is_empty = true;
    for (uint32_t index = 0; index < format->count; index++) {
        if (format->pieces[index].kind == TOKEN_COMMENT)
            print_comment(format, index);
        else
            print_token(format, index);
    }
}

/* ---- trailing comments of lines in a row */

static size_t group_end(const format_t *format, size_t first)
{
    size_t index = first;
    while (index < format->line_count && format->lines[index].comment < format->lines[index].end
           && format->lines[index].indent == format->lines[first].indent)
        index++;
    return index;
}

/* The column that the comments of a group begin in; 0 where aligning them would make a line too long. */
static unsigned group_column(const format_t *format, size_t first, size_t end)
{
    unsigned column = 0;
    for (size_t index = first; index < end; index++)
        if (column < format->lines[index].width + COMMENT_GAP)
            column = format->lines[index].width + COMMENT_GAP;
    for (size_t index = first; index < end; index++) {
        const line_t *line = &format->lines[index];
        if (column + line->comment_width > LINE_WIDTH && line->width + COMMENT_GAP + line->comment_width <= LINE_WIDTH)
            return 0;
    }
    return column;
}

static void put_line(const format_t *format, const line_t *line, unsigned comment_column, text_t *out)
{
    const char *chars = format->buffer.chars;
    text_put_bytes(out, chars + line->start, line->comment - line->start);
    if (line->comment < line->end) {
        unsigned column = comment_column ? comment_column : line->width + COMMENT_GAP;
        for (unsigned at = line->width; at < column; at++)
            text_put_char(out, ' ');
        text_put_bytes(out, chars + line->comment, line->end - line->comment);
    }
    text_put_char(out, '\n');
}

static void join_lines(const format_t *format, text_t *out)
{
    for (size_t first = 0; first < format->line_count;) {
        size_t end = group_end(format, first);
        unsigned column = group_column(format, first, end);
        if (end == first)
            end++;
        for (; first < end; first++)
            put_line(format, &format->lines[first], column, out);
    }
}

bool format_source(arena_t *arena, names_t *names, diagnostics_t *diagnostics, const source_t *source, text_t *out)
{
    format_t format = { .arena = arena, .source = source };

    if (!read_pieces(&format, names, diagnostics))
        return false;
    number_lines(&format);
    find_line_rests(&format);
    analyze(&format);
    print_lines(&format);
    join_lines(&format, out);
    text_free(&format.buffer);
    return true;
}
