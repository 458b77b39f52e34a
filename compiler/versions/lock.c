/* Freezing schemas as text and reading them back; see lock.h. */
#include "lock.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "build.h"
#include "crc.h"
#include "difference.h"
#include "format.h"
#include "item.h"
#include "lexer.h"
#include "load.h"
#include "parser.h"
#include "stores.h"

/* More than this is a page that is programmed by the byte; see parts.c. */
enum { MOST_PROGRAM_BYTES = 32 };

static const char ending[] = ".lock";

const char *lock_path(arena_t *arena, const char *layout_path)
{
    return strcmp(layout_path, "-") == 0 ? NULL : arena_format(arena, "%s%s", layout_path, ending);
}

bool is_lock_path(const char *path)
{
    size_t length = strlen(path), ending_length = strlen(ending);
    return length > ending_length && strcmp(path + length - ending_length, ending) == 0;
}

schema_t *lock_version(const lock_t *lock, uint32_t version)
{
    for (size_t index = 0; index < lock->count; index++)
        if (lock->versions[index]->version == version)
            return lock->versions[index];
    return NULL;
}

/* ---- writing */

static void put_string_literal(text_t *out, const char *chars)
{
    text_put_char(out, '"');
    for (; *chars; chars++) {
        if ((unsigned char)*chars < ' ' || *chars == '"' || *chars == '\\' || *chars == 0x7F)
            text_format(out, "\\x%02X", (unsigned)(unsigned char)*chars);
        else
            text_put_char(out, *chars);
    }
    text_put_char(out, '"');
}

static void put_type(text_t *out, const schema_type_t *type)
{
    unsigned whole_bits = type->width_bits - type->fraction_bits;
    if (type->enumeration)
        text_put_string(out, type->enumeration->name.name);
    else if (type->structure)
        text_put_string(out, type->structure->name.name);
    else if (type->kind == VALUE_TEXT || type->kind == VALUE_BYTES)
        text_format(out, "%s[%u]", type->kind == VALUE_TEXT ? "char" : "byte", type->length_bytes);
    else if (type->kind == VALUE_BOOL)
        text_put_string(out, "bool");
    else if (type->kind == VALUE_FLOAT)
        text_format(out, "f%u", type->width_bits);
    else if (type->fraction_bits)
        text_format(out, "%sq%u.%u", type->is_signed ? "" : "u", whole_bits, type->fraction_bits);
    else
        text_format(out, "%c%u", type->is_signed ? 'i' : 'u', type->width_bits);
}

/* A field in a container has its bits; in a run of bit fields the first one has its byte, and the others follow. */
static void put_pin(text_t *out, const placed_item_t *item, bool is_in_container)
{
    uint64_t bits = item->element_bits * (item->array_length ? item->array_length : 1);
    if (is_in_container && bits == 1)
        text_format(out, " @%llu", (unsigned long long)item->run_bit);
    else if (is_in_container)
        text_format(out, " @[%llu:%llu]", (unsigned long long)(item->run_bit + bits - 1),
                    (unsigned long long)item->run_bit);
    else if (!item->is_bit_type || item->inside)
        text_format(out, " @ %llu", (unsigned long long)item->byte_offset);
    else if (item->run_bit == 0)
        text_format(out, " @ %llu", (unsigned long long)item->run_start);
}

/* Where it comes from: no part of its bytes, but what links it to the version before. */
static void put_origin(text_t *out, const char *was, bool may_drop)
{
    if (was)
        text_format(out, " was %s", was);
    if (may_drop)
        text_put_string(out, " drop");
}

/* What the stored number means: no part of its bytes, but firmware and tools go by it. */
static void put_meaning(text_t *out, const placed_item_t *item)
{
    if (item->unit) {
        text_put_string(out, " unit ");
        put_string_literal(out, item->unit);
    }
    if (ast_attribute(item->node, ATTRIBUTE_SCALE)) {
        text_put_string(out, " scale ");
        put_factor(out, item->scale);
    }
    if (ast_attribute(item->node, ATTRIBUTE_BIAS)) {
        text_put_string(out, " bias ");
        put_factor(out, item->bias);
    }
}

