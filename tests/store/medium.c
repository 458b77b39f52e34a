/* A simulated flash: the contract is in medium.h. What NOR forbids ends the test. */
#include "medium.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

uint32_t medium_random(medium_t *medium)
{
    medium->random ^= medium->random << 13;
    medium->random ^= medium->random >> 17;
    medium->random ^= medium->random << 5;
    return medium->random;
}

void medium_init(medium_t *medium, uint32_t sectors, uint32_t erase_bytes, unsigned page, unsigned unit, bool once,
                 uint32_t seed)
{
    memset(medium, 0, sizeof *medium);
    memset(medium->cells, 0xFF, sizeof medium->cells);
    medium->geometry.size_bytes = sectors * erase_bytes;
    medium->geometry.erase_bytes = erase_bytes;
    medium->geometry.page_bytes = (uint16_t)page;
    medium->geometry.program_bytes = (uint16_t)unit;
    medium->geometry.programs_once = once;
    medium->budget = -1;
    medium->busy_after = -1;
    medium->random = seed * 2654435761u | 1u;
}

static void refuse(const char *what, uint32_t offset)
{
    fprintf(stderr, "the store broke a rule of flash: %s at 0x%x\n", what, (unsigned)offset);
    abort();
}

static mr_status_t read_cells(void *context, uint32_t offset, void *data, size_t length)
{
    medium_t *medium = context;
    uint8_t *to = data;

    if (offset > medium->geometry.size_bytes || length > medium->geometry.size_bytes - offset)
        refuse("a read outside", offset);
    medium->read_bytes += length;
    ++medium->read_calls;
    memcpy(to, medium->cells + offset, length);
    if (medium->has_unstable)
        for (size_t i = 0; i < length; ++i)
            to[i] &= (uint8_t)~(medium->unstable[offset + i] & medium_random(medium));
    return MR_OK;
}

/* Some of the bits that were to become 0 do. */
static void tear_bits(medium_t *medium, uint32_t at, uint8_t wanted)
{
    uint8_t falling = (uint8_t)(medium->cells[at] & ~wanted);
    uint8_t done = falling & (uint8_t)medium_random(medium);

    medium->cells[at] = (uint8_t)(medium->cells[at] & ~done);
    if (medium->tear == TEAR_UNSTABLE) {
        medium->unstable[at] |= (uint8_t)(falling & ~done & medium_random(medium));
        medium->has_unstable = true;
    }
}

static bool event(medium_t *medium)
{
    return medium->events++ == medium->budget;
}

static mr_status_t busy(medium_t *medium)
{
    return medium->busy_after >= 0 && medium->busy_after-- == 0 ? medium->refusal : MR_OK;
}

static mr_status_t program_cells(void *context, uint32_t offset, const void *data, size_t length)
{
    medium_t *medium = context;
    const uint8_t *from = data;
    uint32_t unit = medium->geometry.program_bytes, page = medium->geometry.page_bytes;
    unsigned bad = medium->bad_program[offset / medium->geometry.erase_bytes];

    if (length == 0 || offset > medium->geometry.size_bytes || length > medium->geometry.size_bytes - offset)
        refuse("a program outside", offset);
    if (offset / page != (offset + length - 1) / page)
        refuse("a program across pages", offset);
    if (offset % unit != 0 || length % unit != 0)
        refuse("a program of part of a unit", offset);
    if (busy(medium) != MR_OK)
        return medium->refusal;
    if (bad == 1)
        return MR_ERROR;
    ++medium->program_calls;
    for (size_t i = 0; i < length; ++i) {
        uint32_t at = offset + (uint32_t)i;

        if (medium->geometry.programs_once && !medium->is_lenient && at % unit == 0)
            for (uint32_t j = at; j < at + unit; ++j)
                if (medium->cells[j] != 0xFF)
                    refuse("a second program of a unit", at);
        if (bad == 0 && !medium->is_lenient && medium->bad_erase[offset / medium->geometry.erase_bytes] == 0 && (from[i] & ~medium->cells[at]) != 0)
            refuse("a bit that has to rise", at);
        if (event(medium)) {
            /* Torn: this byte, in parts with larger units the unit, or anything of the call that was not done yet. */
            size_t begin = i / unit * unit, end = begin + unit;

            if (unit == 1)
                end = i + 1;
            if (medium->tear != TEAR_SEQUENTIAL && (medium_random(medium) & 1))
                end = length;
            for (size_t j = begin; j < end; ++j)
                tear_bits(medium, offset + (uint32_t)j, from[j]);
            longjmp(medium->cut, 1);
        }
        ++medium->programmed_bytes;
        if (bad == 0 && unit == 1) {
            medium->cells[at] &= from[i];
            medium->unstable[at] &= from[i];
        } else if (bad == 0 && at % unit == unit - 1) {
            for (uint32_t j = at + 1 - unit; j <= at; ++j) {
                medium->cells[j] &= from[j - offset];
                medium->unstable[j] &= from[j - offset];
            }
        }
    }
    return MR_OK;
}

static void tear_erase(medium_t *medium, uint32_t start, uint32_t end)
{
    uint32_t until = medium->tear == TEAR_SEQUENTIAL ? start + medium_random(medium) % (end - start + 1) : end;
    unsigned rate = medium_random(medium) % 3;

    for (uint32_t at = start; at < until; ++at) {
        uint8_t bits = (uint8_t)medium_random(medium);

        if (medium->tear == TEAR_SEQUENTIAL)
            bits = 0xFF;
        else if (rate == 1)
            bits |= (uint8_t)(medium_random(medium) | medium_random(medium));
        else if (rate == 2)
            bits &= (uint8_t)(medium_random(medium) & medium_random(medium) & medium_random(medium));
        if (medium->tear == TEAR_UNSTABLE) {
            medium->unstable[at] |= (uint8_t)(bits & ~medium->cells[at] & medium_random(medium));
            medium->has_unstable = true;
        }
        medium->cells[at] |= bits;
    }
}

static mr_status_t erase_cells(void *context, uint32_t offset)
{
    medium_t *medium = context;
    uint32_t sector = offset / medium->geometry.erase_bytes, end = offset + medium->geometry.erase_bytes;

    if (offset % medium->geometry.erase_bytes != 0 || end > medium->geometry.size_bytes)
        refuse("an erase of no erase unit", offset);
    if (busy(medium) != MR_OK)
        return medium->refusal;
    if (medium->bad_erase[sector] == 1)
        return MR_ERROR;
    if (event(medium))
        longjmp(medium->cut, 1);
    if (event(medium)) {
        tear_erase(medium, offset, end);
        longjmp(medium->cut, 1);
    }
    ++medium->erase_calls;
    ++medium->erases[sector];
    if (medium->bad_erase[sector] == 0) {
        memset(medium->cells + offset, 0xFF, medium->geometry.erase_bytes);
        memset(medium->unstable + offset, 0, medium->geometry.erase_bytes);
    }
    if (event(medium))
        longjmp(medium->cut, 1);
    return MR_OK;
}

const mr_flash_driver_t medium_driver = { read_cells, program_cells, erase_cells };
