/* Messages about small layouts go into diagnostic.c, the printed texts are compared; and random ones about random bytes,
 * as text, JSON and SARIF, whose files the run script checks. */
#include "cases.h"
#include "diagnostic.h"

#define FOLDER "build/tests/diagnostics/"

/* What one case needs. */
typedef struct desk {
    arena_t *arena;
    sources_t *sources;
    diagnostics_t *diagnostics;
    diagnostic_options_t options;
    uint32_t base;                 /* of layout.mr */
    char *printed;
} desk_t;

static rule_t first_rule(severity_t severity)
{
    rule_t rule = (rule_t)0;
    while (rule < RULE_COUNT && rule_info(rule)->severity != severity)
        ++rule;
    return rule;
}

static desk_t set_up(const char *layout, size_t length_bytes)
{
    desk_t desk = { .arena = arena_create(), .options = { .color = COLOR_NEVER } };
    desk.sources = sources_create(desk.arena);
    desk.base = sources_add(desk.sources, "layout.mr", layout, length_bytes)->base;
    return desk;
}

static void start(desk_t *desk)
{
    desk->diagnostics = diagnostics_create(desk->arena, desk->sources, &desk->options);
}

static diagnostic_t *put(desk_t *desk, uint32_t first, uint32_t length_bytes, const char *message)
{
    span_t span = { desk->base + first, desk->base + first + length_bytes };
    return report(desk->diagnostics, first_rule(SEVERITY_ERROR), span, "%s", message);
}

/* All that is printed, with the rule's name in brackets as [RULE]. */
static const char *print(desk_t *desk)
{
    size_t length_bytes;
    char bracketed[100];
    free(desk->printed);
    FILE *stream = open_memstream(&desk->printed, &length_bytes);
    diagnostics_print(desk->diagnostics, stream);
    fclose(stream);
    snprintf(bracketed, sizeof bracketed, "[%s]", rule_info(first_rule(SEVERITY_ERROR))->name);
    size_t name_bytes = strlen(bracketed);
    char *to = desk->printed;
    for (const char *from = desk->printed; *from != '\0';)
        if (*from == '[' && name_bytes >= strlen("[RULE]") && strncmp(from, bracketed, name_bytes) == 0) {
            memcpy(to, "[RULE]", strlen("[RULE]"));
            to += strlen("[RULE]");
            from += name_bytes;
        } else {
            *to++ = *from++;
        }
    *to = '\0';
    return desk->printed;
}

static void tear_down(desk_t *desk)
{
    free(desk->printed);
    sources_destroy(desk->sources);
    arena_destroy(desk->arena);
}

static bool is_printed(desk_t *desk, const char *expected)
{
    const char *printed = print(desk);
    bool is_equal = strcmp(printed, expected) == 0;
    if (!is_equal)
        fprintf(stderr, "--- expected\n%s--- printed\n%s---\n", expected, printed);
    return is_equal;
}

static const char *text(void)
{
    static const char layout[] = "layout a;\nmemreg M in sram {\n    status: u8 @ 4;\n    mode: u8 @ 4;\n}\n";
    desk_t desk = set_up(layout, sizeof layout - 1);
    start(&desk);
    diagnostic_t *overlap = put(&desk, 53, 13, "field 'mode' overlaps 'status'");
    report_note(overlap, (span_t){ desk.base + 33, desk.base + 39 }, "'%s' is here", "status");
    report_note(overlap, (span_t){ 0, 0 }, "a note without a place");
    report_help(overlap, "write 'alias' behind it");
    EXPECT(diagnostics_error_count(desk.diagnostics) == 1 && diagnostics_warning_count(desk.diagnostics) == 0);
    EXPECT(is_printed(&desk,
        "layout.mr:4:5: error: field 'mode' overlaps 'status' [RULE]\n"
        "    4 |     mode: u8 @ 4;\n"
        "      |     ^~~~~~~~~~~~~\n"
        "layout.mr:3:5: note: 'status' is here\n"
        "    3 |     status: u8 @ 4;\n"
        "      |     ^~~~~~\n"
        "note: a note without a place\n"
        "help: write 'alias' behind it\n"
        "1 error\n"));
    EXPECT(is_printed(&desk, ""));
    EXPECT(diagnostics_error_count(desk.diagnostics) == 1);
    tear_down(&desk);
    return NULL;
}

