/* Made from register_aliases.mr by memregc 0.1.0; fingerprint 0x607F5FD0. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** A region whose registers have windows in which a write sets, clears or toggles bits atomically; and registers that
 * lie over one another. */
#ifndef REGISTER_ALIASES_REGISTER_ALIASES_INCLUDED
#define REGISTER_ALIASES_REGISTER_ALIASES_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Pads, Uart, Uart_fifo. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Registers: each access at exactly its width. */
#define REGISTER_ALIASES_VERSION 1u
#define REGISTER_ALIASES_FINGERPRINT 0x607F5FD0u

/* ---- Pads: 36 bytes at 0x40000000
 * OFFSET BITS   NAME                     TYPE       ACCESS
 * 0x0000        pad                      u32        rw
 *        1:0      (free)
 *        2        pull_down              bool       rw
 *        3        pull_up                bool       rw
 *        5:4      drive                  u2         rw
 *        7:6      (free)
 *        8        latched                bool       w1c
 *        31:9     (free)
 * 0x0010        pads                     u32[4]     rw
 *        2:0      (free)
 *        3        pull_up                bool       rw
 *        5:4      drive                  u2         rw
 *        31:6     (free)
 * 0x0020        raw                      u32        rw
 */
#ifndef REGISTER_ALIASES_PADS_BASE
#define REGISTER_ALIASES_PADS_BASE 0x40000000u
#endif

#define REGISTER_ALIASES_PADS_PAD_OFFSET 0x00u
typedef struct { uint32_t bits; } register_aliases_pads_pad_t;
MR_ASSERT(register_aliases_pads_pad, sizeof(register_aliases_pads_pad_t) == 4u);
MR_INLINE register_aliases_pads_pad_t register_aliases_pads_pad_read(void) { register_aliases_pads_pad_t value = { MR_REGISTER(uint32_t, REGISTER_ALIASES_PADS_BASE) }; return value; }
MR_INLINE void register_aliases_pads_pad_write(register_aliases_pads_pad_t value) { MR_REGISTER(uint32_t, REGISTER_ALIASES_PADS_BASE) = value.bits; }
MR_INLINE register_aliases_pads_pad_t register_aliases_pads_pad_edit(void)
{
    register_aliases_pads_pad_t value = register_aliases_pads_pad_read();
    value.bits = (uint32_t)(value.bits & 0xFFFFFEFFu);
    return value;
}
#define REGISTER_ALIASES_PADS_PAD_DRIVE_Pos 4u
#define REGISTER_ALIASES_PADS_PAD_DRIVE_Msk 0x00000030u
MR_INLINE uint8_t register_aliases_pads_pad_get_drive(register_aliases_pads_pad_t value) { return MR_BITS(uint8_t, value.bits, 4, 2); }
MR_INLINE register_aliases_pads_pad_t register_aliases_pads_pad_with_drive(register_aliases_pads_pad_t value, uint8_t to) { MR_CHECK(to <= 3u); value.bits = MR_WITH(uint32_t, value.bits, 4, 2, to); return value; }
MR_INLINE uint8_t register_aliases_pads_pad_read_drive(void) { return MR_READ(register_aliases_pads_pad, drive); }
MR_INLINE void register_aliases_pads_pad_set_drive(uint8_t to) { MR_CHECK(to <= 3u); MR_REGISTER(uint32_t, REGISTER_ALIASES_PADS_BASE + 0x1000u) = (uint32_t)((register_aliases_pads_pad_read().bits ^ (uint32_t)((uint32_t)to << (4))) & 0x00000030u); }
#define REGISTER_ALIASES_PADS_PAD_PULL_UP_Pos 3u
#define REGISTER_ALIASES_PADS_PAD_PULL_UP_Msk 0x00000008u
MR_INLINE bool register_aliases_pads_pad_get_pull_up(register_aliases_pads_pad_t value) { return MR_BIT(value.bits, 3); }
MR_INLINE register_aliases_pads_pad_t register_aliases_pads_pad_with_pull_up(register_aliases_pads_pad_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 3, 1, to); return value; }
MR_INLINE bool register_aliases_pads_pad_read_pull_up(void) { return MR_READ(register_aliases_pads_pad, pull_up); }
MR_INLINE void register_aliases_pads_pad_set_pull_up(bool to) { MR_REGISTER(uint32_t, REGISTER_ALIASES_PADS_BASE + (to ? 0x2000u : 0x3000u)) = 0x00000008u; }
MR_INLINE void register_aliases_pads_pad_toggle_pull_up(void) { MR_REGISTER(uint32_t, REGISTER_ALIASES_PADS_BASE + 0x1000u) = 0x00000008u; }
#define REGISTER_ALIASES_PADS_PAD_PULL_DOWN_Pos 2u
#define REGISTER_ALIASES_PADS_PAD_PULL_DOWN_Msk 0x00000004u
MR_INLINE bool register_aliases_pads_pad_get_pull_down(register_aliases_pads_pad_t value) { return MR_BIT(value.bits, 2); }
MR_INLINE register_aliases_pads_pad_t register_aliases_pads_pad_with_pull_down(register_aliases_pads_pad_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 2, 1, to); return value; }
MR_INLINE bool register_aliases_pads_pad_read_pull_down(void) { return MR_READ(register_aliases_pads_pad, pull_down); }
MR_INLINE void register_aliases_pads_pad_set_pull_down(bool to) { MR_REGISTER(uint32_t, REGISTER_ALIASES_PADS_BASE + (to ? 0x2000u : 0x3000u)) = 0x00000004u; }
MR_INLINE void register_aliases_pads_pad_toggle_pull_down(void) { MR_REGISTER(uint32_t, REGISTER_ALIASES_PADS_BASE + 0x1000u) = 0x00000004u; }
#define REGISTER_ALIASES_PADS_PAD_LATCHED_Pos 8u
#define REGISTER_ALIASES_PADS_PAD_LATCHED_Msk 0x00000100u
MR_INLINE bool register_aliases_pads_pad_get_latched(register_aliases_pads_pad_t value) { return MR_BIT(value.bits, 8); }
MR_INLINE register_aliases_pads_pad_t register_aliases_pads_pad_with_latched(register_aliases_pads_pad_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 8, 1, to); return value; }
MR_INLINE bool register_aliases_pads_pad_read_latched(void) { return MR_READ(register_aliases_pads_pad, latched); }
MR_INLINE void register_aliases_pads_pad_clear_latched(void) { register_aliases_pads_pad_t value = register_aliases_pads_pad_edit(); value.bits = (uint32_t)(value.bits | 0x00000100u); register_aliases_pads_pad_write(value); }