static void put_body(text_t *out, const placed_t *placed, bool is_big_endian);

static void put_item(text_t *out, const placed_item_t *item, bool is_in_container, bool is_big_endian)
{
    const ast_node_t *node = item->node;
    const ast_attribute_t *was = ast_attribute(node, ATTRIBUTE_WAS);
    bool is_group = node->kind == AST_GROUP, is_container = item->inside && item->inside->is_container;

    text_put_string(out, node->name);
    if (!is_group) {
        text_put_string(out, ": ");
        put_type(out, &item->type);
    }
    if (item->array_length)
        text_format(out, "[%u]", item->array_length);
    if (item->array_length && item->stride_bits != item->element_bits)
        text_format(out, " stride %llu", (unsigned long long)item->stride_bits / 8);
    put_pin(out, item, is_in_container);
    if (ast_attribute(node, ATTRIBUTE_BE))
        text_put_string(out, " be");
    if (ast_attribute(node, ATTRIBUTE_LE))
        text_put_string(out, " le");
    if (item->is_alias)
        text_put_string(out, " alias");
    put_meaning(out, item);
    put_origin(out, was ? was->name : NULL, ast_attribute(node, ATTRIBUTE_DROP) != NULL);
    if (is_group || is_container)
        put_body(out, item->inside, is_container || ast_attribute(node, ATTRIBUTE_BE)
                 || (is_big_endian && !ast_attribute(node, ATTRIBUTE_LE)));
    else
        text_put_char(out, ';');
    text_put_char(out, '\n');
}

/* is_big_endian: what holds around it. */
static void put_body(text_t *out, const placed_t *placed, bool is_big_endian)
{
    text_put_string(out, " {\n");
    if (!placed->is_container && placed->is_big_endian != is_big_endian)
        text_format(out, "endian %s;\n", placed->is_big_endian ? "big" : "little");
    for (size_t index = 0; index < placed->item_count; index++)
        if (!(placed->is_container && placed->items[index].is_gap))
            put_item(out, &placed->items[index], placed->is_container, placed->is_big_endian);
    text_put_char(out, '}');
}

static void put_policy(text_t *out, policy_t policy)
{
    if (policy != POLICY_PACKED)
        text_format(out, " %s", policy_names[policy]);
}

static void put_enum(text_t *out, const schema_enum_t *enumeration)
{
    text_format(out, "\nenum %s : %c%u {\n", enumeration->name.name, enumeration->is_signed ? 'i' : 'u',
                enumeration->width_bits);
    for (size_t index = 0; index < enumeration->enumerator_count; index++) {
        const schema_enumerator_t *enumerator = &enumeration->enumerators[index];
        text_format(out, "%s = ", enumerator->name.name);
        if (enumeration->is_signed)
            text_put_signed(out, enumerator->value);
        else
            text_put_unsigned(out, (uint64_t)enumerator->value);
        text_put_string(out, enumerator->is_alias ? " alias,\n" : ",\n");
    }
    text_put_string(out, "}\n");
}

static void put_struct(text_t *out, const schema_struct_t *structure)
{
    text_format(out, "\nstruct %s", structure->name.name);
    put_policy(out, structure->policy);
    put_body(out, structure->body, false);
    text_put_char(out, '\n');
}

static void put_block(text_t *out, const schema_block_t *block)
{
    text_format(out, "\nmemreg %s", block->name.name);
    if (block->count)
        text_format(out, "[%u]", block->count);
    text_format(out, " in %s + %llu", block->region->name.name, (unsigned long long)block->region_offset);
    if (block->count)
        text_format(out, " stride %llu", (unsigned long long)block->stride_bytes);
    text_format(out, " span %u", block->size_bytes);
    if (block->guard)
        text_format(out, " guard %s", guards[block->guard].name);
    if (block->is_mirrored)
        text_put_string(out, " mirror");
    if (block->is_alias)
        text_put_string(out, " alias");
    put_origin(out, block->was, block->may_drop);
    put_policy(out, block->policy);
    put_body(out, block->body, false);
    text_put_char(out, '\n');
}

