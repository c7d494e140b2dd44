#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An import of weeks ago is taken back from the page of history; what came later is shown and asked about. Prints TAP."""
import csv
import io
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import driver
from driver import Program

folder = pathlib.Path(tempfile.mkdtemp(prefix='thidua-undo-'))
file = folder / 'a.thidua'


def cli(*arguments):
    return subprocess.run([os.environ['THIDUA_CLI'], *map(str, arguments)], capture_output=True, text=True, check=True).stdout


def bring(name, text):
    (folder / name).write_text(text, encoding='utf-8')
    cli('import', file, folder / name)


def people():
    return [p['name'] for p in csv.DictReader(io.StringIO(cli('export', file, 'people')))]


def button(program):
    """The page's, not the window's for the last change."""
    buttons = [t for t in program.everything() if t.role == 'push button' and t.name == 'Hoàn tác'
               and t.box().y > 60]
    assert len(buttons) == 1, buttons
    return buttons[0]


def ask(program):
    program.click(button(program))
    program.find('label', 'Lê Thị Thanh Bình: đã bị sửa sau đó')


def what_came_later_is_asked_about():
    cli('new', file, '--template', 'mong-cai-2024')
    bring('people.csv', 'code,name,unit\nN1,Lê Văn An,06712\nN2,Lê Thị Bình,06712\nN3,Lê Văn Cao,06712\n')
    bring('people.csv', 'code,name,unit\nN2,Lê Thị Thanh Bình,06712\n')
    bring('awards_held.csv', 'holder,award,decided_on\nN3,gk-tp-cn,2023-12-20\n')
    with Program('--page=history', file) as program:
        cells = program.wait(lambda: [t for t in program.everything() if 'people.csv' in t.name
                                      and t.role == 'label'], 'the two imports')
        assert len(cells) >= 2, [c.name for c in cells]
        program.click(cells[-1])
        program.picture('undo-selected')
        time.sleep(0.5)
        ask(program)
        program.find(None, 'Lê Văn Cao: đang được 1 bản ghi')
        program.picture('undo-asks')
        program.keys('Escape')
        time.sleep(0.5)
        assert len(people()) == 3, people()
        ask(program)
        program.press('push button', 'hoàn tác phần còn lại')
        program.wait(lambda: people() == ['Lê Thị Thanh Bình', 'Lê Văn Cao'], 'the rest to be taken back')
        program.picture('undo-kept')
        # The change stays selected, and cannot be taken back twice.
        program.wait(lambda: not button(program).has('sensitive'),
                     'the button to be insensitive')


if __name__ == '__main__':
    sys.exit(driver.run([what_came_later_is_asked_about]))
