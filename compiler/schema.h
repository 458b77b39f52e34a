/* What is known of a layout after all checks: every offset, width, mask, address and final name. Templates, `show`,
 * JSON and every other tool read this and compute nothing. It is made once (build.c) and not changed after.
 *
 * Two kinds of blocks: a *byte block* (ram, bus, userrow, eeprom, flash) is an array of bytes with fields in it; a
 * *register block* (mmio) is a set of registers, each accessed at exactly its width. */
#ifndef MEMREGC_SCHEMA_H
#define MEMREGC_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "source.h"
#include "tables.h"

typedef struct schema_enum schema_enum_t;
typedef struct schema_struct schema_struct_t;
typedef struct schema_field schema_field_t;
typedef struct schema_register schema_register_t;
typedef struct schema_region schema_region_t;
struct placed;             /* item.h: a body with its nesting, for what compares and freezes layouts */

/* A declared thing's names: `name` as written, `snake` and `upper` as they come out, without the layout's prefix. */
typedef struct schema_name {
    const char *name;      /* "RxDone" */
    const char *snake;     /* "rx_done" */
    const char *upper;     /* "RX_DONE" */
    const char *doc;       /* doc comment, lines separated by '\n', without the slashes; NULL where there is none */
    span_t span;           /* of the name in the source */
} schema_name_t;

typedef struct schema_constant {
    schema_name_t name;
    int64_t value;
    bool is_unsigned_64;   /* value is the bit pattern of a uint64_t above INT64_MAX */
} schema_constant_t;

typedef struct schema_enumerator {
    schema_name_t name;
    int64_t value;         /* for an unsigned 64-bit base the bit pattern */
    bool is_alias;         /* has the value of an earlier one */
} schema_enumerator_t;

struct schema_enum {
    schema_name_t name;
    unsigned width_bits;
    bool is_signed;
    schema_enumerator_t *enumerators;  /* in declared order */
    size_t enumerator_count;
    int64_t least, most;   /* over the enumerators */
    bool is_dense;         /* every value from least to most has an enumerator */
    const struct schema_block *only_user;  /* the one block that has values of it, or NULL; schema_derive() */
    bool is_used;                          /* some block or struct has; schema_derive() */
    bool is_persistent;                    /* a persistent block or a record has */
};

typedef struct schema_type {
    value_kind_t kind;
    unsigned width_bits;       /* of one element; for text and bytes 8 * length_bytes; for structs 8 * its size */
    unsigned length_bytes;     /* text and bytes: N */
    unsigned fraction_bits;    /* fixed point: value = raw / 2^fraction_bits; kind is signed or unsigned */
    const schema_enum_t *enumeration;    /* VALUE_ENUM */
    const schema_struct_t *structure;    /* VALUE_STRUCT */
    const char *written;       /* as in the source, without dimensions: "u12", "Mode", "char[5]", "q8.8" */
    unsigned storage_bits;     /* of the C type that holds one value: 8, 16, 32, 64; bool 8; 0 for text, bytes, structs */
    bool is_signed;            /* the raw value is sign-extended: VALUE_SIGNED, or an enum with a signed base */
} schema_type_t;

/* One dimension of a path to a field: an accessor has one `unsigned` parameter for each, outermost first. */
typedef struct schema_index {
    uint32_t count;
    uint64_t stride_bits;
    unsigned level;            /* the index belongs to this name of the path, counted from 0; not of a register block's own */
} schema_index_t;

/* A default, converted to raw bits: one word a value (array_length of them, or one that fills all elements); for text
 * and bytes the bytes, padded with NUL to the field's length for each element. */
typedef struct schema_default {
    bool is_set;
    const uint64_t *words;     /* masked to the field's width */
    size_t word_count;
    const uint8_t *bytes;
    size_t byte_count;
} schema_default_t;

/* How an accessor reaches a field of a byte block. */
typedef enum field_form {
    FORM_INTEGER,              /* whole bytes: an integer or a float of unit_bits */
    FORM_BITS,                 /* some bits of the unit */
    FORM_ELEMENTS,             /* an element of an array of bit types: its place depends on the index */
    FORM_TEXT, FORM_BYTES
} field_form_t;

