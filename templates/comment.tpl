%// Comments of generated C: doc comments and a block's rows go in, C comments come out.
%#include "templates.h"

%static void put_indented(text_t *out, const schema_row_t *row, int width)
%{
%    int indent = row->depth < 12 ? 2 * (int)row->depth : 24;
%    text_put_padded(out, padded("", indent));
%    text_put_padded(out, padded(row->name, width - indent));
%}

%void put_comment_text(text_t *out, const char *chars)
%{
%    if (!strpbrk(chars, "*/?")) {
%        text_put_string(out, chars);
%        return;
%    }
%    for (const char *at = chars; *at; at++) {
%        text_put_char(out, *at);
%        if ((at[0] == '/' && at[1] == '*') || (at[0] == '*' && at[1] == '/') || (at[0] == '?' && at[1] == '?'))
%            text_put_char(out, ' ');
%    }
%}

%void put_doc(text_t *out, const char *doc)
%{
%    const char *end;
%    if (!doc)
%        return;
%    text_put_string(out, "/** ");
%    while ((end = strchr(doc, '\n')) != NULL) {
%        char line[1024];
%        size_t length = (size_t)(end - doc) < sizeof line - 1 ? (size_t)(end - doc) : sizeof line - 1;
%        memcpy(line, doc, length);
%        line[length] = '\0';
%        put_comment_text(out, line);
%        text_put_string(out, "\n * ");
%        doc = end + 1;
%    }
%    put_comment_text(out, doc);
%    text_put_string(out, " */\n");
%}

%static void put_row(text_t *out, const schema_row_t *row)
%{
%    text_put_string(out, " * ");
%    if (row->low_bit < 0 || row->depth == 0)
%        text_put_hex(out, hex_wide(row->byte_offset, 4));
%    else
%        text_put_string(out, "      ");
%    char bits[32] = "";
%    if (row->low_bit >= 0 && row->high_bit != row->low_bit)
%        snprintf(bits, sizeof bits, "%d:%d", row->high_bit, row->low_bit);
%    else if (row->low_bit >= 0)
%        snprintf(bits, sizeof bits, "%d", row->low_bit);
%    text_put_padded(out, padded(bits, -6));
%    text_put_string(out, "  ");
%    put_indented(out, row, 24);
%    text_put_char(out, ' ');
%    text_put_padded(out, padded(row->type, 10));
%    text_put_char(out, ' ');
%    text_put_padded(out, padded(row->access, 4));
%    if (*row->value) {
%        text_put_string(out, " = ");
%        put_comment_text(out, row->value);
%    }
%    if (*row->unit) {
%        text_put_string(out, " [");
%        put_comment_text(out, row->unit);
%        text_put_char(out, ']');
%    }
%    while (out->length_bytes && out->chars[out->length_bytes - 1] == ' ')
%        out->length_bytes--;
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
% for (size_t index = 0; index < block->row_count; index++)
% put_row(out, &block->rows[index]);
 */
%% end
