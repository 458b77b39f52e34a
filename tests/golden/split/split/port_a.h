/* Made from split.mr by memregc 0.1.0; fingerprint 0x35EC20C6. Do not edit: edit the layout.
 * Departures from MISRA C:2012 that the accessors below need, and why: rule 11.4 (registers are integers made pointers),
 * 11.3, 11.5 and 19.2 (bytes are read as words where that is cheaper), 20.10 and directive 4.9 (macros that build accesses,
 * for an inline function for each would cost every file that includes this), 8.13 and 2.5 (parts that a program leaves
 * unused). */
#ifndef SPLIT_PORT_A_INCLUDED
#define SPLIT_PORT_A_INCLUDED

#include "split.common.h"

/* ---- PortA: 24 bytes at 0x48000000
 * 0x0000        mode                     u32        rw
 *         31:0    pin                    Mode[16]   rw
 * 0x0014        output                   u32        rw
 */
/** Port A. */
#ifndef SPLIT_PORT_A_BASE
#define SPLIT_PORT_A_BASE 0x48000000u
#endif

#define SPLIT_PORT_A_MODE_OFFSET 0x00u
typedef struct { uint32_t bits; } split_port_a_mode_t;
MR_ASSERT(split_port_a_mode, sizeof(split_port_a_mode_t) == 4u);
MR_INLINE split_port_a_mode_t split_port_a_mode_read(void) { split_port_a_mode_t value = { MR_REGISTER(uint32_t, SPLIT_PORT_A_BASE) }; return value; }
MR_INLINE void split_port_a_mode_write(split_port_a_mode_t value) { MR_REGISTER(uint32_t, SPLIT_PORT_A_BASE) = value.bits; }
MR_INLINE split_port_a_mode_t split_port_a_mode_edit(void) { return split_port_a_mode_read(); }
#define SPLIT_PORT_A_MODE_PIN_Pos 0u
#define SPLIT_PORT_A_MODE_PIN_Msk 0xFFFFFFFFu
MR_INLINE split_mode_t split_port_a_mode_get_pin(split_port_a_mode_t value, unsigned i) { MR_CHECK(i < 16u); return (split_mode_t)MR_BITS(uint32_t, value.bits, 0u + i * 2u, 2); }
MR_INLINE split_port_a_mode_t split_port_a_mode_with_pin(split_port_a_mode_t value, unsigned i, split_mode_t to) { MR_CHECK(i < 16u); MR_CHECK((unsigned)to <= 3u); value.bits = MR_WITH_MASK(uint32_t, value.bits, 0u + i * 2u, 2, (uint8_t)to); return value; }
MR_INLINE split_mode_t split_port_a_mode_read_pin(unsigned i) { return split_port_a_mode_get_pin(split_port_a_mode_read(), i); }
MR_INLINE void split_port_a_mode_set_pin(unsigned i, split_mode_t to) { split_port_a_mode_write(split_port_a_mode_with_pin(split_port_a_mode_edit(), i, to)); }

#define SPLIT_PORT_A_OUTPUT_OFFSET 0x14u
MR_INLINE uint32_t split_port_a_output_read(void) { return MR_REGISTER(uint32_t, SPLIT_PORT_A_BASE + 0x14u); }
MR_INLINE void split_port_a_output_write(uint32_t value) { MR_REGISTER(uint32_t, SPLIT_PORT_A_BASE + 0x14u) = value; }

#endif
