/* Tests accessors of register blocks. In: tables of registers and their bit fields, with wrappers of the accessors under
 * test. Out: text about the first failures, and their number.
 *
 * Two backends stand in for the hardware. Plain RAM (everywhere): what was written can be looked at, and follows by
 * calculation from what was there. The modelled device of device.h (REGISTERS_ON_DEVICE): bits react as their kind says,
 * and every access is counted with its width. */
#ifndef REGISTER_TEST_H
#define REGISTER_TEST_H

#include <stdbool.h>
#include <stdint.h>

#include "device.h"
#include "machine.h"

enum { MOST_INDICES = 4 };

typedef struct register_index { uint16_t count; uint16_t stride_bytes; } register_index_t;

/* One bit field; the accessors that its kind does not have are NULL. `index` is the register's indices, and then the
 * field's own where it is an array; raw values are sign-extended where is_signed. */
typedef struct bits_row {
    MACHINE_FLASH char *name;
    uint8_t shift, width_bits, kind;
    uint8_t count;                     /* of an array's elements, else 0 */
    bool is_signed, is_bool;
    uint64_t (*read)(const unsigned *index);
    void (*set)(const unsigned *index, uint64_t value);
    void (*clear)(const unsigned *index);
    void (*toggle)(const unsigned *index);
    uint64_t (*get)(uint64_t word, const unsigned *index);
    uint64_t (*with)(uint64_t word, const unsigned *index, uint64_t value);
    void (*edit_with_write)(const unsigned *index, uint64_t value);
} bits_row_t;

/* One register. Without bit fields it is a plain integer. */
typedef struct register_row {
    MACHINE_FLASH char *name;
    uint16_t offset;
    uint8_t width_bits;
    bool is_unreadable;
    uint8_t index_count;
    register_index_t indices[MOST_INDICES];
    uint16_t first_bits, bits_count;
    uint64_t (*read)(const unsigned *index);
    void (*write)(const unsigned *index, uint64_t word);
    uint64_t (*edit)(const unsigned *index);
} register_row_t;

typedef struct register_block_test {
    MACHINE_FLASH char *name;
    uint8_t *memory;                   /* the RAM that stands in; NULL on the device */
    uint32_t device_offset;            /* in the device's window */
    uint16_t size_bytes;               /* without aliases */
    uint16_t alias_set, alias_clear, alias_xor;   /* 0: the block has none */
    MACHINE_FLASH register_row_t *registers;
    uint16_t register_count;
    MACHINE_FLASH bits_row_t *bits;
} register_block_test_t;

/* Tests every accessor of every register `rounds` times. Returns the number of failures; tells of the first few. */
unsigned test_registers(const register_block_test_t *test, unsigned rounds);

#endif
