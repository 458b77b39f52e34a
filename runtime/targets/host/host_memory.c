/* The host's memories: reads, programs and erases go in; files that obey the rules of flash or rows, counts of wear
 * and cuts of power come out. The contract is in host_memory.h. */
#define _POSIX_C_SOURCE 200809L
#include "host_memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLANK = 0xFF, STATUS_POWER_OFF = 86, FILL_BYTES = 65536, MOST_PATH_BYTES = 4096 };

/* What NAME.wear begins with. Then come the erases of each unit (uint32_t), for each byte of the memory a mask of the bits
 * that hang between two values, and for each byte a bit that says whether the program unit that begins there was programmed. */
typedef struct wear {
    char mark[8];
    uint32_t size_bytes;
    uint32_t erase_bytes;
    uint64_t programmed_bytes;
} wear_t;

static const char wear_mark[8] = "MRWEAR1";

static mr_host_memory_t *open_memories;

/* ---- Messages */

static mr_status_t complain(const char *name, const char *what)
{
    (void)fprintf(stderr, "%s: %s\n", name, what);
    return MR_ERROR;
}

static mr_status_t complain_at(const mr_host_memory_t *memory, uint32_t offset, const char *what)
{
    (void)fprintf(stderr, "%s: at offset 0x%lx: %s\n", memory->name, (unsigned long)offset, what);
    return MR_ERROR;
}

static int complain_of_file(const char *path, const char *what)
{
    int error = errno;

    (void)fprintf(stderr, "%s: cannot %s: %s\n", path, what, strerror(error));
    errno = error;
    return -1;
}

/* ---- Power and busyness: one source for all memories, as on a board */

static struct {
    bool is_read;                 /* the environment is */
    bool is_wrong;
    uint64_t actions;             /* units programmed and erased */
    uint64_t cut_at;              /* 0: never */
    mr_host_torn_t torn;
    uint64_t busy_every, requests;
    uint32_t random;
} power;

void (*mr_host_power_off)(void);

static uint32_t random_next(void)
{
    power.random = power.random * 1664525u + 1013904223u;
    return power.random >> 8;
}

/* Bits of which each is set with an even chance, or with one in eight, or seven in eight. */
static uint8_t random_bits(unsigned density)
{
    unsigned one = random_next(), two = random_next(), three = random_next();

    return (uint8_t)(density == 0 ? one & two & three : density == 1 ? one : one | two | three);
}

/* NULL where a variable is not set, or is empty: that is how a shell script leaves one out. */
static const char *setting_of(const char *variable)
{
    const char *text = getenv(variable);

    return text != NULL && *text != '\0' ? text : NULL;
}

static bool number_of(const char *variable, uint64_t *number)
{
    const char *text = setting_of(variable);
    char *end;

    if (text == NULL)
        return true;
    errno = 0;
    *number = strtoull(text, &end, 10);
    if (errno == 0 && *text >= '0' && *text <= '9' && *end == '\0')
        return true;
    (void)complain(variable, "is no number");
    return false;
}

static bool torn_of(const char *variable, mr_host_torn_t *torn)
{
    static const char *const names[] = { "sequential", "scattered", "unstable" };
    const char *text = setting_of(variable);
    unsigned index;

    for (index = 0; text != NULL && index < 3; ++index)
        if (strcmp(text, names[index]) == 0) {
            *torn = (mr_host_torn_t)index;
            return true;
        }
    if (text != NULL)
        (void)complain(variable, "is not sequential, scattered or unstable");
    return text == NULL;
}

static bool read_environment(void)
{
    uint64_t cut_at = 0;

    if (!power.is_read) {
        power.is_read = true;
        power.is_wrong = !number_of("MEMREG_HOST_CUT", &cut_at) || !torn_of("MEMREG_HOST_TORN", &power.torn)
            || !number_of("MEMREG_HOST_BUSY", &power.busy_every);
        power.cut_at = cut_at;
        power.random = (uint32_t)cut_at;
    }
    return !power.is_wrong;
}

void mr_host_cut(uint64_t actions, mr_host_torn_t torn)
{
    (void)read_environment();
    power.cut_at = actions == 0 ? 0 : power.actions + actions;
    power.torn = torn;
    power.random += (uint32_t)actions;
}

uint64_t mr_host_actions(void)
{
    return power.actions;
}

