#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the sources as text: licence line, first comment, formatting, what was left open, paths of one machine. Prints TAP.

usage: check-sources.py TOP"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
CODE = {".c", ".h", ".py", ".sh"}
TEXT = CODE | {".build", ".txt", ".md", ".ui", ".css", ".xml", ".in", ".json", ".supp", ".1", ".svg", ""}
LEFT_OPEN = re.compile("|".join(["TO" + "DO", "FIX" + "ME", r"\bXX" + r"X\b", "not implemented" + " yet"]))
COMMON_FOLDERS = {"tmp", "usr", "home", "root", "opt", "srv", "var", "mnt", "src", "build"}


def tracked(top):
    """The files of the project: what git knows or would add, else what lies there outside of build folders."""
    if (top / ".git").exists() and shutil.which("git"):
        command = ["git", "-c", "safe.directory=*", "-C", top, "ls-files", "--cached", "--others", "--exclude-standard"]
        names = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
        paths = [top / name for name in names]
    else:
        paths = [p for p in top.rglob("*") if not re.match(r"(build|\.git)", p.relative_to(top).parts[0])]
    return sorted(p for p in paths if p.is_file() and not p.is_symlink())


def is_script(path):
    return path.suffix == "" and path.read_bytes()[:2] == b"#!"


def licence_faults(top, paths):
    for path in paths:
        if path.suffix in CODE or is_script(path):
            head = "\n".join(path.read_text(encoding="utf-8").splitlines()[:3])
            if SPDX not in head:
                yield f"{path.relative_to(top)}: no line {SPDX!r} at its top"


def purpose_faults(top, paths):
    """A C file says what it is for right after the licence line."""
    for path in paths:
        if path.suffix in (".c", ".h"):
            lines = path.read_text(encoding="utf-8").splitlines() + ["", ""]
            if not re.match(r"/\*", lines[1]):
                yield f"{path.relative_to(top)}: line 2 is no comment that says what the file is for"


def format_faults(top, paths):
    sources = [path for path in paths if path.suffix in (".c", ".h")]
    command = ["clang-format", "--dry-run", "--Werror", "--ferror-limit=1", *sources]
    result = subprocess.run(command, capture_output=True, text=True)
    return sorted(set(re.findall(r"^(\S+?:\d+):\d+: error", result.stderr, re.M)))


def words_faults(top, paths, pattern, what):
    for path in paths:
        if path.suffix not in TEXT or path.name == "LICENSE":
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if pattern.search(line):
                yield f"{path.relative_to(top)}:{number}: {what}"


def machine_pattern(top):
    """This checkout's own path, its parent where that is not a common folder, and the hosts that packages come from."""
    places = {str(top) + "/"}
    if not (len(top.parent.parts) <= 2 and (top.parent.name in COMMON_FOLDERS or top.parent.name == "")):
        places.add(str(top.parent) + "/")
    hosts = set()
    for listing in [Path("/etc/apt/sources.list"), *Path("/etc/apt/sources.list.d").glob("*")]:
        if listing.is_file():
            hosts |= set(re.findall(r"https?://([^/\s]+)", listing.read_text(errors="replace")))
    return re.compile("|".join(re.escape(word) for word in sorted(places | hosts)))


def clang_format_version():
    if shutil.which("clang-format") is None:
        return None
    found = re.search(r"version (\d+)", subprocess.run(["clang-format", "--version"], capture_output=True, text=True).stdout)
    return int(found[1]) if found else None


def main():
    top = Path(os.path.realpath(sys.argv[1]))
    paths = tracked(top)
    results = [
        ("every source has its licence line", list(licence_faults(top, paths)), None),
        ("every C file says what it is for", list(purpose_faults(top, paths)), None),
        ("nothing was left open", list(words_faults(top, paths, LEFT_OPEN, "left open")), None),
        ("no path or host of one machine", list(words_faults(top, paths, machine_pattern(top), "a path or host of one machine")), None),
    ]
    if clang_format_version() == 14:
        results.append(("clang-format has nothing to change", format_faults(top, paths), None))
    else:
        results.append(("clang-format has nothing to change", [], "needs clang-format 14"))
    print(f"1..{len(results)}")
    for number, (name, faults, skip) in enumerate(results, 1):
        print(f"{'not ok' if faults else 'ok'} {number} {name}" + (f" # SKIP {skip}" if skip else ""))
        for fault in faults[:40]:
            print("#  ", fault)
    return 1 if any(faults for _, faults, _ in results) else 0


if __name__ == "__main__":
    sys.exit(main())
