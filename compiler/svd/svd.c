/* Reading CMSIS-SVD with expat; see svd.h. Which tag makes an element, a word or a number is one table. */
#include "svd.h"

#include <ctype.h>
#include <expat.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"
#include "utf8.h"

/* Bounds that no real device meets. Members count again where an element has some besides those of its base. */
enum { DEEPEST = 64, LONGEST_DERIVATION = 64, MOST_MEMBERS = 1 << 22 };
enum { TAG_BUCKETS = 256, LONGEST_WORD_BYTES = 200, LONGEST_TEXT_BYTES = 1 << 14, MOST_BYTES_AT_ONCE = 1 << 30 };

/* ---- tags */

typedef enum tag_kind { TAG_ELEMENT, TAG_WRAPPER, TAG_WORD, TAG_NUMBER } tag_kind_t;

#define IN(KIND) (1u << (KIND))
#define IN_ANY UINT32_MAX
#define IN_REGISTERS (IN(SVD_PERIPHERAL) | IN(SVD_CLUSTER))

/* `value` is the kind of an element, or the word or number that is meant; `parents` are the elements that it belongs
 * to: elsewhere it is passed over with all that is in it, as are tags that are not here. */
typedef struct tag { const char *name; tag_kind_t kind; int value; uint32_t parents; } tag_t;

static const tag_t tags[] = {
    { "device", TAG_ELEMENT, SVD_DEVICE, 0 },
    { "cpu", TAG_ELEMENT, SVD_CPU, IN(SVD_DEVICE) },
    { "peripheral", TAG_ELEMENT, SVD_PERIPHERAL, IN(SVD_DEVICE) },
    { "addressBlock", TAG_ELEMENT, SVD_ADDRESS_BLOCK, IN(SVD_PERIPHERAL) },
    { "interrupt", TAG_ELEMENT, SVD_INTERRUPT, IN(SVD_PERIPHERAL) },
    { "cluster", TAG_ELEMENT, SVD_CLUSTER, IN_REGISTERS },
    { "register", TAG_ELEMENT, SVD_REGISTER, IN_REGISTERS },
    { "field", TAG_ELEMENT, SVD_FIELD, IN(SVD_REGISTER) },
    { "enumeratedValues", TAG_ELEMENT, SVD_ENUMERATION, IN(SVD_FIELD) },
    { "enumeratedValue", TAG_ELEMENT, SVD_ENUMERATOR, IN(SVD_ENUMERATION) },
    { "range", TAG_ELEMENT, SVD_RANGE, IN(SVD_REGISTER) | IN(SVD_FIELD) },

    { "peripherals", TAG_WRAPPER, 0, IN(SVD_DEVICE) },
    { "registers", TAG_WRAPPER, 0, IN(SVD_PERIPHERAL) },
    { "fields", TAG_WRAPPER, 0, IN(SVD_REGISTER) },
    { "writeConstraint", TAG_WRAPPER, 0, IN(SVD_REGISTER) | IN(SVD_FIELD) },

    { "name", TAG_WORD, SVD_NAME, IN_ANY },
    { "description", TAG_WORD, SVD_DESCRIPTION, IN_ANY },
    { "vendor", TAG_WORD, SVD_VENDOR, IN(SVD_DEVICE) },
    { "version", TAG_WORD, SVD_VERSION, IN(SVD_DEVICE) | IN(SVD_PERIPHERAL) },
    { "groupName", TAG_WORD, SVD_GROUP_NAME, IN(SVD_PERIPHERAL) },
    { "prependToName", TAG_WORD, SVD_PREPEND, IN(SVD_PERIPHERAL) },
    { "appendToName", TAG_WORD, SVD_APPEND, IN(SVD_PERIPHERAL) },
    { "alternatePeripheral", TAG_WORD, SVD_ALTERNATE_PERIPHERAL, IN(SVD_PERIPHERAL) },
    { "alternateCluster", TAG_WORD, SVD_ALTERNATE_CLUSTER, IN(SVD_CLUSTER) },
    { "alternateRegister", TAG_WORD, SVD_ALTERNATE_REGISTER, IN(SVD_REGISTER) },
    { "alternateGroup", TAG_WORD, SVD_ALTERNATE_GROUP, IN(SVD_REGISTER) },
    { "disableCondition", TAG_WORD, SVD_DISABLE_CONDITION, IN(SVD_PERIPHERAL) },
    { "dimIndex", TAG_WORD, SVD_DIM_INDEX, IN_ANY },
    { "dataType", TAG_WORD, SVD_DATA_TYPE, IN(SVD_REGISTER) },
    { "bitRange", TAG_WORD, SVD_BIT_RANGE, IN(SVD_FIELD) },
    { "usage", TAG_WORD, SVD_USAGE, IN(SVD_ADDRESS_BLOCK) | IN(SVD_ENUMERATION) },
    { "value", TAG_WORD, SVD_VALUE_TEXT, IN(SVD_ENUMERATOR) },
    { "isDefault", TAG_WORD, SVD_IS_DEFAULT, IN(SVD_ENUMERATOR) },
    { "endian", TAG_WORD, SVD_ENDIAN, IN(SVD_CPU) },
    { "revision", TAG_WORD, SVD_REVISION, IN(SVD_CPU) },
    { "access", TAG_WORD, SVD_ACCESS_TEXT, IN_ANY },
    { "modifiedWriteValues", TAG_WORD, SVD_WRITE_TEXT, IN(SVD_REGISTER) | IN(SVD_FIELD) },
    { "readAction", TAG_WORD, SVD_READ_TEXT, IN(SVD_REGISTER) | IN(SVD_FIELD) },

    { "baseAddress", TAG_NUMBER, SVD_BASE_ADDRESS, IN(SVD_PERIPHERAL) },
    { "addressOffset", TAG_NUMBER, SVD_OFFSET, IN(SVD_CLUSTER) | IN(SVD_REGISTER) },
    { "offset", TAG_NUMBER, SVD_OFFSET, IN(SVD_ADDRESS_BLOCK) },
    { "size", TAG_NUMBER, SVD_SIZE, IN_ANY },
    { "resetValue", TAG_NUMBER, SVD_RESET_VALUE, IN_ANY },
    { "resetMask", TAG_NUMBER, SVD_RESET_MASK, IN_ANY },
    { "dim", TAG_NUMBER, SVD_DIM, IN_ANY },
    { "dimIncrement", TAG_NUMBER, SVD_DIM_INCREMENT, IN_ANY },
    { "bitOffset", TAG_NUMBER, SVD_BIT_OFFSET, IN(SVD_FIELD) },
    { "bitWidth", TAG_NUMBER, SVD_BIT_WIDTH, IN(SVD_FIELD) },
    { "lsb", TAG_NUMBER, SVD_LSB, IN(SVD_FIELD) },
    { "msb", TAG_NUMBER, SVD_MSB, IN(SVD_FIELD) },
    { "value", TAG_NUMBER, SVD_VALUE, IN(SVD_INTERRUPT) },
    { "minimum", TAG_NUMBER, SVD_MINIMUM, IN(SVD_RANGE) },
    { "maximum", TAG_NUMBER, SVD_MAXIMUM, IN(SVD_RANGE) },
};

