/* Flash blocks: a block's bytes and the erase units of its copies go in; the newest whole copy, or one more, comes out.
 * The contract is in memreg/flash_block.h, the bytes in docs/formats.md.
 *
 * A copy is written in three steps, each complete before the next begins: its header, its contents with their CRC, its mark.
 * What a cut can leave hanging between 0 and 1 is always the last step begun, and each may hang:
 *   - a header that reads blank was followed by nothing, and is programmed again with the same value, which settles it;
 *   - contents that read wrong may read right next time: nothing is appended behind them, and open writes the contents that
 *     it found once more, as newer ones, in the next unit;
 *   - contents that read right but lack a mark may read wrong next time: open settles them before it returns them;
 *   - a mark follows complete contents, so it does not matter what it reads.
 */
#include "memreg/flash_block.h"

enum { BLANK = 0xFF, MARK = 0x00, HEADER_BYTES = 4, CRC_BYTES = 4, CHUNK_BYTES = 32 };

#define CRC_POLYNOMIAL 0xEDB88320u
#define BLANK_HEADER 0xFFFFFFFFu
#define MOST_EPOCH 0x7FFFFFFFu       /* more than any part can be erased */

typedef enum flag {
    FLAG_OPEN = 1,               /* else nobody knows what a flush would erase */
    FLAG_SEALED = 2              /* something torn follows the newest copy */
} flag_t;

/* ---- Bytes */

static uint32_t crc_add(uint32_t crc, uint8_t byte)
{
    unsigned bit;

    crc ^= byte;
    for (bit = 0; bit < 8; ++bit)
        crc = crc >> 1 ^ (CRC_POLYNOMIAL & (0u - (crc & 1u)));
    return crc;
}

static uint32_t crc_add_word(uint32_t crc, uint32_t word)
{
    unsigned left;

    for (left = 4; left > 0; --left, word >>= 8)
        crc = crc_add(crc, (uint8_t)word);
    return crc;
}

static uint32_t round_up(const mr_flash_block_t *block, uint32_t bytes)
{
    uint32_t within = (uint32_t)block->config->flash->geometry->program_bytes - 1;

    return (bytes + within) & ~within;
}

/* From the first erase unit's start. */
static uint32_t slot_offset(const mr_flash_block_t *block, unsigned unit, unsigned slot)
{
    const mr_flash_block_config_t *config = block->config;

    return unit * config->flash->geometry->erase_bytes + (uint32_t)slot * config->slot_bytes;
}

static uint32_t newest_offset(const mr_flash_block_t *block)
{
    return slot_offset(block, block->unit, block->slots - 1u);
}

/* What a copy's CRC begins with: bytes from elsewhere, or of another time, do not pass. */
static uint32_t crc_begin(const mr_flash_block_t *block, uint32_t offset, uint32_t epoch)
{
    uint32_t crc = crc_add_word(0xFFFFFFFFu, block->config->seed);

    crc = crc_add_word(crc, block->config->size_bytes);
    crc = crc_add_word(crc, offset);
    return crc_add_word(crc, epoch);
}

static mr_status_t read_at(const mr_flash_block_t *block, uint32_t offset, void *bytes, size_t length)
{
    const mr_flash_t *flash = block->config->flash;

    return flash->driver->read(flash->context, block->config->offset + offset, bytes, length);
}

static mr_status_t read_word(const mr_flash_block_t *block, uint32_t offset, uint32_t *word)
{
    uint8_t bytes[4];
    mr_status_t status = read_at(block, offset, bytes, sizeof bytes);

    *word = bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
    return status;
}

/* ---- Reading copies */

/* What is wanted of a copy, and what it is like. */
typedef struct copy {
    uint8_t *into;               /* takes the contents, where it is not NULL */
    const uint8_t *against;      /* is compared with them, where it is not NULL */
    uint32_t epoch;
    uint8_t common;              /* the bits that are set in each byte of the contents */
    bool differs, is_marked;
} copy_t;

static uint32_t take_bytes(copy_t *copy, const uint8_t *bytes, unsigned at, unsigned length, uint32_t crc)
{
    unsigned index;

    for (index = 0; index < length; ++index, ++at) {
        crc = crc_add(crc, bytes[index]);
        copy->common &= bytes[index];
        if (copy->into != NULL)
            copy->into[at] = bytes[index];
        if (copy->against != NULL && copy->against[at] != bytes[index])
            copy->differs = true;
    }
    return crc;
}

