#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window of keyboard shortcuts names every key that the program listens to, and no accelerator that it does not.

usage: test-shortcuts.py SOURCE"""

import re
import sys
from pathlib import Path
from xml.etree import ElementTree

source = Path(sys.argv[1])


def normal(accelerator):
    """<ctrl><shift>g"""
    return accelerator.lower().replace("<control>", "<ctrl>")


shown = set()
for element in ElementTree.parse(source / "ui/shortcuts-window.ui").iter("property"):
    if element.get("name") == "accelerator":
        shown.update(normal(key) for key in element.text.split())

table = (source / "src/app/application.c").read_text().split("add_keys (GtkApplication")[1].split("\n}\n")[0]
rows = [re.findall(r'"([^"]+)"', row) for row in re.findall(r"\{ (\"\w+\.[\w-]+\", \{[^}]*\})", table)]
listened = {normal(key) for row in rows for key in row[1:]}
missing = [row for row in rows if not any(normal(key) in shown for key in row[1:])]
# What is no accelerator of the application: bindings and controllers of the article, the pane and find.
own = {"<ctrl>v", "<ctrl>m", "<ctrl>return", "<shift>f10", "j", "k", "m", "<alt>down", "<alt>up", "<alt>left", "return", "escape"}
untrue = sorted(shown - listened - own)

print("1..2")
print("not ok" if missing or not rows else "ok", "1 every key is shown")
for row in missing:
    print("#", *row)
print("not ok" if untrue else "ok", "2 every shown accelerator is listened to")
for key in untrue:
    print("#", key)
sys.exit(1 if missing or untrue or not rows else 0)
