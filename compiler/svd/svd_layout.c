/* From a device as its CMSIS-SVD file has it to a layout; see svd_layout.h. Blocks first, then registers, fields, enums
 * and interrupts take their names, so that what is rarer to meet gives way. */
#include "svd_layout.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "naming.h"
#include "overlap.h"
#include "svd_names.h"

/* Bounds of the language (place.h, registers.c), and of what comes out in all. */
enum { MOST_ITEMS = 1 << 20, MOST_REGISTERS = 1 << 18, MOST_TEXT_BYTES = 256 << 20, MOST_SPAN_BYTES = 1 << 30,
       MOST_BLOCKS_IN_ARRAY = 1 << 20, MOST_IN_ARRAY = 1 << 24, DEEPEST_GROUP = 32, TRIED_NAMES = 16 };

typedef struct enum_entry { uint64_t hash; svd_enum_t *enumeration; } enum_entry_t;
typedef struct enum_table { enum_entry_t *entries; size_t count, capacity; } enum_table_t;

typedef struct builder {
    arena_t *arena;
    svd_layout_t *layout;
    svd_error_t *error;
    bool is_bad;
    size_t item_count, register_count, text_bytes;
    svd_claims_t claims;
    uint64_t scope_count;
    enum_table_t by_members, by_values;      /* enums by the elements that they come from; by what they say */
    svd_enum_t **enums;                      /* by first use */
    size_t enum_count, enum_capacity;
} builder_t;

/* What a level hands to those in it. */
typedef struct properties {
    uint64_t size_bits, reset, reset_mask;
    bool has_reset;
    const char *access, *write, *read;
} properties_t;

/* Where a level is. */
typedef struct place {
    svd_block_t *block;
    properties_t properties;
    uint64_t base;               /* from the block's address */
    uint64_t distances;          /* of the elements of all arrays around, ORed: what is aligned to them all */
    const char *path, *shown;    /* of the groups around: in snake_case, and as in the layout; "" for the block */
    const svd_element_t *affixes;/* whose prependToName and appendToName count here, or NULL */
    unsigned depth;
} place_t;

typedef struct dimension {
    uint64_t count, increment;   /* count 0: no list */
    bool is_array;               /* "[%s]", or a list of 0, 1, 2 … */
    bool is_list_name;           /* "%s" without brackets */
    const char **indices;        /* NULL: 0, 1, 2 … */
} dimension_t;

/* ---- notes */

static void put_note(builder_t *builder, svd_notes_t *notes, const char *text)
{
    svd_note_t *note = ARENA_NEW(builder->arena, svd_note_t);
    note->text = text;
    if (notes->last)
        notes->last->next = note;
    else
        notes->first = note;
    notes->last = note;
}

/* A note about something that had to be changed. */
#define MENDED(builder, notes, ...) \
    ((builder)->layout->mended_count++, put_note((builder), (notes), arena_format((builder)->arena, __VA_ARGS__)))

static void note_trouble(builder_t *builder, svd_notes_t *notes, const svd_element_t *element)
{
    if (element->trouble)
        MENDED(builder, notes, "%s", element->trouble);
}

/* "'NAME'", for notes. */
static const char *quoted(builder_t *builder, const char *name)
{
    return arena_format(builder->arena, "'%s'", name ? name : "");
}

/* Each element is counted as often as it is used, with what its names and remarks take. */
static bool count_item(builder_t *builder, const svd_element_t *element)
{
    builder->item_count++;
    builder->register_count += element->kind == SVD_REGISTER || element->kind == SVD_CLUSTER;
    if (builder->item_count <= MOST_ITEMS && builder->register_count <= MOST_REGISTERS
        && builder->text_bytes <= MOST_TEXT_BYTES)
        return true;
    if (!builder->is_bad)
        *builder->error = (svd_error_t){ element->place,
                                         "this is too large to be a device: too many registers and fields" };
    builder->is_bad = true;
    return false;
}

static const char *sentence(builder_t *builder, const char *doc, const char *remark)
{
    if (!remark)
        return doc;
    size_t length = doc ? strlen(doc) : 0;
    if (!length)
        return remark;
    builder->text_bytes += length;
    return arena_format(builder->arena, "%s%s %s", doc, strchr(".!?", doc[length - 1]) ? "" : ".", remark);
}

/* ---- names */

static uint64_t const macro_salt = UINT64_C(0x5851F42D4C957F2D);

static uint64_t local_hash(uint64_t scope, const char *snake)
{
    return svd_hash(SVD_HASH_START ^ (scope + 1) * UINT64_C(0x9E3779B97F4A7C15), snake);
}

/* The hashes of all identifiers that a thing will have in C, so that they are taken together or not at all. */
typedef struct identifiers { uint64_t hashes[12]; unsigned count; } identifiers_t;

static void add_hash(identifiers_t *identifiers, uint64_t hash) { identifiers->hashes[identifiers->count++] = hash; }

static bool claim_all(builder_t *builder, const identifiers_t *identifiers)
{
    for (unsigned index = 0; index < identifiers->count; index++)
        if (svd_is_claimed(&builder->claims, identifiers->hashes[index]))
            return false;
    for (unsigned index = 0; index < identifiers->count; index++)
        svd_claim(&builder->claims, identifiers->hashes[index]);
    return true;
}

/* What a thing's identifiers are, given its name in snake_case. */
typedef void identify_t(const void *context, const char *snake, identifiers_t *identifiers);

typedef struct stem { uint64_t scope, lower, upper; bool is_group, is_array; } stem_t;

static void add_each(identifiers_t *identifiers, uint64_t stem, const char *const *suffixes)
{
    for (; *suffixes; suffixes++)
        add_hash(identifiers, svd_hash(stem, *suffixes));
}

static void identify_block(const void *context, const char *snake, identifiers_t *identifiers)
{
    static const char *const constants[] = { "_base", "_size", "_address", "_count", "_stride", NULL };
    const stem_t *stem = context;
    add_hash(identifiers, local_hash(stem->scope, snake));
    add_hash(identifiers, svd_hash(svd_hash(stem->lower, snake), "_t"));
    add_each(identifiers, svd_hash(stem->upper, snake), constants);
}

static void identify_part(const void *context, const char *snake, identifiers_t *identifiers)
{
    static const char *const functions[] = { "_t", "_read", "_write", "_edit", NULL };
    static const char *const constants[] = { "_offset", "_reset", "_count", "_stride", NULL };
    const stem_t *stem = context;
    add_hash(identifiers, local_hash(stem->scope, snake));
    if (stem->is_group)
        return;
    add_each(identifiers, svd_hash(stem->lower, snake), functions);
    add_each(identifiers, svd_hash(stem->upper, snake), constants);
}

static void identify_bits(const void *context, const char *snake, identifiers_t *identifiers)
{
    static const char *const verbs[] = { "_get_", "_with_", "_read_", "_set_", "_toggle_", "_clear_", NULL };
    const stem_t *stem = context;
    add_hash(identifiers, local_hash(stem->scope, snake));
    for (const char *const *verb = verbs; *verb; verb++)
        add_hash(identifiers, svd_hash(svd_hash(stem->lower, *verb), snake));
    uint64_t upper = svd_hash(svd_hash(stem->upper, "_"), snake);
    add_hash(identifiers, svd_hash(upper, "_Pos"));
    if (stem->is_array)
        add_hash(identifiers, svd_hash(upper, "_count"));
}

static void identify_constant(const void *context, const char *snake, identifiers_t *identifiers)
{
    const stem_t *stem = context;
    add_hash(identifiers, local_hash(stem->scope, snake));
    add_hash(identifiers, svd_hash(stem->upper, snake));
}

/* Takes a name for a thing: the wanted one, or that with a number behind it. Returns it as it is written; *snake as in
 * C. What differs from the file is noted. */
