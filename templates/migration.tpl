%// What earlier versions stored: a block with its migrations goes in; functions that find, convert and make room come out.
%#include "templates.h"

%static unsigned name_of(const schema_migration_t *migration) { return (unsigned)migration->versions[0]; }

%static uint32_t most_bytes(const schema_block_t *block)
%{
%    uint32_t most = 0;
%    for (size_t index = 0; index < block->migration_count; index++)
%        if (block->migrations[index].old->size_bytes > most)
%            most = block->migrations[index].old->size_bytes;
%    return most;
%}

%static bool is_row(const schema_block_t *block) { return block->kind == REGION_USERROW || block->kind == REGION_EEPROM; }

%/* Of a copy of then: its offset in the region, or the place itself. */
%static void put_old_place(text_t *out, const schema_block_t *block, const schema_migration_t *migration, unsigned copy)
%{
%    const schema_block_t *old = migration->old;
%    uint64_t offset = old->region_offset + copy * old->size_bytes;
%    if (block->kind == REGION_RAM && block->has_address)
%        text_format(out, "(uint8_t *)(uintptr_t)(%s_ADDRESS %c 0x%llXu", block->c_upper, offset < block->region_offset ? '-' : '+',
%                    (unsigned long long)(offset < block->region_offset ? block->region_offset - offset : offset - block->region_offset));
%    else if (block->kind == REGION_RAM)
%        text_format(out, "%s_bytes + 0x%llXu", block->region_c_name, (unsigned long long)offset);
%    else
%        text_format(out, "0x%llXu", (unsigned long long)offset);
%    if (block->count && old->count > 1)
%        text_format(out, " + i * 0x%llXu", (unsigned long long)old->stride_bytes);
%    if (block->kind == REGION_RAM && block->has_address)
%        text_put_char(out, ')');
%}

%static void put_read(text_t *out, const schema_block_t *block, const schema_migration_t *migration, unsigned copy, const char *indent)
%{
%    if (block->kind == REGION_BUS)
%        text_format(out, "%sstatus = %s_read(", indent, block->region_c_name);
%    else
%        text_format(out, is_row(block) ? "%smr_copy(old, %s_row.buffer + " : "%smr_copy(old, ", indent, block->region_c_name);
%    put_old_place(out, block, migration, copy);
%    text_format(out, block->kind == REGION_BUS ? ", old, %uu);\n" : ", %uu);\n", (unsigned)migration->old->size_bytes);
%    if (block->kind == REGION_BUS)
%        text_format(out, "%sif (status < MR_OK)\n%s    return status;\n", indent, indent);
%}

%/* ---- converting */

%static const char *const index_names[] = { "i", "j", "k", "l", "m", "n" };

%static void put_index(text_t *out, unsigned position)
%{
%    if (position < sizeof index_names / sizeof *index_names)
%        text_put_string(out, index_names[position]);
%    else
%        text_format(out, "i%u", position);
%}

%static void put_loops(text_t *out, const schema_field_t *old)
%{
%    for (unsigned position = 0; position < old->index_count; position++) {
%        text_put_string(out, "for (unsigned ");
%        put_index(out, position);
%        text_put_string(out, " = 0; ");
%        put_index(out, position);
%        text_format(out, " < %uu; ", old->indices[position].count);
%        put_index(out, position);
%        text_put_string(out, "++) ");
%    }
%}

%static void put_text_move(text_t *out, const schema_move_t *move, const char *base)
%{
%    const schema_field_t *now = &move->now, *old = &move->old;
%    unsigned rest = now->type.length_bytes - old->type.length_bytes;
%    bool is_filled = now->type.kind == VALUE_TEXT && rest;
%    text_format(out, "%smr_copy(%s%s, old%s, %uu);", is_filled ? "{ " : "", base, now->offset, old->offset, old->type.length_bytes);
%    if (is_filled)
%        text_format(out, " mr_fill(%s%s + %uu, 0, %uu); }", base, now->offset, old->type.length_bytes, rest);
%}

%static void put_value_move(text_t *out, const schema_move_t *move, const char *base)
%{
%    const schema_field_t *now = &move->now, *old = &move->old;
%    text_format(out, "{ const %s value = (%s)", now->c_type, now->c_type);
%    if (move->shift)
%        text_format(out, "((%s)", now->c_type);
%    text_put_string(out, move->widens_float ? "mr_widened(" : "");
%    field_get(out, old, "old");
%    text_put_string(out, move->widens_float ? ")" : "");
%    if (move->shift)
%        text_format(out, " * (%s)(UINT64_C(1) << %u))", now->c_type, move->shift);
%    text_put_string(out, "; ");
%    field_set(out, now, base, "value");
%    text_put_string(out, " }");
%}

%void put_move(text_t *out, const schema_move_t *move, const char *base)
%{
%    text_put_string(out, "    ");
%    if (!move->is_value) {
%        text_format(out, "mr_copy(%s + 0x%02Xu, old + 0x%02Xu, %uu);\n", base, (unsigned)move->to, (unsigned)move->from, (unsigned)move->byte_count);
%        return;
%    }
%    put_loops(out, &move->old);
%    if (move->now.form == FORM_TEXT || move->now.form == FORM_BYTES)
%        put_text_move(out, move, base);
%    else
%        put_value_move(out, move, base);
%    text_format(out, "   /* %s */\n", move->now.name.name);
%}

