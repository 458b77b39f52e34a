/* The QSPI flash of an RP2040: programs and erases go in, the boot ROM's functions do them.
 *
 * For mr_flash_t: the context is the address of the region's first byte as XIP shows it (0x10000000 and up). Geometry:
 * program_bytes 1, page_bytes 256, programs_once false, erase_bytes 4096. While the ROM works (1 ms a page, 50 ms an erase,
 * as the part's data sheet says) nothing can be read or run from flash: interrupts are off, the code that calls the ROM lies
 * in RAM, and takes 600 bytes of stack. The other core must not run from flash either: where it runs at all, define
 * MR_RP2040_STOP_OTHER_CORE() and MR_RP2040_START_OTHER_CORE() (pico-sdk: multicore_lockout_start_blocking(),
 * multicore_lockout_end_blocking()) on the command line or in the file that MR_CONFIG names. */
#ifndef MEMREG_RP2040_FLASH_H
#define MEMREG_RP2040_FLASH_H

#include "memreg/flash.h"

#if defined __cplusplus
extern "C" {
#endif

extern const mr_flash_driver_t mr_rp2040_flash_driver;

#if defined __cplusplus
}
#endif

#endif
