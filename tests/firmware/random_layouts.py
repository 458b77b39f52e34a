"""Random layouts. In: a seed. Out: a layout of byte blocks (structs, groups, containers and fields of all kinds, nested as
the dice fall), or of register blocks (every width, type and kind of access); the same for the same seed."""

import random

from layouts import ENUMS
from model import Block, Container, Field, Group, Layout, Struct, place_struct, type_of

BYTE_TYPES = ["u8", "i8", "u16", "i16", "u24", "u32", "i32", "u40", "i48", "u56", "u64", "i64", "f32", "f64", "q8.8", "uq4.12", "Wide", "Level"]
NATURAL_TYPES = ["u8", "i8", "u16", "i16", "u32", "i32", "u64", "i64", "f32", "f64", "q8.8", "uq4.12", "Wide", "Level"]
BIT_ENUMS = ["Mode", "Trend", "Flag", "Odd"]


class Maker:
    def __init__(self, seed):
        self.dice = random.Random(f"layout {seed}")
        self.layout = Layout(f"random_{seed}", [], enums=ENUMS, big=self.dice.random() < 0.3)
        self.number = 0

    def name(self):
        self.number += 1
        return f"{self.dice.choice('abcdfghk')}{self.number}"

    def chance(self, share):
        return self.dice.random() < share

    def bit_type(self, most=63):
        while True:
            width = self.dice.randint(1, most)
            if width % 8:
                break
        choice = self.dice.random()
        if choice < 0.2:
            return "bool"
        if choice < 0.35 and most >= 12:
            return self.dice.choice(BIT_ENUMS)
        return self.dice.choice("ui") + str(width)

    def order(self):
        return self.dice.choice([None, None, None, "be", "le"])

    def container(self, has_dims):
        width = self.dice.choice([8, 16, 32, 64])
        items, free = [], width
        while free > 0 and len(items) < 6:
            kind = self.bit_type(min(free, 30)) if free > 1 else "bool"
            bits = type_of(self.layout, kind).width
            if bits > free:
                kind, bits = "u1", 1
            items.append(Field("_" if self.chance(0.1) else self.name(), kind))
            free -= bits
            if free > 1 and self.chance(0.3):
                items[-1].at = None
        if all(item.name == "_" for item in items):
            items[0].name = self.name()
        return Container(self.name(), f"u{width}", items, self.dims(0.3) if has_dims else (), order=self.order())

    def dims(self, share):
        return (self.dice.randint(1, 5),) if self.chance(share) else ()

    def field(self, policy, structs):
        choice = self.dice.random()
        if choice < 0.5:
            return Field("_" if self.chance(0.1) else self.name(), self.bit_type(), self.dims(0.25))
        if choice < 0.9 or not structs:
            kind = self.dice.choice(NATURAL_TYPES if policy == "natural" else BYTE_TYPES)
            return Field(self.name(), kind, self.dims(0.25), order=self.order() if kind not in ("u8", "i8", "Level") else None)
        return Field(self.name(), self.dice.choice(structs), self.dims(0.4))

    def items(self, count, policy, structs, depth):
        result = []
        for _ in range(count):
            choice = self.dice.random()
            if choice < 0.1 and depth < 2:
                result.append(Group(self.name(), self.items(self.dice.randint(1, 4), policy, structs, depth + 1), self.dims(0.6)))
            elif choice < 0.2:
                result.append(self.container(True))
            elif choice < 0.25 and depth < 2:
                kind = self.dice.choice(["char", "byte"])
                result.append(Field(self.name(), f"{kind}[{self.dice.randint(1, 9)}]", self.dims(0.2)))
            else:
                result.append(self.field(policy, structs))
        if all(isinstance(item, Field) and item.name == "_" for item in result):
            result.append(Field(self.name(), "u7"))
        return result

    def struct(self, structs):
        policy = self.dice.choice(["packed", "ordered", "natural"])
        items = []
        for _ in range(self.dice.randint(2, 5)):
            items.append(self.container(False) if self.chance(0.15) else self.field(policy, structs))
        if all(item.name == "_" for item in items if isinstance(item, Field)):
            items.append(Field(self.name(), "u16"))
        return Struct(f"Struct{len(self.layout.structs)}", items, policy, self.dice.choice([None, None, True, False]))

    def make(self):
        for _ in range(3):
            made = self.struct([struct.name for struct in self.layout.structs if place_struct(self.layout, struct).size < 60])
            self.layout.structs.append(made)
        for number, policy in enumerate(["packed", "ordered", "natural"]):
            structs = [struct.name for struct in self.layout.structs if place_struct(self.layout, struct).size < 60]
            self.layout.blocks.append(Block(f"Block{number}", self.items(14, policy, structs, 0), policy,
                                            self.dice.choice([None, True, False])))
        return self.layout


def random_layout(seed):
    return Maker(seed).make()


ACCESSES = ["", "", "", "rw", "ro", "wo", "w1c", "w1c", "w1s", "w1t", "w0c", "w0s", "rc", "rs"]


def random_register(dice, number):
    width = dice.choice([8, 16, 32, 32, 64])
    items, position = [], 0
    while position < width and len(items) < 9:
        room = width - position
        bits = min(room, dice.choice([1, 1, 2, 3, dice.randint(1, 12), dice.randint(1, 40)]))
        dims = (dice.randint(2, room // bits),) if room >= 3 * bits and dice.random() < 0.2 else ()
        kind = "bool" if bits == 1 and dice.random() < 0.8 else dice.choice("uui") + str(bits)
        if dice.random() < 0.15:
            items.append(Field("_", f"u{bits}"))
            dims = ()
        else:
            items.append(Field(f"f{position}", kind, dims, access=dice.choice(ACCESSES)))
        position += bits * (dims[0] if dims else 1)
    if all(item.name == "_" for item in items):
        items = [Field("only", f"u{width}")]
    return Container(f"r{number}", f"u{width}", items, (dice.randint(2, 3),) if dice.random() < 0.15 else ())


def random_registers(seed):
    """Two blocks, one in a region with aliases. Registers are placed at multiples of 8, as wide ones need it."""
    dice = random.Random(f"registers {seed}")
    blocks = []
    for name, count, where in (("Dev", 16, "@ 0x40000000"), ("Atomic", 7, "in apb")):
        items, at = [], 0
        for number in range(count):
            register = random_register(dice, number)
            register.at = at
            at += 8 * (register.dims[0] if register.dims else 1)
            items.append(register)
        if name == "Dev":
            group = Group("bank", [random_register(dice, 90 + number) for number in range(3)], (2,), stride=0x60, at=at)
            for number, register in enumerate(group.items):
                register.at = 0x20 * number
            items.append(group)
        blocks.append(Block(name, items, policy=None, where=where))
    return Layout(f"registers_{seed}", blocks,
                  regions=["region apb = mmio @ 0x40001000 size 0x2000 alias set 0xC0 clear 0x180 xor 0x240;"])
