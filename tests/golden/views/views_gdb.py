# Made from views.mr by memregc 0.1.0; fingerprint 0xB79C88A4. Do not edit: edit the layout.
# In gdb: source views_gdb.py
import struct

import gdb

BYTE_ORDER = "register"  # bits of a register's value, which gdb knows as a number

MODE = {0: "off", 1: "heat", 2: "cool", 7: "fault"}

# Of each type: its member, its guard (kind, seed, offset of the version, the version), and its fields (name, byte offset,
# bytes, shift, bits, kind, byte order, (count, stride in bytes, stride in bits) of each index, names of values, unit,
# scale, bias).
TYPES = {
    "views_boot_t": ("bytes", ("crc16", 0x7214, 13, 2), (
        ("first_run", 0, 1, 0, 1, "bool", "little", (), None, None, 1, 0),
        ("mode", 0, 1, 1, 3, "unsigned", "little", (), MODE, None, 1, 0),
        ("resets", 1, 2, 0, 16, "unsigned", "little", (), None, None, 1, 0),
        ("owner", 3, 5, 0, 40, "text", "little", (), None, None, 1, 0),
    )),
    "views_kept_t": ("bytes", ("crc8", 0xA8, 5, 2), (
        ("count", 0, 4, 0, 32, "unsigned", "little", (), None, None, 1, 0),
    )),
    "views_forms_t": ("bytes", None, (
        ("bits", 0, 2, 0, 12, "unsigned", "little", (), None, None, 1, 0),
        ("signed_bits", 0, 3, 12, 3, "signed", "little", ((4, 0, 3), ), None, None, 1, 0),
        ("odd", 3, 5, 0, 40, "unsigned", "little", (), None, None, 1, 0),
        ("points.x", 8, 2, 0, 16, "signed", "little", ((2, 5, 0), ), None, None, 1, 0),
        ("points.y", 10, 3, 0, 24, "unsigned", "little", ((2, 5, 0), ), None, None, 1, 0),
        ("fixed_point", 18, 2, 0, 16, "signed", "little", (), None, None, 0.00390625, 0),
        ("ratio", 20, 4, 0, 32, "float", "little", (), None, None, 1, 0),
        ("millivolts", 24, 2, 0, 16, "unsigned", "big", (), None, "mV", 0.5, 1e+01),
        ("raw", 26, 4, 0, 32, "bytes", "little", (), None, None, 1, 0),
    )),
    "views_device_status_t": ("bits", None, (
        ("done", 0, 1, 1, 1, "bool", BYTE_ORDER, (), None, None, 1, 0),
        ("mode", 0, 1, 2, 3, "unsigned", BYTE_ORDER, (), MODE, None, 1, 0),
    )),
}


def number_at(data, offset, count, shift, width, order):
    whole = data if order == BYTE_ORDER else int.from_bytes(data[offset:offset + count], order)
    return whole >> shift & (1 << width) - 1


def shown(data, field, more_bytes, more_bits):
    name, offset, count, shift, width, kind, order, indices, names, unit, scale, bias = field
    offset += more_bytes
    if kind in ("text", "bytes"):
        value = data[offset:offset + count]
        return '"%s"' % value.split(b"\0")[0].decode(errors="replace") if kind == "text" else value.hex(" ")
    value = number_at(data, offset, count, shift + more_bits, width, order)
    if kind == "float":
        return repr(struct.unpack("<f" if width == 32 else "<d", value.to_bytes(width // 8, "little"))[0])
    if kind == "bool":
        return "true" if value else "false"
    if kind == "signed" and value >> width - 1:
        value -= 1 << width
    if names is not None:
        return "%s (%d)" % (names.get(value, "?"), value)
    if unit is None and scale == 1 and bias == 0:
        return str(value)
    return "%d (%.9g%s)" % (value, value * scale + bias, " " + unit if unit else "")


def elements(indices, more_bytes=0, more_bits=0):
    if not indices:
        yield more_bytes, more_bits
        return
    count, stride_bytes, stride_bits = indices[0]
    for index in range(count):
        yield from elements(indices[1:], more_bytes + index * stride_bytes, more_bits + index * stride_bits)


def crc_of(kind, crc, data):
    width = {"crc8": 8, "crc16": 16, "crc32": 32}[kind]
    for byte in data:
        crc ^= byte if width == 32 else byte << width - 8
        for _ in range(8):
            if width == 32:
                crc = crc >> 1 ^ (0xEDB88320 if crc & 1 else 0)
            else:
                crc = (crc << 1 ^ ((0x07 if width == 8 else 0x1021) if crc >> width - 1 else 0)) & (1 << width) - 1
    return crc


def guard_state(data, kind, seed, version_offset, version):
    end = version_offset + 1
    if crc_of(kind, seed, data[:end]) != int.from_bytes(data[end:end + int(kind[3:]) // 8], "little"):
        return "fresh" if len(set(data)) == 1 and data[0] in (0, 255) else "damaged, or another block's"
    return "valid" if data[version_offset] == version else "valid, of version %d" % data[version_offset]


class Printer:
    def __init__(self, value):
        self.member, self.guard, self.fields = TYPES[value.type.unqualified().name]
        member = value[self.member]
        if self.member == "bits":
            self.data = int(member)
        else:
            first, last = member.type.range()
            self.data = bytes(int(member[index]) for index in range(first, last + 1))

    def to_string(self):
        return None if self.guard is None else "guard %s" % guard_state(self.data, *self.guard)

    def children(self):
        for field in self.fields:
            values = [shown(self.data, field, *more) for more in elements(field[7])]
            yield field[0], "{%s}" % ", ".join(values) if field[7] else values[0]


def find_printer(value):
    return Printer(value) if value.type.unqualified().name in TYPES else None


gdb.pretty_printers.insert(0, find_printer)
