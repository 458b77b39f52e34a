/* The outcomes of calls: a cause goes in, its name and number, as every call of the runtime returns it, come out. */
#ifndef MEMREG_STATUS_H
#define MEMREG_STATUS_H

/* ---- What calls that can fail return: zero or more where they did not. */
#ifndef MR_STATUS_DEFINED
#define MR_STATUS_DEFINED
typedef enum mr_status {
    MR_OK = 0,
    MR_FRESH = 1,            /* open: nothing was ever stored here; the defaults are set */
    MR_MIGRATED = 2,         /* open: the contents were of an earlier version */
    MR_FOREIGN = 3,          /* open: whole contents, but of another block or version; the defaults are set */
    MR_ERROR = -1,
    MR_BUSY = -2,
    MR_NO_SPACE = -3,
    MR_NOT_FOUND = -4,
    MR_EXISTS = -5,
    MR_CORRUPT = -6,         /* open: the contents are damaged; the defaults are set */
    MR_BAD_ARGUMENT = -7,
    MR_OUT_OF_RANGE = -8,
    MR_IN_INTERRUPT = -9,
    MR_LOCKED = -10,
    MR_STALE = -11,
    MR_WORN = -12
} mr_status_t;
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* The name of a status, as "MR_OK"; "unknown status" for a number that is none. Constant text, never NULL.
 * Cost: one switch. An interrupt may call it. */
const char *mr_status_text(mr_status_t status);

#ifdef __cplusplus
}
#endif
#endif
