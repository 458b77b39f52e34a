/* Planning migrations; see migration.h. */
#include "migration.h"

#include <string.h>

/* ---- the elements of a field, over all its indices */

/* Deeper nesting is beyond what the parser takes. */
enum { MOST_INDICES = 256 };

typedef struct odometer { unsigned count; uint32_t at[MOST_INDICES], most[MOST_INDICES]; } odometer_t;

static void odometer_start(odometer_t *odometer, const schema_field_t *field)
{
    odometer->count = field->index_count < MOST_INDICES ? field->index_count : MOST_INDICES;
    for (unsigned index = 0; index < odometer->count; index++) {
        odometer->at[index] = 0;
        odometer->most[index] = field->indices[index].count;
    }
}

/* Steps to the next element; false behind the last one. */
static bool odometer_step(odometer_t *odometer)
{
    for (unsigned index = odometer->count; index-- > 0;) {
        if (++odometer->at[index] < odometer->most[index])
            return true;
        odometer->at[index] = 0;
    }
    return false;
}

/* Of the arrays around a field, and of its own elements. */
static uint64_t outer_bytes(const schema_field_t *field, const odometer_t *odometer)
{
    uint64_t bytes = 0;
    for (unsigned index = 0; index < field->index_count - field->is_array; index++)
        bytes += odometer->at[index] * (field->indices[index].stride_bits / 8);
    return bytes;
}

static uint64_t own_bits(const schema_field_t *field, const odometer_t *odometer)
{
    unsigned own = field->index_count - 1;
    return field->is_array ? odometer->at[own] * field->indices[own].stride_bits : 0;
}

static uint64_t first_byte(const schema_field_t *field, const odometer_t *odometer)
{
    return field->byte_offset + outer_bytes(field, odometer) + own_bits(field, odometer) / 8;
}

/* Where bit `bit` of a bit field's element lies: 8 times its byte, and the bit in it. Big-endian, bits go on towards
 * lower addresses in the run's integer. */
static uint64_t bit_place(const schema_field_t *field, const odometer_t *odometer, unsigned bit)
{
    uint64_t own = own_bits(field, odometer) + bit, outer = 8 * outer_bytes(field, odometer);
    if (!field->is_big_endian)
        return outer + 8 * (uint64_t)field->byte_offset + field->shift + own;
    uint64_t run_end = (uint64_t)field->bit_run_start + field->bit_run_bytes;
    uint64_t in_run = 8 * (run_end - field->byte_offset - field->byte_count) + field->shift + own;
    return outer + 8 * (run_end - 1 - in_run / 8) + in_run % 8;
}

/* ---- which bytes can be copied as they are */

typedef struct byte_source { int64_t from; uint8_t used, matched; bool is_mixed; } byte_source_t;

/* The fields of a block or of a record. */
typedef struct fields { const schema_field_t *fields; size_t count; uint32_t bytes; } fields_t;

typedef struct planner {
    arena_t *arena, *scratch;
    fields_t now, old;
    const leaf_pair_t *leaves;
    byte_source_t *sources;      /* of each byte of today's fields */
    uint8_t *old_used;           /* bits of each byte of then that a field has */
    uint8_t *is_copied;          /* of each byte of today */
    schema_migration_t *migration;
    size_t move_capacity;
} planner_t;

static unsigned element_bytes(const schema_type_t *type)
{
    return type->kind == VALUE_TEXT || type->kind == VALUE_BYTES ? type->length_bytes : type->width_bits / 8;
}

static bool is_of_one_dimension_more(const schema_field_t *one, const schema_field_t *other)
{
    return one->is_array && !other->is_array;
}

/* A field without its own index: its first element. */
static schema_field_t first_element(schema_field_t field)
{
    field.index_count--;
    field.is_array = false;
    field.array_length = 0;
    return field;
}

/* Makes both fields have the same indices: one value and an array of them share the first element. */
static void level_indices(schema_field_t *now, schema_field_t *old)
{
    if (is_of_one_dimension_more(now, old))
        *now = first_element(*now);
    else if (is_of_one_dimension_more(old, now))
        *old = first_element(*old);
}

