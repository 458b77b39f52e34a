/* The grammar of the layout language, for Lemon: tokens go in, an ast comes out (see compiler/parse.h). */

%name layout_parser
%token_prefix TOKEN_
%token_type { token_t }
%extra_context { parse_t *parse }
%stack_size 1000

%include {
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lexer.h"
#include "parse.h"
#include "parser.h"

enum { DEEPEST_EXPRESSION = 200 };

/* A place where a `//<` comment may be waited for. */
typedef struct doc_anchor { uint32_t offset; const char **doc; } doc_anchor_t;
typedef struct anchor_list { doc_anchor_t *anchors; size_t count, capacity; } anchor_list_t;

typedef struct parse {
    arena_t *arena;
    names_t *names;
    diagnostics_t *diagnostics;
    ast_file_t *file;
    anchor_list_t ends;           /* of nodes: in rising order, since a node is made when its last token is read */
    anchor_list_t braces;         /* in which they open: sorted at the end */
    bool is_too_deep;
    uint32_t last_error;          /* a token is complained of once */
} parse_t;

typedef struct attribute_list { ast_attribute_t *first, *last; } attribute_list_t;
typedef struct expression_list { ast_expression_t *first, *last; } expression_list_t;

/* Lemon keeps silent after an error until three tokens were shifted; the recovery rules end that, since they end at a
 * place where a declaration or item can begin. */
#define RECOVERED (yypParser->yyerrcnt = -1)

struct yyParser;
static void syntax_error(struct yyParser *parser, int token, const token_t *value);

static span_t span_join(span_t first, span_t last) { return (span_t){ first.start, last.end }; }

static void add_anchor(anchor_list_t *list, uint32_t offset, const char **doc)
{
    if (list->count == list->capacity)
        list->anchors = grow_array(list->anchors, &list->capacity, sizeof *list->anchors);
    list->anchors[list->count++] = (doc_anchor_t){ offset, doc };
}

/* A node that begins with token `first` (whose doc comment it takes) and ends with `last`. */
static ast_node_t *node(parse_t *parse, ast_kind_t kind, token_t first, span_t last)
{
    ast_node_t *made = ARENA_NEW(parse->arena, ast_node_t);
    made->kind = kind;
    made->span = span_join(first.span, last);
    made->doc = first.doc;
    add_anchor(&parse->ends, made->span.end, &made->doc);
    return made;
}

static ast_node_t *named(parse_t *parse, ast_kind_t kind, token_t first, token_t name, span_t last)
{
    ast_node_t *made = node(parse, kind, first, last);
    made->name = name.name;
    made->name_span = name.span;
    return made;
}

/* Of a node with braces: its head ends at the opening one, where a `//<` comment may stand too. */
static ast_node_t *with_braces(parse_t *parse, ast_node_t *made, token_t brace, ast_list_t children)
{
    made->has_braces = true;
    made->has_syntax_errors = parse->last_error > brace.span.start;
    made->children = children;
    add_anchor(&parse->braces, brace.span.end, &made->doc);
    return made;
}

static ast_expression_t *expression(parse_t *parse, expression_kind_t kind, span_t span)
{
    ast_expression_t *made = ARENA_NEW(parse->arena, ast_expression_t);
    made->kind = kind;
    made->span = span;
    made->depth = 1;
    return made;
}

static ast_expression_t *operation(parse_t *parse, char operator, span_t start, ast_expression_t *left,
                                   ast_expression_t *right)
{
    ast_expression_t *made = expression(parse, left ? EXPRESSION_BINARY : EXPRESSION_UNARY,
                                        span_join(start, right->span));
    made->operator = operator;
    made->left = left;
    made->right = right;
    made->depth = (uint8_t)(1 + (left && left->depth > right->depth ? left->depth : right->depth));
    if (made->depth > DEEPEST_EXPRESSION) {
        report(parse->diagnostics, RULE_NESTING, right->span,
               "this expression is nested more than %d deep", DEEPEST_EXPRESSION);
        made->kind = EXPRESSION_INTEGER;
        made->depth = 1;
    }
    return made;
}

static ast_expression_t *number(parse_t *parse, token_t token)
{
    ast_expression_t *made = expression(parse, EXPRESSION_INTEGER, token.span);
    made->integer = token.integer;
    return made;
}

static ast_expression_t *text_literal(parse_t *parse, token_t token)
{
    ast_expression_t *made = expression(parse, EXPRESSION_STRING, token.span);
    made->string = token.string;
    made->string_length_bytes = token.string_length_bytes;
    return made;
}

static ast_attribute_t *attribute(parse_t *parse, attribute_kind_t kind, span_t start, span_t end)
{
    ast_attribute_t *made = ARENA_NEW(parse->arena, ast_attribute_t);
    made->kind = kind;
    made->span = span_join(start, end);
    return made;
}

static ast_attribute_t *attribute_of(parse_t *parse, attribute_kind_t kind, token_t keyword, ast_expression_t *value)
{
    ast_attribute_t *made = attribute(parse, kind, keyword.span, value->span);
    made->first = value;
    return made;
}

static ast_attribute_t *attribute_named(parse_t *parse, attribute_kind_t kind, token_t keyword, token_t name)
{
    ast_attribute_t *made = attribute(parse, kind, keyword.span, name.span);
    made->name = name.name;
    made->name_span = name.span;
    return made;
}
}

