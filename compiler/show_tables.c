/* A schema goes in, the cells and sums that `memregc show` prints come out (see show_tables.h). */
#include "show_tables.h"

#include "migration_cost.h"
#include "text.h"
#include "utf8.h"

#include <string.h>

enum { COLUMN_GAP = 2, LEAST_CUT = 12, BAR_WIDTH = 8 };

/* ---- text */

static unsigned character_count(const char *text) { return utf8_character_count(text, strlen(text)); }

const char *show_cut(arena_t *arena, const char *text, unsigned width)
{
    size_t length = strcspn(text, "\n");
    const char *line = arena_copy(arena, text, length);
    if (!text[length] && character_count(line) <= width)
        return line;

    unsigned count = 0;
    size_t end = 0;
    for (; line[end]; end++) {
        bool begins_character = ((unsigned char)line[end] & 0xC0) != 0x80;
        if (begins_character && ++count >= width)
            break;
    }
    while (end && line[end - 1] == ' ')
        end--;
    return arena_format(arena, "%.*s…", (int)end, line);
}

/* Where a line of at most `room` characters ends: behind the last word that fits, or behind the first. */
static size_t line_end(const char *text, unsigned room)
{
    size_t at = 0, end = 0;
    for (unsigned count = 0; text[at] && text[at] != '\n' && count <= room; at++) {
        if (text[at] == ' ')
            end = at;
        count += ((unsigned char)text[at] & 0xC0) != 0x80;
        if (count > room && end)
            return end;
    }
    return at + strcspn(text + at, " \n");
}

const char *show_wrapped(arena_t *arena, const char *text, unsigned indent)
{
    const char *wrapped = "";
    while (*text) {
        size_t length = line_end(text, SHOW_WIDTH - indent);
        wrapped = arena_format(arena, "%s%*s%.*s\n", wrapped, length ? (int)indent : 0, "", (int)length, text);
        text += length;
        text += *text == '\n' || *text == ' ';
    }
    return wrapped;
}

/* 100000 as "100,000". */
static const char *grouped(arena_t *arena, uint64_t number)
{
    if (number < 1000)
        return arena_format(arena, "%llu", (unsigned long long)number);
    return arena_format(arena, "%s,%03u", grouped(arena, number / 1000), (unsigned)(number % 1000));
}

const char *show_size(arena_t *arena, uint64_t bytes)
{
    static const char *const units[] = { "bytes", "KiB", "MiB", "GiB", "TiB" };
    unsigned unit = 0;
    while (unit + 1 < sizeof units / sizeof *units && bytes >= 1024 && bytes % 1024 == 0)
        bytes /= 1024, unit++;
    return bytes == 1 && unit == 0 ? "1 byte" : arena_format(arena, "%s %s", grouped(arena, bytes), units[unit]);
}

/* The same where columns have to be narrow: "40 B". */
static const char *short_size(arena_t *arena, uint64_t bytes)
{
    return bytes && bytes % 1024 == 0 ? show_size(arena, bytes) : arena_format(arena, "%s B", grouped(arena, bytes));
}

static int address_digits(uint64_t address)
{
    return address <= 0xFFFF ? 4 : address <= 0xFFFFFFFF ? 8 : 16;
}

static const char *address_text(arena_t *arena, uint64_t address)
{
    return arena_format(arena, "0x%0*llX", address_digits(address), (unsigned long long)address);
}

static int offset_digits(uint64_t last)
{
    int digits = 2;
    while (digits < 16 && last >> (4 * digits))
        digits++;
    return digits;
}

/* ---- tables */

static show_table_t begin_table(arena_t *arena, const char *const *heads, unsigned column_count, size_t most_rows)
{
    show_table_t table = { .column_count = column_count, .row_count = 1 };
    table.cells = arena_allocate(arena, (most_rows + 1) * sizeof *table.cells);
    for (unsigned column = 0; column < column_count; column++)
        table.cells[0][column] = heads[column];
    return table;
}

static const char **add_row(show_table_t *table)
{
    return table->cells[table->row_count++];
}

