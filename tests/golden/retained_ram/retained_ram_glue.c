/* Made from retained_ram.mr by memregc 0.1.0; fingerprint 0x06035FAB. Do not edit: edit the layout. */
#include "retained_ram_glue.h"

/* Start-up code must leave .noinit alone, so that its contents outlive a reset. */
#if defined __GNUC__ && defined __ELF__
#define MR_NOINIT(name) __attribute__((__section__(".noinit.memreg." name), __aligned__(8)))
#define MR_ALIGNED __attribute__((__aligned__(8)))
#else
#define MR_NOINIT(name)
#define MR_ALIGNED
#endif

uint8_t retained_ram_noinit_bytes[20] MR_NOINIT("retained_ram.noinit");
uint8_t retained_ram_scratch_bytes[5] MR_ALIGNED;

mr_status_t retained_ram_init(void)
{
    return MR_OK;
}
