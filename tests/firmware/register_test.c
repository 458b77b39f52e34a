/* The loops of register_test.h: known contents, one accessor, and then what was written, what the device became, and how
 * often it was accessed. */
#include "register_test.h"

enum { MOST_MESSAGES = 8, MOST_REGION_BYTES = 1024 };

static uint64_t next_random(void)
{
    static uint32_t states[2] = { 0x6D2B79F5u, 0x1B873593u };
    uint64_t result = 0;
    unsigned half;

    for (half = 0; half < 2u; ++half) {
        uint32_t state = states[half];
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        states[half] = state;
        result = result << 32 | state;
    }
    return result;
}

static uint64_t random_word(void)
{
    uint64_t word = next_random();

    switch (word >> 61) {
    case 0: return 0;
    case 1: return ~(uint64_t)0;
    default: return next_random();
    }
}

static uint64_t ones(unsigned width_bits)
{
    return width_bits >= 64u ? ~(uint64_t)0 : ((uint64_t)1 << width_bits) - 1u;
}

/* ---- messages ---- */

static unsigned failures;

typedef struct subject {
    const register_block_test_t *test;
    const register_row_t *row;
    const bits_row_t *bits;            /* NULL where the whole register is meant */
    unsigned index[MOST_INDICES + 1];
    unsigned offset;                   /* of the register's element */
    const char *activity;              /* the accessor that was called */
} subject_t;

static void tell(const subject_t *subject, const char *what, uint64_t got, uint64_t wanted)
{
    unsigned depth;

    if (++failures > MOST_MESSAGES)
        return;
    machine_put_flash(subject->test->name);
    machine_put(".");
    machine_put_flash(subject->row->name);
    if (subject->bits != NULL) {
        machine_put(".");
        machine_put_flash(subject->bits->name);
    }
    for (depth = 0; depth < subject->row->index_count + (subject->bits != NULL && subject->bits->count != 0 ? 1u : 0u); ++depth) {
        machine_put("[");
        machine_put_number(subject->index[depth]);
        machine_put("]");
    }
    machine_put(": ");
    machine_put(subject->activity);
    machine_put(": ");
    machine_put(what);
    machine_put_hexadecimal(got);
    machine_put(", not ");
    machine_put_hexadecimal(wanted);
    machine_put("\n");
}

/* ---- what stands in for the hardware ---- */

#if defined(REGISTERS_ON_DEVICE)

static uint64_t contents_of(const subject_t *subject)
{
    uint64_t word = 0;
    unsigned byte;

    CONTROL(CURSOR) = 8u * (subject->test->device_offset + subject->offset);
    for (byte = 0; byte < subject->row->width_bits / 8u; ++byte)
        word |= (uint64_t)CONTROL(CONTENTS) << (8u * byte);
    return word;
}

static void prepare(const subject_t *subject, uint64_t word, const uint8_t *kinds)
{
    unsigned bit, byte;
    uint32_t cursor = 8u * (subject->test->device_offset + subject->offset);

    CONTROL(CURSOR) = cursor;
    for (bit = 0; bit < subject->row->width_bits; ++bit)
        CONTROL(KIND) = kinds[bit];
    CONTROL(CURSOR) = cursor;
    for (byte = 0; byte < subject->row->width_bits / 8u; ++byte)
        CONTROL(CONTENTS) = (uint32_t)(word >> (8u * byte)) & 0xFFu;
    CONTROL(ALIAS_SET) = subject->test->alias_set;
    CONTROL(ALIAS_CLEAR) = subject->test->alias_clear;
    CONTROL(ALIAS_XOR) = subject->test->alias_xor;
    CONTROL(ALIAS_START) = subject->test->device_offset;
    CONTROL(ALIAS_SIZE) = subject->test->size_bytes;
    CONTROL(LOG_CLEAR) = 1;
}