enum { TAG_COUNT = sizeof tags / sizeof *tags };

typedef struct index_entry { uint64_t hash; svd_element_t *element; } index_entry_t;

typedef struct reader {
    arena_t *arena;
    names_t *names;
    XML_Parser parser;
    svd_error_t *error;
    bool is_bad;
    uint8_t buckets[TAG_BUCKETS];            /* 1 + the index of a tag, or 0 */
    svd_element_t *device, *element;         /* the innermost that is open */
    uint8_t is_element[DEEPEST];             /* of each tag that is open and not passed over */
    unsigned depth, skipped;                 /* tags open; of them within one that is passed over */
    const tag_t *leaf;                       /* whose characters are gathered, or NULL */
    text_t characters;
    size_t element_count;
    index_entry_t *index;                    /* elements by scope, kind and name */
    size_t index_capacity;
    size_t member_count;
} reader_t;

static uint64_t hash_bytes(uint64_t hash, const char *chars)
{
    for (; *chars; chars++)
        hash = (hash ^ (uint8_t)*chars) * UINT64_C(1099511628211);
    return hash;
}

static unsigned tag_bucket(const char *name)
{
    uint64_t hash = hash_bytes(UINT64_C(14695981039346656037), name);
    return (unsigned)(hash ^ hash >> 32) % TAG_BUCKETS;
}

