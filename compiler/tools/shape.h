/* What has fields and bytes: a schema goes in; its byte blocks and the bodies of its records come out alike, each with
 * its fields as a tree of names. Where decoding, encoding and setting values meet. */
#ifndef MEMREGC_SHAPE_H
#define MEMREGC_SHAPE_H

#include "schema.h"
#include "text.h"

/* One name of the paths to fields: a group, container or struct with others inside, or a field. */
typedef struct shape_node {
    const char *name, *snake;
    bool is_array;
    uint32_t count;                    /* of an array */
    const schema_field_t *field;       /* NULL where there are names inside */
    struct shape_node *first, *last;   /* inside */
    struct shape_node *next;
} shape_node_t;

typedef struct shape {
    const char *name, *snake;          /* "Boot"; "log.Sample" for a record */
    const schema_block_t *block;       /* NULL for a record */
    const schema_field_t *fields;
    size_t field_count;
    uint32_t size_bytes;               /* of one copy, its guard included */
    uint32_t count;                    /* of blocks in an array; 1 where is_array is false */
    bool is_array;
    uint64_t stride_bytes;             /* between the blocks of an array */
    const uint8_t *initial;            /* size_bytes: the defaults */
    shape_node_t root;
    unsigned index_count;              /* the most indices that a field has */
} shape_t;

typedef struct shapes {
    shape_t *items;                    /* blocks in source order, then records */
    size_t count;
} shapes_t;

/* Of a schema's byte blocks and records; and of the register block of that name, where it is not NULL: registers become
 * little-endian fields, as a dump of them has them. */
shapes_t shapes_make(arena_t *arena, const schema_t *schema, const char *register_block);

/* By the name as written or in snake_case; NULL where there is none. */
shape_t *shapes_find(const shapes_t *shapes, const char *name, size_t length);
const shape_node_t *shape_inside(const shape_node_t *node, const char *name, size_t length);

/* Calls visit() for each element of each field, with its path ("chan[2].gain") and indices, in source order. */
typedef void shape_visit_t(void *context, const char *path, const schema_field_t *field, const uint32_t *indices);
void shape_walk(const shape_t *shape, shape_visit_t *visit, void *context);

/* Is this element the same in both blocks' bytes? */
bool field_is_equal(const schema_field_t *field, const uint32_t *indices, const uint8_t *one, const uint8_t *other);

#endif
