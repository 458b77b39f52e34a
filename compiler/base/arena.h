/* Memory for one compile: allocations go in, and all of it is freed at once. Nothing in it has a destructor. */
#ifndef MEMREGC_ARENA_H
#define MEMREGC_ARENA_H

#include <stddef.h>

typedef struct arena arena_t;

/* What every allocation here ends in where the machine has no more memory: prints "memregc: out of memory" and exits
 * with status 2. Outputs are written last, so none is touched by then. */
_Noreturn void out_of_memory(void);

arena_t *arena_create(void);
void arena_destroy(arena_t *arena);

/* Returns zeroed memory, aligned to 8 bytes: nothing in a compile needs more. Never NULL: see out_of_memory(). */
void *arena_allocate(arena_t *arena, size_t size_bytes);

/* The same for characters: not aligned, so that short strings lie close together. */
char *arena_chars(arena_t *arena, size_t size_bytes);

/* Where an arena stands, and giving back what was allocated since (arena_chars excepted): for work that leaves nothing
 * behind but its result in another arena. */
typedef struct arena_mark { void *chunk; char *free_start; size_t free_bytes; } arena_mark_t;
arena_mark_t arena_mark(const arena_t *arena);
void arena_release(arena_t *arena, arena_mark_t mark);

/* Copies length_bytes bytes and adds a NUL. */
char *arena_copy(arena_t *arena, const char *chars, size_t length_bytes);

/* printf into the arena (it is in text.c, which knows how to). */
char *arena_format(arena_t *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A full array of the arena, copied into one of at least twice the capacity. */
void *arena_grow(arena_t *arena, const void *array, size_t *capacity, size_t element_bytes);

/* Makes room in a temporary array that is full: returns it with at least twice the capacity, from the heap, to be given
 * to free() when it is done with. Starts with NULL and a capacity of 0. Exits as arena_allocate() does. */
void *grow_array(void *array, size_t *capacity, size_t element_bytes);

#define ARENA_NEW(arena, type) ((type *)arena_allocate((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_allocate((arena), sizeof(type) * (size_t)(count)))

#endif
