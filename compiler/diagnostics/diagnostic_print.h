/* What was collected goes in, the characters of one output format come out: a start, one part a message, an end. */
#ifndef MEMREGC_DIAGNOSTIC_PRINT_H
#define MEMREGC_DIAGNOSTIC_PRINT_H

#include "diagnostic.h"
#include "text.h"

typedef struct diagnostic_note {
    span_t span;                     /* {0, 0}: no place */
    const char *message;             /* any bytes: a printer makes them harmless */
    struct diagnostic_note *next;
} diagnostic_note_t;

struct diagnostic {
    diagnostics_t *owner;            /* NULL where it was dropped, and what is added to it is dropped too */
    rule_t rule;
    severity_t severity;             /* after -Werror and the like */
    span_t span;
    const char *message;
    diagnostic_note_t *notes, *last_note;
    diagnostic_note_t *helps, *last_help;    /* their spans are {0, 0} */
    unsigned note_count;             /* of both */
    uint32_t hash;
    size_t sequence;                 /* order of being reported */
};

typedef struct diagnostic_batch {
    const sources_t *sources;
    diagnostic_t *const *items;      /* to be printed, in this order */
    size_t count;
    unsigned error_count, warning_count;              /* of all that was reported … */
    unsigned errors_left_out, warnings_left_out;      /* … and of these so many are not among the items */
    bool use_color;
} diagnostic_batch_t;

typedef struct diagnostic_printer {
    void (*put_start)(text_t *text, const diagnostic_batch_t *batch);
    void (*put_item)(text_t *text, const diagnostic_batch_t *batch, size_t index);
    void (*put_end)(text_t *text, const diagnostic_batch_t *batch);
} diagnostic_printer_t;

extern const diagnostic_printer_t diagnostic_text_printer;
extern const diagnostic_printer_t diagnostic_json_printer;
extern const diagnostic_printer_t diagnostic_sarif_printer;

#endif
