/* From a device as its CMSIS-SVD file has it to a layout; see svd_layout.h. Blocks first, then registers, fields, enums
 * and interrupts take their names, so that what is rarer to meet gives way. */
#include "svd_layout.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "naming.h"
#include "svd_builder.h"

enum { MOST_BLOCKS_IN_ARRAY = 1 << 20 };

/* ---- blocks */

typedef struct block_list { svd_block_t *blocks; size_t count, capacity; } block_list_t;

static void add_block(svd_builder_t *builder, block_list_t *list, const svd_element_t *element, const char *index,
                      uint64_t address, const svd_dimension_t *dimension, svd_notes_t notes)
{
    if (!svd_count_item(builder, element))
        return;
    if (list->count == list->capacity)
        list->blocks = arena_grow(builder->arena, list->blocks, &list->capacity, sizeof *list->blocks);
    svd_block_t *block = &list->blocks[list->count++];
    const char *original = element->words[SVD_NAME] ? element->words[SVD_NAME] : "";
    const char *wanted = svd_mend_name(builder->arena, original, index, "unnamed", false);
    svd_stem_t stem = { .scope = 0, .lower = SVD_HASH_START, .upper = SVD_MACRO_SALT };
    *block = (svd_block_t){ .source = element, .address = address, .notes = notes,
                            .doc = svd_fill_index(builder->arena, element->words[SVD_DESCRIPTION], index) };
    block->name = svd_take_name(builder, svd_identify_block, &stem, wanted, NULL, &block->snake);
    block->count = dimension ? dimension->count : 0;
    block->stride = dimension ? dimension->increment : 0;
    svd_note_name(builder, &block->notes, original, wanted, block->name);
    svd_note_trouble(builder, &block->notes, element);
    if (element->base)
        svd_put_note(builder, &block->notes, arena_format(builder->arena, "derived from %s",
                                                          element->words[SVD_DERIVED_FROM]));
    if (element->words[SVD_ALTERNATE_PERIPHERAL])
        svd_put_note(builder, &block->notes, arena_format(builder->arena, "another view of %s",
                                                          element->words[SVD_ALTERNATE_PERIPHERAL]));
    if (element->words[SVD_DISABLE_CONDITION])
        svd_put_note(builder, &block->notes, arena_format(builder->arena, "disabled where %s",
                                                          element->words[SVD_DISABLE_CONDITION]));
    if (!svd_has(element, SVD_BASE_ADDRESS))
        MENDED(builder, &block->notes, "the file does not say where it lies");
}

static void make_blocks(svd_builder_t *builder, block_list_t *list, const svd_element_t *element)
{
    svd_notes_t notes = { 0 };
    svd_dimension_t dimension = svd_read_dimension(builder, element, &notes);
    uint64_t address = svd_number(element, SVD_BASE_ADDRESS, 0);
    if (!dimension.count || (dimension.is_array && dimension.increment && dimension.count <= MOST_BLOCKS_IN_ARRAY)) {
        add_block(builder, list, element, NULL, address, dimension.count ? &dimension : NULL, notes);
        return;
    }
    for (uint64_t index = 0; index < dimension.count && !builder->is_bad; index++)
        add_block(builder, list, element, svd_index_text(builder, &dimension, index),
                  address + index * dimension.increment, NULL, index ? (svd_notes_t){ 0 } : notes);
}

static void fill_block(svd_builder_t *builder, const svd_properties_t *properties, svd_block_t *block)
{
    svd_place_t place = { .block = block, .properties = svd_inherit(properties, block->source), .path = "", .shown = "",
                          .affixes = block->source, .distances = block->stride };
    if (!svd_make_level(builder, block->source, &place, &block->parts, &block->part_count))
        return;
    block->extent_bytes = svd_extent_bytes(block->parts, block->part_count);
    uint64_t span = block->count ? (block->count - 1) * block->stride : 0;
    if (block->count && block->stride < block->extent_bytes) {
        MENDED(builder, &block->notes, "only the first of %llu: they lie 0x%llX apart, and one takes 0x%llX",
               (unsigned long long)block->count, (unsigned long long)block->stride,
               (unsigned long long)block->extent_bytes);
        block->count = 0;
    } else if (block->address > INT64_MAX / 2 || span > INT64_MAX / 2 - block->extent_bytes) {
        MENDED(builder, &block->notes, "left out: its addresses are too high");
        block->part_count = 0;
    }
}

static void place_blocks(svd_builder_t *builder, svd_layout_t *layout)
{
    extent_t *extents = ARENA_ARRAY(builder->arena, extent_t, layout->block_count + 1);
    size_t count = 0;
    for (size_t index = 0; index < layout->block_count; index++) {
        svd_block_t *block = &layout->blocks[index];
        uint64_t size = block->extent_bytes + (block->count ? (block->count - 1) * block->stride : 0);
        if (block->part_count)
            extents[count++] = (extent_t){ block->address, size, size, 1, &block->is_alias };
    }
    svd_mark_overlaps(extents, count);
}

/* ---- interrupts */

static int compare_interrupts(const void *left, const void *right)
{
    const svd_element_t *a = *(const svd_element_t *const *)left, *b = *(const svd_element_t *const *)right;
    uint64_t first = a->numbers[SVD_VALUE], second = b->numbers[SVD_VALUE];
    return first != second ? (first < second ? -1 : 1) : a->place < b->place ? -1 : a->place > b->place;
}

