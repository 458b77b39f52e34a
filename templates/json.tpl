%// The whole schema as JSON, for tools and formats of users' own: documented in docs/json.md.
%#include <math.h>
%#include "json_text.h"
%#include "schema.h"
%#include "templates.h"

%static const char *truth(bool value) { return value ? "true" : "false"; }
%
%static void put_words(text_t *out, const schema_type_t *type, const schema_default_t *initial)
%{
%    if (!initial->is_set) {
%        text_put(out, "null");
%        return;
%    }
%    text_put_char(out, '[');
%    for (size_t index = 0; index < initial->word_count; index++) {
%        text_put(out, index ? ", " : "");
%        text_put(out, initial->words[index]);
%    }
%    for (size_t index = 0; index < initial->byte_count; index++) {
%        text_put(out, index ? ", " : "");
%        text_put(out, initial->bytes[index]);
%    }
%    text_put_char(out, ']');
%    (void)type;
%}
%
%static const char *kind_text(value_kind_t kind)
%{
%    static const char *const texts[] = { [VALUE_BOOL] = "bool", [VALUE_UNSIGNED] = "unsigned", [VALUE_SIGNED] = "signed",
%        [VALUE_FLOAT] = "float", [VALUE_ENUM] = "enum", [VALUE_TEXT] = "text", [VALUE_BYTES] = "bytes",
%        [VALUE_STRUCT] = "struct" };
%    return texts[kind];
%}
%
%static const char *write_text(write_kind_t kind)
%{
%    static const char *const texts[] = { [WRITE_PLAIN] = "plain", [WRITE_NONE] = "none", [WRITE_1_CLEARS] = "1-clears",
%        [WRITE_1_SETS] = "1-sets", [WRITE_1_TOGGLES] = "1-toggles", [WRITE_0_CLEARS] = "0-clears",
%        [WRITE_0_SETS] = "0-sets" };
%    return texts[kind];
%}
%
%static const char *read_text(read_kind_t kind)
%{
%    static const char *const texts[] = { [READ_PLAIN] = "plain", [READ_NONE] = "none", [READ_CLEARS] = "clears",
%        [READ_SETS] = "sets" };
%    return texts[kind];
%}
%
%static void put_names(text_t *out, const schema_name_t *name)
%{
%    text_put(out, "\"name\": ");
%    json_put_string(out, name->name);
%    text_put(out, ", \"snake\": ");
%    json_put_string(out, name->snake);
%    text_put(out, ", \"doc\": ");
%    json_put_string(out, name->doc);
%}
%
%static void put_type(text_t *out, const schema_type_t *type)
%{
%    text_put(out, "\"type\": ");
%    json_put_string(out, type->written);
%    text_put(out, ", \"kind\": \"");
%    text_put(out, kind_text(type->kind));
%    text_put(out, "\", \"width_bits\": ");
%    text_put(out, type->width_bits);
%    text_put(out, ", \"is_signed\": ");
%    text_put(out, truth(type->is_signed));
%    if (type->fraction_bits) {
%        text_put(out, ", \"fraction_bits\": ");
%        text_put(out, type->fraction_bits);
%    }
%}
%
%static void put_indices(text_t *out, const schema_index_t *indices, unsigned count)
%{
%    text_put(out, "\"indices\": [");
%    for (unsigned index = 0; index < count; index++) {
%        text_put(out, index ? ", {\"count\": " : "{\"count\": ");
%        text_put(out, indices[index].count);
%        text_put(out, ", \"stride_bits\": ");
%        text_put(out, indices[index].stride_bits);
%        text_put_char(out, '}');
%    }
%    text_put_char(out, ']');
%}
%
%static void put_physical(text_t *out, const char *unit, double scale, double bias)
%{
%    if (unit) {
%        text_put(out, ", \"unit\": ");
%        json_put_string(out, unit);
%    }
%    if (fabs(scale - 1) > 0) {
%        text_put(out, ", \"scale\": ");
%        text_put(out, scale);
%    }
%    if (fabs(bias) > 0) {
%        text_put(out, ", \"bias\": ");
%        text_put(out, bias);
%    }
%}
%
%static void put_field(text_t *out, const schema_field_t *field)
%{
%    text_put_char(out, '{');
%    put_names(out, &field->name);
%    text_put(out, ", ");
%    put_type(out, &field->type);
%    text_format(out, ", \"byte_offset\": %u, \"byte_count\": %u, \"shift\": %u, \"is_big_endian\": %s, ",
%                field->byte_offset, field->byte_count, field->shift, truth(field->is_big_endian));
%    put_indices(out, field->indices, field->index_count);
%    text_format(out, ", \"write\": \"%s\", \"read\": \"%s\", \"default\": ", write_text(field->access.write),
%                read_text(field->access.read));
%    put_words(out, &field->type, &field->initial);
%    put_physical(out, field->unit, field->scale, field->bias);
%    if (field->has_range)
%        text_format(out, ", \"range\": [%lld, %lld]", (long long)field->range_least, (long long)field->range_most);
%    if (field->was) {
%        text_put(out, ", \"was\": ");
%        json_put_string(out, field->was);
%    }
%    text_put_char(out, '}');
%}
%
%static void put_fields(text_t *out, const schema_field_t *fields, size_t count)
%{
%    text_put(out, "\"fields\": [");
%    for (size_t index = 0; index < count; index++) {
%        text_put(out, index ? ",\n      " : "\n      ");
%        put_field(out, &fields[index]);
%    }
%    text_put(out, count ? "\n    ]" : "]");
%}
%
%static void put_bits_of(text_t *out, const schema_register_t *one)
%{
%    text_put(out, "\"bits\": [");
%    for (size_t index = 0; index < one->bits_count; index++) {
%        const schema_bits_t *bits = &one->bits[index];
%        text_put(out, index ? ",\n        {" : "\n        {");
%        put_names(out, &bits->name);
%        text_put(out, ", ");
%        put_type(out, &bits->type);
%        text_format(out, ", \"position\": %u, \"array_length\": %u, \"mask\": %llu, \"write\": \"%s\", \"read\": \"%s\"",
%                    bits->position, bits->array_length, (unsigned long long)bits->mask, write_text(bits->access.write),
%                    read_text(bits->access.read));
%        put_physical(out, bits->unit, bits->scale, bits->bias);
%        text_put_char(out, '}');
%    }
%    text_put_char(out, ']');
%}
%
%static void put_register(text_t *out, const schema_register_t *one)
%{
%    text_put_char(out, '{');
%    put_names(out, &one->name);
%    text_put(out, ", ");
%    put_type(out, &one->type);
%    text_format(out, ", \"byte_offset\": %u, ", one->byte_offset);
%    put_indices(out, one->indices, one->index_count);
%    text_format(out, ", \"is_readable\": %s, \"is_writable\": %s, \"reset\": ", truth(one->is_readable),
%                truth(one->is_writable));
%    if (one->has_reset)
%        text_put(out, one->reset);
%    else
%        text_put(out, "null");
%    put_physical(out, one->unit, one->scale, one->bias);
%    text_put(out, ", ");
%    put_bits_of(out, one);
%    text_put_char(out, '}');
%}
%
%static void put_registers(text_t *out, const schema_block_t *block)
%{
%    text_put(out, "\"registers\": [");
%    for (size_t index = 0; index < block->register_count; index++) {
%        text_put(out, index ? ",\n      " : "\n      ");
%        put_register(out, &block->registers[index]);
%    }
%    text_put(out, "\n    ]");
%}