%fallback NAME VERSION CHECK PREFIX BIG LITTLE IN SPAN GUARD MIRROR PACKED ORDERED NATURAL STRIDE RO RW WO W1C
    W1S W1T W0C W0S RC RS BE LE UNIT SCALE BIAS RANGE ALIAS WAS DROP RESET SIZE RETAINED ERASE PROGRAM ENDURANCE DRIVER
    ALIGN TRANSFER SET CLEAR XOR BLOCK COUNT OF IDS RING WRITES PER DAY ENCRYPTED READONLY TARGET KEY.

%left OR.
%left CARET.
%left AND.
%left SHIFT_LEFT SHIFT_RIGHT.
%left PLUS MINUS.
%left STAR SLASH PERCENT.
%right UNARY.

%type decl { ast_node_t * }
%type item { ast_node_t * }
%type items { ast_list_t }
%type enumerators { ast_list_t }
%type enumerator_list { ast_list_t }
%type enumerator { ast_node_t * }
%type records { ast_list_t }
%type record { ast_node_t * }
%type map_entries { ast_list_t }
%type map_entry { ast_node_t * }
%type partition_entries { ast_list_t }
%type partition_entry { ast_node_t * }
%type target_items { ast_list_t }
%type target_item { ast_node_t * }
%type expr { ast_expression_t * }
%type value { ast_expression_t * }
%type value_list { expression_list_t }
%type optional_value { ast_expression_t * }
%type optional_count { ast_expression_t * }
%type dimensions { expression_list_t }
%type type { ast_type_t }
%type optional_base { ast_type_t }
%type attributes { attribute_list_t }
%type attribute { ast_attribute_t * }

%syntax_error { syntax_error(yypParser, yymajor, &TOKEN); }
%stack_overflow { parse->is_too_deep = true; }

file ::= declarations.
declarations ::= .
declarations ::= declarations decl(D). { ast_append(&parse->file->declarations, D); }

/* ---- declarations */

decl(A) ::= LAYOUT(K) NAME(N) SEMI(E). { A = named(parse, AST_LAYOUT, K, N, E.span); }
decl(A) ::= LAYOUT(K) NAME(N) VERSION expr(V) SEMI(E). {
    A = named(parse, AST_LAYOUT, K, N, E.span);
    A->value = V;
}
decl(A) ::= LAYOUT(K) NAME(N) VERSION expr(V) CHECK expr(F) SEMI(E). {
    A = named(parse, AST_LAYOUT, K, N, E.span);
    A->value = V, A->count = F;
}
decl(A) ::= PREFIX(K) STRING(S) SEMI(E). {
    A = node(parse, AST_PREFIX, K, E.span);
    A->string = S.string, A->string_length_bytes = S.string_length_bytes, A->string_span = S.span;
}
decl(A) ::= ENDIAN(K) BIG SEMI(E). {
    A = node(parse, AST_ENDIAN, K, E.span);
    A->value = expression(parse, EXPRESSION_INTEGER, K.span);
    A->value->integer = 1;
}
decl(A) ::= ENDIAN(K) LITTLE SEMI(E). {
    A = node(parse, AST_ENDIAN, K, E.span);
    A->value = expression(parse, EXPRESSION_INTEGER, K.span);
}
decl(A) ::= IMPORT(K) STRING(S) SEMI(E). {
    A = node(parse, AST_IMPORT, K, E.span);
    A->string = S.string, A->string_length_bytes = S.string_length_bytes, A->string_span = S.span;
}
decl(A) ::= TARGET(K) NAME(N) SEMI(E). { A = named(parse, AST_TARGET, K, N, E.span); }
decl(A) ::= TARGET(K) NAME(N) LBRACE(B) target_items(L) RBRACE(E). {
    A = with_braces(parse, named(parse, AST_TARGET_FILE, K, N, E.span), B, L);
}
decl(A) ::= CONST(K) NAME(N) EQUALS expr(V) SEMI(E). {
    A = named(parse, AST_CONSTANT, K, N, E.span);
    A->value = V;
}
decl(A) ::= ENUM(K) NAME(N) optional_base(T) LBRACE(B) enumerators(L) RBRACE(E). {
    A = with_braces(parse, named(parse, AST_ENUM, K, N, E.span), B, L);
    A->type = T;
}
decl(A) ::= STRUCT(K) NAME(N) attributes(L) LBRACE(B) items(I) RBRACE(E). {
    A = with_braces(parse, named(parse, AST_STRUCT, K, N, E.span), B, I);
    A->attributes = L.first;
}
decl(A) ::= REGION(K) NAME(N) EQUALS NAME(M) attributes(L) SEMI(E). {
    A = named(parse, AST_REGION, K, N, E.span);
    A->kind_name = M.name, A->kind_span = M.span;
    A->attributes = L.first;
}
decl(A) ::= MEMREG(K) NAME(N) optional_count(C) attributes(L) LBRACE(B) items(I) RBRACE(E). {
    A = with_braces(parse, named(parse, AST_MEMREG, K, N, E.span), B, I);
    A->count = C;
    A->attributes = L.first;
}
decl(A) ::= STORE(K) NAME(N) attributes(L) LBRACE(B) records(R) RBRACE(E). {
    A = with_braces(parse, named(parse, AST_STORE, K, N, E.span), B, R);
    A->attributes = L.first;
}
decl(A) ::= POOL(K) NAME(N) attributes(L) SEMI(E). {
    A = named(parse, AST_POOL, K, N, E.span);
    A->attributes = L.first;
}
decl(A) ::= MAP(K) NAME(N) attributes(L) LBRACE(B) map_entries(I) RBRACE(E). {
    A = with_braces(parse, named(parse, AST_MAP, K, N, E.span), B, I);
    A->attributes = L.first;
}
decl(A) ::= PARTITIONS(K) NAME(N) attributes(L) LBRACE(B) partition_entries(I) RBRACE(E). {
    A = with_braces(parse, named(parse, AST_PARTITIONS, K, N, E.span), B, I);
    A->attributes = L.first;
}
/* A semicolon behind a brace does no harm. */
decl(A) ::= SEMI. { A = NULL; }

