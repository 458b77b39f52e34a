/* Stores: a configuration and calls go in; entries appended to sectors of flash come out, and the values that they hold.
 * The contract is in memreg/store.h, the bytes on the medium in docs/formats.md.
 *
 * What all of this relies on:
 *   - a sector is in use where its header is whole; that is programmed after its erase was verified;
 *   - entries are only appended, to the newest sector (the head); the newest entry of a handle counts;
 *   - before anything but copies of what is elsewhere goes to the head, another sector has nothing alive;
 *   - what was being programmed when power failed is the end of the head: mounting tells whether it is whole, programs it
 *     once more where it is, and moves the rest elsewhere and erases the sector where it is not. */
#include "store_internal.h"

/* ---- Reading. */

/* CRC-32 (IEEE), a bit at a time: small, and the medium is slower. */
uint32_t store_crc(uint32_t crc, unsigned byte)
{
    unsigned bit;

    crc ^= byte;
    for (bit = 0; bit < 8; ++bit)
        crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1u)));
    return crc;
}

static uint32_t sector_bytes(const mr_store_t *store)
{
    return (uint32_t)1 << store->erase_shift;
}

unsigned store_sector_of(const mr_store_t *store, uint32_t at)
{
    return (unsigned)(at >> store->erase_shift);
}

static uint32_t sector_at(const mr_store_t *store, unsigned sector)
{
    return (uint32_t)sector << store->erase_shift;
}

/* `unit` is a power of two. */
static uint32_t align_to(uint32_t bytes, uint32_t unit)
{
    return (bytes + unit - 1) & ~(unit - 1);
}

static uint32_t align(const mr_store_t *store, uint32_t bytes)
{
    return align_to(bytes, (uint32_t)1 << ALIGN_SHIFT(store));
}

mr_status_t store_read(const mr_store_t *store, uint32_t at, void *bytes, uint32_t count)
{
    const mr_store_config_t *config = store->config;

    return config->flash.driver->read(config->flash.context, config->offset_bytes + at, bytes, (size_t)count);
}

/* Whether the ones in 16 bits are odd in number: so are those of an entry's header and of its length; 0x0000 and 0xFFFF
 * are even. */
static bool is_odd(unsigned bits)
{
    bits ^= bits >> 8;
    bits ^= bits >> 4;
    return ((0x6996u >> (bits & 15u)) & 1u) != 0;
}

static uint32_t sequence_of(const mr_store_t *store, unsigned sector)
{
    return store->sequence - (uint16_t)(store->sequence - store->config->sequences[sector]);
}

/* What an entry's check value starts from: an entry proves nothing at another place or after an erase. */
static uint32_t seed(const mr_store_t *store, uint32_t at)
{
    uint32_t offset = at & (sector_bytes(store) - 1);

    return ~(sequence_of(store, store_sector_of(store, at)) ^ (offset << 15));
}

unsigned store_slots(const mr_store_t *store)
{
    return (unsigned)store->config->handles + 1u + store->config->scratch;
}

/* The row of a slot's kind; `part` counts within the value. Slots of a kind are in the order of parts, then records. */
const mr_store_kind_t *store_kind_of(const mr_store_t *store, unsigned slot, unsigned *part)
{
    const mr_store_kind_t *kind;

    for (kind = store->config->kinds;; ++kind)
        for (*part = 0; !IS_RING(kind) && *part < PARTS(kind); ++*part, slot -= kind->records)
            if (slot < kind->records)
                return kind;
}

/* Bytes before the data in a payload: an id where the kind has any, a stamp where values have parts, and the length of
 * the whole in the first of them. */
unsigned store_key_bytes(const mr_store_kind_t *kind, unsigned part)
{
    unsigned bytes = 0;

    if (IS_KEYED(kind) && part == 0)
        bytes = 4;
    if (PARTS(kind) > 1)
        bytes += part == 0 ? 6u : 2u;
    return bytes;
}

static uint32_t part_bytes(const mr_store_t *store)
{
    return MR_STORE_PART_BYTES(sector_bytes(store));
}

/* Bytes of a payload that is as long as it can be. */
static unsigned full_payload(const mr_store_t *store, unsigned slot)
{
    unsigned part;
    const mr_store_kind_t *kind = store_kind_of(store, slot, &part);
    uint32_t data = kind->most_bytes;
    unsigned left = part;

    for (; left > 0; --left)
        data -= part_bytes(store);
    if (part + 1 < PARTS(kind))
        data = part_bytes(store);
    return (unsigned)data + store_key_bytes(kind, part);
}

/* Understands the first 4 bytes of an entry, of which the last 2 count only where it is sized. */
static bool parse(const mr_store_t *store, uint32_t at, const uint8_t *bytes, entry_t *entry)
{
    unsigned header = store_u16(bytes);
    unsigned length = 0;

    if (!is_odd(header))
        return false;
    entry->at = at;
    entry->handle = (uint16_t)(header & HANDLE_MASK);
    entry->type = (uint8_t)((header >> 13) & 3u);
    entry->lead = 2;
    if (entry->handle > TABLE_HANDLE || (entry->handle < MARK_HANDLE && entry->handle >= store->config->handles))
        return false;
    if (entry->type == ENTRY_SIZED) {
        length = store_u16(bytes + 2);
        entry->lead = 4;
        if (!is_odd(length))
            return false;
        length &= 0x7FFFu;
    } else if (entry->type == ENTRY_WHOLE) {
        if (entry->handle >= MARK_HANDLE)
            return false;
        length = full_payload(store, entry->handle);
    } else if (entry->type != ENTRY_DELETED) {
        return false;
    }
    entry->payload = (uint16_t)length;
    entry->size = align(store, (uint32_t)length + entry->lead + 4u);
    return entry->size <= sector_bytes(store) - (at & (sector_bytes(store) - 1));
}

mr_status_t store_read_entry(const mr_store_t *store, uint32_t at, uint32_t want, entry_t *entry, uint32_t skipped,
                             uint8_t *sink, uint32_t sink_bytes)
{
    uint8_t chunk[CHUNK_BYTES];
    uint32_t got = sector_bytes(store) - (at & (sector_bytes(store) - 1));
    uint32_t position, end = CHUNK_BYTES, check = 0, crc = seed(store, at);
    unsigned next = 0;
    mr_status_t status;

    if (got > want)
        got = want;
    if (got > CHUNK_BYTES)
        got = CHUNK_BYTES;
    status = store_read(store, at, chunk, got);
    if (status != MR_OK)
        return status;
    if (!parse(store, at, chunk, entry))
        return MR_CORRUPT;
    skipped += entry->lead;
    end = (uint32_t)entry->lead + entry->payload;
    for (position = 0; position < end + 4; ++position) {
        uint8_t byte;

        if (next == got) {
            got = end + 4 - position;
            if (got > CHUNK_BYTES)
                got = CHUNK_BYTES;
            next = 0;
            status = store_read(store, at + position, chunk, got);
            if (status != MR_OK)
                return status;
        }
        byte = chunk[next++];
        if (position >= end) {
            check = (check >> 8) | ((uint32_t)byte << 24);
            continue;
        }
        crc = store_crc(crc, byte);
        if (position >= entry->lead && position - entry->lead < KEY_BYTES)
            entry->key[position - entry->lead] = byte;
        if (position >= skipped && position - skipped < sink_bytes)
            sink[position - skipped] = byte;
    }
    entry->syndrome = crc ^ check;
    return MR_OK;
}

/* ---- Sectors' headers. */

static uint32_t header_crc(const uint8_t *bytes)
{
    uint32_t crc = 0x3153726Du; /* "mrS1" */
    unsigned i;

    for (i = 0; i < SECTOR_HEADER_BYTES - 4; ++i)
        crc = store_crc(crc, bytes[i]);
    return crc ^ store_u32(bytes + SECTOR_HEADER_BYTES - 4);
}

