/* UICR.CUSTOMER of an nRF52832, 833 or 840 as a row. In: mr_row_open() with this driver, the region's geometry (128 bytes at
 * 0x10001080, one erase unit, programmed by the word) and its address as context. Out: what the row programs, through the
 * NVMC. Interrupts may stay on; the processor waits while the NVMC works (41 us a word, up to 90 ms an erase).
 *
 * ERASEUICR wipes the whole UICR. The driver programs again what it holds outside of CUSTOMER: the words before it (boot
 * loader addresses), PSELRESET, APPROTECT, NFCPINS, DEBUGCTRL, REGOUT0; 152 bytes of stack. Where power fails between, they
 * are gone: a row that must never put them at risk has a geometry that is not erasable. */
#ifndef MEMREG_NRF52_UICR_ROW_H
#define MEMREG_NRF52_UICR_ROW_H

#include "memreg/row.h"

extern const mr_row_driver_t mr_nrf52_uicr_userrow_driver;
/* A word takes so few writes between erases that a second one is not worth the risk. */
#define MR_NRF52_UICR_USERROW_PROGRAMS_ONCE 1

#endif