/* Widths come last, when all cells are known. */
static show_table_t finish_table(show_table_t table)
{
    for (unsigned column = 0; column < table.column_count; column++) {
        unsigned width = 0;
        for (size_t row = 1; row < table.row_count; row++) {
            if (!table.cells[row][column])
                table.cells[row][column] = "";
            unsigned cell_width = character_count(table.cells[row][column]);
            width = cell_width > width ? cell_width : width;
        }
        unsigned head_width = character_count(table.cells[0][column]);
        table.widths[column] = width && width < head_width ? head_width : width;
    }
    return table;
}

static unsigned last_filled_column(const show_table_t *table, size_t row)
{
    unsigned last = 0;
    for (unsigned column = 0; column < table->column_count; column++)
        if (table->widths[column] && *table->cells[row][column])
            last = column;
    return last;
}

const char *show_line(arena_t *arena, const show_table_t *table, size_t row, unsigned indent)
{
    const char *line = arena_format(arena, "%*s", (int)indent, "");
    unsigned at = indent, last = last_filled_column(table, row);

    for (unsigned column = 0; column <= last; column++) {
        const char *cell = table->cells[row][column];
        unsigned width = table->widths[column];
        if (!width)
            continue;
        if (column == last && !table->is_right_aligned[column]) {
            unsigned room = at + LEAST_CUT > SHOW_WIDTH ? LEAST_CUT : SHOW_WIDTH - at;
            return arena_format(arena, "%s%s", line, show_cut(arena, cell, room));
        }
        int padding = (int)(width - character_count(cell));
        if (table->is_right_aligned[column])
            line = arena_format(arena, "%s%*s%s", line, padding, "", cell);
        else
            line = arena_format(arena, "%s%s%*s", line, cell, padding, "");
        if (column < last)
            line = arena_format(arena, "%s%*s", line, COLUMN_GAP, "");
        at += width + COLUMN_GAP;
    }
    return line;
}

/* ---- regions */

static const char *use_bar(arena_t *arena, uint64_t used, uint64_t size)
{
    char bar[BAR_WIDTH + 1] = "";
    unsigned filled = size ? (unsigned)((double)used * BAR_WIDTH / (double)size + 0.5) : 0;
    if (used && !filled)
        filled = 1;
    for (unsigned index = 0; index < BAR_WIDTH; index++)
        bar[index] = index < filled ? '#' : '.';
    return arena_format(arena, "%s", bar);
}

static const char *percentage(arena_t *arena, uint64_t used, uint64_t size)
{
    double percent = size ? 100 * (double)used / (double)size : 0;
    return arena_format(arena, percent > 0 && percent < 1 ? "<1 %%" : "%.0f %%", percent);
}

static const char *region_facts(arena_t *arena, const schema_region_t *region)
{
    const char *facts = region->is_retained ? "retained" : "";
    if (region->erase_bytes)
        facts = arena_format(arena, "%s%serase %s", facts, *facts ? ", " : "", short_size(arena, region->erase_bytes));
    if (region->endurance_cycles)
        facts = arena_format(arena, "%s%s%s cycles", facts, *facts ? ", " : "",
                             grouped(arena, region->endurance_cycles));
    if (region->driver)
        facts = arena_format(arena, "%s%s%s", facts, *facts ? ", " : "", region->driver);
    return facts;
}

show_table_t show_regions(arena_t *arena, const schema_t *schema)
{
    static const char *const heads[] = { "REGION", "KIND", "ADDRESS", "SIZE", "USED", "", "", "" };
    show_table_t table = begin_table(arena, heads, 8, schema->region_count);

    table.is_right_aligned[3] = table.is_right_aligned[4] = table.is_right_aligned[6] = true;
    for (size_t index = 0; index < schema->region_count; index++) {
        const schema_region_t *region = &schema->regions[index];
        if (!region->is_used)
            continue;
        const char **cells = add_row(&table);
        cells[0] = region->name.name;
        cells[1] = region_kinds[region->kind].name;
        cells[2] = region->has_address ? address_text(arena, region->address) : "(linker)";
        cells[3] = short_size(arena, region->size_bytes);
        cells[4] = short_size(arena, region->used_bytes);
        cells[7] = region_facts(arena, region);
        if (!region->has_address && region->kind != REGION_RAM)
            cells[2] = "";
        if (region->kind == REGION_MMIO)
            continue;
        cells[5] = use_bar(arena, region->used_bytes, region->size_bytes);
        cells[6] = percentage(arena, region->used_bytes, region->size_bytes);
    }
    return finish_table(table);
}

