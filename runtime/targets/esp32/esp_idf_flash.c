/* The SPI flash under ESP-IDF: reads, programs and erases go in, calls of its esp_flash functions come out. */
#include "esp_idf_flash.h"

enum { SECTOR_BYTES = 4096, ESP_OK = 0 };

/* As esp_flash.h of ESP-IDF declares them, but for the types' names: esp_flash_t, whose NULL is the main flash, and
 * esp_err_t, which is int. */
int esp_flash_read(void *chip, void *buffer, uint32_t address, uint32_t length);
int esp_flash_write(void *chip, const void *buffer, uint32_t address, uint32_t length);
int esp_flash_erase_region(void *chip, uint32_t start, uint32_t length);

static mr_status_t status_of(int error)
{
    return error == ESP_OK ? MR_OK : MR_ERROR;
}

static uint32_t address_of(const void *context, uint32_t offset)
{
    return (uint32_t)(uintptr_t)context + offset;
}

static mr_status_t read_bytes(void *context, uint32_t offset, void *data, size_t length)
{
    return status_of(esp_flash_read(NULL, data, address_of(context, offset), (uint32_t)length));
}

static mr_status_t program_bytes(void *context, uint32_t offset, const void *data, size_t length)
{
    return status_of(esp_flash_write(NULL, data, address_of(context, offset), (uint32_t)length));
}

static mr_status_t erase_sector(void *context, uint32_t offset)
{
    return status_of(esp_flash_erase_region(NULL, address_of(context, offset), SECTOR_BYTES));
}

const mr_flash_driver_t mr_esp_idf_flash_driver = { read_bytes, program_bytes, erase_sector };
