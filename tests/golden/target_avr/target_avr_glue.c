/* Made from target_avr.mr by memregc 0.1.0; fingerprint 0xFC51FA89. Do not edit: edit the layout. */
#include "target_avr_glue.h"

/* Start-up code must leave .noinit alone, so that its contents outlive a reset. */
#if defined __GNUC__ && defined __ELF__
#define MR_NOINIT(name) __attribute__((__section__(".noinit.memreg." name), __aligned__(8)))
#define MR_ALIGNED __attribute__((__aligned__(8)))
#else
#define MR_NOINIT(name)
#define MR_ALIGNED
#endif

uint8_t target_avr_sram_bytes[16] MR_NOINIT("target_avr.sram");

mr_status_t target_avr_init(void)
{
    return MR_OK;
}
