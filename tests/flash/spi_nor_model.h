/* A SPI NOR flash like a W25Q: transfers under one chip select go in; answers, and an array that changes as such a part's
 * does, come out. Of its addresses only a window of two sectors is there. */
#ifndef SPI_NOR_MODEL_H
#define SPI_NOR_MODEL_H

#include "memreg/flash.h"

enum { MODEL_WINDOW_BYTES = 0x2000 };

typedef struct spi_nor_model {
    uint8_t bytes[MODEL_WINDOW_BYTES];
    uint32_t window_address;
    uint8_t address_bytes;         /* of the commands that it takes */
    uint8_t identity[3];
    uint8_t busy_polls;            /* how many reads of the status a program or erase takes */
    uint8_t wake_commands;         /* how many transfers it takes to wake */
    bool is_protected, is_absent, is_asleep, ignores_write_enable, stays_enabled;
    mr_status_t bus;               /* what transfers return */
    /* The model's own. */
    uint8_t busy_left, wake_left;
    bool is_write_enabled;
    uint16_t programs, erases, ignored;
    uint32_t last_erase_bytes;
    const char *broken_rule;
} spi_nor_model_t;

/* Blank, awake, with 3-byte addresses. */
void spi_nor_model_reset(spi_nor_model_t *model, uint32_t window_address);

mr_status_t spi_nor_model_transfer(void *user, const uint8_t *command, size_t command_length, const uint8_t *send,
                                   uint8_t *receive, size_t length);

#endif
