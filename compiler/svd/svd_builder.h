/* What the stages share that make a layout of a device: svd_layout.c calls svd_registers.c, that svd_fields.c, that
 * svd_enums.c; all of them note here what they had to change, and take names here. */
#ifndef MEMREGC_SVD_BUILDER_H
#define MEMREGC_SVD_BUILDER_H

#include "overlap.h"
#include "svd_layout.h"
#include "svd_names.h"

enum { MOST_REGISTERS = 1 << 18, TRIED_NAMES = 16 };

typedef struct svd_enum_entry { uint64_t hash; svd_enum_t *enumeration; } svd_enum_entry_t;
typedef struct svd_enum_table { svd_enum_entry_t *entries; size_t count, capacity; } svd_enum_table_t;

typedef struct svd_builder {
    arena_t *arena;
    svd_layout_t *layout;
    svd_error_t *error;
    bool is_bad;
    size_t item_count, register_count, text_bytes;
    svd_claims_t claims;
    uint64_t scope_count;
    svd_enum_table_t by_members, by_values;      /* enums by the elements that they come from; by what they say */
    svd_enum_t **enums;                          /* by first use */
    size_t enum_count, enum_capacity;
} svd_builder_t;

/* What a level hands to those in it. */
typedef struct svd_properties {
    uint64_t size_bits, reset, reset_mask;
    bool has_reset;
    const char *access, *write, *read;
} svd_properties_t;

/* Where a level is. */
typedef struct svd_place {
    svd_block_t *block;
    svd_properties_t properties;
    uint64_t base;               /* from the block's address */
    uint64_t distances;          /* of the elements of all arrays around, ORed: what is aligned to them all */
    const char *path, *shown;    /* of the groups around: in snake_case, and as in the layout; "" for the block */
    const svd_element_t *affixes;/* whose prependToName and appendToName count here, or NULL */
    unsigned depth;
} svd_place_t;

typedef struct svd_dimension {
    uint64_t count, increment;   /* count 0: no list */
    bool is_array;               /* "[%s]", or a list of 0, 1, 2 … */
    bool is_list_name;           /* "%s" without brackets */
    const char **indices;        /* NULL: 0, 1, 2 … */
} svd_dimension_t;

/* ---- Notes, which become comments. svd_builder.c */

void svd_put_note(svd_builder_t *builder, svd_notes_t *notes, const char *text);

/* A note about something that had to be changed. */
#define MENDED(builder, notes, ...) \
    ((builder)->layout->mended_count++, \
     svd_put_note((builder), (notes), arena_format((builder)->arena, __VA_ARGS__)))

/* What reading the element met, if anything. */
void svd_note_trouble(svd_builder_t *builder, svd_notes_t *notes, const svd_element_t *element);

/* "'NAME'", for notes. */
const char *svd_quoted(svd_builder_t *builder, const char *name);

/* The doc with a remark behind it; either may be NULL. */
const char *svd_sentence(svd_builder_t *builder, const char *doc, const char *remark);

/* Each element is counted as often as it is used, with what its names and remarks take. False: the file is too large. */
bool svd_count_item(svd_builder_t *builder, const svd_element_t *element);

/* ---- Names, so that all identifiers that come out in C differ. svd_builder.c */

#define SVD_MACRO_SALT UINT64_C(0x5851F42D4C957F2D)

/* The hash of a name within a scope, a number of builder->scope_count; 0: of the whole layout. */
uint64_t svd_local_hash(uint64_t scope, const char *snake);

/* The hashes of all identifiers that a thing will have in C, so that they are taken together or not at all. */
typedef struct svd_identifiers { uint64_t hashes[12]; unsigned count; } svd_identifiers_t;
void svd_add_hash(svd_identifiers_t *identifiers, uint64_t hash);
void svd_add_each(svd_identifiers_t *identifiers, uint64_t stem, const char *const *suffixes);
bool svd_claim_all(svd_builder_t *builder, const svd_identifiers_t *identifiers);

/* What a thing's identifiers are, given its name in snake_case. */
typedef struct svd_stem { uint64_t scope, lower, upper; bool is_group, is_array; } svd_stem_t;
typedef void svd_identify_t(const void *context, const char *snake, svd_identifiers_t *identifiers);
svd_identify_t svd_identify_block, svd_identify_part, svd_identify_bits, svd_identify_constant;

/* Takes a name for a thing: the wanted one, or that with `second` or a number behind it. Returns it as it is written;
 * *snake as in C. */
const char *svd_take_name(svd_builder_t *builder, svd_identify_t *identify, const void *context, const char *wanted,
                          const char *second, const char **snake);

/* Notes a name that is not the file's. */
void svd_note_name(svd_builder_t *builder, svd_notes_t *notes, const char *original, const char *wanted,
                   const char *name);

/* ---- Overlaps. svd_builder.c */

/* Of extents whose owners are bools, those that lie over an earlier one become true; the extents are sorted. */
void svd_mark_overlaps(extent_t *extents, size_t count);

/* Makes the second's owner true: for overlaps_find_between(). */
void svd_mark_alias(void *context, const extent_t *first, const extent_t *second);

/* ---- What an element says. svd_properties.c */

svd_properties_t svd_inherit(const svd_properties_t *outer, const svd_element_t *element);

/* The access kind; *doc gets a remark where the element itself says more than an access kind can. */
access_t svd_access_of(svd_builder_t *builder, const svd_properties_t *properties, const svd_element_t *element,
                       const char **doc);

svd_dimension_t svd_read_dimension(svd_builder_t *builder, const svd_element_t *element, svd_notes_t *notes);
const char *svd_index_text(svd_builder_t *builder, const svd_dimension_t *dimension, uint64_t index);

/* ---- The stages, the inner ones first. */

/* NULL where there are no values; what was wrong with them is then noted at the field. svd_enums.c */
svd_enum_t *svd_enum_of(svd_builder_t *builder, svd_bits_t *bits, const svd_place_t *place, const char *register_name);

/* The shortest name that no other enum could have as well, and that is free. */
void svd_name_enums(svd_builder_t *builder);

/* The lowest and the highest bit of a field; false, noted, where it does not say. svd_fields.c */
bool svd_read_bit_place(svd_builder_t *builder, const svd_element_t *field, svd_notes_t *notes, uint64_t *low,
                        uint64_t *high);
void svd_make_fields(svd_builder_t *builder, svd_part_t *part, const svd_place_t *place,
                     const svd_properties_t *properties);
void svd_name_fields(svd_builder_t *builder, const svd_block_t *block, svd_part_t *parts, size_t part_count);

/* The registers and clusters of a peripheral or cluster. False where there is none. svd_registers.c */
bool svd_make_level(svd_builder_t *builder, const svd_element_t *element, const svd_place_t *place, svd_part_t **parts,
                    size_t *part_count);

/* Up to the end of the last of them. */
uint64_t svd_extent_bytes(const svd_part_t *parts, size_t part_count);

#endif