/* Bits that a test cannot foretell: a read has changed them, or could not tell what to write back. */
static uint64_t unforeseeable(uint8_t kind)
{
    return kind == KIND_WRITE_ONLY || kind == KIND_READ_CLEARS || kind == KIND_READ_SETS;
}

static bool bit_afterwards(uint8_t kind, bool old, bool written)
{
    switch (kind) {
    case KIND_READ_ONLY:       return old;
    case KIND_WRITE_1_CLEARS:  return old && !written;
    case KIND_WRITE_1_SETS:    return old || written;
    case KIND_WRITE_1_TOGGLES: return old != written;
    case KIND_WRITE_0_CLEARS:  return old && written;
    case KIND_WRITE_0_SETS:    return old || !written;
    default:                   return written;
    }
}

/* Accesses must be at the register's own width (a 64-bit one is two of 32), all reads before all writes, as many
 * writes as asked for and no more reads than given. */
static void check_accesses(const subject_t *subject, unsigned most_reads, unsigned writes)
{
    const register_block_test_t *test = subject->test;
    unsigned whole = subject->row->width_bits / 8u;
    unsigned unit = whole > 4u ? 4u : whole;
    unsigned count = CONTROL(LOG_COUNT), entry, reads_seen = 0, writes_seen = 0;

    for (entry = 0; entry < count; ++entry) {
        uint32_t offset, bytes;
        bool is_write;

        CONTROL(LOG_INDEX) = entry;
        offset = CONTROL(LOG_OFFSET) - test->device_offset - subject->offset;
        bytes = CONTROL(LOG_BYTES);
        is_write = CONTROL(LOG_IS_WRITE) != 0;
        if (is_write && test->alias_set != 0 && offset >= whole)
            offset -= offset - test->alias_set < whole ? test->alias_set
                    : offset - test->alias_clear < whole ? test->alias_clear
                    : offset - test->alias_xor < whole ? test->alias_xor : 0u;
        if (offset >= whole)
            tell(subject, "accesses another register, at ", CONTROL(LOG_OFFSET), test->device_offset + subject->offset);
        if (bytes != unit)
            tell(subject, "accesses with a width of bytes of ", bytes, unit);
        if (!is_write && writes_seen > 0)
            tell(subject, "reads again after a write ", entry, 0);
        if (is_write)
            ++writes_seen;
        else
            ++reads_seen;
    }
    if (reads_seen > most_reads * (whole / unit))
        tell(subject, "number of reads is ", reads_seen, most_reads * (whole / unit));
    if (writes_seen != writes * (whole / unit))
        tell(subject, "number of writes is ", writes_seen, writes * (whole / unit));
}

/* What the register must hold after `written` was written to it, and which of the bits can be foretold. */
static void check_write(const subject_t *subject, uint64_t old, uint64_t written, uint64_t own_mask, const uint8_t *kinds)
{
    uint64_t wanted = 0, certain = 0, got = contents_of(subject);
    unsigned bit;

    for (bit = 0; bit < subject->row->width_bits; ++bit) {
        uint64_t mask = (uint64_t)1 << bit;
        if (bit_afterwards(kinds[bit], (old & mask) != 0, (written & mask) != 0))
            wanted |= mask;
        if ((own_mask & mask) != 0 || !unforeseeable(kinds[bit]))
            certain |= mask;
    }
    if (((got ^ wanted) & certain) != 0)
        tell(subject, "the register becomes ", got, wanted);
}

#else

static uint8_t before[MOST_REGION_BYTES];

static uint64_t word_at(const uint8_t *place, unsigned width_bits)
{
    uint8_t word8; uint16_t word16; uint32_t word32; uint64_t word64;

    switch (width_bits) {
    case 8:  memcpy(&word8, place, sizeof word8); return word8;
    case 16: memcpy(&word16, place, sizeof word16); return word16;
    case 32: memcpy(&word32, place, sizeof word32); return word32;
    default: memcpy(&word64, place, sizeof word64); return word64;
    }
}

