/* Rows of an nRF52: the UICR, or a page of flash. In: mr_row_open() with a driver of these, a geometry and the address
 * of the row's first byte as context. Out: what the row programs, through the NVMC. Interrupts may stay on; the processor
 * waits while the NVMC works (41 us a word, up to 90 ms an erase). */
#ifndef MEMREG_NRF52_ROW_H
#define MEMREG_NRF52_ROW_H

#include "memreg/row.h"

/* Erases by ERASEUICR, which wipes the whole UICR: the row is then all of it, at MR_NRF52_UICR_ADDRESS with
 * mr_nrf52_uicr_geometry, and callers write at MR_NRF52_UICR_CUSTOMER and after; the reset pin, APPROTECT and NFC words
 * are carried over. The buffer takes MR_NRF52_UICR_BYTES. For one that is never erased, 128 bytes at CUSTOMER's own
 * address do. */
extern const mr_row_driver_t mr_nrf52_uicr_driver;
extern const mr_row_geometry_t mr_nrf52_uicr_geometry;

/* Erases by ERASEPAGE: the row is one page of flash or several (4 KiB each; 1 KiB on an nRF51). */
extern const mr_row_driver_t mr_nrf52_flash_driver;

enum { MR_NRF52_UICR_BYTES = 0x400, MR_NRF52_UICR_CUSTOMER = 0x80, MR_NRF52_UICR_CUSTOMER_END = 0x100 };
#define MR_NRF52_UICR_ADDRESS ((void *)0x10001000u)

#endif
