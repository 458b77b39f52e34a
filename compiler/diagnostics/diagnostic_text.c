/* Messages go in, lines for people come out: the place, the message, the source line and a caret under the place.
 * Nothing of a source file can reach a terminal as a control sequence. */
#include <stdbool.h>
#include <string.h>

#include "diagnostic_print.h"
#include "utf8.h"

#define ELLIPSIS "\xE2\x80\xA6"
#define TAB_COLUMNS 8
/* A longer source line is shown in part: so many columns of it, so many of them before the caret at most. */
#define WINDOW_COLUMNS 120
#define WINDOW_COLUMNS_BEFORE 60
#define WINDOW_COLUMNS_AFTER 20
#define LEAST_NUMBER_COLUMNS 5
#define STAND_IN '?'

typedef enum paint { PAINT_NONE, PAINT_PLACE, PAINT_ERROR, PAINT_WARNING, PAINT_NOTE, PAINT_HELP, PAINT_CARET } paint_t;

static const char *const paint_sequences[] = {
    [PAINT_NONE] = "\033[0m", [PAINT_PLACE] = "\033[1m", [PAINT_ERROR] = "\033[1;31m", [PAINT_WARNING] = "\033[1;35m",
    [PAINT_NOTE] = "\033[1;36m", [PAINT_HELP] = "\033[1;34m", [PAINT_CARET] = "\033[1;32m",
};

static const struct { const char *word; paint_t paint; } severity_labels[] = {
    [SEVERITY_ERROR] = { "error: ", PAINT_ERROR }, [SEVERITY_WARNING] = { "warning: ", PAINT_WARNING },
};

typedef struct range { uint32_t first, last; } range_t;

/* Characters that steer a terminal or the direction of text, so that a line could look like another one. */
static const range_t harmful_characters[] = {
    { 0x0000, 0x0008 }, { 0x000A, 0x001F }, { 0x007F, 0x009F }, { 0x061C, 0x061C }, { 0x200B, 0x200F },
    { 0x2028, 0x202E }, { 0x2060, 0x206F }, { 0xFEFF, 0xFEFF }, { 0xFFF9, 0xFFFB }, { 0xE0000, 0xE007F },
};

static const range_t wide_characters[] = {
    { 0x1100, 0x115F }, { 0x2E80, 0x303E }, { 0x3041, 0xA4CF }, { 0xAC00, 0xD7A3 }, { 0xF900, 0xFAFF },
    { 0xFE30, 0xFE6F }, { 0xFF00, 0xFF60 }, { 0xFFE0, 0xFFE6 }, { 0x1F300, 0x1F64F }, { 0x1F680, 0x1F6FF },
    { 0x1F900, 0x1F9FF }, { 0x20000, 0x3FFFD },
};

static const range_t combining_characters[] = {
    { 0x0300, 0x036F }, { 0x0483, 0x0489 }, { 0x1AB0, 0x1AFF }, { 0x1DC0, 0x1DFF }, { 0x20D0, 0x20FF },
    { 0xFE00, 0xFE0F }, { 0xFE20, 0xFE2F },
};

#define IS_IN(ranges, code_point) is_in_ranges((ranges), sizeof(ranges) / sizeof *(ranges), (code_point))

static bool is_in_ranges(const range_t *ranges, size_t count, uint32_t code_point)
{
    for (size_t index = 0; index < count; ++index)
        if (code_point >= ranges[index].first && code_point <= ranges[index].last)
            return true;
    return false;
}

/* One character as it is shown. */
typedef struct glyph {
    unsigned byte_count;
    unsigned columns;        /* of a tab the most that it can be */
    bool is_tab;
    bool is_replaced;        /* shown as STAND_IN */
} glyph_t;

static glyph_t glyph_at(const char *chars, size_t length_bytes)
{
    unsigned char first = (unsigned char)chars[0];
    if (first >= 0x20 && first < 0x7F)
        return (glyph_t){ 1, 1, false, false };
    if (first == '\t')
        return (glyph_t){ 1, TAB_COLUMNS, true, false };
    utf8_character_t character = utf8_decode(chars, length_bytes);
    glyph_t glyph = { character.byte_count, 1, false, !character.is_valid };
    if (IS_IN(harmful_characters, character.code_point))
        glyph.is_replaced = true;
    else if (IS_IN(wide_characters, character.code_point))
        glyph.columns = 2;
    else if (IS_IN(combining_characters, character.code_point))
        glyph.columns = 0;
    return glyph;
}

