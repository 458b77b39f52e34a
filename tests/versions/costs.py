#!/usr/bin/env python3
"""A layout with its lock file goes in; what taking over earlier versions costs each of its blocks and records, in bytes of
code, comes out: as `memregc show` says, and as two compilers make it.

    costs.py LAYOUT FOLDER    prints NAME PROCESSOR SAID MEASURED for each compiler that is installed; FOLDER is for what is
                              made on the way
"""
import os
import re
import shutil
import subprocess
import sys

MEMREGC = os.environ.get("MEMREGC", "build/memregc")
PROCESSORS = [("cortex-m0", "arm-none-eabi-", ["-mcpu=cortex-m0", "-mthumb"]), ("avr", "avr-", ["-mmcu=atmega1284p"])]
PROCESSORS = [processor for processor in PROCESSORS if shutil.which(processor[1] + "gcc")]


def run(command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, universal_newlines=True).stdout


def caller(header, name, is_record):
    """C that opens and flushes a block, or loads, saves and deletes a record."""
    text = open(header, encoding="utf-8").read()
    prefix = re.search(r"static inline mr_status_t (\w*%s)_(?:open|load)\(" % name, text) or \
        re.search(r"mr_status_t (\w*%s)_(?:open|load)\(" % name, text)
    own = prefix.group(1)
    calls = []
    for call in ["load", "save", "delete"] if is_record else ["open", "flush"]:
        found = re.search(r"mr_status_t %s_%s\(([^)]*)\)" % (own, call), text)
        names = [] if found.group(1) == "void" else [one.split()[-1].lstrip("*") for one in found.group(1).split(",")]
        calls.append("int use_%s(%s);\nint use_%s(%s) { return %s_%s(%s); }\n" % (
            call, found.group(1), call, found.group(1), own, call, ", ".join(names)))
    return '#include "%s"\n%s' % (os.path.basename(header), "".join(calls))


def sizes(folder, header, source):
    """Bytes of code and constants for each target."""
    result = []
    for name, tools, options in PROCESSORS:
        made = os.path.join(folder, name + ".o")
        run([tools + "gcc", "-std=gnu99", "-Os", "-ffreestanding", *options, "-Iruntime/include", "-I" + folder, "-c", source, "-o", made])
        result.append(int(run([tools + "size", made]).splitlines()[1].split()[0]))
    return result


def measure(layout, work, name, is_record):
    """What the layout's migrations of one block or record cost: the code with its lock file, less that without."""
    costs = []
    for is_locked in (True, False):
        folder = os.path.join(work, "with" if is_locked else "without")
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        alone = os.path.join(folder, os.path.basename(layout))
        shutil.copy(layout, alone)
        run([MEMREGC, layout if is_locked else alone, "-w", "-o", folder])
        header = [os.path.join(folder, file) for file in sorted(os.listdir(folder)) if file.endswith(".h") and "glue" not in file][0]
        source = os.path.join(folder, "use.c")
        with open(source, "w", encoding="utf-8") as file:
            file.write(caller(header, name, is_record))
        costs.append(sizes(folder, header, source))
    return [int(more - less) for more, less in zip(*costs)]


def said(layout):
    """What `memregc show` says of each block and record that has migrations: {(name, is it a record): {processor: bytes}}."""
    costs, block = {}, ""
    for line in run([MEMREGC, "show", layout]).splitlines():
        block = line.split()[1].rstrip(":") if line.startswith("memreg ") else block
        cost = re.match(r"  migrate (?:(\w+), )?version.* (\d+) bytes of code on a Cortex-M0, (\d+) on an AVR", line)
        if cost:
            key = (cost.group(1) or block, bool(cost.group(1)))
            sums = costs.setdefault(key, {"cortex-m0": 0, "avr": 0})
            sums["cortex-m0"] += int(cost.group(2))
            sums["avr"] += int(cost.group(3))
    return costs


def snake(name):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def main():
    for (name, is_record), told in said(sys.argv[1]).items():
        for processor, found in zip(PROCESSORS, measure(sys.argv[1], sys.argv[2], snake(name), is_record)):
            print(name, processor[0], told[processor[0]], found)


if __name__ == "__main__":
    main()
