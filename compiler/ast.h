/* What was written: one node for each declaration and item, with spans; names are not resolved and nothing is counted.
 * The parser makes it, load.c joins the files, `fmt` aside every later stage reads it and nobody changes it. */
#ifndef MEMREGC_AST_H
#define MEMREGC_AST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "source.h"

typedef enum ast_kind {
    /* declarations */
    AST_LAYOUT, AST_IMPORT, AST_TARGET, AST_TARGET_FILE, AST_PREFIX, AST_ENDIAN, AST_CONSTANT, AST_ENUM, AST_STRUCT,
    AST_REGION, AST_MEMREG, AST_STORE, AST_POOL, AST_MAP, AST_PARTITIONS,
    /* what stands inside them */
    AST_FIELD, AST_CONTAINER, AST_GROUP, AST_ENUMERATOR, AST_RECORD, AST_MAP_ENTRY, AST_PARTITION
} ast_kind_t;

/* Where an attribute may stand. */
enum {
    ON_FIELD = 1, ON_CONTAINER = 2, ON_GROUP = 4, ON_STRUCT = 8, ON_MEMREG = 16, ON_REGION = 32, ON_STORE = 64,
    ON_RECORD = 128, ON_POOL = 256, ON_MAP = 512, ON_PARTITION = 1024, ON_ENUMERATOR = 2048, ON_LAYOUT = 4096,
    ON_PARTITIONS = 8192, ON_MAP_ENTRY = 16384,
    ON_ITEM = ON_FIELD | ON_CONTAINER, ON_POLICY = ON_STRUCT | ON_MEMREG | ON_RECORD
};

/* Every attribute: ATTRIBUTE(ID, "as written", where it may stand). The access keywords are rows of their own, so that
 * two of them on one field can be told from one written twice. */
#define ATTRIBUTE_TABLE(ATTRIBUTE) \
    ATTRIBUTE(AT, "@", ON_ITEM | ON_GROUP | ON_MEMREG | ON_REGION | ON_PARTITION | ON_PARTITIONS) \
    ATTRIBUTE(BITS, "@[hi:lo]", ON_FIELD) \
    ATTRIBUTE(RO, "ro", ON_ITEM) \
    ATTRIBUTE(RW, "rw", ON_ITEM) \
    ATTRIBUTE(WO, "wo", ON_ITEM) \
    ATTRIBUTE(W1C, "w1c", ON_ITEM) \
    ATTRIBUTE(W1S, "w1s", ON_ITEM) \
    ATTRIBUTE(W1T, "w1t", ON_ITEM) \
    ATTRIBUTE(W0C, "w0c", ON_ITEM) \
    ATTRIBUTE(W0S, "w0s", ON_ITEM) \
    ATTRIBUTE(RC, "rc", ON_ITEM) \
    ATTRIBUTE(RS, "rs", ON_ITEM) \
    ATTRIBUTE(BE, "be", ON_ITEM) \
    ATTRIBUTE(LE, "le", ON_ITEM) \
    ATTRIBUTE(UNIT, "unit", ON_FIELD) \
    ATTRIBUTE(SCALE, "scale", ON_FIELD) \
    ATTRIBUTE(BIAS, "bias", ON_FIELD) \
    ATTRIBUTE(RANGE, "range", ON_FIELD) \
    ATTRIBUTE(ALIAS, "alias", ON_ITEM | ON_GROUP | ON_MEMREG | ON_ENUMERATOR) \
    ATTRIBUTE(ALIASES, "alias set … clear … xor", ON_REGION) \
    ATTRIBUTE(WAS, "was", ON_ITEM | ON_GROUP | ON_MEMREG | ON_RECORD) \
    ATTRIBUTE(DROP, "drop", ON_ITEM | ON_GROUP | ON_MEMREG | ON_RECORD) \
    ATTRIBUTE(RESET, "reset", ON_CONTAINER | ON_FIELD) \
    ATTRIBUTE(STRIDE, "stride", ON_ITEM | ON_GROUP | ON_MEMREG) \
    ATTRIBUTE(SPAN, "span", ON_MEMREG) \
    ATTRIBUTE(SIZE, "size", ON_REGION | ON_MAP | ON_STORE | ON_PARTITION) \
    ATTRIBUTE(IN, "in", ON_MEMREG | ON_STORE | ON_POOL | ON_MAP | ON_PARTITIONS) \
    ATTRIBUTE(GUARD, "guard", ON_MEMREG) \
    ATTRIBUTE(MIRROR, "mirror", ON_MEMREG) \
    ATTRIBUTE(PACKED, "packed", ON_POLICY) \
    ATTRIBUTE(ORDERED, "ordered", ON_POLICY) \
    ATTRIBUTE(NATURAL, "natural", ON_POLICY) \
    ATTRIBUTE(RETAINED, "retained", ON_REGION) \
    ATTRIBUTE(ERASE, "erase", ON_REGION) \
    ATTRIBUTE(PROGRAM, "program", ON_REGION) \
    ATTRIBUTE(ENDURANCE, "endurance", ON_REGION) \
    ATTRIBUTE(DRIVER, "driver", ON_REGION) \
    ATTRIBUTE(ALIGN, "align", ON_REGION) \
    ATTRIBUTE(TRANSFER, "transfer", ON_REGION) \
    ATTRIBUTE(OF, "of", ON_POOL) \
    ATTRIBUTE(BLOCK, "block", ON_POOL) \
    ATTRIBUTE(COUNT, "count", ON_POOL | ON_RECORD) \
    ATTRIBUTE(IDS, "ids", ON_RECORD) \
    ATTRIBUTE(RING, "ring", ON_RECORD) \
    ATTRIBUTE(WRITES, "writes … per day", ON_STORE | ON_RECORD) \
    ATTRIBUTE(ENCRYPTED, "encrypted", ON_PARTITION) \
    ATTRIBUTE(READONLY, "readonly", ON_PARTITION) \
    ATTRIBUTE(KEY, "key", ON_MAP_ENTRY)

