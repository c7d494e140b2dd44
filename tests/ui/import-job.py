#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An office's own workbook is brought in: columns guessed and corrected, wrong cells shown, one step, remembered. Prints TAP."""
import csv
import io
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

folder = pathlib.Path(tempfile.mkdtemp(prefix='thidua-import-'))
file = folder / 'a.thidua'
CATEGORY = 'bao-dai'


def cli(*arguments):
    return subprocess.run([os.environ['THIDUA_CLI'], *map(str, arguments)], capture_output=True, text=True, check=True).stdout


def units():
    return {u['code']: u for u in csv.DictReader(io.StringIO(cli('export', file, 'units')))}


def workbook(name, category=CATEGORY):
    grid = form_grid.Grid('Trang 1')
    rows = [['DANH SÁCH ĐƠN VỊ'], [], ['STT', 'Mã đơn vị', 'TÊN ĐƠN VỊ', 'Loại', 'Khối', 'Ghi chú'],
            ['1', 'M1', 'Phường Một', CATEGORY, 'Khối 9', 'P. Một'], ['2', 'M2', 'Phường Hai', category, 'Khối 9', 'P. Hai']]
    for r, row in enumerate(rows, 1):
        for c, text in enumerate(row, 1):
            grid.set(r, c, ('s', text))
    path = folder / name
    path.write_bytes(form_grid.to_xlsx([grid]))
    return path


def choose(program, path):
    """By the menu and the dialog for files, where a path can be typed."""
    program.keys('F10')
    program.press(None, 'Nhập từ Excel')
    time.sleep(1.5)
    program.type(str(path))
    time.sleep(0.5)
    program.keys('Return')
    program.find('label', 'được đọc là')


def wrong_cells_are_shown_and_nothing_is_written():
    with Program('--new=mong-cai-2024', '--page=units', file) as program:
        before = units()
        choose(program, workbook('sai.xlsx', 'KHONG-CO'))
        program.find('label', r'sai\.xlsx!Trang 1!D5: ')
        program.find('label', '1 dòng mới · 0 dòng sửa · 0 dòng giữ nguyên · 1 dòng không đọc được')
        program.picture('import-wrong')
        program.keys('ctrl+Return')
        time.sleep(0.5)
        assert units() == before
        program.keys('Escape')
        program.gone('label', 'được đọc là')


def a_workbook_is_one_step_and_its_columns_are_remembered():
    with Program('--page=units', file) as program:
        before = units()
        choose(program, workbook('dung.xlsx'))
        program.find('label', '2 dòng mới · 0 dòng sửa · 0 dòng giữ nguyên · 0 dòng không đọc được')
        # The column of notes is the short name: chosen by hand, with the keyboard.
        notes = program.find('combo box', '^Ghi chú$')
        program.click(notes)
        time.sleep(0.6)
        program.keys('Down', 'Down', 'Down', 'Return')
        time.sleep(1.5)
        program.picture('import-right')
        program.keys('ctrl+Return')
        program.wait(lambda: 'M2' in units(), 'the units in the file')
        assert units()['M1']['short_name'] == 'P. Một', units()['M1']
        program.gone('label', 'được đọc là')
        # The same again changes nothing, and is read the same way without being told.
        choose(program, workbook('lai.xlsx'))
        program.find('label', '0 dòng mới · 0 dòng sửa · 2 dòng giữ nguyên · 0 dòng không đọc được')
        program.keys('Escape')
        program.gone('label', 'được đọc là')
        program.keys('ctrl+z')
        program.wait(lambda: units() == before, 'the import to be taken back as one')


def a_long_import_shows_how_far_it_is_and_can_be_stopped():
    many = folder / 'many.csv'
    unit = sorted(units())[0]
    many.write_text('code,name,unit\n' + ''.join(f'N{i},Lê Văn {i},{unit}\n' for i in range(30000)), encoding='utf-8')
    with Program('--page=people', file) as program:
        choose(program, many)
        # Escape stops the trial under way; then the window goes, and nothing was written.
        program.find('progress bar', 'Tiến độ nhập')
        program.picture('import-long')
        program.keys('Escape')
        program.gone('label', 'được đọc là')
        assert cli('export', file, 'people').count('\n') == 1, 'nothing was to be written'
        # Once more, to its end.
        choose(program, many)
        program.find('label', '30000 dòng mới · 0 dòng sửa', patience=200)
        program.keys('ctrl+Return')
        program.find('label', 'Đang nhập')
        program.wait(lambda: program.look('label', 'được đọc là') is None, 'the import to end', patience=200)
        assert cli('export', file, 'people').count('\n') == 30001


if __name__ == '__main__':
    sys.exit(driver.run([wrong_cells_are_shown_and_nothing_is_written, a_workbook_is_one_step_and_its_columns_are_remembered,
                         a_long_import_shows_how_far_it_is_and_can_be_stopped]))
