/* Stores, pools, maps and partition tables: declarations go in; what is known of them comes out; see block.h. */
#include <string.h>

#include "block.h"
#include "flatten.h"
#include "memreg/pool.h"
#include "naming.h"
#include "overlap.h"
#include "partition.h"
#include "place.h"

static schema_name_t forms_of(resolver_t *resolver, const ast_node_t *node)
{
    return name_forms(resolver->arena, node->name, node->doc, node->name_span);
}

/* An attribute's number, or `otherwise` where it is not written. */
static bool read_number(resolver_t *resolver, const ast_node_t *node, attribute_kind_t kind, rule_t rule,
                        uint64_t least, uint64_t most, uint64_t otherwise, uint64_t *value)
{
    const ast_attribute_t *attribute = ast_attribute(node, kind);
    *value = otherwise;
    return !attribute || evaluate_bounded(resolver, attribute->first, rule, attribute_written(kind), least, most, value);
}

/* ---- stores */

static bool read_ids(resolver_t *resolver, const ast_node_t *node, schema_record_t *record)
{
    const ast_attribute_t *ids = ast_attribute(node, ATTRIBUTE_IDS);
    uint64_t first = 0, last = UINT32_MAX;
    record->has_ids = ids != NULL;
    record->is_ring = ast_attribute(node, ATTRIBUTE_RING) != NULL;
    if (record->is_ring && !ids) {
        diagnostic_t *missing = report(resolver->diagnostics, RULE_RECORD_IDS,
                                       ast_attribute(node, ATTRIBUTE_RING)->span,
                                       "a ring needs 'ids A..B': how many it holds");
        report_help(missing, "write 'ids 0..999 ring'");
        return false;
    }
    if (ids) {
        if (!evaluate_bounded(resolver, ids->first, RULE_RECORD_IDS, "the first id", 0, UINT32_MAX, &first))
            return false;
        last = first;
        if (ids->second
            && !evaluate_bounded(resolver, ids->second, RULE_RECORD_IDS, "the last id", first, UINT32_MAX, &last))
            return false;
    }
    record->first_id = (uint32_t)first;
    record->last_id = (uint32_t)last;
    return true;
}

static bool read_record_body(resolver_t *resolver, const ast_node_t *node, schema_record_t *record)
{
    uint64_t most;
    if (node->has_braces) {
        placed_t *placed = place_body(resolver, node, POLICY_PACKED);
        if (!placed)
            return false;
        if (!placed->leaf_count) {
            report_empty(resolver, node, "fields");
            return false;
        }
        record->body = make_struct(resolver, &record->name, placed);
        record->body_is_own = true;
        record->most_bytes = (uint32_t)placed->size_bytes;
        return record->body != NULL;
    }
    if (node->type.is_up_to) {
        if (strcmp(node->type.name, "byte") != 0) {
            report(resolver->diagnostics, RULE_RECORD_BODY, node->type.span, "raw bytes are written byte[..N]");
            return false;
        }
        if (!evaluate_bounded(resolver, node->type.dimensions, RULE_RECORD_BODY, "the length", 1, 1 << 20, &most))
            return false;
        record->most_bytes = (uint32_t)most;
        return true;
    }
    symbol_t *symbol = resolver_find(resolver, node->type.name);
    if (!symbol || symbol->node->kind != AST_STRUCT) {
        diagnostic_t *wrong = report(resolver->diagnostics, RULE_RECORD_BODY, node->type.span,
                                     "'%s' is no struct", node->type.name);
        report_help(wrong, "a record's body is a struct, fields in braces '{ value: %s; }', or byte[..N]",
                    node->type.name);
        return false;
    }
    placed_t *placed = symbol ? place_struct(resolver, symbol) : NULL;
    if (!placed)
        return false;
    if (node->type.dimensions) {
        report(resolver->diagnostics, RULE_RECORD_BODY, node->type.dimensions->span,
               "a record's body is one struct, fields in braces, or byte[..N]");
        return false;
    }
    record->body = placed->structure;
    record->most_bytes = (uint32_t)placed->size_bytes;
    return true;
}

