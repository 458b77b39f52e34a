/* Mending names; see svd_names.h. */
#include "svd_names.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "naming.h"

static bool is_language_word(const char *name)
{
    static const char *const words[] = {
        "layout", "import", "const", "enum", "struct", "region", "partitions", "target", "memreg", "store", "record",
        "pool", "map", "endian", "sizeof", "offsetof", "true", "false",
    };
    for (size_t index = 0; index < sizeof words / sizeof *words; index++)
        if (strcmp(words[index], name) == 0)
            return true;
    return false;
}

/* Adds one character, with no two underscores in a row where an index went. */
static char *add(char *to, const char *start, char character)
{
    if (character == '_' && to > start && to[-1] == '_')
        return to;
    *to = character;
    return to + 1;
}

static char *add_word(char *to, const char *start, const char *word)
{
    while (*word)
        to = add(to, start, isalnum((unsigned char)*word) ? *word : '_'), word++;
    return to;
}

const char *svd_mend_name(arena_t *arena, const char *name, const char *index, const char *otherwise, bool is_value)
{
    size_t most = strlen(name) + (index ? strlen(index) : 0) + 16;
    char *mended = arena_chars(arena, most), *to = mended;
    bool has_index = false;

    for (const char *at = name; *at;) {
        size_t hole = strncmp(at, "[%s]", 4) == 0 ? 4 : strncmp(at, "%s", 2) == 0 ? 2 : 0;
        if (hole) {
            if (index && !has_index)
                to = add_word(to, mended, index);
            has_index = true;
            at += hole;
        } else if (is_value && at == name && (*at == '+' || *at == '-') && at[1]) {
            to = add_word(to, mended, *at == '+' ? "plus_" : "minus_");
            at++;
        } else if ((unsigned char)*at >= 0x80) {
            to = add(to, mended, '_');
            while ((unsigned char)*++at >= 0x80 && ((unsigned char)*at & 0xC0) == 0x80)
                ;
        } else {
            *to++ = isalnum((unsigned char)*at) ? *at : '_';
            at++;
        }
    }
    if (has_index && !index)
        while (to > mended + 1 && to[-1] == '_')
            to--;
    *to = 0;
    if (!mended[strspn(mended, "_")])
        return otherwise;
    if (isdigit((unsigned char)*mended))
        return arena_format(arena, "_%s", mended);
    return is_language_word(mended) ? arena_format(arena, "%s_", mended) : mended;
}

const char *svd_fill_index(arena_t *arena, const char *text, const char *index)
{
    const char *hole = text && index ? strstr(text, "%s") : NULL;
    return hole ? arena_format(arena, "%.*s%s%s", (int)(hole - text), text, index, hole + 2) : text;
}

/* ---- claims */

uint64_t svd_hash(uint64_t start, const char *chars)
{
    for (; *chars; chars++)
        start = (start ^ (uint8_t)*chars) * UINT64_C(1099511628211);
    return start;
}

static uint64_t *find(const svd_claims_t *claims, uint64_t hash)
{
    size_t bucket = (size_t)(hash ^ hash >> 29) & (claims->capacity - 1);
    while (claims->hashes[bucket] && claims->hashes[bucket] != hash)
        bucket = (bucket + 1) & (claims->capacity - 1);
    return &claims->hashes[bucket];
}

static void grow(svd_claims_t *claims)
{
    svd_claims_t larger = { .capacity = claims->capacity ? 2 * claims->capacity : 1 << 12, .count = claims->count };
    larger.hashes = calloc(larger.capacity, sizeof *larger.hashes);
    if (!larger.hashes)
        out_of_memory();
    for (size_t index = 0; index < claims->capacity; index++)
        if (claims->hashes[index])
            *find(&larger, claims->hashes[index]) = claims->hashes[index];
    free(claims->hashes);
    *claims = larger;
}

bool svd_is_claimed(const svd_claims_t *claims, uint64_t hash)
{
    return claims->capacity && *find(claims, hash | 1) != 0;
}

void svd_claim(svd_claims_t *claims, uint64_t hash)
{
    if (claims->count * 3 >= claims->capacity * 2)
        grow(claims);
    uint64_t *place = find(claims, hash | 1);
    claims->count += *place == 0;
    *place = hash | 1;
}

void svd_claims_free(svd_claims_t *claims)
{
    free(claims->hashes);
    *claims = (svd_claims_t){ 0 };
}
