/* Rings of a store: records of one length whose places follow from their ids go in and come out, without an index. The
 * contract is in memreg/store.h, the bytes on the medium in docs/formats.md.
 *
 * Sectors are filled one after the other, those of one ring in the order of their places, round and round. A sector's
 * sequence counts them all; a record's check value starts from it, from the slot's place and from the id, so that reading
 * the slot where a record should be also proves that it is that record. */
#include "store_internal.h"

enum { SLOT_CHUNK_BYTES = 96 };  /* what is read or programmed at once at the most: a multiple of every program unit */

/* What a call works on; divisions are done once. */
typedef struct ring {
    mr_store_t *store;
    const mr_store_kind_t *kind;
    mr_store_ring_t *state;
    uint32_t slot_bytes, mark;  /* of a slot; where in it the mark of deletion is */
    uint32_t sequence;          /* of the id's sector */
    uint32_t at;                /* that sector, from the area's start */
    unsigned slot;              /* where the id is, if no slot before it was spoilt */
} ring_t;

static uint32_t remainder_of(uint32_t value, uint32_t by, uint32_t *times)
{
    *times = value / by;
    return value - *times * by;
}

static void ring_begin(ring_t *ring, mr_store_t *store, const mr_store_kind_t *kind)
{
    uint32_t unit = store->config->flash.geometry->program_bytes;

    ring->store = store;
    ring->kind = kind;
    ring->state = store->config->rings + kind->ring;
    ring->mark = MR_STORE_ALIGN(kind->most_bytes + 6u, unit);
    ring->slot_bytes = MR_STORE_RING_SLOT_BYTES(kind->most_bytes, unit);
}

static uint32_t sector_at(const ring_t *ring, uint32_t sequence)
{
    uint32_t turns, sector = remainder_of(sequence - 1, ring->state->sectors, &turns);

    return (ring->kind->first_sector + sector) << ring->store->erase_shift;
}

/* Where an id is: the newest sector that can have it; sequence 0 where that was never filled. `is_ahead`: the next one. */
static void ring_locate(ring_t *ring, uint32_t id, bool is_ahead)
{
    uint32_t logical, head, turns, back;
    uint32_t sectors = ring->state->sectors - 1u, slots = ring->state->slots - MR_STORE_RING_SPARE;

    ring->slot = (unsigned)remainder_of(id - ring->kind->first_id, slots, &logical);
    ring->sequence = 0;
    if (ring->state->sequence == 0) {
        if (is_ahead)
            ring->sequence = logical + 1;
    } else {
        head = remainder_of(ring->state->sequence - 1, sectors, &turns);
        back = head >= logical ? head - logical : head + sectors - logical;
        if (is_ahead && back != 0)
            ring->sequence = ring->state->sequence + sectors - back;
        else if (ring->state->sequence > back)
            ring->sequence = ring->state->sequence - back;
    }
    if (ring->sequence != 0)
        ring->at = sector_at(ring, ring->sequence);
}

static uint32_t slot_at(const ring_t *ring, unsigned slot)
{
    return ring->at + store_header_bytes(ring->store) + slot * ring->slot_bytes;
}

static uint32_t slot_seed(const ring_t *ring, uint32_t at, uint32_t id)
{
    return ~(ring->sequence ^ (at << 15) ^ (id * 0x9E3779B1u));
}

