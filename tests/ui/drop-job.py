#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Things are dragged onto the window: a folder of forms is collected, a table is imported. Prints TAP."""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / 'tables'))
import driver  # noqa: E402
import form_grid  # noqa: E402
from driver import Program  # noqa: E402

folder = pathlib.Path(tempfile.mkdtemp(prefix='thidua-drop-'))
file = folder / 'a.thidua'


def cli(*arguments):
    return subprocess.run([os.environ['THIDUA_CLI'], *map(str, arguments)], capture_output=True, text=True, check=True).stdout


def xdotool(*arguments):
    return subprocess.run(['xdotool', *map(str, arguments)], check=True, capture_output=True, text=True).stdout


def drag(program, path):
    """Takes hold of the small window at the screen's right edge and lets go over ours."""
    source = subprocess.Popen([sys.executable, str(pathlib.Path(__file__).with_name('drag-source.py')), str(path)])
    try:
        window = program.wait(lambda: subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(source.pid)],
                                                     capture_output=True, text=True).stdout.split(), 'the drag source')[-1]
        time.sleep(0.5)
        xdotool('windowmove', window, 1295, 300)
        time.sleep(0.5)
        xdotool('mousemove', 1325, 400, 'mousedown', 1)
        for step in range(1, 30):
            xdotool('mousemove', 1325 - 20 * step, 400)
            time.sleep(0.05)
        time.sleep(0.5)
        xdotool('mouseup', 1)
        time.sleep(1)
    finally:
        source.terminate()
        source.wait()


def a_folder_of_forms_is_collected():
    cli('new', file, '--template', 'mong-cai-2024')
    cli('forms', file, '--period', '2024-Q1', '-o', folder / 'forms')
    (folder / 'forms' / 'công văn.pdf').write_bytes(b'%PDF-1.7')
    n = len(list((folder / 'forms').glob('*.xlsx')))
    with Program('--page=overview', file) as program:
        drag(program, folder / 'forms')
        program.find('label', f'^{n} biểu · 0 số liệu thay đổi')


def a_table_is_imported():
    grid = form_grid.Grid('Trang 1')
    for r, row in enumerate([['Mã', 'Tên'], ['Z1', 'Loại một'], ['Z2', 'Loại hai']], 1):
        for c, text in enumerate(row, 1):
            grid.set(r, c, ('s', text))
    (folder / 'Loại đơn vị.xlsx').write_bytes(form_grid.to_xlsx([grid]))
    with Program('--page=overview', file) as program:
        drag(program, folder / 'Loại đơn vị.xlsx')
        program.find('label', '^2 dòng mới')


if __name__ == '__main__':
    sys.exit(driver.run([a_folder_of_forms_is_collected, a_table_is_imported]))
