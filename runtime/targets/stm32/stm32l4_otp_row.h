/* The OTP of an STM32L4, G0 or WB as a row: 1024 bytes at 0x1FFF7000 in double words, each programmed once. In:
 * mr_row_open() with this driver, the region's geometry (not erasable, programmed by 8 bytes) and its address as context.
 * Out: what the row programs, through the FLASH interface (90 us a double word); code in the same flash stands still
 * meanwhile. Bytes that share a double word must come in one call: the rest of it is used up with them. */
#ifndef MEMREG_STM32L4_OTP_ROW_H
#define MEMREG_STM32L4_OTP_ROW_H

#include "memreg/row.h"

extern const mr_row_driver_t mr_stm32l4_otp_userrow_driver;
/* A double word carries error correction: one that is not blank takes no second program. */
#define MR_STM32L4_OTP_USERROW_PROGRAMS_ONCE 1

#endif
