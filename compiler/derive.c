/* A placed schema goes in; C names, types, expressions and forms of access come out in it. See derive.h. */
#include "derive.h"

#include <string.h>

#include "text.h"

static const char *const unsigned_types[] = { "uint8_t", "uint16_t", "uint32_t", "uint64_t" };
static const char *const signed_types[] = { "int8_t", "int16_t", "int32_t", "int64_t" };
static const char *const index_names[] = { "i", "j", "k", "l", "m", "n" };

enum { INDEX_NAMES = sizeof index_names / sizeof *index_names };

static unsigned size_step(unsigned bits) { return bits <= 8 ? 0 : bits <= 16 ? 1 : bits <= 32 ? 2 : 3; }

/* ---- text */

/* Expressions are short: they are put together on the stack, and only a long one moves to the heap. */
enum { EXPRESSION_BYTES = 256 };

static void append_index_name(text_t *text, unsigned position)
{
    if (position < INDEX_NAMES)
        text_put_string(text, index_names[position]);
    else
        text_format(text, "i%u", position);
}

/* ---- indices */

/* "unsigned i, unsigned j", each with `before` in front. */
static const char *index_list(arena_t *arena, unsigned count, const char *type, bool is_leading_comma)
{
    char chars[EXPRESSION_BYTES];
    text_t list = TEXT_IN(chars);
    for (unsigned position = 0; position < count; position++) {
        if (position || is_leading_comma)
            text_put_string(&list, ", ");
        text_put_string(&list, type);
        append_index_name(&list, position);
    }
    return text_take(&list, arena);
}

static const char *index_condition(arena_t *arena, const schema_index_t *indices, unsigned count)
{
    char chars[EXPRESSION_BYTES];
    text_t condition = TEXT_IN(chars);
    for (unsigned position = 0; position < count; position++) {
        text_put_string(&condition, position ? " && " : "");
        append_index_name(&condition, position);
        text_format(&condition, " < %uu", indices[position].count);
    }
    return count ? text_take(&condition, arena) : NULL;
}

static void append_strides(text_t *text, const schema_index_t *indices, unsigned count)
{
    for (unsigned position = 0; position < count; position++) {
        text_put_string(text, " + ");
        append_index_name(text, position);
        if (indices[position].stride_bits != 8)
            text_format(text, " * %lluu", (unsigned long long)(indices[position].stride_bits / 8));
    }
}

/* " + 0x11u + i * 8u" */
static const char *byte_offset_text(arena_t *arena, uint64_t offset, const schema_index_t *indices, unsigned count)
{
    char chars[EXPRESSION_BYTES];
    text_t text = TEXT_IN(chars);
    if (offset)
        text_format(&text, " + 0x%llXu", (unsigned long long)offset);
    append_strides(&text, indices, count);
    return text_take(&text, arena);
}

/* ---- types and limits */

static const char *value_type(arena_t *arena, const schema_t *schema, const schema_type_t *type)
{
    unsigned step = size_step(type->storage_bits ? type->storage_bits : type->width_bits);
    switch (type->kind) {
    case VALUE_BOOL: return "bool";
    case VALUE_SIGNED: return signed_types[step];
    case VALUE_FLOAT: return type->width_bits == 64 ? "mr_double_t" : "float";
    case VALUE_ENUM: return arena_format(arena, "%s_%s_t", schema->prefix, type->enumeration->name.snake);
    case VALUE_STRUCT: return arena_format(arena, "%s_%s_t", schema->prefix, type->structure->name.snake);
    case VALUE_TEXT: return "char";
    default: return unsigned_types[step];
    }
}

static void append_signed(text_t *text, int64_t value)
{
    bool is_long = value > INT32_MAX || value < -INT32_MAX;
    text_put_string(text, value < 0 ? "-" : "");
    text_format(text, is_long ? "%llull" : "%llu", value < 0 ? -(unsigned long long)value : (unsigned long long)value);
}

