# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told of a program, straight from its accessibility bus.

GTK answers one question with the names of all things known (`org.a11y.atspi.Cache.GetItems`), and takes many at once. To walk
from thing to thing, as the common bindings do, is four questions and answers for each: a page took seconds, and the program had
no time for its own work.
"""
import collections

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402  Atspi for its names of roles and states only

PREFIX = 'org.a11y.atspi.'
ROOT = '/org/a11y/atspi/accessible/root'
WINDOW = 1  # coordinates are the window's
ANSWER = 30000  # ms; a program under the sanitizers may have much to do
STATES = {name.lower(): int(getattr(Atspi.StateType, name)) for name in
          ('ACTIVE', 'CHECKED', 'EDITABLE', 'FOCUSABLE', 'FOCUSED', 'SELECTED', 'SENSITIVE')}

Box = collections.namedtuple('Box', 'x y width height')


class Bus:
    """The accessibility bus of this session."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None,
                                    Gio.DBusCallFlags.NONE, ANSWER, None).unpack()[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    def ask(self, owner, path, interface, question, arguments=None):
        answer = self.connection.call_sync(owner, path, interface, question, arguments, None,
                                           Gio.DBusCallFlags.NO_AUTO_START, ANSWER, None)
        return answer.unpack()

    def program(self, pid):
        """The bus name of the program with a process id, when it has come; else None."""
        for owner, _ in self.ask(PREFIX + 'Registry', ROOT, PREFIX + 'Accessible', 'GetChildren')[0]:
            if self.ask('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'GetConnectionUnixProcessID',
                        GLib.Variant('(s)', (owner,)))[0] == pid:
                return owner
        return None

    def everything(self, owner):
        """All things of a program, depth first; GTK 4.8 does not say which of them are on the screen."""
        known = self.items(owner)
        children = self.children(owner)
        if any(path not in known for paths in children.values() for path in paths):
            known = self.items(owner)  # to be asked for its children is what makes a thing known
        stack = [(None, ROOT)]
        while stack:
            above, path = stack.pop()
            if path in known:  # else it went away while we looked
                thing = known[path]
                thing.parent = above
                yield thing
                stack.extend((thing, child) for child in reversed(children.get(path, ())))

    def items(self, owner):
        return {path: Thing(self, owner, path, role, name, description, states)
                for (_, path), _, _, _, _, _, name, role, description, states in
                self.ask(owner, '/org/a11y/atspi/cache', PREFIX + 'Cache', 'GetItems')[0]}

    def children(self, owner):
        """The paths below each path, from the root on. A whole level is asked for at once."""
        found, level = {}, [ROOT]
        while level:
            waiting = set(level)

            def answered(connection, result, path):
                waiting.discard(path)
                try:
                    found[path] = [child for _, child in connection.call_finish(result).unpack()[0]]
                except GLib.Error:
                    found[path] = []  # it went away while we looked

            for path in level:
                self.connection.call(owner, path, PREFIX + 'Accessible', 'GetChildren', None, None,
                                     Gio.DBusCallFlags.NO_AUTO_START, ANSWER, None, answered, path)
            while waiting:
                GLib.MainContext.default().iteration(True)
            level = [child for path in level for child in found[path]]
        return found


class Thing:
    """One thing as it was when it was asked for: `role`, `name`, `description`, `is_…`; what has parentheses is asked for now."""

    def __init__(self, bus, owner, path, role, name, description, states):
        self.bus, self.owner, self.path = bus, owner, path
        self.role, self.name, self.description = Atspi.role_get_name(Atspi.Role(role)), name, description
        self.states = states[0] | states[1] << 32
        self.parent = None

    def has(self, state):
        return bool(self.states >> STATES[state] & 1)

    def ask(self, interface, question, arguments=None):
        return self.bus.ask(self.owner, self.path, PREFIX + interface, question, arguments)

    def get(self, interface, name):
        return self.bus.ask(self.owner, self.path, 'org.freedesktop.DBus.Properties', 'Get',
                            GLib.Variant('(ss)', (PREFIX + interface, name)))[0]

    def now(self):
        """The same, as it is now."""
        self.name, self.description = self.get('Accessible', 'Name'), self.get('Accessible', 'Description')
        states = self.ask('Accessible', 'GetState')[0]
        self.states = states[0] | states[1] << 32
        return self

    def box(self):
        """x, y, width and height in its window."""
        return Box(*self.ask('Component', 'GetExtents', GLib.Variant('(u)', (WINDOW,)))[0])

    def act(self):
        """Does what it does; whether it did."""
        return self.get('Action', 'NActions') > 0 and self.ask('Action', 'DoAction', GLib.Variant('(i)', (0,)))[0]

    def text(self):
        return self.ask('Text', 'GetText', GLib.Variant('(ii)', (0, self.get('Text', 'CharacterCount'))))[0]

    def caret(self):
        return self.get('Text', 'CaretOffset')

    def selections(self):
        return self.ask('Text', 'GetNSelections')[0]
