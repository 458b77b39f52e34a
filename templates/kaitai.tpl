%// Kaitai Struct: a schema goes in; a .ksy comes out that takes the byte blocks of a region's image apart. Documented in
%// docs/views.md.
%#include <stdio.h>
%#include "schema.h"
%#include "templates.h"
%#include "version.h"

%/* Text in YAML's single quotes. */
%static void put_quoted(text_t *out, const char *chars)
%{
%    text_put_char(out, '\'');
%    for (; *chars; chars++) {
%        if (*chars == '\'')
%            text_put_char(out, '\'');
%        text_put_char(out, (unsigned char)*chars < ' ' ? ' ' : *chars);
%    }
%    text_put_char(out, '\'');
%}

%static void put_doc_line(text_t *out, unsigned indent, const char *doc)
%{
%    if (!doc)
%        return;
%    text_format(out, "%*sdoc: ", (int)indent, "");
%    put_quoted(out, doc);
%    text_put_char(out, '\n');
%}

%static bool is_string(const schema_field_t *field) { return field->form == FORM_TEXT || field->form == FORM_BYTES; }

%/* "u2be" and the like; NULL where only bits can do it. */
%static const char *value_type(const schema_field_t *field)
%{
%    static const char *const types[3][2][4] = {
%        { { "u1", "u2le", "u4le", "u8le" }, { "u1", "u2be", "u4be", "u8be" } },
%        { { "s1", "s2le", "s4le", "s8le" }, { "s1", "s2be", "s4be", "s8be" } },
%        { { NULL, NULL, "f4le", "f8le" }, { NULL, NULL, "f4be", "f8be" } } };
%    unsigned bytes = field->byte_count, step = bytes == 1 ? 0 : bytes == 2 ? 1 : bytes == 4 ? 2 : 3;
%    if (field->is_bit_type || (bytes != 1 && bytes != 2 && bytes != 4 && bytes != 8))
%        return NULL;
%    return types[field->type.kind == VALUE_FLOAT ? 2 : field->type.is_signed][field->is_big_endian][step];
%}

%static uint64_t element_count(const schema_field_t *field)
%{
%    uint64_t count = 1;
%    for (unsigned index = 0; index < field->index_count; index++)
%        count *= field->indices[index].count;
%    return count;
%}

%/* The part of an offset that follows from `index`, which counts all elements of a field, the innermost ones first. */
%static void put_steps(text_t *out, const schema_field_t *field, unsigned count, uint64_t inner, unsigned unit_bits)
%{
%    for (unsigned at = count; at-- > 0;) {
%        text_format(out, " + index / %llu %% %u * %llu", (unsigned long long)inner, field->indices[at].count,
%                    (unsigned long long)(field->indices[at].stride_bits / unit_bits));
%        inner *= field->indices[at].count;
%    }
%}

%static void put_enum(text_t *out, unsigned indent, const schema_type_t *type)
%{
%    if (type->kind == VALUE_ENUM && !type->is_signed)
%        text_format(out, "%*senum: %s\n", (int)indent, "", type->enumeration->name.snake);
%}

%/* The bits in front of a value in its bytes, read from the first one on. */
%static unsigned skipped_bits(const schema_field_t *field)
%{
%    unsigned width_bits = field->type.width_bits;
%    return field->is_big_endian ? 8 * field->byte_count - field->shift - width_bits : field->shift;
%}

%/* A type for what is repeated or made of bits: it has the member `value`. */
%static void put_element_type(text_t *out, const schema_field_t *field)
%{
%    bool is_indexed = field->index_count, is_element = field->form == FORM_ELEMENTS;
%    text_format(out, "      %s_at:\n", field->name.snake);
%    if (is_indexed)
%        text_put(out, "        params:\n          - id: index\n            type: u4\n");
%    text_put(out, "        instances:\n          bits:\n");
%    text_format(out, "            pos: %u", is_element ? field->bit_run_start : field->byte_offset);
%    put_steps(out, field, field->index_count - is_element, is_element ? field->array_length : 1, 8);
%    text_put_char(out, '\n');
%    if (is_string(field)) {
%        text_format(out, "            size: %u\n", field->type.length_bytes);
%        if (field->form == FORM_TEXT)
%            text_put(out, "            type: str\n            encoding: UTF-8\n            terminator: 0\n");
%        text_put(out, "          value:\n            value: bits\n");
%        return;
%    }
%    if (value_type(field)) {
%        text_format(out, "            type: %s\n", value_type(field));
%        text_put(out, "          value:\n            value: bits\n");
%        put_enum(out, 12, &field->type);
%        return;
%    }
%    /* Bytes of its own: else bits that another field has left would come first. */
%    text_format(out, "            size: %u\n", is_element ? field->bit_run_bytes : field->byte_count);
%    text_format(out, "            type: %s_bits%s\n", field->name.snake, is_indexed && is_element ? "(index)" : "");
%    if (!field->type.is_signed) {
%        text_put(out, "          value:\n            value: bits.value\n");
%        return;
%    }
%    double half = 0.5;
%    for (unsigned bit = 0; bit < field->type.width_bits; bit++)
%        half *= 2;
%    text_format(out, "          value:\n            value: 'bits.value >= %.0f ? bits.value - %.0f : bits.value + 0'\n", half, 2 * half);
%}

