#!/usr/bin/env python3
"""The store's sources go in; what the longest chain of calls takes of a Cortex-M0's stack, beside the driver's, comes out:
lines of `FUNCTION BYTES CALLS...`. Arguments are further options of the compiler."""
import re
import subprocess
import sys

OBJECT = "build/tests/store/stack.o"
CALLS = ("mr_store_open", "mr_store_put", "mr_store_get", "mr_store_remove")
# What is called through a pointer.
POINTERS = {"change": "write_value", "store_visit_sectors": "index_entry", "mount_log": "confirm", "mr_store_get": "read_value",
            "compose": "entry_table_byte"}


def compile_store(options):
    subprocess.run(["arm-none-eabi-gcc", "-std=c99", "-Os", "-ffreestanding", "-mcpu=cortex-m0", "-mthumb",
                    "-Iruntime/include", "-fstack-usage", "-c", "runtime/src/store.c", "-o", OBJECT] + options, check=True)


def frames():
    with open(OBJECT[:-1] + "su", encoding="utf-8") as file:
        fields = [line.split("\t") for line in file]
    return {field[0].split(":")[-1]: int(field[1]) for field in fields}


def callees():
    text = subprocess.run(["arm-none-eabi-objdump", "-dr", OBJECT], check=True, stdout=subprocess.PIPE,
                          universal_newlines=True).stdout
    calls, current = {}, None
    for line in text.splitlines():
        begin = re.match(r"[0-9a-f]+ <(.+)>:", line)
        if begin:
            current = begin.group(1)
        call = re.search(r"R_ARM_THM_CALL\s+(\S+)", line) or re.search(r"\bbl\s+[0-9a-f]+ <([^>+]+)", line)
        if call and current:
            calls.setdefault(current, set()).add(call.group(1))
    return calls


def deepest(function, bytes_of, calls):
    """The bytes and the names of the longest chain."""
    name = function.split(".")[0]
    callees_of = set(calls.get(function, ())) - {function}
    if name in POINTERS:
        callees_of.add(POINTERS[name])
    below = max((deepest(callee, bytes_of, calls) for callee in callees_of), default=(0, []))
    return bytes_of.get(function, bytes_of.get(name, 0)) + below[0], [name] + below[1]


def main():
    compile_store(sys.argv[1:])
    bytes_of, calls = frames(), callees()
    for called in set(POINTERS.values()) - set(bytes_of):
        sys.exit("stack.py: there is no " + called)
    for function in CALLS:
        stack_bytes, chain = deepest(function, bytes_of, calls)
        print(function, stack_bytes, *chain[1:])


main()
