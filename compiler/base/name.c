/* Characters go in, the one copy of them comes out: a hash table with open addressing, at most half full. */
#include "name.h"

#include <stdint.h>
#include <string.h>

#define FIRST_SLOT_COUNT 1024u

typedef struct slot {
    const char *chars;       /* NULL in a free slot */
    uint32_t hash;
    uint32_t length_bytes;
} slot_t;

struct names {
    arena_t *arena;
    slot_t *slots;
    size_t slot_count;       /* a power of two */
    size_t name_count;
};

names_t *names_create(arena_t *arena)
{
    names_t *names = ARENA_NEW(arena, names_t);
    names->arena = arena;
    names->slot_count = FIRST_SLOT_COUNT;
    names->slots = ARENA_ARRAY(arena, slot_t, names->slot_count);
    return names;
}

/* FNV-1a, and a last mix because the low bits alone choose the slot. */
static uint32_t hash_of(const char *chars, size_t length_bytes)
{
    uint32_t hash = 2166136261u;
    for (size_t index = 0; index < length_bytes; ++index)
        hash = (hash ^ (unsigned char)chars[index]) * 16777619u;
    return hash ^ hash >> 15;
}

/* The slot that holds this name, or the free one where it belongs. */
static slot_t *slot_of(const names_t *names, const char *chars, uint32_t length_bytes, uint32_t hash)
{
    size_t const mask = names->slot_count - 1;
    for (size_t index = hash & mask;; index = (index + 1) & mask) {
        slot_t *slot = &names->slots[index];
        if (slot->chars == NULL)
            return slot;
        if (slot->hash == hash && slot->length_bytes == length_bytes && memcmp(slot->chars, chars, length_bytes) == 0)
            return slot;
    }
}

static void double_slots(names_t *names)
{
    const slot_t *old_slots = names->slots;
    size_t const old_count = names->slot_count;
    names->slot_count *= 2;
    names->slots = ARENA_ARRAY(names->arena, slot_t, names->slot_count);
    for (size_t old_index = 0; old_index < old_count; ++old_index) {
        const slot_t *old = &old_slots[old_index];
        if (old->chars != NULL)
            *slot_of(names, old->chars, old->length_bytes, old->hash) = *old;
    }
}

const char *name_intern(names_t *names, const char *chars, size_t length_bytes)
{
    if (length_bytes > UINT32_MAX)
        out_of_memory();
    uint32_t const hash = hash_of(chars, length_bytes);
    slot_t *slot = slot_of(names, chars, (uint32_t)length_bytes, hash);
    if (slot->chars != NULL)
        return slot->chars;
    const char *copy = arena_copy(names->arena, chars, length_bytes);
    *slot = (slot_t){ copy, hash, (uint32_t)length_bytes };
    if (++names->name_count * 2 > names->slot_count)
        double_slots(names);
    return copy;
}

const char *name_intern_string(names_t *names, const char *string)
{
    return name_intern(names, string, strlen(string));
}
