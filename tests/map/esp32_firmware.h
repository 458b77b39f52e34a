/* What the firmware and the machine of the MMU's tests agree on. */
#ifndef ESP32_FIRMWARE_H
#define ESP32_FIRMWARE_H

/* As tests/machines/device/machine.c has them. */
#define CONTROL_BASE 0x50000000u
enum { CONTROL_CONSOLE = 0, CONTROL_STATUS = 4 };
/* Written: the flash page is programmed (its bytes are inverted) behind the cache's back. */
enum { CONTROL_PROGRAM = 8 };
/* Written: reads of dead pages are counted and give 0xDD, and are no error, or are one. Read: how many there were. */
enum { CONTROL_DEAD_READS = 12 };
/* Read: how often the cache was stopped. */
enum { CONTROL_STOPS = 16 };
/* Read: loads from the window. */
enum { CONTROL_LOADS = 20 };

enum { FLASH_BYTES = 8 << 20, PROGRAM_ENTRIES = 22 };

/* The flash's byte at an address. */
#define FLASH_BYTE(address) ((unsigned char)((address) * 13u + ((address) >> 8) * 7u + ((address) >> 16) * 101u))

#endif
