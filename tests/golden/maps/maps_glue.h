/* Made from maps.mr by memregc 0.1.0; fingerprint 0x89422BC7. Do not edit: edit the layout. */
#ifndef P_MAPS_GLUE_INCLUDED
#define P_MAPS_GLUE_INCLUDED

#include "maps.h"

/* Makes everything that the layout declares ready: call it before anything else. Returns MR_OK. */
MR_EXTERN mr_status_t p_init(void);

#endif
