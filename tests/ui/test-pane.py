#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Marks in every style, measured in pixels; the pages of the pane; the strip; find's expressions and list; a narrow window.

Usage: see desktop.py."""

import base64
import subprocess
from collections import Counter

import desktop
from desktop import SAMPLE, equal, true

HEDGED = """Night Light and Sleep

Bright lamps in the evening delay sleep by 40 minutes, said Dr. Ivo Marek, a sleep researcher at Tarn University. Dim red light
may help people to fall asleep sooner, said Dr. Ana Belo, a neurologist at the Coast Hospital. “Lamps do not delay sleep at
all,” said Dr. Olu Dada, a physicist at the Light Institute who disputes the work of Marek.
"""


def luminance(color):
    """Relative luminance as WCAG 2.1 has it."""
    channels = [value / 255 / 12.92 if value <= 10 else ((value / 255 + 0.055) / 1.055) ** 2.4 for value in color]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]


def contrast(a, b):
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def underline_of(rows, page):
    """(the colour of the line below the words, the tint behind them) in rows of pixels of some letters of a claim."""
    tint = Counter(pixel for row in rows for pixel in row if pixel != page).most_common(1)[0][0]
    lines = [Counter(row).most_common(1)[0] for row in rows]
    colors = [color for color, n in lines if color not in (tint, page) and n > len(rows[0]) * 0.7]
    return max(colors, key=lambda color: contrast(color, page), default=None), tint


def check_style(session, view, name):
    """Text, underline and dots of the article reach their contrast."""
    text = view.text()
    x, y, _, height = view.character_extents(text.index("Bright lamps"))
    # Wait for the colours of this style: the margin is the page.
    page = session.rows_of_pixels(x - 20, y, 1, 1)[0][0]
    rows = session.rows_of_pixels(x, y - 4, 60, height + 8)
    line, tint = underline_of(rows, page)
    true(line is not None, f"{name}: a claim is underlined on a whole row of pixels")
    ink = max((pixel for row in rows for pixel in row), key=lambda pixel: contrast(pixel, page))
    true(contrast(line, page) >= 3, f"{name}: the underline on the page has {contrast(line, page):.1f}")
    true(contrast(line, tint) >= 3, f"{name}: the underline on the tint has {contrast(line, tint):.1f}")
    true(contrast(ink, tint) >= 4.5, f"{name}: the text on the tint has {contrast(ink, tint):.1f}")
    session.window_picture(name)
    return page


def test_contrast(session):
    session.launch(session.file("lamps.txt", HEDGED))
    view = session.document("Night Light")
    pages = [check_style(session, view, "light")]
    for style in ("Dark", "Sepia"):
        session.key("F10")
        session.activate(session.find(role="button|radio button|toggle button", name=style))
        session.key("Escape")
        x, y, _, _ = view.character_extents(view.text().index("Bright lamps"))
        session.wait(lambda: session.rows_of_pixels(x - 20, y, 1, 1)[0][0] not in pages, f"the page in {style}")
        pages.append(check_style(session, view, style.lower()))


def test_high_contrast(session):
    session.environment(ADW_DEBUG_HIGH_CONTRAST="1")
    session.launch(session.file("lamps.txt", HEDGED))
    view = session.document("Night Light")
    check_style(session, view, "high-contrast-light")
    session.key("F10")
    session.activate(session.find(role="button|radio button|toggle button", name="Dark"))
    session.key("Escape")
    x, y, _, _ = view.character_extents(view.text().index("Bright lamps"))
    session.wait(lambda: session.rows_of_pixels(x - 20, y, 1, 1)[0][0] == (0x10, 0x10, 0x10), "the dark page")
    check_style(session, view, "high-contrast-dark")


def test_the_pages_of_the_pane(session):
    session.launch(SAMPLE)
    session.document("Short Walks")
    session.window_picture("claims")
    session.click(session.find_row("Claims"))
    session.find(role="label", name="Said by")
    session.window_picture("card")
    session.activate(session.find(role="button", name="Copy with Citation"))  # below the notes, out of view
    session.wait(lambda: session.clipboard().startswith("> ") and "“Short Walks" in session.clipboard(), "a citation")
    session.activate(session.find(role="button", name="Copy"))
    session.wait(lambda: session.clipboard() and session.clipboard() in SAMPLE.read_text(), "the claim's words")
    experts = session.find(role="tab", contains="Experts ")
    session.click(experts)
    session.find_row("Experts")
    heading = session.find(role="label", name="Other sources")
    above = [row for row in session.find_all(role="list item", within=session.find(role="list", name="Experts"))
             if row.extents()[1] + row.extents()[3] <= heading.extents()[1]]
    equal(experts.name, f"Experts {len(above)}", "as many experts above the other sources as the tab has")
    session.window_picture("experts")
    session.click(session.find(role="tab", contains="Figures "))
    session.find_row("Figures")
    session.window_picture("figures")
    session.click(session.find(role="tab", name="At a Glance"))
    session.find(role="label", name="Who says most")
    session.window_picture("glance")
    session.click(session.find(role="button|link", name="Ingrid Solheim"))
    session.wait(lambda: "selected" in session.find(role="tab", contains="Experts ").states, "the experts")


def rows_of_claims(session, n):
    """All @n rows of the list, which come frame by frame."""
    found = session.find(role="list", name="Claims")
    session.wait(lambda: len(session.find_all(role="list item", within=found)) == n, f"{n} rows")
    return session.find_all(role="list item", within=found)


def test_the_pointer_selects_no_claim(session):
    """The selected row is the one whose card was open, wherever the pointer and the focus are."""
    session.launch(SAMPLE)
    session.document("Short Walks")
    session.click(session.find_row("Claims"))
    n = session.find(role="status", contains="Claim 1 of ").name.split()[-1]
    session.key("Escape")
    rows = rows_of_claims(session, int(n))
    for key, row in (("End", rows[-1]), ("Home", rows[0])):
        session.key(key)
        session.wait(lambda row=row: "focused" in row.current_states(), f"{row} after {key}")
    x, y, width, height = rows[2].extents()
    session.xdotool("mousemove", x + width // 2, y + height // 2)
    session.key("Down")
    session.wait(lambda: "focused" in rows[1].current_states(), "the second row")
    equal([row.name for row in rows if "selected" in row.current_states()], [rows[0].name], "the selected row")
    session.key("End", "Return")
    session.find(role="status", name=f"Claim {n} of {n}")


def test_a_card_with_many_lines(session):
    session.launch(session.file("long.txt", "A Long Article\n\n" + 20 * SAMPLE.read_text().split("\n\n", 3)[3]))
    session.document("A Long Article")
    session.click(session.find_row("Claims", contains="stayed at the table"))
    more = session.find(role="button", contains="Show ")
    before = {line.path for line in session.find_all(role="button", contains="“")}
    session.activate(more)  # out of view
    session.absent(role="button", name=more.name)
    lines = [line for line in session.find_all(role="button", contains="“") if line.path not in before]
    true(len(lines) >= 20, f"{len(lines)} more lines")
    session.wait(lambda: "focused" in lines[0].current_states(), "the focus on the first of them")


def test_figures_side_by_side(session):
    session.launch(SAMPLE)
    session.document("Short Walks")
    session.click(session.find(role="tab", contains="Figures "))
    session.find(role="label", name="1 of 9")
    session.absent(role="label", name="2 of 100")  # a change by 2 percent is no part of a whole
    session.window_picture("list")
    session.click(session.find(role="button|toggle button", name="Compare side by side"))
    session.find(role="label", name="Changes in percent")
    session.find(role="label", name="Durations")
    session.find(role="label", contains="relative: no baseline given")
    session.window_picture("chart")
    view = session.article()
    session.activate(session.find(role="button|link", name="11 percent"))
    session.wait(lambda: view.caret() in range(view.text().index("11 percent"), view.text().index("11 percent") + 11), "the figure in the text")
    session.key("F10")
    session.activate(session.find(role="button|radio button|toggle button", name="Dark"))
    session.key("Escape")
    session.window_picture("chart-dark")


def test_pictures_among_the_figures(session):
    picture = subprocess.run(["convert", "-size", "120x80", "gradient:teal-orange", "png:-"], check=True, capture_output=True).stdout
    address = "data:image/png;base64," + base64.b64encode(picture).decode()
    page = ("<html><head><title>Tides at Orrin</title></head><body><article><h1>Tides at Orrin</h1>"
            + "<p>The tide rose by 40 centimetres in a week, said Ada Penn, a surveyor at the Harbour Office. Nobody was hurt.</p>" * 3
            + f"<figure><img src='{address}' alt='The harbour'><figcaption>The harbour of Orrin at noon.</figcaption></figure>"
            + "<p>Boats stayed ashore for three days, and the ferry did not run, according to the Harbour Office.</p>" * 3
            + "</article></body></html>")
    session.launch(session.file("tides.html", page))
    view = session.document("The tide rose")
    session.click(session.find(role="tab", contains="Figures "))
    session.click(session.find(role="button|toggle button", name="Pictures 1"))
    caption = session.find(role="button|link", name="The harbour of Orrin at noon.")
    session.window_picture("thumbnail")
    session.click(caption)
    at = view.text().index("The harbour of Orrin")
    session.wait(lambda: view.caret() in range(at, at + 40), "the caption in the text")


def test_a_speaker_is_a_chip(session):
    session.launch(SAMPLE)
    session.document("Short Walks")
    session.click(session.find_all(role="button", name="By speaker")[-1])
    session.activate(session.find(role="menu item|radio menu item|check menu item|button", contains="Daniel Okafor ("))
    session.find(role="label", name="Only what Daniel Okafor says")
    session.window_picture("filtered")
    session.click(session.find_row("Claims", contains="Daniel Okafor"))
    session.find(role="status", contains="Claim 1 of ")
    session.window_picture("card")


def test_a_long_list_comes_whole(session):
    """The rows of a list come a few at a time; all of them are there, and what is selected among them stays so."""
    session.launch(session.file("days.txt", "The Count of Days\n\n" + "\n\n".join(
        f"The harbour was open on day {day}, according to a study of the port. It may be open on more days than {day}, said Ana "
        "Prado, a clerk at the port." for day in range(1, 401)) + "\n"))
    session.document("The Count of Days")
    session.click(session.find_row("Claims", contains="on day 1."))
    session.find(role="status", contains="Claim 1 of ")
    session.key("Escape")
    session.find_row("Claims", contains="on day 1.")
    session.key("End")
    session.find_row("Claims", contains="than 400.")
    session.window_picture("end")
    session.key("Return")
    session.find(role="status", contains="Claim 800 of 800")
    session.key("Escape")
    hedged, without = session.find(role="button", contains="Hedged 400"), session.find(role="button", contains="No evidence 400")
    session.click(hedged)
    session.find_row("Claims", contains="than 400.")
    session.window_picture("selected")
    session.click(hedged)
    session.click(session.find_row("Claims", contains="on day 400."))
    session.find(role="status", contains="Claim 799 of 800")
    session.key("Escape")
    session.click(without)
    session.find_row("Claims", contains="than 1.")
    session.window_picture("not-among-them")
    session.click(without)
    session.find_row("Claims", contains="on day 400.")


def test_articles_without_any_of_it(session):
    session.launch(session.file("nothing.txt", "Where is the side door?\n"))
    session.document("side door")
    session.find(role="status", name="No claims were found in this article.")
    session.click(session.find(role="tab", contains="Experts"))
    session.find(role="status", name="No experts were found in this article.")
    session.click(session.find(role="tab", contains="Figures"))
    session.find(role="status", name="No figures were found in this article.")
    session.window_picture("nothing")


def test_the_strip_jumps(session):
    session.launch(SAMPLE)
    view = session.document("Short Walks")
    x, y, width, height = view.parent.parent.extents()
    length = view.property("Text", "CharacterCount")
    session.click_at(x + width + 6, y + height * 9 // 10)
    session.wait(lambda: view.caret() > length * 8 // 10, "the end of the article")
    session.wait(lambda: 0 < view.character_extents(view.caret())[1] < 760, "the end in view")
    session.window_picture("end")


def test_find_by_expression_and_list(session):
    session.launch(SAMPLE)
    view = session.document("Short Walks")
    session.key("ctrl+f")
    session.find(role="text box", name="Find in the article")
    session.click(session.find(role="button", name="Options"))
    session.find(role="checkbox|check box", name="Regular expression")
    session.key("Tab", "Tab", "Tab", "space")
    session.wait(lambda: "checked" in session.find(role="checkbox|check box", name="Regular expression").states, "the option")
    session.key("Escape")
    session.click(session.find(role="text box", name="Find in the article"))
    session.key("ctrl+a")
    session.type("[0-9]+ percent")
    n = view.text().count(" percent")
    session.find(role="status", contains=f"of {n}")
    session.click(session.find(name="List what was found"))
    rows = session.find(role="list", name="What was found")
    equal(len(session.find_all(role="list item", within=rows)), n, "rows")
    session.window_picture("list")
    session.click(session.find_row("What was found", contains="16 percent"))
    session.wait(lambda: view.caret() == view.text().index("16 percent"), "the caret at the hit")
    session.click(session.find(role="text box", name="Find in the article"))
    session.key("ctrl+a")
    session.type("(unfinished")
    session.find(role="status", name="Not a regular expression")
    session.key("ctrl+a")
    session.type("(\\w+\\s*)+:")
    session.find(role="status", contains="it takes too long")


def test_a_narrow_window(session):
    session.gtk_settings("gtk-decoration-layout=:close")
    session.launch(SAMPLE)
    view = session.document("Short Walks")
    session.resize(370, 650)  # with the border of a display without a compositor
    session.wait(lambda: view.extents()[2] <= 360, "a narrow article")
    session.absent(role="tab list")
    session.window_picture("narrow-text")
    session.key("F9")
    session.find(role="tab list")
    session.wait(lambda: session.find(role="tab list").extents()[1] > 500, "the switcher at the bottom")
    session.window_picture("narrow-pane")
    session.click(session.find_row("Claims"))
    session.find(role="label", name="Said by")
    session.window_picture("narrow-card")
    # Whoever asks for words of the article wants to see them: the pane does not lie over them.
    session.click(session.find(role="tab", contains="Figures"))
    session.click(session.find_row("Figures", contains="412 adults"))
    session.absent(role="tab list")
    session.wait(lambda: abs(view.caret() - view.text().index("412 adults") - len("412 adults") / 2) <= 5, "the figure's words")
    session.key("F9")
    session.find(role="tab list")
    session.key("ctrl+f")
    session.absent(role="tab list")
    session.type("sensors")
    session.find(role="status", contains=" of ")


def check_within(session, where):
    """What takes the focus lies within the window, as wide as that is; what is above or below can be scrolled to."""
    width = session.active_window().extents()[2]
    for node in session.tree():
        x, _, node_width, _ = node.extents() if "focusable" in node.states else (0, 0, 0, 0)
        true(node_width == 0 or (x >= 0 and x + node_width <= width), f"{where}: {node} lies within the window")


def test_windows_of_text_three_times_as_large(session):
    session.resolution(3 * 96)
    try:
        session.launch()
        session.find(name="See Who Claims What")
        check_within(session, "the first page")
        session.end()
        session.launch(SAMPLE)
        session.document("Short Walks")
        session.key("ctrl+f")
        session.find(role="text box", name="Find in the article")
        session.type("walk")
        session.find(role="status", contains=" of ")
        check_within(session, "find")
        session.key("Escape")
        for keys, name in (("ctrl+comma", "Preferences"), ("F1", "Help"), ("ctrl+question", "Keyboard Shortcuts")):
            session.key(keys)
            session.dialog(name)
            true(session.toplevel()[3] <= desktop.SCREEN[0], f"{name} is no wider than the screen")
            check_within(session, name)
            session.window_picture(name)
            session.key("Escape")
            session.back_to_article()
    finally:
        session.end()
        session.resolution(96)


def test_text_three_times_as_large(session):
    """The desktop's resolution is what text is enlarged by. Then the pane lies over the article, and all can be reached."""
    session.resolution(3 * 96)
    try:
        session.launch(SAMPLE)
        view = session.document("Short Walks")
        width = session.active_window().extents()[2]
        session.absent(role="tab list")
        true(view.extents()[2] > width * 0.8, "the article has the window's width")
        x, _, _, height = view.character_extents(view.text().index("Short Walks"))
        true(height > 90, f"letters of the title are {height} pixels high")
        session.window_picture("text")
        session.key("F9")
        for name in ("Experts ", "Figures ", "At a Glance", "Claims "):
            session.click(session.find(role="tab", contains=name))
            session.wait(lambda: "selected" in session.find(role="tab", contains=name).states, name)
            check_within(session, name)
            session.window_picture(name.strip())
        session.click(session.find_row("Claims"))
        session.find(role="label", name="Said by")
        check_within(session, "the card")
        session.window_picture("card")
    finally:
        session.end()
        session.resolution(96)


def test_many_figures_side_by_side(session):
    """A book has thousands: a chart of all of them would be a list of widgets that nobody sees the end of."""
    text = "Shares of Everything\n\n" + "\n\n".join(
        f"In town {number} about {number} percent of the people own a boat, said Dr. Ilka Moor, a statistician." for number in range(11, 91))
    session.launch(session.file("shares.txt", text + "\n"))
    session.document("Shares of Everything")
    session.click(session.find(role="tab", contains="Figures"))
    session.click(session.find(role="button|toggle button", name="Compare side by side"))
    session.find(role="label", name="Shown here: the first 60 of 80")
    session.click(session.find(role="button|toggle button", name="Compare side by side"))
    session.find(role="list", name="Figures")
    session.absent(role="label", name="Shown here: the first 60 of 80")


desktop.run(globals())
