/* Bytes go in, one Unicode character at a time comes out; what is no valid UTF-8 comes out byte by byte as U+FFFD. */
#ifndef MEMREGC_UTF8_H
#define MEMREGC_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define UTF8_REPLACEMENT 0xFFFDu

typedef struct utf8_character {
    uint32_t code_point;    /* UTF8_REPLACEMENT where the bytes are not valid */
    unsigned byte_count;    /* 1..4; 1 where they are not valid */
    bool is_valid;
} utf8_character_t;

/* Decodes the character at chars, of which length_bytes (at least 1) may be read. Overlong forms, surrogates and values
 * above U+10FFFF are not valid. */
static inline utf8_character_t utf8_decode(const char *chars, size_t length_bytes)
{
    static const struct { unsigned char mask, lead; uint32_t least; } forms[] = {
        { 0x80, 0x00, 0 }, { 0xE0, 0xC0, 0x80 }, { 0xF0, 0xE0, 0x800 }, { 0xF8, 0xF0, 0x10000 },
    };
    const utf8_character_t invalid = { UTF8_REPLACEMENT, 1, false };
    unsigned char lead = (unsigned char)chars[0];

    for (unsigned form = 0; form < 4; ++form) {
        if ((lead & forms[form].mask) != forms[form].lead)
            continue;
        uint32_t code_point = lead & (unsigned char)~forms[form].mask;
        if (length_bytes <= form)
            return invalid;
        for (unsigned index = 1; index <= form; ++index) {
            unsigned char byte = (unsigned char)chars[index];
            if ((byte & 0xC0) != 0x80)
                return invalid;
            code_point = code_point << 6 | (byte & 0x3F);
        }
        if (code_point < forms[form].least || code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF))
            return invalid;
        return (utf8_character_t){ code_point, form + 1, true };
    }
    return invalid;
}

/* How many characters there are: all bytes but those that continue one. */
static inline uint32_t utf8_character_count(const char *chars, size_t length_bytes)
{
    uint32_t count = 0;
    for (size_t index = 0; index < length_bytes; index++)
        count += ((unsigned char)chars[index] & 0xC0) != 0x80;
    return count;
}

/* The first byte from `at` on that is not ASCII; `limit` where there is none. Eight at a time, for most text is. */
static inline const char *utf8_skip_ascii(const char *at, const char *limit)
{
    for (uint64_t eight; limit - at >= 8; at += 8) {
        memcpy(&eight, at, sizeof eight);
        if (eight & UINT64_C(0x8080808080808080))
            break;
    }
    while (at < limit && (unsigned char)*at < 0x80)
        at++;
    return at;
}

#endif
