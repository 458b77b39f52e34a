/* Made from flash_blocks.mr by memregc 0.1.0; fingerprint 0x8FD5CB50. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Blocks in flash: one reached by functions of the program, and several of one kind. */
#ifndef P_FLASH_BLOCKS_INCLUDED
#define P_FLASH_BLOCKS_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Setup, Slots. */
#include <stdbool.h>
#include <stdint.h>

#include <memreg/flash_block.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define P_VERSION 1u
#define P_FINGERPRINT 0x8FD5CB50u

/* ---- region nor (flash) */
/* The program defines these three; offsets are from the region's start. Each returns MR_OK or a negative status. Program:
 * any bytes within 256, of which no bit has to rise. Erase: the unit at the offset. */
MR_EXTERN mr_status_t p_nor_read(uint32_t offset, uint8_t *bytes, uint32_t count);
MR_EXTERN mr_status_t p_nor_program(uint32_t offset, const uint8_t *bytes, uint32_t count);
MR_EXTERN mr_status_t p_nor_erase(uint32_t offset);

/* ---- Setup: 3 bytes in nor at 0x0
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        mode                     u8              = 2
 * 0x0001        target                   i16             = 2100
 */
#define P_SETUP_SIZE 3u
/** What the installer chose. */
typedef struct { uint8_t bytes[P_SETUP_SIZE]; } p_setup_t;
MR_ASSERT(p_setup, sizeof(p_setup_t) == P_SETUP_SIZE);
static inline void p_setup_defaults(p_setup_t *block)
{
    static const uint8_t initial[P_SETUP_SIZE] = {
        0x02, 0x34, 0x08,
    };
    mr_copy(block->bytes, initial, P_SETUP_SIZE);
}
MR_EXTERN mr_flash_block_t p_setup_state;   /* both in the glue */
MR_EXTERN const mr_flash_block_config_t p_setup_setup;

/* Finds the newest copy in flash and loads it; says what was found; where that is not MR_OK, the defaults are set. Where the
 * last flush was cut just before its end, this completes it. Call it first: until then there is no copy, and flush and
 * erase refuse with MR_BAD_ARGUMENT. None of these from an interrupt. */
static inline mr_status_t p_setup_open(p_setup_t *block)
{
    mr_status_t found = mr_flash_block_open(&p_setup_state, &p_setup_setup, block->bytes);
    if (found != MR_OK)
        p_setup_defaults(block);
    return found;
}
/* Reads the newest copy again. MR_NOT_FOUND: there is none. */
static inline mr_status_t p_setup_load(p_setup_t *block) { return mr_flash_block_load(&p_setup_state, block->bytes); }
/* Appends a copy where the block differs from the newest one. Whenever power fails, the old or the new one is there whole. */
static inline mr_status_t p_setup_flush(p_setup_t *block)
{
    return mr_flash_block_flush(&p_setup_state, block->bytes);
}
/* Would a flush change anything? */
static inline bool p_setup_pending(const p_setup_t *block)
{
    return mr_flash_block_is_pending(&p_setup_state, block->bytes);
}
/* Forgets all copies, each by an erase: the next open finds MR_FRESH. */
static inline mr_status_t p_setup_erase(void) { return mr_flash_block_erase(&p_setup_state); }
#define P_SETUP_MODE_OFFSET 0x00u
#define P_SETUP_MODE_BIT 0u
#define P_SETUP_MODE_WIDTH 8u
MR_INLINE uint8_t p_setup_get_mode(const p_setup_t *block) { return MR_LE8(1, block->bytes); }
MR_INLINE void p_setup_set_mode(p_setup_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes, to); }
#define P_SETUP_TARGET_OFFSET 0x01u
#define P_SETUP_TARGET_BIT 0u
#define P_SETUP_TARGET_WIDTH 16u
MR_INLINE int16_t p_setup_get_target(const p_setup_t *block) { return (int16_t)MR_LE16(1, block->bytes + 0x1u); }
MR_INLINE void p_setup_set_target(p_setup_t *block, int16_t to) { MR_SET_LE16(1, block->bytes + 0x1u, (uint16_t)to); }

