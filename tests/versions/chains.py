"""Random chains of three versions: a seed goes in; the three layouts, and a C program that stores values as one version
and opens them as a later one, come out, with what that program must print, from a model that knows fields and their
values but neither bytes nor offsets. What is stored is a block in RAM, on a bus, in an EEPROM or in flash, or records.

    chains.py SEED FOLDER    writes FOLDER/{1,2,3}.mr, FOLDER/main.c, FOLDER/expected and FOLDER/refused: a line
                             "NUMBER must RULE" or "NUMBER may RULE" for each version that loses something
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
        self.drop = False
        self.inside = None          # a key of INSIDE

    def copy(self):
        other = Field(self.number)
        other.__dict__.update(self.__dict__)
        other.was = None
        return other


# What a field lies in: what its accessors' names begin with, and the member of a record's structure.
INSIDE = {None: ("", ""), "struct": ("s_", "s%s."), "nested": ("s_t_", "s%s.t."), "group": ("g_", ""),
          "container": ("c_", "c_")}
MOST_CONTAINER_BITS = 64


def new_type(field):
    if field.inside == "container":
        kind = random.choice(["u", "i", "bool", "enum"])
    else:
        kind = random.choice(["u", "u", "u", "i", "i", "bool", "enum", "f", "char", "byte", "q", "uq", "bits"])
    field.kind, field.length = kind, 0
    if kind in "ui":
        field.width = random.choice([8, 16, 24, 32, 40, 64] + list(range(1, 64)))
        if field.inside == "container":
            field.width = random.randint(1, 9)
    elif kind == "bits":
        field.kind, field.width = "u", random.randint(1, 7)
    elif kind == "f":
        field.width = random.choice([32, 32, 64])
    elif kind in ("char", "byte"):
        field.width = random.randint(1, 9)
    elif kind in ("q", "uq"):
        field.whole, field.fraction = random.randint(1, 12), random.randint(1, 12)
    if kind not in ("char", "byte") and random.random() < 0.25 and field.inside != "container":
        field.length = random.randint(1, 5)
    field.big = random.random() < 0.3 and is_bytes(field)


def is_bytes(field):
    """Of whole bytes: where the order of bytes can be given without a run of bits that it disturbs."""
    return field.kind in ("u", "i", "f") and field.width % 8 == 0 and field.inside != "container"


def widen(field, version):
    if field.kind == "enum" and random.random() < 0.3:
        field.kind, field.width = "u", random.randint(version["enum"], 20)
    elif field.kind in ("u", "i"):
        if field.kind == "u" and random.random() < 0.3 and field.width < 63:
            field.kind = "i"
            field.width += 1
        if field.inside == "container":
            field.width += random.randint(0, 2)
        elif field.width <= 12 and random.random() < 0.2:
            field.kind = {"u": random.choice(["q", "uq"]), "i": "q"}[field.kind]
            field.whole, field.fraction = field.width + (field.kind == "q"), random.randint(1, 12)
        else:
            field.width = random.choice([field.width, random.randint(field.width, 64), (field.width + 7) // 8 * 8])
    elif field.kind == "bool" and random.random() < 0.5:
        field.kind, field.width = "u", random.randint(1, 9 if field.inside == "container" else 16)
    elif field.kind == "f":
        field.width = 64
    elif field.kind in ("char", "byte"):
        field.width += random.randint(0, 4)
    elif field.kind in ("q", "uq"):
        if field.kind == "uq" and random.random() < 0.3:
            field.kind, field.whole = "q", field.whole + 1
        field.whole += random.randint(0, 4)
        field.fraction += random.randint(0, 4)
    if field.length:
        field.length += random.randint(0, 3)
    elif field.kind not in ("char", "byte") and random.random() < 0.15 and field.inside != "container":
        field.length = random.randint(1, 3)
    if random.random() < 0.3:
        field.big = not field.big
    field.big = field.big and is_bytes(field)


def narrow(field):
    """Most likely loses something."""
    if field.kind in ("u", "i") and field.width > 1 and random.random() < 0.5:
        field.width = random.randint(1, field.width - 1)
    elif field.length > 1:
        field.length -= 1
    elif field.kind in ("char", "byte") and field.width > 1:
        field.width -= 1
    else:
        new_type(field)
    field.big = field.big and is_bytes(field)


# ---- what a value of then may become, by docs/versions.md

def integer_shape(field, version):
    """Whole bits, fraction bits and whether it is signed; None where it is no number of fixed point."""
    if field.kind in ("u", "i"):
        return field.width, 0, field.kind == "i"
    if field.kind in ("q", "uq"):
        return field.whole, field.fraction, field.kind == "q"
    return {"bool": (1, 0, False), "enum": (version["enum"], 0, False)}.get(field.kind)


def holds(now, now_version, old, old_version):
    """Does a field hold all that it held in an earlier version?"""
    if max(now.length, 1) < max(old.length, 1):
        return False
    before, after = integer_shape(old, old_version), integer_shape(now, now_version)
    if before and after:
        if now.kind == "enum" and (old.kind != "enum" or now_version["names"] < old_version["names"]):
            return False
        return after[0] >= before[0] + (after[2] and not before[2]) and after[1] >= before[1] and (after[2] or not before[2])
    return now.kind == old.kind and now.width >= old.width


def loses(versions):
    """Does the last of these refuse what one before it stored?"""
    now = versions[-1]
    return any(not field.drop and old.number == field.number and not holds(field, now, old, then)
               for then in versions[:-1] for old in then["fields"] for field in now["fields"])


def type_text(field, version):
    text = {"u": "u%d", "i": "i%d", "f": "f%d", "char": "char[%d]", "byte": "byte[%d]"}.get(field.kind)
    if text:
        text %= field.width
    elif field.kind == "bool":
        text = "bool"
    elif field.kind == "enum":
        text = "E%d" % version["enum"]
    else:
        text = "%s%d.%d" % (field.kind, field.whole, field.fraction)
    return text + ("[%d]" % field.length if field.length else "")


ENUM = [("off", 0), ("low", 1), ("high", 3), ("auto", 5), ("last", 7)]


def value_of(field, version):
    """Any value that the field can hold."""
    if field.kind == "u":
        return random.getrandbits(field.width)
    if field.kind == "i":
        return random.randint(-(1 << field.width - 1), (1 << field.width - 1) - 1)
    if field.kind in ("q", "uq"):
        bits = field.whole + field.fraction
        least, most = (-(1 << bits - 1), (1 << bits - 1) - 1) if field.kind == "q" else (0, (1 << bits) - 1)
        return random.randint(least, most) / (1 << field.fraction)
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
    if field.kind in ("byte", "f", "q", "uq") or random.random() < 0.5:
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


# ---- versions

def first_version(medium):
    version = {"medium": medium, "enum": 3, "names": 3, "fields": [], "guard": random.choice(["crc8", "crc16", "crc32"]),
               "mirror": random.random() < 0.5, "offset": random.choice([0, 8]), "policy": "packed", "span": 0,
               "name": "Block", "block_was": None, "group": random.randint(1, 3), "struct": random.choice([0, 0, 1, 2]),
               "count": random.choice([0, 0, 0, 1, 2]), "ids": random.randint(1, 5), "extras": [], "endian": "",
               "container_big": False, "raw": 12, "careless": random.random() < 0.15, "next": 0}
    if medium in ("flash", "store"):
        version["mirror"], version["offset"] = False, 0
    if version["count"]:
        version["offset"] = 0
    if medium == "store":
        version["count"] = 0
    for _ in range(random.randint(1, 9)):
        add_field(version)
    return version


def add_field(version):
    field = Field(version["next"])
    version["next"] += 1
    places = [None, None, "struct", "nested", "container", "group"]
    field.inside = random.choice(places[:-1] if version["medium"] == "store" else places)
    new_type(field)
    if field.inside == "container" and container_bits(version) + width_of(field, version) > MOST_CONTAINER_BITS - 24:
        field.inside = None
    field.name = "f%d" % field.number
    field.big = field.big and not field.inside
    version["fields"].insert(random.randint(0, len(version["fields"])), field)


def width_of(field, version):
    return {"bool": 1, "enum": version["enum"]}.get(field.kind) or field.width


def container_bits(version):
    return sum(width_of(field, version) for field in version["fields"] if field.inside == "container")


def change_block(version):
    if random.random() < 0.3:
        version["guard"] = random.choice(["crc8", "crc16", "crc32"])
    if version["medium"] == "flash":
        return
    if random.random() < 0.3:
        version["mirror"] = not version["mirror"]
    if random.random() < 0.3 and not version["mirror"] and not version["count"]:
        version["offset"] = random.choice([0, 8, 24, 4000])


def next_version(old):
    version = dict(old)
    version["block_was"] = None
    version["fields"] = [field.copy() for field in old["fields"]]
    version["names"] = min(len(ENUM), version["names"] + random.randint(0, 1))
    if random.random() < 0.05 and version["careless"]:
        version["names"] -= 2
    version["names"] = max(version["names"], 3)
    if version["enum"] < 24:
        version["enum"] += random.randint(0, 5)
    for field in list(version["fields"]):
        change = random.random()
        if change < 0.12 and len(version["fields"]) > 1:
            version["fields"].remove(field)
        elif change < 0.45:
            widen(field, version)
        elif change < 0.53:
            field.drop = field.drop or not version["careless"]
            narrow(field)
        if random.random() < 0.2:
            field.was = field.name
            field.name += "x"
    for _ in range(random.randint(0, 3)):
        add_field(version)
    while container_bits(version) > MOST_CONTAINER_BITS:
        version["fields"].remove([field for field in version["fields"] if field.inside == "container"][0])
    if not version["fields"]:
        add_field(version)
    if random.random() < 0.4:
        random.shuffle(version["fields"])
    version["policy"] = random.choice(["packed", "packed", "ordered", "natural"])
    version["group"] += random.randint(0, 1)
    if version["struct"]:
        version["struct"] += random.randint(0, 1)
    if version["count"]:
        version["count"] += random.randint(0, 1)
    if random.random() < 0.2:
        version["endian"] = random.choice(["", "endian big;"])
    version["container_big"] = random.random() < 0.3
    version["ids"] += random.choice([0, 0, 1, 3])
    version["raw"] += random.choice([0, 0, 5])
    if random.random() < 0.4:
        version["extras"] = version["extras"] + [version["next"]]
        version["next"] += 1
    elif version["extras"] and random.random() < 0.4:
        version["extras"] = version["extras"][1:]
    change_block(version)
    if random.random() < 0.2:
        version["block_was"] = version["name"]
        version["name"] += "x"
    return version


# ---- layouts

REGIONS = {"ram": "region keep = ram size 8K retained;", "bus": "region keep = bus size 8K transfer 2;",
           "eeprom": "region keep = eeprom size 8K erase 1 program 1 driver own;",
           "flash": "region keep = flash size 64K erase 4K program %d driver own;",
           "store": "region keep = flash size 64K erase 1K program %d driver own;"}


def items_text(version):
    """Fields and what they lie in, filling in each field's default values; and the structs that they need."""
    bodies = {place: [] for place in INSIDE}
    for field in version["fields"]:
        text, field.defaults = default_text(field, version)
        bodies[field.inside].append("    %s: %s%s%s%s%s;" % (
            field.name, type_text(field, version), " be" if field.big else "",
            " was %s" % field.was if field.was else "", " drop" if field.drop else "", text))
    structs = []
    if bodies["nested"]:
        structs += ["struct T {"] + bodies["nested"] + ["}"]
        bodies["struct"].append("    t: T;")
    if bodies["struct"]:
        structs += ["struct S {"] + bodies["struct"] + ["}"]
    lines = bodies[None]
    if bodies["struct"]:
        lines.append("    s: S%s;" % ("[%d]" % version["struct"] if version["struct"] else ""))
    if bodies["container"]:
        width = min(width for width in (8, 16, 32, 64) if width >= container_bits(version))
        lines += ["    c: u%d%s {" % (width, " be" if version["container_big"] and width > 8 else "")]
        lines += bodies["container"] + ["    }"]
    if bodies["group"]:
        lines += ["    g[%d] {" % version["group"]] + bodies["group"] + ["    }"]
    return structs, lines


