/* The flash MMUs of the ESP32 family, as drivers of map.h: pages of flash go in, entries of the chip's table are
 * written, by the chip's own sequence: interrupts off, cache stopped by the ROM's functions, entries, bus opened, stale
 * lines forgotten, cache started. Code and constants that run meanwhile are in RAM: the linker script must put sections
 * .iram1.* into instruction RAM and .dram1.* into data RAM, as ESP-IDF's does.
 *
 * Whichever driver is named is linked (with -ffunction-sections, -fdata-sections and --gc-sections). Each is for its
 * chip alone: what is the table on one is the interrupt controller on another.
 *
 * Facts: docs/targets.md. Sequences are proved on models (tests/map), not on silicon. */
#ifndef MEMREG_ESP32_MMU_H
#define MEMREG_ESP32_MMU_H

#include "memreg/map.h"

#if defined __cplusplus
extern "C" {
#endif

/* What a mr_mmu_t has as context; NULL for a chip with one core that runs without an operating system. */
typedef struct mr_esp32_cache {
    /* Stop and start the caches, interrupts and the other core, instead of what the driver does: functions in RAM. With
     * ESP-IDF spi_flash_disable_interrupts_caches_and_other_cpu and spi_flash_enable_interrupts_caches_and_other_cpu;
     * needed on an ESP32 or ESP32-S3 whose second core runs. Both or none (NULL). */
    void (*stop)(void);
    void (*start)(void);
    bool has_second_core;    /* ESP32: its cache is flushed, too */
} mr_esp32_cache_t;

/* 128 entries of 64 KiB, 0x3C000000 (data) and 0x42000000 (code). */
extern const mr_mmu_driver_t mr_esp32c3_mmu;
/* 512 entries of 64 KiB, 0x3C000000 and 0x42000000. */
extern const mr_mmu_driver_t mr_esp32s3_mmu;
/* Entries 128..191 of 64 KiB at 0x3F000000, read at any width; then 8..127 at 0x40080000, read by the aligned word
 * only; the others are the data cache's. */
extern const mr_mmu_driver_t mr_esp32s2_mmu;
/* 256 entries of 8 to 64 KiB, 0x42000000 for both buses. */
extern const mr_mmu_driver_t mr_esp32c6_mmu;
extern const mr_mmu_driver_t mr_esp32h2_mmu;
/* 64 entries of 16 to 64 KiB, 0x3C000000 and 0x42000000. */
extern const mr_mmu_driver_t mr_esp32c2_mmu;
/* Entries 0..63 of 64 KiB at 0x3F400000, read at any width; then 77..255 at 0x400D0000, read by the aligned word
 * only. */
extern const mr_mmu_driver_t mr_esp32_mmu;

#if defined __cplusplus
}
#endif

#endif
