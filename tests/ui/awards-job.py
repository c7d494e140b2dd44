#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A round of commendation from the keyboard: candidates, a step for all, a ruling, ballots, undo. Prints TAP."""
import csv
import io
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import driver
from driver import Program

# The report's text finds its height only while it is drawn, and GTK 4.8 draws its scroll bar's trough a frame early.
driver.BORNE.append('Trying to snapshot GtkGizmo')

folder = pathlib.Path(tempfile.mkdtemp(prefix='thidua-ui-'))
file = folder / 'a.thidua'
# Law, registers and a council, so that cards and votes have something to say.
TABLES = {
    'council_members': 'round,code,name,role,unit,present\n' + ''.join(
        f'TK2024-TP,HD{i},Ủy viên {i},{"chair" if i == 1 else "member"},{"NV" if i == 2 else ""},1\n' for i in range(1, 10)),
    'quotas': 'round,award,group,limit\nTK2024-TP,gk-tp-tt,all,2\n',
    'office': 'key,value\nregister:awards_held,complete\nregister:disciplines,complete\n',
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


def open_page():
    program = Program('--page=awards', file)
    program.find('page tab', '^Hội đồng$')
    return program


def focused(program, name):
    thing = program.look('list item', name)
    return thing and thing.has('focused')


def labels(program, name):
    return [thing for thing in program.everything() if thing.role == 'label' and re.search(name, thing.name)]


def candidates_are_nominated_in_one_step():
    before = len(rows('nominations'))
    with open_page() as program:
        program.keys('ctrl+shift+n')
        program.find('push button', '^Đề nghị 0')
        program.picture('awards-candidates')
        program.keys('ctrl+a')
        n = int(program.wait(lambda: program.look('push button', '^Đề nghị [1-9]'), 'the candidates to be selected')
                .name.split()[2])
        program.keys('alt+n')
        program.wait(lambda: len(rows('nominations')) == before + n, 'the nominations')
        program.gone('push button', '^Đề nghị [0-9]')
        program.keys('ctrl+z')
        program.wait(lambda: len(rows('nominations')) == before, 'the nominations to go')
        assert rows('nomination_steps') == []


def search_needs_no_marks():
    with open_page() as program:
        program.find('label', '^DN01$')
        program.keys('ctrl+f')
        program.type('phong noi vu')
        program.find('label', '^[12]/5$')
        program.keys('Escape')
        program.find('label', '^5$')


def a_step_is_taken_with_date_and_paper():
    with open_page() as program:
        program.find('label', '^DN01$')
        program.keys('ctrl+Return')
        program.find('push button', '^Ghi bước của 1 đề nghị')
        program.picture('awards-step')
        program.type('12/TTr-NV')
        program.keys('Return')
        program.wait(lambda: rows('nomination_steps'), 'the step')
    step, = rows('nomination_steps')
    assert (step['nomination'], step['state'], step['paper']) == ('DN01', 'reviewed', '12/TTr-NV'), step
    assert [r['state'] for r in rows('nominations') if r['code'] == 'DN01'] == ['reviewed']


def the_board_moves_cards_by_keyboard():
    with open_page() as program:
        program.find('label', '^DN01$')
        program.keys('ctrl+b')
        program.find('list', '^Đã họp xét: 1')
        program.find('list item', '^Phường Hải Yên, Giấy khen.*, đề nghị, .*chưa rõ')
        # From the card of the step before to the column on its left, and the first card there on to the right.
        program.wait(lambda: focused(program, '^Phường Trần Phú|đã họp xét'), 'the board to have the keyboard')
        program.keys('Left')
        program.wait(lambda: focused(program, ', đề nghị, '), 'the column on the left')
        program.keys('ctrl+Right')
        program.find('push button', '^Ghi bước của 1 đề nghị')
        program.picture('awards-board-step')
        program.keys('Return')
        program.find('list', '^Đã họp xét: 2')
        program.picture('awards-board')
        assert len(rows('nomination_steps')) == 2
        program.keys('ctrl+z')
        program.find('list', '^Đã họp xét: 1')
        program.keys('ctrl+f')
        program.type('khanh')
        program.find('list', '^Đề nghị: 2')
        program.find('list', '^Đã họp xét: 0')


def a_condition_is_set_aside_with_who_and_why():
    with open_page() as program:
        program.find('label', '^DN01$')
        program.press('push button', '^Ngoại lệ…: Đạt tiêu chuẩn')
        program.find('label', '^Ngoại lệ về điều kiện')
        program.picture('awards-ruling')
        program.type('Chu tich UBND')
        program.keys('Tab')
        program.type('Dat theo ke hoach')
        program.keys('Return')
        program.wait(lambda: rows('rulings'), 'the ruling')
        program.find('label', 'Chu tich UBND')
        program.picture('awards-ruled')
    ruling, = rows('rulings')
    assert (ruling['nomination'], ruling['kind'], ruling['subject']) == ('DN01', 'condition', 'tieu-chuan'), ruling
    card = [c for c in rows('law_cards') if (c['nomination'], c['condition']) == ('DN01', 'tieu-chuan')]
    assert [c['verdict'] for c in card] == ['unknown']


def every_side_shows_itself():
    with open_page() as program:
        for side in ('Tỷ lệ khen', 'Hội đồng', 'Tiền thưởng', 'Đợt xét', 'Quy định', 'Đề nghị'):
            program.click(program.find('page tab', f'^{side}$'))
            time.sleep(0.5)
            picture = program.picture('awards-' + side.replace(' ', '-'))
            assert driver.colors(picture) > 40, f'{side} looks empty'
            # In a window of 1280 the list of pages stands beside each of them.
            pages = program.find('list item', '^Khen thưởng$').box()
            assert pages.x > 0, f'{side} pushes the list of pages out of the window'


def a_report_is_drafted_and_kept():
    with open_page() as program:
        program.find('label', '^DN01$')
        program.click(program.find('page tab', '^Báo cáo$'))
        program.press('push button', '^Soạn từ số liệu')
        # The targets ask for evidence and none is on file: that is said of each figure.
        program.find('label', 'Cần xem lại: [1-9]')
        program.press('push button', '^Lưu Lưu$')
        program.wait(lambda: rows('achievement_reports'), 'the report')
        program.picture('awards-report')
    report, = rows('achievement_reports')
    assert report['nomination'] == 'DN01' and '{{' in report['text']


def registers_and_council_are_found_from_anywhere():
    held = folder / 'awards_held.csv'
    held.write_text('holder,award,decision,decided_on\nNV,ttldtt,77/QD-UBND,2023-12-20\n', encoding='utf-8')
    cli('import', file, held)
    with Program('--page=overview', file) as program:
        for typed, found, there in (('77/QD', '^Phòng Nội vụ · ttldtt · 77/QD-UBND', ('text', '^Tên$')),
                                    ('uy vien 7', '^Ủy viên 7', ('label', '^Ủy viên 7'))):
            program.keys('ctrl+k')
            program.find(None, 'Tìm khắp nơi')
            time.sleep(0.5)
            program.type(typed)
            program.find('label', found)
            program.picture('awards-found')
            program.keys('Return')
            program.gone('dialog', 'Tìm khắp nơi')
            program.find(*there)
        program.wait(lambda: program.find('page tab', '^Hội đồng$').has('selected'),
                     'the council to be shown')


def votes():
    return {r['nomination']: r['verdict'] for r in rows('votes') if r['nomination'] in ('DN01', 'DN03')}


def the_office_sets_the_share_of_votes():
    # DN03 is the office of a member, who is recused: 2/3 of 8 is 6 votes, of 9 too.
    ballots = folder / 'ballots.csv'
    ballots.write_text('nomination,counter,issued,returned,valid,for\n' + ''.join(
        f'DN01,{counter},9,9,9,6\nDN03,{counter},8,8,8,5\n' for counter in (1, 2)), encoding='utf-8')
    cli('import', file, ballots)
    assert votes() == {'DN01': 'unknown', 'DN03': 'unknown'}, votes()
    with open_page() as program:
        program.click(program.find('page tab', '^Quy định$'))
        program.find('label', '^Bằng khen của Thủ tướng')
        # The last two are those of the law: for collectives and for individuals; the others, of the nominees, are behind it.
        program.click(labels(program, '^Giấy khen của CT UBND thành phố$')[-2])
        program.click(program.find('label', '^chưa quy định'))
        program.press('push button', '^Đặt quy định')
        program.find('label', '^Bộ quy định riêng được lập trên')
        program.type('2/3')
        program.keys('alt+c')
        program.type('QD 12/2024')
        program.picture('awards-law-set')
        program.keys('Return')
        program.wait(lambda: [r for r in rows('office') if r['key'].startswith('law_pack:')], 'the office to have a pack')
        program.find('label', '^QD 12/2024$')
        program.picture('awards-law')
    assert votes() == {'DN01': 'pass', 'DN03': 'fail'}, votes()


if __name__ == '__main__':
    prepare()
    sys.exit(driver.run([candidates_are_nominated_in_one_step, search_needs_no_marks, a_step_is_taken_with_date_and_paper,
                         the_board_moves_cards_by_keyboard, the_office_sets_the_share_of_votes, registers_and_council_are_found_from_anywhere,
                         a_condition_is_set_aside_with_who_and_why, every_side_shows_itself,
                         a_report_is_drafted_and_kept]))