/* MR_OK where the copy is whole, MR_CORRUPT where not, the driver's. */
static mr_status_t read_copy(const mr_flash_block_t *block, uint32_t offset, copy_t *copy, uint8_t *into,
                             const uint8_t *against)
{
    unsigned size = block->config->size_bytes, at, length;
    uint32_t crc, stored, from = offset + round_up(block, HEADER_BYTES);
    uint8_t bytes[CHUNK_BYTES];
    mr_status_t status = read_word(block, offset, &copy->epoch);

    copy->into = into;
    copy->against = against;
    copy->common = BLANK;
    copy->differs = false;
    crc = crc_begin(block, offset, copy->epoch);
    for (at = 0; at < size && status == MR_OK; at += length) {
        length = size - at < CHUNK_BYTES ? size - at : CHUNK_BYTES;
        status = read_at(block, from + at, bytes, length);
        crc = take_bytes(copy, bytes, at, length, crc);
    }
    if (status == MR_OK)
        status = read_word(block, from + size, &stored);
    if (status == MR_OK && (stored != ~crc || copy->epoch > MOST_EPOCH))
        return MR_CORRUPT;
    if (status == MR_OK)
        status = read_at(block, from + round_up(block, size + CRC_BYTES), bytes, 1);
    copy->is_marked = status == MR_OK && bytes[0] != BLANK;
    return status;
}

/* Copies are appended: of the headers in a unit the first ones are used, the others blank. */
static mr_status_t count_used(const mr_flash_block_t *block, unsigned unit, unsigned *used)
{
    unsigned low = 0, high = block->config->slot_count;

    while (low < high) {
        unsigned middle = low + (high - low) / 2;
        uint32_t header;
        mr_status_t status = read_word(block, slot_offset(block, unit, middle), &header);

        if (status != MR_OK)
            return status;
        if (header == BLANK_HEADER)
            high = middle;
        else
            low = middle + 1;
    }
    *used = low;
    return MR_OK;
}

/* The last whole copy in a unit that is older than `doubted`, where it is newer than what was found before. */
static mr_status_t find_in_unit(mr_flash_block_t *block, unsigned unit, unsigned used, const mr_flash_block_t *doubted)
{
    unsigned slot = used;
    mr_status_t status = MR_CORRUPT;
    copy_t copy;

    while (slot > 0 && status == MR_CORRUPT) {
        status = read_copy(block, slot_offset(block, unit, --slot), &copy, NULL, NULL);
        if (status == MR_OK && doubted != NULL
            && (copy.epoch > doubted->epoch || (copy.epoch == doubted->epoch && slot + 1 >= doubted->slots)))
            status = MR_CORRUPT;
    }
    if (status == MR_CORRUPT)
        return MR_OK;
    if (status != MR_OK || (block->slots != 0 && copy.epoch <= block->epoch))
        return status;
    block->epoch = copy.epoch;
    block->unit = (uint16_t)unit;
    block->slots = (uint16_t)(slot + 1);
    block->flags = slot + 1 != used ? FLAG_OPEN | FLAG_SEALED : FLAG_OPEN;
    return MR_OK;
}

/* Finds the newest copy of those that are older than `doubted`. MR_FRESH and MR_CORRUPT as of open. */
static mr_status_t find(mr_flash_block_t *block, const mr_flash_block_t *doubted)
{
    unsigned unit, used;
    bool is_used = false;

    block->epoch = 0;
    block->unit = 0;
    block->slots = 0;
    block->flags = FLAG_OPEN;
    for (unit = 0; unit < block->config->unit_count; ++unit) {
        mr_status_t status = count_used(block, unit, &used);

        if (status == MR_OK)
            status = find_in_unit(block, unit, used, doubted);
        if (status != MR_OK)
            return status;
        is_used = is_used || used != 0;
    }
    return block->slots != 0 ? MR_OK : is_used ? MR_CORRUPT : MR_FRESH;
}

/* ---- Writing copies */

/* Bytes on their way, up to the end of a page. */
typedef struct writer {
    const mr_flash_block_t *block;
    uint32_t at;                 /* from the region's start */
    mr_status_t status;
    unsigned fill;
    uint8_t bytes[MR_FLASH_BLOCK_MOST_PROGRAM_BYTES];
} writer_t;

