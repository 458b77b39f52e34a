/* Names: characters go in, one pointer for each distinct name comes out, so that equal names are equal pointers. */
#ifndef MEMREGC_NAME_H
#define MEMREGC_NAME_H

#include <stddef.h>

#include "arena.h"

typedef struct names names_t;

/* The table and its names live as long as the arena. */
names_t *names_create(arena_t *arena);

/* Returns the name's one copy, with a NUL behind it; chars need not have one, and may go away afterwards. */
const char *name_intern(names_t *names, const char *chars, size_t length_bytes);
const char *name_intern_string(names_t *names, const char *string);

#endif