%% static template json_block(const schema_block_t *block)
  {\
% put_names(out, &block->name);
, "region": \
% json_put_string(out, block->region ? block->region->name.name : NULL);
, "kind": "${region_kinds[block->kind].name}", "policy": "${policy_names[block->policy]}",
    "address": \
% if (block->has_address) {
${block->address}\
% } else {
null\
% }
, "region_offset": ${block->region_offset}, "size_bytes": ${block->size_bytes}, "footprint_bytes": ${block->footprint_bytes}, "count": ${block->count}, "stride_bytes": ${block->stride_bytes},
% if (block->guard != GUARD_NONE) {
    "guard": {"kind": "${guards[block->guard].name}", "seed": ${block->guard_seed}, "version_offset": ${block->version_offset}, "crc_offset": ${block->crc_offset}, "is_mirrored": ${truth(block->is_mirrored)}},
% }
    \
% if (block->is_register_block)
%     put_registers(out, block);
% else
%     put_fields(out, block->fields, block->field_count);
}\
%% end

%static const char *const storage_names[] = { "indexed", "keyed", "ring" };

%% static template json_item(const schema_item_t *item)
% switch (item->kind) {
% case SCHEMA_BLOCK:
%     json_block(out, item->of.block);
%     break;
% case SCHEMA_STRUCT:
  {\
%     put_names(out, &item->of.structure->name);
, "policy": "${policy_names[item->of.structure->policy]}", "size_bytes": ${item->of.structure->size_bytes},
    \
%     put_fields(out, item->of.structure->fields, item->of.structure->field_count);
}\
%     break;
% case SCHEMA_ENUM: {
%     const schema_enum_t *enumeration = item->of.enumeration;
  {\
%     put_names(out, &enumeration->name);
, "width_bits": ${enumeration->width_bits}, "is_signed": ${truth(enumeration->is_signed)}, "values": [\
%     for (size_t index = 0; index < enumeration->enumerator_count; index++) {
${index ? ", " : ""}{\
%         put_names(out, &enumeration->enumerators[index].name);
, "value": ${enumeration->enumerators[index].value}}\
%     }
]}\
%     break;
% }
% case SCHEMA_CONSTANT:
  {\
%     put_names(out, &item->of.constant->name);
%     if (item->of.constant->is_unsigned_64)
%         text_format(out, ", \"value\": %llu}", (unsigned long long)item->of.constant->value);
%     else
%         text_format(out, ", \"value\": %lld}", (long long)item->of.constant->value);
%     break;
% case SCHEMA_STORE:
  {\
%     put_names(out, &item->of.store->name);
, "region": "${item->of.store->region->name.name}", "region_offset": ${item->of.store->region_offset}, "size_bytes": ${item->of.store->size_bytes}, "log_sectors": ${item->of.store->log_sectors}, "ram_bytes": ${item->of.store->ram_bytes}, "records": [
%     for (size_t index = 0; index < item->of.store->record_count; index++) {
%         const schema_record_t *record = &item->of.store->records[index];
${index ? ",\n" : ""}    {\
%         put_names(out, &record->name);
, "prefix": \
%         json_put_string(out, record->prefix_text);
, "first_id": ${record->first_id}, "last_id": ${record->last_id}, "is_ring": ${truth(record->is_ring)}, "kind": ${record->kind_number}, "storage": "${storage_names[record->storage]}", "records": ${record->records}, "first_sector": ${record->first_sector}, "sectors": ${record->sectors}, "most_bytes": ${record->most_bytes}, "body": \
%         json_put_string(out, record->body && !record->body_is_own ? record->body->name.name : NULL);
%         if (record->body) {
,
    \
%             put_fields(out, record->body->fields, record->body->field_count);
%         }
}\
%     }
]}\
%     break;
% case SCHEMA_POOL:
  {\
%     put_names(out, &item->of.pool->name);
, "region": "${item->of.pool->region->name.name}", "region_offset": ${item->of.pool->region_offset}, "block_bytes": ${item->of.pool->block_bytes}, "block_count": ${item->of.pool->block_count}, "book_bytes": ${item->of.pool->book_bytes}, "struct": \
%     json_put_string(out, item->of.pool->object ? item->of.pool->object->name.name : NULL);
}\
%     break;
% case SCHEMA_MAP:
  {\
%     put_names(out, &item->of.map->name);
, "region": "${item->of.map->region->name.name}", "region_offset": ${item->of.map->region_offset}, "size_bytes": ${item->of.map->size_bytes}, "files": [\
%     for (size_t index = 0; index < item->of.map->entry_count; index++) {
${index ? ", " : ""}{\
%         put_names(out, &item->of.map->entries[index].name);
, "label": \
%         json_put_string(out, item->of.map->entries[index].label);
, "struct": \
%         json_put_string(out, item->of.map->entries[index].table ? item->of.map->entries[index].table->name.name : NULL);
, "key": \
%         json_put_string(out, item->of.map->entries[index].key ? item->of.map->entries[index].key->name.name : NULL);
}\
%     }
]}\
%     break;
% case SCHEMA_PARTITIONS:
  {\
%     put_names(out, &item->of.partitions->name);
, "table_offset": ${item->of.partitions->table_offset}, "partitions": [\
%     for (size_t index = 0; index < item->of.partitions->entry_count; index++) {
%         const schema_partition_t *partition = &item->of.partitions->entries[index];
${index ? ", " : ""}{\
%         put_names(out, &partition->name);
, "type": ${partition->type}, "subtype": ${partition->subtype}, "offset": ${partition->offset}, "size_bytes": ${partition->size_bytes}, "is_encrypted": ${truth(partition->is_encrypted)}, "is_readonly": ${truth(partition->is_readonly)}}\
%     }
]}\
%     break;
% }
%% end

%% static template json_items(const schema_t *schema, const char *name, schema_kind_t kind)
% bool is_first = true;
"${name}": [\
% for (size_t index = 0; index < schema->item_count; index++) {
%     if (schema->items[index].kind != kind)
%         continue;
${is_first ? "\n" : ",\n"}\
%     is_first = false;
%     json_item(out, &schema->items[index]);
% }
${is_first ? "" : "\n"}]\
%% end

%% template json(const schema_t *schema)
{
"format": 1,
"layout": {\
% put_names(out, &schema->name);
, "prefix": "${schema->prefix}", "version": ${schema->version}, "fingerprint": ${schema->fingerprint}, "source": \
% json_put_string(out, schema->source_name);
, "target": \
% json_put_string(out, schema->target);
, "word_bits": ${schema->word_bits}},
"regions": [
% for (size_t index = 0; index < schema->region_count; index++) {
%     const schema_region_t *region = &schema->regions[index];
${index ? ",\n" : ""}  {\
%     put_names(out, &region->name);
, "kind": "${region_kinds[region->kind].name}", "address": \
%     if (region->has_address) {
${region->address}\
%     } else {
null\
%     }
, "size_bytes": ${region->size_bytes}, "used_bytes": ${region->used_bytes}, "is_retained": ${truth(region->is_retained)}, "erase_bytes": ${region->erase_bytes}, "program_bytes": ${region->program_bytes}, "endurance_cycles": ${region->endurance_cycles}}\
% }

],
% json_items(out, schema, "constants", SCHEMA_CONSTANT);
,
% json_items(out, schema, "enums", SCHEMA_ENUM);
,
% json_items(out, schema, "structs", SCHEMA_STRUCT);
,
% json_items(out, schema, "blocks", SCHEMA_BLOCK);
,
% json_items(out, schema, "stores", SCHEMA_STORE);
,
% json_items(out, schema, "pools", SCHEMA_POOL);
,
% json_items(out, schema, "maps", SCHEMA_MAP);
,
% json_items(out, schema, "partition_tables", SCHEMA_PARTITIONS);

}
%% end
