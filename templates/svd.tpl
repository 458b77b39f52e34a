%// CMSIS-SVD: a schema goes in; a device comes out of which every block is a peripheral, also those in memory, so that a
%// debugger's register view shows their fields by name. Documented in docs/views.md.
%#include <stdio.h>
%#include "schema.h"
%#include "templates.h"
%#include "version.h"

%static void put_xml(text_t *out, const char *chars)
%{
%    for (; *chars; chars++) {
%        unsigned char at = (unsigned char)*chars;
%        if (at == '<')
%            text_put(out, "&lt;");
%        else if (at == '>')
%            text_put(out, "&gt;");
%        else if (at == '&')
%            text_put(out, "&amp;");
%        else if (at < ' ')
%            text_put_char(out, ' ');
%        else
%            text_put_char(out, (char)at);
%    }
%}

%static void put_element(text_t *out, unsigned indent, const char *name, const char *chars)
%{
%    text_format(out, "%*s<%s>", (int)indent, "", name);
%    put_xml(out, chars);
%    text_format(out, "</%s>\n", name);
%}

%static void put_number(text_t *out, unsigned indent, const char *name, uint64_t value)
%{
%    text_format(out, "%*s<%s>0x%llX</%s>\n", (int)indent, "", name, (unsigned long long)value, name);
%}

%/* What is said of a value: its doc comment, its unit, and how it is read where that is not plain. */
%static void put_description(text_t *out, unsigned indent, const char *doc, const char *unit, double scale, double bias,
%                            const char *note)
%{
%    bool has_scale = scale < 1 || scale > 1 || bias < 0 || bias > 0;
%    if (!doc && !unit && !has_scale && !note)
%        return;
%    text_format(out, "%*s<description>", (int)indent, "");
%    put_xml(out, doc ? doc : "");
%    if (unit || has_scale) {
%        text_put(out, doc ? " (" : "(");
%        if (has_scale) {
%            text_put(out, "raw * ");
%            text_put(out, scale);
%        }
%        if (bias < 0 || bias > 0) {
%            text_put(out, " + ");
%            text_put(out, bias);
%        }
%        text_put(out, has_scale && unit ? " " : "");
%        put_xml(out, unit ? unit : "");
%        text_put_char(out, ')');
%    }
%    if (note) {
%        text_put(out, doc || unit || has_scale ? "; " : "");
%        put_xml(out, note);
%    }
%    text_put(out, "</description>\n");
%}

%static void put_access(text_t *out, unsigned indent, access_t access)
%{
%    static const char *const writes[WRITE_KIND_COUNT] = { [WRITE_1_CLEARS] = "oneToClear", [WRITE_1_SETS] = "oneToSet",
%        [WRITE_1_TOGGLES] = "oneToToggle", [WRITE_0_CLEARS] = "zeroToClear", [WRITE_0_SETS] = "zeroToSet" };
%    put_element(out, indent, "access", access.write == WRITE_NONE ? "read-only"
%                : access.read == READ_NONE ? "write-only" : "read-write");
%    if (writes[access.write])
%        put_element(out, indent, "modifiedWriteValues", writes[access.write]);
%    if (access.read == READ_CLEARS || access.read == READ_SETS)
%        put_element(out, indent, "readAction", access.read == READ_CLEARS ? "clear" : "set");
%}

%static void put_enumerated(text_t *out, unsigned indent, const schema_type_t *type)
%{
%    const schema_enum_t *enumeration = type->enumeration;
%    if (type->kind != VALUE_ENUM)
%        return;
%    text_format(out, "%*s<enumeratedValues>\n", (int)indent, "");
%    put_element(out, indent + 2, "name", enumeration->name.name);
%    for (size_t index = 0; index < enumeration->enumerator_count; index++) {
%        const schema_enumerator_t *one = &enumeration->enumerators[index];
%        uint64_t mask = type->width_bits >= 64 ? UINT64_MAX : (UINT64_C(1) << type->width_bits) - 1;
%        if (one->is_alias)
%            continue;
%        text_format(out, "%*s<enumeratedValue><name>%s</name>", (int)indent + 2, "", one->name.name);
%        if (one->name.doc) {
%            text_put(out, "<description>");
%            put_xml(out, one->name.doc);
%            text_put(out, "</description>");
%        }
%        text_format(out, "<value>0x%llX</value></enumeratedValue>\n", (unsigned long long)((uint64_t)one->value & mask));
%    }
%    text_format(out, "%*s</enumeratedValues>\n", (int)indent, "");
%}

