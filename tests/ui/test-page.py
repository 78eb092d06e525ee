#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The article's text in a real window: links, pictures, repairs, the caret, the menu, and text that runs the other way.

Usage: see desktop.py."""

import struct
import subprocess
import zlib

import desktop
from desktop import SAMPLE, equal, true

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Otters Return to the Lower Dale</title></head><body><article>
<h1>Otters Return to the Lower Dale</h1>
<p>By Nora Quill</p>
<p>Otters live again along 30 kilometres of the Lower Dale, according to <a href="https://dale.example/otters/survey">a survey of
the river</a> by the Dale Trust.</p>
<figure><img src="otter.png" alt="An otter on a stone in shallow water" width="640" height="360">
<figcaption>An otter below the weir in May.</figcaption></figure>
<p>“The water is cleaner than at any time since we began to measure,” said Dr. Petra Lund, a biologist at the trust. Cleaner
water may have brought the fish back, she said, and the fish brought the otters.</p>
<figure><img src="https://dale.example/pictures/weir.jpg" alt="The old weir seen from the bridge" width="640" height="360"></figure>
<p>Anglers are less pleased. Otters take about 1 kilogram of fish a day, said Tom Arkle of the Dale Angling Club.</p>
<p>Write to <a href="mailto:desk@dale.example">the desk</a>.</p>
</article></body></html>
"""
OTTER = "https://dale.example/otters/survey"
DAMAGED = """Gulls Learn to Read Timetables

Gulls at three harbours now arrive with the ferries, a study of 40 birds found.The birds wait on the same roofs each day,
said Dr. Ina Holt, who led the study.

“They know the hours better than I do, said Pieter Maas, a deckhand. The harbourOffice plans nothing against it.
"""
HARD_WRAPPED = """Ferries Late Again

The council of Harrow Sound met on Tuesday in the old hall.
Nobody spoke at first. Ferries may be late on 40 percent of all days in
the winter months, said Dr. Ines Falk, a planner at Sound University. Storms
could explain most of it, she said.

The boats are 30 years old.
They break down twice a month, according to a report by the harbour office. New ones might halve
the delays within a year.
"""


def white_png(width, height):
    """A picture of one bit a pixel, which takes little room while it is packed."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\xff" * (width // 8)) * height
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def page(session):
    subprocess.run(["convert", "-size", "1280x720", "gradient:#204060-#80b0a0", session.folder / "otter.png"], check=True)
    session.launch(session.file("otters.html", PAGE))
    return session.document("Otters Return")


def browser(session):
    """A browser that only writes down what it is asked to open. Returns the file it writes to."""
    asked = session.folder / "asked"
    script = session.file("browser", f'#!/bin/sh\necho "$1" >> {asked}\n')
    script.chmod(0o755)
    applications = session.scratch / "home/data/applications"
    applications.mkdir(parents=True, exist_ok=True)
    (applications / "browser.desktop").write_text(
        f"[Desktop Entry]\nType=Application\nName=Browser\nExec={script} %u\n"
        "MimeType=x-scheme-handler/http;x-scheme-handler/https;x-scheme-handler/mailto;\n")
    (session.scratch / "home/config/mimeapps.list").write_text(
        "[Default Applications]\nx-scheme-handler/https=browser.desktop\nx-scheme-handler/http=browser.desktop\n")
    return asked


def asked_for(session, path):
    return session.wait(lambda: path.exists() and path.read_text().split(), "the browser")


def point_at_word(session, view, words):
    offset = view.text().index(words) + len(words) // 2
    x, y, width, height = session.wait(lambda: view.character_extents(offset), "the place of a letter")
    session.xdotool("mousemove", *session.place(x + max(width, 2) // 2, y + height // 2))


def put_caret(session, view, words):
    """Sets the caret into @words as a screen reader does."""
    offset = view.text().index(words) + len(words) // 2
    view.call("Text", "SetCaretOffset", desktop.GLib.Variant("(i)", (offset,)))
    session.wait(lambda: view.caret() == offset, "the caret")


def to_the_end(session, view, words):
    """Goes to the article's end, where @words are; the picture above them may still be on its way, and make room for itself."""
    session.find(role="image", name="An otter on a stone in shallow water")
    offset = view.text().index(words)

    def in_view():
        session.key("ctrl+End")
        _, y, _, height = view.character_extents(offset)
        return 60 < y and y + height < session.active_window().extents()[3]

    session.wait(in_view, f"{words} in view")


