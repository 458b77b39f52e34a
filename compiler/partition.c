/* Types, rules and the binary form: see partition.h. CSV is in partition_csv.c. */
#include "partition.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <md5.h>

#include "little_endian.h"

#define MOST_ADDRESS ((uint64_t)1 << 32)

/* ---- types and subtypes */

typedef struct named { const char *name; unsigned value; } named_t;

static const named_t types[] = {
    { "app", PARTITION_APP }, { "data", PARTITION_DATA }, { "bootloader", PARTITION_BOOTLOADER },
    { "partition_table", PARTITION_TABLE }, { NULL, 0 },
};

static const named_t app_subtypes[] = {
    { "factory", 0x00 },
    { "ota_0", 0x10 }, { "ota_1", 0x11 }, { "ota_2", 0x12 }, { "ota_3", 0x13 }, { "ota_4", 0x14 }, { "ota_5", 0x15 },
    { "ota_6", 0x16 }, { "ota_7", 0x17 }, { "ota_8", 0x18 }, { "ota_9", 0x19 }, { "ota_10", 0x1A }, { "ota_11", 0x1B },
    { "ota_12", 0x1C }, { "ota_13", 0x1D }, { "ota_14", 0x1E }, { "ota_15", 0x1F },
    { "test", 0x20 }, { "tee_0", 0x30 }, { "tee_1", 0x31 }, { NULL, 0 },
};

enum {
    DATA_OTA = 0x00, DATA_NVS = 0x02, DATA_COREDUMP = 0x03, DATA_NVS_KEYS = 0x04, DATA_TEE_OTA = 0x90, PRIMARY = 0x00,
    OTA_DATA_BYTES = 0x2000, LEAST_WRITABLE_NVS_BYTES = 0x3000
};

static const named_t data_subtypes[] = {
    { "ota", DATA_OTA }, { "phy", 0x01 }, { "nvs", DATA_NVS }, { "coredump", DATA_COREDUMP },
    { "nvs_keys", DATA_NVS_KEYS }, { "efuse", 0x05 }, { "undefined", 0x06 }, { "esphttpd", 0x80 }, { "fat", 0x81 },
    { "spiffs", 0x82 }, { "littlefs", 0x83 }, { "tee_ota", DATA_TEE_OTA }, { NULL, 0 },
};

static const named_t bootloader_subtypes[] = { { "primary", PRIMARY }, { "ota", 1 }, { "recovery", 2 }, { NULL, 0 } };
static const named_t table_subtypes[] = { { "primary", PRIMARY }, { "ota", 1 }, { NULL, 0 } };
static const named_t no_subtypes[] = { { NULL, 0 } };

static const named_t *subtypes_of(unsigned type)
{
    static const named_t *const subtypes[] = {
        [PARTITION_APP] = app_subtypes, [PARTITION_DATA] = data_subtypes, [PARTITION_BOOTLOADER] = bootloader_subtypes,
        [PARTITION_TABLE] = table_subtypes,
    };
    return type < sizeof subtypes / sizeof *subtypes ? subtypes[type] : no_subtypes;
}

static bool find_value(const named_t *table, const char *name, unsigned *value)
{
    for (; table->name; table++)
        if (strcmp(table->name, name) == 0)
            return *value = table->value, true;
    return false;
}

static const char *find_name(const named_t *table, unsigned value)
{
    while (table->name && table->value != value)
        table++;
    return table->name;
}

static const char *all_names(arena_t *arena, const named_t *table)
{
    const char *list = "";
    for (; table->name; table++)
        list = arena_format(arena, "%s%s%s", list, *list ? ", " : "", table->name);
    return list;
}

bool partition_type_find(const char *name, unsigned *type) { return find_value(types, name, type); }
const char *partition_type_name(unsigned type) { return find_name(types, type); }
const char *partition_type_names(arena_t *arena) { return all_names(arena, types); }

bool partition_subtype_find(unsigned type, const char *name, unsigned *subtype)
{
    return find_value(subtypes_of(type), name, subtype);
}

