#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the window of a long article does not answer: the longest time between two looks of its main loop for events
(stalls.c), while the article is read and while somebody scrolls, filters and finds in it. No frame takes longer. The median
of the repetitions of each step is printed, and the longest.

usage: bench-frames.py BUILD PREFIX [PART…]      PURPORT_BENCH_STALLS_LIBRARY names the library to preload"""

import os
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "ui"))
import desktop  # noqa: E402
from desktop import SAMPLE  # noqa: E402

QUIET_SECONDS = 0.4
REPEATED = 5


def body(n_bytes):
    paragraphs = SAMPLE.read_text().split("\n\n", 3)[3]
    return paragraphs * (n_bytes // len(paragraphs.encode()) + 1)


class Stalls:
    """What the main loop of the program has left behind."""

    def __init__(self, session):
        self.session, self.path = session, session.scratch / "stalls"
        self.path.write_text("")
        session.environment(LD_PRELOAD=os.environ["PURPORT_BENCH_STALLS_LIBRARY"], PURPORT_BENCH_STALLS=str(self.path))

    def launched(self):
        for name in ("LD_PRELOAD", "PURPORT_BENCH_STALLS"):
            os.environ.pop(name, None)

    def wait_until_quiet(self):
        """Nothing to do for a while: no processor time is taken."""
        stat = Path(f"/proc/{self.session.pid()}/stat")
        before, since = "", time.monotonic()
        while time.monotonic() - since < QUIET_SECONDS:
            ticks = stat.read_text().rsplit(")", 1)[1].split()[11:13]
            if ticks != before:
                before, since = ticks, time.monotonic()
            time.sleep(0.02)

    def longest_of(self, action):
        """The longest stall in milliseconds that comes of @action."""
        self.wait_until_quiet()
        begin = self.path.stat().st_size
        action()
        self.wait_until_quiet()
        return self.longest_since(begin)

    def longest_since(self, begin):
        with open(self.path) as log:
            log.seek(begin)
            return max((int(line) / 1000 for line in log.read().split()), default=0)

    def report(self, what, actions):
        self.say(what, [self.longest_of(action) for action in actions])

    def say(self, what, times):
        self.session.say(f"{what:44} median {statistics.median(times):6.1f} ms   longest {max(times):6.1f} ms")


def open_article(session, n_bytes):
    stalls = Stalls(session)
    session.launch(session.file("long.txt", "A Long Article\n\n" + body(n_bytes)))
    stalls.launched()
    session.find(name="Article")
    begin = stalls.path.stat().st_size
    session.wait(lambda: not session.find_all(contains="Looking for"), "the end of reading", timeout=300)
    session.find_row("Claims", contains="")
    stalls.wait_until_quiet()
    session.say(f"{'from the first frame until all is read':44} longest {stalls.longest_since(begin):6.1f} ms")
    return stalls


def keys(session, *names):
    return lambda: session.key(*names)


def measure_scrolling(session, stalls):
    session.click_at(500, 400)
    stalls.report("pointer moved", [lambda: session.xdotool("mousemove", 500 + i, 400) for i in range(REPEATED)])
    stalls.report("Page Down", [keys(session, "Page_Down") for _ in range(20)])
    stalls.report("to the end and back", [keys(session, key) for _ in range(2) for key in ("ctrl+End", "ctrl+Home")])
    stalls.report("the wheel, 20 notches", [lambda: session.xdotool("click", "--repeat", 20, "--delay", 10, 5) for _ in range(REPEATED)])


def measure_filters(session, stalls):
    chip = session.find(role="button", contains="Hedged")
    stalls.report("a chip on or off", [lambda: session.click(chip) for _ in range(2 * REPEATED)])


def measure_pane(session, stalls):
    """The lists of the pane, and the card of a claim that is far from the last one."""
    session.click(session.find_row("Claims", contains=""))
    session.key("Escape")
    stalls.report("the list to its end and back", [keys(session, key) for _ in range(REPEATED) for key in ("End", "Home")])
    stalls.report("Page Down in the list", [keys(session, "Page_Down") for _ in range(REPEATED)])
    for page in ("Experts", "Figures", "Glance", "Claims"):
        tab = session.find(role="tab", contains=page)
        stalls.report(f"the page {page}", [lambda: session.click(tab)])
    session.click_at(500, 400)
    jumps = [keys(session, *names) for _ in range(REPEATED) for names in (("ctrl+End", "k", "Return"), ("Escape",), ("ctrl+Home", "j", "Return"), ("Escape",))]
    stalls.report("a card far away, and the list again", jumps)


def measure_window(session, stalls):
    stalls.report("the pane away and back", [keys(session, "F9") for _ in range(2)])
    stalls.report("text larger and smaller", [keys(session, key) for key in ("ctrl+plus", "ctrl+0")])
    densities = [session.find(role="button|toggle button|radio button", name=name) for name in ("All", "Most", "Main")]
    stalls.report("density", [lambda density=density: session.click(density) for density in densities])


def measure_find(session, stalls):
    """The index is made when the bar is first opened. Clearing the field is not measured."""
    session.key("ctrl+f")
    session.type("walk")
    session.set_clipboard("after")
    pasted, typed = [], []
    for _ in range(REPEATED):
        session.key("ctrl+a", "BackSpace")
        pasted.append(stalls.longest_of(keys(session, "ctrl+v")))
        session.key("ctrl+a", "BackSpace")
        typed.append(stalls.longest_of(lambda: session.type("after")))
    stalls.say("finding a common word, pasted", pasted)
    stalls.say("finding it letter by letter", typed)
    listed = session.find(role="button|toggle button", name="List what was found")
    stalls.report("the list of what was found", [lambda: session.click(listed) for _ in range(2)])
    session.key("Escape")


def test_20_000_claims(session):
    stalls = open_article(session, 1_850_000)
    measure_scrolling(session, stalls)
    measure_filters(session, stalls)
    measure_pane(session, stalls)
    measure_window(session, stalls)
    measure_find(session, stalls)


def test_10_megabytes(session):
    stalls = open_article(session, 10_000_000)
    measure_scrolling(session, stalls)
    measure_filters(session, stalls)
    measure_pane(session, stalls)
    measure_window(session, stalls)
    measure_find(session, stalls)


desktop.run(globals())
