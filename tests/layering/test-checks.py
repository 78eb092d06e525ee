#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the checkers: each planted fault must be found, and the clean tree it is planted in must pass. Prints TAP.

usage: test-checks.py CC

Works in a temporary folder with a small tree of its own."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
CLEAN = {
    "base/span.h": "#pragma once\n#include <glib.h>\nint purport_span (void);\n",
    "base/span.c": '#include "base/span.h"\n#include <string.h>\nint purport_span (void) { return 0; }\n',
    "text/words.h": '#pragma once\n#include "base/span.h"\nint purport_words (void);\n',
    "text/words.c": '#include "text/words.h"\n#include "config.h"\nint purport_words (void) { return purport_span (); }\n',
    "app/window.h": "#pragma once\n#include <gtk/gtk.h>\n",
    "formats/text.h": '#pragma once\n#include <gio/gio.h>\n#include "base/span.h"\n',
}
# name, file, its text, words that the report must hold (None: the file is fine)
INCLUDES = [
    ("upward", "text/up.c", '#include "reading/engine.h"\n', "lies below reading"),
    ("sideways", "formats/side.c", '#include "text/words.h"\n', "lies below text or beside it"),
    ("relative", "text/relative.c", '#include "../base/span.h"\n', "counted from src/"),
    ("same folder", "text/short.c", '#include "words.h"\n', "counted from src/"),
    ("GTK below app", "model/gtk.c", "#include <gtk/gtk.h>\n", "may not use"),
    ("files in the engine", "text/files.c", "#include <gio/gio.h>\n", "may not use"),
    ("stdio in the engine", "reading/print.c", "#include <stdio.h>\n", "may not use"),
    ("angle brackets", "text/angle.c", "#include <base/span.h>\n", "quotation marks"),
    ("a macro", "text/macro.c", "#include PURPORT_HEADER\n", "write the name"),
    ("a .c file", "text/source.c", '#include "text/words.c"\n', "no header"),
    ("split over lines", "text/split.c", '#\\\ninclude \\\n  "reading/engine.h"\n', "lies below reading"),
    ("behind a comment", "text/behind.c", '/* a */ # /* b */ include "reading/engine.h"\n', "lies below reading"),
    ("own header late", "text/words.c", '#include "base/span.h"\n#include "text/words.h"\n', "not included first"),
    ("no such header", "text/absent.c", '#include "base/absent.h"\n', "does not exist"),
    ("no such layer", "extra/a.c", "", "is no layer"),
    ("in a comment only", "text/comment.c", '/*\n#include "reading/engine.h"\n*/\n// #include "../a.h"\n', None),
    ("in a string only", "text/string.c", 'const char *s = "/*"; /* "\n#include "../a.h"\n */\n', None),
]
OBJECTS = [
    ("a file is opened", "text", "void *fopen (const char *, const char *); void *f (void) { return fopen (\"a\", \"r\"); }\n", "fopen"),
    ("a main loop", "reading", "void g_main_loop_run (void *); void f (void) { g_main_loop_run (0); }\n", "g_main_loop_run"),
    ("GTK", "model", "void gtk_init (void); void f (void) { gtk_init (); }\n", "gtk_init"),
    ("a database", "formats", "void sqlite3_open (void); void f (void) { sqlite3_open (); }\n", "sqlite3_open"),
    ("static state", "base", "static int count; int f (void) { return ++count; }\n", "count"),
    ("global state", "text", "int count = 3;\n", "count"),
    ("constants only", "text", "static const int n[] = { 1, 2 }; const char *const t[] = { \"a\" }; int f (int i) { return n[i]; }\n", None),
]
HEADERS = [
    ("leans on another", "text/lean.h", "#pragma once\ngsize purport_lean (void);\n", "gsize"),
    ("no pragma once", "text/twice.h", "#include <glib.h>\n", "pragma once"),
    ("fine", "text/fine.h", '#pragma once\n#include "base/span.h"\n', None),
]

