/* A device of a CMSIS-SVD file goes in, the layout that says the same comes out: blocks, groups, registers, bit fields
 * and enums with their places, access kinds and names. What the language cannot say, or C cannot name, is mended to the
 * nearest that compiles, and a note tells what was there. svd_print.h turns it into text. */
#ifndef MEMREGC_SVD_LAYOUT_H
#define MEMREGC_SVD_LAYOUT_H

#include "svd.h"
#include "tables.h"

/* What stands as a comment before the thing that it is about. */
typedef struct svd_note { const char *text; struct svd_note *next; } svd_note_t;
typedef struct svd_notes { svd_note_t *first, *last; } svd_notes_t;

typedef struct svd_value {
    const char *name, *snake;
    const char *doc;             /* NULL where the uses of the enum say different things */
    uint64_t value;
    bool is_repeated;            /* an earlier one has this value */
} svd_value_t;

/* Fields with the same values share one. */
typedef struct svd_enum {
    const char *name;            /* NULL until all uses are known */
    unsigned width_bits;
    svd_value_t *values;
    size_t value_count;
    svd_notes_t notes;
    const char *given_name, *field_name;             /* that all uses have in common, or NULL */
    const char *block_name, *register_path;          /* of the first use */
    bool is_printed;
    uint64_t hash;
} svd_enum_t;

typedef struct svd_bits {
    const svd_element_t *source;
    const char *name, *doc;      /* name: "_" for a gap */
    unsigned position, width_bits;
    uint64_t count;              /* 0: no array */
    access_t access;
    svd_enum_t *enumeration;     /* or NULL */
    bool is_alias, has_range;
    uint64_t range_least, range_most;
    svd_notes_t notes;
} svd_bits_t;

static inline bool svd_is_gap(const svd_bits_t *bits) { return bits->name[0] == '_' && !bits->name[1]; }

/* A register, or a group of parts. */
typedef struct svd_part {
    const svd_element_t *source;
    const char *name, *doc;
    const char *path;            /* in snake_case, with the names of the groups around; without the block's */
    uint64_t offset;             /* in what is around it */
    uint64_t count, stride;      /* count 0: no array; stride in bytes */
    uint64_t extent_bytes;       /* of one element */
    unsigned width_bits;         /* 0: a group */
    bool is_signed, is_alias, has_reset;
    uint64_t reset;
    access_t access;
    svd_bits_t *bits;
    size_t bit_count;
    struct svd_part *parts;
    size_t part_count;
    svd_notes_t notes;
} svd_part_t;

typedef struct svd_block {
    const svd_element_t *source;
    const char *name, *snake, *doc;
    uint64_t address, count, stride, extent_bytes;
    bool is_alias;
    svd_part_t *parts;
    size_t part_count;           /* 0: nothing but notes comes out */
    svd_notes_t notes;
} svd_block_t;

typedef struct svd_interrupt { const char *name, *doc; uint64_t number; svd_notes_t notes; } svd_interrupt_t;

typedef struct svd_layout {
    const svd_element_t *device;
    const char *name;            /* in snake_case */
    svd_notes_t notes;
    svd_interrupt_t *interrupts; /* by number */
    size_t interrupt_count;
    svd_block_t *blocks;         /* as in the file */
    size_t block_count;
    size_t mended_count;         /* how many notes tell of something that had to be changed */
} svd_layout_t;

/* NULL with *error filled in where the device is larger than any real one. */
svd_layout_t *svd_layout(arena_t *arena, const svd_element_t *device, svd_error_t *error);

#endif