%/* The bits themselves: some to skip, then the value. */
%static void put_bits_type(text_t *out, const schema_field_t *field)
%{
%    bool is_element = field->form == FORM_ELEMENTS;
%    const char *order = field->is_big_endian ? "be" : "le";
%    unsigned skipped = skipped_bits(field);
%    if (value_type(field) || is_string(field))
%        return;
%    if (is_element)
%        skipped += 8 * (field->byte_offset - field->bit_run_start);
%    text_format(out, "      %s_bits:\n", field->name.snake);
%    if (is_element)
%        text_put(out, "        params:\n          - id: index\n            type: u4\n");
%    text_put(out, "        seq:\n");
%    if (skipped || is_element) {
%        text_format(out, "          - id: skipped\n            type: b1%s\n            repeat: expr\n            repeat-expr: %u", order, skipped);
%        if (is_element)
%            text_format(out, " %c index %% %u * %u", field->is_big_endian ? '-' : '+', field->array_length,
%                        field->type.width_bits);
%        text_put_char(out, '\n');
%    }
%    text_format(out, "          - id: value\n            type: b%u%s\n", field->type.width_bits, order);
%    put_enum(out, 12, &field->type);
%}

%static void put_instance(text_t *out, const schema_field_t *field)
%{
%    const char *snake = field->name.snake;
%    if (field->index_count) {
%        text_format(out, "      %s:\n        pos: 0\n        type: %s_at(_index)\n        repeat: expr\n        repeat-expr: %llu\n",
%                    snake, snake, (unsigned long long)element_count(field));
%    } else if (is_string(field)) {
%        text_format(out, "      %s:\n        pos: %u\n        size: %u\n", snake, field->byte_offset, field->type.length_bytes);
%        if (field->form == FORM_TEXT)
%            text_put(out, "        type: str\n        encoding: UTF-8\n        terminator: 0\n");
%    } else if (value_type(field)) {
%        text_format(out, "      %s:\n        pos: %u\n        type: %s\n", snake, field->byte_offset, value_type(field));
%        put_enum(out, 8, &field->type);
%    } else {
%        text_format(out, "      %s_place:\n        pos: 0\n        type: %s_at\n", snake, snake);
%        text_format(out, "      %s:\n        value: %s_place.value\n", snake, snake);
%    }
%    put_doc_line(out, 8, field->name.doc);
%}

%static bool needs_type(const schema_field_t *field)
%{
%    return field->index_count || (!is_string(field) && !value_type(field));
%}

%static bool is_shown(const schema_item_t *item)
%{
%    return item->kind == SCHEMA_BLOCK && !item->of.block->is_register_block;
%}

%static bool has_enums(const schema_t *schema)
%{
%    for (size_t index = 0; index < schema->item_count; index++)
%        if (schema->items[index].kind == SCHEMA_ENUM)
%            return true;
%    return false;
%}

%% static template kaitai_block(const schema_block_t *block)
  ${block->name.snake}:
% put_doc_line(out, 4, block->name.doc);
    instances:
% for (size_t index = 0; index < block->field_count; index++)
%     put_instance(out, &block->fields[index]);
% if (block->guard != GUARD_NONE) {
      guard_version:
        pos: ${block->version_offset}
        type: u1
      guard_crc:
        pos: ${block->crc_offset}
        type: u${guards[block->guard].crc_bytes}\
%     text_put(out, guards[block->guard].crc_bytes == 1 ? "\n" : "le\n");
% }
% bool is_first = true;
% for (size_t index = 0; index < block->field_count; index++) {
%     if (!needs_type(&block->fields[index]))
%         continue;
%     if (is_first)
    types:
%     is_first = false;
%     put_element_type(out, &block->fields[index]);
%     put_bits_type(out, &block->fields[index]);
% }
%% end

%% template kaitai(const schema_t *schema)
# Made from ${schema->source_name} by memregc ${MEMREGC_VERSION}; fingerprint ${hex_wide(schema->fingerprint, 8)}. Do not edit: edit the layout.
meta:
  id: ${schema->name.snake}
  endian: le
  bit-endian: le
% put_doc_line(out, 0, schema->name.doc);
instances:
% for (size_t index = 0; index < schema->item_count; index++) {
%     if (!is_shown(&schema->items[index]))
%         continue;
%     const schema_block_t *block = schema->items[index].of.block;
  # in an image of region ${block->region->name.name}
  ${block->name.snake}:
    pos: ${block->region_offset}
    size: ${block->count ? block->stride_bytes : block->size_bytes}
    type: ${block->name.snake}
%     if (block->count || block->is_mirrored) {
    repeat: expr
    repeat-expr: ${block->count ? block->count : 2u}
%     }
% }
% if (has_enums(schema))
enums:
% for (size_t index = 0; index < schema->item_count; index++) {
%     if (schema->items[index].kind != SCHEMA_ENUM)
%         continue;
%     const schema_enum_t *enumeration = schema->items[index].of.enumeration;
  ${enumeration->name.snake}:
%     for (size_t one = 0; one < enumeration->enumerator_count; one++) {
%         if (enumeration->enumerators[one].is_alias)
%             continue;
    ${enumeration->enumerators[one].value}: '${enumeration->enumerators[one].name.snake}'
%     }
% }
types:
% for (size_t index = 0; index < schema->item_count; index++)
% if (is_shown(&schema->items[index]))
% kaitai_block(out, schema->items[index].of.block);
%% end
