/* Made from services.mr by memregc 0.1.0; fingerprint 0xACFD17F1. Do not edit: edit the layout. */
#ifndef SERVICES_SERVICES_GLUE_INCLUDED
#define SERVICES_SERVICES_GLUE_INCLUDED

#include "services.h"

/* Makes everything that the layout declares ready: call it before anything else. Returns MR_OK. */
MR_EXTERN mr_status_t services_init(void);

#endif
