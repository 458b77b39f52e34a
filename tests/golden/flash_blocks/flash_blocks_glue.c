/* Made from flash_blocks.mr by memregc 0.1.0; fingerprint 0x8FD5CB50. Do not edit: edit the layout.
 * Compile beside it, of the runtime: src/flash_block.c */
#include "flash_blocks_glue.h"

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
    .size_bytes = 65536u, .erase_bytes = 4096u, .page_bytes = 256u,
    .program_bytes = 1u, .programs_once = false,
};
static const mr_flash_t p_nor_flash = { &p_nor_driver, &p_nor_geometry, NULL };

/* memreg Setup: where its copies lie, and which is the newest. */
const mr_flash_block_config_t p_setup_setup = { .flash = &p_nor_flash, .offset = 0x0u, .seed = 0x12242C60u, .unit_count = 2u,
      .size_bytes = P_SETUP_SIZE, .slot_bytes = 12u, .slot_count = 341u };
MR_ASSERT(p_setup_slots, MR_FLASH_BLOCK_SLOT_BYTES(P_SETUP_SIZE, 1u) == 12u);
mr_flash_block_t p_setup_state;

/* memreg Slots: where its copies lie, and which is the newest. */
const mr_flash_block_config_t p_slots_setup[2] = {
    { .flash = &p_nor_flash, .offset = 0x2000u, .seed = 0xFF4D4F80u, .unit_count = 2u,
      .size_bytes = P_SLOTS_SIZE, .slot_bytes = 13u, .slot_count = 315u },
    { .flash = &p_nor_flash, .offset = 0x4000u, .seed = 0xFF4D4F80u, .unit_count = 2u,
      .size_bytes = P_SLOTS_SIZE, .slot_bytes = 13u, .slot_count = 315u },
};
MR_ASSERT(p_slots_slots, MR_FLASH_BLOCK_SLOT_BYTES(P_SLOTS_SIZE, 1u) == 13u);
mr_flash_block_t p_slots_state[2];

mr_status_t p_init(void)
{
    return MR_OK;
}