const char *show_unused_regions(arena_t *arena, const schema_t *schema)
{
    const char *names = NULL;
    for (size_t index = 0; index < schema->region_count; index++) {
        const schema_region_t *region = &schema->regions[index];
        if (!region->is_used)
            names = names ? arena_format(arena, "%s, %s", names, region->name.name) : region->name.name;
    }
    return names;
}

/* ---- blocks */

static uint64_t block_bytes(const schema_block_t *block)
{
    uint64_t count = block->count ? block->count : 1;
    return (count - 1) * block->stride_bytes + block->footprint_bytes;
}

static bool is_flushed_from_copy(region_kind_t kind)
{
    return kind == REGION_USERROW || kind == REGION_EEPROM || kind == REGION_FLASH || kind == REGION_BUS;
}

show_costs_t show_costs(const schema_t *schema)
{
    show_costs_t costs = { 0 };
    for (size_t index = 0; index < schema->region_count; index++)
        costs.ram_bytes += schema->regions[index].is_row ? schema->regions[index].copy_bytes : 0;
    for (size_t index = 0; index < schema->item_count; index++) {
        const schema_item_t *item = &schema->items[index];
        if (item->kind == SCHEMA_BLOCK && item->of.block->kind == REGION_RAM) {
            costs.ram_bytes += block_bytes(item->of.block);
        } else if (item->kind == SCHEMA_BLOCK && is_flushed_from_copy(item->of.block->kind)) {
            costs.persistent_bytes += block_bytes(item->of.block);
            costs.copy_bytes += item->of.block->size_bytes;
        } else if (item->kind == SCHEMA_POOL) {
            costs.ram_bytes += (uint64_t)item->of.pool->block_bytes * item->of.pool->block_count + item->of.pool->book_bytes;
        } else if (item->kind == SCHEMA_STORE) {
            costs.persistent_bytes += item->of.store->size_bytes;
            costs.ram_bytes += item->of.store->ram_bytes;
        } else if (item->kind == SCHEMA_MAP) {
            costs.persistent_bytes += item->of.map->size_bytes;
        }
    }
    return costs;
}

static const char *row_name(arena_t *arena, const schema_row_t *row)
{
    const char *name = !*row->name ? "(free)" : strcmp(row->name, "_") == 0 ? "_ (reserved)" : row->name;
    return arena_format(arena, "%*s%s", (int)(2 * row->depth), "", name);
}

static const char *row_type(arena_t *arena, const schema_row_t *row)
{
    if (*row->name)
        return row->type;
    if (row->high_bit < 0)
        return show_size(arena, row->size_bits / 8);
    return row->size_bits == 1 ? "1 bit" : arena_format(arena, "%llu bits", (unsigned long long)row->size_bits);
}

static const char *row_bits(arena_t *arena, const schema_row_t *row)
{
    if (row->high_bit < 0)
        return "";
    if (row->high_bit == row->low_bit)
        return arena_format(arena, "%d", row->low_bit);
    return arena_format(arena, "%d:%d", row->high_bit, row->low_bit);
}

