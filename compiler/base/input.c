/* A file's bytes, whole: see input.h. */
#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "arena.h"

#define FIRST_READ_BYTES ((size_t)64 * 1024)

/* What a file's size suggests, and two bytes more, so that the read that meets the end needs no larger buffer; 0 where
 * the file is larger than most_bytes. */
static size_t first_capacity_bytes(int file, size_t most_bytes)
{
    struct stat status;
    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size < 0)
        return FIRST_READ_BYTES;
    return (uint64_t)status.st_size > most_bytes ? 0 : (size_t)status.st_size + 2;
}

/* Returns the errno of what failed, EFBIG where there are more than most_bytes, or 0. On success *chars is for free(). */
static int read_all(int file, size_t most_bytes, char **chars, size_t *length_bytes)
{
    size_t capacity_bytes = first_capacity_bytes(file, most_bytes);
    size_t used_bytes = 0;
    if (capacity_bytes == 0)
        return EFBIG;
    char *buffer = malloc(capacity_bytes);
    int problem = 0;
    if (buffer == NULL)
        out_of_memory();
    for (;;) {
        if (used_bytes + 1 >= capacity_bytes) {
            capacity_bytes *= 2;
            char *larger = realloc(buffer, capacity_bytes);
            if (larger == NULL)
                out_of_memory();
            buffer = larger;
        }
        ssize_t got_bytes = read(file, buffer + used_bytes, capacity_bytes - used_bytes - 1);
        if (got_bytes < 0 && errno == EINTR)
            continue;
        if (got_bytes < 0)
            problem = errno;
        if (got_bytes <= 0)
            break;
        used_bytes += (size_t)got_bytes;
        if (used_bytes > most_bytes) {
            problem = EFBIG;
            break;
        }
    }
    if (problem != 0) {
        free(buffer);
        return problem;
    }
    buffer[used_bytes] = '\0';
    *chars = buffer;
    *length_bytes = used_bytes;
    return 0;
}

int input_read(const char *path, size_t most_bytes, char **chars, size_t *length_bytes)
{
    bool is_standard_input = strcmp(path, "-") == 0;
    int file = is_standard_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    int problem = file < 0 ? errno : read_all(file, most_bytes, chars, length_bytes);
    if (file >= 0 && !is_standard_input)
        close(file);
    return problem;
}

const char *input_name(const char *path)
{
    return strcmp(path, "-") == 0 ? "<stdin>" : path;
}