%/* Opens what holds a register: a cluster for every index but the last one, each with its own stride. Returns how far
%// within them the register is indented. */
%static unsigned open_clusters(text_t *out, const char *name, const schema_index_t *indices, unsigned count)
%{
%    unsigned indent = 8;
%    for (unsigned index = 0; index + 1 < count; index++, indent += 2) {
%        text_format(out, "%*s<cluster><dim>%u</dim><dimIncrement>0x%llX</dimIncrement><name>%s_by_%u[%%s]</name>"
%                    "<addressOffset>0x0</addressOffset>\n", (int)indent, "", indices[index].count,
%                    (unsigned long long)(indices[index].stride_bits / 8), name, index);
%    }
%    return indent;
%}

%static void close_clusters(text_t *out, unsigned count)
%{
%    for (unsigned index = 1; index < count; index++)
%        text_format(out, "%*s</cluster>\n", (int)(8 + 2 * (count - 1 - index)), "");
%}

%static void put_dim(text_t *out, unsigned indent, uint32_t count, uint64_t increment)
%{
%    text_format(out, "%*s<dim>%u</dim><dimIncrement>0x%llX</dimIncrement>\n", (int)indent, "", count,
%                (unsigned long long)increment);
%}

%static void put_bits(text_t *out, unsigned indent, const schema_bits_t *bits)
%{
%    text_format(out, "%*s<field>\n", (int)indent, "");
%    if (bits->array_length)
%        put_dim(out, indent + 2, bits->array_length, bits->type.width_bits);
%    text_format(out, "%*s<name>%s%s</name>\n", (int)indent + 2, "", bits->name.snake, bits->array_length ? "[%s]" : "");
%    put_description(out, indent + 2, bits->name.doc, bits->unit, bits->scale, bits->bias,
%                    bits->type.is_signed ? "signed" : NULL);
%    text_format(out, "%*s<bitRange>[%u:%u]</bitRange>\n", (int)indent + 2, "",
%                bits->position + bits->type.width_bits - 1, bits->position);
%    put_access(out, indent + 2, bits->access);
%    put_enumerated(out, indent + 2, &bits->type);
%    text_format(out, "%*s</field>\n", (int)indent, "");
%}

%static void put_register(text_t *out, const schema_register_t *one)
%{
%    const schema_index_t *last = one->index_count ? &one->indices[one->index_count - 1] : NULL;
%    unsigned indent = open_clusters(out, one->name.snake, one->indices, one->index_count);
%    text_format(out, "%*s<register>\n", (int)indent, "");
%    if (last)
%        put_dim(out, indent + 2, last->count, last->stride_bits / 8);
%    text_format(out, "%*s<name>%s%s</name>\n", (int)indent + 2, "", one->name.snake, last ? "[%s]" : "");
%    put_description(out, indent + 2, one->name.doc, one->unit, one->scale, one->bias,
%                    one->type.is_signed ? "signed" : NULL);
%    if (one->is_alias)
%        put_element(out, indent + 2, "alternateGroup", "alias");
%    put_number(out, indent + 2, "addressOffset", one->byte_offset);
%    text_format(out, "%*s<size>%u</size>\n", (int)indent + 2, "", one->width_bits);
%    put_access(out, indent + 2, one->bits_count ? (access_t){ one->is_writable ? WRITE_PLAIN : WRITE_NONE,
%               one->is_readable ? READ_PLAIN : READ_NONE } : one->access);
%    if (one->has_reset)
%        put_number(out, indent + 2, "resetValue", one->reset);
%    if (one->bits_count) {
%        text_format(out, "%*s<fields>\n", (int)indent + 2, "");
%        for (size_t index = 0; index < one->bits_count; index++)
%            put_bits(out, indent + 4, &one->bits[index]);
%        text_format(out, "%*s</fields>\n", (int)indent + 2, "");
%    } else if (one->type.kind == VALUE_ENUM) {
%        text_format(out, "%*s<fields><field><name>value</name><bitRange>[%u:0]</bitRange>\n", (int)indent + 2, "",
%                    one->type.width_bits - 1);
%        put_enumerated(out, indent + 4, &one->type);
%        text_format(out, "%*s</field></fields>\n", (int)indent + 2, "");
%    }
%    text_format(out, "%*s</register>\n", (int)indent, "");
%    close_clusters(out, one->index_count);
%}