#define REGISTER_ALIASES_PADS_PADS_OFFSET 0x10u
#define REGISTER_ALIASES_PADS_PADS_COUNT 4u
#define REGISTER_ALIASES_PADS_PADS_STRIDE 0x4u
typedef struct { uint32_t bits; } register_aliases_pads_pads_t;
MR_ASSERT(register_aliases_pads_pads, sizeof(register_aliases_pads_pads_t) == 4u);
MR_INLINE register_aliases_pads_pads_t register_aliases_pads_pads_read(unsigned i) { MR_CHECK(i < 4u); register_aliases_pads_pads_t value = { MR_REGISTERS(uint32_t, 1u, REGISTER_ALIASES_PADS_BASE + 0x10u)[i][0] }; return value; }
MR_INLINE void register_aliases_pads_pads_write(unsigned i, register_aliases_pads_pads_t value) { MR_CHECK(i < 4u); MR_REGISTERS(uint32_t, 1u, REGISTER_ALIASES_PADS_BASE + 0x10u)[i][0] = value.bits; }
MR_INLINE register_aliases_pads_pads_t register_aliases_pads_pads_edit(unsigned i) { return register_aliases_pads_pads_read(i); }
#define REGISTER_ALIASES_PADS_PADS_DRIVE_Pos 4u
#define REGISTER_ALIASES_PADS_PADS_DRIVE_Msk 0x00000030u
MR_INLINE uint8_t register_aliases_pads_pads_get_drive(register_aliases_pads_pads_t value) { return MR_BITS(uint8_t, value.bits, 4, 2); }
MR_INLINE register_aliases_pads_pads_t register_aliases_pads_pads_with_drive(register_aliases_pads_pads_t value, uint8_t to) { MR_CHECK(to <= 3u); value.bits = MR_WITH(uint32_t, value.bits, 4, 2, to); return value; }
MR_INLINE uint8_t register_aliases_pads_pads_read_drive(unsigned i) { return register_aliases_pads_pads_get_drive(register_aliases_pads_pads_read(i)); }
MR_INLINE void register_aliases_pads_pads_set_drive(unsigned i, uint8_t to) { MR_CHECK(i < 4u); MR_CHECK(to <= 3u); MR_REGISTER(uint32_t, REGISTER_ALIASES_PADS_BASE + 0x10u + i * 4u + 0x1000u) = (uint32_t)((register_aliases_pads_pads_read(i).bits ^ (uint32_t)((uint32_t)to << (4))) & 0x00000030u); }
#define REGISTER_ALIASES_PADS_PADS_PULL_UP_Pos 3u
#define REGISTER_ALIASES_PADS_PADS_PULL_UP_Msk 0x00000008u
MR_INLINE bool register_aliases_pads_pads_get_pull_up(register_aliases_pads_pads_t value) { return MR_BIT(value.bits, 3); }
MR_INLINE register_aliases_pads_pads_t register_aliases_pads_pads_with_pull_up(register_aliases_pads_pads_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 3, 1, to); return value; }
MR_INLINE bool register_aliases_pads_pads_read_pull_up(unsigned i) { return register_aliases_pads_pads_get_pull_up(register_aliases_pads_pads_read(i)); }
MR_INLINE void register_aliases_pads_pads_set_pull_up(unsigned i, bool to) { MR_CHECK(i < 4u); MR_REGISTER(uint32_t, REGISTER_ALIASES_PADS_BASE + 0x10u + i * 4u + (to ? 0x2000u : 0x3000u)) = 0x00000008u; }
MR_INLINE void register_aliases_pads_pads_toggle_pull_up(unsigned i) { MR_REGISTER(uint32_t, REGISTER_ALIASES_PADS_BASE + 0x10u + i * 4u + 0x1000u) = 0x00000008u; }