/* One leaf of a byte block or struct, with groups, containers and structs flattened: its name is the joined path. */
struct schema_field {
    schema_name_t name;        /* name.name is the path with dots: "status.rx_done"; snake "status_rx_done" */
    schema_type_t type;

    /* Where the value of the element with all indices 0 is: read the byte_count bytes from byte_offset as one integer
     * (little-endian, or big-endian where is_big_endian), shift right by `shift`, keep width_bits. */
    uint32_t byte_offset;      /* from the block's or struct's start */
    unsigned byte_count;       /* 1..9 for bit fields, the whole length for byte types */
    unsigned shift;            /* 0 for byte types */
    bool is_big_endian;        /* of the integer above; false where byte_count is 1 */
    bool is_bit_type;          /* width below 8 or not a multiple of 8, or inside a container */
    bool is_aligned;           /* natural placement proves that a load of storage_bits at byte_offset is aligned */

    /* Indices of enclosing arrays (blocks, groups, containers, structs), outermost first, then the field's own. For an
     * index whose stride is no multiple of 8 bits (an array of bit types; always the last one) element i lies i *
     * stride_bits bits further: in the little-endian sense at bit 8 * byte_offset + shift + i * stride_bits of the
     * block; big-endian at that many bits above within the run's integer, that is towards lower addresses. */
    schema_index_t *indices;
    unsigned index_count;
    bool is_array;             /* its own type has a dimension; array_length is that index's count */
    uint32_t array_length;

    access_t access;
    schema_default_t initial;
    const char *unit;          /* NULL where there is none */
    double scale, bias;        /* physical value = raw * scale + bias; 1 and 0 where not given */
    bool has_range;
    int64_t range_least, range_most;
    const char *was;           /* the name in an older version, or NULL */
    bool may_drop, is_alias;
    span_t span;               /* of the whole field */
    uint32_t bit_run_start;    /* bit types: byte offset of the run or container that it lies in … */
    uint32_t bit_run_bytes;    /* … and that run's or container's whole size */

    /* Filled in by schema_derive(): what templates need beyond this, see there. */
    const char *c_type;        /* "uint8_t", "bool", "float", "th_mode_t", "th_reading_t" */
    uint64_t value_mask;       /* width_bits ones */
    field_form_t form;
    unsigned unit_bits;        /* the integer to read: 8, 16, 24 … 64, or 72 for a bit field that touches nine bytes */
    unsigned unit_alignment;   /* proven, at most unit_bits / 8: 1, 2, 4 or 8 */
    unsigned unit_position;    /* of the value's lowest bit in it */
    const char *unit_order;    /* "LE" or "BE" */
    const char *unit_type;     /* the C integer that holds it: "uint8_t" … */
    const char *offset;        /* C to add to the first byte's pointer: " + 0x11u + i * 8u", or "" */
    const char *bit;           /* FORM_ELEMENTS: C for the bit from that byte's lowest on: "4u + i * 2u" */
    int bit_step;              /* FORM_ELEMENTS: the next higher bits are at the next (1) or previous (-1) byte */
    bool is_within_bytes;      /* FORM_ELEMENTS: no element crosses a byte */
    const char *parameters;    /* ", unsigned i, unsigned j", or "" */
    const char *arguments;     /* ", i, j", or "" */
    const char *toggle_offset; /* bool: C of its byte's index: "0x05u + i * 8u" */
    const char *value_check;   /* C condition on `to` that MR_CHECKED checks, or NULL */
    const char *index_check;   /* C condition on the indices, or NULL */
};