static void program(writer_t *writer)
{
    const mr_flash_t *flash = writer->block->config->flash;

    if (writer->status == MR_OK && writer->fill > 0)
        writer->status = flash->driver->program(flash->context, writer->at, writer->bytes, writer->fill);
    writer->at += writer->fill;
    writer->fill = 0;
}

static void put(writer_t *writer, uint8_t byte)
{
    uint32_t within_page = (uint32_t)writer->block->config->flash->geometry->page_bytes - 1;

    writer->bytes[writer->fill++] = byte;
    if (writer->fill == sizeof writer->bytes || ((writer->at + writer->fill) & within_page) == 0)
        program(writer);
}

static void put_word(writer_t *writer, uint32_t word)
{
    unsigned left;

    for (left = 4; left > 0; --left, word >>= 8)
        put(writer, (uint8_t)word);
}

/* Ends a step: fills up the program unit, and waits until all is programmed. */
static mr_status_t finish_step(writer_t *writer)
{
    while ((writer->fill & ((unsigned)writer->block->config->flash->geometry->program_bytes - 1u)) != 0)
        put(writer, BLANK);
    program(writer);
    return writer->status;
}

static void begin_step(writer_t *writer, const mr_flash_block_t *block, uint32_t offset)
{
    writer->block = block;
    writer->at = block->config->offset + offset;
    writer->status = MR_OK;
    writer->fill = 0;
}

static void put_contents(writer_t *writer, uint32_t crc, const uint8_t *data)
{
    unsigned left;

    for (left = writer->block->config->size_bytes; left > 0; --left, ++data) {
        put(writer, *data);
        crc = crc_add(crc, *data);
    }
    put_word(writer, ~crc);
}

/* The second and third step, after a header. */
static mr_status_t write_contents(mr_flash_block_t *block, uint32_t offset, uint32_t epoch, const uint8_t *data)
{
    writer_t writer;
    mr_status_t status;
    copy_t written;

    begin_step(&writer, block, offset + round_up(block, HEADER_BYTES));
    put_contents(&writer, crc_begin(block, offset, epoch), data);
    status = finish_step(&writer);
    if (status == MR_OK)
        status = read_copy(block, offset, &written, NULL, data);
    if (status == MR_CORRUPT || (status == MR_OK && (written.differs || written.epoch != epoch)))
        return MR_WORN;
    if (status != MR_OK)
        return status;
    put(&writer, MARK);
    return finish_step(&writer);
}

static unsigned unit_after(const mr_flash_block_t *block, unsigned unit)
{
    return unit + 1 < block->config->unit_count ? unit + 1 : 0;
}

static mr_status_t erase_unit(mr_flash_block_t *block, unsigned unit)
{
    const mr_flash_t *flash = block->config->flash;
    mr_status_t status = flash->driver->erase(flash->context, block->config->offset + slot_offset(block, unit, 0));

    if (unit == block->unit && status != MR_BUSY && status != MR_LOCKED)
        block->slots = 0;
    return status;
}

/* Writes a copy to a slot whose unit is erased from there on. What fails after its first byte leaves something torn. */
static mr_status_t write_copy(mr_flash_block_t *block, unsigned unit, unsigned slot, uint32_t epoch, const uint8_t *data)
{
    uint32_t offset = slot_offset(block, unit, slot);
    writer_t writer;
    mr_status_t status;

    begin_step(&writer, block, offset);
    put_word(&writer, epoch);
    status = finish_step(&writer);
    if (status == MR_BUSY || status == MR_LOCKED)
        return status;
    if (unit == block->unit)
        block->flags |= FLAG_SEALED;
    if (status == MR_OK)
        status = write_contents(block, offset, epoch, data);
    if (status != MR_OK)
        return status;
    block->epoch = epoch;
    block->unit = (uint16_t)unit;
    block->slots = (uint16_t)(slot + 1);
    block->flags = FLAG_OPEN;
    return MR_OK;
}

static bool has_room(const mr_flash_block_t *block)
{
    return (block->flags & FLAG_SEALED) == 0 && block->slots < block->config->slot_count;
}

/* Behind the newest copy, or at the start of the next unit. */
static mr_status_t append(mr_flash_block_t *block, const uint8_t *data)
{
    unsigned unit = block->unit;
    mr_status_t status;

    if (block->slots != 0 && has_room(block))
        return write_copy(block, unit, block->slots, block->epoch, data);
    if (block->slots != 0)
        unit = unit_after(block, unit);
    status = erase_unit(block, unit);
    return status != MR_OK ? status : write_copy(block, unit, 0, block->epoch + 1, data);
}

