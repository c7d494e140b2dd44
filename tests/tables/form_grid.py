# SPDX-License-Identifier: GPL-3.0-or-later
"""A form as a grid of cells that can be filled in and damaged, and written as XLSX or ODS again.

Cells are (kind, value): 's' a text, 'n' a number as it is written in the file, 'd' an ISO date, 'p' a percentage, 't' a
time, 'b' a boolean, 'e' an error value, 'f' a formula with its value ('f', formula, value), 'u' a formula without one,
'x' the cell's own XML ('x', for XLSX with {at} for its place, for OpenDocument).
"""
import datetime
import re
import xml.etree.ElementTree as ET
import zipfile
from xml.sax.saxutils import escape

import workbooks

NS = '{%s}' % workbooks.MAIN
STYLES = {'d': 2, 'p': 3, 't': 4}


def column_name(n):
    name = ''
    while n:
        n, rest = divmod(n - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_number(name):
    n = 0
    for c in name:
        n = n * 26 + ord(c) - 64
    return n


def serial(iso):
    return (datetime.date.fromisoformat(iso) - datetime.date(1899, 12, 30)).days


class Grid:
    """One sheet: cells by (row, column), both from 1."""

    def __init__(self, name='Biểu số liệu'):
        self.name = name
        self.cells = {}
        self.merges = []          # (row, column, row, column)
        self.hidden_rows = set()
        self.hidden_columns = set()
        self.hidden = False

    def copy(self):
        new = Grid(self.name)
        new.cells, new.merges = dict(self.cells), list(self.merges)
        new.hidden_rows, new.hidden_columns = set(self.hidden_rows), set(self.hidden_columns)
        new.hidden = self.hidden
        return new

    def _shift(self, row, column, by_row, by_column):
        move = lambda r, c: (r + (by_row if r >= row else 0), c + (by_column if c >= column else 0))
        self.cells = {move(r, c): v for (r, c), v in self.cells.items()}
        self.merges = [move(a, b) + move(c, d) for a, b, c, d in self.merges]
        self.hidden_rows = {move(r, 0)[0] for r in self.hidden_rows}
        self.hidden_columns = {move(0, c)[1] for c in self.hidden_columns}

    def insert_rows(self, row, n=1):
        self._shift(row, 10 ** 6, n, 0)

    def insert_columns(self, column, n=1):
        self._shift(10 ** 7, column, 0, n)

    def delete_row(self, row):
        self.cells = {k: v for k, v in self.cells.items() if k[0] != row}
        self.merges = [m for m in self.merges if not m[0] <= row <= m[2]]
        self._shift(row + 1, 10 ** 6, -1, 0)

    def delete_column(self, column):
        self.cells = {k: v for k, v in self.cells.items() if k[1] != column}
        self.merges = [m for m in self.merges if not m[1] <= column <= m[3]]
        self._shift(10 ** 7, column + 1, 0, -1)

    def swap_rows(self, a, b, columns=None):
        other = {a: b, b: a}
        self.cells = {((other.get(r, r), c) if columns is None or c in columns else (r, c)): v
                      for (r, c), v in self.cells.items()}

    def swap_columns(self, a, b):
        other = {a: b, b: a}
        self.cells = {(r, other.get(c, c)): v for (r, c), v in self.cells.items()}

    def find(self, text):
        """The first cell with this text."""
        return next((k for k, v in sorted(self.cells.items()) if v[0] == 's' and v[1] == text), None)

    def find_begin(self, text):
        return next((k for k, v in sorted(self.cells.items()) if v[0] == 's' and v[1].startswith(text)), None)

    def row_of(self, code):
        """The row of a target, by its stamp."""
        return next(r for (r, c), v in sorted(self.cells.items())
                    if v[0] == 's' and v[1].startswith('TD1;') and v[1].split(';')[6] == code)

    def column_of(self, mark):
        return next(c for (r, c), v in sorted(self.cells.items()) if v == ('s', 'TD1:' + mark))

    def set(self, row, column, cell):
        if cell is None:
            self.cells.pop((row, column), None)
        else:
            self.cells[row, column] = cell


def read(path):
    """The sheets of one of our forms."""
    with zipfile.ZipFile(path) as z:
        shared = [''.join(t.text or '' for t in si.iter(NS + 't'))
                  for si in ET.fromstring(z.read('xl/sharedStrings.xml'))]
        book = ET.fromstring(z.read('xl/workbook.xml'))
        styles = ET.fromstring(z.read('xl/styles.xml'))
        codes = {f.get('numFmtId') for f in styles.iter(NS + 'numFmt') if 'yyyy' in f.get('formatCode')}
        dates = [i for i, xf in enumerate(styles.find(NS + 'cellXfs')) if xf.get('numFmtId') in codes]
        sheets = []
        for i, s in enumerate(book.find(NS + 'sheets'), 1):
            grid = Grid(s.get('name'))
            grid.hidden = s.get('state') is not None
            root = ET.fromstring(z.read(f'xl/worksheets/sheet{i}.xml'))
            for col in root.iter(NS + 'col'):
                if col.get('hidden') == '1':
                    grid.hidden_columns |= set(range(int(col.get('min')), int(col.get('max')) + 1))
            for row in root.iter(NS + 'row'):
                if row.get('hidden') == '1':
                    grid.hidden_rows.add(int(row.get('r')))
                for c in row.iter(NS + 'c'):
                    v = c.find(NS + 'v')
                    if v is None:
                        continue
                    name, number = re.match(r'([A-Z]+)(\d+)', c.get('r')).groups()
                    key = int(number), column_number(name)
                    if c.get('t') == 's':
                        grid.cells[key] = 's', shared[int(v.text)]
                    elif int(c.get('s', 0)) in dates:
                        grid.cells[key] = 'd', str(datetime.date(1899, 12, 30) + datetime.timedelta(int(v.text)))
                    else:
                        grid.cells[key] = 'n', v.text
            for m in root.iter(NS + 'mergeCell'):
                a, b, c, d = re.match(r'([A-Z]+)(\d+):([A-Z]+)(\d+)', m.get('ref')).groups()
                grid.merges.append((int(b), column_number(a), int(d), column_number(c)))
            sheets.append(grid)
        return sheets


def comments(path):
    """The comments of the first sheet: (row, column) → text."""
    with zipfile.ZipFile(path) as z:
        found = {}
        for c in ET.fromstring(z.read('xl/comments1.xml')).iter(NS + 'comment'):
            name, number = re.match(r'([A-Z]+)(\d+)', c.get('ref')).groups()
            found[int(number), column_number(name)] = ''.join(t.text or '' for t in c.iter(NS + 't'))
        return found


def _rows(grid):
    rows = {}
    for (r, c), v in grid.cells.items():
        rows.setdefault(r, {})[c] = v
    return rows


def _xlsx_cell(name, cell):
    kind, value = cell[0], cell[1]
    if kind == 'x':
        return value.replace('{at}', name)
    if kind == 's':
        return f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    if kind == 'f':
        text = not re.fullmatch(r'-?[0-9.E+-]+', cell[2])
        return f'<c r="{name}"{" t=" + chr(34) + "str" + chr(34) if text else ""}><f>{escape(value)}</f><v>{escape(cell[2])}</v></c>'
    if kind == 'u':
        return f'<c r="{name}"><f>{escape(value)}</f></c>'
    if kind == 'b':
        return f'<c r="{name}" t="b"><v>{value}</v></c>'
    if kind == 'e':
        return f'<c r="{name}" t="e"><v>{value}</v></c>'
    number = serial(value) if kind == 'd' else value
    return f'<c r="{name}" s="{STYLES.get(kind, 0)}"><v>{number}</v></c>'


def _xlsx_sheet(grid):
    out = ''
    rows = _rows(grid)
    for r in sorted(set(rows) | grid.hidden_rows):
        hidden = ' hidden="1"' if r in grid.hidden_rows else ''
        out += f'<row r="{r}"{hidden}>' + ''.join(_xlsx_cell(column_name(c) + str(r), rows[r][c])
                                                  for c in sorted(rows.get(r, {}))) + '</row>'
    cols = ''.join(f'<col min="{c}" max="{c}" width="9" hidden="1"/>' for c in sorted(grid.hidden_columns))
    merges = ''.join(f'<mergeCell ref="{column_name(b)}{a}:{column_name(d)}{c}"/>' for a, b, c, d in grid.merges)
    return workbooks.sheet(out, before=f'<cols>{cols}</cols>' if cols else '',
                           after=f'<mergeCells>{merges}</mergeCells>' if merges else '')


def xlsx_parts(sheets, **how):
    """The parts of the workbook, name → text, for damage to the file itself."""
    return dict(workbooks.xlsx_parts([(escape(g.name), _xlsx_sheet(g)) + (('hidden',) if g.hidden else ()) for g in sheets],
                                     **how))


def to_xlsx(sheets, **how):
    return workbooks.pack(xlsx_parts(sheets, **how).items())


def _ods_cell(cell, span=''):
    kind, value = cell[0], cell[1]
    if kind == 'x':
        return cell[2]
    p = lambda t: ''.join(f'<text:p>{escape(line)}</text:p>' for line in str(t).split('\n'))
    if kind == 's':
        return f'<table:table-cell{span} office:value-type="string">{p(value)}</table:table-cell>'
    if kind == 'd':
        return f'<table:table-cell{span} office:value-type="date" office:date-value="{value}">{p(value)}</table:table-cell>'
    if kind == 'p':
        return f'<table:table-cell{span} office:value-type="percentage" office:value="{value}">{p(value)}</table:table-cell>'
    if kind == 't':
        return (f'<table:table-cell{span} office:value-type="time" office:time-value="PT07H30M00S">{p("7:30")}'
                '</table:table-cell>')
    if kind == 'b':
        return (f'<table:table-cell{span} office:value-type="boolean" office:boolean-value="{"true" if value == "1" else "false"}">'
                f'{p(value)}</table:table-cell>')
    if kind == 'e':
        return (f'<table:table-cell{span} table:formula="of:=NA()" office:value-type="string" office:string-value="" '
                f'calcext:value-type="error">{p(value)}</table:table-cell>')
    if kind == 'f':
        return (f'<table:table-cell{span} table:formula="of:={escape(value)}" office:value-type="float" office:value="{cell[2]}">'
                f'{p(cell[2])}</table:table-cell>')
    if kind == 'u':
        return f'<table:table-cell{span} table:formula="of:={escape(value)}"/>'
    return f'<table:table-cell{span} office:value-type="float" office:value="{value}">{p(value)}</table:table-cell>'


def _ods_sheet(grid):
    rows = _rows(grid)
    last = max(list(rows) + list(grid.hidden_rows) + [1])
    covered = {(r, c): (a, b) for a, b, e, d in grid.merges for r in range(a, e + 1) for c in range(b, d + 1)}
    spans = {(a, b): f' table:number-rows-spanned="{e - a + 1}" table:number-columns-spanned="{d - b + 1}"'
             for a, b, e, d in grid.merges}
    width = max([c for _, c in grid.cells] + [d for *_, d in grid.merges] + [1])
    out = ''.join('<table:table-column' + (' table:visibility="collapse"' if c in grid.hidden_columns else '') + '/>'
                  for c in range(1, width + 1))
    for r in range(1, last + 1):
        hidden = ' table:visibility="collapse"' if r in grid.hidden_rows else ''
        out += f'<table:table-row{hidden}>'
        for c in range(1, width + 1):
            cell = rows.get(r, {}).get(c)
            if (r, c) in covered and covered[r, c] != (r, c):
                inner = _ods_cell(cell).replace('table:table-cell', 'table:covered-table-cell') if cell else '<table:covered-table-cell/>'
                out += inner
            else:
                out += _ods_cell(cell, spans.get((r, c), '')) if cell else f'<table:table-cell{spans.get((r, c), "")}/>'
        out += '</table:table-row>'
    return workbooks.ods_table(out, name=escape(grid.name), style='ta2' if grid.hidden else 'ta1')


def ods_parts(sheets):
    return dict(workbooks.ods_parts(workbooks.ods_content(''.join(_ods_sheet(g) for g in sheets))))


def to_ods(sheets):
    return workbooks.pack(ods_parts(sheets).items())
