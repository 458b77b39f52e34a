"""Random chains of three versions: a seed goes in; the three layouts, and a C program that stores values as one version
and opens them as a later one, come out, with what that program must print, from a model that knows fields and their
values but neither bytes nor offsets.

    chains.py SEED FOLDER    writes FOLDER/{1,2,3}.mr, FOLDER/main.c and FOLDER/expected
"""
import random
import struct
import sys


class Field:
    def __init__(self, number):
        self.number = number        # what it is, whatever it is called
        self.was = None
        self.default = None
        self.length = 0             # of an array; 0: none
        self.big = False
        self.inside = None          # "struct": in the struct s, "group": in the array of groups g

    def copy(self):
        other = Field(self.number)
        other.__dict__.update(self.__dict__)
        other.was = None
        return other



def new_type(field):
    kind = random.choice(["u", "u", "u", "i", "i", "bool", "enum", "f", "char", "byte", "q", "bits"])
    field.kind = kind
    if kind in "ui":
        field.width = random.choice([8, 16, 24, 32, 40, 64] + list(range(1, 64)))
    elif kind == "bits":
        field.kind, field.width = "u", random.randint(1, 7)
    elif kind == "f":
        field.width = random.choice([32, 32, 64])
    elif kind in ("char", "byte"):
        field.width = random.randint(1, 9)
    elif kind == "q":
        field.whole, field.fraction = random.randint(1, 12), random.randint(1, 12)
    if kind not in ("char", "byte") and random.random() < 0.25:
        field.length = random.randint(1, 5)
    field.big = random.random() < 0.3 and is_bytes(field)


def is_bytes(field):
    """Of whole bytes: where the order of bytes can be given without a run of bits that it disturbs."""
    return field.kind in ("u", "i", "f") and field.width % 8 == 0


