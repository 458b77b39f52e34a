/* Rows: the contents wanted (the buffer) and the part's (read by the driver) go in, the fewest erases and programs that
 * make them equal come out. The contract is in memreg/row.h. */
#include "memreg/row.h"

enum { BLANK = 0xFF };

/* With MR_ROW_PLAIN all rows of a program are of the plainest kind, and most of the code folds away: programmed byte by
 * byte, as often as wanted, erased as a whole, with no kept ranges, and readable in memory at the context's address. */
#if defined MR_ROW_PLAIN
#define READ(row, offset) (((const volatile uint8_t *)(row)->context)[offset])
#define ERASE_BYTES(row) ((size_t)(row)->geometry->size_bytes)
#define PROGRAM_BYTES(row) ((size_t)1)
#define HAS_ERASE_UNIT(row, first) ((first) == 0)
#define PROGRAMS_ONCE(row) false
#define IS_ERASABLE(row) true
#define KEPT_COUNT(row) 0u
#else
#define READ(row, offset) ((row)->driver->read((row)->context, offset))
#define ERASE_BYTES(row) ((size_t)(row)->geometry->erase_bytes)
#define PROGRAM_BYTES(row) ((size_t)(row)->geometry->program_bytes)
#define HAS_ERASE_UNIT(row, first) ((first) < (row)->geometry->size_bytes)
#define PROGRAMS_ONCE(row) ((row)->geometry->programs_once)
#define IS_ERASABLE(row) ((row)->geometry->is_erasable)
#define KEPT_COUNT(row) ((unsigned)(row)->geometry->kept_count)
#endif

static unsigned stored(const mr_row_t *row, size_t offset)
{
    return READ(row, offset);
}

static bool differs(const mr_row_t *row, size_t offset)
{
    return stored(row, offset) != row->buffer[offset];
}

static bool is_outside(const mr_row_t *row, size_t offset, size_t length)
{
    size_t size = row->geometry->size_bytes;

    return offset > size || length > size - offset;
}

static bool is_kept(const mr_row_t *row, size_t offset, size_t end)
{
    const mr_row_range_t *range = row->geometry->kept;
    unsigned left;

    for (left = KEPT_COUNT(row); left > 0; --left, ++range)
        if (offset < range->end && range->first < end)
            return true;
    return false;
}

size_t mr_row_pending(const mr_row_t *row)
{
    size_t offset, differing = 0;

    for (offset = row->geometry->size_bytes; offset-- > 0;)
        if (differs(row, offset))
            ++differing;
    return differing;
}

/* Whether the program units from that of `offset` to that before `end` need an erase. */
static bool needs_erase(const mr_row_t *row, size_t offset, size_t end)
{
    size_t within_unit = PROGRAM_BYTES(row) - 1;
    unsigned used = 0, differing = 0;

    offset &= ~within_unit;
    do {
        unsigned old = stored(row, offset);
        unsigned wanted = row->buffer[offset];

        if ((wanted & ~old) != 0)
            return true;
        differing |= old ^ wanted;
        used |= old ^ BLANK;
        ++offset;
        if ((offset & within_unit) == 0) {
            if (PROGRAMS_ONCE(row) && used != 0 && differing != 0)
                return true;
            used = differing = 0;
            if (offset >= end)
                return false;
        }
    } while (true);
}

/* Programs the units that differ and verifies them: once programmed, the rest of a unit does not differ any more. */
static mr_status_t program(mr_row_t *row, size_t offset, size_t end)
{
    for (; offset < end; ++offset) {
        if (differs(row, offset)) {
            size_t unit = offset & ~(PROGRAM_BYTES(row) - 1);
            mr_status_t status = row->driver->program(row->context, unit, row->buffer + unit);

            if (status != MR_OK)
                return status;
            if (differs(row, offset))
                return MR_WORN;
        }
    }
    return MR_OK;
}

/* Brings one erase unit into the part. */
static mr_status_t flush_erase_unit(mr_row_t *row, size_t first, size_t end)
{
    const mr_row_range_t *range = row->geometry->kept;
    mr_status_t status;
    unsigned left;

    if (needs_erase(row, first, end)) {
        if (!IS_ERASABLE(row))
            return MR_LOCKED;
        status = row->driver->erase(row->context, first);
        if (status != MR_OK)
            return status;
        /* Those of other erase units do not differ. */
        for (left = KEPT_COUNT(row); left > 0; --left, ++range) {
            status = program(row, range->first, range->end);
            if (status != MR_OK)
                return status;
        }
    }
    return program(row, first, end);
}

int mr_row_flush(mr_row_t *row)
{
    int differed = (int)mr_row_pending(row);
    size_t first = 0, end;
    mr_status_t status;

    if (differed == 0)
        return 0;
    status = row->driver->state(row->context);
    do {
        if (status != MR_OK)
            return status;
        end = first + ERASE_BYTES(row);
        status = flush_erase_unit(row, first, end);
        first = end;
    } while (HAS_ERASE_UNIT(row, first));
    return status != MR_OK ? status : differed;
}

