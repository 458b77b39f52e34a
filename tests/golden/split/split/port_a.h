/* Made from split.mr by memregc 0.1.0; fingerprint 0x6C05B922. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
#ifndef SPLIT_PORT_A_INCLUDED
#define SPLIT_PORT_A_INCLUDED

#include "split.common.h"

/* ---- PortA: 24 bytes at 0x48000000
 * OFFSET BITS   NAME                     TYPE       ACCESS
 * 0x0000        mode                     u32        rw
 *        31:0     pin                    Mode[16]   rw
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
#define SPLIT_PORT_A_MODE_PIN_COUNT 16u
MR_INLINE split_mode_t split_port_a_mode_get_pin(split_port_a_mode_t value, unsigned i) { MR_CHECK(i < 16u); return MR_BITS_CAST(split_mode_t, value.bits, 0u + i * 2u, 2); }
MR_INLINE split_port_a_mode_t split_port_a_mode_with_pin(split_port_a_mode_t value, unsigned i, split_mode_t to) { MR_CHECK(i < 16u); MR_CHECK((unsigned)to >> 2 == 0); value.bits = MR_WITH_MASK(uint32_t, value.bits, 0u + i * 2u, 2, mr_any((uint32_t)to)); return value; }
MR_INLINE split_mode_t split_port_a_mode_read_pin(unsigned i) { return split_port_a_mode_get_pin(split_port_a_mode_read(), i); }
MR_INLINE void split_port_a_mode_set_pin(unsigned i, split_mode_t to) { split_port_a_mode_write(split_port_a_mode_with_pin(split_port_a_mode_edit(), i, to)); }

#define SPLIT_PORT_A_OUTPUT_OFFSET 0x14u
MR_INLINE uint32_t split_port_a_output_read(void) { return MR_REGISTER(uint32_t, SPLIT_PORT_A_BASE + 0x14u); }
MR_INLINE void split_port_a_output_write(uint32_t value) { MR_REGISTER(uint32_t, SPLIT_PORT_A_BASE + 0x14u) = value; }

#endif
