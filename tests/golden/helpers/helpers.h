/* Made from helpers.mr by memregc 0.1.0; fingerprint 0x39BE7430. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Something of everything that needs helpers: here they are compared whole, in the other headers by their titles. */
#ifndef HELPERS_HELPERS_INCLUDED
#define HELPERS_HELPERS_INCLUDED

/* Behind the helpers, each below a line "---- NAME": State, Middle, Large, Remote, Timer. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
#ifndef MR_COMMON_1
#define MR_COMMON_1

#if defined __GNUC__ && !defined __TINYC__
#define MR_GNU 1
#if defined __OPTIMIZE_SIZE__
#define MR_INLINE static inline __attribute__((__always_inline__))
#else
#define MR_INLINE static inline
#endif
#define MR_IS_CONSTANT(value) __builtin_constant_p(value)
#else
#define MR_GNU 0
#define MR_INLINE static inline
#endif
#if MR_GNU && defined __BYTE_ORDER__ && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define MR_GNU_LITTLE 1
#else
#define MR_GNU_LITTLE 0
#endif

#if defined __cplusplus
#define MR_EXTERN extern "C"
#define MR_ASSERT(name, condition) static_assert(condition, #name)
#elif defined __STDC_VERSION__ && __STDC_VERSION__ >= 201112L
#define MR_EXTERN extern
#define MR_ASSERT(name, condition) _Static_assert(condition, #name)
#else
#define MR_EXTERN extern
#define MR_ASSERT(name, condition) typedef char mr_assert_##name[(condition) ? 1 : -1]
#endif

/* With MR_CHECKED a value or an index out of range calls mr_fault(), which the program defines; the value is then masked. */
#if defined MR_CHECKED
MR_EXTERN void mr_fault(const char *function, long line);
#define MR_CHECK(condition) ((condition) ? (void)0 : mr_fault(__func__, (long)__LINE__))
#else
#define MR_CHECK(condition) ((void)0)
#endif

/* As many ones; by name, for a computed mask would cost each file that includes this. */
#define MR_ONES_1 0x1u
#define MR_ONES_2 0x3u
#define MR_ONES_3 0x7u
#define MR_ONES_4 0xFu
#define MR_ONES_5 0x1Fu
#define MR_ONES_6 0x3Fu
#define MR_ONES_7 0x7Fu
#define MR_ONES_8 0xFFu
#define MR_ONES_9 0x1FFu
#define MR_ONES_10 0x3FFu
#define MR_ONES_11 0x7FFu
#define MR_ONES_12 0xFFFu
#define MR_ONES_13 0x1FFFu
#define MR_ONES_14 0x3FFFu
#define MR_ONES_15 0x7FFFu
#define MR_ONES_16 0xFFFFu
#define MR_ONES_17 0x1FFFFu
#define MR_ONES_18 0x3FFFFu
#define MR_ONES_19 0x7FFFFu
#define MR_ONES_20 0xFFFFFu
#define MR_ONES_21 0x1FFFFFu
#define MR_ONES_22 0x3FFFFFu
#define MR_ONES_23 0x7FFFFFu
#define MR_ONES_24 0xFFFFFFu
#define MR_ONES_25 0x1FFFFFFu
#define MR_ONES_26 0x3FFFFFFu
#define MR_ONES_27 0x7FFFFFFu
#define MR_ONES_28 0xFFFFFFFu
#define MR_ONES_29 0x1FFFFFFFu
#define MR_ONES_30 0x3FFFFFFFu
#define MR_ONES_31 0x7FFFFFFFu
#define MR_ONES_32 0xFFFFFFFFu
#define MR_ONES_33 0x1FFFFFFFFull
#define MR_ONES_34 0x3FFFFFFFFull
#define MR_ONES_35 0x7FFFFFFFFull
#define MR_ONES_36 0xFFFFFFFFFull
#define MR_ONES_37 0x1FFFFFFFFFull
#define MR_ONES_38 0x3FFFFFFFFFull
#define MR_ONES_39 0x7FFFFFFFFFull
#define MR_ONES_40 0xFFFFFFFFFFull
#define MR_ONES_41 0x1FFFFFFFFFFull
#define MR_ONES_42 0x3FFFFFFFFFFull
#define MR_ONES_43 0x7FFFFFFFFFFull
#define MR_ONES_44 0xFFFFFFFFFFFull
#define MR_ONES_45 0x1FFFFFFFFFFFull
#define MR_ONES_46 0x3FFFFFFFFFFFull
#define MR_ONES_47 0x7FFFFFFFFFFFull
#define MR_ONES_48 0xFFFFFFFFFFFFull
#define MR_ONES_49 0x1FFFFFFFFFFFFull
#define MR_ONES_50 0x3FFFFFFFFFFFFull
#define MR_ONES_51 0x7FFFFFFFFFFFFull
#define MR_ONES_52 0xFFFFFFFFFFFFFull
#define MR_ONES_53 0x1FFFFFFFFFFFFFull
#define MR_ONES_54 0x3FFFFFFFFFFFFFull
#define MR_ONES_55 0x7FFFFFFFFFFFFFull
#define MR_ONES_56 0xFFFFFFFFFFFFFFull
#define MR_ONES_57 0x1FFFFFFFFFFFFFFull
#define MR_ONES_58 0x3FFFFFFFFFFFFFFull
#define MR_ONES_59 0x7FFFFFFFFFFFFFFull
#define MR_ONES_60 0xFFFFFFFFFFFFFFFull
#define MR_ONES_61 0x1FFFFFFFFFFFFFFFull
#define MR_ONES_62 0x3FFFFFFFFFFFFFFFull
#define MR_ONES_63 0x7FFFFFFFFFFFFFFFull
#define MR_ONES_64 0xFFFFFFFFFFFFFFFFull
#define MR_ONES(type, width) ((type)MR_ONES_##width)
#define MR_MASK(type, position, width) ((type)(MR_ONES(type, width) << (position)))

/* The value in `width` bits of a word from bit `position` on. */
#if defined __cplusplus /* g++ takes a masked value for one that its enum might lack */
MR_INLINE uint32_t mr_any(uint32_t value) { return value; }
#else
#define mr_any(value) (value)
#endif
#define MR_BIT(word, position) ((bool)(((word) >> (position)) & 1))
#define MR_BITS(type, word, position, width) ((type)((type)((word) >> (position)) & (type)MR_ONES_##width))
#if defined __AVR__
#define MR_BITS_SIGNED_(type, raw, word, position, sign, width) \
    ((type)(((raw)((raw)((word) >> (position)) & (raw)MR_ONES_##width) ^ (raw)(sign)) - (raw)(sign)))
#define MR_BITS_SIGNED(type, word, position, width) ((type)((width) <= 16 \
    ? (int32_t)MR_BITS_SIGNED_(int16_t, uint16_t, word, position, 1ul << ((width) - 1), width) \
    : MR_BITS_SIGNED_(int32_t, uint32_t, word, position, 1ul << ((width) - 1), width)))
#define MR_BITS_ENUM(type, word, position, width) ((type)mr_any((position) / 8 == ((position) + (width) - 1) / 8 \
    ? (uint32_t)((uint8_t)((uint8_t)((word) >> ((position) / 8 * 8)) >> (position) % 8) & (uint8_t)MR_ONES_##width) \
    : MR_BITS(uint32_t, word, position, width)))
#else
#define MR_BITS_SIGNED(type, word, position, width) \
    ((type)((int32_t)((uint32_t)(word) << (32 - (width) - (position))) >> (32 - (width))))
#if defined __riscv && __riscv_xlen == 32 && MR_GNU && !defined __clang__
/* An exact division, as between pointers, lets a comparison be one with the masked word; no shift is left. */
#define MR_BITS_ENUM(type, word, position, width) ((type)(sizeof(word) > 4u || (position) + (width) >= 32 \
    ? (uint32_t)MR_BITS(uint32_t, word, position, width) \
    : (uint32_t)((char (*)[1ul << ((position) & 31)])(uintptr_t)((word) & MR_MASK(uint32_t, (position) & 31, width)) \
        - (char (*)[1ul << ((position) & 31)])0)))
