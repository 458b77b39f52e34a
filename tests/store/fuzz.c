/* A fuzzed part: the fuzzer's bytes are what a flash holds; mounting, reading, finding and checking it must end without
 * touching what is not theirs, and after a format the store works. The first byte chooses the geometry, and whether the
 * others are the flash's bytes or changes to those of a store in use: places and bits. */
#include <stdlib.h>
#include <string.h>

#include "medium.h"
#include "memreg/store.h"

enum { SECTORS = 4, ERASE = 512, HANDLES = 6 + 3 * 2 + 4, SCRATCH = 1 };

static medium_t medium;
static uint8_t index_bytes[MR_STORE_INDEX_BYTES(HANDLES, SCRATCH)];
static uint16_t sequences[MR_STORE_SEQUENCES(SECTORS)];
static mr_store_ring_t rings[1];
static const mr_store_kind_t kinds[] = {
    { { 'C' }, MR_STORE_INDEXED, 0, 5, 20, 0, 6, 1, 0, 0, NULL },
    { { 'L' }, MR_STORE_INDEXED, 0, 2, 170, 6, 3, 2, 0, 0, &mr_store_tagged_calls },
    { { 'K' }, MR_STORE_KEYED, 0, 0xFFFFFFFFu, 9, 12, 4, 1, 0, 0, &mr_store_tagged_calls },
    { { 'R' }, MR_STORE_RING, 100, 110, 10, 16, 11, 1, SECTORS, 0, &mr_store_ring_calls },
};

static void must(mr_status_t status, mr_status_t expected)
{
    if (status != expected)
        abort();
}

static void read_all(mr_store_t *store)
{
    uint8_t value[200];
    uint32_t address = MR_STORE_BEGIN, id;
    size_t length;
    mr_store_statistics_t statistics;

    while (mr_store_walk(store, &address) == MR_OK)
        mr_store_load(store, address, value, sizeof value, &length);
    for (unsigned kind = 0; kind < 4; ++kind) {
        mr_store_first(store, kind, &id);
        mr_store_last(store, kind, &id);
    }
    mr_store_check(store);
    mr_store_statistics(store, &statistics);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static mr_store_config_t config;
    static const unsigned units[] = { 1, 4, 8, 16 };
    mr_store_t store;
    uint8_t value[200] = { 0 };
    size_t length;
    bool once = size > 0 && (data[0] & 4) != 0;
    unsigned unit = size > 0 ? units[data[0] & 3] : 1;

    medium_init(&medium, SECTORS + 4, ERASE, 64, unit, once && unit > 1, 1);
    config = (mr_store_config_t){ { &medium_driver, &medium.geometry, &medium }, 0, SECTORS, HANDLES, 4, kinds, SCRATCH,
                                  index_bytes, sequences, rings, once && unit > 1 ? &mr_store_once : NULL };
    medium.is_lenient = true;
    if (size > 1 && (data[0] & 8) != 0) {
        memcpy(medium.cells, data + 1, size - 1 < sizeof medium.cells ? size - 1 : sizeof medium.cells);
    } else {
        mr_store_open(&store, &config);
        for (unsigned n = 0; n < 60; ++n)
            mr_store_put(&store, n % 3, n % 3 == 2 ? n % 4 : n % 3, value, 1 + n % 9);
        for (; size > 3; size -= 3, data += 3)
            medium.cells[(data[1] | data[2] << 8) % medium.geometry.size_bytes] ^= data[3];
    }
    mr_store_open(&store, &config);
    read_all(&store);
    mr_store_put(&store, 0, 1, value, 20);
    mr_store_put(&store, 1, 1, value, 170);
    mr_store_remove(&store, 0, 2);
    read_all(&store);
    /* A foreign image may be one that programs over units: only a format makes it ours. */
    must(mr_store_format(&store), MR_OK);
    for (unsigned n = 0; n < 40; ++n) {
        value[0] = (uint8_t)n;
        must(mr_store_put(&store, 0, n % 6, value, 20), MR_OK);
    }
    must(mr_store_put(&store, 1, 1, value, 170), MR_OK);
    must(mr_store_open(&store, &config), MR_OK);
    must(mr_store_get(&store, 0, 3, value, sizeof value, &length), MR_OK);
    if (value[0] != 39)
        abort();
    must(mr_store_check(&store), MR_OK);
    return 0;
}
