"""An independent reading of the layout language's placement rules. In: descriptions of blocks (classes below). Out: the
layout as .mr text, and for every leaf where its bits lie. It shares nothing with the compiler, so that the two can be
held against each other.

A leaf's bits are told as a run: `run_bytes` bytes from `run_start` are one integer, little- or big-endian, and the
value is its bits `shift` .. `shift` + width - 1."""

import re
from dataclasses import dataclass, field, replace
from typing import List, Optional, Tuple


# ---- what is described ----

@dataclass
class Enum:
    name: str
    base: str
    members: List[Tuple[str, int]]


@dataclass
class Field:
    name: str                      # "_" is a reserved gap
    type: str                      # "u12", "bool", "char[5]", an enum's or struct's name
    dims: Tuple[int, ...] = ()
    at: Optional[int] = None       # byte offset; in a container the bit
    high_bit: Optional[int] = None # in a container: written as @[high:at]
    order: Optional[str] = None    # "be" or "le" where it is not the block's
    default: Optional[str] = None
    access: str = ""


@dataclass
class Container:
    name: str
    type: str                      # u8, u16, u32 or u64
    items: List[Field]
    dims: Tuple[int, ...] = ()
    stride: Optional[int] = None
    at: Optional[int] = None
    order: Optional[str] = None
    access: str = ""


@dataclass
class Group:
    name: str
    items: list
    dims: Tuple[int, ...] = ()
    stride: Optional[int] = None
    at: Optional[int] = None


@dataclass
class Struct:
    name: str
    items: list
    policy: str = "packed"
    big: Optional[bool] = None     # written as the first item: endian big;


@dataclass
class Block:
    name: str
    items: list
    policy: Optional[str] = "packed"
    big: Optional[bool] = None
    span: Optional[int] = None
    where: str = "in r"            # "in r", "@ 0x4000"
    dims: Tuple[int, ...] = ()
    stride: Optional[int] = None
    attributes: str = ""           # "guard crc16 mirror"


@dataclass
class Layout:
    name: str
    blocks: List[Block]
    structs: List[Struct] = field(default_factory=list)
    enums: List[Enum] = field(default_factory=list)
    big: bool = False
    regions: List[str] = field(default_factory=lambda: ["region r = ram @ 0x20000000 size 64K;"])

    def struct(self, name):
        return next((item for item in self.structs if item.name == name), None)

    def enum(self, name):
        return next((item for item in self.enums if item.name == name), None)


# ---- types ----

@dataclass(frozen=True)
class Type:
    kind: str                      # bool, integer, float, enum, text, bytes, struct
    width: int                     # in bits
    signed: bool = False
    name: str = ""                 # of the enum or struct
    length: int = 0                # of text and bytes

    @property
    def is_bit_type(self):
        return self.width < 8 or self.width % 8 != 0

    @property
    def storage_bits(self):
        return next(bits for bits in (8, 16, 32, 64) if bits >= self.width)


def type_of(layout, text):
    if text == "bool":
        return Type("bool", 1)
    if text in ("f32", "f64"):
        return Type("float", int(text[1:]))
    if match := re.fullmatch(r"([ui])(\d+)", text):
        return Type("integer", int(match[2]), match[1] == "i")
    if match := re.fullmatch(r"(u?)q(\d+)\.(\d+)", text):
        return Type("integer", int(match[2]) + int(match[3]), match[1] == "")
    if match := re.fullmatch(r"(char|byte)\[(\d+)\]", text):
        return Type("text" if match[1] == "char" else "bytes", 8 * int(match[2]), length=int(match[2]))
    if found := layout.enum(text):
        base = type_of(layout, found.base)
        return Type("enum", base.width, base.signed, found.name)
    placed = place_struct(layout, layout.struct(text))
    return Type("struct", 8 * placed.size, name=text)


# ---- where bits lie ----

@dataclass(frozen=True)
class Index:
    count: int
    stride: int                    # bytes; bits where is_bits
    is_bits: bool = False


@dataclass(frozen=True)
class Leaf:
    path: Tuple[str, ...]
    type: Type
    run_start: int
    run_bytes: int
    shift: int
    big: bool
    indices: Tuple[Index, ...] = ()
    member: str = ""               # as an expression on a struct's plain C type, "#" for an index: "inner#.x"

    def moved(self, prefix, offset, indices, member):
        return replace(self, path=prefix + self.path, run_start=self.run_start + offset,
                       indices=tuple(indices) + self.indices, member=member + self.member)