static const char *take_name(builder_t *builder, identify_t *identify, const void *context, const char *wanted,
                             const char *second, const char **snake)
{
    const char *name = wanted;
    for (unsigned attempt = 1;; attempt++) {
        identifiers_t identifiers = { .count = 0 };
        *snake = snake_case(builder->arena, name);
        identify(context, *snake, &identifiers);
        if (claim_all(builder, &identifiers))
            return name;
        unsigned long long number = attempt < TRIED_NAMES ? attempt + !second : ++builder->scope_count + 1000;
        name = attempt == 1 && second ? arena_format(builder->arena, "%s_%s", wanted, second)
                                      : arena_format(builder->arena, "%s_%llu", wanted, number);
    }
}

/* Notes a name that is not the file's. `plain` is the file's without the marks of a list. */
static void note_name(builder_t *builder, svd_notes_t *notes, const char *original, const char *wanted,
                      const char *name)
{
    if (strcmp(name, wanted) != 0)
        MENDED(builder, notes, "%s is called %s here: the name is taken", quoted(builder, original), name);
    else if (original && !strstr(original, "%s") && strcmp(name, original) != 0)
        MENDED(builder, notes, "the name is %s in the file", quoted(builder, original));
}

/* ---- properties */

static properties_t inherit(const properties_t *outer, const svd_element_t *element)
{
    properties_t own = *outer;
    own.size_bits = svd_number(element, SVD_SIZE, own.size_bits);
    if (svd_has(element, SVD_RESET_VALUE)) {
        own.reset = element->numbers[SVD_RESET_VALUE];
        own.has_reset = true;
    }
    own.reset_mask = svd_number(element, SVD_RESET_MASK, own.reset_mask);
    own.access = element->words[SVD_ACCESS_TEXT] ? element->words[SVD_ACCESS_TEXT] : own.access;
    own.write = element->words[SVD_WRITE_TEXT] ? element->words[SVD_WRITE_TEXT] : own.write;
    own.read = element->words[SVD_READ_TEXT] ? element->words[SVD_READ_TEXT] : own.read;
    return own;
}

/* What the words of a file mean: how far the language has it, and what is left to be told in the doc comment. */
static const struct { const char *word; bool can_read, can_write; const char *remark; } access_words[] = {
    { "read-write", true, true, NULL },
    { "read-only", true, false, NULL },
    { "write-only", false, true, NULL },
    { "writeOnce", false, true, "Only the first write after a reset counts." },
    { "read-writeOnce", true, true, "Only the first write after a reset counts." },
    { "read", true, false, NULL },
    { "write", false, true, NULL },
};

static const struct { const char *word; write_kind_t kind; const char *remark, *write_only_remark; } write_words[] = {
    { "modify", WRITE_PLAIN, NULL, NULL },
    { "oneToClear", WRITE_1_CLEARS, NULL, "Writing 1 clears." },
    { "oneToSet", WRITE_1_SETS, NULL, "Writing 1 sets." },
    { "oneToToggle", WRITE_1_TOGGLES, NULL, "Writing 1 toggles." },
    { "zeroToClear", WRITE_0_CLEARS, NULL, "It cannot be read." },
    { "zeroToSet", WRITE_0_SETS, NULL, "It cannot be read." },
    { "zeroToToggle", WRITE_0_SETS, "Writing 0 toggles.", "Writing 0 toggles; it cannot be read." },
    { "clear", WRITE_PLAIN, "Any write clears it.", "Any write clears it." },
    { "set", WRITE_PLAIN, "Any write sets it.", "Any write sets it." },
};

static const struct { const char *word; read_kind_t kind; const char *remark; } read_words[] = {
    { "clear", READ_CLEARS, NULL },
    { "set", READ_SETS, NULL },
    { "modify", READ_PLAIN, "A read changes it." },
    { "modifyExternal", READ_PLAIN, "A read changes something else." },
};

#define FIND_WORD(row, table, wanted) \
    size_t row = 0; \
    while (row < sizeof (table) / sizeof *(table) && strcasecmp((table)[row].word, (wanted)) != 0) \
        row++; \
    if (row == sizeof (table) / sizeof *(table)) \
        row = 0

/* The access kind; *doc gets a remark where the element itself says more than an access kind can. */
static access_t access_of(builder_t *builder, const properties_t *properties, const svd_element_t *element,
                          const char **doc)
{
    access_t access = { WRITE_PLAIN, READ_PLAIN };
    FIND_WORD(word, access_words, properties->access ? properties->access : "read-write");
    if (element->words[SVD_ACCESS_TEXT])
        *doc = sentence(builder, *doc, access_words[word].remark);
    bool can_read = access_words[word].can_read, can_write = access_words[word].can_write;
    if (!can_write) {
        access.write = WRITE_NONE;
    } else if (properties->write) {
        FIND_WORD(kind, write_words, properties->write);
        access.write = write_words[kind].kind;
        if (element->words[SVD_WRITE_TEXT])
            *doc = sentence(builder, *doc, can_read ? write_words[kind].remark : write_words[kind].write_only_remark);
    }
    if (!can_read) {
        /* In a write-only field a 0 is neutral; one of which a 0 means something must stay what it is. */
        bool is_zero_neutral = access.write != WRITE_0_CLEARS && access.write != WRITE_0_SETS;
        access = is_zero_neutral ? (access_t){ WRITE_PLAIN, READ_NONE } : access;
    } else if (properties->read) {
        FIND_WORD(kind, read_words, properties->read);
        access.read = read_words[kind].kind;
        if (element->words[SVD_READ_TEXT])
            *doc = sentence(builder, *doc, read_words[kind].remark);
    }
    return access;
}

/* ---- lists */

static const char *index_text(builder_t *builder, const dimension_t *dimension, uint64_t index)
{
    return dimension->indices ? dimension->indices[index]
                              : arena_format(builder->arena, "%llu", (unsigned long long)index);
}

/* "3", "0-3" or "A-D": how many indices it stands for, and where wanted, the indices. */
static uint64_t range_of_indices(builder_t *builder, const char *word, size_t length, const char **indices,
                                 uint64_t room)
{
    const char *dash = memchr(word, '-', length);
    size_t left = dash ? (size_t)(dash - word) : 0, right = dash ? length - left - 1 : 0;
    bool is_letters = left == 1 && right == 1 && isalpha((unsigned char)word[0]) && isalpha((unsigned char)dash[1]);
    uint64_t first = 0, last = 0;
    if (dash && !is_letters) {
        char *text = arena_copy(builder->arena, word, length);
        text[left] = 0;
        if (!svd_parse_number(text, &first) || !svd_parse_number(text + left + 1, &last))
            dash = NULL;
    } else if (is_letters) {
        first = (unsigned char)word[0], last = (unsigned char)dash[1];
    }
    if (!dash || last < first || last - first >= MOST_IN_ARRAY) {
        if (indices && room)
            indices[0] = arena_copy(builder->arena, word, length);
        return 1;
    }
    for (uint64_t index = 0; indices && index <= last - first && index < room; index++)
        indices[index] = is_letters ? arena_format(builder->arena, "%c", (int)(first + index))
                                    : arena_format(builder->arena, "%llu", (unsigned long long)(first + index));
    return last - first + 1;
}

/* How many indices there are, and where wanted, the indices; what is more than `room` by more than one is not counted. */
static uint64_t split_indices(builder_t *builder, const char *text, const char **indices, uint64_t room)
{
    uint64_t count = 0;
    while (*text && count <= room) {
        size_t length = strcspn(text, ",");
        size_t blanks = strspn(text, " [");
        size_t word = length > blanks ? length - blanks : 0;
        while (word && (text[blanks + word - 1] == ' ' || text[blanks + word - 1] == ']'))
            word--;
        if (word)
            count += range_of_indices(builder, text + blanks, word, indices ? indices + count : NULL,
                                      room > count ? room - count : 0);
        text += length + (text[length] == ',');
    }
    return count;
}

