#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The units' forms, out and back, by the command line: a period for many units through other programs, and a corpus of
damaged workbooks with no silent misreading. Prints TAP.

Usage: test-forms.py THIDUA-CLI [round-trip|corpus|strange|merge]
"""
import csv
import io
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import damaged_forms  # noqa: E402
import form_grid  # noqa: E402
import strange_forms  # noqa: E402

CLI = os.path.abspath(sys.argv[1])
work = pathlib.Path(tempfile.mkdtemp(prefix='thidua-forms-'))
FIGURES = ['done', 'due', 'amount', 'done_on', 'points']
OF_KIND = {'ratio': ['done', 'due'], 'amount': ['amount'], 'milestone': ['done_on'], 'rating': ['points']}
tests = []


class Skip(Exception):
    pass


def test(group):
    def add(func):
        tests.append((group, func))
        return func
    return add


def cli(*args, status=0):
    p = subprocess.run([CLI, *map(str, args)], capture_output=True, text=True, encoding='utf-8', cwd=work)
    assert status is None or p.returncode == status, f'{args}: exit {p.returncode}, not {status}\n{p.stdout}{p.stderr}'
    return p if status is None else (p.stdout, p.stderr.splitlines())


def table(file, name):
    return list(csv.DictReader(io.StringIO(cli('export', file, name)[0])))


def wrong_lines(errors):
    return [line for line in errors if ': note: ' not in line]


def write(folder, name, head, rows):
    path = work / folder / (name + '.csv')
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, 'w', encoding='utf-8', newline='') as f:
        out = csv.writer(f)
        out.writerow(head.split(','))
        out.writerows(rows)
    return path


def make_file(name, units, targets, periods=('P1', 'P2', 'P3')):
    """A data file with units (code, name) and targets (code, name, kind)."""
    file = work / (name + '.thidua')
    cli('new', file)
    quarter = {'P1': ('Quý I/2024', '2024-01-01', '2024-03-31', '2024-04-05'),
               'P2': ('Quý II/2024', '2024-04-01', '2024-06-30', '2024-07-05'),
               'P3': ('Quý III/2024', '2024-07-01', '2024-09-30', '2024-10-05')}
    rule = {'ratio': 'linear', 'amount': 'linear', 'milestone': 'on-time', 'rating': 'given'}
    tables = [
        write(name, 'movement', 'code,title,starts,ends,decimals',
              [('M1', 'Phong trào thi đua “Thử biểu mẫu”', '2024-01-01', '2024-12-31', 2)]),
        write(name, 'categories', 'code,name', [('xp', 'Xã, phường')]),
        write(name, 'units', 'code,name,category,block', [(c, n, 'xp', 'Khối 1') for c, n in units]),
        write(name, 'periods', 'code,name,starts,ends,due', [(p, *quarter[p]) for p in periods]),
        write(name, 'areas', 'code,name', [('L1', 'Cải cách thể chế')]),
        write(name, 'office', 'key,value', [('agency', 'PHÒNG NỘI VỤ'), ('place', 'Móng Cái')]),
        write(name, 'targets', 'code,area,name,kind,accumulation,direction,goal,rule,max_points,due,late_share,frequency,'
              'if_none_arising,if_missing,applies_to,unit_of_measure',
              [(c, 'L1', n, k, 'sum' if k == 'ratio' else 'latest' if k == 'amount' else '',
                'higher' if k in ('ratio', 'amount') else '', 100 if k in ('ratio', 'amount') else '', rule[k], 10,
                '2024-12-31' if k == 'milestone' else '', 0.5 if k == 'milestone' else '', 'period',
                'full' if k == 'ratio' else '', 'zero', 'all', 'văn bản') for c, n, k in targets]),
    ]
    cli('import', file, *tables)
    return file


def entries(file, unit=None, period='P2', kinds=None):
    """What the file holds: (unit, target) → (figures as text, state)."""
    kinds = kinds or {t['code']: t['kind'] for t in table(file, 'targets')}
    return {(e['unit'], e['target']): (tuple(e[c] for c in OF_KIND[kinds[e['target']]]), e['state'])
            for e in table(file, 'entries') if e['period'] == period and unit in (None, e['unit'])}


SMALL = ([('U1', 'Phường Trần Phú'), ('U2', 'Phường Hòa Lạc')],
         [('T01', 'Văn bản đúng quy trình', 'ratio'), ('T02', 'Thu ngân sách', 'amount'),
          ('T03', 'Đề án vị trí việc làm', 'milestone'), ('T04', 'Nêu gương', 'rating'),
          ('T05', 'Thủ tục trực tuyến', 'ratio')])


def small(name):
    file = make_file(name, *SMALL)
    out = work / (name + '-out')
    cli('forms', file, '--period', 'P2', '-o', out)
    return file, out


def filled(out, unit='U1', values=damaged_forms.FILLED):
    sheets = form_grid.read(next(out.glob(f'P2_{unit}_*.xlsx')))
    damaged_forms.fill(sheets[0], values)
    return sheets


def save(name, sheets):
    path = work / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(form_grid.to_xlsx(sheets))
    return path


# --- a period for 60 units × 20 targets ------------------------------------------------------------------------------

LARGE = ([(f'{6700 + i:05}', f'Phường số {i}') for i in range(60)],
         [(f'CT{i:02}', f'Chỉ tiêu thứ {i}', ('ratio', 'amount', 'milestone', 'rating')[i % 4]) for i in range(20)])


def figures_of(u, t):
    """Figures of many shapes, and some cells left empty."""
    if (u + t) % 17 == 0:
        return None
    kind = LARGE[1][t][2]
    if kind == 'ratio':
        due = (u * 37 + t * 11) % 500
        return str(due - (u + t) % (due + 1)), str(due)
    if kind == 'amount':
        return (['0', '0.1', '0.0001', '123456789.1234', '1234.5', '99999999999', '8.4008', '1e3'][(u + t) % 8],)
    if kind == 'milestone':
        return (f'2024-{(u + t) % 6 + 1:02}-{(u * 3 + t) % 28 + 1:02}',)
    return (str(((u * 7 + t) % 41) / 4),)


def plain(text):
    """A figure as the tables write it."""
    if '-' in text:
        return text
    value = f'{float(text):.4f}'.rstrip('0').rstrip('.')
    return value


EXPECTED = {(LARGE[0][u][0], LARGE[1][t][0]): (tuple(plain(f) for f in figures_of(u, t)), 'pending')
            for u in range(60) for t in range(20) if figures_of(u, t)}


def fill_with_openpyxl(path, u, python):
    """Fills the unlocked cells as a script of somebody else's would."""
    code = '''
import sys, datetime, openpyxl
path, rest = sys.argv[1], [a.split('=') for a in sys.argv[2:]]
book = openpyxl.load_workbook(path)
sheet = book.worksheets[0]
columns = {c.value: c.column for row in sheet.iter_rows() for c in row if isinstance(c.value, str)}
rows = {row[columns['Mã'] - 1].value: row[0].row for row in sheet.iter_rows()}
for target, figures in rest:
    parts = figures.split(';')
    for part, title in zip(parts, ('Số đã thực hiện', 'Số phải thực hiện')):
        cell = sheet.cell(rows[target], columns[title])
        assert not cell.protection.locked, cell
        cell.value = datetime.date.fromisoformat(part) if '-' in part else float(part) if '.' in part or 'e' in part else int(part)
book.save(path)
'''
    args = [f'{LARGE[1][t][0]}={";".join(figures_of(u, t))}' for t in range(20) if figures_of(u, t)]
    subprocess.run([python, '-c', code, str(path), *args], check=True)


