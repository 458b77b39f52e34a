/* One function a kind of value: see value.h. */
#include "value.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "block_bytes.h"
#include "json_text.h"
#include "nearest.h"
#include "utf8.h"
#include "whole.h"

enum { MOST_NUMBER_CHARS = 80, MOST_NAMES_SHOWN = 8 };

static bool is_bytes(const schema_field_t *field)
{
    return field->type.kind == VALUE_TEXT || field->type.kind == VALUE_BYTES;
}

/* Fixed point: what is written is the value, not the bits. */
static bool is_fixed(const schema_field_t *field)
{
    return field->type.kind != VALUE_FLOAT && strchr(field->type.written, '.') != NULL;
}

static int64_t extended(const schema_type_t *type, uint64_t word)
{
    bool is_negative = type->is_signed && type->width_bits < 64 && word >> (type->width_bits - 1) & 1;
    return (int64_t)(is_negative ? word | ~ones(type->width_bits) : word);
}

static double number_of(const schema_type_t *type, uint64_t word)
{
    return type->is_signed ? (double)extended(type, word) : (double)word;
}

/* ---- physical values */

/* "0.01 degC" is a factor and a unit. */
typedef struct unit { double factor; const char *name; } unit_t;

static unit_t unit_of(const schema_field_t *field)
{
    unit_t unit = { 1, field->unit ? field->unit : "" };
    char *end;
    double factor = strtod(unit.name, &end);
    if (end == unit.name || *end != ' ' || !(factor > 0) || !isfinite(factor))
        return unit;
    return (unit_t){ factor, end + strspn(end, " ") };
}

static bool differs(double left, double right) { return left < right || left > right; }

bool value_is_physical(const schema_field_t *field)
{
    bool is_number = field->type.kind == VALUE_UNSIGNED || field->type.kind == VALUE_SIGNED
        || field->type.kind == VALUE_FLOAT;
    double natural = field->type.fraction_bits ? ldexp(1, -(int)field->type.fraction_bits) : 1;
    return is_number && (field->unit || differs(field->bias, 0) || differs(field->scale, natural));
}

static double raw_number(const schema_field_t *field, uint64_t word)
{
    if (field->type.kind != VALUE_FLOAT)
        return number_of(&field->type, word);
    if (field->type.width_bits == 64) {
        double real;
        memcpy(&real, &word, sizeof real);
        return real;
    }
    float narrow;
    uint32_t bits = (uint32_t)word;
    memcpy(&narrow, &bits, sizeof narrow);
    return (double)narrow;
}

static double physical_number(const schema_field_t *field, uint64_t word)
{
    return (raw_number(field, word) * field->scale + field->bias) * unit_of(field).factor;
}

void value_put_physical(text_t *text, const schema_field_t *field, const uint8_t *bytes, const uint32_t *indices)
{
    unit_t unit = unit_of(field);
    unsigned digits = field->type.kind == VALUE_FLOAT && field->type.width_bits == 32 ? 7 : 15;
    text_format(text, "%.*g%s%s", (int)digits, physical_number(field, field_read(field, bytes, indices)),
                *unit.name ? " " : "", unit.name);
}

/* ---- out */

static const char *enumerator_name(const schema_field_t *field, uint64_t word)
{
    const schema_enum_t *enumeration = field->type.enumeration;
    for (size_t index = 0; index < enumeration->enumerator_count; index++)
        if (((uint64_t)enumeration->enumerators[index].value & ones(field->type.width_bits)) == word)
            return enumeration->enumerators[index].name.name;
    return NULL;
}

static void put_integer(text_t *text, const schema_field_t *field, uint64_t word)
{
    if (field->type.is_signed)
        text_put_signed(text, extended(&field->type, word));
    else
        text_put_unsigned(text, word);
}

/* The fewest digits that read back to the same bits. */
static void put_real(text_t *text, double real, bool is_narrow)
{
    char digits[MOST_NUMBER_CHARS];
    int precision = 1;
    if (!isfinite(real)) {
        text_put_string(text, isnan(real) ? "nan" : real < 0 ? "-inf" : "inf");
        return;
    }
    do {
        snprintf(digits, sizeof digits, "%.*g", precision, real);
    } while (++precision <= 17 && (is_narrow ? differs((double)strtof(digits, NULL), real)
                                             : differs(strtod(digits, NULL), real)));
    /* "-0" would be read as a whole number, which has no sign there. */
    text_put_string(text, signbit(real) && !differs(real, 0) ? "-0.0" : digits);
}