static const char *no_place(void)
{
    desk_t desk = set_up("", 0);
    start(&desk);
    report(desk.diagnostics, first_rule(SEVERITY_ERROR), (span_t){ 0, 0 }, "nothing to point at");
    put(&desk, 0, 1, "the file is empty");
    EXPECT(is_printed(&desk,
        "memregc: error: nothing to point at [RULE]\n"
        "layout.mr:1:1: error: the file is empty [RULE]\n"
        "    1 |\n"
        "      | ^\n"
        "2 errors\n"));
    tear_down(&desk);
    return NULL;
}

/* Tabs, wide and combining characters before the caret and under the tildes; a span over two lines; the end of a line. */
static const char *carets(void)
{
    static const char layout[] = "\tab\tcd\n\xE5\xAD\x97z\xCC\x88y x\nend";
    desk_t desk = set_up(layout, sizeof layout - 1);
    start(&desk);
    put(&desk, 1, 4, "tabs");
    put(&desk, 7, 3, "a wide one");
    put(&desk, 13, 100, "goes on");
    put(&desk, 16, 1, "at the end of the line");
    put(&desk, 20, 1, "at the end of the file");
    EXPECT(is_printed(&desk,
        "layout.mr:1:2: error: tabs [RULE]\n"
        "    1 | \tab\tcd\n"
        "      | \t^~\t~\n"
        "layout.mr:2:1: error: a wide one [RULE]\n"
        "    2 | \xE5\xAD\x97z\xCC\x88y x\n"
        "      | ^~\n"
        "layout.mr:2:4: error: goes on [RULE]\n"
        "    2 | \xE5\xAD\x97z\xCC\x88y x\n"
        "      |    ^~~\n"
        "layout.mr:2:7: error: at the end of the line [RULE]\n"
        "    2 | \xE5\xAD\x97z\xCC\x88y x\n"
        "      |       ^\n"
        "layout.mr:3:4: error: at the end of the file [RULE]\n"
        "    3 | end\n"
        "      |    ^\n"
        "5 errors\n"));
    tear_down(&desk);
    return NULL;
}

/* What a terminal would obey, and what is no UTF-8, is shown as '?', in lines, messages and paths. */
static const char *control_characters(void)
{
    static const char layout[] = "a\033[31m \xFF\xC3 \xE2\x80\xAE \x7F \xC2\x9B b\0c";
    desk_t desk = set_up("", 0);
    desk.base = sources_add(desk.sources, "bad\n\033.mr", layout, sizeof layout - 1)->base;
    start(&desk);
    put(&desk, 7, 2, "the name '\033]0;x\007\xFE' is\nno name");
    EXPECT(is_printed(&desk,
        "bad\?\?.mr:1:8: error: the name '?]0;x?\?' is?no name [RULE]\n"
        "    1 | a?[31m ?\? ? ? ? b?c\n"
        "      |        ^~\n"
        "1 error\n"));
    tear_down(&desk);
    return NULL;
}

