/* Made from services_warned.mr by memregc 0.1.0; fingerprint 0xE9F81B59. Do not edit: edit the layout.
 * Compile beside it, of the runtime: src/pool.c src/objects.c */
#include "services_warned_glue.h"

/* Start-up code must leave .noinit alone, so that its contents outlive a reset. */
#if defined __GNUC__ && defined __ELF__
#define MR_NOINIT(name) __attribute__((__section__(".noinit.memreg." name), __aligned__(8)))
#define MR_ALIGNED __attribute__((__aligned__(8)))
#else
#define MR_NOINIT(name)
#define MR_ALIGNED
#endif

uint8_t services_warned_memory_bytes[1089] MR_ALIGNED;

/* pool messages: its blocks lie in memory; these are its books. */
mr_handles_t services_warned_messages_handles;
static mr_pool_t services_warned_messages_pool;
static uint16_t services_warned_messages_words[MR_POOL_WORDS(SERVICES_WARNED_MESSAGES_COUNT)];
static mr_slot_t services_warned_messages_slots[SERVICES_WARNED_MESSAGES_COUNT];
static uint16_t services_warned_messages_owners[SERVICES_WARNED_MESSAGES_COUNT];

/* pool readings: its blocks lie in memory; these are its books. */
mr_objects_t services_warned_readings_objects;
static uint16_t services_warned_readings_links[SERVICES_WARNED_READINGS_COUNT];
MR_ASSERT(services_warned_readings, sizeof(services_warned_reading_t) <= 8u);

mr_status_t services_warned_init(void)
{
    if (mr_pool_init(&services_warned_messages_pool, services_warned_memory_bytes + 0x0u, SERVICES_WARNED_MESSAGES_COUNT, 6u, services_warned_messages_words) != MR_OK
        || mr_handles_init(&services_warned_messages_handles, &services_warned_messages_pool, services_warned_messages_slots, SERVICES_WARNED_MESSAGES_COUNT, services_warned_messages_owners) != MR_OK)
        return MR_ERROR;
    if (mr_objects_init(&services_warned_readings_objects, services_warned_memory_bytes + 0x400u, sizeof(services_warned_reading_t), SERVICES_WARNED_READINGS_COUNT, services_warned_readings_links) != MR_OK)
        return MR_ERROR;
    return MR_OK;
}
