/* Texts and paths go in, files come out: all of them whole, or none of them. */
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define COMPARE_BYTES ((size_t)64 * 1024)
#define DEPFILE_LINE_BYTES 76u

typedef enum output_state {
    OUTPUT_PENDING,
    OUTPUT_UNCHANGED,          /* the file has these contents already */
    OUTPUT_STREAM,             /* a terminal, a pipe or a device: cannot be renamed over */
    OUTPUT_TEMPORARY,          /* whole in temporary_path */
    OUTPUT_IN_PLACE            /* whole in file_path */
} output_state_t;

typedef struct output {
    text_t text;               /* first, since a spill is handed a pointer to it; what is not yet in `file` */
    const char *path;          /* as the caller said it: for messages */
    outputs_t *owner;
    output_state_t state;
    bool is_prepared, has_failed;
    int file;                  /* of temporary_path while it is written; -1 */
    bool replaces_file;
    const char *file_path;     /* path with a symbolic link followed, so that the link stays one */
    const char *temporary_path;
    const char *backup_path;   /* a second link to the file that was replaced, or NULL */
} output_t;

typedef struct folder {
    const char *path;
    struct folder *previous;
} folder_t;

struct outputs {
    arena_t *arena;
    output_t **items;          /* pointers, because callers hold on to their texts while the array moves */
    size_t count, capacity;
    folder_t *newest_folder;   /* those that this commit made */
    unsigned temporary_count;
    bool touches_unchanged, keeps_texts;
    bool is_settled;           /* committed, or undone */
};

outputs_t *outputs_create(arena_t *arena)
{
    outputs_t *outputs = ARENA_NEW(arena, outputs_t);
    outputs->arena = arena;
    return outputs;
}


void outputs_keep_texts(outputs_t *outputs)
{
    outputs->keeps_texts = true;
}

void outputs_touch_unchanged(outputs_t *outputs)
{
    outputs->touches_unchanged = true;
}

size_t outputs_count(const outputs_t *outputs)
{
    return outputs->count;
}

const char *output_path(const outputs_t *outputs, size_t index)
{
    return outputs->items[index]->path;
}

const text_t *output_text(const outputs_t *outputs, size_t index)
{
    return &outputs->items[index]->text;
}

static bool fail(const char *path)
{
    fprintf(stderr, "memregc: %s: %s\n", path, strerror(errno));
    return false;
}

static bool write_all(int file, const text_t *text)
{
    for (size_t written_bytes = 0; written_bytes < text->length_bytes;) {
        ssize_t const result = write(file, text->chars + written_bytes, text->length_bytes - written_bytes);
        if (result >= 0)
            written_bytes += (size_t)result;
        else if (errno != EINTR)
            return false;
    }
    return true;
}

/* Closes in any case; a network file system may tell only then that its disk is full. */
static bool close_written(int file, bool is_written)
{
    int const write_error = errno;
    bool const is_closed = close(file) == 0;
    if (!is_written)
        errno = write_error;
    return is_written && is_closed;
}

static bool has_equal_text(const char *path, const text_t *text)
{
    static char chars[COMPARE_BYTES];
    int const file = open(path, O_RDONLY);
    if (file < 0)
        return false;
    size_t compared_bytes = 0;
    bool is_equal = true;
    while (is_equal) {
        ssize_t const result = read(file, chars, sizeof chars);
        if (result < 0 && errno == EINTR)
            continue;
        if (result <= 0) {
            is_equal = result == 0 && compared_bytes == text->length_bytes;
            break;
        }
        size_t const read_bytes = (size_t)result;
        is_equal = read_bytes <= text->length_bytes - compared_bytes
            && memcmp(chars, text->chars + compared_bytes, read_bytes) == 0;
        compared_bytes += read_bytes;
    }
    close(file);
    return is_equal;
}

