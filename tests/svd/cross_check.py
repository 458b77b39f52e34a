#!/usr/bin/env python3
"""A CMSIS-SVD file and the JSON of the layout that was imported from it go in. Every register that the file declares is
computed here once more, from the XML alone: its address, width, reset value, access, and its fields with place, access
and values. What differs between the two comes out, a line each; nothing where they agree. With `nameless` behind them the
names of fields may differ."""
import collections
import json
import re
import sys
import xml.etree.ElementTree as ET

PROPERTIES = ("size", "access", "resetValue", "resetMask", "modifiedWriteValues", "readAction")
SHOWN = 10


def number(text):
    text = text.strip().lstrip("+").lower()
    for mark, base in (("0x", 16), ("#", 2), ("0b", 2)):
        if text.startswith(mark):
            return int(text[len(mark):], base)
    return int(text)


def text_of(element, tag, otherwise=None):
    found = element.find(tag)
    return otherwise if found is None or found.text is None else " ".join(found.text.split())


def snake(name):
    """As docs/language.md has it."""
    out = ""
    for index, at in enumerate(name):
        before, after = name[index - 1] if index else "_", name[index + 1:index + 2]
        begins = at.isupper() and (before.islower() or ((before.isupper() or before.isdigit()) and after.islower()))
        if (at == "_" or begins) and out and out[-1] != "_":
            out += "_"
        if at != "_":
            out += at.lower()
    return out.rstrip("_")


# ---- what an element is with its derivation

class Device:
    def __init__(self, path):
        self.root = ET.parse(path).getroot()
        self.parents = {child: parent for parent in self.root.iter() for child in parent}
        self.whole = {}
        self.by_name = collections.defaultdict(list)
        for element in self.root.iter():
            if element.find("name") is not None:
                self.by_name[element.tag, text_of(element, "name")].append(element)

    def owner(self, element):
        """The element around, without <registers> and the like."""
        parent = self.parents[element]
        return self.parents[parent] if parent.tag in ("registers", "fields", "peripherals") else parent

    def path(self, element):
        names = []
        while element is not self.root:
            names.insert(0, text_of(element, "name", ""))
            element = self.owner(element)
        return names

    def base(self, element):
        wanted = element.get("derivedFrom").split(".")
        around = self.path(element)[:-1]
        best, best_rank = None, -1
        for candidate in self.by_name[element.tag, wanted[-1]]:
            path = self.path(candidate)
            if candidate is element or path[-len(wanted):] != wanted:
                continue
            rank = 0
            while rank < min(len(path) - 1, len(around)) and path[rank] == around[rank]:
                rank += 1
            if rank > best_rank:
                best, best_rank = candidate, rank
        return best

    def members(self, element):
        """(plain sub-elements by tag, list of registers, fields or values), the base's included."""
        if element in self.whole:
            return self.whole[element]
        plain, parts = {}, []
        own_plain, own_parts = {}, []
        for child in element:
            if child.tag in ("registers", "fields"):
                own_parts += list(child)
            elif child.tag in ("register", "cluster", "enumeratedValues", "enumeratedValue"):
                own_parts.append(child)
            elif child.tag not in own_plain:
                own_plain[child.tag] = child
        base = self.base(element) if element.get("derivedFrom") else None
        if base is not None:
            base_plain, base_parts = self.members(base)
            is_list = "%s" in text_of(element, "name", "%s")
            bits = {"bitRange", "bitOffset", "bitWidth", "lsb", "msb"}
            for tag, child in base_plain.items():
                if (tag.startswith("dim") and not is_list) or tag.startswith("alternate"):
                    continue
                if tag in bits and bits & set(own_plain):
                    continue
                plain[tag] = child
            names = {(part.tag, text_of(part, "name")) for part in own_parts if part.tag != "enumeratedValue"}
            replaces = any(part.tag == "enumeratedValues" for part in own_parts)
            parts += [part for part in base_parts if (part.tag, text_of(part, "name")) not in names
                      and not (replaces and part.tag == "enumeratedValues")]
        plain.update(own_plain)
        parts += own_parts
        self.whole[element] = plain, parts
        return plain, parts


def value_of(plain, tag, otherwise=None):
    return otherwise if tag not in plain or plain[tag].text is None else " ".join(plain[tag].text.split())


def properties_of(plain, outer):
    return {tag: value_of(plain, tag, outer.get(tag)) for tag in PROPERTIES}


def places(plain, start):
    """The offsets of all elements of a list, or the one of an element that is none."""
    count = number(value_of(plain, "dim", "0"))
    return [start + index * number(value_of(plain, "dimIncrement", "0")) for index in range(count or 1)], count


# ---- what the file says

WRITES = {"oneToClear": "1-clears", "oneToSet": "1-sets", "oneToToggle": "1-toggles", "zeroToClear": "0-clears",
          "zeroToSet": "0-sets"}
READS = {"clear": "clears", "set": "sets"}


