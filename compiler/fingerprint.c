/* The layout's fingerprint; see fingerprint.h. */
#include "fingerprint.h"

#include "crc.h"

/* One round of FNV-1a on 64 bits for a whole number, its halves folded so that high bits reach low ones. */
static void mix(uint64_t *hash, uint64_t value)
{
    *hash = (*hash ^ value) * UINT64_C(1099511628211);
    *hash ^= *hash >> 32;
}

static void mix_text(uint64_t *hash, const char *text)
{
    for (; text && *text; text++)
        mix(hash, (uint8_t)*text);
    mix(hash, 0);
}

static void mix_indices(uint64_t *hash, const schema_index_t *indices, unsigned count)
{
    mix(hash, count);
    for (unsigned index = 0; index < count; index++) {
        mix(hash, indices[index].count);
        mix(hash, indices[index].stride_bits);
    }
}

static void mix_type(uint64_t *hash, const schema_type_t *type)
{
    mix(hash, type->kind);
    mix(hash, type->width_bits);
    mix(hash, type->fraction_bits);
    mix(hash, type->is_signed);
}

static void mix_fields(uint64_t *hash, const schema_field_t *fields, size_t count)
{
    mix(hash, count);
    for (size_t index = 0; index < count; index++) {
        const schema_field_t *field = &fields[index];
        mix_type(hash, &field->type);
        mix(hash, field->byte_offset);
        mix(hash, field->shift);
        mix(hash, field->is_big_endian);
        mix_indices(hash, field->indices, field->index_count);
    }
}

static void mix_registers(uint64_t *hash, const schema_block_t *block)
{
    for (size_t index = 0; index < block->register_count; index++) {
        const schema_register_t *one = &block->registers[index];
        mix(hash, one->byte_offset);
        mix(hash, one->width_bits);
        mix_indices(hash, one->indices, one->index_count);
        for (size_t bit = 0; bit < one->bits_count; bit++) {
            mix_type(hash, &one->bits[bit].type);
            mix(hash, one->bits[bit].position);
            mix(hash, one->bits[bit].array_length);
        }
    }
}

static void mix_block(uint64_t *hash, const schema_block_t *block)
{
    mix(hash, block->kind);
    mix(hash, block->has_address);
    mix(hash, block->address);
    mix(hash, block->region_offset);
    mix(hash, block->count);
    mix(hash, block->count ? block->stride_bytes : 0);
    mix(hash, block->size_bytes);
    mix(hash, block->footprint_bytes);
    mix(hash, block->guard);
    mix_fields(hash, block->fields, block->field_count);
    mix_registers(hash, block);
}

static void mix_region(uint64_t *hash, const schema_region_t *region)
{
    mix(hash, region->kind);
    mix(hash, region->has_address);
    mix(hash, region->address);
}

/* Where the runtime finds a record follows from its row. */
static void mix_row(uint64_t *hash, const schema_record_t *record)
{
    mix(hash, record->kind_number);
    mix(hash, record->storage);
    mix(hash, record->value_bytes);
    mix(hash, record->records);
    mix(hash, record->first_handle);
    mix(hash, record->first_sector);
}

static void mix_store(uint64_t *hash, const schema_store_t *store)
{
    mix_region(hash, store->region);
    mix(hash, store->region->erase_bytes);
    mix(hash, store->region->unit_bytes);
    mix(hash, store->region_offset);
    mix(hash, store->size_bytes);
    mix(hash, store->log_sectors);
    for (size_t index = 0; index < store->earlier_count; index++)
        mix_row(hash, &store->earlier[index]);
    for (size_t index = 0; index < store->record_count; index++) {
        const schema_record_t *record = &store->records[index];
        mix_text(hash, record->prefix);
        mix(hash, record->first_id);
        mix(hash, record->last_id);
        mix(hash, record->is_ring);
        mix(hash, record->most_records);
        mix(hash, record->most_bytes);
        mix_row(hash, record);
        if (record->body)
            mix_fields(hash, record->body->fields, record->body->field_count);
    }
}

static void mix_item(uint64_t *hash, const schema_item_t *item)
{
    switch (item->kind) {
    case SCHEMA_CONSTANT: case SCHEMA_ENUM:
        return;
    case SCHEMA_STRUCT:
        mix(hash, item->kind);
        mix(hash, item->of.structure->size_bytes);
        mix_fields(hash, item->of.structure->fields, item->of.structure->field_count);
        return;
    case SCHEMA_BLOCK:
        mix(hash, item->kind);
        mix_block(hash, item->of.block);
        return;
    case SCHEMA_STORE:
        mix(hash, item->kind);
        mix_store(hash, item->of.store);
        return;
    case SCHEMA_POOL:
        mix(hash, item->kind);
        mix(hash, item->of.pool->block_bytes);
        mix(hash, item->of.pool->block_count);
        mix(hash, item->of.pool->region_offset);
        mix_region(hash, item->of.pool->region);
        return;
    case SCHEMA_MAP:
        mix(hash, item->kind);
        mix(hash, item->of.map->region_offset);
        mix_region(hash, item->of.map->region);
        mix(hash, item->of.map->size_bytes);
        for (size_t index = 0; index < item->of.map->entry_count; index++)
            mix_text(hash, item->of.map->entries[index].label);
        for (size_t index = 0; index < item->of.map->entry_count; index++)
            mix(hash, item->of.map->entries[index].table ? item->of.map->entries[index].table->size_bytes : 0);
        return;
    case SCHEMA_PARTITIONS:
        mix(hash, item->kind);
        mix(hash, item->of.partitions->table_offset);
        for (size_t index = 0; index < item->of.partitions->entry_count; index++) {
            mix(hash, item->of.partitions->entries[index].offset);
            mix(hash, item->of.partitions->entries[index].size_bytes);
        }
        return;
    }
}

static const uint64_t first_hash = UINT64_C(14695981039346656037);

uint32_t item_fingerprint(const schema_item_t *item)
{
    uint64_t hash = first_hash;
    mix_item(&hash, item);
    return (uint32_t)(hash ^ hash >> 32);
}

uint32_t schema_fingerprint(const schema_t *schema)
{
    uint64_t hash = first_hash;
    for (size_t index = 0; index < schema->item_count; index++)
        mix_item(&hash, &schema->items[index]);
    return (uint32_t)(hash ^ hash >> 32);
}

uint32_t guard_difference(arena_t *arena, const schema_block_t *block, const schema_block_t *stranger)
{
    uint8_t *zeros = arena_allocate(arena, block->crc_offset + 1u);
    return guard_crc(block->guard, block->guard_seed, zeros, block->crc_offset)
        ^ guard_crc(block->guard, stranger->guard_seed, zeros, block->crc_offset);
}
