/* Blocks and their books go in; runs of blocks for objects, and the books after it, come out.
 *
 * A run is a free stretch or an object. The entry of its first block has its length; a free run's last block has it too,
 * so that what is freed finds the run before it. All other entries are 0, which tells a pointer into the middle. Flags are chosen so that of two free
 * runs the longer has the larger entry, and an object's is less than either. */
#include "memreg/pool.h"

enum { FREE_FIRST = 0x8000, FREE_LAST = 0x4000, LENGTH = 0x3FFF };

static unsigned length_at(const mr_pool_t *pool, unsigned block)
{
    return pool->lengths[block] & (unsigned)LENGTH;
}

/* A free run that begins at the block, or an object: not the end of a longer free run. */
static bool is_first(unsigned entry)
{
    return entry != 0 && !(entry & FREE_LAST);
}

static unsigned longest_in_group(const mr_pool_t *pool, unsigned group)
{
    const uint16_t *lengths = &pool->lengths[group * MR_POOL_GROUP];
    unsigned at, largest = FREE_FIRST;
    for (at = 0; at < MR_POOL_GROUP; at++)
        largest = lengths[at] > largest ? lengths[at] : largest;
    return largest - FREE_FIRST;
}

/* Brings the summaries above a block up to date; where one stays as it was, so do those above. */
static void summarize(mr_pool_t *pool, unsigned block)
{
    unsigned group = block / MR_POOL_GROUP;
    unsigned node = pool->groups + group, longest = longest_in_group(pool, group);
    while (pool->largest[node] != longest) {
        unsigned beside;
        pool->largest[node] = (uint16_t)longest;
        if (node == 1)
            break;
        beside = pool->largest[node ^ 1u];
        longest = beside > longest ? beside : longest;
        node /= 2;
    }
}

static void put_free(mr_pool_t *pool, unsigned block, unsigned length)
{
    /* A run of one block is marked as a first. */
    pool->lengths[block + length - 1u] = (uint16_t)(FREE_LAST | length);
    pool->lengths[block] = (uint16_t)(FREE_FIRST | length);
    summarize(pool, block);
}

/* The first block of the lowest run of so many blocks: the root says that there is one. */
static unsigned lowest_run(const mr_pool_t *pool, unsigned length)
{
    unsigned node = 1, block;
    while (node < pool->groups) {
        node *= 2;
        node += pool->largest[node] < length;
    }
    block = (node - pool->groups) * MR_POOL_GROUP;
    while (pool->lengths[block] < (FREE_FIRST | length))
        block++;
    return block;
}

static void take(mr_pool_t *pool, unsigned block, unsigned length)
{
    unsigned rest = length_at(pool, block) - length;
    pool->lengths[block + length + rest - 1u] = 0;
    pool->lengths[block] = (uint16_t)length;
    if (rest) {
        put_free(pool, block + length, rest);
        if ((block + length) / MR_POOL_GROUP == block / MR_POOL_GROUP)
            return;
    }
    summarize(pool, block);
}

static void give(mr_pool_t *pool, unsigned block)
{
    uint16_t *lengths = pool->lengths;
    unsigned length = lengths[block], end = block + length;
    lengths[block] = 0;
    if (end < pool->count && (lengths[end] & FREE_FIRST)) {
        length += length_at(pool, end);
        lengths[end] = 0;
    } else {
        end = block;
    }
    if (block > 0 && lengths[block - 1u] > LENGTH) {
        unsigned before = length_at(pool, block - 1u);
        lengths[block - 1u] = 0;
        block -= before;
        length += before;
    }
    put_free(pool, block, length);
    /* After the longer run, lest summaries above both fall first and rise again. */
    summarize(pool, end);
}

/* Why no object begins at the byte. */
static mr_status_t refusal(const mr_pool_t *pool, size_t offset)
{
    unsigned block;
    if (offset >= pool->bytes)
        return MR_OUT_OF_RANGE;
    block = (unsigned)(offset >> pool->block_shift);
    while (pool->lengths[block] == 0)
        block--;
    return (pool->lengths[block] & (FREE_FIRST | FREE_LAST)) ? MR_NOT_FOUND : MR_BAD_ARGUMENT;
}

/* Finds a live object's first block. */
static mr_status_t find(const mr_pool_t *pool, const void *object, unsigned *found)
{
    size_t offset = (size_t)((uintptr_t)object - (uintptr_t)pool->blocks);
    unsigned block = (unsigned)(offset >> pool->block_shift);
    if (offset >= pool->bytes || (size_t)block << pool->block_shift != offset ||
        (unsigned)(pool->lengths[block] - 1u) >= (unsigned)LENGTH)
        return refusal(pool, offset);
    *found = block;
    return MR_OK;
}

