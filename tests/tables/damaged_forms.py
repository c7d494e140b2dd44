# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms as people send them back, right and wrong, each with what must come of it.

Every case is (name, files, expected). `files` are (name, bytes). `expected` is a dict of what the file holds afterwards
for the unit (target: figures), or a list of places of which each must be among the errors, when nothing may be taken.
"""
import random
import unicodedata

import form_grid
from form_grid import column_name

FILLED = {'T01': ('12', '20'), 'T02': ('1234.5',), 'T03': ('2024-05-06',), 'T04': ('7.5',), 'T05': ('0', '0')}
SHEET = 'Biểu số liệu'


def fill(grid, values=FILLED):
    first, second = grid.column_of('first'), grid.column_of('second')
    for code, figures in values.items():
        row = grid.row_of(code)
        kind = 'd' if code == 'T03' else 'n'
        grid.set(row, first, (kind, figures[0]))
        if len(figures) > 1:
            grid.set(row, second, ('n', figures[1]))
    return grid


class Form:
    """A filled form of the unit, to be damaged."""

    def __init__(self, sheets):
        self.sheets = [s.copy() for s in sheets]
        self.grid = self.sheets[0]
        fill(self.grid)

    first = property(lambda self: self.grid.column_of('first'))
    second = property(lambda self: self.grid.column_of('second'))
    note = property(lambda self: self.grid.column_of('note'))
    code = property(lambda self: self.grid.column_of('code'))

    def row(self, code):
        return self.grid.row_of(code)

    def put(self, code, cell, column=None):
        self.grid.set(self.row(code), column or self.first, cell)

    def at(self, code, column):
        return column_name(column) + str(self.row(code))


# What may stand in the first cell of a target, and what it means: figures, 'unread' (nothing there), or None: refused.
# The other figure of T01 is 20.
CELLS = [
    ('T01', ('n', '0'), ('0', '20')),
    ('T01', ('n', '20'), ('20', '20')),
    ('T01', ('n', '12.5'), ('12.5', '20')),
    ('T01', ('n', '0.1'), ('0.1', '20')),
    ('T01', ('n', '0.30000000000000004'), ('0.3', '20')),
    ('T01', ('n', '1.2E1'), ('12', '20')),
    ('T01', ('s', '12'), ('12', '20')),
    ('T01', ('s', ' 12 '), ('12', '20')),
    ('T01', ('s', '\u00a012'), ('12', '20')),
    ('T01', ('s', '12,5'), ('12.5', '20')),
    ('T01', ('s', '12.5'), ('12.5', '20')),
    ('T01', ('s', '12/20'), ('12', '20')),
    ('T01', ('s', '12 / 20'), ('12', '20')),
    ('T01', ('f', '10+2', '12'), ('12', '20')),
    ('T01', ('n', '21'), None),
    ('T01', ('n', '-1'), None),
    ('T01', ('n', '12.34567'), None),
    ('T01', ('s', '12/21'), None),
    ('T01', ('s', '12/20/2024'), None),
    ('T01', ('s', 'mười hai'), None),
    ('T01', ('s', '12 văn bản'), None),
    ('T01', ('s', 'l2'), None),
    ('T01', ('s', '12?'), None),
    ('T01', ('s', '~12'), None),
    ('T01', ('s', 'x'), None),
    ('T01', ('s', '60%'), None),
    ('T01', ('p', '0.6'), None),
    ('T01', ('d', '2024-12-15'), None),
    ('T01', ('t', '0.3125'), None),
    ('T01', ('b', '1'), None),
    ('T01', ('e', '#N/A'), None),
    ('T01', ('e', '#DIV/0!'), None),
    ('T01', ('u', 'SUM(H1:H2)'), None),
    ('T01', ('s', '1.234'), None),
    ('T01', ('s', '-'), None),
    ('T01', ('s', 'không'), None),
    ('T01', ('s', '１２'), None),
    ('T02', ('s', '1.234,5'), ('1234.5',)),
    ('T02', ('s', '1234,5'), ('1234.5',)),
    ('T02', ('s', '1234.5'), ('1234.5',)),
    ('T02', ('s', '1.234.567'), ('1234567',)),
    ('T02', ('s', '1.234.567,25'), ('1234567.25',)),
    ('T02', ('n', '8.4007999999999985'), ('8.4008',)),
    ('T02', ('n', '999999999999'), ('999999999999',)),
    ('T02', ('n', '1234567.8901'), ('1234567.8901',)),
    ('T02', ('s', '1,234,567'), None),
    ('T02', ('s', '1,234.5'), None),
    ('T02', ('s', '1.234'), None),
    ('T02', ('s', '1.2345,6'), None),
    ('T02', ('n', '1000000000000'), None),
    ('T02', ('n', '1E+20'), None),
    ('T02', ('s', '1234.5 triệu'), None),
    ('T02', ('s', '1/2'), None),
    ('T02', ('s', '1 234,5'), None),
    ('T02', ('d', '2024-03-14'), None),
    ('T02', ('p', '0.855'), None),
    ('T02', ('e', '#REF!'), None),
    ('T02', ('u', 'A1'), None),
    ('T02', ('f', 'A1', '88.25'), ('88.25',)),
    ('T03', ('d', '2024-03-14'), ('2024-03-14',)),
    ('T03', ('s', '14/03/2024'), ('2024-03-14',)),
    ('T03', ('s', '14/3/2024'), ('2024-03-14',)),
    ('T03', ('s', '14-3-2024'), ('2024-03-14',)),
    ('T03', ('s', '2024-03-14'), ('2024-03-14',)),
    ('T03', ('s', ' 14/03/2024 '), ('2024-03-14',)),
    ('T03', ('n', '45365'), ('2024-03-14',)),
    ('T03', ('s', 'chưa'), ('',)),
    ('T03', ('s', 'Chưa'), ('',)),
    ('T03', ('s', unicodedata.normalize('NFD', 'chưa')), ('',)),
    ('T03', ('s', 'CHƯA HOÀN THÀNH'), ('',)),
    ('T03', ('s', '31/02/2024'), None),
    ('T03', ('s', '03/14/2024'), None),
    ('T03', ('s', '14/3/24'), None),
    ('T03', ('s', 'tháng 3/2024'), None),
    ('T03', ('s', '14 tháng 3'), None),
    ('T03', ('s', 'xong'), None),
    ('T03', ('s', 'đã hoàn thành'), None),
    ('T03', ('n', '2024'), None),
    ('T03', ('n', '14'), None),
    ('T03', ('n', '20240314'), None),
    ('T03', ('n', '45365.5'), None),
    ('T03', ('d', '1924-03-14'), None),
    ('T03', ('t', '0.3125'), None),
    ('T03', ('b', '0'), None),
    ('T03', ('e', '#VALUE!'), None),
    ('T03', ('u', 'TODAY()'), None),
    ('T04', ('n', '10'), ('10',)),
    ('T04', ('s', '7,25'), ('7.25',)),
    ('T04', ('n', '10.5'), None),
    ('T04', ('n', '-0.5'), None),
    ('T04', ('s', 'tốt'), None),
    ('T04', ('s', '8/10'), None),
    ('T04', ('p', '0.8'), None),
]


def cell_cases(sheets):
    for index, (code, cell, meaning) in enumerate(CELLS):
        form = Form(sheets)
        form.put(code, cell)
        place = f'FILE!{SHEET}!{form.at(code, form.first)}'
        expected = dict(FILLED, **{code: meaning}) if meaning is not None else [place]
        yield f'cell-{index:02}-{code}-{cell[0]}', form, expected


def structures(sheets):
    """Damage that leaves the figures clear, and damage that does not."""
    def case(name, expected=FILLED):
        def add(change):
            form = Form(sheets)
            result = change(form)
            cases.append((name, form, expected if result is None else result))
            return change
        return add
    cases = []
    place = lambda form, code, column, sheet=SHEET: f'FILE!{sheet}!{form.at(code, column)}'

    @case('untouched but filled')
    def _(form): pass

    @case('sheet renamed')
    def _(form): form.grid.name = 'Sheet1 (đã điền)'

    @case('rows inserted above')
    def _(form): form.grid.insert_rows(1, 3)

    @case('a row inserted in the middle')
    def _(form): form.grid.insert_rows(form.row('T03'))

    @case('a row of words inserted')
    def _(form):
        row = form.row('T02')
        form.grid.insert_rows(row)
        form.grid.set(row, 4, ('s', 'Trong đó:'))

    @case('columns inserted before')
    def _(form): form.grid.insert_columns(2, 2)

    @case('a column inserted between the figures')
    def _(form): form.grid.insert_columns(form.second)

    @case('an explaining column inserted')
    def _(form):
        column = form.second + 1
        form.grid.insert_columns(column)
        form.grid.set(form.row('T01'), column, ('s', 'theo công văn số 12'))

    @case('columns change places')
    def _(form): form.grid.swap_columns(form.first, form.second)

    @case('rows change places')
    def _(form): form.grid.swap_rows(form.row('T01'), form.row('T05'))

    @case('headings retyped')
    def _(form):
        form.grid.set(*form.grid.find('Số đã thực hiện'), ('s', 'Đã làm được'))
        form.grid.set(*form.grid.find('Số phải thực hiện'), ('s', 'Tổng số giao'))

    @case('headings in capitals, decomposed')
    def _(form):
        for text in ('Số đã thực hiện', 'Số phải thực hiện', 'Chỉ tiêu'):
            form.grid.set(*form.grid.find(text), ('s', unicodedata.normalize('NFD', text.upper())))

    @case('the row of marks deleted')
    def _(form): form.grid.delete_row(form.grid.find('TD1:first')[0])

    @case('the column of stamps deleted')
    def _(form): form.grid.delete_column(1)

    @case('the second copy deleted')
    def _(form): del form.sheets[1]

    @case('marks and second copy deleted')
    def _(form):
        del form.sheets[1]
        form.grid.delete_row(form.grid.find('TD1:first')[0])

    @case('everything decomposed')
    def _(form):
        for sheet in form.sheets:
            sheet.cells = {k: (v[0], unicodedata.normalize('NFD', v[1])) + v[2:] for k, v in sheet.cells.items()}

    @case('everything hidden is shown')
    def _(form):
        form.grid.hidden_rows.clear()
        form.grid.hidden_columns.clear()
        form.sheets[1].hidden = False

    @case('a row of figures is hidden')
    def _(form): form.grid.hidden_rows.add(form.row('T02'))

    @case('the column of figures is hidden')
    def _(form): form.grid.hidden_columns.add(form.first)

    @case('heading cells merged')
    def _(form):
        row, column = form.grid.find('Số đã thực hiện')
        form.grid.merges.append((row, column + 2, row, column + 3))

    @case('a figure merged with the empty cell beside it')
    def _(form): form.grid.merges.append((form.row('T02'), form.first, form.row('T02'), form.second))

    @case('a total added as a formula')
    def _(form):
        row = form.row('T05') + 1
        form.grid.insert_rows(row)
        form.grid.set(row, form.first, ('f', 'SUM(H1:H9)', '1254'))

    @case('another sheet with notes')
    def _(form):
        notes = form_grid.Grid('Ghi chú')
        notes.set(1, 1, ('s', 'Kèm công văn số 15/BC-UBND'))
        notes.set(2, 1, ('n', '45'))
        form.sheets.insert(0, notes)

    @case('the form copied within the workbook')
    def _(form):
        copy = form.grid.copy()
        copy.name = SHEET + ' (2)'
        form.sheets.append(copy)

    @case('a row copied below')
    def _(form):
        row = form.row('T02')
        form.grid.insert_rows(row + 1)
        for (r, c), v in list(form.grid.cells.items()):
            if r == row:
                form.grid.set(row + 1, c, v)

    @case('one stamp cleared, the second copy has it')
    def _(form): form.grid.set(form.row('T04'), 1, None)

    @case('signature typed in')
    def _(form):
        row, column = form.grid.find('THỦ TRƯỞNG ĐƠN VỊ')
        form.grid.set(row + 4, column, ('s', 'Nguyễn Văn Đức'))

    @case('a day below, typed')
    def _(form):
        row, column = form.grid.find_begin('Móng Cái, ngày')
        form.grid.set(row, column, ('s', 'Móng Cái, ngày 05 tháng 7 năm 2024'))

    @case('one row left empty')
    def _(form):
        form.put('T02', None)
        return {k: v for k, v in FILLED.items() if k != 'T02'}

    @case('a row deleted')
    def _(form):
        form.grid.delete_row(form.row('T02'))
        return {k: v for k, v in FILLED.items() if k != 'T02'}

    @case('all rows empty')
    def _(form):
        for code in FILLED:
            form.put(code, None)
            form.put(code, None, form.second)
        return {}

    # --- from here on nothing may be taken

    @case('the name of another unit in the heading')
    def _(form):
        row, column = form.grid.find_begin('Đơn vị báo cáo:')
        form.grid.set(row, column, ('s', 'Đơn vị báo cáo: Phường Hòa Lạc (mã U2)'))
        return [f'FILE!{SHEET}']

    @case('the name of another unit, without a code')
    def _(form):
        row, column = form.grid.find_begin('Đơn vị báo cáo:')
        form.grid.set(row, column, ('s', 'ĐƠN VỊ BÁO CÁO:  Phường Hòa Lạc'))
        return [f'FILE!{SHEET}']

    @case('the name of another unit, the old code')
    def _(form):
        row, column = form.grid.find_begin('Đơn vị báo cáo:')
        form.grid.set(row, column, ('s', 'Đơn vị báo cáo: Phường Hòa Lạc (mã U1)'))
        return [f'FILE!{SHEET}']

    @case('another period in the heading')
    def _(form):
        row, column = form.grid.find_begin('Kỳ báo cáo:')
        form.grid.set(row, column, ('s', 'Kỳ báo cáo: Quý III/2024 (mã P3)'))
        return [f'FILE!{SHEET}']

    @case('another period, without a code')
    def _(form):
        row, column = form.grid.find_begin('Kỳ báo cáo:')
        form.grid.set(row, column, ('s', 'Kỳ báo cáo: Quý III/2024'))
        return [f'FILE!{SHEET}']

    @case('headings of the figures exchanged')
    def _(form):
        a, b = form.grid.find('Số đã thực hiện'), form.grid.find('Số phải thực hiện')
        form.grid.set(*a, ('s', 'Số phải thực hiện'))
        form.grid.set(*b, ('s', 'Số đã thực hiện'))
        return [f'FILE!{SHEET}!']

    @case('visible cells sorted, the stamps stayed')
    def _(form):
        places = [place(form, code, form.code) for code in ('T01', 'T05')]
        form.grid.swap_rows(form.row('T01'), form.row('T05'), range(2, 40))
        return places

    @case('figures slipped down by one')
    def _(form):
        rows = sorted(form.row(code) for code in FILLED)
        column = form.first
        values = [form.grid.cells.get((r, column)) for r in range(rows[0], rows[-1] + 1)]
        form.grid.set(rows[0], column, None)
        for i, v in enumerate(values):
            form.grid.set(rows[0] + i + 1, column, v)
        return [f'FILE!{SHEET}!{column_name(column)}{rows[-1] + 1}']

    @case('figures slipped to the right')
    def _(form):
        row, first, second = form.row('T01'), form.first, form.second
        form.grid.set(row, second + 1, form.grid.cells[row, second])
        form.grid.set(row, second, form.grid.cells[row, first])
        form.grid.set(row, first, None)
        return [f'FILE!{SHEET}!{column_name(first)}{row}']

    @case('a figure beside the form')
    def _(form):
        row, column = form.row('T02'), form.note + 1
        form.put('T02', None)
        form.grid.set(row, column, ('n', '1234.5'))
        return [place(form, 'T02', form.first)]

    @case('a second figure where there is one')
    def _(form):
        form.put('T02', ('n', '5'), form.second)
        return [place(form, 'T02', form.second)]

    @case('only how many done')
    def _(form):
        form.put('T01', None, form.second)
        return [place(form, 'T01', form.second)]

    @case('only of how many')
    def _(form):
        form.put('T01', None)
        return [place(form, 'T01', form.first)]

    @case('figures of a row merged')
    def _(form):
        form.grid.merges.append((form.row('T01'), form.first, form.row('T01'), form.second))
        return [place(form, 'T01', form.second)]

    @case('two rows merged')
    def _(form):
        form.grid.swap_rows(form.row('T05'), form.row('T01') + 1)
        form.grid.merges.append((form.row('T01'), form.first, form.row('T01') + 1, form.first))
        return [place(form, 'T01', form.first)]

    @case('a row copied below, and changed')
    def _(form):
        row = form.row('T02')
        form.grid.insert_rows(row + 1)
        for (r, c), v in list(form.grid.cells.items()):
            if r == row:
                form.grid.set(row + 1, c, v)
        form.grid.set(row + 1, form.first, ('n', '999'))
        return [f'FILE!{SHEET}!{column_name(form.first)}{row}']

    @case('the form copied within the workbook, and changed')
    def _(form):
        copy = form.grid.copy()
        copy.name = 'Sửa'
        copy.set(copy.row_of('T02'), copy.column_of('first'), ('n', '999'))
        form.sheets.append(copy)
        return [place(form, 'T02', form.first), place(form, 'T02', form.first, 'Sửa')]

    @case('a stamp written over')
    def _(form):
        row = form.row('T02')
        form.grid.set(row, 1, ('s', form.grid.cells[row, 1][1].replace('T02', 'T04')))
        return [f'FILE!{SHEET}!A{row}']

    @case('the unit in all stamps written over')
    def _(form):
        for key, v in list(form.grid.cells.items()):
            if v[0] == 's' and v[1].startswith('TD1;'):
                form.grid.set(*key, ('s', v[1].replace(';U1;', ';U2;')))
        return [f'FILE!{SHEET}!A']

    @case('stamps and second copy deleted')
    def _(form):
        del form.sheets[1]
        form.grid.delete_column(1)
        return [f'FILE!{SHEET}']

    @case('the columns of figures deleted')
    def _(form):
        form.grid.delete_column(form.second)
        return [f'FILE!{SHEET}']

    @case('marks gone and headings retyped')
    def _(form):
        form.grid.delete_row(form.grid.find('TD1:first')[0])
        form.grid.set(*form.grid.find('Số đã thực hiện'), ('s', 'Kết quả'))
        return [f'FILE!{SHEET}']

    @case('the column of figures copied')
    def _(form):
        first = form.first
        form.grid.insert_columns(first + 1)
        for (r, c), v in list(form.grid.cells.items()):
            if c == first:
                form.grid.set(r, first + 1, v)
        return [f'FILE!{SHEET}!{column_name(first + 1)}']

    @case('a note without a figure')
    def _(form):
        form.put('T02', None)
        form.put('T02', ('s', 'chưa có số liệu'), form.note)
        return [place(form, 'T02', form.note)]

    @case('a stray figure below')
    def _(form):
        row = form.row('T05') + 1
        form.grid.insert_rows(row)
        form.grid.set(row, form.first, ('n', '55'))
        return [f'FILE!{SHEET}!{column_name(form.first)}{row}']

    @case('a stray figure as text below')
    def _(form):
        row = form.row('T05') + 1
        form.grid.insert_rows(row)
        form.grid.set(row, form.second, ('s', '55,5'))
        return [f'FILE!{SHEET}!{column_name(form.second)}{row}']

    return cases


BENIGN = [
    lambda form: form.grid.insert_rows(1, 2),
    lambda form: form.grid.insert_rows(form.row('T04')),
    lambda form: form.grid.insert_columns(2),
    lambda form: form.grid.insert_columns(form.note),
    lambda form: form.grid.swap_rows(form.row('T02'), form.row('T04')),
    lambda form: form.grid.swap_columns(form.first, form.note),
    lambda form: form.grid.delete_row(form.grid.find('TD1:first')[0]),
    lambda form: form.grid.hidden_columns.clear(),
    lambda form: form.grid.set(*form.grid.find('STT'), ('s', 'Số TT')),
]


def mixed(sheets, n, seed):
    """Several harmless damages at once and some cells, right and wrong."""
    dice = random.Random(seed)
    for index in range(n):
        form = Form(sheets)
        expected, refused = dict(FILLED), []
        chosen = dice.sample(BENIGN, dice.randint(1, 3))
        # Without the marks the columns are known by their headings only: that comes last.
        for change in sorted(chosen, key=lambda c: c is BENIGN[6]):
            first, second = (form.first, form.second) if change is BENIGN[6] else (None, None)
            if change is BENIGN[6]:
                break
            change(form)
        first = form.first
        for code in dice.sample(sorted(FILLED), dice.randint(1, 3)):
            options = [c for c in CELLS if c[0] == code]
            if not options:
                continue
            _, cell, meaning = dice.choice(options)
            form.put(code, cell)
            if meaning is None:
                refused.append(code)
            else:
                expected[code] = meaning
        if BENIGN[6] in chosen:
            BENIGN[6](form)
        places = [f'FILE!{SHEET}!{column_name(first)}{form.row(code)}' for code in refused]
        yield f'mixed-{index:02}', form, places or expected


def cases(sheets, n_mixed=60, seed=20240314):
    """All of them: what a person may do to one form."""
    singles = list(cell_cases(sheets)) + structures(sheets) + list(mixed(sheets, n_mixed, seed))
    for index, (name, form, expected) in enumerate(singles):
        # Every second one as OpenDocument; what happens to the structure in both.
        both = not name.startswith(('cell-', 'mixed-'))
        for ending in ('xlsx', 'ods') if both else (('xlsx', 'ods')[index % 2],):
            make = form_grid.to_xlsx if ending == 'xlsx' else form_grid.to_ods
            file = f'phieu {index} gửi lại.{ending}'
            places = [p.replace('FILE', file) for p in expected] if isinstance(expected, list) else expected
            yield f'{name} ({ending})', [(file, make(form.sheets))], places