/* The C condition that `to` fits its field; NULL where every value of its C type does. */
static const char *value_condition(arena_t *arena, const schema_type_t *type, bool has_range, int64_t range_least,
                                   int64_t range_most)
{
    unsigned storage_bits = type->storage_bits;
    bool is_enum = type->kind == VALUE_ENUM;
    char chars[EXPRESSION_BYTES];
    text_t text = TEXT_IN(chars);

    if (is_enum) {
        /* By shifts: a comparison that is always true, for a C enum of a byte, would be warned of. */
        if (type->width_bits >= 16)
            return NULL;
        text_put_string(&text, type->is_signed ? "((unsigned)to" : "(unsigned)to");
        if (type->is_signed)
            text_format(&text, " + 0x%llXu)", 1ull << (type->width_bits - 1));
        text_format(&text, " >> %u == 0", type->width_bits);
        return text_take(&text, arena);
    }
    if (type->kind == VALUE_BOOL || type->kind == VALUE_FLOAT || !storage_bits)
        return NULL;
    if (type->is_signed) {
        int64_t least = -(int64_t)(ones(type->width_bits - 1)) - 1, most = (int64_t)ones(type->width_bits - 1);
        bool is_open = type->width_bits == storage_bits;
        bool has_least = !is_open || (has_range && range_least > least);
        bool has_most = !is_open || (has_range && range_most < most);
        if (has_range && range_least > least)
            least = range_least;
        if (has_range && range_most < most)
            most = range_most;
        if (has_least) {
            text_put_string(&text, "to >= ");
            append_signed(&text, least);
        }
        if (has_most) {
            text_put_string(&text, has_least ? " && " : "");
            text_put_string(&text, "to <= ");
            append_signed(&text, most);
        }
        return text.length_bytes ? text_take(&text, arena) : NULL;
    }
    uint64_t most = ones(type->width_bits);
    bool has_most = type->width_bits < storage_bits || (has_range && (uint64_t)range_most < most);
    if (has_range && range_least > 0)
        text_format(&text, "to >= %lluu", (unsigned long long)range_least);
    if (has_range && range_most >= 0 && (uint64_t)range_most < most)
        most = (uint64_t)range_most;
    if (has_most) {
        text_put_string(&text, text.length_bytes ? " && " : "");
        text_format(&text, most > UINT32_MAX ? "to <= %lluull" : "to <= %lluu", (unsigned long long)most);
    }
    return text.length_bytes ? text_take(&text, arena) : NULL;
}

/* Notes that values of a type occur in a block, or in a struct where block is NULL. */
static void note_use(const schema_type_t *type, const schema_block_t *block)
{
    /* The schema hands enums out as const; only this stage completes them. */
    schema_enum_t *enumeration = (schema_enum_t *)type->enumeration;
    if (type->kind != VALUE_ENUM)
        return;
    enumeration->only_user = enumeration->is_used && enumeration->only_user != block ? NULL : block;
    enumeration->is_used = true;
}

/* ---- fields of byte blocks and structs */

static unsigned lowest_power(uint64_t value, unsigned most)
{
    unsigned power = 1;
    while (power < most && value % (2 * power) == 0)
        power *= 2;
    return power;
}

/* What is known of the alignment of `offset` and of all that indices add. */
static unsigned proven_alignment(uint64_t offset, const schema_index_t *indices, unsigned count, unsigned alignment)
{
    unsigned proven = lowest_power(offset, alignment);
    for (unsigned position = 0; position < count; position++)
        proven = lowest_power(indices[position].stride_bits / 8, proven);
    return proven;
}

static void derive_elements(arena_t *arena, schema_field_t *field, const schema_index_t *own)
{
    uint64_t bit = field->shift, offset = field->byte_offset;
    char chars[EXPRESSION_BYTES];
    text_t text = TEXT_IN(chars);

    field->bit_step = 1;
    if (field->is_big_endian) {
        /* Bits are counted from the lowest byte of the run's integer, its last one. */
        uint64_t first = field->bit_run_start + field->bit_run_bytes - field->byte_offset - field->byte_count;
        bit += 8 * first;
        offset = field->bit_run_start + field->bit_run_bytes - 1;
        field->bit_step = -1;
        if (field->byte_count == 1 && field->bit_run_bytes == 0)
            offset = field->byte_offset;
    }
    field->is_within_bytes = field->type.width_bits <= 8 && own->stride_bits == field->type.width_bits
        && 8 % field->type.width_bits == 0 && bit % field->type.width_bits == 0;
    if (bit)
        text_format(&text, "%lluu + ", (unsigned long long)bit);
    append_index_name(&text, field->index_count - 1);
    if (own->stride_bits != 1)
        text_format(&text, " * %lluu", (unsigned long long)own->stride_bits);
    field->bit = text_take(&text, arena);
    field->offset = byte_offset_text(arena, offset, field->indices, field->index_count - 1);
}