static bool have_equal_contents(const char *left_path, const char *right_path)
{
    static char left_chars[COMPARE_BYTES], right_chars[COMPARE_BYTES];
    FILE *left = fopen(left_path, "rb"), *right = fopen(right_path, "rb");
    bool is_equal = left != NULL && right != NULL;
    for (size_t read_bytes = 1; is_equal && read_bytes > 0;) {
        read_bytes = fread(left_chars, 1, sizeof left_chars, left);
        is_equal = fread(right_chars, 1, sizeof right_chars, right) == read_bytes
            && memcmp(left_chars, right_chars, read_bytes) == 0;
    }
    is_equal = is_equal && !ferror(left) && !ferror(right);
    if (left != NULL)
        fclose(left);
    if (right != NULL)
        fclose(right);
    return is_equal;
}

/* Makes the folders that path needs and that are missing. */
static bool make_folders(outputs_t *outputs, const char *path)
{
    for (const char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        const char *folder_path = arena_copy(outputs->arena, path, (size_t)(slash - path));
        if (mkdir(folder_path, 0777) == 0) {
            folder_t *folder = ARENA_NEW(outputs->arena, folder_t);
            *folder = (folder_t){ folder_path, outputs->newest_folder };
            outputs->newest_folder = folder;
        } else if (errno != EEXIST) {
            return fail(folder_path);
        }
    }
    return true;
}

/* A path beside the file that nobody else uses; without the file's name in it, which may be as long as names can be. */
static const char *path_beside(outputs_t *outputs, const char *file_path)
{
    const char *slash = strrchr(file_path, '/');
    int const folder_length = slash != NULL ? (int)(slash + 1 - file_path) : 0;
    return arena_format(outputs->arena, "%.*s.memregc-%ld-%u.tmp", folder_length, file_path, (long)getpid(),
                        outputs->temporary_count++);
}

static int create_temporary(outputs_t *outputs, output_t *output)
{
    int file;
    do {
        output->temporary_path = path_beside(outputs, output->file_path);
        file = open(output->temporary_path, O_WRONLY | O_CREAT | O_EXCL, 0666);
    } while (file < 0 && (errno == EEXIST || errno == EINTR));
    return file;
}

/* Opens a temporary file for an output, with the permissions of the file that it will replace. */
static bool open_temporary(outputs_t *outputs, output_t *output, const mode_t *permissions)
{
    output->file = create_temporary(outputs, output);
    if (output->file < 0 && errno == ENOENT) {
        if (!make_folders(outputs, output->file_path))
            return false;
        output->file = create_temporary(outputs, output);
    }
    if (output->file < 0)
        return fail(output->path);
    output->state = OUTPUT_TEMPORARY;
    return permissions == NULL || fchmod(output->file, *permissions) == 0 || fail(output->path);
}

static bool find_file_path(outputs_t *outputs, output_t *output)
{
    struct stat information;
    output->file_path = output->path;
    if (lstat(output->path, &information) != 0 || !S_ISLNK(information.st_mode))
        return true;
    char *real_path = realpath(output->path, NULL);
    if (real_path == NULL)
        return fail(output->path);
    output->file_path = arena_copy(outputs->arena, real_path, strlen(real_path));
    free(real_path);
    return true;
}

/* Finds out what is at an output's path, and opens its temporary file unless the text may be there already. */
static bool prepare(outputs_t *outputs, output_t *output, bool is_whole)
{
    struct stat information;
    output->is_prepared = true;
    if (!find_file_path(outputs, output))
        return false;
    if (stat(output->file_path, &information) != 0)
        return errno == ENOENT ? open_temporary(outputs, output, NULL) : fail(output->path);
    if (S_ISDIR(information.st_mode)) {
        errno = EISDIR;
        return fail(output->path);
    }
    if (!S_ISREG(information.st_mode)) {
        output->state = OUTPUT_STREAM;
        return true;
    }
    if (is_whole && (uintmax_t)information.st_size == output->text.length_bytes
        && has_equal_text(output->file_path, &output->text)) {
        output->state = OUTPUT_UNCHANGED;
        return true;
    }
    output->replaces_file = true;
    mode_t const permissions = information.st_mode & 07777;
    return open_temporary(outputs, output, &permissions);
}

