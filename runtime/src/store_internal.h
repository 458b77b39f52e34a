/* What the store's sources share: entries and sectors as docs/formats.md has them, and how they are read. */
#ifndef MEMREG_STORE_INTERNAL_H
#define MEMREG_STORE_INTERNAL_H

#include "memreg/store.h"

/* With MR_STORE_PLAIN all stores of a program are of the plainest kind, and much of the code folds away: NOR that is
 * programmed by the byte, at most 16 MiB; indexed kinds alone, of values that need no parts; another layout is foreign. */
#if defined MR_STORE_PLAIN
#define PROGRAMS_ONCE(store) false
#define PROGRAM_BYTES(store) ((void)(store), 1u)
#define ALIGN_SHIFT(store) ((void)(store), 1u)
#define PARTS(kind) ((void)(kind), 1u)
#define IS_KEYED(kind) false
#define IS_RING(kind) false
#define HAS_SCRATCH(store) false
#define KEEPS_LAYOUTS false
#else
#define PROGRAMS_ONCE(store) ((store)->config->flash.geometry->programs_once)
#define PROGRAM_BYTES(store) ((uint32_t)(store)->config->flash.geometry->program_bytes)
#define ALIGN_SHIFT(store) ((store)->align_shift)
#define PARTS(kind) ((unsigned)(kind)->parts)
#define IS_KEYED(kind) ((kind)->storage == MR_STORE_KEYED)
#define IS_RING(kind) ((kind)->storage == MR_STORE_RING)
#define HAS_SCRATCH(store) ((store)->config->scratch != 0)
#define KEEPS_LAYOUTS true
#endif

enum {
    SECTOR_HEADER_BYTES = 16,
    CHUNK_BYTES = 96,           /* what is read or programmed at once at the most: a multiple of every program unit */
    MOST_PROGRAM_BYTES = 32,
    KEY_BYTES = 10,             /* at the most, before the data in an entry's payload */
    HANDLE_MASK = 0x1FFF,
    TABLE_HANDLE = 0x1FFD,      /* on the medium: the layout's table; no header is one bit from 0xFFFF */
    MARK_HANDLE = 0x1FFC        /* on the medium: all was moved that this sector was opened for */
};

/* Keeps buffers out of callers' stack frames. */
#if defined __GNUC__
#define APART __attribute__((noinline))
#else
#define APART
#endif

#define NONE 0xFFFFu            /* no sector, no slot */

enum { ENTRY_WHOLE = 0, ENTRY_SIZED = 1, ENTRY_DELETED = 2 };

/* Why a sector was opened. */
enum { SECTOR_PLAIN = 0, SECTOR_COLLECTS = 1, SECTOR_RESCUES = 2 };

/* mr_store_t's state. */
enum { STATE_OPEN = 1, STATE_DOUBTFUL = 2, STATE_DAMAGED = 4, STATE_FOREIGN = 8 };

/* Elements of config->sequences: the low half of a sector's sequence, or one of these. */
#define SEQUENCE_NONE 0u
#define SEQUENCE_RETIRED 0xFFFFu

/* Places in the index are in units of the alignment; 0 is none: a sector's header is there. */
#define PLACE_DELETED 0x800000u

typedef struct entry {
    uint32_t at;                /* from the area's start */
    uint32_t size;              /* with the bytes that align it */
    uint32_t syndrome;          /* of its check value; 0: whole */
    uint16_t handle;            /* as the medium has it */
    uint16_t payload;           /* bytes */
    uint8_t type;
    uint8_t lead;               /* bytes before the payload */
    uint8_t key[KEY_BYTES];     /* the payload's first bytes, where the entry was read */
} entry_t;

typedef struct sector_header {
    uint32_t sequence;
    uint32_t erases;            /* 24 bits */
    uint16_t layout;
    uint16_t span;              /* sequences from the oldest live sector to this one */
    uint8_t flags;
} sector_header_t;

/* A walk over the entries of one sector, in the order of offsets. */
typedef struct walk {
    entry_t entry;
    uint32_t at;                /* where to go on */
    uint32_t end;
    uint32_t tail;              /* after the last entry */
    uint32_t last;              /* the last entry; 0: none */
    uint16_t garbage;           /* places since the tail that are not blank */
    bool is_careful;            /* each entry is read whole, and looked for at every place */
    bool checks_next;           /* the next one is read whole: a flipped header may look like what is passed over */
    bool is_damaged;            /* there was garbage between entries */
} walk_t;

