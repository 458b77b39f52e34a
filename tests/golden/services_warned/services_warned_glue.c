/* Made from services_warned.mr by memregc 0.1.0; fingerprint 0x8F1CCFA7. Do not edit: edit the layout. */
#include "services_warned_glue.h"

/* Start-up code must leave .noinit alone, so that its contents outlive a reset. */
#if defined __GNUC__ && defined __ELF__
#define MR_NOINIT(name) __attribute__((__section__(".noinit.memreg." name), __aligned__(8)))
#define MR_ALIGNED __attribute__((__aligned__(8)))
#else
#define MR_NOINIT(name)
#define MR_ALIGNED
#endif

uint8_t services_warned_memory_bytes[1081] MR_ALIGNED;

mr_status_t services_warned_init(void)
{
    return MR_OK;
}
