/* Looking at a store from outside: a mounted store goes in, whether it is what it should be, and figures, come out. The
 * contract is in memreg/store.h. */
#include "store_internal.h"

static bool is_newer(const mr_store_t *store, uint32_t at, uint32_t than)
{
    const uint16_t *sequences = store->config->sequences;
    uint16_t age = (uint16_t)(store->sequence - sequences[store_sector_of(store, at)]);
    uint16_t than_age = (uint16_t)(store->sequence - sequences[store_sector_of(store, than)]);

    return age != than_age ? age < than_age : at > than;
}

static bool is_seen(const mr_store_t *store, unsigned sector)
{
    uint16_t sequence = store->config->sequences[sector];

    return sequence != SEQUENCE_NONE && sequence != SEQUENCE_RETIRED &&
           (uint16_t)(store->sequence - sequence) <= (uint16_t)(store->sequence - store->floor);
}

/* Whether a newer deletion follows: its place may be forgotten before its sector is erased. */
static mr_status_t find_deletion(const mr_store_t *store, unsigned handle, uint32_t at)
{
    unsigned sector;

    for (sector = 0; sector < store->config->sectors; ++sector) {
        walk_t walk;
        mr_status_t status;

        if (!is_seen(store, sector))
            continue;
        store_walk_begin(store, sector, &walk);
        while ((status = store_walk_next(store, &walk)) == MR_OK)
            if (walk.entry.handle == handle && walk.entry.type == ENTRY_DELETED && is_newer(store, walk.entry.at, at))
                return MR_OK;
        if (status != MR_NOT_FOUND)
            return status;
    }
    return MR_CORRUPT;
}

/* Each entry on the medium that mounting would see: none is newer than what the index has, except parts of no value. */
static mr_status_t check_sector(const mr_store_t *store, unsigned sector)
{
    walk_t walk;
    mr_status_t status;

    store_walk_begin(store, sector, &walk);
    walk.is_careful = true;
    while ((status = store_walk_next(store, &walk)) == MR_OK) {
        unsigned slot = walk.entry.handle, part = 0;
        uint32_t place;

        if (slot == MARK_HANDLE)
            continue;
        if (slot == TABLE_HANDLE)
            slot = store->config->handles;
        else
            store_kind_of(store, slot, &part);
        place = store_place(store, slot);
        if (part != 0)
            continue;
        if (place != 0 && is_newer(store, walk.entry.at, place))
            return MR_CORRUPT;
        if (place == 0 && walk.entry.type != ENTRY_DELETED) {
            status = find_deletion(store, slot, walk.entry.at);
            if (status != MR_OK)
                return status;
        }
    }
    return status == MR_NOT_FOUND ? MR_OK : status;
}

static mr_status_t check_slot(const mr_store_t *store, unsigned slot)
{
    uint32_t at = store_place(store, slot);
    entry_t entry;
    mr_status_t status;

    if (at == 0)
        return MR_OK;
    if (slot > store->config->handles || !is_seen(store, store_sector_of(store, at)))
        return MR_CORRUPT;
    status = store_read_entry(store, at, CHUNK_BYTES, &entry, 0, NULL, 0);
    if (status == MR_OK && (entry.syndrome != 0 || (entry.handle != slot &&
        !(entry.handle == TABLE_HANDLE && slot == store->config->handles)) ||
        store_is_record(store, slot) == (entry.type == ENTRY_DELETED)))
        status = MR_CORRUPT;
    return status;
}

static mr_status_t check_tail(const mr_store_t *store)
{
    uint32_t at = ((uint32_t)store->head << store->erase_shift) + store->used;
    uint32_t end = (uint32_t)(store->head + 1u) << store->erase_shift;
    mr_status_t status = MR_OK;

    for (; status == MR_OK && at < end; ++at) {
        uint8_t byte;

        status = store_read(store, at, &byte, 1);
        if (status == MR_OK && byte != 0xFF)
            status = MR_CORRUPT;
    }
    return status;
}

mr_status_t mr_store_check(mr_store_t *store)
{
    unsigned i, dead = 0, retired = 0;
    mr_status_t status = store_ready(store);

    if (status != MR_OK || store->sequence == 0)
        return status;
    for (i = 0; i < store_slots(store) && status == MR_OK; ++i)
        status = check_slot(store, i);
    for (i = 0; i < store->config->sectors && status == MR_OK; ++i) {
        if (store->config->sequences[i] == SEQUENCE_RETIRED)
            ++retired;
        else if (i != store->head && !store_is_live(store, i))
            ++dead;
        if (is_seen(store, i))
            status = check_sector(store, i);
    }
    if (status == MR_OK)
        status = check_tail(store);
    if (status == MR_OK && dead == 0 && retired == 0)
        status = MR_CORRUPT;
    for (i = 0; i < store->config->kind_count && status == MR_OK; ++i)
        if (store->config->kinds[i].storage == MR_STORE_RING)
            status = store->config->ring_calls->check(store, store->config->kinds + i);
    return status;
}

mr_status_t mr_store_statistics(mr_store_t *store, mr_store_statistics_t *statistics)
{
    uint32_t sector_bytes = (uint32_t)1 << store->erase_shift;
    unsigned i;
    mr_status_t status = store_ready(store);

    statistics->live_bytes = statistics->most_erases = 0;
    statistics->free_sectors = statistics->retired_sectors = 0;
    statistics->least_erases = 0xFFFFFFu;
    for (i = 0; i < store->config->sectors && status == MR_OK; ++i) {
        sector_header_t header;
        uint32_t bytes;

        if (store->config->sequences[i] == SEQUENCE_RETIRED) {
            ++statistics->retired_sectors;
            continue;
        }
        status = store_live_bytes(store, i, &bytes);
        statistics->live_bytes += bytes;
        if (bytes == 0 && i != store->head)
            ++statistics->free_sectors;
        if (status == MR_OK)
            status = store_read_header(store, i, &header);
        if (status == MR_NOT_FOUND) {
            header.erases = 0;
            status = MR_OK;
        }
        if (header.erases > statistics->most_erases)
            statistics->most_erases = header.erases;
        if (header.erases < statistics->least_erases)
            statistics->least_erases = header.erases;
    }
    statistics->free_bytes = (store->config->sectors - statistics->retired_sectors - 1u) *
                             (sector_bytes - (uint32_t)SECTOR_HEADER_BYTES);
    statistics->free_bytes -= statistics->free_bytes < statistics->live_bytes ? statistics->free_bytes
                                                                             : statistics->live_bytes;
    return status;
}
