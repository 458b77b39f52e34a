/* Problems go in, lines of text come out: see messages.h. */
#include "messages.h"

#include <stdarg.h>
#include <stdio.h>

enum { MOST_ERRORS = 100, MOST_MESSAGE_BYTES = 1000 };

static void put_shown(text_t *text, const char *chars)
{
    for (; *chars; chars++)
        text_put_char(text, (unsigned char)*chars < 0x20 || *chars == 0x7F ? '?' : *chars);
}

static void add(messages_t *messages, const char *path, size_t line, const char *severity, const char *format,
                va_list arguments)
{
    char sentence[MOST_MESSAGE_BYTES];
    vsnprintf(sentence, sizeof sentence, format, arguments);
    put_shown(&messages->text, path);
    if (line)
        text_format(&messages->text, ":%llu", (unsigned long long)line);
    text_format(&messages->text, ": %s: ", severity);
    put_shown(&messages->text, sentence);
    text_put_char(&messages->text, '\n');
}

bool message_error(messages_t *messages, const char *path, size_t line, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    if (messages->error_count < MOST_ERRORS)
        add(messages, path, line, "error", format, arguments);
    else if (messages->error_count == MOST_ERRORS)
        text_put_string(&messages->text, "memregc: there are more errors; these come first\n");
    va_end(arguments);
    messages->error_count++;
    return false;
}

bool message_warning(messages_t *messages, const char *path, size_t line, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    if (messages->warning_count < MOST_ERRORS)
        add(messages, path, line, "warning", format, arguments);
    va_end(arguments);
    messages->warning_count++;
    return false;
}

void messages_print(messages_t *messages)
{
    if (messages->text.length_bytes)
        fwrite(messages->text.chars, 1, messages->text.length_bytes, stderr);
    text_free(&messages->text);
    *messages = (messages_t){ 0 };
}
