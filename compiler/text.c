/* Values go in, their characters are added to the end of a growing buffer. */
#include "text.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "arena.h"

#define FIRST_CAPACITY_BYTES ((size_t)16 * 1024)
#define MOST_DIGITS_64_BITS 20
#define MOST_CHARS_DOUBLE 32

void text_free(text_t *text)
{
    free(text->chars);
    *text = (text_t){ 0 };
}

void text_grow(text_t *text, size_t more_bytes)
{
    if (text->spill != NULL && text->length_bytes >= TEXT_SPILL_BYTES - TEXT_TAIL_BYTES && text->spill(text)
        && text->capacity_bytes - text->length_bytes > more_bytes)
        return;
    if (more_bytes >= SIZE_MAX / 2 - text->length_bytes)
        out_of_memory();
    size_t needed_bytes = text->length_bytes + more_bytes + 1;
    size_t capacity_bytes = text->capacity_bytes > 0 ? text->capacity_bytes : FIRST_CAPACITY_BYTES;
    while (capacity_bytes < needed_bytes)
        capacity_bytes *= 2;
    char *chars = realloc(text->chars, capacity_bytes);
    if (chars == NULL)
        out_of_memory();
    text->chars = chars;
    text->capacity_bytes = capacity_bytes;
}

static void put_digits(text_t *text, unsigned long long value, bool is_negative)
{
    char digits[MOST_DIGITS_64_BITS + 1];
    char *first = digits + sizeof digits;
    do {
        *--first = (char)('0' + value % 10);
        value /= 10;
    } while (value != 0);
    if (is_negative)
        *--first = '-';
    text_put_bytes(text, first, (size_t)(digits + sizeof digits - first));
}

void text_put_signed(text_t *text, long long value)
{
    /* Negated as unsigned, because the least value has no positive twin. */
    if (value < 0)
        put_digits(text, 0 - (unsigned long long)value, true);
    else
        put_digits(text, (unsigned long long)value, false);
}

void text_put_unsigned(text_t *text, unsigned long long value)
{
    put_digits(text, value, false);
}

void text_put_hex(text_t *text, hex_t value)
{
    int digit_count = 1;
    while (digit_count < 16 && value.value >> (4 * digit_count) != 0)
        ++digit_count;
    text_put_bytes(text, "0x", 2);
    for (int digit = value.digits; digit > digit_count; --digit)
        text_put_char(text, '0');
    while (digit_count-- > 0)
        text_put_char(text, "0123456789ABCDEF"[value.value >> (4 * digit_count) & 15]);
}

static int count_utf8_characters(const char *chars)
{
    int count = 0;
    for (; *chars != '\0'; ++chars)
        count += ((unsigned char)*chars & 0xC0) != 0x80;
    return count;
}

static void put_spaces(text_t *text, int count)
{
    while (count-- > 0)
        text_put_char(text, ' ');
}

void text_put_padded(text_t *text, padded_t value)
{
    int character_count = count_utf8_characters(value.chars);
    if (value.width < 0)
        put_spaces(text, -value.width - character_count);
    text_put_string(text, value.chars);
    if (value.width > 0)
        put_spaces(text, value.width - character_count);
}

void text_put_double(text_t *text, double value)
{
    char digits[MOST_CHARS_DOUBLE];
    int precision = 1;
    do {
        snprintf(digits, sizeof digits, "%.*g", precision, value);
    } while (++precision <= 17 && strtod(digits, NULL) != value);
    text_put_string(text, digits);
}

void text_format(text_t *text, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0)
        out_of_memory();
    if (text->capacity_bytes - text->length_bytes <= (size_t)length)
        text_grow(text, (size_t)length);
    va_start(arguments, format);
    vsnprintf(text->chars + text->length_bytes, (size_t)length + 1, format, arguments);
    va_end(arguments);
    text->length_bytes += (size_t)length;
}

const char *text_chars(text_t *text)
{
    if (text->chars == NULL)
        text_grow(text, 0);
    text->chars[text->length_bytes] = '\0';
    return text->chars;
}