/* NaNs other than the usual one carry bits that a name would lose. */
static bool is_odd_nan(const schema_field_t *field, uint64_t word)
{
    bool is_narrow = field->type.width_bits == 32;
    return isnan(raw_number(field, word)) && word != (is_narrow ? UINT64_C(0x7FC00000) : UINT64_C(0x7FF8) << 48);
}

static bool is_exact(const schema_field_t *field, uint64_t word)
{
    double number = number_of(&field->type, word);
    return fabs(number) <= 0x1p50 && !differs(field->bias, 0);
}

/* How many bytes of a text stand before the NULs at its end. */
static unsigned text_length(const uint8_t *at, unsigned length)
{
    while (length && !at[length - 1])
        length--;
    return length;
}

static bool is_utf8(const char *chars, size_t length)
{
    for (size_t offset = 0; offset < length;) {
        utf8_character_t character = utf8_decode(chars + offset, length - offset);
        if (!character.is_valid || !character.code_point)
            return false;
        offset += character.byte_count;
    }
    return true;
}

static void put_hex_bytes(text_t *text, const uint8_t *at, unsigned length)
{
    for (unsigned index = 0; index < length; index++)
        text_format(text, "%02X", at[index]);
}

static void put_quoted(text_t *text, const char *chars, size_t length)
{
    text_put_char(text, '"');
    for (size_t offset = 0; offset < length;) {
        utf8_character_t character = utf8_decode(chars + offset, length - offset);
        bool is_plain = character.is_valid && character.code_point >= 0x20 && character.code_point != 0x7F;
        if (chars[offset] == '"' || chars[offset] == '\\')
            text_put_char(text, '\\');
        if (is_plain)
            text_put_bytes(text, chars + offset, character.byte_count);
        else
            text_format(text, "\\x%02X", (unsigned)(unsigned char)chars[offset]);
        offset += is_plain ? character.byte_count : 1;
    }
    text_put_char(text, '"');
}

static void put_bytes_value(text_t *text, const schema_field_t *field, const uint8_t *at, bool is_json)
{
    unsigned length = field->type.length_bytes;
    if (field->type.kind == VALUE_BYTES) {
        text_put_string(text, is_json ? "\"" : "");
        put_hex_bytes(text, at, length);
        text_put_string(text, is_json ? "\"" : "");
        return;
    }
    length = text_length(at, length);
    if (!is_json) {
        put_quoted(text, (const char *)at, length);
    } else if (is_utf8((const char *)at, length)) {
        json_put_quoted(text, (const char *)at, length);
    } else {
        text_put_string(text, "{\"hex\": \"");
        put_hex_bytes(text, at, length);
        text_put_string(text, "\"}");
    }
}

static void put_word(text_t *text, const schema_field_t *field, uint64_t word)
{
    const char *name;
    switch (field->type.kind) {
    case VALUE_BOOL:
        text_put_string(text, word ? "true" : "false");
        return;
    case VALUE_ENUM:
        name = enumerator_name(field, word);
        if (name)
            text_put_string(text, name);
        else
            put_integer(text, field, word);
        return;
    case VALUE_FLOAT:
        put_real(text, raw_number(field, word), field->type.width_bits == 32);
        return;
    default:
        if (is_fixed(field))
            put_real(text, number_of(&field->type, word) * field->scale + field->bias, false);
        else
            put_integer(text, field, word);
    }
}

void value_put(text_t *text, const schema_field_t *field, const uint8_t *bytes, const uint32_t *indices)
{
    if (is_bytes(field))
        put_bytes_value(text, field, bytes + field_offset(field, indices), false);
    else
        put_word(text, field, field_read(field, bytes, indices));
}

void value_put_json(text_t *text, const schema_field_t *field, const uint8_t *bytes, const uint32_t *indices)
{
    if (is_bytes(field)) {
        put_bytes_value(text, field, bytes + field_offset(field, indices), true);
        return;
    }
    uint64_t word = field_read(field, bytes, indices);
    bool is_float = field->type.kind == VALUE_FLOAT;
    if ((is_float && is_odd_nan(field, word)) || (is_fixed(field) && !is_exact(field, word))) {
        text_format(text, "{\"raw\": \"0x%llX\"}", (unsigned long long)word);
        return;
    }
    bool is_string = (field->type.kind == VALUE_ENUM && enumerator_name(field, word))
        || (is_float && !isfinite(raw_number(field, word)))
        || (!is_float && !field->type.is_signed && word > INT64_MAX);
    text_put_string(text, is_string ? "\"" : "");
    put_word(text, field, word);
    text_put_string(text, is_string ? "\"" : "");
}

