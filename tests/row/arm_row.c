/* A row of a part with an ARM core: ends with 0 where all is right, else with 1 and the line of the check that failed. The
 * build says which part: ROW_HEADER, DRIVER, PART_ADDRESS, PART_BYTES, PART_PROGRAM_BYTES, PART_PROGRAMS_ONCE,
 * PART_IS_ERASABLE; HAS_LOCK where the model can protect the row, HAS_BLOCK_LOCK where blocks can be locked; PART_CARRIED and
 * PART_CARRIED_WORDS, what must come through erases; EXPECTED_ERASES and EXPECTED_PROGRAMS, with those of the driver's own. */
#include "machine.h"

#include ROW_HEADER

#define PRETEND (*(volatile uint32_t *)0x50000008u)
#define ERASES (*(volatile uint32_t *)0x5000000Cu)
#define PROGRAMS (*(volatile uint32_t *)0x50000010u)
enum { NOTHING = 0, INTERRUPT = 1, LOCKED = 2 };

/* Neither the first unit nor the last, nor the tally's. */
enum { FREE_UNIT = PART_PROGRAMS_ONCE ? PART_PROGRAM_BYTES : PART_PROGRAM_BYTES + 8 };

static const mr_row_geometry_t geometry = {
    .size_bytes = PART_BYTES, .erase_bytes = PART_BYTES, .program_bytes = PART_PROGRAM_BYTES, .programs_once = PART_PROGRAMS_ONCE,
    .is_erasable = PART_IS_ERASABLE
};
static uint8_t buffer[PART_BYTES], expected[PART_BYTES];
static uint32_t carried[PART_CARRIED_WORDS + 1];
static mr_row_t row;

static void check_at(bool is_right, unsigned line, unsigned value)
{
    if (!is_right) {
        machine_put("the check in line ");
        machine_put_number(line);
        machine_put(" failed: ");
        machine_put_number(value);
        machine_put("\n");
        machine_exit(1);
    }
}

#define check(condition) check_at(condition, __LINE__, 0)

static bool holds_expected(void)
{
    unsigned offset;

    for (offset = 0; offset < PART_BYTES; ++offset)
        if (((const volatile uint8_t *)PART_ADDRESS)[offset] != expected[offset])
            return false;
    return true;
}

/* A flush that needs an erase: done, or refused and forgotten. */
static void flush_with_erase(uint8_t first)
{
    if (PART_IS_ERASABLE) {
        check(mr_row_flush(&row) == 1);
        expected[0] = first;
    } else {
        check(mr_row_flush(&row) == MR_LOCKED);
        mr_row_revert(&row);
    }
    check(holds_expected());
}

static void use_tally(void)
{
    int count;

    for (count = 0; count < 65; ++count)
        check(mr_row_tally_increment(&row, PART_PROGRAM_BYTES, 8) == count % 64 + 1);
    expected[PART_PROGRAM_BYTES] = 0xFE;
    check(holds_expected());
}

static void use_row(void)
{
    static const uint8_t text[] = { 1, 2, 3, 4, 5 };
    unsigned index;

    mr_row_open(&row, &DRIVER, &geometry, (void *)PART_ADDRESS, buffer);
    check(mr_row_write(&row, 0, 0x55) == 1);
    expected[0] = 0x55;
    check(mr_row_write(&row, 0, 0x54) == !PART_PROGRAMS_ONCE);
    if (PART_PROGRAMS_ONCE)
        flush_with_erase(0x54);
    else
        expected[0] = 0x54;
    check(mr_row_put(&row, PART_BYTES - 5, text, 5) == 1);
    for (index = 0; index < 5; ++index)
        expected[PART_BYTES - 5 + index] = text[index];
    check(holds_expected());
    check(mr_row_write(&row, 0, 0xAA) == 0);
    flush_with_erase(0xAA);
    if (PART_IS_ERASABLE && !PART_PROGRAMS_ONCE)
        use_tally();
    PRETEND = INTERRUPT;
    check(mr_row_write(&row, FREE_UNIT, 7) == MR_IN_INTERRUPT);
    PRETEND = NOTHING;
    check(mr_row_flush(&row) == 1);
    expected[FREE_UNIT] = 7;
    check(holds_expected());
#if defined HAS_LOCK
    PRETEND = LOCKED;
    check(mr_row_stage(&row, PART_PROGRAM_BYTES, text, 1) == 1);
    check(mr_row_flush(&row) == MR_LOCKED);
    PRETEND = NOTHING;
    mr_row_revert(&row);
#endif
#if defined HAS_BLOCK_LOCK
    check(mr_stm32f4_otp_lock((void *)PART_ADDRESS, 40) == MR_OK);
    check(mr_stm32f4_otp_lock((void *)PART_ADDRESS, 40) == MR_OK);
    check(mr_stm32f4_otp_lock((void *)PART_ADDRESS, PART_BYTES) == MR_OUT_OF_RANGE);
    check(mr_row_write(&row, 63, 7) == MR_LOCKED);
    mr_row_revert(&row);
    check(mr_row_write(&row, 64, 7) == 1);
    expected[64] = 7;
    check(holds_expected());
#endif
}

int main(void)
{
    const volatile uint32_t *before = (const volatile uint32_t *)PART_CARRIED;
    int index;

    for (index = 0; index < PART_BYTES; ++index)
        expected[index] = 0xFF;
    for (index = 0; index < PART_CARRIED_WORDS; ++index)
        carried[index] = before[index];
    use_row();
    for (index = 0; index < PART_CARRIED_WORDS; ++index)
        check(before[index] == carried[index] || (uint32_t)(uintptr_t)(before + index) - PART_ADDRESS < PART_BYTES);
    check_at(ERASES == EXPECTED_ERASES, __LINE__, ERASES);
    check_at(PROGRAMS == EXPECTED_PROGRAMS, __LINE__, PROGRAMS);
    return 0;
}
