/* An MMU for tests: pages of a flash image go in, a window of real memory comes out, in which each entry's page is
 * copied to; dead entries hold a filler, so that whoever reads through one sees it. Small enough for an AVR. */
#ifndef MODEL_H
#define MODEL_H

#include "memreg/map.h"

enum { MODEL_SHIFT = 6, MODEL_PAGE_BYTES = 1 << MODEL_SHIFT, MODEL_ENTRIES = 24, MODEL_PAGES = 32 };
enum { MODEL_DEAD = 0xDD, MODEL_FIRST_ALIAS = 20 };

extern uint8_t model_flash[MODEL_PAGES * MODEL_PAGE_BYTES];
extern uint32_t model_table[MODEL_ENTRIES];
extern unsigned model_changes, model_forgets;
/* What entries show has changed where it may not, or an entry was written that needed no change. */
extern unsigned model_wrong_writes;
extern const mr_mmu_driver_t model_driver;
/* Takes aligned words only in its entries 4..19, all ways in 0..3; 20..23 answer nowhere views may lie. */
extern const mr_mmu_driver_t model_words_driver;

/* Puts the windows where their memory is; once, before all else. */
void model_open(void);

/* All entries free, the flash filled with bytes that tell their place. */
void model_reset(void);

/* As others write an entry: the operating system, the loader. */
void model_write(unsigned entry, uint32_t page);

/* As if the cache had read the page just now: copies are true again only after this or a change or a forget. */
uint8_t model_byte(uint32_t address);

#endif
