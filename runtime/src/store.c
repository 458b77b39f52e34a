/* Stores: a configuration and calls go in; entries appended to sectors of flash come out, and the values that they hold.
 * The contract is in memreg/store.h, the bytes on the medium in docs/formats.md.
 *
 * What all of this relies on:
 *   - a sector is in use where its header is whole; that is programmed after its erase was verified;
 *   - entries are only appended, to the newest sector (the head); the newest entry of a handle counts;
 *   - before anything but copies of what is elsewhere goes to the head, another sector has nothing alive;
 *   - what was being programmed when power failed is the end of the head: mounting tells whether it is whole, programs it
 *     once more where it is, and over it with zeros where it is not. */
#include "store_internal.h"

/* ---- Reading. */

mr_status_t store_fail(mr_store_t *store, mr_status_t status)
{
    if (store->failure == 0)
        store->failure = (uint8_t)-status;
    return store_status(store);
}

/* CRC-32 (IEEE), a bit at a time: small, and the medium is slower. */
uint32_t store_crc(uint32_t crc, unsigned byte)
{
    unsigned bit;

    crc ^= byte;
    for (bit = 0; bit < 8; ++bit)
        crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1u)));
    return crc;
}

uint32_t store_u32(const uint8_t *bytes)
{
    return store_u16(bytes) | ((uint32_t)store_u16(bytes + 2) << 16);
}

static uint32_t sector_at(const mr_store_t *store, unsigned sector)
{
    return (uint32_t)sector << store->erase_shift;
}

static APART uint32_t align(const mr_store_t *store, uint32_t bytes)
{
    unsigned shift = store->align_shift;

    return (bytes + ((uint32_t)1 << shift) - 1) >> shift << shift;
}

mr_status_t store_read(mr_store_t *store, uint32_t at, void *bytes, uint32_t count)
{
    const mr_store_config_t *config = store->config;
    uint8_t *blank = bytes;

    if (store->failure == 0)
        store->failure = (uint8_t)-config->flash.driver->read(config->flash.context, config->offset_bytes + at, bytes,
                                                          (size_t)count);
    if (store->failure != 0)
        while (count > 0)
            blank[--count] = 0xFF;
    return store_status(store);
}

/* Whether the ones in 16 bits are odd in number: those of an entry's header and of its length are not. */
static APART bool is_odd(unsigned bits)
{
    bits ^= bits >> 8;
    bits ^= bits >> 4;
    return ((0x6996u >> (bits & 15u)) & 1u) != 0;
}

/* Sequences between a sector's and the head's. */
static uint16_t age_of(const mr_store_t *store, unsigned sector)
{
    return (uint16_t)(store->sequence - store->config->sequences[sector]);
}

/* What an entry's check value starts from: an entry proves nothing at another place or after an erase. */
static uint32_t seed(const mr_store_t *store, uint32_t at)
{
    uint32_t offset = at & (store_sector_bytes(store) - 1);

    return ~((store->sequence - age_of(store, store_sector_of(store, at))) ^ (offset << 15));
}

unsigned store_slots(const mr_store_t *store)
{
    return (unsigned)store->config->handles + 1u + store->config->scratch;
}

uint32_t store_part_bytes(const mr_store_t *store)
{
    return MR_STORE_PART_BYTES(store_sector_bytes(store));
}

/* Slots of a kind are in the order of parts, then records; those of rings are no slots, they begin after all others. */
const mr_store_kind_t *store_kind_of(const mr_store_t *store, unsigned slot, unsigned *part)
{
    const mr_store_kind_t *kind;

    for (kind = store->config->kinds;; ++kind) {
        uint32_t number = slot - kind->first_handle;

        for (*part = 0; *part < kind->parts; ++*part, number -= kind->records)
            if (number < kind->records)
                return kind;
    }
}

unsigned store_full_payload(const mr_store_t *store, unsigned slot)
{
    unsigned part;
    const mr_store_kind_t *kind = store_kind_of(store, slot, &part);
    uint32_t most = store_part_bytes(store), data = kind->most_bytes - part * most;

    if (data > most)
        data = most;
    return (unsigned)data + (kind->calls != NULL ? kind->calls->key_bytes(kind, part) : 0);
}

/* Understands the first 4 bytes of an entry, of which the last 2 count only where it is sized. */
static bool parse(const mr_store_t *store, uint32_t at, const uint8_t *bytes, entry_t *entry)
{
    unsigned header = store_u16(bytes), slot = header & HANDLE_MASK, table = store->config->handles;
    unsigned type = header & TYPE_MASK, length = 0, lead = 2;

    entry->header = (uint16_t)header;
    if (slot == TABLE_HANDLE)
        slot = table;
    else if (slot == MARK_HANDLE)
        slot = NONE;
    else if (slot >= table)
        return false;
    if (type == ENTRY_SIZED) {
        length = store_u16(bytes + 2);
        lead = 4;
        if (is_odd(length))
            return false;
        length &= 0x7FFFu;
    } else if (type == ENTRY_WHOLE && slot < table) {
        length = store_full_payload(store, slot);
    } else if (type != ENTRY_DELETED) {
        return false;
    }
    entry->slot = (uint16_t)slot;
    entry->type = (uint16_t)type;
    entry->lead = (uint8_t)lead;
    entry->payload = (uint16_t)length;
    entry->size = align(store, length + lead + 4u);
    return !is_odd(header) && entry->size <= store_sector_bytes(store) - (at & (store_sector_bytes(store) - 1));
}

