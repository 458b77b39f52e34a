/* Memory and register blocks; see block.h. */
#include "block.h"

#include <stdlib.h>
#include <string.h>

#include "block_bytes.h"
#include "crc.h"
#include "flatten.h"
#include "naming.h"
#include "overlap.h"
#include "place.h"

/* ---- room in regions */

static claim_t *add_claim(claims_t *claims, claim_t claim)
{
    if (claims->count == claims->capacity)
        claims->claims = arena_grow(claims->resolver->arena, claims->claims, &claims->capacity, sizeof *claims->claims);
    claims->claims[claims->count] = claim;
    return &claims->claims[claims->count++];
}

static uint64_t next_free(const claims_t *claims, const schema_region_t *region)
{
    for (size_t index = claims->count; index-- > 0;)
        if (claims->claims[index].region == region)
            return claims->claims[index].start + claims->claims[index].size_bytes;
    return 0;
}

bool claim_place(claims_t *claims, const ast_node_t *node, unsigned allowed_kinds, const char *wanted,
                 uint64_t size_bytes, uint64_t alignment_bytes, schema_region_t **region, uint64_t *start)
{
    resolver_t *resolver = claims->resolver;
    const ast_attribute_t *in = ast_attribute(node, ATTRIBUTE_IN);
    if (!in) {
        diagnostic_t *missing = report(resolver->diagnostics, RULE_PLACE_MISSING, node->name_span,
                                       "%s '%s' does not say where it lies", ast_kind_text(node->kind), node->name);
        report_help(missing, node->kind == AST_MEMREG ? "write 'in REGION', or '@ 0x…' for hardware at a fixed address"
                                                      : "write 'in REGION'");
        return false;
    }
    symbol_t *symbol = resolver_want(resolver, in->name, in->name_span, 1u << AST_REGION | 1u << AST_PARTITION,
                                     "region");
    *region = symbol ? resolve_region(resolver, symbol) : NULL;
    if (!*region)
        return false;
    if (!(allowed_kinds >> (*region)->kind & 1)) {
        diagnostic_t *wrong = report(resolver->diagnostics, RULE_REGION_WRONG, in->name_span,
                                     "%s '%s' cannot lie in '%s', which is %s", ast_kind_text(node->kind), node->name,
                                     in->name, region_kinds[(*region)->kind].name);
        report_help(wrong, "it needs %s", wanted);
        return false;
    }
    if (in->second) {
        if (!evaluate_bounded(resolver, in->second, RULE_OUTSIDE_REGION, "the offset", 0, (uint64_t)1 << 48, start))
            return false;
        if (alignment_bytes > 1 && *start % alignment_bytes) {
            report(resolver->diagnostics, RULE_ALIGNMENT, in->second->span,
                   "'%s' at offset %llu is not aligned to %llu bytes", node->name, (unsigned long long)*start,
                   (unsigned long long)alignment_bytes);
            return false;
        }
    } else {
        uint64_t alignment = (*region)->align_bytes > alignment_bytes ? (*region)->align_bytes : alignment_bytes;
        *start = next_free(claims, *region);
        if (alignment > 1)
            *start = (*start + alignment - 1) / alignment * alignment;
    }
    add_claim(claims, (claim_t){ node, *region, *start, size_bytes, ast_attribute(node, ATTRIBUTE_ALIAS) != NULL });
    return true;
}

static void claim_overlap(void *context, const extent_t *first, const extent_t *second)
{
    const claim_t *a = first->owner, *b = second->owner;
    report_overlap(context, a->node, first, b->node, second, 8);
}

static void check_region_claims(claims_t *claims, schema_region_t *region)
{
    resolver_t *resolver = claims->resolver;
    extent_t *extents = ARENA_ARRAY(resolver->arena, extent_t, claims->count + 1);
    size_t count = 0;
    for (size_t index = 0; index < claims->count; index++) {
        const claim_t *claim = &claims->claims[index];
        if (claim->region != region)
            continue;
        uint64_t end = claim->start + claim->size_bytes;
        if (region && end > region->size_bytes) {
            diagnostic_t *outside = report(resolver->diagnostics, RULE_OUTSIDE_REGION, claim->node->name_span,
                                           "%s '%s' ends at byte %llu of '%s', which has %llu: %llu too many",
                                           ast_kind_text(claim->node->kind), claim->node->name,
                                           (unsigned long long)end, region->name.name,
                                           (unsigned long long)region->size_bytes,
                                           (unsigned long long)(end - region->size_bytes));
            report_note(outside, region->name.span, "region '%s' is here", region->name.name);
        }
        if (region) {
            region->is_used = true;
            if (end > region->used_bytes)
                region->used_bytes = end < region->size_bytes ? end : region->size_bytes;
            if ((claim->node->kind == AST_MEMREG || claim->node->kind == AST_POOL) && end > region->storage_bytes)
                region->storage_bytes = end;
        }
        if (!claim->is_alias && claim->size_bytes)
            extents[count++] = (extent_t){ claim->start, claim->size_bytes, claim->size_bytes, 1, claim };
    }
    overlaps_find(extents, count, claim_overlap, resolver);
}

