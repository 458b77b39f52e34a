"""Register blocks: their descriptions, and the test program. In: the blocks below (classes of model.py). Out: C text with
wrappers of every generated accessor and the tables of register_test.h, placed by the `ordered` policy as read here."""

import re
from dataclasses import dataclass
from typing import List, Tuple

from emit_blocks import c_type, from_raw, index_arguments, to_raw
from model import Block, Container, Enum, Field, Group, Index, Layout, byte_indices, product, snake, type_of

KINDS = {"": "PLAIN", "rw": "PLAIN", "ro": "READ_ONLY", "wo": "WRITE_ONLY", "w1c": "WRITE_1_CLEARS", "w1s": "WRITE_1_SETS",
         "w1t": "WRITE_1_TOGGLES", "w0c": "WRITE_0_CLEARS", "w0s": "WRITE_0_SETS", "rc": "READ_CLEARS", "rs": "READ_SETS"}

# Which accessors a field of each kind has beside get: read, set, clear, toggle, with. A toggle of a plain one is for bool.
ACCESSORS = {
    "": "read set toggle with", "rw": "read set toggle with", "ro": "read", "wo": "set with",
    "w1c": "read clear with", "w1s": "read set with", "w1t": "read toggle with", "w0c": "read clear with",
    "w0s": "read set with", "rc": "read set with", "rs": "read set with",
}

# ---- descriptions ----

ENUMS = [Enum("State", "u3", [("idle", 0), ("run", 3), ("error", 5)]),
         Enum("Trim", "i4", [("least", -8), ("none", 0), ("most", 7)])]


def every_kind(name, at, width):
    """One register with a bit of each kind, and wider fields as there is room."""
    bits = [Field("on", "bool"), Field("flag", "bool", access="w1c"), Field("start", "bool", access="w1s"),
            Field("flip", "bool", access="w1t"), Field("low", "bool", access="w0c"), Field("high", "bool", access="w0s"),
            Field("busy", "bool", access="ro")]
    if width >= 16:
        bits += [Field("level", "u3"), Field("key", "u2", access="wo"), Field("_", "u1"), Field("flags", "u3", access="w1c")]
    if width >= 32:
        bits += [Field("counts", "i4"), Field("lows", "u2", access="w0c"), Field("highs", "u2", access="w0s"),
                 Field("flips", "u2", access="w1t"), Field("starts", "u2", access="w1s"), Field("position", "u3", access="ro")]
    if width >= 64:
        bits += [Field("middle", "i9", at=33), Field("top_flags", "u4", access="w1c"), Field("top", "u12", at=50)]
    return Container(name, f"u{width}", bits, at=at)


def crossing(name, at):
    """A 64-bit register with fields across its two halves."""
    return Container(name, "u64", [Field("low", "u20"), Field("stamp", "u22"), Field("level", "i11"), Field("on", "bool", at=63)], at=at)


def device_items():
    return [
        Container("ctrl", "u32", [Field("mode", "u2"), Field("state", "State"), Field("en", "bool"), Field("level", "u5", at=8),
                                  Field("trim", "i12", at=16, high_bit=27), Field("div", "u4")], at=0x00),
        Container("stat", "u32", [Field(f"f{bit}", "bool", access="w1c") for bit in range(8)]
                  + [Field("busy", "bool", access="ro"), Field("en", "bool"), Field("irq", "bool", (6,), access="w1c")], at=0x04),
        every_kind("kinds8", 0x08, 8),
        every_kind("kinds16", 0x0A, 16),
        every_kind("kinds32", 0x0C, 32),
        every_kind("kinds64", 0x10, 64),
        crossing("wide", 0x18),
        Container("all_flags", "u32", [Field("a", "u16", access="w1c"), Field("b", "bool", (16,), access="w1c")], at=0x20),
        Container("given", "u8", [Field("a", "u4", access="w1c"), Field("b", "u4", access="ro")], at=0x24),
        Container("full", "u16", [Field("whole", "u16")], at=0x26),
        Container("once", "u32", [Field("events", "bool", access="rc"), Field("marks", "u3", access="rs"), Field("plain", "u4")], at=0x28),
        Container("input", "u16", [Field("a", "u5"), Field("b", "i6"), Field("_", "u1"), Field("trim", "Trim")], at=0x2C, access="ro"),
        Container("command", "u16", [Field("code", "u8"), Field("go", "bool", at=15)], at=0x2E, access="wo"),
        Container("events", "u32", [Field("done", "u16"), Field("error", "u16")], at=0x30, access="w1c"),
        Container("pins", "u32", [Field("mode", "u2", (12,)), Field("level", "i4", (2,))], at=0x34),
        Field("data32", "u32", at=0x38), Field("data16", "u16", at=0x3C, access="ro"), Field("data8", "u8", at=0x3E, access="wo"),
        Field("signed8", "i8", at=0x3F), Field("data64", "u64", at=0x40), Field("list", "u16", (4,), at=0x48),
        Container("lut", "u16", [Field("x", "u7"), Field("y", "i9")], (4,), at=0x50),
        Group("chan", [Container("cfg", "u32", [Field("gain", "u5", at=8), Field("source", "u4", at=0), Field("done", "bool", access="w1c", at=31)], at=0),
                       Field("value", "u32", at=4), Container("st", "u8", [Field("over", "bool", access="w1c"), Field("fill", "u7")], at=8)],
              (4,), stride=0x10, at=0x60),
        Group("tree", [Field("a", "u16", at=0),
                       Group("leaf", [Container("r", "u8", [Field("x", "u3"), Field("y", "bool", (2,), access="w1c"), Field("z", "u3")]),
                                      Container("q", "u8", [Field("x", "i8")])], (3,), stride=4, at=4)],
              (2,), stride=0x10, at=0xA0),
        Group("single", [Container("c", "u16", [Field("read", "bool"), Field("write", "u3"), Field("t", "u2"), Field("value", "u4")])], at=0xC0),
    ]


