/* What several views of a layout (templates that write for other tools) have in common. */
#ifndef MEMREGC_VIEWS_H
#define MEMREGC_VIEWS_H

#include "schema.h"
#include "text.h"

/* The integer that holds a field's value, of the element with all indices 0: for an element of an array of bit types the
 * whole run, so that the next elements lie `width_bits` higher in it, whichever its byte order. */
typedef struct field_word { uint32_t offset; unsigned bytes, shift; } field_word_t;
field_word_t field_word(const schema_field_t *field);

/* A function `name` in Python that goes on with a guard's CRC: kind ("crc16"), register, bytes. */
void python_crc(text_t *out, const char *name);

#endif
