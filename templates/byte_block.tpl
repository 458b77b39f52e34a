%// One block of bytes: its schema goes in; constants, its type, accessors, and what brings it from its place and back.
%#include "templates.h"

%static bool is_wide(const schema_field_t *field) { return field->unit_bits > 32; }

%static void put_unit(text_t *out, const schema_field_t *field, const char *base)
%{
%    text_format(out, "MR_%s%u(%u, %s%s)", field->unit_order, field->unit_bits, field->unit_alignment, base, field->offset);
%}

%static void put_bits(text_t *out, const schema_field_t *field, const char *base)
%{
%    unsigned position = field->unit_position, width = field->type.width_bits;
%    if (field->unit_bits == 72) {
%        text_format(out, field->type.is_signed ? "MR_BITS_SIGNED_64(%s, " : "(%s)(", field->c_type);
%        text_format(out, "MR_%s72_BITS(uint64_t, %s%s, %u, %u)", field->unit_order, base, field->offset, position, width);
%        text_format(out, field->type.is_signed ? ", 0, %u)" : ")", width);
%        return;
%    }
%    if (field->unit_bits == 64 && field->unit_alignment >= 4 && !field->is_big_endian && field->type.kind == VALUE_UNSIGNED && width <= 32
%        && position < 32 && position + width > 32) {
%        text_format(out, "MR_LE64_CROSSING(%s, %s%s, %u, %u)", field->c_type, base, field->offset, position, width);
%        return;
%    }
%    if (field->type.kind == VALUE_BOOL)
%        text_put_string(out, "MR_BIT(");
%    else if (field->type.kind == VALUE_FLOAT)
%        text_format(out, "mr_%s(MR_BITS(%s, ", field->type.width_bits == 64 ? "double" : "float", field->unit_type);
%    else if (field->type.is_signed)
%        text_format(out, "MR_BITS_SIGNED%s(%s, ", is_wide(field) ? "_64" : "", field->c_type);
%    else if (field->type.kind == VALUE_ENUM && !is_wide(field) && width < 32)
%        text_format(out, "MR_BITS_ENUM(%s, ", field->c_type);
%    else if (field->type.kind == VALUE_ENUM)
%        text_format(out, "(%s)MR_BITS(%s, ", field->c_type, field->unit_type);
%    else
%        text_format(out, "MR_BITS(%s, ", field->c_type);
%    put_unit(out, field, base);
%    text_format(out, ", %u", position);
%    if (field->type.kind != VALUE_BOOL)
%        text_format(out, ", %u", width);
%    text_put_string(out, field->type.kind == VALUE_FLOAT ? "))" : ")");
%}

%static void put_integer(text_t *out, const schema_field_t *field, const char *base)
%{
%    if (field->type.kind == VALUE_FLOAT) {
%        text_put_string(out, field->unit_bits == 64 ? "mr_double(" : "mr_float(");
%        put_unit(out, field, base);
%        text_put_char(out, ')');
%    } else if (field->type.is_signed && field->type.storage_bits != field->unit_bits) {
%        put_bits(out, field, base);
%    } else {
%        if (field->type.is_signed || field->type.kind == VALUE_ENUM)
%            text_format(out, "(%s)", field->c_type);
%        if (field->type.is_signed && field->type.kind == VALUE_ENUM)
%            text_format(out, "(int%u_t)", field->unit_bits);
%        put_unit(out, field, base);
%    }
%}

%static void put_element(text_t *out, const schema_field_t *field, const char *base)
%{
%    const char *function = field->is_within_bytes ? "mr_element" : "mr_span";
%    unsigned width = field->type.width_bits;
%    if (field->type.kind == VALUE_BOOL)
%        text_put_string(out, "(");
%    else if (field->type.kind == VALUE_FLOAT)
%        text_format(out, "mr_%s((%s)", field->type.width_bits == 64 ? "double" : "float", field->unit_type);
%    else if (field->type.is_signed)
%        text_format(out, "MR_BITS_SIGNED%s(%s, ", field->is_within_bytes ? "" : "_64", field->c_type);
%    else
%        text_format(out, "((%s)", field->c_type);
%    text_format(out, "%s(%s%s, %d, %s, %u)", function, base, field->offset, field->bit_step, field->bit, width);
%    if (field->type.kind == VALUE_BOOL)
%        text_put_string(out, " != 0)");
%    else if (field->type.is_signed)
%        text_format(out, ", 0, %u)", width);
%    else
%        text_put_char(out, ')');
%}

%void field_get(text_t *out, const schema_field_t *field, const char *base)
%{
%    if (field->form == FORM_INTEGER)
%        put_integer(out, field, base);
%    else if (field->form == FORM_ELEMENTS)
%        put_element(out, field, base);
%    else
%        put_bits(out, field, base);
%}

%/* `to` as the unsigned integer that holds its bits. */
%static void put_raw(text_t *out, const schema_field_t *field, const char *type, const char *to)
%{
%    if (field->type.kind == VALUE_FLOAT)
%        text_format(out, "mr_%s_bits(%s)", field->type.width_bits == 64 ? "double" : "float", to);
%    else if (!type || strcmp(type, field->c_type) == 0)
%        text_put_string(out, to);
%    else
%        text_format(out, "(%s)%s", type, to);
%}