/* ---- in */

static const char *fitting(arena_t *arena, const schema_field_t *field)
{
    const schema_type_t *type = &field->type;
    if (field->has_range)
        return arena_format(arena, "its range is %lld..%lld", (long long)field->range_least,
                            (long long)field->range_most);
    if (is_fixed(field)) {
        double least = type->is_signed ? -ldexp(1, (int)type->width_bits - 1) : 0;
        double most = ldexp(1, (int)type->width_bits - (int)type->is_signed) - 1;
        return arena_format(arena, "%s holds %.15g to %.15g", type->written, least * field->scale + field->bias,
                            most * field->scale + field->bias);
    }
    if (type->is_signed)
        return arena_format(arena, "%s holds %lld to %lld", type->written,
                            -(long long)ones(type->width_bits - 1) - 1, (long long)ones(type->width_bits - 1));
    return arena_format(arena, "%s holds 0 to %llu", type->written, (unsigned long long)ones(type->width_bits));
}

static const char *does_not_fit(arena_t *arena, const schema_field_t *field, const char *written)
{
    return arena_format(arena, "%s does not fit: %s", written, fitting(arena, field));
}

static bool whole_fits(const schema_field_t *field, whole_t whole)
{
    const schema_type_t *type = &field->type;
    if (whole.is_too_large)
        return false;
    if (whole.is_negative && whole.size)
        return type->is_signed && whole.size <= UINT64_C(1) << (type->width_bits - 1);
    return whole.size <= ones(type->width_bits - type->is_signed);
}

static bool is_in_range(const schema_field_t *field, uint64_t word)
{
    if (!field->has_range)
        return true;
    int64_t number = extended(&field->type, word);
    bool is_above = !field->type.is_signed && word > INT64_MAX;
    return !is_above && number >= field->range_least && number <= field->range_most;
}

/* A number with a point or a unit becomes raw bits. */
static const char *real_to_word(arena_t *arena, const schema_field_t *field, const char *written, double real,
                                uint64_t *word)
{
    const schema_type_t *type = &field->type;
    double raw = nearbyint((real - field->bias) / field->scale);
    double least = type->is_signed ? -ldexp(1, (int)type->width_bits - 1) : 0;
    double above = ldexp(1, (int)type->width_bits - (int)type->is_signed);
    if (!(raw >= least && raw < above))
        return does_not_fit(arena, field, written);
    *word = (raw < 0 ? (uint64_t)(int64_t)raw : (uint64_t)raw) & ones(type->width_bits);
    return is_in_range(field, *word) ? NULL : does_not_fit(arena, field, written);
}

static void put_float(const schema_field_t *field, double real, uint64_t *word)
{
    if (field->type.width_bits == 64) {
        memcpy(word, &real, sizeof *word);
        return;
    }
    float narrow = (float)real;
    uint32_t bits;
    memcpy(&bits, &narrow, sizeof bits);
    *word = bits;
}

static const char *parse_float(arena_t *arena, const schema_field_t *field, const char *written, double real,
                               bool has_unit, uint64_t *word)
{
    if (has_unit)
        real = (real - field->bias) / field->scale;
    if (isfinite(real) && field->type.width_bits == 32 && !isfinite((float)real))
        return arena_format(arena, "%s is too large for f32", written);
    if (isnan(real)) {
        *word = field->type.width_bits == 32 ? UINT64_C(0x7FC00000) : UINT64_C(0x7FF8) << 48;
        return NULL;
    }
    if (!has_unit && field->type.width_bits == 32 && isfinite(real)) {
        /* Once rounded, not twice: by way of a double the last bit can come out wrong. */
        float narrow = strtof(written, NULL);
        real = (double)narrow;
    }
    put_float(field, real, word);
    return NULL;
}

static const char *not_a_number(arena_t *arena, const schema_field_t *field, const char *written)
{
    unit_t unit = unit_of(field);
    if (*unit.name)
        return arena_format(arena, "'%s' is neither a number nor one with the unit '%s'", written, unit.name);
    return arena_format(arena, "'%s' is no number", written);
}