GOOD_SOURCE = "/* SPDX-License-Identifier: GPL-3.0-or-later */\n/* What it is for. */\nint purport_count;\n"
SENTENCE = "The tall ship left the quiet harbour at dawn with nine sailors and one very old dog on board."
SOURCES = [
    ("no licence", "src/a.c", GOOD_SOURCE.replace("SPDX", "XDPS"), "no line 'SPDX"),
    ("no purpose", "src/a.c", GOOD_SOURCE.replace("/* What it is for. */", "int i;"), "says what the file is for"),
    ("left open", "src/a.c", GOOD_SOURCE + "/* TO" + "DO */\n", "left open"),
    ("a path", "notes.md", "Look into {top}/a.\n", "a path or host"),
    ("fine", "src/a.c", GOOD_SOURCE, None),
]
SHARED = [
    ("a sentence", "notes.md", SENTENCE, "tall ship"),
    ("wrapped in a comment", "src/a.c", SENTENCE.replace("dawn ", "dawn\n * ").replace("harbour", "“Harbour”,"), "tall ship"),
    ("fine", "notes.md", "The tall ship left, and the quiet harbour had nine sailors and one old dog less.", None),
]


def write_tree(root, files):
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)


def run(*command):
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True, env=environment)
    return result.returncode, result.stdout + result.stderr


def compile_archive(folder, text, compiler):
    (folder / "a.c").write_text(text)
    subprocess.run([*compiler, "-O1", "-fPIC", "-w", "-c", folder / "a.c", "-o", folder / "a.o"], check=True)
    subprocess.run(["ar", "rcs", folder / "a.a", folder / "a.o"], check=True)
    return folder / "a.a"


def outcomes(folder, compiler):
    """Yields (name, as expected, report)."""
    src = folder / "src"
    write_tree(src, CLEAN)
    status, report = run(sys.executable, HERE / "check-includes.py", src)
    yield "includes: the clean tree", status == 0, report
    for name, path, text, words in INCLUDES:
        shutil.rmtree(src)
        write_tree(src, {**CLEAN, path: text})
        status, report = run(sys.executable, HERE / "check-includes.py", src)
        yield f"includes: {name}", (status == 0) if words is None else (status == 1 and words in report), report
    for name, layer, text, words in OBJECTS:
        archive = compile_archive(folder, text, compiler)
        status, report = run(sys.executable, HERE / "check-symbols.py", f"{layer}={archive}")
        yield f"symbols: {name}", (status == 0) if words is None else (status == 1 and words in report), report
    for name, path, text, words in HEADERS:
        shutil.rmtree(src)
        write_tree(src, {"base/span.h": CLEAN["base/span.h"], path: text})
        status, report = run(sys.executable, HERE / "check-headers.py", src, folder, " ".join(compiler), "base", "text")
        yield f"headers: {name}", (status == 0) if words is None else (status == 1 and words in report), report
    yield from outcomes_of_texts(folder / "project", folder / "shared")


def outcomes_of_texts(top, shared):
    for name, path, text, words in SOURCES:
        write_tree(top, {path: text.format(top=os.path.realpath(top)) if path.endswith(".md") else text})
        status, report = run(sys.executable, HERE / "check-sources.py", top)
        yield f"sources: {name}", (status == 0) if words is None else (status == 1 and words in report), report
        shutil.rmtree(top)
    write_tree(shared, {"articles/one/a.txt": "A first line.\n\n" + SENTENCE + "\n"})
    for name, path, text, words in SHARED:
        write_tree(top, {path: text})
        status, report = run("env", f"PURPORT_SHARED={shared}", sys.executable, HERE / "check-shared-text.py", top)
        yield f"shared text: {name}", (status == 0) if words is None else (status == 1 and words in report), report
        shutil.rmtree(top)


def main():
    with tempfile.TemporaryDirectory() as folder:
        results = list(outcomes(Path(folder), sys.argv[1].split()))
    print(f"1..{len(results)}")
    for number, (name, good, report) in enumerate(results, 1):
        print(f"{'ok' if good else 'not ok'} {number} {name}")
        if not good:
            print("\n".join("#   " + line for line in report.splitlines()))
    return 0 if all(good for _, good, _ in results) else 1


if __name__ == "__main__":
    sys.exit(main())