def block_text(version):
    structs, lines = items_text(version)
    medium = version["medium"]
    placed = version["count"] and medium != "flash"
    head = "memreg %s%s in keep + %d%s guard %s%s%s%s {" % (
        version["name"], "[%d]" % version["count"] if version["count"] else "", version["offset"],
        " stride 2048" if placed else " span 600" if medium == "flash" else "", version["guard"],
        " mirror" if version["mirror"] else "",
        " " + version["policy"] if version["policy"] != "natural" or medium == "ram" else "",
        " was %s" % version["block_was"] if version["block_was"] else "")
    return structs + [head, "    " + version["endian"]] + lines + ["}"]


def store_text(version):
    structs, lines = items_text(version)
    records = [["record %s \"R\" ids 0..%d%s%s {" % (
        version["name"], version["ids"], " " + version["policy"] if version["policy"] != "natural" else "",
        " was %s" % version["block_was"] if version["block_was"] else "")] + ["    " + version["endian"]] + lines + ["}"]]
    records += [["record Same \"S\" ids 5..6 { x: u32; }"], ["record Raw \"B\" : byte[..%d] count 4;" % version["raw"]],
                ["record Ring \"O\" ids 0..9 ring { x: u16; }"]]
    records += [["record Extra%d \"X%d\" ids 0..3 { x: u8; }" % (number, number)] for number in version["extras"]]
    random.shuffle(records)
    return structs + ["store log in keep size 24K {"] + [line for record in records for line in record] + ["}"]


