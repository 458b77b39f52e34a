/* Made from flash_blocks.mr by memregc 0.1.0; fingerprint 0x8FD5CB50. Do not edit: edit the layout. */
#ifndef P_FLASH_BLOCKS_GLUE_INCLUDED
#define P_FLASH_BLOCKS_GLUE_INCLUDED

#include "flash_blocks.h"

/* Makes everything that the layout declares ready: call it before anything else. Returns MR_OK. */
MR_EXTERN mr_status_t p_init(void);

#endif
