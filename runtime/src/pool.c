/* Blocks and their books go in; runs of blocks for objects, and the books after it, come out.
 *
 * A run is a free stretch or an object; a place is a block counted from 1. An object's first entry has its length, and all
 * its others are 0, which tells a pointer into the middle. Free runs of a class are in a ring: a free run's first entry is
 * the place of the next, its second and its last have its length, and where there is no second it is one block long. The
 * ring's end and beginning is the class's own entry, behind those of the blocks. Entries of length 0 before the first block
 * and behind the last are neighbours to all that have none.
 *
 * Of two adjacent places one at most is the first of a free run, since two such runs would be one: they share an element
 * of the ways back. */
#include "memreg/pool.h"

/* An entry's two highest bits; the rest is its length. They are no enum's, whose values an AVR's int would have to hold. */
#define OBJECT 0x8000u
#define TAG 0xC000u

enum { LENGTH = 0x3FFF, MOST_TRIES = 2, MOST_CLASS = 31 };

/* Where the machine finds a bit with few instructions, and calls no library for it. */
#if defined(__GNUC__) && (defined(__x86_64__) || defined(__i386__) || defined(__aarch64__) ||                          \
                          defined(__ARM_FEATURE_CLZ) || defined(__powerpc__) || defined(__riscv_zbb))
#define HAS_BIT_SCAN 1
#else
#define HAS_BIT_SCAN 0
#endif

static bool is_object(unsigned entry)
{
    return entry >> 14 == OBJECT >> 14;
}

static bool is_tag(unsigned entry)
{
    return entry >> 14 == TAG >> 14;
}

/* What two callers share, lest its code be there twice. */
#if defined(__GNUC__)
#define NOT_INLINE __attribute__((noinline))
#else
#define NOT_INLINE
#endif

/* Of a run's first entry. */
static bool is_free(unsigned entry)
{
    return !(entry & OBJECT);
}

static inline unsigned free_length(const uint16_t *first)
{
    unsigned second = first[1];
    return is_tag(second) ? second & LENGTH : 1u;
}

static unsigned length_at(const mr_pool_t *pool, unsigned place)
{
    const uint16_t *first = &pool->entries[place];
    return is_free(*first) ? free_length(first) : *first & (unsigned)LENGTH;
}

static unsigned long_class(unsigned length)
{
    unsigned halves = 14;
#if HAS_BIT_SCAN
    unsigned octaves = 27u - (unsigned)__builtin_clz(length);
    halves += 2u * octaves;
    length >>= octaves;
#else
    for (; length >= 2u * MR_POOL_EXACT; length >>= 1)
        halves += 2u;
#endif
    halves += length >> 3;
    return halves < MOST_CLASS ? halves : MOST_CLASS;
}

static inline unsigned class_of(unsigned length)
{
    return length < MR_POOL_EXACT ? length : long_class(length);
}

static inline void put_free(mr_pool_t *pool, unsigned place, unsigned length)
{
    uint16_t *entries = pool->entries, *first = &entries[place];
    unsigned head = class_of(length), next;
    pool->classes |= (uint32_t)1 << head;
    if (length > 1u) {
        first[1] = (uint16_t)(TAG | length);
        (first + length - 1u)[0] = (uint16_t)(TAG | length);
    }
    head += pool->end;
    next = entries[head];
    entries[head] = (uint16_t)place;
    *first = (uint16_t)next;
    pool->previous[place / 2u] = (uint16_t)head;
    pool->previous[next / 2u] = (uint16_t)place;
}

/* Takes a free run out of its ring and its tags away; returns its length. */
static inline unsigned remove_free(mr_pool_t *pool, unsigned place)
{
    uint16_t *entries = pool->entries, *first = &entries[place];
    unsigned length = free_length(first), next = *first, before = pool->previous[place / 2u];
    *first = 0;
    if (length > 1u) {
        first[1] = 0;
        (first + length - 1u)[0] = 0;
    }
    entries[before] = (uint16_t)next;
    pool->previous[next / 2u] = (uint16_t)before;
    if (next == before)
        pool->classes &= ~((uint32_t)1 << (next - pool->end));
    return length;
}

