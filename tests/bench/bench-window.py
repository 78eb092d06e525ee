#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the start of the program to the text on the screen, and the memory it takes, beside a bare GtkTextView given the same
text (and gnome-text-editor, where that is installed), alternating in one run.

usage: bench-window.py PURPORT PURPORT-CLI BARE-VIEW SCHEMAS SAMPLE [PART]      a part is a word of the lines that are wanted

The screen is looked at from outside, a part of it where all programs have text, every millisecond or so: the first frame
is there when there are dark pixels. The fastest of five runs, as other work on the machine only ever adds; ratios are what counts. Memory is the
resident set once the marks are there, and the largest until then; of a book it is compared with that of the bare view with as
many tags as the book has claims and eight times the text."""

import ctypes
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "ui"))
from desktop import display  # noqa: E402

RUNS = 3
REGION = (70, 110, 330, 200)  # x, y, width, height: text in all programs
DARK_PIXELS = 150
ALL_PLANES = ctypes.c_ulong(-1)
Z_PIXMAP = 2
TIMEOUT_SECONDS = 120


class Image(ctypes.Structure):
    _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int), ("format", ctypes.c_int),
                ("data", ctypes.c_void_p)]


class Screen:
    def __init__(self):
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.argtypes, self.x11.XDefaultRootWindow.restype = [ctypes.c_void_p], ctypes.c_ulong
        self.x11.XGetImage.restype = ctypes.POINTER(Image)
        self.x11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int, ctypes.c_uint,
                                       ctypes.c_uint, ctypes.c_ulong, ctypes.c_int]
        self.x11.XDestroyImage.argtypes = [ctypes.POINTER(Image)]
        self.display = self.x11.XOpenDisplay(None)
        self.root = self.x11.XDefaultRootWindow(self.display)

    def pixels(self):
        image = self.x11.XGetImage(self.display, self.root, *REGION, ALL_PLANES, Z_PIXMAP)
        data = ctypes.string_at(image.contents.data, REGION[2] * REGION[3] * 4)
        self.x11.XDestroyImage(image)
        return data[1::4]  # the green ones

    def shows_text(self):
        green = self.pixels()
        light = sum(green.count(value) for value in range(0xE0, 0x100))
        dark = sum(green.count(value) for value in range(0x60))
        return light > len(green) // 2 and dark > DARK_PIXELS


def memory_megabytes(pid):
    """(resident now, resident at most)"""
    status = Path(f"/proc/{pid}/status").read_text()
    return [int(status.split(field)[1].split()[0]) * 1024 / 1e6 for field in ("VmRSS:", "VmHWM:")]


def cpu_ticks(pid):
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def wait_until_idle(pid):
    """Half a second without work: all is read and marked."""
    quiet, before = 0, -1
    while quiet < 5:
        time.sleep(0.1)
        now = cpu_ticks(pid)
        quiet, before = (quiet + 1 if now == before else 0), now


def measure(screen, command, settle):
    """(seconds to the first frame with text, processor seconds until then, megabytes now and at most)"""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not screen.shows_text():
        if process.poll() is not None or time.monotonic() - start > TIMEOUT_SECONDS:
            process.kill()
            return None
        time.sleep(0.0005)
    seconds, work = time.monotonic() - start, cpu_ticks(process.pid) / os.sysconf("SC_CLK_TCK")
    if settle:
        wait_until_idle(process.pid)
    megabytes = memory_megabytes(process.pid)
    process.send_signal(signal.SIGKILL)
    process.wait()
    while screen.shows_text():
        time.sleep(0.01)
    return seconds, work, megabytes


def compare(screen, name, programs):
    """Prints a line for each program; all ratios are to the first one."""
    times, work, memory = {label: [] for label in programs}, {label: [] for label in programs}, {}
    for run in range(RUNS):
        for label, command in programs.items():
            result = measure(screen, command, run == RUNS - 1)
            if result is not None:
                times[label].append(result[0])
                work[label].append(result[1])
                memory[label] = result[2]
    yardstick = next(iter(programs))
    for label in programs:
        if not times[label]:
            print(f"{name:24} {label:20} shows nothing within {TIMEOUT_SECONDS} s", flush=True)
            continue
        figures = [f"{min(values[label]):7.3f} s {min(values[label]) / max(min(values[yardstick]), 0.01):5.2f} ×"
                   for values in (times, work)]
        print(f"{name:24} {label:20} {figures[0]}   processor {figures[1]}  {memory[label][0]:6.0f} MB, "
              f"at most {memory[label][1]:.0f}", flush=True)
    return {label: megabytes[0] for label, megabytes in memory.items()}


def count_claims(cli, path):
    answer = subprocess.run([cli, "read", "--format=jsonl", "--no-text", path], stdout=subprocess.PIPE, check=True)
    return len(json.loads(answer.stdout)["claims"])


def compare_book(screen, cli, name, programs, path):
    n_claims = count_claims(cli, path)
    tagged = f"bare, {n_claims:,} tags"
    memory = compare(screen, name, {**programs, tagged: [*programs["bare text view"], str(n_claims)]})
    bound = memory[tagged] + 8 * path.stat().st_size / 1e6
    print(f"{name:24} memory: {memory['purport']:.0f} MB, {memory['purport'] / bound:.2f} × the bare view with as many tags "
          f"and 8 × the text", flush=True)


def run(purport, cli, bare, schemas, sample, part=""):
    text = Path(sample).read_text(encoding="utf-8")
    screen = Screen()
    with tempfile.TemporaryDirectory() as folder:
        small, large, line = Path(sample), Path(folder) / "large.txt", Path(folder) / "line.txt"
        body = text.split("\n\n", 3)[3]
        large.write_text(body * (10_000_000 // len(body.encode()) + 1), encoding="utf-8")
        line.write_text((body.replace("\n", " ") * (1_000_000 // len(body) + 1))[:1_000_000], encoding="utf-8")
        editor = next((path for path in ("/usr/bin/gnome-text-editor",) if os.path.exists(path)), None)
        programs = {"bare text view": [bare, small], "purport": [purport, small]}
        if editor:
            programs["gnome-text-editor"] = [editor, "--standalone", small]
        parts = {
            "sample article": programs,
            "1 MB in one line": {"purport": [purport, line]},
        }
        for name, programs in parts.items():
            if part in name:
                compare(screen, name, programs)
        name = "10 MB of paragraphs"
        if part in name:
            compare_book(screen, cli, name, {"bare text view": [bare, large], "purport": [purport, large]}, large)


def main():
    if sys.argv[1] != "--inside":
        with tempfile.TemporaryDirectory() as name, display(Path(name)) as number:
            environment = {**os.environ, "DISPLAY": number, "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo", "HOME": name,
                           "XDG_CONFIG_HOME": name, "XDG_DATA_HOME": name, "XDG_CACHE_HOME": name, "GTK_A11Y": "none",
                           "GSETTINGS_SCHEMA_DIR": sys.argv[4], "GSETTINGS_BACKEND": "memory", "GTK_USE_PORTAL": "0"}
            return subprocess.run(["dbus-run-session", "--", sys.executable, "-B", *sys.argv[:1], "--inside", *sys.argv[1:]],
                                  env=environment).returncode
    run(*sys.argv[2:])
    return 0


if __name__ == "__main__":
    sys.exit(main())
