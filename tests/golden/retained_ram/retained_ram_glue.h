/* Made from retained_ram.mr by memregc 0.1.0; fingerprint 0x06035FAB. Do not edit: edit the layout. */
#ifndef RETAINED_RAM_RETAINED_RAM_GLUE_INCLUDED
#define RETAINED_RAM_RETAINED_RAM_GLUE_INCLUDED

#include "retained_ram.h"

/* Makes everything that the layout declares ready: call it before anything else. Returns MR_OK. */
MR_EXTERN mr_status_t retained_ram_init(void);

#endif
