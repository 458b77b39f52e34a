/* Files and texts go into sources.c, places come out and are compared with a slow count. */
#include <sys/stat.h>
#include <unistd.h>

#include "cases.h"
#include "source.h"

#define FOLDER "build/tests/diagnostics/"

static const char *write_file(const char *name, const void *bytes, size_t length_bytes)
{
    static char path[200];
    snprintf(path, sizeof path, FOLDER "%s", name);
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(bytes, 1, length_bytes, file) != length_bytes || fclose(file) != 0)
        abort();
    return path;
}

static const char *reads_files(void)
{
    arena_t *arena = arena_create();
    sources_t *sources = sources_create(arena);
    const char *error = NULL;
    const source_t *first = sources_read(sources, write_file("first.mr", "layout a;\n", 10), &error);
    EXPECT(first != NULL && error == NULL);
    EXPECT(first->base == 1 && first->length_bytes == 10 && strcmp(first->chars, "layout a;\n") == 0);
    const source_t *empty = sources_read(sources, write_file("empty.mr", "", 0), &error);
    EXPECT(empty != NULL && empty->base == 12 && empty->length_bytes == 0 && empty->chars[0] == '\0');
    const source_t *third = sources_add(sources, "third", "x", 1);
    EXPECT(third->base == 13);
    EXPECT(sources_count(sources) == 3 && sources_at(sources, 1) == empty);
    EXPECT(sources_find(sources, FOLDER "first.mr") == first && sources_find(sources, "first.mr") == NULL);
    sources_destroy(sources);
    arena_destroy(arena);
    return NULL;
}

static const char *keeps_embedded_nul_and_mark(void)
{
    arena_t *arena = arena_create();
    sources_t *sources = sources_create(arena);
    const char *error = NULL;
    const source_t *source = sources_read(sources, write_file("nul.mr", "\xEF\xBB\xBF" "a\0b", 6), &error);
    EXPECT(source != NULL && source->length_bytes == 6 && memcmp(source->chars, "\xEF\xBB\xBF" "a\0b", 7) == 0);
    source_place_t place = sources_place(sources, source->base + 3);
    EXPECT(place.line == 1 && place.column == 1 && place.line_offset_bytes == 0 && place.line_length_bytes == 3);
    place = sources_place(sources, source->base);
    EXPECT(place.line == 1 && place.column == 1 && place.line_offset_bytes == 0);
    sources_destroy(sources);
    arena_destroy(arena);
    return NULL;
}

static const char *tells_why_it_cannot_read(void)
{
    arena_t *arena = arena_create();
    sources_t *sources = sources_create(arena);
    const char *error = NULL;
    EXPECT(sources_read(sources, FOLDER "no-such-file.mr", &error) == NULL);
    EXPECT(strcmp(error, "No such file or directory") == 0);
    EXPECT(sources_read(sources, "build", &error) == NULL && strcmp(error, "Is a directory") == 0);
    EXPECT(sources_count(sources) == 0);
    sources_destroy(sources);
    arena_destroy(arena);
    return NULL;
}

static const char *unreadable_file(void)
{
    const char *error = NULL, *path = write_file("unreadable.mr", "x", 1);
    arena_t *arena = arena_create();
    sources_t *sources = sources_create(arena);
    /* Root may read everything, and nobody may read this. */
    bool is_root = geteuid() == 0;
    if (chmod(path, 0) != 0 || (is_root && seteuid(65534) != 0))
        return "skip no file can be made unreadable here";
    const source_t *source = sources_read(sources, path, &error);
    if (is_root && seteuid(0) != 0)
        return "root is not root any more";
    unlink(path);
    EXPECT(source == NULL && strcmp(error, "Permission denied") == 0);
    sources_destroy(sources);
    arena_destroy(arena);
    return NULL;
}