%% static template convert(const schema_block_t *block, const schema_migration_t *migration)
static inline void ${block->c_name}_from_${name_of(migration)}(${block->c_name}_t *block, const uint8_t *old)
{
% if (!migration->sets_all) {
    ${block->c_name}_defaults(block);
% }
% for (size_t index = 0; index < migration->move_count; index++)
% put_move(out, &migration->moves[index], "block->bytes");
% if (!migration->move_count) {
    (void)old;
% }
% if (block->kind == REGION_BUS) {
    for (unsigned at = 0; at < ${block->c_upper}_SIZE; at++)
        block->stored[at] = (uint8_t)~block->bytes[at];
% }
}
%% end

%/* ---- finding */

%% static template find(const schema_block_t *block, const schema_migration_t *migration)
% const schema_block_t *old = migration->old;
/* What version ${name_of(migration)} stored${migration->version_count > 1 ? ", and others alike" : ""}, ${old->size_bytes} bytes: is this whole? */
static inline bool ${block->c_name}_is_${name_of(migration)}(const uint8_t *old)
{
    return (\
% for (size_t index = 0; index < migration->version_count; index++) {
${index ? " || " : ""}old[${hex(old->version_offset)}u] == ${(unsigned)(migration->versions[index] & 0xFF)}u\
% }
)
        && mr_crc${crc_bits(old)}(${hex_wide(old->guard_seed, (int)crc_bits(old) / 4)}u, old, ${hex(old->crc_offset)}u) == \
% if (crc_bits(old) == 8) {
old[${hex(old->crc_offset)}u];
% } else {
MR_LE${crc_bits(old)}(1, old + ${hex(old->crc_offset)}u);
% }
}
/* Reads it: 0${old->is_mirrored ? " or 1, the copy that was written last" : ""}; 2 where there is none\
% if (block->kind == REGION_BUS) {
; negative, the transfer's error\
% }
. */
static inline int ${block->c_name}_find_${name_of(migration)}(uint8_t *old${more_index(block)})
{
% if (block->kind == REGION_BUS) {
    mr_status_t status;
% }
% uint32_t old_count = old->count ? old->count : 1;
% if (block->count > old_count) {
    if (i >= ${old_count}u)
        return 2;
% }
% if (block->count && old_count == 1 && block->count <= old_count && block->kind != REGION_FLASH) {
    (void)i;
% }
% if (block->kind == REGION_FLASH && migration->is_followed) {
    mr_flash_block_config_t setup = ${block->c_name}_setup${block->count ? "[i]" : ""};
    mr_flash_block_t then;
    setup.seed = ${hex(old->flash_seed)}u;
    setup.size_bytes = ${old->size_bytes}u;
    setup.slot_bytes = MR_FLASH_BLOCK_SLOT_BYTES(${old->size_bytes}u, ${block->region->unit_bytes}u);
    setup.slot_count = MR_FLASH_BLOCK_SLOT_COUNT(${old->size_bytes}u, ${block->region->unit_bytes}u, ${block->region->erase_bytes}u);
    if (mr_flash_block_open(&then, &setup, old) != MR_OK || !${block->c_name}_is_${name_of(migration)}(old))
        return 2;
    mr_flash_block_follow(&${block->c_name}_state${block->count ? "[i]" : ""}, &then);   /* the first flush leaves that copy alone */
    return 0;
% } else if (block->kind == REGION_FLASH) {
    return mr_flash_block_load(&${block->c_name}_state${block->count ? "[i]" : ""}, old) == MR_OK && ${block->c_name}_is_${name_of(migration)}(old) ? 0 : 2;
% } else if (!old->is_mirrored) {
%     put_read(out, block, migration, 0, "    ");
    return ${block->c_name}_is_${name_of(migration)}(old) ? 0 : 2;
% } else {
    bool is_second;
    uint8_t second;
%     put_read(out, block, migration, 1, "    ");
    is_second = ${block->c_name}_is_${name_of(migration)}(old);
    second = old[${hex(old->sequence_offset)}u];
%     put_read(out, block, migration, 0, "    ");
    if (${block->c_name}_is_${name_of(migration)}(old) && !(is_second && (uint8_t)((unsigned)second - (unsigned)old[${hex(old->sequence_offset)}u] - 1u) < 0x7Fu))
        return 0;
    if (!is_second)
        return 2;
%     put_read(out, block, migration, 1, "    ");
    return 1;
% }
}
%% end

%% static template migrate(const schema_block_t *block)
/* Takes over what an earlier version stored: MR_MIGRATED, or MR_NOT_FOUND where there is nothing of one${block->kind == REGION_BUS ? ", or an error" : ""}.
 * The place is left as it is: a flush stores the block as of this version. */
