/* Made from services_warned.mr by memregc 0.1.0; fingerprint 0x9A7E13B4. Do not edit: edit the layout. */
#ifndef SERVICES_WARNED_SERVICES_WARNED_GLUE_INCLUDED
#define SERVICES_WARNED_SERVICES_WARNED_GLUE_INCLUDED

#include "services_warned.h"

/* Makes everything that the layout declares ready: call it before anything else. Returns MR_OK. */
MR_EXTERN mr_status_t services_warned_init(void);

#endif
