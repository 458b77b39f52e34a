%// One register block: its schema goes in; constants, value types and accessors come out.
%#include "templates.h"

%static int hex_digits(const schema_register_t *owner) { return (int)owner->width_bits / 4; }

%static const char *suffix(const schema_register_t *owner) { return owner->width_bits == 64 ? "ull" : "u"; }

%/* All bits of the register but these. */
%static uint64_t others(const schema_register_t *owner, uint64_t mask)
%{
%    return ~mask & (UINT64_MAX >> (64 - owner->width_bits));
%}

%/* What stands between the braces of a function before the rest: the check of indices. */
%static void put_check(text_t *out, const char *condition)
%{
%    if (!condition)
%        return;
%    text_put_string(out, "MR_CHECK(");
%    text_put_string(out, condition);
%    text_put_string(out, "); ");
%}

%static const char *parameters(const schema_register_t *owner) { return *owner->parameters ? owner->parameters : "void"; }

%static const char *comma(const char *list) { return *list ? ", " : ""; }

%static void put_place(text_t *out, const schema_register_t *owner)
%{
%    const char *type = owner->bits_count ? owner->c_word : owner->type.kind == VALUE_ENUM ? owner->c_word : owner->c_type;
%    if (*owner->element)
%        text_format(out, "MR_REGISTERS(%s, %uu, %s)%s", type, (unsigned)owner->row_words, owner->address, owner->element);
%    else
%        text_format(out, "MR_REGISTER(%s, %s)", type, owner->byte_address);
%}

%static void put_read(text_t *out, const schema_register_t *owner)
%{
%    if (owner->width_bits == 64)
%        text_format(out, "mr_read_64((uintptr_t)(%s))", owner->byte_address);
%    else
%        put_place(out, owner);
%}

%static void put_write(text_t *out, const schema_register_t *owner, const char *word)
%{
%    if (owner->width_bits == 64) {
%        text_format(out, "mr_write_64((uintptr_t)(%s), %s);", owner->byte_address, word);
%        return;
%    }
%    put_place(out, owner);
%    text_format(out, " = %s;", word);
%}

%% static template put_suppression(const schema_register_t *owner)
% if (owner->is_at_zero) {
/* cppcheck-suppress nullPointer */
% }
%% end

%% static template plain_register(const schema_register_t *owner)
% bool is_cast = owner->type.kind == VALUE_ENUM || (owner->width_bits == 64 && owner->type.is_signed);
% if (owner->is_readable) {
%     put_suppression(out, owner);
MR_INLINE ${owner->c_type} ${owner->c_name}_read(${parameters(owner)}) { \
%     put_check(out, owner->index_check);
return \
%     if (is_cast)
(${owner->c_type})\
%     put_read(out, owner);
; }
% }
% if (owner->is_writable) {
%     put_suppression(out, owner);
MR_INLINE void ${owner->c_name}_write(${owner->parameters}${comma(owner->parameters)}${owner->c_type} value) { \
%     put_check(out, owner->index_check);
%     put_write(out, owner, is_cast ? owner->width_bits == 64 ? "(uint64_t)value" : owner->width_bits == 8 ? "(uint8_t)value" : owner->width_bits == 16 ? "(uint16_t)value" : "(uint32_t)value" : "value");
 }
% }
%% end

%% static template edit(const schema_register_t *owner)
% uint64_t zero = owner->neutral_zero_mask, one = owner->neutral_one_mask;
% if (!zero && !one) {
MR_INLINE ${owner->c_type} ${owner->c_name}_edit(${parameters(owner)}) { return ${owner->c_name}_read(${owner->arguments}); }
%     return;
% }
MR_INLINE ${owner->c_type} ${owner->c_name}_edit(${parameters(owner)})
{
    ${owner->c_type} value = ${owner->c_name}_read(${owner->arguments});
% if (zero && one)
    value.bits = (${owner->c_word})((value.bits & ${hex_wide(others(owner, zero), hex_digits(owner))}${suffix(owner)}) | ${hex_wide(one, hex_digits(owner))}${suffix(owner)});
% else if (zero)
    value.bits = (${owner->c_word})(value.bits & ${hex_wide(others(owner, zero), hex_digits(owner))}${suffix(owner)});
% else {
    value.bits = (${owner->c_word})(value.bits | ${hex_wide(one, hex_digits(owner))}${suffix(owner)});
% }
    return value;
}
%% end

