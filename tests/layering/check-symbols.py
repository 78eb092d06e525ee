#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks into what was compiled: what each layer calls, keeps and is linked with. Prints TAP.

usage: check-symbols.py LAYER=[ARCHIVE][,PROBE]...

ARCHIVE is the layer's static library, PROBE a program that holds the whole of it. An undefined symbol on the layer's
deny-list fails; so does static memory that can be written to in a layer of the engine (a quark's and the like aside),
and a library on the probe's NEEDED list that the layer may not have."""

import re
import subprocess
import sys

sys.dont_write_bytecode = True
from layers import LAYERS

WRITABLE = re.compile(r"\.(data|bss|tdata|tbss)(\.(?!rel\.ro).*)?$|^\*COM\*$")
# What GLib's own macros make: the quark of an error domain.
ALLOWED_STATE = re.compile(r"^(q|quark|.*_quark)(\.\d+)?$")


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"}).stdout


def forbidden_calls(layer, archive):
    """[(object, symbol)] of the undefined symbols that the layer's deny-list names."""
    found = []
    unit = "?"
    for line in run("nm", "-u", archive).splitlines():
        if line.endswith(":"):
            unit = line[:-1]
        elif line.split()[:1] == ["U"]:
            symbol = line.split()[1].split("@")[0]
            if LAYERS[layer].deny.match(symbol):
                found.append((unit, symbol))
    return found


def static_state(archive):
    """[(object, symbol)] of the variables that lie in writable sections."""
    found = []
    unit = "?"
    for line in run("objdump", "-t", archive).splitlines():
        if "file format" in line:
            unit = line.split(":")[0]
            continue
        match = re.match(r"^[0-9a-f]+ (.{7}) (\S+)\s+[0-9a-f]+\s+(?:\.hidden )?(\S+)$", line)
        if match and "O" in match[1] and WRITABLE.search(match[2]) and not ALLOWED_STATE.match(match[3]):
            found.append((unit, match[3]))
    return found


def forbidden_libraries(layer, probe):
    needed = re.findall(r"\(NEEDED\).*\[(\S+?)\.so", run("readelf", "-d", probe))
    return [name for name in needed if not LAYERS[layer].libraries.match(name)]


def main():
    results = []
    for argument in sys.argv[1:]:
        layer, _, files = argument.partition("=")
        archive, _, probe = files.partition(",")
        if archive:
            results.append((f"{layer} calls only what it may", forbidden_calls(layer, archive)))
        if archive and not LAYERS[layer].mutable:
            results.append((f"{layer} keeps no state", static_state(archive)))
        if probe:
            results.append((f"{layer} is linked only with what it may", forbidden_libraries(layer, probe)))
    print(f"1..{len(results)}")
    for number, (name, faults) in enumerate(results, 1):
        print(f"{'not ok' if faults else 'ok'} {number} {name}")
        for fault in faults:
            print("#  ", *(fault if isinstance(fault, tuple) else [fault]))
    return 1 if any(faults for _, faults in results) else 0


if __name__ == "__main__":
    sys.exit(main())
