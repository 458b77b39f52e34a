%// The linker-script fragment: a schema goes in; memory areas, fixed-address and retained sections come out.
%#include "schema.h"
%#include "templates.h"

%static bool is_linked(const schema_block_t *block)
%{
%    return block->kind == REGION_RAM;
%}

%% template linker(const schema_t *schema)
/* ${schema->name.snake}.ld: made from ${schema->source_name} by memregc ${MEMREGC_VERSION}; fingerprint ${hex_wide(schema->fingerprint, 8)}.
 * Include it in a linker script:  INCLUDE ${schema->name.snake}.ld  inside of SECTIONS { … }, after .bss.
 * Retained regions whose address the layout does not give have a section each, which no start-up code may clear;
 * what is not retained lies in .bss. */

% for (size_t index = 0; index < schema->item_count; index++) {
%     if (schema->items[index].kind != SCHEMA_BLOCK || !is_linked(schema->items[index].of.block))
%         continue;
%     const schema_block_t *block = schema->items[index].of.block;
%     if (block->has_address) {
/* ${block->name.name}: ${block->footprint_bytes} bytes in ${block->region->name.name} */
PROVIDE(${schema->prefix}_${block->name.snake}_start = ${hex(block->address)});
PROVIDE(${schema->prefix}_${block->name.snake}_end = ${hex(block->address + block->footprint_bytes + (block->count ? (block->count - 1) * block->stride_bytes : 0))});

%     }
% }
% for (size_t index = 0; index < schema->region_count; index++) {
%     const schema_region_t *region = &schema->regions[index];
%     if (region->kind != REGION_RAM || region->has_address || !region->is_retained || !region->storage_bytes)
%         continue;
/* ${region->name.name}: ${region->storage_bytes} of ${region->size_bytes} bytes */
.noinit.memreg.${schema->prefix}.${region->name.snake} (NOLOAD) : ALIGN(8)
{
    PROVIDE(${schema->prefix}_${region->name.snake}_start = .);
    KEEP(*(.noinit.memreg.${schema->prefix}.${region->name.snake}))
    PROVIDE(${schema->prefix}_${region->name.snake}_end = .);
}
ASSERT(SIZEOF(.noinit.memreg.${schema->prefix}.${region->name.snake}) <= ${region->size_bytes}, "${schema->prefix}: region ${region->name.name} overflows")

% }
%% end