/* A line of 100,000 characters is cut on both sides; one of 120 columns is not. */
static const char *long_lines(void)
{
    char *layout = malloc(100001), expected[1000];
    memset(layout, 'x', 100000);
    layout[100000] = '\0';
    memcpy(layout + 50000, "HERE", 4);
    layout[120] = '\n';
    desk_t desk = set_up(layout, 100000);
    start(&desk);
    put(&desk, 50000, 4, "in the middle");
    put(&desk, 119, 1, "at the end");
    put(&desk, 121, 99999, "at the start");
    char most[121], before[61], after[57], tildes[120];
    memset(most, 'x', 120);
    memset(before, 'x', 60);
    memset(after, 'x', 56);
    memset(tildes, '~', 119);
    most[120] = before[60] = after[56] = tildes[119] = '\0';
    snprintf(expected, sizeof expected,
        "layout.mr:1:120: error: at the end [RULE]\n"
        "    1 | %s\n"
        "      | %119s^\n"
        "layout.mr:2:1: error: at the start [RULE]\n"
        "    2 | %s\xE2\x80\xA6\n"
        "      | ^%s\n"
        "layout.mr:2:49880: error: in the middle [RULE]\n"
        "    2 | \xE2\x80\xA6%sHERE%s\xE2\x80\xA6\n"
        "      |  %60s^~~~\n"
        "3 errors\n", most, "", most, tildes, before, after, "");
    EXPECT(is_printed(&desk, expected));
    tear_down(&desk);
    free(layout);
    return NULL;
}

/* By file, then by offset; what is at one place stays in order; the same is said once. */
static const char *sorted_without_duplicates(void)
{
    desk_t desk = set_up("abc\n", 4);
    uint32_t other = sources_add(desk.sources, "other.mr", "x\n", 2)->base;
    start(&desk);
    rule_t rule = first_rule(SEVERITY_ERROR);
    report(desk.diagnostics, rule, (span_t){ other, other + 1 }, "d");
    put(&desk, 2, 1, "c");
    put(&desk, 1, 1, "b, said second");
    put(&desk, 0, 1, "a");
    put(&desk, 1, 1, "an equal place");
    diagnostic_t *again = put(&desk, 1, 1, "b, said second");
    report_note(again, (span_t){ 0, 0 }, "is not printed");
    put(&desk, 1, 2, "b, said second");
    EXPECT(diagnostics_error_count(desk.diagnostics) == 6);
    const char *printed = print(&desk);
    static const char *const order[] = { ":1:1: error: a ", ":1:2: error: b,", ":1:2: error: an", ":1:2: error: b,",
                                         ":1:3: error: c ", "other.mr:1:1: error: d ", "6 errors\n" };
    for (size_t index = 0; index < sizeof order / sizeof *order; ++index) {
        printed = strstr(printed, order[index]);
        EXPECT(printed != NULL);
        ++printed;
    }
    EXPECT(strstr(desk.printed, "is not printed") == NULL);
    tear_down(&desk);
    return NULL;
}

static unsigned count_of(const char *haystack, const char *needle)
{
    unsigned count = 0;
    for (; *haystack != '\0'; ++haystack)
        count += *haystack == *needle && strncmp(haystack, needle, strlen(needle)) == 0;
    return count;
}

static const char *max_errors(void)
{
    desk_t desk = set_up("abcdefgh\n", 9);
    desk.options.most_errors = 3;
    start(&desk);
    for (uint32_t place = 0; place < 8; ++place)
        put(&desk, 7 - place, 1, "wrong");
    const char *printed = print(&desk);
    EXPECT(count_of(printed, ": error: ") == 3 && strstr(printed, ":1:3:") != NULL);
    EXPECT(strstr(printed, "\ntoo many errors (5 more); use --max-errors 0 to see all\n8 errors\n") != NULL);

    desk.options.most_errors = 8;
    for (uint32_t place = 0; place < 8; ++place)
        put(&desk, place, 1, "wrong");
    EXPECT(count_of(print(&desk), "too many") == 0);
    tear_down(&desk);
    return NULL;
}

/* Would take hours if each were compared with all before it, and not all are kept. */
static const char *errors_100000(void)
{
    desk_t desk = set_up("x\n", 2);
    desk.options.most_errors = 20;
    start(&desk);
    for (unsigned round = 0; round < 2; ++round)
        for (unsigned number = 0; number < (round == 0 ? 100000 : 5000); ++number) {
            diagnostic_t *diagnostic = report(desk.diagnostics, first_rule(SEVERITY_ERROR),
                                              (span_t){ desk.base, desk.base + 1 }, "error number %u", number);
            report_note(diagnostic, (span_t){ desk.base, desk.base + 1 }, "a note");
        }
    EXPECT(diagnostics_error_count(desk.diagnostics) == 100000);
    const char *printed = print(&desk);
    EXPECT(count_of(printed, ": error: ") == 20);
    EXPECT(strstr(printed, "too many errors (99980 more)") != NULL && strstr(printed, "\n100000 errors\n") != NULL);

    desk.options.most_errors = 0;
    for (unsigned number = 0; number < 30000; ++number)
        report(desk.diagnostics, first_rule(SEVERITY_ERROR), (span_t){ desk.base, desk.base }, "error number %u", number);
    EXPECT(count_of(print(&desk), ": error: ") == 30000);
    tear_down(&desk);
    return NULL;
}

