#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that takes the focus has a name, on every page and in every window. Usage: see desktop.py."""

import re

import desktop
from desktop import SAMPLE

# What GTK calls objects that nobody named.
CLASS_NAME = re.compile(r"(Gtk|Adw|Purport)[A-Z]\w*")


def nameless(session):
    """Focusable objects whose name says nothing, each with its place in the tree."""
    found = []
    for node in session.tree():
        if "focusable" in node.states and (not node.name.strip() or CLASS_NAME.fullmatch(node.name) or "_" in node.name):
            path = [node]
            while path[0].parent is not None:
                path.insert(0, path[0].parent)
            found.append(" › ".join(map(str, path[-4:])))
    return found


def check(session, where):
    names = nameless(session)
    if names:
        raise desktop.Failure(f"nameless on {where}:\n" + "\n".join(names))


def test_the_first_page(session):
    session.launch()
    session.find(name="See Who Claims What")
    check(session, "the first page")


def test_an_article_and_its_pane(session):
    session.launch(SAMPLE)
    session.document("Short Walks")
    check(session, "the claims")
    session.click(session.find_row("Claims"))
    session.find(role="label", name="Said by")
    check(session, "the card")
    for page in ("Experts", "Figures"):
        session.click(session.find(role="tab", contains=page))
        session.find(role="list", name=page)
        check(session, page)
    session.click(session.find(role="tab", name="At a Glance"))
    session.find(role="label", name="Main claim")
    check(session, "the page at a glance")
    session.key("ctrl+f")
    session.find(role="text box", name="Find in the article")
    check(session, "find")
    session.launch(session.folder / "missing.txt")
    session.find(role="group|label", name="This cannot be shown")
    check(session, "an error, in the second tab")


def test_the_card_the_chart_and_the_speakers(session):
    session.launch(SAMPLE)
    session.document("Short Walks")
    session.click(session.find(role="tab", contains="Figures"))
    session.click(session.find(role="button|toggle button", name="Compare side by side"))
    session.find(role="label", name="Changes in percent")
    check(session, "figures side by side")
    session.click(session.find(role="tab", contains="Claims"))
    session.click(session.find_all(role="button", name="By speaker")[-1])
    session.find(role="menu item|radio menu item|button", contains="Anybody")
    check(session, "the menu of speakers")


def test_the_menus_and_windows(session):
    session.expected.append("reported min width")  # libadwaita's about window
    session.launch(SAMPLE)
    session.document("Short Walks")
    session.key("F10")
    session.find(role="menu item", contains="About")
    check(session, "the main menu")
    session.key("Escape")
    for keys, name in (("ctrl+comma", "Preferences"), ("F1", "Help"), ("ctrl+question", "Keyboard Shortcuts")):
        session.key(keys)
        session.dialog(name)
        check(session, name)
        session.key("Escape")
        session.back_to_article()


def focused(session):
    return next((node for node in session.tree() if "focused" in node.states and node.role != "document"), None)


def test_the_menu_by_arrows(session):
    session.launch(SAMPLE)
    session.document("Short Walks")
    session.key("F10")
    session.find(role="menu item", contains="About")

    def name_of_focus():
        node = focused(session)
        return node.name if node is not None else None

    def focus_after(key, *names):
        session.key(key)
        return session.wait(lambda: name_of_focus() in names and name_of_focus(), f"the focus on {names} behind {key}")

    session.wait(lambda: name_of_focus() == "Smaller text", "the focus on the first row")
    focus_after("Right", "100 %")
    focus_after("Down", "System")
    focus_after("Right", "Light")
    focus_after("Down", "Marks")
    focus_after("Up", "System", "Light", "Sepia", "Dark")
    focus_after("Up", "Larger text", "100 %", "Smaller text")
    # The item that has the focus becomes insensitive: an article that cannot be shown has nothing to be found in.
    while name_of_focus() != "Find…":
        before = name_of_focus()
        session.key("Tab")
        session.wait(lambda: name_of_focus() != before, f"the focus behind {before}")
    session.launch(session.folder / "gone.txt", wait=False)
    session.find(contains="does not exist")
    session.wait(lambda: focused(session) is None, "no focus in the menu")
    session.key("Return")
    session.key("Escape")
    session.absent(role="menu item", contains="About")


def test_the_preferences_lists(session):
    session.launch()
    session.find(name="See Who Claims What")
    session.key("ctrl+comma")
    session.dialog("Preferences")
    for name in ("Font", "Style"):
        session.click(session.find(role="button", name=name))
        session.find(role="list item", name="Serif" if name == "Font" else "Sepia")
        check(session, f"the list of {name}")
        session.key("Escape")


desktop.run(globals())