static bool is_same_value(const schema_field_t *now, const schema_field_t *old)
{
    return now->is_bit_type == old->is_bit_type && now->type.width_bits == old->type.width_bits
        && now->type.fraction_bits == old->type.fraction_bits
        && element_bytes(&now->type) == element_bytes(&old->type)
        && (now->is_bit_type || now->is_big_endian == old->is_big_endian);
}

static void match_bit(planner_t *planner, uint64_t now_place, uint64_t old_place)
{
    byte_source_t *source = &planner->sources[now_place / 8];
    int64_t from = (int64_t)(old_place / 8);
    if (now_place % 8 != old_place % 8 || (source->matched && source->from != from))
        source->is_mixed = true;
    source->from = from;
    source->matched |= (uint8_t)(1u << now_place % 8);
}

static void match_element(planner_t *planner, const schema_field_t *now, const schema_field_t *old,
                          const odometer_t *odometer)
{
    if (now->is_bit_type) {
        for (unsigned bit = 0; bit < now->type.width_bits; bit++)
            match_bit(planner, bit_place(now, odometer, bit), bit_place(old, odometer, bit));
        return;
    }
    uint64_t to = first_byte(now, odometer), from = first_byte(old, odometer);
    for (unsigned byte = 0; byte < element_bytes(&now->type); byte++) {
        byte_source_t *source = &planner->sources[to + byte];
        source->is_mixed |= source->matched && source->from != (int64_t)(from + byte);
        source->from = (int64_t)(from + byte);
        source->matched = 0xFF;
    }
}

static void match_leaf(planner_t *planner, const leaf_pair_t *pair)
{
    schema_field_t now = *pair->now, old = *pair->old;
    odometer_t odometer;
    level_indices(&now, &old);
    if (!is_same_value(&now, &old))
        return;
    odometer_start(&odometer, &old);
    do
        match_element(planner, &now, &old, &odometer);
    while (odometer_step(&odometer));
}

/* Marks the bits that a field has: `mark` is the member of the first byte's record, one every `step` bytes. */
static void mark_used(uint8_t *mark, size_t step, const schema_field_t *field)
{
    odometer_t odometer;
    odometer_start(&odometer, field);
    do {
        if (field->is_bit_type) {
            for (unsigned bit = 0; bit < field->type.width_bits; bit++) {
                uint64_t place = bit_place(field, &odometer, bit);
                mark[place / 8 * step] |= (uint8_t)(1u << place % 8);
            }
        } else {
            uint64_t first = first_byte(field, &odometer);
            for (unsigned byte = 0; byte < element_bytes(&field->type); byte++)
                mark[(first + byte) * step] = 0xFF;
        }
    } while (odometer_step(&odometer));
}

/* A byte is copied where all of its bits come from one, and none comes along that no field has any more. */
static bool is_copyable(const planner_t *planner, const byte_source_t *source)
{
    return source->used && source->matched == source->used && !source->is_mixed
        && planner->old_used[source->from] == source->used;
}

static schema_move_t *add_move(planner_t *planner)
{
    schema_migration_t *migration = planner->migration;
    if (migration->move_count == planner->move_capacity)
        migration->moves = arena_grow(planner->arena, migration->moves, &planner->move_capacity,
                                      sizeof *migration->moves);
    schema_move_t *move = &migration->moves[migration->move_count++];
    *move = (schema_move_t){ 0 };
    return move;
}

static void add_copies(planner_t *planner)
{
    schema_move_t *run = NULL;
    for (uint32_t byte = 0; byte < planner->now.bytes; byte++) {
        const byte_source_t *source = &planner->sources[byte];
        planner->is_copied[byte] = is_copyable(planner, source);
        if (!planner->is_copied[byte]) {
            run = NULL;
        } else if (run && source->from == (int64_t)run->from + run->byte_count) {
            run->byte_count++;
        } else {
            run = add_move(planner);
            run->from = (uint32_t)source->from;
            run->to = byte;
            run->byte_count = 1;
        }
    }
}

/* ---- what goes through values */

