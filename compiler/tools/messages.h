/* What tools on bytes have to say: problems go in as they are found, with a file and a line; lines of text in that order
 * come out. (Layouts have spans and rules instead: diagnostic.h.) */
#ifndef MEMREGC_MESSAGES_H
#define MEMREGC_MESSAGES_H

#include "text.h"

typedef struct messages {
    text_t text;
    unsigned error_count, warning_count;
} messages_t;

/* Adds "PATH:LINE: error: …", without the line where it is 0. Of more than 100 only the first are kept. What a
 * terminal would obey is shown as '?'. Both return false, for the caller to pass on. */
bool message_error(messages_t *messages, const char *path, size_t line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
bool message_warning(messages_t *messages, const char *path, size_t line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Prints and frees them. */
void messages_print(messages_t *messages);

#endif
