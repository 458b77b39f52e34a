/* Made from wide_registers.mr by memregc 0.1.0; fingerprint 0xD44FC768. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Registers of all widths, fields up to the whole of 64 bits. */
#ifndef WIDE_REGISTERS_WIDE_REGISTERS_INCLUDED
#define WIDE_REGISTERS_WIDE_REGISTERS_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Timer. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Registers: each access at exactly its width. */
/* ---- Registers of 64 bits: two accesses on 32-bit processors, the lower address first. */
#define WIDE_REGISTERS_VERSION 1u
#define WIDE_REGISTERS_FINGERPRINT 0xD44FC768u

/* ---- Timer: 40 bytes at 0x2004000
 * OFFSET BITS   NAME                     TYPE       ACCESS
 * 0x0000        byte_wide                u8         rw
 *        3:0      low                    u4         rw
 *        7:4      high                   i4         rw
 * 0x0002        half_wide                u16        rw
 *        8:0      low                    u9         rw
 *        15:9     high                   u7         rw
 * 0x0004        word                     u32        rw
 *        31:0     all                    u32        rw
 * 0x0008        now                      u64        ro
 * 0x0010        compare                  u64        rw   = 0xFFFFFFFFFFFFFFFF
 * 0x0018        split                    u64        rw
 *        19:0     low                    u20        rw
 *        43:20    across                 u24        rw
 *        55:44    signed_part            i12        rw
 *        63:56    top                    u8         rw
 * 0x0020        whole                    u64        rw
 *        63:0     value                  u64        rw
 */
#ifndef WIDE_REGISTERS_TIMER_BASE
#define WIDE_REGISTERS_TIMER_BASE 0x02004000u
#endif

#define WIDE_REGISTERS_TIMER_BYTE_WIDE_OFFSET 0x00u
typedef struct { uint8_t bits; } wide_registers_timer_byte_wide_t;
MR_ASSERT(wide_registers_timer_byte_wide, sizeof(wide_registers_timer_byte_wide_t) == 1u);
MR_INLINE wide_registers_timer_byte_wide_t wide_registers_timer_byte_wide_read(void) { wide_registers_timer_byte_wide_t value = { MR_REGISTER(uint8_t, WIDE_REGISTERS_TIMER_BASE) }; return value; }
MR_INLINE void wide_registers_timer_byte_wide_write(wide_registers_timer_byte_wide_t value) { MR_REGISTER(uint8_t, WIDE_REGISTERS_TIMER_BASE) = value.bits; }
MR_INLINE wide_registers_timer_byte_wide_t wide_registers_timer_byte_wide_edit(void) { return wide_registers_timer_byte_wide_read(); }
#define WIDE_REGISTERS_TIMER_BYTE_WIDE_LOW_Pos 0u
#define WIDE_REGISTERS_TIMER_BYTE_WIDE_LOW_Msk 0x0Fu
MR_INLINE uint8_t wide_registers_timer_byte_wide_get_low(wide_registers_timer_byte_wide_t value) { return MR_BITS(uint8_t, value.bits, 0, 4); }
MR_INLINE wide_registers_timer_byte_wide_t wide_registers_timer_byte_wide_with_low(wide_registers_timer_byte_wide_t value, uint8_t to) { MR_CHECK(to <= 15u); value.bits = MR_WITH(uint8_t, value.bits, 0, 4, to); return value; }
MR_INLINE uint8_t wide_registers_timer_byte_wide_read_low(void) { return MR_READ(wide_registers_timer_byte_wide, low); }
MR_INLINE void wide_registers_timer_byte_wide_set_low(uint8_t to) { MR_SET(wide_registers_timer_byte_wide, low, to); }
#define WIDE_REGISTERS_TIMER_BYTE_WIDE_HIGH_Pos 4u
#define WIDE_REGISTERS_TIMER_BYTE_WIDE_HIGH_Msk 0xF0u
MR_INLINE int8_t wide_registers_timer_byte_wide_get_high(wide_registers_timer_byte_wide_t value) { return MR_BITS_SIGNED(int8_t, value.bits, 4, 4); }
MR_INLINE wide_registers_timer_byte_wide_t wide_registers_timer_byte_wide_with_high(wide_registers_timer_byte_wide_t value, int8_t to) { MR_CHECK(to >= -8 && to <= 7); value.bits = MR_WITH(uint8_t, value.bits, 4, 4, to); return value; }
MR_INLINE int8_t wide_registers_timer_byte_wide_read_high(void) { return MR_READ(wide_registers_timer_byte_wide, high); }
MR_INLINE void wide_registers_timer_byte_wide_set_high(int8_t to) { MR_SET(wide_registers_timer_byte_wide, high, to); }

