/* The SPI flash of an ESP32 of any kind under ESP-IDF: calls of the driver go in, calls of esp_flash_read(), _write() and
 * _erase_region() come out, which stop the cache and the other core as needed.
 *
 * For mr_flash_t: the context is the address of the region's first byte in the flash, a multiple of 4096, as pointer. Geometry:
 * program_bytes 1, page_bytes 256, programs_once false, erase_bytes 4096. Not for partitions under flash encryption, which
 * programs 16 bytes at once. Not to be called from an interrupt. */
#ifndef MEMREG_ESP_IDF_FLASH_H
#define MEMREG_ESP_IDF_FLASH_H

#include "memreg/flash.h"

#if defined __cplusplus
extern "C" {
#endif

extern const mr_flash_driver_t mr_esp_idf_flash_driver;

#if defined __cplusplus
}
#endif

#endif