/* MR_OK: the slot has this id's value, which goes to `value`; MR_NOT_FOUND: not; MR_STALE: it was deleted. */
static mr_status_t read_slot(const ring_t *ring, unsigned slot, uint32_t id, uint8_t *value, size_t size)
{
    uint8_t chunk[SLOT_CHUNK_BYTES];
    uint32_t at = slot_at(ring, slot), position = 0, check = 0, crc = slot_seed(ring, at, id);
    uint32_t end = ring->kind->most_bytes + 2u;
    bool is_deleted = false;

    while (position < ring->slot_bytes) {
        uint32_t i, run = ring->slot_bytes - position;
        mr_status_t status;

        if (run > sizeof chunk)
            run = sizeof chunk;
        status = store_read(ring->store, at + position, chunk, run);
        if (status != MR_OK)
            return status;
        for (i = 0; i < run; ++i, ++position) {
            if (position >= 2 && position < end) {
                crc = store_crc(crc ^ chunk[i], 8);
                if (position - 2 < size)
                    value[position - 2] = chunk[i];
            } else if (position >= end && position < end + 4) {
                check = (check >> 8) | ((uint32_t)chunk[i] << 24);
            } else if (position >= ring->mark && chunk[i] != 0xFF) {
                is_deleted = true;
            }
        }
    }
    if (crc != check)
        return MR_NOT_FOUND;
    return is_deleted ? MR_STALE : MR_OK;
}

static mr_status_t is_slot_blank(const ring_t *ring, unsigned slot, uint32_t bytes, bool *is_blank)
{
    uint32_t at = slot_at(ring, slot), end = at + bytes;
    mr_status_t status = MR_OK;

    for (*is_blank = true; status == MR_OK && *is_blank && at < end; at += 2) {
        uint8_t pair[2];

        status = store_read(ring->store, at, pair, sizeof pair);
        *is_blank = store_u16(pair) == 0xFFFFu;
    }
    return status;
}

/* The slot to look at after this one: those behind an id's own; where all ids lie in one sector, then those that no id
 * has, but for the last. False: there is none. */
static bool next_slot(const ring_t *ring, unsigned *slot)
{
    if (++*slot <= ring->slot + MR_STORE_RING_SPARE)
        return true;
    if (ring->state->sectors > 2)
        return false;
    if (*slot < ring->kind->records)
        *slot = ring->kind->records;
    return *slot + 1u < ring->state->slots;
}

/* Looks where an id can be in one sector: slots that a cut spoilt are passed over. */
static mr_status_t find_in_sector(const ring_t *ring, uint32_t id, uint8_t *value, size_t size, unsigned *slot)
{
    mr_status_t status;
    bool is_blank = false;

    *slot = ring->slot;
    do {
        status = read_slot(ring, *slot, id, value, size);
        if (status == MR_NOT_FOUND && *slot > ring->slot + MR_STORE_RING_SPARE)
            status = is_slot_blank(ring, *slot, 2, &is_blank) == MR_OK ? MR_NOT_FOUND : MR_ERROR;
    } while (status == MR_NOT_FOUND && !is_blank && next_slot(ring, slot));
    return status;
}

/* Goes to the sector that had the same ids a turn before, if it is there. */
static bool step_back(ring_t *ring)
{
    uint32_t turn = ring->state->sectors - 1u;

    if (ring->sequence != ring->state->sequence || ring->sequence <= turn)
        return false;
    ring->sequence -= turn;
    ring->at = sector_at(ring, ring->sequence);
    return true;
}

/* Finds an id's slot and reads it: in the newest sector that can have it, then where it was a turn before. */
static mr_status_t ring_find(ring_t *ring, uint32_t id, uint8_t *value, size_t size, unsigned *slot)
{
    mr_status_t status;

    ring_locate(ring, id, false);
    if (ring->sequence == 0)
        return MR_NOT_FOUND;
    do
        status = find_in_sector(ring, id, value, size, slot);
    while (status == MR_NOT_FOUND && step_back(ring));
    return status == MR_STALE ? MR_NOT_FOUND : status;
}

/* Programs a slot as it reads, again and again: a bit that a cut left between both values stays so only where it reads 1
 * each of 16 times. */
static mr_status_t settle_slot(const ring_t *ring, unsigned slot)
{
    unsigned passes;

    for (passes = 16; passes > 0; --passes) {
        uint32_t position = 0;

        while (position < ring->slot_bytes) {
            uint8_t chunk[SLOT_CHUNK_BYTES];
            uint32_t run = ring->slot_bytes - position;
            mr_status_t status;

            if (run > sizeof chunk)
                run = sizeof chunk;
            status = store_read(ring->store, slot_at(ring, slot) + position, chunk, run);
            if (status == MR_OK)
                status = store_program(ring->store, slot_at(ring, slot) + position, chunk, run);
            if (status != MR_OK)
                return status;
            position += run;
        }
    }
    return MR_OK;
}

