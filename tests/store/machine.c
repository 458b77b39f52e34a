/* The same operations on every machine: a store in a small flash in RAM goes in, a hash of all statuses, values and bytes on
 * the medium comes out. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "machine.h"
#include "memreg/store.h"

enum { ERASE = 512, SECTORS = 4, RING_SECTORS = MR_STORE_RING_SECTORS(20, 10, ERASE, 1) };
enum { CFG = MR_STORE_HANDLES(8, 20, ERASE), LNG = MR_STORE_HANDLES(1, 250, ERASE), ANY = MR_STORE_HANDLES(3, 9, ERASE) };

static uint8_t cells[(SECTORS + RING_SECTORS) * ERASE];

static mr_status_t read_cells(void *context, uint32_t offset, void *data, size_t length)
{
    uint8_t *to = data;

    (void)context;
    while (length-- > 0)
        *to++ = cells[offset++];
    return MR_OK;
}

static mr_status_t program_cells(void *context, uint32_t offset, const void *data, size_t length)
{
    const uint8_t *from = data;

    (void)context;
    while (length-- > 0) {
        cells[offset] = (uint8_t)(cells[offset] & *from++);
        ++offset;
    }
    return MR_OK;
}

static mr_status_t erase_cells(void *context, uint32_t offset)
{
    unsigned i;

    (void)context;
    for (i = 0; i < ERASE; ++i)
        cells[offset + i] = 0xFF;
    return MR_OK;
}

static const mr_flash_driver_t driver = { read_cells, program_cells, erase_cells };
static const mr_flash_geometry_t geometry = { sizeof cells, ERASE, 64, 1, false };
static const mr_store_kind_t kinds[] = {
    { "CFG", MR_STORE_INDEXED, 0xFFFFFFF8u, 0xFFFFFFFFu, 20, 0, 8, MR_STORE_PARTS(20, ERASE), 0, 0, NULL },
    { "LNG", MR_STORE_INDEXED, 5, 5, 250, CFG, 1, MR_STORE_PARTS(250, ERASE), 0, 0, &mr_store_tagged_calls },
    { "ANY", MR_STORE_KEYED, 0, 0xFFFFFFFFu, 9, CFG + LNG, 3, 1, 0, 0, &mr_store_tagged_calls },
    { "RNG", MR_STORE_RING, 100, 119, 10, CFG + LNG + ANY, 20, 1, SECTORS, 0, &mr_store_ring_calls },
};
static uint8_t index_bytes[MR_STORE_INDEX_BYTES(CFG + LNG + ANY, MR_STORE_SCRATCH(250, ERASE))];
static uint16_t sequences[MR_STORE_SEQUENCES(SECTORS)];
static mr_store_ring_t rings[1];
static const mr_store_config_t config = {
    { &driver, &geometry, NULL }, 0, SECTORS, CFG + LNG + ANY, 4, kinds, MR_STORE_SCRATCH(250, ERASE), index_bytes, sequences,
    rings, NULL
};
static mr_store_t store;

static uint32_t hash = 2166136261u, state = 12345;

static void mix(uint32_t value)
{
    unsigned i;

    for (i = 0; i < 4; ++i, value >>= 8)
        hash = (hash ^ (value & 0xFFu)) * 16777619u;
}

static unsigned roll(unsigned below)
{
    state = state * 1664525u + 1013904223u;
    return (unsigned)((state >> 16) % below);
}

int main(void)
{
    static uint8_t value[250];
    unsigned n, i;
    uint32_t address;

    for (n = 0; n < sizeof cells; ++n)
        cells[n] = 0xFF;
    mix((uint32_t)mr_store_open(&store, &config));
    for (n = 0; n < 600; ++n) {
        unsigned kind = roll(4), what = roll(8);
        uint32_t id = kind == 0 ? 0xFFFFFFF8u + roll(8) : kind == 1 ? 5 : kind == 2 ? roll(4) * 0x40000001u : 100 + n % 20u;
        size_t length = kind == 3 ? 10 : 1 + roll((unsigned)kinds[kind].most_bytes);

        for (i = 0; i < length; ++i)
            value[i] = (uint8_t)roll(256);
        if (what == 0)
            mix((uint32_t)mr_store_remove(&store, kind, id));
        else if (what == 1) {
            length = 0;
            mix((uint32_t)mr_store_get(&store, kind, id, value, sizeof value, &length));
            for (i = 0; i < length; ++i)
                mix(value[i]);
        } else
            mix((uint32_t)mr_store_put(&store, kind, id, value, length));
        if (n % 50 == 49) {
            mix((uint32_t)mr_store_open(&store, &config));
            mix((uint32_t)mr_store_check(&store));
        }
    }
    for (address = MR_STORE_BEGIN; mr_store_walk(&store, &address) == MR_OK;)
        mix(address);
    for (n = 0; n < sizeof cells; ++n)
        mix(cells[n]);
    machine_put_hexadecimal(hash);
    machine_put("\n");
    return 0;
}
