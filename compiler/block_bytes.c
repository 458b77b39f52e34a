/* Fields and their bytes, bit by bit: no tool is in a hurry here. See block_bytes.h. */
#include "block_bytes.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "crc.h"

/* ---- where an element is */

uint64_t field_offset(const schema_field_t *field, const uint32_t *indices)
{
    uint64_t bits = 0;
    for (unsigned level = 0; level < field->index_count; level++)
        bits += indices[level] * field->indices[level].stride_bits;
    return field->byte_offset + bits / 8;
}

/* The place of one bit of a bit type. Outer indices move whole bytes; the field's own one counts bits, which in a
 * big-endian run go on towards lower addresses. */
typedef struct bit_place { uint64_t byte; uint8_t mask; } bit_place_t;

static bit_place_t bit_place(const schema_field_t *field, const uint32_t *indices, unsigned bit)
{
    unsigned outer_count = field->index_count - field->is_array;
    uint64_t outer_bytes = 0, inner_bits = bit + (uint64_t)field->shift;
    for (unsigned level = 0; level < outer_count; level++)
        outer_bytes += indices[level] * field->indices[level].stride_bits / 8;
    if (field->is_array)
        inner_bits += indices[outer_count] * field->indices[outer_count].stride_bits;
    uint64_t byte = field->byte_offset + inner_bits / 8;
    if (field->is_big_endian)
        byte = field->byte_offset + field->byte_count - 1 - inner_bits / 8;
    return (bit_place_t){ outer_bytes + byte, (uint8_t)(1u << inner_bits % 8) };
}

static uint64_t byte_place(const schema_field_t *field, uint64_t offset, unsigned index)
{
    return offset + (field->is_big_endian ? field->type.width_bits / 8 - 1 - index : index);
}

/* ---- one element */

uint64_t field_read(const schema_field_t *field, const uint8_t *bytes, const uint32_t *indices)
{
    uint64_t word = 0;
    if (field->is_bit_type) {
        for (unsigned bit = 0; bit < field->type.width_bits; bit++) {
            bit_place_t place = bit_place(field, indices, bit);
            word |= (uint64_t)((bytes[place.byte] & place.mask) != 0) << bit;
        }
        return word;
    }
    uint64_t offset = field_offset(field, indices);
    for (unsigned index = 0; index < field->type.width_bits / 8; index++)
        word |= (uint64_t)bytes[byte_place(field, offset, index)] << 8 * index;
    return word;
}

void field_write(const schema_field_t *field, uint8_t *bytes, const uint32_t *indices, uint64_t word)
{
    if (field->is_bit_type) {
        for (unsigned bit = 0; bit < field->type.width_bits; bit++) {
            bit_place_t place = bit_place(field, indices, bit);
            uint8_t *byte = &bytes[place.byte];
            *byte = (uint8_t)(word >> bit & 1 ? *byte | place.mask : *byte & ~place.mask);
        }
        return;
    }
    uint64_t offset = field_offset(field, indices);
    for (unsigned index = 0; index < field->type.width_bits / 8; index++)
        bytes[byte_place(field, offset, index)] = (uint8_t)(word >> 8 * index);
}

/* ---- defaults */

static void write_element(const schema_field_t *field, uint8_t *bytes, const uint32_t *indices)
{
    const schema_default_t *initial = &field->initial;
    size_t element = field->is_array ? indices[field->index_count - 1] : 0;
    if (initial->byte_count) {
        size_t length = field->type.length_bytes;
        size_t from = initial->byte_count > length ? element * length : 0;
        memcpy(bytes + field_offset(field, indices), initial->bytes + from, length);
        return;
    }
    field_write(field, bytes, indices, initial->word_count == 1 ? initial->words[0]
                : element < initial->word_count ? initial->words[element] : 0);
}

static void write_elements(const schema_field_t *field, uint8_t *bytes, uint32_t *indices, unsigned level)
{
    if (level == field->index_count) {
        write_element(field, bytes, indices);
        return;
    }
    for (indices[level] = 0; indices[level] < field->indices[level].count; indices[level]++)
        write_elements(field, bytes, indices, level + 1);
}

void field_write_default(const schema_field_t *field, uint8_t *bytes)
{
    if (!field->initial.is_set)
        return;
    uint32_t *indices = calloc(field->index_count + 1, sizeof *indices);
    if (!indices)
        out_of_memory();
    write_elements(field, bytes, indices, 0);
    free(indices);
}

/* ---- the guard */

static uint32_t stored_crc(const schema_block_t *block, const uint8_t *bytes)
{
    uint32_t crc = 0;
    for (unsigned index = 0; index < guards[block->guard].crc_bytes; index++)
        crc |= (uint32_t)bytes[block->crc_offset + index] << 8 * index;
    return crc;
}

static bool is_filled(const uint8_t *bytes, size_t count, uint8_t with)
{
    for (size_t index = 0; index < count; index++)
        if (bytes[index] != with)
            return false;
    return true;
}

guard_state_t guard_check(const schema_block_t *block, const uint8_t *bytes, uint32_t version)
{
    uint32_t difference = guard_crc(block->guard, block->guard_seed, bytes, block->crc_offset)
        ^ stored_crc(block, bytes);
    if (difference == 0)
        return bytes[block->version_offset] == (uint8_t)version ? GUARD_STATE_OK : GUARD_STATE_OTHER_VERSION;
    if (is_filled(bytes, block->size_bytes, 0x00) || is_filled(bytes, block->size_bytes, 0xFF))
        return GUARD_STATE_FRESH;
    for (size_t index = 0; index < block->foreign_count; index++)
        if (difference == block->foreign_xor[index])
            return GUARD_STATE_FOREIGN;
    return GUARD_STATE_CORRUPT;
}

void guard_seal(const schema_block_t *block, uint8_t *bytes, uint32_t version)
{
    bytes[block->version_offset] = (uint8_t)version;
    uint32_t crc = guard_crc(block->guard, block->guard_seed, bytes, block->crc_offset);
    for (unsigned index = 0; index < guards[block->guard].crc_bytes; index++)
        bytes[block->crc_offset + index] = (uint8_t)(crc >> 8 * index);
}

unsigned guard_newest(const schema_block_t *block, const uint8_t *copies, const guard_state_t *states)
{
    bool is_first = states[0] == GUARD_STATE_OK, is_second = states[1] == GUARD_STATE_OK;
    if (!is_first || !is_second)
        return is_first ? 0 : is_second ? 1 : 2;
    uint8_t first = copies[block->sequence_offset], second = copies[block->size_bytes + block->sequence_offset];
    return (uint8_t)(second - first - 1) < 0x7F;
}
