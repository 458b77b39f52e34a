%// Comments of generated C: doc comments and a block's rows go in, C comments come out.
%#include "templates.h"

%static void put_comment_bytes(text_t *out, const char *chars, size_t count)
%{
%    for (size_t at = 0; at < count; at++) {
%        char next = at + 1 < count ? chars[at + 1] : '\0';
%        text_put_char(out, chars[at]);
%        if ((chars[at] == '/' && next == '*') || (chars[at] == '*' && next == '/') || (chars[at] == '?' && next == '?'))
%            text_put_char(out, ' ');
%    }
%}

%void put_comment_text(text_t *out, const char *chars)
%{
%    if (strpbrk(chars, "*/?"))
%        put_comment_bytes(out, chars, strlen(chars));
%    else
%        text_put_string(out, chars);
%}

%static void put_indented_doc(text_t *out, const char *doc, const char *indentation)
%{
%    const char *end;
%    if (!doc)
%        return;
%    text_format(out, "%s/** ", indentation);
%    while ((end = strchr(doc, '\n')) != NULL) {
%        char line[1024];
%        size_t length = (size_t)(end - doc) < sizeof line - 1 ? (size_t)(end - doc) : sizeof line - 1;
%        memcpy(line, doc, length);
%        line[length] = '\0';
%        put_comment_text(out, line);
%        text_format(out, "\n%s *%s", indentation, end[1] == '\n' || !end[1] ? "" : " ");
%        doc = end + 1;
%    }
%    put_comment_text(out, doc);
%    text_put_string(out, " */\n");
%}
%
%void put_doc(text_t *out, const char *doc) { put_indented_doc(out, doc, ""); }
%
%void put_member_doc(text_t *out, const char *doc) { put_indented_doc(out, doc, "    "); }

%/* Columns of a block's table, in characters from the start of a line. */
%enum { COLUMN_OFFSET = 3, COLUMN_BITS = 10, COLUMN_NAME = 17, COLUMN_TYPE = 42, COLUMN_ACCESS = 53, COLUMN_VALUE = 58 };
%
%static void put_to_column(text_t *out, size_t line_start_bytes, size_t column)
%{
%    size_t at = out->length_bytes - line_start_bytes;
%    static const char blanks[] = "                                                                ";
%    text_put_bytes(out, blanks, at < column && column - at < sizeof blanks ? column - at : 1);
%}
%
%static void put_bit_range(text_t *out, const schema_row_t *row)
%{
%    if (row->high_bit != row->low_bit) {
%        text_put_unsigned(out, (unsigned)row->high_bit);
%        text_put_char(out, ':');
%    }
%    text_put_unsigned(out, (unsigned)row->low_bit);
%}
%
%static void put_meaning(text_t *out, const schema_row_t *row)
%{
%    if (*row->value) {
%        text_put_string(out, "= ");
%        put_comment_text(out, row->value);
%    }
%    if (*row->unit) {
%        text_put_string(out, *row->value ? " [" : "[");
%        put_comment_text(out, row->unit);
%        text_put_char(out, ']');
%    }
%}
%
%static void put_row(text_t *out, const schema_row_t *row)
%{
%    size_t start_bytes = out->length_bytes;
%    text_put_string(out, " * ");
%    if (row->low_bit < 0 || row->depth == 0)
%        text_put_hex(out, hex_wide(row->byte_offset, 4));
%    if (row->low_bit >= 0) {
%        put_to_column(out, start_bytes, COLUMN_BITS);
%        put_bit_range(out, row);
%    }
%    put_to_column(out, start_bytes, COLUMN_NAME + (row->depth < 8 ? 2 * row->depth : 16));
%    text_put_string(out, *row->name ? row->name : "(free)");
%    if (*row->type) {
%        put_to_column(out, start_bytes, COLUMN_TYPE);
%        text_put_string(out, row->type);
%    }
%    if (*row->access) {
%        put_to_column(out, start_bytes, COLUMN_ACCESS);
%        text_put_string(out, row->access);
%    }
%    if (*row->value || *row->unit) {
%        put_to_column(out, start_bytes, COLUMN_VALUE);
%        put_meaning(out, row);
%    }
%    text_put_char(out, '\n');
%}

%% template block_table(const schema_block_t *block)
/* ---- ${block->name.name}: ${block->size_bytes} bytes\
% if (block->has_address)
 at ${hex(block->address)}\
% else
 in ${block->region->name.name} at ${hex(block->region_offset)}\
% if (block->count)
, ${block->count} times every ${hex(block->stride_bytes)}\
% if (block->guard != GUARD_NONE)
, guarded by ${guards[block->guard].name}\
% if (block->is_mirrored)
, two copies\
% text_put_char(out, '\n');
 * OFFSET BITS   NAME                     TYPE       ${block->is_register_block ? "ACCESS" : "     DEFAULT"}
% for (size_t index = 0; index < block->row_count; index++)
% put_row(out, &block->rows[index]);
% if (block->guard != GUARD_NONE) {
%     if (block->is_mirrored) {
 * ${hex_wide(block->sequence_offset, 4)}        (sequence)               u8
%     }
 * ${hex_wide(block->version_offset, 4)}        (version)                u8
 * ${hex_wide(block->crc_offset, 4)}        (${guards[block->guard].name})
% }
 */
%% end
