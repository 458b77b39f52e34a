/* Flash of an STM32F4 of one bank (1 MiB or less: F401 to F413, F446): words to program and sectors to erase go in, the
 * registers of its flash interface are written.
 *
 * For mr_flash_t: the context is the address of the region's first byte, that of a sector. Geometry: program_bytes 4,
 * programs_once false, erase_bytes that of the region's sectors, all of one size (16 KiB below 0x08010000, 128 KiB from
 * 0x08020000 on). Supply 2.7 V or more, as programs of 32 bits need. The processor waits where it runs from flash: 16 us a
 * word, up to 2 s an erase of 128 KiB. Returns MR_LOCKED for sectors that option bytes protect. */
#ifndef MEMREG_STM32F4_FLASH_H
#define MEMREG_STM32F4_FLASH_H

#include "memreg/flash.h"

#if defined __cplusplus
extern "C" {
#endif

extern const mr_flash_driver_t mr_stm32f4_flash_driver;

#if defined __cplusplus
}
#endif

#endif
