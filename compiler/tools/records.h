/* Records in an image, whatever the store's format: bytes go in; records come out of them, are put in and deleted.
 * storageat_records.c and store_image.c are behind it. */
#ifndef MEMREGC_RECORDS_H
#define MEMREGC_RECORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "memreg/status.h"
#include "text.h"

typedef struct record {
    char prefix[4];                /* terminated */
    bool is_damaged;
    bool has_id, has_address;      /* damage may have taken the id; records of rings are not said where they are */
    uint32_t id;
    uint32_t address;              /* from the area's start */
    uint32_t length_bytes;         /* that get() gives */
    const char *note;              /* what else is to be said of it, or "" */
} record_t;

typedef struct records records_t;

/* What is wrong at an address of the area, or (is_note) only worth knowing. */
typedef void (*record_finding_t)(void *context, bool is_note, uint32_t address, const char *message);

typedef struct record_format {
    const char *name;

    /* All records, in the format's own order. False: the area cannot be read to its end. */
    bool (*list)(records_t *records, record_t **items, size_t *count);

    /* A record's bytes, for as long as the arena. MR_CORRUPT: these are only what is left of it. MR_NOT_FOUND. */
    mr_status_t (*get)(records_t *records, const char *prefix, uint32_t id, const uint8_t **bytes, uint32_t *length_bytes);

    /* Where either fails, nothing has changed that a device would see; problem() says why, for people. */
    mr_status_t (*put)(records_t *records, const char *prefix, uint32_t id, const uint8_t *bytes, uint32_t length_bytes);
    mr_status_t (*remove)(records_t *records, const char *prefix, uint32_t id);
    const char *(*problem)(records_t *records, const char *prefix, uint32_t id, uint32_t length_bytes, mr_status_t status);

    /* Tells what is wrong; returns how many findings were more than notes. */
    unsigned (*check)(records_t *records, record_finding_t finding, void *context);

    /* Adds what there is to the text, in one line without its end: "119 of 160 pages free". With `is_long`, further
     * lines. */
    void (*describe)(records_t *records, bool is_long, text_t *text);
} record_format_t;

struct records {
    const record_format_t *format;
    arena_t *arena;
    uint64_t first;                /* the area's address in the image: the caller's */
    uint8_t *bytes;                /* the area, as it is after what was done */
    size_t length_bytes;
    const char *damage;            /* what opening it found that no record can show; or NULL */
    const char *fixed;             /* why nothing can be put or deleted; NULL where it can */
};

/* StorageAT in these bytes, which stay the caller's. NULL: they are none, or 4 GiB and more. */
records_t *storageat_records_open(arena_t *arena, uint8_t *bytes, size_t length_bytes);

/* The same, made empty. */
records_t *storageat_records_make(arena_t *arena, uint8_t *bytes, size_t length_bytes);

#endif
