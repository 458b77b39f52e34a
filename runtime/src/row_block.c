/* What is built on rows: erases that are counted, and mirrored blocks, of which one copy is whole at any time. A row and a
 * block's bytes go in, calls of mr_row_flush() and of the row's driver come out. The contract is in memreg/row.h. */
#include "memreg/row.h"

enum { BLANK = 0xFF };

static unsigned stored(const mr_row_t *row, size_t offset)
{
    return row->driver->read(row->context, offset);
}

static bool is_outside(const mr_row_t *row, size_t offset, size_t length)
{
    return offset > row->geometry->size_bytes || length > row->geometry->size_bytes - offset;
}

/* The bytes of those program units, from that of `at` to that before `end`, of which the buffer is not blank. */
static size_t count_used(const mr_row_t *row, size_t at, size_t end)
{
    size_t program_bytes = row->geometry->program_bytes, counted = 0, offset;

    for (at &= ~(program_bytes - 1); at < end; at += program_bytes)
        for (offset = at; offset < at + program_bytes; ++offset)
            if (row->buffer[offset] != BLANK) {
                counted += program_bytes;
                break;
            }
    return counted;
}

/* ---- wear */

enum { WEAR_BYTES = 4 };

uint32_t mr_row_wear(const mr_row_t *row, size_t offset)
{
    uint32_t count = 0;
    unsigned index;

    if (is_outside(row, offset, WEAR_BYTES))
        return 0;
    for (index = 0; index < WEAR_BYTES; ++index)
        count |= (uint32_t)row->buffer[offset + index] << 8 * index;
    return count == UINT32_MAX ? 0 : count;
}

int mr_row_flush_counted(mr_row_t *row, size_t offset)
{
    uint8_t bytes[WEAR_BYTES];
    mr_row_plan_t plan;
    uint32_t count;
    unsigned index;
    int result;

    if (is_outside(row, offset, WEAR_BYTES))
        return MR_OUT_OF_RANGE;
    mr_row_plan(row, &plan);
    if (plan.erases != 0) {
        count = mr_row_wear(row, offset) + (uint32_t)plan.erases;
        for (index = 0; index < WEAR_BYTES; ++index)
            bytes[index] = (uint8_t)(count >> 8 * index);
        result = mr_row_stage(row, offset, bytes, WEAR_BYTES);
        if (result < 0)
            return result;
    }
    return mr_row_flush(row);
}

/* ---- mirrored blocks */

static bool is_turn_right(const mr_row_turn_t *turn)
{
    size_t first = turn->older < turn->newer ? turn->older : turn->newer;
    size_t second = turn->older < turn->newer ? turn->newer : turn->older;

    return first == second || second - first >= turn->length;
}

/* The erase units that the older copy touches: from the result to before `end`. */
static size_t units_of_older(const mr_row_t *row, const mr_row_turn_t *turn, size_t *end)
{
    size_t first = 0;

    while (first + row->geometry->erase_bytes <= turn->older)
        first += row->geometry->erase_bytes;
    for (*end = first; *end < (size_t)turn->older + turn->length;)
        *end += row->geometry->erase_bytes;
    return first;
}

static bool shares_unit(const mr_row_turn_t *turn, size_t first, size_t end)
{
    return turn->newer != turn->older && turn->newer < end && first < (size_t)turn->newer + turn->length;
}

/* Whether the newer copy may have been what was being programmed when power failed. */
static bool is_unsettled(const mr_row_t *row, const mr_row_turn_t *turn)
{
    return turn->newer != turn->older && turn->newer != row->settled && !row->geometry->programs_once;
}

/* Programs the newer copy as it reads: what reads 0 stays so. */
static mr_status_t settle(const mr_row_t *row, const mr_row_turn_t *turn)
{
    size_t program_bytes = row->geometry->program_bytes;
    size_t at = turn->newer & ~(program_bytes - 1), end = (size_t)turn->newer + turn->length;
    mr_status_t status = MR_OK;

    for (; at < end && status == MR_OK; at += program_bytes)
        if (count_used(row, at, at + program_bytes) != 0)
            status = row->driver->program(row->context, at, row->buffer + at);
    return status;
}

/* Erases whatever the units of the older copy read; what else they hold differs then from the buffer. */
static mr_status_t erase_older(const mr_row_t *row, const mr_row_turn_t *turn)
{
    size_t end, first = units_of_older(row, turn, &end);
    mr_status_t status = MR_OK;

    if (shares_unit(turn, first, end))
        return MR_OK;
    for (; first < end && status == MR_OK; first += row->geometry->erase_bytes)
        status = row->driver->erase(row->context, first);
    return status;
}

