/* Tests rows on simulated parts. In: a case's name. Out: what failed on standard error, exit status 1; nothing and 0 where
 * all is right; `list` prints the names. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "medium.h"

#define CHECK(condition) ((condition) ? (void)0 : fail(#condition, __LINE__))

static const char *part_name = "no part";

static void fail(const char *what, int line)
{
    fprintf(stderr, "on %s, line %d: %s\n", part_name, line, what);
    exit(1);
}

static uint32_t random_state = 1;

static uint32_t random_below(uint32_t limit)
{
    random_state = random_state * 1664525u + 1013904223u;
    return (random_state >> 8) % limit;
}

static const mr_row_range_t samd21_kept[] = { { 0, 64 } };
static const mr_row_range_t around[] = { { 0, 16 }, { 48, 64 } };

/* Name, size, erase, program, once, erasable, kept ranges. */
#define PARTS(P) \
    P(avr_dx, 32, 32, 1, false, true, 0, NULL) \
    P(avr_du, 512, 512, 1, false, true, 0, NULL) \
    P(eeprom, 64, 1, 1, false, true, 0, NULL) \
    P(samd21, 256, 256, 64, true, true, 1, samd21_kept) \
    P(words_around, 64, 64, 4, true, true, 2, around) \
    P(words, 128, 64, 4, false, true, 0, NULL) \
    P(otp, 32, 32, 1, false, false, 0, NULL) \
    P(otp_once, 64, 64, 8, true, false, 0, NULL)

#define GEOMETRY(name, size, erase, program, once, erasable, kept_ranges, ranges) \
    { size, erase, program, once, erasable, kept_ranges, ranges },
static const mr_row_geometry_t parts[] = { PARTS(GEOMETRY) };
#define NAME(name, size, erase, program, once, erasable, kept_ranges, ranges) #name,
static const char *const part_names[] = { PARTS(NAME) };
enum { PART_COUNT = sizeof parts / sizeof parts[0], AVR_DX = 0, EEPROM = 2, WORDS_AROUND = 4, WORDS = 5, OTP = 6 };

static medium_t medium;
static mr_row_t row;
static uint8_t buffer[MEDIUM_MOST_BYTES], model[MEDIUM_MOST_BYTES];

static bool is_kept(const mr_row_geometry_t *part, size_t offset)
{
    unsigned index;

    for (index = 0; index < part->kept_count; ++index)
        if (offset >= part->kept[index].first && offset < part->kept[index].end)
            return true;
    return false;
}

static void open_part(size_t part)
{
    size_t offset;

    part_name = part_names[part];
    medium_open(&medium, &parts[part]);
    for (offset = 0; offset < parts[part].size_bytes; ++offset)
        if (is_kept(&parts[part], offset)) {
            medium.bytes[offset] = (uint8_t)(offset * 7 + 1);
            medium.programs[offset] = 1;
        }
    mr_row_open(&row, &medium_driver, &parts[part], &medium, buffer);
    memcpy(model, medium.bytes, sizeof model);
}

/* What the part's rules ask for at least to get from its contents to the model's. */
static mr_row_plan_t minimum(void)
{
    const mr_row_geometry_t *part = medium.geometry;
    mr_row_plan_t least = { 0, 0 };
    size_t first, unit, offset;

    for (first = 0; first < part->size_bytes; first += part->erase_bytes) {
        bool erases = false;

        for (unit = first; unit < first + part->erase_bytes; unit += part->program_bytes)
            for (offset = unit; offset < unit + part->program_bytes; ++offset)
                if ((model[offset] & ~medium.bytes[offset]) != 0 ||
                    (part->programs_once && model[offset] != medium.bytes[offset] && medium.programs[unit] != 0))
                    erases = true;
        least.erases += erases;
        for (unit = first; unit < first + part->erase_bytes; unit += part->program_bytes) {
            bool programs = false;

            for (offset = unit; offset < unit + part->program_bytes; ++offset)
                programs |= model[offset] != (erases ? 0xFF : medium.bytes[offset]);
            least.programmed_bytes += programs ? part->program_bytes : 0u;
        }
    }
    return least;
}

