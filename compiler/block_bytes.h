/* A block's bytes: fields' raw bits in and out of them, the defaults, and the guard's trailer. The generated code does
 * the same on the device. */
#ifndef MEMREGC_BLOCK_BYTES_H
#define MEMREGC_BLOCK_BYTES_H

#include "schema.h"

/* One element of a field that is neither text nor bytes: its bits, not sign-extended. `indices` has a number below each
 * of field->indices' counts; bytes begins where the field's block or struct does. */
uint64_t field_read(const schema_field_t *field, const uint8_t *bytes, const uint32_t *indices);

/* The same the other way: the width's lowest bits of word; no other bit changes. */
void field_write(const schema_field_t *field, uint8_t *bytes, const uint32_t *indices, uint64_t word);

/* From the block's first byte to the first of an element of a byte type. */
uint64_t field_offset(const schema_field_t *field, const uint32_t *indices);

/* Writes the field's default, if it has one, to all its elements. */
void field_write_default(const schema_field_t *field, uint8_t *bytes);

/* What one copy of a guarded block is, by the order in which they are looked for. */
typedef enum guard_state {
    GUARD_STATE_OK,
    GUARD_STATE_OTHER_VERSION,   /* whole, and of another version of the layout */
    GUARD_STATE_FRESH,           /* all bytes 0x00 or all 0xFF */
    GUARD_STATE_FOREIGN,         /* another block's whole bytes */
    GUARD_STATE_CORRUPT,
    GUARD_STATE_COUNT
} guard_state_t;

/* bytes: size_bytes of one copy. */
guard_state_t guard_check(const schema_block_t *block, const uint8_t *bytes, uint32_t version);

/* Writes the version and the CRC behind fields (and a sequence number) that stand in bytes already. */
void guard_seal(const schema_block_t *block, uint8_t *bytes, uint32_t version);

/* Of a mirrored block's two copies, one behind the other: which one the device would load, 0 or 1; 2 where neither is
 * whole. states: of both, as guard_check() says. */
unsigned guard_newest(const schema_block_t *block, const uint8_t *copies, const guard_state_t *states);

#endif