def access_of(properties):
    access = properties["access"] or "read-write"
    reads, writes = access not in ("write-only", "writeOnce"), access != "read-only"
    write = WRITES.get(properties["modifiedWriteValues"], "plain") if writes else "none"
    if not reads:
        return (write, "plain") if write.startswith("0-") else ("plain", "none")
    return write, READS.get(properties["readAction"], "plain")


def bit_place(plain):
    if "bitRange" in plain:
        high, low = re.match(r"\[(\d+):(\d+)\]", value_of(plain, "bitRange")).groups()
        return int(low), int(high) - int(low) + 1
    if "lsb" in plain:
        low = number(value_of(plain, "lsb"))
        return low, number(value_of(plain, "msb")) - low + 1
    return number(value_of(plain, "bitOffset")), number(value_of(plain, "bitWidth", "1"))


def values_of(device, parts):
    values = set()
    for enumeration in parts:
        for one in device.members(enumeration)[1]:
            text = text_of(one, "value")
            if text is not None:
                values.add(number(re.sub("[xX]", "0", text) if text[0] == "#" or text[:2] == "0b" else text))
    return tuple(sorted(values))


def fields_of(device, parts, outer):
    for field in parts:
        plain, enumerations = device.members(field)
        properties = properties_of(plain, outer)
        low, width = bit_place(plain)
        name = value_of(plain, "name")
        if re.fullmatch("reserved[_0-9]*", name, re.I):
            continue
        for position in places(plain, low)[0]:
            yield (position, width) + access_of(properties), values_of(device, enumerations), \
                None if "dim" in plain else snake(name)


def registers_of(device, parts, start, outer):
    for part in parts:
        plain, inner = device.members(part)
        properties = properties_of(plain, outer)
        offsets, _ = places(plain, start + number(value_of(plain, "addressOffset")))
        for offset in offsets:
            if part.tag == "cluster":
                yield from registers_of(device, inner, offset, properties)
                continue
            width = number(properties["size"] or "32")
            mask = number(properties["resetMask"]) if properties["resetMask"] else -1
            reset = number(properties["resetValue"]) & (1 << width) - 1 if properties["resetValue"] and mask else None
            fields = list(fields_of(device, inner, properties))
            write, read = access_of(properties)
            kinds = [key[2:4] for key, _, _ in fields] or [(write, read)]
            yield (offset, width, reset, any(kind[1] != "none" for kind in kinds),
                   any(kind[0] != "none" for kind in kinds)), fields


def file_says(path):
    device = Device(path)
    outer = properties_of({child.tag: child for child in device.root}, {})
    for peripheral in device.root.find("peripherals"):
        plain, parts = device.members(peripheral)
        for base in places(plain, number(value_of(plain, "baseAddress")))[0]:
            yield from registers_of(device, parts, base, properties_of(plain, outer))


# ---- what the layout says

def all_offsets(indices):
    offsets = [0]
    for index in indices:
        offsets = [offset + step * index["stride_bits"] // 8 for offset in offsets for step in range(index["count"])]
    return offsets


def layout_says(path):
    with open(path, encoding="utf-8") as file:
        layout = json.load(file)
    enums = {one["name"]: tuple(sorted({value["value"] for value in one["values"]})) for one in layout["enums"]}
    for block in layout["blocks"]:
        for one in block["registers"]:
            fields = []
            for bits in one["bits"]:
                for index in range(bits["array_length"] or 1):
                    fields.append(((bits["position"] + index * bits["width_bits"], bits["width_bits"], bits["write"],
                                    bits["read"]), enums.get(bits["type"].split("[")[0], ()), bits["snake"]))
            for offset in all_offsets(one["indices"]):
                yield (block["address"] + one["byte_offset"] + offset, one["width_bits"], one["reset"],
                       one["is_readable"], one["is_writable"]), fields


def flatten(registers):
    """Counts of registers, of fields with their values, and of names of fields."""
    counts, fields, names = collections.Counter(), collections.Counter(), collections.Counter()
    for key, its_fields in registers:
        counts[key] += 1
        for place, values, name in its_fields:
            fields[key[:2] + place + (values,)] += 1
            if name is not None:
                names[key[0], place[0], name] += 1
    return counts, fields, names


def main(svd, layout, *options):
    told = 0
    file_counts, layout_counts = flatten(file_says(svd)), flatten(layout_says(layout))
    kinds = ("register", "field") if "nameless" in options else ("register", "field", "name")
    for what, wanted, found in zip(kinds, file_counts, layout_counts):
        missing = wanted - found
        extra = found - wanted if what != "name" else {}
        for title, rest in (("missing", missing), ("only in the layout", extra)):
            for key in sorted(rest, key=str)[:SHOWN]:
                print("%s %s: %s" % (what, title, " ".join("0x%X" % part if index == 0 else str(part)
                                                           for index, part in enumerate(key))))
                told += 1
    print("%d registers, %d fields" % (sum(file_counts[0].values()), sum(file_counts[1].values())), file=sys.stderr)
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
