/* Made from split.mr by memregc 0.1.0; fingerprint 0x6C05B922. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** A header for each block, and one that includes them all. */
#ifndef SPLIT_SPLIT_INCLUDED
#define SPLIT_SPLIT_INCLUDED

#include "split/split.common.h"
#include "split/port_a.h"
#include "split/port_b.h"
#include "split/last.h"

#endif
