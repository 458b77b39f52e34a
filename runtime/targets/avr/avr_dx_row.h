/* Rows of an AVR DA, DB or DD: the user row and the EEPROM. In: mr_row_open() with a driver of these, the region's geometry
 * and its address as context. Out: what the row programs, through NVMCTRL of the second generation. Interrupts are off
 * while a command is armed: the processor stands still for 70 us a byte and 10 ms an erase of the user row; the EEPROM's
 * erase (10 ms a byte) is waited for with interrupts off as well, lest one programs in between. */
#ifndef MEMREG_AVR_DX_ROW_H
#define MEMREG_AVR_DX_ROW_H

#include "memreg/row.h"

/* The user row: 32 bytes at 0x1080, erased as a whole, programmed by the byte as often as wanted. MR_ROW_PLAIN fits it. */
extern const mr_row_driver_t mr_avr_dx_userrow_driver;
#define MR_AVR_DX_USERROW_PROGRAMS_ONCE 0

/* The EEPROM, at 0x1400: its bytes are erased one by one (erase_bytes and program_bytes 1). */
extern const mr_row_driver_t mr_avr_dx_eeprom_driver;
#define MR_AVR_DX_EEPROM_PROGRAMS_ONCE 0

#endif