typedef enum attribute_kind {
#define ATTRIBUTE(ID, WRITTEN, WHERE) ATTRIBUTE_##ID,
    ATTRIBUTE_TABLE(ATTRIBUTE)
#undef ATTRIBUTE
    ATTRIBUTE_COUNT_
} attribute_kind_t;

typedef enum expression_kind {
    EXPRESSION_INTEGER, EXPRESSION_REAL, EXPRESSION_STRING,
    EXPRESSION_NAME,       /* name, or name.member */
    EXPRESSION_SIZEOF, EXPRESSION_OFFSETOF,
    EXPRESSION_UNARY, EXPRESSION_BINARY,
    EXPRESSION_LIST        /* { a, b, … }: a default of an array; elements linked by `next` from `left` */
} expression_kind_t;

typedef struct ast_expression {
    expression_kind_t kind;
    char operator;                  /* + - * / % & | ^ ~, 'l' for <<, 'r' for >> */
    uint8_t depth;                  /* nesting, bounded by the parser */
    uint16_t spare;
    span_t span;
    union {
        uint64_t integer;
        double real;
        struct { const char *string; size_t string_length_bytes; };  /* NULs possible; a NUL behind */
        struct { const char *name, *member; };                       /* interned; member NULL where there is none */
        struct { struct ast_expression *left, *right; };             /* unary: left NULL; list: left is its first */
    };
    struct ast_expression *next;
} ast_expression_t;

typedef struct ast_attribute {
    attribute_kind_t kind;
    span_t span;
    span_t name_span;
    union { ast_expression_t *first; const char *name; const char *string; };  /* number; guard, was, in …; unit */
    ast_expression_t *second, *third;          /* second: `range`'s and `ids`' end, `in R + N`'s offset */
    struct ast_attribute *next;
} ast_attribute_t;

typedef struct ast_type {
    const char *name;               /* interned; NULL where there is no type */
    span_t span;                    /* of the name */
    ast_expression_t *dimensions;   /* linked by `next`, as written */
    bool is_up_to;                  /* byte[..N] */
} ast_type_t;

typedef struct ast_node ast_node_t;

typedef struct ast_list { ast_node_t *first, *last; size_t count; } ast_list_t;

struct ast_node {
    ast_kind_t kind;
    span_t span;                    /* all of it */
    const char *name;               /* interned; "_" for gaps; NULL where there is none */
    span_t name_span;
    const char *doc;                /* NULL where there is none */
    ast_type_t type;                /* field, container, enum's base, record's body */
    ast_attribute_t *attributes;
    ast_expression_t *count;        /* NAME[count] of memregs and groups; layout's check */
    ast_expression_t *value;        /* constant, enumerator, default, layout's version, endian (integer 1 is big) */
    const char *string;             /* import's path, prefix, record's prefix, map entry's label */
    size_t string_length_bytes;
    span_t string_span;
    const char *kind_name, *subkind_name;   /* region's kind; partition's type and subtype */
    span_t kind_span, subkind_span;
    bool has_braces;
    bool has_syntax_errors;         /* within its braces: what is missing there is no finding of its own */
    ast_list_t children;
    ast_node_t *next;
};

/* One file's declarations, in order. */
typedef struct ast_file {
    const source_t *source;
    ast_list_t declarations;
} ast_file_t;

static inline void ast_append(ast_list_t *list, ast_node_t *node)
{
    if (!node)
        return;
    if (list->last)
        list->last->next = node;
    else
        list->first = node;
    list->last = node;
    list->count++;
}

/* The first attribute of this kind, or NULL. */
const ast_attribute_t *ast_attribute(const ast_node_t *node, attribute_kind_t kind);

const char *attribute_written(attribute_kind_t kind);
unsigned attribute_places(attribute_kind_t kind);

/* "field", "container", "memory register block"…: for messages. */
const char *ast_kind_text(ast_kind_t kind);
unsigned ast_kind_place(ast_kind_t kind);   /* its ON_ bit; 0 for what takes no attributes */

#endif
