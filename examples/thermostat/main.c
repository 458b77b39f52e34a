/* The thermostat's RAM, as the last run left it, goes in; what `open` found, the mode and the number of resets come out,
 * and the RAM is left for the next run.
 *
 *   thermostat          a reset: counts it
 *   thermostat heat     a reset, and then the mode is changed (off, heat, cool or fault)
 *   thermostat corrupt  flips one bit of Boot, as a failing supply would
 *   thermostat foreign  puts another block's bytes, whole and with a good CRC, where Boot belongs */
#include <stdio.h>
#include <string.h>

#include "thermostat.h"
#include "thermostat_glue.h"

static bool set_mode(thermostat_boot_t *boot, const char *name)
{
    for (unsigned mode = 0; mode <= THERMOSTAT_MODE_FAULT; mode++) {
        if (thermostat_mode_is_valid(mode) && strcmp(name, thermostat_mode_name((thermostat_mode_t)mode)) == 0) {
            thermostat_boot_set_mode(boot, (thermostat_mode_t)mode);
            return true;
        }
    }
    return false;
}

/* What `open` found, in words. */
static const char *found_text(mr_status_t found)
{
    switch (found) {
    case MR_OK: return "valid";
    case MR_FRESH: return "fresh";
    case MR_CORRUPT: return "corrupt";
    case MR_FOREIGN: return "foreign";
    case MR_MIGRATED: return "migrated";
    default: return "unusable";
    }
}

static void leave_foreign_bytes(void)
{
    thermostat_screen_t screen;
    thermostat_screen_defaults(&screen);
    thermostat_screen_set_page(&screen, 3);
    thermostat_screen_flush(&screen);
    memcpy(thermostat_boot_at(), thermostat_screen_at(), THERMOSTAT_BOOT_SIZE);
}

int main(int argument_count, char **arguments)
{
    const char *argument = argument_count > 1 ? arguments[1] : "";
    thermostat_boot_t boot;
    char owner[6];

    if (thermostat_init() != MR_OK) {
        fprintf(stderr, "thermostat: its memory cannot be opened\n");
        return 1;
    }
    if (strcmp(argument, "corrupt") == 0) {
        thermostat_boot_at()->bytes[THERMOSTAT_BOOT_RESETS_OFFSET] ^= 0x10;
        return 0;
    }
    if (strcmp(argument, "foreign") == 0) {
        leave_foreign_bytes();
        return 0;
    }

    mr_status_t found = thermostat_boot_open(&boot);
    thermostat_boot_set_resets(&boot, (uint16_t)(thermostat_boot_get_resets(&boot) + 1u));
    if (*argument != '\0' && !set_mode(&boot, argument)) {
        fprintf(stderr, "thermostat: no mode is named '%s'\n", argument);
        return 2;
    }
    thermostat_boot_get_owner(&boot, owner);
    printf("%-8s first_run %d, mode %s, resets %u, owner %s\n", found_text(found), thermostat_boot_get_first_run(&boot),
           thermostat_mode_name(thermostat_boot_get_mode(&boot)), (unsigned)thermostat_boot_get_resets(&boot), owner);
    thermostat_boot_set_first_run(&boot, false);
    thermostat_boot_flush(&boot);
    return 0;
}
