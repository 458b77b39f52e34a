/* The user row, as the last run left it, goes in; what was found there, what each change costs in erases and programmed
 * bytes before it is made, and what the row holds then come out as text. */
#include "avr_userrow.h"
#include "avr_userrow_glue.h"

#include "machine.h"

static const char *found_text(mr_status_t found)
{
    switch (found) {
    case MR_OK: return "valid";
    case MR_FRESH: return "fresh";
    case MR_FOREIGN: return "of another version";
    case MR_CORRUPT: return "corrupt";
    default: return "unusable";
    }
}

/* Asks for the price, pays it, and says both. */
static void store(const char *what, unit_factory_t *factory)
{
    mr_row_plan_t plan;

    machine_put(what);
    if (!unit_factory_pending(factory)) {
        machine_put("nothing to do\n");
        return;
    }
    unit_factory_plan(factory, &plan);
    machine_put_number((uint32_t)plan.erases);
    machine_put(" erases, ");
    machine_put_number((uint32_t)plan.programmed_bytes);
    machine_put(unit_factory_flush(factory) == MR_OK ? " bytes\n" : " bytes, but the row does not take them\n");
}

/* Programs one byte: where bits only fall, nothing is erased. */
static void count_start(void)
{
    unit_starts_t starts;
    mr_row_plan_t plan;
    uint32_t left;
    unsigned count = 0;

    unit_starts_open(&starts);
    left = unit_starts_get_left(&starts);
    unit_starts_set_left(&starts, left &= left - 1u);
    unit_starts_plan(&starts, &plan);
    unit_starts_flush(&starts);
    for (; left != 0; left &= left - 1u)
        count++;
    machine_put("start ");
    machine_put_number(32u - count);
    machine_put(": ");
    machine_put_number((uint32_t)plan.erases);
    machine_put(" erases, ");
    machine_put_number((uint32_t)plan.programmed_bytes);
    machine_put(" bytes\n");
}

int main(void)
{
    unit_factory_t factory;
    mr_status_t found;

    if (unit_init() != MR_OK)
        return 1;
    found = unit_factory_open(&factory);
    machine_put("factory data is ");
    machine_put(found_text(found));
    machine_put("\n");
    if (found != MR_OK) {
        unit_factory_set_serial(&factory, 4711);
        unit_factory_set_offset(&factory, -3);
        store("first contents: ", &factory);
    }
    count_start();

    /* A new gain has bits that must rise: the row is erased once, and what else lies in it is carried over. */
    unit_factory_set_gain(&factory, (int16_t)(unit_factory_get_gain(&factory) + 1));
    store("a new gain: ", &factory);
    store("the same gain: ", &factory);

    unit_factory_load(&factory);
    machine_put("serial ");
    machine_put_number(unit_factory_get_serial(&factory));
    machine_put(", gain ");
    machine_put_number((uint32_t)unit_factory_get_gain(&factory));
    machine_put("\n");
    return 0;
}
