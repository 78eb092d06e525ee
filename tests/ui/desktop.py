# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of its own for the tests of the window: a display, a session bus, an accessibility bus, an installed Purport.

A test program defines functions called test_…, each taking a Desktop, and ends with desktop.run(globals()). Started plainly it
installs the program into a folder of the build (once for all test programs), starts Xvfb and a session bus and runs itself inside
of them; there it prints TAP. Each test has a home of its own and starts the program as the desktop does: from its desktop entry
or over D-Bus. Tests wait for conditions: what has not come about within TIMEOUT seconds is a failure, and so is any critical
warning, warning or crash of the program, whatever else the test found.

usage: test-….py BUILD PREFIX [TEST…]"""

import contextlib
import fcntl
import glob
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

APPLICATION_ID = "io.github.purport_reader.Purport"
OBJECT_PATH = "/io/github/purport_reader/Purport"
SOURCE = Path(__file__).resolve().parents[2]
SAMPLE = SOURCE / "resources/sample/evening-walks.txt"
TIMEOUT = 60 * float(os.environ.get("MESON_TEST_TIMEOUT_MULTIPLIER", "1"))
POLL_SECONDS = 0.02
SCREEN = (1400, 900)
# What other people's libraries say on a display without a window manager, portals or settings daemon.
HARMLESS = ("dconf", "portal", "Unable to acquire session bus", "Vulkan", "libEGL", "MESA", "dbus-daemon", "xkbcomp",
            "to snapshot GtkGizmo")


class Failure(AssertionError):
    pass


class Skip(Exception):
    """What a test needs is not to be had here; says what."""


# --- the installed program ------------------------------------------------------------------------------------------


def newest(paths):
    return max((path.stat().st_mtime for path in paths if path.exists()), default=0)


def install(build, prefix):
    """Installs into BUILD/tests/ui/root unless that is newer than all that is installed. Returns the prefix in there."""
    folder = Path(build) / "tests/ui"
    root, stamp = folder / "root", folder / "root.stamp"
    installed = root / str(prefix).lstrip("/")
    with open(folder / "root.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        plan = json.loads((Path(build) / "meson-info/intro-installed.json").read_text())
        if stamp.exists() and stamp.stat().st_mtime > newest(Path(source) for source in plan):
            return installed
        shutil.rmtree(root, ignore_errors=True)
        subprocess.run(["meson", "install", "-C", build, "--no-rebuild", "--destdir", root], check=True,
                       stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        share = installed / "share"
        subprocess.run(["glib-compile-schemas", "--strict", share / "glib-2.0/schemas"], check=True)
        # The one file that names the prefix: here the prefix lies below another root.
        service = share / f"dbus-1/services/{APPLICATION_ID}.service"
        service.write_text(service.read_text().replace(f"Exec={prefix}/", f"Exec={installed}/"))
        stamp.touch()
    return installed


# --- the display and the buses --------------------------------------------------------------------------------------


@contextlib.contextmanager
def display(scratch):
    """An Xvfb of its own, on a number that it chooses."""
    reading, writing = os.pipe()
    log = open(scratch / "xvfb.log", "wb")
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{SCREEN[0]}x{SCREEN[1]}x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing], stdout=log, stderr=log)
    os.close(writing)
    with os.fdopen(reading) as answer:
        number = answer.readline().strip()
    if not number:
        raise SystemExit("Xvfb does not start: " + (scratch / "xvfb.log").read_text(errors="replace"))
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def run_inside(build, prefix, arguments):
    """Runs this very program again, on a display and a session bus of its own."""
    installed = install(build, prefix)
    with tempfile.TemporaryDirectory(prefix="purport-ui-") as name:
        scratch = Path(name)
        runtime = scratch / "runtime"
        runtime.mkdir(mode=0o700)
        with display(scratch) as number:
            environment = {
                "PATH": f"{installed}/bin:/usr/local/bin:/usr/bin:/bin", "LC_ALL": os.environ.get("PURPORT_UI_LOCALE", "C.UTF-8"),
                "DISPLAY": number, "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo", "GTK_A11Y": "atspi", "GTK_USE_PORTAL": "0",
                "GSETTINGS_BACKEND": "keyfile", "GIO_USE_VFS": "local", "GIO_USE_VOLUME_MONITOR": "unix",
                "G_DEBUG": "fatal-criticals", "XDG_RUNTIME_DIR": str(runtime), "XDG_CURRENT_DESKTOP": "GNOME",
                "XDG_DATA_DIRS": f"{installed}/share:/usr/local/share:/usr/share",
                "HOME": f"{scratch}/home", "XDG_CONFIG_HOME": f"{scratch}/home/config", "XDG_DATA_HOME": f"{scratch}/home/data",
                "XDG_CACHE_HOME": f"{scratch}/cache", "XDG_STATE_HOME": f"{scratch}/home/state",
                "PURPORT_UI_SCRATCH": str(scratch), "PYTHONDONTWRITEBYTECODE": "1",
            }
            for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "MESON_TEST_TIMEOUT_MULTIPLIER", "PURPORT_SHARED",
                         "PURPORT_UI_DRAG_SOURCE", "PURPORT_UI_HOLD_LIBRARY", "PURPORT_BENCH_STALLS_LIBRARY",
                         "PURPORT_UI_EVENTS", "PURPORT_UI_SEED"):
                if name in os.environ:
                    environment[name] = os.environ[name]
            # The session's daemons talk on standard output too: the results go past them.
            results = os.dup(1)
            environment["PURPORT_UI_RESULTS"] = str(results)
            with open(scratch / "program.log", "wb") as log:
                command = ["dbus-run-session", "--", sys.executable, "-B", os.path.abspath(sys.argv[0]), "--inside", build, prefix, *arguments]
                return subprocess.run(command, env=environment, stdout=log, stderr=log, cwd=scratch, pass_fds=[results]).returncode


# --- what a test has ------------------------------------------------------------------------------------------------


class Desktop:
    """The session in which one test runs: starts the program, looks at it, and moves pointer and keys."""

    def __init__(self, bus, scratch, artefacts, name, results):
        self.bus, self.scratch, self.artefacts, self.name, self.results = bus, scratch, artefacts, name, results
        self.log_path = scratch / "program.log"
        self.log_start = self.log_path.stat().st_size
        self.folder = scratch / "files"
        self.owner = None
        self.expected = []
        for folder in (scratch / "home", self.folder):
            shutil.rmtree(folder, ignore_errors=True)
        for folder in ("home/config/gtk-4.0", "home/data", "home/state", "files", "cache"):
            (scratch / folder).mkdir(parents=True, exist_ok=True)
        self.gtk_settings("gtk-enable-animations=0", "gtk-cursor-blink=0")
        self.environment(ADW_DEBUG_HIGH_CONTRAST="0")
        self.shots = 0

    def gtk_settings(self, *lines):
        """What the desktop has set; to be called before the program starts."""
        path = self.scratch / "home/config/gtk-4.0/settings.ini"
        old = path.read_text().splitlines() if path.exists() else ["[Settings]"]
        path.write_text("\n".join([*old, *lines]) + "\n")

    def resolution(self, dots_per_inch):
        """What text is sized by in all programs that start from now on."""
        subprocess.run(["xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER",
                        f"Xft.dpi:\t{dots_per_inch}\n"], check=True)

    def environment(self, **variables):
        """What the desktop gives to the programs that it starts."""
        os.environ.update(variables)

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def say(self, text):
        """A line among the results."""
        print(f"# {text}", file=self.results, flush=True)

    # waiting

    def wait(self, condition, what, timeout=TIMEOUT):
        """Returns the first answer of @condition that is not false."""
        end = time.monotonic() + timeout
        while True:
            try:
                answer = condition()
            except Gone:
                answer = None
            if answer:
                return answer
            if time.monotonic() > end:
                self.screenshot("failed")
                raise Failure(f"waited for {what}; what shows:\n{self.describe()}")
            time.sleep(POLL_SECONDS)

    def describe(self):
        try:
            lines = []
            for node in self.tree():
                depth, above = 0, node.parent
                while above is not None:
                    depth, above = depth + 1, above.parent
                if node.name or depth < 3:
                    lines.append("  " * min(depth, 3) + f"{node.role} “{node.name[:90]}”")
            return "\n".join(lines[:200])
        except Gone as error:
            return f"nothing: {error}"

    # starting and ending

    def launch(self, *files, wait=True):
        """Opens @files as a file manager does: by the desktop entry."""
        entry = next(path for path in (Path(folder) / f"applications/{APPLICATION_ID}.desktop"
                                       for folder in os.environ["XDG_DATA_DIRS"].split(":")) if path.exists())
        subprocess.run(["gio", "launch", entry, *map(str, files)], check=True, timeout=TIMEOUT)
        if wait:
            self.wait(self.windows, "a window")

    @contextlib.contextmanager
    def held_reading(self):
        """Readings of a program started within stand still behind each opening handed to the window (hold-reading.c): marks
        are there, the rest is to come. They go on at the end; to be left as soon as the test has seen what it came for."""
        hold = self.scratch / "hold"
        hold.touch()
        preload = {"LD_PRELOAD": os.environ["PURPORT_UI_HOLD_LIBRARY"], "PURPORT_UI_HOLD": str(hold),
                   "ASAN_OPTIONS": ":".join(filter(None, [os.environ.get("ASAN_OPTIONS"), "verify_asan_link_order=0"]))}
        before = {name: os.environ.get(name) for name in preload}
        self.environment(**preload)
        try:
            yield
        finally:
            hold.unlink()
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value

    def launch_over_bus(self, *files):
        """Opens @files as GNOME's shell does: the session bus starts the program by its service file."""
        arguments = GLib.Variant("(asa{sv})", ([Path(file).as_uri() for file in files], {}))
        self.session.call_sync(APPLICATION_ID, OBJECT_PATH, "org.freedesktop.Application", "Open", arguments, None,
                               Gio.DBusCallFlags.NONE, int(TIMEOUT * 1000), None)
        self.wait(self.windows, "a window")

    def call_action(self, name, parameter=None):
        """Calls one of the program's exported actions."""
        arguments = GLib.Variant("(sava{sv})", (name, [parameter] if parameter is not None else [], {}))
        self.session.call_sync(APPLICATION_ID, OBJECT_PATH, "org.freedesktop.Application", "ActivateAction", arguments,
                               None, Gio.DBusCallFlags.NO_AUTO_START, -1, None)

    @property
    def session(self):
        return Gio.bus_get_sync(Gio.BusType.SESSION)

    def pid(self):
        """The process that owns the program's name, or None."""
        try:
            return self.session.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                          "GetConnectionUnixProcessID", GLib.Variant("(s)", (APPLICATION_ID,)), None,
                                          Gio.DBusCallFlags.NONE, -1, None).unpack()[0]
        except GLib.Error:
            return None

    def wait_for_end(self, pid):
        self.wait(lambda: not Path(f"/proc/{pid}").exists(), f"the end of process {pid}")

    def end(self):
        """Ends the program, whatever it shows, and says what it complained about."""
        pid = self.pid()
        if pid is not None:
            with contextlib.suppress(GLib.Error):
                self.call_action("quit")
            try:
                self.wait_for_end(pid)
            except Failure:
                os.kill(pid, signal.SIGKILL)
                raise
        self.check_log()

    def log(self):
        with open(self.log_path, "rb") as log:
            log.seek(self.log_start)
            return log.read().decode(errors="replace")

    def check_log(self):
        lines = [line for line in self.log().splitlines()
                 if any(word in line for word in ("CRITICAL", "WARNING", "ERROR", "Sanitizer", "runtime error", "leak"))
                 and not any(word in line for word in (*HARMLESS, *self.expected))]
        if lines:
            raise Failure("the program complained:\n" + "\n".join(lines[:40]))
        cores = [line for line in self.log().splitlines() if "terminated abnormally" in line or "Segmentation" in line]
        if cores:
            raise Failure("the program crashed:\n" + "\n".join(cores))

    # looking

    def program(self):
        """The root of the program's accessible tree, or None."""
        for root in self.bus.programs():
            with contextlib.suppress(Gone):
                if root.property("Accessible", "Name") in (APPLICATION_ID, "purport", "Purport"):
                    return root
        return None

    def tree(self):
        """All that shows, in order."""
        program = self.program()
        if program is None:
            return []
        self.bus.read_tree(program)
        return [node for node in program.walk() if node.role != "gone"]

    def windows(self):
        program = self.program()
        return program.call("Accessible", "GetChildren")[0] if program is not None else []

    def find_all(self, role=None, name=None, contains=None, within=None):
        nodes = within.walk() if within is not None else self.tree()
        return [node for node in nodes
                if (role is None or node.role in role.split("|")) and (name is None or node.name == name)
                and (contains is None or contains in node.name)]

    def find(self, **wanted):
        """The first object that shows and is as wanted; waits for it."""
        return self.wait(lambda: self.find_all(**wanted), f"{wanted}")[0]

    def find_row(self, name, **wanted):
        """A row of the list called @name that is wholly in view."""

        def find():
            for view in self.find_all(role="list", name=name):
                _, top, _, height = view.extents()
                for row in self.find_all(role="list item", within=view, **wanted):
                    _, y, _, row_height = row.extents()
                    if row_height > 0 and y >= top and y + row_height <= top + height:
                        return row
            return None

        return self.wait(find, f"a row of {name} in view, {wanted}")

    def absent(self, **unwanted):
        self.wait(lambda: not self.find_all(**unwanted), f"no {unwanted}")

    def article(self):
        """The text view of the article in front."""
        return self.find(name="Article")

    def document(self, words):
        """Waits until the article in front has @words and its claims were looked for; its text view."""
        self.wait(lambda: any(words in view.text() for view in self.find_all(name="Article")), f"the words “{words}”")
        self.wait(lambda: not self.find_all(contains="Looking for"), "the end of reading")
        return self.article()

    def window_picture(self, name):
        """Keeps a picture of the window alone. Returns its path."""
        path = self.screenshot(name)
        _, x, y, width, height = self.toplevel()
        subprocess.run(["convert", path, "-crop", f"{width}x{height}+{x}+{y}", "+repage", path], check=True)
        return path

    def rows_of_pixels(self, x, y, width, height):
        """The pixels of a part of the window, row by row, each (red, green, blue)."""
        left, top = self.place(x, y)
        data = subprocess.run(["import", "-window", "root", "-crop", f"{width}x{height}+{left}+{top}", "-depth", "8", "rgb:-"],
                              check=True, capture_output=True).stdout
        return [[tuple(data[(row * width + column) * 3:(row * width + column) * 3 + 3]) for column in range(width)]
                for row in range(height)]

    def screenshot(self, name):
        """Keeps a picture of the whole screen. Returns its path."""
        self.shots += 1
        path = self.artefacts / f"{self.name}-{self.shots:02}-{name}.png"
        subprocess.run(["import", "-window", "root", path], check=True, stderr=subprocess.DEVNULL)
        return path

    # pointer and keys

    def xdotool(self, *arguments):
        answer = subprocess.run(["xdotool", *map(str, arguments)], capture_output=True, text=True)
        if answer.returncode != 0:
            raise Gone(f"xdotool {arguments}: {answer.stderr}")
        return answer.stdout

    def toplevel(self):
        """The X window that lies above all others, and where it stands."""
        pid = self.pid()
        identifiers = self.xdotool("search", "--onlyvisible", "--all", "--pid", pid, "--name", ".").split()
        # Tooltips and menus are windows too: the one is meant that has the title of the active window.
        title = self.active_window().property("Accessible", "Name")
        titled = [window for window in identifiers if self.xdotool("getwindowname", window).strip() == title]
        chosen = (titled or identifiers)[-1]
        values = dict(line.split("=") for line in self.xdotool("getwindowgeometry", "--shell", chosen).split())
        return chosen, *(int(values[key]) for key in ("X", "Y", "WIDTH", "HEIGHT"))

    def place(self, x, y):
        """A place of the window on the screen. Around the window's content there is a border that no extents count."""
        _, left, top, width, height = self.toplevel()
        content = self.active_window().extents()
        return left + (width - content[2]) // 2 + x, top + (height - content[3]) // 2 + y

    def active_window(self):
        program = self.program()
        windows = [Node(self.bus, owner, path) for owner, path in program.call("Accessible", "GetChildren")[0]]
        # Without a window manager nobody tells a window that it is the one again after another was closed over it.
        active = windows if len(windows) == 1 else [window for window in windows if "active" in window.current_states()]
        if not active:
            raise Gone("no active window")
        return active[-1]

    def click_at(self, x, y, button=1, repeat=1):
        """Clicks at a place of the window."""
        x, y = self.place(x, y)
        self.xdotool("mousemove", x, y, "click", "--repeat", repeat, button)

    def click(self, node, button=1):
        """Clicks into the middle of what shows."""
        x, y, width, height = self.wait(lambda: node.extents()[2] > 0 and node.extents(), f"a place for {node}")
        self.click_at(x + width // 2, y + height // 2, button)

    def activate(self, node):
        """Does what a screen reader's user does with a button or menu item: its first action."""
        true(node.call("Action", "DoAction", GLib.Variant("(i)", (0,)))[0], f"{node} can be activated")

    def click_word(self, view, words, button=1):
        """Clicks on the middle letter of @words in a text view, at its place in the window."""
        offset = view.text().index(words) + len(words) // 2
        x, y, width, height = self.wait(lambda: view.character_extents(offset), "the place of a letter")
        self.click_at(x + max(width, 2) // 2, y + height // 2, button)

    def key(self, *keys):
        self.xdotool("key", "--clearmodifiers", *keys)

    def type(self, text):
        self.xdotool("type", "--clearmodifiers", "--delay", "2", text)

    def point_at_top(self):
        """Without a window manager the keys go to the window that the pointer is in."""
        identifiers = self.xdotool("search", "--onlyvisible", "--all", "--pid", self.pid(), "--name", ".").split()
        geometry = dict(line.split("=") for line in self.xdotool("getwindowgeometry", "--shell", identifiers[-1]).split())
        middle = [int(geometry[at]) + int(geometry[size]) // 2 for at, size in (("X", "WIDTH"), ("Y", "HEIGHT"))]
        self.xdotool("mousemove", *middle)

    def dialog(self, name):
        """Waits for the window called @name, the uppermost one, and points at it."""

        def is_active():
            self.point_at_top()
            return self.active_window().property("Accessible", "Name") == name

        self.wait(is_active, f"the window {name} in front")

    def back_to_article(self):
        """Waits until the one window is left and points at it."""
        self.wait(lambda: len(self.windows()) == 1, "the article's window alone")
        self.point_at_top()

    def resize(self, width, height):
        self.xdotool("windowsize", self.toplevel()[0], width, height)
        self.wait(lambda: self.toplevel()[3:] == (width, height), f"a window of {width} × {height}")

    def clipboard(self):
        answer = subprocess.run(["xclip", "-selection", "clipboard", "-out"], capture_output=True, timeout=TIMEOUT)
        return answer.stdout.decode(errors="replace")

    def set_clipboard(self, text):
        subprocess.run(["xclip", "-selection", "clipboard", "-in"], input=text.encode(), check=True, timeout=TIMEOUT,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def equal(found, wanted, what=""):
    if found != wanted:
        raise Failure(f"{what}: found {found!r}, wanted {wanted!r}")


def true(condition, what):
    if not condition:
        raise Failure(what)


# --- running --------------------------------------------------------------------------------------------------------


def run_tests(tests, build):
    scratch = Path(os.environ["PURPORT_UI_SCRATCH"])
    artefacts = Path(build) / "tests/ui/pictures"
    artefacts.mkdir(exist_ok=True)
    results = os.fdopen(int(os.environ["PURPORT_UI_RESULTS"]), "w")
    os.set_inheritable(results.fileno(), False)
    bus, failed = Bus(), 0
    print(f"1..{len(tests)}", file=results, flush=True)
    for number, (name, test) in enumerate(tests, 1):
        label = name.removeprefix("test_").replace("_", "-")
        for old in glob.glob(str(artefacts / f"{label}-*.png")):
            os.unlink(old)
        session, problem, start = Desktop(bus, scratch, artefacts, label, results), None, time.monotonic()
        skipped = ""
        try:
            test(session)
        except Skip as reason:
            skipped = f" # SKIP {reason}"
        except Exception:
            problem = traceback.format_exc()
            with contextlib.suppress(Exception):
                session.screenshot("failed")
        try:
            session.end()
        except Exception as error:
            problem = f"{problem or ''}\nat the end: {error}"
        print(f"{'not ok' if problem else 'ok'} {number} {label}{skipped}\n# {time.monotonic() - start:.1f} s", file=results, flush=True)
        if problem:
            failed += 1
            text = f"{problem}\nlog:\n{session.log()[-4000:]}"
            print("\n".join("# " + line for line in text.splitlines()), file=results, flush=True)
    return 1 if failed else 0


def run(names):
    """The end of a test program."""
    arguments = sys.argv[1:]
    if arguments[0] != "--inside":
        sys.exit(run_inside(arguments[0], arguments[1], arguments[2:]))
    build, chosen = arguments[1], arguments[3:]
    tests = [(name, function) for name, function in names.items() if name.startswith("test_")
             and (not chosen or any(word in name for word in chosen))]
    sys.exit(run_tests(tests, build))


if "--inside" in sys.argv:
    from gi.repository import Gio, GLib

    from accessible import Bus, Gone, Node
else:

    class Gone(Exception):
        pass