/* 0, 1, 2 … */
static bool counts_from_zero(const char *text, uint64_t count)
{
    const char *dash = strchr(text, '-');
    uint64_t last;
    if (dash && !strchr(text, ','))
        return text[0] == '0' && dash == text + 1 && svd_parse_number(dash + 1, &last) && last == count - 1;
    for (uint64_t index = 0; index < count; index++) {
        char *end;
        if (!isdigit((unsigned char)*text) || strtoull(text, &end, 10) != index || (index && *text == '0'))
            return false;
        text = end + strspn(end, " ");
        if (*text == ',')
            text += 1 + strspn(text + 1, " ");
    }
    return !*text;
}

static dimension_t read_dimension(builder_t *builder, const svd_element_t *element, svd_notes_t *notes)
{
    const char *name = element->words[SVD_NAME] ? element->words[SVD_NAME] : "";
    const char *indices = element->words[SVD_DIM_INDEX];
    dimension_t dimension = { .count = svd_number(element, SVD_DIM, 0),
                              .increment = svd_number(element, SVD_DIM_INCREMENT, 0) };
    if (!dimension.count)
        return dimension;
    bool is_array_name = strstr(name, "[%s]") != NULL;
    dimension.is_list_name = !is_array_name && strstr(name, "%s");
    dimension.is_array = !dimension.is_list_name || dimension.count > 1;
    if (dimension.count > MOST_IN_ARRAY) {
        MENDED(builder, notes, "dim is %llu: only the first is here", (unsigned long long)dimension.count);
        dimension.count = 0;
    } else if (indices && dimension.is_list_name && !counts_from_zero(indices, dimension.count)) {
        uint64_t found = split_indices(builder, indices, NULL, dimension.count);
        if (found == dimension.count && found <= MOST_REGISTERS) {
            dimension.indices = ARENA_ARRAY(builder->arena, const char *, found + 1);
            split_indices(builder, indices, dimension.indices, found);
            dimension.is_array = false;
        } else {
            MENDED(builder, notes, "dimIndex has %s than %llu names: numbered from 0",
                   found < dimension.count ? "fewer" : found > dimension.count ? "more" : "too many: more",
                   (unsigned long long)(found == dimension.count ? MOST_REGISTERS : dimension.count));
        }
    }
    return dimension;
}

/* ---- enums */

static enum_entry_t *enum_find(enum_table_t *table, uint64_t hash)
{
    size_t bucket = (size_t)(hash ^ hash >> 29) & (table->capacity - 1);
    while (table->entries[bucket].enumeration && table->entries[bucket].hash != hash)
        bucket = (bucket + 1) & (table->capacity - 1);
    return &table->entries[bucket];
}

/* The entry of a hash: its enumeration is NULL where it is new. */
static enum_entry_t *enum_entry(builder_t *builder, enum_table_t *table, uint64_t hash)
{
    if (2 * table->count >= table->capacity) {
        enum_table_t larger = { .capacity = table->capacity ? 2 * table->capacity : 256, .count = table->count };
        larger.entries = ARENA_ARRAY(builder->arena, enum_entry_t, larger.capacity);
        for (size_t index = 0; index < table->capacity; index++)
            if (table->entries[index].enumeration)
                *enum_find(&larger, table->entries[index].hash) = table->entries[index];
        *table = larger;
    }
    enum_entry_t *entry = enum_find(table, hash);
    if (!entry->enumeration)
        table->count++;
    entry->hash = hash;
    return entry;
}

/* Values like "#1x0": the lowest that it stands for. */
static bool parse_value(const char *text, uint64_t *value, bool *has_gaps)
{
    *has_gaps = false;
    if (svd_parse_number(text, value))
        return true;
    text += *text == '#' ? 1 : text[0] == '0' && (text[1] | 0x20) == 'b' ? 2 : strlen(text);
    if (!*text || strlen(text) > 64)
        return false;
    *value = 0;
    for (; *text; text++) {
        if (!strchr("01xX", *text))
            return false;
        *value = *value << 1 | (*text == '1');
        *has_gaps |= (*text | 0x20) == 'x';
    }
    return true;
}

static void add_value(builder_t *builder, svd_enum_t *made, uint64_t scope, const svd_element_t *element)
{
    const char *text = element->words[SVD_VALUE_TEXT], *original = element->words[SVD_NAME];
    uint64_t value;
    bool has_gaps;
    if (element->words[SVD_IS_DEFAULT] && strcmp(element->words[SVD_IS_DEFAULT], "false") != 0 && !text) {
        put_note(builder, &made->notes, arena_format(builder->arena, "all other values: %s%s%s",
                 original ? original : "default", element->words[SVD_DESCRIPTION] ? ": " : "",
                 element->words[SVD_DESCRIPTION] ? element->words[SVD_DESCRIPTION] : ""));
        return;
    }
    if (!text || !parse_value(text, &value, &has_gaps)) {
        MENDED(builder, &made->notes, "%s has no value: \"%s\"", quoted(builder, original), text ? text : "");
        return;
    }
    if (value > ones(made->width_bits)) {
        MENDED(builder, &made->notes, "%s = %llu does not fit in %u bit%s", quoted(builder, original),
               (unsigned long long)value, made->width_bits, made->width_bits == 1 ? "" : "s");
        return;
    }
    const char *otherwise = arena_format(builder->arena, "value_%llu", (unsigned long long)value);
    const char *wanted = svd_mend_name(builder->arena, original ? original : "", NULL, otherwise, true);
    const char *snake = snake_case(builder->arena, wanted), *name = wanted;
    uint64_t pair = local_hash(scope, arena_format(builder->arena, "%s=%llu", snake, (unsigned long long)value));
    if (svd_is_claimed(&builder->claims, pair))
        return;
    svd_claim(&builder->claims, pair);
    if (svd_is_claimed(&builder->claims, local_hash(scope, snake))) {
        stem_t stem = { .scope = scope, .is_group = true };
        name = take_name(builder, identify_part, &stem, wanted,
                         arena_format(builder->arena, "%llu", (unsigned long long)value), &snake);
        MENDED(builder, &made->notes, "%s = %llu is called %s here: the name is taken", quoted(builder, original),
               (unsigned long long)value, name);
    } else {
        svd_claim(&builder->claims, local_hash(scope, snake));
    }
    svd_value_t *added = &made->values[made->value_count++];
    *added = (svd_value_t){ .name = name, .snake = snake, .value = value, .doc = element->words[SVD_DESCRIPTION] };
    if (has_gaps)
        added->doc = sentence(builder, added->doc, arena_format(builder->arena, "Any value of the form %s.", text));
    uint64_t value_hash = local_hash(scope, arena_format(builder->arena, "=%llu", (unsigned long long)value));
    added->is_repeated = svd_is_claimed(&builder->claims, value_hash);
    svd_claim(&builder->claims, value_hash);
}

static bool enums_equal(const svd_enum_t *a, const svd_enum_t *b)
{
    if (a->width_bits != b->width_bits || a->value_count != b->value_count)
        return false;
    for (size_t index = 0; index < a->value_count; index++)
        if (a->values[index].value != b->values[index].value
            || strcmp(a->values[index].name, b->values[index].name) != 0)
            return false;
    return true;
}

static svd_enum_t *make_enum(builder_t *builder, const svd_element_t *field, unsigned width_bits)
{
    svd_enum_t *made = ARENA_NEW(builder->arena, svd_enum_t);
    uint64_t scope = ++builder->scope_count;
    size_t most = 0;
    made->width_bits = width_bits;
    for (size_t index = 0; index < field->member_count; index++)
        most += field->members[index]->member_count;
    builder->item_count += most;
    made->values = ARENA_ARRAY(builder->arena, svd_value_t, most + 1);
    for (size_t index = 0; index < field->member_count; index++) {
        const svd_element_t *enumeration = field->members[index];
        note_trouble(builder, &made->notes, enumeration);
        if (enumeration->words[SVD_NAME])
            made->given_name = enumeration->words[SVD_NAME];
        for (size_t value = 0; value < enumeration->member_count; value++)
            add_value(builder, made, scope, enumeration->members[value]);
    }
    made->hash = SVD_HASH_START ^ width_bits;
    for (size_t index = 0; index < made->value_count; index++)
        made->hash = (svd_hash(made->hash, made->values[index].name) ^ made->values[index].value)
            * UINT64_C(0x9E3779B97F4A7C15);
    return made;
}

