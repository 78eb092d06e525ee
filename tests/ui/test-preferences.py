#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Preferences: every row works, at once, and is there in the next run; the history is cleared in one go. See desktop.py."""

import desktop
from desktop import SAMPLE, true


def open_preferences(session):
    session.key("ctrl+comma")
    session.dialog("Preferences")


def close_preferences(session):
    session.key("Escape")
    session.back_to_article()


def choose(session, name, choice):
    """Opens the list called @name and takes @choice from it."""
    session.click(session.find(role="button", name=name))
    session.click(session.find(role="list item", name=choice))
    session.absent(role="list item", name=choice)


def key_file(session):
    path = session.scratch / "home/config/glib-2.0/settings/keyfile"
    return path.read_text() if path.exists() else ""


def word_place(view, words):
    return view.character_extents(view.text().index(words))


def test_text_style_and_marks(session):
    session.launch(SAMPLE)
    view = session.document("Short Walks")
    width, letter = view.extents()[2], word_place(view, "People with type 2")[2]
    open_preferences(session)
    session.window_picture("all")
    session.click(session.find(role="spin button", contains="Characters in a Line"))
    session.key("ctrl+a")
    session.type("44")
    session.key("Tab")
    session.wait(lambda: view.extents()[2] < width - 100, "a narrower page at once")
    narrow = view.extents()[2]
    tall = view.character_extents(len(view.text()) - 2)[1]
    choose(session, "Line Spacing", "Wide")
    session.wait(lambda: view.character_extents(len(view.text()) - 2)[1] > tall + 50, "more room between the lines at once")
    choose(session, "Font", "DejaVu Sans Mono")
    session.wait(lambda: view.extents()[2] != narrow, "a page as wide as 44 letters of this font")
    choose(session, "Style", "Sepia")
    session.wait(lambda: session.rows_of_pixels(8, 4, 1, 1) and "style='sepia'" in key_file(session), "the style in the settings")
    choose(session, "Marked in the Text", "All Claims")
    session.wait(lambda: "density='all'" in key_file(session), "the density in the settings")
    session.window_picture("changed")
    close_preferences(session)
    session.window_picture("article")
    true("pressed" in session.find(role="button|toggle button", name="All").states
         or "checked" in session.find(role="button|toggle button", name="All").states, "the pane says so too")
    true(word_place(view, "People with type 2")[2] != letter, "a letter of another width")
    session.end()
    session.launch(SAMPLE)
    view = session.document("Short Walks")
    open_preferences(session)
    session.find(role="label", name="DejaVu Sans Mono")
    session.find(role="label", name="Sepia")
    session.find(role="label", name="All Claims")
    spin = session.find(role="spin button", contains="Characters in a Line")
    true(spin.property("Value", "CurrentValue") == 44, "the width in the next run")


def test_single_letter_keys_can_be_switched_off(session):
    session.launch(SAMPLE)
    view = session.document("Short Walks")
    session.key("j")
    session.wait(lambda: view.caret() > 0, "the first claim")
    at = view.caret()
    open_preferences(session)
    session.click(session.find(role="label", name="Single-Letter Keys"))
    session.wait(lambda: "letter-keys=false" in key_file(session), "the setting")
    close_preferences(session)
    session.click_word(view, "Short Walks")
    session.wait(lambda: view.caret() < 20, "the caret at the top")
    session.key("j", "m", "Right")
    session.wait(lambda: view.caret() > 0, "an answer to the arrow")
    true(view.caret() < at, "J did nothing")
    true("bg-color" in str(view.attribute_runs()), "M took no marks away")
    session.key("alt+Down")
    session.wait(lambda: view.caret() >= at, "Alt+Down still goes to the next claim")


def test_nothing_is_kept_when_that_is_asked_for(session):
    session.launch(SAMPLE)
    session.document("Short Walks")
    history = session.scratch / "home/state/purport/history"
    session.wait(lambda: history.exists() and SAMPLE.as_uri() in history.read_text(), "the article in the history")
    open_preferences(session)
    session.key("End")
    session.click(session.find(role="label", name="Keep a History"))
    session.wait(lambda: "keep-history=false" in key_file(session), "the setting")
    true(all("sensitive" not in node.states for node in session.find_all(role="list item", name="Open the Last Articles Again")),
         "there is nothing to open again")
    session.activate(session.find(role="button", name="Clear the History"))
    session.wait(lambda: SAMPLE.as_uri() not in history.read_text(), "an empty history")
    session.activate(session.find_all(role="button", name="Close")[-1])  # Esc would close what was said first
    session.back_to_article()
    other = session.file("other.txt", SAMPLE.read_text())
    session.launch(other)
    session.document("Short Walks")
    session.end()
    true("other.txt" not in history.read_text(), "nothing was added")
    session.launch()
    session.find(name="See Who Claims What")
    session.click(session.find_all(role="button", name="Recent articles")[-1])
    session.find(role="menu item|button", contains="No articles yet")


def test_clearing_the_history_can_be_undone(session):
    session.launch(SAMPLE)
    session.document("Short Walks")
    history = session.scratch / "home/state/purport/history"
    session.wait(history.exists, "a history")
    session.key("ctrl+End")
    open_preferences(session)
    session.wait(lambda: SAMPLE.as_uri() in history.read_text(), "the article in the history")
    session.activate(session.find(role="button", name="Clear the History"))
    session.find(contains="History cleared")
    session.window_picture("cleared")
    session.wait(lambda: SAMPLE.as_uri() not in history.read_text(), "an empty history")
    session.find(role="button", name="Close this message")
    session.click(session.find(role="button", name="Undo"))
    session.wait(lambda: SAMPLE.as_uri() in history.read_text(), "the history again")


def test_a_narrow_window_of_preferences(session):
    session.gtk_settings("gtk-decoration-layout=:close")
    session.launch(SAMPLE)
    session.document("Short Walks")
    open_preferences(session)
    session.resize(370, 600)
    session.window_picture("narrow")
    _, _, width, _ = session.active_window().extents()
    for name in ("Style", "Font", "Line Spacing", "Marked in the Text"):
        x, _, button_width, _ = session.find(role="button", name=name).extents()
        true(x + button_width <= width, f"{name} is within the window")


desktop.run(globals())
