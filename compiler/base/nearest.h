/* A misspelt word and the words that could stand there go in; the one that was probably meant comes out. */
#ifndef MEMREGC_NEAREST_H
#define MEMREGC_NEAREST_H

#include <stddef.h>

/* Words longer than this are nobody's typing mistake, and are not compared. */
#define NEAREST_MOST_BYTES 64

/* Returns the candidate that differs only in case, or else the first of those with the least Damerau-Levenshtein
 * distance (insert, delete, replace a byte, swap two neighbours), where that is at most 1 + length / 4 and less than the
 * length; NULL where there is none. Candidates equal to what was written, and NULL ones, are passed over.
 * *steps_left goes down by the work done, and at 0 nothing more is compared; NULL is no bound. */
const char *nearest_find(const char *written, const char *const *candidates, size_t count, size_t *steps_left);

#endif
