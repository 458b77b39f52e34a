/* Rows in a flash page of an nRF51, through its NVMC: ends with 0 where all is right, else with the number
 * of the check that failed. */
#include "machine.h"
#include "nrf52_page_row.h"

#define PAGE ((void *)0x3F000u) /* the last pages are free */
enum { PAGE_BYTES = 1024 };

static const mr_row_geometry_t page = {
    .size_bytes = PAGE_BYTES, .erase_bytes = PAGE_BYTES, .program_bytes = 4, .is_erasable = true
};
static uint8_t buffer[PAGE_BYTES];
static unsigned checks, erases, programs;

static void check(bool is_right)
{
    ++checks;
    if (!is_right) {
        machine_put("check ");
        machine_put_number(checks);
        machine_put(" failed\n");
        machine_exit((int)checks);
    }
}

static mr_status_t counted_program(void *context, size_t offset, const uint8_t *unit)
{
    ++programs;
    return mr_nrf52_page_userrow_driver.program(context, offset, unit);
}

static mr_status_t counted_erase(void *context, size_t offset)
{
    ++erases;
    return mr_nrf52_page_userrow_driver.erase(context, offset);
}

static bool holds(unsigned offset, uint8_t value)
{
    return ((const volatile uint8_t *)PAGE)[offset] == value;
}

int main(void)
{
    static const uint8_t text[] = { 'r', 'o', 'w', 0x80 };
    mr_row_driver_t driver = mr_nrf52_page_userrow_driver;
    mr_row_plan_t plan;
    uint8_t read[4];
    mr_row_t row;
    unsigned index;

    driver.program = counted_program;
    driver.erase = counted_erase;
    mr_row_open(&row, &driver, &page, PAGE, buffer);
    check(mr_row_erase(&row) >= 0); /* the emulator's flash begins with zeros */
    check(erases == 1 && programs == 0 && holds(0, 0xFF) && holds(PAGE_BYTES - 1, 0xFF));
    check(mr_row_erase(&row) == 0 && erases == 1);
    check(mr_row_put(&row, 6, text, 4) == 1 && programs == 2);
    check(holds(5, 0xFF) && holds(6, 'r') && holds(9, 0x80) && holds(10, 0xFF));
    check(mr_row_write(&row, 9, 0) == 1 && programs == 3 && holds(9, 0));
    check(mr_row_write(&row, 9, 1) == 0 && holds(9, 0));
    check(mr_row_write(&row, 100, 5) == 0);
    check(mr_row_get(&row, 6, read, 4) == MR_OK && read[0] == 'r' && read[3] == 1);
    mr_row_plan(&row, &plan);
    check(plan.erases == 1 && plan.programmed_bytes == 12);
    check(mr_row_flush(&row) == 2 && erases == 2 && programs == 6);
    check(holds(6, 'r') && holds(9, 1) && holds(100, 5) && holds(101, 0xFF));
    for (index = 1; index <= 32; ++index)
        check(mr_row_tally_increment(&row, 200, 4) == (int)index);
    check(erases == 2 && programs == 38);
    check(mr_row_tally_increment(&row, 200, 4) == 1 && erases == 3 && holds(100, 5) && holds(201, 0xFF));
    return 0;
}
