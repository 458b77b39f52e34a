/* Made from maps_flash.mr by memregc 0.1.0; fingerprint 0xD9B78FD1. Do not edit: edit the layout.
 * Compile beside it, of the runtime: src/map.c src/packed.c src/table.c */
#include "maps_flash_glue.h"

/* Start-up code must leave .noinit alone, so that its contents outlive a reset. */
#if defined __GNUC__ && defined __ELF__
#define MR_NOINIT(name) __attribute__((__section__(".noinit.memreg." name), __aligned__(8)))
#define MR_ALIGNED __attribute__((__aligned__(8)))
#else
#define MR_NOINIT(name)
#define MR_ALIGNED
#endif


/* region nor */
static mr_status_t p_nor_read_at(void *context, uint32_t offset, void *data, size_t length)
{
    (void)context;
    return p_nor_read(offset, (uint8_t *)data, (uint32_t)length);
}
static mr_status_t p_nor_program_at(void *context, uint32_t offset, const void *data, size_t length)
{
    (void)context;
    return p_nor_program(offset, (const uint8_t *)data, (uint32_t)length);
}
static mr_status_t p_nor_erase_at(void *context, uint32_t offset)
{
    (void)context;
    return p_nor_erase(offset);
}
static const mr_flash_driver_t p_nor_driver = { p_nor_read_at, p_nor_program_at, p_nor_erase_at };
static const mr_flash_geometry_t p_nor_geometry = {
    .size_bytes = 1048576u, .erase_bytes = 4096u, .page_bytes = 256u,
    .program_bytes = 1u, .programs_once = false,
};
static const mr_flash_t p_nor_flash = { &p_nor_driver, &p_nor_geometry, NULL };

/* map assets */
const char *const p_assets_names[2] = { "eng5X8", "curve" };
const mr_map_area_t p_assets_area = { &mr_map_memory, (const void *)(uintptr_t)0x0u, 0x80000u, 0x10000u };
mr_view_t p_assets_curve_view;
mr_table_t p_assets_curve_table;

/* map far */
const char *const p_far_names[1] = { "eng5X8" };
const mr_map_area_t p_far_area = { &mr_map_flash, &p_nor_flash, 0x0u, 0x10000u };

mr_status_t p_init(void)
{
    return MR_OK;
}
