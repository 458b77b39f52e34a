/* ESP-IDF's esp_flash functions, as far as a driver sees them: calls go in, an array with NOR's rules comes out. */
#include "machine.h"

enum { START = 0x110000, BYTES = 3 * 4096, ERROR = 0x6001 };

static uint8_t bytes[BYTES];

static int is_wrong(const void *chip, uint32_t address, uint32_t length)
{
    return chip != NULL || address < START || address - START > BYTES || length > BYTES - (address - START);
}

int esp_flash_read(void *chip, void *buffer, uint32_t address, uint32_t length);
int esp_flash_read(void *chip, void *buffer, uint32_t address, uint32_t length)
{
    if (is_wrong(chip, address, length))
        return ERROR;
    memcpy(buffer, bytes + (address - START), length);
    return 0;
}

int esp_flash_write(void *chip, const void *buffer, uint32_t address, uint32_t length);
int esp_flash_write(void *chip, const void *buffer, uint32_t address, uint32_t length)
{
    const uint8_t *from = buffer;

    if (is_wrong(chip, address, length))
        return ERROR;
    for (address -= START; length > 0; --length)
        bytes[address++] &= *from++;
    return 0;
}

int esp_flash_erase_region(void *chip, uint32_t start, uint32_t length);
int esp_flash_erase_region(void *chip, uint32_t start, uint32_t length)
{
    if (is_wrong(chip, start, length) || start % 4096 != 0 || length % 4096 != 0)
        return ERROR;
    memset(bytes + (start - START), 0xFF, length);
    return 0;
}
