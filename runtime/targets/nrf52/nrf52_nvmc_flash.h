/* Flash of an nRF52 (and nRF51): words to program and pages to erase go in, the NVMC's registers are written.
 *
 * For mr_flash_t: the context is the address of the region's first byte. Geometry: program_bytes 4, programs_once true (a word
 * takes two programs between erases at most, and nobody knows how many it has had), erase_bytes 4096 (nRF51: 1024). The
 * processor waits while the NVMC works: 41 us a word, up to 90 ms an erase; interrupts may stay on, and wait as well. */
#ifndef MEMREG_NRF52_NVMC_FLASH_H
#define MEMREG_NRF52_NVMC_FLASH_H

#include "memreg/flash.h"

#if defined __cplusplus
extern "C" {
#endif

extern const mr_flash_driver_t mr_nrf52_nvmc_flash_driver;

#if defined __cplusplus
}
#endif

#endif