static const char *visible(arena_t *arena, const char *string)
{
    char chars[32];
    text_t text = TEXT_IN(chars);
    text_put_visible(&text, string);
    return text_take(&text, arena);
}

static bool read_most_records(resolver_t *resolver, const ast_node_t *node, schema_record_t *record)
{
    const ast_attribute_t *count = ast_attribute(node, ATTRIBUTE_COUNT);
    uint64_t most = 0;
    if (count && record->is_ring) {
        report(resolver->diagnostics, RULE_RECORD_IDS, count->span, "a ring holds as many records as it has ids");
        return false;
    }
    if (!read_number(resolver, node, ATTRIBUTE_COUNT, RULE_RECORD_IDS, 1, UINT16_MAX, 0, &most))
        return false;
    record->most_records = (uint32_t)most;
    return true;
}

/* A row of a frozen table that no record of that version has: it is known by its number, and only what the table says
 * of it counts. */
static bool is_nameless(const ast_node_t *node) { return strcmp(node->name, "_") == 0; }

static bool has_allowed_name(resolver_t *resolver, const ast_node_t *node)
{
    if (!is_nameless(node) || resolver->program->is_frozen)
        return true;
    report(resolver->diagnostics, RULE_RESERVED_NAME, node->name_span,
           "a record has a name: rows of the table that earlier versions had are kept by the lock file");
    return false;
}

static bool read_record(resolver_t *resolver, const ast_node_t *node, schema_store_t *store, schema_record_t *record)
{
    check_attributes(resolver, node);
    record->name = forms_of(resolver, node);
    const ast_attribute_t *was = ast_attribute(node, ATTRIBUTE_WAS);
    record->was = was ? was->name : NULL;
    record->may_drop = ast_attribute(node, ATTRIBUTE_DROP) != NULL;
    record->prefix = node->string;
    record->prefix_text = visible(resolver->arena, node->string);
    bool has_nul = strlen(node->string) != node->string_length_bytes;
    if (node->string_length_bytes < 1 || node->string_length_bytes > 3 || has_nul) {
        report(resolver->diagnostics, RULE_RECORD_PREFIX, node->string_span,
               "a record's prefix has 1 to 3 bytes, none of them 0");
        return false;
    }
    for (size_t index = 0; index < store->record_count && !is_nameless(node); index++) {
        const schema_record_t *other = &store->records[index];
        bool same_prefix = strcmp(other->prefix, record->prefix) == 0;
        if (!same_prefix && other->name.name != record->name.name)
            continue;
        diagnostic_t *twice = report(resolver->diagnostics, same_prefix ? RULE_RECORD_PREFIX : RULE_DUPLICATE_NAME,
                                     same_prefix ? node->string_span : node->name_span,
                                     same_prefix ? "the prefix \"%s\" is that of record '%s'"
                                                 : "'%s' is in this store already, as '%s'",
                                     same_prefix ? record->prefix_text : node->name, other->name.name);
        report_note(twice, other->name.span, "'%s' is here", other->name.name);
        return false;
    }
    return read_ids(resolver, node, record)
        & read_number(resolver, node, ATTRIBUTE_WRITES, RULE_RECORD_IDS, 1, (uint64_t)1 << 40, 0,
                      &record->writes_per_day)
        & read_most_records(resolver, node, record)
        & read_record_body(resolver, node, record);
}

/* Erases of the whole region that the declared writes cause in a year, against its endurance. An entry is its value
 * and about ten bytes around it. */
