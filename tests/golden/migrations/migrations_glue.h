/* Made from migrations.mr by memregc 0.1.0; fingerprint 0x1A9DDC87. Do not edit: edit the layout. */
#ifndef MIGRATIONS_MIGRATIONS_GLUE_INCLUDED
#define MIGRATIONS_MIGRATIONS_GLUE_INCLUDED

#include "migrations.h"

/* Makes everything that the layout declares ready: call it before anything else. Returns MR_OK. */
MR_EXTERN mr_status_t migrations_init(void);

#endif