/* ---- Slots: 4 bytes in nor at 0x2000, 2 times every 0x2000, guarded by crc16
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        level                    u8
 * 0x0001        (version)                u8
 * 0x0002        (crc16)
 */
#define P_SLOTS_SIZE 4u
#define P_SLOTS_COUNT 2u
#define P_SLOTS_STRIDE 0x2000u
typedef struct { uint8_t bytes[P_SLOTS_SIZE]; } p_slots_t;
MR_ASSERT(p_slots, sizeof(p_slots_t) == P_SLOTS_SIZE);
static inline void p_slots_defaults(p_slots_t *block)
{
    static const uint8_t initial[P_SLOTS_SIZE] = {
        0x00, 0x01, 0x66, 0xF3,
    };
    mr_copy(block->bytes, initial, P_SLOTS_SIZE);
}
static inline uint16_t p_slots_crc(const p_slots_t *block)
{
    return mr_crc16(0x61D1u, block->bytes, 0x2u);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t p_slots_check(const p_slots_t *block)
{
    uint16_t difference = (uint16_t)(p_slots_crc(block) ^ MR_LE16(1, block->bytes + 0x2u));
    if (difference == 0)
        return block->bytes[0x1u] == 1u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, P_SLOTS_SIZE) || mr_is_filled(block->bytes, 0xFF, P_SLOTS_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void p_slots_seal(p_slots_t *block)
{
    block->bytes[0x1u] = 1u;
    MR_SET_LE16(1, block->bytes + 0x2u, p_slots_crc(block));
}
MR_EXTERN mr_flash_block_t p_slots_state[2];   /* both in the glue */
MR_EXTERN const mr_flash_block_config_t p_slots_setup[2];

/* Finds the newest copy in flash and loads it; says what was found; where that is not MR_OK, the defaults are set. Where the
 * last flush was cut just before its end, this completes it. Call it first: until then there is no copy, and flush and
 * erase refuse with MR_BAD_ARGUMENT. None of these from an interrupt. */
static inline mr_status_t p_slots_open(p_slots_t *block, unsigned i)
{
    mr_status_t found = mr_flash_block_open(&p_slots_state[i], &p_slots_setup[i], block->bytes);
    if (found == MR_OK)
        found = p_slots_check(block);
    if (found != MR_OK)
        p_slots_defaults(block);
    return found;
}
/* Reads the newest copy again. MR_NOT_FOUND: there is none. */
static inline mr_status_t p_slots_load(p_slots_t *block, unsigned i) { return mr_flash_block_load(&p_slots_state[i], block->bytes); }
/* Appends a copy where the block differs from the newest one. Whenever power fails, the old or the new one is there whole. */
static inline mr_status_t p_slots_flush(p_slots_t *block, unsigned i)
{
    p_slots_seal(block);
    return mr_flash_block_flush(&p_slots_state[i], block->bytes);
}
/* Would a flush change anything? */
static inline bool p_slots_pending(const p_slots_t *block, unsigned i)
{
    p_slots_t image = *block;
    p_slots_seal(&image);
    return mr_flash_block_is_pending(&p_slots_state[i], image.bytes);
}
/* Forgets all copies, each by an erase: the next open finds MR_FRESH. */
static inline mr_status_t p_slots_erase(unsigned i) { return mr_flash_block_erase(&p_slots_state[i]); }
#define P_SLOTS_LEVEL_OFFSET 0x00u
#define P_SLOTS_LEVEL_BIT 0u
#define P_SLOTS_LEVEL_WIDTH 8u
MR_INLINE uint8_t p_slots_get_level(const p_slots_t *block) { return MR_LE8(1, block->bytes); }
MR_INLINE void p_slots_set_level(p_slots_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes, to); }

#endif