static void warn_life(resolver_t *resolver, const ast_node_t *node, const schema_store_t *store)
{
    const schema_region_t *region = store->region;
    double bytes_per_day = 0;
    uint32_t most_bytes = 1;
    for (size_t index = 0; index < store->record_count; index++) {
        const schema_record_t *record = &store->records[index];
        bytes_per_day += (double)record->writes_per_day * (record->most_bytes + 10);
        if (record->most_bytes > most_bytes)
            most_bytes = record->most_bytes;
    }
    bytes_per_day += (double)store->writes_per_day * (most_bytes + 10);
    uint64_t size = store->size_bytes ? store->size_bytes : region->size_bytes;
    if (bytes_per_day == 0 || !region->endurance_cycles || !size)
        return;
    double days = (double)region->endurance_cycles * (double)size / bytes_per_day;
    if (days >= 365)
        return;
    diagnostic_t *worn = report(resolver->diagnostics, RULE_STORE_LIFE, node->name_span,
                                "at the declared writes store '%s' wears '%s' out in %.0f days", node->name,
                                region->name.name, days);
    report_help(worn, "give it a larger region, or write less often");
}

static void read_earlier(schema_store_t *store, schema_record_t *record)
{
    record->name.name = NULL;
    record->value_bytes = record->most_bytes;
    store->earlier_count++;
}

schema_store_t *make_store(claims_t *claims, const ast_node_t *node)
{
    resolver_t *resolver = claims->resolver;
    schema_store_t *store = ARENA_NEW(resolver->arena, schema_store_t);
    schema_region_t *region;
    bool is_good = true;
    uint64_t size;

    check_attributes(resolver, node);
    store->name = forms_of(resolver, node);
    store->records = ARENA_ARRAY(resolver->arena, schema_record_t, node->children.count + 1);
    store->earlier = ARENA_ARRAY(resolver->arena, schema_record_t, node->children.count + 1);
    for (const ast_node_t *child = node->children.first; child; child = child->next) {
        bool has_no_name = is_nameless(child);
        schema_record_t *record = has_no_name ? &store->earlier[store->earlier_count] : &store->records[store->record_count];
        *record = (schema_record_t){ .kind_number = (unsigned)(store->record_count + store->earlier_count) };
        if (!has_allowed_name(resolver, child) || !read_record(resolver, child, store, record))
            is_good = false;
        else if (has_no_name)
            read_earlier(store, record);
        else
            store->record_count++;
    }
    if (!node->children.count) {
        report_empty(resolver, node, "records");
        is_good = false;
    }
    if (!read_number(resolver, node, ATTRIBUTE_SIZE, RULE_OUTSIDE_REGION, 1, (uint64_t)1 << 40, 0, &size)
        || !read_number(resolver, node, ATTRIBUTE_WRITES, RULE_RECORD_IDS, 1, (uint64_t)1 << 40, 0,
                        &store->writes_per_day)
        || !claim_place(claims, node, 1u << REGION_FLASH, "a flash region", size, 1, &region, &store->region_offset))
        return NULL;
    store->region = region;
    store->size_bytes = size;
    if (!region->erase_bytes) {
        diagnostic_t *missing = report(resolver->diagnostics, RULE_REGION_ATTRIBUTE, node->name_span,
                                       "store '%s' needs the erase unit of '%s'", node->name, region->name.name);
        report_note(missing, region->name.span, "region '%s' has no 'erase N'", region->name.name);
        return NULL;
    }
    if (is_good)
        warn_life(resolver, node, store);
    return is_good ? store : NULL;
}

/* ---- pools */

enum { MOST_POOL_BLOCKS = MR_POOL_MOST_BLOCKS, MOST_POOL_OBJECTS = 65534, MOST_POOL_BLOCK_BYTES = 32768, POOL_ALIGNMENT_BYTES = 8 };

static uint64_t aligned(uint64_t bytes, uint64_t alignment) { return (bytes + alignment - 1) / alignment * alignment; }

/* The most that a struct's plain C type takes on any machine: members aligned to their size, enums as wide as an int. The
 * same everywhere, so that what follows the pool in its region lies where it lies on the next machine. */