static void ring_mount(mr_store_t *store, const mr_store_kind_t *kind)
{
    const mr_flash_geometry_t *geometry = store->config->flash.geometry;
    ring_t ring;
    unsigned sector, slot;

    ring_begin(&ring, store, kind);
    ring.state->slots = (uint16_t)(MR_STORE_RING_SLOTS(kind->most_bytes, geometry->erase_bytes, geometry->program_bytes) +
                                   MR_STORE_RING_SPARE);
    ring.state->sectors = (uint16_t)MR_STORE_RING_SECTORS(kind->records, kind->most_bytes, geometry->erase_bytes,
                                                          geometry->program_bytes);
    ring.state->sequence = 0;
    ring.state->used = 0;
    for (sector = 0; sector < ring.state->sectors; ++sector) {
        sector_header_t header;

        if (store_read_header(store, kind->first_sector + sector, &header) &&
            header.words[HEADER_SEQUENCE] > ring.state->sequence &&
            sector_at(&ring, header.words[HEADER_SEQUENCE]) >> store->erase_shift == kind->first_sector + sector)
            ring.state->sequence = header.words[HEADER_SEQUENCE];
    }
    if (ring.state->sequence == 0)
        return;
    ring.at = sector_at(&ring, ring.state->sequence);
    /* What a cut tore is the highest slot, or the last slot says that any may be. */
    for (slot = ring.state->slots; slot-- > 0 && (ring.state->used == 0 || ring.state->used == ring.state->slots);) {
        bool is_blank;

        is_slot_blank(&ring, slot, 2, &is_blank);
        if (!is_blank && ring.state->used == 0)
            ring.state->used = (uint16_t)(slot + 1u);
        if (!is_blank && !geometry->programs_once)
            settle_slot(&ring, slot);
    }
}

static void ring_format(mr_store_t *store, const mr_store_kind_t *kind)
{
    ring_t ring;
    uint32_t sequence;
    sector_header_t old;

    ring_mount(store, kind);
    ring_begin(&ring, store, kind);
    if (ring.state->sequence == 0)
        return;
    /* From the oldest on. */
    sequence = ring.state->sequence > ring.state->sectors ? ring.state->sequence - ring.state->sectors : 0;
    while (sequence < ring.state->sequence)
        store_erase(store, (unsigned)(sector_at(&ring, ++sequence) >> store->erase_shift), &old);
    ring.state->sequence = 0;
}

/* Writes a slot in three steps: what says that it is taken is only zeros, so that a cut there spoils nothing. The value is
 * the caller's, or, where that is NULL, on the medium at `from`. */
static mr_status_t write_slot(const ring_t *ring, unsigned slot, uint32_t id, const uint8_t *value, uint32_t from)
{
    uint32_t at = slot_at(ring, slot), crc = slot_seed(ring, at, id), position;
    uint32_t end = ring->kind->most_bytes + 2u, unit = ring->store->config->flash.geometry->program_bytes;
    uint8_t chunk[SLOT_CHUNK_BYTES];
    unsigned filled = 0;
    mr_status_t status = MR_OK;

    for (position = 0; position < ring->mark && status == MR_OK; ++position) {
        uint8_t byte = 0xFF;

        if (position < 2) {
            byte = 0;
        } else if (position < end) {
            if (value != NULL)
                byte = value[position - 2];
            else if ((status = store_read(ring->store, from + position - 2, &byte, 1)) != MR_OK)
                return status;
            crc = store_crc(crc ^ byte, 8);
        } else if (position < end + 4) {
            byte = (uint8_t)(crc >> ((position - end) * 8u));
        }
        chunk[filled++] = byte;
        if (filled == sizeof chunk || position + 1 == ring->mark || position + 1 == (unit > 2 ? unit : 2u)) {
            status = store_program(ring->store, at + position + 1 - filled, chunk, filled);
            filled = 0;
        }
    }
    return status;
}

