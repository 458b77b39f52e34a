/* StorageAT images: pages and tables go in, records come out; see memreg/storageat.h, and docs/formats.md for the bytes. */
#include "memreg/storageat.h"

enum {
    PAGE_BYTES = MR_STORAGEAT_PAGE_BYTES,
    PAYLOAD_BYTES = MR_STORAGEAT_PAYLOAD_BYTES,
    MACROBLOCK_BYTES = MR_STORAGEAT_MACROBLOCK_BYTES,
    RESERVED_PAGES = 4, DATA_PAGES = 32,
    /* Offsets in a page. */
    VERSION = 4, PREVIOUS = 5, NEXT = 9, KEY = 13, PAYLOAD = 20, CRC = 254,
    KEY_BYTES = 7,                       /* prefix and id, in a page as in a slot */
    SLOT_STATUS = DATA_PAGES * KEY_BYTES,
    STATUS_DATA = 1, STATUS_EMPTY = 2
};

typedef enum listing { LISTING_NONE, LISTING_UNKNOWN, LISTING_NAMED } listing_t;

static uint32_t u32_at(const uint8_t *bytes)
{
    return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

static bool is_key(const uint8_t *first, const uint8_t *second)
{
    for (unsigned index = 0; index < KEY_BYTES; index++)
        if (first[index] != second[index])
            return false;
    return true;
}

static void copy(uint8_t *to, const uint8_t *from, uint32_t count)
{
    while (count--)
        *to++ = *from++;
}

/* CRC-16/XMODEM over all but the first byte, which the magic number covers. */
static uint16_t page_crc(const uint8_t *page)
{
    uint16_t crc = 0;
    for (unsigned index = 1; index < CRC; index++) {
        crc = (uint16_t)(crc ^ (unsigned)page[index] << 8);
        for (unsigned bit = 0; bit < 8; bit++)
            crc = (uint16_t)(crc & 0x8000u ? (unsigned)crc << 1 ^ 0x1021u : (unsigned)crc << 1);
    }
    return crc;
}

static bool is_reserved(uint32_t address)
{
    return address % MACROBLOCK_BYTES < RESERVED_PAGES * PAGE_BYTES;
}

static uint32_t end_address(const mr_storageat_t *reader)
{
    return reader->macroblock_count * (uint32_t)MACROBLOCK_BYTES;
}

/* Where a page of data may lie. */
static bool is_place(const mr_storageat_t *reader, uint32_t address)
{
    return address % PAGE_BYTES == 0 && address < end_address(reader) && !is_reserved(address);
}

/* Reads a page into reader->page; MR_CORRUPT where it is none. */
static mr_status_t read_page(mr_storageat_t *reader, uint32_t address)
{
    const uint8_t *page = reader->page;
    const mr_flash_t *flash = reader->flash;
    mr_status_t status = flash->driver->read(flash->context, address, reader->page, PAGE_BYTES);
    if (status != MR_OK)
        return status;
    bool is_page = u32_at(page) == 0xBEDAC0DEu && (page[VERSION] == 5 || page[VERSION] == 6)
        && page_crc(page) == (page[CRC] | (unsigned)page[CRC + 1] << 8);
    return is_page ? MR_OK : MR_CORRUPT;
}

/* Reads a macroblock's table into reader->slots: its first whole copy. */
static mr_status_t read_table(mr_storageat_t *reader, uint32_t macroblock)
{
    if (reader->table_of == macroblock)
        return MR_OK;
    reader->table_of = UINT32_MAX;
    reader->has_table = false;
    for (unsigned copy_index = 0; copy_index < RESERVED_PAGES && !reader->has_table; copy_index++) {
        mr_status_t status = read_page(reader, macroblock * (uint32_t)MACROBLOCK_BYTES + copy_index * PAGE_BYTES);
        if (status != MR_OK && status != MR_CORRUPT)
            return status;
        reader->has_table = status == MR_OK;
    }
    copy(reader->slots, reader->page + PAYLOAD, MR_STORAGEAT_SLOTS_BYTES);
    reader->table_of = macroblock;
    return MR_OK;
}

static unsigned slot_status(const mr_storageat_t *reader, unsigned slot)
{
    return reader->slots[SLOT_STATUS + slot / 4] >> slot % 4 * 2 & 3u;
}

/* What the table that reader->slots holds says of the data page `slot` and a key. */
static listing_t listing(const mr_storageat_t *reader, unsigned slot, const uint8_t *key)
{
    if (!reader->has_table)
        return LISTING_UNKNOWN;
    return slot_status(reader, slot) == STATUS_DATA && is_key(reader->slots + slot * KEY_BYTES, key) ? LISTING_NAMED
                                                                                                      : LISTING_NONE;
}

static uint32_t slot_address(uint32_t macroblock, unsigned slot)
{
    return macroblock * (uint32_t)MACROBLOCK_BYTES + (RESERVED_PAGES + slot) * (uint32_t)PAGE_BYTES;
}

static unsigned slot_of(uint32_t address)
{
    return (unsigned)(address % MACROBLOCK_BYTES / PAGE_BYTES - RESERVED_PAGES);
}

/* Goes from the page in reader->page, at *address, to the next one of its chain: MR_OK, and reader->page holds it;
 * MR_NOT_FOUND at the chain's end; MR_CORRUPT where the next page is not one of this record. */
static mr_status_t next_page(mr_storageat_t *reader, uint32_t *address)
{
    uint8_t key[KEY_BYTES];
    uint32_t here = *address, next = u32_at(reader->page + NEXT);
    if (next == here)
        return MR_NOT_FOUND;
    if (!is_place(reader, next))
        return MR_CORRUPT;
    copy(key, reader->page + KEY, KEY_BYTES);
    mr_status_t status = read_table(reader, next / MACROBLOCK_BYTES);
    if (status != MR_OK)
        return status;
    if (listing(reader, slot_of(next), key) == LISTING_NONE)
        return MR_CORRUPT;
    status = read_page(reader, next);
    if (status != MR_OK)
        return status;
    *address = next;
    return is_key(reader->page + KEY, key) && u32_at(reader->page + PREVIOUS) == here ? MR_OK : MR_CORRUPT;
}

/* Counts the pages of the chain whose first page is in reader->page. Each page names the one before it, and the first one
 * itself, so a chain cannot come back to a page: it ends. */
static mr_status_t walk(mr_storageat_t *reader, uint32_t address, uint32_t *pages)
{
    mr_status_t status;
    *pages = 0;
    do {
        ++*pages;
        status = next_page(reader, &address);
    } while (status == MR_OK);
    return status == MR_NOT_FOUND ? MR_OK : status;
}

/* Reads the first page of the record at `address` into reader->page; MR_BAD_ARGUMENT where none begins there. */
static mr_status_t read_first(mr_storageat_t *reader, uint32_t address)
{
    if (!is_place(reader, address))
        return MR_BAD_ARGUMENT;
    mr_status_t status = read_page(reader, address);
    return status == MR_CORRUPT || (status == MR_OK && u32_at(reader->page + PREVIOUS) != address) ? MR_BAD_ARGUMENT
                                                                                                  : status;
}

/* Whether a record begins at a slot of the macroblock whose table is read: MR_OK, with its key and how it is listed;
 * MR_NOT_FOUND; the driver's error. Where `prefix` does not match, as told by the table, no page is read. */
static mr_status_t look(mr_storageat_t *reader, uint32_t macroblock, unsigned slot, const uint8_t *prefix,
                        uint8_t key[KEY_BYTES], listing_t *how)
{
    uint32_t address = slot_address(macroblock, slot), pages;
    const uint8_t *listed = reader->slots + slot * KEY_BYTES;
    if (reader->has_table) {
        if (slot_status(reader, slot) != STATUS_DATA)
            return MR_NOT_FOUND;
        if (prefix && (listed[0] != prefix[0] || listed[1] != prefix[1] || listed[2] != prefix[2]))
            return MR_NOT_FOUND;
    }
    mr_status_t status = read_first(reader, address);
    if (status != MR_OK)
        return status == MR_BAD_ARGUMENT ? MR_NOT_FOUND : status;
    copy(key, reader->page + KEY, KEY_BYTES);
    *how = listing(reader, slot, key);
    if (*how == LISTING_UNKNOWN) {
        status = walk(reader, address, &pages);
        if (status != MR_OK)
            return status == MR_CORRUPT ? MR_NOT_FOUND : status;
        status = read_table(reader, macroblock);
        if (status != MR_OK)
            return status;
    }
    return *how == LISTING_NONE ? MR_NOT_FOUND : MR_OK;
}

mr_status_t mr_storageat_open(mr_storageat_t *reader, const mr_flash_t *flash)
{
    reader->flash = flash;
    reader->macroblock_count = flash->geometry->size_bytes / MACROBLOCK_BYTES;
    reader->table_of = UINT32_MAX;
    reader->has_table = false;
    return reader->macroblock_count ? MR_OK : MR_BAD_ARGUMENT;
}

static mr_status_t find_empty(mr_storageat_t *reader, uint32_t *address)
{
    for (uint32_t macroblock = 0; macroblock < reader->macroblock_count; macroblock++) {
        mr_status_t status = read_table(reader, macroblock);
        if (status != MR_OK)
            return status;
        for (unsigned slot = 0; reader->has_table && slot < DATA_PAGES; slot++) {
            if (slot_status(reader, slot) != STATUS_EMPTY)
                continue;
            *address = slot_address(macroblock, slot);
            return MR_OK;
        }
    }
    return MR_NOT_FOUND;
}

/* Whether `id` is nearer to what is sought than the best so far; of equal ids a listed record wins over a recovered one,
 * then the lowest address does, which came first. */
static bool is_better(mr_find_t mode, uint32_t sought, uint32_t id, listing_t how, bool has_best, uint32_t best,
                      listing_t best_how)
{
    if ((mode == MR_FIND_EQUAL && id != sought) || (mode == MR_FIND_NEXT && id <= sought))
        return false;
    if (!has_best)
        return true;
    if (id == best)
        return how == LISTING_NAMED && best_how != LISTING_NAMED;
    return mode == MR_FIND_MAX ? id > best : id < best;
}

mr_status_t mr_storageat_find(mr_storageat_t *reader, mr_find_t mode, const char *prefix, uint32_t id,
                              uint32_t *address)
{
    uint8_t wanted[3] = { 0, 0, 0 }, key[KEY_BYTES];
    uint32_t best = 0, best_address = 0;
    listing_t best_how = LISTING_NONE, how = LISTING_NONE;
    bool has_best = false;

    if (mode == MR_FIND_EMPTY)
        return find_empty(reader, address);
    for (unsigned index = 0; prefix && prefix[index]; index++) {
        if (index == 3)
            return MR_BAD_ARGUMENT;
        wanted[index] = (uint8_t)prefix[index];
    }
    if (mode < MR_FIND_EQUAL || mode > MR_FIND_MAX)
        return MR_BAD_ARGUMENT;
    for (uint32_t macroblock = 0; macroblock < reader->macroblock_count; macroblock++) {
        for (unsigned slot = 0; slot < DATA_PAGES; slot++) {
            mr_status_t status = read_table(reader, macroblock);
            if (status != MR_OK)
                return status;
            status = look(reader, macroblock, slot, wanted[0] ? wanted : NULL, key, &how);
            if (status == MR_NOT_FOUND)
                continue;
            if (status != MR_OK)
                return status;
            if (wanted[0] && (key[0] != wanted[0] || key[1] != wanted[1] || key[2] != wanted[2]))
                continue;
            uint32_t its_id = u32_at(key + 3);
            if (!is_better(mode, id, its_id, how, has_best, best, best_how))
                continue;
            has_best = true;
            best = its_id;
            best_how = how;
            best_address = slot_address(macroblock, slot);
        }
    }
    if (!has_best)
        return MR_NOT_FOUND;
    *address = best_address;
    return MR_OK;
}

mr_status_t mr_storageat_stat(mr_storageat_t *reader, uint32_t address, mr_storageat_record_t *record)
{
    uint32_t pages;
    mr_status_t status = read_first(reader, address);
    if (status != MR_OK)
        return status;
    for (unsigned index = 0; index < 3; index++)
        record->prefix[index] = (char)reader->page[KEY + index];
    record->prefix[3] = 0;
    record->id = u32_at(reader->page + KEY + 3);
    record->address = address;
    mr_status_t walked = walk(reader, address, &pages);
    record->capacity_bytes = pages * PAYLOAD_BYTES;
    status = read_table(reader, address / MACROBLOCK_BYTES);
    record->is_recovered = !reader->has_table;
    return walked != MR_OK ? walked : status;
}

mr_status_t mr_storageat_load(mr_storageat_t *reader, uint32_t address, void *data, uint32_t length)
{
    uint8_t *to = data;
    mr_status_t status = length ? read_first(reader, address) : MR_BAD_ARGUMENT;
    while (status == MR_OK) {
        uint32_t count = length < PAYLOAD_BYTES ? length : PAYLOAD_BYTES;
        copy(to, reader->page + PAYLOAD, count);
        to += count;
        length -= count;
        if (!length)
            return MR_OK;
        status = next_page(reader, &address);
    }
    return status == MR_NOT_FOUND ? MR_OUT_OF_RANGE : status;
}

mr_status_t mr_storageat_next(mr_storageat_t *reader, mr_storageat_record_t *record, bool is_first)
{
    uint8_t key[KEY_BYTES];
    listing_t how = LISTING_NONE;
    uint32_t macroblock = is_first ? 0 : record->address / MACROBLOCK_BYTES;
    unsigned slot = is_first ? 0 : slot_of(record->address) + 1;
    for (; macroblock < reader->macroblock_count; macroblock++, slot = 0) {
        for (; slot < DATA_PAGES; slot++) {
            mr_status_t status = read_table(reader, macroblock);
            if (status != MR_OK)
                return status;
            status = look(reader, macroblock, slot, NULL, key, &how);
            if (status == MR_OK)
                return mr_storageat_stat(reader, slot_address(macroblock, slot), record);
            if (status != MR_NOT_FOUND)
                return status;
        }
    }
    return MR_NOT_FOUND;
}
