/* JSON strings: see json_text.h. */
#include "json_text.h"

#include <string.h>

#include "utf8.h"

#define REPLACEMENT "\xEF\xBF\xBD"

static void put_character(text_t *text, const char *chars, utf8_character_t character)
{
    static const char short_escapes[0x20] = { ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r' };
    if (!character.is_valid) {
        text_put_string(text, REPLACEMENT);
    } else if (character.code_point == '"' || character.code_point == '\\') {
        text_put_char(text, '\\');
        text_put_char(text, *chars);
    } else if (character.code_point < 0x20 && short_escapes[character.code_point] != 0) {
        text_put_char(text, '\\');
        text_put_char(text, short_escapes[character.code_point]);
    } else if (character.code_point < 0x20 || character.code_point == 0x7F) {
        text_format(text, "\\u%04x", (unsigned)character.code_point);
    } else {
        text_put_bytes(text, chars, character.byte_count);
    }
}

void json_put_escaped(text_t *text, const char *chars, size_t length_bytes)
{
    for (size_t offset = 0; offset < length_bytes;) {
        utf8_character_t character = utf8_decode(chars + offset, length_bytes - offset);
        put_character(text, chars + offset, character);
        offset += character.byte_count;
    }
}

void json_put_quoted(text_t *text, const char *chars, size_t length_bytes)
{
    text_put_char(text, '"');
    json_put_escaped(text, chars, length_bytes);
    text_put_char(text, '"');
}

void json_put_string(text_t *text, const char *string)
{
    if (string)
        json_put_quoted(text, string, strlen(string));
    else
        text_put_string(text, "null");
}
