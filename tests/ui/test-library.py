#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What readers write is kept: notes, judgements and corrections; the library's window; exports; private windows.

Usage: see desktop.py."""

import contextlib
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
AGAIN = """<html lang=en><head><title>A Second Look at Lamps</title></head><body><h1>A Second Look at Lamps</h1>
<p>Bright lamps in the evening delay sleep by 40 minutes, said Dr. Ivo Marek of Tarn University.</p>
<p>Curtains cost 30 euros, said Dr. Lea Holm, an economist at the Fjord School.</p></body></html>
"""
WINDOW = "window|dialog|widget"
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
    window = session.find(role=WINDOW, name=title)
    identifier = session.wait(lambda: session.xdotool("search", "--onlyvisible", "--name", f"^{re.escape(title)}$").split(), title)[-1]
    geometry = dict(line.split("=") for line in session.xdotool("getwindowgeometry", "--shell", identifier).split())
    node = session.find(**wanted)
    x, y, width, height = session.wait(lambda: node.extents()[2] > 0 and node.extents(), f"a place for {node}")
    content = window.extents()
    left = int(geometry["X"]) + (int(geometry["WIDTH"]) - content[2]) // 2
    top = int(geometry["Y"]) + (int(geometry["HEIGHT"]) - content[3]) // 2
    session.xdotool("mousemove", left + x + width // 2, top + y + height // 2, "click", 1)


def to_top(session):
    """What a window manager does when a dialog has gone: the window below has the keys again."""

    def active():
        session.point_at_top()
        windows = session.xdotool("search", "--onlyvisible", "--all", "--pid", session.pid(), "--name", ".").split()
        session.xdotool("windowfocus", max(windows, key=int))  # the one that was made last
        return session.active_window()

    session.wait(active, "an active window")


def answer(session, dialog, *names):
    """Clicks on @names one after the other in a dialog that came up, which then goes."""
    for name in names:
        click_in(session, dialog, role=f"button|{CHOICE}", name=name)
    session.absent(role="dialog", name=dialog)

    to_top(session)


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
    session.find(role=WINDOW, name="Library")


def row(session, **wanted):
    def find():
        return [item for rows in session.find_all(role="list", name="Library")
                for item in session.find_all(role="list item", within=rows, **wanted)]

    return session.wait(find, f"a row {wanted}")[0]


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
    session.find(role="label", name="Deleted")
    session.click(session.find(role="button", name="Undo"))
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
    session.click(session.find(role="button", name="Undo"))
    session.wait(lambda: kept(session, "SELECT id FROM article WHERE NOT deleted") == [], "an empty library")
    equal(notes(session), [], "notes")
    pid = session.pid()
    session.call_action("quit")
    session.wait_for_end(pid)
    equal(kept(session, "SELECT id FROM article"), [], "what was removed is gone for good")


def test_the_library(session):
    keep(session, "lamps.txt", LAMPS, "Night Light")
    keep(session, "again.html", AGAIN, "A Second Look")
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
    # The article's own window may still offer to undo the keeping.
    library = session.find(role=WINDOW, name="Library")
    session.activate(session.find(role="button", name="Undo", within=library))
    session.wait(lambda: len(kept(session, "SELECT id FROM article WHERE NOT deleted")) == 2, "both articles")
    row(session, contains="A Second Look")


def test_a_source_in_all_articles(session):
    keep(session, "again.html", AGAIN, "A Second Look")
    view = open_lamps(session)
    session.key("ctrl+d")
    open_card(session, view)
    session.find(role="label", name="Elsewhere in your library")
    session.window_picture("elsewhere")
    press(session, role="button|link", name="All that Ivo Marek says in your library")
    session.find(role=WINDOW, name="Library")
    row(session, contains="A Second Look")
    session.screenshot("source")


def traces(session):
    """What of the words is in any file of the home, in the file's text or raw."""
    found = []
    for path in (session.scratch / "home").rglob("*"):
        if path.is_file() and any(words in path.read_bytes() for words in (b"lamps", b"Night Light", b"Which one")):
            found.append(path)
    return found


