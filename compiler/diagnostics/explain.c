/* The name of a rule goes in, its description comes out; and lists of all rules and of all built-in target files. */
#include "explain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diagnostic.h"
#include "nearest.h"
#include "targets.h"

#define EXIT_WRONG_USE 2
#define PAGE_COLUMNS 78
#define EXAMPLE_INDENT 4

static const char *const severity_words[] = { [SEVERITY_ERROR] = "error", [SEVERITY_WARNING] = "warning" };

static size_t count_columns(const char *chars, size_t length_bytes)
{
    size_t count = 0;
    for (size_t index = 0; index < length_bytes; ++index)
        count += ((unsigned char)chars[index] & 0xC0) != 0x80;
    return count;
}

/* Prints words in lines of at most PAGE_COLUMNS; a newline among them stays one. */
static void print_wrapped(const char *words)
{
    size_t column = 0;
    while (*words != '\0') {
        size_t word_bytes = strcspn(words, " \n");
        size_t word_columns = count_columns(words, word_bytes);
        if (word_bytes > 0) {
            if (column > 0 && column + 1 + word_columns > PAGE_COLUMNS) {
                putchar('\n');
                column = 0;
            }
            printf("%s%.*s", column > 0 ? " " : "", (int)word_bytes, words);
            column += word_columns + (column > 0);
        }
        words += word_bytes;
        if (*words == '\n') {
            putchar('\n');
            column = 0;
        }
        words += *words != '\0';
    }
    putchar('\n');
}

static void print_example(const char *title, const char *layout)
{
    if (layout[0] == '\0')
        return;
    printf("\n%s:\n\n", title);
    while (*layout != '\0') {
        size_t line_bytes = strcspn(layout, "\n");
        if (line_bytes > 0)
            printf("%*s%.*s", EXAMPLE_INDENT, "", (int)line_bytes, layout);
        putchar('\n');
        layout += line_bytes;
        layout += *layout != '\0';
    }
}

static int complain_of_unknown_rule(const char *name)
{
    const char *names[RULE_COUNT];
    for (size_t rule = 0; rule < RULE_COUNT; ++rule)
        names[rule] = rule_info((rule_t)rule)->name;
    const char *nearest = nearest_find(name, names, RULE_COUNT, NULL);
    fprintf(stderr, "memregc: unknown rule '%.100s'", name);
    if (nearest != NULL)
        fprintf(stderr, "; did you mean '%s'?", nearest);
    fputs("\n'memregc rules' lists them\n", stderr);
    return EXIT_WRONG_USE;
}

int explain_rule(const char *name)
{
    rule_t rule;
    if (!rule_find(name, &rule))
        return complain_of_unknown_rule(name);
    const rule_info_t *info = rule_info(rule);
    printf("%s (%s): %s\n\n", info->name, severity_words[info->severity], info->summary);
    print_wrapped(info->explanation);
    print_example("Wrong", info->wrong);
    print_example("Right", info->right);
    return EXIT_SUCCESS;
}

int explain_rules(void)
{
    int name_columns = 0;
    for (size_t rule = 0; rule < RULE_COUNT; ++rule) {
        int columns = (int)strlen(rule_info((rule_t)rule)->name);
        name_columns = columns > name_columns ? columns : name_columns;
    }
    for (size_t rule = 0; rule < RULE_COUNT; ++rule) {
        const rule_info_t *info = rule_info((rule_t)rule);
        printf("%-*s  %-7s  %s\n", name_columns, info->name, severity_words[info->severity], info->summary);
    }
    return EXIT_SUCCESS;
}

/* The first line of a file that is a doc comment, without its slashes and the space behind them; empty where none is. */
static const char *first_doc_line(const char *chars, size_t length_bytes, int *doc_bytes)
{
    const char *end = chars + length_bytes;
    *doc_bytes = 0;
    while (chars < end) {
        const char *newline = memchr(chars, '\n', (size_t)(end - chars));
        const char *line_end = newline != NULL ? newline : end;
        while (chars < line_end && (*chars == ' ' || *chars == '\t'))
            ++chars;
        if (line_end - chars >= 3 && memcmp(chars, "///", 3) == 0) {
            chars += 3;
            chars += chars < line_end && *chars == ' ';
            while (line_end > chars && (line_end[-1] == '\r' || line_end[-1] == ' '))
                --line_end;
            *doc_bytes = (int)(line_end - chars);
            return chars;
        }
        chars = newline != NULL ? newline + 1 : end;
    }
    return "";
}

int explain_targets(void)
{
    int name_columns = 0;
    for (size_t index = 0; index < built_in_target_count; ++index) {
        int columns = (int)strlen(built_in_targets[index].name);
        name_columns = columns > name_columns ? columns : name_columns;
    }
    for (size_t index = 0; index < built_in_target_count; ++index) {
        const struct built_in_target *target = &built_in_targets[index];
        int doc_bytes;
        const char *doc = first_doc_line(target->chars, target->length_bytes, &doc_bytes);
        if (doc_bytes > 0)
            printf("%-*s  %.*s\n", name_columns, target->name, doc_bytes, doc);
        else
            printf("%s\n", target->name);
    }
    return EXIT_SUCCESS;
}
