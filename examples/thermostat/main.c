/* The thermostat's memories, as the last run left them, go in; what was found in each comes out, and they are left for the
 * next run. Every run is what happens after a reset: one more sample is taken, logged and sent.
 *
 *   thermostat                a reset
 *   thermostat heat           a reset, and somebody chooses a mode (off, heat, cool or fault)
 *   thermostat target 2250    a reset, and somebody sets the temperature, in hundredths of a degree
 *   thermostat corrupt        no reset: flips one bit of Boot, as a failing supply would */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "thermostat.h"
#include "thermostat_glue.h"

enum { SAMPLE_IDS = 10000 };

static const char *found_text(mr_status_t found)
{
    switch (found) {
    case MR_OK: return "valid";
    case MR_FRESH: return "fresh";
    case MR_CORRUPT: return "corrupt";
    case MR_FOREIGN: return "foreign";
    case MR_MIGRATED: return "migrated";
    default: return mr_status_text(found);
    }
}

static bool parse_mode(const char *name, thermostat_mode_t *mode)
{
    for (unsigned value = 0; value <= THERMOSTAT_MODE_FAULT; value++) {
        if (thermostat_mode_is_valid(value) && strcmp(name, thermostat_mode_name((thermostat_mode_t)value)) == 0) {
            *mode = (thermostat_mode_t)value;
            return true;
        }
    }
    return false;
}

/* ---- Boot: in RAM that a reset leaves alone, guarded */

static void boot_count(thermostat_boot_t *boot)
{
    mr_status_t found = thermostat_boot_open(boot);
    char owner[6];

    thermostat_boot_set_resets(boot, (uint16_t)(thermostat_boot_get_resets(boot) + 1u));
    thermostat_boot_get_owner(boot, owner);
    printf("boot     %s: first_run %d, mode %s, resets %u, owner %s\n", found_text(found),
           thermostat_boot_get_first_run(boot), thermostat_mode_name(thermostat_boot_get_mode(boot)),
           (unsigned)thermostat_boot_get_resets(boot), owner);
    thermostat_boot_set_first_run(boot, false);
}

/* ---- Factory: in the user row; nothing guards it, but a row that is all 0xFF was never written */

static bool factory_read(thermostat_factory_t *factory)
{
    mr_row_plan_t plan;
    mr_status_t found = thermostat_factory_open(factory);

    if (found < MR_OK)
        return false;
    if (found == MR_FRESH) {
        thermostat_factory_set_serial(factory, 4711);
        thermostat_factory_plan(factory, &plan);
        printf("factory  written: %u erases, %u bytes\n", (unsigned)plan.erases, (unsigned)plan.programmed_bytes);
        if (thermostat_factory_flush(factory) != MR_OK)
            return false;
    }
    printf("factory  serial %lu, gain %d\n", (unsigned long)thermostat_factory_get_serial(factory),
           thermostat_factory_get_gain(factory));
    return true;
}

/* ---- The log: a configuration and a ring of samples, in the SPI NOR flash */

static bool config_read(thermostat_log_config_t *config)
{
    mr_status_t found = thermostat_log_config_load(0, config);

    if (found == MR_NOT_FOUND) {
        thermostat_log_config_defaults(config);
        snprintf(config->name, sizeof config->name, "kitchen");
        found = thermostat_log_config_save(0, config);
    }
    if (found != MR_OK)
        return false;
    printf("config   %s: mode %s, target %d.%02d degC\n", config->name, thermostat_mode_name(config->mode),
           config->target / 100, config->target % 100);
    return true;
}

/* The newest sample and its id; returns how many there are. Once the ring has come round, the time tells. */
static unsigned newest_sample(thermostat_reading_t *newest, uint32_t *newest_id)
{
    unsigned count = 0;
    uint32_t id;
    mr_status_t status;

    for (status = thermostat_log_sample_first(&id); status == MR_OK; status = thermostat_log_sample_next(&id), count++) {
        thermostat_reading_t reading;
        if (thermostat_log_sample_load(id, &reading) == MR_OK && reading.at >= newest->at) {
            *newest = reading;
            *newest_id = id;
        }
    }
    return count;
}

/* The room follows the target a quarter of the way each time. */
static bool sample(const thermostat_log_config_t *config, thermostat_reading_t *reading)
{
    uint32_t id = SAMPLE_IDS - 1;
    unsigned count;

    *reading = (thermostat_reading_t){ 0, 1700, 48 };
    count = newest_sample(reading, &id);
    reading->at += 60;
    if (config->mode != THERMOSTAT_MODE_OFF)
        reading->celsius = (int16_t)(reading->celsius + (config->target - reading->celsius) / 4);
    printf("samples  %u and this one: %lu s, %d.%02d degC\n", count, (unsigned long)reading->at, reading->celsius / 100,
           reading->celsius % 100);
    return thermostat_log_sample_save((id + 1u) % SAMPLE_IDS, reading) == MR_OK;
}

/* ---- Messages wait in the pool until they are sent. */

static bool send(const thermostat_reading_t *reading)
{
    mr_handle_t message = thermostat_messages_alloc(THERMOSTAT_READING_SIZE);
    uint8_t *bytes = (uint8_t *)thermostat_messages_pin(message);

    if (!bytes)
        return false;
    thermostat_reading_pack(bytes, reading);
    printf("sent    ");
    for (unsigned at = 0; at < THERMOSTAT_READING_SIZE; at++)
        printf(" %02x", bytes[at]);
    printf("\n");
    thermostat_messages_unpin(message);
    return thermostat_messages_free(&message) == MR_OK;
}

/* ---- Assets: packed files behind the log */

static void look_for_font(void)
{
    mr_view_t font;
    mr_status_t found = thermostat_assets_open(THERMOSTAT_ASSETS_FONT, &font);

    if (found == MR_OK)
        printf("font     %lu bytes\n", (unsigned long)mr_view_length(&font));
    else
        printf("font     none: %s\n", mr_status_text(found));
    thermostat_assets_close(&font);
}

int main(int argument_count, char **arguments)
{
    const char *argument = argument_count > 1 ? arguments[1] : "";
    thermostat_boot_t boot;
    thermostat_factory_t factory;
    thermostat_log_config_t config;
    thermostat_reading_t reading;
    mr_status_t found = thermostat_init();

    if (found != MR_OK) {
        fprintf(stderr, "thermostat: its memories cannot be opened: %s\n", mr_status_text(found));
        return 1;
    }
    if (strcmp(argument, "corrupt") == 0) {
        thermostat_boot_at()->bytes[THERMOSTAT_BOOT_RESETS_OFFSET] ^= 0x10;
        return 0;
    }
    boot_count(&boot);
    found = thermostat_log_open();
    if ((found < MR_OK && found != MR_CORRUPT) || !factory_read(&factory) || !config_read(&config)) {
        fprintf(stderr, "thermostat: %s\n", mr_status_text(found));
        return 1;
    }
    if (strcmp(argument, "target") == 0 && argument_count > 2) {
        config.target = (int16_t)atoi(arguments[2]);
    } else if (*argument != '\0' && !parse_mode(argument, &config.mode)) {
        fprintf(stderr, "thermostat: no mode is named '%s'\n", argument);
        return 2;
    }
    if (*argument != '\0' && thermostat_log_config_save(0, &config) != MR_OK)
        return 1;
    thermostat_boot_set_mode(&boot, config.mode);
    thermostat_boot_flush(&boot);
    if (!sample(&config, &reading) || !send(&reading))
        return 1;
    look_for_font();
    return 0;
}
