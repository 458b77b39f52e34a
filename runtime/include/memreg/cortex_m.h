/* What drivers of memories in a Cortex-M's address space share: a memory's address (the driver's context) and an offset go in,
 * bytes come out; and whether an interrupt is being handled. For drivers alone. */
#ifndef MEMREG_CORTEX_M_H
#define MEMREG_CORTEX_M_H

#include <stddef.h>
#include <stdint.h>

#include "memreg/status.h"

/* The read of an mr_row_driver_t. */
static inline uint8_t mr_cortex_m_read_byte(void *context, size_t offset)
{
    return ((const volatile uint8_t *)context)[offset];
}

/* The read of an mr_flash_driver_t. */
static inline mr_status_t mr_cortex_m_read_bytes(void *context, uint32_t offset, void *data, size_t length)
{
    const volatile uint8_t *from = (const volatile uint8_t *)context + offset;
    uint8_t *to = (uint8_t *)data;

    while (length-- > 0)
        *to++ = *from++;
    return MR_OK;
}

/* The word that four bytes at any address make in memory. */
static inline uint32_t mr_cortex_m_word_of(const uint8_t *bytes)
{
    return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

/* The erase of an mr_row_driver_t whose row never rises again. */
static inline mr_status_t mr_cortex_m_refuse_erase(void *context, size_t offset)
{
    (void)context;
    (void)offset;
    return MR_LOCKED;
}

/* The state of an mr_row_driver_t whose row is neither busy nor locked: rows are not changed in an interrupt. */
static inline mr_status_t mr_cortex_m_row_state(void *context)
{
    uint32_t exception;

    (void)context;
    __asm__ volatile("mrs %0, ipsr" : "=r"(exception));
    return exception != 0 ? MR_IN_INTERRUPT : MR_OK;
}

#endif
