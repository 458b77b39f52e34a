/* The modelled device as its firmware sees it: a window of registers whose every bit has a kind (plain, write 1 to
 * clear …), and control registers through which a test sets kinds and contents, reads contents without effects, and
 * asks which accesses were made. device_model.c is the other side. */
#ifndef DEVICE_H
#define DEVICE_H

#include <stdint.h>

/* The window with the registers under test. */
#define DEVICE_BASE 0x40000000u
#define DEVICE_SIZE 0x10000u

/* The control registers, all 32 bits wide. */
#define CONTROL_BASE 0x50000000u
#define CONTROL_SIZE 0x1000u

#define CONTROL_TABLE(ROW) \
    ROW(CONSOLE, 0x00)        /* write: prints a character */ \
    ROW(STATUS, 0x04)         /* write: ends the run with this exit status */ \
    ROW(CURSOR, 0x10)         /* write: the bit (8 * byte offset + bit) where KIND and CONTENTS go on */ \
    ROW(KIND, 0x14)           /* write: the kind of the bit at the cursor; moves on by a bit */ \
    ROW(CONTENTS, 0x18)       /* read, write: the byte at the cursor without effects; moves on by a byte */ \
    ROW(ALIAS_SET, 0x1C)      /* write: offset of the alias whose writes set bits, from a register; 0: there is none */ \
    ROW(ALIAS_CLEAR, 0x20)    /* write: likewise, clear */ \
    ROW(ALIAS_XOR, 0x24)      /* write: likewise, toggle */ \
    ROW(ALIAS_START, 0x28)    /* write: where in the window the registers that have aliases begin … */ \
    ROW(ALIAS_SIZE, 0x2C)     /* write: … and how many bytes they have */ \
    ROW(LOG_CLEAR, 0x30)      /* write: forgets the accesses so far */ \
    ROW(LOG_COUNT, 0x34)      /* read: number of accesses since then */ \
    ROW(LOG_INDEX, 0x38)      /* write: which access the next three tell of */ \
    ROW(LOG_OFFSET, 0x3C)     /* read: its byte offset in the window */ \
    ROW(LOG_BYTES, 0x40)      /* read: its size */ \
    ROW(LOG_IS_WRITE, 0x44)   /* read: 1 for a write, 0 for a read */

#define CONTROL_CONSTANT(NAME, OFFSET) CONTROL_##NAME = OFFSET,
enum { CONTROL_TABLE(CONTROL_CONSTANT) CONTROL_END };

#define CONTROL(NAME) (*(volatile uint32_t *)(CONTROL_BASE + (uint32_t)CONTROL_##NAME))

/* What a write or read does to a bit. */
enum {
    KIND_PLAIN, KIND_READ_ONLY, KIND_WRITE_ONLY,
    KIND_WRITE_1_CLEARS, KIND_WRITE_1_SETS, KIND_WRITE_1_TOGGLES, KIND_WRITE_0_CLEARS, KIND_WRITE_0_SETS,
    KIND_READ_CLEARS, KIND_READ_SETS,
    KIND_COUNT
};

#endif
