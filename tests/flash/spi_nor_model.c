/* The rules of a SPI NOR flash: a transfer in, the state after it out. */
#include "spi_nor_model.h"
#include "machine.h"

enum { PAGE_BYTES = 256, BUSY = 0x01, WRITE_ENABLED = 0x02, PROTECTED = 0x1C };

void spi_nor_model_reset(spi_nor_model_t *model, uint32_t window_address)
{
    static const uint8_t w25q[3] = { 0xEF, 0x40, 0x15 };

    memset(model, 0, sizeof *model);
    memset(model->bytes, 0xFF, sizeof model->bytes);
    memcpy(model->identity, w25q, sizeof w25q);
    model->window_address = window_address;
    model->address_bytes = 3;
    model->busy_polls = 3;
}

static uint8_t *byte_at(spi_nor_model_t *model, uint32_t address)
{
    if (address - model->window_address >= MODEL_WINDOW_BYTES) {
        model->broken_rule = "an address outside of the window";
        return model->bytes;
    }
    return model->bytes + (address - model->window_address);
}

static uint8_t read_status(spi_nor_model_t *model)
{
    uint8_t status = (uint8_t)((model->is_write_enabled ? WRITE_ENABLED : 0) | (model->is_protected ? PROTECTED : 0));

    if (model->busy_left > 0) {
        --model->busy_left;
        return status | BUSY;
    }
    return status;
}

/* Within a page: what goes past its end begins again at its start. */
static void program(spi_nor_model_t *model, uint32_t address, const uint8_t *send, size_t length)
{
    uint32_t page = address & ~(uint32_t)(PAGE_BYTES - 1);
    size_t index;

    if (length > PAGE_BYTES)
        model->broken_rule = "programs more than a page";
    for (index = 0; index < length; ++index)
        *byte_at(model, page + ((address + (uint32_t)index) & (PAGE_BYTES - 1))) &= send[index];
    ++model->programs;
}

static void erase(spi_nor_model_t *model, uint32_t address, uint32_t erase_bytes)
{
    uint32_t at, first = address & ~(erase_bytes - 1);

    for (at = 0; at < MODEL_WINDOW_BYTES; ++at)
        if (model->window_address + at >= first && model->window_address + at - first < erase_bytes)
            model->bytes[at] = 0xFF;
    model->last_erase_bytes = erase_bytes;
    ++model->erases;
}

/* Only what is enabled and not protected begins; it ends by disabling. */
static bool begins_writing(spi_nor_model_t *model)
{
    if (!model->is_write_enabled)
        model->broken_rule = "a write that is not enabled";
    if (!model->is_write_enabled || model->is_protected)
        return false;
    model->is_write_enabled = model->stays_enabled;
    model->busy_left = model->busy_polls;
    return true;
}

static uint32_t erase_size(uint8_t code)
{
    switch (code) {
    case 0x20: case 0x21: return 0x1000;
    case 0x52: case 0x5C: return 0x8000;
    case 0xD8: case 0xDC: return 0x10000;
    default: return 0;
    }
}

static bool takes_long_address(uint8_t code)
{
    return code == 0x13 || code == 0x12 || code == 0x21 || code == 0x5C || code == 0xDC;
}

static void execute_addressed(spi_nor_model_t *model, const uint8_t *command, size_t command_length, const uint8_t *send,
                              uint8_t *receive, size_t length)
{
    size_t address_bytes = takes_long_address(command[0]) ? 4 : 3, index;
    uint32_t address = 0;

    if (command_length != 1 + address_bytes || address_bytes != model->address_bytes) {
        model->broken_rule = "an address of another length";
        return;
    }
    for (index = 1; index < command_length; ++index)
        address = address << 8 | command[index];
    switch (command[0]) {
    case 0x03: case 0x13:
        for (index = 0; index < length; ++index)
            receive[index] = *byte_at(model, address + (uint32_t)index);
        break;
    case 0x02: case 0x12:
        if (begins_writing(model))
            program(model, address, send, length);
        break;
    default:
        if (begins_writing(model))
            erase(model, address, erase_size(command[0]));
    }
}

static void execute(spi_nor_model_t *model, const uint8_t *command, size_t command_length, const uint8_t *send,
                    uint8_t *receive, size_t length)
{
    switch (command[0]) {
    case 0x06: model->is_write_enabled = !model->ignores_write_enable; break;
    case 0x04: model->is_write_enabled = false; break;
    case 0x9F: memcpy(receive, model->identity, length < 3 ? length : 3); break;
    case 0xAB: break;
    case 0xB9: model->is_asleep = true; model->wake_left = model->wake_commands; break;
    case 0x03: case 0x13: case 0x02: case 0x12: case 0x20: case 0x21: case 0x52: case 0x5C: case 0xD8: case 0xDC:
        execute_addressed(model, command, command_length, send, receive, length);
        break;
    default: model->broken_rule = "an unknown command";
    }
}

/* Asleep it takes nothing but the command to wake, and that takes its time; then it answers nothing. */
static bool is_deaf(spi_nor_model_t *model, uint8_t code)
{
    if (model->is_absent)
        return true;
    if (model->is_asleep && code == 0xAB && (model->wake_left == 0 || --model->wake_left == 0)) {
        model->is_asleep = false;
        return true;
    }
    return model->is_asleep;
}

mr_status_t spi_nor_model_transfer(void *user, const uint8_t *command, size_t command_length, const uint8_t *send,
                                   uint8_t *receive, size_t length)
{
    spi_nor_model_t *model = user;

    if (model->bus != MR_OK)
        return model->bus;
    if (receive != NULL)
        memset(receive, 0xFF, length);
    if (is_deaf(model, command[0]))
        return MR_OK;
    if (command[0] == 0x05)
        memset(receive, read_status(model), length);
    else if (model->busy_left > 0)
        model->ignored = (uint16_t)(model->ignored + (command[0] != 0xAB));
    else
        execute(model, command, command_length, send, receive, length);
    return MR_OK;
}
