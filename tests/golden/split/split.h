/* Made from split.mr by memregc 0.1.0; fingerprint 0x35EC20C6. Do not edit: edit the layout.
 * Departures from MISRA C:2012 that the accessors below need, and why: rule 11.4 (registers are integers made pointers),
 * 11.3, 11.5 and 19.2 (bytes are read as words where that is cheaper), 20.10 and directive 4.9 (macros that build accesses,
 * for an inline function for each would cost every file that includes this), 8.13 and 2.5 (parts that a program leaves
 * unused). */
/** A header for each block, and one that includes them all. */
#ifndef SPLIT_SPLIT_INCLUDED
#define SPLIT_SPLIT_INCLUDED

#include "split/split.common.h"
#include "split/port_a.h"
#include "split/port_b.h"
#include "split/last.h"

#endif
