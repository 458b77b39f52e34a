/* The loops of byte_block_test.h: random bytes, one accessor, and then every byte compared with a copy that was
 * changed bit by bit. */
#include "byte_block_test.h"

enum { MOST_MESSAGES = 5 };

static uint8_t model[MOST_BLOCK_BYTES];

uint64_t next_random(void)
{
    static uint32_t states[2] = { 0x9E3779B9u, 0x7F4A7C15u };
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

static uint32_t random_below(uint32_t limit)
{
    return (uint32_t)next_random() % limit;
}

/* Values at the edges are where mistakes are: all ones, none, a single bit, all but one. */
static uint64_t random_value(void)
{
    uint64_t value = next_random();

    switch (random_below(8)) {
    case 0: return 0;
    case 1: return ~(uint64_t)0;
    case 2: return (uint64_t)1 << (value & 63u);
    case 3: return ~((uint64_t)1 << (value & 63u));
    default: return value;
    }
}

static void fill_random(uint8_t *bytes, unsigned size)
{
    bool is_uniform = random_below(4) == 0;
    uint64_t random = next_random();
    unsigned index;

    if (is_uniform) {
        memset(bytes, (random & 1u) != 0 ? 0xFF : 0, size);
        return;
    }
    for (index = 0; index < size; ++index) {
        if ((index & 7u) == 7u)
            random = next_random();
        bytes[index] = (uint8_t)random;
        random >>= 8;
    }
}

/* ---- the model of a leaf's bits ---- */

typedef struct bit_place { unsigned run_start, run_bytes, shift; bool is_big_endian; } bit_place_t;

static bit_place_t place_of_element(const leaf_place_t *place, const unsigned *index)
{
    bit_place_t result = { place->run_start, place->run_bytes, place->shift, (place->flags & LEAF_BIG_ENDIAN) != 0 };
    unsigned depth;

    for (depth = 0; depth < place->index_count; ++depth) {
        unsigned step = index[depth] * place->indices[depth].stride;
        if (depth >= (unsigned)(place->index_count - place->bit_index_count))
            result.shift += step;
        else
            result.run_start += step;
    }
    return result;
}

static unsigned byte_of_bit(bit_place_t place, unsigned bit)
{
    return place.run_start + (place.is_big_endian ? place.run_bytes - 1u - bit / 8u : bit / 8u);
}

static uint64_t model_get(const uint8_t *bytes, const leaf_place_t *leaf, const unsigned *index)
{
    bit_place_t place = place_of_element(leaf, index);
    uint64_t value = 0;
    unsigned bit = leaf->width_bits;

    if ((leaf->flags & LEAF_SIGNED) != 0) {
        unsigned sign = place.shift + leaf->width_bits - 1u;
        if ((bytes[byte_of_bit(place, sign)] >> (sign & 7u) & 1) != 0)
            value = ~(uint64_t)0;
    }
    while (bit-- > 0) {
        unsigned at = place.shift + bit;
        value = value << 1 | (uint64_t)(bytes[byte_of_bit(place, at)] >> (at & 7u) & 1);
    }
    return value;
}

static void model_set(uint8_t *bytes, const leaf_place_t *leaf, const unsigned *index, uint64_t value)
{
    bit_place_t place = place_of_element(leaf, index);
    unsigned bit;

    for (bit = 0; bit < leaf->width_bits; ++bit, value >>= 1) {
        unsigned at = place.shift + bit;
        uint8_t *byte = &bytes[byte_of_bit(place, at)];
        uint8_t mask = (uint8_t)(1u << (at & 7u));
        *byte = (uint8_t)((*byte & (uint8_t)~mask) | ((value & 1u) != 0 ? mask : 0));
    }
}

/* ---- messages ---- */

static unsigned failures;

/* Begins a message and says whether there is one to go on with: not after the first few. */
static bool tell(const block_test_t *test, MACHINE_FLASH char *leaf, const leaf_place_t *place, const unsigned *index,
                 const char *what)
{
    unsigned depth;

    if (++failures > MOST_MESSAGES)
        return false;
    machine_put_flash(test->name);
    machine_put(".");
    machine_put_flash(leaf);
    for (depth = 0; depth < place->index_count; ++depth) {
        machine_put("[");
        machine_put_number(index[depth]);
        machine_put("]");
    }
    machine_put(": ");
    machine_put(what);
    return true;
}

static void tell_value(const block_test_t *test, MACHINE_FLASH char *leaf, const leaf_place_t *place,
                       const unsigned *index, const char *what, uint64_t got, uint64_t wanted)
{
    if (!tell(test, leaf, place, index, what))
        return;
    machine_put_hexadecimal(got);
    machine_put(", not ");
    machine_put_hexadecimal(wanted);
    machine_put("\n");
}

static void compare_bytes(const block_test_t *test, MACHINE_FLASH char *leaf, const leaf_place_t *place,
                          const unsigned *index, const char *after, uint64_t value)
{
    unsigned at;

    for (at = 0; at < test->size_bytes; ++at) {
        uint8_t significant = test->significant == NULL ? 0xFF : test->significant[at];
        if (((test->block[at] ^ model[at]) & significant) == 0)
            continue;
        if (!tell(test, leaf, place, index, after))
            return;
        machine_put_hexadecimal(value);
        machine_put(" byte ");
        machine_put_number(at);
        machine_put(" is ");
        machine_put_hexadecimal(test->block[at]);
        machine_put(", not ");
        machine_put_hexadecimal(model[at]);
        machine_put("\n");
        return;
    }
}

/* ---- MR_CHECKED: values and indices out of range must be told ---- */

#if defined(MR_CHECKED)
#include <setjmp.h>

static unsigned faults;
static bool leaves_on_fault;
static jmp_buf on_fault;

void mr_fault(const char *function, long line);
void mr_fault(const char *function, long line)
{
    (void)function;
    (void)line;
    ++faults;
    if (leaves_on_fault)
        longjmp(on_fault, 1);
}

/* Is the value, as the accessor's parameter takes it, one that its field cannot hold? */
static bool is_out_of_range(const number_leaf_t *leaf, uint64_t value)
{
    unsigned spare = 64u - leaf->type_bits;
    bool is_signed = (leaf->place.flags & LEAF_SIGNED) != 0;
    uint64_t taken = value << spare >> spare, held = value << (64u - leaf->place.width_bits) >> (64u - leaf->place.width_bits);

    if ((leaf->place.flags & (LEAF_BOOL | LEAF_FLOAT)) != 0)
        return false;
    if (is_signed)
        return (int64_t)(value << spare) >> spare != (int64_t)(value << (64u - leaf->place.width_bits)) >> (64u - leaf->place.width_bits);
    return taken != held;
}

static void check_value_fault(const block_test_t *test, const number_leaf_t *leaf, const unsigned *index, uint64_t value)
{
    /* Structs are packed without checks. */
    if (test->significant == NULL && (faults != 0) != is_out_of_range(leaf, value))
        tell_value(test, leaf->name, &leaf->place, index, faults != 0 ? "refuses " : "takes ", value, faults);
    faults = 0;
}

static void check_index_fault(const block_test_t *test, const number_leaf_t *leaf, const unsigned *index)
{
    unsigned depth, wrong[MOST_INDICES];

    if (test->significant != NULL)
        return;
    for (depth = 0; depth < leaf->place.index_count; ++depth) {
        memcpy(wrong, index, sizeof wrong);
        wrong[depth] = leaf->place.indices[depth].count + random_below(3);
        leaves_on_fault = true;
        if (setjmp(on_fault) == 0) {
            (void)leaf->get(test->block, wrong);
            tell(test, leaf->name, &leaf->place, wrong, "an index out of range is taken\n");
        }
        if (setjmp(on_fault) == 0) {
            leaf->set(test->block, wrong, 0);
            tell(test, leaf->name, &leaf->place, wrong, "an index out of range is taken by set\n");
        }
        leaves_on_fault = false;
        faults = 0;
    }
}
#else
static void check_value_fault(const block_test_t *test, const number_leaf_t *leaf, const unsigned *index, uint64_t value)
{
    (void)test; (void)leaf; (void)index; (void)value;
}

static void check_index_fault(const block_test_t *test, const number_leaf_t *leaf, const unsigned *index)
{
    (void)test; (void)leaf; (void)index;
}
#endif

/* ---- tests ---- */

static void random_indices(const leaf_place_t *place, unsigned *index)
{
    unsigned depth;

    for (depth = 0; depth < place->index_count; ++depth)
        index[depth] = random_below(place->indices[depth].count);
}

/* Not-a-numbers may change their bits on the way through a floating-point register. */
static bool is_not_a_number(const leaf_place_t *place, uint64_t raw)
{
    if ((place->flags & LEAF_FLOAT) == 0)
        return false;
    if (place->width_bits == 32u)
        return (raw & 0x7F800000u) == 0x7F800000u && (raw & 0x7FFFFFu) != 0;
    return (raw & 0x7FF0000000000000u) == 0x7FF0000000000000u && (raw & 0xFFFFFFFFFFFFFu) != 0;
}

static uint64_t value_of_width(const leaf_place_t *place, uint64_t value)
{
    if (place->width_bits < 64u)
        value &= ((uint64_t)1 << place->width_bits) - 1u;
    if ((place->flags & LEAF_SIGNED) != 0 && (value >> (place->width_bits - 1u) & 1u) != 0)
        value |= ~(uint64_t)0 << (place->width_bits - 1u);
    return value;
}

/* Text that goes through a struct comes back padded: what stands behind its NUL is lost, so nothing may stand there. */
static void clear_behind_texts(const block_test_t *test)
{
    unsigned which, depth, count, number, rest, at, end;
    unsigned index[MOST_INDICES];

    for (which = 0; which < test->text_count; ++which) {
        const text_leaf_t leaf = test->texts[which];
        for (depth = 0, count = 1; depth < leaf.place.index_count; ++depth)
            count *= leaf.place.indices[depth].count;
        for (number = 0; number < count; ++number) {
            for (depth = 0, rest = number; depth < leaf.place.index_count; ++depth) {
                index[depth] = rest % leaf.place.indices[depth].count;
                rest /= leaf.place.indices[depth].count;
            }
            at = place_of_element(&leaf.place, index).run_start;
            end = at + leaf.place.run_bytes;
            while (at < end && test->block[at] != 0)
                ++at;
            memset(test->block + at, 0, end - at);
        }
    }
}

static void prepare(const block_test_t *test)
{
    fill_random(test->block, test->size_bytes);
    if (test->significant != NULL)
        clear_behind_texts(test);
    memcpy(model, test->block, test->size_bytes);
}

static void test_number(const block_test_t *test, const number_leaf_t *leaf)
{
    unsigned index[MOST_INDICES];
    uint64_t value, got, wanted;

    random_indices(&leaf->place, index);
    prepare(test);

    wanted = model_get(model, &leaf->place, index);
    got = leaf->get(test->block, index);
    if (got != wanted && !is_not_a_number(&leaf->place, wanted))
        tell_value(test, leaf->name, &leaf->place, index, "reads as ", got, wanted);

    do
        value = random_value();
    while (is_not_a_number(&leaf->place, value_of_width(&leaf->place, value)));
    if ((leaf->place.flags & LEAF_BOOL) != 0)
        value &= 1u;
    leaf->set(test->block, index, value);
    check_value_fault(test, leaf, index, value);
    model_set(model, &leaf->place, index, value);
    compare_bytes(test, leaf->name, &leaf->place, index, "after setting it to ", value);
    check_index_fault(test, leaf, index);

    got = leaf->get(test->block, index);
    wanted = value_of_width(&leaf->place, value);
    if (got != wanted)
        tell_value(test, leaf->name, &leaf->place, index, "after setting it reads as ", got, wanted);

    if (leaf->toggle != NULL) {
        leaf->toggle(test->block, index);
        model_set(model, &leaf->place, index, value ^ 1u);
        compare_bytes(test, leaf->name, &leaf->place, index, "after toggling from ", value);
    }
}

enum { LONGEST_TEXT = 40 };

static void test_text(const block_test_t *test, const text_leaf_t *leaf)
{
    unsigned index[MOST_INDICES];
    char text[LONGEST_TEXT + 4], got[LONGEST_TEXT + 4];
    unsigned size = leaf->place.run_bytes, length, at, position, shown;

    random_indices(&leaf->place, index);
    prepare(test);
    at = place_of_element(&leaf->place, index).run_start;

    /* Whatever the bytes are, what comes out ends with a NUL and goes up to the first NUL in them. */
    memset(got, 0x55, sizeof got);
    leaf->get(test->block, index, got);
    for (shown = 0; shown < size && model[at + shown] != 0; ++shown)
        if ((uint8_t)got[shown] != model[at + shown])
            tell_value(test, leaf->name, &leaf->place, index, "has a wrong character ", (uint8_t)got[shown], model[at + shown]);
    if (got[shown] != '\0')
        tell_value(test, leaf->name, &leaf->place, index, "is not terminated at ", (uint8_t)got[shown], shown);
    if (got[size + 1u] != 0x55)
        tell_value(test, leaf->name, &leaf->place, index, "writes behind its text ", (uint8_t)got[size + 1u], 0x55);

    length = random_below(size + 4u);
    for (position = 0; position < length; ++position)
        text[position] = (char)(1u + random_below(255));
    text[length] = '\0';
    leaf->set(test->block, index, text);
    for (position = 0; position < size; ++position)
        model[at + position] = position < length ? (uint8_t)text[position] : 0;
    compare_bytes(test, leaf->name, &leaf->place, index, "after setting a text of length ", length);
}

static void test_bytes(const block_test_t *test, const bytes_leaf_t *leaf)
{
    unsigned index[MOST_INDICES], at;

    random_indices(&leaf->place, index);
    at = place_of_element(&leaf->place, index).run_start;
    if (leaf->bytes(test->block, index) != test->block + at || leaf->const_bytes(test->block, index) != test->block + at)
        tell_value(test, leaf->name, &leaf->place, index, "lies at ",
                   (uint64_t)(leaf->bytes(test->block, index) - test->block), at);
}

unsigned test_block(const block_test_t *test, unsigned rounds)
{
    unsigned round, which;
    unsigned failures_before = failures;

    for (which = 0; which < test->number_count; ++which) {
        const number_leaf_t leaf = test->numbers[which];
        for (round = 0; round < rounds; ++round)
            test_number(test, &leaf);
    }
    for (which = 0; which < test->text_count; ++which) {
        const text_leaf_t leaf = test->texts[which];
        for (round = 0; round < rounds; ++round)
            test_text(test, &leaf);
    }
    for (which = 0; which < test->bytes_count; ++which) {
        const bytes_leaf_t leaf = test->bytes[which];
        for (round = 0; round < rounds; ++round)
            test_bytes(test, &leaf);
    }
    return failures - failures_before;
}