%// ---- byte blocks: what the bytes are read by has a size that debuggers can read

%static unsigned readable_bytes(unsigned bytes) { return bytes <= 2 ? bytes : bytes <= 4 ? 4 : 8; }

%/* How many of a field's last indices the register itself takes: the elements of text and of bytes are one each. */
%static bool is_byte_string(const schema_field_t *field)
%{
%    return field->form == FORM_TEXT || field->form == FORM_BYTES;
%}

%/* Bit fields that lie in one run, which is read at once, share a register; a longer run has one for each field. */
%static bool shares_register(const schema_field_t *first, const schema_field_t *field)
%{
%    unsigned own = first->form == FORM_ELEMENTS;
%    return field->is_bit_type && first->bit_run_bytes <= 8 && field->bit_run_start == first->bit_run_start
%        && field->index_count - (field->form == FORM_ELEMENTS) == first->index_count - own;
%}

%static void put_memory_bits(text_t *out, unsigned indent, const schema_field_t *field, const char *name, unsigned position)
%{
%    bool is_array = field->form == FORM_ELEMENTS;
%    text_format(out, "%*s<field>\n", (int)indent, "");
%    if (is_array)
%        put_dim(out, indent + 2, field->array_length, field->type.width_bits);
%    text_format(out, "%*s<name>%s%s</name>\n", (int)indent + 2, "", name, is_array ? "[%s]" : "");
%    put_description(out, indent + 2, field->name.doc, field->unit, field->scale, field->bias,
%                    field->type.is_signed ? "signed" : NULL);
%    text_format(out, "%*s<bitRange>[%u:%u]</bitRange>\n", (int)indent + 2, "", position + field->type.width_bits - 1,
%                position);
%    put_enumerated(out, indent + 2, &field->type);
%    text_format(out, "%*s</field>\n", (int)indent, "");
%}

%/* A register of `bytes` from `offset` on; what follows it is its fields, if any, and its end. */
%static unsigned open_memory_register(text_t *out, const schema_field_t *field, const char *name, unsigned index_count,
%                                     uint32_t offset, unsigned bytes, const char *note)
%{
%    const schema_index_t *last = index_count ? &field->indices[index_count - 1] : NULL;
%    unsigned indent = open_clusters(out, name, field->indices, index_count);
%    text_format(out, "%*s<register>\n", (int)indent, "");
%    if (last)
%        put_dim(out, indent + 2, last->count, last->stride_bits / 8);
%    text_format(out, "%*s<name>%s%s</name>\n", (int)indent + 2, "", name, last ? "[%s]" : "");
%    if (!field->is_bit_type)
%        put_description(out, indent + 2, field->name.doc, field->unit, field->scale, field->bias, note);
%    if (readable_bytes(bytes) != bytes)
%        put_element(out, indent + 2, "alternateGroup", "wide");
%    put_number(out, indent + 2, "addressOffset", offset);
%    text_format(out, "%*s<size>%u</size>\n", (int)indent + 2, "", 8 * readable_bytes(bytes));
%    return indent + 2;
%}

