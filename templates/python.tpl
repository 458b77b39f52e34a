%// MicroPython: a schema goes in; a module of constants, `uctypes` descriptors and functions comes out. What uctypes cannot
%// reach (signed and wide bit fields, other byte orders, arrays within arrays) is a function of the block's bytes.
%// Documented in docs/views.md.
%#include "schema.h"
%#include "templates.h"
%#include "views.h"
%#include "version.h"

%/* ---- what uctypes can do */

%static const char *scalar_type(const schema_type_t *type, unsigned bytes)
%{
%    static const char *const unsigned_types[] = { "UINT8", "UINT16", "UINT32", "UINT64" };
%    static const char *const signed_types[] = { "INT8", "INT16", "INT32", "INT64" };
%    unsigned step = bytes == 1 ? 0 : bytes == 2 ? 1 : bytes == 4 ? 2 : 3;
%    if (bytes != 1 && bytes != 2 && bytes != 4 && bytes != 8)
%        return NULL;
%    if (type->kind == VALUE_FLOAT)
%        return bytes == 4 ? "FLOAT32" : "FLOAT64";
%    return type->is_signed ? signed_types[step] : unsigned_types[step];
%}

%/* The width of the unsigned integer in which uctypes finds a bit field; 0 where it cannot. */
%static unsigned bit_unit(unsigned end_bit, unsigned width_bits, uint64_t bytes_left)
%{
%    unsigned unit = end_bit <= 8 ? 8 : end_bit <= 16 ? 16 : 32;
%    return width_bits < 32 && end_bit <= 32 && unit / 8 <= bytes_left ? unit : 0;
%}

%static bool is_described_bits(const schema_field_t *field, uint32_t block_bytes)
%{
%    return field->form != FORM_ELEMENTS && !field->index_count && !field->type.is_signed && !field->is_big_endian
%        && field->type.kind != VALUE_FLOAT
%        && bit_unit(field->shift + field->type.width_bits, field->type.width_bits, block_bytes - field->byte_offset);
%}

%static bool is_described_value(const schema_field_t *field)
%{
%    if (field->is_bit_type || field->is_big_endian || field->index_count > 1)
%        return false;
%    if (field->form == FORM_TEXT || field->form == FORM_BYTES)
%        return field->index_count == 0;
%    return scalar_type(&field->type, field->byte_count)
%        && (!field->index_count || field->indices[0].stride_bits == 8 * field->byte_count);
%}

%static bool is_described(const schema_field_t *field, uint32_t block_bytes)
%{
%    return is_described_value(field)
%        || (field->form == FORM_BITS || field->form == FORM_INTEGER ? is_described_bits(field, block_bytes) : false);
%}

%static void put_bit_field(text_t *out, unsigned unit, uint64_t offset, unsigned position, unsigned width_bits)
%{
%    text_format(out, "uctypes.BFUINT%u | 0x%llX | %u << uctypes.BF_POS | %u << uctypes.BF_LEN", unit,
%                (unsigned long long)offset, position, width_bits);
%}

%static void put_descriptor(text_t *out, const schema_field_t *field, uint32_t block_bytes)
%{
%    text_format(out, "    \"%s\": ", field->name.snake);
%    if (!is_described_value(field))
%        put_bit_field(out, bit_unit(field->shift + field->type.width_bits, field->type.width_bits,
%                                    block_bytes - field->byte_offset), field->byte_offset, field->shift,
%                      field->type.width_bits);
%    else if (field->form == FORM_TEXT || field->form == FORM_BYTES)
%        text_format(out, "(uctypes.ARRAY | 0x%X, uctypes.UINT8 | %u)", field->byte_offset, field->type.length_bytes);
%    else if (field->index_count)
%        text_format(out, "(uctypes.ARRAY | 0x%X, uctypes.%s | %u)", field->byte_offset,
%                    scalar_type(&field->type, field->byte_count), field->indices[0].count);
%    else
%        text_format(out, "uctypes.%s | 0x%X", scalar_type(&field->type, field->byte_count), field->byte_offset);
%    text_put(out, ",\n");
%}