%/* The call that puts bits, up to its last argument. */
%static void put_place(text_t *out, const schema_field_t *field, const char *base)
%{
%    unsigned bits = field->unit_bits, position = field->unit_position, width = field->type.width_bits;
%    if (bits == 72 && field->is_big_endian)
%        text_format(out, "mr_put_span(%s%s + 8, -1, %u, %u, (uint64_t)", base, field->offset, position, width);
%    else if (field->is_big_endian && bits > 8)
%        text_format(out, "MR_PUT_BE(%u, %s, %s%s, %u, %u, ", bits, field->unit_type, base, field->offset, position, width);
%    else if (bits == 8 || field->unit_alignment == bits / 8)
%        text_format(out, "MR_PUT_IN(%u, %s, %s%s, %u, %u, ", bits, field->unit_type, base, field->offset, position, width);
%    else if (bits == 16)
%        text_format(out, "MR_PUT_TWO(%s%s, %u, %u, ", base, field->offset, position, width);
%    else if (position == 0)
%        text_format(out, "MR_PUT_LOW(%u, %s, %s%s, %u, ", bits, field->unit_type, base, field->offset, width);
%    else
%        text_format(out, "MR_PUT_%s(%u, %s, %s%s, %u, %u, ", bits == 72 ? "NINE" : "ACROSS", bits, field->unit_type, base, field->offset, position, width);
%}

%void field_set(text_t *out, const schema_field_t *field, const char *base, const char *to)
%{
%    switch (field->form) {
%    case FORM_TEXT:
%        text_format(out, "mr_set_text(%s%s, %s, %uu);", base, field->offset, to, field->type.length_bytes);
%        return;
%    case FORM_BYTES:
%        return;
%    case FORM_INTEGER:
%        text_format(out, "MR_SET_%s%u(%u, %s%s, ", field->unit_order, field->unit_bits, field->unit_alignment, base,
%                    field->offset);
%        put_raw(out, field, field->unit_type, to);
%        break;
%    case FORM_ELEMENTS:
%        if (field->is_within_bytes && field->type.kind == VALUE_BOOL) {
%            text_format(out, "mr_put_flag(%s%s, %d, %s, %s);", base, field->offset, field->bit_step, field->bit, to);
%            return;
%        }
%        text_format(out, "%s(%s%s, %d, %s, %u, ", field->is_within_bytes ? "mr_put_element" : "mr_put_span", base,
%                    field->offset, field->bit_step, field->bit, field->type.width_bits);
%        put_raw(out, field, field->is_within_bytes ? "uint8_t" : "uint64_t", to);
%        break;
%    case FORM_BITS:
%        put_place(out, field, base);
%        if (is_c_enum(&field->type))
%            text_format(out, "mr_any((uint32_t)%s)", to);
%        else
%            put_raw(out, field, NULL, to);
%        break;
%    }
%    text_put_string(out, ");");
%}

%static void put_check(text_t *out, const char *condition)
%{
%    if (condition)
%        text_format(out, "MR_CHECK(%s); ", condition);
%}

%/* Bits may be set where the field may be written at all: in memory that is everything but what is said to be ro. */
%static bool is_array_of_bytes(const schema_field_t *field)
%{
%    return field->form == FORM_BYTES || (field->form == FORM_INTEGER && field->is_array && field->unit_bits == 8
%        && field->indices[field->index_count - 1].stride_bits == 8
%        && (field->type.kind == VALUE_UNSIGNED || field->type.kind == VALUE_SIGNED));
%}

%static void put_first_offset(text_t *out, const schema_field_t *field)
%{
%    /* The address of element 0: all but the array's own index. */
%    size_t length = strlen(field->offset);
%    char last[32];
%    int own = 0;
%    if (field->form != FORM_BYTES)
%        own = snprintf(last, sizeof last, " + %s", strrchr(field->arguments, ',') + 2);
%    text_put_bytes(out, field->offset, length - (size_t)own);
%}

%static void put_first_parameters(text_t *out, const schema_field_t *field)
%{
%    const char *end = field->form == FORM_BYTES ? NULL : strrchr(field->parameters, ',');
%    text_put_bytes(out, field->parameters, end ? (size_t)(end - field->parameters) : strlen(field->parameters));
%}

%% static template field_constants(const schema_block_t *block, const schema_field_t *field)
% put_doc(out, field->name.doc);
#define ${block->c_upper}_${field->name.upper}_OFFSET ${hex_wide(field->byte_offset, 2)}u
#define ${block->c_upper}_${field->name.upper}_BIT ${field->shift}u
#define ${block->c_upper}_${field->name.upper}_WIDTH ${field->type.width_bits}u
% if (field->is_array)
#define ${block->c_upper}_${field->name.upper}_COUNT ${field->array_length}u
%% end

%% static template bytes_accessors(const schema_block_t *block, const schema_field_t *field)
MR_INLINE uint8_t *${block->c_name}_bytes_${field->name.snake}(${block->c_name}_t *block\
% put_first_parameters(out, field);
) { return block->bytes\
% put_first_offset(out, field);
; }
MR_INLINE const uint8_t *${block->c_name}_const_bytes_${field->name.snake}(const ${block->c_name}_t *block\
% put_first_parameters(out, field);
) { return block->bytes\
% put_first_offset(out, field);
; }
%% end

