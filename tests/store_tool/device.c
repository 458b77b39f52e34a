/* A device with a store, for the tool's tests: a shape's name goes in; images of its flash come out, and what the device
 * itself finds in one.
 *
 *   device make SHAPE SEED OPERATIONS IMAGE          random saves and deletions
 *   device tear SHAPE SEED OPERATIONS COUNT IMAGE    power fails within the last of them: IMAGE.0, IMAGE.1, …
 *   device read SHAPE IMAGE FOLDER                   the records, a line each, and their values as files
 *   device size SHAPE                                bytes of the area */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "medium.h"
#include "memreg/store.h"

enum { MOST_KINDS = 4, I = MR_STORE_INDEXED, K = MR_STORE_KEYED, R = MR_STORE_RING, MOST_VALUE = 4096 };

typedef struct shape_kind { const char *prefix; uint8_t storage; uint32_t first_id; uint16_t records; uint32_t most; } shape_kind_t;

typedef struct shape {
    const char *name;
    uint32_t sectors, erase;
    unsigned unit;
    bool once;
    shape_kind_t kinds[MOST_KINDS];
} shape_t;

static const shape_t shapes[] = {
    { "nor", 5, 512, 1, false, { { "CFG", I, 0, 6, 24 }, { "b", I, 0xFFFFFFFE, 2, 7 } } },
    { "long", 12, 512, 1, false, { { "big", I, 0, 2, 1900 }, { "s", I, 0, 8, 9 } } },
    { "keyed", 6, 512, 1, false, { { "any", K, 0, 12, 20 }, { "l\x01", K, 0, 2, 400 }, { "i", I, 5, 4, 12 } } },
    { "unit-4", 6, 512, 4, false, { { "A", I, 0, 10, 24 }, { "L", I, 0, 1, 700 } } },
    { "unit-8", 6, 1024, 8, false, { { "A", I, 0, 10, 24 }, { "R", R, 3, 100, 13 } } },
    { "once-8", 6, 512, 8, true, { { "A", I, 0, 10, 24 }, { "L", I, 0, 1, 400 } } },
    { "once-16", 6, 1024, 16, true, { { "A", I, 0, 12, 30 }, { "k", K, 0, 6, 20 } } },
    { "ring", 4, 512, 1, false, { { "S", I, 0, 3, 10 }, { "LOG", R, 1, 90, 11 }, { "ev", R, 0, 20, 32 } } },
    { "ring-2", 4, 512, 2, true, { { "S", I, 0, 3, 10 }, { "LOG", R, 0, 80, 11 } } },
    { "wide", 6, 4096, 1, false, { { "SMP", I, 10, 60, 64 }, { "TXT", I, 0, 4, 300 } } },
};

static const shape_t *shape;
static medium_t medium;
static mr_store_kind_t kinds[MOST_KINDS];
static uint8_t index_bytes[3 * MR_STORE_MOST_HANDLES];
static uint16_t sequences[MEDIUM_MOST_SECTORS];
static mr_store_ring_t rings[MOST_KINDS];
static mr_store_config_t config;
static mr_store_t store;

static void set_up(const char *name, uint32_t seed)
{
    uint32_t next;
    for (shape = shapes; strcmp(shape->name, name) != 0; ++shape)
        if (shape + 1 == shapes + sizeof shapes / sizeof *shapes)
            exit(2);
    next = shape->sectors;
    config = (mr_store_config_t){ .flash = { &medium_driver, &medium.geometry, &medium }, .kinds = kinds,
                                  .sectors = (uint16_t)shape->sectors, .index = index_bytes, .sequences = sequences,
                                  .rings = rings, .once = shape->once ? &mr_store_once : NULL };
    for (unsigned number = 0; number < MOST_KINDS && shape->kinds[number].prefix; ++number) {
        const shape_kind_t *from = &shape->kinds[number];
        mr_store_kind_t *to = &kinds[number];
        memcpy(to->prefix, from->prefix, strlen(from->prefix));
        to->storage = from->storage;
        to->first_id = from->first_id;
        to->last_id = from->storage == K ? UINT32_MAX : from->first_id + from->records - 1;
        to->most_bytes = from->most;
        to->records = from->records;
        to->parts = 1;
        config.kind_count++;
        if (from->storage == R) {
            to->calls = &mr_store_ring_calls;
            to->first_sector = (uint16_t)next;
            to->ring = (uint8_t)(next != shape->sectors);
            next += MR_STORE_RING_SECTORS(from->records, from->most, shape->erase, shape->unit);
            continue;
        }
        to->parts = (uint16_t)MR_STORE_PARTS(from->most, shape->erase);
        to->first_handle = config.handles;
        to->calls = to->parts > 1 || from->storage == K ? &mr_store_tagged_calls : NULL;
        config.handles = (uint16_t)(config.handles + to->parts * from->records);
        if (to->parts - 1 > config.scratch)
            config.scratch = (uint16_t)(to->parts - 1);
    }
    medium_init(&medium, next, shape->erase, 64, shape->unit, shape->once, seed);
}