/* The start of the character that ends before `offset` (which is above 0). */
static uint32_t glyph_before(const char *chars, uint32_t offset)
{
    for (uint32_t byte_count = 2; byte_count <= 4 && byte_count <= offset; ++byte_count)
        if (utf8_decode(chars + offset - byte_count, byte_count).byte_count == byte_count)
            return offset - byte_count;
    return offset - 1;
}

static void put_glyph(text_t *text, const char *chars, glyph_t glyph)
{
    if (glyph.is_replaced)
        text_put_char(text, STAND_IN);
    else
        text_put_bytes(text, chars, glyph.byte_count);
}

static void put_repeated(text_t *text, char character, unsigned count)
{
    while (count-- > 0)
        text_put_char(text, character);
}

/* A message or a path: on one line, and harmless. */
static void put_words(text_t *text, const char *words)
{
    size_t length_bytes = strlen(words);
    for (size_t offset = 0; offset < length_bytes;) {
        glyph_t glyph = glyph_at(words + offset, length_bytes - offset);
        glyph.is_replaced |= glyph.is_tab;
        put_glyph(text, words + offset, glyph);
        offset += glyph.byte_count;
    }
}

static void put_paint(text_t *text, const diagnostic_batch_t *batch, paint_t paint)
{
    if (batch->use_color)
        text_put_string(text, paint_sequences[paint]);
}

static void put_painted(text_t *text, const diagnostic_batch_t *batch, paint_t paint, const char *words)
{
    put_paint(text, batch, paint);
    put_words(text, words);
    put_paint(text, batch, PAINT_NONE);
}

/* The part of a line that is shown: [start, end) of its bytes. */
typedef struct window { uint32_t start, end; } window_t;

/* How far `columns` reach to the right of `start`. */
static uint32_t reach(const source_place_t *place, uint32_t start, unsigned columns)
{
    while (start < place->line_length_bytes) {
        glyph_t glyph = glyph_at(place->line_chars + start, place->line_length_bytes - start);
        if (glyph.columns > columns)
            break;
        columns -= glyph.columns;
        start += glyph.byte_count;
        /* Characters without a width do not make a line endless. */
        if (glyph.columns == 0 && columns > 0)
            --columns;
    }
    return start;
}

static window_t window_of(const source_place_t *place)
{
    uint32_t end = reach(place, 0, WINDOW_COLUMNS);
    if (end == place->line_length_bytes
        || (place->line_offset_bytes < end && reach(place, place->line_offset_bytes, WINDOW_COLUMNS_AFTER) <= end))
        return (window_t){ 0, end };
    uint32_t start = place->line_offset_bytes;
    for (unsigned columns = 0; start > 0 && columns < WINDOW_COLUMNS_BEFORE; ++columns)
        start = glyph_before(place->line_chars, start);
    return (window_t){ start, reach(place, start, WINDOW_COLUMNS) };
}

static void put_source_row(text_t *text, const source_place_t *place, window_t window)
{
    if (window.end > window.start)
        text_put_char(text, ' ');
    if (window.start > 0)
        text_put_string(text, ELLIPSIS);
    for (uint32_t offset = window.start; offset < window.end;) {
        glyph_t glyph = glyph_at(place->line_chars + offset, place->line_length_bytes - offset);
        put_glyph(text, place->line_chars + offset, glyph);
        offset += glyph.byte_count;
    }
    if (window.end < place->line_length_bytes)
        text_put_string(text, ELLIPSIS);
    text_put_char(text, '\n');
}

/* The caret, and tildes up to span_end. Tabs are repeated, so that both rows line up whatever a tab's width is. */
static void put_caret_row(text_t *text, const source_place_t *place, window_t window, uint32_t span_end)
{
    uint32_t caret = place->line_offset_bytes;
    text_put_char(text, ' ');
    if (window.start > 0)
        text_put_char(text, ' ');
    for (uint32_t offset = window.start; offset < window.end && offset < caret;) {
        glyph_t glyph = glyph_at(place->line_chars + offset, place->line_length_bytes - offset);
        if (glyph.is_tab)
            text_put_char(text, '\t');
        else
            put_repeated(text, ' ', glyph.columns);
        offset += glyph.byte_count;
    }
    text_put_char(text, '^');
    for (uint32_t offset = caret; offset < window.end && offset < span_end;) {
        glyph_t glyph = glyph_at(place->line_chars + offset, place->line_length_bytes - offset);
        unsigned columns_under_caret = offset == caret && glyph.columns > 0 ? 1 : 0;
        offset += glyph.byte_count;
        if (!glyph.is_tab)
            put_repeated(text, '~', glyph.columns - columns_under_caret);
        else if (offset < span_end)
            text_put_char(text, '\t');
    }
}

