#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures purport-cli read: how many articles and bytes a second, on one thread and on two, and the memory it takes.

usage: bench-read.py CLI SAMPLE

Times are the best of three runs, the start of the program included; memory is the largest resident set. What is read is the
sample article: many requests of it, and one text in which it stands over and over."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 3
REQUESTS = 1000
LONG_TEXTS = {"100 kB in one text": 100_000, "1 MB in one text": 1_000_000, "4 MB in one text": 4_000_000}


def measure(command, input_path):
    """(seconds, largest resident set in MB) of the fastest run."""
    runs = []
    for _ in range(RUNS):
        with open(input_path, "rb") as source:
            start = time.monotonic()
            process = subprocess.Popen(command, stdin=source, stdout=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.monotonic() - start
        if status != 0:
            sys.exit(f"{' '.join(command)}: ended with {status}")
        runs.append((seconds, usage.ru_maxrss / 1024))
    return min(runs)


def report(name, n_bytes, n_articles, result):
    seconds, megabytes = result
    rate = f"{n_bytes / 1e6 / seconds:6.2f} MB/s"
    articles = f"{n_articles / seconds:7.0f} articles/s" if n_articles > 1 else " " * 18
    print(f"{name:24} {seconds:7.2f} s  {rate}  {articles}  {megabytes:6.0f} MB memory", flush=True)


def main():
    cli, sample = sys.argv[1], Path(sys.argv[2]).read_text(encoding="utf-8")
    size = len(sample.encode())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "input"
        path.write_text("".join(json.dumps({"id": i, "text": sample}) + "\n" for i in range(REQUESTS)))
        for jobs in (1, 2):
            result = measure([cli, "read", "--jsonl", f"--jobs={jobs}"], path)
            report(f"{REQUESTS} articles, --jobs={jobs}", REQUESTS * size, REQUESTS, result)
        for name, length in LONG_TEXTS.items():
            path.write_text((sample + "\n") * (length // size))
            report(name, path.stat().st_size, 1, measure([cli, "read", "--format=json", "-"], path))
    return 0


if __name__ == "__main__":
    sys.exit(main())