static bool is_element_copied(const planner_t *planner, const schema_field_t *now, const odometer_t *odometer)
{
    if (now->is_bit_type) {
        for (unsigned bit = 0; bit < now->type.width_bits; bit++)
            if (!planner->is_copied[bit_place(now, odometer, bit) / 8])
                return false;
        return true;
    }
    for (unsigned byte = 0; byte < element_bytes(&now->type); byte++)
        if (!planner->is_copied[first_byte(now, odometer) + byte])
            return false;
    return true;
}

static bool is_copied(const planner_t *planner, const schema_field_t *now, const schema_field_t *old)
{
    odometer_t odometer;
    if (!is_same_value(now, old))
        return false;
    odometer_start(&odometer, old);
    do {
        if (!is_element_copied(planner, now, &odometer))
            return false;
    } while (odometer_step(&odometer));
    return true;
}

/* As an integer of the same bits. */
static void make_raw(schema_type_t *type)
{
    if (type->kind == VALUE_TEXT || type->kind == VALUE_BYTES)
        return;
    type->kind = type->is_signed ? VALUE_SIGNED : VALUE_UNSIGNED;
    type->enumeration = NULL;
}

static void add_value(planner_t *planner, const leaf_pair_t *pair)
{
    schema_field_t now = *pair->now, old = *pair->old;
    level_indices(&now, &old);
    if (is_copied(planner, &now, &old))
        return;
    schema_move_t *move = add_move(planner);
    move->is_value = true;
    move->widens_float = old.type.kind == VALUE_FLOAT && now.type.width_bits != old.type.width_bits;
    move->shift = now.type.fraction_bits - old.type.fraction_bits;
    make_raw(&now.type);
    make_raw(&old.type);
    now.has_range = old.has_range = false;
    move->now = now;
    move->old = old;
}

static bool sets_all(const planner_t *planner)
{
    for (uint32_t byte = 0; byte < planner->now.bytes; byte++)
        if (!planner->is_copied[byte])
            return false;
    return true;
}

static void plan_moves(planner_t *planner)
{
    const fields_t *now = &planner->now, *old = &planner->old;
    planner->sources = ARENA_ARRAY(planner->scratch, byte_source_t, now->bytes + 1);
    planner->is_copied = ARENA_ARRAY(planner->scratch, uint8_t, now->bytes + 1);
    planner->old_used = ARENA_ARRAY(planner->scratch, uint8_t, old->bytes + 1);
    for (size_t index = 0; index < old->count; index++)
        mark_used(planner->old_used, 1, &old->fields[index]);
    for (size_t index = 0; index < now->count; index++) {
        mark_used(&planner->sources->used, sizeof *planner->sources, &now->fields[index]);
        if (planner->leaves[index].old)
            match_leaf(planner, &planner->leaves[index]);
    }
    add_copies(planner);
    for (size_t index = 0; index < now->count; index++)
        if (planner->leaves[index].old)
            add_value(planner, &planner->leaves[index]);
    planner->migration->sets_all = sets_all(planner);
}

/* ---- where then's bytes lie among today's */

typedef struct extent_of {
    const schema_name_t *name;
    const schema_region_t *region;
    uint64_t start, size;
} extent_of_t;

static uint64_t bytes_of(const schema_block_t *block)
{
    return block->count ? (block->count - 1) * block->stride_bytes + block->footprint_bytes : block->footprint_bytes;
}

static extent_of_t extent_of_item(const schema_item_t *item)
{
    switch (item->kind) {
    case SCHEMA_BLOCK: {
        const schema_block_t *block = item->of.block;
        return (extent_of_t){ &block->name, block->region, block->region_offset, bytes_of(block) };
    }
    case SCHEMA_STORE: {
        const schema_store_t *store = item->of.store;
        return (extent_of_t){ &store->name, store->region, store->region_offset, store->size_bytes };
    }
    case SCHEMA_POOL: {
        const schema_pool_t *pool = item->of.pool;
        return (extent_of_t){ &pool->name, pool->region, pool->region_offset,
                              (uint64_t)pool->block_bytes * pool->block_count };
    }
    case SCHEMA_MAP: {
        const schema_map_t *map = item->of.map;
        return (extent_of_t){ &map->name, map->region, map->region_offset, map->size_bytes };
    }
    default:
        return (extent_of_t){ NULL, NULL, 0, 0 };
    }
}

