#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Refuses every include under src/ that goes upwards or sideways, or is relative.

usage: check-includes.py SRC [--stamp FILE --depfile FILE]

An include in quotation marks is "layer/file.h", counted from src/, or a generated file ("config.h", "*-resource.h",
"*-resources.h", "*-enums.h"); what a layer may name is in layers.py. Every build runs this: with --stamp it touches FILE when all is well,
and --depfile tells ninja which files and folders it read. Linear in the bytes under SRC."""

import argparse
import re
import sys
from pathlib import Path

from layers import LAYERS

INCLUDE = re.compile(r"^[ \t]*#[ \t]*include(?:_next)?\b[ \t]*(.*?)[ \t]*$", re.M)
GENERATED = re.compile(r"^(config|[a-z0-9-]+-(resources?|enums))\.h$")


def without_comments(text):
    """Comments become spaces and continued lines one line, so that neither hides an include nor makes one."""
    text = re.sub(r"\\\r?\n", "", text)
    pattern = r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'"
    return re.sub(pattern, lambda m: " " if m[0][0] == "/" else m[0], text, flags=re.S)


def fault_of(src, layer, operand):
    """What is wrong with one #include, or None."""
    match = re.fullmatch(r'"([^"]*)"|<([^>]*)>', operand)
    if match is None:
        return f"includes {operand}: write the name of the file"
    quoted, system = match.groups()
    name = quoted or system
    if not name.endswith(".h"):
        return f"includes {name}, which is no header"
    if quoted is None:
        if name.split("/")[0] in LAYERS and (src / name).exists():
            return f"includes <{name}>: the project's own headers stand in quotation marks"
        if not LAYERS[layer].system.fullmatch(name):
            return f"includes <{name}>, which the layer {layer} may not use"
        return None
    if GENERATED.match(name):
        return None
    parts = name.split("/")
    if len(parts) < 2 or ".." in parts or "." in parts:
        return f'includes "{name}": write "layer/file.h", counted from src/'
    if parts[0] not in LAYERS:
        return f'includes "{name}", which is of no layer'
    if parts[0] != layer and parts[0] not in LAYERS[layer].below:
        return f'includes "{name}": {layer} lies below {parts[0]} or beside it'
    if not (src / name).exists():
        return f'includes "{name}", which does not exist'
    return None


def faults_of_file(src, path):
    relative = path.relative_to(src)
    layer = relative.parts[0]
    if layer not in LAYERS:
        yield f"src/{relative}: {layer} is no layer"
        return
    text = without_comments(path.read_text(encoding="utf-8"))
    operands = [m[1] for m in INCLUDE.finditer(text)]
    for operand in operands:
        fault = fault_of(src, layer, operand)
        if fault is not None:
            yield f"src/{relative}: {fault}"
    own = relative.with_suffix(".h")
    private = relative.with_name(relative.stem + "-private.h")
    first = [operand for operand in operands if operand != '"config.h"'][:1]
    allowed = [[f'"{own.as_posix()}"'], [f'"{private.as_posix()}"']]
    if path.suffix == ".c" and (src / own).exists() and first not in allowed:
        yield f'src/{relative}: its own header "{own.as_posix()}" is not included first'


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("src", type=Path)
    parser.add_argument("--stamp", type=Path)
    parser.add_argument("--depfile", type=Path)
    arguments = parser.parse_args()
    paths = sorted(p for p in arguments.src.rglob("*") if p.suffix in (".c", ".h") or p.is_dir())
    faults = [fault for path in paths if path.is_file() for fault in faults_of_file(arguments.src, path)]
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        return 1
    if arguments.depfile is not None:
        read = " ".join(str(p).replace(" ", "\\ ") for p in [arguments.src, *paths])
        arguments.depfile.write_text(f"{arguments.stamp}: {read}\n")
    if arguments.stamp is not None:
        arguments.stamp.touch()
    return 0


if __name__ == "__main__":
    sys.exit(main())