/* What has no size takes all up to the next thing in its region, or to the region's end: whole erase units for a store. */
static uint64_t room_of(const claims_t *claims, claim_t *own)
{
    uint64_t end = own->region->size_bytes, erase = own->node->kind == AST_STORE ? own->region->erase_bytes : 0;
    for (size_t index = 0; index < claims->count; index++) {
        const claim_t *claim = &claims->claims[index];
        if (claim != own && claim->region == own->region && claim->start > own->start && claim->start < end)
            end = claim->start;
    }
    uint64_t room = end > own->start ? end - own->start : 0;
    own->size_bytes = erase ? room - room % erase : room;
    return own->size_bytes;
}

static claim_t *claim_of(claims_t *claims, ast_kind_t kind, const schema_name_t *name)
{
    for (size_t index = 0; index < claims->count; index++)
        if (claims->claims[index].node->kind == kind && claims->claims[index].node->name_span.start == name->span.start)
            return &claims->claims[index];
    return NULL;
}

void check_claims(claims_t *claims, schema_t *schema)
{
    for (size_t index = 0; index < schema->item_count; index++) {
        const schema_item_t *item = &schema->items[index];
        schema_store_t *store = item->kind == SCHEMA_STORE ? (schema_store_t *)item->of.store : NULL;
        schema_map_t *map = item->kind == SCHEMA_MAP ? (schema_map_t *)item->of.map : NULL;
        claim_t *claim = store ? claim_of(claims, AST_STORE, &store->name) : map ? claim_of(claims, AST_MAP, &map->name) : NULL;
        if (claim && store && !store->size_bytes)
            store->size_bytes = room_of(claims, claim);
        else if (claim && map && !map->size_bytes)
            map->size_bytes = room_of(claims, claim);
    }
    for (size_t index = 0; index < schema->region_count; index++)
        check_region_claims(claims, &schema->regions[index]);
    check_region_claims(claims, NULL);
}

/* ---- attributes of a memreg */

enum { FLASH_BLOCK_UNITS = 2 };

static bool read_guard(resolver_t *resolver, const ast_node_t *node, schema_block_t *block)
{
    const ast_attribute_t *guard = ast_attribute(node, ATTRIBUTE_GUARD);
    const ast_attribute_t *mirror = ast_attribute(node, ATTRIBUTE_MIRROR);
    if (mirror && !guard) {
        diagnostic_t *missing = report(resolver->diagnostics, RULE_MIRROR_GUARD, mirror->span,
                                       "'mirror' without a guard: nothing would tell the good copy from the torn one");
        report_help(missing, "write 'guard crc16 mirror'");
        return false;
    }
    block->is_mirrored = mirror != NULL;
    if (!guard)
        return true;
    for (int kind = GUARD_CRC8; kind < GUARD_KIND_COUNT; kind++)
        if (strcmp(guards[kind].name, guard->name) == 0)
            block->guard = (guard_kind_t)kind;
    if (block->guard != GUARD_NONE)
        return true;
    diagnostic_t *unknown = report(resolver->diagnostics, RULE_GUARD_UNKNOWN, guard->name_span,
                                   "there is no guard '%s'", guard->name);
    report_help(unknown, "the guards are crc8, crc16 and crc32");
    return false;
}

static bool read_count(resolver_t *resolver, const ast_node_t *node, schema_block_t *block)
{
    uint64_t count = 0;
    if (node->count
        && !evaluate_bounded(resolver, node->count, RULE_ARRAY_LENGTH, "the number of blocks", 1, 1 << 20, &count))
        return false;
    block->count = (uint32_t)count;
    return true;
}

static bool read_block_stride(resolver_t *resolver, const ast_node_t *node, schema_block_t *block)
{
    const ast_attribute_t *stride = ast_attribute(node, ATTRIBUTE_STRIDE);
    uint64_t footprint = block->footprint_bytes;
    if (stride && !block->count) {
        report(resolver->diagnostics, RULE_STRIDE, stride->span, "'%s' is one block: a stride says nothing",
               node->name);
        return false;
    }
    block->stride_bytes = block->is_register_block && !stride ? (footprint + 3) / 4 * 4 : footprint;
    return !stride || evaluate_bounded(resolver, stride->first, RULE_STRIDE, "the stride", footprint,
                                       (uint64_t)1 << 32, &block->stride_bytes);
}

