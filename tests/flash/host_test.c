/* Tests the host's memories. In: a case's name, and files in the folder that MEMREG_HOST_DIR names. Out: what failed on
 * standard error, exit status 1; nothing and 0 where all is right; `list` prints the names. Names that begin with "step-"
 * are parts of a case that tests/flash/run makes of several processes. */
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "host_memory.h"
#include "memreg/flash_block.h"

#define CHECK(condition) ((condition) ? (void)0 : fail(#condition, __LINE__))

enum { SECTOR = 4096 };

static void fail(const char *what, int line)
{
    fprintf(stderr, "line %d: %s\n", line, what);
    exit(1);
}

static mr_host_memory_t flash = {
    .name = "demo.flash", .size_bytes = 8 * SECTOR, .erase_bytes = SECTOR, .page_bytes = 256, .program_bytes = 1, .is_erasable = true
};
static mr_host_memory_t once = {
    .name = "demo.once", .size_bytes = 1024, .erase_bytes = 512, .page_bytes = 256, .program_bytes = 8, .programs_once = true,
    .is_erasable = true
};
static mr_host_memory_t eeprom = {
    .name = "demo.eeprom", .size_bytes = 64, .erase_bytes = 1, .program_bytes = 1, .is_erasable = true
};
static mr_host_memory_t otp = { .name = "demo.otp", .size_bytes = 32, .program_bytes = 1 };

static const mr_flash_driver_t *const driver = &mr_host_flash_driver;
static const mr_row_driver_t *const row = &mr_host_row_driver;

static bool holds(mr_host_memory_t *memory, uint32_t offset, uint8_t value)
{
    uint8_t byte;

    CHECK(driver->read(memory, offset, &byte, 1) == MR_OK);
    return byte == value;
}

static mr_status_t program_byte(mr_host_memory_t *memory, uint32_t offset, uint8_t value)
{
    return driver->program(memory, offset, &value, 1);
}

/* Bits fall and never rise; pages, units and the end are kept. */
static void test_rules(void)
{
    static const uint8_t page[256] = { 0 };
    uint8_t read[2];

    CHECK(holds(&flash, 0, 0xFF) && holds(&flash, 8 * SECTOR - 1, 0xFF));
    CHECK(program_byte(&flash, 5, 0xF0) == MR_OK && program_byte(&flash, 5, 0x30) == MR_OK);
    CHECK(program_byte(&flash, 5, 0x31) == MR_ERROR && holds(&flash, 5, 0x30));
    CHECK(driver->program(&flash, 256, page, 256) == MR_OK && driver->program(&flash, 257, page, 256) == MR_ERROR);
    CHECK(holds(&flash, 511, 0) && holds(&flash, 512, 0xFF));
    CHECK(driver->program(&flash, 8 * SECTOR - 1, page, 2) == MR_ERROR && driver->program(&flash, 0, page, 0) == MR_ERROR);
    CHECK(driver->read(&flash, 8 * SECTOR - 1, read, 2) == MR_ERROR && driver->read(&flash, UINT32_MAX, read, 2) == MR_ERROR);
    CHECK(driver->erase(&flash, 1) == MR_ERROR && driver->erase(&flash, 8 * SECTOR) == MR_ERROR);
    CHECK(driver->erase(&flash, 0) == MR_OK && holds(&flash, 5, 0xFF) && holds(&flash, 256, 0xFF));
    CHECK(mr_host_erases(&flash, 5) == 1 && mr_host_erases(&flash, SECTOR) == 0);
    CHECK(mr_host_programmed_bytes(&flash) == 258);
    CHECK(mr_host_actions() == 259);
}

static void test_programs_once(void)
{
    static const uint8_t unit[8] = { 1, 2, 3, 4, 5, 6, 7, 8 }, blank[8] = { 255, 255, 255, 255, 255, 255, 255, 255 };

    CHECK(driver->program(&once, 4, unit, 8) == MR_ERROR && driver->program(&once, 8, unit, 4) == MR_ERROR);
    CHECK(driver->program(&once, 8, unit, 8) == MR_OK && driver->program(&once, 8, unit, 8) == MR_ERROR);
    CHECK(driver->program(&once, 16, blank, 8) == MR_OK && driver->program(&once, 16, blank, 8) == MR_ERROR);
    mr_host_close(&once);
    CHECK(driver->program(&once, 8, unit, 8) == MR_ERROR && driver->program(&once, 16, unit, 8) == MR_ERROR);
    CHECK(driver->erase(&once, 0) == MR_OK && driver->program(&once, 8, unit, 8) == MR_OK);
}