/* Programs what says that a slot is taken. */
static mr_status_t take_slot(const ring_t *ring, unsigned slot)
{
    uint32_t unit = ring->store->config->flash.geometry->program_bytes;

    store_program_zeros(ring->store, slot_at(ring, slot), unit > 2 ? unit : 2u);
    return store_status(ring->store);
}

/* Before a slot is written in the sector that is being filled: one below others makes the last one taken, so that the next
 * mount settles all of them. */
static mr_status_t note_slot(const ring_t *ring, unsigned slot)
{
    mr_store_ring_t *state = ring->state;

    if (slot >= state->used)
        state->used = (uint16_t)(slot + 1u);
    else if (state->used != state->slots) {
        state->used = state->slots;
        return take_slot(ring, state->slots - 1u);
    }
    return MR_OK;
}

/* Writes an id's slot, or one of those that are there for what a cut spoils. */
static mr_status_t write_in_sector(const ring_t *ring, uint32_t id, const uint8_t *value, uint32_t from)
{
    bool is_once = ring->store->config->flash.geometry->programs_once;
    unsigned slot = ring->slot;

    do {
        bool is_blank;
        mr_status_t status = is_slot_blank(ring, slot, ring->slot_bytes, &is_blank);

        if (status == MR_OK && is_blank) {
            status = note_slot(ring, slot);
            if (status == MR_OK)
                status = write_slot(ring, slot, id, value, from);
            if (status == MR_OK)
                status = read_slot(ring, slot, id, NULL, 0);
            if (status != MR_NOT_FOUND)
                return status;
        } else if (status == MR_OK && !is_once && slot > ring->slot + MR_STORE_RING_SPARE) {
            /* Where it is looked at, it must never read blank: what lies behind it would not be found. */
            status = take_slot(ring, slot);
        }
        if (status != MR_OK && status != MR_NOT_FOUND)
            return status;
    } while (next_slot(ring, &slot));
    return MR_NO_SPACE;
}

/* The sector of the turn before is about to be erased, and it is the only other one: what it alone has goes into the newest,
 * as far as there is room. */
static mr_status_t keep_older(const ring_t *ring)
{
    ring_t newest = *ring, older = *ring;
    mr_status_t status = MR_OK;

    if (!step_back(&older))
        return MR_OK;
    for (newest.slot = 0; newest.slot < ring->kind->records && status == MR_OK; ++newest.slot) {
        uint32_t id = ring->kind->first_id + newest.slot;
        unsigned slot;

        older.slot = newest.slot;
        status = find_in_sector(&newest, id, NULL, 0, &slot);
        if (status != MR_NOT_FOUND) {
            status = status == MR_STALE ? MR_OK : status;
            continue;
        }
        status = find_in_sector(&older, id, NULL, 0, &slot);
        if (status == MR_OK)
            status = write_in_sector(&newest, id, NULL, slot_at(&older, slot) + 2u);
        if (status == MR_NOT_FOUND || status == MR_STALE || status == MR_NO_SPACE)
            status = MR_OK;
    }
    return status;
}

static mr_status_t ring_save(mr_store_t *store, const mr_store_kind_t *kind, uint32_t id, const void *value)
{
    ring_t ring;
    unsigned slot;
    mr_status_t status;

    ring_begin(&ring, store, kind);
    ring_locate(&ring, id, true);
    if (ring.sequence == ring.state->sequence) {
        status = find_in_sector(&ring, id, NULL, 0, &slot);
        if (status == MR_NOT_FOUND)
            status = write_in_sector(&ring, id, value, 0);
        else if (status == MR_OK || status == MR_STALE)
            status = MR_EXISTS;
        if (ring.state->sectors > 2 || (status != MR_EXISTS && status != MR_NO_SPACE))
            return status;
        /* All ids lie in one sector: its next turn begins. */
        status = keep_older(&ring);
        if (status != MR_OK)
            return status;
        ring.at = sector_at(&ring, ++ring.sequence);
    }
    status = store_renew(store, (unsigned)(ring.at >> store->erase_shift), ring.sequence, SECTOR_PLAIN, 0);
    if (status != MR_OK)
        return status;
    ring.state->sequence = ring.sequence;
    ring.state->used = 0;
    return write_in_sector(&ring, id, value, 0);
}

