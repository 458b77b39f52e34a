/* Firmware of an ESP32-C3 or C6 that maps its flash at random, through the driver as it is: ends with 0 where every
 * byte that it reads is right, else with the number of the check that failed. */
#include "esp32_firmware.h"
#include "esp32_mmu.h"
#include "machine.h"

#define CONTROL(offset) (*(volatile uint32_t *)(CONTROL_BASE + (offset)))

enum { MOST_LIVE = 12, OPERATIONS = 400 };

static unsigned checks;
static uint16_t books[MR_MMU_BOOKS(256)];

static void check(bool is_right)
{
    ++checks;
    if (!is_right) {
        machine_put("check ");
        machine_put_number(checks);
        machine_put(" failed\n");
        machine_exit(checks > 254 ? 254 : (int)checks);
    }
}

static uint32_t random_state = 123456789;

static uint32_t random_below(uint32_t limit)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 17;
    random_state ^= random_state << 5;
    return (random_state >> 4) % limit;
}

/* Both ends, and both sides of each page's border. */
static bool shows(const mr_view_t *view, uint32_t address, uint8_t flipped)
{
    const volatile uint8_t *data = mr_view_data(view);
    uint32_t length = mr_view_length(view), border;

    if (data[0] != (uint8_t)(FLASH_BYTE(address) ^ flipped)
        || data[length - 1] != (uint8_t)(FLASH_BYTE(address + length - 1) ^ flipped))
        return false;
    for (border = (address | 0xFFFFu) + 1; border < address + length; border += 0x10000u)
        if (data[border - address] != (uint8_t)(FLASH_BYTE(border) ^ flipped)
            || data[border - address - 1] != (uint8_t)(FLASH_BYTE(border - 1) ^ flipped))
            return false;
    return true;
}

int main(void)
{
    static const mr_mmu_t mmu = { &DRIVER, NULL, books, 0, ENTRIES };
    static const mr_map_area_t flash = { &mr_map_mmu, &mmu, 0, FLASH_BYTES };
    static struct { mr_view_t view; uint32_t address; } views[MOST_LIVE];
    unsigned live = 0, operation, index, maps = 0, loads;
    const volatile uint8_t *dead;
    mr_view_t view, second;

    __asm__ volatile("csrsi mstatus, 8");
    check(mr_mmu_statistics(&mmu).foreign == PROGRAM_ENTRIES);
    for (operation = 0; operation < OPERATIONS; ++operation) {
        if (live < MOST_LIVE && random_below(2) == 0) {
            uint32_t length = 1 + random_below(200000), address = random_below(FLASH_BYTES - length);
            check(mr_map_view(&flash, address, length, &views[live].view) == MR_OK);
            views[live++].address = address;
            ++maps;
        } else if (live != 0) {
            unsigned which = (unsigned)random_below(live);
            check(shows(&views[which].view, views[which].address, 0));
            mr_map_unmap(&views[which].view);
            views[which] = views[--live];
        }
        for (index = 0; index < live; ++index)
            check(shows(&views[index].view, views[index].address, 0));
    }
    while (live != 0)
        mr_map_unmap(&views[--live].view);
    machine_put_number(CONTROL(CONTROL_STOPS));
    machine_put(" cache stops for ");
    machine_put_number(maps);
    machine_put(" maps\n");

    /* A mapped read is one load. */
    check(mr_map_view(&flash, 3 * 65536 + 5, 100, &view) == MR_OK);
    loads = CONTROL(CONTROL_LOADS);
    check(mr_view_data(&view)[7] == FLASH_BYTE(3u * 65536 + 12));
    check(CONTROL(CONTROL_LOADS) == loads + 1);

    /* What is programmed shows after a sync, in each place. */
    check(mr_map_view(&flash, 3 * 65536, 65536, &second) == MR_OK && shows(&second, 3 * 65536, 0));
    CONTROL(CONTROL_PROGRAM) = 3;
    check(shows(&view, 3 * 65536 + 5, 0)); /* stale: the machine has a cache */
    check(mr_map_sync(&flash, 3 * 65536, 1) == MR_OK);
    check(shows(&view, 3 * 65536 + 5, 0xFF) && shows(&second, 3 * 65536, 0xFF));
    mr_map_unmap(&second);

    /* Freed entries are dead: reading them faults. */
    dead = mr_view_data(&view);
    mr_map_unmap(&view);
    check(*dead == (uint8_t)(FLASH_BYTE(3u * 65536 + 5) ^ 0xFF)); /* kept for later */
    index = mr_mmu_statistics(&mmu).kept;
    check(index != 0 && mr_mmu_trim(&mmu) == index);
    CONTROL(CONTROL_DEAD_READS) = 1;
    check(*dead == 0xDD && CONTROL(CONTROL_DEAD_READS) == 1);
    CONTROL(CONTROL_DEAD_READS) = 0;
    check(mr_mmu_statistics(&mmu).foreign == PROGRAM_ENTRIES);
    return 0;
}