/* A record that has no name any more keeps its row: what of the table says so is all that is known of it. */
static void put_record(text_t *out, const schema_record_t *record)
{
    text_format(out, "record %s ", record->name.name ? record->name.name : "_");
    put_string_literal(out, record->prefix);
    if (!record->name.name)
        text_format(out, ": byte[..%u]", record->value_bytes);
    else if (!record->body)
        text_format(out, ": byte[..%u]", record->most_bytes);
    else if (!record->body_is_own)
        text_format(out, ": %s", record->body->name.name);
    if (record->has_ids)
        text_format(out, " ids %u..%u", record->first_id, record->last_id);
    if (record->is_ring)
        text_put_string(out, " ring");
    if (record->storage == STORAGE_KEYED)
        text_format(out, " count %u", record->records);
    put_origin(out, record->was, record->may_drop);
    if (record->body_is_own) {
        put_policy(out, record->body->policy);
        put_body(out, record->body->body, false);
        text_put_char(out, '\n');
    } else {
        text_put_string(out, ";\n");
    }
}

/* The erase units that it uses, and its records in the order of the table. */
static void put_store(text_t *out, const schema_store_t *store)
{
    uint64_t sectors = store->log_sectors;
    unsigned rows = (unsigned)(store->record_count + store->earlier_count);
    for (unsigned number = 0; number < rows; number++)
        sectors += store_row(store, number)->sectors;
    text_format(out, "\nstore %s in %s + %llu size %llu {\n", store->name.name, store->region->name.name,
                (unsigned long long)store->region_offset, (unsigned long long)(sectors * store->region->erase_bytes));
    for (unsigned number = 0; number < rows; number++)
        put_record(out, store_row(store, number));
    text_put_string(out, "}\n");
}

static bool is_kept_in(const schema_t *schema, const schema_region_t *region)
{
    for (size_t index = 0; index < schema->item_count; index++) {
        const schema_item_t *item = &schema->items[index];
        if (item->kind == SCHEMA_BLOCK && item->of.block->is_persistent && item->of.block->region == region)
            return true;
        if (item->kind == SCHEMA_STORE && item->of.store->region == region)
            return true;
    }
    return false;
}

/* What a store's entries are aligned to follows from the driver, which is frozen as the number that it means. */
static uint32_t programmed_at_once(const schema_region_t *region)
{
    return region->is_flash && region->unit_bytes <= MOST_PROGRAM_BYTES ? region->unit_bytes : region->program_bytes;
}

static void put_region(text_t *out, const schema_region_t *region)
{
    uint32_t program_bytes = programmed_at_once(region);
    text_format(out, "region %s = %s", region->name.name, region_kinds[region->kind].name);
    if (region->has_address)
        text_format(out, " @ 0x%llX", (unsigned long long)region->address);
    text_format(out, " size %llu", (unsigned long long)region->size_bytes);
    if (region->is_retained)
        text_put_string(out, " retained");
    if (region->erase_bytes)
        text_format(out, " erase %u", region->erase_bytes);
    if (program_bytes)
        text_format(out, " program %u", program_bytes);
    text_put_string(out, ";\n");
}

static void put_kept(text_t *out, const schema_item_t *item)
{
    if (item->kind == SCHEMA_ENUM && item->of.enumeration->is_persistent)
        put_enum(out, item->of.enumeration);
    else if (item->kind == SCHEMA_STRUCT && item->of.structure->is_persistent)
        put_struct(out, item->of.structure);
    else if (item->kind == SCHEMA_BLOCK && item->of.block->is_persistent)
        put_block(out, item->of.block);
    else if (item->kind == SCHEMA_STORE)
        put_store(out, item->of.store);
}

