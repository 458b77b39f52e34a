/* Takes over what earlier versions stored (power/1.mr to 3.mr), in RAM, in an EEPROM and on a bus, with the power cut after
 * every written byte of the first flush, and whichever of two copies was written last. What is opened afterwards is the
 * old contents, taken over once more, or the new ones: never anything else. Out: a line for each case, "ok" or what
 * failed. */
#include <stddef.h>

void *memcpy(void *, const void *, size_t);   /* not every machine has a library */
void *memset(void *, int, size_t);

/* Each written byte of a medium goes through here: see `run`, which puts it into mr_copy_changed(). */
static unsigned writes_left;
static int is_cut;
static void write_byte(volatile unsigned char *to, unsigned char byte)
{
    if (writes_left == 0) {
        is_cut = 1;
        return;
    }
    if (writes_left != 0xFFFFu)
        writes_left--;
    *to = byte;
}

#include "g/1/power_glue.c"
#include "g/2/power_glue.c"
#include "g/3/power_glue.c"

#include "machine.h"

enum { SIZE = 512, ENDLESS = 0xFFFF };

static uint8_t ram[SIZE], rom[SIZE], dev[SIZE];
static uint8_t saved_ram[SIZE], saved_rom[SIZE], saved_dev[SIZE];

static mr_status_t put_bytes(uint8_t *medium, uint32_t offset, const uint8_t *bytes, uint32_t count)
{
    for (uint32_t at = 0; at < count; at++)
        write_byte(medium + offset + at, bytes[at]);
    return MR_OK;
}

/* A version's media: the same for all. */
#define VERSION(n) \
    mr_status_t v##n##_dev_read(uint32_t offset, uint8_t *bytes, uint32_t count) { memcpy(bytes, dev + offset, count); return MR_OK; } \
    mr_status_t v##n##_dev_write(uint32_t offset, const uint8_t *bytes, uint32_t count) { return put_bytes(dev, offset, bytes, count); } \
    mr_status_t v##n##_rom_read(uint32_t offset, uint8_t *bytes, uint32_t count) { memcpy(bytes, rom + offset, count); return MR_OK; } \
    mr_status_t v##n##_rom_program(uint32_t offset, const uint8_t *bytes, uint32_t count) \
    { \
        for (uint32_t at = 0; at < count; at++) \
            write_byte(rom + offset + at, (uint8_t)(rom[offset + at] & bytes[at])); \
        return is_cut ? MR_ERROR : MR_OK; \
    } \
    mr_status_t v##n##_rom_erase(uint32_t offset) { write_byte(rom + offset, 0xFF); return is_cut ? MR_ERROR : MR_OK; } \
    static void boot_##n(void) { memcpy(v##n##_keep_bytes, ram, sizeof v##n##_keep_bytes); (void)v##n##_init(); } \
    static void halt_##n(void) { memcpy(ram, v##n##_keep_bytes, sizeof v##n##_keep_bytes); }

/* What a test does with a block as one version. */
typedef struct block {
    void (*boot)(void);
    void (*halt)(void);
    mr_status_t (*open)(uint32_t *a, uint16_t *b);
    mr_status_t (*store)(uint32_t a, uint16_t b);
} block_t;

#define BLOCK(n, name) \
    static v##n##_##name##_t copy_##n##_##name; \
    static mr_status_t open_##n##_##name(uint32_t *a, uint16_t *b) \
    { \
        mr_status_t status = v##n##_##name##_open(&copy_##n##_##name); \
        *a = v##n##_##name##_get_a(&copy_##n##_##name); \
        *b = v##n##_##name##_get_b(&copy_##n##_##name); \
        return status; \
    } \
    static mr_status_t store_##n##_##name(uint32_t a, uint16_t b) \
    { \
        v##n##_##name##_set_a(&copy_##n##_##name, a); \
        v##n##_##name##_set_b(&copy_##n##_##name, b); \
        return v##n##_##name##_flush(&copy_##n##_##name); \
    }
