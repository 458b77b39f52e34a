%// Maps: their schema goes in; functions that open packed files and tables for the header, and areas for the glue, come out.
%#include "templates.h"

%static bool has_tables(const schema_map_t *map)
%{
%    for (size_t index = 0; index < map->entry_count; index++)
%        if (map->entries[index].table)
%            return true;
%    return false;
%}

%static void put_c_string(text_t *out, const char *chars)
%{
%    text_put_char(out, '"');
%    for (; *chars; chars++) {
%        unsigned byte = (unsigned char)*chars;
%        bool is_plain = byte >= ' ' && byte < 0x7F && byte != '"' && byte != '\\' && byte != '?';
%        text_format(out, is_plain ? "%c" : "\\%03o", byte);
%    }
%    text_put_char(out, '"');
%}

%static const char *reach_text(const schema_map_t *map)
%{
%    return map->backing == MAP_BY_MMU ? "given an address by an MMU" : map->backing == MAP_IN_MEMORY ? "read in place"
%        : "read by the flash's driver: a view's mr_view_data() is NULL";
%}

%% static template table_functions(const schema_map_t *map, const schema_map_entry_t *entry)

/* table ${entry->name.name} "\
% put_comment_text(out, entry->label);
", of ${entry->table->name.name}\
% if (entry->key) {
, sorted by ${entry->key->name.name}\
% }
 */
MR_EXTERN mr_view_t ${entry->c_name}_view;   /* both in the glue */
MR_EXTERN mr_table_t ${entry->c_name}_table;
/* Call it before the others. MR_CORRUPT: the file has bytes left over behind its last struct. */
static inline mr_status_t ${entry->c_name}_open(void)
{
    mr_status_t status = ${map->c_name}_open(${map->c_upper}_${entry->name.upper}, &${entry->c_name}_view);
    return status != MR_OK ? status : mr_table_open(&${entry->c_name}_table, &${entry->c_name}_view, ${entry->table->c_upper}_SIZE);
}
MR_INLINE void ${entry->c_name}_close(void) { mr_map_unmap(&${entry->c_name}_view); ${entry->c_name}_table.count = 0; }
MR_INLINE uint32_t ${entry->c_name}_count(void) { return ${entry->c_name}_table.count; }
/* MR_OUT_OF_RANGE: there are fewer. */
static inline mr_status_t ${entry->c_name}_at(uint32_t index, ${entry->table->c_name}_t *value)
{
    uint8_t bytes[${entry->table->c_upper}_SIZE];
    mr_status_t status = mr_table_at(&${entry->c_name}_table, index, bytes);
    if (status == MR_OK)
        ${entry->table->c_name}_unpack(value, bytes);
    return status;
}
% if (entry->key)
% key_functions(out, entry);
%% end

%% static template key_functions(const schema_map_entry_t *entry)
/* The number of the first struct whose key is not below: MR_OK where it is equal, MR_NOT_FOUND where it is not. */
static inline mr_status_t ${entry->c_name}_seek(${entry->key->c_type} key, uint32_t *index)
{
    static const mr_table_key_t place = { ${hex(entry->key->byte_offset)}u, ${entry->key->type.width_bits / 8}u, ${entry->key->type.is_signed ? "true" : "false"}, ${entry->key->is_big_endian ? "true" : "false"} };
    uint8_t bytes[${entry->table->c_upper}_SIZE];
    \
% field_set(out, entry->key, "bytes", "key");

    return mr_table_find(&${entry->c_name}_table, &place, bytes + ${hex(entry->key->byte_offset)}u, index);
}
/* The first struct with this key, by halving. MR_NOT_FOUND: there is none. */
static inline mr_status_t ${entry->c_name}_find(${entry->key->c_type} key, ${entry->table->c_name}_t *value)
{
    uint32_t index;
    mr_status_t status = ${entry->c_name}_seek(key, &index);
    return status == MR_OK ? ${entry->c_name}_at(index, value) : status;
}
%% end

%% template map_functions(const schema_map_t *map)

