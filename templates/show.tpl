%// A schema goes in, its tables for people come out; see templates/show.h. Columns and sums are made in compiler/show_tables.c.
%#include "show_tables.h"
%#include "show.h"
%#include "arena.h"

%% static template print_table(arena_t *arena, show_table_t table, unsigned indent)
% for (size_t row = 0; row < table.row_count; row++)
${show_line(arena, &table, row, indent)}
%% end

%% static template print_doc(arena_t *arena, const char *doc, unsigned indent)
% if (doc)
${show_wrapped(arena, doc, indent)}\
%% end

%% static template print_block(arena_t *arena, const schema_block_t *block)
% const char *guard = show_guard(arena, block), *wear = show_wear(arena, block);

memreg ${block->name.name}: ${show_place(arena, block)}
% print_doc(out, arena, block->name.doc, 2);
% if (block->row_count)
% print_table(out, arena, show_rows(arena, block), 2);
% if (guard)
  guard   ${guard}
% if (block->kind == REGION_FLASH)
  copies  ${block->slot_count} of ${show_size(arena, block->slot_bytes)} in each of ${block->footprint_bytes / block->region->erase_bytes} erase units: ${show_size(arena, block->footprint_bytes)} in all
% if (block->is_mirrored && block->kind != REGION_FLASH)
  mirror  a second copy behind the first: ${show_size(arena, block->footprint_bytes)} in all
% if (block->region && block->region->is_row)
  copy    ${show_size(arena, block->region->copy_bytes)} of RAM, for all of ${block->region->name.name}
% if (wear)
  flush   ${wear}
% for (size_t index = 0; index < block->migration_count; index++) {
  migrate ${show_block_migration(arena, block, index)}
% }
%% end

%% static template print_store(arena_t *arena, const schema_store_t *store)

store ${store->name.name}: ${store->region->name.name} + ${store->region_offset}, ${show_size(arena, store->size_bytes)}
% print_doc(out, arena, store->name.doc, 2);
% print_table(out, arena, show_records(arena, store), 2);
  RAM     ${show_size(arena, store->ram_bytes)}: places in the index ${store->handles}, erase units ${store->log_sectors}
  room    ${show_size(arena, store->capacity_bytes)} for records in no ring; each takes about 8 bytes more than its value
% for (size_t one = 0; one < store->record_count; one++)
% for (size_t index = 0; index < store->records[one].migration_count; index++) {
  migrate ${store->records[one].name.name}, ${show_record_migration(arena, &store->records[one], index)}
% }
% if (store->earlier_count)
  earlier ${show_earlier(arena, store)}
% if (store->writes_per_day)
  wear    ${store->writes_per_day} writes a day
%% end

%% static template print_pool(arena_t *arena, const schema_pool_t *pool)

pool ${pool->name.name}: ${pool->region->name.name} + ${pool->region_offset}, ${pool->block_count} blocks of ${show_size(arena, pool->block_bytes)}\
% if (pool->object)
, each a ${pool->object->name.name} as the program sees it\
% if (true)

% print_doc(out, arena, pool->name.doc, 2);
  books   ${show_size(arena, pool->book_bytes)} of RAM beside the blocks
%% end

%% static template print_map(arena_t *arena, const schema_map_t *map)

map ${map->name.name}: ${map->region->name.name} + ${map->region_offset}, ${show_size(arena, map->size_bytes)}
% print_doc(out, arena, map->name.doc, 2);
% for (size_t index = 0; index < map->entry_count; index++) {
  ${map->entries[index].name.name} "${map->entries[index].label}"${show_table_text(arena, &map->entries[index])}
% }
%% end

%% static template print_partitions(arena_t *arena, const schema_partitions_t *partitions)

partitions ${partitions->name.name}: table at ${hex(partitions->table_offset)}
% print_doc(out, arena, partitions->name.doc, 2);
% print_table(out, arena, show_partitions(arena, partitions), 2);
%% end

%% static template print_item(arena_t *arena, const schema_item_t *item)
% switch (item->kind) {
% case SCHEMA_BLOCK: print_block(out, arena, item->of.block); break;
% case SCHEMA_STORE: print_store(out, arena, item->of.store); break;
% case SCHEMA_POOL: print_pool(out, arena, item->of.pool); break;
% case SCHEMA_MAP: print_map(out, arena, item->of.map); break;
% case SCHEMA_PARTITIONS: print_partitions(out, arena, item->of.partitions); break;
% case SCHEMA_CONSTANT: case SCHEMA_ENUM: case SCHEMA_STRUCT: break;
% }
%% end

%% static template print_regions(arena_t *arena, const schema_t *schema)
% show_table_t used = show_regions(arena, schema);
% const char *unused = show_unused_regions(arena, schema);
% if (used.row_count > 1) {

% print_table(out, arena, used, 0);
% }
% if (unused)
${show_cut(arena, arena_format(arena, "nothing in %s", unused), SHOW_WIDTH)}
%% end

%% static template print_costs(arena_t *arena, const schema_t *schema)
% show_costs_t costs = show_costs(schema);

RAM         ${show_size(arena, costs.ram_bytes)}\
% if (costs.copy_bytes)
, and ${show_size(arena, costs.copy_bytes)} for copies to work on\
% if (true)

% if (costs.persistent_bytes)
persistent  ${show_size(arena, costs.persistent_bytes)}
%% end

%% static template print_types(arena_t *arena, const schema_t *schema)
% show_table_t enums = show_enums(arena, schema), structs = show_structs(arena, schema);
% if (enums.row_count > 1) {

% print_table(out, arena, enums, 0);
% }
% if (structs.row_count > 1) {

% print_table(out, arena, structs, 0);
% }
%% end

%% template show(const schema_t *schema)
% arena_t *arena = arena_create();
${schema->name.name}, version ${schema->version}, from ${schema->source_name}
% print_doc(out, arena, schema->name.doc, 0);
% if (schema->target)
target      ${schema->target}, words of ${schema->word_bits} bits
fingerprint ${hex_wide(schema->fingerprint, 8)}
% print_regions(out, arena, schema);
% print_costs(out, arena, schema);
% print_types(out, arena, schema);
% for (size_t index = 0; index < schema->item_count; index++)
% print_item(out, arena, &schema->items[index]);
% arena_destroy(arena);
%% end