static void derive_unit(schema_field_t *field, unsigned alignment, unsigned byte_index_count, uint64_t *offset)
{
    uint32_t run_bytes = field->bit_run_bytes;
    field->unit_bits = 8 * field->byte_count;
    field->unit_position = field->shift;
    field->unit_alignment = proven_alignment(field->byte_offset, field->indices, byte_index_count, alignment);
    *offset = field->byte_offset;
    if (field->form == FORM_BITS && (run_bytes == 2 || run_bytes == 4 || run_bytes == 8) && alignment > 1) {
        /* A container that lies aligned is read whole, and one of 64 bits by the half that holds the field. */
        unsigned proven = proven_alignment(field->bit_run_start, field->indices, byte_index_count, alignment);
        unsigned leading = field->byte_offset - field->bit_run_start;
        unsigned trailing = run_bytes - leading - field->byte_count;
        unsigned position = field->shift + 8 * (field->is_big_endian ? trailing : leading);
        if (proven >= run_bytes) {
            field->unit_bits = 8 * run_bytes;
            field->unit_alignment = run_bytes;
            field->unit_position = position;
            *offset = field->bit_run_start;
            if (run_bytes == 8 && position / 32 == (position + field->type.width_bits - 1) / 32) {
                bool is_high = position >= 32;
                field->unit_bits = 32;
                field->unit_alignment = 4;
                field->unit_position = position % 32;
                *offset += is_high != field->is_big_endian ? 4 : 0;
            }
        }
    }
    unsigned unit_bytes = field->unit_bits / 8;
    if (unit_bytes == 3 || unit_bytes > 4)
        field->unit_alignment = unit_bytes == 8 ? field->unit_alignment : 1;
    if (field->unit_alignment > unit_bytes)
        field->unit_alignment = lowest_power(unit_bytes, field->unit_alignment);
}

static void derive_field(arena_t *arena, schema_t *schema, schema_field_t *field, unsigned alignment)
{
    unsigned count = field->index_count;
    bool is_element = field->is_bit_type && field->is_array && count
        && (field->indices[count - 1].stride_bits % 8 || field->type.width_bits % 8 || field->shift
            || field->is_big_endian);
    uint64_t offset = field->byte_offset;

    field->c_type = value_type(arena, schema, &field->type);
    field->value_mask = field->type.storage_bits ? ones(field->type.width_bits) : 0;
    field->parameters = index_list(arena, count, "unsigned ", true);
    field->arguments = index_list(arena, count, "", true);
    field->index_check = index_condition(arena, field->indices, count);
    field->value_check = value_condition(arena, &field->type, field->has_range, field->range_least, field->range_most);
    field->unit_order = field->is_big_endian ? "BE" : "LE";
    schema->has_floats |= field->type.kind == VALUE_FLOAT;
    if (field->type.kind == VALUE_TEXT || field->type.kind == VALUE_BYTES) {
        field->form = field->type.kind == VALUE_TEXT ? FORM_TEXT : FORM_BYTES;
        schema->has_texts |= field->form == FORM_TEXT;
        field->offset = byte_offset_text(arena, offset, field->indices, count);
        return;
    }
    if (is_element) {
        field->form = FORM_ELEMENTS;
        schema->has_elements = true;
        derive_elements(arena, field, &field->indices[count - 1]);
        field->unit_type = unsigned_types[size_step(field->type.width_bits)];
        return;
    }
    bool is_whole = field->shift == 0 && field->type.width_bits == 8 * field->byte_count;
    field->form = is_whole && field->type.kind != VALUE_BOOL ? FORM_INTEGER : FORM_BITS;
    if (field->type.kind == VALUE_BOOL)
        field->toggle_offset = arena_format(arena, "0x%02Xu%s", (unsigned)offset,
                                            byte_offset_text(arena, 0, field->indices, count));
    derive_unit(field, alignment, count, &offset);
    field->unit_type = unsigned_types[size_step(field->unit_bits)];
    field->offset = byte_offset_text(arena, offset, field->indices, count);
}

static void derive_part(arena_t *arena, schema_part_t *part)
{
    part->offset = byte_offset_text(arena, part->byte_offset, part->indices, part->index_count);
    part->parameters = index_list(arena, part->index_count, "unsigned ", true);
    part->index_check = index_condition(arena, part->indices, part->index_count);
}