static void *address_of(const mr_pool_t *pool, unsigned block)
{
    return pool->blocks + ((size_t)block << pool->block_shift);
}

static void copy(uint8_t *to, const uint8_t *from, size_t count)
{
    /* Volatile, lest the compiler make it a call of the library's. */
    volatile uint8_t *target = to;
    while (count-- > 0)
        *target++ = *from++;
}

mr_status_t mr_pool_init(mr_pool_t *pool, void *blocks, unsigned count, unsigned block_shift, uint16_t *words)
{
    unsigned at, groups = 1, word_count;
    if (!pool || !blocks || !words || count == 0 || count > MR_POOL_MOST_BLOCKS || block_shift > 15 ||
        count > SIZE_MAX >> block_shift)
        return MR_BAD_ARGUMENT;
    while (groups * MR_POOL_GROUP < count)
        groups *= 2;
    pool->blocks = (uint8_t *)blocks;
    pool->largest = words;
    pool->lengths = words + 2u * groups;
    pool->bytes = (size_t)count << block_shift;
    pool->count = (uint16_t)count;
    pool->groups = (uint16_t)groups;
    pool->used = pool->peak = pool->live = 0;
    pool->failures = 0;
    pool->block_shift = (uint8_t)block_shift;
    word_count = 2u * groups + (count + MR_POOL_GROUP - 1u) / MR_POOL_GROUP * MR_POOL_GROUP;
    for (at = 0; at < word_count; at++)
        words[at] = 0;
    put_free(pool, 0, count);
    return MR_OK;
}

static void *alloc(mr_pool_t *pool, size_t bytes, unsigned *found)
{
    /* 0 wraps round to the largest. */
    size_t last = bytes - 1u;
    unsigned length = (unsigned)(last >> pool->block_shift) + 1u, block;
    if (last >= pool->bytes || length > pool->largest[1]) {
        pool->failures++;
        return NULL;
    }
    block = lowest_run(pool, length);
    take(pool, block, length);
    pool->live++;
    pool->used = (uint16_t)(pool->used + length);
    if (pool->used > pool->peak)
        pool->peak = pool->used;
    *found = block;
    return address_of(pool, block);
}

static void release(mr_pool_t *pool, unsigned block)
{
    pool->live--;
    pool->used = (uint16_t)(pool->used - pool->lengths[block]);
    give(pool, block);
}

void *mr_pool_alloc(mr_pool_t *pool, size_t bytes)
{
    void *object;
    unsigned block;
    MR_LOCK();
    object = alloc(pool, bytes, &block);
    MR_UNLOCK();
    return object;
}

mr_status_t mr_pool_free(mr_pool_t *pool, void *object)
{
    unsigned block;
    mr_status_t status;
    MR_LOCK();
    status = find(pool, object, &block);
    if (status == MR_OK)
        release(pool, block);
    MR_UNLOCK();
    return status;
}

static size_t size_at(const mr_pool_t *pool, unsigned block)
{
    return (size_t)pool->lengths[block] << pool->block_shift;
}

size_t mr_pool_size(const mr_pool_t *pool, const void *object)
{
    unsigned block;
    size_t size = 0;
    MR_LOCK();
    if (find(pool, object, &block) == MR_OK)
        size = size_at(pool, block);
    MR_UNLOCK();
    return size;
}

static mr_status_t find_bytes(const mr_pool_t *pool, const void *object, size_t offset, size_t count)
{
    unsigned block;
    mr_status_t status = find(pool, object, &block);
    if (status == MR_OK && (offset > size_at(pool, block) || count > size_at(pool, block) - offset))
        return MR_OUT_OF_RANGE;
    return status;
}

mr_status_t mr_pool_read(const mr_pool_t *pool, const void *object, size_t offset, void *to, size_t count)
{
    mr_status_t status;
    MR_LOCK();
    status = find_bytes(pool, object, offset, count);
    if (status == MR_OK)
        copy((uint8_t *)to, (const uint8_t *)object + offset, count);
    MR_UNLOCK();
    return status;
}

mr_status_t mr_pool_write(mr_pool_t *pool, void *object, size_t offset, const void *from, size_t count)
{
    mr_status_t status;
    MR_LOCK();
    status = find_bytes(pool, object, offset, count);
    if (status == MR_OK)
        copy((uint8_t *)object + offset, (const uint8_t *)from, count);
    MR_UNLOCK();
    return status;
}

