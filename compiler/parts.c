/* What regions are reached by: rows, flash, drivers; see parts.h. */
#include "parts.h"

#include <string.h>

typedef struct flash_driver {
    const char *name, *header, *symbol;
    uint32_t program_bytes, page_bytes;
    bool programs_once;
    context_form_t context;
} flash_driver_t;

static const flash_driver_t flash_drivers[] = {
#define DRIVER(name, header, symbol, program_bytes, page_bytes, programs_once, context) \
    { name, header, symbol, program_bytes, page_bytes, programs_once, context },
#include "drivers.def"
#undef DRIVER
};

/* NOR is programmed by the byte within pages; a unit above this is such a page. */
enum { MOST_PROGRAM_BYTES = 64, MOST_ROW_BYTES = 32767 };

static uint64_t rounded(uint64_t bytes, uint64_t unit) { return unit ? (bytes + unit - 1) / unit * unit : bytes; }

static bool is_power(uint64_t value) { return value && !(value & (value - 1)); }

/* ---- rows */

/* A row's copy in RAM ends with the erase unit that the last block ends in: what lies there besides is carried over. */
static void size_row(diagnostics_t *diagnostics, schema_region_t *region)
{
    uint32_t program = region->program_bytes ? region->program_bytes : 1;
    uint64_t bytes = rounded(region->used_bytes, program);
    region->is_erasable = region->erase_bytes != 0;
    if (region->is_erasable)
        bytes = rounded(bytes, region->erase_bytes);
    region->unit_bytes = program;
    region->copy_bytes = (uint32_t)bytes;
    region->programs_once = region->part == PART_CALLBACKS && program > 1;
    bool is_wrong = !is_power(program) || (region->is_erasable && region->erase_bytes % program);
    if (!is_wrong && bytes <= region->size_bytes && bytes <= MOST_ROW_BYTES)
        return;
    diagnostic_t *wrong = report(diagnostics, RULE_REGION_ATTRIBUTE, region->name.span,
                                 is_wrong ? "'%s' is programmed by %u bytes at once: a power of two that divides 'erase'"
                                          : "the row '%s' is too large: %u bytes, of at most 32,767", region->name.name,
                                 is_wrong ? program : (unsigned)bytes);
    report_help(wrong, is_wrong ? "write 'erase 64 program 4'" : "put its blocks nearer to its start");
}

/* ---- flash */

static void find_flash_driver(arena_t *arena, const schema_t *schema, schema_region_t *region)
{
    uint32_t program = region->program_bytes ? region->program_bytes : 1;
    const char *name = region->part == PART_DRIVER || schema->is_host_target ? region->driver : NULL;
    region->unit_bytes = program > MOST_PROGRAM_BYTES ? 1 : program;
    region->page_bytes = program > MOST_PROGRAM_BYTES ? program : 256;
    region->programs_once = program > 1 && program <= MOST_PROGRAM_BYTES;
    region->context_form = CONTEXT_ADDRESS;
    for (size_t index = 0; name && index < sizeof flash_drivers / sizeof *flash_drivers; index++) {
        const flash_driver_t *driver = &flash_drivers[index];
        if (strcmp(driver->name, name) != 0)
            continue;
        region->driver_header = driver->header;
        region->driver_symbol = driver->symbol;
        region->unit_bytes = driver->program_bytes ? driver->program_bytes : program;
        region->page_bytes = driver->page_bytes;
        region->programs_once = driver->programs_once;
        region->context_form = driver->context;
    }
    if (name && !region->driver_header) {
        region->driver_header = arena_format(arena, "%s_flash", name);
        region->driver_symbol = arena_format(arena, "mr_%s_flash_driver", name);
    }
    if (region->page_bytes > region->erase_bytes)
        region->page_bytes = region->erase_bytes;
    if (region->page_bytes < region->unit_bytes)
        region->page_bytes = region->unit_bytes;
    if (region->part == PART_HOST) {
        region->driver_header = "host_memory";
        region->driver_symbol = "mr_host_flash_driver";
    }
}

static void size_flash(arena_t *arena, diagnostics_t *diagnostics, const schema_t *schema, schema_region_t *region)
{
    find_flash_driver(arena, schema, region);
    if (is_power(region->unit_bytes) && is_power(region->page_bytes) && region->erase_bytes % region->page_bytes == 0)
        return;
    diagnostic_t *wrong = report(diagnostics, RULE_REGION_ATTRIBUTE, region->name.span,
                                 "'%s' is programmed by %u bytes and erased by %u: the first is a power of two that "
                                 "divides the second", region->name.name, region->program_bytes, region->erase_bytes);
    report_help(wrong, "write 'erase 4K program 256'");
}