#define WIDE_REGISTERS_TIMER_HALF_WIDE_OFFSET 0x02u
typedef struct { uint16_t bits; } wide_registers_timer_half_wide_t;
MR_ASSERT(wide_registers_timer_half_wide, sizeof(wide_registers_timer_half_wide_t) == 2u);
MR_INLINE wide_registers_timer_half_wide_t wide_registers_timer_half_wide_read(void) { wide_registers_timer_half_wide_t value = { MR_REGISTER(uint16_t, WIDE_REGISTERS_TIMER_BASE + 0x2u) }; return value; }
MR_INLINE void wide_registers_timer_half_wide_write(wide_registers_timer_half_wide_t value) { MR_REGISTER(uint16_t, WIDE_REGISTERS_TIMER_BASE + 0x2u) = value.bits; }
MR_INLINE wide_registers_timer_half_wide_t wide_registers_timer_half_wide_edit(void) { return wide_registers_timer_half_wide_read(); }
#define WIDE_REGISTERS_TIMER_HALF_WIDE_LOW_Pos 0u
#define WIDE_REGISTERS_TIMER_HALF_WIDE_LOW_Msk 0x01FFu
MR_INLINE uint16_t wide_registers_timer_half_wide_get_low(wide_registers_timer_half_wide_t value) { return MR_BITS(uint16_t, value.bits, 0, 9); }
MR_INLINE wide_registers_timer_half_wide_t wide_registers_timer_half_wide_with_low(wide_registers_timer_half_wide_t value, uint16_t to) { MR_CHECK(to <= 511u); value.bits = MR_WITH(uint16_t, value.bits, 0, 9, to); return value; }
MR_INLINE uint16_t wide_registers_timer_half_wide_read_low(void) { return MR_READ(wide_registers_timer_half_wide, low); }
MR_INLINE void wide_registers_timer_half_wide_set_low(uint16_t to) { MR_SET(wide_registers_timer_half_wide, low, to); }
#define WIDE_REGISTERS_TIMER_HALF_WIDE_HIGH_Pos 9u
#define WIDE_REGISTERS_TIMER_HALF_WIDE_HIGH_Msk 0xFE00u
MR_INLINE uint8_t wide_registers_timer_half_wide_get_high(wide_registers_timer_half_wide_t value) { return MR_BITS(uint8_t, value.bits, 9, 7); }
MR_INLINE wide_registers_timer_half_wide_t wide_registers_timer_half_wide_with_high(wide_registers_timer_half_wide_t value, uint8_t to) { MR_CHECK(to <= 127u); value.bits = MR_WITH(uint16_t, value.bits, 9, 7, to); return value; }
MR_INLINE uint8_t wide_registers_timer_half_wide_read_high(void) { return MR_READ(wide_registers_timer_half_wide, high); }
MR_INLINE void wide_registers_timer_half_wide_set_high(uint8_t to) { MR_SET(wide_registers_timer_half_wide, high, to); }