def test_a_private_window_leaves_no_trace(session):
    path = session.file("lamps.txt", LAMPS)
    # As the desktop's menu starts it: the bus starts the program, and the private window is the only one.
    arguments = desktop.GLib.Variant("(sava{sv})", ("new-private-window", [], {}))
    session.session.call_sync(desktop.APPLICATION_ID, desktop.OBJECT_PATH, "org.freedesktop.Application", "ActivateAction",
                              arguments, None, desktop.Gio.DBusCallFlags.NONE, 60_000, None)
    session.find(role="status", contains="Private window")
    session.set_clipboard(LAMPS)
    session.key("ctrl+v")
    view = session.document("Night Light")
    session.screenshot("private")
    open_card(session, view)
    write_note(session, "Which one?")
    session.find(role="status", contains="Private window: it is gone")
    session.key("ctrl+o")
    session.find(name="Open an Article")
    session.point_at_top()
    session.type(str(path))
    session.find(role="text box", name="GtkFileChooserEntry")
    session.key("Return")
    session.absent(name="Open an Article")
    session.wait(lambda: len({node.path for node in session.tree() if node.name == "Close tab"}) == 2, "two tabs")
    pid = session.pid()
    session.call_action("quit")
    session.wait_for_end(pid)
    equal(traces(session), [], "files with what was read and written")
    true(not library_path(session).exists(), "there is no library")


def test_another_program_writes(session):
    view = open_lamps(session)
    session.key("ctrl+d")
    session.wait(lambda: kept(session, "SELECT id FROM article"), "the article")
    other = sqlite3.connect(library_path(session), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    open_card(session, view)
    write_note(session, "Which lamps?")
    session.find(role="status", contains="Not kept yet")
    session.find(role="label", contains="Another program is writing")
    session.window_picture("locked")
    other.execute("ROLLBACK")
    other.close()
    session.click(session.find(role="button", name="Try Again"))
    session.wait(lambda: ("note", "Which lamps?", None) in notes(session), "the note on the disk")
    session.find(role="status", name="Kept in your library")


def test_a_home_that_cannot_be_written(session):
    library_path(session).parent.parent.mkdir(exist_ok=True)
    library_path(session).parent.write_text("")  # no folder can be made here, not even by root
    view = open_lamps(session)
    open_card(session, view)
    write_note(session, "Which lamps?")
    session.find(role="status", contains="Not kept yet")
    session.find(role="label", contains="may not be written to")
    session.window_picture("read-only")


def test_a_text_file_in_place_of_the_library(session):
    library_path(session).parent.mkdir(parents=True)
    library_path(session).write_text("My shopping list: bread, salt, and a good deal more of it, to fill a page.\n")
    open_lamps(session)
    session.find(role="label", contains="no library of Purport")
    session.key("ctrl+shift+l")
    session.find(role=WINDOW, name="Library")
    session.find(contains="Nothing was changed or deleted")
    session.screenshot("error")
    equal(library_path(session).read_text()[:16], "My shopping list", "the file")


def test_a_role_and_an_affiliation(session):
    view = open_lamps(session)
    for words, item, dialog, source in (("neurologist", "Role", "Whose role is this?", "Ivo Marek"),
                                        ("Hospital", "Affiliation", "Whose affiliation is this?", "Ivo Marek")):
        x, y, _, height = view.character_extents(view.text().index(words) + 4)
        session.click_at(x, y + height // 2, repeat=2)
        session.key("F10")
        session.activate(session.find(role="menu item", contains="On the Se"))
        session.activate(session.find(role="menu item", contains=item))
        session.find(role="dialog", name=dialog)
        session.screenshot("whose")
        answer(session, dialog, source, "Apply")
        session.wait(lambda: (item.lower(), None, source) in notes(session), f"the {item} on the disk")
    restart(session, session.folder / "lamps.txt")
    session.document("Night Light")
    session.click(session.find(role="tab", contains="Experts"))
    marek = session.find_row("Experts", contains="Ivo Marek")
    true("neurologist" in marek.name and "Hospital" in marek.name, f"what was said of him: {marek.name}")
    session.window_picture("experts")


def test_a_damaged_library(session):
    keep(session, "lamps.txt", LAMPS, "Night Light")
    pid = session.pid()
    session.call_action("quit")
    session.wait_for_end(pid)
    with contextlib.closing(sqlite3.connect(library_path(session))) as library:
        library.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    page, damaged = 4096, library_path(session).read_bytes()
    true(len(damaged) > 20 * page, f"the library has pages: {len(damaged)}")
    damaged = damaged[:page] + b"\xa5" * (len(damaged) - page)
    library_path(session).write_bytes(damaged)
    session.launch(session.folder / "lamps.txt")
    session.document("Night Light")
    session.find(role="label", contains="Your library is damaged")
    session.key("ctrl+shift+l")
    session.find(role=WINDOW, name="Library")
    session.find(contains="Nothing was changed or deleted")
    session.screenshot("error")
    equal(library_path(session).read_bytes(), damaged, "the file")


def fill_the_disk(folder):
    """Leaves no room. Returns the file that takes it."""
    path = folder / "fill"
    with contextlib.suppress(OSError), open(path, "wb", buffering=0) as fill:
        while fill.write(bytes(4096)) > 0:
            pass
    return path


def test_a_full_disk(session):
    folder = library_path(session).parent
    folder.mkdir(parents=True)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder], capture_output=True).returncode != 0:
        raise desktop.Skip("a small disk cannot be mounted here")
    try:
        view = open_lamps(session)
        session.key("ctrl+d")
        session.wait(lambda: kept(session, "SELECT id FROM article WHERE kept"), "the article")
        fill = fill_the_disk(folder)
        open_card(session, view)
        write_note(session, "Which lamps?")
        session.find(role="status", contains="Not kept yet")
        session.find(role="label", contains="no room on the disk")
        session.window_picture("full")
        fill.unlink()
        session.click(session.find(role="button", name="Try Again"))
        session.wait(lambda: ("note", "Which lamps?", None) in notes(session), "the note on the disk")
        session.find(role="status", name="Kept in your library")
        session.end()
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def save_as(session, path):
    """Answers the dialog for a file to write."""
    session.point_at_top()
    session.wait(lambda: any("focused" in node.current_states() for node in session.find_all(role=FIELD)), "the name's field")
    session.key("ctrl+a")
    session.type(str(path))
    session.key("Return")
    session.wait(path.exists, f"{path}")


