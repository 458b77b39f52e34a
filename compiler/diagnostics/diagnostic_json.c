/* Messages go in, JSON for programs comes out: memregc's own short document, or SARIF 2.1.0. Lines and columns count
 * from 1, columns in Unicode characters, and the end is the place behind the last character. */
#include <stdbool.h>
#include <string.h>

#include "diagnostic_print.h"
#include "json_text.h"
#include "version.h"

#define SARIF_SCHEMA "https://json.schemastore.org/sarif-2.1.0.json"

static const char *const severity_words[] = { [SEVERITY_ERROR] = "error", [SEVERITY_WARNING] = "warning" };

/* A relative or file: URI; any byte that stands for itself in neither is percent-encoded. */
static void put_uri(text_t *text, const char *path)
{
    static const char unreserved[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    text_put_string(text, path[0] == '/' ? "\"file://" : "\"");
    for (; *path != '\0'; ++path) {
        if (strchr(unreserved, *path) != NULL)
            text_put_char(text, *path);
        else
            text_format(text, "%%%02X", (unsigned)(unsigned char)*path);
    }
    text_put_char(text, '"');
}

typedef struct region {
    source_place_t start, end;
    uint32_t byte_offset;    /* within the file, from 0 */
} region_t;

/* Returns false where the span is nowhere. The end stays in the file of the start. */
static bool region_of(const sources_t *sources, span_t span, region_t *region)
{
    region->start = sources_place(sources, span.start);
    if (region->start.source == NULL)
        return false;
    const source_t *source = region->start.source;
    uint32_t source_end = source->base + source->length_bytes;
    uint32_t end = span.end > span.start ? span.end : span.start;
    region->end = sources_place(sources, end < source_end ? end : source_end);
    region->byte_offset = (span.start < source_end ? span.start : source_end) - source->base;
    return true;
}

static void put_separator(text_t *text, size_t index)
{
    if (index > 0)
        text_put_char(text, ',');
    text_put_char(text, '\n');
}

/* The members that say what and where, of a message and of a note alike. */
static void put_json_message(text_t *text, const diagnostic_batch_t *batch, span_t span, const char *message)
{
    region_t region;
    text_put_string(text, "\"message\":");
    json_put_string(text, message);
    if (!region_of(batch->sources, span, &region))
        return;
    text_put_string(text, ",\"file\":");
    json_put_string(text, region.start.source->path);
    text_format(text, ",\"line\":%lu,\"column\":%lu,\"endLine\":%lu,\"endColumn\":%lu,\"byteOffset\":%lu",
                (unsigned long)region.start.line, (unsigned long)region.start.column, (unsigned long)region.end.line,
                (unsigned long)region.end.column, (unsigned long)region.byte_offset);
}

static void put_json_start(text_t *text, const diagnostic_batch_t *batch)
{
    (void)batch;
    text_put_string(text, "{\"version\":1,\"diagnostics\":[");
}

static void put_json_item(text_t *text, const diagnostic_batch_t *batch, size_t index)
{
    const diagnostic_t *diagnostic = batch->items[index];
    put_separator(text, index);
    text_put_string(text, "{\"rule\":");
    json_put_string(text, rule_info(diagnostic->rule)->name);
    text_format(text, ",\"severity\":\"%s\",", severity_words[diagnostic->severity]);
    put_json_message(text, batch, diagnostic->span, diagnostic->message);
    text_put_string(text, ",\"notes\":[");
    for (const diagnostic_note_t *note = diagnostic->notes; note != NULL; note = note->next) {
        text_put_char(text, '{');
        put_json_message(text, batch, note->span, note->message);
        text_put_string(text, note->next != NULL ? "}," : "}");
    }
    text_put_string(text, "],\"help\":[");
    for (const diagnostic_note_t *help = diagnostic->helps; help != NULL; help = help->next) {
        json_put_string(text, help->message);
        text_put_string(text, help->next != NULL ? "," : "");
    }
    text_put_string(text, "]}");
}

static void put_json_end(text_t *text, const diagnostic_batch_t *batch)
{
    text_format(text, "%s],\"errors\":%u,\"warnings\":%u}\n", batch->count > 0 ? "\n" : "", batch->error_count,
                batch->warning_count);
}

const diagnostic_printer_t diagnostic_json_printer = { put_json_start, put_json_item, put_json_end };

static void put_sarif_rule(text_t *text, rule_t rule)
{
    const rule_info_t *info = rule_info(rule);
    put_separator(text, (size_t)rule);
    text_put_string(text, "{\"id\":");
    json_put_string(text, info->name);
    text_put_string(text, ",\"shortDescription\":{\"text\":");
    json_put_string(text, info->summary);
    text_put_string(text, "},\"fullDescription\":{\"text\":");
    json_put_string(text, info->explanation);
    text_format(text, "},\"defaultConfiguration\":{\"level\":\"%s\"}}", severity_words[info->severity]);
}

static void put_sarif_start(text_t *text, const diagnostic_batch_t *batch)
{
    (void)batch;
    text_put_string(text, "{\"$schema\":\"" SARIF_SCHEMA "\",\"version\":\"2.1.0\",\"runs\":[{\n"
                          "\"tool\":{\"driver\":{\"name\":\"memregc\",\"version\":\"" MEMREGC_VERSION "\",\"rules\":[");
    for (size_t rule = 0; rule < RULE_COUNT; ++rule)
        put_sarif_rule(text, (rule_t)rule);
    text_put_string(text, "\n]}},\n\"columnKind\":\"unicodeCodePoints\",\n\"results\":[");
}

/* Puts nothing where the span is nowhere. */
static void put_sarif_location(text_t *text, const diagnostic_batch_t *batch, span_t span)
{
    region_t region;
    if (!region_of(batch->sources, span, &region))
        return;
    text_put_string(text, "\"physicalLocation\":{\"artifactLocation\":{\"uri\":");
    put_uri(text, region.start.source->path);
    text_format(text, "},\"region\":{\"startLine\":%lu,\"startColumn\":%lu,\"endLine\":%lu,\"endColumn\":%lu}}",
                (unsigned long)region.start.line, (unsigned long)region.start.column, (unsigned long)region.end.line,
                (unsigned long)region.end.column);
}

static void put_sarif_note(text_t *text, const diagnostic_batch_t *batch, const diagnostic_note_t *note)
{
    size_t before_bytes;
    text_put_char(text, '{');
    before_bytes = text->length_bytes;
    put_sarif_location(text, batch, note->span);
    if (text->length_bytes > before_bytes)
        text_put_char(text, ',');
    text_put_string(text, "\"message\":{\"text\":");
    json_put_string(text, note->message);
    text_put_string(text, note->next != NULL ? "}}," : "}}");
}

static void put_sarif_item(text_t *text, const diagnostic_batch_t *batch, size_t index)
{
    const diagnostic_t *diagnostic = batch->items[index];
    put_separator(text, index);
    text_put_string(text, "{\"ruleId\":");
    json_put_string(text, rule_info(diagnostic->rule)->name);
    text_format(text, ",\"ruleIndex\":%u,\"level\":\"%s\",\"message\":{\"text\":\"", (unsigned)diagnostic->rule,
                severity_words[diagnostic->severity]);
    json_put_escaped(text, diagnostic->message, strlen(diagnostic->message));
    for (const diagnostic_note_t *help = diagnostic->helps; help != NULL; help = help->next) {
        text_put_string(text, "\\nhelp: ");
        json_put_escaped(text, help->message, strlen(help->message));
    }
    text_put_string(text, "\"}");
    if (diagnostic->span.start != 0) {
        text_put_string(text, ",\"locations\":[{");
        put_sarif_location(text, batch, diagnostic->span);
        text_put_string(text, "}]");
    }
    if (diagnostic->notes != NULL) {
        text_put_string(text, ",\"relatedLocations\":[");
        for (const diagnostic_note_t *note = diagnostic->notes; note != NULL; note = note->next)
            put_sarif_note(text, batch, note);
        text_put_char(text, ']');
    }
    text_put_char(text, '}');
}

static void put_sarif_end(text_t *text, const diagnostic_batch_t *batch)
{
    text_put_string(text, batch->count > 0 ? "\n]}]}\n" : "]}]}\n");
}

const diagnostic_printer_t diagnostic_sarif_printer = { put_sarif_start, put_sarif_item, put_sarif_end };