static mr_status_t move(mr_pool_t *pool, void *to, void *from)
{
    unsigned target, source;
    mr_status_t status = find(pool, to, &target);
    if (status == MR_OK)
        status = find(pool, from, &source);
    if (status != MR_OK)
        return status;
    if (target == source)
        return MR_BAD_ARGUMENT;
    if (pool->lengths[target] < pool->lengths[source])
        return MR_NO_SPACE;
    copy((uint8_t *)to, (const uint8_t *)from, size_at(pool, source));
    release(pool, source);
    return MR_OK;
}

mr_status_t mr_pool_move(mr_pool_t *pool, void *to, void *from)
{
    mr_status_t status;
    MR_LOCK();
    status = move(pool, to, from);
    MR_UNLOCK();
    return status;
}

void *mr_pool_next(const mr_pool_t *pool, const void *object)
{
    unsigned block = 0;
    void *next = NULL;
    MR_LOCK();
    if (!object || find(pool, object, &block) == MR_OK) {
        if (object)
            block += pool->lengths[block];
        while (block < pool->count && (pool->lengths[block] & FREE_FIRST))
            block += length_at(pool, block);
        if (block < pool->count)
            next = address_of(pool, block);
    }
    MR_UNLOCK();
    return next;
}

mr_pool_statistics_t mr_pool_statistics(const mr_pool_t *pool)
{
    mr_pool_statistics_t statistics;
    MR_LOCK();
    statistics.used_blocks = pool->used;
    statistics.peak_blocks = pool->peak;
    statistics.free_blocks = (uint16_t)(pool->count - pool->used);
    statistics.largest_free_blocks = pool->largest[1];
    statistics.live_objects = pool->live;
    statistics.failures = pool->failures;
    MR_UNLOCK();
    return statistics;
}

static bool is_run_whole(const mr_pool_t *pool, unsigned block)
{
    unsigned entry = pool->lengths[block], length = entry & (unsigned)LENGTH, last = block + length - 1u, at;
    bool is_free = entry & FREE_FIRST;
    if (!is_first(entry) || length == 0 || length > pool->count - block)
        return false;
    for (at = block + 1u; at < last; at++)
        if (pool->lengths[at] != 0)
            return false;
    if (is_free && last + 1u < pool->count && (pool->lengths[last + 1u] & FREE_FIRST))
        return false;
    if (last == block)
        return !is_free || entry == (FREE_FIRST | 1u);
    return pool->lengths[last] == (is_free ? FREE_LAST | length : 0u);
}

static bool are_summaries_whole(const mr_pool_t *pool)
{
    unsigned node, group;
    for (group = 0; group < pool->groups; group++)
        if (pool->largest[pool->groups + group] !=
            (group * MR_POOL_GROUP < pool->count ? longest_in_group(pool, group) : 0u))
            return false;
    for (node = 1; node < pool->groups; node++) {
        unsigned left = pool->largest[2u * node], right = pool->largest[2u * node + 1u];
        if (pool->largest[node] != (left > right ? left : right))
            return false;
    }
    return true;
}

bool mr_pool_check(const mr_pool_t *pool)
{
    unsigned block, used = 0, live = 0;
    for (block = 0; block < pool->count; block += length_at(pool, block)) {
        if (!is_run_whole(pool, block))
            return false;
        if (!(pool->lengths[block] & FREE_FIRST)) {
            used += pool->lengths[block];
            live++;
        }
    }
    for (; block % MR_POOL_GROUP != 0; block++)
        if (pool->lengths[block] != 0)
            return false;
    return used == pool->used && live == pool->live && pool->peak >= used && are_summaries_whole(pool);
}

/* ---- Handles ---- */

enum { MOST_SLOTS = 65534, MOST_PINS = 255 };

mr_status_t mr_handles_init(mr_handles_t *handles, mr_pool_t *pool, mr_slot_t *slots, unsigned slot_count,
                            uint16_t *owners)
{
    unsigned at;
    if (!handles || !pool || !slots || !owners || slot_count == 0 || slot_count > MOST_SLOTS)
        return MR_BAD_ARGUMENT;
    handles->pool = pool;
    handles->slots = slots;
    handles->owners = owners;
    handles->slot_count = (uint16_t)slot_count;
    handles->free = 0;
    handles->cursor = 0;
    handles->is_pass_changed = false;
    for (at = 0; at < slot_count; at++) {
        slots[at].block = (uint16_t)(at + 1u);
        slots[at].generation = 1;
        slots[at].pins = 0;
        slots[at].is_live = false;
    }
    for (at = 0; at < pool->count; at++)
        owners[at] = 0;
    return MR_OK;
}

