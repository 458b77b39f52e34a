"""Intel HEX for tests, written from its definition: bytes by address go in or come out as text."""


def record(kind, address, data):
    body = bytes([len(data), address >> 8 & 0xFF, address & 0xFF, kind]) + bytes(data)
    return ":" + (body + bytes([-sum(body) & 0xFF])).hex().upper() + "\n"


END = record(1, 0, b"")


def write_hex(contents, most=16, segment=False):
    """{address: byte} as text; with segment the addresses above 64 KiB are told by records of type 02."""
    text, high, addresses = "", 0, sorted(contents)
    while addresses:
        first = addresses[0]
        run = [first]
        for address in addresses[1:]:
            if address != run[-1] + 1 or len(run) == most or address % 0x10000 == 0:
                break
            run.append(address)
        addresses = addresses[len(run):]
        if first >> 16 != high:
            high = first >> 16
            text += record(2, 0, (high << 12).to_bytes(2, "big")) if segment else record(4, 0, high.to_bytes(2, "big"))
        text += record(0, first & 0xFFFF, [contents[address] for address in run])
    return text + END


def read_hex(text):
    """The bytes by address; asserts what the format promises."""
    contents, high, lines = {}, 0, text.split()
    for line in lines:
        body = bytes.fromhex(line[1:])
        assert line[0] == ":" and sum(body) % 256 == 0 and len(body) == body[0] + 5, line
        address, kind, data = body[1] << 8 | body[2], body[3], body[4:-1]
        if kind == 4:
            high = int.from_bytes(data, "big") << 16
        elif kind == 0:
            for index, byte in enumerate(data):
                assert high + address + index not in contents, line
                contents[high + address + index] = byte
    assert lines[-1] == END.strip()
    return contents
