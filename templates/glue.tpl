%// NAME_glue.h and NAME_glue.c: a schema goes in; storage for services and for the regions whose place the linker chooses,
%// and the function that makes all ready, come out.
%#include "templates.h"
%#include "version.h"

%/* On the host a retained region is a file that is mapped over its bytes: whole pages, of any machine. */
%enum { HOST_PAGE_BYTES = 65536 };

%static bool is_stored(const schema_region_t *region)
%{
%    return region->kind == REGION_RAM && !region->has_address && region->storage_bytes;
%}

%static bool is_file(const schema_t *schema, const schema_region_t *region)
%{
%    return schema->is_host_target && region->is_retained;
%}

%static bool has_files(const schema_t *schema)
%{
%    for (size_t index = 0; index < schema->region_count; index++)
%        if (is_stored(&schema->regions[index]) && is_file(schema, &schema->regions[index]))
%            return true;
%    return false;
%}

%static unsigned long long storage_bytes(const schema_t *schema, const schema_region_t *region)
%{
%    unsigned long long bytes = region->storage_bytes;
%    return is_file(schema, region) ? (bytes + HOST_PAGE_BYTES - 1) / HOST_PAGE_BYTES * HOST_PAGE_BYTES : bytes;
%}

%% template glue_header(const schema_t *schema)
/* Made from ${schema->source_name} by memregc ${MEMREGC_VERSION}; fingerprint ${hex_wide(schema->fingerprint, 8)}. Do not edit: edit the layout. */
#ifndef ${schema->prefix_upper}_${schema->name.upper}_GLUE_INCLUDED
#define ${schema->prefix_upper}_${schema->name.upper}_GLUE_INCLUDED

#include "${schema->name.snake}.h"

% if (has_files(schema)) {
/* Maps the files of retained memory: in the folder that MEMREG_HOST_DIR names, else in the current one. Call it before
 * anything else; returns MR_OK, or MR_ERROR where a file cannot be made or mapped (errno says why). */
% } else {
/* Makes everything that the layout declares ready: call it before anything else. Returns MR_OK. */
% }
MR_EXTERN mr_status_t ${schema->prefix}_init(void);

#endif
%% end

%% static template storage(const schema_t *schema, const schema_region_t *region)
% if (is_file(schema, region))
uint8_t ${schema->prefix}_${region->name.snake}_bytes[${storage_bytes(schema, region)}] __attribute__((__aligned__(${(int)HOST_PAGE_BYTES})));
% else if (region->is_retained)
uint8_t ${schema->prefix}_${region->name.snake}_bytes[${storage_bytes(schema, region)}] MR_NOINIT("${schema->prefix}.${region->name.snake}");
% else
uint8_t ${schema->prefix}_${region->name.snake}_bytes[${storage_bytes(schema, region)}] MR_ALIGNED;
%% end

%% static template map_files()

/* Lays the file over the bytes, which take whole pages: what was stored in an earlier run shows at their place. */
static mr_status_t map_file(const char *name, uint8_t *bytes, size_t size_bytes)
{
    const char *folder = getenv("MEMREG_HOST_DIR");
    char path[4096];
    int length = snprintf(path, sizeof path, "%s%s%s", folder ? folder : "", folder && *folder ? "/" : "", name);
    if (length < 0 || (size_t)length >= sizeof path)
        return MR_ERROR;
    int file = open(path, O_RDWR | O_CREAT, 0666);
    if (file < 0)
        return MR_ERROR;
    struct stat status;
    bool is_whole = fstat(file, &status) == 0
        && (status.st_size >= (off_t)size_bytes || ftruncate(file, (off_t)size_bytes) == 0);
    void *mapped = is_whole ? mmap(bytes, size_bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, file, 0) : MAP_FAILED;
    (void)close(file);
    return mapped == (void *)bytes ? MR_OK : MR_ERROR;
}
%% end

%/* The header of a region's driver, or of its window's: `slot` counts both for each region. NULL: none, or an earlier one's. */
%static const char *header_at(const schema_t *schema, size_t slot)
%{
%    const schema_region_t *region = &schema->regions[slot / 2];
%    return slot % 2 ? region->window_header : region->driver_header;
%}

%static const char *new_header_at(const schema_t *schema, size_t slot)
%{
%    const char *header = header_at(schema, slot);
%    for (size_t earlier = 0; earlier < slot && header; earlier++)
%        if (header_at(schema, earlier) && strcmp(header_at(schema, earlier), header) == 0)
%            return NULL;
%    return header;
%}