static bool read_span(resolver_t *resolver, const ast_node_t *node, uint64_t used, uint64_t *size)
{
    const ast_attribute_t *span = ast_attribute(node, ATTRIBUTE_SPAN);
    if (!span)
        return true;
    if (!evaluate_bounded(resolver, span->first, RULE_TOO_LARGE, "the span", 1, (uint64_t)1 << 30, size))
        return false;
    if (used <= *size)
        return true;
    diagnostic_t *outside = report(resolver->diagnostics, RULE_OUTSIDE_SPAN, node->name_span,
                                   "'%s' needs %llu bytes, %llu more than its span of %llu", node->name,
                                   (unsigned long long)used, (unsigned long long)(used - *size),
                                   (unsigned long long)*size);
    report_note(outside, span->span, "the span is given here");
    return false;
}

/* ---- the bytes of a block */

static bool crc_is(const schema_block_t *block, uint8_t fill, uint32_t seed, uint8_t *scratch)
{
    memset(scratch, fill, block->size_bytes);
    uint32_t crc = guard_crc(block->guard, seed, scratch, block->crc_offset);
    uint32_t filled = fill ? UINT32_MAX >> (32 - 8 * guards[block->guard].crc_bytes) : 0;
    return crc == filled;
}

/* The names' seed; where it would let all-zero or all-one bytes pass, the next that does not. */
static void choose_seed(resolver_t *resolver, schema_block_t *block, const schema_name_t *layout)
{
    uint8_t *scratch = arena_allocate(resolver->arena, block->size_bytes);
    uint32_t mask = UINT32_MAX >> (32 - 8 * guards[block->guard].crc_bytes);
    block->guard_seed = guard_seed(block->guard, layout->name, block->name.name);
    while (crc_is(block, 0x00, block->guard_seed, scratch) || crc_is(block, 0xFF, block->guard_seed, scratch))
        block->guard_seed = (block->guard_seed + 1) & mask;
}

static void place_guard(schema_block_t *block, uint64_t span_bytes)
{
    unsigned trailer = guards[block->guard].crc_bytes + 1 + block->is_mirrored;
    if (span_bytes) {
        block->size_bytes = (uint32_t)span_bytes;
        block->fields_bytes = (uint32_t)span_bytes - trailer;
    } else {
        block->size_bytes = block->fields_bytes + trailer;
    }
    block->sequence_offset = block->size_bytes - trailer;
    block->version_offset = block->sequence_offset + block->is_mirrored;
    block->crc_offset = block->version_offset + 1;
}

static void make_initial(resolver_t *resolver, schema_block_t *block, const placed_t *placed, uint32_t version)
{
    uint8_t *image = arena_allocate(resolver->arena, block->size_bytes + 1u);
    block->has_defaults = placed->has_default;
    for (size_t index = 0; index < block->field_count && placed->has_default; index++)
        field_write_default(&block->fields[index], image);
    if (block->guard != GUARD_NONE)
        guard_seal(block, image, version);
    block->initial = image;
}

/* Copies and elements lie as far apart as their bytes say: what a natural block promises of all of them is what that
 * distance keeps of the alignment. */
static void lower_alignment(schema_block_t *block)
{
    uint64_t distances = (block->is_mirrored ? block->size_bytes : 0) | (block->count > 1 ? block->stride_bytes : 0);
    while (distances % block->alignment_bytes)
        block->alignment_bytes /= 2;
}

/* The region that `in R` names, where that is one of flash. */
static const schema_region_t *flash_region(resolver_t *resolver, const ast_node_t *node)
{
    const ast_attribute_t *in = ast_attribute(node, ATTRIBUTE_IN);
    symbol_t *symbol = in ? resolver_find(resolver, in->name) : NULL;
    if (!symbol || (symbol->node->kind != AST_REGION && symbol->node->kind != AST_PARTITION))
        return NULL;
    const schema_region_t *region = resolve_region(resolver, symbol);
    return region && region->kind == REGION_FLASH ? region : NULL;
}

