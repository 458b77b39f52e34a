/* A caller's memory goes in, pieces of it come out: see tlsf.h. */
#include "tlsf.h"

enum {
    ALIGN = sizeof(size_t),
    FREE = 1, BEFORE_FREE = 2, FLAGS = 3,
    SMALL_SHIFT = TLSF_PARTS_SHIFT + (sizeof(size_t) == 8 ? 3 : 2), /* below, the parts are as fine as the alignment */
    SMALL = 1 << SMALL_SHIFT,
    HEADER = sizeof(size_t),
    LEAST = sizeof(tlsf_block_t) - HEADER /* the links, and the next block's `before` */
};

static size_t size_of(const tlsf_block_t *block)
{
    return block->size & ~(size_t)FLAGS;
}

static tlsf_block_t *after(const tlsf_block_t *block)
{
    return (tlsf_block_t *)((uintptr_t)block + HEADER + size_of(block));
}

static unsigned highest_bit(size_t value)
{
    return sizeof value == 8 ? 63u - (unsigned)__builtin_clzll(value) : 31u - (unsigned)__builtin_clzl(value);
}

static void list_of(size_t size, unsigned *level, unsigned *part)
{
    if (size < SMALL) {
        *level = 0;
        *part = (unsigned)size / ALIGN;
    } else {
        unsigned bit = highest_bit(size);
        *level = bit - SMALL_SHIFT + 1u;
        *part = (unsigned)(size >> (bit - TLSF_PARTS_SHIFT)) ^ TLSF_PARTS;
    }
}

static void insert(tlsf_t *heap, tlsf_block_t *block)
{
    unsigned level, part;
    list_of(size_of(block), &level, &part);
    tlsf_block_t *next = heap->lists[level][part];
    block->next = next;
    block->previous = &heap->none;
    next->previous = block;
    heap->lists[level][part] = block;
    heap->levels |= 1u << level;
    heap->parts[level] |= 1u << part;
}

static void unlink_from(tlsf_t *heap, tlsf_block_t *block, unsigned level, unsigned part)
{
    tlsf_block_t *next = block->next, *previous = block->previous;
    next->previous = previous;
    previous->next = next;
    if (heap->lists[level][part] != block)
        return;
    heap->lists[level][part] = next;
    if (next == &heap->none) {
        heap->parts[level] &= ~(1u << part);
        if (heap->parts[level] == 0)
            heap->levels &= ~(1u << level);
    }
}

static void remove_free(tlsf_t *heap, tlsf_block_t *block)
{
    unsigned level, part;
    list_of(size_of(block), &level, &part);
    unlink_from(heap, block, level, part);
}

void tlsf_init(tlsf_t *heap, void *memory, size_t bytes)
{
    /* The first block's `before` is never used, so it may lie before the memory; the last header has no payload. */
    tlsf_block_t *first = (tlsf_block_t *)((uintptr_t)memory - HEADER);
    heap->levels = 0;
    heap->none.next = heap->none.previous = &heap->none;
    for (unsigned level = 0; level < TLSF_LEVELS; level++) {
        heap->parts[level] = 0;
        for (unsigned part = 0; part < TLSF_PARTS; part++)
            heap->lists[level][part] = &heap->none;
    }
    heap->first = first;
    first->size = ((bytes - 2u * HEADER) & ~(size_t)(ALIGN - 1)) | FREE;
    after(first)->before = first;
    after(first)->size = BEFORE_FREE;
    insert(heap, first);
}

void *tlsf_alloc(tlsf_t *heap, size_t bytes)
{
    size_t size = (bytes + ALIGN - 1u) & ~(size_t)(ALIGN - 1), sought;
    unsigned level, part;
    if (bytes - 1u >= (size_t)1 << (TLSF_LEVELS + SMALL_SHIFT - 2))
        return NULL;
    if (size < LEAST)
        size = LEAST;
    /* Rounded up to the next list, all of whose blocks are long enough. */
    sought = size;
    if (sought >= SMALL)
        sought += ((size_t)1 << (highest_bit(sought) - TLSF_PARTS_SHIFT)) - 1u;
    list_of(sought, &level, &part);
    uint32_t parts = heap->parts[level] & ~0u << part;
    if (!parts) {
        uint32_t levels = heap->levels & ~0u << (level + 1u);
        if (!levels)
            return NULL;
        level = (unsigned)__builtin_ctz(levels);
        parts = heap->parts[level];
    }
    part = (unsigned)__builtin_ctz(parts);
    tlsf_block_t *block = heap->lists[level][part];
    unlink_from(heap, block, level, part);
    if (size_of(block) >= size + sizeof(tlsf_block_t)) {
        tlsf_block_t *rest = (tlsf_block_t *)((uintptr_t)block + HEADER + size);
        rest->size = (size_of(block) - size - HEADER) | FREE;
        after(rest)->before = rest;
        block->size = size | (block->size & BEFORE_FREE);
        insert(heap, rest);
    } else {
        block->size &= ~(size_t)FREE;
        after(block)->size &= ~(size_t)BEFORE_FREE;
    }
    return &block->next;
}

void tlsf_free(tlsf_t *heap, void *object)
{
    tlsf_block_t *block = (tlsf_block_t *)((uintptr_t)object - offsetof(tlsf_block_t, next)), *next = after(block);
    if (next->size & FREE) {
        remove_free(heap, next);
        block->size += size_of(next) + HEADER;
        next = after(block);
    }
    if (block->size & BEFORE_FREE) {
        tlsf_block_t *before = block->before;
        remove_free(heap, before);
        before->size += size_of(block) + HEADER;
        block = before;
    }
    block->size |= FREE;
    next->before = block;
    next->size |= BEFORE_FREE;
    insert(heap, block);
}

static bool are_lists_whole(const tlsf_t *heap, size_t free_blocks)
{
    for (unsigned level = 0; level < TLSF_LEVELS; level++) {
        if ((heap->levels >> level & 1u) != (heap->parts[level] != 0))
            return false;
        for (unsigned part = 0; part < TLSF_PARTS; part++) {
            const tlsf_block_t *block = heap->lists[level][part], *previous = &heap->none;
            if ((heap->parts[level] >> part & 1u) != (block != &heap->none))
                return false;
            for (; block != &heap->none; previous = block, block = block->next) {
                unsigned its_level, its_part;
                list_of(size_of(block), &its_level, &its_part);
                if (its_level != level || its_part != part || !(block->size & FREE) || free_blocks-- == 0)
                    return false;
                if (previous != &heap->none && block->previous != previous)
                    return false;
            }
        }
    }
    return free_blocks == 0;
}

bool tlsf_check(const tlsf_t *heap)
{
    size_t free_blocks = 0;
    const tlsf_block_t *block = heap->first, *before = NULL;
    for (; size_of(block) != 0; before = block, block = after(block)) {
        bool is_before_free = before && (before->size & FREE);
        if (is_before_free != ((block->size & BEFORE_FREE) != 0) || (is_before_free && block->before != before))
            return false;
        if (block->size & FREE) {
            if (is_before_free)
                return false;
            free_blocks++;
        }
    }
    return are_lists_whole(heap, free_blocks);
}
