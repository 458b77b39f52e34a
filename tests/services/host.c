/* A layout with something of every kind (everything.mr), on the host: counts its runs in RAM, a user row, EEPROM, a block in
 * flash and a record. In: `run`, or `cut` to go on saving until the power fails (MEMREG_HOST_CUT). Out: a line with what
 * was found and what all of them count; exit status 1 where something does not hold. */
#include <stdio.h>
#include <string.h>

#include "everything.h"
#include "everything_glue.h"

#define EXPECT(condition) do { if (!(condition)) { printf("host.c:%d: %s\n", __LINE__, #condition); return 1; } } while (0)

static int count_run(void)
{
    t_boot_t boot;
    t_factory_t factory;
    t_settings_t settings;
    t_once_t once;
    t_setup_t setup;
    t_log_config_t config;
    t_reading_t reading = { 1, 2, 3 };
    uint32_t id = 0;
    mr_status_t found[5], store = t_log_open();

    found[0] = t_boot_open(&boot);
    found[1] = t_factory_open(&factory);
    found[2] = t_settings_open(&settings);
    found[3] = t_setup_open(&setup);
    EXPECT(store >= MR_OK);
    found[4] = t_log_config_load(0, &config);
    if (found[4] == MR_NOT_FOUND) {
        t_factory_set_serial(&factory, 0);
        t_log_config_t none = { T_MODE_COOL, 0, "kitchen" };
        config = none;
    }
    EXPECT(strcmp(config.name, "kitchen") == 0 && config.mode == T_MODE_COOL);
    t_boot_set_resets(&boot, (uint16_t)(t_boot_get_resets(&boot) + 1u));
    t_factory_set_serial(&factory, t_factory_get_serial(&factory) + 1u);
    t_settings_set_target(&settings, (int16_t)(t_settings_get_target(&settings) + 1));
    t_setup_set_volume(&setup, (uint8_t)(t_setup_get_volume(&setup) + 1u));
    config.count++;
    EXPECT(t_boot_flush(&boot) == MR_OK && t_factory_flush(&factory) == MR_OK && t_settings_flush(&settings) == MR_OK);
    EXPECT(t_setup_flush(&setup) == MR_OK && t_log_config_save(0, &config) == MR_OK && t_log_check() == MR_OK);
    EXPECT(t_log_sample_last(&id) == MR_OK ? id == config.count - 2u : config.count == 1);
    EXPECT(t_log_sample_save(config.count - 1u, &reading) == MR_OK);
    EXPECT(t_once_load(&once) == MR_OK);
    if (t_once_get_number(&once) == 0xFFFF) {
        t_once_set_number(&once, 0x1234);
        EXPECT(t_once_flush(&once) == MR_OK);
    }
    t_once_set_number(&once, 0xFFFF);
    EXPECT(t_once_flush(&once) == MR_LOCKED);
    printf("found %d %d %d %d %d, store %d: %u %u %d %u %u\n", found[0], found[1], found[2], found[3], found[4], store,
           (unsigned)t_boot_get_resets(&boot), (unsigned)t_factory_get_serial(&factory), t_settings_get_target(&settings),
           (unsigned)t_setup_get_volume(&setup), (unsigned)config.count);
    return 0;
}

/* The files are packed by hand: the map is read only. */
static int use_the_rest(void)
{
    mr_handle_t message = t_messages_alloc(100);
    t_reading_t *reading = t_readings_alloc(), found;
    mr_view_t view;
    EXPECT(message && t_messages_size(message) == 128 && reading && t_messages_free(&message) == MR_OK && !message);
    EXPECT(t_readings_free(&reading) == MR_OK && !reading);
    EXPECT(t_assets_open(T_ASSETS_TEXT, &view) == MR_OK && mr_view_length(&view) == 5);
    EXPECT(memcmp(mr_view_data(&view), "hello", 5) == 0);
    EXPECT(t_assets_curve_open() == MR_OK && t_assets_curve_count() == 3);
    EXPECT(t_assets_curve_find(20, &found) == MR_OK && found.celsius == 2 && t_assets_curve_find(21, &found) == MR_NOT_FOUND);
    return 0;
}

/* What the last run left is whole, and at most one save behind. */
static int go_on_saving(void)
{
    t_log_config_t config;
    t_settings_t settings;
    t_setup_t setup;
    EXPECT(t_log_open() >= MR_OK && t_log_config_load(0, &config) == MR_OK);
    EXPECT(t_settings_open(&settings) == MR_OK && t_setup_open(&setup) == MR_OK);
    uint32_t count = config.count;
    EXPECT(t_settings_get_target(&settings) - 2100 == (int)count || t_settings_get_target(&settings) - 2100 == (int)count + 1);
    EXPECT((uint8_t)(t_setup_get_volume(&setup) - 5u - count) <= 1u);
    for (count++; count < 2000; count++) {
        t_settings_set_target(&settings, (int16_t)(2100 + count));
        t_setup_set_volume(&setup, (uint8_t)(5u + count));
        config.count = count;
        EXPECT(t_settings_flush(&settings) == MR_OK && t_setup_flush(&setup) == MR_OK && t_log_config_save(0, &config) == MR_OK);
    }
    return 0;
}

int main(int argument_count, char **arguments)
{
    EXPECT(t_init() == MR_OK);
    if (argument_count > 1 && strcmp(arguments[1], "cut") == 0)
        return go_on_saving();
    return count_run() || use_the_rest();
}
