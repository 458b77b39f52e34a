%// Pretty-printers: a schema goes in; a Python script for gdb comes out that shows blocks, registers' values and their fields
%// by name. Documented in docs/views.md.
%#include "schema.h"
%#include "templates.h"
%#include "views.h"
%#include "version.h"

%static void put_python(text_t *out, const char *chars)
%{
%    if (!chars) {
%        text_put(out, "None");
%        return;
%    }
%    text_put_char(out, '"');
%    for (; *chars; chars++) {
%        if (*chars == '"' || *chars == '\\')
%            text_put_char(out, '\\');
%        if ((unsigned char)*chars < ' ')
%            text_put_char(out, ' ');
%        else
%            text_put_char(out, *chars);
%    }
%    text_put_char(out, '"');
%}

%static const char *kind_of(const schema_type_t *type)
%{
%    switch (type->kind) {
%    case VALUE_BOOL: return "bool";
%    case VALUE_FLOAT: return "float";
%    case VALUE_TEXT: return "text";
%    case VALUE_BYTES: return "bytes";
%    default: return type->is_signed ? "signed" : "unsigned";
%    }
%}

%static void put_meaning(text_t *out, const schema_type_t *type, const char *unit, double scale, double bias)
%{
%    if (type->kind == VALUE_ENUM)
%        text_put(out, type->enumeration->name.upper);
%    else
%        text_put(out, "None");
%    text_put(out, ", ");
%    put_python(out, unit);
%    text_put(out, ", ");
%    text_put(out, scale);
%    text_put(out, ", ");
%    text_put(out, bias);
%}

%/* name, offset, bytes, shift, bits, kind, order, (count, stride in bytes, stride in bits) of each index, names of values, unit, scale, bias */
%static void put_field(text_t *out, const schema_field_t *field)
%{
%    bool is_element = field->form == FORM_ELEMENTS;
%    field_word_t word = field_word(field);
%    unsigned bytes = field->form == FORM_TEXT || field->form == FORM_BYTES ? field->type.length_bytes : word.bytes;
%    text_format(out, "        (\"%s\", %u, %u, %u, %u, \"%s\", \"%s\", (", field->name.name, word.offset, bytes, word.shift,
%                field->type.width_bits, kind_of(&field->type), field->is_big_endian ? "big" : "little");
%    for (unsigned index = 0; index < field->index_count; index++)
%        if (is_element && index + 1 == field->index_count)
%            text_format(out, "(%u, 0, %u), ", field->indices[index].count, field->type.width_bits);
%        else
%            text_format(out, "(%u, %llu, 0), ", field->indices[index].count,
%                        (unsigned long long)(field->indices[index].stride_bits / 8));
%    text_put(out, "), ");
%    put_meaning(out, &field->type, field->unit, field->scale, field->bias);
%    text_put(out, "),\n");
%}

%static void put_bits(text_t *out, const schema_register_t *one, const schema_bits_t *bits)
%{
%    text_format(out, "        (\"%s\", 0, %u, %u, %u, \"%s\", BYTE_ORDER, (", bits->name.name, one->width_bits / 8,
%                bits->position, bits->type.width_bits, kind_of(&bits->type));
%    if (bits->array_length)
%        text_format(out, "(%u, 0, %u), ", bits->array_length, bits->type.width_bits);
%    text_put(out, "), ");
%    put_meaning(out, &bits->type, bits->unit, bits->scale, bits->bias);
%    text_put(out, "),\n");
%}

%static void put_guard(text_t *out, const schema_t *schema, const schema_block_t *block)
%{
%    if (block->guard == GUARD_NONE)
%        text_put(out, "None");
%    else
%        text_format(out, "(\"%s\", 0x%X, %u, %u)", guards[block->guard].name, block->guard_seed, block->version_offset,
%                    schema->version & 0xFF);
%}

%% static template gdb_block(const schema_t *schema, const schema_block_t *block)
% if (!block->is_register_block) {
    "${block->c_name}_t": ("bytes", \
%     put_guard(out, schema, block);
, (
%     for (size_t index = 0; index < block->field_count; index++)
%         put_field(out, &block->fields[index]);
    )),
% }
% for (size_t index = 0; index < block->register_count; index++) {
%     const schema_register_t *one = &block->registers[index];
%     if (!one->bits_count)
%         continue;
    "${one->c_type}": ("bits", None, (
%     for (size_t bit = 0; bit < one->bits_count; bit++)
%         put_bits(out, one, &one->bits[bit]);
    )),
% }
%% end