static bool meet(uint64_t start, uint64_t size, uint64_t other_start, uint64_t other_size)
{
    return start < other_start + other_size && other_start < start + size;
}

static diagnostic_t *report_place(diagnostics_t *diagnostics, const schema_block_t *now, const schema_block_t *old,
                                  unsigned version, const char *why)
{
    uint64_t end = old->region_offset + bytes_of(old) - 1;
    diagnostic_t *place = report(diagnostics, RULE_MIGRATION_PLACE, now->name.span,
                                 "what version %u stored of '%s', at bytes %llu to %llu of '%s', %s", version,
                                 now->name.name, (unsigned long long)old->region_offset, (unsigned long long)end,
                                 now->region->name.name, why);
    report_note(place, old->name.span, "version %u has it here", version);
    return place;
}

/* What lies over then's bytes today would overwrite them before they are migrated. */
static bool check_others(arena_t *arena, diagnostics_t *diagnostics, const schema_t *schema, const schema_block_t *now,
                         const schema_block_t *old, unsigned version)
{
    for (size_t index = 0; index < schema->item_count; index++) {
        const extent_of_t other = extent_of_item(&schema->items[index]);
        if (other.region != now->region || other.name == &now->name
            || !meet(old->region_offset, bytes_of(old), other.start, other.size))
            continue;
        diagnostic_t *under = report_place(diagnostics, now, old, version, arena_format(arena,
            "lies under '%s', whose first flush would overwrite it", other.name->name));
        report_note(under, other.name->span, "'%s' lies at bytes %llu to %llu", other.name->name,
                    (unsigned long long)other.start, (unsigned long long)(other.start + other.size - 1));
        report_help(under, "write 'in %s + %llu' for '%s', and put '%s' where nothing lay; 'span' keeps room for a "
                    "block to grow in", now->region->name.name, (unsigned long long)old->region_offset, now->name.name,
                    other.name->name);
        report_help(under, "or write 'drop' on '%s' where its old contents may be lost", now->name.name);
        return false;
    }
    return true;
}

/* Elements of an array must not lie over each other's bytes of then. */
static bool check_elements(diagnostics_t *diagnostics, const schema_block_t *now, const schema_block_t *old,
                           unsigned version)
{
    bool is_array = now->count > 1 || old->count > 1;
    bool stays = now->region_offset == old->region_offset
        && (now->count <= 1 || old->count <= 1 || now->stride_bytes == old->stride_bytes)
        && (old->count <= 1 || now->footprint_bytes <= old->stride_bytes)
        && (now->count <= 1 || old->footprint_bytes <= now->stride_bytes);
    if (!is_array || stays || !meet(old->region_offset, bytes_of(old), now->region_offset, bytes_of(now)))
        return true;
    diagnostic_t *under = report_place(diagnostics, now, old, version, "lies under other elements than its own, whose "
                                       "first flush would overwrite it");
    report_help(under, "give the elements their old places ('in %s + %llu', 'stride %llu'), or put all of them where "
                "nothing lay; a stride with room lets them grow", now->region->name.name,
                (unsigned long long)old->region_offset,
                (unsigned long long)(old->count ? old->stride_bytes : old->footprint_bytes));
    return false;
}

static uint64_t rounded_up(uint64_t value, uint64_t unit) { return (value + unit - 1) / unit * unit; }

/* Which of today's copies can be written while one of then must stay whole. */
static bool plan_copies(diagnostics_t *diagnostics, schema_migration_t *migration, const schema_block_t *now,
                        const schema_block_t *old, unsigned version)
{
    bool is_any = false;
    /* An erase takes whole units; where today's copies share one no flush is safe, which is warned of elsewhere. */
    uint64_t unit = now->region->erase_bytes && !now->copies_share_unit ? now->region->erase_bytes : 1;
    if (!now->is_mirrored || now->kind == REGION_FLASH)
        return true;
    for (unsigned then = 0; then <= (unsigned)old->is_mirrored; then++) {
        uint64_t old_start = old->region_offset + then * old->size_bytes;
        uint64_t old_end = rounded_up(old_start + old->size_bytes, unit);
        migration->free_copy[then] = 2;
        for (unsigned copy = 2; copy-- > 0;)
            if (!meet(old_start / unit * unit, old_end - old_start / unit * unit,
                      now->region_offset + copy * now->size_bytes, now->size_bytes))
                migration->free_copy[then] = copy;
        is_any |= migration->free_copy[then] != 2;
        migration->needs_room |= migration->free_copy[then] != 0;
    }
    if (is_any)
        return true;
    diagnostic_t *under = report_place(diagnostics, now, old, version, "lies under both copies of today's: a flush that "
                                       "is cut would lose it");
    report_help(under, "leave it where it was ('in %s + %llu'), or put '%s' where nothing lay", now->region->name.name,
                (unsigned long long)old->region_offset, now->name.name);
    return false;
}

