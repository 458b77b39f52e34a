/* A fuzzer's bytes go in as a partition table, as CSV and as the binary. What must not happen is a crash, a finding of the
 * sanitizers, or a good table that is another after it was written and read. */
#include "partition.h"

#include "things.h"

static void check_same(const partition_table_t *left, const partition_table_t *right)
{
    require(left->count == right->count, "the table comes back with another count");
    for (size_t index = 0; index < left->count; index++) {
        const partition_t *a = &left->entries[index], *b = &right->entries[index];
        require(strcmp(a->name, b->name) == 0 && a->type == b->type && a->subtype == b->subtype && a->offset == b->offset
                && a->size_bytes == b->size_bytes && a->flags == b->flags, "an entry comes back as another");
    }
}

static bool is_rising(const partition_table_t *table)
{
    uint64_t end = table->offset + PARTITION_TABLE_SECTOR;
    for (size_t index = 0; index < table->count; index++) {
        if (table->entries[index].offset < end || table->entries[index].type > PARTITION_MOST_TYPE
            || table->entries[index].subtype > PARTITION_MOST_SUBTYPE)
            return false;
        end = table->entries[index].offset + table->entries[index].size_bytes;
    }
    return true;
}

static void check_table(arena_t *arena, partition_table_t *table)
{
    messages_t messages = { 0 };
    text_t out = { 0 };
    partition_table_t again = { .offset = table->offset };
    partition_show(&out, table);
    if (partition_table_check(arena, &messages, "table", table) && table->count) {
        out.length_bytes = 0;
        partition_write_binary(&out, table);
        require(partition_read_binary(arena, &messages, "again", out.chars, out.length_bytes, &again),
                "the binary that was written is refused");
        check_same(table, &again);
        out.length_bytes = 0;
        partition_write_csv(&out, table);
        again = (partition_table_t){ .offset = table->offset };
        bool is_known = true;
        for (size_t index = 0; index < table->count; index++)
            is_known &= table->entries[index].flags <= 3
                && (table->entries[index].type <= PARTITION_TABLE || table->entries[index].type >= PARTITION_LEAST_OWN_TYPE);
        if (is_known && is_rising(table)) {
            require(partition_read_csv(arena, &messages, "again", out.chars, out.length_bytes, &again),
                    "the CSV that was written is refused");
            check_same(table, &again);
        }
    }
    text_free(&out);
    text_free(&messages.text);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes)
{
    char *chars = copy_bytes(bytes, length_bytes);
    arena_t *arena = arena_create();
    messages_t messages = { 0 };
    partition_table_t table = { .offset = PARTITION_TABLE_OFFSET };
    if (partition_read_csv(arena, &messages, "csv", chars, length_bytes, &table))
        check_table(arena, &table);
    table = (partition_table_t){ .offset = PARTITION_TABLE_OFFSET };
    (void)partition_read_binary(arena, &messages, "binary", chars, length_bytes, &table);
    check_table(arena, &table);
    text_free(&messages.text);
    arena_destroy(arena);
    free(chars);
    return 0;
}
