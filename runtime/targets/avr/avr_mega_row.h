/* The EEPROM of a classic AVR (ATmega48 ... 1284, 640 ... 2560): in, mr_row_open() with this driver, the region's geometry
 * (erase_bytes and program_bytes 1) and as context the address of its first byte within the EEPROM, NULL for the whole. Out:
 * what the row programs, 1.8 ms an erase and 1.8 ms a program of a byte. Interrupts are off for a few microseconds at a
 * time. These processors do not tell whether an interrupt runs: MR_IN_INTERRUPT never comes, calls from one are the
 * caller's to avoid. Reading waits for what is being programmed. */
#ifndef MEMREG_AVR_MEGA_ROW_H
#define MEMREG_AVR_MEGA_ROW_H

#include "memreg/row.h"

extern const mr_row_driver_t mr_avr_mega_eeprom_driver;
#define MR_AVR_MEGA_EEPROM_PROGRAMS_ONCE 0

#endif