const char *partition_subtype_name(unsigned type, unsigned subtype) { return find_name(subtypes_of(type), subtype); }
const char *partition_subtype_names(arena_t *arena, unsigned type) { return all_names(arena, subtypes_of(type)); }

uint64_t partition_alignment(unsigned type) { return type == PARTITION_APP ? 0x10000 : 0x1000; }

/* ---- rules */

static bool is_data(const partition_t *partition, unsigned subtype)
{
    return partition->type == PARTITION_DATA && partition->subtype == subtype;
}

/* The first bootloader and the table itself lie below what the table otherwise governs. */
static bool is_below_by_right(const partition_t *partition)
{
    return (partition->type == PARTITION_BOOTLOADER || partition->type == PARTITION_TABLE)
        && partition->subtype == PRIMARY;
}

static const char *name_problem(arena_t *arena, const partition_t *partition)
{
    size_t length = strlen(partition->name);
    if (!length)
        return "a partition needs a name";
    if (length > PARTITION_MOST_NAME)
        return arena_format(arena, "the name of partition '%s' has %zu bytes, and at most %d fit", partition->name,
                            length, PARTITION_MOST_NAME);
    for (const char *at = partition->name; *at; at++)
        if ((unsigned char)*at < 0x20 || strchr("\x7F,$", *at))
            return arena_format(arena, "the name of partition '%s' has a character that CSV cannot hold",
                                partition->name);
    if (strchr(" #", partition->name[0]) || partition->name[length - 1] == ' ')
        return arena_format(arena, "the name of partition '%s' begins or ends as CSV cannot have it", partition->name);
    return NULL;
}

static const char *place_problem(arena_t *arena, const partition_t *partition, uint64_t table_offset)
{
    const char *name = partition->name;
    unsigned long long offset = partition->offset, alignment = partition_alignment(partition->type);
    if (offset % alignment)
        return arena_format(arena, "partition '%s' begins at 0x%llX, which is no multiple of 0x%llX", name, offset,
                            alignment);
    if (!partition->size_bytes)
        return arena_format(arena, "partition '%s' has no size", name);
    if (partition->type == PARTITION_APP && partition->size_bytes % 0x1000)
        return arena_format(arena, "app partition '%s' at 0x%llX has a size that is no multiple of 0x1000", name,
                            offset);
    if (offset + partition->size_bytes > MOST_ADDRESS)
        return arena_format(arena, "partition '%s' ends beyond 4 GiB", name);
    if (offset < table_offset + PARTITION_TABLE_SECTOR && !is_below_by_right(partition))
        return arena_format(arena, "partition '%s' begins at 0x%llX, in front of the end of the table at 0x%llX", name,
                            offset, (unsigned long long)table_offset + PARTITION_TABLE_SECTOR);
    return NULL;
}

static const char *purpose_problem(arena_t *arena, const partition_t *partition)
{
    const char *name = partition->name;
    bool is_ota = is_data(partition, DATA_OTA) || is_data(partition, DATA_TEE_OTA);
    bool is_readonly = (partition->flags & PARTITION_READONLY) != 0;
    if (is_ota && partition->size_bytes != OTA_DATA_BYTES)
        return arena_format(arena, "partition '%s' holds which app is to run: its size must be 0x%X, not 0x%llX", name,
                            OTA_DATA_BYTES, (unsigned long long)partition->size_bytes);
    if (is_readonly && (is_data(partition, DATA_OTA) || is_data(partition, DATA_COREDUMP)))
        return arena_format(arena, "partition '%s' is written at run time, and cannot be readonly", name);
    if (is_data(partition, DATA_NVS) && !is_readonly && partition->size_bytes < LEAST_WRITABLE_NVS_BYTES)
        return arena_format(arena, "partition '%s' is too small for nvs that is written: give it 0x%X bytes, or make "
                            "it readonly", name, LEAST_WRITABLE_NVS_BYTES);
    return NULL;
}

const char *partition_problem(arena_t *arena, const partition_t *partition, uint64_t table_offset)
{
    const char *problem = name_problem(arena, partition);
    if (!problem)
        problem = place_problem(arena, partition, table_offset);
    return problem ? problem : purpose_problem(arena, partition);
}