static uint64_t plain_bytes(const schema_struct_t *structure, uint64_t *alignment)
{
    uint64_t bytes = 0, most = 1;
    for (size_t index = 0; index < structure->member_count; index++) {
        const schema_member_t *member = &structure->members[index];
        uint64_t own = 1, size = 1;
        switch (member->type.kind) {
        case VALUE_STRUCT: size = plain_bytes(member->type.structure, &own); break;
        case VALUE_TEXT: size = member->type.length_bytes + 1u; break;
        case VALUE_BYTES: size = member->type.length_bytes; break;
        case VALUE_ENUM: size = own = member->type.storage_bits > 32 ? 8 : 4; break;
        default: size = own = member->type.storage_bits / 8; break;
        }
        bytes = aligned(bytes, own) + size * (member->array_length ? member->array_length : 1);
        most = own > most ? own : most;
    }
    *alignment = most;
    return aligned(bytes ? bytes : 1, most);
}

/* A request is counted in blocks by shifting: a block's size is a power of two. */
static uint64_t whole_power(resolver_t *resolver, const ast_node_t *node, const ast_attribute_t *block, uint64_t bytes,
                            unsigned *shift)
{
    for (*shift = 0; (uint64_t)1 << *shift < bytes;)
        ++*shift;
    uint64_t whole = (uint64_t)1 << *shift;
    if (whole != bytes) {
        diagnostic_t *rounded = report(resolver->diagnostics, RULE_POOL_BLOCK, block->first->span,
                                       "the blocks of pool '%s' take %llu bytes, the next power of two", node->name,
                                       (unsigned long long)whole);
        report_help(rounded, "write 'block %llu'", (unsigned long long)whole);
    }
    return whole;
}

/* What the runtime keeps beside the blocks on a 32-bit machine: mr_pool_t, mr_handles_t, and for each block an mr_slot_t and
 * its owner; or mr_objects_t. */
enum { POOL_BYTES = 44, HANDLES_BYTES = 20, SLOT_BYTES = 6, OBJECTS_BYTES = 32, WORD_BYTES = 2 };

static uint64_t book_bytes(const schema_pool_t *pool)
{
    uint64_t count = pool->block_count;
    if (pool->object)
        return OBJECTS_BYTES + WORD_BYTES * count;
    return POOL_BYTES + WORD_BYTES * MR_POOL_WORDS(count) + HANDLES_BYTES + (SLOT_BYTES + WORD_BYTES) * count;
}

schema_pool_t *make_pool(claims_t *claims, const ast_node_t *node)
{
    resolver_t *resolver = claims->resolver;
    schema_pool_t *pool = ARENA_NEW(resolver->arena, schema_pool_t);
    const ast_attribute_t *of = ast_attribute(node, ATTRIBUTE_OF), *block = ast_attribute(node, ATTRIBUTE_BLOCK);
    schema_region_t *region;
    uint64_t bytes = 0, count = 0, alignment = POOL_ALIGNMENT_BYTES;

    check_attributes(resolver, node);
    pool->name = forms_of(resolver, node);
    if (!of == !block || !ast_attribute(node, ATTRIBUTE_COUNT)) {
        diagnostic_t *wrong = report(resolver->diagnostics, RULE_POOL_SIZE, node->name_span,
                                     "pool '%s' needs a count, and either a block size or a struct", node->name);
        report_help(wrong, "write 'pool %s in REGION block 64 count 16;' or 'pool %s of STRUCT in REGION count 16;'",
                    node->name, node->name);
        return NULL;
    }
    if (of) {
        symbol_t *symbol = resolver_want(resolver, of->name, of->name_span, 1u << AST_STRUCT, "struct");
        placed_t *placed = symbol ? place_struct(resolver, symbol) : NULL;
        if (!placed)
            return NULL;
        pool->object = placed->structure;
        bytes = plain_bytes(pool->object, &alignment);
    }
    if (!read_number(resolver, node, ATTRIBUTE_BLOCK, RULE_POOL_SIZE, 1, MOST_POOL_BLOCK_BYTES, bytes, &bytes)
        || !read_number(resolver, node, ATTRIBUTE_COUNT, RULE_POOL_SIZE, 1, of ? MOST_POOL_OBJECTS : MOST_POOL_BLOCKS, 0,
                        &count))
        return NULL;
    if (block) {
        bytes = whole_power(resolver, node, block, bytes, &pool->block_shift);
        alignment = bytes < alignment ? bytes : alignment;
    }
    pool->block_bytes = (uint32_t)bytes;
    pool->block_count = (uint32_t)count;
    pool->book_bytes = book_bytes(pool);
    if (!claim_place(claims, node, 1u << REGION_RAM, "a ram region", bytes * count, alignment, &region,
                     &pool->region_offset))
        return NULL;
    pool->region = region;
    pool->has_address = region->has_address;
    pool->address = region->has_address ? region->address + pool->region_offset : 0;
    if (pool->has_address && pool->address % alignment) {
        report(resolver->diagnostics, RULE_ALIGNMENT, node->name_span, "pool '%s' at 0x%llX is not aligned to %llu bytes",
               node->name, (unsigned long long)pool->address, (unsigned long long)alignment);
        return NULL;
    }
    return pool;
}

