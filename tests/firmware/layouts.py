"""The layouts of byte blocks that the firmware tests use, described for model.py: every width, policy, byte order, kind
of type, and way to nest. The names of some fields are words that generated code might stumble over."""

import random

from model import Block, Container, Enum, Field, Group, Layout, Struct

# What words C, C++ and the generated names themselves make difficult.
DIFFICULT_NAMES = ["read", "load", "t", "int", "class", "size", "bytes", "version", "count", "block", "default", "new",
                   "RxDone", "uint8_t", "bool", "true", "bit", "value", "self", "index"]


def shuffled_widths(letter, seed, narrow_only=False):
    widths = list(range(1, 65))
    random.Random(seed).shuffle(widths)
    names = iter(DIFFICULT_NAMES) if letter == "u" else iter(())
    return [Field(next(names, f"{letter}{width}"), f"{letter}{width}") for width in widths]


def widths_layouts():
    """Every width from 1 to 64, signed and unsigned; the order is shuffled, so that the bits cross bytes anyhow."""
    result = []
    for policy in ("packed", "ordered"):
        for endian in ("little", "big"):
            result.append(Layout(f"widths_{policy}_{endian}", [
                Block("Unsigned", shuffled_widths("u", policy + endian), policy, big=endian == "big"),
                Block("Signed", shuffled_widths("i", endian + policy), policy, big=endian == "big"),
            ]))
    return result


ENUMS = [
    Enum("Mode", "u3", [("off", 0), ("heat", 1), ("cool", 2), ("fault", 7)]),
    Enum("Trend", "i4", [("falling", -8), ("steady", 0), ("rising", 7)]),
    Enum("Wide", "u16", [("none", 0), ("some", 300), ("all", 65535)]),
    Enum("Flag", "u1", [("no", 0), ("yes", 1)]),
    Enum("Level", "i8", [("low", -128), ("middle", 0), ("high", 127)]),
    Enum("Odd", "u12", [("first", 1), ("last", 4095)]),
]


def kinds_items(order):
    """Every kind of type; `order` is the byte order that is not the block's."""
    return [
        Field("ready", "bool"), Field("mode", "Mode"), Field("trend", "Trend"), Field("f", "f32"),
        Field("flag", "Flag"), Field("d", "f64"), Field("wide", "Wide"), Field("level", "Level"),
        Field("fixed", "q8.8"), Field("fraction", "uq0.16"), Field("nibbles", "q4.4"), Field("small", "uq3.2"),
        Field("odd", "Odd"), Field("twelve", "q1.11"), Field("wide_fixed", "q16.16"), Field("error", "bool"),
        Field("_", "u3"), Field("name", "char[5]"), Field("one", "char[1]"), Field("_", "u16"), Field("raw", "byte[7]"),
        Field("other16", "u16", order=order), Field("other24", "u24", order=order), Field("other32", "i32", order=order),
        Field("other40", "i40", order=order), Field("other56", "u56", order=order), Field("other64", "u64", order=order),
        Field("other_f", "f32", order=order), Field("other_d", "f64", order=order), Field("other_wide", "Wide", order=order),
        Field("other_fixed", "q8.8", order=order), Field("last", "bool"),
    ]


def array_items(order):
    return [
        Field("flags", "bool", (11,)), Field("bytes8", "u8", (5,)), Field("pairs", "u2", (4,)), Field("words", "u16", (4,)),
        Field("threes", "u3", (7,)), Field("u24s", "u24", (3,)), Field("twelves", "u12", (5,)), Field("signed6", "i6", (5,)),
        Field("longs", "i64", (2,)), Field("modes", "Mode", (5,)), Field("thirty_threes", "u33", (3,)),
        Field("floats", "f32", (2,)), Field("names", "char[3]", (2,)), Field("raws", "byte[3]", (2,)),
        Field("others", "i16", (3,), order=order), Field("wides", "Wide", (2,)), Field("sixty_threes", "i63", (2,)),
        Field("fixed", "q8.8", (2,)), Field("single", "u5", (1,)), Field("signed8", "i8", (3,)), Field("end", "u1"),
    ]


def two_orders(name, items_of, policy):
    return Layout(name, [
        Block("Little", items_of("be"), policy, big=False),
        Block("Big", items_of("le"), policy, big=True),
    ], enums=ENUMS)


STRUCTS = [
    Struct("Reading", [Field("at", "u32"), Field("celsius", "i16"), Field("humidity", "u8")]),
    Struct("Bits", [Field("low", "u3"), Field("whole", "u16"), Field("middle", "i7"), Field("mode", "Mode"),
                    Field("fine", "u11")]),
    Struct("Backward", [Field("low", "u3"), Field("whole", "u16"), Field("middle", "i7"), Field("high", "u14")], big=True),
    Struct("InOrder", [Field("a", "u4"), Field("b", "u8"), Field("c", "u7"), Field("d", "bool"), Field("e", "i32"),
                       Field("g", "f32")], policy="ordered"),
    Struct("Aligned", [Field("a", "u8"), Field("b", "u32"), Field("c", "u8"), Field("d", "u16"), Field("e", "u64")],
           policy="natural"),
    Struct("Outer", [Field("first", "Reading"), Field("bit", "bool"), Field("pair", "Bits", (2,)), Field("last", "u8")]),
    Struct("Arrays", [Field("words", "u16", (3,)), Field("nibbles", "u4", (3,)), Field("bytes8", "u8", (2,)),
                      Container("state", "u16", [Field("low", "u5"), Field("high", "i9")]),
                      Group("part", [Field("x", "i16"), Field("y", "u3")])]),
    Struct("Texts", [Field("name", "char[5]"), Field("raw", "byte[4]"), Field("names", "char[3]", (2,)), Field("few", "u3"),
                     Field("raws", "byte[2]", (3,))]),
]


