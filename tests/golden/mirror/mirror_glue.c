/* Made from mirror.mr by memregc 0.1.0; fingerprint 0x6298086B. Do not edit: edit the layout.
 * Compile beside it, of the runtime: src/row.c src/row_block.c targets/…/avr_dx_row.c */
#include "mirror_glue.h"
#include "avr_dx_row.h"

/* Start-up code must leave .noinit alone, so that its contents outlive a reset. */
#if defined __GNUC__ && defined __ELF__
#define MR_NOINIT(name) __attribute__((__section__(".noinit.memreg." name), __aligned__(8)))
#define MR_ALIGNED __attribute__((__aligned__(8)))
#else
#define MR_NOINIT(name)
#define MR_ALIGNED
#endif

uint8_t mirror_memory_bytes[20] MR_NOINIT("mirror.memory");

/* region eeprom */
static const mr_row_geometry_t mirror_eeprom_geometry = {
    .size_bytes = 40u, .erase_bytes = 1u, .program_bytes = 1u,
    .programs_once = MR_AVR_DX_EEPROM_PROGRAMS_ONCE != 0, .is_erasable = true,
};
mr_row_t mirror_eeprom_row;
static uint8_t mirror_eeprom_copy[40] MR_ALIGNED;

mr_status_t mirror_init(void)
{
    mr_row_open(&mirror_eeprom_row, &mr_avr_dx_eeprom_driver, &mirror_eeprom_geometry, (void *)(uintptr_t)0x1400u, mirror_eeprom_copy);
    return MR_OK;
}