/* One flipped bit would cost all of a sector: it is found by trying. */
static bool is_mended(uint8_t *bytes)
{
    unsigned bit;

    for (bit = 0; bit < SECTOR_HEADER_BYTES * 8u; ++bit) {
        bytes[bit >> 3] = (uint8_t)(bytes[bit >> 3] ^ (1u << (bit & 7u)));
        if (header_crc(bytes) == 0)
            return true;
        bytes[bit >> 3] = (uint8_t)(bytes[bit >> 3] ^ (1u << (bit & 7u)));
    }
    return false;
}

static uint32_t mark_offset(const mr_store_t *store)
{
    return align_to(SECTOR_HEADER_BYTES, PROGRAM_BYTES(store));
}

/* Bytes before a sector's first entry. Where nothing is programmed twice, a unit after the header is kept for the mark
 * that the sector is being erased; elsewhere the header's check value is overwritten. */
uint32_t store_header_bytes(const mr_store_t *store)
{
    return align(store, PROGRAMS_ONCE(store) ? mark_offset(store) + 1 : SECTOR_HEADER_BYTES);
}

static bool is_filled(const uint8_t *bytes, unsigned count, unsigned value)
{
    while (count > 0)
        if (bytes[--count] != value)
            return false;
    return true;
}

/* Whether a unit has been programmed to 0, and is not only blank with a flipped bit. */
static bool is_marked(const uint8_t *unit, unsigned bytes)
{
    unsigned used = 0, i;

    for (i = 0; i < bytes; ++i)
        if (unit[i] != 0xFF)
            ++used;
    return used > 1 || (used == 1 && bytes == 1);
}

/* MR_NOT_FOUND: blank, or marked as no header; MR_CORRUPT: neither, nor whole. */
static mr_status_t read_header(const mr_store_t *store, unsigned sector, sector_header_t *header)
{
    uint8_t bytes[2 * MOST_PROGRAM_BYTES];
    uint32_t unit = PROGRAM_BYTES(store);
    uint32_t count = PROGRAMS_ONCE(store) ? mark_offset(store) + unit : SECTOR_HEADER_BYTES;
    mr_status_t status = store_read(store, sector_at(store, sector), bytes, count);

    if (status != MR_OK)
        return status;
    if (is_filled(bytes, SECTOR_HEADER_BYTES, 0xFF) || is_filled(bytes + SECTOR_HEADER_BYTES - 4, 4, 0) ||
        (PROGRAMS_ONCE(store) && is_marked(bytes + mark_offset(store), (unsigned)unit)))
        return MR_NOT_FOUND;
    if (header_crc(bytes) != 0 && !is_mended(bytes))
        return MR_CORRUPT;
    header->layout = store_u16(bytes);
    header->flags = bytes[2] & 3u;
    header->sequence = store_u32(bytes + 3);
    header->erases = store_u32(bytes + 7) & 0xFFFFFFu;
    header->span = store_u16(bytes + 10);
    return (bytes[2] >> 2) == ALIGN_SHIFT(store) && header->sequence != 0 ? MR_OK : MR_CORRUPT;
}

mr_status_t store_read_header(const mr_store_t *store, unsigned sector, sector_header_t *header)
{
    mr_status_t status = read_header(store, sector, header);

    return status == MR_CORRUPT ? MR_NOT_FOUND : status;
}

static uint32_t sequence_after(uint32_t sequence)
{
    do
        ++sequence;
    while ((uint16_t)(sequence + 1) < 2);
    return sequence;
}

/* ---- The index. */

static void set_place(mr_store_t *store, unsigned slot, uint32_t at, uint32_t flag)
{
    uint8_t *place = store->config->index + 3u * slot;
    uint32_t value = (at >> ALIGN_SHIFT(store)) | flag;

    place[0] = (uint8_t)value;
    place[1] = (uint8_t)(value >> 8);
    place[2] = (uint8_t)(value >> 16);
}

static uint32_t place_of(const mr_store_t *store, unsigned slot)
{
    const uint8_t *place = store->config->index + 3u * slot;

    return store_u16(place) | ((uint32_t)place[2] << 16);
}

uint32_t store_place(const mr_store_t *store, unsigned slot)
{
    return (place_of(store, slot) & ~PLACE_DELETED) << ALIGN_SHIFT(store);
}

bool store_is_record(const mr_store_t *store, unsigned slot)
{
    return place_of(store, slot) - 1u < PLACE_DELETED - 1u;
}

/* The slot after `slot` whose entry is in a sector; NONE after the last. Begin with NONE. */
static unsigned next_in_sector(const mr_store_t *store, unsigned sector, unsigned slot)
{
    unsigned slots = store_slots(store);

    for (slot = (slot + 1) & NONE; slot < slots; ++slot) {
        uint32_t at = store_place(store, slot);

        if (at != 0 && store_sector_of(store, at) == sector)
            return slot;
    }
    return NONE;
}

bool store_is_live(const mr_store_t *store, unsigned sector)
{
    return next_in_sector(store, sector, NONE) != NONE;
}

/* The first bytes of an entry: an entry is never shorter than 6 bytes. */
static mr_status_t read_lead(const mr_store_t *store, uint32_t at, entry_t *entry)
{
    uint8_t bytes[4];
    mr_status_t status = store_read(store, at, bytes, sizeof bytes);

    if (status != MR_OK)
        return status;
    return parse(store, at, bytes, entry) ? MR_OK : MR_CORRUPT;
}

mr_status_t store_live_bytes(const mr_store_t *store, unsigned sector, uint32_t *bytes)
{
    unsigned slot = NONE;

    for (*bytes = 0; (slot = next_in_sector(store, sector, slot)) != NONE;) {
        entry_t entry;
        mr_status_t status = read_lead(store, store_place(store, slot), &entry);

        if (status == MR_OK)
            *bytes += entry.size;
        else if (status != MR_CORRUPT)
            return status;
    }
    return MR_OK;
}

/* ---- Walking over a sector. */

void store_walk_begin(const mr_store_t *store, unsigned sector, walk_t *walk)
{
    uint32_t start = sector_at(store, sector);

    walk->at = walk->tail = start + store_header_bytes(store);
    walk->end = sector == store->head ? start + store->used : start + sector_bytes(store);
    walk->last = 0;
    walk->garbage = 0;
    walk->is_careful = PROGRAMS_ONCE(store);
    walk->is_damaged = walk->checks_next = false;
}

/* Whether an entry begins here: MR_OK; MR_NOT_FOUND: the place is blank; MR_EXISTS: all zero; MR_CORRUPT. */
static mr_status_t look(const mr_store_t *store, walk_t *walk)
{
    uint8_t bytes[4];
    unsigned header;
    mr_status_t status = store_read(store, walk->at, bytes, 2);

    if (status != MR_OK)
        return status;
    header = store_u16(bytes);
    if (header == 0xFFFFu)
        return MR_NOT_FOUND;
    if (header == 0)
        return MR_EXISTS;
    if (((header >> 13) & 3u) == ENTRY_SIZED)
        status = store_read(store, walk->at + 2, bytes + 2, 2);
    if (status == MR_OK && !parse(store, walk->at, bytes, &walk->entry))
        status = MR_CORRUPT;
    if (status != MR_OK || !(walk->is_careful || walk->checks_next))
        return status;
    status = store_read_entry(store, walk->at, CHUNK_BYTES, &walk->entry, 0, NULL, 0);
    return status == MR_OK && walk->entry.syndrome != 0 ? MR_CORRUPT : status;
}