/* ---- map ${map->name.name}: packed files in ${map->region->name.name} + ${hex(map->region_offset)}, ${map->size_bytes} bytes, ${reach_text(map)} */
% put_doc(out, map->name.doc);
MR_EXTERN const mr_map_area_t ${map->c_name}_area;   /* in the glue */
% if (map->entry_count) {
typedef enum {
%     for (size_t index = 0; index < map->entry_count; index++) {
%         put_member_doc(out, map->entries[index].name.doc);
    ${map->c_upper}_${map->entries[index].name.upper}${index + 1 < map->entry_count ? "," : ""}   /* "\
%         put_comment_text(out, map->entries[index].label);
" */
%     }
} ${map->c_name}_file_t;
MR_EXTERN const char *const ${map->c_name}_names[${(unsigned)map->entry_count}];
/* None of these from an interrupt, but for reads where mr_view_data() is not NULL.
 * open makes `view` show a file, until close. One comparison where it was packed at its place in the layout. MR_NOT_FOUND: it is
 * not there; MR_CORRUPT: the table of names is damaged, or there is none. */
MR_INLINE mr_status_t ${map->c_name}_open(${map->c_name}_file_t file, mr_view_t *view) { return mr_files_open_known(&${map->c_name}_area, ${map->c_name}_names, ${(unsigned)map->entry_count}u, (unsigned)file, view); }
% }
/* The same by a name that is known at run time only: looks through the table of names. */
MR_INLINE mr_status_t ${map->c_name}_open_name(const char *name, mr_view_t *view) { return mr_files_open(&${map->c_name}_area, name, view); }
/* A view of any bytes, from the map's byte `offset` on: MR_OUT_OF_RANGE where they leave it. mr_view_u8(), _u16(), _u32() and
 * mr_view_read() read within a view's bounds, at any offset. */
MR_INLINE mr_status_t ${map->c_name}_map(uint32_t offset, uint32_t length, mr_view_t *view) { return mr_map_view(&${map->c_name}_area, offset, length, view); }
MR_INLINE void ${map->c_name}_close(mr_view_t *view) { mr_map_unmap(view); }
/* The packed files one after the other: 0, 1 … until MR_NOT_FOUND. */
MR_INLINE mr_status_t ${map->c_name}_file_at(uint32_t index, mr_file_t *file) { return mr_files_at(&${map->c_name}_area, index, file); }
/* After the flash was written: every view shows what it holds now. */
MR_INLINE mr_status_t ${map->c_name}_sync(uint32_t offset, uint32_t length) { return mr_map_sync(&${map->c_name}_area, offset, length); }
% for (unsigned index = 0; index < map->entry_count && has_tables(map); index++)
% if (map->entries[index].table)
% table_functions(out, map, &map->entries[index]);
%% end

%static void put_part(text_t *out, const schema_map_t *map)
%{
%    const schema_region_t *part = map->part;
%    if (map->backing == MAP_BY_MMU)
%        text_format(out, "&mr_map_mmu, &%s_mmu", part->c_name);
%    else if (map->backing == MAP_BY_DRIVER)
%        text_format(out, "&mr_map_flash, &%s_flash", part->c_name);
%    else
%        text_format(out, "&mr_map_memory, (const void *)(uintptr_t)0x%llXu", (unsigned long long)part->address);
%}

%% template map_storage(const schema_map_t *map)

/* map ${map->name.name} */
% if (map->entry_count) {
const char *const ${map->c_name}_names[${(unsigned)map->entry_count}] = {\
%     for (size_t index = 0; index < map->entry_count; index++) {
%         text_put_string(out, index ? ", " : " ");
%         put_c_string(out, map->entries[index].label);
%     }
 };
% }
const mr_map_area_t ${map->c_name}_area = { \
% put_part(out, map);
, ${hex(map->start)}u, ${hex(map->size_bytes)}u };
% for (size_t index = 0; index < map->entry_count; index++)
% if (map->entries[index].table)
% table_storage(out, &map->entries[index]);
%% end

%% static template table_storage(const schema_map_entry_t *entry)
mr_view_t ${entry->c_name}_view;
mr_table_t ${entry->c_name}_table;
%% end

%% template window_storage(const schema_t *schema, const schema_region_t *region)

/* region ${region->name.name}: the entries that maps may use, and how many views use each */
% if (schema->is_host_target) {
static mr_host_map_t ${region->c_name}_map = { .name = "${schema->name.snake}.${region->window_file}", .size_bytes = ${region->window_file_bytes}u };
static uint16_t ${region->c_name}_books[MR_MMU_BOOKS(MR_HOST_MAP_ENTRIES)];
static const mr_mmu_t ${region->c_name}_mmu = { &${region->window_driver}, &${region->c_name}_map, ${region->c_name}_books, 0, MR_HOST_MAP_ENTRIES };
% } else {
static uint16_t ${region->c_name}_books[MR_MMU_BOOKS(${region->size_bytes / 65536}u)];
static const mr_mmu_t ${region->c_name}_mmu = { &${region->window_driver}, NULL, ${region->c_name}_books, 0, ${region->size_bytes / 65536}u };
% }
%% end