%% template gdb(const schema_t *schema)
# Made from ${schema->source_name} by memregc ${MEMREGC_VERSION}; fingerprint ${hex_wide(schema->fingerprint, 8)}. Do not edit: edit the layout.
# In gdb: source ${schema->name.snake}_gdb.py
import struct

import gdb

BYTE_ORDER = "register"  # bits of a register's value, which gdb knows as a number

% for (size_t index = 0; index < schema->item_count; index++) {
%     if (schema->items[index].kind != SCHEMA_ENUM)
%         continue;
%     const schema_enum_t *enumeration = schema->items[index].of.enumeration;
${enumeration->name.upper} = {\
%     for (size_t one = 0; one < enumeration->enumerator_count; one++) {
%         if (!enumeration->enumerators[one].is_alias)
${one ? ", " : ""}${enumeration->enumerators[one].value}: "${enumeration->enumerators[one].name.name}"\
%     }
}
% }

# Of each type: its member, its guard (kind, seed, offset of the version, the version), and its fields (name, byte offset,
# bytes, shift, bits, kind, byte order, (count, stride in bytes, stride in bits) of each index, names of values, unit,
# scale, bias).
TYPES = {
% for (size_t index = 0; index < schema->item_count; index++)
% if (schema->items[index].kind == SCHEMA_BLOCK)
% gdb_block(out, schema, schema->items[index].of.block);
}


def number_at(data, offset, count, shift, width, order):
    whole = data if order == BYTE_ORDER else int.from_bytes(data[offset:offset + count], order)
    return whole >> shift & (1 << width) - 1


def shown(data, field, more_bytes, more_bits):
    name, offset, count, shift, width, kind, order, indices, names, unit, scale, bias = field
    offset += more_bytes
    if kind in ("text", "bytes"):
        value = data[offset:offset + count]
        return '"%s"' % value.split(b"\0")[0].decode(errors="replace") if kind == "text" else value.hex(" ")
    value = number_at(data, offset, count, shift + more_bits, width, order)
    if kind == "float":
        return repr(struct.unpack("<f" if width == 32 else "<d", value.to_bytes(width // 8, "little"))[0])
    if kind == "bool":
        return "true" if value else "false"
    if kind == "signed" and value >> width - 1:
        value -= 1 << width
    if names is not None:
        return "%s (%d)" % (names.get(value, "?"), value)
    if unit is None and scale == 1 and bias == 0:
        return str(value)
    return "%d (%.9g%s)" % (value, value * scale + bias, " " + unit if unit else "")


def elements(indices, more_bytes=0, more_bits=0):
    if not indices:
        yield more_bytes, more_bits
        return
    count, stride_bytes, stride_bits = indices[0]
    for index in range(count):
        yield from elements(indices[1:], more_bytes + index * stride_bytes, more_bits + index * stride_bits)


% python_crc(out, "crc_of");


def guard_state(data, kind, seed, version_offset, version):
    end = version_offset + 1
    if crc_of(kind, seed, data[:end]) != int.from_bytes(data[end:end + int(kind[3:]) // 8], "little"):
        return "fresh" if len(set(data)) == 1 and data[0] in (0, 255) else "damaged, or another block's"
    return "valid" if data[version_offset] == version else "valid, of version %d" % data[version_offset]


class Printer:
    def __init__(self, value):
        self.member, self.guard, self.fields = TYPES[value.type.unqualified().name]
        member = value[self.member]
        if self.member == "bits":
            self.data = int(member)
        else:
            first, last = member.type.range()
            self.data = bytes(int(member[index]) for index in range(first, last + 1))

    def to_string(self):
        return None if self.guard is None else "guard %s" % guard_state(self.data, *self.guard)

    def children(self):
        for field in self.fields:
            values = [shown(self.data, field, *more) for more in elements(field[7])]
            yield field[0], "{%s}" % ", ".join(values) if field[7] else values[0]


def find_printer(value):
    return Printer(value) if value.type.unqualified().name in TYPES else None


gdb.pretty_printers.insert(0, find_printer)
%% end
