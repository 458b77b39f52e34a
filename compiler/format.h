/* The formatter: a source goes in, the same tokens and comments come out in canonical form. */
#ifndef MEMREGC_FORMAT_H
#define MEMREGC_FORMAT_H

#include <stdbool.h>

#include "arena.h"
#include "diagnostic.h"
#include "name.h"
#include "source.h"
#include "text.h"

/* Adds the canonical form to `out`: 4 spaces a brace, at most 100 columns, one item a line except where the author put a
 * whole body on one line and it fits. Only white space changes, and formatting the result again changes nothing.
 * False, with nothing added, where the lexer reports an error. Syntax is not looked at: parse the file first. */
bool format_source(arena_t *arena, names_t *names, diagnostics_t *diagnostics, const source_t *source, text_t *out);

#endif
