/* Slots: a header with the unit's epoch, the block and its CRC, a mark. See flash_copy.h. */
#include "flash_copy.h"

#include <string.h>

#include "crc.h"
#include "little_endian.h"

enum { EPOCH_BYTES = 4, CRC_BYTES = 4, MARK = 0x00, ERASED = 0xFF };
#define MOST_EPOCH 0x7FFFFFFFu

/* From a slot's start to its block: the header is filled up to whole program units. */
static uint64_t header_bytes(const schema_block_t *block)
{
    uint64_t program = block->region->unit_bytes;
    return (EPOCH_BYTES + program - 1) / program * program;
}

static uint32_t copy_crc(const schema_block_t *block, const uint8_t *units, uint64_t slot)
{
    uint8_t head[16];
    little_put_u32(head, block->flash_seed);
    little_put_u32(head + 4, block->size_bytes);
    little_put_u32(head + 8, (uint32_t)slot);
    memcpy(head + 12, units + slot, EPOCH_BYTES);
    uint32_t crc = guard_crc(GUARD_CRC32, UINT32_MAX, head, sizeof head);
    return ~guard_crc(GUARD_CRC32, crc, units + slot + header_bytes(block), block->size_bytes);
}

static bool is_whole(const schema_block_t *block, const uint8_t *units, uint64_t slot)
{
    const uint8_t *crc = units + slot + header_bytes(block) + block->size_bytes;
    return little_get_u32(units + slot) <= MOST_EPOCH && little_get_u32(crc) == copy_crc(block, units, slot);
}

bool flash_copy_find(const schema_block_t *block, const uint8_t *units, uint64_t *offset)
{
    uint32_t erase = block->region->erase_bytes, best_epoch = 0;
    bool is_found = false;
    for (uint64_t unit = 0; unit + erase <= block->footprint_bytes; unit += erase) {
        for (uint32_t number = block->slot_count; number-- > 0;) {
            uint64_t slot = unit + (uint64_t)number * block->slot_bytes;
            if (!is_whole(block, units, slot))
                continue;
            if (!is_found || little_get_u32(units + slot) > best_epoch) {
                is_found = true;
                best_epoch = little_get_u32(units + slot);
                *offset = slot + header_bytes(block);
            }
            break;
        }
    }
    return is_found;
}

void flash_copy_seal(const schema_block_t *block, uint8_t *units, uint64_t offset)
{
    little_put_u32(units + offset + block->size_bytes, copy_crc(block, units, offset - header_bytes(block)));
}

uint64_t flash_copy_write(const schema_block_t *block, uint8_t *units, const uint8_t *bytes)
{
    uint64_t program = block->region->unit_bytes, offset = header_bytes(block);
    memset(units, ERASED, block->footprint_bytes);
    little_put_u32(units, 0);
    memcpy(units + offset, bytes, block->size_bytes);
    flash_copy_seal(block, units, offset);
    units[offset + (block->size_bytes + CRC_BYTES + program - 1) / program * program] = MARK;
    return offset;
}