%static void close_memory_register(text_t *out, unsigned indent, unsigned index_count)
%{
%    text_format(out, "%*s</register>\n", (int)indent - 2, "");
%    close_clusters(out, index_count);
%}

%static void put_string_register(text_t *out, const schema_field_t *field)
%{
%    unsigned indent = open_clusters(out, field->name.snake, field->indices, field->index_count + 1);
%    text_format(out, "%*s<register>\n", (int)indent, "");
%    put_dim(out, indent + 2, field->type.length_bytes, 1);
%    text_format(out, "%*s<name>%s[%%s]</name>\n", (int)indent + 2, "", field->name.snake);
%    put_description(out, indent + 2, field->name.doc, NULL, 1, 0, field->form == FORM_TEXT ? "text" : "bytes");
%    put_number(out, indent + 2, "addressOffset", field->byte_offset);
%    text_format(out, "%*s<size>8</size>\n%*s</register>\n", (int)indent + 2, "", (int)indent, "");
%    close_clusters(out, field->index_count + 1);
%}

%static void put_value_register(text_t *out, const schema_field_t *field)
%{
%    unsigned bytes = field->byte_count, width = field->type.width_bits;
%    const char *note = field->type.kind == VALUE_FLOAT ? "IEEE 754" : field->is_big_endian ? "big-endian: the bytes show reversed"
%        : field->type.is_signed ? "signed" : NULL;
%    unsigned indent = open_memory_register(out, field, field->name.snake, field->index_count, field->byte_offset, bytes, note);
%    if (width < 8 * readable_bytes(bytes) || field->type.kind == VALUE_ENUM) {
%        text_format(out, "%*s<fields><field><name>value</name><bitRange>[%u:0]</bitRange>\n", (int)indent, "", width - 1);
%        put_enumerated(out, indent + 2, &field->type);
%        text_format(out, "%*s</field></fields>\n", (int)indent, "");
%    }
%    close_memory_register(out, indent, field->index_count);
%}

%/* All bit fields from `first` on that share its register; returns how many. A big-endian field that crosses bytes has no
%// place in bits as a debugger counts them: it is left out. */
%static size_t put_run(text_t *out, const schema_field_t *first, size_t count)
%{
%    unsigned own = first->form == FORM_ELEMENTS, index_count = first->index_count - own;
%    bool is_whole = first->bit_run_bytes <= 8;
%    uint32_t start = is_whole ? first->bit_run_start : first->byte_offset;
%    unsigned bytes = is_whole ? first->bit_run_bytes : own ? 1 : first->byte_count > 8 ? 8 : first->byte_count;
%    char name[32];
%    size_t taken = 1;
%    while (taken < count && shares_register(first, &first[taken]))
%        taken++;
%    (void)snprintf(name, sizeof name, "bits_at_%u", (unsigned)start);
%    unsigned indent = open_memory_register(out, first, taken > 1 ? name : first->name.snake, index_count, start, bytes, NULL);
%    text_format(out, "%*s<fields>\n", (int)indent, "");
%    for (size_t index = 0; index < taken; index++) {
%        const schema_field_t *field = &first[index];
%        unsigned position = 8 * (field->byte_offset - start) + field->shift;
%        if (!field->is_big_endian && position + field->type.width_bits * (field->form == FORM_ELEMENTS ? field->array_length : 1)
%            <= 8 * readable_bytes(bytes))
%            put_memory_bits(out, indent + 2, field, field->name.snake, position);
%    }
%    text_format(out, "%*s</fields>\n", (int)indent, "");
%    close_memory_register(out, indent, index_count);
%    return taken;
%}

%static void put_trailer(text_t *out, const schema_block_t *block)
%{
%    unsigned crc_bytes = guards[block->guard].crc_bytes;
%    text_format(out, "        <register><name>guard_version</name><description>The layout's version that these bytes are of"
%                "</description><addressOffset>0x%X</addressOffset><size>8</size></register>\n", block->version_offset);
%    text_format(out, "        <register><name>guard_crc</name><description>%s over all before it</description>"
%                "<addressOffset>0x%X</addressOffset><size>%u</size></register>\n", guards[block->guard].name,
%                block->crc_offset, 8 * crc_bytes);
%}

