/* A status goes in, its name as text comes out. */
#include "memreg/status.h"

#define STATUSES(X)                                                                                                    \
    X(MR_OK) X(MR_FRESH) X(MR_MIGRATED) X(MR_FOREIGN) X(MR_ERROR) X(MR_BUSY) X(MR_NO_SPACE) X(MR_NOT_FOUND)            \
    X(MR_EXISTS) X(MR_CORRUPT) X(MR_BAD_ARGUMENT) X(MR_OUT_OF_RANGE) X(MR_IN_INTERRUPT) X(MR_LOCKED) X(MR_STALE)       \
    X(MR_WORN)

const char *mr_status_text(mr_status_t status)
{
    switch (status) {
#define CASE(name) case name: return #name;
    STATUSES(CASE)
#undef CASE
    }
    return "unknown status";
}
