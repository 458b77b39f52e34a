%// NAME.h: a schema goes in; the C header with everything that the layout declares comes out.
%#include "templates.h"
%#include "version.h"

%#include <string.h>

%static void put_constant(text_t *out, const schema_t *schema, const schema_constant_t *constant)
%{
%    int64_t value = constant->value;
%    put_doc(out, constant->name.doc);
%    text_format(out, "#define %s_%s ", schema->prefix_upper, constant->name.upper);
%    if (constant->is_unsigned_64)
%        text_format(out, "%lluull\n", (unsigned long long)value);
%    else if (value == INT64_MIN)
%        text_put_string(out, "(-9223372036854775807ll - 1)\n");
%    else if (value < 0)
%        text_format(out, "(%lld%s)\n", (long long)value, value < -INT32_MAX ? "ll" : "");
%    else
%        text_format(out, "%lld%s\n", (long long)value, value > UINT32_MAX ? "ll" : value > INT32_MAX ? "u" : "");
%}

%static void put_block(text_t *out, const schema_t *schema, const schema_block_t *block, accessors_t accessors)
%{
%    if (block->is_register_block)
%        register_block(out, schema, block, accessors);
%    else
%        byte_block(out, schema, block, accessors);
%}

%/* Which declarations a file has: all, all but the blocks and what only one of them uses, or what only that one uses. */
%typedef enum part { PART_ALL, PART_COMMON, PART_BLOCK } part_t;

%static void put_items(text_t *out, const schema_t *schema, accessors_t accessors, part_t part,
%                      const schema_block_t *block)
%{
%    for (size_t index = 0; index < schema->item_count; index++) {
%        const schema_item_t *item = &schema->items[index];
%        bool is_common = part != PART_BLOCK;
%        switch (item->kind) {
%        case SCHEMA_CONSTANT:
%            if (is_common)
%                put_constant(out, schema, item->of.constant);
%            break;
%        case SCHEMA_ENUM:
%            if (part == PART_ALL || item->of.enumeration->only_user == block)
%                enum_type(out, schema, item->of.enumeration, accessors);
%            break;
%        case SCHEMA_STRUCT:
%            if (is_common)
%                struct_type(out, schema, item->of.structure, accessors);
%            break;
%        case SCHEMA_BLOCK:
%            if (part == PART_ALL || (part == PART_BLOCK && item->of.block == block))
%                put_block(out, schema, item->of.block, accessors);
%            break;
%        case SCHEMA_STORE:
%            if (is_common && accessors == ACCESSORS_FIELDS)
%                store_functions(out, schema, item->of.store, accessors);
%            break;
%        case SCHEMA_MAP:
%            if (is_common && accessors == ACCESSORS_FIELDS)
%                map_functions(out, item->of.map);
%            break;
%        case SCHEMA_POOL:
%            if (is_common && accessors == ACCESSORS_FIELDS)
%                pool_functions(out, item->of.pool);
%            break;
%        default:
%            break;
%        }
%    }
%}

%% static template first_lines(const schema_t *schema)
/* Made from ${schema->source_name} by memregc ${MEMREGC_VERSION}; fingerprint ${hex_wide(schema->fingerprint, 8)}. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
%% end

%static const char *heading(const schema_item_t *item, const char **kind)
%{
%    *kind = "";
%    switch (item->kind) {
%    case SCHEMA_BLOCK: return item->of.block->name.name;
%    case SCHEMA_STORE: *kind = "store "; return item->of.store->name.name;
%    case SCHEMA_MAP: *kind = "map "; return item->of.map->name.name;
%    case SCHEMA_POOL: *kind = "pool "; return item->of.pool->name.name;
%    default: return NULL;
%    }
%}

%/* The declarations stand behind the helpers, far down: their headings, in lines of at most 120 columns. */
%static void put_contents(text_t *out, const schema_t *schema)
%{
%    static const char begin[] = "/* Behind the helpers, each below a line \"---- NAME\":";
%    size_t column = 0;
%    for (size_t index = 0; index < schema->item_count; index++) {
%        const char *kind, *name = heading(&schema->items[index], &kind);
%        if (!name)
%            continue;
%        size_t width = strlen(kind) + strlen(name) + 2;
%        if (column)
%            text_put_char(out, ',');
%        else
%            text_put_string(out, begin);
%        column = column ? column : strlen(begin);
%        if (column + width > 118) {
%            text_put_string(out, "\n *");
%            column = 2;
%        }
%        text_format(out, " %s%s", kind, name);
%        column += width;
%    }
%    text_put_string(out, column ? ". */\n" : "");
%}

%static void put_includes(text_t *out, const schema_t *schema, accessors_t accessors)
%{
%    if (accessors != ACCESSORS_FIELDS)
%        return;
%    if (schema->has_pools || schema->has_rows || schema->has_flash_blocks || schema->has_stores || schema->has_maps)
%        text_put_char(out, '\n');
%    if (schema->has_maps)
%        text_put_string(out, "#include <memreg/map.h>\n");
%    if (schema->has_pools)
%        text_put_string(out, "#include <memreg/pool.h>\n");
%    if (schema->has_flash_blocks)
%        text_put_string(out, "#include <memreg/flash_block.h>\n");
%    if (schema->has_rows)
%        text_put_string(out, "#include <memreg/row.h>\n");
%    if (schema->has_stores)
%        text_put_string(out, "#include <memreg/store.h>\n");
%}

%% static template common(const schema_t *schema, accessors_t accessors)
% if (accessors != ACCESSORS_NONE) {
#include <stdbool.h>
#include <stdint.h>
% put_includes(out, schema, accessors);

% prologue(out, schema, accessors);
% }
#define ${schema->prefix_upper}_VERSION ${schema->version}u
#define ${schema->prefix_upper}_FINGERPRINT ${hex_wide(schema->fingerprint, 8)}u
% for (size_t index = 0; index < schema->region_count && accessors == ACCESSORS_FIELDS; index++)
% if (has_part(&schema->regions[index]))
% part_declarations(out, &schema->regions[index]);
%% end

%% template header(const schema_t *schema, accessors_t accessors, bool is_split)
% first_lines(out, schema);
% put_doc(out, schema->name.doc);
#ifndef ${schema->prefix_upper}_${schema->name.upper}_INCLUDED
#define ${schema->prefix_upper}_${schema->name.upper}_INCLUDED

% if (is_split) {
#include "${schema->name.snake}/${schema->name.snake}.common.h"
%     for (size_t index = 0; index < schema->item_count; index++)
%         if (schema->items[index].kind == SCHEMA_BLOCK)
#include "${schema->name.snake}/${schema->items[index].of.block->name.snake}.h"
% } else {
%     put_contents(out, schema);
%     common(out, schema, accessors);
%     put_items(out, schema, accessors, PART_ALL, NULL);
% }

#endif
%% end

%% template header_common(const schema_t *schema, accessors_t accessors)
% first_lines(out, schema);
#ifndef ${schema->prefix_upper}_${schema->name.upper}_COMMON_INCLUDED
#define ${schema->prefix_upper}_${schema->name.upper}_COMMON_INCLUDED

% common(out, schema, accessors);
% put_items(out, schema, accessors, PART_COMMON, NULL);

#endif
%% end

%% template header_block(const schema_t *schema, const schema_block_t *block, accessors_t accessors)
% first_lines(out, schema);
#ifndef ${block->c_upper}_INCLUDED
#define ${block->c_upper}_INCLUDED

#include "${schema->name.snake}.common.h"
% put_items(out, schema, accessors, PART_BLOCK, block);

#endif
%% end