#else
#define MR_BITS_ENUM(type, word, position, width) ((type)mr_any((uint32_t)((word) >> (position)) & (uint32_t)MR_ONES_##width))
#endif
#endif
#define MR_BITS_CAST(type, word, position, width) ((type)MR_BITS(uint32_t, word, position, width))
#define MR_BITS_SIGNED_64(type, word, position, width) \
    ((type)((int64_t)((uint64_t)(word) << (64 - (width) - (position))) >> (64 - (width))))
/* The same in the halves of 64 bits, at most 32 bits that are in both. */
#if defined __AVR__
#define MR_CROSSING(type, low, high, position, width) ((type)((low) >> (position) \
    | ((high) & (uint32_t)((1ul << ((position) + (width) - 32)) - 1u)) << (32 - (position))))
#else
#define MR_CROSSING(type, low, high, position, width) \
    ((type)((low) >> (position) | (uint32_t)((high) << (64 - (position) - (width))) >> (32 - (width))))
#endif

/* The word with `value` in those bits. */
#define MR_WITH_MASK(type, word, position, width, value) ((type)(((word) & (type)~((type)MR_ONES_##width << (position))) \
    | (type)((type)(value) & (type)MR_ONES_##width) << (position)))
#define MR_WITH_SHIFT(type, word, position, width, value) ((type)((word) ^ ((uint32_t)( \
    ((uint32_t)(word) >> (position) ^ (uint32_t)(value)) << (32u - (width))) >> (32u - (width) - (position)))))
#if MR_GNU && defined __ARM_ARCH && __ARM_ARCH >= 7 && MR_GNU_LITTLE
#define MR_WITH_FIELD(type, word, position, width, value) (__extension__ ({ \
    union { type bits; struct { type : position; type field : width; } in; } mr_; \
    mr_.bits = (word); mr_.in.field = (type)(value) & MR_ONES_##width; mr_.bits; }))
#define MR_WITH(type, word, position, width, value) ((type)(MR_IS_CONSTANT(value) \
    ? MR_WITH_MASK(type, word, position, width, value) : MR_WITH_FIELD(type, word, position, width, value)))
#elif MR_GNU && defined __ARM_ARCH && __ARM_ARCH < 7
/* The empty assembly hides that shifting up and down is a mask, which would be an instruction more. */
#define MR_WITH_LOW(type, word, width, value) (__extension__ ({ \
    uint32_t mr_ = ((uint32_t)(word) ^ (uint32_t)(value)) << (32u - (width)); __asm__("" : "+r"(mr_)); \
    (type)((word) ^ (mr_ >> (32u - (width)))); }))
#define MR_WITH(type, word, position, width, value) ((type)(MR_IS_CONSTANT(value) \
    ? MR_WITH_MASK(type, word, position, width, value) : (position) == 0 ? MR_WITH_LOW(type, word, width, value) \
    : MR_WITH_SHIFT(type, word, position, width, value)))
#elif MR_GNU && (defined __XTENSA__ || defined __xtensa__)
/* A field at the top is funnelled in from above; one in the middle is added, for an addition is a byte shorter. */
#define MR_WITH_TOP(word, width, value) (__extension__ ({ uint32_t mr_; __asm__("ssai %3\n\tsrc %0, %1, %2" \
    : "=a"(mr_) : "a"(value), "a"((uint32_t)(word) << (width)), "i"(width)); mr_; }))
#define MR_WITH_SUM(type, word, position, width, value) (__extension__ ({ \
    uint32_t mr_ = (uint32_t)((uint32_t)(value) << (32u - (width))) >> (32u - (width) - (position)); \
    __asm__("" : "+a"(mr_)); (type)(((word) & (type)~MR_MASK(type, position, width)) + mr_); }))
#define MR_WITH(type, word, position, width, value) ((type)(MR_IS_CONSTANT(value) \
    ? MR_WITH_MASK(type, word, position, width, value) \
    : (position) == 0 ? (word) ^ (((word) ^ (type)(value)) & MR_ONES(type, width)) \
    : (position) + (width) == 32 ? MR_WITH_TOP(word, width, value) : MR_WITH_SUM(type, word, position, width, value)))
#elif MR_GNU && defined __riscv && __riscv_xlen == 32
#define MR_WITH(type, word, position, width, value) ((type)(MR_IS_CONSTANT(value) \
    ? MR_WITH_MASK(type, word, position, width, value) : MR_WITH_SHIFT(type, word, position, width, value)))
#else
#define MR_WITH MR_WITH_MASK
#endif
#endif

/* ---- Registers: each access at exactly its width. */
#ifndef MR_REGISTERS_1
#define MR_REGISTERS_1
#define MR_REGISTER(type, address) (*(volatile type *)(uintptr_t)(address))
#define MR_REGISTERS(type, row_words, address) ((volatile type (*)[row_words])(uintptr_t)(address))

/* One field at its place, by the functions of its register. */
#define MR_READ(name, field) name##_get_##field(name##_read())
#define MR_SET(name, field, value) name##_write(name##_with_##field(name##_edit(), value))
#define MR_TOGGLE(name, mask) do { name##_t value = name##_edit(); value.bits ^= (mask); name##_write(value); } while (0)
#endif

/* ---- Registers of 64 bits: two accesses on 32-bit processors, the lower address first. */
#ifndef MR_REGISTERS_64_1
#define MR_REGISTERS_64_1
#if defined __AVR__ || UINTPTR_MAX > 0xFFFFFFFFu
MR_INLINE uint64_t mr_read_64(uintptr_t address) { return *(volatile uint64_t *)address; }
MR_INLINE void mr_write_64(uintptr_t address, uint64_t word) { *(volatile uint64_t *)address = word; }
#elif defined __BYTE_ORDER__ && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
MR_INLINE uint64_t mr_read_64(uintptr_t address)
{
    volatile uint32_t *words = (volatile uint32_t *)address;
    uint32_t high = words[0], low = words[1];
    return (uint64_t)high << 32 | low;
}
MR_INLINE void mr_write_64(uintptr_t address, uint64_t word)
{
    volatile uint32_t *words = (volatile uint32_t *)address;
    words[0] = (uint32_t)(word >> 32);
    words[1] = (uint32_t)word;
}
#else
MR_INLINE uint64_t mr_read_64(uintptr_t address)
{
    volatile uint32_t *words = (volatile uint32_t *)address;
    uint32_t low = words[0], high = words[1];
    return (uint64_t)high << 32 | low;
}
MR_INLINE void mr_write_64(uintptr_t address, uint64_t word)
{
    volatile uint32_t *words = (volatile uint32_t *)address;
    words[0] = (uint32_t)word;
    words[1] = (uint32_t)(word >> 32);
}
#endif

/* A field in both halves. On AVR a shift of 64 bits is a call: the halves are taken apart in memory. */
#define MR_LOW(word) ((uint32_t)(word))
#if defined __AVR__
MR_INLINE uint32_t mr_high(uint64_t word) { union { uint64_t all; uint32_t part[2]; } in; in.all = word; return in.part[1]; }
#define MR_HIGH(word) mr_high(word)
MR_INLINE uint32_t mr_read_crossing(uintptr_t address, unsigned position, unsigned width)
{
    volatile uint32_t *words = (volatile uint32_t *)address;
    uint32_t low = words[0], high = words[1];
    return MR_CROSSING(uint32_t, low, high, position, width);
}
#else
#define MR_HIGH(word) ((uint32_t)((word) >> 32))
MR_INLINE uint32_t mr_read_crossing(uintptr_t address, unsigned position, unsigned width)
{
    uint64_t word = mr_read_64(address);
    return MR_CROSSING(uint32_t, MR_LOW(word), MR_HIGH(word), position, width);
}
#endif
#define MR_READ_CROSSING(type, address, position, width) ((type)mr_read_crossing((uintptr_t)(address), position, width))
#define MR_BITS_CROSSING(type, word, position, width) MR_CROSSING(type, MR_LOW(word), MR_HIGH(word), position, width)
#endif