static void fill_buckets(reader_t *reader)
{
    for (unsigned index = 0; index < TAG_COUNT; index++) {
        unsigned bucket = tag_bucket(tags[index].name);
        while (reader->buckets[bucket])
            bucket = (bucket + 1) % TAG_BUCKETS;
        reader->buckets[bucket] = (uint8_t)(index + 1);
    }
}

/* The row of a tag within an element of this kind; the same tag may have rows for several kinds. */
static const tag_t *find_tag(const reader_t *reader, const char *name, svd_kind_t parent)
{
    for (unsigned bucket = tag_bucket(name); reader->buckets[bucket]; bucket = (bucket + 1) % TAG_BUCKETS) {
        const tag_t *tag = &tags[reader->buckets[bucket] - 1];
        if (tag->parents >> parent & 1 && strcmp(tag->name, name) == 0)
            return tag;
    }
    return NULL;
}

/* ---- values */

bool svd_parse_number(const char *text, uint64_t *value)
{
    unsigned base = 10;
    uint64_t number = 0;
    text += *text == '+';
    if (text[0] == '#')
        base = 2, text++;
    else if (text[0] == '0' && (text[1] | 0x20) == 'x')
        base = 16, text += 2;
    else if (text[0] == '0' && (text[1] | 0x20) == 'b')
        base = 2, text += 2;
    const char *start = text;
    for (; isxdigit((unsigned char)*text); text++) {
        bool is_decimal = isdigit((unsigned char)*text) != 0;
        unsigned digit = (unsigned)(is_decimal ? *text - '0' : (*text | 0x20) - 'a' + 10);
        if (digit >= base)
            return false;
        if (number > (UINT64_MAX - digit) / base)
            return false;
        number = number * base + digit;
    }
    if (text == start)
        return false;
    static const char suffixes[] = "kmgt";
    const char *suffix = *text ? strchr(suffixes, *text | 0x20) : NULL;
    if (suffix) {
        unsigned shift = 10 * (unsigned)(suffix - suffixes + 1);
        if (number > UINT64_MAX >> shift)
            return false;
        number <<= shift;
        text++;
    }
    /* C's suffixes are common. */
    text += strspn(text, "uUlL");
    *value = number;
    return *text == 0;
}

/* How many bytes of UTF-8 at `at` stand for what no comment should hold: controls, marks that change the direction of
 * writing, line separators; 0 where they are a printing character. */
static unsigned invisible_bytes(const unsigned char *at)
{
    if (*at < ' ' || *at == 0x7F)
        return 1;
    if (*at == 0xC2 && at[1] >= 0x80 && at[1] <= 0x9F)
        return 2;
    if (*at == 0xE2 && ((at[1] == 0x80 && ((at[2] >= 0x8B && at[2] <= 0x8F) || (at[2] >= 0xA8 && at[2] <= 0xAE)))
                        || (at[1] == 0x81 && at[2] >= 0xA0 && at[2] <= 0xAF)))
        return 3;
    return 0;
}

static bool is_name_word(int word) { return word == SVD_NAME || word == SVD_DERIVED_FROM; }

static size_t longest_bytes(int word)
{
    return word == SVD_DESCRIPTION || word == SVD_DIM_INDEX ? LONGEST_TEXT_BYTES : LONGEST_WORD_BYTES;
}

/* The characters gathered as words with one blank between, in the arena or interned; what is longer than any real file
 * has it is cut. "\n" written as two characters is a newline in SVD. */
static const char *clean_words(reader_t *reader, int word)
{
    bool is_name = is_name_word(word);
    const char *chars = text_chars(&reader->characters);
    size_t length = reader->characters.length_bytes;
    char *to = reader->characters.chars, *start = to;
    for (size_t at = 0; at < length;) {
        unsigned skipped = chars[at] == ' ' ? 1 : chars[at] == '\\' && chars[at + 1] == 'n' && !is_name ? 2
            : invisible_bytes((const unsigned char *)chars + at);
        if (!skipped) {
            *to++ = chars[at++];
            continue;
        }
        at += skipped;
        if (to > start && to[-1] != ' ')
            *to++ = ' ';
    }
    if (to > start && to[-1] == ' ')
        to--;
    if ((size_t)(to - start) > longest_bytes(word)) {
        to = start + longest_bytes(word);
        while (((unsigned char)*to & 0xC0) == 0x80)
            to--;
    }
    return is_name ? name_intern(reader->names, start, (size_t)(to - start))
                   : arena_copy(reader->arena, start, (size_t)(to - start));
}

