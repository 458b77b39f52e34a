/* Areas of flash go in, views of them come out: bounds, and the backings that need no MMU. */
#include "memreg/map.h"

static void make_empty(mr_view_t *view)
{
    view->data = NULL;
    view->words = NULL;
    view->length_bytes = 0;
    view->area = NULL;
    view->address = 0;
    view->first_entry = 0;
    view->entry_count = 0;
}

static bool is_within(uint32_t size_bytes, uint32_t offset, uint32_t length)
{
    return offset <= size_bytes && length <= size_bytes - offset;
}

mr_status_t mr_map_view(const mr_map_area_t *area, uint32_t address, uint32_t length, mr_view_t *view)
{
    mr_status_t status;

    make_empty(view);
    if (!is_within(area->size_bytes, address, length))
        return MR_OUT_OF_RANGE;
    if (length == 0)
        return MR_OK;
    view->area = area;
    view->address = area->start + address;
    view->length_bytes = length;
    status = area->backing->map(area, view->address, length, view);
    if (status != MR_OK)
        make_empty(view);
    return status;
}

void mr_map_unmap(mr_view_t *view)
{
    if (view->area != NULL)
        view->area->backing->unmap(view);
    make_empty(view);
}

mr_status_t mr_map_sync(const mr_map_area_t *area, uint32_t address, uint32_t length)
{
    if (!is_within(area->size_bytes, address, length))
        return MR_OUT_OF_RANGE;
    return length == 0 ? MR_OK : area->backing->sync(area, area->start + address, length);
}

/* ---- Reads. ---- */

mr_status_t mr_view_read(const mr_view_t *view, uint32_t offset, void *to, uint32_t length)
{
    uint8_t *bytes = to;
    uint32_t index;

    if (!is_within(view->length_bytes, offset, length))
        return MR_OUT_OF_RANGE;
    if (length == 0)
        return MR_OK;
    if (view->data == NULL)
        return view->area->backing->read(view, offset, to, length);
    for (index = 0; index < length; ++index)
        bytes[index] = view->data[offset + index];
    return MR_OK;
}

mr_status_t mr_view_u16(const mr_view_t *view, uint32_t offset, uint16_t *to)
{
    uint8_t bytes[2];
    mr_status_t status = mr_view_read(view, offset, bytes, sizeof bytes);

    if (status == MR_OK)
        *to = (uint16_t)(bytes[0] | (uint16_t)(bytes[1] << 8));
    return status;
}

mr_status_t mr_view_u16_be(const mr_view_t *view, uint32_t offset, uint16_t *to)
{
    uint16_t value;
    mr_status_t status = mr_view_u16(view, offset, &value);

    if (status == MR_OK)
        *to = (uint16_t)((uint16_t)(value << 8) | value >> 8);
    return status;
}

mr_status_t mr_view_u32(const mr_view_t *view, uint32_t offset, uint32_t *to)
{
    uint8_t bytes[4];
    mr_status_t status = mr_view_read(view, offset, bytes, sizeof bytes);

    if (status == MR_OK)
        *to = bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
    return status;
}

mr_status_t mr_view_u32_be(const mr_view_t *view, uint32_t offset, uint32_t *to)
{
    uint8_t bytes[4];
    mr_status_t status = mr_view_read(view, offset, bytes, sizeof bytes);

    if (status == MR_OK)
        *to = bytes[3] | (uint32_t)bytes[2] << 8 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[0] << 24;
    return status;
}

/* ---- Memory that always has an address. ---- */

static void forget_nothing(mr_view_t *view)
{
    (void)view;
}

static mr_status_t sync_nothing(const mr_map_area_t *area, uint32_t address, uint32_t length)
{
    (void)area;
    (void)address;
    (void)length;
    return MR_OK;
}

static mr_status_t map_memory(const mr_map_area_t *area, uint32_t address, uint32_t length, mr_view_t *view)
{
    (void)length;
    view->data = (const uint8_t *)area->part + address;
    return MR_OK;
}

/* Never reached: such a view has data. */
static mr_status_t read_memory(const mr_view_t *view, uint32_t offset, void *to, uint32_t length)
{
    (void)view;
    (void)offset;
    (void)to;
    (void)length;
    return MR_ERROR;
}

const mr_map_backing_t mr_map_memory = { map_memory, forget_nothing, sync_nothing, read_memory };

/* ---- Flash behind a driver. ---- */

static mr_status_t map_flash(const mr_map_area_t *area, uint32_t address, uint32_t length, mr_view_t *view)
{
    const mr_flash_t *flash = area->part;

    (void)view;
    return is_within(flash->geometry->size_bytes, address, length) ? MR_OK : MR_OUT_OF_RANGE;
}

static mr_status_t read_flash(const mr_view_t *view, uint32_t offset, void *to, uint32_t length)
{
    const mr_flash_t *flash = view->area->part;

    return flash->driver->read(flash->context, view->address + offset, to, (size_t)length);
}

const mr_map_backing_t mr_map_flash = { map_flash, forget_nothing, sync_nothing, read_flash };