/* Docs that differ between the uses say nothing about all of them. */
static void merge_enum(svd_enum_t *kept, const svd_enum_t *made)
{
    for (size_t index = 0; index < kept->value_count; index++) {
        svd_value_t *value = &kept->values[index];
        const char *doc = made->values[index].doc;
        if (value->doc && (!doc || strcmp(value->doc, doc) != 0))
            value->doc = NULL;
    }
    if (kept->given_name && (!made->given_name || kept->given_name != made->given_name))
        kept->given_name = NULL;
}

/* NULL where there are no values; what was wrong with them is then noted at the field. */
static svd_enum_t *enum_of(builder_t *builder, svd_bits_t *bits, const place_t *place, const char *register_name)
{
    const svd_element_t *field = bits->source;
    if (!field->member_count)
        return NULL;
    uint64_t key = ((uint64_t)(uintptr_t)field->members * UINT64_C(0x9E3779B97F4A7C15)) ^ bits->width_bits;
    enum_entry_t *known = enum_entry(builder, &builder->by_members, key);
    svd_enum_t *found = known->enumeration;
    if (!found) {
        svd_enum_t *made = make_enum(builder, field, bits->width_bits);
        enum_entry_t *equal = enum_entry(builder, &builder->by_values, made->hash);
        found = equal->enumeration && enums_equal(equal->enumeration, made) ? equal->enumeration : NULL;
        if (found) {
            merge_enum(found, made);
        } else {
            found = equal->enumeration = made;
            if (made->value_count) {
                if (builder->enum_count == builder->enum_capacity)
                    builder->enums = arena_grow(builder->arena, builder->enums, &builder->enum_capacity,
                                                sizeof *builder->enums);
                builder->enums[builder->enum_count++] = made;
                made->field_name = bits->name;
                made->block_name = place->block->name;
                made->register_path = *place->shown
                    ? arena_format(builder->arena, "%s_%s_%s", place->shown, register_name, bits->name)
                    : arena_format(builder->arena, "%s_%s", register_name, bits->name);
            }
        }
        known->enumeration = found;
    }
    if (found->field_name && strcmp(found->field_name, bits->name) != 0)
        found->field_name = NULL;
    if (found->value_count)
        return found;
    for (const svd_note_t *note = found->notes.first; note; note = note->next)
        put_note(builder, &bits->notes, note->text);
    return NULL;
}

/* ---- bit fields */

static bool read_bit_place(builder_t *builder, const svd_element_t *field, svd_notes_t *notes, uint64_t *low,
                           uint64_t *high)
{
    const char *range = field->words[SVD_BIT_RANGE];
    if (range) {
        unsigned long long first = 0, second = 0;
        int count = sscanf(range, "[ %llu : %llu ]", &first, &second);
        if (count >= 1) {
            *high = first;
            *low = count == 2 ? second : first;
        } else {
            MENDED(builder, notes, "%s left out: its bits are \"%s\"", quoted(builder, field->words[SVD_NAME]),
                   range);
            return false;
        }
    } else if (svd_has(field, SVD_LSB)) {
        *low = field->numbers[SVD_LSB];
        *high = svd_number(field, SVD_MSB, *low);
    } else if (svd_has(field, SVD_BIT_OFFSET)) {
        *low = field->numbers[SVD_BIT_OFFSET];
        uint64_t width = svd_number(field, SVD_BIT_WIDTH, 1);
        *high = width && *low < 4096 && width < 4096 ? *low + width - 1 : *low;
    } else {
        MENDED(builder, notes, "%s left out: it does not say which bits", quoted(builder, field->words[SVD_NAME]));
        return false;
    }
    if (*high < *low) {
        uint64_t swapped = *low;
        *low = *high, *high = swapped;
    }
    return true;
}

/* "reserved", "RESERVED_3": bits of which nothing is known. */
static bool is_reserved(const char *name)
{
    return strncasecmp(name, "reserved", 8) == 0 && !name[8 + strspn(name + 8, "_0123456789")];
}

typedef struct bits_list { svd_bits_t *bits; size_t count, capacity; } bits_list_t;

static svd_bits_t *add_bits(builder_t *builder, bits_list_t *list)
{
    if (list->count == list->capacity)
        list->bits = arena_grow(builder->arena, list->bits, &list->capacity, sizeof *list->bits);
    svd_bits_t *bits = &list->bits[list->count++];
    *bits = (svd_bits_t){ 0 };
    return bits;
}

static void read_bit_range(const svd_element_t *field, svd_bits_t *bits)
{
    for (const svd_element_t *child = field->first; child; child = child->next)
        if (child->kind == SVD_RANGE && svd_has(child, SVD_MAXIMUM)) {
            bits->range_least = svd_number(child, SVD_MINIMUM, 0);
            bits->range_most = child->numbers[SVD_MAXIMUM];
        }
    uint64_t all = ones(bits->width_bits);
    bits->has_range = bits->range_least <= bits->range_most && bits->range_most <= all && bits->range_most <= INT64_MAX
        && bits->width_bits > 1 && !(bits->range_least == 0 && (bits->range_most == all || bits->range_most == 0));
}

/* One field of a register, or one of a list. */
static void make_bits(builder_t *builder, bits_list_t *list, svd_part_t *part, const place_t *place,
                      const svd_element_t *field, const char *index, uint64_t low, uint64_t high, uint64_t count,
                      const properties_t *properties, svd_notes_t notes)
{
    const char *name = field->words[SVD_NAME] ? field->words[SVD_NAME] : "";
    uint64_t last = count ? low + count * (high - low + 1) - 1 : high;
    if (low >= part->width_bits || (count && last >= part->width_bits)) {
        MENDED(builder, &part->notes, "%s left out: bits %llu to %llu of %u", quoted(builder, name),
               (unsigned long long)low, (unsigned long long)last, part->width_bits);
        return;
    }
    svd_bits_t *bits = add_bits(builder, list);
    bits->notes = notes;
    if (high >= part->width_bits) {
        MENDED(builder, &bits->notes, "cut: the file has bits %llu to %llu", (unsigned long long)low,
               (unsigned long long)high);
        high = part->width_bits - 1;
    }
    bits->source = field;
    bits->position = (unsigned)low;
    bits->width_bits = (unsigned)(high - low + 1);
    bits->count = count;
    bits->doc = svd_fill_index(builder->arena, field->words[SVD_DESCRIPTION], index);
    bits->access = access_of(builder, properties, field, &bits->doc);
    bits->name = is_reserved(name) ? "_"
        : svd_mend_name(builder->arena, name, index, arena_format(builder->arena, "bits_%u", bits->position), false);
    if (svd_is_gap(bits))
        return;
    bits->enumeration = enum_of(builder, bits, place, part->name);
    if (!bits->enumeration)
        read_bit_range(field, bits);
}

static void make_field(builder_t *builder, bits_list_t *list, svd_part_t *part, const place_t *place,
                       const svd_element_t *field, const properties_t *outer)
{
    svd_notes_t notes = { 0 };
    properties_t properties = inherit(outer, field);
    uint64_t low, high;
    if (!count_item(builder, field))
        return;
    note_trouble(builder, &notes, field);
    if (!read_bit_place(builder, field, &part->notes, &low, &high))
        return;
    if (low > 4096 || high > 4096)
        low = high = 4096;
    dimension_t dimension = read_dimension(builder, field, &notes);
    uint64_t width = high - low + 1;
    bool is_array = dimension.count && dimension.is_array && (dimension.increment == width || dimension.count == 1);
    if (is_array || !dimension.count) {
        make_bits(builder, list, part, place, field, NULL, low, high, dimension.count, &properties, notes);
        return;
    }
    for (uint64_t index = 0; index < dimension.count && count_item(builder, field); index++) {
        uint64_t from = low + index * (dimension.increment < 4096 ? dimension.increment : 4096);
        make_bits(builder, list, part, place, field, index_text(builder, &dimension, index), from, from + width - 1, 0,
                  &properties, index ? (svd_notes_t){ 0 } : notes);
    }
}