const char *partition_conflict(arena_t *arena, const partition_table_t *table, const partition_t *partition)
{
    bool is_single = is_data(partition, DATA_OTA) || is_data(partition, DATA_TEE_OTA);
    for (const partition_t *earlier = table->entries; earlier < partition; earlier++) {
        if (strcmp(earlier->name, partition->name) == 0)
            return arena_format(arena, "there is a partition '%s' already", partition->name);
        if (is_single && is_data(earlier, partition->subtype))
            return arena_format(arena, "partition '%s' is a second one of data, %s: '%s' is there already",
                                partition->name, partition_subtype_name(PARTITION_DATA, partition->subtype),
                                earlier->name);
    }
    return NULL;
}

static int compare_offsets(const void *left, const void *right)
{
    const partition_t *a = *(const partition_t *const *)left, *b = *(const partition_t *const *)right;
    if (a->offset != b->offset)
        return a->offset < b->offset ? -1 : 1;
    return a->line < b->line ? -1 : a->line > b->line;
}

static bool check_overlaps(arena_t *arena, messages_t *messages, const char *path, const partition_table_t *table)
{
    const partition_t **sorted = ARENA_ARRAY(arena, const partition_t *, table->count + 1), *farthest = NULL;
    bool is_good = true;
    for (size_t index = 0; index < table->count; index++)
        sorted[index] = &table->entries[index];
    if (table->count)
        qsort(sorted, table->count, sizeof *sorted, compare_offsets);
    for (size_t index = 0; index < table->count; index++) {
        const partition_t *one = sorted[index];
        if (farthest && one->offset < farthest->offset + farthest->size_bytes)
            is_good = message_error(messages, path, one->line, "partition '%s' at 0x%llX overlaps '%s', which ends at "
                                    "0x%llX", one->name, (unsigned long long)one->offset, farthest->name,
                                    (unsigned long long)(farthest->offset + farthest->size_bytes));
        if (!farthest || one->offset + one->size_bytes > farthest->offset + farthest->size_bytes)
            farthest = one;
    }
    return is_good;
}

static size_t most_entries(const partition_table_t *table)
{
    return PARTITION_MOST_ENTRIES + (size_t)table->lacks_checksum;
}

bool partition_table_check(arena_t *arena, messages_t *messages, const char *path, const partition_table_t *table)
{
    size_t most = most_entries(table);
    bool is_good = true;
    for (size_t index = 0; index < table->count && index < most; index++) {
        const partition_t *one = &table->entries[index];
        const char *problem = partition_problem(arena, one, table->offset);
        if (!problem)
            problem = partition_conflict(arena, table, one);
        if (problem)
            is_good = message_error(messages, path, one->line, "%s", problem);
    }
    if (table->count > most)
        is_good = message_error(messages, path, table->entries[most].line, "a partition table has at most %zu entries "
                                "beside its %s, not %zu", most, table->lacks_checksum ? "end" : "checksum",
                                table->count);
    return check_overlaps(arena, messages, path, table) && is_good;
}

partition_table_t partition_table_of(arena_t *arena, const schema_partitions_t *partitions)
{
    partition_table_t table = { .count = partitions->entry_count, .offset = partitions->table_offset };
    table.entries = ARENA_ARRAY(arena, partition_t, table.count + 1);
    for (size_t index = 0; index < table.count; index++) {
        const schema_partition_t *one = &partitions->entries[index];
        table.entries[index] = (partition_t){
            .name = one->name.name, .type = one->type, .subtype = one->subtype, .offset = one->offset,
            .size_bytes = one->size_bytes,
            .flags = (one->is_encrypted ? PARTITION_ENCRYPTED : 0u) | (one->is_readonly ? PARTITION_READONLY : 0u) };
    }
    return table;
}

/* ---- binary: 32-byte entries, little-endian: AA 50, type, subtype, offset, size, name[16], flags */

