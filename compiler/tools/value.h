/* Values of fields as people and JSON write them: bytes go in, text comes out, and the other way. */
#ifndef MEMREGC_VALUE_H
#define MEMREGC_VALUE_H

#include "schema.h"
#include "text.h"

/* One element for people: true, heat, -3, 0.1, "acme", 0A0BFF. A fixed-point number is its value, any other that has a
 * scale its raw number. bytes begins where the field's block does. */
void value_put(text_t *text, const schema_field_t *field, const uint8_t *bytes, const uint32_t *indices);

/* The same as JSON: true, "heat", -3, 0.1, "acme", "0a0bff". What JSON or its readers cannot hold exactly has a form of
 * its own: integers beyond 64 bits' signed range as strings of digits; numbers that are none as "nan", "inf", "-inf";
 * other bits as {"raw": "0x7FC00001"}; text that is not UTF-8 as {"hex": "41ff"}. value_parse() reads them all. */
void value_put_json(text_t *text, const schema_field_t *field, const uint8_t *bytes, const uint32_t *indices);

/* Does raw × scale + bias, or a unit, say more than the value itself? */
bool value_is_physical(const schema_field_t *field);

/* "21.5 degC". A unit that begins with a number ("0.01 degC") is a factor. */
void value_put_physical(text_t *text, const schema_field_t *field, const uint8_t *bytes, const uint32_t *indices);

/* Reads what value_put() and value_put_physical() write, a number also as 0x1F, 0b1 or 0o7 and with '_' in it, and
 * writes it to the block's bytes. Returns NULL, or what is wrong: a sentence that says what fits, in the arena. */
const char *value_parse(arena_t *arena, const schema_field_t *field, const char *chars, size_t length,
                        uint8_t *bytes, const uint32_t *indices);

/* Text as it is, without quotes or escapes. */
const char *value_parse_text(arena_t *arena, const schema_field_t *field, const char *chars, size_t length,
                             uint8_t *bytes, const uint32_t *indices);

/* The bits themselves: a number that fits the field's width. */
const char *value_parse_raw(arena_t *arena, const schema_field_t *field, const char *chars, size_t length,
                            uint8_t *bytes, const uint32_t *indices);

/* Bytes as pairs of hexadecimal digits, with ' ', ':' or '-' between pairs; text may be shorter than its field. */
const char *value_parse_hex(arena_t *arena, const schema_field_t *field, const char *chars, size_t length,
                            uint8_t *bytes, const uint32_t *indices);

#endif
