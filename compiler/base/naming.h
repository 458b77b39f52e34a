/* Names as they come out: what was written goes in, snake_case and UPPER_CASE come out. */
#ifndef MEMREGC_NAMING_H
#define MEMREGC_NAMING_H

#include <stdbool.h>

#include "arena.h"
#include "schema.h"

/* "RxDone" becomes "rx_done", "HTTPServer" "http_server", "I2CBus" "i2c_bus", "eng5X8" "eng5x8". A run of underscores
 * becomes one, and none stands at either end. */
char *snake_case(arena_t *arena, const char *name);
char *upper_case(arena_t *arena, const char *snake);

/* All forms of one name. */
schema_name_t name_forms(arena_t *arena, const char *name, const char *doc, span_t span);

/* The joined path of an outer name and an item in it: "status.rx_done", "status_rx_done". The doc and span are the
 * item's. An outer name of "" joins to the item's own. */
schema_name_t name_join(arena_t *arena, const schema_name_t *outer, const schema_name_t *item);

/* Would this be a keyword of C or C++ (up to C23 and C++20), or a name that every header may define? */
bool is_c_keyword(const char *name);

/* Prefixes whose generated names would meet those of the C library or of the runtime: "int", "mr" … */
bool is_reserved_prefix(const char *snake);

#endif
