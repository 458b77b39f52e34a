/* Paths go in, bytes and places come out: files are read whole, and a sparse index of each file's lines is made at the
 * first question for a place in it. */
#include "source.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "input.h"
#include "utf8.h"

/* Small enough to be searched within a microsecond, large enough that the index is far smaller than the file. */
#define BLOCK_BYTES 4096u
#define MOST_VIRTUAL_BYTES ((uint64_t)UINT32_MAX)
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define BYTE_ORDER_MARK_BYTES 3u

/* What is known at the start of one block of a file, so that no question has to look at more than a few blocks,
 * however long the file or its lines are. */
typedef struct block_index {
    uint32_t newline_count;      /* before the block */
    uint32_t character_count;    /* UTF-8 characters before the block */
    uint32_t line_start;         /* of the line that the block's first byte belongs to */
} block_index_t;

typedef struct entry {
    source_t source;             /* first, so that a source's address is its entry's */
    const char *read_path;       /* "-" for standard input; source.path is how it is shown */
    char *owned_chars;           /* freed at the end; NULL for text that was in memory already */
    block_index_t *blocks;       /* NULL until the first place is asked for */
    uint32_t block_count;
} entry_t;

struct sources {
    arena_t *arena;
    entry_t **entries;
    size_t count, capacity;
    uint64_t next_base;
};

sources_t *sources_create(arena_t *arena)
{
    sources_t *sources = ARENA_NEW(arena, sources_t);
    sources->arena = arena;
    sources->next_base = 1;
    return sources;
}

void sources_destroy(sources_t *sources)
{
    for (size_t index = 0; index < sources->count; ++index) {
        free(sources->entries[index]->owned_chars);
        free(sources->entries[index]->blocks);
    }
    free(sources->entries);
}

size_t sources_count(const sources_t *sources)
{
    return sources->count;
}

const source_t *sources_at(const sources_t *sources, size_t index)
{
    return &sources->entries[index]->source;
}

const source_t *sources_find(const sources_t *sources, const char *path)
{
    for (size_t index = 0; index < sources->count; ++index)
        if (strcmp(sources->entries[index]->read_path, path) == 0)
            return &sources->entries[index]->source;
    return NULL;
}

static size_t room_bytes(const sources_t *sources)
{
    return sources->next_base > MOST_VIRTUAL_BYTES ? 0 : (size_t)(MOST_VIRTUAL_BYTES - sources->next_base);
}

static entry_t *add_entry(sources_t *sources, const char *path, const char *chars, size_t length_bytes)
{
    if (sources->count == sources->capacity) {
        sources->capacity = sources->capacity > 0 ? 2 * sources->capacity : 16;
        entry_t **entries = realloc(sources->entries, sources->capacity * sizeof *entries);
        if (entries == NULL)
            out_of_memory();
        sources->entries = entries;
    }
    entry_t *entry = ARENA_NEW(sources->arena, entry_t);
    entry->read_path = arena_copy(sources->arena, path, strlen(path));
    entry->source = (source_t){ .path = entry->read_path, .chars = chars, .length_bytes = (uint32_t)length_bytes,
                                .base = (uint32_t)sources->next_base };
    /* One more than the length, so that the end of a file is another place than the start of the next. */
    sources->next_base += (uint64_t)length_bytes + 1;
    sources->entries[sources->count++] = entry;
    return entry;
}

const source_t *sources_add(sources_t *sources, const char *path, const char *chars, size_t length_bytes)
{
    if (sources->next_base > MOST_VIRTUAL_BYTES || length_bytes > room_bytes(sources))
        return NULL;
    return &add_entry(sources, path, chars, length_bytes)->source;
}

const source_t *sources_read(sources_t *sources, const char *path, const char **error)
{
    if (sources->next_base > MOST_VIRTUAL_BYTES) {
        *error = "too large: all inputs together must be less than 4 GiB";
        return NULL;
    }
    char *chars = NULL;
    size_t length_bytes = 0;
    int problem = input_read(path, room_bytes(sources), &chars, &length_bytes);
    if (problem != 0) {
        const char *reason = strerror(problem);
        *error = problem == EFBIG ? "too large: all inputs together must be less than 4 GiB"
                                  : arena_copy(sources->arena, reason, strlen(reason));
        return NULL;
    }
    entry_t *entry = add_entry(sources, path, chars, length_bytes);
    entry->owned_chars = chars;
    entry->source.path = input_name(entry->source.path);
    return &entry->source;
}

static uint32_t count_newlines(const char *chars, size_t length_bytes)
{
    uint32_t count = 0;
    for (size_t index = 0; index < length_bytes; ++index)
        count += chars[index] == '\n';
    return count;
}