def layout_text(version, number, program_bytes):
    """The layout; fills in each field's default values."""
    region = REGIONS[version["medium"]]
    lines = ["layout chain version %d;" % number, region % program_bytes if "%" in region else region,
             "enum E%d : u%d { %s }" % (version["enum"], version["enum"],
                                        ", ".join("%s = %d" % pair for pair in ENUM[:version["names"]]))]
    lines += store_text(version) if version["medium"] == "store" else block_text(version)
    return "\n".join(lines + [""])


# ---- what is stored, and what a later version makes of it

def places(field, version):
    """The indices of the array that it is in."""
    if field.inside == "group":
        return range(version["group"])
    if field.inside in ("struct", "nested") and version["struct"]:
        return range(version["struct"])
    return [None]


def fill(version):
    return {(field.number, at): values_of(field, version) for field in version["fields"] for at in places(field, version)}


def migrated(stored, then, version):
    result = {}
    fields = {field.number: field for field in then["fields"]}
    for field in version["fields"]:
        is_kept = field.number in fields and holds(field, version, fields[field.number], then)
        for at in places(field, version):
            values = list(field.defaults)
            before = stored.get((field.number, at)) if is_kept else None
            for index, value in enumerate(before or []):
                values[index] = value + bytes(field.width - len(value)) if field.kind == "byte" else value
            result[field.number, at] = values
    return result