/* A number with a point, an exponent or a unit. */
static const char *parse_real(arena_t *arena, const schema_field_t *field, const char *written, uint64_t *word)
{
    unit_t unit = unit_of(field);
    char *end;
    double real = strtod(written, &end);
    if (end == written)
        return not_a_number(arena, field, written);
    end += strspn(end, " ");
    bool has_unit = *end && *unit.name && strcmp(end, unit.name) == 0;
    if (*end && !has_unit)
        return not_a_number(arena, field, written);
    if (has_unit)
        real /= unit.factor;
    if (field->type.kind == VALUE_FLOAT)
        return parse_float(arena, field, written, real, has_unit, word);
    if (!has_unit && !is_fixed(field))
        return arena_format(arena, *unit.name ? "%s is no whole number; with its unit it is taken for '%s %s'"
                                              : "%s is no whole number", written, written, unit.name);
    if (!isfinite(real))
        return does_not_fit(arena, field, written);
    return real_to_word(arena, field, written, real, word);
}

static const char *parse_number(arena_t *arena, const schema_field_t *field, const char *written, uint64_t *word)
{
    whole_t whole;
    if (is_fixed(field) || field->type.kind == VALUE_FLOAT || !whole_read(written, &whole))
        return parse_real(arena, field, written, word);
    if (!whole_fits(field, whole))
        return does_not_fit(arena, field, written);
    *word = (whole.is_negative ? ~whole.size + 1 : whole.size) & ones(field->type.width_bits);
    return is_in_range(field, *word) ? NULL : does_not_fit(arena, field, written);
}

static const char *unknown_enumerator(arena_t *arena, const schema_enum_t *enumeration, const char *written)
{
    const char **names = ARENA_ARRAY(arena, const char *, enumeration->enumerator_count + 1);
    const char *list = "";
    for (size_t index = 0; index < enumeration->enumerator_count; index++) {
        names[index] = enumeration->enumerators[index].name.name;
        if (index < MOST_NAMES_SHOWN)
            list = arena_format(arena, "%s%s%s", list, index ? ", " : "", names[index]);
    }
    const char *nearest = nearest_find(written, names, enumeration->enumerator_count, NULL);
    if (nearest)
        return arena_format(arena, "'%s' is no name of enum '%s'; did you mean '%s'?", written,
                            enumeration->name.name, nearest);
    return arena_format(arena, "'%s' is no name of enum '%s'; it has %s%s", written, enumeration->name.name, list,
                        enumeration->enumerator_count > MOST_NAMES_SHOWN ? ", …" : "");
}

/* By name, or by number where that is of no name too: hardware and newer versions have such. */
static const char *parse_enumerator(arena_t *arena, const schema_field_t *field, const char *written, uint64_t *word)
{
    const schema_enum_t *enumeration = field->type.enumeration;
    whole_t whole;
    for (size_t index = 0; index < enumeration->enumerator_count; index++) {
        const schema_enumerator_t *one = &enumeration->enumerators[index];
        if (strcmp(one->name.name, written) != 0 && strcmp(one->name.snake, written) != 0)
            continue;
        *word = (uint64_t)one->value & ones(field->type.width_bits);
        return NULL;
    }
    if (!whole_read(written, &whole))
        return unknown_enumerator(arena, enumeration, written);
    if (!whole_fits(field, whole))
        return does_not_fit(arena, field, written);
    *word = (whole.is_negative ? ~whole.size + 1 : whole.size) & ones(field->type.width_bits);
    return NULL;
}

static const char *parse_bool(arena_t *arena, const char *written, uint64_t *word)
{
    bool is_true = strcmp(written, "true") == 0 || strcmp(written, "1") == 0;
    *word = is_true;
    if (is_true || strcmp(written, "false") == 0 || strcmp(written, "0") == 0)
        return NULL;
    return arena_format(arena, "'%s' is neither true nor false", written);
}

const char *value_parse_text(arena_t *arena, const schema_field_t *field, const char *chars, size_t length,
                             uint8_t *bytes, const uint32_t *indices)
{
    uint8_t *at = bytes + field_offset(field, indices);
    if (length > field->type.length_bytes)
        return arena_format(arena, "%zu bytes do not fit: %s holds %u", length, field->type.written,
                            field->type.length_bytes);
    memset(at, 0, field->type.length_bytes);
    memcpy(at, chars, length);
    return NULL;
}

