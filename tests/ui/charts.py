#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Charts by hand: heard, walked by keys, turned into a table, looked at in part, and gone from to the record. Prints TAP."""
import pathlib
import subprocess
import sys
import tempfile

import driver
from driver import Program

folder = pathlib.Path(tempfile.mkdtemp(prefix='thidua-charts-'))
file = folder / 'a.thidua'
ALL = 'từ Quý I/2024 đến Quý IV/2024'


def describe(program, title, part, patience=driver.PATIENCE):
    """The chart of a title, once it says a part."""
    def look():
        chart = program.look('image', title)
        return chart if chart and part in chart.description else None
    return program.wait(look, f'“{title}” to say “{part}”', patience)


def drag(program, chart, start, end):
    """Over a chart, from one share of its width to another."""
    box = chart.box()
    window = program.wait(program.window, 'a window on the screen')
    y = str(box.y + box.height // 2)
    run = lambda *words: subprocess.check_call(['xdotool', *words])  # noqa: E731
    run('mousemove', '--window', window, str(box.x + int(box.width * start)), y)
    run('mousedown', '1')
    for step in range(1, 11):
        run('mousemove', '--window', window, str(box.x + int(box.width * (start + (end - start) * step / 10))), y)
    run('mouseup', '1')


def every_chart_says_what_it_shows():
    with Program('--new=mong-cai-2024-minh-hoa', '--page=overview', file) as program:
        charts = program.wait(lambda: [thing for thing in program.everything() if thing.role == 'image'
                                       and thing.description.startswith(('Biểu đồ', 'Bản đồ'))
                                       and thing.has('focusable')], 'charts')
        assert len(charts) == 7, [chart.name for chart in charts]
        for chart in charts:
            words = chart.description
            assert chart.name in words and len(words) > 100, words


def keys_walk_over_the_marks():
    with Program('--page=overview', file) as program:
        chart = describe(program, '^Kết quả chỉ tiêu so với mục tiêu', 'Số dòng: 4')
        program.tab_to(lambda: chart)
        program.keys('Home')
        describe(program, '^Kết quả chỉ tiêu so với mục tiêu', 'CT01')
        seen = [chart.now().description]
        for _ in range(3):
            program.keys('Down')
            program.wait(lambda: chart.now().description not in seen, 'the next mark')
            seen.append(chart.description)
        program.keys('Down')  # there is none further
        assert chart.now().description == seen[-1]
        assert all('Mục tiêu' in words for words in seen), seen
        # Enter leads to the record: the page of the target.
        assert program.look('label', '^CT01') is None
        program.keys('Home', 'Return')
        program.find('label', '^CT01')
        program.find('image', '^Diễn biến')


def a_part_of_the_time():
    with Program('--page=overview', file) as program:
        title = '^Diễn biến chỉ số$'
        chart = describe(program, title, ALL)
        program.tab_to(lambda: chart)
        program.wait(lambda: 0 < chart.box().y < 500, 'the chart to come into sight')
        program.picture('chart-all')
        # The two periods in the middle; a drag is no click, so no record is opened.
        drag(program, chart, 0.2, 0.55)
        describe(program, title, 'Lọc theo: từ Quý II/2024 đến Quý III/2024')
        program.picture('chart-part')
        program.keys('shift+Right')
        describe(program, title, 'Lọc theo: từ Quý III/2024 đến Quý IV/2024')
        program.keys('Escape')
        describe(program, title, ALL)
        # The same by keys alone.
        program.keys('End', 'plus')
        program.wait(lambda: 'Quý IV/2024' in chart.now().description, 'the last two')
        program.keys('0')
        describe(program, title, ALL)


def shows_the_table():
    with Program('--page=overview', file) as program:
        chart = describe(program, '^Diễn biến chỉ số$', ALL)
        program.tab_to(lambda: chart)
        program.keys('t')
        program.find(None, '^Quý III/2024$')
        program.find(None, '^74,07')


def a_period_is_chosen():
    with Program('--page=overview', file) as program:
        program.find('push button', '^Chỉ số chung: 74,07')
        program.tab_to(lambda: next((thing for thing in program.everything() if thing.role == 'push button'
                                     and thing.parent.name == 'Kỳ'), None))
        program.keys('space', 'Down', 'Down', 'Return')  # latest, first, second
        # Of Quý II as it stood when it was due.
        program.find('push button', '^Chỉ số chung: 50,24')
        program.find(None, '^Đến ngày 05/07/2024')


if __name__ == '__main__':
    sys.exit(driver.run([every_chart_says_what_it_shows, keys_walk_over_the_marks, a_part_of_the_time, shows_the_table,
                         a_period_is_chosen]))
