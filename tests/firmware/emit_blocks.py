"""Writes the test program of a layout of byte blocks. In: a model.Layout. Out: C text with wrappers of every generated
accessor and the tables of byte_block_test.h, whose places come from model.py alone."""

from dataclasses import replace

from model import Index, Type, covered_bits, place_block, place_struct, snake

FLAGS = {"bool": "LEAF_BOOL", "float": "LEAF_FLOAT"}


def c_type(kind):
    if kind.kind == "bool":
        return "bool"
    if kind.kind == "float":
        return {32: "float", 64: "double"}[kind.width]
    if kind.kind == "enum":
        return f"t_{snake(kind.name)}_t"
    return f"{'' if kind.signed else 'u'}int{kind.storage_bits}_t"


def to_raw(kind, expression):
    """C that makes a uint64_t, sign-extended, of an accessor's result."""
    if kind.kind == "bool":
        return f"{expression} ? 1u : 0u"
    if kind.kind == "float":
        return f"raw{kind.width}({expression})"
    return f"(uint64_t)(int64_t){expression}" if kind.signed else f"(uint64_t){expression}"


def from_raw(kind, expression):
    if kind.kind == "bool":
        return f"{expression} != 0"
    if kind.kind == "float":
        return f"float{kind.width}({expression})"
    return f"({c_type(kind)}){expression}"


def index_arguments(count, first=0):
    return "".join(f", index[{position}]" for position in range(first, first + count))


def member_expression(member, first):
    """ "inner#.x#" with the indices from `first` put in."""
    text = ""
    for character in member:
        if character == "#":
            text += f"[index[{first}]]"
            first += 1
        else:
            text += character
    return text


