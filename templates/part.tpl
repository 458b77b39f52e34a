%// What regions of rows and flash are reached by: a region goes in; declarations for the header, and storage, drivers and
%// what makes them ready for the glue, come out.
%#include "templates.h"

%static bool has_callbacks(const schema_region_t *region) { return region->part == PART_CALLBACKS; }

%static bool is_on_spi(const schema_region_t *region)
%{
%    return region->is_flash && region->part == PART_DRIVER && region->context_form == CONTEXT_SPI;
%}

%static const char *truth(bool is_true) { return is_true ? "true" : "false"; }

%% static template callbacks(const schema_region_t *region)
/* The program defines these three; offsets are from the region's start. Each returns MR_OK or a negative status. Program:
 * ${region->unit_bytes == 1 ? "any bytes" : "whole units"}\
% if (region->unit_bytes > 1) {
 of ${region->unit_bytes} bytes\
% }
% if (region->is_flash) {
 within ${region->page_bytes}\
% }
, of which no bit has to rise. Erase: the unit at the offset. */
MR_EXTERN mr_status_t ${region->c_name}_read(uint32_t offset, uint8_t *bytes, uint32_t count);
MR_EXTERN mr_status_t ${region->c_name}_program(uint32_t offset, const uint8_t *bytes, uint32_t count);
%     if (region->is_flash || region->is_erasable)
MR_EXTERN mr_status_t ${region->c_name}_erase(uint32_t offset);
%% end

%% static template spi_transfer(const schema_region_t *region)
/* The program defines it: under one chip select sends the command, then sends `length` bytes of `send`, or, where that is
 * NULL, receives as many into `receive`. Returns MR_OK, or a negative status, which ends the call that needs it. */
MR_EXTERN mr_status_t ${region->c_name}_transfer(const uint8_t *command, size_t command_length, const uint8_t *send, uint8_t *receive, size_t length);
%% end

%% template part_declarations(const schema_region_t *region)

/* ---- region ${region->name.name} (${region_kinds[region->kind].name})\
% if (region->driver_header) {
, by ${region->driver_header}.h\
% }
 */
% if (has_callbacks(region))
% callbacks(out, region);
% if (is_on_spi(region))
% spi_transfer(out, region);
% if (region->is_row)
MR_EXTERN mr_row_t ${region->c_name}_row;   /* in the glue, opened by its init */
%% end

%% static template row_callbacks(const schema_region_t *region)
static uint8_t ${region->c_name}_read_byte(void *context, size_t offset)
{
    uint8_t byte = 0xFF;
    (void)context;
    (void)${region->c_name}_read((uint32_t)offset, &byte, 1);
    return byte;
}
static mr_status_t ${region->c_name}_program_unit(void *context, size_t offset, const uint8_t *unit)
{
    (void)context;
    return ${region->c_name}_program((uint32_t)offset, unit, ${region->unit_bytes}u);
}
% if (region->is_erasable) {
static mr_status_t ${region->c_name}_erase_unit(void *context, size_t offset)
{
    (void)context;
    return ${region->c_name}_erase((uint32_t)offset);
}
% }
static mr_status_t ${region->c_name}_state(void *context)
{
    (void)context;
    return MR_OK;
}
static const mr_row_driver_t ${region->c_name}_driver = { ${region->c_name}_read_byte, ${region->c_name}_program_unit, \
% if (region->is_erasable) {
${region->c_name}_erase_unit\
% } else {
NULL\
% }
, ${region->c_name}_state };
%% end

%% static template host_memory(const schema_t *schema, const schema_region_t *region)
static mr_host_memory_t ${region->c_name}_memory = {
    .name = "${schema->name.snake}.${region->name.snake}", .size_bytes = ${region->size_bytes}u, .erase_bytes = ${region->erase_bytes}u,
    .page_bytes = ${region->page_bytes}u, .program_bytes = ${region->unit_bytes}u, .programs_once = ${truth(region->programs_once)}, .is_erasable = ${truth(region->is_flash || region->is_erasable)},
};
%% end

%static void put_programs_once(text_t *out, const schema_region_t *region)
%{
%    if (region->part != PART_DRIVER || !region->is_row) {
%        text_put_string(out, truth(region->programs_once));
%        return;
%    }
%    text_put_string(out, "MR_");
%    for (const char *at = region->driver; *at; at++)
%        text_put_char(out, *at >= 'a' && *at <= 'z' ? (char)(*at - 'a' + 'A') : *at);
%    text_format(out, "_%s_PROGRAMS_ONCE != 0", region->kind == REGION_EEPROM ? "EEPROM" : "USERROW");
%}

%% static template row_storage(const schema_region_t *region)
static const mr_row_geometry_t ${region->c_name}_geometry = {
    .size_bytes = ${region->copy_bytes}u, .erase_bytes = ${region->is_erasable ? region->erase_bytes : region->copy_bytes}u, .program_bytes = ${region->unit_bytes}u,
    .programs_once = \
% put_programs_once(out, region);
, .is_erasable = ${truth(region->is_erasable)},
};
mr_row_t ${region->c_name}_row;
static uint8_t ${region->c_name}_copy[${region->copy_bytes}] MR_ALIGNED;
%% end

