/* Made from target_avr.mr by memregc 0.1.0; fingerprint 0xFC51FA89. Do not edit: edit the layout. */
#ifndef TARGET_AVR_TARGET_AVR_GLUE_INCLUDED
#define TARGET_AVR_TARGET_AVR_GLUE_INCLUDED

#include "target_avr.h"

/* Makes everything that the layout declares ready: call it before anything else. Returns MR_OK. */
MR_EXTERN mr_status_t target_avr_init(void);

#endif
