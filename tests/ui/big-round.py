#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole round without a mouse: 40 collectives and 300 individuals from candidates to granted, the council's figures, and every step back.

Prints TAP.
"""
import csv
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import driver
from driver import Program

folder = pathlib.Path(tempfile.mkdtemp(prefix='thidua-round-'))
file = folder / 'a.thidua'
ROUND = 'TK2024-TP'
N_COLLECTIVES, N_PEOPLE = 40, 300
N = N_COLLECTIVES + N_PEOPLE
# A step of so many is worked out under the sanitizers, too.
PATIENCE = 120
# What a person changes on the way, and what is computed from it.
TABLES = ['nominations', 'rulings', 'ballots', 'votes']
# The decree names no share of votes for a Giấy khen; the office's own rules do, as an example: more than half of all members.
SHARE = {'share': {'num': 1, 'den': 2, 'more_than': True}, 'of': 'all-members', 'source': 'qc', 'verified': True}
PACK = {'format': 'thidua-law-pack/1', 'id': 'quy-che', 'title': 'Quy chế của thành phố', 'extends': 'nd98-2023',
        'sources': {'qc': 'Quy chế thi đua, khen thưởng (ví dụ)'},
        'awards': [{'code': code, 'vote': SHARE} for code in ('gk-tp-tt', 'gk-tp-cn')]}


def cli(*arguments):
    return subprocess.run([os.environ['THIDUA_CLI'], *map(str, arguments)], capture_output=True, text=True, check=True).stdout


def rows(table):
    return list(csv.DictReader(io.StringIO(cli('export', file, table))))


def prepare():
    """The movement of Móng Cái with as many people as such a round has, nobody nominated, and a council of nine."""
    cli('new', file, '--template', 'mong-cai-2024-minh-hoa')
    units = [row['code'] for row in rows('units') if not row['closed']]
    people = len(rows('people'))
    tables = {
        'people': 'code,name,unit,position,employment,leader\n' + ''.join(
            f'P{i:03},Nguyễn Văn Người {i},{units[i % len(units)]},Chuyên viên,cong-chuc,0\n' for i in range(people, N_PEOPLE)),
        'council_members': 'round,code,name,role,unit,present\n' + ''.join(
            f'{ROUND},HD{i},Ủy viên {i},{"chair" if i == 1 else "member"},,1\n' for i in range(1, 10)),
    }
    paths = []
    for name, text in tables.items():
        paths.append(folder / f'{name}.csv')
        paths[-1].write_text(text, encoding='utf-8')
    # Imported rows replace a round's fields: what stands in the file, with the office's rules.
    for name, lines in {
        'rounds': [{**row, 'law_pack': PACK['id']} for row in rows('rounds') if row['code'] == ROUND],
        'office': [{'key': 'register:awards_held', 'value': 'complete'}, {'key': 'register:disciplines', 'value': 'complete'},
                   {'key': 'law_pack:' + PACK['id'], 'value': json.dumps(PACK, ensure_ascii=False)}],
    }.items():
        paths.append(folder / f'{name}.csv')
        with open(paths[-1], 'w', newline='', encoding='utf-8') as out:
            writer = csv.DictWriter(out, lines[0].keys())
            writer.writeheader()
            writer.writerows(lines)
    cli('import', file, *paths)


def what_stands():
    """What the steps change and what is computed from it, as text."""
    return [cli('export', file, table) for table in TABLES]


def states():
    counts = {}
    for row in rows('nominations'):
        counts[row['state']] = counts.get(row['state'], 0) + 1
    return counts


def all_selected(program, n):
    """Ctrl+A in the list of nominations, once the keyboard is there."""
    def selected():
        program.keys('ctrl+a')
        return program.look('label', f'^chọn {n}/{n}$')
    program.wait(selected, f'all {n} to be selected')


def nominate(program, n, total):
    """All candidates of the first award that still has any, in one step."""
    program.keys('ctrl+shift+n')
    program.find('push button', '^Đề nghị 0')
    program.keys('ctrl+a')
    program.find('push button', f'^Đề nghị {n}')
    program.keys('alt+n')
    program.gone('push button', '^Đề nghị [0-9]')
    all_selected(program, total)


def take_step(program, n, paper, state):
    """Those that may take the step that comes next do so, with its paper."""
    program.keys('ctrl+Return')
    program.find('push button', f'^Ghi bước của {n} đề nghị')
    program.type(paper)
    program.keys('Return')
    program.wait(lambda: states() == {state: N}, f'all to be {state}', PATIENCE)


def propose(program):
    take_step(program, f'{N - 5} trong {N}', '12/TTr-NV', 'proposed')


def review(program):
    all_selected(program, N)
    take_step(program, N, '13/BB-HD', 'reviewed')


def rule(program):
    """The criterion is the province's own plan, which no figure says: whoever is responsible says it, of all at once."""
    all_selected(program, N)
    button = program.find('push button', '^Ngoại lệ…')
    program.tab_to(lambda: button)
    program.keys('space')
    program.find('label', '^Ngoại lệ về điều kiện')
    program.type('Chu tich UBND')
    program.keys('Tab')
    program.type('Dat theo ke hoach')
    program.keys('Return')
    program.wait(lambda: len(rows('rulings')) == N, 'the rulings', PATIENCE)


