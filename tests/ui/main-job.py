#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job by hand: open the movement, type figures, see form, ranking and charts follow, undo, restart, history. Prints TAP."""
import pathlib
import subprocess
import sys
import tempfile
import time

import driver
from driver import Program

# GTK's own window of keys puts the numbers of its pages into buttons that are narrower than their padding.
driver.BORNE.append('reported min width -3')

folder = pathlib.Path(tempfile.mkdtemp(prefix='thidua-ui-'))
file = folder / 'a.thidua'
UNIT, TARGET = 'Phòng Nội vụ', 'CT01'
CELL = rf'^{UNIT}, {TARGET}\b'


def cli(*arguments):
    import os
    return subprocess.run([os.environ['THIDUA_CLI'], *map(str, arguments)], capture_output=True, text=True, check=True).stdout


def type_into_cell(program, text):
    program.click(program.find('table cell', CELL))
    time.sleep(0.3)
    program.type(text)
    program.keys('Return')


def total():
    for line in cli('export', file, 'ranking').splitlines():
        if f',{UNIT},' in line or line.split(',')[1:2] == ['NV']:
            return line
    return None


def opens_the_movement():
    with Program('--new=mong-cai-2024', '--page=overview', file) as program:
        program.find('push button', 'Chỉ số chung')
        program.find('image', 'Đơn vị và chỉ tiêu')
        for page in ['Báo cáo', 'Chỉ tiêu', 'Đơn vị', 'Cá nhân', 'Xếp hạng', 'Khen thưởng', 'Lịch sử', 'Tổng quan']:
            program.go(page)
        picture = program.picture('overview')
        assert driver.colors(picture) > 200, 'the overview looks empty'


def the_list_of_pages_stays_beside_them():
    """At 1280 pixels a page and the list of pages stand side by side: nobody has to fetch it back."""
    with Program('--page=overview', file) as program:
        width = program.frame.box().width
        assert width <= 1300, f'the window is {width} wide: this would say nothing about 1280'
        for page in ['Báo cáo', 'Chỉ tiêu', 'Đơn vị', 'Cá nhân', 'Xếp hạng', 'Hồ sơ', 'Lịch sử', 'Tổng quan']:
            program.go(page)
            time.sleep(0.6)  # folding away takes its time
            row = program.find('list item', f'^{page}$')
            x = row.box().x
            assert x >= 0, f'beside “{page}” the list of pages has folded away (x {x})'
        program.go('Đơn vị')
        program.press('push button', '^Trang đơn vị$')
        time.sleep(0.6)
        assert program.find('list item', '^Tổng quan$').box().x >= 0


def typing_changes_everything_at_once():
    with Program('--page=reports', file) as program:
        before = program.name_of('table cell', CELL)
        type_into_cell(program, '3/4')
        program.wait(lambda: '3/4' in program.name_of('table cell', CELL), 'the cell to show 3/4')
        assert '3/4' not in before
        # The form beside the grid shows the same record.
        program.click(program.find('table cell', CELL))
        program.wait(lambda: any((thing.role == 'text'
                                  and thing.text() == '3')
                                 for thing in program.everything()), 'the form to show 3')
        # On the units' own basis it counts at once.
        program.press('push button', '^Điểm tự đánh giá$')
        program.go('Xếp hạng')
        program.find('table cell', rf'^{UNIT}$|{UNIT}')
        program.go('Tổng quan')
        program.find('image', 'Đơn vị và chỉ tiêu')
        program.picture('typed')
    assert ',3,4,' in [line for line in cli('export', file, 'entries').splitlines() if 'NV' in line and TARGET in line][0]


def control_z_takes_it_back_after_a_restart():
    with Program('--page=reports', file) as program:
        program.wait(lambda: '3/4' in program.name_of('table cell', CELL), 'the cell to show 3/4')
        program.click(program.find('table cell', CELL))
        program.keys('ctrl+z')
        program.wait(lambda: '3/4' not in program.name_of('table cell', CELL), 'the cell to be empty again')
        program.keys('ctrl+shift+z')
        program.wait(lambda: '3/4' in program.name_of('table cell', CELL), 'the cell to show 3/4 again')


def history_says_it_in_words():
    with Program('--page=history', file) as program:
        program.find(None, f'{UNIT}.*{TARGET}|{TARGET}.*{UNIT}')
        program.picture('history')


def wrong_input_is_held_in_its_cell():
    with Program('--page=reports', file) as program:
        type_into_cell(program, '7/4')
        program.wait(lambda: '7/4' in program.name_of('table cell', CELL), 'the cell to hold what was typed')
        program.picture('wrong')
        program.keys('Up', 'Escape')
        program.wait(lambda: '3/4' in program.name_of('table cell', CELL), 'the cell to keep 3/4')


def what_was_shown_as_saved_survives_a_power_cut():
    program = Program('--page=reports', file)
    type_into_cell(program, '2/4')
    program.wait(lambda: '2/4' in program.name_of('table cell', CELL), 'the cell to show 2/4')
    program.kill()
    assert ',2,4,' in [line for line in cli('export', file, 'entries').splitlines() if 'NV' in line and TARGET in line][0]
    cli('check', file)


def everything_is_found_without_marks():
    with Program('--page=overview', file) as program:
        program.find('push button', 'Chỉ số chung')
        program.keys('ctrl+k')
        program.find(None, 'Tìm khắp nơi')
        time.sleep(0.5)
        program.type('quan ly do thi')
        program.find('label', 'Phòng Quản lý đô thị')
        program.picture('search')
        program.keys('Return')
        program.find('text', '^Tên$')
        program.picture('found')


def a_file_that_cannot_be_shown_is_said_to_be():
    other = folder / 'thư.thidua'
    other.write_text('Kính gửi')
    for path, why in ((folder / 'none.thidua', 'không có tệp “.*none.thidua”'), (other, 'không phải tệp Thi Đua')):
        with Program(path) as program:
            program.find(None, '^Không mở được tệp$')
            program.find('label', why)
    with Program('--page=overview', file) as first:
        first.find('push button', 'Chỉ số chung')
        with Program('--page=overview', file) as second:
            second.find('push button', 'Chỉ số chung')
            second.find('label', 'đang được mở để sửa bởi')


def the_keys_are_listed():
    with Program('--page=overview', file) as program:
        program.find('push button', 'Chỉ số chung')
        program.keys('ctrl+question')
        program.find('label', '^Bảng nhập báo cáo$')
        program.picture('keys')
        program.keys('Escape')
        program.gone('label', '^Bảng nhập báo cáo$')


if __name__ == '__main__':
    sys.exit(driver.run([opens_the_movement, the_list_of_pages_stays_beside_them, typing_changes_everything_at_once, control_z_takes_it_back_after_a_restart,
                         history_says_it_in_words, wrong_input_is_held_in_its_cell,
                         what_was_shown_as_saved_survives_a_power_cut, everything_is_found_without_marks,
                         a_file_that_cannot_be_shown_is_said_to_be, the_keys_are_listed]))
