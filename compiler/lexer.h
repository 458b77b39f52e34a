/* The lexer: one source goes in, tokens come out one at a time. Comments and white space are passed over; doc comments
 * travel with the token that they belong to. grammar/lexer.re is its definition. */
#ifndef MEMREGC_LEXER_H
#define MEMREGC_LEXER_H

#include <stdbool.h>

#include "diagnostic.h"
#include "name.h"
#include "source.h"

/* Small, since the parser copies it: which member of the union holds the value follows from the token's number. */
typedef struct token {
    span_t span;
    union {
        const char *name;        /* names, keywords and fixed-point types: interned */
        const char *string;      /* strings: string_length_bytes of them, NULs possible, and a NUL behind */
        uint64_t integer;
        double real;
    };
    const char *doc;             /* the `///` lines before it, or NULL */
    uint32_t string_length_bytes;
} token_t;

/* A `//<` comment: it belongs to what ends last before it on its line. */
typedef struct trailing_doc { span_t span; const char *doc; uint32_t token_end; } trailing_doc_t;

typedef struct lexer {
    arena_t *arena;
    names_t *names;
    diagnostics_t *diagnostics;
    const source_t *source;
    const char *cursor, *limit;
    uint32_t last_token_end;     /* virtual offset; 0 before the first token */
    bool line_has_token;         /* a token ended on the current line */
    trailing_doc_t *trailing_docs;
    size_t trailing_doc_count, trailing_doc_capacity;
    bool keeps_comments;         /* for `fmt`: comments come out as TOKEN_COMMENT */
    bool has_byte_order_mark;
    bool owes_semicolon;         /* an open string has eaten the rest of its line: that error is enough */
} lexer_t;

enum { TOKEN_END = 0, TOKEN_COMMENT = -1, TOKEN_ERROR = -2 };

void lexer_start(lexer_t *lexer, arena_t *arena, names_t *names, diagnostics_t *diagnostics, const source_t *source);

/* Forgets the trailing docs; what tokens hold stays. */
void lexer_end(lexer_t *lexer);

/* The next token's number (a TOKEN_ name from the parser, or of those above). A bad character, number or string is
 * reported; the scan goes on behind it. */
int lexer_next(lexer_t *lexer, token_t *token);

#endif