/* Moves the front of a text to its temporary file, and keeps `kept_bytes` at its end. */
static bool spill_all_but(output_t *output, size_t kept_bytes)
{
    text_t *text = &output->text;
    text_t front = { .chars = text->chars, .length_bytes = text->length_bytes - kept_bytes };
    if (!write_all(output->file, &front))
        return fail(output->path);
    memmove(text->chars, text->chars + front.length_bytes, kept_bytes);
    text->length_bytes = kept_bytes;
    return true;
}

/* What a full text calls. After a failure, which the commit reports by its result, the rest of the text is dropped. */
static bool spill(text_t *text)
{
    output_t *output = (output_t *)(void *)text;
    if (!output->is_prepared && !output->has_failed)
        output->has_failed = !prepare(output->owner, output, false);
    if (output->state == OUTPUT_STREAM)
        return false;
    if (!output->has_failed)
        output->has_failed = !spill_all_but(output, TEXT_TAIL_BYTES);
    if (output->has_failed)
        text->length_bytes = 0;
    return true;
}

/* Brings an output whose text is whole to the state in which only a rename is left. */
static bool complete(outputs_t *outputs, output_t *output)
{
    struct stat old_information, new_information;
    if (output->has_failed || (!output->is_prepared && !prepare(outputs, output, true)))
        return false;
    if (output->state != OUTPUT_TEMPORARY || output->file < 0)
        return true;
    bool const is_written = spill_all_but(output, 0);
    int const file = output->file;
    output->file = -1;
    if (!is_written) {
        close(file);
        return false;
    }
    if (!close_written(file, true))
        return fail(output->path);
    text_free(&output->text);
    if (output->replaces_file && stat(output->file_path, &old_information) == 0
        && stat(output->temporary_path, &new_information) == 0 && old_information.st_size == new_information.st_size
        && have_equal_contents(output->file_path, output->temporary_path)) {
        unlink(output->temporary_path);
        output->state = OUTPUT_UNCHANGED;
    }
    return true;
}

/* A large output that is whole goes to its file before the next is made, so that only one is in memory. */
static void complete_newest(outputs_t *outputs)
{
    enum { LARGE_BYTES = 32 * 1024 };
    if (outputs->count == 0 || outputs->keeps_texts)
        return;
    output_t *newest = outputs->items[outputs->count - 1];
    if (!newest->has_failed && (newest->text.length_bytes > LARGE_BYTES || newest->is_prepared))
        newest->has_failed = !complete(outputs, newest);
}

text_t *output_add(outputs_t *outputs, const char *path)
{
    complete_newest(outputs);
    if (outputs->count == outputs->capacity)
        outputs->items = arena_grow(outputs->arena, outputs->items, &outputs->capacity, sizeof *outputs->items);
    output_t *output = ARENA_NEW(outputs->arena, output_t);
    output->owner = outputs;
    output->file = -1;
    output->text.spill = outputs->keeps_texts ? NULL : spill;
    output->path = arena_copy(outputs->arena, path, strlen(path));
    outputs->items[outputs->count++] = output;
    return &output->text;
}

static bool write_stream(const output_t *output)
{
    int const file = open(output->file_path, O_WRONLY | O_NOCTTY);
    return (file >= 0 && close_written(file, write_all(file, &output->text))) || fail(output->path);
}

static bool put_in_place(outputs_t *outputs, output_t *output)
{
    if (output->replaces_file) {
        output->backup_path = path_beside(outputs, output->file_path);
        if (link(output->file_path, output->backup_path) != 0)
            output->backup_path = NULL; /* some file systems have no links; then only this step cannot be undone */
    }
    if (rename(output->temporary_path, output->file_path) != 0)
        return fail(output->path);
    output->state = OUTPUT_IN_PLACE;
    return true;
}

/* Streams come first: what they got cannot be taken back, but their failure can still keep every file as it was. */
static bool put_all_in_place(outputs_t *outputs)
{
    for (size_t index = 0; index < outputs->count; ++index)
        if (outputs->items[index]->state == OUTPUT_STREAM && !write_stream(outputs->items[index]))
            return false;
    for (size_t index = 0; index < outputs->count; ++index)
        if (outputs->items[index]->state == OUTPUT_TEMPORARY && !put_in_place(outputs, outputs->items[index]))
            return false;
    return true;
}

