/* Flash of a SAMD21 (where the compiler builds for ARMv6-M) or SAMD51 (else): units to program and rows or blocks to erase
 * go in, NVMCTRL's registers are written.
 *
 * For mr_flash_t: the context is the address of the region's first byte. Geometry of the SAMD21: program_bytes 64, page_bytes
 * 64, programs_once true (a row takes 8 programs between erases), erase_bytes 256; of the SAMD51: program_bytes 16,
 * page_bytes 512, programs_once true (error correction), erase_bytes 8192. The processor waits where it runs from flash.
 * Nothing else may program between: an interrupt that writes to flash addresses would fill the same page buffer. Returns
 * MR_LOCKED for regions that lock bits protect. */
#ifndef MEMREG_SAMD_NVM_FLASH_H
#define MEMREG_SAMD_NVM_FLASH_H

#include "memreg/flash.h"

#if defined __cplusplus
extern "C" {
#endif

extern const mr_flash_driver_t mr_samd_nvm_flash_driver;

#if defined __cplusplus
}
#endif

#endif