static const uint8_t entry_magic[2] = { 0xAA, 0x50 }, checksum_magic[2] = { 0xEB, 0xEB };
enum { CHECKSUM_OFFSET = 16 };

static void checksum(const uint8_t *bytes, size_t count, uint8_t *digest)
{
    MD5_CTX context;
    MD5Init(&context);
    MD5Update(&context, bytes, count);
    MD5Final(digest, &context);
}

static bool is_end(const uint8_t *entry)
{
    for (unsigned index = 0; index < PARTITION_ENTRY_BYTES; index++)
        if (entry[index] != 0xFF)
            return false;
    return true;
}

static void read_entry(arena_t *arena, messages_t *messages, const char *path, const uint8_t *entry,
                       partition_table_t *table)
{
    const char *name = (const char *)entry + 12;
    uint32_t flags = little_get_u32(entry + 28);
    size_t length = 0;
    while (length < PARTITION_NAME_BYTES && name[length])
        length++;
    if (flags & ~(uint32_t)(PARTITION_ENCRYPTED | PARTITION_READONLY))
        message_warning(messages, path, table->count + 1, "nothing is known of the flags 0x%X", flags);
    table->entries[table->count] = (partition_t){
        .name = arena_copy(arena, name, length), .type = entry[2], .subtype = entry[3], .offset = little_get_u32(entry + 4),
        .size_bytes = little_get_u32(entry + 8), .flags = flags, .line = table->count + 1 };
    table->count++;
}

/* The checksum is over all entries in front of it, and the end follows. */
static bool read_checksum(messages_t *messages, const char *path, const uint8_t *bytes, size_t at,
                          partition_table_t *table)
{
    uint8_t digest[16];
    checksum(bytes, at, digest);
    table->has_checksum = memcmp(digest, bytes + at + CHECKSUM_OFFSET, sizeof digest) == 0;
    return table->has_checksum
        || message_error(messages, path, 0, "the MD5 of the partition table does not match its entries: they are "
                         "corrupt");
}

bool partition_read_binary(arena_t *arena, messages_t *messages, const char *path, const char *chars,
                           size_t length_bytes, partition_table_t *table)
{
    const uint8_t *bytes = (const uint8_t *)chars;
    size_t most = length_bytes < PARTITION_TABLE_BYTES ? length_bytes : PARTITION_TABLE_BYTES;
    bool has_record = false, is_good = true;
    table->entries = ARENA_ARRAY(arena, partition_t, PARTITION_TABLE_BYTES / PARTITION_ENTRY_BYTES + 1);
    table->count = 0;
    for (size_t at = 0; at + PARTITION_ENTRY_BYTES <= most; at += PARTITION_ENTRY_BYTES) {
        const uint8_t *entry = bytes + at;
        if (is_end(entry)) {
            table->lacks_checksum = !has_record;
            return is_good;
        }
        if (has_record)
            return message_error(messages, path, 0, "there is more behind the checksum, at byte 0x%zX of the table",
                                 at);
        if (memcmp(entry, checksum_magic, sizeof checksum_magic) == 0) {
            is_good &= read_checksum(messages, path, bytes, at, table);
            has_record = true;
        } else if (memcmp(entry, entry_magic, sizeof entry_magic) == 0) {
            read_entry(arena, messages, path, entry, table);
        } else {
            return message_error(messages, path, 0, "byte 0x%zX of the table begins neither a partition (AA 50), nor "
                                 "the checksum (EB EB), nor the end (32 times FF)", at);
        }
    }
    return message_error(messages, path, 0, length_bytes < PARTITION_TABLE_BYTES
                         ? "the partition table is cut off: it has no end" : "the partition table has no end");
}