static int count_differing(void)
{
    int differing = 0;
    size_t offset;

    for (offset = 0; offset < medium.geometry->size_bytes; ++offset)
        differing += model[offset] != medium.bytes[offset];
    return differing;
}

static void check_reads(void)
{
    uint8_t bytes[MEDIUM_MOST_BYTES];

    CHECK(mr_row_get(&row, 0, bytes, medium.geometry->size_bytes) == MR_OK);
    CHECK(memcmp(bytes, model, medium.geometry->size_bytes) == 0);
    CHECK(mr_row_length(&row) == medium.geometry->size_bytes);
    for (size_t offset = 0; offset < mr_row_length(&row); ++offset)
        CHECK(mr_row_read(&row, offset) == model[offset]);
    CHECK(mr_row_read(&row, mr_row_length(&row)) == MR_OUT_OF_RANGE);
    CHECK(mr_row_pending(&row) == (size_t)count_differing());
    if (medium.broken_rule != NULL)
        fail(medium.broken_rule, __LINE__);
}

/* Flushes, and compares the price with the plan and the minimum. */
static void flush(void)
{
    mr_row_plan_t least = minimum(), plan;
    unsigned erases = medium.erases, programmed_bytes = medium.programmed_bytes;
    int differing = count_differing(), result;

    mr_row_plan(&row, &plan);
    CHECK(plan.erases == least.erases);
    CHECK(plan.programmed_bytes == least.programmed_bytes);
    CHECK(medium.erases == erases && medium.programmed_bytes == programmed_bytes);
    result = mr_row_flush(&row);
    if (plan.erases != 0 && !medium.geometry->is_erasable) {
        CHECK(result == MR_LOCKED);
        CHECK(medium.programmed_bytes == programmed_bytes);
        mr_row_revert(&row);
        memcpy(model, medium.bytes, sizeof model);
    } else {
        CHECK(result == differing);
        CHECK(medium.erases - erases == least.erases);
        CHECK(medium.programmed_bytes - programmed_bytes == least.programmed_bytes);
        CHECK(memcmp(medium.bytes, model, medium.geometry->size_bytes) == 0);
    }
    check_reads();
}

/* Puts the model's bytes of a range, and compares what was paid with the minimum. */
static void put(size_t offset, size_t length)
{
    bool was_pending = false;
    mr_row_plan_t least = minimum();
    unsigned erases = medium.erases, programmed_bytes = medium.programmed_bytes;
    bool differs = memcmp(medium.bytes + offset, model + offset, length) != 0;
    size_t other;
    int result;

    for (other = 0; other < medium.geometry->size_bytes; ++other)
        if ((other < offset || other >= offset + length) && model[other] != medium.bytes[other])
            was_pending = true;
    result = mr_row_put(&row, offset, model + offset, length);
    CHECK(medium.erases == erases);
    if (!differs || (!was_pending && least.erases == 0)) {
        CHECK(result == 1);
        CHECK(memcmp(medium.bytes + offset, model + offset, length) == 0);
        CHECK(medium.programmed_bytes - programmed_bytes == (differs ? least.programmed_bytes : 0u));
    } else {
        CHECK(result == 0);
        CHECK(medium.programmed_bytes == programmed_bytes);
    }
}

static void change_at_random(void)
{
    size_t size = medium.geometry->size_bytes;
    size_t offset = random_below((uint32_t)size);
    size_t length = 1 + random_below((uint32_t)(random_below(2) ? size - offset : 1)), at;

    for (at = offset; at < offset + length; ++at)
        if (is_kept(medium.geometry, at)) {
            uint8_t bytes[MEDIUM_MOST_BYTES] = { 0 };
            CHECK(mr_row_put(&row, offset, bytes, length) == MR_LOCKED);
            return;
        }
    for (at = offset; at < offset + length; ++at)
        switch (random_below(4)) {
        case 0: model[at] = (uint8_t)random_below(256); break;
        case 1: model[at] = (uint8_t)(model[at] & random_below(256)); break;
        case 2: model[at] = medium.bytes[at]; break;
        default: break;
        }
    put(offset, length);
}

