/* Finding records: prefixes, ids and addresses go in, addresses, ids and values come out. The contract is in
 * memreg/store.h. */
#include "store_internal.h"

enum { ADDRESS_SHIFT = 8 };

/* The id of a kind's record; MR_NOT_FOUND: the place is empty. */
static mr_status_t id_at(mr_store_t *store, const mr_store_kind_t *kind, uint32_t record, uint32_t *id)
{
    if (store_calls(kind) != NULL)
        return store_calls(kind)->id_at(store, kind, record, id);
    *id = kind->first_id + record;
    return store_is_record(store, (unsigned)(kind->first_handle + record)) ? MR_OK : MR_NOT_FOUND;
}

/* The record with the smallest id from `least` on, or the largest. */
static mr_status_t seek(mr_store_t *store, const mr_store_kind_t *kind, bool is_largest, uint32_t least, uint32_t *best,
                        uint32_t *place)
{
    uint32_t record = 0;
    bool is_found = false;

    if (kind->storage != MR_STORE_KEYED && !is_largest && least > kind->first_id)
        record = least - kind->first_id;
    for (; record < kind->records; ++record) {
        uint32_t at = is_largest ? kind->records - 1u - record : record;
        uint32_t id;
        mr_status_t status = id_at(store, kind, at, &id);

        if (status == MR_NOT_FOUND || (status == MR_OK && id < least))
            continue;
        if (status != MR_OK)
            return status;
        if (!is_found || (id > *best) == is_largest) {
            is_found = true;
            *best = id;
            *place = kind->first_handle + at;
        }
        if (kind->storage != MR_STORE_KEYED)
            break;
    }
    return is_found ? MR_OK : MR_NOT_FOUND;
}

static mr_status_t seek_id(mr_store_t *store, unsigned kind, bool is_largest, uint32_t least, uint32_t *id)
{
    uint32_t best, place;
    mr_status_t status;

    if (kind >= store->config->kind_count || id == NULL)
        return MR_BAD_ARGUMENT;
    status = store_begin(store);
    if (status == MR_OK)
        status = seek(store, store->config->kinds + kind, is_largest, least, &best, &place);
    if (status == MR_OK)
        *id = best;
    return status;
}

mr_status_t mr_store_first(mr_store_t *store, unsigned kind, uint32_t *id)
{
    return seek_id(store, kind, false, 0, id);
}

mr_status_t mr_store_last(mr_store_t *store, unsigned kind, uint32_t *id)
{
    return seek_id(store, kind, true, 0, id);
}

mr_status_t mr_store_next(mr_store_t *store, unsigned kind, uint32_t *id)
{
    if (id != NULL && *id == UINT32_MAX)
        return MR_NOT_FOUND;
    return seek_id(store, kind, false, id != NULL ? *id + 1 : 0, id);
}

/* ---- By prefix and address. */

static bool is_match(const mr_store_kind_t *kind, const char *prefix)
{
    unsigned i;

    for (i = 0; i < 3 && prefix[i] != '\0'; ++i)
        if ((uint8_t)prefix[i] != kind->prefix[i])
            return false;
    return i == 0 || i == 3 || kind->prefix[i] == 0;
}

static bool is_same_prefix(const mr_store_kind_t *a, const mr_store_kind_t *b)
{
    return a->prefix[0] == b->prefix[0] && a->prefix[1] == b->prefix[1] && a->prefix[2] == b->prefix[2];
}

/* The row and record that an address names; NULL where it is none. */
static const mr_store_kind_t *at_address(const mr_store_t *store, uint32_t address, uint32_t *record)
{
    unsigned i;

    for (i = 0; i < store->config->kind_count; ++i) {
        const mr_store_kind_t *kind = store->config->kinds + i;

        *record = (address >> ADDRESS_SHIFT) - kind->first_handle;
        if ((address & 0xFFu) == 0 && *record < kind->records)
            return kind;
    }
    return NULL;
}

static mr_status_t find_empty(mr_store_t *store, uint32_t *address)
{
    unsigned i;

    for (i = 0; i < store->config->kind_count; ++i) {
        const mr_store_kind_t *kind = store->config->kinds + i;
        uint32_t record, id;

        for (record = 0; record < kind->records; ++record) {
            mr_status_t status = id_at(store, kind, record, &id);

            if (status == MR_NOT_FOUND)
                *address = (kind->first_handle + record) << ADDRESS_SHIFT;
            if (status != MR_OK)
                return status == MR_NOT_FOUND ? MR_OK : status;
        }
    }
    return MR_NOT_FOUND;
}

static mr_status_t find_equal(mr_store_t *store, const mr_store_kind_t *kind, uint32_t id, uint32_t *place)
{
    uint32_t record = id - kind->first_id;
    mr_status_t status = MR_NOT_FOUND;

    if (id >= kind->first_id && id <= kind->last_id)
        status = store_calls(kind) != NULL ? store_calls(kind)->find(store, kind, id, &record)
                                           : id_at(store, kind, record, &id);
    *place = kind->first_handle + record;
    return status;
}

