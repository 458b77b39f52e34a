/* Pages of flash and an MMU's table go in, runs of entries that show the pages come out, with as few stops of the cache
 * as can be had: entries stay as they are when their last view ends, a page goes where it always goes if that is free
 * (its home: pages and entries then run in step, and longer views fit into each other), and a stop that must be is used
 * to show the neighbours as well. */
#include "memreg/map.h"

/* A book is an entry's page (its low 9 bits, to see whether somebody else has changed the entry) over how it is
 * used. */
enum { BOOK_NONE = 0, BOOK_SPARE = 1, BOOK_KEPT = 2, BOOK_USED = 3, BOOK_MOST_USED = 127, BOOK_USE_BITS = 7 };

/* On each side of a view. */
enum { MOST_NEIGHBOURS = 4 };

typedef enum entry_state {
    ENTRY_OTHERS,   /* somebody else's, or ours and changed by somebody else */
    ENTRY_LOST,     /* a view's, but changed by somebody else */
    ENTRY_FREE,
    ENTRY_SPARE,    /* without users; not used for long, or never */
    ENTRY_KEPT,     /* without users since a short while */
    ENTRY_USED
} entry_state_t;

/* Entries from `first` on show pages from `page` on. */
typedef struct run { unsigned first, count; uint32_t page; } run_t;

/* Where a view may lie. */
typedef struct place { const mr_mmu_window_t *window; unsigned first; bool is_right; } place_t;

static unsigned use_of(uint16_t book)
{
    return book & ((1u << BOOK_USE_BITS) - 1u);
}

static uint16_t book_of(uint32_t page, unsigned use)
{
    return (uint16_t)(page << BOOK_USE_BITS | use);
}

static uint16_t *book_at(const mr_mmu_t *mmu, unsigned entry)
{
    return &mmu->books[entry - mmu->first_entry];
}

static entry_state_t state_of(const mr_mmu_t *mmu, unsigned entry, uint32_t *page)
{
    uint16_t book = *book_at(mmu, entry);
    unsigned use = use_of(book);

    *page = mmu->driver->read(mmu->context, entry);
    if (use != BOOK_NONE && *page < MR_MMU_FOREIGN && book == book_of(*page, use))
        return use == BOOK_SPARE ? ENTRY_SPARE : use == BOOK_KEPT ? ENTRY_KEPT : ENTRY_USED;
    if (use >= BOOK_USED)
        return ENTRY_LOST;
    return *page == MR_MMU_FREE ? ENTRY_FREE : ENTRY_OTHERS;
}

/* ---- Finding a place. ---- */

typedef enum fit { FIT_NONE, FIT_BY_CHANGE, FIT_RIGHT } fit_t;

static fit_t fit_of_entry(const mr_mmu_t *mmu, unsigned entry, uint32_t page)
{
    uint32_t shown;
    entry_state_t state = state_of(mmu, entry, &shown);

    if (state >= ENTRY_SPARE && shown == page)
        return use_of(*book_at(mmu, entry)) < BOOK_MOST_USED ? FIT_RIGHT : FIT_NONE;
    return state == ENTRY_FREE || state == ENTRY_SPARE || state == ENTRY_KEPT ? FIT_BY_CHANGE : FIT_NONE;
}

/* How the pages fit at `run`; where they do not, `run->first` is moved to the entry that is in the way. */
static fit_t fit_of_run(const mr_mmu_t *mmu, run_t *run)
{
    fit_t all = FIT_RIGHT;
    unsigned index;

    for (index = 0; index < run->count; ++index) {
        fit_t one = fit_of_entry(mmu, run->first + index, run->page + index);
        if (one == FIT_NONE) {
            run->first += index;
            return FIT_NONE;
        }
        if (one < all)
            all = one;
    }
    return all;
}

/* The entries of a window that the MMU may use: first to before end. */
static unsigned first_of(const mr_mmu_t *mmu, const mr_mmu_window_t *window)
{
    return window->first_entry > mmu->first_entry ? window->first_entry : mmu->first_entry;
}

static unsigned end_of(const mr_mmu_t *mmu, const mr_mmu_window_t *window)
{
    unsigned window_end = (unsigned)window->first_entry + window->entry_count;
    unsigned end = (unsigned)mmu->first_entry + mmu->entry_count;

    return window_end < end ? window_end : end;
}