static void test_random(void)
{
    size_t part;
    unsigned turn, index;
    uint8_t byte = 0;

    for (part = 0; part < PART_COUNT; ++part) {
        open_part(part);
        for (turn = 0; turn < 20000; ++turn) {
            switch (random_below(16)) {
            case 0: flush(); break;
            case 1: mr_row_revert(&row); memcpy(model, medium.bytes, sizeof model); break;
            case 2: mr_row_open(&row, &medium_driver, &parts[part], &medium, buffer);
                    memcpy(model, medium.bytes, sizeof model); break;
            case 3:
                if (medium.geometry->is_erasable && random_below(4) == 0) {
                    for (index = 0; index < medium.geometry->size_bytes; ++index)
                        if (!is_kept(medium.geometry, index))
                            model[index] = 0xFF;
                    CHECK(mr_row_erase(&row) >= 0);
                    CHECK(count_differing() == 0);
                }
                break;
            default: change_at_random();
            }
            check_reads();
        }
        CHECK(mr_row_write(&row, medium.geometry->size_bytes, 0) == MR_OUT_OF_RANGE);
        CHECK(mr_row_put(&row, medium.geometry->size_bytes - 1u, &byte, 2) == MR_OUT_OF_RANGE);
        CHECK(mr_row_put(&row, 1, &byte, SIZE_MAX) == MR_OUT_OF_RANGE);
        CHECK(mr_row_get(&row, 1, &byte, SIZE_MAX) == MR_OUT_OF_RANGE);
        check_reads();
    }
}

static void fill_at_random(size_t offset, size_t length)
{
    for (; length > 0; --length)
        model[offset++] = (uint8_t)random_below(256);
}

/* The eight ways in which rows are used, each many times on a row that holds something. */
static void update_once(unsigned pattern, unsigned turn)
{
    size_t index, offset;
    uint32_t count = 1000 + turn;

    switch (pattern) {
    case 0: put(0, 32); break;                                                   /* unchanged writes */
    case 1: offset = random_below(32); fill_at_random(offset, 1); put(offset, 1); break;
    case 2: offset = random_below(13); fill_at_random(offset, 20); put(offset, 20); break;
    case 3: fill_at_random(0, 32); for (index = 0; index < 32; ++index) mr_row_stage(&row, index, model + index, 1); break;
    case 4: fill_at_random(0, 32); put(0, 32); break;
    case 5: for (index = 0; index < 4; ++index) model[index] = (uint8_t)(count >> 8 * index); put(0, 4); break;
    case 7: for (index = 0; index < 32; ++index) model[index] = (uint8_t)~model[index]; put(0, 32); break;
    }
}

static void test_patterns(void)
{
    unsigned pattern, turn;

    for (pattern = 0; pattern < 8; ++pattern) {
        if (pattern == 6)
            continue; /* the tally has a case of its own */
        open_part(AVR_DX);
        fill_at_random(0, 32);
        put(0, 32);
        flush();
        for (turn = 0; turn < 500; ++turn) {
            update_once(pattern, turn);
            check_reads();
            flush();
        }
        fprintf(stderr, "pattern %u: %u erases, %u programmed bytes in 500 updates\n", pattern, medium.erases,
                medium.programmed_bytes);
    }
}

static void test_tally(void)
{
    unsigned count, round;

    open_part(AVR_DX);
    CHECK(mr_row_tally(&row, 0, 32) == 0);
    for (round = 0; round < 5; ++round)
        for (count = 1; count <= 256; ++count) {
            CHECK(mr_row_tally_increment(&row, 0, 32) == (int)count);
            CHECK(mr_row_tally(&row, 0, 32) == (int)count);
            CHECK(mr_row_pending(&row) == 0);
            CHECK(medium.erases == round);
            CHECK(medium.programmed_bytes == round * 256 + count);
        }
    CHECK(mr_row_tally_increment(&row, 31, 2) == MR_OUT_OF_RANGE);
    CHECK(mr_row_tally_increment(&row, 0, 0) == MR_OUT_OF_RANGE);
    CHECK(mr_row_tally(&row, 33, 1) == MR_OUT_OF_RANGE);
}