static void derive_struct(arena_t *arena, schema_t *schema, schema_struct_t *structure, const char *c_name,
                          const char *c_upper)
{
    uint64_t used_bits = 0;

    structure->c_name = c_name;
    structure->c_upper = c_upper;
    for (size_t index = 0; index < structure->field_count; index++) {
        schema_field_t *field = &structure->fields[index];
        uint64_t bits = field->type.width_bits;
        for (unsigned position = 0; position < field->index_count; position++)
            bits *= field->indices[position].count;
        used_bits += bits;
        note_use(&field->type, NULL);
        derive_field(arena, schema, field, 1);
    }
    structure->has_gaps = used_bits != 8 * (uint64_t)structure->size_bytes;
    for (size_t index = 0; index < structure->member_count; index++) {
        schema_member_t *member = &structure->members[index];
        member->c_type = value_type(arena, schema, &member->type);
        member->c_value = arena_format(arena, "value->%s%s", member->c_name, member->array_length ? "[i]" : "");
    }
    schema->has_structs = true;
}

/* ---- registers */

static void derive_bits(arena_t *arena, const schema_t *schema, const schema_register_t *owner, schema_bits_t *bits)
{
    unsigned width = bits->type.width_bits, position = bits->position;

    bits->c_type = value_type(arena, schema, &bits->type);
    bits->value_check = value_condition(arena, &bits->type, false, 0, 0);
    bits->form = bits->type.kind == VALUE_BOOL ? BITS_BOOL : bits->type.is_signed ? BITS_SIGNED
        : bits->type.kind == VALUE_ENUM ? BITS_ENUM : BITS_UNSIGNED;
    bits->word = "value.bits";
    bits->word_position = position;
    if (owner->width_bits == 64 && !bits->array_length) {
        if (position + width <= 32) {
            bits->word = "MR_LOW(value.bits)";
        } else if (position >= 32) {
            bits->word = "MR_HIGH(value.bits)";
            bits->word_position = position - 32;
        } else if (width <= 32 && bits->form == BITS_UNSIGNED) {
            bits->form = BITS_CROSSING;
        }
    }
    bits->index = bits->index_argument = "";
    if (bits->array_length) {
        char chars[EXPRESSION_BYTES];
        text_t text = TEXT_IN(chars);
        append_index_name(&text, owner->index_count);
        const char *name = text_take(&text, arena);
        bits->index = arena_format(arena, ", unsigned %s", name);
        bits->index_argument = arena_format(arena, ", %s", name);
        bits->index_check = arena_format(arena, "%s < %uu", name, bits->array_length);
    }
    bits->set_needs_read = owner->is_readable && owner->kept_mask & (bits->array_length ? UINT64_MAX : ~bits->mask);
    bits->toggle_uses_alias = owner->is_set_by_alias && bits->form == BITS_BOOL && bits->access.write == WRITE_PLAIN;
    bits->set_uses_alias = bits->set_needs_read && owner->is_set_by_alias
        && bits->access.write == WRITE_PLAIN
        && (bits->form == BITS_BOOL || (owner->is_readable && bits->access.read == READ_PLAIN));
}

static void derive_address(arena_t *arena, const schema_block_t *block, schema_register_t *owner)
{
    unsigned word_bytes = owner->width_bits / 8;
    bool is_word_strided = owner->index_count != 0;
    char chars[EXPRESSION_BYTES];
    text_t element = TEXT_IN(chars);

    owner->address = owner->byte_offset
        ? arena_format(arena, "%s_BASE + 0x%Xu", block->c_upper, (unsigned)owner->byte_offset)
        : arena_format(arena, "%s_BASE", block->c_upper);
    owner->byte_address = owner->index_count
        ? arena_format(arena, "%s%s", owner->address, byte_offset_text(arena, 0, owner->indices, owner->index_count))
        : owner->address;
    owner->element = "";
    owner->is_at_zero = !owner->index_count && block->address + owner->byte_offset == 0;
    for (unsigned position = 0; position < owner->index_count; position++)
        is_word_strided &= owner->indices[position].stride_bits / 8 % word_bytes == 0;
    if (!is_word_strided || owner->width_bits == 64)
        return;
    owner->row_words = (uint32_t)(owner->indices[0].stride_bits / 8 / word_bytes);
    text_put_string(&element, "[i][");
    for (unsigned position = 1; position < owner->index_count; position++) {
        text_put_string(&element, position > 1 ? " + " : "");
        append_index_name(&element, position);
        text_format(&element, " * %lluu", (unsigned long long)(owner->indices[position].stride_bits / 8 / word_bytes));
    }
    text_put_string(&element, owner->index_count == 1 ? "0]" : "]");
    owner->element = text_take(&element, arena);
}