static mr_slot_t *slot_of(const mr_handles_t *handles, mr_handle_t handle)
{
    unsigned number = (unsigned)(handle & 0xFFFFu);
    mr_slot_t *slot;
    if (number >= handles->slot_count)
        return NULL;
    slot = &handles->slots[number];
    return slot->is_live && slot->generation == handle >> 16 ? slot : NULL;
}

mr_handle_t mr_handle_alloc(mr_handles_t *handles, size_t bytes)
{
    mr_handle_t handle = 0;
    unsigned block, number;
    MR_LOCK();
    number = handles->free;
    if (number >= handles->slot_count) {
        handles->pool->failures++;
    } else if (alloc(handles->pool, bytes, &block)) {
        mr_slot_t *slot = &handles->slots[number];
        handles->free = slot->block;
        handles->owners[block] = (uint16_t)(number + 1u);
        slot->block = (uint16_t)block;
        slot->is_live = true;
        handle = (mr_handle_t)slot->generation << 16 | number;
    }
    MR_UNLOCK();
    return handle;
}

static mr_status_t free_slot(mr_handles_t *handles, mr_slot_t *slot)
{
    if (!slot)
        return MR_STALE;
    if (slot->pins)
        return MR_LOCKED;
    handles->owners[slot->block] = 0;
    release(handles->pool, slot->block);
    slot->is_live = false;
    slot->generation++;
    if (slot->generation == 0)
        slot->generation = 1;
    slot->block = handles->free;
    handles->free = (uint16_t)(slot - handles->slots);
    handles->is_pass_changed = true;
    return MR_OK;
}

mr_status_t mr_handle_free(mr_handles_t *handles, mr_handle_t handle)
{
    mr_status_t status;
    MR_LOCK();
    status = free_slot(handles, slot_of(handles, handle));
    MR_UNLOCK();
    return status;
}

void *mr_handle_pin(mr_handles_t *handles, mr_handle_t handle)
{
    void *object = NULL;
    mr_slot_t *slot;
    MR_LOCK();
    slot = slot_of(handles, handle);
    if (slot && slot->pins < MOST_PINS) {
        slot->pins++;
        object = address_of(handles->pool, slot->block);
    }
    MR_UNLOCK();
    return object;
}

mr_status_t mr_handle_unpin(mr_handles_t *handles, mr_handle_t handle)
{
    mr_status_t status = MR_OK;
    mr_slot_t *slot;
    MR_LOCK();
    slot = slot_of(handles, handle);
    if (!slot)
        status = MR_STALE;
    else if (slot->pins == 0)
        status = MR_BAD_ARGUMENT;
    else
        slot->pins--;
    MR_UNLOCK();
    return status;
}

size_t mr_handle_size(const mr_handles_t *handles, mr_handle_t handle)
{
    size_t size = 0;
    const mr_slot_t *slot;
    MR_LOCK();
    slot = slot_of(handles, handle);
    if (slot)
        size = size_at(handles->pool, slot->block);
    MR_UNLOCK();
    return size;
}

/* The place of some bytes of an object; NULL, and *status says why, where they are not all in it. */
static uint8_t *bytes_of(const mr_handles_t *handles, mr_handle_t handle, size_t offset, size_t count,
                         mr_status_t *status)
{
    const mr_slot_t *slot = slot_of(handles, handle);
    size_t size = slot ? size_at(handles->pool, slot->block) : 0;
    *status = !slot ? MR_STALE : offset > size || count > size - offset ? MR_OUT_OF_RANGE : MR_OK;
    return *status == MR_OK ? (uint8_t *)address_of(handles->pool, slot->block) + offset : NULL;
}

mr_status_t mr_handle_read(const mr_handles_t *handles, mr_handle_t handle, size_t offset, void *to, size_t count)
{
    mr_status_t status;
    const uint8_t *from;
    MR_LOCK();
    from = bytes_of(handles, handle, offset, count, &status);
    if (from)
        copy((uint8_t *)to, from, count);
    MR_UNLOCK();
    return status;
}

