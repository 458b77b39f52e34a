/* Made from rows_host.mr by memregc 0.1.0; fingerprint 0xB0ADD5A6. Do not edit: edit the layout.
 * Compile beside it, of the runtime: src/row.c src/row_block.c targets/host/host_memory.c */
#include "rows_host_glue.h"
#include "host_memory.h"

/* Start-up code must leave .noinit alone, so that its contents outlive a reset. */
#if defined __GNUC__ && defined __ELF__
#define MR_NOINIT(name) __attribute__((__section__(".noinit.memreg." name), __aligned__(8)))
#define MR_ALIGNED __attribute__((__aligned__(8)))
#else
#define MR_NOINIT(name)
#define MR_ALIGNED
#endif


/* region userrow */
static mr_host_memory_t p_userrow_memory = {
    .name = "rows_host.userrow", .size_bytes = 4096u, .erase_bytes = 4096u,
    .page_bytes = 0u, .program_bytes = 1u, .programs_once = false, .is_erasable = true,
};
static const mr_row_geometry_t p_userrow_geometry = {
    .size_bytes = 4096u, .erase_bytes = 4096u, .program_bytes = 1u,
    .programs_once = false, .is_erasable = true,
};
mr_row_t p_userrow_row;
static uint8_t p_userrow_copy[4096] MR_ALIGNED;

/* region eeprom */
static mr_host_memory_t p_eeprom_memory = {
    .name = "rows_host.eeprom", .size_bytes = 4096u, .erase_bytes = 1u,
    .page_bytes = 0u, .program_bytes = 1u, .programs_once = false, .is_erasable = true,
};
static const mr_row_geometry_t p_eeprom_geometry = {
    .size_bytes = 32u, .erase_bytes = 1u, .program_bytes = 1u,
    .programs_once = false, .is_erasable = true,
};
mr_row_t p_eeprom_row;
static uint8_t p_eeprom_copy[32] MR_ALIGNED;

/* region otp */
static mr_host_memory_t p_otp_memory = {
    .name = "rows_host.otp", .size_bytes = 512u, .erase_bytes = 0u,
    .page_bytes = 0u, .program_bytes = 1u, .programs_once = false, .is_erasable = false,
};
static const mr_row_geometry_t p_otp_geometry = {
    .size_bytes = 2u, .erase_bytes = 2u, .program_bytes = 1u,
    .programs_once = false, .is_erasable = false,
};
mr_row_t p_otp_row;
static uint8_t p_otp_copy[2] MR_ALIGNED;

mr_status_t p_init(void)
{
    if (mr_host_open(&p_userrow_memory) != MR_OK)
        return MR_ERROR;
    mr_row_open(&p_userrow_row, &mr_host_row_driver, &p_userrow_geometry, &p_userrow_memory, p_userrow_copy);
    if (mr_host_open(&p_eeprom_memory) != MR_OK)
        return MR_ERROR;
    mr_row_open(&p_eeprom_row, &mr_host_row_driver, &p_eeprom_geometry, &p_eeprom_memory, p_eeprom_copy);
    if (mr_host_open(&p_otp_memory) != MR_OK)
        return MR_ERROR;
    mr_row_open(&p_otp_row, &mr_host_row_driver, &p_otp_geometry, &p_otp_memory, p_otp_copy);
    return MR_OK;
}