static void fail_power(void)
{
    power.cut_at = 0;
    if (mr_host_power_off != NULL)
        mr_host_power_off();
    _Exit(STATUS_POWER_OFF);
}

static bool is_busy(void)
{
    return power.busy_every != 0 && ++power.requests % power.busy_every == 0;
}

/* How many of the next `wanted` actions are done before power fails: all of them where it does not. */
static uint64_t actions_done(uint64_t wanted)
{
    uint64_t left = power.cut_at - power.actions - 1;

    power.actions += wanted;
    return power.cut_at == 0 || left >= wanted ? wanted : left;
}

/* ---- Files */

static bool path_of(char *path, const char *name, const char *suffix)
{
    const char *folder = getenv("MEMREG_HOST_DIR");
    int length = snprintf(path, MOST_PATH_BYTES, "%s%s%s%s", folder ? folder : "", folder && *folder ? "/" : "", name, suffix);

    if (length >= 0 && length < MOST_PATH_BYTES)
        return true;
    errno = ENAMETOOLONG;
    (void)complain_of_file(name, "make its path");
    return false;
}

/* Makes the file at least so long; new bytes hold `fill`. */
static bool extend(int file, off_t from, off_t to, uint8_t fill)
{
    static uint8_t bytes[FILL_BYTES];

    if (fill == 0)
        return from >= to || ftruncate(file, to) == 0;
    memset(bytes, fill, sizeof bytes);
    while (from < to) {
        size_t most = to - from < (off_t)sizeof bytes ? (size_t)(to - from) : sizeof bytes;
        ssize_t written = pwrite(file, bytes, most, from);

        if (written <= 0)
            return false;
        from += written;
    }
    return true;
}