/* ---- Blocks of bytes: integers of either byte order at any place. */
#ifndef MR_BYTES_1
#define MR_BYTES_1
#if MR_GNU_LITTLE && (defined __ARM_FEATURE_UNALIGNED || defined __x86_64__ || defined __i386__)
#define MR_UNALIGNED 1   /* words may lie anywhere, and there is an instruction that swaps their bytes */
#else
#define MR_UNALIGNED 0
#endif
#if MR_GNU_LITTLE
typedef struct { uint16_t word; } __attribute__((__packed__, __may_alias__)) mr_16_1_t;
typedef struct { uint16_t word; } __attribute__((__may_alias__)) mr_16_2_t;
typedef struct { uint32_t word; } __attribute__((__packed__, __may_alias__)) mr_32_1_t;
typedef struct { uint32_t word; } __attribute__((__packed__, __aligned__(2), __may_alias__)) mr_32_2_t;
typedef struct { uint32_t word; } __attribute__((__may_alias__)) mr_32_4_t;
typedef struct { uint64_t word; } __attribute__((__packed__, __may_alias__)) mr_64_1_t;
typedef struct { uint64_t word; } __attribute__((__packed__, __aligned__(2), __may_alias__)) mr_64_2_t;
typedef struct { uint64_t word; } __attribute__((__packed__, __aligned__(4), __may_alias__)) mr_64_4_t;
typedef struct { uint64_t word; } __attribute__((__may_alias__)) mr_64_8_t;
#define MR_LE16(alignment, place) (((const mr_16_##alignment##_t *)(const void *)(place))->word)
#define MR_LE32(alignment, place) (((const mr_32_##alignment##_t *)(const void *)(place))->word)
#define MR_LE64(alignment, place) (((const mr_64_##alignment##_t *)(const void *)(place))->word)
#define MR_SET_LE16(alignment, place, value) ((void)(((mr_16_##alignment##_t *)(void *)(place))->word = (value)))
#define MR_SET_LE32(alignment, place, value) ((void)(((mr_32_##alignment##_t *)(void *)(place))->word = (value)))
#define MR_SET_LE64(alignment, place, value) ((void)(((mr_64_##alignment##_t *)(void *)(place))->word = (value)))
#else
#define MR_LE16(alignment, place) mr_le16(place)
#define MR_LE32(alignment, place) mr_le32(place)
#define MR_LE64(alignment, place) mr_le64(place)
#define MR_SET_LE16(alignment, place, value) mr_set_le16(place, value)
#define MR_SET_LE32(alignment, place, value) mr_set_le32(place, value)
#define MR_SET_LE64(alignment, place, value) mr_set_le64(place, value)
MR_INLINE uint16_t mr_le16(const uint8_t *place) { return (uint16_t)(place[0] | (unsigned)place[1] << 8); }
MR_INLINE uint32_t mr_le32(const uint8_t *place) { return mr_le16(place) | (uint32_t)mr_le16(place + 2) << 16; }
MR_INLINE uint64_t mr_le64(const uint8_t *place) { return mr_le32(place) | (uint64_t)mr_le32(place + 4) << 32; }
MR_INLINE void mr_set_le16(uint8_t *place, uint16_t value) { place[0] = (uint8_t)value; place[1] = (uint8_t)(value >> 8); }
MR_INLINE void mr_set_le32(uint8_t *place, uint32_t value)
{
    mr_set_le16(place, (uint16_t)value);
    mr_set_le16(place + 2, (uint16_t)(value >> 16));
}
MR_INLINE void mr_set_le64(uint8_t *place, uint64_t value)
{
    mr_set_le32(place, (uint32_t)value);
    mr_set_le32(place + 4, (uint32_t)(value >> 32));
}
#endif
/* A field in both halves of 64 aligned bits. The loads are volatile to keep their order: the first may take the last register. */
#if MR_GNU_LITTLE && !defined __AVR__
#define MR_LE64_CROSSING(type, place, position, width) ((type)mr_le64_crossing(place, position, width))
MR_INLINE uint32_t mr_le64_crossing(const uint8_t *place, unsigned position, unsigned width)
{
    const volatile mr_32_4_t *words = (const volatile mr_32_4_t *)(const void *)place;
    uint32_t low = words[0].word, high = words[1].word;
    return MR_CROSSING(uint32_t, low, high, position, width);
}
#else
#define MR_LE64_CROSSING(type, place, position, width) MR_BITS(type, MR_LE64(1, place), position, width)
#endif
#define MR_LE8(alignment, place) ((place)[0])
#define MR_LE24(alignment, place) (MR_LE16(1, place) | (uint32_t)(place)[2] << 16)
#define MR_LE40(alignment, place) (MR_LE32(1, place) | (uint64_t)(place)[4] << 32)
#define MR_LE48(alignment, place) (MR_LE32(1, place) | (uint64_t)MR_LE16(1, (place) + 4) << 32)
#define MR_LE56(alignment, place) (MR_LE32(1, place) | (uint64_t)MR_LE24(1, (place) + 4) << 32)
#define MR_SET_LE8(alignment, place, value) ((void)((place)[0] = (value)))
#define MR_SET_LE24(alignment, place, value) mr_set_le24(place, value)
#define MR_SET_LE40(alignment, place, value) mr_set_le40(place, value)
#define MR_SET_LE48(alignment, place, value) mr_set_le48(place, value)
#define MR_SET_LE56(alignment, place, value) mr_set_le56(place, value)
MR_INLINE void mr_set_le24(uint8_t *place, uint32_t value)
{
#if MR_UNALIGNED
    MR_SET_LE16(1, place, (uint16_t)value);
#else
    place[0] = (uint8_t)value;
    place[1] = (uint8_t)(value >> 8);
#endif
    place[2] = (uint8_t)(value >> 16);
}
MR_INLINE void mr_set_le40(uint8_t *place, uint64_t value)
{
    MR_SET_LE32(1, place, (uint32_t)value);
    place[4] = (uint8_t)(value >> 32);
}
MR_INLINE void mr_set_le48(uint8_t *place, uint64_t value)
{
    MR_SET_LE32(1, place, (uint32_t)value);
    MR_SET_LE16(1, place + 4, (uint16_t)(value >> 32));
}
MR_INLINE void mr_set_le56(uint8_t *place, uint64_t value)
{
    MR_SET_LE32(1, place, (uint32_t)value);
    mr_set_le24(place + 4, (uint32_t)(value >> 32));
}

/* Big-endian: where words may lie anywhere, load and swap; else by bytes, hidden from gcc, which would make a load of them
 * and then split that again. */
