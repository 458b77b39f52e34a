/* Migrations: a comparison of today's schema with an earlier version goes in; what generated code must do to take over
 * what that version stored is added to today's blocks and records. What cannot be done safely is reported. */
#ifndef MEMREGC_MIGRATION_H
#define MEMREGC_MIGRATION_H

#include "diagnostic.h"
#include "difference.h"

/* Of a comparison without a breaking difference; comparisons come newest version first. The schema is today's. */
void plan_migrations(arena_t *arena, diagnostics_t *diagnostics, schema_t *schema, const comparison_t *comparison);

#endif