bool store_read_lead(mr_store_t *store, uint32_t at, entry_t *entry)
{
    uint8_t bytes[4];

    store_read(store, at, bytes, 2);
    if ((bytes[1] & (TYPE_MASK >> 8)) == ENTRY_SIZED >> 8)
        store_read(store, at + 2, bytes + 2, 2);
    return parse(store, at, bytes, entry);
}

bool store_read_entry(mr_store_t *store, uint32_t at, entry_t *entry)
{
    uint8_t chunk[CHUNK_BYTES];
    uint32_t left = store_sector_bytes(store) - (at & (store_sector_bytes(store) - 1));
    uint32_t crc = seed(store, at), position = 0;
    unsigned next = 0, got = 0;

    if (entry->room != 0 && left > entry->room + entry->skip + 8u)
        left = entry->room + entry->skip + 8u;
    for (; position == 0 || left > 0; ++position, --left) {
        unsigned byte;
        uint32_t data;

        if (next == got) {
            got = left < CHUNK_BYTES ? left : CHUNK_BYTES;
            next = 0;
            store_read(store, at + position, chunk, got);
            if (position == 0) {
                if (!parse(store, at, chunk, entry))
                    return false;
                left = entry->lead + entry->payload + 4u;
                if (got > left)
                    got = left;
            }
        }
        byte = chunk[next++];
        if (left <= 4) {
            crc ^= (uint32_t)byte << ((4 - left) * 8);
            continue;
        }
        crc = store_crc(crc, byte);
        data = position - entry->lead - entry->skip;
        if (data < entry->room)
            entry->sink[data] = (uint8_t)byte;
    }
    entry->syndrome = crc;
    return store->failure == 0;
}

/* ---- Sectors' headers. */

static uint32_t header_unit(const mr_store_t *store)
{
    uint32_t unit = store->config->flash.geometry->program_bytes;

    return unit < 4 ? 4 : unit;
}

/* Where nothing is programmed twice, a unit after the header is kept for the mark that the sector is being erased;
 * elsewhere the header's check value is overwritten. */
uint32_t store_mark_offset(const mr_store_t *store)
{
    uint32_t unit = header_unit(store), end = unit > HEADER_BYTES ? unit : HEADER_BYTES;

    return store->config->once != NULL ? end : end - unit;
}

uint32_t store_header_bytes(const mr_store_t *store)
{
    return align(store, store_mark_offset(store) + header_unit(store));
}

static bool is_filled(const uint8_t *bytes, unsigned count, unsigned value)
{
    while (count > 0)
        if (bytes[--count] != value)
            return false;
    return true;
}

static uint32_t header_crc(const uint8_t *bytes)
{
    uint32_t crc = 0x3153726Du; /* "mrS1" */
    unsigned i;

    for (i = 0; i < HEADER_BYTES - 4; ++i)
        crc = store_crc(crc, bytes[i]);
    return crc ^ store_u32(bytes + HEADER_BYTES - 4);
}

/* One flipped bit would cost all of a sector: each is flipped, and back. */
static bool is_mended(uint8_t *bytes)
{
    unsigned step;

    for (step = 0; header_crc(bytes) != 0; ++step) {
        if (step == HEADER_BYTES * 8u * 2u)
            return false;
        bytes[step >> 4] = (uint8_t)(bytes[step >> 4] ^ (1u << ((step >> 1) & 7u)));
    }
    return true;
}

bool store_read_header(mr_store_t *store, unsigned sector, sector_header_t *header)
{
    uint8_t bytes[HEADER_BYTES];
    unsigned i;

    store_read(store, sector_at(store, sector), bytes, sizeof bytes);
    /* Blank, or marked as no header. */
    if (store_u32(bytes + HEADER_BYTES - 4) + 1 < 2 || !is_mended(bytes) ||
        (store->config->once != NULL && store->config->once->is_marked(store, sector)))
        return false;
    for (i = 0; i < HEADER_WORDS; ++i)
        header->words[i] = store_u32(bytes + 4 * i);
    return header->words[HEADER_WEAR] >> 26 == store->align_shift && header->words[HEADER_SEQUENCE] != 0;
}

/* ---- The index. */

void store_set_place(mr_store_t *store, unsigned slot, uint32_t place)
{
    uint8_t *bytes = store->config->index + 3u * slot;
    uint32_t value = (place >> store->align_shift) | ((place & PLACE_DELETED) << 23);

    bytes[0] = (uint8_t)value;
    bytes[1] = (uint8_t)(value >> 8);
    bytes[2] = (uint8_t)(value >> 16);
}

uint32_t store_place(const mr_store_t *store, unsigned slot)
{
    const uint8_t *bytes = store->config->index + 3u * slot;

    return ((store_u16(bytes) | (uint32_t)(bytes[2] & 0x7Fu) << 16) << store->align_shift) | (bytes[2] >> 7);
}

bool store_is_record(const mr_store_t *store, unsigned slot)
{
    uint32_t place = store_place(store, slot);

    return place != 0 && (place & PLACE_DELETED) == 0;
}

/* The slot after `slot` whose entry is in a sector; NONE after the last. Begin with NONE. */
static unsigned next_in_sector(const mr_store_t *store, unsigned sector, unsigned slot)
{
    for (;;) {
        uint32_t place;

        slot = (slot + 1) & NONE;
        if (slot >= store_slots(store))
            return NONE;
        place = store_place(store, slot);
        if (place != 0 && store_sector_of(store, place) == sector)
            return slot;
    }
}

bool store_is_live(const mr_store_t *store, unsigned sector)
{
    return next_in_sector(store, sector, NONE) != NONE;
}