static void mark_alias(void *context, const extent_t *first, const extent_t *second)
{
    (void)context, (void)first;
    *(bool *)(uintptr_t)second->owner = true;
}

static int compare_starts(const void *left, const void *right)
{
    const extent_t *a = left, *b = right;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    /* Owners lie in one array in the order of the file. */
    return (uintptr_t)a->owner < (uintptr_t)b->owner ? -1 : 1;
}

static void mark_overlaps(extent_t *extents, size_t count)
{
    qsort(extents, count, sizeof *extents, compare_starts);
    overlaps_find(extents, count, mark_alias, NULL);
}

static void place_bits(builder_t *builder, svd_part_t *part)
{
    arena_mark_t mark = arena_mark(builder->arena);
    extent_t *extents = ARENA_ARRAY(builder->arena, extent_t, part->bit_count + 1);
    for (size_t index = 0; index < part->bit_count; index++) {
        svd_bits_t *bits = &part->bits[index];
        uint64_t size = bits->width_bits * (bits->count ? bits->count : 1);
        extents[index] = (extent_t){ bits->position, size, size, 1, &bits->is_alias };
    }
    mark_overlaps(extents, part->bit_count);
    arena_release(builder->arena, mark);
}

static bool accesses_equal(access_t a, access_t b) { return a.write == b.write && a.read == b.read; }

/* A register is what all its fields are; a field cannot do what its register cannot. */
static void settle_access(builder_t *builder, svd_part_t *part)
{
    const svd_bits_t *first = NULL;
    bool are_alike = true, reads = false, writes = false;
    for (size_t index = 0; index < part->bit_count; index++) {
        const svd_bits_t *bits = &part->bits[index];
        if (svd_is_gap(bits))
            continue;
        first = first ? first : bits;
        are_alike &= accesses_equal(bits->access, first->access);
        reads |= bits->access.read != READ_NONE;
        writes |= bits->access.write != WRITE_NONE;
    }
    if (first && are_alike)
        part->access = first->access;
    if (!first || are_alike)
        return;
    bool exceeds = (part->access.read == READ_NONE && reads) || (part->access.write == WRITE_NONE && writes);
    if (!exceeds)
        return;
    MENDED(builder, &part->notes, "the register is %s in the file, but its fields are not",
           part->access.read == READ_NONE ? "write-only" : "read-only");
    part->access = (access_t){ WRITE_PLAIN, READ_PLAIN };
}

static void make_fields(builder_t *builder, svd_part_t *part, const place_t *place, const properties_t *properties)
{
    bits_list_t list = { 0 };
    for (size_t index = 0; index < part->source->member_count && !builder->is_bad; index++)
        make_field(builder, &list, part, place, part->source->members[index], properties);
    part->bits = list.bits;
    part->bit_count = list.count;
    place_bits(builder, part);
    settle_access(builder, part);
}

/* ---- registers and clusters */

typedef struct part_list { svd_part_t *parts; size_t count, capacity; } part_list_t;

static svd_part_t *add_part(builder_t *builder, part_list_t *list)
{
    if (list->count == list->capacity)
        list->parts = arena_grow(builder->arena, list->parts, &list->capacity, sizeof *list->parts);
    svd_part_t *part = &list->parts[list->count++];
    *part = (svd_part_t){ 0 };
    return part;
}

static unsigned rounded_width(uint64_t size_bits)
{
    return size_bits <= 8 ? 8 : size_bits <= 16 ? 16 : size_bits <= 32 ? 32 : 64;
}

/* A register of 64 bits lies at a multiple of 4 as well: processors have words of 32 bits where a file says no more. */
static unsigned alignment_bytes(unsigned width_bits) { return width_bits >= 32 ? 4 : width_bits / 8; }

static bool make_level(builder_t *builder, const svd_element_t *element, const place_t *place, svd_part_t **parts,
                       size_t *part_count);

static void note_fields(builder_t *builder, svd_part_t *part)
{
    for (size_t index = 0; index < part->source->member_count; index++) {
        const svd_element_t *field = part->source->members[index];
        uint64_t low, high;
        if (count_item(builder, field) && read_bit_place(builder, field, &part->notes, &low, &high))
            MENDED(builder, &part->notes, "field %s: bits %llu to %llu", quoted(builder, field->words[SVD_NAME]),
                   (unsigned long long)low, (unsigned long long)high);
    }
}

/* A register that no single access reaches becomes an array of those that do. */
static void make_words(builder_t *builder, svd_part_t *part, uint64_t size_bits, unsigned word_bits)
{
    uint64_t words = (size_bits + word_bits - 1) / word_bits;
    MENDED(builder, &part->notes, "%llu bits at offset 0x%llX: here it is %llu registers of %u",
           (unsigned long long)size_bits, (unsigned long long)part->offset, (unsigned long long)words, word_bits);
    note_fields(builder, part);
    part->has_reset = false;
    part->extent_bytes = words * word_bits / 8;
    if (!part->count) {
        part->width_bits = word_bits;
        part->count = words;
        part->stride = part->extent_bytes = word_bits / 8;
        return;
    }
    svd_part_t *word = ARENA_NEW(builder->arena, svd_part_t);
    *word = (svd_part_t){ .source = part->source, .name = "word", .count = words, .stride = word_bits / 8,
                          .path = arena_format(builder->arena, "%s_word", part->path),
                          .extent_bytes = word_bits / 8, .width_bits = word_bits, .access = part->access };
    part->parts = word;
    part->part_count = 1;
}

static void make_register(builder_t *builder, svd_part_t *part, const place_t *place)
{
    const svd_element_t *element = part->source;
    properties_t properties = inherit(&place->properties, element);
    uint64_t size = properties.size_bits;
    if (!size || size > 1 << 20) {
        MENDED(builder, &part->notes, "the file has a size of %llu bits", (unsigned long long)size);
        size = 32;
    }
    unsigned width = rounded_width(size), needed = alignment_bytes(width);
    uint64_t places = (place->block->address + place->base + part->offset) | place->distances;
    part->access = access_of(builder, &properties, element, &part->doc);
    part->has_reset = properties.has_reset && properties.reset_mask;
    part->reset = properties.reset & ones(width);
    if (size > 64 || places % needed) {
        unsigned word = size > 64 ? 32 : width;
        while (places % (word / 8))
            word /= 2;
        make_words(builder, part, size, word);
        return;
    }
    if (size != width)
        MENDED(builder, &part->notes, "the file has a size of %llu bits", (unsigned long long)size);
    part->width_bits = width;
    part->extent_bytes = width / 8;
    part->is_signed = element->words[SVD_DATA_TYPE] && strncmp(element->words[SVD_DATA_TYPE], "int", 3) == 0
        && !strchr(element->words[SVD_DATA_TYPE], '*') && !element->member_count;
    if (part->has_reset && (~properties.reset_mask & ones(width)))
        put_note(builder, &part->notes, arena_format(builder->arena, "the reset value holds for bits 0x%llX",
                                                     (unsigned long long)(properties.reset_mask & ones(width))));
    make_fields(builder, part, place, &properties);
}

static extent_t *extents_of(builder_t *builder, svd_part_t *parts, size_t count)
{
    extent_t *extents = ARENA_ARRAY(builder->arena, extent_t, count + 1);
    for (size_t index = 0; index < count; index++) {
        svd_part_t *part = &parts[index];
        uint64_t size = 8 * part->extent_bytes;
        extents[index] = (extent_t){ 8 * part->offset, size, part->count ? 8 * part->stride : size,
                                     part->count ? part->count : 1, &part->is_alias };
    }
    return extents;
}