#define WIDE_REGISTERS_TIMER_WORD_OFFSET 0x04u
typedef struct { uint32_t bits; } wide_registers_timer_word_t;
MR_ASSERT(wide_registers_timer_word, sizeof(wide_registers_timer_word_t) == 4u);
MR_INLINE wide_registers_timer_word_t wide_registers_timer_word_read(void) { wide_registers_timer_word_t value = { MR_REGISTER(uint32_t, WIDE_REGISTERS_TIMER_BASE + 0x4u) }; return value; }
MR_INLINE void wide_registers_timer_word_write(wide_registers_timer_word_t value) { MR_REGISTER(uint32_t, WIDE_REGISTERS_TIMER_BASE + 0x4u) = value.bits; }
MR_INLINE wide_registers_timer_word_t wide_registers_timer_word_edit(void) { return wide_registers_timer_word_read(); }
#define WIDE_REGISTERS_TIMER_WORD_ALL_Pos 0u
#define WIDE_REGISTERS_TIMER_WORD_ALL_Msk 0xFFFFFFFFu
MR_INLINE uint32_t wide_registers_timer_word_get_all(wide_registers_timer_word_t value) { return MR_BITS(uint32_t, value.bits, 0, 32); }
MR_INLINE wide_registers_timer_word_t wide_registers_timer_word_with_all(wide_registers_timer_word_t value, uint32_t to) { value.bits = MR_WITH(uint32_t, value.bits, 0, 32, to); return value; }
MR_INLINE uint32_t wide_registers_timer_word_read_all(void) { return MR_READ(wide_registers_timer_word, all); }
MR_INLINE void wide_registers_timer_word_set_all(uint32_t to) { wide_registers_timer_word_t value = { 0x0u }; wide_registers_timer_word_write(wide_registers_timer_word_with_all(value, to)); }

#define WIDE_REGISTERS_TIMER_NOW_OFFSET 0x08u
MR_INLINE uint64_t wide_registers_timer_now_read(void) { return mr_read_64((uintptr_t)(WIDE_REGISTERS_TIMER_BASE + 0x8u)); }

#define WIDE_REGISTERS_TIMER_COMPARE_OFFSET 0x10u
#define WIDE_REGISTERS_TIMER_COMPARE_RESET 0xFFFFFFFFFFFFFFFFull
MR_INLINE uint64_t wide_registers_timer_compare_read(void) { return mr_read_64((uintptr_t)(WIDE_REGISTERS_TIMER_BASE + 0x10u)); }
MR_INLINE void wide_registers_timer_compare_write(uint64_t value) { mr_write_64((uintptr_t)(WIDE_REGISTERS_TIMER_BASE + 0x10u), value); }

#define WIDE_REGISTERS_TIMER_SPLIT_OFFSET 0x18u
typedef struct { uint64_t bits; } wide_registers_timer_split_t;
MR_ASSERT(wide_registers_timer_split, sizeof(wide_registers_timer_split_t) == 8u);
MR_INLINE wide_registers_timer_split_t wide_registers_timer_split_read(void) { wide_registers_timer_split_t value = { mr_read_64((uintptr_t)(WIDE_REGISTERS_TIMER_BASE + 0x18u)) }; return value; }
MR_INLINE void wide_registers_timer_split_write(wide_registers_timer_split_t value) { mr_write_64((uintptr_t)(WIDE_REGISTERS_TIMER_BASE + 0x18u), value.bits); }
MR_INLINE wide_registers_timer_split_t wide_registers_timer_split_edit(void) { return wide_registers_timer_split_read(); }
#define WIDE_REGISTERS_TIMER_SPLIT_LOW_Pos 0u
#define WIDE_REGISTERS_TIMER_SPLIT_LOW_Msk 0x00000000000FFFFFull
MR_INLINE uint32_t wide_registers_timer_split_get_low(wide_registers_timer_split_t value) { return MR_BITS(uint32_t, MR_LOW(value.bits), 0, 20); }
MR_INLINE wide_registers_timer_split_t wide_registers_timer_split_with_low(wide_registers_timer_split_t value, uint32_t to) { MR_CHECK(to <= 1048575u); value.bits = MR_WITH_MASK(uint64_t, value.bits, 0, 20, to); return value; }
MR_INLINE uint32_t wide_registers_timer_split_read_low(void) { return MR_READ(wide_registers_timer_split, low); }
MR_INLINE void wide_registers_timer_split_set_low(uint32_t to) { MR_SET(wide_registers_timer_split, low, to); }
#define WIDE_REGISTERS_TIMER_SPLIT_ACROSS_Pos 20u
#define WIDE_REGISTERS_TIMER_SPLIT_ACROSS_Msk 0x00000FFFFFF00000ull
MR_INLINE uint32_t wide_registers_timer_split_get_across(wide_registers_timer_split_t value) { return MR_BITS_CROSSING(uint32_t, value.bits, 20, 24); }
MR_INLINE wide_registers_timer_split_t wide_registers_timer_split_with_across(wide_registers_timer_split_t value, uint32_t to) { MR_CHECK(to <= 16777215u); value.bits = MR_WITH_MASK(uint64_t, value.bits, 20, 24, to); return value; }
MR_INLINE uint32_t wide_registers_timer_split_read_across(void) { return MR_READ_CROSSING(uint32_t, WIDE_REGISTERS_TIMER_BASE + 0x18u, 20, 24); }
MR_INLINE void wide_registers_timer_split_set_across(uint32_t to) { MR_SET(wide_registers_timer_split, across, to); }
#define WIDE_REGISTERS_TIMER_SPLIT_SIGNED_PART_Pos 44u
#define WIDE_REGISTERS_TIMER_SPLIT_SIGNED_PART_Msk 0x00FFF00000000000ull
MR_INLINE int16_t wide_registers_timer_split_get_signed_part(wide_registers_timer_split_t value) { return MR_BITS_SIGNED(int16_t, MR_HIGH(value.bits), 12, 12); }
MR_INLINE wide_registers_timer_split_t wide_registers_timer_split_with_signed_part(wide_registers_timer_split_t value, int16_t to) { MR_CHECK(to >= -2048 && to <= 2047); value.bits = MR_WITH_MASK(uint64_t, value.bits, 44, 12, to); return value; }
MR_INLINE int16_t wide_registers_timer_split_read_signed_part(void) { return MR_READ(wide_registers_timer_split, signed_part); }
MR_INLINE void wide_registers_timer_split_set_signed_part(int16_t to) { MR_SET(wide_registers_timer_split, signed_part, to); }
#define WIDE_REGISTERS_TIMER_SPLIT_TOP_Pos 56u
#define WIDE_REGISTERS_TIMER_SPLIT_TOP_Msk 0xFF00000000000000ull
MR_INLINE uint8_t wide_registers_timer_split_get_top(wide_registers_timer_split_t value) { return MR_BITS(uint8_t, MR_HIGH(value.bits), 24, 8); }
MR_INLINE wide_registers_timer_split_t wide_registers_timer_split_with_top(wide_registers_timer_split_t value, uint8_t to) { value.bits = MR_WITH_MASK(uint64_t, value.bits, 56, 8, to); return value; }
MR_INLINE uint8_t wide_registers_timer_split_read_top(void) { return MR_READ(wide_registers_timer_split, top); }
MR_INLINE void wide_registers_timer_split_set_top(uint8_t to) { MR_SET(wide_registers_timer_split, top, to); }