int mr_row_stage(mr_row_t *row, size_t offset, const void *data, size_t length)
{
    const uint8_t *from = data;
    size_t end = offset + length;
    int differing = 0;

    if (is_outside(row, offset, length))
        return MR_OUT_OF_RANGE;
    if (is_kept(row, offset, end))
        return MR_LOCKED;
    for (; offset < end; ++offset) {
        row->buffer[offset] = *from++;
        if (differs(row, offset))
            ++differing;
    }
    return differing;
}

int mr_row_put(mr_row_t *row, size_t offset, const void *data, size_t length)
{
    int differing = mr_row_stage(row, offset, data, length);

    if (differing < 0)
        return differing;
    if (differing == 0)
        return 1;
    if (mr_row_pending(row) != (size_t)differing || needs_erase(row, offset, offset + length))
        return 0;
    differing = mr_row_flush(row);
    return differing < 0 ? differing : 1;
}

int mr_row_write(mr_row_t *row, size_t offset, uint8_t value)
{
    return mr_row_put(row, offset, &value, 1);
}

mr_status_t mr_row_get(const mr_row_t *row, size_t offset, void *data, size_t length)
{
    const uint8_t *from = row->buffer + offset;
    uint8_t *to = data;

    if (is_outside(row, offset, length))
        return MR_OUT_OF_RANGE;
    for (; length > 0; --length)
        *to++ = *from++;
    return MR_OK;
}

/* How many bytes of program units differ, or, where they are erased before, will not be blank. */
static size_t count_programmed(const mr_row_t *row, size_t unit, size_t end, bool is_erased)
{
    size_t program_bytes = PROGRAM_BYTES(row);
    size_t offset, counted = 0;

    for (; unit < end; unit += program_bytes)
        for (offset = unit; offset < unit + program_bytes; ++offset)
            if (row->buffer[offset] != (is_erased ? (unsigned)BLANK : stored(row, offset))) {
                counted += program_bytes;
                break;
            }
    return counted;
}

void mr_row_plan(const mr_row_t *row, mr_row_plan_t *plan)
{
    size_t first, end;

    plan->erases = plan->programmed_bytes = 0;
    for (first = 0; first < row->geometry->size_bytes; first = end) {
        bool is_erased;

        end = first + ERASE_BYTES(row);
        is_erased = needs_erase(row, first, end);
        plan->erases += is_erased;
        plan->programmed_bytes += count_programmed(row, first, end, is_erased);
    }
}

void mr_row_revert(mr_row_t *row)
{
    size_t offset;

    for (offset = 0; offset < row->geometry->size_bytes; ++offset)
        row->buffer[offset] = (uint8_t)stored(row, offset);
}

void mr_row_open(mr_row_t *row, const mr_row_driver_t *driver, const mr_row_geometry_t *geometry, void *context,
                 uint8_t *buffer)
{
    row->driver = driver;
    row->geometry = geometry;
    row->context = context;
    row->buffer = buffer;
    row->settled = MR_ROW_NOWHERE;
    mr_row_revert(row);
}

int mr_row_erase(mr_row_t *row)
{
    const uint8_t blank = BLANK;
    size_t offset;

    for (offset = 0; offset < row->geometry->size_bytes; ++offset)
        mr_row_stage(row, offset, &blank, 1); /* kept bytes refuse */
    return mr_row_flush(row);
}

int mr_row_tally(const mr_row_t *row, size_t offset, size_t length)
{
    int count = 0;
    unsigned zeros;

    if (is_outside(row, offset, length))
        return MR_OUT_OF_RANGE;
    for (; length > 0; --length, ++offset)
        for (zeros = (uint8_t)~row->buffer[offset]; zeros != 0; zeros &= zeros - 1)
            ++count;
    return count;
}

/* Clears the first bit that stands in a tally; false where none does. */
static bool find_next_bit(const mr_row_t *row, size_t *offset, size_t length, uint8_t *value)
{
    for (; length > 0; --length, ++*offset) {
        unsigned bits = row->buffer[*offset];

        if (bits != 0) {
            *value = (uint8_t)(bits & (bits - 1));
            return true;
        }
    }
    return false;
}

int mr_row_tally_increment(mr_row_t *row, size_t offset, size_t length)
{
    const uint8_t none = BLANK, one = BLANK & ~1;
    size_t at = offset, end = offset + length;
    uint8_t value;
    int result;

    if (length == 0 || is_outside(row, offset, length))
        return MR_OUT_OF_RANGE;
    if (find_next_bit(row, &at, length, &value)) {
        result = mr_row_stage(row, at, &value, 1);
    } else {
        result = mr_row_stage(row, offset, &one, 1);
        for (at = offset + 1; at < end && result >= 0; ++at)
            result = mr_row_stage(row, at, &none, 1);
    }
    if (result >= 0)
        result = mr_row_flush(row);
    return result < 0 ? result : mr_row_tally(row, offset, length);
}