static inline mr_status_t ${block->c_name}_migrate(${block->c_name}_t *block${more_index(block)})
{
    uint8_t old[${most_bytes(block)}u];
% if (block->kind == REGION_BUS) {
    int found;
% }
% for (size_t index = 0; index < block->migration_count; index++) {
%     const schema_migration_t *migration = &block->migrations[index];
%     if (block->kind == REGION_BUS) {
    found = ${block->c_name}_find_${name_of(migration)}(old${pass_more(block)});
    if (found < 0)
        return (mr_status_t)found;
    if (found != 2) {
%     } else {
    if (${block->c_name}_find_${name_of(migration)}(old${pass_more(block)}) != 2) {
%     }
        ${block->c_name}_from_${name_of(migration)}(block, old);
        return MR_MIGRATED;
    }
% }
    return MR_NOT_FOUND;
}
%% end

%/* ---- making room for the first copy of this version */

%bool needs_room(const schema_block_t *block)
%{
%    for (size_t index = 0; index < block->migration_count; index++)
%        if (block->migrations[index].needs_room)
%            return true;
%    return false;
%}

%static unsigned free_after(const schema_migration_t *migration, unsigned copy)
%{
%    return migration->free_copy[copy] != 2 ? migration->free_copy[copy] : migration->free_copy[1 - copy];
%}

%/* Copies the copy of then that is in `old` over the other one, so that either is whole whenever power fails. */
%static void put_keep(text_t *out, const schema_block_t *block, const schema_migration_t *migration, unsigned copy)
%{
%    unsigned bytes = (unsigned)migration->old->size_bytes;
%    if (is_row(block)) {
%        text_format(out, "        turn.length = %uu;\n        turn.older = (uint16_t)(", bytes);
%        put_old_place(out, block, migration, 1 - copy);
%        text_put_string(out, ");\n        turn.newer = (uint16_t)(");
%        put_old_place(out, block, migration, copy);
%        text_put_string(out, ");\n        turn.is_older_whole = false;\n");
%        text_format(out, "        done = mr_row_turn(&%s_row, &turn, old);\n", block->region_c_name);
%        text_put_string(out, "        return done < 0 ? (mr_status_t)done : MR_OK;\n");
%        return;
%    }
%    text_format(out, block->kind == REGION_RAM ? "        mr_copy_changed(" : "        return %s_write(", block->region_c_name);
%    put_old_place(out, block, migration, 1 - copy);
%    text_format(out, ", old, %uu);\n", bytes);
%    if (block->kind == REGION_RAM)
%        text_put_string(out, "        return MR_OK;\n");
%}

%% static template room(const schema_block_t *block)
/* Which copy the first flush of this version writes: one that leaves what an earlier one stored. */
static inline unsigned ${block->c_name}_free(${only_index(block)})
{
    uint8_t old[${most_bytes(block)}u];
    int found;
% for (size_t index = 0; index < block->migration_count; index++) {
%     const schema_migration_t *migration = &block->migrations[index];
    found = ${block->c_name}_find_${name_of(migration)}(old${pass_more(block)});
    if (found >= 0 && found != 2)
        return \
%     if (!migration->old->is_mirrored || free_after(migration, 0) == free_after(migration, 1)) {
${free_after(migration, 0)}u;
%     } else {
found == 0 ? ${free_after(migration, 0)}u : ${free_after(migration, 1)}u;
%     }
% }
    return 0;
}
%% end

%bool moves_copies(const schema_block_t *block)
%{
%    for (size_t index = 0; index < block->migration_count; index++)
%        for (unsigned copy = 0; block->is_mirrored && copy <= (unsigned)block->migrations[index].old->is_mirrored; copy++)
%            if (block->migrations[index].free_copy[copy] == 2)
%                return true;
%    return false;
%}

%% static template make_room(const schema_block_t *block)
/* Makes room for it: where it would lie over the newer copy of an earlier version, that is copied over the older one. */
static inline mr_status_t ${block->c_name}_make_room(${only_index(block)})
{
    uint8_t old[${most_bytes(block)}u];
    int found;
% if (is_row(block)) {
    mr_row_turn_t turn;
    int done;
% }
% for (size_t index = 0; index < block->migration_count; index++) {
%     const schema_migration_t *migration = &block->migrations[index];
    found = ${block->c_name}_find_${name_of(migration)}(old${pass_more(block)});
%     if (block->kind == REGION_BUS) {
    if (found < 0)
        return (mr_status_t)found;
%     }
%     for (unsigned copy = 0; copy <= (unsigned)migration->old->is_mirrored; copy++) {
%         if (migration->free_copy[copy] != 2)
%             continue;
    if (found == ${copy}) {
%         put_keep(out, block, migration, copy);
    }
%     }
%     if (index + 1 < block->migration_count) {
    if (found != 2)
        return MR_OK;
%     }
% }
    return MR_OK;
}
%% end

%% template migrations(const schema_block_t *block)
% for (size_t index = 0; index < block->migration_count; index++) {
%     find(out, block, &block->migrations[index]);
%     convert(out, block, &block->migrations[index]);
% }
% if (block->migration_count)
% migrate(out, block);
% if (needs_room(block))
% room(out, block);
% if (moves_copies(block))
% make_room(out, block);
%% end
