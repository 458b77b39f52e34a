/* Printing an imported layout; see svd_print.h. Short docs of fields and values stand behind them, in one column as the
 * formatter has it (format.c, group_column); all others above. */
#include "svd_print.h"

#include <stdlib.h>
#include <string.h>

#include "item.h"
#include "naming.h"
#include "targets.h"
#include "utf8.h"

enum { LINE_WIDTH = 100, INDENT_WIDTH = 4, COMMENT_GAP = 2, MOST_BYTES = 256 << 20 };

/* A line whose comment waits for the column of its neighbours. */
typedef struct pending { size_t code_start, code_bytes; unsigned width; const char *comment; unsigned comment_width; }
    pending_t;

typedef struct printer {
    arena_t *arena;
    text_t *out;
    unsigned indent;             /* in braces */
    text_t line;                 /* the code of the line that is being made */
    text_t waiting;              /* the code of the pending lines */
    pending_t *pending;
    size_t pending_count, pending_capacity;
    bool has_long_line;
} printer_t;

/* ---- lines */

/* The column of the comments of the pending lines, or 0 where each stands right behind its line. */
static unsigned pending_column(const printer_t *printer)
{
    unsigned column = 0;
    for (size_t index = 0; index < printer->pending_count; index++)
        if (column < printer->pending[index].width + COMMENT_GAP)
            column = printer->pending[index].width + COMMENT_GAP;
    for (size_t index = 0; index < printer->pending_count; index++) {
        const pending_t *one = &printer->pending[index];
        if (column + one->comment_width > LINE_WIDTH && one->width + COMMENT_GAP + one->comment_width <= LINE_WIDTH)
            return 0;
    }
    return column;
}

static void end_pending(printer_t *printer)
{
    if (!printer->pending_count)
        return;
    unsigned column = pending_column(printer);
    for (size_t index = 0; index < printer->pending_count; index++) {
        const pending_t *one = &printer->pending[index];
        text_put_bytes(printer->out, printer->waiting.chars + one->code_start, one->code_bytes);
        text_put_spaces(printer->out, (int)(column ? column - one->width : COMMENT_GAP));
        text_put_string(printer->out, "//< ");
        text_put_string(printer->out, one->comment);
        text_put_char(printer->out, '\n');
    }
    printer->pending_count = printer->waiting.length_bytes = 0;
}

static unsigned indent_width(const printer_t *printer) { return printer->indent * INDENT_WIDTH; }

/* Starts a line of code, in printer->line. */
static text_t *begin_line(printer_t *printer)
{
    printer->line.length_bytes = 0;
    text_put_spaces(&printer->line, (int)indent_width(printer));
    return &printer->line;
}

static void end_line(printer_t *printer)
{
    end_pending(printer);
    printer->has_long_line |= printer->line.length_bytes > LINE_WIDTH;
    text_put_bytes(printer->out, printer->line.chars, printer->line.length_bytes);
    text_put_char(printer->out, '\n');
}

static bool fits_behind(size_t code_bytes, const char *doc)
{
    size_t length = strlen(doc);
    return length <= 4 * LINE_WIDTH
        && code_bytes + COMMENT_GAP + sizeof "//< " - 1 + utf8_character_count(doc, length) <= LINE_WIDTH;
}

/* Lines of a comment, wrapped between words. */
static void put_comment(printer_t *printer, const char *mark, const char *words)
{
    unsigned column = 0;
    end_pending(printer);
    while (*words) {
        size_t length = strcspn(words, " ");
        unsigned width = utf8_character_count(words, length);
        if (column && column + 1 + width > LINE_WIDTH) {
            text_put_char(printer->out, '\n');
            column = 0;
        }
        if (!column) {
            text_put_spaces(printer->out, (int)indent_width(printer));
            text_put_string(printer->out, mark);
            column = indent_width(printer) + (unsigned)strlen(mark);
        }
        text_put_char(printer->out, ' ');
        text_put_bytes(printer->out, words, length);
        column += 1 + width;
        words += length + strspn(words + length, " ");
    }
    if (column)
        text_put_char(printer->out, '\n');
}

static void put_notes(printer_t *printer, const svd_notes_t *notes)
{
    for (const svd_note_t *note = notes->first; note; note = note->next)
        put_comment(printer, "// SVD:", note->text);
}

/* Notes and doc above what comes next. */
static void put_above(printer_t *printer, const svd_notes_t *notes, const char *doc)
{
    put_notes(printer, notes);
    if (doc && *doc)
        put_comment(printer, "///", doc);
}

