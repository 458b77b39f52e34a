/* Random words go into nearest.c, its choice is compared with that of the textbook's full table. */
#include <strings.h>

#include "cases.h"
#include "nearest.h"

static size_t least(size_t left, size_t right)
{
    return left < right ? left : right;
}

static size_t full_distance(const char *left, const char *right)
{
    static size_t table[100][100];
    size_t rows = strlen(left), columns = strlen(right);
    for (size_t row = 0; row <= rows; ++row)
        for (size_t column = 0; column <= columns; ++column) {
            if (row == 0 || column == 0) {
                table[row][column] = row + column;
                continue;
            }
            size_t best = table[row - 1][column - 1] + (left[row - 1] != right[column - 1]);
            best = least(best, least(table[row - 1][column], table[row][column - 1]) + 1);
            if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                best = least(best, table[row - 2][column - 2] + 1);
            table[row][column] = best;
        }
    return table[rows][columns];
}

static const char *slow_nearest(const char *written, const char *const *candidates, size_t count)
{
    const char *best = NULL;
    size_t most = strlen(written) == 0 ? 0 : least(1 + strlen(written) / 4, strlen(written) - 1);
    for (size_t index = 0; index < count; ++index)
        if (strcasecmp(written, candidates[index]) == 0 && strcmp(written, candidates[index]) != 0)
            return candidates[index];
    for (size_t index = 0; index < count; ++index) {
        size_t found = full_distance(written, candidates[index]);
        if (found > 0 && found <= most && (best == NULL || found < full_distance(written, best)))
            best = candidates[index];
    }
    return best;
}

static void random_word(char *word, unsigned *state, unsigned most_bytes)
{
    unsigned length_bytes = random_below(state, most_bytes + 1);
    for (unsigned index = 0; index < length_bytes; ++index)
        word[index] = "abAB"[random_below(state, 4)];
    word[length_bytes] = '\0';
}

static const char *chooses_as_the_textbook(void)
{
    unsigned state = 3;
    for (unsigned round = 0; round < 20000; ++round) {
        char written[70], words[6][70];
        const char *candidates[6];
        unsigned most_bytes = round % 4 == 0 ? 64 : 12;
        random_word(written, &state, most_bytes);
        for (unsigned index = 0; index < 6; ++index) {
            candidates[index] = words[index];
            random_word(words[index], &state, most_bytes);
            if (random_below(&state, 2) == 0)      /* one or two letters from what was written */
                strcpy(words[index], written);
            for (unsigned edits = random_below(&state, 5); edits > 0 && words[index][0] != '\0'; --edits)
                words[index][random_below(&state, (unsigned)strlen(words[index]))] = "abAB"[random_below(&state, 4)];
        }
        EXPECT(nearest_find(written, candidates, 6, NULL) == slow_nearest(written, candidates, 6));
    }
    return NULL;
}

static const char *passes_over_long_names(void)
{
    size_t length_bytes = 10 * 1000 * 1000;
    char *name = malloc(length_bytes + 1);
    memset(name, 'a', length_bytes);
    name[length_bytes] = '\0';
    EXPECT(nearest_find(name, (const char *const[]){ name + 1, "a" }, 2, NULL) == NULL);
    EXPECT(nearest_find("aaab", (const char *const[]){ name, "aaaa" }, 2, NULL) != NULL);
    free(name);
    return NULL;
}

static const char *stops_when_steps_are_used_up(void)
{
    size_t steps_left = 100;
    const char *const candidates[] = { "unlike", "unlike", "unlike", "unlike", "wordy" };
    EXPECT(nearest_find("words", candidates, 5, &steps_left) == NULL && steps_left < 25);
    steps_left = 1000;
    EXPECT(nearest_find("words", candidates, 5, &steps_left) == candidates[4] && steps_left > 800);
    return NULL;
}

int main(void)
{
    static const test_case_t cases[] = {
        { "nearest_chooses_as_the_textbook", chooses_as_the_textbook },
        { "nearest_passes_over_long_names", passes_over_long_names },
        { "nearest_stops_when_steps_are_used_up", stops_when_steps_are_used_up },
    };
    return run_cases("diagnostics", cases, sizeof cases / sizeof *cases);
}