/* A field as a member of a struct's plain C type: not flattened, except that groups and containers are. */
typedef struct schema_member {
    schema_name_t name;        /* of the struct's item */
    const char *c_name;        /* snake name, changed where it would be a keyword ("int" becomes "int_") */
    schema_type_t type;
    const char *c_type;
    uint32_t byte_offset;
    uint32_t array_length;     /* 0 where it is no array */
    uint32_t stride_bytes;     /* between elements of an array of byte types */
    const schema_field_t *field;  /* the leaf with the same bytes; NULL where type is a struct */
    const char *meaning;       /* of its raw values: "q8.8, degC", "x 0.01 degC, 1..9"; "" where there is nothing to say */
    const char *c_value;       /* "value->name", or of an element "value->name[i]"; schema_derive() */
} schema_member_t;

struct schema_struct {
    schema_name_t name;
    policy_t policy;
    uint32_t size_bytes;
    unsigned alignment_bytes;  /* 1 unless natural */
    schema_member_t *members;
    size_t member_count;
    schema_field_t *fields;    /* all leaves, nested structs flattened */
    size_t field_count;
    const struct placed *body;
    bool is_persistent;        /* a persistent block or a record has values of it */

    /* schema_derive() */
    const char *c_name;        /* "th_reading" */
    const char *c_upper;       /* "TH_READING" */
    bool has_gaps;             /* some bits belong to no member */
};

/* A part of a byte block that is a struct: has get_g and set_g of the whole besides its leaves. */
typedef struct schema_part {
    schema_name_t name;        /* joined path */
    const schema_struct_t *structure;
    uint32_t byte_offset;
    schema_index_t *indices;
    unsigned index_count;
    const char *offset, *parameters, *index_check;  /* as in schema_field_t; schema_derive() */
} schema_part_t;

/* How a bit field is taken out of its register. */
typedef enum bits_form { BITS_BOOL, BITS_UNSIGNED, BITS_SIGNED, BITS_ENUM, BITS_CROSSING /* the halves of 64 bits */ } bits_form_t;

/* A bit field of a register. */
typedef struct schema_bits {
    schema_name_t name;
    schema_type_t type;
    unsigned position;         /* of its lowest bit, or of element 0's */
    uint32_t array_length;     /* 0 where it is no array; else elements follow each other upward */
    access_t access;           /* the register's where the field has none of its own */
    bool is_alias;
    const char *unit;
    double scale, bias;
    span_t span;
    const char *c_type;        /* filled in by schema_derive() */
    uint64_t mask;             /* in place; over all elements */
    uint64_t value_mask;       /* width_bits ones */
    const char *value_check;   /* as in schema_field_t */
    bits_form_t form;
    const char *word;          /* the C expression of the integer that it is in: "value.bits", or a half of that */
    const char *index;         /* ", unsigned i" where it is an array, else "" */
    const char *index_argument;/* ", i", or "" */
    const char *index_check;   /* "i < 4u", or NULL */
    unsigned word_position;    /* in that word */
    bool set_needs_read;       /* other bits must be kept */
    bool set_uses_alias, toggle_uses_alias;  /* the region's set, clear and xor windows serve it */
} schema_bits_t;

/* A register: a container of a register block, or a field without bit fields. */
struct schema_register {
    schema_name_t name;        /* joined path of groups and the container */
    schema_type_t type;        /* of the whole value: unsigned for containers; what was written for plain registers */
    uint32_t byte_offset;      /* of the element with all indices 0, from the block's base */
    unsigned width_bits;       /* 8, 16, 32, 64 */
    schema_index_t *indices;   /* of the block first (where it is an array), then groups, then its own; strides in bits */
    unsigned index_count;
    access_t access;           /* what was written on the container itself; ro: no write; wo: no read */
    bool has_reset;
    uint64_t reset;            /* given by `reset`, or gathered from the fields' defaults */
    schema_bits_t *bits;       /* none: a plain integer register */
    size_t bits_count;
    bool is_alias;
    const char *unit;          /* of plain registers, as in schema_field_t */
    double scale, bias;
    span_t span;

    /* Over all bit fields (filled in by place.c). */
    bool is_readable, is_writable;
    uint64_t neutral_zero_mask;  /* bits that an edit must put to 0: w1c, w1s, w1t, and wo fields */
    uint64_t neutral_one_mask;   /* bits that an edit must put to 1: w0c, w0s */
    uint64_t kept_mask;          /* bits that a write must put back as they were read: rw fields and bits without a field */
    uint64_t read_effect_mask;   /* bits that a read changes: rc, rs */