static void test_states(void)
{
    static const mr_status_t states[] = { MR_IN_INTERRUPT, MR_LOCKED, MR_BUSY };
    size_t index;

    for (index = 0; index < 3; ++index) {
        open_part(AVR_DX);
        medium.state = states[index];
        CHECK(mr_row_flush(&row) == 0);
        CHECK(mr_row_write(&row, 3, 0xFF) == 1);
        CHECK(mr_row_write(&row, 3, 0x55) == (int)states[index]);
        CHECK(mr_row_flush(&row) == (int)states[index]);
        CHECK(mr_row_pending(&row) == 1 && medium.programmed_bytes == 0);
        medium.state = MR_OK;
        CHECK(mr_row_flush(&row) == 1);
        CHECK(medium.bytes[3] == 0x55);
    }
    open_part(AVR_DX);
    medium.is_stuck = true;
    CHECK(mr_row_write(&row, 3, 0x55) == MR_WORN);
    CHECK(mr_row_pending(&row) == 1);
    open_part(OTP);
    CHECK(mr_row_update(&row, 3, 0x55) == 1);
    CHECK(mr_row_write(&row, 3, 0x56) == 0);
    CHECK(mr_row_flush(&row) == MR_LOCKED);
    mr_row_revert(&row);
    CHECK(mr_row_write(&row, 3, 0x51) == 1);
    CHECK(medium.erases == 0 && medium.programmed_bytes == 2);
}

/* What a row may hold after a cut: with no erase old or new bytes; with one also blank ones. */
static void check_after_cut(const uint8_t *old, bool was_erased)
{
    const mr_row_geometry_t *part = medium.geometry;
    size_t offset;

    for (offset = 0; offset < part->size_bytes; ++offset) {
        uint8_t now = medium.bytes[offset];

        CHECK(now == old[offset] || now == model[offset] || (was_erased && now == 0xFF));
        if (is_kept(part, offset) && !was_erased)
            CHECK(now == old[offset]);
    }
}

/* Each kept byte is in the row before any other byte is programmed. */
static void check_kept_first(const uint8_t *old)
{
    const mr_row_geometry_t *part = medium.geometry;
    bool lacks_kept = false, has_other = false;
    size_t offset;

    for (offset = 0; offset < part->size_bytes; ++offset)
        if (is_kept(part, offset))
            lacks_kept |= medium.bytes[offset] != old[offset];
        else
            has_other |= medium.bytes[offset] != 0xFF && medium.bytes[offset] != old[offset];
    CHECK(!(lacks_kept && has_other));
}

static void cut_once(size_t part, long actions, bool is_torn, bool *is_complete)
{
    uint8_t old[MEDIUM_MOST_BYTES];
    size_t first = parts[part].kept_count != 0 ? parts[part].kept[0].end : 0u;
    size_t length = parts[part].kept_count > 1 ? parts[part].kept[1].first - first : parts[part].size_bytes - first;
    bool would_erase;

    open_part(part);
    fill_at_random(first, length);
    CHECK(mr_row_stage(&row, first, model + first, length) >= 0);
    CHECK(mr_row_flush(&row) >= 0);
    memcpy(old, medium.bytes, sizeof old);
    fill_at_random(first, length);
    if (random_below(2) && !parts[part].programs_once)
        for (length += first; length-- > first;)
            model[length] &= old[length];
    CHECK(mr_row_stage(&row, first, model + first, parts[part].kept_count > 1 ? 32 : parts[part].size_bytes - first) >= 0);
    would_erase = minimum().erases != 0;
    medium.actions_left = actions;
    medium.is_torn = is_torn;
    *is_complete = mr_row_flush(&row) >= 0;
    CHECK(medium.broken_rule == NULL);
    medium.actions_left = -1;
    check_after_cut(old, would_erase);
    if (!is_torn)
        check_kept_first(old);
    if (*is_complete)
        CHECK(memcmp(medium.bytes, model, parts[part].size_bytes) == 0);
    if (is_torn && parts[part].programs_once)
        memset(medium.programs, 0, sizeof medium.programs); /* the torn unit counts as it reads */
    /* After the restart: what was to be written is written again, by a caller that still has it. */
    if (parts[part].kept_count == 0) {
        mr_row_open(&row, &medium_driver, &parts[part], &medium, buffer);
        CHECK(mr_row_stage(&row, 0, model, parts[part].size_bytes) >= 0);
        CHECK(mr_row_flush(&row) >= 0);
        CHECK(memcmp(medium.bytes, model, parts[part].size_bytes) == 0);
        CHECK(medium.broken_rule == NULL);
    }
}