static void derive_register(arena_t *arena, schema_t *schema, const schema_block_t *block, schema_register_t *owner)
{
    const schema_region_t *region = block->region;

    owner->c_name = arena_format(arena, "%s_%s", block->c_name, owner->name.snake);
    owner->c_upper = arena_format(arena, "%s_%s", block->c_upper, owner->name.upper);
    owner->c_word = unsigned_types[size_step(owner->width_bits)];
    owner->c_type = owner->bits_count ? arena_format(arena, "%s_t", owner->c_name)
                                      : value_type(arena, schema, &owner->type);
    owner->parameters = index_list(arena, owner->index_count, "unsigned ", false);
    owner->arguments = index_list(arena, owner->index_count, "", false);
    owner->index_check = index_condition(arena, owner->indices, owner->index_count);
    owner->is_set_by_alias = region && region->has_alias && region->alias_set && region->alias_clear
        && region->alias_xor && owner->is_readable && owner->is_writable;
    schema->has_64_bit_registers |= owner->width_bits == 64;
    derive_address(arena, block, owner);
    for (size_t index = 0; index < owner->bits_count; index++)
        derive_bits(arena, schema, owner, &owner->bits[index]);
}

/* ---- blocks */

static bool is_all_zero(const uint8_t *bytes, size_t count)
{
    for (size_t index = 0; index < count; index++)
        if (bytes[index])
            return false;
    return true;
}

/* Bytes of an earlier version lie anywhere: nothing is known of their alignment. */
static void derive_migration(arena_t *arena, schema_t *schema, unsigned alignment_bytes, schema_migration_t *migration)
{
    for (size_t index = 0; index < migration->move_count; index++) {
        schema_move_t *move = &migration->moves[index];
        if (!move->is_value)
            continue;
        derive_field(arena, schema, &move->old, 1);
        derive_field(arena, schema, &move->now, alignment_bytes);
        schema->has_widened_floats |= move->widens_float;
    }
}

static void derive_block(arena_t *arena, schema_t *schema, schema_block_t *block)
{
    block->c_name = arena_format(arena, "%s_%s", schema->prefix, block->name.snake);
    block->c_upper = arena_format(arena, "%s_%s", schema->prefix_upper, block->name.upper);
    block->region_c_name = block->region ? block->region->c_name : "";
    if (block->is_register_block) {
        for (size_t index = 0; index < block->register_count; index++)
            derive_register(arena, schema, block, &block->registers[index]);
        for (size_t index = 0; index < block->register_count; index++) {
            note_use(&block->registers[index].type, block);
            for (size_t bits = 0; bits < block->registers[index].bits_count; bits++)
                note_use(&block->registers[index].bits[bits].type, block);
        }
        return;
    }
    block->alignment_type = block->alignment_bytes > 1 && block->kind != REGION_BUS
        ? unsigned_types[size_step(8 * block->alignment_bytes)] : NULL;
    block->initial_is_zero = is_all_zero(block->initial, block->size_bytes);
    for (size_t index = 0; index < block->field_count; index++)
        derive_field(arena, schema, &block->fields[index],
                     block->kind == REGION_BUS ? 1 : block->alignment_bytes);
    for (size_t index = 0; index < block->field_count; index++)
        note_use(&block->fields[index].type, block);
    for (size_t index = 0; index < block->part_count; index++)
        derive_part(arena, &block->parts[index]);
    for (size_t index = 0; index < block->migration_count; index++)
        derive_migration(arena, schema, block->kind == REGION_BUS ? 1 : block->alignment_bytes, &block->migrations[index]);
}

/* ---- services */

static void derive_named_struct(arena_t *arena, schema_t *schema, schema_struct_t *structure)
{
    derive_struct(arena, schema, structure, arena_format(arena, "%s_%s", schema->prefix, structure->name.snake),
                  arena_format(arena, "%s_%s", schema->prefix_upper, structure->name.upper));
}

