/* Tests the SPI NOR driver on a model of such a part: prints a line "CASE: ok" or "CASE: line N" for each case; the status
 * is the number of those that failed. */
#include "machine.h"
#include "spi_nor_flash.h"
#include "spi_nor_model.h"

enum { WINDOW = 0x1FE000 };

static spi_nor_model_t model;
static mr_spi_nor_t part;
static unsigned failed_line, failed_cases;

#define CHECK(condition) check((condition), __LINE__)

static void check(bool is_right, unsigned line)
{
    if (failed_line == 0 && (!is_right || model.broken_rule != NULL))
        failed_line = line;
    if (failed_line == line && model.broken_rule != NULL) {
        machine_put(model.broken_rule);
        machine_put("\n");
    }
}

static void open_part(void)
{
    spi_nor_model_reset(&model, WINDOW);
    part.transfer = spi_nor_model_transfer;
    part.user = &model;
    part.base_address = WINDOW;
    part.erase_bytes = 0x1000;
    part.address_bytes = 3;
    part.identity[0] = part.identity[1] = part.identity[2] = 0;
}

static mr_status_t read(uint32_t offset, void *data, size_t length)
{
    return mr_spi_nor_flash_driver.read(&part, offset, data, length);
}

static mr_status_t program(uint32_t offset, const void *data, size_t length)
{
    return mr_spi_nor_flash_driver.program(&part, offset, data, length);
}

static mr_status_t erase(uint32_t offset)
{
    return mr_spi_nor_flash_driver.erase(&part, offset);
}

static void test_write(void)
{
    static const uint8_t text[] = { 'n', 'o', 'r', 0 }, less[] = { 'n', 'h', 'r' };
    uint8_t page[256], back[256];
    unsigned index;

    open_part();
    CHECK(mr_spi_nor_open(&part) == MR_OK);
    CHECK(program(0x1010, text, 4) == MR_OK && model.bytes[0x1010] == 'n' && model.bytes[0x1014] == 0xFF);
    CHECK(program(0x1010, less, 3) == MR_OK && model.bytes[0x1011] == ('o' & 'h') && model.programs == 2);
    for (index = 0; index < 256; ++index)
        page[index] = (uint8_t)(index * 7);
    CHECK(program(0x100, page, 256) == MR_OK && read(0x100, back, 256) == MR_OK);
    for (index = 0; index < 256; ++index)
        CHECK(back[index] == page[index] && model.bytes[0x100 + index] == page[index]);
    CHECK(read(0, back, 1) == MR_OK && back[0] == 0xFF && read(0x5000, back, 0) == MR_OK);
    CHECK(erase(0x1000) == MR_OK && model.erases == 1 && model.last_erase_bytes == 0x1000);
    CHECK(model.bytes[0x1010] == 0xFF && model.bytes[0x100] == 0 && model.bytes[0x101] == 7);
    CHECK(model.ignored == 0 && model.busy_left == 0 && !model.is_write_enabled);
}

/* A part that was busy when the processor was reset, and one that is busy for long. */
static void test_busy(void)
{
    uint8_t byte = 0x5A;

    open_part();
    model.busy_left = 200;
    CHECK(mr_spi_nor_open(&part) == MR_OK && model.busy_left == 0);
    model.busy_left = 200;
    CHECK(program(0, &byte, 1) == MR_OK && model.bytes[0] == 0x5A);
    model.busy_polls = 250;
    CHECK(erase(0) == MR_OK && model.bytes[0] == 0xFF && model.ignored == 0);
    CHECK(read(0, &byte, 1) == MR_OK && byte == 0xFF);
}

static void test_long_addresses(void)
{
    uint8_t byte = 0x5A;

    open_part();
    spi_nor_model_reset(&model, 0x01FFE000);
    model.address_bytes = part.address_bytes = 4;
    part.base_address = 0x01FFE000;
    CHECK(mr_spi_nor_open(&part) == MR_OK);
    CHECK(program(0x1FFF, &byte, 1) == MR_OK && model.bytes[0x1FFF] == 0x5A);
    byte = 0;
    CHECK(read(0x1FFF, &byte, 1) == MR_OK && byte == 0x5A);
    CHECK(erase(0x1000) == MR_OK && model.bytes[0x1FFF] == 0xFF && model.last_erase_bytes == 0x1000);
    part.erase_bytes = 0x8000;
    CHECK(erase(0) == MR_OK && model.last_erase_bytes == 0x8000);
    part.erase_bytes = 0x10000;
    CHECK(erase(0) == MR_OK && model.last_erase_bytes == 0x10000 && model.erases == 3);
}