static void test_power(void)
{
    size_t part;
    unsigned torn, round;

    for (part = 0; part < PART_COUNT; ++part)
        for (torn = 0; torn < 2 && parts[part].is_erasable; ++torn)
            for (round = 0; round < 4; ++round) {
                bool is_complete = false;
                long actions;

                for (actions = 0; !is_complete; ++actions)
                    cut_once(part, actions, torn != 0, &is_complete);
                CHECK(actions > 2);
            }
}

/* ---- wear */

static void test_wear(void)
{
    unsigned turn;

    open_part(AVR_DX);
    CHECK(mr_row_wear(&row, 0) == 0);
    for (turn = 0; turn < 1000; ++turn) {
        uint8_t bytes[28];
        size_t index, length = 1 + random_below(28);
        unsigned programmed_bytes = medium.programmed_bytes;
        mr_row_plan_t plan;

        for (index = 0; index < length; ++index)
            bytes[index] = (uint8_t)random_below(256);
        CHECK(mr_row_stage(&row, 4, bytes, length) >= 0);
        mr_row_plan(&row, &plan);
        CHECK(mr_row_flush_counted(&row, 0) >= 0);
        CHECK(memcmp(medium.bytes + 4, bytes, length) == 0);
        CHECK(mr_row_wear(&row, 0) == medium.erases && medium.broken_rule == NULL);
        CHECK(medium.programmed_bytes - programmed_bytes <= plan.programmed_bytes + 4);
    }
    CHECK(medium.erases > 900);
    CHECK(mr_row_flush_counted(&row, 29) == MR_OUT_OF_RANGE && mr_row_wear(&row, 29) == 0);
    open_part(WORDS_AROUND);
    CHECK(mr_row_flush_counted(&row, 16) == 0);
    CHECK(mr_row_stage(&row, 20, "x", 1) == 1 && mr_row_flush(&row) == 1);
    CHECK(mr_row_stage(&row, 20, "y", 1) == 1);
    CHECK(mr_row_flush_counted(&row, 0) == MR_LOCKED);
    CHECK(mr_row_flush_counted(&row, 16) >= 1 && mr_row_wear(&row, 16) == 1);
}

/* ---- blocks with a guard, as generated code has them: fields, sequence number, version, CRC-32 */

enum { FIELD_BYTES = 16, SEQUENCE = FIELD_BYTES, VERSION, CRC, BLOCK_BYTES = CRC + 4 };

static uint32_t crc_of(const uint8_t *block)
{
    uint32_t crc = 0x5AC3F00Du;
    unsigned index, bit;

    for (index = 0; index < CRC; ++index)
        for (crc ^= block[index], bit = 0; bit < 8; ++bit)
            crc = crc >> 1 ^ ((crc & 1) != 0 ? 0xEDB88320u : 0u);
    return crc;
}

