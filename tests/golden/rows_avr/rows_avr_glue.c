/* Made from rows_avr.mr by memregc 0.1.0; fingerprint 0x1325D563. Do not edit: edit the layout.
 * Compile beside it, of the runtime: src/row.c src/row_block.c targets/…/avr_dx_row.c */
#include "rows_avr_glue.h"
#include "avr_dx_row.h"

/* Start-up code must leave .noinit alone, so that its contents outlive a reset. */
#if defined __GNUC__ && defined __ELF__
#define MR_NOINIT(name) __attribute__((__section__(".noinit.memreg." name), __aligned__(8)))
#define MR_ALIGNED __attribute__((__aligned__(8)))
#else
#define MR_NOINIT(name)
#define MR_ALIGNED
#endif


/* region userrow */
static const mr_row_geometry_t p_userrow_geometry = {
    .size_bytes = 32u, .erase_bytes = 32u, .program_bytes = 1u,
    .programs_once = MR_AVR_DX_USERROW_PROGRAMS_ONCE != 0, .is_erasable = true,
};
mr_row_t p_userrow_row;
static uint8_t p_userrow_copy[32] MR_ALIGNED;

/* region eeprom */
static const mr_row_geometry_t p_eeprom_geometry = {
    .size_bytes = 32u, .erase_bytes = 1u, .program_bytes = 1u,
    .programs_once = MR_AVR_DX_EEPROM_PROGRAMS_ONCE != 0, .is_erasable = true,
};
mr_row_t p_eeprom_row;
static uint8_t p_eeprom_copy[32] MR_ALIGNED;

/* region outside */
static uint8_t p_outside_read_byte(void *context, size_t offset)
{
    uint8_t byte = 0xFF;
    (void)context;
    (void)p_outside_read((uint32_t)offset, &byte, 1);
    return byte;
}
static mr_status_t p_outside_program_unit(void *context, size_t offset, const uint8_t *unit)
{
    (void)context;
    return p_outside_program((uint32_t)offset, unit, 2u);
}
static mr_status_t p_outside_state(void *context)
{
    (void)context;
    return MR_OK;
}
static const mr_row_driver_t p_outside_driver = { p_outside_read_byte, p_outside_program_unit, NULL, p_outside_state };
static const mr_row_geometry_t p_outside_geometry = {
    .size_bytes = 2u, .erase_bytes = 2u, .program_bytes = 2u,
    .programs_once = true, .is_erasable = false,
};
mr_row_t p_outside_row;
static uint8_t p_outside_copy[2] MR_ALIGNED;

mr_status_t p_init(void)
{
    mr_row_open(&p_userrow_row, &mr_avr_dx_userrow_driver, &p_userrow_geometry, (void *)(uintptr_t)0x1080u, p_userrow_copy);
    mr_row_open(&p_eeprom_row, &mr_avr_dx_eeprom_driver, &p_eeprom_geometry, (void *)(uintptr_t)0x1400u, p_eeprom_copy);
    mr_row_open(&p_outside_row, &p_outside_driver, &p_outside_geometry, NULL, p_outside_copy);
    return MR_OK;
}