def alias_items():
    return [
        Container("ctrl", "u32", [Field("en", "bool"), Field("mode", "u3"), Field("irq", "bool", (4,)), Field("level", "i7", at=12),
                                  Field("flag", "bool", access="w1c", at=20), Field("busy", "bool", access="ro", at=21)], at=0),
        Field("data", "u32", at=4),
        Container("gpio", "u32", [Field("out", "bool", (30,))], at=8),
        Group("sm", [Container("c", "u32", [Field("run", "bool"), Field("div", "u16", at=16)])], (2,), stride=8, at=16),
    ]


def register_layout():
    uart = [Container("ctrl", "u32", [Field("en", "bool"), Field("baud", "u16", at=8)], at=0),
            Container("flags", "u16", [Field("rx", "bool", access="w1c"), Field("tx", "bool", access="w1c"), Field("mask", "u4", at=8)], at=4),
            Group("fifo", [Field("data", "u8")], (4,), stride=1, at=8)]
    return Layout("registers", [
        Block("Dev", device_items(), policy=None, where="@ 0x40000000"),
        Block("Uart", uart, policy=None, where="@ 0x40000400", dims=(3,), stride=0x20),
        Block("Atomic", alias_items(), policy=None, where="in apb"),
    ], enums=ENUMS, regions=["region apb = mmio @ 0x40001000 size 0x1000 alias set 0x40 clear 0x80 xor 0xC0;"])


def aliases_of(layout, block):
    """(set, clear, xor) as the block's region says, zeros where it has none."""
    for region in layout.regions:
        match = re.search(r"region (\w+) .* alias set (\w+) clear (\w+) xor (\w+);", region)
        if match and block.where == f"in {match[1]}":
            return tuple(int(match[number], 0) for number in (2, 3, 4))
    return 0, 0, 0


# ---- where they lie ----

@dataclass
class Register:
    path: Tuple[str, ...]
    offset: int
    width: int
    type: object
    access: str
    indices: Tuple[Index, ...]
    bits: List[tuple]              # (Field, type, lowest bit, access)


