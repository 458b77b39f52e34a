/* A view of structs of one size goes in; single structs and places found by a key come out. */
#include "memreg/map.h"

/* A division by hand: some cores have none, and a library's is larger. */
static uint32_t quotient(uint32_t dividend, uint16_t divisor)
{
    uint32_t result = 0, rest = 0;
    unsigned bit = 32;

    while (bit-- != 0) {
        rest = rest << 1 | (dividend >> bit & 1u);
        result <<= 1;
        if (rest >= divisor) {
            rest -= divisor;
            ++result;
        }
    }
    return result;
}

mr_status_t mr_table_open(mr_table_t *table, const mr_view_t *view, uint16_t size_bytes)
{
    table->view = view;
    table->size_bytes = size_bytes;
    table->count = size_bytes == 0 ? 0 : quotient(view->length_bytes, size_bytes);
    if (size_bytes == 0)
        return MR_BAD_ARGUMENT;
    return table->count * size_bytes == view->length_bytes ? MR_OK : MR_CORRUPT;
}

mr_status_t mr_table_at(const mr_table_t *table, uint32_t index, void *to)
{
    if (index >= table->count)
        return MR_OUT_OF_RANGE;
    return mr_view_read(table->view, index * table->size_bytes, to, table->size_bytes);
}

const uint8_t *mr_table_data(const mr_table_t *table, uint32_t index)
{
    if (index >= table->count || table->view->data == NULL)
        return NULL;
    return table->view->data + index * table->size_bytes;
}

/* Compares the key of the struct at `index` with `value`, the most significant byte first: below 0 where it is less. */
static mr_status_t compare(const mr_table_t *table, const mr_table_key_t *key, const uint8_t *value, uint32_t index,
                           int *result)
{
    uint32_t start = index * table->size_bytes + key->offset_bytes;
    unsigned step;

    *result = 0;
    for (step = 0; step < key->width_bytes && *result == 0; ++step) {
        unsigned at = key->is_big_endian ? step : key->width_bytes - 1u - step;
        unsigned sign = key->is_signed && step == 0 ? 0x80u : 0;
        uint8_t byte;
        mr_status_t status = mr_view_u8(table->view, start + at, &byte);
        if (status != MR_OK)
            return status;
        *result = (int)(byte ^ sign) - (int)(value[at] ^ sign);
    }
    return MR_OK;
}

mr_status_t mr_table_find(const mr_table_t *table, const mr_table_key_t *key, const void *value, uint32_t *index)
{
    uint32_t first = 0, end = table->count;
    int result = -1;

    if (key->width_bytes == 0 || (uint32_t)key->offset_bytes + key->width_bytes > table->size_bytes)
        return MR_BAD_ARGUMENT;
    while (first < end) {
        uint32_t middle = first + (end - first) / 2u;
        mr_status_t status = compare(table, key, value, middle, &result);
        if (status != MR_OK)
            return status;
        if (result < 0)
            first = middle + 1u;
        else
            end = middle;
    }
    if (first < table->count) {
        mr_status_t status = compare(table, key, value, first, &result);
        if (status != MR_OK)
            return status;
    }
    *index = first;
    return first < table->count && result == 0 ? MR_OK : MR_NOT_FOUND;
}