show_table_t show_rows(arena_t *arena, const schema_block_t *block)
{
    const char *const heads[] = { "OFFSET", "BITS", "NAME", "TYPE", "ACCESS",
                                  block->is_register_block ? "RESET" : "DEFAULT", "UNIT", "DESCRIPTION" };
    show_table_t table = begin_table(arena, heads, 8, block->row_count);
    int digits = offset_digits(block->size_bytes ? block->size_bytes - 1 : 0);

    table.is_right_aligned[1] = true;
    for (size_t index = 0; index < block->row_count; index++) {
        const schema_row_t *row = &block->rows[index];
        const char **cells = add_row(&table);
        bool is_same_place = index && row->high_bit >= 0 && row[-1].byte_offset == row->byte_offset;
        cells[0] = is_same_place ? "" : arena_format(arena, "0x%0*X", digits, (unsigned)row->byte_offset);
        cells[1] = row_bits(arena, row);
        cells[2] = row_name(arena, row);
        cells[3] = row_type(arena, row);
        cells[4] = !block->is_register_block && strcmp(row->access, "rw") == 0 ? "" : row->access;
        cells[5] = row->value;
        cells[6] = row->unit;
        cells[7] = row->doc;
    }
    return finish_table(table);
}

static const char *count_text(arena_t *arena, const schema_block_t *block)
{
    if (!block->count)
        return "";
    return arena_format(arena, ", %u times every %s", block->count, show_size(arena, block->stride_bytes));
}

const char *show_place(arena_t *arena, const schema_block_t *block)
{
    const char *place = block->has_address ? address_text(arena, block->address) : NULL;
    if (block->region) {
        const char *format = block->is_register_block ? "%s + 0x%llX" : "%s + %llu";
        const char *in_region = arena_format(arena, format, block->region->name.name,
                                             (unsigned long long)block->region_offset);
        place = place ? arena_format(arena, "%s = %s", in_region, place) : in_region;
    }
    return arena_format(arena, "%s, %s%s, %s%s", place ? place : "", show_size(arena, block->size_bytes),
                        count_text(arena, block), policy_names[block->policy],
                        block->is_big_endian ? ", big-endian" : "");
}

const char *show_guard(arena_t *arena, const schema_block_t *block)
{
    if (block->guard == GUARD_NONE)
        return NULL;
    int digits = offset_digits(block->size_bytes ? block->size_bytes - 1 : 0);
    const char *sequence = block->is_mirrored ? arena_format(arena, "sequence at 0x%0*X, ", digits,
                                                             (unsigned)block->sequence_offset) : "";
    return arena_format(arena, "%sversion at 0x%0*X, %s at 0x%0*X", sequence, digits, (unsigned)block->version_offset,
                        guards[block->guard].name, digits, (unsigned)block->crc_offset);
}

/* How many erase units one copy of the block touches. */
static uint64_t erase_units(const schema_block_t *block, uint64_t copy)
{
    uint64_t unit = block->region->erase_bytes;
    uint64_t start = block->region_offset + copy * block->size_bytes;
    return (start + block->size_bytes - 1) / unit - start / unit + 1;
}

/* Do the two copies of a mirrored block lie in different erase units, so that flushes wear them in turn? */
static bool copies_share_no_unit(const schema_block_t *block)
{
    uint64_t unit = block->region->erase_bytes, boundary = block->region_offset + block->size_bytes;
    return boundary % unit == 0;
}

const char *show_wear(arena_t *arena, const schema_block_t *block)
{
    const schema_region_t *region = block->region;
    if (!region || !is_flushed_from_copy(block->kind) || !region->erase_bytes || !block->size_bytes)
        return NULL;

    if (block->kind == REGION_FLASH) {
        const char *rate = arena_format(arena, "1 erase of %s every %s flushes", show_size(arena, region->erase_bytes),
                                        grouped(arena, block->slot_count));
        uint64_t flushes = (uint64_t)block->slot_count * (block->footprint_bytes / region->erase_bytes);
        if (!region->endurance_cycles || region->endurance_cycles > UINT64_MAX / flushes)
            return rate;
        return arena_format(arena, "%s; %s flushes are within the endurance", rate,
                            grouped(arena, region->endurance_cycles * flushes));
    }
    uint64_t units = erase_units(block, 0);
    if (block->is_mirrored && erase_units(block, 1) > units)
        units = erase_units(block, 1);
    const char *cost = arena_format(arena, "at most %s erase%s of %s", grouped(arena, units), units == 1 ? "" : "s",
                                    show_size(arena, region->erase_bytes));
    if (!region->endurance_cycles)
        return cost;
    uint64_t cycles = region->endurance_cycles;
    if (block->is_mirrored && copies_share_no_unit(block) && cycles <= UINT64_MAX / 2)
        cycles *= 2;
    return arena_format(arena, "%s; %s such flushes are within the endurance", cost, grouped(arena, cycles));
}