/* In flash a block has whole erase units: copies are appended in one until it is full, then in the next. */
static bool place_in_flash(resolver_t *resolver, const ast_node_t *node, schema_block_t *block,
                           const schema_region_t *region)
{
    if (!region->erase_bytes) {
        diagnostic_t *missing = report(resolver->diagnostics, RULE_REGION_ATTRIBUTE, node->name_span,
                                       "memreg '%s' needs the erase unit of '%s'", node->name, region->name.name);
        report_note(missing, region->name.span, "region '%s' has no 'erase N'", region->name.name);
        return false;
    }
    block->footprint_bytes = FLASH_BLOCK_UNITS * region->erase_bytes;
    return true;
}

static bool fill_byte_block(claims_t *claims, const ast_node_t *node, schema_block_t *block,
                            const schema_name_t *layout, uint32_t version)
{
    resolver_t *resolver = claims->resolver;
    schema_region_t *region = NULL;
    uint64_t span_bytes = 0;

    block->policy = read_policy(node, POLICY_PACKED);
    placed_t *placed = place_body(resolver, node, POLICY_PACKED);
    if (!placed)
        return false;
    block->body = placed;
    block->is_big_endian = placed->is_big_endian;
    block->alignment_bytes = placed->alignment_bytes;
    block->fields_bytes = block->size_bytes = (uint32_t)placed->size_bytes;
    unsigned trailer = block->guard ? guards[block->guard].crc_bytes + 1 + block->is_mirrored : 0;
    if (!read_span(resolver, node, placed->size_bytes + trailer, &span_bytes))
        return false;
    if (!placed->leaf_count && !span_bytes) {
        report_empty(resolver, node, "fields");
        return false;
    }
    if (span_bytes > MOST_BLOCK_BYTES) {
        report(resolver->diagnostics, RULE_TOO_LARGE, node->name_span, "a block in memory has at most %d bytes",
               MOST_BLOCK_BYTES);
        return false;
    }
    block->has_span = span_bytes != 0;
    if (span_bytes)
        block->fields_bytes = block->size_bytes = (uint32_t)span_bytes;
    if (block->guard != GUARD_NONE)
        place_guard(block, span_bytes);
    block->footprint_bytes = block->size_bytes * (block->is_mirrored ? 2 : 1);
    const schema_region_t *flash = flash_region(resolver, node);
    if (flash && !place_in_flash(resolver, node, block, flash))
        return false;
    uint64_t alignment = flash ? flash->erase_bytes : block->alignment_bytes;
    if (!read_block_stride(resolver, node, block))
        return false;
    uint64_t total = block->count ? (block->count - 1) * block->stride_bytes + block->footprint_bytes
                                  : block->footprint_bytes;
    unsigned kinds = 0;
    for (int kind = 0; kind < REGION_KIND_COUNT; kind++)
        if (region_kinds[kind].may_hold_blocks && !region_kinds[kind].is_register_space)
            kinds |= 1u << kind;
    if (!claim_place(claims, node, kinds, "ram, userrow, eeprom, flash or bus", total, alignment, &region,
                     &block->region_offset))
        return false;
    if (flash && block->stride_bytes % flash->erase_bytes) {
        report(resolver->diagnostics, RULE_STRIDE, ast_attribute(node, ATTRIBUTE_STRIDE)->span,
               "in flash a stride is a multiple of the erase unit, %u bytes", flash->erase_bytes);
        return false;
    }
    if (flash)
        block->flash_seed = guard_seed(GUARD_CRC32, layout->name, block->name.name);
    block->region = region;
    block->kind = region->kind;
    block->has_address = region->has_address;
    block->address = region->has_address ? region->address + block->region_offset : 0;
    if (block->has_address && block->address % block->alignment_bytes) {
        report(resolver->diagnostics, RULE_ALIGNMENT, node->name_span, "'%s' at 0x%llX is not aligned to %u bytes",
               node->name, (unsigned long long)block->address, block->alignment_bytes);
        return false;
    }
    lower_alignment(block);
    block->is_persistent = region->is_retained || region_kinds[region->kind].keeps_contents;
    flatten_block(resolver, placed, block);
    if (block->guard != GUARD_NONE)
        choose_seed(resolver, block, layout);
    make_initial(resolver, block, placed, version);
    return true;
}

/* The mmio region in which an address lies, if there is one. */
static schema_region_t *region_around(resolver_t *resolver, uint64_t address)
{
    for (size_t index = 0; index < resolver->symbol_count; index++) {
        symbol_t *symbol = &resolver->symbols[index];
        if (symbol->node->kind != AST_REGION || strcmp(symbol->node->kind_name, "mmio") != 0)
            continue;
        schema_region_t *region = resolve_region(resolver, symbol);
        if (region && region->kind == REGION_MMIO && address >= region->address
            && address - region->address < region->size_bytes)
            return region;
    }
    return NULL;
}