uint32_t store_live_bytes(mr_store_t *store, unsigned sector)
{
    unsigned slot = NONE;
    uint32_t bytes = 0;
    entry_t entry;

    while ((slot = next_in_sector(store, sector, slot)) != NONE)
        if (store_read_lead(store, store_place(store, slot) & ~PLACE_DELETED, &entry))
            bytes += entry.size;
    return bytes;
}

/* Whether a place is a deletion that nothing older needs: in the oldest sector that a mount reads. */
static bool is_forgettable(const mr_store_t *store, uint32_t place)
{
    return (place & PLACE_DELETED) != 0 && store->config->sequences[store_sector_of(store, place)] == store->floor;
}

/* ---- Walking over a sector. */

void store_walk_begin(const mr_store_t *store, unsigned sector, walk_t *walk)
{
    uint32_t start = sector_at(store, sector);

    walk->next = walk->tail = start + store_header_bytes(store);
    walk->end = start + (sector == store->head ? store->used : store_sector_bytes(store));
    walk->at = 0;
    walk->entry.room = 0;
    walk->is_careful = store->config->once != NULL;
    walk->has_garbage = walk->is_damaged = walk->checks_next = false;
}

bool store_walk_next(mr_store_t *store, walk_t *walk)
{
    entry_t *entry = &walk->entry;

    for (; walk->next + LEAST_ENTRY_BYTES <= walk->end; walk->next += align(store, 1)) {
        bool is_entry = store_read_lead(store, walk->next, entry);

        if (is_entry && (walk->is_careful || walk->checks_next))
            is_entry = store_read_entry(store, walk->next, entry) && entry->syndrome == 0;
        else if (entry->header == 0xFFFFu && !walk->is_careful)
            return false;
        if (is_entry) {
            walk->is_damaged |= walk->has_garbage;
            walk->has_garbage = walk->checks_next = false;
            walk->at = walk->next;
            walk->tail = walk->next += entry->size;
            return true;
        }
        if (entry->header == 0) {
            walk->checks_next = true;
            if (!walk->has_garbage)
                walk->tail = walk->next + align(store, 1);
        } else if (entry->header != 0xFFFFu) {
            walk->has_garbage = walk->is_careful = true;
        }
    }
    return false;
}

/* ---- Programming. */

mr_status_t store_program(mr_store_t *store, uint32_t at, const uint8_t *bytes, uint32_t count)
{
    const mr_flash_t *flash = &store->config->flash;
    uint32_t page = flash->geometry->page_bytes;

    at += store->config->offset_bytes;
    while (count > 0 && store->failure == 0) {
        uint32_t run = page - (at & (page - 1));

        if (run > count)
            run = count;
        store->failure = (uint8_t)-flash->driver->program(flash->context, at, bytes, (size_t)run);
        at += run;
        bytes += run;
        count -= run;
    }
    return store_status(store);
}

void store_program_zeros(mr_store_t *store, uint32_t at, uint32_t count)
{
    uint8_t zeros[MOST_PROGRAM_BYTES];
    unsigned i;

    for (i = 0; i < sizeof zeros; ++i)
        zeros[i] = 0;
    while (count > 0) {
        uint32_t run = count < sizeof zeros ? count : sizeof zeros;

        store_program(store, at, zeros, run);
        at += run;
        count -= run;
    }
}

/* Erases a sector and verifies that: MR_WORN where it is not blank. Its header goes first, so that what a cut erase leaves
 * is never taken for entries. */
bool store_erase(mr_store_t *store, unsigned sector, sector_header_t *old)
{
    const mr_flash_t *flash = &store->config->flash;
    uint32_t at = sector_at(store, sector), end = at + store_sector_bytes(store);
    uint8_t bytes[16];
    bool had_header = store_read_header(store, sector, old);

    if (had_header)
        store_program_zeros(store, at + store_mark_offset(store), header_unit(store));
    /* What takes no program may take an erase. */
    if (store->failure == -MR_ERROR)
        store->failure = 0;
    if (store->failure == 0)
        store->failure = (uint8_t)-flash->driver->erase(flash->context, store->config->offset_bytes + at);
    for (; at < end && store->failure == 0; at += sizeof bytes) {
        store_read(store, at, bytes, sizeof bytes);
        if (!is_filled(bytes, sizeof bytes, 0xFF))
            store_fail(store, MR_WORN);
    }
    return had_header;
}

mr_status_t store_renew(mr_store_t *store, unsigned sector, uint32_t sequence, unsigned flags, uint32_t span)
{
    uint8_t bytes[MOST_PROGRAM_BYTES];
    sector_header_t header;
    unsigned i;

    /* Never used, or a cut took the count: about as many erases as the head's. */
    if (store_erase(store, sector, &header))
        ++header.words[HEADER_WEAR];
    else if (!store_read_header(store, store->head, &header))
        header.words[HEADER_WEAR] = 1;
    header.words[HEADER_WEAR] &= 0xFFFFFFu;
    header.words[HEADER_WEAR] |= (uint32_t)(flags | (unsigned)store->align_shift << 2) << 24;
    header.words[HEADER_SEQUENCE] = sequence;
    header.words[HEADER_KIN] = store->layout | span << 16;
    header.words[HEADER_CHECK] = 0;
    for (i = 0; i < sizeof bytes; ++i)
        bytes[i] = (uint8_t)(i < HEADER_BYTES ? header.words[i >> 2] >> ((i & 3u) * 8u) : 0xFFu);
    header.words[HEADER_CHECK] = header_crc(bytes);
    for (i = HEADER_BYTES - 4; i < HEADER_BYTES; ++i)
        bytes[i] = (uint8_t)(header.words[HEADER_CHECK] >> ((i & 3u) * 8u));
    i = (unsigned)header_unit(store);
    store_program(store, sector_at(store, sector), bytes, i > HEADER_BYTES ? i : HEADER_BYTES);
    if (!store_read_header(store, sector, &header) || header.words[HEADER_SEQUENCE] != sequence)
        store_fail(store, MR_WORN);
    return store_status(store);
}

