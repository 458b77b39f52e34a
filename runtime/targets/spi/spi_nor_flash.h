/* SPI NOR flash, any part that takes the common commands (W25Q, MX25L, GD25Q, AT25SF, IS25LP, ...). In: the driver's calls,
 * and one function of yours that transfers bytes. Out: reads, page programs and erases, each waited for.
 *
 * For mr_flash_t: mr_spi_nor_flash_driver with an mr_spi_nor_t as context. Geometry: program_bytes 1, page_bytes 256,
 * programs_once false, erase_bytes as in the mr_spi_nor_t. */
#ifndef MEMREG_SPI_NOR_FLASH_H
#define MEMREG_SPI_NOR_FLASH_H

#include "memreg/flash.h"

#if defined __cplusplus
extern "C" {
#endif

/* Under one chip select: sends `command_length` bytes of `command`, then sends `length` bytes of `send` or, where that is
 * NULL, receives them into `receive`. Returns MR_OK; anything else ends the driver's call, which returns it. */
typedef mr_status_t (*mr_spi_nor_transfer_t)(void *user, const uint8_t *command, size_t command_length, const uint8_t *send,
                                             uint8_t *receive, size_t length);

/* A part, or the piece of one that is a region. */
typedef struct mr_spi_nor {
    mr_spi_nor_transfer_t transfer;
    void *user;                  /* the transfer's own */
    uint32_t base_address;       /* of the region in the part: whole erase units */
    uint32_t erase_bytes;        /* 4096, 32768 or 65536: chooses the command */
    uint8_t address_bytes;       /* 3, or 4 on parts of more than 16 MiB, by the commands with 4-byte addresses */
    uint8_t identity[3];         /* what the part must answer to 9Fh: manufacturer, type, capacity; 0 for any */
} mr_spi_nor_t;

/* Returns MR_ERROR where the part does not answer, or does not take a command; MR_LOCKED where it refuses a program or
 * erase because of its protection bits. A program takes 4 transfers and polls, an erase as many. */
extern const mr_flash_driver_t mr_spi_nor_flash_driver;

/* Wakes the part from power-down, waits for what it was doing before the processor's reset, and asks who it is. MR_OK;
 * MR_ERROR where nobody answers; MR_NOT_FOUND where it is another part; MR_BAD_ARGUMENT where erase_bytes or address_bytes
 * is none of the above. Not needed before use where the part is awake. */
mr_status_t mr_spi_nor_open(const mr_spi_nor_t *part);

/* Puts the part into power-down, until the next mr_spi_nor_open(). */
mr_status_t mr_spi_nor_close(const mr_spi_nor_t *part);

#if defined __cplusplus
}
#endif

#endif