/* The place of a run of at least so many blocks, 0 where there is none. Where the class has shorter ones too, some are tried
 * before the classes above, and all where those have none. */
static inline unsigned fitting_run(const mr_pool_t *pool, unsigned length)
{
    unsigned class_number = class_of(length), place, tries = MOST_TRIES;
    uint32_t classes = pool->classes >> class_number;
    const uint16_t *head = &pool->entries[pool->end + class_number];
    if (class_number >= MR_POOL_EXACT) {
        classes >>= 1;
        for (place = *head++; place < pool->end && (!classes || tries-- > 0); place = pool->entries[place])
            if (free_length(&pool->entries[place]) >= length)
                return place;
    }
    if (!classes)
        return 0;
#if HAS_BIT_SCAN
    head += __builtin_ctz(classes);
#else
    for (; !(classes & 0xFu); classes >>= 4)
        head += 4;
    for (; !(classes & 1u); classes >>= 1)
        head++;
#endif
    return *head;
}

/* Makes the beginning of a free run an object. */
static inline void take(mr_pool_t *pool, unsigned place, unsigned length)
{
    unsigned rest = remove_free(pool, place) - length;
    pool->entries[place] = (uint16_t)(OBJECT | length);
    if (rest)
        put_free(pool, place + length, rest);
    pool->live++;
    pool->used += length;
    if (pool->used > pool->peak)
        pool->peak = pool->used;
}

/* Makes an object a free run, joined with those beside it. */
static inline void give(mr_pool_t *pool, unsigned place)
{
    uint16_t *first = &pool->entries[place];
    unsigned length = *first & (unsigned)LENGTH, before = (first - 1)[0];
    pool->live--;
    pool->used -= length;
    if (is_free(first[length]))
        length += remove_free(pool, place + length);
    /* A run of one block has no tag; an object's last entry is 0 or its first. */
    if (is_tag(before))
        before &= LENGTH;
    else
        before = is_free(before) && before;
    if (before) {
        *first = 0;
        place -= before;
        length += remove_free(pool, place);
    }
    put_free(pool, place, length);
}

/* Why no object begins at the byte. */
static mr_status_t refusal(const mr_pool_t *pool, size_t offset)
{
    const uint16_t *entry;
    if (offset >= pool->bytes)
        return MR_OUT_OF_RANGE;
    entry = &pool->entries[(offset >> pool->block_shift) + 1u];
    while (*entry == 0)
        entry--;
    return is_object(*entry) ? MR_BAD_ARGUMENT : MR_NOT_FOUND;
}

/* A live object's place, or a status, which is less. */
static inline int find(const mr_pool_t *pool, const void *object)
{
    size_t offset = (size_t)((uintptr_t)object - (uintptr_t)pool->blocks), block = offset >> pool->block_shift;
    if (offset >= pool->bytes || block << pool->block_shift != offset || !is_object(pool->entries[block + 1u]))
        return refusal(pool, offset);
    return (int)(block + 1u);
}

static inline void *address_of(const mr_pool_t *pool, unsigned place)
{
    return pool->blocks + ((size_t)(place - 1u) << pool->block_shift);
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
    unsigned at;
    if (!pool || !blocks || !words || count == 0 || count > MR_POOL_MOST_BLOCKS || block_shift > 15 ||
        count > SIZE_MAX >> block_shift)
        return MR_BAD_ARGUMENT;
    pool->blocks = (uint8_t *)blocks;
    pool->entries = words;
    pool->previous = words + MR_POOL_ENTRIES(count);
    pool->bytes = (size_t)count << block_shift;
    pool->block_shift = block_shift;
    pool->classes = 0;
    pool->end = count + 1u;
    pool->used = pool->peak = pool->live = 0;
    pool->failures = 0;
    for (at = 0; at < MR_POOL_WORDS(count); at++)
        words[at] = 0;
    for (at = pool->end + 1u; at < MR_POOL_ENTRIES(count); at++)
        words[at] = (uint16_t)at;
    words[0] = words[pool->end] = OBJECT;
    put_free(pool, 1, count);
    return MR_OK;
}

