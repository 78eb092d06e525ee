# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader sees: the accessibility bus, spoken to directly (AT-SPI 2 over D-Bus), without libatspi's cache.

Every question goes to the program anew, so an answer is never older than the question. Offsets are code points, places are
pixels of the window. GetOffsetAtPoint is never called: it crashes programs of GTK 4.8."""

from gi.repository import Gio, GLib

ATSPI = "org.a11y.atspi."
ROOT = "/org/a11y/atspi/accessible/root"
WINDOW_COORDINATES = 1
TIMEOUT_MILLISECONDS = 30_000
STATES = {
    "active": 1, "checked": 4, "enabled": 8, "expanded": 10, "focusable": 11, "focused": 12, "pressed": 20,
    "selected": 23, "sensitive": 24, "showing": 25, "visible": 30,
}


class Gone(Exception):
    """The object or its program is no longer there."""


class Node:
    """One accessible object. Role, name and states are those of the moment when the tree was walked."""

    def __init__(self, bus, owner, path, parent=None):
        self.bus, self.owner, self.path, self.parent = bus, owner, path, parent
        self.role = self.name = ""
        self.states = set()
        self.children = []

    def __repr__(self):
        return f"{self.role} “{self.name}”"

    def call(self, interface, method, arguments=None):
        return self.bus.call(self.owner, self.path, ATSPI + interface, method, arguments)

    def property(self, interface, name):
        arguments = GLib.Variant("(ss)", (ATSPI + interface, name))
        return self.bus.call(self.owner, self.path, "org.freedesktop.DBus.Properties", "Get", arguments)[0]

    def walk(self):
        """This object and all below it, in the order of the tree."""
        yield self
        for child in self.children:
            yield from child.walk()

    def current_states(self):
        bits = self.call("Accessible", "GetState")[0]
        return {state for state, bit in STATES.items() if (bits[0] | bits[1] << 32) >> bit & 1}

    def interfaces(self):
        return {name.removeprefix(ATSPI) for name in self.call("Accessible", "GetInterfaces")[0]}

    def extents(self):
        """(x, y, width, height) in pixels of the window."""
        return self.call("Component", "GetExtents", GLib.Variant("(u)", (WINDOW_COORDINATES,)))[0]

    def text(self):
        return self.call("Text", "GetText", GLib.Variant("(ii)", (0, -1)))[0]

    def character_extents(self, offset):
        return self.call("Text", "GetCharacterExtents", GLib.Variant("(iu)", (offset, WINDOW_COORDINATES)))

    def attribute_runs(self):
        """[(start, end, {name: value})] over the whole text."""
        runs, offset, length = [], 0, self.property("Text", "CharacterCount")
        while offset < length:
            values, start, end = self.call("Text", "GetAttributeRun", GLib.Variant("(ib)", (offset, False)))
            end = max(end, offset + 1)
            runs.append((offset, end, values))
            offset = end
        return runs

    def caret(self):
        return self.property("Text", "CaretOffset")


class Bus:
    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        reply = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None,
                                  GLib.VariantType("(s)"), Gio.DBusCallFlags.NONE, TIMEOUT_MILLISECONDS, None)
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(reply.unpack()[0], flags, None, None)

    def call(self, owner, path, interface, method, arguments=None):
        try:
            return self.connection.call_sync(owner, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE,
                                             TIMEOUT_MILLISECONDS, None).unpack()
        except GLib.Error as error:
            raise Gone(f"{method}: {error.message}") from error

    def call_many(self, calls):
        """All answers, None for an object that is gone; the questions are sent without waiting for each other."""
        answers, waiting = [None] * len(calls), len(calls)

        def answered(connection, result, index):
            nonlocal waiting
            waiting -= 1
            try:
                answers[index] = connection.call_finish(result).unpack()
            except GLib.Error:
                pass

        for index, call in enumerate(calls):
            self.connection.call(*call, None, Gio.DBusCallFlags.NONE, TIMEOUT_MILLISECONDS, None, answered, index)
        while waiting > 0:
            GLib.MainContext.default().iteration(True)
        return answers

    def programs(self):
        """{name of the program: [its root objects]}"""
        try:
            references = self.call("org.a11y.atspi.Registry", ROOT, ATSPI + "Accessible", "GetChildren")[0]
        except Gone:
            return []
        return [Node(self, owner, path) for owner, path in references]

    def read_tree(self, root):
        """Fills in @root and everything below it."""
        level = [root]
        while level:
            calls = []
            for node in level:
                name = GLib.Variant("(ss)", (ATSPI + "Accessible", "Name"))
                calls += [(node.owner, node.path, ATSPI + "Accessible", "GetRoleName", None),
                          (node.owner, node.path, "org.freedesktop.DBus.Properties", "Get", name),
                          (node.owner, node.path, ATSPI + "Accessible", "GetState", None),
                          (node.owner, node.path, ATSPI + "Accessible", "GetChildren", None)]
            answers = self.call_many(calls)
            following = []
            for index, node in enumerate(level):
                role, name, states, children = answers[4 * index:4 * index + 4]
                if role is None or name is None or states is None or children is None:
                    node.role, node.children = "gone", []
                    continue
                node.role, node.name = role[0], name[0]
                bits = states[0][0] | states[0][1] << 32
                node.states = {state for state, bit in STATES.items() if bits >> bit & 1}
                node.children = [Node(self, owner, path, node) for owner, path in children[0]]
                following += node.children
            level = following
        return root
