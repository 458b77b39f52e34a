/* Made from rows_avr.mr by memregc 0.1.0; fingerprint 0x1325D563. Do not edit: edit the layout. */
#ifndef P_ROWS_AVR_GLUE_INCLUDED
#define P_ROWS_AVR_GLUE_INCLUDED

#include "rows_avr.h"

/* Makes everything that the layout declares ready: call it before anything else. Returns MR_OK. */
MR_EXTERN mr_status_t p_init(void);

#endif
