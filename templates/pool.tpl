%// Pools: their schema goes in; functions for the header, and storage for the glue, come out.
%#include "templates.h"

%static bool is_raw(const schema_pool_t *pool) { return !pool->object; }

%% static template raw_functions(const schema_pool_t *pool)
#define ${pool->c_upper}_BLOCK_SIZE ${pool->block_bytes}u
#define ${pool->c_upper}_COUNT ${pool->block_count}u
MR_EXTERN mr_handles_t ${pool->c_name}_handles;   /* in the glue, made ready by its init */

/* As many adjacent blocks as the bytes need; 0 where there are none. An interrupt may call it, as all but compact, where
 * MR_LOCK is defined (memreg/pool.h). */
MR_INLINE mr_handle_t ${pool->c_name}_alloc(size_t size_bytes) { return mr_handle_alloc(&${pool->c_name}_handles, size_bytes); }
/* Gives the blocks back and makes *handle 0. MR_STALE: it is none of a live object; MR_LOCKED: it is pinned. */
static inline mr_status_t ${pool->c_name}_free(mr_handle_t *handle)
{
    mr_status_t status = mr_handle_free(&${pool->c_name}_handles, *handle);
    if (status == MR_OK)
        *handle = 0;
    return status;
}
/* The object's address, which stays until the last unpin; NULL where the handle is stale. */
MR_INLINE void *${pool->c_name}_pin(mr_handle_t handle) { return mr_handle_pin(&${pool->c_name}_handles, handle); }
MR_INLINE mr_status_t ${pool->c_name}_unpin(mr_handle_t handle) { return mr_handle_unpin(&${pool->c_name}_handles, handle); }
/* Bytes that the object may use, whole blocks; 0 where the handle is stale. */
MR_INLINE size_t ${pool->c_name}_size(mr_handle_t handle) { return mr_handle_size(&${pool->c_name}_handles, handle); }
/* Copies bytes out and in, pinned or not. MR_OUT_OF_RANGE: some would be outside the object, none is copied. */
MR_INLINE mr_status_t ${pool->c_name}_read(mr_handle_t handle, size_t offset, void *to, size_t count) { return mr_handle_read(&${pool->c_name}_handles, handle, offset, to, count); }
MR_INLINE mr_status_t ${pool->c_name}_write(mr_handle_t handle, size_t offset, const void *from, size_t count) { return mr_handle_write(&${pool->c_name}_handles, handle, offset, from, count); }
/* Copies all of *from over the beginning of `to`, frees it and makes it 0. MR_NO_SPACE: `to` is smaller. */
static inline mr_status_t ${pool->c_name}_move(mr_handle_t to, mr_handle_t *from)
{
    mr_status_t status = mr_handle_move(&${pool->c_name}_handles, to, *from);
    if (status == MR_OK)
        *from = 0;
    return status;
}
/* Moves objects together, copying at most so many blocks: MR_OK when all free blocks are one run, MR_BUSY: call again,
 * MR_LOCKED: something pinned, or longer than that, is in the way. Not from an interrupt. */
MR_INLINE mr_status_t ${pool->c_name}_compact(unsigned most_blocks) { return mr_handles_compact(&${pool->c_name}_handles, most_blocks); }
/* The live object after this one, the first for 0; 0 after the last. */
MR_INLINE mr_handle_t ${pool->c_name}_next(mr_handle_t handle) { return mr_handle_next(&${pool->c_name}_handles, handle); }
MR_INLINE mr_pool_statistics_t ${pool->c_name}_statistics(void) { return mr_pool_statistics(${pool->c_name}_handles.pool); }
%% end

%% static template object_functions(const schema_pool_t *pool)
#define ${pool->c_upper}_COUNT ${pool->block_count}u
MR_EXTERN mr_objects_t ${pool->c_name}_objects;   /* in the glue, made ready by its init */

/* An object, its contents undefined; NULL where all are live. An interrupt may call it, as all of these, where MR_LOCK is
 * defined (memreg/pool.h). */
MR_INLINE ${pool->c_object} *${pool->c_name}_alloc(void) { return (${pool->c_object} *)mr_objects_alloc(&${pool->c_name}_objects); }
/* Gives *object back and makes it NULL. MR_OUT_OF_RANGE: it is none of this pool; MR_BAD_ARGUMENT: it points into one;
 * MR_NOT_FOUND: it is free. */
static inline mr_status_t ${pool->c_name}_free(${pool->c_object} **object)
{
    mr_status_t status = mr_objects_free(&${pool->c_name}_objects, *object);
    if (status == MR_OK)
        *object = NULL;
    return status;
}
/* The live object after this one, the first for NULL; NULL after the last. */
MR_INLINE ${pool->c_object} *${pool->c_name}_next(const ${pool->c_object} *object) { return (${pool->c_object} *)mr_objects_next(&${pool->c_name}_objects, object); }
MR_INLINE mr_pool_statistics_t ${pool->c_name}_statistics(void) { return mr_objects_statistics(&${pool->c_name}_objects); }
%% end

%% template pool_functions(const schema_pool_t *pool)

/* ---- pool ${pool->name.name}: ${pool->block_count} ${pool->object ? "objects " : "blocks "}of \
% if (is_raw(pool)) {
${pool->block_bytes} bytes\
% } else {
${pool->object->name.name}\
% }
, in ${pool->region->name.name} + ${pool->region_offset} */
% put_doc(out, pool->name.doc);
% if (pool->has_address) {
#ifndef ${pool->c_upper}_ADDRESS
#define ${pool->c_upper}_ADDRESS ${hex_wide(pool->address, 4)}u
#endif
% }
% if (is_raw(pool))
% raw_functions(out, pool);
% else
% object_functions(out, pool);
%% end

%% template pool_storage(const schema_pool_t *pool)

/* pool ${pool->name.name}: its blocks lie in ${pool->region->name.name}; these are its books. */
% if (is_raw(pool)) {
mr_handles_t ${pool->c_name}_handles;
static mr_pool_t ${pool->c_name}_pool;
static uint16_t ${pool->c_name}_words[MR_POOL_WORDS(${pool->c_upper}_COUNT)];
static mr_slot_t ${pool->c_name}_slots[${pool->c_upper}_COUNT];
static uint16_t ${pool->c_name}_owners[${pool->c_upper}_COUNT];
% } else {
mr_objects_t ${pool->c_name}_objects;
static uint16_t ${pool->c_name}_links[${pool->c_upper}_COUNT];
MR_ASSERT(${pool->c_name}, sizeof(${pool->c_object}) <= ${pool->block_bytes}u);
% }
%% end

%% template pool_start(const schema_pool_t *pool)
% if (is_raw(pool)) {
    if (mr_pool_init(&${pool->c_name}_pool, ${pool->place}, ${pool->c_upper}_COUNT, ${pool->block_shift}u, ${pool->c_name}_words) != MR_OK
        || mr_handles_init(&${pool->c_name}_handles, &${pool->c_name}_pool, ${pool->c_name}_slots, ${pool->c_upper}_COUNT, ${pool->c_name}_owners) != MR_OK)
        return MR_ERROR;
% } else {
    if (mr_objects_init(&${pool->c_name}_objects, ${pool->place}, sizeof(${pool->c_object}), ${pool->c_upper}_COUNT, ${pool->c_name}_links) != MR_OK)
        return MR_ERROR;
% }
%% end
