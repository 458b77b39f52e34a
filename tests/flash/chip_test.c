/* Tests a chip's flash driver on the chip or a model of it: CHIP_HEADER, CHIP_DRIVER, CHIP_CONTEXT and the geometry (CHIP_ERASE,
 * CHIP_PAGE, CHIP_PROGRAM, CHIP_ONCE) come with the compiler's options; three erase units are used. CHIP_LOCKED is the offset of
 * a unit that is protected, where there is one. Prints "CASE: ok" or "CASE: line N"; the status is the number of failures. */
#include "machine.h"
#include CHIP_HEADER
#include "memreg/flash_block.h"

#define CHECK(condition) ((condition) || failed_line != 0 ? (void)0 : (void)(failed_line = __LINE__))

enum { UNITS = 3, MOST_BYTES = 256 };

static const mr_flash_geometry_t geometry = { UNITS * CHIP_ERASE, CHIP_ERASE, CHIP_PAGE, CHIP_PROGRAM, CHIP_ONCE };
static const mr_flash_t flash = { &CHIP_DRIVER, &geometry, (void *)(uintptr_t)(CHIP_CONTEXT) };
static uint8_t written[MOST_BYTES], back[MOST_BYTES];
static unsigned failed_line, failed_cases;

static mr_status_t read(uint32_t offset, size_t length)
{
    return flash.driver->read(flash.context, offset, back, length);
}

static mr_status_t program(uint32_t offset, size_t length)
{
    return flash.driver->program(flash.context, offset, written, length);
}

static mr_status_t erase(uint32_t offset)
{
    return flash.driver->erase(flash.context, offset);
}

static bool is_filled(uint32_t offset, size_t length, uint8_t value)
{
    size_t index;

    if (read(offset, length) != MR_OK)
        return false;
    for (index = 0; index < length && back[index] == value; ++index)
        continue;
    return index == length;
}

static void test_erase(void)
{
    CHECK(erase(0) == MR_OK && erase(CHIP_ERASE) == MR_OK && erase(2 * CHIP_ERASE) == MR_OK);
    CHECK(is_filled(0, 64, 0xFF) && is_filled(UNITS * CHIP_ERASE - 64, 64, 0xFF));
}

/* A page, a unit, the last unit; erases take their own unit only. */
static void test_program(void)
{
    unsigned index;

    for (index = 0; index < MOST_BYTES; ++index)
        written[index] = (uint8_t)(index * 37 + 11);
    CHECK(program(CHIP_ERASE, CHIP_PAGE < MOST_BYTES ? CHIP_PAGE : MOST_BYTES) == MR_OK);
    CHECK(read(CHIP_ERASE, 64) == MR_OK);
    for (index = 0; index < 64; ++index)
        CHECK(back[index] == written[index]);
    CHECK(is_filled(CHIP_ERASE - 32, 32, 0xFF));
    CHECK(program(3 * CHIP_ERASE - CHIP_PROGRAM, CHIP_PROGRAM) == MR_OK);
    CHECK(read(3 * CHIP_ERASE - CHIP_PROGRAM, CHIP_PROGRAM) == MR_OK && back[0] == written[0]
          && back[CHIP_PROGRAM - 1] == written[CHIP_PROGRAM - 1]);
    CHECK(read(CHIP_ERASE + 5, 3) == MR_OK && back[0] == written[5] && back[2] == written[7]);
#if !CHIP_ONCE
    written[0] = 0;
    CHECK(program(CHIP_ERASE, CHIP_PROGRAM) == MR_OK && read(CHIP_ERASE, 1) == MR_OK && back[0] == 0);
#endif
    CHECK(erase(CHIP_ERASE) == MR_OK && is_filled(CHIP_ERASE, 64, 0xFF));
    CHECK(read(3 * CHIP_ERASE - CHIP_PROGRAM, 1) == MR_OK && back[0] == (uint8_t)11);
}

static void test_block(void)
{
    static const mr_flash_block_config_t config = {
        &flash, 0, 0x5EED, UNITS, 21, MR_FLASH_BLOCK_SLOT_BYTES(21, CHIP_PROGRAM),
        MR_FLASH_BLOCK_SLOT_COUNT(21, CHIP_PROGRAM, CHIP_ERASE) > 100 ? 100 : MR_FLASH_BLOCK_SLOT_COUNT(21, CHIP_PROGRAM, CHIP_ERASE)
    };
    mr_flash_block_t block;
    uint8_t data[21] = { 0 };
    unsigned turn;

    CHECK(erase(0) == MR_OK && erase(CHIP_ERASE) == MR_OK && erase(2 * CHIP_ERASE) == MR_OK);
    CHECK(mr_flash_block_open(&block, &config, data) == MR_FRESH);
    for (turn = 1; turn < 110; ++turn) {
        data[turn % 21] = (uint8_t)turn;
        CHECK(mr_flash_block_flush(&block, data) == MR_OK);
    }
    memset(data, 0, sizeof data);
    CHECK(mr_flash_block_open(&block, &config, data) == MR_OK && data[109 % 21] == 109 && data[108 % 21] == 108);
}

#if defined CHIP_LOCKED
#define PROTECT_LAST_UNIT (*(volatile uint32_t *)0x50000008u)

static void test_locked(void)
{
    CHECK(erase(CHIP_LOCKED) == MR_OK);
    PROTECT_LAST_UNIT = 1;
    written[0] = 0;
    CHECK(program(CHIP_LOCKED, CHIP_PROGRAM) == MR_LOCKED && erase(CHIP_LOCKED) == MR_LOCKED);
    CHECK(is_filled(CHIP_LOCKED, 16, 0xFF));
    CHECK(erase(0) == MR_OK && program(0, CHIP_PROGRAM) == MR_OK);
}
#endif

static void run(const char *name, void (*test)(void))
{
    failed_line = 0;
    test();
    failed_cases += failed_line != 0;
    machine_put(name);
    machine_put(failed_line == 0 ? ": ok" : ": line ");
    if (failed_line != 0)
        machine_put_number(failed_line);
    machine_put("\n");
}

int main(void)
{
    run("erase", test_erase);
    run("program", test_program);
    run("block", test_block);
#if defined CHIP_LOCKED
    run("locked", test_locked);
#endif
    return (int)failed_cases;
}
