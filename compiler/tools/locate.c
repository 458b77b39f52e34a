/* Options and blocks become places in an image: see locate.h. */
#include "locate.h"

#include <string.h>

#include "nearest.h"

static const schema_region_t *region_of(const shape_t *shape)
{
    return shape->block ? shape->block->region : NULL;
}

static bool is_region(const schema_region_t *region, const char *name)
{
    return region && (strcmp(region->name.name, name) == 0 || strcmp(region->name.snake, name) == 0);
}

static bool no_such(arena_t *arena, messages_t *messages, const char *path, const char *what, const char *name,
                    const char *const *known, size_t count)
{
    const char *nearest = nearest_find(name, known, count, NULL);
    const char *list = "";
    for (size_t index = 0; index < count && index < 8; index++)
        list = arena_format(arena, "%s%s%s", list, index ? ", " : "", known[index]);
    if (nearest)
        return message_error(messages, path, 0, "there is no %s '%s'; did you mean '%s'?", what, name, nearest);
    if (!count)
        return message_error(messages, path, 0, "there is no %s '%s', nor any other with bytes", what, name);
    return message_error(messages, path, 0, "there is no %s '%s'; there are %s%s", what, name, list,
                         count > 8 ? ", …" : "");
}

static bool find_block(arena_t *arena, messages_t *messages, const char *path, const shapes_t *shapes,
                       const char *name, const shape_t **found)
{
    *found = shapes_find(shapes, name, strlen(name));
    if (*found)
        return true;
    const char **names = ARENA_ARRAY(arena, const char *, shapes->count + 1);
    for (size_t index = 0; index < shapes->count; index++)
        names[index] = shapes->items[index].name;
    return no_such(arena, messages, path, "block", name, names, shapes->count);
}

static bool check_region(arena_t *arena, messages_t *messages, const char *path, const shapes_t *shapes,
                         const char *name)
{
    const char **names = ARENA_ARRAY(arena, const char *, shapes->count + 1);
    size_t count = 0;
    for (size_t index = 0; index < shapes->count; index++) {
        const schema_region_t *region = region_of(&shapes->items[index]);
        if (is_region(region, name))
            return true;
        if (region && (!count || names[count - 1] != region->name.name))
            names[count++] = region->name.name;
    }
    return no_such(arena, messages, path, "region of blocks", name, names, count);
}

/* All blocks that may be meant: records have no fixed place, and are taken only by name. */
static void gather(const shapes_t *shapes, const options_t *options, const shape_t *only, locations_t *to)
{
    for (size_t index = 0; index < shapes->count; index++) {
        const shape_t *shape = &shapes->items[index];
        if (only ? shape == only
                 : shape->block && (!options->region || is_region(region_of(shape), options->region)))
            to->items[to->count++].shape = shape;
    }
}

static void find_common_region(locations_t *to)
{
    to->region = to->count ? region_of(to->items[0].shape) : NULL;
    for (size_t index = 1; index < to->count; index++)
        if (region_of(to->items[index].shape) != to->region)
            to->region = NULL;
}

/* Blocks of several regions: those whose regions have addresses go into one Intel HEX. */
static bool keep_addressed(messages_t *messages, const char *path, locations_t *to)
{
    size_t count = 0;
    for (size_t index = 0; index < to->count; index++)
        if (to->items[index].shape->block->has_address)
            to->items[count++] = to->items[index];
    to->count = count;
    return count || message_error(messages, path, 0, "none of the layout's regions has an address: say which one the "
                                  "image is of, with --region NAME");
}

/* The bytes from the first block of an array to the end of the last. */
static uint64_t length_of(const shape_t *shape)
{
    return (shape->count - 1) * shape->stride_bytes + footprint_of(shape);
}

/* A block asked for by name is a raw image of its own; one that is read may be the whole region's, too. */
static bool is_alone(const shape_t *only, bool is_hex, const image_t *image)
{
    return only && !is_hex && (!only->block || !image || image_end(image) == length_of(only));
}

bool locate(arena_t *arena, messages_t *messages, const char *path, const shapes_t *shapes, const options_t *options,
            bool is_hex, const image_t *image, locations_t *to)
{
    const shape_t *only = NULL;
    *to = (locations_t){ .items = ARENA_ARRAY(arena, location_t, shapes->count + 1) };
    if (options->block && !find_block(arena, messages, path, shapes, options->block, &only))
        return false;
    if (options->region && !check_region(arena, messages, path, shapes, options->region))
        return false;
    gather(shapes, options, only, to);
    if (!to->count)
        return message_error(messages, path, 0, "the layout has no blocks with bytes%s", shapes->count
                             ? ", only records of stores: name one with --block" : "");
    find_common_region(to);
    if (options->has_offset) {
        if (to->count > 1)
            return message_error(messages, path, 0, "--offset says where one block begins, and there are %zu: name one "
                                 "with --block", to->count);
        to->items[0].address = options->offset;
        return true;
    }
    if (is_alone(only, is_hex, image))
        return true;
    if (!to->region && to->count > 1 && !is_hex) {
        const char *first = region_of(to->items[0].shape)->name.name, *other = first;
        for (size_t index = 0; index < to->count; index++)
            if (strcmp(region_of(to->items[index].shape)->name.name, first) != 0)
                other = region_of(to->items[index].shape)->name.name;
        return message_error(messages, path, 0, "the layout has blocks in '%s' and in '%s', and a raw image is of one "
                             "region: say which, with --region %s", first, other, other);
    }
    if (!to->region && to->count > 1 && !keep_addressed(messages, path, to))
        return false;
    for (size_t index = 0; index < to->count; index++) {
        const schema_block_t *block = to->items[index].shape->block;
        to->items[index].is_copied = block && block->kind == REGION_FLASH;
        to->are_addresses |= is_hex && block && block->has_address;
        to->items[index].address = !block ? 0 : is_hex && block->has_address ? block->address : block->region_offset;
    }
    return true;
}
