/* Sizes go in, zeroed memory comes out: allocations are cut from chunks, each twice as large as the one before it. */
#include "arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_CHUNK_BYTES ((size_t)64 * 1024)
#define LARGEST_CHUNK_BYTES ((size_t)1024 * 1024)

typedef struct chunk {
    struct chunk *previous;
    max_align_t memory[];
} chunk_t;

struct arena {
    chunk_t *newest;          /* every chunk, linked backwards, for freeing */
    char *free_start;         /* what is left of the chunk that is being cut up */
    size_t free_bytes;
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

void arena_destroy(arena_t *arena)
{
    if (arena == NULL)
        return;
    for (chunk_t *chunk = arena->newest; chunk != NULL;) {
        chunk_t *previous = chunk->previous;
        free(chunk);
        chunk = previous;
    }
    free(arena);
}

static char *add_chunk(arena_t *arena, size_t size_bytes)
{
    if (size_bytes > SIZE_MAX - sizeof(chunk_t))
        out_of_memory();
    chunk_t *chunk = calloc(1, sizeof *chunk + size_bytes);
    if (chunk == NULL)
        out_of_memory();
    chunk->previous = arena->newest;
    arena->newest = chunk;
    return (char *)chunk->memory;
}

void *arena_allocate(arena_t *arena, size_t size_bytes)
{
    size_t const alignment_bytes = _Alignof(max_align_t);
    if (size_bytes > SIZE_MAX - alignment_bytes)
        out_of_memory();
    size_bytes = (size_bytes + alignment_bytes - 1) / alignment_bytes * alignment_bytes;
    if (size_bytes > arena->free_bytes) {
        /* A large allocation gets a chunk of its own, so that the rest of the current one is not lost. */
        if (size_bytes > arena->next_chunk_bytes / 4)
            return add_chunk(arena, size_bytes);
        arena->free_start = add_chunk(arena, arena->next_chunk_bytes);
        arena->free_bytes = arena->next_chunk_bytes;
        if (arena->next_chunk_bytes < LARGEST_CHUNK_BYTES)
            arena->next_chunk_bytes *= 2;
    }
    /* Nothing was cut from an arena yet: an allocation of no bytes still needs an address. */
    if (arena->free_start == NULL)
        return add_chunk(arena, alignment_bytes);
    char *allocation = arena->free_start;
    arena->free_start += size_bytes;
    arena->free_bytes -= size_bytes;
    return allocation;
}

char *arena_copy(arena_t *arena, const char *chars, size_t length_bytes)
{
    if (length_bytes == SIZE_MAX)
        out_of_memory();
    char *copy = arena_allocate(arena, length_bytes + 1);
    if (length_bytes > 0)
        memcpy(copy, chars, length_bytes);
    return copy;
}

char *arena_format(arena_t *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0)
        out_of_memory();
    char *chars = arena_allocate(arena, (size_t)length + 1);
    va_start(arguments, format);
    vsnprintf(chars, (size_t)length + 1, format, arguments);
    va_end(arguments);
    return chars;
}