static inline uint16_t store_u16(const uint8_t *bytes)
{
    return (uint16_t)(bytes[0] | ((unsigned)bytes[1] << 8));
}

static inline uint32_t store_u32(const uint8_t *bytes)
{
    return store_u16(bytes) | ((uint32_t)store_u16(bytes + 2) << 16);
}

/* ---- store.c */

uint32_t store_crc(uint32_t crc, unsigned byte);
mr_status_t store_read(const mr_store_t *store, uint32_t at, void *bytes, uint32_t count);
mr_status_t store_ready(mr_store_t *store);
/* MR_NOT_FOUND: no valid header. */
mr_status_t store_read_header(const mr_store_t *store, unsigned sector, sector_header_t *header);
void store_walk_begin(const mr_store_t *store, unsigned sector, walk_t *walk);
/* MR_NOT_FOUND at the end. */
mr_status_t store_walk_next(const mr_store_t *store, walk_t *walk);
/* Reads an entry whole; of its payload's bytes from `skipped` on, at most `sink_bytes` go to `sink`. The first read takes
 * `want` bytes. MR_CORRUPT: there is none; where its check value differs the status is MR_OK. */
mr_status_t store_read_entry(const mr_store_t *store, uint32_t at, uint32_t want, entry_t *entry, uint32_t skipped,
                             uint8_t *sink, uint32_t sink_bytes);
/* Where a slot's entry is, from the area's start; 0: nowhere. Deletions have places, too. */
uint32_t store_place(const mr_store_t *store, unsigned slot);
bool store_is_record(const mr_store_t *store, unsigned slot);
unsigned store_slots(const mr_store_t *store);
unsigned store_sector_of(const mr_store_t *store, uint32_t at);
bool store_is_live(const mr_store_t *store, unsigned sector);
mr_status_t store_live_bytes(const mr_store_t *store, unsigned sector, uint32_t *bytes);
const mr_store_kind_t *store_kind_of(const mr_store_t *store, unsigned slot, unsigned *part);
unsigned store_key_bytes(const mr_store_kind_t *kind, unsigned part);
mr_status_t store_read_key(const mr_store_t *store, unsigned slot, entry_t *entry);
/* MR_NOT_FOUND: *slot is a free one of the kind, or NONE. */
mr_status_t store_slot(const mr_store_t *store, const mr_store_kind_t *kind, uint32_t id, unsigned *slot);
const mr_store_kind_t *store_kind(const mr_store_t *store, unsigned kind, uint32_t id);
mr_status_t store_load_slot(const mr_store_t *store, unsigned slot, void *value, size_t size, size_t *length);
mr_status_t store_remove_slot(mr_store_t *store, unsigned slot);
uint32_t store_header_bytes(const mr_store_t *store);
mr_status_t store_program(const mr_store_t *store, uint32_t at, const uint8_t *bytes, uint32_t count);
/* Erases a sector that is not the log's. */
mr_status_t store_erase_any(const mr_store_t *store, unsigned sector);
/* The same, and gives it a header. */
mr_status_t store_open_ring_sector(const mr_store_t *store, unsigned sector, uint32_t sequence);

/* ---- store_ring.c, reached by config->ring_calls */

struct mr_store_ring_calls {
    mr_status_t (*open)(mr_store_t *store, const mr_store_kind_t *kind);
    mr_status_t (*format)(mr_store_t *store, const mr_store_kind_t *kind);
    mr_status_t (*put)(mr_store_t *store, const mr_store_kind_t *kind, uint32_t id, const void *value);
    mr_status_t (*get)(mr_store_t *store, const mr_store_kind_t *kind, uint32_t id, void *value, size_t size,
                       size_t *length);
    mr_status_t (*remove)(mr_store_t *store, const mr_store_kind_t *kind, uint32_t id);
    mr_status_t (*has)(mr_store_t *store, const mr_store_kind_t *kind, uint32_t id);
    mr_status_t (*check)(mr_store_t *store, const mr_store_kind_t *kind);
};

#endif
