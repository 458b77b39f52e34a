/* A layout against its lock file: a schema and the versions that are locked go in; what would lose or misread stored
 * bytes is reported. */
#ifndef MEMREGC_VERSIONS_H
#define MEMREGC_VERSIONS_H

#include "lock.h"

/* is_replacing: the version of today may differ from what is locked under its number. */
void versions_check(const lock_reader_t *reader, schema_t *schema, const lock_t *lock, bool is_replacing);

/* The lock with this version in it, in place of one of its number. */
lock_t versions_with(const lock_reader_t *reader, const lock_t *lock, schema_t *frozen);

#endif