/* ---- maps */

enum { MOST_TABLE_STRUCT_BYTES = 65535 };

static bool read_key(resolver_t *resolver, const ast_node_t *node, schema_map_entry_t *entry)
{
    const ast_attribute_t *key = ast_attribute(node, ATTRIBUTE_KEY);
    const schema_field_t *found = NULL;
    if (!key)
        return true;
    for (size_t index = 0; index < entry->table->field_count; index++)
        if (strcmp(entry->table->fields[index].name.name, key->name) == 0)
            found = &entry->table->fields[index];
    bool is_integer = found && !found->is_bit_type && !found->index_count
        && (found->type.kind == VALUE_UNSIGNED || found->type.kind == VALUE_SIGNED || found->type.kind == VALUE_ENUM);
    if (is_integer) {
        entry->key = found;
        return true;
    }
    diagnostic_t *wrong = report(resolver->diagnostics, RULE_MAP_TABLE, key->name_span, found
                                 ? "'%s' of '%s' cannot be a key: a key is an integer or an enum of whole bytes"
                                 : "there is no field '%s' in '%s'", key->name, entry->table->name.name);
    report_note(wrong, entry->table->name.span, "struct '%s' is here", entry->table->name.name);
    return false;
}

/* `name "label" : STRUCT key FIELD;`: the file is an array of structs. */
static bool read_table(resolver_t *resolver, const ast_node_t *node, schema_map_entry_t *entry)
{
    check_attributes(resolver, node);
    if (!node->type.name)
        return true;
    symbol_t *symbol = resolver_find(resolver, node->type.name);
    if (!symbol || symbol->node->kind != AST_STRUCT || node->type.dimensions) {
        diagnostic_t *wrong = report(resolver->diagnostics, RULE_MAP_TABLE, node->type.span,
                                     "a table is of structs, and '%s' is none", node->type.name);
        report_help(wrong, "write '%s \"%s\" : STRUCT;', with as many structs as the file has", node->name, node->string);
        return false;
    }
    placed_t *placed = place_struct(resolver, symbol);
    if (!placed)
        return false;
    entry->table = placed->structure;
    if (placed->size_bytes > MOST_TABLE_STRUCT_BYTES) {
        report(resolver->diagnostics, RULE_TOO_LARGE, node->type.span, "a table's structs have at most 65,535 bytes");
        return false;
    }
    return read_key(resolver, node, entry);
}

