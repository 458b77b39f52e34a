%// Enums and structs: their schema goes in; C types and the functions around them come out.
%#include "templates.h"

%static bool fits_int(const schema_enum_t *enumeration)
%{
%    /* An int of 16 bits holds every value: so ISO C wants it everywhere, and AVR too. */
%    return enumeration->width_bits <= 16 && enumeration->least >= -32767 && enumeration->most <= 32767;
%}

%bool is_c_enum(const schema_type_t *type) { return type->kind == VALUE_ENUM && fits_int(type->enumeration); }

%static const char *integer_type(const schema_enum_t *enumeration)
%{
%    unsigned bits = enumeration->width_bits;
%    if (enumeration->is_signed)
%        return bits <= 8 ? "int8_t" : bits <= 16 ? "int16_t" : bits <= 32 ? "int32_t" : "int64_t";
%    return bits <= 8 ? "uint8_t" : bits <= 16 ? "uint16_t" : bits <= 32 ? "uint32_t" : "uint64_t";
%}

%static const char *argument_type(const schema_enum_t *enumeration)
%{
%    if (enumeration->width_bits > 16)
%        return integer_type(enumeration);
%    return enumeration->is_signed ? "int" : "unsigned";
%}

%static void put_value(text_t *out, const schema_enum_t *enumeration, int64_t value)
%{
%    bool is_long = enumeration->width_bits > 32;
%    if (!enumeration->is_signed) {
%        text_put_unsigned(out, (uint64_t)value);
%        text_put_string(out, is_long ? "ull" : "u");
%    } else if (value == INT64_MIN) {
%        text_put_string(out, "(-9223372036854775807ll - 1)");
%    } else {
%        text_put_signed(out, value);
%        text_put_string(out, is_long || value == INT32_MIN ? "ll" : "");
%    }
%}

%% template enum_type(const schema_t *schema, const schema_enum_t *enumeration, accessors_t accessors)
% const char *snake = enumeration->name.snake, *upper = enumeration->name.upper;
% const char *least_test = enumeration->least == (enumeration->is_signed ? INT64_MIN : 0) ? NULL : "value >= ";

% put_doc(out, enumeration->name.doc);
% if (fits_int(enumeration)) {
typedef enum {
%     for (size_t index = 0; index < enumeration->enumerator_count; index++) {
%         const schema_enumerator_t *one = &enumeration->enumerators[index];
    ${schema->prefix_upper}_${upper}_${one->name.upper} = ${one->value}\
%         if (index + 1 < enumeration->enumerator_count)
,\
%         if (one->name.doc) {
 /**< \
%             put_comment_text(out, one->name.doc);
 */\
%         }
%         text_put_char(out, '\n');
%     }
} ${schema->prefix}_${snake}_t;
% } else {
%     if (accessors != ACCESSORS_NONE) {
typedef ${integer_type(enumeration)} ${schema->prefix}_${snake}_t;
%     }
%     for (size_t index = 0; index < enumeration->enumerator_count; index++) {
%         const schema_enumerator_t *one = &enumeration->enumerators[index];
#define ${schema->prefix_upper}_${upper}_${one->name.upper} \
%         if (accessors != ACCESSORS_NONE)
((${schema->prefix}_${snake}_t)\
%         put_value(out, enumeration, one->value);
%         if (accessors != ACCESSORS_NONE)
)\
%         text_put_char(out, '\n');
%     }
% }
% if (accessors == ACCESSORS_NONE)
%     return;
% if (enumeration->is_dense) {
MR_INLINE bool ${schema->prefix}_${snake}_is_valid(${argument_type(enumeration)} value) { return \
%     if (least_test) {
${least_test}\
%         put_value(out, enumeration, enumeration->least);
 && \
%     }
value <= \
%     put_value(out, enumeration, enumeration->most);
; }
% } else {
static inline bool ${schema->prefix}_${snake}_is_valid(${argument_type(enumeration)} value)
{
    switch (value) {
%     for (size_t index = 0; index < enumeration->enumerator_count; index++) {
%         if (enumeration->enumerators[index].is_alias)
%             continue;
    case \
%         put_value(out, enumeration, enumeration->enumerators[index].value);
:
%     }
        return true;
    default:
        return false;
    }
}
% }
static inline const char *${schema->prefix}_${snake}_name(${schema->prefix}_${snake}_t value)
{
    switch (value) {
% for (size_t index = 0; index < enumeration->enumerator_count; index++)
% if (!enumeration->enumerators[index].is_alias) {
    case ${schema->prefix_upper}_${upper}_${enumeration->enumerators[index].name.upper}: return "${enumeration->enumerators[index].name.name}";
% }
    default: return "?";
    }
}
%% end