decl(A) ::= LAYOUT error SEMI. { A = NULL; RECOVERED; }
decl(A) ::= IMPORT error SEMI. { A = NULL; RECOVERED; }
decl(A) ::= CONST error SEMI. { A = NULL; RECOVERED; }
decl(A) ::= REGION error SEMI. { A = NULL; RECOVERED; }
decl(A) ::= TARGET error SEMI. { A = NULL; RECOVERED; }
decl(A) ::= POOL error SEMI. { A = NULL; RECOVERED; }
decl(A) ::= ENUM error RBRACE. { A = NULL; RECOVERED; }
decl(A) ::= STRUCT error RBRACE. { A = NULL; RECOVERED; }
decl(A) ::= MEMREG error RBRACE. { A = NULL; RECOVERED; }
decl(A) ::= STORE error RBRACE. { A = NULL; RECOVERED; }
decl(A) ::= MAP error RBRACE. { A = NULL; RECOVERED; }
decl(A) ::= PARTITIONS error RBRACE. { A = NULL; RECOVERED; }
decl(A) ::= error. { A = NULL; RECOVERED; }

target_items(A) ::= . { A = (ast_list_t){ 0 }; }
target_items(A) ::= target_items(L) target_item(I). { A = L; ast_append(&A, I); }
target_item(A) ::= NAME(N) expr(V) SEMI(E). {
    A = named(parse, AST_FIELD, N, N, E.span);
    A->value = V;
}
target_item(A) ::= ENDIAN(K) BIG SEMI(E). {
    A = node(parse, AST_ENDIAN, K, E.span);
    A->value = expression(parse, EXPRESSION_INTEGER, K.span);
    A->value->integer = 1;
}
target_item(A) ::= ENDIAN(K) LITTLE SEMI(E). { A = node(parse, AST_ENDIAN, K, E.span); }
target_item(A) ::= error SEMI. { A = NULL; RECOVERED; }

optional_base(A) ::= . { A = (ast_type_t){ 0 }; }
optional_base(A) ::= COLON type(T). { A = T; }

enumerators(A) ::= . { A = (ast_list_t){ 0 }; }
enumerators(A) ::= enumerator_list(L). { A = L; }
enumerators(A) ::= enumerator_list(L) COMMA. { A = L; }
enumerator_list(A) ::= enumerator(I). { A = (ast_list_t){ 0 }; ast_append(&A, I); }
enumerator_list(A) ::= enumerator_list(L) COMMA enumerator(I). { A = L; ast_append(&A, I); }
enumerator(A) ::= NAME(N) optional_value(V) attributes(L). {
    A = named(parse, AST_ENUMERATOR, N, N, L.last ? L.last->span : V ? V->span : N.span);
    A->value = V;
    A->attributes = L.first;
}