static void put_excerpt(text_t *text, const diagnostic_batch_t *batch, const source_place_t *place, span_t span)
{
    uint32_t span_bytes = span.end > span.start ? span.end - span.start : 0;
    uint32_t rest_bytes = place->line_length_bytes - place->line_offset_bytes;
    uint32_t span_end = place->line_offset_bytes + (span_bytes < rest_bytes ? span_bytes : rest_bytes);
    window_t window = window_of(place);

    size_t line_start = text->length_bytes;
    text_format(text, "%*lu", LEAST_NUMBER_COLUMNS, (unsigned long)place->line);
    unsigned number_columns = (unsigned)(text->length_bytes - line_start);
    text_put_string(text, " |");
    put_source_row(text, place, window);

    put_repeated(text, ' ', number_columns);
    text_put_string(text, " |");
    put_paint(text, batch, PAINT_CARET);
    put_caret_row(text, place, window, span_end);
    put_paint(text, batch, PAINT_NONE);
    text_put_char(text, '\n');
}

/* "layout.mr:12:5: ", or the program's name where there is no place. */
static void put_place(text_t *text, const diagnostic_batch_t *batch, const source_place_t *place)
{
    put_paint(text, batch, PAINT_PLACE);
    if (place->source == NULL) {
        text_put_string(text, "memregc: ");
    } else {
        put_words(text, place->source->path);
        text_format(text, ":%lu:%lu: ", (unsigned long)place->line, (unsigned long)place->column);
    }
    put_paint(text, batch, PAINT_NONE);
}

static void put_note(text_t *text, const diagnostic_batch_t *batch, const diagnostic_note_t *note)
{
    source_place_t place = sources_place(batch->sources, note->span.start);
    if (place.source != NULL)
        put_place(text, batch, &place);
    put_painted(text, batch, PAINT_NOTE, "note: ");
    put_words(text, note->message);
    text_put_char(text, '\n');
    if (place.source != NULL)
        put_excerpt(text, batch, &place, note->span);
}

static void put_item(text_t *text, const diagnostic_batch_t *batch, size_t index)
{
    const diagnostic_t *diagnostic = batch->items[index];
    source_place_t place = sources_place(batch->sources, diagnostic->span.start);
    put_place(text, batch, &place);
    put_painted(text, batch, severity_labels[diagnostic->severity].paint, severity_labels[diagnostic->severity].word);
    put_painted(text, batch, PAINT_PLACE, diagnostic->message);
    text_format(text, " [%s]\n", rule_info(diagnostic->rule)->name);
    if (place.source != NULL)
        put_excerpt(text, batch, &place, diagnostic->span);
    for (const diagnostic_note_t *note = diagnostic->notes; note != NULL; note = note->next)
        put_note(text, batch, note);
    for (const diagnostic_note_t *help = diagnostic->helps; help != NULL; help = help->next) {
        put_painted(text, batch, PAINT_HELP, "help: ");
        put_words(text, help->message);
        text_put_char(text, '\n');
    }
}

static void put_start(text_t *text, const diagnostic_batch_t *batch)
{
    (void)text;
    (void)batch;
}

static void put_count(text_t *text, unsigned count, const char *noun)
{
    text_format(text, "%u %s%s", count, noun, count == 1 ? "" : "s");
}

static void put_end(text_t *text, const diagnostic_batch_t *batch)
{
    bool has_errors = batch->error_count > 0, has_warnings = batch->warning_count > 0;
    if (batch->errors_left_out > 0)
        text_format(text, "too many errors (%u more); use --max-errors 0 to see all\n", batch->errors_left_out);
    else if (batch->warnings_left_out > 0)
        text_format(text, "too many warnings (%u more); use --max-errors 0 to see all\n", batch->warnings_left_out);
    if (has_errors)
        put_count(text, batch->error_count, "error");
    if (has_errors && has_warnings)
        text_put_string(text, ", ");
    if (has_warnings)
        put_count(text, batch->warning_count, "warning");
    if (has_errors || has_warnings)
        text_put_char(text, '\n');
}

const diagnostic_printer_t diagnostic_text_printer = { put_start, put_item, put_end };
