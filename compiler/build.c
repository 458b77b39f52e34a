/* From declarations to the schema, one kind after the other; see build.h. */
#include "build.h"

#include <stdlib.h>
#include <string.h>

#include "block.h"
#include "check.h"
#include "fingerprint.h"
#include "naming.h"
#include "parts.h"
#include "stores.h"
#include "place.h"

typedef struct builder {
    resolver_t resolver;
    claims_t claims;
    schema_t *schema;
    size_t item_capacity;
    bool *is_emitted;        /* of each symbol */
} builder_t;

static void add_item(builder_t *builder, schema_item_t item)
{
    schema_t *schema = builder->schema;
    if (schema->item_count == builder->item_capacity)
        schema->items = arena_grow(builder->resolver.arena, schema->items, &builder->item_capacity,
                                   sizeof *schema->items);
    schema->items[schema->item_count++] = item;
}

/* ---- what a type needs comes before it */

static void add_type(builder_t *builder, const schema_type_t *type);

static bool take_symbol(builder_t *builder, const char *name)
{
    symbol_t *symbol = resolver_find(&builder->resolver, name);
    if (!symbol)
        return false;
    bool *is_emitted = &builder->is_emitted[symbol - builder->resolver.symbols];
    bool is_first = !*is_emitted;
    *is_emitted = true;
    return is_first;
}

static void add_struct(builder_t *builder, const schema_struct_t *structure)
{
    if (!take_symbol(builder, structure->name.name))
        return;
    for (size_t index = 0; index < structure->member_count; index++)
        add_type(builder, &structure->members[index].type);
    add_item(builder, (schema_item_t){ .kind = SCHEMA_STRUCT, .of.structure = structure });
}

static void add_enum(builder_t *builder, const schema_enum_t *enumeration)
{
    if (take_symbol(builder, enumeration->name.name))
        add_item(builder, (schema_item_t){ .kind = SCHEMA_ENUM, .of.enumeration = enumeration });
}

static void add_type(builder_t *builder, const schema_type_t *type)
{
    if (type->enumeration)
        add_enum(builder, type->enumeration);
    if (type->structure)
        add_struct(builder, type->structure);
}

static void add_block(builder_t *builder, schema_block_t *block)
{
    for (size_t index = 0; index < block->field_count; index++)
        add_type(builder, &block->fields[index].type);
    for (size_t index = 0; index < block->part_count; index++)
        add_struct(builder, block->parts[index].structure);
    for (size_t index = 0; index < block->register_count; index++) {
        add_type(builder, &block->registers[index].type);
        for (size_t bit = 0; bit < block->registers[index].bits_count; bit++)
            add_type(builder, &block->registers[index].bits[bit].type);
    }
    add_item(builder, (schema_item_t){ .kind = SCHEMA_BLOCK, .of.block = block });
}

static void add_store(builder_t *builder, const schema_store_t *store)
{
    for (size_t index = 0; index < store->record_count; index++) {
        const schema_record_t *record = &store->records[index];
        if (record->body && !record->body_is_own)
            add_struct(builder, record->body);
        for (size_t member = 0; record->body && member < record->body->member_count; member++)
            add_type(builder, &record->body->members[member].type);
    }
    add_item(builder, (schema_item_t){ .kind = SCHEMA_STORE, .of.store = store });
}

/* ---- each declaration */

static void build_declaration(builder_t *builder, symbol_t *symbol)
{
    resolver_t *resolver = &builder->resolver;
    const ast_node_t *node = symbol->node;
    switch (node->kind) {
    case AST_CONSTANT: {
        const schema_constant_t *constant = resolve_constant(resolver, symbol);
        if (constant)
            add_item(builder, (schema_item_t){ .kind = SCHEMA_CONSTANT, .of.constant = constant });
        break;
    }
    case AST_ENUM: {
        const schema_enum_t *enumeration = resolve_enum(resolver, symbol);
        if (enumeration)
            add_enum(builder, enumeration);
        break;
    }
    case AST_STRUCT: {
        const placed_t *placed = place_struct(resolver, symbol);
        if (placed)
            add_struct(builder, placed->structure);
        break;
    }
    case AST_MEMREG: {
        schema_block_t *block = make_block(&builder->claims, node, &builder->schema->name, builder->schema->version);
        if (block)
            add_block(builder, block);
        break;
    }
    case AST_STORE: {
        const schema_store_t *store = make_store(&builder->claims, node);
        if (store)
            add_store(builder, store);
        break;
    }
    case AST_POOL: {
        const schema_pool_t *pool = make_pool(&builder->claims, node);
        if (pool && pool->object)
            add_struct(builder, pool->object);
        if (pool)
            add_item(builder, (schema_item_t){ .kind = SCHEMA_POOL, .of.pool = pool });
        break;
    }
    case AST_MAP: {
        const schema_map_t *map = make_map(&builder->claims, node);
        for (size_t index = 0; map && index < map->entry_count; index++)
            if (map->entries[index].table)
                add_struct(builder, map->entries[index].table);
        if (map)
            add_item(builder, (schema_item_t){ .kind = SCHEMA_MAP, .of.map = map });
        break;
    }
    default:
        break;
    }
}

