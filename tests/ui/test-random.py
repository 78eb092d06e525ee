#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys, clicks, sizes, styles, files and tabs in any order. Whatever the program says of it is a failure.

The environment: PURPORT_UI_EVENTS, how many (300); PURPORT_UI_SEED, which (printed). Usage: see desktop.py."""

import collections
import os
import random
import time

import desktop
from desktop import SAMPLE

KEYS = ["ctrl+f", "Escape", "Escape", "Return", "Tab", "shift+Tab", "j", "k", "m", "alt+Down", "alt+Up", "F7", "F9", "Page_Down",
        "Page_Up", "ctrl+Home", "ctrl+End", "Down", "Up", "space", "ctrl+plus", "ctrl+minus", "ctrl+0", "ctrl+g", "ctrl+shift+g",
        "ctrl+a", "shift+Right", "Menu", "F10", "alt+Left", "ctrl+w", "ctrl+v", "ctrl+c", "Left", "Right", "ctrl+Return"]
STYLES = ("system", "light", "sepia", "dark")
DENSITIES = ("main", "most", "all")
# Said by the toolkit of widgets that a change of size took away in the middle of a frame; not by anything of ours.
OF_THE_TOOLKIT = ("without a current allocation", "reported min width", "Broken accounting of active state")
CHECK_EVERY = 50
LAST = 60


def press(session, chance):
    session.key(chance.choice(KEYS))


def type_words(session, chance):
    session.type(chance.choice(("walk", "the", "(a|b", "sugar", "q")))


def click(session, chance):
    _, left, top, width, height = session.toplevel()
    # The header bar's ends are for closing and for the desktop's own dialogs.
    x, y = left + chance.randrange(10, width - 10), top + chance.randrange(60, height - 10)
    session.xdotool("mousemove", x, y, "click", chance.choice((1, 1, 1, 3)))


def drag(session, chance):
    _, left, top, width, height = session.toplevel()
    session.xdotool("mousemove", left + chance.randrange(20, width // 2), top + chance.randrange(80, height - 20), "mousedown", 1,
                    "mousemove", left + chance.randrange(20, width // 2), top + chance.randrange(80, height - 20), "mouseup", 1)


def wheel(session, chance):
    session.xdotool("click", "--repeat", chance.randrange(1, 6), chance.choice((4, 5)))


def resize(session, chance):
    session.xdotool("windowsize", session.toplevel()[0], chance.randrange(370, 1300), chance.randrange(300, 860))


def style(session, chance):
    session.call_action("style", desktop.GLib.Variant("s", chance.choice(STYLES)))


def density(session, chance):
    session.call_action("density", desktop.GLib.Variant("s", chance.choice(DENSITIES)))


def toggle(session, chance):
    session.call_action(chance.choice(("show-marks", "show-repairs", "caret-browsing", "show-pane", "letter-keys")))


def open_file(session, chance):
    name = chance.choice(("sample", "page", "other", "gone"))
    session.launch({"sample": SAMPLE, "page": session.folder / "page.html", "other": session.folder / "other.txt",
                    "gone": session.folder / "gone.txt"}[name], wait=False)


def change_file(session, chance):
    (session.folder / "other.txt").write_text("Boats and Tides\n\n" + "The tide was high, said Ana Prado, a pilot. " * chance.randrange(1, 400))


EVENTS = [press] * 40 + [type_words] * 4 + [click] * 30 + [drag] * 3 + [wheel] * 6 + [resize] * 4 + [style, density] * 2 + \
    [toggle] * 3 + [open_file] * 3 + [change_file]


def check(session):
    """Waits for an answer; a program that was closed is started again, one that died is a failure."""
    session.check_log()
    if session.pid() is None:
        session.launch(SAMPLE)
    session.wait(session.windows, "an answer")


def remember(session):
    """The last of what pointer and keys do from now on."""
    last, xdotool = collections.deque(maxlen=LAST), session.xdotool

    def remembered(*arguments):
        if arguments[0] != "search" and not arguments[0].startswith("getwindow"):
            last.append(" ".join(map(str, arguments)))
        return xdotool(*arguments)

    session.xdotool = remembered
    return last


def test_anything(session):
    n = int(os.environ.get("PURPORT_UI_EVENTS", "300"))
    seed = int(os.environ.get("PURPORT_UI_SEED", time.time_ns() % 1_000_000))
    print(f"# seed {seed}", flush=True)
    chance = random.Random(seed)
    session.expected += OF_THE_TOOLKIT
    session.file("page.html", "<html><body><article><h1>Tides</h1><p>Tides rise, said <a href='https://tide.example/'>Ana Prado</a>, a "
                 "pilot.</p><p><img src='https://tide.example/a.png' alt='A tide'></p><p>No tide is late.It is known.</p></article></body></html>")
    change_file(session, chance)
    session.launch(SAMPLE)
    last = remember(session)
    try:
        for number in range(n):
            event = chance.choice(EVENTS)
            try:
                event(session, chance)
            except (desktop.Gone, desktop.GLib.Error, KeyError, ValueError, IndexError):
                pass  # the window is another one, or none at all
            if number % CHECK_EVERY == 0:
                check(session)
        session.key("Escape", "Escape", "Escape")
        check(session)
    except Exception as error:
        raise desktop.Failure(f"seed {seed}, event {number}: {error}\nthe last of them:\n" + "\n".join(last)) from error


desktop.run(globals())
