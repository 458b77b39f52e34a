/* Made from services_warned.mr by memregc 0.1.0; fingerprint 0x8F1CCFA7. Do not edit: edit the layout. */
#ifndef SERVICES_WARNED_SERVICES_WARNED_GLUE_INCLUDED
#define SERVICES_WARNED_SERVICES_WARNED_GLUE_INCLUDED

#include "services_warned.h"

/* Call it before anything else. Always returns MR_OK. */
MR_EXTERN mr_status_t services_warned_init(void);

#endif
