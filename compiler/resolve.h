/* Resolving: the program's declarations go in; names become things, constant expressions numbers, written types
 * types. What takes part in a cycle is reported and counts as resolved, so that every stage ends. */
#ifndef MEMREGC_RESOLVE_H
#define MEMREGC_RESOLVE_H

#include "ast.h"
#include "diagnostic.h"
#include "load.h"
#include "schema.h"

typedef enum symbol_state { SYMBOL_UNTOUCHED, SYMBOL_IN_PROGRESS, SYMBOL_DONE, SYMBOL_BAD } symbol_state_t;

/* A declared thing: its node, and what is known of it once it is done. */
typedef struct symbol {
    const char *name;
    const ast_node_t *node;      /* a declaration, or an AST_PARTITION, which is a region too */
    bool is_from_target;
    symbol_state_t state;
    union {
        schema_constant_t *constant;
        schema_enum_t *enumeration;
        struct placed *structure;    /* see place.h */
        schema_region_t *region;
    } of;
} symbol_t;

typedef struct resolver {
    arena_t *arena;
    arena_t *scratch;            /* for work whose result is copied from it: given back with arena_release() */
    diagnostics_t *diagnostics;
    const program_t *program;
    unsigned word_bits;          /* of the target's processor; 32 where no target says */
    symbol_t *symbols;           /* in the order of the declarations */
    size_t symbol_count;
    symbol_t **buckets;          /* open addressing by the interned name */
    size_t bucket_count;
    symbol_t *open[64];          /* what is being resolved, outermost first: for messages of cycles */
    size_t open_count;

    /* Set by place.c: a struct, placed, or NULL where it is wrong (that is reported). */
    struct placed *(*place_struct)(struct resolver *resolver, symbol_t *symbol);

    /* Set by place.c: the size in bytes of a struct or block, and the offset of an item in it; false where unknown
     * (that is reported). So sizeof() works in any expression. */
    bool (*size_of)(struct resolver *resolver, symbol_t *symbol, span_t span, uint64_t *bytes);
    bool (*offset_of)(struct resolver *resolver, symbol_t *symbol, const char *item, span_t span, uint64_t *bytes);
    schema_region_t *regions;    /* in the order in which they are resolved: room for all */
    size_t region_count;
    uint64_t leaf_total;         /* fields flattened so far, see MOST_LEAVES_IN_ALL */
} resolver_t;

/* Enters every declared name; a name declared twice is reported. */
void resolver_start(resolver_t *resolver, arena_t *arena, diagnostics_t *diagnostics, const program_t *program);

symbol_t *resolver_find(const resolver_t *resolver, const char *name);

/* Finds a name of one of these kinds (a bit for each, 1 << AST_…), or reports at span that there is none, with the
 * nearest one as a suggestion. `wanted` says what it should be: "region". */
symbol_t *resolver_want(resolver_t *resolver, const char *name, span_t span, unsigned kinds, const char *wanted);

/* Marks a symbol as being resolved. False where it already is (the cycle is reported by `rule`) or is bad. */
bool resolver_open(resolver_t *resolver, symbol_t *symbol, rule_t rule);
void resolver_close(resolver_t *resolver, symbol_t *symbol, bool is_good);

/* A number: an integer of 64 bits, or, above INT64_MAX, the bit pattern of an unsigned one. */
typedef struct number { int64_t value; bool is_unsigned_64; } number_t;

/* Folds a constant expression. False where it is wrong; that is reported. `enumeration` (or NULL) is where bare names
 * are looked up first: a default of an enum's field may say `off`. */
bool evaluate(resolver_t *resolver, const ast_expression_t *expression, const schema_enum_t *enumeration,
              number_t *number);

/* The same for a count, size or offset: reports (by `rule`) what is negative or above `most`; `what` names it. */
bool evaluate_bounded(resolver_t *resolver, const ast_expression_t *expression, rule_t rule, const char *what,
                      uint64_t least, uint64_t most, uint64_t *value);

/* The same in real numbers, where 1/3 is a third: for scale, bias, and defaults of floating and fixed-point fields. */
bool evaluate_real(resolver_t *resolver, const ast_expression_t *expression, double *value);

bool number_fits(number_t number, unsigned width_bits, bool is_signed);
const char *number_text(arena_t *arena, number_t number);

schema_constant_t *resolve_constant(resolver_t *resolver, symbol_t *symbol);
schema_enum_t *resolve_enum(resolver_t *resolver, symbol_t *symbol);
schema_region_t *resolve_region(resolver_t *resolver, symbol_t *symbol);

/* What a written type is; array_length is 0 where it has no dimension (beyond that of text and bytes). For a struct
 * type->structure is not set here: *structure is its symbol. False where it is wrong; that is reported. */
bool resolve_type(resolver_t *resolver, const ast_type_t *written, schema_type_t *type, uint32_t *array_length,
                  symbol_t **structure);

#endif
