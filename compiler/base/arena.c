/* Sizes go in, zeroed memory comes out: allocations are cut from chunks, the first small, the others large. */
#define _DEFAULT_SOURCE   /* madvise() */
#include "arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef __linux__
#include <sys/mman.h>
#endif

#define FIRST_CHUNK_BYTES ((size_t)64 * 1024)
#define SECOND_CHUNK_BYTES ((size_t)512 * 1024)
#define LARGEST_CHUNK_BYTES ((size_t)4 * 1024 * 1024)
#define HUGE_PAGE_BYTES ((size_t)2 * 1024 * 1024)
#define ALIGNMENT_BYTES sizeof(uint64_t)   /* nothing in a compile needs more */

typedef struct chunk {
    struct chunk *previous;
    size_t mapped_bytes;      /* 0: from calloc */
    uint64_t memory[];
} chunk_t;

struct arena {
    chunk_t *newest;          /* every chunk, linked backwards, for freeing */
    char *free_start;         /* what is left of the chunk that is being cut up */
    size_t free_bytes;
    char *chars_start;        /* the same of the piece that characters come from */
    size_t chars_bytes;
    size_t next_chunk_bytes;
};

void out_of_memory(void)
{
    fputs("memregc: out of memory\n", stderr);
    exit(2);
}

arena_t *arena_create(void)
{
    arena_t *arena = calloc(1, sizeof *arena);
    if (arena == NULL)
        out_of_memory();
    arena->next_chunk_bytes = FIRST_CHUNK_BYTES;
    return arena;
}

#ifdef MADV_HUGEPAGE
/* A large chunk straight from the system, in huge pages where it has them: filling small pages one fault at a time
 * would cost as much as the compile itself. */
static chunk_t *map_chunk(size_t size_bytes)
{
    size_t mapped_bytes = (size_bytes + HUGE_PAGE_BYTES - 1) / HUGE_PAGE_BYTES * HUGE_PAGE_BYTES;
    char *mapped = mmap(NULL, mapped_bytes + HUGE_PAGE_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED)
        return NULL;
    size_t before_bytes = (HUGE_PAGE_BYTES - (uintptr_t)mapped % HUGE_PAGE_BYTES) % HUGE_PAGE_BYTES;
    if (before_bytes)
        munmap(mapped, before_bytes);
    munmap(mapped + before_bytes + mapped_bytes, HUGE_PAGE_BYTES - before_bytes);
    madvise(mapped + before_bytes, mapped_bytes, MADV_HUGEPAGE);
    chunk_t *chunk = (chunk_t *)(void *)(mapped + before_bytes);
    chunk->mapped_bytes = mapped_bytes;
    return chunk;
}

static void unmap_chunk(chunk_t *chunk) { munmap(chunk, chunk->mapped_bytes); }
#else
static chunk_t *map_chunk(size_t size_bytes) { return calloc(1, size_bytes); }
static void unmap_chunk(chunk_t *chunk) { free(chunk); }
#endif

static void free_chunk(chunk_t *chunk)
{
    if (chunk->mapped_bytes)
        unmap_chunk(chunk);
    else
        free(chunk);
}

void arena_destroy(arena_t *arena)
{
    if (arena == NULL)
        return;
    for (chunk_t *chunk = arena->newest; chunk != NULL;) {
        chunk_t *previous = chunk->previous;
        free_chunk(chunk);
        chunk = previous;
    }
    free(arena);
}

static char *add_chunk(arena_t *arena, size_t size_bytes)
{
    if (size_bytes > SIZE_MAX / 2)
        out_of_memory();
    size_t whole_bytes = sizeof(chunk_t) + size_bytes;
    chunk_t *chunk = whole_bytes >= HUGE_PAGE_BYTES ? map_chunk(whole_bytes) : calloc(1, whole_bytes);
    if (chunk == NULL)
        out_of_memory();
    chunk->previous = arena->newest;
    arena->newest = chunk;
    return (char *)chunk->memory;
}

void *arena_allocate(arena_t *arena, size_t size_bytes)
{
    if (size_bytes > SIZE_MAX - ALIGNMENT_BYTES)
        out_of_memory();
    size_bytes = (size_bytes + ALIGNMENT_BYTES - 1) / ALIGNMENT_BYTES * ALIGNMENT_BYTES;
    if (size_bytes > arena->free_bytes) {
        /* A large allocation gets a chunk of its own, so that the rest of the current one is not lost. */
        if (size_bytes > arena->next_chunk_bytes / 4)
            return add_chunk(arena, size_bytes);
        size_t chunk_bytes = arena->next_chunk_bytes - sizeof(chunk_t);
        arena->free_start = add_chunk(arena, chunk_bytes);
        arena->free_bytes = chunk_bytes;
        arena->next_chunk_bytes = arena->next_chunk_bytes == FIRST_CHUNK_BYTES ? SECOND_CHUNK_BYTES : LARGEST_CHUNK_BYTES;
    }
    /* Nothing was cut from an arena yet: an allocation of no bytes still needs an address. */
    if (arena->free_start == NULL)
        return add_chunk(arena, ALIGNMENT_BYTES);
    char *allocation = arena->free_start;
    arena->free_start += size_bytes;
    arena->free_bytes -= size_bytes;
    return allocation;
}

char *arena_chars(arena_t *arena, size_t size_bytes)
{
    enum { PIECE_BYTES = 8 * 1024 };
    if (size_bytes > PIECE_BYTES / 8)
        return arena_allocate(arena, size_bytes);
    if (size_bytes > arena->chars_bytes) {
        arena->chars_start = arena_allocate(arena, PIECE_BYTES);
        arena->chars_bytes = PIECE_BYTES;
    }
    char *chars = arena->chars_start;
    arena->chars_start += size_bytes;
    arena->chars_bytes -= size_bytes;
    return chars;
}

arena_mark_t arena_mark(const arena_t *arena)
{
    return (arena_mark_t){ arena->newest, arena->free_start, arena->free_bytes };
}

void arena_release(arena_t *arena, arena_mark_t mark)
{
    /* Where new chunks came since, they stay: what is left in the marked one is not worth going back for. */
    if (arena->newest != mark.chunk || mark.free_start == NULL)
        return;
    memset(mark.free_start, 0, (size_t)(arena->free_start - mark.free_start));
    arena->free_start = mark.free_start;
    arena->free_bytes = mark.free_bytes;
}

char *arena_copy(arena_t *arena, const char *chars, size_t length_bytes)
{
    if (length_bytes == SIZE_MAX)
        out_of_memory();
    char *copy = arena_chars(arena, length_bytes + 1);
    if (length_bytes > 0)
        memcpy(copy, chars, length_bytes);
    return copy;
}

void *arena_grow(arena_t *arena, const void *array, size_t *capacity, size_t element_bytes)
{
    size_t const count = *capacity;
    *capacity = count > 0 ? 2 * count : 32;
    void *grown = *capacity > SIZE_MAX / element_bytes / 2 ? NULL : arena_allocate(arena, *capacity * element_bytes);
    if (grown == NULL)
        out_of_memory();
    if (count > 0)
        memcpy(grown, array, count * element_bytes);
    return grown;
}

void *grow_array(void *array, size_t *capacity, size_t element_bytes)
{
    *capacity = *capacity > 0 ? 2 * *capacity : 64;
    void *grown = *capacity > SIZE_MAX / 2 / element_bytes ? NULL : realloc(array, *capacity * element_bytes);
    if (grown == NULL)
        out_of_memory();
    return grown;
}