%static void put_flash_block(text_t *out, const schema_block_t *block, uint32_t index)
%{
%    text_format(out, "%s .flash = &%s_flash, .offset = 0x%llXu, .seed = 0x%08Xu, .unit_count = %uu,\n      .size_bytes = %s_SIZE, .slot_bytes = %uu, .slot_count = %uu%s",
%                block->count ? "\n    {" : "", block->region_c_name, (unsigned long long)(block->region_offset + index * block->stride_bytes),
%                block->flash_seed, block->footprint_bytes / block->region->erase_bytes, block->c_upper, block->slot_bytes, block->slot_count, block->count ? " }," : "");
%}

%static void put_count(text_t *out, const schema_block_t *block)
%{
%    if (block->count)
%        text_format(out, "[%u]", block->count);
%}

%% static template flash_storage(const schema_region_t *region)
% if (region->part == PART_CALLBACKS)
% flash_callbacks(out, region);
% if (is_on_spi(region))
% spi_part(out, region);
static const mr_flash_geometry_t ${region->c_name}_geometry = {
    .size_bytes = ${region->size_bytes}u, .erase_bytes = ${region->erase_bytes}u, .page_bytes = ${region->page_bytes}u,
    .program_bytes = ${region->unit_bytes}u, .programs_once = ${truth(region->programs_once)},
};
% if (region->needs_flash_object) {
static const mr_flash_t ${region->c_name}_flash = { ${region->c_flash} };
% }
%% end

%% static template flash_callbacks(const schema_region_t *region)
static mr_status_t ${region->c_name}_read_at(void *context, uint32_t offset, void *data, size_t length)
{
    (void)context;
    return ${region->c_name}_read(offset, (uint8_t *)data, (uint32_t)length);
}
static mr_status_t ${region->c_name}_program_at(void *context, uint32_t offset, const void *data, size_t length)
{
    (void)context;
    return ${region->c_name}_program(offset, (const uint8_t *)data, (uint32_t)length);
}
static mr_status_t ${region->c_name}_erase_at(void *context, uint32_t offset)
{
    (void)context;
    return ${region->c_name}_erase(offset);
}
static const mr_flash_driver_t ${region->c_name}_driver = { ${region->c_name}_read_at, ${region->c_name}_program_at, ${region->c_name}_erase_at };
%% end

%% static template spi_part(const schema_region_t *region)
static mr_status_t ${region->c_name}_exchange(void *user, const uint8_t *command, size_t command_length, const uint8_t *send, uint8_t *receive, size_t length)
{
    (void)user;
    return ${region->c_name}_transfer(command, command_length, send, receive, length);
}
static mr_spi_nor_t ${region->c_name}_part = {
    .transfer = ${region->c_name}_exchange, .base_address = ${hex(region->has_address ? region->address : 0)}u, .erase_bytes = ${region->erase_bytes}u, .address_bytes = ${region->address + region->size_bytes > (1u << 24) ? 4 : 3},
};
%% end

%% template part_storage(const schema_t *schema, const schema_region_t *region)

/* region ${region->name.name} */
% if (region->part == PART_HOST)
% host_memory(out, schema, region);
% if (has_callbacks(region) && region->is_row)
% row_callbacks(out, region);
% if (region->is_row)
% row_storage(out, region);
% if (region->is_flash)
% flash_storage(out, region);
%% end

%% template flash_block_storage(const schema_block_t *block)

/* memreg ${block->name.name}: where its copies lie, and which is the newest. */
const mr_flash_block_config_t ${block->c_name}_setup\
% put_count(out, block);
 = {\
% for (uint32_t index = 0; index < (block->count ? block->count : 1); index++)
% put_flash_block(out, block, index);
% if (block->count) {

};
% } else {
 };
% }
MR_ASSERT(${block->c_name}_slots, MR_FLASH_BLOCK_SLOT_BYTES(${block->c_upper}_SIZE, ${block->region->unit_bytes}u) == ${block->slot_bytes}u);
mr_flash_block_t ${block->c_name}_state\
% put_count(out, block);
;
%% end

%% template part_start(const schema_region_t *region)
% if (region->part == PART_HOST) {
    if (mr_host_open(&${region->c_name}_memory) != MR_OK)
        return MR_ERROR;
% }
% if (is_on_spi(region)) {
    status = mr_spi_nor_open(&${region->c_name}_part);
    if (status != MR_OK)
        return status;
% }
% if (region->is_row) {
    mr_row_open(&${region->c_name}_row, &${has_callbacks(region) ? region->c_name : region->driver_symbol}${has_callbacks(region) ? "_driver" : ""}, &${region->c_name}_geometry, ${region->context}, ${region->c_name}_copy);
% }
%% end