def widen(field):
    if field.kind in ("u", "i"):
        if field.kind == "u" and random.random() < 0.3 and field.width < 63:
            field.kind = "i"
            field.width += 1
        field.width = random.choice([field.width, random.randint(field.width, 64), (field.width + 7) // 8 * 8])
    elif field.kind == "bool" and random.random() < 0.5:
        field.kind, field.width = "u", random.randint(1, 16)
    elif field.kind == "f":
        field.width = 64
    elif field.kind in ("char", "byte"):
        field.width += random.randint(0, 4)
    elif field.kind == "q":
        field.whole += random.randint(0, 4)
        field.fraction += random.randint(0, 4)
    if field.length:
        field.length += random.randint(0, 3)
    elif field.kind not in ("char", "byte") and random.random() < 0.15:
        field.length = random.randint(1, 3)
    if random.random() < 0.3:
        field.big = not field.big
    field.big = field.big and is_bytes(field)


def type_text(field, version):
    text = {"u": "u%d", "i": "i%d", "f": "f%d", "char": "char[%d]", "byte": "byte[%d]"}.get(field.kind)
    if text:
        text %= field.width
    elif field.kind == "bool":
        text = "bool"
    elif field.kind == "enum":
        text = "E%d" % version["enum"]
    else:
        text = "q%d.%d" % (field.whole, field.fraction)
    return text + ("[%d]" % field.length if field.length else "")


ENUM = [("off", 0), ("low", 1), ("high", 3), ("auto", 5), ("last", 7)]


def value_of(field, version):
    """Any value that the field can hold."""
    if field.kind == "u":
        return random.getrandbits(field.width)
    if field.kind == "i":
        return random.randint(-(1 << field.width - 1), (1 << field.width - 1) - 1)
    if field.kind == "q":
        bits = field.whole + field.fraction
        return random.randint(-(1 << bits - 1), (1 << bits - 1) - 1) / (1 << field.fraction)
    if field.kind == "bool":
        return random.randint(0, 1)
    if field.kind == "enum":
        return random.choice(ENUM[:version["names"]])[1]
    if field.kind == "f":
        exact = random.choice([0.0, -1.5, 0.1, 1e-40, -3e38, 1e-45, float("inf"), random.uniform(-1e6, 1e6)])
        return struct.unpack("<f", struct.pack("<f", exact))[0] if field.width == 32 else exact
    length = random.randint(0, field.width) if field.kind == "char" else field.width
    return bytes(random.randint(0x21, 0x7E) for _ in range(length)).replace(b'"', b"x").replace(b"\\", b"y")


def values_of(field, version):
    return [value_of(field, version) for _ in range(max(field.length, 1))]


def default_text(field, version):
    """A default and what it makes of each element, or "" and nothing."""
    nothing = b"" if field.kind == "char" else bytes(field.width) if field.kind == "byte" else 0
    count = max(field.length, 1)
    if field.kind in ("byte", "f", "q") or random.random() < 0.5:
        return "", [nothing] * count
    value = value_of(field, version)
    if field.kind == "char":
        return ' = "%s"' % value.decode(), [value]
    if field.kind == "enum":
        return " = %s" % [name for name, number in ENUM if number == value][0], [value] * count
    if field.kind == "bool":
        return " = %s" % ("true" if value else "false"), [value] * count
    if value < -(1 << 62) or value >= 1 << 63:
        return "", [0] * count
    return " = %d" % value, [value] * count


def first_version():
    version = {"enum": 3, "names": 3, "fields": [], "guard": random.choice(["crc16", "crc32"]),
               "mirror": random.random() < 0.5, "offset": random.choice([0, 8]), "policy": "packed", "span": 0,
               "name": "Block", "block_was": None, "group": random.randint(1, 3), "next": 0}
    for _ in range(random.randint(1, 9)):
        add_field(version)
    return version


def add_field(version):
    field = Field(version["next"])
    version["next"] += 1
    new_type(field)
    field.name = "f%d" % field.number
    field.inside = random.choice([None, None, "struct", "group"]) if not field.big else None
    version["fields"].insert(random.randint(0, len(version["fields"])), field)


def next_version(old):
    version = dict(old)
    version["block_was"] = None
    version["fields"] = [field.copy() for field in old["fields"]]
    for field in list(version["fields"]):
        change = random.random()
        if change < 0.12 and len(version["fields"]) > 1:
            version["fields"].remove(field)
        elif change < 0.45:
            widen(field)
        if random.random() < 0.2:
            field.was = field.name
            field.name += "x"
    for _ in range(random.randint(0, 3)):
        add_field(version)
    if random.random() < 0.4:
        random.shuffle(version["fields"])
    version["policy"] = random.choice(["packed", "packed", "ordered", "natural"])
    version["names"] = min(len(ENUM), version["names"] + random.randint(0, 1))
    version["enum"] += random.randint(0, 9)
    version["group"] += random.randint(0, 1)
    if random.random() < 0.3:
        version["guard"] = random.choice(["crc16", "crc32"])
    if random.random() < 0.3:
        version["mirror"] = not version["mirror"]
    if random.random() < 0.3 and not version["mirror"]:
        version["offset"] = random.choice([0, 8, 24, 2000])
    if random.random() < 0.2:
        version["block_was"] = version["name"]
        version["name"] += "x"
    return version


def layout_text(version, number, kind):
    """The layout; fills in each field's default values."""
    lines = ["layout chain version %d;" % number,
             "region keep = %s;" % ("ram size 4096 retained" if kind == "ram" else "bus size 4096 transfer 2"),
             "enum E%d : u%d { %s }" % (version["enum"], version["enum"],
                                        ", ".join("%s = %d" % pair for pair in ENUM[:version["names"]]))]
    bodies = {None: [], "struct": [], "group": []}
    for field in version["fields"]:
        text, field.defaults = default_text(field, version)
        bodies[field.inside].append("    %s: %s%s%s%s;" % (
            field.name, type_text(field, version), " be" if field.big else "",
            " was %s" % field.was if field.was else "", text))
    if bodies["struct"]:
        lines += ["struct S {"] + bodies["struct"] + ["}"]
    lines.append("memreg %s in keep + %d guard %s%s%s%s {" % (
        version["name"], version["offset"], version["guard"], " mirror" if version["mirror"] else "",
        " " + version["policy"] if version["policy"] != "natural" or kind == "ram" else "",
        " was %s" % version["block_was"] if version["block_was"] else ""))
    lines += bodies[None]
    if bodies["struct"]:
        lines.append("    s: S;")
    if bodies["group"]:
        lines += ["    g[%d] {" % version["group"]] + bodies["group"] + ["    }"]
    return "\n".join(lines + ["}", ""])


# ---- what is stored, and what a later version makes of it

def places(field, version):
    """The indices of the group that it is in."""
    return range(version["group"]) if field.inside == "group" else [None]


def fill(version):
    return {(field.number, at): values_of(field, version) for field in version["fields"] for at in places(field, version)}


def migrated(stored, version):
    result = {}
    for field in version["fields"]:
        for at in places(field, version):
            values = list(field.defaults)
            before = stored.get((field.number, at))
            for index, value in enumerate(before or []):
                values[index] = value + bytes(field.width - len(value)) if field.kind == "byte" else value
            result[field.number, at] = values
    return result


# ---- the program

def c_value(field, value):
    if field.kind == "q":
        value = int(value * (1 << field.fraction))
    if field.kind == "f":
        if value in (float("inf"), float("-inf")):
            return "HUGE_VAL" if field.width == 64 else "HUGE_VALF"
        return value.hex() + ("f" if field.width == 32 else "")
    if field.kind in ("char", "byte"):
        return '"%s"' % value.decode() if field.kind == "char" else ", ".join("%d" % byte for byte in value)
    if field.kind == "enum":
        return "(v%%d_e%%d_t)%d" % value
    return ("%dll" if value < 1 << 63 else "%dull") % value if value > -(1 << 63) else "(-%dll - 1)" % ((1 << 63) - 1)


def member(field):
    return {"struct": "s_", "group": "g_", None: ""}[field.inside] + field.name


def arguments(field, at, index):
    return "".join(", %d" % one for one in ([at] if at is not None else []) + ([index] if field.length else []))


def set_text(field, version, number, at, index, value):
    name = "v%d_%s" % (number, version["name"].lower())
    if field.kind == "byte":
        return "    { static const uint8_t bytes[] = { %s }; memcpy(%s_bytes_%s(&copy%d%s), bytes, sizeof bytes); }" % (
            c_value(field, value), name, member(field), number, arguments(field, at, 0))
    text = c_value(field, value)
    if field.kind == "enum":
        text %= (number, version["enum"])
    return "    %s_set_%s(&copy%d%s, %s);" % (name, member(field), number, arguments(field, at, index), text)


def show_text(field, version, number, at, index):
    name, place = "v%d_%s" % (number, version["name"].lower()), "&copy%d%s" % (number, arguments(field, at, index))
    label = "%d.%s.%d" % (field.number, at, index)
    if field.kind == "char":
        return '    { char text[64]; %s_get_%s(%s, text); printf("%s %%s\\n", text); }' % (name, member(field), place, label)
    if field.kind == "byte":
        return '    show_bytes("%s", %s_const_bytes_%s(%s), %d);' % (label, name, member(field), place, field.width)
    if field.kind == "f":
        return '    show_double("%s", (double)%s_get_%s(%s));' % (label, name, member(field), place)
    signed = field.kind in ("i", "q")
    return '    printf("%s %s\\n", (%s)%s_get_%s(%s));' % (label, "%lld" if signed else "%llu", "long long" if signed
                                                          else "unsigned long long", name, member(field), place)


def shown(field, at, index, value):
    label = "%d.%s.%d " % (field.number, at, index)
    if field.kind == "char":
        return label + value.decode()
    if field.kind == "byte":
        return label + value.hex()
    if field.kind == "f":
        return label + struct.pack(">d", value).hex()
    return label + "%d" % (value * (1 << field.fraction) if field.kind == "q" else value)


PROGRAM = """#include <math.h>
#include <stdio.h>
#include <string.h>

#include "g/1/chain.h"
#include "g/2/chain.h"
#include "g/3/chain.h"

static uint8_t place[4096];
%(region)s
static void show_bytes(const char *label, const uint8_t *bytes, unsigned count)
{
    printf("%%s ", label);
    for (unsigned at = 0; at < count; at++)
        printf("%%02x", bytes[at]);
    puts("");
}
static void show_double(const char *label, double value)
{
    unsigned long long bits;
    memcpy(&bits, &value, sizeof bits);
    printf("%%s %%016llx\\n", label, bits);
}
%(functions)s
int main(void)
{
%(main)s
    return 0;
}
"""

RAM = """uint8_t v%(n)d_keep_bytes[4096];
static void to_%(n)d(void) { memcpy(v%(n)d_keep_bytes, place, sizeof place); }
static void from_%(n)d(void) { memcpy(place, v%(n)d_keep_bytes, sizeof place); }
"""
BUS = """mr_status_t v%(n)d_keep_read(uint32_t offset, uint8_t *bytes, uint32_t count)
{
    memcpy(bytes, place + offset, count);
    return MR_OK;
}
mr_status_t v%(n)d_keep_write(uint32_t offset, const uint8_t *bytes, uint32_t count)
{
    memcpy(place + offset, bytes, count);
    return MR_OK;
}
static void to_%(n)d(void) { }
static void from_%(n)d(void) { }
"""
FUNCTIONS = """
static v%(n)d_%(b)s_t copy%(n)d;
static void open_%(n)d(void)
{
    memset(&copy%(n)d, 0x5A, sizeof copy%(n)d);
    to_%(n)d();
    printf("status %%d\\n", (int)v%(n)d_%(b)s_open(&copy%(n)d));
}
static void flush_%(n)d(void)
{
    to_%(n)d();
    printf("flush %%d\\n", (int)v%(n)d_%(b)s_flush(&copy%(n)d));
    from_%(n)d();
}
static void show_%(n)d(void)
{
%(show)s
}
static void set_%(n)d(void)
{
%(set)s
}
"""


def main():
    random.seed(int(sys.argv[1]))
    folder = sys.argv[2]
    kind = random.choice(["ram", "bus"])
    versions = [first_version()]
    versions += [next_version(versions[0])]
    versions += [next_version(versions[1])]
    functions, region, expected, steps = "", "", [], []
    stores = []
    for number, version in enumerate(versions, 1):
        with open("%s/%d.mr" % (folder, number), "w", encoding="utf-8") as file:
            file.write(layout_text(version, number, kind))
        stored = fill(version)
        stores.append(stored)
        sets = [set_text(field, version, number, at, index, value) for field in version["fields"]
                for at in places(field, version) for index, value in enumerate(stored[field.number, at])]
        shows = [show_text(field, version, number, at, index) for field in version["fields"]
                 for at in places(field, version) for index in range(max(field.length, 1))]
        region += (RAM if kind == "ram" else BUS) % {"n": number}
        functions += FUNCTIONS % {"n": number, "b": version["name"].lower(), "set": "\n".join(sets), "show": "\n".join(shows)}

    def expect_values(number, values):
        version = versions[number - 1]
        for field in version["fields"]:
            for at in places(field, version):
                expected.extend(shown(field, at, index, value) for index, value in enumerate(values[field.number, at]))

    def step(number, status, values, flushes=True):
        steps.append("    open_%d();\n    show_%d();" % (number, number))
        expected.append("status %d" % status)
        expect_values(number, values)
        if flushes:
            steps.append("    flush_%d();" % number)
            expected.append("flush 0")

    def store(number, times):
        steps.append("    memset(place, 0xFF, sizeof place);\n    open_%d();" % number)
        expected.append("status 1")
        for _ in range(times):
            # Changed in between, so that each flush writes the other copy.
            steps.append("    v%d_%s_defaults(&copy%d);\n    flush_%d();\n    set_%d();\n    flush_%d();" % (
                number, versions[number - 1]["name"].lower(), number, number, number, number))
            expected.extend(["flush 0", "flush 0"])

    for first, then in ((1, 2), (1, 3), (2, 3)):
        for times in (1, 2):
            store(first, times)
            values = migrated(stores[first - 1], versions[then - 1])
            step(then, 2, values, flushes=False)
            step(then, 2, values)
            step(then, 0, values)
    store(1, 1)
    step(2, 2, migrated(stores[0], versions[1]))
    step(3, 2, migrated(migrated(stores[0], versions[1]), versions[2]))
    step(3, 0, migrated(migrated(stores[0], versions[1]), versions[2]))
    with open(folder + "/main.c", "w", encoding="utf-8") as file:
        file.write(PROGRAM % {"region": region, "functions": functions, "main": "\n".join(steps)})
    with open(folder + "/expected", "w", encoding="utf-8") as file:
        file.write("\n".join(expected) + "\n")


main()
