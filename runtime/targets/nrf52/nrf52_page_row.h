/* Flash pages of an nRF52 as a row: a region that a layout declares, `userrow @ ADDRESS size 4K erase 4K program 4 driver
 * nrf52_page`. In: mr_row_open() with this driver, the region's geometry and its address as context; the row is one page or
 * several (4 KiB each; 1 KiB on an nRF51). Out: what the row programs, through the NVMC. Interrupts may stay on; the
 * processor waits while the NVMC works (41 us a word, up to 90 ms an erase). */
#ifndef MEMREG_NRF52_PAGE_ROW_H
#define MEMREG_NRF52_PAGE_ROW_H

#include "memreg/row.h"

extern const mr_row_driver_t mr_nrf52_page_userrow_driver;
#define MR_NRF52_PAGE_USERROW_PROGRAMS_ONCE 1

#endif
