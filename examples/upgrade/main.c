/* The settings that the last firmware left go in; what `open` found and what they are now come out. `NAME PERIOD`, if given,
 * become the settings. The same program is built for both versions of the layout. */
#include <stdio.h>
#include <stdlib.h>

#include "sensor.h"
#include "sensor_glue.h"

static const char *found_text(mr_status_t found)
{
    switch (found) {
    case MR_OK: return "valid";
    case MR_FRESH: return "fresh";
    case MR_MIGRATED: return "migrated";
    default: return "not usable";
    }
}

#if SENSOR_VERSION == 1u
static unsigned period(const sensor_settings_t *settings) { return sensor_settings_get_interval(settings); }
static void set_period(sensor_settings_t *settings, unsigned to) { sensor_settings_set_interval(settings, (uint8_t)to); }
#else
static unsigned period(const sensor_settings_t *settings) { return sensor_settings_get_period(settings); }
static void set_period(sensor_settings_t *settings, unsigned to) { sensor_settings_set_period(settings, (uint16_t)to); }
#endif

int main(int argument_count, char **arguments)
{
    sensor_settings_t settings;
    char name[32];
    mr_status_t found;

    if (sensor_init() != MR_OK)
        return 1;
    found = sensor_settings_open(&settings);
    if (argument_count > 2) {
        sensor_settings_set_name(&settings, arguments[1]);
        set_period(&settings, (unsigned)strtoul(arguments[2], NULL, 10));
    }
    if (sensor_settings_flush(&settings) != MR_OK)
        return 1;
    sensor_settings_get_name(&settings, name);
    printf("firmware %u: %s, name %s, every %u s, offset %d", SENSOR_VERSION, found_text(found), name, period(&settings),
           sensor_settings_get_offset(&settings));
#if SENSOR_VERSION > 1u
    printf(", alarm %u", sensor_settings_get_alarm(&settings));
#endif
    puts("");
    return 0;
}