static void build_regions(builder_t *builder)
{
    resolver_t *resolver = &builder->resolver;
    for (size_t index = 0; index < resolver->symbol_count; index++) {
        symbol_t *symbol = &resolver->symbols[index];
        if (symbol->node->kind != AST_REGION)
            continue;
        check_attributes(resolver, symbol->node);
        (void)resolve_region(resolver, symbol);
    }
    for (size_t index = 0; index < resolver->symbol_count; index++) {
        symbol_t *symbol = &resolver->symbols[index];
        if (symbol->node->kind != AST_PARTITIONS)
            continue;
        const schema_partitions_t *table = make_partitions(&builder->claims, symbol->node);
        if (table)
            add_item(builder, (schema_item_t){ .kind = SCHEMA_PARTITIONS, .of.partitions = table });
    }
    builder->schema->regions = resolver->regions;
    builder->schema->region_count = resolver->region_count;
}

/* ---- the whole */

static void read_target(builder_t *builder, const program_t *program)
{
    schema_t *schema = builder->schema;
    resolver_t *resolver = &builder->resolver;
    uint64_t word;
    schema->target = program->target_name;
    schema->word_bits = resolver->word_bits = 32;
    schema->is_host_target = program->target_name && strcmp(program->target_name, "host") == 0;
    if (!program->target)
        return;
    for (const ast_node_t *item = program->target->children.first; item; item = item->next) {
        if (item->kind != AST_FIELD)
            continue;
        if (strcmp(item->name, "word") != 0) {
            report(resolver->diagnostics, RULE_TARGET_PROPERTY, item->name_span,
                   "a target has no property '%s'; it has 'word'", item->name);
            continue;
        }
        if (!evaluate_bounded(resolver, item->value, RULE_TARGET_PROPERTY, "the word's width in bits", 8, 64, &word))
            continue;
        if (word != 8 && word != 16 && word != 32 && word != 64)
            report(resolver->diagnostics, RULE_TARGET_PROPERTY, item->value->span, "a word has 8, 16, 32 or 64 bits");
        else
            schema->word_bits = resolver->word_bits = (unsigned)word;
    }
}

