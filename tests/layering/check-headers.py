#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compiles every header under src/ alone, with the flags of its own layer. Prints TAP.

usage: check-headers.py SRC BUILD CC LAYER...

A header that needs another to be included before it, and one that lacks `#pragma once`, fails. The flags are those of
the packages that the layer may use, so a header cannot lean on a package of a layer above either."""

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ENGINE = ["glib-2.0"]
PACKAGES = {
    "base": ENGINE,
    "text": ENGINE,
    "reading": ENGINE,
    "data": ["gio-2.0"],
    "formats": ["gio-unix-2.0", "json-glib-1.0"],
    "importers": ["gio-unix-2.0", "json-glib-1.0", "gumbo", "libxml-2.0"],
    "pictures": ["gio-unix-2.0", "json-glib-1.0"],
    "importers-pdf": ["gio-unix-2.0", "json-glib-1.0", "gumbo", "poppler-glib"],
    "worker": ["gio-unix-2.0", "json-glib-1.0", "gumbo"],
    "fetch": ["gio-unix-2.0", "libsoup-3.0"],
    "store": ["gio-2.0"],
    "model": ["gio-unix-2.0", "json-glib-1.0"],
    "cli": ["gio-unix-2.0", "json-glib-1.0"],
    "learn": ["gio-unix-2.0", "json-glib-1.0"],
    "app": ["gio-unix-2.0", "json-glib-1.0", "gtk4", "libadwaita-1"],
}


def flags_of(layer):
    packages = subprocess.run(["pkg-config", "--cflags", *PACKAGES[layer]], check=True, capture_output=True, text=True)
    return packages.stdout.split()


def fault_of(header, src, build, compiler, flags):
    if not re.search(r"^#pragma once$", header.read_text(encoding="utf-8"), re.M):
        return "no #pragma once"
    name = header.relative_to(src).as_posix()
    # Twice: the second inclusion shows whether the guard works.
    unit = f'#include "{name}"\n#include "{name}"\ntypedef int purport_not_empty;\n'
    generated = [f"-I{path}" for path in (build, *(build / "src").glob("*/")) if path.is_dir() and not path.name.endswith(".p")]
    command = [*compiler, "-std=gnu17", "-Wall", "-Werror", "-Wno-deprecated-declarations", "-fsyntax-only"]
    command += [*flags, f"-I{src}", *generated, "-x", "c", "-"]
    result = subprocess.run(command, input=unit, capture_output=True, text=True)
    return None if result.returncode == 0 else result.stderr.strip()


def main():
    src, build, compiler = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3].split()
    layers = sys.argv[4:]
    flags = {layer: flags_of(layer) for layer in layers}
    headers = [(layer, header) for layer in layers for header in sorted((src / layer).rglob("*.h"))]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        faults = list(pool.map(lambda item: fault_of(item[1], src, build, compiler, flags[item[0]]), headers))
    print(f"1..{len(headers)}")
    for number, ((_, header), fault) in enumerate(zip(headers, faults), 1):
        print(f"{'not ok' if fault else 'ok'} {number} {header.relative_to(src)}")
        for line in (fault or "").splitlines():
            print("#  ", line)
    return 1 if any(faults) else 0


if __name__ == "__main__":
    sys.exit(main())
