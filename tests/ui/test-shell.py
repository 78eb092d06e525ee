#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was open comes back, at its place; print, help, addresses, the first page. Usage: see desktop.py."""

import json
import shutil
import subprocess

import desktop
from desktop import SAMPLE, equal, true

LONG = "A Long Day on the Ferry\n\n" + "\n\n".join(
    f"The boat left pier {number} at noon, and nobody on it knew why the {number} crates were heavy." for number in range(1, 120)) + "\n"


def top_words(view):
    """The words of the first line of the article that shows, whole or in part."""
    text = view.text()
    _, y, _, _ = view.parent.parent.extents()
    low, high = 0, len(text) - 1
    while high - low > 1:
        middle = (low + high) // 2
        _, top, _, height = view.character_extents(middle)
        if top + height <= y:
            low = middle
        else:
            high = middle
    return text[high:high + 24]


def test_the_place_and_the_tabs_come_back(session):
    ferry = session.file("ferry.txt", LONG)
    session.launch(SAMPLE)
    session.document("Short Walks")
    session.launch(ferry)
    view = session.document("A Long Day")
    session.key("F9")
    session.absent(role="tab list")
    session.key("ctrl+plus", "ctrl+plus")
    for page in range(4):
        caret = view.caret()
        session.key("Page_Down")
        session.wait(lambda: view.caret() > caret, f"page {page + 2}")
    session.resize(900, 600)
    session.wait(lambda: view.extents()[2] < 900, "a narrower text")
    words = top_words(view)
    true("A Long" not in words and "pier 1 " not in words, "a place further down")
    session.window_picture("left")
    session.click(session.find(role="button", name="Close"))
    session.wait(lambda: session.pid() is None, "the end")
    session.launch()
    view = session.document("A Long Day")
    session.wait(lambda: top_words(view) == words, f"the same line at the top: {words}")
    session.window_picture("restored")
    equal(session.toplevel()[3:], (900, 600), "the size of the window")
    session.absent(role="tab list")
    tabs = {node.name for node in session.tree() if node.name.startswith(("Short Walks", "A Long Day")) and node.role == "widget"}
    equal(len(tabs), 2, "tabs")
    session.key("ctrl+q")
    session.wait(lambda: session.pid() is None, "the end")
    # The article grew at its beginning: the place is the same words.
    ferry.write_text(LONG.replace("\n\nThe boat", "\n\nWhat follows was written on deck.\n\nIt rained.\n\nThe boat", 1))
    session.launch(ferry)
    view = session.document("What follows")
    session.wait(lambda: top_words(view) == words, f"the same line at the top of the changed article: {words}")


def test_no_writable_home(session):
    state = session.scratch / "home/state"
    state.rmdir()
    state.write_text("not a folder")
    try:
        session.launch(SAMPLE)
        session.document("Short Walks")
        session.find(contains="cannot be kept")
        session.window_picture("said")
        session.end()
    finally:
        state.unlink()


def test_windows_and_their_keys(session):
    session.launch(SAMPLE)
    session.document("Short Walks")
    session.key("ctrl+n")
    session.wait(lambda: len(session.windows()) == 2, "a second window")
    session.point_at_top()
    session.find(name="See Who Claims What")
    session.key("ctrl+w")
    session.back_to_article()
    session.key("ctrl+q")
    session.wait(lambda: session.pid() is None, "the end")