/* Ends a line of code with its doc behind it where there is room, else above it. */
static void end_line_with_doc(printer_t *printer, const svd_notes_t *notes, const char *doc)
{
    const text_t *line = &printer->line;
    bool is_behind = doc && *doc && fits_behind(line->length_bytes, doc);
    if (!is_behind) {
        put_above(printer, notes, doc);
        end_line(printer);
        return;
    }
    if (notes->first) {
        end_pending(printer);
        put_notes(printer, notes);
    }
    if (printer->pending_count == printer->pending_capacity)
        printer->pending = grow_array(printer->pending, &printer->pending_capacity, sizeof *printer->pending);
    printer->pending[printer->pending_count++] = (pending_t){
        printer->waiting.length_bytes, line->length_bytes, (unsigned)line->length_bytes, doc,
        4 + utf8_character_count(doc, strlen(doc)) };
    text_put_bytes(&printer->waiting, line->chars, line->length_bytes);
}

static void put_blank_line(printer_t *printer)
{
    end_pending(printer);
    text_put_char(printer->out, '\n');
}

/* ---- numbers */

/* 0x4003_4000: in groups of four where there are more. */
static void put_address(text_t *text, uint64_t value, int digits)
{
    char plain[20];
    int length = 0;
    while (length < digits || value >> (4 * length)) {
        plain[length] = "0123456789ABCDEF"[value >> (4 * length) & 15];
        if (++length == 16)
            break;
    }
    text_put_string(text, "0x");
    for (int index = length; index-- > 0;) {
        text_put_char(text, plain[index]);
        if (index && index % 4 == 0)
            text_put_char(text, '_');
    }
}

static void put_value(text_t *text, uint64_t value)
{
    if (value < 10)
        text_put_unsigned(text, value);
    else
        put_address(text, value, 1);
}

/* ---- enums */

static void put_enumerator(text_t *text, const svd_value_t *value)
{
    text_put_string(text, value->name);
    text_put_string(text, " = ");
    if (value->value <= UINT16_MAX)
        text_put_unsigned(text, value->value);
    else
        put_address(text, value->value, 1);
    if (value->is_repeated)
        text_put_string(text, " alias");
}

static bool has_docs(const svd_enum_t *enumeration)
{
    for (size_t index = 0; index < enumeration->value_count; index++)
        if (enumeration->values[index].doc)
            return true;
    return false;
}

static void print_enum(printer_t *printer, svd_enum_t *enumeration)
{
    static const svd_notes_t none = { 0 };
    if (enumeration->is_printed)
        return;
    enumeration->is_printed = true;
    put_blank_line(printer);
    put_notes(printer, &enumeration->notes);
    text_t *line = begin_line(printer);
    text_format(line, "enum %s : u%u {", enumeration->name, enumeration->width_bits);
    size_t head_bytes = line->length_bytes;
    bool is_inline = !has_docs(enumeration);
    for (size_t index = 0; is_inline && index < enumeration->value_count; index++) {
        text_put_string(line, index ? ", " : " ");
        put_enumerator(line, &enumeration->values[index]);
        is_inline = line->length_bytes + 2 <= LINE_WIDTH;
    }
    if (is_inline) {
        text_put_string(line, " }");
        end_line(printer);
        return;
    }
    line->length_bytes = head_bytes;
    end_line(printer);
    printer->indent++;
    for (size_t index = 0; index < enumeration->value_count; index++) {
        put_enumerator(begin_line(printer), &enumeration->values[index]);
        text_put_char(line, ',');
        end_line_with_doc(printer, &none, enumeration->values[index].doc);
    }
    printer->indent--;
    text_put_char(begin_line(printer), '}');
    end_line(printer);
}

/* Each enum stands before the first block that uses it. */
static void print_enums(printer_t *printer, const svd_part_t *parts, size_t count)
{
    for (size_t index = 0; index < count; index++) {
        print_enums(printer, parts[index].parts, parts[index].part_count);
        for (size_t one = 0; one < parts[index].bit_count; one++)
            if (parts[index].bits[one].enumeration)
                print_enum(printer, parts[index].bits[one].enumeration);
    }
}

/* ---- blocks */

static void put_access(text_t *line, access_t access)
{
    text_put_char(line, ' ');
    text_put_string(line, access_text(access, true));
}

static bool is_plain(access_t access) { return access.write == WRITE_PLAIN && access.read == READ_PLAIN; }

