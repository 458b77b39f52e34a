/* Made from pools.mr by memregc 0.1.0; fingerprint 0x5228E844. Do not edit: edit the layout.
 * Compile beside it, of the runtime: src/pool.c src/objects.c */
#include "pools_glue.h"

/* Start-up code must leave .noinit alone, so that its contents outlive a reset. */
#if defined __GNUC__ && defined __ELF__
#define MR_NOINIT(name) __attribute__((__section__(".noinit.memreg." name), __aligned__(8)))
#define MR_ALIGNED __attribute__((__aligned__(8)))
#else
#define MR_NOINIT(name)
#define MR_ALIGNED
#endif

uint8_t p_memory_bytes[1160] MR_ALIGNED;

/* pool messages: its blocks lie in memory; these are its books. */
mr_handles_t p_messages_handles;
static mr_pool_t p_messages_pool;
static uint16_t p_messages_words[MR_POOL_WORDS(P_MESSAGES_COUNT)];
static mr_slot_t p_messages_slots[P_MESSAGES_COUNT];
static uint16_t p_messages_owners[P_MESSAGES_COUNT];

/* pool readings: its blocks lie in memory; these are its books. */
mr_objects_t p_readings_objects;
static uint16_t p_readings_links[P_READINGS_COUNT];
MR_ASSERT(p_readings, sizeof(p_reading_t) <= 16u);

/* pool parts: its blocks lie in backup; these are its books. */
mr_handles_t p_parts_handles;
static mr_pool_t p_parts_pool;
static uint16_t p_parts_words[MR_POOL_WORDS(P_PARTS_COUNT)];
static mr_slot_t p_parts_slots[P_PARTS_COUNT];
static uint16_t p_parts_owners[P_PARTS_COUNT];

/* pool points: its blocks lie in backup; these are its books. */
mr_objects_t p_points_objects;
static uint16_t p_points_links[P_POINTS_COUNT];
MR_ASSERT(p_points, sizeof(p_reading_t) <= 16u);

mr_status_t p_init(void)
{
    if (mr_pool_init(&p_messages_pool, p_memory_bytes + 0x8u, P_MESSAGES_COUNT, 6u, p_messages_words) != MR_OK
        || mr_handles_init(&p_messages_handles, &p_messages_pool, p_messages_slots, P_MESSAGES_COUNT, p_messages_owners) != MR_OK)
        return MR_ERROR;
    if (mr_objects_init(&p_readings_objects, p_memory_bytes + 0x408u, sizeof(p_reading_t), P_READINGS_COUNT, p_readings_links) != MR_OK)
        return MR_ERROR;
    if (mr_pool_init(&p_parts_pool, (void *)(uintptr_t)P_PARTS_ADDRESS, P_PARTS_COUNT, 4u, p_parts_words) != MR_OK
        || mr_handles_init(&p_parts_handles, &p_parts_pool, p_parts_slots, P_PARTS_COUNT, p_parts_owners) != MR_OK)
        return MR_ERROR;
    if (mr_objects_init(&p_points_objects, (void *)(uintptr_t)P_POINTS_ADDRESS, sizeof(p_reading_t), P_POINTS_COUNT, p_points_links) != MR_OK)
        return MR_ERROR;
    return MR_OK;
}