static bool complete_all(outputs_t *outputs)
{
    for (size_t index = 0; index < outputs->count; ++index)
        if (!complete(outputs, outputs->items[index]))
            return false;
    return true;
}

static void undo(output_t *output)
{
    if (output->file >= 0)
        close(output->file);
    output->file = -1;
    if (output->state == OUTPUT_TEMPORARY)
        unlink(output->temporary_path);
    else if (output->state == OUTPUT_IN_PLACE && output->backup_path != NULL)
        rename(output->backup_path, output->file_path);
    else if (output->state == OUTPUT_IN_PLACE && !output->replaces_file)
        unlink(output->file_path);
    if (output->state == OUTPUT_TEMPORARY && output->backup_path != NULL)
        unlink(output->backup_path);
}

static void undo_all(outputs_t *outputs)
{
    for (size_t index = outputs->count; index-- > 0;)
        undo(outputs->items[index]);
    for (const folder_t *folder = outputs->newest_folder; folder != NULL; folder = folder->previous)
        rmdir(folder->path);
    outputs->is_settled = true;
}

static void finish(const outputs_t *outputs, const output_t *output)
{
    if (output->backup_path != NULL)
        unlink(output->backup_path);
    if (output->state == OUTPUT_UNCHANGED && outputs->touches_unchanged)
        utimensat(AT_FDCWD, output->file_path, NULL, 0);
}

bool outputs_commit(outputs_t *outputs)
{
    if (!complete_all(outputs) || !put_all_in_place(outputs)) {
        undo_all(outputs);
        return false;
    }
    for (size_t index = 0; index < outputs->count; ++index)
        finish(outputs, outputs->items[index]);
    outputs->is_settled = true;
    return true;
}

void outputs_destroy(outputs_t *outputs)
{
    /* Nothing was committed: what is in temporary files is not wanted. */
    if (!outputs->is_settled)
        undo_all(outputs);
    for (size_t index = 0; index < outputs->count; ++index)
        text_free(&outputs->items[index]->text);
    outputs->count = 0;
}

/* Make takes a backslash as an escape only before these characters, and as itself anywhere else; hence the backslashes
 * in front of such a character, and only those, are doubled. */
static void put_escaped(text_t *text, const char *path)
{
    size_t backslash_count = 0;
    for (; *path != '\0'; ++path) {
        if (*path == '$') {
            text_put_char(text, '$');
        } else if (strchr(" \t#:", *path) != NULL) {
            while (backslash_count-- > 0)
                text_put_char(text, '\\');
            text_put_char(text, '\\');
        }
        text_put_char(text, *path);
        backslash_count = *path == '\\' ? backslash_count + 1 : 0;
    }
}

static void put_paths(text_t *text, const char *const *paths, size_t count, size_t *line_start_bytes)
{
    for (size_t index = 0; index < count; ++index) {
        if (text->length_bytes - *line_start_bytes + strlen(paths[index]) > DEPFILE_LINE_BYTES && index > 0) {
            text_put_string(text, " \\\n");
            *line_start_bytes = text->length_bytes;
        }
        if (text->length_bytes > *line_start_bytes || index > 0)
            text_put_char(text, ' ');
        put_escaped(text, paths[index]);
    }
}

void depfile_put(text_t *text, const char *const *targets, size_t target_count, const char *const *prerequisites,
                 size_t prerequisite_count, bool phony)
{
    size_t line_start_bytes = text->length_bytes;
    put_paths(text, targets, target_count, &line_start_bytes);
    text_put_char(text, ':');
    put_paths(text, prerequisites, prerequisite_count, &line_start_bytes);
    text_put_char(text, '\n');
    for (size_t index = 1; phony && index < prerequisite_count; ++index) {
        text_put_char(text, '\n');
        put_escaped(text, prerequisites[index]);
        text_put_string(text, ":\n");
    }
}
