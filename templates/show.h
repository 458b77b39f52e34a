/* A layout's schema goes in, its tables for people come out: what `memregc show` prints. */
#ifndef MEMREGC_TEMPLATES_SHOW_H
#define MEMREGC_TEMPLATES_SHOW_H

#include "schema.h"
#include "text.h"

/* Plain text of at most 100 columns where names allow it, without colours; UTF-8 only where the layout has it. */
void show(text_t *out, const schema_t *schema);

#endif
