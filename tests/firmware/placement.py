"""Compares where the compiler puts things with where model.py does, for many random layouts. In: the compiler's path, a
folder for files, layouts. Out: the first differences, as text; none where all agree. What it reads is --emit json."""

import json
import subprocess

from model import layout_text, place_block, place_struct, snake


def bit_positions(byte_offset, byte_count, shift, is_big_endian, width):
    """Where the value's bits are, lowest first, counted through the bytes."""
    result = []
    for bit in range(shift, shift + width):
        byte = byte_offset + (byte_count - 1 - bit // 8 if is_big_endian else bit // 8)
        result.append(8 * byte + bit % 8)
    return result


def expected_fields(placed):
    result = {}
    for leaf in placed.leaves:
        is_raw = leaf.type.kind in ("text", "bytes")
        result["_".join(snake(part) for part in leaf.path)] = (
            [8 * leaf.run_start] if is_raw
            else bit_positions(leaf.run_start, leaf.run_bytes, leaf.shift, leaf.big, leaf.type.width),
            [(index.count, index.stride * (1 if index.is_bits else 8)) for index in leaf.indices], leaf.type.signed)
    return result


def actual_fields(described):
    result = {}
    for field in described["fields"]:
        is_raw = field["kind"] in ("text", "bytes")
        result[field["snake"]] = (
            [8 * field["byte_offset"]] if is_raw
            else bit_positions(field["byte_offset"], field["byte_count"], field["shift"], field["is_big_endian"],
                               field["width_bits"]),
            [(index["count"], index["stride_bits"]) for index in field["indices"]], field["is_signed"])
    return result


def differences(memregc, folder, layout):
    source = folder / f"{layout.name}.mr"
    source.write_text(layout_text(layout))
    result = subprocess.run([memregc, str(source), "--emit", "json", "-w", "-o", str(folder)], capture_output=True, text=True)
    if result.returncode != 0:
        return [f"{source} is refused: {result.stderr.splitlines()[0] if result.stderr else result.returncode}"]
    described = json.loads((folder / f"{layout.name}.json").read_text())
    found = []
    pairs = [(block, place_block(layout, block), described["blocks"]) for block in layout.blocks]
    pairs += [(struct, place_struct(layout, struct), described["structs"]) for struct in layout.structs]
    for thing, placed, described_things in pairs:
        actual = next((one for one in described_things if one["name"] == thing.name), None)
        if actual is None:
            found.append(f"{source}: {thing.name} is not there")
            continue
        if actual["size_bytes"] != placed.size:
            found.append(f"{source}: {thing.name} has {actual['size_bytes']} bytes, not {placed.size}")
        wanted, got = expected_fields(placed), actual_fields(actual)
        for name in sorted(wanted.keys() | got.keys()):
            if wanted.get(name) != got.get(name):
                found.append(f"{source}: {thing.name}.{name} is {got.get(name)}, not {wanted.get(name)}")
    return found
