/* Updates of simulated rows go in, the erases and programmed bytes that they cost come out, beside the least that the part's
 * rules allow from one flush to the next; exit status 1 where a row did not hold what was written. */
#include <stdio.h>
#include <string.h>

#include "medium.h"

enum { UPDATES = 1000, USED_BYTES = 32 };

static const struct { const char *name; mr_row_geometry_t geometry; } parts[] = {
    { "AVR Dx user row: 32 bytes, erased at once, programmed by the byte",
      { .size_bytes = 32, .erase_bytes = 32, .program_bytes = 1, .is_erasable = true } },
    { "EEPROM: bytes erased one by one",
      { .size_bytes = 64, .erase_bytes = 1, .program_bytes = 1, .is_erasable = true } },
    { "nRF52 CUSTOMER: 128 bytes, words programmed once between erases",
      { .size_bytes = 128, .erase_bytes = 128, .program_bytes = 4, .programs_once = true, .is_erasable = true } },
    { "SAMD21 user row: 192 bytes, pages of 64 programmed once",
      { .size_bytes = 192, .erase_bytes = 192, .program_bytes = 64, .programs_once = true, .is_erasable = true } },
};

static medium_t medium;
static mr_row_t row;
static uint8_t buffer[MEDIUM_MOST_BYTES], wanted[MEDIUM_MOST_BYTES];
static unsigned least_erases, least_programmed_bytes;

static uint32_t random_below(uint32_t limit)
{
    static uint32_t state = 1;

    state = state * 1664525u + 1013904223u;
    return (state >> 8) % limit;
}

static void fill_at_random(size_t offset, size_t length)
{
    while (length-- > 0)
        wanted[offset++] = (uint8_t)random_below(256);
}

/* Whether a program unit must be erased before it can hold what is wanted. */
static bool unit_needs_erase(size_t unit)
{
    const mr_row_geometry_t *part = medium.geometry;
    bool differs = memcmp(wanted + unit, medium.bytes + unit, part->program_bytes) != 0;
    size_t offset;

    for (offset = unit; offset < unit + part->program_bytes; ++offset)
        if ((wanted[offset] & ~medium.bytes[offset]) != 0)
            return true;
    return differs && part->programs_once && medium.programs[unit] != 0;
}

/* Adds what is needed at least to get from the part's contents to the wanted ones. */
static void add_least(void)
{
    const mr_row_geometry_t *part = medium.geometry;
    size_t first, unit, offset;

    for (first = 0; first < part->size_bytes; first += part->erase_bytes) {
        bool erases = false;

        for (unit = first; unit < first + part->erase_bytes; unit += part->program_bytes)
            erases |= unit_needs_erase(unit);
        least_erases += erases;
        for (unit = first; unit < first + part->erase_bytes; unit += part->program_bytes)
            for (offset = unit; offset < unit + part->program_bytes; ++offset)
                if (wanted[offset] != (erases ? 0xFF : medium.bytes[offset])) {
                    least_programmed_bytes += part->program_bytes;
                    break;
                }
    }
}

static void put(size_t offset, size_t length)
{
    add_least();
    mr_row_put(&row, offset, wanted + offset, length);
}

static void unchanged(unsigned turn) { (void)turn; put(0, USED_BYTES); }
static void one_byte(unsigned turn) { size_t at = random_below(USED_BYTES); (void)turn; fill_at_random(at, 1); put(at, 1); }
static void twenty_bytes(unsigned turn) { size_t at = random_below(13); (void)turn; fill_at_random(at, 20); put(at, 20); }
static void put_all(unsigned turn) { (void)turn; fill_at_random(0, USED_BYTES); put(0, USED_BYTES); }

static void scattered(unsigned turn)
{
    size_t index;

    (void)turn;
    fill_at_random(0, USED_BYTES);
    add_least();
    for (index = 0; index < USED_BYTES; ++index)
        mr_row_stage(&row, index, wanted + index, 1);
}

static void counter(unsigned turn)
{
    size_t index;

    for (index = 0; index < 4; ++index)
        wanted[index] = (uint8_t)(turn >> 8 * index);
    put(0, 4);
}

/* A tally's least: the next bit, or all of them after an erase. */
static void tally(unsigned turn)
{
    if (turn % (8 * USED_BYTES) == 0)
        memset(wanted, 0xFF, USED_BYTES);
    wanted[turn / 8 % USED_BYTES] &= (uint8_t)(wanted[turn / 8 % USED_BYTES] - 1);
    add_least();
    mr_row_tally_increment(&row, 0, USED_BYTES);
}

static void invert_all(unsigned turn)
{
    size_t index;

    (void)turn;
    for (index = 0; index < USED_BYTES; ++index)
        wanted[index] = (uint8_t)~wanted[index];
    put(0, USED_BYTES);
}

static const struct { const char *name; void (*update)(unsigned turn); bool begins_blank; } patterns[] = {
    { "unchanged writes", unchanged, false }, { "one random byte", one_byte, false },
    { "20 random bytes, one put", twenty_bytes, false }, { "32 random bytes, staged singly", scattered, false },
    { "32 random bytes, one put", put_all, false }, { "32-bit counter", counter, false },
    { "256-bit tally", tally, true }, { "invert 32 bytes", invert_all, false },
};

/* True where the row held what was written after each flush. */
static bool run(size_t part, size_t pattern)
{
    unsigned turn, erases, programmed_bytes;
    bool is_right = true;

    medium_open(&medium, &parts[part].geometry);
    mr_row_open(&row, &medium_driver, &parts[part].geometry, &medium, buffer);
    memset(wanted, 0xFF, sizeof wanted);
    if (!patterns[pattern].begins_blank) {
        fill_at_random(0, USED_BYTES);
        mr_row_put(&row, 0, wanted, USED_BYTES);
        mr_row_flush(&row);
    }
    erases = medium.erases;
    programmed_bytes = medium.programmed_bytes;
    least_erases = least_programmed_bytes = 0;
    for (turn = 0; turn < UPDATES; ++turn) {
        patterns[pattern].update(turn);
        is_right &= mr_row_flush(&row) >= 0;
        is_right &= memcmp(medium.bytes, wanted, parts[part].geometry.size_bytes) == 0 && medium.broken_rule == NULL;
    }
    printf("  %-32s %7u %7u %9u %9u%s\n", patterns[pattern].name, medium.erases - erases, least_erases,
           medium.programmed_bytes - programmed_bytes, least_programmed_bytes, is_right ? "" : "  WRONG CONTENTS");
    return is_right;
}

int main(void)
{
    bool is_right = true;
    size_t part, pattern;

    for (part = 0; part < sizeof parts / sizeof parts[0]; ++part) {
        printf("%s; %u updates\n  %-32s %7s %7s %9s %9s\n", parts[part].name, (unsigned)UPDATES, "", "erases", "least",
               "programmed", "least");
        for (pattern = 0; pattern < sizeof patterns / sizeof patterns[0]; ++pattern)
            is_right &= run(part, pattern);
    }
    return is_right ? 0 : 1;
}
