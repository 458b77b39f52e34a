/* Counts what of a migration makes code, and adds up what each costs; see migration_cost.h. */
#include "migration_cost.h"

#include <string.h>

typedef unsigned counts_t[MIGRATION_PART_COUNT];

/* An element of an array of bit types, whose place depends on the index. */
static bool is_element(const schema_field_t *field)
{
    return field->index_count && field->indices[field->index_count - 1].stride_bits % 8;
}

static bool is_part_of_bytes(const schema_field_t *field) { return field->type.width_bits != 8 * field->byte_count; }

static bool is_string(const schema_type_t *type) { return type->kind == VALUE_TEXT || type->kind == VALUE_BYTES; }

static bool is_crossing(const schema_field_t *field) { return 8 % field->indices[field->index_count - 1].stride_bits; }

static void count_read(const schema_field_t *old, counts_t counts)
{
    if (!is_element(old)) {
        counts[PART_READ_BYTE] += old->byte_count;
        counts[PART_EXTRACT] += is_part_of_bytes(old);
        return;
    }
    counts[PART_CROSSING_READ] += is_crossing(old);
    counts[PART_ELEMENTS] |= !is_crossing(old);
}

static void count_write(const schema_field_t *now, counts_t counts)
{
    if (!is_element(now)) {
        counts[PART_WRITE_BYTE] += now->byte_count;
        counts[PART_INSERT] += is_part_of_bytes(now);
        return;
    }
    counts[is_crossing(now) ? PART_CROSSING_WRITE : PART_ELEMENT_WRITE]++;
    counts[PART_ELEMENTS] |= !is_crossing(now);
}

static void count_value(const schema_move_t *move, counts_t counts)
{
    const schema_field_t *now = &move->now, *old = &move->old;
    counts[PART_VALUE]++;
    count_read(old, counts);
    count_write(now, counts);
    counts[PART_SIGN] += old->type.is_signed && now->type.width_bits > old->type.width_bits;
    counts[PART_SHIFT] += move->shift > 0;
}

static bool widens_float(const schema_migration_t *migration)
{
    for (size_t index = 0; index < migration->move_count; index++)
        if (migration->moves[index].widens_float)
            return true;
    return false;
}

/* Widening floats is a function that all migrations call: the first that does pays for it. */
static bool brings_float(const schema_migration_t *migrations, size_t index)
{
    for (size_t before = 0; before < index; before++)
        if (widens_float(&migrations[before]))
            return false;
    return widens_float(&migrations[index]);
}

static void count_moves(const schema_migration_t *migrations, size_t place, counts_t counts)
{
    const schema_migration_t *migration = &migrations[place];
    counts[PART_FLOAT] = brings_float(migrations, place);
    for (size_t index = 0; index < migration->move_count; index++) {
        const schema_move_t *move = &migration->moves[index];
        if (!move->is_value) {
            counts[PART_COPY]++;
            continue;
        }
        counts[PART_LOOP] += move->old.index_count;
        if (!is_string(&move->now.type)) {
            count_value(move, counts);
            continue;
        }
        counts[PART_TEXT]++;
        counts[PART_FILL] += move->now.type.kind == VALUE_TEXT && move->now.type.length_bytes > move->old.type.length_bytes;
    }
    counts[PART_DEFAULTS] += !migration->sets_all;
}

static migration_part_t way_to_find(region_kind_t kind)
{
    switch (kind) {
    case REGION_BUS: return PART_FIND_BUS;
    case REGION_FLASH: return PART_FIND_FLASH;
    case REGION_USERROW: case REGION_EEPROM: return PART_FIND_ROW;
    default: return PART_FIND_RAM;
    }
}

void count_block_parts(const schema_block_t *block, size_t index, counts_t counts)
{
    const schema_migration_t *migration = &block->migrations[index];
    const schema_block_t *old = migration->old;

    memset(counts, 0, sizeof(counts_t));
    counts[PART_BLOCK] = index == 0;
    counts[way_to_find(block->kind)] = 1;
    counts[PART_SECOND_COPY] = old->is_mirrored && block->kind != REGION_FLASH;
    counts[PART_FOLLOW] = migration->is_followed;
    counts[PART_INDEX] = block->count > 0;
    counts[PART_ALIKE] = (unsigned)migration->version_count - 1;
    counts[PART_CRC_BYTE] = old->guard == block->guard ? 0 : old->size_bytes - old->crc_offset;
    counts[PART_ROOM] = migration->needs_room;
    for (unsigned copy = 0; block->is_mirrored && copy <= (unsigned)old->is_mirrored; copy++)
        counts[PART_KEEP] += migration->free_copy[copy] == 2;
    count_moves(block->migrations, index, counts);
}

void count_record_parts(const schema_record_t *record, size_t index, counts_t counts)
{
    memset(counts, 0, sizeof(counts_t));
    counts[PART_RECORD] = index == 0;
    counts[record->body ? PART_FIND_RECORD : PART_FIND_RAW] = 1;
    count_moves(record->migrations, index, counts);
}

/* Fitted by bench/migration/run to what gcc 12 and avr-gcc 5.4 make of 600 invented layouts. */
static const migration_cost_t costs[MIGRATION_PART_COUNT] = {
    [PART_BLOCK] = { 27, 86 }, [PART_FIND_RAM] = { 2, 0 }, [PART_FIND_ROW] = { 3, 0 },
    [PART_FIND_BUS] = { 34, 56 }, [PART_FIND_FLASH] = { 32, 44 }, [PART_SECOND_COPY] = { 95, 98 },
    [PART_FOLLOW] = { 11, 26 }, [PART_INDEX] = { 2, 7 }, [PART_ALIKE] = { 5, 4 }, [PART_CRC_BYTE] = { 17, 32 },
    [PART_ROOM] = { 59, 68 }, [PART_KEEP] = { 16, 15 }, [PART_DEFAULTS] = { 26, 45 },
    [PART_RECORD] = { 72, 122 }, [PART_FIND_RECORD] = { 51, 121 }, [PART_FIND_RAW] = { 30, 82 },
    [PART_COPY] = { 16, 21 }, [PART_TEXT] = { 18, 21 }, [PART_FILL] = { 8, 11 }, [PART_VALUE] = { 5, 1 },
    [PART_READ_BYTE] = { 5, 4 }, [PART_WRITE_BYTE] = { 1, 2 }, [PART_EXTRACT] = { 0, 0 },
    [PART_INSERT] = { 3, 12 }, [PART_SIGN] = { 3, 10 }, [PART_SHIFT] = { 0, 4 },
    [PART_ELEMENT_WRITE] = { 10, 55 }, [PART_CROSSING_READ] = { 54, 155 }, [PART_CROSSING_WRITE] = { 36, 202 },
    [PART_LOOP] = { 27, 45 }, [PART_ELEMENTS] = { 14, 16 }, [PART_FLOAT] = { 67, 328 },
};

migration_cost_t migration_cost(const counts_t counts)
{
    migration_cost_t sum = { 0, 0 };
    for (unsigned part = 0; part < MIGRATION_PART_COUNT; part++) {
        sum.cortex_m0_bytes += counts[part] * costs[part].cortex_m0_bytes;
        sum.avr_bytes += counts[part] * costs[part].avr_bytes;
    }
    return sum;
}