static void put_word(uint8_t *place, unsigned width_bits, uint64_t word)
{
    uint8_t word8 = (uint8_t)word; uint16_t word16 = (uint16_t)word; uint32_t word32 = (uint32_t)word;

    switch (width_bits) {
    case 8:  memcpy(place, &word8, sizeof word8); break;
    case 16: memcpy(place, &word16, sizeof word16); break;
    case 32: memcpy(place, &word32, sizeof word32); break;
    default: memcpy(place, &word, sizeof word); break;
    }
}

static unsigned region_size(const register_block_test_t *test)
{
    return test->alias_set != 0 ? 4u * test->alias_set : test->size_bytes;
}

static void prepare(const subject_t *subject, uint64_t word, const uint8_t *kinds)
{
    const register_block_test_t *test = subject->test;
    unsigned at;

    (void)kinds;
    for (at = 0; at < test->size_bytes; ++at)
        test->memory[at] = (uint8_t)(0xA5u + 31u * at);
    for (; at < region_size(test); ++at)
        test->memory[at] = 0;
    put_word(test->memory + subject->offset, subject->row->width_bits, word);
    memcpy(before, test->memory, region_size(test));
}

/* The value that the register ends up with as if it were plain: with what was written to its aliases carried out. */
static uint64_t contents_of(const subject_t *subject)
{
    const register_block_test_t *test = subject->test;
    const uint8_t *place = test->memory + subject->offset;
    unsigned width_bits = subject->row->width_bits;
    uint64_t word = word_at(place, width_bits);

    if (test->alias_set != 0) {
        word |= word_at(place + test->alias_set, width_bits);
        word &= ~word_at(place + test->alias_clear, width_bits);
        word ^= word_at(place + test->alias_xor, width_bits);
    }
    return word;
}

static void check_accesses(const subject_t *subject, unsigned most_reads, unsigned writes)
{
    (void)subject;
    (void)most_reads;
    (void)writes;
}

/* What was written must be `written`, but for bits where it does not matter; and nothing else. */
static void check_write(const subject_t *subject, uint64_t old, uint64_t written, uint64_t own_mask, const uint8_t *kinds)
{
    const register_block_test_t *test = subject->test;
    uint64_t certain = 0, got = contents_of(subject);
    unsigned bit, at, size = subject->row->width_bits / 8u;

    /* An alias changes its own bits and no others, so it has nothing to be neutral about. */
    if (test->alias_set != 0 && word_at(test->memory + subject->offset, subject->row->width_bits) == old)
        written = (old & ~own_mask) | (written & own_mask);
    for (bit = 0; bit < subject->row->width_bits; ++bit)
        if ((own_mask >> bit & 1u) != 0 || (kinds[bit] != KIND_READ_ONLY && kinds[bit] != KIND_WRITE_ONLY
                                            && kinds[bit] != KIND_READ_CLEARS && kinds[bit] != KIND_READ_SETS))
            certain |= (uint64_t)1 << bit;
    if (((got ^ written) & certain) != 0)
        tell(subject, "the register becomes ", got, written);
    for (at = 0; at < region_size(test); ++at) {
        unsigned within = test->alias_set != 0 ? at % test->alias_set : at;
        if (within - subject->offset >= size && test->memory[at] != before[at]) {
            tell(subject, "another register changed, at ", at, subject->offset);
            return;
        }
    }
}

#endif

/* ---- tests ---- */

static bool is_kept_when_written(uint8_t kind)
{
    return kind == KIND_PLAIN || kind == KIND_READ_CLEARS || kind == KIND_READ_SETS;
}

/* The kind of each bit. Bits without a field are plain where there is a field to keep; beside flags alone zeros may be
 * written to them, so nothing can be foretold. */
