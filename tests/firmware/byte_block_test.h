/* Tests accessors of byte blocks against a model of their bits. In: tables of leaves, each with where its bits lie and
 * with wrappers of the accessors under test. Out: text about the first failures, and their number. */
#ifndef BYTE_BLOCK_TEST_H
#define BYTE_BLOCK_TEST_H

#include <stdbool.h>
#include <stdint.h>

#include "machine.h"

enum { LEAF_BIG_ENDIAN = 1, LEAF_SIGNED = 2, LEAF_BOOL = 4, LEAF_FLOAT = 8 };

enum { MOST_INDICES = 4, MOST_BLOCK_BYTES = 1024 };

typedef struct leaf_index { uint16_t count; uint16_t stride; } leaf_index_t;

/* Where the bits of one leaf lie: the bytes from run_start make one integer, of which the value is `width_bits` bits
 * from `shift`. An index moves the run by `stride` bytes, or, the last bit_index_count of them, the shift by bits. */
typedef struct leaf_place {
    uint16_t run_start, run_bytes;
    uint16_t shift;
    uint8_t width_bits;
    uint8_t flags;
    uint8_t index_count, bit_index_count;
    leaf_index_t indices[MOST_INDICES];
} leaf_place_t;

/* A number: raw values, sign-extended to 64 bits where signed. `toggle` only for bool. */
typedef struct number_leaf {
    MACHINE_FLASH char *name;
    leaf_place_t place;
    uint8_t type_bits;                 /* width of the C type that a set takes */
    uint64_t (*get)(const void *block, const unsigned *index);
    void (*set)(void *block, const unsigned *index, uint64_t value);
    void (*toggle)(void *block, const unsigned *index);
} number_leaf_t;

/* Text of run_bytes bytes. */
typedef struct text_leaf {
    MACHINE_FLASH char *name;
    leaf_place_t place;
    void (*get)(const void *block, const unsigned *index, char *text);
    void (*set)(void *block, const unsigned *index, const char *text);
} text_leaf_t;

/* Raw bytes: pointers to their place. */
typedef struct bytes_leaf {
    MACHINE_FLASH char *name;
    leaf_place_t place;
    uint8_t *(*bytes)(void *block, const unsigned *index);
    const uint8_t *(*const_bytes)(const void *block, const unsigned *index);
} bytes_leaf_t;

/* A block, or a view of one through structs. `significant` (or NULL: all) has a 1 for every bit that must come out as
 * the model says; a struct that is packed anew may leave gaps as it likes. */
typedef struct block_test {
    MACHINE_FLASH char *name;
    uint8_t *block;
    uint16_t size_bytes;
    MACHINE_FLASH uint8_t *significant;
    MACHINE_FLASH number_leaf_t *numbers;
    uint16_t number_count;
    MACHINE_FLASH text_leaf_t *texts;
    uint16_t text_count;
    MACHINE_FLASH bytes_leaf_t *bytes;
    uint16_t bytes_count;
} block_test_t;

/* Tests `rounds` random values of every leaf. Returns the number of failures; tells of the first few. */
unsigned test_block(const block_test_t *test, unsigned rounds);

/* A fixed sequence of random numbers. */
uint64_t next_random(void);

#endif