    const char *c_type;          /* "th_usart0_status_t", or "uint16_t" for a plain one; schema_derive() */
    const char *c_word;          /* "uint8_t" …: the integer of width_bits; schema_derive() */
    const char *c_name, *c_upper;/* "th_usart0_status", "TH_USART0_STATUS"; schema_derive() */
    const char *parameters;      /* "unsigned i, unsigned j", or "" */
    const char *arguments;       /* "i, j", or "" */
    const char *index_check;     /* C condition, or NULL */
    const char *address;         /* C of its address, "TH_USART0_BASE + 0x4u"; with indices that of the first one … */
    const char *element;         /* … to which this is added as an array's index: "[i][j * 4u]", or "" */
    uint32_t row_words;          /* the array's inner length, in words */
    const char *byte_address;    /* C of the address of the register with the indices, as a sum of bytes */
    bool is_at_zero;             /* its address is 0, which checkers take for no place at all */
    bool is_set_by_alias;        /* the region has set, clear and xor windows that reach it */
};

/* A row of the table in a block's comment and of `show`: every item as written, gaps and free bits included. */
typedef struct schema_row {
    unsigned depth;            /* nesting in groups and containers */
    const char *name;          /* as written; "_" for a reserved gap, "" for bytes that nothing uses */
    const char *type;          /* with dimensions: "u8", "Mode", "char[5]", "u2[4]", "" for groups */
    uint32_t byte_offset;      /* of element 0 */
    int high_bit, low_bit;     /* within its register, container or first byte; -1 where it takes whole bytes */
    uint64_t size_bits;        /* of all elements */
    const char *access;        /* "rw", "ro", "w1c" …; "" in byte blocks when rw */
    const char *value;         /* default or reset as text, "" where there is none */
    const char *doc;           /* first sentence line, "" where there is none */
    const char *unit;          /* "" where there is none */
} schema_row_t;

/* What a region of a row or of flash is reached by: a file, a driver's header, or functions that the program defines. */
typedef enum part_form { PART_HOST, PART_DRIVER, PART_CALLBACKS } part_form_t;

/* What a driver is given: the region's address; the same, which the processor can read at; a multiple of pages of 512 bytes;
 * a part on a SPI bus, to which the program defines the transfer. */
typedef enum context_form { CONTEXT_ADDRESS, CONTEXT_MEMORY, CONTEXT_PAGES, CONTEXT_SPI } context_form_t;

struct schema_region {
    schema_name_t name;
    region_kind_t kind;
    bool has_address;
    uint64_t address;
    uint64_t size_bytes;
    bool is_retained;
    uint32_t erase_bytes, program_bytes, align_bytes;   /* 0 where not given */
    uint64_t endurance_cycles;                          /* 0 where not given */
    uint32_t transfer_cost_bytes;                       /* bus: what starting a transfer costs, in bytes */
    const char *driver;                                 /* NULL where not given */
    bool has_alias;
    uint64_t alias_set, alias_clear, alias_xor;         /* offsets */
    bool is_partition;         /* comes from a partition table */
    bool is_from_target;
    bool is_used;              /* something of this layout lies in it */
    uint64_t used_bytes;       /* up to the end of the last thing in it */
    uint64_t storage_bytes;    /* ram without an address: up to the end of the last memreg or pool in it, what the glue provides */

    /* How services reach it; find_parts(). */
    bool is_row, is_flash;          /* blocks of a row, or something in flash, lie in it: the glue has its part */
    bool is_flash_written;          /* … and something programs it */
    part_form_t part;
    const char *driver_header, *driver_symbol;   /* "avr_dx_row", "mr_avr_dx_userrow_driver"; NULL: the program's callbacks */
    context_form_t context_form;
    uint32_t copy_bytes;            /* row: what its copy in RAM takes, whole erase units */
    uint32_t unit_bytes, page_bytes;   /* programmed at once; flash: what one program never crosses */
    bool is_erasable, programs_once;

