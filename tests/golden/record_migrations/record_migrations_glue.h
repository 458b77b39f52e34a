/* Made from record_migrations.mr by memregc 0.1.0; fingerprint 0x6AA214B3. Do not edit: edit the layout. */
#ifndef P_RECORD_MIGRATIONS_GLUE_INCLUDED
#define P_RECORD_MIGRATIONS_GLUE_INCLUDED

#include "record_migrations.h"

/* Makes everything that the layout declares ready: call it before anything else. Returns MR_OK. */
MR_EXTERN mr_status_t p_init(void);

#endif
