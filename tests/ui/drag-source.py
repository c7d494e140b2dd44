#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""drag-source.py PATH: a small window from which a file or folder is dragged, as from the file manager."""
import sys

import gi

gi.require_version('Gtk', '4.0')
gi.require_version('Gdk', '4.0')
from gi.repository import Gdk, Gio, GLib, Gtk  # noqa: E402


def activate(app):
    window = Gtk.Window(application=app, decorated=False, default_width=60, default_height=200)
    label = Gtk.Label(label='⠿')
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    uri = Gio.File.new_for_path(sys.argv[1]).get_uri() + '\r\n'
    source.connect('prepare', lambda *_: Gdk.ContentProvider.new_for_bytes('text/uri-list', GLib.Bytes.new(uri.encode())))
    label.add_controller(source)
    window.set_child(label)
    window.present()


app = Gtk.Application(flags=Gio.ApplicationFlags.NON_UNIQUE)
app.connect('activate', activate)
app.run([])
