/* Made from maps.mr by memregc 0.1.0; fingerprint 0x89422BC7. Do not edit: edit the layout.
 * Compile beside it, of the runtime: src/map.c src/packed.c src/mmu.c src/table.c targets/…/esp32_mmu.c */
#include "maps_glue.h"
#include "esp32_mmu.h"

/* Start-up code must leave .noinit alone, so that its contents outlive a reset. */
#if defined __GNUC__ && defined __ELF__
#define MR_NOINIT(name) __attribute__((__section__(".noinit.memreg." name), __aligned__(8)))
#define MR_ALIGNED __attribute__((__aligned__(8)))
#else
#define MR_NOINIT(name)
#define MR_ALIGNED
#endif


/* region window: the entries that maps may use, and how many views use each */
static uint16_t p_window_books[MR_MMU_BOOKS(128u)];
static const mr_mmu_t p_window_mmu = { &mr_esp32c3_mmu, NULL, p_window_books, 0, 128u };

/* map assets */
const char *const p_assets_names[4] = { "eng5X8", "icons", "curve", "plain" };
const mr_map_area_t p_assets_area = { &mr_map_mmu, &p_window_mmu, 0x200000u, 0x100000u };
mr_view_t p_assets_curve_view;
mr_table_t p_assets_curve_table;
mr_view_t p_assets_plain_view;
mr_table_t p_assets_plain_table;

/* map more */
const char *const p_more_names[1] = { "a\042b" };
const mr_map_area_t p_more_area = { &mr_map_mmu, &p_window_mmu, 0x110000u, 0x20000u };
mr_view_t p_more_kinds_view;
mr_table_t p_more_kinds_table;

/* map rest */
const mr_map_area_t p_rest_area = { &mr_map_mmu, &p_window_mmu, 0x300000u, 0x10000u };

mr_status_t p_init(void)
{
    return MR_OK;
}
