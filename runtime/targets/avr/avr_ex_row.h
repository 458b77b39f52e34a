/* Rows of an AVR EA or EB: the user row and the EEPROM. In: mr_row_open() with a driver of these, the region's geometry and
 * its address as context. Out: what the row programs, through NVMCTRL of the third or fifth generation: a page buffer is
 * loaded, then a command given (4 ms a program, 6 ms an erase of the user row; 2 ms each for the EEPROM). Interrupts are
 * off for a few microseconds at a time. MR_LOCKED where CTRLC.UROWWP (EB) or, for the EEPROM, CTRLB.EEWP is set. */
#ifndef MEMREG_AVR_EX_ROW_H
#define MEMREG_AVR_EX_ROW_H

#include "memreg/row.h"

/* The user row: 64 bytes at 0x1080 (EA) or 0x1200 (EB), erased as a whole, programmed by the byte as often as wanted. */
extern const mr_row_driver_t mr_avr_ex_userrow_driver;
#define MR_AVR_EX_USERROW_PROGRAMS_ONCE 0

/* The EEPROM, at 0x1400: only loaded bytes are erased or programmed, hence one by one (erase_bytes and program_bytes 1). */
extern const mr_row_driver_t mr_avr_ex_eeprom_driver;
#define MR_AVR_EX_EEPROM_PROGRAMS_ONCE 0

#endif