static void print_bits(printer_t *printer, const svd_part_t *part, const svd_bits_t *bits)
{
    if (svd_is_gap(bits) && bits->is_alias)
        return;
    text_t *line = begin_line(printer);
    text_put_string(line, bits->name);
    if (bits->enumeration)
        text_format(line, ": %s", bits->enumeration->name);
    else if (bits->width_bits == 1)
        text_put_string(line, ": bool");
    else
        text_format(line, ": u%u", bits->width_bits);
    if (bits->count)
        text_format(line, "[%llu]", (unsigned long long)bits->count);
    uint64_t width = bits->width_bits * (bits->count ? bits->count : 1);
    if (width == 1)
        text_format(line, " @%u", bits->position);
    else
        text_format(line, " @[%llu:%u]", (unsigned long long)(bits->position + width - 1), bits->position);
    if (!svd_is_gap(bits) && (bits->access.write != part->access.write || bits->access.read != part->access.read))
        put_access(line, bits->access);
    if (bits->has_range)
        text_format(line, " range %llu..%llu", (unsigned long long)bits->range_least,
                    (unsigned long long)bits->range_most);
    if (bits->is_alias)
        text_put_string(line, " alias");
    text_put_char(line, ';');
    end_line_with_doc(printer, &bits->notes, bits->doc);
}

static bool has_fields(const svd_part_t *part)
{
    for (size_t index = 0; index < part->bit_count; index++)
        if (!svd_is_gap(&part->bits[index]))
            return true;
    return false;
}

static void put_register_head(text_t *line, const svd_part_t *part)
{
    text_format(line, "%s: %c%u", part->name, part->is_signed ? 'i' : 'u', part->width_bits);
    if (part->count)
        text_format(line, "[%llu]", (unsigned long long)part->count);
    text_put_string(line, " @ ");
    put_address(line, part->offset, 2);
    if (part->count && part->stride != part->extent_bytes) {
        text_put_string(line, " stride ");
        put_value(line, part->stride);
    }
    if (!is_plain(part->access))
        put_access(line, part->access);
    if (part->has_reset) {
        text_put_string(line, " reset ");
        put_value(line, part->reset);
    }
    if (part->is_alias)
        text_put_string(line, " alias");
}

/* "[4] @ 0x10 stride 0x8": of a group or a block; count 0: one. */
static void put_place(text_t *line, uint64_t count, uint64_t address, int digits, uint64_t stride)
{
    if (count)
        text_format(line, "[%llu]", (unsigned long long)count);
    text_put_string(line, " @ ");
    put_address(line, address, digits);
    if (count) {
        text_put_string(line, " stride ");
        put_value(line, stride);
    }
}

static void put_group_head(text_t *line, const svd_part_t *part)
{
    text_put_string(line, part->name);
    put_place(line, part->count, part->offset, 2, part->stride);
    if (part->is_alias)
        text_put_string(line, " alias");
}

/* False where the whole has become too large; so for the functions below. */
static bool print_parts(printer_t *printer, const svd_part_t *parts, size_t count);

static bool print_part(printer_t *printer, const svd_part_t *part)
{
    put_above(printer, &part->notes, part->doc);
    text_t *line = begin_line(printer);
    bool is_group = part->part_count != 0, has_braces = is_group || has_fields(part);
    if (is_group)
        put_group_head(line, part);
    else
        put_register_head(line, part);
    text_put_string(line, has_braces ? " {" : ";");
    end_line(printer);
    if (!has_braces)
        return printer->out->length_bytes <= MOST_BYTES;
    printer->indent++;
    for (size_t index = 0; index < part->bit_count; index++)
        print_bits(printer, part, &part->bits[index]);
    bool is_good = print_parts(printer, part->parts, part->part_count);
    printer->indent--;
    text_put_char(begin_line(printer), '}');
    end_line(printer);
    return is_good && printer->out->length_bytes <= MOST_BYTES;
}

static bool print_parts(printer_t *printer, const svd_part_t *parts, size_t count)
{
    for (size_t index = 0; index < count; index++)
        if (!print_part(printer, &parts[index]))
            return false;
    return true;
}

static void print_address_blocks(printer_t *printer, const svd_element_t *peripheral)
{
    bool has_own = false;
    for (const svd_element_t *child = peripheral->first; child; child = child->next)
        has_own |= child->kind == SVD_ADDRESS_BLOCK;
    if (!has_own && peripheral->base) {
        print_address_blocks(printer, peripheral->base);
        return;
    }
    for (const svd_element_t *child = peripheral->first; child; child = child->next) {
        char room[128];
        text_t words = TEXT_IN(room);
        if (child->kind != SVD_ADDRESS_BLOCK || !svd_number(child, SVD_SIZE, 0))
            continue;
        text_put_string(&words, "address block ");
        put_address(&words, svd_number(child, SVD_OFFSET, 0), 2);
        text_put_string(&words, " to ");
        put_address(&words, svd_number(child, SVD_OFFSET, 0) + child->numbers[SVD_SIZE] - 1, 2);
        if (child->words[SVD_USAGE])
            text_format(&words, ": %s", child->words[SVD_USAGE]);
        put_comment(printer, "// SVD:", text_chars(&words));
        text_free(&words);
    }
}

