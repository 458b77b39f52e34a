/* Reading items: a node of a struct, block, group or container goes in; what is written on it comes out resolved: type,
 * access, default, unit, range. Where it lies is left to place.c and registers.c. */
#ifndef MEMREGC_ITEM_H
#define MEMREGC_ITEM_H

#include "overlap.h"
#include "resolve.h"
#include "schema.h"

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

/* Reports attributes that cannot stand on this node or stand there twice. */
void check_attributes(resolver_t *resolver, const ast_node_t *node);

/* The policy that is written on a node, or `otherwise`. */
policy_t read_policy(const ast_node_t *node, policy_t otherwise);

/* The access keywords of a node; those not written are as in `inherited`. */
access_t read_access(resolver_t *resolver, const ast_node_t *node, access_t inherited, bool *is_written);

/* "rw", "w1c rc"; "" for plain memory. */
const char *access_text(access_t access, bool is_register);

/* Does a read or a write of it act as only hardware does? */
bool is_register_effect(access_t access);

/* Type, access, default, unit, scale, bias, range of a field or container. False where the type is wrong. */
bool read_item(resolver_t *resolver, const ast_node_t *node, placed_item_t *item, access_t inherited,
               bool is_big_endian);

/* Reports that a thing has no fields, registers …, unless syntax errors in it are the reason. */
void report_empty(resolver_t *resolver, const ast_node_t *node, const char *what);

/* Reports two items of one name. */
void check_item_names(resolver_t *resolver, const placed_t *placed);

/* Says that two things overlap, and where they lie. `unit` is 1 for extents in bits, 8 for bytes. */
void report_overlap(resolver_t *resolver, const ast_node_t *first_node, const extent_t *first,
                    const ast_node_t *second_node, const extent_t *second, unsigned unit);

/* The same as a callback of overlaps_find() for extents in bits, whose owners are placed items; context: the resolver. */
void report_item_overlap(void *context, const extent_t *first, const extent_t *second);

#endif