%% static template text_accessors(const schema_block_t *block, const schema_field_t *field)
MR_INLINE void ${block->c_name}_get_${field->name.snake}(const ${block->c_name}_t *block${field->parameters}, char out[${field->type.length_bytes + 1}]) { \
% put_check(out, field->index_check);
mr_text(out, block->bytes${field->offset}, ${field->type.length_bytes}u); }
MR_INLINE void ${block->c_name}_set_${field->name.snake}(${block->c_name}_t *block${field->parameters}, const char *to) { \
% put_check(out, field->index_check);
% field_set(out, field, "block->bytes", "to");
 }
%% end

%% static template field_accessors(const schema_block_t *block, const schema_field_t *field)
% if (is_array_of_bytes(field))
% bytes_accessors(out, block, field);
% if (field->form == FORM_BYTES)
%     return;
% if (field->form == FORM_TEXT) {
%     text_accessors(out, block, field);
%     return;
% }
MR_INLINE ${field->c_type} ${block->c_name}_get_${field->name.snake}(const ${block->c_name}_t *block${field->parameters}) { \
% put_check(out, field->index_check);
return \
% field_get(out, field, "block->bytes");
; }
MR_INLINE void ${block->c_name}_set_${field->name.snake}(${block->c_name}_t *block${field->parameters}, ${field->c_type} to) { \
% put_check(out, field->index_check);
% put_check(out, field->value_check);
% field_set(out, field, "block->bytes", "to");
 }
% if (field->type.kind == VALUE_BOOL && field->form == FORM_BITS) {
MR_INLINE void ${block->c_name}_toggle_${field->name.snake}(${block->c_name}_t *block${field->parameters}) { \
%     put_check(out, field->index_check);
block->bytes[${field->toggle_offset}] ^= ${hex(UINT64_C(1) << field->shift)}u; }
% } else if (field->type.kind == VALUE_BOOL) {
MR_INLINE void ${block->c_name}_toggle_${field->name.snake}(${block->c_name}_t *block${field->parameters}) { ${block->c_name}_set_${field->name.snake}(block${field->arguments}, !${block->c_name}_get_${field->name.snake}(block${field->arguments})); }
% }
%% end

%% static template part_accessors(const schema_block_t *block, const schema_part_t *part)
MR_INLINE ${part->structure->c_name}_t ${block->c_name}_get_${part->name.snake}(const ${block->c_name}_t *block${part->parameters}) { \
% put_check(out, part->index_check);
${part->structure->c_name}_t value; ${part->structure->c_name}_unpack(&value, block->bytes${part->offset}); return value; }
MR_INLINE void ${block->c_name}_set_${part->name.snake}(${block->c_name}_t *block${part->parameters}, ${part->structure->c_name}_t to) { \
% put_check(out, part->index_check);
${part->structure->c_name}_pack(block->bytes${part->offset}, &to); }
%% end

%% static template block_type(const schema_block_t *block)
% if (block->kind == REGION_BUS) {
/* A copy to work on, beside what the device is known to hold. */
typedef struct { uint8_t bytes[${block->c_upper}_SIZE], stored[${block->c_upper}_SIZE]; } ${block->c_name}_t;
% } else if (block->alignment_type) {
typedef union { uint8_t bytes[${block->c_upper}_SIZE]; ${block->alignment_type} alignment; } ${block->c_name}_t;
% } else {
typedef struct { uint8_t bytes[${block->c_upper}_SIZE]; } ${block->c_name}_t;
% }
% if (block->kind != REGION_BUS && (block->is_mirrored || !block->alignment_type))
MR_ASSERT(${block->c_name}, sizeof(${block->c_name}_t) == ${block->c_upper}_SIZE);
% else
MR_ASSERT(${block->c_name}, sizeof(((${block->c_name}_t *)0)->bytes) == ${block->c_upper}_SIZE);
%% end

%% static template defaults(const schema_block_t *block)
static inline void ${block->c_name}_defaults(${block->c_name}_t *block)
{
% if (block->initial_is_zero) {
    mr_fill(block->bytes, 0, ${block->c_upper}_SIZE);
% } else {
    static const uint8_t initial[${block->c_upper}_SIZE] = {\
%     for (uint32_t index = 0; index < block->size_bytes; index++) {
%         if (index % 16 == 0)
%             text_put_string(out, "\n        ");
%         text_format(out, index % 16 == 15 || index + 1 == block->size_bytes ? "0x%02X," : "0x%02X, ", block->initial[index]);
%     }

    };
    mr_copy(block->bytes, initial, ${block->c_upper}_SIZE);
% }
% if (block->kind == REGION_BUS) {
    for (unsigned at = 0; at < ${block->c_upper}_SIZE; at++)
        block->stored[at] = (uint8_t)~block->bytes[at];
% }
}
%% end

%/* ---- where a block is and how it gets there */

%static void put_location(text_t *out, const schema_block_t *block)
%{
%    if (block->has_address)
%        text_format(out, "%s_ADDRESS", block->c_upper);
%    else
%        text_format(out, "%s_bytes + 0x%llXu", block->region_c_name, (unsigned long long)block->region_offset);
%    if (block->count)
%        text_format(out, " + i * 0x%llXu", (unsigned long long)block->stride_bytes);
%}

%const char *only_index(const schema_block_t *block) { return block->count ? "unsigned i" : "void"; }
%const char *more_index(const schema_block_t *block) { return block->count ? ", unsigned i" : ""; }
%const char *pass_index(const schema_block_t *block) { return block->count ? "i" : ""; }
%const char *pass_more(const schema_block_t *block) { return block->count ? ", i" : ""; }
%const char *crc_type(const schema_block_t *block)
%{
%    return guards[block->guard].crc_bytes == 1 ? "uint8_t" : guards[block->guard].crc_bytes == 2 ? "uint16_t" : "uint32_t";
%}
%unsigned crc_bits(const schema_block_t *block) { return 8 * guards[block->guard].crc_bytes; }

