/* Made from retained_ram.mr by memregc 0.1.0; fingerprint 0x06035FAB. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** RAM with and without an address, retained or not: the linker places what has no address. */
#ifndef RETAINED_RAM_RETAINED_RAM_INCLUDED
#define RETAINED_RAM_RETAINED_RAM_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Boot, Second, Work, Kept, Fixed. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define RETAINED_RAM_VERSION 1u
#define RETAINED_RAM_FINGERPRINT 0x06035FABu

/* ---- Boot: 16 bytes in noinit at 0x0, guarded by crc16
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000 0      first_run                bool            = true
 * 0x0000 7:1    (free)
 * 0x0001        resets                   u16
 * 0x0003        (free)
 * 0x000D        (version)                u8
 * 0x000E        (crc16)
 */
#define RETAINED_RAM_BOOT_SIZE 16u
/** Survives every reset but a power loss. */
typedef struct { uint8_t bytes[RETAINED_RAM_BOOT_SIZE]; } retained_ram_boot_t;
MR_ASSERT(retained_ram_boot, sizeof(retained_ram_boot_t) == RETAINED_RAM_BOOT_SIZE);
MR_EXTERN uint8_t retained_ram_noinit_bytes[];
/* The place itself. */
MR_INLINE retained_ram_boot_t *retained_ram_boot_at(void) { return (retained_ram_boot_t *)(void *)(retained_ram_noinit_bytes + 0x0u); }
static inline void retained_ram_boot_defaults(retained_ram_boot_t *block)
{
    static const uint8_t initial[RETAINED_RAM_BOOT_SIZE] = {
        0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01, 0xB0, 0xDD,
    };
    mr_copy(block->bytes, initial, RETAINED_RAM_BOOT_SIZE);
}
static inline uint16_t retained_ram_boot_crc(const retained_ram_boot_t *block)
{
    return mr_crc16(0x8DE9u, block->bytes, 0xEu);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t retained_ram_boot_check(const retained_ram_boot_t *block)
{
    uint16_t difference = (uint16_t)(retained_ram_boot_crc(block) ^ MR_LE16(1, block->bytes + 0xEu));
    if (difference == 0)
        return block->bytes[0xDu] == 1u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, RETAINED_RAM_BOOT_SIZE) || mr_is_filled(block->bytes, 0xFF, RETAINED_RAM_BOOT_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void retained_ram_boot_seal(retained_ram_boot_t *block)
{
    block->bytes[0xDu] = 1u;
    MR_SET_LE16(1, block->bytes + 0xEu, retained_ram_boot_crc(block));
}
/* Copies the place here, and back: only bytes that differ are written, the guard last. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t retained_ram_boot_load(retained_ram_boot_t *block)
{
    mr_copy(block->bytes, retained_ram_boot_at()->bytes, RETAINED_RAM_BOOT_SIZE);
    return MR_OK;
}
static inline mr_status_t retained_ram_boot_flush(retained_ram_boot_t *block)
{
    retained_ram_boot_seal(block);
    mr_copy_changed(retained_ram_boot_at()->bytes, block->bytes, RETAINED_RAM_BOOT_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool retained_ram_boot_pending(const retained_ram_boot_t *block)
{
    const retained_ram_boot_t *place = retained_ram_boot_at();
    return mr_differs(block->bytes, place->bytes, 0xDu) || retained_ram_boot_check(place) != MR_OK;
}
/* Loads, and says what was found; where that is neither MR_OK nor an error of the transfer, the defaults are set. */
static inline mr_status_t retained_ram_boot_open(retained_ram_boot_t *block)
{
    mr_status_t found = retained_ram_boot_load(block);
    if (found < MR_OK)
        return found;
    found = retained_ram_boot_check(block);
    if (found != MR_OK)
        retained_ram_boot_defaults(block);
    return found;
}
#define RETAINED_RAM_BOOT_FIRST_RUN_OFFSET 0x00u
#define RETAINED_RAM_BOOT_FIRST_RUN_BIT 0u
#define RETAINED_RAM_BOOT_FIRST_RUN_WIDTH 1u
MR_INLINE bool retained_ram_boot_get_first_run(const retained_ram_boot_t *block) { return MR_BIT(MR_LE8(1, block->bytes), 0); }
MR_INLINE void retained_ram_boot_set_first_run(retained_ram_boot_t *block, bool to) { MR_PUT_IN(8, uint8_t, block->bytes, 0, 1, to); }
MR_INLINE void retained_ram_boot_toggle_first_run(retained_ram_boot_t *block) { block->bytes[0x00u] ^= 0x1u; }
#define RETAINED_RAM_BOOT_RESETS_OFFSET 0x01u
#define RETAINED_RAM_BOOT_RESETS_BIT 0u
#define RETAINED_RAM_BOOT_RESETS_WIDTH 16u
MR_INLINE uint16_t retained_ram_boot_get_resets(const retained_ram_boot_t *block) { return MR_LE16(1, block->bytes + 0x1u); }
MR_INLINE void retained_ram_boot_set_resets(retained_ram_boot_t *block, uint16_t to) { MR_SET_LE16(1, block->bytes + 0x1u, to); }

/* ---- Second: 4 bytes in noinit at 0x10
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        value                    u32
 */
#define RETAINED_RAM_SECOND_SIZE 4u
typedef struct { uint8_t bytes[RETAINED_RAM_SECOND_SIZE]; } retained_ram_second_t;
MR_ASSERT(retained_ram_second, sizeof(retained_ram_second_t) == RETAINED_RAM_SECOND_SIZE);
MR_EXTERN uint8_t retained_ram_noinit_bytes[];
/* The place itself. */
MR_INLINE retained_ram_second_t *retained_ram_second_at(void) { return (retained_ram_second_t *)(void *)(retained_ram_noinit_bytes + 0x10u); }
static inline void retained_ram_second_defaults(retained_ram_second_t *block)
{
    mr_fill(block->bytes, 0, RETAINED_RAM_SECOND_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t retained_ram_second_load(retained_ram_second_t *block)
{
    mr_copy(block->bytes, retained_ram_second_at()->bytes, RETAINED_RAM_SECOND_SIZE);
    return MR_OK;
}
static inline mr_status_t retained_ram_second_flush(retained_ram_second_t *block)
{
    mr_copy_changed(retained_ram_second_at()->bytes, block->bytes, RETAINED_RAM_SECOND_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool retained_ram_second_pending(const retained_ram_second_t *block)
{
    const retained_ram_second_t *place = retained_ram_second_at();
    return mr_differs(block->bytes, place->bytes, RETAINED_RAM_SECOND_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t retained_ram_second_open(retained_ram_second_t *block)
{
    return retained_ram_second_load(block);
}
#define RETAINED_RAM_SECOND_VALUE_OFFSET 0x00u
#define RETAINED_RAM_SECOND_VALUE_BIT 0u
#define RETAINED_RAM_SECOND_VALUE_WIDTH 32u
MR_INLINE uint32_t retained_ram_second_get_value(const retained_ram_second_t *block) { return MR_LE32(1, block->bytes); }
MR_INLINE void retained_ram_second_set_value(retained_ram_second_t *block, uint32_t to) { MR_SET_LE32(1, block->bytes, to); }

/* ---- Work: 5 bytes in scratch at 0x0
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        step                     u8
 * 0x0001        total                    u32
 */
#define RETAINED_RAM_WORK_SIZE 5u
typedef struct { uint8_t bytes[RETAINED_RAM_WORK_SIZE]; } retained_ram_work_t;
MR_ASSERT(retained_ram_work, sizeof(retained_ram_work_t) == RETAINED_RAM_WORK_SIZE);
MR_EXTERN uint8_t retained_ram_scratch_bytes[];
/* The place itself. */
MR_INLINE retained_ram_work_t *retained_ram_work_at(void) { return (retained_ram_work_t *)(void *)(retained_ram_scratch_bytes + 0x0u); }
static inline void retained_ram_work_defaults(retained_ram_work_t *block)
{
    mr_fill(block->bytes, 0, RETAINED_RAM_WORK_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t retained_ram_work_load(retained_ram_work_t *block)
{
    mr_copy(block->bytes, retained_ram_work_at()->bytes, RETAINED_RAM_WORK_SIZE);
    return MR_OK;
}
static inline mr_status_t retained_ram_work_flush(retained_ram_work_t *block)
{
    mr_copy_changed(retained_ram_work_at()->bytes, block->bytes, RETAINED_RAM_WORK_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool retained_ram_work_pending(const retained_ram_work_t *block)
{
    const retained_ram_work_t *place = retained_ram_work_at();
    return mr_differs(block->bytes, place->bytes, RETAINED_RAM_WORK_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t retained_ram_work_open(retained_ram_work_t *block)
{
    return retained_ram_work_load(block);
}
#define RETAINED_RAM_WORK_STEP_OFFSET 0x00u
#define RETAINED_RAM_WORK_STEP_BIT 0u
#define RETAINED_RAM_WORK_STEP_WIDTH 8u
MR_INLINE uint8_t retained_ram_work_get_step(const retained_ram_work_t *block) { return MR_LE8(1, block->bytes); }
MR_INLINE void retained_ram_work_set_step(retained_ram_work_t *block, uint8_t to) { MR_SET_LE8(1, block->bytes, to); }
#define RETAINED_RAM_WORK_TOTAL_OFFSET 0x01u
#define RETAINED_RAM_WORK_TOTAL_BIT 0u
#define RETAINED_RAM_WORK_TOTAL_WIDTH 32u
MR_INLINE uint32_t retained_ram_work_get_total(const retained_ram_work_t *block) { return MR_LE32(1, block->bytes + 0x1u); }
MR_INLINE void retained_ram_work_set_total(retained_ram_work_t *block, uint32_t to) { MR_SET_LE32(1, block->bytes + 0x1u, to); }

/* ---- Kept: 9 bytes at 0x40024000, guarded by crc32
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        serial                   u32             = 7
 * 0x0004        (version)                u8
 * 0x0005        (crc32)
 */
#define RETAINED_RAM_KEPT_SIZE 9u
#ifndef RETAINED_RAM_KEPT_ADDRESS
#define RETAINED_RAM_KEPT_ADDRESS 0x40024000u
#endif
typedef struct { uint8_t bytes[RETAINED_RAM_KEPT_SIZE]; } retained_ram_kept_t;
MR_ASSERT(retained_ram_kept, sizeof(retained_ram_kept_t) == RETAINED_RAM_KEPT_SIZE);
/* The place itself. */
MR_INLINE retained_ram_kept_t *retained_ram_kept_at(void) { return (retained_ram_kept_t *)(uintptr_t)(RETAINED_RAM_KEPT_ADDRESS); }
static inline void retained_ram_kept_defaults(retained_ram_kept_t *block)
{
    static const uint8_t initial[RETAINED_RAM_KEPT_SIZE] = {
        0x07, 0x00, 0x00, 0x00, 0x01, 0x07, 0x08, 0x9C, 0x48,
    };
    mr_copy(block->bytes, initial, RETAINED_RAM_KEPT_SIZE);
}
static inline uint32_t retained_ram_kept_crc(const retained_ram_kept_t *block)
{
    return mr_crc32(0x3762E8F9u, block->bytes, 0x5u);
}
/* What these bytes are: MR_OK, MR_FRESH, MR_FOREIGN or MR_CORRUPT. */
static inline mr_status_t retained_ram_kept_check(const retained_ram_kept_t *block)
{
    uint32_t difference = (uint32_t)(retained_ram_kept_crc(block) ^ MR_LE32(1, block->bytes + 0x5u));
    if (difference == 0)
        return block->bytes[0x4u] == 1u ? MR_OK : MR_FOREIGN;
    if (mr_is_filled(block->bytes, 0x00, RETAINED_RAM_KEPT_SIZE) || mr_is_filled(block->bytes, 0xFF, RETAINED_RAM_KEPT_SIZE))
        return MR_FRESH;
    return MR_CORRUPT;
}
static inline void retained_ram_kept_seal(retained_ram_kept_t *block)
{
    block->bytes[0x4u] = 1u;
    MR_SET_LE32(1, block->bytes + 0x5u, retained_ram_kept_crc(block));
}
/* Copies the place here, and back: only bytes that differ are written, the guard last. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t retained_ram_kept_load(retained_ram_kept_t *block)
{
    mr_copy(block->bytes, retained_ram_kept_at()->bytes, RETAINED_RAM_KEPT_SIZE);
    return MR_OK;
}
static inline mr_status_t retained_ram_kept_flush(retained_ram_kept_t *block)
{
    retained_ram_kept_seal(block);
    mr_copy_changed(retained_ram_kept_at()->bytes, block->bytes, RETAINED_RAM_KEPT_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool retained_ram_kept_pending(const retained_ram_kept_t *block)
{
    const retained_ram_kept_t *place = retained_ram_kept_at();
    return mr_differs(block->bytes, place->bytes, 0x4u) || retained_ram_kept_check(place) != MR_OK;
}
/* Loads, and says what was found; where that is neither MR_OK nor an error of the transfer, the defaults are set. */
static inline mr_status_t retained_ram_kept_open(retained_ram_kept_t *block)
{
    mr_status_t found = retained_ram_kept_load(block);
    if (found < MR_OK)
        return found;
    found = retained_ram_kept_check(block);
    if (found != MR_OK)
        retained_ram_kept_defaults(block);
    return found;
}
#define RETAINED_RAM_KEPT_SERIAL_OFFSET 0x00u
#define RETAINED_RAM_KEPT_SERIAL_BIT 0u
#define RETAINED_RAM_KEPT_SERIAL_WIDTH 32u
MR_INLINE uint32_t retained_ram_kept_get_serial(const retained_ram_kept_t *block) { return MR_LE32(1, block->bytes); }
MR_INLINE void retained_ram_kept_set_serial(retained_ram_kept_t *block, uint32_t to) { MR_SET_LE32(1, block->bytes, to); }

/* ---- Fixed: 2 bytes at 0x40024100
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        value                    u16
 */
#define RETAINED_RAM_FIXED_SIZE 2u
#ifndef RETAINED_RAM_FIXED_ADDRESS
#define RETAINED_RAM_FIXED_ADDRESS 0x40024100u
#endif
typedef struct { uint8_t bytes[RETAINED_RAM_FIXED_SIZE]; } retained_ram_fixed_t;
MR_ASSERT(retained_ram_fixed, sizeof(retained_ram_fixed_t) == RETAINED_RAM_FIXED_SIZE);
/* The place itself. */
MR_INLINE retained_ram_fixed_t *retained_ram_fixed_at(void) { return (retained_ram_fixed_t *)(uintptr_t)(RETAINED_RAM_FIXED_ADDRESS); }
static inline void retained_ram_fixed_defaults(retained_ram_fixed_t *block)
{
    mr_fill(block->bytes, 0, RETAINED_RAM_FIXED_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t retained_ram_fixed_load(retained_ram_fixed_t *block)
{
    mr_copy(block->bytes, retained_ram_fixed_at()->bytes, RETAINED_RAM_FIXED_SIZE);
    return MR_OK;
}
static inline mr_status_t retained_ram_fixed_flush(retained_ram_fixed_t *block)
{
    mr_copy_changed(retained_ram_fixed_at()->bytes, block->bytes, RETAINED_RAM_FIXED_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool retained_ram_fixed_pending(const retained_ram_fixed_t *block)
{
    const retained_ram_fixed_t *place = retained_ram_fixed_at();
    return mr_differs(block->bytes, place->bytes, RETAINED_RAM_FIXED_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t retained_ram_fixed_open(retained_ram_fixed_t *block)
{
    return retained_ram_fixed_load(block);
}
#define RETAINED_RAM_FIXED_VALUE_OFFSET 0x00u
#define RETAINED_RAM_FIXED_VALUE_BIT 0u
#define RETAINED_RAM_FIXED_VALUE_WIDTH 16u
MR_INLINE uint16_t retained_ram_fixed_get_value(const retained_ram_fixed_t *block) { return MR_LE16(1, block->bytes); }
MR_INLINE void retained_ram_fixed_set_value(retained_ram_fixed_t *block, uint16_t to) { MR_SET_LE16(1, block->bytes, to); }

#endif