records(A) ::= . { A = (ast_list_t){ 0 }; }
records(A) ::= records(L) record(I). { A = L; ast_append(&A, I); }
record(A) ::= RECORD(K) NAME(N) STRING(S) COLON type(T) attributes(L) SEMI(E). {
    A = named(parse, AST_RECORD, K, N, E.span);
    A->string = S.string, A->string_length_bytes = S.string_length_bytes, A->string_span = S.span;
    A->type = T;
    A->attributes = L.first;
}
record(A) ::= RECORD(K) NAME(N) STRING(S) attributes(L) LBRACE(B) items(I) RBRACE(E). {
    A = with_braces(parse, named(parse, AST_RECORD, K, N, E.span), B, I);
    A->string = S.string, A->string_length_bytes = S.string_length_bytes, A->string_span = S.span;
    A->attributes = L.first;
}
record(A) ::= RECORD error SEMI. { A = NULL; RECOVERED; }
record(A) ::= RECORD error RBRACE. { A = NULL; RECOVERED; }

map_entries(A) ::= . { A = (ast_list_t){ 0 }; }
map_entries(A) ::= map_entries(L) map_entry(I). { A = L; ast_append(&A, I); }
map_entry(A) ::= NAME(N) STRING(S) SEMI(E). {
    A = named(parse, AST_MAP_ENTRY, N, N, E.span);
    A->string = S.string, A->string_length_bytes = S.string_length_bytes, A->string_span = S.span;
}
map_entry(A) ::= NAME(N) STRING(S) COLON type(T) attributes(L) SEMI(E). {
    A = named(parse, AST_MAP_ENTRY, N, N, E.span);
    A->string = S.string, A->string_length_bytes = S.string_length_bytes, A->string_span = S.span;
    A->type = T;
    A->attributes = L.first;
}
map_entry(A) ::= error SEMI. { A = NULL; RECOVERED; }

partition_entries(A) ::= . { A = (ast_list_t){ 0 }; }
partition_entries(A) ::= partition_entries(L) partition_entry(I). { A = L; ast_append(&A, I); }
partition_entry(A) ::= NAME(N) COLON NAME(T) NAME(S) attributes(L) SEMI(E). {
    A = named(parse, AST_PARTITION, N, N, E.span);
    A->kind_name = T.name, A->kind_span = T.span;
    A->subkind_name = S.name, A->subkind_span = S.span;
    A->attributes = L.first;
}
partition_entry(A) ::= NAME(N) COLON NAME(T) INTEGER(S) attributes(L) SEMI(E). {
    A = named(parse, AST_PARTITION, N, N, E.span);
    A->kind_name = T.name, A->kind_span = T.span;
    A->value = number(parse, S), A->subkind_span = S.span;
    A->attributes = L.first;
}
partition_entry(A) ::= NAME(N) COLON INTEGER(T) INTEGER(S) attributes(L) SEMI(E). {
    A = named(parse, AST_PARTITION, N, N, E.span);
    A->count = number(parse, T), A->kind_span = T.span;
    A->value = number(parse, S), A->subkind_span = S.span;
    A->attributes = L.first;
}
partition_entry(A) ::= error SEMI. { A = NULL; RECOVERED; }

/* ---- items of blocks, structs, groups and containers */

items(A) ::= . { A = (ast_list_t){ 0 }; }
items(A) ::= items(L) item(I). { A = L; ast_append(&A, I); }

item(A) ::= NAME(N) COLON type(T) attributes(L) optional_value(V) SEMI(E). {
    A = named(parse, AST_FIELD, N, N, E.span);
    A->type = T;
    A->attributes = L.first;
    A->value = V;
}
item(A) ::= NAME(N) COLON type(T) attributes(L) LBRACE(B) items(I) RBRACE(E). {
    A = with_braces(parse, named(parse, AST_CONTAINER, N, N, E.span), B, I);
    A->type = T;
    A->attributes = L.first;
}
item(A) ::= NAME(N) optional_count(C) attributes(L) LBRACE(B) items(I) RBRACE(E). {
    A = with_braces(parse, named(parse, AST_GROUP, N, N, E.span), B, I);
    A->count = C;
    A->attributes = L.first;
}
item(A) ::= ENDIAN(K) BIG SEMI(E). {
    A = node(parse, AST_ENDIAN, K, E.span);
    A->value = expression(parse, EXPRESSION_INTEGER, K.span);
    A->value->integer = 1;
}
item(A) ::= ENDIAN(K) LITTLE SEMI(E). {
    A = node(parse, AST_ENDIAN, K, E.span);
    A->value = expression(parse, EXPRESSION_INTEGER, K.span);
}
item(A) ::= SEMI. { A = NULL; }
item(A) ::= error SEMI. { A = NULL; RECOVERED; }

type(A) ::= NAME(N). { A = (ast_type_t){ .name = N.name, .span = N.span }; }
type(A) ::= NAME(N) dimensions(D). { A = (ast_type_t){ .name = N.name, .span = N.span, .dimensions = D.first }; }
type(A) ::= NAME(N) LBRACKET DOTDOT expr(X) RBRACKET. {
    A = (ast_type_t){ .name = N.name, .span = N.span, .dimensions = X, .is_up_to = true };
}
type(A) ::= FIXED(N). { A = (ast_type_t){ .name = N.name, .span = N.span }; }
type(A) ::= FIXED(N) dimensions(D). { A = (ast_type_t){ .name = N.name, .span = N.span, .dimensions = D.first }; }

