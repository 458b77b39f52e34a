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

/* ---- Reading and programming bytes. */

mr_status_t store_fail(mr_store_t *store, mr_status_t status)
{
    if (store->failure == 0)
        store->failure = status;
    return store_status(store);
}

void store_forgive(mr_store_t *store)
{
    if (store->failure == MR_ERROR || store->failure == MR_WORN)
        store->failure = 0;
}

/* CRC-32 (IEEE), a bit at a time: small, and the medium is slower. */
uint32_t store_crc(uint32_t crc, unsigned bits)
{
    for (; bits > 0; --bits)
        crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1u)));
    return crc;
}

uint32_t store_u32(const uint8_t *bytes)
{
    return store_u16(bytes) | ((uint32_t)store_u16(bytes + 2) << 16);
}

void store_put_u32(uint8_t *bytes, uint32_t value)
{
    unsigned i;

    for (i = 0; i < 4; ++i, value >>= 8)
        bytes[i] = (uint8_t)value;
}

static uint32_t sector_at(const mr_store_t *store, unsigned sector)
{
    return (uint32_t)sector << store->erase_shift;
}

/* Bytes from `at` to its sector's end. */
static uint32_t left_at(const mr_store_t *store, uint32_t at)
{
    return (~at & (store_sector_bytes(store) - 1)) + 1;
}

static APART uint32_t align(const mr_store_t *store, uint32_t bytes)
{
    unsigned shift = store_align_shift(store);

    return (bytes + ((uint32_t)1 << shift) - 1) >> shift << shift;
}

mr_status_t store_read(mr_store_t *store, uint32_t at, void *bytes, uint32_t count)
{
    const mr_store_config_t *config = store->config;
    uint8_t *blank = bytes;

    if (store->failure == 0)
        store->failure = config->flash.driver->read(config->flash.context, config->offset_bytes + at, bytes,
                                                          (size_t)count);
    if (store->failure != 0)
        while (count > 0)
            blank[--count] = 0xFF;
    return store_status(store);
}

bool store_is_blank(mr_store_t *store, uint32_t at, uint32_t end)
{
    uint8_t bytes[16];

    while (at < end) {
        unsigned count = sizeof bytes;

        if (count > end - at)
            count = (unsigned)(end - at);
        store_read(store, at, bytes, count);
        at += count;
        while (count > 0)
            if (bytes[--count] != 0xFF)
                return false;
    }
    return true;
}

mr_status_t store_program(mr_store_t *store, uint32_t at, const uint8_t *bytes, uint32_t count)
{
    const mr_flash_t *flash = &store->config->flash;
    uint32_t page = flash->geometry->page_bytes;

    at += store->config->offset_bytes;
    while (count > 0 && store->failure == 0) {
        uint32_t run = page - (at & (page - 1));

        if (run > count)
            run = count;
        store->failure = flash->driver->program(flash->context, at, bytes, (size_t)run);
        at += run;
        bytes += run;
        count -= run;
    }
    return store_status(store);
}

void store_program_zeros(mr_store_t *store, uint32_t at, uint32_t count)
{
    uint8_t zeros[MOST_PROGRAM_BYTES];
    unsigned run;

    for (run = 0; run < sizeof zeros; ++run)
        zeros[run] = 0;
    for (; count > 0; count -= run, at += run) {
        if (run > count)
            run = (unsigned)count;
        store_program(store, at, zeros, run);
    }
}

/* ---- Entries. */

/* Whether the ones in 16 bits are odd in number: those of an entry's header and of its length are not. */
static APART bool is_odd(unsigned bits)
{
    bits ^= bits >> 8;
    bits ^= bits >> 4;
    return ((0x6996u >> (bits & 15u)) & 1u) != 0;
}

static unsigned even(unsigned bits)
{
    bits &= 0x7FFFu;
    return is_odd(bits) ? bits | 0x8000u : bits;
}

/* Sequences between a sector's and the head's. */
static uint16_t age_of(const mr_store_t *store, unsigned sector)
{
    return (uint16_t)(store->sequence - store->config->sequences[sector]);
}

