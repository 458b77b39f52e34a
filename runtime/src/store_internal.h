/* What the store's sources share: entries and sectors as docs/formats.md has them, and how they are read.
 *
 * A call's first failure stays in store->failure until the call ends. Until then no byte is programmed or erased any more,
 * and all that is read is blank: so only what decides by it asks. */
#ifndef MEMREG_STORE_INTERNAL_H
#define MEMREG_STORE_INTERNAL_H

#include "memreg/store.h"

enum {
    CHUNK_BYTES = 72,           /* what is read or programmed at once at the most */
    MOST_PROGRAM_BYTES = 32,
    KEY_BYTES = 10,             /* at the most, before the data in an entry's payload */
    LEAST_ENTRY_BYTES = 6,
    HANDLE_MASK = 0x1FFF,
    TABLE_HANDLE = 0x1FFD,      /* on the medium: the layout's table */
    MARK_HEADER = 0x5FFC        /* on the medium: all was moved that this sector was opened for */
};

/* Keeps buffers out of callers' stack frames. */
#if defined __GNUC__
#define APART __attribute__((noinline))
#else
#define APART
#endif

#define NONE 0xFFFFu            /* no sector, no slot; the mark's slot */

/* Types in an entry's header. None is 0: no header is one bit from 0x0000 or 0xFFFF. */
enum { ENTRY_SIZED = 1 << 13, ENTRY_DELETED = 2 << 13, ENTRY_WHOLE = 3 << 13, TYPE_MASK = 3 << 13 };

/* Why a sector was opened. */
enum { SECTOR_PLAIN = 0, SECTOR_COLLECTS = 1, SECTOR_RESCUES = 2 };

/* mr_store_t's state. */
enum { STATE_OPEN = 1, STATE_DOUBTFUL = 2, STATE_DAMAGED = 4, STATE_FOREIGN = 8, STATE_IMPOSSIBLE = 16, STATE_TORN = 32 };

/* Elements of config->sequences: the low half of a sector's sequence, or one of these. */
#define SEQUENCE_NONE 0u
#define SEQUENCE_RETIRED 0xFFFFu

/* A place is where an entry is, from the area's start, and PLACE_DELETED, which alignment leaves free; 0: nowhere. */
#define PLACE_DELETED 1u

/* A sector's header: words, of which the medium has the lowest byte first. */
enum {
    HEADER_SEQUENCE = 0,
    HEADER_WEAR = 1,            /* erases, 24 bits; why it was opened, 2; log2 of the alignment, 6 */
    HEADER_KIN = 2,             /* the layout's hash, 16 bits; sequences from the oldest live sector to this one, 16 */
    HEADER_CHECK = 3,
    HEADER_BYTES = 16
};

typedef struct sector_header { uint32_t words[MOST_PROGRAM_BYTES / 4]; } sector_header_t;

/* An entry, and what store_transfer() does with it. */
typedef struct entry {
    uint8_t lead;               /* bytes before the payload */
    uint8_t skip;               /* bytes of the payload that do not go to `sink` */
    uint8_t damage;             /* out: 0 where its check value is right */
    bool is_copy;               /* what is read goes elsewhere */
    uint16_t header;            /* handle and type, and where it was read their parity */
    uint16_t slot;
    uint16_t payload;           /* bytes */
    uint16_t check;             /* bytes before its check value */
    uint32_t size;              /* with the bytes that align it */
    uint32_t from;              /* where it is read; 0: it is new */
    uint32_t to;                /* where it is programmed; 0: nowhere; as `from`: programmed again as it reads */
    unsigned (*byte)(const struct entry *entry, unsigned position); /* new: its payload */
    const void *data;           /* of `byte` */
    uint8_t *sink;              /* where the rest of its payload goes, at most `room` bytes */
    uint32_t room;
    uint32_t crc, position;     /* while it is transferred */
} entry_t;

/* A walk over the entries of one sector, in the order of offsets. */
typedef struct walk {
    bool has_garbage;           /* since the tail there are places that are not blank */
    bool is_careful;            /* each entry is read whole, and looked for at every place */
    bool checks_next;           /* the next one is read whole: a flipped header may look like what is passed over */
    bool is_damaged;            /* there was garbage between entries */
    uint16_t marks;             /* so far */
    uint32_t last;              /* entry so far; 0: none */
    uint32_t next;              /* where to go on */
    uint32_t end;
    uint32_t tail;              /* after the last entry */
    entry_t entry;
} walk_t;

