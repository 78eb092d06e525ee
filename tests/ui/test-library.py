#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What readers write is kept: notes, judgements and corrections; the library's window; exports; private windows.

Usage: see desktop.py."""

import json
import re
import sqlite3
import subprocess
from pathlib import Path

import desktop
from desktop import SAMPLE, equal, true

LAMPS = """Night Light and Sleep

Bright lamps in the evening delay sleep by 40 minutes, said Dr. Ivo Marek, a sleep researcher at Tarn University. Dim red light
may help people to fall asleep sooner, said Dr. Ana Belo, a neurologist at the Coast Hospital.
"""
AGAIN = """Light at Night: A Second Look

Bright lamps in the evening delay sleep by 40 minutes, said Dr. Ivo Marek of Tarn University. Curtains cost 30 euros, said
Dr. Lea Holm, an economist at the Fjord School.
"""
CHOICE = "radio button|check box|checkbox"
FIELD = "text box|text|entry"
WORDS = "Bright lamps in the evening delay sleep by 40 minutes"


def library_path(session):
    return session.scratch / "home/data/purport/library.db"


def kept(session, query, *values):
    """What a query of the library's file answers, without a trace of having asked."""
    if not library_path(session).exists():
        return []
    with sqlite3.connect(f"file:{library_path(session)}?mode=ro", uri=True) as library:
        return library.execute(query, values).fetchall()


def notes(session):
    return kept(session, "SELECT kind, body, value FROM annotation WHERE NOT deleted ORDER BY id")


def open_lamps(session):
    path = session.file("lamps.txt", LAMPS)
    session.launch(path)
    return session.document("Night Light")


def open_card(session, view, words=WORDS):
    session.click_word(view, words)
    session.find(role="label", name="Your own judgement")


def restart(session, *files):
    """Closes the program as one does, and opens it anew."""
    pid = session.pid()
    session.call_action("quit")
    session.wait_for_end(pid)
    session.launch(*files)


def press(session, **wanted):
    """Turns the wheel over the pane until what is wanted is in view, and clicks it."""
    node = session.find(**wanted)
    _, _, width, height = session.active_window().extents()

    def in_view():
        x, y, _, node_height = node.extents()
        if node_height > 0 and 90 < y and y + node_height < height - 8:
            return True
        session.click_at(width - 30, height // 2, 5 if y > height // 2 else 4)
        return False

    session.wait(in_view, f"{wanted} in view")
    session.click(node)
    return node


def click_in(session, title, **wanted):
    """Clicks in a window that, without a window manager, is never the active one, whose places are known."""
    window = session.find(role="dialog|window", name=title)
    identifier = session.wait(lambda: session.xdotool("search", "--onlyvisible", "--name", f"^{re.escape(title)}$").split(), title)[-1]
    geometry = dict(line.split("=") for line in session.xdotool("getwindowgeometry", "--shell", identifier).split())
    node = session.find(**wanted)
    x, y, width, height = session.wait(lambda: node.extents()[2] > 0 and node.extents(), f"a place for {node}")
    content = window.extents()
    left = int(geometry["X"]) + (int(geometry["WIDTH"]) - content[2]) // 2
    top = int(geometry["Y"]) + (int(geometry["HEIGHT"]) - content[3]) // 2
    session.xdotool("mousemove", left + x + width // 2, top + y + height // 2, "click", 1)


def answer(session, dialog, *names):
    """Clicks on @names one after the other in a dialog that came up, which then goes."""
    for name in names:
        click_in(session, dialog, role=f"button|{CHOICE}", name=name)
    session.absent(role="dialog", name=dialog)
    session.point_at_top()


def write_note(session, text):
    """Writes where the card of the selected claim has its note."""
    session.key("ctrl+m")
    session.wait(lambda: "focused" in session.find(name="Your note", role=FIELD).states, "the field")
    session.type(text)


def test_a_note_a_judgement_and_a_speaker_come_back(session):
    view = open_lamps(session)
    open_card(session, view)
    write_note(session, "Which lamps?")
    session.find(role="label", name="Kept in your library")
    session.wait(lambda: ("note", "Which lamps?", None) in notes(session), "the note on the disk")
    session.window_picture("note")
    press(session, role="button|toggle button", name="Doubtful")
    session.wait(lambda: ("judgement", None, "doubtful") in notes(session), "the judgement on the disk")
    press(session, role=FIELD, name="Address of a source")
    session.type("example.org/lamps")
    session.key("Return")
    session.wait(lambda: kept(session, "SELECT links FROM annotation WHERE kind = 'judgement'") == [("https://example.org/lamps",)],
                 "the link on the disk")
    press(session, role="button", name="Said by…")
    session.find(role="dialog", name="Who says this?")
    session.screenshot("said-by")
    answer(session, "Who says this?", "Ana Belo", "Apply")
    session.find(role="label", name="You said: said by Ana Belo")
    session.find(role="button|link", contains="Ana Belo")
    session.window_picture("corrected")
    restart(session, session.folder / "lamps.txt")
    view = session.document("Night Light")
    session.find(role="tab", name="Notes 3")
    open_card(session, view)
    equal(session.find(role=FIELD, name="Your note").text(), "Which lamps?", "the note")
    true("pressed" in session.find(role="button|toggle button", name="Doubtful").states, "the judgement")
    session.find(role="label", name="You said: said by Ana Belo")
    session.window_picture("again")
    session.click(session.find(role="tab", name="Notes 3"))
    session.find_row("Notes", contains="Which lamps?")
    session.window_picture("notes")


desktop.run(globals())