def click_in_dialog(session, node):
    """GTK 4.8 does not tell that its own dialogs are windows, let alone active ones."""
    above = node
    while above.parent.role != "application":
        above = above.parent
    identifier = session.xdotool("search", "--onlyvisible", "--all", "--pid", session.pid(), "--name", ".").split()[-1]
    place = dict(line.split("=") for line in session.xdotool("getwindowgeometry", "--shell", identifier).split())
    _, _, width, height = above.extents()
    x, y, node_width, node_height = node.extents()
    session.xdotool("mousemove", int(place["X"]) + (int(place["WIDTH"]) - width) // 2 + x + node_width // 2,
                    int(place["Y"]) + (int(place["HEIGHT"]) - height) // 2 + y + node_height // 2, "click", 1)
    session.wait(lambda: "checked" not in node.current_states(), f"{node} off")


def export(session, path, *without):
    session.key("F10")
    session.activate(session.find(role="menu item|button", name="Export"))
    session.activate(session.find(role="menu item|button", name="PDF…"))
    session.find(name="Export as PDF")
    session.point_at_top()
    for choice in without:
        click_in_dialog(session, session.find(role="check box|checkbox", name=choice))
    if without:
        session.key("alt+n")
    session.key("ctrl+a")
    session.type(str(path))
    session.key("Return")
    session.wait(lambda: path.exists() and path.read_bytes().rstrip().endswith(b"%%EOF"), "the PDF")
    return json.loads(subprocess.run(["purport-cli", "read", "--format=json", path], check=True, capture_output=True).stdout)["article"]["text"]


def test_export_as_pdf(session):
    session.launch(SAMPLE)
    session.document("Short Walks")
    path = session.folder / "walks.pdf"
    text = " ".join(export(session, path).split())
    for words in ("Short Walks After Dinner", "Half of them were asked to walk", "Marks are made automatically and can be wrong",
                  "no evidence given"):
        true(words in text, f"“{words}” in the print")
    shutil.copy(path, session.artefacts / f"{session.name}.pdf")
    true("1. " in text and "Ingrid Solheim · firm" in text, "the appendix says who claims what")


def test_export_without_marks_and_appendix(session):
    session.launch(SAMPLE)
    session.document("Short Walks")
    text = export(session, session.folder / "plain.pdf", "Claims as an appendix", "Marks of the claims")
    true("Half of them were asked to walk" in " ".join(text.split()), "the article")
    true("Marks are made automatically" not in text and "no evidence given" not in text, "no appendix")


def test_print_dialog(session):
    session.launch(SAMPLE)
    session.document("Short Walks")
    session.key("ctrl+p")
    session.wait(lambda: len(session.windows()) == 2, "the print dialog")
    session.find(name="Print to File")
    session.screenshot("dialog")
    session.point_at_top()
    session.key("Escape")
    session.back_to_article()


def test_help(session):
    session.launch(SAMPLE)
    session.document("Short Walks")
    session.key("F1")
    session.dialog("Help")
    session.find(role="label", name="Marks are made automatically and can be wrong. Unmarked text has not been checked.")
    session.find(role="label", contains="Dotted: a tentative claim")
    session.find(role="label", contains="Nothing leaves your computer.")
    session.window_picture("help")
    session.resize(370, 600)
    session.window_picture("narrow")
    session.key("Escape")
    session.back_to_article()


def test_an_address_is_opened_only_when_asked(session):
    session.launch()
    session.find(name="See Who Claims What")
    session.window_picture("first-page")
    session.key("F10")
    session.activate(session.find(role="menu item|button", contains="Open Address"))
    session.wait(lambda: len(session.windows()) == 2, "the dialog")
    session.point_at_top()
    entry = session.find(role="text box|entry", contains="Address of the page")
    session.screenshot("address")

    def ready():
        windows = [node for node in session.tree() if node.parent is not None and node.parent.role == "application"]
        return any("sensitive" in node.states for node in session.find_all(role="button", name="Open", within=windows[-1]))

    true(not ready(), "nothing to open yet")
    true("focused" in entry.current_states(), "the focus in the entry")
    session.type("127.0.0.1:9/walks")
    session.wait(ready, "an address")
    session.key("Return")
    session.find(role="group|label", name="This cannot be shown")
    session.screenshot("unreachable")


def test_full_screen(session):
    """Without a window manager nothing gets larger; what it is asked to do can be heard at the root window."""
    if shutil.which("xev") is None:
        raise desktop.Skip("there is no xev")
    session.launch(SAMPLE)
    session.document("Short Walks")
    heard = session.folder / "heard"
    with open(heard, "wb") as log:
        listener = subprocess.Popen(["stdbuf", "-oL", "xev", "-root", "-event", "substructure"], stdout=log)
        try:

            def asked():
                session.key("F11")  # again until the listener listens, which it does not tell
                return "_NET_WM_STATE)" in heard.read_text()

            session.wait(asked, "the wish to fill the screen")
        finally:
            listener.terminate()
            listener.wait()


desktop.run(globals())