/* What sectors but the head have. */
typedef struct survey {
    uint32_t least;             /* live bytes of the sector that has the fewest, `victim`; none: that is the head */
    uint16_t victim;
    uint16_t dead;              /* so many have nothing alive; of these `next` is the one with the fewest erases, after */
    uint16_t next;              /* the head where they are equal; one without a header has 0 */
    uint16_t oldest;            /* that has something alive; the head where no other has */
    uint16_t age;               /* of that */
} survey_t;

/* A change of a record; length 0 deletes it. */
typedef struct job {
    const mr_store_kind_t *kind;
    const void *value;
    size_t length;
    uint32_t id;
    unsigned slot;
    void (*write)(mr_store_t *store, const struct job *job); /* NULL: it is done */
} job_t;

/* With MR_STORE_PLAIN all stores of a program are of the plainest kind, and much of the code folds away: parts that are
 * programmed byte by byte, areas of 16 MiB at the most, and no rings, keyed kinds or values in parts. */
#if defined MR_STORE_PLAIN
enum { IS_PLAIN = 1 };
#else
enum { IS_PLAIN = 0 };
#endif

static inline unsigned store_align_shift(const mr_store_t *store)
{
    return IS_PLAIN ? 1u : store->align_shift;
}

static inline uint32_t store_unit(const mr_store_t *store)
{
    return IS_PLAIN ? 1u : store->config->flash.geometry->program_bytes;
}

static inline const struct mr_store_once *store_once(const mr_store_t *store)
{
    return IS_PLAIN ? NULL : store->config->once;
}

static inline const struct mr_store_calls *store_calls(const mr_store_kind_t *kind)
{
    return IS_PLAIN ? NULL : kind->calls;
}

static inline uint16_t store_u16(const uint8_t *bytes)
{
    return (uint16_t)(bytes[0] | ((unsigned)bytes[1] << 8));
}

static inline uint32_t store_erases(const sector_header_t *header)
{
    return header->words[HEADER_WEAR] & 0xFFFFFFu;
}

static inline bool store_is_deletion(const entry_t *entry)
{
    return (entry->header & TYPE_MASK) == ENTRY_DELETED;
}

static inline mr_status_t store_status(const mr_store_t *store)
{
    return (mr_status_t)store->failure;
}

static inline uint32_t store_sector_bytes(const mr_store_t *store)
{
    return store->sector_bytes;
}

static inline uint32_t store_head_end(const mr_store_t *store)
{
    return (uint32_t)(store->head + 1u) << store->erase_shift;
}

static inline unsigned store_sector_of(const mr_store_t *store, uint32_t at)
{
    return (unsigned)(at >> store->erase_shift);
}

/* ---- store.c. What returns a status returns the call's. */

