/* The command line goes in, one structure with all that it asks for comes out. What there is stands in tables:
 * commands, their actions, outputs and words below, options in options.def. */
#ifndef MEMREGC_OPTIONS_H
#define MEMREGC_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "diagnostic.h"

/* COMMAND(ID, name, least and most operands, operands as shown, what it does, an example)
 * In the order in which --help lists them. MANY: no bound. */
#define COMMAND_TABLE(COMMAND) \
    COMMAND(COMPILE,    "compile",    1, MANY, "FILE... -o DIR", "turn layouts into C headers", \
            "thermostat.mr -o gen/ -MD") \
    COMMAND(CHECK,      "check",      1, MANY, "FILE...", "print errors and warnings, write nothing", \
            "-Werror thermostat.mr") \
    COMMAND(SHOW,       "show",       1, 1,    "FILE", "print a layout as tables: offsets, sizes, gaps", \
            "thermostat.mr") \
    COMMAND(FMT,        "fmt",        1, MANY, "FILE...", "print layouts in canonical form, or rewrite them", \
            "-w thermostat.mr") \
    COMMAND(EXPLAIN,    "explain",    1, 1,    "RULE", "say why a rule refuses a layout, how to mend it", \
            "syntax") \
    COMMAND(RULES,      "rules",      0, 0,    "", "list the rules: errors and warnings", "") \
    COMMAND(TARGETS,    "targets",    0, 0,    "", "list the built-in target files", "") \
    COMMAND(COMPLETION, "completion", 1, 1,    "SHELL", "print a script for bash, zsh or fish", "bash") \
    COMMAND(LOCK,       "lock",       1, 1,    "FILE", "freeze this version in FILE.lock", "thermostat.mr") \
    COMMAND(DIFF,       "diff",       2, 2,    "OLD NEW", "compare two layouts", "old.mr new.mr") \
    COMMAND(DECODE,     "decode",     2, 2,    "FILE IMAGE", "turn bytes into names and values", \
            "thermostat.mr dump.bin") \
    COMMAND(ENCODE,     "encode",     1, 2,    "FILE [VALUES]", "turn defaults and values into bytes", \
            "thermostat.mr -o factory.hex") \
    COMMAND(SET,        "set",        3, MANY, "FILE IMAGE N=V...", "change values in an image", \
            "thermostat.mr dump.bin boot.mode=heat -o out.bin") \
    COMMAND(IMAGE,      "image",      2, MANY, "pack|list|unpack", "pack [NAME=]FILE... for a map; list, unpack IMAGE", \
            "pack -o assets.bin eng5X8=font.bin icons") \
    COMMAND(PARTITION,  "partition",  2, 2,    "show|csv|bin FILE", "check an ESP32 partition table, convert it", \
            "bin partitions.csv -o partitions.bin") \
    COMMAND(STORE,      "store",      1, MANY, "list|get|put|...", "list IMAGE; get, put, delete, make, check", \
            "get flash.bin CFG:1 -o config.bin") \
    COMMAND(IMPORT,     "import",     2, 2,    "svd FILE", "turn a CMSIS-SVD device into a layout", \
            "svd RP2040.svd -o rp2040.mr")

typedef enum command {
#define COMMAND(ID, NAME, LEAST, MOST, OPERANDS, SUMMARY, EXAMPLE) COMMAND_##ID,
    COMMAND_TABLE(COMMAND)
#undef COMMAND
    COMMAND_COUNT
} command_t;

/* What the first operand of some commands says to do.
 * ACTION(command, ID, name, least and most operands behind it, those as shown, what -o is where it must be there, else
 * NULL); a command's actions stand together. */
#define ACTION_TABLE(ACTION) \
    ACTION(COMPLETION, BASH,   "bash",   0, 0,    "", NULL) \
    ACTION(COMPLETION, ZSH,    "zsh",    0, 0,    "", NULL) \
    ACTION(COMPLETION, FISH,   "fish",   0, 0,    "", NULL) \
    ACTION(IMAGE,      PACK,   "pack",   1, MANY, "[NAME=]FILE...", "FILE") \
    ACTION(IMAGE,      LIST,   "list",   1, 1,    "IMAGE", NULL) \
    ACTION(IMAGE,      UNPACK, "unpack", 1, 1,    "IMAGE", "FOLDER") \
    ACTION(PARTITION,  SHOW,   "show",   1, 1,    "FILE", NULL) \
    ACTION(PARTITION,  CSV,    "csv",    1, 1,    "FILE", NULL) \
    ACTION(PARTITION,  BIN,    "bin",    1, 1,    "FILE", NULL) \
    ACTION(STORE,      LIST,   "list",   1, 1,    "IMAGE", NULL) \
    ACTION(STORE,      GET,    "get",    1, 2,    "IMAGE PREFIX:ID", NULL) \
    ACTION(STORE,      PUT,    "put",    2, MANY, "IMAGE PREFIX:ID=FILE...", "IMAGE") \
    ACTION(STORE,      DELETE, "delete", 2, MANY, "IMAGE PREFIX:ID...", "IMAGE") \
    ACTION(STORE,      MAKE,   "make",   0, MANY, "[PREFIX:ID=FILE...]", "IMAGE") \
    ACTION(STORE,      CHECK,  "check",  1, 1,    "IMAGE", NULL) \
    ACTION(IMPORT,     SVD,    "svd",    1, 1,    "FILE", NULL)

typedef enum action {
#define ACTION(COMMAND, ID, NAME, LEAST, MOST, OPERANDS, OUTPUT) ACTION_##COMMAND##_##ID,
    ACTION_TABLE(ACTION)
#undef ACTION
    ACTION_COUNT
} action_t;