static void keep_leaf(reader_t *reader)
{
    const tag_t *tag = reader->leaf;
    svd_element_t *element = reader->element;
    const char *words = clean_words(reader, tag->kind == TAG_WORD ? tag->value : SVD_VALUE_TEXT);
    if (tag->kind == TAG_WORD) {
        if (*words)
            element->words[tag->value] = words;
    } else if (svd_parse_number(words, &element->numbers[tag->value])) {
        element->has_numbers |= 1u << tag->value;
    } else if (!element->trouble) {
        element->trouble = arena_format(reader->arena, "<%s> is no number: \"%s\"", tag->name, words);
    }
}

/* ---- the events of expat */

static void fail(reader_t *reader, const char *message)
{
    if (reader->is_bad)
        return;
    reader->is_bad = true;
    XML_Index place = XML_GetCurrentByteIndex(reader->parser);
    *reader->error = (svd_error_t){ place < 0 ? 0 : (size_t)place, message };
    XML_StopParser(reader->parser, XML_FALSE);
}

static void open_element(reader_t *reader, svd_kind_t kind, const char **attributes)
{
    svd_element_t *element = ARENA_NEW(reader->arena, svd_element_t), *parent = reader->element;
    element->kind = kind;
    element->place = (size_t)XML_GetCurrentByteIndex(reader->parser);
    element->parent = parent;
    reader->element_count++;
    for (; *attributes; attributes += 2)
        if (strcmp(attributes[0], "derivedFrom") == 0 && *attributes[1]) {
            reader->characters.length_bytes = 0;
            text_put_string(&reader->characters, attributes[1]);
            element->words[SVD_DERIVED_FROM] = clean_words(reader, SVD_DERIVED_FROM);
        }
    if (parent) {
        if (parent->last)
            parent->last->next = element;
        else
            parent->first = element;
        parent->last = element;
    } else {
        reader->device = element;
    }
    reader->element = element;
}

static void XMLCALL start_tag(void *context, const char *name, const char **attributes)
{
    reader_t *reader = context;
    const tag_t *tag = NULL;
    if (reader->is_bad)
        return;
    if (reader->skipped || reader->leaf) {
        reader->skipped++;
        return;
    }
    if (reader->depth == DEEPEST) {
        fail(reader, "this is nested too deep to be a device");
        return;
    }
    if (reader->element)
        tag = find_tag(reader, name, reader->element->kind);
    else if (strcmp(name, "device") == 0)
        tag = &tags[0];
    if (!tag && !reader->element) {
        fail(reader, arena_format(reader->arena, "this is no CMSIS-SVD file: it begins with <%.40s>, not with <device>",
                                  name));
        return;
    }
    if (!tag) {
        reader->skipped = 1;
        return;
    }
    reader->is_element[reader->depth++] = tag->kind == TAG_ELEMENT;
    if (tag->kind == TAG_ELEMENT) {
        open_element(reader, (svd_kind_t)tag->value, attributes);
    } else if (tag->kind != TAG_WRAPPER) {
        reader->leaf = tag;
        reader->characters.length_bytes = 0;
    }
}

static void XMLCALL end_tag(void *context, const char *name)
{
    reader_t *reader = context;
    (void)name;
    if (reader->is_bad)
        return;
    if (reader->skipped) {
        reader->skipped--;
        return;
    }
    if (reader->leaf)
        keep_leaf(reader);
    reader->leaf = NULL;
    if (reader->is_element[--reader->depth])
        reader->element = reader->element->parent;
}

static void XMLCALL add_characters(void *context, const char *chars, int length)
{
    reader_t *reader = context;
    if (reader->leaf && !reader->skipped)
        text_put_bytes(&reader->characters, chars, (size_t)length);
}

/* The bytes say what they are: what vendors' files declare is often not so. NULL: UTF-16, which expat tells itself. */
static const char *encoding_of(const char *chars, size_t length_bytes)
{
    if (length_bytes >= 2 && (!chars[0] || !chars[1] || memcmp(chars, "\xFF\xFE", 2) == 0
                              || memcmp(chars, "\xFE\xFF", 2) == 0))
        return NULL;
    for (size_t at = 0; at < length_bytes;) {
        utf8_character_t character = utf8_decode(chars + at, length_bytes - at);
        if (!character.is_valid)
            return "ISO-8859-1";
        at += character.byte_count;
    }
    return "UTF-8";
}