mr_status_t store_walk_next(const mr_store_t *store, walk_t *walk)
{
    while (walk->at + 6 <= walk->end) {
        mr_status_t status = look(store, walk);

        switch (status) {
        case MR_OK:
            if (walk->garbage != 0)
                walk->is_damaged = true;
            walk->garbage = 0;
            walk->checks_next = false;
            walk->last = walk->at;
            walk->tail = walk->at += walk->entry.size;
            return MR_OK;
        case MR_NOT_FOUND:
            if (!walk->is_careful)
                return MR_NOT_FOUND;
            break;
        case MR_EXISTS:
            walk->checks_next = true;
            if (walk->garbage == 0)
                walk->tail = walk->at + align(store, 1);
            break;
        case MR_CORRUPT:
            walk->is_careful = true;
            ++walk->garbage;
            break;
        default:
            return status;
        }
        walk->at += align(store, 1);
    }
    return MR_NOT_FOUND;
}

/* ---- Programming. */

mr_status_t store_program(const mr_store_t *store, uint32_t at, const uint8_t *bytes, uint32_t count)
{
    const mr_flash_t *flash = &store->config->flash;
    uint32_t page = flash->geometry->page_bytes;
    mr_status_t status = MR_OK;

    at += store->config->offset_bytes;
    while (count > 0 && status == MR_OK) {
        uint32_t run = page - (at & (page - 1));

        if (run > count)
            run = count;
        status = flash->driver->program(flash->context, at, bytes, (size_t)run);
        at += run;
        bytes += run;
        count -= run;
    }
    return status;
}

static mr_status_t program_zeros(const mr_store_t *store, uint32_t at, uint32_t count)
{
    uint8_t zeros[MOST_PROGRAM_BYTES];
    unsigned i;

    for (i = 0; i < sizeof zeros; ++i)
        zeros[i] = 0;
    return store_program(store, at, zeros, count);
}

/* Erases a sector and verifies that. Its header goes first, so that what a cut erase leaves is never taken for entries.
 * MR_WORN: it is not blank. */
mr_status_t store_erase_any(const mr_store_t *store, unsigned sector)
{
    const mr_flash_t *flash = &store->config->flash;
    uint32_t at = sector_at(store, sector), end = at + sector_bytes(store);
    uint32_t unit = PROGRAM_BYTES(store);
    uint8_t bytes[16];
    sector_header_t header;
    mr_status_t status = read_header(store, sector, &header);

    if (status == MR_OK) {
        uint32_t offset = PROGRAMS_ONCE(store) ? mark_offset(store) : (SECTOR_HEADER_BYTES - 4u) & ~(unit - 1u);

        status = program_zeros(store, at + offset, unit > 4u || PROGRAMS_ONCE(store) ? unit : 4u);
    }
    if (status == MR_BUSY || status == MR_LOCKED)
        return status;
    status = flash->driver->erase(flash->context, store->config->offset_bytes + at);
    for (; status == MR_OK && at < end; at += sizeof bytes) {
        status = store_read(store, at, bytes, sizeof bytes);
        if (status == MR_OK && !is_filled(bytes, sizeof bytes, 0xFF))
            status = MR_WORN;
    }
    return status;
}

/* The same for a sector of the log; it is retired where that fails. */
static mr_status_t erase_sector(mr_store_t *store, unsigned sector)
{
    mr_status_t status = store_erase_any(store, sector);

    if (status != MR_BUSY && status != MR_LOCKED)
        store->config->sequences[sector] = status == MR_OK ? SEQUENCE_NONE : SEQUENCE_RETIRED;
    return status;
}

/* What an entry is made of: key and data in RAM, or the payload of an entry that is copied, or the layout's table. */
typedef struct item {
    uint32_t from;              /* of the payload on the medium; 0: none */
    uint32_t syndrome;          /* out: of the entry that was copied, and of the copy */
    const uint8_t *data;
    uint16_t handle;
    uint16_t payload;
    uint8_t type;
    uint8_t key_bytes;
    uint8_t key[KEY_BYTES];
} item_t;

enum { TABLE_HEAD_BYTES = 4, TABLE_ROW_BYTES = 16 };

static unsigned table_bytes(const mr_store_t *store)
{
    return TABLE_HEAD_BYTES + (unsigned)store->config->kind_count * TABLE_ROW_BYTES;
}

static uint8_t table_byte(const mr_store_t *store, unsigned position)
{
    const mr_store_kind_t *kind;
    unsigned column = (position - TABLE_HEAD_BYTES) & (TABLE_ROW_BYTES - 1);
    uint32_t word;

    if (position < TABLE_HEAD_BYTES)
        return position == 0 ? store->erase_shift : 0;
    kind = store->config->kinds + ((position - TABLE_HEAD_BYTES) >> 4);
    if (column < 3)
        return kind->prefix[column];
    if (column == 3)
        return kind->storage;
    if (column < 8)
        word = kind->first_id;
    else if (column < 12)
        word = kind->most_bytes;
    else
        word = (kind->storage == MR_STORE_RING ? kind->first_sector : kind->first_handle) |
               ((uint32_t)kind->records << 16);
    return (uint8_t)(word >> ((column & 3u) * 8u));
}

typedef struct writer {
    const mr_store_t *store;
    uint32_t at;
    uint32_t crc, from_crc;     /* as the entry, and as the one that is copied */
    mr_status_t status;
    uint8_t filled, most;
    uint8_t bytes[CHUNK_BYTES];
} writer_t;

static void flush(writer_t *writer)
{
    if (writer->status == MR_OK)
        writer->status = store_program(writer->store, writer->at, writer->bytes, writer->filled);
    writer->at += writer->filled;
    writer->filled = 0;
    writer->most = CHUNK_BYTES;
}

static void emit(writer_t *writer, unsigned byte)
{
    writer->crc = store_crc(writer->crc, byte);
    writer->from_crc = store_crc(writer->from_crc, byte);
    writer->bytes[writer->filled++] = (uint8_t)byte;
    if (writer->filled == writer->most)
        flush(writer);
}

static uint32_t entry_bytes(const mr_store_t *store, const item_t *item)
{
    return align(store, (item->type == ENTRY_SIZED ? 8u : 6u) + (uint32_t)item->payload);
}

static void emit_u16(writer_t *writer, unsigned bits)
{
    bits |= is_odd(bits) ? 0u : 0x8000u;
    emit(writer, bits & 0xFFu);
    emit(writer, bits >> 8);
}

static void emit_payload(writer_t *writer, const item_t *item)
{
    const mr_store_t *store = writer->store;
    uint8_t copied[16];
    unsigned i;

    for (i = 0; i < item->payload; ++i) {
        unsigned byte;

        if (item->from != 0) {
            if ((i & 15u) == 0 && writer->status == MR_OK) {
                unsigned left = item->payload - i;

                writer->status = store_read(store, item->from + i, copied, left < 16u ? left : 16u);
            }
            byte = copied[i & 15u];
        } else if (item->handle == TABLE_HANDLE) {
            byte = table_byte(store, i);
        } else {
            byte = i < item->key_bytes ? item->key[i] : item->data[i - item->key_bytes];
        }
        emit(writer, byte);
    }
}

static void write_entry(writer_t *writer, item_t *item)
{
    uint8_t check[4];
    uint32_t crc;
    unsigned left;

    emit_u16(writer, item->handle | ((unsigned)item->type << 13));
    if (item->type == ENTRY_SIZED)
        emit_u16(writer, item->payload);
    emit_payload(writer, item);
    crc = writer->crc;
    if (item->from != 0 && writer->status == MR_OK) {
        /* What is damaged must not become whole by being copied. */
        writer->status = store_read(writer->store, item->from + item->payload, check, sizeof check);
        item->syndrome = writer->from_crc ^ store_u32(check);
        crc ^= item->syndrome;
    }
    for (left = 4; left > 0; --left, crc >>= 8)
        emit(writer, crc & 0xFFu);
    while (((writer->at + writer->filled) & (align(writer->store, 1) - 1)) != 0)
        emit(writer, 0xFF);
    flush(writer);
}

static void failed(mr_store_t *store)
{
    store->state &= (uint8_t)~STATE_OPEN;
}