/* Leaves a sector of the log out that takes no erase or program. */
static void retire(mr_store_t *store, unsigned sector)
{
    if (store->failure == -MR_ERROR || store->failure == -MR_WORN)
        store->config->sequences[sector] = SEQUENCE_RETIRED;
}

void store_erase_sector(mr_store_t *store, unsigned sector)
{
    sector_header_t old;

    store_erase(store, sector, &old);
    store->config->sequences[sector] = SEQUENCE_NONE;
    retire(store, sector);
}

enum { TABLE_HEAD_BYTES = 4, TABLE_ROW_BYTES = 16 };

static unsigned table_bytes(const mr_store_t *store)
{
    return TABLE_HEAD_BYTES + (unsigned)store->config->kind_count * TABLE_ROW_BYTES;
}

static unsigned table_byte(const mr_store_t *store, unsigned position)
{
    const mr_store_kind_t *kind;
    unsigned column = position & (TABLE_ROW_BYTES - 1);
    uint32_t word;

    if (position < TABLE_HEAD_BYTES)
        return position == 0 ? store->erase_shift : 0;
    kind = store->config->kinds + ((position - TABLE_HEAD_BYTES) >> 4);
    if (column == 7)
        return kind->storage;
    if (column >= 4 && column < 7)
        return kind->prefix[column - 4];
    word = kind->first_id;
    if (column >= 12)
        word = kind->most_bytes;
    else if (column < 4)
        word = (kind->storage == MR_STORE_RING ? kind->first_sector : kind->first_handle) | ((uint32_t)kind->records << 16);
    return (word >> ((column & 3u) * 8u)) & 0xFFu;
}

static unsigned item_table_byte(const item_t *item, unsigned position)
{
    return table_byte(item->data, position);
}

static unsigned item_value_byte(const item_t *item, unsigned position)
{
    return ((const uint8_t *)item->data)[position];
}

static APART unsigned lead_bytes(const item_t *item)
{
    return (item->header & TYPE_MASK) == ENTRY_SIZED ? 4 : 2;
}

static uint32_t entry_bytes(const mr_store_t *store, const item_t *item)
{
    return align(store, lead_bytes(item) + item->payload + 4u);
}

typedef struct writer {
    mr_store_t *store;
    uint32_t at;
    uint32_t crc, from_crc;     /* as the entry, and as the one that is copied */
    uint8_t filled, most;
    uint8_t bytes[CHUNK_BYTES];
} writer_t;

