/* Values go in, their characters are added to the end of a growing buffer. */
#include "text.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "arena.h"
#include "utf8.h"

#define FIRST_CAPACITY_BYTES ((size_t)16 * 1024)
#define MOST_DIGITS_64_BITS 20
#define MOST_CHARS_DOUBLE 32

void text_free(text_t *text)
{
    if (!text->is_borrowed)
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
    char *chars = realloc(text->is_borrowed ? NULL : text->chars, capacity_bytes);
    if (chars == NULL)
        out_of_memory();
    if (text->is_borrowed)
        memcpy(chars, text->chars, text->length_bytes);
    text->is_borrowed = false;
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

void text_put_spaces(text_t *text, int count)
{
    static const char spaces[] = "                                ";
    for (; count > 0; count -= (int)sizeof spaces - 1)
        text_put_bytes(text, spaces, count < (int)sizeof spaces - 1 ? (size_t)count : sizeof spaces - 1);
}

void text_put_padded(text_t *text, padded_t value)
{
    size_t const length_bytes = strlen(value.chars);
    int const character_count = (int)utf8_character_count(value.chars, length_bytes);
    if (value.width < 0)
        text_put_spaces(text, -value.width - character_count);
    text_put_bytes(text, value.chars, length_bytes);
    if (value.width > 0)
        text_put_spaces(text, value.width - character_count);
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

/* What most formats consist of. `l` is 0, 1 or 2: the number of l's before the conversion; digits: of "%04X", or 1. */
typedef struct conversion { char kind; int longs, digits; size_t length_bytes; } conversion_t;

static bool read_conversion(const char *at, conversion_t *conversion)
{
    const char *start = at++;
    *conversion = (conversion_t){ .digits = 1 };
    if (*at == '0' && at[1] >= '1' && at[1] <= '9') {
        conversion->digits = at[1] - '0';
        at += 2;
    }
    while (*at == 'l')
        conversion->longs++, at++;
    conversion->kind = *at;
    conversion->length_bytes = (size_t)(at + 1 - start);
    bool const is_hex = *at == 'X';
    bool const is_simple = *at == 's' || *at == 'c' || *at == '%';
    return (is_hex || ((is_simple || *at == 'd' || *at == 'u') && conversion->digits == 1))
        && (!is_simple || conversion->longs == 0);
}

static void put_hex_digits(text_t *text, unsigned long long value, int least_digits)
{
    char digits[16];
    char *first = digits + sizeof digits;
    do {
        *--first = "0123456789ABCDEF"[value & 15];
        value >>= 4;
    } while (value != 0);
    while (digits + sizeof digits - first < least_digits && first > digits)
        *--first = '0';
    text_put_bytes(text, first, (size_t)(digits + sizeof digits - first));
}

void text_put_hex(text_t *text, hex_t value)
{
    text_put_bytes(text, "0x", 2);
    put_hex_digits(text, value.value, value.digits);
}

static void put_conversion(text_t *text, conversion_t conversion, va_list *arguments)
{
    unsigned long long value = 0;
    switch (conversion.kind) {
    case 's': text_put_string(text, va_arg(*arguments, const char *)); return;
    case 'c': text_put_char(text, (char)va_arg(*arguments, int)); return;
    case '%': text_put_char(text, '%'); return;
    case 'd':
        text_put_signed(text, conversion.longs == 0 ? va_arg(*arguments, int)
                        : conversion.longs == 1 ? va_arg(*arguments, long) : va_arg(*arguments, long long));
        return;
    default:
        value = conversion.longs == 0 ? va_arg(*arguments, unsigned)
            : conversion.longs == 1 ? va_arg(*arguments, unsigned long) : va_arg(*arguments, unsigned long long);
    }
    if (conversion.kind == 'u')
        text_put_unsigned(text, value);
    else
        put_hex_digits(text, value, conversion.digits);
}

static void format_by_library(text_t *text, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    if (length < 0)
        out_of_memory();
    if (text->capacity_bytes - text->length_bytes <= (size_t)length)
        text_grow(text, (size_t)length);
    vsnprintf(text->chars + text->length_bytes, (size_t)length + 1, format, again);
    va_end(again);
    text->length_bytes += (size_t)length;
}

/* The library's printf is as slow as the rest of a compile together, hence what is simple is done here; from the first
 * conversion on that is not, the library goes on. */
static void put_format(text_t *text, const char *format, va_list *arguments)
{
    const char *percent;
    while ((percent = strchr(format, '%')) != NULL) {
        conversion_t conversion;
        text_put_bytes(text, format, (size_t)(percent - format));
        if (!read_conversion(percent, &conversion)) {
            format_by_library(text, percent, *arguments);
            return;
        }
        put_conversion(text, conversion, arguments);
        format = percent + conversion.length_bytes;
    }
    text_put_string(text, format);
}

void text_format(text_t *text, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    put_format(text, format, &arguments);
    va_end(arguments);
}

char *arena_format(arena_t *arena, const char *format, ...)
{
    char chars[512];
    text_t text = TEXT_IN(chars);
    va_list arguments;
    va_start(arguments, format);
    put_format(&text, format, &arguments);
    va_end(arguments);
    return text_take(&text, arena);
}

void text_put_visible(text_t *text, const char *string)
{
    for (; *string; string++) {
        if (*string > ' ' && *string < 0x7F && *string != '\\')
            text_put_char(text, *string);
        else
            text_format(text, "\\x%02X", (unsigned)(unsigned char)*string);
    }
}

char *text_take(text_t *text, arena_t *arena)
{
    char *copy = arena_copy(arena, text->chars, text->length_bytes);
    text_free(text);
    return copy;
}

const char *text_chars(text_t *text)
{
    if (text->chars == NULL)
        text_grow(text, 0);
    text->chars[text->length_bytes] = '\0';
    return text->chars;
}