/* Whether something torn is there that might read as newer than the newest copy: in its unit, or in the next one, which
 * begins with an older copy or was never used. */
static mr_status_t check_torn(const mr_flash_block_t *block, bool *is_torn)
{
    copy_t copy;
    mr_status_t status = read_copy(block, slot_offset(block, unit_after(block, block->unit), 0), &copy, NULL, NULL);

    if (status != MR_OK && status != MR_CORRUPT)
        return status;
    *is_torn = (block->flags & FLAG_SEALED) != 0
        || (status == MR_OK ? copy.epoch > block->epoch : copy.epoch != BLANK_HEADER || copy.common != BLANK);
    return MR_OK;
}

/* Makes the newest copy one that stays the newest. One without a mark is programmed once more where it is; where units are
 * programmed once, as another copy. */
static mr_status_t settle(mr_flash_block_t *block, bool is_marked, const uint8_t *data)
{
    const mr_flash_block_config_t *config = block->config;
    bool is_torn = false;
    mr_status_t status = MR_OK;

    if (!is_marked && !config->flash->geometry->programs_once)
        return write_contents(block, newest_offset(block), block->epoch, data);
    if (is_marked && config->unit_count > 1)
        status = check_torn(block, &is_torn);
    return status == MR_OK && (!is_marked || is_torn) ? append(block, data) : status;
}

/* ---- Calls */

static bool is_usable(const mr_flash_block_config_t *config)
{
    return config->unit_count != 0 && config->slot_count != 0 && config->size_bytes != 0
        && config->flash->geometry->program_bytes <= MR_FLASH_BLOCK_MOST_PROGRAM_BYTES;
}

static mr_status_t read_newest(const mr_flash_block_t *block, copy_t *copy, uint8_t *into, const uint8_t *against)
{
    if (block->slots == 0)
        return MR_NOT_FOUND;
    return read_copy(block, newest_offset(block), copy, into, against);
}

mr_status_t mr_flash_block_load(const mr_flash_block_t *block, void *data)
{
    copy_t copy;

    return read_newest(block, &copy, data, NULL);
}

/* A copy that was found whole may hang, and read wrong a moment later: then the one before it is the newest. */
static mr_status_t find_and_read(mr_flash_block_t *block, copy_t *copy, uint8_t *data)
{
    mr_flash_block_t doubted;
    mr_status_t status = find(block, NULL);

    while (status == MR_OK) {
        status = read_newest(block, copy, data, NULL);
        if (status != MR_CORRUPT)
            break;
        doubted = *block;
        status = find(block, &doubted);
    }
    return status;
}

mr_status_t mr_flash_block_open(mr_flash_block_t *block, const mr_flash_block_config_t *config, void *data)
{
    mr_status_t status = MR_BAD_ARGUMENT;
    copy_t copy;

    block->config = config;
    block->slots = 0;
    if (is_usable(config)) {
        status = find_and_read(block, &copy, data);
        if (status == MR_OK)
            status = settle(block, copy.is_marked, data);
    }
    if (status < 0 && status != MR_CORRUPT)
        block->flags = 0;
    return status;
}

bool mr_flash_block_is_pending(const mr_flash_block_t *block, const void *data)
{
    copy_t copy;

    return read_newest(block, &copy, NULL, data) != MR_OK || copy.differs;
}

mr_status_t mr_flash_block_flush(mr_flash_block_t *block, const void *data)
{
    if ((block->flags & FLAG_OPEN) == 0)
        return MR_BAD_ARGUMENT;
    return mr_flash_block_is_pending(block, data) ? append(block, data) : MR_OK;
}

mr_status_t mr_flash_block_erase(mr_flash_block_t *block)
{
    unsigned unit = block->unit, left;

    if ((block->flags & FLAG_OPEN) == 0)
        return MR_BAD_ARGUMENT;
    for (left = block->config->unit_count; left > 0; --left) {
        mr_status_t status;

        unit = unit_after(block, unit);
        status = erase_unit(block, unit);
        if (status != MR_OK)
            return status;
    }
    block->flags = FLAG_OPEN;
    return MR_OK;
}

void mr_flash_block_follow(mr_flash_block_t *block, const mr_flash_block_t *older)
{
    block->epoch = older->epoch;
    block->unit = (uint16_t)unit_after(older, older->unit);
}
