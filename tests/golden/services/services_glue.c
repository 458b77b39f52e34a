/* Made from services.mr by memregc 0.1.0; fingerprint 0xACFD17F1. Do not edit: edit the layout.
 * Compile beside it, of the runtime: src/pool.c src/objects.c src/store*.c src/map.c src/packed.c targets/…/spi_nor_flash.c */
#include "services_glue.h"
#include "spi_nor_flash.h"

/* Start-up code must leave .noinit alone, so that its contents outlive a reset. */
#if defined __GNUC__ && defined __ELF__
#define MR_NOINIT(name) __attribute__((__section__(".noinit.memreg." name), __aligned__(8)))
#define MR_ALIGNED __attribute__((__aligned__(8)))
#else
#define MR_NOINIT(name)
#define MR_ALIGNED
#endif

uint8_t services_memory_bytes[1089] MR_ALIGNED;

/* region nor */
static mr_status_t services_nor_exchange(void *user, const uint8_t *command, size_t command_length, const uint8_t *send, uint8_t *receive, size_t length)
{
    (void)user;
    return services_nor_transfer(command, command_length, send, receive, length);
}
static mr_spi_nor_t services_nor_part = {
    .transfer = services_nor_exchange, .base_address = 0x0u, .erase_bytes = 4096u, .address_bytes = 3,
};
static const mr_flash_geometry_t services_nor_geometry = {
    .size_bytes = 2097152u, .erase_bytes = 4096u, .page_bytes = 256u,
    .program_bytes = 1u, .programs_once = false,
};
static const mr_flash_t services_nor_flash = { &mr_spi_nor_flash_driver, &services_nor_geometry, &services_nor_part };

/* store log */
static const mr_store_kind_t services_log_kinds[] = {
    /* Config */
    { .prefix = { 'C', 'F', 'G' }, .storage = MR_STORE_INDEXED, .first_id = 0u, .last_id = 0u, .most_bytes = 27u,
      .first_handle = 0u, .records = 1u, .parts = 1u, .first_sector = 0u, .ring = 0u,
      .calls = NULL },
    /* Blob */
    { .prefix = { 'B', 0x00, 0x00 }, .storage = MR_STORE_INDEXED, .first_id = 0u, .last_id = 3u, .most_bytes = 100u,
      .first_handle = 1u, .records = 4u, .parts = 1u, .first_sector = 0u, .ring = 0u,
      .calls = NULL },
    /* Sample */
    { .prefix = { 'S', 'M', 'P' }, .storage = MR_STORE_RING, .first_id = 0u, .last_id = 9999u, .most_bytes = 7u,
      .first_handle = 5u, .records = 10000u, .parts = 1u, .first_sector = 217u, .ring = 0u,
      .calls = &mr_store_ring_calls },
};
static uint8_t services_log_index[MR_STORE_INDEX_BYTES(5u, 0u)];
static uint16_t services_log_sequences[MR_STORE_SEQUENCES(217u)];
static mr_store_ring_t services_log_rings[1];
const mr_store_config_t services_log_setup = {
    .flash = { &mr_spi_nor_flash_driver, &services_nor_geometry, &services_nor_part }, .offset_bytes = 0x0u, .sectors = 217u,
    .handles = 5u, .kind_count = 3u, .kinds = services_log_kinds, .scratch = 0u,
    .index = services_log_index, .sequences = services_log_sequences, .rings = services_log_rings, .once = NULL,
};
mr_store_t services_log_store;
MR_ASSERT(services_log_sample, MR_STORE_RING_SECTORS(10000u, 7u, 4096u, 1u) == 39u);
MR_ASSERT(services_log_config, MR_STORE_PARTS(27u, 4096u) == 1u);
MR_ASSERT(services_log_blob, MR_STORE_PARTS(100u, 4096u) == 1u);

/* pool messages: its blocks lie in memory; these are its books. */
mr_handles_t services_messages_handles;
static mr_pool_t services_messages_pool;
static uint16_t services_messages_words[MR_POOL_WORDS(SERVICES_MESSAGES_COUNT)];
static mr_slot_t services_messages_slots[SERVICES_MESSAGES_COUNT];
static uint16_t services_messages_owners[SERVICES_MESSAGES_COUNT];

/* pool readings: its blocks lie in memory; these are its books. */
mr_objects_t services_readings_objects;
static uint16_t services_readings_links[SERVICES_READINGS_COUNT];
MR_ASSERT(services_readings, sizeof(services_reading_t) <= 8u);

/* map assets */
const char *const services_assets_names[2] = { "eng5X8", "icons" };
const mr_map_area_t services_assets_area = { &mr_map_flash, &services_nor_flash, 0x100000u, 0x100000u };

mr_status_t services_init(void)
{
    mr_status_t status;
    status = mr_spi_nor_open(&services_nor_part);
    if (status != MR_OK)
        return status;
    if (mr_pool_init(&services_messages_pool, services_memory_bytes + 0x0u, SERVICES_MESSAGES_COUNT, 6u, services_messages_words) != MR_OK
        || mr_handles_init(&services_messages_handles, &services_messages_pool, services_messages_slots, SERVICES_MESSAGES_COUNT, services_messages_owners) != MR_OK)
        return MR_ERROR;
    if (mr_objects_init(&services_readings_objects, services_memory_bytes + 0x400u, sizeof(services_reading_t), SERVICES_READINGS_COUNT, services_readings_links) != MR_OK)
        return MR_ERROR;
    return MR_OK;
}