static void derive_store(arena_t *arena, schema_t *schema, schema_store_t *store)
{
    store->c_name = arena_format(arena, "%s_%s", schema->prefix, store->name.snake);
    store->c_upper = arena_format(arena, "%s_%s", schema->prefix_upper, store->name.upper);
    for (size_t index = 0; index < store->record_count; index++) {
        schema_record_t *record = &store->records[index];
        record->c_name = arena_format(arena, "%s_%s", store->c_name, record->name.snake);
        record->c_upper = arena_format(arena, "%s_%s", store->c_upper, record->name.upper);
        if (record->first_id == record->last_id)
            record->id_check = arena_format(arena, "id != %uu", record->first_id);
        else if (record->first_id)
            record->id_check = arena_format(arena, "id - %uu > %uu", record->first_id, record->last_id - record->first_id);
        else if (record->last_id != UINT32_MAX)
            record->id_check = arena_format(arena, "id > %uu", record->last_id);
        /* The schema hands structs out as const; only this stage completes them. */
        if (record->body_is_own)
            derive_struct(arena, schema, (schema_struct_t *)record->body, record->c_name, record->c_upper);
        for (size_t migration = 0; migration < record->migration_count; migration++)
            derive_migration(arena, schema, 1, &record->migrations[migration]);
    }
}

static const char *region_context(arena_t *arena, const schema_region_t *region)
{
    unsigned long long address = region->address;
    switch (region->part) {
    case PART_HOST: return arena_format(arena, "&%s_memory", region->c_name);
    case PART_CALLBACKS: return "NULL";
    default: break;
    }
    if (region->is_flash && region->context_form == CONTEXT_SPI)
        return arena_format(arena, "&%s_part", region->c_name);
    if (!region->has_address)
        return "NULL";
    if (region->is_flash && region->context_form == CONTEXT_PAGES)
        address /= 512;
    return arena_format(arena, "(void *)(uintptr_t)0x%llXu", address);
}

static void derive_map(arena_t *arena, const schema_t *schema, schema_map_t *map)
{
    map->c_name = arena_format(arena, "%s_%s", schema->prefix, map->name.snake);
    map->c_upper = arena_format(arena, "%s_%s", schema->prefix_upper, map->name.upper);
    for (size_t index = 0; index < map->entry_count; index++)
        map->entries[index].c_name = arena_format(arena, "%s_%s", map->c_name, map->entries[index].name.snake);
}

static void derive_pool(arena_t *arena, const schema_t *schema, schema_pool_t *pool)
{
    pool->c_name = arena_format(arena, "%s_%s", schema->prefix, pool->name.snake);
    pool->c_upper = arena_format(arena, "%s_%s", schema->prefix_upper, pool->name.upper);
    pool->c_object = pool->object ? arena_format(arena, "%s_%s_t", schema->prefix, pool->object->name.snake) : NULL;
    pool->place = pool->has_address ? arena_format(arena, "(void *)(uintptr_t)%s_ADDRESS", pool->c_upper)
        : arena_format(arena, "%s_bytes + 0x%llXu", pool->region->c_name, (unsigned long long)pool->region_offset);
}

void schema_derive(arena_t *arena, schema_t *schema)
{
    for (size_t index = 0; index < schema->region_count; index++) {
        schema_region_t *region = &schema->regions[index];
        region->c_name = arena_format(arena, "%s_%s", schema->prefix, region->name.snake);
        region->c_upper = arena_format(arena, "%s_%s", schema->prefix_upper, region->name.upper);
        region->context = region_context(arena, region);
        region->c_flash = region->part == PART_CALLBACKS
            ? arena_format(arena, "&%s_driver, &%s_geometry, %s", region->c_name, region->c_name, region->context)
            : arena_format(arena, "&%s, &%s_geometry, %s", region->driver_symbol ? region->driver_symbol : "",
                           region->c_name, region->context);
    }
    for (size_t index = 0; index < schema->item_count; index++) {
        schema_item_t *item = &schema->items[index];
        switch (item->kind) {
        case SCHEMA_STRUCT:
            /* The schema hands structs out as const; only this stage completes them. */
            derive_named_struct(arena, schema, (schema_struct_t *)item->of.structure);
            break;
        case SCHEMA_BLOCK:
            derive_block(arena, schema, item->of.block);
            break;
        case SCHEMA_STORE:
            derive_store(arena, schema, (schema_store_t *)item->of.store);
            break;
        case SCHEMA_MAP:
            derive_map(arena, schema, (schema_map_t *)item->of.map);
            break;
        case SCHEMA_POOL:
            derive_pool(arena, schema, (schema_pool_t *)item->of.pool);
            break;
        default:
            break;
        }
    }
}
