/* Made from maps_flash.mr by memregc 0.1.0; fingerprint 0xD9B78FD1. Do not edit: edit the layout. */
#ifndef P_MAPS_FLASH_GLUE_INCLUDED
#define P_MAPS_FLASH_GLUE_INCLUDED

#include "maps_flash.h"

/* Makes everything that the layout declares ready: call it before anything else. Returns MR_OK. */
MR_EXTERN mr_status_t p_init(void);

#endif