def test_a_link(session):
    asked = browser(session)
    view = page(session)
    point_at_word(session, view, "a survey of")
    session.find(role="status", name=OTTER)
    session.screenshot("pointed")
    session.click_word(view, "a survey of")
    session.find(role="link", name=f"Open {OTTER}")
    session.screenshot("at-the-caret")
    true(not asked.exists(), "a click opens no browser")
    session.key("Escape")
    session.click(session.find(role="link", name=f"Open {OTTER}"))
    equal(asked_for(session, asked), [OTTER], "what the browser was asked for")


def test_a_link_by_keys(session):
    asked = browser(session)
    view = page(session)
    put_caret(session, view, "a survey of")
    session.key("ctrl+Return")
    equal(asked_for(session, asked), [OTTER], "what the browser was asked for")
    session.click(session.find(role="button", name="Copy the link’s address"))
    session.wait(lambda: session.clipboard() == OTTER, "the address on the clipboard")


def test_control_and_click_opens_a_link(session):
    asked = browser(session)
    view = page(session)
    point_at_word(session, view, "a survey of")
    session.xdotool("keydown", "ctrl", "click", 1, "keyup", "ctrl")
    equal(asked_for(session, asked), [OTTER], "what the browser was asked for")


def test_the_menu_on_a_link(session):
    asked = browser(session)
    view = page(session)
    session.click_word(view, "a survey of", button=3)
    session.find(role="menu item", name="Copy Link Address")
    session.screenshot("menu")
    session.activate(session.find(role="menu item", name="Open Link"))
    equal(asked_for(session, asked), [OTTER], "what the browser was asked for")


def test_the_menu_on_words(session):
    asked = browser(session)
    view = page(session)
    to_the_end(session, view, "Anglers are less pleased.")
    session.click_word(view, "Anglers are less pleased.")
    session.key("Home", "shift+End")
    session.key("Menu")
    session.find(role="menu item", name="Copy with Citation")
    session.screenshot("menu")
    true(not session.find_all(role="menu item", name="Open Link"), "no link is here")
    session.activate(session.find(role="menu item", name="Copy with Citation"))
    session.wait(lambda: session.clipboard().startswith("> Anglers are less"), "the words on the clipboard")
    true("— “Otters Return to the Lower Dale”" in session.clipboard(), session.clipboard())
    session.key("shift+F10")
    session.activate(session.find(role="menu item", name="Search the Web"))
    true("q=Anglers%20are%20less" in asked_for(session, asked)[0], "the words are searched for")


def test_the_menu_on_a_claim(session):
    view = page(session)
    to_the_end(session, view, "take about")
    session.click_word(view, "take about", button=3)
    session.activate(session.find(role="menu item", name="Copy with Citation"))
    session.wait(lambda: "— Tom Arkle, in “Otters Return" in session.clipboard(), "who says it")


def test_pictures(session):
    session.gtk_settings("gtk-decoration-layout=:close")
    session.expected.append("otter.png")
    page(session)
    session.find(role="image", name="An otter on a stone in shallow water")
    session.find(role="image", name="The old weir seen from the bridge")
    session.screenshot("wide")
    session.resize(370, 650)  # with the border of a display without a compositor
    session.screenshot("narrow")


def test_pictures_that_cannot_be_shown(session):
    """Each says why in its own place, and nothing of them is complained about elsewhere."""
    page = "<!DOCTYPE html><html lang='en'><head><title>Boats</title></head><body><article><h1>Boats at the Quay of Harrow</h1>"
    for name in ("gone", "broken", "huge"):
        page += (f"<p>The boats are 30 years old, said Ana Prado, a pilot at the harbour of Harrow Sound.</p><figure><img src='{name}.png' "
                 f"alt='A boat, {name}'></figure>")
    session.file("broken.png", b"\x89PNG\r\n\x1a\nno more than that")
    session.file("huge.png", white_png(8000, 8000))
    session.launch(session.file("boats.html", page + "</article></body></html>"))
    session.document("Boats at the Quay")
    for name, words in (("gone", "is not beside the page"), ("broken", "damaged or not complete"), ("huge", "8000 × 8000 pixels")):
        session.find(role="image", name=f"A boat, {name}")
        session.find(role="label", contains=words)
    session.window_picture("frames")