dimensions(A) ::= LBRACKET expr(X) RBRACKET. { A = (expression_list_t){ X, X }; }
dimensions(A) ::= dimensions(L) LBRACKET expr(X) RBRACKET. {
    A = L;
    if (A.last)
        A.last->next = X;
    else
        A.first = X;
    A.last = X;
}

optional_count(A) ::= . { A = NULL; }
optional_count(A) ::= LBRACKET expr(X) RBRACKET. { A = X; }

optional_value(A) ::= . { A = NULL; }
optional_value(A) ::= EQUALS value(V). { A = V; }

value(A) ::= expr(X). { A = X; }
value(A) ::= LBRACE(B) value_list(L) RBRACE(E). {
    A = expression(parse, EXPRESSION_LIST, span_join(B.span, E.span));
    A->left = L.first;
}
value(A) ::= LBRACE(B) value_list(L) COMMA RBRACE(E). {
    A = expression(parse, EXPRESSION_LIST, span_join(B.span, E.span));
    A->left = L.first;
}
value_list(A) ::= expr(X). { A = (expression_list_t){ X, X }; }
value_list(A) ::= value_list(L) COMMA expr(X). { A = L; A.last->next = X; A.last = X; }

/* ---- attributes: one list for all; what may stand where is a table in compiler/ast.h */

attributes(A) ::= . { A = (attribute_list_t){ 0 }; }
attributes(A) ::= attributes(L) attribute(X). {
    A = L;
    if (A.last)
        A.last->next = X;
    else
        A.first = X;
    A.last = X;
}