def fill_here(path, u):
    sheets = form_grid.read(path)
    grid = sheets[0]
    for t in range(20):
        figures = figures_of(u, t)
        if figures:
            row = grid.row_of(LARGE[1][t][0])
            for figure, mark in zip(figures, ('first', 'second')):
                grid.set(row, grid.column_of(mark), ('d' if '-' in figure else 'n', figure))
    path.write_bytes(form_grid.to_xlsx(sheets))


def soffice(to, folder, paths):
    program = shutil.which('soffice')
    if program is None:
        raise Skip('LibreOffice is not installed')
    env = {k: v for k, v in os.environ.items() if k not in ('G_DEBUG', 'G_SLICE', 'MALLOC_CHECK_')}
    subprocess.run([program, f'-env:UserInstallation=file://{work}/profile', '--headless', '--convert-to', to, '--outdir',
                    str(folder), *map(str, paths)], check=True, env=dict(env, LC_ALL='C.UTF-8'),
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def find_openpyxl():
    for python in (sys.executable, '/usr/bin/python3'):
        if subprocess.run([python, '-c', 'import openpyxl'], capture_output=True).returncode == 0:
            return python
    return None


def collect_all(name, file, folder):
    dry = cli('collect', file, folder, '--dry-run')[0]
    assert entries(file) == {}, 'a dry run wrote'
    done = cli('collect', file, folder)[0]
    assert dry.split(';')[0] == done.split(';')[0] and str(len(EXPECTED)) in done, (dry, done)
    there = entries(file)
    assert there == EXPECTED, [(k, there.get(k), EXPECTED.get(k)) for k in set(there) | set(EXPECTED)
                               if there.get(k) != EXPECTED.get(k)][:5]
    history = len(cli('history', file)[0].splitlines())
    again = cli('collect', file, folder)[0]
    assert ' 0 ' in again.split(';')[1] and len(cli('history', file)[0].splitlines()) == history, again
    assert entries(file) == EXPECTED
    cli('undo', file)
    assert entries(file) == {}, f'{name}: not one step'


def large(name):
    file = make_file(name, *LARGE)
    out = work / (name + '-out')
    cli('forms', file, '--period', 'P2', '-o', out)
    forms = sorted(out.glob('*.xlsx'))
    assert len(forms) == 60, len(forms)
    return file, out, forms


@test('round-trip')
def filled_and_saved_by_libreoffice_as_xlsx_and_ods():
    file, out, forms = large('office')
    for u, path in enumerate(forms):
        fill_here(path, u)
    for to in ('ods', 'xlsx'):
        folder = work / f'office-{to}'
        soffice(to, folder, forms)
        assert len(list(folder.iterdir())) == 60
        collect_all(to, file, folder)


@test('round-trip')
def saved_by_old_excel():
    file, out, forms = large('old')
    for u, path in enumerate(forms[:3]):
        fill_here(path, u)
    folder = work / 'old-xls'
    soffice('xls', folder, forms[:3])
    assert sorted(p.suffix for p in folder.iterdir()) == ['.xls'] * 3
    # The same figures in both formats: what came as .xls is what the file has then.
    cli('collect', file, *forms[:3])
    text = cli('collect', file, folder)[0]
    assert text.startswith('3 forms read; 0 entries'), text
    cli('undo', file)
    cli('collect', file, folder)
    text = cli('collect', file, *forms[:3])[0]
    assert text.startswith('3 forms read; 0 entries'), text


@test('round-trip')
def filled_by_openpyxl():
    python = find_openpyxl()
    if python is None:
        raise Skip('openpyxl is not installed')
    file, out, forms = large('openpyxl')
    for u, path in enumerate(forms):
        fill_with_openpyxl(path, u, python)
    collect_all('openpyxl', file, out)


@test('round-trip')
def our_own_form_saved_by_libreoffice_is_still_untouched():
    file, out, forms = large('untouched')
    folder = work / 'untouched-ods'
    soffice('ods', folder, forms[:3])
    text = cli('collect', file, folder)[0]
    assert text.startswith('3 forms read; 0 entries'), text


# --- the corpus of damaged workbooks ---------------------------------------------------------------------------------

def collect_damaged(label, cases, at_least):
    """Takes in each case alone, into a fresh copy of the data: right to the digit, or refused by name."""
    file, out = small(label)
    mine, theirs = (form_grid.read(next(out.glob(f'P2_{unit}_*.xlsx'))) for unit in ('U1', 'U2'))
    kinds = {code: kind for code, _, kind in SMALL[1]}
    wrong, n = [], 0
    for name, files, expected in cases(mine, theirs):
        n += 1
        folder = work / f'{label}-{n}'
        folder.mkdir()
        for one, content in files:
            (folder / one).write_bytes(content)
        copy = folder / 'data.thidua'
        shutil.copy(file, copy)
        args = ['collect', copy] + [folder / one for one, _ in files]
        dry = cli(*args, '--dry-run', status=None) if n % 4 == 0 else None
        real = cli(*args, status=None)
        lines = real.stderr.splitlines()
        errors = wrong_lines(lines)
        there = {t: figures for (_, t), (figures, state) in entries(copy, 'U1', kinds=kinds).items()}
        if dry is not None and (dry.stderr, dry.returncode) != (real.stderr, real.returncode):
            wrong.append((name, 'the dry run says otherwise', dry.stderr, real.stderr))
        elif isinstance(expected, list):
            missing = [p for p in expected if not any(line.startswith(p) for line in errors)]
            if real.returncode != 1 or there or missing:
                wrong.append((name, 'not refused', real.returncode, there, missing, errors))
        else:
            unsaid = [p for p in expected.get(None, []) if not any(line.startswith(p) for line in lines)]
            figures = {k: v for k, v in expected.items() if k is not None}
            if real.returncode != 0 or there != figures or unsaid:
                wrong.append((name, 'misread', real.returncode, there, figures, unsaid, real.stderr))
        shutil.rmtree(folder)
    print(f'# {n} workbooks')
    assert n >= at_least, n
    assert not wrong, f'{len(wrong)} of {n}:\n' + '\n'.join(map(str, wrong[:40]))


@test('corpus')
def no_silent_misreading():
    collect_damaged('corpus', lambda mine, theirs: damaged_forms.cases(mine), 200)


@test('strange')
def no_silent_misreading_of_what_is_stranger():
    collect_damaged('strange', strange_forms.cases, 280)


# --- three ways ------------------------------------------------------------------------------------------------------

def import_entry(file, unit, target, state='pending', period='P2', **figures):
    path = write('more', 'entries', 'unit,target,period,state,' + ','.join(figures),
                 [(unit, target, period, state, *figures.values())])
    cli('import', file, path)


@test('merge')
def a_form_sent_twice():
    file, out = small('twice')
    a = save('twice/a.xlsx', filled(out))
    b = save('twice/b.xlsx', filled(out, values=dict(damaged_forms.FILLED, T05=('0', '0'))))
    cli('collect', file, a, b)
    assert len(entries(file)) == 5
    cli('undo', file)
    c = save('twice/c.xlsx', filled(out, values=dict(damaged_forms.FILLED, T02=('999',))))
    _, errors = cli('collect', file, a, c, status=1)
    assert any(line.startswith('a.xlsx!') for line in errors) and any(line.startswith('c.xlsx!') for line in errors)
    assert entries(file) == {}
    # One after the other: the second says something else than the first, and was sent before it came.
    cli('collect', file, a)
    _, errors = cli('collect', file, c, status=1)
    assert len(errors) == 1 and errors[0].startswith('c.xlsx!Biểu số liệu!'), errors
    assert entries(file)['U1', 'T02'] == (('1234.5',), 'pending')


@test('merge')
def a_copy_of_another_units_form():
    file, out = small('another')
    sheets = filled(out)
    row, column = sheets[0].find_begin('Đơn vị báo cáo:')
    sheets[0].set(row, column, ('s', 'Đơn vị báo cáo: Phường Hòa Lạc (mã U2)'))
    path = save('another/U2.xlsx', sheets)
    _, errors = cli('collect', file, path, status=1)
    assert 'Phường Trần Phú' in errors[0] and 'Phường Hòa Lạc' in errors[0], errors
    # Rows of another unit's form, pasted in with what is hidden.
    mine, theirs = filled(out, 'U2'), filled(out, 'U1')
    r = mine[0].row_of('T02')
    for c in range(1, 20):
        mine[0].set(r, c, theirs[0].cells.get((theirs[0].row_of('T02'), c)))
    _, errors = cli('collect', file, save('another/rows.xlsx', mine), status=1)
    assert errors[0].startswith(f'rows.xlsx!Biểu số liệu!{r}: '), errors
    assert entries(file) == {}


@test('merge')
def the_form_of_last_period():
    file, out = small('last')
    first = work / 'last-p1'
    cli('forms', file, '--period', 'P1', '-o', first)
    old = form_grid.read(next(first.glob('P1_U1_*.xlsx')))
    damaged_forms.fill(old[0])
    cli('collect', file, save('last/p1.xlsx', old))
    assert len(entries(file, period='P1')) == 5 and entries(file) == {}
    # The same form again with the figures of the next period: both sides differ from what was sent.
    damaged_forms.fill(old[0], dict(damaged_forms.FILLED, T02=('777',)))
    _, errors = cli('collect', file, save('last/p1-again.xlsx', old), status=1)
    assert len(errors) == 1 and entries(file) == {} and entries(file, period='P1')['U1', 'T02'][0] == ('1234.5',)
    # With the heading changed to the new period it is told at once.
    row, column = old[0].find_begin('Kỳ báo cáo:')
    old[0].set(row, column, ('s', 'Kỳ báo cáo: Quý II/2024 (mã P2)'))
    _, errors = cli('collect', file, save('last/p2.xlsx', old), status=1)
    assert 'Quý I/2024' in errors[0] and 'Quý II/2024' in errors[0], errors
    assert entries(file) == {}


@test('merge')
def what_was_sent_what_came_back_what_is_there_now():
    file, _ = small('three')
    import_entry(file, 'U1', 'T02', amount='100')
    import_entry(file, 'U1', 'T04', points='5', state='accepted')
    out = work / 'three-sent'
    cli('forms', file, '--period', 'P2', '-o', out)
    sent = form_grid.read(next(out.glob('P2_U1_*.xlsx')))
    amount = lambda value: filled(out, values={'T02': (value,)})
    # Nothing touched: nothing changes, whatever the office did meanwhile.
    import_entry(file, 'U1', 'T02', amount='150')
    cli('collect', file, save('three/same.xlsx', sent))
    assert entries(file)['U1', 'T02'] == (('150',), 'pending')
    # The office came to the same figure.
    cli('collect', file, save('three/as-now.xlsx', amount('150')))
    assert entries(file)['U1', 'T02'] == (('150',), 'pending')
    # Both changed it, and differently.
    _, errors = cli('collect', file, save('three/both.xlsx', amount('170')), status=1)
    assert len(wrong_lines(errors)) == 1 and all(figure in errors[0] for figure in ('100', '150', '170')), errors
    # Only the unit did.
    import_entry(file, 'U1', 'T02', amount='100')
    cli('collect', file, save('three/unit.xlsx', amount('180')))
    assert entries(file)['U1', 'T02'] == (('180',), 'pending')
    # An appraised figure that the unit changes awaits appraisal again.
    cli('collect', file, save('three/again.xlsx', filled(out, values={'T04': ('6',)})), status=None)
    assert entries(file)['U1', 'T04'] == (('6',), 'pending')
    # Appraised after it was sent, and then changed by the unit: asked about.
    import_entry(file, 'U1', 'T02', amount='100', state='accepted')
    _, errors = cli('collect', file, save('three/late.xlsx', amount('190')), status=1)
    assert len(wrong_lines(errors)) == 1 and entries(file)['U1', 'T02'] == (('100',), 'accepted'), errors
    # A figure that was sent and emptied is asked about.
    import_entry(file, 'U1', 'T02', amount='100')
    emptied = form_grid.read(next(out.glob('P2_U1_*.xlsx')))
    emptied[0].set(emptied[0].row_of('T02'), emptied[0].column_of('first'), None)
    _, errors = cli('collect', file, save('three/emptied.xlsx', emptied), status=1)
    assert len(wrong_lines(errors)) == 1 and ('U1', 'T02') in entries(file), errors


@test('merge')
def what_changed_about_the_target_since():
    file, out = small('target')
    targets = [dict(t) for t in table(file, 'targets')]
    for t in targets:
        if t['code'] == 'T02':
            t['applies_to'] = '-U1'
    path = write('target', 'targets', ','.join(targets[0]), [t.values() for t in targets])
    cli('import', file, path)
    _, errors = cli('collect', file, save('target/a.xlsx', filled(out)), status=1)
    assert len(errors) == 1 and entries(file) == {}, errors


@test('merge')
def a_folder_with_folders_and_other_things_in_it():
    file, out = small('nested')
    folder = work / 'sub'
    save('sub/a/một/U1.xlsx', filled(out))
    (folder / '.~lock.U1.ods#').write_text('')
    (folder / '~$U1.xlsx').write_text('x')
    (folder / 'công văn.docx').write_text('x')
    _, errors = cli('collect', file, folder)
    assert errors == ['công văn.docx: note: is no workbook and was not read'], errors
    assert len(entries(file, 'U1')) == 5
    # What may be a form of a unit is not passed over.
    (folder / 'b').mkdir()
    (folder / 'b' / 'U2.xls').write_bytes(bytes.fromhex('d0cf11e0a1b11ae1') + bytes(600))
    _, errors = cli('collect', file, folder, status=1)
    assert [line for line in wrong_lines(errors) if line.startswith('U2.xls: ')], errors


@test('merge')
def another_offices_form():
    file, out = small('mine')
    other = make_file('other', *SMALL)
    office = write('other-office', 'office', 'key,value', [('agency', 'PHÒNG NỘI VỤ HUYỆN KHÁC')])
    cli('import', other, office)
    path = save('mine/a.xlsx', filled(out))
    _, errors = cli('collect', other, path, status=1)
    assert errors[0].startswith('a.xlsx!Biểu số liệu: '), errors


@test('merge')
def every_wrong_cell_is_named_in_one_pass():
    file, out = small('all')
    sheets = filled(out)
    grid = sheets[0]
    first, second = grid.column_of('first'), grid.column_of('second')
    grid.set(grid.row_of('T01'), first, ('s', 'mười'))
    grid.set(grid.row_of('T01'), second, ('s', 'hai mươi'))
    grid.set(grid.row_of('T03'), first, ('s', 'xong'))
    a = save('all/a.xlsx', sheets)
    (work / 'all/b.xlsx').write_bytes(b'PK\x03\x04 no workbook')
    c = save('all/c.xlsx', filled(out, 'U2', dict(damaged_forms.FILLED, T01=('21', '20'))))
    _, errors = cli('collect', file, a, work / 'all/b.xlsx', c, status=1)
    name = form_grid.column_name
    wanted = [f'a.xlsx!Biểu số liệu!{name(first)}{grid.row_of("T01")}:', f'a.xlsx!Biểu số liệu!{name(second)}{grid.row_of("T01")}:',
              f'a.xlsx!Biểu số liệu!{name(first)}{grid.row_of("T03")}:', 'b.xlsx:',
              f'c.xlsx!Biểu số liệu!{name(first)}{grid.row_of("T01")}:']
    assert len(errors) == len(wanted), errors
    for place in wanted:
        assert any(line.startswith(place) for line in errors), (place, errors)
    assert entries(file) == {}


@test('merge')
def the_answer_back():
    file, out = small('answer')
    sheets = filled(out)
    grid = sheets[0]
    first = grid.column_of('first')
    grid.set(grid.row_of('T01'), first, ('s', 'mười hai'))
    grid.set(grid.row_of('T03'), first, ('s', 'xong rồi'))
    right = save('answer/right.xlsx', filled(out, 'U2'))
    folder = work / 'answer-back'
    cli('collect', file, save('answer/wrong.xlsx', sheets), right, '-o', folder, status=1)
    path, = folder.iterdir()
    answer = form_grid.read(path)
    back = answer[0]
    # Its own values, right and wrong; who takes the wrong ones out gets the rest in.
    assert back.cells[back.row_of('T01'), back.column_of('first')] == ('s', 'mười hai')
    assert back.cells[back.row_of('T02'), back.column_of('first')] == ('n', '1234.5')
    comments = form_grid.comments(path)
    assert set(comments) == {(back.row_of(t), back.column_of('first')) for t in ('T01', 'T03')}, comments
    assert 'mười hai' in comments[back.row_of('T01'), back.column_of('first')]
    back.set(back.row_of('T01'), back.column_of('first'), ('n', '12'))
    back.set(back.row_of('T03'), back.column_of('first'), ('d', '2024-05-06'))
    cli('collect', file, save('answer/again.xlsx', answer), right)
    assert {t: figures for (u, t), (figures, _) in entries(file, 'U1').items()} == damaged_forms.FILLED


@test('merge')
def forms_that_were_filled_in_are_not_written_over():
    file, out = small('keep')
    before = {p.name: p.read_bytes() for p in out.iterdir()}
    cli('forms', file, '--period', 'P2', '-o', out)
    assert before == {p.name: p.read_bytes() for p in out.iterdir()}, 'not the same bytes'
    path = next(out.glob('P2_U1_*.xlsx'))
    path.write_bytes(form_grid.to_xlsx(filled(out)))
    mine = path.read_bytes()
    _, errors = cli('forms', file, '--period', 'P2', '-o', out, status=1)
    assert errors[0].startswith(path.name) and path.read_bytes() == mine
    cli('forms', file, '--period', 'P9', '-o', out, status=2)
    cli('forms', file, '-o', out, status=2)
    cli('forms', file, '--period', 'P2', status=2)


def main():
    chosen = sys.argv[2:]
    run = [(group, func) for group, func in tests if not chosen or group in chosen]
    print(f'1..{len(run)}')
    failed = False
    for n, (group, func) in enumerate(run, 1):
        name = f'{group}: {func.__name__.replace("_", " ")}'
        try:
            func()
            print(f'ok {n} {name}')
        except Skip as reason:
            print(f'ok {n} {name} # SKIP {reason}')
        except Exception as e:  # a failed check, or a crash of the test itself
            failed = True
            print(f'not ok {n} {name}')
            print('\n'.join('# ' + line for line in f'{type(e).__name__}: {e}'.splitlines()))
    if not failed:
        shutil.rmtree(work)
    sys.exit(failed)


main()
