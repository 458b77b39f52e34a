/* Made from views.mr by memregc 0.1.0; fingerprint 0xB79C88A4. Do not edit: edit the layout. */
#ifndef VIEWS_VIEWS_GLUE_INCLUDED
#define VIEWS_VIEWS_GLUE_INCLUDED

#include "views.h"

/* Makes everything that the layout declares ready: call it before anything else. Returns MR_OK. */
MR_EXTERN mr_status_t views_init(void);

#endif