%% static template whole_register(const schema_register_t *owner)
typedef struct { ${owner->c_word} bits; } ${owner->c_type};
MR_ASSERT(${owner->c_name}, sizeof(${owner->c_type}) == ${owner->width_bits / 8}u);
% if (owner->is_readable) {
%     put_suppression(out, owner);
MR_INLINE ${owner->c_type} ${owner->c_name}_read(${parameters(owner)}) { \
%     put_check(out, owner->index_check);
${owner->c_type} value = { \
%     put_read(out, owner);
 }; return value; }
% }
% if (owner->is_writable) {
%     put_suppression(out, owner);
MR_INLINE void ${owner->c_name}_write(${owner->parameters}${comma(owner->parameters)}${owner->c_type} value) { \
%     put_check(out, owner->index_check);
%     put_write(out, owner, "value.bits");
 }
% }
% if (owner->is_readable && owner->is_writable)
% edit(out, owner);
%% end

%static bool is_flag(write_kind_t write)
%{
%    return write == WRITE_1_CLEARS || write == WRITE_0_CLEARS || write == WRITE_1_TOGGLES;
%}

%static bool is_with(const schema_register_t *owner, const schema_bits_t *bits)
%{
%    return owner->is_writable && bits->access.write != WRITE_NONE;
%}

%static bool is_got(const schema_bits_t *bits) { return bits->access.read != READ_NONE; }

%/* 8, or for an element of an array 8u + i * 2u. */
%% static template put_bit(const schema_bits_t *bits, unsigned position)
${position}\
% if (bits->array_length) {
u + ${bits->index_argument + 2} * ${bits->type.width_bits}u\
% }
%% end

%static const char *get_macro(const schema_register_t *owner, const schema_bits_t *bits)
%{
%    bool is_long = owner->width_bits == 64 && strcmp(bits->word, "value.bits") == 0;
%    switch (bits->form) {
%    case BITS_SIGNED: return is_long ? "MR_BITS_SIGNED_64" : "MR_BITS_SIGNED";
%    case BITS_ENUM: return is_long || bits->array_length ? "MR_BITS_CAST" : "MR_BITS_ENUM";
%    case BITS_CROSSING: return "MR_BITS_CROSSING";
%    default: return "MR_BITS";
%    }
%}

