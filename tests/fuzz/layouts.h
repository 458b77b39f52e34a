/* What targets that compile a fuzzer's text share: nothing of this machine is read, and all outputs go into a text. */
#ifndef FUZZ_LAYOUTS_H
#define FUZZ_LAYOUTS_H

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compile.h"
#include "emit.h"
#include "show.h"

/* The linker sends every open() here: an import named by chance must not reach this machine's files. */
int __wrap_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...)
{
    (void)path, (void)flags;
    errno = ENOENT;
    return -1;
}

static void fail(const char *why)
{
    fprintf(stderr, "ERROR: %s\n", why);
    abort();
}

/* A NUL-terminated copy on the heap, so that the sanitizer sees each byte that is read too far. */
static char *copy_text(const void *bytes, size_t length_bytes)
{
    char *chars = malloc(length_bytes + 1);
    if (!chars)
        abort();
    if (length_bytes)
        memcpy(chars, bytes, length_bytes);
    chars[length_bytes] = '\0';
    return chars;
}

static void print_nowhere(diagnostics_t *diagnostics)
{
    static FILE *nowhere;
    if (!nowhere)
        nowhere = fopen("/dev/null", "w");
    diagnostics_print(diagnostics, nowhere);
}

static bool are_equal(const text_t *left, const text_t *right)
{
    return left->length_bytes == right->length_bytes
        && (!left->length_bytes || memcmp(left->chars, right->chars, left->length_bytes) == 0);
}

/* 18 ways to compile: each format of messages, with each kind of accessors, in one header or two. */
static diagnostic_options_t messages_of(unsigned variant)
{
    return (diagnostic_options_t){ .format = (diagnostics_format_t)(variant % 3) };
}

/* Every output of a schema, one behind another. */
static void put_outputs(arena_t *arena, const schema_t *schema, unsigned variant, text_t *all)
{
    options_t options = { .accessors = (accessors_t)(variant / 3 % 3), .is_split = variant / 9 % 2 };
    outputs_t *outputs = outputs_create(arena);
    for (unsigned emit = 0; emit < EMIT_COUNT; emit++)
        options.emits[emit] = true;
    outputs_keep_texts(outputs);
    emit_schema(arena, outputs, schema, &options);
    for (size_t index = 0; index < outputs_count(outputs); index++) {
        const text_t *text = output_text(outputs, index);
        text_put_bytes(all, text->chars ? text->chars : "", text->length_bytes);
    }
    show(all, schema);
    outputs_destroy(outputs);
}

#endif