#if MR_UNALIGNED
MR_INLINE uint16_t mr_be16(const uint8_t *place) { return __builtin_bswap16(MR_LE16(1, place)); }
MR_INLINE uint32_t mr_be32(const uint8_t *place) { return __builtin_bswap32(MR_LE32(1, place)); }
#else
#if defined __XTENSA__ || defined __xtensa__
MR_INLINE uint16_t mr_be16(const uint8_t *place) { return (uint16_t)(place[0] * 256u + place[1]); }
#else
MR_INLINE uint16_t mr_be16(const volatile uint8_t *place) { unsigned high = place[0]; return (uint16_t)(high << 8 | place[1]); }
#endif
#if defined __AVR__
MR_INLINE uint32_t mr_be32(const uint8_t *place)
{
    union { uint8_t part[4]; uint32_t all; } in;
    in.part[3] = place[0];
    in.part[2] = place[1];
    in.part[1] = place[2];
    in.part[0] = place[3];
    return in.all;
}
#else
MR_INLINE uint32_t mr_be32(const uint8_t *place) { return (uint32_t)mr_be16(place) << 16 | mr_be16(place + 2); }
#endif
#endif
#define MR_BE8(alignment, place) ((place)[0])
#define MR_BE16(alignment, place) mr_be16(place)
#define MR_BE24(alignment, place) ((uint32_t)mr_be16(place) << 8 | (place)[2])
#define MR_BE32(alignment, place) mr_be32(place)
#define MR_BE40(alignment, place) ((uint64_t)(place)[0] << 32 | mr_be32((place) + 1))
#define MR_BE48(alignment, place) ((uint64_t)mr_be16(place) << 32 | mr_be32((place) + 2))
#define MR_BE56(alignment, place) ((uint64_t)MR_BE24(1, place) << 32 | mr_be32((place) + 3))
#define MR_BE64(alignment, place) ((uint64_t)mr_be32(place) << 32 | mr_be32((place) + 4))
#define MR_SET_BE8(alignment, place, value) ((void)((place)[0] = (value)))
#define MR_SET_BE16(alignment, place, value) mr_set_be16(place, value)
#define MR_SET_BE24(alignment, place, value) mr_set_be24(place, value)
#define MR_SET_BE32(alignment, place, value) mr_set_be32(place, value)
#define MR_SET_BE40(alignment, place, value) mr_set_be40(place, value)
#define MR_SET_BE48(alignment, place, value) mr_set_be48(place, value)
#define MR_SET_BE56(alignment, place, value) mr_set_be56(place, value)
#define MR_SET_BE64(alignment, place, value) mr_set_be64(place, value)
MR_INLINE void mr_set_be16(uint8_t *place, uint16_t value) { place[0] = (uint8_t)(value >> 8); place[1] = (uint8_t)value; }
MR_INLINE void mr_set_be24(uint8_t *place, uint32_t value)
{
    mr_set_be16(place, (uint16_t)(value >> 8));
    place[2] = (uint8_t)value;
}
MR_INLINE void mr_set_be32(uint8_t *place, uint32_t value)
{
    place[0] = (uint8_t)(value >> 24);
    place[1] = (uint8_t)(value >> 16);
    place[2] = (uint8_t)(value >> 8);
    place[3] = (uint8_t)value;
}
MR_INLINE void mr_set_be40(uint8_t *place, uint64_t value)
{
    place[0] = (uint8_t)(value >> 32);
    mr_set_be32(place + 1, (uint32_t)value);
}
MR_INLINE void mr_set_be48(uint8_t *place, uint64_t value)
{
    mr_set_be16(place, (uint16_t)(value >> 32));
    mr_set_be32(place + 2, (uint32_t)value);
}
MR_INLINE void mr_set_be56(uint8_t *place, uint64_t value)
{
    mr_set_be24(place, (uint32_t)(value >> 32));
    mr_set_be32(place + 3, (uint32_t)value);
}
MR_INLINE void mr_set_be64(uint8_t *place, uint64_t value)
{
    mr_set_be32(place, (uint32_t)(value >> 32));
    mr_set_be32(place + 4, (uint32_t)value);
}

/* Puts a value into some bits of an integer in memory: one that is aligned, one of two bytes, or any other. gcc joins
 * neighbouring bit-fields into one access. */
#define MR_PUT_WHOLE(order, bits, type, place, position, width, value) \
    MR_SET_##order##bits(1, place, MR_WITH_MASK(type, MR_##order##bits(1, place), position, width, value))
#define MR_PUT_BE(bits, type, place, position, width, value) MR_PUT_WHOLE(BE, bits, type, place, position, width, value)
#if MR_GNU_LITTLE
#define MR_PUT_IN(bits, type, place, position, width, value) (__extension__ ({ \
    struct mr_field { type : position; type field : width; type : (bits) - (position) - (width); } \
        __attribute__((__may_alias__)); \
    ((struct mr_field *)(void *)(place))->field = (type)(value) & MR_ONES_##width; }))
/* A bit-field of no width, as above, would align a packed struct on ARM: hence two forms, by position. */
#define MR_PUT_LOW(bits, type, place, width, value) (__extension__ ({ \
    struct mr_field { type field : width; } __attribute__((__packed__, __may_alias__)); \
    ((struct mr_field *)(void *)(place))->field = (type)(value) & MR_ONES_##width; }))
#define MR_PUT_ACROSS(bits, type, place, position, width, value) (__extension__ ({ \
    struct mr_field { type : position; type field : width; } __attribute__((__packed__, __may_alias__)); \
    ((struct mr_field *)(void *)(place))->field = (type)(value) & MR_ONES_##width; }))
#else
#define MR_PUT_IN(bits, type, place, position, width, value) MR_PUT_WHOLE(LE, bits, type, place, position, width, value)
#define MR_PUT_LOW(bits, type, place, width, value) MR_PUT_ACROSS(bits, type, place, 0, width, value)
#define MR_PUT_ACROSS(bits, type, place, position, width, value) MR_PUT_WHOLE(LE, bits, type, place, position, width, value)
#endif
#if MR_GNU_LITTLE
#define MR_PUT_NINE MR_PUT_ACROSS
#else
#define MR_PUT_NINE(bits, type, place, position, width, value) mr_put_span(place, 1, position, width, (uint64_t)(value))
#endif
#if MR_GNU_LITTLE && defined __ARM_FEATURE_UNALIGNED
#define MR_PUT_TWO(place, position, width, value) \
    MR_SET_LE16(1, place, MR_WITH(uint16_t, MR_LE16(1, place), position, width, value))
#elif defined __AVR__
#define MR_PUT_TWO(place, position, width, value) mr_put_two(place, position, width, (uint16_t)(value))
MR_INLINE void mr_put_two(uint8_t *place, unsigned position, unsigned width, uint16_t value)
{
    uint16_t mask = (uint16_t)(((1ul << width) - 1u) << position), moved = (uint16_t)((uint16_t)(value << position) & mask);
    place[1] = (uint8_t)((place[1] & (uint8_t)~(mask >> 8)) | (uint8_t)(moved >> 8));
    place[0] = (uint8_t)((place[0] & (uint8_t)~mask) | (uint8_t)moved);
}
#else
#define MR_PUT_TWO(place, position, width, value) mr_put_two(place, position, width, (uint16_t)(value))
MR_INLINE void mr_put_two(uint8_t *place, unsigned position, unsigned width, uint16_t value)
{
    uint8_t below = (uint8_t)((1u << position) - 1u), above = (uint8_t)(0xFFu << (position + width - 8u));
    uint8_t high = (uint8_t)(value >> (8u - position));
    place[0] = (uint8_t)(below ? (place[0] & below) | ((unsigned)value << position) : value);
    place[1] = above ? (uint8_t)((place[1] & above) | (high & (uint8_t)~above)) : high;
}
#endif

/* `width` bits from bit `bit` on, counted from the lowest of the byte at `place`; the next higher byte is at place + step. */
static inline uint64_t mr_span(const uint8_t *place, int step, uint32_t bit, unsigned width)
{
    uint64_t value = 0;
    unsigned shift = (unsigned)(bit & 7u), got = 0;
    place += step * (int32_t)(bit >> 3);
    for (; got < width; got += 8u - shift, shift = 0, place += step)
        value |= (uint64_t)((unsigned)*place >> shift) << got;
    return width < 64u ? value & ((UINT64_C(1) << width) - 1u) : value;
}
static inline void mr_put_span(uint8_t *place, int step, uint32_t bit, unsigned width, uint64_t value)
{
    unsigned shift = (unsigned)(bit & 7u);
    place += step * (int32_t)(bit >> 3);
    while (width) {
        unsigned count = 8u - shift < width ? 8u - shift : width;
        *place = (uint8_t)((*place & ~(((1u << count) - 1u) << shift)) | ((unsigned)(value & ((1u << count) - 1u)) << shift));
        value >>= count;
        width -= count;
        shift = 0;
        place += step;
    }
}
#define MR_LE72_BITS(type, place, position, width) ((type)((MR_LE64(1, place) >> (position) \
    | (uint64_t)(place)[8] << (64 - (position))) & MR_ONES(uint64_t, width)))