/* A copy in memreg/flash_block.h: its head, the bytes and their CRC, its end, each whole program units. */
static void size_flash_block(diagnostics_t *diagnostics, schema_block_t *block)
{
    const schema_region_t *region = block->region;
    uint64_t unit = region->unit_bytes;
    uint64_t slot = rounded(4, unit) + rounded((uint64_t)block->size_bytes + 4, unit) + unit;
    block->slot_bytes = (uint32_t)slot;
    block->slot_count = (uint32_t)(region->erase_bytes / slot);
    if (block->slot_count > UINT16_MAX)
        block->slot_count = UINT16_MAX;
    if (block->slot_count && slot <= UINT16_MAX)
        return;
    diagnostic_t *large = report(diagnostics, RULE_TOO_LARGE, block->name.span,
                                 "a copy of '%s' takes %llu bytes, an erase unit of '%s' has %u", block->name.name,
                                 (unsigned long long)slot, region->name.name, region->erase_bytes);
    report_help(large, "divide it, or keep it as records of a store");
}

/* ---- which regions */

/* An erase that a flush of one copy needs takes all of its erase unit. */
static void check_copies(diagnostics_t *diagnostics, schema_block_t *block)
{
    uint64_t unit = block->region->erase_bytes, size = block->size_bytes;
    uint64_t count = block->count ? block->count : 1;
    if (!block->is_mirrored || unit < 2)
        return;
    for (uint64_t at = 0; at < count && !block->copies_share_unit; at++) {
        uint64_t first = block->region_offset + at * block->stride_bytes;
        block->copies_share_unit = (first + size - 1) / unit == (first + size) / unit;
    }
    if (!block->copies_share_unit)
        return;
    diagnostic_t *shared = report(diagnostics, RULE_MIRROR_UNIT, block->name.span,
                                  "both copies of '%s' lie in one erase unit of '%s': a cut in the flush that erases it "
                                  "loses both", block->name.name, block->region->name.name);
    if (2 * unit <= block->region->size_bytes)
        report_help(shared, "'span %llu' gives each copy %s of its own", (unsigned long long)rounded(size, unit),
                    size > unit ? "erase units" : "an erase unit");
    else
        report_help(shared, "put it where bytes are erased one by one ('eeprom'), or into flash");
}

/* Where nothing is ever erased, the blocks of one program unit can only be written together: a unit that is programmed once
 * is used up by the first of them. */
static void check_neighbours(diagnostics_t *diagnostics, const schema_block_t *before, const schema_block_t *block)
{
    uint64_t unit = block->region->program_bytes;
    if (!before || unit < 2 || block->region->erase_bytes)
        return;
    uint64_t count = before->count ? before->count : 1;
    uint64_t end = before->region_offset + (count - 1) * before->stride_bytes + before->footprint_bytes;
    if (block->region_offset < end || block->region_offset / unit != (end - 1) / unit)
        return;
    diagnostic_t *shared = report(diagnostics, RULE_SHARED_UNIT, block->name.span,
                                  "'%s' begins in a program unit (%u bytes) of '%s' that '%s' ends in: once one of them is "
                                  "written, the other may not be", block->name.name, (unsigned)unit,
                                  block->region->name.name, before->name.name);
    report_note(shared, before->name.span, "'%s' is here", before->name.name);
    report_help(shared, "'in %s + %llu' puts it behind", block->region->name.name,
                (unsigned long long)rounded(end, unit));
}

static schema_region_t *use_region(const schema_t *schema, const schema_region_t *used, bool is_flash)
{
    schema_region_t *region = &schema->regions[used - schema->regions];
    if (region->is_partition && !region->driver && schema->target)
        region->driver = "esp_flash";
    bool is_host = region->driver ? strcmp(region->driver, "host") == 0 : !schema->target;
    bool is_own = region->driver ? strcmp(region->driver, "own") == 0 : !is_host;
    region->part = schema->is_host_target || is_host ? PART_HOST : is_own ? PART_CALLBACKS : PART_DRIVER;
    region->is_flash |= is_flash;
    region->is_row |= !is_flash;
    return region;
}

/* ---- maps */

enum { WINDOW_PAGE_BYTES = 65536 };

static schema_region_t *first_region(const schema_t *schema, region_kind_t kind, const char *driver_ending)
{
    size_t ending_length = strlen(driver_ending);
    for (size_t index = 0; index < schema->region_count; index++) {
        const schema_region_t *region = &schema->regions[index];
        size_t length = region->driver ? strlen(region->driver) : 0;
        if (region->kind == kind && !region->is_partition && length >= ending_length
            && strcmp((region->driver ? region->driver : "") + length - ending_length, driver_ending) == 0)
            return &schema->regions[index];
    }
    return NULL;
}

