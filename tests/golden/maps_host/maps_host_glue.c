/* Made from maps_host.mr by memregc 0.1.0; fingerprint 0x855768AE. Do not edit: edit the layout.
 * Compile beside it, of the runtime: src/store*.c src/map.c src/packed.c src/mmu.c src/table.c targets/host/host_memory.c targets/host/host_map.c */
#include "maps_host_glue.h"
#include "host_memory.h"
#include "host_map.h"

/* Start-up code must leave .noinit alone, so that its contents outlive a reset. */
#if defined __GNUC__ && defined __ELF__
#define MR_NOINIT(name) __attribute__((__section__(".noinit.memreg." name), __aligned__(8)))
#define MR_ALIGNED __attribute__((__aligned__(8)))
#else
#define MR_NOINIT(name)
#define MR_ALIGNED
#endif


/* region flash */
static mr_host_memory_t p_flash_memory = {
    .name = "maps_host.flash", .size_bytes = 8388608u, .erase_bytes = 4096u,
    .page_bytes = 256u, .program_bytes = 1u, .programs_once = false, .is_erasable = true,
};
static const mr_flash_geometry_t p_flash_geometry = {
    .size_bytes = 8388608u, .erase_bytes = 4096u, .page_bytes = 256u,
    .program_bytes = 1u, .programs_once = false,
};

/* region flash: the entries that maps may use, and how many views use each */
static mr_host_map_t p_flash_map = { .name = "maps_host.flash", .size_bytes = 8388608u };
static uint16_t p_flash_books[MR_MMU_BOOKS(MR_HOST_MAP_ENTRIES)];
static const mr_mmu_t p_flash_mmu = { &mr_host_mmu_driver, &p_flash_map, p_flash_books, 0, MR_HOST_MAP_ENTRIES };

/* store log */
static const mr_store_kind_t p_log_kinds[] = {
    /* Last */
    { .prefix = { 'L', 0x00, 0x00 }, .storage = MR_STORE_INDEXED, .first_id = 0u, .last_id = 0u, .most_bytes = 6u,
      .first_handle = 0u, .records = 1u, .parts = 1u, .first_sector = 0u, .ring = 0u,
      .calls = NULL },
};
static uint8_t p_log_index[MR_STORE_INDEX_BYTES(1u, 0u)];
static uint16_t p_log_sequences[MR_STORE_SEQUENCES(16u)];
const mr_store_config_t p_log_setup = {
    .flash = { &mr_host_flash_driver, &p_flash_geometry, &p_flash_memory }, .offset_bytes = 0x0u, .sectors = 16u,
    .handles = 1u, .kind_count = 1u, .kinds = p_log_kinds, .scratch = 0u,
    .index = p_log_index, .sequences = p_log_sequences, .rings = NULL, .once = NULL,
};
mr_store_t p_log_store;
MR_ASSERT(p_log_last, MR_STORE_PARTS(6u, 4096u) == 1u);

/* map assets */
const char *const p_assets_names[2] = { "eng5X8", "curve" };
const mr_map_area_t p_assets_area = { &mr_map_mmu, &p_flash_mmu, 0x100000u, 0x100000u };
mr_view_t p_assets_curve_view;
mr_table_t p_assets_curve_table;

mr_status_t p_init(void)
{
    if (mr_host_open(&p_flash_memory) != MR_OK)
        return MR_ERROR;
    if (mr_host_map_open(&p_flash_map) != MR_OK)
        return MR_ERROR;
    return MR_OK;
}