static mr_status_t ring_get(mr_store_t *store, const mr_store_kind_t *kind, uint32_t id, void *value, size_t size,
                            size_t *length)
{
    ring_t ring;
    unsigned slot;
    mr_status_t status;

    ring_begin(&ring, store, kind);
    status = ring_find(&ring, id, value, size, &slot);
    if (status == MR_OK && length != NULL)
        *length = (size_t)kind->most_bytes;
    return status == MR_OK && kind->most_bytes > size ? MR_OUT_OF_RANGE : status;
}

static mr_status_t ring_id_at(mr_store_t *store, const mr_store_kind_t *kind, uint32_t record, uint32_t *id)
{
    *id = kind->first_id + record;
    return ring_get(store, kind, *id, NULL, 0, NULL) == MR_OUT_OF_RANGE ? MR_OK : MR_NOT_FOUND;
}

static mr_status_t ring_find_record(mr_store_t *store, const mr_store_kind_t *kind, uint32_t id, uint32_t *record)
{
    *record = id - kind->first_id;
    return ring_id_at(store, kind, *record, &id);
}

static mr_status_t delete_slot(const ring_t *ring, unsigned slot)
{
    store_program_zeros(ring->store, slot_at(ring, slot) + ring->mark, ring->slot_bytes - ring->mark);
    return store_status(ring->store);
}

static mr_status_t ring_remove(mr_store_t *store, const mr_store_kind_t *kind, uint32_t id)
{
    ring_t ring, before;
    unsigned slot, old_slot;
    mr_status_t status;

    ring_begin(&ring, store, kind);
    status = ring_find(&ring, id, NULL, 0, &slot);
    if (status != MR_OK)
        return status;
    /* What it had a turn before goes first: it must not be seen again. */
    before = ring;
    if (step_back(&before)) {
        status = find_in_sector(&before, id, NULL, 0, &old_slot);
        if (status == MR_OK)
            status = delete_slot(&before, old_slot);
        if (status != MR_OK && status != MR_NOT_FOUND && status != MR_STALE)
            return status;
    }
    return delete_slot(&ring, slot);
}

static mr_status_t ring_put(mr_store_t *store, job_t *job)
{
    job->write = NULL;
    if (job->length == 0)
        return ring_remove(store, job->kind, job->id);
    return job->length == job->kind->most_bytes ? ring_save(store, job->kind, job->id, job->value) : MR_BAD_ARGUMENT;
}

/* The newest sector has the header that it should have. */
static mr_status_t ring_check(mr_store_t *store, const mr_store_kind_t *kind)
{
    ring_t ring;
    sector_header_t header;

    ring_begin(&ring, store, kind);
    if (ring.state->sequence == 0)
        return MR_OK;
    if (!store_read_header(store, (unsigned)(sector_at(&ring, ring.state->sequence) >> store->erase_shift), &header) ||
        header.words[HEADER_SEQUENCE] != ring.state->sequence)
        return store_fail(store, MR_CORRUPT);
    return MR_OK;
}

static unsigned ring_full_payload(const mr_store_t *store, const mr_store_kind_t *kind, unsigned number)
{
    (void)store;
    (void)kind;
    (void)number;
    return 0;
}

const struct mr_store_calls mr_store_ring_calls = {
    ring_mount, ring_format, ring_put, ring_get, ring_id_at, ring_find_record, ring_check, ring_full_payload
};

/* ---- In the order of time. */