/* A sparse file, which takes no room on the disk. */
static const char *file_of_4_gib(void)
{
    arena_t *arena = arena_create();
    sources_t *sources = sources_create(arena);
    const char *error = NULL, *path = write_file("huge.mr", "", 0);
    int sized = truncate(path, (off_t)UINT32_MAX);
    const source_t *source = sources_read(sources, path, &error);
    unlink(path);
    if (sized != 0)
        return "skip the file system has no files of 4 GiB";
    EXPECT(source == NULL && strstr(error, "4 GiB") != NULL);
    EXPECT(sources_add(sources, "small", "x", 1) != NULL);
    sources_destroy(sources);
    arena_destroy(arena);
    return NULL;
}

/* The virtual buffer fills up; the texts are never looked at. */
static const char *buffer_is_full(void)
{
    arena_t *arena = arena_create();
    sources_t *sources = sources_create(arena);
    const char *error = NULL;
    EXPECT(sources_add(sources, "large", "", UINT32_MAX - 10) != NULL);
    EXPECT(sources_add(sources, "too large", "", 10) == NULL);
    const source_t *last = sources_add(sources, "last", "", 7);
    EXPECT(last != NULL && last->base == UINT32_MAX - 8);
    EXPECT(sources_add(sources, "none", "", 1) == NULL);
    EXPECT(sources_add(sources, "empty", "", 0) != NULL);
    EXPECT(sources_add(sources, "empty", "", 0) == NULL);
    EXPECT(sources_read(sources, write_file("full.mr", "", 0), &error) == NULL && strstr(error, "4 GiB") != NULL);
    sources_destroy(sources);
    arena_destroy(arena);
    return NULL;
}

/* Twice as much as the first buffer, through a pipe, which has no size. */
static const char *standard_input(void)
{
    static char bytes[200000];
    memset(bytes, 'a', sizeof bytes);
    int old_input = dup(STDIN_FILENO);
    write_file("input.mr", bytes, sizeof bytes);
    FILE *reader = popen("cat " FOLDER "input.mr", "r");
    dup2(fileno(reader), STDIN_FILENO);
    arena_t *arena = arena_create();
    sources_t *sources = sources_create(arena);
    const char *error = NULL;
    const source_t *source = sources_read(sources, "-", &error);
    dup2(old_input, STDIN_FILENO);
    close(old_input);
    pclose(reader);
    EXPECT(source != NULL && source->length_bytes == sizeof bytes);
    EXPECT(memcmp(source->chars, bytes, sizeof bytes) == 0 && source->chars[sizeof bytes] == '\0');
    EXPECT(strcmp(source->path, "<stdin>") == 0 && sources_find(sources, "-") == source);
    sources_destroy(sources);
    arena_destroy(arena);
    return NULL;
}

static const char *places(void)
{
    static const char text[] = "one\r\n\ttw\xC3\xB6 x\n\nlast";
    arena_t *arena = arena_create();
    sources_t *sources = sources_create(arena);
    sources_add(sources, "a", "zz", 2);
    uint32_t base = sources_add(sources, "b", text, sizeof text - 1)->base;
    EXPECT(sources_place(sources, 0).source == NULL);
    source_place_t place = sources_place(sources, base);
    EXPECT(place.line == 1 && place.column == 1 && place.line_length_bytes == 3);
    place = sources_place(sources, base + 3);
    EXPECT(place.line == 1 && place.column == 4 && place.line_offset_bytes == 3);
    place = sources_place(sources, base + 4);
    EXPECT(place.line == 1 && place.column == 4 && place.line_offset_bytes == 3);
    place = sources_place(sources, base + 5);
    EXPECT(place.line == 2 && place.column == 1);
    place = sources_place(sources, base + 11);
    EXPECT(place.line == 2 && place.column == 6 && place.line_length_bytes == 7 && place.line_offset_bytes == 6);
    place = sources_place(sources, base + 9);    /* within the two bytes of one character */
    EXPECT(place.line == 2 && place.column == 4);
    place = sources_place(sources, base + 13);
    EXPECT(place.line == 3 && place.column == 1 && place.line_length_bytes == 0);
    place = sources_place(sources, base + sizeof text - 1);
    EXPECT(place.line == 4 && place.column == 5 && place.line_length_bytes == 4);
    EXPECT(sources_place(sources, UINT32_MAX).line == 4);
    place = sources_place(sources, base - 1);    /* the end of the file before it */
    EXPECT(strcmp(place.source->path, "a") == 0 && place.column == 3);
    sources_destroy(sources);
    arena_destroy(arena);
    return NULL;
}