attribute(A) ::= AT(K) expr(X). { A = attribute_of(parse, ATTRIBUTE_AT, K, X); }
attribute(A) ::= AT(K) LBRACKET expr(H) COLON expr(L) RBRACKET(E). {
    A = attribute(parse, ATTRIBUTE_BITS, K.span, E.span);
    A->first = H, A->second = L;
}
attribute(A) ::= AT(K) LBRACKET expr(H) RBRACKET(E). {
    A = attribute(parse, ATTRIBUTE_BITS, K.span, E.span);
    A->first = H, A->second = H;
}
attribute(A) ::= RO(K). { A = attribute(parse, ATTRIBUTE_RO, K.span, K.span); }
attribute(A) ::= RW(K). { A = attribute(parse, ATTRIBUTE_RW, K.span, K.span); }
attribute(A) ::= WO(K). { A = attribute(parse, ATTRIBUTE_WO, K.span, K.span); }
attribute(A) ::= W1C(K). { A = attribute(parse, ATTRIBUTE_W1C, K.span, K.span); }
attribute(A) ::= W1S(K). { A = attribute(parse, ATTRIBUTE_W1S, K.span, K.span); }
attribute(A) ::= W1T(K). { A = attribute(parse, ATTRIBUTE_W1T, K.span, K.span); }
attribute(A) ::= W0C(K). { A = attribute(parse, ATTRIBUTE_W0C, K.span, K.span); }
attribute(A) ::= W0S(K). { A = attribute(parse, ATTRIBUTE_W0S, K.span, K.span); }
attribute(A) ::= RC(K). { A = attribute(parse, ATTRIBUTE_RC, K.span, K.span); }
attribute(A) ::= RS(K). { A = attribute(parse, ATTRIBUTE_RS, K.span, K.span); }
attribute(A) ::= BE(K). { A = attribute(parse, ATTRIBUTE_BE, K.span, K.span); }
attribute(A) ::= LE(K). { A = attribute(parse, ATTRIBUTE_LE, K.span, K.span); }
attribute(A) ::= UNIT(K) STRING(S). {
    A = attribute(parse, ATTRIBUTE_UNIT, K.span, S.span);
    A->string = S.string;
}
attribute(A) ::= SCALE(K) expr(X). { A = attribute_of(parse, ATTRIBUTE_SCALE, K, X); }
attribute(A) ::= BIAS(K) expr(X). { A = attribute_of(parse, ATTRIBUTE_BIAS, K, X); }
attribute(A) ::= RANGE(K) expr(X) DOTDOT expr(Y). {
    A = attribute_of(parse, ATTRIBUTE_RANGE, K, X);
    A->second = Y, A->span.end = Y->span.end;
}
attribute(A) ::= ALIAS(K). { A = attribute(parse, ATTRIBUTE_ALIAS, K.span, K.span); }
attribute(A) ::= ALIAS(K) SET expr(X) CLEAR expr(Y) XOR expr(Z). {
    A = attribute(parse, ATTRIBUTE_ALIASES, K.span, Z->span);
    A->first = X, A->second = Y, A->third = Z;
}
attribute(A) ::= WAS(K) NAME(N). { A = attribute_named(parse, ATTRIBUTE_WAS, K, N); }
attribute(A) ::= DROP(K). { A = attribute(parse, ATTRIBUTE_DROP, K.span, K.span); }
attribute(A) ::= RESET(K) expr(X). { A = attribute_of(parse, ATTRIBUTE_RESET, K, X); }
attribute(A) ::= STRIDE(K) expr(X). { A = attribute_of(parse, ATTRIBUTE_STRIDE, K, X); }
attribute(A) ::= SPAN(K) expr(X). { A = attribute_of(parse, ATTRIBUTE_SPAN, K, X); }
attribute(A) ::= SIZE(K) expr(X). { A = attribute_of(parse, ATTRIBUTE_SIZE, K, X); }
attribute(A) ::= IN(K) NAME(N). { A = attribute_named(parse, ATTRIBUTE_IN, K, N); }
attribute(A) ::= IN(K) NAME(N) PLUS expr(X). {
    A = attribute_named(parse, ATTRIBUTE_IN, K, N);
    A->second = X, A->span.end = X->span.end;
}
attribute(A) ::= GUARD(K) NAME(N). { A = attribute_named(parse, ATTRIBUTE_GUARD, K, N); }
attribute(A) ::= MIRROR(K). { A = attribute(parse, ATTRIBUTE_MIRROR, K.span, K.span); }
attribute(A) ::= PACKED(K). { A = attribute(parse, ATTRIBUTE_PACKED, K.span, K.span); }
attribute(A) ::= ORDERED(K). { A = attribute(parse, ATTRIBUTE_ORDERED, K.span, K.span); }
attribute(A) ::= NATURAL(K). { A = attribute(parse, ATTRIBUTE_NATURAL, K.span, K.span); }
attribute(A) ::= RETAINED(K). { A = attribute(parse, ATTRIBUTE_RETAINED, K.span, K.span); }
attribute(A) ::= ERASE(K) expr(X). { A = attribute_of(parse, ATTRIBUTE_ERASE, K, X); }
attribute(A) ::= PROGRAM(K) expr(X). { A = attribute_of(parse, ATTRIBUTE_PROGRAM, K, X); }
attribute(A) ::= ENDURANCE(K) expr(X). { A = attribute_of(parse, ATTRIBUTE_ENDURANCE, K, X); }
attribute(A) ::= DRIVER(K) NAME(N). { A = attribute_named(parse, ATTRIBUTE_DRIVER, K, N); }
attribute(A) ::= ALIGN(K) expr(X). { A = attribute_of(parse, ATTRIBUTE_ALIGN, K, X); }
attribute(A) ::= TRANSFER(K) expr(X). { A = attribute_of(parse, ATTRIBUTE_TRANSFER, K, X); }
attribute(A) ::= OF(K) NAME(N). { A = attribute_named(parse, ATTRIBUTE_OF, K, N); }
attribute(A) ::= BLOCK(K) expr(X). { A = attribute_of(parse, ATTRIBUTE_BLOCK, K, X); }
attribute(A) ::= COUNT(K) expr(X). { A = attribute_of(parse, ATTRIBUTE_COUNT, K, X); }
attribute(A) ::= IDS(K) expr(X). { A = attribute_of(parse, ATTRIBUTE_IDS, K, X); }
attribute(A) ::= IDS(K) expr(X) DOTDOT expr(Y). {
    A = attribute_of(parse, ATTRIBUTE_IDS, K, X);
    A->second = Y, A->span.end = Y->span.end;
}
attribute(A) ::= RING(K). { A = attribute(parse, ATTRIBUTE_RING, K.span, K.span); }
attribute(A) ::= WRITES(K) expr(X) PER DAY(E). {
    A = attribute_of(parse, ATTRIBUTE_WRITES, K, X);
    A->span.end = E.span.end;
}
attribute(A) ::= ENCRYPTED(K). { A = attribute(parse, ATTRIBUTE_ENCRYPTED, K.span, K.span); }
attribute(A) ::= KEY(K) NAME(N). { A = attribute_named(parse, ATTRIBUTE_KEY, K, N); }
attribute(A) ::= READONLY(K). { A = attribute(parse, ATTRIBUTE_READONLY, K.span, K.span); }

/* ---- expressions */