/* Programs an entry. What the first call programs says that more follows, so that only so much can have been cut without
 * a trace. */
static APART mr_status_t program_entry(const mr_store_t *store, item_t *item, uint32_t at)
{
    writer_t writer;
    uint32_t unit = PROGRAM_BYTES(store);

    writer.store = store;
    writer.at = at;
    writer.crc = seed(store, at);
    writer.from_crc = item->from != 0 ? seed(store, item->from - (item->type == ENTRY_SIZED ? 4u : 2u)) : 0;
    writer.status = MR_OK;
    writer.filled = 0;
    writer.most = (uint8_t)(unit > 2u ? unit : 2u);
    write_entry(&writer, item);
    return writer.status;
}

/* Appends an entry to the head, which has room, and verifies it. */
static mr_status_t append(mr_store_t *store, item_t *item, uint32_t *at)
{
    entry_t entry;
    mr_status_t status;

    *at = sector_at(store, store->head) + store->used;
    status = program_entry(store, item, *at);
    store->used += entry_bytes(store, item);
    if (status == MR_OK)
        status = store_read_entry(store, *at, CHUNK_BYTES, &entry, 0, NULL, 0);
    if (status == MR_CORRUPT || (status == MR_OK && entry.syndrome != item->syndrome))
        status = MR_WORN;
    if (status != MR_OK)
        failed(store);
    return status;
}

static mr_status_t append_mark(mr_store_t *store)
{
    item_t item = { 0 };
    uint32_t at;

    item.handle = MARK_HANDLE;
    item.type = ENTRY_DELETED;
    return append(store, &item, &at);
}

/* ---- Opening and collecting sectors. */

/* How many sectors but the head have nothing alive; of these `best` is the one with the fewest erases, after the head
 * where they are equal. A sector without a header has 0. */
static mr_status_t count_dead(const mr_store_t *store, unsigned *count, unsigned *best)
{
    unsigned left, sector = store->head;
    uint32_t least = UINT32_MAX;

    *count = 0;
    for (left = store->config->sectors; --left > 0;) {
        sector_header_t header;
        mr_status_t status;

        if (++sector == store->config->sectors)
            sector = 0;
        if (store->config->sequences[sector] == SEQUENCE_RETIRED || store_is_live(store, sector))
            continue;
        header.erases = 0;
        status = read_header(store, sector, &header);
        if (status != MR_OK && status != MR_NOT_FOUND && status != MR_CORRUPT)
            return status;
        ++*count;
        if (header.erases < least) {
            least = header.erases;
            *best = sector;
        }
    }
    return *count == 0 ? MR_NO_SPACE : MR_OK;
}

/* The oldest sector that has something alive; the head where no other has. */
static unsigned oldest_live(const mr_store_t *store)
{
    unsigned slot, slots = store_slots(store), oldest = store->head;
    uint16_t most = 0;

    for (slot = 0; slot < slots; ++slot) {
        uint32_t at = store_place(store, slot);
        unsigned sector = store_sector_of(store, at);
        uint16_t age = (uint16_t)(store->sequence - store->config->sequences[sector]);

        if (at != 0 && age > most) {
            most = age;
            oldest = sector;
        }
    }
    return oldest;
}

static void put_bytes(uint8_t *to, uint32_t value, unsigned count)
{
    for (; count > 0; --count, value >>= 8)
        *to++ = (uint8_t)value;
}

static mr_status_t program_header(const mr_store_t *store, unsigned sector, const sector_header_t *header)
{
    uint8_t bytes[MOST_PROGRAM_BYTES];
    unsigned i;

    for (i = SECTOR_HEADER_BYTES; i < sizeof bytes; ++i)
        bytes[i] = 0xFF;
    put_bytes(bytes, store->layout, 2);
    bytes[2] = (uint8_t)(header->flags | (unsigned)ALIGN_SHIFT(store) << 2);
    put_bytes(bytes + 3, header->sequence, 4);
    put_bytes(bytes + 7, header->erases, 3);
    put_bytes(bytes + 10, header->span, 2);
    put_bytes(bytes + 12, 0, 4);
    put_bytes(bytes + 12, header_crc(bytes), 4);
    return store_program(store, sector_at(store, sector), bytes, align_to(SECTOR_HEADER_BYTES, PROGRAM_BYTES(store)));
}

/* Gives a sector that was just erased its header. MR_WORN: it does not take that. */
static mr_status_t write_header(const mr_store_t *store, unsigned sector, sector_header_t *header)
{
    uint32_t sequence = header->sequence;
    mr_status_t status = program_header(store, sector, header);

    if (status == MR_OK)
        status = read_header(store, sector, header);
    if (status == MR_NOT_FOUND || status == MR_CORRUPT || (status == MR_OK && header->sequence != sequence))
        status = MR_WORN;
    return status;
}

mr_status_t store_open_ring_sector(const mr_store_t *store, unsigned sector, uint32_t sequence)
{
    sector_header_t header;
    mr_status_t status;

    header.erases = 0;
    status = read_header(store, sector, &header);
    if (status != MR_OK && status != MR_NOT_FOUND && status != MR_CORRUPT)
        return status;
    ++header.erases;
    header.sequence = sequence;
    header.span = 0;
    header.flags = SECTOR_PLAIN;
    status = store_erase_any(store, sector);
    return status == MR_OK ? write_header(store, sector, &header) : status;
}

/* Makes a sector, in which nothing is alive, the head. MR_WORN: it does not take that, and is retired. */
static mr_status_t open_sector(mr_store_t *store, unsigned sector, unsigned flags)
{
    sector_header_t header;
    unsigned oldest = oldest_live(store);
    mr_status_t status;

    header.erases = 0;
    status = read_header(store, sector, &header);
    if (status == MR_OK)
        ++header.erases;
    else if (status == MR_NOT_FOUND || status == MR_CORRUPT)
        /* Never used, or a cut took the count: about as many as the head's. */
        status = read_header(store, store->head, &header);
    if (status != MR_OK && status != MR_NOT_FOUND && status != MR_CORRUPT)
        return status;
    if (header.erases == 0)
        header.erases = 1;
    header.sequence = sequence_after(store->sequence);
    header.span = 0;
    if (store_is_live(store, oldest))
        header.span = (uint16_t)(header.sequence - store->config->sequences[oldest]);
    header.flags = (uint8_t)flags;
    status = erase_sector(store, sector);
    if (status == MR_OK) {
        status = write_header(store, sector, &header);
        if (status == MR_WORN || status == MR_ERROR)
            store->config->sequences[sector] = SEQUENCE_RETIRED;
    }
    if (status != MR_OK) {
        failed(store);
        return status;
    }
    store->sequence = header.sequence;
    store->config->sequences[sector] = (uint16_t)header.sequence;
    store->floor = (uint16_t)(header.sequence - header.span);
    store->head = (uint16_t)sector;
    store->used = store_header_bytes(store);
    store->state &= (uint8_t)~STATE_DOUBTFUL;
    return MR_OK;
}

/* Appends what a slot's entry holds to the head. MR_CORRUPT: it is damaged, and so is the copy. */
static mr_status_t move_entry(mr_store_t *store, unsigned slot)
{
    entry_t entry;
    item_t item = { 0 };
    uint32_t at = store_place(store, slot);
    mr_status_t status = read_lead(store, at, &entry);

    if (status == MR_CORRUPT) {
        set_place(store, slot, 0, 0);
        return status;
    }
    if (status != MR_OK)
        return status;
    item.from = at + entry.lead;
    item.handle = entry.handle;
    item.payload = entry.payload;
    item.type = entry.type;
    status = append(store, &item, &at);
    if (status != MR_OK)
        return status;
    set_place(store, slot, at, place_of(store, slot) & PLACE_DELETED);
    return item.syndrome == 0 ? MR_OK : MR_CORRUPT;
}

