#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What else people open: broken things, each answered by a page that names the file and says what to do; huge ones; and
windows that are closed while the program is still at work. Usage: see desktop.py."""

import os
import subprocess
import time

import desktop
from desktop import SAMPLE, equal, true

ADVICE = {
    "missing": "open it from its new place",
    "folder": "Choose a file",
    "unreadable": "permission",
    "empty": "Choose another file",
    "binary": "Choose a text file",
    "encoding": "UTF-8",
    "large": "64 MB",
}


def expect_page(session, name, *words):
    """The page of an error that names the file and says what to do; nothing else shows."""
    session.find(role="group|label", name="This cannot be shown")
    page = session.find(role="label", contains=words[0])
    for word in (name, *words):
        true(word in page.name, f"“{word}” stands in “{page.name}”")
    session.find(role="button", name="Open Another File…")
    session.screenshot(name.split(".")[0])
    # The window goes on: a good file opens beside the bad one.
    session.launch(SAMPLE)
    session.document("Short Walks")


def test_a_missing_file(session):
    session.launch(session.folder / "gone.txt")
    expect_page(session, "gone.txt", ADVICE["missing"])


def test_a_folder(session):
    (session.folder / "letters").mkdir()
    session.launch(session.folder / "letters")
    expect_page(session, "letters", ADVICE["folder"])


def test_an_unreadable_file(session):
    path = session.file("locked.txt", "Not for you.\n")
    path.chmod(0)
    if os.access(path, os.R_OK):  # root reads everything: what the kernel refuses even to root stands in
        path = "/proc/self/mem"
        session.launch(path)
        session.find(role="group|label", name="This cannot be shown")
        session.screenshot("unreadable")
        return
    session.launch(path)
    expect_page(session, "locked.txt", ADVICE["unreadable"])


def test_an_empty_file(session):
    session.launch(session.file("nothing.txt", ""))
    expect_page(session, "nothing.txt", ADVICE["empty"])


def test_a_binary_file(session):
    session.launch(session.file("picture.txt", b"\x7fELF\x02\x01\x01\0\0\0" + bytes(range(256)) * 40))
    expect_page(session, "picture.txt", ADVICE["binary"])


def test_mostly_invalid_utf8(session):
    session.launch(session.file("damaged.txt", b"An \xc3( \xa0\xa1 \x81\x82\x83\n" * 200))
    expect_page(session, "damaged.txt", ADVICE["encoding"])


def test_a_little_invalid_utf8(session):
    session.launch(session.file("nearly.txt", SAMPLE.read_bytes().replace(b"the table", b"the t\xe9ble")))
    view = session.document("Short Walks")
    true("the t\ufffdble" in view.text() or "the téble" in view.text(), "the bad byte is replaced")


def test_nul_bytes(session):
    session.launch(session.file("nul.txt", b"Half a text\0 and then a hole\0\0\0.\n"))
    expect_page(session, "nul.txt", ADVICE["binary"])


def test_four_sparse_gigabytes(session):
    path = session.file("sparse.txt", "")
    os.truncate(path, 4 << 30)
    session.launch(path)
    expect_page(session, "sparse.txt", ADVICE["large"])


def test_a_fifo_and_a_device(session):
    path = session.folder / "pipe.txt"
    os.mkfifo(path)
    session.launch(path)
    expect_page(session, "pipe.txt", ADVICE["folder"])
    session.launch("/dev/zero")
    session.find(role="label", contains="/dev/zero")
    session.screenshot("device")


def test_one_megabyte_in_one_line(session):
    sentence = "The river rose by about 40 centimetres in a day, said Ana Prado, a hydrologist at the Water Board. "
    session.launch(session.file("line.txt", sentence * (1_000_000 // len(sentence))))
    view = session.wait(lambda: session.find_all(name="Article"), "the article")[0]
    session.screenshot("top")
    session.key("ctrl+End")
    length = view.property("Text", "CharacterCount")
    session.wait(lambda: view.caret() == length, "the caret at the end")
    session.wait(lambda: 0 < view.character_extents(length - 3)[1] < 900, "the end in view")
    session.screenshot("end")
    session.key("ctrl+Home", "Page_Down", "Page_Down")
    session.wait(lambda: 0 < view.caret() < length // 2, "two pages down")


def large(session):
    """An article long enough to be read in several steps."""
    paragraph = SAMPLE.read_text().split("\n\n", 3)[3]
    return session.file("large.txt", paragraph * (1_000_000 // len(paragraph.encode()) + 1))


def test_another_language(session):
    session.launch(session.file("seen.txt", "Die Seen frieren später zu\n\nDas Eis auf den Seen im Norden ist dünner als vor "
                                "fünfzig Jahren, und die Fische leiden darunter, sagt eine Forscherin aus der Stadt.\n"))
    session.document("Die Seen")
    session.find(contains="does not seem to be in English")
    session.screenshot("unmarked")


def test_closing_in_the_middle(session):
    path = large(session)
    with session.held_reading():
        session.launch(path)
        session.find(role="button", name="Cancel")
        view = session.find(name="Article")
        session.key("Page_Down")
        session.wait(lambda: view.caret() > 0, "an answer to a key")
        session.screenshot("reading")
        pid = session.pid()
        session.click(session.find(role="button", name="Close"))
    session.wait_for_end(pid)
    session.check_log()


def test_cancelling_and_closing_the_tab_in_the_middle(session):
    path = large(session)
    with session.held_reading():
        session.launch(path)
        session.activate(session.find(role="button", name="Cancel"))
        session.absent(role="button", name="Cancel")
        session.find(role="status", contains="not read for claims")
        session.screenshot("cancelled")
    session.launch(session.file("other.txt", SAMPLE.read_text()))
    session.document("Short Walks")
    session.key("ctrl+w", "ctrl+w")
    session.find(name="See Who Claims What")


def test_a_file_is_dropped(session):
    session.launch()
    session.find(name="See Who Claims What")
    source = subprocess.Popen([os.environ["PURPORT_UI_DRAG_SOURCE"], SAMPLE])
    try:
        window = session.wait(lambda: session.xdotool("search", "--onlyvisible", "--name", "^drag-source$").split(), "what to drag")[0]
        session.xdotool("windowmove", window, 1200, 780)
        session.wait(lambda: "X=1200" in session.xdotool("getwindowgeometry", "--shell", window), "its place")
        session.xdotool("mousemove", 1250, 820, "mousedown", 1)
        for step in range(1, 26):  # a drag begins after some motion, and targets answer each
            session.xdotool("mousemove", 1250 - 28 * step, 820 - 16 * step)
        session.screenshot("over-the-window")
        # The target says whether it takes what is over it; a drop before that is none.
        end = time.monotonic() + desktop.TIMEOUT
        while not session.find_all(name="Article") and time.monotonic() < end:
            session.xdotool("mousemove_relative", "--", 3, 0, "mousemove_relative", "--", -3, 0)
            session.xdotool("mouseup", 1)
            for _ in range(20):
                if session.find_all(name="Article"):
                    break
            else:
                session.xdotool("mousemove", 1250, 820, "mousedown", 1)
                for step in range(1, 26):
                    session.xdotool("mousemove", 1250 - 28 * step, 820 - 16 * step)
        view = session.document("Short Walks")
        equal(view.text(), SAMPLE.read_text(), "the text")
    finally:
        source.terminate()
        source.wait()


desktop.run(globals())