@dataclass(frozen=True)
class Part:
    """A struct-typed part of a block: gets and sets as a whole."""
    path: Tuple[str, ...]
    struct: str
    start: int
    indices: Tuple[Index, ...] = ()

    def moved(self, prefix, offset, indices):
        return replace(self, path=prefix + self.path, start=self.start + offset,
                       indices=tuple(indices) + self.indices)


@dataclass
class Placed:
    leaves: List[Leaf]
    parts: List[Part]
    size: int
    alignment: int


def round_up(value, unit):
    return (value + unit - 1) // unit * unit


def product(numbers):
    result = 1
    for number in numbers:
        result *= number
    return result


def byte_indices(dims, size):
    """The indices of an array of things of `size` bytes, outermost first."""
    result = []
    for position in range(len(dims)):
        result.append(Index(dims[position], size * product(dims[position + 1:])))
    return result


def bit_indices(dims, width):
    return [Index(index.count, index.stride, True) for index in byte_indices(dims, width)]


def is_bit_item(layout, item):
    return isinstance(item, Field) and type_of(layout, item.type).is_bit_type


def place_struct(layout, struct):
    big = layout.big if struct.big is None else struct.big
    return place_items(layout, struct.items, struct.policy, big)


def natural_alignment(layout, item, big):
    if isinstance(item, Container):
        return type_of(layout, item.type).width // 8
    if isinstance(item, Group):
        return place_items(layout, item.items, "natural", big).alignment
    kind = type_of(layout, item.type)
    if kind.kind in ("text", "bytes"):
        return 1
    if kind.kind == "struct":
        return place_struct(layout, layout.struct(item.type)).alignment
    return kind.width // 8


def place_bit_run(layout, run, start, big, leaves):
    """A run of bit types fills whole bytes from the least significant bit of the integer that they make."""
    total = sum(type_of(layout, item.type).width * product(item.dims) for item in run)
    size = round_up(total, 8) // 8
    shift = 0
    for item in run:
        kind = type_of(layout, item.type)
        if item.name != "_":
            leaves.append(Leaf((item.name,), kind, start, size, shift, big,
                               tuple(bit_indices(item.dims, kind.width)), item.name + "#" * len(item.dims)))
        shift += kind.width * product(item.dims)
    return start + size


def place_container(layout, item, start, big, leaves):
    whole = type_of(layout, item.type)
    size = whole.width // 8
    stride = item.stride or size
    indices = byte_indices(item.dims, stride)
    next_bit = 0
    for bits in item.items:
        kind = type_of(layout, bits.type)
        at = next_bit if bits.at is None else bits.at
        next_bit = at + kind.width * product(bits.dims)
        if bits.name != "_":
            leaves.append(Leaf((item.name, bits.name), kind, start, size, at, big,
                               tuple(indices + bit_indices(bits.dims, kind.width)),
                               f"{item.name}_{bits.name}" + "#" * len(item.dims + bits.dims)))
    return after_elements(start, item.dims, size, stride)


def after_elements(start, dims, size, stride):
    """Where the next item may begin, and where the last element ends."""
    return start + stride * product(dims) if dims else start + size, start + stride * (product(dims) - 1) + size


def place_byte_item(layout, item, start, policy, block_big, leaves, parts):
    """Places one item that takes whole bytes; returns where the next one may begin, and where its last byte ends."""
    big = {"be": True, "le": False, None: block_big}[getattr(item, "order", None)]
    if isinstance(item, Container):
        return place_container(layout, item, start, big, leaves)
    if isinstance(item, Group):
        inner = place_items(layout, item.items, policy, block_big)
        stride = item.stride or inner.size
        indices = byte_indices(item.dims, stride)
        leaves += [leaf.moved((item.name,), start, indices, item.name + "_") for leaf in inner.leaves]
        parts += [part.moved((item.name,), start, indices) for part in inner.parts]
        return after_elements(start, item.dims, inner.size, stride)
    kind = type_of(layout, item.type)
    size = kind.width // 8
    indices = byte_indices(item.dims, size)
    if item.name == "_":
        pass
    elif kind.kind == "struct":
        inner = place_struct(layout, layout.struct(item.type))
        parts.append(Part((item.name,), item.type, start, tuple(indices)))
        leaves += [leaf.moved((item.name,), start, indices, item.name + "#" * len(item.dims) + ".") for leaf in inner.leaves]
        parts += [part.moved((item.name,), start, indices) for part in inner.parts]
    else:
        leaves.append(Leaf((item.name,), kind, start, size, 0, big, tuple(indices), item.name + "#" * len(item.dims)))
    return after_elements(start, item.dims, size, size)


