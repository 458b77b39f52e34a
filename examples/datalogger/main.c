/* The log, as the last run left it, goes in; what is found there comes out as text; then one start and ten samples are added. A
 * run is what happens between two resets; power may fail anywhere in it. */
#include "datalogger.h"
#include "datalogger_glue.h"

#include "machine.h"

#if !defined RUNS
#define RUNS 1   /* more for an emulator whose flash forgets when it ends: each begins as after a reset */
#endif

enum { SAMPLES_A_RUN = 10, IDS = 1000 };

static void put_pair(const char *name, uint32_t number)
{
    machine_put(name);
    machine_put_number(number);
}

/* The weather is made up: it follows from the time, so that a damaged sample shows. */
static logger_reading_t measure(uint32_t at)
{
    logger_reading_t reading;

    reading.at = at;
    reading.celsius = (int16_t)((at * 7u) % 3000u);
    reading.humidity = (uint8_t)(at % 101u);
    return reading;
}

static bool is_right(const logger_reading_t *reading)
{
    logger_reading_t right = measure(reading->at);

    return reading->celsius == right.celsius && reading->humidity == right.humidity;
}

typedef struct {
    uint32_t id, count, wrong;
    logger_reading_t reading;
} newest_t;

/* A ring's newest sample is not the one with the greatest id once it has come round: the time tells. */
static newest_t find_newest(void)
{
    newest_t newest = { IDS - 1u, 0, 0, { 0, 0, 0 } };
    logger_reading_t reading;
    mr_status_t status;
    uint32_t id = 0;

    for (status = logger_log_sample_first(&id); status == MR_OK; status = logger_log_sample_next(&id)) {
        newest.count++;
        if (logger_log_sample_load(id, &reading) != MR_OK || !is_right(&reading)) {
            newest.wrong++;
        } else if (reading.at > newest.reading.at) {
            newest.reading = reading;
            newest.id = id;
        }
    }
    return newest;
}

static bool add_samples(newest_t newest, uint16_t interval)
{
    for (unsigned number = 0; number < SAMPLES_A_RUN; number++) {
        newest.id = (newest.id + 1u) % IDS;
        newest.reading = measure(newest.reading.at + interval);
        if (logger_log_sample_save(newest.id, &newest.reading) != MR_OK)
            return false;
    }
    return true;
}

static bool run(void)
{
    logger_log_config_t config;
    newest_t newest;
    mr_status_t status = logger_init();

    if (status == MR_OK)
        status = logger_log_open();
    machine_put("log: ");
    machine_put(mr_status_text(status));
    if (status < MR_OK && status != MR_CORRUPT) {
        machine_put("\n");
        return false;
    }
    if (logger_log_config_load(0, &config) != MR_OK)
        logger_log_config_defaults(&config);
    newest = find_newest();
    put_pair(", starts ", config.starts);
    put_pair(", samples ", newest.count);
    put_pair(", newest at ", newest.reading.at);
    put_pair(" s, wrong ", newest.wrong);
    machine_put("\n");

    config.starts++;
    if (logger_log_config_save(0, &config) != MR_OK || !add_samples(newest, config.interval)) {
        machine_put("the flash does not take it\n");
        return false;
    }
    return true;
}

int main(void)
{
    for (unsigned number = 0; number < RUNS; number++)
        if (!run())
            return 1;
    return 0;
}