# ---- the program

def c_value(field, value):
    if field.kind in ("q", "uq"):
        value = int(value * (1 << field.fraction))
    if field.kind == "f":
        if value in (float("inf"), float("-inf")):
            return "HUGE_VAL" if field.width == 64 else "HUGE_VALF"
        return float(value).hex() + ("f" if field.width == 32 else "")
    if field.kind in ("char", "byte"):
        return '"%s"' % value.decode() if field.kind == "char" else ", ".join("%d" % byte for byte in value)
    if field.kind == "enum":
        return "(v%%d_e%%d_t)%d" % value
    return ("%dll" if value < 1 << 63 else "%dull") % value if value > -(1 << 63) else "(-%dll - 1)" % ((1 << 63) - 1)


def arguments(field, at, index):
    return "".join(", %d" % one for one in ([at] if at is not None else []) + ([index] if field.length else []))


def member(field, at, index):
    """Of a record's structure."""
    path = INSIDE[field.inside][1]
    return (path % ("[%d]" % at if at is not None else "") if "%" in path else path) + field.name + (
        "[%d]" % index if field.length else "")


def set_text(field, version, number, at, index, value):
    name = "v%d_%s" % (number, version["name"].lower())
    text = c_value(field, value)
    if field.kind == "enum":
        text %= (number, version["enum"])
    if version["medium"] == "store":
        place = "copy%d.%s" % (number, member(field, at, index))
        if field.kind == "byte":
            return "    { static const uint8_t bytes[] = { %s }; memcpy(%s, bytes, sizeof bytes); }" % (text, place)
        return "    strcpy(%s, %s);" % (place, text) if field.kind == "char" else "    %s = %s;" % (place, text)
    inside = INSIDE[field.inside][0] + field.name
    if field.kind == "byte":
        return "    { static const uint8_t bytes[] = { %s }; memcpy(%s_bytes_%s(&copy%d%s), bytes, sizeof bytes); }" % (
            text, name, inside, number, arguments(field, at, 0))
    return "    %s_set_%s(&copy%d%s, %s);" % (name, inside, number, arguments(field, at, index), text)