#define REGISTER_ALIASES_PADS_RAW_OFFSET 0x20u
MR_INLINE uint32_t register_aliases_pads_raw_read(void) { return MR_REGISTER(uint32_t, REGISTER_ALIASES_PADS_BASE + 0x20u); }
MR_INLINE void register_aliases_pads_raw_write(uint32_t value) { MR_REGISTER(uint32_t, REGISTER_ALIASES_PADS_BASE + 0x20u) = value; }

/* ---- Uart: 8 bytes at 0x50000000
 * OFFSET BITS   NAME                     TYPE       ACCESS
 * 0x0000        received                 u32        ro
 *        7:0      data                   u8         ro
 *        8        error                  bool       ro
 *        31:9     (free)
 * 0x0000        transmitted              u32        wo
 *        7:0      data                   u8         wo
 *        31:8     (free)
 * 0x0004        mode                     u32        rw
 *        7:0      capture                u8         rw
 *        7:0      compare                u8         rw
 *        31:8     (free)
 */
/** The same address is read and written with different meanings. */
#ifndef REGISTER_ALIASES_UART_BASE
#define REGISTER_ALIASES_UART_BASE 0x50000000u
#endif

#define REGISTER_ALIASES_UART_RECEIVED_OFFSET 0x00u
typedef struct { uint32_t bits; } register_aliases_uart_received_t;
MR_ASSERT(register_aliases_uart_received, sizeof(register_aliases_uart_received_t) == 4u);
MR_INLINE register_aliases_uart_received_t register_aliases_uart_received_read(void) { register_aliases_uart_received_t value = { MR_REGISTER(uint32_t, REGISTER_ALIASES_UART_BASE) }; return value; }
#define REGISTER_ALIASES_UART_RECEIVED_DATA_Pos 0u
#define REGISTER_ALIASES_UART_RECEIVED_DATA_Msk 0x000000FFu
MR_INLINE uint8_t register_aliases_uart_received_get_data(register_aliases_uart_received_t value) { return MR_BITS(uint8_t, value.bits, 0, 8); }
MR_INLINE uint8_t register_aliases_uart_received_read_data(void) { return MR_READ(register_aliases_uart_received, data); }
#define REGISTER_ALIASES_UART_RECEIVED_ERROR_Pos 8u
#define REGISTER_ALIASES_UART_RECEIVED_ERROR_Msk 0x00000100u
MR_INLINE bool register_aliases_uart_received_get_error(register_aliases_uart_received_t value) { return MR_BIT(value.bits, 8); }
MR_INLINE bool register_aliases_uart_received_read_error(void) { return MR_READ(register_aliases_uart_received, error); }

