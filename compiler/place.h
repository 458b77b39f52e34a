/* Placing: items of structs and blocks go in as written; each comes out with its type, place, access and default.
 * Policies are applied here, and everything that can be wrong within one struct or block is reported here. */
#ifndef MEMREGC_PLACE_H
#define MEMREGC_PLACE_H

#include "overlap.h"
#include "resolve.h"
#include "schema.h"

/* Bounds that no real layout meets, so that junk ends soon: bytes and fields of one block, fields of a whole layout. */
enum { MOST_BLOCK_BYTES = 1 << 24, MOST_LEAVES = 1 << 16, MOST_LEAVES_IN_ALL = 1 << 20 };

typedef struct placed placed_t;

/* One item of a struct, block, group or container. */
typedef struct placed_item {
    const ast_node_t *node;
    schema_name_t name;           /* of a gap: "_" */
    bool is_gap, is_alias;
    schema_type_t type;           /* containers: unsigned of their width; groups: none */
    uint32_t array_length;        /* 0: no array */
    bool is_bit_type;
    bool is_big_endian;
    access_t access;
    bool has_access;              /* written on it, not inherited */
    schema_default_t initial;
    bool has_reset;
    uint64_t reset;
    const char *unit;
    double scale, bias;
    bool has_range;
    int64_t range_least, range_most;

    uint64_t byte_offset;         /* of element 0, from the aggregate's start */
    unsigned byte_count, shift;   /* bit types: see schema_field_t */
    uint64_t run_start, run_bytes;/* bit types: their run */
    uint64_t run_bit;             /* bit types: from the run's, or the container's, lowest bit */
    bool is_run_big_endian;       /* the run's order, also where the field does not cross a byte */
    uint64_t element_bits;        /* of one element */
    uint64_t stride_bits;         /* between elements; = element_bits where they are adjacent */
    bool is_aligned;
    placed_t *inside;             /* groups, containers, structs */
} placed_item_t;

/* A struct, the body of a block or record, a group or a container, with its items placed from offset 0. */
struct placed {
    const ast_node_t *node;
    policy_t policy;
    bool is_big_endian;
    bool is_container;
    placed_item_t *items;
    size_t item_count;
    uint64_t size_bytes;          /* up to the last item, rounded up to the alignment in `natural` */
    unsigned alignment_bytes;     /* 1 unless `natural` */
    uint64_t leaf_count;          /* with all inside, saturated: bounded by MOST_LEAVES */
    bool has_default;             /* anywhere inside */
    schema_struct_t *structure;   /* of a struct: its schema form */
};

/* Starts placing for a resolver: sets its size_of and offset_of. */
void placer_start(resolver_t *resolver);

/* The struct of this symbol, placed; NULL where it is wrong (reported). */
placed_t *place_struct(resolver_t *resolver, symbol_t *symbol);

/* The body of a memreg or record in byte memory. NULL where it is wrong (reported). */
placed_t *place_body(resolver_t *resolver, const ast_node_t *node, policy_t policy);

/* Makes a schema struct of a body (of a struct, or of a record in braces). */
schema_struct_t *make_struct(resolver_t *resolver, const schema_name_t *name, placed_t *placed);

/* Fills fields, parts and rows of a byte block from its placed body. `outer` are the block's own indices. */
void flatten_block(resolver_t *resolver, const placed_t *placed, schema_block_t *block, const schema_index_t *outer,
                   unsigned outer_count);

/* Registers of an mmio block: fills registers, rows and size_bytes. False where something is wrong (reported). */
bool place_registers(resolver_t *resolver, const ast_node_t *node, schema_block_t *block, const schema_index_t *outer,
                     unsigned outer_count);

/* ---- shared by bytes (place.c) and registers (registers.c) */

/* Reports attributes that cannot stand on this node or stand there twice. */
void check_attributes(resolver_t *resolver, const ast_node_t *node);

/* The access keywords of a node; those not written are as in `inherited`. */
access_t read_access(resolver_t *resolver, const ast_node_t *node, access_t inherited, bool *is_written);

/* Type, access, default, unit, scale, bias, range of a field or container. False where the type is wrong. */
bool read_item(resolver_t *resolver, const ast_node_t *node, placed_item_t *item, access_t inherited,
               bool is_big_endian);

/* The bit fields of a container of width_bits, placed from bit 0; the result lies in `arena`. Never NULL. */
placed_t *place_container(resolver_t *resolver, arena_t *arena, const ast_node_t *node, unsigned width_bits,
                          access_t inherited);

/* Appends the rows of an aggregate's items, sorted by place, with rows for what is free. */
typedef struct row_list { schema_row_t *rows; size_t count, capacity; } row_list_t;
schema_row_t *add_row(resolver_t *resolver, row_list_t *list);
void add_container_rows(resolver_t *resolver, row_list_t *list, const placed_t *container, unsigned depth,
                        uint64_t byte_offset, unsigned width_bits, bool is_register);
const char *access_text(access_t access, bool is_register);
const char *default_text(resolver_t *resolver, const schema_type_t *type, const schema_default_t *initial);
const char *type_text(resolver_t *resolver, const placed_item_t *item);
const char *physical_text(resolver_t *resolver, const placed_item_t *item);
const char *first_line(resolver_t *resolver, const char *doc);
/* Reports that a thing has no fields, registers …, unless syntax errors in it are the reason. */
void report_empty(resolver_t *resolver, const ast_node_t *node, const char *what);

/* Reports two items of one name. */
void check_item_names(resolver_t *resolver, const placed_t *placed);

/* Says that two things overlap, and where they lie. `unit` is 1 for extents in bits, 8 for bytes. */
void report_overlap(resolver_t *resolver, const ast_node_t *first_node, const extent_t *first,
                    const ast_node_t *second_node, const extent_t *second, unsigned unit);

#endif
