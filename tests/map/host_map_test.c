/* Maps of a flash file on the host: says nothing where all is right. `host_map_test dead` reads a dead page: it must
 * end by a signal. In the folder of MEMREG_HOST_DIR. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "host_map.h"
#include "host_memory.h"

enum { FLASH_BYTES = 10 * 65536 };

static mr_host_memory_t flash_memory = {
    .name = "demo.flash", .size_bytes = FLASH_BYTES, .erase_bytes = 4096, .page_bytes = 256, .program_bytes = 1,
    .is_erasable = true
};
static mr_host_map_t flash_map = { .name = "demo.flash", .size_bytes = FLASH_BYTES };
static mr_host_map_t other_map = { .name = "demo.other", .size_bytes = 65536 };
static uint16_t books[MR_MMU_BOOKS(MR_HOST_MAP_ENTRIES)], other_books[MR_MMU_BOOKS(MR_HOST_MAP_ENTRIES)];
static const mr_mmu_t flash_mmu = { &mr_host_mmu_driver, &flash_map, books, 0, MR_HOST_MAP_ENTRIES };
static const mr_mmu_t other_mmu = { &mr_host_mmu_driver, &other_map, other_books, 0, MR_HOST_MAP_ENTRIES };
static const mr_map_area_t area = { &mr_map_mmu, &flash_mmu, 0, FLASH_BYTES };
static const mr_map_area_t other = { &mr_map_mmu, &other_mmu, 0, 65536 };

#define CHECK(is_right) ((is_right) ? (void)0 : (printf("%s (line %d)\n", #is_right, __LINE__), exit(1)))

static void program(uint32_t offset, const char *text)
{
    CHECK(mr_host_flash_driver.program(&flash_memory, offset, text, strlen(text)) == MR_OK);
}

int main(int count, char **arguments)
{
    mr_view_t view, second;
    const uint8_t *data;

    (void)arguments;
    if (count == 1) {
        program(65536 - 4, "over");
        program(65536, " the border");
    }
    CHECK(mr_map_view(&area, 65536 - 4, 15, &view) == MR_OK);
    CHECK(memcmp(mr_view_data(&view), "over the border", 15) == 0);
    CHECK(mr_map_view(&area, FLASH_BYTES - 1, 1, &second) == MR_OK && *mr_view_data(&second) == 0xFF);
    mr_map_unmap(&second);
    CHECK(flash_map.changes == 2);
    CHECK(mr_map_view(&other, 0, 1, &second) == MR_NO_SPACE); /* there is one window */
    if (count == 1)
        program(200, "after"); /* shows at once; a sync is right all the same */
    CHECK(mr_map_sync(&area, 200, 5) == MR_OK && mr_map_view(&area, 200, 5, &second) == MR_OK);
    CHECK(memcmp(mr_view_data(&second), "after", 5) == 0);
    data = mr_view_data(&view);
    mr_map_unmap(&view);
    mr_map_unmap(&second);
    CHECK(*data == 'o');
    CHECK(mr_mmu_trim(&flash_mmu) == FLASH_BYTES / 65536);
    if (count == 2)
        printf("a dead page reads %d\n", *(const volatile uint8_t *)data);
    mr_host_map_close(&flash_map);
    CHECK(mr_map_view(&other, 0, 1, &second) == MR_OK && *mr_view_data(&second) == 0xFF);
    mr_map_unmap(&second);
    return 0;
}