    const char *c_name, *c_upper;   /* "th_sram", "TH_SRAM"; schema_derive() */
    const char *context;            /* C of the part's context; schema_derive() */
    const char *c_flash;            /* C of its mr_flash_t's three members; schema_derive() */
    bool needs_flash_object;        /* something refers to its mr_flash_t */
    bool is_window;                 /* the glue has an MMU for it: a window onto flash, or on the host the flash itself */
    const char *window_header, *window_driver;   /* "esp32_mmu", "mr_esp32c3_mmu" */
    uint64_t window_file_bytes;     /* host: of the file that it shows */
    const char *window_file;        /* host: the region's snake name that the file is named after */
};

/* One step of a migration: where bytes of today's block come from in those of an earlier version. */
typedef struct schema_move {
    bool is_value;             /* through a value: read as the field of then, written as that of today */
    uint32_t from, to, byte_count;   /* else bytes that are copied as they are */
    schema_field_t now, old;   /* values: raw integers, an enum's and a float's bits among them; else text or bytes */
    unsigned shift;            /* fixed point: how many more fraction bits there are now */
    bool widens_float;         /* f32 to f64 */
} schema_move_t;

/* What of a block some earlier versions stored, all of them alike, and how it becomes what today's stores. */
typedef struct schema_migration {
    uint32_t *versions;        /* newest first */
    size_t version_count;
    const struct schema_block *old;  /* sizes, guard, place; NULL of a record … */
    const struct schema_record *old_record;  /* … whose row of then this is */
    schema_move_t *moves;
    size_t move_count;
    bool sets_all;             /* no byte of today's fields is left to the defaults */
    /* Both mirrored, or only today's: which of today's copies may be written while the copy of then (its index) is the
     * newest whole one; 2: none, that copy is copied over the other one of then first. */
    unsigned free_copy[2];
    bool needs_room;           /* not just the first copy: see free_copy */
    bool is_followed;          /* in flash: copies of another size or seed, which the first of today's follow */
} schema_migration_t;

typedef struct schema_block {
    schema_name_t name;
    const schema_region_t *region;  /* NULL: a register block at a fixed address outside of every region */
    region_kind_t kind;             /* the region's, or REGION_MMIO */
    bool is_register_block;
    policy_t policy;
    bool is_big_endian;             /* `endian big;` */

    bool has_address;               /* the processor's address is known */
    uint64_t address;               /* of element 0 */
    uint64_t region_offset;         /* of element 0, from the region's start; 0 without a region */
    uint32_t count;                 /* 0: `memreg M`; else `memreg M[count]` */
    uint64_t stride_bytes;          /* between elements; = footprint_bytes where count is 0 */

    uint32_t fields_bytes;          /* without the guard's trailer; what `span` says where it is given */
    uint32_t size_bytes;            /* P_M_SIZE: fields and trailer; of a register block up to its last register */
    uint32_t footprint_bytes;       /* in the region: size_bytes, twice that with `mirror`; in flash whole erase units */
    bool has_span;
    unsigned alignment_bytes;       /* 1 unless natural */

    guard_kind_t guard;
    bool is_mirrored;
    uint32_t guard_seed;            /* start value of the CRC's register */
    uint32_t sequence_offset;       /* of the sequence byte, with `mirror` (before the version) */
    uint32_t version_offset;        /* of the version byte */
    uint32_t crc_offset;            /* of the CRC, little-endian */
    const uint8_t *initial;         /* size_bytes: the defaults, the trailer filled in */
    bool has_defaults;              /* any field has one: else all zeros */
    bool has_foreign;               /* other guarded blocks have the same size and guard, see foreign_xor */
    const uint32_t *foreign_xor;    /* stored ^ computed CRC where the bytes are whole and another block's */
    size_t foreign_count;
    bool is_persistent;             /* its bytes outlive a reset */
    const struct placed *body;      /* byte blocks */
    bool copies_share_unit;         /* mirrored in a row: an erase takes both copies; find_parts() */
    uint32_t flash_seed;            /* in flash: of the copies' CRC */
    uint32_t slot_bytes, slot_count;   /* in flash: what a copy takes, and how many an erase unit holds; find_parts() */

    schema_field_t *fields;         /* byte blocks: leaves in source order */
    size_t field_count;
    schema_part_t *parts;           /* byte blocks: struct-typed parts in source order */
    size_t part_count;
    schema_register_t *registers;   /* register blocks, in source order */
    size_t register_count;
    schema_row_t *rows;
    size_t row_count;
    bool is_alias;
    span_t span;
    const char *was;
    bool may_drop;                  /* what earlier versions stored may be lost */
    schema_migration_t *migrations; /* newest first */
    size_t migration_count;

    /* schema_derive() */
    const char *c_name, *c_upper;   /* "th_usart0", "TH_USART0" */
    const char *region_c_name;      /* "th_sram" */
    const char *alignment_type;     /* natural: "uint32_t" …, or NULL */
    bool initial_is_zero;           /* all bytes of `initial` are 0 */
} schema_block_t;

