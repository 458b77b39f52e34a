/* Bytes for the flash go out and its answers come in, through the SPI controller of a SiFive FU540. This is what a program
 * writes for `driver spi_nor`: one function. */
#include "datalogger.h"

static uint8_t exchange(uint8_t byte)
{
    logger_spi0_rxdata_t received;

    while (logger_spi0_txfull_read_full()) {
    }
    logger_spi0_txdata_write(byte);
    do {
        received = logger_spi0_rxdata_read();   /* takes it out of the buffer: the one read says both */
    } while (logger_spi0_rxdata_get_empty(received));
    return logger_spi0_rxdata_get_data(received);
}

mr_status_t logger_nor_transfer(const uint8_t *command, size_t command_length, const uint8_t *send, uint8_t *receive,
                                size_t length)
{
    logger_spi0_fctrl_set_memory_mapped(false);
    logger_spi0_csmode_set_mode(LOGGER_SELECT_MODE_HOLD);
    for (size_t at = 0; at < command_length; at++)
        exchange(command[at]);
    for (size_t at = 0; at < length; at++) {
        uint8_t byte = exchange(send ? send[at] : 0);
        if (!send)
            receive[at] = byte;
    }
    logger_spi0_csmode_set_mode(LOGGER_SELECT_MODE_AUTOMATIC);
    return MR_OK;
}
