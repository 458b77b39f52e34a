/* The parser: a source goes in, its declarations come out as an ast. Syntax errors are reported, as many as there are;
 * what could be understood between them is in the result. grammar/parser.y is the grammar. */
#ifndef MEMREGC_PARSE_H
#define MEMREGC_PARSE_H

#include "ast.h"
#include "diagnostic.h"
#include "name.h"
#include "source.h"

ast_file_t *parse_source(arena_t *arena, names_t *names, diagnostics_t *diagnostics, const source_t *source);

#endif
