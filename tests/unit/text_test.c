/* Values go into a text, and it must hold their characters. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "text.h"

#define ASSERT_PRINTS(value, expected) do { \
    text_t text = { 0 }; \
    text_put(&text, (value)); \
    assert_string_equal(text_chars(&text), expected); \
    text_free(&text); \
} while (0)

static void integers(void **state)
{
    (void)state;
    ASSERT_PRINTS(0, "0");
    ASSERT_PRINTS(-1, "-1");
    ASSERT_PRINTS((short)-300, "-300");
    ASSERT_PRINTS((unsigned char)255, "255");
    ASSERT_PRINTS(LLONG_MIN, "-9223372036854775808");
    ASSERT_PRINTS(LLONG_MAX, "9223372036854775807");
    ASSERT_PRINTS(ULLONG_MAX, "18446744073709551615");
    ASSERT_PRINTS((size_t)1000000, "1000000");
}

static void characters_strings_and_booleans(void **state)
{
    (void)state;
    char array[] = "array";
    ASSERT_PRINTS("string", "string");
    ASSERT_PRINTS(array, "array");
    ASSERT_PRINTS((char)'x', "x");
    ASSERT_PRINTS((bool)true, "1");
    ASSERT_PRINTS((bool)false, "0");
    ASSERT_PRINTS("", "");
}

static void hexadecimal(void **state)
{
    (void)state;
    ASSERT_PRINTS(hex(0), "0x0");
    ASSERT_PRINTS(hex(0xAbc), "0xABC");
    ASSERT_PRINTS(hex_wide(0x1F, 8), "0x0000001F");
    ASSERT_PRINTS(hex_wide(0x123456789, 8), "0x123456789");
    ASSERT_PRINTS(hex(UINT64_MAX), "0xFFFFFFFFFFFFFFFF");
    ASSERT_PRINTS(hex_wide(0, 0), "0x0");
}

static void padding_counts_characters(void **state)
{
    (void)state;
    ASSERT_PRINTS(padded("ab", 5), "ab   ");
    ASSERT_PRINTS(padded("ab", -5), "   ab");
    ASSERT_PRINTS(padded("\xC2\xB5V", 4), "\xC2\xB5V  ");
    ASSERT_PRINTS(padded("\xE2\x82\xAC", -3), "  \xE2\x82\xAC");
    ASSERT_PRINTS(padded("too long", 3), "too long");
    ASSERT_PRINTS(padded("too long", -3), "too long");
    ASSERT_PRINTS(padded("ab", 0), "ab");
}

static void doubles_are_shortest(void **state)
{
    (void)state;
    ASSERT_PRINTS(0.1, "0.1");
    ASSERT_PRINTS(1.0, "1");
    ASSERT_PRINTS(-2.5, "-2.5");
    ASSERT_PRINTS(1.0 / 3.0, "0.3333333333333333");
    ASSERT_PRINTS(1e100, "1e+100");
    ASSERT_PRINTS(5e-324, "5e-324");
    ASSERT_PRINTS(0.1 + 0.2, "0.30000000000000004");
}

static void doubles_read_back_equal(void **state)
{
    (void)state;
    uint64_t bits = 1;
    for (int round = 0; round < 2000; ++round) {
        bits = bits * 6364136223846793005u + 1442695040888963407u;
        double value;
        memcpy(&value, &bits, sizeof value);
        if (value != value)
            continue;
        text_t text = { 0 };
        text_put(&text, value);
        assert_true(strtod(text_chars(&text), NULL) == value);
        text_free(&text);
    }
}

static void formats(void **state)
{
    (void)state;
    text_t text = { 0 };
    text_format(&text, "%s", "");
    text_format(&text, "%d+%s;", 1, "two");
    text_format(&text, "%40000d", 3);
    assert_int_equal(text.length_bytes, 6 + 40000);
    assert_memory_equal(text_chars(&text), "1+two;   ", 9);
    text_free(&text);
}

static void grows_by_any_amount(void **state)
{
    (void)state;
    static char block[100000];
    memset(block, 'x', sizeof block);
    text_t text = { 0 };
    for (size_t index = 0; index < 70000; ++index)
        text_put_char(&text, 'c');
    text_put_bytes(&text, block, sizeof block);
    assert_int_equal(text.length_bytes, 70000 + sizeof block);
    assert_int_equal(strlen(text_chars(&text)), text.length_bytes);
    assert_int_equal(text.chars[69999], 'c');
    assert_int_equal(text.chars[70000], 'x');
    text_free(&text);
    assert_null(text.chars);
}

static void an_empty_text_has_chars(void **state)
{
    (void)state;
    text_t text = { 0 };
    assert_string_equal(text_chars(&text), "");
    text_put_string(&text, "later");
    assert_string_equal(text_chars(&text), "later");
    text_free(&text);
}

static void all_bytes_are_visible(void **state)
{
    (void)state;
    text_t text = { 0 };
    text_put_visible(&text, "A~ \\\x01\x7F\xF0\"");
    assert_string_equal(text_chars(&text), "A~\\x20\\x5C\\x01\\x7F\\xF0\"");
    text_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(integers),
        cmocka_unit_test(characters_strings_and_booleans),
        cmocka_unit_test(hexadecimal),
        cmocka_unit_test(padding_counts_characters),
        cmocka_unit_test(doubles_are_shortest),
        cmocka_unit_test(doubles_read_back_equal),
        cmocka_unit_test(formats),
        cmocka_unit_test(grows_by_any_amount),
        cmocka_unit_test(an_empty_text_has_chars),
        cmocka_unit_test(all_bytes_are_visible),
    };
    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