/* The check's number is put in once the text has its canonical form. */
static void put_version(text_t *out, const schema_t *schema, bool has_check)
{
    text_format(out, "layout %s version %u%s;\n\n", schema->name.name, (unsigned)schema->version,
                has_check ? " check 0x00000000" : "");
    for (size_t index = 0; index < schema->region_count; index++)
        if (is_kept_in(schema, &schema->regions[index]))
            put_region(out, &schema->regions[index]);
    for (size_t index = 0; index < schema->item_count; index++)
        put_kept(out, &schema->items[index]);
}

/* ---- the check of a version's text */

/* The text of one version: its check is over the tokens, so that line ends, comments and white space do not count. */
typedef struct section { uint32_t crc; span_t written; } section_t;

static void add_to_check(section_t *section, const char *chars, size_t length_bytes)
{
    static const uint8_t line_end = '\n';
    uint32_t crc = guard_crc(GUARD_CRC32, ~section->crc, (const uint8_t *)chars, length_bytes);
    section->crc = ~guard_crc(GUARD_CRC32, crc, &line_end, 1);
}

/* The sections of a lock file that was parsed, in its order: one for each 'layout'. docs/formats.md has the rule. */
static section_t *find_sections(const lock_reader_t *reader, const source_t *source, size_t most)
{
    section_t *sections = ARENA_ARRAY(reader->arena, section_t, most + 1), *section = NULL;
    lexer_t lexer;
    token_t token;
    size_t count = 0;
    bool is_head = false, is_check = false;
    lexer_start(&lexer, reader->arena, reader->names, reader->diagnostics, source);
    for (int kind; (kind = lexer_next(&lexer, &token)) != TOKEN_END;) {
        if (kind == TOKEN_LAYOUT && count < most) {
            section = &sections[count++];
            *section = (section_t){ 0 };
            is_head = true;
        }
        is_head = is_head && kind != TOKEN_SEMI;
        if (is_check)
            section->written = token.span;
        else if (section && !(is_head && kind == TOKEN_CHECK))
            add_to_check(section, source->chars + (token.span.start - source->base), token.span.end - token.span.start);
        is_check = !is_check && is_head && kind == TOKEN_CHECK;
    }
    lexer_end(&lexer);
    return sections;
}

static void put_checks(const lock_reader_t *reader, text_t *out, const lock_t *lock)
{
    const char *chars = arena_copy(reader->arena, text_chars(out), out->length_bytes);
    const source_t *source = sources_add(reader->sources, lock->path, chars, out->length_bytes);
    if (!source)
        return;
    const section_t *sections = find_sections(reader, source, lock->count);
    for (size_t index = 0; index < lock->count; index++) {
        const char *check = arena_format(reader->arena, "0x%08X", (unsigned)sections[index].crc);
        if (sections[index].written.start)
            memcpy(out->chars + (sections[index].written.start - source->base), check, strlen(check));
    }
}

void lock_put(const lock_reader_t *reader, text_t *out, const lock_t *lock)
{
    text_t text = { 0 };
    text_put_string(&text, "// What each version keeps over a reset, byte by byte: written by 'memregc lock', read by "
                    "every compile.\n// Keep it with the layout, and do not edit it: firmware in the field has these "
                    "bytes.\n\n");
    for (size_t index = 0; index < lock->count; index++) {
        text_put_string(&text, index ? "\n" : "");
        put_version(&text, lock->versions[index], true);
    }
    const char *chars = arena_copy(reader->arena, text_chars(&text), text.length_bytes);
    const source_t *source = sources_add(reader->sources, lock->path, chars, text.length_bytes);
    if (!source || !format_source(reader->arena, reader->names, reader->diagnostics, source, out))
        text_put_bytes(out, text.chars, text.length_bytes);
    put_checks(reader, out, lock);
    text_free(&text);
}

