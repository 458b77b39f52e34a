"""ESP-IDF's binary partition table for tests, written from its definition: entries go in or come out as bytes. An entry is
(name, type, subtype, offset, size, flags)."""

import hashlib
import struct

ENTRY = struct.Struct("<2sBBLL16sL")
LENGTH = 0xC00


def pack(entries):
    body = b"".join(ENTRY.pack(b"\xaa\x50", kind, subkind, offset, size, name.encode(), flags)
                    for name, kind, subkind, offset, size, flags in entries)
    body += b"\xeb\xeb" + b"\xff" * 14 + hashlib.md5(body).digest()
    return body + b"\xff" * (LENGTH - len(body))


def unpack(table):
    assert len(table) == LENGTH
    entries = []
    for at in range(0, LENGTH, ENTRY.size):
        magic, kind, subkind, offset, size, name, flags = ENTRY.unpack_from(table, at)
        if magic == b"\xeb\xeb":
            assert table[at:at + 32] == b"\xeb\xeb" + b"\xff" * 14 + hashlib.md5(table[:at]).digest()
            assert set(table[at + 32:]) <= {0xFF}
            return entries
        assert magic == b"\xaa\x50"
        entries.append((name.rstrip(b"\0").decode(), kind, subkind, offset, size, flags))
    raise AssertionError("no checksum")
