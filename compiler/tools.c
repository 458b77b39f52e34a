/* Files in, files out, for the tools on bytes: see tools.h. What they do with the bytes is in modules of their own, which
 * touch no file. */
#include "tools.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compile.h"
#include "decode.h"
#include "encode.h"
#include "image.h"
#include "input.h"
#include "messages.h"
#include "output.h"

enum { EXIT_DONE = 0, EXIT_INPUT = 1, EXIT_USE = 2 };

/* A tool at work: what it has read, and what it has to say. */
typedef struct tool {
    const options_t *options;
    compile_t compile;
    schema_t *schema;
    messages_t messages;
    text_t out;
    int status;
} tool_t;

/* Only errors of the layout are told: its warnings belong to whoever compiles it. */
static bool start(tool_t *tool, const options_t *options)
{
    diagnostic_options_t quiet = options->diagnostics;
    const char *error = NULL;
    *tool = (tool_t){ .options = options };
    quiet.no_warnings = true;
    compile_start(&tool->compile, &quiet);
    tool->compile.load = (load_options_t){ options->import_folders.values, options->import_folders.count,
                                           options->target };
    tool->schema = compile_file(&tool->compile, options->operands[0], &error);
    if (error)
        fprintf(stderr, "memregc: %s: %s\n", options->operands[0], error);
    tool->status = error ? EXIT_USE : tool->schema ? EXIT_DONE : EXIT_INPUT;
    diagnostics_print(tool->compile.diagnostics, stderr);
    return tool->schema != NULL;
}

/* Writes what there is: to a path where that is not NULL, else to standard output. */
static bool write_out(tool_t *tool, const char *path)
{
    if (!path || strcmp(path, "-") == 0) {
        fwrite(tool->out.length_bytes ? tool->out.chars : "", 1, tool->out.length_bytes, stdout);
        if (fflush(stdout) == 0 && !ferror(stdout))
            return true;
        perror("memregc: standard output");
        return false;
    }
    outputs_t *outputs = outputs_create(tool->compile.arena);
    outputs_touch_unchanged(outputs);
    text_put_bytes(output_add(outputs, path), tool->out.length_bytes ? tool->out.chars : "", tool->out.length_bytes);
    bool is_written = outputs_commit(outputs);
    outputs_destroy(outputs);
    return is_written;
}

static int finish(tool_t *tool)
{
    messages_print(&tool->messages);
    text_free(&tool->out);
    compile_end(&tool->compile);
    return tool->status;
}

static bool read_bytes(tool_t *tool, const char *path, char **chars, size_t *length_bytes)
{
    int problem = input_read(path, SIZE_MAX / 4, chars, length_bytes);
    if (!problem)
        return true;
    fprintf(stderr, "memregc: %s: %s\n", path, strerror(problem));
    tool->status = EXIT_USE;
    return false;
}

static bool read_image(tool_t *tool, const char *path, image_t *image)
{
    char *chars;
    size_t length_bytes;
    if (!read_bytes(tool, path, &chars, &length_bytes))
        return false;
    bool is_good = image_parse(image, &tool->messages, input_name(path), chars, length_bytes);
    free(chars);
    if (!is_good)
        tool->status = EXIT_INPUT;
    return is_good;
}

int run_decode(const options_t *options)
{
    tool_t tool;
    image_t image = { 0 }, other = { 0 };
    const char *other_path = options->other_image;
    if (start(&tool, options) && read_image(&tool, options->operands[1], &image)
        && (!other_path || read_image(&tool, other_path, &other))) {
        if (!decode_image(tool.compile.arena, &tool.messages, tool.schema, options, &image,
                          other_path ? &other : NULL, &tool.out))
            tool.status = EXIT_INPUT;
        if (!write_out(&tool, NULL))
            tool.status = EXIT_USE;
    }
    image_free(&image);
    image_free(&other);
    return finish(&tool);
}

static void write_result(tool_t *tool, bool is_good)
{
    if (!is_good)
        tool->status = EXIT_INPUT;
    else if (!write_out(tool, tool->options->output_file))
        tool->status = EXIT_USE;
}

int run_encode(const options_t *options)
{
    tool_t tool;
    char *json = NULL;
    size_t json_bytes = 0;
    const char *json_path = options->operand_count > 1 ? options->operands[1] : NULL;
    if (start(&tool, options) && (!json_path || read_bytes(&tool, json_path, &json, &json_bytes)))
        write_result(&tool, encode_image(tool.compile.arena, &tool.messages, tool.schema, options,
                                         json_path ? input_name(json_path) : NULL, json, json_bytes, &tool.out));
    free(json);
    return finish(&tool);
}

int run_set(const options_t *options)
{
    tool_t tool;
    image_t image = { 0 };
    if (start(&tool, options) && read_image(&tool, options->operands[1], &image))
        write_result(&tool, set_values(tool.compile.arena, &tool.messages, tool.schema, options, &image, &tool.out));
    image_free(&image);
    return finish(&tool);
}