/* Which commands know an option: the column of options.def. */
enum {
    FOR_COMPILE = 1 << COMMAND_COMPILE,
    FOR_FMT = 1 << COMMAND_FMT,
    FOR_IMPORT = 1 << COMMAND_IMPORT,
    FOR_LOCK = 1 << COMMAND_LOCK,
    FOR_DIFF = 1 << COMMAND_DIFF,
    FOR_LAYOUTS = FOR_COMPILE | 1 << COMMAND_CHECK | 1 << COMMAND_SHOW | FOR_LOCK | FOR_DIFF,
    FOR_READERS = FOR_LAYOUTS | FOR_FMT,
    FOR_DECODE = 1 << COMMAND_DECODE,
    FOR_IMAGE = 1 << COMMAND_IMAGE,
    FOR_PARTITION = 1 << COMMAND_PARTITION,
    FOR_STORE = 1 << COMMAND_STORE,
    FOR_WRITERS = 1 << COMMAND_ENCODE | 1 << COMMAND_SET,
    FOR_BYTES = FOR_DECODE | FOR_WRITERS,
    FOR_INPUTS = FOR_LAYOUTS | FOR_BYTES,
    FOR_ALL = (1 << COMMAND_COUNT) - 1
};

/* What compile can write. EMIT(ID, name, what it is) */
#define EMIT_TABLE(EMIT) \
    EMIT(HEADER,        "h",    "C header") \
    EMIT(JSON,          "json", "the whole schema as JSON") \
    EMIT(LINKER_SCRIPT, "ld",   "linker-script fragment") \
    EMIT(SVD,           "svd",  "CMSIS-SVD of every block, for debuggers") \
    EMIT(PYTHON,        "py",   "MicroPython module: uctypes") \
    EMIT(KAITAI,        "ksy",  "Kaitai Struct of an image's blocks") \
    EMIT(GDB,           "gdb",  "pretty-printers for gdb") \
    EMIT(HEXPAT,        "hexpat", "ImHex pattern of an image's blocks")

typedef enum emit {
#define EMIT(ID, NAME, SUMMARY) EMIT_##ID,
    EMIT_TABLE(EMIT)
#undef EMIT
    EMIT_COUNT
} emit_t;

/* What accessors are made of. WORD(enum constant, word) */
#define ACCESSORS_TABLE(WORD) \
    WORD(ACCESSORS_FIELDS,    "fields") \
    WORD(ACCESSORS_REGISTERS, "registers") \
    WORD(ACCESSORS_NONE,      "none")

typedef enum accessors {
#define WORD(ID, NAME) ID,
    ACCESSORS_TABLE(WORD)
#undef WORD
} accessors_t;

/* A list of an option's values, in the order in which they were given. */
typedef struct option_values {
    const char **values;
    size_t count, capacity;
} option_values_t;

/* Where the linker has put a region: --place REGION=ADDRESS. */
typedef struct place { const char *region; uint64_t address; } place_t;

/* Strings are those of the command line: nothing is copied, resolved or opened. */
typedef struct options {
    command_t command;
    action_t action;              /* where the command has some: what its first operand says */
    const char **operands;        /* FILE..., RULE: as many as the command takes; "-" is standard input */
    size_t operand_count;

    const char *output_folder;    /* -o; NULL only with to_standard_output, or where the command writes no files */
    const char *output_file;      /* -o of commands that write one file; NULL: standard output */
    option_values_t import_folders;               /* -I */
    const char *target;           /* --target, or NULL */
    const char *prefix;           /* --prefix, or NULL; a C name */
    bool emits[EMIT_COUNT];       /* --emit; without --stdout the header is always among them */
    place_t *places;              /* --place */
    size_t place_count, place_capacity;
    bool is_split;                /* --split */
    accessors_t accessors;        /* --accessors; fields where not given */
    bool to_standard_output;      /* --stdout, or -o - */
    bool only_if_changed;         /* --if-changed */
    bool writes_depfile;          /* -MD, or -MF */
    const char *depfile_path;     /* -MF, or NULL */
    option_values_t depfile_targets;              /* -MT */
    bool depfile_has_phony_targets;               /* -MP */

    /* decode, encode, set and their like */
    const char *block;            /* --block: "Boot", "log.Sample", or NULL */
    const char *region;           /* --region, or NULL */
    bool has_offset;              /* --offset */
    uint64_t offset;
    bool is_json;                 /* --json */
    bool only_changed;            /* --changed */
    const char *other_image;      /* --diff, or NULL */
    uint64_t size_bytes;          /* --size; 0 where it is not given */
    const char *map;              /* --map "LAYOUT.mr:assets", or NULL */
    const char *layout;           /* --layout "LAYOUT.mr:log" or "LAYOUT.mr", or NULL */
    bool takes_all;               /* --all */

    bool formats_in_place;        /* fmt -w */
    bool checks_format;           /* fmt --check */
    bool replaces_locked;         /* lock --replace */

    diagnostic_options_t diagnostics;

    bool asks_help, asks_version; /* dealt with before options_parse() returns true */
} options_t;

/* Reads a command line (arguments[0] is the program's name) into *options, whose lists lie in the arena. Returns true
 * where options->command is to be run. Otherwise all has been said (--help and --version on standard output, a message
 * about wrong use on standard error), and the program exits with *exit_status: 0 or 2. */
bool options_parse(options_t *options, arena_t *arena, int argument_count, const char *const *arguments,
                   int *exit_status);

/* "check"; for messages. */
const char *command_name(command_t command);

#endif