def place_registers(layout, items):
    result, cursor = [], 0
    for item in items:
        if item.at is not None:
            cursor = item.at
        if isinstance(item, Group):
            inner, size = place_registers(layout, item.items)
            stride = item.stride or size
            indices = tuple(byte_indices(item.dims, stride))
            for register in inner:
                register.path = (item.name,) + register.path
                register.offset += cursor
                register.indices = indices + register.indices
            result += inner
            cursor += stride * product(item.dims)
            continue
        kind = type_of(layout, item.type)
        bits, next_bit = [], 0
        for inner in item.items if isinstance(item, Container) else []:
            inner_kind = type_of(layout, inner.type)
            low = next_bit if inner.at is None else inner.at
            next_bit = low + inner_kind.width * product(inner.dims)
            if inner.name != "_":
                bits.append((inner, inner_kind, low, inner.access or item.access))
        accesses = {access for _, _, _, access in bits}
        # A register whose every field can only be read, or only be written, is so as a whole.
        whole_access = accesses.pop() if accesses in ({"ro"}, {"wo"}) else item.access
        result.append(Register((item.name,), cursor, kind.width, kind, whole_access,
                               tuple(byte_indices(item.dims, kind.width // 8)), bits))
        cursor += kind.width // 8 * product(item.dims)
    return result, cursor


# ---- the program ----

class RegisterProgram:
    def __init__(self, layout):
        self.layout = layout
        self.bases, self.wrappers, self.tables, self.tests = [], [], [], []
        self.number = 0

    def name_of(self, text):
        self.number += 1
        self.wrappers.append(f'static MACHINE_FLASH char name_{self.number}[] = "{text}";')
        return self.number

    def bits_row(self, block, register, field, kind, low, access):
        stem = f"t_{block}_" + "_".join(snake(part) for part in register.path)
        name = snake(field.name)
        number = self.name_of(field.name)
        outer = index_arguments(len(register.indices)).removeprefix(", ")
        inner = index_arguments(len(field.dims), len(register.indices)).removeprefix(", ")
        both = ", ".join(text for text in (outer, inner) if text)
        behind = lambda text: f", {text}" if text else ""
        kinds = ACCESSORS[access].split()
        mask = ((1 << kind.width * product(field.dims)) - 1) << low
        self.wrappers.append(f'_Static_assert({stem.upper()}_{name.upper()}_Pos == {low} && '
                             f'{stem.upper()}_{name.upper()}_Msk == {mask:#x}u, "{field.name}");')
        functions = dict.fromkeys(("read", "set", "clear", "toggle", "get", "with", "edit"), "NULL")

        def wrap(key, result, parameters, body):
            functions[key] = f"{key}_{number}"
            self.wrappers.append(f"static {result} {key}_{number}({parameters}) {{ (void)index; {body} }}")

        value_type = f"{stem}_t"
        if "read" in kinds:
            wrap("read", "uint64_t", "const unsigned *index", f"return {to_raw(kind, f'{stem}_read_{name}({both})')};")
            wrap("get", "uint64_t", "uint64_t word, const unsigned *index",
                 f"{value_type} register_value; OF_WORD(register_value, word); return {to_raw(kind, f'{stem}_get_{name}(register_value{behind(inner)})')};")
        if "set" in kinds:
            wrap("set", "void", "const unsigned *index, uint64_t value", f"{stem}_set_{name}({both}{', ' if both else ''}{from_raw(kind, 'value')});")
        if "clear" in kinds:
            wrap("clear", "void", "const unsigned *index", f"{stem}_clear_{name}({both});")
        if "toggle" in kinds and (kind.kind == "bool" or access == "w1t"):
            wrap("toggle", "void", "const unsigned *index", f"{stem}_toggle_{name}({both});")
        if "with" in kinds:
            with_value = f"{stem}_with_{name}(register_value{behind(inner)}, {from_raw(kind, 'to')})"
            wrap("with", "uint64_t", "uint64_t word, const unsigned *index, uint64_t to",
                 f"{value_type} register_value; uint64_t result = 0; OF_WORD(register_value, word); register_value = {with_value}; TO_WORD(result, register_value); return result;")
            if register.access not in ("wo", "ro"):
                edited = f"{stem}_with_{name}({stem}_edit({outer}){behind(inner)}, {from_raw(kind, 'to')})"
                wrap("edit", "void", "const unsigned *index, uint64_t to", f"{stem}_write({outer}{', ' if outer else ''}{edited});")
        count = field.dims[0] if field.dims else 0
        return (f"    {{ name_{number}, {low}, {kind.width}, KIND_{KINDS[access]}, {count}, {int(kind.signed)}, "
                f"{int(kind.kind == 'bool')}, {functions['read']}, {functions['set']}, {functions['clear']}, "
                f"{functions['toggle']}, {functions['get']}, {functions['with']}, {functions['edit']} }},")

    def register_row(self, block, register, first_bits):
        stem = f"t_{block}_" + "_".join(snake(part) for part in register.path)
        number = self.name_of(".".join(register.path))
        arguments = index_arguments(len(register.indices)).removeprefix(", ")
        functions = dict.fromkeys(("read", "write", "edit"), "NULL")

        def wrap(key, result, parameters, body):
            functions[key] = f"{key}_{number}"
            self.wrappers.append(f"static {result} {key}_{number}({parameters}) {{ (void)index; {body} }}")

        value_type = f"{stem}_t" if register.bits else c_type(register.type)
        if register.access != "wo":
            wrap("read", "uint64_t", "const unsigned *index",
                 f"{value_type} register_value = {stem}_read({arguments}); uint64_t result = 0; TO_WORD(result, register_value); return result;")
        if register.access != "ro":
            wrap("write", "void", "const unsigned *index, uint64_t word",
                 f"{value_type} register_value; OF_WORD(register_value, word); {stem}_write({arguments}{', ' if arguments else ''}register_value);")
        if register.bits and register.access not in ("ro", "wo"):
            wrap("edit", "uint64_t", "const unsigned *index",
                 f"{value_type} register_value = {stem}_edit({arguments}); uint64_t result = 0; TO_WORD(result, register_value); return result;")
        self.wrappers.append(f'_Static_assert({stem.upper()}_OFFSET == {register.offset}, "{register.path[-1]}");')
        indices = ", ".join(f"{{ {index.count}, {index.stride} }}" for index in register.indices) or "{ 0, 0 }"
        return (f"    {{ name_{number}, {register.offset}, {register.width}, {int(register.access == 'wo')}, "
                f"{len(register.indices)}, {{ {indices} }}, {first_bits}, {len(register.bits)}, "
                f"{functions['read']}, {functions['write']}, {functions['edit']} }},")

    def block(self, block, position):
        name = snake(block.name)
        registers, size = place_registers(self.layout, block.items)
        for register in registers:
            register.indices = tuple(byte_indices(block.dims, block.stride or size)) + register.indices
        extent = (block.stride or size) * product(block.dims) if block.dims else size
        aliases = aliases_of(self.layout, block)
        room = 4 * aliases[0] if aliases[0] else extent
        offset = position * 0x400
        self.bases.append(f"""#if defined(REGISTERS_ON_DEVICE)
#define T_{name.upper()}_BASE ((uintptr_t)DEVICE_BASE + {offset:#x}u)
#define {name.upper()}_MEMORY NULL
#else
static uint8_t {name}_memory[{room}] __attribute__((aligned(8)));
#define T_{name.upper()}_BASE ((uintptr_t){name}_memory)
#define {name.upper()}_MEMORY {name}_memory
#endif
""")
        bits_rows, register_rows = [], []
        for register in registers:
            first = len(bits_rows)
            bits_rows += [self.bits_row(name, register, *bits) for bits in register.bits]
            register_rows.append(self.register_row(name, register, first))
        self.tables.append(f"static MACHINE_FLASH bits_row_t {name}_bits[] = {{\n" + "\n".join(bits_rows) + "\n};\n")
        self.tables.append(f"static MACHINE_FLASH register_row_t {name}_registers[] = {{\n" + "\n".join(register_rows) + "\n};\n")
        number = self.name_of(block.name)
        self.tests.append(f"        {{ name_{number}, {name.upper()}_MEMORY, {offset:#x}, {extent}, {aliases[0]}, {aliases[1]}, {aliases[2]}, "
                          f"{name}_registers, sizeof {name}_registers / sizeof {name}_registers[0], {name}_bits }},")

    def text(self):
        for position, block in enumerate(self.layout.blocks):
            self.block(block, position)
        return f"""/* Made by tests/firmware/run: accessors of the layout {self.layout.name} against the places read independently. */
#include "register_test.h"

""" + "\n".join(self.bases) + f"""
#include "{self.layout.name}.h"
""" + """
#if !defined(ROUNDS)
#define ROUNDS 100
#endif

/* A register's value from and to an integer, whatever its type is: both have the same bytes. */
#define OF_WORD(VALUE, WORD) do { \\
        uint8_t w8 = (uint8_t)(WORD); uint16_t w16 = (uint16_t)(WORD); uint32_t w32 = (uint32_t)(WORD); uint64_t w64 = (WORD); \\
        memcpy(&(VALUE), sizeof(VALUE) == 1 ? (const void *)&w8 : sizeof(VALUE) == 2 ? (const void *)&w16 \\
               : sizeof(VALUE) == 4 ? (const void *)&w32 : (const void *)&w64, sizeof(VALUE)); \\
    } while (0)
#define TO_WORD(WORD, VALUE) do { \\
        uint8_t w8 = 0; uint16_t w16 = 0; uint32_t w32 = 0; uint64_t w64 = 0; \\
        memcpy(sizeof(VALUE) == 1 ? (void *)&w8 : sizeof(VALUE) == 2 ? (void *)&w16 \\
               : sizeof(VALUE) == 4 ? (void *)&w32 : (void *)&w64, &(VALUE), sizeof(VALUE)); \\
        (WORD) = w8 | w16 | w32 | w64; \\
    } while (0)

""" + "\n".join(self.wrappers) + "\n\n" + "\n".join(self.tables) + """
int main(void)
{
    static const register_block_test_t tests[] = {
""" + "\n".join(self.tests) + """
    };
    unsigned failures = 0, which;

    for (which = 0; which < sizeof tests / sizeof tests[0]; ++which)
        failures += test_registers(&tests[which], ROUNDS);
    if (failures != 0) {
        machine_put_number(failures);
        machine_put(" failures\\n");
    }
    return failures != 0;
}
"""