def test_repairs(session):
    session.launch(session.file("gulls.txt", DAMAGED))
    view = session.document("Gulls Learn")
    put_caret(session, view, "harbourOffice")
    true(not session.find_all(contains="the file has"), "repairs do not show unasked")
    session.click_word(view, "study of 40", button=3)
    session.activate(session.find(role="menu item", name="Show Repairs"))
    put_caret(session, view, "harbourOffice")
    session.find(role="status", contains="the file has “harbourOffice”")
    session.screenshot("shown")
    point_at_word(session, view, ".The")
    session.find(role="status", contains="A space is missing before this")
    equal(view.text().replace("day, said", "day,\nsaid"), DAMAGED.replace("day,\nsaid", "day,\nsaid"), "the text")


def test_caret_browsing(session):
    view = page(session)
    session.click_word(view, "Otters live")
    place = view.caret()
    session.key("Down")
    equal(view.caret(), place, "the caret while the arrows move the page")
    session.key("F7")
    session.key("Down")
    session.wait(lambda: view.caret() > place, "the caret a line down")
    session.screenshot("caret")
    session.key("shift+Right", "shift+Right", "shift+Right", "ctrl+c")
    session.wait(lambda: len(session.clipboard()) == 3, "three letters on the clipboard")
    session.key("F7")
    place = view.caret()
    session.key("Up")
    equal(view.caret(), place, "the caret after caret browsing")


def test_enter_opens_the_card(session):
    view = page(session)
    session.click_word(view, "Otters Return to")
    put_caret(session, view, "take about")
    session.key("Return")
    session.find(role="label", name="Said by")


def test_letters_can_be_switched_off(session):
    schema = "io.github.purport_reader.Purport"
    view = page(session)
    session.click_word(view, "Otters Return to")
    place = view.caret()
    session.key("j")
    session.wait(lambda: view.caret() != place, "the next claim")
    session.call_action("letter-keys")
    place = view.caret()
    session.key("j", "k", "m", "j")
    session.key("alt+Down")
    session.wait(lambda: view.caret() != place, "the next claim")
    session.key("alt+Up")
    session.wait(lambda: view.caret() == place, "where it was: the letters did nothing")


def numbered(n):
    """An article of @n paragraphs, each of which says its number."""
    return "The Count of Days\n\n" + "\n\n".join(
        f"Paragraph {i} says that the harbour was open on day {i}, according to the port office. Nobody counted the boats "
        "that came and went, and nobody was asked to." for i in range(1, n + 1)) + "\n"


def test_a_changed_file(session):
    path = session.file("days.txt", numbered(60))
    session.launch(path)
    view = session.document("The Count of Days")
    session.key("Page_Down", "Page_Down", "Page_Down", "Page_Down", "Page_Down", "Page_Down")
    session.wait(lambda: view.character_extents(0)[1] < -600, "the text scrolled")
    at = view.text().rindex("Paragraph ", 0, view.caret() + 12)
    words = view.text()[at:at + 18]
    path.write_text(numbered(66))
    session.find(role="status", name="The file was changed on disk.")
    session.screenshot("changed")
    session.click(session.find(role="button", name="Reload"))
    view = session.document("Paragraph 66 says")
    offset = view.text().index(words)
    session.wait(lambda: -100 <= view.character_extents(offset)[1] < 760, "the same place")
    session.screenshot("reloaded")
    path.unlink()
    session.find(role="status", contains="no longer there")
    true(not session.find_all(role="button", name="Reload"), "nothing to reload")
    session.screenshot("gone")
    session.click(session.find(role="button", name="Hide this message"))
    session.absent(role="status", contains="no longer there")


def test_marks_come_before_the_whole_is_read(session):
    path = session.file("days.txt", numbered(4_000))
    with session.held_reading():
        session.launch(path)
        view = session.find(name="Article")
        session.find(contains="Looking for claims")
        session.find_row("Claims", contains="on day 1.")
        values = view.call("Text", "GetAttributeRun", desktop.GLib.Variant("(ib)", (view.text().index("harbour was"), False)))[0]
        true("bg-color" in values, "the first claim is marked")
        session.screenshot("first-marks")
        session.click(session.find(role="button", name="Cancel"))
        session.absent(role="button", name="Cancel")
        session.find(role="status", contains="not read for claims")


