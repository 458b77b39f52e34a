/* The C templates: a schema goes in, the text of one output file, or of a part of one, is added to `out`. */
#ifndef MEMREGC_TEMPLATES_H
#define MEMREGC_TEMPLATES_H

#include "options.h"
#include "schema.h"
#include "text.h"

/* NAME.h; with is_split it only includes the files of the next two. */
void header(text_t *out, const schema_t *schema, accessors_t accessors, bool is_split);

/* NAME/NAME.common.h: all that is no block. */
void header_common(text_t *out, const schema_t *schema, accessors_t accessors);

/* NAME/BLOCK.h */
void header_block(text_t *out, const schema_t *schema, const schema_block_t *block, accessors_t accessors);

/* NAME_glue.h and NAME_glue.c: storage for regions whose place the linker chooses. */
void glue_header(text_t *out, const schema_t *schema);
void glue_source(text_t *out, const schema_t *schema);

/* NAME.json and NAME.ld */
void json(text_t *out, const schema_t *schema);
void linker(text_t *out, const schema_t *schema);

/* NAME.svd; `places` says where the linker has put regions. */
void svd(text_t *out, const schema_t *schema, const place_t *places, size_t place_count);

/* NAME.py, NAME.ksy, NAME_gdb.py and NAME.hexpat */
void python(text_t *out, const schema_t *schema);
void kaitai(text_t *out, const schema_t *schema);
void gdb(text_t *out, const schema_t *schema);
void hexpat(text_t *out, const schema_t *schema);

/* ---- parts of headers */

/* Helper macros and functions. */
void prologue(text_t *out, const schema_t *schema, accessors_t accessors);

/* A doc comment, or nothing where doc is NULL. */
void put_doc(text_t *out, const char *doc);

/* The same of a struct's member. */
void put_member_doc(text_t *out, const char *doc);

/* Characters that may stand within a comment: what would begin or end one is taken apart. */
void put_comment_text(text_t *out, const char *chars);

/* The comment with the table of a block's layout. */
void block_table(text_t *out, const schema_block_t *block);

void enum_type(text_t *out, const schema_t *schema, const schema_enum_t *enumeration, accessors_t accessors);
void struct_type(text_t *out, const schema_t *schema, const schema_struct_t *structure, accessors_t accessors);
void register_block(text_t *out, const schema_t *schema, const schema_block_t *block, accessors_t accessors);
void byte_block(text_t *out, const schema_t *schema, const schema_block_t *block, accessors_t accessors);

/* Of a region of a row or of flash, and of a service: what the header says of it; what it needs in the glue; the statements that make that ready. */
void part_declarations(text_t *out, const schema_region_t *region);
void part_storage(text_t *out, const schema_t *schema, const schema_region_t *region);
void part_start(text_t *out, const schema_region_t *region);
void flash_block_storage(text_t *out, const schema_block_t *block);
void store_functions(text_t *out, const schema_t *schema, const schema_store_t *store, accessors_t accessors);
void store_storage(text_t *out, const schema_store_t *store);
void map_functions(text_t *out, const schema_map_t *map);
void map_storage(text_t *out, const schema_map_t *map);
void window_storage(text_t *out, const schema_t *schema, const schema_region_t *region);
void pool_functions(text_t *out, const schema_pool_t *pool);
void pool_storage(text_t *out, const schema_pool_t *pool);
void pool_start(text_t *out, const schema_pool_t *pool);

/* Of a byte block: what finds and takes over the bytes of earlier versions. needs_room: its first flush may have to
 * write the second copy, which X_free tells; moves_copies: and to move what an earlier version stored, X_make_room. */
void migrations(text_t *out, const schema_block_t *block);
bool needs_room(const schema_block_t *block);
bool moves_copies(const schema_block_t *block);

/* One step of a migration, from the bytes `old` into those at `base`. */
void put_move(text_t *out, const schema_move_t *move, const char *base);

/* The index of a block in an array of them, as parameters and arguments: "unsigned i" or "void", ", unsigned i", "i",
 * ", i", or "". Its guard's type and width. */
const char *only_index(const schema_block_t *block);
const char *more_index(const schema_block_t *block);
const char *pass_index(const schema_block_t *block);
const char *pass_more(const schema_block_t *block);
const char *crc_type(const schema_block_t *block);
unsigned crc_bits(const schema_block_t *block);

/* The expression of a field's value, and the statement that sets it to the C expression `to`, in the bytes at `base`. */
void field_get(text_t *out, const schema_field_t *field, const char *base);
void field_set(text_t *out, const schema_field_t *field, const char *base, const char *to);


/* Has the glue anything for it? */
static inline bool has_part(const schema_region_t *region) { return region->is_row || region->is_flash; }

/* Is it a C enum? Its values are made integers before they are masked: see mr_any() in the prologue. */
bool is_c_enum(const schema_type_t *type);

#endif