#define WIDE_REGISTERS_TIMER_WHOLE_OFFSET 0x20u
typedef struct { uint64_t bits; } wide_registers_timer_whole_t;
MR_ASSERT(wide_registers_timer_whole, sizeof(wide_registers_timer_whole_t) == 8u);
MR_INLINE wide_registers_timer_whole_t wide_registers_timer_whole_read(void) { wide_registers_timer_whole_t value = { mr_read_64((uintptr_t)(WIDE_REGISTERS_TIMER_BASE + 0x20u)) }; return value; }
MR_INLINE void wide_registers_timer_whole_write(wide_registers_timer_whole_t value) { mr_write_64((uintptr_t)(WIDE_REGISTERS_TIMER_BASE + 0x20u), value.bits); }
MR_INLINE wide_registers_timer_whole_t wide_registers_timer_whole_edit(void) { return wide_registers_timer_whole_read(); }
#define WIDE_REGISTERS_TIMER_WHOLE_VALUE_Pos 0u
#define WIDE_REGISTERS_TIMER_WHOLE_VALUE_Msk 0xFFFFFFFFFFFFFFFFull
MR_INLINE uint64_t wide_registers_timer_whole_get_value(wide_registers_timer_whole_t value) { return MR_BITS(uint64_t, value.bits, 0, 64); }
MR_INLINE wide_registers_timer_whole_t wide_registers_timer_whole_with_value(wide_registers_timer_whole_t value, uint64_t to) { value.bits = MR_WITH_MASK(uint64_t, value.bits, 0, 64, to); return value; }
MR_INLINE uint64_t wide_registers_timer_whole_read_value(void) { return MR_READ(wide_registers_timer_whole, value); }
MR_INLINE void wide_registers_timer_whole_set_value(uint64_t to) { wide_registers_timer_whole_t value = { 0x0ull }; wide_registers_timer_whole_write(wide_registers_timer_whole_with_value(value, to)); }

#endif