void partition_write_binary(text_t *out, const partition_table_t *table)
{
    uint8_t bytes[PARTITION_TABLE_BYTES];
    size_t count = table->count < PARTITION_MOST_ENTRIES ? table->count : PARTITION_MOST_ENTRIES;
    uint8_t *entry = bytes;
    memset(bytes, 0xFF, sizeof bytes);
    for (size_t index = 0; index < count; index++, entry += PARTITION_ENTRY_BYTES) {
        const partition_t *one = &table->entries[index];
        memset(entry, 0, PARTITION_ENTRY_BYTES);
        memcpy(entry, entry_magic, sizeof entry_magic);
        entry[2] = (uint8_t)one->type;
        entry[3] = (uint8_t)one->subtype;
        little_put_u32(entry + 4, (uint32_t)one->offset);
        little_put_u32(entry + 8, (uint32_t)one->size_bytes);
        memcpy(entry + 12, one->name, strnlen(one->name, PARTITION_NAME_BYTES));
        little_put_u32(entry + 28, one->flags);
    }
    memcpy(entry, checksum_magic, sizeof checksum_magic);
    checksum(bytes, (size_t)(entry - bytes), entry + CHECKSUM_OFFSET);
    text_put_bytes(out, (const char *)bytes, sizeof bytes);
}

/* ---- for people */

static const char *size_text(char *chars, size_t room, uint64_t bytes)
{
    bool is_mega = bytes && bytes % (1 << 20) == 0, is_kilo = bytes && bytes % (1 << 10) == 0;
    snprintf(chars, room, is_mega ? "%lluM" : is_kilo ? "%lluK" : "0x%llX",
             (unsigned long long)(is_mega ? bytes >> 20 : is_kilo ? bytes >> 10 : bytes));
    return chars;
}

/* Where flash encryption is on these are encrypted whatever the flag says. */
static bool is_always_encrypted(const partition_t *partition)
{
    return partition->type == PARTITION_APP || partition->type == PARTITION_BOOTLOADER
        || partition->type == PARTITION_TABLE || is_data(partition, DATA_OTA) || is_data(partition, DATA_NVS_KEYS);
}

static const char *name_or_number(char *chars, size_t room, const char *name, unsigned number)
{
    if (name)
        snprintf(chars, room, "%s", name);
    else
        snprintf(chars, room, "0x%02X", number);
    return chars;
}

static void put_shown(text_t *out, const char *chars)
{
    for (; *chars; chars++)
        text_put_char(out, (unsigned char)*chars < 0x20 || *chars == 0x7F ? '?' : *chars);
}

static void show_row(text_t *out, const partition_t *one)
{
    char type[20], subtype[20], size[24], line[200];
    int name_width = 0;
    for (const char *at = one->name; *at; at++)
        name_width += ((unsigned char)*at & 0xC0) != 0x80;
    put_shown(out, one->name);
    for (; name_width < PARTITION_MOST_NAME; name_width++)
        text_put_char(out, ' ');
    name_or_number(type, sizeof type, partition_type_name(one->type), one->type);
    name_or_number(subtype, sizeof subtype, partition_subtype_name(one->type, one->subtype), one->subtype);
    snprintf(line, sizeof line, "  %-15s  %-10s  0x%08llX  0x%08llX  %8s", type, subtype,
             (unsigned long long)one->offset, (unsigned long long)(one->offset + one->size_bytes),
             size_text(size, sizeof size, one->size_bytes));
    text_put_string(out, line);
    const char *encrypted = is_always_encrypted(one) ? "  encrypted*" : one->flags & PARTITION_ENCRYPTED
        ? "  encrypted" : "";
    text_put_string(out, encrypted);
    text_put_string(out, one->flags & PARTITION_READONLY ? "  readonly" : "");
    text_put_char(out, '\n');
}

void partition_show(text_t *out, const partition_table_t *table)
{
    bool has_always = false;
    text_format(out, "partition table at 0x%llX: %llu of %llu entries%s\n\n", (unsigned long long)table->offset,
                (unsigned long long)table->count, (unsigned long long)most_entries(table),
                table->has_checksum ? ", MD5 ok" : "");
    text_put_string(out, "name             type             subtype     offset      end             size  flags\n");
    for (size_t index = 0; index < table->count; index++) {
        show_row(out, &table->entries[index]);
        has_always |= is_always_encrypted(&table->entries[index]);
    }
    text_put_string(out, has_always ? "\n* where flash encryption is on, whatever the flag says\n" : "");
}
