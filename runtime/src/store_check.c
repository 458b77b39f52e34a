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
static mr_status_t find_deletion(mr_store_t *store, unsigned slot, uint32_t at)
{
    unsigned sector;

    for (sector = 0; sector < store->config->sectors; ++sector) {
        walk_t walk;

        if (!is_seen(store, sector))
            continue;
        store_walk_begin(store, sector, &walk);
        while (store_walk_next(store, &walk))
            if (walk.entry.slot == slot && store_is_deletion(&walk.entry) && is_newer(store, walk.entry.from, at))
                return MR_OK;
    }
    return store_fail(store, MR_CORRUPT);
}

/* Whether a slot is that of a value's part after the first. */
static bool is_further_part(const mr_store_t *store, unsigned slot)
{
    const mr_store_kind_t *kind;

    if (slot >= store->config->handles)
        return false;
    kind = store_kind_of(store, slot);
    return slot - kind->first_handle >= kind->records;
}

/* Each entry on the medium that mounting would see: none is newer than what the index has, except parts of no value. */
static mr_status_t check_sector(mr_store_t *store, unsigned sector)
{
    walk_t walk;

    store_walk_begin(store, sector, &walk);
    walk.is_careful = true;
    while (store_walk_next(store, &walk)) {
        unsigned slot = walk.entry.slot;
        uint32_t place;

        if (slot == NONE || is_further_part(store, slot))
            continue;
        place = store_place(store, slot) & ~PLACE_DELETED;
        if (place != 0 && is_newer(store, walk.entry.from, place))
            return store_fail(store, MR_CORRUPT);
        if (place == 0 && !store_is_deletion(&walk.entry) && find_deletion(store, slot, walk.entry.from) != MR_OK)
            break;
    }
    return store_status(store);
}

static mr_status_t check_slot(mr_store_t *store, unsigned slot)
{
    uint32_t at = store_place(store, slot) & ~PLACE_DELETED;
    entry_t entry;

    if (at == 0)
        return MR_OK;
    if (slot > store->config->handles || !is_seen(store, store_sector_of(store, at)) ||
        !store_is_whole(store, &entry, at) || entry.slot != slot ||
        store_is_record(store, slot) == store_is_deletion(&entry))
        return store_fail(store, MR_CORRUPT);
    return MR_OK;
}

static mr_status_t check_tail(mr_store_t *store)
{
    uint32_t end = store_head_end(store);

    /* What is too short for an entry is never looked at. */
    if (end - store->tail >= LEAST_ENTRY_BYTES && !store_is_blank(store, store->tail, end))
        return store_fail(store, MR_CORRUPT);
    return store_status(store);
}

mr_status_t mr_store_check(mr_store_t *store)
{
    unsigned i, dead = 0, retired = 0;
    mr_status_t status = store_begin(store);

    if (status != MR_OK || store->sequence == 0)
        return status;
    for (i = 0; i < store_slots(store) && status == MR_OK; ++i)
        status = check_slot(store, i);
    for (i = 0; i < store->config->sectors && status == MR_OK; ++i) {
        if (store->config->sequences[i] == SEQUENCE_RETIRED)
            ++retired;
        else if (i != store->head && store_live_bytes(store, i) == 0)
            ++dead;
        if (is_seen(store, i))
            status = check_sector(store, i);
    }
    if (status == MR_OK)
        status = check_tail(store);
    if (status == MR_OK && dead == 0 && retired == 0)
        status = MR_CORRUPT;
    for (i = 0; i < store->config->kind_count && status == MR_OK; ++i)
        if (store_calls(store->config->kinds + i) != NULL)
            status = store_calls(store->config->kinds + i)->check(store, store->config->kinds + i);
    return status;
}

mr_status_t mr_store_statistics(mr_store_t *store, mr_store_statistics_t *statistics)
{
    uint32_t sector_bytes = store_sector_bytes(store);
    unsigned i;
    mr_status_t status = store_begin(store);

    statistics->live_bytes = statistics->most_erases = 0;
    statistics->free_sectors = statistics->retired_sectors = 0;
    statistics->least_erases = 0xFFFFFFu;
    for (i = 0; i < store->config->sectors && status == MR_OK; ++i) {
        sector_header_t header;
        uint32_t bytes, erases;

        if (store->config->sequences[i] == SEQUENCE_RETIRED) {
            ++statistics->retired_sectors;
            continue;
        }
        bytes = store_live_bytes(store, i);
        statistics->live_bytes += bytes;
        if (bytes == 0 && i != store->head)
            ++statistics->free_sectors;
        erases = store_read_header(store, i, &header) ? store_erases(&header) : 0;
        status = store_status(store);
        if (erases > statistics->most_erases)
            statistics->most_erases = erases;
        if (erases < statistics->least_erases)
            statistics->least_erases = erases;
    }
    statistics->free_bytes = (store->config->sectors - statistics->retired_sectors - 1u) *
                             (sector_bytes - store_header_bytes(store));
    statistics->free_bytes -= statistics->free_bytes < statistics->live_bytes ? statistics->free_bytes
                                                                             : statistics->live_bytes;
    return status;
}