schema_map_t *make_map(claims_t *claims, const ast_node_t *node)
{
    resolver_t *resolver = claims->resolver;
    schema_map_t *map = ARENA_NEW(resolver->arena, schema_map_t);
    schema_region_t *region;
    bool is_good = true;
    uint64_t size;

    check_attributes(resolver, node);
    map->name = forms_of(resolver, node);
    map->entries = ARENA_ARRAY(resolver->arena, schema_map_entry_t, node->children.count + 1);
    for (const ast_node_t *child = node->children.first; child; child = child->next) {
        bool has_nul = strlen(child->string) != child->string_length_bytes;
        if (child->string_length_bytes < 1 || child->string_length_bytes > 8 || has_nul) {
            report(resolver->diagnostics, RULE_MAP_LABEL, child->string_span,
                   "a packed file's name has 1 to 8 bytes, and \"%s\" has %zu", child->string,
                   child->string_length_bytes);
            continue;
        }
        for (size_t index = 0; index < map->entry_count; index++) {
            if (strcmp(map->entries[index].label, child->string) != 0
                && map->entries[index].name.name != child->name)
                continue;
            diagnostic_t *twice = report(resolver->diagnostics, RULE_MAP_LABEL, child->name_span,
                                         "'%s' \"%s\" is in this map already", child->name, child->string);
            report_note(twice, map->entries[index].name.span, "the first is here");
        }
        schema_map_entry_t *entry = &map->entries[map->entry_count++];
        *entry = (schema_map_entry_t){ .name = forms_of(resolver, child), .label = child->string };
        is_good &= read_table(resolver, child, entry);
    }
    if (!read_number(resolver, node, ATTRIBUTE_SIZE, RULE_OUTSIDE_REGION, 1, (uint64_t)1 << 40, 0, &size))
        return NULL;
    if (!claim_place(claims, node, 1u << REGION_FLASH | 1u << REGION_MAPPED, "a flash or mapped region", size, 1,
                     &region, &map->region_offset))
        return NULL;
    map->region = region;
    map->size_bytes = size;
    return is_good ? map : NULL;
}

/* ---- partition tables (ESP-IDF) */

static bool read_partition_type(resolver_t *resolver, const ast_node_t *node, schema_partition_t *partition)
{
    partition->type_name = node->kind_name;
    partition->subtype_name = node->subkind_name;
    if (node->count) {
        partition->type = (unsigned)node->count->integer;
        if (node->count->integer > PARTITION_MOST_TYPE
            || (partition->type > PARTITION_TABLE && partition->type < PARTITION_LEAST_OWN_TYPE)) {
            report(resolver->diagnostics, RULE_PARTITION_TYPE, node->kind_span,
                   "a type of your own is 0x40 to 0xFE");
            return false;
        }
    } else {
        if (!partition_type_find(node->kind_name, &partition->type)) {
            diagnostic_t *unknown = report(resolver->diagnostics, RULE_PARTITION_TYPE, node->kind_span,
                                           "there is no partition type '%s'", node->kind_name);
            report_help(unknown, "the types are %s, or a number 0x40 to 0xFE",
                        partition_type_names(resolver->arena));
            return false;
        }
    }
    if (node->value) {
        partition->subtype = (unsigned)node->value->integer;
        if (node->value->integer <= PARTITION_MOST_SUBTYPE)
            return true;
        report(resolver->diagnostics, RULE_PARTITION_TYPE, node->subkind_span, "a subtype is 0 to 0xFE");
        return false;
    }
    const char *name = node->subkind_name;
    if (partition_subtype_find(partition->type, name, &partition->subtype))
        return true;
    report(resolver->diagnostics, RULE_PARTITION_TYPE, node->subkind_span, "there is no subtype '%s' of '%s'", name,
           node->kind_name ? node->kind_name : "this type");
    return false;
}