%/* ---- what it cannot */

%static const char *const index_names[] = { "i", "j", "k", "l", "m", "n", "o", "p" };
%enum { INDEX_NAMES = sizeof index_names / sizeof *index_names };

%static void put_parameters(text_t *out, const schema_field_t *field)
%{
%    for (unsigned index = 0; index < field->index_count; index++)
%        text_format(out, ", %s", index_names[index]);
%}

%/* offset, bytes, shift, bits, is signed, order: of the integer that holds the value. */
%static void put_place(text_t *out, const schema_field_t *field)
%{
%    bool is_element = field->form == FORM_ELEMENTS;
%    field_word_t word = field_word(field);
%    text_format(out, "0x%X", word.offset);
%    for (unsigned index = 0; index < field->index_count - is_element; index++)
%        text_format(out, " + %s * %llu", index_names[index], (unsigned long long)(field->indices[index].stride_bits / 8));
%    text_format(out, ", %u, %u", word.bytes, word.shift);
%    if (is_element)
%        text_format(out, " + %s * %u", index_names[field->index_count - 1], field->type.width_bits);
%    text_format(out, ", %u, %s, \"%s\"", field->type.width_bits, field->type.is_signed ? "True" : "False",
%                field->is_big_endian ? "big" : "little");
%}

%static void put_text_place(text_t *out, const schema_field_t *field)
%{
%    text_format(out, "0x%X", field->byte_offset);
%    for (unsigned index = 0; index < field->index_count; index++)
%        text_format(out, " + %s * %llu", index_names[index], (unsigned long long)(field->indices[index].stride_bits / 8));
%    text_format(out, ", %u", field->type.length_bytes);
%}

%static const char *place_kind(const schema_field_t *field)
%{
%    return field->form == FORM_TEXT ? "text" : field->form == FORM_BYTES ? "bytes"
%        : field->type.kind == VALUE_FLOAT ? "float" : "bits";
%}

%/* Texts have functions beside their descriptor: strings are what one wants of them. */
%static bool has_functions(const schema_field_t *field, uint32_t block_bytes)
%{
%    return field->index_count <= INDEX_NAMES && (field->form == FORM_TEXT || !is_described(field, block_bytes));
%}

%static void put_functions(text_t *out, const schema_block_t *block, const schema_field_t *field)
%{
%    const char *kind = place_kind(field);
%    bool is_text = field->form == FORM_TEXT || field->form == FORM_BYTES;
%    text_format(out, "def %s_get_%s(block", block->name.snake, field->name.snake);
%    put_parameters(out, field);
%    text_format(out, "): return _get_%s(block, ", kind);
%    is_text ? put_text_place(out, field) : put_place(out, field);
%    text_format(out, ")\ndef %s_set_%s(block", block->name.snake, field->name.snake);
%    put_parameters(out, field);
%    text_format(out, ", value): _set_%s(block, ", kind);
%    is_text ? put_text_place(out, field) : put_place(out, field);
%    text_put(out, ", value)\n");
%}

%/* ---- registers */

%static void put_register_body(text_t *out, const schema_register_t *one, uint64_t offset)
%{
%    if (!one->bits_count) {
%        text_format(out, "uctypes.%s | 0x%llX", scalar_type(&one->type, one->width_bits / 8), (unsigned long long)offset);
%        return;
%    }
%    text_format(out, "(0x%llX, {\"value\": uctypes.UINT%u | 0", (unsigned long long)offset, one->width_bits);
%    for (size_t index = 0; index < one->bits_count; index++) {
%        const schema_bits_t *bits = &one->bits[index];
%        if (one->width_bits > 32 || bits->type.width_bits > 31 || bits->array_length)
%            continue;
%        text_format(out, ",\n        \"%s\": ", bits->name.snake);
%        put_bit_field(out, one->width_bits, 0, bits->position, bits->type.width_bits);
%    }
%    text_put(out, "})");
%}