/* How a store keeps a kind of records: a place in the index for each id; for so many at a time; sectors of its own. */
typedef enum storage { STORAGE_INDEXED, STORAGE_KEYED, STORAGE_RING } storage_t;

/* Declared services: parsed, checked and sized; what is emitted of them is in their templates. */
typedef struct schema_record {
    schema_name_t name;
    const char *prefix;             /* 1..3 bytes */
    const char *prefix_text;        /* the same as text_put_visible() shows it: "SMP", "\\x01" */
    uint32_t first_id, last_id;
    bool has_ids, is_ring;
    const schema_struct_t *body;    /* a declared struct, or one made for a body in braces; NULL for raw bytes */
    bool body_is_own;               /* made for this record */
    const char *was;
    bool may_drop;                  /* what earlier versions stored may be lost */
    uint32_t most_bytes;            /* of a value */
    uint64_t writes_per_day;        /* 0 where not given */
    uint32_t most_records;          /* `count N`; 0 where not given */
    const uint8_t *initial;         /* most_bytes: the body's defaults; NULL where it has none */

    /* A row of the runtime's table, see memreg/store.h; size_stores(). */
    storage_t storage;
    unsigned kind_number, ring_number;
    bool is_row_kept;               /* a locked version has this row: what is below stays as it is */
    uint32_t value_bytes;           /* most_bytes; of raw bytes in a ring their length before them */
    uint32_t records, parts, first_handle, sectors, first_sector;
    uint64_t fitting;               /* how many fit at once, were there no others */

    schema_migration_t *migrations; /* of rows of earlier versions, the newest first */
    size_t migration_count;

    /* schema_derive() */
    const char *c_name, *c_upper;   /* "th_log_sample", "TH_LOG_SAMPLE" */
    const char *id_check;           /* C condition that `id` is outside, or NULL */
} schema_record_t;

typedef struct schema_store {
    schema_name_t name;
    const schema_region_t *region;
    uint64_t region_offset, size_bytes;
    schema_record_t *records;
    size_t record_count;
    schema_record_t *earlier;       /* rows of the table that only earlier versions' records have; nameless */
    size_t earlier_count;
    uint64_t writes_per_day;

    uint32_t log_sectors, handles, scratch, ring_count;   /* size_stores() */
    uint64_t ram_bytes;             /* the index and what else is in RAM */
    uint64_t capacity_bytes;        /* for entries of records that are in no ring */

    const char *c_name, *c_upper;   /* "th_log", "TH_LOG"; schema_derive() */
} schema_store_t;

