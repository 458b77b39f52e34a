/* The four memory functions that a compiler may call in freestanding code, and strlen(); byte by byte, so that they
 * are right on processors that refuse unaligned words. */
#include "machine.h"

void *memcpy(void *to, const void *from, size_t size)
{
    unsigned char *target = to;
    const unsigned char *source = from;

    while (size-- > 0)
        *target++ = *source++;
    return to;
}

void *memmove(void *to, const void *from, size_t size)
{
    unsigned char *target = to;
    const unsigned char *source = from;

    if (target < source)
        return memcpy(to, from, size);
    while (size-- > 0)
        target[size] = source[size];
    return to;
}

void *memset(void *to, int value, size_t size)
{
    unsigned char *target = to;

    while (size-- > 0)
        *target++ = (unsigned char)value;
    return to;
}

int memcmp(const void *left, const void *right, size_t size)
{
    const unsigned char *first = left;
    const unsigned char *second = right;

    for (; size > 0; --size, ++first, ++second)
        if (*first != *second)
            return *first < *second ? -1 : 1;
    return 0;
}

size_t strlen(const char *text)
{
    size_t length = 0;

    while (text[length] != '\0')
        ++length;
    return length;
}