static void place_parts(builder_t *builder, part_list_t *list)
{
    arena_mark_t mark = arena_mark(builder->arena);
    mark_overlaps(extents_of(builder, list->parts, list->count), list->count);
    arena_release(builder->arena, mark);
}

/* The elements of a cluster's array lie in one another: what is there twice is marked. */
static void place_between(builder_t *builder, svd_part_t *cluster)
{
    arena_mark_t mark = arena_mark(builder->arena);
    overlaps_find_between(extents_of(builder, cluster->parts, cluster->part_count), cluster->part_count,
                          8 * cluster->stride, cluster->count, mark_alias, NULL);
    arena_release(builder->arena, mark);
}

static void make_cluster(builder_t *builder, svd_part_t *part, const place_t *place)
{
    place_t inner = { .block = place->block, .properties = inherit(&place->properties, part->source),
                      .base = place->base + part->offset, .path = part->path, .depth = place->depth + 1,
                      .distances = place->distances | part->stride };
    inner.shown = *place->shown ? arena_format(builder->arena, "%s_%s", place->shown, part->name) : part->name;
    if (!make_level(builder, part->source, &inner, &part->parts, &part->part_count))
        return;
    for (size_t index = 0; index < part->part_count; index++) {
        const svd_part_t *child = &part->parts[index];
        uint64_t end = child->offset + (child->count ? (child->count - 1) * child->stride : 0) + child->extent_bytes;
        part->extent_bytes = end > part->extent_bytes ? end : part->extent_bytes;
    }
    if (part->count && part->stride < part->extent_bytes)
        place_between(builder, part);
}

/* The element's full name in this place. */
static const char *full_name(builder_t *builder, const place_t *place, const svd_element_t *element)
{
    const char *name = element->words[SVD_NAME] ? element->words[SVD_NAME] : "";
    const char *before = place->affixes ? place->affixes->words[SVD_PREPEND] : NULL;
    const char *after = place->affixes ? place->affixes->words[SVD_APPEND] : NULL;
    if (!before && !after)
        return name;
    return arena_format(builder->arena, "%s%s%s", before ? before : "", name, after ? after : "");
}

/* One register or cluster, or one of a list; count 0: no array. Leaves nothing where it cannot be had. */
static void make_part(builder_t *builder, part_list_t *list, const place_t *place, uint64_t scope,
                      const svd_element_t *element, const char *index, uint64_t offset, const dimension_t *dimension,
                      svd_notes_t notes)
{
    if (!count_item(builder, element))
        return;
    size_t at = list->count;
    svd_part_t *part = add_part(builder, list);
    bool is_group = element->kind == SVD_CLUSTER;
    const char *original = full_name(builder, place, element);
    const char *wanted = svd_mend_name(builder->arena, original, index, "unnamed", false), *snake;
    stem_t stem = { .scope = scope, .is_group = is_group,
                    .lower = svd_hash(svd_hash(svd_hash(SVD_HASH_START, place->block->snake), "_"), place->path),
                    .upper = svd_hash(svd_hash(svd_hash(macro_salt, place->block->snake), "_"), place->path) };
    if (*place->path)
        stem.lower = svd_hash(stem.lower, "_"), stem.upper = svd_hash(stem.upper, "_");

    *part = (svd_part_t){ .source = element, .offset = offset, .notes = notes,
                          .doc = svd_fill_index(builder->arena, element->words[SVD_DESCRIPTION], index) };
    const char *group = element->words[SVD_ALTERNATE_GROUP];
    part->name = take_name(builder, identify_part, &stem, wanted,
                           group ? svd_mend_name(builder->arena, group, NULL, "alternate", false) : NULL, &snake);
    if (group)
        put_note(builder, &part->notes, arena_format(builder->arena, "%s of the group %s", quoted(builder, original),
                                                     quoted(builder, group)));
    else
        note_name(builder, &part->notes, original, wanted, part->name);
    note_trouble(builder, &part->notes, element);
    part->path = *place->path ? arena_format(builder->arena, "%s_%s", place->path, snake) : snake;
    builder->text_bytes += strlen(part->path);
    part->count = dimension ? dimension->count : 0;
    part->stride = dimension ? dimension->increment : 0;
    const char *alternate = element->words[is_group ? SVD_ALTERNATE_CLUSTER : SVD_ALTERNATE_REGISTER];
    if (alternate)
        put_note(builder, &part->notes, arena_format(builder->arena, "another view of %s", quoted(builder, alternate)));
    if (is_group)
        make_cluster(builder, part, place);
    else
        make_register(builder, part, place);
    if (!part->extent_bytes && !builder->is_bad)
        MENDED(builder, &place->block->notes, "%s left out: there are no registers in it", quoted(builder, original));
    if (!part->extent_bytes)
        list->count = at;
}

/* Whether a list can be an array: its elements lie where the language puts them. */
static bool is_array(const place_t *place, const svd_element_t *element, const dimension_t *dimension)
{
    if (!dimension->is_array || !dimension->increment)
        return false;
    if (element->kind == SVD_CLUSTER)
        return true;
    uint64_t size = svd_number(element, SVD_SIZE, place->properties.size_bits);
    unsigned width = rounded_width(size);
    return dimension->increment >= (size > 64 ? (size + 31) / 32 * 4 : width / 8)
        && dimension->increment % alignment_bytes(width) == 0;
}

/* Nothing else here has the name that a list would have as an array. */
static bool is_name_free(builder_t *builder, const place_t *place, uint64_t scope, const svd_element_t *element)
{
    const char *name = svd_mend_name(builder->arena, full_name(builder, place, element), NULL, "", false);
    return *name && !svd_is_claimed(&builder->claims, local_hash(scope, snake_case(builder->arena, name)));
}

static void make_parts(builder_t *builder, part_list_t *list, const place_t *place, uint64_t scope,
                       uint64_t plain_scope, const svd_element_t *element, uint64_t shift)
{
    svd_notes_t notes = { 0 };
    if (!count_item(builder, element))
        return;
    dimension_t dimension = read_dimension(builder, element, &notes);
    uint64_t offset = svd_number(element, SVD_OFFSET, shift) - shift;
    uint64_t count = dimension.count ? dimension.count : 1;
    if (!svd_has(element, SVD_OFFSET))
        MENDED(builder, &notes, "the file does not say where it lies");
    if (offset > MOST_SPAN_BYTES || dimension.increment > MOST_SPAN_BYTES
        || place->base + offset + (count - 1) * dimension.increment > MOST_SPAN_BYTES - 256) {
        MENDED(builder, &place->block->notes, "%s left out: it would lie at offset 0x%llX",
               quoted(builder, element->words[SVD_NAME]), (unsigned long long)offset);
        return;
    }
    if (!dimension.count) {
        make_part(builder, list, place, scope, element, NULL, offset, NULL, notes);
        return;
    }
    if (is_array(place, element, &dimension)
        && (!dimension.is_list_name || is_name_free(builder, place, plain_scope, element))) {
        make_part(builder, list, place, scope, element, NULL, offset, &dimension, notes);
        return;
    }
    for (uint64_t index = 0; index < dimension.count && !builder->is_bad; index++)
        make_part(builder, list, place, scope, element, index_text(builder, &dimension, index),
                  offset + index * dimension.increment, NULL, index ? (svd_notes_t){ 0 } : notes);
}

