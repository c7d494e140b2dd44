#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables in and out by the command line: right files in every form, wrong ones named cell by cell. Prints TAP.

Usage: test-imports.py THIDUA-CLI
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
import form_grid  # noqa: E402

CLI = os.path.abspath(sys.argv[1])
work = pathlib.Path(tempfile.mkdtemp(prefix='thidua-imports-'))
tests = []


class Skip(Exception):
    pass


def test(func):
    tests.append(func)
    return func


def cli(*args, status=0, env=None):
    p = subprocess.run([CLI, *map(str, args)], capture_output=True, text=True, encoding='utf-8', cwd=work,
                       env=dict(os.environ, **(env or {})))
    assert p.returncode == status, f'{args}: exit {p.returncode}, not {status}\n{p.stdout}{p.stderr}'
    return p.stdout, p.stderr.splitlines()


def table(file, name):
    return list(csv.DictReader(io.StringIO(cli('export', file, name)[0])))


def new(name, template='mong-cai-2024'):
    path = work / f'{name}.thidua'
    cli('new', path, '--template', template)
    return path


def everything(file):
    out = work / 'everything'
    shutil.rmtree(out, ignore_errors=True)
    cli('export', file, 'all', '-o', out)
    return {p.name: p.read_bytes() for p in sorted(out.iterdir())}


def write(name, content, encoding='utf-8'):
    path = work / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


def grid(name, rows, sheet='units', make=form_grid.to_xlsx):
    """A workbook of one sheet from rows of texts, numbers (as text after `n:`) and None."""
    one = form_grid.Grid(sheet)
    for r, row in enumerate(rows, 1):
        for c, value in enumerate(row, 1):
            if value is not None:
                one.set(r, c, value if isinstance(value, tuple) else ('s', value))
    return write(name, make([one]))