static void read_head(builder_t *builder, names_t *names, const program_t *program, const char *prefix)
{
    resolver_t *resolver = &builder->resolver;
    schema_t *schema = builder->schema;
    uint64_t version = 1;
    const char *name = program->layout ? program->layout->name : "layout";
    span_t span = program->layout ? program->layout->name_span : (span_t){ 0, 0 };

    schema->name = name_forms(resolver->arena, name, program->layout ? program->layout->doc : NULL, span);
    if (program->layout && program->layout->value)
        (void)evaluate_bounded(resolver, program->layout->value, RULE_VERSION, "the version", 0, 255, &version);
    schema->version = (uint32_t)version;
    const char *given = prefix ? prefix : program->prefix ? program->prefix->string : name;
    if (!prefix && program->prefix)
        span = program->prefix->string_span;
    schema->prefix = name_intern_string(names, snake_case(resolver->arena, given));
    schema->prefix_upper = upper_case(resolver->arena, schema->prefix);
    for (const char *at = schema->prefix; *at; at++) {
        bool is_ok = (*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9') || *at == '_';
        if (is_ok)
            continue;
        report(resolver->diagnostics, RULE_RESERVED_NAME, span, "the prefix \"%s\" is no name in C", given);
        return;
    }
    if (!*schema->prefix || (*schema->prefix >= '0' && *schema->prefix <= '9')) {
        report(resolver->diagnostics, RULE_RESERVED_NAME, span, "the prefix \"%s\" is no name in C", given);
        return;
    }
    if (is_reserved_prefix(schema->prefix)) {
        diagnostic_t *reserved = report(resolver->diagnostics, RULE_RESERVED_NAME, span,
                                        "names that begin with '%s_' belong to C or to the runtime", schema->prefix);
        report_help(reserved, "write 'prefix \"…\";' below the layout line, or choose another name");
    }
    const char *path = program->main_source->path;
    const char *slash = strrchr(path, '/');
    schema->source_name = slash ? slash + 1 : path;
}

static void note_map(schema_t *schema, const schema_map_t *map)
{
    schema->has_mmus |= map->backing == MAP_BY_MMU;
    for (size_t index = 0; index < map->entry_count; index++)
        schema->has_tables |= map->entries[index].table != NULL;
}

static void note_uses(schema_t *schema)
{
    for (size_t index = 0; index < schema->item_count; index++) {
        if (schema->items[index].kind == SCHEMA_POOL)
            schema->has_pools = schema->needs_glue = true;
        if (schema->items[index].kind == SCHEMA_MAP) {
            schema->has_maps = schema->needs_glue = true;
            note_map(schema, schema->items[index].of.map);
        }
        if (schema->items[index].kind == SCHEMA_STORE) {
            schema->has_stores = schema->needs_glue = true;
            schema->has_rings |= schema->items[index].of.store->ring_count != 0;
        }
        if (schema->items[index].kind != SCHEMA_BLOCK)
            continue;
        const schema_block_t *block = schema->items[index].of.block;
        schema->has_register_blocks |= block->is_register_block;
        schema->has_byte_blocks |= !block->is_register_block;
        schema->has_bus |= block->kind == REGION_BUS;
        schema->has_mirrored_bus |= block->kind == REGION_BUS && block->is_mirrored;
        schema->uses_guard[block->guard] = true;
        schema->has_guards |= block->guard != GUARD_NONE;
        bool is_in_row = block->kind == REGION_USERROW || block->kind == REGION_EEPROM;
        schema->has_rows |= is_in_row;
        schema->has_mirrored_rows |= is_in_row && block->is_mirrored;
        schema->has_flash_blocks |= block->kind == REGION_FLASH;
        schema->needs_glue |= schema->has_rows || schema->has_flash_blocks || (block->kind == REGION_RAM && !block->has_address);
    }
}

/* Whole bytes of another block: the CRC's difference depends on the seeds and the length alone. */
static void note_foreign(arena_t *arena, schema_t *schema)
{
    for (size_t index = 0; index < schema->item_count; index++) {
        if (schema->items[index].kind != SCHEMA_BLOCK || schema->items[index].of.block->guard == GUARD_NONE)
            continue;
        schema_block_t *block = schema->items[index].of.block;
        uint32_t *differences = ARENA_ARRAY(arena, uint32_t, schema->item_count);
        for (size_t other = 0; other < schema->item_count; other++) {
            if (other == index || schema->items[other].kind != SCHEMA_BLOCK)
                continue;
            const schema_block_t *stranger = schema->items[other].of.block;
            if (stranger->guard != block->guard || stranger->size_bytes != block->size_bytes
                || stranger->is_mirrored != block->is_mirrored || stranger->guard_seed == block->guard_seed)
                continue;
            differences[block->foreign_count++] = guard_difference(arena, block, stranger);
        }
        block->has_foreign = block->foreign_count != 0;
        block->foreign_xor = differences;
    }
}

/* Marks what the values of persistent blocks and of records are made of. */
static void note_persistent_types(const placed_t *body)
{
    for (size_t index = 0; index < body->item_count; index++) {
        const placed_item_t *item = &body->items[index];
        /* The schema hands enums and structs out as const; they are this stage's to complete. */
        if (item->type.enumeration)
            ((schema_enum_t *)item->type.enumeration)->is_persistent = true;
        schema_struct_t *structure = (schema_struct_t *)item->type.structure;
        if (structure && structure->is_persistent)
            continue;
        if (structure)
            structure->is_persistent = true;
        if (item->inside)
            note_persistent_types(item->inside);
    }
}

static void note_persistence(schema_t *schema)
{
    for (size_t index = 0; index < schema->item_count; index++) {
        const schema_item_t *item = &schema->items[index];
        if (item->kind == SCHEMA_BLOCK && item->of.block->is_persistent)
            note_persistent_types(item->of.block->body);
        for (size_t record = 0; item->kind == SCHEMA_STORE && record < item->of.store->record_count; record++) {
            schema_struct_t *body = (schema_struct_t *)item->of.store->records[record].body;
            if (!body || body->is_persistent)
                continue;
            body->is_persistent = true;
            note_persistent_types(body->body);
        }
    }
}

schema_t *schema_build(arena_t *arena, names_t *names, diagnostics_t *diagnostics, const program_t *program,
                       const char *prefix)
{
    builder_t builder = { .schema = ARENA_NEW(arena, schema_t) };
    resolver_t *resolver = &builder.resolver;

    resolver_start(resolver, arena, diagnostics, program);
    placer_start(resolver);
    resolver->scratch = arena_create();
    builder.claims.resolver = resolver;
    builder.is_emitted = ARENA_ARRAY(arena, bool, resolver->symbol_count + 1);
    read_head(&builder, names, program, prefix);
    read_target(&builder, program);
    build_regions(&builder);
    for (size_t index = 0; index < resolver->symbol_count; index++)
        build_declaration(&builder, &resolver->symbols[index]);
    check_claims(&builder.claims, builder.schema);
    find_parts(arena, diagnostics, builder.schema);
    size_stores(arena, diagnostics, builder.schema, program->is_frozen);
    arena_destroy(resolver->scratch);
    if (diagnostics_error_count(diagnostics))
        return NULL;
    note_uses(builder.schema);
    note_foreign(arena, builder.schema);
    note_persistence(builder.schema);
    if (!program->is_frozen) {
        check_identifiers(diagnostics, builder.schema);
    }
    builder.schema->fingerprint = schema_fingerprint(builder.schema);
    return diagnostics_error_count(diagnostics) ? NULL : builder.schema;
}