/* ---- types */

static const char *join(arena_t *arena, const char *list, const char *element)
{
    return *list ? arena_format(arena, "%s, %s", list, element) : element;
}

/* Appending to a list stops when no line can show more of it: lists may be long, and each step copies. */
static bool is_list_long_enough(const char *list) { return strlen(list) > 4 * SHOW_WIDTH; }

static const char *members_text(arena_t *arena, const schema_struct_t *structure)
{
    const char *list = "";
    for (size_t index = 0; index < structure->member_count && !is_list_long_enough(list); index++) {
        const schema_member_t *member = &structure->members[index];
        const char *text = arena_format(arena, "%s: %s", member->name.name, member->type.written);
        if (member->array_length)
            text = arena_format(arena, "%s[%u]", text, member->array_length);
        list = join(arena, list, text);
    }
    return list;
}

show_table_t show_structs(arena_t *arena, const schema_t *schema)
{
    static const char *const heads[] = { "STRUCT", "SIZE", "MEMBERS" };
    show_table_t table = begin_table(arena, heads, 3, schema->item_count);

    table.is_right_aligned[1] = true;
    for (size_t index = 0; index < schema->item_count; index++) {
        if (schema->items[index].kind != SCHEMA_STRUCT)
            continue;
        const schema_struct_t *structure = schema->items[index].of.structure;
        const char **cells = add_row(&table);
        cells[0] = structure->name.name;
        cells[1] = show_size(arena, structure->size_bytes);
        cells[2] = members_text(arena, structure);
    }
    return finish_table(table);
}

static const char *enumerators_text(arena_t *arena, const schema_enum_t *enumeration)
{
    const char *list = "";
    for (size_t index = 0; index < enumeration->enumerator_count && !is_list_long_enough(list); index++) {
        const schema_enumerator_t *enumerator = &enumeration->enumerators[index];
        const char *format = enumeration->is_signed ? "%s = %lld" : "%s = %llu";
        list = join(arena, list, arena_format(arena, format, enumerator->name.name, (long long)enumerator->value));
    }
    return list;
}

show_table_t show_enums(arena_t *arena, const schema_t *schema)
{
    static const char *const heads[] = { "ENUM", "BASE", "VALUES" };
    show_table_t table = begin_table(arena, heads, 3, schema->item_count);

    for (size_t index = 0; index < schema->item_count; index++) {
        if (schema->items[index].kind != SCHEMA_ENUM)
            continue;
        const schema_enum_t *enumeration = schema->items[index].of.enumeration;
        const char **cells = add_row(&table);
        cells[0] = enumeration->name.name;
        cells[1] = arena_format(arena, "%c%u", enumeration->is_signed ? 'i' : 'u', enumeration->width_bits);
        cells[2] = enumerators_text(arena, enumeration);
    }
    return finish_table(table);
}

/* ---- services */

show_table_t show_records(arena_t *arena, const schema_store_t *store)
{
    static const char *const heads[] = { "PREFIX", "RECORD", "IDS", "BYTES", "AT ONCE", "BODY" };
    show_table_t table = begin_table(arena, heads, 6, store->record_count);

    table.is_right_aligned[3] = table.is_right_aligned[4] = true;

    for (size_t index = 0; index < store->record_count; index++) {
        const schema_record_t *record = &store->records[index];
        const char **cells = add_row(&table);
        cells[0] = record->prefix_text;
        cells[1] = record->name.name;
        cells[2] = !record->has_ids ? "any" : record->first_id == record->last_id
            ? arena_format(arena, "%u", record->first_id)
            : arena_format(arena, "%u..%u", record->first_id, record->last_id);
        if (record->is_ring)
            cells[2] = arena_format(arena, "%s ring", cells[2]);
        cells[3] = arena_format(arena, "%u", record->most_bytes);
        cells[4] = grouped(arena, record->fitting);
        cells[5] = !record->body ? "raw bytes" : record->body_is_own ? members_text(arena, record->body)
                                                                     : record->body->name.name;
    }
    return finish_table(table);
}

