/* Rows of a tinyAVR 0, 1 or 2 or a megaAVR 0: the user row and the EEPROM. In: mr_row_open() with a driver of these, the
 * region's geometry and its address as context. Out: what the row programs, through NVMCTRL of the first generation: a page
 * buffer is loaded, then a command given (2 ms a program, 2 ms an erase). Interrupts are off for a few microseconds at a
 * time. */
#ifndef MEMREG_AVR_TINY_ROW_H
#define MEMREG_AVR_TINY_ROW_H

#include "memreg/row.h"

/* The user row at 0x1300 is one more page of EEPROM: bytes are erased one by one (erase_bytes and program_bytes 1). */
extern const mr_row_driver_t mr_avr_tiny_userrow_driver;
#define MR_AVR_TINY_USERROW_PROGRAMS_ONCE 0

/* The EEPROM, at 0x1400: the same. */
extern const mr_row_driver_t mr_avr_tiny_eeprom_driver;
#define MR_AVR_TINY_EEPROM_PROGRAMS_ONCE 0

#endif
