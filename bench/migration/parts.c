/* A layout with its lock file goes in; a line of numbers for each of its blocks and records that has migrations comes out:
 * its name in C, and how many there are of each part (compiler/versions/migration_cost.h) in all of them. */
#include <stdio.h>

#include "compile.h"
#include "migration_cost.h"

static void print_counts(const char *name, const unsigned sums[MIGRATION_PART_COUNT])
{
    migration_cost_t cost = migration_cost(sums);
    printf("%s %u %u", name, cost.cortex_m0_bytes, cost.avr_bytes);
    for (unsigned part = 0; part < MIGRATION_PART_COUNT; part++)
        printf(" %u", sums[part]);
    putchar('\n');
}

static void add(unsigned sums[MIGRATION_PART_COUNT], const unsigned counts[MIGRATION_PART_COUNT])
{
    for (unsigned part = 0; part < MIGRATION_PART_COUNT; part++)
        sums[part] += counts[part];
}

static void print_block(const schema_block_t *block)
{
    unsigned sums[MIGRATION_PART_COUNT] = { 0 }, counts[MIGRATION_PART_COUNT];
    for (size_t index = 0; index < block->migration_count; index++) {
        count_block_parts(block, index, counts);
        add(sums, counts);
    }
    if (block->migration_count)
        print_counts(block->name.snake, sums);
}

static void print_store(const schema_store_t *store)
{
    for (size_t one = 0; one < store->record_count; one++) {
        const schema_record_t *record = &store->records[one];
        unsigned sums[MIGRATION_PART_COUNT] = { 0 }, counts[MIGRATION_PART_COUNT];
        for (size_t index = 0; index < record->migration_count; index++) {
            count_record_parts(record, index, counts);
            add(sums, counts);
        }
        if (record->migration_count)
            print_counts(record->name.snake, sums);
    }
}

int main(int argc, char **argv)
{
    diagnostic_options_t messages = { 0 };
    compile_t compile;
    const char *error = NULL;
    int status = 0;
    compile_start(&compile, &messages);
    const schema_t *schema = argc == 2 ? compile_file(&compile, argv[1], &error) : NULL;
    if (!schema) {
        diagnostics_print(compile.diagnostics, stderr);
        status = 1;
    }
    for (size_t index = 0; schema && index < schema->item_count; index++) {
        if (schema->items[index].kind == SCHEMA_BLOCK)
            print_block(schema->items[index].of.block);
        else if (schema->items[index].kind == SCHEMA_STORE)
            print_store(schema->items[index].of.store);
    }
    compile_end(&compile);
    return status;
}