static const char *long_messages(void)
{
    size_t length_bytes = 1000 * 1000;
    char *name = malloc(length_bytes + 1);
    desk_t desk = set_up("x\n", 2);
    start(&desk);
    for (unsigned shift = 0; shift < 3; ++shift) {
        for (size_t index = 0; index < length_bytes; ++index)
            name[index] = "\xE2\x82\xAC"[(index + shift) % 3];
        name[length_bytes] = '\0';
        diagnostic_t *diagnostic = put(&desk, 0, 1, name);
        report_note(diagnostic, (span_t){ 0, 0 }, "%s", name);
        report_help(diagnostic, "%s", name);
        report_nearest(diagnostic, name, (const char *const[]){ name, "x" }, 2);
        const char *printed = print(&desk);
        EXPECT(strlen(printed) < 2500 && count_of(printed, "\xE2\x82\xAC\xE2\x80\xA6") == 3);
    }
    tear_down(&desk);
    free(name);
    return NULL;
}

static const char *suggestions(void)
{
    static const char *const candidates[] = { "status", "stratus", "mode", "MODES", NULL, "x" };
    desk_t desk = set_up("x\n", 2);
    start(&desk);
    report_nearest(put(&desk, 0, 0, "1"), "statsu", candidates, 6);
    EXPECT(strstr(print(&desk), "\nhelp: did you mean 'status'?\n") != NULL);
    report_nearest(put(&desk, 0, 0, "1"), "modes", candidates, 6);
    EXPECT(strstr(print(&desk), "\nhelp: did you mean 'MODES'?\n") != NULL);
    report_nearest(put(&desk, 0, 0, "1"), "unlike", candidates, 6);
    EXPECT(strstr(print(&desk), "help") == NULL);
    report_nearest(put(&desk, 0, 0, "1"), "mode", candidates, 6);
    EXPECT(strstr(print(&desk), "'mode'") == NULL);
    tear_down(&desk);
    return NULL;
}

/* Bounded in sum, however many names there are to choose from. */
static const char *suggestions_among_thousands(void)
{
    static char names[5000][32];
    static const char *candidates[5000];
    for (unsigned index = 0; index < 5000; ++index) {
        snprintf(names[index], sizeof names[index], "peripheral_register_%u", index * 7919);
        candidates[index] = names[index];
    }
    desk_t desk = set_up("x\n", 2);
    desk.options.most_errors = 0;
    start(&desk);
    for (unsigned number = 0; number < 10000; ++number) {
        diagnostic_t *diagnostic = report(desk.diagnostics, first_rule(SEVERITY_ERROR), (span_t){ 0, 0 }, "%u", number);
        report_nearest(diagnostic, "peripheral_registre_15838", candidates, 5000);
    }
    EXPECT(strstr(print(&desk), "did you mean 'peripheral_register_15838'?") != NULL);
    tear_down(&desk);
    return NULL;
}

static const char *colors(void)
{
    desk_t desk = set_up("x\n", 2);
    desk.options.color = COLOR_ALWAYS;
    start(&desk);
    report_help(put(&desk, 0, 1, "wrong"), "mend it");
    EXPECT(count_of(print(&desk), "\033[1;31merror: \033[0m") == 1);
    desk.options.color = COLOR_AUTO;
    report_help(put(&desk, 0, 1, "wrong"), "mend it");
    EXPECT(count_of(print(&desk), "\033") == 0);
    tear_down(&desk);
    return NULL;
}