static bool print_block(printer_t *printer, const svd_block_t *block)
{
    if (block->part_count)
        print_enums(printer, block->parts, block->part_count);
    put_blank_line(printer);
    put_notes(printer, &block->notes);
    print_address_blocks(printer, block->source);
    text_t *line = begin_line(printer);
    if (!block->part_count) {
        text_put_string(line, block->name);
        text_put_string(line, " at ");
        put_address(line, block->address, 4);
        text_put_string(line, " has no registers");
        put_comment(printer, "// SVD:", text_chars(line));
        return true;
    }
    if (block->doc && *block->doc)
        put_comment(printer, "///", block->doc);
    text_format(line, "memreg %s", block->name);
    put_place(line, block->count, block->address, 4, block->stride);
    text_put_string(line, block->is_alias ? " alias {" : " {");
    end_line(printer);
    printer->indent++;
    bool is_good = print_parts(printer, block->parts, block->part_count);
    printer->indent--;
    text_put_char(begin_line(printer), '}');
    end_line(printer);
    return is_good;
}

/* ---- the top */

static const svd_element_t *find_cpu(const svd_element_t *device)
{
    const svd_element_t *child = device->first;
    while (child && child->kind != SVD_CPU)
        child = child->next;
    return child;
}

/* A target that is built in and has the device's name; "esp32c3" is the same as "esp32_c3". */
static const char *find_target(const svd_layout_t *layout)
{
    for (size_t index = 0; index < built_in_target_count; index++) {
        const char *at = layout->name, *target = built_in_targets[index].name;
        for (; *at && (*at == '_' || *at == *target); at++)
            target += *at != '_';
        if (!*at && !*target)
            return built_in_targets[index].name;
    }
    return NULL;
}

/* A file's name as it may stand in a comment. */
static const char *shown_name(arena_t *arena, const char *file_name)
{
    char *shown = arena_format(arena, "%s", file_name);
    for (char *at = shown; *at; at++)
        if ((unsigned char)*at < ' ' || *at == 0x7F)
            *at = '?';
    return shown;
}

static const char *or_nothing(const char *word) { return word ? word : ""; }

static void print_top(printer_t *printer, const svd_layout_t *layout, const char *file_name)
{
    const svd_element_t *device = layout->device, *cpu = find_cpu(device);
    char room[512];
    text_t words = TEXT_IN(room);
    text_format(&words, "Imported from %s: %s%s%s%s%s.", shown_name(printer->arena, file_name),
                or_nothing(device->words[SVD_VENDOR]), device->words[SVD_VENDOR] ? " " : "",
                or_nothing(device->words[SVD_NAME]), device->words[SVD_VERSION] ? ", version " : "",
                or_nothing(device->words[SVD_VERSION]));
    if (cpu)
        text_format(&words, " Processor: %s%s%s%s%s.", or_nothing(cpu->words[SVD_NAME]),
                    cpu->words[SVD_REVISION] ? " " : "", or_nothing(cpu->words[SVD_REVISION]),
                    cpu->words[SVD_ENDIAN] ? ", endian " : "", or_nothing(cpu->words[SVD_ENDIAN]));
    put_comment(printer, "//", text_chars(&words));
    text_free(&words);
    put_comment(printer, "//", "Comments that begin with \"SVD:\" tell what the file says and the layout cannot.");
    put_blank_line(printer);
    put_above(printer, &layout->notes, device->words[SVD_DESCRIPTION]);
    text_format(begin_line(printer), "layout %s;", layout->name);
    end_line(printer);
    const char *target = find_target(layout);
    if (target) {
        text_format(begin_line(printer),
                    "// target %s;  // adds the chip's memories, and its windows that set and clear bits", target);
        end_line(printer);
    }
    if (layout->interrupt_count)
        put_blank_line(printer);
    for (size_t index = 0; index < layout->interrupt_count; index++) {
        const svd_interrupt_t *interrupt = &layout->interrupts[index];
        text_format(begin_line(printer), "const %s = %llu;", interrupt->name, (unsigned long long)interrupt->number);
        end_line_with_doc(printer, &interrupt->notes, interrupt->doc);
    }
}

bool svd_print(arena_t *arena, text_t *out, const svd_layout_t *layout, const char *file_name, bool *is_canonical,
               svd_error_t *error)
{
    printer_t printer = { .arena = arena, .out = out };
    bool is_good = true;
    print_top(&printer, layout, file_name);
    for (size_t index = 0; index < layout->block_count && is_good; index++) {
        is_good = print_block(&printer, &layout->blocks[index]);
        if (!is_good)
            *error = (svd_error_t){ layout->blocks[index].source->place,
                                    "this is too large to be a device: the layout has more than 256 MiB" };
    }
    end_pending(&printer);
    *is_canonical = !printer.has_long_line;
    text_free(&printer.line);
    text_free(&printer.waiting);
    free(printer.pending);
    return is_good;
}
