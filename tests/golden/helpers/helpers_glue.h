/* Made from helpers.mr by memregc 0.1.0; fingerprint 0x39BE7430. Do not edit: edit the layout. */
#ifndef HELPERS_HELPERS_GLUE_INCLUDED
#define HELPERS_HELPERS_GLUE_INCLUDED

#include "helpers.h"

/* Makes everything that the layout declares ready: call it before anything else. Returns MR_OK. */
MR_EXTERN mr_status_t helpers_init(void);

#endif
