/* Made from mirror.mr by memregc 0.1.0; fingerprint 0x6298086B. Do not edit: edit the layout. */
#ifndef MIRROR_MIRROR_GLUE_INCLUDED
#define MIRROR_MIRROR_GLUE_INCLUDED

#include "mirror.h"

/* Makes everything that the layout declares ready: call it before anything else. Returns MR_OK. */
MR_EXTERN mr_status_t mirror_init(void);

#endif
