/* The ESP32 family's MMUs as the driver sees them: register accesses and calls of ROM functions go in, a chip's table,
 * the state of its caches and a list of what was done wrong come out. A second statement of the facts, by hand, so that
 * a slip in the driver's is found. */
#ifndef ESP32_MODEL_H
#define ESP32_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

uint32_t esp32_model_read(uint32_t address);
void esp32_model_write(uint32_t address, uint32_t value);
uint32_t esp32_model_rom(uint32_t address, uint32_t first, uint32_t second);
uint32_t esp32_model_interrupts(uint32_t state);

#define MR_ESP32_RAM_CODE(name)
#define MR_ESP32_RAM_DATA(name)
#define MR_ESP32_READ(address) esp32_model_read(address)
#define MR_ESP32_WRITE(address, value) esp32_model_write((address), (value))
#define MR_ESP32_ROM(address, first, second) esp32_model_rom((address), (first), (second))
#define MR_ESP32_INTERRUPTS_OFF(state) ((state) = esp32_model_interrupts(0))
#define MR_ESP32_INTERRUPTS_RESTORE(state) ((void)esp32_model_interrupts(state))

enum { MODEL_MOST_ENTRIES = 512, MODEL_MOST_WINDOWS = 8 };

typedef struct model_window { uint32_t address; unsigned first, count; } model_window_t;

typedef struct model_chip {
    const char *name;
    uint32_t table, second_table, index_register, content_register;
    unsigned entries;
    uint32_t free_value, flash_bits, other_value;   /* what a free entry and one of PSRAM hold; what flash adds to a page */
    uint32_t page_mask, sensitive;
    uint32_t suspend[2], resume[2], invalidate, flush;
    uint32_t bus_register, bus_shut;
    uint32_t size_register;
    unsigned shifts[4];                             /* for each value of the size register's bits 4:3 */
    model_window_t windows[MODEL_MOST_WINDOWS];
} model_chip_t;

extern const model_chip_t model_chips[];
extern const unsigned model_chip_count;

typedef struct model {
    const model_chip_t *chip;
    uint32_t table[2][MODEL_MOST_ENTRIES];
    uint32_t index, bus, size_code;
    bool are_interrupts_off, are_hooks_stopped;
    unsigned suspended;                              /* caches */
    bool is_stale[MODEL_MOST_WINDOWS][MODEL_MOST_ENTRIES];   /* what the caches hold is not what the entry shows */
    unsigned stops, entry_writes, flushes[2];
    const char *wrong;                               /* the first rule that was broken */
} model_t;

extern model_t model;

/* All entries free, caches running, buses shut. */
void model_start(const model_chip_t *chip, unsigned size_code);

/* As others write an entry. */
void model_set(unsigned entry, uint32_t value);

/* The flash's pages were programmed: whatever shows them is stale. */
void model_program(uint32_t page, uint32_t count);

/* The entry that answers at an address; counts as wrong where there is none. */
unsigned model_entry_at(uint32_t address);

unsigned model_shift(void);
bool model_shows_flash(unsigned entry, uint32_t page);

#endif
