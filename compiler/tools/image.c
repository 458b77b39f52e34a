/* Raw bytes and Intel HEX in and out: see image.h. The format of HEX: a record is ':', then pairs of hexadecimal digits:
 * the data's length, a 16-bit address, a type, the data, and a byte that makes the sum of all of them 0. */
#include "image.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum {
    RECORD_DATA = 0, RECORD_END = 1, RECORD_SEGMENT = 2, RECORD_SEGMENT_START = 3, RECORD_LINEAR = 4,
    RECORD_LINEAR_START = 5,
    RECORD_HEAD_BYTES = 4, MOST_RECORD_BYTES = RECORD_HEAD_BYTES + 255 + 1, WRITTEN_RECORD_BYTES = 16,
    GAP_BYTE = 0xFF
};

/* ---- runs */

/* The first run that ends behind address. */
static size_t find_run(const image_t *image, uint64_t address)
{
    size_t low = 0, high = image->run_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (image->runs[middle].address + image->runs[middle].length_bytes > address)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

uint64_t image_reach(const image_t *image, uint64_t address, uint64_t count)
{
    size_t index = find_run(image, address);
    if (index == image->run_count || image->runs[index].address > address)
        return 0;
    uint64_t reach = image->runs[index].length_bytes - (address - image->runs[index].address);
    return reach < count ? reach : count;
}

void image_get(const image_t *image, uint64_t address, uint8_t *bytes, size_t count)
{
    if (!count)
        return;
    const image_run_t *run = &image->runs[find_run(image, address)];
    memcpy(bytes, run->bytes + (address - run->address), count);
}

uint64_t image_end(const image_t *image)
{
    if (!image->run_count)
        return 0;
    const image_run_t *last = &image->runs[image->run_count - 1];
    return last->address + last->length_bytes;
}

static void run_reserve(image_run_t *run, size_t bytes)
{
    if (bytes <= run->capacity_bytes)
        return;
    run->capacity_bytes = bytes > 2 * run->capacity_bytes ? bytes : 2 * run->capacity_bytes;
    run->bytes = realloc(run->bytes, run->capacity_bytes);
    if (!run->bytes)
        out_of_memory();
}

/* Makes room for a run at `index`, and takes `replaced` others away there. */
static image_run_t *splice_run(image_t *image, size_t index, size_t replaced)
{
    for (size_t old = index; old < index + replaced; old++)
        free(image->runs[old].bytes);
    if (image->run_count == image->run_capacity)
        image->runs = grow_array(image->runs, &image->run_capacity, sizeof *image->runs);
    memmove(&image->runs[index + 1], &image->runs[index + replaced],
            (image->run_count - index - replaced) * sizeof *image->runs);
    image->run_count = image->run_count + 1 - replaced;
    image->runs[index] = (image_run_t){ 0 };
    return &image->runs[index];
}

void image_put(image_t *image, uint64_t address, const uint8_t *bytes, size_t count)
{
    if (!count)
        return;
    /* The runs that the new bytes lie over or meet. */
    size_t first = address ? find_run(image, address - 1) : 0, last = first;
    while (last < image->run_count && image->runs[last].address <= address + count)
        last++;
    image_run_t *run = last > first ? &image->runs[first] : NULL;
    if (run && last == first + 1 && run->address <= address) {
        size_t end = (size_t)(address - run->address) + count;
        run_reserve(run, end);
        run->length_bytes = end > run->length_bytes ? end : run->length_bytes;
        memcpy(run->bytes + (address - run->address), bytes, count);
        return;
    }
    image_run_t joined = { .address = run && run->address < address ? run->address : address };
    uint64_t end = address + count;
    if (run && image->runs[last - 1].address + image->runs[last - 1].length_bytes > end)
        end = image->runs[last - 1].address + image->runs[last - 1].length_bytes;
    run_reserve(&joined, (size_t)(end - joined.address));
    joined.length_bytes = (size_t)(end - joined.address);
    for (size_t index = first; index < last; index++)
        memcpy(joined.bytes + (image->runs[index].address - joined.address), image->runs[index].bytes,
               image->runs[index].length_bytes);
    memcpy(joined.bytes + (address - joined.address), bytes, count);
    *splice_run(image, first, last - first) = joined;
}

void image_free(image_t *image)
{
    for (size_t index = 0; index < image->run_count; index++)
        free(image->runs[index].bytes);
    free(image->runs);
    *image = (image_t){ 0 };
}

/* ---- reading Intel HEX */

/* One data record, or the part of it in front of where its addresses wrap. */
typedef struct piece {
    uint64_t address;
    const uint8_t *bytes;
    size_t length_bytes, line;
} piece_t;

typedef struct hex_reader {
    image_t *image;
    messages_t *messages;
    const char *path;
    size_t line;
    uint64_t base;                 /* what addresses of records count from */
    bool is_segment;               /* addresses wrap at the end of 64 KiB */
    bool is_ended;
    uint8_t *bytes;                /* of all records so far */
    size_t byte_count;
    piece_t *pieces;
    size_t piece_count, piece_capacity;
} hex_reader_t;

static int digit_value(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    digit = (char)(digit | 0x20);
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

static void add_piece(hex_reader_t *reader, uint64_t address, const uint8_t *bytes, size_t length_bytes)
{
    if (!length_bytes)
        return;
    if (reader->piece_count == reader->piece_capacity)
        reader->pieces = grow_array(reader->pieces, &reader->piece_capacity, sizeof *reader->pieces);
    memcpy(reader->bytes + reader->byte_count, bytes, length_bytes);
    reader->pieces[reader->piece_count++] = (piece_t){ address, reader->bytes + reader->byte_count, length_bytes,
                                                       reader->line };
    reader->byte_count += length_bytes;
}

static bool read_data(hex_reader_t *reader, unsigned offset, const uint8_t *data, size_t length_bytes)
{
    uint64_t space = reader->is_segment ? 0x10000 : UINT64_C(0x100000000) - reader->base;
    uint64_t room = space - offset;
    if (!reader->is_segment && length_bytes > room)
        return message_error(reader->messages, reader->path, reader->line, "the record reaches beyond 4 GiB");
    size_t before = length_bytes < room ? length_bytes : (size_t)room;
    add_piece(reader, reader->base + offset, data, before);
    add_piece(reader, reader->base, data + before, length_bytes - before);
    return true;
}

/* The records other than data have a fixed length. */
static bool has_length(hex_reader_t *reader, unsigned type, size_t length_bytes)
{
    static const unsigned char lengths[] = { [RECORD_END] = 0, [RECORD_SEGMENT] = 2, [RECORD_SEGMENT_START] = 4,
                                             [RECORD_LINEAR] = 2, [RECORD_LINEAR_START] = 4 };
    if (length_bytes == lengths[type])
        return true;
    return message_error(reader->messages, reader->path, reader->line,
                         "a record of type %02X holds %u bytes, not %zu", type, lengths[type], length_bytes);
}

static bool read_record(hex_reader_t *reader, const uint8_t *record)
{
    size_t length_bytes = record[0];
    unsigned offset = (unsigned)record[1] << 8 | record[2], type = record[3];
    const uint8_t *data = record + RECORD_HEAD_BYTES;
    if (type == RECORD_DATA)
        return read_data(reader, offset, data, length_bytes);
    if (type > RECORD_LINEAR_START)
        return message_error(reader->messages, reader->path, reader->line,
                             "there is no record type %02X; Intel HEX has 00 to 05", type);
    if (!has_length(reader, type, length_bytes))
        return false;
    switch (type) {
    case RECORD_END:
        reader->is_ended = true;
        break;
    case RECORD_SEGMENT:
    case RECORD_LINEAR:
        reader->is_segment = type == RECORD_SEGMENT;
        reader->base = ((uint64_t)data[0] << 8 | data[1]) << (reader->is_segment ? 4 : 16);
        break;
    default:
        reader->image->start_record = type;
        reader->image->start_address = (uint32_t)data[0] << 24 | (uint32_t)data[1] << 16 | (uint32_t)data[2] << 8
            | data[3];
    }
    return true;
}

/* One line without its end and without spaces around it. */
static bool read_line(hex_reader_t *reader, const char *chars, size_t length)
{
    uint8_t record[MOST_RECORD_BYTES];
    unsigned sum = 0;
    size_t count = 0;
    messages_t *messages = reader->messages;
    if (reader->is_ended)
        return message_error(messages, reader->path, reader->line, "there is more behind the end record");
    if (chars[0] != ':')
        return message_error(messages, reader->path, reader->line, "a record of Intel HEX begins with ':'");
    for (size_t index = 1; index < length; index += 2, count++) {
        int high = digit_value(chars[index]), low = index + 1 < length ? digit_value(chars[index + 1]) : -1;
        if (high < 0 || low < 0)
            return message_error(messages, reader->path, reader->line, index + 1 == length
                                 ? "the last of the record's pairs of digits is half there"
                                 : "column %zu is no pair of hexadecimal digits", index + 1);
        if (count == MOST_RECORD_BYTES || (count && count == RECORD_HEAD_BYTES + record[0] + 1u))
            return message_error(messages, reader->path, reader->line,
                                 "the record is longer than the %u bytes of data that it promises", record[0]);
        record[count] = (uint8_t)(high << 4 | low);
        sum += record[count];
    }
    if (count < RECORD_HEAD_BYTES + 1 || count < RECORD_HEAD_BYTES + record[0] + 1u)
        return message_error(messages, reader->path, reader->line, "the record is cut off");
    if (sum & 0xFF)
        return message_error(messages, reader->path, reader->line, "the checksum is %02X, and should be %02X",
                             record[count - 1], (record[count - 1] - sum) & 0xFF);
    return read_record(reader, record);
}

static int compare_pieces(const void *left, const void *right)
{
    const piece_t *a = left, *b = right;
    if (a->address != b->address)
        return a->address < b->address ? -1 : 1;
    return a->line < b->line ? -1 : a->line > b->line;
}

/* Pieces in any order become runs. */
static bool join_pieces(hex_reader_t *reader)
{
    bool is_good = true;
    const piece_t *farthest = NULL;
    if (reader->piece_count)
        qsort(reader->pieces, reader->piece_count, sizeof *reader->pieces, compare_pieces);
    for (size_t index = 0; index < reader->piece_count; index++) {
        const piece_t *piece = &reader->pieces[index];
        if (farthest && piece->address < farthest->address + farthest->length_bytes) {
            size_t later = piece->line > farthest->line ? piece->line : farthest->line;
            is_good = message_error(reader->messages, reader->path, later,
                                    "the bytes at 0x%llX are in line %zu already",
                                    (unsigned long long)piece->address, piece->line + farthest->line - later);
        }
        if (!farthest || piece->address + piece->length_bytes > farthest->address + farthest->length_bytes)
            farthest = piece;
        if (is_good)
            image_put(reader->image, piece->address, piece->bytes, piece->length_bytes);
    }
    return is_good;
}

static bool read_lines(hex_reader_t *reader, const char *chars, size_t length_bytes)
{
    const char *at = chars, *end = chars + length_bytes;
    bool is_good = true;
    while (at < end) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        const char *stop = newline ? newline : end, *next = newline ? newline + 1 : end;
        reader->line++;
        while (at < stop && isspace((unsigned char)*at))
            at++;
        while (stop > at && isspace((unsigned char)stop[-1]))
            stop--;
        if (at < stop && !read_line(reader, at, (size_t)(stop - at)))
            is_good = false;
        at = next;
    }
    if (is_good && !reader->is_ended)
        is_good = message_error(reader->messages, reader->path, reader->line,
                                "the file is cut off: there is no end record (:00000001FF)");
    return is_good;
}

static bool parse_hex(image_t *image, messages_t *messages, const char *path, const char *chars, size_t length_bytes)
{
    hex_reader_t reader = { .image = image, .messages = messages, .path = path };
    reader.bytes = malloc(length_bytes / 2 + 1);
    if (!reader.bytes)
        out_of_memory();
    image->is_hex = true;
    bool is_good = read_lines(&reader, chars, length_bytes) && join_pieces(&reader);
    free(reader.pieces);
    free(reader.bytes);
    return is_good;
}

/* Does the first line that is not blank hold only ':' and what may stand behind it? */
static bool looks_like_hex(const char *chars, size_t length_bytes)
{
    size_t at = 0;
    while (at < length_bytes && isspace((unsigned char)chars[at]))
        at++;
    if (at == length_bytes || chars[at++] != ':')
        return false;
    size_t start = at;
    while (at < length_bytes && chars[at] != '\n' && at - start < 2 * MOST_RECORD_BYTES) {
        if (!isprint((unsigned char)chars[at]) && !isspace((unsigned char)chars[at]))
            return false;
        at++;
    }
    return at - start >= 2 && digit_value(chars[start]) >= 0 && digit_value(chars[start + 1]) >= 0;
}

bool image_parse(image_t *image, messages_t *messages, const char *path, const char *chars, size_t length_bytes)
{
    *image = (image_t){ 0 };
    if (looks_like_hex(chars, length_bytes))
        return parse_hex(image, messages, path, chars, length_bytes);
    image_put(image, 0, (const uint8_t *)chars, length_bytes);
    return true;
}

/* ---- writing */

void image_write_raw(const image_t *image, uint64_t first, text_t *text)
{
    uint64_t at = first;
    for (size_t index = 0; index < image->run_count; index++) {
        const image_run_t *run = &image->runs[index];
        if (run->address + run->length_bytes <= at)
            continue;
        for (; at < run->address; at++)
            text_put_char(text, (char)GAP_BYTE);
        size_t skipped = (size_t)(at - run->address);
        text_put_bytes(text, (const char *)run->bytes + skipped, run->length_bytes - skipped);
        at = run->address + run->length_bytes;
    }
}

static void put_record(text_t *text, unsigned type, unsigned offset, const uint8_t *data, unsigned length_bytes)
{
    unsigned sum = length_bytes + (offset >> 8) + offset + type;
    text_format(text, ":%02X%04X%02X", length_bytes, offset, type);
    for (unsigned index = 0; index < length_bytes; index++) {
        text_format(text, "%02X", data[index]);
        sum += data[index];
    }
    text_format(text, "%02X\n", (0x100 - (sum & 0xFF)) & 0xFF);
}

/* A record's addresses stay within 64 KiB: `high` is what lies above them, told when it changes. */
static void write_run(const image_run_t *run, unsigned *high, text_t *text)
{
    for (size_t done = 0; done < run->length_bytes;) {
        uint64_t address = run->address + done;
        size_t count = WRITTEN_RECORD_BYTES - address % WRITTEN_RECORD_BYTES;
        if (count > run->length_bytes - done)
            count = run->length_bytes - done;
        if (address >> 16 != *high) {
            *high = (unsigned)(address >> 16);
            put_record(text, RECORD_LINEAR, 0, (uint8_t[]){ (uint8_t)(*high >> 8), (uint8_t)*high }, 2);
        }
        put_record(text, RECORD_DATA, address & 0xFFFF, run->bytes + done, (unsigned)count);
        done += count;
    }
}

void image_write_hex(const image_t *image, text_t *text)
{
    unsigned high = 0;
    for (size_t index = 0; index < image->run_count; index++)
        write_run(&image->runs[index], &high, text);
    if (image->start_record) {
        uint32_t start = image->start_address;
        put_record(text, image->start_record, 0, (uint8_t[]){ (uint8_t)(start >> 24), (uint8_t)(start >> 16),
                                                              (uint8_t)(start >> 8), (uint8_t)start }, 4);
    }
    put_record(text, RECORD_END, 0, NULL, 0);
}