uint32_t store_u32(const uint8_t *bytes);
void store_put_u32(uint8_t *bytes, uint32_t value);
/* The check value after so many bits, which are in it already, the first one lowest. */
uint32_t store_crc(uint32_t crc, unsigned bits);
mr_status_t store_fail(mr_store_t *store, mr_status_t status);
/* What a sector that takes no erase or program does is not a failure of the store. */
void store_forgive(mr_store_t *store);
mr_status_t store_read(mr_store_t *store, uint32_t at, void *bytes, uint32_t count);
mr_status_t store_program(mr_store_t *store, uint32_t at, const uint8_t *bytes, uint32_t count);
void store_program_zeros(mr_store_t *store, uint32_t at, uint32_t count);
bool store_is_blank(mr_store_t *store, uint32_t at, uint32_t end);
/* Begins a call; mounts where that must be. */
mr_status_t store_begin(mr_store_t *store);
/* The same for a record's; NULL: the call's status says why. */
const mr_store_kind_t *store_begin_record(mr_store_t *store, unsigned kind, uint32_t id);
bool store_read_header(mr_store_t *store, unsigned sector, sector_header_t *header);
uint32_t store_mark_offset(const mr_store_t *store);
uint32_t store_header_bytes(const mr_store_t *store);
void store_walk_begin(const mr_store_t *store, unsigned sector, walk_t *walk);
bool store_walk_next(mr_store_t *store, walk_t *walk);
/* Calls `visit` for all entries that count, the oldest first; `walk` becomes that over the head. */
void store_visit_sectors(mr_store_t *store, void (*visit)(mr_store_t *store, const entry_t *entry), walk_t *walk);
/* An entry that is read, and nothing of it kept. */
void store_begin_entry(entry_t *entry, uint32_t from);
/* The first bytes of the entry at entry->from; false: there is none. */
bool store_read_lead(mr_store_t *store, entry_t *entry);
/* Reads an entry, or programs it, or copies it: what is damaged is so in the copy. False: none could be read. */
bool store_transfer(mr_store_t *store, entry_t *entry);
/* Whether there is a whole entry. */
bool store_is_whole(mr_store_t *store, entry_t *entry, uint32_t at);
/* Makes an entry a new one. */
void store_new_entry(const mr_store_t *store, entry_t *entry, unsigned header, uint32_t payload);
/* Appends an entry to the head, which has room, and verifies it; returns its place, 0 where that failed. */
uint32_t store_append(mr_store_t *store, entry_t *entry);
uint32_t store_place(const mr_store_t *store, unsigned slot);
void store_set_place(mr_store_t *store, unsigned slot, uint32_t place);
bool store_is_record(const mr_store_t *store, unsigned slot);
unsigned store_slots(const mr_store_t *store);
uint32_t store_live_bytes(mr_store_t *store, unsigned sector);
uint32_t store_part_bytes(const mr_store_t *store);
const mr_store_kind_t *store_kind_of(const mr_store_t *store, unsigned slot);
/* Sees to it that the head has room for an entry, and `slack` bytes more; MR_NO_SPACE. */
void store_make_room(mr_store_t *store, uint32_t payload, uint32_t slack);
/* The room that savings leave for deletions. */
uint32_t store_slack(const mr_store_t *store);
void store_erase_sector(mr_store_t *store, unsigned sector);
/* Erases a sector that is not the log's; false: it had no header. */
bool store_erase(mr_store_t *store, unsigned sector, sector_header_t *old);
/* The same, and gives it a header. */
mr_status_t store_renew(mr_store_t *store, unsigned sector, uint32_t sequence, unsigned flags, uint32_t span);
void store_survey(mr_store_t *store, survey_t *survey);
void store_open_sector(mr_store_t *store, const survey_t *survey, unsigned flags);
/* Moves what is alive of a slot, or of all of a sector, to the head, which has room; damage is remembered. */
void store_move(mr_store_t *store, unsigned slot);
void store_move_all(mr_store_t *store, unsigned sector);

/* ---- What not every layout needs: kinds and configurations name it, else the linker leaves it out. */

struct mr_store_calls {         /* of a kind: store_tagged.c, store_ring.c */
    void (*mount)(mr_store_t *store, const mr_store_kind_t *kind);
    void (*format)(mr_store_t *store, const mr_store_kind_t *kind);
    /* Finds the job's slot and how it is written, or does it. */
    mr_status_t (*put)(mr_store_t *store, job_t *job);
    mr_status_t (*get)(mr_store_t *store, const mr_store_kind_t *kind, uint32_t id, void *value, size_t size,
                       size_t *length);
    /* The id of the kind's record; MR_NOT_FOUND: the place is empty. */
    mr_status_t (*id_at)(mr_store_t *store, const mr_store_kind_t *kind, uint32_t record, uint32_t *id);
    /* The place of an id, counted from the kind's first; MR_NOT_FOUND. */
    mr_status_t (*find)(mr_store_t *store, const mr_store_kind_t *kind, uint32_t id, uint32_t *record);
    mr_status_t (*check)(mr_store_t *store, const mr_store_kind_t *kind);
    /* Of the entry with this number among the kind's, where it is as long as it can be. */
    unsigned (*full_payload)(const mr_store_t *store, const mr_store_kind_t *kind, unsigned number);
};

struct mr_store_once {          /* of a part that programs a unit once: store_once.c */
    bool (*is_marked)(mr_store_t *store, unsigned sector);
    bool (*confirm)(mr_store_t *store, uint32_t at);
    /* Of a head that was opened because of a torn one: whether all is moved. */
    bool (*is_rescued)(mr_store_t *store, bool is_complete);
    /* Sees to it that the head's end is what it reads; `last` is its last entry. MR_STALE: mount again. */
    void (*settle)(mr_store_t *store, uint32_t last);
};

#endif