%% static template put_get(const schema_register_t *owner, const schema_bits_t *bits)
% if (bits->form == BITS_BOOL) {
MR_BIT(${bits->word}, \
% } else {
${get_macro(owner, bits)}(${bits->c_type}, ${bits->word}, \
% }
% put_bit(out, bits, bits->word_position);
% if (bits->form != BITS_BOOL) {
, ${bits->type.width_bits}\
% }
)\
%% end

%% static template put_with(const schema_register_t *owner, const schema_bits_t *bits)
${owner->width_bits == 64 || bits->array_length ? "MR_WITH_MASK" : "MR_WITH"}(${owner->c_word}, value.bits, \
% put_bit(out, bits, bits->position);
, ${bits->type.width_bits}, ${is_c_enum(&bits->type) ? "mr_any((uint32_t)to)" : "to"})\
%% end

%/* The value from which a set starts: what was read, or neutral bits where none must be kept. */
%static void put_start(text_t *out, const schema_register_t *owner, const schema_bits_t *bits)
%{
%    if (bits->set_needs_read)
%        text_format(out, "%s value = %s_edit(%s); ", owner->c_type, owner->c_name, owner->arguments);
%    else
%        text_format(out, "%s value = { 0x%llX%s }; ", owner->c_type, (unsigned long long)owner->neutral_one_mask, suffix(owner));
%}

%static void put_mask(text_t *out, const schema_register_t *owner, const schema_bits_t *bits)
%{
%    if (bits->array_length) {
%        text_format(out, "MR_MASK(%s, ", owner->c_word);
%        put_bit(out, bits, bits->word_position);
%        text_format(out, ", %u)", bits->type.width_bits);
%    } else {
%        text_put_hex(out, hex_wide(bits->mask, hex_digits(owner)));
%        text_put_string(out, suffix(owner));
%    }
%}

%/* The parameters of a function on one field: the register's indices, the field's, and `to` where it has a type. */
%static void put_list(text_t *out, const schema_register_t *owner, const schema_bits_t *bits, const char *to_type)
%{
%    const char *index = *bits->index ? bits->index + 2 : "";
%    bool has_list = *owner->parameters || *index;
%    text_put_string(out, owner->parameters);
%    if (*owner->parameters && *index)
%        text_put_string(out, ", ");
%    text_put_string(out, index);
%    if (to_type) {
%        text_put_string(out, has_list ? ", " : "");
%        text_put_string(out, to_type);
%        text_put_string(out, " to");
%    } else if (!has_list) {
%        text_put_string(out, "void");
%    }
%}

%/* A store to a window of the region: up to the word stored, and what follows it. */
%% static template put_alias(const schema_register_t *owner, const char *offset)
% if (owner->width_bits == 64) {
mr_write_64((uintptr_t)(${owner->byte_address} + ${offset}), \
% } else {
MR_REGISTER(${owner->c_word}, ${owner->byte_address} + ${offset}) = \
% }
%% end

%static const char *alias_end(const schema_register_t *owner) { return owner->width_bits == 64 ? ");" : ";"; }

%% static template set_by_alias(const schema_block_t *block, const schema_register_t *owner, const schema_bits_t *bits)
% const schema_region_t *region = block->region;
% char window[64];
MR_INLINE void ${owner->c_name}_set_${bits->name.snake}(\
% put_list(out, owner, bits, bits->c_type);
) { \
% put_check(out, owner->index_check);
% put_check(out, bits->index_check);
% put_check(out, bits->value_check);
% if (bits->form == BITS_BOOL) {
%     snprintf(window, sizeof window, "(to ? 0x%llXu : 0x%llXu)", (unsigned long long)region->alias_set,
%              (unsigned long long)region->alias_clear);
%     put_alias(out, owner, window);
%     put_mask(out, owner, bits);
% } else {
%     snprintf(window, sizeof window, "0x%llXu", (unsigned long long)region->alias_xor);
%     put_alias(out, owner, window);
(${owner->c_word})((${owner->c_name}_read(${owner->arguments}).bits ^ (${owner->c_word})((${owner->c_word})to << (\
%     put_bit(out, bits, bits->position);
))) & \
%     put_mask(out, owner, bits);
)\
% }
${alias_end(owner)} }
%% end

%% static template set(const schema_block_t *block, const schema_register_t *owner, const schema_bits_t *bits)
% bool is_inverted = bits->access.write == WRITE_0_SETS;
% if (bits->set_uses_alias) {
%     set_by_alias(out, block, owner, bits);
%     return;
% }
MR_INLINE void ${owner->c_name}_set_${bits->name.snake}(\
% put_list(out, owner, bits, bits->c_type);
) { \
% if (bits->set_needs_read && !is_inverted && !*owner->arguments && !*bits->index) {
MR_SET(${owner->c_name}, ${bits->name.snake}, to); }
%     return;
% }
% if (bits->set_needs_read && !is_inverted) {
${owner->c_name}_write(${owner->arguments}${comma(owner->arguments)}${owner->c_name}_with_${bits->name.snake}(${owner->c_name}_edit(${owner->arguments})${bits->index_argument}, to)); }
%     return;
% }
% put_start(out, owner, bits);
% if (is_inverted) {
%     put_check(out, bits->index_check);
%     put_check(out, bits->value_check);
value.bits = MR_WITH_MASK(${owner->c_word}, value.bits, \
%     put_bit(out, bits, bits->position);
, ${bits->type.width_bits}, ~(${owner->c_word})to); ${owner->c_name}_write(${owner->arguments}${comma(owner->arguments)}value); }
%     return;
% }
${owner->c_name}_write(${owner->arguments}${comma(owner->arguments)}${owner->c_name}_with_${bits->name.snake}(value${bits->index_argument}, to)); }
%% end

%% static template flag(const schema_block_t *block, const schema_register_t *owner, const schema_bits_t *bits)
% bool is_toggle = bits->access.write == WRITE_1_TOGGLES || bits->access.write == WRITE_PLAIN;
% bool is_zero = bits->access.write == WRITE_0_CLEARS;
MR_INLINE void ${owner->c_name}_${is_toggle ? "toggle" : "clear"}_${bits->name.snake}(\
% put_list(out, owner, bits, NULL);
) { \
% put_check(out, bits->index_check);
% if (is_toggle && bits->toggle_uses_alias) {
%     char window[32];
%     snprintf(window, sizeof window, "0x%llXu", (unsigned long long)block->region->alias_xor);
%     put_alias(out, owner, window);
%     put_mask(out, owner, bits);
${alias_end(owner)} }
%     return;
% }
% if (bits->access.write == WRITE_PLAIN && !*owner->arguments && !*bits->index) {
MR_TOGGLE(${owner->c_name}, \
%     put_mask(out, owner, bits);
); }
%     return;
% }
% if (bits->access.write == WRITE_PLAIN) {
${owner->c_type} value = ${owner->c_name}_edit(${owner->arguments}); \
% } else {
%     if (!(owner->is_readable && owner->kept_mask)) {
${owner->c_type} value = { ${hex(owner->neutral_one_mask)}${suffix(owner)} }; \
%     } else {
${owner->c_type} value = ${owner->c_name}_edit(${owner->arguments}); \
%     }
% }
value.bits = (${owner->c_word})(value.bits ${bits->access.write == WRITE_PLAIN ? "^" : is_zero ? "&" : "|"} \
% if (is_zero && !bits->array_length) {
${hex_wide(others(owner, bits->mask), hex_digits(owner))}${suffix(owner)}\
% } else {
%     if (is_zero)
%         text_format(out, "(%s)~", owner->c_word);
%     put_mask(out, owner, bits);
% }
); ${owner->c_name}_write(${owner->arguments}${comma(owner->arguments)}value); }
%% end

