/* SPI NOR flash: reads, programs and erases go in, commands on the bus come out. The contract is in spi_nor_flash.h;
 * commands and status bits: JESD216, and the data sheets of the parts named there. */
#include "spi_nor_flash.h"

enum { STATUS_BUSY = 0x01, STATUS_WRITE_ENABLED = 0x02, STATUS_NOBODY = 0xFF };
enum { MOST_WAKE_TRIES = 100, COMMAND_MOST_BYTES = 5 };

typedef enum command {
    COMMAND_WRITE_DISABLE = 0x04, COMMAND_READ_STATUS = 0x05, COMMAND_WRITE_ENABLE = 0x06, COMMAND_READ_IDENTITY = 0x9F,
    COMMAND_WAKE = 0xAB, COMMAND_POWER_DOWN = 0xB9
} command_t;

/* Commands with an address of 3 and of 4 bytes. */
typedef struct addressed_command { uint8_t short_code, long_code; } addressed_command_t;

static const addressed_command_t read_command = { 0x03, 0x13 };
static const addressed_command_t program_command = { 0x02, 0x12 };
static const addressed_command_t erase_4k_command = { 0x20, 0x21 };
static const addressed_command_t erase_32k_command = { 0x52, 0x5C };
static const addressed_command_t erase_64k_command = { 0xD8, 0xDC };

static mr_status_t send_command(const mr_spi_nor_t *part, command_t code, uint8_t *received, size_t length)
{
    uint8_t command = (uint8_t)code;

    return part->transfer(part->user, &command, 1, NULL, received, length);
}

static mr_status_t send_addressed(const mr_spi_nor_t *part, const addressed_command_t *code, uint32_t offset,
                                  const uint8_t *sent, uint8_t *received, size_t length)
{
    uint32_t address = part->base_address + offset;
    uint8_t command[COMMAND_MOST_BYTES];
    uint8_t *end = command;

    if (part->address_bytes == 4) {
        *end++ = code->long_code;
        *end++ = (uint8_t)(address >> 24);
    } else {
        *end++ = code->short_code;
    }
    *end++ = (uint8_t)(address >> 16);
    *end++ = (uint8_t)(address >> 8);
    *end++ = (uint8_t)address;
    return part->transfer(part->user, command, (size_t)(end - command), sent, received, length);
}

/* A bus that nobody drives reads as ones; no part sets all bits at once. */
static mr_status_t wait_ready(const mr_spi_nor_t *part, uint8_t *last)
{
    mr_status_t status;

    do {
        status = send_command(part, COMMAND_READ_STATUS, last, 1);
        if (status == MR_OK && *last == STATUS_NOBODY)
            status = MR_ERROR;
    } while (status == MR_OK && (*last & STATUS_BUSY) != 0);
    return status;
}

static mr_status_t enable_writing(const mr_spi_nor_t *part)
{
    uint8_t last;
    mr_status_t status = wait_ready(part, &last);

    if (status == MR_OK)
        status = send_command(part, COMMAND_WRITE_ENABLE, NULL, 0);
    if (status == MR_OK)
        status = wait_ready(part, &last);
    return status == MR_OK && (last & STATUS_WRITE_ENABLED) == 0 ? MR_ERROR : status;
}

/* Do the bytes hold what was sent, or 0xFF after an erase? */
static mr_status_t look_back(const mr_spi_nor_t *part, uint32_t offset, const uint8_t *sent, size_t length)
{
    uint8_t held[16];
    size_t at, index;

    for (at = 0; at < length; at += sizeof held) {
        size_t count = length - at < sizeof held ? length - at : sizeof held;
        mr_status_t status = send_addressed(part, &read_command, offset + (uint32_t)at, NULL, held, count);

        if (status != MR_OK)
            return status;
        for (index = 0; index < count; ++index)
            if (sent != NULL ? (held[index] & (uint8_t)~sent[at + index]) != 0 : held[index] != 0xFF)
                return MR_LOCKED;
    }
    return MR_OK;
}