#define ENTRY(n, name) { boot_##n, halt_##n, open_##n##_##name, store_##n##_##name },
#define BLOCKS_IN(EACH, n, region) \
    EACH(n, grow_##region) EACH(n, shrink_##region) EACH(n, turn_##region) EACH(n, move_##region)
#define BLOCKS(EACH, n) BLOCKS_IN(EACH, n, keep) BLOCKS_IN(EACH, n, rom) BLOCKS_IN(EACH, n, dev)

VERSION(1)
VERSION(2)
VERSION(3)
BLOCKS(BLOCK, 1)
BLOCKS(BLOCK, 2)
BLOCKS(BLOCK, 3)
static const block_t blocks[3][12] = { { BLOCKS(ENTRY, 1) }, { BLOCKS(ENTRY, 2) }, { BLOCKS(ENTRY, 3) } };
static const char *const names[12] = { "grow-ram", "shrink-ram", "turn-ram", "move-ram", "grow-eeprom", "shrink-eeprom",
                                       "turn-eeprom", "move-eeprom", "grow-bus", "shrink-bus", "turn-bus", "move-bus" };

static void power_up(unsigned writes)
{
    writes_left = writes;
    is_cut = 0;
}

static void save(void) { memcpy(saved_ram, ram, SIZE), memcpy(saved_rom, rom, SIZE), memcpy(saved_dev, dev, SIZE); }
static void restore(void) { memcpy(ram, saved_ram, SIZE), memcpy(rom, saved_rom, SIZE), memcpy(dev, saved_dev, SIZE); }

static unsigned cuts;

#define EXPECT(condition) do { if (!(condition)) return __LINE__; } while (0)

/* Leaves a block as an older version has it, the copy `newest` written last, with a = newest + 1. */
static int leave(const block_t *old, unsigned newest)
{
    uint32_t a;
    uint16_t b;
    memset(ram, 0xFF, SIZE), memset(rom, 0xFF, SIZE), memset(dev, 0xFF, SIZE);
    power_up(ENDLESS);
    old->boot();
    EXPECT(old->open(&a, &b) == MR_FRESH);
    for (uint32_t time = 1; time <= newest + 1; time++)
        EXPECT(old->store(time, 0x1234) == MR_OK);
    old->halt();
    save();
    return 0;
}

/* One flush, cut after so many writes. */
static int cut_flush(const block_t *now, unsigned newest, unsigned writes, int *was_cut)
{
    uint32_t a;
    uint16_t b;
    mr_status_t status;
    restore();
    power_up(ENDLESS);
    now->boot();
    EXPECT(now->open(&a, &b) == MR_MIGRATED && a == newest + 1 && b == 0x1234);
    power_up(writes);
    (void)now->store(0x01020304, 0x0506);
    *was_cut = is_cut;
    power_up(ENDLESS);
    now->halt();
    now->boot();
    status = now->open(&a, &b);
    if (status == MR_MIGRATED)
        EXPECT(*was_cut && a == newest + 1 && b == 0x1234);
    else
        EXPECT(status == MR_OK && a == 0x01020304 && b == 0x0506);
    EXPECT(now->store(7, 8) == MR_OK);
    now->halt();
    now->boot();
    EXPECT(now->open(&a, &b) == MR_OK && a == 7 && b == 8);
    cuts++;
    return 0;
}

static int test(const block_t *old, const block_t *now)
{
    for (unsigned newest = 0; newest < 2; newest++) {
        int was_cut = 1, failed = leave(old, newest);
        for (unsigned writes = 0; !failed && was_cut; writes++)
            failed = cut_flush(now, newest, writes, &was_cut);
        if (failed)
            return failed;
    }
    return 0;
}

int main(void)
{
    static const unsigned char chains[3][2] = { { 0, 1 }, { 1, 2 }, { 0, 2 } };
    int failures = 0;
    for (unsigned chain = 0; chain < 3; chain++) {
        for (unsigned block = 0; block < 12; block++) {
            int failed = test(&blocks[chains[chain][0]][block], &blocks[chains[chain][1]][block]);
            machine_put_number(chains[chain][0] + 1u);
            machine_put("-to-");
            machine_put_number(chains[chain][1] + 1u);
            machine_put("-");
            machine_put(names[block]);
            machine_put(failed ? ": line " : ": ok\n");
            if (failed) {
                machine_put_number((uint32_t)failed);
                machine_put("\n");
            }
            failures += failed != 0;
        }
    }
    machine_put("cuts: ");
    machine_put_number(cuts);
    machine_put("\n");
    return failures != 0;
}