%static void put_register_descriptor(text_t *out, const schema_register_t *one)
%{
%    const schema_index_t *index = one->indices;
%    if (one->index_count > 1 || (one->index_count && index->stride_bits / 8 < one->width_bits / 8)) {
%        text_format(out, "    # %s: at 0x%X, within arrays of arrays\n", one->name.snake, one->byte_offset);
%        return;
%    }
%    text_format(out, "    \"%s\": ", one->name.snake);
%    if (one->index_count && !one->bits_count && index->stride_bits == one->width_bits) {
%        text_format(out, "(uctypes.ARRAY | 0x%X, uctypes.%s | %u)", one->byte_offset,
%                    scalar_type(&one->type, one->width_bits / 8), index->count);
%    } else if (one->index_count) {
%        text_format(out, "(uctypes.ARRAY | 0x%X, %u, {\"register\": ", one->byte_offset, index->count);
%        put_register_body(out, one, 0);
%        if (index->stride_bits > one->width_bits)
%            text_format(out, ", \"\": uctypes.UINT8 | 0x%llX", (unsigned long long)(index->stride_bits / 8 - 1));
%        text_put(out, "})");
%    } else {
%        put_register_body(out, one, one->byte_offset);
%    }
%    text_put(out, ",\n");
%}

%static bool has_described(const schema_block_t *block)
%{
%    for (size_t index = 0; index < block->field_count; index++)
%        if (is_described(&block->fields[index], block->size_bytes))
%            return true;
%    return block->is_register_block;
%}

%static bool needs_helpers(const schema_t *schema)
%{
%    for (size_t index = 0; index < schema->item_count; index++) {
%        const schema_block_t *block = schema->items[index].of.block;
%        for (size_t field = 0; schema->items[index].kind == SCHEMA_BLOCK && field < block->field_count; field++)
%            if (has_functions(&block->fields[field], block->size_bytes))
%                return true;
%    }
%    return false;
%}

%static void put_comment(text_t *out, const char *doc)
%{
%    for (const char *line = doc; line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL)
%        text_format(out, "# %.*s\n", (int)strcspn(line, "\n"), line);
%}

%% static template helpers()

# Of a block's bytes: a bytearray, or uctypes.bytearray_at(address, SIZE) where the block itself lies there.
def _get_bits(block, offset, count, shift, width, is_signed, order):
    value = int.from_bytes(bytes(block[offset:offset + count]), order) >> shift & (1 << width) - 1
    return value - (1 << width) if is_signed and value >> width - 1 else value
def _set_bits(block, offset, count, shift, width, is_signed, order, value):
    mask = (1 << width) - 1
    whole = int.from_bytes(bytes(block[offset:offset + count]), order)
    whole = (whole | mask << shift) ^ (~int(value) & mask) << shift
    block[offset:offset + count] = whole.to_bytes(count, order)
def _get_float(block, offset, count, shift, width, is_signed, order):
    return struct.unpack((">" if order == "big" else "<") + ("f" if count == 4 else "d"), bytes(block[offset:offset + count]))[0]
def _set_float(block, offset, count, shift, width, is_signed, order, value):
    block[offset:offset + count] = struct.pack((">" if order == "big" else "<") + ("f" if count == 4 else "d"), value)
def _get_bytes(block, offset, count):
    return bytes(block[offset:offset + count])
def _set_bytes(block, offset, count, value):
    block[offset:offset + count] = (bytes(value) + bytes(count))[:count]
def _get_text(block, offset, count):
    return _get_bytes(block, offset, count).split(b"\0")[0].decode()
def _set_text(block, offset, count, value):
    _set_bytes(block, offset, count, value.encode())