def soffice(to, path, folder):
    program = shutil.which('soffice')
    if program is None:
        raise Skip('LibreOffice is not installed')
    env = {k: v for k, v in os.environ.items() if k not in ('G_DEBUG', 'G_SLICE', 'MALLOC_CHECK_')}
    subprocess.run([program, f'-env:UserInstallation=file://{work}/profile', '--headless', '--convert-to', to, '--outdir',
                    str(folder), str(path)], check=True, env=dict(env, LC_ALL='C.UTF-8'), stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    return folder / (pathlib.Path(path).stem + '.' + to.split(':')[0])


def wrong(lines):
    return [line for line in lines if ': note: ' not in line]


def places(lines):
    return sorted(line.split(': ')[0] for line in wrong(lines))


def refused(file, *args):
    """What an import is refused with; a dry run says the same, and nothing is written."""
    before = cli('history', file)[0]
    _, err = cli('import', file, *args, status=1)
    assert wrong(err), 'no word'
    again = cli('import', file, *args, '--dry-run', status=1)[1]
    assert again == err, ('a dry run says otherwise', again, err)
    assert cli('history', file)[0] == before, 'something was written'
    return err


@test
def every_table_again_changes_nothing_in_each_format():
    file = new('again', 'mong-cai-2024-minh-hoa')
    wanted = everything(file)
    history = cli('history', file)[0]
    cli('export', file, 'all', '-o', 'again.xlsx')
    sources = [['again.xlsx'], sorted((work / 'everything').iterdir())]
    try:
        sources.append([soffice('ods', work / 'again.xlsx', work / 'ods')])
        sources.append([soffice('xlsx', work / 'ods' / 'again.ods', work / 'ods')])
    except Skip as reason:
        print(f'# {reason}: not as ODS')
    for files in sources:
        out, err = cli('import', file, *files)
        assert not wrong(err) and '0 records changed' in out, (files, out, err[:5])
        assert cli('history', file)[0] == history, files
        # Into an empty file they make the same again.
        copy = new('copy' + str(sources.index(files)), 'blank')
        cli('import', copy, *files)
        assert everything(copy) == wanted, files


@test
def every_shape_of_csv():
    rows = [['code', 'name'], ['Z1', 'Loại “một”, có; dấu'], ['Z2', 'hai "ngoặc"'], ['Z3', ' ba ']]
    quoted = lambda sep, end: end.join(sep.join('"' + c.replace('"', '""') + '"' for c in row) for row in rows) + end
    for i, text in enumerate((quoted(',', '\n'), quoted(';', '\n'), quoted('\t', '\r\n'), quoted(',', '\r\n'),
                              '\ufeff' + quoted(';', '\r\n'), quoted(',', '\n')[:-1], quoted(',', '\n') + '\n\n',
                              quoted(',', '\r'))):
        file = new(f'shape{i}')
        write('shape/categories.csv', text)
        cli('import', file, 'shape/categories.csv')
        there = {r['code']: r['name'] for r in table(file, 'categories')}
        assert [there[f'Z{k}'] for k in (1, 2, 3)] == ['Loại “một”, có; dấu', 'hai "ngoặc"', 'ba'], (i, there)
    # What Excel calls “Unicode Text” says by its first bytes how it is written.
    file = new('utf16')
    write('utf16/categories.csv', quoted('\t', '\r\n').encode('utf-16'))
    cli('import', file, 'utf16/categories.csv')
    assert {r['code']: r['name'] for r in table(file, 'categories')}['Z1'] == 'Loại “một”, có; dấu'
    # Decomposed letters are composed; a wide file with blank columns and rows is the same.
    file = new('nfd')
    write('nfd/categories.csv', 'code,name,,\nZ1,Hoa\u0300 La\u0323c,,\n,,,\n')
    cli('import', file, 'nfd/categories.csv')
    assert [r['name'] for r in table(file, 'categories') if r['code'] == 'Z1'] == ['Hoà Lạc']


@test
def what_is_no_table_is_refused_in_words():
    file = new('none')
    text = 'code,name\nZ1,Phường Trần Phú\n'
    cases = [
        ('categories.csv', text.encode('utf-16-be')),
        ('categories.csv', text.replace('ầ', 'â').encode('cp1258', 'replace')), ('categories.csv', b'code,name\nZ1,Ph\xc6ng\n'),
        ('categories.csv', b'code,name\nZ1,a\x00b\n'), ('categories.csv', b''), ('categories.csv', b'\xef\xbb\xbf'),
        ('categories.csv', 'code,name\nZ1,"không đóng\n'.encode()),
        ('categories.csv', 'code,name\nZ1,a,thừa\n'.encode()), ('categories.csv', 'code,code,name\nZ1,Z2,a\n'.encode()),
        ('categories.csv', 'code\nZ1\n'.encode()), ('categories.csv', 'name\nmột\n'.encode()),
        ('categories.csv', 'Z1,một\nZ2,hai\n'.encode()), ('loai.csv', text.encode()), ('categories.xlsx', text.encode()),
        ('categories.csv', b'PK\x03\x04'), ('categories.csv', b'%PDF-1.7'),
    ]
    for name, content in cases:
        path = write('none/' + name, content)
        try:
            refused(file, path)
        except AssertionError as e:
            raise AssertionError(f'{name} {content[:60]}: {e}')


@test
def contradictions_are_named():
    file = new('contra')
    cases = {
        # A key that comes twice, in one file and in two.
        ('categories', 'code,name\nZ1,a\nZ2,b\nZ1,c\n'): ['categories:4:code'],
        ('bands', 'name,at_least\nTốt,80\nTốt,70\n'): ['bands:3:name'],
        # What is referred to is not there.
        ('units', 'code,name,category,block\nU1,A,KHÔNG-CÓ,Khối 1\n'): ['units:2:category'],
        ('units', 'code,name,category,block,successor\nU1,A,xp,Khối 1,U9\n'): None,
        ('areas', 'code,name\n;,a\n-x,b\n,c\n'): ['areas:2:code', 'areas:3:code', 'areas:4:code'],
        ('periods', 'code,name,starts,ends,due\nP9,x,2024-02-30,2024-03-31,x\n'): ['periods:2:due', 'periods:2:starts'],
        ('periods', 'code,name,starts,ends,due\nP9,x,2024-04-01,2024-03-31,2024-04-05\n'): None,
    }
    for (name, text), expected in cases.items():
        err = refused(file, write(f'contra/{name}.csv', text))
        assert expected is None or places(err) == sorted(expected), (name, err)
    # A unit cannot come after itself, not by way of another either.
    category = table(file, 'categories')[0]['code']
    for rows in ('U1,A,{0},K,U1\n', 'U1,A,{0},K,U2\nU2,B,{0},K,U1\n', 'U1,A,{0},K,U2\nU2,B,{0},K,U3\nU3,C,{0},K,U1\n'):
        refused(file, write('contra/units.csv', 'code,name,category,block,successor\n' + rows.format(category)))
    # The order of rows and of files says nothing.
    write('contra/units.csv', f'code,name,category,block,successor,closed\nU1,A,ZZ,K,U2,2024-05-01\nU2,B,ZZ,K,,\n')
    write('contra/categories.csv', 'code,name\nZZ,Loại\n')
    cli('import', file, 'contra/units.csv', 'contra/categories.csv')


@test
def cells_of_workbooks_are_named():
    file = new('cells')
    category = table(file, 'categories')[0]['code']
    for make, ending in ((form_grid.to_xlsx, 'xlsx'), (form_grid.to_ods, 'ods')):
        path = grid(f'cells/so lieu.{ending}', [
            ['code', 'name', 'category', 'block', 'opened', 'xyz'],
            ['U1', 'A', category, 'K', ('d', '2024-01-01'), 'x'],
            ['U2', None, category, 'K', ('n', '45292')],
            [('e', '#N/A'), 'C', 'NO', ('u', 'A1'), '31/02/2024'],
            ['U4', ('b', '1'), category, ('t', '0.5'), ('e', '#REF!')],
        ], make=make)
        err = refused(file, path)
        at = lambda *cells: sorted(f'so lieu.{ending}!units!{c}' for c in cells)
        assert places(err) == at('B3', 'E3', 'A4', 'C4', 'D4', 'E4', 'D5', 'E5'), err
        assert any(line.startswith(f'so lieu.{ending}!units!F1: note: ') for line in err), err


@test
def an_office_s_own_workbook_is_mapped():
    file = new('map')
    category = table(file, 'categories')[0]['code']
    rows = [['UBND THÀNH PHỐ'], [], ['DANH SÁCH ĐƠN VỊ'], [],
            ['STT', 'Mã đơn vị', 'TÊN ĐƠN VỊ', 'Loại', 'Khối', 'Thủ trưởng', 'Ghi chú'],
            [('n', '1'), 'M1', 'Phường Một', category, 'Khối 9', 'Nguyễn Văn A', 'x'],
            [('n', '2'), 'M2', 'Phường Hai', category, 'Khối 9', None, None]]
    speak = {'THIDUA_LANGUAGE': 'vi'}
    for make, ending in ((form_grid.to_xlsx, 'xlsx'), (form_grid.to_ods, 'ods')):
        path = grid(f'map/danh sach.{ending}', rows, sheet='Trang 1', make=make)
        # Without being asked to nothing is guessed.
        cli('import', file, path, env=speak, status=1)
        cli('import', file, path, '--table', 'units', env=speak)
        there = {u['code']: u for u in table(file, 'units')}
        assert there['M1']['name'] == 'Phường Một' and there['M2']['block'] == 'Khối 9', there['M1']
        assert there['M1']['head'] == 'Nguyễn Văn A', there['M1']
        cli('undo', file)
        cli('import', file, path, '--table', 'units', '--map', 'ghi chu=short_name', env=speak)
        assert {u['code']: u['short_name'] for u in table(file, 'units')}['M1'] == 'x', table(file, 'units')[-3:]
        cli('undo', file)
        for bad in (['--map', 'Không có=name'], ['--map', 'Khối=nothing'], ['--map', 'Khối']):
            cli('import', file, path, '--table', 'units', *bad, env=speak, status=1)
        cli('import', file, path, '--table', 'nothing', env=speak, status=2)
    rows[5][3] = 'KHÔNG-CÓ'
    rows[6][1] = None
    path = grid('map/sai.xlsx', rows, sheet='Trang 1')
    _, err = cli('import', file, path, '--table', 'units', env=speak, status=1)
    assert places(err) == ['sai.xlsx!Trang 1!B7', 'sai.xlsx!Trang 1!D6'], err


@test
def words_of_the_window_are_read_in_a_mapped_sheet():
    file = new('words')
    vi, en = {'THIDUA_LANGUAGE': 'vi'}, {'THIDUA_LANGUAGE': 'en'}
    unit = next(u for u in table(file, 'units') if u['code'] == '06712')
    category = next(c for c in table(file, 'categories') if c['code'] == unit['category'])['name']
    # Choices and flags by their words, units by their names, whatever the marks and capitals.
    rows = [['Mã', 'Họ và tên', 'Đơn vị', 'Loại lao động', 'Lãnh đạo'],
            ['N1', 'Lê Văn An', unit['name'], 'Công chức', 'Có'],
            ['N2', 'Lê Thị Bình', unit['name'].upper(), 'CONG CHUC', 'không'],
            ['N3', 'Lê Văn Cao', unit['code'], 'cong-chuc', '1'],
            ['N4', 'Đỗ Văn Dũng', unit['name'], 'civil servant', 'yes']]
    cli('import', file, grid('words/nhan su.xlsx', rows, sheet='A'), '--table', 'people',
        '--map', 'Loại lao động=employment', '--map', 'Lãnh đạo=leader', env=vi)
    people = table(file, 'people')
    assert [p['unit'] for p in people] == [unit['code']] * 4, people
    assert [p['employment'] for p in people] == ['cong-chuc'] * 4, people
    assert [p['leader'] for p in people] == ['1', '0', '1', '1'], people
    # Holders too; what nobody is called, and what two are called, is refused in words.
    rows = [['Mã', 'Họ và tên', 'Đơn vị'], ['N5', 'LE VAN AN', unit['name']]]
    cli('import', file, grid('words/them.xlsx', rows, sheet='A'), '--table', 'people', env=vi)
    rows = [['Tập thể, cá nhân', 'Khen thưởng', 'Ngày'], ['Đỗ Văn Dũng', 'gk-tp-cn', '20/12/2023'],
            [unit['name'], 'gk-tp-tt', '20/12/2023'], ['Lê Văn An', 'gk-tp-cn', '20/12/2023'],
            ['Không Có Ai', 'gk-tp-cn', '20/12/2023'],
            # The same again, by the code this time.
            ['N4', 'gk-tp-cn', '20/12/2023']]
    mapping = ['--table', 'awards_held', '--map', 'Tập thể, cá nhân=holder', '--map', 'Khen thưởng=award', '--map', 'Ngày=decided_on']
    _, err = cli('import', file, grid('words/khen.xlsx', rows, sheet='A'), *mapping, env=en, status=1)
    assert places(err) == ['khen.xlsx!A!A4', 'khen.xlsx!A!A5', 'khen.xlsx!A!A6'], err
    assert 'more than one' in err[0] and 'no unit and no person' in err[1] and 'comes twice' in err[2], err
    cli('import', file, grid('words/khen.xlsx', rows[:3], sheet='A'), *mapping, env=en)
    assert sorted(a['holder'] for a in table(file, 'awards_held')) == sorted(['N4', unit['code']]), table(file, 'awards_held')
    # A category by its name, and a word that is no choice.
    rows = [['Mã', 'Tên', 'Loại', 'Khối'], ['M1', 'Phường Một', category, 'Khối 9']]
    cli('import', file, grid('words/don vi.xlsx', rows, sheet='A'), '--table', 'units', env=vi)
    assert table(file, 'units')[-1]['category'] == unit['category'] or any(
        u['code'] == 'M1' and u['category'] == unit['category'] for u in table(file, 'units'))
    rows = [['Mã', 'Họ và tên', 'Đơn vị', 'Loại lao động'], ['N6', 'Lê Văn Em', unit['code'], 'giáo viên']]
    _, err = cli('import', file, grid('words/sai.xlsx', rows, sheet='A'), '--table', 'people',
                 '--map', 'Loại lao động=employment', env=vi, status=1)
    assert places(err) == ['sai.xlsx!A!D2'] and 'công chức' in err[0], err
    # A file by the contract is read to the letter.
    cli('import', file, write('words/people.csv', f'code,name,unit\nN7,A,{unit["name"]}\n'), status=1)


@test
def an_old_workbook_goes_through_libreoffice():
    file = new('old')
    category = table(file, 'categories')[0]['code']
    path = grid('old/units.xlsx', [['code', 'name', 'category', 'block'], ['X1', 'Phường Cũ', category, 'K']])
    old = soffice('xls:MS Excel 97', path, work / 'old' / 'out')
    cli('import', file, old)
    assert any(u['code'] == 'X1' and u['name'] == 'Phường Cũ' for u in table(file, 'units'))
    # Without LibreOffice it is said what to do.
    err = cli('import', file, old, env={'PATH': '/nowhere'}, status=1)[1]
    assert len(err) == 1 and 'LibreOffice' in err[0] and err[0].startswith('units.xls: '), err
    broken = write('old/broken.xls', old.read_bytes()[:1200])
    cli('import', file, broken, status=1)


@test
def an_import_is_taken_back_after_other_work():
    file = new('late')
    write('late/categories.csv', 'code,name\nZ1,một\nZ2,hai\n')
    cli('import', file, 'late/categories.csv')
    write('late2/categories.csv', 'code,name\nZ2,hai, sửa\n'.replace('hai, sửa', '"hai, sửa"'))
    cli('import', file, 'late2/categories.csv')
    # The newest goes first; then the import itself goes whole.
    cli('undo', file)
    cli('undo', file)
    assert not [c for c in table(file, 'categories') if c['code'].startswith('Z')]


def main():
    print(f'1..{len(tests)}')
    failed = False
    for n, func in enumerate(tests, 1):
        name = func.__name__.replace('_', ' ')
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
