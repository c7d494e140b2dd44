#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A block copied in LibreOffice Calc is pasted into the grid: 60 units × 20 targets, one step; ratios; figures held. Prints TAP.

The clipboard holds what Calc puts there: UTF8_STRING, columns apart by tabs, rows by line ends, cells with a line end in
quotes, numbers as they are shown.
"""
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

folder = pathlib.Path(tempfile.mkdtemp(prefix='thidua-paste-'))
UNITS, TARGETS = 60, 20


def cli(*arguments):
    return subprocess.run([os.environ['THIDUA_CLI'], *map(str, arguments)], capture_output=True, text=True, check=True).stdout


def write(name, head, rows):
    path = folder / f'{name}.csv'
    with open(path, 'w', encoding='utf-8', newline='') as out:
        csv.writer(out).writerows([head.split(','), *rows])
    return path


def make(name, kinds):
    """A movement of 60 units and a target of each kind."""
    file = folder / f'{name}.thidua'
    cli('new', file)
    cli('import', file,
        write('movement', 'code,title,starts,ends,decimals', [('M1', 'Thử dán', '2024-01-01', '2024-12-31', 2)]),
        write('categories', 'code,name', [('xp', 'Xã, phường')]),
        write('units', 'code,name,category,block', [(f'U{u:02}', f'Phường số {u:02}', 'xp', 'Khối 1') for u in range(UNITS)]),
        write('periods', 'code,name,starts,ends,due', [('P1', 'Quý I/2024', '2024-01-01', '2024-03-31', '2024-04-05')]),
        write('areas', 'code,name', [('L1', 'Cải cách')]),
        write('targets', 'code,area,name,kind,accumulation,direction,goal,rule,max_points,frequency,if_none_arising,if_missing,'
              'applies_to', [(f'T{t:02}', 'L1', f'Chỉ tiêu {t:02}', kind, 'sum' if kind == 'ratio' else 'latest', 'higher', 100,
                              'linear', 5, 'period', 'full' if kind == 'ratio' else '', 'zero', 'all')
                             for t, kind in enumerate(kinds)]))
    return file


def entries(file):
    return {(e['unit'], e['target']): e for e in csv.DictReader(io.StringIO(cli('export', file, 'entries')))}


def copy(text):
    """As another program that holds the clipboard until somebody else copies."""
    subprocess.run(['xclip', '-selection', 'clipboard', '-t', 'UTF8_STRING', '-i'], input=text.encode(), check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def first_cell(program):
    cell = program.find('table cell', r'^Phường số 00, T00\b')
    program.click(cell)
    time.sleep(0.3)


def figure(u, t):
    """Decimals, thousands, a zero: as Calc shows them in Vietnamese; and what is meant."""
    value = u * 37 + t
    return [(f'{value}', f'{value}'), (f'{value},5', f'{value}.5'), (f'1.0{value % 100:02}.{value % 1000:03},25', None),
            ('0', '0')][(u + t) % 4]


def meant(u, t):
    shown, plain = figure(u, t)
    if plain is None:
        plain = shown.replace('.', '').replace(',', '.')
    return plain


def a_block_of_60_by_20_is_one_step():
    file = make('large', ['amount'] * TARGETS)
    with Program('--page=reports', file) as program:
        first_cell(program)
        copy('\r\n'.join('\t'.join(figure(u, t)[0] for t in range(TARGETS)) for u in range(UNITS)) + '\r\n')
        program.keys('ctrl+v')
        program.wait(lambda: len(entries(file)) == UNITS * TARGETS, 'the figures in the file')
        there = entries(file)
        wrong = [(u, t, there[f'U{u:02}', f'T{t:02}']['amount'], meant(u, t)) for u in range(UNITS) for t in range(TARGETS)
                 if there[f'U{u:02}', f'T{t:02}']['amount'] != meant(u, t)]
        assert not wrong, wrong[:5]
        program.picture('pasted')
        program.keys('ctrl+z')
        program.wait(lambda: not entries(file), 'all of it to be taken back at once')
        program.keys('ctrl+shift+z')
        program.wait(lambda: len(entries(file)) == UNITS * TARGETS, 'all of it to be there again')


def ratios_come_in_one_column_or_two():
    file = make('ratio', ['ratio', 'ratio', 'amount'])
    with Program('--page=reports', file) as program:
        first_cell(program)
        copy('12/15\t0/0\t"1,5\n"\n3/4\t\t2\n')
        program.keys('ctrl+v')
        program.wait(lambda: len(entries(file)) == 5, 'five figures')
        there = entries(file)
        assert (there['U00', 'T00']['done'], there['U00', 'T00']['due']) == ('12', '15')
        assert (there['U00', 'T01']['done'], there['U00', 'T01']['due']) == ('0', '0')
        assert there['U00', 'T02']['amount'] == '1.5' and there['U01', 'T02']['amount'] == '2'
        # Calc leaves one column for each figure: done, due, done, due, amount.
        first_cell(program)
        copy('5\t6\t7\t8\t9\n1\t2\t3\t4\t5\n')
        program.keys('ctrl+v')
        program.wait(lambda: len(entries(file)) == 6, 'six figures')
        there = entries(file)
        assert [there['U00', t][f] for t, f in (('T00', 'done'), ('T00', 'due'), ('T01', 'done'), ('T01', 'due'),
                                                ('T02', 'amount'))] == ['5', '6', '7', '8', '9']
        program.keys('ctrl+z')
        program.wait(lambda: entries(file)['U00', 'T00']['done'] == '12', 'the first paste to be back')


def what_can_be_read_two_ways_is_held():
    file = make('held', ['amount', 'amount'])
    with Program('--page=reports', file) as program:
        first_cell(program)
        copy('1,234\t7\n')
        program.keys('ctrl+v')
        program.wait(lambda: len(entries(file)) == 1, 'the figure beside it')
        assert entries(file)['U00', 'T01']['amount'] == '7'
        program.find('table cell', r'^Phường số 00, T00\b.*1,234')
        program.picture('held')


if __name__ == '__main__':
    sys.exit(driver.run([a_block_of_60_by_20_is_one_step, ratios_come_in_one_column_or_two, what_can_be_read_two_ways_is_held]))
