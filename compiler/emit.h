/* Emitting: a schema goes in, the texts of all output files come out, by path; nothing is written to disk here. */
#ifndef MEMREGC_EMIT_H
#define MEMREGC_EMIT_H

#include "options.h"
#include "output.h"
#include "schema.h"

/* Adds every file that the options ask for, in the options' output folder. */
void emit_schema(arena_t *arena, outputs_t *outputs, schema_t *schema, const options_t *options);

#endif