/* The registers and clusters of a peripheral or cluster. False where there is none. */
static bool make_level(builder_t *builder, const svd_element_t *element, const place_t *place, svd_part_t **parts,
                       size_t *part_count)
{
    part_list_t list = { 0 };
    uint64_t scope = ++builder->scope_count, plain_scope = ++builder->scope_count, shift = 0;
    if (place->depth > DEEPEST_GROUP) {
        MENDED(builder, &place->block->notes, "clusters nest deeper than %d: those within are left out", DEEPEST_GROUP);
        return false;
    }
    for (size_t index = 0; index < element->member_count; index++) {
        const svd_element_t *member = element->members[index];
        if (svd_has(member, SVD_DIM))
            continue;
        const char *name = svd_mend_name(builder->arena, full_name(builder, place, member), NULL, "unnamed", false);
        svd_claim(&builder->claims, local_hash(plain_scope, snake_case(builder->arena, name)));
    }
    if (!place->depth) {
        uint64_t least = UINT64_MAX, most = 0;
        for (size_t index = 0; index < element->member_count; index++) {
            uint64_t offset = svd_number(element->members[index], SVD_OFFSET, 0);
            least = offset < least ? offset : least;
            most = offset > most ? offset : most;
        }
        /* Offsets that are addresses in truth. */
        if (element->member_count && most > MOST_SPAN_BYTES / 2) {
            shift = least & ~UINT64_C(7);
            place->block->address += shift;
        }
    }
    for (size_t index = 0; index < element->member_count && !builder->is_bad; index++)
        make_parts(builder, &list, place, scope, plain_scope, element->members[index], shift);
    place_parts(builder, &list);
    *parts = list.parts;
    *part_count = list.count;
    return list.count != 0;
}

/* ---- blocks */

typedef struct block_list { svd_block_t *blocks; size_t count, capacity; } block_list_t;

static void add_block(builder_t *builder, block_list_t *list, const svd_element_t *element, const char *index,
                      uint64_t address, const dimension_t *dimension, svd_notes_t notes)
{
    if (!count_item(builder, element))
        return;
    if (list->count == list->capacity)
        list->blocks = arena_grow(builder->arena, list->blocks, &list->capacity, sizeof *list->blocks);
    svd_block_t *block = &list->blocks[list->count++];
    const char *original = element->words[SVD_NAME] ? element->words[SVD_NAME] : "";
    const char *wanted = svd_mend_name(builder->arena, original, index, "unnamed", false);
    stem_t stem = { .scope = 0, .lower = SVD_HASH_START, .upper = macro_salt };
    *block = (svd_block_t){ .source = element, .address = address, .notes = notes,
                            .doc = svd_fill_index(builder->arena, element->words[SVD_DESCRIPTION], index) };
    block->name = take_name(builder, identify_block, &stem, wanted, NULL, &block->snake);
    block->count = dimension ? dimension->count : 0;
    block->stride = dimension ? dimension->increment : 0;
    note_name(builder, &block->notes, original, wanted, block->name);
    note_trouble(builder, &block->notes, element);
    if (element->base)
        put_note(builder, &block->notes, arena_format(builder->arena, "derived from %s",
                                                      element->words[SVD_DERIVED_FROM]));
    if (element->words[SVD_ALTERNATE_PERIPHERAL])
        put_note(builder, &block->notes, arena_format(builder->arena, "another view of %s",
                                                      element->words[SVD_ALTERNATE_PERIPHERAL]));
    if (element->words[SVD_DISABLE_CONDITION])
        put_note(builder, &block->notes, arena_format(builder->arena, "disabled where %s",
                                                      element->words[SVD_DISABLE_CONDITION]));
    if (!svd_has(element, SVD_BASE_ADDRESS))
        MENDED(builder, &block->notes, "the file does not say where it lies");
}

static void make_blocks(builder_t *builder, block_list_t *list, const svd_element_t *element)
{
    svd_notes_t notes = { 0 };
    dimension_t dimension = read_dimension(builder, element, &notes);
    uint64_t address = svd_number(element, SVD_BASE_ADDRESS, 0);
    if (!dimension.count || (dimension.is_array && dimension.increment && dimension.count <= MOST_BLOCKS_IN_ARRAY)) {
        add_block(builder, list, element, NULL, address, dimension.count ? &dimension : NULL, notes);
        return;
    }
    for (uint64_t index = 0; index < dimension.count && !builder->is_bad; index++)
        add_block(builder, list, element, index_text(builder, &dimension, index),
                  address + index * dimension.increment, NULL, index ? (svd_notes_t){ 0 } : notes);
}

static void fill_block(builder_t *builder, const properties_t *properties, svd_block_t *block)
{
    place_t place = { .block = block, .properties = inherit(properties, block->source), .path = "", .shown = "",
                      .affixes = block->source, .distances = block->stride };
    if (!make_level(builder, block->source, &place, &block->parts, &block->part_count))
        return;
    for (size_t index = 0; index < block->part_count; index++) {
        const svd_part_t *part = &block->parts[index];
        uint64_t end = part->offset + (part->count ? (part->count - 1) * part->stride : 0) + part->extent_bytes;
        block->extent_bytes = end > block->extent_bytes ? end : block->extent_bytes;
    }
    uint64_t span = block->count ? (block->count - 1) * block->stride : 0;
    if (block->count && block->stride < block->extent_bytes) {
        MENDED(builder, &block->notes, "only the first of %llu: they lie 0x%llX apart, and one takes 0x%llX",
               (unsigned long long)block->count, (unsigned long long)block->stride,
               (unsigned long long)block->extent_bytes);
        block->count = 0;
    } else if (block->address > INT64_MAX / 2 || span > INT64_MAX / 2 - block->extent_bytes) {
        MENDED(builder, &block->notes, "left out: its addresses are too high");
        block->part_count = 0;
    }
}

static void place_blocks(builder_t *builder, svd_layout_t *layout)
{
    extent_t *extents = ARENA_ARRAY(builder->arena, extent_t, layout->block_count + 1);
    size_t count = 0;
    for (size_t index = 0; index < layout->block_count; index++) {
        svd_block_t *block = &layout->blocks[index];
        uint64_t size = block->extent_bytes + (block->count ? (block->count - 1) * block->stride : 0);
        if (block->part_count)
            extents[count++] = (extent_t){ block->address, size, size, 1, &block->is_alias };
    }
    mark_overlaps(extents, count);
}

static void name_bits(builder_t *builder, const svd_block_t *block, svd_part_t *parts, size_t part_count)
{
    for (size_t index = 0; index < part_count && !builder->is_bad; index++) {
        svd_part_t *part = &parts[index];
        name_bits(builder, block, part->parts, part->part_count);
        stem_t stem = { .scope = ++builder->scope_count };
        stem.lower = svd_hash(svd_hash(svd_hash(SVD_HASH_START, block->snake), "_"), part->path);
        stem.upper = svd_hash(svd_hash(svd_hash(macro_salt, block->snake), "_"), part->path);
        for (size_t one = 0; one < part->bit_count; one++) {
            svd_bits_t *bits = &part->bits[one];
            const char *wanted = bits->name, *snake;
            if (svd_is_gap(bits))
                continue;
            stem.is_array = bits->count != 0;
            bits->name = take_name(builder, identify_bits, &stem, wanted, NULL, &snake);
            note_name(builder, &bits->notes, bits->source->words[SVD_NAME], wanted, bits->name);
        }
    }
}

/* ---- names of enums */

enum { NAME_LEVELS = 3, MOST_JOINED_VALUES = 3, MOST_JOINED_BYTES = 32 };

/* From the shortest name on: the field's, the block's and field's, the whole path. What all uses have in common comes
 * first; NULL where there is no name of this level. */
static const char *enum_candidate(builder_t *builder, const svd_enum_t *enumeration, unsigned level)
{
    const char *own = enumeration->given_name
        ? svd_mend_name(builder->arena, enumeration->given_name, NULL, "values", false) : enumeration->field_name;
    if (level == 2)
        return arena_format(builder->arena, "%s_%s", enumeration->block_name, enumeration->register_path);
    if (own)
        return level == 0 ? own : arena_format(builder->arena, "%s_%s", enumeration->block_name, own);
    if (enumeration->value_count > MOST_JOINED_VALUES || level == 1)
        return NULL;
    const char *joined = "";
    for (size_t index = 0; index < enumeration->value_count; index++)
        joined = arena_format(builder->arena, "%s%s%s", joined, index ? "_" : "", enumeration->values[index].name);
    return strlen(joined) <= MOST_JOINED_BYTES && isalpha((unsigned char)*joined) ? joined : NULL;
}

