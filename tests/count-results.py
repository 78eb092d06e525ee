#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what Meson's test logs hold; the last line is "N passed, N failed, N skipped", before it what failed and why
what was skipped was. Exit status 1 if any failed.

usage: count-results.py [--broken N] LOG.json...

A TAP program counts by its subtests, any other as one; a program that ended badly though none of its subtests failed
counts as one failure more. A log that is missing or empty is a failure, and so are the N steps that broke before."""

import argparse
import json
import re
import sys
from pathlib import Path

TAP = re.compile(r"^(not )?ok\b[^#\n]*(?:#\s*(skip|todo)\b)?", re.I | re.M)
SKIPPED = re.compile(r"^(?:ok\b[^#\n]*|1\.\.0[ \t]*)#[ \t]*skip[ \t]*(.*)$", re.I | re.M)
GOOD = {"OK", "EXPECTEDFAIL"}


def count_program(test):
    """(passed, failed, skipped) of one line of a log."""
    passed = failed = skipped = 0
    for match in TAP.finditer(test.get("stdout") or ""):
        directive = (match[2] or "").lower()
        if directive == "skip":
            skipped += 1
        elif match[1] and directive != "todo":
            failed += 1
        else:
            passed += 1
    if test["result"] == "SKIP" and passed + failed + skipped == 0:
        skipped = 1
    elif test["result"] in GOOD and passed + failed + skipped == 0:
        passed = 1
    elif test["result"] not in GOOD | {"SKIP"} and failed == 0:
        failed = 1
    return passed, failed, skipped


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--broken", type=int, default=0)
    parser.add_argument("logs", nargs="*", type=Path)
    arguments = parser.parse_args()
    passed, failed, skipped = 0, arguments.broken, 0
    for log in arguments.logs:
        tests = [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []
        if not tests:
            print(f"No results in {log.parent.parent.name}")
            failed += 1
        for test in tests:
            counts = count_program(test)
            passed, failed, skipped = passed + counts[0], failed + counts[1], skipped + counts[2]
            if counts[1]:
                print(f"Failed in {log.parent.parent.name}: {test['name']}")
            for reason in SKIPPED.findall(test.get("stdout") or ""):
                print(f"Skipped in {log.parent.parent.name}: {test['name']}: {reason}")
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
