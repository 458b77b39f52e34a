/* Made from maps.mr by memregc 0.1.0; fingerprint 0x89422BC7. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Packed files and tables, in flash behind an MMU, in a partition, and in the window itself. */
#ifndef P_MAPS_INCLUDED
#define P_MAPS_INCLUDED

/* Behind the helpers, each below a line "---- NAME": map assets, map more, map rest. */
#include <stdbool.h>
#include <stdint.h>

#include <memreg/map.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
#define P_VERSION 1u
#define P_FINGERPRINT 0x89422BC7u

typedef enum {
    P_KIND_LOW = 0,
    P_KIND_HIGH = 1
} p_kind_t;
MR_INLINE bool p_kind_is_valid(unsigned value) { return value <= 1u; }
static inline const char *p_kind_name(p_kind_t value)
{
    switch (value) {
    case P_KIND_LOW: return "low";
    case P_KIND_HIGH: return "high";
    default: return "?";
    }
}

#define P_POINT_SIZE 5u
typedef struct {
    p_kind_t kind;
    int16_t at;
    uint16_t y;
} p_point_t;
static inline void p_point_pack(uint8_t *bytes, const p_point_t *value)
{
    MR_SET_LE8(1, bytes, (uint8_t)value->kind);
    MR_SET_BE16(1, bytes + 0x1u, (uint16_t)value->at);
    MR_SET_LE16(1, bytes + 0x3u, value->y);
}
static inline void p_point_unpack(p_point_t *value, const uint8_t *bytes)
{
    value->kind = (p_kind_t)MR_LE8(1, bytes);
    value->at = (int16_t)MR_BE16(1, bytes + 0x1u);
    value->y = MR_LE16(1, bytes + 0x3u);
}

/* ---- map assets: packed files in flash + 0x200000, 1048576 bytes, given an address by an MMU */
/** What the display shows. */
MR_EXTERN const mr_map_area_t p_assets_area;   /* in the glue */
typedef enum {
    /** five columns a character */
    P_ASSETS_FONT,   /* "eng5X8" */
    P_ASSETS_ICONS,   /* "icons" */
    P_ASSETS_CURVE,   /* "curve" */
    P_ASSETS_PLAIN   /* "plain" */
} p_assets_file_t;
MR_EXTERN const char *const p_assets_names[4];
/* None of these from an interrupt, but for reads where mr_view_data() is not NULL.
 * open makes `view` show a file, until close. One comparison where it was packed at its place in the layout. MR_NOT_FOUND: it is
 * not there; MR_CORRUPT: the table of names is damaged, or there is none. */
MR_INLINE mr_status_t p_assets_open(p_assets_file_t file, mr_view_t *view) { return mr_files_open_known(&p_assets_area, p_assets_names, 4u, (unsigned)file, view); }
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
static inline mr_status_t p_assets_curve_seek(int16_t key, uint32_t *index)
{
    static const mr_table_key_t place = { 0x1u, 2u, true, true };
    uint8_t bytes[P_POINT_SIZE];
    MR_SET_BE16(1, bytes + 0x1u, (uint16_t)key);
    return mr_table_find(&p_assets_curve_table, &place, bytes + 0x1u, index);
}
/* The first struct with this key, by halving. MR_NOT_FOUND: there is none. */
static inline mr_status_t p_assets_curve_find(int16_t key, p_point_t *value)
{
    uint32_t index;
    mr_status_t status = p_assets_curve_seek(key, &index);
    return status == MR_OK ? p_assets_curve_at(index, value) : status;
}

/* table plain "plain", of Point */
MR_EXTERN mr_view_t p_assets_plain_view;   /* both in the glue */
MR_EXTERN mr_table_t p_assets_plain_table;
/* Call it before the others. MR_CORRUPT: the file has bytes left over behind its last struct. */
static inline mr_status_t p_assets_plain_open(void)
{
    mr_status_t status = p_assets_open(P_ASSETS_PLAIN, &p_assets_plain_view);
    return status != MR_OK ? status : mr_table_open(&p_assets_plain_table, &p_assets_plain_view, P_POINT_SIZE);
}
MR_INLINE void p_assets_plain_close(void) { mr_map_unmap(&p_assets_plain_view); p_assets_plain_table.count = 0; }
MR_INLINE uint32_t p_assets_plain_count(void) { return p_assets_plain_table.count; }
/* MR_OUT_OF_RANGE: there are fewer. */
static inline mr_status_t p_assets_plain_at(uint32_t index, p_point_t *value)
{
    uint8_t bytes[P_POINT_SIZE];
    mr_status_t status = mr_table_at(&p_assets_plain_table, index, bytes);
    if (status == MR_OK)
        p_point_unpack(value, bytes);
    return status;
}