/* ---- reading */

static bool read_check(const lock_reader_t *reader, const program_t *program, const schema_t *schema, uint32_t crc)
{
    const ast_expression_t *written = program->layout->count;
    if (!written || (written->kind == EXPRESSION_INTEGER && written->integer == crc))
        return true;
    diagnostic_t *wrong = report(reader->diagnostics, RULE_LOCK_FILE, written->span,
                                 "version %u was changed after it was locked: the check of what it says is 0x%08X",
                                 (unsigned)schema->version, (unsigned)crc);
    report_help(wrong, "take the file back from version control, and run 'memregc lock' again");
    return false;
}

static bool read_version(const lock_reader_t *reader, const program_t *program, uint32_t crc, lock_t *lock)
{
    const ast_node_t *layout = program->layout;
    if (!layout->value) {
        report(reader->diagnostics, RULE_LOCK_FILE, layout->name_span, "a frozen layout has a version");
        return false;
    }
    schema_t *schema = schema_build(reader->arena, reader->names, reader->diagnostics, program, "locked");
    if (!schema)
        return false;
    if (lock->count && schema->version <= lock->versions[lock->count - 1]->version) {
        report(reader->diagnostics, RULE_LOCK_FILE, layout->value->span,
               "version %u stands behind version %u: each is frozen once, the oldest first", (unsigned)schema->version,
               (unsigned)lock->versions[lock->count - 1]->version);
        return false;
    }
    lock->versions[lock->count++] = schema;
    return read_check(reader, program, schema, crc);
}

/* The first error ends it: what stands behind may follow from it, and a person does not write these files. */
static bool read_versions(const lock_reader_t *reader, const source_t *source, lock_t *lock)
{
    size_t count;
    program_t **programs = load_lock(reader->arena, reader->names, reader->diagnostics, source, &count);
    bool is_good = !diagnostics_error_count(reader->diagnostics);
    lock->versions = ARENA_ARRAY(reader->arena, schema_t *, count + 1);
    const section_t *sections = is_good ? find_sections(reader, source, count) : NULL;
    diagnostics_mute_warnings(reader->diagnostics, true);
    for (size_t index = 0; index < count && is_good; index++)
        is_good = read_version(reader, programs[index], sections[index].crc, lock);
    diagnostics_mute_warnings(reader->diagnostics, false);
    return is_good;
}

bool lock_read(const lock_reader_t *reader, const char *path, lock_t *lock)
{
    struct stat status;
    const char *error = NULL;
    *lock = (lock_t){ .path = path };
    if (diagnostics_error_count(reader->diagnostics))
        return false;
    if (!path || (stat(path, &status) != 0 && errno == ENOENT))
        return true;
    const source_t *source = sources_read(reader->sources, path, &error);
    if (!source) {
        report(reader->diagnostics, RULE_LOCK_FILE, (span_t){ 0, 0 }, "cannot read %s: %s", path, error);
        return false;
    }
    return read_versions(reader, source, lock);
}

bool lock_read_text(const lock_reader_t *reader, const char *name, const char *chars, size_t length_bytes, lock_t *lock)
{
    *lock = (lock_t){ .path = name };
    const source_t *source = sources_add(reader->sources, name, chars, length_bytes);
    return source && read_versions(reader, source, lock);
}

schema_t *lock_freeze(const lock_reader_t *reader, const schema_t *schema)
{
    text_t text = { 0 };
    lock_t lock = { 0 };
    put_version(&text, schema, false);
    const char *chars = arena_copy(reader->arena, text_chars(&text), text.length_bytes);
    bool is_good = lock_read_text(reader, arena_format(reader->arena, "%s, frozen", schema->source_name), chars,
                                  text.length_bytes, &lock);
    text_free(&text);
    return is_good && lock.count ? lock.versions[0] : NULL;
}
