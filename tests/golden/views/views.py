# Made from views.mr by memregc 0.1.0; fingerprint 0xB79C88A4. Do not edit: edit the layout.
# What other tools show of a layout: <every> view & its forms.
import struct
import uctypes

VERSION = 2
FINGERPRINT = 0xB79C88A4

MODE_OFF = 0
MODE_HEAT = 1
MODE_COOL = 2
MODE_FAULT = 7

# Of a block's bytes: a bytearray, or uctypes.bytearray_at(address, SIZE) where the block itself lies there.
def _get_bits(block, offset, count, shift, width, is_signed, order):
    value = int.from_bytes(bytes(block[offset:offset + count]), order) >> shift & (1 << width) - 1
    return value - (1 << width) if is_signed and value >> width - 1 else value
def _set_bits(block, offset, count, shift, width, is_signed, order, value):
    mask = (1 << width) - 1
    whole = int.from_bytes(bytes(block[offset:offset + count]), order)
    whole = (whole | mask << shift) ^ (~int(value) & mask) << shift
    block[offset:offset + count] = whole.to_bytes(count, order)
def _get_float(block, offset, count, shift, width, is_signed, order):
    return struct.unpack((">" if order == "big" else "<") + ("f" if count == 4 else "d"), bytes(block[offset:offset + count]))[0]
def _set_float(block, offset, count, shift, width, is_signed, order, value):
    block[offset:offset + count] = struct.pack((">" if order == "big" else "<") + ("f" if count == 4 else "d"), value)
def _get_bytes(block, offset, count):
    return bytes(block[offset:offset + count])
def _set_bytes(block, offset, count, value):
    block[offset:offset + count] = (bytes(value) + bytes(count))[:count]
def _get_text(block, offset, count):
    return _get_bytes(block, offset, count).split(b"\0")[0].decode()
def _set_text(block, offset, count, value):
    _set_bytes(block, offset, count, value.encode())

# A guard: the CRC over all before it. check() tells whether it is right and the version is the module's; seal() makes it so.
def _crc(kind, crc, data):
    width = {"crc8": 8, "crc16": 16, "crc32": 32}[kind]
    for byte in data:
        crc ^= byte if width == 32 else byte << width - 8
        for _ in range(8):
            if width == 32:
                crc = crc >> 1 ^ (0xEDB88320 if crc & 1 else 0)
            else:
                crc = (crc << 1 ^ ((0x07 if width == 8 else 0x1021) if crc >> width - 1 else 0)) & (1 << width) - 1
    return crc
def _check(block, kind, seed, version_offset):
    count = version_offset + 1
    crc = _crc(kind, seed, bytes(block[:count]))
    return block[version_offset] == VERSION & 255 and int.from_bytes(bytes(block[count:count + int(kind[3:]) // 8]), "little") == crc
def _seal(block, kind, seed, version_offset):
    count = version_offset + 1
    block[version_offset] = VERSION & 255
    block[count:count + int(kind[3:]) // 8] = _crc(kind, seed, bytes(block[:count])).to_bytes(int(kind[3:]) // 8, "little")

# The linker chooses its place.
BOOT_SIZE = 16
BOOT = {
    "first_run": uctypes.BFUINT8 | 0x0 | 0 << uctypes.BF_POS | 1 << uctypes.BF_LEN,
    "mode": uctypes.BFUINT8 | 0x0 | 1 << uctypes.BF_POS | 3 << uctypes.BF_LEN,
    "resets": uctypes.UINT16 | 0x1,
    "owner": (uctypes.ARRAY | 0x3, uctypes.UINT8 | 5),
}
def boot(address): return uctypes.struct(address, BOOT, uctypes.LITTLE_ENDIAN)
def boot_get_owner(block): return _get_text(block, 0x3, 5)
def boot_set_owner(block, value): _set_text(block, 0x3, 5, value)
def boot_check(block): return _check(block, "crc16", 0x7214, 13)
def boot_seal(block): _seal(block, "crc16", 0x7214, 13)

# Twice.
KEPT_SIZE = 7
KEPT = {
    "count": uctypes.UINT32 | 0x0,
}
def kept(address): return uctypes.struct(address, KEPT, uctypes.LITTLE_ENDIAN)
def kept_check(block): return _check(block, "crc8", 0xA8, 5)
def kept_seal(block): _seal(block, "crc8", 0xA8, 5)

FORMS_SIZE = 30
FORMS_ADDRESS = 0x20001000
FORMS_COUNT = 3
FORMS_STRIDE = 30
FORMS = {
    "bits": uctypes.BFUINT16 | 0x0 | 0 << uctypes.BF_POS | 12 << uctypes.BF_LEN,
    "fixed_point": uctypes.INT16 | 0x12,
    "ratio": uctypes.FLOAT32 | 0x14,
    "raw": (uctypes.ARRAY | 0x1A, uctypes.UINT8 | 4),
}
def forms(address=FORMS_ADDRESS): return uctypes.struct(address, FORMS, uctypes.LITTLE_ENDIAN)
def forms_get_signed_bits(block, i): return _get_bits(block, 0x0, 3, 12 + i * 3, 3, True, "little")
def forms_set_signed_bits(block, i, value): _set_bits(block, 0x0, 3, 12 + i * 3, 3, True, "little", value)
def forms_get_odd(block): return _get_bits(block, 0x3, 5, 0, 40, False, "little")
def forms_set_odd(block, value): _set_bits(block, 0x3, 5, 0, 40, False, "little", value)
def forms_get_points_x(block, i): return _get_bits(block, 0x8 + i * 5, 2, 0, 16, True, "little")
def forms_set_points_x(block, i, value): _set_bits(block, 0x8 + i * 5, 2, 0, 16, True, "little", value)
def forms_get_points_y(block, i): return _get_bits(block, 0xA + i * 5, 3, 0, 24, False, "little")
def forms_set_points_y(block, i, value): _set_bits(block, 0xA + i * 5, 3, 0, 24, False, "little", value)
def forms_get_millivolts(block): return _get_bits(block, 0x18, 2, 0, 16, False, "big")
def forms_set_millivolts(block, value): _set_bits(block, 0x18, 2, 0, 16, False, "big", value)

DEVICE_SIZE = 312
DEVICE_ADDRESS = 0x40000000
DEVICE = {
    "status": (0x0, {"value": uctypes.UINT8 | 0,
        "done": uctypes.BFUINT8 | 0x0 | 1 << uctypes.BF_POS | 1 << uctypes.BF_LEN,
        "mode": uctypes.BFUINT8 | 0x0 | 2 << uctypes.BF_POS | 3 << uctypes.BF_LEN}),
    # channel_values: at 0x100, within arrays of arrays
    "channel_cleared": (uctypes.ARRAY | 0x104, 4, {"register": uctypes.UINT32 | 0x0, "": uctypes.UINT8 | 0xF}),
}
def device(address=DEVICE_ADDRESS): return uctypes.struct(address, DEVICE, uctypes.NATIVE)
