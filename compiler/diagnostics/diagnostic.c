/* Messages from all stages go in, in any order; sorted, without duplicates, and bounded in number they go to a printer. */
#include "diagnostic.h"

#include <limits.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "diagnostic_print.h"
#include "nearest.h"

/* Of each severity so many are kept, the others only counted, unless --max-errors asks for more. */
#define MOST_KEPT 10000u
#define MOST_NOTES 100u
#define MOST_MESSAGE_BYTES 600
#define ELLIPSIS "\xE2\x80\xA6"
/* About a second of comparing names, over all messages of one run. */
#define NEAREST_STEPS ((size_t)200 * 1000 * 1000)
#define FLUSH_BYTES ((size_t)64 * 1024)
#define FIRST_TABLE_SLOTS 64u
#define SEVERITY_COUNT 2

struct diagnostics {
    arena_t *arena;
    const sources_t *sources;
    const diagnostic_options_t *options;
    diagnostic_t **kept;
    size_t kept_count, kept_capacity;
    diagnostic_t **table;            /* open addressing over what is kept; table_slots is a power of two */
    size_t table_slots;
    unsigned total[SEVERITY_COUNT];              /* over the whole life */
    unsigned reported[SEVERITY_COUNT];           /* since the last print … */
    unsigned kept_of[SEVERITY_COUNT];            /* … and how many of those are kept */
    size_t next_sequence;
    bool is_muted;                   /* warnings are dropped */
    size_t nearest_steps_left;
    diagnostic_t dropped;            /* takes what is added to a message that is not kept */
};

