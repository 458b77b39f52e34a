/* The customer's words of a UICR, as the last run left them, go in; who this board is comes out as text. What is missing is
 * written, as production would; what is there cannot be changed any more. */
#include "nrf52_uicr.h"
#include "nrf52_uicr_glue.h"

#include "machine.h"

static void put_pair(const char *name, uint32_t number)
{
    machine_put(name);
    machine_put_number(number);
}

static void put_status(const char *what, mr_status_t status)
{
    machine_put(what);
    machine_put(mr_status_text(status));
    machine_put("\n");
}

int main(void)
{
    board_identity_t identity;
    board_calibration_t calibration;
    mr_status_t found;
    char name[13];

    if (board_init() != MR_OK)
        return 1;
    found = board_identity_open(&identity);
    put_status("identity: ", found);
    if (found == MR_FRESH) {
        board_identity_set_serial(&identity, 20260117);
        board_identity_set_revision(&identity, 3);
        board_identity_set_made(&identity, 2208);
        board_identity_set_name(&identity, "beacon");
        put_status("identity, written: ", board_identity_flush(&identity));
    }

    /* Measured later: the words behind are still blank. */
    found = board_calibration_open(&calibration);
    put_status("calibration: ", found);
    if (found == MR_FRESH) {
        board_calibration_set_crystal(&calibration, -12);
        board_calibration_set_sensor(&calibration, 0x0108);   /* q8.8: 1.03125 */
        put_status("calibration, written: ", board_calibration_flush(&calibration));
    }

    /* Another serial number would need an erase: MR_LOCKED, before anything is touched. */
    board_identity_set_serial(&identity, 1);
    put_status("another serial number: ", board_identity_flush(&identity));
    board_identity_load(&identity);

    board_identity_get_name(&identity, name);
    machine_put(name);
    put_pair(" ", board_identity_get_serial(&identity));
    put_pair(", revision ", board_identity_get_revision(&identity));
    put_pair(", battery ", board_calibration_get_battery(&calibration));
    machine_put(" mV\n");
    return 0;
}