/* Where the line begins that holds `offset`, if that is in [from, offset]; else `otherwise`. */
static uint32_t line_start_within(const char *chars, uint32_t from, uint32_t offset, uint32_t otherwise)
{
    while (offset > from)
        if (chars[--offset] == '\n')
            return offset + 1;
    return otherwise;
}

static void index_blocks(entry_t *entry)
{
    const source_t *source = &entry->source;
    entry->block_count = source->length_bytes / BLOCK_BYTES + 1;
    entry->blocks = malloc(entry->block_count * sizeof *entry->blocks);
    if (entry->blocks == NULL)
        out_of_memory();
    block_index_t known = { 0 };
    for (uint32_t block = 0; block < entry->block_count; ++block) {
        uint32_t start = block * BLOCK_BYTES;
        uint32_t rest_bytes = source->length_bytes - start;
        uint32_t block_bytes = rest_bytes < BLOCK_BYTES ? rest_bytes : BLOCK_BYTES;
        entry->blocks[block] = known;
        known.newline_count += count_newlines(source->chars + start, block_bytes);
        known.character_count += utf8_character_count(source->chars + start, block_bytes);
        known.line_start = line_start_within(source->chars, start, start + block_bytes, known.line_start);
    }
}

/* The first block after `block` with more than newline_count newlines before its end, or block_count. */
static uint32_t block_with_next_newline(const entry_t *entry, uint32_t block, uint32_t newline_count)
{
    uint32_t low = block + 1, high = entry->block_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (middle + 1 < entry->block_count && entry->blocks[middle + 1].newline_count <= newline_count)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The offset of the first newline at or after `offset`, or the file's length. */
static uint32_t line_end(const entry_t *entry, uint32_t offset, uint32_t newline_count)
{
    const source_t *source = &entry->source;
    uint32_t block = offset / BLOCK_BYTES;
    for (int part = 0; part < 2 && block < entry->block_count; ++part) {
        uint32_t end = source->length_bytes - block * BLOCK_BYTES > BLOCK_BYTES ? (block + 1) * BLOCK_BYTES
                                                                                : source->length_bytes;
        const char *newline = memchr(source->chars + offset, '\n', end - offset);
        if (newline != NULL)
            return (uint32_t)(newline - source->chars);
        block = block_with_next_newline(entry, block, newline_count);
        offset = block * BLOCK_BYTES;
    }
    return source->length_bytes;
}

static uint32_t characters_before(const entry_t *entry, uint32_t offset)
{
    uint32_t block = offset / BLOCK_BYTES;
    uint32_t start = block * BLOCK_BYTES;
    return entry->blocks[block].character_count + utf8_character_count(entry->source.chars + start, offset - start);
}

static bool is_continuation(const source_t *source, uint32_t offset)
{
    return offset < source->length_bytes && ((unsigned char)source->chars[offset] & 0xC0) == 0x80;
}

static source_place_t place_in(entry_t *entry, uint32_t offset)
{
    const source_t *source = &entry->source;
    if (entry->blocks == NULL)
        index_blocks(entry);

    uint32_t block = offset / BLOCK_BYTES;
    uint32_t block_start = block * BLOCK_BYTES;
    uint32_t newline_count = entry->blocks[block].newline_count
                           + count_newlines(source->chars + block_start, offset - block_start);
    uint32_t start = line_start_within(source->chars, block_start, offset, entry->blocks[block].line_start);
    uint32_t end = line_end(entry, offset, newline_count);

    if (end > start && source->chars[end - 1] == '\r' && end < source->length_bytes)
        --end;
    if (start == 0 && end >= BYTE_ORDER_MARK_BYTES && memcmp(source->chars, BYTE_ORDER_MARK, BYTE_ORDER_MARK_BYTES) == 0)
        start = BYTE_ORDER_MARK_BYTES;
    uint32_t shown = offset < start ? start : offset > end ? end : offset;

    uint32_t column = characters_before(entry, shown) - characters_before(entry, start) + 1;
    /* Within a character the place is that character's. */
    if (shown < end && column > 1 && is_continuation(source, shown))
        --column;
    return (source_place_t){
        .source = source, .line = newline_count + 1, .column = column, .line_chars = source->chars + start,
        .line_length_bytes = end - start, .line_offset_bytes = shown - start,
    };
}

source_place_t sources_place(const sources_t *sources, uint32_t offset)
{
    if (offset == 0 || sources->count == 0)
        return (source_place_t){ 0 };
    size_t low = 0, high = sources->count - 1;
    while (low < high) {
        size_t middle = high - (high - low) / 2;
        if (sources->entries[middle]->source.base <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    entry_t *entry = sources->entries[low];
    uint32_t in_file = offset - entry->source.base;
    return place_in(entry, in_file < entry->source.length_bytes ? in_file : entry->source.length_bytes);
}
