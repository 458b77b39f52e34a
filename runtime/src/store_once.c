/* Stores on parts that program a unit only once between erases, mostly those with error correction: what a cut of power
 * left there cannot be programmed over. What the head holds goes in; a head whose end is sure comes out. */
#include "store_internal.h"

/* Whether a header's mark has been programmed to 0, and is not only blank with a flipped bit. */
static bool is_marked(mr_store_t *store, unsigned sector)
{
    uint8_t mark[MOST_PROGRAM_BYTES];
    unsigned count = (unsigned)(store_header_bytes(store) - store_mark_offset(store)), used = 0;

    if (count > sizeof mark)
        count = sizeof mark;
    store_read(store, ((uint32_t)sector << store->erase_shift) + store_mark_offset(store), mark, count);
    while (count > 0)
        used += mark[--count] != 0xFF;
    return used > 1;
}

/* It must read whole each time. */
static bool confirm(mr_store_t *store, uint32_t at)
{
    unsigned passes = 8;
    entry_t entry;

    while (passes > 0 && store_is_whole(store, &entry, at))
        --passes;
    return passes == 0;
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

/* What a failing sector does is not a failure of the store. */
static void forgive(mr_store_t *store)
{
    store_forgive(store);
    if (store->failure == MR_NO_SPACE)
        store->failure = 0;
}

/* Where the torn sector is erased already, all of it was moved. */
static bool is_rescued(mr_store_t *store, bool is_complete)
{
    unsigned torn = sector_before(store);

    if (is_complete && torn != NONE) {
        store_erase_sector(store, torn);
        forgive(store);
        /* What it had, some of which may not count, was read. */
        store_fail(store, MR_STALE);
    }
    return is_complete || torn == NONE;
}

/* Leaves no sector behind whose last entry is torn: it might be read as whole another time. */
static void rescue(mr_store_t *store)
{
    unsigned torn = store->head;
    survey_t survey;

    store->tail = store_head_end(store);
    store_survey(store, &survey);
    if (survey.dead == 0)
        return;
    store_open_sector(store, &survey, SECTOR_RESCUES);
    store_move_all(store, torn);
    if (store->failure == 0) {
        store_erase_sector(store, torn);
        forgive(store);
    }
}

/* The last entry cannot be programmed again where it is: a copy makes sure of it. */
static void copy_last(mr_store_t *store, uint32_t last)
{
    unsigned slot, slots = store_slots(store);
    entry_t entry;

    entry.from = last;
    for (slot = 0; slot < slots; ++slot)
        if ((store_place(store, slot) & ~PLACE_DELETED) == last && store_read_lead(store, &entry)) {
            store_make_room(store, entry.payload, 0);
            if (store->failure == 0 && (store_place(store, slot) & ~PLACE_DELETED) == last)
                store_move(store, slot);
            break;
        }
    if (store->failure == MR_ERROR || store->failure == MR_WORN)
        store->tail = store_head_end(store);
    forgive(store);
}

static void settle(mr_store_t *store, uint32_t last)
{
    /* What a cut left need not begin with a bit that fell. */
    if ((store->state & STATE_TORN) != 0 || !store_is_blank(store, store->tail, store_head_end(store)))
        rescue(store);
    else
        copy_last(store, last);
    /* What takes no more was retired, or is left for another sector now. */
    if (store->failure == MR_ERROR || store->failure == MR_WORN)
        store->failure = MR_STALE;
}

const struct mr_store_once mr_store_once = { is_marked, confirm, is_rescued, settle };
