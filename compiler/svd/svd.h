/* A CMSIS-SVD file: its text goes in, a tree of what it declares comes out, each element with all that it takes from
 * the element that it is derived from. Nothing is counted, placed or named for C here; see svd_layout.h. */
#ifndef MEMREGC_SVD_H
#define MEMREGC_SVD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "name.h"

typedef enum svd_kind {
    SVD_DEVICE, SVD_CPU, SVD_PERIPHERAL, SVD_ADDRESS_BLOCK, SVD_INTERRUPT, SVD_CLUSTER, SVD_REGISTER, SVD_FIELD,
    SVD_ENUMERATION, SVD_ENUMERATOR, SVD_RANGE, SVD_KIND_COUNT
} svd_kind_t;

/* What an element says in words. The names are interned; all are cleaned: white space is one blank. */
typedef enum svd_word {
    SVD_NAME, SVD_DESCRIPTION, SVD_DERIVED_FROM, SVD_VENDOR, SVD_VERSION, SVD_GROUP_NAME, SVD_PREPEND, SVD_APPEND,
    SVD_ALTERNATE_PERIPHERAL, SVD_ALTERNATE_CLUSTER, SVD_ALTERNATE_REGISTER, SVD_ALTERNATE_GROUP, SVD_DISABLE_CONDITION,
    SVD_DIM_INDEX, SVD_DATA_TYPE, SVD_BIT_RANGE, SVD_USAGE, SVD_VALUE_TEXT, SVD_IS_DEFAULT, SVD_ENDIAN, SVD_REVISION,
    SVD_ACCESS_TEXT, SVD_WRITE_TEXT, SVD_READ_TEXT, SVD_WORD_COUNT
} svd_word_t;

typedef enum svd_number {
    SVD_BASE_ADDRESS, SVD_OFFSET, SVD_SIZE, SVD_RESET_VALUE, SVD_RESET_MASK, SVD_DIM, SVD_DIM_INCREMENT, SVD_BIT_OFFSET,
    SVD_BIT_WIDTH, SVD_LSB, SVD_MSB, SVD_VALUE, SVD_MINIMUM, SVD_MAXIMUM, SVD_NUMBER_COUNT
} svd_number_t;

typedef struct svd_element svd_element_t;

struct svd_element {
    svd_kind_t kind;
    uint32_t has_numbers;                    /* bit N: numbers[N] is given */
    size_t place;                            /* of its tag: bytes from the start of the file */
    uint8_t derivation, base_count;          /* how far svd_read() is with it; how long the row of its bases is */
    const char *words[SVD_WORD_COUNT];       /* NULL where not given */
    uint64_t numbers[SVD_NUMBER_COUNT];
    const char *trouble;                     /* what could not be understood in it, or NULL */
    svd_element_t *parent, *next, *first, *last;   /* as written */
    svd_element_t *base;                     /* what it is derived from, or NULL */
    svd_element_t **members;                 /* peripherals, registers, clusters, fields, enumerations, values: the */
    size_t member_count;                     /*   base's that it has none of the same name for, then its own */
};

typedef struct svd_error { size_t place; const char *message; } svd_error_t;   /* place in bytes from the start */

/* Reads length_bytes of XML. NULL with *error filled in where it is no XML, or no CMSIS-SVD. Values that cannot be
 * understood are no errors: the element's `trouble` tells of them. Time and memory are proportional to the length. */
svd_element_t *svd_read(arena_t *arena, names_t *names, const char *chars, size_t length_bytes, svd_error_t *error);

static inline bool svd_has(const svd_element_t *element, svd_number_t number)
{
    return element->has_numbers >> number & 1;
}

/* The number where it is given, else `otherwise`. */
static inline uint64_t svd_number(const svd_element_t *element, svd_number_t number, uint64_t otherwise)
{
    return svd_has(element, number) ? element->numbers[number] : otherwise;
}

/* Reads "0x1F", "31", "#11111", "0b11111", "4k". False where it is something else or does not fit in 64 bits. */
bool svd_parse_number(const char *text, uint64_t *value);

#endif