%% static template at(const schema_block_t *block)
% bool is_ram = block->kind == REGION_RAM;
% if (!is_ram && !block->has_address)
%     return;
% if (!block->has_address) {
MR_EXTERN uint8_t ${block->region_c_name}_bytes[];
% }
/* The place itself${block->is_mirrored ? ": its first copy" : ""}. */
MR_INLINE ${is_ram ? "" : "const "}${block->c_name}_t *${block->c_name}_at(${only_index(block)}) { \
% if (block->count) {
MR_CHECK(i < ${block->count}u); \
% }
return (${is_ram ? "" : "const "}${block->c_name}_t *)\
% if (block->has_address)
(uintptr_t)(\
% else
(void *)(\
% put_location(out, block);
); }
%% end

%% static template check(const schema_block_t *block, uint32_t version)
static inline ${crc_type(block)} ${block->c_name}_crc(const ${block->c_name}_t *block)
{
    return mr_crc${crc_bits(block)}(${hex_wide(block->guard_seed, (int)crc_bits(block) / 4)}u, block->bytes, ${hex(block->crc_offset)}u);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t ${block->c_name}_check(const ${block->c_name}_t *block)
{
    ${crc_type(block)} difference = (${crc_type(block)})(${block->c_name}_crc(block) ^ MR_LE${crc_bits(block)}(1, block->bytes + ${hex(block->crc_offset)}u));
    if (difference == 0)
        return block->bytes[${hex(block->version_offset)}u] == ${(unsigned)(version & 0xFF)}u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, ${block->c_upper}_SIZE) || mr_is_filled(block->bytes, 0xFF, ${block->c_upper}_SIZE))
        return MR_FRESH;
% for (size_t index = 0; index < block->foreign_count; index++) {
    if (difference == ${hex_wide(block->foreign_xor[index], (int)crc_bits(block) / 4)}u)
        return MR_FOREIGN;
% }
    return MR_CORRUPT;
}
static inline void ${block->c_name}_seal(${block->c_name}_t *block)
{
    block->bytes[${hex(block->version_offset)}u] = ${(unsigned)(version & 0xFF)}u;
    MR_SET_LE${crc_bits(block)}(1, block->bytes + ${hex(block->crc_offset)}u, ${block->c_name}_crc(block));
}
%% end

%% static template plain_ram(const schema_block_t *block)
/* Copies the place here, and back: only bytes that differ are written${block->guard ? ", the guard last" : ""}. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t ${block->c_name}_load(${block->c_name}_t *block${more_index(block)})
{
    mr_copy(block->bytes, ${block->c_name}_at(${pass_index(block)})->bytes, ${block->c_upper}_SIZE);
    return MR_OK;
}
static inline mr_status_t ${block->c_name}_flush(${block->c_name}_t *block${more_index(block)})
{
% if (block->guard) {
    ${block->c_name}_seal(block);
% }
    mr_copy_changed(${block->c_name}_at(${pass_index(block)})->bytes, block->bytes, ${block->c_upper}_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool ${block->c_name}_pending(const ${block->c_name}_t *block${more_index(block)})
{
    const ${block->c_name}_t *place = ${block->c_name}_at(${pass_index(block)});
% if (block->guard)
    return mr_differs(block->bytes, place->bytes, ${hex(block->version_offset)}u) || ${block->c_name}_check(place) != MR_OK;
% else {
    return mr_differs(block->bytes, place->bytes, ${block->c_upper}_SIZE);
% }
}
%% end

%% static template newest(const schema_block_t *block, const char *place)
/* The newer of the two copies that is whole: 0 or 1; 2 where neither is, and *found says why. */
static inline unsigned ${block->c_name}_newest(mr_status_t *found${more_index(block)})
{
    const ${block->c_name}_t *copies = ${block->c_name}_${place}(${pass_index(block)});
    mr_status_t first = ${block->c_name}_check(&copies[0]), second = ${block->c_name}_check(&copies[1]);
    *found = MR_OK;
    if (first == MR_OK && second == MR_OK)
        return (uint8_t)((unsigned)copies[1].bytes[${hex(block->sequence_offset)}u] - (unsigned)copies[0].bytes[${hex(block->sequence_offset)}u] - 1u) < 0x7Fu;
    if (first == MR_OK || second == MR_OK)
        return first != MR_OK;
    *found = first == second ? first : first == MR_FOREIGN || second == MR_FOREIGN ? MR_FOREIGN : MR_CORRUPT;
    return 2;
}
%% end

%% static template mirrored_ram(const schema_block_t *block)
% newest(out, block, "at");
/* Copies the newer copy here, and back over the older one, the guard last: a reset within a flush leaves the newer as it was.
 * Both go byte by byte: keep interrupts that use the place away from them. */
