/* An imported layout goes in, its text in canonical form comes out. */
#ifndef MEMREGC_SVD_PRINT_H
#define MEMREGC_SVD_PRINT_H

#include "svd_layout.h"
#include "text.h"

/* Adds the text of a layout; file_name is what the first line calls its source. Where it would be larger than any real
 * device's false with *error filled in. *is_canonical is false where names are so long that a formatter would break
 * lines. */
bool svd_print(arena_t *arena, text_t *out, const svd_layout_t *layout, const char *file_name, bool *is_canonical,
               svd_error_t *error);

#endif