/* A new object's place, or 0. */
static inline unsigned alloc(mr_pool_t *pool, size_t bytes)
{
    /* 0 wraps round to the largest. */
    size_t last = bytes - 1u;
    if (last < pool->bytes) {
        unsigned length = (unsigned)(last >> pool->block_shift) + 1u, place = fitting_run(pool, length);
        if (place) {
            take(pool, place, length);
            return place;
        }
    }
    pool->failures++;
    return 0;
}

void *mr_pool_alloc(mr_pool_t *pool, size_t bytes)
{
    void *object = NULL;
    unsigned place;
    MR_LOCK();
    place = alloc(pool, bytes);
    if (place)
        object = address_of(pool, place);
    MR_UNLOCK();
    return object;
}

mr_status_t mr_pool_free(mr_pool_t *pool, void *object)
{
    mr_status_t status = MR_OK;
    int place;
    MR_LOCK();
    place = find(pool, object);
    if (place > 0)
        give(pool, (unsigned)place);
    else
        status = (mr_status_t)place;
    MR_UNLOCK();
    return status;
}

static size_t size_at(const mr_pool_t *pool, unsigned place)
{
    return (size_t)(pool->entries[place] & (unsigned)LENGTH) << pool->block_shift;
}

/* 0 where there is no such object. */
static size_t size_of(const mr_pool_t *pool, const void *object)
{
    int place = find(pool, object);
    return place > 0 ? size_at(pool, (unsigned)place) : 0u;
}

size_t mr_pool_size(const mr_pool_t *pool, const void *object)
{
    size_t size;
    MR_LOCK();
    size = size_of(pool, object);
    MR_UNLOCK();
    return size;
}

static NOT_INLINE mr_status_t check_bytes(const mr_pool_t *pool, const void *object, size_t offset, size_t count)
{
    size_t size = size_of(pool, object);
    if (size == 0)
        return (mr_status_t)find(pool, object);
    return offset > size || count > size - offset ? MR_OUT_OF_RANGE : MR_OK;
}

mr_status_t mr_pool_read(const mr_pool_t *pool, const void *object, size_t offset, void *to, size_t count)
{
    mr_status_t status;
    MR_LOCK();
    status = check_bytes(pool, object, offset, count);
    if (status == MR_OK)
        copy((uint8_t *)to, (const uint8_t *)object + offset, count);
    MR_UNLOCK();
    return status;
}

mr_status_t mr_pool_write(mr_pool_t *pool, void *object, size_t offset, const void *from, size_t count)
{
    mr_status_t status;
    MR_LOCK();
    status = check_bytes(pool, object, offset, count);
    if (status == MR_OK)
        copy((uint8_t *)object + offset, (const uint8_t *)from, count);
    MR_UNLOCK();
    return status;
}

static mr_status_t move(mr_pool_t *pool, void *to, void *from)
{
    int target = find(pool, to), source = find(pool, from);
    if (target < 0 || source < 0)
        return (mr_status_t)(target < 0 ? target : source);
    if (target == source)
        return MR_BAD_ARGUMENT;
    if (pool->entries[target] < pool->entries[source])
        return MR_NO_SPACE;
    copy((uint8_t *)to, (const uint8_t *)from, size_at(pool, (unsigned)source));
    give(pool, (unsigned)source);
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
    unsigned place = 1;
    void *next = NULL;
    MR_LOCK();
    if (object) {
        int found = find(pool, object);
        place = found < 0 ? pool->end : (unsigned)found + length_at(pool, (unsigned)found);
    }
    while (place < pool->end && is_free(pool->entries[place]))
        place += free_length(&pool->entries[place]);
    if (place < pool->end)
        next = address_of(pool, place);
    MR_UNLOCK();
    return next;
}

