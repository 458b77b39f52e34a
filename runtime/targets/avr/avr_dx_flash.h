/* Program flash of an AVR DA, DB or DD: words to program and pages to erase go in, NVMCTRL's registers are written and SPM is
 * executed.
 *
 * For mr_flash_t: the context is the number of the region's first page (its byte address / 512) as a pointer, for a pointer does
 * not reach all of the flash. Geometry: program_bytes 2, page_bytes 512, programs_once false, erase_bytes 512. The processor
 * stands still for 70 us a word and 10 ms a page, interrupts are off.
 *
 * The part lets code program only the sections above its own: the program in BOOT may write APPCODE and APPDATA, that in
 * APPCODE may write APPDATA. So FUSE.BOOTSIZE and FUSE.CODESIZE must put the region above the code that calls; with both at 0,
 * as delivered, all is BOOT and nothing can be written: MR_LOCKED, also where CTRLB protects the section. */
#ifndef MEMREG_AVR_DX_FLASH_H
#define MEMREG_AVR_DX_FLASH_H

#include "memreg/flash.h"

#if defined __cplusplus
extern "C" {
#endif

extern const mr_flash_driver_t mr_avr_dx_flash_driver;

#if defined __cplusplus
}
#endif

#endif