static void test_erase_sizes(void)
{
    open_part();
    part.erase_bytes = 0x8000;
    CHECK(mr_spi_nor_open(&part) == MR_OK && erase(0) == MR_OK && model.last_erase_bytes == 0x8000);
    part.erase_bytes = 0x10000;
    CHECK(mr_spi_nor_open(&part) == MR_OK && erase(0) == MR_OK && model.last_erase_bytes == 0x10000);
    part.erase_bytes = 0x2000;
    CHECK(mr_spi_nor_open(&part) == MR_BAD_ARGUMENT && erase(0) == MR_BAD_ARGUMENT && model.erases == 2);
    part.erase_bytes = 0x1000;
    part.address_bytes = 2;
    CHECK(mr_spi_nor_open(&part) == MR_BAD_ARGUMENT);
}

static void test_identity(void)
{
    open_part();
    part.identity[0] = 0xEF;
    part.identity[2] = 0x15;
    CHECK(mr_spi_nor_open(&part) == MR_OK);
    part.identity[2] = 0x16;
    CHECK(mr_spi_nor_open(&part) == MR_NOT_FOUND);
    model.identity[0] = 0;
    CHECK(mr_spi_nor_open(&part) == MR_ERROR);
    model.is_absent = true;
    CHECK(mr_spi_nor_open(&part) == MR_ERROR && erase(0) == MR_ERROR);
}

static void test_power_down(void)
{
    uint8_t byte = 0;

    open_part();
    model.wake_commands = 5;
    CHECK(mr_spi_nor_close(&part) == MR_OK && model.is_asleep);
    CHECK(program(0, &byte, 1) == MR_ERROR && model.bytes[0] == 0xFF);
    CHECK(mr_spi_nor_open(&part) == MR_OK && !model.is_asleep && program(0, &byte, 1) == MR_OK && model.bytes[0] == 0);
}

/* An emulated part that stays enabled after each write has done it all the same. */
static void test_stays_enabled(void)
{
    uint8_t bytes[40], index;

    open_part();
    model.stays_enabled = true;
    for (index = 0; index < sizeof bytes; ++index)
        bytes[index] = index;
    CHECK(program(0x100, bytes, sizeof bytes) == MR_OK && model.bytes[0x127] == 39 && !model.is_write_enabled);
    CHECK(program(0x100, bytes, sizeof bytes) == MR_OK && erase(0) == MR_OK && model.bytes[0x127] == 0xFF);
    model.is_protected = true;
    CHECK(program(0x100, bytes, sizeof bytes) == MR_LOCKED);
}

/* What the part refuses is told, and leaves it disabled. */
static void test_refusals(void)
{
    uint8_t byte = 0;

    open_part();
    model.bytes[0x0FFF] = 0x7F;
    model.is_protected = true;
    CHECK(program(0, &byte, 1) == MR_LOCKED && erase(0) == MR_LOCKED && !model.is_write_enabled);
    CHECK(model.bytes[0] == 0xFF && model.programs == 0 && model.erases == 0);
    model.is_protected = false;
    model.ignores_write_enable = true;
    CHECK(program(0, &byte, 1) == MR_ERROR && model.bytes[0] == 0xFF);
    model.ignores_write_enable = false;
    model.bus = MR_BUSY;
    CHECK(program(0, &byte, 1) == MR_BUSY && erase(0) == MR_BUSY && read(0, &byte, 1) == MR_BUSY);
    CHECK(mr_spi_nor_open(&part) == MR_BUSY && mr_spi_nor_close(&part) == MR_BUSY);
}

static void run(const char *name, void (*test)(void))
{
    failed_line = 0;
    test();
    machine_put(name);
    if (failed_line == 0) {
        machine_put(": ok\n");
    } else {
        ++failed_cases;
        machine_put(": line ");
        machine_put_number(failed_line);
        machine_put("\n");
    }
}

int main(void)
{
    run("write", test_write);
    run("busy", test_busy);
    run("long-addresses", test_long_addresses);
    run("erase-sizes", test_erase_sizes);
    run("identity", test_identity);
    run("power-down", test_power_down);
    run("stays-enabled", test_stays_enabled);
    run("refusals", test_refusals);
    return (int)failed_cases;
}
