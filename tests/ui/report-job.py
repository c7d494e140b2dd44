#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An achievement report whose figures change after it was drafted: what is marked, taken over, kept, undone. Prints TAP."""
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
from driver import GLib, Program

# The report's text finds its height only while it is drawn, and GTK 4.8 draws its scroll bar's trough a frame early.
driver.BORNE.append('Trying to snapshot GtkGizmo')

folder = pathlib.Path(tempfile.mkdtemp(prefix='thidua-ui-'))
file = folder / 'a.thidua'
STALE = 'khác với số liệu nguồn hiện nay'
TYPED = ' Tap the da co nhieu co gang.'


def cli(*arguments):
    return subprocess.run([os.environ['THIDUA_CLI'], *map(str, arguments)], capture_output=True, text=True, check=True).stdout


def rows(table):
    return list(csv.DictReader(io.StringIO(cli('export', file, table))))


def stored():
    return next((r['text'] for r in rows('achievement_reports')), '')


def mark(source):
    """The words that are bound to a source, and what was refused for them, in the report on file."""
    found = re.search(r'\{\{([^|]*)\|' + re.escape(source) + r'\|[^|}]*(?:\|([^}]*))?\}\}', stored())
    return found and found.groups()


def shown():
    return re.sub(r'\{\{([^|]*)\|.*?\}\}', r'\1', stored())


def open_report():
    program = Program('--page=awards', file)
    program.find('label', '^DN01$')
    program.click(program.find('page tab', '^Báo cáo$'))
    return program


def text_of(program):
    text = program.look('text', '^Báo cáo thành tích$')
    return text.text() if text else ''


def marked(program):
    """What a screen reader hears of the list below the text: words at hand, what they say now, their sentence."""
    for _ in range(20):
        try:
            found = [re.match(r'“(.*?)”: ' + STALE + r'; nay là “(.*?)”\. (.*)', thing.name, re.S)
                     for thing in program.everything() if thing.role == 'list item']
            return [m.groups() for m in found if m]
        except GLib.Error:
            time.sleep(0.2)  # the list was made anew while we listened
    raise AssertionError('the list below the text does not come to rest')


def put_cursor(program, where):
    """Into the text, before the first place that says @where, with the keys there are for it."""
    text = program.find('text', '^Báo cáo thành tích$')
    program.wait(lambda: where in text_of(program), f'“{where}” in the text')
    target = text_of(program).index(where)
    program.click(text)
    program.keys('ctrl+Home')
    program.wait(lambda: text.caret() == 0, 'the cursor at the beginning')
    while text.caret() < target:
        program.keys('ctrl+Right')
    while text.caret() > target:
        program.keys('Left')
    assert text.caret() == target


def drafted_edited_and_saved():
    with open_report() as program:
        program.press('push button', '^Soạn từ số liệu')
        program.find('label', 'Cần xem lại: [1-9]')
        program.press('push button', '^Lưu Lưu$')
        program.wait(stored, 'the draft on file')
        before = stored()
        put_cursor(program, '\nĐã có số liệu')
        program.type(TYPED)
        program.keys('Return')
        program.keys('BackSpace')
        program.press('push button', '^Lưu Lưu$')
        program.wait(lambda: TYPED in stored(), 'the sentence on file')
        # Nothing that was bound is lost by what is typed beside it.
        assert stored().replace(TYPED, '') == before, stored()
        assert not marked(program)


def typing_in_a_figure_is_not_silent_and_undone_with_its_binding():
    with open_report() as program:
        before = stored()
        put_cursor(program, '82,12')
        program.keys('Right')
        program.type('7')
        program.wait(lambda: [m[:2] for m in marked(program)] == [('872,12', '82,12')], 'the figure to be marked')
        program.keys('ctrl+z')
        program.wait(lambda: '872,12' not in text_of(program) and not marked(program), 'the mark to go')
        # All of a sentence away and back: its figures are bound as before.
        program.keys('Home', 'shift+End', 'Delete', 'ctrl+z')
        program.wait(lambda: TYPED in text_of(program), 'the sentence to be back')
        assert stored() == before
        program.type('.')
        program.keys('BackSpace')
        assert not marked(program)
    # What is in the view is written when the window goes; with its bindings it is what it was.
    assert stored() == before


