/* Rows of an AVR DU: the user row and the EEPROM. In: mr_row_open() with a driver of these, the region's geometry and its
 * address as context. Out: what the row programs, through NVMCTRL of the fourth generation: commands as on the DA, DB and
 * DD (see avr_dx_row.h for times and interrupts), STATUS elsewhere. MR_LOCKED where CTRLC.UROWWP or, for the EEPROM,
 * CTRLB.EEWP is set: only a reset clears the first. */
#ifndef MEMREG_AVR_DU_ROW_H
#define MEMREG_AVR_DU_ROW_H

#include "memreg/row.h"

/* The user row: 512 bytes at 0x1200, erased as a whole, programmed by the byte as often as wanted. */
extern const mr_row_driver_t mr_avr_du_userrow_driver;
#define MR_AVR_DU_USERROW_PROGRAMS_ONCE 0

/* The EEPROM, at 0x1400: its bytes are erased one by one (erase_bytes and program_bytes 1). */
extern const mr_row_driver_t mr_avr_du_eeprom_driver;
#define MR_AVR_DU_EEPROM_PROGRAMS_ONCE 0

#endif
