/* Reading, writing and telling, for the host tools; see tool.h. */
#include "tool.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "input.h"
#include "output.h"

/* More than any dump of flash; what has no end, such as a device, ends here. */
#define MOST_INPUT_BYTES ((size_t)1 << 30)

void tool_start(tool_t *tool, const options_t *options)
{
    *tool = (tool_t){ .options = options, .status = EXIT_DONE };
    tool->quiet = options->diagnostics;
    tool->quiet.no_warnings = true;
    compile_start(&tool->compile, &tool->quiet);
    tool->compile.load = (load_options_t){ options->import_folders.values, options->import_folders.count,
                                           options->target };
}

bool tool_read_layout(tool_t *tool, const char *path)
{
    const char *error = NULL;
    tool->schema = compile_file(&tool->compile, path, &error);
    if (error)
        fprintf(stderr, "memregc: %s: %s\n", path, error);
    tool->status = error ? EXIT_USE : tool->schema ? EXIT_DONE : EXIT_INPUT;
    diagnostics_print(tool->compile.diagnostics, stderr);
    return tool->schema != NULL;
}

bool tool_write(tool_t *tool, const char *path)
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

int tool_finish(tool_t *tool)
{
    messages_print(&tool->messages);
    text_free(&tool->out);
    compile_end(&tool->compile);
    return tool->status;
}

bool tool_read_bytes(tool_t *tool, const char *path, char **chars, size_t *length_bytes)
{
    int problem = input_read(path, MOST_INPUT_BYTES, chars, length_bytes);
    if (!problem)
        return true;
    fprintf(stderr, "memregc: %s: %s\n", path, problem == EFBIG ? "has more than 1 GiB: cut out what is meant, with 'dd'"
            : strerror(problem));
    tool->status = EXIT_USE;
    return false;
}

bool tool_read_image(tool_t *tool, const char *path, image_t *image)
{
    char *chars;
    size_t length_bytes;
    if (!tool_read_bytes(tool, path, &chars, &length_bytes))
        return false;
    bool is_good = image_parse(image, &tool->messages, input_name(path), chars, length_bytes);
    free(chars);
    if (!is_good)
        tool->status = EXIT_INPUT;
    return is_good;
}

char *tool_area(tool_t *tool, const image_t *image, size_t *length_bytes)
{
    const options_t *options = tool->options;
    uint64_t first = options->has_offset ? options->offset : image->run_count ? image->runs[0].address : 0;
    uint64_t length = image_reach(image, first, SIZE_MAX / 4);
    char *bytes = malloc((size_t)length + 1);
    if (!bytes)
        out_of_memory();
    image_get(image, first, (uint8_t *)bytes, (size_t)length);
    *length_bytes = (size_t)length;
    return bytes;
}