def show_text(field, version, number, at, index):
    label, name = "%d.%s.%d" % (field.number, at, index), "v%d_%s" % (number, version["name"].lower())
    inside, place = INSIDE[field.inside][0] + field.name, "&copy%d%s" % (number, arguments(field, at, index))
    if version["medium"] == "store":
        value = "copy%d.%s" % (number, member(field, at, index))
    elif field.kind == "byte":
        value = "%s_const_bytes_%s(%s)" % (name, inside, place)
    else:
        value = "%s_get_%s(%s)" % (name, inside, place)
        if field.kind == "char":
            value = "(%s_get_%s(%s, text), text)" % (name, inside, place)
    if field.kind == "char":
        return '    printf("%s %%s\\n", %s);' % (label, value)
    if field.kind == "byte":
        return '    show_bytes("%s", %s, %d);' % (label, value, field.width)
    if field.kind == "f":
        return '    show_double("%s", (double)%s);' % (label, value)
    signed = field.kind in ("i", "q")
    return '    printf("%s %s\\n", (%s)%s);' % (label, "%lld" if signed else "%llu", "long long" if signed
                                              else "unsigned long long", value)


def shown(field, at, index, value):
    label = "%d.%s.%d " % (field.number, at, index)
    if field.kind == "char":
        return label + value.decode()
    if field.kind == "byte":
        return label + value.hex()
    if field.kind == "f":
        return label + struct.pack(">d", value).hex()
    return label + "%d" % (value * (1 << field.fraction) if field.kind in ("q", "uq") else value)


PROGRAM = """#include <math.h>
#include <stdio.h>
#include <string.h>

#include "g/1/chain%(file)s"
#include "g/2/chain%(file)s"
#include "g/3/chain%(file)s"

static uint8_t place[65536];
static char text[64];
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
static mr_status_t get(uint32_t offset, uint8_t *bytes, uint32_t count)
{
    memcpy(bytes, place + offset, count);
    return MR_OK;
}
static mr_status_t clear(uint32_t offset, const uint8_t *bytes, uint32_t count)
{
    for (uint32_t at = 0; at < count; at++)
        place[offset + at] &= bytes[at];
    return MR_OK;
}
static mr_status_t wipe(uint32_t offset, uint32_t count)
{
    memset(place + offset, 0xFF, count);
    return MR_OK;
}
%(region)s
%(functions)s
int main(void)
{
%(main)s
    return 0;
}
"""

