#!/usr/bin/env python3
"""`device.py NAME BLOCKS` prints the layout of an invented device, NAME; with `--masks` the same device as a C header of
structs and masks, as SVDConv writes them. 100 blocks are the size of an STM32H743.

Everything comes from a fixed sequence of numbers, so that each run makes the same device.
"""
import random
import sys

REGISTERS_A_BLOCK = 20
FIELDS_A_BLOCK = 112
ENUMS_A_BLOCK = 4
BLOCK_BYTES = 0x400
FIRST_ADDRESS = 0x4000_0000
NOUNS = ("clock channel buffer transfer request counter divider trigger window filter sample packet frame event error "
         "status interrupt prescaler threshold calibration pointer sequence parity overrun timeout polarity").split()
VERBS = ("selects enables holds counts delays masks clears reports starts stops gates inverts latches scales routes").split()
ACCESSES = ["", "", "", "", "", "", " ro", " ro", " w1c", " wo"]


class Field:
    """One bit field: its place, its access, its type (an enum's name or a width) and its doc comment."""

    def __init__(self, name, position, width, access, type_name, doc):
        self.name, self.position, self.width = name, position, width
        self.access, self.type_name, self.doc = access, type_name, doc


class Register:
    """One 32-bit register; count is above 1 where it comes several times."""

    def __init__(self, name, offset, count, reset, doc):
        self.name, self.offset, self.count, self.reset, self.doc = name, offset, count, reset, doc
        self.fields = []


def sentence(numbers):
    return "%s the %s %s of the %s" % (numbers.choice(VERBS).capitalize(), numbers.choice(NOUNS),
                                       numbers.choice(NOUNS), numbers.choice(NOUNS))


def split_fields(numbers):
    """How many fields each register of a block has; their sum is FIELDS_A_BLOCK."""
    counts = [1] * REGISTERS_A_BLOCK
    for _ in range(FIELDS_A_BLOCK - REGISTERS_A_BLOCK):
        counts[numbers.randrange(REGISTERS_A_BLOCK)] += 1
    return counts


def make_fields(numbers, count, enums):
    """So many fields within 32 bits, some of them of an enum."""
    fields, position = [], 0
    room = 32 // count
    for index in range(count):
        width = min(numbers.choice((1, 1, 1, 2, 3, 4, 8)), room)
        type_name = "bool" if width == 1 else "u%d" % width
        fitting = [enum for enum in enums if enum[1] == width]
        if fitting and numbers.random() < 0.5:
            type_name = numbers.choice(fitting)[0]
        name = "%s%d" % (numbers.choice(NOUNS), index)
        fields.append(Field(name, position, width, numbers.choice(ACCESSES), type_name, sentence(numbers)))
        position += room if numbers.random() < 0.3 else width
    return fields


def make_block(numbers, number):
    """(name, doc, enums, registers) of one block; an enum is (name, width, [enumerator])."""
    enums = [("Kind%d_%d" % (number, index), width, ["%s%d" % (numbers.choice(NOUNS), value)
                                                    for value in range(numbers.randint(2, 1 << width))])
             for index, width in enumerate((1, 2, 3, 4)[:ENUMS_A_BLOCK])]
    registers, offset = [], 0
    for index, count in enumerate(split_fields(numbers)):
        repeats = numbers.choice((1, 1, 1, 1, 1, 1, 1, 4))
        register = Register("%s_%s%d" % (numbers.choice(NOUNS), numbers.choice(NOUNS), index), offset, repeats,
                            numbers.getrandbits(32) if numbers.random() < 0.5 else 0, sentence(numbers))
        register.fields = make_fields(numbers, count, enums)
        registers.append(register)
        offset += 4 * repeats + numbers.choice((0, 0, 0, 4))
    return "Block%d" % number, sentence(numbers), enums, registers


def make_device(block_count):
    numbers = random.Random(743)
    return [make_block(numbers, number) for number in range(block_count)]


def layout_text(name, blocks):
    lines = ["/// An invented device of %d blocks." % len(blocks), "layout %s;" % name, ""]
    for number, (block, doc, enums, registers) in enumerate(blocks):
        for enum, width, enumerators in enums:
            lines += ["enum %s : u%d { %s }" % (enum, width, ", ".join(enumerators))]
        lines += ["/// %s." % doc, "memreg %s @ 0x%X {" % (block, FIRST_ADDRESS + number * BLOCK_BYTES)]
        for register in registers:
            dimension = "[%d]" % register.count if register.count > 1 else ""
            lines += ["    /// %s." % register.doc,
                      "    %s: u32%s @ 0x%X reset 0x%08X {" % (register.name, dimension, register.offset, register.reset)]
            for field in register.fields:
                lines.append("        %s: %s @[%d:%d]%s; //< %s." % (
                    field.name, field.type_name, field.position + field.width - 1, field.position, field.access,
                    field.doc))
            lines.append("    }")
        lines += ["}", ""]
    return "\n".join(lines)


def masks_text(name, blocks):
    lines = ["#ifndef %s_H" % name.upper(), "#define %s_H" % name.upper(), "#include <stdint.h>",
             "#define __IM volatile const", "#define __OM volatile", "#define __IOM volatile", ""]
    for number, (block, doc, _, registers) in enumerate(blocks):
        lines += ["/**", "  * @brief %s. (%s)" % (doc, block), "  */", "", "typedef struct {"]
        end = 0
        for register in registers:
            if register.offset > end:
                lines.append("  __IM  uint32_t  RESERVED%s;" % (register.offset // 4))
            dimension = "[%d]" % register.count if register.count > 1 else ""
            lines.append("  __IOM uint32_t  %s%s; /*!< (@ 0x%08X) %s. */" % (
                register.name.upper(), dimension, register.offset, register.doc))
            end = register.offset + 4 * register.count
        lines += ["} %s_Type; /*!< Size = %d (0x%x) */" % (block.upper(), end, end), ""]
    for number, (block, *_) in enumerate(blocks):
        lines.append("#define %s_BASE 0x%XUL" % (block.upper(), FIRST_ADDRESS + number * BLOCK_BYTES))
    for block, *_ in blocks:
        lines.append("#define %s ((%s_Type*) %s_BASE)" % (block.upper(), block.upper(), block.upper()))
    for block, _, _, registers in blocks:
        for register in registers:
            lines.append("/* %s  %s */" % ("=" * 20, register.name.upper()))
            for field in register.fields:
                stem = "%s_%s_%s" % (block.upper(), register.name.upper(), field.name.upper())
                lines += ["#define %s_Pos (%dUL) /*!< %s (Bit %d) */" % (
                              stem, field.position, field.name.upper(), field.position),
                          "#define %s_Msk (0x%xUL) /*!< %s (Bitfield-Mask: 0x%02x) */" % (
                              stem, ((1 << field.width) - 1) << field.position, field.name.upper(),
                              (1 << field.width) - 1)]
    return "\n".join(lines + ["#endif", ""])


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--masks"]
    write = masks_text if "--masks" in sys.argv else layout_text
    print(write(arguments[0], make_device(int(arguments[1]))))


main()