class Program:
    def __init__(self, layout):
        self.layout = layout
        self.wrappers, self.tables, self.tests = [], [], []
        self.number = 0

    def name_of(self, leaf):
        self.number += 1
        dotted = ".".join(leaf.path)
        self.wrappers.append(f'static MACHINE_FLASH char name_{self.number}[] = "{dotted}";')
        return self.number

    def place_text(self, leaf):
        flags = [FLAGS[leaf.type.kind]] if leaf.type.kind in FLAGS else []
        flags += ["LEAF_SIGNED"] if leaf.type.signed else []
        flags += ["LEAF_BIG_ENDIAN"] if leaf.big and leaf.type.kind not in ("text", "bytes") else []
        bit_count = sum(index.is_bits for index in leaf.indices)
        indices = ", ".join(f"{{ {index.count}, {index.stride} }}" for index in leaf.indices) or "{ 0, 0 }"
        width = leaf.type.width if leaf.type.kind not in ("text", "bytes") else 0
        run_bytes = leaf.run_bytes if leaf.type.kind not in ("text", "bytes") else leaf.type.length
        return (f"{{ {leaf.run_start}, {run_bytes}, {leaf.shift}, {width}, {' | '.join(flags) or '0'}, "
                f"{len(leaf.indices)}, {bit_count}, {{ {indices} }} }}")

    def row(self, leaf, number, functions):
        return f"    {{ name_{number}, {self.place_text(leaf)}, {', '.join(functions)} }},"

    def row_of_number(self, leaf, number, functions):
        kind = leaf.type
        bits = 8 if kind.kind == "bool" else kind.width if kind.kind == "float" else f"8 * sizeof({c_type(kind)})"
        return self.row(leaf, number, [bits if isinstance(bits, str) else str(bits)] + functions)

    def number_row(self, block, leaf):
        number = self.name_of(leaf)
        path = "_".join(snake(part) for part in leaf.path)
        arguments = index_arguments(len(leaf.indices))
        kind = leaf.type
        wrappers = [
            f"static uint64_t get_{number}(const void *block, const unsigned *index)\n"
            f"{{ (void)index; return {to_raw(kind, f't_{block}_get_{path}((const t_{block}_t *)block{arguments})')}; }}",
            f"static void set_{number}(void *block, const unsigned *index, uint64_t value)\n"
            f"{{ (void)index; t_{block}_set_{path}((t_{block}_t *)block{arguments}, {from_raw(kind, 'value')}); }}",
        ]
        functions = [f"get_{number}", f"set_{number}", "NULL"]
        if kind.kind == "bool":
            functions[2] = f"toggle_{number}"
            wrappers.append(f"static void toggle_{number}(void *block, const unsigned *index)\n"
                            f"{{ (void)index; t_{block}_toggle_{path}((t_{block}_t *)block{arguments}); }}")
        self.wrappers += wrappers
        return self.row_of_number(leaf, number, functions)

    def text_row(self, block, leaf):
        number = self.name_of(leaf)
        path = "_".join(snake(part) for part in leaf.path)
        arguments = index_arguments(len(leaf.indices))
        self.wrappers += [
            f"static void get_{number}(const void *block, const unsigned *index, char *text)\n"
            f"{{ (void)index; t_{block}_get_{path}((const t_{block}_t *)block{arguments}, text); }}",
            f"static void set_{number}(void *block, const unsigned *index, const char *text)\n"
            f"{{ (void)index; t_{block}_set_{path}((t_{block}_t *)block{arguments}, text); }}",
        ]
        return self.row(leaf, number, [f"get_{number}", f"set_{number}"])

    def bytes_row(self, block, leaf, index_count):
        number = self.name_of(leaf)
        path = "_".join(snake(part) for part in leaf.path)
        arguments = index_arguments(index_count)
        self.wrappers += [
            f"static uint8_t *bytes_{number}(void *block, const unsigned *index)\n"
            f"{{ (void)index; return t_{block}_bytes_{path}((t_{block}_t *)block{arguments}); }}",
            f"static const uint8_t *const_{number}(const void *block, const unsigned *index)\n"
            f"{{ (void)index; return t_{block}_const_bytes_{path}((const t_{block}_t *)block{arguments}); }}",
        ]
        return self.row(leaf, number, [f"bytes_{number}", f"const_{number}"])

    def part_row(self, block, part, leaf):
        """A leaf of a struct reached by taking the whole struct out, and putting it back for a set."""
        number = self.name_of(leaf)
        path = "_".join(snake(name) for name in part.path)
        arguments = index_arguments(len(part.indices))
        member = "whole." + member_expression(leaf.member, len(part.indices))
        struct = snake(part.struct)
        take = f"t_{struct}_t whole = t_{block}_get_{path}((const t_{block}_t *)block{arguments});"
        wrappers = [
            f"static uint64_t get_{number}(const void *block, const unsigned *index)\n"
            f"{{ {take} (void)index; return {to_raw(leaf.type, member)}; }}",
            f"static void set_{number}(void *block, const unsigned *index, uint64_t value)\n"
            f"{{ {take} (void)index; {member} = {from_raw(leaf.type, 'value')}; "
            f"t_{block}_set_{path}((t_{block}_t *)block{arguments}, whole); }}",
        ]
        self.wrappers += wrappers
        return self.row_of_number(leaf, number, [f"get_{number}", f"set_{number}", "NULL"])

    def struct_row(self, struct, leaf):
        number = self.name_of(leaf)
        member = "whole." + member_expression(leaf.member, 0)
        unpack = f"t_{struct}_t whole; t_{struct}_unpack(&whole, (const uint8_t *)block);"
        wrappers = [
            f"static uint64_t get_{number}(const void *block, const unsigned *index)\n"
            f"{{ {unpack} (void)index; return {to_raw(leaf.type, member)}; }}",
            f"static void set_{number}(void *block, const unsigned *index, uint64_t value)\n"
            f"{{ {unpack} (void)index; {member} = {from_raw(leaf.type, 'value')}; t_{struct}_pack((uint8_t *)block, &whole); }}",
        ]
        self.wrappers += wrappers
        return self.row_of_number(leaf, number, [f"get_{number}", f"set_{number}", "NULL"])

    def struct_text_row(self, struct, leaf):
        number = self.name_of(leaf)
        member = "whole." + member_expression(leaf.member, 0)
        unpack = f"t_{struct}_t whole; t_{struct}_unpack(&whole, (const uint8_t *)block);"
        self.wrappers += [
            f"static void get_{number}(const void *block, const unsigned *index, char *text)\n"
            f"{{ {unpack} (void)index; memcpy(text, {member}, sizeof {member}); }}",
            f"static void set_{number}(void *block, const unsigned *index, const char *text)\n"
            f"{{ {unpack} (void)index; put_text({member}, sizeof {member}, text); t_{struct}_pack((uint8_t *)block, &whole); }}",
        ]
        return self.row(leaf, number, [f"get_{number}", f"set_{number}"])

    def table(self, kind, name, rows):
        if not rows:
            return "NULL, 0"
        self.tables.append(f"static MACHINE_FLASH {kind}_leaf_t {name}_{kind}[] = {{\n" + "\n".join(rows) + "\n};\n")
        return f"{name}_{kind}, sizeof {name}_{kind} / sizeof {name}_{kind}[0]"

    def test(self, name, storage, size, significant, numbers, texts=(), raw=()):
        self.wrappers.append(f'static MACHINE_FLASH char {name}_name[] = "{name}";')
        mask = "NULL"
        if significant is not None:
            self.tables.append(f"static MACHINE_FLASH uint8_t {name}_significant[] = {{ "
                               + ", ".join(f"{byte:#04x}" for byte in significant) + " };\n")
            mask = f"{name}_significant"
        self.tests.append(f"    {{ {name}_name, {storage}, {size}, {mask}, {self.table('number', name, numbers)},\n"
                          f"      {self.table('text', name, texts)}, {self.table('bytes', name, raw)} }},")

    def block(self, block):
        name = snake(block.name)
        placed = place_block(self.layout, block)
        numbers = [leaf for leaf in placed.leaves if leaf.type.kind in ("bool", "integer", "enum", "float")]
        texts = [leaf for leaf in placed.leaves if leaf.type.kind == "text"]
        raw = [(leaf, len(leaf.indices)) for leaf in placed.leaves if leaf.type.kind == "bytes"]
        self.wrappers.append(f"static struct {{ uint8_t odd; t_{name}_t block; }} {name}_place;")
        self.wrappers.append(f"_Static_assert(T_{name.upper()}_SIZE == {placed.size}, \"size of {block.name}\");")
        for leaf in placed.leaves:
            self.constants(name, leaf)
        storage = f"{name}_place.block.bytes"
        self.test(name, storage, placed.size, None, [self.number_row(name, leaf) for leaf in numbers],
                  [self.text_row(name, leaf) for leaf in texts], [self.bytes_row(name, leaf, count) for leaf, count in raw])
        whole = []
        for part in placed.parts:
            struct = self.layout.struct(part.struct)
            for leaf in place_struct(self.layout, struct).leaves:
                if leaf.type.kind in ("bool", "integer", "enum", "float"):
                    whole.append((part, leaf.moved(part.path, part.start, part.indices, "")))
        if whole:
            # Bytes outside of the part must stay; inside, bits that belong to no member and
            # what stands behind a text's NUL may come out either way.
            significant = bytearray(b"\xff" * placed.size)
            for part in placed.parts:
                inner = place_struct(self.layout, self.layout.struct(part.struct))
                self.spare_gaps(significant, part, inner)
            self.test(f"{name}_structs", storage, placed.size, significant,
                      [self.part_row(name, part, leaf) for part, leaf in whole])

    @staticmethod
    def spare_gaps(significant, part, inner):
        covered = covered_bits(inner.size, [leaf for leaf in inner.leaves if leaf.type.kind != "text"])

        def at(start, indices):
            if indices:
                for element in range(indices[0].count):
                    at(start + element * indices[0].stride, indices[1:])
            else:
                for offset in range(inner.size):
                    significant[start + offset] &= covered[offset]
        at(part.start, part.indices)

    def constants(self, block, leaf):
        """What the header says of a leaf's place; in big-endian runs its meaning is left to the header."""
        stem = f"T_{block}_" + "_".join(snake(part) for part in leaf.path)
        stem = stem.upper()
        bit = f"{stem}_BIT" if leaf.type.is_bit_type else "0"
        checks = [f"{stem}_WIDTH == {leaf.type.width}"]
        if not leaf.big or leaf.type.kind in ("text", "bytes") or not leaf.type.is_bit_type and leaf.run_bytes == leaf.type.width // 8:
            checks.append(f"{stem}_OFFSET * 8 + {bit} == {8 * leaf.run_start + leaf.shift}")
        self.wrappers.append(f'_Static_assert({" && ".join(checks)}, "{".".join(leaf.path)}");')

    def struct(self, struct):
        name = snake(struct.name)
        placed = place_struct(self.layout, struct)
        leaves = [leaf for leaf in placed.leaves if leaf.type.kind in ("bool", "integer", "enum", "float")]
        leaves += [self.as_array_of_bytes(leaf) for leaf in placed.leaves if leaf.type.kind == "bytes"]
        texts = [leaf for leaf in placed.leaves if leaf.type.kind == "text"]
        self.wrappers.append(f"static uint8_t {name}_bytes[T_{name.upper()}_SIZE];")
        self.wrappers.append(f"_Static_assert(T_{name.upper()}_SIZE == {placed.size}, \"size of {struct.name}\");")
        self.test(f"struct_{name}", f"{name}_bytes", placed.size, covered_bits(placed.size, placed.leaves),
                  [self.struct_row(name, leaf) for leaf in leaves], [self.struct_text_row(name, leaf) for leaf in texts])

    @staticmethod
    def as_array_of_bytes(leaf):
        return replace(leaf, type=Type("integer", 8), indices=leaf.indices + (Index(leaf.type.length, 1),),
                       run_bytes=1, member=leaf.member + "#")

    def text(self):
        for struct in self.layout.structs:
            self.struct(struct)
        for block in self.layout.blocks:
            self.block(block)
        helpers = TEXT_HELPER if any("put_text(" in text for text in self.wrappers) else ""
        helpers += "".join(FLOAT_HELPERS[name] for name in FLOAT_HELPERS if any(name in text for text in self.wrappers))
        return f"""/* Made by tests/firmware/run: accessors of the layout {self.layout.name} against the model's places. */
#include "{self.layout.name}.h"

#include "byte_block_test.h"

#if !defined(ROUNDS)
#define ROUNDS 300
#endif

{helpers}
""" + "\n".join(self.wrappers) + "\n\n" + "\n".join(self.tables) + """
int main(void)
{
    static const block_test_t tests[] = {
""" + "\n".join(self.tests).replace("\n    {", "\n        {").replace("    {", "        {", 1) + """
    };
    unsigned failures = 0, which;

    for (which = 0; which < sizeof tests / sizeof tests[0]; ++which)
        failures += test_block(&tests[which], ROUNDS);
    if (failures != 0) {
        machine_put_number(failures);
        machine_put(" failures\\n");
    }
    return failures != 0;
}
"""


TEXT_HELPER = """static void put_text(char *member, size_t size, const char *text)
{
    size_t length = strlen(text);

    if (length > size - 1)
        length = size - 1;
    memset(member, 0, size);
    memcpy(member, text, length);
}
"""

FLOAT_HELPERS = {
    "float32(": """static inline uint64_t raw32(float value) { uint32_t raw; memcpy(&raw, &value, sizeof raw); return raw; }
static inline float float32(uint64_t raw) { uint32_t low = (uint32_t)raw; float value; memcpy(&value, &low, sizeof value); return value; }
""",
    "float64(": """/* Where double is narrower, the generated code passes 64-bit numbers as their bits. */
#if __SIZEOF_DOUBLE__ != 8
#define raw64(bits) (bits)
#define float64(raw) (raw)
#else
static inline uint64_t raw64(double value) { uint64_t raw; memcpy(&raw, &value, sizeof raw); return raw; }
static inline double float64(uint64_t raw) { double value; memcpy(&value, &raw, sizeof value); return value; }
#endif
""",
}


def byte_block_program(layout):
    return Program(layout).text()