static uint32_t ring_next[MOST_KINDS];

static void operate(void)
{
    static uint8_t value[MOST_VALUE];
    unsigned number = medium_random(&medium) % config.kind_count;
    const mr_store_kind_t *kind = &kinds[number];
    uint32_t id = kind->first_id + medium_random(&medium) % kind->records;
    size_t length = 1 + medium_random(&medium) % kind->most_bytes;
    bool removes = medium_random(&medium) % 5 == 0;
    mr_status_t status;
    if (kind->storage == K)
        id = (id % 9) * 0x9E3779B9u;
    if (kind->storage == R) {
        length = kind->most_bytes;
        if (!removes)
            id = kind->first_id + ring_next[number]++ % kind->records;
    }
    if (medium_random(&medium) % 4 == 0)
        length = kind->most_bytes;
    for (size_t at = 0; at < length; ++at)
        value[at] = (uint8_t)medium_random(&medium);
    status = removes ? mr_store_remove(&store, number, id) : mr_store_put(&store, number, id, value, length);
    if (status != MR_OK && status != MR_NOT_FOUND && status != MR_NO_SPACE) {
        fprintf(stderr, "%s: %s\n", shape->name, mr_status_text(status));
        exit(1);
    }
}

static void write_image(const char *path)
{
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(medium.cells, 1, medium.geometry.size_bytes, file) != medium.geometry.size_bytes || fclose(file))
        exit(2);
}

static void make(uint32_t count)
{
    (void)mr_store_open(&store, &config);
    memset(ring_next, 0, sizeof ring_next);
    while (count-- > 0)
        operate();
}

static int read_all(const char *path, const char *folder)
{
    static uint8_t value[MOST_VALUE];
    FILE *file = fopen(path, "rb");
    medium.is_lenient = true;
    if (!file || fread(medium.cells, 1, medium.geometry.size_bytes, file) != medium.geometry.size_bytes || fclose(file))
        return 2;
    mr_status_t opened = mr_store_open(&store, &config);
    if (opened < 0 || opened == MR_FOREIGN || (opened != MR_FRESH && mr_store_check(&store) != MR_OK)) {
        printf("open: %s, or the check fails\n", mr_status_text(opened));
        return 1;
    }
    for (unsigned number = 0; number < config.kind_count; ++number) {
        uint32_t id;
        for (mr_status_t status = mr_store_first(&store, number, &id); status == MR_OK;
             status = mr_store_next(&store, number, &id)) {
            char name[300];
            size_t length;
            if (mr_store_get(&store, number, id, value, sizeof value, &length) != MR_OK)
                return 1;
            printf("%s:%u %zu\n", shape->kinds[number].prefix, (unsigned)id, length);
            snprintf(name, sizeof name, "%s/%s-%u.bin", folder, strcmp(shape->kinds[number].prefix, "l\x01") == 0 ? "l_01"
                     : shape->kinds[number].prefix, (unsigned)id);
            if (!(file = fopen(name, "wb")) || fwrite(value, 1, length, file) != length || fclose(file))
                return 2;
        }
    }
    return 0;
}

int main(int count, char **arguments)
{
    char name[300];
    if (count < 3)
        return 2;
    set_up(arguments[2], count > 3 ? (uint32_t)atoi(arguments[3]) : 1);
    if (strcmp(arguments[1], "size") == 0)
        return printf("%u\n", (unsigned)medium.geometry.size_bytes) < 0;
    if (strcmp(arguments[1], "read") == 0)
        return read_all(arguments[3], arguments[4]);
    if (strcmp(arguments[1], "make") == 0) {
        make((uint32_t)atoi(arguments[4]));
        write_image(arguments[5]);
        return 0;
    }
    for (int number = 0; number < atoi(arguments[5]); ++number) {
        set_up(arguments[2], (uint32_t)(atoi(arguments[3]) + number));
        memset(kinds, 0, sizeof kinds);
        set_up(arguments[2], (uint32_t)(atoi(arguments[3]) + number));
        if (setjmp(medium.cut) == 0) {
            make((uint32_t)atoi(arguments[4]));
            medium.tear = number % TEAR_UNSTABLE;
            medium.events = 0;
            medium.budget = number * 7;
            while (medium.budget >= 0)
                operate();
        }
        snprintf(name, sizeof name, "%s.%d", arguments[6], number);
        write_image(name);
    }
    return 0;
}