/* The highest id of the newest sector that has one. */
static mr_status_t ring_newest(mr_store_t *store, const mr_store_kind_t *kind, bool counts_deleted, uint32_t *id)
{
    ring_t ring;
    unsigned left, slots;

    ring_begin(&ring, store, kind);
    slots = ring.state->slots - MR_STORE_RING_SPARE;
    ring.sequence = ring.state->sequence;
    for (left = ring.state->sectors; left > 0 && ring.sequence > 0; --left, --ring.sequence) {
        uint32_t turns, first = remainder_of(ring.sequence - 1, ring.state->sectors - 1u, &turns) * slots;
        unsigned slot;

        ring.at = sector_at(&ring, ring.sequence);
        ring.slot = ring.sequence == ring.state->sequence && ring.state->used < slots ? ring.state->used : slots;
        while (ring.slot-- > 0) {
            mr_status_t status = MR_NOT_FOUND;

            if (first + ring.slot < kind->records)
                status = find_in_sector(&ring, kind->first_id + first + ring.slot, NULL, 0, &slot);
            if (status == MR_OK || (status == MR_STALE && counts_deleted)) {
                *id = kind->first_id + first + ring.slot;
                return MR_OK;
            }
            if (status != MR_NOT_FOUND && status != MR_STALE)
                return status;
        }
    }
    return MR_NOT_FOUND;
}

static const mr_store_kind_t *begin_ring(mr_store_t *store, unsigned kind, mr_status_t *status)
{
    *status = MR_BAD_ARGUMENT;
    if (kind >= store->config->kind_count || store->config->kinds[kind].storage != MR_STORE_RING)
        return NULL;
    *status = store_begin(store);
    return *status == MR_OK ? store->config->kinds + kind : NULL;
}

mr_status_t mr_store_append(mr_store_t *store, unsigned kind, const void *value, size_t length, uint32_t *id)
{
    mr_status_t status;
    const mr_store_kind_t *ring = begin_ring(store, kind, &status);
    uint32_t at, slots, sector, record = 0;

    if (ring == NULL)
        return status;
    status = ring_newest(store, ring, true, &at);
    if (status == MR_OK)
        record = at - ring->first_id + 1u;
    else if (status != MR_NOT_FOUND)
        return status;
    record = record < ring->records ? record : 0;
    status = mr_store_put(store, kind, ring->first_id + record, value, length);
    if (status == MR_NO_SPACE) {
        slots = (uint32_t)store->config->rings[ring->ring].slots - MR_STORE_RING_SPARE;
        (void)remainder_of(record, slots, &sector);
        record = (sector + 1) * slots < ring->records ? (sector + 1) * slots : 0;
        status = mr_store_put(store, kind, ring->first_id + record, value, length);
    }
    if (status == MR_OK && id != NULL)
        *id = ring->first_id + record;
    return status;
}

mr_status_t mr_store_newest(mr_store_t *store, unsigned kind, uint32_t *id)
{
    mr_status_t status;
    const mr_store_kind_t *ring = begin_ring(store, kind, &status);

    if (ring == NULL || id == NULL)
        return ring == NULL ? status : MR_BAD_ARGUMENT;
    return ring_newest(store, ring, false, id);
}

mr_status_t mr_store_older(mr_store_t *store, unsigned kind, uint32_t *id)
{
    mr_status_t status;
    const mr_store_kind_t *ring = begin_ring(store, kind, &status);
    uint32_t newest, at;

    if (ring == NULL)
        return status;
    if (id == NULL || *id < ring->first_id || *id > ring->last_id)
        return MR_BAD_ARGUMENT;
    status = ring_newest(store, ring, false, &newest);
    if (status != MR_OK)
        return status;
    at = *id;
    do {
        at = at == ring->first_id ? ring->last_id : at - 1u;
        if (at == newest)
            return MR_NOT_FOUND;
        status = ring_get(store, ring, at, NULL, 0, NULL);
    } while (status == MR_NOT_FOUND);
    if (status == MR_OUT_OF_RANGE)
        *id = at;
    return status == MR_OUT_OF_RANGE ? MR_OK : status;
}