/* Whether a slot has a deletion that nothing older needs: in the oldest sector that a mount reads. */
static bool is_forgettable(const mr_store_t *store, unsigned slot)
{
    return (place_of(store, slot) & PLACE_DELETED) != 0 &&
           store->config->sequences[store_sector_of(store, store_place(store, slot))] == store->floor;
}

/* Moves what is alive of a slot; damage is remembered. */
static mr_status_t move_slot(mr_store_t *store, unsigned slot)
{
    mr_status_t status = MR_OK;

    if (is_forgettable(store, slot))
        set_place(store, slot, 0, 0);
    else
        status = move_entry(store, slot);
    if (status != MR_CORRUPT)
        return status;
    store->state |= STATE_DAMAGED;
    return MR_OK;
}

/* Moves all that is alive in a sector to the head, which has room. */
static mr_status_t move_all(mr_store_t *store, unsigned sector)
{
    unsigned slot = NONE;
    mr_status_t status = MR_OK;

    while (status == MR_OK && (slot = next_in_sector(store, sector, slot)) != NONE)
        status = move_slot(store, slot);
    if (status == MR_OK)
        status = append_mark(store);
    if (status != MR_OK)
        failed(store);
    return status;
}

/* Sectors opened since one was: it is moved when little of it is alive, or (and half as many again as the log has) always.
 * Less would wear more evenly in the short run, and program more. */
enum { LATE_SECTORS = 40, LATEST_SECTORS = 56 };

/* The sector that is collected for the room it gives: with the fewest live bytes. */
static mr_status_t emptiest(const mr_store_t *store, unsigned *best, uint32_t *least)
{
    unsigned sector;

    *least = sector_bytes(store);
    for (sector = 0; sector < store->config->sectors; ++sector) {
        uint32_t bytes;
        mr_status_t status = MR_OK;

        if (sector != store->head && store_is_live(store, sector))
            status = store_live_bytes(store, sector, &bytes);
        else
            bytes = sector_bytes(store);
        if (status != MR_OK)
            return status;
        if (bytes < *least) {
            *least = bytes;
            *best = sector;
        }
    }
    return MR_OK;
}

/* The room in a sector that was just opened for copies, and their mark. */
static uint32_t room_for_copies(const mr_store_t *store, uint32_t need)
{
    return sector_bytes(store) - store_header_bytes(store) - align(store, 6) - need;
}

/* Moves what is alive in a sector that has not been erased for long: it wears less than others, and a mount reads all
 * that is younger. Where little of it is alive that costs little, and is done sooner. */
static mr_status_t move_late(mr_store_t *store)
{
    unsigned oldest = oldest_live(store), dead, next = NONE;
    uint16_t age = (uint16_t)(store->sequence - store->config->sequences[oldest]);
    uint32_t bytes;
    mr_status_t status;

    if (oldest == store->head || age <= LATE_SECTORS)
        return MR_OK;
    status = count_dead(store, &dead, &next);
    if (status == MR_OK)
        status = store_live_bytes(store, oldest, &bytes);
    if (status != MR_OK || bytes > room_for_copies(store, 0) ||
        (age <= LATEST_SECTORS + store->config->sectors * 3u / 2u && bytes > sector_bytes(store) >> 3))
        return status;
    status = open_sector(store, next, SECTOR_COLLECTS);
    return status == MR_OK ? move_all(store, oldest) : status;
}

/* Sees to it that the head has `need` bytes of room, with `slack` to spare where sectors are collected for it. */
static mr_status_t make_room(mr_store_t *store, uint32_t need, uint32_t slack)
{
    uint32_t pad = (store->state & STATE_DOUBTFUL) != 0 ? align(store, 1) : 0;
    unsigned dead, next = NONE, victim = NONE;
    uint32_t bytes;
    mr_status_t status;

    if (store->used + pad + need + slack <= sector_bytes(store)) {
        store->state &= (uint8_t)~STATE_DOUBTFUL;
        if (pad == 0)
            return MR_OK;
        store->used += pad;
        if (PROGRAMS_ONCE(store))
            return MR_OK;
        status = program_zeros(store, sector_at(store, store->head) + store->used - pad, pad);
        if (status != MR_OK)
            failed(store);
        return status;
    }
    status = count_dead(store, &dead, &next);
    if (status != MR_OK)
        return status;
    if (dead > 1)
        return open_sector(store, next, SECTOR_PLAIN);
    /* The last one is for copies, whose originals stay until all are made: it makes another one dead. */
    status = emptiest(store, &victim, &bytes);
    if (status == MR_OK && bytes > room_for_copies(store, need + slack))
        status = MR_NO_SPACE;
    if (status == MR_OK)
        status = open_sector(store, next, SECTOR_COLLECTS);
    return status == MR_OK ? move_all(store, victim) : status;
}

/* ---- Mounting. */

/* Programs the head's last entry once more as it reads, until all that was read in one pass is whole: power may have
 * failed within its last bits. Where nothing is programmed twice, it must read whole each time. MR_CORRUPT: it is not. */
static APART mr_status_t confirm(const mr_store_t *store, const entry_t *entry)
{
    uint8_t chunk[CHUNK_BYTES];
    unsigned passes;

    for (passes = 8; passes > 0; --passes) {
        uint32_t position = 0, check = 0, crc = seed(store, entry->at);
        uint32_t end = (uint32_t)entry->lead + entry->payload;

        while (position < entry->size) {
            uint32_t i, run = entry->size - position;
            mr_status_t status;

            if (run > sizeof chunk)
                run = sizeof chunk;
            status = store_read(store, entry->at + position, chunk, run);
            if (status == MR_OK && !PROGRAMS_ONCE(store))
                status = store_program(store, entry->at + position, chunk, run);
            /* A sector that takes no more is left by the next save. */
            if (status != MR_OK && status != MR_ERROR)
                return status;
            for (i = 0; i < run; ++i, ++position) {
                if (position < end)
                    crc = store_crc(crc, chunk[i]);
                else if (position < end + 4)
                    check = (check >> 8) | ((uint32_t)chunk[i] << 24);
            }
        }
        if (PROGRAMS_ONCE(store) ? crc != check : crc == check)
            break;
    }
    return (passes != 0) != PROGRAMS_ONCE(store) ? MR_OK : MR_CORRUPT;
}

/* Puts into the index what a sector has. Parts after the first count where they are of the same value as that. */
static mr_status_t mount_sector(mr_store_t *store, unsigned sector, bool is_first_pass)
{
    walk_t walk;
    mr_status_t status;

    store_walk_begin(store, sector, &walk);
    while ((status = store_walk_next(store, &walk)) == MR_OK) {
        unsigned part = 0, slot = walk.entry.handle;
        entry_t first;

        if (slot == MARK_HANDLE)
            continue;
        if (slot == TABLE_HANDLE) {
            slot = store->config->handles;
        } else {
            const mr_store_kind_t *kind = store_kind_of(store, slot, &part);

            if (PARTS(kind) > 1 && part > 0 && !is_first_pass && walk.entry.type != ENTRY_DELETED) {
                unsigned record = slot, left, key = IS_KEYED(kind) ? 4 : 0;
                uint32_t start = 0;

                for (left = part; left > 0; --left) {
                    record -= kind->records;
                    start += part_bytes(store);
                }
                if (!store_is_record(store, record))
                    continue;
                status = store_read_key(store, record, &first);
                if (status == MR_OK)
                    status = store_read(store, walk.entry.at + walk.entry.lead, walk.entry.key, 2);
                if (status != MR_OK && status != MR_CORRUPT)
                    return status;
                if (status == MR_CORRUPT || store_u16(first.key + key) != store_u16(walk.entry.key) ||
                    store_u32(first.key + key + 2) <= start)
                    continue;
            }
        }
        if ((part == 0) == is_first_pass)
            set_place(store, slot, walk.entry.at, walk.entry.type == ENTRY_DELETED ? PLACE_DELETED : 0u);
    }
    if (walk.is_damaged || (walk.garbage != 0 && sector != store->head))
        store->state |= STATE_DAMAGED;
    return status == MR_NOT_FOUND ? MR_OK : status;
}

