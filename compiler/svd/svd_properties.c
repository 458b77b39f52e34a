/* What an element says of its access, reset value and lists; see svd_builder.h. */
#include "svd_builder.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { MOST_IN_ARRAY = 1 << 24 };

/* ---- properties */

svd_properties_t svd_inherit(const svd_properties_t *outer, const svd_element_t *element)
{
    svd_properties_t own = *outer;
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

access_t svd_access_of(svd_builder_t *builder, const svd_properties_t *properties, const svd_element_t *element,
                       const char **doc)
{
    access_t access = { WRITE_PLAIN, READ_PLAIN };
    FIND_WORD(word, access_words, properties->access ? properties->access : "read-write");
    if (element->words[SVD_ACCESS_TEXT])
        *doc = svd_sentence(builder, *doc, access_words[word].remark);
    bool can_read = access_words[word].can_read, can_write = access_words[word].can_write;
    if (!can_write) {
        access.write = WRITE_NONE;
    } else if (properties->write) {
        FIND_WORD(kind, write_words, properties->write);
        access.write = write_words[kind].kind;
        if (element->words[SVD_WRITE_TEXT])
            *doc = svd_sentence(builder, *doc, can_read ? write_words[kind].remark
                                                        : write_words[kind].write_only_remark);
    }
    if (!can_read) {
        /* In a write-only field a 0 is neutral; one of which a 0 means something must stay what it is. */
        bool is_zero_neutral = access.write != WRITE_0_CLEARS && access.write != WRITE_0_SETS;
        access = is_zero_neutral ? (access_t){ WRITE_PLAIN, READ_NONE } : access;
    } else if (properties->read) {
        FIND_WORD(kind, read_words, properties->read);
        access.read = read_words[kind].kind;
        if (element->words[SVD_READ_TEXT])
            *doc = svd_sentence(builder, *doc, read_words[kind].remark);
    }
    return access;
}

/* ---- lists */

const char *svd_index_text(svd_builder_t *builder, const svd_dimension_t *dimension, uint64_t index)
{
    return dimension->indices ? dimension->indices[index]
                              : arena_format(builder->arena, "%llu", (unsigned long long)index);
}

/* "3", "0-3" or "A-D": how many indices it stands for, and where wanted, the indices. */
static uint64_t range_of_indices(svd_builder_t *builder, const char *word, size_t length, const char **indices,
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
static uint64_t split_indices(svd_builder_t *builder, const char *text, const char **indices, uint64_t room)
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

svd_dimension_t svd_read_dimension(svd_builder_t *builder, const svd_element_t *element, svd_notes_t *notes)
{
    const char *name = element->words[SVD_NAME] ? element->words[SVD_NAME] : "";
    const char *indices = element->words[SVD_DIM_INDEX];
    svd_dimension_t dimension = { .count = svd_number(element, SVD_DIM, 0),
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
