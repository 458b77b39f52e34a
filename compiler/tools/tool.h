/* A tool at work: what every host tool does with its files and messages. Paths go in; bytes, layouts and an exit status
 * come out. */
#ifndef MEMREGC_TOOL_H
#define MEMREGC_TOOL_H

#include "compile.h"
#include "image.h"
#include "messages.h"
#include "options.h"

enum { EXIT_DONE = 0, EXIT_INPUT = 1, EXIT_USE = 2 };

typedef struct tool {
    const options_t *options;
    compile_t compile;
    diagnostic_options_t quiet;
    schema_t *schema;              /* NULL until a layout is read */
    messages_t messages;
    text_t out;
    int status;
} tool_t;

void tool_start(tool_t *tool, const options_t *options);

/* Reads a layout into tool->schema. Only its errors are told: its warnings belong to whoever compiles it. */
bool tool_read_layout(tool_t *tool, const char *path);

/* Reads a file, or an image; what is wrong is told, and is in tool->status. *chars is for free(). */
bool tool_read_bytes(tool_t *tool, const char *path, char **chars, size_t *length_bytes);
bool tool_read_image(tool_t *tool, const char *path, image_t *image);

/* The bytes of an image from --offset on, or from its first byte, up to the first gap; for free(). */
char *tool_area(tool_t *tool, const image_t *image, size_t *length_bytes);

/* Writes tool->out: to a path where that is not NULL or "-", else to standard output. */
bool tool_write(tool_t *tool, const char *path);

/* Prints the messages, frees everything, returns the status. */
int tool_finish(tool_t *tool);

#endif