def count_votes(program):
    """The council's count, by both counters, of all at once: nine of nine issued, returned, valid and for."""
    program.keys('ctrl+3')
    program.wait(lambda: program.keys('ctrl+a') or program.look('push button', f'^Ghi phiếu cho {N} đề nghị'), 'all to be selected')
    for _ in range(2):
        program.keys('Tab', 'Tab', 'Tab', 'Tab')
        program.type('9')
    program.keys('Return', 'Return')
    program.wait(lambda: len(rows('ballots')) == 2 * N, 'the counts', PATIENCE)
    votes = [row for row in rows('votes') if row['verdict']]
    assert len(votes) == N and all((row['for'], row['base_count'], row['verdict']) == ('9', '9', 'pass') for row in votes), votes[:3]
    program.picture('round-votes')
    program.keys('ctrl+1')


def submit(program):
    all_selected(program, N)
    take_step(program, N, '14/TTr-UBND', 'submitted')


def grant(program):
    all_selected(program, N)
    take_step(program, N, '15/QD-UBND', 'granted')


def settled():
    """What stands, when it is read twice alike."""
    before, now = None, what_stands()
    while before != now:
        time.sleep(0.5)
        before, now = now, what_stands()
    return now


def walk(program, key, stood):
    """One press is one step, and none is lost, also when it comes while the window is still busy with the one before."""
    for goal in stood:
        last, end = what_stands(), time.monotonic() + PATIENCE
        program.keys(key)
        while (now := what_stands()) == last and time.monotonic() < end:
            time.sleep(0.2)
        now = settled()
        assert now != last, f'{key} was lost'
        assert now == goal, 'it stands as it never stood'


STEPS = [lambda program: nominate(program, N_COLLECTIVES - 3, N_COLLECTIVES + 2),
         lambda program: nominate(program, N_PEOPLE - 2, N), propose, review, rule, count_votes, submit, grant]


def a_round_goes_from_candidates_to_granted_by_keyboard_and_back():
    """One step of the file each, so that Ctrl+Z takes back one each, down to how it began, and Ctrl+Shift+Z brings all again."""
    with Program('--page=awards', file) as program:
        program.find('page tab', '^Hội đồng$')
        stood = [what_stands()]
        for step in STEPS:
            step(program)
            stood.append(what_stands())
        assert all(before != after for before, after in zip(stood, stood[1:])), 'a step changed nothing'
        program.picture('round-granted')
        walk(program, 'ctrl+z', stood[-2::-1])
        walk(program, 'ctrl+shift+z', stood[1:])


if __name__ == '__main__':
    prepare()
    sys.exit(driver.run([a_round_goes_from_candidates_to_granted_by_keyboard_and_back]))