%% static template bit_accessors(const schema_block_t *block, const schema_register_t *owner, const schema_bits_t *bits)
% const char *snake = bits->name.snake;
% if (is_got(bits)) {
MR_INLINE ${bits->c_type} ${owner->c_name}_get_${snake}(${owner->c_type} value${bits->index}) { \
%     put_check(out, bits->index_check);
return \
%     put_get(out, owner, bits);
; }
% }
% if (is_with(owner, bits)) {
MR_INLINE ${owner->c_type} ${owner->c_name}_with_${snake}(${owner->c_type} value${bits->index}, ${bits->c_type} to) { \
%     put_check(out, bits->index_check);
%     put_check(out, bits->value_check);
value.bits = \
%     put_with(out, owner, bits);
; return value; }
% }
% if (is_got(bits) && owner->is_readable) {
MR_INLINE ${bits->c_type} ${owner->c_name}_read_${snake}(\
%     put_list(out, owner, bits, NULL);
) { return \
%     if (bits->form == BITS_CROSSING)
MR_READ_CROSSING(${bits->c_type}, ${owner->byte_address}, ${bits->position}, ${bits->type.width_bits}); }
%     else if (!*owner->arguments && !*bits->index)
MR_READ(${owner->c_name}, ${snake}); }
%     else
${owner->c_name}_get_${snake}(${owner->c_name}_read(${owner->arguments})${bits->index_argument}); }
% }
% if (!is_with(owner, bits))
%     return;
% if (!is_flag(bits->access.write))
% set(out, block, owner, bits);
% if (is_flag(bits->access.write) || (bits->form == BITS_BOOL && bits->access.write == WRITE_PLAIN && is_got(bits) && owner->is_readable))
% flag(out, block, owner, bits);
%% end

%% static template bit_constants(const schema_register_t *owner, const schema_bits_t *bits)
% put_doc(out, bits->name.doc);
#define ${owner->c_upper}_${bits->name.upper}_Pos ${bits->position}u
#define ${owner->c_upper}_${bits->name.upper}_Msk ${hex_wide(bits->mask, hex_digits(owner))}${suffix(owner)}
% if (bits->array_length) {
#define ${owner->c_upper}_${bits->name.upper}_COUNT ${bits->array_length}u
% }
%% end

%/* Of a register that is an array itself, or that stands in a group which is one: the innermost array's. */
%static void put_own_count(text_t *out, const schema_block_t *block, const schema_register_t *owner)
%{
%    if (owner->index_count <= (block->count != 0))
%        return;
%    const schema_index_t *own = &owner->indices[owner->index_count - 1];
%    text_format(out, "#define %s_COUNT %uu\n", owner->c_upper, (unsigned)own->count);
%    text_format(out, "#define %s_STRIDE 0x%llXu\n", owner->c_upper, (unsigned long long)own->stride_bits / 8);
%}

%% static template register_text(const schema_block_t *block, const schema_register_t *owner, accessors_t accessors)

% put_doc(out, owner->name.doc);
#define ${owner->c_upper}_OFFSET ${hex_wide(owner->byte_offset, 2)}u
% put_own_count(out, block, owner);
% if (owner->has_reset)
#define ${owner->c_upper}_RESET ${hex_wide(owner->reset, hex_digits(owner))}${suffix(owner)}
% if (accessors != ACCESSORS_NONE && !owner->bits_count)
% plain_register(out, owner);
% if (accessors != ACCESSORS_NONE && owner->bits_count)
% whole_register(out, owner);
% for (size_t index = 0; index < owner->bits_count; index++) {
%     bit_constants(out, owner, &owner->bits[index]);
%     if (accessors == ACCESSORS_FIELDS)
%         bit_accessors(out, block, owner, &owner->bits[index]);
% }
%% end

%% template register_block(const schema_t *schema, const schema_block_t *block, accessors_t accessors)
% (void)schema;

% block_table(out, block);
% put_doc(out, block->name.doc);
#ifndef ${block->c_upper}_BASE
#define ${block->c_upper}_BASE ${hex_wide(block->address, 8)}\
% text_put_string(out, block->address > UINT32_MAX ? "ull\n" : "u\n");
#endif
% if (block->count) {
#define ${block->c_upper}_COUNT ${block->count}u
#define ${block->c_upper}_STRIDE ${hex(block->stride_bytes)}u
% }
% for (size_t index = 0; index < block->register_count; index++)
% register_text(out, block, &block->registers[index], accessors);
%% end
