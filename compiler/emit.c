/* Which template makes which file: see emit.h. */
#include "emit.h"

#include "derive.h"
#include "partition.h"
#include "templates.h"

static const char *path_in(arena_t *arena, const options_t *options, const char *name, const char *ending)
{
    if (!options->output_folder)
        return arena_format(arena, "%s%s", name, ending);
    size_t length = strlen(options->output_folder);
    bool has_slash = length && options->output_folder[length - 1] == '/';
    return arena_format(arena, "%s%s%s%s", options->output_folder, has_slash ? "" : "/", name, ending);
}

static void emit_split_header(arena_t *arena, outputs_t *outputs, schema_t *schema, const options_t *options)
{
    const char *snake = schema->name.snake;
    header(output_add(outputs, path_in(arena, options, snake, ".h")), schema, options->accessors, true);
    header_common(output_add(outputs, path_in(arena, options, arena_format(arena, "%s/%s", snake, snake),
                                              ".common.h")), schema, options->accessors);
    for (size_t index = 0; index < schema->item_count; index++) {
        if (schema->items[index].kind != SCHEMA_BLOCK)
            continue;
        const schema_block_t *block = schema->items[index].of.block;
        const char *name = arena_format(arena, "%s/%s", snake, block->name.snake);
        header_block(output_add(outputs, path_in(arena, options, name, ".h")), schema, block, options->accessors);
    }
}

/* What esptool flashes, and what people and idf.py read. */
static void emit_partitions(arena_t *arena, outputs_t *outputs, const schema_partitions_t *partitions,
                            const options_t *options)
{
    partition_table_t table = partition_table_of(arena, partitions);
    partition_write_csv(output_add(outputs, path_in(arena, options, partitions->name.name, ".csv")), &table);
    partition_write_binary(output_add(outputs, path_in(arena, options, partitions->name.name, ".bin")), &table);
}

void emit_schema(arena_t *arena, outputs_t *outputs, schema_t *schema, const options_t *options)
{
    const char *snake = schema->name.snake;
    schema_derive(arena, schema);
    if (options->emits[EMIT_HEADER]) {
        if (options->is_split)
            emit_split_header(arena, outputs, schema, options);
        else
            header(output_add(outputs, path_in(arena, options, snake, ".h")), schema, options->accessors, false);
        /* Standard output takes one text: the header. */
        if (schema->needs_glue && options->accessors == ACCESSORS_FIELDS && !options->to_standard_output) {
            const char *glue = arena_format(arena, "%s_glue", snake);
            glue_header(output_add(outputs, path_in(arena, options, glue, ".h")), schema);
            glue_source(output_add(outputs, path_in(arena, options, glue, ".c")), schema);
        }
    }
    for (size_t index = 0; index < schema->item_count && !options->to_standard_output; index++)
        if (schema->items[index].kind == SCHEMA_PARTITIONS)
            emit_partitions(arena, outputs, schema->items[index].of.partitions, options);
    if (options->emits[EMIT_JSON])
        json(output_add(outputs, path_in(arena, options, snake, ".json")), schema);
    if (options->emits[EMIT_LINKER_SCRIPT])
        linker(output_add(outputs, path_in(arena, options, snake, ".ld")), schema);
    if (options->emits[EMIT_SVD])
        svd(output_add(outputs, path_in(arena, options, snake, ".svd")), schema, options->places, options->place_count);
    if (options->emits[EMIT_PYTHON])
        python(output_add(outputs, path_in(arena, options, snake, ".py")), schema);
    if (options->emits[EMIT_KAITAI])
        kaitai(output_add(outputs, path_in(arena, options, snake, ".ksy")), schema);
    if (options->emits[EMIT_GDB])
        gdb(output_add(outputs, path_in(arena, options, snake, "_gdb.py")), schema);
    if (options->emits[EMIT_HEXPAT])
        hexpat(output_add(outputs, path_in(arena, options, snake, ".hexpat")), schema);
}