#define REGISTER_ALIASES_UART_TRANSMITTED_OFFSET 0x00u
typedef struct { uint32_t bits; } register_aliases_uart_transmitted_t;
MR_ASSERT(register_aliases_uart_transmitted, sizeof(register_aliases_uart_transmitted_t) == 4u);
MR_INLINE void register_aliases_uart_transmitted_write(register_aliases_uart_transmitted_t value) { MR_REGISTER(uint32_t, REGISTER_ALIASES_UART_BASE) = value.bits; }
#define REGISTER_ALIASES_UART_TRANSMITTED_DATA_Pos 0u
#define REGISTER_ALIASES_UART_TRANSMITTED_DATA_Msk 0x000000FFu
MR_INLINE register_aliases_uart_transmitted_t register_aliases_uart_transmitted_with_data(register_aliases_uart_transmitted_t value, uint8_t to) { value.bits = MR_WITH(uint32_t, value.bits, 0, 8, to); return value; }
MR_INLINE void register_aliases_uart_transmitted_set_data(uint8_t to) { register_aliases_uart_transmitted_t value = { 0x0u }; register_aliases_uart_transmitted_write(register_aliases_uart_transmitted_with_data(value, to)); }

#define REGISTER_ALIASES_UART_MODE_OFFSET 0x04u
typedef struct { uint32_t bits; } register_aliases_uart_mode_t;
MR_ASSERT(register_aliases_uart_mode, sizeof(register_aliases_uart_mode_t) == 4u);
MR_INLINE register_aliases_uart_mode_t register_aliases_uart_mode_read(void) { register_aliases_uart_mode_t value = { MR_REGISTER(uint32_t, REGISTER_ALIASES_UART_BASE + 0x4u) }; return value; }
MR_INLINE void register_aliases_uart_mode_write(register_aliases_uart_mode_t value) { MR_REGISTER(uint32_t, REGISTER_ALIASES_UART_BASE + 0x4u) = value.bits; }
MR_INLINE register_aliases_uart_mode_t register_aliases_uart_mode_edit(void) { return register_aliases_uart_mode_read(); }
#define REGISTER_ALIASES_UART_MODE_CAPTURE_Pos 0u
#define REGISTER_ALIASES_UART_MODE_CAPTURE_Msk 0x000000FFu
MR_INLINE uint8_t register_aliases_uart_mode_get_capture(register_aliases_uart_mode_t value) { return MR_BITS(uint8_t, value.bits, 0, 8); }
MR_INLINE register_aliases_uart_mode_t register_aliases_uart_mode_with_capture(register_aliases_uart_mode_t value, uint8_t to) { value.bits = MR_WITH(uint32_t, value.bits, 0, 8, to); return value; }
MR_INLINE uint8_t register_aliases_uart_mode_read_capture(void) { return MR_READ(register_aliases_uart_mode, capture); }
MR_INLINE void register_aliases_uart_mode_set_capture(uint8_t to) { MR_SET(register_aliases_uart_mode, capture, to); }
#define REGISTER_ALIASES_UART_MODE_COMPARE_Pos 0u
#define REGISTER_ALIASES_UART_MODE_COMPARE_Msk 0x000000FFu
MR_INLINE uint8_t register_aliases_uart_mode_get_compare(register_aliases_uart_mode_t value) { return MR_BITS(uint8_t, value.bits, 0, 8); }
MR_INLINE register_aliases_uart_mode_t register_aliases_uart_mode_with_compare(register_aliases_uart_mode_t value, uint8_t to) { value.bits = MR_WITH(uint32_t, value.bits, 0, 8, to); return value; }
MR_INLINE uint8_t register_aliases_uart_mode_read_compare(void) { return MR_READ(register_aliases_uart_mode, compare); }
MR_INLINE void register_aliases_uart_mode_set_compare(uint8_t to) { MR_SET(register_aliases_uart_mode, compare, to); }

/* ---- Uart_fifo: 1 bytes at 0x50000000
 * OFFSET BITS   NAME                     TYPE       ACCESS
 * 0x0000        data                     u8         rw
 */
#ifndef REGISTER_ALIASES_UART_FIFO_BASE
#define REGISTER_ALIASES_UART_FIFO_BASE 0x50000000u
#endif

#define REGISTER_ALIASES_UART_FIFO_DATA_OFFSET 0x00u
MR_INLINE uint8_t register_aliases_uart_fifo_data_read(void) { return MR_REGISTER(uint8_t, REGISTER_ALIASES_UART_FIFO_BASE); }
MR_INLINE void register_aliases_uart_fifo_data_write(uint8_t value) { MR_REGISTER(uint8_t, REGISTER_ALIASES_UART_FIFO_BASE) = value; }

#endif
