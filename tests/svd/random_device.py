"""A seed goes in, the CMSIS-SVD file of an invented device comes out. All in it can be said in a layout, but its names meet
in C, its registers, fields and peripherals overlap, and much of it is derived."""
import random

# Names that meet one another, verbs of accessors, words of the layout language and of C.
WORDS = ("CTRL", "Ctrl", "ctrl_set", "CTRL_SET", "SET", "READ", "WRITE", "EDIT", "T", "GET_EN", "EN", "en", "A", "B", "A_B", "COUNT",
         "OFFSET", "RESET", "STRIDE", "BASE", "map", "store", "target", "endian", "int", "default", "TxData", "TX_DATA", "2ND",
         "x-y", "x y", "MODE", "STATUS", "get_t", "with_a", "u8", "bool", "size", "reset", "span", "ro", "alias", "_0", "0")
ACCESSES = ("read-only", "write-only", "read-write", "writeOnce", "read-writeOnce")
WRITES = ("oneToClear", "oneToSet", "oneToToggle", "zeroToClear", "zeroToSet", "modify", "clear", "set")
READS = ("clear", "set", "modify", "modifyExternal")


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.derivable = {"register": [], "peripheral": []}
        self.used = set()
        self.serial = 0

    def chance(self, likely):
        return self.random.random() < likely

    def name(self, kind, is_list=False):
        """A name that only this element of its kind has, fields excepted: by that others are derived from it."""
        self.serial += 1
        word = self.random.choice(WORDS)
        is_free = kind == "field" or (kind, word) not in self.used
        self.used.add((kind, word))
        name = word if is_free and self.chance(0.5) else "%s%s%d" % (word, self.random.choice(("_", "")), self.serial)
        return name + (self.random.choice(("[%s]", "%s", "_%s")) if is_list else "")

    def taken(self, kind):
        return {name for name, _ in self.derivable[kind]}

    def maybe(self, likely, tag, *choices):
        return "<%s>%s</%s>" % (tag, self.random.choice(choices), tag) if self.chance(likely) else ""

    def properties(self, likely):
        return self.maybe(likely, "access", *ACCESSES) + self.maybe(likely / 2, "modifiedWriteValues", *WRITES) \
            + self.maybe(likely / 3, "readAction", *READS)

    def dimension(self, count, increment, name):
        """The list's indices are 0, 1 … unless the name is a list's that may have others."""
        indices = ""
        if "[" not in name and self.chance(0.4):
            indices = self.random.choice((",".join("WXYZ"[:count]), "1-%d" % count, "0-%d" % (count - 1)))
        return "<dim>%d</dim><dimIncrement>%#x</dimIncrement>" % (count, increment) \
            + ("<dimIndex>%s</dimIndex>" % indices if indices else "")

    def field(self, width):
        size = self.random.randint(1, min(width, 8))
        low = self.random.randint(0, width - size)
        count = self.random.randint(2, 4) if self.chance(0.15) else 1
        step = size if self.chance(0.6) else size + 1
        is_list = count > 1 and low + (count - 1) * step + size <= width
        name = self.name("field", is_list)
        high = low + size - 1
        place = self.random.choice(("<bitRange>[%d:%d]</bitRange>" % (high, low), "<lsb>%d</lsb><msb>%d</msb>" % (low, high),
                                    "<bitOffset>%d</bitOffset><bitWidth>%d</bitWidth>" % (low, size)))
        values = ""
        if self.chance(0.3) and size > 1:
            chosen = self.random.sample(range(1 << size), min(3, 1 << size))
            values = "<enumeratedValues>%s</enumeratedValues>" % "".join(
                "<enumeratedValue><name>%s</name><value>%d</value></enumeratedValue>"
                % (self.random.choice(WORDS) + str(index), value) for index, value in enumerate(chosen))
        return "<field><name>%s</name>%s%s%s%s%s</field>" % (
            name, self.dimension(count, step, name) if is_list else "", place, self.properties(0.3), values,
            self.maybe(0.5, "description", "Short", "What it does */", "A very long description of what it is for " * 4))

    def register(self):
        width = self.random.choice((8, 16, 32, 32, 32, 64))
        align = min(width // 8, 4)
        count = self.random.randint(2, 4) if self.chance(0.2) else 1
        offset = self.random.randint(0, 30) * 8
        name = self.name("register", count > 1)
        if count == 1 and self.derivable["register"] and self.chance(0.15):
            base = self.random.choice(sorted(self.taken("register")))
            return '<register derivedFrom="%s"><name>%s</name><addressOffset>%#x</addressOffset></register>' \
                % (base, name, offset)
        if count == 1:
            self.derivable["register"].append((name, width))
        fields = "".join(self.field(width) for _ in range(self.random.randint(0, 6)))
        return "<register><name>%s</name>%s<addressOffset>%#x</addressOffset><size>%d</size>%s%s%s%s%s</register>" % (
            name, self.dimension(count, max(width // 8, align) * self.random.randint(1, 2), name) if count > 1 else "", offset,
            width, self.properties(0.3), self.maybe(0.5, "resetValue", "0x%x" % self.random.getrandbits(width)),
            self.maybe(0.1, "resetMask", "0", "0xFFFFFFFFFFFFFFFF"), self.maybe(0.4, "description", "A register"),
            "<fields>%s</fields>" % fields if fields else "")

    def cluster(self, depth):
        count = self.random.randint(2, 3) if self.chance(0.4) else 1
        name = self.name("cluster", count > 1)
        inside = "".join(self.cluster(depth + 1) if depth < 2 and self.chance(0.2) else self.register()
                         for _ in range(self.random.randint(1, 4)))
        return "<cluster><name>%s</name>%s<addressOffset>%#x</addressOffset>%s</cluster>" % (
            name, self.dimension(count, self.random.choice((0x8, 0x100, 0x200)), name) if count > 1 else "",
            self.random.randint(0, 8) * 8, inside)

    def peripheral(self, index):
        name = self.name("peripheral")
        if self.derivable["peripheral"] and self.chance(0.3):
            base = self.random.choice(sorted(self.taken("peripheral")))
            return '<peripheral derivedFrom="%s"><name>%s</name><baseAddress>%#x</baseAddress></peripheral>' % (
                base, name, 0x40000000 + 0x1000 * index)
        self.derivable["peripheral"].append((name, 0))
        self.derivable["register"] = []
        inside = "".join(self.cluster(0) if self.chance(0.2) else self.register()
                         for _ in range(self.random.randint(1, 12)))
        return "<peripheral><name>%s</name><baseAddress>%#x</baseAddress>%s%s%s<interrupt><name>%s</name><value>%d</value>" \
               "</interrupt><registers>%s</registers></peripheral>" % (
                   name, 0x40000000 + 0x400 * index, self.maybe(0.2, "access", *ACCESSES), self.maybe(0.1, "prependToName", "X_"),
                   self.maybe(0.5, "description", "A peripheral"), self.random.choice(WORDS), index, inside)


def make(seed):
    maker = Maker(seed)
    return "<device><name>random</name><size>32</size>%s%s<peripherals>%s</peripherals></device>" % (
        maker.maybe(0.5, "resetValue", "0"), maker.maybe(0.5, "access", "read-write"),
        "".join(maker.peripheral(index) for index in range(maker.random.randint(1, 12))))
