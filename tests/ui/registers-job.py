#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the law cards stand on, seen and typed in the window: its traps in words, numbers of people, registers, papers. Prints TAP."""
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

folder = pathlib.Path(tempfile.mkdtemp(prefix='thidua-ui-'))
file = folder / 'a.thidua'
# A year's movement of the city: proposals that the law forbids, and one for which people are counted.
TABLES = {
    'rounds': 'code,title,level,summed_up_on,decided_on,decision_number\n'
              'TK2024-TP,Khen thưởng tổng kết cấp Thành phố,thanh-pho,2024-06-20,2024-12-31,15/QĐ-UBND\n',
    'nominations': 'code,round,nominee,award,achievement,state\n'
                   'B1,TK2024-TP,06712,co-tinh,b1,proposed\nB2,TK2024-TP,06712-02,bk-tinh-cn,b2,proposed\n'
                   'B3,TK2024-TP,06736,bk-tinh-tt,cchc-2024-06736,proposed\nB4,TK2024-TP,NV-02,gk-tp-cn,b4,proposed\n'
                   'B5,TK2024-TP,NV,ttldtt,b5,proposed\n',
    'disciplines': 'holder,kind,from,to,decision\nNV-02,khiển trách,2024-11-01,,7/QĐ-KL\n',
}


def cli(*arguments):
    return subprocess.run([os.environ['THIDUA_CLI'], *map(str, arguments)], capture_output=True, text=True, check=True).stdout


def rows(table):
    return list(csv.DictReader(io.StringIO(cli('export', file, table))))


def prepare():
    cli('new', file, '--template', 'mong-cai-2024-minh-hoa')
    paths = []
    for name, text in TABLES.items():
        paths.append(folder / f'{name}.csv')
        paths[-1].write_text(text, encoding='utf-8')
    cli('import', file, *paths)


def choose(program, code):
    """A nomination of the list, by searching for it."""
    program.keys('ctrl+f')
    program.type(code)
    program.wait(lambda: program.look('label', r'^1/\d+$'), f'{code} alone in the list')
    program.click(program.find('label', f'^{code}$'))


def the_laws_traps_are_told_in_words():
    with Program('--page=awards', file) as program:
        program.find('label', '^DN01$')
        for code, words in (('B1', 'từ ngày 14/03/2024 đến ngày 31/12/2024.*3 năm'),
                            ('B2', 'chỉ tính phong trào do cấp tỉnh'),
                            ('B3', 'cùng.*thành tích'),
                            ('B4', 'khiển trách.*7/QĐ-KL|7/QĐ-KL')):
            choose(program, code)
            program.find('label', words)
            program.picture('trap-' + code)
            program.keys('ctrl+f', 'Escape')
        program.click(program.find('page tab', '^Tiền thưởng$'))
        # Decided after 1 July 2024: which salary, from when, and which it is not.
        program.find('label', r'2\.340\.000.*01/07/2024.*1\.800\.000')
        program.picture('trap-salary')


def people_are_counted_beside_their_unit():
    """70 % of 13 people is 9,1: nine are too few, ten are enough."""
    with Program('--page=units', file) as program:
        program.keys('ctrl+f')
        program.type('phong noi vu')
        program.click(program.find('label', '^Phòng Nội vụ$'))
        for has, n in ((None, '13'), ('Lao động tiên tiến', '9')):
            program.press('push button', '^Thêm: số người')
            program.find('label', '^Thêm: số người$')
            # All its people are meant unless another kind is chosen; the list of kinds is searched by typing.
            if has:
                program.keys('space')
                time.sleep(0.5)
                program.type(has)
                time.sleep(0.5)
                program.keys('Down', 'Return')
                time.sleep(0.5)
            program.keys('Tab')
            program.type(n)
            program.picture('headcount')
            program.keys('ctrl+s')
            program.wait(lambda: any(r['people'] == n for r in rows('headcounts')), f'{n} people on file')
        program.picture('headcounts')
    assert {(r['unit'], r['has'], r['people']) for r in rows('headcounts')} == {('NV', 'all', '13'), ('NV', 'ldtt', '9')}
    assert [c['verdict'] for c in rows('law_cards') if (c['nomination'], c['condition']) == ('B5', 'ty-le')] == ['fail']
    with Program('--page=awards', file) as program:
        program.find('label', '^DN01$')
        choose(program, 'B5')
        program.find('label', '9/13 người; yêu cầu: 10')
        program.picture('trap-people')


def registers_stand_beside_the_person():
    with Program('--page=people', file) as program:
        program.keys('ctrl+f')
        program.type('NV-02')
        program.click(program.find('label', '^NV-02$'))
        program.find('label', '^khiển trách$')
        program.press('push button', '^Thêm: khen thưởng đã có')
        program.find('label', '^Thêm: khen thưởng đã có$')
        program.type('Lao động tiên tiến')
        program.picture('award-held')
        program.keys('Tab', 'Tab')
        program.type('12/QD')
        program.keys('Tab')
        program.type('20/12/2023')
        program.keys('ctrl+s')
        program.wait(lambda: any(r['holder'] == 'NV-02' for r in rows('awards_held')), 'the award on file')
        program.find('label', '^Lao động tiên tiến$')
        program.picture('registers')
        held = [r for r in rows('awards_held') if r['holder'] == 'NV-02']
        assert [(r['award'], r['decision'], r['decided_on']) for r in held] == [('ldtt', '12/QD', '2023-12-20')], held
        program.keys('ctrl+z')
        program.wait(lambda: not any(r['holder'] == 'NV-02' for r in rows('awards_held')), 'the award to go')


def papers_of_a_dossier_are_ticked():
    with Program('--page=awards', file) as program:
        program.find('label', '^DN01$')
        program.click(program.find('page tab', '^Hồ sơ$'))
        choose(program, 'DN01')
        program.find('label', 'còn thiếu 3 giấy tờ bắt buộc')
        program.click(program.find('check box', '^Biên bản xét khen thưởng$'))
        program.wait(lambda: rows('dossier_papers'), 'the paper on file')
        program.find('label', 'còn thiếu 2 giấy tờ bắt buộc')
        program.press('push button', '^Số, ngày…: Biên bản xét khen thưởng')
        program.find('label', '^Thêm: |^giấy tờ$')
        program.type('3/BB-HD')
        program.keys('ctrl+s')
        program.wait(lambda: rows('dossier_papers')[0]['number'] == '3/BB-HD', 'its number')
        program.find('label', 'số 3/BB-HD')
        program.picture('dossier')
        program.keys('ctrl+z', 'ctrl+z')
        program.wait(lambda: not rows('dossier_papers'), 'the paper to go')


def the_law_of_a_round_is_chosen():
    with Program('--page=awards', file) as program:
        program.find('label', '^DN01$')
        program.click(program.find('page tab', '^Đợt xét$'))
        program.find('label', '^theo ngày ban hành$')
        program.picture('round')


if __name__ == '__main__':
    prepare()
    sys.exit(driver.run([the_laws_traps_are_told_in_words, people_are_counted_beside_their_unit,
                         registers_stand_beside_the_person, papers_of_a_dossier_are_ticked,
                         the_law_of_a_round_is_chosen]))
