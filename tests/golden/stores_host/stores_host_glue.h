/* Made from stores_host.mr by memregc 0.1.0; fingerprint 0x05530490. Do not edit: edit the layout. */
#ifndef P_STORES_HOST_GLUE_INCLUDED
#define P_STORES_HOST_GLUE_INCLUDED

#include "stores_host.h"

/* Makes everything that the layout declares ready: call it before anything else. Returns MR_OK. */
MR_EXTERN mr_status_t p_init(void);

#endif
