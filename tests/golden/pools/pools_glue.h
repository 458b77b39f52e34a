/* Made from pools.mr by memregc 0.1.0; fingerprint 0x5228E844. Do not edit: edit the layout. */
#ifndef P_POOLS_GLUE_INCLUDED
#define P_POOLS_GLUE_INCLUDED

#include "pools.h"

/* Makes everything that the layout declares ready: call it before anything else. Returns MR_OK. */
MR_EXTERN mr_status_t p_init(void);

#endif