static APART mr_status_t mount_index(mr_store_t *store, bool is_first_pass)
{
    const uint16_t *sequences = store->config->sequences;
    uint16_t from = store->floor;

    for (;;) {
        uint16_t best = (uint16_t)((uint16_t)store->sequence - from);
        unsigned sector, found = NONE;
        mr_status_t status;

        for (sector = 0; sector < store->config->sectors; ++sector) {
            uint16_t distance = (uint16_t)(sequences[sector] - from);

            if (sequences[sector] != SEQUENCE_NONE && sequences[sector] != SEQUENCE_RETIRED && distance <= best) {
                best = distance;
                found = sector;
            }
        }
        if (found == NONE)
            return MR_OK;
        status = mount_sector(store, found, is_first_pass);
        if (status != MR_OK || found == store->head)
            return status;
        from = (uint16_t)(sequences[found] + 1);
    }
}

/* Reads the headers; the newest sector, whose header is `newest`, becomes the head. MR_NOT_FOUND: there is none. */
static mr_status_t mount_headers(mr_store_t *store, sector_header_t *newest)
{
    unsigned sector;

    store->sequence = 0;
    for (sector = 0; sector < store->config->sectors; ++sector) {
        sector_header_t header;
        mr_status_t status = read_header(store, sector, &header);

        if (store->config->sequences[sector] == SEQUENCE_RETIRED)
            continue;
        store->config->sequences[sector] = SEQUENCE_NONE;
        if (status == MR_NOT_FOUND || status == MR_CORRUPT)
            continue;
        if (status != MR_OK)
            return status;
        if ((uint16_t)(header.sequence + 1) < 2)
            continue;
        store->config->sequences[sector] = (uint16_t)header.sequence;
        if (header.sequence > store->sequence) {
            *newest = header;
            store->sequence = header.sequence;
            store->head = (uint16_t)sector;
            store->floor = (uint16_t)(header.sequence - header.span);
        }
    }
    store->used = sector_bytes(store);
    return store->sequence != 0 ? MR_OK : MR_NOT_FOUND;
}

/* Finds the newest table whatever the layout of what lies around it. */
static mr_status_t find_table(mr_store_t *store)
{
    unsigned sector;
    uint16_t best = 0;

    for (sector = 0; sector < store->config->sectors; ++sector) {
        uint16_t age = (uint16_t)(store->sequence - store->config->sequences[sector]);
        walk_t walk;
        mr_status_t status;

        if (store->config->sequences[sector] == SEQUENCE_NONE ||
            (store_place(store, store->config->handles) != 0 && age > best))
            continue;
        store_walk_begin(store, sector, &walk);
        walk.is_careful = true;
        while ((status = store_walk_next(store, &walk)) == MR_OK)
            if (walk.entry.handle == TABLE_HANDLE) {
                best = age;
                set_place(store, store->config->handles, walk.entry.at, 0);
            }
        if (status != MR_NOT_FOUND)
            return status;
    }
    return MR_OK;
}

/* Compares the table on the medium with ours, which may have more rows: MR_OK, MR_MIGRATED, MR_FOREIGN. */
static mr_status_t compare_tables(const mr_store_t *store)
{
    uint32_t at = store_place(store, store->config->handles);
    unsigned position;
    entry_t entry;
    mr_status_t status = at != 0 ? read_lead(store, at, &entry) : MR_CORRUPT;

    if (status == MR_CORRUPT)
        return MR_FOREIGN;
    for (position = 0; status == MR_OK && position < entry.payload; ++position) {
        uint8_t byte;

        status = store_read(store, at + entry.lead + position, &byte, 1);
        if (status == MR_OK && (position >= table_bytes(store) || byte != table_byte(store, position)))
            status = MR_FOREIGN;
    }
    return status == MR_OK && position < table_bytes(store) ? MR_MIGRATED : status;
}

static mr_status_t write_table(mr_store_t *store)
{
    item_t item = { 0 };
    uint32_t at;
    mr_status_t status;

    item.handle = TABLE_HANDLE;
    item.type = ENTRY_SIZED;
    item.payload = (uint16_t)table_bytes(store);
    status = make_room(store, entry_bytes(store, &item), 0);
    if (status == MR_OK)
        status = append(store, &item, &at);
    if (status == MR_OK)
        set_place(store, store->config->handles, at, 0);
    return status;
}

/* The sector before the head in the order of sequences, if it is still there; else NONE. */
static unsigned sector_before(const mr_store_t *store)
{
    unsigned sector;
    uint32_t before = store->sequence;

    do
        --before;
    while ((uint16_t)(before + 1) < 2);
    for (sector = 0; sector < store->config->sectors; ++sector)
        if (store->config->sequences[sector] == (uint16_t)before)
            return sector;
    return NONE;
}

/* Finds the head's tail, its last entry (at 0: none), and whether something torn follows. MR_STALE: the head had nothing,
 * or copies only, of which some were missing, and was erased. */
static APART mr_status_t mount_head(mr_store_t *store, unsigned flags, entry_t *last, bool *is_torn)
{
    walk_t walk;
    bool is_complete = false;
    unsigned rescued;
    mr_status_t status;

    last->at = 0;
    store_walk_begin(store, store->head, &walk);
    while ((status = store_walk_next(store, &walk)) == MR_OK) {
        if (last->at != 0 && last->handle == MARK_HANDLE)
            is_complete = true;
        *last = walk.entry;
    }
    if (status != MR_NOT_FOUND)
        return status;
    *is_torn = walk.garbage != 0;
    store->used = walk.tail - sector_at(store, store->head);
    if (last->at != 0) {
        status = confirm(store, last);
        if (status == MR_CORRUPT) {
            *is_torn = true;
            store->used = last->at - sector_at(store, store->head);
        } else if (status != MR_OK) {
            return status;
        } else if (last->handle == MARK_HANDLE) {
            is_complete = true;
        }
    }
    if (flags == SECTOR_PLAIN)
        is_complete = last->at != 0;
    rescued = flags == SECTOR_RESCUES ? sector_before(store) : NONE;
    if (is_complete || walk.is_damaged || (flags == SECTOR_RESCUES && rescued == NONE)) {
        /* All of it was moved, and its last entry was torn. */
        if (rescued != NONE)
            status = erase_sector(store, rescued);
        return status == MR_BUSY || status == MR_LOCKED ? status : MR_OK;
    }
    status = erase_sector(store, store->head);
    return status == MR_OK ? MR_STALE : status;
}

/* Leaves no sector behind whose last entry is torn: it might be read as whole another time. */
static APART mr_status_t rescue(mr_store_t *store)
{
    unsigned torn = store->head, dead, next = NONE;
    mr_status_t status = count_dead(store, &dead, &next);

    store->used = sector_bytes(store);
    if (status == MR_OK)
        status = open_sector(store, next, SECTOR_RESCUES);
    if (status == MR_OK)
        status = move_all(store, torn);
    if (status == MR_OK) {
        status = erase_sector(store, torn);
        if (status == MR_ERROR || status == MR_WORN)
            status = MR_OK;
    }
    return status;
}

/* Where the last entry cannot be programmed again where it is, a copy makes sure of it. */
static mr_status_t copy_last(mr_store_t *store, const entry_t *last)
{
    unsigned slot;
    mr_status_t status = MR_OK;

    for (slot = 0; slot < store_slots(store); ++slot)
        if (last->at != 0 && store_place(store, slot) == last->at && status == MR_OK) {
            status = make_room(store, last->size, 0);
            if (status == MR_OK && store_place(store, slot) == last->at)
                status = move_entry(store, slot);
        }
    if (status == MR_CORRUPT)
        return MR_STALE;
    if (status == MR_ERROR || status == MR_WORN) {
        store->used = sector_bytes(store);
        store->state |= STATE_OPEN;
        return MR_OK;
    }
    return status == MR_NO_SPACE ? MR_OK : status;
}