/* In flash copies are found by their size and a seed of the names: what differs in these is opened as that version did,
 * in the same erase units. */
static bool check_flash(diagnostics_t *diagnostics, const schema_block_t *now, const schema_block_t *old,
                        unsigned version)
{
    if (now->kind != REGION_FLASH || (now->region_offset == old->region_offset
                                      && now->footprint_bytes == old->footprint_bytes
                                      && now->stride_bytes == old->stride_bytes))
        return true;
    diagnostic_t *other = report_place(diagnostics, now, old, version, "lies in other erase units: a block in flash is "
                                       "migrated in those that it had");
    report_help(other, "write 'in %s + %llu'%s, or 'drop' on '%s' where its old contents may be lost",
                now->region->name.name, (unsigned long long)old->region_offset,
                now->count ? " and the stride that it had" : "", now->name.name);
    return false;
}

/* ---- one block */

static bool is_same_move(const schema_move_t *a, const schema_move_t *b)
{
    if (a->is_value != b->is_value || a->from != b->from || a->to != b->to || a->byte_count != b->byte_count)
        return false;
    if (!a->is_value)
        return true;
    const schema_field_t *x = &a->old, *y = &b->old;
    return a->now.byte_offset == b->now.byte_offset && a->now.shift == b->now.shift && has_same_place(x, y)
        && x->type.kind == y->type.kind && x->type.width_bits == y->type.width_bits
        && x->type.length_bytes == y->type.length_bytes && a->shift == b->shift && a->widens_float == b->widens_float;
}

/* Did two versions store the same, at the same place? */
static bool is_same_migration(const schema_migration_t *a, const schema_migration_t *b)
{
    const schema_block_t *x = a->old, *y = b->old;
    if (x->size_bytes != y->size_bytes || x->guard != y->guard || x->guard_seed != y->guard_seed
        || x->is_mirrored != y->is_mirrored || x->region_offset != y->region_offset || x->count != y->count
        || x->stride_bytes != y->stride_bytes || a->move_count != b->move_count)
        return false;
    for (size_t index = 0; index < a->move_count; index++)
        if (!is_same_move(&a->moves[index], &b->moves[index]))
            return false;
    return true;
}

/* Appends a migration to a block's or a record's. */
static schema_migration_t *append(arena_t *arena, schema_migration_t **migrations, size_t *count,
                                  const schema_migration_t *migration)
{
    schema_migration_t *more = ARENA_ARRAY(arena, schema_migration_t, *count + 1);
    if (*count)
        memcpy(more, *migrations, *count * sizeof *more);
    *migrations = more;
    schema_migration_t *last = &more[(*count)++];
    *last = *migration;
    last->versions = ARENA_ARRAY(arena, uint32_t, 256);
    return last;
}

static void add_migration(arena_t *arena, schema_block_t *block, const schema_migration_t *migration, uint32_t version)
{
    schema_migration_t *last = block->migration_count ? &block->migrations[block->migration_count - 1] : NULL;
    if (!last || !is_same_migration(last, migration))
        last = append(arena, &block->migrations, &block->migration_count, migration);
    last->versions[last->version_count++] = version;
}

/* The bytes of then belong to the region's storage as today's do. */
static void keep_room(schema_t *schema, const schema_block_t *now, const schema_block_t *old)
{
    schema_region_t *region = &schema->regions[now->region - schema->regions];
    uint64_t end = old->region_offset + bytes_of(old);
    if (end > region->storage_bytes)
        region->storage_bytes = end;
    if (end > region->used_bytes)
        region->used_bytes = end;
    schema->uses_guard[old->guard] = true;
}

