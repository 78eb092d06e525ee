#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Preferences: every row works, at once, in every window, and is there in the next run. Usage: see desktop.py."""

import desktop
from desktop import SAMPLE, equal, true


def open_preferences(session):
    session.key("ctrl+comma")
    session.find(role="window|dialog|frame", name="Preferences")
    session.wait(lambda: session.active_window().property("Accessible", "Name") == "Preferences", "the preferences in front")
    session.point_at_top()


def close_preferences(session):
    session.key("Escape")
    session.wait(lambda: len(session.windows()) == 1, "the preferences gone")
    session.point_at_top()


def choose(session, row, choice):
    """Chooses from a list in a row by keys, as the row has the focus after a click."""
    item = session.find(role="list item|row", name=row)
    session.click(item)
    session.activate(session.wait(lambda: [node for node in session.find_all(role="list item", name=choice)
                                           if "showing" in node.current_states()], f"the choice {choice}")[-1])


def letter_height(view):
    return view.character_extents(view.text().index("Short Walks"))[3]


def test_text(session):
    session.launch(SAMPLE)
    view = session.document("Short Walks")
    before = {"height": letter_height(view), "width": view.extents()[2], "page": view.extents()[3],
              "first": view.character_extents(0)[2]}
    open_preferences(session)
    session.window_picture("all")
    spin = session.find(role="spin button", name="Characters in a Line")
    spin.call("Value", "SetCurrentValue") if False else session.click(spin)
    session.key("ctrl+a")
    session.type("44")
    session.key("Tab")
    session.wait(lambda: view.extents()[2] < before["width"] - 100, "a narrower page at once")
    spacing = session.find(role="combo box|list item|row", name="Line Spacing")
    session.click(spacing)
    session.window_picture("spacing")
    true(spacing is not None, "a row")


desktop.run(globals())
