%// ImHex: a schema goes in; a pattern comes out that shows the byte blocks of a region's image. Documented in docs/views.md.
%#include <stdio.h>
%#include "schema.h"
%#include "templates.h"
%#include "version.h"

%/* Arrays whose elements are not adjacent are written element by element, up to so many. */
%enum { MOST_ELEMENTS = 64 };

%static bool is_string(const schema_field_t *field) { return field->form == FORM_TEXT || field->form == FORM_BYTES; }

%/* The pattern language has no 40-bit and 56-bit integers: their bytes are shown. */
%static void put_type(text_t *out, const schema_field_t *field)
%{
%    unsigned bits = 8 * field->byte_count;
%    bool has_type = bits == 8 || bits == 16 || bits == 24 || bits == 32 || bits == 48 || bits == 64;
%    if (field->is_big_endian && has_type)
%        text_put(out, "be ");
%    if (field->type.kind == VALUE_FLOAT)
%        text_put(out, bits == 32 ? "float" : "double");
%    else if (field->type.kind == VALUE_ENUM && field->type.enumeration->width_bits == bits)
%        text_put(out, field->type.enumeration->name.name);
%    else if (has_type)
%        text_format(out, "%c%u", field->type.is_signed ? 's' : 'u', bits);
%    else
%        text_put(out, "u8");
%}

%static unsigned extra_bytes(const schema_field_t *field)
%{
%    return field->byte_count == 5 || field->byte_count == 7 ? field->byte_count : 0;
%}

%static void put_place(text_t *out, uint64_t offset)
%{
%    text_format(out, " @ addressof(this) + 0x%llX", (unsigned long long)offset);
%}

%static void put_comment(text_t *out, const schema_field_t *field)
%{
%    if (!field->unit && !field->name.doc) {
%        text_put(out, ";\n");
%        return;
%    }
%    text_put(out, " [[comment(\"");
%    for (const char *at = field->name.doc ? field->name.doc : field->unit; *at; at++)
%        text_put_char(out, *at == '"' || *at == '\\' ? '\'' : (unsigned char)*at < ' ' ? ' ' : *at);
%    text_put(out, "\")]];\n");
%}

%/* A value, or adjacent ones. */
%static void put_value(text_t *out, const schema_field_t *field, const char *suffix, uint64_t offset, uint64_t count)
%{
%    unsigned bytes = is_string(field) ? field->type.length_bytes : extra_bytes(field);
%    text_put(out, "    ");
%    if (is_string(field))
%        text_put(out, field->form == FORM_TEXT ? "char" : "u8");
%    else
%        put_type(out, field);
%    text_format(out, " %s%s", field->name.snake, suffix);
%    if (bytes)
%        text_format(out, "[%u]", bytes);
%    else if (count)
%        text_format(out, "[%llu]", (unsigned long long)count);
%    put_place(out, offset);
%    put_comment(out, field);
%}

%static uint64_t element_count(const schema_field_t *field)
%{
%    uint64_t count = 1;
%    for (unsigned index = 0; index < field->index_count; index++)
%        count *= field->indices[index].count;
%    return count;
%}

%static void put_elements(text_t *out, const schema_field_t *field)
%{
%    uint64_t count = element_count(field);
%    if (count > MOST_ELEMENTS) {
%        text_format(out, "    // %s: %llu elements from byte 0x%X on, not adjacent\n", field->name.snake,
%                    (unsigned long long)count, field->byte_offset);
%        return;
%    }
%    for (uint64_t element = 0; element < count; element++) {
%        char suffix[24];
%        uint64_t offset = field->byte_offset, rest = element;
%        for (unsigned index = field->index_count; index-- > 0; rest /= field->indices[index].count)
%            offset += rest % field->indices[index].count * field->indices[index].stride_bits / 8;
%        (void)snprintf(suffix, sizeof suffix, "_%u", (unsigned)element);
%        put_value(out, field, suffix, offset, 0);
%    }
%}

%static void put_bytes_field(text_t *out, const schema_field_t *field)
%{
%    bool is_adjacent = field->index_count == 1 && !is_string(field) && !extra_bytes(field)
%        && field->indices[0].stride_bits == 8 * field->byte_count;
%    if (!field->index_count || is_adjacent)
%        put_value(out, field, "", field->byte_offset, is_adjacent ? field->indices[0].count : 0);
%    else
%        put_elements(out, field);
%}

%/* A bit field that a bitfield type can show: within 8 bytes, little-endian, in no array of structs. */
%static bool is_plain_bits(const schema_field_t *field)
%{
%    bool is_element = field->form == FORM_ELEMENTS;
%    return field->is_bit_type && !field->is_big_endian && field->index_count == is_element
%        && (!is_element || field->array_length <= MOST_ELEMENTS);
%}

%static unsigned bit_position(const schema_field_t *field, uint32_t start)
%{
%    return 8 * (field->byte_offset - start) + field->shift;
%}

