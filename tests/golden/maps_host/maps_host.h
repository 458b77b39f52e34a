/* Made from maps_host.mr by memregc 0.1.0; fingerprint 0x855768AE. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Packed files on the host, beside a store in the same flash. */
#ifndef P_MAPS_HOST_INCLUDED
#define P_MAPS_HOST_INCLUDED

/* Behind the helpers, each below a line "---- NAME": store log, map assets. */
#include <stdbool.h>
#include <stdint.h>

#include <memreg/map.h>
#include <memreg/store.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
#define P_VERSION 1u
#define P_FINGERPRINT 0x855768AEu

/* ---- region flash (flash), by host_memory.h */

#define P_POINT_SIZE 6u
typedef struct {
    uint32_t at;
    uint16_t y;
} p_point_t;
static inline void p_point_pack(uint8_t *bytes, const p_point_t *value)
{
    MR_SET_LE32(1, bytes, value->at);
    MR_SET_LE16(1, bytes + 0x4u, value->y);
}
static inline void p_point_unpack(p_point_t *value, const uint8_t *bytes)
{
    value->at = MR_LE32(1, bytes);
    value->y = MR_LE16(1, bytes + 0x4u);
}

/* ---- store log: 65536 bytes in flash + 0x0; 62 bytes of RAM
 * save: writes a value over the one that the record had; whenever power fails, the old or the new one is there whole.
 * load: MR_NOT_FOUND, MR_CORRUPT; MR_FOREIGN where the value has another size than the layout says.
 * first, last: the least and the greatest id; next: the least above *id. MR_NOT_FOUND, and *id stays.
 * All: MR_OUT_OF_RANGE for an id that the layout does not have; memreg/store.h says what else they return. Not from
 * interrupts. */
MR_EXTERN mr_store_t p_log_store;   /* both in the glue */
MR_EXTERN const mr_store_config_t p_log_setup;

/* Mounts the store and repairs what a cut left: call it first. MR_OK; MR_FRESH: nothing was ever stored; MR_MIGRATED: the
 * layout has more kinds of records now; MR_FOREIGN: another layout's records are there, and only format may follow;
 * MR_CORRUPT: as MR_OK, but a record was damaged and shows an older value, or none. */
MR_INLINE mr_status_t p_log_open(void) { return mr_store_open(&p_log_store, &p_log_setup); }
/* Forgets all records; right after open, whatever that returned. */
MR_INLINE mr_status_t p_log_format(void) { return mr_store_format(&p_log_store); }
/* Reads all of it and proves that it is whole: MR_OK or MR_CORRUPT. Changes nothing. */
MR_INLINE mr_status_t p_log_check(void) { return mr_store_check(&p_log_store); }
MR_INLINE mr_status_t p_log_statistics(mr_store_statistics_t *statistics) { return mr_store_statistics(&p_log_store, statistics); }

/* record Last "L", ids 0 */
static inline mr_status_t p_log_last_save(uint32_t id, const p_point_t *value)
{
    uint8_t bytes[P_POINT_SIZE];
    if (id != 0u)
        return MR_OUT_OF_RANGE;
    p_point_pack(bytes, value);
    return mr_store_put(&p_log_store, 0u, id, bytes, sizeof bytes);
}
static inline mr_status_t p_log_last_load(uint32_t id, p_point_t *value)
{
    uint8_t bytes[P_POINT_SIZE];
    size_t length;
    mr_status_t status;
    if (id != 0u)
        return MR_OUT_OF_RANGE;
    status = mr_store_get(&p_log_store, 0u, id, bytes, sizeof bytes, &length);
    if (status == MR_OUT_OF_RANGE || (status == MR_OK && length != sizeof bytes))
        return MR_FOREIGN;
    if (status == MR_OK)
        p_point_unpack(value, bytes);
    return status;
}
static inline mr_status_t p_log_last_delete(uint32_t id)
{
    if (id != 0u)
        return MR_OUT_OF_RANGE;
    return mr_store_remove(&p_log_store, 0u, id);
}
MR_INLINE mr_status_t p_log_last_first(uint32_t *id) { return mr_store_first(&p_log_store, 0u, id); }
MR_INLINE mr_status_t p_log_last_next(uint32_t *id) { return mr_store_next(&p_log_store, 0u, id); }
MR_INLINE mr_status_t p_log_last_last(uint32_t *id) { return mr_store_last(&p_log_store, 0u, id); }

