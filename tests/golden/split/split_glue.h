/* Made from split.mr by memregc 0.1.0; fingerprint 0x6C05B922. Do not edit: edit the layout. */
#ifndef SPLIT_SPLIT_GLUE_INCLUDED
#define SPLIT_SPLIT_GLUE_INCLUDED

#include "split.h"

/* Makes everything that the layout declares ready: call it before anything else. Returns MR_OK. */
MR_EXTERN mr_status_t split_init(void);

#endif