#define MR_BE72_BITS(type, place, position, width) ((type)((MR_BE64(1, (place) + 1) >> (position) \
    | (uint64_t)(place)[0] << (64 - (position))) & MR_ONES(uint64_t, width)))

static inline void mr_fill(uint8_t *bytes, uint8_t with, unsigned count)
{
    for (unsigned at = 0; at < count; at++)
        bytes[at] = with;
}
static inline void mr_copy(uint8_t *to, const uint8_t *from, unsigned count)
{
    for (unsigned at = 0; at < count; at++)
        to[at] = from[at];
}
#endif

/* ---- Elements of arrays of bits that never cross a byte. */
#ifndef MR_ELEMENTS_1
#define MR_ELEMENTS_1
MR_INLINE uint8_t mr_element(const uint8_t *place, int step, unsigned bit, unsigned width)
{
    return (uint8_t)(((unsigned)place[step * (int)(bit >> 3)] >> (bit & 7u)) & ((1u << width) - 1u));
}
MR_INLINE void mr_put_element(uint8_t *place, int step, unsigned bit, unsigned width, uint8_t value)
{
    uint8_t *byte = place + step * (int)(bit >> 3), mask = (uint8_t)(((1u << width) - 1u) << (bit & 7u));
    *byte = (uint8_t)((*byte & (uint8_t)~mask) | ((uint8_t)((unsigned)value << (bit & 7u)) & mask));
}
MR_INLINE void mr_put_flag(uint8_t *place, int step, unsigned bit, bool value)
{
    uint8_t *byte = place + step * (int)(bit >> 3), mask = (uint8_t)(1u << (bit & 7u));
    *byte = (uint8_t)(value ? *byte | mask : *byte & (uint8_t)~mask);
}
#endif

/* ---- IEEE 754 numbers and their bits. Where double is no 64 bits wide, a 64-bit number stays raw. */
#ifndef MR_FLOATS_1
#define MR_FLOATS_1
MR_INLINE float mr_float(uint32_t bits) { union { uint32_t bits; float value; } in; in.bits = bits; return in.value; }
MR_INLINE uint32_t mr_float_bits(float value) { union { uint32_t bits; float value; } in; in.value = value; return in.bits; }
#if defined __SIZEOF_DOUBLE__ && __SIZEOF_DOUBLE__ != 8
typedef uint64_t mr_double_t;
MR_INLINE mr_double_t mr_double(uint64_t bits) { return bits; }
MR_INLINE uint64_t mr_double_bits(mr_double_t value) { return value; }
#else
typedef double mr_double_t;
MR_INLINE mr_double_t mr_double(uint64_t bits) { union { uint64_t bits; double value; } in; in.bits = bits; return in.value; }
MR_INLINE uint64_t mr_double_bits(mr_double_t value) { union { uint64_t bits; double value; } in; in.value = value; return in.bits; }
#endif
#endif

/* ---- Text of at most `size` bytes, padded with NUL; a copy of it is always terminated. */
#ifndef MR_TEXTS_1
#define MR_TEXTS_1
static inline void mr_text(char *out, const uint8_t *place, unsigned size)
{
    unsigned at = 0;
    for (; at < size && place[at]; at++)
        out[at] = (char)place[at];
    out[at] = '\0';
}
static inline void mr_set_text(uint8_t *place, const char *text, unsigned size)
{
    unsigned at = 0;
    for (; at < size && text[at]; at++)
        place[at] = (uint8_t)text[at];
    for (; at < size; at++)
        place[at] = 0;
}
#endif

/* ---- What calls that can fail return: zero or more where they did not. */
#ifndef MR_STATUS_DEFINED
#define MR_STATUS_DEFINED
typedef enum mr_status {
    MR_OK = 0,
    MR_FRESH = 1,            /* open: nothing was ever stored here; the defaults are set */
    MR_MIGRATED = 2,         /* open: the contents were of an earlier version */
    MR_FOREIGN = 3,          /* open: whole contents, but of another block or version; the defaults are set */
    MR_ERROR = -1,
    MR_BUSY = -2,
    MR_NO_SPACE = -3,
    MR_NOT_FOUND = -4,
    MR_EXISTS = -5,
    MR_CORRUPT = -6,         /* open: the contents are damaged; the defaults are set */
    MR_BAD_ARGUMENT = -7,
    MR_OUT_OF_RANGE = -8,
    MR_IN_INTERRUPT = -9,
    MR_LOCKED = -10,
    MR_STALE = -11,
    MR_WORN = -12
} mr_status_t;
#endif

/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#ifndef MR_COPIES_1
#define MR_COPIES_1
static inline void mr_copy_changed(volatile uint8_t *to, const uint8_t *from, unsigned count)
{
    for (unsigned at = 0; at < count; at++)
        if (to[at] != from[at])
            to[at] = from[at];
}
static inline bool mr_differs(const uint8_t *first, const uint8_t *second, unsigned count)
{
    for (unsigned at = 0; at < count; at++)
        if (first[at] != second[at])
            return true;
    return false;
}
static inline bool mr_is_filled(const uint8_t *bytes, uint8_t with, unsigned count)
{
    for (unsigned at = 0; at < count; at++)
        if (bytes[at] != with)
            return false;
    return true;
}
#endif

#ifndef MR_CRC8_1
#define MR_CRC8_1
/* CRC-8, polynomial 0x07, most significant bit first; goes on from `crc`. */
static inline uint8_t mr_crc8(uint8_t crc, const uint8_t *bytes, unsigned count)
{
    for (unsigned at = 0; at < count; at++) {
        crc = (uint8_t)(crc ^ bytes[at]);
        for (uint8_t bit = 0; bit < 8; bit++)
            crc = (uint8_t)(crc >> 7 ? (unsigned)crc << 1 ^ 0x07u : (unsigned)crc << 1);
    }
    return crc;
}
#endif

#ifndef MR_CRC16_1
#define MR_CRC16_1
/* CRC-16, polynomial 0x1021, most significant bit first; goes on from `crc`. */
static inline uint16_t mr_crc16(uint16_t crc, const uint8_t *bytes, unsigned count)
{
    for (unsigned at = 0; at < count; at++) {
        crc = (uint16_t)(crc ^ ((unsigned)bytes[at] << 8));
        for (uint8_t bit = 0; bit < 8; bit++)
            crc = (uint16_t)(crc >> 15 ? (unsigned)crc << 1 ^ 0x1021u : (unsigned)crc << 1);
    }
    return crc;
}
#endif

#ifndef MR_CRC32_1
#define MR_CRC32_1
/* CRC-32, polynomial 0xEDB88320, least significant bit first; goes on from `crc`, and nothing is inverted. */
static inline uint32_t mr_crc32(uint32_t crc, const uint8_t *bytes, unsigned count)
{
    for (unsigned at = 0; at < count; at++) {
        crc ^= bytes[at];
        for (uint8_t bit = 0; bit < 8; bit++)
            crc = crc & 1u ? crc >> 1 ^ 0xEDB88320u : crc >> 1;
    }
    return crc;
}
#endif

/* ---- Writing the bytes that changed. Runs that are at most `transfer_cost` equal bytes apart are sent as one. */
#ifndef MR_RUNS_1
#define MR_RUNS_1
typedef mr_status_t mr_bus_write_t(uint32_t offset, const uint8_t *bytes, uint32_t count);
static inline mr_status_t mr_flush_runs(mr_bus_write_t *write, uint32_t offset, const uint8_t *bytes, uint8_t *stored,
                                        uint32_t count, uint32_t transfer_cost)
{
    uint32_t at = 0;
    while (at < count) {
        uint32_t end, equal = 0;
        mr_status_t status;
        if (bytes[at] == stored[at]) {
            at++;
            continue;
        }
        for (end = at + 1u; end + equal < count && equal <= transfer_cost;) {
            if (bytes[end + equal] == stored[end + equal]) {
                equal++;
            } else {
                end += equal + 1u;
                equal = 0;
            }
        }
        status = write(offset + at, bytes + at, end - at);
        if (status < MR_OK)
            return status;
        for (; at < end; at++)
            stored[at] = bytes[at];
    }
    return MR_OK;
}
#endif