static void test_rows(void)
{
    uint8_t zero = 0, one = 1;

    CHECK(row->state(&eeprom) == MR_OK && row->read(&eeprom, 3) == 0xFF);
    CHECK(row->program(&eeprom, 3, &zero) == MR_OK && row->program(&eeprom, 4, &zero) == MR_OK);
    CHECK(row->program(&eeprom, 3, &one) == MR_ERROR && row->erase(&eeprom, 3) == MR_OK);
    CHECK(row->read(&eeprom, 3) == 0xFF && row->read(&eeprom, 4) == 0 && mr_host_erases(&eeprom, 3) == 1);
    CHECK(row->program(&otp, 31, &one) == MR_OK && row->program(&otp, 31, &zero) == MR_OK);
    CHECK(row->erase(&otp, 0) == MR_ERROR && row->read(&otp, 31) == 0);
}

static void test_wrong_definition(void)
{
    mr_host_memory_t wrong = { .name = "wrong", .size_bytes = 100, .erase_bytes = 64, .program_bytes = 1, .is_erasable = true };

    CHECK(mr_host_open(&wrong) == MR_BAD_ARGUMENT);
    wrong.size_bytes = 128;
    wrong.name = "no-such-folder/wrong";
    CHECK(mr_host_open(&wrong) == MR_ERROR && row->read(&wrong, 0) == 0xFF);
    wrong.name = "right";
    CHECK(mr_host_open(&wrong) == MR_OK);
    mr_host_close(&wrong);
    mr_host_close(&wrong);
}

static jmp_buf at_power_off;
static void come_back(void) { longjmp(at_power_off, 1); }

/* Programs 16 zeros over 0xFF from byte 32 on and cuts at the tenth; the bytes then. */
static void cut_program(mr_host_torn_t torn, uint8_t *bytes)
{
    static const uint8_t zeros[16] = { 0 };

    CHECK(driver->erase(&flash, 0) == MR_OK);
    mr_host_power_off = come_back;
    mr_host_cut(10, torn);
    if (setjmp(at_power_off) == 0) {
        (void)driver->program(&flash, 32, zeros, 16);
        fail("power fails", __LINE__);
    }
    mr_host_close(&flash);
    CHECK(driver->read(&flash, 32, bytes, 16) == MR_OK);
    CHECK(holds(&flash, 31, 0xFF) && holds(&flash, 48, 0xFF));
}

static void test_torn_program(void)
{
    uint8_t bytes[16], again[16];
    unsigned index, turn, partial = 0, hanging = 0, late = 0;

    for (turn = 0; turn < 50; ++turn) {
        cut_program(MR_HOST_TORN_SEQUENTIAL, bytes);
        for (index = 0; index < 16; ++index)
            CHECK(index == 9 || bytes[index] == (index < 9 ? 0 : 0xFF));
        partial += bytes[9] != 0 && bytes[9] != 0xFF;
        cut_program(MR_HOST_TORN_SCATTERED, bytes);
        CHECK(driver->read(&flash, 32, again, 16) == MR_OK && memcmp(bytes, again, 16) == 0);
        late += bytes[15] != 0xFF;
        cut_program(MR_HOST_TORN_UNSTABLE, bytes);
        CHECK(driver->read(&flash, 32, again, 16) == MR_OK);
        hanging += memcmp(bytes, again, 16) != 0;
        memset(again, 0, 16);
        CHECK(driver->program(&flash, 32, again, 16) == MR_OK);
        for (index = 0; index < 16; ++index)
            CHECK(holds(&flash, 32 + index, 0));
    }
    CHECK(partial > 25 && late > 25 && hanging > 25);
}

static void cut_erase(mr_host_torn_t torn, uint8_t *bytes)
{
    static const uint8_t zeros[256] = { 0 };
    unsigned page;

    CHECK(driver->erase(&flash, SECTOR) == MR_OK);
    for (page = 0; page < SECTOR; page += 256)
        CHECK(driver->program(&flash, SECTOR + page, zeros, 256) == MR_OK);
    mr_host_power_off = come_back;
    mr_host_cut(1, torn);
    if (setjmp(at_power_off) == 0) {
        (void)driver->erase(&flash, SECTOR);
        fail("power fails", __LINE__);
    }
    CHECK(driver->read(&flash, SECTOR, bytes, SECTOR) == MR_OK);
}