%static void put_member(text_t *out, const schema_member_t *member)
%{
%    put_member_doc(out, member->name.doc);
%    text_format(out, "    %s %s", member->type.kind == VALUE_BYTES ? "uint8_t" : member->c_type, member->c_name);
%    if (member->array_length)
%        text_format(out, "[%u]", (unsigned)member->array_length);
%    if (member->type.kind == VALUE_TEXT)
%        text_format(out, "[%u]", member->type.length_bytes + 1);
%    if (member->type.kind == VALUE_BYTES)
%        text_format(out, "[%u]", member->type.length_bytes);
%    text_put_char(out, ';');
%    if (*member->meaning) {
%        text_put_string(out, "   /* ");
%        put_comment_text(out, member->meaning);
%        text_put_string(out, " */");
%    }
%    text_put_char(out, '\n');
%}

%static void put_loop(text_t *out, const schema_member_t *member)
%{
%    if (member->array_length)
%        text_format(out, "    for (unsigned i = 0; i < %uu; i++)\n    ", (unsigned)member->array_length);
%    text_put_string(out, "    ");
%}

%static void put_part_offset(text_t *out, const schema_member_t *member)
%{
%    if (member->byte_offset)
%        text_format(out, " + 0x%Xu", (unsigned)member->byte_offset);
%    if (member->array_length)
%        text_format(out, " + i * %uu", (unsigned)member->stride_bytes);
%}

%static const char *struct_c_name(const schema_member_t *member) { return member->type.structure->c_name; }

%static void put_pack(text_t *out, const schema_member_t *member)
%{
%    put_loop(out, member);
%    if (member->type.kind == VALUE_STRUCT) {
%        text_format(out, "%s_pack(bytes", struct_c_name(member));
%        put_part_offset(out, member);
%        text_format(out, ", &%s);\n", member->c_value);
%        return;
%    }
%    if (member->type.kind == VALUE_BYTES)
%        text_format(out, "mr_copy(bytes%s, %s, %uu);\n", member->field->offset, member->c_value, member->type.length_bytes);
%    else {
%        field_set(out, member->field, "bytes", member->c_value);
%        text_put_char(out, '\n');
%    }
%}

%static void put_unpack(text_t *out, const schema_member_t *member)
%{
%    put_loop(out, member);
%    if (member->type.kind == VALUE_STRUCT) {
%        text_format(out, "%s_unpack(&%s, bytes", struct_c_name(member), member->c_value);
%        put_part_offset(out, member);
%        text_put_string(out, ");\n");
%    } else if (member->type.kind == VALUE_BYTES) {
%        text_format(out, "mr_copy(%s, bytes%s, %uu);\n", member->c_value, member->field->offset, member->type.length_bytes);
%    } else if (member->type.kind == VALUE_TEXT) {
%        text_format(out, "mr_text(%s, bytes%s, %uu);\n", member->c_value, member->field->offset, member->type.length_bytes);
%    } else {
%        text_format(out, "%s = ", member->c_value);
%        field_get(out, member->field, "bytes");
%        text_put_string(out, ";\n");
%    }
%}

%% template struct_type(const schema_t *schema, const schema_struct_t *structure, accessors_t accessors)
% (void)schema;

#define ${structure->c_upper}_SIZE ${structure->size_bytes}u
% if (accessors == ACCESSORS_NONE)
%     return;
% put_doc(out, structure->name.doc);
typedef struct {
% for (size_t index = 0; index < structure->member_count; index++)
% put_member(out, &structure->members[index]);
% if (!structure->member_count) {
    uint8_t unused;
% }
} ${structure->c_name}_t;
% if (accessors != ACCESSORS_FIELDS)
%     return;
static inline void ${structure->c_name}_pack(uint8_t *bytes, const ${structure->c_name}_t *value)
{
% if (structure->has_gaps)
    mr_fill(bytes, 0, ${structure->c_upper}_SIZE);
% if (!structure->member_count)
    (void)value;
% for (size_t index = 0; index < structure->member_count; index++)
% put_pack(out, &structure->members[index]);
}
static inline void ${structure->c_name}_unpack(${structure->c_name}_t *value, const uint8_t *bytes)
{
% if (!structure->member_count)
    (void)value; (void)bytes;
% for (size_t index = 0; index < structure->member_count; index++)
% put_unpack(out, &structure->members[index]);
}
%% end
