/* Names as they come out; see naming.h. */
#include "naming.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

char *snake_case(arena_t *arena, const char *name)
{
    size_t length = strlen(name);
    char *snake = arena_chars(arena, length + length / 2 + 2);
    char *to = snake;

    for (size_t index = 0; index < length; index++) {
        unsigned char at = (unsigned char)name[index];
        unsigned char before = index ? (unsigned char)name[index - 1] : '_';
        unsigned char after = (unsigned char)name[index + 1];
        bool begins_word = isupper(at) && (islower(before) || ((isupper(before) || isdigit(before)) && islower(after)));
        if (at == '_' || begins_word)
            if (to > snake && to[-1] != '_')
                *to++ = '_';
        if (at != '_')
            *to++ = (char)tolower(at);
    }
    while (to > snake && to[-1] == '_')
        *--to = 0;
    return snake;
}

char *upper_case(arena_t *arena, const char *snake)
{
    size_t length = strlen(snake);
    char *upper = arena_chars(arena, length + 1);
    for (size_t index = 0; index < length; index++)
        upper[index] = (char)toupper((unsigned char)snake[index]);
    return upper;
}

schema_name_t name_forms(arena_t *arena, const char *name, const char *doc, span_t span)
{
    schema_name_t forms = { .name = name, .doc = doc, .span = span };
    forms.snake = snake_case(arena, name);
    forms.upper = upper_case(arena, forms.snake);
    return forms;
}

static char *join(arena_t *arena, const char *left, char with, const char *right)
{
    size_t left_length = strlen(left), right_length = strlen(right);
    char *joined = arena_chars(arena, left_length + right_length + 2);
    memcpy(joined, left, left_length);
    joined[left_length] = with;
    memcpy(joined + left_length + 1, right, right_length);
    return joined;
}

schema_name_t name_join(arena_t *arena, const schema_name_t *outer, const schema_name_t *item)
{
    schema_name_t joined = *item;
    if (!outer || !*outer->name)
        return joined;
    joined.name = join(arena, outer->name, '.', item->name);
    joined.snake = join(arena, outer->snake, '_', item->snake);
    joined.upper = join(arena, outer->upper, '_', item->upper);
    return joined;
}

static int compare_strings(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

bool is_c_keyword(const char *name)
{
    /* In the order of strcmp. */
    static const char *const keywords[] = {
        "alignas", "alignof", "and", "and_eq", "asm", "assert", "auto", "bitand", "bitor", "bool", "break", "case",
        "catch", "char", "char16_t", "char32_t", "char8_t", "class", "co_await", "co_return", "co_yield", "compl",
        "concept", "const", "const_cast", "consteval", "constexpr", "constinit", "continue", "decltype", "default",
        "delete", "do", "double", "dynamic_cast", "else", "enum", "errno", "explicit", "export", "extern", "false",
        "far", "float", "for", "friend", "goto", "huge", "if", "inline", "int", "interface", "linux", "long", "module",
        "mutable", "namespace", "near", "new", "noexcept", "not", "not_eq", "nullptr", "offsetof", "operator", "or",
        "or_eq", "private", "protected", "public", "register", "reinterpret_cast", "requires", "restrict", "return",
        "short", "signed", "sizeof", "static", "static_assert", "static_cast", "struct", "switch", "template", "this",
        "thread_local", "throw", "true", "try", "typedef", "typeid", "typename", "typeof", "typeof_unqual", "union",
        "unix", "unsigned", "using", "virtual", "void", "volatile", "wchar_t", "while", "xor", "xor_eq",
    };
    return bsearch(&name, keywords, sizeof keywords / sizeof *keywords, sizeof *keywords, compare_strings) != NULL;
}

bool is_reserved_prefix(const char *snake)
{
    static const char *const prefixes[] = {
        "atomic", "char", "double", "dbl", "e", "flt", "int", "int8", "int16", "int32", "int64", "int_fast8",
        "int_least8", "intmax", "intptr", "ldbl", "llong", "long", "memory", "mr", "ptrdiff", "schar", "short", "sig",
        "size", "uchar", "uint", "uint8", "uint16", "uint32", "uint64", "uintmax", "uintptr", "ullong", "ulong",
        "ushrt", "wchar", "wint",
    };
    for (size_t index = 0; index < sizeof prefixes / sizeof *prefixes; index++)
        if (strcmp(prefixes[index], snake) == 0)
            return true;
    return is_c_keyword(snake);
}
