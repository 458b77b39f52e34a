/* Made from views.mr by memregc 0.1.0; fingerprint 0xB79C88A4. Do not edit: edit the layout. */
#include "views_glue.h"

/* Start-up code must leave .noinit alone, so that its contents outlive a reset. */
#if defined __GNUC__ && defined __ELF__
#define MR_NOINIT(name) __attribute__((__section__(".noinit.memreg." name), __aligned__(8)))
#define MR_ALIGNED __attribute__((__aligned__(8)))
#else
#define MR_NOINIT(name)
#define MR_ALIGNED
#endif

uint8_t views_sram_bytes[30] MR_NOINIT("views.sram");

mr_status_t views_init(void)
{
    return MR_OK;
}
