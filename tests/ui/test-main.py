#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job in a real window: open an article by every way there is, see who claims what, search, copy, change the view.

Usage: see desktop.py."""

import json
import subprocess

import desktop
from desktop import SAMPLE, equal, true

SECOND = """Sea Grass Meadows Shelter Young Cod, Survey Finds

Young cod are twice as common in sea grass as on bare sand, according to a survey of 40 bays. “The grass hides them from
larger fish,” said Dr. Liv Aasen, a marine biologist at the Coastal Institute.
"""


def read(path):
    """What the program without a window says of a file."""
    return json.loads(subprocess.run(["purport-cli", "read", "--format=json", path], check=True, capture_output=True).stdout)


def marked(view):
    """[(start, end)] of the text that is tinted, neighbours joined."""
    spans = []
    for start, end, values in view.attribute_runs():
        if "bg-color" not in values:
            continue
        if spans and spans[-1][1] == start:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def choose_claim(view, reading):
    """(words, speaker) of a claim that is marked, in view, on one line at its middle, and said by a person."""
    people = {source["id"]: source["name"] for source in reading["sources"] if source["type"] == "person"}
    spans = marked(view)
    for claim in reading["claims"]:
        inside = any(start <= claim["start"] and claim["end"] <= end for start, end in spans)
        if inside and claim["source"] in people and view.character_extents(claim["end"])[1] < 600:
            return claim["text"], people[claim["source"]]
    raise desktop.Failure("no person's claim is marked in view")


def open_sample(session):
    session.launch(SAMPLE)
    return session.document("Short Walks")


def test_a_file_from_the_desktop_entry(session):
    view = open_sample(session)
    equal(view.text(), SAMPLE.read_text(), "the text in the window")
    title = SAMPLE.read_text().splitlines()[0]
    session.find(role="window", name=title)
    session.find(role="tab", contains="Claims ")
    true(marked(view), "claims are marked")
    session.screenshot("article")


def test_activation_over_the_bus(session):
    session.launch_over_bus(SAMPLE)
    session.document("Short Walks")
    true("Activating service name='io.github.purport_reader.Purport'" in session.log(), "the bus started the program")
    session.launch_over_bus(session.file("cod.txt", SECOND))
    session.document("Sea Grass")
    equal(len(session.windows()), 1, "windows")


def test_a_second_file_in_the_running_window(session):
    open_sample(session)
    first = session.pid()
    second = session.file("cod.txt", SECOND)
    session.launch(second)
    session.document("Sea Grass")
    equal(session.pid(), first, "the process")
    equal(len(session.windows()), 1, "windows")
    tabs = {node.name for node in session.tree() if node.name.startswith(("Short Walks", "Sea Grass")) and node.role == "widget"}
    equal(len(tabs), 2, "tabs")
    session.screenshot("two-tabs")
    session.launch(SAMPLE)
    session.document("Short Walks")
    equal(len({node.path for node in session.tree() if node.name == "Close tab"}), 2, "tabs after the first file again")
    session.key("ctrl+w")
    session.document("Sea Grass")
    session.key("ctrl+w")
    session.find(name="See Who Claims What")


def test_a_click_on_a_marked_claim(session):
    view = open_sample(session)
    words, speaker = choose_claim(view, read(SAMPLE))
    session.click_word(view, words)
    session.find(role="label", name="Said by")
    session.find(role="label", contains=words)
    session.find(role="button|link", name=speaker)
    session.screenshot("card")
    for heading in ("How firmly", "Evidence given", "Limited by", "Figures in it", "Disputed by", "Why marked"):
        session.find(role="label", name=heading)
    session.key("Escape")
    session.absent(role="label", name="Said by")
    session.click(session.find_row("Claims"))
    session.find(role="label", name="Said by")
    session.key("alt+Left")
    session.absent(role="label", name="Said by")
    # How the speaker stands to the study is said with the words that show it.
    session.click_word(view, "Walking lowers")
    session.find(role="label", contains="author of the study: “lead author”")
    session.screenshot("author")
    session.click_word(view, words)
    session.find(role="label", contains=words)
    true("selected" in session.find(role="tab", contains="Claims ").states, "the pane shows claims")
    session.click(session.find(role="button|link", name=speaker))
    session.wait(lambda: "selected" in session.find(role="tab", contains="Experts ").states, "the experts")


def test_an_expert_filters_the_marks(session):
    view = open_sample(session)
    reading = read(SAMPLE)
    source = next(item["id"] for item in reading["sources"] if item["name"] == "Daniel Okafor")
    wanted = [(claim["start"], claim["end"]) for claim in reading["claims"] if claim["source"] == source]
    true(len(wanted) >= 2, "he claims something")
    before = marked(view)
    true(before != wanted, "more is marked at first")
    session.click(session.find(role="tab", contains="Experts "))
    session.click(session.find_row("Experts", contains="Daniel Okafor"))
    session.wait(lambda: marked(view) == wanted, "marks on what he says and nothing else")
    session.find(role="label", contains="only what Daniel Okafor says")
    session.screenshot("expert")
    session.click(session.find(role="button", name="Next mention"))
    name_at = SAMPLE.read_text().index("Daniel Okafor")
    session.wait(lambda: view.caret() in range(name_at, name_at + 14), "his first mention")
    session.screenshot("mention")
    session.click(session.find(role="button", name="Show all"))
    session.wait(lambda: marked(view) == before, "all marks again")


def test_find(session):
    view = open_sample(session)
    n = view.text().casefold().count("walk")
    session.key("ctrl+f")
    entry = session.find(role="text box", name="Find in the article")
    session.wait(lambda: any("focused" in node.states for node in session.find_all(role="text box")), "the focus in find")
    session.type("walk")
    session.find(role="status", name=f"1 of {n}")
    session.screenshot("first-hit")
    session.key("Return")
    session.find(role="status", name=f"2 of {n}")
    session.key("shift+Return", "shift+Return")
    session.find(role="status", name=f"{n} of {n}, from the end")
    session.screenshot("last-hit")
    session.key("ctrl+g")
    session.find(role="status", name=f"1 of {n}, from the top")
    session.key("ctrl+shift+g")
    session.find(role="status", name=f"{n} of {n}, from the end")
    session.click(entry)
    session.key("ctrl+a")
    session.type("no such words")
    session.find(role="status", name="Not found")
    session.screenshot("not-found")
    session.key("Escape")
    session.absent(role="text box", name="Find in the article")
    session.wait(lambda: "focused" in session.article().states, "the focus in the article")


def test_what_is_copied_is_what_was_in_the_file(session):
    paragraph = "A “quote”, a no-break\u00a0space, a soft\u00adhyphen, a ﬁgure, 👩\u200d🔬, e\u0301 and\ttabs. "
    long_line = "Every sentence of this line is the same as the one before it, and no line feed parts them. " * 150
    text = f"Words as They Are\n\n{paragraph}\n\n{long_line.strip()}\n\n\nThe end.\n"
    session.launch(session.file("words.txt", text))
    view = session.document("Words as They Are")
    true(view.text() != text, "the long line is broken to be shown")
    session.click_word(view, "Words as")
    session.key("ctrl+a", "ctrl+c")
    session.wait(lambda: session.clipboard() == text, "the whole text on the clipboard")
    session.screenshot("selected")


def test_the_open_dialog(session):
    path = session.file("cod.txt", SECOND)
    session.launch()
    session.find(name="See Who Claims What")
    session.screenshot("first-page")
    session.find(role="label", name="Nothing leaves your computer.")
    session.key("ctrl+o")
    session.find(name="Open an Article")
    session.screenshot("dialog")
    session.point_at_top()
    session.type(str(path))
    session.find(role="text box", name="GtkFileChooserEntry")
    session.key("Return")
    session.document("Sea Grass")


def test_recent_articles(session):
    session.launch(session.file("cod_report.txt", SECOND))
    session.document("Sea Grass")
    session.key("ctrl+w")
    session.find(name="See Who Claims What")
    session.click(session.find_all(role="button", name="Recent articles")[-1])
    session.activate(session.find(role="menu item|button", contains="cod_report.txt"))
    session.document("Sea Grass")


def test_paste(session):
    session.launch()
    session.find(name="See Who Claims What")
    session.click(session.find(role="button", name="Paste"))
    session.find(contains="There is no text on the clipboard")
    session.screenshot("nothing-to-paste")
    session.set_clipboard(SECOND)
    session.key("ctrl+v")
    view = session.document("Sea Grass")
    # The hard-wrapped line is unwrapped on the screen.
    equal(view.text(), SECOND.replace("them from\nlarger", "them from larger"), "the text")
    session.key("ctrl+w")
    session.find(name="See Who Claims What")
    session.click(session.find(role="button", name="Paste"))
    session.document("Sea Grass")


def test_the_pane_goes_and_comes(session):
    view = open_sample(session)
    session.key("F9")
    session.absent(role="tab list")
    session.wait(lambda: view.extents()[0] > 100, "the article in the middle of the window")
    session.screenshot("without-pane")
    words, _ = choose_claim(view, read(SAMPLE))
    session.click_word(view, words)
    session.find(role="label", name="Said by")
    session.key("F9")
    session.absent(role="tab list")
    session.click(session.find(role="button", name="Claims, experts and figures"))
    session.find(role="tab list")


def test_dark_and_sepia(session):
    open_sample(session)

    def page_color():
        picture = session.screenshot("page")
        x, y = session.place(20, 300)
        answer = subprocess.run(["convert", picture, "-format", f"%[hex:u.p{{{x},{y}}}]", "info:"], check=True, capture_output=True, text=True)
        picture.unlink()
        return answer.stdout[:6]

    session.wait(lambda: page_color() == "FFFFFF", "a light page")
    for style, color in (("Dark", "1E1E1E"), ("Sepia", "F6ECD9"), ("Light", "FFFFFF")):
        session.key("F10")
        session.activate(session.find(role="button|radio button|toggle button", name=style))
        session.key("Escape")
        session.wait(lambda: page_color() == color, f"a page of {style}")
        session.screenshot(style.lower())


def test_shortcuts_and_about(session):
    session.expected.append("reported min width")  # libadwaita's about window
    open_sample(session)
    session.key("ctrl+question")
    session.dialog("Keyboard Shortcuts")
    session.find(role="label", contains="claim")
    session.screenshot("shortcuts")
    session.key("Escape")
    session.back_to_article()
    session.key("F10")
    session.activate(session.find(role="menu item|button", contains="About"))
    session.wait(lambda: len(session.windows()) == 2, "the about window")
    session.find(role="label", name="Purport")
    session.screenshot("about")
    session.key("Escape")
    session.wait(lambda: len(session.windows()) == 1, "the about window gone")


desktop.run(globals())