%static void put_sources(text_t *out, const schema_t *schema)
%{
%    const char *before = "\n * Compile beside it, of the runtime:";
%    const struct { bool is_needed; const char *sources; } services[] = {
%        { schema->has_pools, " src/pool.c src/objects.c" }, { schema->has_rows, " src/row.c" },
%        { schema->has_mirrored_rows, " src/row_block.c" },
%        { schema->has_flash_blocks, " src/flash_block.c" },
%        { schema->has_stores, " src/store*.c" },
%        { schema->has_maps, " src/map.c src/packed.c" }, { schema->has_mmus, " src/mmu.c" }, { schema->has_tables, " src/table.c" },
%    };
%    for (size_t index = 0; index < sizeof services / sizeof *services; index++) {
%        text_put_string(out, services[index].is_needed ? before : "");
%        text_put_string(out, services[index].is_needed ? services[index].sources : "");
%        before = services[index].is_needed ? "" : before;
%    }
%    for (size_t slot = 0; slot < 2 * schema->region_count; slot++)
%        if (new_header_at(schema, slot))
%            text_format(out, " targets/%s/%s.c", schema->is_host_target || (slot % 2 == 0 && schema->regions[slot / 2].part == PART_HOST) ? "host" : "…",
%                        new_header_at(schema, slot));
%}

%static void item_storage(text_t *out, const schema_item_t *item)
%{
%    switch (item->kind) {
%    case SCHEMA_BLOCK:
%        if (item->of.block->kind == REGION_FLASH)
%            flash_block_storage(out, item->of.block);
%        break;
%    case SCHEMA_STORE:
%        store_storage(out, item->of.store);
%        break;
%    case SCHEMA_MAP:
%        map_storage(out, item->of.map);
%        break;
%    case SCHEMA_POOL:
%        pool_storage(out, item->of.pool);
%        break;
%    default:
%        break;
%    }
%}

%static bool has_spi(const schema_t *schema)
%{
%    for (size_t index = 0; index < schema->region_count; index++) {
%        const schema_region_t *region = &schema->regions[index];
%        if (region->is_flash && region->part == PART_DRIVER && region->context_form == CONTEXT_SPI)
%            return true;
%    }
%    return false;
%}

%% static template window_start(const schema_region_t *region)
    if (mr_host_map_open(&${region->c_name}_map) != MR_OK)
        return MR_ERROR;
%% end

%% template glue_source(const schema_t *schema)
/* Made from ${schema->source_name} by memregc ${MEMREGC_VERSION}; fingerprint ${hex_wide(schema->fingerprint, 8)}. Do not edit: edit the layout.\
% put_sources(out, schema);
 */
% if (has_files(schema)) {
#define _DEFAULT_SOURCE 1
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

% }
#include "${schema->name.snake}_glue.h"
% for (size_t slot = 0; slot < 2 * schema->region_count; slot++) {
%     if (new_header_at(schema, slot)) {
#include "${new_header_at(schema, slot)}.h"
%     }
% }

/* Start-up code must leave .noinit alone, so that its contents outlive a reset. */
#if defined __GNUC__ && defined __ELF__
#define MR_NOINIT(name) __attribute__((__section__(".noinit.memreg." name), __aligned__(8)))
#define MR_ALIGNED __attribute__((__aligned__(8)))
#else
#define MR_NOINIT(name)
#define MR_ALIGNED
#endif

% for (size_t index = 0; index < schema->region_count; index++)
% if (is_stored(&schema->regions[index]))
% storage(out, schema, &schema->regions[index]);
% if (has_files(schema))
% map_files(out);
% for (size_t index = 0; index < schema->region_count; index++)
% if (has_part(&schema->regions[index]))
% part_storage(out, schema, &schema->regions[index]);
% for (size_t index = 0; index < schema->region_count; index++)
% if (schema->regions[index].is_window)
% window_storage(out, schema, &schema->regions[index]);
% for (size_t index = 0; index < schema->item_count; index++)
% item_storage(out, &schema->items[index]);

mr_status_t ${schema->prefix}_init(void)
{
% if (has_spi(schema)) {
    mr_status_t status;
% }
% for (size_t index = 0; index < schema->region_count; index++) {
%     const schema_region_t *region = &schema->regions[index];
%     if (!is_stored(region) || !is_file(schema, region))
%         continue;
    if (map_file("${schema->name.snake}.${region->name.snake}.bin", ${schema->prefix}_${region->name.snake}_bytes, sizeof ${schema->prefix}_${region->name.snake}_bytes) != MR_OK)
        return MR_ERROR;
% }
% for (size_t index = 0; index < schema->region_count; index++)
% if (has_part(&schema->regions[index]))
% part_start(out, &schema->regions[index]);
% for (size_t index = 0; index < schema->region_count; index++)
% if (schema->is_host_target && schema->regions[index].is_window)
% window_start(out, &schema->regions[index]);
% for (size_t index = 0; index < schema->item_count; index++)
% if (schema->items[index].kind == SCHEMA_POOL)
% pool_start(out, schema->items[index].of.pool);
    return MR_OK;
}
%% end
