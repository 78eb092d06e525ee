#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No sentence of the shared data stands in the project. Prints TAP; skips where the data are absent.

usage: check-shared-text.py TOP

Compares runs of words, so that line breaks, comment signs and quotation marks make no difference: 10 in a row for the
annotated articles, all of which are read, 14 for the corpora, of which up to 200 lines per file are. Linear in
the bytes of both."""

import itertools
import json
import os
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
import importlib

tracked = importlib.import_module("check-sources").tracked

WORD = re.compile(r"[a-z0-9]+")
ARTICLE_RUN = 10
CORPUS_RUN = 14
LINES_PER_FILE = 200
STRANGERS = {"LICENSE"}


def runs(text, length):
    """Every run of `length` words, each as a tuple."""
    words = WORD.findall(text.lower())
    # A run of the same few words over and over, as in tables, says nothing.
    return (run for run in zip(*(words[i:] for i in range(length))) if len(set(run)) > length // 2)


def strings_of(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        if value and all(isinstance(item, str) for item in value):
            yield " ".join(value)
        else:
            yield from itertools.chain.from_iterable(map(strings_of, value))
    elif isinstance(value, dict):
        yield from itertools.chain.from_iterable(map(strings_of, value.values()))


def corpus_texts(path):
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in itertools.islice(lines, LINES_PER_FILE):
            yield from strings_of(json.loads(line))


def project_runs(top, length):
    found = {}
    for path in tracked(top):
        data = path.read_bytes()
        if path.name in STRANGERS or b"\0" in data[:4096]:
            continue
        for run in runs(data.decode("utf-8", errors="replace"), length):
            found.setdefault(run, path)
    return found


def faults_of(texts, project, top, length):
    for name, text in texts:
        for run in runs(text, length):
            if run in project:
                yield f"{project[run].relative_to(top)}: “{' '.join(run)}” is from {name}"
                break


def main():
    top = Path(os.path.realpath(sys.argv[1]))
    shared = Path(os.environ.get("PURPORT_SHARED") or top.parent / "shared")
    if not (shared / "articles").is_dir():
        print("1..0 # SKIP the shared data are absent")
        return 0
    articles = ((p.name, p.read_text(encoding="utf-8")) for p in sorted(shared.glob("articles/*/*.txt")))
    corpora = ((p.name, text) for p in sorted(shared.glob("data/*/*.jsonl")) for text in corpus_texts(p))
    results = [
        ("no sentence of the annotated articles", list(faults_of(articles, project_runs(top, ARTICLE_RUN), top, ARTICLE_RUN))),
        ("no sentence of the corpora", list(faults_of(corpora, project_runs(top, CORPUS_RUN), top, CORPUS_RUN))),
    ]
    print(f"1..{len(results)}")
    for number, (name, faults) in enumerate(results, 1):
        print(f"{'not ok' if faults else 'ok'} {number} {name}")
        for fault in faults[:20]:
            print("#  ", fault)
    return 1 if any(faults for _, faults in results) else 0


if __name__ == "__main__":
    sys.exit(main())