static inline mr_status_t ${block->c_name}_load(${block->c_name}_t *block${more_index(block)})
{
    mr_status_t found;
    unsigned newest = ${block->c_name}_newest(&found${pass_more(block)});
    mr_copy(block->bytes, ${block->c_name}_at(${pass_index(block)})[newest & 1u].bytes, ${block->c_upper}_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool ${block->c_name}_pending(const ${block->c_name}_t *block${more_index(block)})
{
    mr_status_t found;
    unsigned newest = ${block->c_name}_newest(&found${pass_more(block)});
    return newest == 2u || mr_differs(block->bytes, ${block->c_name}_at(${pass_index(block)})[newest].bytes, ${hex(block->sequence_offset)}u);
}
static inline mr_status_t ${block->c_name}_flush(${block->c_name}_t *block${more_index(block)})
{
    mr_status_t found;
    ${block->c_name}_t *copies = ${block->c_name}_at(${pass_index(block)});
    unsigned newest = ${block->c_name}_newest(&found${pass_more(block)}), older = newest == 0u;
    if (!${block->c_name}_pending(block${pass_more(block)}))
        return MR_OK;
% if (moves_copies(block)) {
    if (newest == 2u)
        (void)${block->c_name}_make_room(${pass_index(block)});
% }
% if (needs_room(block)) {
    if (newest == 2u)
        older = ${block->c_name}_free(${pass_index(block)});
% }
    block->bytes[${hex(block->sequence_offset)}u] = newest == 2u ? 0u : (uint8_t)(copies[newest].bytes[${hex(block->sequence_offset)}u] + 1u);
    ${block->c_name}_seal(block);
    mr_copy_changed(copies[older].bytes, block->bytes, ${block->c_upper}_SIZE);
    return MR_OK;
}
%% end

%/* ---- rows */

%/* Of the first element's first byte in its region. */
%static void put_region_offset(text_t *out, const schema_block_t *block)
%{
%    text_format(out, "0x%llXu", (unsigned long long)block->region_offset);
%    if (block->count)
%        text_format(out, " + i * 0x%llXu", (unsigned long long)block->stride_bytes);
%}

%static void put_array(text_t *out, const schema_block_t *block)
%{
%    if (block->count)
%        text_format(out, "[%u]", block->count);
%}

%static void put_state(text_t *out, const schema_block_t *block, const char *what)
%{
%    text_format(out, "&%s_%s%s", block->c_name, what, block->count ? "[i]" : "");
%}

%% static template row(const schema_block_t *block)
/* What the row holds, with what a failed flush left waiting${block->is_mirrored ? ": the first copy, the second behind it" : ""}. */
MR_INLINE const ${block->c_name}_t *${block->c_name}_held(${only_index(block)}) { \
% if (block->count) {
MR_CHECK(i < ${block->count}u); \
% }
return (const ${block->c_name}_t *)(const void *)(${block->region_c_name}_row.buffer + \
% put_region_offset(out, block);
); }
% if (block->is_mirrored)
%     mirrored_row(out, block);
% else
%     plain_row(out, block);
/* Makes the block's bytes 0xFF, as new ones are. Fails as flush. */
static inline mr_status_t ${block->c_name}_erase(${only_index(block)}) { return mr_row_wipe(&${block->region_c_name}_row, \
% put_region_offset(out, block);
, ${block->footprint_bytes}u); }
%% end

%% static template plain_row(const schema_block_t *block)
/* Copies the block from the row, and back: programs what differs${block->guard ? ", the guard last" : ""}; erases only where a bit must rise, and
 * carries over what else lies in that erase unit. MR_BUSY, MR_LOCKED, MR_IN_INTERRUPT: nothing is changed; MR_ERROR,
 * MR_WORN: the part does not hold it, and the next flush tries again. */
static inline mr_status_t ${block->c_name}_load(${block->c_name}_t *block${more_index(block)})
{
    mr_copy(block->bytes, ${block->c_name}_held(${pass_index(block)})->bytes, ${block->c_upper}_SIZE);
    return MR_OK;
}
static inline mr_status_t ${block->c_name}_flush(${block->c_name}_t *block${more_index(block)})
{
% if (block->guard) {
    ${block->c_name}_seal(block);
% }
    return mr_row_bring(&${block->region_c_name}_row, \
% put_region_offset(out, block);
, block->bytes, ${block->c_upper}_SIZE);
}
/* What a flush would cost now. */
static inline mr_status_t ${block->c_name}_plan(const ${block->c_name}_t *block, mr_row_plan_t *plan${more_index(block)})
{
    ${block->c_name}_t image = *block;
% if (block->guard) {
    ${block->c_name}_seal(&image);
% }
    return mr_row_plan_of(&${block->region_c_name}_row, \
% put_region_offset(out, block);
, image.bytes, ${block->c_upper}_SIZE, plan);
}
/* Would a flush change anything? */
static inline bool ${block->c_name}_pending(const ${block->c_name}_t *block${more_index(block)})
{
    const ${block->c_name}_t *held = ${block->c_name}_held(${pass_index(block)});
% if (block->guard) {
    return mr_differs(block->bytes, held->bytes, ${hex(block->version_offset)}u) || ${block->c_name}_check(held) != MR_OK
% } else {
    return mr_differs(block->bytes, held->bytes, ${block->c_upper}_SIZE)
% }
        || mr_row_pending(&${block->region_c_name}_row) != 0;
}
%% end

%% static template mirrored_row(const schema_block_t *block)
% newest(out, block, "held");
/* Copies the newer copy from the row, and back over the older one, the guard last. An interrupted flush leaves the newer as
 * it was\
% if (block->copies_share_unit) {
, unless it had to erase: both copies lie in one erase unit\
% }
. A flush that fails changes nothing. */
static inline mr_status_t ${block->c_name}_load(${block->c_name}_t *block${more_index(block)})
{
    mr_status_t found;
    unsigned newest = ${block->c_name}_newest(&found${pass_more(block)});
    mr_copy(block->bytes, ${block->c_name}_held(${pass_index(block)})[newest & 1u].bytes, ${block->c_upper}_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool ${block->c_name}_pending(const ${block->c_name}_t *block${more_index(block)})
{
    mr_status_t found;
    unsigned newest = ${block->c_name}_newest(&found${pass_more(block)});
    return newest == 2u || mr_differs(block->bytes, ${block->c_name}_held(${pass_index(block)})[newest].bytes, ${hex(block->sequence_offset)}u);
}
/* Seals the block as the next copy, and says which one of the row's it takes the place of. */
static inline mr_row_turn_t ${block->c_name}_turn(${block->c_name}_t *block${more_index(block)})
{
    const ${block->c_name}_t *held = ${block->c_name}_held(${pass_index(block)});
    mr_status_t found;
    unsigned newest = ${block->c_name}_newest(&found${pass_more(block)}), older = newest == 0u;
    mr_row_turn_t turn;
% if (needs_room(block)) {
    if (newest == 2u)
        older = ${block->c_name}_free(${pass_index(block)});
% }
    turn.length = ${block->c_upper}_SIZE;
    turn.older = (uint16_t)(\
% put_region_offset(out, block);
 + older * ${block->c_upper}_SIZE);
    turn.newer = newest == 2u ? turn.older : (uint16_t)(\
% put_region_offset(out, block);
 + newest * ${block->c_upper}_SIZE);
    turn.is_older_whole = ${block->c_name}_check(&held[older]) == MR_OK;
    block->bytes[${hex(block->sequence_offset)}u] = newest == 2u ? 0u : (uint8_t)(held[newest].bytes[${hex(block->sequence_offset)}u] + 1u);
    ${block->c_name}_seal(block);
    return turn;
}
static inline mr_status_t ${block->c_name}_flush(${block->c_name}_t *block${more_index(block)})
{
    mr_row_turn_t turn;
    int done;
% if (moves_copies(block)) {
    mr_status_t found;
% }
    if (!${block->c_name}_pending(block${pass_more(block)}))
        return MR_OK;
% if (moves_copies(block)) {
    if (${block->c_name}_newest(&found${pass_more(block)}) == 2u) {
        mr_status_t status = ${block->c_name}_make_room(${pass_index(block)});
        if (status < MR_OK)
            return status;
    }
% }
    turn = ${block->c_name}_turn(block${pass_more(block)});
    done = mr_row_turn(&${block->region_c_name}_row, &turn, block->bytes);
    return done < 0 ? (mr_status_t)done : MR_OK;
}
/* What a flush would cost now. */
static inline mr_status_t ${block->c_name}_plan(const ${block->c_name}_t *block, mr_row_plan_t *plan${more_index(block)})
{
    ${block->c_name}_t image = *block;
    mr_row_turn_t turn;
    plan->erases = plan->programmed_bytes = 0;
    if (!${block->c_name}_pending(block${pass_more(block)}))
        return MR_OK;
    turn = ${block->c_name}_turn(&image${pass_more(block)});
    mr_row_turn_plan(&${block->region_c_name}_row, &turn, image.bytes, plan);
    return MR_OK;
}
%% end

%% static template flash(const schema_block_t *block)
MR_EXTERN mr_flash_block_t ${block->c_name}_state\
% put_array(out, block);
;   /* both in the glue */
MR_EXTERN const mr_flash_block_config_t ${block->c_name}_setup\
% put_array(out, block);
;

% migrations(out, block);
/* Finds the newest copy in flash and loads it; says what was found; where that is not MR_OK${block->migration_count ? " or MR_MIGRATED" : ""}, the defaults are set. Where the
 * last flush was cut just before its end, this completes it. Call it first: until then there is no copy, and flush and
 * erase refuse with MR_BAD_ARGUMENT. None of these from an interrupt. */
static inline mr_status_t ${block->c_name}_open(${block->c_name}_t *block${more_index(block)})
{
    mr_status_t found = mr_flash_block_open(\
% put_state(out, block, "state");
, \
% put_state(out, block, "setup");
, block->bytes);
% if (block->guard) {
    if (found == MR_OK)
        found = ${block->c_name}_check(block);
% }
% if (block->migration_count) {
    if (found != MR_OK && ${block->c_name}_migrate(block${pass_more(block)}) == MR_MIGRATED)
        return MR_MIGRATED;
% }
    if (found != MR_OK)
        ${block->c_name}_defaults(block);
    return found;
}
/* Reads the newest copy again. MR_NOT_FOUND: there is none. */
static inline mr_status_t ${block->c_name}_load(${block->c_name}_t *block${more_index(block)}) { return mr_flash_block_load(\
% put_state(out, block, "state");
, block->bytes); }
/* Appends a copy where the block differs from the newest one. Whenever power fails, the old or the new one is there whole. */
static inline mr_status_t ${block->c_name}_flush(${block->c_name}_t *block${more_index(block)})
{
% if (block->guard) {
    ${block->c_name}_seal(block);
% }
    return mr_flash_block_flush(\
% put_state(out, block, "state");
, block->bytes);
}
/* Would a flush change anything? */
static inline bool ${block->c_name}_pending(const ${block->c_name}_t *block${more_index(block)})
{
% if (block->guard) {
    ${block->c_name}_t image = *block;
    ${block->c_name}_seal(&image);
    return mr_flash_block_is_pending(\
% put_state(out, block, "state");
, image.bytes);
% } else {
    return mr_flash_block_is_pending(\
% put_state(out, block, "state");
, block->bytes);
% }
}
/* Forgets all copies, each by an erase: the next open finds MR_FRESH. */
static inline mr_status_t ${block->c_name}_erase(${only_index(block)}) { return mr_flash_block_erase(\
% put_state(out, block, "state");
); }
%% end

%% static template bus_callbacks(const schema_block_t *block)
/* The program defines these two; offsets are from the region's start. */
MR_EXTERN mr_status_t ${block->region_c_name}_read(uint32_t offset, uint8_t *bytes, uint32_t count);
MR_EXTERN mr_status_t ${block->region_c_name}_write(uint32_t offset, const uint8_t *bytes, uint32_t count);
%% end

%% static template bus(const schema_block_t *block)
% if (block->is_mirrored) {
%     mirrored_bus(out, block);
%     return;
% }
static inline mr_status_t ${block->c_name}_load(${block->c_name}_t *block${more_index(block)})
{
    mr_status_t status = ${block->region_c_name}_read(\
% put_region_offset(out, block);
, block->bytes, ${block->c_upper}_SIZE);
    if (status >= MR_OK)
        mr_copy(block->stored, block->bytes, ${block->c_upper}_SIZE);
    return status;
}
/* Writes only the runs of bytes that differ from what was loaded or written last${block->guard ? ", the guard last" : ""}. */
static inline mr_status_t ${block->c_name}_flush(${block->c_name}_t *block${more_index(block)})
{
% if (block->guard) {
    ${block->c_name}_seal(block);
% }
    return mr_flush_runs(${block->region_c_name}_write, \
% put_region_offset(out, block);
, block->bytes, block->stored, ${block->c_upper}_SIZE, ${block->region->transfer_cost_bytes}u);
}
/* Would a flush change anything? */
static inline bool ${block->c_name}_pending(const ${block->c_name}_t *block)
{
    return mr_differs(block->bytes, block->stored, \
% if (block->guard)
${hex(block->version_offset)}u);
% else {
${block->c_upper}_SIZE);
% }
}
%% end

%% static template mirrored_bus(const schema_block_t *block)
/* Reads both copies: the newer one that is whole into block->bytes, the other into block->stored; *newest is 0 or 1, or 2
 * where neither is whole, and *found says why. */
static inline mr_status_t ${block->c_name}_read_copies(${block->c_name}_t *block, mr_status_t *found, unsigned *newest${more_index(block)})
{
    mr_status_t first, second;
    mr_status_t status = ${block->region_c_name}_read(\
% put_region_offset(out, block);
, block->bytes, ${block->c_upper}_SIZE);
    if (status < MR_OK)
        return status;
    first = ${block->c_name}_check(block);
    mr_copy(block->stored, block->bytes, ${block->c_upper}_SIZE);
    status = ${block->region_c_name}_read(\
% put_region_offset(out, block);
 + ${block->c_upper}_SIZE, block->bytes, ${block->c_upper}_SIZE);
    if (status < MR_OK)
        return status;
    second = ${block->c_name}_check(block);
    *found = MR_OK;
    if (first == MR_OK && second == MR_OK) {
        *newest = (uint8_t)((unsigned)block->bytes[${hex(block->sequence_offset)}u] - (unsigned)block->stored[${hex(block->sequence_offset)}u] - 1u) < 0x7Fu;
    } else if (first == MR_OK || second == MR_OK) {
        *newest = first != MR_OK;
    } else {
        *newest = 2;
        *found = first == second ? first : first == MR_FOREIGN || second == MR_FOREIGN ? MR_FOREIGN : MR_CORRUPT;
    }
    if (*newest == 0u)
        mr_swap(block->bytes, block->stored, ${block->c_upper}_SIZE);
    return MR_OK;
}
/* Reads the newer copy, and writes over the older one only the runs of bytes that differ, the guard last: an interrupted
 * flush leaves the newer as it was. Both read the two copies. */
static inline mr_status_t ${block->c_name}_load(${block->c_name}_t *block${more_index(block)})
{
    mr_status_t found;
    unsigned newest;
    mr_status_t status = ${block->c_name}_read_copies(block, &found, &newest${pass_more(block)});
    if (status >= MR_OK)
        mr_copy(block->stored, block->bytes, ${block->c_upper}_SIZE);
    return status;
}
static inline mr_status_t ${block->c_name}_flush(${block->c_name}_t *block${more_index(block)})
{
    ${block->c_name}_t device;
    mr_status_t found;
    unsigned newest;
    mr_status_t status = ${block->c_name}_read_copies(&device, &found, &newest${pass_more(block)});
    if (status < MR_OK)
        return status;
    if (newest == 2u || mr_differs(block->bytes, device.bytes, ${hex(block->sequence_offset)}u)) {
        block->bytes[${hex(block->sequence_offset)}u] = newest == 2u ? 0u : (uint8_t)(device.bytes[${hex(block->sequence_offset)}u] + 1u);
        ${block->c_name}_seal(block);
% if (moves_copies(block)) {
        if (newest == 2u) {
            status = ${block->c_name}_make_room(${pass_index(block)});
            if (status < MR_OK)
                return status;
        }
% }
% if (needs_room(block)) {
        if (newest == 2u && ${block->c_name}_free(${pass_index(block)}) == 1u) {
            newest = 0;
            mr_swap(device.bytes, device.stored, ${block->c_upper}_SIZE);
        }
% }
        status = mr_flush_runs(${block->region_c_name}_write, \
% put_region_offset(out, block);
 + (newest == 0u ? ${block->c_upper}_SIZE : 0u), block->bytes, device.stored, ${block->c_upper}_SIZE, ${block->region->transfer_cost_bytes}u);
    }
    if (status >= MR_OK)
        mr_copy(block->stored, block->bytes, ${block->c_upper}_SIZE);
    return status;
}
/* Does this differ from what was loaded or written last? */
static inline bool ${block->c_name}_pending(const ${block->c_name}_t *block)
{
    return mr_differs(block->bytes, block->stored, ${hex(block->sequence_offset)}u);
}
%% end

%% static template unguarded_open(const schema_block_t *block)
% if (block->kind != REGION_USERROW && block->kind != REGION_EEPROM) {
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t ${block->c_name}_open(${block->c_name}_t *block${more_index(block)})
{
    return ${block->c_name}_load(block${pass_more(block)});
}
%     return;
% }
/* Loads. MR_FRESH where all bytes are 0xFF, as erased ones are: the defaults are set then. */
static inline mr_status_t ${block->c_name}_open(${block->c_name}_t *block${more_index(block)})
{
    mr_status_t status = ${block->c_name}_load(block${pass_more(block)});
    if (status != MR_OK || !mr_is_filled(block->bytes, 0xFF, ${block->c_upper}_SIZE))
        return status;
    ${block->c_name}_defaults(block);
    return MR_FRESH;
}
%% end

%% static template open(const schema_block_t *block)
% if (!block->guard) {
%     unguarded_open(out, block);
%     return;
% }
/* Loads, and says what was found; where that is neither MR_OK${block->migration_count ? ", MR_MIGRATED" : ""} nor an error of the transfer, the defaults are set. */
static inline mr_status_t ${block->c_name}_open(${block->c_name}_t *block${more_index(block)})
{
% if (block->is_mirrored && block->kind == REGION_BUS) {
    mr_status_t found;
    unsigned newest;
    mr_status_t status = ${block->c_name}_read_copies(block, &found, &newest${pass_more(block)});
    if (status < MR_OK)
        return status;
    mr_copy(block->stored, block->bytes, ${block->c_upper}_SIZE);
% } else if (block->is_mirrored) {
    mr_status_t found;
    (void)${block->c_name}_newest(&found${pass_more(block)});
    (void)${block->c_name}_load(block${pass_more(block)});
% } else {
    mr_status_t found = ${block->c_name}_load(block${pass_more(block)});
    if (found < MR_OK)
        return found;
    found = ${block->c_name}_check(block);
% }
% if (block->migration_count) {
    if (found != MR_OK) {
        mr_status_t migrated = ${block->c_name}_migrate(block${pass_more(block)});
        if (migrated != MR_NOT_FOUND)
            return migrated;
    }
% }
    if (found != MR_OK)
        ${block->c_name}_defaults(block);
    return found;
}
%% end

%% static template transfer(const schema_t *schema, const schema_block_t *block, accessors_t accessors)
% bool is_row = block->kind == REGION_USERROW || block->kind == REGION_EEPROM;
% if ((is_row || block->kind == REGION_FLASH) && accessors != ACCESSORS_FIELDS)
%     return;
% if (block->guard != GUARD_NONE)
% check(out, block, schema->version);
% if (block->kind == REGION_BUS)
% bus_callbacks(out, block);
% if (block->kind != REGION_FLASH)
%     migrations(out, block);
% if (block->kind == REGION_RAM) {
%     if (block->is_mirrored)
%         mirrored_ram(out, block);
%     else
%         plain_ram(out, block);
%     open(out, block);
% } else if (block->kind == REGION_BUS) {
%     bus(out, block);
%     open(out, block);
% } else if (is_row) {
%     row(out, block);
%     open(out, block);
% } else if (block->kind == REGION_FLASH) {
%     flash(out, block);
% }
%% end

%% template byte_block(const schema_t *schema, const schema_block_t *block, accessors_t accessors)

% block_table(out, block);
#define ${block->c_upper}_SIZE ${block->size_bytes}u
% if (block->count) {
#define ${block->c_upper}_COUNT ${block->count}u
#define ${block->c_upper}_STRIDE ${hex(block->stride_bytes)}u
% }
% if (block->has_address) {
#ifndef ${block->c_upper}_ADDRESS
#define ${block->c_upper}_ADDRESS ${hex_wide(block->address, 4)}\
%     text_put_string(out, block->address > UINT32_MAX ? "ull\n" : "u\n");
#endif
% }
% if (accessors == ACCESSORS_NONE) {
%     for (size_t index = 0; index < block->field_count; index++)
%         field_constants(out, block, &block->fields[index]);
%     return;
% }
% put_doc(out, block->name.doc);
% block_type(out, block);
% at(out, block);
% defaults(out, block);
% transfer(out, schema, block, accessors);
% for (size_t index = 0; index < block->field_count; index++) {
%     field_constants(out, block, &block->fields[index]);
%     if (accessors == ACCESSORS_FIELDS)
%         field_accessors(out, block, &block->fields[index]);
% }
% if (accessors == ACCESSORS_FIELDS)
% for (size_t index = 0; index < block->part_count; index++)
% part_accessors(out, block, &block->parts[index]);
%% end