def change_a_figure():
    """Target CT02 of the ward: 128 of 129 become 129 of 129. Its total, its rank's neighbours and its goals follow."""
    text = cli('export', file, 'entries')
    lines = list(csv.DictReader(io.StringIO(text)))
    for line in lines:
        if line['unit'] == '06712' and line['target'] == 'CT02' and line['due'] == '129':
            line['done'] = '129'
            if line.get('appraised_done'):
                line['appraised_done'] = '129'
    out = io.StringIO()
    writer = csv.DictWriter(out, lines[0].keys())
    writer.writeheader()
    writer.writerows(lines)
    (folder / 'entries.csv').write_text(out.getvalue(), encoding='utf-8')
    cli('import', file, folder / 'entries.csv')


def the_sentences_that_stand_on_a_changed_figure_are_marked():
    sentences_before = shown().split('\n')
    change_a_figure()
    rank = next(r for r in rows('ranking') if r.get('unit') == '06712' or '06712' in r.values())
    with open_report() as program:
        program.wait(lambda: marked(program), 'the marks')
        heard = marked(program)
        program.picture('report-stale')
        old = {m[0]: m[1] for m in heard}
        # Worked out by hand: 129 of 129 is 100 %; one goal more is met, one fewer is not.
        assert old['99,22'] == '100' and old['128'] == '129', old
        assert ('1', '2') in [m[:2] for m in heard] and ('2', '1') in [m[:2] for m in heard], heard
        assert old['82,12'].replace(',', '.') in [f'{float(v):.2f}' for v in rank.values()
                                                  if re.fullmatch(r'\d+(\.\d+)?', v or '')], (old, rank)
        lines = {next(s for s in sentences_before if m[2].strip() in s) for m in heard}
        asked = {s for s in sentences_before
                 if 'đạt tổng điểm' in s or s.startswith(('Đạt mục tiêu ở', '- Thủ tục hành chính đủ', 'Còn 2 chỉ tiêu'))}
        assert lines == asked, lines ^ asked
        # The text itself still says what was signed for.
        assert '82,12' in text_of(program)


def one_mark_is_taken_over_and_another_kept_each_a_step():
    with open_report() as program:
        program.wait(lambda: marked(program), 'the marks')
        n = len(marked(program))
        program.press('push button', '^Lấy số mới: 99,22$')
        program.wait(lambda: (mark('value:06712;CT02') or ('',))[0] == '100', 'the new figure on file')
        program.wait(lambda: len(marked(program)) == n - 1 and 'đạt 100% (128' in text_of(program), 'its mark to go')
        program.press('push button', '^Giữ nguyên: 128$')
        program.wait(lambda: (mark('done:06712;CT02') or ('', ''))[1] == '129', 'the refusal on file')
        program.wait(lambda: len(marked(program)) == n - 2, 'its mark to go')
        assert mark('done:06712;CT02')[0] == '128'
        program.picture('report-kept')
        # Each is one step of the file, taken back by the window's own key.
        program.keys('ctrl+z')
        program.wait(lambda: (mark('done:06712;CT02') or ('', 'x'))[1] is None and len(marked(program)) == n - 1,
                     'the refusal to be undone')
        program.keys('ctrl+z')
        program.wait(lambda: (mark('value:06712;CT02') or ('',))[0] == '99,22' and len(marked(program)) == n,
                     'the new figure to be undone')
        assert TYPED in text_of(program)
        program.keys('ctrl+g')
        program.wait(lambda: program.look('text', '^Báo cáo thành tích$').selections() == 1,
                     'the next mark to be selected')
    with Program('--page=history', file) as program:
        program.find(None, 'Lấy số mới thay cho “99,22”')


def setup():
    cli('new', file, '--template', 'mong-cai-2024-minh-hoa')


if __name__ == '__main__':
    setup()
    sys.exit(driver.run([drafted_edited_and_saved, typing_in_a_figure_is_not_silent_and_undone_with_its_binding,
                         the_sentences_that_stand_on_a_changed_figure_are_marked,
                         one_mark_is_taken_over_and_another_kept_each_a_step]))