static uint32_t word_of(const uint8_t *bytes)
{
    return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

static void seal(uint8_t *block)
{
    unsigned index;

    block[VERSION] = 1;
    for (index = 0; index < 4; ++index)
        block[CRC + index] = (uint8_t)(crc_of(block) >> 8 * index);
}

static bool is_whole(const uint8_t *block)
{
    return block[VERSION] == 1 && word_of(block + CRC) == crc_of(block);
}

/* The fields of the n-th image: its number first, then what follows from it. Some differ from the last in few bits. */
static void make_image(uint8_t *block, uint32_t number)
{
    size_t index;

    for (index = 0; index < 4; ++index)
        block[index] = (uint8_t)(number >> 8 * index);
    for (; index < FIELD_BYTES; ++index)
        block[index] = (uint8_t)(number % 3 != 0 ? 0xA5u + index : (number * 2654435761u) >> index);
}

static uint32_t number_of(const uint8_t *block)
{
    return word_of(block);
}

/* Whether the fields are an image's: a torn block that its guard approves is not. */
static bool is_image(const uint8_t *block)
{
    uint8_t right[BLOCK_BYTES];

    make_image(right, number_of(block));
    return memcmp(right, block, FIELD_BYTES) == 0;
}

static const size_t *copies;

/* As generated code finds the newer copy: 2 where none is whole. */
static unsigned newest(void)
{
    const uint8_t *first = buffer + copies[0], *second = buffer + copies[1];

    if (is_whole(first) && is_whole(second))
        return (uint8_t)(second[SEQUENCE] - first[SEQUENCE]) == 1;
    return is_whole(first) ? 0 : is_whole(second) ? 1 : 2;
}

static int save(uint32_t number)
{
    unsigned now = newest();
    mr_row_turn_t turn = { BLOCK_BYTES, 0, 0, false };
    unsigned erases = medium.erases, programmed_bytes = medium.programmed_bytes;
    uint8_t block[BLOCK_BYTES];
    mr_row_plan_t plan;
    int result;

    turn.newer = (uint16_t)copies[now & 1];
    turn.older = (uint16_t)copies[now == 2 ? 0 : !now];
    turn.is_older_whole = is_whole(buffer + turn.older);
    make_image(block, number);
    block[SEQUENCE] = (uint8_t)(now == 2 ? 0 : buffer[turn.newer + SEQUENCE] + 1);
    seal(block);
    mr_row_turn_plan(&row, &turn, block, &plan);
    result = mr_row_turn(&row, &turn, block);
    if (result >= 0 && !medium.is_unstable) {
        CHECK(medium.erases - erases == plan.erases);
        CHECK(medium.programmed_bytes - programmed_bytes == plan.programmed_bytes);
    }
    return result;
}

/* Saves numbers 1, 2, ..., and power fails at a random action of each but some, again and again, also in what repairs. What
 * a restart finds is what was last completed, or attempted after it. */
static void cut_saves(size_t part, const size_t *places, unsigned rounds, bool is_unstable)
{
    uint32_t completed = 0, number, found;
    unsigned restarts, completions = 0;

    copies = places;
    open_part(part);
    medium.is_unstable = is_unstable;
    CHECK(newest() == 2);
    CHECK(save(0) >= 0);
    for (number = 1; number < rounds; ++number) {
        medium.actions_left = random_below(8) == 0 ? -1 : (long)random_below(random_below(2) ? 30 : 90);
        medium.is_torn = random_below(4) != 0;
        if (save(number) >= 0) {
            completed = number;
            ++completions;
            CHECK(newest() != 2 && number_of(buffer + copies[newest()]) == number);
        }
        if (medium.actions_left < 0 && random_below(2) == 0)
            continue; /* no restart */
        medium.actions_left = -1;
        for (restarts = 1 + random_below(3); restarts > 0; --restarts) {
            mr_row_open(&row, &medium_driver, &parts[part], &medium, buffer);
            CHECK(newest() != 2);
            CHECK(is_image(buffer + copies[newest()]));
            found = number_of(buffer + copies[newest()]);
            CHECK(found >= completed && found <= number);
        }
        CHECK(medium.broken_rule == NULL);
    }
    CHECK(completions > rounds / 10);
}

/* Where all that changes are bits that rise, the last action is a program nevertheless. */
static void turn_to_ones(void)
{
    static const uint8_t old[] = { 0x12, 0x34, 0x00, 0x56 }, new[] = { 0xFF, 0xFF, 0x00, 0xFF };
    mr_row_turn_t turn = { sizeof old, 8, 20, true };

    open_part(EEPROM);
    CHECK(mr_row_put(&row, turn.older, old, sizeof old) == 1);
    CHECK(mr_row_turn(&row, &turn, new) >= 0);
    CHECK(memcmp(medium.bytes + turn.older, new, sizeof new) == 0 && medium.has_programmed_last);
}

/* A part that takes no program any more: that is told, and nothing is pending. */
static void wear_turns(void)
{
    static const uint8_t block[] = { 0x12, 0x34, 0x56, 0x78 };
    mr_row_turn_t turn = { sizeof block, 8, 20, false };

    open_part(EEPROM);
    medium.is_stuck = true;
    CHECK(mr_row_turn(&row, &turn, block) == MR_WORN);
    CHECK(mr_row_pending(&row) == 0);
}

/* A part that cannot be programmed now: nothing changes, nothing is pending. */
static void refuse_turns(void)
{
    static const size_t behind[] = { 0, BLOCK_BYTES };
    static const mr_status_t states[] = { MR_IN_INTERRUPT, MR_LOCKED, MR_BUSY };
    size_t index;

    copies = behind;
    open_part(EEPROM);
    CHECK(save(1) >= 0 && save(2) >= 0);
    for (index = 0; index < 3; ++index) {
        unsigned erases = medium.erases, programmed_bytes = medium.programmed_bytes;

        medium.state = states[index];
        CHECK(save(3) == (int)states[index]);
        CHECK(mr_row_pending(&row) == 0 && number_of(buffer + copies[newest()]) == 2);
        CHECK(medium.erases == erases && medium.programmed_bytes == programmed_bytes);
    }
    medium.state = MR_OK;
    CHECK(save(3) >= 0 && number_of(buffer + copies[newest()]) == 3);
}

static void test_mirror(void)
{
    static const size_t behind[] = { 3, 3 + BLOCK_BYTES }, apart[] = { 4, 64 };
    mr_row_turn_t turn = { BLOCK_BYTES, 0, 10, true };
    uint8_t block[BLOCK_BYTES] = { 0 };

    turn_to_ones();
    wear_turns();
    refuse_turns();
    cut_saves(EEPROM, behind, 60000, false);
    cut_saves(EEPROM, behind, 60000, true);
    cut_saves(WORDS, apart, 60000, false);
    cut_saves(WORDS, apart, 60000, true);
    CHECK(mr_row_turn(&row, &turn, block) == MR_BAD_ARGUMENT);
    turn.newer = 120;
    CHECK(mr_row_turn(&row, &turn, block) == MR_OUT_OF_RANGE);
    open_part(WORDS_AROUND);
    turn.newer = turn.older;
    CHECK(mr_row_turn(&row, &turn, block) == MR_LOCKED);
}

/* A single copy in the row's one erase unit: after a cut it is old, new, or its guard says that it is broken. */
static void test_guarded(void)
{
    static const size_t parts_of[] = { AVR_DX, EEPROM, WORDS };
    unsigned part, round, kind, broken_count = 0;

    for (part = 0; part < 3; ++part)
        for (kind = 0; kind < 3; ++kind)
            for (round = 0; round < 200; ++round) {
                bool is_done = false;
                long actions;

                for (actions = 0; !is_done; ++actions) {
                    uint8_t block[BLOCK_BYTES] = { 0 };
                    uint32_t number = random_below(1000);

                    open_part(parts_of[part]);
                    make_image(block, number);
                    seal(block);
                    CHECK(mr_row_stage(&row, 4, block, BLOCK_BYTES) >= 0 && mr_row_flush(&row) >= 0);
                    make_image(block, number + 1);
                    seal(block);
                    CHECK(mr_row_stage(&row, 4, block, BLOCK_BYTES) >= 0);
                    medium.actions_left = actions;
                    medium.is_torn = kind != 0;
                    medium.is_unstable = kind == 2;
                    is_done = mr_row_flush(&row) >= 0;
                    medium.actions_left = -1;
                    mr_row_open(&row, &medium_driver, medium.geometry, &medium, buffer);
                    if (!is_whole(buffer + 4)) {
                        ++broken_count;
                        continue;
                    }
                    CHECK(is_image(buffer + 4));
                    CHECK(number_of(buffer + 4) == number + 1 || (!is_done && number_of(buffer + 4) == number));
                }
            }
    CHECK(broken_count > 1000);
}

static const struct { const char *name; void (*run)(void); } cases[] = {
    { "random", test_random }, { "patterns", test_patterns }, { "tally", test_tally }, { "states", test_states },
    { "power", test_power }, { "wear", test_wear }, { "mirror", test_mirror }, { "guarded", test_guarded }
};

int main(int argument_count, char **arguments)
{
    size_t index;

    for (index = 0; index < sizeof cases / sizeof cases[0]; ++index)
        if (argument_count == 2 && strcmp(arguments[1], cases[index].name) == 0) {
            cases[index].run();
            return 0;
        } else if (argument_count == 2 && strcmp(arguments[1], "list") == 0) {
            puts(cases[index].name);
        }
    return argument_count == 2 && strcmp(arguments[1], "list") == 0 ? 0 : 2;
}