def test_export_backup_and_import(session):
    view = open_lamps(session)
    open_card(session, view)
    write_note(session, "Which lamps?")
    session.wait(lambda: notes(session), "the note on the disk")
    session.key("F10")
    session.activate(session.find(role="menu item", contains="Export"))
    session.activate(session.find(role="menu item", contains="Your"))
    session.find(name="Export")
    page = session.scratch / "files/lamps.notes.md"
    save_as(session, page)
    true("Which lamps?" in page.read_text(), "the note is in the export")
    to_top(session)
    session.key("ctrl+shift+l")
    session.find(role=WINDOW, name="Library")
    row(session, contains="Night Light")
    click_in(session, "Library", role="button|toggle button", name="Library menu")
    session.activate(session.find(role="menu item", contains="Back"))
    session.find(name="Back Up the Library")
    backup = session.scratch / "files/backup.db"
    save_as(session, backup)
    session.find(role="label", contains="The whole library is in")
    pid = session.pid()
    session.call_action("quit")
    session.wait_for_end(pid)
    for path in library_path(session).parent.iterdir():
        path.unlink()
    session.launch()
    session.document("Night Light")
    session.absent(role="tab", contains="Notes")
    to_top(session)
    session.key("ctrl+shift+l")
    session.find(contains="Nothing Kept Yet")
    click_in(session, "Library", role="button|toggle button", name="Library menu")
    session.activate(session.find(role="menu item", contains="Import"))
    session.find(name="Import a Backup")
    session.point_at_top()
    session.type(str(backup))
    session.find(role="text box", name="GtkFileChooserEntry")
    session.key("Return")
    session.wait(lambda: ("note", "Which lamps?", None) in notes(session), "the note in the new library")
    row(session, contains="Night Light")


desktop.run(globals())