static const rule_info_t rules[RULE_COUNT] = {
#define RULE(ID, SEVERITY, NAME, SUMMARY, EXPLANATION, WRONG, RIGHT) \
    [RULE_##ID] = { NAME, SEVERITY_##SEVERITY, SUMMARY, EXPLANATION, WRONG, RIGHT },
#include "rules.def"
#undef RULE
};

const rule_info_t *rule_info(rule_t rule)
{
    return &rules[rule];
}

bool rule_find(const char *name, rule_t *rule)
{
    for (size_t index = 0; index < RULE_COUNT; ++index)
        if (strcmp(rules[index].name, name) == 0) {
            *rule = (rule_t)index;
            return true;
        }
    return false;
}

diagnostics_t *diagnostics_create(arena_t *arena, const sources_t *sources, const diagnostic_options_t *options)
{
    diagnostics_t *diagnostics = ARENA_NEW(arena, diagnostics_t);
    diagnostics->arena = arena;
    diagnostics->sources = sources;
    diagnostics->options = options;
    diagnostics->nearest_steps_left = NEAREST_STEPS;
    return diagnostics;
}

/* Returns false where the rule is switched off. */
static bool effective_severity(const diagnostic_options_t *options, rule_t rule, severity_t *severity)
{
    *severity = rules[rule].severity;
    if (*severity == SEVERITY_ERROR)
        return true;
    if (options->no_warnings || options->is_off[rule])
        return false;
    if (options->all_warnings_are_errors || options->is_error[rule])
        *severity = SEVERITY_ERROR;
    return true;
}

static unsigned most_kept(const diagnostic_options_t *options)
{
    if (options->most_errors == 0)
        return UINT_MAX;
    return options->most_errors > MOST_KEPT ? options->most_errors : MOST_KEPT;
}

static uint32_t hash_bytes(uint32_t hash, const void *bytes, size_t length_bytes)
{
    const unsigned char *byte = bytes;
    for (size_t index = 0; index < length_bytes; ++index)
        hash = (hash ^ byte[index]) * 16777619u;
    return hash;
}

static uint32_t hash_message(rule_t rule, span_t span, const char *message)
{
    uint32_t hash = 2166136261u;
    hash = hash_bytes(hash, &rule, sizeof rule);
    hash = hash_bytes(hash, &span, sizeof span);
    return hash_bytes(hash, message, strlen(message));
}

/* The slot of the equal message, or the free slot where it would stand. */
static diagnostic_t **find_slot(diagnostic_t **table, size_t table_slots, const diagnostic_t *wanted)
{
    size_t slot = wanted->hash & (table_slots - 1);
    for (; table[slot] != NULL; slot = (slot + 1) & (table_slots - 1)) {
        const diagnostic_t *other = table[slot];
        if (other->hash == wanted->hash && other->rule == wanted->rule && other->span.start == wanted->span.start
            && other->span.end == wanted->span.end && strcmp(other->message, wanted->message) == 0)
            break;
    }
    return &table[slot];
}

/* Keeps the table at most half full. */
static void grow_table(diagnostics_t *diagnostics)
{
    if (2 * (diagnostics->kept_count + 1) <= diagnostics->table_slots)
        return;
    size_t slots = diagnostics->table_slots > 0 ? 2 * diagnostics->table_slots : FIRST_TABLE_SLOTS;
    diagnostic_t **table = ARENA_ARRAY(diagnostics->arena, diagnostic_t *, slots);
    for (size_t index = 0; index < diagnostics->kept_count; ++index)
        *find_slot(table, slots, diagnostics->kept[index]) = diagnostics->kept[index];
    diagnostics->table = table;
    diagnostics->table_slots = slots;
}

static void grow_kept(diagnostics_t *diagnostics)
{
    if (diagnostics->kept_count < diagnostics->kept_capacity)
        return;
    size_t capacity = diagnostics->kept_capacity > 0 ? 2 * diagnostics->kept_capacity : 32;
    diagnostic_t **kept = ARENA_ARRAY(diagnostics->arena, diagnostic_t *, capacity);
    if (diagnostics->kept_count > 0)
        memcpy(kept, diagnostics->kept, diagnostics->kept_count * sizeof *kept);
    diagnostics->kept = kept;
    diagnostics->kept_capacity = capacity;
}

static bool is_continuation_byte(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* The words of a message in `buffer`, cut between two characters where they are too many. */
static void format_message(char buffer[MOST_MESSAGE_BYTES + sizeof ELLIPSIS], const char *format, va_list arguments)
{
    buffer[0] = '\0';
    int length = vsnprintf(buffer, MOST_MESSAGE_BYTES + 1, format, arguments);
    if (length >= 0 && length <= MOST_MESSAGE_BYTES)
        return;
    size_t end = strlen(buffer);
    if (end > 0) {
        size_t last = end - 1;
        while (last > 0 && end - last < 4 && is_continuation_byte(buffer[last]))
            --last;
        /* The last character may be cut in two: it goes. */
        if ((unsigned char)buffer[last] >= 0xC0)
            end = last;
    }
    memcpy(buffer + end, ELLIPSIS, sizeof ELLIPSIS);
}

diagnostic_t *report(diagnostics_t *diagnostics, rule_t rule, span_t span, const char *format, ...)
{
    char message[MOST_MESSAGE_BYTES + sizeof ELLIPSIS];
    severity_t severity;
    if (!effective_severity(diagnostics->options, rule, &severity)
        || (diagnostics->is_muted && rules[rule].severity == SEVERITY_WARNING))
        return &diagnostics->dropped;

    va_list arguments;
    va_start(arguments, format);
    format_message(message, format, arguments);
    va_end(arguments);

    grow_table(diagnostics);
    diagnostic_t wanted = { .owner = diagnostics, .rule = rule, .severity = severity, .span = span, .message = message,
                            .hash = hash_message(rule, span, message), .sequence = diagnostics->next_sequence++ };
    diagnostic_t **slot = find_slot(diagnostics->table, diagnostics->table_slots, &wanted);
    if (*slot != NULL)
        return &diagnostics->dropped;

    ++diagnostics->total[severity];
    ++diagnostics->reported[severity];
    if (diagnostics->kept_of[severity] >= most_kept(diagnostics->options))
        return &diagnostics->dropped;
    ++diagnostics->kept_of[severity];

    diagnostic_t *diagnostic = ARENA_NEW(diagnostics->arena, diagnostic_t);
    *diagnostic = wanted;
    diagnostic->message = arena_copy(diagnostics->arena, message, strlen(message));
    *slot = diagnostic;
    grow_kept(diagnostics);
    diagnostics->kept[diagnostics->kept_count++] = diagnostic;
    return diagnostic;
}

static diagnostic_note_t *new_note(diagnostic_t *diagnostic, span_t span, const char *message)
{
    arena_t *arena = diagnostic->owner->arena;
    diagnostic_note_t *note = ARENA_NEW(arena, diagnostic_note_t);
    note->span = span;
    note->message = arena_copy(arena, message, strlen(message));
    ++diagnostic->note_count;
    return note;
}

static bool takes_notes(const diagnostic_t *diagnostic)
{
    return diagnostic->owner != NULL && diagnostic->note_count < MOST_NOTES;
}

static void append(diagnostic_note_t **first, diagnostic_note_t **last, diagnostic_note_t *note)
{
    if (*last != NULL)
        (*last)->next = note;
    else
        *first = note;
    *last = note;
}

void report_note(diagnostic_t *diagnostic, span_t span, const char *format, ...)
{
    char message[MOST_MESSAGE_BYTES + sizeof ELLIPSIS];
    if (!takes_notes(diagnostic))
        return;
    va_list arguments;
    va_start(arguments, format);
    format_message(message, format, arguments);
    va_end(arguments);
    for (const diagnostic_note_t *note = diagnostic->notes; note != NULL; note = note->next)
        if (note->span.start == span.start && note->span.end == span.end && strcmp(note->message, message) == 0)
            return;
    append(&diagnostic->notes, &diagnostic->last_note, new_note(diagnostic, span, message));
}

void report_help(diagnostic_t *diagnostic, const char *format, ...)
{
    char message[MOST_MESSAGE_BYTES + sizeof ELLIPSIS];
    if (!takes_notes(diagnostic))
        return;
    va_list arguments;
    va_start(arguments, format);
    format_message(message, format, arguments);
    va_end(arguments);
    append(&diagnostic->helps, &diagnostic->last_help, new_note(diagnostic, (span_t){ 0, 0 }, message));
}

void report_nearest(diagnostic_t *diagnostic, const char *written, const char *const *candidates, size_t count)
{
    if (!takes_notes(diagnostic))
        return;
    const char *nearest = nearest_find(written, candidates, count, &diagnostic->owner->nearest_steps_left);
    if (nearest != NULL)
        report_help(diagnostic, "did you mean '%s'?", nearest);
}

void diagnostics_mute_warnings(diagnostics_t *diagnostics, bool is_muted) { diagnostics->is_muted = is_muted; }

unsigned diagnostics_error_count(const diagnostics_t *diagnostics)
{
    return diagnostics->total[SEVERITY_ERROR];
}

unsigned diagnostics_warning_count(const diagnostics_t *diagnostics)
{
    return diagnostics->total[SEVERITY_WARNING];
}

static int compare_places(const void *left, const void *right)
{
    const diagnostic_t *first = *(diagnostic_t *const *)left, *second = *(diagnostic_t *const *)right;
    if (first->span.start != second->span.start)
        return first->span.start < second->span.start ? -1 : 1;
    return first->sequence < second->sequence ? -1 : first->sequence > second->sequence;
}

/* How many of the sorted messages come before the one error too many. */
static size_t count_shown(const diagnostics_t *diagnostics, unsigned shown[SEVERITY_COUNT])
{
    unsigned most = diagnostics->options->most_errors;
    size_t count = 0;
    for (; count < diagnostics->kept_count; ++count) {
        severity_t severity = diagnostics->kept[count]->severity;
        if (severity == SEVERITY_ERROR && most > 0 && shown[severity] >= most)
            break;
        ++shown[severity];
    }
    return count;
}

static bool use_color(color_choice_t choice, FILE *stream)
{
    if (choice != COLOR_AUTO)
        return choice == COLOR_ALWAYS;
    const char *no_color = getenv("NO_COLOR"), *terminal = getenv("TERM");
    if (no_color != NULL && no_color[0] != '\0')
        return false;
    return terminal != NULL && strcmp(terminal, "dumb") != 0 && isatty(fileno(stream)) == 1;
}

static void write_out(text_t *text, FILE *stream)
{
    fwrite(text_chars(text), 1, text->length_bytes, stream);
    text->length_bytes = 0;
}

static void forget(diagnostics_t *diagnostics)
{
    diagnostics->kept_count = 0;
    for (size_t slot = 0; slot < diagnostics->table_slots; ++slot)
        diagnostics->table[slot] = NULL;
    for (int severity = 0; severity < SEVERITY_COUNT; ++severity)
        diagnostics->reported[severity] = diagnostics->kept_of[severity] = 0;
}

void diagnostics_print(diagnostics_t *diagnostics, FILE *stream)
{
    static const diagnostic_printer_t *const printers[] = {
        [DIAGNOSTICS_TEXT] = &diagnostic_text_printer,
        [DIAGNOSTICS_JSON] = &diagnostic_json_printer,
        [DIAGNOSTICS_SARIF] = &diagnostic_sarif_printer,
    };
    const diagnostic_printer_t *printer = printers[diagnostics->options->format];
    unsigned shown[SEVERITY_COUNT] = { 0 };
    text_t text = { 0 };

    if (diagnostics->kept_count > 1)
        qsort(diagnostics->kept, diagnostics->kept_count, sizeof *diagnostics->kept, compare_places);
    diagnostic_batch_t batch = {
        .sources = diagnostics->sources, .items = diagnostics->kept, .count = count_shown(diagnostics, shown),
        .error_count = diagnostics->reported[SEVERITY_ERROR], .warning_count = diagnostics->reported[SEVERITY_WARNING],
        .use_color = use_color(diagnostics->options->color, stream),
    };
    batch.errors_left_out = batch.error_count - shown[SEVERITY_ERROR];
    batch.warnings_left_out = batch.warning_count - shown[SEVERITY_WARNING];

    printer->put_start(&text, &batch);
    for (size_t index = 0; index < batch.count; ++index) {
        printer->put_item(&text, &batch, index);
        if (text.length_bytes >= FLUSH_BYTES)
            write_out(&text, stream);
    }
    printer->put_end(&text, &batch);
    write_out(&text, stream);
    text_free(&text);
    forget(diagnostics);
}