/* Pages take turns on the entries; without a division, as some cores have none. */
static unsigned home_of(uint32_t page, unsigned first, unsigned end)
{
    while (page >= end - first)
        page -= end - first;
    return first + (unsigned)page;
}

static unsigned distance(unsigned left, unsigned right)
{
    return left > right ? left - right : right - left;
}

/* The right place in the window, else the one nearest to the pages' home; false where there is none. */
static bool find_in_window(const mr_mmu_t *mmu, uint32_t page, unsigned count, place_t *place)
{
    unsigned first = first_of(mmu, place->window), end = end_of(mmu, place->window);
    unsigned home, best = end;
    run_t run;

    place->is_right = true;
    if (first >= end)
        return false;
    run.first = home = home_of(page, first, end);
    run.count = count;
    run.page = page;
    place->first = home;
    if (home + count <= end && fit_of_run(mmu, &run) == FIT_RIGHT)
        return true;
    for (run.first = first; run.first + count <= end; ++run.first) {
        fit_t fit = fit_of_run(mmu, &run);
        place->first = run.first;
        if (fit == FIT_RIGHT)
            return true;
        if (fit == FIT_BY_CHANGE && (best == end || distance(run.first, home) < distance(best, home)))
            best = run.first;
    }
    place->first = best;
    place->is_right = false;
    return best != end;
}

static bool find_place(const mr_mmu_t *mmu, uint32_t page, unsigned count, place_t *place)
{
    bool is_found = false;
    unsigned index;

    for (index = 0; index < mmu->driver->window_count; ++index) {
        place_t here;
        here.window = &mmu->driver->windows[index];
        if (!here.window->is_mapped_to || !find_in_window(mmu, page, count, &here))
            continue;
        if (!is_found || here.is_right)
            *place = here;
        is_found = true;
        if (here.is_right)
            break;
    }
    return is_found;
}

/* ---- Changing entries. ---- */

/* Whether the neighbour may show `page` from now on at no loss: it does already, or nobody needs what it shows. */
static bool can_join(const mr_mmu_t *mmu, unsigned entry, uint32_t page)
{
    uint32_t shown;
    entry_state_t state = state_of(mmu, entry, &shown);

    return state == ENTRY_FREE || state == ENTRY_SPARE || (state >= ENTRY_SPARE && shown == page);
}

/* Grows the run by some entries to both sides, over neighbours that can join it, within the area's pages and the
 * window's entries. Few are enough: more would hardly save stops, but make each longer, for their lines must be
 * forgotten. */
static void grow(const mr_mmu_t *mmu, const mr_mmu_window_t *window, run_t *run, uint32_t first_page,
                 uint32_t last_page)
{
    unsigned first = first_of(mmu, window), end = end_of(mmu, window), step;

    for (step = 0; step < MOST_NEIGHBOURS && run->first + run->count < end && run->page + run->count <= last_page
         && can_join(mmu, run->first + run->count, run->page + run->count); ++step)
        ++run->count;
    for (step = 0; step < MOST_NEIGHBOURS && run->first > first && run->page > first_page
         && can_join(mmu, run->first - 1, run->page - 1); ++step) {
        --run->first;
        --run->page;
        ++run->count;
    }
}

static void age(const mr_mmu_t *mmu)
{
    unsigned index;

    for (index = 0; index < mmu->entry_count; ++index)
        if (use_of(mmu->books[index]) == BOOK_KEPT)
            --mmu->books[index];
}

static void show(const mr_mmu_t *mmu, const run_t *run)
{
    unsigned index;

    age(mmu);
    for (index = 0; index < run->count; ++index) {
        unsigned entry = run->first + index;
        uint32_t page = run->page + index, shown;
        if (state_of(mmu, entry, &shown) < ENTRY_SPARE || shown != page)
            *book_at(mmu, entry) = book_of(page, BOOK_SPARE);
    }
    mmu->driver->change(mmu->context, run->first, run->count, run->page);
}