static void plan_block(arena_t *arena, diagnostics_t *diagnostics, schema_t *schema, const body_pair_t *pair,
                       unsigned version)
{
    const schema_block_t *old = pair->old;
    schema_migration_t migration = { .old = old };
    planner_t planner = { .arena = arena, .scratch = arena_create(), .leaves = pair->leaves, .migration = &migration,
                          .now = { pair->now->fields, pair->now->field_count, pair->now->fields_bytes },
                          .old = { old->fields, old->field_count, old->fields_bytes } };
    schema_block_t *now = NULL;
    for (size_t index = 0; index < schema->item_count && !now; index++)
        if (schema->items[index].kind == SCHEMA_BLOCK && schema->items[index].of.block == pair->now)
            now = schema->items[index].of.block;
    if (old->region_offset + bytes_of(old) > now->region->size_bytes) {
        diagnostic_t *beyond = report_place(diagnostics, now, old, version, "lies beyond the region's end");
        report_help(beyond, "let '%s' have its old size, or write 'drop' on '%s'", now->region->name.name,
                    now->name.name);
    } else if (check_others(arena, diagnostics, schema, now, old, version)
               & check_elements(diagnostics, now, old, version)
               & plan_copies(diagnostics, &migration, now, old, version)
               & check_flash(diagnostics, now, old, version)) {
        migration.is_followed = now->size_bytes != old->size_bytes || now->flash_seed != old->flash_seed;
        plan_moves(&planner);
        add_migration(arena, now, &migration, version);
        keep_room(schema, now, old);
    }
    arena_destroy(planner.scratch);
}

/* ---- one record */

/* Is it one of the rows that today's table keeps for what earlier versions saved? */
static bool is_earlier_row(const schema_store_t *store, const schema_record_t *old)
{
    for (size_t index = 0; index < store->earlier_count; index++) {
        const schema_record_t *row = &store->earlier[index];
        if (row->kind_number == old->kind_number)
            return strcmp(row->prefix, old->prefix) == 0 && row->value_bytes == old->value_bytes
                && row->first_id == old->first_id && row->last_id == old->last_id;
    }
    return false;
}

/* A row is the same in all versions that have it: what the newest of them says of its bytes counts. */
static void plan_record(arena_t *arena, const record_pair_t *pair, unsigned version)
{
    schema_record_t *now = (schema_record_t *)pair->now;   /* today's, which only this and its store's rows complete */
    const schema_record_t *old = pair->old;
    schema_migration_t migration = { .old_record = old };
    schema_migration_t *last = now->migration_count ? &now->migrations[now->migration_count - 1] : NULL;
    if (now->may_drop || now->is_ring || old->is_ring || !is_earlier_row(pair->store, old))
        return;
    if (!last || last->old_record->kind_number != old->kind_number) {
        planner_t planner = { .arena = arena, .scratch = arena_create(), .leaves = pair->leaves, .migration = &migration };
        if (pair->leaves) {
            planner.now = (fields_t){ now->body->fields, now->body->field_count, now->most_bytes };
            planner.old = (fields_t){ old->body->fields, old->body->field_count, old->most_bytes };
            plan_moves(&planner);
        }
        arena_destroy(planner.scratch);
        last = append(arena, &now->migrations, &now->migration_count, &migration);
    }
    last->versions[last->version_count++] = version;
}

void plan_migrations(arena_t *arena, diagnostics_t *diagnostics, schema_t *schema, const comparison_t *comparison)
{
    unsigned version = (unsigned)comparison->old->version;
    for (size_t index = 0; index < comparison->pair_count; index++) {
        const body_pair_t *pair = &comparison->pairs[index];
        if (pair->now->guard != GUARD_NONE && pair->old->guard != GUARD_NONE)
            plan_block(arena, diagnostics, schema, pair, version);
    }
    for (size_t index = 0; index < comparison->record_pair_count; index++)
        plan_record(arena, &comparison->record_pairs[index], version);
}