%% end

%% static template guard_functions()

# A guard: the CRC over all before it. check() tells whether it is right and the version is the module's; seal() makes it so.
% python_crc(out, "_crc");
def _check(block, kind, seed, version_offset):
    count = version_offset + 1
    crc = _crc(kind, seed, bytes(block[:count]))
    return block[version_offset] == VERSION & 255 and int.from_bytes(bytes(block[count:count + int(kind[3:]) // 8]), "little") == crc
def _seal(block, kind, seed, version_offset):
    count = version_offset + 1
    block[version_offset] = VERSION & 255
    block[count:count + int(kind[3:]) // 8] = _crc(kind, seed, bytes(block[:count])).to_bytes(int(kind[3:]) // 8, "little")
%% end

%% static template python_block(const schema_block_t *block)

% put_comment(out, block->name.doc);
${block->name.upper}_SIZE = ${block->size_bytes}
% if (block->has_address)
${block->name.upper}_ADDRESS = ${hex(block->address)}
% if (block->count) {
${block->name.upper}_COUNT = ${block->count}
${block->name.upper}_STRIDE = ${block->stride_bytes}
% }
% if (has_described(block)) {
${block->name.upper} = {
%     for (size_t index = 0; index < block->field_count; index++)
%         if (is_described(&block->fields[index], block->size_bytes))
%             put_descriptor(out, &block->fields[index], block->size_bytes);
%     for (size_t index = 0; index < block->register_count; index++)
%         put_register_descriptor(out, &block->registers[index]);
}
def ${block->name.snake}(address\
%     if (block->has_address) {
=${block->name.upper}_ADDRESS\
%     }
): return uctypes.struct(address, ${block->name.upper}, uctypes.${block->is_register_block ? "NATIVE" : "LITTLE_ENDIAN"})
% }
% for (size_t index = 0; index < block->field_count; index++)
%     if (has_functions(&block->fields[index], block->size_bytes))
%         put_functions(out, block, &block->fields[index]);
% if (block->guard != GUARD_NONE) {
def ${block->name.snake}_check(block): return _check(block, "${guards[block->guard].name}", ${hex(block->guard_seed)}, ${block->version_offset})
def ${block->name.snake}_seal(block): _seal(block, "${guards[block->guard].name}", ${hex(block->guard_seed)}, ${block->version_offset})
% }
%% end

%% template python(const schema_t *schema)
# Made from ${schema->source_name} by memregc ${MEMREGC_VERSION}; fingerprint ${hex_wide(schema->fingerprint, 8)}. Do not edit: edit the layout.
% put_comment(out, schema->name.doc);
import struct
import uctypes

VERSION = ${schema->version}
FINGERPRINT = ${hex_wide(schema->fingerprint, 8)}
% for (size_t index = 0; index < schema->item_count; index++) {
%     if (schema->items[index].kind == SCHEMA_CONSTANT) {
%         const schema_constant_t *constant = schema->items[index].of.constant;
${constant->name.upper} = \
%         if (constant->is_unsigned_64)
%             text_format(out, "%llu\n", (unsigned long long)constant->value);
%         else
%             text_format(out, "%lld\n", (long long)constant->value);
%     } else if (schema->items[index].kind == SCHEMA_ENUM) {
%         const schema_enum_t *enumeration = schema->items[index].of.enumeration;

%         put_comment(out, enumeration->name.doc);
%         for (size_t one = 0; one < enumeration->enumerator_count; one++)
${enumeration->name.upper}_${enumeration->enumerators[one].name.upper} = ${enumeration->enumerators[one].value}
%     }
% }
% if (needs_helpers(schema))
% helpers(out);
% if (schema->has_guards)
% guard_functions(out);
% for (size_t index = 0; index < schema->item_count; index++)
% if (schema->items[index].kind == SCHEMA_BLOCK)
% python_block(out, schema->items[index].of.block);
%% end