static void test_torn_erase(void)
{
    static uint8_t bytes[SECTOR], again[SECTOR];
    unsigned index, turn, hanging = 0;

    for (turn = 0; turn < 10; ++turn) {
        cut_erase(MR_HOST_TORN_SEQUENTIAL, bytes);
        for (index = 0; index < SECTOR && bytes[index] == 0xFF; ++index)
            continue;
        for (++index; index < SECTOR; ++index)
            CHECK(bytes[index] == 0);
        cut_erase(MR_HOST_TORN_SCATTERED, bytes);
        CHECK(driver->read(&flash, SECTOR, again, SECTOR) == MR_OK && memcmp(bytes, again, SECTOR) == 0);
        cut_erase(MR_HOST_TORN_UNSTABLE, bytes);
        CHECK(driver->read(&flash, SECTOR, again, SECTOR) == MR_OK);
        hanging += memcmp(bytes, again, SECTOR) != 0;
        CHECK(driver->erase(&flash, SECTOR) == MR_OK && holds(&flash, SECTOR, 0xFF) && holds(&flash, 2 * SECTOR - 1, 0xFF));
    }
    CHECK(hanging == 10 && mr_host_erases(&flash, SECTOR) == 70);
}

/* ---- Parts of cases */

static void step_write(void)
{
    static const uint8_t text[] = { 'k', 'e', 'p', 't' };

    CHECK(driver->erase(&flash, 0) == MR_OK);
    CHECK(driver->program(&flash, 0, text, 4) == MR_OK);
    CHECK(row->program(&eeprom, 0, text) == MR_OK);
}

static void step_read(void)
{
    CHECK(holds(&flash, 0, 'k') && holds(&flash, 3, 't') && holds(&flash, 4, 0xFF) && row->read(&eeprom, 0) == 'k');
    CHECK(mr_host_erases(&flash, 0) == 1 && mr_host_programmed_bytes(&flash) == 4);
}

static void step_report(void)
{
    CHECK(mr_host_open(&flash) == MR_OK);
    mr_host_report(stdout);
}

static void step_refused(const char *expected)
{
    uint8_t zero = 0;
    mr_status_t status = strcmp(expected, "busy") == 0 ? MR_BUSY : MR_LOCKED;

    CHECK(program_byte(&flash, 100, 0) == status && holds(&flash, 100, 0xFF));
    CHECK(driver->erase(&flash, 0) == status && row->state(&flash) == status);
    if (status == MR_LOCKED)
        CHECK(row->program(&flash, 100, &zero) == MR_ERROR && row->erase(&flash, 0) == MR_ERROR);
}

static void step_wrong_environment(void)
{
    CHECK(mr_host_open(&flash) == MR_ERROR);
}

/* Keeps a number in a flash block: flushes `text` where there is one, and prints what is there then. */
static void step_keep(const char *text)
{
    static const mr_flash_geometry_t geometry = { 8 * SECTOR, SECTOR, 256, 1, false };
    static const mr_flash_t part = { &mr_host_flash_driver, &geometry, &flash };
    static const mr_flash_block_config_t config = {
        &part, 2 * SECTOR, 1, 2, 1500, MR_FLASH_BLOCK_SLOT_BYTES(1500, 1), MR_FLASH_BLOCK_SLOT_COUNT(1500, 1, SECTOR)
    };
    mr_flash_block_t block;
    char data[1500] = "none";

    if (mr_flash_block_open(&block, &config, data) != MR_OK)
        memset(data, 0, sizeof data);
    if (text != NULL) {
        memset(data, text[strlen(text) - 1], sizeof data);
        strcpy(data, text);
        CHECK(mr_flash_block_flush(&block, data) == MR_OK);
    }
    puts(data);
}

static const struct { const char *name; void (*run)(void); } cases[] = {
    { "rules", test_rules }, { "programs-once", test_programs_once }, { "rows", test_rows },
    { "wrong-definition", test_wrong_definition }, { "torn-program", test_torn_program }, { "torn-erase", test_torn_erase },
    { "step-write", step_write }, { "step-read", step_read }, { "step-report", step_report },
    { "step-wrong-environment", step_wrong_environment }
};

int main(int argument_count, char **arguments)
{
    const char *wanted = argument_count > 1 ? arguments[1] : "list";
    size_t index;

    if (strcmp(wanted, "step-refused") == 0) {
        step_refused(arguments[2]);
        return 0;
    }
    if (strcmp(wanted, "step-keep") == 0) {
        step_keep(arguments[2]);
        return 0;
    }
    for (index = 0; index < sizeof cases / sizeof cases[0]; ++index)
        if (strcmp(wanted, cases[index].name) == 0) {
            cases[index].run();
            return 0;
        } else if (strcmp(wanted, "list") == 0 && strncmp(cases[index].name, "step-", 5) != 0) {
            puts(cases[index].name);
        }
    return strcmp(wanted, "list") == 0 ? 0 : 2;
}