expr(A) ::= INTEGER(T). { A = number(parse, T); }
expr(A) ::= REAL(T). {
    A = expression(parse, EXPRESSION_REAL, T.span);
    A->real = T.real;
}
expr(A) ::= STRING(T). { A = text_literal(parse, T); }
expr(A) ::= NAME(N). {
    A = expression(parse, EXPRESSION_NAME, N.span);
    A->name = N.name;
}
expr(A) ::= NAME(N) DOT NAME(M). {
    A = expression(parse, EXPRESSION_NAME, span_join(N.span, M.span));
    A->name = N.name, A->member = M.name;
}
expr(A) ::= SIZEOF(K) LPAREN NAME(N) RPAREN(E). {
    A = expression(parse, EXPRESSION_SIZEOF, span_join(K.span, E.span));
    A->name = N.name;
}
expr(A) ::= OFFSETOF(K) LPAREN NAME(N) DOT NAME(M) RPAREN(E). {
    A = expression(parse, EXPRESSION_OFFSETOF, span_join(K.span, E.span));
    A->name = N.name, A->member = M.name;
}
expr(A) ::= LPAREN expr(X) RPAREN. { A = X; }
expr(A) ::= MINUS(K) expr(X). [UNARY] { A = operation(parse, '-', K.span, NULL, X); }
expr(A) ::= PLUS expr(X). [UNARY] { A = X; }
expr(A) ::= TILDE(K) expr(X). [UNARY] { A = operation(parse, '~', K.span, NULL, X); }
expr(A) ::= expr(X) PLUS expr(Y). { A = operation(parse, '+', X->span, X, Y); }
expr(A) ::= expr(X) MINUS expr(Y). { A = operation(parse, '-', X->span, X, Y); }
expr(A) ::= expr(X) STAR expr(Y). { A = operation(parse, '*', X->span, X, Y); }
expr(A) ::= expr(X) SLASH expr(Y). { A = operation(parse, '/', X->span, X, Y); }
expr(A) ::= expr(X) PERCENT expr(Y). { A = operation(parse, '%', X->span, X, Y); }
expr(A) ::= expr(X) AND expr(Y). { A = operation(parse, '&', X->span, X, Y); }
expr(A) ::= expr(X) OR expr(Y). { A = operation(parse, '|', X->span, X, Y); }
expr(A) ::= expr(X) CARET expr(Y). { A = operation(parse, '^', X->span, X, Y); }
expr(A) ::= expr(X) SHIFT_LEFT expr(Y). { A = operation(parse, 'l', X->span, X, Y); }
expr(A) ::= expr(X) SHIFT_RIGHT expr(Y). { A = operation(parse, 'r', X->span, X, Y); }

