/* Bytes go in, a JSON string comes out: control characters escaped, bytes that are not UTF-8 as U+FFFD. */
#ifndef MEMREGC_JSON_TEXT_H
#define MEMREGC_JSON_TEXT_H

#include "text.h"

void json_put_escaped(text_t *text, const char *chars, size_t length_bytes);

/* The same with the quotes around it. */
void json_put_quoted(text_t *text, const char *chars, size_t length_bytes);

/* A string up to its NUL, in quotes; NULL is null. */
void json_put_string(text_t *text, const char *string);

#endif
