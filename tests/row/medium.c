/* The rules of a part of memory: calls of its driver in, changed bytes and counts out. */
#include <string.h>

#include "medium.h"

static uint8_t random_byte(medium_t *medium)
{
    medium->random_state = medium->random_state * 1664525u + 1013904223u;
    return (uint8_t)(medium->random_state >> 16);
}

/* A byte some of whose bits were to change when power failed. */
static void leave_unstable(medium_t *medium, size_t offset, uint8_t changing)
{
    uint8_t torn = random_byte(medium) & changing;

    medium->unstable[offset] |= torn & (random_byte(medium) | random_byte(medium));
    medium->bytes[offset] ^= torn & random_byte(medium);
}

static uint8_t medium_read(void *context, size_t offset)
{
    medium_t *medium = context;

    if (offset >= medium->geometry->size_bytes) {
        medium->broken_rule = "reads outside";
        return 0;
    }
    return medium->bytes[offset] ^ (medium->unstable[offset] & random_byte(medium));
}

/* How much of `bytes` is done: nothing without power, the first half where the power fails now. */
static size_t bytes_done(medium_t *medium, size_t bytes)
{
    if (medium->actions_left < 0)
        return bytes;
    if (medium->actions_left-- > 0)
        return bytes;
    medium->actions_left = 0;
    if (!medium->is_torn || medium->is_unstable)
        return 0;
    medium->is_torn = false;
    return (bytes + 1) / 2;
}

static mr_status_t medium_program(void *context, size_t offset, const uint8_t *unit)
{
    medium_t *medium = context;
    size_t bytes = medium->geometry->program_bytes;
    size_t index, done = bytes_done(medium, bytes);

    if (offset % bytes != 0 || offset + bytes > medium->geometry->size_bytes)
        medium->broken_rule = "programs no unit";
    if (medium->geometry->programs_once && medium->programs[offset] != 0)
        medium->broken_rule = "programs a unit twice";
    for (index = 0; index < bytes; ++index)
        if ((unit[index] & ~medium->bytes[offset + index] & ~medium->unstable[offset + index]) != 0)
            medium->broken_rule = "programs a bit that must rise";
    if (medium->is_stuck)
        return MR_OK;
    if (done != bytes && medium->is_torn && medium->is_unstable) {
        medium->is_torn = false;
        for (index = 0; index < bytes; ++index)
            leave_unstable(medium, offset + index, medium->bytes[offset + index] & ~unit[index]);
    }
    for (index = 0; index < done; ++index) {
        medium->bytes[offset + index] &= unit[index];
        medium->unstable[offset + index] &= unit[index];
    }
    if (done != bytes)
        return MR_ERROR;
    medium->programs[offset] = 1;
    medium->has_programmed_last = true;
    medium->programmed_bytes += (unsigned)bytes;
    return MR_OK;
}

static mr_status_t medium_erase(void *context, size_t offset)
{
    medium_t *medium = context;
    size_t bytes = medium->geometry->erase_bytes;
    size_t index, done = bytes_done(medium, bytes);

    if (!medium->geometry->is_erasable)
        medium->broken_rule = "erases what cannot be erased";
    if (offset % bytes != 0 || offset + bytes > medium->geometry->size_bytes)
        medium->broken_rule = "erases no unit";
    if (done != bytes && medium->is_torn && medium->is_unstable) {
        medium->is_torn = false;
        for (index = 0; index < bytes; ++index)
            leave_unstable(medium, offset + index, (uint8_t)~medium->bytes[offset + index]);
    }
    memset(medium->bytes + offset, 0xFF, done);
    memset(medium->unstable + offset, 0, done);
    if (done != bytes)
        return MR_ERROR;
    memset(medium->programs + offset, 0, bytes);
    ++medium->erases;
    medium->has_programmed_last = false;
    return MR_OK;
}

static mr_status_t medium_state(void *context)
{
    return ((medium_t *)context)->state;
}

const mr_row_driver_t medium_driver = { medium_read, medium_program, medium_erase, medium_state };

void medium_open(medium_t *medium, const mr_row_geometry_t *geometry)
{
    memset(medium, 0, sizeof *medium);
    memset(medium->bytes, 0xFF, sizeof medium->bytes);
    medium->geometry = geometry;
    medium->actions_left = -1;
}