static bool is_type_name(const char *name)
{
    for (unsigned index = 0; index < plain_type_count; index++)
        if (strcmp(plain_types[index].name, name) == 0)
            return true;
    return (*name == 'u' || *name == 'i') && name[1] && !name[1 + strspn(name + 1, "0123456789")];
}

static bool claim_enum(builder_t *builder, const svd_enum_t *enumeration, const char *name)
{
    static const char *const functions[] = { "_t", "_is_valid", "_name", NULL };
    const char *snake = snake_case(builder->arena, name);
    identifiers_t identifiers = { .count = 0 };
    uint64_t upper = svd_hash(svd_hash(macro_salt, snake), "_");
    if (is_type_name(name))
        return false;
    add_hash(&identifiers, local_hash(0, snake));
    add_each(&identifiers, svd_hash(SVD_HASH_START, snake), functions);
    for (size_t index = 0; index < enumeration->value_count; index++)
        if (svd_is_claimed(&builder->claims, svd_hash(upper, enumeration->values[index].snake)))
            return false;
    if (!claim_all(builder, &identifiers))
        return false;
    for (size_t index = 0; index < enumeration->value_count; index++)
        svd_claim(&builder->claims, svd_hash(upper, enumeration->values[index].snake));
    return true;
}

/* The shortest name that no other enum could have as well, and that is free. */
static void name_enums(builder_t *builder)
{
    svd_claims_t once = { 0 }, often = { 0 };
    for (size_t index = 0; index < builder->enum_count; index++)
        for (unsigned level = 0; level < NAME_LEVELS; level++) {
            const char *name = enum_candidate(builder, builder->enums[index], level);
            uint64_t hash = name ? local_hash(level, snake_case(builder->arena, name)) : 0;
            if (name)
                svd_claim(svd_is_claimed(&once, hash) ? &often : &once, hash);
        }
    for (size_t index = 0; index < builder->enum_count; index++) {
        svd_enum_t *enumeration = builder->enums[index];
        for (unsigned level = 0; level < NAME_LEVELS && !enumeration->name; level++) {
            const char *name = enum_candidate(builder, enumeration, level);
            if (name && !svd_is_claimed(&often, local_hash(level, snake_case(builder->arena, name)))
                && claim_enum(builder, enumeration, name))
                enumeration->name = name;
        }
        for (unsigned long long number = 2; !enumeration->name; number = number < TRIED_NAMES ? number + 1
             : ++builder->scope_count + 1000) {
            const char *name = arena_format(builder->arena, "%s_%llu", enum_candidate(builder, enumeration, 2), number);
            if (claim_enum(builder, enumeration, name))
                enumeration->name = name;
        }
    }
    svd_claims_free(&once);
    svd_claims_free(&often);
}

/* ---- interrupts */

static int compare_interrupts(const void *left, const void *right)
{
    const svd_element_t *a = *(const svd_element_t *const *)left, *b = *(const svd_element_t *const *)right;
    uint64_t first = a->numbers[SVD_VALUE], second = b->numbers[SVD_VALUE];
    return first != second ? (first < second ? -1 : 1) : a->place < b->place ? -1 : a->place > b->place;
}

static bool ends_with(const char *name, const char *end)
{
    size_t length = strlen(name), end_length = strlen(end);
    return length >= end_length && strcasecmp(name + length - end_length, end) == 0;
}

/* "UART0" becomes UART0_IRQ; "UART0_IRQ", "UART0_IRQn" and "PIO0_IRQ_1" stay that. */
static const char *interrupt_name(builder_t *builder, const char *original)
{
    const char *name = svd_mend_name(builder->arena, original, NULL, "unnamed", false);
    if (ends_with(name, "_IRQn"))
        return arena_copy(builder->arena, name, strlen(name) - 1);
    return strstr(name, "IRQ") ? name : arena_format(builder->arena, "%s_IRQ", name);
}

/* Several peripherals may name the same interrupt. */
static void make_interrupts(builder_t *builder, svd_layout_t *layout)
{
    size_t count = 0, most = 0;
    for (const svd_element_t *peripheral = layout->device->first; peripheral; peripheral = peripheral->next)
        for (const svd_element_t *child = peripheral->first; child; child = child->next)
            most += child->kind == SVD_INTERRUPT;
    const svd_element_t **sorted = ARENA_ARRAY(builder->arena, const svd_element_t *, most + 1);
    for (const svd_element_t *peripheral = layout->device->first; peripheral; peripheral = peripheral->next)
        for (const svd_element_t *child = peripheral->first; child; child = child->next)
            if (child->kind == SVD_INTERRUPT && svd_has(child, SVD_VALUE) && child->words[SVD_NAME])
                sorted[count++] = child;
            else if (child->kind == SVD_INTERRUPT)
                MENDED(builder, &layout->notes, "interrupt %s left out: it has no %s",
                       quoted(builder, child->words[SVD_NAME]), child->words[SVD_NAME] ? "number" : "name");
    qsort(sorted, count, sizeof *sorted, compare_interrupts);
    layout->interrupts = ARENA_ARRAY(builder->arena, svd_interrupt_t, count + 1);
    uint64_t same_scope = ++builder->scope_count;
    for (size_t index = 0; index < count; index++) {
        const svd_element_t *element = sorted[index];
        uint64_t same = local_hash(same_scope, arena_format(builder->arena, "%s=%llu", element->words[SVD_NAME],
                                                            (unsigned long long)element->numbers[SVD_VALUE]));
        if (svd_is_claimed(&builder->claims, same))
            continue;
        svd_claim(&builder->claims, same);
        svd_interrupt_t *interrupt = &layout->interrupts[layout->interrupt_count++];
        const char *original = element->words[SVD_NAME], *wanted = interrupt_name(builder, original), *snake;
        stem_t stem = { .scope = 0, .upper = macro_salt };
        *interrupt = (svd_interrupt_t){ .doc = element->words[SVD_DESCRIPTION], .number = element->numbers[SVD_VALUE] };
        interrupt->name = take_name(builder, identify_constant, &stem, wanted, NULL, &snake);
        note_name(builder, &interrupt->notes, strcmp(interrupt->name, wanted) != 0 ? original : NULL, wanted,
                  interrupt->name);
    }
}

/* ---- the whole */

static void name_layout(builder_t *builder, svd_layout_t *layout)
{
    const char *original = layout->device->words[SVD_NAME];
    const char *name = svd_mend_name(builder->arena, original ? original : "", NULL, "device", false);
    layout->name = snake_case(builder->arena, name);
    if (isdigit((unsigned char)*layout->name) || is_reserved_prefix(layout->name))
        layout->name = arena_format(builder->arena, "device_%s", layout->name);
    note_trouble(builder, &layout->notes, layout->device);
    if (!original)
        MENDED(builder, &layout->notes, "the file does not name the device");
}

svd_layout_t *svd_layout(arena_t *arena, const svd_element_t *device, svd_error_t *error)
{
    svd_layout_t *layout = ARENA_NEW(arena, svd_layout_t);
    builder_t builder = { .arena = arena, .layout = layout, .error = error };
    block_list_t list = { 0 };
    properties_t none = { .size_bits = 32, .reset_mask = UINT64_MAX };
    properties_t properties = inherit(&none, device);
    layout->device = device;
    name_layout(&builder, layout);
    for (size_t index = 0; index < device->member_count && !builder.is_bad; index++)
        make_blocks(&builder, &list, device->members[index]);
    layout->blocks = list.blocks;
    layout->block_count = list.count;
    for (size_t index = 0; index < list.count && !builder.is_bad; index++)
        fill_block(&builder, &properties, &list.blocks[index]);
    for (size_t index = 0; index < list.count && !builder.is_bad; index++)
        name_bits(&builder, &list.blocks[index], list.blocks[index].parts, list.blocks[index].part_count);
    place_blocks(&builder, layout);
    name_enums(&builder);
    make_interrupts(&builder, layout);
    svd_claims_free(&builder.claims);
    return builder.is_bad ? NULL : layout;
}