%static void put_fields(text_t *out, const schema_block_t *block)
%{
%    for (size_t index = 0; index < block->field_count;) {
%        const schema_field_t *field = &block->fields[index];
%        if (field->is_bit_type) {
%            index += put_run(out, field, block->field_count - index);
%            continue;
%        }
%        if (is_byte_string(field))
%            put_string_register(out, field);
%        else
%            put_value_register(out, field);
%        index++;
%    }
%    if (block->guard != GUARD_NONE)
%        put_trailer(out, block);
%}

%static bool place_of(const schema_block_t *block, const place_t *places, size_t count, uint64_t *address)
%{
%    *address = block->address;
%    for (size_t index = 0; !block->has_address && block->region && index < count; index++) {
%        *address = places[index].address + block->region_offset;
%        if (strcmp(places[index].region, block->region->name.name) == 0)
%            return true;
%    }
%    return block->has_address;
%}

%static void put_peripheral(text_t *out, const schema_block_t *block, uint64_t address)
%{
%    bool is_repeated = !block->is_register_block && (block->count || block->is_mirrored);
%    uint64_t bytes = block->count && !is_repeated ? (block->count - 1) * block->stride_bytes + block->size_bytes
%        : block->size_bytes;
%    text_put(out, "    <peripheral>\n");
%    if (is_repeated)
%        put_dim(out, 6, block->count ? block->count : 2, block->count ? block->stride_bytes : block->size_bytes);
%    text_format(out, "      <name>%s%s</name>\n", block->name.name, is_repeated ? "[%s]" : "");
%    put_description(out, 6, block->name.doc, NULL, 1, 0, NULL);
%    if (block->is_alias)
%        put_element(out, 6, "alternatePeripheral", block->name.name);
%    put_number(out, 6, "baseAddress", address);
%    text_format(out, "      <addressBlock><offset>0x0</offset><size>0x%llX</size><usage>registers</usage></addressBlock>\n",
%                (unsigned long long)(bytes ? bytes : 1));
%    text_put(out, "      <registers>\n");
%    for (size_t index = 0; index < block->register_count; index++)
%        put_register(out, &block->registers[index]);
%    if (!block->is_register_block)
%        put_fields(out, block);
%    text_put(out, "      </registers>\n    </peripheral>\n");
%}

%% template svd(const schema_t *schema, const place_t *places, size_t place_count)
<?xml version="1.0" encoding="utf-8"?>
<!-- Made from ${schema->source_name} by memregc ${MEMREGC_VERSION}; fingerprint ${hex_wide(schema->fingerprint, 8)}. -->
<device schemaVersion="1.3" xmlns:xs="http://www.w3.org/2001/XMLSchema-instance" xs:noNamespaceSchemaLocation="CMSIS-SVD.xsd">
  <name>${schema->name.name}</name>
  <version>${schema->version}</version>
  <description>\
% put_xml(out, schema->name.doc ? schema->name.doc : schema->name.name);
</description>
  <addressUnitBits>8</addressUnitBits>
  <width>${schema->word_bits < 32 ? 32u : schema->word_bits}</width>
  <size>32</size>
  <access>read-write</access>
  <peripherals>
% for (size_t index = 0; index < schema->item_count; index++) {
%     uint64_t address;
%     if (schema->items[index].kind != SCHEMA_BLOCK)
%         continue;
%     const schema_block_t *block = schema->items[index].of.block;
%     if (place_of(block, places, place_count, &address))
%         put_peripheral(out, block, address);
%     else if (block->kind == REGION_RAM)
    <!-- ${block->name.name}: its address is the linker's; the option 'place' tells it: ${block->region->name.name}=ADDRESS, that of ${block->region_c_name}_bytes. -->
%     else
    <!-- ${block->name.name}: the processor cannot read it in place. -->
% }
  </peripherals>
</device>
%% end