static int hex_digit(char digit)
{
    digit = (char)(isdigit((unsigned char)digit) ? digit : digit | 0x20);
    return isdigit((unsigned char)digit) ? digit - '0' : digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

const char *value_parse_hex(arena_t *arena, const schema_field_t *field, const char *chars, size_t length,
                            uint8_t *bytes, const uint32_t *indices)
{
    unsigned most = field->type.length_bytes;
    size_t count = 0, at = length > 1 && chars[0] == '0' && (chars[1] | 0x20) == 'x' ? 2 : 0;
    uint8_t *decoded = arena_allocate(arena, most + 1u);
    while (at < length) {
        if (strchr(" :-", chars[at]) && chars[at]) {
            at++;
            continue;
        }
        int high = hex_digit(chars[at]), low = at + 1 < length ? hex_digit(chars[at + 1]) : -1;
        if (high < 0 || low < 0)
            return arena_format(arena, "bytes are pairs of hexadecimal digits; '%.*s' are none",
                                (int)(length - at > 20 ? 20 : length - at), chars + at);
        if (count < most)
            decoded[count] = (uint8_t)(high << 4 | low);
        count++;
        at += 2;
    }
    if (count > most || (field->type.kind == VALUE_BYTES && count != most))
        return arena_format(arena, "%s holds %u bytes, and these are %zu", field->type.written, most, count);
    memcpy(bytes + field_offset(field, indices), decoded, most);
    return NULL;
}

const char *value_parse_raw(arena_t *arena, const schema_field_t *field, const char *chars, size_t length,
                            uint8_t *bytes, const uint32_t *indices)
{
    const char *written = arena_copy(arena, chars, length);
    whole_t whole;
    if (is_bytes(field) || !whole_read(written, &whole) || whole.is_negative)
        return arena_format(arena, "'%s' are no bits of %s", written, field->type.written);
    if (whole.is_too_large || whole.size > ones(field->type.width_bits))
        return arena_format(arena, "'%s' has more than the %u bits of %s", written, field->type.width_bits,
                            field->type.written);
    field_write(field, bytes, indices, whole.size);
    return NULL;
}

/* What stands between quotes, with \" \\ \n \r \t \0 and \xHH; returns its length, or SIZE_MAX where an escape is
 * none. */
static size_t unquote(const char *chars, size_t length, char *to)
{
    static const char letters[] = "\"\\nrt0", meant[] = "\"\\\n\r\t";
    size_t count = 0;
    for (size_t at = 0; at < length; at++) {
        if (chars[at] != '\\') {
            to[count++] = chars[at];
            continue;
        }
        if (++at == length)
            return SIZE_MAX;
        const char *letter = chars[at] ? strchr(letters, chars[at]) : NULL;
        if (letter) {
            to[count++] = meant[letter - letters];
        } else if (chars[at] == 'x' && at + 2 < length && hex_digit(chars[at + 1]) >= 0
                   && hex_digit(chars[at + 2]) >= 0) {
            to[count++] = (char)(hex_digit(chars[at + 1]) << 4 | hex_digit(chars[at + 2]));
            at += 2;
        } else {
            return SIZE_MAX;
        }
    }
    return count;
}

const char *value_parse(arena_t *arena, const schema_field_t *field, const char *chars, size_t length,
                        uint8_t *bytes, const uint32_t *indices)
{
    uint64_t word = 0;
    const char *problem;
    if (field->type.kind == VALUE_TEXT) {
        if (length < 2 || chars[0] != '"' || chars[length - 1] != '"')
            return value_parse_text(arena, field, chars, length, bytes, indices);
        char *plain = arena_chars(arena, length);
        size_t count = unquote(chars + 1, length - 2, plain);
        if (count == SIZE_MAX)
            return "between quotes a '\\' stands before one of \" \\ n r t 0, or before xHH";
        return value_parse_text(arena, field, plain, count, bytes, indices);
    }
    if (field->type.kind == VALUE_BYTES)
        return value_parse_hex(arena, field, chars, length, bytes, indices);
    const char *written = arena_copy(arena, chars, length);
    if (strlen(written) != length || length > MOST_NUMBER_CHARS)
        return "the value is too long for a number or a name";
    problem = field->type.kind == VALUE_BOOL ? parse_bool(arena, written, &word)
        : field->type.kind == VALUE_ENUM ? parse_enumerator(arena, field, written, &word)
        : parse_number(arena, field, written, &word);
    if (!problem)
        field_write(field, bytes, indices, word);
    return problem;
}
