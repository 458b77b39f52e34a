/* The last sector of an RP2040's QSPI flash, or any other, as a row. In: mr_row_open() with this driver, the region's
 * geometry (4 KiB erase units, programmed by 256 bytes) and its address in XIP as context. Out: what the row programs,
 * through rp2040_flash.c, which is compiled in, too, and says what it asks of interrupts and of the other core. */
#ifndef MEMREG_RP2040_FLASH_ROW_H
#define MEMREG_RP2040_FLASH_ROW_H

#include "memreg/row.h"

extern const mr_row_driver_t mr_rp2040_flash_userrow_driver;
#define MR_RP2040_FLASH_USERROW_PROGRAMS_ONCE 0

#endif
