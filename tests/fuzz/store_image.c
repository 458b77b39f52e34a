/* A fuzzer's bytes go in as the flash of a device; stores are searched in it, listed and checked, and records are put and
 * deleted. What must not happen is a crash, a finding of the sanitizers, or a value that is put and not read back. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store_search.h"

static void require(bool condition, const char *why)
{
    if (condition)
        return;
    fprintf(stderr, "ERROR: %s\n", why);
    abort();
}

static void no_finding(void *context, bool is_note, uint32_t address, const char *message)
{
    (void)context, (void)is_note, (void)address, (void)message;
}

/* Puts a value in place of each of the first records that is there. */
static void change(records_t *records, const record_t *items, size_t count)
{
    const record_format_t *format = records->format;
    for (size_t index = 0; index < count && index < 4; index++) {
        const record_t *record = &items[index];
        const uint8_t *bytes;
        uint32_t length_bytes;
        uint8_t value = 0x5A;
        (void)format->get(records, record->prefix, record->id, &bytes, &length_bytes);
        mr_status_t status = format->put(records, record->prefix, record->id, &value, 1);
        if (status != MR_OK) {
            require(format->problem(records, record->prefix, record->id, 1, status) != NULL, "no reason");
            continue;
        }
        status = format->get(records, record->prefix, record->id, &bytes, &length_bytes);
        require(status == MR_OK && length_bytes >= 1 && bytes[0] == value, "what was put is not read back");
        (void)format->remove(records, record->prefix, record->id);
    }
}

static void work(arena_t *arena, const uint8_t *bytes, size_t length_bytes, store_found_t *found)
{
    const char *problem;
    record_t *items;
    size_t count;
    text_t text = { 0 };
    if (!found->is_native || found->offset > length_bytes)
        return;
    records_t *records = store_image_open(arena, bytes + found->offset, length_bytes - (size_t)found->offset, &found->plan,
                                          &problem);
    if (!records)
        return;
    (void)records->format->check(records, no_finding, NULL);
    records->format->describe(records, false, &text);
    records->format->describe(records, true, &text);
    text_free(&text);
    if (records->format->list(records, &items, &count))
        change(records, items, count);
}

/* Checks become right where a header or a table seems to be meant, so that what is behind them is reached. */
static void seal(uint8_t *bytes, size_t length_bytes);

#include "crc.h"

static void seal(uint8_t *bytes, size_t length_bytes)
{
    size_t header = 0;
    for (size_t at = 0; at + 16 <= length_bytes; at++) {
        uint8_t *to = NULL;
        uint32_t crc = 0;
        if (at % 256 == 0 && bytes[at + 2] >> 2 && bytes[at + 2] >> 2 < 8) {
            header = at;
            to = bytes + at + 12;
            crc = guard_crc(GUARD_CRC32, 0x3153726Du, bytes + at, 12);
        } else if (bytes[at] == 0xFD && bytes[at + 1] == 0x3F) {
            size_t count = (bytes[at + 2] | bytes[at + 3] << 8) & 0x7FFF;
            uint32_t sequence = bytes[header + 3] | (uint32_t)bytes[header + 4] << 8 | (uint32_t)bytes[header + 5] << 16
                | (uint32_t)bytes[header + 6] << 24;
            if (at + 8 + count > length_bytes)
                continue;
            to = bytes + at + 4 + count;
            crc = guard_crc(GUARD_CRC32, ~(sequence ^ (uint32_t)(at - header) << 15), bytes + at, 4 + count);
            uint32_t layout = guard_crc(GUARD_CRC32, 0, bytes + at + 4, count);
            bytes[header] = (uint8_t)layout;
            bytes[header + 1] = (uint8_t)(layout >> 8);
            uint32_t again = guard_crc(GUARD_CRC32, 0x3153726Du, bytes + header, 12);
            for (unsigned index = 0; index < 4; index++)
                bytes[header + 12 + index] = (uint8_t)(again >> 8 * index);
        }
        for (unsigned index = 0; to && index < 4; index++)
            to[index] = (uint8_t)(crc >> 8 * index);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes)
{
    for (int is_sealed = 0; is_sealed < 2; is_sealed++) {
        arena_t *arena = arena_create();
        uint8_t *copy = malloc(length_bytes + 1);
        store_found_t *found;
        if (!copy)
            abort();
        memcpy(copy, bytes, length_bytes);
        if (is_sealed)
            seal(copy, length_bytes);
        size_t count = store_search(arena, copy, length_bytes, &found);
        for (size_t index = 0; index < count; index++)
            work(arena, copy, length_bytes, &found[index]);
        free(copy);
        arena_destroy(arena);
    }
    return 0;
}