def place_items(layout, items, policy, big):
    """The three policies of the language. Offsets are from the start of the block, struct or group. What follows a
    pinned item goes on behind it; the gap behind the last element of an array with a stride counts for what follows,
    and not for the size."""
    leaves, parts = [], []
    cursor, end, alignment = 0, 0, 1
    if policy == "packed":
        passes = [[item for item in items if is_bit_item(layout, item)],
                  [item for item in items if not is_bit_item(layout, item)]]
    else:
        passes = [items]

    for order in passes:
        run, run_start = [], 0
        for item in order + [None]:
            is_bits = item is not None and is_bit_item(layout, item)
            if run and (not is_bits or item.at is not None):
                cursor = place_bit_run(layout, run, run_start, big, leaves)
                end, run = max(end, cursor), []
            if item is None:
                break
            if item.at is not None:
                cursor = item.at
            if is_bits:
                run_start = cursor if not run else run_start
                run.append(item)
                continue
            if policy == "natural":
                unit = natural_alignment(layout, item, big)
                alignment = max(alignment, unit)
                cursor = round_up(cursor, unit)
            cursor, item_end = place_byte_item(layout, item, cursor, policy, big, leaves, parts)
            end = max(end, item_end)
    return Placed(leaves, parts, round_up(end, alignment), alignment)


def place_block(layout, block):
    placed = place_items(layout, block.items, block.policy, layout.big if block.big is None else block.big)
    if block.span is not None:
        placed.size = block.span
    return placed


def covered_bits(size, leaves):
    """A mask of the bytes: 1 for each bit that belongs to a leaf (and not to a gap)."""
    mask = bytearray(size)

    def cover(leaf, indices, start, shift):
        if indices:
            for element in range(indices[0].count):
                step = element * indices[0].stride
                cover(leaf, indices[1:], start + (0 if indices[0].is_bits else step), shift + (step if indices[0].is_bits else 0))
            return
        for bit in range(shift, shift + leaf.type.width):
            at = start + (leaf.run_bytes - 1 - bit // 8 if leaf.big and leaf.type.kind not in ("text", "bytes") else bit // 8)
            mask[at] |= 1 << bit % 8

    for leaf in leaves:
        cover(leaf, leaf.indices, leaf.run_start, leaf.shift)
    return mask


# ---- the layout as text ----

def dims_text(dims):
    return "".join(f"[{count}]" for count in dims)


def item_text(item, indent):
    space = "    " * indent
    if isinstance(item, Field):
        text = f"{space}{item.name}: {item.type}{dims_text(item.dims)}"
        if item.high_bit is not None:
            text += f" @[{item.high_bit}:{item.at}]"
        elif item.at is not None:
            text += f" @ {item.at}"
        text += "".join(f" {word}" for word in (item.order, item.access) if word)
        return text + (f" = {item.default};" if item.default is not None else ";") + "\n"
    if isinstance(item, Container):
        text = f"{space}{item.name}: {item.type}{dims_text(item.dims)}"
        text += f" stride {item.stride}" if item.stride else ""
        text += f" @ {item.at:#x}" if item.at is not None else ""
        text += "".join(f" {word}" for word in (item.order, item.access) if word)
        if not item.items:
            return text + ";\n"
    else:
        text = f"{space}{item.name}{dims_text(item.dims)}"
        text += f" stride {item.stride}" if item.stride else ""
        text += f" @ {item.at:#x}" if item.at is not None else ""
    return text + " {\n" + "".join(item_text(inner, indent + 1) for inner in item.items) + space + "}\n"


def body_text(holder):
    endian = {None: "", True: "    endian big;\n", False: "    endian little;\n"}[holder.big]
    return "{\n" + endian + "".join(item_text(item, 1) for item in holder.items) + "}\n\n"


def layout_text(layout):
    text = f"layout {layout.name} version 1;\nprefix \"t\";\n" + ("endian big;\n" if layout.big else "") + "\n"
    text += "".join(region + "\n" for region in layout.regions) + "\n"
    for enum in layout.enums:
        text += f"enum {enum.name} : {enum.base} {{ " + ", ".join(f"{name} = {value}" for name, value in enum.members) + " }\n\n"
    for struct in layout.structs:
        text += f"struct {struct.name} {struct.policy} " + body_text(struct)
    for block in layout.blocks:
        text += f"memreg {block.name}{dims_text(block.dims)} {block.where}"
        text += f" stride {block.stride:#x}" if block.stride else ""
        text += f" {block.policy}" if block.policy else ""
        text += f" span {block.span}" if block.span else ""
        text += f" {block.attributes}" if block.attributes else ""
        text += " " + body_text(block)
    return text


def snake(name):
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", name).lower()