/* What is done has disabled writing, and what protection bits forbid was never begun and has not; but emulated parts
 * (QEMU's) leave it enabled, hence then the bytes tell. */
static mr_status_t finish_writing(const mr_spi_nor_t *part, uint32_t offset, const uint8_t *sent, size_t length)
{
    uint8_t last;
    mr_status_t status = wait_ready(part, &last);

    if (status != MR_OK || (last & STATUS_WRITE_ENABLED) == 0)
        return status;
    (void)send_command(part, COMMAND_WRITE_DISABLE, NULL, 0);
    return look_back(part, offset, sent, length);
}

static mr_status_t write_addressed(const mr_spi_nor_t *part, const addressed_command_t *code, uint32_t offset,
                                   const uint8_t *sent, size_t length)
{
    mr_status_t status = enable_writing(part);

    if (status == MR_OK)
        status = send_addressed(part, code, offset, sent, NULL, sent != NULL ? length : 0);
    return status == MR_OK ? finish_writing(part, offset, sent, length) : status;
}

static mr_status_t read_bytes(void *context, uint32_t offset, void *data, size_t length)
{
    const mr_spi_nor_t *part = context;

    return length == 0 ? MR_OK : send_addressed(part, &read_command, offset, NULL, data, length);
}

static mr_status_t program_bytes(void *context, uint32_t offset, const void *data, size_t length)
{
    return write_addressed(context, &program_command, offset, data, length);
}

static const addressed_command_t *erase_command(const mr_spi_nor_t *part)
{
    switch (part->erase_bytes) {
    case 0x1000:  return &erase_4k_command;
    case 0x8000:  return &erase_32k_command;
    case 0x10000: return &erase_64k_command;
    default:      return NULL;
    }
}

static mr_status_t erase_unit(void *context, uint32_t offset)
{
    const mr_spi_nor_t *part = context;
    const addressed_command_t *code = erase_command(part);

    return code == NULL ? MR_BAD_ARGUMENT : write_addressed(part, code, offset, NULL, part->erase_bytes);
}

const mr_flash_driver_t mr_spi_nor_flash_driver = { read_bytes, program_bytes, erase_unit };

static bool is_other(const mr_spi_nor_t *part, const uint8_t *identity)
{
    unsigned index;

    for (index = 0; index < 3; ++index)
        if (part->identity[index] != 0 && part->identity[index] != identity[index])
            return true;
    return false;
}

/* It takes a few microseconds to wake, in which it does not answer. */
static mr_status_t wake(const mr_spi_nor_t *part)
{
    unsigned left = MOST_WAKE_TRIES;
    uint8_t last = STATUS_NOBODY;
    mr_status_t status;

    do {
        status = send_command(part, COMMAND_WAKE, NULL, 0);
        if (status == MR_OK)
            status = send_command(part, COMMAND_READ_STATUS, &last, 1);
    } while (status == MR_OK && last == STATUS_NOBODY && --left > 0);
    return status;
}

mr_status_t mr_spi_nor_open(const mr_spi_nor_t *part)
{
    uint8_t identity[3], last;
    mr_status_t status;

    if (erase_command(part) == NULL || (part->address_bytes != 3 && part->address_bytes != 4))
        return MR_BAD_ARGUMENT;
    status = wake(part);
    if (status == MR_OK)
        status = wait_ready(part, &last);
    if (status == MR_OK)
        status = send_command(part, COMMAND_READ_IDENTITY, identity, sizeof identity);
    if (status != MR_OK)
        return status;
    if (identity[0] == 0x00 || identity[0] == 0xFF)
        return MR_ERROR;
    return is_other(part, identity) ? MR_NOT_FOUND : MR_OK;
}

mr_status_t mr_spi_nor_close(const mr_spi_nor_t *part)
{
    uint8_t last;
    mr_status_t status = wait_ready(part, &last);

    return status == MR_OK ? send_command(part, COMMAND_POWER_DOWN, NULL, 0) : status;
}