mr_status_t mr_store_find(mr_store_t *store, mr_find_t mode, uint32_t *address, const char *prefix, uint32_t id)
{
    unsigned i;
    bool is_found = false, is_largest = mode == MR_FIND_MAX;
    uint32_t best = 0, best_place = 0;
    const mr_store_kind_t *best_kind = NULL;
    mr_status_t status;

    if (address == NULL || mode < MR_FIND_EQUAL || mode > MR_FIND_EMPTY || (prefix == NULL && mode != MR_FIND_EMPTY))
        return MR_BAD_ARGUMENT;
    status = store_begin(store);
    if (status != MR_OK)
        return status;
    if (mode == MR_FIND_EMPTY)
        return find_empty(store, address);
    if (mode == MR_FIND_NEXT && id == UINT32_MAX)
        return MR_NOT_FOUND;
    for (i = 0; i < store->config->kind_count; ++i) {
        const mr_store_kind_t *kind = store->config->kinds + i;
        uint32_t found = id, place = 0;

        if (!is_match(kind, prefix))
            continue;
        if (mode == MR_FIND_EQUAL)
            status = find_equal(store, kind, id, &place);
        else
            status = seek(store, kind, is_largest, mode == MR_FIND_NEXT ? id + 1 : 0, &found, &place);
        if (status != MR_OK && status != MR_NOT_FOUND)
            return status;
        if (status == MR_OK && (!is_found || (found != best ? (found > best) == is_largest
                                                            : is_same_prefix(kind, best_kind)))) {
            is_found = true;
            best = found;
            best_kind = kind;
            best_place = place;
        }
    }
    if (is_found)
        *address = best_place << ADDRESS_SHIFT;
    return is_found ? MR_OK : MR_NOT_FOUND;
}

mr_status_t mr_store_key(mr_store_t *store, uint32_t address, unsigned *kind, uint32_t *id)
{
    uint32_t record;
    const mr_store_kind_t *row = at_address(store, address, &record);
    mr_status_t status;

    if (row == NULL || kind == NULL || id == NULL)
        return MR_BAD_ARGUMENT;
    status = store_begin(store);
    *kind = (unsigned)(row - store->config->kinds);
    return status == MR_OK ? id_at(store, row, record, id) : status;
}

mr_status_t mr_store_load(mr_store_t *store, uint32_t address, void *value, size_t size, size_t *length)
{
    unsigned kind;
    uint32_t id;
    mr_status_t status = mr_store_key(store, address, &kind, &id);

    return status == MR_OK ? mr_store_get(store, kind, id, value, size, length) : status;
}

mr_status_t mr_store_clear(mr_store_t *store, uint32_t address)
{
    unsigned kind;
    uint32_t id;
    mr_status_t status = mr_store_key(store, address, &kind, &id);

    return status == MR_OK ? mr_store_remove(store, kind, id) : status;
}

/* The number of the last kind with exactly this prefix, NONE where there is none. */
static unsigned kind_with(const mr_store_t *store, const char *prefix)
{
    unsigned i;

    for (i = store->config->kind_count; prefix != NULL && prefix[0] != '\0' && i-- > 0;)
        if (is_match(store->config->kinds + i, prefix))
            return i;
    return NONE;
}

mr_status_t mr_store_rewrite(mr_store_t *store, uint32_t *address, const char *prefix, uint32_t id, const void *value,
                             size_t length)
{
    unsigned kind = kind_with(store, prefix);
    uint32_t place, other;
    mr_status_t status;

    if (address == NULL || kind == NONE)
        return MR_BAD_ARGUMENT;
    other = *address;
    status = mr_store_put(store, kind, id, value, length);
    if (status == MR_OK)
        status = find_equal(store, store->config->kinds + kind, id, &place);
    if (status != MR_OK)
        return status;
    *address = place << ADDRESS_SHIFT;
    if (other != *address) {
        status = mr_store_clear(store, other);
        if (status == MR_NOT_FOUND || status == MR_BAD_ARGUMENT)
            status = MR_OK;
    }
    return status;
}

mr_status_t mr_store_save(mr_store_t *store, uint32_t *address, const char *prefix, uint32_t id, const void *value,
                          size_t length)
{
    unsigned kind = kind_with(store, prefix), found_kind;
    uint32_t found;
    mr_status_t status;

    if (address == NULL || kind == NONE)
        return MR_BAD_ARGUMENT;
    status = mr_store_key(store, *address, &found_kind, &found);
    if (status == MR_OK && (found != id || found_kind != kind))
        return MR_EXISTS;
    return mr_store_rewrite(store, address, prefix, id, value, length);
}

mr_status_t mr_store_delete(mr_store_t *store, const char *prefix, uint32_t id)
{
    mr_status_t done = MR_BAD_ARGUMENT;
    unsigned i;

    /* Of kinds with one prefix the last one at last: a cut leaves what was there before, or nothing. */
    for (i = 0; prefix != NULL && prefix[0] != '\0' && i < store->config->kind_count; ++i)
        if (is_match(store->config->kinds + i, prefix)) {
            mr_status_t status = mr_store_remove(store, i, id);

            if (status == MR_OK || (status == MR_NOT_FOUND && done != MR_OK))
                done = status;
            else if (status != MR_NOT_FOUND && status != MR_BAD_ARGUMENT)
                return status;
        }
    return done;
}

mr_status_t mr_store_walk(mr_store_t *store, uint32_t *address)
{
    uint32_t next = 0, end = 0, id;
    unsigned i;
    mr_status_t status;

    if (address == NULL)
        return MR_BAD_ARGUMENT;
    if (*address != MR_STORE_BEGIN)
        next = (*address >> ADDRESS_SHIFT) + 1;
    for (i = 0; i < store->config->kind_count; ++i)
        if (store->config->kinds[i].first_handle + store->config->kinds[i].records > end)
            end = store->config->kinds[i].first_handle + store->config->kinds[i].records;
    status = store_begin(store);
    for (; status == MR_OK && next < end; ++next) {
        uint32_t record;
        const mr_store_kind_t *kind = at_address(store, next << ADDRESS_SHIFT, &record);

        if (kind == NULL)
            continue;
        status = id_at(store, kind, record, &id);
        if (status == MR_OK) {
            *address = next << ADDRESS_SHIFT;
            return MR_OK;
        }
        if (status == MR_NOT_FOUND)
            status = MR_OK;
    }
    return status == MR_OK ? MR_NOT_FOUND : status;
}
