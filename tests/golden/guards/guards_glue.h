/* Made from guards.mr by memregc 0.1.0; fingerprint 0x8A9267A1. Do not edit: edit the layout. */
#ifndef GUARDS_GUARDS_GLUE_INCLUDED
#define GUARDS_GUARDS_GLUE_INCLUDED

#include "guards.h"

/* Makes everything that the layout declares ready: call it before anything else. Returns MR_OK. */
MR_EXTERN mr_status_t guards_init(void);

#endif