static bool fill_register_block(claims_t *claims, const ast_node_t *node, schema_block_t *block)
{
    resolver_t *resolver = claims->resolver;
    const ast_attribute_t *at = ast_attribute(node, ATTRIBUTE_AT);
    const ast_attribute_t *guard = ast_attribute(node, ATTRIBUTE_GUARD);
    schema_region_t *region = NULL;
    uint64_t size;

    block->is_register_block = true;
    block->kind = REGION_MMIO;
    block->policy = read_policy(node, POLICY_ORDERED);
    if (guard) {
        report(resolver->diagnostics, RULE_GUARD_REGISTERS, guard->span,
               "'%s' holds registers: a guard protects memory", node->name);
        return false;
    }
    if (block->policy == POLICY_PACKED) {
        report(resolver->diagnostics, RULE_REGISTER_POLICY, ast_attribute(node, ATTRIBUTE_PACKED)->span,
               "registers are 'ordered' or 'natural', not packed");
        return false;
    }
    schema_index_t own = { 0, 0, 0 };
    unsigned own_count = 0;
    if (block->count) {
        own.count = block->count;
        own_count = 1;
    }
    if (!place_registers(resolver, node, block, &own, own_count))
        return false;
    if (!block->register_count) {
        report_empty(resolver, node, "registers");
        return false;
    }
    size = block->size_bytes;
    if (!read_span(resolver, node, size, &size))
        return false;
    block->has_span = ast_attribute(node, ATTRIBUTE_SPAN) != NULL;
    block->size_bytes = block->fields_bytes = block->footprint_bytes = (uint32_t)size;
    block->alignment_bytes = 1;
    if (!read_block_stride(resolver, node, block))
        return false;
    for (size_t index = 0; index < block->register_count && block->count; index++)
        block->registers[index].indices[0].stride_bits = 8 * block->stride_bytes;
    uint64_t total = block->count ? (block->count - 1) * block->stride_bytes + size : size;
    block->has_address = true;
    if (!at) {
        if (!claim_place(claims, node, 1u << REGION_MMIO, "an mmio region", total, 1, &region, &block->region_offset))
            return false;
        block->region = region;
        block->address = region->address + block->region_offset;
        return check_registers_alignment(resolver, block);
    }
    if (!evaluate_bounded(resolver, at->first, RULE_OUTSIDE_REGION, "the address", 0, INT64_MAX - total,
                          &block->address))
        return false;
    region = region_around(resolver, block->address);
    block->region = region;
    block->region_offset = region ? block->address - region->address : 0;
    add_claim(claims, (claim_t){ node, region, region ? block->region_offset : block->address, total, block->is_alias });
    return check_registers_alignment(resolver, block);
}

static bool lies_in_register_space(resolver_t *resolver, const ast_node_t *node)
{
    const ast_attribute_t *in = ast_attribute(node, ATTRIBUTE_IN);
    symbol_t *symbol = in ? resolver_find(resolver, in->name) : NULL;
    return symbol && symbol->node->kind == AST_REGION && strcmp(symbol->node->kind_name, "mmio") == 0;
}

schema_block_t *make_block(claims_t *claims, const ast_node_t *node, const schema_name_t *layout, uint32_t version)
{
    resolver_t *resolver = claims->resolver;
    schema_block_t *block = ARENA_NEW(resolver->arena, schema_block_t);
    const ast_attribute_t *was = ast_attribute(node, ATTRIBUTE_WAS);
    const ast_attribute_t *at = ast_attribute(node, ATTRIBUTE_AT), *in = ast_attribute(node, ATTRIBUTE_IN);

    check_attributes(resolver, node);
    block->name = name_forms(resolver->arena, node->name, node->doc, node->name_span);
    block->is_alias = ast_attribute(node, ATTRIBUTE_ALIAS) != NULL;
    block->span = node->span;
    block->was = was ? was->name : NULL;
    block->may_drop = ast_attribute(node, ATTRIBUTE_DROP) != NULL;
    if (at && in) {
        report(resolver->diagnostics, RULE_PLACE_MISSING, at->span, "'%s' lies 'in' a region or '@' an address, "
               "not both", node->name);
        return NULL;
    }
    bool is_good = read_guard(resolver, node, block);
    if (!read_count(resolver, node, block))
        return NULL;
    is_good &= at || lies_in_register_space(resolver, node)
        ? fill_register_block(claims, node, block)
        : fill_byte_block(claims, node, block, layout, version);
    return is_good ? block : NULL;
}