static mr_status_t mount_once(mr_store_t *store)
{
    sector_header_t newest = { 0 };
    entry_t last = { 0 };
    bool is_torn = false;
    unsigned slot;
    mr_status_t status, layout = MR_OK;

    store->state = 0;
    for (slot = 0; slot < store_slots(store); ++slot)
        set_place(store, slot, 0, 0);
    status = mount_headers(store, &newest);
    if (status == MR_NOT_FOUND) {
        store->head = (uint16_t)(store->config->sectors - 1);
        store->floor = 0;
        store->state = STATE_OPEN;
        return MR_FRESH;
    }
    if (status == MR_OK && newest.layout != store->layout && !KEEPS_LAYOUTS) {
        store->state = STATE_FOREIGN;
        return MR_FOREIGN;
    }
    if (status == MR_OK && newest.layout != store->layout) {
        status = find_table(store);
        if (status == MR_OK)
            status = layout = compare_tables(store);
        if (status == MR_FOREIGN)
            store->state = STATE_FOREIGN;
        else if (status == MR_MIGRATED)
            status = MR_OK;
    }
    if (status == MR_OK)
        status = mount_head(store, newest.flags, &last, &is_torn);
    if (status == MR_OK)
        status = mount_index(store, true);
    if (status == MR_OK && HAS_SCRATCH(store))
        status = mount_index(store, false);
    if (status != MR_OK)
        return status;
    for (slot = 0; slot < store_slots(store); ++slot)
        if (is_forgettable(store, slot))
            set_place(store, slot, 0, 0);
    store->state |= STATE_OPEN | STATE_DOUBTFUL;
    if (is_torn)
        status = rescue(store);
    else if (PROGRAMS_ONCE(store))
        status = copy_last(store, &last);
    if (status == MR_ERROR || status == MR_WORN)
        /* What takes no more was retired, or is left for another sector now. */
        return MR_STALE;
    if (status == MR_OK && (layout == MR_MIGRATED || store_place(store, store->config->handles) == 0))
        status = write_table(store);
    if (status != MR_OK && status != MR_NO_SPACE) {
        failed(store);
        return status;
    }
    return (store->state & STATE_DAMAGED) != 0 ? MR_CORRUPT : layout;
}

static mr_status_t mount(mr_store_t *store)
{
    unsigned tries = 2u * MR_STORE_LEAST_SECTORS;
    mr_status_t status;

    do
        status = mount_once(store);
    while (status == MR_STALE && --tries > 0);
    return status == MR_STALE ? MR_ERROR : status;
}

mr_status_t store_ready(mr_store_t *store)
{
    mr_status_t status = MR_OK;

    if ((store->state & STATE_FOREIGN) != 0)
        return MR_LOCKED;
    if ((store->state & STATE_OPEN) == 0)
        status = mount(store);
    return (store->state & STATE_OPEN) != 0 ? MR_OK : status < 0 ? status : MR_LOCKED;
}

static unsigned log2_of(uint32_t value)
{
    unsigned shift = 0;

    while (shift < 31 && ((uint32_t)1 << shift) < value)
        ++shift;
    return shift;
}

static bool is_possible(const mr_store_config_t *config)
{
    const mr_flash_geometry_t *flash = config->flash.geometry;

    return config->sectors >= MR_STORE_LEAST_SECTORS && config->handles <= MR_STORE_MOST_HANDLES &&
           config->kind_count != 0 && flash->program_bytes <= MOST_PROGRAM_BYTES && flash->erase_bytes >= 256 &&
           (flash->erase_bytes & (flash->erase_bytes - 1)) == 0;
}

mr_status_t mr_store_open(mr_store_t *store, const mr_store_config_t *config)
{
    const mr_flash_geometry_t *flash = config->flash.geometry;
    unsigned i;
    uint32_t hash = 0;
    mr_status_t status;

    store->config = config;
    store->state = STATE_FOREIGN;
    if (!is_possible(config))
        return MR_BAD_ARGUMENT;
    store->erase_shift = (uint8_t)log2_of(flash->erase_bytes);
    store->align_shift = 1;
    while (((uint32_t)1 << store->align_shift) < flash->program_bytes ||
           ((uint32_t)config->sectors << store->erase_shift >> ALIGN_SHIFT(store)) > PLACE_DELETED)
        ++store->align_shift;
    for (i = 0; i < table_bytes(store); ++i)
        hash = store_crc(hash, table_byte(store, i));
    store->layout = (uint16_t)hash;
    for (i = 0; i < config->sectors; ++i)
        config->sequences[i] = SEQUENCE_NONE;
    status = mount(store);
    for (i = 0; i < config->kind_count && status >= 0; ++i)
        if (IS_RING(&config->kinds[i])) {
            mr_status_t ring = config->ring_calls->open(store, &config->kinds[i]);

            if (ring < 0)
                status = ring;
        }
    return status;
}

/* ---- Records. */

const mr_store_kind_t *store_kind(const mr_store_t *store, unsigned kind, uint32_t id)
{
    const mr_store_kind_t *row = store->config->kinds + kind;

    return kind < store->config->kind_count && id >= row->first_id && id <= row->last_id ? row : NULL;
}

mr_status_t store_read_key(const mr_store_t *store, unsigned slot, entry_t *entry)
{
    uint8_t bytes[4 + KEY_BYTES];
    uint32_t at = store_place(store, slot), room = sector_bytes(store) - (at & (sector_bytes(store) - 1));
    unsigned i;
    mr_status_t status = store_read(store, at, bytes, room < sizeof bytes ? room : sizeof bytes);

    if (status != MR_OK)
        return status;
    if (!parse(store, at, bytes, entry))
        return MR_CORRUPT;
    for (i = 0; i < KEY_BYTES; ++i)
        entry->key[i] = bytes[entry->lead + i];
    return MR_OK;
}

mr_status_t store_slot(const mr_store_t *store, const mr_store_kind_t *kind, uint32_t id, unsigned *slot)
{
    unsigned candidate = (unsigned)kind->first_handle, left;

    if (!IS_KEYED(kind)) {
        *slot = candidate + (unsigned)(id - kind->first_id);
        return store_is_record(store, *slot) ? MR_OK : MR_NOT_FOUND;
    }
    *slot = NONE;
    for (left = kind->records; left > 0; --left, ++candidate) {
        entry_t entry;
        mr_status_t status;

        if (!store_is_record(store, candidate)) {
            if (*slot == NONE)
                *slot = candidate;
            continue;
        }
        status = store_read_key(store, candidate, &entry);
        if (status == MR_OK && store_u32(entry.key) == id) {
            *slot = candidate;
            return MR_OK;
        }
        if (status != MR_OK && status != MR_CORRUPT)
            return status;
    }
    return MR_NOT_FOUND;
}

/* Room that savings leave for deletions. */
enum { SLACK_ENTRIES = 4 };