static unsigned longest_run(const mr_pool_t *pool)
{
    unsigned class_number = MR_POOL_CLASSES(pool->end - 1u), longest = 0, length, place;
    while (class_number > 1u && !(pool->classes >> class_number))
        class_number--;
    for (place = pool->entries[pool->end + class_number]; place < pool->end; place = pool->entries[place]) {
        length = free_length(&pool->entries[place]);
        longest = length > longest ? length : longest;
    }
    return longest;
}

mr_pool_statistics_t mr_pool_statistics(const mr_pool_t *pool)
{
    mr_pool_statistics_t statistics;
    MR_LOCK();
    statistics.used_blocks = (uint16_t)pool->used;
    statistics.peak_blocks = (uint16_t)pool->peak;
    statistics.free_blocks = (uint16_t)(pool->end - 1u - pool->used);
    statistics.largest_free_blocks = (uint16_t)longest_run(pool);
    statistics.live_objects = (uint16_t)pool->live;
    statistics.failures = pool->failures;
    MR_UNLOCK();
    return statistics;
}

/* Whether the entry of a free run or class leads to a place or class that knows the way back. */
static bool is_link_whole(const mr_pool_t *pool, unsigned at)
{
    unsigned next = pool->entries[at];
    if (next <= pool->end)
        return next > 0 && next < pool->end && pool->previous[next / 2u] == at;
    return next <= pool->end + MR_POOL_CLASSES(pool->end - 1u);
}

static bool is_run_whole(const mr_pool_t *pool, unsigned place)
{
    const uint16_t *first = &pool->entries[place];
    unsigned length = length_at(pool, place), at;
    bool is_hole = is_free(*first);
    if (length == 0 || length > pool->end - place || *first == 0 || is_tag(*first))
        return false;
    for (at = 1; at < length; at++)
        if (first[at] != (is_hole && (at == 1u || at == length - 1u) ? TAG | length : 0u))
            return false;
    return !is_hole || (!is_free(first[length]) && is_link_whole(pool, place));
}

/* Runs in a class's ring; more than `most` where it does not end, or has what is not of the class. */
static unsigned runs_in_ring(const mr_pool_t *pool, unsigned class_number, unsigned most)
{
    unsigned head = pool->end + class_number, place = head, runs = 0;
    while (is_link_whole(pool, place) && (place = pool->entries[place]) < pool->end && runs <= most) {
        if (!is_free(pool->entries[place]) || class_of(free_length(&pool->entries[place])) != class_number)
            return most + 1u;
        runs++;
    }
    return place == head && (runs > 0) == (pool->classes >> class_number & 1u) ? runs : most + 1u;
}

bool mr_pool_check(const mr_pool_t *pool)
{
    unsigned place, class_number, used = 0, live = 0, holes = 0, last_class = MR_POOL_CLASSES(pool->end - 1u);
    for (place = 1; place < pool->end; place += length_at(pool, place)) {
        if (!is_run_whole(pool, place))
            return false;
        if (is_free(pool->entries[place])) {
            holes++;
        } else {
            used += length_at(pool, place);
            live++;
        }
    }
    for (class_number = 1; class_number <= last_class; class_number++) {
        unsigned runs = runs_in_ring(pool, class_number, holes);
        if (runs > holes)
            return false;
        holes -= runs;
    }
    return holes == 0 && pool->entries[0] == OBJECT && pool->entries[pool->end] == OBJECT && used == pool->used &&
           live == pool->live && pool->peak >= used && !(pool->classes & 1u) && pool->classes >> last_class < 2u;
}

/* ---- Handles ---- */

