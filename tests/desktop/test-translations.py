#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that is shown can be translated, and a translation that was begun is whole and valid.

usage: test-translations.py SOURCE"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

MARKED_IN_C = re.compile(r"(?<![A-Za-z0-9_])(_|C_|N_|NC_|ngettext|g_dngettext) \(\s*\"")
MARKED_IN_UI = re.compile(r'translatable="(yes|true)"')


def listed(source):
    return [line for line in (source / "po/POTFILES").read_text().splitlines() if line and not line.startswith("#")]


def with_words(source):
    """The files that have something to translate, by what stands in them."""
    for path in sorted((source / "src").rglob("*.c")):
        if MARKED_IN_C.search(path.read_text()):
            yield str(path.relative_to(source))
    for path in sorted((source / "ui").glob("*.ui")):
        if MARKED_IN_UI.search(path.read_text()):
            yield str(path.relative_to(source))


def test_all_files_are_listed(source):
    names = listed(source)
    missing = [name for name in with_words(source) if name not in names]
    gone = [name for name in names if not (source / name).exists()]
    return [f"not in POTFILES: {name}" for name in missing] + [f"in POTFILES and not there: {name}" for name in gone]


def template(source, folder):
    """All messages, as translators get them."""
    path = Path(folder) / "all.pot"
    keywords = ["_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dngettext:2,3"]
    subprocess.run(["xgettext", "--from-code=UTF-8", "--add-comments=Translators", f"--files-from={source}/po/POTFILES",
                    f"--directory={source}", f"--output={path}", *(f"--keyword={keyword}" for keyword in keywords)],
                   check=True, capture_output=True)
    return path


def count(text, what):
    found = re.search(rf"(\d+) {what}", text)
    return int(found.group(1)) if found else 0


def check_language(source, pot, language, folder):
    """(problems, whether it was begun)"""
    po = source / f"po/{language}.po"
    checked = subprocess.run(["msgfmt", "--check", "--statistics", "-o", "/dev/null", po], capture_output=True, text=True,
                             env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"})
    if checked.returncode != 0:
        return [checked.stderr.strip()], True
    if count(checked.stderr, "translated message") == 0:
        return [], False
    merged = Path(folder) / f"{language}.po"
    subprocess.run(["msgmerge", "--no-fuzzy-matching", "--quiet", "-o", merged, po, pot], check=True, capture_output=True)
    whole = subprocess.run(["msgfmt", "--statistics", "-o", "/dev/null", merged], capture_output=True, text=True,
                           env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"}).stderr
    missing = count(whole, "untranslated message") + count(whole, "fuzzy translation")
    return ([f"{missing} messages have no translation"] if missing else []), True


def report(number, name, problems, skip=""):
    print(f"{'not ok' if problems else 'ok'} {number} {name}{' # SKIP ' + skip if skip else ''}")
    for problem in problems:
        print("\n".join("# " + line for line in problem.splitlines()))
    return bool(problems)


def main():
    source = Path(sys.argv[1])
    languages = [line for line in (source / "po/LINGUAS").read_text().split("\n") if line and not line.startswith("#")]
    print(f"1..{1 + len(languages)}")
    failed = report(1, "all files are listed", test_all_files_are_listed(source))
    with tempfile.TemporaryDirectory() as folder:
        pot = template(source, folder)
        for number, language in enumerate(languages, 2):
            problems, begun = check_language(source, pot, language, folder)
            failed |= report(number, f"the translation {language}", problems, "" if begun else "nobody has begun it")
    sys.exit(1 if failed else 0)


main()