static bool parse(reader_t *reader, const char *chars, size_t length_bytes)
{
    reader->parser = XML_ParserCreate(encoding_of(chars, length_bytes));
    if (!reader->parser)
        out_of_memory();
    XML_SetUserData(reader->parser, reader);
    XML_SetElementHandler(reader->parser, start_tag, end_tag);
    XML_SetCharacterDataHandler(reader->parser, add_characters);
    enum XML_Status status = XML_STATUS_OK;
    do {
        size_t piece = length_bytes < MOST_BYTES_AT_ONCE ? length_bytes : MOST_BYTES_AT_ONCE;
        length_bytes -= piece;
        status = XML_Parse(reader->parser, chars, (int)piece, length_bytes == 0);
        chars += piece;
    } while (length_bytes && status == XML_STATUS_OK);
    if (status != XML_STATUS_OK) {
        enum XML_Error code = XML_GetErrorCode(reader->parser);
        if (code == XML_ERROR_NO_MEMORY)
            out_of_memory();
        fail(reader, arena_format(reader->arena, "%s", XML_ErrorString(code)));
    }
    XML_ParserFree(reader->parser);
    text_free(&reader->characters);
    return !reader->is_bad;
}

/* ---- derivation */

static uint64_t index_hash(const void *scope, svd_kind_t kind, const char *name)
{
    uint64_t hash = ((uint64_t)(uintptr_t)scope ^ (uint64_t)(uintptr_t)name << 20 ^ (uint64_t)(uintptr_t)name >> 17)
        + (uint64_t)kind;
    hash = (hash ^ hash >> 31) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 29;
}

/* The first of a kind and name directly within a scope. Names are interned. */
static index_entry_t *index_find(const reader_t *reader, const void *scope, svd_kind_t kind, const char *name)
{
    uint64_t hash = index_hash(scope, kind, name);
    size_t bucket = (size_t)hash & (reader->index_capacity - 1);
    while (reader->index[bucket].element && reader->index[bucket].hash != hash)
        bucket = (bucket + 1) & (reader->index_capacity - 1);
    return &reader->index[bucket];
}

/* Stands for the scope and all levels below it; of NULL, for the device. */
static const void *all_within(const svd_element_t *scope) { return scope ? &scope->kind + 1 : NULL; }

static void index_add(reader_t *reader, const void *scope, svd_element_t *element)
{
    index_entry_t *entry = index_find(reader, scope, element->kind, element->words[SVD_NAME]);
    if (!entry->element)
        *entry = (index_entry_t){ index_hash(scope, element->kind, element->words[SVD_NAME]), element };
}

static bool is_derivable(svd_kind_t kind)
{
    return kind == SVD_PERIPHERAL || kind == SVD_CLUSTER || kind == SVD_REGISTER || kind == SVD_FIELD
        || kind == SVD_ENUMERATION;
}

static void index_all(reader_t *reader, svd_element_t *element)
{
    if (is_derivable(element->kind) && element->words[SVD_NAME]) {
        const svd_element_t *around = element->parent;
        index_add(reader, all_within(NULL), element);
        index_add(reader, around, element);
        for (; around; around = around->parent)
            if (around->kind == SVD_REGISTER || around->kind == SVD_PERIPHERAL)
                index_add(reader, all_within(around), element);
    }
    for (svd_element_t *child = element->first; child; child = child->next)
        index_all(reader, child);
}

static void derive(reader_t *reader, svd_element_t *element, unsigned depth);

/* Also what the scope has from its own base. */
static svd_element_t *find_within(reader_t *reader, svd_element_t *scope, svd_kind_t kind, const char *name,
                                  unsigned depth)
{
    if (scope && scope->words[SVD_DERIVED_FROM])
        derive(reader, scope, depth + 1);
    for (; scope; scope = scope->base) {
        svd_element_t *found = index_find(reader, scope, kind, name)->element;
        if (found)
            return found;
    }
    return NULL;
}

