#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures one web page of 115 kB, the whole program: from its start to the reading on its output.

usage: bench-page.py CLI SAMPLE

The page has the sample article's paragraphs with what pages have around them: scripts, navigation, teasers, comments. The
medians of 11 runs: time on the clock, processor time of the program and its worker, and the larger one's largest resident
set; beside them the same program doing nothing."""

import html
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 11
PAGE_BYTES = 115_000


def make_page(sample):
    title, *lines = [line for line in sample.splitlines() if line.strip()]
    paragraphs = "".join(f'<p class="body-text">{html.escape(line)} <a href="/topic/{i}">More</a></p>\n' for i, line in enumerate(lines))
    links = "".join(f'<li class="nav-item"><a href="/section/{i}" data-track="nav-{i}">Section {i}</a></li>\n' for i in range(120))
    teasers = "".join(f'<div class="card"><a href="/story/{i}"><img src="/t/{i}.jpg" width="300"><h3>Another story, number {i}</h3></a></div>\n' for i in range(150))
    head = (f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)}</title>'
            f'<meta property="og:title" content="{html.escape(title)}"></head><body><nav><ul>{links}</ul></nav>'
            f'<main><article><h1>{html.escape(title)}</h1>\n{paragraphs}</article></main><aside>{teasers}</aside><script>')
    tail = "</script></body></html>"
    filler = 'window.track=window.track||[];track.push({"kind":"view","at":0});\n'
    return head + filler * ((PAGE_BYTES - len(head.encode()) - len(tail)) // len(filler)) + tail


def measure(command):
    rows = []
    for _ in range(RUNS):
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            sys.exit(f"{' '.join(command)}: ended with {status}")
        rows.append((time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
    return [statistics.median(column) for column in zip(*rows)]


def report(name, result):
    print(f"{name:32} {result[0]:7.3f} s  {result[1]:7.3f} s of processor time  {result[2]:6.1f} MiB", flush=True)


def main():
    cli, sample = sys.argv[1], Path(sys.argv[2]).read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(make_page(sample), encoding="utf-8")
        report(f"a page of {path.stat().st_size / 1000:.0f} kB, read", measure([cli, "read", "--format=json", str(path)]))
        report("the program alone (--version)", measure([cli, "--version"]))
        report("another program (true)", measure(["true"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