static void gather_kinds(const register_block_test_t *test, const register_row_t *row, uint8_t *kinds)
{
    unsigned which, bit;
    bool has_kept = row->bits_count == 0;

    for (which = 0; which < row->bits_count; ++which)
        has_kept |= is_kept_when_written(test->bits[row->first_bits + which].kind);
    for (bit = 0; bit < 64u; ++bit)
        kinds[bit] = has_kept && !row->is_unreadable ? KIND_PLAIN : KIND_WRITE_ONLY;
    for (which = 0; which < row->bits_count; ++which) {
        const bits_row_t bits = test->bits[row->first_bits + which];
        unsigned width = bits.width_bits * (bits.count == 0 ? 1u : bits.count);
        for (bit = 0; bit < width; ++bit)
            kinds[bits.shift + bit] = bits.kind;
    }
}

/* What a write that means to change only own_mask must put into all the others. */
static uint64_t neutral_word(uint64_t old, const uint8_t *kinds, unsigned width_bits)
{
    uint64_t word = old;
    unsigned bit;

    for (bit = 0; bit < width_bits; ++bit) {
        uint64_t mask = (uint64_t)1 << bit;
        if (kinds[bit] == KIND_WRITE_1_CLEARS || kinds[bit] == KIND_WRITE_1_SETS || kinds[bit] == KIND_WRITE_1_TOGGLES)
            word &= ~mask;
        if (kinds[bit] == KIND_WRITE_0_CLEARS || kinds[bit] == KIND_WRITE_0_SETS)
            word |= mask;
    }
    return word;
}

/* Must a write read first? Not where every other bit is one that a write leaves alone anyhow. */
static bool must_read(const uint8_t *kinds, unsigned width_bits, uint64_t own_mask)
{
    unsigned bit;

    for (bit = 0; bit < width_bits; ++bit)
        if ((own_mask >> bit & 1u) == 0 && is_kept_when_written(kinds[bit]))
            return true;
    return false;
}

static uint64_t sign_extended(const bits_row_t *bits, uint64_t value)
{
    value &= ones(bits->width_bits);
    if (bits->is_signed && (value >> (bits->width_bits - 1u) & 1u) != 0)
        value |= ~ones(bits->width_bits);
    return value;
}

static void test_bits(subject_t *subject, const uint8_t *kinds)
{
    const bits_row_t *bits = subject->bits;
    unsigned element = bits->count == 0 ? 0 : (unsigned)(next_random() % bits->count);
    unsigned shift = bits->shift + element * bits->width_bits, width = subject->row->width_bits;
    uint64_t own = ones(bits->width_bits) << shift;
    uint64_t old = random_word() & ones(width), value = random_word(), word, neutral, put;
    unsigned reads = must_read(kinds, width, own) ? 1 : 0;
    /* What aliases can serve without a read: plain bits; in one access, so not in 64-bit registers. */
    bool has_alias = subject->test->alias_set != 0 && bits->is_bool && bits->kind == KIND_PLAIN && width < 64u;

    subject->index[subject->row->index_count] = element;
    if (bits->is_bool)
        value &= 1u;
    neutral = neutral_word(old, kinds, width) & ~own;

    subject->activity = "get";
    if (bits->get != NULL && bits->get(old, subject->index) != sign_extended(bits, old >> shift))
        tell(subject, "gives ", bits->get(old, subject->index), sign_extended(bits, old >> shift));
    if (bits->with != NULL) {
        subject->activity = "with";
        word = (old & ~own) | (value << shift & own);
        if (bits->with(old, subject->index, value) != word)
            tell(subject, "gives ", bits->with(old, subject->index, value), word);
    }
    if (bits->read != NULL) {
        uint64_t wanted = sign_extended(bits, old >> shift);
        subject->activity = "read";
        prepare(subject, old, kinds);
        word = bits->read(subject->index);
        if (word != wanted)
            tell(subject, "gives ", word, wanted);
        check_accesses(subject, 1, 0);
    }
    if (bits->set != NULL) {
        subject->activity = "set";
        prepare(subject, old, kinds);
        bits->set(subject->index, value);
        put = bits->kind == KIND_WRITE_0_SETS ? ~value : value;
        check_write(subject, old, neutral | (put << shift & own), own, kinds);
        check_accesses(subject, has_alias ? 0 : reads, 1);
    }
    if (bits->edit_with_write != NULL) {
        subject->activity = "edit, with, write";
        prepare(subject, old, kinds);
        bits->edit_with_write(subject->index, value);
        check_write(subject, old, neutral | (value << shift & own), own, kinds);
        check_accesses(subject, 1, 1);
    }
    if (bits->clear != NULL) {
        subject->activity = "clear";
        prepare(subject, old, kinds);
        bits->clear(subject->index);
        put = bits->kind == KIND_WRITE_1_CLEARS ? own : 0;
        check_write(subject, old, neutral | put, own, kinds);
        check_accesses(subject, reads, 1);
    }
    if (bits->toggle != NULL) {
        subject->activity = "toggle";
        prepare(subject, old, kinds);
        bits->toggle(subject->index);
        put = bits->kind == KIND_WRITE_1_TOGGLES ? own : ~old & own;
        check_write(subject, old, neutral | put, own, kinds);
        check_accesses(subject, has_alias ? 0 : bits->kind == KIND_WRITE_1_TOGGLES ? reads : 1, 1);
    }
}

