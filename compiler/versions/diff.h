/* Comparing two layouts for people: two paths go in; a table of their differences, or JSON, comes out. */
#ifndef MEMREGC_DIFF_H
#define MEMREGC_DIFF_H

#include "compile.h"
#include "text.h"

/* Each path is a layout, or a lock file, whose newest version counts, or, as FILE.lock:2, that one. Puts the differences
 * into out. False where there are errors (in compile->diagnostics) or where a file cannot be read: *unread is its path
 * then, and *error says why. *is_breaking: one of the differences is. */
bool diff_layouts(compile_t *compile, const char *old_path, const char *new_path, bool as_json, text_t *out,
                  bool *is_breaking, const char **unread, const char **error);

#endif
