/* A simulated NOR flash: bits only fall between erases, and power fails after `budget` programmed bytes and erases. Whoever
 * includes this says how large it is (UNIT_BYTES, PART_BYTES), and has EXPECT(). PART(n) is the part of version n's glue. */
enum { ENDLESS = 0xFFFFFFFF };

static uint8_t cells[PART_BYTES], kept[PART_BYTES];
static uint32_t budget = ENDLESS;   /* bytes and erases until power fails */

static bool spend(void)
{
    if (budget == 0)
        return false;
    if (budget != ENDLESS)
        budget--;
    return true;
}

static mr_status_t get(uint32_t offset, uint8_t *bytes, uint32_t count)
{
    EXPECT(offset + count <= PART_BYTES);
    memcpy(bytes, cells + offset, count);
    return MR_OK;
}

static mr_status_t clear(uint32_t offset, const uint8_t *bytes, uint32_t count)
{
    EXPECT(offset + count <= PART_BYTES);
    for (uint32_t at = 0; at < count; at++) {
        if (!spend()) {
            cells[offset + at] = (uint8_t)(cells[offset + at] & (bytes[at] | 0x55u));
            return MR_ERROR;
        }
        EXPECT((bytes[at] & ~cells[offset + at]) == 0);
        cells[offset + at] &= bytes[at];
    }
    return MR_OK;
}

static mr_status_t wipe(uint32_t offset)
{
    bool has_power = spend();
    EXPECT(offset % UNIT_BYTES == 0 && offset < PART_BYTES);
    memset(cells + offset, 0xFF, has_power ? UNIT_BYTES : UNIT_BYTES / 2u);
    return has_power ? MR_OK : MR_ERROR;
}

#define PART(n) \
    mr_status_t v##n##_nor_read(uint32_t offset, uint8_t *bytes, uint32_t count) { return get(offset, bytes, count); } \
    mr_status_t v##n##_nor_program(uint32_t offset, const uint8_t *bytes, uint32_t count) { return clear(offset, bytes, count); } \
    mr_status_t v##n##_nor_erase(uint32_t offset) { return wipe(offset); }