/* Appends a value, the last part first: the first part makes all of them count. Length 0 appends a deletion. */
static APART mr_status_t write_value(mr_store_t *store, const mr_store_kind_t *kind, unsigned slot, uint32_t id,
                               const uint8_t *value, size_t length)
{
    unsigned scratch = (unsigned)store->config->handles, part = 0, parts, i;
    uint32_t start = 0, need = 0, at = 0, slack = SLACK_ENTRIES * align(store, 6);
    uint16_t stamp = 1;
    entry_t old;
    mr_status_t status = MR_OK;

    if (status == MR_OK && store_place(store, scratch) == 0)
        status = write_table(store);
    if (status == MR_OK && PARTS(kind) > 1 && store_is_record(store, slot)) {
        status = store_read_key(store, slot, &old);
        if (status == MR_OK)
            stamp = (uint16_t)(store_u16(old.key + (IS_KEYED(kind) ? 4 : 0)) + 1);
        else if (status == MR_CORRUPT)
            status = MR_OK;
    }
    while (length - start > part_bytes(store) && PARTS(kind) > 1 && length != 0) {
        start += part_bytes(store);
        ++part;
    }
    parts = part;
    for (; status == MR_OK; --part, start -= part_bytes(store)) {
        item_t item;
        unsigned key = part == 0 && IS_KEYED(kind) ? 4 : 0;

        item.from = 0;
        item.syndrome = 0;
        item.handle = (uint16_t)slot;
        for (i = part; i > 0; --i)
            item.handle = (uint16_t)(item.handle + kind->records);
        item.type = ENTRY_DELETED;
        item.payload = 0;
        if (length != 0) {
            item.data = value + start;
            put_bytes(item.key, id, 4);
            put_bytes(item.key + key, stamp, 2);
            put_bytes(item.key + key + 2, (uint32_t)length, 4);
            item.key_bytes = (uint8_t)store_key_bytes(kind, part);
            item.payload = (uint16_t)(item.key_bytes + (part == parts ? length - start : part_bytes(store)));
            item.type = item.payload == full_payload(store, item.handle) ? ENTRY_WHOLE : ENTRY_SIZED;
        }
        need = entry_bytes(store, &item);
        status = make_room(store, need, length == 0 ? 0 : slack);
        if (status == MR_OK)
            status = append(store, &item, &at);
        if (status != MR_OK || part == 0)
            break;
        set_place(store, scratch + part, at, 0);
    }
    for (i = 0; ++i < PARTS(kind);) {
        if (status == MR_OK) {
            slot += kind->records;
            set_place(store, slot, i <= parts ? store_place(store, scratch + i) : 0, 0);
        }
        set_place(store, scratch + i, 0, 0);
    }
    if (status != MR_OK)
        return status;
    set_place(store, slot - i * kind->records + kind->records, at, length == 0 ? PLACE_DELETED : 0u);
    /* The next one of its kind will wait for an erase; this one did not, or it has a sector nearly for itself. */
    if (store->used + need + slack > sector_bytes(store))
        move_late(store);
    return MR_OK;
}

/* Writes a value; where the head does not take it, once more elsewhere. */
static mr_status_t write_record(mr_store_t *store, const mr_store_kind_t *kind, unsigned slot, uint32_t id,
                                const uint8_t *value, size_t length)
{
    unsigned tries = 3;
    mr_status_t status;

    do {
        status = write_value(store, kind, slot, id, value, length);
        if (status != MR_WORN && status != MR_ERROR)
            break;
        if (store_ready(store) != MR_OK)
            break;
        store->used = sector_bytes(store);
    } while (--tries > 0);
    return status;
}

mr_status_t mr_store_put(mr_store_t *store, unsigned kind, uint32_t id, const void *value, size_t length)
{
    const mr_store_kind_t *row = store_kind(store, kind, id);
    unsigned slot;
    mr_status_t status;

    if (row == NULL || value == NULL || length == 0 || length > row->most_bytes)
        return MR_BAD_ARGUMENT;
    status = store_ready(store);
    if (status != MR_OK)
        return status;
    if (IS_RING(row))
        return length == row->most_bytes ? store->config->ring_calls->put(store, row, id, value) : MR_BAD_ARGUMENT;
    status = store_slot(store, row, id, &slot);
    if (status == MR_NOT_FOUND)
        status = slot == NONE ? MR_NO_SPACE : MR_OK;
    return status == MR_OK ? write_record(store, row, slot, id, value, length) : status;
}

mr_status_t store_load_slot(const mr_store_t *store, unsigned slot, void *value, size_t size, size_t *length)
{
    unsigned part, parts, key;
    const mr_store_kind_t *kind = store_kind_of(store, slot, &part);
    uint32_t start = 0, total = 0;
    uint16_t stamp = 0;
    uint8_t *to = value;

    for (parts = 0;; ++parts) {
        entry_t entry;
        mr_status_t status;

        key = store_key_bytes(kind, parts);
        status = store_read_entry(store, store_place(store, slot), full_payload(store, slot) + 8u, &entry, key,
                                  to + (start < size ? start : size), start < size ? (uint32_t)(size - start) : 0);
        if (status != MR_OK)
            return status;
        if (entry.syndrome != 0 || entry.payload < key)
            return MR_CORRUPT;
        if (parts == 0) {
            total = (uint32_t)entry.payload - key;
            if (PARTS(kind) > 1) {
                total = store_u32(entry.key + key - 4);
                stamp = store_u16(entry.key + key - 6);
            }
        } else if (stamp != store_u16(entry.key)) {
            return MR_CORRUPT;
        }
        start += (uint32_t)entry.payload - key;
        if (start >= total)
            break;
        slot += kind->records;
        if (parts + 1 == PARTS(kind) || !store_is_record(store, slot))
            return MR_CORRUPT;
    }
    if (length != NULL)
        *length = (size_t)total;
    return total > size ? MR_OUT_OF_RANGE : MR_OK;
}

mr_status_t mr_store_get(mr_store_t *store, unsigned kind, uint32_t id, void *value, size_t size, size_t *length)
{
    const mr_store_kind_t *row = store_kind(store, kind, id);
    unsigned slot;
    mr_status_t status;

    if (row == NULL || value == NULL)
        return MR_BAD_ARGUMENT;
    status = store_ready(store);
    if (status != MR_OK)
        return status;
    if (IS_RING(row))
        return store->config->ring_calls->get(store, row, id, value, size, length);
    status = store_slot(store, row, id, &slot);
    return status == MR_OK ? store_load_slot(store, slot, value, size, length) : status;
}

mr_status_t store_remove_slot(mr_store_t *store, unsigned slot)
{
    unsigned part;

    return write_record(store, store_kind_of(store, slot, &part), slot, 0, NULL, 0);
}

mr_status_t mr_store_remove(mr_store_t *store, unsigned kind, uint32_t id)
{
    const mr_store_kind_t *row = store_kind(store, kind, id);
    unsigned slot;
    mr_status_t status;

    if (row == NULL)
        return MR_BAD_ARGUMENT;
    status = store_ready(store);
    if (status != MR_OK)
        return status;
    if (IS_RING(row))
        return store->config->ring_calls->remove(store, row, id);
    status = store_slot(store, row, id, &slot);
    return status == MR_OK ? store_remove_slot(store, slot) : status;
}

mr_status_t mr_store_format(mr_store_t *store)
{
    uint16_t *sequences = store->config->sequences;
    unsigned i;
    mr_status_t status = MR_OK;

    if (!is_possible(store->config))
        return MR_BAD_ARGUMENT;
    /* From the oldest on: what is left is never older than what was seen before. */
    while (status == MR_OK) {
        unsigned oldest = NONE;
        uint16_t most = 0;

        for (i = 0; i < store->config->sectors; ++i) {
            uint16_t age = (uint16_t)(store->sequence - sequences[i]);

            if (sequences[i] != SEQUENCE_NONE && sequences[i] != SEQUENCE_RETIRED && (oldest == NONE || age > most)) {
                oldest = i;
                most = age;
            }
        }
        if (oldest == NONE)
            break;
        status = erase_sector(store, oldest);
        if (status == MR_WORN || status == MR_ERROR)
            status = MR_OK;
    }
    for (i = 0; i < store->config->kind_count && status == MR_OK; ++i)
        if (IS_RING(&store->config->kinds[i]))
            status = store->config->ring_calls->format(store, &store->config->kinds[i]);
    store->state = 0;
    if (status == MR_OK)
        status = mount(store);
    return status == MR_FRESH ? MR_OK : status;
}