mr_status_t mr_handle_write(mr_handles_t *handles, mr_handle_t handle, size_t offset, const void *from, size_t count)
{
    mr_status_t status;
    uint8_t *to;
    MR_LOCK();
    to = bytes_of(handles, handle, offset, count, &status);
    if (to)
        copy(to, (const uint8_t *)from, count);
    MR_UNLOCK();
    return status;
}

static mr_status_t move_slot(mr_handles_t *handles, const mr_slot_t *to, mr_slot_t *from)
{
    const mr_pool_t *pool = handles->pool;
    if (!to || !from)
        return MR_STALE;
    if (to == from)
        return MR_BAD_ARGUMENT;
    if (from->pins)
        return MR_LOCKED;
    if (pool->lengths[to->block] < pool->lengths[from->block])
        return MR_NO_SPACE;
    copy((uint8_t *)address_of(pool, to->block), (const uint8_t *)address_of(pool, from->block),
         size_at(pool, from->block));
    return free_slot(handles, from);
}

mr_status_t mr_handle_move(mr_handles_t *handles, mr_handle_t to, mr_handle_t from)
{
    mr_status_t status;
    MR_LOCK();
    status = move_slot(handles, slot_of(handles, to), slot_of(handles, from));
    MR_UNLOCK();
    return status;
}

mr_handle_t mr_handle_next(const mr_handles_t *handles, mr_handle_t handle)
{
    unsigned number = handle ? (unsigned)(handle & 0xFFFFu) + 1u : 0;
    mr_handle_t next = 0;
    MR_LOCK();
    while (number < handles->slot_count && !handles->slots[number].is_live)
        number++;
    if (number < handles->slot_count)
        next = (mr_handle_t)handles->slots[number].generation << 16 | number;
    MR_UNLOCK();
    return next;
}

/* Moves the object after a free run to the run's beginning; the free blocks come after it, and join those behind. */
static void slide(mr_handles_t *handles, unsigned hole, unsigned block)
{
    mr_pool_t *pool = handles->pool;
    unsigned length = pool->lengths[block], number = handles->owners[block];
    /* Downwards in memory and upwards in the loop: bytes are read before they are overwritten. */
    copy((uint8_t *)address_of(pool, hole), (const uint8_t *)address_of(pool, block), size_at(pool, block));
    handles->owners[block] = 0;
    handles->owners[hole] = (uint16_t)number;
    handles->slots[number - 1u].block = (uint16_t)hole;
    give(pool, block);
    take(pool, hole, length);
    handles->is_pass_changed = true;
}

static bool can_slide(const mr_handles_t *handles, unsigned block, unsigned max_blocks)
{
    unsigned number = handles->owners[block];
    return number != 0 && handles->slots[number - 1u].pins == 0 && handles->pool->lengths[block] <= max_blocks;
}

static mr_status_t end_pass(mr_handles_t *handles)
{
    bool is_changed = handles->is_pass_changed;
    const mr_pool_t *pool = handles->pool;
    handles->cursor = 0;
    handles->is_pass_changed = false;
    if (pool->largest[1] == pool->count - pool->used)
        return MR_OK;
    return is_changed ? MR_BUSY : MR_LOCKED;
}

/* One step of compaction from the cursor on: MR_EXISTS as long as the pass goes on. */
static mr_status_t step(mr_handles_t *handles, unsigned max_blocks, unsigned *left)
{
    mr_pool_t *pool = handles->pool;
    unsigned block = handles->cursor, next;
    while (!is_first(pool->lengths[block]))
        block--;
    next = block + length_at(pool, block);
    if (next >= pool->count || pool->largest[1] == pool->count - pool->used) {
        *left -= 1u;
        return end_pass(handles);
    }
    if ((pool->lengths[block] & FREE_FIRST) && can_slide(handles, next, max_blocks)) {
        unsigned length = pool->lengths[next];
        if (length > *left)
            return MR_BUSY;
        *left -= length;
        slide(handles, block, next);
        next = block + length;
    } else {
        *left -= 1u;
    }
    handles->cursor = (uint16_t)next;
    return MR_EXISTS;
}

mr_status_t mr_handles_compact(mr_handles_t *handles, unsigned max_blocks)
{
    unsigned left = max_blocks;
    mr_status_t status = MR_EXISTS;
    if (max_blocks == 0)
        return MR_BAD_ARGUMENT;
    while (status == MR_EXISTS && left > 0) {
        MR_LOCK();
        status = step(handles, max_blocks, &left);
        MR_UNLOCK();
    }
    return status == MR_EXISTS ? MR_BUSY : status;
}