/* ---- map assets: packed files in flash + 0x100000, 1048576 bytes, given an address by an MMU */
MR_EXTERN const mr_map_area_t p_assets_area;   /* in the glue */
typedef enum {
    P_ASSETS_FONT,   /* "eng5X8" */
    P_ASSETS_CURVE   /* "curve" */
} p_assets_file_t;
MR_EXTERN const char *const p_assets_names[2];
/* None of these from an interrupt, but for reads where mr_view_data() is not NULL.
 * open makes `view` show a file, until close. One comparison where it was packed at its place in the layout. MR_NOT_FOUND: it is
 * not there; MR_CORRUPT: the table of names is damaged, or there is none. */
MR_INLINE mr_status_t p_assets_open(p_assets_file_t file, mr_view_t *view) { return mr_files_open_known(&p_assets_area, p_assets_names, 2u, (unsigned)file, view); }
/* The same by a name that is known at run time only: looks through the table of names. */
MR_INLINE mr_status_t p_assets_open_name(const char *name, mr_view_t *view) { return mr_files_open(&p_assets_area, name, view); }
/* A view of any bytes, from the map's byte `offset` on: MR_OUT_OF_RANGE where they leave it. mr_view_u8(), _u16(), _u32() and
 * mr_view_read() read within a view's bounds, at any offset. */
MR_INLINE mr_status_t p_assets_map(uint32_t offset, uint32_t length, mr_view_t *view) { return mr_map_view(&p_assets_area, offset, length, view); }
MR_INLINE void p_assets_close(mr_view_t *view) { mr_map_unmap(view); }
/* The packed files one after the other: 0, 1 … until MR_NOT_FOUND. */
MR_INLINE mr_status_t p_assets_file_at(uint32_t index, mr_file_t *file) { return mr_files_at(&p_assets_area, index, file); }
/* After the flash was written: every view shows what it holds now. */
MR_INLINE mr_status_t p_assets_sync(uint32_t offset, uint32_t length) { return mr_map_sync(&p_assets_area, offset, length); }

/* table curve "curve", of Point, sorted by at */
MR_EXTERN mr_view_t p_assets_curve_view;   /* both in the glue */
MR_EXTERN mr_table_t p_assets_curve_table;
/* Call it before the others. MR_CORRUPT: the file has bytes left over behind its last struct. */
static inline mr_status_t p_assets_curve_open(void)
{
    mr_status_t status = p_assets_open(P_ASSETS_CURVE, &p_assets_curve_view);
    return status != MR_OK ? status : mr_table_open(&p_assets_curve_table, &p_assets_curve_view, P_POINT_SIZE);
}
MR_INLINE void p_assets_curve_close(void) { mr_map_unmap(&p_assets_curve_view); p_assets_curve_table.count = 0; }
MR_INLINE uint32_t p_assets_curve_count(void) { return p_assets_curve_table.count; }
/* MR_OUT_OF_RANGE: there are fewer. */
static inline mr_status_t p_assets_curve_at(uint32_t index, p_point_t *value)
{
    uint8_t bytes[P_POINT_SIZE];
    mr_status_t status = mr_table_at(&p_assets_curve_table, index, bytes);
    if (status == MR_OK)
        p_point_unpack(value, bytes);
    return status;
}
/* The number of the first struct whose key is not below: MR_OK where it is equal, MR_NOT_FOUND where it is not. */
static inline mr_status_t p_assets_curve_seek(uint32_t key, uint32_t *index)
{
    static const mr_table_key_t place = { 0x0u, 4u, false, false };
    uint8_t bytes[P_POINT_SIZE];
    MR_SET_LE32(1, bytes, key);
    return mr_table_find(&p_assets_curve_table, &place, bytes + 0x0u, index);
}
/* The first struct with this key, by halving. MR_NOT_FOUND: there is none. */
static inline mr_status_t p_assets_curve_find(uint32_t key, p_point_t *value)
{
    uint32_t index;
    mr_status_t status = p_assets_curve_seek(key, &index);
    return status == MR_OK ? p_assets_curve_at(index, value) : status;
}

#endif
