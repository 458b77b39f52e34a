/* Made from stores_host.mr by memregc 0.1.0; fingerprint 0x05530490. Do not edit: edit the layout.
 * Compile beside it, of the runtime: src/flash_block.c src/store*.c targets/host/host_memory.c */
#include "stores_host_glue.h"
#include "host_memory.h"

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
    .name = "stores_host.flash", .size_bytes = 8388608u, .erase_bytes = 4096u,
    .page_bytes = 256u, .program_bytes = 1u, .programs_once = false, .is_erasable = true,
};
static const mr_flash_geometry_t p_flash_geometry = {
    .size_bytes = 8388608u, .erase_bytes = 4096u, .page_bytes = 256u,
    .program_bytes = 1u, .programs_once = false,
};
static const mr_flash_t p_flash_flash = { &mr_host_flash_driver, &p_flash_geometry, &p_flash_memory };

/* store log */
static const mr_store_kind_t p_log_kinds[] = {
    /* Config */
    { .prefix = { 'C', 'F', 'G' }, .storage = MR_STORE_INDEXED, .first_id = 0u, .last_id = 0u, .most_bytes = 27u,
      .first_handle = 0u, .records = 1u, .parts = 1u, .first_sector = 0u, .ring = 0u,
      .calls = NULL },
    /* Blob */
    { .prefix = { 'B', 0x00, 0x00 }, .storage = MR_STORE_KEYED, .first_id = 0u, .last_id = 4294967295u, .most_bytes = 3000u,
      .first_handle = 1u, .records = 20u, .parts = 3u, .first_sector = 0u, .ring = 0u,
      .calls = &mr_store_tagged_calls },
    /* Few */
    { .prefix = { 0xF0, 0x00, 0x00 }, .storage = MR_STORE_INDEXED, .first_id = 5u, .last_id = 14u, .most_bytes = 7u,
      .first_handle = 61u, .records = 10u, .parts = 1u, .first_sector = 0u, .ring = 0u,
      .calls = NULL },
    /* Sample */
    { .prefix = { 'S', 'M', 'P' }, .storage = MR_STORE_RING, .first_id = 0u, .last_id = 999u, .most_bytes = 7u,
      .first_handle = 71u, .records = 1000u, .parts = 1u, .first_sector = 9u, .ring = 0u,
      .calls = &mr_store_ring_calls },
    /* Line */
    { .prefix = { 'L', 'I', 'N' }, .storage = MR_STORE_RING, .first_id = 100u, .last_id = 199u, .most_bytes = 22u,
      .first_handle = 1071u, .records = 100u, .parts = 1u, .first_sector = 14u, .ring = 1u,
      .calls = &mr_store_ring_calls },
};
static uint8_t p_log_index[MR_STORE_INDEX_BYTES(71u, 2u)];
static uint16_t p_log_sequences[MR_STORE_SEQUENCES(9u)];
static mr_store_ring_t p_log_rings[2];
const mr_store_config_t p_log_setup = {
    .flash = { &mr_host_flash_driver, &p_flash_geometry, &p_flash_memory }, .offset_bytes = 0x0u, .sectors = 9u,
    .handles = 71u, .kind_count = 5u, .kinds = p_log_kinds, .scratch = 2u,
    .index = p_log_index, .sequences = p_log_sequences, .rings = p_log_rings, .once = NULL,
};
mr_store_t p_log_store;
MR_ASSERT(p_log_sample, MR_STORE_RING_SECTORS(1000u, 7u, 4096u, 1u) == 5u);
MR_ASSERT(p_log_config, MR_STORE_PARTS(27u, 4096u) == 1u);
MR_ASSERT(p_log_blob, MR_STORE_PARTS(3000u, 4096u) == 3u);
MR_ASSERT(p_log_few, MR_STORE_PARTS(7u, 4096u) == 1u);
MR_ASSERT(p_log_line, MR_STORE_RING_SECTORS(100u, 22u, 4096u, 1u) == 2u);

/* memreg Setup: where its copies lie, and which is the newest. */
const mr_flash_block_config_t p_setup_setup = { .flash = &p_flash_flash, .offset = 0x10000u, .seed = 0xD8DA04C3u, .unit_count = 2u,
      .size_bytes = P_SETUP_SIZE, .slot_bytes = 10u, .slot_count = 409u };
MR_ASSERT(p_setup_slots, MR_FLASH_BLOCK_SLOT_BYTES(P_SETUP_SIZE, 1u) == 10u);
mr_flash_block_t p_setup_state;

mr_status_t p_init(void)
{
    if (mr_host_open(&p_flash_memory) != MR_OK)
        return MR_ERROR;
    return MR_OK;
}