/* ---- map more: packed files in files + 0x0, 131072 bytes, given an address by an MMU */
MR_EXTERN const mr_map_area_t p_more_area;   /* in the glue */
typedef enum {
    P_MORE_KINDS   /* "a"b" */
} p_more_file_t;
MR_EXTERN const char *const p_more_names[1];
/* None of these from an interrupt, but for reads where mr_view_data() is not NULL.
 * open makes `view` show a file, until close. One comparison where it was packed at its place in the layout. MR_NOT_FOUND: it is
 * not there; MR_CORRUPT: the table of names is damaged, or there is none. */
MR_INLINE mr_status_t p_more_open(p_more_file_t file, mr_view_t *view) { return mr_files_open_known(&p_more_area, p_more_names, 1u, (unsigned)file, view); }
/* The same by a name that is known at run time only: looks through the table of names. */
MR_INLINE mr_status_t p_more_open_name(const char *name, mr_view_t *view) { return mr_files_open(&p_more_area, name, view); }
/* A view of any bytes, from the map's byte `offset` on: MR_OUT_OF_RANGE where they leave it. mr_view_u8(), _u16(), _u32() and
 * mr_view_read() read within a view's bounds, at any offset. */
MR_INLINE mr_status_t p_more_map(uint32_t offset, uint32_t length, mr_view_t *view) { return mr_map_view(&p_more_area, offset, length, view); }
MR_INLINE void p_more_close(mr_view_t *view) { mr_map_unmap(view); }
/* The packed files one after the other: 0, 1 … until MR_NOT_FOUND. */
MR_INLINE mr_status_t p_more_file_at(uint32_t index, mr_file_t *file) { return mr_files_at(&p_more_area, index, file); }
/* After the flash was written: every view shows what it holds now. */
MR_INLINE mr_status_t p_more_sync(uint32_t offset, uint32_t length) { return mr_map_sync(&p_more_area, offset, length); }

/* table kinds "a"b", of Point, sorted by kind */
MR_EXTERN mr_view_t p_more_kinds_view;   /* both in the glue */
MR_EXTERN mr_table_t p_more_kinds_table;
/* Call it before the others. MR_CORRUPT: the file has bytes left over behind its last struct. */
static inline mr_status_t p_more_kinds_open(void)
{
    mr_status_t status = p_more_open(P_MORE_KINDS, &p_more_kinds_view);
    return status != MR_OK ? status : mr_table_open(&p_more_kinds_table, &p_more_kinds_view, P_POINT_SIZE);
}
MR_INLINE void p_more_kinds_close(void) { mr_map_unmap(&p_more_kinds_view); p_more_kinds_table.count = 0; }
MR_INLINE uint32_t p_more_kinds_count(void) { return p_more_kinds_table.count; }
/* MR_OUT_OF_RANGE: there are fewer. */
static inline mr_status_t p_more_kinds_at(uint32_t index, p_point_t *value)
{
    uint8_t bytes[P_POINT_SIZE];
    mr_status_t status = mr_table_at(&p_more_kinds_table, index, bytes);
    if (status == MR_OK)
        p_point_unpack(value, bytes);
    return status;
}
/* The number of the first struct whose key is not below: MR_OK where it is equal, MR_NOT_FOUND where it is not. */
static inline mr_status_t p_more_kinds_seek(p_kind_t key, uint32_t *index)
{
    static const mr_table_key_t place = { 0x0u, 1u, false, false };
    uint8_t bytes[P_POINT_SIZE];
    MR_SET_LE8(1, bytes, (uint8_t)key);
    return mr_table_find(&p_more_kinds_table, &place, bytes + 0x0u, index);
}
/* The first struct with this key, by halving. MR_NOT_FOUND: there is none. */
static inline mr_status_t p_more_kinds_find(p_kind_t key, p_point_t *value)
{
    uint32_t index;
    mr_status_t status = p_more_kinds_seek(key, &index);
    return status == MR_OK ? p_more_kinds_at(index, value) : status;
}

/* ---- map rest: packed files in window + 0x300000, 65536 bytes, given an address by an MMU */
MR_EXTERN const mr_map_area_t p_rest_area;   /* in the glue */
/* The same by a name that is known at run time only: looks through the table of names. */
MR_INLINE mr_status_t p_rest_open_name(const char *name, mr_view_t *view) { return mr_files_open(&p_rest_area, name, view); }
/* A view of any bytes, from the map's byte `offset` on: MR_OUT_OF_RANGE where they leave it. mr_view_u8(), _u16(), _u32() and
 * mr_view_read() read within a view's bounds, at any offset. */
MR_INLINE mr_status_t p_rest_map(uint32_t offset, uint32_t length, mr_view_t *view) { return mr_map_view(&p_rest_area, offset, length, view); }
MR_INLINE void p_rest_close(mr_view_t *view) { mr_map_unmap(view); }
/* The packed files one after the other: 0, 1 … until MR_NOT_FOUND. */
MR_INLINE mr_status_t p_rest_file_at(uint32_t index, mr_file_t *file) { return mr_files_at(&p_rest_area, index, file); }
/* After the flash was written: every view shows what it holds now. */
MR_INLINE mr_status_t p_rest_sync(uint32_t offset, uint32_t length) { return mr_map_sync(&p_rest_area, offset, length); }

#endif