ARABIC = """<!DOCTYPE html><html lang="ar" dir="rtl"><head><title>القوارب تعود إلى الميناء</title></head><body><article>
<h1>القوارب تعود إلى الميناء</h1>
<p>عادت القوارب إلى الميناء القديم بعد عشر سنوات، كما جاء في <a href="https://mina.example/taqrir">تقرير الميناء</a> هذا الأسبوع، وينتظر
الصيادون موسما أطول من المواسم التي سبقته.</p>
<p>A note in English stands between the paragraphs, said Ana Prado, a clerk at the port.</p>
<p>وقالت الكاتبة إن البحر كان هادئا طوال الشهر.</p></article></body></html>
"""


def test_text_from_right_to_left(session):
    session.launch(session.file("mina.html", ARABIC))
    view = session.document("القوارب تعود")
    x, _, width, _ = view.extents()
    first = view.character_extents(view.text().index("عادت"))
    true(first[0] > x + width / 2, "an Arabic paragraph begins at the right")
    point_at_word(session, view, "تقرير الميناء")
    session.find(role="status", name="https://mina.example/taqrir")
    session.screenshot("arabic-text")


def test_a_window_from_right_to_left(session):
    session.gtk_settings("gtk-decoration-layout=close:")
    locale = subprocess.run(["localedef", "-i", "ar_EG", "-f", "UTF-8", session.folder / "ar_EG.UTF-8"], capture_output=True)
    if not (session.folder / "ar_EG.UTF-8").exists():
        print("# no Arabic locale here:", locale.stderr.decode()[:200])
        return
    session.environment(LOCPATH=str(session.folder), LANGUAGE="ar", LC_ALL="ar_EG.UTF-8")
    try:
        session.launch(SAMPLE)
        view = session.wait(lambda: session.find_all(role="document"), "the article")[0]
        session.wait(lambda: "Short Walks" in view.text(), "its text")
        x, _, width, _ = view.extents()
        true(x > 200, "the article is at the right of the pane")
        session.key("alt+Down")
        session.wait(lambda: view.caret() > 0, "a claim is selected")
        session.screenshot("window")
    finally:
        session.environment(LANGUAGE="", LC_ALL="C.UTF-8", LOCPATH="")


def test_letters_keep_their_size(session):
    """GTK 4.8 gives a line that it lays out anew the style at the end of the last one that it laid out, wherever that was,
    unless a tag begins or ends at the line's beginning: small letters, if that was an empty line, which is low."""
    session.launch(session.file("ferries.txt", HARD_WRAPPED))
    view = session.document("Ferries Late Again")
    text = view.text()
    body = text.index("The council")

    def heights():
        return {view.character_extents(offset)[3] for offset in range(body, len(text)) if text[offset].isalpha()}

    wanted = heights()
    equal(len(wanted), 1, "heights of letters")
    session.click_word(view, "Nobody spoke")
    blank_lines = [offset for offset in range(body - 1, len(text) - 1) if text[offset - 1:offset + 1] == "\n\n"]
    for offset in blank_lines:
        view.call("Text", "SetCaretOffset", desktop.GLib.Variant("(i)", (offset,)))
        session.wait(lambda: view.caret() == offset, "the caret")
        session.key("j")
        session.wait(lambda: view.caret() != offset, "the next claim")
        session.screenshot("stepped")
        equal(heights(), wanted, "heights of letters after a step to the next claim")


def test_paragraphs_stand_apart(session):
    """With a blank line between them or without; items of a list keep together."""
    session.launch(session.file("rules.txt", "Harbour Rules\n\nGuests tie up at the quay.\nThe fee is due at noon. " + "Gulls are not fed. " * 6 +
                                "\nThree things help:\n- a rope\n- a coin\n- patience\n"))
    view = session.document("Harbour Rules")

    def top_of(words):
        return view.character_extents(view.text().index(words))[1]

    def distances():
        """Between paragraphs, between items of the list, and between the lines of a paragraph."""
        text = view.text()
        long = range(text.index("The fee"), text.index("Three"))
        lines = sorted({view.character_extents(offset)[1] for offset in long})
        return top_of("The fee") - top_of("Guests"), top_of("a coin") - top_of("a rope"), lines[1] - lines[0]

    def is_set():
        paragraphs, items, lines = distances()
        return paragraphs >= lines + 6 and items < paragraphs

    # Lines that were not laid out yet have heights that are only guessed.
    session.wait(is_set, f"paragraphs apart: {distances()}")


desktop.run(globals())
