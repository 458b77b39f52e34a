/* Made from record_migrations.mr by memregc 0.1.0; fingerprint 0x6AA214B3. Do not edit: edit the layout.
 * Compile beside it, of the runtime: src/flash_block.c src/store*.c */
#include "record_migrations_glue.h"

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

/* store log */
static const mr_store_kind_t p_log_kinds[] = {
    /* of an earlier version */
    { .prefix = { 'C', 'F', 'G' }, .storage = MR_STORE_INDEXED, .first_id = 0u, .last_id = 3u, .most_bytes = 12u,
      .first_handle = 0u, .records = 4u, .parts = 1u, .first_sector = 0u, .ring = 0u,
      .calls = NULL },
    /* of an earlier version */
    { .prefix = { 'G', 0x00, 0x00 }, .storage = MR_STORE_INDEXED, .first_id = 0u, .last_id = 0u, .most_bytes = 1u,
      .first_handle = 4u, .records = 1u, .parts = 1u, .first_sector = 0u, .ring = 0u,
      .calls = NULL },
    /* of an earlier version */
    { .prefix = { 'B', 0x00, 0x00 }, .storage = MR_STORE_KEYED, .first_id = 0u, .last_id = 4294967295u, .most_bytes = 20u,
      .first_handle = 5u, .records = 64u, .parts = 1u, .first_sector = 0u, .ring = 0u,
      .calls = &mr_store_tagged_calls },
    /* of an earlier version */
    { .prefix = { 'L', 0x00, 0x00 }, .storage = MR_STORE_INDEXED, .first_id = 0u, .last_id = 9u, .most_bytes = 6u,
      .first_handle = 69u, .records = 10u, .parts = 1u, .first_sector = 0u, .ring = 0u,
      .calls = NULL },
    /* Sample */
    { .prefix = { 'S', 'M', 'P' }, .storage = MR_STORE_RING, .first_id = 0u, .last_id = 99u, .most_bytes = 2u,
      .first_handle = 117u, .records = 100u, .parts = 1u, .first_sector = 6u, .ring = 0u,
      .calls = &mr_store_ring_calls },
    /* of an earlier version */
    { .prefix = { 'C', 'F', 'G' }, .storage = MR_STORE_INDEXED, .first_id = 0u, .last_id = 3u, .most_bytes = 13u,
      .first_handle = 79u, .records = 4u, .parts = 1u, .first_sector = 0u, .ring = 0u,
      .calls = NULL },
    /* of an earlier version */
    { .prefix = { 'L', 0x00, 0x00 }, .storage = MR_STORE_INDEXED, .first_id = 0u, .last_id = 9u, .most_bytes = 7u,
      .first_handle = 83u, .records = 10u, .parts = 1u, .first_sector = 0u, .ring = 0u,
      .calls = NULL },
    /* New */
    { .prefix = { 'N', 'E', 'W' }, .storage = MR_STORE_INDEXED, .first_id = 0u, .last_id = 2u, .most_bytes = 2u,
      .first_handle = 93u, .records = 3u, .parts = 1u, .first_sector = 0u, .ring = 0u,
      .calls = NULL },
    /* Settings */
    { .prefix = { 'C', 'F', 'G' }, .storage = MR_STORE_INDEXED, .first_id = 0u, .last_id = 4u, .most_bytes = 27u,
      .first_handle = 96u, .records = 5u, .parts = 1u, .first_sector = 0u, .ring = 0u,
      .calls = NULL },
    /* Blob */
    { .prefix = { 'B', 0x00, 0x00 }, .storage = MR_STORE_KEYED, .first_id = 0u, .last_id = 4294967295u, .most_bytes = 40u,
      .first_handle = 101u, .records = 6u, .parts = 1u, .first_sector = 0u, .ring = 0u,
      .calls = &mr_store_tagged_calls },
    /* Last */
    { .prefix = { 'L', 0x00, 0x00 }, .storage = MR_STORE_INDEXED, .first_id = 0u, .last_id = 9u, .most_bytes = 11u,
      .first_handle = 107u, .records = 10u, .parts = 1u, .first_sector = 0u, .ring = 0u,
      .calls = NULL },
};
static uint8_t p_log_index[MR_STORE_INDEX_BYTES(117u, 0u)];
static uint16_t p_log_sequences[MR_STORE_SEQUENCES(6u)];
static mr_store_ring_t p_log_rings[1];
const mr_store_config_t p_log_setup = {
    .flash = { &p_nor_driver, &p_nor_geometry, NULL }, .offset_bytes = 0x0u, .sectors = 6u,
    .handles = 117u, .kind_count = 11u, .kinds = p_log_kinds, .scratch = 0u,
    .index = p_log_index, .sequences = p_log_sequences, .rings = p_log_rings, .once = NULL,
};
mr_store_t p_log_store;
MR_ASSERT(p_log_new, MR_STORE_PARTS(2u, 4096u) == 1u);
MR_ASSERT(p_log_settings, MR_STORE_PARTS(27u, 4096u) == 1u);
MR_ASSERT(p_log_blob, MR_STORE_PARTS(40u, 4096u) == 1u);
MR_ASSERT(p_log_last, MR_STORE_PARTS(11u, 4096u) == 1u);
MR_ASSERT(p_log_sample, MR_STORE_RING_SECTORS(100u, 2u, 4096u, 1u) == 2u);

/* memreg Setup: where its copies lie, and which is the newest. */
const mr_flash_block_config_t p_setup_setup = { .flash = &p_nor_flash, .offset = 0x8000u, .seed = 0x2B8E43B4u, .unit_count = 2u,
      .size_bytes = P_SETUP_SIZE, .slot_bytes = 49u, .slot_count = 83u };
MR_ASSERT(p_setup_slots, MR_FLASH_BLOCK_SLOT_BYTES(P_SETUP_SIZE, 1u) == 49u);
mr_flash_block_t p_setup_state;

/* memreg Level: where its copies lie, and which is the newest. */
const mr_flash_block_config_t p_level_setup[2] = {
    { .flash = &p_nor_flash, .offset = 0xA000u, .seed = 0x9479D997u, .unit_count = 2u,
      .size_bytes = P_LEVEL_SIZE, .slot_bytes = 14u, .slot_count = 292u },
    { .flash = &p_nor_flash, .offset = 0xC000u, .seed = 0x9479D997u, .unit_count = 2u,
      .size_bytes = P_LEVEL_SIZE, .slot_bytes = 14u, .slot_count = 292u },
};
MR_ASSERT(p_level_slots, MR_FLASH_BLOCK_SLOT_BYTES(P_LEVEL_SIZE, 1u) == 14u);
mr_flash_block_t p_level_state[2];

mr_status_t p_init(void)
{
    return MR_OK;
}
