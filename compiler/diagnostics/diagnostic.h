/* Errors, warnings and notes: the stages report them in any order, and they are printed once, sorted by place, as text
 * with carets, JSON or SARIF 2.1.0. What may be reported is the table in rules.def, and nothing else. */
#ifndef MEMREGC_DIAGNOSTIC_H
#define MEMREGC_DIAGNOSTIC_H

#include <stdbool.h>
#include <stdio.h>

#include "arena.h"
#include "source.h"

typedef enum severity { SEVERITY_ERROR, SEVERITY_WARNING } severity_t;

typedef enum rule {
#define RULE(ID, SEVERITY, NAME, SUMMARY, EXPLANATION, WRONG, RIGHT) RULE_##ID,
#include "rules.def"
#undef RULE
    RULE_COUNT
} rule_t;

typedef struct rule_info {
    const char *name;         /* "field-overlap": after -Wno-, in brackets behind a message, in SARIF, in `explain` */
    severity_t severity;
    const char *summary;      /* one line */
    const char *explanation;  /* why it is refused, and how to mend it */
    const char *wrong, *right;/* example layouts, each a few lines; "" where there is none */
} rule_info_t;

const rule_info_t *rule_info(rule_t rule);
bool rule_find(const char *name, rule_t *rule);

/* How messages are written, and when they are coloured: WORD(enum constant, word on the command line) */
#define DIAGNOSTICS_TABLE(WORD) \
    WORD(DIAGNOSTICS_TEXT,  "text") \
    WORD(DIAGNOSTICS_JSON,  "json") \
    WORD(DIAGNOSTICS_SARIF, "sarif")
#define COLOR_TABLE(WORD) \
    WORD(COLOR_AUTO,   "auto") \
    WORD(COLOR_ALWAYS, "always") \
    WORD(COLOR_NEVER,  "never")

#define WORD(ID, NAME) ID,
typedef enum diagnostics_format { DIAGNOSTICS_TABLE(WORD) } diagnostics_format_t;
typedef enum color_choice { COLOR_TABLE(WORD) } color_choice_t;
#undef WORD

typedef struct diagnostic_options {
    bool no_warnings;                   /* -w */
    bool all_warnings_are_errors;       /* -Werror */
    bool is_error[RULE_COUNT];          /* -Werror=RULE */
    bool is_off[RULE_COUNT];            /* -Wno-RULE; an error cannot be switched off */
    unsigned most_errors;               /* --max-errors; 0 is no bound */
    diagnostics_format_t format;
    color_choice_t color;
} diagnostic_options_t;

typedef struct diagnostics diagnostics_t;
typedef struct diagnostic diagnostic_t;

diagnostics_t *diagnostics_create(arena_t *arena, const sources_t *sources, const diagnostic_options_t *options);

/* Adds one message at a span; the rule gives its severity. The message is a sentence without a full stop, in lower
 * case, that names the thing: "field 'mode' overlaps 'status'". The same rule at the same span with the same words is
 * kept once. The result is for the notes below, and is never NULL. */
diagnostic_t *report(diagnostics_t *diagnostics, rule_t rule, span_t span, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Names the other side: "'status' is here". Span {0, 0} makes a note without a place. */
void report_note(diagnostic_t *diagnostic, span_t span, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Says what to type: printed as "help: …". */
void report_help(diagnostic_t *diagnostic, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Adds help "did you mean 'x'?" where one of the candidates is near enough to what was written. */
void report_nearest(diagnostic_t *diagnostic, const char *written, const char *const *candidates, size_t count);

/* Keeps warnings to itself from here on, or no longer: for text that is not to be mended any more. */
void diagnostics_mute_warnings(diagnostics_t *diagnostics, bool is_muted);

unsigned diagnostics_error_count(const diagnostics_t *diagnostics);   /* after -Werror and the like */
unsigned diagnostics_warning_count(const diagnostics_t *diagnostics);

/* Prints all that was reported, sorted by place, and forgets it; called once or more. In text a summary line
 * "2 errors, 1 warning" ends it where there was anything. JSON and SARIF print a document also where there was nothing. */
void diagnostics_print(diagnostics_t *diagnostics, FILE *stream);

#endif
