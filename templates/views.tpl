%// Parts of several views: see templates/views.h.
%#include "views.h"

%field_word_t field_word(const schema_field_t *field)
%{
%    if (field->form != FORM_ELEMENTS)
%        return (field_word_t){ field->byte_offset, field->byte_count, field->shift };
%    uint32_t end = field->byte_offset + field->byte_count, run_end = field->bit_run_start + field->bit_run_bytes;
%    uint32_t below = field->is_big_endian ? run_end - end : field->byte_offset - field->bit_run_start;
%    return (field_word_t){ field->bit_run_start, field->bit_run_bytes, field->shift + 8 * below };
%}

%% template python_crc(const char *name)
def ${name}(kind, crc, data):
    width = {"crc8": 8, "crc16": 16, "crc32": 32}[kind]
    for byte in data:
        crc ^= byte if width == 32 else byte << width - 8
        for _ in range(8):
            if width == 32:
                crc = crc >> 1 ^ (0xEDB88320 if crc & 1 else 0)
            else:
                crc = (crc << 1 ^ ((0x07 if width == 8 else 0x1021) if crc >> width - 1 else 0)) & (1 << width) - 1
    return crc
%% end