def nested_items():
    status = [Field("rx", "bool"), Field("tx", "bool", at=6), Field("error", "Mode", at=3)]
    return [
        Field("before", "u5"),
        Container("status", "u8", list(status)),
        Container("control", "u16", [Field("a", "u3", at=0, high_bit=2), Field("b", "i6", at=5, high_bit=10), Field("c", "bool", at=15)]),
        Container("wide", "u32", [Field("a", "u12"), Field("_", "u3"), Field("b", "i17")]),
        Container("huge", "u64", [Field("a", "u20", at=10, high_bit=29), Field("b", "i33", at=30, high_bit=62), Field("c", "bool", at=63)]),
        Container("states", "u16", [Field("low", "u7"), Field("list", "u2", (4,))], (3,)),
        Container("other", "u32", [Field("a", "u9"), Field("b", "i23")], order="be"),
        Container("octets", "u32", [Field("list", "u8", (4,))], order="be"), Container("words", "u64", [Field("list", "i16", (3,), at=8)], (2,), order="be"),
        Container("octets2", "u16", [Field("list", "u8", (2,))], order="le"),
        Container("same", "u32", [Field("a", "u9"), Field("b", "i23")], order="le"),
        Field("reading", "Reading"), Field("readings", "Reading", (3,)),
        Field("bits", "Bits", (2,)), Field("backward", "Backward"), Field("in_order", "InOrder"), Field("aligned", "Aligned"),
        Field("outer", "Outer", (2,)), Field("arrays", "Arrays"),
        Field("texts", "Texts", (2,)),
        Group("single", [Field("a", "u4"), Field("b", "u16"), Field("c", "u6")]),
        Group("chan", [Field("gain", "u12"), Field("on", "bool"), Field("level", "i24"), Field("list", "u16", (2,)),
                       Field("few", "u3", (3,)), Container("mode", "u8", [Field("x", "u3"), Field("y", "i4")])], (3,)),
        Group("apart", [Field("a", "u16"), Field("b", "u3")], (2,), stride=6),
        Group("tree", [Field("a", "u8"), Group("leaf", [Field("x", "i10"), Field("y", "u16"), Field("r", "Reading")], (2,))], (2,)),
        Field("after", "u3"),
    ]


def nested_layout(name, policy, big):
    return Layout(name, [Block("Nest", nested_items(), policy, big=big)], structs=STRUCTS, enums=ENUMS)


def natural_items():
    return [
        Field("a", "u8"), Field("b", "u32"), Field("c", "u3"), Field("d", "u7"), Field("e", "u16"), Field("f", "u8"),
        Field("g", "i64"), Field("h", "bool"), Field("i", "f32"), Field("name", "char[3]"), Field("j", "u16", (3,)),
        Field("k", "u8"), Field("l", "Aligned"), Field("m", "u8"), Field("n", "Reading"), Field("o", "f64"), Field("p", "u8"),
        Container("r", "u32", [Field("x", "u9"), Field("y", "i23")]), Field("s", "u8"), Field("u", "i16"), Field("v", "u8"),
        Group("w", [Field("a", "u8"), Field("b", "u32"), Field("c", "u16")], (2,)), Field("x", "Wide"), Field("y", "u8"),
        Field("z", "Aligned", (2,)), Field("last", "u5"),
    ]


def pinned_items():
    """Pinned ones out of order, gaps, and bit fields of a byte of their own."""
    return [
        Field("a", "u8", at=20), Field("b", "u16"), Field("c", "u12", at=8), Field("c2", "u3"), Field("d", "u32", at=12),
        Field("e", "u5", at=30), Field("g", "Reading", at=32),
        Container("h", "u16", [Field("x", "u5"), Field("y", "u4", at=9)], at=40),
        Group("i", [Field("x", "u8"), Field("y", "u3")], (2,), stride=4, at=44), Field("k", "bool", (9,), at=54),
        Field("l", "u24", (2,), at=57),
    ]


def pinned_layout():
    return Layout("pinned", [
        Block("Packed", [Field("first", "u3"), Field("second", "u16", at=2)] + pinned_items(), "packed", span=70),
        Block("Ordered", pinned_items(), "ordered", big=False, span=64),
        Block("Backward", pinned_items(), "ordered", big=True),
        Block("Spare", [Field("a", "u8"), Field("b", "u9")], "packed", span=32),
    ], structs=STRUCTS[:1], enums=[])


def whole_big_layout():
    """The byte order of the whole file, and back to the other in a block and in fields."""
    return Layout("whole_big", [
        Block("Inherits", [Field("a", "u16"), Field("b", "u3"), Field("c", "i21"), Field("d", "u32", order="le"), Field("e", "Reading"),
                           Field("g", "Backward"), Field("h", "u12", (3,))]),
        Block("Differs", [Field("a", "u16"), Field("b", "u3"), Field("c", "i21"), Field("d", "u32", order="be"), Field("e", "Reading")],
              big=False),
    ], structs=[STRUCTS[0], STRUCTS[2]], big=True)


def byte_layouts():
    return widths_layouts() + [
        two_orders("kinds_packed", kinds_items, "packed"),
        two_orders("kinds_ordered", kinds_items, "ordered"),
        two_orders("arrays_packed", array_items, "packed"),
        two_orders("arrays_ordered", array_items, "ordered"),
        nested_layout("nested_packed", "packed", False),
        nested_layout("nested_ordered", "ordered", False),
        nested_layout("nested_big", "packed", True),
        Layout("natural_both", [Block("Little", natural_items(), "natural", big=False),
                                Block("Big", natural_items(), "natural", big=True)], structs=STRUCTS, enums=ENUMS),
        pinned_layout(),
        whole_big_layout(),
    ]