static void flush(writer_t *writer)
{
    store_program(writer->store, writer->at, writer->bytes, writer->filled);
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

static void emit_u16(writer_t *writer, unsigned bits)
{
    bits &= 0x7FFFu;
    if (is_odd(bits))
        bits |= 0x8000u;
    emit(writer, bits & 0xFFu);
    emit(writer, bits >> 8);
}

static void emit_payload(writer_t *writer, const item_t *item)
{
    unsigned i, run = 0;

    for (i = 0; i < item->payload; ++i) {
        unsigned byte;

        if (item->from == 0) {
            byte = item->byte(item, i);
        } else {
            /* What is copied is read to where it will be. */
            if (run == 0) {
                run = (unsigned)writer->most - writer->filled;
                if (run > item->payload - i)
                    run = item->payload - i;
                store_read(writer->store, item->from + lead_bytes(item) + i, writer->bytes + writer->filled, run);
            }
            --run;
            byte = writer->bytes[writer->filled];
        }
        emit(writer, byte);
    }
}

/* Programs an entry. What the first call programs says that more follows, so that only so much can have been cut without
 * a trace. */
static APART void program_entry(mr_store_t *store, item_t *item, uint32_t at)
{
    writer_t writer;
    unsigned left = store->config->flash.geometry->program_bytes;
    uint32_t crc;

    writer.store = store;
    writer.at = at;
    writer.crc = seed(store, at);
    writer.from_crc = seed(store, item->from);
    writer.filled = 0;
    writer.most = (uint8_t)(left > 2u ? left : 2u);
    emit_u16(&writer, item->header);
    if (lead_bytes(item) > 2)
        emit_u16(&writer, item->payload);
    emit_payload(&writer, item);
    crc = writer.crc;
    if (item->from != 0) {
        /* What is damaged must not become whole by being copied. */
        uint8_t check[4];

        store_read(store, item->from + lead_bytes(item) + item->payload, check, sizeof check);
        item->syndrome = writer.from_crc ^ store_u32(check);
        crc ^= item->syndrome;
    }
    for (left = 4; left > 0; --left, crc >>= 8)
        emit(&writer, crc & 0xFFu);
    for (left = (unsigned)(at + entry_bytes(store, item) - writer.at - writer.filled); left > 0; --left)
        emit(&writer, 0xFF);
    flush(&writer);
}

static APART bool reads_as(mr_store_t *store, uint32_t at, uint32_t syndrome)
{
    entry_t entry;

    entry.room = 0;
    return store_read_entry(store, at, &entry) && entry.syndrome == syndrome;
}

/* Appends an entry to the head, which has room, and verifies it. */
static uint32_t append(mr_store_t *store, item_t *item)
{
    uint32_t at = sector_at(store, store->head) + store->used;

    if (store->failure != 0)
        return 0;
    program_entry(store, item, at);
    store->used += entry_bytes(store, item);
    if (!reads_as(store, at, item->syndrome))
        store_fail(store, MR_WORN);
    return store->failure != 0 ? 0 : at | ((item->header & TYPE_MASK) == ENTRY_DELETED ? PLACE_DELETED : 0u);
}

/* ---- Opening and collecting sectors. */

void store_survey(mr_store_t *store, survey_t *survey)
{
    unsigned left, sector = store->head;
    uint32_t least = UINT32_MAX;

    survey->dead = 0;
    survey->age = 0;
    survey->oldest = sector;
    for (left = store->config->sectors; --left > 0;) {
        sector_header_t header;
        uint32_t erases = 0;

        if (++sector == store->config->sectors)
            sector = 0;
        if (store->config->sequences[sector] == SEQUENCE_RETIRED)
            continue;
        if (store_is_live(store, sector)) {
            if (age_of(store, sector) > survey->age) {
                survey->age = age_of(store, sector);
                survey->oldest = sector;
            }
            continue;
        }
        ++survey->dead;
        if (store_read_header(store, sector, &header))
            erases = header.words[HEADER_WEAR] & 0xFFFFFFu;
        if (erases < least) {
            least = erases;
            survey->next = sector;
        }
    }
}

/* Makes a sector in which nothing is alive the head; retires it where it does not take that. */
void store_open_sector(mr_store_t *store, const survey_t *survey, unsigned flags)
{
    uint32_t sequence = store->sequence, span;

    do
        ++sequence;
    while ((uint16_t)(sequence + 1) < 2);
    span = (uint16_t)(sequence - store->config->sequences[survey->oldest]);
    if (store->failure == 0)
        store_renew(store, survey->next, sequence, flags, span);
    retire(store, survey->next);
    if (store->failure != 0)
        return;
    store->sequence = sequence;
    store->config->sequences[survey->next] = (uint16_t)sequence;
    store->floor = (uint16_t)(sequence - span);
    store->head = (uint16_t)survey->next;
    store->used = store_header_bytes(store);
    store->state &= (uint8_t)~STATE_DOUBTFUL;
}

/* What a copy of a whole entry is made of. */
static APART bool item_at(mr_store_t *store, uint32_t at, item_t *item)
{
    entry_t entry;

    if (!store_read_lead(store, at, &entry))
        return false;
    item->from = at;
    item->header = entry.header;
    item->payload = entry.payload;
    return true;
}

/* Moves what is alive of a slot to the head, which has room; damage is remembered. */
void store_move(mr_store_t *store, unsigned slot)
{
    uint32_t place = store_place(store, slot);
    item_t item;

    item.syndrome = 0;
    if (is_forgettable(store, place)) {
        place = 0;
    } else if (item_at(store, place & ~PLACE_DELETED, &item)) {
        place = append(store, &item);
    } else {
        place = 0;
        item.syndrome = 1;
    }
    if (store->failure == 0)
        store_set_place(store, slot, place);
    if (item.syndrome != 0)
        store->state |= STATE_DAMAGED;
}

/* Moves all that is alive in a sector, and says with a mark that all of it was. */
void store_move_all(mr_store_t *store, unsigned sector)
{
    item_t mark;
    unsigned slot = NONE;

    while (store->failure == 0 && (slot = next_in_sector(store, sector, slot)) != NONE)
        store_move(store, slot);
    mark.from = mark.syndrome = mark.payload = 0;
    mark.header = MARK_HANDLE | ENTRY_DELETED;
    append(store, &mark);
}

static void collect(mr_store_t *store, const survey_t *survey, unsigned sector)
{
    store_open_sector(store, survey, SECTOR_COLLECTS);
    store_move_all(store, sector);
}

/* Sectors opened since one was: it is moved when little of it is alive, or (and half as many again as the log has) always.
 * Less would wear more evenly in the short run, and program more. */
enum { LATE_SECTORS = 40, LATEST_SECTORS = 56 };

/* Moves what is alive in a sector that has not been erased for long: it wears less than others, and a mount reads all
 * that is younger. Where little of it is alive that costs little, and is done sooner. */
static void move_late(mr_store_t *store)
{
    survey_t survey;

    store_survey(store, &survey);
    if (survey.dead != 0 && survey.age > LATE_SECTORS &&
        (survey.age > LATEST_SECTORS + store->config->sectors * 3u / 2u ||
         store_live_bytes(store, survey.oldest) <= store_sector_bytes(store) >> 3))
        collect(store, &survey, survey.oldest);
}

/* Sees to it that the head has `need` bytes of room, and those of a mark: what is in a sector fits into another one with a
 * mark. MR_NO_SPACE. */
void store_make_room(mr_store_t *store, uint32_t need)
{
    uint32_t pad = (store->state & STATE_DOUBTFUL) != 0 ? align(store, 1) : 0, least;
    unsigned sector, victim = NONE;
    survey_t survey;

    need += align(store, LEAST_ENTRY_BYTES);
    if (store->used + pad + need <= store_sector_bytes(store)) {
        store->state &= (uint8_t)~STATE_DOUBTFUL;
        if (store->config->once == NULL)
            store_program_zeros(store, sector_at(store, store->head) + store->used, pad);
        store->used += pad;
        return;
    }
    store_survey(store, &survey);
    if (survey.dead > 1) {
        store_open_sector(store, &survey, SECTOR_PLAIN);
        return;
    }
    /* The last one is for copies, whose originals stay until all are made: it makes another one dead. The sector with the
     * fewest live bytes gives most room. */
    least = store_sector_bytes(store) - store_header_bytes(store) - need + 1;
    for (sector = 0; sector < store->config->sectors; ++sector) {
        uint32_t bytes = least;

        if (sector != store->head && store_is_live(store, sector))
            bytes = store_live_bytes(store, sector);
        if (bytes < least) {
            least = bytes;
            victim = sector;
        }
    }
    if (survey.dead == 0 || victim == NONE)
        store_fail(store, MR_NO_SPACE);
    else
        collect(store, &survey, victim);
}

uint32_t store_append(mr_store_t *store, item_t *item, uint32_t slack)
{
    store_make_room(store, entry_bytes(store, item) + slack);
    return append(store, item);
}

static APART void write_table(mr_store_t *store)
{
    item_t item;

    item.from = item.syndrome = 0;
    item.byte = item_table_byte;
    item.data = store;
    item.header = TABLE_HANDLE | ENTRY_SIZED;
    item.payload = (uint16_t)table_bytes(store);
    store_set_place(store, store->config->handles, store_append(store, &item, 0));
}

/* ---- Mounting. */

/* Programs the head's last entry once more as it reads, until all that was read in one pass is whole: power may have
 * failed within its last bits. */
static bool confirm(mr_store_t *store, uint32_t at)
{
    unsigned passes;
    item_t item;

    for (passes = 8; passes > 0; --passes) {
        item.syndrome = 1;
        if (item_at(store, at, &item))
            program_entry(store, &item, at);
        /* A sector that takes no more is left by the next save; what it has stays. */
        if (store->failure == -MR_ERROR) {
            store->failure = 0;
            item.syndrome = !reads_as(store, at, 0);
        }
        if (item.syndrome == 0)
            return true;
    }
    return false;
}

/* Programs zeros over what is torn, to the sector's end. Those at the end come first: until all are there, each mount finds
 * them and goes on, however what was torn reads then. */
static void clear_tail(mr_store_t *store, bool is_torn)
{
    uint32_t start = sector_at(store, store->head), end = store_sector_bytes(store), unit = align(store, 1);
    uint8_t last[2];

    store_read(store, start + end - 2, last, sizeof last);
    if ((is_torn || store_u16(last) != 0xFFFFu) && store->used + unit <= end) {
        store_program_zeros(store, start + end - unit, unit);
        store_program_zeros(store, start + store->used, end - store->used);
        store->used = end;
        if (store->failure == -MR_ERROR)
            store->failure = 0;
    }
}

/* Finds the head's tail and its last entry (0: none), and whether something torn follows. MR_STALE: the head had nothing,
 * or copies only, of which some were missing, and was erased. */
static APART uint32_t mount_head(mr_store_t *store, unsigned flags, bool *is_torn)
{
    walk_t walk;
    unsigned entries = 0, marks = 0;
    bool was_mark = false, is_complete;

    store_walk_begin(store, store->head, &walk);
    while (store_walk_next(store, &walk)) {
        was_mark = walk.entry.slot == NONE;
        marks += was_mark;
        ++entries;
    }
    *is_torn = walk.has_garbage;
    if (entries != 0 && !(store->config->once != NULL ? store->config->once->confirm : confirm)(store, walk.at)) {
        *is_torn = true;
        walk.tail = walk.at;
        marks -= was_mark;
        --entries;
    }
    store->used = walk.tail - sector_at(store, store->head);
    is_complete = flags == SECTOR_PLAIN ? entries != 0 : marks != 0 || walk.is_damaged;
    if (flags == SECTOR_RESCUES && store->config->once != NULL)
        is_complete = store->config->once->is_rescued(store, is_complete);
    if (store->failure == 0 && !is_complete) {
        store_erase_sector(store, store->head);
        if (store->failure != -MR_BUSY && store->failure != -MR_LOCKED)
            store->failure = -MR_STALE;
    }
    return walk.at;
}

static APART void visit_sector(mr_store_t *store, unsigned sector, void (*visit)(mr_store_t *store, const walk_t *walk))
{
    walk_t walk;

    store_walk_begin(store, sector, &walk);
    while (store_walk_next(store, &walk))
        if (walk.entry.slot != NONE)
            visit(store, &walk);
    if (walk.is_damaged || (walk.has_garbage && sector != store->head))
        store->state |= STATE_DAMAGED;
}

void store_visit_sectors(mr_store_t *store, void (*visit)(mr_store_t *store, const walk_t *walk))
{
    uint16_t sequence = store->floor;
    unsigned sector;

    for (;; ++sequence) {
        for (sector = 0; sector < store->config->sectors && (uint16_t)(sequence + 1) >= 2; ++sector)
            if (store->config->sequences[sector] == sequence)
                visit_sector(store, sector, visit);
        if (sequence == (uint16_t)store->sequence)
            return;
    }
}

static void index_entry(mr_store_t *store, const walk_t *walk)
{
    store_set_place(store, walk->entry.slot, walk->at | (walk->entry.type == ENTRY_DELETED ? PLACE_DELETED : 0u));
}

/* Reads the headers; the newest sector, whose header is `newest`, becomes the head. */
static APART void mount_headers(mr_store_t *store, sector_header_t *newest)
{
    unsigned sector;

    store->sequence = store->floor = 0;
    store->head = (uint16_t)(store->config->sectors - 1);
    for (sector = 0; sector < store->config->sectors; ++sector) {
        uint16_t *sequence = &store->config->sequences[sector];
        sector_header_t header;

        if (*sequence == SEQUENCE_RETIRED)
            continue;
        *sequence = SEQUENCE_NONE;
        if (!store_read_header(store, sector, &header) || (uint16_t)(header.words[HEADER_SEQUENCE] + 1) < 2)
            continue;
        *sequence = (uint16_t)header.words[HEADER_SEQUENCE];
        if (header.words[HEADER_SEQUENCE] > store->sequence) {
            *newest = header;
            store->sequence = header.words[HEADER_SEQUENCE];
            store->head = (uint16_t)sector;
            store->floor = (uint16_t)(*sequence - (header.words[HEADER_KIN] >> 16));
        }
    }
    store->used = store_sector_bytes(store);
}

/* Hashes the table. MR_MIGRATED: the hash found is that of its first rows; MR_FOREIGN: of none. */
static mr_status_t compare_layout(mr_store_t *store, uint16_t found)
{
    mr_status_t status = MR_FOREIGN;
    uint32_t hash = 0;
    unsigned i;

    for (i = 0; i < table_bytes(store); ++i) {
        hash = store_crc(hash, table_byte(store, i));
        if ((i & (TABLE_ROW_BYTES - 1)) == TABLE_HEAD_BYTES - 1 && (uint16_t)hash == found)
            status = MR_MIGRATED;
    }
    store->layout = (uint16_t)hash;
    return store->layout == found ? MR_OK : status;
}

static void mount_kinds(mr_store_t *store)
{
    unsigned i;

    for (i = 0; i < store->config->kind_count; ++i) {
        const mr_store_kind_t *kind = store->config->kinds + i;

        if (kind->calls != NULL)
            kind->calls->mount(store, kind);
    }
}

/* The table is on the medium, as long as it is now. */
static void mount_table(mr_store_t *store)
{
    entry_t entry;

    if (!store_read_lead(store, store_place(store, store->config->handles), &entry) || entry.payload != table_bytes(store))
        write_table(store);
    /* Deletions will make room. */
    if (store->failure == -MR_NO_SPACE)
        store->failure = 0;
}

static mr_status_t mount_once(mr_store_t *store)
{
    sector_header_t newest;
    bool is_torn = false;
    unsigned slot;
    uint32_t last;
    mr_status_t layout;

    store->state = 0;
    store->failure = 0;
    for (slot = 0; slot < store_slots(store); ++slot)
        store_set_place(store, slot, 0);
    newest.words[HEADER_KIN] = 0;
    mount_headers(store, &newest);
    layout = compare_layout(store, (uint16_t)newest.words[HEADER_KIN]);
    if (store->sequence == 0) {
        mount_kinds(store);
        if (store->failure == 0)
            store->state = STATE_OPEN;
        return MR_FRESH;
    }
    if (layout == MR_FOREIGN) {
        store->state = STATE_FOREIGN;
        return layout;
    }
    last = mount_head(store, (newest.words[HEADER_WEAR] >> 24) & 3u, &is_torn);
    if (store->failure != 0)
        return layout;
    store_visit_sectors(store, index_entry);
    mount_kinds(store);
    for (slot = 0; slot < store_slots(store); ++slot)
        if (is_forgettable(store, store_place(store, slot)))
            store_set_place(store, slot, 0);
    store->state |= STATE_DOUBTFUL;
    if (store->config->once != NULL)
        store->config->once->settle(store, last, is_torn);
    else
        clear_tail(store, is_torn);
    /* The next header tells the new layout. */
    if (layout == MR_MIGRATED)
        store->used = store_sector_bytes(store);
    if (store->failure == 0)
        mount_table(store);
    if (store->failure == 0)
        store->state |= STATE_OPEN;
    return (store->state & STATE_DAMAGED) != 0 ? MR_CORRUPT : layout;
}

static mr_status_t mount(mr_store_t *store)
{
    unsigned tries = 2u * MR_STORE_LEAST_SECTORS;
    mr_status_t found;

    do
        found = mount_once(store);
    while (store->failure == -MR_STALE && --tries > 0);
    return store->failure == -MR_STALE ? MR_ERROR : store->failure != 0 ? store_status(store) : found;
}

mr_status_t store_begin(mr_store_t *store)
{
    store->failure = 0;
    if ((store->state & (STATE_OPEN | STATE_FOREIGN)) == 0)
        mount(store);
    return (store->state & STATE_OPEN) != 0 ? MR_OK : store_fail(store, MR_LOCKED);
}

const mr_store_kind_t *store_begin_record(mr_store_t *store, unsigned kind, uint32_t id)
{
    const mr_store_kind_t *row = store->config->kinds + kind;

    if (store_begin(store) == MR_OK && (kind >= store->config->kind_count || id < row->first_id || id > row->last_id))
        store_fail(store, MR_BAD_ARGUMENT);
    return store->failure == 0 ? row : NULL;
}

mr_status_t mr_store_open(mr_store_t *store, const mr_store_config_t *config)
{
    const mr_flash_geometry_t *flash = config->flash.geometry;
    unsigned i;

    store->config = config;
    store->state = STATE_FOREIGN | STATE_IMPOSSIBLE;
    store->erase_shift = 8;
    while (store_sector_bytes(store) < flash->erase_bytes)
        ++store->erase_shift;
    if (store_sector_bytes(store) != flash->erase_bytes || flash->program_bytes > MOST_PROGRAM_BYTES ||
        flash->programs_once != (config->once != NULL) || config->sectors < MR_STORE_LEAST_SECTORS ||
        config->handles > MR_STORE_MOST_HANDLES || config->kind_count == 0)
        return MR_BAD_ARGUMENT;
    store->align_shift = 1;
    while (((uint32_t)1 << store->align_shift) < flash->program_bytes ||
           ((uint32_t)config->sectors << store->erase_shift >> store->align_shift) > 0x800000u)
        ++store->align_shift;
    for (i = 0; i < config->sectors; ++i)
        config->sequences[i] = SEQUENCE_NONE;
    return mount(store);
}

/* ---- Records. */

uint32_t store_slack(const mr_store_t *store)
{
    return 4 * align(store, LEAST_ENTRY_BYTES);
}

/* Appends a value, or a deletion. */
static void write_value(mr_store_t *store, const job_t *job)
{
    item_t item;
    uint32_t slack = job->length != 0 ? store_slack(store) : 0, place;

    item.from = item.syndrome = 0;
    item.byte = item_value_byte;
    item.data = job->value;
    item.payload = (uint16_t)job->length;
    item.header = (uint16_t)(job->slot | (job->length == 0 ? ENTRY_DELETED :
                                          job->length == job->kind->most_bytes ? ENTRY_WHOLE : ENTRY_SIZED));
    place = store_append(store, &item, slack);
    if (place != 0)
        store_set_place(store, job->slot, place);
}

mr_status_t store_change(mr_store_t *store, const job_t *job, void (*write)(mr_store_t *store, const job_t *job))
{
    unsigned tries = 3;
    mr_status_t status = MR_OK;

    do {
        /* What is left of the last try's sector is not used. */
        if (status != MR_OK)
            store->used = store_sector_bytes(store);
        if (store_place(store, store->config->handles) == 0)
            write_table(store);
        if (store->failure == 0)
            write(store, job);
        status = store_status(store);
        if (status == MR_OK && store->used + job->length + 2 * store_slack(store) > store_sector_bytes(store))
            /* The next save of its kind waits for an erase; this one did not, or it has a sector nearly for itself. */
            move_late(store);
        if (store->failure != 0 && store->failure != -MR_NO_SPACE)
            store->state &= (uint8_t)~STATE_OPEN;
    } while ((status == MR_WORN || status == MR_ERROR) && --tries > 0 && store_begin(store) == MR_OK);
    return status;
}

/* Saves a value, or deletes it where the length is 0. */
static mr_status_t change(mr_store_t *store, unsigned kind, uint32_t id, const void *value, size_t length)
{
    job_t job;

    job.kind = store_begin_record(store, kind, id);
    if (job.kind == NULL)
        return store_status(store);
    if (length > job.kind->most_bytes)
        return MR_BAD_ARGUMENT;
    job.value = value;
    job.length = length;
    job.id = id;
    job.slot = (unsigned)(job.kind->first_handle + (id - job.kind->first_id));
    if (job.kind->calls != NULL)
        return job.kind->calls->put(store, &job);
    if (length == 0 && !store_is_record(store, job.slot))
        return MR_NOT_FOUND;
    return store_change(store, &job, write_value);
}

mr_status_t mr_store_put(mr_store_t *store, unsigned kind, uint32_t id, const void *value, size_t length)
{
    return value == NULL || length == 0 ? MR_BAD_ARGUMENT : change(store, kind, id, value, length);
}

mr_status_t mr_store_remove(mr_store_t *store, unsigned kind, uint32_t id)
{
    return change(store, kind, id, NULL, 0);
}

mr_status_t mr_store_get(mr_store_t *store, unsigned kind, uint32_t id, void *value, size_t size, size_t *length)
{
    const mr_store_kind_t *row = store_begin_record(store, kind, id);
    unsigned slot;
    entry_t entry;

    if (row == NULL || value == NULL)
        return store_fail(store, MR_BAD_ARGUMENT);
    if (row->calls != NULL)
        return row->calls->get(store, row, id, value, size, length);
    slot = (unsigned)(row->first_handle + (id - row->first_id));
    if (!store_is_record(store, slot))
        return MR_NOT_FOUND;
    entry.sink = value;
    entry.room = size < row->most_bytes ? (uint32_t)size : row->most_bytes;
    entry.skip = 0;
    if (!store_read_entry(store, store_place(store, slot), &entry) || entry.syndrome != 0)
        return store_fail(store, MR_CORRUPT);
    if (length != NULL)
        *length = entry.payload;
    return entry.payload > size ? MR_OUT_OF_RANGE : MR_OK;
}

mr_status_t mr_store_format(mr_store_t *store)
{
    uint16_t *sequences = store->config->sequences;
    unsigned i, oldest;

    if ((store->state & STATE_IMPOSSIBLE) != 0)
        return MR_BAD_ARGUMENT;
    store->failure = 0;
    /* From the oldest on: what is left is never older than what was seen before. */
    do {
        oldest = NONE;
        for (i = 0; i < store->config->sectors; ++i)
            if (sequences[i] != SEQUENCE_NONE && sequences[i] != SEQUENCE_RETIRED &&
                (oldest == NONE || age_of(store, i) > age_of(store, oldest)))
                oldest = i;
        if (oldest != NONE) {
            store_erase_sector(store, oldest);
            if (sequences[oldest] == SEQUENCE_RETIRED)
                store->failure = 0;
        }
    } while (oldest != NONE && store->failure == 0);
    for (i = 0; i < store->config->kind_count; ++i) {
        const mr_store_kind_t *kind = store->config->kinds + i;

        if (kind->calls != NULL)
            kind->calls->format(store, kind);
    }
    store->state = 0;
    return store_begin(store);
}
