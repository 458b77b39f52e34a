/* The user row of a SAMD21 or the user page of a SAMD51 and its kin as a row; which of the two, the processor says that the
 * program is compiled for (ARMv6-M: SAMD21). In: mr_row_open() with this driver, the region's geometry and its address as
 * context; the region is what is free there: 192 bytes at 0x00804040 in units of 64 (SAMD21), 480 bytes at 0x00804020 in
 * units of 16 (SAMD51), one erase unit. Out: what the row programs, through the NVMCTRL (2.5 ms a page, 6 ms a row).
 * Interrupts may stay on where nothing in them touches the NVMCTRL.
 *
 * An erase wipes the fuses before the region, too (boot protection, brown-out level, watchdog): the driver programs them
 * again at once; 64 bytes of stack. Where power fails between, they are gone: a row that must never put them at risk has a
 * geometry that is not erasable. MR_LOCKED where the security bit is set (SAMD21). */
#ifndef MEMREG_SAMD_NVM_ROW_H
#define MEMREG_SAMD_NVM_ROW_H

#include "memreg/row.h"

extern const mr_row_driver_t mr_samd_nvm_userrow_driver;
/* SAMD21: a row takes eight programs between erases, and nobody knows after a restart how many there were. SAMD51: error
 * correction. */
#define MR_SAMD_NVM_USERROW_PROGRAMS_ONCE 1

#endif
