/* Writing results: texts go in, files come out, atomically and only where their contents changed. Nothing is written
 * before output_commit(), so that an error anywhere before it leaves the disk as it was. */
#ifndef MEMREGC_OUTPUT_H
#define MEMREGC_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

#include "arena.h"
#include "text.h"

typedef struct outputs outputs_t;

outputs_t *outputs_create(arena_t *arena);
void outputs_destroy(outputs_t *outputs);

/* Lets a commit set the time of files whose contents are equal already to now, as Make wants it: it would run the same
 * rule for ever otherwise. Without this call such files stay wholly untouched, as Ninja's restat wants it. */
void outputs_touch_unchanged(outputs_t *outputs);

/* Keeps every text in memory, so that output_text() is the whole of it; nothing may be committed then. Without this
 * call large texts go to temporary files beside their destination while they are made. */
void outputs_keep_texts(outputs_t *outputs);

/* A new text for this path (relative to nothing: the caller has joined the output folder). It belongs to the outputs
 * and is freed with them. What was added before it is whole now: one output is made after the other. */
text_t *output_add(outputs_t *outputs, const char *path);

size_t outputs_count(const outputs_t *outputs);
const char *output_path(const outputs_t *outputs, size_t index);
const text_t *output_text(const outputs_t *outputs, size_t index);

/* Writes all texts: makes missing folders, leaves a file with equal contents untouched, writes every other to a
 * temporary file beside it first, and renames only after all of them are whole; on an error it removes what it made,
 * folders too, and leaves every file as it was. A symbolic link is followed; what is no file (/dev/stdout, a pipe) is
 * written to directly, before the renames. Prints its own message ("memregc: gen/a.h: No space left on device").
 * Returns false where something could not be written. */
bool outputs_commit(outputs_t *outputs);

/* Puts a Makefile rule "target…: prerequisite…" into text, in Make's syntax (spaces, #, : and $ escaped), with an empty
 * rule for each prerequisite but the first where phony is set. */
void depfile_put(text_t *text, const char *const *targets, size_t target_count, const char *const *prerequisites,
                 size_t prerequisite_count, bool phony);

#endif
