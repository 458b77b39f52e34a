/* A growing text: characters, numbers and strings go in; one contiguous buffer comes out. Templates print into it. */
#ifndef MEMREGC_TEXT_H
#define MEMREGC_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "arena.h"

typedef struct text text_t;

struct text {
    char *chars;      /* not NUL-terminated; see text_chars() */
    size_t length_bytes;
    size_t capacity_bytes;
    bool is_borrowed; /* chars are the caller's: left to him when the text grows */
    /* NULL, or what a full text is given to instead of growing: it takes characters from the front (all but the last
     * TEXT_TAIL_BYTES, which the writer may still change) and returns true, or returns false to let it grow. */
    bool (*spill)(text_t *text);
};

enum { TEXT_SPILL_BYTES = 256 * 1024, TEXT_TAIL_BYTES = 4 * 1024 };

/* A number that prints as 0x… with at least `digits` upper-case hexadecimal digits. */
typedef struct { uint64_t value; int digits; } hex_t;
static inline hex_t hex(uint64_t value) { return (hex_t){ value, 1 }; }
static inline hex_t hex_wide(uint64_t value, int digits) { return (hex_t){ value, digits }; }

/* A string padded with spaces on the right (width > 0) or on the left (width < 0), counted in UTF-8 characters. */
typedef struct { const char *chars; int width; } padded_t;
static inline padded_t padded(const char *chars, int width) { return (padded_t){ chars, width }; }

void text_free(text_t *text);

/* Makes room for more_bytes and a NUL behind them; exits with status 2 when out of memory. */
void text_grow(text_t *text, size_t more_bytes);

void text_put_signed(text_t *text, long long value);
void text_put_unsigned(text_t *text, unsigned long long value);
void text_put_hex(text_t *text, hex_t value);
void text_put_spaces(text_t *text, int count);    /* none where count is below 1 */
void text_put_padded(text_t *text, padded_t value);
void text_put_double(text_t *text, double value); /* shortest form that reads back equal */
void text_format(text_t *text, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A string with each byte that is no visible ASCII character, and each backslash, as \xHH: so a record's prefix is shown, and
 * so commands take it. */
void text_put_visible(text_t *text, const char *string);

/* A text that begins in an array of the caller's, for strings that are short mostly. */
#define TEXT_IN(array) { .chars = (array), .capacity_bytes = sizeof(array), .is_borrowed = true }

/* Copies a text into an arena, as a string, and frees it. */
char *text_take(text_t *text, arena_t *arena);

/* The buffer with a NUL behind it; valid until the next call that adds to it. */
const char *text_chars(text_t *text);

static inline void text_put_bytes(text_t *text, const char *chars, size_t length_bytes)
{
    /* One byte more is kept free, so that text_chars() needs no room and chars is never NULL below. */
    if (text->capacity_bytes - text->length_bytes <= length_bytes)
        text_grow(text, length_bytes);
    memcpy(text->chars + text->length_bytes, chars, length_bytes);
    text->length_bytes += length_bytes;
}
static inline void text_put_string(text_t *text, const char *chars) { text_put_bytes(text, chars, strlen(chars)); }
static inline void text_put_char(text_t *text, char character) { text_put_bytes(text, &character, 1); }
static inline void text_put_boolean(text_t *text, _Bool value) { text_put_char(text, value ? '1' : '0'); }

/* What `${expression}` in a template calls: it picks the printer by the expression's type. */
#define text_put(text, value) _Generic((value), \
    char *: text_put_string, const char *: text_put_string, char: text_put_char, _Bool: text_put_boolean, \
    signed char: text_put_signed, short: text_put_signed, int: text_put_signed, long: text_put_signed, \
    long long: text_put_signed, unsigned char: text_put_unsigned, unsigned short: text_put_unsigned, \
    unsigned: text_put_unsigned, unsigned long: text_put_unsigned, unsigned long long: text_put_unsigned, \
    double: text_put_double, hex_t: text_put_hex, padded_t: text_put_padded)((text), (value))

#endif
