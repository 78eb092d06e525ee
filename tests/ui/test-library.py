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
    try:
        with sqlite3.connect(f"file:{library_path(session)}?mode=ro", uri=True) as library:
            return library.execute(query, values).fetchall()
    except sqlite3.OperationalError:  # it is being made
        return []


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

    def active():
        session.xdotool("mousemove", 1, desktop.SCREEN[1] - 2)
        session.point_at_top()
        return session.active_window()

    session.wait(active, "the window below")


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


def keep(session, name, text, words):
    """Opens a file and keeps it; its path."""
    path = session.file(name, text)
    session.launch(path)
    session.document(words)
    session.key("ctrl+d")
    session.wait(lambda: kept(session, "SELECT id FROM article WHERE kept AND NOT deleted AND text LIKE ?", f"%{words}%"), "the article")
    return path


def open_library(session):
    session.key("ctrl+shift+l")
    session.find(role="window", name="Library")


def row(session, **wanted):
    rows = session.find(role="list", name="Library")
    return session.wait(lambda: session.find_all(role="list item", within=rows, **wanted), f"a row {wanted}")[0]


def search(session, words):
    click_in(session, "Library", name="Search the library", role="text box|text|entry|search box|panel|group|widget")
    session.key("ctrl+a")
    session.type(words)


def test_a_note_on_any_words_and_its_deletion_undone(session):
    view = open_lamps(session)
    start = view.text().index("neurologist")
    x, y, _, height = view.character_extents(start + 4)
    session.click_at(x, y + height // 2, repeat=2)
    session.key("ctrl+m")
    session.find(role="dialog", name="Your Note")
    session.wait(lambda: session.point_at_top() or "focused" in session.find(name="Your note", role=FIELD).states, "the field")
    session.type("Not a sleep researcher <b>")
    session.wait(lambda: ("note", "Not a sleep researcher <b>", None) in notes(session), "the note on the disk")
    session.screenshot("dialog")
    answer(session, "Your Note", "Done")
    session.click(session.find(role="tab", name="Notes 1"))
    equal(kept(session, "SELECT quote FROM annotation"), [("neurologist",)], "what it is on")
    session.find_row("Notes", contains="<b>")
    session.window_picture("list")
    session.click(session.find(role="button", name="Delete the note"))
    session.wait(lambda: notes(session) == [], "the deletion on the disk")
    session.absent(role="tab", contains="Notes")
    session.click(session.find(role="button", contains="Undo"))
    session.find(role="tab", name="Notes 1")
    session.wait(lambda: len(notes(session)) == 1, "the note back on the disk")


def test_what_is_no_claim_and_what_is_one(session):
    view = open_lamps(session)
    open_card(session, view)
    press(session, role="button", name="Not a Claim")
    session.find(role="tab", name="Claims 1")
    session.wait(lambda: ("not-a-claim", None, None) in notes(session), "the correction on the disk")
    restart(session, session.folder / "lamps.txt")
    view = session.document("Night Light")
    session.find(role="tab", name="Claims 1")
    x, y, _, height = view.character_extents(view.text().index("neurologist") + 4)
    session.click_at(x, y + height // 2, repeat=3)
    session.key("F10")
    session.window_picture("menu")
    session.activate(session.find(role="menu item", contains="On the Se"))
    session.activate(session.find(role="menu item", contains="Mark as a"))
    session.wait(lambda: ("claim", None, None) in notes(session), "the mark on the disk")


def test_undoing_the_first_note_keeps_nothing(session):
    view = open_lamps(session)
    open_card(session, view)
    write_note(session, "No.")
    session.find(role="label", contains="Kept in your library")
    session.click(session.find(role="button", contains="Undo"))
    session.wait(lambda: kept(session, "SELECT id FROM article WHERE NOT deleted") == [], "an empty library")
    equal(notes(session), [], "notes")
    pid = session.pid()
    session.call_action("quit")
    session.wait_for_end(pid)
    equal(kept(session, "SELECT id FROM article"), [], "what was removed is gone for good")


def test_the_library(session):
    keep(session, "lamps.txt", LAMPS, "Night Light")
    keep(session, "again.txt", AGAIN, "Light at Night")
    open_library(session)
    row(session, contains="Night Light and Sleep")
    row(session, contains="A Second Look")
    session.screenshot("list")
    search(session, "lamps")
    row(session, contains="Claim")
    session.screenshot("found")
    search(session, "Holm")
    row(session, contains="Lea Holm")
    search(session, "nothing of the kind")
    session.find(contains="Nothing Found")
    session.key("ctrl+a", "BackSpace")
    row(session, contains="A Second Look")
    session.activate(session.find_all(role="button", name="Compare")[0])
    session.find(contains="Choose an article to compare")
    session.activate(session.find_all(role="button", name="Compare")[1])
    session.find(role="label", contains="Only in “Night Light and Sleep”")
    session.find(role="label", contains="30 euros")
    session.screenshot("compared")
    click_in(session, "Library", role="button", name="Back to the library")
    row(session, contains="A Second Look")
    session.activate(session.find_all(role="button", name="Delete")[0])
    session.wait(lambda: len(kept(session, "SELECT id FROM article WHERE NOT deleted")) == 1, "one article")
    session.find(contains="Deleted “")
    session.screenshot("deleted")
    session.activate(session.find(role="button", contains="Undo"))
    session.wait(lambda: len(kept(session, "SELECT id FROM article WHERE NOT deleted")) == 2, "both articles")
    row(session, contains="A Second Look")


def test_a_source_in_all_articles(session):
    keep(session, "again.txt", AGAIN, "Light at Night")
    view = open_lamps(session)
    session.key("ctrl+d")
    open_card(session, view)
    session.find(role="label", name="Elsewhere in your library")
    session.window_picture("elsewhere")
    press(session, role="button|link", name="All that Ivo Marek says in your library")
    session.find(role="window", name="Library")
    row(session, contains="A Second Look")
    session.screenshot("source")


desktop.run(globals())