static bool read_partition(resolver_t *resolver, const ast_node_t *node, schema_partition_t *partition,
                           uint64_t *cursor)
{
    const ast_attribute_t *at = ast_attribute(node, ATTRIBUTE_AT);
    check_attributes(resolver, node);
    partition->name = forms_of(resolver, node);
    if (!read_partition_type(resolver, node, partition))
        return false;
    uint64_t alignment = partition_alignment(partition->type);
    partition->offset = (*cursor + alignment - 1) / alignment * alignment;
    if (at && !evaluate_bounded(resolver, at->first, RULE_PARTITION_PLACE, "the offset", 0, UINT32_MAX,
                                &partition->offset))
        return false;
    if (!ast_attribute(node, ATTRIBUTE_SIZE)) {
        report(resolver->diagnostics, RULE_PARTITION_PLACE, node->name_span, "partition '%s' has no size", node->name);
        return false;
    }
    if (!read_number(resolver, node, ATTRIBUTE_SIZE, RULE_PARTITION_PLACE, 1, UINT32_MAX, 0, &partition->size_bytes))
        return false;
    partition->is_encrypted = ast_attribute(node, ATTRIBUTE_ENCRYPTED) != NULL;
    partition->is_readonly = ast_attribute(node, ATTRIBUTE_READONLY) != NULL;
    *cursor = partition->offset + partition->size_bytes;
    return true;
}

static void partition_overlap(void *context, const extent_t *first, const extent_t *second)
{
    report_overlap(context, first->owner, first, second->owner, second, 8);
}

/* The rules that every partition table obeys, wherever it is written. */
static bool check_partitions(resolver_t *resolver, const schema_partitions_t *partitions)
{
    partition_table_t table = partition_table_of(resolver->arena, partitions);
    bool is_good = true;
    for (size_t index = 0; index < table.count && index < PARTITION_MOST_ENTRIES; index++) {
        const char *problem = partition_problem(resolver->arena, &table.entries[index], table.offset);
        if (!problem)
            problem = partition_conflict(resolver->arena, &table, &table.entries[index]);
        if (!problem)
            continue;
        report(resolver->diagnostics, RULE_PARTITION_PLACE, partitions->entries[index].name.span, "%s", problem);
        is_good = false;
    }
    return is_good;
}

schema_partitions_t *make_partitions(claims_t *claims, const ast_node_t *node)
{
    resolver_t *resolver = claims->resolver;
    schema_partitions_t *table = ARENA_NEW(resolver->arena, schema_partitions_t);
    const ast_attribute_t *at = ast_attribute(node, ATTRIBUTE_AT);
    extent_t *extents = ARENA_ARRAY(resolver->arena, extent_t, node->children.count + 1);
    uint64_t cursor;
    bool is_good = true;

    check_attributes(resolver, node);
    table->name = forms_of(resolver, node);
    table->table_offset = PARTITION_TABLE_OFFSET;
    if (at && !evaluate_bounded(resolver, at->first, RULE_PARTITION_PLACE, "the table's offset", 0, UINT32_MAX,
                                &table->table_offset))
        return NULL;
    cursor = table->table_offset + PARTITION_TABLE_SECTOR;
    table->entries = ARENA_ARRAY(resolver->arena, schema_partition_t, node->children.count + 1);
    for (const ast_node_t *child = node->children.first; child; child = child->next) {
        schema_partition_t *partition = &table->entries[table->entry_count];
        if (!read_partition(resolver, child, partition, &cursor)) {
            is_good = false;
            continue;
        }
        symbol_t *symbol = resolver_find(resolver, child->name);
        schema_region_t *region = symbol && symbol->node == child ? resolve_region(resolver, symbol) : NULL;
        if (region) {
            region->address = partition->offset;
            region->size_bytes = partition->size_bytes;
        }
        extents[table->entry_count] = (extent_t){ partition->offset, partition->size_bytes, partition->size_bytes, 1,
                                                  child };
        table->entry_count++;
    }
    is_good &= check_partitions(resolver, table);
    if (table->entry_count > PARTITION_MOST_ENTRIES) {
        report(resolver->diagnostics, RULE_PARTITION_PLACE, node->name_span,
               "a partition table has at most %d entries beside its checksum, not %zu", PARTITION_MOST_ENTRIES,
               table->entry_count);
        is_good = false;
    }
    overlaps_find(extents, table->entry_count, partition_overlap, resolver);
    return is_good ? table : NULL;
}