/* The host has one window a process: the first map's. Its file is the flash's that it shows. */
static bool use_host_window(schema_t *schema, schema_region_t *region)
{
    const schema_region_t *flash = region->kind == REGION_FLASH ? region : first_region(schema, REGION_FLASH, "");
    for (size_t index = 0; index < schema->region_count; index++)
        if (schema->regions[index].is_window && &schema->regions[index] != region)
            return false;
    region->window_header = "host_map";
    region->window_driver = "mr_host_mmu_driver";
    region->window_file = flash ? flash->name.snake : region->name.snake;
    region->window_file_bytes = flash ? flash->size_bytes : region->size_bytes;
    return region->is_window = true;
}

static bool use_chip_window(arena_t *arena, schema_region_t *region)
{
    bool is_esp32 = strncmp(region->driver, "esp32", 5) == 0;
    region->window_header = is_esp32 ? "esp32_mmu" : region->driver;
    region->window_driver = arena_format(arena, "mr_%s", region->driver);
    return region->is_window = true;
}

static void find_map(arena_t *arena, schema_t *schema, schema_map_t *map)
{
    schema_region_t *region = &schema->regions[map->region - schema->regions];
    schema_region_t *window = region->kind == REGION_MAPPED ? region : first_region(schema, REGION_MAPPED, "_mmu");
    bool has_mmu = window && window->driver && first_region(schema, REGION_MAPPED, "_mmu") == window;
    bool is_esp = region->is_partition || (region->driver && strcmp(region->driver, "esp_flash") == 0);

    map->part = region;
    map->start = map->region_offset;
    if (schema->is_host_target && use_host_window(schema, region)) {
        map->backing = MAP_BY_MMU;
    } else if (!schema->is_host_target && has_mmu && (region->kind == REGION_MAPPED || is_esp)) {
        map->backing = MAP_BY_MMU;
        map->part = window;
        map->start += region == window ? 0 : region->address;
        (void)use_chip_window(arena, window);
    } else if (region->kind == REGION_MAPPED) {
        map->backing = MAP_IN_MEMORY;
    } else {
        use_region(schema, region, true);
        find_flash_driver(arena, schema, region);
        bool is_in_place = region->part == PART_DRIVER && region->context_form == CONTEXT_MEMORY && region->has_address;
        map->backing = is_in_place ? MAP_IN_MEMORY : MAP_BY_DRIVER;
        region->needs_flash_object |= !is_in_place;
        region->is_flash &= region->needs_flash_object || region->is_flash_written;
        region->driver_header = region->is_flash ? region->driver_header : NULL;
    }
}

void find_parts(arena_t *arena, diagnostics_t *diagnostics, schema_t *schema)
{
    const schema_block_t **latest = ARENA_ARRAY(arena, const schema_block_t *, schema->region_count + 1);
    for (size_t index = 0; index < schema->item_count; index++) {
        const schema_item_t *item = &schema->items[index];
        if (item->kind == SCHEMA_STORE)
            use_region(schema, item->of.store->region, true)->is_flash_written = true;
        if (item->kind != SCHEMA_BLOCK)
            continue;
        schema_block_t *block = item->of.block;
        if (block->kind == REGION_USERROW || block->kind == REGION_EEPROM) {
            use_region(schema, block->region, false);
            check_copies(diagnostics, block);
            check_neighbours(diagnostics, latest[block->region - schema->regions], block);
            latest[block->region - schema->regions] = block;
        } else if (block->kind == REGION_FLASH) {
            schema_region_t *region = use_region(schema, block->region, true);
            region->needs_flash_object = region->is_flash_written = true;
        }
    }
    for (size_t index = 0; index < schema->item_count; index++)
        if (schema->items[index].kind == SCHEMA_MAP)
            /* The schema hands maps out as const; only this stage completes them. */
            find_map(arena, schema, (schema_map_t *)schema->items[index].of.map);
    for (size_t index = 0; index < schema->region_count; index++) {
        schema_region_t *region = &schema->regions[index];
        if (region->is_row) {
            size_row(diagnostics, region);
            bool is_chip = region->part == PART_DRIVER;
            region->driver_header = region->part == PART_HOST ? "host_memory" : is_chip
                ? arena_format(arena, "%s_row", region->driver) : NULL;
            region->driver_symbol = region->part == PART_HOST ? "mr_host_row_driver" : is_chip
                ? arena_format(arena, "mr_%s_%s_driver", region->driver, region_kinds[region->kind].name) : NULL;
        } else if (region->is_flash) {
            size_flash(arena, diagnostics, schema, region);
        }
    }
    for (size_t index = 0; index < schema->item_count; index++)
        if (schema->items[index].kind == SCHEMA_BLOCK && schema->items[index].of.block->kind == REGION_FLASH)
            size_flash_block(diagnostics, schema->items[index].of.block);
}
