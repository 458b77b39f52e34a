/* The tables of tables.h that are walked at run time. */
#include "tables.h"

const region_kind_info_t region_kinds[REGION_KIND_COUNT] = {
    [REGION_MMIO]    = { "mmio",    true,  true,  true,  false },
    [REGION_RAM]     = { "ram",     false, true,  true,  false },
    [REGION_USERROW] = { "userrow", false, true,  true,  true },
    [REGION_EEPROM]  = { "eeprom",  false, true,  true,  true },
    [REGION_FLASH]   = { "flash",   false, false, true,  true },
    [REGION_MAPPED]  = { "mapped",  false, true,  false, true },
    [REGION_BUS]     = { "bus",     false, false, true,  true },
};

const char *const policy_names[POLICY_COUNT] = {
    [POLICY_PACKED] = "packed", [POLICY_ORDERED] = "ordered", [POLICY_NATURAL] = "natural",
};

const guard_info_t guards[GUARD_KIND_COUNT] = {
    [GUARD_NONE]  = { "none", 0, 0 },
    [GUARD_CRC8]  = { "crc8", 1, 0x07 },
    [GUARD_CRC16] = { "crc16", 2, 0x1021 },
    [GUARD_CRC32] = { "crc32", 4, 0xEDB88320 },
};

const plain_type_t plain_types[] = {
    { "bool", VALUE_BOOL, 1 },
    { "f32", VALUE_FLOAT, 32 },
    { "f64", VALUE_FLOAT, 64 },
    { "char", VALUE_TEXT, 8 },
    { "byte", VALUE_BYTES, 8 },
};
const unsigned plain_type_count = sizeof plain_types / sizeof *plain_types;