#define MOST_SLOTS 65534u
#define MOST_PINS 255u

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
    handles->cursor = 1;
    handles->is_pass_changed = false;
    for (at = 0; at < slot_count; at++) {
        slots[at].place = (uint16_t)(at + 1u);
        slots[at].generation = 1;
        slots[at].pins = 0;
        slots[at].is_live = false;
    }
    for (at = 0; at < pool->end - 1u; at++)
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
    unsigned place, number;
    MR_LOCK();
    number = handles->free;
    if (number >= handles->slot_count) {
        handles->pool->failures++;
    } else if ((place = alloc(handles->pool, bytes)) != 0) {
        mr_slot_t *slot = &handles->slots[number];
        handles->free = slot->place;
        handles->owners[place - 1u] = (uint16_t)(number + 1u);
        slot->place = (uint16_t)place;
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
    handles->owners[slot->place - 1u] = 0;
    give(handles->pool, slot->place);
    slot->is_live = false;
    slot->generation++;
    if (slot->generation == 0)
        slot->generation = 1;
    slot->place = handles->free;
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
        object = address_of(handles->pool, slot->place);
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
        size = size_at(handles->pool, slot->place);
    MR_UNLOCK();
    return size;
}

/* The place of some bytes of an object; NULL, and *status says why, where they are not all in it. */
static uint8_t *bytes_of(const mr_handles_t *handles, mr_handle_t handle, size_t offset, size_t count,
                         mr_status_t *status)
{
    const mr_slot_t *slot = slot_of(handles, handle);
    size_t size = slot ? size_at(handles->pool, slot->place) : 0;
    *status = !slot ? MR_STALE : offset > size || count > size - offset ? MR_OUT_OF_RANGE : MR_OK;
    return *status == MR_OK ? (uint8_t *)address_of(handles->pool, slot->place) + offset : NULL;
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
    if (pool->entries[to->place] < pool->entries[from->place])
        return MR_NO_SPACE;
    copy((uint8_t *)address_of(pool, to->place), (const uint8_t *)address_of(pool, from->place),
         size_at(pool, from->place));
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
static void slide(mr_handles_t *handles, unsigned hole, unsigned place)
{
    mr_pool_t *pool = handles->pool;
    unsigned length = length_at(pool, place), number = handles->owners[place - 1u];
    /* Downwards in memory and upwards in the loop: bytes are read before they are overwritten. */
    copy((uint8_t *)address_of(pool, hole), (const uint8_t *)address_of(pool, place), size_at(pool, place));
    handles->owners[place - 1u] = 0;
    handles->owners[hole - 1u] = (uint16_t)number;
    handles->slots[number - 1u].place = (uint16_t)hole;
    give(pool, place);
    take(pool, hole, length);
    handles->is_pass_changed = true;
}

static bool can_slide(const mr_handles_t *handles, unsigned place, unsigned max_blocks)
{
    unsigned number = handles->owners[place - 1u];
    return number != 0 && handles->slots[number - 1u].pins == 0 && length_at(handles->pool, place) <= max_blocks;
}

static bool is_compact(const mr_pool_t *pool)
{
    return longest_run(pool) == pool->end - 1u - pool->used;
}

static mr_status_t end_pass(mr_handles_t *handles)
{
    bool is_changed = handles->is_pass_changed;
    handles->cursor = 1;
    handles->is_pass_changed = false;
    if (is_compact(handles->pool))
        return MR_OK;
    return is_changed ? MR_BUSY : MR_LOCKED;
}

/* One step of compaction from the cursor on: MR_EXISTS as long as the pass goes on. */
static mr_status_t step(mr_handles_t *handles, unsigned max_blocks, unsigned *left)
{
    mr_pool_t *pool = handles->pool;
    unsigned place = handles->cursor, next;
    while (pool->entries[place] == 0 || is_tag(pool->entries[place]))
        place--;
    next = place + length_at(pool, place);
    if (next >= pool->end || is_compact(pool)) {
        *left -= 1u;
        return end_pass(handles);
    }
    if (is_free(pool->entries[place]) && can_slide(handles, next, max_blocks)) {
        unsigned length = length_at(pool, next);
        if (length > *left)
            return MR_BUSY;
        *left -= length;
        slide(handles, place, next);
        next = place + length;
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