/* The last byte of a whole older copy that is neither blank nor all zeros, where bytes are erased one by one; else
 * MR_ROW_NOWHERE. */
static size_t find_seal(const mr_row_t *row, const mr_row_turn_t *turn)
{
    size_t at = (size_t)turn->older + turn->length;

    if (row->geometry->erase_bytes == 1 && turn->is_older_whole)
        while (at-- > turn->older)
            if (row->buffer[at] != BLANK && row->buffer[at] != 0)
                return at;
    return MR_ROW_NOWHERE;
}

/* Breaks a whole older copy by clearing one byte. A cut in the midst leaves it broken, or whole but for that byte, which
 * the next turn clears again. An erase cut short could leave a byte that reads right only now and then. */
static mr_status_t break_seal(mr_row_t *row, size_t seal)
{
    const uint8_t zeros = 0;

    row->buffer[seal] = zeros;
    return row->driver->program(row->context, seal, &zeros);
}

/* Blanks those bytes of the older copy in which bits must rise, in the buffer, and where no other byte would be programmed
 * after them the last one that can be: erases are over before the first program, and no copy is whole before the last. */
static void blank_rising(mr_row_t *row, const mr_row_turn_t *turn, const uint8_t *bytes)
{
    size_t index, last = MR_ROW_NOWHERE;
    bool is_programmed = false;

    for (index = 0; index < turn->length; ++index) {
        unsigned old = row->buffer[turn->older + index];
        bool rises = (bytes[index] & ~old) != 0;

        if (rises)
            row->buffer[turn->older + index] = BLANK;
        if (bytes[index] != BLANK) {
            last = turn->older + index;
            is_programmed |= rises || old != bytes[index];
        }
    }
    if (!is_programmed && last != MR_ROW_NOWHERE)
        row->buffer[last] = BLANK;
}

static int turn_over(mr_row_t *row, const mr_row_turn_t *turn, const void *bytes)
{
    mr_status_t status = row->driver->state(row->context);
    size_t seal = find_seal(row, turn);
    int result = 0;

    if (status == MR_OK && is_unsettled(row, turn))
        status = settle(row, turn);
    if (status != MR_OK)
        return status;
    row->settled = MR_ROW_NOWHERE;
    if (seal != MR_ROW_NOWHERE) {
        result = break_seal(row, seal);
        if (result == MR_OK) {
            blank_rising(row, turn, bytes);
            result = mr_row_flush(row);
        }
    } else if (row->geometry->is_erasable) {
        result = erase_older(row, turn);
    }
    if (result < 0)
        return result;
    result = mr_row_stage(row, turn->older, bytes, turn->length);
    return result < 0 ? result : mr_row_flush(row);
}

int mr_row_turn(mr_row_t *row, const mr_row_turn_t *turn, const void *bytes)
{
    int result;

    if (is_outside(row, turn->older, turn->length) || is_outside(row, turn->newer, turn->length))
        return MR_OUT_OF_RANGE;
    if (!is_turn_right(turn))
        return MR_BAD_ARGUMENT;
    result = mr_row_stage(row, turn->older, row->buffer + turn->older, turn->length); /* refused in a kept range */
    if (result >= 0)
        result = mr_row_flush(row);
    if (result >= 0)
        result = turn_over(row, turn, bytes);
    if (result < 0)
        mr_row_revert(row);
    else
        row->settled = turn->older;
    return result;
}

void mr_row_turn_plan(mr_row_t *row, const mr_row_turn_t *turn, const void *bytes, mr_row_plan_t *plan)
{
    const uint8_t *from = bytes;
    size_t end, first = units_of_older(row, turn, &end), seal = find_seal(row, turn), index;

    plan->erases = plan->programmed_bytes = 0;
    if (seal != MR_ROW_NOWHERE) {
        row->buffer[seal] = 0;
        blank_rising(row, turn, from);
        mr_row_plan(row, plan);
        plan->programmed_bytes = 1;
        for (index = 0; index < turn->length; ++index)
            if (from[index] != row->buffer[turn->older + index])
                ++plan->programmed_bytes;
    } else {
        for (index = 0; index < turn->length; ++index)
            row->buffer[turn->older + index] = from[index];
        if (!row->geometry->is_erasable || shares_unit(turn, first, end)) {
            mr_row_plan(row, plan);
        } else {
            plan->programmed_bytes = count_used(row, first, end);
            for (; first < end; first += row->geometry->erase_bytes)
                ++plan->erases;
        }
    }
    if (is_unsettled(row, turn))
        plan->programmed_bytes += count_used(row, turn->newer, (size_t)turn->newer + turn->length);
    for (index = 0; index < turn->length; ++index)
        row->buffer[turn->older + index] = (uint8_t)stored(row, turn->older + index);
}
