/* Flash of an STM32L4: double words to program and pages to erase go in, the registers of its flash interface are written.
 *
 * For mr_flash_t: the context is the address of the region's first byte. Geometry: program_bytes 8, programs_once true (8
 * bytes have one error correction code), erase_bytes 2048. Parts of one bank, and those of two with 512 KiB each. The
 * processor waits where it runs from the same bank: 90 us a double word, 25 ms an erase. Returns MR_LOCKED for pages that
 * option bytes protect. */
#ifndef MEMREG_STM32L4_FLASH_H
#define MEMREG_STM32L4_FLASH_H

#include "memreg/flash.h"

#if defined __cplusplus
extern "C" {
#endif

extern const mr_flash_driver_t mr_stm32l4_flash_driver;

#if defined __cplusplus
}
#endif

#endif
