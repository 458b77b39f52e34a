/* The rules of a flash part: calls of its driver in, changed bytes and counts out. */
#include "machine.h"
#include "part.h"

uint32_t part_random(part_t *part)
{
    part->random = part->random * 1664525u + 1013904223u;
    return part->random >> 8;
}

/* Bits of which each is set with an even chance, or one in four, or three in four. */
static uint8_t random_bits(part_t *part, uint32_t density)
{
    uint32_t one = part_random(part), two = part_random(part);

    return (uint8_t)(density == 0 ? one & two : density == 1 ? one : one | two);
}

static bool is_outside(const part_t *part, uint32_t offset, size_t length)
{
    return offset > part->geometry->size_bytes || length > part->geometry->size_bytes - offset;
}

static mr_status_t read(void *context, uint32_t offset, void *data, size_t length)
{
    part_t *part = context;
    uint8_t *to = data;

    if (part->is_off)
        return MR_ERROR;
    ++part->reads;
    if (is_outside(part, offset, length)) {
        part->broken_rule = "reads outside";
        return MR_ERROR;
    }
    for (; length > 0; --length, ++offset) {
        *to = part->bytes[offset];
        if (part->hanging[offset] != 0)
            *to = (uint8_t)(*to ^ (part->hanging[offset] & part_random(part)));
        ++to;
    }
    return MR_OK;
}

/* How many of the next `wanted` actions are done before power fails. */
static uint32_t actions_done(part_t *part, uint32_t wanted)
{
    uint32_t left = part->actions_left;

    part->actions += wanted;
    if (left == 0 || left > wanted) {
        part->actions_left = left == 0 ? 0 : left - wanted;
        return wanted;
    }
    part->is_off = true;
    return left - 1;
}

static void check_program(part_t *part, uint32_t offset, const uint8_t *bytes, uint32_t length)
{
    const mr_flash_geometry_t *geometry = part->geometry;
    uint32_t at;

    if (is_outside(part, offset, length) || length == 0 || (offset | length) % geometry->program_bytes != 0)
        part->broken_rule = "programs no units";
    else if (offset % geometry->page_bytes + length > geometry->page_bytes)
        part->broken_rule = "programs across a page";
    for (at = 0; at < length && part->broken_rule == NULL; ++at)
        if ((bytes[at] & ~(part->bytes[offset + at] | part->hanging[offset + at])) != 0)
            part->broken_rule = "programs a bit that must rise";
        else if (geometry->programs_once && part->is_programmed[offset + at])
            part->broken_rule = "programs a unit twice";
}

static void program_byte(part_t *part, uint32_t offset, uint8_t value)
{
    part->bytes[offset] &= value;
    part->hanging[offset] &= value;
}

static void tear_program(part_t *part, uint32_t offset, const uint8_t *bytes, uint32_t length, uint32_t done)
{
    uint32_t density = part_random(part) % 3, at;

    for (at = 0; at < length; ++at) {
        uint8_t falling = part->bytes[offset + at] & (uint8_t)~bytes[at];
        uint8_t now = falling & random_bits(part, density);

        if (part->torn == TORN_SEQUENTIAL)
            now = at < done ? falling : at < done + part->geometry->program_bytes ? now : 0;
        program_byte(part, offset + at, (uint8_t)~now);
        if (part->torn == TORN_UNSTABLE)
            part->hanging[offset + at] |= falling & (uint8_t)~now & random_bits(part, 1);
    }
    /* A unit counts as it reads: one that looks blank may be programmed. */
    for (at = 0; at < length; ++at)
        if (part->bytes[offset + at] != 0xFF)
            part->is_programmed[(offset + at) / part->geometry->program_bytes * part->geometry->program_bytes] = 1;
}

static mr_status_t refusal(part_t *part)
{
    if (part->is_off)
        return MR_ERROR;
    return part->busy_in != 0 && --part->busy_in == 0 ? MR_BUSY : MR_OK;
}

static mr_status_t program(void *context, uint32_t offset, const void *data, size_t length_bytes)
{
    part_t *part = context;
    const uint8_t *bytes = data;
    uint32_t length = (uint32_t)length_bytes, at, done, unit = part->geometry->program_bytes;
    mr_status_t status = refusal(part);

    if (status != MR_OK)
        return status;
    check_program(part, offset, bytes, length);
    if (part->broken_rule != NULL)
        return MR_ERROR;
    done = actions_done(part, length / unit) * unit;
    if (part->is_off) {
        tear_program(part, offset, bytes, length, done);
        return MR_ERROR;
    }
    for (at = 0; at < length; ++at)
        program_byte(part, offset + at, bytes[at]);
    for (at = 0; at < length; at += unit)
        part->is_programmed[offset + at] = 1;
    return MR_OK;
}

static void tear_erase(part_t *part, uint32_t offset, uint32_t length)
{
    uint32_t density = part_random(part) % 3, whole = part_random(part) % length, at;

    for (at = 0; at < length; ++at) {
        uint8_t rising = (uint8_t)~part->bytes[offset + at];
        uint8_t now = part->torn == TORN_SEQUENTIAL ? (at < whole ? rising : 0) : rising & random_bits(part, density);

        part->bytes[offset + at] |= now;
        if (part->torn == TORN_UNSTABLE)
            part->hanging[offset + at] |= rising & (uint8_t)~now & random_bits(part, 1);
    }
}

static mr_status_t erase(void *context, uint32_t offset)
{
    part_t *part = context;
    uint32_t length = part->geometry->erase_bytes;
    mr_status_t status = refusal(part);

    if (status != MR_OK)
        return status;
    if (is_outside(part, offset, length) || offset % length != 0) {
        part->broken_rule = "erases no unit";
        return MR_ERROR;
    }
    (void)actions_done(part, 1);
    ++part->erases;
    if (part->is_off) {
        tear_erase(part, offset, length);
        return MR_ERROR;
    }
    memset(part->bytes + offset, 0xFF, length);
    memset(part->hanging + offset, 0, length);
    memset(part->is_programmed + offset, 0, length);
    return MR_OK;
}

const mr_flash_driver_t part_driver = { read, program, erase };

void part_open(part_t *part, const mr_flash_geometry_t *geometry)
{
    memset(part, 0, sizeof *part);
    memset(part->bytes, 0xFF, sizeof part->bytes);
    part->geometry = geometry;
}

void part_restart(part_t *part, uint32_t actions)
{
    part->is_off = false;
    part->actions_left = actions;
    part->busy_in = 0;
}