const char *show_earlier(arena_t *arena, const schema_store_t *store)
{
    uint64_t places = 0;
    for (size_t index = 0; index < store->earlier_count; index++)
        places += store->earlier[index].is_ring ? 0 : (uint64_t)store->earlier[index].records * store->earlier[index].parts;
    return arena_format(arena, "%u row%s of the table: %llu of the places in the index, %s of RAM",
                        (unsigned)store->earlier_count, store->earlier_count == 1 ? "" : "s", (unsigned long long)places,
                        show_size(arena, 3 * places));
}

static unsigned in_tens(unsigned bytes) { return (bytes + 5) / 10 * 10; }

static const char *show_migration(arena_t *arena, const schema_migration_t *migration,
                                  const unsigned counts[MIGRATION_PART_COUNT], uint32_t old_bytes)
{
    text_t versions = { 0 };
    migration_cost_t cost = migration_cost(counts);
    for (size_t index = migration->version_count; index-- > 0;)
        text_format(&versions, "%s%u", index + 1 == migration->version_count ? "" : index ? ", " : " and ",
                    (unsigned)migration->versions[index]);
    const char *text = arena_format(arena, "version%s %s: about %u bytes of code on a Cortex-M0, %u on an AVR",
                                    migration->version_count == 1 ? "" : "s", text_chars(&versions),
                                    in_tens(cost.cortex_m0_bytes), in_tens(cost.avr_bytes));
    if (old_bytes)
        text = arena_format(arena, "%s; %s of stack", text, show_size(arena, old_bytes));
    text_free(&versions);
    return text;
}

const char *show_block_migration(arena_t *arena, const schema_block_t *block, size_t index)
{
    unsigned counts[MIGRATION_PART_COUNT];
    count_block_parts(block, index, counts);
    return show_migration(arena, &block->migrations[index], counts, block->migrations[index].old->size_bytes);
}

const char *show_record_migration(arena_t *arena, const schema_record_t *record, size_t index)
{
    unsigned counts[MIGRATION_PART_COUNT];
    count_record_parts(record, index, counts);
    return show_migration(arena, &record->migrations[index], counts,
                          record->body ? record->migrations[index].old_record->most_bytes : 0);
}

const char *show_table_text(arena_t *arena, const schema_map_entry_t *entry)
{
    if (!entry->table)
        return "";
    return arena_format(arena, ", %s of %s%s%s", entry->table->name.name, show_size(arena, entry->table->size_bytes),
                        entry->key ? " each, sorted by " : " each", entry->key ? entry->key->name.name : "");
}

show_table_t show_partitions(arena_t *arena, const schema_partitions_t *partitions)
{
    static const char *const heads[] = { "PARTITION", "TYPE", "SUBTYPE", "OFFSET", "SIZE", "" };
    show_table_t table = begin_table(arena, heads, 6, partitions->entry_count);

    table.is_right_aligned[4] = true;
    for (size_t index = 0; index < partitions->entry_count; index++) {
        const schema_partition_t *entry = &partitions->entries[index];
        const char **cells = add_row(&table);
        cells[0] = entry->name.name;
        cells[1] = entry->type_name ? entry->type_name : arena_format(arena, "%u", entry->type);
        cells[2] = entry->subtype_name ? entry->subtype_name : arena_format(arena, "%u", entry->subtype);
        cells[3] = arena_format(arena, "0x%06llX", (unsigned long long)entry->offset);
        cells[4] = show_size(arena, entry->size_bytes);
        cells[5] = entry->is_encrypted && entry->is_readonly ? "encrypted, readonly"
            : entry->is_encrypted ? "encrypted" : entry->is_readonly ? "readonly" : "";
    }
    return finish_table(table);
}