static svd_element_t *find_any_within(reader_t *reader, svd_element_t *scope, const char *name, unsigned depth)
{
    static const svd_kind_t kinds[] = { SVD_PERIPHERAL, SVD_CLUSTER, SVD_REGISTER, SVD_FIELD };
    svd_element_t *found = NULL;
    for (unsigned index = 0; !found && index < sizeof kinds / sizeof *kinds; index++)
        found = find_within(reader, scope, kinds[index], name, depth);
    return found;
}

/* Follows "UART0.CTRL.MODE" down from a scope. */
static svd_element_t *follow_path(reader_t *reader, svd_element_t *scope, svd_kind_t kind, const char *path,
                                  unsigned depth)
{
    const char *dot;
    while (scope && (dot = strchr(path, '.')) != NULL) {
        scope = find_any_within(reader, scope, name_intern(reader->names, path, (size_t)(dot - path)), depth);
        path = dot + 1;
    }
    if (!scope)
        return NULL;
    svd_element_t *found = find_within(reader, scope, kind, name_intern_string(reader->names, path), depth);
    if (found || kind != SVD_ENUMERATION)
        return found;
    /* A path to a field means its enumeration. */
    svd_element_t *field = find_within(reader, scope, SVD_FIELD, name_intern_string(reader->names, path), depth);
    for (found = field ? field->first : NULL; found && found->kind != SVD_ENUMERATION;)
        found = found->next;
    return found;
}

/* What a derivedFrom means: the nearest of that name, from the element's own parent outwards; then the first anywhere in
 * its register, its peripheral, the device. */
static svd_element_t *find_base(reader_t *reader, const svd_element_t *element, unsigned depth)
{
    const char *path = element->words[SVD_DERIVED_FROM];
    for (svd_element_t *scope = element->parent; scope; scope = scope->parent) {
        svd_element_t *found = index_find(reader, scope, element->kind, path)->element;
        if (!found && depth < LONGEST_DERIVATION)
            found = follow_path(reader, scope, element->kind, path, depth);
        if (found && found != element)
            return found;
    }
    for (svd_element_t *scope = element->parent; scope; scope = scope->parent) {
        svd_element_t *found = index_find(reader, all_within(scope), element->kind, path)->element;
        if (found && found != element)
            return found;
    }
    svd_element_t *found = index_find(reader, all_within(NULL), element->kind, path)->element;
    return found != element ? found : NULL;
}

static bool is_within(const svd_element_t *element, const svd_element_t *around)
{
    while (element && element != around)
        element = element->parent;
    return element != NULL;
}

/* An element of its own name, not a list, takes no list from its base. */
static void take_numbers(svd_element_t *element, const svd_element_t *base, bool has_bit_range)
{
    bool is_list = element->words[SVD_NAME] && strstr(element->words[SVD_NAME], "%s");
    bool has_offset = svd_has(element, SVD_BIT_OFFSET);
    bool has_bits = has_offset || svd_has(element, SVD_LSB) || has_bit_range;
    for (int number = 0; number < SVD_NUMBER_COUNT; number++) {
        bool is_of_list = number == SVD_DIM || number == SVD_DIM_INCREMENT;
        if (svd_has(element, (svd_number_t)number) || !svd_has(base, (svd_number_t)number) || (is_of_list && !is_list))
            continue;
        /* A place is given in one of three ways. */
        bool is_bits = number >= SVD_BIT_OFFSET && number <= SVD_MSB;
        if (is_bits && has_bits && !(number == SVD_BIT_WIDTH && has_offset))
            continue;
        element->numbers[number] = base->numbers[number];
        element->has_numbers |= 1u << number;
    }
}

static void take_words(svd_element_t *element, const svd_element_t *base)
{
    bool is_list = element->words[SVD_NAME] && strstr(element->words[SVD_NAME], "%s");
    bool has_bits = svd_has(element, SVD_BIT_OFFSET) || svd_has(element, SVD_LSB);
    for (int word = 0; word < SVD_WORD_COUNT; word++) {
        if (element->words[word] || word == SVD_DERIVED_FROM || (word == SVD_DIM_INDEX && !is_list)
            || (word == SVD_BIT_RANGE && has_bits) || (word >= SVD_ALTERNATE_PERIPHERAL && word <= SVD_ALTERNATE_GROUP))
            continue;
        element->words[word] = base->words[word];
    }
}

