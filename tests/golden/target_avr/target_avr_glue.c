/* Made from target_avr.mr by memregc 0.1.0; fingerprint 0xFC51FA89. Do not edit: edit the layout.
 * Compile beside it, of the runtime: src/row.c targets/…/avr_dx_row.c */
#include "target_avr_glue.h"
#include "avr_dx_row.h"

/* Start-up code must leave .noinit alone, so that its contents outlive a reset. */
#if defined __GNUC__ && defined __ELF__
#define MR_NOINIT(name) __attribute__((__section__(".noinit.memreg." name), __aligned__(8)))
#define MR_ALIGNED __attribute__((__aligned__(8)))
#else
#define MR_NOINIT(name)
#define MR_ALIGNED
#endif

uint8_t target_avr_sram_bytes[16] MR_NOINIT("target_avr.sram");

/* region userrow */
static const mr_row_geometry_t target_avr_userrow_geometry = {
    .size_bytes = 32u, .erase_bytes = 32u, .program_bytes = 1u,
    .programs_once = MR_AVR_DX_USERROW_PROGRAMS_ONCE != 0, .is_erasable = true,
};
mr_row_t target_avr_userrow_row;
static uint8_t target_avr_userrow_copy[32] MR_ALIGNED;

/* region eeprom */
static const mr_row_geometry_t target_avr_eeprom_geometry = {
    .size_bytes = 5u, .erase_bytes = 1u, .program_bytes = 1u,
    .programs_once = MR_AVR_DX_EEPROM_PROGRAMS_ONCE != 0, .is_erasable = true,
};
mr_row_t target_avr_eeprom_row;
static uint8_t target_avr_eeprom_copy[5] MR_ALIGNED;

mr_status_t target_avr_init(void)
{
    mr_row_open(&target_avr_userrow_row, &mr_avr_dx_userrow_driver, &target_avr_userrow_geometry, (void *)(uintptr_t)0x1080u, target_avr_userrow_copy);
    mr_row_open(&target_avr_eeprom_row, &mr_avr_dx_eeprom_driver, &target_avr_eeprom_geometry, (void *)(uintptr_t)0x1400u, target_avr_eeprom_copy);
    return MR_OK;
}