#define HELPERS_VERSION 1u
#define HELPERS_FINGERPRINT 0x39BE7430u

/* ---- State: 31 bytes in memory at 0x0, guarded by crc8, two copies
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000 11:0   flags                    bool[12]
 * 0x0001 18:4   odd                      u3[5]
 * 0x0003 35:3   wide                     u33
 * 0x0007 7:4    (free)
 * 0x0008        ratio                    f32
 * 0x000C        fine                     f64
 * 0x0014        name                     char[4]
 * 0x0018        swapped                  u32 be
 * 0x001C        (sequence)               u8
 * 0x001D        (version)                u8
 * 0x001E        (crc8)
 */
#define HELPERS_STATE_SIZE 31u
typedef struct { uint8_t bytes[HELPERS_STATE_SIZE]; } helpers_state_t;
MR_ASSERT(helpers_state, sizeof(helpers_state_t) == HELPERS_STATE_SIZE);
MR_EXTERN uint8_t helpers_memory_bytes[];
/* The place itself: its first copy. */
MR_INLINE helpers_state_t *helpers_state_at(void) { return (helpers_state_t *)(void *)(helpers_memory_bytes + 0x0u); }
static inline void helpers_state_defaults(helpers_state_t *block)
{
    static const uint8_t initial[HELPERS_STATE_SIZE] = {
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01, 0x3E,
    };
    mr_copy(block->bytes, initial, HELPERS_STATE_SIZE);
}
static inline uint8_t helpers_state_crc(const helpers_state_t *block)
{
    return mr_crc8(0x11u, block->bytes, 0x1Eu);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t helpers_state_check(const helpers_state_t *block)
{
    uint8_t difference = (uint8_t)(helpers_state_crc(block) ^ MR_LE8(1, block->bytes + 0x1Eu));
    if (difference == 0)
        return block->bytes[0x1Du] == 1u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, HELPERS_STATE_SIZE) || mr_is_filled(block->bytes, 0xFF, HELPERS_STATE_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void helpers_state_seal(helpers_state_t *block)
{
    block->bytes[0x1Du] = 1u;
    MR_SET_LE8(1, block->bytes + 0x1Eu, helpers_state_crc(block));
}
/* The newer of the two copies that is whole: 0 or 1; 2 where neither is, and *found says why. */
static inline unsigned helpers_state_newest(mr_status_t *found)
{
    const helpers_state_t *copies = helpers_state_at();
    mr_status_t first = helpers_state_check(&copies[0]), second = helpers_state_check(&copies[1]);
    *found = MR_OK;
    if (first == MR_OK && second == MR_OK)
        return (uint8_t)((unsigned)copies[1].bytes[0x1Cu] - (unsigned)copies[0].bytes[0x1Cu] - 1u) < 0x7Fu;
    if (first == MR_OK || second == MR_OK)
        return first != MR_OK;
    *found = first == second ? first : first == MR_FOREIGN || second == MR_FOREIGN ? MR_FOREIGN : MR_CORRUPT;
    return 2;
}
/* Copies the newer copy here, and back over the older one, the guard last: a reset within a flush leaves the newer as it was.
 * Both go byte by byte: keep interrupts that use the place away from them. */
static inline mr_status_t helpers_state_load(helpers_state_t *block)
{
    mr_status_t found;
    unsigned newest = helpers_state_newest(&found);
    mr_copy(block->bytes, helpers_state_at()[newest & 1u].bytes, HELPERS_STATE_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool helpers_state_pending(const helpers_state_t *block)
{
    mr_status_t found;
    unsigned newest = helpers_state_newest(&found);
    return newest == 2u || mr_differs(block->bytes, helpers_state_at()[newest].bytes, 0x1Cu);
}
static inline mr_status_t helpers_state_flush(helpers_state_t *block)
{
    mr_status_t found;
    helpers_state_t *copies = helpers_state_at();
    unsigned newest = helpers_state_newest(&found), older = newest == 0u;
    if (!helpers_state_pending(block))
        return MR_OK;
    block->bytes[0x1Cu] = newest == 2u ? 0u : (uint8_t)(copies[newest].bytes[0x1Cu] + 1u);
    helpers_state_seal(block);
    mr_copy_changed(copies[older].bytes, block->bytes, HELPERS_STATE_SIZE);
    return MR_OK;
}
/* Loads, and says what was found; where that is neither MR_OK nor an error of the transfer, the defaults are set. */
static inline mr_status_t helpers_state_open(helpers_state_t *block)
{
    mr_status_t found;
    (void)helpers_state_newest(&found);
    (void)helpers_state_load(block);
    if (found != MR_OK)
        helpers_state_defaults(block);
    return found;
}
#define HELPERS_STATE_FLAGS_OFFSET 0x00u
#define HELPERS_STATE_FLAGS_BIT 0u
#define HELPERS_STATE_FLAGS_WIDTH 1u
#define HELPERS_STATE_FLAGS_COUNT 12u
MR_INLINE bool helpers_state_get_flags(const helpers_state_t *block, unsigned i) { MR_CHECK(i < 12u); return (mr_element(block->bytes, 1, i, 1) != 0); }
MR_INLINE void helpers_state_set_flags(helpers_state_t *block, unsigned i, bool to) { MR_CHECK(i < 12u); mr_put_flag(block->bytes, 1, i, to); }
MR_INLINE void helpers_state_toggle_flags(helpers_state_t *block, unsigned i) { helpers_state_set_flags(block, i, !helpers_state_get_flags(block, i)); }
#define HELPERS_STATE_ODD_OFFSET 0x01u
#define HELPERS_STATE_ODD_BIT 4u
#define HELPERS_STATE_ODD_WIDTH 3u
#define HELPERS_STATE_ODD_COUNT 5u
MR_INLINE uint8_t helpers_state_get_odd(const helpers_state_t *block, unsigned i) { MR_CHECK(i < 5u); return ((uint8_t)mr_span(block->bytes + 0x1u, 1, 4u + i * 3u, 3)); }
MR_INLINE void helpers_state_set_odd(helpers_state_t *block, unsigned i, uint8_t to) { MR_CHECK(i < 5u); MR_CHECK(to <= 7u); mr_put_span(block->bytes + 0x1u, 1, 4u + i * 3u, 3, (uint64_t)to); }
#define HELPERS_STATE_WIDE_OFFSET 0x03u
#define HELPERS_STATE_WIDE_BIT 3u
#define HELPERS_STATE_WIDE_WIDTH 33u
MR_INLINE uint64_t helpers_state_get_wide(const helpers_state_t *block) { return MR_BITS(uint64_t, MR_LE40(1, block->bytes + 0x3u), 3, 33); }
MR_INLINE void helpers_state_set_wide(helpers_state_t *block, uint64_t to) { MR_CHECK(to <= 8589934591ull); MR_PUT_ACROSS(40, uint64_t, block->bytes + 0x3u, 3, 33, to); }
#define HELPERS_STATE_RATIO_OFFSET 0x08u
#define HELPERS_STATE_RATIO_BIT 0u
#define HELPERS_STATE_RATIO_WIDTH 32u
MR_INLINE float helpers_state_get_ratio(const helpers_state_t *block) { return mr_float(MR_LE32(1, block->bytes + 0x8u)); }
MR_INLINE void helpers_state_set_ratio(helpers_state_t *block, float to) { MR_SET_LE32(1, block->bytes + 0x8u, mr_float_bits(to)); }
#define HELPERS_STATE_FINE_OFFSET 0x0Cu
#define HELPERS_STATE_FINE_BIT 0u
#define HELPERS_STATE_FINE_WIDTH 64u
MR_INLINE mr_double_t helpers_state_get_fine(const helpers_state_t *block) { return mr_double(MR_LE64(1, block->bytes + 0xCu)); }
MR_INLINE void helpers_state_set_fine(helpers_state_t *block, mr_double_t to) { MR_SET_LE64(1, block->bytes + 0xCu, mr_double_bits(to)); }
#define HELPERS_STATE_NAME_OFFSET 0x14u
#define HELPERS_STATE_NAME_BIT 0u
#define HELPERS_STATE_NAME_WIDTH 32u
MR_INLINE void helpers_state_get_name(const helpers_state_t *block, char out[5]) { mr_text(out, block->bytes + 0x14u, 4u); }
MR_INLINE void helpers_state_set_name(helpers_state_t *block, const char *to) { mr_set_text(block->bytes + 0x14u, to, 4u); }
#define HELPERS_STATE_SWAPPED_OFFSET 0x18u
#define HELPERS_STATE_SWAPPED_BIT 0u
#define HELPERS_STATE_SWAPPED_WIDTH 32u
MR_INLINE uint32_t helpers_state_get_swapped(const helpers_state_t *block) { return MR_BE32(1, block->bytes + 0x18u); }
MR_INLINE void helpers_state_set_swapped(helpers_state_t *block, uint32_t to) { MR_SET_BE32(1, block->bytes + 0x18u, to); }

/* ---- Middle: 4 bytes in memory at 0x3E, guarded by crc16
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        value                    u8
 * 0x0001        (version)                u8
 * 0x0002        (crc16)
 */
#define HELPERS_MIDDLE_SIZE 4u
typedef struct { uint8_t bytes[HELPERS_MIDDLE_SIZE]; } helpers_middle_t;
MR_ASSERT(helpers_middle, sizeof(helpers_middle_t) == HELPERS_MIDDLE_SIZE);
MR_EXTERN uint8_t helpers_memory_bytes[];
/* The place itself. */
MR_INLINE helpers_middle_t *helpers_middle_at(void) { return (helpers_middle_t *)(void *)(helpers_memory_bytes + 0x3Eu); }
static inline void helpers_middle_defaults(helpers_middle_t *block)
{
    static const uint8_t initial[HELPERS_MIDDLE_SIZE] = {
        0x00, 0x01, 0xAC, 0x69,
    };
    mr_copy(block->bytes, initial, HELPERS_MIDDLE_SIZE);
}
static inline uint16_t helpers_middle_crc(const helpers_middle_t *block)
{
    return mr_crc16(0x2EEAu, block->bytes, 0x2u);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t helpers_middle_check(const helpers_middle_t *block)
{
    uint16_t difference = (uint16_t)(helpers_middle_crc(block) ^ MR_LE16(1, block->bytes + 0x2u));
    if (difference == 0)
        return block->bytes[0x1u] == 1u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, HELPERS_MIDDLE_SIZE) || mr_is_filled(block->bytes, 0xFF, HELPERS_MIDDLE_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void helpers_middle_seal(helpers_middle_t *block)
{
    block->bytes[0x1u] = 1u;
    MR_SET_LE16(1, block->bytes + 0x2u, helpers_middle_crc(block));
}
/* Copies the place here, and back: only bytes that differ are written, the guard last. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t helpers_middle_load(helpers_middle_t *block)
{
    mr_copy(block->bytes, helpers_middle_at()->bytes, HELPERS_MIDDLE_SIZE);
    return MR_OK;
}
static inline mr_status_t helpers_middle_flush(helpers_middle_t *block)
{
    helpers_middle_seal(block);
    mr_copy_changed(helpers_middle_at()->bytes, block->bytes, HELPERS_MIDDLE_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool helpers_middle_pending(const helpers_middle_t *block)
{
    const helpers_middle_t *place = helpers_middle_at();
    return mr_differs(block->bytes, place->bytes, 0x1u) || helpers_middle_check(place) != MR_OK;
}
/* Loads, and says what was found; where that is neither MR_OK nor an error of the transfer, the defaults are set. */
static inline mr_status_t helpers_middle_open(helpers_middle_t *block)
{
    mr_status_t found = helpers_middle_load(block);
    if (found < MR_OK)
        return found;
    found = helpers_middle_check(block);
    if (found != MR_OK)
        helpers_middle_defaults(block);
    return found;
}
#define HELPERS_MIDDLE_VALUE_OFFSET 0x00u
#define HELPERS_MIDDLE_VALUE_BIT 0u
#define HELPERS_MIDDLE_VALUE_WIDTH 8u
MR_INLINE uint8_t helpers_middle_get_value(const helpers_middle_t *block) { return MR_LE8(1, block->bytes); }
MR_INLINE void helpers_middle_set_value(helpers_middle_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes, to); }

/* ---- Large: 6 bytes in memory at 0x42, guarded by crc32
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        value                    u8
 * 0x0001        (version)                u8
 * 0x0002        (crc32)
 */
#define HELPERS_LARGE_SIZE 6u
typedef struct { uint8_t bytes[HELPERS_LARGE_SIZE]; } helpers_large_t;
MR_ASSERT(helpers_large, sizeof(helpers_large_t) == HELPERS_LARGE_SIZE);
MR_EXTERN uint8_t helpers_memory_bytes[];
/* The place itself. */
MR_INLINE helpers_large_t *helpers_large_at(void) { return (helpers_large_t *)(void *)(helpers_memory_bytes + 0x42u); }
static inline void helpers_large_defaults(helpers_large_t *block)
{
    static const uint8_t initial[HELPERS_LARGE_SIZE] = {
        0x00, 0x01, 0x78, 0x10, 0xF0, 0xB7,
    };
    mr_copy(block->bytes, initial, HELPERS_LARGE_SIZE);
}
static inline uint32_t helpers_large_crc(const helpers_large_t *block)
{
    return mr_crc32(0xFE222760u, block->bytes, 0x2u);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t helpers_large_check(const helpers_large_t *block)
{
    uint32_t difference = (uint32_t)(helpers_large_crc(block) ^ MR_LE32(1, block->bytes + 0x2u));
    if (difference == 0)
        return block->bytes[0x1u] == 1u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, HELPERS_LARGE_SIZE) || mr_is_filled(block->bytes, 0xFF, HELPERS_LARGE_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void helpers_large_seal(helpers_large_t *block)
{
    block->bytes[0x1u] = 1u;
    MR_SET_LE32(1, block->bytes + 0x2u, helpers_large_crc(block));
}
/* Copies the place here, and back: only bytes that differ are written, the guard last. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t helpers_large_load(helpers_large_t *block)
{
    mr_copy(block->bytes, helpers_large_at()->bytes, HELPERS_LARGE_SIZE);
    return MR_OK;
}
static inline mr_status_t helpers_large_flush(helpers_large_t *block)
{
    helpers_large_seal(block);
    mr_copy_changed(helpers_large_at()->bytes, block->bytes, HELPERS_LARGE_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool helpers_large_pending(const helpers_large_t *block)
{
    const helpers_large_t *place = helpers_large_at();
    return mr_differs(block->bytes, place->bytes, 0x1u) || helpers_large_check(place) != MR_OK;
}
/* Loads, and says what was found; where that is neither MR_OK nor an error of the transfer, the defaults are set. */
static inline mr_status_t helpers_large_open(helpers_large_t *block)
{
    mr_status_t found = helpers_large_load(block);
    if (found < MR_OK)
        return found;
    found = helpers_large_check(block);
    if (found != MR_OK)
        helpers_large_defaults(block);
    return found;
}
#define HELPERS_LARGE_VALUE_OFFSET 0x00u
#define HELPERS_LARGE_VALUE_BIT 0u
#define HELPERS_LARGE_VALUE_WIDTH 8u
MR_INLINE uint8_t helpers_large_get_value(const helpers_large_t *block) { return MR_LE8(1, block->bytes); }
MR_INLINE void helpers_large_set_value(helpers_large_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes, to); }

/* ---- Remote: 2 bytes in device at 0x0
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        value                    u16
 */
#define HELPERS_REMOTE_SIZE 2u
/* A copy to work on, beside what the device is known to hold. */
typedef struct { uint8_t bytes[HELPERS_REMOTE_SIZE], stored[HELPERS_REMOTE_SIZE]; } helpers_remote_t;
MR_ASSERT(helpers_remote, sizeof(((helpers_remote_t *)0)->bytes) == HELPERS_REMOTE_SIZE);
static inline void helpers_remote_defaults(helpers_remote_t *block)
{
    mr_fill(block->bytes, 0, HELPERS_REMOTE_SIZE);
    for (unsigned at = 0; at < HELPERS_REMOTE_SIZE; at++)
        block->stored[at] = (uint8_t)~block->bytes[at];
}
/* The program defines these two; offsets are from the region's start. */
MR_EXTERN mr_status_t helpers_device_read(uint32_t offset, uint8_t *bytes, uint32_t count);
MR_EXTERN mr_status_t helpers_device_write(uint32_t offset, const uint8_t *bytes, uint32_t count);
static inline mr_status_t helpers_remote_load(helpers_remote_t *block)
{
    mr_status_t status = helpers_device_read(0x0u, block->bytes, HELPERS_REMOTE_SIZE);
    if (status >= MR_OK)
        mr_copy(block->stored, block->bytes, HELPERS_REMOTE_SIZE);
    return status;
}
/* Writes only the runs of bytes that differ from what was loaded or written last. */
static inline mr_status_t helpers_remote_flush(helpers_remote_t *block)
{
    return mr_flush_runs(helpers_device_write, 0x0u, block->bytes, block->stored, HELPERS_REMOTE_SIZE, 2u);
}
/* Would a flush change anything? */
static inline bool helpers_remote_pending(const helpers_remote_t *block)
{
    return mr_differs(block->bytes, block->stored, HELPERS_REMOTE_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t helpers_remote_open(helpers_remote_t *block)
{
    return helpers_remote_load(block);
}
#define HELPERS_REMOTE_VALUE_OFFSET 0x00u
#define HELPERS_REMOTE_VALUE_BIT 0u
#define HELPERS_REMOTE_VALUE_WIDTH 16u
MR_INLINE uint16_t helpers_remote_get_value(const helpers_remote_t *block) { return MR_LE16(1, block->bytes); }
MR_INLINE void helpers_remote_set_value(helpers_remote_t *block, uint16_t to) { MR_SET_LE16(1, block->bytes, to); }

/* ---- Timer: 12 bytes at 0x40000000
 * OFFSET BITS   NAME                     TYPE       ACCESS
 * 0x0000        now                      u64        rw
 *        19:0     low                    u20        rw
 *        43:20    across                 u24        rw
 *        63:44    high                   u20        rw
 * 0x0008        control                  u32        rw
 *        0        enable                 bool       rw
 *        31:1     (free)
 */
#ifndef HELPERS_TIMER_BASE
#define HELPERS_TIMER_BASE 0x40000000u
#endif

#define HELPERS_TIMER_NOW_OFFSET 0x00u
typedef struct { uint64_t bits; } helpers_timer_now_t;
MR_ASSERT(helpers_timer_now, sizeof(helpers_timer_now_t) == 8u);
MR_INLINE helpers_timer_now_t helpers_timer_now_read(void) { helpers_timer_now_t value = { mr_read_64((uintptr_t)(HELPERS_TIMER_BASE)) }; return value; }
MR_INLINE void helpers_timer_now_write(helpers_timer_now_t value) { mr_write_64((uintptr_t)(HELPERS_TIMER_BASE), value.bits); }
MR_INLINE helpers_timer_now_t helpers_timer_now_edit(void) { return helpers_timer_now_read(); }
#define HELPERS_TIMER_NOW_LOW_Pos 0u
#define HELPERS_TIMER_NOW_LOW_Msk 0x00000000000FFFFFull
MR_INLINE uint32_t helpers_timer_now_get_low(helpers_timer_now_t value) { return MR_BITS(uint32_t, MR_LOW(value.bits), 0, 20); }
MR_INLINE helpers_timer_now_t helpers_timer_now_with_low(helpers_timer_now_t value, uint32_t to) { MR_CHECK(to <= 1048575u); value.bits = MR_WITH_MASK(uint64_t, value.bits, 0, 20, to); return value; }
MR_INLINE uint32_t helpers_timer_now_read_low(void) { return MR_READ(helpers_timer_now, low); }
MR_INLINE void helpers_timer_now_set_low(uint32_t to) { MR_SET(helpers_timer_now, low, to); }
#define HELPERS_TIMER_NOW_ACROSS_Pos 20u
#define HELPERS_TIMER_NOW_ACROSS_Msk 0x00000FFFFFF00000ull
MR_INLINE uint32_t helpers_timer_now_get_across(helpers_timer_now_t value) { return MR_BITS_CROSSING(uint32_t, value.bits, 20, 24); }
MR_INLINE helpers_timer_now_t helpers_timer_now_with_across(helpers_timer_now_t value, uint32_t to) { MR_CHECK(to <= 16777215u); value.bits = MR_WITH_MASK(uint64_t, value.bits, 20, 24, to); return value; }
MR_INLINE uint32_t helpers_timer_now_read_across(void) { return MR_READ_CROSSING(uint32_t, HELPERS_TIMER_BASE, 20, 24); }
MR_INLINE void helpers_timer_now_set_across(uint32_t to) { MR_SET(helpers_timer_now, across, to); }
#define HELPERS_TIMER_NOW_HIGH_Pos 44u
#define HELPERS_TIMER_NOW_HIGH_Msk 0xFFFFF00000000000ull
MR_INLINE uint32_t helpers_timer_now_get_high(helpers_timer_now_t value) { return MR_BITS(uint32_t, MR_HIGH(value.bits), 12, 20); }
MR_INLINE helpers_timer_now_t helpers_timer_now_with_high(helpers_timer_now_t value, uint32_t to) { MR_CHECK(to <= 1048575u); value.bits = MR_WITH_MASK(uint64_t, value.bits, 44, 20, to); return value; }
MR_INLINE uint32_t helpers_timer_now_read_high(void) { return MR_READ(helpers_timer_now, high); }
MR_INLINE void helpers_timer_now_set_high(uint32_t to) { MR_SET(helpers_timer_now, high, to); }

#define HELPERS_TIMER_CONTROL_OFFSET 0x08u
typedef struct { uint32_t bits; } helpers_timer_control_t;
MR_ASSERT(helpers_timer_control, sizeof(helpers_timer_control_t) == 4u);
MR_INLINE helpers_timer_control_t helpers_timer_control_read(void) { helpers_timer_control_t value = { MR_REGISTER(uint32_t, HELPERS_TIMER_BASE + 0x8u) }; return value; }
MR_INLINE void helpers_timer_control_write(helpers_timer_control_t value) { MR_REGISTER(uint32_t, HELPERS_TIMER_BASE + 0x8u) = value.bits; }
MR_INLINE helpers_timer_control_t helpers_timer_control_edit(void) { return helpers_timer_control_read(); }
#define HELPERS_TIMER_CONTROL_ENABLE_Pos 0u
#define HELPERS_TIMER_CONTROL_ENABLE_Msk 0x00000001u
MR_INLINE bool helpers_timer_control_get_enable(helpers_timer_control_t value) { return MR_BIT(value.bits, 0); }
MR_INLINE helpers_timer_control_t helpers_timer_control_with_enable(helpers_timer_control_t value, bool to) { value.bits = MR_WITH(uint32_t, value.bits, 0, 1, to); return value; }
MR_INLINE bool helpers_timer_control_read_enable(void) { return MR_READ(helpers_timer_control, enable); }
MR_INLINE void helpers_timer_control_set_enable(bool to) { MR_SET(helpers_timer_control, enable, to); }
MR_INLINE void helpers_timer_control_toggle_enable(void) { MR_TOGGLE(helpers_timer_control, 0x00000001u); }

#endif