static const char *warnings(void)
{
    rule_t rule = first_rule(SEVERITY_WARNING);
    if (rule == RULE_COUNT)
        return "skip no rule is a warning";
    desk_t desk = set_up("abc\n", 4);
    start(&desk);
    span_t span = { desk.base, desk.base + 1 };
    report(desk.diagnostics, rule, span, "odd");
    put(&desk, 1, 1, "wrong");
    put(&desk, 2, 1, "wrong");
    EXPECT(diagnostics_error_count(desk.diagnostics) == 2 && diagnostics_warning_count(desk.diagnostics) == 1);
    const char *printed = print(&desk);
    EXPECT(strstr(printed, "layout.mr:1:1: warning: odd [") == printed);
    EXPECT(strstr(printed, "\n2 errors, 1 warning\n") != NULL);
    tear_down(&desk);

    /* Each option alone, and those that exclude each other: off is stronger than error. */
    static const struct { bool none, all_errors, is_error, is_off; unsigned errors, warnings; } rows[] = {
        { false, false, false, false, 0, 1 }, { true, false, false, false, 0, 0 }, { false, true, false, false, 1, 0 },
        { false, false, true, false, 1, 0 },  { false, false, false, true, 0, 0 }, { true, true, true, false, 0, 0 },
        { false, true, false, true, 0, 0 },
    };
    for (size_t row = 0; row < sizeof rows / sizeof *rows; ++row) {
        desk = set_up("abc\n", 4);
        desk.options.no_warnings = rows[row].none;
        desk.options.all_warnings_are_errors = rows[row].all_errors;
        desk.options.is_error[rule] = rows[row].is_error;
        desk.options.is_off[rule] = rows[row].is_off;
        desk.options.is_off[first_rule(SEVERITY_ERROR)] = true;
        start(&desk);
        diagnostic_t *odd = report(desk.diagnostics, rule, span, "odd");
        report_note(odd, span, "a note");
        EXPECT(diagnostics_error_count(desk.diagnostics) == rows[row].errors);
        EXPECT(diagnostics_warning_count(desk.diagnostics) == rows[row].warnings);
        EXPECT(rows[row].errors + rows[row].warnings > 0 || print(&desk)[0] == '\0');
        put(&desk, 0, 1, "errors cannot be switched off");
        EXPECT(diagnostics_error_count(desk.diagnostics) == rows[row].errors + 1);
        tear_down(&desk);
    }
    return NULL;
}