static mr_status_t map_mmu(const mr_map_area_t *area, uint32_t address, uint32_t length, mr_view_t *view)
{
    const mr_mmu_t *mmu = area->part;
    unsigned shift = mmu->driver->page_shift(mmu->context);
    uint32_t page = address >> shift, last_page = (address + (length - 1u)) >> shift;
    uint32_t area_last_page = (area->start + (area->size_bytes - 1u)) >> shift;
    unsigned index;
    uintptr_t first_byte;
    place_t place;

    if (last_page >= mmu->driver->page_count)
        return MR_OUT_OF_RANGE;
    if (last_page - page >= mmu->entry_count || !find_place(mmu, page, (unsigned)(last_page - page) + 1u, &place))
        return MR_NO_SPACE;
    view->first_entry = (uint16_t)place.first;
    view->entry_count = (uint16_t)(last_page - page + 1u);
    if (!place.is_right) {
        run_t run;
        run.first = place.first;
        run.count = view->entry_count;
        run.page = page;
        if (area_last_page >= mmu->driver->page_count)
            area_last_page = mmu->driver->page_count - 1u;
        grow(mmu, place.window, &run, area->start >> shift, area_last_page);
        show(mmu, &run);
    }
    for (index = 0; index < view->entry_count; ++index) {
        uint16_t *book = book_at(mmu, place.first + index);
        unsigned use = use_of(*book);
        *book = book_of(page + index, use < BOOK_USED ? BOOK_USED : use + 1u);
    }
    first_byte = place.window->address + ((uintptr_t)(place.first - place.window->first_entry) << shift)
        + (uintptr_t)(address & (((uint32_t)1 << shift) - 1u));
    if (place.window->takes_words_only)
        view->words = (const uint8_t *)first_byte;
    else
        view->data = (const uint8_t *)first_byte;
    return MR_OK;
}

static void unmap_mmu(mr_view_t *view)
{
    const mr_mmu_t *mmu = view->area->part;
    unsigned index;

    for (index = 0; index < view->entry_count; ++index) {
        uint16_t *book = book_at(mmu, view->first_entry + index);
        if (use_of(*book) >= BOOK_USED)
            --*book;
    }
}

/* A word at a time: other loads trap in windows onto the code bus. */
static mr_status_t read_words(const mr_view_t *view, uint32_t offset, void *to, uint32_t length)
{
    uint8_t *bytes = to;
    uintptr_t address = (uintptr_t)view->words + (uintptr_t)offset;
    uint32_t index;

    for (index = 0; index < length; ++index, ++address) {
        uint32_t word = *(const volatile uint32_t *)(address & ~(uintptr_t)3u);
        const uint8_t *in_word = (const uint8_t *)&word;
        bytes[index] = in_word[address & 3u];
    }
    return MR_OK;
}

static mr_status_t sync_mmu(const mr_map_area_t *area, uint32_t address, uint32_t length)
{
    const mr_mmu_t *mmu = area->part;
    unsigned shift = mmu->driver->page_shift(mmu->context);
    uint32_t page = address >> shift, count = ((address + (length - 1u)) >> shift) - page + 1u;
    unsigned entry;

    for (entry = 0; entry < mmu->driver->entry_count; ++entry)
        if (mmu->driver->read(mmu->context, entry) - page < count) {
            mmu->driver->forget(mmu->context, page, count);
            break;
        }
    return MR_OK;
}

const mr_map_backing_t mr_map_mmu = { map_mmu, unmap_mmu, sync_mmu, read_words };

/* ---- The whole table. ---- */

mr_mmu_statistics_t mr_mmu_statistics(const mr_mmu_t *mmu)
{
    mr_mmu_statistics_t statistics = { 0, 0, 0, 0, 0 };
    unsigned index;

    for (index = 0; index < mmu->entry_count; ++index) {
        uint32_t page;
        entry_state_t state = state_of(mmu, mmu->first_entry + index, &page);
        if (state == ENTRY_USED)
            ++statistics.used;
        else if (state >= ENTRY_SPARE)
            ++statistics.kept;
        else if (state == ENTRY_FREE)
            ++statistics.free;
        else if (state == ENTRY_LOST)
            ++statistics.lost;
        else
            ++statistics.foreign;
    }
    return statistics;
}

unsigned mr_mmu_trim(const mr_mmu_t *mmu)
{
    unsigned index, count = 0, freed = 0;

    for (index = 0; index <= mmu->entry_count; ++index) {
        entry_state_t state = ENTRY_OTHERS;
        uint32_t page;
        if (index < mmu->entry_count)
            state = state_of(mmu, mmu->first_entry + index, &page);
        if (state == ENTRY_SPARE || state == ENTRY_KEPT) {
            mmu->books[index] = BOOK_NONE;
            ++count;
        } else if (count != 0) {
            mmu->driver->change(mmu->context, mmu->first_entry + index - count, count, MR_MMU_FREE);
            freed += count;
            count = 0;
        }
    }
    return freed;
}