static bool is_write_protected(const struct stat *status)
{
    return (status->st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0;
}

static int open_path(const char *path, size_t size_bytes, uint8_t fill, bool *is_protected)
{
    struct stat status;
    int file;

    *is_protected = stat(path, &status) == 0 && is_write_protected(&status);
    file = *is_protected ? open(path, O_RDONLY) : open(path, O_RDWR | O_CREAT, 0666);
    if (file < 0)
        return complain_of_file(path, "open it");
    if (fstat(file, &status) == 0 && extend(file, status.st_size, (off_t)size_bytes, fill))
        return file;
    (void)complain_of_file(path, "make it as long as the region");
    (void)close(file);
    return -1;
}

int mr_host_open_file(const char *name, size_t size_bytes, uint8_t fill)
{
    char path[MOST_PATH_BYTES];
    bool is_protected;

    return path_of(path, name, ".bin") ? open_path(path, size_bytes, fill, &is_protected) : -1;
}

/* Maps the file; NULL where it cannot be. */
static void *map_path(const char *path, size_t size_bytes, uint8_t fill, bool *is_protected)
{
    int file = open_path(path, size_bytes, fill, is_protected);
    void *mapped;

    if (file < 0)
        return NULL;
    mapped = mmap(NULL, size_bytes, *is_protected ? PROT_READ : PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (mapped == MAP_FAILED)
        (void)complain_of_file(path, "map it");
    (void)close(file);
    return mapped == MAP_FAILED ? NULL : mapped;
}

/* ---- Wear */

static uint32_t erase_unit_bytes(const mr_host_memory_t *memory)
{
    return memory->is_erasable ? memory->erase_bytes : memory->size_bytes;
}

static uint32_t unit_count(const mr_host_memory_t *memory)
{
    return memory->size_bytes / erase_unit_bytes(memory);
}

static uint32_t *erases_of(const mr_host_memory_t *memory)
{
    return (uint32_t *)((wear_t *)memory->wear + 1);
}

static uint8_t *hanging_of(const mr_host_memory_t *memory)
{
    return (uint8_t *)(erases_of(memory) + unit_count(memory));
}

static uint8_t *programmed_of(const mr_host_memory_t *memory)
{
    return hanging_of(memory) + memory->size_bytes;
}

static size_t wear_bytes(const mr_host_memory_t *memory)
{
    return sizeof(wear_t) + (size_t)unit_count(memory) * sizeof(uint32_t) + memory->size_bytes + memory->size_bytes / 8 + 1;
}

static bool is_wear_of(const wear_t *wear, const mr_host_memory_t *memory)
{
    return memcmp(wear->mark, wear_mark, sizeof wear_mark) == 0 && wear->size_bytes == memory->size_bytes
        && wear->erase_bytes == erase_unit_bytes(memory);
}

/* Maps the counts; those of another geometry are begun anew. */
static bool open_wear(mr_host_memory_t *memory)
{
    char path[MOST_PATH_BYTES];
    bool is_protected;
    wear_t *wear;

    if (!path_of(path, memory->name, ".wear"))
        return false;
    wear = map_path(path, wear_bytes(memory), 0, &is_protected);
    if (wear == NULL)
        return false;
    memory->wear = wear;
    memory->is_protected = memory->is_protected || is_protected;
    if (!is_wear_of(wear, memory) && !is_protected) {
        if (wear->mark[0] != '\0')
            (void)complain(path, "counts of a memory of another size, begun anew");
        memset(wear, 0, wear_bytes(memory));
        memcpy(wear->mark, wear_mark, sizeof wear_mark);
        wear->size_bytes = memory->size_bytes;
        wear->erase_bytes = erase_unit_bytes(memory);
    }
    power.random += (uint32_t)wear->programmed_bytes;
    return true;
}

static bool is_right(const mr_host_memory_t *memory)
{
    uint32_t erase_bytes = erase_unit_bytes(memory);

    return memory->size_bytes != 0 && erase_bytes != 0 && memory->size_bytes % erase_bytes == 0
        && memory->program_bytes != 0 && erase_bytes % memory->program_bytes == 0
        && memory->page_bytes % memory->program_bytes == 0;
}

mr_status_t mr_host_open(mr_host_memory_t *memory)
{
    char path[MOST_PATH_BYTES];

    if (memory->bytes != NULL)
        return MR_OK;
    if (!is_right(memory)) {
        (void)complain(memory->name, "its size, erase unit, page or program unit does not divide the next one");
        return MR_BAD_ARGUMENT;
    }
    if (!read_environment() || !path_of(path, memory->name, ".bin"))
        return MR_ERROR;
    memory->bytes = map_path(path, memory->size_bytes, BLANK, &memory->is_protected);
    if (memory->bytes == NULL)
        return MR_ERROR;
    if (!open_wear(memory)) {
        (void)munmap(memory->bytes, memory->size_bytes);
        memory->bytes = NULL;
        return MR_ERROR;
    }
    memory->next = open_memories;
    open_memories = memory;
    return MR_OK;
}

void mr_host_close(mr_host_memory_t *memory)
{
    mr_host_memory_t **place = &open_memories;

    if (memory->bytes == NULL)
        return;
    while (*place != memory)
        place = &(*place)->next;
    *place = memory->next;
    (void)munmap(memory->bytes, memory->size_bytes);
    (void)munmap(memory->wear, wear_bytes(memory));
    memory->bytes = NULL;
    memory->wear = NULL;
    memory->next = NULL;
}

uint32_t mr_host_erases(mr_host_memory_t *memory, uint32_t offset)
{
    return mr_host_open(memory) == MR_OK && offset < memory->size_bytes
        ? erases_of(memory)[offset / erase_unit_bytes(memory)] : 0;
}

uint64_t mr_host_programmed_bytes(mr_host_memory_t *memory)
{
    return mr_host_open(memory) == MR_OK ? ((const wear_t *)memory->wear)->programmed_bytes : 0;
}

static void report_memory(FILE *out, const mr_host_memory_t *memory)
{
    const uint32_t *erases = erases_of(memory);
    uint32_t index, most = 0, least = UINT32_MAX;
    unsigned long long sum = 0;

    for (index = 0; index < unit_count(memory); ++index) {
        sum += erases[index];
        most = erases[index] > most ? erases[index] : most;
        least = erases[index] < least ? erases[index] : least;
    }
    (void)fprintf(out, "%s size=%lu unit=%lu units=%lu programmed=%llu erases=%llu most=%lu least=%lu\n", memory->name,
                  (unsigned long)memory->size_bytes, (unsigned long)erase_unit_bytes(memory),
                  (unsigned long)unit_count(memory), (unsigned long long)((const wear_t *)memory->wear)->programmed_bytes,
                  sum, (unsigned long)most, (unsigned long)least);
}

void mr_host_report(FILE *out)
{
    const mr_host_memory_t *memory;

    for (memory = open_memories; memory != NULL; memory = memory->next)
        report_memory(out, memory);
}

/* ---- Reading */

static uint8_t byte_at(const mr_host_memory_t *memory, uint32_t offset)
{
    uint8_t hanging = hanging_of(memory)[offset];

    return (uint8_t)(memory->bytes[offset] ^ (hanging != 0 ? hanging & random_next() : 0));
}

static bool is_outside(const mr_host_memory_t *memory, uint32_t offset, size_t length)
{
    return offset > memory->size_bytes || length > memory->size_bytes - offset;
}

static mr_status_t read_bytes(void *context, uint32_t offset, void *data, size_t length)
{
    mr_host_memory_t *memory = context;
    mr_status_t status = mr_host_open(memory);
    uint8_t *to = data;

    if (status != MR_OK)
        return status;
    if (is_outside(memory, offset, length))
        return complain_at(memory, offset, "reads past the end");
    for (; length > 0; --length)
        *to++ = byte_at(memory, offset++);
    return MR_OK;
}

/* ---- Programming */

static bool is_programmed(const mr_host_memory_t *memory, uint32_t offset)
{
    return (programmed_of(memory)[offset / 8] >> offset % 8 & 1) != 0;
}

/* What the part does not do, or NULL. A bit that hangs may be programmed, whatever it reads now. */
static const char *broken_rule(const mr_host_memory_t *memory, uint32_t offset, const uint8_t *data, uint32_t length)
{
    uint32_t index;

    if (memory->is_protected)
        return "programs a protected part";
    if (is_outside(memory, offset, length))
        return "programs past the end";
    if (length == 0 || (offset | length) % memory->program_bytes != 0)
        return "programs no whole units";
    if (memory->page_bytes != 0 && offset % memory->page_bytes + length > memory->page_bytes)
        return "programs across the end of a page";
    for (index = 0; index < length; ++index)
        if ((data[index] & ~(memory->bytes[offset + index] | hanging_of(memory)[offset + index])) != 0)
            return "programs a bit that must rise, which only an erase does";
    for (index = 0; memory->programs_once && index < length; index += memory->program_bytes)
        if (is_programmed(memory, offset + index))
            return "programs a unit again that is programmed once between erases";
    return NULL;
}

/* A bit that is programmed is 0 from now on; one that is not keeps hanging if it does. */
static void program_byte(mr_host_memory_t *memory, uint32_t offset, uint8_t value)
{
    memory->bytes[offset] &= value;
    hanging_of(memory)[offset] &= value;
}

static void count_programmed(mr_host_memory_t *memory, uint32_t offset, uint32_t length)
{
    uint32_t at;

    ((wear_t *)memory->wear)->programmed_bytes += length;
    for (at = offset; at < offset + length; at += memory->program_bytes)
        programmed_of(memory)[at / 8] |= (uint8_t)(1u << at % 8);
}

/* A unit that power failed in counts as it reads: one that looks blank may be programmed. */
static void count_torn(mr_host_memory_t *memory, uint32_t offset, uint32_t length)
{
    uint32_t at, index;

    for (at = offset; at < offset + length; at += memory->program_bytes)
        for (index = 0; index < memory->program_bytes; ++index)
            if (memory->bytes[at + index] != BLANK)
                programmed_of(memory)[at / 8] |= (uint8_t)(1u << at % 8);
}

static void program_scattered(mr_host_memory_t *memory, uint32_t offset, const uint8_t *data, uint32_t length)
{
    unsigned density = random_next() % 3;
    uint32_t index;

    for (index = 0; index < length; ++index) {
        uint8_t falling = memory->bytes[offset + index] & (uint8_t)~data[index];
        uint8_t done = falling & random_bits(density);

        program_byte(memory, offset + index, (uint8_t)~done);
        if (power.torn == MR_HOST_TORN_UNSTABLE)
            hanging_of(memory)[offset + index] |= falling & (uint8_t)~done & random_bits(1);
    }
}

static void tear_program(mr_host_memory_t *memory, uint32_t offset, const uint8_t *data, uint32_t length, uint32_t done)
{
    uint32_t index, half = done + (memory->program_bytes - 1u) / 2;

    if (power.torn != MR_HOST_TORN_SEQUENTIAL) {
        program_scattered(memory, offset, data, length);
    } else {
        for (index = 0; index < half; ++index)
            program_byte(memory, offset + index, data[index]);
        program_byte(memory, offset + half, data[half] | random_bits(1));
    }
    count_torn(memory, offset, length);
}

/* Why a flash or row takes no program or erase now. */
static mr_status_t refusal(mr_host_memory_t *memory)
{
    mr_status_t status = mr_host_open(memory);

    if (status != MR_OK)
        return status;
    return memory->is_protected ? MR_LOCKED : is_busy() ? MR_BUSY : MR_OK;
}

static mr_status_t program_bytes(mr_host_memory_t *memory, uint32_t offset, const uint8_t *data, uint32_t length)
{
    const char *rule = broken_rule(memory, offset, data, length);
    uint32_t index, done;

    if (rule != NULL)
        return complain_at(memory, offset, rule);
    done = (uint32_t)actions_done(length / memory->program_bytes) * memory->program_bytes;
    if (done < length) {
        tear_program(memory, offset, data, length, done);
        fail_power();
    }
    for (index = 0; index < length; ++index)
        program_byte(memory, offset + index, data[index]);
    count_programmed(memory, offset, length);
    return MR_OK;
}

static mr_status_t program(void *context, uint32_t offset, const void *data, size_t length)
{
    mr_status_t status = refusal(context);

    return status != MR_OK ? status : program_bytes(context, offset, data, (uint32_t)length);
}

/* ---- Erasing */

static void set_blank(mr_host_memory_t *memory, uint32_t offset, uint32_t length)
{
    uint32_t at;

    memset(memory->bytes + offset, BLANK, length);
    memset(hanging_of(memory) + offset, 0, length);
    for (at = offset; at < offset + length; ++at)
        programmed_of(memory)[at / 8] &= (uint8_t)~(1u << at % 8);
}

static void tear_erase(mr_host_memory_t *memory, uint32_t offset, uint32_t length)
{
    unsigned density = random_next() % 3;
    uint32_t at, whole = random_next() % length;

    if (power.torn == MR_HOST_TORN_SEQUENTIAL) {
        memset(memory->bytes + offset, BLANK, whole);
        memory->bytes[offset + whole] |= random_bits(1);
        return;
    }
    for (at = offset; at < offset + length; ++at) {
        uint8_t rising = (uint8_t)~memory->bytes[at];
        uint8_t done = rising & random_bits(density);

        memory->bytes[at] |= done;
        if (power.torn == MR_HOST_TORN_UNSTABLE)
            hanging_of(memory)[at] |= rising & (uint8_t)~done & random_bits(1);
    }
}

static mr_status_t erase_unit(mr_host_memory_t *memory, uint32_t offset)
{
    uint32_t length = erase_unit_bytes(memory);

    if (memory->is_protected)
        return complain_at(memory, offset, "erases a protected part");
    if (!memory->is_erasable)
        return complain_at(memory, offset, "erases what cannot be erased");
    if (is_outside(memory, offset, length) || offset % length != 0)
        return complain_at(memory, offset, "erases no erase unit");
    ++erases_of(memory)[offset / length];
    if (actions_done(1) == 0) {
        tear_erase(memory, offset, length);
        fail_power();
    }
    set_blank(memory, offset, length);
    return MR_OK;
}

static mr_status_t erase(void *context, uint32_t offset)
{
    mr_status_t status = refusal(context);

    return status != MR_OK ? status : erase_unit(context, offset);
}

const mr_flash_driver_t mr_host_flash_driver = { read_bytes, program, erase };

/* ---- The same as a row */

static uint8_t read_row_byte(void *context, size_t offset)
{
    uint8_t value;

    return read_bytes(context, (uint32_t)offset, &value, 1) == MR_OK ? value : (uint8_t)BLANK;
}

/* Whether the row can be changed was asked before, by row_state(). */
static mr_status_t program_row_unit(void *context, size_t offset, const uint8_t *unit)
{
    mr_host_memory_t *memory = context;
    mr_status_t status = mr_host_open(memory);

    return status != MR_OK ? status : program_bytes(memory, (uint32_t)offset, unit, memory->program_bytes);
}

static mr_status_t erase_row_unit(void *context, size_t offset)
{
    mr_status_t status = mr_host_open(context);

    return status != MR_OK ? status : erase_unit(context, (uint32_t)offset);
}

static mr_status_t row_state(void *context)
{
    return refusal(context);
}

const mr_row_driver_t mr_host_row_driver = { read_row_byte, program_row_unit, erase_row_unit, row_state };
