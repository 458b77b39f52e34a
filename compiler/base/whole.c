/* Digits become numbers: see whole.h. */
#include "whole.h"

#include <ctype.h>
#include <string.h>

/* Reads the digits in front of `end`. */
static bool read_digits(const char *written, const char *end, whole_t *whole)
{
    unsigned base = 10;
    *whole = (whole_t){ .is_negative = *written == '-' };
    written += *written == '-' || *written == '+';
    if (end - written > 1 && *written == '0') {
        char letter = (char)(written[1] | 0x20);
        base = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 10;
        written += base == 10 ? 0 : 2;
    }
    bool has_digit = false;
    for (; written < end; written++) {
        char letter = (char)(*written | 0x20);
        unsigned digit = isdigit((unsigned char)*written) ? (unsigned)(*written - '0')
            : letter >= 'a' && letter <= 'f' ? (unsigned)(letter - 'a' + 10) : 99;
        if (*written == '_' && has_digit)
            continue;
        if (digit >= base)
            return false;
        has_digit = true;
        if (whole->size > (UINT64_MAX - digit) / base)
            whole->is_too_large = true;
        whole->size = whole->size * base + digit;
    }
    return has_digit;
}

bool whole_read(const char *chars, whole_t *whole)
{
    return read_digits(chars, chars + strlen(chars), whole);
}

bool whole_read_size(const char *chars, whole_t *whole)
{
    static const char suffixes[] = "kmg";
    const char *end = chars + strlen(chars), *suffix = end;
    while (suffix > chars && isalpha((unsigned char)suffix[-1]) && strchr(suffixes, suffix[-1] | 0x20))
        suffix--;
    if (!read_digits(chars, suffix, whole))
        return false;
    for (; suffix < end; suffix++) {
        unsigned shift = 10 * (unsigned)(strchr(suffixes, *suffix | 0x20) - suffixes + 1);
        whole->is_too_large |= whole->size > UINT64_MAX >> shift;
        whole->size <<= shift;
    }
    return true;
}