/* What an entry's check value starts from: an entry proves nothing at another place or after an erase. 0 for no entry. */
static uint32_t seed(const mr_store_t *store, uint32_t at)
{
    uint32_t offset = at & (store_sector_bytes(store) - 1);

    return at == 0 ? 0 : ~((store->sequence - age_of(store, store_sector_of(store, at))) ^ (offset << 15));
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
const mr_store_kind_t *store_kind_of(const mr_store_t *store, unsigned slot)
{
    const mr_store_kind_t *kind = store->config->kinds;

    while (slot - kind->first_handle >= (uint32_t)kind->records * kind->parts)
        ++kind;
    return kind;
}

static unsigned full_payload(const mr_store_t *store, unsigned slot)
{
    const mr_store_kind_t *kind = store_kind_of(store, slot);

    return store_calls(kind) == NULL ? (unsigned)kind->most_bytes
                               : store_calls(kind)->full_payload(store, kind, slot - (unsigned)kind->first_handle);
}

static void measure(const mr_store_t *store, entry_t *entry, unsigned header, uint32_t payload)
{
    entry->header = (uint16_t)header;
    entry->payload = (uint16_t)payload;
    entry->lead = (header & TYPE_MASK) == ENTRY_SIZED ? 4 : 2;
    entry->check = (uint16_t)(entry->lead + payload);
    entry->size = align(store, entry->check + 4u);
}

/* Understands the first 4 bytes of the entry at entry->from, of which the last 2 count only where it is sized. */
static bool parse(const mr_store_t *store, const uint8_t *bytes, entry_t *entry)
{
    unsigned header = store_u16(bytes), slot = header & HANDLE_MASK, type = header & TYPE_MASK;
    unsigned length = 0, parity = header, table = store->config->handles;

    entry->header = (uint16_t)header;
    if (slot >= table) {
        if (slot == TABLE_HANDLE)
            slot = table;
        else if (header == MARK_HEADER)
            slot = NONE;
        else
            return false;
    }
    if (type == ENTRY_SIZED) {
        length = store_u16(bytes + 2);
        parity ^= length;
        length &= 0x7FFFu;
    } else if (type == ENTRY_WHOLE && slot < table) {
        length = full_payload(store, slot);
    } else if (type != ENTRY_DELETED) {
        return false;
    }
    entry->slot = (uint16_t)slot;
    measure(store, entry, header, length);
    return !is_odd(parity) && entry->size <= left_at(store, entry->from);
}

void store_begin_entry(entry_t *entry, uint32_t from)
{
    entry->from = from;
    entry->to = entry->room = 0;
    entry->skip = 0;
    entry->is_copy = false;
}

bool store_read_lead(mr_store_t *store, entry_t *entry)
{
    uint8_t bytes[4];

    store_begin_entry(entry, entry->from);
    store_read(store, entry->from, bytes, 2);
    if ((bytes[1] & (TYPE_MASK >> 8)) == ENTRY_SIZED >> 8)
        store_read(store, entry->from + 2, bytes + 2, 2);
    return parse(store, bytes, entry);
}

void store_new_entry(const mr_store_t *store, entry_t *entry, unsigned header, uint32_t payload)
{
    store_begin_entry(entry, 0);
    measure(store, entry, header, payload);
}

/* Makes a piece of a new entry, without the check value. */
static APART void compose(const entry_t *entry, uint8_t *to, unsigned count)
{
    uint32_t position = entry->position;

    for (; count > 0; --count, ++position) {
        unsigned byte = position < entry->check + 4u ? 0 : 0xFF;

        if (position < entry->lead)
            byte = even(position < 2 ? entry->header : entry->payload) >> ((position & 1u) * 8u);
        else if (position < entry->check)
            byte = entry->byte(entry, (unsigned)position - entry->lead);
        *to++ = (uint8_t)byte;
    }
}

/* Takes note of a byte that was read, or made; returns what is programmed. */
static APART unsigned pass(entry_t *entry, unsigned byte)
{
    uint32_t position = entry->position++;

    if (position < entry->check) {
        entry->crc = store_crc(entry->is_copy ? entry->crc : entry->crc ^ byte, 8);
        position -= entry->lead;
        position -= entry->skip;
        if (position < entry->room)
            entry->sink[position] = (uint8_t)byte;
    } else if (position < entry->check + 4u) {
        unsigned difference = (byte ^ entry->crc) & 0xFFu;

        entry->crc >>= 8;
        entry->damage = (uint8_t)(entry->damage | difference);
        if (entry->to != entry->from)
            byte = difference;
    }
    return byte;
}

/* The check value of a copy is what was read with the difference that the other place makes, so that damage is copied too:
 * check values are linear, that difference is the check value of zeros. */
bool store_transfer(mr_store_t *store, entry_t *entry)
{
    uint8_t chunk[CHUNK_BYTES];
    uint32_t unit = store_unit(store), run = unit > 2 ? unit : 2;
    uint32_t size = entry->size;
    unsigned i;

    entry->position = 0;
    entry->damage = 0;
    entry->crc = seed(store, entry->from);
    if (entry->to != entry->from)
        entry->crc ^= seed(store, entry->to);
    if (entry->to == 0) {
        run = CHUNK_BYTES;
        size = left_at(store, entry->from);
        if (size > entry->room + entry->skip + 8u)
            size = entry->room + entry->skip + 8u;
    }
    do {
        if (run > size - entry->position)
            run = size - entry->position;
        if (entry->from == 0)
            compose(entry, chunk, run);
        else
            store_read(store, entry->from + entry->position, chunk, run);
        if (entry->to == 0 && entry->position == 0) {
            if (!parse(store, chunk, entry))
                return false;
            size = entry->check + 4u;
            if (run > size)
                run = size;
        }
        for (i = 0; i < run; ++i)
            chunk[i] = (uint8_t)pass(entry, chunk[i]);
        /* What the first call programs says that more follows, so that only so much can have been cut without a trace. */
        if (entry->to != 0)
            store_program(store, entry->to + entry->position - run, chunk, run);
        run = CHUNK_BYTES & (0u - unit);
    } while (entry->position < size);
    return store->failure == 0;
}

bool store_is_whole(mr_store_t *store, entry_t *entry, uint32_t at)
{
    store_begin_entry(entry, at);
    return store_transfer(store, entry) && entry->damage == 0;
}

uint32_t store_append(mr_store_t *store, entry_t *entry)
{
    uint32_t source = entry->from, at = store->tail;
    bool is_there;

    if (store->failure != 0)
        return 0;
    entry->to = at;
    entry->is_copy = source != 0;
    store_transfer(store, entry);
    store->tail += entry->size;
    /* A copy may be as damaged as what it was made of. */
    is_there = store_is_whole(store, entry, at);
    if (!is_there && source != 0 && store_read_lead(store, entry))
        is_there = !store_is_whole(store, entry, source);
    if (!is_there)
        store_fail(store, MR_WORN);
    return store->failure != 0 ? 0 : at | (store_is_deletion(entry) ? PLACE_DELETED : 0u);
}

/* ---- Sectors' headers. */

static uint32_t header_unit(const mr_store_t *store)
{
    uint32_t unit = store_unit(store);

    return unit < 4 ? 4 : unit;
}

/* Where nothing is programmed twice, a unit after the header is kept for the mark that the sector is being erased;
 * elsewhere the header's check value is overwritten. */
uint32_t store_mark_offset(const mr_store_t *store)
{
    uint32_t unit = header_unit(store), end = unit > HEADER_BYTES ? unit : HEADER_BYTES;

    return store_once(store) != NULL ? end : end - unit;
}

uint32_t store_header_bytes(const mr_store_t *store)
{
    return align(store, store_mark_offset(store) + header_unit(store));
}

/* 0 where a header is whole. */
static uint32_t header_crc(const sector_header_t *header)
{
    uint32_t crc = 0x3153726Du; /* "mrS1" */
    unsigned i;

    for (i = 0; i < HEADER_CHECK; ++i)
        crc = store_crc(crc ^ header->words[i], 32);
    return crc ^ header->words[HEADER_CHECK];
}

/* One flipped bit would cost all of a sector: each is flipped, and back. */
static bool is_mended(sector_header_t *header)
{
    unsigned step;

    for (step = 0; header_crc(header) != 0; ++step) {
        if (step == HEADER_BYTES * 8u * 2u)
            return false;
        header->words[step >> 6] ^= (uint32_t)1 << ((step >> 1) & 31u);
    }
    return true;
}

bool store_read_header(mr_store_t *store, unsigned sector, sector_header_t *header)
{
    unsigned i;

    store_read(store, sector_at(store, sector), header, HEADER_BYTES);
    for (i = 0; i <= HEADER_CHECK; ++i)
        header->words[i] = store_u32((const uint8_t *)(header->words + i));
    /* Blank, or marked as no header. */
    if (header->words[HEADER_CHECK] + 1 < 2 || !is_mended(header) ||
        (store_once(store) != NULL && store_once(store)->is_marked(store, sector)))
        return false;
    return header->words[HEADER_WEAR] >> 26 == store_align_shift(store) && header->words[HEADER_SEQUENCE] != 0;
}

/* Erases a sector and verifies that: MR_WORN where it is not blank. Its header goes first, so that what a cut erase leaves
 * is never taken for entries. */
bool store_erase(mr_store_t *store, unsigned sector, sector_header_t *old)
{
    const mr_flash_t *flash = &store->config->flash;
    uint32_t at = sector_at(store, sector);
    bool had_header = store_read_header(store, sector, old);

    if (had_header)
        store_program_zeros(store, at + store_mark_offset(store), header_unit(store));
    /* What takes no program may take an erase. */
    store_forgive(store);
    if (store->failure == 0)
        store->failure = flash->driver->erase(flash->context, store->config->offset_bytes + at);
    if (!store_is_blank(store, at, at + store_sector_bytes(store)))
        store_fail(store, MR_WORN);
    return had_header;
}

mr_status_t store_renew(mr_store_t *store, unsigned sector, uint32_t sequence, unsigned flags, uint32_t span)
{
    sector_header_t header;
    uint32_t unit = header_unit(store);
    unsigned i;

    for (i = HEADER_CHECK + 1; i < MOST_PROGRAM_BYTES / 4; ++i)
        header.words[i] = UINT32_MAX;
    /* Never used, or a cut took the count: about as many erases as the head's. */
    if (store_erase(store, sector, &header))
        ++header.words[HEADER_WEAR];
    else if (!store_read_header(store, store->head, &header))
        header.words[HEADER_WEAR] = 1;
    header.words[HEADER_SEQUENCE] = sequence;
    header.words[HEADER_WEAR] = store_erases(&header) | (flags | (uint32_t)store_align_shift(store) << 2) << 24;
    header.words[HEADER_KIN] = store->layout | span << 16;
    header.words[HEADER_CHECK] = 0;
    header.words[HEADER_CHECK] = header_crc(&header);
    for (i = 0; i <= HEADER_CHECK; ++i)
        store_put_u32((uint8_t *)(header.words + i), header.words[i]);
    store_program(store, sector_at(store, sector), (const uint8_t *)header.words, unit > HEADER_BYTES ? unit : HEADER_BYTES);
    if (!store_read_header(store, sector, &header) || header.words[HEADER_SEQUENCE] != sequence)
        store_fail(store, MR_WORN);
    return store_status(store);
}

/* Leaves a sector of the log out that takes no erase or program. */
static void retire(mr_store_t *store, unsigned sector)
{
    if (store->failure == MR_ERROR || store->failure == MR_WORN)
        store->config->sequences[sector] = SEQUENCE_RETIRED;
}

void store_erase_sector(mr_store_t *store, unsigned sector)
{
    sector_header_t old;

    store_erase(store, sector, &old);
    store->config->sequences[sector] = SEQUENCE_NONE;
    retire(store, sector);
}

/* ---- The index. */

void store_set_place(mr_store_t *store, unsigned slot, uint32_t place)
{
    uint8_t *bytes = store->config->index + 3u * slot;
    uint32_t value = (place >> store_align_shift(store)) | ((place & PLACE_DELETED) << 23);

    bytes[0] = (uint8_t)value;
    bytes[1] = (uint8_t)(value >> 8);
    bytes[2] = (uint8_t)(value >> 16);
}

uint32_t store_place(const mr_store_t *store, unsigned slot)
{
    const uint8_t *bytes = store->config->index + 3u * slot;

    return ((store_u16(bytes) | (uint32_t)(bytes[2] & 0x7Fu) << 16) << store_align_shift(store)) | (bytes[2] >> 7);
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

uint32_t store_live_bytes(mr_store_t *store, unsigned sector)
{
    unsigned slot = NONE;
    uint32_t bytes = 0;
    entry_t entry;

    while ((slot = next_in_sector(store, sector, slot)) != NONE) {
        entry.from = store_place(store, slot) & ~PLACE_DELETED;
        /* What cannot be read any more is alive until it is moved. */
        bytes += store_read_lead(store, &entry) ? entry.size : 1u;
    }
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
    walk->end = sector == store->head ? store->tail : start + store_sector_bytes(store);
    walk->is_careful = store_once(store) != NULL;
    walk->has_garbage = walk->is_damaged = walk->checks_next = false;
    walk->marks = 0;
    walk->last = 0;
}

bool store_walk_next(mr_store_t *store, walk_t *walk)
{
    entry_t *entry = &walk->entry;

    for (; walk->next + LEAST_ENTRY_BYTES <= walk->end; walk->next += align(store, 1)) {
        bool is_entry;

        entry->from = walk->next;
        is_entry = store_read_lead(store, entry);
        if (is_entry && (walk->is_careful || walk->checks_next))
            is_entry = store_is_whole(store, entry, walk->next);
        else if (entry->header == 0xFFFFu && !walk->is_careful)
            return false;
        if (is_entry) {
            walk->is_damaged |= walk->has_garbage;
            walk->has_garbage = walk->checks_next = false;
            walk->marks = (uint16_t)(walk->marks + (entry->slot == NONE));
            walk->last = walk->next;
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

/* ---- Opening and collecting sectors. */

void store_survey(mr_store_t *store, survey_t *survey)
{
    unsigned left, sector = store->head;
    uint32_t fewest = UINT32_MAX;

    survey->dead = survey->age = 0;
    survey->oldest = survey->victim = (uint16_t)sector;
    survey->least = store_sector_bytes(store);
    for (left = store->config->sectors; --left > 0;) {
        sector_header_t header;
        uint32_t bytes;

        if (++sector == store->config->sectors)
            sector = 0;
        if (store->config->sequences[sector] == SEQUENCE_RETIRED)
            continue;
        bytes = store_live_bytes(store, sector);
        if (bytes == 0) {
            ++survey->dead;
            if (!store_read_header(store, sector, &header))
                header.words[HEADER_WEAR] = 0;
            if (store_erases(&header) < fewest) {
                fewest = store_erases(&header);
                survey->next = (uint16_t)sector;
            }
            continue;
        }
        if (bytes < survey->least) {
            survey->least = bytes;
            survey->victim = (uint16_t)sector;
        }
        if (age_of(store, sector) > survey->age) {
            survey->age = age_of(store, sector);
            survey->oldest = (uint16_t)sector;
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
    store->head = survey->next;
    store->tail = sector_at(store, store->head) + store_header_bytes(store);
    store->state &= (uint8_t)~STATE_DOUBTFUL;
}

void store_move(mr_store_t *store, unsigned slot)
{
    uint32_t place = store_place(store, slot);
    entry_t entry;

    entry.from = place & ~PLACE_DELETED;
    place = !is_forgettable(store, place) && store_read_lead(store, &entry) ? store_append(store, &entry) : 0;
    if (store->failure == 0)
        store_set_place(store, slot, place);
}

/* A mark says that all of it was moved. */
void store_move_all(mr_store_t *store, unsigned sector)
{
    entry_t mark;
    unsigned slot = NONE;

    while (store->failure == 0 && (slot = next_in_sector(store, sector, slot)) != NONE)
        store_move(store, slot);
    store_new_entry(store, &mark, MARK_HEADER, 0);
    store_append(store, &mark);
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
static APART void move_late(mr_store_t *store)
{
    survey_t survey;

    store_survey(store, &survey);
    if (survey.dead != 0 && survey.age > LATE_SECTORS &&
        (survey.age > LATEST_SECTORS + store->config->sectors * 3u / 2u ||
         store_live_bytes(store, survey.oldest) <= store_sector_bytes(store) >> 3))
        collect(store, &survey, survey.oldest);
}

/* There must be room for a mark, too: what is in a sector fits into another one with a mark. */
void store_make_room(mr_store_t *store, uint32_t payload, uint32_t slack)
{
    uint32_t pad = (store->state & STATE_DOUBTFUL) != 0 ? align(store, 1) : 0;
    uint32_t need = align(store, payload + 8) + slack + align(store, LEAST_ENTRY_BYTES);
    survey_t survey;

    if (pad + need <= store_head_end(store) - store->tail) {
        store->state &= (uint8_t)~STATE_DOUBTFUL;
        if (store_once(store) == NULL)
            store_program_zeros(store, store->tail, pad);
        store->tail += pad;
        return;
    }
    store_survey(store, &survey);
    /* The last one is for copies, whose originals stay until all are made: it makes another one dead. The sector with the
     * fewest live bytes gives most room. */
    if (survey.dead > 1)
        store_open_sector(store, &survey, SECTOR_PLAIN);
    else if (survey.dead == 0 || survey.least + need > store_sector_bytes(store) - store_header_bytes(store))
        store_fail(store, MR_NO_SPACE);
    else
        collect(store, &survey, survey.victim);
}

/* ---- The layout's table on the medium. */

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

static unsigned entry_table_byte(const entry_t *entry, unsigned position)
{
    return table_byte(entry->data, position);
}

static APART void append_table(mr_store_t *store)
{
    entry_t entry;

    store_new_entry(store, &entry, TABLE_HANDLE | ENTRY_SIZED, table_bytes(store));
    entry.byte = entry_table_byte;
    entry.data = store;
    store_set_place(store, store->config->handles, store_append(store, &entry));
}

/* Appends the table where none is known. Deletions will make room where it has none. */
static APART void renew_table(mr_store_t *store)
{
    if (store_place(store, store->config->handles) == 0) {
        store_make_room(store, table_bytes(store), 0);
        append_table(store);
    }
    if (store->failure == MR_NO_SPACE)
        store->failure = 0;
}

/* Hashes the table. MR_MIGRATED: the hash found is that of its first rows; MR_FOREIGN: of none. */
static mr_status_t compare_layout(mr_store_t *store, uint16_t found)
{
    mr_status_t status = MR_FOREIGN;
    uint32_t hash = 0;
    unsigned i;

    for (i = 0; i < table_bytes(store); ++i) {
        hash = store_crc(hash ^ table_byte(store, i), 8);
        if ((i & (TABLE_ROW_BYTES - 1)) == TABLE_HEAD_BYTES - 1 && (uint16_t)hash == found)
            status = MR_MIGRATED;
    }
    store->layout = (uint16_t)hash;
    return store->layout == found ? MR_OK : status;
}

/* ---- Mounting. */

/* Programs the head's last entry once more as it reads, until all that was read in one pass is whole: power may have
 * failed within its last bits. */
static bool confirm(mr_store_t *store, uint32_t at)
{
    unsigned passes;
    entry_t entry;

    for (passes = 8; passes > 0; --passes) {
        bool is_whole;

        entry.from = at;
        if (!store_read_lead(store, &entry))
            continue;
        entry.to = at;
        is_whole = store_transfer(store, &entry) && entry.damage == 0;
        /* A sector that takes no more is left by the next save; what it has stays. */
        if (store->failure == MR_ERROR) {
            store->failure = 0;
            is_whole = store_is_whole(store, &entry, at);
        }
        if (is_whole)
            return true;
    }
    return false;
}

/* Programs zeros over what is torn, to the sector's end. Those at the end come first: until all are there, each mount finds
 * them and goes on, however what was torn reads then. */
static void clear_tail(mr_store_t *store)
{
    uint32_t end = store_head_end(store), unit = align(store, 1);

    if (((store->state & STATE_TORN) == 0 && store_is_blank(store, end - 2, end)) || store->tail == end)
        return;
    store_program_zeros(store, end - unit, unit);
    store_program_zeros(store, store->tail, end - store->tail);
    store->tail = end;
    store_forgive(store);
}

void store_visit_sectors(mr_store_t *store, void (*visit)(mr_store_t *store, const entry_t *entry), walk_t *walk)
{
    uint16_t sequence = (uint16_t)(store->floor - 1u);
    unsigned sector;

    do {
        ++sequence;
        for (sector = 0; sector < store->config->sectors; ++sector) {
            if (store->config->sequences[sector] != sequence || (uint16_t)(sequence + 1) < 2)
                continue;
            store_walk_begin(store, sector, walk);
            while (store_walk_next(store, walk))
                if (walk->entry.slot != NONE)
                    visit(store, &walk->entry);
            if (walk->is_damaged || (walk->has_garbage && sector != store->head))
                store->state |= STATE_DAMAGED;
        }
    } while (sequence != (uint16_t)store->sequence);
}

static void index_entry(mr_store_t *store, const entry_t *entry)
{
    uint32_t place = entry->from | (store_is_deletion(entry) ? PLACE_DELETED : 0u);

    store_set_place(store, entry->slot, is_forgettable(store, place) ? 0 : place);
}

/* Reads the headers; the newest sector becomes the head. Returns its header's kin and why it was opened. */
static APART uint32_t mount_headers(mr_store_t *store, unsigned *flags)
{
    unsigned sector;
    uint32_t kin = 0;

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
            store->sequence = header.words[HEADER_SEQUENCE];
            store->head = (uint16_t)sector;
            kin = header.words[HEADER_KIN];
            *flags = (header.words[HEADER_WEAR] >> 24) & 3u;
        }
    }
    store->floor = (uint16_t)(store->sequence - (kin >> 16));
    store->tail = store_head_end(store);
    return kin;
}

static void mount_kinds(mr_store_t *store)
{
    unsigned i;

    for (i = 0; i < store->config->kind_count; ++i) {
        const mr_store_kind_t *kind = store->config->kinds + i;

        if (store_calls(kind) != NULL)
            store_calls(kind)->mount(store, kind);
    }
}

static void forget_places(mr_store_t *store)
{
    unsigned slot;

    for (slot = 0; slot < store_slots(store); ++slot)
        store_set_place(store, slot, 0);
}

/* Reads the log and finds the head's tail; returns the head's last entry. MR_STALE: the head had nothing, or copies only,
 * of which some were missing, and was erased. */
static APART uint32_t mount_log(mr_store_t *store, unsigned flags)
{
    const struct mr_store_once *once = store_once(store);
    walk_t walk;
    bool is_complete;

    store_visit_sectors(store, index_entry, &walk);
    store->tail = walk.tail;
    is_complete = walk.is_damaged;
    if (walk.has_garbage)
        store->state |= STATE_TORN;
    if (walk.last != 0 && !(once != NULL ? once->confirm : confirm)(store, walk.last)) {
        /* It is as if it were not there. */
        store->state |= STATE_TORN;
        store->tail = walk.last;
        forget_places(store);
        store_visit_sectors(store, index_entry, &walk);
        is_complete |= walk.has_garbage;
    }
    is_complete = flags == SECTOR_PLAIN ? walk.last != 0 : walk.marks != 0 || is_complete;
    if (flags == SECTOR_RESCUES && once != NULL)
        is_complete = once->is_rescued(store, is_complete);
    if (store->failure == 0 && !is_complete) {
        store_erase_sector(store, store->head);
        if (store->failure != MR_BUSY && store->failure != MR_LOCKED)
            store->failure = MR_STALE;
    }
    return walk.last;
}

/* Makes sure of the head's end; `last` is its last entry. */
static APART void settle(mr_store_t *store, uint32_t last)
{
    entry_t table;

    store->state |= STATE_DOUBTFUL;
    if (store_once(store) != NULL)
        store_once(store)->settle(store, last);
    else
        clear_tail(store);
    /* One that has grown is written anew. */
    table.from = store_place(store, store->config->handles);
    if (!store_read_lead(store, &table) || table.payload != table_bytes(store))
        store_set_place(store, store->config->handles, 0);
}

static mr_status_t mount_once(mr_store_t *store)
{
    unsigned flags = SECTOR_PLAIN;
    uint32_t last = 0;
    mr_status_t layout;

    store->state = 0;
    store->failure = 0;
    forget_places(store);
    layout = compare_layout(store, (uint16_t)mount_headers(store, &flags));
    if (store->sequence == 0) {
        layout = MR_FRESH;
    } else if (layout == MR_FOREIGN) {
        store->state = STATE_FOREIGN;
        return layout;
    } else {
        last = mount_log(store, flags);
        if (store->failure != 0)
            return layout;
    }
    mount_kinds(store);
    if (layout != MR_FRESH)
        settle(store, last);
    /* The next header tells the new layout. */
    if (layout == MR_MIGRATED)
        store->tail = store_head_end(store);
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
    while (store->failure == MR_STALE && --tries > 0);
    return store->failure == MR_STALE ? MR_ERROR : store->failure != 0 ? store_status(store) : found;
}

/* The next call mounts. */
static mr_status_t close_failed(mr_store_t *store)
{
    store->state &= (uint8_t)~STATE_OPEN;
    return store_status(store);
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

/* Whether the runtime can keep such a store, and its shifts. */
static bool is_possible(mr_store_t *store, const mr_store_config_t *config)
{
    const mr_flash_geometry_t *flash = config->flash.geometry;
    unsigned i;

    store->sector_bytes = flash->erase_bytes;
    store->erase_shift = 8;
    while ((uint32_t)1 << store->erase_shift < flash->erase_bytes)
        ++store->erase_shift;
    store->align_shift = 1;
    while (((uint32_t)1 << store->align_shift) < flash->program_bytes ||
           ((uint32_t)config->sectors << store->erase_shift >> store->align_shift) > 0x800000u)
        ++store->align_shift;
    for (i = 0; i < config->kind_count; ++i)
        if (IS_PLAIN && config->kinds[i].calls != NULL)
            return false;
    return (uint32_t)1 << store->erase_shift == flash->erase_bytes && flash->program_bytes <= MOST_PROGRAM_BYTES &&
           flash->programs_once == (config->once != NULL) && config->sectors >= MR_STORE_LEAST_SECTORS &&
           config->handles <= MR_STORE_MOST_HANDLES && config->kind_count != 0 &&
           (!IS_PLAIN || (store->align_shift == 1 && flash->program_bytes == 1 && config->once == NULL));
}

mr_status_t mr_store_open(mr_store_t *store, const mr_store_config_t *config)
{
    unsigned i;
    mr_status_t status;

    store->config = config;
    store->state = STATE_FOREIGN | STATE_IMPOSSIBLE;
    if (!is_possible(store, config))
        return MR_BAD_ARGUMENT;
    for (i = 0; i < config->sectors; ++i)
        config->sequences[i] = SEQUENCE_NONE;
    status = mount(store);
    if ((store->state & STATE_OPEN) == 0 || store->sequence == 0)
        return status;
    renew_table(store);
    return store->failure == 0 ? status : close_failed(store);
}

/* ---- Records. */

uint32_t store_slack(const mr_store_t *store)
{
    return 4 * align(store, LEAST_ENTRY_BYTES);
}

static unsigned value_byte(const entry_t *entry, unsigned position)
{
    return ((const uint8_t *)entry->data)[position];
}

static APART void append_value(mr_store_t *store, const job_t *job)
{
    unsigned type = job->length == 0 ? ENTRY_DELETED : job->length == job->kind->most_bytes ? ENTRY_WHOLE : ENTRY_SIZED;
    entry_t entry;
    uint32_t place;

    store_new_entry(store, &entry, job->slot | type, (uint32_t)job->length);
    entry.byte = value_byte;
    entry.data = job->value;
    place = store_append(store, &entry);
    if (place != 0)
        store_set_place(store, job->slot, place);
}

/* Appends a value, or a deletion. */
static void write_value(mr_store_t *store, const job_t *job)
{
    store_make_room(store, (uint32_t)job->length, job->length != 0 ? store_slack(store) : 0);
    append_value(store, job);
}

static unsigned slot_of(const mr_store_kind_t *kind, uint32_t id)
{
    return (unsigned)(kind->first_handle + (id - kind->first_id));
}

/* Saves a value, or deletes it where the length is 0. What a sector does not take goes to another one. */
static mr_status_t change(mr_store_t *store, unsigned kind, uint32_t id, const void *value, size_t length)
{
    unsigned tries = 3;
    mr_status_t status = MR_OK;
    job_t job;

    job.kind = store_begin_record(store, kind, id);
    if (job.kind == NULL)
        return store_status(store);
    if (length > job.kind->most_bytes)
        return MR_BAD_ARGUMENT;
    job.value = value;
    job.length = length;
    job.id = id;
    job.slot = slot_of(job.kind, id);
    job.write = write_value;
    if (store_calls(job.kind) != NULL)
        status = store_calls(job.kind)->put(store, &job);
    else if (length == 0 && !store_is_record(store, job.slot))
        status = MR_NOT_FOUND;
    if (status != MR_OK || job.write == NULL)
        return status;
    do {
        /* What is left of the last try's sector is not used. */
        if (status != MR_OK)
            store->tail = store_head_end(store);
        renew_table(store);
        if (store->failure == 0)
            job.write(store, &job);
        status = store_status(store);
        if (status == MR_OK && store_head_end(store) - store->tail < length + 2 * store_slack(store))
            /* The next save of its kind waits for an erase; this one did not, or it has a sector nearly for itself. */
            move_late(store);
        if (store->failure != 0 && store->failure != MR_NO_SPACE)
            close_failed(store);
    } while ((status == MR_WORN || status == MR_ERROR) && --tries > 0 && store_begin(store) == MR_OK);
    return status;
}

mr_status_t mr_store_put(mr_store_t *store, unsigned kind, uint32_t id, const void *value, size_t length)
{
    return value == NULL || length == 0 ? MR_BAD_ARGUMENT : change(store, kind, id, value, length);
}

mr_status_t mr_store_remove(mr_store_t *store, unsigned kind, uint32_t id)
{
    return change(store, kind, id, NULL, 0);
}

static APART mr_status_t read_value(mr_store_t *store, const mr_store_kind_t *kind, uint32_t id, void *value, size_t size,
                                   size_t *length)
{
    unsigned slot = slot_of(kind, id);
    entry_t entry;

    if (!store_is_record(store, slot))
        return MR_NOT_FOUND;
    store_begin_entry(&entry, store_place(store, slot));
    entry.sink = value;
    entry.room = size < kind->most_bytes ? (uint32_t)size : kind->most_bytes;
    if (!store_transfer(store, &entry) || entry.damage != 0)
        return store_fail(store, MR_CORRUPT);
    if (length != NULL)
        *length = entry.payload;
    return entry.payload > size ? MR_OUT_OF_RANGE : MR_OK;
}

mr_status_t mr_store_get(mr_store_t *store, unsigned kind, uint32_t id, void *value, size_t size, size_t *length)
{
    const mr_store_kind_t *row = store_begin_record(store, kind, id);

    if (row == NULL || value == NULL)
        return store_fail(store, MR_BAD_ARGUMENT);
    return (store_calls(row) != NULL ? store_calls(row)->get : read_value)(store, row, id, value, size, length);
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

        if (store_calls(kind) != NULL)
            store_calls(kind)->format(store, kind);
    }
    store->state = 0;
    return store_begin(store);
}
