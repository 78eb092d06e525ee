#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the counting of test results, and with it the last line of ./dev test. Prints TAP.

usage: test-count.py COUNT-RESULTS"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

# name, tests of one log (None: no log), steps that broke before, last line, exit status
CASES = [
    ("plain", [("OK", ""), ("OK", "")], 0, "2 passed, 0 failed, 0 skipped", 0),
    ("subtests", [("OK", "1..2\nok 1 /a\nok 2 /b # SKIP no data\n")], 0, "1 passed, 0 failed, 1 skipped", 0),
    ("a failure", [("FAIL", "1..2\nok 1 /a\nnot ok 2 /b\n"), ("OK", "")], 0, "2 passed, 1 failed, 0 skipped", 1),
    ("a crash after good subtests", [("ERROR", "ok 1 /a\n")], 0, "1 passed, 1 failed, 0 skipped", 1),
    ("time ran out", [("TIMEOUT", "")], 0, "0 passed, 1 failed, 0 skipped", 1),
    ("skipped whole", [("SKIP", "1..0 # SKIP no data\n")], 0, "0 passed, 0 failed, 1 skipped", 0),
    ("skipped by status", [("SKIP", "no data\n"), ("OK", "")], 0, "1 passed, 0 failed, 1 skipped", 0),
    ("no log", None, 0, "0 passed, 1 failed, 0 skipped", 1),
    ("an empty log", [], 0, "0 passed, 1 failed, 0 skipped", 1),
    ("a build that failed", [("OK", "")], 1, "1 passed, 1 failed, 0 skipped", 1),
    ("nested and indented lines", [("OK", "    ok 1 inner\nok 1 outer\n")], 0, "1 passed, 0 failed, 0 skipped", 0),
]


def main():
    print(f"1..{len(CASES)}")
    good = True
    for number, (name, tests, broken, line, status) in enumerate(CASES, 1):
        with tempfile.TemporaryDirectory() as folder:
            log = Path(folder) / "log.json"
            if tests is not None:
                log.write_text("".join(json.dumps({"name": "t", "result": r, "stdout": out}) + "\n" for r, out in tests))
            command = [sys.executable, "-B", sys.argv[1], "--broken", str(broken), str(log)]
            result = subprocess.run(command, capture_output=True, text=True)
        right = result.returncode == status and result.stdout.splitlines()[-1:] == [line]
        good = good and right
        print(f"{'ok' if right else 'not ok'} {number} {name}")
        if not right:
            print("#  ", result.returncode, result.stdout, result.stderr)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