static bool ends_with(const char *name, const char *end)
{
    size_t length = strlen(name), end_length = strlen(end);
    return length >= end_length && strcasecmp(name + length - end_length, end) == 0;
}

/* "UART0" becomes UART0_IRQ; "UART0_IRQ", "UART0_IRQn" and "PIO0_IRQ_1" stay that. */
static const char *interrupt_name(svd_builder_t *builder, const char *original)
{
    const char *name = svd_mend_name(builder->arena, original, NULL, "unnamed", false);
    if (ends_with(name, "_IRQn"))
        return arena_copy(builder->arena, name, strlen(name) - 1);
    return strstr(name, "IRQ") ? name : arena_format(builder->arena, "%s_IRQ", name);
}

/* Several peripherals may name the same interrupt. */
static void make_interrupts(svd_builder_t *builder, svd_layout_t *layout)
{
    size_t count = 0, most = 0;
    for (const svd_element_t *peripheral = layout->device->first; peripheral; peripheral = peripheral->next)
        for (const svd_element_t *child = peripheral->first; child; child = child->next)
            most += child->kind == SVD_INTERRUPT;
    const svd_element_t **sorted = ARENA_ARRAY(builder->arena, const svd_element_t *, most + 1);
    for (const svd_element_t *peripheral = layout->device->first; peripheral; peripheral = peripheral->next)
        for (const svd_element_t *child = peripheral->first; child; child = child->next)
            if (child->kind == SVD_INTERRUPT && svd_has(child, SVD_VALUE) && child->words[SVD_NAME])
                sorted[count++] = child;
            else if (child->kind == SVD_INTERRUPT)
                MENDED(builder, &layout->notes, "interrupt %s left out: it has no %s",
                       svd_quoted(builder, child->words[SVD_NAME]), child->words[SVD_NAME] ? "number" : "name");
    qsort(sorted, count, sizeof *sorted, compare_interrupts);
    layout->interrupts = ARENA_ARRAY(builder->arena, svd_interrupt_t, count + 1);
    uint64_t same_scope = ++builder->scope_count;
    for (size_t index = 0; index < count; index++) {
        const svd_element_t *element = sorted[index];
        uint64_t same = svd_local_hash(same_scope, arena_format(builder->arena, "%s=%llu", element->words[SVD_NAME],
                                                                (unsigned long long)element->numbers[SVD_VALUE]));
        if (svd_is_claimed(&builder->claims, same))
            continue;
        svd_claim(&builder->claims, same);
        svd_interrupt_t *interrupt = &layout->interrupts[layout->interrupt_count++];
        const char *original = element->words[SVD_NAME], *wanted = interrupt_name(builder, original), *snake;
        svd_stem_t stem = { .scope = 0, .upper = SVD_MACRO_SALT };
        *interrupt = (svd_interrupt_t){ .doc = element->words[SVD_DESCRIPTION], .number = element->numbers[SVD_VALUE] };
        interrupt->name = svd_take_name(builder, svd_identify_constant, &stem, wanted, NULL, &snake);
        svd_note_name(builder, &interrupt->notes, strcmp(interrupt->name, wanted) != 0 ? original : NULL, wanted,
                      interrupt->name);
    }
}

/* ---- the whole */

static void name_layout(svd_builder_t *builder, svd_layout_t *layout)
{
    const char *original = layout->device->words[SVD_NAME];
    const char *name = svd_mend_name(builder->arena, original ? original : "", NULL, "device", false);
    layout->name = snake_case(builder->arena, name);
    if (isdigit((unsigned char)*layout->name) || is_reserved_prefix(layout->name))
        layout->name = arena_format(builder->arena, "device_%s", layout->name);
    svd_note_trouble(builder, &layout->notes, layout->device);
    if (!original)
        MENDED(builder, &layout->notes, "the file does not name the device");
}

svd_layout_t *svd_layout(arena_t *arena, const svd_element_t *device, svd_error_t *error)
{
    svd_layout_t *layout = ARENA_NEW(arena, svd_layout_t);
    svd_builder_t builder = { .arena = arena, .layout = layout, .error = error };
    block_list_t list = { 0 };
    svd_properties_t none = { .size_bits = 32, .reset_mask = UINT64_MAX };
    svd_properties_t properties = svd_inherit(&none, device);
    layout->device = device;
    name_layout(&builder, layout);
    for (size_t index = 0; index < device->member_count && !builder.is_bad; index++)
        make_blocks(&builder, &list, device->members[index]);
    layout->blocks = list.blocks;
    layout->block_count = list.count;
    for (size_t index = 0; index < list.count && !builder.is_bad; index++)
        fill_block(&builder, &properties, &list.blocks[index]);
    for (size_t index = 0; index < list.count && !builder.is_bad; index++)
        svd_name_fields(&builder, &list.blocks[index], list.blocks[index].parts, list.blocks[index].part_count);
    place_blocks(&builder, layout);
    svd_name_enums(&builder);
    make_interrupts(&builder, layout);
    svd_claims_free(&builder.claims);
    return builder.is_bad ? NULL : layout;
}