MEDIA = {"ram": """
static void to_%(n)d(void) { memcpy(v%(n)d_keep_bytes, place, sizeof v%(n)d_keep_bytes); }
static void from_%(n)d(void) { memcpy(place, v%(n)d_keep_bytes, sizeof v%(n)d_keep_bytes); }
""", "bus": """
mr_status_t v%(n)d_keep_read(uint32_t offset, uint8_t *bytes, uint32_t count) { return get(offset, bytes, count); }
mr_status_t v%(n)d_keep_write(uint32_t offset, const uint8_t *bytes, uint32_t count)
{
    memcpy(place + offset, bytes, count);
    return MR_OK;
}
static void to_%(n)d(void) { }
static void from_%(n)d(void) { }
""", "flash": """
mr_status_t v%(n)d_keep_read(uint32_t offset, uint8_t *bytes, uint32_t count) { return get(offset, bytes, count); }
mr_status_t v%(n)d_keep_program(uint32_t offset, const uint8_t *bytes, uint32_t count) { return clear(offset, bytes, count); }
mr_status_t v%(n)d_keep_erase(uint32_t offset) { return wipe(offset, %(erase)d); }
static void to_%(n)d(void) { (void)v%(n)d_init(); }
static void from_%(n)d(void) { }
"""}
FUNCTIONS = """
static v%(n)d_%(b)s_t copy%(n)d;
static void open_%(n)d(void)
{
    memset(&copy%(n)d, 0x5A, sizeof copy%(n)d);
    to_%(n)d();
    printf("status %%d\\n", (int)v%(n)d_%(b)s_open(&copy%(n)d%(element)s));
}
static void flush_%(n)d(void)
{
    to_%(n)d();
    printf("flush %%d\\n", (int)v%(n)d_%(b)s_flush(&copy%(n)d%(element)s));
    from_%(n)d();
}
static void begin_%(n)d(void) { v%(n)d_%(b)s_defaults(&copy%(n)d); }
static void show_%(n)d(void)
{
%(show)s
}
static void set_%(n)d(void)
{
%(set)s
}
"""
# A record that did not change is as good as one that was taken over; what lies beside it is checked with it.
RECORDS = """
static v%(n)d_log_%(b)s_t copy%(n)d;
static void open_%(n)d(void)
{
    mr_status_t status;
    uint32_t id = 0;
    memset(&copy%(n)d, 0x5A, sizeof copy%(n)d);
    to_%(n)d();
    status = v%(n)d_log_open();
    if (status == MR_FRESH) {
        printf("status %%d\\n", (int)status);
        return;
    }
    if (status != MR_OK && status != MR_MIGRATED)
        printf("open %%d\\n", (int)status);
    status = v%(n)d_log_%(b)s_load(%(id)d, &copy%(n)d);
    printf("status %%d\\n", status == MR_OK ? (int)MR_MIGRATED : (int)status);
    for (status = v%(n)d_log_%(b)s_first(&id); status == MR_OK; status = v%(n)d_log_%(b)s_next(&id))
        printf("id %%lu\\n", (unsigned long)id);
    {
        v%(n)d_log_same_t same;
        v%(n)d_log_ring_t ring;
        uint8_t raw[64];
        size_t length;
        if (v%(n)d_log_same_load(6, &same) != MR_OK || same.x != 123456789u)
            puts("Same is another");
        status = v%(n)d_log_raw_load(70000, raw, sizeof raw, &length);
        if ((status != MR_OK && status != MR_MIGRATED) || length != 7 || memcmp(raw, "seventy", 7) != 0)
            puts("Raw is another");
        if (v%(n)d_log_ring_load(9, &ring) != MR_OK || ring.x != 900)
            puts("Ring is another");
    }
    if (v%(n)d_log_check() != MR_OK)
        puts("the check fails");
}
static void flush_%(n)d(void)
{
    printf("flush %%d\\n", (int)v%(n)d_log_%(b)s_save(%(id)d, &copy%(n)d));
}
static void begin_%(n)d(void)
{
    v%(n)d_log_same_t same = { 123456789u };
    if (v%(n)d_log_same_save(6, &same) != MR_OK || v%(n)d_log_raw_save(70000, (const uint8_t *)"seventy", 7) != MR_OK)
        puts("begin fails");
    for (unsigned at = 0; at < 10; at++) {
        v%(n)d_log_ring_t ring;
        if (v%(n)d_log_ring_load(at, &ring) == MR_OK)
            continue;
        ring.x = (uint16_t)(at * 100);
        if (v%(n)d_log_ring_save(at, &ring) != MR_OK)
            puts("ring fails");
    }
    memset(&copy%(n)d, 0, sizeof copy%(n)d);
    v%(n)d_log_%(b)s_save(0, &copy%(n)d);
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


def functions_of(version, number, stored, element, id_number):
    sets = [set_text(field, version, number, at, index, value) for field in version["fields"]
            for at in places(field, version) for index, value in enumerate(stored[field.number, at])]
    shows = [show_text(field, version, number, at, index) for field in version["fields"]
             for at in places(field, version) for index in range(max(field.length, 1))]
    return (RECORDS if version["medium"] == "store" else FUNCTIONS) % {
        "n": number, "b": version["name"].lower(), "set": "\n".join(sets), "show": "\n".join(shows), "element": element,
        "id": id_number}


def refusals(versions):
    lines = []
    for number in (2, 3):
        if loses(versions[:number]):
            lines.append("%d must migration" % number)
        elif versions[0]["medium"] != "store":
            lines.append("%d may migration-place" % number)
    return lines


def write(path, lines):
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def main():
    random.seed(int(sys.argv[1]))
    folder = sys.argv[2]
    medium = random.choice(["ram", "bus", "eeprom", "flash", "store", "store"])
    program_bytes = random.choice([1, 4, 256])
    versions = [first_version(medium)]
    versions += [next_version(versions[0])]
    versions += [next_version(versions[1])]
    functions, region, expected, steps = "", "", [], []
    stores = []
    element = ", %d" % (versions[0]["count"] - 1) if versions[0]["count"] else ""
    id_number = random.randint(1, versions[0]["ids"])
    for number, version in enumerate(versions, 1):
        write("%s/%d.mr" % (folder, number), [layout_text(version, number, program_bytes)])
        stored = fill(version)
        stores.append(stored)
        media = MEDIA[{"store": "flash", "eeprom": "flash"}.get(medium, medium)]
        region += media % {"n": number, "erase": {"eeprom": 1, "flash": 4096}.get(medium, 1024)}
        functions += functions_of(version, number, stored, element, id_number)
    write(folder + "/refused", refusals(versions))

    def expect_values(number, values):
        version = versions[number - 1]
        for field in version["fields"]:
            for at in places(field, version):
                expected.extend(shown(field, at, index, value) for index, value in enumerate(values[field.number, at]))

    def step(number, status, values, flushes=True):
        steps.append("    open_%d();\n    show_%d();" % (number, number))
        if medium == "store":
            expected.extend(["status 2", "id 0", "id %d" % id_number])
        else:
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
            steps.append("    begin_%d();\n    flush_%d();\n    set_%d();\n    flush_%d();" % ((number,) * 4))
            expected.extend(["flush 0", "flush 0"])

    for first, then in ((1, 2), (1, 3), (2, 3)):
        for times in (1, 2):
            store(first, times)
            values = migrated(stores[first - 1], versions[first - 1], versions[then - 1])
            step(then, 2, values, flushes=False)
            step(then, 2, values)
            step(then, 0, values)
    second = migrated(stores[0], versions[0], versions[1])
    third = migrated(second, versions[1], versions[2])
    store(1, 1)
    step(2, 2, second)
    step(3, 2, third)
    step(3, 0, third)
    with open(folder + "/main.c", "w", encoding="utf-8") as file:
        file.write(PROGRAM % {"file": ".h" if medium == "bus" else "_glue.c", "region": region, "functions": functions, "main": "\n".join(steps)})
    write(folder + "/expected", expected)


main()