static bool is_right(source_place_t place, const char *text, uint32_t length_bytes, uint32_t offset)
{
    uint32_t line = 1, start = 0, column = 1, end = offset;
    for (uint32_t index = 0; index < offset; ++index)
        if (text[index] == '\n') {
            ++line;
            start = index + 1;
        }
    while (end < length_bytes && text[end] != '\n')
        ++end;
    if (end < length_bytes && end > start && text[end - 1] == '\r')
        --end;
    if (offset > end)
        offset = end;
    for (uint32_t index = start; index < offset; ++index)
        column += ((unsigned char)text[index] & 0xC0) != 0x80;
    if (offset < end && column > 1 && ((unsigned char)text[offset] & 0xC0) == 0x80)
        --column;
    return place.line == line && place.column == column && place.line_chars == text + start
        && place.line_length_bytes == end - start && place.line_offset_bytes == offset - start;
}

/* Lines of all lengths, from none to many index blocks; every place near a newline and many others. */
static const char *places_at_random(void)
{
    static char text[60001];
    unsigned state = 1;
    for (unsigned round = 0; round < 12; ++round) {
        arena_t *arena = arena_create();
        sources_t *sources = sources_create(arena);
        uint32_t length_bytes = round == 0 ? 8192 : round == 1 ? 4096 : 1 + random_below(&state, 60000);
        unsigned newline_odds = 1 + random_below(&state, round % 3 == 0 ? 20000 : 100);
        for (uint32_t index = 0; index < length_bytes; ++index)
            text[index] = random_below(&state, newline_odds) == 0 ? '\n' : "abc\r\xC3\xB6\xE2\x80"[random_below(&state, 8)];
        text[length_bytes] = '\0';
        uint32_t base = sources_add(sources, "text", text, length_bytes)->base;
        for (uint32_t offset = 0; offset <= length_bytes; offset += 1 + random_below(&state, 60))
            EXPECT(is_right(sources_place(sources, base + offset), text, length_bytes, offset));
        EXPECT(is_right(sources_place(sources, base + length_bytes), text, length_bytes, length_bytes));
        sources_destroy(sources);
        arena_destroy(arena);
    }
    return NULL;
}

/* Would take hours if each place cost a walk over its line. */
static const char *places_in_a_line_of_10_mb(void)
{
    size_t length_bytes = 10 * 1000 * 1000;
    char *text = malloc(length_bytes + 1);
    unsigned state = 7;
    memset(text, 'x', length_bytes);
    text[length_bytes] = '\0';
    text[17] = '\n';
    arena_t *arena = arena_create();
    sources_t *sources = sources_create(arena);
    uint32_t base = sources_add(sources, "line", text, length_bytes)->base;
    for (unsigned count = 0; count < 100000; ++count) {
        uint32_t offset = 18 + random_below(&state, 9999982);
        source_place_t place = sources_place(sources, base + offset);
        EXPECT(place.line == 2 && place.column == offset - 17 && place.line_length_bytes == length_bytes - 18);
    }
    sources_destroy(sources);
    arena_destroy(arena);
    free(text);
    return NULL;
}

int main(void)
{
    static const test_case_t cases[] = {
        { "source_reads_files", reads_files },
        { "source_keeps_nul_and_byte_order_mark", keeps_embedded_nul_and_mark },
        { "source_tells_why_it_cannot_read", tells_why_it_cannot_read },
        { "source_unreadable", unreadable_file },
        { "source_of_4_gib", file_of_4_gib },
        { "source_buffer_full", buffer_is_full },
        { "source_standard_input", standard_input },
        { "source_places", places },
        { "source_places_at_random", places_at_random },
        { "source_line_of_10_mb", places_in_a_line_of_10_mb },
    };
    return run_cases("diagnostics", cases, sizeof cases / sizeof *cases);
}