typedef struct schema_pool {
    schema_name_t name;
    const schema_region_t *region;
    const schema_struct_t *object;  /* NULL for raw blocks */
    uint32_t block_bytes, block_count;   /* raw: a power of two; of objects the most that a plain struct takes */
    unsigned block_shift;           /* raw: block_bytes is 1 << block_shift */
    uint64_t region_offset;
    bool has_address;
    uint64_t address;
    uint64_t book_bytes;            /* RAM beside the blocks, on a 32-bit machine */

    /* schema_derive() */
    const char *c_name, *c_upper;   /* "th_messages", "TH_MESSAGES" */
    const char *c_object;           /* "th_reading_t"; NULL for raw blocks */
    const char *place;              /* C of its first byte: "th_sram_bytes + 0x10u", or of its address */
} schema_pool_t;

typedef struct schema_map_entry {
    schema_name_t name;
    const char *label;
    const schema_struct_t *table;   /* the file is an array of these; NULL where it is raw */
    const schema_field_t *key;      /* of the table: by which it is sorted; NULL where it is not */
    const char *c_name;             /* "th_assets_curve"; schema_derive() */
} schema_map_entry_t;

/* What a map's bytes are reached by. */
typedef enum map_backing { MAP_IN_MEMORY, MAP_BY_DRIVER, MAP_BY_MMU } map_backing_t;

typedef struct schema_map {
    schema_name_t name;
    const schema_region_t *region;
    uint64_t region_offset, size_bytes;
    schema_map_entry_t *entries;
    size_t entry_count;
    map_backing_t backing;          /* find_parts() … */
    const schema_region_t *part;    /* … the region whose flash or MMU it is */
    uint64_t start;                 /* … in the part */

    const char *c_name, *c_upper;   /* "th_assets", "TH_ASSETS"; schema_derive() */
} schema_map_t;

typedef struct schema_partition {
    schema_name_t name;
    unsigned type, subtype;
    const char *type_name, *subtype_name;   /* as written */
    uint64_t offset, size_bytes;
    bool is_encrypted, is_readonly;
} schema_partition_t;

typedef struct schema_partitions {
    schema_name_t name;
    uint64_t table_offset;
    schema_partition_t *entries;
    size_t entry_count;
} schema_partitions_t;

/* The order of declarations in the source, imports at their place. */
typedef enum schema_kind {
    SCHEMA_CONSTANT, SCHEMA_ENUM, SCHEMA_STRUCT, SCHEMA_BLOCK, SCHEMA_STORE, SCHEMA_POOL, SCHEMA_MAP, SCHEMA_PARTITIONS
} schema_kind_t;

typedef struct schema_item {
    schema_kind_t kind;
    union {
        const schema_constant_t *constant;
        const schema_enum_t *enumeration;
        const schema_struct_t *structure;
        schema_block_t *block;
        const schema_store_t *store;
        const schema_pool_t *pool;
        const schema_map_t *map;
        const schema_partitions_t *partitions;
    } of;
} schema_item_t;

typedef struct schema {
    schema_name_t name;          /* the layout's */
    const char *prefix;          /* "th": what generated names begin with, without the underscore */
    const char *prefix_upper;    /* "TH" */
    uint32_t version;
    uint32_t fingerprint;
    const char *source_name;     /* the main file's name without its folder */
    const char *target;          /* NULL where none is named */
    unsigned word_bits;          /* the target's; 32 where none is named */
    bool is_host_target;         /* the target is `host`: regions are files */

    schema_item_t *items;        /* enums and structs before what uses them, else in source order */
    size_t item_count;
    schema_region_t *regions;    /* in source order, the target's first */
    size_t region_count;

    /* What occurs at all: so that a header holds only the helpers that it needs. */
    bool has_byte_blocks, has_register_blocks, has_guards, has_bus;
    bool uses_guard[GUARD_KIND_COUNT];
    bool has_structs, has_64_bit_registers, has_floats, has_texts, has_elements;   /* schema_derive() */
    bool has_widened_floats;                                                       /* schema_derive() */
    bool has_pools, has_rows, has_mirrored_rows, has_mirrored_bus, has_flash_blocks, has_stores, has_rings, has_maps;
    bool has_mmus, has_tables;
    bool needs_glue;             /* something needs storage or a driver */
} schema_t;

/* schema.h is complete */
#endif
