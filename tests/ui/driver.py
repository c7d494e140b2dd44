# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the window as a person would: finds things by what a screen reader hears, types on the keyboard, looks at the picture.

Runs inside a display and a session bus of its own (tests/ui/run.sh).
"""
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
import warnings

from gi.repository import GLib

import accessible

warnings.simplefilter('ignore')

# What no run may print. What the desktop around us says (no portal, no settings daemon) is not ours.
FAULT = re.compile(r'CRITICAL|WARNING|runtime error|AddressSanitizer|LeakSanitizer')
NOT_OURS = re.compile(r'portal|dconf|at-spi|atspi|a11y|MESA|libEGL|vulkan', re.I)
PATIENCE = 40


# Beside that, what one script has to bear: it says which, and why.
BORNE = []


class Program:
    """The program under test; as a context it ends, and its messages are read, at the end."""

    def __init__(self, *arguments):
        self.lines = []
        self.process = subprocess.Popen([os.environ['THIDUA_PROGRAM'], *map(str, arguments)], stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT, text=True)
        threading.Thread(target=self._listen, daemon=True).start()
        self.bus = accessible.Bus()
        self.owner = self.wait(lambda: self.bus.program(self.process.pid), 'the program')
        self.frame = self.wait(lambda: next((thing for thing in self.everything() if thing.has('active')), None),
                               'its window to have the keyboard')
        time.sleep(0.5)

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        self.end()
        faults = [line for line in self.lines if FAULT.search(line) and not NOT_OURS.search(line)
                  and not any(words in line for words in BORNE)]
        if faults and kind is None:
            raise AssertionError('the program complained: ' + ''.join(faults[:12]))

    def _listen(self):
        for line in self.process.stdout:
            self.lines.append(line)

    def last_words(self):
        """What it said before its end: from the first fault on, which a sanitizer follows with where it was."""
        time.sleep(1)
        first = next((i for i, line in enumerate(self.lines) if FAULT.search(line)), len(self.lines) - 20)
        return self.lines[max(first, 0):][:60]

    # --- waiting and looking

    def wait(self, found, what, patience=PATIENCE):
        """Asks again and again until there is an answer."""
        end = time.monotonic() + patience
        while True:
            if self.process.poll() is not None:
                raise AssertionError(f'the program ended by itself while waiting for {what}: ' + ''.join(self.last_words()))
            try:
                answer = found()
                if answer:
                    return answer
            except GLib.Error:
                pass  # it went away while we looked
            if time.monotonic() > end:
                raise AssertionError(f'waited in vain for {what}')
            time.sleep(0.1)

    def everything(self):
        """All accessible things, depth first; GTK 4.8 does not say which of them are on the screen."""
        return self.bus.everything(self.owner)

    def look(self, role, name):
        """The first thing of a role whose name matches, or None."""
        return next((thing for thing in self.everything() if role in (None, thing.role) and re.search(name, thing.name)), None)

    def find(self, role, name, patience=PATIENCE):
        return self.wait(lambda: self.look(role, name), f'{role} “{name}”', patience)

    def gone(self, role, name):
        self.wait(lambda: self.look(role, name) is None, f'{role} “{name}” to go')

    def name_of(self, role, name):
        return self.find(role, name).name

    # --- doing

    def window(self):
        """The window or dialog in front; tooltips and popovers are smaller than any of ours."""
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                               capture_output=True, text=True).stdout.split()
        front = None
        for window in found:
            size = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', window], capture_output=True, text=True).stdout
            width, height = (int(re.search(rf'{name}=(\d+)', size).group(1)) if name in size else 0
                             for name in ('WIDTH', 'HEIGHT'))
            if width >= 300 and height >= 200:
                front = window
        return front

    def click(self, thing):
        self.wait(lambda: thing.box().width > 0, f'“{thing.name}” to have its place')
        box = thing.box()
        window = self.wait(self.window, 'a window on the screen')
        subprocess.check_call(['xdotool', 'mousemove', '--window', window, str(box.x + box.width // 2),
                               str(box.y + box.height // 2), 'click', '1'])

    def press(self, role, name):
        """Does what a thing does, as a screen reader would."""
        thing = self.find(role, name)
        self.wait(thing.act, f'“{name}” to be pressed')

    def keys(self, *keys):
        for key in keys:
            subprocess.check_call(['xdotool', 'key', '--clearmodifiers', key])
            time.sleep(0.08)

    def type(self, text):
        subprocess.check_call(['xdotool', 'type', '--delay', '30', text])

    def tab_to(self, find):
        """Goes by Tab alone to what find() finds: whoever has no mouse must get there too."""
        for _ in range(80):
            thing = find()
            if thing and thing.now().has('focused'):
                return thing
            self.keys('Tab')
        raise AssertionError('Tab does not lead there')

    def go(self, page):
        """To a page of the sidebar."""
        row = self.find('list item', f'^{page}$')
        # Beside a wide page the list of pages folds away in a window of this size.
        if row.box().x < 0:
            self.press('push button', '^Các trang$|^Các trang ')
            self.wait(lambda: row.box().x >= 0, 'the list of pages to come back')
        self.click(row)
        self.wait(lambda: row.now().has('selected'), f'the page “{page}”')

    def picture(self, name):
        """Takes a picture of the whole screen, when it has stopped moving."""
        path = os.path.join(os.environ.get('THIDUA_PICTURES') or tempfile.gettempdir(), name + '.png')
        last = None
        for _ in range(40):
            subprocess.check_call(['import', '-window', 'root', path])
            now = subprocess.check_output(['convert', path, 'rgb:-'])
            if now == last:
                break
            last = now
            time.sleep(0.2)
        return path

    def kill(self):
        """As a power cut."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def end(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        time.sleep(0.1)


def colors(path, box=None):
    """How many different colours a picture (or a part of it, WxH+X+Y) has: an empty page has few."""
    crop = ['-crop', box, '+repage'] if box else []
    return int(subprocess.check_output(['convert', path, *crop, '-format', '%k', 'info:']))


def run(tests):
    """Runs functions one after the other and prints TAP."""
    print(f'1..{len(tests)}', flush=True)
    failed = False
    for i, test in enumerate(tests, 1):
        try:
            test()
            print(f'ok {i} {test.__name__}', flush=True)
        except Exception as error:  # noqa: BLE001  whatever it is, it is this test's failure
            failed = True
            print(f'not ok {i} {test.__name__}', flush=True)
            for line in f'{type(error).__name__}: {error}'.splitlines():
                print('#', line, flush=True)
                # Where only what went wrong is shown, that is what comes this way.
                print(f'{test.__name__}:', line, file=sys.stderr, flush=True)
    return 1 if failed else 0