static void derive(reader_t *reader, svd_element_t *element, unsigned depth)
{
    enum { UNTOUCHED, UNDER_WAY, DONE };
    if (element->derivation != UNTOUCHED)
        return;
    element->derivation = UNDER_WAY;
    const char *name = element->words[SVD_DERIVED_FROM];
    svd_element_t *base = name ? find_base(reader, element, depth) : NULL;
    if (base && base->words[SVD_DERIVED_FROM] && base->derivation == UNTOUCHED && depth < LONGEST_DERIVATION)
        derive(reader, base, depth + 1);
    bool is_whole = base && (!base->words[SVD_DERIVED_FROM] || base->derivation == DONE) && !is_within(element, base)
        && base->base_count < LONGEST_DERIVATION;
    if (is_whole) {
        bool has_bit_range = element->words[SVD_BIT_RANGE] != NULL;
        take_words(element, base);
        take_numbers(element, base, has_bit_range);
        element->base = base;
        element->base_count = (uint8_t)(base->base_count + 1);
    } else if (name && !element->trouble) {
        element->trouble = arena_format(reader->arena, base ? "derivedFrom=\"%s\" leads back to itself"
                                                            : "derivedFrom=\"%s\": there is no such thing", name);
    }
    element->derivation = DONE;
}

static void derive_all(reader_t *reader, svd_element_t *element)
{
    if (element->words[SVD_DERIVED_FROM])
        derive(reader, element, 0);
    for (svd_element_t *child = element->first; child; child = child->next)
        derive_all(reader, child);
}

static bool is_member(svd_kind_t kind)
{
    return kind == SVD_PERIPHERAL || kind == SVD_CLUSTER || kind == SVD_REGISTER || kind == SVD_FIELD
        || kind == SVD_ENUMERATION || kind == SVD_ENUMERATOR;
}

/* An own member takes the place of the base's of the same name; enumerations do so altogether. */
static bool is_replaced(reader_t *reader, svd_element_t *element, size_t own_count, const svd_element_t *member)
{
    if (member->kind == SVD_ENUMERATION)
        return own_count != 0;
    return is_derivable(member->kind) && member->words[SVD_NAME]
        && index_find(reader, element, member->kind, member->words[SVD_NAME])->element != NULL;
}

static void gather_members(reader_t *reader, svd_element_t *element)
{
    size_t own_count = 0;
    if (element->members || reader->is_bad)
        return;
    for (const svd_element_t *child = element->first; child; child = child->next)
        own_count += is_member(child->kind);
    const svd_element_t *base = element->base;
    if (base)
        gather_members(reader, element->base);
    if (base && !own_count) {
        element->members = base->members;
        element->member_count = base->member_count;
        return;
    }
    size_t most = own_count + (base ? base->member_count : 0);
    reader->member_count += most;
    if (reader->member_count > MOST_MEMBERS) {
        reader->is_bad = true;
        *reader->error = (svd_error_t){ element->place, "this is too large to be a device: too much is derived here" };
        return;
    }
    element->members = ARENA_ARRAY(reader->arena, svd_element_t *, most + 1);
    for (size_t index = 0; base && index < base->member_count; index++)
        if (!is_replaced(reader, element, own_count, base->members[index]))
            element->members[element->member_count++] = base->members[index];
    for (svd_element_t *child = element->first; child; child = child->next)
        if (is_member(child->kind))
            element->members[element->member_count++] = child;
}

static void gather_all(reader_t *reader, svd_element_t *element)
{
    gather_members(reader, element);
    for (svd_element_t *child = element->first; child; child = child->next)
        gather_all(reader, child);
}

svd_element_t *svd_read(arena_t *arena, names_t *names, const char *chars, size_t length_bytes, svd_error_t *error)
{
    reader_t reader = { .arena = arena, .names = names, .error = error };
    *error = (svd_error_t){ 0 };
    fill_buckets(&reader);
    if (!parse(&reader, chars, length_bytes))
        return NULL;
    reader.index_capacity = 64;
    while (reader.index_capacity < 5 * reader.element_count)
        reader.index_capacity *= 2;
    reader.index = ARENA_ARRAY(arena, index_entry_t, reader.index_capacity);
    index_all(&reader, reader.device);
    derive_all(&reader, reader.device);
    gather_all(&reader, reader.device);
    return reader.is_bad ? NULL : reader.device;
}