%/* The bit fields from `first` on that follow each other upwards in its run. */
%static size_t run_length(const schema_field_t *first, size_t count)
%{
%    size_t taken = 0;
%    unsigned end = 0;
%    for (; taken < count; taken++) {
%        const schema_field_t *field = &first[taken];
%        unsigned elements = field->form == FORM_ELEMENTS ? field->array_length : 1;
%        if (!is_plain_bits(field) || field->bit_run_start != first->bit_run_start
%            || bit_position(field, first->bit_run_start) < end)
%            break;
%        end = bit_position(field, first->bit_run_start) + elements * field->type.width_bits;
%    }
%    return taken;
%}

%static void put_bit_member(text_t *out, const schema_field_t *field, const char *suffix)
%{
%    if (field->type.kind == VALUE_ENUM)
%        text_format(out, "    %s ", field->type.enumeration->name.name);
%    else
%        text_put(out, field->type.kind == VALUE_BOOL ? "    bool " : field->type.is_signed ? "    signed " : "    unsigned ");
%    text_format(out, "%s%s : %u;\n", field->name.snake, suffix, field->type.width_bits);
%}

%static void put_bitfield(text_t *out, const schema_block_t *block, const schema_field_t *first, size_t count)
%{
%    unsigned end = 0, start = first->bit_run_start;
%    text_format(out, "bitfield %s_bits_at_%u {\n", block->name.name, start);
%    for (size_t index = 0; index < count; index++) {
%        const schema_field_t *field = &first[index];
%        unsigned elements = field->form == FORM_ELEMENTS ? field->array_length : 0, position = bit_position(field, start);
%        if (position > end)
%            text_format(out, "    padding : %u;\n", position - end);
%        for (unsigned element = 0; element < elements; element++) {
%            char suffix[16];
%            (void)snprintf(suffix, sizeof suffix, "_%u", element);
%            put_bit_member(out, field, suffix);
%        }
%        if (!elements)
%            put_bit_member(out, field, "");
%        end = position + (elements ? elements : 1) * field->type.width_bits;
%    }
%    if (end % 8)
%        text_format(out, "    padding : %u;\n", 8 - end % 8);
%    text_put(out, "};\n");
%}

%static bool is_shown(const schema_item_t *item)
%{
%    return item->kind == SCHEMA_BLOCK && !item->of.block->is_register_block;
%}

%static void put_bitfields(text_t *out, const schema_block_t *block)
%{
%    for (size_t index = 0; index < block->field_count;) {
%        size_t taken = run_length(&block->fields[index], block->field_count - index);
%        if (taken)
%            put_bitfield(out, block, &block->fields[index], taken);
%        index += taken ? taken : 1;
%    }
%}

%static void put_members(text_t *out, const schema_block_t *block)
%{
%    for (size_t index = 0; index < block->field_count;) {
%        const schema_field_t *field = &block->fields[index];
%        size_t taken = run_length(field, block->field_count - index);
%        if (taken) {
%            text_format(out, "    %s_bits_at_%u bits_at_%u", block->name.name, field->bit_run_start, field->bit_run_start);
%            put_place(out, field->bit_run_start);
%            text_put(out, ";\n");
%        } else if (field->is_bit_type) {
%            text_format(out, "    // %s: %u bits from byte 0x%X on%s\n", field->name.snake, field->type.width_bits,
%                        field->byte_offset, field->is_big_endian ? ", big-endian" : "");
%        } else {
%            put_bytes_field(out, field);
%        }
%        index += taken ? taken : 1;
%    }
%}

%% template hexpat(const schema_t *schema)
// Made from ${schema->source_name} by memregc ${MEMREGC_VERSION}; fingerprint ${hex_wide(schema->fingerprint, 8)}. Do not edit: edit the layout.
#pragma endian little
% for (size_t index = 0; index < schema->item_count; index++) {
%     if (schema->items[index].kind != SCHEMA_ENUM)
%         continue;
%     const schema_enum_t *enumeration = schema->items[index].of.enumeration;
%     unsigned bits = enumeration->width_bits;

enum ${enumeration->name.name} : ${enumeration->is_signed ? "s" : "u"}${bits <= 8 ? 8 : bits <= 16 ? 16 : bits <= 32 ? 32 : 64} {
%     for (size_t one = 0; one < enumeration->enumerator_count; one++) {
    ${enumeration->enumerators[one].name.name} = ${enumeration->enumerators[one].value}${one + 1 < enumeration->enumerator_count ? "," : ""}
%     }
};
% }
% for (size_t index = 0; index < schema->item_count; index++) {
%     if (!is_shown(&schema->items[index]))
%         continue;
%     const schema_block_t *block = schema->items[index].of.block;

%     put_bitfields(out, block);
struct ${block->name.name} {
    u8 bytes[${block->count ? block->stride_bytes : block->size_bytes}];
%     put_members(out, block);
%     if (block->guard != GUARD_NONE) {
    u8 guard_version @ addressof(this) + ${hex(block->version_offset)};
    u${8 * guards[block->guard].crc_bytes} guard_crc @ addressof(this) + ${hex(block->crc_offset)};
%     }
};
// in an image of region ${block->region->name.name}
${block->name.name} ${block->name.snake}_at\
%     if (block->count || block->is_mirrored)
%         text_format(out, "[%u]", block->count ? block->count : 2u);
 @ ${hex(block->region_offset)};
% }
%% end