%code {
/* What each token looks like; the others are keywords, written as their names in lower case. */
static const struct { int token; const char *text; } token_texts[] = {
    { TOKEN_SEMI, "';'" }, { TOKEN_COLON, "':'" }, { TOKEN_EQUALS, "'='" }, { TOKEN_LBRACE, "'{'" },
    { TOKEN_RBRACE, "'}'" }, { TOKEN_COMMA, "','" }, { TOKEN_RBRACKET, "']'" }, { TOKEN_AT, "'@'" },
    { TOKEN_LBRACKET, "'['" }, { TOKEN_LPAREN, "'('" }, { TOKEN_RPAREN, "')'" }, { TOKEN_DOTDOT, "'..'" },
    { TOKEN_DOT, "'.'" }, { TOKEN_STRING, "a string" }, { TOKEN_NAME, "a name" }, { TOKEN_INTEGER, "a number" },
    { TOKEN_IN, "'in'" }, { TOKEN_CLEAR, "'clear'" }, { TOKEN_XOR, "'xor'" }, { TOKEN_PER, "'per'" },
    { TOKEN_DAY, "'day'" }, { TOKEN_RECORD, "'record'" },
};

/* Would the parser shift this token where its stack ends at `top`? Tried on a copy of the states. */
static bool can_shift_at(const yyParser *parser, size_t top, int token)
{
    enum { DEEPEST = 1024 };
    YYACTIONTYPE states[DEEPEST];

    if (top >= DEEPEST - 64)
        return false;
    for (size_t index = 0; index <= top; index++)
        states[index] = parser->yystack[index].stateno;
    for (unsigned steps = 0; steps < 2000; steps++) {
        YYACTIONTYPE action = yy_find_shift_action((YYCODETYPE)token, states[top]);
        if (action <= YY_MAX_SHIFTREDUCE || action == YY_ACCEPT_ACTION)
            return true;
        if (action < YY_MIN_REDUCE)
            return false;
        unsigned rule = (unsigned)(action - YY_MIN_REDUCE);
        size_t popped = (size_t)-yyRuleInfoNRhs[rule];
        if (popped > top || top - popped + 1 >= DEEPEST)
            return false;
        top -= popped;
        YYACTIONTYPE next = yy_find_reduce_action(states[top], yyRuleInfoLhs[rule]);
        states[++top] = next;
    }
    return false;
}

static bool can_shift(const yyParser *parser, int token)
{
    return can_shift_at(parser, (size_t)(parser->yytos - parser->yystack), token);
}

/* Behind a default: would the token have been right before its '='? Some symbols back both would do. */
static bool fits_before_default(const yyParser *parser, int token)
{
    enum { MOST_BACK = 8 };
    size_t top = (size_t)(parser->yytos - parser->yystack);
    for (size_t back = 1; back <= MOST_BACK && back < top; back++)
        if (can_shift_at(parser, top - back, TOKEN_EQUALS) && can_shift_at(parser, top - back, token))
            return true;
    return false;
}

static void syntax_error(yyParser *parser, int token, const token_t *value)
{
    parse_t *parse = parser->parse;
    char expected[256] = "";
    size_t length = 0;
    unsigned count = 0;
    const char *texts[sizeof token_texts / sizeof *token_texts];

    if (parse->is_too_deep || parse->last_error == value->span.start + 1)
        return;
    parse->last_error = value->span.start + 1;
    bool name_fits = can_shift(parser, TOKEN_NAME);
    for (size_t index = 0; index < sizeof token_texts / sizeof *token_texts; index++) {
        const char *text = token_texts[index].text;
        bool is_word = text[0] == '\'' && text[1] >= 'a' && text[1] <= 'z';
        if (!(is_word && name_fits) && can_shift(parser, token_texts[index].token))
            texts[count++] = text;
    }
    if (can_shift(parser, TOKEN_CONST)) {
        texts[0] = "a declaration (const, enum, struct, region, memreg …)";
        count = 1;
    }
    /* What stands first in the table is what is missing most often: that is enough of it. */
    enum { MOST_TEXTS = 5 };
    for (unsigned index = 0; index < count && index < MOST_TEXTS; index++)
        length += (size_t)snprintf(expected + length, sizeof expected - length, "%s%s",
                                   index == 0 ? "" : index + 1 == count ? " or " : ", ", texts[index]);
    if (count > MOST_TEXTS)
        snprintf(expected + length, sizeof expected - length, " …");

    const source_t *source = parse->file->source;
    const char *found = source->chars + (value->span.start - source->base);
    int found_length = (int)(value->span.end - value->span.start);
    bool is_end = token == 0, is_number = token == TOKEN_INTEGER;
    if (is_end)
        report(parse->diagnostics, RULE_SYNTAX, value->span, "the file ends where %s is expected",
               count ? expected : "a declaration");
    else if (count) {
        diagnostic_t *error = report(parse->diagnostics, RULE_SYNTAX, value->span, "expected %s before %s'%.*s'", expected,
                                     is_number ? "number " : "", found_length > 40 ? 40 : found_length, found);
        if (can_shift(parser, TOKEN_SEMI) && fits_before_default(parser, token))
            report_help(error, "attributes stand before '='");
    } else
        report(parse->diagnostics, RULE_SYNTAX, value->span, "'%.*s' cannot stand here",
               found_length > 40 ? 40 : found_length, found);
}

static int compare_anchors(const void *left, const void *right)
{
    const doc_anchor_t *a = left, *b = right;
    return a->offset < b->offset ? -1 : a->offset > b->offset;
}

/* Moves *at to the last anchor at or before an offset, and returns it, or NULL. Offsets rise from call to call. */
static const doc_anchor_t *anchor_before(const anchor_list_t *list, size_t *at, uint32_t offset)
{
    while (*at < list->count && list->anchors[*at].offset <= offset)
        ++*at;
    return *at ? &list->anchors[*at - 1] : NULL;
}

/* Gives each `//<` comment to what ends, or opens its brace, last at or before the token that it follows. */
static void attach_trailing_docs(parse_t *parse, const lexer_t *lexer)
{
    size_t end = 0, open = 0;
    if (parse->braces.count)
        qsort(parse->braces.anchors, parse->braces.count, sizeof *parse->braces.anchors, compare_anchors);
    for (size_t index = 0; index < lexer->trailing_doc_count; index++) {
        const trailing_doc_t *trailing = &lexer->trailing_docs[index];
        const doc_anchor_t *anchor = anchor_before(&parse->ends, &end, trailing->token_end);
        const doc_anchor_t *brace = anchor_before(&parse->braces, &open, trailing->token_end);
        if (!anchor || (brace && brace->offset > anchor->offset))
            anchor = brace;
        if (!anchor)
            continue;
        const char **doc = anchor->doc;
        *doc = *doc ? arena_format(parse->arena, "%s\n%s", *doc, trailing->doc) : trailing->doc;
    }
}

ast_file_t *parse_source(arena_t *arena, names_t *names, diagnostics_t *diagnostics, const source_t *source)
{
    parse_t parse = { .arena = arena, .names = names, .diagnostics = diagnostics };
    lexer_t lexer;
    token_t token;
    yyParser parser;
    int kind;

    parse.file = ARENA_NEW(arena, ast_file_t);
    parse.file->source = source;
    lexer_start(&lexer, arena, names, diagnostics, source);
    layout_parserInit(&parser, &parse);
    do {
        kind = lexer_next(&lexer, &token);
        layout_parser(&parser, kind, token);
        if (parse.is_too_deep) {
            report(diagnostics, RULE_NESTING, token.span, "this is nested too deep to be a layout");
            break;
        }
    } while (kind != TOKEN_END);
    layout_parserFinalize(&parser);
    attach_trailing_docs(&parse, &lexer);
    lexer_end(&lexer);
    free(parse.ends.anchors);
    free(parse.braces.anchors);
    return parse.file;
}
}
