/* A word and candidates go in, the nearest candidate comes out: edit distance in a band as wide as the nearest so far. */
#include "nearest.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

typedef struct word { const char *chars; size_t length_bytes; } word_t;

static size_t least(size_t left, size_t right)
{
    return left < right ? left : right;
}

static bool is_swap(word_t left, word_t right, size_t row, size_t column)
{
    return row > 1 && column > 1 && left.chars[row - 1] == right.chars[column - 2]
        && left.chars[row - 2] == right.chars[column - 1];
}

/* The distance, or any number above `most` where it is above. */
static size_t distance(word_t left, word_t right, size_t most)
{
    size_t rows[3][NEAREST_MOST_BYTES + 2];
    size_t *before_last = rows[0], *last = rows[1], *current = rows[2];
    size_t difference = left.length_bytes > right.length_bytes ? left.length_bytes - right.length_bytes
                                                               : right.length_bytes - left.length_bytes;
    if (difference > most)
        return most + 1;

    for (size_t column = 0; column <= right.length_bytes; ++column)
        before_last[column] = last[column] = column;
    for (size_t row = 1; row <= left.length_bytes; ++row) {
        /* Outside this band the distance is above `most` for certain. */
        size_t first_column = row > most ? row - most : 1;
        size_t last_column = least(row + most, right.length_bytes);
        size_t row_least = current[first_column - 1] = first_column == 1 ? row : most + 1;
        for (size_t column = first_column; column <= last_column; ++column) {
            size_t above = column == row + most ? most : last[column];
            size_t best = last[column - 1] + (left.chars[row - 1] != right.chars[column - 1]);
            best = least(best, least(above, current[column - 1]) + 1);
            if (is_swap(left, right, row, column))
                best = least(best, before_last[column - 2] + 1);
            current[column] = best;
            row_least = least(row_least, best);
        }
        if (row_least > most)
            return most + 1;
        size_t *spare = before_last;
        before_last = last;
        last = current;
        current = spare;
    }
    return last[right.length_bytes];
}

const char *nearest_find(const char *written, const char *const *candidates, size_t count, size_t *steps_left)
{
    word_t word = { written, strnlen(written, NEAREST_MOST_BYTES + 1) };
    const char *best = NULL;
    if (word.length_bytes == 0 || word.length_bytes > NEAREST_MOST_BYTES)
        return NULL;
    size_t most = least(1 + word.length_bytes / 4, word.length_bytes - 1);

    for (size_t index = 0; index < count; ++index) {
        size_t steps = word.length_bytes * (2 * most + 1);
        if (candidates[index] == NULL)
            continue;
        if (steps_left != NULL) {
            if (*steps_left < steps)
                break;
            *steps_left -= steps;
        }
        word_t candidate = { candidates[index], strnlen(candidates[index], NEAREST_MOST_BYTES + 1) };
        if (candidate.length_bytes > NEAREST_MOST_BYTES || strcmp(written, candidate.chars) == 0)
            continue;
        if (strcasecmp(written, candidate.chars) == 0)
            return candidate.chars;
        size_t found = distance(word, candidate, most);
        if (found <= most && most > 0) {
            best = candidate.chars;
            most = found - 1;
        }
    }
    return best;
}
