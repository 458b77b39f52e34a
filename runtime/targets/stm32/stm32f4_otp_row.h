/* The OTP of an STM32F4 (and F2) as a row: 512 bytes at 0x1FFF7800 whose bits only fall. In: mr_row_open() with this driver,
 * the region's geometry (not erasable, programmed by the byte) and its address as context. Out: what the row programs,
 * through the FLASH interface (16 us a byte); code in the same flash stands still meanwhile. A flush ends with MR_LOCKED at
 * the first byte of a block of 32 that is locked; what came before it is programmed. */
#ifndef MEMREG_STM32F4_OTP_ROW_H
#define MEMREG_STM32F4_OTP_ROW_H

#include "memreg/row.h"

extern const mr_row_driver_t mr_stm32f4_otp_userrow_driver;
#define MR_STM32F4_OTP_USERROW_PROGRAMS_ONCE 0

/* Locks the block of 32 bytes that `offset` lies in, for ever; `context` as given to mr_row_open(). MR_OK; MR_OUT_OF_RANGE;
 * MR_IN_INTERRUPT; MR_ERROR. Cost: one programmed byte. */
mr_status_t mr_stm32f4_otp_lock(void *context, size_t offset);

#endif
