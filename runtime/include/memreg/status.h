/* What calls of the runtime return: nothing goes in, mr_status_t comes out. Generated headers bring the same enum along,
 * behind the same guard. */
#ifndef MEMREG_STATUS_H
#define MEMREG_STATUS_H

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

#endif