static void test_whole_register(subject_t *subject, const uint8_t *kinds)
{
    const register_row_t *row = subject->row;
    uint64_t old = random_word() & ones(row->width_bits), value = random_word() & ones(row->width_bits), word;

    subject->bits = NULL;
    if (row->read != NULL) {
        subject->activity = "read";
        prepare(subject, old, kinds);
        word = row->read(subject->index) & ones(row->width_bits);
#if defined(REGISTERS_ON_DEVICE)
        {
            unsigned bit;
            for (bit = 0; bit < row->width_bits; ++bit)
                if (kinds[bit] == KIND_WRITE_ONLY)
                    word = (word & ~((uint64_t)1 << bit)) | (old & (uint64_t)1 << bit);
        }
#endif
        if (word != old)
            tell(subject, "gives ", word, old);
        check_accesses(subject, 1, 0);
    }
    if (row->write != NULL) {
        subject->activity = "write";
        prepare(subject, old, kinds);
        row->write(subject->index, value);
        check_write(subject, old, value, ones(row->width_bits), kinds);
        check_accesses(subject, 0, 1);
    }
    if (row->edit != NULL && row->write != NULL) {
        subject->activity = "edit, write";
        prepare(subject, old, kinds);
        row->write(subject->index, row->edit(subject->index));
        check_write(subject, old, neutral_word(old, kinds, row->width_bits), 0, kinds);
        check_accesses(subject, 1, 1);
    }
}

unsigned test_registers(const register_block_test_t *test, unsigned rounds)
{
    unsigned which, round, depth, bits_index, failures_before = failures;
    uint8_t kinds[64];

    for (which = 0; which < test->register_count; ++which) {
        const register_row_t row = test->registers[which];
        subject_t subject = { test, &row, NULL, { 0 }, 0, "" };

        gather_kinds(test, &row, kinds);
        for (round = 0; round < rounds; ++round) {
            subject.offset = row.offset;
            for (depth = 0; depth < row.index_count; ++depth) {
                subject.index[depth] = (unsigned)(next_random() % row.indices[depth].count);
                subject.offset += subject.index[depth] * row.indices[depth].stride_bytes;
            }
            test_whole_register(&subject, kinds);
            for (bits_index = 0; bits_index < row.bits_count; ++bits_index) {
                const bits_row_t bits = test->bits[row.first_bits + bits_index];
                subject.bits = &bits;
                test_bits(&subject, kinds);
            }
        }
    }
    return failures - failures_before;
}
