/* The store on a simulated flash that counts: what is read, programmed and erased comes out as a table beside the goals.
 * Nothing of it is a test. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "medium.h"
#include "memreg/store.h"

enum { RECORDS = 500, BYTES = 64, ERASE = 4096, MOST = 6000 };

static medium_t medium;
static mr_store_kind_t kind;
static mr_store_config_t config;
static mr_store_t store;
static uint8_t index_bytes[MR_STORE_INDEX_BYTES(MOST, 0)];
static uint16_t sequences[MR_STORE_SEQUENCES(256)];
static uint32_t state = 1;

static uint32_t roll(uint32_t below)
{
    state = state * 1664525u + 1013904223u;
    return (uint32_t)(((uint64_t)state * below) >> 32);
}

static void begin(uint32_t sectors, uint16_t records)
{
    medium_init(&medium, sectors, ERASE, 256, 1, false, 1);
    memset(&kind, 0, sizeof kind);
    memcpy(kind.prefix, "CFG", 3);
    kind.last_id = records - 1u;
    kind.most_bytes = BYTES;
    kind.records = records;
    kind.parts = 1;
    memset(&config, 0, sizeof config);
    config.flash.driver = &medium_driver;
    config.flash.geometry = &medium.geometry;
    config.flash.context = &medium;
    config.sectors = (uint16_t)sectors;
    config.handles = records;
    config.kind_count = 1;
    config.kinds = &kind;
    config.index = index_bytes;
    config.sequences = sequences;
    mr_store_open(&store, &config);
}

static mr_status_t put(uint32_t id)
{
    uint8_t value[BYTES];

    for (unsigned i = 0; i < BYTES; ++i)
        value[i] = (uint8_t)roll(256);
    return mr_store_put(&store, 0, id, value, BYTES);
}

static void must(mr_status_t status)
{
    if (status < 0) {
        fprintf(stderr, "bench: %s\n", mr_status_text(status));
        exit(1);
    }
}

static void fill(void)
{
    for (uint32_t id = 0; id < RECORDS; ++id)
        must(put(id));
}

static void clear_counts(void)
{
    medium.read_bytes = medium.read_calls = medium.programmed_bytes = medium.program_calls = medium.erase_calls = 0;
    memset(medium.erases, 0, sizeof medium.erases);
}

static void row(const char *what, double measured, double goal, bool is_least)
{
    printf("%-66s %10.2f  %s %-8g %s\n", what, measured, is_least ? ">=" : "<=", goal,
           (is_least ? measured >= goal : measured <= goal) ? "met" : "MISSED");
}

static double wear(uint32_t sectors)
{
    uint32_t most = 0, sum = 0;

    for (uint32_t i = 0; i < sectors; ++i) {
        sum += medium.erases[i];
        if (medium.erases[i] > most)
            most = medium.erases[i];
    }
    return (double)most * sectors / sum;
}

static void load_all(const char *what)
{
    char line[80];

    clear_counts();
    for (uint32_t n = 0; n < 1000; ++n) {
        uint8_t value[BYTES];
        uint32_t address;

        must(mr_store_find(&store, MR_FIND_EQUAL, &address, "CFG", roll(RECORDS)));
        must(mr_store_load(&store, address, value, sizeof value, NULL));
    }
    snprintf(line, sizeof line, "find and load, %s: bytes read", what);
    row(line, (double)medium.read_bytes / 1000, 80, false);
    snprintf(line, sizeof line, "find and load, %s: calls", what);
    row(line, (double)medium.read_calls / 1000, 1.1, false);
}

static void measure_aged(void)
{
    uint32_t n;

    begin(256, RECORDS);
    must(put(0));
    clear_counts();
    for (n = 1; n < RECORDS; ++n)
        must(put(n));
    row("new record: bytes programmed", (double)medium.programmed_bytes / (RECORDS - 1), 77, false);
    load_all("fresh");
    for (n = 0; n < 40000; ++n)
        must(put(roll(RECORDS)));
    clear_counts();
    for (n = 0; n < 20000; ++n)
        must(put(roll(RECORDS)));
    row("rewrite, aged: bytes programmed", (double)medium.programmed_bytes / n, 71.5, false);
    row("rewrite, aged: erases for each 1,000", (double)medium.erase_calls * 1000 / n, 17.7, false);
    printf("%-66s %10.2f\n", "rewrite, aged: bytes read (verifying, blank check, opening)", (double)medium.read_bytes / n);
    printf("%-66s %10.2f\n", "rewrite, aged: program calls", (double)medium.program_calls / n);
    load_all("aged");
    clear_counts();
    must(mr_store_open(&store, &config));
    row("mount, aged: bytes read", (double)medium.read_bytes, 12288, false);
    printf("%-66s %10.0f\n", "mount, aged: read calls", (double)medium.read_calls);
}

static void measure_hot(void)
{
    uint32_t n;

    begin(16, RECORDS);
    fill();
    for (n = 0; n < 20000; ++n)
        must(put(7));
    clear_counts();
    for (n = 0; n < 20000; ++n)
        must(put(7));
    row("one hot record on 64 KiB: bytes programmed for a rewrite", (double)medium.programmed_bytes / n, 80, false);
}

static void measure_wear(uint32_t sectors, uint32_t rewrites, bool is_hot)
{
    char line[100];

    begin(sectors, RECORDS);
    fill();
    clear_counts();
    for (uint32_t n = 0; n < rewrites; ++n)
        must(put(is_hot ? 7 : roll(RECORDS)));
    snprintf(line, sizeof line, "wear, %u KiB, %u rewrites %s: most over mean", (unsigned)sectors * 4, (unsigned)rewrites,
             is_hot ? "of one record" : "at random");
    row(line, wear(sectors), is_hot ? 1.2 : 1.1, false);
}

static void measure_capacity(void)
{
    uint32_t n = 0;

    begin(64, MOST);
    while (n < MOST && put(n) == MR_OK)
        ++n;
    row("capacity of 256 KiB: % that is values", 100.0 * n * BYTES / (64 * ERASE), 84, true);
}

int main(void)
{
    printf("the store: 500 records of 64 bytes, 1 MiB, sectors of 4 KiB unless said\n");
    measure_aged();
    measure_hot();
    measure_capacity();
    measure_wear(256, 20000, false);
    measure_wear(256, 400000, false);
    measure_wear(64, 20000, false);
    measure_wear(16, 20000, false);
    measure_wear(256, 20000, true);
    measure_wear(256, 400000, true);
    measure_wear(64, 20000, true);
    measure_wear(16, 20000, true);
    measure_wear(16, 200000, true);
    return 0;
}
