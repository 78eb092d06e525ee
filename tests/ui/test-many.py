#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A text with a hundred thousand claims: it opens, and its list, its card and its filters work. It takes minutes, so it is not
among the tests that run every time.

Usage: see desktop.py."""

import desktop
from desktop import equal

N_PARAGRAPHS = 50_000
READING_SECONDS = 600
# Not all sentences have the same length: what looks at every so manieth word sees all of them.
TOWNS = ("town", "old town", "quiet old town")


def report():
    return "A Very Long Report\n\n" + "\n\n".join(
        f"In the {TOWNS[number % len(TOWNS)]} with the number {number} about {number % 90 + 5} percent of the people own a boat, said "
        "Dr. Ilka Moor, a statistician at the school. The boats may cause noise in the street and in the garden, said Ada Quist, "
        "a physician." for number in range(N_PARAGRAPHS)) + "\n"


def test_a_hundred_thousand_claims(session):
    n_claims = 2 * N_PARAGRAPHS
    session.launch(session.file("report.txt", report()))
    session.wait(lambda: session.find_all(role="tab", name=f"Claims {n_claims}") and not session.find_all(contains="Looking for"),
                 "all claims", READING_SECONDS)
    # the list, from its beginning to its end
    session.click(session.find_row("Claims", contains="number 0 "))
    session.find(role="status", name=f"Claim 1 of {n_claims}")
    session.key("Escape")
    session.find_row("Claims", contains="number 0 ")
    session.key("End")
    session.key("Return")
    session.find(role="status", name=f"Claim {n_claims} of {n_claims}")
    session.key("Escape")
    # a filter, and what it leaves
    session.click(session.find(role="button|toggle button", name=f"With figures {N_PARAGRAPHS}"))
    session.click(session.find_row("Claims", contains="percent of the people own a boat"))
    session.find(role="status", contains=f" of {N_PARAGRAPHS}")
    session.key("Escape")
    session.click(session.find(role="tab", name="Experts 2"))
    session.click(session.find_row("Experts", contains="Ada Quist"))
    session.find(role="label", contains="only what Ada Quist says")
    session.click(session.find(role="tab", name=f"Figures {N_PARAGRAPHS}"))
    equal(len(session.find_all(role="list", name="Figures")), 1, "the list of figures")
    session.window_picture("figures")


desktop.run(globals())
