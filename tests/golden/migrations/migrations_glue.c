/* Made from migrations.mr by memregc 0.1.0; fingerprint 0x1A9DDC87. Do not edit: edit the layout.
 * Compile beside it, of the runtime: src/row.c src/row_block.c */
#include "migrations_glue.h"

/* Start-up code must leave .noinit alone, so that its contents outlive a reset. */
#if defined __GNUC__ && defined __ELF__
#define MR_NOINIT(name) __attribute__((__section__(".noinit.memreg." name), __aligned__(8)))
#define MR_ALIGNED __attribute__((__aligned__(8)))
#else
#define MR_NOINIT(name)
#define MR_ALIGNED
#endif

uint8_t migrations_keep_bytes[145] MR_NOINIT("migrations.keep");

/* region rom */
static uint8_t migrations_rom_read_byte(void *context, size_t offset)
{
    uint8_t byte = 0xFF;
    (void)context;
    (void)migrations_rom_read((uint32_t)offset, &byte, 1);
    return byte;
}
static mr_status_t migrations_rom_program_unit(void *context, size_t offset, const uint8_t *unit)
{
    (void)context;
    return migrations_rom_program((uint32_t)offset, unit, 1u);
}
static mr_status_t migrations_rom_erase_unit(void *context, size_t offset)
{
    (void)context;
    return migrations_rom_erase((uint32_t)offset);
}
static mr_status_t migrations_rom_state(void *context)
{
    (void)context;
    return MR_OK;
}
static const mr_row_driver_t migrations_rom_driver = { migrations_rom_read_byte, migrations_rom_program_unit, migrations_rom_erase_unit, migrations_rom_state };
static const mr_row_geometry_t migrations_rom_geometry = {
    .size_bytes = 18u, .erase_bytes = 1u, .program_bytes = 1u,
    .programs_once = false, .is_erasable = true,
};
mr_row_t migrations_rom_row;
static uint8_t migrations_rom_copy[18] MR_ALIGNED;

mr_status_t migrations_init(void)
{
    mr_row_open(&migrations_rom_row, &migrations_rom_driver, &migrations_rom_geometry, NULL, migrations_rom_copy);
    return MR_OK;
}