static const char *rules_have_names(void)
{
    for (size_t index = 0; index < RULE_COUNT; ++index) {
        const rule_info_t *info = rule_info((rule_t)index);
        rule_t found;
        EXPECT(strspn(info->name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(info->name));
        EXPECT(rule_find(info->name, &found) && found == (rule_t)index);
        EXPECT(info->summary[0] != '\0' && info->explanation[0] != '\0' && info->wrong != NULL && info->right != NULL);
        EXPECT(strchr(info->summary, '\n') == NULL);
    }
    rule_t none;
    EXPECT(!rule_find("no such rule", &none) && !rule_find("", &none));
    return NULL;
}

static void print_to(desk_t *desk, const char *path)
{
    FILE *file = fopen(path, "wb");
    diagnostics_print(desk->diagnostics, file);
    fclose(file);
}

/* For the run script, which reads the documents with a JSON parser. */
static const char *documents(void)
{
    static const char layout[] = "layout a;\nmemreg M {\n    m\xC3\xB6 x: u8;\n}\n";
    static const struct { diagnostics_format_t format; const char *name; } formats[] = {
        { DIAGNOSTICS_JSON, "json" }, { DIAGNOSTICS_SARIF, "sarif" },
    };
    for (size_t format = 0; format < 2; ++format) {
        char path[200];
        desk_t desk = set_up("", 0);
        desk.options.format = formats[format].format;
        start(&desk);
        snprintf(path, sizeof path, FOLDER "empty.%s", formats[format].name);
        print_to(&desk, path);

        desk.base = sources_add(desk.sources, "dir/a b%\xFF.mr", layout, sizeof layout - 1)->base;
        diagnostic_t *first = put(&desk, 25, 5, "a \"quoted\" \\ \n \001 \xFF name \xE2\x82\xAC");
        report_note(first, (span_t){ desk.base, desk.base + 22 }, "over two lines");
        report_note(first, (span_t){ 0, 0 }, "nowhere");
        report_help(first, "one");
        report_help(first, "two");
        report(desk.diagnostics, first_rule(SEVERITY_ERROR), (span_t){ 0, 0 }, "without a place");
        snprintf(path, sizeof path, FOLDER "some.%s", formats[format].name);
        print_to(&desk, path);
        tear_down(&desk);
    }
    return NULL;
}

/* Any bytes, any spans, any severity: prints without a finding of the sanitizers. The text holds no control characters,
 * and the run script reads the JSON. */
static const char *random_bytes(void)
{
    static char layout[5000];
    unsigned state = 42;
    for (unsigned round = 0; round < 300; ++round) {
        uint32_t length_bytes = random_below(&state, round % 10 == 0 ? sizeof layout - 1 : 300);
        unsigned kind = random_below(&state, 3);
        for (uint32_t index = 0; index < length_bytes; ++index)
            layout[index] = (char)(kind == 0 ? random_below(&state, 256)
                                 : kind == 1 ? 0x80 + random_below(&state, 128)
                                 : (unsigned)"ab \t\n\r\xC3\xA4\xF0\x9F\x98\x80\xEF\xBB\xBF"[random_below(&state, 15)]);
        layout[length_bytes] = '\0';
        desk_t desk = set_up(layout, length_bytes);
        sources_add(desk.sources, "second.mr", layout, length_bytes);
        desk.options.most_errors = random_below(&state, 2) * random_below(&state, 10);
        desk.options.format = (diagnostics_format_t)(round % 3);
        desk.options.all_warnings_are_errors = random_below(&state, 2);
        start(&desk);
        for (unsigned count = random_below(&state, 30); count > 0; --count) {
            uint32_t bound = 2 * length_bytes + 5;
            span_t span = { random_below(&state, bound), random_below(&state, bound) };
            span_t note_span = { random_below(&state, bound), UINT32_MAX - random_below(&state, 3) };
            rule_t rule = (rule_t)random_below(&state, RULE_COUNT);
            diagnostic_t *diagnostic = report(desk.diagnostics, rule, span, "message %s", layout);
            report_note(diagnostic, note_span, "note %s", layout + length_bytes / 2);
            report_help(diagnostic, "help %s", layout);
            report_nearest(diagnostic, layout, (const char *const[]){ layout, layout + length_bytes / 3, "aba" }, 3);
        }
        char path[200];
        snprintf(path, sizeof path, FOLDER "random-%03u.%s", round, round % 3 == 0 ? "text" : "json");
        print_to(&desk, path);
        if (round % 3 == 0) {
            FILE *file = fopen(path, "rb");
            for (int byte; (byte = getc(file)) != EOF;)
                EXPECT((byte >= 0x20 || byte == '\n' || byte == '\t') && byte != 0x7F);
            fclose(file);
        }
        tear_down(&desk);
    }
    return NULL;
}

int main(void)
{
    static const test_case_t cases[] = {
        { "text", text },
        { "no_place", no_place },
        { "carets", carets },
        { "control_characters", control_characters },
        { "long_lines", long_lines },
        { "sorted_without_duplicates", sorted_without_duplicates },
        { "max_errors", max_errors },
        { "errors_100000", errors_100000 },
        { "long_messages", long_messages },
        { "suggestions", suggestions },
        { "suggestions_among_thousands", suggestions_among_thousands },
        { "colors", colors },
        { "warnings", warnings },
        { "rules_have_names", rules_have_names },
        { "documents_are_written", documents },
        { "random_bytes", random_bytes },
    };
    return run_cases("diagnostics", cases, sizeof cases / sizeof *cases);
}
